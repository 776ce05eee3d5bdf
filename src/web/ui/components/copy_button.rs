//! A button that copies a text and says so.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{Icon, Sign};
use crate::i18n::{Locale, UiText};
use crate::web::ui::hooks;

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
                told.set(if hooks::copy(&text).await {
                    Told::Copied
                } else {
                    Told::Refused
                });
            });
        })
    };
    let word = props.locale.ui(match *told {
        Told::Nothing => UiText::Copy,
        Told::Copied => UiText::Copied,
        Told::Refused => UiText::CopyFailed,
    });
    html! {
        <button type="button" class="button button--small copy" {onclick}>
            <Icon sign={if *told == Told::Copied { Sign::Pass } else { Sign::Copy }} />
            <span aria-live="polite">{ word }</span>
            if !props.what.is_empty() { <span class="visually-hidden">{ format!(" ({})", props.what) }</span> }
        </button>
    }
}
