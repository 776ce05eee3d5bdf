//! The list of supported authorities as rows for the page.

use super::Asked;
use crate::cert::UnixTime;
use crate::trust::Anchor;
use crate::web::codec::{Authorities, Authority, Side};

/// Every certificate of the list that is judged by, in the order of its first alias.
pub(super) fn table(asked: &Asked) -> Side<Authorities> {
    let trust = asked.trust();
    let mut rows: Vec<Authority> = trust.anchors().iter().map(of_anchor).collect();
    rows.extend(trust.fingerprints_only().iter().map(|listed| Authority {
        aliases: listed.aliases.iter().map(|alias| alias.to_string()).collect(),
        label: String::new(),
        subject: String::new(),
        key: String::new(),
        not_after: None,
        sha256: listed.sha256.to_string(),
        sha1: listed.sha1.map(|sha1| sha1.to_string()),
    }));
    rows.sort_by(|a, b| a.aliases.first().cmp(&b.aliases.first()));
    let problems = asked.list.iter().flat_map(|list| &list.problems);
    Side {
        seq: asked.seq,
        needs: Vec::new(),
        value: Some(Authorities {
            edition: trust.edition().to_string(),
            aliases: trust.alias_count(),
            rows,
            problems: problems.map(|problem| problem.line).collect(),
        }),
    }
}

fn of_anchor(anchor: &Anchor) -> Authority {
    let subject = anchor.subject();
    let algorithm = anchor.key_algorithm.name();
    let not_after: UnixTime = anchor.not_after;
    Authority {
        aliases: anchor.aliases.iter().map(|alias| alias.to_string()).collect(),
        label: subject.as_ref().map(|name| name.label()).unwrap_or_default(),
        subject: subject.map(|name| name.rfc4514()).unwrap_or_default(),
        key: format!("{algorithm} {}", anchor.key_bits),
        not_after: Some(not_after),
        sha256: anchor.sha256.to_string(),
        sha1: Some(anchor.sha1.to_string()),
    }
}
