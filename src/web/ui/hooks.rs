//! Effects: what reaches out of the page's state into the browser.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, ClipboardEvent};
use yew::prelude::*;

use super::files::{self, Named};
use super::state::{self, Action, Phase, Source, State, Theme, Why};
use super::text::visible;
use crate::containers::Passwords;
use crate::i18n::{Locale, UiText};
use crate::web::clock;
use crate::web::codec::{KEY_REMOVED, Reply};
use crate::web::worker::{Asking, Client, Failure, Input};

/// A text longer than this does not go into the box, where it would only make the browser slow; in UTF-16 units.
pub(crate) const BOX_LIMIT: u32 = 1_000_000;

/// What has no place in the state: the newest files, and the passwords for their key stores.
#[derive(Clone, Default)]
pub(crate) struct Store(Rc<RefCell<Kept>>);

#[derive(Default)]
struct Kept {
    id: u32,
    files: Option<Rc<[Named]>>,
    passwords: Passwords,
}

/// How many passwords are tried; an older one is forgotten.
const MAX_PASSWORDS: usize = 8;

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    /// Keeps files in place of what was kept before, as far as they can be read at once.
    pub(crate) fn keep(&self, files: Vec<Named>) -> state::Kept {
        let first = files
            .first()
            .map(|(name, blob)| (visible(name), files::size_of(blob)))
            .unwrap_or_default();
        let taken = files::within_bounds(files);
        let mut kept = self.0.borrow_mut();
        kept.id = kept.id.saturating_add(1);
        kept.passwords.clear();
        let told = state::Kept {
            id: kept.id,
            name: taken.files.first().map_or(first.0, |(name, _)| visible(name)),
            count: taken.files.len(),
            bytes: if taken.files.is_empty() { first.1 } else { taken.bytes },
            left_out: taken.left_out.into(),
        };
        kept.files = Some(taken.files.into());
        told
    }

    /// Keeps a text too long for the box.
    pub(crate) fn keep_text(&self, text: &str) -> Option<state::Kept> {
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence(&parts).ok()?;
        Some(self.keep(vec![(String::new(), blob)]))
    }

    fn get(&self, id: u32) -> Option<Rc<[Named]>> {
        let kept = self.0.borrow();
        kept.files.clone().filter(|_| kept.id == id)
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
        kept.passwords.clear();
    }
}

/// Asks the engine whenever the state holds a new question.
#[hook]
pub(crate) fn use_checking(state: &UseReducerHandle<State>, store: &Store) {
    let client = use_memo((), |()| Client::of_page());
    {
        let client = Rc::clone(&client);
        use_effect_with((), move |()| {
            if let Some(client) = client.as_ref().clone() {
                spawn_local(async move { client.warm_up().await });
            }
        });
    }
    let (handle, store) = (state.clone(), store.clone());
    use_effect_with(state.seq, move |&seq| {
        let input = match &handle.source {
            Source::Text(text) => Some(Input::Text(Rc::clone(text))),
            Source::Files(kept) => store.get(kept.id).map(Input::Files),
            Source::None => None,
        };
        let (Some(input), Phase::Checking { .. }) = (input, &handle.phase) else {
            // Cleared or stopped: whatever the engine is at is not wanted any more.
            if let Some(client) = client.as_ref() {
                client.cancel(seq);
            }
            return;
        };
        let options = handle.asked.options(clock::now());
        let client = client.as_ref().clone();
        spawn_local(async move {
            let Some(client) = client else { return };
            let dispatcher = handle.dispatcher();
            let asking = Asking {
                input: &input,
                options: &options,
                passwords: &store.passwords(),
                list: None,
                language: handle.locale.tag(),
                now: handle.asked.moment().is_none(),
                progress: &move |done, of| dispatcher.dispatch(Action::Read { seq, done, of }),
            };
            let answer = client.check(seq, asking).await;
            let key_removed = answer.as_ref().is_ok_and(Reply::holds_private_key);
            let (outcome, redacted) = match answer {
                Ok(reply) => {
                    let note = format!("[{}]", handle.locale.ui(UiText::PrivateKeyNote));
                    let redacted = reply
                        .redacted
                        .as_ref()
                        .map(|text| Rc::from(text.replace(KEY_REMOVED, &note)));
                    match reply.outcome() {
                        Some(Ok(report)) => (Ok(Rc::new(report)), redacted),
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
                store.forget();
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

/// Pastes outside any field, anywhere on the page.
#[hook]
pub(crate) fn use_paste_anywhere(on_text: Callback<ClipboardEvent>) {
    let latest = use_mut_ref(|| on_text.clone());
    *latest.borrow_mut() = on_text;
    use_effect_with((), move |()| {
        let document = web_sys::window().and_then(|w| w.document());
        let listener = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
            let in_field = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
                .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
            if !in_field {
                let callback = latest.borrow().clone();
                callback.emit(event);
            }
        });
        if let Some(document) = &document {
            // Without the listener the box still takes pastes.
            let _ = document.add_event_listener_with_callback("paste", listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(document) = document {
                let _ = document.remove_event_listener_with_callback("paste", listener.as_ref().unchecked_ref());
            }
        }
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

/// The language to begin with: the chosen one, else the browser's.
pub(crate) fn first_locale() -> Locale {
    let chosen = storage().and_then(|s| s.get_item("locale").ok().flatten());
    if let Some(locale) = chosen.as_deref().and_then(Locale::from_tag) {
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
    let there = crate::web::codec::field(&navigator, "clipboard").is_object();
    there
        && wasm_bindgen_futures::JsFuture::from(navigator.clipboard().write_text(text))
            .await
            .is_ok()
}

/// A static file of this page, by its address relative to the page.
pub(crate) async fn own_file(address: &str) -> Option<String> {
    let window = web_sys::window()?;
    let response = wasm_bindgen_futures::JsFuture::from(window.fetch_with_str(address))
        .await
        .ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    let text = response.ok().then(|| response.text().ok()).flatten()?;
    wasm_bindgen_futures::JsFuture::from(text).await.ok()?.as_string()
}
