//! Escapes text for Markdown as GitHub, GitLab and Jira's converters read it.
//!
//! # References
//! - [CommonMark](https://spec.commonmark.org/0.31.2/) §2.4 backslash escapes, §6.1 code spans;
//!   [GFM](https://github.github.com/gfm/) §4.10 tables, §6.9 autolinks.

use crate::visible::visible;

/// Escapes a line of text: the special characters of Markdown and HTML. Words that some readers
/// turn into links or mentions (`http://…`, `www.…`, `a@b`) become code, which stays exact and
/// inert.
#[must_use]
pub fn inline(text: &str) -> String {
    let text = visible(text.trim());
    let mut out = String::with_capacity(text.len().saturating_add(16));
    for (i, word) in text.split(' ').enumerate() {
        if i > 0 {
            out.push(' ');
        }
        if is_link(word) {
            let end = word.trim_end_matches(['.', ',', ';', ':']);
            out.push_str(&code(end));
            escape_into(&mut out, word.get(end.len()..).unwrap_or_default());
        } else {
            escape_into(&mut out, word);
        }
    }
    out
}

/// Whether a Markdown reader might turn the word into a link or a mention.
fn is_link(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.to_ascii_lowercase().contains("www.")
}

fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' | '#' | '!' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
}

/// Formats text as code. It stays exact, except that a vertical bar, which ends a table cell even
/// in code, becomes U+FFFD.
pub(super) fn code(text: &str) -> String {
    let text = visible(text.trim()).replace('|', "\u{FFFD}");
    let fence = "`".repeat(longest_run(&text).saturating_add(1));
    let blank = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    if text.is_empty() {
        return String::new();
    }
    [&fence, blank, &text, blank, &fence].concat()
}

/// Formats lines as a code block.
pub(super) fn block(language: &str, lines: &[&str]) -> String {
    let longest = lines.iter().map(|line| longest_run(line)).max().unwrap_or_default();
    let fence = "`".repeat(longest.saturating_add(1).max(3));
    let mut out = [&fence, language, "\n"].concat();
    for line in lines {
        out.push_str(&visible(line));
        out.push('\n');
    }
    out.push_str(&fence);
    out.push('\n');
    out
}

/// The length of the longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_and_html_are_escaped() {
        assert_eq!(
            inline("*a* _b_ [x](y) `c` #1 <img src=x> a|b"),
            "\\*a\\* \\_b\\_ \\[x\\](y) \\`c\\` \\#1 &lt;img src=x&gt; a\\|b"
        );
        assert_eq!(inline("&lt;b&gt; \\"), "&amp;lt;b&amp;gt; \\\\");
        assert_eq!(inline("a\nb\r\n# c"), "a\\[U+000A\\]b\\[U+000D\\]\\[U+000A\\]\\# c");
    }

    #[test]
    fn nothing_becomes_a_link_or_a_mention() {
        assert_eq!(
            inline("It is at http://ca.example/a_b.cer."),
            "It is at `http://ca.example/a_b.cer`."
        );
        assert_eq!(
            inline("@everyone a@b.example WWW.evil.example"),
            "`@everyone` `a@b.example` `WWW.evil.example`"
        );
        assert_eq!(inline("http://x/`<b>`"), "`` http://x/`<b>` ``");
    }

    #[test]
    fn text_cannot_break_out_of_code() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("`` ` "), "``` `` ` ```");
        assert_eq!(code("a|b"), "`a\u{FFFD}b`");
        assert_eq!(code(""), "");
        assert_eq!(block("sh", &["a", "```", "b"]), "````sh\na\n```\nb\n````\n");
    }
}
