//! The words that describe a certificate in one line: role, key, dates.

use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase, ReportText, Role, role_of};
use crate::report::{CertificateReport, Report, ValidityStatus};
use crate::web::ui::text::brief;

/// The longest curve name, in characters.
const MAX_CURVE: usize = 120;

/// The certificate's role as a heading.
pub(crate) fn role(locale: Locale, report: &Report, certificate: &CertificateReport) -> &'static str {
    locale.report(match role_of(report, certificate) {
        Role::Leaf => ReportText::Leaf,
        Role::Intermediate => ReportText::Intermediate,
        Role::Root => ReportText::Root,
        Role::Other => ReportText::Certificate,
    })
}

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

/// The last day, and the whole days to it or since.
pub(crate) fn until(locale: Locale, at: UnixTime, not_after: UnixTime) -> String {
    let days = match at.days_until(not_after) {
        ahead @ 0.. => ahead,
        _ => days(ValidityStatus::Expired, not_after, not_after, at).saturating_neg(),
    };
    locale.report_phrase(&ReportPhrase::Until { not_after, days })
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
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_days_since_the_end_count_from_one() {
        let last = UnixTime::parse_rfc3339("2024-02-23T23:59:59Z").unwrap();
        for (seconds, days) in [
            (0, "0 days left"),
            (1, "1 day ago"),
            (86_400, "1 day ago"),
            (172_800, "2 days ago"),
        ] {
            let at = UnixTime::from_seconds(last.seconds() + seconds);
            assert_eq!(until(Locale::En, at, last), format!("Until 23 February 2024, {days}"));
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
