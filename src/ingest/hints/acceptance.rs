//! Recognizes lines that say that a client accepted the server's certificates.

use super::leads::ACCEPTED;
use super::phrase_hits::Seen;
use crate::ingest::report::hint::{Accepted, AcceptedBy};
use crate::ingest::scan::Scan;

/// Reads the first such line. API Gateway's own comes first.
pub(crate) fn read(scan: &mut Scan<'_, '_, '_>, seen: &Seen) {
    let first = ACCEPTED
        .iter()
        .find_map(|lead| Some((*lead, seen.places(lead).next()?)));
    let Some((lead, at)) = first.filter(|_| scan.sink.hints.accepted.is_none()) else {
        return;
    };
    let by = match lead {
        "Verify return code: 0 (ok)" => AcceptedBy::Openssl,
        "SSL certificate verify ok" => AcceptedBy::Curl,
        _ => AcceptedBy::ApiGateway,
    };
    let at = scan.at(at);
    scan.sink.hints.accepted = Some(Accepted { by, at });
}
