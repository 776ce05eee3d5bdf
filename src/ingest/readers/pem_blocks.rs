//! Reads PEM blocks.
//!
//! The content decides what a block is, not the label. An incomplete block is dropped, with the
//! place of the fault. The text after a broken block is read as usual.

use std::ops::Range;

use bytes::Bytes;

use super::objects::missing_characters;
use super::unmarked;
use crate::der::header::header;
use crate::der::tag::SEQUENCE;
use crate::ingest::object::label::{by_label, is_plain_label};
use crate::ingest::report::dropped::DropReason;
use crate::ingest::report::found::Container;
use crate::ingest::report::note::{InputNote, Repair};
use crate::ingest::scan::{Origin, Scan};
use crate::ingest::text::base64::value;
use crate::ingest::text::excerpt::excerpt;
use crate::ingest::text::objects::pem::{Body, Section, Sections};
use crate::ingest::text::pem_marker::Marker;
use crate::num::small;

/// The most bytes that are shown of a text that is not base64.
const MAX_FOUND: usize = 40;

/// The most bytes of a line that decide whether it is base64.
const MAX_LINE: usize = 1024;

/// Fewer characters than this are a word, not a certificate.
const SHORT: usize = 16;

/// Reads every block from `from` on, and the gaps between them.
pub(crate) fn blocks(scan: &mut Scan<'_, '_, '_>, from: usize) {
    let text = scan.text.clone();
    let sections = Sections::new(scan.sieve.sifted(scan.text));
    let mut sections = sections.filter(|section| section.marker.start >= from);
    let mut done = from;
    while let Some(section) = sections.next() {
        let marker = &section.marker;
        let before = scan.count();
        unmarked::read(scan, done..marker.start);
        if !marker.begin {
            lone_end(scan, marker, scan.count() > before);
            done = marker.end;
            continue;
        }
        let before = scan.count();
        let read = block(scan, &section);
        done = match &section.end {
            Some(end) if !read.broke_off => {
                sections.next();
                end.end
            }
            _ => read.end.clamp(marker.end, section.stop),
        };
        let held = scan.count() > before;
        scan.span(marker.start, done, held);
    }
    unmarked::read(scan, done..text.len());
}

fn lone_end(scan: &mut Scan<'_, '_, '_>, marker: &Marker, after_block: bool) {
    if after_block {
        scan.repair(Repair::BeginMarkerMissing, marker.start, None);
    } else {
        scan.drop_at(marker.start, Some(marker.label.clone()), DropReason::BeginMarkerMissing);
    }
}

struct Outcome {
    broke_off: bool,
    end: usize,
}

fn block(scan: &mut Scan<'_, '_, '_>, section: &Section) -> Outcome {
    let text = scan.text.clone();
    let (marker, end) = (&section.marker, section.end.as_ref());
    if let Some(reason @ (DropReason::Pgp | DropReason::SshKey)) = by_label(&marker.label) {
        scan.drop_at(marker.start, Some(marker.label.clone()), reason);
        return Outcome {
            broke_off: false,
            end: section.stop,
        };
    }
    let mut body = section.body(&text);
    let outcome = Outcome {
        broke_off: body.broke_off,
        end: body.end,
    };
    let origin = Origin {
        offset: marker.start,
        label: Some(marker.label.clone()),
        container: Container::Pem,
    };
    let closed = end.is_some() && !body.broke_off;
    if let Some(reason) = fault(scan, &body, &origin, &(marker.end..section.stop), closed) {
        let labels = end.filter(|end| end.label != marker.label);
        match (labels, reason) {
            (Some(end), DropReason::EndsEarly { .. } | DropReason::NotDer) if closed => {
                let reason = DropReason::LabelMismatch {
                    begin: marker.label.clone(),
                    end: end.label.clone(),
                };
                scan.drop_origin(&origin, reason);
            }
            (_, reason) => scan.drop_origin(&origin, reason),
        }
        return outcome;
    }
    let before = scan.count();
    let bytes = Bytes::from(std::mem::take(&mut body.bytes));
    scan.objects_until(&bytes, &origin, marker.label == "TRUSTED CERTIFICATE", Some(body.last));
    if scan.count() > before {
        remarks(scan, section, &body, closed);
    }
    outcome
}

/// Adds the notes on a block with certificates.
fn remarks(scan: &mut Scan<'_, '_, '_>, section: &Section, body: &Body, closed: bool) {
    let (marker, end) = (&section.marker, section.end.as_ref());
    let line = section.line_before(scan.text, 0);
    let offset = marker.start;
    let at = scan.at(offset);
    if !is_plain_label(&marker.label) {
        scan.sink.notes.push(InputNote::UnusualLabel {
            label: marker.label.clone(),
            at,
        });
    }
    if let Some(end) = end.filter(|end| closed && end.label != marker.label) {
        let (begin, end) = (marker.label.clone(), end.label.clone());
        scan.sink.notes.push(InputNote::LabelMismatch { begin, end, at });
    }
    scan.repaired(&body.repairs, offset);
    scan.unwrapped(offset..body.last, body.repairs);
    let dashes = [Some(marker), end].into_iter().flatten().map(|marker| marker.dashes);
    let (mut typographic, mut escaped, mut missing) = (false, false, false);
    for form in dashes {
        typographic |= form.typographic;
        escaped |= form.escaped;
        missing |= form.missing;
    }
    let quoted = line.contains(&b'>') && line.iter().all(|byte| b"> \t".contains(byte));
    let physical = scan.text.get(marker.end..body.last).unwrap_or_default();
    let written_out = [Repair::EscapedNewlines, Repair::HtmlMarkup, Repair::PercentEncoding];
    let one_line = memchr::memchr2(b'\n', b'\r', physical).is_none()
        && (body.breaks == 0 || !written_out.iter().any(|repair| body.repairs.has(*repair)));
    for (repair, made) in [
        (Repair::TypographicDashes, typographic),
        (
            Repair::MarkdownEscapes,
            escaped && !body.repairs.has(Repair::MarkdownEscapes),
        ),
        (Repair::MissingDashes, missing),
        (Repair::EndMarkerMissing, !closed),
        (Repair::StrayCharacters, body.bad_count > 0),
        (Repair::QuoteMarks, quoted && !body.repairs.has(Repair::QuoteMarks)),
        (Repair::OneLine, one_line),
    ] {
        if made {
            scan.repair(repair, offset, None);
        }
    }
    if !one_line && body.widest != 64 && body.symbols > 64 {
        scan.repair(Repair::LineWidth, offset, Some(body.widest));
    }
}

/// Returns what is wrong with a body, if anything.
fn fault(
    scan: &Scan<'_, '_, '_>,
    body: &Body,
    origin: &Origin,
    between: &Range<usize>,
    closed: bool,
) -> Option<DropReason> {
    if body.symbols == 0 && body.bad_count == 0 {
        return Some(by_label_or(
            origin,
            not_base64(scan, body, between).unwrap_or(DropReason::Empty),
        ));
    }
    let bad = body.bad.map(|at| {
        let (line, column) = scan.locate(at);
        let window = scan.text.get(at..scan.text.len().min(at + 4)).unwrap_or_default();
        let character = String::from_utf8_lossy(window)
            .chars()
            .next()
            .unwrap_or(char::REPLACEMENT_CHARACTER);
        DropReason::BadCharacter {
            line,
            column,
            character,
        }
    });
    let head = header(&body.bytes).ok().filter(|head| head.tag == SEQUENCE);
    if let Some(reason) = not_base64(scan, body, between).filter(|_| head.is_none()) {
        return Some(by_label_or(origin, reason));
    }
    match head.map(|head| head.total()) {
        Some(Some(total)) if total > body.bytes.len() => {
            Some(bad.filter(|_| closed).unwrap_or_else(|| DropReason::EndsEarly {
                missing_characters: missing_characters(total, body.bytes.len(), Container::Pem),
                last_line: scan.at(body.last).line,
                declared: small(total),
                present: small(body.bytes.len()),
                end_marker: closed,
            }))
        }
        // Indefinite, or whole.
        Some(_) => None,
        None => Some(bad.unwrap_or_else(|| by_label_or(origin, DropReason::NotDer))),
    }
}

/// Returns a reason if what is between the markers begins with text that is not base64, or is only
/// a word.
fn not_base64(scan: &Scan<'_, '_, '_>, body: &Body, between: &Range<usize>) -> Option<DropReason> {
    let text = scan.text.get(between.clone())?;
    let blanks = text.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let rest = text.get(blanks..).filter(|rest| !rest.is_empty())?;
    let line = rest.get(..memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len()))?;
    let line = line.get(..line.len().min(MAX_LINE))?;
    let words = line.trim_ascii();
    let is_base64 = words.iter().all(|byte| value(*byte).is_some() || *byte == b'=');
    let is_word = body.symbols < SHORT && !words.contains(&b'=');
    (!is_base64 || is_word).then(|| DropReason::NotBase64 {
        line: scan.locate(between.start + blanks).0,
        found: excerpt(words, MAX_FOUND),
    })
}

/// Returns what the label names if that is known, or else `otherwise`. Curve parameters, for
/// example, are an OID and not a SEQUENCE.
fn by_label_or(origin: &Origin, otherwise: DropReason) -> DropReason {
    origin.label.as_deref().and_then(by_label).unwrap_or(otherwise)
}
