//! The words for a certificate's key, and the state of its dates.

use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase};
use crate::report::{CertificateReport, ValidityStatus};
use crate::web::ui::text::brief;

/// The longest curve name, in characters.
const MAX_CURVE: usize = 120;

/// `RSA, 2048 bits`, or the curve's name.
pub(crate) fn key(locale: Locale, certificate: &CertificateReport) -> String {
    match &certificate.key.curve {
        Some(curve) => [&certificate.key.algorithm, " ", &brief(curve, MAX_CURVE)].concat(),
        None => locale.report_phrase(&ReportPhrase::KeyBits {
            algorithm: &certificate.key.algorithm,
            bits: certificate.key.bits,
        }),
    }
}

/// The status of a validity period at a moment. Both ends are inclusive.
pub(crate) fn status(at: UnixTime, from: UnixTime, until: UnixTime) -> ValidityStatus {
    if at > until {
        ValidityStatus::Expired
    } else if at < from {
        ValidityStatus::NotYetValid
    } else {
        ValidityStatus::Valid
    }
}

/// Whole days from `at` to the end of a validity period, since its end, or to its beginning.
///
/// An expired certificate is expired for at least one day.
pub(crate) fn days(status: ValidityStatus, from: UnixTime, until: UnixTime, at: UnixTime) -> i64 {
    match status {
        ValidityStatus::Valid => at.days_until(until),
        ValidityStatus::Expired => until.days_until(at).max(1),
        ValidityStatus::NotYetValid => at.days_until(from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_since_the_end_count_from_one() {
        let last = UnixTime::from_seconds(1_000_000);
        for (seconds, expected) in [(1, 1), (86_400, 1), (172_800, 2)] {
            let at = UnixTime::from_seconds(last.seconds() + seconds);
            assert_eq!(days(ValidityStatus::Expired, last, last, at), expected);
        }
    }

    #[test]
    fn both_ends_belong_to_the_period() {
        let second = UnixTime::from_seconds;
        let of = |at| status(second(at), second(10), second(20));
        assert_eq!(of(9), ValidityStatus::NotYetValid);
        assert_eq!((of(10), of(20)), (ValidityStatus::Valid, ValidityStatus::Valid));
        assert_eq!(of(21), ValidityStatus::Expired);
    }
}
