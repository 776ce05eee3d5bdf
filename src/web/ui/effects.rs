//! Effects: what reaches out of the page's state into the browser.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ClipboardEvent};
use yew::prelude::*;

use super::browser::events::{document, listen, window};
use super::files::{self, Named};
use super::lazy::load::{load_opening, load_repairing};
use super::session::Session;
use super::state::{Action, Phase, Repairing, State, Why};
use crate::engine::InputError;
use crate::i18n::{Locale, UiText};
use crate::web::client::boot::Boot;
use crate::web::client::{Asking, Failure};
use crate::web::clock;
use crate::web::protocol::KEY_REMOVED;
use crate::web::protocol::response::Reply;
use crate::web::split::Missing;

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
