//! A card for each certificate. Its fields are drawn when it is opened.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::fields::CertBody;
use super::link::{card_id, show_card};
use super::words;
use crate::i18n::{Locale, ReportText};
use crate::report::{Report, ValidityStatus};
use crate::web::ui::browser::events;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::shared::Shared;
use crate::web::ui::text::brief;

/// How many are shown at first, and how many more each time.
const PAGE: usize = 50;
/// The longest name in a card's head, in characters.
const LONGEST: usize = 120;

/// The number of the card in the fragment of the page's address.
fn card_in_address() -> Option<usize> {
    let hash = web_sys::window()?.location().hash().ok()?;
    hash.strip_prefix("#certificate-")?
        .parse()
        .ok()
        .filter(|number| *number > 0)
}

#[derive(PartialEq, Properties)]
pub(crate) struct ListProps {
    pub(crate) locale: Locale,
    pub(crate) report: Shared<Report>,
}

/// The certificates in the input's order.
#[component]
pub(crate) fn CertList(props: &ListProps) -> Html {
    let ListProps { locale, report } = props;
    let locale = *locale;
    let shown = use_state_eq(|| PAGE);
    let wanted = use_state_eq(|| None::<usize>);
    let total = report.certificates.len();
    {
        // A link can lead to a card that the list does not show yet.
        let (shown, wanted) = (shown.clone(), wanted.clone());
        use_effect_with(total, move |total| {
            let total = *total;
            events::listen(events::window(), "hashchange", move |_: web_sys::Event| {
                if let Some(number) = card_in_address().filter(|number| *number <= total) {
                    if *shown < number {
                        shown.set(number);
                    }
                    wanted.set(Some(number));
                }
            })
        });
    }
    use_effect_with((*wanted, *shown), |(wanted, _)| {
        if let Some(number) = wanted {
            show_card(*number);
        }
    });
    let more = {
        let (shown, wanted) = (shown.clone(), wanted.clone());
        Callback::from(move |_: MouseEvent| {
            wanted.set(None);
            shown.set(shown.saturating_add(PAGE));
        })
    };
    html! {
        <section class="certificates" aria-labelledby="certificates-title">
            <h2 class="title" id="certificates-title">{ locale.report(ReportText::CertificatesHeading) }</h2>
            <ol class="certificates__list">
                for place in 0..total.min(*shown) {
                    <li key={place}><CertCard {locale} report={report.clone()} {place} /></li>
                }
            </ol>
            if total > *shown {
                <button type="button" class="button certificates__more" onclick={more}>
                    { locale.report(ReportText::ShowMore) }{ format!(" ({}/{total})", *shown) }
                </button>
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    locale: Locale,
    report: Shared<Report>,
    place: usize,
}

#[component]
fn CertCard(props: &Props) -> Html {
    let Props { locale, report, place } = props;
    let locale = *locale;
    let open = use_state_eq(|| false);
    let Some(certificate) = report.certificates.get(*place) else {
        return html! {};
    };
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            if let Some(details) = event.target_dyn_into::<HtmlDetailsElement>() {
                open.set(details.open());
            }
        })
    };
    let in_date = certificate.validity == ValidityStatus::Valid;
    let number = place.saturating_add(1);
    html! {
        <details class="cert" id={card_id(number)} {ontoggle}>
            <summary class="cert__head">
                <span class="cert__place">{ format!("#{number}") }</span>
                <span class="cert__name">{ brief(&certificate.subject_label, LONGEST) }</span>
                <span class="cert__facts">
                    <span>{ words::role(locale, report, certificate) }</span>
                    <span>{ words::key(locale, certificate) }</span>
                    <span class={if in_date { "" } else { "cert__bad" }}>
                        if !in_date { { icon(Sign::Fail) }{ locale.validity(certificate.validity) }{ ", " } }
                        { words::until(locale, report.at, certificate.not_after) }
                    </span>
                    if let Some(of) = certificate.duplicate_of {
                        <span>{ locale.report(ReportText::CopyOf) }{ format!(" #{}", of.0.saturating_add(1)) }</span>
                    }
                </span>
            </summary>
            if *open { <CertBody {locale} report={report.clone()} {place} /> }
        </details>
    }
}
