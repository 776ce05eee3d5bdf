//! Decodes details for display: the extensions of a certificate, certificate requests and
//! revocation lists.
//!
//! Input: DER. Output: plain values and text. The texts are unescaped: the code that shows them
//! must make hidden characters visible. Checks do not use this module but the lenient reader in
//! [`super::extensions`]. x509-parser is strict: if it cannot read a certificate, the lenient
//! reader lists the extensions.

mod extension;

use bytes::Bytes;
use x509_parser::certification_request::X509CertificationRequest;
use x509_parser::cri_attributes::ParsedCriAttribute;
use x509_parser::extensions::{ParsedExtension, X509Extension};
use x509_parser::prelude::{FromDer as _, X509Certificate};
use x509_parser::revocation_list::CertificateRevocationList;

use super::decode::{decode, pem_block};
use super::extensions::extension_name;
use super::key::KeyInfo;
use super::time::UnixTime;
pub use extension::Field;
use extension::{moment, name};

/// The most extensions described; no certificate in use has 30.
const MAX_EXTENSIONS: usize = 100;
/// The largest request or revocation list decoded, in bytes; large lists have a few megabytes.
const MAX_BYTES: usize = 8 << 20;

/// An extension, decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtensionDetails {
    /// The dotted identifier.
    pub oid: String,
    /// Its name in its standard, if it is known.
    pub name: Option<String>,
    /// Whether it is critical.
    pub critical: bool,
    /// The size of its value in bytes.
    pub bytes: usize,
    /// Its content; empty if it cannot be read.
    pub fields: Vec<Field>,
}

/// The extensions of a certificate, described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateDetails {
    /// Its extensions, in its order.
    pub extensions: Vec<ExtensionDetails>,
    /// Whether x509-parser could read the certificate; if not, extensions have no fields.
    pub decoded: bool,
}

/// A certificate request (PKCS#10), described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestDetails {
    /// The subject, as in RFC 4514.
    pub subject: String,
    /// A short label of the subject.
    pub subject_label: String,
    /// The public key, if it can be read.
    pub key: Option<KeyInfo>,
    /// The extensions that it requests, in its order.
    pub extensions: Vec<ExtensionDetails>,
}

/// A certificate revocation list, described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevocationListDetails {
    /// The issuer, as in RFC 4514.
    pub issuer: String,
    /// A short label of the issuer.
    pub issuer_label: String,
    /// When it was issued.
    pub this_update: UnixTime,
    /// When the next one is due.
    pub next_update: Option<UnixTime>,
    /// How many certificates it lists.
    pub entries: usize,
    /// Its number, in decimal.
    pub number: Option<String>,
    /// Its extensions, in its order.
    pub extensions: Vec<ExtensionDetails>,
}

/// Describes the extensions of a certificate in DER or in a PEM block; `None` if the lenient reader
/// cannot read it either.
#[must_use]
pub fn certificate(bytes: &Bytes) -> Option<CertificateDetails> {
    let der = &pem_block(bytes).unwrap_or_else(|| bytes.clone());
    if let Ok((_, certificate)) = X509Certificate::from_der(der) {
        return Some(CertificateDetails {
            extensions: describe(certificate.extensions()),
            decoded: true,
        });
    }
    let certificate = decode(der).ok()?;
    let extensions = certificate.extensions.list.iter().take(MAX_EXTENSIONS);
    let extensions = extensions.map(|extension| ExtensionDetails {
        name: extension_name(&extension.oid).map(str::to_owned),
        oid: extension.oid.clone(),
        critical: extension.critical,
        bytes: extension.value.len(),
        fields: Vec::new(),
    });
    Some(CertificateDetails {
        extensions: extensions.collect(),
        decoded: false,
    })
}

/// Describes a certificate request; `None` if it cannot be read.
#[must_use]
pub fn request(der: &[u8]) -> Option<RequestDetails> {
    let (_, request) = X509CertificationRequest::from_der(bounded(der)?).ok()?;
    let info = &request.certification_request_info;
    let subject = name(&info.subject)?;
    let attributes = info.attributes().iter().map(|attribute| attribute.parsed_attribute());
    let extensions = attributes.filter_map(|attribute| match attribute {
        ParsedCriAttribute::ExtensionRequest(asked) => Some(describe(&asked.extensions)),
        _ => None,
    });
    Some(RequestDetails {
        subject: subject.rfc4514(),
        subject_label: subject.label(),
        key: KeyInfo::from_spki(info.subject_pki.raw).ok(),
        extensions: extensions.flatten().take(MAX_EXTENSIONS).collect(),
    })
}

/// Describes a certificate revocation list; `None` if it cannot be read.
#[must_use]
pub fn revocation_list(der: &[u8]) -> Option<RevocationListDetails> {
    let (_, list) = CertificateRevocationList::from_der(bounded(der)?).ok()?;
    let list = &list.tbs_cert_list;
    let issuer = name(&list.issuer)?;
    let number = list
        .extensions()
        .iter()
        .find_map(|extension| match extension.parsed_extension() {
            ParsedExtension::CRLNumber(number) => Some(number.to_string()),
            _ => None,
        });
    Some(RevocationListDetails {
        issuer: issuer.rfc4514(),
        issuer_label: issuer.label(),
        this_update: moment(list.this_update),
        next_update: list.next_update.map(moment),
        entries: list.revoked_certificates.len(),
        number,
        extensions: describe(list.extensions()),
    })
}

fn bounded(der: &[u8]) -> Option<&[u8]> {
    (der.len() <= MAX_BYTES).then_some(der)
}

fn describe(extensions: &[X509Extension<'_>]) -> Vec<ExtensionDetails> {
    let described = extensions.iter().take(MAX_EXTENSIONS).map(|extension| {
        let oid = extension::dotted_oid(&extension.oid);
        ExtensionDetails {
            name: extension_name(&oid).map(str::to_owned),
            oid,
            critical: extension.critical,
            bytes: extension.value.len(),
            fields: extension::fields(extension),
        }
    });
    described.collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    fn der(pem: &[u8]) -> Bytes {
        let text = std::str::from_utf8(pem).unwrap();
        x509_parser::pem::parse_x509_pem(text.as_bytes())
            .unwrap()
            .1
            .contents
            .into()
    }

    fn lines(extensions: &[ExtensionDetails]) -> Vec<String> {
        let line = |extension: &ExtensionDetails| {
            let fields = extension
                .fields
                .iter()
                .map(|field| [field.name, "=", &field.value].concat());
            let name = extension.name.clone().unwrap_or_else(|| extension.oid.clone());
            format!("{name}: {}", fields.collect::<Vec<_>>().join("; "))
        };
        extensions.iter().map(line).collect()
    }

    const REQUEST: &[u8] = include_bytes!("../../../tests/fixtures/details/request.pem");
    const CA: &[u8] = include_bytes!("../../../tests/fixtures/details/ca.pem");
    const LIST: &[u8] = include_bytes!("../../../tests/fixtures/details/crl.pem");

    #[test]
    fn describes_a_request() {
        let request = request(&der(REQUEST)).unwrap();
        assert_eq!(
            (request.subject.as_str(), request.subject_label.as_str()),
            ("CN=api.example.com,O=Example", "api.example.com")
        );
        assert_eq!(request.key.and_then(|key| key.bits()), Some(256));
        assert_eq!(
            lines(&request.extensions),
            [
                "Subject Alternative Name: dNSName=api.example.com; dNSName=*.api.example.com; iPAddress=192.0.2.10; \
                 uniformResourceIdentifier=https://example.com/a; rfc822Name=a@example.com",
                "Key Usage: KeyUsage=digitalSignature",
                "Extended Key Usage: KeyPurposeId=serverAuth; KeyPurposeId=1.2.3.4",
                "1.2.3.4.5: extnValue=04:01:AB",
            ]
        );
        let critical = request.extensions.iter().map(|extension| extension.critical);
        assert_eq!(critical.collect::<Vec<_>>(), [false, true, false, false]);
    }

    #[test]
    fn describes_a_revocation_list() {
        let list = revocation_list(&der(LIST)).unwrap();
        assert_eq!(
            (list.issuer.as_str(), list.issuer_label.as_str()),
            ("CN=Example CA,O=Example", "Example CA")
        );
        assert_eq!((list.entries, list.number.as_deref()), (2, Some("500")));
        assert_eq!(list.next_update.map(|next| list.this_update.days_until(next)), Some(30));
        assert!(lines(&list.extensions).contains(&"2.5.29.20: CRLNumber=500".to_owned()));
    }

    #[test]
    fn extensions_have_fields() {
        let details = certificate(&Bytes::from_static(CA)).unwrap();
        assert!(details.decoded);
        let lines = lines(&details.extensions);
        for expected in [
            "Basic Constraints: cA=TRUE",
            "Key Usage: KeyUsage=keyCertSign, cRLSign",
            "Name Constraints: permittedSubtrees=dNSName: example.com; excludedSubtrees=iPAddress: 192.0.2.0/255.255.255.0",
            "Certificate Policies: policyIdentifier=2.23.140.1.2.1 (domain-validated); policyIdentifier=1.2.3.4",
            "CRL Distribution Points: uniformResourceIdentifier=http://crl.example.com/ca.crl",
            "Authority Information Access: OCSP=http://ocsp.example.com",
            "Policy Constraints: requireExplicitPolicy=1",
            "Inhibit anyPolicy: skipCerts=2",
            "2.16.840.1.113730.1.13: netscape-comment=made for tests",
        ] {
            assert!(lines.iter().any(|line| line == expected), "{expected}: {lines:#?}");
        }
    }

    #[test]
    fn a_certificate_with_signed_timestamps() {
        let details = certificate(&Bytes::from_static(include_bytes!(
            "../../../tests/fixtures/real/crates-io.pem"
        )))
        .unwrap();
        let timestamps = details
            .extensions
            .iter()
            .find(|e| e.oid == "1.3.6.1.4.1.11129.2.4.2")
            .unwrap();
        let names: Vec<&str> = timestamps.fields.iter().map(|field| field.name).collect();
        assert_eq!(names.get(..2), Some(&["timestamp", "logID"][..]), "{timestamps:?}");
    }

    #[test]
    fn lists_extensions_without_fields_if_x509_parser_rejects_the_certificate() {
        let strict = der(CA);
        let known = certificate(&strict).unwrap();
        // DER forbids both a BOOLEAN of 1 and an indefinite length.
        let mut odd_boolean = strict.to_vec();
        let at = memchr::memmem::find(&strict, &[1, 1, 0xff]).unwrap();
        odd_boolean[at + 2] = 1;
        let indefinite = [&[0x30, 0x80], &strict[4..], &[0, 0]].concat();
        let oids = |details: &CertificateDetails| details.extensions.iter().map(|e| e.oid.clone()).collect::<Vec<_>>();
        let mut refused = 0;
        for lenient in [Bytes::from(odd_boolean), Bytes::from(indefinite)] {
            let details = certificate(&lenient).unwrap();
            assert_eq!(oids(&known), oids(&details));
            if X509Certificate::from_der(&lenient).is_err() {
                refused += 1;
                assert!(!details.decoded && details.extensions.iter().all(|extension| extension.fields.is_empty()));
            }
        }
        assert!(known.decoded && refused > 0, "x509-parser rejects neither");
    }

    #[test]
    fn cut_and_changed_bytes_never_panic() {
        let mut read = 0;
        for whole in [REQUEST, LIST, CA].map(der) {
            for at in 0..whole.len() {
                let mut changed = whole.to_vec();
                changed.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 0x55);
                for bytes in [Bytes::from(changed), whole.slice(..at)] {
                    read += usize::from(request(&bytes).is_some());
                    read += usize::from(revocation_list(&bytes).is_some());
                    read += usize::from(certificate(&bytes).is_some());
                }
            }
        }
        assert!(read > 100, "most changes leave the structure intact: {read}");
    }
}
