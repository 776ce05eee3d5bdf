//! What ends a handshake before any path is looked at: its own limits, and certificates that Java's reader refuses.

use super::{Judged, MAX_CERTIFICATES, MAX_MESSAGE_BYTES};
use crate::cert::Defect;
use crate::report::{Detail, Finding};

/// Limits of the handshake, and certificates that Java's reader refuses.
pub(super) fn before_any_path(judged: &Judged<'_>) -> Option<(String, Finding)> {
    let lengths = judged
        .sent
        .iter()
        .filter_map(|at| judged.certificates.get(*at))
        .map(|c| c.der.len() + 3);
    let bytes = lengths.sum::<usize>() + 3;
    if bytes > MAX_MESSAGE_BYTES {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let detail = Detail::MessageTooLarge {
            bytes: number(bytes),
            limit: number(MAX_MESSAGE_BYTES),
        };
        let message = format!(
            "The size of the handshake message ({bytes}) exceeds the maximum allowed size ({MAX_MESSAGE_BYTES})"
        );
        return Some((message, Finding::overall(detail)));
    }
    // Certificates that could not be decoded were sent as well; that there were any is all that is known of them.
    let sent = judged.sent.len() + usize::from(judged.unreadable);
    if sent > MAX_CERTIFICATES {
        let count = u32::try_from(sent).unwrap_or(u32::MAX);
        let detail = Detail::TooManyCertificates { count, limit: 10 };
        let message = "The certificate chain length (11) exceeds the maximum allowed length (10)".to_owned();
        return Some((message, Finding::overall(detail)));
    }
    let parse = "Failed to parse server certificates".to_owned();
    for &at in judged.sent {
        if let Some(defect) = judged.certificates.get(at).and_then(|c| c.defects.first()) {
            return Some((
                parse,
                Finding::on(judged.index(at), Detail::Malformed { defect: *defect }),
            ));
        }
    }
    judged.unreadable.then(|| {
        (
            parse,
            Finding::overall(Detail::Malformed {
                defect: Defect::Structure,
            }),
        )
    })
}
