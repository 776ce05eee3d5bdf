//! Colours for a terminal.

use crate::report::{Outcome, Verdict};

/// The style of a part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Paint {
    Good,
    Bad,
    Mind,
    Open,
    Strong,
    Faint,
}

impl Paint {
    pub(super) fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Pass => Self::Good,
            Outcome::Warn => Self::Mind,
            Outcome::Fail => Self::Bad,
            Outcome::Unknown | Outcome::NotApplicable => Self::Open,
        }
    }

    pub(super) fn of_verdict(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Pass => Self::Good,
            Verdict::Fail => Self::Bad,
            Verdict::Inconclusive => Self::Open,
        }
    }

    /// The parameters of ECMA-48's SGR.
    fn code(self) -> &'static str {
        match self {
            Self::Good => "1;32",
            Self::Bad => "1;31",
            Self::Mind => "1;33",
            Self::Open => "1;36",
            Self::Strong => "1",
            Self::Faint => "2",
        }
    }
}

/// Whether to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) colours: bool,
}

impl Style {
    pub(super) fn paint(self, paint: Paint, text: &str) -> String {
        if self.colours && !text.is_empty() {
            ["\u{1B}[", paint.code(), "m", text, "\u{1B}[0m"].concat()
        } else {
            text.to_owned()
        }
    }
}
