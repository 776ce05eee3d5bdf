//! Dates, versions, serial numbers, and the bytes around them.

use super::super::der::{int, seq, tlv};
use super::super::moments::{AT, DAY, generalized, long_time, time, utc};
use super::*;

pub fn list() -> Vec<Deviation> {
    let mut list = per_certificate! { ALL;
        /// Out of date for a month: the ordinary case.
        "expired" => |c| { c.not_after = time(AT - 30 * DAY); }
        /// notAfter is the second before the validation time.
        "expired-by-one-second" => |c| { c.not_after = time(AT - 1); }
        /// Not valid before next month.
        "not-yet-valid" => |c| { c.not_before = time(AT + 30 * DAY); }
        /// Signed with a version 1 body: no version field, no extensions.
        "version-1" => |c| { c.make_v1(); }
    };
    list.extend(per_certificate! { &["ec-1"];
        /// notAfter is the validation time itself: both ends are inclusive (RFC 5280 §4.1.2.5).
        "not-after-is-now" => |c| { c.not_after = time(AT); }
        /// notBefore is the validation time itself.
        "not-before-is-now" => |c| { c.not_before = time(AT); }
        /// notBefore is the second after the validation time.
        "not-yet-valid-by-one-second" => |c| { c.not_before = time(AT + 1); }
        /// notAfter is before notBefore, the validation time between them.
        "validity-inverted" => |c| { c.not_before = time(AT + DAY); c.not_after = time(AT - DAY); }
        /// notAfter is before notBefore, both in the past.
        "validity-inverted-past" => |c| { c.not_before = time(AT - DAY); c.not_after = time(AT - 2 * DAY); }
        /// UTCTime without seconds, as very old software wrote; DER forbids it.
        "utc-without-seconds" => |c| { c.not_after = utc("2606151200Z"); }
        /// UTCTime without seconds, one minute too old.
        "utc-without-seconds-expired" => |c| { c.not_after = utc("2606151159Z"); }
        /// UTCTime with an offset: 14:00:00 in a zone two hours ahead is the validation time.
        "utc-with-offset" => |c| { c.not_after = utc("260615140000+0200"); }
        /// UTCTime with an offset, the other way, one second too old.
        "utc-with-offset-expired" => |c| { c.not_after = utc("260615095959-0200"); }
        /// UTCTime without seconds but with an offset.
        "utc-short-with-offset" => |c| { c.not_after = utc("2606151500+0300"); }
        /// UTCTime without any zone.
        "utc-without-zone" => |c| { c.not_after = utc("270615120000"); }
        /// GeneralizedTime for a date before 2050, against RFC 5280 §4.1.2.5.
        "generalized-before-2050" => |c| { c.not_before = long_time(AT - DAY); c.not_after = long_time(AT); }
        /// GeneralizedTime with a fraction of a second: half a second after the validation time.
        "generalized-fraction-valid" => |c| { c.not_after = generalized("20260615120000.5Z"); }
        /// The same with a comma, and six digits.
        "generalized-comma" => |c| { c.not_after = generalized("20270615120000,123456Z"); }
        /// A notBefore half a second after the validation time.
        "generalized-fraction-early" => |c| { c.not_before = generalized("20260615120000.5Z"); }
        /// A fraction without digits.
        "generalized-empty-fraction" => |c| { c.not_after = generalized("20270615120000.Z"); }
        /// GeneralizedTime without seconds.
        "generalized-without-seconds" => |c| { c.not_after = generalized("202706151200Z"); }
        /// GeneralizedTime with an offset.
        "generalized-offset" => |c| { c.not_after = generalized("20260615140000+0200"); }
        /// The year 9999, which RFC 5280 §4.1.2.5 reserves for "no expiry".
        "year-9999" => |c| { c.not_after = generalized("99991231235959Z"); }
        /// The two-digit year 49 is 2049.
        "utc-year-49" => |c| { c.not_after = utc("491231235959Z"); }
        /// The two-digit year 50 is 1950.
        "utc-year-50" => |c| { c.not_after = utc("500101000000Z"); }
        /// A notBefore in 1950.
        "utc-year-50-begin" => |c| { c.not_before = utc("500101000000Z"); }
        /// The 30th of February of a past year, as a notBefore.
        "february-30" => |c| { c.not_before = utc("260230000000Z"); }
        /// A day that rolls over into the next month and saves the certificate: June 31st is July
        /// 1st.
        "june-31" => |c| { c.not_before = time(AT - 9 * DAY); c.not_after = utc("260631120000Z"); }
        /// A leap second.
        "leap-second" => |c| { c.not_before = utc("161231235960Z"); }
        /// Hour 24.
        "hour-24" => |c| { c.not_after = utc("261231240000Z"); }
        /// Month 13.
        "month-13" => |c| { c.not_after = utc("261301000000Z"); }
        /// Month 0.
        "month-0" => |c| { c.not_before = utc("260001000000Z"); }
        /// Letters where digits belong.
        "time-letters" => |c| { c.not_after = utc("27O615120000Z"); }
        /// The empty UTCTime.
        "time-empty" => |c| { c.not_after = utc(""); }
        /// A small z for the zone.
        "time-small-z" => |c| { c.not_after = utc("270615120000z"); }
        /// A validity of three dates.
        "validity-three-dates" => |c| { c.validity = Some(seq(&[time(AT - DAY), time(AT + DAY), time(AT + DAY)])); }
        /// A validity of one date.
        "validity-one-date" => |c| { c.validity = Some(seq(&[time(AT - DAY)])); }
        /// An empty validity.
        "validity-empty" => |c| { c.validity = Some(tlv(0x30, &[])); }
        /// A date as a PrintableString.
        "time-as-printable" => |c| { c.not_after = tlv(0x13, b"270615120000Z"); }
        /// The serial number 0, which RFC 5280 §4.1.2.2 forbids.
        "serial-zero" => |c| { c.serial = vec![0]; }
        /// A negative serial number.
        "serial-negative" => |c| { c.serial = vec![0x80, 1, 2, 3]; }
        /// A serial number of 21 bytes, one more than RFC 5280 §4.1.2.2 allows.
        "serial-21-octets" => |c| { c.serial = vec![0x55; 21]; }
        /// A serial number of 200 bytes.
        "serial-200-octets" => |c| { c.serial = vec![0x55; 200]; }
        /// A serial number of no bytes.
        "serial-empty" => |c| { c.serial = Vec::new(); }
        /// A serial number with a redundant leading zero, which DER forbids.
        "serial-leading-zero" => |c| { c.serial = vec![0, 0, 0x12, 0x34]; }
        /// Version 1 in name, but with the extensions of version 3.
        "version-1-with-extensions" => |c| { c.version = None; }
        /// Version 1 spelled out, which DER forbids for a default value, with no extensions.
        "version-1-explicit" => |c| { c.make_v1(); c.version = Some(0); }
        /// Version 2 without extensions.
        "version-2" => |c| { c.make_v1(); c.version = Some(1); }
        /// Version 2 with extensions.
        "version-2-with-extensions" => |c| { c.version = Some(1); }
        /// Version 4, which does not exist, with extensions.
        "version-4" => |c| { c.version = Some(3); }
        /// Version 4 without extensions.
        "version-4-bare" => |c| { c.make_v1(); c.version = Some(3); }
        /// A negative version.
        "version-negative" => |c| { c.version = Some(-1); }
        /// Version 3 without any extension.
        "version-3-bare" => |c| { c.extensions.clear(); }
        /// Unique identifiers in version 3, allowed and never seen.
        "unique-ids" => |c| { c.unique_ids = [tlv(0x81, &[0, 1, 2]), tlv(0x82, &[0, 3, 4])].concat(); }
        /// Unique identifiers in version 2, what version 2 was made for.
        "version-2-unique-ids" => |c| { c.make_v1(); c.version = Some(1); c.unique_ids = tlv(0x82, &[0, 3, 4]); }
        /// A unique identifier in version 1.
        "version-1-unique-ids" => |c| { c.make_v1(); c.unique_ids = tlv(0x81, &[0, 3, 4]); }
        /// A field after the extensions.
        "field-after-extensions" => |c| { c.tail = tlv(0x84, &[1, 2, 3]); }
        /// An unknown field where the extensions belong, which a reader may take for "no
        /// extensions".
        "field-instead-of-extensions" => |c| { c.raw_extensions = Some(tlv(0xa4, &[0x30, 0])); }
        /// Bytes after the certificate, inside the TLS message's entry.
        "trailing-bytes" => |c| { c.after_signing.push(|der| der.extend([0, 1, 2])); }
        /// The certificate as PEM text inside the TLS message.
        "pem-on-the-wire" => |c| { c.after_signing.push(pem); }
        /// The certificate is cut short by one byte.
        "cut-short" => |c| { c.after_signing.push(|der| { der.pop(); }); }
        /// The certificate is empty.
        "empty" => |c| { c.after_signing.push(Vec::clear); }
        /// The certificate is not DER.
        "garbage" => |c| { c.after_signing.push(|der| *der = b"hello, world".to_vec()); }
        /// A fourth value after the signature, inside the outer SEQUENCE.
        "fourth-value" => |c| { c.after_signing.push(|der| append_inside(der, &[5, 0])); }
        /// The outer length in a form longer than needed: BER, not DER.
        "outer-length-long-form" => |c| { c.after_signing.push(long_length); }
        /// The length of the signed part in a form longer than needed; signed as sent.
        "tbs-length-long-form" => |c| { c.before_signing.push(long_length); }
        /// The signed part with an indefinite length.
        "tbs-indefinite-length" => |c| { c.before_signing.push(indefinite); }
        /// A tag number above 30, which needs more than one byte, after the extensions.
        "high-tag-number" => |c| { c.tail = vec![0xbf, 0x21, 1, 0]; }
    });
    list.extend(deviations! { ONE;
        /// Everything but the anchor expires at the same second, and it is that second.
        "chain/all-expire-now" => |w| { for i in 0..w.certs.len() { w.certs[i].not_after = time(AT); } }
        /// Everything expired, the anchor too: which one is reported first?
        "chain/all-expired" => |w| { for i in 0..w.certs.len() { w.certs[i].not_after = time(AT - 1); } }
        /// An INTEGER for the version that takes nine bytes.
        "leaf/version-huge" => |w| { w.leaf().before_signing.push(replace_version); }
        /// The leaf and its issuer have the same serial number, under different issuers: allowed.
        "leaf/serial-of-issuer" => |w| { let s = w.issuing()?.serial.clone(); w.leaf().serial = s; }
    });
    list
}

fn replace_version(tbs: &mut Vec<u8>) {
    let body = super::super::der::split(tbs).1.to_vec();
    let version = tlv(0xa0, &tlv(2, &[2, 0, 0, 0, 0, 0, 0, 0, 0]));
    *tbs = tlv(0x30, &[version, body[int(2).len() + 2..].to_vec()].concat());
}

fn pem(der: &mut Vec<u8>) {
    use base64::Engine as _;
    let text = base64::engine::general_purpose::STANDARD.encode(&*der);
    *der = format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n").into_bytes();
}

fn append_inside(der: &mut Vec<u8>, more: &[u8]) {
    let mut body = super::super::der::split(der).1.to_vec();
    body.extend_from_slice(more);
    *der = tlv(0x30, &body);
}

fn long_length(der: &mut Vec<u8>) {
    let body = super::super::der::split(der).1.to_vec();
    let n = (body.len() as u32).to_be_bytes();
    *der = [&[0x30, 0x84][..], &n[..], &body[..]].concat();
}

fn indefinite(der: &mut Vec<u8>) {
    let body = super::super::der::split(der).1.to_vec();
    *der = [&[0x30, 0x80][..], &body[..], &[0, 0][..]].concat();
}
