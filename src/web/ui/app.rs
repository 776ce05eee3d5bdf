//! The whole page: its state, its events, and the frame around its content.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::browser::{host, preferences};
use super::callbacks::use_callbacks;
use super::components::basic::header::{header, views};
use super::content::content;
use super::effects;
use super::files::Wanted;
use super::lazy::load::load_words;
use super::session::Session;
use super::state::{Action, Form, State};
use crate::i18n::{AnswerText, UiPhrase, UiText};
use crate::web::protocol::js;

/// What the user entered on the static page before the interface started.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct Props {
    /// The text of the box.
    #[prop_or_default]
    pub early: Option<AttrValue>,
    /// The host field's value.
    #[prop_or_default]
    pub early_host: AttrValue,
}

/// Renders the page in the element `#app`, with the text that was pasted before.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show_broken();
    }));
    let Some(document) = web_sys::window().and_then(|w| w.document()) else {
        return;
    };
    let Some(root) = document.get_element_by_id("app") else {
        return;
    };
    spawn_local(async move {
        load_words(preferences::first_locale()).await;
        let value = |id: &str| {
            let element = document.get_element_by_id(id)?;
            js::field(&element, "value").as_string()
        };
        let early = value("input")
            .filter(|text| !text.trim().is_empty())
            .map(AttrValue::from);
        let early_host = value("host").map(AttrValue::from).unwrap_or_default();
        yew::Renderer::<App>::with_root_and_props(root, Props { early, early_host }).render();
    });
}

/// Shows the static page's error message; the box keeps its text.
fn show_broken() {
    let broken = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id("broken"));
    if let Some(broken) = broken {
        // The page has already failed, so a second failure does not matter.
        let _ = broken.remove_attribute("hidden");
    }
}

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let state = use_reducer_eq(|| State {
        locale: preferences::first_locale(),
        chosen_locale: preferences::chosen_locale(),
        theme: preferences::first_theme(),
        system: preferences::first_system(),
        wide: preferences::matches(preferences::WIDE),
        form: Form {
            host: props.early_host.to_string(),
            ..Form::default()
        },
        ..State::default()
    });
    let session = use_memo((), |()| Session::new());
    let collecting = use_memo((), |()| Wanted::default());
    let dragging = use_state_eq(|| false);
    effects::use_checking(&state, &session);
    effects::use_repairing(&state, &session);
    effects::use_links(&state, &session);
    effects::use_document(&state);
    {
        let (state, early) = (state.clone(), props.early.clone());
        use_effect_with((), move |()| {
            if let Some(text) = early {
                state.dispatch(Action::NewText(Rc::from(text.as_str())));
            }
        });
    }
    let callbacks = use_callbacks(&state, &session, &collecting);
    effects::use_paste_anywhere(callbacks.on_text.clone());
    effects::use_handed_over(&callbacks.on, &callbacks.on_files);

    effects::use_dropping(&callbacks, &collecting, &dragging);
    effects::use_width(&callbacks.on);
    effects::use_answer_focus(&state);
    let locale = state.locale;
    html! {
        <div class={classes!("page", dragging.then_some("page--dragging"))}>
            <a class="skip" href="#main">{ locale.ui(UiText::SkipToContent) }</a>
            { header(locale, state.theme, state.view, &callbacks.on) }
            { content(&state, &session, &callbacks) }
            { footer(&state, &callbacks.on) }
            if *dragging { <div class="drop" aria-hidden="true">{ locale.ui(UiText::DropHere) }</div> }
        </div>
    }
}

/// The last lines: what happens to the input, the list that is used, the documentation.
fn footer(state: &State, on: &Callback<Action>) -> Html {
    let locale = state.locale;
    let list = state.report().map(|report| match report.is_for_api_gateway() {
        true => &report.tool.trust_list_version,
        false => &report.client.trusts,
    });
    let docs = ["docs/", locale.tag(), "/index.html"].concat();
    html! {
        <footer class="footer">
            { views(locale, state.view, "footer__nav", on) }
            <p>
                { locale.answer(AnswerText::NothingLeaves) }
                if let Some(list) = list { { " · " }{ locale.phrase(&UiPhrase::ListVersion(list)) } }
                if !host::is_one_file() {
                    { " · " }<a href={docs} target="_blank" rel="noopener">{ locale.answer(AnswerText::Documentation) }</a>
                }
            </p>
        </footer>
    }
}
