//! Object identifiers in their dotted form.
//!
//! # References
//! - ITU-T X.690 §8.19; JDK 17, `ObjectIdentifier`

use crate::num::{push_decimal, push_hex};

/// The longest identifier that the JDK accepts, in bytes (`ObjectIdentifier.MAXIMUM_OID_SIZE`).
const MAX_OID: usize = 4096;

/// Returns the dotted form of an OBJECT IDENTIFIER's content; `None` if it is empty, too long, cut
/// off or padded.
///
/// An identifier with a number beyond 64 bits is written as the hexadecimal of its bytes.
pub(crate) fn dotted(content: &[u8]) -> Option<String> {
    let ends = content.last().is_some_and(|byte| byte & 0x80 == 0);
    if !ends || content.len() > MAX_OID {
        return None;
    }
    let mut out = String::with_capacity(32);
    let (mut arc, mut inside, mut large) = (0u64, false, false);
    for &byte in content {
        if !inside && byte == 0x80 {
            return None;
        }
        large |= arc >> 57 != 0;
        arc = arc << 7 | u64::from(byte & 0x7f);
        inside = byte & 0x80 != 0;
        if inside {
            continue;
        }
        if out.is_empty() {
            let root = (arc / 40).min(2);
            push_decimal(&mut out, root);
            arc -= root * 40;
        }
        out.push('.');
        push_decimal(&mut out, arc);
        arc = 0;
    }
    Some(if large { spaced_hex(content) } else { out })
}

fn spaced_hex(content: &[u8]) -> String {
    let mut out = String::with_capacity(content.len() * 3);
    for byte in content {
        if !out.is_empty() {
            out.push(' ');
        }
        push_hex(&mut out, *byte);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_dotted() {
        for (content, expected) in [
            (&[0x55, 0x1d, 0x13][..], "2.5.29.19"),
            (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11], "1.2.840.113549.1.1.11"),
            (&[0x88, 0x37, 3], "2.999.3"),
            (&[0x78], "2.40"),
            (&[0x2b], "1.3"),
            (&[0x2a, 0x8f, 0xff, 0xff, 0xff, 0x7f, 0x01], "1.2.4294967295.1"),
            (&[0x2a, 0x90, 0x80, 0x80, 0x80, 0x00, 0x01], "1.2.4294967296.1"),
            (
                &[0x2a, 0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
                "1.2.18446744073709551615",
            ),
            (
                &[0x2a, 0x82, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
                "2a 82 80 80 80 80 80 80 80 80 00",
            ),
        ] {
            assert_eq!(dotted(content).as_deref(), Some(expected));
        }
        for bad in [
            &[][..],
            &[0x80, 1],
            &[0x2a, 0x81],
            &[0x2a, 0x80, 1],
            &[0xff; 12],
            &[1; 4097],
        ] {
            assert_eq!(dotted(bad), None, "{bad:?}");
        }
    }
}
