//! Blocks between markers. Contract: content decides what a block is, the label only names it; a block that is not
//! whole is dropped with the place at which it fails; what follows a broken block is read as if it were not there.

use bytes::Bytes;

use super::objects::missing_characters;
use crate::ingest::object::label::{by_label, is_plain_label};
use crate::ingest::object::outline::{SEQUENCE, header};
use crate::ingest::report::dropped::DropReason;
use crate::ingest::report::found::Container;
use crate::ingest::report::location::small;
use crate::ingest::report::note::{InputNote, Repair};
use crate::ingest::scan::{Place, Scan};
use crate::ingest::text::base64::{Decoder, Repairs, Step, Style, Symbols};
use crate::ingest::text::pem_marker::{Marker, Markers};
use crate::ingest::text::word;

/// Foreign characters after which a block is given up: a handful is a blemish, more is other text.
const MAX_FOREIGN: u32 = 64;

/// Reads every block from `from` on, and the gaps between.
pub(crate) fn blocks(scan: &mut Scan<'_, '_, '_>, from: usize) {
    let text = scan.text.clone();
    let markers = Markers::new(scan.sieve.sifted(scan.text));
    let mut markers = markers.filter(|marker| marker.start >= from).peekable();
    let mut done = from;
    while let Some(marker) = markers.next() {
        let before = scan.count();
        scan.gap(done, marker.start);
        if !marker.begin {
            lone_end(scan, &marker, scan.count() > before);
            done = marker.end;
            continue;
        }
        let next = markers.peek();
        let stop = next.map_or(text.len(), |next| next.start);
        let end = next.filter(|next| !next.begin).cloned();
        let before = scan.count();
        let read = block(scan, &marker, stop, end.as_ref());
        done = match &end {
            Some(end) if !read.broke_off => {
                markers.next();
                end.end
            }
            _ => read.end.clamp(marker.end, stop),
        };
        let held = scan.count() > before;
        scan.span(marker.start, done, held);
    }
    scan.gap(done, text.len());
}

fn lone_end(scan: &mut Scan<'_, '_, '_>, marker: &Marker, after_block: bool) {
    if after_block {
        scan.repair(Repair::BeginMarkerMissing, marker.start, None);
    } else {
        scan.drop_at(marker.start, Some(marker.label.clone()), DropReason::BeginMarkerMissing);
    }
}

/// A body as read.
struct Body {
    bytes: Vec<u8>,
    symbols: usize,
    last: usize,
    bad: Option<usize>,
    bad_count: u32,
    breaks: u32,
    widest: u32,
    repairs: Repairs,
    /// A broken END marker or too many foreign characters came before the region's end.
    broke_off: bool,
    end: usize,
}

struct Outcome {
    broke_off: bool,
    end: usize,
}

fn block(scan: &mut Scan<'_, '_, '_>, marker: &Marker, stop: usize, end: Option<&Marker>) -> Outcome {
    let text = scan.text.clone();
    if let Some(reason @ (DropReason::Pgp | DropReason::SshKey)) = by_label(&marker.label) {
        scan.drop_at(marker.start, Some(marker.label.clone()), reason);
        return Outcome {
            broke_off: false,
            end: stop,
        };
    }
    let line = text
        .get(marker.start.saturating_sub(32)..marker.start)
        .unwrap_or_default();
    let line = memchr::memrchr2(b'\n', b'\r', line).map_or(line, |pos| line.get(pos + 1..).unwrap_or_default());
    let style = Style {
        pem: true,
        numbered: is_numbered(line),
        url: false,
        min_word: 1,
    };
    let mut body = read(&text, marker.end, stop, style, end.is_some());
    let outcome = Outcome {
        broke_off: body.broke_off,
        end: body.end,
    };
    let place = Place {
        offset: marker.start,
        label: Some(marker.label.clone()),
        container: Container::Pem,
    };
    let closed = end.is_some() && !body.broke_off;
    if let Some(reason) = fault(scan, &body, &place, closed) {
        let labels = end.filter(|end| end.label != marker.label);
        match (labels, reason) {
            (Some(end), DropReason::EndsEarly { .. } | DropReason::NotDer) if closed => {
                let reason = DropReason::LabelMismatch {
                    begin: marker.label.clone(),
                    end: end.label.clone(),
                };
                scan.drop_place(&place, reason);
            }
            (_, reason) => scan.drop_place(&place, reason),
        }
        return outcome;
    }
    let before = scan.count();
    let bytes = Bytes::from(std::mem::take(&mut body.bytes));
    scan.objects_until(&bytes, &place, marker.label == "TRUSTED CERTIFICATE", Some(body.last));
    if scan.count() > before {
        remarks(scan, marker, end, &body, line, closed);
    }
    outcome
}

/// The notes on a block that held certificates.
fn remarks(scan: &mut Scan<'_, '_, '_>, marker: &Marker, end: Option<&Marker>, body: &Body, line: &[u8], closed: bool) {
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

/// What is wrong with a body, if anything.
fn fault(scan: &Scan<'_, '_, '_>, body: &Body, place: &Place, closed: bool) -> Option<DropReason> {
    if body.symbols == 0 && body.bad_count == 0 {
        return Some(by_label_or(place, DropReason::Empty));
    }
    let bad = body.bad.map(|at| {
        let (line, column) = match scan.outer {
            Some((_, outer)) => (outer.line, 1),
            None => scan.lines.locate(at),
        };
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
        None => Some(bad.unwrap_or_else(|| by_label_or(place, DropReason::NotDer))),
    }
}

/// The label's own name for the thing where it has one (curve parameters are an OID, no SEQUENCE).
fn by_label_or(place: &Place, otherwise: DropReason) -> DropReason {
    place.label.as_deref().and_then(by_label).unwrap_or(otherwise)
}

/// Whether the BEGIN line starts with a number and white space.
fn is_numbered(line: &[u8]) -> bool {
    let trimmed = line.trim_ascii();
    !trimmed.is_empty()
        && trimmed.iter().all(u8::is_ascii_digit)
        && line.last().is_some_and(|byte| b" \t".contains(byte))
}

/// Decodes what stands from `from` to `stop`.
fn read(text: &[u8], from: usize, stop: usize, style: Style, closed: bool) -> Body {
    let mut symbols = Symbols::new(text, from, stop, style);
    let mut decoder = Decoder::default();
    let mut body = Body {
        // A certificate's, not the region's: between two markers anything can stand.
        bytes: Vec::with_capacity(stop.saturating_sub(from).min(4096)),
        symbols: 0,
        last: from,
        bad: None,
        bad_count: 0,
        breaks: 0,
        widest: 0,
        repairs: Repairs::default(),
        broke_off: false,
        end: stop,
    };
    let (mut padded, mut soft) = (false, false);
    let mut declared: Option<usize> = None;
    loop {
        // Without an END marker the body ends where the object does, so its last byte is left to the single steps.
        let most = match declared {
            Some(total) => total.saturating_sub(body.bytes.len() + 1),
            None => 0,
        };
        if decoder.aligned() && !padded {
            let taken = symbols.groups(&mut body.bytes, most);
            if taken > 0 {
                body.symbols += taken;
                body.last = symbols.pos - 1;
            }
        }
        let Some(step) = symbols.next() else { break };
        match step {
            Step::Symbol(symbol, at) => {
                if std::mem::take(&mut padded) {
                    // More data after padding: the object's end was reached, or this is a soft line end of mail.
                    if declared.is_some_and(|total| total > body.bytes.len()) {
                        soft = true;
                    } else {
                        decoder = Decoder::default();
                    }
                }
                body.bytes.extend(decoder.push(symbol));
                body.symbols += 1;
                body.last = at;
                if declared.is_none() && body.bytes.len() >= 2 {
                    declared = header(&body.bytes).ok().and_then(|head| head.total());
                }
                if !closed && declared == Some(body.bytes.len()) {
                    body.end = at + 1;
                    break;
                }
            }
            Step::Pad(_) => padded = true,
            Step::Bad(at) => {
                body.bad = body.bad.or(Some(at));
                body.bad_count += 1;
                let dashes = text.get(at..).is_some_and(|rest| rest.starts_with(b"--"));
                if dashes || !closed || body.bad_count > MAX_FOREIGN {
                    if dashes {
                        body.bad_count -= 1;
                        body.bad = body.bad.filter(|first| *first != at);
                    }
                    body.broke_off = true;
                    body.end = at;
                    break;
                }
            }
        }
    }
    if soft {
        symbols.repairs.add(Repair::QuotedPrintable);
    }
    if body.broke_off && !word::starts_base64(text, body.end) {
        body.end = body.last + 1;
    }
    body.breaks = symbols.breaks;
    body.widest = symbols.widest;
    body.repairs = symbols.repairs;
    body
}
