//! Extensions, read as the JDK reads them: what it cannot read is absent (or fatal where critical), not an error.
//!
//! # References
//! - [RFC 5280 §4.2](https://www.rfc-editor.org/rfc/rfc5280#section-4.2) for each form.
//! - JDK 17, `sun.security.x509`: the lenience noted at each reader.

use std::net::{Ipv4Addr, Ipv6Addr};

use bytes::Bytes;

use super::name::Name;
use super::tlv::{self as der, BIT_STRING, BOOLEAN, INTEGER, OCTET_STRING, OID, Reader, SEQUENCE, Tlv};

/// Well-known extension identifiers.
pub mod oid {
    /// Subject key identifier.
    pub const SKI: &str = "2.5.29.14";
    /// Key usage.
    pub const KEY_USAGE: &str = "2.5.29.15";
    /// Subject alternative name.
    pub const SAN: &str = "2.5.29.17";
    /// Basic constraints.
    pub const BASIC_CONSTRAINTS: &str = "2.5.29.19";
    /// Name constraints.
    pub const NAME_CONSTRAINTS: &str = "2.5.29.30";
    /// Certificate policies.
    pub const POLICIES: &str = "2.5.29.32";
    /// Policy mappings.
    pub const POLICY_MAPPINGS: &str = "2.5.29.33";
    /// Authority key identifier.
    pub const AKI: &str = "2.5.29.35";
    /// Policy constraints.
    pub const POLICY_CONSTRAINTS: &str = "2.5.29.36";
    /// Extended key usage.
    pub const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
    /// Inhibit anyPolicy.
    pub const INHIBIT_ANY_POLICY: &str = "2.5.29.54";
    /// Authority information access.
    pub const AIA: &str = "1.3.6.1.5.5.7.1.1";
    /// Netscape certificate type.
    pub const NETSCAPE_CERT_TYPE: &str = "2.16.840.1.113730.1.1";
}

/// RFC 5280's names of the extensions that are met in server certificates.
const NAMES: [(&str, &str); 18] = [
    (oid::SKI, "Subject Key Identifier"),
    (oid::KEY_USAGE, "Key Usage"),
    (oid::SAN, "Subject Alternative Name"),
    ("2.5.29.18", "Issuer Alternative Name"),
    (oid::BASIC_CONSTRAINTS, "Basic Constraints"),
    (oid::NAME_CONSTRAINTS, "Name Constraints"),
    ("2.5.29.31", "CRL Distribution Points"),
    (oid::POLICIES, "Certificate Policies"),
    (oid::POLICY_MAPPINGS, "Policy Mappings"),
    (oid::AKI, "Authority Key Identifier"),
    (oid::POLICY_CONSTRAINTS, "Policy Constraints"),
    (oid::EXTENDED_KEY_USAGE, "Extended Key Usage"),
    ("2.5.29.46", "Freshest CRL"),
    (oid::INHIBIT_ANY_POLICY, "Inhibit anyPolicy"),
    (oid::AIA, "Authority Information Access"),
    ("1.3.6.1.5.5.7.1.24", "TLS Feature"),
    ("1.3.6.1.4.1.11129.2.4.2", "Signed Certificate Timestamps"),
    (oid::NETSCAPE_CERT_TYPE, "Netscape Certificate Type"),
];

/// RFC 5280's name of an extension.
#[must_use]
pub fn extension_name(oid: &str) -> Option<&'static str> {
    NAMES.iter().find(|(o, _)| *o == oid).map(|(_, name)| *name)
}

/// One extension as it stands.
#[derive(Clone, Debug)]
pub struct Extension {
    /// Dotted identifier.
    pub oid: String,
    /// Whether it is critical.
    pub critical: bool,
    /// The content of its OCTET STRING.
    pub value: Bytes,
    /// False where the JDK has a reader for this kind and it fails.
    pub readable: bool,
}

/// Basic constraints (RFC 5280 §4.2.1.9).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasicConstraints {
    /// cA.
    pub ca: bool,
    /// pathLenConstraint as it stands, which may be negative.
    pub path_len: Option<i64>,
}

/// Key usage bits (RFC 5280 §4.2.1.3), bit 0 = digitalSignature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyUsage(pub u16);

impl KeyUsage {
    const NAMES: [&'static str; 9] = [
        "digitalSignature",
        "nonRepudiation",
        "keyEncipherment",
        "dataEncipherment",
        "keyAgreement",
        "keyCertSign",
        "cRLSign",
        "encipherOnly",
        "decipherOnly",
    ];

    /// Bit 0.
    #[must_use]
    pub fn digital_signature(self) -> bool {
        self.0 & 1 != 0
    }

    /// Bit 5.
    #[must_use]
    pub fn key_cert_sign(self) -> bool {
        self.0 & (1 << 5) != 0
    }

    /// RFC 5280's names of the bits that are set.
    #[must_use]
    pub fn names(self) -> Vec<String> {
        Self::NAMES
            .iter()
            .enumerate()
            .filter(|(bit, _)| self.0 & (1 << bit) != 0)
            .map(|(_, name)| (*name).to_owned())
            .collect()
    }
}

/// Authority key identifier (RFC 5280 §4.2.1.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuthorityKeyId {
    /// keyIdentifier.
    pub key_id: Option<Vec<u8>>,
    /// authorityCertSerialNumber, the INTEGER's content.
    pub serial: Option<Vec<u8>>,
}

/// A general name (RFC 5280 §4.2.1.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeneralName {
    /// dNSName.
    Dns(String),
    /// iPAddress: 4 or 16 bytes, twice that in name constraints.
    Ip(Vec<u8>),
    /// rfc822Name.
    Email(String),
    /// uniformResourceIdentifier.
    Uri(String),
    /// directoryName.
    Directory(Name),
    /// Any other kind, by its context tag.
    Other(u8),
}

impl GeneralName {
    /// The name as text, and its kind as the report names it.
    #[must_use]
    pub fn describe(&self) -> (&'static str, String) {
        match self {
            Self::Dns(name) => ("dns", name.clone()),
            Self::Ip(bytes) => ("ip", ip_text(bytes)),
            Self::Email(name) => ("email", name.clone()),
            Self::Uri(name) => ("uri", name.clone()),
            Self::Directory(name) => ("directory", name.rfc4514()),
            Self::Other(tag) => ("other", format!("[{tag}]")),
        }
    }
}

/// An address of 4 or 16 bytes, or address and mask, as text; anything else as hexadecimal.
#[must_use]
pub fn ip_text(bytes: &[u8]) -> String {
    let address = |b: &[u8]| -> Option<String> {
        if let Ok(v4) = <[u8; 4]>::try_from(b) {
            return Some(Ipv4Addr::from(v4).to_string());
        }
        <[u8; 16]>::try_from(b).ok().map(|v6| Ipv6Addr::from(v6).to_string())
    };
    if let Some(text) = address(bytes) {
        return text;
    }
    let (base, mask) = bytes.split_at(bytes.len() / 2);
    match (address(base), address(mask)) {
        (Some(base), Some(mask)) if base.len().min(mask.len()) > 0 => format!("{base}/{mask}"),
        _ => super::colon_hex(bytes),
    }
}

/// One subtree of name constraints (RFC 5280 §4.2.1.10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subtree {
    /// The name under which things are allowed or forbidden.
    pub base: GeneralName,
    /// True where minimum is not 0 or a maximum is given, with which Java cannot work.
    pub has_distance: bool,
}

/// Name constraints (RFC 5280 §4.2.1.10).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameConstraints {
    /// permittedSubtrees; an empty list permits everything.
    pub permitted: Vec<Subtree>,
    /// excludedSubtrees.
    pub excluded: Vec<Subtree>,
}

/// Policy constraints (RFC 5280 §4.2.1.11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PolicyConstraints {
    /// requireExplicitPolicy.
    pub require_explicit: Option<i64>,
    /// inhibitPolicyMapping.
    pub inhibit_mapping: Option<i64>,
}

/// All that is read of a certificate's extensions.
#[derive(Clone, Debug, Default)]
pub struct Extensions {
    /// Each one in the certificate's order.
    pub list: Vec<Extension>,
    /// Basic constraints.
    pub basic_constraints: Option<BasicConstraints>,
    /// Key usage.
    pub key_usage: Option<KeyUsage>,
    /// Extended key usage, dotted.
    pub extended_key_usage: Option<Vec<String>>,
    /// Subject alternative names.
    pub san: Option<Vec<GeneralName>>,
    /// Authority key identifier.
    pub aki: Option<AuthorityKeyId>,
    /// Subject key identifier.
    pub ski: Option<Vec<u8>>,
    /// Name constraints.
    pub name_constraints: Option<NameConstraints>,
    /// Certificate policies, each with whether it has qualifiers.
    pub policies: Option<Vec<(String, bool)>>,
    /// Whether the policies are critical.
    pub policies_critical: bool,
    /// Policy mappings: issuer's policy, subject's policy.
    pub policy_mappings: Vec<(String, String)>,
    /// Policy constraints.
    pub policy_constraints: Option<PolicyConstraints>,
    /// Inhibit anyPolicy's skipCerts.
    pub inhibit_any_policy: Option<i64>,
    /// Netscape certificate type, first octet of bits.
    pub netscape_cert_type: Option<u8>,
    /// URLs of AIA caIssuers.
    pub ca_issuers: Vec<String>,
}

/// The critical extensions with which Java's path validation can deal.
const UNDERSTOOD: [&str; 9] = [
    oid::BASIC_CONSTRAINTS,
    oid::NAME_CONSTRAINTS,
    oid::KEY_USAGE,
    oid::EXTENDED_KEY_USAGE,
    oid::SAN,
    oid::POLICIES,
    oid::POLICY_MAPPINGS,
    oid::POLICY_CONSTRAINTS,
    oid::INHIBIT_ANY_POLICY,
];

impl Extensions {
    /// Reads the SEQUENCE of extensions; none where it is no such SEQUENCE.
    #[must_use]
    pub fn read(extensions: &Bytes) -> Option<Self> {
        let mut out = Self::default();
        for item in der::sequence(extensions)? {
            let mut reader = Reader::new(item.content.clone());
            let id = reader.take_tag(OID)?;
            let critical = reader
                .take_tag(BOOLEAN)
                .is_some_and(|b| b.content.first().is_some_and(|v| *v != 0));
            let value = reader.take_tag(OCTET_STRING)?.content;
            let oid = der::dotted(&id.content);
            let fresh = !out.list.iter().any(|e| e.readable && e.oid == oid);
            let readable = out.absorb(&oid, critical, &value, fresh).is_some();
            out.list.push(Extension {
                oid,
                critical,
                value,
                readable,
            });
        }
        Some(out)
    }

    /// Critical extensions that Java's path validation leaves over, dotted.
    #[must_use]
    pub fn unknown_critical(&self) -> Vec<String> {
        self.list
            .iter()
            .filter(|e| e.critical && !UNDERSTOOD.contains(&e.oid.as_str()))
            .map(|e| e.oid.clone())
            .collect()
    }

    /// Reads one value; none where a kind that is known cannot be read.
    fn absorb(&mut self, id: &str, critical: bool, value: &Bytes, fresh: bool) -> Option<()> {
        let mut keep = Self::default();
        match id {
            oid::BASIC_CONSTRAINTS => keep.basic_constraints = Some(basic_constraints(value)?),
            oid::KEY_USAGE => keep.key_usage = Some(key_usage(value)?),
            oid::EXTENDED_KEY_USAGE => keep.extended_key_usage = Some(oid_list(value)?),
            oid::SAN => keep.san = Some(general_names(value)?),
            "2.5.29.18" => drop(general_names(value)?),
            oid::AKI => keep.aki = Some(authority_key_id(value)?),
            oid::SKI => keep.ski = Some(tagged(value, OCTET_STRING)?.content.to_vec()),
            oid::NAME_CONSTRAINTS => keep.name_constraints = Some(name_constraints(value)?),
            oid::POLICIES => keep.policies = Some(policies(value)?),
            oid::POLICY_MAPPINGS => keep.policy_mappings = policy_mappings(value)?,
            oid::POLICY_CONSTRAINTS => keep.policy_constraints = Some(policy_constraints(value)?),
            oid::INHIBIT_ANY_POLICY => {
                // The JDK's reader refuses one that is not critical, so that it counts as absent.
                if !critical {
                    return None;
                }
                keep.inhibit_any_policy = Some(der::small_integer(&tagged(value, INTEGER)?.content)?);
            }
            oid::NETSCAPE_CERT_TYPE => {
                keep.netscape_cert_type = Some(tagged(value, BIT_STRING)?.content.get(1).copied().unwrap_or(0));
            }
            oid::AIA => keep.ca_issuers = ca_issuers(value)?,
            _ => return Some(()),
        }
        if fresh {
            self.merge(keep, critical && id == oid::POLICIES);
        }
        Some(())
    }

    fn merge(&mut self, other: Self, policies_critical: bool) {
        self.basic_constraints = self.basic_constraints.or(other.basic_constraints);
        self.key_usage = self.key_usage.or(other.key_usage);
        self.extended_key_usage = self.extended_key_usage.take().or(other.extended_key_usage);
        self.san = self.san.take().or(other.san);
        self.aki = self.aki.take().or(other.aki);
        self.ski = self.ski.take().or(other.ski);
        self.name_constraints = self.name_constraints.take().or(other.name_constraints);
        self.policies = self.policies.take().or(other.policies);
        self.policies_critical |= policies_critical;
        self.policy_mappings.extend(other.policy_mappings);
        self.policy_constraints = self.policy_constraints.or(other.policy_constraints);
        self.inhibit_any_policy = self.inhibit_any_policy.or(other.inhibit_any_policy);
        self.netscape_cert_type = self.netscape_cert_type.or(other.netscape_cert_type);
        self.ca_issuers.extend(other.ca_issuers);
    }
}

fn tagged(value: &Bytes, tag: u8) -> Option<Tlv> {
    der::only(value).filter(|tlv| tlv.tag == tag)
}

/// The JDK takes a first element that is no BOOLEAN for "not a CA" and reads no further.
fn basic_constraints(value: &Bytes) -> Option<BasicConstraints> {
    let mut reader = Reader::new(tagged(value, SEQUENCE)?.content);
    let mut constraints = BasicConstraints {
        ca: false,
        path_len: None,
    };
    let Some(ca) = reader.take_tag(BOOLEAN) else {
        return Some(constraints);
    };
    constraints.ca = ca.content.first().is_some_and(|v| *v != 0);
    if !reader.is_empty() {
        constraints.path_len = Some(der::small_integer(&reader.take_tag(INTEGER)?.content)?);
    }
    Some(constraints)
}

/// The JDK unwraps a doubled OCTET STRING.
fn key_usage(value: &Bytes) -> Option<KeyUsage> {
    let inner = match tagged(value, OCTET_STRING) {
        Some(octets) => octets.content,
        None => value.clone(),
    };
    let content = tagged(&inner, BIT_STRING)?.content;
    if content.is_empty() {
        return None;
    }
    let mut bits = 0u16;
    for (i, byte) in content.iter().skip(1).take(2).enumerate() {
        bits |= u16::from(byte.reverse_bits()) << (8 * i);
    }
    Some(KeyUsage(bits & 0x1ff))
}

fn oid_list(value: &Bytes) -> Option<Vec<String>> {
    der::sequence(value)?
        .iter()
        .map(|tlv| (tlv.tag == OID).then(|| der::dotted(&tlv.content)))
        .collect()
}

fn authority_key_id(value: &Bytes) -> Option<AuthorityKeyId> {
    let mut out = AuthorityKeyId::default();
    for tlv in der::sequence(value)? {
        match tlv.tag {
            0x80 if out.key_id.is_none() => out.key_id = Some(tlv.content.to_vec()),
            0xa1 => {}
            0x82 if out.serial.is_none() => out.serial = Some(tlv.content.to_vec()),
            _ => return None,
        }
    }
    Some(out)
}

fn general_names(value: &Bytes) -> Option<Vec<GeneralName>> {
    let names: Option<Vec<_>> = der::sequence(value)?
        .iter()
        .map(|tlv| general_name(tlv, &[4, 16, 8, 32]))
        .collect();
    names.filter(|names| !names.is_empty())
}

fn general_name(tlv: &Tlv, ip_lengths: &[usize]) -> Option<GeneralName> {
    let text = || {
        tlv.content
            .iter()
            .map(|b| if b.is_ascii() { char::from(*b) } else { '\u{fffd}' })
            .collect::<String>()
    };
    Some(match tlv.tag {
        0x81 => {
            let email = text();
            if email.is_empty() || email.ends_with('@') || email == "@." {
                return None;
            }
            GeneralName::Email(email)
        }
        0x82 => GeneralName::Dns(text()),
        0x86 => {
            let uri = text();
            let (scheme, rest) = uri.split_once(':')?;
            let lettered = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
                && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
            if !lettered
                || rest.is_empty()
                || uri.contains([' ', '<', '>', '"', '{', '}', '|', '\\', '^', '`', '\u{fffd}'])
            {
                return None;
            }
            GeneralName::Uri(uri)
        }
        0x87 => {
            if !ip_lengths.contains(&tlv.content.len()) {
                return None;
            }
            GeneralName::Ip(tlv.content.to_vec())
        }
        0xa4 => GeneralName::Directory(Name::from_bytes(tlv.content.clone()).ok()?),
        0xa0 | 0xa3 | 0xa5 | 0x88 => GeneralName::Other(tlv.tag & 0x1f),
        _ => return None,
    })
}

fn name_constraints(value: &Bytes) -> Option<NameConstraints> {
    let mut out = NameConstraints::default();
    for part in der::sequence(value)? {
        let subtrees = der::elements(&part.content)?
            .iter()
            .map(subtree)
            .collect::<Option<Vec<_>>>()?;
        match part.tag {
            0xa0 if out.permitted.is_empty() => out.permitted = subtrees,
            0xa1 if out.excluded.is_empty() => out.excluded = subtrees,
            _ => return None,
        }
    }
    Some(out)
}

fn subtree(tlv: &Tlv) -> Option<Subtree> {
    if tlv.tag != SEQUENCE {
        return None;
    }
    let mut reader = Reader::new(tlv.content.clone());
    let base = general_name(&reader.take()?, &[8, 32, 4, 16])?;
    let mut has_distance = false;
    while !reader.is_empty() {
        let distance = reader.take()?;
        match distance.tag {
            0x80 => has_distance |= der::small_integer(&distance.content)? != 0,
            0x81 => has_distance = true,
            _ => return None,
        }
    }
    Some(Subtree { base, has_distance })
}

fn policies(value: &Bytes) -> Option<Vec<(String, bool)>> {
    der::sequence(value)?
        .iter()
        .map(|info| {
            let mut reader = Reader::new((info.tag == SEQUENCE).then(|| info.content.clone())?);
            let policy = der::dotted(&reader.take_tag(OID)?.content);
            let qualified = reader.take_tag(SEQUENCE).is_some_and(|list| !list.content.is_empty());
            Some((policy, qualified))
        })
        .collect()
}

fn policy_mappings(value: &Bytes) -> Option<Vec<(String, String)>> {
    der::sequence(value)?
        .iter()
        .map(|pair| {
            let mut reader = Reader::new((pair.tag == SEQUENCE).then(|| pair.content.clone())?);
            let issuer = reader.take_tag(OID)?;
            let subject = reader.take_tag(OID)?;
            Some((der::dotted(&issuer.content), der::dotted(&subject.content)))
        })
        .collect()
}

fn policy_constraints(value: &Bytes) -> Option<PolicyConstraints> {
    let mut out = PolicyConstraints::default();
    for tlv in der::sequence(value)? {
        let number = Some(der::small_integer(&tlv.content)?);
        match tlv.tag {
            0x80 if out.require_explicit.is_none() => out.require_explicit = number,
            0x81 if out.inhibit_mapping.is_none() => out.inhibit_mapping = number,
            _ => return None,
        }
    }
    Some(out)
}

fn ca_issuers(value: &Bytes) -> Option<Vec<String>> {
    let mut out = Vec::new();
    for access in der::sequence(value)? {
        let parts = der::elements(&access.content)?;
        let [method, location] = parts.as_slice() else {
            return None;
        };
        if der::dotted(&method.content) == "1.3.6.1.5.5.7.48.2" {
            if let Some(GeneralName::Uri(uri)) = general_name(location, &[4, 16]) {
                out.push(uri);
            }
        }
    }
    Some(out)
}
