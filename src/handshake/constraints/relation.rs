//! Compares two names as the JDK does, with its five results (`GeneralNameInterface.constrains`).

use super::names::Base;
use crate::cert::Name;
use crate::handshake::thrown::{NO_URI_HOST, Thrown, UNSUPPORTED};

/// Why names could not be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::handshake) enum ConstraintError {
    /// The JDK throws an exception that it does not catch.
    Uncaught(Thrown),
    /// The path hit [`super::MAX_COMPARISONS`].
    StepLimit,
}

/// How a name relates to a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// Another kind of name.
    Different,
    /// The same name.
    Match,
    /// The name is within the base.
    Narrows,
    /// The base is within the name.
    Widens,
    /// The same kind, and nothing more.
    Same,
}

use Relation::{Different, Match, Narrows, Same, Widens};

/// Compares `name` with `base`. `dots`: whether a DNS name may begin with a dot.
pub(super) fn of(base: &Base, name: &Base, dots: bool) -> Result<Relation, ConstraintError> {
    if !base.is_like(name) {
        return Ok(Different);
    }
    match (base, name) {
        (Base::Dns(base), Base::Dns(name)) => dns(base, name, dots),
        (Base::Email(base), Base::Email(name)) => Ok(email(base, name)),
        (Base::Ip(base), Base::Ip(name)) => Ok(ip(base, name)),
        (Base::Uri { host: base, .. }, Base::Uri { host, dns }) => uri(base.as_deref(), host.as_deref(), *dns, dots),
        (Base::Directory(base), Base::Directory(name)) => Ok(directory(base, name)),
        (Base::RegisteredId(base), Base::RegisteredId(name)) if base == name => Ok(Match),
        // The JDK throws an UnsupportedOperationException.
        (Base::RegisteredId(_) | Base::Other(_), _) => Err(ConstraintError::Uncaught(UNSUPPORTED)),
        _ => Ok(Different),
    }
}

/// Compares DNS names. A subdomain has a dot either before the shared end or, if `dots` is set, at
/// the start of that end, but not both.
fn dns(base: &str, name: &str, dots: bool) -> Result<Relation, ConstraintError> {
    let below = |longer: &str, end: &str| {
        let head = longer.strip_suffix(end)?;
        if dots && end.is_empty() {
            return Some(Err(ConstraintError::Uncaught(Thrown::EmptyName)));
        }
        Some(Ok(head.ends_with('.') ^ (dots && end.starts_with('.'))))
    };
    if base == name {
        Ok(Match)
    } else if let Some(is_below) = below(base, name) {
        Ok(if is_below? { Widens } else { Same })
    } else if let Some(is_below) = below(name, base) {
        Ok(if is_below? { Narrows } else { Same })
    } else {
        Ok(Same)
    }
}

fn email(base: &str, name: &str) -> Relation {
    let within = |longer: &str, end: &str| {
        longer
            .strip_suffix(end)
            .is_some_and(|head| !end.contains('@') && (end.starts_with('.') || head.ends_with('@')))
    };
    if base == name {
        Match
    } else if within(base, name) {
        Widens
    } else if within(name, base) {
        Narrows
    } else {
        Same
    }
}

fn ip(base: &[u8], name: &[u8]) -> Relation {
    let (address, mask) = base.split_at(base.len() / 2);
    let (other, other_mask) = name.split_at(name.len() / 2);
    let masked = |address: &[u8], mask: &[u8]| address.iter().zip(mask).map(|(a, m)| a & m).collect::<Vec<_>>();
    let is_subnet = |bytes: &[u8]| matches!(bytes.len(), 8 | 32);
    match (is_subnet(base), is_subnet(name)) {
        (false, false) => {
            if base == name {
                Match
            } else {
                Same
            }
        }
        (true, true) if base.len() != name.len() => Same,
        (true, true) => {
            if mask == other_mask && masked(address, mask) == masked(other, mask) {
                return Match;
            }
            // An address with bits outside its mask matches nothing.
            let empty = |address: &[u8], mask: &[u8]| masked(address, mask) != address;
            let inside = |wide: &[u8], wide_mask: &[u8], narrow: &[u8], narrow_mask: &[u8]| {
                masked(wide_mask, narrow_mask) == wide_mask && masked(wide, wide_mask) == masked(narrow, wide_mask)
            };
            match (empty(address, mask), empty(other, other_mask)) {
                (true, true) => Match,
                (true, false) => Widens,
                (false, true) => Narrows,
                _ if inside(address, mask, other, other_mask) => Narrows,
                _ if inside(other, other_mask, address, mask) => Widens,
                _ => Same,
            }
        }
        (true, false) if name.len() == address.len() => {
            if masked(name, mask) == address {
                Narrows
            } else {
                Same
            }
        }
        (false, true) if base.len() == other.len() => {
            if masked(base, other_mask) == other {
                Widens
            } else {
                Same
            }
        }
        _ => Same,
    }
}

/// Compares hosts of URIs. A host with a leading dot is a domain: it contains hosts but is not one.
fn uri(base: Option<&str>, name: Option<&str>, name_is_dns: bool, dots: bool) -> Result<Relation, ConstraintError> {
    let Some(name) = name else {
        return Err(ConstraintError::Uncaught(NO_URI_HOST));
    };
    let base = base.unwrap_or_default();
    if base == name {
        return Ok(Match);
    }
    if !name_is_dns {
        return Ok(Same);
    }
    let domains = (base.starts_with('.'), name.starts_with('.'));
    let bare = |host: &str| host.strip_prefix('.').unwrap_or(host).to_owned();
    Ok(match (dns(&bare(base), &bare(name), dots)?, domains) {
        (Widens | Narrows, (false, false)) => Same,
        (Match, (true, false)) => Widens,
        (Match, (false, true)) => Narrows,
        (relation, _) => relation,
    })
}

fn directory(base: &Name, name: &Name) -> Relation {
    if base == name {
        Match
    } else if name.rdns().is_empty() {
        Widens
    } else if base.rdns().is_empty() || base.is_prefix_of(name) {
        Narrows
    } else if name.is_prefix_of(base) {
        Widens
    } else {
        Same
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compares_hosts_and_email_addresses() {
        for (base, name, expected) in [
            ("example.com", "www.example.com", Narrows),
            (".example.com", "www.example.com", Narrows),
            (".example.com", "example.com", Widens),
            ("example.com", "notexample.com", Same),
            (".example.com", "www..example.com", Same),
            ("www.example.com", "example.com", Widens),
            ("example.com", "example.com", Match),
        ] {
            assert_eq!(dns(base, name, true), Ok(expected), "{base} {name}");
        }
        assert!(dns("", "example.com", true).is_err());
        // Java 11 does not know dots at the start, and an empty name is one like others.
        assert_eq!(dns(".example.com", "www.example.com", false), Ok(Same));
        assert_eq!(dns("example.com", "www.example.com", false), Ok(Narrows));
        assert_eq!(dns("", "example.com", false), Ok(Same));
        assert_eq!(email("example.com", "a@example.com"), Narrows);
        assert_eq!(email(".example.com", "a@mail.example.com"), Narrows);
        assert_eq!(email("example.com", "a@mail.example.com"), Same);
        assert_eq!(uri(Some(".example.com"), Some("example.com"), true, true), Ok(Widens));
        assert_eq!(uri(Some("example.com"), Some("www.example.com"), true, true), Ok(Same));
    }

    #[test]
    fn other_kinds_match_only_themselves() {
        let id = |oid: &str| Base::RegisteredId(oid.to_owned());
        let dns = Base::Dns("a.example".to_owned());
        assert_eq!(of(&id("1.2"), &id("1.2"), true), Ok(Match));
        assert!(of(&id("1.2"), &id("1.3"), true).is_err(), "the JDK throws an exception");
        assert!(of(&Base::Other(0), &Base::Other(0), true).is_err());
        assert_eq!(of(&id("1.2"), &dns, true), Ok(Different));
        let net = Base::Ip(vec![10, 0, 0, 0, 255, 0, 0, 0]);
        assert_eq!(of(&net, &Base::Ip(vec![10, 1, 2, 3]), true), Ok(Narrows));
        assert_eq!(of(&dns, &Base::Other(0), true), Ok(Different));
    }

    #[test]
    fn compares_addresses_and_masks() {
        let net = [10, 0, 0, 0, 255, 0, 0, 0];
        assert_eq!(ip(&net, &[10, 1, 2, 3]), Narrows);
        assert_eq!(ip(&net, &[11, 1, 2, 3]), Same);
        assert_eq!(ip(&[10, 1, 2, 3], &[10, 1, 2, 3]), Match);
        assert_eq!(ip(&[10, 1, 2, 3], &net), Widens);
        assert_eq!(ip(&[11, 1, 2, 3], &net), Same);
        assert_eq!(ip(&[10, 1, 0, 0, 255, 255, 0, 0], &net), Widens);
        assert_eq!(ip(&[11, 1, 0, 0, 255, 255, 0, 0], &net), Same);
        assert_eq!(ip(&net, &[0; 16]), Same, "another version");
        assert_eq!(ip(&net, &[0; 32]), Same, "another version");
        assert_eq!(ip(&[0; 8], &[0; 16]), Same, "another version");
        assert_eq!(ip(&[0; 8], &[0; 32]), Same, "another version");
        let (empty, other) = ([10, 1, 0, 0, 255, 0, 0, 0], [11, 1, 0, 0, 255, 0, 0, 0]);
        assert_eq!(ip(&empty, &other), Match, "both match nothing");
        let full = [12, 0, 0, 0, 255, 0, 0, 0];
        assert_eq!((ip(&empty, &full), ip(&full, &empty)), (Widens, Narrows));
        assert_eq!(ip(&[0; 16], &[0; 8]), Same, "another version");
        assert_eq!(ip(&net, &[10, 1, 0, 0, 255, 255, 0, 0]), Narrows);
        assert_eq!(
            ip(&[10, 1, 0, 0, 255, 0, 0, 0], &[10, 1, 2, 3]),
            Same,
            "bits outside the mask"
        );
    }
}
