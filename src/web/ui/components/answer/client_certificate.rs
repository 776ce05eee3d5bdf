//! A client certificate of a REST API's stage: the field that says that the input is one, and the
//! answer.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::{tone_class, verdict_word};
use super::requirements::item;
use crate::guide::Tone;
use crate::i18n::{AnswerText, GuideText, Locale, verdict_sentence};
use crate::report::{CertIndex, Report, Severity, Verdict};
use crate::rules::CLIENT_CITATIONS;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::certificates::card::CertFold;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, Form};

/// The field.
pub(in crate::web::ui) fn client_certificate_field(locale: Locale, form: &Form, on: &Callback<Action>) -> Html {
    let onchange = on.reform(|event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::ClientCertificate(input.is_some_and(|input| input.checked()))
    });
    html! {
        <label class="check">
            <input type="checkbox" id="client-certificate" checked={form.is_client_certificate()} {onchange}
                aria-describedby="client-certificate-hint" />
            <span>
                <span class="check__label">{ locale.guide(GuideText::ClientCertificate) }</span>
                <span class="check__hint" id="client-certificate-hint">{ locale.guide(GuideText::ClientCertificateHint) }</span>
            </span>
        </label>
    }
}

/// The answer: what AWS's rules for client certificates say, the next step, and the certificates.
/// Nothing about servers applies: neither AWS's list nor Java's checks.
pub(in crate::web::ui) fn client_certificate_answer(locale: Locale, report: &Shared<Report>) -> Html {
    let (tone, sign, badge) = match report.verdict {
        Verdict::Pass => (Tone::Accepted, Sign::Pass, GuideText::ClientCertificateAccepted),
        Verdict::Fail | Verdict::Inconclusive => (Tone::Rejected, Sign::Fail, GuideText::ClientCertificateRejected),
    };
    let accepted = report.verdict == Verdict::Pass;
    let findings = || report.rules.iter().flat_map(|rule| &rule.findings);
    let problems = || findings().filter(|finding| finding.detail.severity() != Severity::Info);
    html! {
        <section class={classes!("answer", "answer--nothing", tone_class(tone))} aria-labelledby="verdict-title"
            data-verdict={verdict_word(report.verdict)}>
            <div class="verdict">
                <h1 class="verdict__title" id="verdict-title" tabindex="-1">
                    <span class="badge">{ icon(sign) }{ locale.guide(badge) }<span class="visually-hidden">{ ". " }</span></span>
                    <span class="verdict__reason">{ verdict_sentence(report, locale) }</span>
                </h1>
                if problems().next().is_some() {
                    <ul class="req__findings" role="list">
                        for finding in problems() { { item(locale, report, finding, html! {}) } }
                    </ul>
                }
                if accepted {
                    <div class="next">
                        <h2 class="label">{ locale.answer(AnswerText::NextStep) }</h2>
                        <p class="next__step">{ locale.guide(GuideText::ClientCertificateNext) }</p>
                    </div>
                }
                for citation in CLIENT_CITATIONS {
                    <p><a href={citation.url} target="_blank" rel="noopener">{ locale.guide(GuideText::ClientCertificateSource) }</a></p>
                }
                for place in 0..report.certificates.len() {
                    <details class="more" key={place}>
                        <summary>{ locale.certificate(report, CertIndex::from_position(place)) }</summary>
                        <CertFold {locale} report={report.clone()} {place} />
                    </details>
                }
            </div>
        </section>
    }
}
