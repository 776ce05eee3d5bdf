//! A button that copies a text and confirms it.

use std::future::Future;
use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::i18n::{Locale, UiText};
use crate::web::ui::browser::output;

/// A text that is made when the button is pressed; `None` if that fails.
pub(crate) type Making = Pin<Box<dyn Future<Output = Option<String>>>>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum CopyState {
    Idle,
    Copied,
    Failed,
}

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    #[prop_or_default]
    pub(crate) text: AttrValue,
    /// Makes the text if it is not `text`.
    #[prop_or_default]
    pub(crate) make: Option<Callback<(), Making>>,
    /// What is copied, for screen readers.
    #[prop_or_default]
    pub(crate) what: AttrValue,
    /// The button's label, if it is not "Copy".
    #[prop_or_default]
    pub(crate) word: Option<AttrValue>,
    /// Whether only the sign is visible.
    #[prop_or_default]
    pub(crate) sign_only: bool,
    /// Whether it is the most helpful button of its section.
    #[prop_or_default]
    pub(crate) first: bool,
    /// Whether it is large.
    #[prop_or_default]
    pub(crate) large: bool,
    #[prop_or_default]
    pub(crate) id: Option<&'static str>,
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
        let (state, text, make) = (state.clone(), props.text.clone(), props.make.clone());
        Callback::from(move |_: MouseEvent| {
            let (state, text, making) = (state.clone(), text.clone(), make.as_ref().map(|make| make.emit(())));
            spawn_local(async move {
                let text = match making {
                    Some(making) => making.await.map(AttrValue::from),
                    None => Some(text),
                };
                let copied = match text {
                    Some(text) => output::copy(&text).await,
                    None => false,
                };
                state.set(if copied { CopyState::Copied } else { CopyState::Failed });
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
    let class = classes!(
        "button",
        "copy",
        props.sign_only.then_some("copy--sign"),
        (!props.sign_only && !props.large).then_some("button--small"),
        props.first.then_some("button--first"),
    );
    html! {
        <button type="button" id={props.id} {class} {onclick}>
            { icon(if *state == CopyState::Copied { Sign::Pass } else { Sign::Copy }) }
            <span aria-live="polite" class={hidden.then_some("visually-hidden")}>{ word }</span>
            if !props.what.is_empty() { <span class="visually-hidden">{ format!(" ({})", props.what) }</span> }
        </button>
    }
}
