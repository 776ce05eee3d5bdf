//! Several servers in one input: every end-entity certificate judged with what stands after it.
//!
//! Nobody marks where one server's chain ends and the next begins. What tools write (`openssl s_client` for one host after
//! another, files put together) has each server's certificate before its CAs; so a chain is what stands from one server's
//! certificate up to the next one's. What stands before the first belongs to the first. A certificate that came
//! already begins nothing: `s_client -showcerts` prints the server's own one a second time at its end.

use std::collections::HashSet;

use bytes::Bytes;

use super::{InputError, Options, Plan, Read, plan_items, read_ingested};
use crate::cert::Certificate;
use crate::chain::is_end_entity;
use crate::containers::Passwords;
use crate::ingest::{self, BlockSource, Limits};
use crate::trust::TrustStore;

/// The most servers of one input; what comes after belongs to the last.
///
/// Each report repeats what is told of the input, up to a thousand things that were left out: without a bound the
/// reports could be a thousand times as large as the input.
pub const MAX_SERVERS: usize = 1_000;

/// Plans the judgement of every server of an input, in order; at least one. Without an end-entity certificate it is the
/// one plan of [`super::plan_opening`], and so it is with one.
///
/// Each plan's certificates are counted from 0; what is told of the input (`notes`, `dropped`, hints) is that of the whole.
/// Several files are one input; a single one without a name is a paste.
///
/// # Errors
/// [`InputError`] where there is no certificate.
pub fn plan_servers<'t>(
    files: &[(String, Bytes)],
    passwords: &Passwords,
    options: &Options,
    trust: &'t TrustStore,
) -> Result<Vec<Plan<'t>>, InputError> {
    if files.iter().all(|(_, data)| data.iter().all(u8::is_ascii_whitespace)) {
        return Err(InputError::Empty);
    }
    let limits = Limits::default();
    let ingested = match files {
        [(name, data)] if name.is_empty() => ingest::ingest_with(data.clone(), &limits, passwords),
        files => ingest::ingest_files_with(files, &limits, passwords),
    };
    let Read { items, input } = read_ingested(ingested)?;
    let of_one = |items| plan_items(items, input.clone(), options, trust);
    Ok(split(items).into_iter().map(of_one).collect())
}

type Item = Option<(Certificate, BlockSource)>;

fn split(items: Vec<Item>) -> Vec<Vec<Item>> {
    // A broken CA certificate (no basicConstraints) is no server's where another one hangs below it.
    let issuers: HashSet<String> = items
        .iter()
        .flatten()
        .filter(|(c, _)| !c.is_self_issued())
        .map(|(c, _)| c.issuer.canonical().to_owned())
        .collect();
    let mut servers: Vec<Vec<Item>> = vec![Vec::new()];
    let mut seen = HashSet::new();
    let mut found = 0_usize;
    for item in items {
        let begins = item.as_ref().is_some_and(|(certificate, _)| {
            let new = seen.insert(certificate.sha256);
            new && is_end_entity(certificate) && !issuers.contains(certificate.subject.canonical())
        });
        if begins {
            found = found.saturating_add(1);
            if found > 1 && found <= MAX_SERVERS {
                servers.push(Vec::new());
            }
        }
        if let Some(server) = servers.last_mut() {
            server.push(item);
        }
    }
    servers
}
