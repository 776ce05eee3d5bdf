//! The host name's comparison as the JDK's HTTPS endpoint identification makes it.
//!
//! # References
//! - JDK 17, `X509TrustManagerImpl.checkIdentity` and `HostnameChecker` (TLS rules).
//! - [RFC 6125](https://www.rfc-editor.org/rfc/rfc6125) for what the rules are meant to be.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::cert::extensions::ip_text;
use crate::cert::{Certificate, GeneralName};
use crate::report::{HostnameReport, NameSource};

/// Compares `asked` with the names of `leaf`.
#[must_use]
pub fn check(asked: &str, leaf: &Certificate) -> HostnameReport {
    let host = asked.strip_suffix('.').unwrap_or(asked);
    let bare = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')).unwrap_or(host);
    let names = leaf.extensions.san.as_deref();
    let mut report = match address(bare) {
        Some(ip) => check_address(bare, ip, names),
        None => check_dns(bare, names.unwrap_or_default(), leaf),
    };
    report.asked = asked.to_owned();
    report
}

fn report(
    source: Option<NameSource>,
    presented: Vec<String>,
    matched: Option<String>,
    message: String,
) -> HostnameReport {
    HostnameReport {
        asked: String::new(),
        accepted: matched.is_some(),
        message: matched.is_none().then_some(message),
        matched,
        presented,
        source,
    }
}

/// An IP literal as the JDK reads one: IPv4 also with fewer than four parts, IPv6 also with a zone.
fn address(text: &str) -> Option<IpAddr> {
    if let Some((v6, _zone)) = text.split_once('%') {
        return v6.parse::<Ipv6Addr>().ok().map(canonical);
    }
    if let Ok(v6) = text.parse::<Ipv6Addr>() {
        return Some(canonical(v6));
    }
    let parts: Vec<&str> = text.split('.').collect();
    let (last, heads) = parts.split_last()?;
    if heads.len() > 3
        || !parts
            .iter()
            .all(|p| !p.is_empty() && p.len() <= 10 && p.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let mut value: u32 = 0;
    for head in heads {
        value = value << 8 | u32::from(head.parse::<u8>().ok()?);
    }
    let tail_bits = 32 - 8 * u32::try_from(heads.len()).ok()?;
    let tail: u64 = last.parse().ok()?;
    if tail >= 1u64 << tail_bits {
        return None;
    }
    let tail = u32::try_from(tail).ok()?;
    let head = if tail_bits == 32 { 0 } else { value << tail_bits };
    Some(IpAddr::V4(Ipv4Addr::from(head | tail)))
}

/// A mapped IPv4 address equals its IPv4 form.
fn canonical(v6: Ipv6Addr) -> IpAddr {
    v6.to_ipv4_mapped().map_or(IpAddr::V6(v6), IpAddr::V4)
}

fn check_address(asked: &str, ip: IpAddr, names: Option<&[GeneralName]>) -> HostnameReport {
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
            16 => <[u8; 16]>::try_from(bytes).ok().map(|b| canonical(b.into())),
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

fn check_dns(host: &str, names: &[GeneralName], leaf: &Certificate) -> HostnameReport {
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
    if !presented.is_empty() {
        let matched = presented.iter().find(|p| matches(host, p)).cloned();
        let message = format!("No subject alternative DNS name matching {host} found.");
        return report(Some(source), presented, matched, message);
    }
    let common_name = leaf.subject.most_specific_common_name();
    let matched = common_name.filter(|cn| matches(host, cn)).map(str::to_owned);
    let presented: Vec<String> = common_name.map(str::to_owned).into_iter().collect();
    let message = format!("No name matching {host} found");
    report(
        (!presented.is_empty()).then_some(NameSource::CommonName),
        presented,
        matched,
        message,
    )
}

/// Letters, digits and hyphens in labels of 1 to 63, none with a hyphen at an end; other scripts are left to IDN.
fn legal_host(host: &str) -> bool {
    let Some(ascii) = to_ascii(host) else { return false };
    !ascii.is_empty()
        && ascii.split('.').all(|label| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        })
}

/// Host names of other scripts in their `xn--` form.
fn to_ascii(host: &str) -> Option<String> {
    let labels: Option<Vec<String>> = host
        .split(['.', '\u{3002}', '\u{ff0e}', '\u{ff61}'])
        .map(|label| {
            if label.is_ascii() {
                return Some(label.to_ascii_lowercase());
            }
            let lower: String = label.chars().flat_map(char::to_lowercase).collect();
            punycode(&lower).map(|encoded| format!("xn--{encoded}"))
        })
        .collect();
    labels.map(|l| l.join("."))
}

/// RFC 3492, with the parameters of its section 5.
fn punycode(label: &str) -> Option<String> {
    let (base, t_min, t_max, skew, damp) = (36u32, 1u32, 26u32, 38u32, 700u32);
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    let mut handled = basic;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias) = (128u32, 0u32, 72u32);
    let total = u32::try_from(label.chars().count()).ok()?;
    while handled < total {
        let next = label.chars().map(u32::from).filter(|c| *c >= n).min()?;
        delta = delta.checked_add(next.checked_sub(n)?.checked_mul(handled + 1)?)?;
        n = next;
        for c in label.chars().map(u32::from) {
            if c < n {
                delta = delta.checked_add(1)?;
            }
            if c != n {
                continue;
            }
            let mut q = delta;
            for k in (base..).step_by(36) {
                let t = k.saturating_sub(bias).clamp(t_min, t_max);
                if q < t {
                    break;
                }
                out.push(digit(t + (q - t) % (base - t))?);
                q = (q - t) / (base - t);
            }
            out.push(digit(q)?);
            let mut adapted = if handled == basic { delta / damp } else { delta / 2 };
            adapted += adapted / (handled + 1);
            let mut k = 0;
            while adapted > ((base - t_min) * t_max) / 2 {
                adapted /= base - t_min;
                k += base;
            }
            bias = k + (base - t_min + 1) * adapted / (adapted + skew);
            delta = 0;
            handled += 1;
        }
        delta += 1;
        n += 1;
    }
    Some(out)
}

fn digit(value: u32) -> Option<char> {
    char::from_digit(value, 36)
        .map(|_| {
            if value < 26 {
                b'a' + value as u8
            } else {
                b'0' + (value - 26) as u8
            }
        })
        .map(char::from)
}

/// Label by label, a `*` for any run within one label; a lone `*` never, and a dot must follow the last `*`.
fn matches(host: &str, presented: &str) -> bool {
    let (Some(host), Some(presented)) = (to_ascii(host), to_ascii_pattern(presented)) else {
        return false;
    };
    if presented == "*" || presented == "*." {
        return false;
    }
    if let Some(last_star) = presented.rfind('*') {
        if !presented.get(last_star..).is_some_and(|tail| tail.contains('.')) {
            return false;
        }
    }
    if !legal_host(&presented.replace('*', "z")) {
        return false;
    }
    let (hosts, patterns): (Vec<&str>, Vec<&str>) = (host.split('.').collect(), presented.split('.').collect());
    hosts.len() == patterns.len() && hosts.iter().zip(&patterns).all(|(h, p)| label_matches(h, p))
}

fn to_ascii_pattern(presented: &str) -> Option<String> {
    if presented.is_ascii() {
        Some(presented.to_ascii_lowercase())
    } else {
        to_ascii(presented)
    }
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
            ("a.b.example.com", "*.example.com", false),
            ("a.b.example.com", "*.*.example.com", true),
            ("example.com", "*.example.com", false),
            ("example.com", "*", false),
            ("example.com", "*.com", true),
            ("com", "*", false),
            ("EXAMPLE.com", "example.COM", true),
            ("example.com", "example.com.", false),
            ("a_b.example.com", "*.example.com", true),
        ] {
            assert_eq!(matches(host, pattern), expected, "{host} against {pattern}");
        }
    }

    #[test]
    fn addresses_are_read_as_java_reads_them() {
        assert_eq!(address("1.2.3"), "1.2.0.3".parse().ok());
        assert_eq!(address("16909060"), "1.2.3.4".parse().ok());
        assert_eq!(address("::ffff:1.2.3.4"), "1.2.3.4".parse().ok());
        assert_eq!(address("fe80::1%eth0"), "fe80::1".parse().ok());
        assert_eq!(address("1.2.3.256"), None);
        assert_eq!(address("example.com"), None);
    }

    #[test]
    fn other_scripts_become_punycode() {
        assert_eq!(to_ascii("bücher.example").as_deref(), Some("xn--bcher-kva.example"));
        assert_eq!(to_ascii("Mañana.com").as_deref(), Some("xn--maana-pta.com"));
        assert_eq!(to_ascii("例え.jp").as_deref(), Some("xn--r8jz45g.jp"));
    }
}
