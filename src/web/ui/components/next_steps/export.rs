//! The report for a ticket, a chat, programs, paper, and the calendar.

use yew::prelude::*;

use crate::guide::{Endpoint, Guide};
use crate::i18n::{Locale, ReportText, UiText};
use crate::report::Report;
use crate::web::ui::browser::output;
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::shared::Shared;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) report: Shared<Report>,
    pub(crate) host: Option<Endpoint>,
}

/// A row for each form of the report.
#[component]
pub(crate) fn ExportView(props: &Props) -> Html {
    let Props { locale, report, host } = props;
    let locale = *locale;
    // Written on request: the texts of a long chain are long.
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<web_sys::HtmlDetailsElement>() {
                open.set(details.open());
            }
        })
    };
    html! {
        <details class="panel more" id="take" {ontoggle}>
            <summary><h2 class="title title--summary">{ locale.ui(UiText::ExportHeading) }</h2></summary>
            if *open { { body(locale, report, host.as_ref()) } }
        </details>
    }
}

fn body(locale: Locale, report: &Shared<Report>, host: Option<&Endpoint>) -> Html {
    let guide = Guide::new(report).with_host(host.cloned());
    let row = |label: ReportText, name: &'static str, kind: &'static str, text: String| {
        let text = AttrValue::from(text);
        let onclick = {
            let text = text.clone();
            Callback::from(move |_: MouseEvent| output::download(name, kind, &text))
        };
        html! {
            <li class="take__row">
                <span class="take__label">{ locale.report(label) }</span>
                <CopyButton {locale} {text} what={locale.report(label)} />
                <button type="button" class="button button--small" {onclick}>
                    { icon(Sign::Download) }{ locale.ui(UiText::Download) }
                    <span class="visually-hidden">{ format!(" ({})", locale.report(label)) }</span>
                </button>
            </li>
        }
    };
    let calendar = guide.calendar(locale).map(|text| {
        let onclick =
            Callback::from(move |_: MouseEvent| output::download("certificate-expiry.ics", "text/calendar", &text));
        html! {
            <li class="take__row">
                <span class="take__label">{ locale.report(ReportText::ExportCalendar) }</span>
                <button type="button" class="button button--small" id="calendar" {onclick}>
                    { icon(Sign::Download) }{ locale.ui(UiText::Download) }
                    <span class="visually-hidden">{ format!(" ({})", locale.report(ReportText::ExportCalendar)) }</span>
                </button>
            </li>
        }
    });
    html! {
        <ul class="take">
            { row(ReportText::ExportMarkdown, "report.md", "text/markdown", guide.markdown(locale)) }
            { row(ReportText::ExportPlain, "report.txt", "text/plain", guide.plain_text(locale)) }
            if let Some(json) = output::report_json(report, locale) {
                { row(ReportText::ExportJson, "report.json", "application/json", json) }
            }
            { calendar }
            <li class="take__row">
                <span class="take__label">{ locale.report(ReportText::ExportPrint) }</span>
                <button type="button" class="button button--small" onclick={Callback::from(|_: MouseEvent| output::print())}>
                    { locale.report(ReportText::ExportPrint) }
                </button>
            </li>
        </ul>
    }
}
