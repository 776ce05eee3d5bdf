//! Recognizes default certificates, which products serve if no certificate is configured. The usual
//! cause is that the client sent no server name (SNI), or that the default host answered.

use crate::cert::Certificate;
use crate::report::DefaultProduct;

/// Returns the product whose default certificate this is, by the names in it.
pub(super) fn default_product(leaf: &Certificate) -> Option<DefaultProduct> {
    use DefaultProduct as P;
    let subject = leaf.subject.rfc4514();
    let issuer = leaf.issuer.rfc4514();
    let common_name = leaf.subject.label();
    let in_subject = |text: &str| contains(subject.as_bytes(), text.as_bytes());
    let in_issuer = |text: &str| contains(issuer.as_bytes(), text.as_bytes());
    if in_subject("Kubernetes Ingress Controller Fake Certificate") {
        return Some(P::IngressNginx);
    }
    if in_subject("TRAEFIK DEFAULT CERT") {
        return Some(P::Traefik);
    }
    if common_name == "Plesk" || (in_subject("O=Plesk") && leaf.is_self_issued()) {
        return Some(P::Plesk);
    }
    if leaf.is_self_issued() && (in_subject("cPanel") || in_subject("cpanel")) {
        return Some(P::Cpanel);
    }
    if in_issuer("CloudFlare Origin") || in_issuer("Cloudflare Origin") {
        return Some(P::CloudflareOrigin);
    }
    if in_issuer("(STAGING)") || in_issuer("Fake LE ") {
        return Some(P::LetsEncryptStaging);
    }
    let inspects = [
        "Zscaler",
        "Netskope",
        "Fortinet",
        "FortiGate",
        "Blue Coat",
        "Palo Alto Networks",
        "Forcepoint",
    ];
    if inspects.iter().any(|vendor| in_issuer(vendor)) {
        return Some(P::InspectionProxy);
    }
    let private_host = leaf.extensions.ca_issuers.iter().any(|u| u.contains(".acm-pca."));
    if private_host || leaf.extensions.list.iter().any(|e| contains(&e.value, b".acm-pca.")) {
        return Some(P::AcmPrivateCa);
    }
    let snakeoil = leaf.is_self_issued()
        && (in_subject("O=Internet Widgits Pty Ltd") || common_name == "ubuntu" || common_name == "debian");
    if snakeoil {
        return Some(P::Snakeoil);
    }
    matches!(common_name.as_str(), "localhost" | "localhost.localdomain").then_some(P::Localhost)
}

/// Whether `bytes` contain `text`. Both are short: setting up a `memmem` searcher would take longer
/// than the search.
fn contains(bytes: &[u8], text: &[u8]) -> bool {
    let first = text.first();
    bytes.windows(text.len()).any(|w| w.first() == first && w == text)
}
