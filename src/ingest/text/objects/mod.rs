//! Finds the encoded objects in a text, in every form in which people paste them.
//!
//! Two consumers search the same table, [`FORMS`]: `redact` removes private keys, and the readers
//! collect certificates and report other objects. So a private key is found in every form in which
//! a certificate is found. To add a form, write one file and add its row to the table; a test
//! checks each row with both kinds of object.

pub(crate) mod base64;
pub(crate) mod base64_text;
mod binary;
mod hex;
mod jwt;
pub(crate) mod pem;
mod tool_input;

use std::ops::Range;

use super::base64::Repairs;
use super::prefilter::Sifted;
use super::work;
use crate::der::header::{HeaderError, header};
use crate::der::tag::{CONTEXT_0, INTEGER, OID, SEQUENCE};
use crate::ingest::object::outline::Promise;
use crate::ingest::object::outline::SIGNED_DATA;
use crate::ingest::object::private_key::OPENSSH_MAGIC;
use crate::ingest::report::found::Container;
use crate::ingest::report::note::Repair;

/// Bytes that are decoded to recognize an object.
pub(crate) const HEAD: usize = 40;

/// The most bytes that a head takes, in any form.
pub(crate) const BUFFER: usize = 256;

/// All forms, in the order in which they are searched.
pub(crate) static FORMS: [Form; 7] = [
    Form::Pem,
    Form::Object(&base64::FORM),
    Form::Text(&base64_text::FORM),
    Form::Object(&hex::FORM),
    Form::Object(&binary::FORM),
    Form::Text(&tool_input::FORM),
    Form::Text(&jwt::FORM),
];

/// A form in which a text contains objects.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// Between markers: see [`pem`].
    Pem,
    /// One object without markers.
    Object(&'static ObjectForm),
    /// Another text, which contains objects itself.
    Text(&'static TextForm),
}

/// How to find and decode an object that has no markers.
pub(crate) struct ObjectForm {
    /// The form that is reported as the certificate's source.
    pub container: Container,
    /// Returns the places where an object may begin, in ascending order.
    pub starts: for<'a> fn(Sifted<'a>) -> Starts<'a>,
    /// Decodes the first bytes at a place into an empty buffer: enough to recognize an object.
    pub head: fn(text: &[u8], at: usize, head: &mut Vec<u8>),
    /// Returns where an object of a length ends. It returns too much rather than too little: no
    /// part of a key may be left.
    pub end: fn(text: &[u8], at: usize, total: usize) -> usize,
    /// Decodes at most `max` objects at a place whose head is promising.
    pub read: fn(text: &[u8], at: usize, promise: Promise, max: usize) -> Decoded,
    /// Examples for the tests: an object in each layout of the form.
    #[cfg(test)]
    pub examples: fn(der: &[u8]) -> Vec<Vec<u8>>,
}

/// How to find a text that is encoded inside another text.
pub(crate) struct TextForm {
    /// The repair that the report names for certificates from such a text.
    pub repair: Repair,
    /// Decodes each such text.
    pub each: for<'a> fn(Sifted<'a>, &mut dyn FnMut(EncodedText)),
    /// Returns whether the readers read this text; otherwise another form finds what it contains.
    pub is_read: fn(text: &[u8], encoded: &EncodedText) -> bool,
    /// Returns the parts of the outer text that encode the given parts of the inner text
    /// (ascending).
    pub locate: Locate,
    /// Examples for the tests: a text in each layout of the form.
    #[cfg(test)]
    pub examples: fn(inner: &str) -> Vec<Vec<u8>>,
}

/// Maps parts of an inner text to the parts of the outer text (at `encoded`) that encode them.
pub(crate) type Locate = fn(text: &[u8], encoded: Range<usize>, inner: &[Range<usize>]) -> Ranges;

/// Parts of a text in ascending order.
pub(crate) type Ranges = Vec<Range<usize>>;

/// Returns whether an object can begin with these bytes that is worth decoding further: a SEQUENCE
/// that begins with a SEQUENCE, an INTEGER or an OID, or an OpenSSH key.
///
/// It accepts everything that [`promising`](crate::ingest::object::outline::promising) and
/// [`private_key`](crate::ingest::object::private_key::private_key) accept, and needs fewer bytes.
fn is_worth_decoding(start: &[u8]) -> bool {
    work::step();
    let outer = match (start.first(), header(start)) {
        (Some(&SEQUENCE), Ok(outer)) => outer,
        (Some(&SEQUENCE), Err(HeaderError::Short)) => return true,
        _ => return OPENSSH_MAGIC.starts_with(start.get(..OPENSSH_MAGIC.len()).unwrap_or(start)),
    };
    let Some(content) = start.get(outer.size..).filter(|content| !content.is_empty()) else {
        return true;
    };
    let inside = match header(content) {
        Ok(inner) => content.get(inner.size..).unwrap_or_default(),
        Err(HeaderError::Short) => return [SEQUENCE, INTEGER, OID].iter().any(|tag| content.starts_with(&[*tag])),
        Err(HeaderError::Bad) => return false,
    };
    match content {
        [SEQUENCE, ..] => match inside {
            // The signed part, or an algorithm.
            [CONTEXT_0, length, ..] => *length == 3,
            [INTEGER, length, ..] => (1..=21).contains(length),
            [SEQUENCE, length, rest @ ..] => (3..=0x40).contains(length) && matches!(rest, [] | [OID, ..]),
            [OID, length, ..] => (3..=12).contains(length),
            [tag, ..] => [CONTEXT_0, INTEGER, SEQUENCE, OID].contains(tag),
            [] => true,
        },
        // The version of a private key, of PKCS#8 or of PKCS#12.
        [INTEGER, 1, version, ..] => [0, 1, 3].contains(version),
        [INTEGER, length, ..] => *length == 1,
        [OID, ..] => inside.iter().zip(SIGNED_DATA).all(|(byte, other)| byte == other),
        _ => false,
    }
}

/// Places in ascending order.
pub(crate) type Starts<'a> = Box<dyn Iterator<Item = usize> + 'a>;

/// What was decoded at one place.
#[derive(Debug, Default)]
pub(crate) struct Decoded {
    /// The objects worth reporting.
    pub objects: Vec<EncodedObject>,
    /// Where the search continues.
    pub end: usize,
}

/// One object that was decoded from a text.
#[derive(Debug)]
pub(crate) struct EncodedObject {
    /// The part of the text that encodes it.
    pub span: Range<usize>,
    /// Its bytes; `None` if they are the bytes of the text itself.
    pub bytes: Option<Vec<u8>>,
    /// The repairs that its layout needed.
    pub repairs: Repairs,
    /// The repair that the report names for a certificate in this form.
    pub repair: Repair,
}

/// A text that was encoded in another text.
#[derive(Debug)]
pub(crate) struct EncodedText {
    /// The decoded text.
    pub bytes: Vec<u8>,
    /// The part of the outer text that encodes it.
    pub range: Range<usize>,
}
