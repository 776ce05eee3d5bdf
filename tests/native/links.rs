//! Which signatures are checked, and what their answers mean.

use std::collections::HashSet;

use crate::common::*;
use sslengine_doctor::cert::{Certificate, HashAlgorithm, decode};
use sslengine_doctor::chain::{Anchor, Links, MAX_CHECKS, MAX_ISSUERS, Signatures};
use sslengine_doctor::report::RuleId;
use sslengine_doctor::trust::{TrustStore, pool};
use sslengine_doctor::verify::SignatureAnswer::{Invalid, Unsupported, Valid};
use sslengine_doctor::verify::Verifier as _;

fn certificates(text: &str) -> Vec<Certificate> {
    x509_parser::pem::Pem::iter_from_buffer(text.as_bytes())
        .map(|pem| decode(&pem.unwrap().contents.into()).unwrap())
        .collect()
}

/// `count` certificates that differ from `one` in their public key.
fn with_other_keys(one: &Certificate, count: usize) -> Vec<Certificate> {
    let at = one.der.windows(one.spki.len()).position(|w| w == one.spki).unwrap();
    let other = |n: usize| {
        let mut der = one.der.to_vec();
        der[at + 60] ^= u8::try_from(n & 0xff).unwrap();
        der[at + 61] ^= u8::try_from(n >> 8).unwrap();
        decode(&der.into()).unwrap()
    };
    (1..=count).map(other).collect()
}

/// `count` certificates that differ from `one` in their signature.
fn with_other_signatures(one: &Certificate, count: usize) -> Vec<Certificate> {
    let other = |n: usize| {
        let mut der = one.der.to_vec();
        let at = der.len() - 20;
        der[at] ^= u8::try_from(n & 0xff).unwrap();
        der[at + 1] ^= u8::try_from(n >> 8).unwrap();
        decode(&der.into()).unwrap()
    };
    (1..=count).map(other).collect()
}

/// All CA certificates that the tool knows.
fn pool_certificates() -> Vec<Certificate> {
    let in_bucket = |bucket| pool::certificates(&pool::embedded_certificates(bucket)).unwrap();
    let ders = (0..=u8::MAX).flat_map(in_bucket);
    ders.map(|der| decode(&der).unwrap()).collect()
}

#[test]
fn each_certificate_is_checked_with_each_key_that_has_its_issuers_name_once() {
    let chain = certificates(&made(&["leaf-2048", "intermediate", "root"]));
    // The root is also an anchor: its key counts once.
    let anchors = [Anchor::of_certificate(&chain[2])];
    let links = Links::find(&chain, &anchors);
    let checks: Vec<_> = links.checks().iter().map(|c| (&c.message, &c.spki)).collect();
    let expected = [
        (&chain[0].tbs, &chain[1].spki),
        (&chain[1].tbs, &chain[2].spki),
        (&chain[2].tbs, &chain[2].spki),
    ];
    assert_eq!(checks, expected);
    assert!(!links.is_truncated());
    // A key that is only an anchor's counts, too.
    let links = Links::find(&chain[..2], &anchors);
    assert_eq!(links.checks().len(), 2);
    assert_eq!(links.checks()[1].spki, chain[2].spki);
}

#[test]
fn answers_belong_to_their_link() {
    let chain = certificates(&made(&["leaf-2048", "intermediate", "root"]));
    let other = with_other_keys(&chain[1], 1).remove(0);
    let all = [chain[0].clone(), other.clone(), chain[1].clone(), chain[2].clone()];
    let links = Links::find(&all, &[]);
    let answers = Remembering.verify_all(links.checks());
    let signatures = Signatures::new(&links, &answers);
    assert!(!signatures.is_truncated());
    assert_eq!(signatures.of(0, &chain[1].spki), Valid);
    assert_eq!(signatures.of(0, &other.spki), Invalid);
    assert!(signatures.refuted(0, &other.spki) && !signatures.refuted(0, &chain[1].spki));
    // The changed certificate's own signature no longer fits its content.
    assert_eq!(signatures.of(1, &chain[2].spki), Invalid);
    assert_eq!(signatures.of(2, &chain[2].spki), Valid);
    // Nobody asked whether the leaf's key signed its issuer; no answer is no refutation.
    assert_eq!(signatures.of(2, &chain[0].spki), Unsupported);
    assert!(!signatures.refuted(2, &chain[0].spki));
    assert!(signatures.is_root(3, &all[3]) && !signatures.is_root(2, &all[2]));
    // A missing answer counts as unsupported, an invalid one of a root's own key makes it no root.
    let none = Signatures::new(&links, &[]);
    assert_eq!(none.of(0, &chain[1].spki), Unsupported);
    assert!(none.is_root(3, &all[3]));
    let wrong = vec![Invalid; links.checks().len()];
    assert!(!Signatures::new(&links, &wrong).is_root(3, &all[3]));
}

#[test]
fn only_listed_roots_are_known_to_be_signed_by_their_own_key() {
    let all = pool_certificates();
    let links = Links::find(&all, &[]);
    let signatures = Signatures::new(&links, &[]);
    // The links of a certificate are those with its signed part. A few differ in nothing else.
    let alone = |c: &Certificate| all.iter().filter(|other| other.tbs == c.tbs).count() == 1;
    let checks: HashSet<_> = links.checks().iter().map(|c| (&c.message, &c.spki)).collect();
    let (mut known, mut unsupported, mut intermediates) = (0, 0, 0);
    for (at, one) in all.iter().enumerate() {
        use HashAlgorithm::{Sha1, Sha256, Sha384, Sha512};
        let listed = TrustStore::aws().by_sha256(&one.sha256).is_some() && one.is_self_issued();
        let can = matches!(one.algorithm.hash(), Some(Sha1 | Sha256 | Sha384 | Sha512));
        let own = signatures.of(at, &one.spki);
        assert_eq!(own == Valid, listed && can, "{}", one.subject.label());
        let checked = checks.contains(&(&one.tbs, &one.spki));
        assert!(
            checked || !one.is_self_issued() || own == Valid,
            "{}",
            one.subject.label()
        );
        assert!(!checked || own != Valid || !alone(one), "{}", one.subject.label());
        known += usize::from(listed && can);
        unsupported += usize::from(listed && !can);
        intermediates += usize::from(!one.is_self_issued());
    }
    assert!(
        known > 200 && unsupported > 0 && intermediates > 100,
        "{known} {unsupported} {intermediates}"
    );
    // Any other answer about a listed root's own signature is ignored.
    let wrong = vec![Invalid; links.checks().len()];
    let wrong = Signatures::new(&links, &wrong);
    let at = (0..all.len())
        .find(|at| signatures.of(*at, &all[*at].spki) == Valid)
        .unwrap();
    assert!(wrong.is_root(at, &all[at]) && !wrong.refuted(at, &all[at].spki));
}

#[test]
fn the_issuers_of_one_name_are_limited() {
    let chain = certificates(&made(&["leaf-2048", "intermediate"]));
    for (issuers, truncated) in [(MAX_ISSUERS, false), (MAX_ISSUERS + 1, true)] {
        let mut all = vec![chain[0].clone()];
        all.extend(with_other_keys(&chain[1], issuers));
        let links = Links::find(&all, &[]);
        let signatures = Signatures::new(&links, &[]);
        assert_eq!(links.checks().len(), MAX_ISSUERS);
        assert_eq!(
            (links.is_truncated(), signatures.is_truncated()),
            (truncated, truncated)
        );
        // A link that was skipped counts as refuted; one that was asked about does not.
        let last = &all.last().unwrap().spki;
        assert_eq!(signatures.refuted(0, last), truncated);
        assert!(!signatures.refuted(0, &all[1].spki));
        assert_eq!(signatures.of(0, last), Unsupported);
    }
}

#[test]
fn the_checks_of_one_report_are_limited() {
    let chain = certificates(&made(&["leaf-2048", "intermediate", "root"]));
    let listed = pool_certificates().into_iter().find(|c| {
        let links = Links::find(std::slice::from_ref(c), &[]);
        Signatures::new(&links, &[]).of(0, &c.spki) == Valid
    });
    let listed = listed.unwrap();
    let issuers = with_other_keys(&chain[1], 50);
    let (rows, rest) = (MAX_CHECKS / issuers.len(), MAX_CHECKS % issuers.len());
    assert_eq!(rest, 0);
    for (leaves, truncated) in [(rows, false), (rows + 1, true)] {
        // The certificate of a listed root comes first: its own signature needs no check.
        let mut all = vec![listed.clone()];
        all.extend(with_other_signatures(&chain[0], leaves));
        all.extend(issuers.iter().cloned());
        let links = Links::find(&all, &[]);
        let signatures = Signatures::new(&links, &[]);
        assert_eq!(links.checks().len(), MAX_CHECKS);
        assert_eq!(links.is_truncated(), truncated);
        assert_eq!(signatures.refuted(leaves, &issuers[0].spki), truncated);
        assert!(!signatures.refuted(1, &issuers[0].spki));
        assert!(signatures.is_root(0, &listed) && !signatures.refuted(0, &listed.spki));
    }
}

/// Java has no limit, so a chain that is rejected while links were skipped says so, and one that is
/// accepted does not.
#[test]
fn a_report_mentions_the_limit_only_if_it_rejects_the_chain() {
    let chain = certificates(&made(&["leaf-2048", "intermediate", "root"]));
    let crowd = with_other_keys(&chain[1], MAX_ISSUERS);
    let pem = |c: &Certificate| {
        use base64::Engine as _;
        let text = base64::engine::general_purpose::STANDARD.encode(&c.der);
        format!("-----BEGIN CERTIFICATE-----\n{text}\n-----END CERTIFICATE-----\n")
    };
    let crowd: String = crowd.iter().map(pem).collect();
    let says = |input: &str| {
        let report = ask(input, &options(MADE), &made_list()).unwrap();
        (
            report.handshake.accepted,
            codes(&report, RuleId::Chain).contains(&"search-ended".to_owned()),
        )
    };
    // Too many certificates for Java, and the right one is the last.
    assert_eq!(
        says(&(made(&["leaf-2048"]) + &crowd + &made(&["intermediate", "root"]))),
        (false, true)
    );
    assert_eq!(says(&made(&["leaf-2048"])), (false, false));
    assert_eq!(says(&made(&["leaf-2048", "intermediate", "root"])), (true, false));
}
