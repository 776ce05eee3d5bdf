//! Makes text from the input safe to show.

use crate::visible::visible;

/// The first `limit` characters, made visible, and `…` if the text is longer. Names can have 64 kB.
#[must_use]
pub fn brief(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => {
            let mut out = visible(text.get(..end).unwrap_or_default().trim_end());
            out.push('…');
            out
        }
        None => visible(text),
    }
}

/// The usual name of a curve: `P-256` for `secp256r1`.
#[must_use]
pub fn curve(name: &str) -> &str {
    match name {
        "secp256r1" => "P-256",
        "secp384r1" => "P-384",
        "secp521r1" => "P-521",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_between_characters() {
        assert_eq!(brief("éèê", 3), "éèê");
        assert_eq!(brief("éèêë", 3), "éèê…");
        assert_eq!(brief("a \u{202E}bc", 3), "a [U+202E]…");
        assert_eq!(brief(&"日".repeat(70_000), 300).chars().count(), 301);
    }
}
