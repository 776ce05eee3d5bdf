//! The chain that the most clients of the table accept. It is looked for on request.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::table::table;
use crate::i18n::{Locale, ReportPhrase, ReportText};
use crate::report::{ClientChain, MostClients, Repair, Report};
use crate::trust::ClientId;
use crate::web::ui::components::basic::code_block::CodeBlock;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::next_steps::repair::{certificates, changes, status};
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::State;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) report: Shared<Report>,
    /// The clients of the table.
    pub(crate) clients: Vec<ClientId>,
}

/// The chain, or the repaired one if no client accepts any.
type Found = Result<MostClients, Box<Repair>>;

/// The progress of the search.
#[derive(Clone, PartialEq)]
enum Search {
    Idle,
    Running,
    Failed,
    Done(Shared<Found>),
}

/// The button, and then the chain.
#[component]
pub(crate) fn MostClientsView(props: &Props) -> Html {
    let locale = props.state.locale;
    let search = use_state_eq(|| Search::Idle);
    // The number of the newest search. An answer to an older one is dropped.
    let newest = use_mut_ref(|| 0_u32);
    {
        let (search, newest) = (search.setter(), newest.clone());
        use_effect_with((props.report.clone(), props.clients.clone()), move |_| {
            *newest.borrow_mut() += 1;
            search.set(Search::Idle);
        });
    }
    let onclick = {
        let (state, session, clients) = (props.state.clone(), props.session.clone(), props.clients.clone());
        let search = search.setter();
        Callback::from(move |_: MouseEvent| {
            *newest.borrow_mut() += 1;
            let (own, newest, search) = (*newest.borrow(), newest.clone(), search.clone());
            let (state, session, clients) = (state.clone(), session.clone(), clients.clone());
            search.set(Search::Running);
            spawn_local(async move {
                let found = session.most_clients(&state, clients).await;
                if *newest.borrow() == own {
                    search.set(found.map_or(Search::Failed, |found| Search::Done(found.into())));
                }
            });
        })
    };
    let button = html! {
        <button type="button" class="button" id="most-clients" {onclick}>
            { icon(Sign::Certificate) }{ locale.report(ReportText::MostClientsFind) }
        </button>
    };
    match &*search {
        Search::Idle => button,
        Search::Running => html! {
            <p class="checking checking--small" role="status">
                <span class="checking__dot" aria-hidden="true"></span>{ locale.report(ReportText::MostClientsLooking) }
            </p>
        },
        Search::Failed => html! {
            <><p role="status">{ locale.report(ReportText::MostClientsFailed) }</p>{ button }</>
        },
        Search::Done(found) => html! {
            <div class="repair" id="most-clients-found">
                { match &**found {
                    Ok(most) => chain(locale, most),
                    Err(repair) => html! {
                        <><p role="status">{ locale.report(ReportText::NoClientAccepts) }</p>{ status(locale, repair) }</>
                    },
                } }
            </div>
        },
    }
}

/// How many clients accept the chain, the chain if it is another one, and the remaining clients.
fn chain(locale: Locale, most: &MostClients) -> Html {
    let MostClients { best, as_sent } = most;
    let counts = locale.report_phrase(&ReportPhrase::MostClients {
        accepted: best.table.accepted(),
        of: best.table.rows.len(),
        as_sent: *as_sent,
    });
    let remaining = best.table.remaining();
    html! {
        <>
            <p class="repair__status" role="status"><strong>{ counts }</strong></p>
            if let Some(repair) = &best.repair { { other_chain(locale, best, repair) } }
            if !remaining.rows.is_empty() {
                <p>{ locale.report(ReportText::RemainingClients) }</p>
                { table(locale, locale.report(ReportText::RemainingClients), &best.report, &remaining) }
            }
        </>
    }
}

/// A chain that is not the one that was sent.
fn other_chain(locale: Locale, best: &ClientChain, repair: &Repair) -> Html {
    html! {
        <>
            { certificates(locale, &best.chain) }
            { changes(locale, repair) }
            <CodeBlock {locale} text={best.pem()} what={locale.report(ReportText::RepairHeading)} download="fullchain.pem" long=true />
        </>
    }
}
