//! The report for a ticket, a chat, programs, paper, and the calendar.

use yew::prelude::*;

use crate::guide::{Endpoint, Guide};
use crate::i18n::{Locale, ReportText, UiText};
use crate::report::Report;
use crate::web::ui::browser::output;
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::shared::Shared;

/// A row for each form of the report.
pub(super) fn exports(locale: Locale, report: &Shared<Report>, host: Option<&Endpoint>) -> Html {
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
        <ul class="take" id="take">
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
