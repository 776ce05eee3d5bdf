//! The validity periods of the path on a time line. What the drawing shows stands in a table for those who do not see it.

use yew::prelude::*;

use super::drawing::sign_view;
use crate::i18n::{Locale, ReportPhrase, ReportText, UiPhrase};
use crate::report::{Report, ValidityStatus};
use crate::web::ui::components::basic::icon::Sign;
use crate::web::ui::components::basic::width::use_width;
use crate::web::ui::components::chain::periods::{Drawing, Row, lay_out, periods};
use crate::web::ui::shared::Shared;

/// The width for which it is drawn until its place is measured, in pixels.
const FIRST_WIDTH: f64 = 380.0;
/// How many rows the table has.
const MAX_ROWS: usize = 50;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) report: Shared<Report>,
}

/// The time line.
#[component]
pub(crate) fn Timeline(props: &Props) -> Html {
    let Props { locale, report } = props;
    let (place, width) = use_width(FIRST_WIDTH);
    let drawing = lay_out(*locale, report, width);
    html! {
        <section class="timeline" aria-labelledby="timeline-title">
            <h2 class="title" id="timeline-title">{ locale.report(ReportText::TimelineHeading) }</h2>
            <div class="timeline__place" ref={place}>
                { drawing_view(&drawing) }
                if drawing.left_out > 0 {
                    <p class="timeline__more" aria-hidden="true">{ locale.report_phrase(&ReportPhrase::MoreCertificates(drawing.left_out)) }</p>
                }
            </div>
            { table(*locale, report) }
        </section>
    }
}

fn drawing_view(drawing: &Drawing) -> Html {
    let (top, bottom) = drawing.span;
    let year_y = (drawing.height - 6.0).to_string();
    html! {
        <svg class="years" viewBox={format!("0 0 {} {}", drawing.width, drawing.height)} width={drawing.width.to_string()}
            height={drawing.height.to_string()} aria-hidden="true">
            for tick in &drawing.ticks {
                <path class="years__tick" d={format!("M{} {top}V{bottom}", tick.x)} />
                <text class="years__year" x={tick.x.to_string()} y={year_y.clone()}>{ tick.year }</text>
            }
            for row in &drawing.rows { { bar_view(row) } }
            <path class="years__now" d={format!("M{} {}V{bottom}", drawing.now, top - 2.0)} />
            // Words come last: no line goes through them.
            for row in &drawing.rows { { words_view(row) } }
            <text class="years__moment" x={drawing.now_label.x.to_string()} y={drawing.now_label.y.to_string()}>
                { drawing.now_label.text.clone() }
            </text>
        </svg>
    }
}

fn tone(row: &Row) -> (&'static str, Sign) {
    match (row.status, row.soon) {
        (ValidityStatus::Valid, false) => ("period period--valid", Sign::Pass),
        (ValidityStatus::Valid, true) => ("period period--soon", Sign::Warn),
        (ValidityStatus::Expired, _) => ("period period--expired", Sign::Fail),
        (ValidityStatus::NotYetValid, _) => ("period period--early", Sign::Fail),
    }
}

fn bar_view(row: &Row) -> Html {
    html! {
        <g class={tone(row).0}>
            <rect class="period__track" x={row.track.x.to_string()} y={row.track.y.to_string()} width={row.track.width.to_string()}
                height={row.track.height.to_string()} rx="2" />
            <path class="period__bar" d={row.bar.clone()} />
            <path class="period__rest" d={row.rest.clone()} />
        </g>
    }
}

fn words_view(row: &Row) -> Html {
    let (class, sign) = tone(row);
    html! {
        <g {class}>
            <text class="period__name" x={row.name.x.to_string()} y={row.name.y.to_string()}>{ row.name.text.clone() }</text>
            for (i, line) in row.words.iter().enumerate() {
                if i == 0 { { sign_view(sign, line.x - 24.0, line.y, false) } }
                <text class="period__words" x={line.x.to_string()} y={line.y.to_string()}>{ line.text.clone() }</text>
            }
        </g>
    }
}

fn table(locale: Locale, report: &Report) -> Html {
    let all = periods(report);
    html! {
        // Around the table, since a table cannot be made narrower than its words.
        <div class="visually-hidden">
        <table>
            <caption>
                { locale.report(ReportText::TimelineHeading) }{ ", " }{ locale.phrase(&UiPhrase::JudgedAt(report.at)) }
            </caption>
            <thead>
                <tr>
                    <th scope="col">{ locale.report(ReportText::Certificate) }</th>
                    <th scope="col">{ locale.report(ReportText::ValidFrom) }</th>
                    <th scope="col">{ locale.report(ReportText::ValidUntil) }</th>
                    <th scope="col">{ locale.report(ReportText::Validity) }</th>
                </tr>
            </thead>
            <tbody>
                for period in all.iter().take(MAX_ROWS) {
                    <tr>
                        <th scope="row">{ period.name.clone() }</th>
                        <td>{ locale.date_time(period.from) }</td>
                        <td>{ locale.date_time(period.until) }</td>
                        <td>{ period.standing(locale, report.at) }</td>
                    </tr>
                }
            </tbody>
        </table>
        </div>
    }
}
