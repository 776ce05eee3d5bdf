//! What Java's TLS client would answer to a chain, and with which message.
//!
//! Input: the distinct certificates, the order in which a server sends them, the anchors, the
//! answers to the signature checks, a time and perhaps a host name. Output: [`HandshakeResult`].
//! The semantics are those of a stock JDK 17 (TLS 1.2, revocation off, HTTPS endpoint
//! identification); `tests/native/oracle.rs` compares them with one.
//!
//! # References
//! - `sun.security.validator.PKIXValidator`, `EndEntityChecker`; `sun.security.provider.certpath`;
//!   `tests/oracle/FINDINGS.md` describes what was read there and observed.

mod anchor_checks;
mod best_effort;
mod constraints;
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

pub use end_entity::usage_name;
pub use input::HandshakeInput;
pub use jdk::{JDK, JdkTraits};
pub use path_checks::out_of_date;
pub use result::{HandshakeResult, PathEnd};

/// What the JDK 7 and 8 generation logs whenever it rejects a server's certificate.
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
        .map(|(name, (_, leaf))| hostname::check(name, leaf));
    result
}
