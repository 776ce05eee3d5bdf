//! Everything the report knows of each certificate. What is inside is made when it is opened.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::chain_view::{key_words, until};
use super::copy_button::CopyButton;
use super::{Icon, Shared, Sign};
use crate::i18n::{Locale, Role, UiPhrase, UiText, role_of};
use crate::report::{CertificateReport, IssuedBy, ValidityStatus};
use crate::web::ui::text::visible;

/// How many are shown at first, and how many more each time.
const PAGE: usize = 50;

#[derive(PartialEq, Properties)]
pub(crate) struct ListProps {
    pub(crate) locale: Locale,
    pub(crate) report: Shared,
}

/// The certificates in the input's order.
#[component]
pub(crate) fn CertList(props: &ListProps) -> Html {
    let Props { locale, report, .. } = &Props {
        locale: props.locale,
        report: props.report.clone(),
        place: 0,
    };
    let locale = *locale;
    let shown = use_state_eq(|| PAGE);
    let total = report.certificates.len();
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(shown.saturating_add(PAGE)))
    };
    html! {
        <section class="certificates" aria-labelledby="certificates-title">
            <h2 class="title" id="certificates-title">{ locale.ui(UiText::CertificatesHeading) }</h2>
            <ol class="certificates__list">
                for place in 0..total.min(*shown) {
                    <li key={place}><CertCard {locale} report={report.clone()} {place} /></li>
                }
            </ol>
            if total > *shown {
                <button type="button" class="button" onclick={more}>
                    { locale.ui(UiText::ShowMore) }{ format!(" ({}/{total})", *shown) }
                </button>
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct Props {
    locale: Locale,
    report: Shared,
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
    let role = locale.ui(match role_of(report, certificate) {
        Role::Leaf => UiText::Leaf,
        Role::Intermediate => UiText::Intermediate,
        Role::Root => UiText::Root,
        Role::Other => UiText::Certificate,
    });
    let in_date = certificate.validity == ValidityStatus::Valid;
    let number = place.saturating_add(1);
    html! {
        <details class="cert" id={format!("certificate-{number}")} {ontoggle}>
            <summary class="cert__head">
                <span class="cert__place">{ format!("#{number}") }</span>
                <span class="cert__name">{ visible(&certificate.subject_label) }</span>
                <span class="cert__facts">
                    <span>{ role }</span>
                    <span>{ key_words(locale, certificate) }</span>
                    <span class={if in_date { "" } else { "stop__bad" }}>
                        if !in_date { <Icon sign={Sign::Fail} />{ locale.validity(certificate.validity) }{ ", " } }
                        { until(locale, report.at, certificate.not_after) }
                    </span>
                    if let Some(of) = certificate.duplicate_of {
                        <span>{ locale.ui(UiText::CopyOf) }{ format!(" #{}", of.0.saturating_add(1)) }</span>
                    }
                </span>
            </summary>
            if *open { { body(locale, report, certificate) } }
        </details>
    }
}

fn body(locale: Locale, report: &Shared, certificate: &CertificateReport) -> Html {
    let c = certificate;
    let yes_no = |yes: bool| locale.ui(if yes { UiText::Yes } else { UiText::No });
    let row = |label: UiText, value: Html| {
        html! { <div class="cert__row"><dt>{ locale.ui(label) }</dt><dd>{ value }</dd></div> }
    };
    let text = |label: UiText, value: &str| row(label, html! { { visible(value) } });
    let code = |label: UiText, value: &str| row(label, html! { <code>{ visible(value) }</code> });
    let maybe = |label: UiText, value: &Option<String>| match value {
        Some(value) => code(label, value),
        None => row(label, html! { <span class="soft">{ locale.ui(UiText::None) }</span> }),
    };
    let words = |label: UiText, values: &Option<Vec<String>>| match values {
        Some(values) => text(label, &values.join(", ")),
        None => row(label, html! { <span class="soft">{ locale.ui(UiText::None) }</span> }),
    };
    let issuer = match c.issued_by {
        Some(IssuedBy::Certificate(index)) => locale.certificate(report, index),
        Some(IssuedBy::Anchor) => locale.ui(UiText::OnTheList).to_owned(),
        None => locale.ui(UiText::Unknown).to_owned(),
    };
    html! {
        <div class="cert__body">
            <dl class="cert__rows">
                { text(UiText::Subject, &c.subject) }
                { text(UiText::Issuer, &c.issuer) }
                if !c.subject_alt_names.is_empty() {
                    { row(UiText::SubjectAltNames, html! {
                        <ul class="cert__sans">
                            for san in &c.subject_alt_names {
                                <li><span class="tag">{ san.kind.clone() }</span>{ " " }{ visible(&san.value) }</li>
                            }
                        </ul>
                    }) }
                }
                { text(UiText::ValidFrom, &locale.date_time(c.not_before)) }
                { text(UiText::ValidUntil, &locale.date_time(c.not_after)) }
                { text(UiText::Key, &key_words(locale, c)) }
                if let Some(exponent) = &c.key.exponent { { text(UiText::Exponent, exponent) } }
                { text(UiText::SignatureAlgorithm, &c.signature_algorithm) }
                { text(UiText::SignatureCheck, locale.signature(c.signature)) }
                { text(UiText::SignedBy, &issuer) }
                if !c.aliases.is_empty() { { text(UiText::ListedAs, &c.aliases.join(", ")) } }
                { code(UiText::SerialNumber, &c.serial) }
                { text(UiText::Version, &c.version.to_string()) }
                { text(UiText::IsCa, yes_no(c.is_ca)) }
                if let Some(limit) = c.path_len { { text(UiText::PathLength, &limit.to_string()) } }
                { words(UiText::KeyUsage, &c.key_usage) }
                { words(UiText::ExtendedKeyUsage, &c.extended_key_usage) }
                { maybe(UiText::SubjectKeyId, &c.subject_key_id) }
                { maybe(UiText::AuthorityKeyId, &c.authority_key_id) }
                if !c.issuer_locations.is_empty() { { code(UiText::IssuerLocations, &c.issuer_locations.join(" ")) } }
                { code(UiText::Sha256, &c.sha256) }
                { code(UiText::Sha1, &c.sha1) }
                { row(UiText::Extensions, html! {
                    <ul class="cert__extensions">
                        for extension in &c.extensions {
                            <li>
                                { extension.name.clone().unwrap_or_else(|| extension.oid.clone()) }
                                if extension.critical { { " " }<span class="tag">{ locale.ui(UiText::Critical) }</span> }
                                <span class="soft">{ " " }{ locale.phrase(&UiPhrase::Bytes(extension.bytes)) }</span>
                            </li>
                        }
                    </ul>
                }) }
            </dl>
            <div class="cert__pem">
                <CopyButton {locale} text={c.pem.clone()} what="PEM" />
                <pre tabindex="0" aria-label="PEM">{ c.pem.clone() }</pre>
            </div>
        </div>
    }
}
