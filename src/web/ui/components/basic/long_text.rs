//! Texts and lists of any length: a part is shown, the rest on request.

use yew::prelude::*;

use crate::i18n::{Locale, ReportPhrase};
use crate::report::SanReport;
use crate::visible::visible;
use crate::web::ui::text::brief;

/// How much of a text is shown at first, in characters.
const SHOWN: usize = 300;
/// How many names of a list are shown at first.
const SHOWN_NAMES: usize = 50;

#[derive(PartialEq, Properties)]
pub(crate) struct TextProps {
    pub(crate) locale: Locale,
    pub(crate) text: AttrValue,
    /// Whether it is shown as code.
    #[prop_or_default]
    pub(crate) code: bool,
}

/// A text; if it is long, its beginning with a button that shows all of it.
#[component]
pub(crate) fn LongText(props: &TextProps) -> Html {
    let open = use_state_eq(|| false);
    let length = props.text.chars().count();
    let all = *open || length <= SHOWN;
    let words = if all {
        visible(&props.text)
    } else {
        brief(&props.text, SHOWN)
    };
    let onclick = Callback::from(move |_: MouseEvent| open.set(true));
    html! {
        <>
            if props.code { <code>{ words }</code> } else { <span>{ words }</span> }
            if !all {
                { " " }
                <button type="button" class="button button--small" {onclick}>
                    { props.locale.report_phrase(&ReportPhrase::AllCharacters(length)) }
                </button>
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct NamesProps {
    pub(crate) locale: Locale,
    pub(crate) names: Vec<SanReport>,
}

/// The first subject alternative names, with a button that shows all.
#[component]
pub(crate) fn Names(props: &NamesProps) -> Html {
    let open = use_state_eq(|| false);
    let total = props.names.len();
    let shown = if *open { total } else { total.min(SHOWN_NAMES) };
    let onclick = Callback::from(move |_: MouseEvent| open.set(true));
    html! {
        <>
            <ul class="cert__sans">
                for name in props.names.iter().take(shown) {
                    <li>
                        <span class="tag">{ name.kind.clone() }</span>{ " " }
                        <LongText locale={props.locale} text={name.value.clone()} />
                    </li>
                }
            </ul>
            if shown < total {
                <button type="button" class="button button--small" {onclick}>
                    { props.locale.report_phrase(&ReportPhrase::AllNames(total)) }
                </button>
            }
        </>
    }
}
