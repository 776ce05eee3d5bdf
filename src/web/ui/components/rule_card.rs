//! The four requirements: outcome by word, sign and colour; the evidence inside. Open where they are not met.

use yew::prelude::*;

use super::{CodeBlock, Icon, Shared, Sign};
use crate::guide::{Expect, Guide, Host, System, vocabulary};
use crate::i18n::{GuideText, Locale, UiText};
use crate::report::{CertIndex, Finding, Outcome, RuleId, RuleReport, Severity};
use crate::web::ui::hooks;
use crate::web::ui::state::Action;
use crate::web::ui::text::visible;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) report: Shared,
    /// The host of the field, for commands.
    pub(crate) host: Option<Host>,
    pub(crate) system: System,
    pub(crate) on: Callback<Action>,
}

/// All four.
#[component]
pub(crate) fn RuleCards(props: &Props) -> Html {
    let Props { locale, report, .. } = props;
    let guide = Guide::new(report).with_host(props.host.clone());
    html! {
        <section class="rules" aria-labelledby="rules-title">
            <h2 class="title" id="rules-title">{ locale.ui(UiText::RulesHeading) }</h2>
            <ol class="rules__list">
                for (place, rule) in report.rules.iter().enumerate() {
                    <li key={place}>{ card(*locale, props, &guide, place, rule) }</li>
                }
            </ol>
        </section>
    }
}

fn card(locale: Locale, props: &Props, guide: &Guide<'_>, place: usize, rule: &RuleReport) -> Html {
    let report = &props.report;
    let tone = match rule.outcome {
        Outcome::Pass => "rule rule--pass",
        Outcome::Warn => "rule rule--warn",
        Outcome::Fail => "rule rule--fail",
        Outcome::Unknown => "rule rule--unknown",
    };
    // Open is an initial state that the person may change; a new outcome sets it anew.
    let open = matches!(rule.outcome, Outcome::Fail);
    let first = rule.findings.first();
    html! {
        <details class={tone} {open} data-rule={rule_word(rule.rule)} data-outcome={outcome_word(rule.outcome)}
            key={format!("{place}-{:?}", rule.outcome)}>
            <summary class="rule__head">
                <span class="rule__sign"><Icon sign={Sign::from(rule.outcome)} /></span>
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
                    for finding in &rule.findings { { item(locale, report, finding) } }
                </ul>
                <p class="rule__why">
                    <strong>{ locale.rule_title(rule.rule) }</strong>
                    { " " }{ locale.rule_why(rule.rule) }
                </p>
                { commands(locale, props, guide, rule.rule) }
            </div>
        </details>
    }
}

/// How to check it without this page: AWS's commands with the person's own names.
fn commands(locale: Locale, props: &Props, guide: &Guide<'_>, rule: RuleId) -> Html {
    let commands = guide.commands(rule, props.system);
    if commands.is_empty() {
        return html! {};
    }
    let on_system = props.on.reform(Action::System);
    html! {
        <details class="more">
            <summary>{ locale.guide(GuideText::CommandsHeading) }</summary>
            <p class="soft">{ locale.guide(GuideText::CommandsNote) }{ " " }{ locale.guide(GuideText::FilesNote) }</p>
            <div class="switch" role="group" aria-label={locale.ui(UiText::CommandsFor)}>
                for system in System::ALL {
                    <button type="button" class="switch__choice" onclick={on_system.reform(move |_: MouseEvent| system)}
                        aria-pressed={if system == props.system { "true" } else { "false" }}>{ system.name() }</button>
                }
            </div>
            for command in commands {
                <p class="command__purpose">
                    { locale.guide(command.purpose.text()) }
                    if let Some(index) = command.certificate { { locale.ui(UiText::Colon) }{ locale.certificate(&props.report, index) } }
                </p>
                <CodeBlock {locale} text={command.text} what={locale.guide(command.purpose.text())} />
                { expected(locale, &props.report, &command.expect) }
            }
        </details>
    }
}

/// What the command answers where this page is right.
fn expected(locale: Locale, report: &Shared, expect: &Expect) -> Html {
    let (heading, lines) = match expect {
        Expect::Prints(parts) => (locale.guide(GuideText::ExpectPrints), parts.clone()),
        Expect::InOrder(order) => {
            let subject = |index: &CertIndex| Some(report.certificates.get(index.get())?.subject.clone());
            (
                locale.guide(GuideText::ExpectInOrder),
                order.iter().filter_map(subject).collect(),
            )
        }
        Expect::Verified => (locale.guide(GuideText::ExpectVerified), Vec::new()),
        Expect::Refused(error) => (
            locale.guide(GuideText::ExpectRefused),
            vec![format!("error {}: {}", error.number, error.text)],
        ),
        Expect::Look(text) => (locale.guide(*text), Vec::new()),
    };
    html! {
        <p class="command__expect">
            { heading }
            for line in &lines { { " " }<code>{ visible(line) }</code> }
        </p>
    }
}

/// The words that other tools use for the same.
fn words_elsewhere(locale: Locale, finding: &Finding) -> Html {
    let terms = vocabulary(&finding.detail);
    if terms.is_empty() || finding.detail.severity() == Severity::Info {
        return html! {};
    }
    html! {
        <details class="more finding__words">
            <summary>{ locale.guide(GuideText::WordsHeading) }</summary>
            <dl class="terms">
                for term in terms {
                    <div class="term">
                        <dt>{ term.glossary.name() }</dt>
                        <dd>if let Some(number) = term.number { { number }{ " " } }{ term.text }</dd>
                    </div>
                }
            </dl>
        </details>
    }
}

/// The finding's page in the documentation. In a tab of its own, since what was pasted is kept nowhere; the one-file form has
/// no documentation beside it.
fn documentation(locale: Locale, finding: &Finding) -> Html {
    if hooks::is_one_file() {
        return html! {};
    }
    let code = finding.detail.code();
    let address = ["docs/", locale.tag(), "/findings/", code, ".html"].concat();
    html! {
        <p class="finding__more"><a href={address} target="_blank" rel="noopener">{ locale.ui(UiText::FindingDocs) }</a></p>
    }
}

fn item(locale: Locale, report: &Shared, finding: &Finding) -> Html {
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
            if severity == Severity::Info { <span class="finding__dot" aria-hidden="true"></span> } else { <Icon {sign} /> }
            <div>
                <p class="finding__text">
                    if severity != Severity::Info {
                        <span class="visually-hidden">{ locale.severity(severity) }{ locale.ui(UiText::Colon) }</span>
                    }
                    { words.headline() }{ "." }
                </p>
                if !explanation.is_empty() { <p class="finding__more">{ explanation }</p> }
                { documentation(locale, finding) }
                { words_elsewhere(locale, finding) }
            </div>
        </li>
    }
}

/// The codes of the report, for whoever reads the page by script.
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
