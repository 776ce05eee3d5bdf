//! Dates in the encodings of certificates. All times are seconds UTC since 1970.

use super::der::tlv;

/// The default validation time of every chain: 2026-06-15T12:00:00Z.
pub const AT: i64 = 1_781_524_800;
pub const DAY: i64 = 86_400;

/// Year, month, day, hour, minute, second.
fn civil(unix: i64) -> (i64, i64, i64, i64, i64, i64) {
    let (days, rest) = (unix.div_euclid(DAY), unix.rem_euclid(DAY));
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = yoe + era * 400 + i64::from(month <= 2);
    (
        year,
        month,
        doy - (153 * mp + 2) / 5 + 1,
        rest / 3600,
        rest / 60 % 60,
        rest % 60,
    )
}

/// UTCTime up to 2049, GeneralizedTime from 2050, as RFC 5280 §4.1.2.5 requires.
pub fn time(unix: i64) -> Vec<u8> {
    let (y, mo, d, h, mi, s) = civil(unix);
    if (1950..2050).contains(&y) {
        utc(&format!("{:02}{mo:02}{d:02}{h:02}{mi:02}{s:02}Z", y % 100))
    } else {
        generalized(&format!("{y:04}{mo:02}{d:02}{h:02}{mi:02}{s:02}Z"))
    }
}

/// GeneralizedTime for any year.
pub fn long_time(unix: i64) -> Vec<u8> {
    let (y, mo, d, h, mi, s) = civil(unix);
    generalized(&format!("{y:04}{mo:02}{d:02}{h:02}{mi:02}{s:02}Z"))
}

pub fn utc(text: &str) -> Vec<u8> {
    tlv(0x17, text.as_bytes())
}

pub fn generalized(text: &str) -> Vec<u8> {
    tlv(0x18, text.as_bytes())
}
