//! The trust data and its store: the embedded data matches `trust/`, every listed certificate is
//! found in every way, and a pasted list is read and used.

#[path = "../../examples/trust_data/generator/mod.rs"]
#[allow(dead_code, unreachable_pub, missing_docs)]
mod generator;
#[path = "../../examples/trust_data/update.rs"]
#[allow(dead_code, unreachable_pub, missing_docs)]
mod update;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use serde_json::Value;
use sslengine_doctor::cert::{Fingerprint, Name, Sha1Fingerprint, UnixTime};
use sslengine_doctor::i18n::{Locale, UiPhrase};
use sslengine_doctor::trust::pool::{self, PoolFile};
use sslengine_doctor::trust::{Entry, ListVersion, PoolFiles, Root, TrustStore, parse_hex};
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

/// The listed roots of the pool.
fn pool_roots() -> Vec<(&'static Entry, &'static Root)> {
    static NONE: std::sync::LazyLock<PoolFiles> = std::sync::LazyLock::new(PoolFiles::default);
    let store = TrustStore::embedded();
    let in_pool = store.entries().iter().filter(|entry| entry.is_in_pool());
    in_pool
        .map(|entry| (entry, store.root(entry, &NONE).unwrap()))
        .collect()
}

/// The SHA-256 of the listed roots with this name and key.
fn by_name_and_key(name: &str, spki: &[u8]) -> BTreeSet<Fingerprint> {
    let files = PoolFiles::default();
    let named = TrustStore::embedded().find_by_subject(name, &files);
    named
        .filter(|(_, root)| root.has_key(spki))
        .map(|(entry, _)| entry.sha256)
        .collect()
}

/// The certificates of a bucket.
fn certificates(bucket: u8) -> Vec<Bytes> {
    let path = project().join("static").join(PoolFile::Certificates(bucket).path());
    pool::certificates(&std::fs::read(path).unwrap().into()).unwrap()
}

fn canonical(name: &x509_parser::x509::X509Name<'_>) -> String {
    Name::from_der(name.as_raw()).unwrap().canonical().to_owned()
}

#[test]
fn the_embedded_list_has_the_counts_of_its_source() {
    let store = TrustStore::embedded();
    let metadata = json("aws-list.json")["metadata"].clone();
    let date = metadata["editionDate"].as_str().unwrap().to_owned();
    assert_eq!(store.list_version(), &ListVersion::Published { date: date.into() });
    assert_eq!(pool_roots().len(), roots().len());
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
        let entry = store.by_sha256(&sha256).unwrap();
        assert_eq!(entry.sha1(), Some(sha1));
        assert_eq!(store.search(&sha1.to_string()), [entry]);
        let name = canonical(root.subject());
        assert!(
            by_name_and_key(&name, root.public_key().raw).contains(&sha256),
            "{}",
            path.display()
        );
        let aliases: Vec<_> = list
            .iter()
            .filter(|row| row.2 == sha256.to_string())
            .map(|row| row.0.as_str())
            .collect();
        assert_eq!(entry.aliases().collect::<Vec<_>>(), aliases);
    }
}

#[test]
fn a_root_with_its_fingerprints_alone_is_found_by_both() {
    let store = TrustStore::embedded();
    let mut alone = 0;
    for (alias, sha1, sha256) in listed() {
        let entry = store.search(&sha256)[0];
        assert_eq!(store.search(&sha1), [entry], "{alias}");
        alone += usize::from(!entry.is_in_pool());
    }
    assert!(alone > 0, "the pool has all roots");
}

/// `chain::Links` relies on this when it skips the signature check.
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
        let actual = Signatures::new(&links, &asked).of(0, &root.spki);
        if root.is_self_issued() {
            assert_eq!(actual, answer, "{}", path.display());
        }
        if links.checks().is_empty() && root.is_self_issued() {
            assert_eq!(answer, SignatureAnswer::Valid, "{}", path.display());
            known += 1;
        }
    }
    assert!(known > 200, "{known}");
}

#[test]
fn the_pool_matches_the_certificates() {
    let shown = sslengine_doctor::trust::entry::facts();
    let store = TrustStore::embedded();
    let none = PoolFiles::default();
    for (_, der) in roots() {
        let certificate = X509Certificate::from_der(&der).unwrap().1;
        let entry = store.by_sha256(&Fingerprint::of(&der)).unwrap();
        let root = store.root(entry, &none).unwrap();
        let facts = &root.facts;
        assert_eq!(
            Some(facts),
            entry.facts_in(&shown),
            "the view of the list shows the same"
        );
        assert_eq!(facts.subject.der().as_ref(), certificate.subject().as_raw());
        assert_eq!(root.spki.as_ref(), certificate.public_key().raw);
        assert_eq!(root.serial.as_ref(), certificate.raw_serial());
        assert_eq!(entry.sha1(), Some(Sha1Fingerprint::of(&der)));
        let self_issued = certificate.subject().as_raw() == certificate.issuer().as_raw();
        assert_eq!(facts.self_issued(), self_issued);
        let version = if certificate.version() == X509Version::V1 { 1 } else { 3 };
        assert_eq!(facts.version(), version);
        assert_eq!(
            facts.not_before.seconds(),
            certificate.validity().not_before.timestamp()
        );
        assert_eq!(facts.not_after.seconds(), certificate.validity().not_after.timestamp());
        let basic = certificate.basic_constraints().unwrap();
        assert_eq!(facts.is_ca(), basic.is_some_and(|basic| basic.value.ca));
        let usage = certificate.key_usage().unwrap();
        assert_eq!(facts.key_cert_sign(), usage.map(|usage| usage.value.key_cert_sign()));
        let identifier = certificate
            .iter_extensions()
            .find_map(|extension| match extension.parsed_extension() {
                x509_parser::prelude::ParsedExtension::SubjectKeyIdentifier(id) => Some(id.0),
                _ => None,
            });
        assert_eq!(root.subject_key_identifier().as_deref(), identifier);
    }
}

/// The README's facts apply to this version of the list only.
#[test]
fn the_facts_of_the_readme_hold() {
    let store = TrustStore::embedded();
    if store.list_version().to_string() != "2022-01-24" {
        return;
    }
    assert_eq!(
        (
            store.alias_count(),
            store.listed().len(),
            store.listed().len() - pool_roots().len()
        ),
        (398, 247, 12)
    );
    assert_eq!(intermediates("").len(), 1408);
    assert_eq!(rows(&json("equivalents.json"), "equivalents").len(), 46);
    let anchors = pool_roots();
    let count = |is: &dyn Fn(&Root) -> bool| anchors.iter().filter(|(_, root)| is(root)).count();
    let then = UnixTime::parse_rfc3339("2026-11-23T00:00:00Z").unwrap();
    assert_eq!(count(&|root| root.facts.not_after < then), 74);
    assert_eq!(
        count(&|root| root.facts.not_after >= then && root.facts.key_bits == 4096),
        59
    );
    assert_eq!(count(&|root| root.facts.version() == 1), 17);
    let not_self_issued: Vec<_> = anchors
        .iter()
        .filter(|(_, root)| !root.facts.self_issued())
        .flat_map(|(entry, _)| entry.aliases())
        .collect();
    assert_eq!(
        BTreeSet::from_iter(not_self_issued),
        BTreeSet::from(["gd_bundle-g2.pem", "mozillacert103.pem"])
    );
    let keys: BTreeSet<_> = anchors.iter().map(|(_, root)| &root.spki).collect();
    assert_eq!(anchors.len() - keys.len(), 7, "pairs that share a key");
}

#[test]
fn equivalents_match_their_listed_root_and_other_mozilla_roots_do_not() {
    let store = TrustStore::embedded();
    for row in rows(&json("equivalents.json"), "equivalents") {
        let (_, pem) = x509_parser::pem::parse_x509_pem(row["pem"].as_str().unwrap().as_bytes()).unwrap();
        let certificate = X509Certificate::from_der(&pem.contents).unwrap().1;
        assert!(store.by_sha256(&Fingerprint::of(&pem.contents)).is_none());
        let name = canonical(certificate.subject());
        let found = by_name_and_key(&name, certificate.public_key().raw);
        let stated = rows(&row, "sameKeyAsListed");
        let stated = stated
            .iter()
            .map(|pair| Fingerprint(parse_hex(pair["sha256"].as_str().unwrap()).unwrap()));
        assert_eq!(found, stated.collect(), "{}", row["subject"]);
        let others = pool_roots();
        let (_, other) = others
            .iter()
            .find(|(_, root)| !root.has_key(certificate.public_key().raw))
            .unwrap();
        assert!(by_name_and_key(&name, &other.spki).is_empty(), "same name, other key");
    }
    for row in rows(&json("mozilla-2026-not-listed.json"), "roots") {
        let sha256 = Fingerprint(parse_hex(row["sha256"].as_str().unwrap()).unwrap());
        assert!(store.by_sha256(&sha256).is_none());
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
                matches!(found.as_slice(), [one] if one.sha256.to_string() == sha256),
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
    assert!(matches!(store.search("amazon-ca-g4-acm1").as_slice(), [one] if !one.is_in_pool()));
}

/// The key identifier and canonical subject of the known intermediates with a subject that contains
/// `text`.
fn intermediates(text: &str) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for number in 0..=u8::MAX {
        let listed = |der: &Bytes| TrustStore::embedded().by_sha256(&Fingerprint::of(der)).is_some();
        for der in certificates(number).iter().filter(|der| !listed(der)) {
            let certificate = X509Certificate::from_der(der).unwrap().1;
            let name = canonical(certificate.subject());
            assert_eq!(pool::bucket(&name), number);
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
fn known_issuers_lead_to_their_roots_and_unknown_ones_to_none() {
    let store = TrustStore::embedded();
    let none = PoolFiles::default();
    for (text, alias, directly) in [
        ("cn=amazon rsa 2048 m02,", "amazonrootca1", true),
        ("cn=r12,", "isrgrootx1", true),
        ("cn=yr1,", "isrgrootx1", false),
    ] {
        let (name, identifier) = intermediates(text).pop().expect(text);
        for key_identifier in [Some(identifier.as_slice()), None] {
            let leads = store.leads(&name, key_identifier, &none);
            let lead = leads.iter().find(|lead| lead.entry.aliases().any(|a| a == alias));
            assert_eq!(lead.expect(text).directly, directly, "{text}");
            assert!(leads.is_sorted_by_key(|lead| !lead.directly));
        }
        assert!(store.leads(&name, Some(b"another key"), &none).is_empty(), "{text}");
    }
    assert!(store.leads("cn=made up,o=nobody", None, &none).is_empty());
    assert!(store.leads("", Some(&[]), &none).is_empty());
}

#[test]
fn of_two_ways_to_a_root_the_direct_one_counts() {
    let name = "cn=made up,o=nobody";
    let file = PoolFile::Head(pool::bucket(name));
    let release = std::fs::read(project().join("static").join(file.path())).unwrap();
    let store = TrustStore::aws();
    let root = store.entries().iter().find(|entry| entry.is_in_pool()).unwrap();
    // Two intermediates with one name and two keys: the second one is below the root.
    let mut head = release[..pool::head::MAGIC.len() + 9].to_vec();
    head.push(2);
    for (key, directly) in [(1, false), (2, true)] {
        head.extend(&pool::tag::name_tag(name)[1..]);
        head.extend([0, 0, key, u8::from(directly), u8::from(!directly)]);
        head.extend(pool::root_id(&root.sha256));
    }
    head.push(0);
    let mut files = PoolFiles::default();
    files.add(file, &head.into()).unwrap();
    let leads = store.leads(name, None, &files);
    let found: Vec<_> = leads.iter().map(|lead| (lead.entry.sha256, lead.directly)).collect();
    assert_eq!(found, [(root.sha256, true)]);
}

#[test]
fn every_intermediate_is_in_its_bucket_and_in_the_head() {
    for (name, identifier) in intermediates("") {
        let leads = TrustStore::embedded()
            .leads(&name, Some(&identifier), &PoolFiles::default())
            .len();
        assert!(leads > 0, "{name}");
    }
}

#[test]
fn every_listed_certificate_is_in_its_bucket_once() {
    for (path, der) in roots() {
        let root = X509Certificate::from_der(&der).unwrap().1;
        let bucket = certificates(pool::bucket(&canonical(root.subject())));
        let copies = bucket.iter().filter(|other| **other == der);
        assert_eq!(copies.count(), 1, "{}", path.display());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_as_a_file_of_the_pool_do_not_panic(bytes: Vec<u8>) {
        prop_assert_eq!(pool::certificates(&bytes.clone().into()).is_ok(), bytes == pool::MAGIC);
        if let Ok(certificates) = pool::certificates(&Bytes::from([pool::MAGIC, &bytes].concat())) {
            let length: usize = certificates.iter().map(|certificate| 2 + certificate.len()).sum();
            prop_assert_eq!(length, bytes.len());
        }
        let release = std::fs::read(project().join("static").join(PoolFile::Head(7).path())).unwrap();
        let head = [release.get(..pool::head::MAGIC.len() + 9).unwrap(), &bytes].concat();
        let mut files = PoolFiles::default();
        for bytes in [bytes, head] {
            let added = files.add(PoolFile::Head(7), &Bytes::from(bytes)).is_ok();
            prop_assert_eq!(files.has(PoolFile::Head(7)), added);
            prop_assert!(files.add(PoolFile::Head(8), &release.clone().into()).is_err(), "another bucket's");
        }
    }
}

/// The committed data equals the data generated from `trust/`; checks all hashes and signatures
/// again.
#[cfg(feature = "rust-verifier")]
#[test]
fn the_committed_data_equals_the_generated_data() {
    let generated = generator::generate(project()).unwrap();
    assert_eq!(generated.differences(project()), [""; 0], "run `make trust`");
}

/// AWS's page in three forms: the HTML page, the Markdown page, and its text.
fn pages(rows: &[(String, String, String)]) -> [String; 3] {
    let entry = |(alias, sha1, sha256): &(String, String, String), margin: &str| {
        format!("Alias name: {alias}\n{margin} SHA1: {sha1}\n{margin} SHA256: {sha256}\n")
    };
    let list = |margin: &str| rows.iter().map(|row| entry(row, margin)).collect::<String>();
    let html = format!(
        "<!DOCTYPE html>\n<html lang=\"en-US\"><head><title>CAs &amp; API Gateway</title>\n\
         <script>if (1 < 2) {{ alias = \"name\" }}</script></head>\n\
         <body><div id=\"main-col-body\"><h1 class=\"topictitle\">Supported CAs</h1><p>The following\n  list &hellip;</p>\n\
         <pre class=\"programlisting\"><div class=\"code-btn-container\"></div><!--DEBUG: cli ()--><code \n\
         class=\"nohighlight\">{}</code></pre>\n<p>Last updated&nbsp;2027</p></div></body></html>\n",
        list("&#9;").replace("SHA1: ", "<b>SHA1:</b>&nbsp;")
    );
    let markdown = format!(
        "# Supported CAs\n<a name=\"x\"></a>\n\nThe following list …\n\n```\n{}```\n\nAn alias names a CA.\n",
        list("\t")
    );
    [html, markdown, list("\t")]
}

/// A copy of `trust/` in a folder of its own, which is deleted at the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("trust-{}-{name}", std::process::id()));
        for part in ["", "roots"] {
            std::fs::create_dir_all(folder.join("trust").join(part)).unwrap();
            for entry in std::fs::read_dir(project().join("trust").join(part)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    let to = folder.join("trust").join(part).join(path.file_name().unwrap());
                    std::fs::copy(&path, to).unwrap();
                }
            }
        }
        Self(folder)
    }

    /// Imports `page`, and returns the new list.
    fn update(&self, page: &str, version: &str) -> Result<Value, String> {
        let file = self.0.join("page");
        std::fs::write(&file, page).unwrap();
        update::update(&self.0, file.to_str().unwrap(), version, &[]).map_err(|error| error.to_string())?;
        let list = std::fs::read_to_string(self.0.join("trust/aws-list.json")).unwrap();
        Ok(serde_json::from_str(&list).unwrap())
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_same_page_only_moves_the_day_on_which_it_was_seen() {
    let old = json("aws-list.json");
    for (n, page) in pages(&listed()).iter().enumerate() {
        let copy = Copy::new(&format!("same-{n}"));
        let new = copy.update(page, "2027-01-03").unwrap();
        assert_eq!(
            new["certificateAuthorities"], old["certificateAuthorities"],
            "{page:.300}"
        );
        assert_eq!(new["metadata"]["editionDate"], old["metadata"]["editionDate"]);
        assert_eq!(new["metadata"]["lastKnownUnchanged"], "2027-01-03");
        let text = new["metadata"]["notConfirmed"].as_str().unwrap();
        assert!(text.contains("after 2027-01-03"), "{text}");
        // An older copy of the page proves nothing new.
        let older = copy.update(page, "2026-12-01").unwrap();
        assert_eq!(older["metadata"]["lastKnownUnchanged"], "2027-01-03");
    }
}

#[test]
fn a_changed_page_is_imported_in_every_form() {
    let mut rows = listed();
    // One with a single alias.
    let once = |at: &usize| rows.iter().filter(|row| row.2 == rows[*at].2).count() == 1;
    let at = (0..rows.len()).find(once).unwrap();
    let (dropped, ..) = rows.remove(at);
    let added = "newexampleroot".to_owned();
    rows.push((added.clone(), ["AB"; 20].join(":"), ["CD"; 32].join(":")));
    for (n, page) in pages(&rows).iter().enumerate() {
        let copy = Copy::new(&format!("changed-{n}"));
        let new = copy.update(page, "2027-01-03").unwrap();
        let aliases: Vec<String> = new["certificateAuthorities"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["alias"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(aliases.len(), rows.len());
        assert!(aliases.contains(&added) && !aliases.contains(&dropped));
        assert_eq!(new["metadata"]["editionDate"], "2027-01-03");
        let last = new["metadata"]["history"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(
            (&last["added"][0], &last["removed"][0]),
            (&Value::from(added.as_str()), &Value::from(dropped.as_str()))
        );
    }
}

#[test]
fn a_page_without_a_list_or_a_bad_date_changes_nothing() {
    let copy = Copy::new("bad");
    let before = std::fs::read(copy.0.join("trust/aws-list.json")).unwrap();
    let [html, ..] = pages(&listed());
    for (page, version) in [
        ("<html><body>We moved this page.</body></html>", "2027-01-03"),
        (&html.replacen("SHA256: 9A:6E", "SHA256: 9A:", 1), "2027-01-03"),
        (&html, "2027-13-03"),
        (&html, "today"),
    ] {
        assert!(copy.update(page, version).is_err(), "{version}");
        assert!(std::fs::read(copy.0.join("trust/aws-list.json")).unwrap() == before);
    }
}

#[test]
fn the_list_says_when_it_was_last_seen_unchanged() {
    let metadata = json("aws-list.json")["metadata"].clone();
    let version = TrustStore::aws().list_version().clone();
    assert_eq!(version.unchanged_on(), metadata["lastKnownUnchanged"].as_str());
    let words = Locale::En.phrase(&UiPhrase::ListVersion(&version));
    let dates = words.strip_prefix("AWS’s list of ").unwrap();
    for file in ["README.md", "docs/guide.md", "docs/requirements.md"] {
        let text = std::fs::read_to_string(project().join(file)).unwrap();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(dates), "{file}: {dates}");
    }
    assert_eq!(ListVersion::from("2020-01-01").unchanged_on(), None);
    assert_eq!(ListVersion::from("supplied:398").unchanged_on(), None);
}
