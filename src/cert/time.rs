//! Moments in time: seconds UTC since 1970, read from certificates as the JDK reads them.

use borsh::{BorshDeserialize, BorshSerialize};
use std::fmt;

use crate::num::push_padded;
use serde::{Serialize, Serializer};
use thiserror::Error;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Text or bytes that are no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a time")]
pub struct TimeError;

/// A moment: whole seconds UTC since 1970-01-01T00:00:00Z, between the years 0 and 9999.
///
/// Serialised as RFC 3339 text, such as `2026-11-23T07:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, BorshSerialize, BorshDeserialize)]
pub struct UnixTime(i64);

impl UnixTime {
    /// The last second of the year 9999.
    pub const MAX: Self = Self(253_402_300_799);
    /// The first second of the year 0.
    pub const MIN: Self = Self(-62_167_219_200);

    /// A moment from seconds since 1970, clamped to the years 0 to 9999.
    #[must_use]
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Seconds UTC since 1970.
    #[must_use]
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// Whole days from `self` to `later`, rounded down; negative where `later` is earlier.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        later.0.saturating_sub(self.0).div_euclid(86_400)
    }

    /// Reads RFC 3339 text, such as `2026-11-23T07:00:00Z` or `2026-11-23T08:00:00+01:00`; fractions are dropped.
    ///
    /// # Errors
    /// [`TimeError`] where the text is not of that form.
    pub fn parse_rfc3339(text: &str) -> Result<Self, TimeError> {
        let moment = OffsetDateTime::parse(text.trim(), &Rfc3339).map_err(|_| TimeError)?;
        Ok(Self::from_seconds(moment.unix_timestamp()))
    }

    /// Year, month (1 to 12), day, hour, minute and second in UTC.
    #[must_use]
    pub fn civil(self) -> (i32, u8, u8, u8, u8, u8) {
        let moment = OffsetDateTime::from_unix_timestamp(self.0).unwrap_or(OffsetDateTime::UNIX_EPOCH);
        (
            moment.year(),
            u8::from(moment.month()),
            moment.day(),
            moment.hour(),
            moment.minute(),
            moment.second(),
        )
    }

    /// Reads the content of a UTCTime (`tag` 23) or GeneralizedTime (`tag` 24) as leniently as the JDK: seconds may be
    /// missing before `Z`, an offset may stand for `Z` after them, a day past the end of its month counts on into the
    /// next. Fractions of a second are dropped.
    ///
    /// # Errors
    /// [`TimeError`] for everything that the JDK's `DerValue.getTimeInternal` refuses, leap seconds among it.
    ///
    /// # References
    /// - [RFC 5280 §4.1.2.5](https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5): a conforming time ends in seconds and `Z`.
    pub fn from_asn1(tag: u32, content: &[u8]) -> Result<Self, TimeError> {
        Self::with_fraction(tag, content).map(|(time, _)| time)
    }

    /// As [`Self::from_asn1`], but a fraction of a second (to the millisecond, as the JDK keeps it) counts as a whole one:
    /// a certificate that becomes valid within a second is not valid at its beginning.
    ///
    /// # Errors
    /// As [`Self::from_asn1`].
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
        // The JDK goes by what is left: without seconds only `Z` can follow.
        if digits.0.len() > 2 {
            second = digits.number(2)?;
            if tag == 24 {
                fraction = digits.fraction()?;
            }
        }
        let offset_minutes = digits.zone()?;
        if !(1..=12).contains(&month) || !(1..=31).contains(&day) || hour >= 24 || minute >= 60 || second >= 60 {
            return Err(TimeError);
        }
        let days = days_before_month(year, month) + day - 1;
        let seconds = days * 86_400 + hour * 3600 + minute * 60 + second - offset_minutes * 60;
        Ok((Self::from_seconds(seconds), fraction))
    }
}

/// Days from 1970-01-01 to the first of the given month in the proleptic Gregorian calendar.
fn days_before_month(year: i64, month: i64) -> i64 {
    // Counted from 1 March, so that the leap day is the last of its year.
    let (y, m) = if month <= 2 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let day_of_year = (153 * m + 2) / 5;
    365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + day_of_year - 719_468
}

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

    /// Passes over a fraction; true where it is a millisecond or more.
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

    fn zone(&mut self) -> Result<i64, TimeError> {
        let (sign, tail) = match self.0 {
            [b'Z'] => return Ok(0),
            [b'+', tail @ ..] => (1, tail),
            [b'-', tail @ ..] => (-1, tail),
            _ => return Err(TimeError),
        };
        self.0 = tail;
        let hours = self.number(2)?;
        let minutes = self.number(2)?;
        if !self.0.is_empty() || hours >= 24 || minutes >= 60 {
            return Err(TimeError);
        }
        Ok(sign * (hours * 60 + minutes))
    }
}

impl UnixTime {
    /// RFC 3339, to the second.
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
    fn refuses_what_is_no_time() {
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
    fn fractions_count() {
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
        assert!(UnixTime::parse_rfc3339("yesterday").is_err());
    }
}
