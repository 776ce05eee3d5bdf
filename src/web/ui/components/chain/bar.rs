//! A certificate's validity period as a bar, on one scale for the whole chain.

use yew::prelude::*;

use super::periods::{Bar, Scale, percent, periods};
use crate::report::{Report, ValidityStatus};

/// The bar of a position of the chain; empty if its dates are not known. The text next to it has
/// the dates.
pub(in crate::web::ui) fn bar(report: &Report, place: usize) -> Html {
    let all = periods(report);
    let Some(Some(period)) = all.get(place) else {
        return html! {};
    };
    let known: Vec<_> = all.iter().flatten().cloned().collect();
    let scale = Scale::of(report.at, &known);
    let class = match (period.status, period.ends_soon(report.at)) {
        (ValidityStatus::Valid, false) => "bar",
        (ValidityStatus::Valid, true) => "bar bar--soon",
        (ValidityStatus::Expired | ValidityStatus::NotYetValid, _) => "bar bar--outside",
    };
    let (from, until) = match scale.bar(period) {
        Bar::Before => (0, 10),
        Bar::After => (990, 1_000),
        Bar::Within { from, until } => (from, until),
    };
    let now = percent(scale.position(report.at));
    html! {
        <svg {class} aria-hidden="true" focusable="false">
            <rect class="bar__track" width="100%" height="6" rx="3" />
            <rect class="bar__period" x={percent(from)} width={percent(until.saturating_sub(from).max(0))} height="6" rx="3" />
            <line class="bar__now" x1={now.clone()} x2={now} y1="-4" y2="10" />
        </svg>
    }
}
