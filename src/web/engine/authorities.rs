//! The list of supported CAs as rows for the page.

use super::job::Job;
use crate::cert::Name;
use crate::trust::Listed;
use crate::web::protocol::response::{Authorities, Authority};

/// Every certificate of the list to check against, in the order of its first alias.
pub(super) fn table(job: &Job) -> Authorities {
    let trust = job.trust();
    let rows = trust.listed().iter().map(row).collect();
    let problems = job.own_list.iter().flat_map(|(list, _)| &list.problems);
    Authorities {
        edition: trust.edition().clone(),
        aliases: trust.alias_count(),
        rows,
        problems: problems.map(|problem| problem.line).collect(),
    }
}

fn row(listed: &Listed<'_>) -> Authority {
    match listed {
        Listed::Anchor(anchor) => Authority {
            aliases: anchor.aliases().map(str::to_owned).collect(),
            label: anchor.label(),
            subject: anchor.subject().map(Name::rfc4514).unwrap_or_default(),
            key: format!("{} {}", anchor.key_algorithm.name(), anchor.key_bits),
            not_after: Some(anchor.not_after),
            sha256: anchor.sha256.to_string(),
            sha1: Some(anchor.sha1().to_string()),
        },
        Listed::FingerprintOnly(listed) => Authority {
            aliases: listed.aliases().map(str::to_owned).collect(),
            label: String::new(),
            subject: String::new(),
            key: String::new(),
            not_after: None,
            sha256: listed.sha256.to_string(),
            sha1: listed.sha1.map(|sha1| sha1.to_string()),
        },
    }
}
