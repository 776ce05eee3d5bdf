//! Removes private keys before anything else looks at the input.
//!
//! [`redact`] runs first. It returns the text (UTF-16 becomes UTF-8) with every key's bytes
//! overwritten in place, so offsets and lines stay the same and no later step can see a key. If the
//! caller has the only handle on the input, that memory itself is cleared; otherwise it makes a
//! copy, and the caller must clear its own handle. Working copies are zeroized.
//!
//! It removes too much rather than too little: if a key has no END line, everything up to the next
//! marker is removed. Keys in PKCS#12 files and Java keystores are left: those files are dropped as
//! a whole, or opened.

mod hits;
mod key_only_forms;

use std::ops::Range;

use bytes::{Bytes, BytesMut};
use zeroize::Zeroizing;

use self::hits::{Filler, Hits, merge, overwrite};
use super::object::file_kind;
use super::object::private_key::{of_label, private_key};
use super::report::dropped::PrivateKeyKind;
use super::report::found::Container;
use super::text::objects::pem::Sections;
use super::text::objects::{self, FORMS, Form, ObjectForm, TextForm};
use super::text::prefilter::{Sieve, Sifted};
use super::text::utf16::{self, Utf16};
use super::text::view::{Side, View};

/// The depth to which nested encoded text is searched for keys; one more than
/// [`crate::ingest::Limits::nesting`].
const NESTING: u8 = 3;

/// Input without its private keys.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The input with overwritten keys: UTF-8 if it was UTF-16, otherwise in its own encoding.
    pub bytes: Bytes,
    /// The kinds of the removed keys, in order.
    pub found: Vec<PrivateKeyKind>,
    /// The ranges of the removed keys in `bytes`: ascending, not overlapping, as many as `found`.
    pub ranges: Vec<Range<usize>>,
    /// How the input was written, if it was UTF-16.
    pub(crate) utf16: Option<Utf16>,
    /// The marks of `bytes`, unless they have changed.
    pub(crate) sieve: Option<Sieve>,
    /// Whether `bytes` has a view; true if that is not known.
    pub(crate) has_view: bool,
}

impl Redacted {
    /// The text with each removed key replaced by `note`, to show in the input box.
    pub fn text_with(&self, note: &str) -> String {
        let mut text = String::new();
        let mut from = 0;
        for range in &self.ranges {
            text.push_str(&String::from_utf8_lossy(
                self.bytes.get(from..range.start).unwrap_or_default(),
            ));
            text.push_str(note);
            from = range.end;
        }
        text.push_str(&String::from_utf8_lossy(self.bytes.get(from..).unwrap_or_default()));
        text
    }
}

/// The shortest text that can contain a key, in bytes: an Ed25519 key as PEM takes twice this.
const SHORTEST: usize = 48;

/// Removes every private key from `input`.
pub fn redact(input: Bytes) -> Redacted {
    let utf16 = utf16::detect(&input);
    let input = match utf16 {
        Some(form) => {
            let text = utf16::convert(&input, form);
            if let Ok(mut original) = input.try_into_mut() {
                zeroize::Zeroize::zeroize(original.as_mut());
            }
            text
        }
        None => input,
    };
    let mut hits = Hits::default();
    let mut has_view = true;
    let sieve = (!file_kind::is_closed(&input)).then(|| {
        let sieve = find(&input, NESTING, &mut hits);
        has_view = find_in_views(sieve.sifted(&input), &mut hits);
        sieve
    });
    let hits = merge(hits);
    if hits.is_empty() {
        return Redacted {
            bytes: input,
            found: Vec::new(),
            ranges: Vec::new(),
            utf16,
            sieve,
            has_view,
        };
    }
    let mut buffer = input
        .try_into_mut()
        .unwrap_or_else(|shared| BytesMut::from(shared.as_ref()));
    for hit in &hits {
        overwrite(buffer.get_mut(hit.range.clone()).unwrap_or_default(), hit.filler);
    }
    Redacted {
        bytes: buffer.freeze(),
        found: hits.iter().map(|hit| hit.kind).collect(),
        ranges: hits.into_iter().map(|hit| hit.range).collect(),
        utf16,
        // The text has changed.
        sieve: None,
        has_view: true,
    }
}

/// Finds the keys in the views of a text: both sides of a diff. Returns whether there is a view.
fn find_in_views(sifted: Sifted<'_>, hits: &mut Hits) -> bool {
    let mut has_view = false;
    for side in [Side::New, Side::Old] {
        let Some(view) = View::of(sifted, side) else { break };
        has_view = true;
        let mut inner = Hits::default();
        find(&view.text, NESTING, &mut inner);
        for hit in merge(inner) {
            hits.push(sifted.text, hit.kind, view.outer_range(&hit.range), hit.filler);
        }
        let is_diff = view.diff.is_some();
        view.clear();
        if !is_diff {
            break;
        }
    }
    has_view
}

/// Finds the keys in a text and in the texts that are encoded in it.
fn find(text: &[u8], nesting: u8, hits: &mut Hits) -> Sieve {
    let sieve = Sieve::of(text);
    let sifted = sieve.sifted(text);
    for form in &FORMS {
        match form {
            Form::Pem => pem_keys(sifted, hits),
            Form::Object(form) => bare_keys(form, sifted, hits),
            Form::Text(form) => {
                if let Some(nesting) = nesting.checked_sub(1) {
                    keys_in_texts(form, sifted, nesting, hits);
                }
            }
        }
    }
    key_only_forms::find(sifted, hits);
    sieve
}

/// Finds keys between markers, by the label of either marker or by the first bytes.
fn pem_keys(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let mut previous: Option<(bool, usize, usize)> = None;
    let mut is_open = false;
    for section in Sections::new(sifted) {
        let marker = &section.marker;
        let labelled = of_label(&marker.label);
        if marker.begin {
            if let Some(kind) = labelled {
                let end = section.end.as_ref().map_or(section.stop, |end| end.end);
                hits.push(text, kind, marker.start..end, Filler::Spaces);
            } else if let Some((kind, _)) = private_key(&section.head(text)) {
                let body = section.body(text);
                hits.push(text, kind, body.first..body.last + 1, Filler::Spaces);
            }
        } else if let Some(kind) = labelled.filter(|_| !is_open) {
            // Without a BEGIN line, remove everything since the previous marker, and that marker if
            // it began a block.
            let start = previous.map_or(0, |(begin, start, end)| if begin { start } else { end });
            hits.push(text, kind, start..marker.end, Filler::Spaces);
        }
        is_open = marker.begin && labelled.is_some();
        previous = Some((marker.begin, marker.start, marker.end));
    }
}

/// Finds keys without markers, by their first bytes.
fn bare_keys(form: &ObjectForm, sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let filler = match form.container {
        Container::Der => Filler::Zeros,
        _ => Filler::Spaces,
    };
    let mut head = Zeroizing::new(Vec::with_capacity(objects::BUFFER));
    let mut done = 0;
    for at in (form.starts)(sifted) {
        if at < done {
            continue;
        }
        head.clear();
        (form.head)(text, at, &mut head);
        if let Some((kind, total)) = private_key(&head) {
            done = (form.end)(text, at, total);
            hits.push(text, kind, at..done, filler);
        }
    }
}

/// Finds keys in texts that are encoded in this one.
fn keys_in_texts(form: &TextForm, sifted: Sifted<'_>, nesting: u8, hits: &mut Hits) {
    let text = sifted.text;
    (form.each)(sifted, &mut |encoded| {
        let decoded = Zeroizing::new(encoded.bytes);
        if decoded.len() < SHORTEST {
            return;
        }
        let mut inner = Hits::default();
        find(&decoded, nesting, &mut inner);
        let inner = merge(inner);
        let ranges: Vec<Range<usize>> = inner.iter().map(|hit| hit.range.clone()).collect();
        for (hit, range) in inner.iter().zip((form.locate)(text, encoded.range, &ranges)) {
            hits.push(text, hit.kind, range, Filler::Symbols);
        }
    });
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::single_range_in_vec_init)]
    use super::*;

    #[test]
    fn a_key_between_other_labels_is_found_to_its_last_symbol() {
        // An Ed25519 key (RFC 8410): 48 bytes.
        let key = ["MC4CAQAwBQYDK2VwBCIEI", &"A".repeat(43)].concat();
        let text = format!("-----BEGIN DATA-----\n{key}\n-----END DATA-----\n");
        let sieve = Sieve::of(text.as_bytes());
        let mut hits = Hits::default();
        pem_keys(sieve.sifted(text.as_bytes()), &mut hits);
        let start = text.find(&key).unwrap();
        let found: Vec<_> = merge(hits).into_iter().map(|hit| hit.range).collect();
        assert_eq!(found, [start..start + key.len()]);
    }

    #[test]
    fn a_binary_key_becomes_zeros() {
        let head = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
        let key = [&head[..], &[7; 32]].concat();
        let redacted = redact(Bytes::from(key));
        assert_eq!((&redacted.bytes[..], redacted.found.len()), (&[0; 48][..], 1));
    }

    #[test]
    fn an_end_line_without_a_begin_line_removes_what_is_before_it() {
        let found = |text: &str| -> Vec<Range<usize>> {
            let sieve = Sieve::of(text.as_bytes());
            let mut hits = Hits::default();
            pem_keys(sieve.sifted(text.as_bytes()), &mut hits);
            merge(hits).into_iter().map(|hit| hit.range).collect()
        };
        let end = "-----END PRIVATE KEY-----";
        let half = format!("MC4CAQAwBQYDK2Vw\n{end}\n");
        assert_eq!(found(&half), [0..half.len() - 1]);
        let mixed = format!("-----BEGIN CERTIFICATE-----\n{half}");
        assert_eq!(found(&mixed), [0..mixed.len() - 1]);
        let certificate = "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----\n";
        let after = format!("{certificate}{half}");
        assert_eq!(found(&after), [certificate.len() - 1..after.len() - 1]);
        let whole = format!("{certificate}-----BEGIN PRIVATE KEY-----\n{half}");
        assert_eq!(found(&whole), [certificate.len()..whole.len() - 1]);
    }
}
