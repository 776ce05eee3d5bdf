//! Clients other than API Gateway: real JDKs gave the recorded answers
//! (`tests/oracle/Clients.java`).

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use crate::common::Remembering;
use bytes::Bytes;
use serde_json::Value;
use sslengine_doctor::cert::{UnixTime, decode};
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{self, Input, Options, Truststore, TruststoreError, judge, truststore};
use sslengine_doctor::i18n::{Locale, verdict_sentence};
use sslengine_doctor::report::{Fix, IgnoredWhy, Outcome, Report, RuleId, Severity, Verdict};
use sslengine_doctor::trust::client::Anchors;
use sslengine_doctor::trust::{ClientId, Clients, TrustStore};
use sslengine_doctor::verify::Verifier as _;

/// The time of the cases about truststores.
const STORES_AT: &str = "2027-01-15T00:00:00Z";
/// The time of the cases about intermediates.
const POOL_AT: &str = "2026-11-23T12:00:00Z";

fn at(text: &str) -> UnixTime {
    UnixTime::parse_rfc3339(text).unwrap()
}

fn read(path: &str) -> Bytes {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap()
        .into()
}

fn answers() -> Vec<Value> {
    let text = read("tests/oracle/clients.jsonl");
    let text = String::from_utf8(text.to_vec()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The client whose truststore and release an oracle has.
fn client_of(java: &str) -> ClientId {
    ClientId::parse(match java {
        "11.0.13" => "temurin-11.0.13",
        "17.0.21.1" => "debian-12",
        "21.0.8" => "temurin-21.0.8",
        "25.0.2" => "temurin-25.0.2",
        other => panic!("no client for {other}"),
    })
    .unwrap()
}

fn report(input: &Bytes, client: ClientId, store: &TrustStore, at: UnixTime) -> Report {
    let options = Options {
        client,
        hostname_from_input: false,
        ..Options::at(at)
    };
    let plan = Input::paste(input.clone(), &Passwords::none())
        .unwrap()
        .into_plan(&options, store);
    assert!(plan.missing_files().is_empty());
    judge(&plan, &Remembering.verify_all(plan.checks()))
}

/// The middle of the validity of a chain's server certificate.
fn middle_of(input: &Bytes) -> UnixTime {
    let input = Input::paste(input.clone(), &Passwords::none()).unwrap();
    let plan = input.into_plan(&Options::at(at(POOL_AT)), TrustStore::embedded());
    let leaf = judge(&plan, &[]).certificates.first().cloned().unwrap();
    UnixTime::from_seconds((leaf.not_before.seconds() + leaf.not_after.seconds()).div_euclid(2))
}

fn store_of(client: ClientId) -> TrustStore {
    TrustStore::of(client, Some(Clients::embedded())).unwrap()
}

fn passwords() -> Passwords {
    Passwords::new(["changeit".to_owned()])
}

fn own(name: &str) -> Result<engine::Truststore, TruststoreError> {
    let data = read(&["tests/fixtures/truststores/", name].concat());
    truststore(&[(String::new(), data)], &passwords(), Some(Clients::embedded()))
}

fn hex(sha256: &[u8; 32]) -> String {
    sha256.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn trusted(name: &str) -> BTreeSet<String> {
    match own(name) {
        Ok(read) => {
            let own = read.store.truststore().unwrap();
            own.iter().map(|(_, certificate)| hex(&certificate.sha256.0)).collect()
        }
        Err(TruststoreError::NothingTrusted { .. }) => BTreeSet::new(),
        Err(why) => panic!("{name}: {why}"),
    }
}

#[test]
fn a_truststore_has_the_anchors_that_every_jdk_takes_from_it() {
    let mut stores = 0;
    for answer in answers() {
        let (Some(id), Some(list)) = (answer["id"].as_str(), answer["trusted"].as_array()) else {
            continue;
        };
        let expected: BTreeSet<String> = list.iter().map(|one| one.as_str().unwrap().to_owned()).collect();
        assert_eq!(trusted(id), expected, "{id} in Java {}", answer["java"]);
        stores += 1;
    }
    assert!(stores >= 40, "{stores}");
}

#[test]
fn chains_under_a_truststore_are_accepted_as_by_every_jdk() {
    let mut counts = [0, 0];
    // Opening a store derives keys, which takes time.
    let mut opened: HashMap<String, Option<TrustStore>> = HashMap::new();
    for answer in answers() {
        let Some((store, chain)) = answer["id"].as_str().and_then(|id| id.split_once(' ')) else {
            continue;
        };
        let accepted = answer["accepted"].as_bool().unwrap();
        let opened = opened.entry(store.to_owned());
        let Some(trust) = opened.or_insert_with(|| own(store).ok().map(|read| read.store)) else {
            assert!(!accepted, "{store}");
            continue;
        };
        let input = self::read(&["tests/fixtures/truststores/", chain].concat());
        let client = client_of(answer["java"].as_str().unwrap());
        let report = report(&input, client, trust, at(STORES_AT));
        assert_eq!(
            report.handshake.accepted, accepted,
            "{store} {chain} Java {}: {report:#?}",
            answer["java"]
        );
        assert_eq!(
            report.verdict == Verdict::Pass,
            accepted,
            "{store} {chain} {:?}",
            report.rules
        );
        counts[usize::from(accepted)] += 1;
    }
    assert!(counts.iter().all(|count| *count > 20), "{counts:?}");
}

#[test]
fn real_chains_are_accepted_as_by_each_jdk_with_its_own_truststore() {
    let mut counts = [0, 0];
    for answer in answers().iter().filter(|answer| answer["own"] == true) {
        let name = answer["id"].as_str().unwrap();
        let input = read(&["tests/fixtures/real/", name].concat());
        let client = client_of(answer["java"].as_str().unwrap());
        let report = report(&input, client, &store_of(client), middle_of(&input));
        let accepted = answer["accepted"].as_bool().unwrap();
        assert_eq!(report.handshake.accepted, accepted, "{name} in Java {}", answer["java"]);
        if let Some(message) = answer["message"].as_str() {
            let predicted = report.handshake.message.unwrap();
            assert!(
                predicted.ends_with(message),
                "{name} in Java {}:\n{predicted}\n{message}",
                answer["java"]
            );
        }
        counts[usize::from(accepted)] += 1;
    }
    assert!(counts.iter().all(|count| *count > 4), "{counts:?}");
}

#[test]
fn the_side_by_side_table_of_real_chains_is_that_of_the_jdks() {
    let mut chains: HashMap<String, HashMap<ClientId, bool>> = HashMap::new();
    for answer in answers().iter().filter(|answer| answer["own"] == true) {
        let name = answer["id"].as_str().unwrap().to_owned();
        let client = client_of(answer["java"].as_str().unwrap());
        let of = chains.entry(name).or_default();
        of.insert(client, answer["accepted"].as_bool().unwrap());
    }
    let public = chains.keys().filter(|name| !name.starts_with("private-"));
    assert!(public.count() >= 10, "{chains:?}");
    for (name, expected) in chains {
        let input = read(&["tests/fixtures/real/", &name].concat());
        let options = Options {
            hostname_from_input: false,
            ..Options::at(middle_of(&input))
        };
        let plan = Input::paste(input, &Passwords::none())
            .unwrap()
            .into_plan(&options, TrustStore::embedded());
        let wanted: Vec<ClientId> = expected.keys().copied().collect();
        let clients = engine::side_by_side(&plan, &wanted, Some(Clients::embedded()));
        let table = clients.table(&plan, &Remembering.verify_all(&clients.checks(&plan)));
        let found: HashMap<ClientId, bool> = table.rows.iter().map(|row| (row.client, row.accepted)).collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn each_intermediate_is_accepted_as_by_each_jdk_with_its_own_truststore() {
    let text = read("trust/intermediates.pem");
    let text = String::from_utf8(text.to_vec()).unwrap();
    let blocks: Vec<String> = text
        .split("-----BEGIN CERTIFICATE-----")
        .skip(1)
        .map(|block| {
            let end = block.split("-----END").next().unwrap();
            format!("-----BEGIN CERTIFICATE-----{end}-----END CERTIFICATE-----\n")
        })
        .collect();
    assert!(blocks.len() > 1400);
    for answer in answers().iter().filter(|answer| answer["intermediates"].is_array()) {
        let client = client_of(answer["java"].as_str().unwrap());
        let store = store_of(client);
        let list = answer["intermediates"].as_array().unwrap();
        let expected: BTreeSet<&str> = list.iter().map(|one| one.as_str().unwrap()).collect();
        let mut found: BTreeSet<String> = BTreeSet::new();
        for block in &blocks {
            let report = report(&Bytes::copy_from_slice(block.as_bytes()), client, &store, at(POOL_AT));
            let sha256 = &report.certificates.first().unwrap().sha256;
            if report.handshake.accepted {
                found.insert(sha256.replace(':', "").to_lowercase().chars().take(16).collect());
            }
        }
        let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
        let only =
            |a: &BTreeSet<&str>, b: &BTreeSet<&str>| a.difference(b).map(|s| (*s).to_owned()).collect::<Vec<_>>();
        let (more, less) = (only(&found, &expected), only(&expected, &found));
        assert!(
            more.is_empty() && less.is_empty(),
            "{}: accepted only here {more:?}, only by Java {less:?}",
            answer["java"]
        );
        assert!(expected.len() > 100);
    }
}

#[test]
fn side_by_side_gives_the_answers_of_separate_checks() {
    let input = read("tests/fixtures/real/crates-io.pem");
    let options = Options {
        hostname_from_input: false,
        ..Options::at(at("2023-06-15T12:00:00Z"))
    };
    let plan = Input::paste(input.clone(), &Passwords::none())
        .unwrap()
        .into_plan(&options, TrustStore::embedded());
    let wanted: Vec<ClientId> = ClientId::all()
        .filter(|client| *client != ClientId::TRUSTSTORE)
        .collect();
    let clients = engine::side_by_side(&plan, &wanted, Some(Clients::embedded()));
    assert!(clients.clients().eq(wanted.iter().copied()));
    assert!(clients.missing_files(&plan).is_empty());
    let reports = clients.reports(&plan, &Remembering.verify_all(&clients.checks(&plan)));
    assert_eq!(reports.len(), wanted.len());
    for (client, together) in wanted.iter().zip(reports) {
        let store = if *client == ClientId::API_GATEWAY {
            TrustStore::embedded().clone()
        } else {
            store_of(*client)
        };
        assert_eq!(
            together,
            report(&input, *client, &store, options.at),
            "{}",
            client.as_str()
        );
    }
}

#[test]
fn no_text_for_another_client_is_about_aws() {
    let files = [
        "static/examples/complete.pem",
        "static/examples/missing-intermediate.pem",
        "static/examples/private-ca.pem",
        "static/examples/self-signed.pem",
        "static/examples/expired.pem",
        "static/examples/large-key.pem",
        "static/examples/wrong-order.pem",
        "static/examples/default-certificate.pem",
        "tests/fixtures/real/entrust-2019.pem",
        "tests/fixtures/real/netflix-2016.pem",
    ];
    for client in ["java-8", "debian-12", "openjdk-2020-06", "mozilla-2026-10"] {
        let client = ClientId::parse(client).unwrap();
        let store = store_of(client);
        for file in files {
            let report = report(&read(file), client, &store, at("2026-06-15T12:00:00Z"));
            assert_eq!(report.rule(RuleId::KeySize).unwrap().outcome, Outcome::NotApplicable);
            for locale in Locale::ALL {
                let findings = report.rules.iter().flat_map(|rule| &rule.findings);
                let mut texts: Vec<String> = findings.map(|f| locale.finding(&report, f).sentence()).collect();
                texts.extend(report.fixes.iter().map(|fix| locale.fix(&report, fix)));
                texts.push(verdict_sentence(&report, locale));
                texts.extend(RuleId::ALL.map(|rule| locale.rule_title_for(client, rule).to_owned()));
                for text in texts {
                    for word in ["API Gateway", "AWS", "insecureSkip", "ACM"] {
                        assert!(!text.contains(word), "{file}, {}: {text}", client.as_str());
                    }
                    assert!(!text.contains("{0}"), "{text}");
                }
            }
        }
    }
}

#[test]
fn the_result_of_a_repair_names_the_client() {
    let client = ClientId::parse("debian-12").unwrap();
    let mut named = 0;
    for (mut repair, _) in crate::samples::phrases::repairs() {
        for locale in Locale::ALL {
            repair.client = ClientId::API_GATEWAY;
            let of_api_gateway = locale.repair_status(&repair).sentence();
            repair.client = client;
            let text = locale.repair_status(&repair).sentence();
            for word in ["API Gateway", "AWS", "{0}"] {
                assert!(!text.contains(word), "{locale:?}: {text}");
            }
            assert_eq!(
                text.contains("Java 17 (Debian 12)"),
                of_api_gateway.contains("API Gateway") && !text.contains("truststore"),
                "{locale:?}: {of_api_gateway} {text}"
            );
            named += usize::from(text.contains("Java 17 (Debian 12)"));
        }
    }
    assert_eq!(named, 3 * Locale::ALL.len());
}

#[test]
fn a_report_says_which_client_it_is_for() {
    let client = ClientId::parse("temurin-21.0.8").unwrap();
    let input = read("tests/fixtures/real/private-wpt.pem");
    let report = report(&input, client, &store_of(client), at("2021-10-15T12:00:00Z"));
    assert_eq!((report.client.id, report.java.as_str()), (client, "21.0.8"));
    assert_eq!(report.client.trusts.to_string(), "client:temurin-21.0.8");
    let sentence = verdict_sentence(&report, Locale::En);
    assert!(
        sentence.contains("Java 21 (Temurin 21.0.8) will reject this chain"),
        "{sentence}"
    );
    assert_eq!(client.client().anchors, Anchors::List("temurin-21.0.8"));
}

#[test]
fn a_listing_of_keytool_is_a_truststore() {
    assert_eq!(trusted("listing.txt"), trusted("several.p12"));
    assert_eq!(trusted("key-listing.txt"), trusted("key.jks"));
    assert_eq!(trusted("bundle.pem"), trusted("several.p12"));
    let names = |name: &str| -> Vec<String> {
        let read = own(name).unwrap();
        let mut names: Vec<String> = read
            .store
            .truststore()
            .unwrap()
            .iter()
            .map(|(alias, _)| alias.clone())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("listing.txt"), ["other", "root"]);
    // Two listings in one text may use an alias for different certificates.
    let text = String::from_utf8(read("tests/fixtures/truststores/listing.txt").to_vec()).unwrap();
    let same_alias = text.replace("Alias name: other", "Alias name: root");
    let both = truststore(
        &[(String::new(), same_alias.into())],
        &passwords(),
        Some(Clients::embedded()),
    )
    .unwrap();
    assert_eq!(both.store.truststore().unwrap().len(), 2, "{:?}", both.ignored);
    let ignored = own("key.p12").unwrap();
    let whys = |read: &Truststore| -> Vec<IgnoredWhy> { read.ignored.iter().map(|entry| entry.why).collect() };
    assert_eq!(whys(&ignored), [IgnoredWhy::NotMarked; 2], "{:?}", ignored.ignored);
    let chain = own("key-listing.txt").unwrap();
    assert!(!chain.ignored.is_empty(), "{chain:?}");
    assert!(whys(&chain).iter().all(|why| *why == IgnoredWhy::ChainOfKey));
    assert_eq!(whys(&own("key.jks").unwrap()), whys(&chain));
    assert_eq!(whys(&own("several.p12").unwrap()), []);
    assert!(ignored.input.dropped.iter().any(|dropped| dropped.is_private_key()));
}

/// The DER of a certificate that the tests made.
fn der_of(name: &str) -> Vec<u8> {
    let pem = read(&["tests/fixtures/made/", name, ".pem"].concat());
    x509_parser::pem::parse_x509_pem(&pem).unwrap().1.contents
}

/// The codes of the errors in the requirements that fail.
fn errors(report: &Report) -> Vec<&'static str> {
    let failed = report.rules.iter().filter(|rule| rule.outcome == Outcome::Fail);
    failed
        .flat_map(|rule| &rule.findings)
        .filter(|finding| finding.detail.severity() == Severity::Error)
        .map(|finding| finding.detail.code())
        .collect()
}

#[test]
fn only_the_stored_certificate_itself_may_be_out_of_date() {
    let sent = der_of("self-signed");
    let mut other = sent.clone();
    *other.last_mut().unwrap() ^= 1;
    for (stored, expected) in [(&sent, &[][..]), (&other, &["expired"])] {
        let own = truststore(&[(String::new(), stored.clone().into())], &passwords(), None).unwrap();
        let report = report(
            &sent.clone().into(),
            ClientId::TRUSTSTORE,
            &own.store,
            at("2027-06-15T00:00:00Z"),
        );
        assert_eq!(errors(&report), expected, "{report:#?}");
        assert_eq!(report.handshake.accepted, expected.is_empty());
    }
}

/// A private CA that has a new key under its old name leaves two anchors of one name.
#[test]
fn of_anchors_with_one_name_the_one_that_fits_counts() {
    let root = der_of("root");
    let spki = decode(&root.clone().into()).unwrap().spki;
    let start = root.windows(spki.len()).position(|part| part == &spki[..]).unwrap();
    let mut other = root.clone();
    other[start + spki.len() / 2] ^= 2;
    let input: Bytes = ["leaf-2048", "intermediate-expired"].map(der_of).concat().into();
    for order in [[&root, &other], [&other, &root]] {
        let files = order.map(|der| (String::new(), der.clone().into()));
        let own = truststore(&files, &passwords(), Some(Clients::embedded())).unwrap();
        assert_eq!(own.store.truststore().unwrap().len(), 2);
        let report = report(&input, ClientId::TRUSTSTORE, &own.store, at(crate::common::MADE));
        assert_eq!(errors(&report), ["expired"], "{report:#?}");
    }
}

#[test]
fn another_client_than_api_gateway_can_import_the_ca() {
    let client = client_of("21.0.8");
    let store = store_of(client);
    let imported = |path: &str, when: &str| -> Vec<String> {
        let report = report(&read(&["tests/fixtures/", path].concat()), client, &store, at(when));
        let label = |fix: &Fix| match fix {
            Fix::ImportCa { label } => Some(label.clone()),
            _ => None,
        };
        report.fixes.iter().filter_map(label).collect()
    };
    assert_eq!(
        imported("made/self-signed.pem", crate::common::MADE),
        ["api.example.com"],
        "the certificate itself"
    );
    let of_product = imported("products/acm-private-ca.pem", "2027-06-15T12:00:00Z");
    assert!(
        matches!(&of_product[..], [label] if !label.is_empty()),
        "{of_product:?}"
    );
}
