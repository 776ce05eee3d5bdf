//! The page's effects in the browser when its state changes.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ClipboardEvent, DragEvent};
use yew::prelude::*;

use super::browser::events::{document, listen, window};
use super::browser::{focus, preferences};
use super::callbacks::Callbacks;
use super::components::answer::frame::title;
use super::files::{self, Named, Wanted};
use super::intake::take_drop;
use super::lazy::load::{load_opening, load_repairing};
use super::session::Session;
use super::state::{Action, Phase, Repairing, State, Why};
use crate::engine::InputError;
use crate::guide::tone;
use crate::i18n::{Locale, UiText};
use crate::web::client::Failure;
use crate::web::client::boot::Boot;
use crate::web::protocol::KEY_REMOVED;
use crate::web::protocol::response::{Checked, Outcome};
use crate::web::split::Missing;

/// Sends a check whenever the state holds a new one.
#[hook]
pub(crate) fn use_checking(state: &UseReducerHandle<State>, session: &Session) {
    {
        let session = session.clone();
        use_effect_with((), move |()| session.warm_up());
    }
    let (handle, session) = (state.clone(), session.clone());
    use_effect_with(state.request.id, move |&id| {
        spawn_local(async move {
            // The handle shows the newest state. If text was pasted before the interface started,
            // its check is already the newest one here, and has an effect of its own.
            if handle.request.id != id {
                return;
            }
            let dispatcher = handle.dispatcher();
            let progress = move |done, of| dispatcher.dispatch(Action::Read { id, done, of });
            let action = match session.check(&handle, &progress).await {
                Ok(checked) => match share_link(&checked) {
                    Some(link) => {
                        handle.dispatch(Action::Opening);
                        open(session, link.to_owned(), handle.clone()).await
                    }
                    None => {
                        if checked.redacted.is_some() && !matches!(checked.outcome, Outcome::Servers(_)) {
                            session.store.forget();
                        }
                        shown(id, checked, handle.locale)
                    }
                },
                Err(failure) => match why(failure) {
                    Some(why) => Action::Answered {
                        id,
                        outcome: Err(why),
                        key_removed: false,
                        redacted: None,
                    },
                    None => return,
                },
            };
            handle.dispatch(action);
        });
    });
}

/// The action for the result of a check.
fn shown(id: u32, checked: Checked, locale: Locale) -> Action {
    let key_removed = checked.has_private_key();
    let redacted = checked.redacted.as_ref().map(|text| with_key_notes(text, locale));
    let outcome = match checked.outcome {
        Outcome::Servers(_) => return Action::Several { id, redacted },
        Outcome::Report(report) => Ok((*report).into()),
        Outcome::InputError(why) => Err(Why::Input(why)),
        Outcome::Truststore(why) => Err(Why::Truststore(why)),
    };
    Action::Answered {
        id,
        outcome,
        key_removed,
        redacted,
    }
}

/// The failure that the page shows; `None` if the check was replaced.
fn why(failure: Failure) -> Option<Why> {
    match failure {
        Failure::Superseded => None,
        Failure::TooLong => Some(Why::TooLong),
        Failure::Crashed(detail) => Some(Why::Crashed(detail)),
        Failure::Unavailable(detail) => Some(Why::Unavailable(detail)),
        Failure::Unreadable(detail) => Some(Why::Unreadable(detail)),
    }
}

/// Opens a share link; returns the action for its content.
async fn open(session: Session, link: String, state: UseReducerHandle<State>) -> Action {
    match load_opening().await {
        Ok(opening) => opening(session, link, state).await,
        Err(Missing) => Action::NotOpened(Why::Unavailable(String::new())),
    }
}

/// The text with a note in place of each removed private key.
fn with_key_notes(text: &str, locale: Locale) -> Rc<str> {
    let note = ["[", locale.ui(UiText::PrivateKeyNote), "]"].concat();
    Rc::from(text.replace(KEY_REMOVED, &note))
}

/// The share link in a text without certificates.
fn share_link(checked: &Checked) -> Option<&str> {
    match &checked.outcome {
        Outcome::InputError(InputError::NoCertificate { input }) => input.hints.share_link.as_deref(),
        _ => None,
    }
}

/// Requests the repaired chain when the state wants it.
#[hook]
pub(crate) fn use_repairing(state: &UseReducerHandle<State>, session: &Session) {
    let making = state.repair == Repairing::Making;
    let (handle, session) = (state.clone(), session.clone());
    use_effect_with((state.request.id, making), move |&(id, making)| {
        if !making {
            return;
        }
        spawn_local(async move {
            let repair = match load_repairing().await {
                Ok(repairing) => repairing(session, handle.clone()).await,
                Err(Missing) => None,
            };
            handle.dispatch(Action::Repaired { id, repair });
        });
    });
}

/// Opens a share link in the page's address, now and whenever the address changes. Removes the link
/// from the address, to keep it out of the history.
#[hook]
pub(crate) fn use_links(state: &UseReducerHandle<State>, session: &Session) {
    let (handle, session) = (state.clone(), session.clone());
    use_effect_with((), move |()| {
        let open_address = move || {
            let Some(window) = web_sys::window() else { return };
            let hash = window.location().hash().unwrap_or_default();
            if !is_link(&hash) {
                return;
            }
            let (handle, session) = (handle.clone(), session.clone());
            let clean =
                window.location().pathname().unwrap_or_default() + &window.location().search().unwrap_or_default();
            if let Ok(history) = window.history() {
                // If the browser forbids this, the link stays in the address.
                let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&clean));
            }
            handle.dispatch(Action::Opening);
            spawn_local(async move {
                let opened = open(session, hash, handle.clone()).await;
                handle.dispatch(opened);
            });
        };
        open_address();
        // Without the listener, a new link is opened on the next load.
        listen(window(), "hashchange", move |_: web_sys::Event| open_address())
    });
}

/// Whether this is a share link (`#v1.…`) of any version. A newer version has its own error
/// message.
fn is_link(hash: &str) -> bool {
    let version = hash.strip_prefix("#v").and_then(|rest| rest.split(['.', '%']).next());
    version.is_some_and(|version| !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Takes input from the system (files opened with the page, items shared with it), and notes when a
/// newer version is ready.
#[hook]
pub(crate) fn use_handed_over(on: &Callback<Action>, on_files: &Callback<Vec<Named>>) {
    let (on, on_files) = (on.clone(), on_files.clone());
    use_effect_with((), move |()| {
        let on_text = on.clone();
        let input = Closure::<dyn FnMut(Array)>::new(move |handed: Array| {
            let files = handed.iter().filter_map(|one| one.dyn_into::<web_sys::File>().ok());
            let mut files: Vec<Named> = files.map(files::named).collect();
            let texts: Vec<String> = handed.iter().filter_map(|one| one.as_string()).collect();
            let text = texts.join("\n");
            if files.is_empty() {
                on_text.emit(Action::NewText(Rc::from(text)));
                return;
            }
            // Text shared with files may be the command or the log line that explains them.
            if let Ok(blob) = Blob::new_with_str_sequence(&Array::of1(&text.as_str().into()))
                && !text.trim().is_empty()
            {
                files.push(("text.txt".to_owned(), blob));
            }
            on_files.emit(files);
        });
        let update = Closure::<dyn FnMut()>::new(move || on.emit(Action::UpdateReady));
        if let Some(boot) = Boot::of_page() {
            // Without these callbacks the page works, but gets no input from the system and no
            // updates.
            let _ = boot.on_input(&input.into_js_value());
            let _ = boot.on_update(&update.into_js_value());
        }
    });
}

/// Takes pastes anywhere on the page outside of fields.
#[hook]
pub(crate) fn use_paste_anywhere(on_text: Callback<ClipboardEvent>) {
    let latest = use_mut_ref(|| on_text.clone());
    *latest.borrow_mut() = on_text;
    use_effect_with((), move |()| {
        // Without the listener, the box still takes pastes.
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

/// Takes files, folders and text dropped anywhere in the window, except on the field for a
/// truststore. Elsewhere the browser would leave the page and open the file.
#[hook]
pub(crate) fn use_dropping(callbacks: &Callbacks, collecting: &Rc<Wanted>, dragging: &UseStateHandle<bool>) {
    let (callbacks, collecting, dragging) = (callbacks.clone(), Rc::clone(collecting), dragging.setter());
    use_effect_with((), move |()| {
        let over = {
            let dragging = dragging.clone();
            listen(window(), "dragover", move |event: DragEvent| {
                event.prevent_default();
                dragging.set(true);
            })
        };
        let leave = {
            let dragging = dragging.clone();
            // Moving between elements also fires this, but then there is a related target.
            listen(window(), "dragleave", move |event: DragEvent| {
                if event.related_target().is_none() {
                    dragging.set(false);
                }
            })
        };
        let drop = listen(window(), "drop", move |event: DragEvent| {
            event.prevent_default();
            dragging.set(false);
            if let Some(data) = event
                .data_transfer()
                .filter(|_| !focus::is_target_in(&event, "truststore-drop"))
            {
                take_drop(&data, &callbacks.on, &callbacks.on_files, collecting.begin());
            }
        });
        move || {
            over();
            leave();
            drop();
        }
    });
}

/// Notes whether the window is wide enough for two columns, now and whenever that changes.
#[hook]
pub(crate) fn use_width(on: &Callback<Action>) {
    let on = on.clone();
    use_effect_with((), move |()| {
        listen(window(), "resize", move |_: web_sys::Event| {
            on.emit(Action::Wide(preferences::matches(preferences::WIDE)));
        })
    });
}

/// When an answer arrives, moves the focus to its heading and folds the box, unless the user is
/// working in the box or in the fields. A browser may not focus what is clicked, so a box that the
/// user opened counts, too.
#[hook]
pub(crate) fn use_answer_focus(state: &UseReducerHandle<State>) {
    let answered = match &state.phase {
        Phase::Done { .. } | Phase::Failed { .. } => Some(state.request.id),
        _ if state.shared_verdict.is_some() => Some(state.request.id),
        _ => None,
    };
    let handle = state.clone();
    use_effect_with(answered, move |answered| {
        let working = !handle.folded && handle.kept_open;
        if answered.is_none() || working || focus::is_in("setup") || focus::is_in("sharing") || focus::is_in("password")
        {
            return;
        }
        if !handle.folded && handle.report().is_some() {
            handle.dispatch(Action::Fold);
        }
        focus::focus("verdict-title");
    });
}

/// Sets the document's language, title and colours as in the state.
#[hook]
pub(crate) fn use_document(state: &State) {
    let result = state.report().map(|report| title(state.locale, tone(report)));
    use_effect_with((state.locale, state.theme, result), |&(locale, theme, result)| {
        let Some(document) = web_sys::window().and_then(|w| w.document()) else {
            return;
        };
        let name = locale.ui(UiText::Title);
        match result {
            Some(result) => document.set_title(&[result, " – ", name].concat()),
            None => document.set_title(name),
        }
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
