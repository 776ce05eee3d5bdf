//! Reads the text between PEM blocks and collects certificates without markers, in every form.

use std::ops::Range;

use bytes::Bytes;

use super::tool_links::tool_before;
use crate::ingest::object::outline::promising;
use crate::ingest::report::found::Container;
use crate::ingest::report::note::InputNote;
use crate::ingest::scan::{NestedText, Origin, Scan};
use crate::ingest::text::objects::{BUFFER, EncodedObject, FORMS, Form, ObjectForm, TextForm};
use crate::ingest::text::prefilter::Sifted;
use crate::order;

/// The shortest gap that is searched, in bytes.
const SHORTEST: usize = 16;

/// Reads a part of the text, in one pass for each form. The results are put into input order at the
/// end.
pub(crate) fn read(scan: &mut Scan<'_, '_, '_>, range: Range<usize>) {
    let start = range.start;
    let part = scan.sieve.sifted(scan.text).part(range);
    let Some(gap) = part.filter(|gap| gap.text.len() >= SHORTEST) else {
        return;
    };
    let first = scan.spans.len();
    for form in &FORMS {
        match form {
            // [`super::pem_blocks`] reads what is between markers.
            Form::Pem => {}
            Form::Object(form) => objects(scan, form, gap, start),
            Form::Text(form) => texts(scan, form, gap, start, first),
        }
    }
}

fn objects(scan: &mut Scan<'_, '_, '_>, form: &ObjectForm, gap: Sifted<'_>, start: usize) {
    let (mut head, mut done) = (Vec::with_capacity(BUFFER), 0);
    for at in (form.starts)(gap) {
        if at < done {
            continue;
        }
        head.clear();
        (form.head)(gap.text, at, &mut head);
        let Some(promise) = promising(&head) else {
            continue;
        };
        let decoded = (form.read)(gap.text, at, promise, scan.sink.limits.certificates);
        done = done.max(decoded.end);
        for object in decoded.objects {
            collect_object(scan, form, object, gap, at, start);
        }
    }
}

/// Collects one object; `at` is where its run begins in the gap, `start` where the gap begins.
fn collect_object(
    scan: &mut Scan<'_, '_, '_>,
    form: &ObjectForm,
    object: EncodedObject,
    gap: Sifted<'_>,
    at: usize,
    start: usize,
) {
    let (from, to) = (start + object.span.start, start + object.span.end);
    let bytes = match object.bytes {
        Some(bytes) => Bytes::from(bytes),
        None => scan.text.slice(from..to),
    };
    let origin = Origin {
        offset: from,
        label: None,
        container: form.container,
    };
    let before = scan.count();
    scan.objects_until(&bytes, &origin, false, Some(to.saturating_sub(1)));
    if scan.count() == before {
        return;
    }
    scan.span(from, to, true);
    scan.repaired(&object.repairs, from);
    match tool_before(gap.text, at).filter(|_| form.container == Container::Base64) {
        Some(tool) => {
            let at = scan.at(from);
            scan.sink.notes.push(InputNote::Link { tool, at });
        }
        None => scan.repair(object.repair, from, None),
    }
}

/// Puts the texts that are encoded in the gap on the work list. `first` is the gap's first span.
fn texts(scan: &mut Scan<'_, '_, '_>, form: &TextForm, gap: Sifted<'_>, start: usize, first: usize) {
    if scan.depth >= scan.sink.limits.nesting {
        return;
    }
    let mut read = scan.spans.get(first..).unwrap_or_default().to_vec();
    order::by_key(&mut read, |(_, end, _)| *end);
    (form.each)(gap, &mut |encoded| {
        let range = start + encoded.range.start..start + encoded.range.end;
        // An object that was read may itself contain text, such as what a signature covers.
        let next = read.partition_point(|(_, end, _)| *end <= range.start);
        let is_read = read.get(next).is_some_and(|(from, _, _)| *from < range.end);
        if is_read || !(form.is_read)(gap.text, &encoded) {
            return;
        }
        if scan.nested.len() >= scan.sink.limits.certificates {
            scan.sink.more_dropped += 1;
            return;
        }
        scan.nested.push(NestedText {
            tool: tool_before(gap.text, encoded.range.start),
            repair: form.repair,
            at: scan.at(range.start),
            offset: scan.offset(range.start),
            depth: scan.depth + 1,
            text: Bytes::from(encoded.bytes),
            range,
        });
    });
}
