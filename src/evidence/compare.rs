//! Compares what a log says about a chain with what the check of the pasted chain says.

use super::command;
use crate::ingest::{About, LogKind, LogMessage};
use crate::report::{Detail, Instead, LogConflict, Report};

/// Returns how the log in the input contradicts the check of its certificates; `None` if it does
/// not, or if there is no such log.
#[must_use]
pub fn conflict(report: &Report) -> Option<LogConflict> {
    let hints = &report.input.hints;
    let about = |wanted: &[About]| {
        let wanted = |message: &&LogMessage| wanted.contains(&message.about());
        hints.messages.iter().find(wanted)
    };
    let host = hints.host.as_ref();
    let unsure = report
        .rules
        .iter()
        .flat_map(|rule| &rule.findings)
        .any(|f| f.detail.kind().undecided || matches!(f.detail, Detail::SignatureUnchecked { .. }));
    let wrong_name = report.hostname.as_ref().is_some_and(|h| !h.accepted);
    let right_name = report.hostname.as_ref().is_some_and(|h| h.accepted);
    let chain_accepted = report.handshake.accepted || (wrong_name && report.handshake.reason.is_none());
    let rejected = |instead: Instead| {
        move |message: &LogMessage| LogConflict::Rejected {
            at: message.at,
            instead,
            by_api_gateway: message.execution_failed,
            command: command::connect(host, false),
        }
    };
    let chain = about(&[About::Chain]);
    if chain_accepted && !unsure {
        let name = || about(&[About::HostName]).filter(|_| right_name);
        let either = || about(&[About::Either]).filter(|_| !wrong_name);
        return chain
            .map(rejected(Instead::ChainAccepted))
            .or_else(|| name().map(rejected(Instead::HostNameAccepted)))
            .or_else(|| either().map(rejected(Instead::ChainAccepted)));
    }
    if let Some(message) = chain
        && !chain_accepted
        && !explains(report, message)
    {
        return Some(rejected(Instead::OtherReason)(message));
    }
    let accepted = hints
        .accepted
        .filter(|_| !chain_accepted && about(&[About::Chain, About::HostName, About::Either]).is_none())?;
    Some(LogConflict::Accepted {
        at: accepted.at,
        by: accepted.by,
    })
}

/// Whether a rejected chain causes this message. True if that is not known.
fn explains(report: &Report, message: &LogMessage) -> bool {
    let Some(predicted) = &report.handshake.message else {
        return true;
    };
    match message.kind {
        LogKind::PathBuildingFailed => return predicted.contains("PKIX path building failed"),
        LogKind::PathValidationFailed => return true,
        _ => {}
    }
    let codes = message.kind.finding_codes();
    let findings = report.rules.iter().flat_map(|rule| &rule.findings);
    let mut findings = findings.chain(&report.handshake.reason);
    findings.any(|finding| codes.contains(&finding.detail.code()))
}
