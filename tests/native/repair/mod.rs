//! The repair: missing certificates are added, unneeded ones removed, and our check and openssl
//! accept the result.

mod choices;
mod most_clients;
mod moved;
mod requests;

use crate::common;
use std::cell::RefCell;
use std::path::Path;
use std::process::Command;

use crate::common::*;
use bytes::Bytes;
use proptest::prelude::*;
use sslengine_doctor::cert::{Certificate, Fingerprint, decode};
use sslengine_doctor::engine::repair::{MAX_FILES, Need, Repairer};
use sslengine_doctor::engine::{Options, judge, plan_with, repair_with};
use sslengine_doctor::report::*;
use sslengine_doctor::trust::java::NEWEST_17;
use sslengine_doctor::trust::parse_hex;
use sslengine_doctor::trust::pool::{self, PoolFile};
use sslengine_doctor::trust::{PoolFiles, TrustStore};
use sslengine_doctor::verify::{SignatureAnswer, Verifier};

const NOW: &str = "2026-11-23T12:00:00Z";
/// Real chains under listed roots, with a time at which each was valid.
const REAL: [(&str, &str); 6] = [
    ("amazon-rsa2048", AMAZON),
    ("amazon-rsa4096", AMAZON),
    ("amazon-p256", AMAZON),
    ("amazon-p384", AMAZON),
    ("cloudflare-dns-2021", "2022-01-01T00:00:00Z"),
    ("crates-io", "2023-06-01T00:00:00Z"),
];

/// The file as the page would load it.
pub(crate) fn load(file: PoolFile) -> Option<Bytes> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static").join(file.path());
    Some(std::fs::read(path).unwrap().into())
}

/// The certificates of a bucket.
fn certificates(bucket: u8) -> Vec<Certificate> {
    let file = load(PoolFile::Certificates(bucket)).unwrap();
    let ders = pool::certificates(&file).unwrap();
    ders.iter().map(|der| decode(der).unwrap()).collect()
}

/// The certificate of the pool with this label.
pub(crate) fn known(label: &str) -> Certificate {
    let mut all = (0..=u8::MAX).flat_map(certificates);
    all.find(|c| c.subject.label() == label).unwrap()
}

/// The PEM blocks of a text, bare.
fn blocks(text: &str) -> Vec<String> {
    x509_parser::pem::Pem::iter_from_buffer(text.as_bytes())
        .map(|pem| pem_of(&pem.unwrap().contents))
        .collect()
}

fn pem_of(der: &[u8]) -> String {
    use base64::Engine as _;
    let text = base64::engine::general_purpose::STANDARD.encode(der);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(64)
        .map(|c| std::str::from_utf8(c).unwrap())
        .collect();
    format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        lines.join("\n")
    )
}

fn der_of(pem: &str) -> Bytes {
    let (_, pem) = x509_parser::pem::parse_x509_pem(pem.as_bytes()).unwrap();
    pem.contents.into()
}

fn made_block(name: &str) -> String {
    blocks(&made(&[name])).remove(0)
}

pub(crate) fn made_certificate(name: &str) -> Certificate {
    decode(&der_of(&made_block(name))).unwrap()
}

/// A data set of only these certificates, each in the file of its name.
fn data(certificates: &[String]) -> impl Fn(PoolFile) -> Option<Bytes> + use<> {
    let ders: Vec<(u8, Bytes)> = certificates
        .iter()
        .map(|pem| der_of(pem))
        .map(|der| (pool::bucket(decode(&der).unwrap().subject.canonical()), der))
        .collect();
    move |wanted| {
        let mut file = pool::MAGIC.to_vec();
        for (_, der) in ders.iter().filter(|(of, _)| *of == wanted.bucket()) {
            file.extend(u16::try_from(der.len()).unwrap().to_be_bytes());
            file.extend_from_slice(der);
        }
        Some(file.into())
    }
}

fn run(
    input: &str,
    options: &Options,
    trust: &TrustStore,
    verifier: &impl Verifier,
    load: impl Fn(PoolFile) -> Option<Bytes>,
) -> Repair {
    let plan = plan_with(input.to_owned().into(), options, trust).unwrap();
    let report = judge(&plan, &verifier.verify_all(plan.checks()));
    let repair = repair_with(&plan, &report, verifier, load);
    sound(&repair);
    repair
}

/// The repair with the real data and AWS's list.
fn repair(input: &str, at: &str) -> Repair {
    run(input, &options(at), TrustStore::embedded(), &Remembering, load)
}

/// The repair with the made certificates as data, and only the made root on the list.
fn repair_made(input: &str, at: &str, known: &[&str]) -> Repair {
    let known: Vec<String> = known.iter().map(|name| made_block(name)).collect();
    run(input, &options(at), &made_list(), &Remembering, data(&known))
}

/// Asserts what holds for every repair.
fn sound(repair: &Repair) {
    assert_eq!(repair.acm_certificate() + &repair.acm_chain(), repair.recommended());
    assert_eq!(
        repair.acm_certificate() + &repair.intermediates_only(),
        repair.full_chain()
    );
    let with_root = repair.full_chain_with_root();
    assert!(with_root.starts_with(&repair.full_chain()));
    assert_eq!(blocks(&with_root).concat(), with_root, "pure PEM");
    let certificates: Vec<Certificate> = blocks(&with_root)
        .iter()
        .map(|pem| decode(&der_of(pem)).unwrap())
        .collect();
    for pair in certificates.windows(2) {
        assert_eq!(pair[0].issuer, pair[1].subject, "each certifies the one before");
    }
    let mut prints: Vec<_> = certificates.iter().map(|c| c.sha256).collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), certificates.len(), "each once");
    let packed = borsh::to_vec(repair).unwrap();
    assert_eq!(&borsh::from_slice::<Repair>(&packed).unwrap(), repair);
    if repair.status == (RepairStatus::AlreadyComplete {}) {
        assert_eq!(repair.changes, []);
    }
}

fn is_whole(repair: &Repair) -> bool {
    matches!(
        repair.status,
        RepairStatus::Complete {} | RepairStatus::AlreadyComplete {}
    )
}

fn forms(repair: &Repair) -> (String, String) {
    (repair.full_chain(), repair.full_chain_with_root())
}

fn codes_of(repair: &Repair) -> Vec<String> {
    let change = |c: &Change| {
        let json = serde_json::to_value(c).unwrap();
        let why = json["why"]["code"]
            .as_str()
            .map(|why| format!(" {why}"))
            .unwrap_or_default();
        let place = json["certificate"]
            .as_u64()
            .map(|at| format!(" {at}"))
            .unwrap_or_default();
        format!("{}{place}{why}", json["change"].as_str().unwrap())
    };
    repair.changes.iter().map(change).collect()
}

/// `openssl verify` of the chain with its root as the only trusted certificate.
fn openssl_verifies(repair: &Repair, at: &str, name: &str) -> bool {
    let folder = std::env::temp_dir().join(format!("repair-{}-{name}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.join(file);
        std::fs::write(&path, text).unwrap();
        path
    };
    let root = write("root.pem", &repair.root.as_ref().unwrap().pem);
    let chain = write("chain.pem", &repair.intermediates_only());
    let leaf = write("leaf.pem", &repair.acm_certificate());
    let output = Command::new("openssl")
        .args([
            "verify",
            "-no-CApath",
            "-attime",
            &time(at).seconds().to_string(),
            "-CAfile",
        ])
        .arg(&root)
        .arg("-untrusted")
        .arg(&chain)
        .arg(&leaf)
        .output()
        .expect("this test needs openssl");
    std::fs::remove_dir_all(&folder).unwrap();
    print!("{}", String::from_utf8_lossy(&output.stderr));
    output.status.success()
}

#[test]
fn certificates_removed_from_real_chains_are_added_again() {
    for (name, at) in REAL {
        let sent = blocks(&real(name));
        let whole = repair(&sent.concat(), at);
        assert_eq!(whole.status, RepairStatus::AlreadyComplete {}, "{name}");
        assert_eq!(whole.full_chain(), sent.concat(), "{name}");
        assert!(whole.accepted && openssl_verifies(&whole, at, name), "{name}");
        // Without its intermediate: all other certificates are above it.
        let without: Vec<String> = sent
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != 1)
            .map(|(_, pem)| pem.clone())
            .collect();
        let mended = repair(&without.concat(), at);
        assert_eq!(mended.status, RepairStatus::Complete {}, "{name}");
        // The data has a reissued version of one intermediate, with the same name and key.
        let keys = |repair: &Repair| -> Vec<_> {
            let ders = repair.chain.iter().chain(&repair.root).map(|c| der_of(&c.pem));
            ders.map(|der| decode(&der).unwrap())
                .map(|c| (c.subject.rfc4514(), c.spki))
                .collect()
        };
        assert_eq!(keys(&mended), keys(&whole), "{name}");
        assert_eq!(forms(&mended) == forms(&whole), name != "cloudflare-dns-2021", "{name}");
        assert_eq!(codes_of(&mended), ["added"], "{name}");
        assert_eq!(mended.chain[1].from, Origin::Known);
        assert!(mended.accepted && mended.outcomes[2] == Outcome::Pass, "{name}");
        let checked = report(&mended.full_chain(), at);
        assert_eq!((checked.verdict, outcomes(&checked)), (mended.verdict, mended.outcomes));
        assert!(openssl_verifies(&mended, at, name), "{name}");
        let alone = repair(&sent[0], at);
        assert!(alone.accepted && openssl_verifies(&alone, at, name), "{name}");
        assert_eq!(alone.full_chain(), blocks(&mended.full_chain())[..2].concat(), "{name}");
    }
}

#[test]
fn every_known_intermediate_is_added_above_a_leaf() {
    let key = made_certificate("leaf-2048");
    let store = TrustStore::embedded();
    let (mut seen, mut accepted, mut levels) = (0, 0, [0; 6]);
    let mut refused = Vec::new();
    for number in 0..=u8::MAX {
        for issuer in certificates(number) {
            if store.by_sha256(&issuer.sha256).is_some() {
                continue;
            }
            seen += 1;
            let leaf: Bytes = leaf::below(&issuer, &key).into();
            let verifier = leaf::Pretends(vec![(decode(&leaf).unwrap().tbs, issuer.spki.clone())]);
            let asked = RefCell::new(Vec::new());
            let loads = |file| {
                asked.borrow_mut().push(file);
                load(file)
            };
            let repair = run(&pem_of(&leaf), &options(NOW), store, &verifier, loads);
            let label = issuer.subject.label();
            let issued = decode(&leaf).unwrap().not_before;
            let distrusted = |repair: &Repair| {
                let root = parse_hex(&repair.root.as_ref().unwrap().sha256.replace(':', "")).unwrap();
                NEWEST_17
                    .distrusts(&Fingerprint(root), issued, options(NOW).at)
                    .is_some()
            };
            // A cross-signed version of a listed root: Java knows the root itself, so nothing is
            // missing.
            if store
                .find_by_subject(issuer.subject.canonical(), &PoolFiles::default())
                .any(|(_, root)| root.has_key(&issuer.spki) && root.facts.self_issued())
            {
                assert_eq!(repair.status, RepairStatus::AlreadyComplete {}, "{label}");
                assert_eq!(repair.root.as_ref().unwrap().label, label);
                assert_eq!(repair.accepted, !distrusted(&repair), "{label}");
                levels[1] += 1;
                accepted += usize::from(repair.accepted);
                continue;
            }
            assert_eq!(repair.status, RepairStatus::Complete {}, "{label}: {}", issuer.sha256);
            assert!(!repair.accepted || !distrusted(&repair), "{label}");
            let filled = decode(&der_of(&repair.chain[1].pem)).unwrap();
            assert!(
                filled.subject == issuer.subject && filled.spki == issuer.spki,
                "{label}"
            );
            assert!(repair.chain[1..].iter().all(|c| c.from == Origin::Known), "{label}");
            let root = repair.root.as_ref().unwrap_or_else(|| panic!("{label}: no root"));
            assert!(
                store.entries().iter().any(|a| a.sha256.to_string() == root.sha256),
                "{label}"
            );
            let asked = asked.into_inner();
            assert!(asked.len() <= MAX_FILES, "{label}: {asked:?}");
            levels[repair.chain.len()] += 1;
            accepted += usize::from(repair.accepted);
            if !repair.accepted {
                refused.push(label);
            }
        }
    }
    println!("{accepted} of {seen} accepted, by length {levels:?}; refused: {refused:?}");
    // The rejected ones are CAs whose name constraints exclude leaf.example.com, and CAs below a
    // root that Java distrusts.
    assert_eq!((seen, accepted, levels), (1408, 1363, [0, 15, 1039, 332, 22, 0]));
}

#[test]
fn the_order_is_corrected_and_unneeded_certificates_are_removed() {
    let chain = ["leaf-2048", "intermediate", "root"];
    let good = repair_made(&made(&chain), MADE, &chain);
    assert_eq!(good.status, RepairStatus::AlreadyComplete {});
    assert_eq!(
        good.full_chain(),
        [made_block("leaf-2048"), made_block("intermediate")].concat()
    );
    assert_eq!(good.root.as_ref().unwrap().from, Origin::Sent(CertIndex(2)));
    assert!(good.accepted && good.verdict == Verdict::Pass && !good.root_recommended);
    assert_eq!(good.recommended(), good.full_chain());

    for (names, codes) in [
        (&["leaf-2048", "root", "intermediate"][..], &["root-apart 1"][..]),
        (&["intermediate", "leaf-2048", "root"], &["moved"]),
        (
            &["leaf-2048", "leaf-2048", "intermediate", "root"],
            &["removed 1 duplicate", "root-apart 3"],
        ),
        (
            &["leaf-2048", "intermediate-expired", "intermediate", "root"],
            &["removed 1 expired", "root-apart 3"],
        ),
        (
            &["leaf-2048", "not-ca", "intermediate", "root"],
            &["removed 1 unfit", "root-apart 3"],
        ),
        (&["leaf-2048", "root"], &["added", "root-apart 1"]),
    ] {
        let mended = repair_made(&made(names), MADE, &chain);
        assert_eq!(mended.status, RepairStatus::Complete {}, "{names:?}");
        assert_eq!(forms(&mended), forms(&good), "{names:?}");
        let codes_here = codes_of(&mended);
        if names.first() == Some(&"intermediate") {
            // If two certificates swap places, either may be reported as moved.
            assert_eq!(codes_here.len(), 2, "{codes_here:?}");
            assert!(codes_here[0].starts_with("moved") && codes_here[1] == "root-apart 2");
        } else {
            assert_eq!(codes_here, codes, "{names:?}");
        }
    }
    let stray = repair_made(
        &(made(&["leaf-2048"]) + &real("amazon-p256") + &made(&["intermediate", "root"])),
        MADE,
        &chain,
    );
    assert_eq!(forms(&stray), forms(&good));
    assert_eq!(codes_of(&stray), ["removed 1 stray", "removed 2 stray", "root-apart 4"]);
}

#[test]
fn an_expired_intermediate_is_replaced() {
    let mended = repair_made(
        &made(&["leaf-2048", "intermediate-expired", "root"]),
        MADE,
        &["intermediate", "root"],
    );
    assert_eq!(mended.status, RepairStatus::Complete {});
    assert_eq!(mended.chain[1].pem, made_block("intermediate"));
    assert_eq!(codes_of(&mended), ["added", "removed 1 expired", "root-apart 2"]);
    assert!(mended.accepted && mended.verdict == Verdict::Pass);
    // No valid replacement is known: the missing certificate is named.
    let without = repair_made(&made(&["leaf-2048", "intermediate-expired", "root"]), MADE, &["root"]);
    let RepairStatus::Incomplete { missing } = &without.status else {
        panic!("{:?}", without.status)
    };
    assert_eq!(missing.label, "Example Issuing CA");
    assert!(!without.accepted && without.verdict == Verdict::Fail);
}

#[test]
fn an_unknown_issuer_is_named_with_its_key_and_address() {
    let repair = repair(&made(&["leaf-2048"]), MADE);
    let RepairStatus::Incomplete { missing } = &repair.status else {
        panic!("{:?}", repair.status)
    };
    assert_eq!(missing.label, "Example Issuing CA");
    assert_eq!(missing.issuer, "O=Example Ltd,CN=Example Issuing CA");
    assert_eq!(missing.locations, ["http://pki.example.com/intermediate.crt"]);
    let intermediate = made_certificate("intermediate");
    let ski = sslengine_doctor::cert::colon_hex(intermediate.extensions.ski.as_ref().unwrap());
    assert_eq!(missing.key_id.as_ref(), Some(&ski));
    assert_eq!((repair.chain.len(), &repair.root, repair.accepted), (1, &None, false));
    let netflix = blocks(&real("netflix-2016")).remove(0);
    let netflix = self::repair(&netflix, "2017-06-01T00:00:00Z");
    assert!(
        matches!(netflix.status, RepairStatus::Incomplete { .. }),
        "its issuer expired long ago"
    );
}

#[test]
fn a_wrong_key_under_the_right_name_is_not_taken() {
    // The data has only one certificate with the issuer's name, and its key did not sign the leaf.
    let leaf = made_certificate("leaf-2048");
    let other = made_certificate("intermediate");
    let imposter: Bytes = leaf::below(&other, &leaf).into();
    let repair = run(
        &pem_of(&imposter),
        &options(MADE),
        &made_list(),
        &Remembering,
        data(&[made_block("intermediate"), made_block("root")]),
    );
    assert!(
        matches!(repair.status, RepairStatus::Incomplete { .. }),
        "{:?}",
        repair.status
    );
    assert_eq!(repair.chain.len(), 1);
    let sent = run(
        &(pem_of(&imposter) + &made(&["intermediate", "root"])),
        &options(MADE),
        &made_list(),
        &Remembering,
        data(&[]),
    );
    assert!(
        codes_of(&sent).contains(&"removed 1 wrong-key".to_owned()),
        "{:?}",
        codes_of(&sent)
    );
}

#[test]
fn a_self_signed_leaf_a_private_root_or_no_leaf_cannot_be_repaired() {
    let none = |_| panic!("no file is needed");
    let obstacle = |repair: &Repair| match &repair.status {
        RepairStatus::Impossible { obstacle } => obstacle.clone(),
        status => panic!("{status:?}"),
    };
    let store = TrustStore::embedded();
    let self_signed = run(&made(&["self-signed"]), &options(MADE), store, &Remembering, none);
    let label = "api.example.com".to_owned();
    assert_eq!(obstacle(&self_signed), Obstacle::SelfSigned { label });
    assert_eq!((self_signed.chain.len(), self_signed.verdict), (1, Verdict::Fail));
    let no_leaf = run(
        &made(&["intermediate", "root"]),
        &options(MADE),
        store,
        &Remembering,
        none,
    );
    assert_eq!(obstacle(&no_leaf), Obstacle::LeafMissing {});
    assert_eq!(
        (no_leaf.full_chain_with_root(), no_leaf.accepted),
        (String::new(), false)
    );
    let private = repair(&made(&["root", "leaf-2048", "intermediate"]), MADE);
    let label = "Example Root CA".to_owned();
    assert_eq!(obstacle(&private), Obstacle::RootNotListed { label });
    assert_eq!(
        blocks(&private.full_chain_with_root()),
        ["leaf-2048", "intermediate", "root"].map(made_block)
    );
    assert_eq!(private.outcomes[0], Outcome::Fail);
}

#[test]
fn without_the_list_the_root_belongs_to_the_chain() {
    let skip = Options {
        insecure_skip_verification: true,
        ..options(MADE)
    };
    let known = ["intermediate", "root"].map(made_block);
    for names in [&["leaf-2048"][..], &["leaf-2048", "intermediate"]] {
        let mended = run(&made(names), &skip, &made_list(), &Remembering, data(&known));
        assert_eq!(mended.status, RepairStatus::Complete {});
        assert!(mended.root_recommended && mended.accepted && mended.verdict == Verdict::Pass);
        assert_eq!(
            blocks(&mended.recommended()),
            ["leaf-2048", "intermediate", "root"].map(made_block)
        );
        assert_eq!(codes_of(&mended).last().unwrap(), "added");
    }
    let whole = run(
        &made(&["leaf-2048", "intermediate", "root"]),
        &skip,
        &made_list(),
        &Remembering,
        |_| None,
    );
    assert_eq!(whole.status, RepairStatus::AlreadyComplete {});
    let unknown = run(
        &made(&["leaf-2048", "intermediate"]),
        &skip,
        &made_list(),
        &Remembering,
        data(&[]),
    );
    assert!(matches!(unknown.status, RepairStatus::Incomplete { .. }));
    let real = Options {
        insecure_skip_verification: true,
        ..options(AMAZON)
    };
    let leaf = blocks(&common::real("amazon-rsa2048")).remove(0);
    let mended = run(&leaf, &real, TrustStore::embedded(), &Remembering, load);
    assert!(
        // The root is on AWS's list, so it need not be added.
        mended.accepted && blocks(&mended.recommended()).len() == 2,
        "{:?}",
        mended.status
    );
}

#[test]
fn a_complete_chain_loads_only_its_root() {
    let asked = RefCell::new(Vec::new());
    let loads = |file| {
        asked.borrow_mut().push(file);
        load(file)
    };
    // A wrong host does not cause a search for other issuers.
    for hostname in [None, Some("other.example.com".to_owned())] {
        let accepted = hostname.is_none();
        let options = Options {
            hostname,
            ..options(AMAZON)
        };
        let input = real("amazon-p256");
        let whole = run(&input, &options, TrustStore::embedded(), &Remembering, loads);
        assert_eq!(
            (whole.status, whole.accepted),
            (RepairStatus::AlreadyComplete {}, accepted)
        );
        assert_eq!(asked.take().len(), 1);
        assert_eq!(whole.root.unwrap().label, "Amazon Root CA 3");
    }
    // An expired leaf does not cause a search for other issuers.
    let expired = run(
        &real("amazon-expired"),
        &options(NOW),
        TrustStore::embedded(),
        &Remembering,
        loads,
    );
    assert_eq!(expired.status, RepairStatus::AlreadyComplete {});
    assert!(!expired.accepted && expired.outcomes[1] == Outcome::Fail);
    assert_eq!(asked.take().len(), 1);
}

#[test]
fn a_listed_intermediate_is_added_for_clients_that_do_not_list_it() {
    let store = TrustStore::embedded();
    let listed = store
        .entries()
        .iter()
        .find(|entry| entry.aliases().any(|a| a == "gd_bundle-g2.pem"))
        .unwrap();
    let mut issuers = certificates(listed.bucket().unwrap()).into_iter();
    let issuer = issuers.find(|c| c.sha256 == listed.sha256).unwrap();
    let leaf: Bytes = leaf::below(&issuer, &made_certificate("leaf-2048")).into();
    let verifier = leaf::Pretends(vec![(decode(&leaf).unwrap().tbs, issuer.spki.clone())]);
    let mended = run(&pem_of(&leaf), &options(NOW), store, &verifier, load);
    assert_eq!(mended.chain.len(), 2);
    assert_eq!(mended.root.unwrap().label, "Go Daddy Root Certificate Authority - G2");
    assert!(mended.accepted);
}

#[test]
fn an_unlisted_root_is_replaced_by_its_cross_signed_version() {
    let store = TrustStore::embedded();
    let all: Vec<Certificate> = (0..=u8::MAX).flat_map(certificates).collect();
    let named = |label: &str| all.iter().find(|c| c.subject.label() == label).unwrap();
    let (issuer, cross) = (named("E7"), named("ISRG Root X2"));
    let leaf: Bytes = leaf::below(issuer, &made_certificate("leaf-p256")).into();
    let root: Bytes = leaf::self_signed(cross).into();
    let verifier = leaf::Pretends(vec![
        (decode(&leaf).unwrap().tbs, issuer.spki.clone()),
        (decode(&root).unwrap().tbs, cross.spki.clone()),
    ]);
    let input = [pem_of(&leaf), pem_of(&issuer.der), pem_of(&root)].concat();
    let plan = plan_with(input.clone().into(), &options(NOW), store).unwrap();
    let report = judge(&plan, &verifier.verify_all(plan.checks()));
    let replace = Fix::ReplaceRoot {
        certificate: report.certificates[2].index,
        label: "ISRG Root X2".to_owned(),
    };
    assert_eq!(report.fixes.first(), Some(&replace), "{:?}", report.fixes);
    let mended = run(&input, &options(NOW), store, &verifier, load);
    assert_eq!(mended.status, RepairStatus::Complete {});
    assert_eq!(
        mended.full_chain(),
        [pem_of(&leaf), pem_of(&issuer.der), pem_of(&cross.der)].concat()
    );
    assert_eq!(codes_of(&mended), ["added", "removed 2 not-needed"]);
    assert_eq!(mended.root.as_ref().unwrap().label, "ISRG Root X1");
    assert!(mended.accepted && mended.verdict == Verdict::Pass);
    // The file with the cross-signed version is unavailable: it may still exist.
    let without = run(&input, &options(NOW), store, &verifier, |_| None);
    assert!(matches!(without.status, RepairStatus::Incomplete { .. }) && !without.unavailable.is_empty());
    // One version of the missing issuer leads to the list directly, another through X2: the shorter
    // path is used.
    let alone = run(&pem_of(&leaf), &options(NOW), store, &verifier, load);
    assert_eq!((codes_of(&alone), alone.chain.len()), (vec!["added".to_owned()], 2));
    // Two levels are missing.
    let issuer = named("YR1");
    let leaf: Bytes = leaf::below(issuer, issuer).into();
    let verifier = leaf::Pretends(vec![(decode(&leaf).unwrap().tbs, issuer.spki.clone())]);
    let two = run(&pem_of(&leaf), &options(NOW), store, &verifier, load);
    assert_eq!((codes_of(&two), two.chain.len()), (vec!["added".to_owned(); 2], 3));
    assert!(two.accepted && two.root.unwrap().label == "ISRG Root X1");
}

#[test]
fn unavailable_or_unreadable_files_are_reported() {
    let leaf = blocks(&real("amazon-rsa2048")).remove(0);
    let page = || Some(Bytes::from_static(b"<!doctype html><title>404</title>"));
    for broken in [&(|| None) as &dyn Fn() -> Option<Bytes>, &page] {
        let repair = run(&leaf, &options(AMAZON), TrustStore::embedded(), &Remembering, |_| {
            broken()
        });
        assert!(matches!(repair.status, RepairStatus::Incomplete { .. }));
        assert_eq!(repair.unavailable.len(), 1);
    }
    let whole = run(
        &real("amazon-rsa2048"),
        &options(AMAZON),
        TrustStore::embedded(),
        &Remembering,
        |_| None,
    );
    assert_eq!((whole.status, whole.root), (RepairStatus::AlreadyComplete {}, None));
    assert_eq!(whole.unavailable.len(), 1, "the root's");
}

#[test]
fn hostile_files_and_many_certificates_are_bounded_and_change_nothing() {
    let name = decode(&der_of(&made_block("intermediate")))
        .unwrap()
        .subject
        .canonical()
        .to_owned();
    let junk = |wanted: PoolFile| {
        let mut file = pool::MAGIC.to_vec();
        let mut add = |der: &[u8]| {
            file.extend(u16::try_from(der.len()).unwrap().to_be_bytes());
            file.extend_from_slice(der);
        };
        (0..400).for_each(|i| add(&vec![i as u8; usize::from(wanted.bucket()) + 3]));
        add(&der_of(&made_block("leaf-4096")));
        add(&der_of(&made_block("not-ca")));
        add(&der_of(&made_block("intermediate-expired")));
        Some(file.into())
    };
    let alone = run(&made(&["leaf-2048"]), &options(MADE), &made_list(), &Remembering, junk);
    assert!(matches!(alone.status, RepairStatus::Incomplete { .. }));

    // A hundred unrelated certificates among three, and everything twice.
    let strangers: String = (0..=u8::MAX)
        .flat_map(|bucket| certificates(bucket).into_iter().take(1))
        .map(|first| pem_of(&first.der))
        .take(100)
        .collect();
    let input = format!(
        "{strangers}{0}{strangers}{0}",
        made(&["root", "intermediate", "leaf-2048"])
    );
    let crowd = repair_made(&input, MADE, &[]);
    assert_eq!(
        blocks(&crowd.full_chain_with_root()),
        ["leaf-2048", "intermediate", "root"].map(made_block)
    );
    assert!(crowd.accepted && crowd.changes.len() > 200);

    // A hundred certificates with the issuer's name; none of them signed the leaf.
    let issuer = made_certificate("intermediate");
    assert_eq!(issuer.subject.canonical(), name);
    let mut others = String::new();
    for n in 0..100_u8 {
        let mut der = der_of(&made_block("intermediate")).to_vec();
        let at = der.windows(issuer.spki.len()).position(|w| w == issuer.spki).unwrap();
        der[at + 60] ^= n + 1;
        others.push_str(&pem_of(&der));
    }
    let quarrel = repair_made(
        &(made(&["leaf-2048"]) + &others + &made(&["root"])),
        MADE,
        &["intermediate"],
    );
    assert_eq!(quarrel.status, RepairStatus::Complete {});
    assert_eq!(
        blocks(&quarrel.full_chain_with_root()),
        ["leaf-2048", "intermediate", "root"].map(made_block)
    );
}

#[test]
fn with_missing_answers_it_asks_again_or_ends_but_never_trusts() {
    let trust = made_list();
    let plan = plan_with(made(&["leaf-2048", "root"]).into(), &options(MADE), &trust).unwrap();
    let report = judge(&plan, &Remembering.verify_all(plan.checks()));
    let known = data(&["intermediate", "root"].map(made_block));
    let mut repairer = Repairer::new(&plan, &report);
    let Need::Files(files) = repairer.next() else {
        panic!("no file asked for")
    };
    let files = files.to_vec();
    repairer.give_answers(vec![SignatureAnswer::Valid; 9]);
    assert_eq!(
        repairer.next(),
        Need::Files(&files),
        "unrequested answers change nothing"
    );
    let loaded: Vec<_> = files.iter().map(|file| (*file, known(*file))).collect();
    repairer.give_files(&loaded);
    let Need::Answers(_) = repairer.next() else {
        panic!("no answers asked for")
    };
    // Finished before any signature was verified: nothing is added.
    let early = repairer.finish();
    assert!(matches!(early.status, RepairStatus::Incomplete { .. }));
    assert_eq!(early.chain.len(), 1);

    struct Cannot;
    impl Verifier for Cannot {
        fn verify(&self, _: &sslengine_doctor::verify::SignatureCheck) -> SignatureAnswer {
            SignatureAnswer::Unsupported
        }
    }
    let unproven = repair_with(&plan, &report, &Cannot, &known);
    assert_eq!(
        unproven.chain.len(),
        1,
        "a certificate whose signature cannot be verified is not added"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    /// A valid chain in any order, with copies and unrelated certificates, repairs to the same
    /// chain.
    #[test]
    fn any_order_and_any_copies_repair_to_the_chain(
        order in Just((0..9_usize).collect::<Vec<_>>()).prop_shuffle(),
        copies in proptest::collection::vec(0..9_usize, 0..5),
    ) {
        let mut all: Vec<String> = ["leaf-2048", "intermediate", "root"].map(made_block).to_vec();
        all.push(made_block("intermediate-expired"));
        all.extend(blocks(&real("crates-io")).split_off(1));
        all.push(made_block("not-ca"));
        all.push(blocks(&real("private-wpt")).remove(1));
        let input: String = order.iter().chain(&copies).map(|i| all[*i].as_str()).collect();
        let mended = repair_made(&input, MADE, &[]);
        prop_assert!(is_whole(&mended) && mended.accepted);
        prop_assert_eq!(forms(&mended), (all[..2].concat(), all[..3].concat()));

        let good = blocks(&real("crates-io"));
        let places = order.iter().chain(&copies).filter(|i| **i < 4);
        let input: String = places.map(|i| good[*i].as_str()).collect();
        let mended = repair(&input, "2023-06-01T00:00:00Z");
        prop_assert!(mended.accepted);
        prop_assert_eq!(mended.full_chain(), good.concat());
    }
}
