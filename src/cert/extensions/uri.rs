//! Checks URIs in certificates as the JDK's `URIName` does: `java.net.URI` must accept them, they
//! need a scheme, and a host must be a DNS name or an IP address.

use std::net::Ipv6Addr;

use super::dns_name::strict_dns_name;

/// Whether `java.net.URI` rejects this character anywhere.
fn is_rejected(c: char) -> bool {
    matches!(
        c,
        ' ' | '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`' | '\u{fffd}'
    ) || c.is_control()
}

/// Whether the JDK can read `uri`.
pub(super) fn is_readable(uri: &str) -> bool {
    let Some((scheme, rest)) = uri.split_once(':') else {
        return false;
    };
    let lettered = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let clean = !uri.contains(is_rejected) && escapes_are_whole(uri);
    let host_ok = match host(uri) {
        None => true,
        Some(host) => match host.strip_prefix('[').and_then(|h| h.strip_suffix(']')) {
            Some(v6) => v6.split('%').next().is_some_and(|v6| v6.parse::<Ipv6Addr>().is_ok()),
            None => strict_dns_name(host),
        },
    };
    lettered && !rest.is_empty() && clean && host_ok
}

fn escapes_are_whole(uri: &str) -> bool {
    uri.split('%')
        .skip(1)
        .all(|after| after.len() >= 2 && after.bytes().take(2).all(|b| b.is_ascii_hexdigit()))
}

/// Returns the host of a URI whose authority `java.net.URI` parses as a server's; `None` for a
/// registry-based authority or no authority.
pub(crate) fn host(uri: &str) -> Option<&str> {
    let (_, rest) = uri.split_once(':')?;
    let authority = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let digits = |port: &str| port.bytes().all(|b| b.is_ascii_digit());
    let host = match host_and_port.strip_prefix('[') {
        Some(v6) => {
            let (inside, port) = v6.split_once(']')?;
            let whole = port.is_empty() || port.strip_prefix(':').is_some_and(digits);
            return whole.then(|| host_and_port.get(..inside.len() + 2)).flatten();
        }
        None => match host_and_port.rsplit_once(':') {
            Some((host, port)) if digits(port) => host,
            Some(_) => return None,
            None => host_and_port,
        },
    };
    is_server_name(host).then_some(host)
}

/// Whether `java.net.URI` accepts this host: an IPv4 address, or labels of letters, digits and
/// inner hyphens. The last label starts with a letter; one dot may follow it.
fn is_server_name(host: &str) -> bool {
    let name = host.strip_suffix('.').unwrap_or(host);
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let last_lettered = name
        .rsplit('.')
        .next()
        .is_some_and(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()));
    host.parse::<std::net::Ipv4Addr>().is_ok() || (last_lettered && name.split('.').all(label_ok))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_hosts_and_checks_uris() {
        assert_eq!(host("https://user@www.example.com:443/a?b"), Some("www.example.com"));
        assert_eq!(host("ldap://[2001:db8::1]:389/x"), Some("[2001:db8::1]"));
        assert_eq!(host("urn:isbn:1"), None);
        assert_eq!(host("https://under_score.example/"), None, "a registry-based authority");
        for good in [
            "http://crl.example.com/a.crl",
            "urn:x",
            "ldap:///cn=x",
            "http://10.0.0.1/",
        ] {
            assert!(is_readable(good), "{good}");
        }
        for bad in [
            "www.example.com",
            "http:",
            "http://a b/",
            "http://x/%zz",
            "http://example.com./",
        ] {
            assert!(!is_readable(bad), "{bad}");
        }
    }
}
