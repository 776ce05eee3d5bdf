//! The field for the user's truststore: a file, chosen or dropped. It stays in the tab.

use std::rc::Rc;

use web_sys::{DragEvent, HtmlInputElement};
use yew::prelude::*;

use crate::i18n::{ClientPageText, Locale};
use crate::web::ui::files::{self, Dropped, Named};
use crate::web::ui::session::Session;
use crate::web::ui::state::Action;
use crate::web::ui::text::brief;

/// The longest name that is shown, in characters.
const MAX_NAME: usize = 80;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    /// The name of the file that the page has.
    pub(crate) name: Option<Rc<str>>,
    pub(crate) session: Session,
    pub(crate) on: Callback<Action>,
}

/// The field. `use_dropping` leaves drops on it to it.
#[component]
pub(crate) fn TruststoreField(props: &Props) -> Html {
    let locale = props.locale;
    let take = {
        let (session, on) = (props.session.clone(), props.on.clone());
        move |files: Vec<Named>| {
            if let Some(file) = files.into_iter().next() {
                on.emit(Action::Truststore(session.store.keep_truststore(file)));
            }
        }
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                take(input.files().map(|files| files::of_list(&files)).unwrap_or_default());
                // Lets the user choose the same file again after it has changed.
                input.set_value("");
            }
        })
    };
    let ondrop = Callback::from(move |event: DragEvent| {
        event.prevent_default();
        if let Some(Dropped::Files(files)) = event.data_transfer().as_ref().and_then(files::of_drop) {
            take(files);
        }
    });
    html! {
        <div class="field truststore" id="truststore-drop" role="group" aria-labelledby="truststore-title" {ondrop}>
            <span class="field__label" id="truststore-title">{ locale.client_page(ClientPageText::TruststoreFile) }</span>
            <label class="button button--small box__file">
                <span>{ locale.client_page(ClientPageText::TruststoreChoose) }</span>
                <input class="visually-hidden" type="file" id="truststore" {onchange} aria-describedby="truststore-hint" />
            </label>
            if let Some(name) = &props.name { <span class="truststore__name" id="truststore-name">{ brief(name, MAX_NAME) }</span> }
            <span class="field__hint" id="truststore-hint">{ locale.client_page(ClientPageText::TruststoreHint) }</span>
        </div>
    }
}
