//! Everything that the page knows.

use crate::cert::UnixTime;
use crate::guide::System;
use crate::i18n::Locale;
use crate::report::Report;
use crate::share::{Summary, VerdictLink};
use crate::web::protocol::request::Request;
use crate::web::ui::shared::Shared;

use super::form::Form;
use super::phase::{Phase, Repairing};
use super::settings::{Theme, View};
use super::source::Source;

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The input.
    pub source: Source,
    /// The fields next to it.
    pub form: Form,
    /// How far the check is.
    pub phase: Phase,
    /// The newest check; its number is 0 before the first.
    pub request: Request,
    /// Whether the box is folded to a line.
    pub folded: bool,
    /// Language.
    pub locale: Locale,
    /// The language that the user chose, now or before: a link's language does not replace it.
    pub chosen_locale: Option<Locale>,
    /// Colours.
    pub theme: Theme,
    /// Whether a private key was removed from the input.
    pub key_removed: bool,
    /// Whether the time and host fields hold an example's values, which do not apply to the next input.
    pub from_example: bool,
    /// What is shown.
    pub view: View,
    /// The repaired chain of what was checked.
    pub repair: Repairing,
    /// The report of the input before, to compare with.
    pub former: Option<Shared<Report>>,
    /// The answer that came along with an opened link.
    pub shared: Option<Shared<Summary>>,
    /// A verdict that came without certificates.
    pub shared_verdict: Option<Shared<VerdictLink>>,
    /// For which system commands are shown.
    pub system: System,
    /// Whether a newer version of the page is ready.
    pub update_ready: bool,
    /// Whether the host field was filled from the input: if the user empties it, it stays empty.
    pub host_taken: bool,
    /// The table of many servers, if there are many.
    pub fleet: Option<Fleet>,
    /// Whether the user wants all of it checked as one chain, however many servers there are.
    pub together: bool,
    /// How many servers there are in what is checked as one chain.
    pub servers: usize,
}

/// Many servers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fleet {
    /// Where they are.
    pub source: Source,
    /// The place of the row that is open.
    pub open: Option<usize>,
    /// Changes when all of it has to be checked again.
    pub run: u32,
}

impl State {
    /// The report on the page, which is the former one during a check.
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

    /// Whether a check is in progress.
    #[must_use]
    pub fn is_checking(&self) -> bool {
        matches!(self.phase, Phase::Checking { .. })
    }

    /// The request for the check, for the moment that the user has chosen, or else for `now`.
    #[must_use]
    pub fn timed_request(&self, now: UnixTime) -> Request {
        let mut request = self.request.clone();
        request.options.at = self.form.moment().unwrap_or(now);
        request
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
