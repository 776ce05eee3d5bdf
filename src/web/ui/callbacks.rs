//! The callbacks with which components report what the user does.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::ClipboardEvent;
use yew::prelude::*;

use super::browser::preferences;
use super::files::{Named, Wanted};
use super::intake::{take_files, take_paste};
use super::lazy::load::load_words;
use super::session::{Session, Store};
use super::state::{Action, State};

/// The callbacks of the page.
#[derive(Clone)]
pub(super) struct Callbacks {
    pub(super) on: Callback<Action>,
    pub(super) on_text: Callback<ClipboardEvent>,
    pub(super) on_files: Callback<Vec<Named>>,
    pub(super) on_password: Callback<String>,
    /// Takes a password for the user's truststore.
    pub(super) on_truststore_password: Callback<String>,
}

/// Makes the callbacks. They stay the same when the page is rendered again.
#[hook]
pub(super) fn use_callbacks(state: &UseReducerHandle<State>, session: &Session, collecting: &Rc<Wanted>) -> Callbacks {
    let store = &session.store;
    let on = {
        let (dispatcher, store, collecting) = (state.dispatcher(), store.clone(), Rc::clone(collecting));
        use_callback((), move |action: Action, ()| {
            match &action {
                Action::NewText(_) | Action::Example { .. } | Action::Clear => {
                    collecting.end();
                    store.forget();
                    if matches!(action, Action::Clear) {
                        store.forget_truststore();
                    }
                }
                Action::Cancel => collecting.end(),
                Action::Locale(locale) => {
                    preferences::remember("locale", Some(locale.tag()));
                    let dispatcher = dispatcher.clone();
                    let locale = *locale;
                    return spawn_local(async move {
                        load_words(locale).await;
                        dispatcher.dispatch(Action::Locale(locale));
                    });
                }
                Action::Theme(theme) => preferences::remember("theme", theme.word()),
                _ => {}
            }
            dispatcher.dispatch(action);
        })
    };
    let on_files = {
        let (store, collecting) = (store.clone(), Rc::clone(collecting));
        use_callback(on.clone(), move |files: Vec<Named>, on| {
            take_files(&store, files, on, collecting.begin())
        })
    };
    let on_password = use_passwords(store, &on, false);
    let on_truststore_password = use_passwords(store, &on, true);
    let on_text = {
        let store = store.clone();
        use_callback(
            (on.clone(), on_files.clone()),
            move |event: ClipboardEvent, (on, on_files)| {
                take_paste(&store, &event, on, on_files);
            },
        )
    };
    Callbacks {
        on,
        on_text,
        on_files,
        on_password,
        on_truststore_password,
    }
}

/// Makes the callback that takes a password for a keystore of the input, or for the truststore.
#[hook]
fn use_passwords(store: &Store, on: &Callback<Action>, for_truststore: bool) -> Callback<String> {
    let store = store.clone();
    use_callback(on.clone(), move |password: String, on| {
        store.add_password(password, for_truststore);
        on.emit(Action::Again);
    })
}
