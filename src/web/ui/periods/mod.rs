//! The path's validity periods as bars on a time line, with the chosen moment.
//!
//! Pure, as [`super::picture`]: one unit is one CSS pixel. The scale shows the years around the moment and the leaf's whole
//! period; what reaches further, such as a root's thirty years, is broken off at the edge.

use super::link::{Stop, draw};
use super::measure::{Face, cut, width as width_of};
use super::picture::{Frame, status_of};
use super::text::brief;
use crate::cert::UnixTime;
use crate::i18n::{Locale, UiPhrase};
use crate::report::{CertIndex, Report, ValidityStatus};

/// The narrowest and the widest drawing, in pixels.
pub(crate) const WIDTHS: (f64, f64) = (264.0, 1240.0);
/// From this width on, name, bar and words stand side by side.
const WIDE: f64 = 680.0;
/// How many bars are drawn.
const MAX_ROWS: usize = 12;
/// Seconds of a mean Gregorian year.
const YEAR: i64 = 31_556_952;
/// How far from the moment ends of periods still widen the scale: the leaf's, and the others'.
const REACH_LEAF: i64 = 8 * YEAR;
const REACH: i64 = 4 * YEAR;
/// Within these days before its end a period is marked (the rules' own bound).
const SOON: i64 = 30;

const SIZE: f64 = 13.5;
const BAR: f64 = 12.0;
/// The room that the broken end of a bar takes: pieces of 2 and 4 pixels, gaps of 3.
const BREAK: f64 = 12.0;

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
        locale.phrase(&UiPhrase::Standing {
            status: self.status,
            days: self.days(at),
        })
    }
}

/// Whole days from `at` to the end of a period, since its end, or to its beginning.
pub(crate) fn days_of(status: ValidityStatus, from: UnixTime, until: UnixTime, at: UnixTime) -> i64 {
    match status {
        ValidityStatus::Valid => at.days_until(until),
        ValidityStatus::Expired => until.days_until(at),
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
    /// Its sign is 18 pixels wide and stands left of it.
    pub(crate) words: Label,
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

/// The scale: seconds since 1970 at both edges of the plot, and the plot's edges in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Scale {
    from: i64,
    until: i64,
    left: f64,
    right: f64,
}

impl Scale {
    #[allow(clippy::cast_precision_loss, reason = "seconds of some decades, drawn to the pixel")]
    fn x(&self, moment: i64) -> f64 {
        let share = (moment - self.from) as f64 / (self.until - self.from).max(1) as f64;
        self.left + share * (self.right - self.left)
    }
}

/// The years around the moment: a year and a half back, two ahead, the leaf's period, and every end that lies near.
fn scale(at: i64, periods: &[Period], left: f64, right: f64) -> Scale {
    let (mut from, mut until) = (at - YEAR - YEAR / 2, at + 2 * YEAR);
    for (i, period) in periods.iter().enumerate() {
        let reach = if i == 0 { REACH_LEAF } else { REACH };
        for end in [period.from.seconds(), period.until.seconds()] {
            if (at - reach..=at + reach).contains(&end) {
                from = from.min(end);
                until = until.max(end);
            }
        }
    }
    let margin = (until - from) / 30;
    Scale {
        from: from - margin,
        until: until + margin,
        left,
        right,
    }
}

/// The beginnings of years, as many as have room for their number.
fn ticks(scale: &Scale) -> Vec<Tick> {
    let year_of = |seconds| UnixTime::from_seconds(seconds).civil().0;
    let (first, last) = (year_of(scale.from), year_of(scale.until));
    let room = ((scale.right - scale.left) / 56.0).max(1.0);
    let step = [1, 2, 5, 10, 20]
        .into_iter()
        .find(|step| f64::from((last - first) / step) <= room)
        .unwrap_or(50);
    (first..=last)
        .filter(|year| year % step == 0)
        .filter_map(|year| {
            let begin = UnixTime::parse_rfc3339(&format!("{year:04}-01-01T00:00:00Z"))
                .ok()?
                .seconds();
            let x = scale.x(begin).round();
            // A number at the very edge would be cut.
            let inside = x >= scale.left + 16.0 && x <= scale.right - 16.0;
            inside.then_some(Tick { x, year })
        })
        .collect()
}

/// Draws the periods, `width` pixels wide as far as [`WIDTHS`] allows.
pub(crate) fn lay_out(locale: Locale, report: &Report, width: f64) -> Drawing {
    let width = width.clamp(WIDTHS.0, WIDTHS.1).floor();
    let all = periods(report);
    let wide = width >= WIDE;
    // Side by side: a fifth and a bit for the name, the words at the right.
    let name_width = if wide { (width * 0.24).floor() } else { width };
    let words_width = if wide { 232.0 } else { width };
    let (left, right) = if wide {
        (name_width + 16.0, width - words_width - 20.0)
    } else {
        (0.5, width - 0.5)
    };
    let at = report.at.seconds();
    let scale = scale(at, &all, left, right);
    let top = 26.0;
    let height = if wide { 40.0 } else { 72.0 };
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
        let words = period.standing(locale, report.at);
        rows.push(Row {
            name: Label {
                x: 0.0,
                y: if wide { middle } else { y + 18.0 },
                text: cut(&period.name, name_width, 14.5, Face::Bold),
            },
            words: Label {
                x: if wide { right + 20.0 + 24.0 } else { 24.0 },
                y: if wide { middle } else { track.bottom() + 18.0 },
                text: cut(&words, words_width - 24.0, SIZE, Face::Plain),
            },
            status: period.status,
            soon: period.ends_soon(report.at),
            ..row(period, report.at, &scale, track)
        });
        y += height;
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
    let rest = (period.status == ValidityStatus::Valid && off.is_none() && now < x1)
        .then(|| pieces(now, x1, &track, (false, cut.1)))
        .unwrap_or_default();
    let label = || Label {
        x: 0.0,
        y: 0.0,
        text: String::new(),
    };
    Row {
        name: label(),
        words: label(),
        status: period.status,
        soon: false,
        track,
        bar,
        rest,
        off,
        cut,
    }
}

/// An arrow head that points out of the drawing; `side` is 1 at the left edge and -1 at the right.
fn arrow(x: f64, track: &Frame, side: f64) -> String {
    let (base, middle) = (x + side * 9.0, track.y + track.height / 2.0);
    format!(
        "M{base:.1} {:.1}L{x:.1} {middle:.1}L{base:.1} {:.1}Z",
        track.y,
        track.bottom()
    )
}

/// A bar, at an edge that it passes broken into ever smaller pieces.
fn pieces(x0: f64, x1: f64, track: &Frame, cut: (bool, bool)) -> String {
    let (mut from, mut until) = (x0, x1);
    let mut out = String::new();
    // Each piece: its width, with a gap as wide as a line is thick before it.
    let mut piece = |x: f64, width: f64| {
        let (top, height) = (track.y, track.height);
        out.push_str(&format!("M{x:.1} {top:.1}h{width:.1}v{height:.1}h-{width:.1}z"));
    };
    if cut.0 && until - from > 2.0 * BREAK {
        piece(from, 2.0);
        piece(from + 5.0, 4.0);
        from += BREAK;
    }
    if cut.1 && until - from > 2.0 * BREAK {
        piece(until - 2.0, 2.0);
        piece(until - 9.0, 4.0);
        until -= BREAK;
    }
    piece(from, until - from);
    out
}

#[cfg(test)]
mod tests;
