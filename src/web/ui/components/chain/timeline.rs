//! The validity periods of the chain as bars, with the chosen moment and a text for each bar.

use yew::prelude::*;

use super::periods::{Bar, Period, Scale, percent, periods};
use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase, ReportText, UiPhrase};
use crate::report::{Report, ValidityStatus};
use crate::web::ui::components::basic::icon::{Sign, icon};

/// How many certificates are shown.
const MAX_ROWS: usize = 12;

/// Draws the time line.
pub(crate) fn timeline(locale: Locale, report: &Report) -> Html {
    let periods = periods(report);
    let scale = Scale::of(report.at, &periods);
    let left_out = periods.len().saturating_sub(MAX_ROWS);
    html! {
        <section class="timeline" aria-labelledby="timeline-title">
            <h2 class="title" id="timeline-title">{ locale.report(ReportText::TimelineHeading) }</h2>
            <p class="visually-hidden">{ locale.phrase(&UiPhrase::CheckedAt(report.at)) }</p>
            { moment(locale, report.at, &scale) }
            <ol class="timeline__periods" role="list">
                for period in periods.iter().take(MAX_ROWS) { { row(locale, report.at, &scale, period) } }
            </ol>
            { years(&scale) }
            if left_out > 0 {
                <p class="timeline__more">{ locale.report_phrase(&ReportPhrase::MoreCertificates(left_out)) }</p>
            }
        </section>
    }
}

/// The date of the chosen moment, above its line.
fn moment(locale: Locale, at: UnixTime, scale: &Scale) -> Html {
    let position = scale.position(at);
    let anchor = match position {
        ..250 => "start",
        250..=750 => "middle",
        _ => "end",
    };
    html! {
        <svg class="years" aria-hidden="true">
            <text class="years__moment" x={percent(position)} y="15" text-anchor={anchor}>{ locale.date(at) }</text>
        </svg>
    }
}

fn years(scale: &Scale) -> Html {
    html! {
        <svg class="years" aria-hidden="true">
            for (year, position) in scale.years() { <text class="years__year" x={percent(position)} y="15">{ year }</text> }
        </svg>
    }
}

fn row(locale: Locale, at: UnixTime, scale: &Scale, period: &Period) -> Html {
    let (class, sign) = match (period.status, period.ends_soon(at)) {
        (ValidityStatus::Valid, false) => ("period", Sign::Pass),
        (ValidityStatus::Valid, true) => ("period period--soon", Sign::Warn),
        (ValidityStatus::Expired, _) => ("period period--outside period--expired", Sign::Fail),
        (ValidityStatus::NotYetValid, _) => ("period period--outside period--early", Sign::Fail),
    };
    let date = |label, moment| html! { <>{ locale.report(label) }{ " " }{ locale.date_time(moment) }{ ", " }</> };
    html! {
        <li {class}>
            <span class="period__name">{ period.name.clone() }</span>
            { bar(at, scale, period) }
            <span class="visually-hidden">
                { " " }{ date(ReportText::ValidFrom, period.from) }{ date(ReportText::ValidUntil, period.until) }
            </span>
            <span class="period__words">{ icon(sign) }<span>{ period.words(locale, at) }</span></span>
        </li>
    }
}

/// The bar on its track, with the beginnings of years and the chosen moment.
fn bar(at: UnixTime, scale: &Scale, period: &Period) -> Html {
    let now = scale.position(at);
    let line = |class: &'static str, position| {
        let x = percent(position);
        html! { <line {class} x1={x.clone()} x2={x} y1="0" y2="20" /> }
    };
    let piece = |class: &'static str, from: i64, until: i64| {
        html! { <rect {class} x={percent(from)} y="4" width={percent(until.saturating_sub(from).max(0))} height="12" /> }
    };
    html! {
        <svg class="period__plot" aria-hidden="true">
            <rect class="period__track" y="4" width="100%" height="12" rx="2" />
            for (_, position) in scale.years() { { line("years__tick", position) } }
            {
                match scale.bar(period) {
                    Bar::Before => html! { <path class="period__bar" d="M9 4L0 10L9 16z" /> },
                    Bar::After => {
                        html! { <svg x="100%" overflow="visible"><path class="period__bar" d="M-9 4L0 10L-9 16z" /></svg> }
                    }
                    Bar::Within { from, until, continues } => html! {
                        <>
                            { piece("period__bar", from, until) }
                            if period.status == ValidityStatus::Valid { { piece("period__rest", now, until) } }
                            if continues.0 { <path class="period__gap" d="M2 4h3v12h-3zM9 4h3v12h-3z" /> }
                            if continues.1 {
                                <svg x="100%" overflow="visible"><path class="period__gap" d="M-5 4h3v12h-3zM-12 4h3v12h-3z" /></svg>
                            }
                        </>
                    },
                }
            }
            { line("years__now", now) }
        </svg>
    }
}
