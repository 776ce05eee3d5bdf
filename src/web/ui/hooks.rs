//! Effects: what reaches out of the page's state into the browser.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ClipboardEvent};
use yew::prelude::*;

use super::files::{self, Named};
use super::later::{load_opening, load_repairing};
use super::state::{self, Action, Phase, Repairing, Source, State, Theme, Why};
use crate::containers::Passwords;
use crate::contract::ReportView;
use crate::engine::InputError;
use crate::guide::System;
use crate::i18n::{Locale, UiText};
use crate::report::Report;
use crate::visible::visible;
use crate::web::clock;
use crate::web::codec::{self, KEY_REMOVED, OpenedLink, Reply, Want};
use crate::web::part::Missing;
use crate::web::worker::{Asking, Boot, Client, Failure, Input, sleep};

/// A text longer than this does not go into the box, where it would only make the browser slow; in UTF-16 units.
pub(crate) const BOX_LIMIT: u32 = 1_000_000;

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

    fn passwords(&self) -> Passwords {
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

/// Asks the engine whenever the state holds a new question.
#[hook]
pub(crate) fn use_checking(state: &UseReducerHandle<State>, session: &Session) {
    {
        let client = session.client.clone();
        use_effect_with((), move |()| {
            if let Some(client) = client {
                spawn_local(async move { client.warm_up().await });
            }
        });
    }
    let (handle, session) = (state.clone(), session.clone());
    use_effect_with(state.seq, move |&seq| {
        let Some(client) = session.client.clone() else { return };
        let (Some(input), Phase::Checking { .. }) = (session.input(&handle.source), &handle.phase) else {
            // Cleared or stopped: whatever the engine is at is not wanted any more.
            client.cancel(seq);
            return;
        };
        let options = handle.asked.options(clock::now());
        spawn_local(async move {
            let dispatcher = handle.dispatcher();
            let asking = Asking {
                input: &input,
                options: &options,
                passwords: &session.store.passwords(),
                list: handle.list.as_deref(),
                language: handle.locale.tag(),
                now: handle.asked.moment().is_none(),
                together: handle.is_together(),
                progress: &move |done, of| dispatcher.dispatch(Action::Read { seq, done, of }),
            };
            let answer = client.check(seq, asking).await;
            if let Ok(reply) = &answer
                && let Some(link) = share_link(reply)
            {
                handle.dispatch(Action::Opening);
                let opened = opened(session, link.to_owned(), handle.clone()).await;
                handle.dispatch(opened);
                return;
            }
            if let Ok(reply) = &answer
                && reply.servers > 1
            {
                let redacted = reply.redacted.as_ref().map(|text| named_keys(text, handle.locale));
                handle.dispatch(Action::Several { seq, redacted });
                return;
            }
            let key_removed = answer.as_ref().is_ok_and(Reply::holds_private_key);
            let (outcome, redacted) = match answer {
                Ok(reply) => {
                    let redacted = reply.redacted.as_ref().map(|text| named_keys(text, handle.locale));
                    match reply.outcome() {
                        Some(Ok(report)) => (Ok(report.into()), redacted),
                        Some(Err(why)) => (Err(Why::Input(why)), redacted),
                        None => (Err(Why::Crashed("an empty answer".into())), None),
                    }
                }
                Err(Failure::Superseded) => return,
                Err(Failure::TooLong) => (Err(Why::TooLong), None),
                Err(Failure::Crashed(detail)) => (Err(Why::Crashed(detail)), None),
                Err(Failure::Unavailable(detail)) => (Err(Why::Unavailable(detail)), None),
                Err(Failure::Unreadable(detail)) => (Err(Why::Unreadable(detail)), None),
            };
            if redacted.is_some() {
                session.store.forget();
            }
            handle.dispatch(Action::Answered {
                seq,
                outcome,
                key_removed,
                redacted,
            });
        });
    });
}

/// What a share link holds, as the action to which it leads.
async fn opened(session: Session, link: String, state: UseReducerHandle<State>) -> Action {
    match load_opening().await {
        Ok(opening) => opening(session, link, state).await,
        Err(Missing) => Action::NotOpened(Why::Unavailable(String::new())),
    }
}

/// A text in which the places of private keys are named in words.
fn named_keys(text: &str, locale: Locale) -> Rc<str> {
    let note = format!("[{}]", locale.ui(UiText::PrivateKeyNote));
    Rc::from(text.replace(KEY_REMOVED, &note))
}

/// A link of ours in a text without certificates.
fn share_link(reply: &Reply) -> Option<&str> {
    match &reply.err {
        Some(InputError::NoCertificate { input }) => input.hints.share_link.as_deref(),
        _ => None,
    }
}

/// Makes the repaired chain whenever the state says so.
#[hook]
pub(crate) fn use_repairing(state: &UseReducerHandle<State>, session: &Session) {
    let making = state.repair == Repairing::Making;
    let (handle, session) = (state.clone(), session.clone());
    use_effect_with((state.seq, making), move |&(seq, making)| {
        if !making {
            return;
        }
        spawn_local(async move {
            let repair = match load_repairing().await {
                Ok(repairing) => repairing(session, handle.clone()).await,
                Err(Missing) => None,
            };
            handle.dispatch(Action::Repaired { seq, repair });
        });
    });
}

/// Opens the share link in the page's address, now and whenever it changes, and takes it out of the address: it would
/// otherwise stay in the history.
#[hook]
pub(crate) fn use_links(state: &UseReducerHandle<State>, session: &Session) {
    let (handle, session) = (state.clone(), session.clone());
    use_effect_with((), move |()| {
        let open = move || {
            let Some(window) = web_sys::window() else { return };
            let hash = window.location().hash().unwrap_or_default();
            if !is_link(&hash) {
                return;
            }
            let (handle, session) = (handle.clone(), session.clone());
            let clean =
                window.location().pathname().unwrap_or_default() + &window.location().search().unwrap_or_default();
            if let Ok(history) = window.history() {
                // A browser that forbids it leaves the link where it stands.
                let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&clean));
            }
            handle.dispatch(Action::Opening);
            spawn_local(async move {
                let opened = opened(session, hash, handle.clone()).await;
                handle.dispatch(opened);
            });
        };
        open();
        // Without the listener a link in the address is opened on the next load.
        listen(window(), "hashchange", move |_: web_sys::Event| open())
    });
}

/// `#v1.`, `#v2.`, …: also of versions that do not exist yet, so that they are named.
fn is_link(hash: &str) -> bool {
    let version = hash.strip_prefix("#v").and_then(|rest| rest.split(['.', '%']).next());
    version.is_some_and(|version| !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What the system hands over (files opened with the page, things shared with it), and the news of a newer version.
#[hook]
pub(crate) fn use_handed_over(on: &Callback<Action>, on_files: &Callback<Vec<Named>>) {
    let (on, on_files) = (on.clone(), on_files.clone());
    use_effect_with((), move |()| {
        let told = on.clone();
        let input = Closure::<dyn FnMut(Array)>::new(move |handed: Array| {
            let files = handed.iter().filter_map(|one| one.dyn_into::<web_sys::File>().ok());
            let mut files: Vec<Named> = files.map(files::named).collect();
            let texts: Vec<String> = handed.iter().filter_map(|one| one.as_string()).collect();
            let text = texts.join("\n");
            if files.is_empty() {
                told.emit(Action::Gave(Rc::from(text)));
                return;
            }
            // What was shared along with files may be the command or the log line that explains them.
            if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.as_str().into()))
                && !text.trim().is_empty()
            {
                files.push(("text.txt".to_owned(), blob));
            }
            on_files.emit(files);
        });
        let update = Closure::<dyn FnMut()>::new(move || on.emit(Action::UpdateReady));
        if let Some(boot) = Boot::of_page() {
            // Without them the page works, only that nothing is handed over and no news told.
            let _ = boot.on_input(&input.into_js_value());
            let _ = boot.on_update(&update.into_js_value());
        }
    });
}

/// Changes to the newer version of the page.
pub(crate) fn apply_update() {
    if let Some(boot) = Boot::of_page() {
        // Where it fails the old version stays, which works.
        let _ = boot.apply_update();
    }
}

/// True where everything is in this one file.
pub(crate) fn is_one_file() -> bool {
    Boot::of_page().and_then(|boot| boot.form()).as_deref() == Some("file")
}

/// Offers `text` as a file.
pub(crate) fn download(name: &str, kind: &str, text: &str) {
    download_parts(name, kind, &Array::of1(&text.into()));
}

/// Offers texts and blobs, one after another, as a file.
pub(crate) fn download_parts(name: &str, kind: &str, parts: &Array) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let document = web_sys::window().and_then(|w| w.document());
    let (Ok(blob), Some(document)) = (Blob::new_with_blob_sequence_and_options(parts, &options), document) else {
        return;
    };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else {
        return;
    };
    if let Ok(link) = document.create_element("a")
        && link.set_attribute("href", &address).is_ok()
        && link.set_attribute("download", name).is_ok()
        && let Ok(link) = link.dyn_into::<web_sys::HtmlElement>()
    {
        link.click();
    }
    // The browser has taken the file by then; it is freed a moment later.
    spawn_local(async move {
        crate::web::worker::sleep(10_000).await;
        let _ = web_sys::Url::revoke_object_url(&address);
    });
}

/// The page's address without what stands behind it.
pub(crate) fn page_address() -> String {
    crate::web::worker::address()
}

/// The report in its public form ([`crate::contract`]), as JSON.
pub(crate) fn report_json(report: &Report, locale: Locale) -> Option<String> {
    let value = codec::to_js(&ReportView::new(report, locale)).ok()?;
    let text = js_sys::JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &2.into()).ok()?;
    Some(String::from(text) + "\n")
}

thread_local! {
    /// How many jumps there were: a newer one takes an older one's place.
    static JUMPS: Cell<u32> = const { Cell::new(0) };
}

/// Shows a section of the page, opened, with the focus in it, and leaves the address as it is. One whose part of the page is
/// still on its way is waited for.
pub(crate) fn jump(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let this = JUMPS.get().wrapping_add(1);
        JUMPS.set(this);
        spawn_local(async move {
            // A part that has not come after these seconds says so where it would stand.
            for _ in 0..50 {
                if JUMPS.get() != this || show(id) {
                    return;
                }
                sleep(100).await;
            }
        });
    })
}

/// False where there is no such section.
fn show(id: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let Some(section) = document.and_then(|d| d.get_element_by_id(id)) else {
        return false;
    };
    if section.tag_name() == "DETAILS" {
        // Setting an attribute of that name cannot fail.
        let _ = section.set_attribute("open", "");
    }
    section.scroll_into_view();
    let inside = section.query_selector("summary, button, input, a[href]").ok().flatten();
    if let Some(Ok(target)) = inside.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
        let _ = target.focus();
    }
    true
}

/// Opens the browser's printing.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print does nothing.
        let _ = window.print();
    }
}

/// The person's system, by what the browser tells of it.
pub(crate) fn first_system() -> System {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    match agent {
        Some(agent) if agent.contains("Windows") => System::Windows,
        _ => System::Unix,
    }
}

/// Pastes outside any field, anywhere on the page.
#[hook]
pub(crate) fn use_paste_anywhere(on_text: Callback<ClipboardEvent>) {
    let latest = use_mut_ref(|| on_text.clone());
    *latest.borrow_mut() = on_text;
    use_effect_with((), move |()| {
        // Without the listener the box still takes pastes.
        listen(document(), "paste", move |event: ClipboardEvent| {
            let in_field = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
            if !in_field {
                let callback = latest.borrow().clone();
                callback.emit(event);
            }
        })
    });
}

/// Listens to an event of the window or of the document, until the result is called: what an effect gives back.
pub(crate) fn listen<E: JsCast + 'static>(
    target: Option<web_sys::EventTarget>,
    event: &'static str,
    mut heard: impl FnMut(E) + 'static,
) -> impl FnOnce() {
    let listener =
        Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| heard(event.unchecked_into()));
    if let Some(target) = &target {
        let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    move || {
        if let Some(target) = target {
            let _ = target.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
    }
}

/// The window, to be listened to.
pub(crate) fn window() -> Option<web_sys::EventTarget> {
    web_sys::window().map(Into::into)
}

fn document() -> Option<web_sys::EventTarget> {
    web_sys::window().and_then(|w| w.document()).map(Into::into)
}

/// Keeps the document's language, title and colours with the state.
#[hook]
pub(crate) fn use_document(state: &State) {
    use_effect_with((state.locale, state.theme), |&(locale, theme)| {
        let Some(document) = web_sys::window().and_then(|w| w.document()) else {
            return;
        };
        document.set_title(locale.ui(UiText::Title));
        if let Some(root) = document.document_element() {
            // Setting an attribute of that name cannot fail.
            let _ = root.set_attribute("lang", locale.tag());
            let _ = match theme.word() {
                Some(word) => root.set_attribute("data-theme", word),
                None => root.remove_attribute("data-theme"),
            };
        }
    });
}

/// The language that the person chose here before.
pub(crate) fn chosen_locale() -> Option<Locale> {
    let chosen = storage().and_then(|s| s.get_item("locale").ok().flatten());
    chosen.as_deref().and_then(Locale::from_tag)
}

/// The language to begin with: the chosen one, else the browser's.
pub(crate) fn first_locale() -> Locale {
    if let Some(locale) = chosen_locale() {
        return locale;
    }
    let preferred: Vec<String> = web_sys::window()
        .map(|w| {
            w.navigator()
                .languages()
                .iter()
                .filter_map(|tag| tag.as_string())
                .collect()
        })
        .unwrap_or_default();
    Locale::from_preferences(preferred.iter().map(String::as_str))
}

/// The colours to begin with.
pub(crate) fn first_theme() -> Theme {
    Theme::from_word(storage().and_then(|s| s.get_item("theme").ok().flatten()).as_deref())
}

/// Remembers a choice of language or colours: nothing else is ever stored. A browser that forbids it just forgets.
pub(crate) fn remember(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// Copies `text`; false where the browser has no clipboard here or refuses.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let there = codec::field(&navigator, "clipboard").is_object();
    there
        && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

/// The text of one of this page's own files, by its address relative to the page.
pub(crate) async fn own_file(address: &str) -> Option<String> {
    let bytes = Boot::of_page()?.file(address).await?;
    String::from_utf8(bytes.to_vec()).ok()
}
