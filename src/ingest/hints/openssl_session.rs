//! Reads what tools print around certificates: the list of names and the errors of `openssl
//! s_client`, and the kind of the other text.
//!
//! It reads the first [`crate::ingest::Limits::hint_bytes`] bytes. It copies names and messages as
//! text and never parses them.

use super::phrase_hits::Seen;
use crate::ingest::report::note::{InputNote, NoiseKind};
use crate::ingest::scan::Scan;
use crate::ingest::text::excerpt::excerpt;
use crate::num::small;

/// The most names that are listed.
const MAX_NAMES: usize = 32;
/// The most notes of each kind.
const MAX_NOTES: usize = 8;

/// One `Certificate chain` section.
#[derive(Default)]
struct Chain {
    offset: usize,
    /// Offset and subject of each `s:` line.
    entries: Vec<(usize, String)>,
    last_issuer: Option<String>,
}

/// Reads the lines outside blocks. `spans` are the blocks: start, end, and whether they contained
/// certificates.
pub(crate) fn read(scan: &mut Scan<'_, '_, '_>, spans: &[(usize, usize, bool)], seen: &Seen) {
    let text = scan.hinting();
    let certificates = spans.iter().any(|(_, _, certificates)| *certificates);
    if !certificates && !seen.has("Certificate chain") {
        return;
    }
    let (mut pos, mut lines, mut chains) = (0usize, 0u32, Vec::<Chain>::new());
    let mut spans_left = spans.iter().peekable();
    while pos < text.len() {
        let rest = text.get(pos..).unwrap_or_default();
        let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        while spans_left.peek().is_some_and(|(_, end, _)| *end <= pos) {
            spans_left.next();
        }
        let inside = spans_left.peek().is_some_and(|(start, _, _)| *start < pos + len.max(1));
        let line = rest.get(..len).unwrap_or_default().trim_ascii();
        if !inside && !line.is_empty() {
            lines = lines.saturating_add(1);
            chain_line(line, pos, &mut chains);
        }
        pos += len + 1;
    }
    if certificates && lines > 0 {
        let at = scan.at(0);
        scan.sink.notes.push(InputNote::IgnoredLines {
            count: lines,
            kind: kind(text, seen),
            at,
        });
    }
    chains.retain(|chain| !chain.entries.is_empty());
    if let [first, _, ..] = chains.as_slice() {
        let at = scan.at(first.offset);
        scan.sink.notes.push(InputNote::SeveralChains {
            count: small(chains.len()),
            at,
        });
    }
    let ends: Vec<usize> = chains
        .iter()
        .skip(1)
        .map(|chain| chain.offset)
        .chain([usize::MAX])
        .collect();
    for (chain, end) in chains.iter().zip(ends).take(MAX_NOTES) {
        compare(scan, chain, end, spans);
    }
}

/// Reads a line of the chain list, also after a mail's `> `.
fn chain_line(line: &[u8], offset: usize, chains: &mut Vec<Chain>) {
    let quotes = line.iter().take_while(|byte| b"> \t".contains(byte)).count();
    let line = line.get(quotes..).unwrap_or_default();
    if line == b"Certificate chain" {
        if chains.len() < 10_000 {
            chains.push(Chain {
                offset,
                ..Chain::default()
            });
        }
        return;
    }
    let Some(chain) = chains.last_mut() else { return };
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if let Some(name) = line
        .get(digits..)
        .and_then(|rest| rest.strip_prefix(b" s:"))
        .filter(|_| digits > 0)
    {
        if chain.entries.len() < 1_000 {
            chain.entries.push((offset, excerpt(name, 256)));
        }
    } else if let Some(name) = line.strip_prefix(b"i:") {
        chain.last_issuer = Some(excerpt(name, 256));
    }
}

/// Compares the names in the list with the blocks in the text.
fn compare(scan: &mut Scan<'_, '_, '_>, chain: &Chain, end: usize, spans: &[(usize, usize, bool)]) {
    let from = spans.partition_point(|(start, _, _)| *start < chain.offset);
    let blocks = || {
        spans
            .get(from..)
            .unwrap_or_default()
            .iter()
            .filter(|(start, _, held)| *held && *start < end)
    };
    let present = blocks().count();
    let listed = chain.entries.len();
    // One certificate sent, one printed: nothing is missing.
    if present >= listed || listed < 2 {
        return;
    }
    let nexts = chain
        .entries
        .iter()
        .skip(1)
        .map(|(offset, _)| *offset)
        .chain([usize::MAX]);
    let own = |from: usize, to: usize| blocks().any(|(start, _, _)| *start > from && *start < to);
    let with_showcerts = chain
        .entries
        .iter()
        .zip(nexts.clone())
        .take(listed - 1)
        .any(|((at, _), next)| own(*at, next));
    let mut missing = Vec::new();
    for (index, ((offset, name), next)) in chain.entries.iter().zip(nexts).enumerate() {
        let here = if with_showcerts {
            own(*offset, next)
        } else {
            index == 0 && present > 0
        };
        if !here && missing.len() < MAX_NAMES {
            missing.push(name.clone());
        }
    }
    let note = InputNote::OpensslWithoutShowcerts {
        listed: small(listed),
        present: small(present),
        missing,
        last_issuer: chain.last_issuer.clone(),
        at: scan.at(chain.offset),
    };
    scan.sink.notes.push(note);
}

/// Returns what the text around the blocks looks like.
fn kind(text: &[u8], seen: &Seen) -> NoiseKind {
    let any = |leads: &[&str]| leads.iter().any(|lead| seen.has(lead));
    if any(&["CONNECTED(", "Certificate chain", "SSL-Session:", "s_client"]) {
        NoiseKind::OpensslOutput
    } else if any(&["Alias name:", "Certificate[1]:", "Your keystore contains"]) {
        NoiseKind::KeytoolOutput
    } else if seen.has("Bag Attributes") {
        NoiseKind::BagAttributes
    } else if seen.has("Signature Algorithm:") {
        NoiseKind::X509Text
    } else if any(&["Execution failed due to", "Exception"]) {
        NoiseKind::Log
    } else if seen.has("<!DOCTYPE") || memchr::memchr_iter(b'<', text).any(|at| is_tag(text, at)) {
        NoiseKind::Html
    } else if matches!(text.trim_ascii_start().first(), Some(b'{' | b'[')) {
        NoiseKind::Json
    } else {
        NoiseKind::Text
    }
}

fn is_tag(text: &[u8], at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    ["<html", "<pre", "<br"]
        .iter()
        .any(|tag| rest.starts_with(tag.as_bytes()))
}
