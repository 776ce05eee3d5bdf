//! Certificates without markers, in the text between blocks: base64, PEM encoded once more, hex, binary, links.
//! Contract: each form is looked for in one pass of its own; the results are put in input order at the end.

use bytes::Bytes;

use super::tool_links;
use crate::ingest::object::outline::{Promise, SEQUENCE, Shape, classify, header, promising};
use crate::ingest::report::found::Container;
use crate::ingest::report::note::{InputNote, Repair};
use crate::ingest::scan::{Place, Scan};
use crate::ingest::text::base64_run;
use crate::ingest::text::hex;
use crate::ingest::text::lines::Lines;
use crate::ingest::text::prefilter::{Mark, Sieve, Sifted};

impl Scan<'_, '_, '_> {
    /// Looks for certificates without markers in `range` of the text.
    pub fn gap(&mut self, start: usize, end: usize) {
        if end.saturating_sub(start) < 16 {
            return;
        }
        let Some(gap) = self.sieve.sifted(self.text).part(start..end) else {
            return;
        };
        let first = self.spans.len();
        self.bare_base64(gap, start);
        let read = self.spans.get(first..).unwrap_or_default().to_vec();
        base64_run::encoded_pem(gap, |run| {
            // An object read already may itself hold text, such as what a signature is over.
            let next = read.partition_point(|(_, end, _)| *end <= start + run.range.start);
            if read.get(next).is_none_or(|(from, _, _)| *from >= start + run.range.end) {
                self.nested(gap.text, start, run, Repair::EncodedPem);
            }
        });
        self.hexadecimal(gap, start);
        self.binary(gap, start);
        tool_links::encoded_inputs(gap, |run| self.nested(gap.text, start, run, Repair::PercentEncoding));
    }

    fn bare_base64(&mut self, sifted: Sifted<'_>, start: usize) {
        let gap = sifted.text;
        let mut done = 0;
        for at in base64_run::candidates(sifted) {
            if at < done {
                continue;
            }
            let Some(promise) = promising(&base64_run::head(gap, at)) else {
                continue;
            };
            let tool = tool_links::tool_before(gap, at);
            for found in base64_run::objects(gap, at, gap.len(), self.sink.limits.certificates) {
                done = done.max(found.end);
                let place = Place {
                    offset: start + found.start,
                    label: None,
                    container: Container::Base64,
                };
                let present = found.bytes.len();
                let short = found.declared.is_some_and(|declared| declared > present);
                if short && promise == Promise::Weak {
                    continue;
                }
                let last = start + found.end.saturating_sub(1);
                let before = self.sink.blocks.len();
                self.sink_objects(Bytes::from(found.bytes), &place, last);
                if self.sink.blocks.len() > before {
                    self.span(place.offset, start + found.end, true);
                    self.repaired(&found.repairs, start + found.start);
                    match tool {
                        Some(tool) => {
                            let at = self.at(place.offset);
                            self.sink.notes.push(InputNote::Link { tool, at });
                        }
                        None => self.repair(Repair::BareBase64, place.offset, None),
                    }
                }
            }
        }
    }

    fn hexadecimal(&mut self, sifted: Sifted<'_>, start: usize) {
        let gap = sifted.text;
        let mut done = 0;
        for at in hex::candidates(sifted) {
            if at < done {
                continue;
            }
            let from = at.saturating_sub(24);
            let line = memchr::memrchr2(b'\n', b'\r', gap.get(from..at).unwrap_or_default())
                .map_or(from, |pos| from + pos + 1);
            let mut digits = hex::Hex::new(gap, at, line);
            let mut bytes: Vec<u8> = digits.by_ref().take(2).collect();
            if !matches!(bytes.as_slice(), [SEQUENCE, 0x80..=0x84]) {
                continue;
            }
            bytes.extend(digits.by_ref().take(38));
            if promising(&bytes).is_none() {
                continue;
            }
            // An indefinite length has no total: PKCS#7 is then read as far as digits go.
            let total = header(&bytes).ok().and_then(|head| head.total()).unwrap_or(usize::MAX);
            let more = total.saturating_sub(bytes.len());
            bytes.extend(digits.by_ref().take(more));
            done = digits.pos;
            if total != usize::MAX && bytes.len() < total && bytes.len() < 128 {
                continue;
            }
            let dump = if digits.dump { Repair::HexDump } else { Repair::Hex };
            let place = Place {
                offset: start + at,
                label: None,
                container: Container::Hex,
            };
            let before = self.sink.blocks.len();
            self.sink_objects(Bytes::from(bytes), &place, start + done.saturating_sub(1));
            if self.sink.blocks.len() > before {
                self.span(place.offset, start + done, true);
                self.repair(dump, place.offset, None);
            }
        }
    }

    /// DER among text: `30 82` is never part of valid UTF-8, since 82 only continues a character.
    fn binary(&mut self, sifted: Sifted<'_>, start: usize) {
        let gap = sifted.text;
        let mut done = 0;
        for at in sifted.find(Mark::High, &[SEQUENCE, 0x82]) {
            let Some(rest) = gap.get(at..).filter(|_| at >= done) else {
                continue;
            };
            let total = header(rest).ok().and_then(|head| head.total());
            let Some(total) = total.filter(|total| *total <= rest.len()) else {
                continue;
            };
            let Some(der) = rest.get(..total).filter(|_| promising(rest).is_some()) else {
                continue;
            };
            if matches!(classify(der), Shape::Certificate | Shape::Pkcs7) {
                let place = Place {
                    offset: start + at,
                    label: None,
                    container: Container::Der,
                };
                let data = self.text.slice(start + at..start + at + total);
                self.objects(&data, &place, false);
                self.span(place.offset, place.offset + total, true);
                self.repair(Repair::BinaryInText, place.offset, None);
                done = at + total;
            }
        }
    }

    /// Text that was found encoded inside this one.
    fn nested(&mut self, gap: &[u8], start: usize, run: base64_run::EncodedText, repair: Repair) {
        if self.depth >= self.sink.limits.nesting {
            return;
        }
        let offset = start + run.range.start;
        let at = self.at(offset);
        let outer = Some((self.offset(offset), at));
        let text = Bytes::from(run.bytes);
        let before = self.sink.blocks.len();
        let depth = self.depth + 1;
        Scan {
            text: &text,
            lines: Lines::new(&text),
            sieve: &Sieve::of(&text),
            sink: self.sink,
            file: self.file,
            outer,
            depth,
            spans: Vec::new(),
        }
        .all();
        if self.sink.blocks.len() > before {
            self.span(offset, start + run.range.end, true);
            match tool_links::tool_before(gap, run.range.start) {
                Some(tool) => self.sink.notes.push(InputNote::Link { tool, at }),
                None => self.repair(repair, offset, None),
            }
        }
    }
}
