//! Describes the content of one extension as named values.
//!
//! # References
//! - [RFC 5280 §4.2](https://www.rfc-editor.org/rfc/rfc5280#section-4.2) for the fields' names,
//!   [RFC 6962 §3.3](https://www.rfc-editor.org/rfc/rfc6962#section-3.3) for SCTs

use bytes::Bytes;
use x509_parser::asn1_rs::Oid;
use x509_parser::extensions::{
    AccessDescription, DistributionPointName, ExtendedKeyUsage, GeneralName, GeneralSubtree, ParsedExtension,
    X509Extension,
};
use x509_parser::time::ASN1Time;
use x509_parser::x509::X509Name;

use crate::cert::extensions::{KeyUsage, ip_text};
use crate::cert::name::Name;
use crate::cert::time::UnixTime;
use crate::der::oid::dotted;
use crate::num::colon_hex;

/// The most fields kept of one extension: a certificate may have thousands of names.
const MAX_FIELDS: usize = 200;
/// The most bytes kept of a value whose syntax is not known.
const MAX_HEX: usize = 256;

/// Policy names from RFC 5280 §4.2.1.4 and the CA/Browser Forum's Baseline Requirements §7.1.6.1.
const POLICIES: [(&str, &str); 5] = [
    ("2.5.29.32.0", "anyPolicy"),
    ("2.23.140.1.1", "extended-validation"),
    ("2.23.140.1.2.1", "domain-validated"),
    ("2.23.140.1.2.2", "organization-validated"),
    ("2.23.140.1.2.3", "individual-validated"),
];

/// A field of an extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The field's name in its standard, the same in every language: `pathLenConstraint`.
    pub name: &'static str,
    /// Its value as text.
    pub value: String,
}

/// Collects fields.
struct Fields(Vec<Field>);

impl Fields {
    fn add(&mut self, name: &'static str, value: impl Into<String>) {
        if self.0.len() < MAX_FIELDS {
            let value = value.into();
            self.0.push(Field { name, value });
        }
    }

    fn number(&mut self, name: &'static str, value: Option<u32>) {
        if let Some(value) = value {
            self.add(name, value.to_string());
        }
    }

    fn flag(&mut self, name: &'static str, value: bool) {
        if value {
            self.add(name, "TRUE");
        }
    }

    fn names(&mut self, names: &[GeneralName<'_>]) {
        for general in names.iter().take(MAX_FIELDS) {
            let (kind, value) = general_name(general);
            self.add(kind, value);
        }
    }

    fn access(&mut self, descriptions: &[AccessDescription<'_>]) {
        for access in descriptions.iter().take(MAX_FIELDS) {
            let (_, location) = general_name(&access.access_location);
            match dotted_oid(&access.access_method).as_str() {
                "1.3.6.1.5.5.7.48.1" => self.add("OCSP", location),
                "1.3.6.1.5.5.7.48.2" => self.add("caIssuers", location),
                "1.3.6.1.5.5.7.48.5" => self.add("caRepository", location),
                other => self.add("accessMethod", [other, ": ", &location].concat()),
            }
        }
    }

    fn subtrees(&mut self, list: &'static str, subtrees: Option<&Vec<GeneralSubtree<'_>>>) {
        for subtree in subtrees.into_iter().flatten().take(MAX_FIELDS) {
            let (kind, value) = general_name(&subtree.base);
            self.add(list, [kind, ": ", &value].concat());
        }
    }

    fn point(&mut self, point: Option<&DistributionPointName<'_>>) {
        match point {
            Some(DistributionPointName::FullName(names)) => self.names(names),
            Some(DistributionPointName::NameRelativeToCRLIssuer(_)) => self.add("nameRelativeToCRLIssuer", ""),
            None => {}
        }
    }

    fn usages(&mut self, usage: &ExtendedKeyUsage<'_>) {
        for (set, name) in [
            (usage.any, "anyExtendedKeyUsage"),
            (usage.server_auth, "serverAuth"),
            (usage.client_auth, "clientAuth"),
            (usage.code_signing, "codeSigning"),
            (usage.email_protection, "emailProtection"),
            (usage.time_stamping, "timeStamping"),
            (usage.ocsp_signing, "OCSPSigning"),
        ] {
            if set {
                self.add("KeyPurposeId", name);
            }
        }
        for other in usage.other.iter().take(MAX_FIELDS) {
            self.add("KeyPurposeId", dotted_oid(other));
        }
    }
}

/// Describes the content of an extension; empty if its kind is known but it cannot be read.
pub(super) fn fields(extension: &X509Extension<'_>) -> Vec<Field> {
    let mut out = Fields(Vec::new());
    match extension.parsed_extension() {
        ParsedExtension::AuthorityKeyIdentifier(id) => {
            if let Some(key) = &id.key_identifier {
                out.add("keyIdentifier", colon_hex(key.0));
            }
            out.names(id.authority_cert_issuer.as_deref().unwrap_or_default());
            if let Some(serial) = id.authority_cert_serial {
                out.add("authorityCertSerialNumber", colon_hex(serial));
            }
        }
        ParsedExtension::SubjectKeyIdentifier(id) => out.add("keyIdentifier", colon_hex(id.0)),
        ParsedExtension::KeyUsage(usage) => out.add("KeyUsage", KeyUsage(usage.flags).names().join(", ")),
        ParsedExtension::CertificatePolicies(policies) => {
            for information in policies.iter().take(MAX_FIELDS) {
                out.add("policyIdentifier", policy(&information.policy_id));
                for qualifier in information.policy_qualifiers.iter().flatten().take(MAX_FIELDS) {
                    // id-qt-cps: an IA5String.
                    match (dotted_oid(&qualifier.policy_qualifier_id).as_str(), qualifier.qualifier) {
                        ("1.3.6.1.5.5.7.2.1", [0x16, 0..=0x7f, uri @ ..]) => {
                            out.add("cPSuri", String::from_utf8_lossy(uri))
                        }
                        (other, value) => out.add("policyQualifierId", [other, ": ", &hex(value)].concat()),
                    }
                }
            }
        }
        ParsedExtension::PolicyMappings(mappings) => {
            for mapping in mappings.mappings.iter().take(MAX_FIELDS) {
                let (from, to) = (&mapping.issuer_domain_policy, &mapping.subject_domain_policy);
                out.add("PolicyMapping", [&dotted_oid(from), " → ", &dotted_oid(to)].concat());
            }
        }
        ParsedExtension::SubjectAlternativeName(names) => out.names(&names.general_names),
        ParsedExtension::IssuerAlternativeName(names) => out.names(&names.general_names),
        ParsedExtension::BasicConstraints(constraints) => {
            out.add("cA", if constraints.ca { "TRUE" } else { "FALSE" });
            out.number("pathLenConstraint", constraints.path_len_constraint);
        }
        ParsedExtension::NameConstraints(constraints) => {
            out.subtrees("permittedSubtrees", constraints.permitted_subtrees.as_ref());
            out.subtrees("excludedSubtrees", constraints.excluded_subtrees.as_ref());
        }
        ParsedExtension::PolicyConstraints(constraints) => {
            out.number("requireExplicitPolicy", constraints.require_explicit_policy);
            out.number("inhibitPolicyMapping", constraints.inhibit_policy_mapping);
        }
        ParsedExtension::ExtendedKeyUsage(usage) => out.usages(usage),
        ParsedExtension::CRLDistributionPoints(points) => {
            for point in points.points.iter().take(MAX_FIELDS) {
                out.point(point.distribution_point.as_ref());
                out.names(point.crl_issuer.as_deref().unwrap_or_default());
            }
        }
        ParsedExtension::InhibitAnyPolicy(policy) => out.number("skipCerts", Some(policy.skip_certs)),
        ParsedExtension::AuthorityInfoAccess(access) => out.access(&access.accessdescs),
        ParsedExtension::SubjectInfoAccess(access) => out.access(&access.accessdescs),
        ParsedExtension::NSCertType(kind) => out.add("netscape-cert-type", kind.to_string()),
        ParsedExtension::NsCertComment(comment) => out.add("netscape-comment", *comment),
        ParsedExtension::IssuingDistributionPoint(point) => {
            out.point(point.distribution_point.as_ref());
            out.flag("onlyContainsUserCerts", point.only_contains_user_certs);
            out.flag("onlyContainsCACerts", point.only_contains_ca_certs);
            out.flag("indirectCRL", point.indirect_crl);
            out.flag("onlyContainsAttributeCerts", point.only_contains_attribute_certs);
        }
        ParsedExtension::CRLNumber(number) => out.add("CRLNumber", number.to_string()),
        ParsedExtension::ReasonCode(reason) => out.add("reasonCode", reason.0.to_string()),
        ParsedExtension::InvalidityDate(date) => out.add("invalidityDate", moment(*date).to_string()),
        ParsedExtension::SCT(timestamps) => {
            for timestamp in timestamps.iter().take(MAX_FIELDS) {
                let seconds = i64::try_from(timestamp.timestamp / 1000).unwrap_or(i64::MAX);
                out.add("timestamp", UnixTime::from_seconds(seconds).to_string());
                out.add("logID", colon_hex(timestamp.id.key_id));
            }
        }
        ParsedExtension::UnsupportedExtension { .. } | ParsedExtension::Unparsed => {
            out.add("extnValue", hex(extension.value));
        }
        ParsedExtension::ParseError { .. } => {}
    }
    out.0
}

/// Returns an identifier in its dotted form; the hexadecimal of its bytes if it has none.
pub(super) fn dotted_oid(oid: &Oid<'_>) -> String {
    dotted(oid.as_bytes()).unwrap_or_else(|| hex(oid.as_bytes()))
}

/// Returns a policy's identifier, with its name if it has one.
fn policy(oid: &Oid<'_>) -> String {
    let oid = dotted_oid(oid);
    match POLICIES.iter().find(|(known, _)| *known == oid) {
        Some((_, name)) => [&oid, " (", name, ")"].concat(),
        None => oid,
    }
}

fn hex(value: &[u8]) -> String {
    match value.get(..MAX_HEX) {
        Some(start) if value.len() > MAX_HEX => [&colon_hex(start), "…"].concat(),
        _ => colon_hex(value),
    }
}

/// Returns the name of a general name's kind in RFC 5280, and its value.
fn general_name(general: &GeneralName<'_>) -> (&'static str, String) {
    match general {
        GeneralName::OtherName(kind, value) => ("otherName", [&dotted_oid(kind), ": ", &hex(value)].concat()),
        GeneralName::RFC822Name(text) => ("rfc822Name", (*text).to_owned()),
        GeneralName::DNSName(text) => ("dNSName", (*text).to_owned()),
        GeneralName::X400Address(any) => ("x400Address", hex(any.data)),
        GeneralName::DirectoryName(directory) => {
            let text = name(directory).map_or_else(|| hex(directory.as_raw()), |name| name.rfc4514());
            ("directoryName", text)
        }
        GeneralName::EDIPartyName(any) => ("ediPartyName", hex(any.data)),
        GeneralName::URI(text) => ("uniformResourceIdentifier", (*text).to_owned()),
        GeneralName::IPAddress(bytes) => ("iPAddress", ip_text(bytes)),
        GeneralName::RegisteredID(oid) => ("registeredID", dotted_oid(oid)),
        GeneralName::Invalid(_, value) => ("GeneralName", hex(value)),
    }
}

/// Reads a name with the lenient reader.
pub(super) fn name(name: &X509Name<'_>) -> Option<Name> {
    Name::from_bytes(Bytes::copy_from_slice(name.as_raw())).ok()
}

/// Converts a time of x509-parser.
pub(super) fn moment(time: ASN1Time) -> UnixTime {
    UnixTime::from_seconds(time.timestamp())
}
