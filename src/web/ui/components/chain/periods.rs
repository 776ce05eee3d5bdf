//! The validity periods of the chain's certificates, and their positions on a common scale.
//!
//! The scale shows the years around the chosen moment. A long period, such as a root's thirty
//! years, continues beyond the edge. Positions are in thousandths of the scale's width.

use super::model::{Chain, Stop};
use crate::cert::UnixTime;
use crate::report::{Report, ValidityStatus};
use crate::web::ui::components::certificates::words;

/// A period that ends within this many days is marked. The rules have the same limit.
const SOON_DAYS: i64 = 30;
/// The width of the scale.
const WHOLE: i64 = 1_000;
/// The shortest bar that can be seen.
const SHORTEST_BAR: i64 = 10;

/// Seconds of a mean Gregorian year.
const YEAR: i64 = 31_556_952;
/// The scale is widened to show ends of periods within this time of the moment, for the server
/// certificate and for the others.
const REACH_LEAF: i64 = 8 * YEAR;
const REACH: i64 = 4 * YEAR;

/// One certificate's validity period.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Period {
    pub(crate) from: UnixTime,
    pub(crate) until: UnixTime,
    pub(crate) status: ValidityStatus,
}

impl Period {
    /// Whole days to the end, since the end, or to the beginning.
    fn days(&self, at: UnixTime) -> i64 {
        words::days(self.status, self.from, self.until, at)
    }

    /// Whether the period ends soon.
    pub(crate) fn ends_soon(&self, at: UnixTime) -> bool {
        self.status == ValidityStatus::Valid && self.days(at) <= SOON_DAYS
    }
}

/// The periods of the chain's positions, from the server certificate to the root; `None` if a
/// position's dates are not known.
pub(crate) fn periods(report: &Report) -> Vec<Option<Period>> {
    let of = |stop| match stop {
        Stop::Sent(c) => Some(Period {
            from: c.not_before,
            until: c.not_after,
            status: c.validity,
        }),
        Stop::ListedRoot(root) => Some(Period {
            from: root.not_before,
            until: root.not_after,
            status: words::status(report.at, root.not_before, root.not_after),
        }),
        Stop::Missing { .. } | Stop::RootBeyond(_) | Stop::UnknownIssuer(_) => None,
    };
    Chain::of(report).entries.iter().map(|entry| of(entry.stop)).collect()
}

/// Where a period is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bar {
    /// The whole period is before the scale.
    Before,
    /// The whole period is after the scale.
    After,
    /// At least a part of the period is on the scale.
    Within { from: i64, until: i64 },
}

/// The time from the left edge to the right one, in seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Scale {
    from: i64,
    until: i64,
}

impl Scale {
    /// The scale around `at`: a year and a half back, two years ahead, and every end of a period
    /// that is near enough.
    pub(crate) fn of(at: UnixTime, periods: &[Period]) -> Self {
        let at = at.seconds();
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
        Self {
            from: from - margin,
            until: until + margin,
        }
    }

    /// The position of a moment. A moment outside the scale is at the edge.
    pub(crate) fn position(&self, moment: UnixTime) -> i64 {
        let moment = moment.seconds().clamp(self.from, self.until);
        (moment - self.from) * WHOLE / (self.until - self.from).max(1)
    }

    /// Where a period is drawn.
    pub(crate) fn bar(&self, period: &Period) -> Bar {
        let (first, last) = (period.from.seconds(), period.until.max(period.from).seconds());
        if last < self.from {
            return Bar::Before;
        }
        if first > self.until {
            return Bar::After;
        }
        let from = self.position(period.from).min(WHOLE - SHORTEST_BAR);
        Bar::Within {
            from,
            until: self.position(period.until).max(from + SHORTEST_BAR),
        }
    }
}

/// A position as a percentage, for an attribute.
pub(crate) fn percent(position: i64) -> String {
    [&(position / 10).to_string(), ".", &(position % 10).to_string(), "%"].concat()
}

#[cfg(all(test, feature = "rust-verifier"))]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]
mod tests {
    use super::*;
    use crate::engine::{Options, judge, plan};
    use crate::verify::{Verifier, native::NativeVerifier};

    const CRATES_IO: &str = include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/real/crates-io.pem"
    ));

    fn report(at: &str) -> Report {
        let options = Options::at(UnixTime::parse_rfc3339(at).unwrap());
        let plan = plan(CRATES_IO.into(), &options).unwrap();
        judge(&plan, &NativeVerifier.verify_all(plan.checks()))
    }

    fn drawn(at: &str) -> (Vec<Period>, Scale, Vec<Bar>) {
        let report = report(at);
        let periods: Vec<Period> = periods(&report).into_iter().flatten().collect();
        let scale = Scale::of(report.at, &periods);
        let bars = periods.iter().map(|period| scale.bar(period)).collect();
        (periods, scale, bars)
    }

    /// Checks that bars are on the scale, in order.
    fn is_sound(scale: &Scale, bars: &[Bar], at: UnixTime) {
        for bar in bars {
            if let Bar::Within { from, until } = bar {
                assert!(
                    0 <= *from && from + SHORTEST_BAR <= *until && *until <= WHOLE,
                    "{bar:?}"
                );
            }
        }
        let now = scale.position(at);
        assert!(0 < now && now < WHOLE, "the moment is at {now}");
    }

    #[test]
    fn the_scale_shows_some_years_and_cuts_a_roots_decades() {
        let (periods, scale, bars) = drawn("2023-06-15T12:00:00Z");
        let report = report("2023-06-15T12:00:00Z");
        is_sound(&scale, &bars, report.at);
        assert_eq!(periods.len(), 3);
        let edges: Vec<(bool, bool)> = bars
            .iter()
            .map(|bar| match bar {
                Bar::Within { from, until } => (*from == 0, *until == WHOLE),
                Bar::Before | Bar::After => panic!("{bar:?} is not on the scale"),
            })
            .collect();
        assert_eq!(edges, [(false, false), (false, true), (true, true)]);
    }

    #[test]
    fn a_period_that_ends_soon_is_marked() {
        let at = UnixTime::parse_rfc3339("2024-02-20T12:00:00Z").unwrap();
        let (periods, ..) = drawn("2024-02-20T12:00:00Z");
        assert!(periods[0].ends_soon(at) && !periods[1].ends_soon(at));
        assert_eq!(drawn("2025-06-15T12:00:00Z").0[0].status, ValidityStatus::Expired);
    }

    #[test]
    fn a_period_far_away_is_before_or_after_the_scale() {
        assert_eq!(drawn("2060-06-15T12:00:00Z").2, [Bar::Before; 3]);
        assert_eq!(drawn("1990-06-15T12:00:00Z").2, [Bar::After; 3]);
    }

    #[test]
    fn every_moment_has_a_sound_scale() {
        for at in [
            "0001-01-01T00:00:00Z",
            "2015-01-01T00:00:00Z",
            "2023-06-15T12:00:00Z",
            "9999-12-31T00:00:00Z",
        ] {
            let (_, scale, bars) = drawn(at);
            is_sound(&scale, &bars, UnixTime::parse_rfc3339(at).unwrap());
        }
    }

    #[test]
    fn a_bar_is_where_its_dates_are() {
        let second = UnixTime::from_seconds;
        let scale = Scale { from: 0, until: 100 };
        let positions = [-5, 0, 25, 100, 200].map(|moment| scale.position(second(moment)));
        assert_eq!(positions, [0, 0, 250, 1_000, 1_000]);
        let at = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap();
        let period = |from: i64, until: i64| Period {
            from: second(at.seconds() + from * YEAR),
            until: second(at.seconds() + until * YEAR),
            status: ValidityStatus::Valid,
        };
        let wide = Scale::of(at, &[period(-6, 7), period(-20, 20)]);
        let (from, until) = (wide.from - at.seconds(), wide.until - at.seconds());
        assert!(
            (-7 * YEAR..-6 * YEAR).contains(&from),
            "the leaf's whole period, not the root's"
        );
        assert!((7 * YEAR..8 * YEAR).contains(&until));
        assert_eq!(
            [percent(0), percent(7), percent(254), percent(1_000)],
            ["0.0%", "0.7%", "25.4%", "100.0%"]
        );
    }
}
