//! The list of supported CAs as rows for the page.

use super::job::Job;
use crate::trust::entry::{self, Entry};
use crate::trust::pool::Facts;
use crate::web::protocol::response::{Authorities, Authority};
use crate::web::split::loaded;

// A separate part, because nothing else needs its data.
loaded!(authorities, pub(super) load_table, fn(&Job) -> Authorities, table);

/// Lists the certificates of the list to check against, in the order of their first aliases.
fn table(job: &Job) -> Authorities {
    let trust = job.trust();
    let facts = entry::facts();
    let listed = trust.listed().into_iter();
    let rows = listed.map(|entry| row(entry, entry.facts_in(&facts))).collect();
    let problems = job.own_list.iter().flat_map(|(list, _)| &list.problems);
    Authorities {
        edition: trust.list_version().clone(),
        aliases: trust.alias_count(),
        rows,
        problems: problems.map(|problem| problem.line).collect(),
    }
}

fn row(entry: &Entry, facts: Option<&Facts>) -> Authority {
    Authority {
        aliases: entry.aliases().map(str::to_owned).collect(),
        label: facts.map(|facts| facts.subject.label()).unwrap_or_default(),
        subject: facts.map(|facts| facts.subject.rfc4514()).unwrap_or_default(),
        key: facts.map_or_else(String::new, |facts| {
            format!("{} {}", facts.key_algorithm().name(), facts.key_bits)
        }),
        not_after: facts.map(|facts| facts.not_after),
        sha256: entry.sha256.to_string(),
        sha1: entry.sha1().map(|sha1| sha1.to_string()),
    }
}
