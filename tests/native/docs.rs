//! The built documentation site: a page for each code in each language with an example that shows
//! it, working links, and typography for each language.

#[allow(dead_code)]
#[path = "../../examples/docs/site/mod.rs"]
mod site;

use crate::common::corpus;
use crate::common::typography;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::FindingKind;
use sslengine_doctor::share::{Link, Shards, decode};
use sslengine_doctor::trust::{ClientId, Clients, TrustStore};

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

static SITE: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| site::build(project()).unwrap());

/// The pages as text.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let html = SITE.iter().filter(|(path, _)| path.ends_with(".html"));
    html.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
}

/// The values of an attribute, decoded as in a browser.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<String> {
    let start = format!(" {attribute}=\"");
    let rest = |(at, _): (usize, &'a str)| &html[at + start.len()..];
    html.match_indices(start.as_str())
        .map(|found| rest(found).split('"').next().unwrap().replace("&amp;", "&"))
        .collect()
}

#[test]
fn every_code_has_a_page_in_every_language_with_an_example_that_shows_it() {
    for name in FindingKind::ALL.iter().map(|kind| kind.code) {
        let example = site::examples::example(project(), name).unwrap();
        assert_eq!(example.finding.detail.code(), name);
        assert!(SITE.contains_key(&format!("examples/{name}.pem")), "{name}");
        for locale in Locale::ALL {
            let path = format!("{}/findings/{name}.html", locale.tag());
            let page = std::str::from_utf8(SITE.get(&path).unwrap_or_else(|| panic!("no page {path}"))).unwrap();
            let words = site::words::of(locale, &example.finding.detail);
            assert!(page.contains(&format!("<h1>{}</h1>", words.title)), "{path}");
            assert!(page.contains(&format!("<code>{name}</code>")), "{path}");
            if example.reserved {
                continue;
            }
            let sentence = locale.finding(&example.report, &example.finding).headline();
            assert!(page.contains(&site::escape(&sentence)), "{path}: {sentence}");
            let index = std::str::from_utf8(&SITE[&format!("{}/findings/index.html", locale.tag())]).unwrap();
            assert!(
                index.contains(&format!("href=\"{name}.html\"")),
                "{name} is not in the list"
            );
        }
    }
    let of_codes = SITE
        .keys()
        .filter(|path| path.contains("/findings/") && !path.ends_with("index.html"));
    assert_eq!(of_codes.count(), FindingKind::ALL.len() * Locale::ALL.len());
}

#[test]
fn every_client_with_a_list_has_a_page() {
    let mut seen = 0;
    let index = std::str::from_utf8(&SITE["en/clients.html"]).unwrap();
    for client in ClientId::all() {
        let id = client.as_str();
        let Some(path) = site::clients::path(id) else { continue };
        let page = std::str::from_utf8(&SITE[&path]).unwrap();
        let store = TrustStore::of(client, Some(Clients::embedded())).unwrap();
        let rows = page.matches("<tr>").count();
        assert_eq!(rows, store.entries().len() + 1, "{id}");
        for entry in store.entries() {
            assert!(page.contains(&entry.sha256.to_string()), "{id}");
        }
        assert!(
            page.contains("read on 2026-11-2") && page.contains(&format!("--client {id}")),
            "{id}"
        );
        assert!(index.contains(&format!("href=\"clients/{id}.html\"")), "{id}");
        seen += 1;
    }
    assert_eq!(seen, 23);
    let old = std::str::from_utf8(&SITE["en/clients/mozilla-2020-12.html"]).unwrap();
    assert!(old.contains("Let’s Encrypt: ISRG Root X2"), "{old}");
}

#[test]
fn an_example_opens_in_the_checker() {
    let mut links = 0;
    for (path, html) in pages() {
        for link in values(html, "href").iter().filter(|link| link.contains("#v1.")) {
            let Link::Certificates(part) = decode(link).unwrap() else {
                panic!("{path}: no certificates")
            };
            let shared = part.resolve(&Shards::default()).unwrap();
            let code = path.rsplit('/').next().unwrap().trim_end_matches(".html");
            let example = &SITE[&format!("examples/{code}.pem")];
            assert_eq!(shared.pem().as_bytes(), example, "{path}");
            assert!(shared.asked.at.is_some());
            links += 1;
        }
    }
    assert!(links > 100, "{links}");
}

#[test]
fn every_internal_link_has_a_target() {
    let ids: BTreeMap<&str, BTreeSet<String>> = pages()
        .map(|(path, html)| (path, values(html, "id").into_iter().collect()))
        .collect();
    let mut seen = 0;
    let mut broken = Vec::new();
    for (path, html) in pages() {
        for link in values(html, "href").into_iter().chain(values(html, "src")) {
            if link.starts_with("https://") {
                continue;
            }
            seen += 1;
            let (target, fragment) = link
                .split_once('#')
                .map_or((link.as_str(), None), |(t, f)| (t, Some(f)));
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            let mut above = false;
            for part in target.split('/').filter(|part| !part.is_empty()) {
                match part {
                    "." => {}
                    ".." => above |= parts.pop().is_none(),
                    part => parts.push(part),
                }
            }
            let mut whole = if target.is_empty() {
                path.to_owned()
            } else {
                parts.join("/")
            };
            if target.ends_with('/') && !above {
                whole = format!("{whole}/index.html").trim_start_matches('/').to_owned();
            }
            // Only the page itself is above the documentation.
            let fine = if above {
                whole.is_empty() && target.ends_with('/')
            } else {
                SITE.contains_key(&whole)
                    && fragment
                        .is_none_or(|f| f.is_empty() || ids.get(whole.as_str()).is_some_and(|ids| ids.contains(f)))
            };
            if !fine {
                broken.push(format!("{path}: {link}"));
            }
        }
    }
    assert!(seen > 1000, "{seen}");
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_elsewhere() {
    for (path, html) in pages() {
        for refused in [
            "<style",
            " style=\"",
            " onclick=",
            "<iframe",
            "javascript:",
            "src=\"http",
            "<link rel=\"stylesheet\" href=\"http",
        ] {
            assert!(!html.contains(refused), "{path}: {refused}");
        }
        assert!(
            html.matches("<script").count() == 1 && html.contains("<script src="),
            "{path}"
        );
        assert!(html.contains("http-equiv=\"Content-Security-Policy\""), "{path}");
        let mut seen = BTreeSet::new();
        for id in values(html, "id") {
            assert!(seen.insert(id.clone()), "{path}: two elements have the id {id}");
        }
    }
}

#[test]
fn texts_follow_the_typography_of_their_language() {
    for code in FindingKind::ALL.iter().map(|kind| kind.code) {
        let example = site::examples::example(project(), code).unwrap();
        let mut said = BTreeSet::new();
        for locale in Locale::ALL {
            let words = site::words::of(locale, &example.finding.detail);
            for text in [words.title, words.meaning, words.why, words.todo] {
                // Text in backticks is code, not prose.
                let set: String = text.split('`').step_by(2).collect::<Vec<_>>().join("x");
                assert_eq!(typography::fault(&set, locale), None, "{code} {locale:?}: {set}");
                assert!(said.insert(text), "{code}: not translated: {text}");
            }
            let title = words.title;
            assert!(!title.ends_with('.') && title.chars().count() < 75, "{code}: {title}");
            for text in [words.meaning, words.why, words.todo] {
                assert!(text.ends_with('.'), "{code} {locale:?}: {text}");
            }
        }
    }
}

/// The examples from the corpus: code, case, and whether to append the case's anchor.
const FROM_CORPUS: &[(&str, &str, bool)] = &[
    ("root-without-key-cert-sign", "anchor/usage-absent@ec-1", true),
    ("anchor-out-of-date", "anchor/expired@ec-1", true),
    ("signature-invalid", "leaf/signed-by-stranger@ec-0", true),
    ("not-a-ca", "intermediate/no-basic-constraints@ec-1", true),
    ("old-version", "intermediate/version-1@ec-1", true),
    ("path-length-exceeded", "top/path-length-0@ec-2", true),
    ("no-key-cert-sign", "intermediate/usage-crl-sign-only@ec-1", true),
    ("leaf-key-usage", "leaf/usage-key-agreement-only@ec-1", true),
    (
        "empty-key-usage",
        "leaf/malformed-key-usage-empty-bits-plain@ec-1",
        true,
    ),
    ("leaf-extended-key-usage", "leaf/purpose-client@ec-1", true),
    ("netscape-cert-type", "leaf/netscape-ssl-client@ec-1", true),
    ("name-constraint", "constraints/cn-as-dns-refused@ec-1", true),
    ("name-constraint-unsupported", "constraints/minimum-1@ec-1", true),
    ("policy-required", "policies/required-leaf-without@ec-1", true),
    ("policy-mapping-any", "policies/mapping-from-any@ec-1", true),
    ("policy-qualifiers-critical", "policies/critical-qualifier@ec-1", false),
    ("unknown-critical-extension", "leaf/unknown-critical@ec-0", true),
    ("weak-signature", "leaf/signed-rsa-md5@ec-1", true),
    ("sha1-signature", "leaf/signed-rsa-sha1@ec-1", true),
    ("signature-not-offered", "leaf/signed-rsa-sha512_256@ec-1", true),
    ("weak-key", "leaf/key-rsa768@ec-1", true),
    ("curve-unsupported", "leaf/signed-k256-sha256@ec-1", true),
    ("malformed", "leaf/duplicate-basic-constraints@ec-0", true),
    ("path-too-long", "length/5-unordered@ec-1", true),
    ("key-identifier-mismatch", "leaf/aki-differs@ec-1", true),
    ("anchor-identifier-mismatch", "trust/root-ski-differs@ec-1", true),
    ("no-path", "trust/root-expired-unordered@ec-1", false),
    ("anchor-unfit", "anchor/usage-crl-sign-only@ec-1", true),
    ("other-key", "leaf/key-ed25519-b@ec-1", true),
    ("key-unknown", "leaf/key-ml-dsa-44@ec-1", true),
];

/// The documents that contain the output of `--help`, with their languages.
const HELP: [(&str, Locale); 3] = [
    ("docs/command.md", Locale::En),
    ("docs/fr/command.md", Locale::Fr),
    ("docs/es/command.md", Locale::Es),
];

#[test]
fn documents_contain_the_current_help() {
    for (document, locale) in HELP {
        let file = project().join(document);
        let text = std::fs::read_to_string(&file).unwrap();
        let filled = site::help::filled(&text, locale);
        let command = std::process::Command::new(env!("CARGO_BIN_EXE_sslengine-doctor"))
            .args(["--help", "--lang", locale.tag()])
            .output()
            .unwrap();
        let help = String::from_utf8(command.stdout).unwrap();
        assert!(
            filled.contains(&format!("\n```text\n{help}```\n")),
            "{document} has no block for the help"
        );
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&file, &filled).unwrap();
        } else {
            assert_eq!(
                text, filled,
                "{document} is out of date: run UPDATE_GOLDEN=1 cargo test"
            );
        }
    }
}

fn pem(der: &[u8]) -> String {
    let text = STANDARD.encode(der);
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(64)
        .map(|line| std::str::from_utf8(line).unwrap())
        .collect();
    format!(
        "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
        lines.join("\n")
    )
}

#[test]
fn made_examples_are_those_of_the_corpus() {
    let cases = corpus::corpus();
    for (code, id, with_anchor) in FROM_CORPUS {
        let case = cases
            .iter()
            .find(|case| case.id == *id)
            .unwrap_or_else(|| panic!("no case {id}"));
        let mut chain = case.chain.clone();
        if *with_anchor {
            chain.extend(
                case.anchors
                    .iter()
                    .filter(|anchor| !case.chain.contains(anchor))
                    .cloned(),
            );
        }
        let text = format!("# {id}\n{}", chain.iter().map(|der| pem(der)).collect::<String>());
        let file = project().join(format!("tests/fixtures/findings/{code}.pem"));
        if std::env::var_os("UPDATE_SAMPLES").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), text, "{code}");
    }
}

/// The tests that a table names as `` `FILE`: `NAME` `` or `` `FILE`: "NAME" ``.
fn named_tests(document: &str) -> Vec<(&str, &str)> {
    let mut rest = document;
    let mut found = Vec::new();
    while let Some((before, after)) = rest.split_once("`: ") {
        rest = after;
        let file = before.rsplit('`').next().unwrap();
        let quote = &after[..1];
        if matches!(quote, "`" | "\"") {
            found.push((file, after[1..].split(quote).next().unwrap()));
        }
    }
    found
}

#[test]
fn every_row_of_the_threat_model_names_a_test_that_exists() {
    let document = std::fs::read_to_string(project().join("SECURITY.md")).unwrap();
    let (_, model) = document.split_once("## Threat model").unwrap();
    let rows: Vec<&str> = model.lines().filter(|line| line.starts_with("| ")).skip(2).collect();
    assert!(rows.len() >= 12, "{rows:?}");
    for row in rows {
        let tests = named_tests(row);
        assert!(!tests.is_empty(), "no test: {row}");
        for (file, name) in tests {
            let source =
                std::fs::read_to_string(project().join("tests").join(file)).unwrap_or_else(|_| panic!("{file}"));
            let definition = if file.ends_with(".rs") {
                format!("fn {name}(")
            } else {
                format!("test(\"{name}\"")
            };
            assert!(source.contains(&definition), "{file} has no test {name:?}");
        }
    }
}
