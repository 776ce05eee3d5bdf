//! `tlsConfig` for each tool that creates integrations, with AWS's warnings.

use yew::prelude::*;

use crate::guide::{Endpoint, IntegrationKind, TlsTool, tls_config};
use crate::i18n::{Locale, ReportText, UiText};
use crate::web::ui::components::basic::choice::Choice;
use crate::web::ui::components::basic::code_block::CodeBlock;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) kind: IntegrationKind,
    pub(crate) host: Option<Endpoint>,
}

/// The configuration; empty if this kind of integration has no such setting.
#[component]
pub(crate) fn TlsConfigView(props: &Props) -> Html {
    let locale = props.locale;
    let chosen = use_state_eq(|| 0_usize);
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |place| chosen.set(place))
    };
    let Some(setting) = props.kind.setting() else {
        return html! {};
    };
    let tool = TlsTool::ALL.get(*chosen).copied().unwrap_or(TlsTool::AwsCli);
    let config = tls_config(setting, tool, props.host.as_ref());
    html! {
        <details class="fold" id="tls-config">
            <summary class="fold__head">
                <h2 class="fold__title">{ locale.report(ReportText::TlsConfigHeading) }{ locale.ui(UiText::Colon) }<code>{ setting.name() }</code></h2>
            </summary>
            <div class="fold__body">
            <ul class="remarks">
                for remark in setting.remarks() { <li>{ locale.guide(*remark) }</li> }
            </ul>
            <Choice id="tls-tool" label={locale.report(ReportText::TlsConfigFor)} chosen={*chosen} {on_choose}
                options={TlsTool::ALL.iter().map(|tool| AttrValue::from(tool.name())).collect::<Vec<_>>()} />
            if let Some(remark) = config.remark { <p class="soft">{ locale.guide(remark) }</p> }
            <CodeBlock {locale} text={config.snippet.text} file={config.snippet.file.map(AttrValue::from)} what={tool.name()} />
            </div>
        </details>
    }
}
