//! The fields of a certificate's card: value, meaning, and a button that copies the value.

use bytes::Bytes;
use yew::prelude::*;

use super::link::{card_id, open_card};
use super::words;
use crate::cert::details::{self, ExtensionDetails};
use crate::i18n::{Locale, ReportPhrase, ReportText, UiText};
use crate::num::small;
use crate::report::{CertificateReport, Detail, Finding, IssuedBy, Report, SignatureStatus, ValidityStatus};
use crate::visible::visible;
use crate::web::ui::browser::output;
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::basic::long_text::{LongText, Names};
use crate::web::ui::components::certificates::rdn::attributes;
use crate::web::ui::shared::Shared;
use crate::web::ui::text::brief;

/// A longer name is not split into its attributes, in bytes.
const LONGEST_NAME: usize = 1_000;
/// Fields of one extension that are shown.
const MOST_FIELDS: usize = 20;
/// Characters of a field that are shown.
const LONGEST_FIELD: usize = 300;

#[derive(PartialEq, Properties)]
pub(super) struct Props {
    pub(super) locale: Locale,
    pub(super) report: Shared<Report>,
    pub(super) place: usize,
}

/// The fields.
#[component]
pub(super) fn CertBody(props: &Props) -> Html {
    let explained = use_state_eq(|| false);
    let Some(certificate) = props.report.certificates.get(props.place) else {
        return html! {};
    };
    let locale = props.locale;
    let fields = Fields {
        locale,
        report: &props.report,
        c: certificate,
        explained: *explained,
    };
    let onclick = {
        let explained = explained.clone();
        Callback::from(move |_: MouseEvent| explained.set(!*explained))
    };
    let download = {
        let (name, pem) = (
            format!("{}.pem", card_id(props.place.saturating_add(1))),
            certificate.pem.clone(),
        );
        Callback::from(move |_: MouseEvent| output::download(&name, "application/x-pem-file", &pem))
    };
    html! {
        <div class="cert__body">
            <button type="button" class="button button--small cert__explain-all" aria-pressed={if *explained { "true" } else { "false" }}
                {onclick}>
                { icon(Sign::Unknown) }{ locale.report(ReportText::ExplainFields) }
            </button>
            <dl class="cert__rows">
                { fields.names() }
                { fields.dates() }
                { fields.key_and_signature() }
                { fields.rights() }
                { fields.identifiers() }
            </dl>
            <div class="cert__pem">
                if *explained { <p class="cert__meaning">{ locale.report(ReportText::ExplainPem) }</p> }
                <div class="cert__tools">
                    <CopyButton {locale} text={certificate.pem.clone()} what="PEM" />
                    <button type="button" class="button button--small" onclick={download}>
                        { locale.ui(UiText::Download) }<span class="visually-hidden">{ " (PEM)" }</span>
                    </button>
                </div>
                <pre tabindex="0" aria-label="PEM">{ certificate.pem.clone() }</pre>
            </div>
        </div>
    }
}

struct Fields<'a> {
    locale: Locale,
    report: &'a Shared<Report>,
    c: &'a CertificateReport,
    explained: bool,
}

impl Fields<'_> {
    /// A field: its label, its value, the text that its button copies, and its meaning.
    fn row(&self, label: ReportText, meaning: ReportText, copy: Option<String>, value: Html) -> Html {
        let locale = self.locale;
        html! {
            <div class="cert__row">
                <dt>{ locale.report(label) }</dt>
                <dd class="cert__value">
                    <div class="cert__text">{ value }</div>
                    if let Some(text) = copy { <CopyButton {locale} {text} what={locale.report(label)} sign_only={true} /> }
                </dd>
                if self.explained { <dd class="cert__meaning">{ locale.report(meaning) }</dd> }
            </div>
        }
    }

    fn text(&self, label: ReportText, meaning: ReportText, text: &str) -> Html {
        let value = html! { <LongText locale={self.locale} text={text.to_owned()} /> };
        self.row(label, meaning, Some(text.to_owned()), value)
    }

    fn code(&self, label: ReportText, meaning: ReportText, text: &str) -> Html {
        let value = html! { <LongText locale={self.locale} text={text.to_owned()} code={true} /> };
        self.row(label, meaning, Some(text.to_owned()), value)
    }

    /// Bytes with colons between them; a second button copies them without colons.
    fn bytes(&self, label: ReportText, meaning: ReportText, text: &str) -> Html {
        let locale = self.locale;
        let plain = text.replace(':', "");
        let value = html! {
            <>
                <LongText {locale} text={text.to_owned()} code={true} />
                <span class="cert__plain"><CopyButton {locale} text={plain} what={locale.report(label)} word={locale.report(ReportText::CopyPlain)} /></span>
            </>
        };
        self.row(label, meaning, Some(text.to_owned()), value)
    }

    fn absent(&self, label: ReportText, meaning: ReportText) -> Html {
        let none = self.locale.report(ReportText::None);
        self.row(label, meaning, None, html! { <span class="soft">{ none }</span> })
    }

    fn list(&self, label: ReportText, meaning: ReportText, items: Option<&[String]>) -> Html {
        match items {
            Some(items) => self.text(label, meaning, &items.join(", ")),
            None => self.absent(label, meaning),
        }
    }

    fn name(&self, label: ReportText, meaning: ReportText, name: &str) -> Html {
        let parts = if name.len() > LONGEST_NAME {
            Vec::new()
        } else {
            attributes(name)
        };
        let value = html! {
            <>
                <LongText locale={self.locale} text={name.to_owned()} />
                if parts.len() > 1 {
                    <ul class="cert__parts">
                        for (kind, value) in &parts {
                            <li><span class="tag">{ visible(kind) }</span>{ " " }<span>{ visible(value) }</span></li>
                        }
                    </ul>
                }
            </>
        };
        self.row(label, meaning, Some(name.to_owned()), value)
    }

    fn names(&self) -> Html {
        let c = self.c;
        html! {
            <>
                { self.name(ReportText::Subject, ReportText::ExplainSubject, &c.subject) }
                { self.name(ReportText::Issuer, ReportText::ExplainIssuer, &c.issuer) }
                if !c.subject_alt_names.is_empty() {
                    { self.row(
                        ReportText::SubjectAltNames,
                        ReportText::ExplainSubjectAltNames,
                        Some(c.subject_alt_names.iter().map(|name| name.value.as_str()).collect::<Vec<_>>().join("\n")),
                        html! { <Names locale={self.locale} names={c.subject_alt_names.clone()} /> },
                    ) }
                }
            </>
        }
    }

    fn dates(&self) -> Html {
        let (c, locale, at) = (self.c, self.locale, self.report.at);
        let standing = locale.report_phrase(&ReportPhrase::CurrentValidity {
            status: c.validity,
            days: words::days(c.validity, c.not_before, c.not_after, at),
        });
        let note = |shown: bool| {
            if !shown {
                return html! {};
            }
            match c.validity {
                ValidityStatus::Valid => html! { <span class="soft">{ " (" }{ standing.clone() }{ ")" }</span> },
                _ => html! { <span class="cert__bad">{ " " }{ icon(Sign::Fail) }{ standing.clone() }</span> },
            }
        };
        let early = c.validity == ValidityStatus::NotYetValid;
        let (from, until) = (locale.date_time(c.not_before), locale.date_time(c.not_after));
        html! {
            <>
                { self.row(ReportText::ValidFrom, ReportText::ExplainValidFrom, Some(c.not_before.to_string()),
                    html! { <>{ from }{ note(early) }</> }) }
                { self.row(ReportText::ValidUntil, ReportText::ExplainValidUntil, Some(c.not_after.to_string()),
                    html! { <>{ until }{ note(!early) }</> }) }
            </>
        }
    }

    fn key_and_signature(&self) -> Html {
        let (c, locale) = (self.c, self.locale);
        let (sign, tone) = match c.signature {
            SignatureStatus::Valid => (Sign::Pass, "cert__good"),
            SignatureStatus::Invalid => (Sign::Fail, "cert__bad"),
            SignatureStatus::NotChecked => (Sign::Gap, "soft"),
        };
        let check = html! { <span class={tone}>{ icon(sign) }{ " " }{ locale.signature(c.signature) }</span> };
        let issuer = match c.issued_by {
            Some(IssuedBy::Certificate(index)) => {
                let number = index.get().saturating_add(1);
                let onclick = open_card(number);
                html! { <a href={format!("#{}", card_id(number))} {onclick}>{ locale.certificate(self.report, index) }</a> }
            }
            Some(IssuedBy::Anchor) => html! { { locale.report(ReportText::OnTheList) } },
            None => html! { <span class="soft">{ locale.report(ReportText::Unknown) }</span> },
        };
        html! {
            <>
                { self.text(ReportText::Key, ReportText::ExplainKey, &words::key(locale, c)) }
                if let Some(exponent) = &c.key.exponent { { self.text(ReportText::Exponent, ReportText::ExplainExponent, exponent) } }
                { self.text(ReportText::SignatureAlgorithm, ReportText::ExplainSignatureAlgorithm, &c.signature_algorithm) }
                { self.row(ReportText::SignatureCheck, ReportText::ExplainSignatureCheck, None, check) }
                { self.row(ReportText::SignedBy, ReportText::ExplainSignedBy, None, issuer) }
                if !c.aliases.is_empty() { { self.list(ReportText::ListedAs, ReportText::ExplainListedAs, Some(&c.aliases)) } }
            </>
        }
    }

    fn rights(&self) -> Html {
        let (c, locale) = (self.c, self.locale);
        let is_ca = locale.report(if c.is_ca { ReportText::Yes } else { ReportText::No });
        html! {
            <>
                { self.row(ReportText::IsCa, ReportText::ExplainIsCa, None, html! { { is_ca } }) }
                if let Some(limit) = c.path_len {
                    { self.row(ReportText::PathLength, ReportText::ExplainPathLength, None, html! { { limit } }) }
                }
                { self.list(ReportText::KeyUsage, ReportText::ExplainKeyUsage, c.key_usage.as_deref()) }
                { self.list(ReportText::ExtendedKeyUsage, ReportText::ExplainExtendedKeyUsage, c.extended_key_usage.as_deref()) }
                if !c.defects.is_empty() {
                    { self.row(ReportText::EncodingFaults, ReportText::ExplainEncodingFaults, None, self.faults()) }
                }
            </>
        }
    }

    fn faults(&self) -> Html {
        let words = |defect: &crate::report::Defect| {
            let finding = Finding::on(self.c.index, Detail::Malformed { defect: *defect });
            self.locale.finding(self.report, &finding).headline()
        };
        html! { <ul class="cert__parts">for defect in &self.c.defects { <li>{ words(defect) }</li> }</ul> }
    }

    fn identifiers(&self) -> Html {
        let c = self.c;
        let identifier = |label, meaning, value: &Option<String>| match value {
            Some(value) => self.code(label, meaning, value),
            None => self.absent(label, meaning),
        };
        html! {
            <>
                { identifier(ReportText::SubjectKeyId, ReportText::ExplainSubjectKeyId, &c.subject_key_id) }
                { identifier(ReportText::AuthorityKeyId, ReportText::ExplainAuthorityKeyId, &c.authority_key_id) }
                if !c.issuer_locations.is_empty() {
                    { self.code(ReportText::IssuerLocations, ReportText::ExplainIssuerLocations, &c.issuer_locations.join("\n")) }
                }
                { self.bytes(ReportText::SerialNumber, ReportText::ExplainSerialNumber, &c.serial) }
                { self.bytes(ReportText::Sha256, ReportText::ExplainSha256, &c.sha256) }
                { self.bytes(ReportText::Sha1, ReportText::ExplainSha1, &c.sha1) }
                { self.row(ReportText::Version, ReportText::ExplainVersion, None, html! { { c.version } }) }
                { self.row(ReportText::Extensions, ReportText::ExplainExtensions, None, self.extensions()) }
            </>
        }
    }

    /// Lists every extension with its content, as x509-parser decodes it.
    fn extensions(&self) -> Html {
        let locale = self.locale;
        let details = details::certificate(&Bytes::copy_from_slice(self.c.pem.as_bytes()));
        let Some(details) = details.filter(|details| !details.extensions.is_empty()) else {
            return html! { <span class="soft">{ locale.report(ReportText::None) }</span> };
        };
        html! {
            <>
                if !details.decoded { <p class="soft">{ locale.report(ReportText::ExtensionsNotDecoded) }</p> }
                <ul class="cert__extensions">
                    for extension in &details.extensions { { self.extension(extension) } }
                </ul>
            </>
        }
    }

    fn extension(&self, extension: &ExtensionDetails) -> Html {
        let locale = self.locale;
        html! {
            <li>
                <span>{ brief(extension.name.as_ref().unwrap_or(&extension.oid), 120) }</span>
                if extension.critical { { " " }<span class="tag">{ locale.report(ReportText::Critical) }</span> }
                <span class="soft">
                    { " " }
                    if extension.name.is_some() { { brief(&extension.oid, 120) }{ ", " } }
                    { locale.report_phrase(&ReportPhrase::Bytes(small(extension.bytes))) }
                </span>
                if !extension.fields.is_empty() {
                    <ul class="cert__parts">
                        for field in extension.fields.iter().take(MOST_FIELDS) {
                            <li><span class="tag">{ field.name }</span>{ " " }<span>{ brief(&field.value, LONGEST_FIELD) }</span></li>
                        }
                        if extension.fields.len() > MOST_FIELDS { <li>{ "…" }</li> }
                    </ul>
                }
            </li>
        }
    }
}
