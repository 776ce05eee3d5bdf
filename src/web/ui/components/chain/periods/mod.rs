//! The path's validity periods as bars on a time line, with the chosen moment.
//!
//! Pure, as [`super::picture`]: one unit is one CSS pixel. The scale shows the years around the moment and the leaf's whole
//! period; what reaches further, such as a root's thirty years, is broken off at the edge.

mod scale;

use super::measure::{Face, cut, width as width_of, wrap};
use super::picture::{Frame, status_of};
use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase};
use crate::report::{CertIndex, Report, ValidityStatus};
use crate::web::ui::components::chain::model::{Stop, draw};
use crate::web::ui::text::brief;
use scale::{Scale, arrow, pieces, scale, ticks};

/// The narrowest and the widest drawing, in pixels.
pub(crate) const WIDTHS: (f64, f64) = (264.0, 1240.0);
/// From this width on, name, bar and words stand side by side.
const WIDE: f64 = 760.0;
/// How many bars are drawn.
const MAX_ROWS: usize = 12;
/// Within these days before its end a period is marked (the rules' own bound).
const SOON: i64 = 30;

const SIZE: f64 = 13.5;
const LINE: f64 = 18.0;
const BAR: f64 = 12.0;

/// One certificate's period.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Period {
    pub(crate) name: String,
    pub(crate) from: UnixTime,
    pub(crate) until: UnixTime,
    pub(crate) status: ValidityStatus,
    /// Its place in the input; none for a root that was not sent.
    pub(crate) index: Option<CertIndex>,
}

impl Period {
    /// Whole days to the end, since the end, or to the beginning.
    pub(crate) fn days(&self, at: UnixTime) -> i64 {
        days_of(self.status, self.from, self.until, at)
    }

    /// True where its end is near.
    pub(crate) fn ends_soon(&self, at: UnixTime) -> bool {
        self.status == ValidityStatus::Valid && self.days(at) <= SOON
    }

    /// How it lies to the moment, in words.
    pub(crate) fn standing(&self, locale: Locale, at: UnixTime) -> String {
        locale.report_phrase(&ReportPhrase::Standing {
            status: self.status,
            days: self.days(at),
        })
    }
}

/// Whole days from `at` to the end of a period, since its end, or to its beginning.
pub(crate) fn days_of(status: ValidityStatus, from: UnixTime, until: UnixTime, at: UnixTime) -> i64 {
    match status {
        ValidityStatus::Valid => at.days_until(until),
        // A day that has begun counts: nothing is expired for no day.
        ValidityStatus::Expired => until.days_until(at).max(1),
        ValidityStatus::NotYetValid => at.days_until(from),
    }
}

/// The periods of the path, leaf first, the listed root among them.
pub(crate) fn periods(report: &Report) -> Vec<Period> {
    let of = |stop: &Stop| match stop {
        Stop::Sent(index) => report.certificates.get(index.get()).map(|c| Period {
            name: brief(&c.subject_label, 120),
            from: c.not_before,
            until: c.not_after,
            status: c.validity,
            index: Some(*index),
        }),
        Stop::Anchor(anchor) => Some(Period {
            name: brief(&anchor.label, 120),
            from: anchor.not_before,
            until: anchor.not_after,
            status: status_of(report.at, anchor.not_before, anchor.not_after),
            index: None,
        }),
        Stop::Missing { .. } | Stop::Beyond(_) | Stop::Unknown { .. } => None,
    };
    draw(report).iter().filter_map(|(stop, _)| of(stop)).collect()
}

/// A text on one line; `x` is its left end.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) text: String,
}

/// Where a period lies that has no part in the scale's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Off {
    Before,
    After,
}

/// One bar with its words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row {
    pub(crate) name: Label,
    /// How it lies to the moment, in one to three lines; the sign is 18 pixels wide and stands left of the first.
    pub(crate) words: Vec<Label>,
    pub(crate) status: ValidityStatus,
    pub(crate) soon: bool,
    /// The track on which the bar lies.
    pub(crate) track: Frame,
    /// The bar's outline, in pieces at an edge that it passes; an arrow head where all of it lies outside.
    pub(crate) bar: String,
    /// The outline of the part that is still to come; empty where there is none.
    pub(crate) rest: String,
    /// Where the bar lies, if not on the track.
    pub(crate) off: Option<Off>,
    /// True where the bar goes on beyond the left, the right edge.
    pub(crate) cut: (bool, bool),
}

/// A year's beginning.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tick {
    pub(crate) x: f64,
    pub(crate) year: i32,
}

/// The drawing, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Drawing {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) rows: Vec<Row>,
    pub(crate) ticks: Vec<Tick>,
    /// Top and bottom of the lines through the bars.
    pub(crate) span: (f64, f64),
    /// The chosen moment: where its line stands, and its date.
    pub(crate) now: f64,
    pub(crate) now_label: Label,
    /// How many certificates have no bar.
    pub(crate) left_out: usize,
}

/// Draws the periods, `width` pixels wide as far as [`WIDTHS`] allows.
pub(crate) fn lay_out(locale: Locale, report: &Report, width: f64) -> Drawing {
    let width = width.clamp(WIDTHS.0, WIDTHS.1).floor();
    let all = periods(report);
    let wide = width >= WIDE;
    // Side by side: a fifth and a bit for the name, the words at the right.
    let name_width = if wide { (width * 0.24).floor() } else { width };
    let words_width = if wide { 264.0 } else { width };
    let (left, right) = if wide {
        (name_width + 16.0, width - words_width - 20.0)
    } else {
        (0.5, width - 0.5)
    };
    let at = report.at.seconds();
    let scale = scale(at, &all, left, right);
    let top = 26.0;
    let mut y = top + 6.0;
    let mut rows = Vec::new();
    for period in all.iter().take(MAX_ROWS) {
        let track = Frame {
            x: left,
            y: if wide { y + 14.0 } else { y + 26.0 },
            width: right - left,
            height: BAR,
        };
        let middle = track.y + BAR / 2.0 + 4.8;
        // The words of what fails are bold.
        let words = period.standing(locale, report.at);
        let words = wrap(&words, words_width - 24.0, SIZE, Face::Bold, 3);
        let more = words.iter().skip(1).map(|_| LINE).sum::<f64>();
        let first = if wide {
            middle - more / 2.0
        } else {
            track.bottom() + 18.0
        };
        let words_x = if wide { right + 20.0 + 24.0 } else { 24.0 };
        rows.push(Row {
            name: Label {
                x: 0.0,
                y: if wide { middle } else { y + 18.0 },
                text: cut(&period.name, name_width, 14.5, Face::Bold),
            },
            words: [first, first + LINE, first + 2.0 * LINE]
                .into_iter()
                .zip(words)
                .map(|(y, text)| Label { x: words_x, y, text })
                .collect(),
            status: period.status,
            soon: period.ends_soon(report.at),
            ..row(period, report.at, &scale, track)
        });
        y += if wide { 40.0 + more / 2.0 } else { 72.0 + more };
    }
    let bottom = y + 2.0;
    let now = scale.x(at).round();
    let date = locale.date(report.at);
    let date_width = width_of(&date, SIZE, Face::Bold);
    Drawing {
        width,
        height: bottom + 24.0,
        rows,
        ticks: ticks(&scale),
        span: (top, bottom),
        now,
        now_label: Label {
            x: (now - date_width / 2.0)
                .clamp(0.0, (width - date_width).max(0.0))
                .round(),
            y: 16.0,
            text: date,
        },
        left_out: all.len().saturating_sub(MAX_ROWS),
    }
}

/// The bar on its track; names and words are the caller's.
fn row(period: &Period, at: UnixTime, scale: &Scale, track: Frame) -> Row {
    let (from, until) = (period.from.seconds(), period.until.seconds().max(period.from.seconds()));
    let off = if until < scale.from {
        Some(Off::Before)
    } else if from > scale.until {
        Some(Off::After)
    } else {
        None
    };
    let cut = (from < scale.from, until > scale.until);
    let x0 = scale.x(from.max(scale.from)).min(track.x + track.width - 3.0);
    let x1 = scale.x(until.min(scale.until)).max(x0 + 3.0);
    let bar = match off {
        Some(Off::Before) => arrow(track.x, &track, 1.0),
        Some(Off::After) => arrow(track.x + track.width, &track, -1.0),
        None => pieces(x0, x1, &track, cut),
    };
    let now = scale.x(at.seconds()).max(x0);
    let rest = if period.status == ValidityStatus::Valid && off.is_none() && now < x1 {
        pieces(now, x1, &track, (false, cut.1))
    } else {
        String::new()
    };
    let label = || Label {
        x: 0.0,
        y: 0.0,
        text: String::new(),
    };
    Row {
        name: label(),
        words: Vec::new(),
        status: period.status,
        soon: false,
        track,
        bar,
        rest,
        off,
        cut,
    }
}

#[cfg(test)]
mod tests;
