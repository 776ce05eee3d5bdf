//! The four requirements with their outcomes and findings. Those that are not met are open.

use yew::prelude::*;

use crate::i18n::{Locale, UiText};
use crate::report::{Finding, Outcome, Report, RuleId, RuleReport, Severity};
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::lazy::part::Part;

/// The cards of all four requirements; `later` draws a part that is loaded when it is shown.
pub(crate) fn rule_cards(locale: Locale, report: &Report, later: &dyn Fn(Part) -> Html) -> Html {
    html! {
        <section class="rules" aria-labelledby="rules-title">
            <h2 class="title" id="rules-title">{ locale.ui(UiText::RulesHeading) }</h2>
            <ol class="rules__list">
                for (place, rule) in report.rules.iter().enumerate() {
                    <li key={place}>{ card(locale, report, later, place, rule) }</li>
                }
            </ol>
        </section>
    }
}

fn card(locale: Locale, report: &Report, later: &dyn Fn(Part) -> Html, place: usize, rule: &RuleReport) -> Html {
    let tone = match rule.outcome {
        Outcome::Pass => "rule rule--pass",
        Outcome::Warn => "rule rule--warn",
        Outcome::Fail => "rule rule--fail",
        Outcome::Unknown => "rule rule--unknown",
    };
    // The user can fold a card; a new outcome resets it.
    let open = matches!(rule.outcome, Outcome::Fail);
    let first = rule.findings.first();
    html! {
        <details class={tone} {open} data-rule={rule_word(rule.rule)} data-outcome={outcome_word(rule.outcome)}
            key={format!("{place}-{:?}", rule.outcome)}>
            <summary class="rule__head">
                <span class="rule__sign">{ icon(Sign::from(rule.outcome)) }</span>
                <span class="rule__name">
                    <span class="rule__number">{ place.saturating_add(1) }</span>
                    { locale.rule_name(rule.rule) }
                </span>
                <span class="rule__outcome">{ locale.outcome(rule.outcome) }</span>
                if let Some(first) = first {
                    <span class="rule__gist">{ locale.finding(report, first).headline() }</span>
                }
            </summary>
            <div class="rule__body">
                <ul class="rule__findings">
                    for (at, finding) in rule.findings.iter().enumerate() {
                        { item(locale, report, finding, later(Part::More(rule.rule, at))) }
                    }
                </ul>
                <p class="rule__why">
                    <strong>{ locale.rule_title(rule.rule) }</strong>
                    { " " }{ locale.rule_why(rule.rule) }
                </p>
                { later(Part::Commands(rule.rule)) }
            </div>
        </details>
    }
}

fn item(locale: Locale, report: &Report, finding: &Finding, more: Html) -> Html {
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
    }
}
