//! The fields of a certificate of the chain. They are drawn when its box is opened.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement};
use yew::prelude::*;

use super::fields::CertBody;
use crate::i18n::Locale;
use crate::report::Report;
use crate::web::ui::browser::events;
use crate::web::ui::shared::Shared;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) report: Shared<Report>,
    /// The certificate's position in the input.
    pub(crate) place: usize,
}

/// The fields, if the box around them is open.
#[component]
pub(crate) fn CertFold(props: &Props) -> Html {
    let Props { locale, report, place } = props;
    let inside = use_node_ref();
    let open = use_state_eq(|| false);
    {
        let (inside, open) = (inside.clone(), open.clone());
        use_effect_with((), move |()| {
            let around = inside
                .cast::<Element>()
                .and_then(|inside| inside.closest("details").ok().flatten());
            let around = around.and_then(|details| details.dyn_into::<HtmlDetailsElement>().ok());
            // The user may have opened it before this code was loaded.
            open.set(around.as_ref().is_some_and(HtmlDetailsElement::open));
            let target = around.clone().map(Into::into);
            events::listen(target, "toggle", move |_: web_sys::Event| {
                open.set(around.as_ref().is_some_and(HtmlDetailsElement::open));
            })
        });
    }
    html! {
        <div ref={inside}>
            if *open { <CertBody locale={*locale} report={report.clone()} place={*place} /> }
        </div>
    }
}
