//! Counts which rules fail and when certificates expire.

use super::Row;
use crate::cert::UnixTime;
use crate::report::{Outcome, RuleId, Verdict};

/// The number of months that are counted separately, from the current one on.
pub const MONTHS: usize = 12;

/// The totals of all rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    at: UnixTime,
    /// Rows that are accepted.
    pub passed: usize,
    /// Rows that are rejected.
    pub failed: usize,
    /// Rows whose verdict is inconclusive.
    pub open: usize,
    /// Rows that do not meet each of the four rules.
    pub rules: [usize; 4],
    /// Rows that are rejected although no rule fails.
    pub otherwise: usize,
    /// Certificates that expired before the time of the check.
    pub expired: usize,
    /// Certificates that expire in the current month, the next one, …
    pub months: [usize; MONTHS],
    /// Certificates that expire later.
    pub later: usize,
}

impl Totals {
    /// Starts at zero; `at` is the time of the check.
    #[must_use]
    pub fn new(at: UnixTime) -> Self {
        Self {
            at,
            passed: 0,
            failed: 0,
            open: 0,
            rules: [0; 4],
            otherwise: 0,
            expired: 0,
            months: [0; MONTHS],
            later: 0,
        }
    }

    /// The time of the check.
    #[must_use]
    pub fn at(&self) -> UnixTime {
        self.at
    }

    /// Counts one more row.
    pub fn add(&mut self, row: &Row) {
        match row.verdict {
            Verdict::Pass => raise(&mut self.passed),
            Verdict::Fail => raise(&mut self.failed),
            Verdict::Inconclusive => raise(&mut self.open),
        }
        for (count, rule) in self.rules.iter_mut().zip(RuleId::ALL) {
            if row.outcome(rule) == Outcome::Fail {
                raise(count);
            }
        }
        if row.verdict == Verdict::Fail && !row.outcomes.contains(&Outcome::Fail) {
            raise(&mut self.otherwise);
        }
        if let Some(end) = row.not_after {
            raise(self.month_of(end));
        }
    }

    /// The number of rows.
    #[must_use]
    pub fn all(&self) -> usize {
        self.passed.saturating_add(self.failed).saturating_add(self.open)
    }

    /// Year and month (1 to 12) of an index in [`Self::months`].
    #[must_use]
    pub fn month(&self, place: usize) -> (i32, u8) {
        let month = month_number(self.at).saturating_add(i32::try_from(place).unwrap_or(0));
        let of_year = u8::try_from(month.rem_euclid(12)).unwrap_or(0).saturating_add(1);
        (month.div_euclid(12), of_year)
    }

    fn month_of(&mut self, end: UnixTime) -> &mut usize {
        if end < self.at {
            return &mut self.expired;
        }
        let ahead = month_number(end).saturating_sub(month_number(self.at));
        let place = usize::try_from(ahead).ok();
        match place.and_then(|place| self.months.get_mut(place)) {
            Some(month) => month,
            None => &mut self.later,
        }
    }
}

fn raise(count: &mut usize) {
    *count = count.saturating_add(1);
}

/// Months since the year 0.
fn month_number(moment: UnixTime) -> i32 {
    let (year, month, ..) = moment.civil();
    year.saturating_mul(12)
        .saturating_add(i32::from(month).saturating_sub(1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::samples::row;
    use super::*;

    fn moment(text: &str) -> UnixTime {
        UnixTime::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn counts_verdicts_rules_and_months() {
        let mut totals = Totals::new(moment("2026-11-23T07:00:00Z"));
        let mut other = row("d", Verdict::Fail, 2_000);
        other.outcomes = [Outcome::Pass; 4];
        let mut undated = row("e", Verdict::Pass, 0);
        undated.not_after = None;
        for row in [
            row("a", Verdict::Pass, 3),
            row("b", Verdict::Fail, -1),
            row("c", Verdict::Pass, 10),
            other,
            undated,
        ] {
            totals.add(&row);
        }
        assert_eq!((totals.passed, totals.failed, totals.all()), (3, 2, 5));
        assert_eq!((totals.rules, totals.otherwise), ([0, 0, 1, 0], 1));
        assert_eq!((totals.expired, totals.later), (1, 1));
        assert_eq!(totals.months, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn months_cross_the_end_of_the_year_and_the_last_second_counts() {
        let at = moment("2026-11-30T23:59:59Z");
        let mut totals = Totals::new(at);
        assert_eq!(
            [0, 1, 2, 11].map(|m| totals.month(m)),
            [(2026, 11), (2026, 12), (2027, 1), (2027, 10)]
        );
        for end in [
            "2026-11-30T23:59:59Z",
            "2026-12-01T00:00:00Z",
            "2027-10-31T23:59:59Z",
            "2027-11-01T00:00:00Z",
        ] {
            let mut one = row("a", Verdict::Pass, 0);
            one.not_after = Some(moment(end));
            totals.add(&one);
        }
        assert_eq!(totals.months, [1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
        assert_eq!((totals.expired, totals.later), (0, 1));
    }
}
