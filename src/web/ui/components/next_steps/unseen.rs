//! Causes that a pasted chain cannot show, with the commands that show them.

use yew::prelude::*;

use crate::guide::{Endpoint, Guide, System};
use crate::i18n::{GuideText, Locale};
use crate::report::Report;
use crate::web::ui::components::basic::code_block::CodeBlock;
use crate::web::ui::shared::Shared;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) report: Shared<Report>,
    pub(crate) host: Option<Endpoint>,
    pub(crate) system: System,
}

/// A folded list of causes outside the chain.
#[component]
pub(crate) fn UnseenView(props: &Props) -> Html {
    let locale = props.locale;
    let guide = Guide::new(&props.report).with_host(props.host.clone());
    let text = |text: GuideText| locale.text_for(props.report.client.id, locale.guide(text));
    html! {
        <details class="fold" id="unseen">
            <summary class="fold__head"><h2 class="fold__title">{ locale.guide(GuideText::UnseenHeading) }</h2></summary>
            <dl class="unseen fold__body">
                for entry in guide.unseen(props.system) {
                    <div>
                        <dt class="subtitle">{ text(entry.what.title()) }</dt>
                        <dd>
                            <p>{ text(entry.what.text()) }</p>
                            for command in entry.commands {
                                <CodeBlock {locale} text={command} what={text(entry.what.title())} />
                            }
                        </dd>
                    </div>
                }
            </dl>
        </details>
    }
}
