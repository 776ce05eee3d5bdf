//! Converts internationalised host names as the JDK's `java.net.IDN` does (IDNA 2003), without
//! Unicode's tables.
//!
//! Of the mapping (Nameprep, RFC 3491) it implements lower case, "ß" to "ss", full-width forms,
//! ignored characters and Latin letters followed by an accent. Other compatibility forms stay
//! unchanged. It accepts code points newer than Unicode 3.2, which the JDK rejects.
//!
//! # References
//! - JDK 17, `java.net.IDN`; [RFC 3490 §4](https://www.rfc-editor.org/rfc/rfc3490#section-4).

use super::punycode;
use crate::cert::compose;

const PREFIX: &str = "xn--";

/// Converts a host name to ASCII (`IDN.toASCII`); `None` if a label is empty, too long or has
/// forbidden characters.
///
/// With `strict`, labels may have letters, digits and inner hyphens only. A final dot stays.
pub(super) fn to_ascii(host: &str, strict: bool) -> Option<String> {
    by_label(host, |label| ascii_label(label, strict))
}

/// Converts a host name to Unicode (`IDN.toUnicode`). Labels that are not valid Punycode stay
/// unchanged.
pub(super) fn to_unicode(host: &str) -> Option<String> {
    by_label(host, |label| {
        Some(unicode_label(label).unwrap_or_else(|| label.to_owned()))
    })
}

fn by_label(host: &str, map: impl Fn(&str) -> Option<String>) -> Option<String> {
    let is_dot = |c: char| matches!(c, '.' | '\u{3002}' | '\u{ff0e}' | '\u{ff61}');
    if host.is_empty() || (host.chars().count() == 1 && host.starts_with(is_dot)) {
        return Some(host.chars().map(|_| '.').collect());
    }
    let (body, end) = match host.strip_suffix(is_dot) {
        Some(body) => (body, "."),
        None => (host, ""),
    };
    let labels: Option<Vec<String>> = body.split(is_dot).map(map).collect();
    Some(labels?.join(".") + end)
}

fn ascii_label(label: &str, strict: bool) -> Option<String> {
    let mapped = if label.is_ascii() {
        label.to_owned()
    } else {
        nameprep(label)?
    };
    let ldh = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '-';
    if mapped.is_empty() || (strict && (!mapped.chars().all(ldh) || mapped.starts_with('-') || mapped.ends_with('-'))) {
        return None;
    }
    let out = if mapped.is_ascii() {
        mapped
    } else if mapped.to_ascii_lowercase().starts_with(PREFIX) {
        return None;
    } else {
        format!("{PREFIX}{}", punycode::encode(&mapped)?)
    };
    (out.len() <= 63).then_some(out)
}

fn unicode_label(label: &str) -> Option<String> {
    let mapped = if label.is_ascii() {
        label.to_owned()
    } else {
        nameprep(label)?
    };
    let lower = mapped.to_ascii_lowercase();
    let decoded = punycode::decode(lower.strip_prefix(PREFIX)?)?;
    let again = ascii_label(&decoded, false)?;
    again.eq_ignore_ascii_case(&mapped).then_some(decoded)
}

/// Maps and composes a label; `None` if it has forbidden characters.
fn nameprep(label: &str) -> Option<String> {
    let mut out = String::new();
    for c in label.chars() {
        let c = match c {
            '\u{ad}'
            | '\u{34f}'
            | '\u{1806}'
            | '\u{180b}'..='\u{180d}'
            | '\u{200b}'..='\u{200d}'
            | '\u{2060}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' => continue,
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0)?,
            other => other,
        };
        if c == 'ß' {
            out.push_str("ss");
            continue;
        }
        for lower in c.to_lowercase() {
            match out.chars().next_back().and_then(|before| compose(before, lower)) {
                Some(whole) => {
                    out.pop();
                    out.push(whole);
                }
                None => out.push(lower),
            }
        }
    }
    let prohibited = |c: char| {
        !c.is_ascii() && (c.is_whitespace() || c.is_control())
            || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{fff9}'..='\u{fffd}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
    };
    (!out.contains(prohibited)).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn converts_to_ascii_and_to_unicode() {
        let ascii = |host: &str| to_ascii(host, true);
        assert_eq!(ascii("bücher.example").as_deref(), Some("xn--bcher-kva.example"));
        assert_eq!(ascii("Mañana.com").as_deref(), Some("xn--maana-pta.com"));
        assert_eq!(ascii("straße.example").as_deref(), Some("strasse.example"));
        assert_eq!(ascii("ｗww.example.com").as_deref(), Some("www.example.com"));
        assert_eq!(
            ascii("mu\u{308}nchen.example").as_deref(),
            Some("xn--mnchen-3ya.example")
        );
        assert_eq!(to_unicode("xn--mnchen-3ya.example").as_deref(), Some("münchen.example"));
        assert_eq!(to_unicode("xn--*.example").as_deref(), Some("xn--*.example"));
        assert_eq!((ascii("a..b"), ascii("a_b"), ascii("-a")), (None, None, None));
        assert_eq!(ascii(&"a".repeat(64)), None);
        assert_eq!((ascii("").as_deref(), ascii("。").as_deref()), (Some(""), Some(".")));
        let loose = |host: &str| to_ascii(host, false);
        assert!(loose("b ü").is_some() && loose("b\u{2003}ü").is_none());
        assert_eq!(
            (loose("b\u{80}ü"), loose("b\u{e000}ü"), loose("b\u{200e}ü")),
            (None, None, None)
        );
        assert_eq!(ascii("a").as_deref(), Some("a"));
        assert_eq!((ascii("a.").as_deref(), ascii("..")), (Some("a."), None));
    }
}
