//! A verdict from a link without certificates, as the same answer as any other.

use yew::prelude::*;

use crate::guide::Tone;
use crate::i18n::{AnswerText, ClientText, Locale, ReportPhrase, ReportText, UiPhrase, UiText};
use crate::num::colon_hex;
use crate::report::{Outcome, Verdict};
use crate::share::VerdictLink;
use crate::trust::ClientId;
use crate::web::ui::components::answer::client_certificate::{client_certificate_badge, client_certificate_problems};
use crate::web::ui::components::answer::frame::{badge, tone_class};
use crate::web::ui::components::answer::requirements::row_of_link;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::Action;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) verdict: Shared<VerdictLink>,
    pub(crate) on: Callback<Action>,
}

/// The verdict with the words for its findings.
#[component]
pub(crate) fn SharedVerdict(props: &Props) -> Html {
    let Props { locale, verdict, on } = props;
    let locale = *locale;
    let answer = &verdict.answer;
    let unknown = answer.outcomes.contains(&Outcome::Unknown);
    let tone = match answer.verdict {
        Verdict::Inconclusive => Tone::Open,
        // Links of earlier releases have no third verdict.
        Verdict::Pass if unknown => Tone::Open,
        Verdict::Pass => Tone::Accepted,
        Verdict::Fail => Tone::Rejected,
    };
    let of_client = verdict.client_certificate;
    let (tone, badge) = if of_client {
        client_certificate_badge(locale, answer.verdict)
    } else {
        (tone, badge(locale, tone, answer.client))
    };
    html! {
        <section class={classes!("answer", tone_class(tone))} id="shared-verdict" aria-labelledby="verdict-title"
            data-shared={answer.verdict.as_str()}>
            <div class="verdict">
                <h1 class="verdict__title" id="verdict-title" tabindex="-1">
                    { badge }
                    <span class="verdict__reason">{ locale.report(ReportText::SharedVerdictHeading) }</span>
                </h1>
                <p class="soft">
                    { locale.phrase(&UiPhrase::CheckedAt(answer.judged_at)) }
                    if !of_client { { " · " }{ locale.phrase(&UiPhrase::ListVersion(&answer.tool.trust_list_version)) } }
                    { " · " }{ locale.report_phrase(&ReportPhrase::Version(&answer.tool.version)) }
                </p>
                if answer.client == ClientId::TRUSTSTORE { <p>{ locale.client_text(ClientText::NeedsTruststore) }</p> }
                if of_client { { client_certificate_problems(locale, verdict) } }
                <p>{ locale.report(ReportText::SharedVerdictHint) }</p>
                <div class="next__buttons">
                    <button type="button" class="button" onclick={on.reform(|_: MouseEvent| Action::Clear)}>
                        { locale.answer(AnswerText::NewCheck) }
                    </button>
                </div>
            </div>
            if !of_client { { row_of_link(locale, verdict) } }
            <section class="chain" aria-labelledby="chain-title">
                <div class="chain__head">
                    <h2 class="label" id="chain-title">{ locale.answer(AnswerText::ChainHeading) }{ locale.ui(UiText::Colon) }{ locale.answer(AnswerText::NotInLink) }</h2>
                </div>
                <ul class="shared__prints" role="list">
                    for print in &verdict.prints {
                        <li>{ locale.report_phrase(&ReportPhrase::PrintUntil { start: &colon_hex(&print.sha256_start), until: print.until }) }</li>
                    }
                </ul>
            </section>
        </section>
    }
}
