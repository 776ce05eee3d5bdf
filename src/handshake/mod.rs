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
mod result;

pub use distrust::distrusted;
pub use end_entity::usage_name;
pub use hostname::ascii_host;
pub use input::HandshakeInput;
pub use jdk::{JDK, JdkTraits};
pub use path_checks::out_of_date;
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
    result.hostname = hostname
        .zip(input.leaf())
        .map(|(name, (_, leaf))| hostname::check(name, leaf, input.release.traits().leftmost_wildcards));
    // The other messages are those of exceptions that the JDK does not catch.
    let named = |message: &str| ["No ", "Not ", "Illegal "].iter().any(|word| message.starts_with(word));
    let name = result.hostname.as_mut().and_then(|name| name.message.as_mut());
    if let Some(message) = name {
        *message = if named(message) {
            alert::prefixed(input.release, alert::UNKNOWN, message)
        } else {
            alert::uncaught(input.release, message)
        };
    }
    result
}
