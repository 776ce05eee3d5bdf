//! A verdict from a link without certificates.

use yew::prelude::*;

use crate::i18n::{Locale, ReportPhrase, ReportText, UiPhrase, UiText};
use crate::num::colon_hex;
use crate::share::VerdictLink;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::shared::Shared;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) verdict: Shared<VerdictLink>,
}

/// The verdict with the codes of its findings.
#[component]
pub(crate) fn SharedVerdict(props: &Props) -> Html {
    let Props { locale, verdict } = props;
    let locale = *locale;
    let answer = &verdict.answer;
    html! {
        <section class="panel" id="shared-verdict" aria-labelledby="shared-verdict-title">
            <h1 class="title" id="shared-verdict-title">{ locale.report(ReportText::SharedVerdictHeading) }</h1>
            <p class="verdict__word">{ icon(Sign::from(answer.verdict)) }{ locale.verdict(answer.verdict) }</p>
            <p>
                { locale.phrase(&UiPhrase::CheckedAt(answer.judged_at)) }
                { " · " }{ locale.phrase(&UiPhrase::ListVersion(&answer.tool.trust_list_version)) }
                { " · " }{ locale.report_phrase(&ReportPhrase::Version(&answer.tool.version)) }
            </p>
            <ul class="shared__rules">
                for rule in &verdict.rules {
                    <li>
                        { icon(Sign::from(rule.outcome)) }
                        <strong>{ locale.rule_name(rule.rule) }{ locale.ui(UiText::Colon) }{ locale.outcome(rule.outcome) }</strong>
                        for code in &rule.codes { { " " }<code class="tag">{ code.to_string() }</code> }
                    </li>
                }
            </ul>
            <ul class="shared__prints">
                for print in &verdict.prints {
                    <li>{ locale.report_phrase(&ReportPhrase::PrintUntil { start: &colon_hex(&print.sha256_start), until: print.until }) }</li>
                }
            </ul>
            <p class="soft">{ locale.report(ReportText::SharedVerdictHint) }</p>
        </section>
    }
}
