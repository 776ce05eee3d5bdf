//! The four requirements as a row of buttons, and the explanation of the one that is open.

use yew::prelude::*;

use super::gist::{at_start, gist, link_met_once_sent, met_once_sent, of_code, shown_outcome};
use crate::i18n::{AnswerText, Locale, UiText};
use crate::report::{Finding, Outcome, Repair, Report, RuleId, RuleReport, Severity};
use crate::share::VerdictLink;
use crate::trust::ClientId;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::lazy::part::Part;
use crate::web::ui::state::Action;

/// One cell of the row.
struct Cell {
    rule: RuleId,
    /// The outcome, for scripts that read the page, and as the row shows it.
    outcome: Option<(Outcome, Outcome)>,
    gist: String,
}

/// The row with outcomes; `later` draws a part that is loaded when it is shown.
pub(super) fn row(
    locale: Locale,
    report: &Report,
    repair: Option<&Repair>,
    open: Option<RuleId>,
    later: &dyn Fn(Part) -> Html,
    on: &Callback<Action>,
) -> Html {
    let cells = report.rules.iter().map(|rule| Cell {
        rule: rule.rule,
        outcome: Some((rule.outcome, shown_outcome(rule))),
        gist: gist(locale, report, repair, rule),
    });
    let opened = open.and_then(|rule| report.rule(rule));
    html! {
        <section class="req" id="requirements" aria-label={locale.ui(UiText::RulesHeading)}>
            { cells_of(locale, report.client.id, cells, open, Some(on)) }
            if let Some(rule) = opened { { panel(locale, report, rule, later) } }
        </section>
    }
}

/// The row without outcomes: what AWS requires, and how to check it by hand.
pub(in crate::web::ui) fn row_at_start(locale: Locale, open: Option<RuleId>, on: &Callback<Action>) -> Html {
    let cells = RuleId::ALL.into_iter().map(|rule| Cell {
        rule,
        outcome: None,
        gist: at_start(locale, rule).to_owned(),
    });
    html! {
        <section class="start__rules" aria-labelledby="rules-title">
            <h2 class="label" id="rules-title">{ locale.ui(UiText::RulesHeading) }</h2>
            <div class="req req--alone">
                { cells_of(locale, ClientId::API_GATEWAY, cells, open, Some(on)) }
                if let Some(rule) = open {
                    <div class="req__panel" id="req-panel">
                        <div class="req__words">
                            <p><strong>{ locale.rule_title(rule) }</strong></p>
                            <p>{ locale.rule_why(rule) }</p>
                        </div>
                        <div class="req__commands">
                            <p class="label">{ locale.answer(AnswerText::ByHand) }</p>
                            <pre class="code__text" tabindex="0">{ by_hand(rule) }</pre>
                        </div>
                    </div>
                }
            </div>
        </section>
    }
}

/// The row of a verdict without certificates.
pub(in crate::web::ui) fn row_of_link(locale: Locale, verdict: &VerdictLink) -> Html {
    let cells = verdict.rules.iter().map(|rule| {
        let once_sent = link_met_once_sent(rule);
        let found = || rule.codes.first().map(|code| of_code(locale, *code));
        Cell {
            rule: rule.rule,
            outcome: Some((rule.outcome, if once_sent { Outcome::Pass } else { rule.outcome })),
            gist: locale.text_for(
                verdict.answer.client,
                &if once_sent {
                    locale.answer(AnswerText::MetOnceSent).to_owned()
                } else {
                    found().unwrap_or_default()
                },
            ),
        }
    });
    html! {
        <section class="req req--read" id="requirements" aria-label={locale.ui(UiText::RulesHeading)}>
            { cells_of(locale, verdict.answer.client, cells, None, None) }
        </section>
    }
}

/// The command of AWS's article for a requirement.
fn by_hand(rule: RuleId) -> &'static str {
    match rule {
        RuleId::SupportedCa => "openssl x509 -in cert.pem -fingerprint -sha256 -noout",
        RuleId::Validity => "openssl x509 -in certificate.crt -text -noout",
        RuleId::Chain => "openssl s_client -connect example.com:443 -showcerts",
        RuleId::KeySize => "openssl x509 -in cert.pem -text -noout | grep -E '(Public-Key):'",
    }
}

fn cells_of(
    locale: Locale,
    client: ClientId,
    cells: impl Iterator<Item = Cell>,
    open: Option<RuleId>,
    on: Option<&Callback<Action>>,
) -> Html {
    html! {
        <ul class="req__row" role="list">
            for (place, cell) in cells.enumerate() { { draw_cell(locale, client, place, &cell, open == Some(cell.rule), on) } }
        </ul>
    }
}

fn draw_cell(
    locale: Locale,
    client: ClientId,
    place: usize,
    cell: &Cell,
    open: bool,
    on: Option<&Callback<Action>>,
) -> Html {
    let rule = cell.rule;
    let tone = match cell.outcome.map(|(_, shown)| shown) {
        Some(Outcome::Pass) => "req__cell req__cell--pass",
        Some(Outcome::Warn) => "req__cell req__cell--warn",
        Some(Outcome::Fail) => "req__cell req__cell--fail",
        Some(Outcome::Unknown | Outcome::NotApplicable) | None => "req__cell",
    };
    let words = html! {
        <>
            <span class="req__sign">
                if let Some((_, shown)) = cell.outcome {
                    { icon(Sign::from(shown)) }
                    <span class="visually-hidden">{ locale.outcome(shown) }{ locale.ui(UiText::Colon) }</span>
                } else { { place.saturating_add(1) } }
            </span>
            <span class="req__name">{ locale.rule_name_for(client, rule) }</span>
            if on.is_some() { <span class="req__fold">{ icon(Sign::Down) }</span> }
            <span class="req__gist">{ " " }{ cell.gist.clone() }</span>
        </>
    };
    html! {
        <li class={tone} data-rule={rule_word(rule)} data-outcome={cell.outcome.map(|(real, _)| outcome_word(real))}>
            if let Some(on) = on {
                <button type="button" class="req__button" aria-expanded={if open { "true" } else { "false" }}
                    aria-controls={open.then_some("req-panel")} onclick={on.reform(move |_: MouseEvent| Action::Rule(rule))}>{ words }</button>
            } else {
                <div class="req__button">{ words }</div>
            }
        </li>
    }
}

fn panel(locale: Locale, report: &Report, rule: &RuleReport, later: &dyn Fn(Part) -> Html) -> Html {
    html! {
        <div class="req__panel" id="req-panel" key={rule_word(rule.rule)}>
            <div class="req__words">
                if met_once_sent(rule) {
                    <p class="req__once">{ icon(Sign::Pass) }{ locale.answer(AnswerText::MetOnceSent) }</p>
                }
                <ul class="req__findings" role="list">
                    for (at, finding) in rule.findings.iter().enumerate() {
                        { item(locale, report, finding, later(Part::More(rule.rule, at))) }
                    }
                </ul>
                <p class="req__why">{ locale.rule_why_for(report, rule.rule) }</p>
            </div>
            <div class="req__commands">{ later(Part::Commands(rule.rule)) }</div>
        </div>
    }
}

/// A finding as an item of a list; `more` follows its explanation.
pub(super) fn item(locale: Locale, report: &Report, finding: &Finding, more: Html) -> Html {
    let words = locale.finding(report, finding);
    let severity = finding.detail.severity();
    let (tone, sign) = match severity {
        Severity::Error => ("finding finding--error", Sign::Fail),
        Severity::Warning => ("finding finding--warning", Sign::Warn),
        Severity::Info => ("finding finding--info", Sign::Pass),
    };
    let explanation = words.explanation().to_owned();
    html! {
        <li class={tone}>
            if severity == Severity::Info { <span class="finding__dot" aria-hidden="true"></span> } else { { icon(sign) } }
            <div>
                <p class="finding__text">
                    if severity != Severity::Info {
                        <span class="visually-hidden">{ locale.severity(severity) }{ locale.ui(UiText::Colon) }</span>
                    }
                    { words.headline() }{ "." }
                </p>
                if !explanation.is_empty() { <p class="finding__more">{ explanation }</p> }
                { more }
            </div>
        </li>
    }
}

/// The rule's code in the report, for scripts that read the page.
fn rule_word(rule: RuleId) -> &'static str {
    match rule {
        RuleId::SupportedCa => "supported-ca",
        RuleId::Validity => "validity",
        RuleId::Chain => "chain",
        RuleId::KeySize => "key-size",
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Warn => "warn",
        Outcome::Fail => "fail",
        Outcome::Unknown => "unknown",
        Outcome::NotApplicable => "not-applicable",
    }
}
