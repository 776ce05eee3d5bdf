//! The wording of texts and comments: banned words, the vocabulary, and the length of comment
//! lines.
//!
//! CONTRIBUTING.md has the rules. User-visible texts are read from the golden files, which have all
//! of them, and from the documents.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::{Outcome, RuleId};

/// The last column of a comment line.
const COMMENT_WIDTH: usize = 100;
/// The last column of `--help`.
const HELP_WIDTH: usize = 80;

/// Words that neither English texts nor comments contain.
const IDIOM: &[(&str, &str)] = &[
    ("whoever", "anyone who"),
    ("anew", "again"),
    ("at hand", "available"),
    ("is told", "name what happened"),
    ("are told", "name what happened"),
    ("passed over", "ignored, skipped"),
    ("octets", "bytes"),
    ("judged", "checked"),
    ("for ever", "permanently"),
    ("true where", "whether"),
    ("none where", "None if"),
    ("to be had", "available, download from"),
    ("vouches", "issued by"),
    ("makes nothing of", "cannot read"),
];

/// More words that no user-visible text contains, each with the words to use instead.
const ENGLISH: &[(&str, &str)] = &[
    ("octet", "byte"),
    ("judge", "check"),
    ("judges", "checks"),
    ("judging", "checking"),
    ("edition", "version"),
    ("editions", "versions"),
    ("speaks against", "no problem found"),
    ("in the air", "the path has no anchor"),
    ("newly", "new"),
    ("of which", "two sentences"),
    ("cannot be told", "unknown"),
    ("cannot tell", "cannot determine"),
    // The vocabulary: one word for one thing.
    ("leaf certificate", "server certificate"),
    ("end-entity certificate", "server certificate"),
    ("key store", "keystore"),
    ("trust store", "truststore"),
    ("intermediate ca certificate", "intermediate"),
];

const FRENCH: &[(&str, &str)] = &[
    ("passe outre", "ignore"),
    ("raccroché", "fermé la connexion"),
    ("raccroche", "ferme la connexion"),
    ("édition", "version"),
    ("éditions", "versions"),
    ("juge", "vérifie"),
    ("jugé", "vérifié"),
    ("jugée", "vérifiée"),
    ("jugées", "vérifiées"),
    ("quiconque", "toute personne qui"),
    ("à nouveau neuf", "de nouveau"),
    ("rejette", "refuse"),
    ("rejetée", "refusée"),
    ("rejeté", "refusé"),
    ("certificat feuille", "certificat du serveur"),
    ("certificat d’entité finale", "certificat du serveur"),
    ("magasin de clés", "keystore"),
    ("fichier de clés", "keystore"),
    ("magasin de confiance", "truststore"),
    ("chaîne de confiance", "chaîne"),
];

const SPANISH: &[(&str, &str)] = &[
    ("edición", "versión"),
    ("ediciones", "versiones"),
    ("juzga", "comprueba"),
    ("juzgado", "comprobado"),
    ("juzgada", "comprobada"),
    ("quienquiera", "quien"),
    ("octetos", "bytes"),
    ("certificado hoja", "certificado del servidor"),
    ("almacén de claves", "keystore"),
    ("almacén de confianza", "truststore"),
];

/// More words that no comment contains.
const COMMENTS: &[(&str, &str)] = &[("heard", "received")];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn banned(locale: Locale) -> Vec<(&'static str, &'static str)> {
    match locale {
        Locale::En => [IDIOM, ENGLISH].concat(),
        Locale::Fr => FRENCH.to_vec(),
        Locale::Es => SPANISH.to_vec(),
    }
}

/// Whether `text` contains `phrase` as whole words. Both are lowercase.
fn has_words(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|t| t.chars().next());
        let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-' || c == '_');
        !inside(before) && !inside(after)
    })
}

/// One line per banned word: where it is, and what to write instead.
fn faults(name: &str, text: &str, banned: &[(&str, &str)]) -> Vec<String> {
    let mut faults = Vec::new();
    for (number, line) in text.lines().enumerate() {
        // Code in backticks keeps its names.
        let prose: Vec<&str> = line.split('`').step_by(2).collect();
        let line = prose.join("`").to_lowercase().replace(['\u{a0}', '\u{202f}'], " ");
        for (word, instead) in banned {
            if has_words(&line, word) {
                faults.push(format!("{name}:{}: {word:?}; write {instead:?}", number + 1));
            }
        }
    }
    faults
}

/// The files below `folder` with one of these extensions.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![project().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                if !entry.ends_with("node_modules") && !entry.ends_with("target") {
                    folders.push(entry);
                }
            } else if entry.extension().is_some_and(|e| extensions.iter().any(|x| e == *x)) {
                found.push(entry);
            }
        }
    }
    found.sort();
    found
}

fn relative(path: &Path) -> String {
    path.strip_prefix(project()).unwrap().display().to_string()
}

/// The texts of a golden file. Its keys, which start a line, are names in the code.
fn texts(golden: &str) -> String {
    let text = |line: &str| {
        if line.starts_with(' ') {
            format!("{line}\n")
        } else {
            "\n".to_owned()
        }
    };
    golden.lines().map(text).collect()
}

#[test]
fn texts_have_no_banned_word() {
    let mut wrong = Vec::new();
    let mut read = 0;
    for path in files("tests/golden", &["txt", "md"]) {
        let name = relative(&path);
        let text = fs::read_to_string(&path).unwrap();
        let text = if name.contains("export") { text } else { texts(&text) };
        for locale in Locale::ALL {
            if name.contains(&format!(".{}.", locale.tag())) {
                wrong.extend(faults(&name, &text, &banned(locale)));
                read += 1;
            }
        }
    }
    assert!(read > 40, "only {read} golden files");
    assert!(wrong.is_empty(), "{} words:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn documents_have_no_banned_word() {
    let mut documents = files("docs", &["md"]);
    for name in [
        "README.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "npm/README.md",
        "npm/index.d.ts",
        "index.html",
    ] {
        documents.push(project().join(name));
    }
    let mut wrong = Vec::new();
    for path in documents {
        let name = relative(&path);
        let of_folder = |locale: &Locale| name.starts_with(&format!("docs/{}/", locale.tag()));
        let locale = Locale::ALL.into_iter().find(of_folder).unwrap_or_default();
        let mut text = fs::read_to_string(&path).unwrap();
        if name.ends_with(".d.ts") {
            // Only comments are prose; the names in JSON are stable.
            let comment = |line: &str| line.trim_start().starts_with(['/', '*']);
            text = text
                .lines()
                .map(|line| if comment(line) { line } else { "" })
                .collect::<Vec<_>>()
                .join("\n");
        }
        wrong.extend(faults(&name, &text, &banned(locale)));
    }
    assert!(wrong.is_empty(), "{} words:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn comments_are_short_lines_of_plain_words() {
    let banned = [IDIOM, COMMENTS].concat();
    let mut wrong = Vec::new();
    let mut comments = 0;
    for folder in ["src", "tests", "examples", "benches", "fuzz"] {
        for path in files(folder, &["rs"]) {
            let name = relative(&path);
            // The lists of banned words are here.
            if name == "tests/native/text.rs" {
                continue;
            }
            for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
                if !line.trim_start().starts_with("//") {
                    continue;
                }
                comments += 1;
                // A table and an address cannot be wrapped.
                let fixed =
                    line.contains("://") || line.contains("// |") || line.contains("/// |") || line.contains("//! |");
                if line.chars().count() > COMMENT_WIDTH && !fixed {
                    wrong.push(format!("{name}:{}: longer than {COMMENT_WIDTH} columns", number + 1));
                }
                wrong.extend(faults(&format!("{name}:{}", number + 1), line, &banned));
            }
        }
    }
    assert!(comments > 5000, "only {comments} lines of comments");
    assert!(wrong.is_empty(), "{} lines:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_vocabulary_has_one_word_for_one_thing() {
    let outcomes = [Outcome::Pass, Outcome::Fail, Outcome::Warn, Outcome::Unknown];
    let expected = [
        (
            Locale::En,
            ["Supported CA", "Validity dates", "Complete chain", "Key size"],
            ["Met", "Not met", "Met, with a warning", "Unknown"],
        ),
        (
            Locale::Fr,
            [
                "AC prise en charge",
                "Dates de validité",
                "Chaîne complète",
                "Taille de clé",
            ],
            [
                "Respectée",
                "Non respectée",
                "Respectée, avec avertissement",
                "Indéterminé",
            ],
        ),
        (
            Locale::Es,
            [
                "CA admitida",
                "Fechas de validez",
                "Cadena completa",
                "Tamaño de la clave",
            ],
            ["Cumplido", "No cumplido", "Cumplido, con advertencia", "Indeterminado"],
        ),
    ];
    for (locale, rules, words) in expected {
        for (rule, name) in RuleId::ALL.into_iter().zip(rules) {
            assert_eq!(locale.rule_name(rule), name);
        }
        for (outcome, word) in outcomes.into_iter().zip(words) {
            assert_eq!(locale.outcome(outcome).replace('\u{a0}', " "), word);
        }
    }
}

#[test]
fn the_help_of_the_command_fits_80_columns() {
    for locale in Locale::ALL {
        let output = Command::new(env!("CARGO_BIN_EXE_sslengine-doctor"))
            .args(["--help", "--lang", locale.tag()])
            .output()
            .unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        assert!(help.lines().count() > 40, "{locale:?}: {help}");
        for line in help.lines() {
            assert!(line.chars().count() <= HELP_WIDTH, "{locale:?}: {line}");
        }
    }
}

#[test]
fn banned_words_are_whole_words() {
    assert!(has_words("the file is told so", "is told"));
    assert!(!has_words("this tolder", "is told"));
    assert!(!has_words("renewed", "anew"));
    assert!(!has_words("no-edition-x", "edition"));
    assert!(!faults("x", "Judged by this", &banned(Locale::En)).is_empty());
    assert!(faults("x", "The function `judge` checks it.", &banned(Locale::En)).is_empty());
}
