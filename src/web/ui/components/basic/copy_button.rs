//! A button that copies a text and confirms it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::i18n::{Locale, UiText};
use crate::web::ui::browser::output;

#[derive(Clone, Copy, PartialEq, Eq)]
enum CopyState {
    Idle,
    Copied,
    Failed,
}

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) text: AttrValue,
    /// What is copied, for screen readers.
    #[prop_or_default]
    pub(crate) what: AttrValue,
    /// The button's label, if it is not "Copy".
    #[prop_or_default]
    pub(crate) word: Option<AttrValue>,
    /// Whether only the sign is visible.
    #[prop_or_default]
    pub(crate) sign_only: bool,
}

/// Copies `text`.
#[component]
pub(crate) fn CopyButton(props: &Props) -> Html {
    let state = use_state_eq(|| CopyState::Idle);
    {
        let state = state.clone();
        use_effect_with(props.text.clone(), move |_| state.set(CopyState::Idle));
    }
    let onclick = {
        let (state, text) = (state.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, text) = (state.clone(), text.clone());
            spawn_local(async move {
                state.set(if output::copy(&text).await {
                    CopyState::Copied
                } else {
                    CopyState::Failed
                });
            });
        })
    };
    let said = |text: UiText| AttrValue::Static(props.locale.ui(text));
    let word = match *state {
        CopyState::Idle => props.word.clone().unwrap_or_else(|| said(UiText::Copy)),
        CopyState::Copied => said(UiText::Copied),
        CopyState::Failed => said(UiText::CopyFailed),
    };
    // Show a failure in words: there is no other sign of it.
    let hidden = props.sign_only && *state != CopyState::Failed;
    let class = if props.sign_only {
        "button copy copy--sign"
    } else {
        "button button--small copy"
    };
    html! {
        <button type="button" {class} {onclick}>
            { icon(if *state == CopyState::Copied { Sign::Pass } else { Sign::Copy }) }
            <span aria-live="polite" class={hidden.then_some("visually-hidden")}>{ word }</span>
            if !props.what.is_empty() { <span class="visually-hidden">{ format!(" ({})", props.what) }</span> }
        </button>
    }
}
