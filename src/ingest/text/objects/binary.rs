//! Binary objects, at the beginning of a text or in the middle of it.

use zeroize::Zeroizing;

use super::{Decoded, EncodedObject, ObjectForm, Starts};
use crate::der::header::header;
use crate::der::tag::SEQUENCE;
use crate::ingest::object::outline::{Promise, Shape, classify};
use crate::ingest::object::private_key::OPENSSH_MAGIC;
use crate::ingest::report::found::Container;
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::Repairs;
use crate::ingest::text::prefilter::{Mark, Sifted};

/// Bytes looked at to recognize an object: no AlgorithmIdentifier at its beginning takes half of this.
const WINDOW: usize = 256;

/// See the module.
pub(crate) static FORM: ObjectForm = ObjectForm {
    container: Container::Der,
    starts,
    head: |text, at| Zeroizing::new(window(text, at).to_vec()),
    end: |text, at, total| at.saturating_add(total).min(text.len()),
    read,
    #[cfg(test)]
    examples: |der| {
        vec![
            der.to_vec(),
            [b"DER: ", der, b"\n"].concat(),
            [&[0xff; 40], der].concat(),
        ]
    },
};

/// Returns where a SEQUENCE may begin whose first element is an INTEGER or a SEQUENCE or an OID, or an OpenSSH key.
fn starts(sifted: Sifted<'_>) -> Starts<'_> {
    // Every binary object contains bytes that a text does not.
    let text = if sifted.any(Mark::Control) { sifted.text } else { &[] };
    let [openssh, ..] = *OPENSSH_MAGIC else {
        return Box::new(std::iter::empty());
    };
    Box::new(memchr::memchr2_iter(SEQUENCE, openssh, text).filter(|at| {
        match text.get(*at..).unwrap_or_default() {
            [SEQUENCE, 0x10..=0x7f, 2 | 6 | 0x30, ..] => true,
            [SEQUENCE, length @ 0x80..=0x84, rest @ ..] => rest
                .get(usize::from(length & 0x7f))
                .is_some_and(|tag| [2, 6, 0x30].contains(tag)),
            rest => rest.starts_with(OPENSSH_MAGIC),
        }
    }))
}

fn window(text: &[u8], at: usize) -> &[u8] {
    text.get(at..text.len().min(at + WINDOW)).unwrap_or_default()
}

/// A whole certificate or PKCS#7 object. `30 82` is never part of valid UTF-8, since 82 only continues a character.
fn read(text: &[u8], at: usize, _: Promise, _: usize) -> Decoded {
    let rest = text.get(at..).unwrap_or_default();
    let total = header(rest).ok().and_then(|head| head.total());
    let object = match rest {
        [SEQUENCE, 0x82, ..] => total.and_then(|total| rest.get(..total)),
        _ => None,
    };
    match object {
        Some(der) if matches!(classify(der), Shape::Certificate | Shape::Pkcs7) => {
            let span = at..at + der.len();
            Decoded {
                end: span.end,
                objects: vec![EncodedObject {
                    span,
                    bytes: None,
                    repairs: Repairs::default(),
                    repair: Repair::BinaryInText,
                }],
            }
        }
        _ => Decoded::default(),
    }
}
