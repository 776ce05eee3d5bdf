//! Finds the encoded objects in a text, in every form in which people paste them.
//!
//! Two consumers search the same table, [`FORMS`]: `redact` removes private keys, and the readers collect
//! certificates and name other objects. So a private key is found in every form in which a certificate is
//! found. To add a form, write one file and add its row to the table; a test checks each row with both kinds
//! of object.

pub(crate) mod base64;
pub(crate) mod base64_text;
mod binary;
mod hex;
pub(crate) mod pem;
mod tool_input;

use std::ops::Range;

use zeroize::Zeroizing;

use super::base64::Repairs;
use super::prefilter::Sifted;
use crate::ingest::object::outline::Promise;
use crate::ingest::report::found::Container;
use crate::ingest::report::note::Repair;

/// Bytes that are decoded to recognize an object.
pub(crate) const HEAD: usize = 40;

/// All forms, in the order in which they are searched.
pub(crate) static FORMS: [Form; 6] = [
    Form::Pem,
    Form::Object(&base64::FORM),
    Form::Text(&base64_text::FORM),
    Form::Object(&hex::FORM),
    Form::Object(&binary::FORM),
    Form::Text(&tool_input::FORM),
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
    /// The form that a certificate's source names.
    pub container: Container,
    /// Returns the places where an object may begin, in ascending order.
    pub starts: for<'a> fn(Sifted<'a>) -> Starts<'a>,
    /// Decodes the first bytes at a place, at most [`HEAD`].
    pub head: fn(text: &[u8], at: usize) -> Zeroizing<Vec<u8>>,
    /// Returns where an object of a length ends. Rather too far than too early: a key must not survive in part.
    pub end: fn(text: &[u8], at: usize, total: usize) -> usize,
    /// Decodes the objects at a place whose head is promising, `max` at most.
    pub read: fn(text: &[u8], at: usize, promise: Promise, max: usize) -> Decoded,
    /// Examples for the tests: an object in each layout of the form.
    #[cfg(test)]
    pub examples: fn(der: &[u8]) -> Vec<Vec<u8>>,
}

/// How to find a text that is encoded inside another text.
pub(crate) struct TextForm {
    /// What the report says about certificates from such a text.
    pub repair: Repair,
    /// Decodes each such text.
    pub each: for<'a> fn(Sifted<'a>, &mut dyn FnMut(EncodedText)),
    /// Returns whether the readers read this text; otherwise another form finds what it contains.
    pub is_read: fn(text: &[u8], encoded: &EncodedText) -> bool,
    /// Returns the parts of the outer text that encode the given parts of the inner text (ascending).
    pub locate: Locate,
    /// Examples for the tests: a text in each layout of the form.
    #[cfg(test)]
    pub examples: fn(inner: &str) -> Vec<Vec<u8>>,
}

/// Maps parts of an inner text to the parts of the outer text (at `encoded`) that encode them.
pub(crate) type Locate = fn(text: &[u8], encoded: Range<usize>, inner: &[Range<usize>]) -> Ranges;

/// Parts of a text in ascending order.
pub(crate) type Ranges = Vec<Range<usize>>;

/// Places in ascending order.
pub(crate) type Starts<'a> = Box<dyn Iterator<Item = usize> + 'a>;

/// What was decoded at one place.
#[derive(Debug, Default)]
pub(crate) struct Decoded {
    /// The objects worth reporting.
    pub objects: Vec<EncodedObject>,
    /// Where the search goes on.
    pub end: usize,
}

/// One object that was decoded from a text.
#[derive(Debug)]
pub(crate) struct EncodedObject {
    /// The part of the text that encodes it.
    pub span: Range<usize>,
    /// Its bytes; `None` if they are the text's own.
    pub bytes: Option<Vec<u8>>,
    /// What its layout needed.
    pub repairs: Repairs,
    /// What the report says about a certificate in this form.
    pub repair: Repair,
}

/// A text that was decoded from inside another.
#[derive(Debug)]
pub(crate) struct EncodedText {
    /// The decoded text.
    pub bytes: Vec<u8>,
    /// The part of the outer text that encodes it.
    pub range: Range<usize>,
}
