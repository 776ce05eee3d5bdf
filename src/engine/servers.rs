//! Separates several servers in one input: each server certificate is checked with the certificates
//! that follow it.
//!
//! Nothing marks where one server's chain ends and the next begins. Tools (`openssl s_client` for
//! one host after another, concatenated files) write each server's certificate before its CAs, so
//! each server certificate starts a chain. Certificates before the first server certificate belong
//! to it. A certificate that was seen before starts no chain: `s_client -showcerts` prints the
//! server certificate again at its end.
//!
//! [`Servers`] also recognizes a bundle: all CAs of an input together, before or after all server
//! certificates. Each server then gets the CAs above it.

use std::collections::{HashMap, HashSet};

use bytes::Bytes;

use super::input::Input;
use super::options::Options;
use super::plan::{Item, Plan};
use crate::cert::decode;
use crate::chain::is_end_entity;
use crate::ingest::{BlockSource, Container, Location};
use crate::report::InputReport;
use crate::trust::{PoolFiles, TrustStore};

/// The most servers that [`plan_servers`] separates; further certificates belong to the last.
///
/// Each report repeats up to a thousand notes about the input. Without a limit the reports could be
/// a thousand times as large as the input.
pub const MAX_SERVERS: usize = 1_000;

/// The most CAs of a bundle that one server gets: longer than any path in Java.
const MAX_ABOVE: usize = 32;

/// Plans the check of every server of an input, in order; at least one. An input with at most one
/// server certificate gives the plan of [`Input::plan`].
///
/// Each plan numbers its certificates from 0. `notes`, `dropped` and hints in the report are those
/// of the whole input.
#[must_use]
pub fn plan_servers<'t>(input: Input, options: &Options, trust: &'t TrustStore) -> Vec<Plan<'t>> {
    let servers = Servers {
        groups: one_after_another(&begin(&input.items), MAX_SERVERS),
        input,
        shared: false,
    };
    let report = || servers.input.report.clone();
    let plan = |server| servers.plan_with(server, report(), options, trust, PoolFiles::default());
    (0..servers.len()).map(plan).collect()
}

/// An input with its servers separated. Each server is planned only on request, so ten thousand
/// servers need no more memory than their certificates.
#[derive(Clone, Debug)]
pub struct Servers {
    input: Input,
    /// Indices of the items that each server sends, in order.
    groups: Vec<Vec<usize>>,
    shared: bool,
}

impl Servers {
    /// Separates the servers of an input. There is at least one, which may consist of CAs only.
    #[must_use]
    pub fn of(input: Input) -> Self {
        let begins = begin(&input.items);
        let bundle = bundle(&input.items, &begins);
        Self {
            shared: bundle.is_some(),
            groups: bundle.unwrap_or_else(|| one_after_another(&begins, usize::MAX)),
            input,
        }
    }

    /// Restores servers that were separated before: certificates with their lines, and the indices
    /// of those that each server sends. `None` is a certificate that could not be read.
    #[must_use]
    pub fn of_parts(certificates: impl Iterator<Item = (u32, Bytes)>, groups: &[Vec<Option<u32>>]) -> Self {
        let source = |line| BlockSource {
            at: Location { file: None, line },
            offset: 0,
            label: None,
            container: Container::Der,
            entry: None,
            alias: None,
        };
        let mut items: Vec<Item> = certificates
            .map(|(line, der)| Some((decode(&der).ok()?, source(line))))
            .collect();
        let unreadable = items.len();
        items.push(None);
        let place = |member: &Option<u32>| member.and_then(|place| usize::try_from(place).ok());
        let group = |group: &Vec<Option<u32>>| group.iter().map(|m| place(m).unwrap_or(unreadable)).collect();
        Self {
            groups: groups.iter().map(group).collect(),
            input: Input {
                items,
                report: InputReport::default(),
            },
            shared: false,
        }
    }

    /// The number of servers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there are no servers.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether the CAs of the input are a bundle, from which every server got the CAs above it.
    #[must_use]
    pub fn is_bundle(&self) -> bool {
        self.shared
    }

    /// The report on the input.
    #[must_use]
    pub fn report(&self) -> &InputReport {
        &self.input.report
    }

    /// The certificates that a server sends, with the lines on which they begin; `None` for one
    /// that could not be read.
    pub fn sent(&self, server: usize) -> impl Iterator<Item = Option<(u32, Bytes)>> {
        let item = |place: &usize| {
            let (certificate, source) = self.input.items.get(*place)?.as_ref()?;
            Some((source.at.line, certificate.der.clone()))
        };
        self.groups.get(server).into_iter().flatten().map(item)
    }

    /// Plans the check of one server, with pool files that were already loaded. Its report does not
    /// describe the input.
    #[must_use]
    pub fn plan<'t>(&self, server: usize, options: &Options, trust: &'t TrustStore, files: &PoolFiles) -> Plan<'t> {
        let found = self
            .report()
            .hints
            .hostname()
            .filter(|_| options.hostname_from_input && self.len() < 2);
        let options = &Options {
            hostname: options.hostname.clone().or(found.map(|(name, _)| name.to_owned())),
            ..options.clone()
        };
        self.plan_with(server, InputReport::default(), options, trust, files.clone())
    }

    /// The whole input.
    #[must_use]
    pub fn input(&self) -> &Input {
        &self.input
    }

    /// The whole input, without a copy.
    #[must_use]
    pub fn into_input(self) -> Input {
        self.input
    }

    fn plan_with<'t>(
        &self,
        server: usize,
        input: InputReport,
        options: &Options,
        trust: &'t TrustStore,
        files: PoolFiles,
    ) -> Plan<'t> {
        let group = self.groups.get(server).map(Vec::as_slice).unwrap_or_default();
        let items = group.iter().filter_map(|place| self.input.items.get(*place)).cloned();
        // A host in the input may be that of any of several servers.
        let options = &Options {
            hostname_from_input: options.hostname_from_input && self.groups.len() < 2,
            ..options.clone()
        };
        Plan::of_items(items.collect(), input, options, trust, files)
    }
}

/// Returns for each item whether it is a server certificate that was not seen before.
fn begin(items: &[Item]) -> Vec<bool> {
    // A CA certificate without basicConstraints looks like a server certificate. It is a CA if it
    // issued another certificate here.
    let issuers: HashSet<&str> = items
        .iter()
        .flatten()
        .filter(|(c, _)| !c.is_self_issued())
        .map(|(c, _)| c.issuer.canonical())
        .collect();
    let mut seen = HashSet::new();
    let begins = |item: &Item| {
        item.as_ref().is_some_and(|(certificate, _)| {
            let new = seen.insert(certificate.sha256);
            new && is_end_entity(certificate) && !issuers.contains(certificate.subject.canonical())
        })
    };
    items.iter().map(begins).collect()
}

/// Groups each server certificate with the items up to the next one, for at most `max` servers.
fn one_after_another(begins: &[bool], max: usize) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = vec![Vec::new()];
    let mut found = 0_usize;
    for (place, begins) in begins.iter().enumerate() {
        if *begins {
            found = found.saturating_add(1);
            if found > 1 && found <= max {
                groups.push(Vec::new());
            }
        }
        if let Some(group) = groups.last_mut() {
            group.push(place);
        }
    }
    groups
}

/// Groups each server with the CAs above it. `None` if the CAs are not together, or if fewer than
/// two servers have a CA above them.
fn bundle(items: &[Item], begins: &[bool]) -> Option<Vec<Vec<usize>>> {
    let (first, last) = (begins.first()?, begins.last()?);
    let turns = begins.windows(2).filter(|pair| pair.first() != pair.last()).count();
    if turns != 1 || first == last || items.iter().any(Option::is_none) {
        return None;
    }
    let mut by_subject: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, (item, begins)) in items.iter().zip(begins).enumerate() {
        if let (Some((certificate, _)), false) = (item, begins) {
            by_subject
                .entry(certificate.subject.canonical())
                .or_default()
                .push(place);
        }
    }
    let group = |leaf: usize| {
        let mut group = vec![leaf];
        let mut next = 0;
        while let Some(item) = group.get(next).and_then(|place| items.get(*place)) {
            next += 1;
            let above = item
                .as_ref()
                .filter(|(c, _)| !c.is_self_issued())
                .and_then(|(c, _)| by_subject.get(c.issuer.canonical()));
            for place in above.into_iter().flatten() {
                if group.len() <= MAX_ABOVE && !group.contains(place) {
                    group.push(*place);
                }
            }
        }
        group
    };
    let leaves = begins.iter().enumerate().filter(|(_, begins)| **begins);
    let groups: Vec<Vec<usize>> = leaves.map(|(place, _)| group(place)).collect();
    let hanging = groups.iter().filter(|group| group.len() > 1).count();
    (hanging > 1).then_some(groups)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::cert::UnixTime;
    use crate::containers::Passwords;
    use crate::engine::InputError;

    fn file(path: &str) -> String {
        std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    }

    fn read(text: &str) -> Result<Input, InputError> {
        Input::paste(Bytes::from(text.to_owned()), &Passwords::none())
    }

    fn leaves(input: &str) -> Vec<(String, usize)> {
        let options = Options::at(UnixTime::from_seconds(1_780_000_000));
        let plans = plan_servers(read(input).unwrap(), &options, TrustStore::embedded());
        let summary = |plan: &Plan<'_>| (plan.chain.leaf().unwrap().subject.label(), plan.chain.entries.len());
        plans.iter().map(summary).collect()
    }

    #[test]
    fn each_server_gets_the_certificates_after_it() {
        let one = file("tests/fixtures/made/s_client-showcerts.txt");
        let other = file("tests/fixtures/real/crates-io.pem");
        let alone = leaves(&one);
        assert!(!Servers::of(read(&one).unwrap()).is_empty());
        assert_eq!(alone.len(), 1, "openssl prints the server's certificate twice");
        assert_eq!(
            leaves(&[one.as_str(), "\n", &other].concat()),
            [alone.clone(), leaves(&other)].concat()
        );
        assert_eq!(
            leaves(&[one.as_str(), &other, &one].concat()).len(),
            2,
            "a certificate seen before starts no chain"
        );
    }

    #[test]
    fn cas_before_the_first_server_belong_to_it_and_cas_alone_are_one_plan() {
        let (root, intermediate) = (
            file("tests/fixtures/made/root.pem"),
            file("tests/fixtures/made/intermediate.pem"),
        );
        let leaf = file("tests/fixtures/made/leaf-2048.pem");
        assert_eq!(leaves(&[root.as_str(), &intermediate, &leaf].concat())[0].1, 3);
        assert_eq!(leaves(&[root, intermediate].concat()).len(), 1);
    }

    #[test]
    fn a_ca_that_is_not_marked_as_one_starts_no_server() {
        let made = |name: &str| file(&["tests/fixtures/made/", name, ".pem"].concat());
        let mut items = servers(&[&made("leaf-2048"), &made("intermediate")]).input.items;
        let (ca, _) = items[1].as_mut().unwrap();
        ca.extensions.basic_constraints = None;
        ca.extensions.key_usage = None;
        assert!(is_end_entity(ca));
        assert_eq!(begin(&items), [true, false]);
        assert_eq!(begin(&items[1..]), [true], "alone, it may be a server");
    }

    #[test]
    fn a_host_in_the_input_is_that_of_its_only_server() {
        let openssl = "openssl s_client -connect api.example.net:443 -servername api.example.net\n";
        let (one, other) = (
            file("tests/fixtures/real/crates-io.pem"),
            file("tests/fixtures/made/leaf-2048.pem"),
        );
        let of_input = Options::at(UnixTime::from_seconds(1_780_000_000));
        let given = Options {
            hostname: Some("other.example.net".to_owned()),
            ..of_input.clone()
        };
        let not_of_input = Options {
            hostname_from_input: false,
            ..of_input.clone()
        };
        let host = |input: &[&str], options: &Options| {
            let servers = servers(input);
            let plan = servers.plan(0, options, TrustStore::embedded(), &PoolFiles::default());
            plan.options.hostname.unwrap_or_default()
        };
        assert_eq!(host(&[openssl, &one], &of_input), "api.example.net");
        assert_eq!(host(&[openssl, &one], &given), "other.example.net");
        assert_eq!(host(&[openssl, &one], &not_of_input), "");
        assert_eq!(host(&[openssl, &one, &other], &of_input), "");
    }

    fn servers(input: &[&str]) -> Servers {
        Servers::of(read(&input.concat()).unwrap())
    }

    #[test]
    fn each_server_gets_the_cas_above_it_from_a_bundle() {
        let made = |name: &str| file(&["tests/fixtures/made/", name, ".pem"].concat());
        let real = file("tests/fixtures/real/crates-io.pem");
        let [one, two, ca, root] = ["leaf-2048", "leaf-4096", "intermediate", "root"].map(made);
        let sent = |servers: &Servers| -> Vec<Vec<Bytes>> {
            let of = |server| servers.sent(server).map(|member| member.unwrap().1).collect();
            (0..servers.len()).map(of).collect()
        };
        let der = |text: &String| servers(&[text]).sent(0).next().unwrap().unwrap().1;
        let expected = vec![
            vec![der(&one), der(&ca), der(&root)],
            vec![der(&two), der(&ca), der(&root)],
        ];
        for order in [[&one, &two, &root, &ca], [&ca, &root, &one, &two]] {
            let bundle = servers(&order.map(String::as_str));
            assert!(bundle.is_bundle());
            assert_eq!(sent(&bundle), expected);
        }
        // Both versions of the CA lead to the root.
        let old = made("intermediate-expired");
        let both = servers(&[&one, &two, &ca, &old, &root]);
        let above = [&ca, &old, &root].map(der);
        assert_eq!(
            sent(&both),
            [&one, &two].map(|leaf| [&[der(leaf)], &above[..]].concat())
        );
        let chains = servers(&[&one, &ca, &two, &ca]);
        assert!(!chains.is_bundle(), "two chains in a row are not a bundle");
        let half = servers(&[&one, &ca, &two]);
        assert!(
            !half.is_bundle(),
            "the second server does not send what the first one does"
        );
        assert_eq!(half.sent(1).count(), 1);
        let alone = servers(&[&one, &two, &file("tests/fixtures/made/self-signed.pem")]);
        assert!(!alone.is_bundle(), "no certificate issued another");
        assert!(!servers(&[&one, &two, &root]).is_bundle(), "the root issued neither");
        assert!(Servers::of_parts(std::iter::empty(), &[]).is_empty());
        let half = ["-----BEGIN", real.split("-----BEGIN").nth(1).unwrap()].concat();
        assert!(!servers(&[&one, &half, &ca]).is_bundle(), "one of the two has no CA");
        let mut gap = servers(&[&one, &two, &ca, &root]).input.items;
        gap.push(None);
        assert_eq!(bundle(&gap, &begin(&gap)), None, "a certificate that cannot be read");
    }

    #[test]
    fn servers_restored_from_parts_give_the_same_reports() {
        let made = |name: &str| file(&["tests/fixtures/made/", name, ".pem"].concat());
        let before = servers(&[&made("leaf-2048"), &made("intermediate"), &made("leaf-4096")]);
        let certificates: Vec<(u32, Bytes)> = (0..2).flat_map(|s| before.sent(s)).map(Option::unwrap).collect();
        let after = Servers::of_parts(certificates.into_iter(), &[vec![Some(0), Some(1)], vec![Some(2), None]]);
        let options = Options::at(UnixTime::from_seconds(1_780_000_000));
        let report = |servers: &Servers, server| {
            let plan = servers.plan(server, &options, TrustStore::embedded(), &PoolFiles::default());
            let answers = vec![crate::verify::SignatureAnswer::Valid; plan.checks().len()];
            crate::engine::judge(&plan, &answers)
        };
        assert_eq!(report(&before, 0).rules, report(&after, 0).rules);
        assert_eq!(report(&after, 0).certificates[0].source.at.line, 1);
        assert_eq!(report(&after, 1).certificates.len(), 1);
        assert!(
            !report(&after, 1).handshake.accepted,
            "the unreadable certificate counts as sent"
        );
    }

    #[test]
    fn one_server_gives_the_plan_of_the_whole_input() {
        let input = read(&file("tests/fixtures/real/crates-io.pem")).unwrap();
        let options = Options::at(UnixTime::from_seconds(1_685_577_600));
        let one = input.plan(&options, TrustStore::embedded());
        let all = plan_servers(input, &options, TrustStore::embedded());
        let answers = vec![crate::verify::SignatureAnswer::Valid; one.checks().len()];
        assert_eq!(all.len(), 1);
        assert_eq!(
            crate::engine::judge(&all[0], &answers),
            crate::engine::judge(&one, &answers)
        );
    }

    #[test]
    fn an_input_without_certificates_is_an_error() {
        assert_eq!(read(" \n").err(), Some(InputError::Empty));
        assert!(matches!(read("x"), Err(InputError::NoCertificate { .. })));
    }
}
