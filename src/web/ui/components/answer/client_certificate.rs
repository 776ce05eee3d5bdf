//! A client certificate of a REST API's stage: the field that says that the input is one, and the
//! answer.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::frame::tone_class;
use super::gist::of_code;
use super::requirements::item;
use crate::guide::Tone;
use crate::i18n::{AnswerText, GuideText, Locale, UiText, verdict_sentence};
use crate::report::{CertIndex, FindingCode, Report, Severity, Verdict};
use crate::rules::CLIENT_CITATIONS;
use crate::share::VerdictLink;
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

/// The colours of the answer, and the answer in a few words.
pub(in crate::web::ui) fn client_certificate_badge(locale: Locale, verdict: Verdict) -> (Tone, Html) {
    let (tone, sign, words) = match verdict {
        Verdict::Pass => (Tone::Accepted, Sign::Pass, GuideText::ClientCertificateAccepted),
        Verdict::Fail | Verdict::Inconclusive => (Tone::Rejected, Sign::Fail, GuideText::ClientCertificateRejected),
    };
    let badge = html! {
        <span class="badge">{ icon(sign) }{ locale.guide(words) }<span class="visually-hidden">{ ". " }</span></span>
    };
    (tone, badge)
}

/// The problems of a client certificate whose link has only the verdict.
pub(in crate::web::ui) fn client_certificate_problems(locale: Locale, verdict: &VerdictLink) -> Html {
    let codes = verdict.rules.iter().flat_map(|rule| &rule.codes);
    let is_problem = |code: &&FindingCode| code.kind().is_none_or(|kind| kind.severity != Severity::Info);
    let problems: Vec<_> = codes.filter(is_problem).map(|code| of_code(locale, *code)).collect();
    if problems.is_empty() {
        return html! {};
    }
    html! {
        <ul class="req__findings" role="list">
            for problem in problems { <li>{ problem }</li> }
        </ul>
    }
}

/// The answer: what AWS's rules for client certificates say, the next step, and the certificates.
/// Nothing about servers applies: neither AWS's list nor Java's checks.
pub(in crate::web::ui) fn client_certificate_answer(
    locale: Locale,
    report: &Shared<Report>,
    on: &Callback<Action>,
) -> Html {
    let (tone, badge) = client_certificate_badge(locale, report.verdict);
    let accepted = report.verdict == Verdict::Pass;
    let findings = || report.rules.iter().flat_map(|rule| &rule.findings);
    let mut problems = findings().filter(|finding| finding.detail.severity() != Severity::Info);
    // The first problem is the headline.
    let first = problems.next().map(|finding| locale.finding(report, finding));
    let reason = match &first {
        Some(words) => format!("{}.", words.headline()),
        None => verdict_sentence(report, locale),
    };
    let why = first.map(|words| words.explanation().to_owned()).unwrap_or_default();
    let others: Vec<_> = problems.collect();
    html! {
        <section class={classes!("answer", "answer--nothing", tone_class(tone))} aria-labelledby="verdict-title"
            data-verdict={report.verdict.as_str()}>
            <div class="verdict">
                <h1 class="verdict__title" id="verdict-title" tabindex="-1">
                    { badge }
                    <span class="verdict__reason">{ reason }</span>
                </h1>
                if !why.is_empty() { <p>{ why }</p> }
                if !others.is_empty() {
                    <ul class="req__findings" role="list">
                        for finding in others { { item(locale, report, finding, html! {}) } }
                    </ul>
                }
                if accepted {
                    <div class="next">
                        <h2 class="label">{ locale.answer(AnswerText::NextStep) }</h2>
                        <p class="next__step">{ locale.guide(GuideText::ClientCertificateNext) }</p>
                    </div>
                }
                <div class="next__buttons">
                    <button type="button" class="button button--quiet" id="share" onclick={on.reform(|_: MouseEvent| Action::Sharing(true))}>
                        { locale.ui(UiText::ShareHeading) }
                    </button>
                </div>
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
