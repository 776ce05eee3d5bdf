//! The page's state.

use std::rc::Rc;

use crate::cert::UnixTime;
use crate::guide::System;
use crate::i18n::Locale;
use crate::report::{Outcome, Report, RuleId};
use crate::share::{Summary, VerdictLink};
use crate::trust::ClientId;
use crate::web::protocol::request::Request;
use crate::web::ui::shared::Shared;

use super::form::Form;
use super::phase::{Phase, Repairing, Why};
use super::settings::{OpenRule, Theme, View};
use super::source::Source;

/// The page's state.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The input.
    pub source: Source,
    /// The fields next to it.
    pub form: Form,
    /// The progress of the check.
    pub phase: Phase,
    /// The newest check; its number is 0 before the first check.
    pub request: Request,
    /// Whether the box is folded to a line.
    pub folded: bool,
    /// Whether the user opened the box and the fields. They then stay open when an answer arrives.
    pub kept_open: bool,
    /// Language.
    pub locale: Locale,
    /// The language that the user chose, now or earlier. A link's language does not replace it.
    pub chosen_locale: Option<Locale>,
    /// Colours.
    pub theme: Theme,
    /// Whether a private key was removed from the input.
    pub key_removed: bool,
    /// Whether the time and host fields hold values of an example. They do not apply to the next
    /// input.
    pub from_example: bool,
    /// The view that is open.
    pub view: View,
    /// The repaired chain.
    pub repair: Repairing,
    /// The report of the previous input, to compare with.
    pub former: Option<Shared<Report>>,
    /// The result in the opened link.
    pub shared: Option<Shared<Summary>>,
    /// The verdict of a link without certificates.
    pub shared_verdict: Option<Shared<VerdictLink>>,
    /// The system whose commands are shown.
    pub system: System,
    /// Which requirement is explained.
    pub rule: OpenRule,
    /// Whether the window is wide enough for the chain next to the verdict.
    pub wide: bool,
    /// Whether the dialog with links and exports is open.
    pub sharing: bool,
    /// Whether a newer version of the page is ready.
    pub update_ready: bool,
    /// The host that the input has put into the host field. If the user empties the field, it stays
    /// empty.
    pub host_filled: Option<String>,
    /// The table of servers, if the input has several.
    pub fleet: Option<Fleet>,
    /// Whether the user wants the whole input checked as one chain.
    pub together: bool,
    /// How many servers the input has when it is checked as one chain.
    pub servers: usize,
    /// The user's truststore. The session keeps its bytes and passwords.
    pub truststore: Option<Truststore>,
    /// How many truststores there were. A truststore that is read again counts as another one.
    pub truststores: u32,
    /// Whether the fields are shown without a verdict, to choose a client.
    pub choosing: bool,
}

/// A truststore of the user's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Truststore {
    /// Its number, from 1.
    pub number: u32,
    /// The name of its file, made visible.
    pub name: Rc<str>,
}

/// The table of many servers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fleet {
    /// The input that holds them.
    pub source: Source,
    /// The position of the open row.
    pub open: Option<usize>,
    /// Changes when all servers have to be checked again.
    pub run: u32,
}

impl State {
    /// The report on the page. During a check, this is the previous one.
    #[must_use]
    pub fn report(&self) -> Option<&Shared<Report>> {
        match &self.phase {
            Phase::Done { report }
            | Phase::Checking {
                before: Some(report), ..
            } => Some(report),
            _ => None,
        }
    }

    /// The requirement that is explained: the chosen one, or in a wide window the first that is not
    /// met.
    #[must_use]
    pub fn open_rule(&self) -> Option<RuleId> {
        match self.rule {
            OpenRule::Chosen(rule) => rule,
            OpenRule::Default if self.wide => self.unmet_rule(),
            OpenRule::Default => None,
        }
    }

    /// The first requirement that is not met.
    #[must_use]
    pub fn unmet_rule(&self) -> Option<RuleId> {
        let rules = self.report().map(|report| report.rules.as_slice()).unwrap_or_default();
        rules
            .iter()
            .find(|rule| rule.outcome == Outcome::Fail)
            .map(|rule| rule.rule)
    }

    /// Whether the host name in the field is the one that the input contains.
    #[must_use]
    pub fn is_host_from_input(&self) -> bool {
        self.host_filled.as_ref().is_some_and(|host| *host == self.form.host)
    }

    /// Whether a check is in progress.
    #[must_use]
    pub fn is_checking(&self) -> bool {
        matches!(self.phase, Phase::Checking { .. })
    }

    /// The request for the check, for the moment that the user chose, or for `now`.
    #[must_use]
    pub fn timed_request(&self, now: UnixTime) -> Request {
        let mut request = self.request.clone();
        request.options.at = self.form.moment().unwrap_or(now);
        request
    }

    /// Whether the chain is to be checked for a truststore that the user has not given.
    #[must_use]
    pub fn lacks_truststore(&self) -> bool {
        self.form.client == ClientId::TRUSTSTORE && self.truststore.is_none()
    }

    /// Whether the fields belong next to the box: there is a verdict, or the client has to be
    /// chosen.
    #[must_use]
    pub fn shows_fields(&self) -> bool {
        let about_client = matches!(
            self.phase,
            Phase::Failed {
                why: Why::NoTruststore | Why::Truststore(_)
            }
        );
        self.report().is_some() || self.shows_table() || about_client || (self.choosing && self.has_source())
    }

    /// Whether there is an input.
    pub(super) fn has_source(&self) -> bool {
        match &self.source {
            Source::None => false,
            Source::Text(text) => !text.trim().is_empty(),
            Source::Files(kept) => kept.count > 0,
        }
    }
}
