//! Checks what ends a handshake before Java checks any path: Java's limits, and certificates that
//! it cannot read.

use super::alert;
use super::input::HandshakeInput;
use super::jdk::JDK;
use super::readable::unreadable;
use crate::cert::Defect;
use crate::report::{Detail, Finding};

/// Returns the first violated precondition with the JDK's message; `None` if all are met.
pub(super) fn violation(input: &HandshakeInput<'_>) -> Option<(String, Finding)> {
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let sent = || {
        input
            .sent
            .iter()
            .filter_map(|at| Some((*at, input.certificates.get(*at)?)))
    };
    let (bytes, limit) = (
        sent().map(|(_, c)| c.der.len() + 3).sum::<usize>() + 3,
        JDK.max_message_bytes,
    );
    if bytes > limit {
        let message = format!("The size of the handshake message ({bytes}) exceeds the maximum allowed size ({limit})");
        let detail = Detail::MessageTooLarge {
            bytes: number(bytes),
            limit: number(limit),
        };
        return Some((message, Finding::overall(detail)));
    }
    // Certificates that could not be decoded were sent too. Their number is unknown: count one.
    let (count, limit) = (input.sent.len() + usize::from(input.unreadable), JDK.max_certificates);
    if count > limit {
        // Java stops reading at the first certificate beyond the limit.
        let read = limit + 1;
        let message = format!("The certificate chain length ({read}) exceeds the maximum allowed length ({limit})");
        let detail = Detail::TooManyCertificates {
            count: number(count),
            limit: number(limit),
        };
        return Some((message, Finding::overall(detail)));
    }
    let malformed = |defect| Detail::Malformed { defect };
    let finding = sent()
        .find_map(|(at, c)| Some(Finding::on(input.index(at), malformed(unreadable(c, input.release)?))))
        .or_else(|| input.unreadable.then(|| Finding::overall(malformed(Defect::Structure))))?;
    Some((
        alert::prefixed(input.release, alert::BAD, "Failed to parse server certificates"),
        finding,
    ))
}
