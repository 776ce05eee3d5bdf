//! Two small diagrams with their numbers as text: what fails most, and what expires when.

use yew::prelude::*;

use crate::fleet::{MONTHS, Totals};
use crate::i18n::{FleetPhrase, FleetText, Locale};
use crate::report::RuleId;
use crate::trust::ClientId;

/// The height of the months' diagram and the width of one month, in its own units.
const HEIGHT: usize = 24;
const STEP: usize = 24;

pub(super) fn diagrams(locale: Locale, client: ClientId, totals: &Totals, on_rule: &Callback<RuleId>) -> Html {
    html! {
        <div class="fleet__pictures">
            <section class="fleet__picture" aria-labelledby="fleet-fails">
                <h2 class="subtitle" id="fleet-fails">{ locale.fleet(FleetText::FailsMost) }</h2>
                { fails(locale, client, totals, on_rule) }
            </section>
            <section class="fleet__picture" aria-labelledby="fleet-expiry">
                <h2 class="subtitle" id="fleet-expiry">{ locale.fleet(FleetText::Expiry) }</h2>
                { expiry(locale, totals) }
            </section>
        </div>
    }
}

/// A bar for each rule, the longest first; a click shows the servers.
fn fails(locale: Locale, client: ClientId, totals: &Totals, on_rule: &Callback<RuleId>) -> Html {
    let mut rules: Vec<_> = RuleId::ALL.into_iter().zip(totals.rules).collect();
    rules.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let all = totals.all().max(1);
    let bar = |count: usize| {
        let width = count.saturating_mul(100).div_ceil(all);
        html! {
            <svg class="fleet__bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="fleet__track" width="100" height="8" />
                <rect class="fleet__failing" width={width.to_string()} height="8" />
            </svg>
        }
    };
    let number = |count: usize| locale.number(i64::try_from(count).unwrap_or(i64::MAX));
    html! {
        <ul class="fleet__fails">
            for (rule, count) in rules {
                <li>
                    <button type="button" class="link-button" onclick={on_rule.reform(move |_: MouseEvent| rule)}>
                        { locale.rule_name_for(client, rule) }
                    </button>
                    { bar(count) }
                    <span class="fleet__count">{ number(count) }</span>
                </li>
            }
            if totals.otherwise > 0 {
                <li>
                    <span>{ locale.fleet(FleetText::Otherwise) }</span>
                    { bar(totals.otherwise) }
                    <span class="fleet__count">{ number(totals.otherwise) }</span>
                </li>
            }
        </ul>
    }
}

/// The columns: expired certificates, one for each month of a year, and later ones.
fn columns(locale: Locale, totals: &Totals) -> Vec<(String, String, usize, &'static str)> {
    let own = |text| locale.fleet(text).to_owned();
    let mut columns = vec![(
        String::new(),
        own(FleetText::Expired),
        totals.expired,
        "fleet__month fleet__month--past",
    )];
    for (place, count) in totals.months.into_iter().enumerate() {
        let (year, month) = totals.month(place);
        let name = locale.fleet_phrase(&FleetPhrase::Month { year, month });
        let tone = if place < 2 {
            "fleet__month fleet__month--soon"
        } else {
            "fleet__month"
        };
        columns.push((month.to_string(), name, count, tone));
    }
    columns.push((String::new(), own(FleetText::Later), totals.later, "fleet__month"));
    columns
}

fn expiry(locale: Locale, totals: &Totals) -> Html {
    let columns = columns(locale, totals);
    let most = columns.iter().map(|column| column.2).max().unwrap_or(1).max(1);
    let width = (MONTHS + 2) * STEP;
    let (first, last) = (columns.first(), columns.last());
    html! {
        <>
        <svg class="fleet__months" viewBox={format!("0 -14 {width} {}", HEIGHT + 30)} aria-hidden="true">
            <path class="fleet__base" d={format!("M0 {HEIGHT}H{width}")} />
            for (place, (label, _, count, tone)) in columns.iter().enumerate() {
                if *count > 0 {
                    { column(place, *count, most, tone) }
                }
                <text class="fleet__tick" x={(place * STEP + STEP / 2).to_string()} y={(HEIGHT + 12).to_string()}>{ label.clone() }</text>
            }
        </svg>
        <p class="fleet__ends" aria-hidden="true">
            <span>{ first.map(|column| column.1.clone()) }</span>
            <span>{ last.map(|column| column.1.clone()) }</span>
        </p>
        <div class="visually-hidden">
            <table>
                <caption>{ locale.fleet(FleetText::Expiry) }</caption>
                <tbody>
                    for (_, name, count, _) in &columns {
                        <tr><th scope="row">{ name.clone() }</th><td>{ locale.fleet_phrase(&FleetPhrase::Servers(*count)) }</td></tr>
                    }
                </tbody>
            </table>
        </div>
        </>
    }
}

fn column(place: usize, count: usize, most: usize, tone: &'static str) -> Html {
    // The smallest count is still visible.
    let height = (count.saturating_mul(HEIGHT) / most).max(2);
    let y = HEIGHT.saturating_sub(height);
    html! {
        <>
        <rect class={tone} x={(place * STEP + 3).to_string()} y={y.to_string()} width={(STEP - 6).to_string()} height={height.to_string()} />
        <text class="fleet__number" x={(place * STEP + STEP / 2).to_string()} y={y.to_string()} dy="-3">
            { short(count) }
        </text>
        </>
    }
}

/// A short form of a number, which fits above its column.
fn short(count: usize) -> String {
    match count {
        0..1_000 => count.to_string(),
        _ => [&(count / 1_000).to_string(), "k"].concat(),
    }
}
