//! The answers of several clients about the chain, side by side. They are computed when the fold is
//! opened.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::most_clients::MostClientsView;
use super::table::table;
use crate::i18n::ClientPageText;
use crate::report::{ClientTable, Report};
use crate::trust::ClientId;
use crate::trust::client::ClientKind;
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::State;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) report: Shared<Report>,
}

/// The progress of the comparison.
#[derive(Clone, PartialEq)]
enum Comparison {
    Running,
    Failed,
    /// Its result, and the report about whose chain it is.
    Done(ClientTable, Shared<Report>),
}

/// The fold with the table.
#[component]
pub(crate) fn ClientsView(props: &Props) -> Html {
    let Props { state, session, report } = props;
    let locale = state.locale;
    let (open, all) = (use_state_eq(|| false), use_state_eq(|| false));
    let comparison = use_state_eq(|| Comparison::Running);
    {
        let (state, session, comparison) = (state.clone(), session.clone(), comparison.setter());
        use_effect_with((*open, *all, report.clone()), move |(open, all, report)| {
            let wanted = Rc::new(Cell::new(true));
            if *open {
                let (clients, report, is_wanted) =
                    (clients(report.client.id, *all), report.clone(), Rc::clone(&wanted));
                spawn_local(async move {
                    let table = session.compare(&state, clients).await;
                    // A newer comparison replaces this one.
                    if is_wanted.get() {
                        comparison.set(table.map_or(Comparison::Failed, |table| Comparison::Done(table, report)));
                    }
                });
            }
            move || wanted.set(false)
        });
    }
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            let fold = event.target_dyn_into::<web_sys::Element>();
            open.set(fold.is_some_and(|fold| fold.has_attribute("open")));
        })
    };
    let show_all = {
        let all = all.setter();
        Callback::from(move |_: MouseEvent| all.set(true))
    };
    let body = match &*comparison {
        Comparison::Running => html! {
            <p class="checking checking--small" role="status">
                <span class="checking__dot" aria-hidden="true"></span>{ locale.client_page(ClientPageText::Comparing) }
            </p>
        },
        Comparison::Failed => html! { <p role="status">{ locale.client_page(ClientPageText::CompareFailed) }</p> },
        Comparison::Done(answers, of) => html! {
            <>
                <p class="soft">{ locale.client_page(ClientPageText::CompareNote) }</p>
                { table(locale, locale.client_page(ClientPageText::Compare), of, answers) }
                if !*all {
                    <button type="button" class="button button--small" id="clients-all" onclick={show_all}>
                        { locale.client_page(ClientPageText::CompareAll) }
                    </button>
                }
                <MostClientsView state={state.clone()} session={session.clone()} report={of.clone()}
                    clients={answers.rows.iter().map(|row| row.client).collect::<Vec<_>>()} />
            </>
        },
    };
    html! {
        <details class="fold" id="clients" {ontoggle}>
            <summary class="fold__head"><h2 class="fold__title">{ locale.client_page(ClientPageText::Compare) }</h2></summary>
            <div class="fold__body">{ body }</div>
        </details>
    }
}

/// The clients in the table: those that people know by name, or all; and `own`.
fn clients(own: ClientId, all: bool) -> Vec<ClientId> {
    let is_shown = |client: &ClientId| match client.client().kind {
        _ if *client == own => true,
        ClientKind::Truststore => false,
        ClientKind::ApiGateway | ClientKind::Java { .. } | ClientKind::Browser(_) => true,
        ClientKind::OpenJdk(_) | ClientKind::Mozilla(_) => all,
    };
    ClientId::all().filter(is_shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_truststore_is_compared_only_if_it_is_the_client() {
        let few = clients(ClientId::API_GATEWAY, false);
        assert_eq!(few.first(), Some(&ClientId::API_GATEWAY));
        assert!(!few.contains(&ClientId::TRUSTSTORE) && few.len() < 12, "{few:?}");
        let all = clients(ClientId::TRUSTSTORE, true);
        assert_eq!(all.len(), ClientId::all().count());
        let own = ClientId::parse("openjdk-2024-01");
        assert!(own.is_some_and(|own| clients(own, false).contains(&own) && !few.contains(&own)));
    }
}
