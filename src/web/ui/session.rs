//! The page's engine, and the files and passwords kept outside the state.

use std::cell::RefCell;
use std::rc::Rc;

use borsh::BorshDeserialize;
use js_sys::Array;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::files::{self, Named};
use super::state::{self, Action, Source, State, Why};
use crate::containers::Passwords;
use crate::report::{CertIndex, ClientTable, MostClients, Repair};
use crate::trust::ClientId;
use crate::visible::visible;
use crate::web::client::boot;
use crate::web::client::pool::FleetRequest;
use crate::web::client::{Attachments, Client, Failure, Input, TruststoreFile};
use crate::web::clock;
use crate::web::protocol::request::RequestKind;
use crate::web::protocol::response::{Authorities, Checked, IgnoredEntries, MadeLink, OpenedLink};

/// The newest files and the passwords for their keystores, kept outside the state.
#[derive(Clone, Default)]
pub(crate) struct Store(Rc<RefCell<Kept>>);

#[derive(Default)]
struct Kept {
    id: u32,
    files: Option<Rc<[Named]>>,
    /// All files from the user, including those too large to be read with the others.
    all: Option<Pieces>,
    /// The file of one row of the table, with its number. The files of the table stay.
    row: Option<(u32, Rc<[Named]>)>,
    passwords: Passwords,
    /// The user's truststore. It stays when the input changes.
    truststore: Option<TruststoreFile>,
    /// The passwords for the truststore.
    truststore_passwords: Passwords,
}

/// Files with their sizes.
pub(crate) type Pieces = (Rc<[Named]>, Rc<[u64]>);

/// How many passwords are tried; older ones are dropped.
const MAX_PASSWORDS: usize = 8;

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Keeps files of these sizes in place of the previous ones. [`state::Kept`] lists those too
    /// large to be read with the others.
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
        let entry = state::Kept {
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
        entry
    }

    /// Keeps the file of one row of the table, in addition to the files of the table.
    pub(crate) fn keep_row(&self, file: Named) -> state::Kept {
        let mut kept = self.0.borrow_mut();
        kept.id = kept.id.saturating_add(1);
        let bytes = files::size_of(&file.1);
        let entry = state::Kept {
            id: kept.id,
            name: visible(&file.0),
            count: 1,
            bytes,
            all: 1,
            all_bytes: bytes,
            left_out: Rc::from([]),
        };
        kept.row = Some((kept.id, Rc::from([file])));
        entry
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
            // Keeping a row has increased the number.
            row => kept.files.clone().filter(|_| row.is_some() || kept.id == id),
        }
    }

    /// Adds a password to try; `for_truststore` if it is for the user's truststore.
    pub(crate) fn add_password(&self, password: String, for_truststore: bool) {
        let mut kept = self.0.borrow_mut();
        let passwords = if for_truststore {
            &mut kept.truststore_passwords
        } else {
            &mut kept.passwords
        };
        passwords.push(password);
        passwords.keep_last(MAX_PASSWORDS);
    }

    pub(super) fn passwords(&self) -> Passwords {
        let kept = self.0.borrow();
        let mut passwords = kept.truststore_passwords.clone();
        for password in kept.passwords.texts() {
            passwords.push(password.to_owned());
        }
        passwords
    }

    /// Keeps a truststore in place of the previous one and its passwords. Returns its name, made
    /// visible.
    pub(crate) fn keep_truststore(&self, file: Named) -> Rc<str> {
        let name = Rc::from(visible(&file.0));
        let mut kept = self.0.borrow_mut();
        kept.truststore = Some(file);
        kept.truststore_passwords.clear();
        name
    }

    fn truststore(&self) -> Option<TruststoreFile> {
        self.0.borrow().truststore.clone()
    }

    /// Forgets the truststore and its passwords.
    pub(crate) fn forget_truststore(&self) {
        let mut kept = self.0.borrow_mut();
        kept.truststore = None;
        kept.truststore_passwords.clear();
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

/// The engine and the files kept for it: all that a component needs to send requests.
#[derive(Clone)]
pub(crate) struct Session {
    client: Option<Client>,
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

    fn input(&self, source: &Source) -> Option<Input> {
        match source {
            Source::Text(text) => Some(Input::Text(Rc::clone(text))),
            Source::Files(kept) => self.store.get(kept.id).map(Input::Files),
            Source::None => None,
        }
    }

    /// Everything from the user, as files with their sizes; a text is a file without a name.
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

    /// Starts an engine before the first check.
    pub(super) fn warm_up(&self) {
        if let Some(client) = self.client.clone() {
            spawn_local(async move { client.warm_up().await });
        }
    }

    /// Sends the state's check; `progress` gets the number of files read and the number of files.
    pub(super) async fn check(&self, state: &State, progress: &dyn Fn(usize, usize)) -> Result<Checked, Failure> {
        let client = self.client.as_ref().ok_or(Failure::Superseded)?;
        let input = self.input(&state.source).filter(|_| state.is_checking());
        let Some(input) = input else {
            // The user has cleared the input or stopped the check.
            client.cancel(state.request.id);
            return Err(Failure::Superseded);
        };
        let (passwords, truststore) = (self.store.passwords(), self.store.truststore());
        let with = Attachments {
            input: &input,
            passwords: &passwords,
            truststore: truststore.as_ref(),
            progress,
        };
        client.check(&state.timed_request(clock::now()), &with).await
    }

    /// Sends a request about what the state shows; `None` if there is no answer.
    async fn request<T: BorshDeserialize>(&self, kind: RequestKind, state: &State, full: bool) -> Option<T> {
        let (input, truststore) = (self.input(&state.source), self.store.truststore());
        let with = Attachments {
            input: &input.unwrap_or_else(|| Input::Text(Rc::from(""))),
            passwords: &self.store.passwords(),
            truststore: truststore.as_ref(),
            progress: &|_, _| (),
        };
        // Use the moment of the visible report, so that the answer fits it.
        let shown = state.report().map(|report| report.at);
        let request = state.timed_request(shown.unwrap_or_else(clock::now)).of_kind(kind);
        self.client.as_ref()?.request(request, &with, full).await.ok().flatten()
    }

    /// The data that all requests about a table of servers share.
    pub(crate) fn fleet_request(&self, state: &State) -> FleetRequest {
        let mut request = state.timed_request(clock::now());
        request.options.hostname = None;
        FleetRequest {
            request,
            passwords: self.store.passwords(),
            truststore: self.store.truststore(),
        }
    }

    /// Requests the repaired chain.
    pub(super) async fn repair(&self, state: &State) -> Option<Repair> {
        self.request(RequestKind::Repair, state, false).await
    }

    /// Requests share links to the report.
    pub(crate) async fn make_link(&self, state: &State) -> Option<MadeLink> {
        let kind = RequestKind::MakeLink {
            language: state.locale.tag().to_owned(),
            address: Some(boot::address()),
            with_moment: state.form.moment().is_some(),
        };
        self.request(kind, state, true).await
    }

    /// Checks the chain for these clients.
    pub(crate) async fn compare(&self, state: &State, clients: Vec<ClientId>) -> Option<ClientTable> {
        self.request(RequestKind::Compare(clients), state, false).await
    }

    /// Looks for the chain that the most of these clients accept; the repaired chain if no client
    /// accepts any.
    pub(crate) async fn most_clients(
        &self,
        state: &State,
        clients: Vec<ClientId>,
    ) -> Option<Result<MostClients, Box<Repair>>> {
        self.request(RequestKind::MostClients(clients), state, false).await
    }

    /// Requests the entries of the user's truststore that Java ignores.
    pub(crate) async fn ignored_entries(&self, state: &State) -> Option<IgnoredEntries> {
        self.request(RequestKind::IgnoredEntries, state, false).await
    }

    /// Requests a truststore with these certificates of the input.
    pub(crate) async fn write_truststore(&self, state: &State, wanted: Vec<CertIndex>) -> Option<Vec<u8>> {
        self.request(RequestKind::Truststore(wanted), state, true).await
    }

    /// Requests the CAs that API Gateway supports.
    pub(crate) async fn authorities(&self, state: &State) -> Option<Authorities> {
        let mut state = state.clone();
        state.request.options.client = ClientId::API_GATEWAY;
        state.request.truststore = 0;
        self.request(RequestKind::Authorities, &state, false).await
    }

    /// Opens a share link; returns the action for its content.
    pub(super) async fn open(&self, link: String, state: &State) -> Action {
        match self.request(RequestKind::OpenLink(link), state, true).await {
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
