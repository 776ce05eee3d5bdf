//! The trust data and its store: what is embedded is what `trust/` says, every listed certificate is found in every
//! way, a pasted list is read and judged by.

#[path = "../../examples/trust_data/generator/mod.rs"]
#[allow(dead_code, unreachable_pub, missing_docs)]
mod generator;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use serde_json::Value;
use sslengine_doctor::cert::{Fingerprint, Name, Sha1Fingerprint, UnixTime};
use sslengine_doctor::trust::{Anchor, Edition, Listed, TrustStore, parse_hex, shard};
use x509_parser::prelude::{FromDer as _, X509Certificate, X509Version};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn json(file: &str) -> Value {
    serde_json::from_str(&std::fs::read_to_string(project().join("trust").join(file)).unwrap()).unwrap()
}

fn rows(value: &Value, name: &str) -> Vec<Value> {
    value[name].as_array().unwrap().clone()
}

/// Alias, SHA-1 and SHA-256 of each row of the list.
fn listed() -> Vec<(String, String, String)> {
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let list = json("aws-list.json");
    rows(&list, "certificateAuthorities")
        .iter()
        .map(|row| (text(row, "alias"), text(row, "sha1"), text(row, "sha256")))
        .collect()
}

fn roots() -> Vec<(PathBuf, Vec<u8>)> {
    let files = std::fs::read_dir(project().join("trust/roots")).unwrap();
    files
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), std::fs::read(path).unwrap()))
        .collect()
}

fn canonical(name: &x509_parser::x509::X509Name<'_>) -> String {
    Name::from_der(name.as_raw()).unwrap().canonical().to_owned()
}

#[test]
fn the_embedded_edition_has_the_counts_of_its_source() {
    let store = TrustStore::embedded();
    let metadata = json("aws-list.json")["metadata"].clone();
    let date = metadata["editionDate"].as_str().unwrap().to_owned();
    assert_eq!(store.edition(), &Edition::Published { date: date.into() });
    assert_eq!(store.anchors().len(), roots().len());
    assert_eq!(store.alias_count(), metadata["counts"]["aliases"]);
    assert_eq!(store.listed().len(), metadata["counts"]["uniqueSha256"]);
}

#[test]
fn every_root_is_found_in_every_way_with_all_its_aliases() {
    let store = TrustStore::embedded();
    let list = listed();
    for (path, der) in roots() {
        let root = X509Certificate::from_der(&der).unwrap().1;
        let (sha1, sha256) = (Sha1Fingerprint::of(&der), Fingerprint::of(&der));
        let anchor = store.by_sha256(&sha256).unwrap();
        assert_eq!(store.by_sha1(&sha1).unwrap().sha256, sha256);
        let name = canonical(root.subject());
        let by_name: Vec<_> = store
            .by_name_and_key(&name, root.public_key().raw)
            .map(|anchor| anchor.sha256)
            .collect();
        assert!(by_name.contains(&sha256), "{}", path.display());
        let aliases: Vec<_> = list
            .iter()
            .filter(|row| row.2 == sha256.to_string())
            .map(|row| row.0.as_str())
            .collect();
        assert_eq!(anchor.aliases().collect::<Vec<_>>(), aliases);
    }
}

/// What `chain::Links` relies on where it asks for no check.
#[cfg(feature = "rust-verifier")]
#[test]
fn listed_roots_are_signed_by_their_own_keys() {
    use sslengine_doctor::chain::{Links, Signatures};
    use sslengine_doctor::verify::native::NativeVerifier;
    use sslengine_doctor::verify::{SignatureAnswer, SignatureCheck, Verifier as _};

    let mut known = 0;
    for (path, der) in roots() {
        let root = sslengine_doctor::cert::decode(&der.into()).unwrap();
        let answer = NativeVerifier.verify(&SignatureCheck {
            spki: root.spki.clone(),
            algorithm: root.algorithm.clone(),
            message: root.tbs.clone(),
            signature: root.signature.clone(),
        });
        let links = Links::find(std::slice::from_ref(&root), &[]);
        let asked = NativeVerifier.verify_all(links.checks());
        let told = Signatures::new(&links, &asked).of(0, &root.spki);
        if root.is_self_issued() {
            assert_eq!(told, answer, "{}", path.display());
        }
        if links.checks().is_empty() && root.is_self_issued() {
            assert_eq!(answer, SignatureAnswer::Valid, "{}", path.display());
            known += 1;
        }
    }
    assert!(known > 200, "{known}");
}

#[test]
fn anchors_say_what_their_certificates_say() {
    let store = TrustStore::embedded();
    for (_, der) in roots() {
        let root = X509Certificate::from_der(&der).unwrap().1;
        let anchor = store.by_sha256(&Fingerprint::of(&der)).unwrap();
        assert_eq!(anchor.subject_der, root.subject().as_raw());
        assert_eq!(anchor.spki().unwrap().as_ref(), root.public_key().raw);
        assert_eq!(anchor.serial().unwrap(), root.raw_serial());
        assert_eq!(anchor.sha1(), Sha1Fingerprint::of(&der));
        assert_eq!(anchor.self_issued, root.subject().as_raw() == root.issuer().as_raw());
        assert_eq!(anchor.version, if root.version() == X509Version::V1 { 1 } else { 3 });
        assert_eq!(anchor.not_before.seconds(), root.validity().not_before.timestamp());
        assert_eq!(anchor.not_after.seconds(), root.validity().not_after.timestamp());
        let basic = root
            .basic_constraints()
            .unwrap()
            .map(|basic| (basic.value.ca, basic.value.path_len_constraint));
        assert_eq!(
            anchor
                .basic_constraints
                .map(|basic| (basic.ca, basic.path_len.map(u32::from))),
            basic
        );
        let usage = root.key_usage().unwrap().map(|usage| usage.value.key_cert_sign());
        assert_eq!(anchor.key_cert_sign, usage);
        let identifier = root
            .iter_extensions()
            .find_map(|extension| match extension.parsed_extension() {
                x509_parser::prelude::ParsedExtension::SubjectKeyIdentifier(id) => Some(id.0),
                _ => None,
            });
        assert_eq!(anchor.subject_key_identifier().as_deref(), identifier);
    }
}

/// The README's facts are of this edition; another one has its own.
#[test]
fn the_facts_of_the_readme_hold() {
    let store = TrustStore::embedded();
    if store.edition().to_string() != "2022-01-24" {
        return;
    }
    assert_eq!(
        (
            store.alias_count(),
            store.listed().len(),
            store.fingerprints_only().len()
        ),
        (398, 247, 12)
    );
    assert_eq!(intermediates("").len(), 1408);
    assert_eq!(rows(&json("equivalents.json"), "equivalents").len(), 46);
    let anchors = store.anchors();
    let count = |is: &dyn Fn(&Anchor) -> bool| anchors.iter().filter(|anchor| is(anchor)).count();
    let then = UnixTime::parse_rfc3339("2026-11-23T00:00:00Z").unwrap();
    assert_eq!(count(&|anchor| anchor.not_after < then), 74);
    assert_eq!(count(&|anchor| anchor.not_after >= then && anchor.key_bits == 4096), 59);
    assert_eq!(count(&|anchor| anchor.version == 1), 17);
    let not_self_issued: Vec<_> = anchors
        .iter()
        .filter(|anchor| !anchor.self_issued)
        .flat_map(Anchor::aliases)
        .collect();
    assert_eq!(
        BTreeSet::from_iter(not_self_issued),
        BTreeSet::from(["gd_bundle-g2.pem", "mozillacert103.pem"])
    );
    assert_eq!(count(&|anchor| anchor.subject().is_none()), 0);
    let keys: BTreeSet<_> = anchors.iter().map(|anchor| anchor.spki().unwrap()).collect();
    assert_eq!(anchors.len() - keys.len(), 7, "pairs that share a key");
}

#[test]
fn equivalents_are_as_good_as_their_listed_root_and_mozilla_s_others_are_not() {
    let store = TrustStore::embedded();
    for row in rows(&json("equivalents.json"), "equivalents") {
        let (_, pem) = x509_parser::pem::parse_x509_pem(row["pem"].as_str().unwrap().as_bytes()).unwrap();
        let certificate = X509Certificate::from_der(&pem.contents).unwrap().1;
        assert!(store.by_sha256(&Fingerprint::of(&pem.contents)).is_none());
        let name = canonical(certificate.subject());
        let found: BTreeSet<_> = store
            .by_name_and_key(&name, certificate.public_key().raw)
            .map(|a| a.sha256)
            .collect();
        let stated = rows(&row, "sameKeyAsListed");
        let stated = stated
            .iter()
            .map(|pair| Fingerprint(parse_hex(pair["sha256"].as_str().unwrap()).unwrap()));
        assert_eq!(found, stated.collect(), "{}", row["subject"]);
        let other_key = store
            .anchors()
            .iter()
            .find(|anchor| !anchor.has_key(certificate.public_key().raw))
            .unwrap();
        assert_eq!(
            store.by_name_and_key(&name, other_key.spki().unwrap()).count(),
            0,
            "same name, other key"
        );
    }
    for row in rows(&json("mozilla-2026-not-listed.json"), "roots") {
        let sha256 = Fingerprint(parse_hex(row["sha256"].as_str().unwrap()).unwrap());
        assert!(store.by_sha256(&sha256).is_none() && store.fingerprint_only(&sha256).is_none());
    }
}

#[test]
fn fingerprints_are_found_in_any_form_and_names_by_their_parts() {
    let store = TrustStore::embedded();
    let aliases = |text: &str| -> Vec<String> {
        store
            .search(text)
            .iter()
            .map(|listed| listed.first_alias().to_owned())
            .collect()
    };
    for (place, (_, sha1, sha256)) in listed().into_iter().enumerate() {
        for (which, fingerprint) in [sha1, sha256.clone()].into_iter().enumerate() {
            let plain = fingerprint.replace(':', "");
            let forms = [
                fingerprint.to_lowercase(),
                plain.to_lowercase(),
                fingerprint.replace(':', " "),
                format!("sha256 Fingerprint={fingerprint}\n"),
                plain,
            ];
            let form = &forms[(2 * place + which) % forms.len()];
            let found = store.search(form);
            assert!(
                matches!(found.as_slice(), [one] if one.sha256().to_string() == sha256),
                "{form}"
            );
        }
    }
    assert_eq!(aliases("Amazon Root CA 1")[0], "amazon1");
    assert_eq!(aliases("amazonrootca1"), ["amazon1"], "by its second alias");
    assert_eq!(aliases("ISRGROOTX1"), ["isrgrootx1"]);
    assert_eq!(aliases("93057A"), ["accvraiz1"]);
    assert_eq!(aliases("nothing of that name"), [""; 0]);
    assert_eq!(aliases("").len(), store.listed().len());
    assert!(matches!(
        store.search("amazon-ca-g4-acm1").as_slice(),
        [Listed::FingerprintOnly(_)]
    ));
}

/// The key identifier and canonical subject of the known intermediates with a subject that contains `text`.
fn intermediates(text: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for number in 0..=u8::MAX {
        let bytes = std::fs::read(project().join("static/intermediates").join(shard::file_name(number))).unwrap();
        let listed = |der: &&[u8]| TrustStore::embedded().by_sha256(&Fingerprint::of(der)).is_some();
        for der in shard::certificates(&bytes)
            .unwrap()
            .into_iter()
            .filter(|der| !listed(der))
        {
            let certificate = X509Certificate::from_der(der).unwrap().1;
            let name = canonical(certificate.subject());
            assert_eq!(shard::number(&name), number);
            let identifier = certificate
                .iter_extensions()
                .find_map(|extension| match extension.parsed_extension() {
                    x509_parser::prelude::ParsedExtension::SubjectKeyIdentifier(id) => Some(id.0.to_vec()),
                    _ => None,
                });
            if let (true, Some(identifier)) = (name.contains(text), identifier) {
                found.push((name, identifier));
            }
        }
    }
    found
}

#[test]
fn known_issuers_lead_to_their_anchors_and_made_up_ones_nowhere() {
    let store = TrustStore::embedded();
    for (text, alias, directly) in [
        ("cn=amazon rsa 2048 m02,", "amazonrootca1", true),
        ("cn=r12,", "isrgrootx1", true),
        ("cn=yr1,", "isrgrootx1", false),
    ] {
        let (name, identifier) = intermediates(text).pop().expect(text);
        for key_identifier in [Some(identifier.as_slice()), None] {
            let known = store.known_issuer(&name, key_identifier).expect(text);
            let lead = known
                .leads
                .iter()
                .find(|lead| lead.anchor.aliases().any(|a| a == alias))
                .expect(text);
            assert_eq!(lead.directly, directly, "{text}");
            assert!(known.leads.is_sorted_by_key(|lead| !lead.directly));
            assert_eq!(known.shard, shard::number(&name));
        }
        assert!(store.known_issuer(&name, Some(b"another key")).is_none(), "{text}");
    }
    assert!(store.known_issuer("cn=made up,o=nobody", None).is_none());
    assert!(store.known_issuer("", Some(&[])).is_none());
}

#[test]
fn every_intermediate_is_in_its_shard_and_in_the_index() {
    for (name, identifier) in intermediates("") {
        assert!(
            TrustStore::embedded().known_issuer(&name, Some(&identifier)).is_some(),
            "{name}"
        );
    }
}

#[test]
fn every_listed_certificate_lies_once_in_the_shard_of_its_name() {
    for (path, der) in roots() {
        let root = X509Certificate::from_der(&der).unwrap().1;
        let file = shard::file_name(shard::number(&canonical(root.subject())));
        let bytes = std::fs::read(project().join("static/intermediates").join(file)).unwrap();
        let copies = shard::certificates(&bytes)
            .unwrap()
            .into_iter()
            .filter(|other| *other == der);
        assert_eq!(copies.count(), 1, "{}", path.display());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_no_reason_to_panic_as_a_shard(bytes: Vec<u8>) {
        prop_assert_eq!(shard::certificates(&bytes).is_ok(), bytes == shard::MAGIC);
        if let Ok(certificates) = shard::certificates(&[shard::MAGIC, &bytes].concat()) {
            let length: usize = certificates.iter().map(|certificate| 2 + certificate.len()).sum();
            prop_assert_eq!(length, bytes.len());
        }
    }
}

/// The data that is committed is the data that `trust/` gives, everything re-hashed and every signature verified anew.
#[cfg(feature = "rust-verifier")]
#[test]
fn the_committed_data_is_what_would_be_generated() {
    let generated = generator::generate(project()).unwrap();
    assert_eq!(generated.differences(project()), [""; 0], "run `make trust`");
}
