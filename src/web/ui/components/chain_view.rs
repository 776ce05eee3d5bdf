//! The chain as a picture, leaf to root: what holds each link, what is missing, and the root of AWS's list.

use yew::prelude::*;

use super::{Icon, Shared, Sign};
use crate::cert::UnixTime;
use crate::i18n::{Locale, Role, UiPhrase, UiText, role_of};
use crate::report::{CertificateReport, Report, ValidityStatus};
use crate::web::ui::link::{Link, Mark, Stop, draw};
use crate::web::ui::text::visible;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) report: Shared,
}

/// The picture.
#[component]
pub(crate) fn ChainView(props: &Props) -> Html {
    let Props { locale, report } = props;
    let locale = *locale;
    html! {
        <section class="chain" aria-labelledby="chain-title">
            <h2 class="title" id="chain-title">{ locale.ui(UiText::PathHeading) }</h2>
            <ol class="chain__path">
                for (stop, link) in draw(report) {
                    <li class="chain__stop">
                        { stop_view(locale, report, &stop) }
                        if let Some(link) = link { { link_view(locale, link) } }
                    </li>
                }
            </ol>
        </section>
    }
}

fn stop_view(locale: Locale, report: &Report, stop: &Stop) -> Html {
    match stop {
        Stop::Sent(index) => match report.certificates.get(index.get()) {
            Some(certificate) => sent(locale, report, certificate),
            None => html! {},
        },
        Stop::Anchor(anchor) => html! {
            <div class="stop stop--anchor">
                <p class="stop__role"><Icon sign={Sign::Shield} />{ locale.ui(UiText::OnTheList) }</p>
                <p class="stop__name">{ visible(&anchor.label) }</p>
                <p class="stop__facts">
                    <span>{ locale.ui(UiText::NotSentUsual) }</span>
                    <span>{ until(locale, report.at, anchor.not_after) }</span>
                </p>
                { aliases(locale, &anchor.aliases) }
            </div>
        },
        Stop::Missing {
            label,
            key_id,
            locations,
        } => html! {
            <div class="stop stop--missing">
                <p class="stop__role"><Icon sign={Sign::Gap} />{ locale.ui(UiText::MissingHere) }</p>
                <p class="stop__name">{ visible(label) }</p>
                if let Some(key_id) = key_id {
                    <p class="stop__facts"><span>{ locale.ui(UiText::SubjectKeyId) }{ " " }<code>{ key_id.clone() }</code></span></p>
                }
                for location in locations { <p class="stop__facts"><code>{ visible(location) }</code></p> }
            </div>
        },
        Stop::Beyond(names) => html! {
            <div class="stop stop--anchor stop--beyond">
                <p class="stop__role"><Icon sign={Sign::Shield} />{ locale.ui(UiText::OnTheList) }</p>
                { aliases(locale, names) }
            </div>
        },
        Stop::Unknown { label } => html! {
            <div class="stop stop--unknown">
                <p class="stop__role"><Icon sign={Sign::Unknown} />{ locale.ui(UiText::UnknownIssuer) }</p>
                <p class="stop__name">{ visible(label) }</p>
            </div>
        },
    }
}

fn sent(locale: Locale, report: &Report, certificate: &CertificateReport) -> Html {
    let role = locale.ui(match role_of(report, certificate) {
        Role::Leaf => UiText::Leaf,
        Role::Intermediate => UiText::Intermediate,
        Role::Root => UiText::Root,
        Role::Other => UiText::Certificate,
    });
    let in_date = certificate.validity == ValidityStatus::Valid;
    let place = certificate.index.0.saturating_add(1);
    // A certificate with name and key of a listed root is the root that API Gateway trusts.
    let (tone, sign, role) = if certificate.aliases.is_empty() {
        ("stop stop--sent", Sign::Certificate, role)
    } else {
        ("stop stop--anchor", Sign::Shield, locale.ui(UiText::OnTheList))
    };
    html! {
        <div class={tone}>
            <p class="stop__role">
                <Icon {sign} />{ role }
                <a class="stop__place" href={format!("#certificate-{place}")}>{ format!("#{place}") }</a>
            </p>
            <p class="stop__name">{ visible(&certificate.subject_label) }</p>
            <p class="stop__facts">
                <span>{ key_words(locale, certificate) }</span>
                <span class={if in_date { "" } else { "stop__bad" }}>
                    if !in_date { <Icon sign={Sign::Fail} />{ locale.validity(certificate.validity) }{ ", " } }
                    { until(locale, report.at, certificate.not_after) }
                </span>
            </p>
            { aliases(locale, &certificate.aliases) }
        </div>
    }
}

fn aliases(locale: Locale, aliases: &[String]) -> Html {
    if aliases.is_empty() {
        return html! {};
    }
    html! {
        <p class="stop__aliases">
            <span>{ locale.ui(UiText::ListedAs) }</span>
            for alias in aliases { <code class="tag">{ alias.clone() }</code> }
        </p>
    }
}

fn link_view(locale: Locale, link: Link) -> Html {
    let whole = [link.name, link.key_id, link.signature];
    let tone = if whole.contains(&Mark::Broken) {
        "link link--broken"
    } else {
        "link"
    };
    let mark = |text: UiText, mark: Mark| {
        let (tone, sign, word) = match mark {
            Mark::Holds => ("mark mark--holds", Sign::Pass, UiText::LinkHolds),
            Mark::Broken => ("mark mark--broken", Sign::Fail, UiText::LinkBroken),
            Mark::Untold => ("mark mark--untold", Sign::Gap, UiText::LinkUntold),
        };
        html! {
            <span class={tone}>
                <Icon {sign} />{ locale.ui(text) }<span class="visually-hidden">{ ": " }{ locale.ui(word) }</span>
            </span>
        }
    };
    html! {
        <div class={tone}>
            { mark(UiText::LinkName, link.name) }
            { mark(UiText::LinkKeyId, link.key_id) }
            { mark(UiText::LinkSignature, link.signature) }
        </div>
    }
}

/// `RSA 2048 bits`, or the curve's name.
pub(super) fn key_words(locale: Locale, certificate: &CertificateReport) -> String {
    match &certificate.key.curve {
        Some(curve) => format!("{} {}", certificate.key.algorithm, visible(curve)),
        None => locale.phrase(&UiPhrase::KeyBits {
            algorithm: &certificate.key.algorithm,
            bits: certificate.key.bits,
        }),
    }
}

pub(super) fn until(locale: Locale, at: UnixTime, not_after: UnixTime) -> String {
    locale.phrase(&UiPhrase::Until {
        not_after,
        days: at.days_until(not_after),
    })
}
