//! Parses pasted lists. It reads words rather than lines, because every form that AWS prints has
//! the same words in the same order.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{AwsList, ListEntry, ListProblem, ListProblemKind, ListedHash, MAX_BYTES, MAX_PROBLEMS, MAX_SHOWN};
use crate::cert::{Fingerprint, Sha1Fingerprint};
use crate::num::{count_hex, parse_hex};

/// Characters around words in Markdown, tables and quotes.
const AROUND: [char; 12] = ['*', '`', '|', '"', '\'', '\\', ',', ';', '<', '>', '#', '\u{feff}'];

/// See [`AwsList::parse`].
pub(super) fn parse(text: &str) -> AwsList {
    let mut parser = Parser::default();
    if text.len() > MAX_BYTES {
        parser.problem(1, ListProblemKind::TooLong);
        return parser.list;
    }
    for (line, content) in (1..).zip(without_markup(text).lines()) {
        for word in content.split_whitespace() {
            parser.word(line, word.trim_matches(AROUND));
        }
    }
    parser.end_entry();
    parser.list
}

/// The longest tag that is skipped, in bytes.
const MAX_TAG: usize = 2_000;

/// Replaces the tags and character references of an HTML page by spaces, and keeps line ends.
/// Returns other text as it is.
fn without_markup(text: &str) -> Cow<'_, str> {
    if !text.contains("</") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, markup) = rest.split_at(at);
        out.push_str(before);
        let end = markup_length(markup.as_bytes());
        let (markup, after) = markup.split_at_checked(end.unwrap_or(1)).unwrap_or((markup, ""));
        match end {
            Some(_) => out.extend(std::iter::once(' ').chain(markup.chars().filter(|c| *c == '\n'))),
            None => out.push_str(markup),
        }
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The length of the tag or character reference at the start of `text`; `None` if there is none.
fn markup_length(text: &[u8]) -> Option<usize> {
    let (first, inside) = text.split_first()?;
    let begins = |byte: u8| byte.is_ascii_alphabetic() || b"/!?#".contains(&byte);
    let (end, limit) = if *first == b'<' { (b'>', MAX_TAG) } else { (b';', 10) };
    inside.first().copied().filter(|byte| begins(*byte))?;
    let length = inside.iter().take(limit).position(|byte| *byte == end)?;
    Some(length + 2)
}

/// What the next word is expected to be.
#[derive(Default)]
enum Expect {
    #[default]
    Anything,
    /// "Alias" was the last word.
    Name,
    Alias,
    /// A label was read; `digits` is the part of its value read so far.
    Digits {
        algorithm: ListedHash,
        line: u32,
        digits: String,
    },
}

#[derive(Default)]
struct Parser {
    list: AwsList,
    expect: Expect,
    /// Alias and line of the current entry.
    alias: Option<(String, u32)>,
    sha1: Option<Sha1Fingerprint>,
    sha256: Option<Fingerprint>,
    /// A bad fingerprint of this entry was reported, so a missing one is not.
    broken: bool,
    by_alias: HashMap<String, (Fingerprint, u32)>,
    by_sha256: HashMap<Fingerprint, (Sha1Fingerprint, u32)>,
}

impl Parser {
    fn problem(&mut self, line: u32, kind: ListProblemKind) {
        if self.list.problems.len() < MAX_PROBLEMS {
            self.list.problems.push(ListProblem { line, kind });
        }
    }

    fn word(&mut self, line: u32, mut word: &str) {
        while let Some((algorithm, rest)) = label(word) {
            self.end_digits();
            self.expect = Expect::Digits {
                algorithm,
                line,
                digits: String::new(),
            };
            if rest.is_empty() {
                return;
            }
            word = rest;
        }
        match &mut self.expect {
            Expect::Name if strip_prefix(word, "name").is_some_and(|rest| rest.is_empty() || rest.starts_with(':')) => {
                self.end_entry();
                self.expect = Expect::Alias;
                let alias = strip_prefix(word, "name").unwrap_or_default().trim_start_matches(':');
                self.alias = Some((String::new(), line));
                self.word_of_alias(alias);
            }
            _ if word.eq_ignore_ascii_case("alias") => {
                self.end_digits();
                self.expect = Expect::Name;
            }
            Expect::Alias => self.word_of_alias(word),
            Expect::Digits { algorithm, digits, .. } => {
                // The value may be split by the end of a line or a page; ignore words in between.
                let belongs = if digits.is_empty() {
                    hex_like(word)
                } else {
                    continues(digits, word)
                };
                if belongs {
                    digits.push_str(word);
                }
                if count_hex(digits) >= algorithm.length() {
                    self.end_digits();
                }
            }
            Expect::Name => self.expect = Expect::Anything,
            Expect::Anything => {}
        }
    }

    fn word_of_alias(&mut self, word: &str) {
        let word = word.trim_matches(['`', '*', ':', '"']);
        if let (Some((alias, _)), false) = (&mut self.alias, word.is_empty()) {
            *alias = shown(word);
            self.expect = Expect::Anything;
        }
    }

    /// Reads the value after a label.
    fn end_digits(&mut self) {
        let Expect::Digits {
            algorithm,
            line,
            digits,
        } = std::mem::take(&mut self.expect)
        else {
            return;
        };
        let text = digits.trim_matches(':');
        let read = match algorithm {
            ListedHash::Md5 => parse_hex::<16>(text).is_some(),
            ListedHash::Sha1 => {
                let sha1 = parse_hex(text).map(Sha1Fingerprint);
                self.sha1 = self.sha1.or(sha1);
                sha1.is_some()
            }
            ListedHash::Sha256 => {
                let sha256 = parse_hex(text).map(Fingerprint);
                if self.sha256.is_some() && sha256.is_some() {
                    // This is a second value: the alias between the two is missing.
                    self.problem(line, ListProblemKind::NoAlias);
                } else {
                    self.sha256 = sha256;
                }
                sha256.is_some()
            }
        };
        if !read {
            self.broken = true;
            self.problem(
                line,
                ListProblemKind::BadFingerprint {
                    algorithm,
                    text: shown(text),
                },
            );
        } else if self.alias.is_none() {
            self.broken = true;
            (self.sha1, self.sha256) = (None, None);
            self.problem(line, ListProblemKind::NoAlias);
        }
    }

    fn end_entry(&mut self) {
        self.end_digits();
        self.expect = Expect::Anything;
        let (sha1, sha256) = (self.sha1.take(), self.sha256.take());
        let broken = std::mem::take(&mut self.broken);
        let Some((alias, line)) = self.alias.take() else { return };
        if alias.is_empty() {
            return self.problem(line, ListProblemKind::EmptyAlias);
        }
        let Some(sha256) = sha256 else {
            if !broken {
                self.problem(line, ListProblemKind::NoSha256 { alias });
            }
            return;
        };
        match self.by_alias.get(&alias) {
            Some((same, _)) if *same == sha256 => return,
            Some(&(_, first_line)) => return self.problem(line, ListProblemKind::AliasTwice { alias, first_line }),
            None => self.by_alias.insert(alias.clone(), (sha256, line)),
        };
        if let Some(sha1) = sha1 {
            let (first, first_line) = *self.by_sha256.entry(sha256).or_insert((sha1, line));
            if first != sha1 {
                return self.problem(line, ListProblemKind::Sha1Differs { alias, first_line });
            }
        }
        self.list.entries.push(ListEntry {
            alias,
            sha1,
            sha256,
            line,
        });
    }
}

/// Splits a word such as `SHA256:` or `SHA-1:AB:CD` into its algorithm and what follows the colon.
fn label(word: &str) -> Option<(ListedHash, &str)> {
    const LABELS: [(&str, ListedHash); 5] = [
        ("md5", ListedHash::Md5),
        ("sha1", ListedHash::Sha1),
        ("sha-1", ListedHash::Sha1),
        ("sha256", ListedHash::Sha256),
        ("sha-256", ListedHash::Sha256),
    ];
    LABELS.iter().find_map(|(name, algorithm)| {
        let rest = strip_prefix(word, name)?
            .trim_start_matches(['*', '`'])
            .strip_prefix(':')?;
        Some((*algorithm, rest.trim_start_matches(['*', '`'])))
    })
}

/// Does the same as [`str::strip_prefix`], ignoring ASCII case.
fn strip_prefix<'a>(word: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = word.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

/// Whether a word can only be a fingerprint or a part of one: groups of two digits with colons, or
/// many hex digits.
fn hex_like(word: &str) -> bool {
    let groups = word.split(':').filter(|group| !group.is_empty());
    let pairs = groups.clone().count() > 1 || word.contains(':') && groups.clone().any(|group| count_hex(group) == 1);
    pairs && groups.clone().filter(|group| group.len() == 2).count() * 2 >= groups.count()
        || word.len() >= 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a value continues with this word: it was split at a colon, which is at the end of one or
/// at the start of the other.
fn continues(digits: &str, word: &str) -> bool {
    let pairs = word
        .split(':')
        .all(|group| group.is_empty() || group.len() == 2 && count_hex(group) == 1);
    pairs && (digits.ends_with(':') != word.starts_with(':'))
}

fn shown(text: &str) -> String {
    text.chars().take(MAX_SHOWN).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fingerprints_and_their_parts_look_like_hex() {
        for (word, expected) in [
            ("AB:CD", true),
            ("AB:", true),
            (":cd", true),
            ("AB", false),
            ("", false),
            (":", false),
            ("Alias:", false),
            ("ALIAS:NAME", false),
            ("12:34:567", true),
            ("12:345:678", false),
            ("XX:YY", true),
        ] {
            assert_eq!(hex_like(word), expected, "{word}");
        }
        assert!(hex_like(&"a0".repeat(16)) && !hex_like(&"a0".repeat(15)));
        assert!(!hex_like(&"x0".repeat(16)));
    }

    #[test]
    fn a_value_continues_after_one_colon() {
        assert!(continues("AB:", "CD") && continues("AB", ":CD:EF"));
        assert!(!continues("AB", "CD") && !continues("AB:", ":CD"));
        assert!(!continues("AB:", "page") && !continues("AB:", "CX"));
    }
}
