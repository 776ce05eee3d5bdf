//! The whole page: its state, its events, and the frame around its content.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::browser::preferences;
use super::callbacks::use_callbacks;
use super::components::basic::header::header;
use super::content::content;
use super::effects;
use super::files::Wanted;
use super::intake::take_drop;
use super::lazy::load::load_words;
use super::session::Session;
use super::state::{Action, State};
use crate::i18n::UiText;

/// What the user entered on the static page before the interface started.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct Props {
    /// The text of the box.
    #[prop_or_default]
    pub early: Option<AttrValue>,
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
        let area = document
            .get_element_by_id("input")
            .and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok());
        let early = area
            .map(|area| area.value())
            .filter(|text| !text.trim().is_empty())
            .map(AttrValue::from);
        yew::Renderer::<App>::with_root_and_props(root, Props { early }).render();
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

    let ondragover = {
        let dragging = dragging.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(true);
        })
    };
    let ondragleave = {
        let dragging = dragging.clone();
        // Moving between elements also fires this, but then there is a related target.
        Callback::from(move |event: DragEvent| {
            if event.related_target().is_none() {
                dragging.set(false);
            }
        })
    };
    let ondrop = {
        let (dragging, callbacks) = (dragging.clone(), callbacks.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(false);
            if let Some(data) = event.data_transfer() {
                take_drop(&data, &callbacks.on, &callbacks.on_files, collecting.begin());
            }
        })
    };
    let locale = state.locale;
    html! {
        <div class={classes!("page", dragging.then_some("page--dragging"))} {ondragover} {ondragleave} {ondrop}>
            <a class="skip" href="#main">{ locale.ui(UiText::SkipToContent) }</a>
            { header(locale, state.theme, state.view, &callbacks.on) }
            { content(&state, &session, &callbacks) }
            <footer class="footer">
                <p>{ locale.ui(UiText::FooterPrivacy) }</p>
                <p><strong>{ locale.ui(UiText::LimitsHeading) }{ locale.ui(UiText::Colon) }</strong>{ locale.ui(UiText::LimitsText) }</p>
            </footer>
            if *dragging { <div class="drop" aria-hidden="true">{ locale.ui(UiText::DropHere) }</div> }
        </div>
    }
}
