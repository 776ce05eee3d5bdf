//! The chain as a list, from the server certificate to the root. Each certificate opens in place
//! and shows its fields. CSS draws the boxes and the lines.

use yew::prelude::*;

use super::model::{Chain, Entry, Extra, Link, LinkCheck, LinkState, Stop, is_unlisted_root};
use crate::cert::UnixTime;
use crate::i18n::{AnswerPhrase, AnswerText, Locale, Role, role_of};
use crate::report::{CertIndex, CertificateReport, Repair, Report, ValidityStatus};
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::certificates::link::card_id;
use crate::web::ui::lazy::part::Part;
use crate::web::ui::text::{brief, curve};

/// How many entries are shown from the server certificate, and how many up to the root.
const FIRST_ENTRIES: usize = 8;
const LAST_ENTRIES: usize = 4;
/// How many certificates outside the chain are shown.
const MAX_EXTRAS: usize = 50;
/// How many names of the server certificate are shown.
const MAX_NAMES: usize = 4;
/// The longest name, in characters. The open certificate has the full text.
const MAX_NAME: usize = 120;

/// Draws the chain. `chosen`: the user chose the moment of the check. `later` draws a part that is
/// loaded when it is shown.
pub(in crate::web::ui) fn chain(
    locale: Locale,
    report: &Report,
    repair: Option<&Repair>,
    chosen: bool,
    later: &dyn Fn(Part) -> Html,
) -> Html {
    let lists = ChainLists {
        locale,
        report,
        repair,
        later,
    };
    let Chain { entries, extras } = Chain::of(report);
    let hidden = entries.len().saturating_sub(FIRST_ENTRIES + LAST_ENTRIES);
    let first = if hidden > 0 { FIRST_ENTRIES } else { entries.len() };
    let moment = if chosen {
        AnswerPhrase::AsOf(report.at)
    } else {
        AnswerPhrase::Now(report.at)
    };
    let all = || entries.iter().enumerate();
    html! {
        <section class="chain" aria-labelledby="chain-title">
            <div class="chain__head">
                <h2 class="label" id="chain-title">{ locale.answer(AnswerText::ChainHeading) }</h2>
                <p class="chain__moment">{ locale.answer_phrase(&moment) }</p>
            </div>
            <ol class="chain__path" role="list">
                for (place, entry) in all().take(first) { { lists.entry(place, entry) } }
                if hidden > 0 {
                    <li>{ lists.more(hidden) }{ lists.link(Some(Link::Open)) }</li>
                    for (place, entry) in all().skip(first.saturating_add(hidden)) { { lists.entry(place, entry) } }
                }
            </ol>
            { lists.outside(&entries, &extras) }
        </section>
    }
}

struct ChainLists<'a> {
    locale: Locale,
    report: &'a Report,
    repair: Option<&'a Repair>,
    later: &'a dyn Fn(Part) -> Html,
}

/// What a box says above its name.
struct Head<'a> {
    role: &'static str,
    index: Option<CertIndex>,
    state: Vec<(Sign, &'a str)>,
    name: &'a str,
}

impl ChainLists<'_> {
    fn entry(&self, place: usize, entry: &Entry<'_>) -> Html {
        html! { <li>{ self.stop(place, entry.stop) }{ self.link(entry.link) }</li> }
    }

    fn stop(&self, place: usize, stop: Stop<'_>) -> Html {
        let text = |text| self.locale.answer(text);
        let on_list = self.for_client(AnswerText::OnList);
        let bar = html! { <span class="stop__bar">{ (self.later)(Part::Bar(place)) }</span> };
        match stop {
            Stop::Sent(certificate) => self.sent(certificate, bar),
            Stop::ListedRoot(root) => {
                let head = Head {
                    role: text(AnswerText::RootRole),
                    index: None,
                    state: vec![(Sign::Pass, &on_list)],
                    name: &root.label,
                };
                let until = self.until(root.not_after);
                let facts = [&until, " · ", text(AnswerText::NeedNotSend)].concat();
                closed("stop stop--root", head, html! { <>{ fact(facts) }{ bar }</> })
            }
            Stop::Missing { label, known, .. } => {
                let added = self
                    .repair
                    .is_some_and(|repair| repair.chain.iter().any(|c| c.label == label));
                let head = Head {
                    role: text(if known {
                        AnswerText::IntermediateRole
                    } else {
                        AnswerText::IssuerRole
                    }),
                    index: None,
                    state: vec![(Sign::Fail, text(AnswerText::NotSent))],
                    name: label,
                };
                // The line keeps its height until the repaired chain is known.
                let words = if added { text(AnswerText::InRepaired) } else { "\u{a0}" };
                let facts = if known {
                    fact(words.to_owned())
                } else {
                    html! {}
                };
                closed("stop stop--missing", head, facts)
            }
            Stop::RootBeyond(aliases) => {
                let root = self.repair.and_then(|repair| repair.root.as_ref());
                let name = root.map(|root| root.label.as_str());
                let until = root.map(|root| self.until(root.not_after));
                let mut facts = until.map(|until| until + " · ").unwrap_or_default();
                facts.push_str(text(AnswerText::NeedNotSend));
                let head = Head {
                    role: text(AnswerText::RootRole),
                    index: None,
                    state: vec![(Sign::Pass, &on_list)],
                    name: name.or(aliases.first().map(String::as_str)).unwrap_or_default(),
                };
                closed("stop stop--root stop--beyond", head, fact(facts))
            }
            Stop::UnknownIssuer(label) => {
                let head = Head {
                    role: text(AnswerText::IssuerRole),
                    index: None,
                    state: vec![(Sign::Unknown, text(AnswerText::UnknownIssuer))],
                    name: label,
                };
                closed("stop stop--unknown", head, html! {})
            }
        }
    }

    /// A label that is about AWS's list, for the client of the report.
    fn for_client(&self, text: AnswerText) -> String {
        self.locale.text_for(self.report.client.id, self.locale.answer(text))
    }

    fn role(&self, certificate: &CertificateReport) -> &'static str {
        self.locale.answer(match role_of(self.report, certificate) {
            Role::Leaf => AnswerText::ServerRole,
            Role::Intermediate => AnswerText::IntermediateRole,
            Role::Root => AnswerText::RootRole,
            // Client certificates have an answer without this drawing.
            Role::Client | Role::Other => AnswerText::OtherRole,
        })
    }

    /// A certificate of the chain that was sent.
    fn sent(&self, certificate: &CertificateReport, bar: Html) -> Html {
        let text = |text| self.locale.answer(text);
        // A certificate with the name and key of a listed root is the root that API Gateway trusts.
        let listed = !certificate.aliases.is_empty();
        let unlisted = is_unlisted_root(self.report, certificate.index);
        let mut state: Vec<(Sign, &str)> = self.fault(certificate);
        let (on_list, not_on_list) = (
            self.for_client(AnswerText::OnList),
            self.for_client(AnswerText::NotOnList),
        );
        if unlisted {
            state.push((Sign::Fail, &not_on_list));
        }
        let faulty = !state.is_empty();
        if listed {
            state.push((Sign::Pass, &on_list));
        }
        let role = if listed {
            text(AnswerText::RootRole)
        } else {
            self.role(certificate)
        };
        let class = classes!("stop", listed.then_some("stop--root"), faulty.then_some("stop--faulty"));
        let head = Head {
            role,
            index: Some(certificate.index),
            state,
            name: &certificate.subject_label,
        };
        let more = html! { <>{ fact(self.facts(certificate)) }{ self.names(certificate) }{ bar }</> };
        self.opening(class, certificate.index, head, more)
    }

    fn fault(&self, certificate: &CertificateReport) -> Vec<(Sign, &'static str)> {
        match certificate.validity {
            ValidityStatus::Valid => Vec::new(),
            ValidityStatus::Expired => vec![(Sign::Fail, self.locale.answer(AnswerText::Expired))],
            ValidityStatus::NotYetValid => vec![(Sign::Fail, self.locale.answer(AnswerText::NotYetValid))],
        }
    }

    /// `RSA 2048 · until 23 February 2027, 87 days left`
    fn facts(&self, certificate: &CertificateReport) -> String {
        let bits = certificate.key.bits.to_string();
        let size = certificate.key.curve.as_deref().map_or(bits.as_str(), curve);
        let key = self.locale.answer_phrase(&AnswerPhrase::Key {
            algorithm: &certificate.key.algorithm,
            size: &brief(size, MAX_NAME),
        });
        let date = match certificate.validity {
            ValidityStatus::NotYetValid => self.locale.answer_phrase(&AnswerPhrase::From(certificate.not_before)),
            ValidityStatus::Valid | ValidityStatus::Expired => self.until(certificate.not_after),
        };
        [&key, " · ", &date].concat()
    }

    fn until(&self, not_after: UnixTime) -> String {
        let at = self.report.at;
        let days = if at > not_after {
            not_after.days_until(at).max(1).saturating_neg()
        } else {
            at.days_until(not_after)
        };
        self.locale.answer_phrase(&AnswerPhrase::Until { not_after, days })
    }

    /// The names of the server certificate, unless its own name is the only one.
    fn names(&self, certificate: &CertificateReport) -> Html {
        let names = &certificate.subject_alt_names;
        let only = names.len() == 1 && names.iter().all(|name| name.value == certificate.subject_label);
        if role_of(self.report, certificate) != Role::Leaf || names.is_empty() || only {
            return html! {};
        }
        let shown: Vec<String> = names
            .iter()
            .take(MAX_NAMES)
            .map(|name| brief(&name.value, MAX_NAME))
            .collect();
        let mut text = shown.join(", ");
        let more = names.len().saturating_sub(MAX_NAMES);
        if more > 0 {
            text.push(' ');
            text.push_str(&self.locale.answer_phrase(&AnswerPhrase::MoreNames(more)));
        }
        html! { <span class="stop__names">{ " " }{ text }</span> }
    }

    /// The certificates outside the chain, folded.
    fn outside(&self, entries: &[Entry<'_>], extras: &[Extra<'_>]) -> Html {
        let crossed = entries.iter().flat_map(|entry| &entry.cross_signed);
        let crossed = crossed.map(|certificate| (*certificate, self.locale.answer(AnswerText::CrossSigned).to_owned()));
        let others = extras.iter().map(|extra| match *extra {
            Extra::AboveRoot(certificate) => (certificate, self.locale.answer(AnswerText::AboveRoot).to_owned()),
            Extra::Stray(certificate) => (certificate, String::new()),
            Extra::Copy { certificate, of } => {
                let place = of.get().saturating_add(1);
                (certificate, self.locale.answer_phrase(&AnswerPhrase::CopyOf(place)))
            }
        });
        let all: Vec<(&CertificateReport, String)> = crossed.chain(others).collect();
        if all.is_empty() {
            return html! {};
        }
        html! {
            <details class="chain__extras">
                <summary class="label">{ self.locale.answer_phrase(&AnswerPhrase::Outside(all.len())) }</summary>
                <ul role="list">
                    for (certificate, why) in all.iter().take(MAX_EXTRAS) { <li>{ self.extra(certificate, why) }</li> }
                    if all.len() > MAX_EXTRAS { <li>{ self.more(all.len().saturating_sub(MAX_EXTRAS)) }</li> }
                </ul>
            </details>
        }
    }

    fn extra(&self, certificate: &CertificateReport, why: &str) -> Html {
        let state = self.fault(certificate);
        let class = classes!("stop", "stop--outside", (!state.is_empty()).then_some("stop--faulty"));
        let head = Head {
            role: self.role(certificate),
            index: Some(certificate.index),
            state,
            name: &certificate.subject_label,
        };
        let more = html! { if !why.is_empty() { { fact(why.to_owned()) } } };
        self.opening(class, certificate.index, head, more)
    }

    /// Says how many certificates are not shown.
    fn more(&self, number: usize) -> Html {
        html! { <p class="chain__more">{ self.locale.answer_phrase(&AnswerPhrase::MoreInChain(number)) }</p> }
    }

    /// The line to the next box, with the checks that failed.
    fn link(&self, link: Option<Link>) -> Html {
        let Some(link) = link else { return html! {} };
        let class = match link.state() {
            LinkState::Signed => "chain__link chain__link--signed",
            LinkState::Broken => "chain__link chain__link--broken",
            LinkState::Open => "chain__link",
        };
        let failed: Vec<AnswerText> = match link {
            Link::Checked {
                name,
                key_id,
                signature,
            } => [
                (name, AnswerText::LinkNameFails),
                (key_id, AnswerText::LinkKeyFails),
                (signature, AnswerText::LinkSignatureFails),
            ]
            .into_iter()
            .filter(|(check, _)| *check == LinkCheck::Broken)
            .map(|(_, text)| text)
            .collect(),
            Link::Open => Vec::new(),
        };
        html! {
            <div {class}>
                for text in failed { <p class="chain__fault">{ icon(Sign::Fail) }{ self.locale.answer(text) }</p> }
            </div>
        }
    }

    /// A box that opens and shows the certificate's fields.
    fn opening(&self, class: Classes, index: CertIndex, head: Head<'_>, more: Html) -> Html {
        html! {
            <details {class} id={card_id(index.get().saturating_add(1))}>
                <summary class="stop__head">{ words(&head) }{ more }</summary>
                { (self.later)(Part::Certificate(index.get())) }
            </details>
        }
    }
}

/// A box that does not open.
fn closed(class: &'static str, head: Head<'_>, more: Html) -> Html {
    html! { <div {class}><p class="stop__head">{ words(&head) }{ more }</p></div> }
}

/// Role, state and name. The spaces separate the words for screen readers and in copied text.
fn words(head: &Head<'_>) -> Html {
    html! {
        <>
            <span class="stop__role">
                { head.role }
                if let Some(index) = head.index { { " " }<span class="stop__number">{ number(index) }</span> }
            </span>{ " " }
            for (sign, text) in &head.state {
                <span class={if *sign == Sign::Pass { "stop__state stop__state--good" } else { "stop__state" }}>
                    { icon(*sign) }{ (*text).to_owned() }{ " " }
                </span>
            }
            if !head.name.is_empty() { <span class="stop__name">{ brief(head.name, MAX_NAME) }</span> }
        </>
    }
}

/// `#2`: the certificate's position in the input, counted from 1.
fn number(index: CertIndex) -> String {
    ["#", &index.get().saturating_add(1).to_string()].concat()
}

fn fact(text: String) -> Html {
    html! { <span class="stop__fact">{ " " }{ text }</span> }
}
