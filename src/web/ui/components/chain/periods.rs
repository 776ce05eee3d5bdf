//! The validity periods of the chain's certificates, and their positions on a common scale.
//!
//! The scale shows the years around the chosen moment. A long period, such as a root's thirty
//! years, continues beyond the edge. Positions are in thousandths of the scale's width.

use super::model::{Chain, Stop};
use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase};
use crate::report::{Report, ValidityStatus};
use crate::web::ui::components::certificates::words;
use crate::web::ui::text::brief;

/// A period that ends within this many days is marked. The rules have the same limit.
const SOON_DAYS: i64 = 30;
/// The longest name, in characters.
const MAX_NAME: usize = 120;
/// The width of the scale.
const WHOLE: i64 = 1_000;
/// The shortest bar that can be seen.
const SHORTEST_BAR: i64 = 10;
/// How many years are named at most.
const MAX_YEARS: i32 = 5;
/// Years closer to an edge than this are not named: the text would not fit.
const YEAR_MARGIN: i64 = 60;

/// Seconds of a mean Gregorian year.
const YEAR: i64 = 31_556_952;
/// The scale is widened to show ends of periods within this time of the moment, for the server
/// certificate and for the others.
const REACH_LEAF: i64 = 8 * YEAR;
const REACH: i64 = 4 * YEAR;

/// One certificate's validity period.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Period {
    pub(crate) name: String,
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

    /// The status with its days, in words.
    pub(crate) fn words(&self, locale: Locale, at: UnixTime) -> String {
        locale.report_phrase(&ReportPhrase::CurrentValidity {
            status: self.status,
            days: self.days(at),
        })
    }
}

/// The periods of the chain's certificates, from the server certificate to the listed root.
pub(crate) fn periods(report: &Report) -> Vec<Period> {
    let period = |name: &str, from, until, status| Period {
        name: brief(name, MAX_NAME),
        from,
        until,
        status,
    };
    let of = |stop| match stop {
        Stop::Sent(c) => Some(period(&c.subject_label, c.not_before, c.not_after, c.validity)),
        Stop::ListedRoot(root) => {
            let status = words::status(report.at, root.not_before, root.not_after);
            Some(period(&root.label, root.not_before, root.not_after, status))
        }
        Stop::Missing { .. } | Stop::RootBeyond(_) | Stop::UnknownIssuer(_) => None,
    };
    Chain::of(report)
        .entries
        .iter()
        .filter_map(|entry| of(entry.stop))
        .collect()
}

/// Where a period is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bar {
    /// The whole period is before the scale.
    Before,
    /// The whole period is after the scale.
    After,
    /// At least a part of the period is on the scale.
    Within {
        from: i64,
        until: i64,
        /// Whether the period continues beyond the left and the right edge.
        continues: (bool, bool),
    },
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
            continues: (first < self.from, last > self.until),
        }
    }

    /// The beginnings of years with their positions.
    pub(crate) fn years(&self) -> Vec<(i32, i64)> {
        let year_of = |seconds| UnixTime::from_seconds(seconds).civil().0;
        let (first, last) = (year_of(self.from), year_of(self.until));
        let step = [1, 2, 5, 10, 20]
            .into_iter()
            .find(|step| (last - first) / step <= MAX_YEARS)
            .unwrap_or(50);
        (first..=last)
            .filter(|year| year % step == 0)
            .filter_map(|year| {
                let begin = UnixTime::parse_rfc3339(&format!("{year:04}-01-01T00:00:00Z")).ok()?;
                let position = self.position(begin);
                (YEAR_MARGIN..=WHOLE - YEAR_MARGIN)
                    .contains(&position)
                    .then_some((year, position))
            })
            .collect()
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
        let periods = periods(&report);
        let scale = Scale::of(report.at, &periods);
        let bars = periods.iter().map(|period| scale.bar(period)).collect();
        (periods, scale, bars)
    }

    /// Checks that bars and years are on the scale, in order, and that years keep their distance.
    fn is_sound(scale: &Scale, bars: &[Bar], at: UnixTime) {
        for bar in bars {
            if let Bar::Within { from, until, .. } = bar {
                assert!(
                    0 <= *from && from + SHORTEST_BAR <= *until && *until <= WHOLE,
                    "{bar:?}"
                );
            }
        }
        let now = scale.position(at);
        assert!(0 < now && now < WHOLE, "the moment is at {now}");
        let years = scale.years();
        assert!(years.len() <= MAX_YEARS as usize + 1, "{years:?}");
        for pair in years.windows(2) {
            assert!(pair[1].1 - pair[0].1 >= 110, "{years:?}");
        }
        for (_, position) in years {
            assert!((YEAR_MARGIN..=WHOLE - YEAR_MARGIN).contains(&position));
        }
    }

    #[test]
    fn the_scale_shows_some_years_and_cuts_a_roots_decades() {
        let (periods, scale, bars) = drawn("2023-06-15T12:00:00Z");
        let report = report("2023-06-15T12:00:00Z");
        is_sound(&scale, &bars, report.at);
        let years: Vec<i32> = scale.years().into_iter().map(|(year, _)| year).collect();
        // 2022 begins too close to the edge to be named.
        assert_eq!(years, [2023, 2024, 2025]);
        let names: Vec<&str> = periods.iter().map(|period| period.name.as_str()).collect();
        assert_eq!(names, ["crates.io", "Amazon RSA 2048 M02", "Amazon Root CA 1"]);
        let continues: Vec<(bool, bool)> = bars
            .iter()
            .map(|bar| match bar {
                Bar::Within { continues, .. } => *continues,
                Bar::Before | Bar::After => panic!("{bar:?} is not on the scale"),
            })
            .collect();
        assert_eq!(continues, [(false, false), (false, true), (true, true)]);
        assert_eq!(periods[0].words(Locale::En, report.at), "253 days left");
    }

    #[test]
    fn the_words_say_what_expired_what_begins_and_what_ends_soon() {
        let words = |at: &str| drawn(at).0[0].words(Locale::En, UnixTime::parse_rfc3339(at).unwrap());
        assert_eq!(words("2025-06-15T12:00:00Z"), "expired 477 days ago");
        assert_eq!(words("2021-06-15T12:00:00Z"), "not yet valid, starts in 588 days");
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
            name: String::new(),
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
