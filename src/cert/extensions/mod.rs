//! Reads extensions as the JDK does: one that it cannot read counts as absent, or is fatal if it is
//! critical.
//!
//! # References
//! - [RFC 5280 §4.2](https://www.rfc-editor.org/rfc/rfc5280#section-4.2) for the syntax.
//! - JDK 17, `sun.security.x509`, for the leniency that each reader notes.

mod dns_name;
mod general_name;
mod names;
mod read;
mod readable;
mod reason;
mod uri;
mod values;

pub use dns_name::strict_dns_name;
pub(crate) use general_name::is_email;
pub use general_name::{GeneralName, ip_text};
pub use names::{extension_name, oid};
pub(crate) use reason::unreadable_reason;
pub(crate) use uri::host as uri_host;
pub use values::{AuthorityKeyId, BasicConstraints, KeyUsage, NameConstraints, PolicyConstraints, Subtree};

use bytes::Bytes;

use crate::der::lenient::{self, Reader};
use crate::der::oid::dotted;
use crate::der::tag::{BOOLEAN, OID, SEQUENCE, SET};

/// One extension, as in the certificate.
#[derive(Clone, Debug)]
pub struct Extension {
    /// Dotted identifier.
    pub oid: String,
    /// Whether it is critical.
    pub critical: bool,
    /// The content of its OCTET STRING.
    pub value: Bytes,
    /// False if the JDK has a class for this kind and that class cannot read the value.
    pub readable: bool,
}

/// The extensions of a certificate, with the values that the checks need.
#[derive(Clone, Debug, Default)]
pub struct Extensions {
    /// All extensions in the certificate's order.
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
    /// Inhibit anyPolicy's skipCerts; −1 counts as absent.
    pub inhibit_any_policy: Option<i64>,
    /// Netscape certificate type, the first byte of its bits.
    pub netscape_cert_type: Option<u8>,
    /// URLs of AIA caIssuers.
    pub ca_issuers: Vec<String>,
}

/// The critical extensions that Java's path validation supports.
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

impl Extension {
    /// Whether a release that accepts more zones of addresses can read the value
    /// (`JavaTraits::reads_odd_zones`).
    pub(crate) fn is_readable_with_old_zones(&self) -> bool {
        self.with_old_zones().is_some()
    }

    /// Returns the alternative names that such a release reads in the value, with other zones;
    /// `None` if it cannot read them, or if the value is of another kind.
    pub(crate) fn names_with_old_zones(&self) -> Option<Vec<GeneralName>> {
        self.with_old_zones()?.san
    }

    fn with_old_zones(&self) -> Option<Extensions> {
        let value = uri::with_old_zones(&self.value).into();
        let mut extensions = Extensions::default();
        extensions.absorb(&self.oid, self.critical, &value, true)?;
        Some(extensions)
    }

    /// Whether it has a directory name of indefinite length in a value of definite length.
    pub(crate) fn has_indefinite_directory(&self) -> bool {
        names::is_known(&self.oid) && lenient::has_indefinite(&self.value, 0xa4)
    }
}

impl Extensions {
    /// Reads the content of `[3]`: a SEQUENCE of extensions. Ignores bytes after it; `None` if it
    /// is no such SEQUENCE.
    #[must_use]
    pub fn read(explicit: &Bytes) -> Option<Self> {
        let list = Reader::new(explicit.clone()).take_tag(SEQUENCE)?;
        let mut out = Self::default();
        for item in lenient::elements(&list.content)? {
            if item.tag != SEQUENCE && item.tag != SET {
                return None;
            }
            let mut reader = Reader::new(item.content.clone());
            let oid = dotted(&reader.take_tag(OID)?.content)?;
            let critical = match reader.take_tag(BOOLEAN) {
                Some(critical) => lenient::boolean(&critical.content)?,
                None => false,
            };
            let value = lenient::octets(&reader.take()?)?;
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

    /// Returns the dotted identifiers of critical extensions that Java's path validation does not
    /// support.
    #[must_use]
    pub fn unknown_critical(&self) -> Vec<String> {
        self.list
            .iter()
            .filter(|e| e.critical && !UNDERSTOOD.contains(&e.oid.as_str()))
            .map(|e| e.oid.clone())
            .collect()
    }

    /// Returns the bytes of the subject alternative name, which the JDK compares to find repeated
    /// certificates.
    #[must_use]
    pub fn san_bytes(&self) -> Option<&Bytes> {
        self.list
            .iter()
            .find(|e| e.readable && e.oid == oid::SAN)
            .map(|e| &e.value)
    }

    /// Reads one value; `None` if its kind is known but the value cannot be read. Only the first
    /// readable value of a kind is kept.
    fn absorb(&mut self, id: &str, critical: bool, value: &Bytes, fresh: bool) -> Option<()> {
        let mut other;
        let keep = if fresh {
            self
        } else {
            other = Self::default();
            &mut other
        };
        match id {
            oid::BASIC_CONSTRAINTS => keep.basic_constraints = Some(read::basic_constraints(value)?),
            oid::KEY_USAGE => keep.key_usage = Some(read::key_usage(value)?),
            oid::EXTENDED_KEY_USAGE => keep.extended_key_usage = Some(read::oid_list(value)?),
            oid::SAN => keep.san = Some(general_name::general_names(value)?),
            oid::AKI => keep.aki = Some(read::authority_key_id(value)?),
            oid::SKI => keep.ski = Some(lenient::octets(&lenient::only(value)?)?.to_vec()),
            oid::NAME_CONSTRAINTS => keep.name_constraints = Some(read::name_constraints(value)?),
            oid::POLICIES => {
                keep.policies = Some(read::policies(value)?);
                keep.policies_critical = critical;
            }
            oid::POLICY_MAPPINGS => keep.policy_mappings = read::policy_mappings(value)?,
            oid::POLICY_CONSTRAINTS => keep.policy_constraints = Some(read::policy_constraints(value)?),
            // The JDK cannot read one that is not critical, so it counts as absent.
            oid::INHIBIT_ANY_POLICY => keep.inhibit_any_policy = Some(read::skip_certs(value).filter(|_| critical)?),
            oid::NETSCAPE_CERT_TYPE => keep.netscape_cert_type = Some(read::netscape_cert_type(value)?),
            oid::AIA => keep.ca_issuers = read::access_locations(value)?,
            other => return readable::readable(other, value).then_some(()),
        }
        Some(())
    }
}
