//! The chain to install: its certificates, what changed, the files, and how to install them.

use yew::prelude::*;

use crate::guide::{Endpoint, ServerKind, fetch_commands, helps, install};
use crate::i18n::{Locale, ReportPhrase, ReportText, UiText};
use crate::report::{Origin, Repair, RepairStatus, RepairedCertificate, RuleId};
use crate::trust::ClientId;
use crate::visible::visible;
use crate::web::ui::browser::output;
use crate::web::ui::components::basic::choice::Choice;
use crate::web::ui::components::basic::code_block::CodeBlock;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, Repairing};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    /// The client for which the chain is checked.
    pub(crate) client: ClientId,
    pub(crate) repairing: Repairing,
    pub(crate) host: Option<Endpoint>,
    /// How to configure the server if it sent its default certificate: then nothing else helps.
    pub(crate) configure: Option<AttrValue>,
    /// Whether the chain is accepted as it is.
    pub(crate) accepted: bool,
    pub(crate) on: Callback<Action>,
}

/// The repaired chain, or why there is none.
#[component]
pub(crate) fn RepairView(props: &Props) -> Html {
    let locale = props.locale;
    let body = match &props.repairing {
        Repairing::Idle => html! {
            <button type="button" class="button" id="want-repair" onclick={props.on.reform(|_: MouseEvent| Action::WantRepair)}>
                { icon(Sign::Certificate) }{ locale.report(ReportText::RepairShow) }
            </button>
        },
        Repairing::Making => html! {
            <p class="checking checking--small" role="status">
                <span class="checking__dot" aria-hidden="true"></span>{ locale.report(ReportText::RepairLooking) }
            </p>
        },
        Repairing::Failed => html! { <p role="status">{ locale.report(ReportText::RepairFailed) }</p> },
        Repairing::Done(repair) => html! {
            <Repaired {locale} client={props.client} repair={repair.clone()} host={props.host.clone()} />
        },
    };
    let heading = match (&props.repairing, &props.configure) {
        (_, Some(_)) => locale.report(ReportText::InstallHeading),
        _ if props.accepted => locale.report(ReportText::RepairInOrder),
        (Repairing::Done(repair), _) if helps(repair) => locale.report(ReportText::RepairInstall),
        _ => locale.report(ReportText::RepairHeading),
    };
    html! {
        <details class="fold" id="repair">
            <summary class="fold__head"><h2 class="fold__title">{ heading }</h2></summary>
            <div class="fold__body">
                if let Some(configure) = &props.configure {
                    <p>{ configure }</p>
                    <Installing {locale} host={props.host.clone()} />
                } else { { body } }
            </div>
        </details>
    }
}

#[derive(PartialEq, Properties)]
struct RepairedProps {
    locale: Locale,
    client: ClientId,
    repair: Shared<Repair>,
    host: Option<Endpoint>,
}

#[component]
fn Repaired(props: &RepairedProps) -> Html {
    let RepairedProps {
        locale, client, host, ..
    } = props;
    let (locale, repair) = (*locale, &*props.repair);
    let download = |name: &'static str, text: String| {
        Callback::from(move |_: MouseEvent| output::download(name, "application/x-pem-file", &text))
    };
    let with_root = repair.root.as_ref().map(|_| repair.full_chain_with_root());
    let usable = !repair.chain.is_empty();
    let without = html! {
        <div class="form">
            <button type="button" class="button" id="download-chain"
                onclick={download("fullchain.pem", repair.full_chain())}>
                { icon(Sign::Download) }{ locale.report(ReportText::DownloadFullChain) }
            </button>
            <p class="form__hint">{ locale.report(ReportText::FormWithoutRoot) }</p>
        </div>
    };
    let with = with_root.map(|text| {
        html! {
            <div class="form">
                <button type="button" class="button" onclick={download("fullchain-with-root.pem", text)}>
                    { icon(Sign::Download) }{ locale.report(ReportText::DownloadWithRoot) }
                </button>
                <p class="form__hint">{ locale.report(ReportText::FormWithRoot) }</p>
            </div>
        }
    });
    html! {
        <div class="repair" data-status={status_word(&repair.status)}>
            { status(locale, repair) }
            if usable {
                { certificates(locale, repair.chain.iter().chain(repair.root.iter().filter(|_| repair.root_recommended))) }
                { changes(locale, repair) }
                { after(locale, *client, repair) }
                <div class="forms">
                    if repair.root_recommended { { with }{ without } } else { { without }{ with } }
                </div>
                if *client == ClientId::API_GATEWAY {
                    <details class="more">
                        <summary>{ locale.report(ReportText::AcmHeading) }</summary>
                        <Acm {locale} repair={props.repair.clone()} />
                    </details>
                }
                <h3 class="subtitle">{ locale.report(ReportText::InstallHeading) }</h3>
                <Installing {locale} host={host.clone()} />
            }
        </div>
    }
}

/// The result of a repair in words, and where to download what is missing.
pub(crate) fn status(locale: Locale, repair: &Repair) -> Html {
    let words = locale.repair_status(repair);
    html! {
        <>
            <p class="repair__status"><strong>{ words.headline() }{ "." }</strong>{ " " }{ words.explanation().to_owned() }</p>
            { missing(locale, repair) }
        </>
    }
}

/// The certificates of a chain, and where each comes from.
pub(crate) fn certificates<'r>(locale: Locale, chain: impl IntoIterator<Item = &'r RepairedCertificate>) -> Html {
    html! {
        <ol class="repair__chain">
            for certificate in chain { <li>{ certificate_line(locale, certificate) }</li> }
        </ol>
    }
}

/// What differs from the input.
pub(crate) fn changes(locale: Locale, repair: &Repair) -> Html {
    if repair.changes.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3 class="subtitle">{ locale.report(ReportText::ChangesHeading) }</h3>
            <ul class="repair__changes">
                for change in &repair.changes { <li>{ locale.repair_change(change) }</li> }
            </ul>
        </>
    }
}

fn status_word(status: &RepairStatus) -> &'static str {
    match status {
        RepairStatus::Complete {} => "complete",
        RepairStatus::AlreadyComplete {} => "already-complete",
        RepairStatus::Incomplete { .. } => "incomplete",
        RepairStatus::Impossible { .. } => "impossible",
    }
}

fn certificate_line(locale: Locale, certificate: &RepairedCertificate) -> Html {
    let (tone, origin) = match certificate.from {
        Origin::Sent(index) => (
            "tag",
            locale.report_phrase(&ReportPhrase::FromInput(index.0.saturating_add(1))),
        ),
        Origin::Known => ("tag tag--added", locale.report(ReportText::FromData).to_owned()),
    };
    html! {
        <>
            <span class="repair__name">{ visible(&certificate.label) }</span>
            <span class={tone}>{ origin }</span>
            <span class="soft">{ locale.date(certificate.not_after) }</span>
        </>
    }
}

/// The outcome of each requirement for the repaired chain.
fn after(locale: Locale, client: ClientId, repair: &Repair) -> Html {
    html! {
        <p class="repair__after">
            <span>{ locale.report(ReportText::AfterRepair) }{ locale.ui(UiText::Colon) }</span>
            for (rule, outcome) in RuleId::ALL.into_iter().zip(repair.outcomes) {
                <span class="repair__outcome">
                    { icon(Sign::from(outcome)) }{ locale.rule_name_for(client, rule) }{ locale.ui(UiText::Colon) }{ locale.outcome(outcome) }
                </span>
            }
        </p>
    }
}

/// Where to download the missing certificate if this tool does not have it.
fn missing(locale: Locale, repair: &Repair) -> Html {
    let RepairStatus::Incomplete { missing } = &repair.status else {
        return html! {};
    };
    let commands = fetch_commands(&missing.locations);
    if commands.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h3 class="subtitle">{ locale.report(ReportText::GetMissing) }</h3>
            for command in commands {
                <CodeBlock {locale} text={command} what={locale.report(ReportText::GetMissing)} />
            }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct AcmProps {
    locale: Locale,
    repair: Shared<Repair>,
}

/// The three fields of ACM's form.
#[component]
fn Acm(props: &AcmProps) -> Html {
    let (locale, repair) = (props.locale, &*props.repair);
    let field = |label: ReportText, text: String, name: &'static str| {
        html! {
            <>
                <h3 class="subtitle">{ locale.report(label) }</h3>
                <CodeBlock {locale} {text} what={locale.report(label)} download={AttrValue::from(name)} long=true />
            </>
        }
    };
    html! {
        <>
            { field(ReportText::AcmBody, repair.acm_certificate(), "certificate.pem") }
            <h3 class="subtitle">{ locale.report(ReportText::AcmKey) }</h3>
            <p>{ locale.report(ReportText::AcmKeyHint) }</p>
            { field(ReportText::AcmChain, repair.acm_chain(), "chain.pem") }
        </>
    }
}

#[derive(PartialEq, Properties)]
struct InstallProps {
    locale: Locale,
    host: Option<Endpoint>,
}

/// What to do on the server.
#[component]
fn Installing(props: &InstallProps) -> Html {
    let locale = props.locale;
    let chosen = use_state_eq(|| 0_usize);
    let on_choose = {
        let chosen = chosen.clone();
        Callback::from(move |place| chosen.set(place))
    };
    let server = ServerKind::ALL.get(*chosen).copied().unwrap_or(ServerKind::Nginx);
    let steps = install(server, props.host.as_ref());
    html! {
        <>
            <Choice id="server" label={locale.report(ReportText::InstallFor)} chosen={*chosen} {on_choose}
                options={ServerKind::ALL.iter().map(|server| AttrValue::from(server.name())).collect::<Vec<_>>()} />
            <p class="soft">{ locale.guide(steps.remark) }</p>
            for snippet in steps.snippets {
                <CodeBlock {locale} text={snippet.text} file={snippet.file.map(AttrValue::from)} what={server.name()} />
            }
        </>
    }
}
