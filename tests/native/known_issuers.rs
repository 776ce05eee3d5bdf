//! Leaves below CAs that are known, but whose private keys are not available.

use bytes::Bytes;
use sslengine_doctor::cert::{Certificate, decode};
use sslengine_doctor::engine::{Options, judge, plan_with};
use sslengine_doctor::report::{ClientAnswer, DefaultProduct, Report, RuleId};
use sslengine_doctor::trust::pool::{self, PoolFile};
use sslengine_doctor::trust::{ClientId, Clients, TrustStore};
use sslengine_doctor::verify::Verifier as _;

use crate::common::{codes, fixture, leaf, options, real, report};
use crate::fixes::product_of;
use crate::repair::{known, load, made_certificate};

const NOW: &str = "2026-06-15T12:00:00Z";

/// The report on a leaf alone or below its sent issuer, whose signature counts as valid.
fn judged(leaf: &Bytes, issuer: &Certificate, sends_issuer: bool, options: &Options, trust: &TrustStore) -> Report {
    let sent: &[&[u8]] = if sends_issuer { &[leaf, &issuer.der] } else { &[leaf] };
    let verifier = leaf::Pretends(vec![(decode(leaf).unwrap().tbs, issuer.spki.clone())]);
    let plan = plan_with(sent.concat().into(), options, trust).unwrap();
    judge(&plan, &verifier.verify_all(plan.checks()))
}

#[test]
fn sha1_is_rejected_below_the_jdks_own_roots_only() {
    let issuer = known("Amazon RSA 2048 M02");
    let key = made_certificate("leaf-2048");
    let sha1: Bytes = leaf::below_as(&issuer, &key, "leaf.example.com", leaf::SHA1_WITH_RSA).into();
    let sha256: Bytes = leaf::below(&issuer, &key).into();
    let mut marked = 0;
    let with_list = |client: &ClientId| ![ClientId::API_GATEWAY, ClientId::TRUSTSTORE].contains(client);
    for client in ClientId::all().filter(with_list) {
        let trust = TrustStore::of(client, Some(Clients::embedded())).unwrap();
        let options = Options { client, ..options(NOW) };
        let with_sha1 = judged(&sha1, &issuer, true, &options, &trust);
        let with_sha256 = judged(&sha256, &issuer, true, &options, &trust);
        assert!(
            with_sha256.handshake.accepted,
            "{client:?}: {:?}",
            with_sha256.handshake
        );
        let own = client.client().jdk_roots;
        assert_eq!(with_sha1.handshake.accepted, !own, "{client:?}");
        let remarks = codes(&with_sha1, RuleId::Chain);
        assert_eq!(
            remarks.contains(&"sha1-under-jdk-root".to_owned()),
            own,
            "{client:?}: {remarks:?}"
        );
        if own {
            let message = with_sha1.handshake.message.unwrap();
            assert!(
                message.contains("SHA1 used with certificate: CN=leaf.example.com"),
                "{message}"
            );
            marked += 1;
        }
    }
    assert!(marked > 5);
}

/// A name like a product's says nothing if a known intermediate leads to a listed root.
#[test]
fn a_leaf_below_a_known_intermediate_is_no_products_certificate() {
    let issuer = known("Amazon RSA 2048 M02");
    let key = made_certificate("leaf-2048");
    let local: Bytes = leaf::below_as(&issuer, &key, "localhost", leaf::SHA256_WITH_RSA).into();
    let product = |report: &Report| product_of(report).map(|(product, _)| product);
    let trust = TrustStore::embedded();
    let open = judged(&local, &issuer, false, &options(NOW), trust);
    assert_eq!(product(&open), None, "{open:#?}");
    assert!(codes(&open, RuleId::SupportedCa).contains(&"supported-once-sent".to_owned()));
    // insecureSkipVerification waives the list, and an unknown issuer is on none.
    let waived = Options {
        insecure_skip_verification: true,
        ..options(NOW)
    };
    assert_eq!(
        product(&judged(&local, &issuer, false, &waived, trust)),
        Some(DefaultProduct::Localhost)
    );
    let unknown = made_certificate("intermediate");
    let local: Bytes = leaf::below_as(&unknown, &key, "localhost", leaf::SHA256_WITH_RSA).into();
    assert_eq!(
        product(&judged(&local, &unknown, false, &options(NOW), trust)),
        Some(DefaultProduct::Localhost)
    );
}

/// The root is not on AWS's list, but on those of other clients.
#[test]
fn a_known_intermediate_leads_to_a_root_of_the_users_truststore() {
    let issuer = known("E7");
    let cross_signed = known("ISRG Root X2");
    let file = PoolFile::MoreCertificates(pool::bucket(cross_signed.subject.canonical()));
    let roots = pool::certificates(&load(file).unwrap()).unwrap();
    let mut roots = roots.iter().map(|der| decode(der).unwrap());
    let root = roots.find(|root| root.subject == cross_signed.subject).unwrap();
    let leaf: Bytes = leaf::below(&issuer, &made_certificate("leaf-p256")).into();
    let options = Options {
        client: ClientId::TRUSTSTORE,
        ..options(NOW)
    };
    let found = |clients| {
        let trust = TrustStore::of_truststore(vec![("own".to_owned(), root.clone())], clients);
        codes(&judged(&leaf, &issuer, false, &options, &trust), RuleId::SupportedCa)
    };
    assert_eq!(found(Some(Clients::embedded())), ["supported-once-sent"]);
    assert_eq!(found(None), ["issuer-unknown"], "no list of CAs");
}

/// Java accepts the chain, so a requirement gives the reason: an error, not a remark.
#[test]
fn the_answer_of_a_client_names_an_error() {
    let large = report(&fixture("../../static/examples/large-key.pem"), "2025-04-01T12:00:00Z");
    assert!(large.handshake.accepted && large.handshake.reason.is_none());
    let answer = ClientAnswer::of(&large);
    assert_eq!(answer.reason.unwrap().detail.code(), "key-too-large");
    let fine = ClientAnswer::of(&report(&real("amazon-rsa2048"), crate::common::AMAZON));
    assert_eq!(fine.reason, None);
}
