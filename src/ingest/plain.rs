//! Reads files that contain only certificates in PEM, each between its own markers, in lines of 64
//! characters that end with LF ([RFC 7468 §2 and §5](https://www.rfc-editor.org/rfc/rfc7468#section-5)).
//!
//! Most certificate files do. They need no repair and contain no private key and no text, so this
//! reader needs none of the code for those. It refuses everything else.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use super::object::outline::{Shape, classify};
use super::report::found::{Block, BlockSource, Container, Ingested};
use super::report::limits::Limits;
use super::report::location::Location;
use crate::num::small;

/// The label of a certificate.
const LABEL: &str = "CERTIFICATE";
const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";
const END: &[u8] = b"-----END CERTIFICATE-----";

/// The length of each line of base64 but the last.
const LINE: usize = 64;

/// Returns what [`super::ingest_files_with`] finds in these files; `None` if a file is not only
/// certificates in plain PEM, or a limit is exceeded.
pub fn ingest_plain(files: &[(String, Bytes)], limits: &Limits) -> Option<Ingested> {
    let is_paste = matches!(files, [(name, _)] if name.is_empty());
    let sizes = files.iter().map(|(_, data)| data.len());
    if sizes.fold(0, usize::saturating_add) > limits.input_bytes {
        return None;
    }
    let mut blocks = Vec::new();
    for (index, (_, data)) in files.iter().enumerate() {
        let file = u32::try_from(index).ok().filter(|_| !is_paste);
        read(data, file, limits, &mut blocks)?;
    }
    let names = files.iter().map(|(name, _)| name.clone());
    Some(Ingested {
        files: names.filter(|_| !is_paste).collect(),
        blocks,
        ..Ingested::default()
    })
}

/// Adds the certificates of a file.
fn read(text: &[u8], file: Option<u32>, limits: &Limits, blocks: &mut Vec<Block>) -> Option<()> {
    let mut lines = LineReader {
        text,
        next: 0,
        offset: 0,
        number: 0,
    };
    while let Some(line) = lines.next() {
        if line.iter().all(|byte| b" \t".contains(byte)) {
            continue;
        }
        if line != BEGIN || blocks.len() >= limits.certificates {
            return None;
        }
        let source = BlockSource {
            at: Location {
                file,
                line: lines.number,
            },
            offset: small(lines.offset),
            label: Some(LABEL.to_owned()),
            container: Container::Pem,
            entry: None,
            alias: None,
        };
        let der = body(&mut lines)?;
        if classify(&der) != Shape::Certificate {
            return None;
        }
        blocks.push(Block {
            der: der.into(),
            source,
            trusted: None,
        });
    }
    Some(())
}

/// Decodes the lines up to the END marker.
fn body(lines: &mut LineReader<'_>) -> Option<Vec<u8>> {
    let mut der = Vec::new();
    let mut is_last = false;
    loop {
        let line = lines.next()?;
        if line == END {
            return Some(der);
        }
        if is_last || line.is_empty() || line.len() > LINE {
            return None;
        }
        // 64 characters without padding are 48 bytes, so each line can be decoded alone.
        is_last = line.len() < LINE || line.ends_with(b"=");
        STANDARD.decode_vec(line, &mut der).ok()?;
    }
}

/// Reads the lines of a text, which end with LF.
struct LineReader<'t> {
    text: &'t [u8],
    /// Where the next line begins.
    next: usize,
    /// Where the last line begins.
    offset: usize,
    /// The number of the last line, from 1.
    number: u32,
}

impl<'t> Iterator for LineReader<'t> {
    type Item = &'t [u8];

    /// Returns the next line without its end.
    fn next(&mut self) -> Option<&'t [u8]> {
        let rest = self.text.get(self.next..).filter(|rest| !rest.is_empty())?;
        let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        self.offset = self.next;
        self.number = self.number.saturating_add(1);
        self.next += end + 1;
        rest.get(..end)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ingest::text::objects::pem::examples;
    use crate::ingest::{ingest, ingest_files};

    const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");

    fn plain(text: &[u8]) -> Option<Ingested> {
        ingest_plain(&[(String::new(), Bytes::copy_from_slice(text))], &Limits::default())
    }

    /// Whether the text is plain; then both readers must find the same.
    fn is_plain(text: &[u8]) -> bool {
        let found = plain(text);
        if let Some(found) = &found {
            let whole = ingest(Bytes::copy_from_slice(text), &Limits::default());
            assert_eq!(*found, whole, "{}", String::from_utf8_lossy(text));
        }
        found.is_some()
    }

    /// A chain in plain PEM.
    fn chain() -> String {
        std::fs::read_to_string(Path::new(FIXTURES).join("real/entrust-2019.pem")).unwrap()
    }

    #[test]
    fn both_readers_find_the_same_in_the_fixtures() {
        let (mut plain, mut others) = (0, 0);
        for folder in ["ingest", "made", "real", "products", "containers"] {
            for entry in std::fs::read_dir(Path::new(FIXTURES).join(folder)).unwrap() {
                let Ok(data) = std::fs::read(entry.unwrap().path()) else {
                    continue;
                };
                if is_plain(&data) {
                    plain += 1;
                } else {
                    others += 1;
                }
            }
        }
        assert!(plain > 15 && others > 20, "{plain} {others}");
    }

    #[test]
    fn blank_lines_are_plain() {
        let pem = chain();
        let pem = pem.trim_end();
        for text in ["{}", "{}\n", "\n \t\n{}\n\n", "{}\n{}", "{}\n\n{}\n"] {
            let text = text.replace("{}", pem);
            assert!(is_plain(text.as_bytes()), "{text:?}");
        }
    }

    #[test]
    fn everything_else_is_for_the_other_readers() {
        let pem = chain();
        let mut der = plain(pem.as_bytes()).unwrap().blocks.swap_remove(0).der.to_vec();
        let mut forms = examples(&der, LABEL);
        let (_, only) = forms.remove(0);
        assert!(is_plain(only.as_bytes()));
        for (form, text) in forms {
            assert_eq!(is_plain(text.as_bytes()), text == only, "{form}");
        }
        for (form, text) in examples(&der, "X509 CERTIFICATE") {
            assert!(!is_plain(text.as_bytes()), "{form}");
        }
        for text in [
            pem.replacen("-----END", "\n-----END", 1),
            pem.replacen("-----BEGIN", " -----BEGIN", 1),
            pem.replacen("-----\n", "----- \n", 1),
            pem.replacen('M', "*", 1),
            pem.replacen("CERTIFICATE-----\n-", "CERTIFICATE-----\nx\n-", 1),
            pem.split_inclusive('\n').take(4).collect(),
            ["# a.example\n", &pem].concat(),
            [&pem, "depth=0 CN = a"].concat(),
            [&pem, ".\n", &pem].concat(),
            "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----".to_owned(),
        ] {
            assert!(!is_plain(text.as_bytes()), "{text}");
        }
        // Lines of another length, and padding before the last line.
        for (first, others) in [(48, 48), (47, 48), (36, 36), (57, 57)] {
            let (head, rest) = der.split_at(first);
            let parts = std::iter::once(head).chain(rest.chunks(others));
            let lines: Vec<String> = parts.map(|part| STANDARD.encode(part)).collect();
            let text = [BEGIN, lines.join("\n").as_bytes(), END].join(&b'\n');
            assert_eq!(is_plain(&text), (first, others) == (48, 48), "{first}, {others}");
        }
        // Another object than a certificate, and one with bytes after it.
        der.push(0);
        for bytes in [&der[..], &[0x30, 3, 2, 1, 1]] {
            let (_, text) = examples(bytes, LABEL).swap_remove(0);
            assert!(!is_plain(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn several_files_are_numbered_and_share_the_limits() {
        let pem = Bytes::from(chain());
        let files = [("a.pem".to_owned(), pem.clone()), (String::new(), pem.clone())];
        let found = ingest_plain(&files, &Limits::default()).unwrap();
        assert_eq!(found, ingest_files(&files, &Limits::default()));
        let limited = |certificates, input_bytes| Limits {
            certificates,
            input_bytes,
            ..Limits::default()
        };
        let (count, size) = (found.blocks.len(), 2 * pem.len());
        assert_eq!(ingest_plain(&files, &limited(count, size)), Some(found));
        assert_eq!(ingest_plain(&files, &limited(count - 1, size)), None);
        assert_eq!(ingest_plain(&files, &limited(count, size - 1)), None);
    }
}
