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

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::cert::UnixTime;
    use crate::engine::plan_opening;

    fn file(path: &str) -> String {
        std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    }

    fn leaves(input: &str) -> Vec<(String, usize)> {
        let options = Options::at(UnixTime::from_seconds(1_780_000_000));
        let files = [(String::new(), Bytes::from(input.to_owned()))];
        let plans = plan_servers(&files, &Passwords::none(), &options, TrustStore::embedded()).unwrap();
        let told = |plan: &Plan<'_>| (plan.chain.leaf().unwrap().subject.label(), plan.chain.entries.len());
        plans.iter().map(told).collect()
    }

    #[test]
    fn each_server_has_what_follows_it() {
        let one = file("tests/fixtures/made/s_client-showcerts.txt");
        let other = file("tests/fixtures/real/crates-io.pem");
        let alone = leaves(&one);
        assert_eq!(alone.len(), 1, "openssl prints the server's certificate twice");
        assert_eq!(
            leaves(&[one.as_str(), "\n", &other].concat()),
            [alone.clone(), leaves(&other)].concat()
        );
        assert_eq!(
            leaves(&[one.as_str(), &other, &one].concat()).len(),
            2,
            "what came already begins nothing"
        );
    }

    #[test]
    fn cas_before_the_first_server_are_its_own_and_without_one_there_is_one_plan() {
        let (root, intermediate) = (
            file("tests/fixtures/made/root.pem"),
            file("tests/fixtures/made/intermediate.pem"),
        );
        let leaf = file("tests/fixtures/made/leaf-2048.pem");
        assert_eq!(leaves(&[root.as_str(), &intermediate, &leaf].concat())[0].1, 3);
        assert_eq!(leaves(&[root, intermediate].concat()).len(), 1);
    }

    #[test]
    fn one_server_is_planned_as_ever() {
        let input = Bytes::from(file("tests/fixtures/real/crates-io.pem"));
        let options = Options::at(UnixTime::from_seconds(1_685_577_600));
        let none = Passwords::none();
        let one = plan_opening(input.clone(), &none, &options, TrustStore::embedded()).unwrap();
        let all = plan_servers(&[(String::new(), input)], &none, &options, TrustStore::embedded()).unwrap();
        let answers = vec![crate::verify::SignatureAnswer::Valid; one.checks().len()];
        assert_eq!(all.len(), 1);
        assert_eq!(
            crate::engine::judge(&all[0], &answers),
            crate::engine::judge(&one, &answers)
        );
    }

    #[test]
    fn what_holds_nothing_is_an_error() {
        let options = Options::at(UnixTime::from_seconds(0));
        let plans = |text: &'static str| {
            let files = [(String::new(), Bytes::from_static(text.as_bytes()))];
            plan_servers(&files, &Passwords::none(), &options, TrustStore::embedded()).map(|plans| plans.len())
        };
        assert_eq!(plans(" \n"), Err(InputError::Empty));
        assert!(matches!(plans("x"), Err(InputError::NoCertificate { .. })));
    }
}
