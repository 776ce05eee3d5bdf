//! Text to copy: commands, configuration, PEM.

use yew::prelude::*;

use super::copy_button::CopyButton;
use super::icon::{Sign, icon};
use crate::i18n::{Locale, UiText};
use crate::visible::visible;
use crate::web::ui::browser::output;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) text: AttrValue,
    /// A description for screen readers.
    pub(crate) what: AttrValue,
    /// The file to which it belongs.
    #[prop_or_default]
    pub(crate) file: Option<AttrValue>,
    /// The name under which it can be downloaded.
    #[prop_or_default]
    pub(crate) download: Option<AttrValue>,
    /// Whether it is long and scrolls.
    #[prop_or_default]
    pub(crate) long: bool,
}

/// The text with its buttons.
#[component]
pub(crate) fn CodeBlock(props: &Props) -> Html {
    let Props { locale, text, what, .. } = props;
    let shown: String = text.lines().map(visible).collect::<Vec<_>>().join("\n");
    let on_download = props.download.clone().map(|name| {
        let text = text.clone();
        Callback::from(move |_: MouseEvent| output::download(&name, "application/x-pem-file", &text))
    });
    html! {
        <div class={classes!("code", props.long.then_some("code--long"))}>
            if let Some(file) = &props.file { <p class="code__file">{ file.clone() }</p> }
            <pre class="code__text" tabindex="0" aria-label={what.clone()}>{ shown }</pre>
            <div class="code__tools">
                <CopyButton locale={*locale} text={text.clone()} what={what.clone()} />
                if let Some(onclick) = on_download {
                    <button type="button" class="button button--small" {onclick}>
                        { icon(Sign::Download) }{ locale.ui(UiText::Download) }
                        <span class="visually-hidden">{ format!(" ({what})") }</span>
                    </button>
                }
            </div>
        </div>
    }
}
