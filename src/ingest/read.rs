//! The order of steps for one input: remove private keys, then run each reader, then collect the hints.

use bytes::Bytes;

use super::hints::phrase_hits::Seen;
use super::hints::{log_messages, openssl_session};
use super::object::file_kind;
use super::object::outline::{SEQUENCE, header, promising};
use super::readers::{pem_blocks, tool_links};
use super::redact;
use super::report::dropped::DropReason;
use super::report::found::Container;
use super::report::location::At;
use super::report::note::InputNote;
use super::scan::{Place, Scan, Sink};
use super::text::lines::Lines;
use super::text::prefilter::Sieve;
use super::text::utf16;
use crate::order;

impl Sink<'_> {
    /// Reads one input.
    pub fn input(&mut self, input: Bytes, file: Option<u32>) {
        let room = self.limits.input_bytes.saturating_sub(self.seen_bytes);
        self.seen_bytes = self.seen_bytes.saturating_add(input.len());
        let input = if input.len() > room { input.slice(..room) } else { input };
        self.read(input, file);
    }

    /// Reads one input, or one file of an archive.
    pub fn read(&mut self, input: Bytes, file: Option<u32>) {
        let redacted = redact::redact(input);
        let at = At { file, line: 1 };
        if let Some(utf16::Utf16 { big_endian, marked }) = redacted.utf16 {
            self.notes.push(InputNote::Utf16 { big_endian, marked, at });
        }
        let text = redacted.bytes.clone();
        let sieve = redacted.sieve.unwrap_or_else(|| Sieve::of(&text));
        let mut scan = Scan {
            text: &text,
            lines: Lines::new(&text),
            sieve: &sieve,
            sink: self,
            file,
            outer: None,
            depth: 0,
            spans: Vec::new(),
        };
        for (kind, range) in redacted.found.iter().zip(&redacted.ranges) {
            scan.drop_at(range.start, None, DropReason::PrivateKey { kind: *kind });
        }
        scan.all();
        #[cfg(feature = "containers")]
        if file_kind::is_closed(&text) {
            drop(text);
            super::readers::opening::clear(redacted.bytes);
        }
    }
}

impl Scan<'_, '_, '_> {
    /// Everything in this text, from its first byte.
    pub fn all(&mut self) {
        let before = (self.sink.blocks.len(), self.sink.dropped.len());
        if let Some(reason) = file_kind::foreign(self.text) {
            let place = Place {
                offset: 0,
                label: None,
                container: Container::Der,
            };
            self.foreign(&self.text.clone(), &place, reason);
            return;
        }
        let mut from = 0;
        if self.text.first() == Some(&SEQUENCE) && (promising(self.text).is_some() || self.whole_object()) {
            from = self.objects(
                &self.text.clone(),
                &Place {
                    offset: 0,
                    label: None,
                    container: Container::Der,
                },
                false,
            );
        }
        self.blocks_in_text(from);
        if self.depth == 0 {
            let rest = (self.sink.blocks.len(), self.sink.dropped.len());
            if rest == before && file_kind::is_binary(self.text) {
                self.drop_at(0, None, DropReason::UnknownBinary);
            }
        }
    }

    /// Whether the text is exactly one ASN.1 object: then it is named rather than searched.
    fn whole_object(&self) -> bool {
        header(self.text).ok().and_then(|head| head.total()) == Some(self.text.len()) && self.text.len() > 64
    }

    /// PEM blocks and what lies between them; then the hints, which need to know where blocks were.
    fn blocks_in_text(&mut self, from: usize) {
        if from > 0 {
            self.span(0, from, true);
        }
        pem_blocks::blocks(self, from);
        if self.depth == 0 {
            let mut spans = std::mem::take(&mut self.spans);
            order::by_key(&mut spans, Clone::clone);
            let seen = Seen::of(self.hinting());
            openssl_session::read(self, &spans, &seen);
            log_messages::read(self, seen);
            tool_links::share_link(self);
        }
    }
}
