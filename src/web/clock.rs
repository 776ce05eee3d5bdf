//! The only place where the page reads the time.

use crate::cert::UnixTime;

/// The current moment, to the second.
#[must_use]
pub fn now() -> UnixTime {
    // Milliseconds since 1970 as a whole number within 2^53.
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds of any real clock fit")]
    let seconds = (js_sys::Date::now() / 1000.0).floor() as i64;
    UnixTime::from_seconds(seconds)
}

/// Milliseconds since 1970, to measure how long something took.
#[must_use]
pub fn millis() -> f64 {
    js_sys::Date::now()
}
