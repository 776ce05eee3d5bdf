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
    is_parsed(uri)
        && host(uri).is_none_or(|host| match in_brackets(host) {
            Some(v6) => is_v6_address(v6),
            None => strict_dns_name(host),
        })
}

/// Returns the start of the text of the JDK's exception for a URI that it cannot read: whether
/// `java.net.URI` rejects it, or `URIName` its host.
pub(super) fn rejection(uri: &str) -> &'static str {
    match host(uri).filter(|_| is_parsed(uri)).map(in_brackets) {
        Some(Some(v6)) if is_v6_in_form(v6) => "invalid URI name (host portion is not a valid IPv6 address):",
        Some(None) => "invalid URI name (host portion is not a valid DNSName, IPv4 address, or IPv6 address):",
        _ => "invalid URI name:",
    }
}

fn in_brackets(host: &str) -> Option<&str> {
    host.strip_prefix('[')?.strip_suffix(']')
}

/// Whether `java.net.URI` accepts `uri`, apart from an IPv6 address in it.
fn is_parsed(uri: &str) -> bool {
    let Some((scheme, rest)) = uri.split_once(':') else {
        return false;
    };
    let lettered = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let host = host(uri);
    // A zone is no escape.
    let escaped = match host
        .filter(|host| host.starts_with('['))
        .and_then(|host| uri.split_once(host))
    {
        Some((before, after)) => escapes_are_whole(before) && escapes_are_whole(after),
        None => escapes_are_whole(uri),
    };
    lettered && is_well_formed(rest) && !uri.contains(is_rejected) && escaped
}

/// Whether `java.net.URI` accepts the parts after the scheme: one fragment at most, no brackets
/// in a path, and something after `//`.
fn is_well_formed(rest: &str) -> bool {
    let (whole, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    if whole.is_empty() || fragment.contains('#') || rest == "//" {
        return false;
    }
    if !whole.starts_with('/') {
        return true;
    }
    let hierarchy = whole.split('?').next().unwrap_or_default();
    let (authority, path) = match hierarchy.strip_prefix("//") {
        Some(after) => after.split_at(after.find('/').unwrap_or(after.len())),
        None => ("", hierarchy),
    };
    let server = authority.rsplit_once('@').map_or(authority, |(_, server)| server);
    !path.contains(['[', ']']) && (!server.starts_with('[') || bracketed(server).is_some())
}

/// Returns the brackets at the start of a server's authority with their content; `None` if
/// something other than a port follows them.
fn bracketed(server: &str) -> Option<&str> {
    let (inside, port) = server.strip_prefix('[')?.split_once(']')?;
    let digits = |port: &str| port.bytes().all(|b| b.is_ascii_digit());
    let whole = port.is_empty() || port.strip_prefix(':').is_some_and(digits);
    whole.then(|| server.get(..inside.len() + 2)).flatten()
}

/// Whether `text` is an IPv4 address; zeros may precede a number.
fn is_v4_address(text: &str) -> bool {
    let number = |part: &str| part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u8>().is_ok();
    text.split('.').count() == 4 && text.split('.').all(number)
}

/// Whether Java accepts an IPv6 address with or without a zone (`Inet6Address`): a number, or the
/// name of a network interface. The names depend on the machine, so they count as unknown.
fn is_v6_address(text: &str) -> bool {
    let (address, zone) = text.split_once('%').map_or((text, None), |(a, zone)| (a, Some(zone)));
    let number = |zone: &str| zone.bytes().all(|b| b.is_ascii_digit()) && zone.parse::<i32>().is_ok();
    let parsed = address.parse::<Ipv6Addr>();
    parsed.is_ok_and(|v6| zone.is_none_or(|zone| v6.to_ipv4_mapped().is_none() && number(zone)))
}

/// Whether `java.net.URI` accepts an IPv6 address: a zone has letters, digits, `_` and `.`.
fn is_v6_in_form(text: &str) -> bool {
    let (address, zone) = text.split_once('%').map_or((text, "1"), |parts| parts);
    let of_zone = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'.';
    address.parse::<Ipv6Addr>().is_ok() && !zone.is_empty() && zone.bytes().all(of_zone)
}

/// Returns the bytes with a short zone in place of each zone that only releases before 17 accept
/// (`InetAddress`): a number over the limit, which they reduce, and any zone of an IPv4-mapped
/// address. The length stays the same.
pub(super) fn with_old_zones(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    for part in value.split_inclusive(|b| *b == b'[') {
        let end = part.iter().position(|b| *b == b']').unwrap_or(0);
        let text = part.get(..end).and_then(|text| std::str::from_utf8(text).ok());
        if let Some(text) = text.filter(|text| has_old_zone(text)) {
            out.extend_from_slice(b"::%");
            out.resize(out.len() + text.len() - 3, b'0');
            out.extend_from_slice(part.get(end..).unwrap_or_default());
        } else {
            out.extend_from_slice(part);
        }
    }
    out
}

fn has_old_zone(text: &str) -> bool {
    let Some((address, zone)) = text.split_once('%').filter(|_| is_v6_in_form(text)) else {
        return false;
    };
    let digits = zone.bytes().all(|b| b.is_ascii_digit());
    let number = zone
        .bytes()
        .fold(0i32, |n, b| n.wrapping_mul(10).wrapping_add(i32::from(b) - 48));
    let mapped = address
        .parse::<Ipv6Addr>()
        .is_ok_and(|v6| v6.to_ipv4_mapped().is_some());
    mapped || (digits && number != -1)
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
        Some(_) => return bracketed(host_and_port),
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
    is_v4_address(host) || (last_lettered && name.split('.').all(label_ok))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn old_releases_read_more_zones() {
        let read = |uri: &str| {
            let mended = with_old_zones(uri.as_bytes());
            assert_eq!(mended.len(), uri.len(), "{uri}");
            is_readable(std::str::from_utf8(&mended).unwrap())
        };
        for good in [
            "http://[fe80::1%2147483648]/",
            "http://[fe80::1%99999999999]:80/",
            "http://[::ffff:192.0.2.1%1]/",
            "http://[::ffff:192.0.2.1%wan9]/",
            "http://[::%1]/",
        ] {
            assert!(read(good), "{good}");
        }
        for bad in [
            "http://[fe80::1%4294967295]/",
            "http://[fe80::1%wan9]/",
            "http://[fe80::1%1.2]/",
            "http://[::ffff:192.0.2.1%a-b]/",
        ] {
            assert!(!read(bad), "{bad}");
        }
        assert_eq!(with_old_zones(b"a[b"), b"a[b");
    }

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
            "http://[fe80::1%1]/",
            "http://192.000.002.001/",
            "http:///x",
            "http://x/?[",
        ] {
            assert!(is_readable(good), "{good}");
        }
        for bad in [
            "www.example.com",
            "http:",
            "http://a b/",
            "http://x/%zz",
            "http://example.com./",
            "http://[fe80::1%wan9]/",
            "http://[::1]x/",
            "http://[::1",
            "http://x/[",
            "http://x/#a#b",
            "http://",
            "http:#x",
            "http://[fe80::1%2147483648]/",
            "http://[fe80::1%1]/%zz",
            "http://[::ffff:10.0.0.1%1]/",
        ] {
            assert!(!is_readable(bad), "{bad}");
        }
    }
}
