//! The verdict in one sentence, Java's message, and the first steps.

use yew::prelude::*;

use crate::i18n::{Locale, UiPhrase, UiText, verdict_sentence};
use crate::report::{RepairStatus, Report, Verdict};
use crate::web::ui::browser::{focus, output};
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::state::Repairing;

/// The verdict, with the repaired chain if there is one. `stale`: a newer check is running.
pub(crate) fn verdict_banner(locale: Locale, report: &Report, repairing: &Repairing, stale: bool) -> Html {
    let (tone, word) = match report.verdict {
        Verdict::Pass => ("verdict verdict--pass", "pass"),
        Verdict::Fail => ("verdict verdict--fail", "fail"),
        Verdict::Inconclusive => ("verdict verdict--open", "inconclusive"),
    };
    let host = report.hostname.as_ref();
    let download = match repairing {
        Repairing::Done(repair) if repair.status == (RepairStatus::Complete {}) => {
            Some(("fullchain.pem", repair.recommended()))
        }
        _ => None,
    };
    html! {
        <section class={classes!(tone, stale.then_some("verdict--stale"))} aria-labelledby="verdict-title" data-verdict={word}>
            <p class="verdict__word">{ icon(Sign::from(report.verdict)) }{ locale.verdict(report.verdict) }</p>
            <h1 class="verdict__sentence" id="verdict-title">{ verdict_sentence(report, locale) }</h1>
            if let Some(message) = &report.handshake.message {
                <div class="verdict__java">
                    <p class="verdict__java-title">{ locale.ui(UiText::JavaSays) }</p>
                    <code class="verdict__message">{ message.clone() }</code>
                    if let Some(legacy) = report.handshake.legacy_message.as_ref().filter(|legacy| *legacy != message) {
                        <p class="verdict__java-title">{ locale.ui(UiText::JavaSaysLegacy) }</p>
                        <code class="verdict__message">{ legacy.clone() }</code>
                    }
                </div>
            } else if report.handshake.accepted {
                <p class="verdict__accepts">{ locale.ui(UiText::JavaAccepts) }</p>
            }
            if let Some(host) = host {
                <p class="verdict__host">
                    { icon(if host.accepted { Sign::Pass } else { Sign::Fail }) }
                    { locale.hostname(report, host).sentence() }
                </p>
            }
            if !report.fixes.is_empty() {
                <div class="verdict__fixes">
                    <h2 class="verdict__fixes-title">{ locale.ui(UiText::FixesHeading) }</h2>
                    <ol class="verdict__steps">
                        for fix in &report.fixes { <li>{ locale.fix(report, fix) }</li> }
                    </ol>
                </div>
            }
            <div class="verdict__actions">
                if let Some((name, text)) = download {
                    <button type="button" class="button button--first" id="download-repaired"
                        onclick={Callback::from(move |_: MouseEvent| output::download(name, "application/x-pem-file", &text))}>
                        { icon(Sign::Download) }{ locale.ui(UiText::RepairDownload) }
                    </button>
                }
                <a class="button" href="#share" onclick={focus::jump("share")}>{ icon(Sign::Share) }{ locale.ui(UiText::ShareHeading) }</a>
                <a class="button" href="#take" onclick={focus::jump("take")}>{ icon(Sign::Copy) }{ locale.ui(UiText::ExportHeading) }</a>
            </div>
            <p class="verdict__at">
                { locale.phrase(&UiPhrase::CheckedAt(report.at)) }
                { " · " }
                { locale.phrase(&UiPhrase::ListVersion(&report.tool.trust_list_version)) }
            </p>
        </section>
    }
}
