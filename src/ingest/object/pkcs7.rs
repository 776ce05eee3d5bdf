//! Finds the certificate set of a PKCS#7 or CMS SignedData, in DER and in BER with indefinite
//! lengths.
//!
//! It accepts any bytes, copies nothing, and visits each byte a fixed number of times. It returns
//! the ranges of the set's certificates in order, up to the first that is cut off.
//!
//! It does not use the `cms` crate, which reads DER only and would decode every certificate.
//!
//! # References
//! - [RFC 5652 §5.1](https://www.rfc-editor.org/rfc/rfc5652#section-5.1)

use std::ops::Range;

use super::outline::SIGNED_DATA;
use crate::der::header::header;
use crate::der::tag::{CONTEXT_0, INTEGER, OID, SEQUENCE, SET};

/// The most nested indefinite lengths in an element that is skipped. OpenSSL and Windows nest fewer
/// than ten.
const MAX_DEPTH: u32 = 64;

/// A certificate set.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct CertificateSet {
    /// Byte ranges of the members.
    pub members: Vec<Range<usize>>,
    /// Whether there was an indefinite length.
    pub ber: bool,
    /// Whether the object ends before its declared length or its end-of-contents.
    pub cut: bool,
    /// Where the object ends, as far as it was read.
    pub end: usize,
}

/// A window on the data: `end` is `None` inside an indefinite length, where two zero bytes end it.
struct Window {
    pos: usize,
    end: usize,
    indefinite: bool,
}

/// Reads the certificate set of the object at the start of `data`. `None` if that is not a
/// SignedData.
pub(crate) fn certificate_set(data: &[u8], max: usize) -> Option<CertificateSet> {
    let mut set = CertificateSet::default();
    let whole = Window {
        pos: 0,
        end: data.len(),
        indefinite: false,
    };
    set.end = skip(data, 0).unwrap_or(data.len());
    set.cut = skip(data, 0).is_none();
    let mut content_info = enter(data, &whole, SEQUENCE, &mut set.ber)?;
    let oid = header(data.get(content_info.pos..)?)
        .ok()
        .filter(|head| head.tag == OID)?;
    let oid_end = content_info.pos.checked_add(oid.total()?)?;
    if data.get(content_info.pos + oid.size..oid_end)? != SIGNED_DATA {
        return None;
    }
    content_info.pos = oid_end;
    let explicit = enter(data, &content_info, CONTEXT_0, &mut set.ber)?;
    let mut signed = enter(data, &explicit, SEQUENCE, &mut set.ber)?;
    // version, digestAlgorithms, encapContentInfo
    for tag in [INTEGER, SET, SEQUENCE] {
        if data.get(signed.pos) != Some(&tag) {
            return Some(set);
        }
        match skip(data, signed.pos) {
            Some(next) => signed.pos = next,
            None => return Some(set),
        }
    }
    if let Some(mut certificates) = enter(data, &signed, CONTEXT_0, &mut set.ber) {
        while certificates.pos < certificates.end && set.members.len() < max {
            if certificates.indefinite
                && data
                    .get(certificates.pos..)
                    .is_some_and(|rest| rest.starts_with(&[0, 0]))
            {
                break;
            }
            let Some(next) = skip(data, certificates.pos) else {
                set.cut = true;
                break;
            };
            set.members.push(certificates.pos..next);
            certificates.pos = next;
        }
    }
    Some(set)
}

/// The content of the element with `tag` at the window's position.
fn enter(data: &[u8], window: &Window, tag: u8, ber: &mut bool) -> Option<Window> {
    let head = header(data.get(window.pos..window.end)?)
        .ok()
        .filter(|head| head.tag == tag)?;
    let pos = window.pos.checked_add(head.size)?;
    match head.len {
        Some(len) => Some(Window {
            pos,
            end: pos.checked_add(len)?.min(window.end),
            indefinite: false,
        }),
        None => {
            *ber = true;
            Some(Window {
                pos,
                end: window.end,
                indefinite: true,
            })
        }
    }
}

/// The position after the element at `pos`, or `None` if it does not end within `data`.
///
/// It skips definite contents and follows indefinite ones with a depth counter, so it takes linear
/// time.
fn skip(data: &[u8], mut pos: usize) -> Option<usize> {
    let mut depth = 0u32;
    loop {
        let rest = data.get(pos..)?;
        if depth > 0 && rest.starts_with(&[0, 0]) {
            depth -= 1;
            pos = pos.checked_add(2)?;
        } else {
            let head = header(rest).ok()?;
            match head.total() {
                Some(total) => pos = pos.checked_add(total).filter(|end| *end <= data.len())?,
                None if depth < MAX_DEPTH => {
                    depth += 1;
                    pos = pos.checked_add(head.size)?;
                }
                None => return None,
            }
        }
        if depth == 0 {
            return Some(pos);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
        let len = u8::try_from(content.len()).unwrap_or(127);
        [&[tag, len][..], content].concat()
    }

    fn indefinite(tag: u8, content: &[u8]) -> Vec<u8> {
        [&[tag, 0x80][..], content, &[0, 0]].concat()
    }

    fn object(wrap: fn(u8, &[u8]) -> Vec<u8>) -> Vec<u8> {
        let certificates = [tlv(SEQUENCE, &[1]), tlv(SEQUENCE, &[2, 2])].concat();
        let inner = wrap(SEQUENCE, &tlv(OID, &[0x2a]));
        let signed = [
            tlv(INTEGER, &[1]),
            tlv(SET, &[]),
            inner,
            wrap(CONTEXT_0, &certificates),
            tlv(SET, &[]),
        ]
        .concat();
        let signed = wrap(SEQUENCE, &signed);
        wrap(SEQUENCE, &[tlv(OID, SIGNED_DATA), wrap(CONTEXT_0, &signed)].concat())
    }

    #[test]
    fn definite_and_indefinite_lengths_give_the_same_members() {
        for (wrap, ber) in [(tlv as fn(u8, &[u8]) -> Vec<u8>, false), (indefinite, true)] {
            let data = object(wrap);
            let set = certificate_set(&data, 10).unwrap_or_default();
            let members: Vec<&[u8]> = set.members.iter().filter_map(|range| data.get(range.clone())).collect();
            assert_eq!(members, [&[0x30, 1, 1][..], &[0x30, 2, 2, 2]]);
            assert_eq!((set.ber, set.cut, set.end), (ber, false, data.len()));
        }
    }

    #[test]
    fn every_cut_is_survived_and_keeps_whole_members() {
        let data = object(indefinite);
        for len in 0..data.len() {
            let set = certificate_set(data.get(..len).unwrap_or_default(), 10).unwrap_or_default();
            assert!(set.members.len() <= 2);
            assert!(set.cut || set.members.is_empty());
        }
    }

    #[test]
    fn endless_nesting_is_rejected() {
        let nested = [SEQUENCE, 0x80].repeat(100_000);
        assert_eq!(skip(&nested, 0), None);
        assert_eq!(certificate_set(&nested, 10), None);
    }
}
