//! Binary objects, at the beginning of a text or in the middle of it.

use super::{BUFFER, Decoded, EncodedObject, ObjectForm, Starts, is_worth_decoding};
use crate::der::header::header;
use crate::der::tag::SEQUENCE;
use crate::ingest::object::outline::{Promise, Shape, classify};
use crate::ingest::report::found::Container;
use crate::ingest::report::note::Repair;
use crate::ingest::text::base64::Repairs;
use crate::ingest::text::prefilter::{Mark, NEAR, Sifted};

/// See the module.
pub(crate) static FORM: ObjectForm = ObjectForm {
    container: Container::Der,
    starts,
    head,
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

/// Returns where a SEQUENCE or an OpenSSH key may begin: near bytes that a text does not contain.
fn starts(sifted: Sifted<'_>) -> Starts<'_> {
    let places = sifted.ranges(Mark::Control).flatten();
    Box::new(places.filter(move |at| {
        let start = sifted.text.get(*at..).unwrap_or_default();
        matches!(start, [SEQUENCE | b'o', ..]) && is_worth_decoding(start.get(..NEAR).unwrap_or(start))
    }))
}

/// Takes many bytes: they need no decoding here, and more bytes make recognizing a key more
/// reliable.
fn head(text: &[u8], at: usize, head: &mut Vec<u8>) {
    head.extend_from_slice(text.get(at..text.len().min(at + BUFFER)).unwrap_or_default());
}

/// Reads a whole certificate or PKCS#7 object. `30 82` is never part of valid UTF-8, because 82
/// only continues a character.
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
