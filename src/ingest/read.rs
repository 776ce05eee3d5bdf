//! Runs the steps for one input: remove private keys, then run each reader, then collect the hints.

use bytes::Bytes;

use super::described;
use super::hints::phrase_hits::Seen;
use super::hints::{acceptance, java_trace, log_messages, openssl_session};
use super::object::file_kind;
use super::object::outline::{cms, promising};
#[cfg(feature = "containers")]
use super::readers::opening::{ArchivedFile, OpenedArchive, clear};
use super::readers::{pem_blocks, tool_links};
use super::redact::redact;
use super::report::dropped::DropReason;
use super::report::found::Container;
use super::report::location::Location;
use super::report::note::InputNote;
use super::scan::{FileSource, NestedText, Origin, Scan, Sink};
use super::text::lines::Lines;
use super::text::prefilter::Sieve;
use super::text::utf16::Utf16;
use super::text::view::{Side, View};
#[cfg(feature = "containers")]
use crate::containers::{ContainerKind, Integrity};
use crate::der::header::header;
use crate::der::tag::SEQUENCE;
#[cfg(feature = "containers")]
use crate::num::small;
use crate::order;

/// If a text is exactly one ASN.1 object and longer than this, it is reported rather than searched.
const LONG: usize = 64;

/// A task that is still to be done for an input; the last one is done first.
#[cfg(feature = "containers")]
enum Task {
    /// Read the files of an archive.
    Open(OpenedArchive),
    /// Read a file of an archive.
    Read(ArchivedFile),
    /// Report an archive whose files have been read; `before` is the number of certificates before
    /// it.
    Close {
        before: usize,
        is_whole: bool,
        at: Location,
    },
}

/// Reads one input and everything in it.
pub(crate) fn read(sink: &mut Sink<'_>, input: Bytes, file: Option<u32>) {
    let room = sink.limits.input_bytes.saturating_sub(sink.seen_bytes);
    sink.seen_bytes = sink.seen_bytes.saturating_add(input.len());
    let input = if input.len() > room { input.slice(..room) } else { input };
    let source = FileSource {
        file,
        ..FileSource::default()
    };
    read_file(sink, input, source);
    #[cfg(feature = "containers")]
    read_archives(sink);
}

/// Reads the files of the archives that were opened, and of the archives in them.
#[cfg(feature = "containers")]
fn read_archives(sink: &mut Sink<'_>) {
    let mut tasks: Vec<Task> = Vec::new();
    loop {
        tasks.extend(sink.opening.archives.drain(..).rev().map(Task::Open));
        let Some(task) = tasks.pop() else { break };
        match task {
            Task::Open(archive) => {
                tasks.push(Task::Close {
                    before: sink.blocks.len(),
                    is_whole: archive.is_whole,
                    at: archive.at,
                });
                tasks.extend(archive.files.into_iter().rev().map(Task::Read));
            }
            Task::Read(ArchivedFile {
                given,
                path,
                archives,
                data,
            }) => {
                let source = FileSource {
                    file: Some(sink.opening.file(given, path.clone())),
                    entry: Some(path),
                    archives,
                };
                read_file(sink, data, source);
            }
            Task::Close { before, is_whole, at } => {
                let certificates = small(sink.blocks.len().saturating_sub(before));
                if certificates > 0 {
                    sink.notes.push(InputNote::ContainerOpened {
                        kind: ContainerKind::Zip,
                        certificates,
                        integrity: if is_whole {
                            Integrity::Verified
                        } else {
                            Integrity::Failed
                        },
                        at,
                    });
                }
            }
        }
    }
}

/// Reads one file: removes private keys, then reads its objects, the objects in encoded texts, and
/// the hints.
fn read_file(sink: &mut Sink<'_>, input: Bytes, source: FileSource) {
    let redacted = redact(input);
    if let Some(Utf16 { big_endian, marked }) = redacted.utf16 {
        let at = Location {
            file: source.file,
            line: 1,
        };
        sink.notes.push(InputNote::Utf16 { big_endian, marked, at });
    }
    let text = redacted.bytes.clone();
    let sieve = redacted.sieve.unwrap_or_else(|| Sieve::of(&text));
    let mut scan = Scan {
        text: &text,
        lines: Lines::new(&text),
        sieve: &sieve,
        view: None,
        sink,
        source,
        outer: None,
        depth: 0,
        spans: Vec::new(),
        nested: Vec::new(),
    };
    for (kind, range) in redacted.found.iter().zip(&redacted.ranges) {
        scan.drop_at(range.start, None, DropReason::PrivateKey { kind: *kind });
    }
    let without_keys = scan.sink.counts();
    let view = redacted
        .has_view
        .then(|| View::of(sieve.sifted(&text), Side::New))
        .flatten();
    if let Some(view) = &view {
        (scan.text, scan.sieve, scan.view) = (&view.text, &view.sieve, Some(view));
        if let Some(first) = view.diff {
            let at = Location {
                file: scan.source.file,
                line: scan.lines.line(first),
            };
            scan.sink.notes.push(InputNote::Diff { at });
        }
    }
    if read_objects(&mut scan) {
        read_nested(&mut scan);
        // Log messages are read from the file itself.
        (scan.text, scan.sieve, scan.view) = (&text, &sieve, None);
        read_hints(&mut scan);
        if scan.sink.counts() == without_keys && redacted.found.is_empty() && file_kind::is_binary(&text) {
            let reason = match file_kind::bouncy_castle(&text) {
                Some(format) => DropReason::BouncyCastleKeyStore { format },
                None => DropReason::UnknownBinary,
            };
            scan.drop_at(0, None, reason);
        }
    }
    #[cfg(feature = "containers")]
    if file_kind::is_closed(&text) {
        drop(text);
        clear(redacted.bytes);
    }
}

/// Reads the objects in a text. Returns false if the text is a file of another kind, which is not
/// searched.
fn read_objects(scan: &mut Scan<'_, '_, '_>) -> bool {
    let text = scan.text.clone();
    let whole = Origin {
        offset: 0,
        label: None,
        container: Container::Der,
    };
    if let Some(reason) = file_kind::foreign(&text) {
        scan.foreign(&text, &whole, reason);
        return false;
    }
    let mut from = 0;
    if text.first() == Some(&SEQUENCE) && (promising(&text).is_some() || cms(&text).is_some() || is_whole_object(&text))
    {
        from = scan.objects(&text, &whole, false);
    }
    if from > 0 {
        scan.span(0, from, true);
    }
    pem_blocks::blocks(scan, from);
    true
}

/// Returns whether the text is exactly one ASN.1 object.
fn is_whole_object(text: &[u8]) -> bool {
    header(text).ok().and_then(|head| head.total()) == Some(text.len()) && text.len() > LONG
}

/// Reads the texts that were found in a file's text, and those in them.
fn read_nested(scan: &mut Scan<'_, '_, '_>) {
    enum Step {
        Read(NestedText),
        Report { nested: NestedText, before: usize },
    }
    let mut steps: Vec<Step> = scan.nested.drain(..).rev().map(Step::Read).collect();
    while let Some(step) = steps.pop() {
        match step {
            Step::Read(mut nested) => {
                let text = std::mem::take(&mut nested.text);
                let before = scan.count();
                let mut inner = Scan {
                    text: &text,
                    lines: Lines::new(&text),
                    sieve: &Sieve::of(&text),
                    view: None,
                    sink: scan.sink,
                    source: scan.source.clone(),
                    outer: Some((nested.offset, nested.at)),
                    depth: nested.depth,
                    spans: Vec::new(),
                    nested: Vec::new(),
                };
                read_objects(&mut inner);
                let found = inner.nested;
                steps.push(Step::Report { nested, before });
                steps.extend(found.into_iter().rev().map(Step::Read));
            }
            Step::Report { nested, before } => {
                if scan.count() == before {
                    continue;
                }
                if nested.depth == 1 {
                    scan.span(nested.range.start, nested.range.end, true);
                }
                match nested.tool {
                    Some(tool) => scan.sink.notes.push(InputNote::Link { tool, at: nested.at }),
                    None => scan.sink.repair(nested.repair, nested.at, None),
                }
            }
        }
    }
}

/// Reads the hints in a file's text, which depend on where its blocks are.
fn read_hints(scan: &mut Scan<'_, '_, '_>) {
    let mut spans = std::mem::take(&mut scan.spans);
    order::by_key(&mut spans, Clone::clone);
    let seen = Seen::of(scan.hinting());
    openssl_session::read(scan, &spans, &seen);
    described::read(scan, &spans, &seen);
    acceptance::read(scan, &seen);
    log_messages::read(scan, seen);
    java_trace::read(scan);
    tool_links::share_link(scan);
}
