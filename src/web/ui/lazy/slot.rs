//! The place of a part on the page: shows the part once its code is loaded.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::part::{Draw, Part, PartProps};
use crate::guide::{FixGroup, group_of_fix, host};
use crate::i18n::UiText;
use crate::report::{Fix, Report, Verdict};
use crate::trust::ClientId;
use crate::web::split::{Missing, loaded};
use crate::web::ui::components::answer::client_certificate::{client_certificate_answer, client_certificate_field};
use crate::web::ui::components::authorities::list::AuthoritiesView;
use crate::web::ui::components::authorities::trust::TrustView;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::certificates::card::CertFold;
use crate::web::ui::components::chain::bar::bar;
use crate::web::ui::components::clients::ignored::IgnoredView;
use crate::web::ui::components::clients::import::ImportView;
use crate::web::ui::components::clients::side_by_side::ClientsView;
use crate::web::ui::components::clients::truststore::TruststoreField;
use crate::web::ui::components::fleet::view::FleetView;
use crate::web::ui::components::input::fields::fields;
use crate::web::ui::components::next_steps::repair::RepairView;
use crate::web::ui::components::next_steps::shared_verdict::SharedVerdict;
use crate::web::ui::components::next_steps::sharing::Sharing;
use crate::web::ui::components::next_steps::tls_config::TlsConfigView;
use crate::web::ui::components::next_steps::unseen::UnseenView;
use crate::web::ui::components::rules::checks::{commands, more};
use crate::web::ui::components::verdict::comparison::CompareView;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::View;

loaded!(report, load_report, Draw, report_part);

loaded!(fleet, load_fleet, Draw, fleet);

loaded!(views, load_views, Draw, view);

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

/// Shows a part once its code is loaded, or a message if it cannot be loaded.
#[component]
pub(crate) fn LazyPart(props: &PartProps) -> Html {
    let tries = use_state_eq(|| 0_u32);
    let loading = use_state_eq(|| Ok::<_, Missing>(false));
    {
        let loading = loading.clone();
        use_effect_with((props.part, *tries), move |(part, _)| {
            let part = *part;
            if part.loaded().is_none() {
                spawn_local(async move { loading.set(part.load().await.map(|()| true)) });
            }
        });
    }
    if let Some(draw) = props.part.loaded() {
        return draw(props);
    }
    let locale = props.state.locale;
    match *loading {
        // One message for all parts of the report.
        Err(Missing)
            if matches!(
                props.part,
                Part::Below | Part::Shared | Part::Fields | Part::ClientAnswer | Part::Fleet | Part::View
            ) =>
        {
            let again = Callback::from(move |_: MouseEvent| {
                loading.set(Ok(false));
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

fn report_part(props: &PartProps) -> Html {
    let PartProps { state, session, on, .. } = props;
    let locale = state.locale;
    if let (Part::Shared, Some(verdict)) = (props.part, &state.shared_verdict) {
        return html! { <SharedVerdict {locale} verdict={verdict.clone()} on={on.clone()} /> };
    }
    if let Part::Fields = props.part {
        let for_client = match state.form.client {
            ClientId::API_GATEWAY => client_certificate_field(locale, &state.form, on),
            ClientId::TRUSTSTORE => {
                let name = state.truststore.as_ref().map(|own| Rc::clone(&own.name));
                html! { <TruststoreField {locale} {name} session={session.clone()} on={on.clone()} /> }
            }
            _ => html! {},
        };
        return fields(locale, &state.form, for_client, on);
    }
    let Some(report) = &props.report else { return html! {} };
    match props.part {
        Part::Bar(place) => bar(report, place),
        Part::Certificate(place) => html! { <CertFold {locale} report={report.clone()} {place} /> },
        Part::Sharing => html! {
            <Sharing state={state.clone()} session={session.clone()} report={report.clone()} on={on.clone()} />
        },
        Part::Below => below(props, report),
        Part::ClientAnswer => client_certificate_answer(locale, report, on),
        Part::Compare => match &state.former {
            Some(former) => html! {
                <CompareView {locale} former={former.clone()} report={report.clone()} on={on.clone()} />
            },
            None => html! {},
        },
        Part::Commands(rule) => commands(props, report, rule),
        Part::More(rule, at) => match report.rule(rule).and_then(|rule| rule.findings.get(at)) {
            Some(finding) => more(locale, finding),
            None => html! {},
        },
        Part::Shared | Part::Fields | Part::Fleet | Part::View => html! {},
    }
}

fn below(props: &PartProps, report: &Shared<Report>) -> Html {
    let PartProps { state, session, on, .. } = props;
    let locale = state.locale;
    let host = host::parse(&state.form.host);
    let fixes = |wanted: fn(&Fix) -> bool| report.fixes.iter().any(wanted);
    // Only a private CA, or an API that skips its check, needs the setting.
    let private_ca = |fix: &Fix| matches!(fix, Fix::UseSupportedCa {} | Fix::ReplacePrivateCa { .. });
    let skips = report.is_for_api_gateway() && (report.asked.insecure_skip_verification || fixes(private_ca));
    let mut configure = report.fixes.iter();
    let configure = configure.find(|fix| matches!(fix, Fix::ConfigureCertificate { .. }));
    let configure = configure.map(|fix| AttrValue::from(locale.fix(report, fix)));
    let other_file = |fix: &Fix| group_of_fix(fix) == FixGroup::File;
    let accepted = report.verdict == Verdict::Pass;
    html! {
        <div class="folds">
            if report.client.id == ClientId::TRUSTSTORE {
                <IgnoredView state={state.clone()} session={session.clone()} report={report.clone()} />
            }
            <ClientsView state={state.clone()} session={session.clone()} report={report.clone()} />
            if fixes(|fix| group_of_fix(fix) == FixGroup::Client) {
                <ImportView state={state.clone()} session={session.clone()} report={report.clone()} />
            }
            if accepted || configure.is_some() || fixes(other_file) {
                <RepairView {locale} client={report.client.id} repairing={state.repair.clone()} host={host.clone()} {configure} {accepted} on={on.clone()} />
            }
            if skips { <TlsConfigView {locale} kind={state.form.kind} host={host.clone()} /> }
            <UnseenView {locale} report={report.clone()} {host} system={state.system} />
        </div>
    }
}

fn view(props: &PartProps) -> Html {
    let PartProps { state, session, on, .. } = props;
    let locale = state.locale;
    match state.view {
        View::Check => html! {},
        View::Authorities => {
            html! { <AuthoritiesView {locale} state={state.clone()} session={session.clone()} on={on.clone()} /> }
        }
        View::Trust => html! { <TrustView {locale} /> },
    }
}

fn fleet(props: &PartProps) -> Html {
    let PartProps {
        state,
        session,
        on,
        on_password,
        ..
    } = props;
    let locale = state.locale;
    html! {
        <FleetView {locale} state={state.clone()} session={session.clone()} on={on.clone()} on_password={on_password.clone()} />
    }
}
