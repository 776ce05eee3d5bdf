//! From moments to pixels: which years are shown, and the outlines of bars upon them.

use super::super::picture::Frame;
use super::{Period, Tick};
use crate::cert::UnixTime;

/// Seconds of a mean Gregorian year.
pub(super) const YEAR: i64 = 31_556_952;
/// How far from the moment ends of periods still widen the scale: the leaf's, and the others'.
const REACH_LEAF: i64 = 8 * YEAR;
const REACH: i64 = 4 * YEAR;
/// The room that the broken end of a bar takes: pieces of 2 and 4 pixels, gaps of 3.
const BREAK: f64 = 12.0;

/// The scale: seconds since 1970 at both edges of the plot, and the plot's edges in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    pub(super) from: i64,
    pub(super) until: i64,
    pub(super) left: f64,
    pub(super) right: f64,
}

impl Scale {
    #[allow(clippy::cast_precision_loss, reason = "seconds of some decades, drawn to the pixel")]
    pub(super) fn x(&self, moment: i64) -> f64 {
        let share = (moment - self.from) as f64 / (self.until - self.from).max(1) as f64;
        self.left + share * (self.right - self.left)
    }
}

/// The years around the moment: a year and a half back, two ahead, the leaf's period, and every end that lies near.
pub(super) fn scale(at: i64, periods: &[Period], left: f64, right: f64) -> Scale {
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
pub(super) fn ticks(scale: &Scale) -> Vec<Tick> {
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

/// An arrow head that points out of the drawing; `side` is 1 at the left edge and -1 at the right.
pub(super) fn arrow(x: f64, track: &Frame, side: f64) -> String {
    let (base, middle) = (x + side * 9.0, track.y + track.height / 2.0);
    format!(
        "M{base:.1} {:.1}L{x:.1} {middle:.1}L{base:.1} {:.1}Z",
        track.y,
        track.bottom()
    )
}

/// A bar, at an edge that it passes broken into ever smaller pieces.
pub(super) fn pieces(x0: f64, x1: f64, track: &Frame, cut: (bool, bool)) -> String {
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
