//! The page's signs, drawn as strokes in the colour of the text around them.
//!
//! A sign is always next to its word, so screen readers skip it.

use yew::prelude::*;

use crate::report::{Outcome, Verdict};

/// The meaning of a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    Pass,
    Warn,
    Fail,
    Unknown,
    Copy,
    Download,
    Share,
    Key,
    Clear,
    Gap,
    Shield,
    Certificate,
    Down,
    Info,
    Sun,
    Moon,
    HalfMoon,
}

impl From<Outcome> for Sign {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Pass => Self::Pass,
            Outcome::Warn => Self::Warn,
            Outcome::Fail => Self::Fail,
            Outcome::Unknown => Self::Unknown,
            Outcome::NotApplicable => Self::Gap,
        }
    }
}

impl From<Verdict> for Sign {
    fn from(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Pass => Self::Pass,
            Verdict::Fail => Self::Fail,
            Verdict::Inconclusive => Self::Unknown,
        }
    }
}

/// Strokes on a field of 24 by 24.
fn strokes(sign: Sign) -> &'static str {
    match sign {
        Sign::Pass => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM8 12.4l2.8 2.8L16.2 9.6",
        Sign::Warn => "M12 4L2.8 20h18.4zM12 10v4.6M12 17.2v.1",
        Sign::Fail => "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6",
        Sign::Unknown => {
            "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM9.5 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.6v.1"
        }
        Sign::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
        Sign::Download => "M12 4v11M7.500 11l4.500 4.500 4.500-4.500M4 20h16",
        Sign::Share => "M12 15V4M7.500 8.500L12 4l4.500 4.500M5 12v8h14v-8",
        Sign::Key => "M8 11a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM11 12.2L20 3.5M16 7.3l3 3M14 9.2l1.6 1.6",
        Sign::Clear => "M6 6l12 12M18 6L6 18",
        Sign::Down => "M7 10l5 5 5-5",
        Sign::Info => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 11v5.500M12 7.500v.1",
        Sign::Sun => {
            "M12 8a4 4 0 1 0 0 8a4 4 0 1 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600L19 19M5 19l1.400-1.400M17.600 6.400L19 5"
        }
        Sign::Moon => "M20 14.500A8.500 8.500 0 1 1 9.500 4a7 7 0 0 0 10.500 10.500z",
        Sign::HalfMoon => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM12 3v18M15 4.500v15M18 6.700v10.600",
        Sign::Gap => "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18zM8 12h8",
        Sign::Shield => {
            "M12 3l7.5 3v5.5c0 4.6-3 7.8-7.5 9.5c-4.500-1.700-7.500-4.900-7.500-9.500V6zM8.500 12l2.500 2.500 4.500-5"
        }
        Sign::Certificate => {
            "M4 4h16v12h-5M4 4v12h5M7.500 8h9M7.500 11.500h4M12 13a2.500 2.500 0 1 0 0 5a2.500 2.500 0 1 0 0-5zM10.500 17.500V22l1.500-1 1.500 1v-4.500"
        }
    }
}

/// Draws a sign.
pub(crate) fn icon(sign: Sign) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={strokes(sign)} />
        </svg>
    }
}
