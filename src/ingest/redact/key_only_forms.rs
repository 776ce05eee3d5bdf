//! Finds private keys in forms that contain only keys: PuTTY's files, `openssl rsa -text`, JSON web
//! keys, XML, and encrypted PEM blocks whose BEGIN line is missing.

use memchr::memmem;

use super::hits::{Filler, Hits};
use crate::ingest::report::dropped::PrivateKeyKind;
use crate::ingest::text::prefilter::{Mark, Sifted};

/// The most bytes removed as one key. Real keys are less than a quarter of this.
const WINDOW: usize = 64 * 1024;

/// Finds the keys in all these forms.
pub(super) fn find(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let named = |name: &'static str| sifted.find(Mark::KeyName, name.as_bytes());
    let to_next = |from: usize, stops: &[&str]| {
        let end = text.len().min(from.saturating_add(WINDOW));
        let rest = text.get(from..end).unwrap_or_default();
        stops
            .iter()
            .filter_map(|stop| memmem::find(rest, stop.as_bytes()))
            .min()
            .map_or(end, |len| from + len)
    };
    let mut done = 0;
    for at in named("Private-Lines:") {
        if at >= done {
            done = to_next(at, &["Private-MAC", "Private-Hash", "-----BEGIN"]);
            hits.push(text, PrivateKeyKind::Putty, at..done, Filler::Spaces);
        }
    }
    done = 0;
    for at in named("DEK-Info:") {
        if at >= done {
            done = to_next(at, &["-----"]);
            hits.push(text, PrivateKeyKind::Other, at..done, Filler::Spaces);
        }
    }
    const NAMES: [&str; 7] = [
        "privateExponent:",
        "exponent1:",
        "exponent2:",
        "prime1:",
        "prime2:",
        "coefficient:",
        "priv:",
    ];
    for name in NAMES {
        let mut done = 0;
        for at in named(name) {
            let from = at + name.len();
            if from < done {
                continue;
            }
            let len = text.get(from..).unwrap_or_default().iter();
            let len = len
                .take_while(|byte| byte.is_ascii_hexdigit() || b": \t\r\n".contains(byte))
                .count();
            done = from + len;
            hits.push(text, PrivateKeyKind::TextDump, from..from + len, Filler::Spaces);
        }
    }
    json_and_xml(sifted, hits);
}

/// Finds the secret members of JSON web keys (RFC 7518 §6.2.2, §6.3.2, §6.4.1) and of XML's
/// `RSAKeyValue` as .NET writes it.
fn json_and_xml(sifted: Sifted<'_>, hits: &mut Hits) {
    let text = sifted.text;
    let there = |name| sifted.find(Mark::KeyName, name).next().is_some();
    let mut members = |names: &[&str], between: &[u8], closing: &[u8]| {
        for name in names {
            for at in memmem::find_iter(text, name) {
                let from = at + name.len();
                let rest = text.get(from..).unwrap_or_default();
                let gap = rest.iter().take_while(|byte| between.contains(byte)).count();
                // The name must end here: `"d"` is not the beginning of `"deployment"`.
                if gap == 0 && closing != b"<" {
                    continue;
                }
                let value = rest.get(gap..).unwrap_or_default().iter();
                let len = value
                    .take_while(|byte| byte.is_ascii_alphanumeric() || b"+/=-_\r\n\t ".contains(byte))
                    .count();
                let ends = rest.get(gap + len).is_some_and(|byte| closing.contains(byte));
                // A key's number has at least this length; other JSON also has members named `"d"`.
                if ends && len >= 16 {
                    hits.push(
                        text,
                        PrivateKeyKind::Other,
                        from + gap..from + gap + len,
                        Filler::Spaces,
                    );
                }
            }
        }
    };
    if there(b"kty") {
        members(
            &["\"d", "\"p", "\"q", "\"dp", "\"dq", "\"qi", "\"k"],
            b"\\\": \t\r\n",
            b"\"\\",
        );
    }
    if there(b"<RSAKeyValue>") {
        members(&["<D>", "<P>", "<Q>", "<DP>", "<DQ>", "<InverseQ>"], b" \t\r\n", b"<");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::redact::hits::merge;
    use crate::ingest::text::prefilter::Sieve;

    #[test]
    fn exactly_the_values_of_secret_members_are_removed() {
        let removed = |text: &str| -> Vec<String> {
            let sieve = Sieve::of(text.as_bytes());
            let mut hits = Hits::default();
            find(sieve.sifted(text.as_bytes()), &mut hits);
            let ranges = merge(hits).into_iter().map(|hit| hit.range);
            ranges
                .map(|range| text.get(range).unwrap_or_default().to_owned())
                .collect()
        };
        let value = "AQIDBAUGBwgJCgsMDQ4PEA";
        assert_eq!(
            removed(&format!(r#"{{"kty":"EC","x":"{value}","d":"{value}"}}"#)),
            [value]
        );
        assert_eq!(removed(&format!(r#"{{"kty": "oct", "k" : "{value}"}}"#)), [value]);
        assert_eq!(
            removed(&format!("<RSAKeyValue><D>{value}</D><P> {value}</P></RSAKeyValue>")),
            [value, value]
        );
        let sixteen = value.get(..16).unwrap_or_default();
        let fifteen = value.get(..15).unwrap_or_default();
        assert_eq!(removed(&format!(r#"{{"kty":"EC","d":"{sixteen}"}}"#)), [sixteen]);
        assert_eq!(removed(&format!(r#"{{"kty":"EC","d":"{fifteen}"}}"#)), [""; 0]);
        assert_eq!(removed(&format!(r#"{{"kty":"EC","deploy":"{value}"}}"#)), [""; 0]);
        assert_eq!(
            removed("DEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n"),
            ["DEK-Info: AES-256-CBC,00\n\nAAAA\n"]
        );
        assert_eq!(
            removed("Private-Lines: 1\nAAAA\nPrivate-MAC: 00\n"),
            ["Private-Lines: 1\nAAAA\n"]
        );
        assert_eq!(
            removed("prime1:\n    00:aa:\n    bb\nother"),
            ["\n    00:aa:\n    bb\n"]
        );
    }
}
