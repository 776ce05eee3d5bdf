//! The messages above a report: failures, updates, progress, files that were not read.

use yew::prelude::*;

use super::browser::host;
use super::components::basic::icon::{Sign, icon};
use super::components::input::notes::needs_password;
use super::files;
use super::shared::Shared;
use super::state::{Action, Phase, Source, State, Why};
use crate::engine::{InputError, TruststoreError};
use crate::i18n::{ClientPageText, ClientText, Locale, UiPhrase, UiText};
use crate::report::{InputReport, Report};
use crate::visible::visible;

pub(super) fn failure(state: &State, why: &Why, on: &Callback<Action>) -> Html {
    let locale = state.locale;
    if let Why::NoTruststore = why {
        return html! {
            <div class="notice notice--info" id="no-truststore" role="status">{ icon(Sign::Info) }<h1>{ failure_text(state, why) }</h1></div>
        };
    }
    let (hint, detail) = match why {
        Why::Input(_)
        | Why::TooLarge(_)
        | Why::Link(_)
        | Why::Unresolved(_)
        | Why::NoTruststore
        | Why::Truststore(_) => (None, None),
        Why::Unreadable(detail) => (Some(UiText::FileUnreadableHint), Some(detail)),
        Why::TooLong => (Some(UiText::EngineFailedHint), None),
        Why::Crashed(detail) | Why::Unavailable(detail) => (Some(UiText::EngineFailedHint), Some(detail)),
    };
    html! {
        <section class="notice notice--fail">
            { icon(Sign::Fail) }
            <div>
                <p class="notice__text">{ failure_text(state, why) }</p>
                if let Some(hint) = hint {
                    <p>{ locale.ui(hint) }</p>
                    if let Some(detail) = detail { <p><code>{ visible(detail) }</code></p> }
                    <button type="button" class="button" onclick={on.reform(|_: MouseEvent| Action::Again)}>
                        { locale.ui(UiText::Retry) }
                    </button>
                }
            </div>
        </section>
    }
}

/// Says that a newer version of the page is ready, and offers to switch to it.
pub(super) fn update(locale: Locale) -> Html {
    html! {
        <p class="notice notice--info" id="update" role="status">
            { icon(Sign::Download) }
            <span>{ locale.ui(UiText::UpdateReady) }{ " " }{ locale.ui(UiText::UpdateHint) }</span>
            <button type="button" class="button button--small" onclick={Callback::from(|_: MouseEvent| host::apply_update())}>
                { locale.ui(UiText::UpdateNow) }
            </button>
        </p>
    }
}

/// Says that a pasted list is in use, and offers to go back to the built-in one.
pub(super) fn list_in_use(locale: Locale, list: &str, report: Option<&Shared<Report>>, on: &Callback<Action>) -> Html {
    // The engine counts its entries. Before the first report, count its lines.
    let words = match report {
        Some(report) => locale.phrase(&UiPhrase::ListVersion(&report.tool.trust_list_version)),
        None => locale.phrase(&UiPhrase::ListTaken {
            entries: list.matches("SHA256").count(),
            problems: &[],
        }),
    };
    html! {
        <p class="notice notice--info" id="own-list" role="status">
            { icon(Sign::Shield) }
            <span>{ words }</span>
            <button type="button" class="button button--small" onclick={on.reform(|_: MouseEvent| Action::List(None))}>
                { locale.ui(UiText::AuthoritiesReset) }
            </button>
        </p>
    }
}

/// Says what the page is doing before there is a report, and offers to stop it.
pub(super) fn progress(state: &State, on: &Callback<Action>) -> Html {
    let locale = state.locale;
    let words = match &state.phase {
        Phase::Opening => locale.ui(UiText::LinkOpening).to_owned(),
        Phase::Collecting { found } => locale.phrase(&UiPhrase::FilesFound(*found)),
        Phase::Checking {
            read: Some((done, of)), ..
        } if done < of => locale.phrase(&UiPhrase::FilesRead { done: *done, of: *of }),
        Phase::Checking { before: None, .. } => locale.ui(UiText::Checking).to_owned(),
        _ => return html! {},
    };
    html! {
        <p class="checking">
            <span class="checking__dot" aria-hidden="true"></span>{ words }
            <button type="button" class="button button--small" id="cancel" onclick={on.reform(|_: MouseEvent| Action::Cancel)}>
                { locale.ui(UiText::Cancel) }
            </button>
        </p>
    }
}

/// Says that the input, checked as one chain, holds several servers, and offers their table.
pub(super) fn servers_found(state: &State, on: &Callback<Action>) -> Html {
    let locale = state.locale;
    if !state.together || state.servers < 2 {
        return html! {};
    }
    html! {
        <p class="notice notice--info" id="servers-found">
            { icon(Sign::Certificate) }
            <span>{ locale.phrase(&UiPhrase::FleetFound(state.servers)) }</span>
            <button type="button" class="button button--small" id="fleet-apart" onclick={on.reform(|_: MouseEvent| Action::Apart)}>
                { locale.ui(UiText::FleetApart) }
            </button>
        </p>
    }
}

/// Lists the files that were not read.
pub(super) fn left_out(state: &State) -> Html {
    match &state.source {
        Source::Files(kept) if kept.count > 0 && !kept.left_out.is_empty() => {
            let names = &kept.left_out;
            let max = files::MAX_BYTES;
            html! {
                <p class="notice notice--warn">
                    { icon(Sign::Warn) }{ state.locale.phrase(&UiPhrase::LeftOut { names, max }) }
                </p>
            }
        }
        _ => html! {},
    }
}

/// The failure in words.
pub(super) fn failure_text(state: &State, why: &Why) -> String {
    match why {
        Why::Input(why) => state.locale.nothing(&why.into()),
        Why::TooLong => state.locale.ui(UiText::TooSlow).to_owned(),
        Why::Crashed(_) | Why::Unavailable(_) => state.locale.ui(UiText::EngineFailed).to_owned(),
        Why::Unreadable(_) => state.locale.ui(UiText::FileUnreadable).to_owned(),
        Why::Link(why) => state.locale.link_error(why),
        Why::Unresolved(why) => state.locale.link_unresolved(why),
        Why::NoTruststore if state.shared.is_some() => state.locale.client_text(ClientText::NeedsTruststore).to_owned(),
        Why::NoTruststore => state.locale.client_page(ClientPageText::TruststoreMissing).to_owned(),
        Why::Truststore(TruststoreError::Unreadable { why }) => [
            state.locale.client_page(ClientPageText::TruststoreUnreadable),
            " ",
            &state.locale.nothing(&why.into()),
        ]
        .concat(),
        Why::Truststore(TruststoreError::NothingTrusted { .. }) => {
            state.locale.client_page(ClientPageText::TruststoreEmpty).to_owned()
        }
        Why::TooLarge(kept) => state.locale.phrase(&UiPhrase::TooLarge {
            name: &kept.name,
            bytes: kept.bytes,
            max: files::MAX_BYTES,
        }),
    }
}

/// Whether only a password is missing.
pub(super) fn needs_only_password(why: &Why) -> bool {
    no_certificate(why).is_some_and(|input| !input.dropped.is_empty() && input.dropped.iter().all(needs_password))
}

/// How the input or the truststore was read, if it has no certificate.
pub(super) fn no_certificate(why: &Why) -> Option<&InputReport> {
    match why {
        Why::Input(InputError::NoCertificate { input })
        | Why::Truststore(TruststoreError::Unreadable {
            why: InputError::NoCertificate { input },
        }) => Some(input),
        _ => None,
    }
}
