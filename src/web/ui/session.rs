//! The engine, and the files and passwords that are kept outside the page's state.

use std::cell::RefCell;
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::Array;
use web_sys::Blob;

use super::files::{self, Named};
use super::state::{self, Action, Source, State, Why};
use crate::containers::Passwords;
use crate::visible::visible;
use crate::web::client::{Asking, Client, Input};
use crate::web::clock;
use crate::web::protocol::request::Want;
use crate::web::protocol::response::OpenedLink;

/// What has no place in the state: the newest files, and the passwords for their key stores.
#[derive(Clone, Default)]
pub(crate) struct Store(Rc<RefCell<Kept>>);

#[derive(Default)]
struct Kept {
    id: u32,
    files: Option<Rc<[Named]>>,
    /// All that were given, also those that cannot be read at once with the others.
    all: Option<Pieces>,
    /// Those of one row of a table, beside the files of all rows.
    row: Option<(u32, Rc<[Named]>)>,
    passwords: Passwords,
}

/// Files with their sizes.
pub(crate) type Pieces = (Rc<[Named]>, Rc<[u64]>);

/// How many passwords are tried; an older one is forgotten.
const MAX_PASSWORDS: usize = 8;

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Keeps files of these sizes in place of what was kept before, as far as they can be read at once.
    pub(crate) fn keep(&self, files: Vec<Named>, sizes: Vec<u64>) -> state::Kept {
        let first = files
            .first()
            .map(|(name, _)| (visible(name), sizes.first().copied().unwrap_or_default()))
            .unwrap_or_default();
        let all: Rc<[Named]> = files.clone().into();
        let taken = files::within_bounds(files, &sizes);
        let mut kept = self.0.borrow_mut();
        kept.id = kept.id.saturating_add(1);
        kept.passwords.clear();
        let told = state::Kept {
            id: kept.id,
            name: taken.files.first().map_or(first.0, |(name, _)| visible(name)),
            count: taken.files.len(),
            bytes: if taken.files.is_empty() { first.1 } else { taken.bytes },
            all: all.len(),
            all_bytes: sizes.iter().sum(),
            left_out: taken.left_out.into(),
        };
        kept.files = Some(taken.files.into());
        kept.all = Some((all, sizes.into()));
        kept.row = None;
        told
    }

    /// Keeps the file of one row of the table, beside the files of the table.
    pub(crate) fn keep_row(&self, file: Named) -> state::Kept {
        let mut kept = self.0.borrow_mut();
        kept.id = kept.id.saturating_add(1);
        let bytes = files::size_of(&file.1);
        let told = state::Kept {
            id: kept.id,
            name: visible(&file.0),
            count: 1,
            bytes,
            all: 1,
            all_bytes: bytes,
            left_out: Rc::from([]),
        };
        kept.row = Some((kept.id, Rc::from([file])));
        told
    }

    /// Keeps a text too long for the box.
    pub(crate) fn keep_text(&self, text: &str) -> Option<state::Kept> {
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence(&parts).ok()?;
        let size = files::size_of(&blob);
        Some(self.keep(vec![(String::new(), blob)], vec![size]))
    }

    fn get(&self, id: u32) -> Option<Rc<[Named]>> {
        let kept = self.0.borrow();
        match &kept.row {
            Some((row, files)) if *row == id => Some(Rc::clone(files)),
            // What was kept of rows since has later numbers.
            row => kept.files.clone().filter(|_| row.is_some() || kept.id == id),
        }
    }

    /// One more password to try.
    pub(crate) fn add_password(&self, password: String) {
        let passwords = &mut self.0.borrow_mut().passwords;
        passwords.push(password);
        passwords.keep_last(MAX_PASSWORDS);
    }

    pub(super) fn passwords(&self) -> Passwords {
        self.0.borrow().passwords.clone()
    }

    /// Forgets files and passwords.
    pub(crate) fn forget(&self) {
        let mut kept = self.0.borrow_mut();
        kept.files = None;
        kept.all = None;
        kept.row = None;
        kept.passwords.clear();
    }
}

/// The engine and what is kept for it: everything by which a component can ask.
#[derive(Clone)]
pub(crate) struct Session {
    pub(super) client: Option<Client>,
    pub(crate) store: Store,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.store == other.store
    }
}

impl Session {
    pub(crate) fn new() -> Self {
        Self {
            client: Client::of_page(),
            store: Store::default(),
        }
    }

    pub(super) fn input(&self, source: &Source) -> Option<Input> {
        match source {
            Source::Text(text) => Some(Input::Text(Rc::clone(text))),
            Source::Files(kept) => self.store.get(kept.id).map(Input::Files),
            Source::None => None,
        }
    }

    /// Everything that was given, as files with their sizes; a text is one without a name.
    pub(crate) fn pieces(&self, source: &Source) -> Option<Pieces> {
        match source {
            Source::Text(text) => {
                let blob = Blob::new_with_str_sequence(&Array::of1(&(&**text).into())).ok()?;
                let size = files::size_of(&blob);
                Some((Rc::from([(String::new(), blob)]), Rc::from([size])))
            }
            Source::Files(_) => self.store.0.borrow().all.clone(),
            Source::None => None,
        }
    }

    /// The passwords for key stores.
    pub(crate) fn passwords(&self) -> Passwords {
        self.store.passwords()
    }

    /// Asks for something beside the judgement of what is there now; none where it cannot be had.
    pub(crate) async fn side<T: BorshSerialize + BorshDeserialize>(
        &self,
        want: Want,
        state: &State,
        full: bool,
    ) -> Option<T> {
        let input = self.input(&state.source);
        self.side_of(want, input.unwrap_or_else(|| Input::Text(Rc::from(""))), state, full)
            .await
    }

    async fn side_of<T: BorshSerialize + BorshDeserialize>(
        &self,
        want: Want,
        input: Input,
        state: &State,
        full: bool,
    ) -> Option<T> {
        // The moment of the judgement that is shown, so that both speak of the same.
        let shown = state.report().map(|report| report.at);
        let options = state.asked.options(shown.unwrap_or_else(clock::now));
        let asking = Asking {
            input: &input,
            options: &options,
            passwords: &self.store.passwords(),
            list: state.list.as_deref(),
            language: state.locale.tag(),
            now: state.asked.moment().is_none(),
            together: true,
            progress: &|_, _| (),
        };
        self.client.as_ref()?.side(want, asking, full).await.ok().flatten()
    }

    /// What a share link holds, as the action to which it leads.
    pub(super) async fn open(&self, link: &str, state: &State) -> Action {
        let input = Input::Text(Rc::from(link));
        match self.side_of(Want::Opened, input, state, true).await {
            Some(OpenedLink::Chain { pem, asked, answer }) => Action::Opened {
                pem: Rc::from(pem),
                asked,
                answer: answer.into(),
            },
            Some(OpenedLink::Verdict(verdict)) => Action::OpenedVerdict(verdict.into()),
            Some(OpenedLink::Unreadable(why)) => Action::NotOpened(Why::Link(why)),
            Some(OpenedLink::Unresolved(why)) => Action::NotOpened(Why::Unresolved(why)),
            None => Action::NotOpened(Why::Unavailable(String::new())),
        }
    }
}
