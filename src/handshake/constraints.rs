//! Name constraints as the JDK applies them (RFC 5280 §4.2.1.10, with the JDK's reading where the RFC leaves room).

use crate::cert::extensions::{NameConstraints, Subtree};
use crate::cert::{Certificate, GeneralName, Name};
use crate::report::NameKind;

/// A name that constraints forbid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Violation {
    /// The name is outside every permitted subtree of its kind, or inside an excluded one.
    Name {
        kind: NameKind,
        name: String,
        excluded: bool,
    },
    /// A subtree has a distance, with which Java cannot work.
    Distance { maximum: bool },
}

/// The first violation of `constraints` by `certificate`.
pub(crate) fn violation(constraints: &NameConstraints, certificate: &Certificate) -> Option<Violation> {
    let subtrees = || constraints.permitted.iter().chain(&constraints.excluded);
    if subtrees().any(|s| s.has_distance) {
        return Some(Violation::Distance { maximum: false });
    }
    names_of(certificate).iter().find_map(|name| {
        let forbidden = |excluded| Violation::Name {
            kind: kind(name),
            name: name.describe().1,
            excluded,
        };
        if constraints
            .excluded
            .iter()
            .any(|s| contains(&s.base, name) || covers(name, &s.base))
        {
            return Some(forbidden(true));
        }
        let mut permitted = constraints
            .permitted
            .iter()
            .filter(|s| same_kind(&s.base, name))
            .peekable();
        let outside = permitted.peek().is_some() && !permitted.any(|s| contains(&s.base, name));
        outside.then(|| forbidden(false))
    })
}

/// True where two permitted sets have no name of some kind in common, at which the JDK's merging throws.
pub(crate) fn cannot_merge(above: &[Subtree], below: &[Subtree]) -> bool {
    let mergeable = |name: &GeneralName| {
        matches!(
            name,
            GeneralName::Dns(_) | GeneralName::Email(_) | GeneralName::Ip(_) | GeneralName::Uri(_)
        )
    };
    above.iter().filter(|a| mergeable(&a.base)).any(|a| {
        let same = |s: &&Subtree| same_kind(&s.base, &a.base);
        let meet = |x: &Subtree, y: &Subtree| contains(&x.base, &y.base) || contains(&y.base, &x.base);
        let mut theirs = below.iter().filter(same).peekable();
        theirs.peek().is_some()
            && !above
                .iter()
                .filter(same)
                .any(|x| below.iter().filter(same).any(|y| meet(x, y)))
    })
}

/// The names of a certificate to which constraints apply: subject, SAN, and what stands in for a missing SAN.
fn names_of(certificate: &Certificate) -> Vec<GeneralName> {
    let mut names = Vec::new();
    if !certificate.subject.is_empty() {
        names.push(GeneralName::Directory(certificate.subject.clone()));
    }
    let san = certificate.extensions.san.as_deref();
    names.extend(san.unwrap_or_default().iter().cloned());
    if san.is_none() {
        let emails = certificate
            .subject
            .rdns()
            .iter()
            .flatten()
            .filter(|a| a.oid == "1.2.840.113549.1.9.1");
        names.extend(emails.map(|a| GeneralName::Email(a.text.clone())));
    }
    let has_host = names
        .iter()
        .any(|n| matches!(n, GeneralName::Dns(_) | GeneralName::Ip(_)));
    if !has_host {
        if let Some(common_name) = certificate.subject.most_specific_common_name() {
            names.extend(host_name(common_name));
        }
    }
    names
}

/// A common name as the host it could be: an address, or a DNS name of letters, digits, hyphens and wildcards.
fn host_name(common_name: &str) -> Option<GeneralName> {
    if let Ok(address) = common_name.parse::<std::net::IpAddr>() {
        return Some(GeneralName::Ip(match address {
            std::net::IpAddr::V4(v4) => v4.octets().to_vec(),
            std::net::IpAddr::V6(v6) => v6.octets().to_vec(),
        }));
    }
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '*')
            && label.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '*')
            && !label.ends_with('-')
    };
    common_name
        .split('.')
        .all(label_ok)
        .then(|| GeneralName::Dns(common_name.to_owned()))
}

fn kind(name: &GeneralName) -> NameKind {
    match name {
        GeneralName::Dns(_) => NameKind::Dns,
        GeneralName::Ip(_) => NameKind::Ip,
        GeneralName::Email(_) => NameKind::Email,
        GeneralName::Uri(_) => NameKind::Uri,
        GeneralName::Directory(_) => NameKind::Directory,
        GeneralName::Other(_) => NameKind::Other,
    }
}

fn same_kind(a: &GeneralName, b: &GeneralName) -> bool {
    match (a, b) {
        (GeneralName::Other(x), GeneralName::Other(y)) => x == y,
        _ => kind(a) == kind(b),
    }
}

/// True where `name` lies in the subtree under `base`.
fn contains(base: &GeneralName, name: &GeneralName) -> bool {
    match (base, name) {
        (GeneralName::Dns(base), GeneralName::Dns(name)) => dns_contains(base, name),
        (GeneralName::Email(base), GeneralName::Email(name)) => email_contains(base, name),
        (GeneralName::Uri(base), GeneralName::Uri(name)) => host_contains(base, &uri_host(name)),
        (GeneralName::Ip(base), GeneralName::Ip(name)) => ip_contains(base, name),
        (GeneralName::Directory(base), GeneralName::Directory(name)) => directory_contains(base, name),
        _ => false,
    }
}

/// A wildcard name also falls under an excluded host that it covers.
fn covers(name: &GeneralName, base: &GeneralName) -> bool {
    match (name, base) {
        (GeneralName::Dns(name), GeneralName::Dns(base)) => name
            .strip_prefix("*.")
            .zip(base.split_once('.'))
            .is_some_and(|(suffix, (_, rest))| suffix.eq_ignore_ascii_case(rest)),
        _ => false,
    }
}

fn dns_contains(base: &str, name: &str) -> bool {
    let (base, name) = (base.to_ascii_lowercase(), name.to_ascii_lowercase());
    match name.strip_suffix(&base) {
        Some("") => true,
        Some(head) => base.starts_with('.') || head.ends_with('.'),
        None => false,
    }
}

fn email_contains(base: &str, name: &str) -> bool {
    let (base, name) = (base.to_ascii_lowercase(), name.to_ascii_lowercase());
    if base == name {
        return true;
    }
    let Some((_, host)) = name.rsplit_once('@') else {
        return name.ends_with(&base) && base.starts_with('.');
    };
    if base.contains('@') {
        false
    } else {
        host_contains(&base, host)
    }
}

fn host_contains(base: &str, host: &str) -> bool {
    let (base, host) = (base.to_ascii_lowercase(), host.to_ascii_lowercase());
    if base.starts_with('.') {
        host.ends_with(&base) && host != base
    } else {
        host == uri_host(&base)
    }
}

fn uri_host(uri: &str) -> String {
    let after_scheme = uri.split_once("://").map_or(uri, |(_, rest)| rest);
    let authority = after_scheme.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) && !name.ends_with(':') => name.to_owned(),
        _ => host.to_owned(),
    }
}

/// `base` is an address and a mask, or (as another constraint's base) both sides are.
fn ip_contains(base: &[u8], name: &[u8]) -> bool {
    let (address, mask) = base.split_at(base.len() / 2);
    // A base with bits outside its mask describes nothing.
    if address.iter().zip(mask).any(|(a, m)| a & !m != 0) {
        return false;
    }
    let inside = |candidate: &[u8]| {
        candidate.len() == address.len()
            && candidate
                .iter()
                .zip(address.iter().zip(mask))
                .all(|(c, (a, m))| c & m == *a)
    };
    if name.len() == base.len() {
        let (other, other_mask) = name.split_at(name.len() / 2);
        return inside(other) && other_mask.iter().zip(mask).all(|(o, m)| o & m == *m);
    }
    inside(name)
}

/// A prefix of relative distinguished names, each compared as the JDK compares names.
fn directory_contains(base: &Name, name: &Name) -> bool {
    base.is_prefix_of(name)
}
