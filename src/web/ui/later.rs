//! What a first answer does not need: parts of the interface that are loaded when they are shown.
//!
//! `scripts/split.mjs` takes each part's code out of the interface's first file into one of its own. Without the feature
//! `split` everything is in one file, and a part is there at once.

use std::cell::Cell;
use std::future::Future;
use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::components::authorities::list::AuthoritiesView;
use super::components::authorities::trust::TrustView;
use super::components::basic::icon::{Sign, icon};
use super::components::certificates::card::CertList;
use super::components::chain::drawing::ChainView;
use super::components::chain::timeline::Timeline;
use super::components::fleet::FleetView;
use super::components::next_steps::export::TakeView;
use super::components::next_steps::repair::RepairView;
use super::components::next_steps::share::ShareView;
use super::components::next_steps::shared_verdict::SharedVerdict;
use super::components::next_steps::tls_config::TlsConfigView;
use super::components::next_steps::unseen::UnseenView;
use super::components::rules::checks::{commands, more};
use super::components::verdict::comparison::CompareView;
use super::hooks::Session;
use super::host;
use super::shared::Shared;
use super::state::{Action, State, View};
#[cfg(feature = "split")]
use crate::i18n::Catalogue;
use crate::i18n::{Locale, UiText};
use crate::report::{Repair, Report, RuleId};
use crate::web::codec::Want;
use crate::web::part::{Missing, loaded};

/// What a part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Seen {
    pub(crate) part: Part,
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) report: Option<Shared<Report>>,
    pub(crate) on: Callback<Action>,
    pub(crate) on_password: Callback<String>,
}

/// A part of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The chain and the time line, drawn.
    Pictures,
    /// What stands below the four rules: the repair, the certificates, what can be taken away.
    Below,
    /// The report before, beside this one.
    Compare,
    /// A verdict that came in a link.
    Shared,
    /// A rule's commands.
    Commands(RuleId),
    /// What more there is to a rule's finding, by its place.
    More(RuleId, usize),
    /// The table of many servers.
    Fleet,
    /// A view that is opened from the page's head.
    View,
}

type Draw = fn(&Seen) -> Html;

/// What comes later.
type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// Loads a language's words, where they are not at hand. Where that cannot be, the page goes on in English.
pub(super) async fn load_words(locale: Locale) {
    #[cfg(feature = "split")]
    if !locale.is_at_hand()
        && let Ok(words) = load_french().await
    {
        Locale::hand_over_french(words);
    }
    #[cfg(not(feature = "split"))]
    let _ = locale;
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(french, fallible)]
fn load_french() -> Result<Catalogue, Missing> {
    Ok(Catalogue::french())
}

loaded!(report, load_report, Draw, report_part);
loaded!(fleet, load_fleet, Draw, fleet);
loaded!(views, load_views, Draw, view);

loaded!(
    report,
    pub(super) load_repairing,
    fn(Session, UseReducerHandle<State>) -> Pending<Option<Shared<Repair>>>,
    |session, state| Box::pin(async move {
        let repair = session.side::<Repair>(Want::Repair, &state, false).await;
        repair.map(Shared::from)
    })
);
loaded!(
    report,
    pub(super) load_opening,
    fn(Session, String, UseReducerHandle<State>) -> Pending<Action>,
    |session, link, state| Box::pin(async move { session.open(&link, &state).await })
);

thread_local! {
    static REPORT: Cell<Option<Draw>> = const { Cell::new(None) };
    static FLEET: Cell<Option<Draw>> = const { Cell::new(None) };
    static VIEWS: Cell<Option<Draw>> = const { Cell::new(None) };
}

impl Part {
    fn loaded(self) -> Option<Draw> {
        match self {
            Self::View => VIEWS.get(),
            Self::Fleet => FLEET.get(),
            _ => REPORT.get(),
        }
    }

    async fn load(self) -> Result<(), Missing> {
        match self {
            Self::View => VIEWS.set(Some(load_views().await?)),
            Self::Fleet => FLEET.set(Some(load_fleet().await?)),
            _ => REPORT.set(Some(load_report().await?)),
        }
        Ok(())
    }
}

/// Shows a part, from when it is loaded.
#[component]
pub(crate) fn Later(seen: &Seen) -> Html {
    let tries = use_state_eq(|| 0_u32);
    let came = use_state_eq(|| Ok::<_, Missing>(false));
    {
        let came = came.clone();
        use_effect_with((seen.part, *tries), move |(part, _)| {
            let part = *part;
            if part.loaded().is_none() {
                spawn_local(async move { came.set(part.load().await.map(|()| true)) });
            }
        });
    }
    if let Some(draw) = seen.part.loaded() {
        return draw(seen);
    }
    let locale = seen.state.locale;
    match *came {
        // One message for all parts of the report.
        Err(Missing) if matches!(seen.part, Part::Below | Part::Shared | Part::Fleet | Part::View) => {
            let again = Callback::from(move |_: MouseEvent| {
                came.set(Ok(false));
                tries.set(*tries + 1);
            });
            html! {
                <section class="notice notice--warn" role="status">
                    { icon(Sign::Warn) }
                    <p>{ locale.ui(UiText::PartMissing) }</p>
                    <button type="button" class="button" onclick={again}>{ locale.ui(UiText::Retry) }</button>
                </section>
            }
        }
        _ => html! {},
    }
}

fn report_part(seen: &Seen) -> Html {
    let Seen { state, on, .. } = seen;
    let locale = state.locale;
    if let (Part::Shared, Some(verdict)) = (seen.part, &state.shared_verdict) {
        return html! { <SharedVerdict {locale} verdict={verdict.clone()} /> };
    }
    let Some(report) = &seen.report else { return html! {} };
    match seen.part {
        Part::Pictures => html! {
            <>
                <ChainView {locale} report={report.clone()} />
                <Timeline {locale} report={report.clone()} />
            </>
        },
        Part::Below => below(seen, report),
        Part::Compare => match &state.former {
            Some(former) => html! {
                <CompareView {locale} former={former.clone()} report={report.clone()} on={on.clone()} />
            },
            None => html! {},
        },
        Part::Commands(rule) => commands(seen, report, rule),
        Part::More(rule, at) => match report.rule(rule).and_then(|rule| rule.findings.get(at)) {
            Some(finding) => more(locale, finding),
            None => html! {},
        },
        Part::Shared | Part::Fleet | Part::View => html! {},
    }
}

fn below(seen: &Seen, report: &Shared<Report>) -> Html {
    let Seen { state, session, on, .. } = seen;
    let locale = state.locale;
    let host = host::parse(&state.asked.host);
    html! {
        <>
            <RepairView {locale} repairing={state.repair.clone()} host={host.clone()} on={on.clone()} />
            <TlsConfigView {locale} kind={state.asked.kind} host={host.clone()} />
            <CertList {locale} report={report.clone()} />
            <UnseenView {locale} report={report.clone()} host={host.clone()} system={state.system} />
            <TakeView {locale} report={report.clone()} {host} />
            <ShareView {locale} state={state.clone()} session={session.clone()} />
        </>
    }
}

fn view(seen: &Seen) -> Html {
    let Seen { state, session, on, .. } = seen;
    let locale = state.locale;
    match state.view {
        View::Check => html! {},
        View::Authorities => {
            html! { <AuthoritiesView {locale} state={state.clone()} session={session.clone()} on={on.clone()} /> }
        }
        View::Trust => html! { <TrustView {locale} /> },
    }
}

fn fleet(seen: &Seen) -> Html {
    let Seen {
        state,
        session,
        on,
        on_password,
        ..
    } = seen;
    let locale = state.locale;
    html! {
        <FleetView {locale} state={state.clone()} session={session.clone()} on={on.clone()} on_password={on_password.clone()} />
    }
}
