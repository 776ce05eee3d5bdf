//! The role of a certificate in its chain.

use crate::report::{CertificateReport, Detail, PathStep, Report, RuleId};

/// A certificate's role in its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The server certificate.
    Leaf,
    /// The client certificate, if the check is of one.
    Client,
    /// Between the server certificate and the root.
    Intermediate,
    /// Its own issuer.
    Root,
    /// Outside the chain, or unknown.
    Other,
}

/// A certificate's role in the report.
#[must_use]
pub fn role_of(report: &Report, certificate: &CertificateReport) -> Role {
    let place = report
        .path
        .iter()
        .position(|s| matches!(s, PathStep::Certificate(i) if *i == certificate.index));
    let no_leaf = || {
        let chain = report.rule(RuleId::Chain);
        chain.is_some_and(|r| r.findings.iter().any(|f| matches!(f.detail, Detail::LeafMissing {})))
    };
    let leaf = if report.asked.client_certificate {
        Role::Client
    } else {
        Role::Leaf
    };
    match place {
        Some(0) if !no_leaf() => leaf,
        _ if certificate.self_issued && (certificate.is_ca || place.is_some()) => Role::Root,
        Some(_) => Role::Intermediate,
        None if certificate.is_ca => Role::Intermediate,
        None if report.path.is_empty() => leaf,
        None => Role::Other,
    }
}
