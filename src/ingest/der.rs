//! Just enough ASN.1 to tell objects apart. Contract: reads headers and tags only, takes any bytes, looks at a
//! bounded number of headers, and accepts as a certificate what is one whole SEQUENCE of the declared length
//! holding SEQUENCE, SEQUENCE, BIT STRING. Decoding certificates is another module's work.

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OCTET_STRING: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
pub(crate) const CONTEXT_0: u8 = 0xa0;

/// OID 1.2.840.113549.1.7.2, signedData ([RFC 5652 §5.1](https://www.rfc-editor.org/rfc/rfc5652#section-5.1)).
pub(crate) const SIGNED_DATA: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];

/// A tag and a length; `len` is `None` for BER's indefinite form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    pub tag: u8,
    pub size: usize,
    pub len: Option<usize>,
}

impl Header {
    /// Header and content together, where the length is definite and does not overflow.
    pub fn total(&self) -> Option<usize> {
        self.size.checked_add(self.len?)
    }
}

/// Why no header could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderError {
    /// More bytes are needed.
    Short,
    /// No header of the kinds used here.
    Bad,
}

/// Reads the header at the start of `data`: low tag numbers, lengths of up to four bytes.
pub(crate) fn header(data: &[u8]) -> Result<Header, HeaderError> {
    let tag = *data.first().ok_or(HeaderError::Short)?;
    if tag & 0x1f == 0x1f {
        return Err(HeaderError::Bad);
    }
    let first = *data.get(1).ok_or(HeaderError::Short)?;
    match first {
        0..=0x7f => Ok(Header {
            tag,
            size: 2,
            len: Some(usize::from(first)),
        }),
        0x80 => Ok(Header {
            tag,
            size: 2,
            len: None,
        }),
        0x81..=0x84 => {
            let count = usize::from(first & 0x7f);
            let bytes = data.get(2..2 + count).ok_or(HeaderError::Short)?;
            let mut len: u64 = 0;
            for byte in bytes {
                len = (len << 8) | u64::from(*byte);
            }
            let len = usize::try_from(len).map_err(|_| HeaderError::Bad)?;
            Ok(Header {
                tag,
                size: 2 + count,
                len: Some(len),
            })
        }
        _ => Err(HeaderError::Bad),
    }
}

/// The content of the element at the start of `data` and what follows it; definite lengths only.
pub(crate) fn split(data: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let head = header(data).ok()?;
    let total = head.total()?;
    Some((head.tag, data.get(head.size..total)?, data.get(total..)?))
}

/// What an object is, judged by its outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Certificate,
    Request,
    Crl,
    PublicKey,
    Pkcs7,
    Pkcs12,
    Parameters,
    AttributeCertificate,
    Other,
    /// The lengths inside do not fit the length outside.
    Inconsistent,
}

/// Classifies one whole element with definite length.
pub(crate) fn classify(der: &[u8]) -> Shape {
    let Some((SEQUENCE, content, rest)) = split(der) else {
        return Shape::Inconsistent;
    };
    if !rest.is_empty() {
        return Shape::Inconsistent;
    }
    let Some((tag, first, rest)) = split(content) else {
        return if content.is_empty() {
            Shape::Other
        } else {
            Shape::Inconsistent
        };
    };
    match tag {
        OID if first == SIGNED_DATA => Shape::Pkcs7,
        INTEGER if first == [3] && rest.first() == Some(&SEQUENCE) => Shape::Pkcs12,
        INTEGER if rest.first() == Some(&INTEGER) => match split(rest) {
            Some((_, _, [])) => Shape::PublicKey,
            Some(_) => Shape::Parameters,
            None => Shape::Inconsistent,
        },
        SEQUENCE => signed(first, rest),
        _ => Shape::Other,
    }
}

/// Tells the objects apart that begin with a SEQUENCE: signed ones and SubjectPublicKeyInfo.
fn signed(first: &[u8], rest: &[u8]) -> Shape {
    match split(rest) {
        Some((BIT_STRING, _, [])) if first.first() == Some(&OID) => Shape::PublicKey,
        Some((SEQUENCE, _, last)) => match split(last) {
            Some((BIT_STRING, _, [])) => to_be_signed(first),
            Some(_) => Shape::Other,
            None if last.is_empty() => Shape::Other,
            None => Shape::Inconsistent,
        },
        Some(_) => Shape::Other,
        None if rest.is_empty() => Shape::Other,
        None => Shape::Inconsistent,
    }
}

/// Certificate, request, CRL and attribute certificate share their outline; the first fields differ.
fn to_be_signed(tbs: &[u8]) -> Shape {
    let Some((tag, _, rest)) = split(tbs) else {
        return Shape::Inconsistent;
    };
    let second = rest.first().copied();
    let second_content = split(rest).map(|(_, content, _)| content).unwrap_or_default();
    let third = split(rest).map(|(_, _, rest)| rest).unwrap_or_default();
    let fourth = split(third).map(|(_, _, rest)| rest).unwrap_or_default();
    let is_time = |byte: Option<&u8>| matches!(byte, Some(0x17 | 0x18));
    match (tag, second) {
        (CONTEXT_0, _) => Shape::Certificate,
        // CertificationRequestInfo: version, then a Name (SET inside, or empty) and no AlgorithmIdentifier.
        (INTEGER, Some(SEQUENCE)) if second_content.first() != Some(&OID) => {
            // AttributeCertificateInfo has its holder there, whose fields are context-tagged.
            if second_content.first().is_some_and(|tag| tag & 0xc0 == 0x80) {
                Shape::AttributeCertificate
            } else {
                Shape::Request
            }
        }
        (INTEGER, Some(SEQUENCE)) if is_time(fourth.first()) => Shape::Crl,
        (SEQUENCE, Some(SEQUENCE)) if is_time(third.first()) => Shape::Crl,
        _ => Shape::Certificate,
    }
}

/// Whether `start`, the first bytes of something, can be the start of an object worth reading on.
pub(crate) fn promising(start: &[u8]) -> Option<Promise> {
    let outer = header(start).ok().filter(|head| head.tag == SEQUENCE)?;
    let inner = header(start.get(outer.size..)?).ok()?;
    let fits = match (outer.len, inner.total()) {
        (Some(outer), Some(inner)) => inner <= outer,
        _ => true,
    };
    if !fits {
        return None;
    }
    let inside = start.get(outer.size + inner.size..)?;
    match inner.tag {
        OID if inside.starts_with(SIGNED_DATA) => Some(Promise::Strong),
        SEQUENCE if outer.len.is_some() => match inside {
            // version [0] EXPLICIT INTEGER
            [CONTEXT_0, 3, INTEGER, 1, _, ..] => Some(Promise::Strong),
            // An INTEGER (v1 certificate, request, CRL), an AlgorithmIdentifier (CRL v1) or an OID (public key).
            [INTEGER, 1..=21, ..] | [SEQUENCE, 3..=0x40, OID, ..] | [OID, 3..=12, ..] => Some(Promise::Weak),
            _ => None,
        },
        INTEGER if inner.len == Some(1) && inside.first() == Some(&3) => Some(Promise::Weak),
        _ => None,
    }
}

/// How sure the first bytes make us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Promise {
    /// Worth naming even when it turns out incomplete.
    Strong,
    /// Worth reading; passed over silently when incomplete.
    Weak,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_every_length_form() {
        assert_eq!(
            header(&[0x30, 0x05]),
            Ok(Header {
                tag: 0x30,
                size: 2,
                len: Some(5)
            })
        );
        assert_eq!(
            header(&[0x30, 0x80]),
            Ok(Header {
                tag: 0x30,
                size: 2,
                len: None
            })
        );
        assert_eq!(
            header(&[0x30, 0x82, 1, 2]),
            Ok(Header {
                tag: 0x30,
                size: 4,
                len: Some(258)
            })
        );
        assert_eq!(header(&[0x30, 0x82, 1]), Err(HeaderError::Short));
        assert_eq!(header(&[0x30, 0x85, 1, 1, 1, 1, 1]), Err(HeaderError::Bad));
        assert_eq!(header(&[0x1f, 0x01]), Err(HeaderError::Bad));
    }

    #[test]
    fn giant_lengths_do_not_overflow() {
        let giant = [0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x30, 0x84, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(split(&giant), None);
        assert_eq!(classify(&giant), Shape::Inconsistent);
    }

    #[test]
    fn outlines() {
        // SEQUENCE { SEQUENCE { [0] { INTEGER 2 } }, SEQUENCE {}, BIT STRING }
        let certificate = [0x30, 12, 0x30, 5, 0xa0, 3, 2, 1, 2, 0x30, 0, 0x03, 1, 0];
        assert_eq!(classify(&certificate), Shape::Certificate);
        assert_eq!(
            classify(&certificate[..13]),
            Shape::Inconsistent,
            "one byte fewer than declared"
        );
        assert_eq!(
            classify(&[&certificate[..], &[0]].concat()),
            Shape::Inconsistent,
            "one byte more"
        );
        assert_eq!(classify(&[0x30, 3, 2, 1, 3]), Shape::Other);
        assert_eq!(classify(&[0x30, 5, 2, 1, 3, 0x30, 0]), Shape::Pkcs12);
    }
}
