//! Converts names to a comparable form, and lists the names of a certificate that constraints apply
//! to.

use crate::cert::extensions::{is_email, strict_dns_name, uri_host};
use crate::cert::{Certificate, GeneralName, Name};
use crate::handshake::hostname::address;
use crate::handshake::readable::alternative_names;
use crate::report::NameKind;
use crate::trust::java::JavaTraits;

/// A name, or the base of a subtree.
#[derive(Clone, Debug)]
pub(super) enum Base {
    /// A DNS name in lower case.
    Dns(String),
    /// An address, or an address and its mask.
    Ip(Vec<u8>),
    /// An email address, a host, or a domain with a leading dot, in lower case.
    Email(String),
    /// A URI's host in lower case, if it has one, and whether that is a DNS name.
    Uri { host: Option<String>, dns: bool },
    /// A directory name.
    Directory(Name),
    /// A registered identifier.
    RegisteredId(String),
    /// A kind that the JDK cannot compare, by its context tag.
    Other(u8),
}

impl Base {
    /// Converts the base of a subtree, where URIs are hosts.
    pub(super) fn of_constraint(name: &GeneralName) -> Self {
        match name {
            GeneralName::Uri(host) => Self::Uri {
                host: Some(host.to_ascii_lowercase()),
                dns: true,
            },
            other => Self::of_name(other),
        }
    }

    /// Converts a name of a certificate.
    pub(super) fn of_name(name: &GeneralName) -> Self {
        match name {
            GeneralName::Dns(name) => Self::Dns(name.to_ascii_lowercase()),
            GeneralName::Ip(bytes) => Self::Ip(bytes.clone()),
            GeneralName::Email(name) => Self::Email(name.to_ascii_lowercase()),
            GeneralName::Uri(uri) => {
                let host = uri_host(uri).map(str::to_ascii_lowercase);
                let dns = host.as_deref().is_some_and(strict_dns_name);
                Self::Uri { host, dns }
            }
            GeneralName::Directory(name) => Self::Directory(name.clone()),
            GeneralName::RegisteredId(oid) => Self::RegisteredId(oid.clone()),
            GeneralName::Other { tag, .. } => Self::Other(*tag),
        }
    }

    /// Returns the kind as the report names it.
    pub(super) fn kind(&self) -> NameKind {
        match self {
            Self::Dns(_) => NameKind::Dns,
            Self::Ip(_) => NameKind::Ip,
            Self::Email(_) => NameKind::Email,
            Self::Uri { .. } => NameKind::Uri,
            Self::Directory(_) => NameKind::Directory,
            Self::RegisteredId(_) | Self::Other(_) => NameKind::Other,
        }
    }

    /// Whether the JDK considers both the same kind.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(a), Self::Other(b)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// Returns the names of a certificate that constraints apply to, each with its text.
///
/// These are the subject, the alternative names and the common name. If there are no alternative
/// names, the subject's email addresses are used instead. The common name counts as a DNS name or
/// an IP address if it looks like one and the alternative names have none of that kind.
/// A common name with a wildcard counts only in releases that apply constraints to wildcards.
pub(super) fn names_of(certificate: &Certificate, traits: &JavaTraits) -> Vec<(Base, String)> {
    let subject = &certificate.subject;
    let mut names: Vec<GeneralName> = match alternative_names(certificate, traits) {
        Some(names) => names.into_owned(),
        None => {
            let emails = subject
                .rdns()
                .iter()
                .flatten()
                .filter(|a| a.oid == "1.2.840.113549.1.9.1");
            emails
                .filter(|a| a.is_text_for_java() && is_email(&a.text))
                .map(|a| GeneralName::Email(a.text.clone()))
                .collect()
        }
    };
    if let Some(common_name) = subject.most_specific_common_name().filter(|cn| cn.is_text_for_java()) {
        let host = match address::read(&common_name.text) {
            // A plain number is not an address here.
            Some(_) if !common_name.text.contains(['.', ':']) => None,
            Some(address) if !names.iter().any(|n| matches!(n, GeneralName::Ip(_))) => {
                Some(GeneralName::Ip(address::bytes(address)))
            }
            None if !names.iter().any(|n| matches!(n, GeneralName::Dns(_)))
                && (strict_dns_name(&common_name.text)
                    || traits.constrains_wildcards && strict_dns_name(&common_name.text.replace('*', "z"))) =>
            {
                Some(GeneralName::Dns(common_name.text.clone()))
            }
            _ => None,
        };
        names.extend(host);
    }
    if !subject.is_empty() {
        names.insert(0, GeneralName::Directory(subject.clone()));
    }
    names
        .iter()
        .map(|name| (Base::of_name(name), name.describe().1))
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::cert::made;
    use crate::trust::java::NEWEST_17;

    #[test]
    fn the_common_name_counts_if_no_alternative_name_is_of_its_kind() {
        let mut leaf = made::leaf();
        let dns = || GeneralName::Dns("a.example".to_owned());
        let ip = || GeneralName::Ip(vec![192, 0, 2, 1]);
        for (common_name, alternative, expected) in [
            ("10.0.0.1", None, &["10.0.0.1"][..]),
            ("10.0.0.1", Some(vec![dns()]), &["a.example", "10.0.0.1"]),
            ("10.0.0.1", Some(vec![ip()]), &["192.0.2.1"]),
            ("b.example", None, &["b.example"]),
            ("b.example", Some(vec![ip()]), &["192.0.2.1", "b.example"]),
            ("b.example", Some(vec![dns()]), &["a.example"]),
            ("12", None, &[]),
            ("no host", None, &[]),
        ] {
            leaf.subject = made::name(&[("CN", common_name)]);
            leaf.extensions.san = alternative;
            let names = names_of(&leaf, &NEWEST_17.traits());
            let (subject, others) = names.split_first().unwrap();
            assert!(matches!(subject.0, Base::Directory(_)));
            let shown: Vec<&str> = others.iter().map(|(_, shown)| shown.as_str()).collect();
            assert_eq!(shown, expected, "{common_name}");
        }
    }

    #[test]
    fn an_email_address_of_the_subject_counts_without_alternative_names() {
        let mut leaf = made::leaf();
        let email = |address: &[u8; 3]| {
            let parts = [
                &[
                    0x30, 20, 0x31, 18, 0x30, 16, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 13, 1, 9, 1,
                ][..],
                &[0x16, 3],
                address,
            ];
            Name::from_der(&parts.concat()).unwrap()
        };
        leaf.subject = email(b"a@b");
        let emails = |leaf: &Certificate| {
            let names = names_of(leaf, &NEWEST_17.traits());
            names
                .into_iter()
                .filter(|(base, _)| matches!(base, Base::Email(_)))
                .count()
        };
        assert_eq!(emails(&leaf), 0, "it has alternative names");
        leaf.extensions.san = None;
        assert_eq!(emails(&leaf), 1);
        leaf.subject = email(b"ab@");
        assert_eq!(emails(&leaf), 0, "it has no domain");
    }

    #[test]
    fn names_of_other_kinds_are_alike_if_their_tags_are() {
        assert!(Base::Other(0).is_like(&Base::Other(0)));
        assert!(!Base::Other(0).is_like(&Base::Other(3)));
        assert!(Base::Dns("a.example".to_owned()).is_like(&Base::Dns("b.example".to_owned())));
        assert!(!Base::Dns("a.example".to_owned()).is_like(&Base::Email("a.example".to_owned())));
    }
}
