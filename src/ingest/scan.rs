//! Brings the steps together: one input after another, one list of results. Contract: everything found passes
//! through [`Sink`], which keeps the limits and counts each kind of repair once.

use std::collections::BTreeMap;

use bytes::Bytes;

use super::base64::Repairs;
use super::der::{SEQUENCE, Shape, classify, header, promising};
use super::dropped::{DropReason, Dropped};
use super::lines::Lines;
use super::note::{InputNote, Repair};
use super::seen::Seen;
use super::sieve::Sieve;
use crate::containers::Passwords;
use crate::num::small;

use super::{At, Block, BlockSource, Container, Hints, Ingested, LimitKind, Limits};
use super::{encoding, links, logs, openssl, pem, pkcs7, redact, sniff};
use crate::order;

/// Where something was found; cheap to copy, turned into a line only when needed.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub offset: usize,
    pub label: Option<String>,
    pub container: Container,
}

/// Results of all inputs of a call.
pub(crate) struct Sink<'l> {
    pub limits: &'l Limits,
    pub blocks: Vec<Block>,
    pub notes: Vec<InputNote>,
    repairs: BTreeMap<Repair, (u32, At, Option<u32>)>,
    dropped: Vec<(u32, Dropped)>,
    more_dropped: u64,
    pub more_certificates: u64,
    seen_bytes: usize,
    pub hints: Hints,
    /// Passwords for key stores.
    #[cfg_attr(not(feature = "containers"), allow(dead_code, reason = "nothing is opened"))]
    pub passwords: &'l Passwords,
    #[cfg(feature = "containers")]
    pub open: super::open::Opening,
}

/// One text being read, with what is needed to say where in the input it is.
pub(crate) struct Scan<'s, 'l, 't> {
    pub text: &'t Bytes,
    pub lines: Lines<'t>,
    pub sieve: &'t Sieve,
    pub sink: &'s mut Sink<'l>,
    pub file: Option<u32>,
    /// For text that was decoded from inside another: where that stands.
    pub outer: Option<(u32, At)>,
    pub depth: u8,
    /// What has been read as something: start, end, whether certificates were in it.
    pub spans: Vec<(usize, usize, bool)>,
}

impl<'l> Sink<'l> {
    /// A sink for `files` files, or for a paste.
    pub fn new(limits: &'l Limits, passwords: &'l Passwords, files: usize) -> Self {
        let _ = files;
        Self {
            limits,
            blocks: Vec::new(),
            notes: Vec::new(),
            repairs: BTreeMap::new(),
            dropped: Vec::new(),
            more_dropped: 0,
            more_certificates: 0,
            seen_bytes: 0,
            hints: Hints::default(),
            passwords,
            #[cfg(feature = "containers")]
            open: super::open::Opening::new(limits, files),
        }
    }

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
        if let Some(encoding::Utf16 { big_endian, marked }) = redacted.utf16 {
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
        if sniff::is_closed(&text) {
            drop(text);
            super::open::clear(redacted.bytes);
        }
    }

    /// The result, in input order, with the summaries that need everything seen.
    pub fn finish(mut self, files: Vec<String>) -> Ingested {
        #[cfg(feature = "containers")]
        let (files, place) = self.open.finish(files);
        #[cfg(not(feature = "containers"))]
        let place = |file: Option<u32>| (file, file);
        order::by_key(&mut self.blocks, |block| {
            (place(block.source.at.file), block.source.offset)
        });
        order::by_key(&mut self.dropped, |(offset, dropped)| (place(dropped.at.file), *offset));
        let limits = self.limits;
        let mut dropped: Vec<Dropped> = self.dropped.into_iter().map(|(_, dropped)| dropped).collect();
        let mut exceeded = |limit, max: usize, seen: u64| {
            let (max, at) = (u64::try_from(max).unwrap_or(u64::MAX), At { file: None, line: 1 });
            if seen > max {
                dropped.push(Dropped {
                    at,
                    label: None,
                    reason: DropReason::LimitExceeded { limit, max, seen },
                });
            }
        };
        let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        exceeded(LimitKind::InputBytes, limits.input_bytes, wide(self.seen_bytes));
        exceeded(
            LimitKind::Certificates,
            limits.certificates,
            wide(self.blocks.len()) + self.more_certificates,
        );
        if self.more_dropped > 0 {
            exceeded(
                LimitKind::Dropped,
                limits.dropped,
                wide(limits.dropped) + self.more_dropped,
            );
        }
        let repairs = self.repairs.into_iter();
        let repairs = repairs.map(|(repair, (blocks, at, columns))| InputNote::Repaired {
            repair,
            blocks,
            at,
            columns,
        });
        let notes = repairs.chain(self.notes).collect();
        Ingested {
            files,
            blocks: self.blocks,
            notes,
            dropped,
            hints: self.hints,
        }
    }
}

impl<'t> Scan<'_, '_, 't> {
    /// The part of the text that is read for hints.
    pub fn hinting(&self) -> &'t [u8] {
        let end = self.text.len().min(self.sink.limits.hint_bytes);
        self.text.get(..end).unwrap_or_default()
    }
}

impl Scan<'_, '_, '_> {
    /// Everything in this text, from its first byte.
    pub fn all(&mut self) {
        let before = (self.sink.blocks.len(), self.sink.dropped.len());
        if let Some(reason) = sniff::foreign(self.text) {
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
            if rest == before && sniff::is_binary(self.text) {
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
        pem::blocks(self, from);
        if self.depth == 0 {
            let mut spans = std::mem::take(&mut self.spans);
            order::by_key(&mut spans, Clone::clone);
            let seen = Seen::of(self.hinting());
            openssl::read(self, &spans, &seen);
            logs::read(self, seen);
            links::share_link(self);
        }
    }

    /// Remembers what was read, so that it is not counted among the lines passed over.
    pub fn span(&mut self, start: usize, end: usize, certificates: bool) {
        if self.spans.len() < self.sink.limits.certificates {
            self.spans.push((start, end, certificates));
        }
    }

    pub fn sink_objects(&mut self, data: Bytes, place: &Place, last: usize) {
        self.objects_until(&data, place, false, Some(last));
    }

    /// Hands on or drops the objects that stand one after another in `data`; gives where the last ended.
    pub fn objects(&mut self, data: &Bytes, place: &Place, trusted: bool) -> usize {
        self.objects_until(data, place, trusted, None)
    }

    /// As [`Self::objects`]; `last` is the offset in the text of the last character the data came from, and its
    /// absence means that `data` is part of the text itself.
    pub fn objects_until(&mut self, data: &Bytes, place: &Place, trusted: bool, last: Option<usize>) -> usize {
        let mut pos = 0;
        while let Some(rest) = data.get(pos..).filter(|rest| !rest.is_empty()) {
            let offset = if last.is_none() {
                place.offset + pos
            } else {
                place.offset
            };
            let place = Place {
                offset,
                ..place.clone()
            };
            let strong = promising(rest).is_some() || rest.first() == Some(&SEQUENCE) && pos == 0;
            if !strong {
                if pos > 0 && last.is_some() {
                    let at = self.at(offset);
                    let note = if trusted {
                        InputNote::TrustSettingsDropped { at }
                    } else {
                        InputNote::TrailingBytes {
                            count: small(rest.len()),
                            at,
                        }
                    };
                    self.sink.notes.push(note);
                } else if pos == 0 {
                    self.drop_place(&place, DropReason::NotDer);
                }
                break;
            }
            if trusted && pos > 0 {
                let at = self.at(offset);
                self.sink.notes.push(InputNote::TrustSettingsDropped { at });
                break;
            }
            let total = header(rest).ok().and_then(|head| head.total());
            if let Some(set) = pkcs7::certificate_set(rest, self.sink.limits.certificates) {
                let len = set.end.min(rest.len());
                self.certificate_set(
                    &data.slice(pos..pos + rest.len()),
                    &place,
                    set,
                    last.unwrap_or(offset + len),
                );
                pos += len;
                continue;
            }
            match total {
                Some(total) if total <= rest.len() => {
                    let der = data.slice(pos..pos + total);
                    match classify(&der) {
                        Shape::Certificate => self.block(der, &place),
                        shape => {
                            self.foreign(&der, &place, reason(shape, place.label.as_deref(), total, rest.len()));
                        }
                    }
                    pos += total;
                }
                Some(total) => {
                    let missing = missing_characters(total, rest.len(), place.container);
                    let last_line = self.at(last.unwrap_or(offset + rest.len())).line;
                    let (declared, present) = (small(total), small(rest.len()));
                    self.drop_place(
                        &place,
                        DropReason::EndsEarly {
                            missing_characters: missing,
                            last_line,
                            declared,
                            present,
                            end_marker: false,
                        },
                    );
                    return data.len();
                }
                None => {
                    self.drop_place(&place, DropReason::NotDer);
                    return data.len();
                }
            }
        }
        pos
    }

    fn certificate_set(&mut self, data: &Bytes, place: &Place, set: pkcs7::CertificateSet, last: usize) {
        let inner = Place {
            container: Container::Pkcs7,
            ..place.clone()
        };
        let mut certificates = 0u32;
        for member in &set.members {
            let der = data.slice(member.clone());
            match classify(&der) {
                Shape::Certificate => {
                    certificates = certificates.saturating_add(1);
                    self.block(der, &inner);
                }
                // Tags [1] and [2] are attribute certificates, [3] other formats (RFC 5652 §10.2.2).
                _ if der.first() != Some(&SEQUENCE) => self.drop_place(&inner, DropReason::AttributeCertificate),
                shape => self.drop_place(&inner, reason(shape, None, der.len(), der.len())),
            }
        }
        let at = self.at(place.offset);
        if certificates > 0 {
            self.sink.notes.push(InputNote::UnorderedSet {
                certificates,
                ber: set.ber,
                at,
            });
        } else if !set.cut {
            self.drop_place(place, DropReason::Pkcs7WithoutCertificates);
        }
        if set.cut {
            let declared = header(data).ok().and_then(|head| head.total()).unwrap_or(data.len());
            let missing = missing_characters(declared, data.len(), place.container);
            let last_line = self.at(last).line;
            let reason = DropReason::EndsEarly {
                missing_characters: missing,
                last_line,
                declared: small(declared),
                present: small(data.len()),
                end_marker: false,
            };
            self.drop_place(place, reason);
        }
    }

    pub fn at(&self, offset: usize) -> At {
        match self.outer {
            Some((_, at)) => at,
            None => At {
                file: self.file,
                line: self.lines.line(offset),
            },
        }
    }

    pub fn offset(&self, offset: usize) -> u32 {
        self.outer.map_or(small(offset), |(outer, _)| outer)
    }

    /// How many blocks there are; what lies behind a number was added since.
    pub fn count(&self) -> usize {
        self.sink.blocks.len()
    }

    /// Opens a container, or drops what is none.
    fn foreign(&mut self, data: &Bytes, place: &Place, reason: DropReason) {
        #[cfg(feature = "containers")]
        let reason = match self.open(data, place, reason) {
            Some(reason) => reason,
            None => return,
        };
        let _ = data;
        self.drop_place(place, reason);
    }

    fn block(&mut self, der: Bytes, place: &Place) {
        self.block_named(der, place, None);
    }

    pub fn block_named(&mut self, der: Bytes, place: &Place, alias: Option<String>) {
        if self.sink.blocks.len() >= self.sink.limits.certificates {
            self.sink.more_certificates += 1;
            return;
        }
        let (at, offset) = (self.at(place.offset), self.offset(place.offset));
        let container = if self.depth > 0 && place.container == Container::Pem {
            Container::Base64
        } else {
            place.container
        };
        let source = BlockSource {
            at,
            offset,
            label: place.label.clone(),
            container,
            entry: self.entry(),
            alias,
        };
        self.sink.blocks.push(Block { der, source });
    }

    /// The path in its archive of the file that is read.
    fn entry(&self) -> Option<String> {
        #[cfg(feature = "containers")]
        return self.sink.open.entry.clone();
        #[cfg(not(feature = "containers"))]
        None
    }

    pub fn drop_at(&mut self, offset: usize, label: Option<String>, reason: DropReason) {
        if self.sink.dropped.len() >= self.sink.limits.dropped {
            self.sink.more_dropped += 1;
            return;
        }
        let dropped = Dropped {
            at: self.at(offset),
            label,
            reason,
        };
        self.sink.dropped.push((self.offset(offset), dropped));
    }

    pub fn drop_place(&mut self, place: &Place, reason: DropReason) {
        self.drop_at(place.offset, place.label.clone(), reason);
    }

    pub fn repair(&mut self, repair: Repair, offset: usize, columns: Option<u32>) {
        if let Some((blocks, _, _)) = self.sink.repairs.get_mut(&repair) {
            *blocks = blocks.saturating_add(1);
        } else {
            let at = self.at(offset);
            self.sink.repairs.insert(repair, (1, at, columns));
        }
    }

    pub fn repaired(&mut self, repairs: &Repairs, offset: usize) {
        for repair in pem::BODY_REPAIRS {
            if repairs.has(*repair) {
                self.repair(
                    *repair,
                    offset,
                    (*repair == Repair::Indentation).then_some(repairs.indent),
                );
            }
        }
    }
}

/// Names an object that is no certificate: its label knows more than its outline, where both agree with it.
pub(crate) fn reason(shape: Shape, label: Option<&str>, declared: usize, present: usize) -> DropReason {
    match (shape, label) {
        (Shape::Request, _) => DropReason::CertificateRequest,
        (Shape::Crl, _) => DropReason::RevocationList,
        (Shape::AttributeCertificate, _) => DropReason::AttributeCertificate,
        (Shape::Pkcs12, _) => DropReason::Pkcs12,
        (_, Some(label)) if pem::by_label(label).is_some() => {
            pem::by_label(label).unwrap_or(DropReason::NotACertificate)
        }
        (Shape::PublicKey, _) => DropReason::PublicKey,
        (Shape::Parameters, _) => DropReason::DhParameters,
        (Shape::Pkcs7, _) => DropReason::Pkcs7WithoutCertificates,
        (Shape::Inconsistent, _) => DropReason::LengthMismatch {
            declared: small(declared),
            present: small(present),
        },
        (Shape::Certificate | Shape::Other, _) => DropReason::NotACertificate,
    }
}

/// How many characters of the given form the missing bytes would take.
pub(crate) fn missing_characters(declared: usize, present: usize, container: Container) -> u32 {
    small(match container {
        Container::Pem | Container::Base64 => declared
            .div_ceil(3)
            .saturating_mul(4)
            .saturating_sub((present.saturating_mul(4)).div_ceil(3)),
        Container::Hex => declared.saturating_sub(present).saturating_mul(2),
        Container::Der | Container::Pkcs7 | Container::Pkcs12 | Container::JavaKeyStore => {
            declared.saturating_sub(present)
        }
    })
}
