//! Predicts whether Java's TLS client accepts a chain, and its message if it does not.
//!
//! Input: the distinct certificates, the order in which a server sends them, the anchors, the
//! answers to the signature checks, a time and an optional host name. Output: [`HandshakeResult`].
//! It follows a stock JDK 17 (TLS 1.2, no revocation checks, HTTPS endpoint identification);
//! `tests/native/oracle.rs` compares it with one.
//!
//! # References
//! - `sun.security.validator.PKIXValidator`, `EndEntityChecker`; `sun.security.provider.certpath`.
//!   `tests/oracle/FINDINGS.md` describes their code and behaviour.

mod alert;
mod anchor_checks;
mod best_effort;
mod constraints;
mod distrust;
mod end_entity;
mod hostname;
mod input;
mod jdk;
mod path_builder;
mod path_checks;
mod pkix_validator;
mod policy;
mod preconditions;
mod readable;
mod result;
mod thrown;

pub use distrust::{distrusted, distrusted_by};
pub use end_entity::usage_name;
pub use hostname::ascii_host;
pub use input::HandshakeInput;
pub use jdk::{JDK, JdkTraits};
pub use path_checks::out_of_date;
pub use readable::unreadable;
pub use result::{HandshakeResult, PathEnd};

/// The message that JDK 7 and 8 log when they reject a server's certificate.
pub const LEGACY_MESSAGE: &str = "General SSLEngine problem";

/// Checks a chain as sent, and its leaf against `hostname`.
#[must_use]
pub fn check(input: &HandshakeInput<'_>, hostname: Option<&str>) -> HandshakeResult {
    let mut result = pkix_validator::validate(input);
    // A chain that breaks a precondition is rejected before any path is checked.
    if let Some((message, finding)) = preconditions::violation(input) {
        result.accepted = false;
        result.message = Some(message);
        result.problems.retain(|f| *f != finding);
        result.problems.insert(0, finding.clone());
        result.reason = Some(finding);
    }
    let checked = hostname.zip(input.leaf()).map(|(name, (_, leaf))| {
        let traits = input.release.traits();
        hostname::check(name, leaf, &traits)
    });
    if let Some((mut report, thrown)) = checked {
        let message = match thrown {
            // An exception without a text.
            Some(thrown) => Some(alert::uncaught(input.release, &thrown)).filter(|text| !text.is_empty()),
            None => report
                .message
                .map(|message| alert::prefixed(input.release, alert::UNKNOWN, &message)),
        };
        report.message = message;
        result.hostname = Some(report);
    }
    result
}
