//! Times in seconds UTC since 1970, read from certificates as the JDK does.

use borsh::{BorshDeserialize, BorshSerialize};
use std::fmt;

use crate::num::push_padded;
use serde::{Serialize, Serializer};
use thiserror::Error;

/// Text or bytes that are not a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a time")]
pub struct TimeError;

/// A time in whole seconds UTC since 1970-01-01T00:00:00Z, between the years 0 and 9999.
///
/// Serialised as RFC 3339 text, such as `2026-11-23T07:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct UnixTime(i64);

impl UnixTime {
    /// The last second of the year 9999.
    pub const MAX: Self = Self(253_402_300_799);
    /// The first second of the year 0.
    pub const MIN: Self = Self(-62_167_219_200);

    /// Converts seconds since 1970, clamped to the years 0 to 9999.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Returns seconds UTC since 1970.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// Returns whole days from `self` to `later`, rounded down; negative if `later` is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0).div_euclid(86_400)
    }

    /// Parses RFC 3339 text, such as `2026-11-23T07:00:00Z` or `2026-11-23T08:00:00+01:00`. Drops
    /// fractions of a second.
    ///
    /// # Errors
    /// [`TimeError`] if the text is not RFC 3339.
    pub fn parse_rfc3339(text: &str) -> Result<Self, TimeError> {
        let mut digits = Digits(text.trim().as_bytes());
        let year = digits.number(4)?;
        digits.any_of(b"-")?;
        let month = digits.number(2)?;
        digits.any_of(b"-")?;
        let day = digits.number(2)?;
        digits.any_of(b"Tt ")?;
        let hour = digits.number(2)?;
        digits.any_of(b":")?;
        let minute = digits.number(2)?;
        digits.any_of(b":")?;
        let second = digits.number(2)?;
        digits.fraction()?;
        let offset_minutes = digits.zone(true)?;
        if !(1..=12).contains(&month) || hour >= 24 || minute >= 60 || second >= 60 {
            return Err(TimeError);
        }
        let first = days_before_month(year, month);
        let days_in_month = match month {
            12 => 31,
            _ => days_before_month(year, month + 1) - first,
        };
        if !(1..=days_in_month).contains(&day) {
            return Err(TimeError);
        }
        let days = first + day - 1;
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset_minutes * 60;
        Ok(Self::from_seconds(seconds))
    }

    /// Returns year, month (1 to 12), day, hour, minute and second in UTC.
    #[must_use]
    pub fn civil(self) -> (i32, u8, u8, u8, u8, u8) {
        let (days, seconds) = (self.0.div_euclid(86_400), self.0.rem_euclid(86_400));
        let (year, month, day) = date_of(days);
        let small = |number: i64| u8::try_from(number).unwrap_or(0);
        (
            i32::try_from(year).unwrap_or(0),
            small(month),
            small(day),
            small(seconds / 3600),
            small(seconds / 60 % 60),
            small(seconds % 60),
        )
    }

    /// Reads the content of a UTCTime (`tag` 23) or GeneralizedTime (`tag` 24) as leniently as the
    /// JDK. Drops fractions of a second.
    ///
    /// Seconds may be missing before `Z`; with seconds, an offset may replace `Z`. A day after the
    /// end of its month counts into the next month.
    ///
    /// # Errors
    /// [`TimeError`] if the JDK's `DerValue.getTimeInternal` rejects the time, for example because
    /// of a leap second.
    ///
    /// # References
    /// - [RFC 5280 §4.1.2.5](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5): a conforming
    ///   time ends in seconds and `Z`.
    pub fn from_asn1(tag: u32, content: &[u8]) -> Result<Self, TimeError> {
        Self::with_fraction(tag, content).map(|(time, _)| time)
    }

    /// Reads a time as [`Self::from_asn1`] does, but rounds a fraction of a second up.
    ///
    /// A certificate that becomes valid within a second is not valid at the start of that second.
    /// Fractions below a millisecond do not count, because the JDK drops them.
    ///
    /// # Errors
    /// The same as [`Self::from_asn1`].
    pub fn from_asn1_up(tag: u32, content: &[u8]) -> Result<Self, TimeError> {
        Self::with_fraction(tag, content).map(|(time, fraction)| Self::from_seconds(time.0 + i64::from(fraction)))
    }

    fn with_fraction(tag: u32, content: &[u8]) -> Result<(Self, bool), TimeError> {
        let length_ok = match tag {
            23 => (11..=17).contains(&content.len()),
            _ => content.len() >= 13,
        };
        if !length_ok {
            return Err(TimeError);
        }
        let mut digits = Digits(content);
        let year = match tag {
            23 => match digits.number(2)? {
                yy @ 0..50 => 2000 + yy,
                yy => 1900 + yy,
            },
            24 => digits.number(4)?,
            _ => return Err(TimeError),
        };
        let month = digits.number(2)?;
        let day = digits.number(2)?;
        let hour = digits.number(2)?;
        let minute = digits.number(2)?;
        let (mut second, mut fraction) = (0, false);
        // Like the JDK, decide by the remaining length: without seconds only `Z` can follow.
        if digits.0.len() > 2 {
            second = digits.number(2)?;
            if tag == 24 {
                fraction = digits.fraction()?;
            }
        }
        let offset_minutes = digits.zone(false)?;
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour >= 24 || minute >= 60 || second >= 60 {
            return Err(TimeError);
        }
        let days = days_before_month(year, month) + day - 1;
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset_minutes * 60;
        Ok((Self::from_seconds(seconds), fraction))
    }
}

/// Returns the days from 1970-01-01 to the first of the month in the proleptic Gregorian calendar.
fn days_before_month(year: i64, month: i64) -> i64 {
    // Years start on 1 March here, which makes the leap day the last day of its year.
    let (y, m) = if month <= 2 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let day_of_year = (153 * m + 2) / 5;
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + day_of_year - 719_468
}

/// Returns year, month and day of a day counted from 1970-01-01: the inverse of
/// [`days_before_month`].
fn date_of(days: i64) -> (i64, i64, i64) {
    // Count from 1 March of the year 0, in eras of 400 years.
    let day = days + 719_468;
    let (era, day_of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day_of_month = day_of_year - (153 * month + 2) / 5 + 1;
    let year = year_of_era + era * 400;
    if month < 10 {
        (year, month + 3, day_of_month)
    } else {
        (year + 1, month - 9, day_of_month)
    }
}

/// Reads the digit groups of a time, one after another.
struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    fn number(&mut self, count: usize) -> Result<i64, TimeError> {
        let (head, tail) = self.0.split_at_checked(count).ok_or(TimeError)?;
        let mut value = 0;
        for byte in head {
            if !byte.is_ascii_digit() {
                return Err(TimeError);
            }
            value = value * 10 + i64::from(byte - b'0');
        }
        self.0 = tail;
        Ok(value)
    }

    /// Takes the next byte, which must be one of `expected`.
    fn any_of(&mut self, expected: &[u8]) -> Result<(), TimeError> {
        let taken = self.0.split_off_first().filter(|byte| expected.contains(byte));
        taken.map(drop).ok_or(TimeError)
    }

    /// Skips a fraction; returns whether it is a millisecond or more.
    fn fraction(&mut self) -> Result<bool, TimeError> {
        let [b'.' | b',', tail @ ..] = self.0 else {
            return Ok(false);
        };
        let (digits, rest) = tail.split_at(tail.iter().take_while(|b| b.is_ascii_digit()).count());
        if digits.is_empty() {
            return Err(TimeError);
        }
        self.0 = rest;
        Ok(digits.iter().take(3).any(|digit| *digit != b'0'))
    }

    /// Takes the zone, which ends the time, and returns its offset in minutes. `colon` selects RFC
    /// 3339's syntax.
    fn zone(&mut self, colon: bool) -> Result<i64, TimeError> {
        let (sign, tail) = match self.0 {
            [b'Z'] => return Ok(0),
            [b'z'] if colon => return Ok(0),
            [b'+', tail @ ..] => (1, tail),
            [b'-', tail @ ..] => (-1, tail),
            _ => return Err(TimeError),
        };
        self.0 = tail;
        let hours = self.number(2)?;
        if colon {
            self.any_of(b":")?;
        }
        let minutes = self.number(2)?;
        if !self.0.is_empty() || hours >= 24 || minutes >= 60 {
            return Err(TimeError);
        }
        Ok(sign * (hours * 60 + minutes))
    }
}

impl UnixTime {
    /// Formats the time in RFC 3339, to the second.
    fn text(self) -> String {
        let (year, month, day, hour, minute, second) = self.civil();
        let mut out = String::with_capacity("2026-11-23T07:00:00Z".len());
        push_padded(&mut out, u64::from(year.unsigned_abs()), 4);
        for (before, number) in [('-', month), ('-', day), ('T', hour), (':', minute), (':', second)] {
            out.push(before);
            push_padded(&mut out, u64::from(number), 2);
        }
        out.push('Z');
        out
    }
}

impl fmt::Display for UnixTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Serialize for UnixTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(tag: u32, text: &str) -> Option<String> {
        UnixTime::from_asn1(tag, text.as_bytes()).ok().map(|t| t.to_string())
    }

    #[test]
    fn reads_what_the_jdk_reads() {
        for (tag, text, expected) in [
            (23, "260615120000Z", "2026-06-15T12:00:00Z"),
            (23, "2606151200Z", "2026-06-15T12:00:00Z"),
            (23, "260615120000+0200", "2026-06-15T10:00:00Z"),
            (23, "490101000000Z", "2049-01-01T00:00:00Z"),
            (23, "500101000000Z", "1950-01-01T00:00:00Z"),
            (23, "260230000000Z", "2026-03-02T00:00:00Z"),
            (24, "20500101000000Z", "2050-01-01T00:00:00Z"),
            (24, "20260615120000.5Z", "2026-06-15T12:00:00Z"),
            (24, "99991231235959Z", "9999-12-31T23:59:59Z"),
            (24, "20000229000000Z", "2000-02-29T00:00:00Z"),
        ] {
            assert_eq!(read(tag, text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn rejects_what_the_jdk_rejects() {
        for (tag, text) in [
            (23, "260615120060Z"),
            (23, "261315120000Z"),
            (23, "260600120000Z"),
            (23, "260615120000"),
            (23, "26061512"),
            (23, "2606151200+0100"),
            (24, "20260615120000.Z"),
            (23, ""),
            (24, "2026061512é"),
            (2, "260615120000Z"),
        ] {
            assert_eq!(read(tag, text), None, "{text}");
        }
    }

    #[test]
    fn fractions_are_rounded_up_from_a_millisecond() {
        let up = |text: &str| UnixTime::from_asn1_up(24, text.as_bytes()).ok().map(|t| t.to_string());
        assert_eq!(up("20260615120000.001Z").as_deref(), Some("2026-06-15T12:00:01Z"));
        assert_eq!(up("20260615120000.0009Z").as_deref(), Some("2026-06-15T12:00:00Z"));
    }

    #[test]
    fn round_trips_rfc_3339() {
        for text in ["1969-12-31T23:59:59Z", "2026-11-23T07:00:00Z", "0000-01-01T00:00:00Z"] {
            assert_eq!(UnixTime::parse_rfc3339(text).unwrap().to_string(), text);
        }
        assert_eq!(
            UnixTime::parse_rfc3339("2026-11-23T08:00:00+01:00")
                .unwrap()
                .to_string(),
            "2026-11-23T07:00:00Z"
        );
        for text in [
            "2026-02-28t23:59:59z",
            "2028-02-29 00:00:00.25-00:30",
            " 9999-12-31T23:59:59Z ",
        ] {
            assert!(UnixTime::parse_rfc3339(text).is_ok(), "{text}");
        }
        for text in [
            "yesterday",
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-00-01T00:00:00Z",
            "2026-01-00T00:00:00Z",
            "2026-04-31T00:00:00Z",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:60Z",
            "2026-01-01T00:00:00",
            "2026-01-01T00:00:00.Z",
            "2026-01-01T00:00:00+0100",
            "2026-01-01T00:00:00+01:00x",
            "2026-01-01",
            "26-01-01T00:00:00Z",
            "",
        ] {
            assert!(UnixTime::parse_rfc3339(text).is_err(), "{text}");
        }
    }

    #[test]
    fn every_day_has_one_date() {
        let mut before = (0, 0, 0);
        for days in UnixTime::MIN.0 / 86_400..=UnixTime::MAX.0 / 86_400 {
            let (year, month, day) = date_of(days);
            assert!((year, month, day) > before, "{year}-{month}-{day}");
            assert_eq!(days_before_month(year, month) + day - 1, days);
            before = (year, month, day);
        }
        assert_eq!(before, (9999, 12, 31));
        assert_eq!(date_of(0), (1970, 1, 1));
        assert_eq!(date_of(20_780), (2026, 11, 23));
    }
}
