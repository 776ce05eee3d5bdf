//! Searches AWS's list by words of a name, an alias, a key, or a fingerprint in any form.

use crate::web::protocol::response::Authority;

/// The shortest query that can be a part of a fingerprint, in hexadecimal digits.
const DIGITS: usize = 6;

/// Whether the row has every word of the query, or the query is a part of one of its fingerprints.
#[must_use]
pub fn matches(row: &Authority, query: &str) -> bool {
    let query = query.trim().to_lowercase();
    if let Some(digits) = fingerprint(&query) {
        let prints = [Some(&row.sha256), row.sha1.as_ref()];
        if prints.into_iter().flatten().any(|print| hex(print).contains(&digits)) {
            return true;
        }
    }
    let text = [&row.label, &row.subject, &row.key, &row.aliases.join(" ")].map(|part| part.to_lowercase());
    query
        .split_whitespace()
        .all(|word| text.iter().any(|part| part.contains(word)))
}

/// The digits of a fingerprint, or `None` if the text is something else.
///
/// Reads what openssl, keytool, Windows, and browsers write: `SHA256 Fingerprint=AB:CD:…`, `ab cd`,
/// `abcd`.
fn fingerprint(query: &str) -> Option<String> {
    let value = query.rsplit(['=']).next().unwrap_or(query);
    let foreign = |c: char| !c.is_ascii_hexdigit() && !matches!(c, ':' | '-' | ' ' | '\u{200e}');
    let digits = hex(value);
    (!value.contains(foreign) && digits.len() >= DIGITS).then_some(digits)
}

fn hex(text: &str) -> String {
    text.chars()
        .filter(char::is_ascii_hexdigit)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Authority {
        Authority {
            aliases: vec!["amazonrootca1".into()],
            label: "Amazon Root CA 1".into(),
            subject: "CN=Amazon Root CA 1,O=Amazon,C=US".into(),
            key: "RSA 2048".into(),
            not_after: None,
            sha256: "8E:CD:E6:88:4F:3D:87:B1:12:5B:A3:1A:C3:FC:B1:3D".into(),
            sha1: Some("8D:A7:F9:65:EC:5E:FC:37:91:0F:1C:6E:59:FD:C1:CC:6A:6E:DE:16".into()),
        }
    }

    #[test]
    fn finds_by_words_and_by_fingerprints_in_any_form() {
        for query in [
            "",
            "amazon root",
            "ROOT amazon 2048",
            "amazonrootca1",
            "8ecde6884f3d",
            "8E:CD:E6:88:4F",
            "sha256 Fingerprint=8E:CD:E6:88:4F:3D:87:B1:12:5B:A3:1A:C3:FC:B1:3D",
            "8e cd e6 88 4f 3d",
            "\u{200e}8d a7 f9 65 ec 5e fc 37",
        ] {
            assert!(matches(&row(), query), "{query}");
        }
        for query in ["amazon root ca 2x", "00:11:22:33:44", "digicert", "EC 256"] {
            assert!(!matches(&row(), query), "{query}");
        }
    }
}
