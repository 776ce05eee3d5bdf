//! A button that copies a text and says so.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::i18n::{Locale, UiText};
use crate::web::ui::browser::output;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Nothing,
    Copied,
    Refused,
}

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) text: AttrValue,
    /// What is copied, for those who do not see what stands beside.
    #[prop_or_default]
    pub(crate) what: AttrValue,
    /// What the button says, where it is not just to copy.
    #[prop_or_default]
    pub(crate) word: Option<AttrValue>,
    /// True where only the sign is seen.
    #[prop_or_default]
    pub(crate) sign_only: bool,
}

/// Copies `text`.
#[component]
pub(crate) fn CopyButton(props: &Props) -> Html {
    let told = use_state_eq(|| Told::Nothing);
    {
        let told = told.clone();
        use_effect_with(props.text.clone(), move |_| told.set(Told::Nothing));
    }
    let onclick = {
        let (told, text) = (told.clone(), props.text.clone());
        Callback::from(move |_: MouseEvent| {
            let (told, text) = (told.clone(), text.clone());
            spawn_local(async move {
                told.set(if output::copy(&text).await {
                    Told::Copied
                } else {
                    Told::Refused
                });
            });
        })
    };
    let said = |text: UiText| AttrValue::Static(props.locale.ui(text));
    let word = match *told {
        Told::Nothing => props.word.clone().unwrap_or_else(|| said(UiText::Copy)),
        Told::Copied => said(UiText::Copied),
        Told::Refused => said(UiText::CopyFailed),
    };
    // A refusal is told in full: there is nothing else by which to see it.
    let hidden = props.sign_only && *told != Told::Refused;
    let class = if props.sign_only {
        "button copy copy--sign"
    } else {
        "button button--small copy"
    };
    html! {
        <button type="button" {class} {onclick}>
            { icon(if *told == Told::Copied { Sign::Pass } else { Sign::Copy }) }
            <span aria-live="polite" class={hidden.then_some("visually-hidden")}>{ word }</span>
            if !props.what.is_empty() { <span class="visually-hidden">{ format!(" ({})", props.what) }</span> }
        </button>
    }
}
