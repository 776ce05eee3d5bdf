//! Recognizes certificates that a product made, or a CA that is not for the public: default
//! certificates, proxies that inspect TLS, private and test CAs, hosting platforms.
//!
//! Names are compared without regard to case. A row matches if the text occurs in the subject or
//! the issuer in the form of RFC 4514. The rules use the result only if no listed root is known for
//! the chain, so a public CA with a similar name is not affected.

use crate::cert::{Certificate, GeneralName};
use crate::report::DefaultProduct;
use crate::report::product_tables::In::{Issuer, OwnSubject, Subject};
use crate::report::product_tables::{PLATFORMS, ROWS};
use DefaultProduct as P;

/// A recognized product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    /// The kind.
    pub kind: DefaultProduct,
    /// The product's name, if the kind has several.
    pub vendor: Option<&'static str>,
    /// Where the product's certificate is configured: a menu, an option or a file.
    pub setting: Option<&'static str>,
}

/// The product that made the leaf of a path, by the names in it; `path` is leaf first.
#[must_use]
pub fn product(path: &[&Certificate]) -> Option<Product> {
    let leaf = path.first()?;
    let lower = |text: String| text.to_ascii_lowercase();
    let subject = lower(leaf.subject.rfc4514());
    let issuers: Vec<String> = path.iter().map(|c| lower(c.issuer.rfc4514())).collect();
    let own = leaf.is_self_issued();
    let found = ROWS.iter().find(|(place, text, ..)| match place {
        Subject => contains(&subject, text),
        OwnSubject => own && contains(&subject, text),
        Issuer => issuers.iter().any(|issuer| contains(issuer, text)),
    });
    let named = |text: &'static str| (!text.is_empty()).then_some(text);
    if let Some((_, _, kind, vendor, setting)) = found {
        return Some(Product {
            kind: *kind,
            vendor: named(vendor),
            setting: named(setting),
        });
    }
    let plain = |kind| {
        Some(Product {
            kind,
            vendor: None,
            setting: None,
        })
    };
    if let Some(found) = path.iter().find_map(|c| private_ca(c)) {
        return Some(found);
    }
    let common_name = leaf.subject.label();
    if own && matches!(common_name.as_str(), "ubuntu" | "debian") {
        return plain(P::Snakeoil);
    }
    let local = matches!(common_name.as_str(), "localhost" | "localhost.localdomain");
    if local { plain(P::Localhost) } else { None }
}

/// A private CA that certificates name in their addresses: of ACM, Google's CA Service, or Active
/// Directory.
fn private_ca(certificate: &Certificate) -> Option<Product> {
    let in_extensions = |text: &str| {
        let list = &certificate.extensions.list;
        list.iter().any(|e| memory_contains(&e.value, text.as_bytes()))
    };
    let (kind, vendor) = if in_extensions("acm-pca.") || in_extensions("acm-pca-") {
        (P::AcmPrivateCa, None)
    } else if in_extensions("privateca-content-") {
        (P::PrivateCa, Some("Google Certificate Authority Service"))
    } else if in_extensions("CN=Public%20Key%20Services") || in_extensions("CN=Public Key Services") {
        (P::PrivateCa, Some("Active Directory Certificate Services"))
    } else {
        return None;
    };
    let setting = None;
    Some(Product { kind, vendor, setting })
}

/// The hosting platform whose general certificate this is: it has a wildcard below the platform's
/// domain, which all applications share.
#[must_use]
pub fn platform_certificate(leaf: &Certificate) -> Option<&'static str> {
    leaf.extensions.san.iter().flatten().find_map(|name| match name {
        GeneralName::Dns(name) => name.strip_prefix("*.").and_then(shared_platform),
        _ => None,
    })
}

/// The platform that serves all its applications below `domain`, such as `up.railway.app`.
fn shared_platform(domain: &str) -> Option<&'static str> {
    let domain = domain.to_ascii_lowercase();
    let is = |own: &str| domain == own || domain.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
    PLATFORMS.iter().find(|(own, _)| is(own)).map(|(_, name)| *name)
}

/// The hosting platform to whose domain a host name belongs.
#[must_use]
pub fn platform_of(host: &str) -> Option<&'static str> {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let below = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    PLATFORMS
        .iter()
        .find(|(domain, _)| below(domain))
        .map(|(_, name)| *name)
}

fn contains(text: &str, part: &str) -> bool {
    memory_contains(text.as_bytes(), part.as_bytes())
}

/// Whether `bytes` contain `text`. Both are short: setting up a `memmem` searcher would take longer
/// than the search.
fn memory_contains(bytes: &[u8], text: &[u8]) -> bool {
    let first = text.first();
    bytes.windows(text.len()).any(|w| w.first() == first && w == text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::cert::made::{self, name};

    fn certificate(subject: &[(&str, &str)], issuer: &[(&str, &str)]) -> Certificate {
        let mut leaf = made::leaf();
        leaf.subject = name(subject);
        leaf.issuer = name(issuer);
        leaf
    }

    fn of(subject: &[(&str, &str)], issuer: &[(&str, &str)]) -> Option<(DefaultProduct, Option<&'static str>)> {
        product(&[&certificate(subject, issuer)]).map(|found| (found.kind, found.vendor))
    }

    #[test]
    fn issuers_of_proxies_and_test_cas_are_recognized_in_any_case() {
        let host = &[("CN", "api.example.com")][..];
        for (issuer, kind, vendor) in [
            (
                &[
                    ("O", "Zscaler Inc."),
                    ("CN", "Zscaler Intermediate Root CA (zscalerthree.net)"),
                ][..],
                P::InspectionProxy,
                Some("Zscaler"),
            ),
            (
                &[("CN", "ca.example.eu.goskope.com")],
                P::InspectionProxy,
                Some("Netskope"),
            ),
            (
                &[("O", "FORTINET"), ("CN", "FGT60F0000000001")],
                P::InspectionProxy,
                Some("FortiGate"),
            ),
            (
                &[("CN", "DO_NOT_TRUST_FiddlerRoot")],
                P::InspectionProxy,
                Some("Fiddler"),
            ),
            (
                &[("O", "PortSwigger"), ("CN", "PortSwigger CA")],
                P::InspectionProxy,
                Some("Burp Suite"),
            ),
            (
                &[("O", "Cisco"), ("CN", "Cisco Umbrella Secondary SubCA ams-SG")],
                P::InspectionProxy,
                Some("Cisco Umbrella"),
            ),
            (&[("CN", "ESET SSL Filter CA")], P::InspectionProxy, Some("ESET")),
            (&[("CN", "Example Corp TLS Inspection CA")], P::InspectionProxy, None),
            (
                &[
                    ("O", "(STAGING) Let's Encrypt"),
                    ("CN", "(STAGING) Wannabe Watercress R11"),
                ],
                P::LetsEncryptStaging,
                None,
            ),
            (&[("CN", "Fake LE Intermediate X1")], P::LetsEncryptStaging, None),
            (
                &[
                    ("O", "CloudFlare, Inc."),
                    ("OU", "CloudFlare Origin SSL ECC Certificate Authority"),
                ],
                P::CloudflareOrigin,
                None,
            ),
            (&[("CN", "kubernetes")], P::KubernetesApi, None),
            (
                &[("O", "PVE Cluster Manager CA"), ("CN", "Proxmox Virtual Environment")],
                P::Appliance,
                Some("Proxmox VE"),
            ),
            (
                &[("O", "Caddy"), ("CN", "Caddy Local Authority - ECC Intermediate")],
                P::PrivateCa,
                Some("Caddy"),
            ),
        ] {
            assert_eq!(of(host, issuer), Some((kind, vendor)), "{issuer:?}");
        }
        // Public CAs and private ones without a known name.
        for issuer in [
            "R12",
            "Symantec Class 3 Secure Server CA - G4",
            "Amazon RSA 2048 M01",
            "Example Issuing CA",
        ] {
            assert_eq!(of(host, &[("CN", issuer)]), None, "{issuer}");
        }
    }

    #[test]
    fn default_certificates_are_recognized_by_their_subject() {
        for (subject, kind, vendor) in [
            (
                &[
                    ("O", "Acme Co"),
                    ("CN", "Kubernetes Ingress Controller Fake Certificate"),
                ][..],
                P::IngressNginx,
                None,
            ),
            (&[("CN", "TRAEFIK DEFAULT CERT")], P::Traefik, None),
            (
                &[("CN", "letsencrypt-nginx-proxy-companion")],
                P::ReverseProxy,
                Some("nginx-proxy (acme-companion)"),
            ),
            (
                &[("CN", "acme-companion")],
                P::ReverseProxy,
                Some("nginx-proxy (acme-companion)"),
            ),
            (
                &[("O", "Synology Inc."), ("CN", "synology")],
                P::Appliance,
                Some("Synology DSM"),
            ),
            (
                &[("O", "Ubiquiti Inc."), ("CN", "unifi.local")],
                P::Appliance,
                Some("UniFi"),
            ),
            (
                &[
                    ("O", "pfSense webConfigurator Self-Signed Certificate"),
                    ("CN", "pfSense-1"),
                ],
                P::Appliance,
                Some("pfSense"),
            ),
            (
                &[("O", "Unknown"), ("OU", "Unknown"), ("CN", "build.example.com")],
                P::ApplicationServer,
                Some("Java (Tomcat, Jenkins, keytool)"),
            ),
            (&[("O", "Internet Widgits Pty Ltd")], P::Snakeoil, None),
            (&[("CN", "localhost")], P::Localhost, None),
            (&[("CN", "ubuntu")], P::Snakeoil, None),
        ] {
            assert_eq!(of(subject, subject), Some((kind, vendor)), "{subject:?}");
        }
        assert_eq!(of(&[("CN", "api.example.com")], &[("CN", "api.example.com")]), None);
        // These names count only in a self-signed certificate.
        assert_eq!(
            of(&[("O", "Unknown"), ("CN", "a.example.com")], &[("CN", "Some CA")]),
            None
        );
    }

    #[test]
    fn the_issuer_of_an_intermediate_counts() {
        let leaf = certificate(&[("CN", "api.example.com")], &[("CN", "Corporate CA 7")]);
        let above = certificate(
            &[("CN", "Corporate CA 7")],
            &[("O", "Zscaler Inc."), ("CN", "Zscaler Root CA")],
        );
        assert_eq!(product(&[&leaf]), None);
        assert_eq!(product(&[&leaf, &above]).unwrap().vendor, Some("Zscaler"));
    }

    #[test]
    fn platforms_own_the_names_below_their_domains() {
        assert_eq!(platform_of("app.herokuapp.com"), Some("Heroku"));
        assert_eq!(platform_of("App.Up.Railway.App."), Some("Railway"));
        assert_eq!(platform_of("herokuapp.com"), None);
        assert_eq!(platform_of("myherokuapp.com"), None);
        assert_eq!(shared_platform("up.railway.app"), Some("Railway"));
        assert_eq!(shared_platform("azurewebsites.net"), Some("Azure App Service"));
        assert_eq!(shared_platform("example.com"), None);
    }
}
