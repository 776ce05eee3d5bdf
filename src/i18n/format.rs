//! Templates with numbered placeholders, and helpers for numbers, lists and foreign text.
//!
//! [`say!`] checks at compile time that a template uses each of its values and no other, so a
//! translation cannot omit or add a value. One function fills all templates, which keeps the wasm
//! small.

use crate::visible::push_visible;

/// The longest foreign text (a name, an address) that a message repeats, in characters.
const LONGEST: usize = 120;

/// The text of one finding: a clause, and an explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    clause: String,
    more: String,
}

impl Explanation {
    /// From a clause (lowercase at the start, no full stop) and whole sentences, which may be
    /// empty.
    #[must_use]
    pub(super) fn new(clause: String, more: String) -> Self {
        Self { clause, more }
    }

    /// The clause in lowercase, without full stop: `the intermediate “R12” is missing`.
    #[must_use]
    pub fn clause(&self) -> &str {
        &self.clause
    }

    /// The clause as a headline: capital at the start, no full stop.
    #[must_use]
    pub fn headline(&self) -> String {
        capitalised(&self.clause)
    }

    /// Whole sentences that explain the clause; may be empty.
    #[must_use]
    pub fn explanation(&self) -> &str {
        &self.more
    }

    /// Clause and explanation as sentences.
    #[must_use]
    pub fn sentence(&self) -> String {
        let mut text = capitalised(&self.clause);
        text.push('.');
        append(&mut text, &self.more);
        text
    }
}

/// Appends a sentence after a space; does nothing if it is empty.
pub(super) fn append(text: &mut String, sentence: &str) {
    if !sentence.is_empty() {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(sentence);
    }
}

/// Programs whose names begin with a small letter, also at the start of a sentence.
const PROGRAMS: [&str; 6] = ["curl ", "git ", "keytool ", "nginx ", "nginx: ", "wget "];

/// The text with a capital at the start, unless it begins with a program's name.
pub(super) fn capitalised(text: &str) -> String {
    if PROGRAMS.iter().any(|name| text.starts_with(name)) {
        return text.to_owned();
    }
    let mut rest = text.chars();
    let mut out = String::with_capacity(text.len());
    if let Some(first) = rest.next() {
        out.extend(first.to_uppercase());
    }
    out.push_str(rest.as_str());
    out
}

/// Fills the placeholders `{0}` to `{9}` of a template. A placeholder without a value becomes
/// empty; other braces stay.
pub(crate) fn fill(template: &str, values: &[&str]) -> String {
    let length = values.iter().map(|v| v.len()).sum::<usize>();
    let mut out = String::with_capacity(template.len().saturating_add(length));
    let mut parts = template.split('{');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        if let [digit @ b'0'..=b'9', b'}', ..] = part.as_bytes() {
            let value = values.get(usize::from(digit - b'0'));
            out.push_str(value.unwrap_or(&""));
            out.push_str(part.get(2..).unwrap_or_default());
        } else {
            out.push('{');
            out.push_str(part);
        }
    }
    out
}

/// Whether the template has each of the placeholders `{0}` to `{count - 1}` at least once, and no
/// other braces.
pub(crate) const fn fits(template: &str, count: usize) -> bool {
    let mut rest = template.as_bytes();
    let mut seen = 0_u32;
    loop {
        rest = match rest {
            [] => return count < 10 && seen == (1 << count) - 1,
            [b'{', digit @ b'0'..=b'9', b'}', tail @ ..] => {
                seen |= 1 << (*digit - b'0');
                tail
            }
            [b'{' | b'}', ..] => return false,
            [_, tail @ ..] => tail,
        };
    }
}

/// Fills a template. Does not compile unless each value has a placeholder and each placeholder a
/// value.
macro_rules! say {
    ($template:literal $(, $value:expr)* $(,)?) => {{
        const VALUES: &[&str] = &[$(stringify!($value)),*];
        const { assert!($crate::i18n::format::fits($template, VALUES.len()), "the placeholders of the template do not match its values") };
        $crate::i18n::format::fill($template, &[$(AsRef::<str>::as_ref(&$value)),*])
    }};
}
pub(crate) use say;

/// Declares the keys of a subject's labels: an enum and the list of all its variants.
macro_rules! texts {
    ($(#[$about:meta])* $kind:ident: $($name:ident,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each name is its English text or the place where it is shown")]
        pub enum $kind {
            $($name,)*
        }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}
pub(super) use texts;

/// Foreign text made safe for a sentence: trimmed, hidden characters made visible, and cut after
/// `LONGEST` characters.
#[must_use]
pub fn shown(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONGEST.saturating_mul(2)));
    for (i, c) in text.trim().chars().enumerate() {
        if i == LONGEST {
            out.push('…');
            break;
        }
        push_visible(&mut out, c);
    }
    out
}

/// A number, in groups of three digits if it has five or more: `2048`, `32,768`.
#[must_use]
pub(super) fn grouped(number: i64, separator: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len().saturating_add(8));
    if number < 0 {
        out.push('−');
    }
    for (i, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(i);
        if digits.len() > 4 && i > 0 && left.is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// Items separated by commas, with `last` before the last one: `a, b and c`.
#[must_use]
pub(super) fn listed<S: AsRef<str>>(items: &[S], last: &str) -> String {
    let mut out = String::new();
    for (i, item) in items.iter().enumerate() {
        if i > 0 {
            out.push_str(if i.saturating_add(1) == items.len() { last } else { ", " });
        }
        out.push_str(item.as_ref());
    }
    out
}

/// A count as `i64`, clamped to its range.
#[must_use]
pub(super) fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A remaining time as a number and whether it is in minutes: seconds below 100, else minutes,
/// rounded up.
#[must_use]
pub(super) fn remaining(seconds: u64) -> (i64, bool) {
    let minutes = seconds >= 100;
    let number = if minutes { seconds.div_ceil(60) } else { seconds };
    (i64::try_from(number).unwrap_or(i64::MAX), minutes)
}

/// A size in bytes, kilobytes or megabytes (powers of 1000), rounded up; `units` are their symbols.
#[must_use]
pub(super) fn size(bytes: u64, units: [&str; 3], blank: &str) -> String {
    let [one, thousand, million] = units;
    let (number, unit) = match bytes {
        0..1_000 => (bytes, one),
        1_000..1_000_000 => (bytes.div_ceil(1_000), thousand),
        _ => (bytes.div_ceil(1_000_000), million),
    };
    let mut out = number.to_string();
    out.push_str(blank);
    out.push_str(unit);
    out
}

/// The first five foreign names, and how many more there are, as text from `more`.
#[must_use]
pub(super) fn some_of(names: &[String], last: &str, more: impl Fn(i64) -> String) -> String {
    const FIRST: usize = 5;
    let mut items: Vec<String> = names.iter().take(FIRST).map(|name| shown(name)).collect();
    if names.len() > FIRST {
        items.push(more(whole(names.len().saturating_sub(FIRST))));
    }
    listed(&items, last)
}

/// Two digits.
#[must_use]
pub(super) fn two(number: u8) -> String {
    let mut out = String::with_capacity(2);
    if number < 10 {
        out.push('0');
    }
    out.push_str(&number.to_string());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_and_values_must_agree() {
        assert!(fits("{0} and {1}, {0}", 2));
        assert!(fits("nothing", 0));
        for (template, count) in [("{0}", 0), ("{0}", 2), ("{1}", 1), ("{a}", 1), ("{", 0), ("}", 0)] {
            assert!(!fits(template, count), "{template}");
        }
        assert_eq!(say!("{1} before {0}", "a", "b"), "b before a");
    }

    #[test]
    fn other_braces_are_left_as_they_are() {
        assert_eq!(say!("<{0}>", "{1}{0}"), "<{1}{0}>");
        assert_eq!(fill("{ a: {0} }{", &["b"]), "{ a: b }{");
        assert_eq!(fill("{0}{1}", &["b"]), "b");
    }

    #[test]
    fn foreign_text_cannot_break_a_sentence() {
        assert_eq!(shown(" a\u{202E}b\nc "), "a[U+202E]b[U+000A]c");
        assert_eq!(shown(&"x".repeat(5000)).chars().count(), LONGEST + 1);
    }

    #[test]
    fn groups_from_five_digits() {
        assert_eq!(grouped(2048, ','), "2048");
        assert_eq!(grouped(32_768, ','), "32,768");
        assert_eq!(grouped(-1_234_567, ','), "−1,234,567");
        assert_eq!(grouped(i64::MIN, ','), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn sizes_are_rounded_up() {
        let units = ["B", "kB", "MB"];
        assert_eq!(size(999, units, " "), "999 B");
        assert_eq!(size(4_001, units, " "), "5 kB");
        assert_eq!(size(64 << 20, units, " "), "68 MB");
    }

    #[test]
    fn lists_read_as_sentences_do() {
        assert_eq!(listed(&["a"], " and "), "a");
        assert_eq!(listed(&["a", "b"], " and "), "a and b");
        assert_eq!(listed(&["a", "b", "c"], " and "), "a, b and c");
        assert_eq!(listed::<&str>(&[], " and "), "");
    }
}
