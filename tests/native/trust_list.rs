//! AWS's list as people paste it: read in every format that AWS uses, used for checks, and robust
//! against any other input.

use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use serde_json::Value;
use sslengine_doctor::cert::{Fingerprint, Sha1Fingerprint};
use sslengine_doctor::trust::list::{MAX_BYTES, MAX_PROBLEMS};
use sslengine_doctor::trust::{AwsList, ListEntry, ListProblemKind, ListedHash, PoolFiles, TrustStore};

/// Alias, SHA-1 and SHA-256 of each row of the embedded list.
fn listed() -> Vec<(String, String, String)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("trust/aws-list.json");
    let list: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let rows = list["certificateAuthorities"].as_array().unwrap().iter();
    rows.map(|row| (text(row, "alias"), text(row, "sha1"), text(row, "sha256")))
        .collect()
}

/// The text of AWS's page.
fn page() -> String {
    listed().iter().fold(
        String::from("The following list shows …\n\n"),
        |mut page, (alias, sha1, sha256)| {
            let _ = write!(page, "Alias name: {alias}\n\t SHA1: {sha1}\n\t SHA256: {sha256}\n");
            page
        },
    )
}

#[test]
fn the_page_as_pasted_is_read_in_every_form_aws_prints() {
    let page = page();
    let one_line = page
        .replace("\n\t", "")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let torn = page.replacen(
        "SHA256: ",
        "Client certificates 931 Amazon API Gateway SHA256: Developer Guide ",
        40,
    );
    let wrapped = page.replace("F:", "F:\n  ");
    let forms = [
        page.clone(),
        one_line,
        torn,
        wrapped,
        page.replace('\n', "\r\n").to_uppercase().replace("ALIAS", "alias"),
        page.replace("SHA1: ", "SHA1:").replace("SHA256: ", "**SHA-256:** "),
        page.replace("Alias name: ", "### Alias name:`")
            .replace("\n\t SHA1", "`\n\t SHA1"),
    ];
    for form in forms {
        let list = AwsList::parse(&form);
        assert_eq!(list.problems, []);
        let row = |e: &ListEntry| {
            (
                e.alias.to_lowercase(),
                e.sha1.unwrap().to_string(),
                e.sha256.to_string(),
            )
        };
        let read: Vec<_> = list.entries.iter().map(row).collect();
        assert_eq!(read, listed());
    }
}

#[test]
fn the_older_form_with_md5_is_read() {
    let text = "```\n\t \nAlias name: mozillacert81.pem\n\t MD5:  D5:E9:81:40:C5:18:69:FC:46:2C:89:75:62:0F:AA:78\n\t \
                SHA256: 5C:58:46:8D:55:F5:8E:49:7E:74:39:82:D2:B5:00:10:B6:D1:65:37:4A:CF:83:A7:D4:A3:2D:B7:68:C4:40:8E\n";
    let list = AwsList::parse(text);
    assert!(list.is_sound());
    assert_eq!(
        (
            list.entries[0].alias.as_str(),
            list.entries[0].sha1,
            list.entries[0].line
        ),
        ("mozillacert81.pem", None, 3)
    );
    let store = TrustStore::embedded().listing(&list);
    assert_eq!((in_pool(&store), store.entries().len()), (1, 1));
}

/// How many certificates on the list are in the pool.
fn in_pool(store: &TrustStore) -> usize {
    store.entries().iter().filter(|entry| entry.is_in_pool()).count()
}

#[test]
fn a_pasted_list_is_used() {
    let embedded = TrustStore::embedded();
    let same = AwsList::parse(&page());
    let store = TrustStore::embedded().listing(&same);
    assert_eq!(store.list_version().to_string(), format!("supplied:{}", listed().len()));
    assert_eq!(in_pool(&store), in_pool(embedded));
    assert_eq!(
        (store.listed().len(), store.alias_count()),
        (embedded.listed().len(), embedded.alias_count())
    );
    assert_eq!(embedded.difference(&same), Default::default());

    let new = Fingerprint([7; 32]);
    let kept: String = page().replace("Alias name: isrgrootx1\n", "Alias name: renamed\n");
    let edited = AwsList::parse(&format!("{kept}Alias name: brandnew\n\tSHA256: {new}\n"));
    let store = TrustStore::embedded().listing(&edited);
    assert_eq!(
        store.fingerprint_only(&new).unwrap().aliases().collect::<Vec<_>>(),
        ["brandnew"]
    );
    assert!(
        store
            .entries()
            .iter()
            .any(|entry| entry.is_in_pool() && entry.aliases().eq(["renamed"]))
    );
    assert_eq!(embedded.difference(&edited).added, [new]);

    let amazon = embedded
        .entries()
        .iter()
        .find(|entry| entry.aliases().any(|a| a == "amazonrootca1"))
        .unwrap();
    let mut without = same.clone();
    without.entries.retain(|entry| entry.sha256 != amazon.sha256);
    let store = TrustStore::embedded().listing(&without);
    assert!(store.by_sha256(&amazon.sha256).is_none());
    assert_eq!(embedded.difference(&without).removed, [amazon.sha256]);
    let name = "cn=amazon rsa 2048 m02,o=amazon,c=us";
    let none = PoolFiles::default();
    let leads_to_amazon = |store: &TrustStore| {
        let leads = store.leads(name, None, &none);
        leads.iter().any(|lead| lead.entry.sha256 == amazon.sha256)
    };
    assert!(leads_to_amazon(embedded) && !leads_to_amazon(&store));

    let mut contradicting = same;
    contradicting.entries.retain(|entry| entry.sha256 == amazon.sha256);
    contradicting.entries[0].sha1 = Some(Sha1Fingerprint([1; 20]));
    contradicting.entries.truncate(1);
    assert_eq!(in_pool(&TrustStore::embedded().listing(&contradicting)), 0);
}

#[test]
fn broken_lines_are_named_and_affect_no_other_line() {
    let sha1 = Sha1Fingerprint([0xab; 20]);
    let (a, b) = (Fingerprint([0xcd; 32]), Fingerprint([0xef; 32]));
    let good = format!("Alias name: good\nSHA1: {sha1}\nSHA256: {a}\n");
    let short = a.to_string()[..62].to_owned();
    let bad_digits = a.to_string().replacen("CD:", "CX:", 1);
    let bad = |algorithm, text: &str| ListProblemKind::BadFingerprint {
        algorithm,
        text: text.to_owned(),
    };
    let alias = || "x".to_owned();
    for (text, line, kind) in [
        (
            format!("Alias name: x\nSHA256: {short}\n"),
            5,
            bad(ListedHash::Sha256, short.trim_matches(':')),
        ),
        (
            format!("Alias name: x\nSHA256: {bad_digits}\n"),
            5,
            bad(ListedHash::Sha256, &bad_digits),
        ),
        (
            format!("Alias name: x\nSHA1: AB:CD\nSHA256: {b}\n"),
            5,
            bad(ListedHash::Sha1, "AB:CD"),
        ),
        ("Alias name: x\nSHA256:\n".to_owned(), 5, bad(ListedHash::Sha256, "")),
        (
            format!("Alias name: x\nSHA1: {sha1}\n"),
            4,
            ListProblemKind::NoSha256 { alias: alias() },
        ),
        (
            "Alias name: x\n".to_owned(),
            4,
            ListProblemKind::NoSha256 { alias: alias() },
        ),
        (format!("Alias name:\nSHA256: {b}\n"), 4, ListProblemKind::EmptyAlias),
        (format!("SHA256: {b}\n"), 4, ListProblemKind::NoAlias),
        (
            format!("Alias name: good\nSHA256: {b}\n"),
            4,
            ListProblemKind::AliasTwice {
                alias: "good".to_owned(),
                first_line: 1,
            },
        ),
        (
            format!("Alias name: x\nSHA1: {}\nSHA256: {a}\n", Sha1Fingerprint([1; 20])),
            4,
            ListProblemKind::Sha1Differs {
                alias: alias(),
                first_line: 1,
            },
        ),
    ] {
        let list = AwsList::parse(&format!("{good}{text}"));
        assert_eq!(list.problems.len(), 1, "{text}: {:?}", list.problems);
        assert_eq!((list.problems[0].line, &list.problems[0].kind), (line, &kind), "{text}");
        assert!(list.entries.iter().any(|entry| entry.alias == "good"), "{text}");
        assert!(!list.is_sound());
    }
    let twice = AwsList::parse(&good.repeat(2));
    assert_eq!(
        (twice.entries.len(), twice.problems),
        (1, vec![]),
        "the same entry again"
    );
    assert_eq!(AwsList::parse("no list at all: just words 12:34").entries, []);
    for hostile in ["SHA1:", "SHA1:AB:", "AB:", "alias name:", "A"] {
        assert!(
            AwsList::parse(&hostile.repeat(MAX_BYTES / hostile.len()))
                .entries
                .is_empty()
        );
    }
    assert_eq!(AwsList::parse(&" ".repeat(MAX_BYTES)).problems, []);
    let many = "Alias name: x\n".repeat(MAX_PROBLEMS + 9);
    assert_eq!(AwsList::parse(&many).problems.len(), MAX_PROBLEMS);
    assert_eq!(
        AwsList::parse(&"x".repeat(MAX_BYTES + 1)).problems[0].kind,
        ListProblemKind::TooLong
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_text_never_panics(text in "(\\PC|\n|Alias name: |SHA1:|SHA256: |MD5:|[0-9A-F]{2}:){0,200}") {
        let list = AwsList::parse(&text);
        let difference = TrustStore::embedded().listing(&list).difference(&list);
        prop_assert!(difference.added.is_empty() && difference.removed.is_empty(), "{difference:?}");
        let found = TrustStore::embedded().search(&text).len();
        prop_assert!(found <= TrustStore::embedded().listed().len());
    }
}
