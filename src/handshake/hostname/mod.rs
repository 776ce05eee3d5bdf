//! Compares a host name with a certificate's names, as the JDK's HTTPS endpoint identification
//! does.
//!
//! # References
//! - JDK 17, `X509TrustManagerImpl.checkIdentity` and `HostnameChecker` (TLS rules).
//! - [RFC 6125](https://www.rfc-editor.org/rfc/rfc6125) for the intended rules.

pub(super) mod address;
mod idn;
mod punycode;

use std::net::IpAddr;

use super::readable::{alternative_names, unreadable_in_leaf};
use super::thrown::{NO_COMMON_NAME, Thrown};
use crate::cert::extensions::{ip_text, oid};
use crate::cert::{Certificate, GeneralName, is_nfkc};
use crate::report::{HostnameReport, NameSource};
use crate::trust::java::JavaTraits;

/// A result, and the text of an exception that the JDK does not catch, if it throws one.
type Checked = (HostnameReport, Option<String>);

/// Converts a host name to ASCII as Java does; `None` if it is not a host name.
#[must_use]
pub fn ascii_host(host: &str) -> Option<String> {
    idn::to_ascii(host, false)
}

/// Compares the host name `asked` with the names of `leaf`.
#[must_use]
pub fn check(asked: &str, leaf: &Certificate, traits: &JavaTraits) -> Checked {
    let host = asked
        .strip_suffix('.')
        .filter(|_| traits.removes_final_dot)
        .unwrap_or(asked);
    let bare = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(host);
    let names = alternative_names(leaf, traits);
    let names = names.as_deref();
    let mut checked = match address::read(bare) {
        Some(ip) => check_address(bare, ip, names, leaf, traits),
        None => check_dns(bare, names.unwrap_or_default(), leaf, traits),
    };
    checked.0.asked = asked.to_owned();
    checked
}

fn report(source: Option<NameSource>, presented: Vec<String>, matched: Option<String>, message: String) -> Checked {
    let report = HostnameReport {
        asked: String::new(),
        accepted: matched.is_some(),
        message: matched.is_none().then_some(message),
        matched,
        presented,
        source,
    };
    (report, None)
}

/// Returns the result if the JDK throws `exception`.
fn throws(source: Option<NameSource>, presented: Vec<String>, exception: Thrown, traits: &JavaTraits) -> Checked {
    let (report, _) = report(source, presented, None, String::new());
    (report, Some(exception.text(traits)))
}

/// Returns the exception that the JDK throws while it lists the names; else `None`.
fn unlistable(names: &[GeneralName]) -> Option<Thrown> {
    names.iter().find_map(|name| match name {
        GeneralName::Other { listable: false, .. } => Some(Thrown::Text("name cannot be encoded")),
        GeneralName::Ip(bytes) if bytes.len() == 32 && !is_contiguous(bytes) => {
            Some(Thrown::Text("IPAddress cannot be parsed"))
        }
        _ => None,
    })
}

/// Whether the mask in the second half of `bytes` is ones followed by zeros.
fn is_contiguous(bytes: &[u8]) -> bool {
    let mask = bytes.iter().skip(bytes.len() / 2);
    let significant: Vec<u8> = mask.copied().skip_while(|b| *b == 0xff).collect();
    match significant.split_first() {
        None => true,
        Some((first, rest)) => {
            first.leading_ones() + first.trailing_zeros().min(8) >= 8 && rest.iter().all(|b| *b == 0)
        }
    }
}

fn check_address(
    asked: &str,
    ip: IpAddr,
    names: Option<&[GeneralName]>,
    leaf: &Certificate,
    traits: &JavaTraits,
) -> Checked {
    if let Some(unreadable) = unreadable_in_leaf(leaf, oid::SAN, traits) {
        return report(None, Vec::new(), None, unreadable);
    }
    if let Some(thrown) = unlistable(names.unwrap_or_default()) {
        return throws(None, Vec::new(), thrown, traits);
    }
    let addresses: Vec<&Vec<u8>> = names
        .unwrap_or_default()
        .iter()
        .filter_map(|n| {
            if let GeneralName::Ip(bytes) = n {
                Some(bytes)
            } else {
                None
            }
        })
        .collect();
    let equals = |bytes: &[u8]| {
        let presented = match bytes.len() {
            4 => <[u8; 4]>::try_from(bytes).ok().map(|b| IpAddr::V4(b.into())),
            16 => <[u8; 16]>::try_from(bytes).ok().map(|b| address::canonical(b.into())),
            _ => None,
        };
        presented == Some(ip)
    };
    let matched = addresses.iter().find(|b| equals(b)).map(|b| ip_text(b));
    let message = match names {
        None => "No subject alternative names present".to_owned(),
        Some(_) => format!("No subject alternative names matching IP address {asked} found"),
    };
    let source = (!addresses.is_empty()).then_some(NameSource::SanIp);
    report(source, addresses.iter().map(|b| ip_text(b)).collect(), matched, message)
}

fn check_dns(host: &str, names: &[GeneralName], leaf: &Certificate, traits: &JavaTraits) -> Checked {
    let leftmost = traits.leftmost_wildcards;
    let presented: Vec<String> = names
        .iter()
        .filter_map(|n| {
            if let GeneralName::Dns(name) = n {
                Some(name.clone())
            } else {
                None
            }
        })
        .collect();
    let source = if presented.is_empty() {
        NameSource::CommonName
    } else {
        NameSource::SanDns
    };
    if !legal_host(host) {
        return report(
            Some(source),
            presented,
            None,
            format!("Illegal given domain name: {host}"),
        );
    }
    if let Some(unreadable) = unreadable_in_leaf(leaf, oid::SAN, traits) {
        return report(Some(source), presented, None, unreadable);
    }
    if let Some(thrown) = unlistable(names) {
        return throws(Some(source), presented, thrown, traits);
    }
    if !presented.is_empty() {
        let matched = presented.iter().find(|p| matches(host, p, leftmost)).cloned();
        let message = format!("No subject alternative DNS name matching {host} found.");
        return report(Some(source), presented, matched, message);
    }
    let attribute = leaf.subject.most_specific_common_name();
    let common_name = attribute.map(|a| a.java_text());
    let common_name = common_name.as_deref();
    let presented: Vec<String> = common_name.map(str::to_owned).into_iter().collect();
    let source = (!presented.is_empty()).then_some(NameSource::CommonName);
    if attribute.is_some_and(|a| !a.is_text_for_java()) {
        // The JDK uses null as the text of a value that it cannot read as text.
        return throws(source, presented, NO_COMMON_NAME, traits);
    }
    if let Some(informal) = common_name.filter(|cn| !is_nfkc(cn)) {
        let message = format!("Not a formal name {informal}");
        return report(source, presented, None, message);
    }
    let matched = common_name.filter(|cn| matches(host, cn, leftmost)).map(str::to_owned);
    report(source, presented, matched, format!("No name matching {host} found"))
}

/// Whether the JDK accepts the host name (`SNIHostName`).
fn legal_host(host: &str) -> bool {
    idn::to_ascii(host, true).is_some_and(|ascii| !ascii.is_empty() && !ascii.ends_with('.'))
}

/// Whether the pattern `presented` matches `host`.
///
/// Both are converted to Unicode and compared label by label. A `*` matches any characters within
/// one label, or only within the first if `leftmost` is set. A pattern of only `*` never matches,
/// and a dot must follow the last `*`.
pub(super) fn matches(host: &str, presented: &str, leftmost: bool) -> bool {
    let readable = |name: &str| idn::to_ascii(name, false).and_then(|ascii| idn::to_unicode(&ascii));
    let (Some(host), Some(presented)) = (readable(host), readable(presented)) else {
        return false;
    };
    if presented == "*" || presented == "*." {
        return false;
    }
    if leftmost && presented.split('.').skip(1).any(|label| label.contains('*')) {
        return false;
    }
    let after_last_star = presented.rfind('*').and_then(|at| presented.get(at..));
    if after_last_star.is_some_and(|tail| !tail.contains('.')) {
        return false;
    }
    if !legal_host(&presented.replace('*', "z")) {
        return false;
    }
    let (host, presented) = (host.to_lowercase(), presented.to_lowercase());
    let (hosts, patterns): (Vec<&str>, Vec<&str>) = (host.split('.').collect(), presented.split('.').collect());
    hosts.len() == patterns.len() && hosts.iter().zip(&patterns).all(|(h, p)| label_matches(h, p))
}

fn label_matches(label: &str, pattern: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|head| label.strip_prefix(head)) else {
        return false;
    };
    let tails: Vec<&str> = parts.collect();
    let Some((last, middle)) = tails.split_last() else {
        return rest.is_empty();
    };
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = rest.get(at + part.len()..).unwrap_or_default(),
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wildcards_stay_within_a_label() {
        for (host, pattern, expected) in [
            ("www.example.com", "*.example.com", true),
            ("www.example.com", "w*.example.com", true),
            ("www.example.com", "*w*.example.com", true),
            ("a.example.com", "*a*a*.example.com", false),
            ("aa.example.com", "*a*a*.example.com", true),
            ("a.b.example.com", "*.example.com", false),
            ("a.b.example.com", "*.*.example.com", true),
            ("example.com", "*.example.com", false),
            ("example.com", "*", false),
            ("example.com", "*.com", true),
            ("com", "*", false),
            ("com.", "*.", false),
            ("EXAMPLE.com", "example.COM", true),
            ("example.com", "example.com.", false),
            ("xn--mnchen-3ya.example.com", "m*nchen.example.com", true),
            ("xn--mnchen-3ya.example.com", "xn--*.example.com", false),
        ] {
            assert_eq!(matches(host, pattern, false), expected, "{host} against {pattern}");
        }
    }

    #[test]
    fn a_legal_host_has_labels_of_letters_digits_and_hyphens() {
        assert_eq!(ascii_host("Bücher.example").as_deref(), Some("xn--bcher-kva.example"));
        assert_eq!(ascii_host("a..b"), None);
        for (host, legal) in [
            ("a.example", true),
            ("bücher.example", true),
            ("a.example.", false),
            ("", false),
            (".", false),
            ("a_b.example", false),
            ("a..example", false),
        ] {
            assert_eq!(legal_host(host), legal, "{host}");
        }
    }

    #[test]
    fn a_mask_is_ones_followed_by_zeros() {
        for (mask, expected) in [
            ([255, 255, 255, 255], true),
            ([255, 255, 240, 0], true),
            ([128, 0, 0, 0], true),
            ([0, 0, 0, 0], true),
            ([255, 0, 255, 0], false),
            ([255, 255, 0xf4, 0], false),
            ([255, 255, 240, 1], false),
            ([15, 0, 0, 0], false),
        ] {
            let constraint = [[10, 0, 0, 0], mask].concat();
            assert_eq!(is_contiguous(&constraint), expected, "{mask:?}");
        }
        let name = |mask: [u8; 16]| [GeneralName::Ip([[0; 16], mask].concat())];
        assert!(unlistable(&name([255; 16])).is_none());
        assert!(unlistable(&name([15; 16])).is_some());
        let short = GeneralName::Ip(vec![10, 0, 0, 0, 255, 0, 255, 0]);
        assert!(
            unlistable(&[short]).is_none(),
            "the JDK looks at the masks of IPv6 only"
        );
    }
}
