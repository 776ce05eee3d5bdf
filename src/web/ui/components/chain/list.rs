//! The chain as nested lists, from the server certificate to the root. CSS draws the boxes and the
//! lines.

use yew::prelude::*;

use super::model::{Chain, Entry, Extra, Link, LinkCheck, LinkState, Stop, is_unlisted_root};
use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase, ReportText, UiText};
use crate::report::{CertIndex, CertificateReport, Report, ValidityStatus};
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::certificates::link::{card_id, open_card};
use crate::web::ui::components::certificates::words;
use crate::web::ui::text::brief;

/// How many entries are shown from the server certificate, and how many up to the root.
const FIRST_ENTRIES: usize = 8;
const LAST_ENTRIES: usize = 4;
/// How many cross-signed versions are shown for one entry, and how many certificates outside the
/// chain.
const MAX_CROSS_SIGNED: usize = 3;
const MAX_EXTRAS: usize = 4;
/// The longest name, and the longest address or list of aliases, in characters. The certificate's
/// card has the full text.
const MAX_NAME: usize = 120;
const MAX_TEXT: usize = 300;

/// Draws the chain. Each certificate that was sent links to its card.
pub(crate) fn chain(locale: Locale, report: &Report) -> Html {
    let lists = ChainLists { locale, report };
    let Chain { entries, extras } = Chain::of(report);
    let hidden = entries.len().saturating_sub(FIRST_ENTRIES + LAST_ENTRIES);
    let first = if hidden > 0 { FIRST_ENTRIES } else { entries.len() };
    html! {
        <section class="chain" aria-labelledby="chain-title">
            <h2 class="title" id="chain-title">{ locale.report(ReportText::PathHeading) }</h2>
            <ol class="chain__path" role="list">
                for entry in entries.iter().take(first) { { lists.entry(entry) } }
                if hidden > 0 {
                    <li>{ lists.more(hidden) }{ lists.link(Some(Link::Open), &[]) }</li>
                    for entry in entries.iter().skip(first.saturating_add(hidden)) { { lists.entry(entry) } }
                }
            </ol>
            if !extras.is_empty() {
                <h3 class="subtitle">{ locale.report(ReportText::OtherHeading) }</h3>
                <ul class="chain__extras" role="list">
                    for extra in extras.iter().take(MAX_EXTRAS) { <li>{ lists.extra(*extra) }</li> }
                    if extras.len() > MAX_EXTRAS { <li>{ lists.more(extras.len().saturating_sub(MAX_EXTRAS)) }</li> }
                </ul>
            }
        </section>
    }
}

struct ChainLists<'a> {
    locale: Locale,
    report: &'a Report,
}

impl ChainLists<'_> {
    fn entry(&self, entry: &Entry<'_>) -> Html {
        html! { <li>{ self.stop(entry.stop) }{ self.link(entry.link, &entry.cross_signed) }</li> }
    }

    fn stop(&self, stop: Stop<'_>) -> Html {
        let text = |text| self.locale.report(text);
        match stop {
            Stop::Sent(certificate) => self.sent(certificate),
            Stop::ListedRoot(root) => {
                let period = (root.not_before, root.not_after);
                let status = words::status(self.report.at, root.not_before, root.not_after);
                let facts = html! {
                    <>
                        { fact(capitalised(text(ReportText::NotSentUsual))) }
                        { self.dates(status, period) }
                        { self.listed_as(&root.aliases) }
                    </>
                };
                let head = head(None, Sign::Shield, text(ReportText::OnTheList), &root.label);
                stop_box("stop stop--root", head, facts)
            }
            Stop::Missing {
                label,
                key_id,
                locations,
            } => {
                let code = |heading, code: &str| {
                    html! {
                        <>{ fact(text(heading).to_owned()) }<p class="stop__fact"><code>{ brief(code, MAX_TEXT) }</code></p></>
                    }
                };
                let facts = html! {
                    <>
                        if let Some(key_id) = key_id { { code(ReportText::SubjectKeyId, key_id) } }
                        if let Some(location) = locations.first() { { code(ReportText::AvailableAt, location) } }
                    </>
                };
                let head = head(None, Sign::Gap, text(ReportText::MissingHere), label);
                stop_box("stop stop--missing", head, facts)
            }
            Stop::RootBeyond(aliases) => {
                let head = head(None, Sign::Shield, text(ReportText::OnTheList), "");
                stop_box("stop stop--root stop--beyond", head, self.listed_as(aliases))
            }
            Stop::UnknownIssuer(label) => {
                let head = head(None, Sign::Unknown, text(ReportText::UnknownIssuer), label);
                stop_box("stop stop--unknown", head, html! {})
            }
        }
    }

    fn sent(&self, certificate: &CertificateReport) -> Html {
        let locale = self.locale;
        // A certificate with the name and key of a listed root is the root that API Gateway trusts.
        let (class, sign, role) = if certificate.aliases.is_empty() {
            let role = words::role(locale, self.report, certificate);
            ("stop", Sign::Certificate, role)
        } else {
            ("stop stop--root", Sign::Shield, locale.report(ReportText::OnTheList))
        };
        let unlisted = is_unlisted_root(self.report, certificate.index);
        let facts = html! {
            <>
                { fact(words::key(locale, certificate)) }
                { self.dates(certificate.validity, (certificate.not_before, certificate.not_after)) }
                if unlisted { { fault(locale.report(ReportText::NotOnTheList)) } }
                { self.listed_as(&certificate.aliases) }
            </>
        };
        let head = head(Some(certificate.index), sign, role, &certificate.subject_label);
        let faulty = unlisted || certificate.validity != ValidityStatus::Valid;
        stop_box(classes!(class, faulty.then_some("stop--faulty")), head, facts)
    }

    fn cross_signed(&self, certificate: &CertificateReport) -> Html {
        let issuer = brief(&certificate.issuer_label, MAX_NAME);
        let issuer = fact(self.locale.report_phrase(&ReportPhrase::IssuedByName(&issuer)));
        let role = self.locale.report(ReportText::CrossSigned);
        self.outside(certificate, Sign::Certificate, role, issuer)
    }

    fn extra(&self, extra: Extra<'_>) -> Html {
        let role = |role| self.locale.report(role);
        match extra {
            Extra::AboveRoot(certificate) => {
                self.outside(certificate, Sign::Certificate, role(ReportText::AboveTrusted), html! {})
            }
            Extra::Stray(certificate) => {
                self.outside(certificate, Sign::Unknown, role(ReportText::StrayHere), html! {})
            }
            Extra::Copy { certificate, of } => {
                let role = [role(ReportText::CopyOf), " ", &number(of)].concat();
                self.outside(certificate, Sign::Copy, &role, html! {})
            }
        }
    }

    /// A certificate that is not in the chain; its dates are shown only if they are a fault.
    fn outside(&self, certificate: &CertificateReport, sign: Sign, role: &str, facts: Html) -> Html {
        let faulty = certificate.validity != ValidityStatus::Valid;
        let facts = html! {
            <>
                { facts }
                if faulty { { self.dates(certificate.validity, (certificate.not_before, certificate.not_after)) } }
            </>
        };
        let head = head(Some(certificate.index), sign, role, &certificate.subject_label);
        let class = classes!("stop", "stop--outside", faulty.then_some("stop--faulty"));
        stop_box(class, head, facts)
    }

    /// Says how many certificates are not shown.
    fn more(&self, number: usize) -> Html {
        html! { <p class="chain__more">{ self.locale.report_phrase(&ReportPhrase::MoreCertificates(number)) }</p> }
    }

    /// The line to the next box, with the link's checks and the cross-signed versions of this box.
    fn link(&self, link: Option<Link>, cross_signed: &[&CertificateReport]) -> Html {
        if link.is_none() && cross_signed.is_empty() {
            return html! {};
        }
        let class = match link.map_or(LinkState::Open, Link::state) {
            LinkState::Signed => "chain__link chain__link--signed",
            LinkState::Broken => "chain__link chain__link--broken",
            LinkState::Open => "chain__link",
        };
        html! {
            <div {class}>
                if !cross_signed.is_empty() {
                    <ul class="chain__versions" role="list">
                        for certificate in cross_signed.iter().take(MAX_CROSS_SIGNED) { <li>{ self.cross_signed(certificate) }</li> }
                        if cross_signed.len() > MAX_CROSS_SIGNED {
                            <li>{ self.more(cross_signed.len().saturating_sub(MAX_CROSS_SIGNED)) }</li>
                        }
                    </ul>
                }
                if let Some(Link::Checked { name, key_id, signature }) = link {
                    <ul class="chain__checks" role="list">
                        { self.check(ReportText::LinkName, name) }
                        { self.check(ReportText::LinkKeyId, key_id) }
                        { self.check(ReportText::LinkSignature, signature) }
                    </ul>
                }
            </div>
        }
    }

    fn check(&self, what: ReportText, check: LinkCheck) -> Html {
        let (class, sign, result) = match check {
            LinkCheck::Holds => ("chain__check chain__check--holds", Sign::Pass, ReportText::MarkHolds),
            LinkCheck::Broken => ("chain__check chain__check--broken", Sign::Fail, ReportText::MarkBroken),
            LinkCheck::Unknown => ("chain__check", Sign::Gap, ReportText::MarkUnknown),
        };
        let locale = self.locale;
        html! { <li {class}>{ icon(sign) }{ locale.report(what) }{ locale.ui(UiText::Colon) }{ locale.report(result) }</li> }
    }

    /// The end of the validity period, or its beginning if that is in the future, after a fault if
    /// the period is not current.
    fn dates(&self, status: ValidityStatus, (from, until): (UnixTime, UnixTime)) -> Html {
        let locale = self.locale;
        let date = match status {
            ValidityStatus::NotYetValid => [locale.report(ReportText::ValidFrom), " ", &locale.date(from)].concat(),
            ValidityStatus::Valid | ValidityStatus::Expired => words::until(locale, self.report.at, until),
        };
        html! {
            <>
                if status != ValidityStatus::Valid { { fault(locale.validity(status)) } }
                { fact(date) }
            </>
        }
    }

    fn listed_as(&self, aliases: &[String]) -> Html {
        if aliases.is_empty() {
            return html! {};
        }
        let words = self.locale.report_phrase(&ReportPhrase::ListedAs(aliases));
        fact(brief(&words, MAX_TEXT))
    }
}

fn stop_box(class: impl Into<Classes>, head: Html, facts: Html) -> Html {
    html! { <div class={class.into()}>{ head }{ facts }</div> }
}

/// Role and name; a link to the card if there is one.
fn head(index: Option<CertIndex>, sign: Sign, role: &str, name: &str) -> Html {
    // The spaces separate the words for screen readers and in copied text.
    let words = html! {
        <>
            <span class="stop__role">{ icon(sign) }<span>{ role.to_owned() }</span></span>{ " " }
            if let Some(index) = index { <span class="stop__number">{ number(index) }</span>{ " " } }
            if !name.is_empty() { <span class="stop__name">{ brief(name, MAX_NAME) }</span> }
        </>
    };
    match index {
        Some(index) => {
            let number = index.get().saturating_add(1);
            // Not draggable, so that its text can be selected.
            html! {
                <a class="stop__head" href={["#", &card_id(number)].concat()} onclick={open_card(number)} draggable="false">
                    { words }
                </a>
            }
        }
        None => html! { <p class="stop__head">{ words }</p> },
    }
}

/// `#2`: the certificate's position in the input, counted from 1.
fn number(index: CertIndex) -> String {
    ["#", &index.get().saturating_add(1).to_string()].concat()
}

fn fact(text: String) -> Html {
    html! { <p class="stop__fact">{ text }</p> }
}

fn fault(text: &'static str) -> Html {
    html! { <p class="stop__fault">{ icon(Sign::Fail) }{ text }</p> }
}

fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .map(|c| c.to_uppercase().chain(rest).collect())
        .unwrap_or_default()
}
