//! The entries of the user's truststore that Java ignores.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::i18n::{ReportPhrase, ReportText};
use crate::report::Report;
use crate::web::protocol::response::IgnoredEntries;
use crate::web::ui::components::input::notes::list;
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::State;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) report: Shared<Report>,
}

/// The list; nothing if Java trusts all certificates of the truststore.
#[component]
pub(crate) fn IgnoredView(props: &Props) -> Html {
    let locale = props.state.locale;
    let entries = use_state_eq(|| None::<(Shared<Report>, IgnoredEntries)>);
    {
        let (state, session, entries) = (props.state.clone(), props.session.clone(), entries.setter());
        // The engine that answered the check has read the truststore.
        use_effect_with(props.report.clone(), move |report| {
            let report = report.clone();
            spawn_local(async move {
                let found = session.ignored_entries(&state).await;
                entries.set(found.map(|found| (report, found)));
            });
        });
    }
    let Some((_, found)) = entries.as_ref().filter(|(of, _)| *of == props.report) else {
        return html! {};
    };
    let certificates = found.certificates.iter();
    let mut lines: Vec<String> = certificates
        .map(|entry| locale.report_phrase(&ReportPhrase::IgnoredEntry(entry)))
        .collect();
    let input = &found.input;
    lines.extend(
        input
            .dropped
            .iter()
            .map(|dropped| locale.dropped(&input.files, dropped)),
    );
    list(
        "truststore-ignored",
        locale.report(ReportText::TruststoreIgnored),
        &lines,
    )
}
