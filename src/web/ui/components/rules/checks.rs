//! AWS's commands for a requirement, and other tools' messages for a finding.

use yew::prelude::*;

use crate::guide::host;
use crate::guide::{Expected, Guide, System, vocabulary};
use crate::i18n::{GuideText, Locale, ReportText, UiText};
use crate::report::{CertIndex, Finding, Report, RuleId, Severity};
use crate::visible::visible;
use crate::web::ui::browser::host as page;
use crate::web::ui::components::basic::code_block::CodeBlock;
use crate::web::ui::lazy::part::PartProps;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::Action;

/// AWS's commands that check a requirement without this page, with the user's own file names.
pub(crate) fn commands(props: &PartProps, report: &Shared<Report>, rule: RuleId) -> Html {
    let (locale, chosen) = (props.state.locale, props.state.system);
    let guide = Guide::new(report).with_host(host::parse(&props.state.form.host));
    let commands = guide.commands(rule, chosen);
    if commands.is_empty() {
        return html! {};
    }
    let text = |text: GuideText| locale.text_for(report.client.id, locale.guide(text));
    let on_system = props.on.reform(Action::System);
    html! {
        <>
            <h3 class="label">{ locale.guide(GuideText::CommandsHeading) }</h3>
            <p class="soft">{ text(GuideText::CommandsNote) }{ " " }{ text(GuideText::FilesNote) }</p>
            <div class="switch" role="group" aria-label={locale.report(ReportText::CommandsFor)}>
                for system in System::ALL {
                    <button type="button" class="switch__choice" onclick={on_system.reform(move |_: MouseEvent| system)}
                        aria-pressed={if system == chosen { "true" } else { "false" }}>{ system.name() }</button>
                }
            </div>
            for command in commands {
                <p class="command__purpose">
                    { text(command.purpose.text()) }
                    if let Some(index) = command.certificate { { locale.ui(UiText::Colon) }{ locale.certificate(report, index) } }
                </p>
                <CodeBlock {locale} text={command.text} what={text(command.purpose.text())} />
                { expected(locale, report, &command.expect) }
            }
        </>
    }
}

/// The output to expect from a command.
fn expected(locale: Locale, report: &Shared<Report>, expect: &Expected) -> Html {
    let (heading, lines) = match expect {
        Expected::Prints(parts) => (locale.guide(GuideText::ExpectPrints), parts.clone()),
        Expected::InOrder(order) => {
            let subject = |index: &CertIndex| Some(report.certificates.get(index.get())?.subject.clone());
            (
                locale.guide(GuideText::ExpectInOrder),
                order.iter().filter_map(subject).collect(),
            )
        }
        Expected::Verified => (locale.guide(GuideText::ExpectVerified), Vec::new()),
        Expected::Rejected(error) => (
            locale.guide(GuideText::ExpectRejected),
            vec![format!("error {}: {}", error.number, error.text)],
        ),
        Expected::Look(text) => (locale.guide(*text), Vec::new()),
    };
    let heading = locale.text_for(report.client.id, heading);
    html! {
        <p class="command__expect">
            { heading }
            for line in &lines { { " " }<code>{ visible(line) }</code> }
        </p>
    }
}

/// A link to a finding's documentation, and other tools' messages for it.
pub(crate) fn more(locale: Locale, finding: &Finding) -> Html {
    html! { <>{ documentation(locale, finding) }{ words_elsewhere(locale, finding) }</> }
}

/// A link to the finding's page in the documentation; empty in the one-file form, which has none.
///
/// It opens a new tab, because this one would lose its input.
fn documentation(locale: Locale, finding: &Finding) -> Html {
    if page::is_one_file() {
        return html! {};
    }
    let code = finding.detail.code();
    let address = ["docs/", locale.tag(), "/findings/", code, ".html"].concat();
    html! {
        <p class="finding__more"><a href={address} target="_blank" rel="noopener">{ locale.report(ReportText::FindingDocs) }</a></p>
    }
}

/// Other tools' messages for the finding.
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
