//! The structure of `src`: layers, no cycle between files, no long file or function, and a core
//! without a browser, a clock or files.
//!
//! [`LAYERS`] defines the layers. `src/lib.rs` and `docs/architecture.md` list them, too; these
//! tests compare them, and `UPDATE_GOLDEN=1 cargo test architecture` rewrites both.

mod source;

use std::collections::BTreeSet;
use std::path::Path;

use source::{Crate, Source};

/// The layers, outermost first, each with a description. A file imports only from its own module
/// and from layers below; modules of one layer do not import one another.
const LAYERS: &[(&[&str], &str)] = &[
    (&["bin"], "the programs: app · engine · engine-full · sslengine-doctor"),
    (&["web::ui"], "the page: state, hooks, components"),
    (
        &["cli", "web"],
        "the command · worker client, engine module, WebCrypto, JavaScript API",
    ),
    (&["connect"], "TLS handshakes with a server"),
    (&["fleet"], "tables of many servers"),
    (
        &["engine", "guide", "json"],
        "plan, check, repair · commands and documents · the JSON form",
    ),
    (&["i18n", "rules"], "texts in each language · the four requirements"),
    (&["handshake"], "predicts what Java’s TLS client does"),
    (&["chain"], "leaf, order, links"),
    (&["share"], "share links"),
    (&["evidence"], "what logs and descriptions show"),
    (
        &["report", "verify"],
        "the findings and the report’s types · signature checks",
    ),
    (&["trust"], "AWS’s list, other truststores, Java’s releases"),
    (&["ingest"], "finds certificates in any input"),
    (&["containers"], "keystores and archives"),
    (&["cert"], "one certificate"),
    (&["der"], "tags, lengths and values of ASN.1"),
    (
        &["num", "order", "visible"],
        "decimal and hexadecimal · sorting · hidden characters",
    ),
];

/// Files that may have more than [`MOST_LINES`] lines, by the end of their path: texts.
const LONG_FILES: &[&str] = &["/en.rs", "/es.rs", "/fr.rs"];
const MOST_LINES: usize = 500;
/// A function with more lines must be a single `match`.
const MOST_LINES_OF_A_FUNCTION: usize = 100;

/// The layer of a module: its place in [`LAYERS`] and its name there. The longest name wins.
fn layer(module: &[String]) -> Option<(usize, &'static str)> {
    let path = module.join("::");
    let is_in = |name: &str| {
        path.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    LAYERS
        .iter()
        .enumerate()
        .flat_map(|(i, (names, _))| names.iter().map(move |name| (i, *name)))
        .filter(|(_, name)| is_in(name))
        .max_by_key(|(_, name)| name.len())
}

/// The imports that point to the same layer or upwards, as text.
fn upward_imports(all: &Crate) -> Vec<String> {
    let mut wrong = Vec::new();
    for (source, imports) in all.sources.iter().zip(all.imports()) {
        let Some((own, name)) = layer(&source.module) else {
            continue;
        };
        for import in imports.into_iter().map(|i| &all.sources[i]) {
            let Some((other, other_name)) = layer(&import.module) else {
                continue;
            };
            if name != other_name && other <= own {
                wrong.push(format!("src/{} imports src/{}", source.path, import.path));
            }
        }
    }
    wrong
}

/// The groups of files that import one another, each with its imports, as text.
///
/// A module's own file defines types for its children and calls them, so imports from an enclosing
/// module do not count.
fn cycles(all: &Crate) -> Vec<String> {
    let mut imports = all.imports();
    for (source, imports) in all.sources.iter().zip(&mut imports) {
        imports.retain(|to| !source.module.starts_with(&all.sources[*to].module));
    }
    let reach: Vec<BTreeSet<usize>> = (0..imports.len())
        .map(|start| {
            let mut seen = BTreeSet::new();
            let mut open = vec![start];
            while let Some(file) = open.pop() {
                open.extend(imports[file].iter().copied().filter(|next| seen.insert(*next)));
            }
            seen
        })
        .collect();
    let mut done = BTreeSet::new();
    let mut out = Vec::new();
    for file in 0..imports.len() {
        if !reach[file].contains(&file) || !done.insert(file) {
            continue;
        }
        let group: BTreeSet<usize> = reach[file]
            .iter()
            .copied()
            .filter(|f| reach[*f].contains(&file))
            .collect();
        done.extend(&group);
        let mut text = format!("{} files import one another:", group.len());
        for from in &group {
            for to in imports[*from].intersection(&group) {
                text.push_str(&format!(
                    "\n  src/{} imports src/{}",
                    all.sources[*from].path, all.sources[*to].path
                ));
            }
        }
        out.push(text);
    }
    out
}

#[test]
fn every_file_has_a_layer_and_imports_only_from_lower_ones() {
    let all = Crate::read();
    let imports: usize = all.imports().iter().map(BTreeSet::len).sum();
    assert!(imports > 400, "the search for imports finds only {imports}");
    let homeless = all
        .sources
        .iter()
        .filter(|s| !s.module.is_empty() && layer(&s.module).is_none());
    let homeless: Vec<&str> = homeless.map(|s| s.path.as_str()).collect();
    assert!(homeless.is_empty(), "name the layer of {homeless:?} in LAYERS");
    let wrong = upward_imports(&all);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_files_import_one_another() {
    let cycles = cycles(&Crate::read());
    assert!(cycles.is_empty(), "{}", cycles.join("\n"));
}

#[test]
fn no_file_is_long() {
    let all = Crate::read();
    let is_long = |s: &&Source| s.lines > MOST_LINES && !LONG_FILES.iter().any(|end| s.path.ends_with(end));
    let long: Vec<String> = all
        .sources
        .iter()
        .filter(is_long)
        .map(|s| format!("src/{}: {} lines", s.path, s.lines))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn a_long_function_is_a_single_match() {
    let mut long = Vec::new();
    for source in &Crate::read().sources {
        for function in &source.functions {
            if function.lines > MOST_LINES_OF_A_FUNCTION && !function.is_match {
                long.push(format!(
                    "src/{}: {}: {} lines",
                    source.path, function.name, function.lines
                ));
            }
        }
    }
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// Compares a file's lines, from the first that begins with `start`, with the expected lines, or
/// rewrites them.
fn same_lines(path: &str, start: &str, belongs: impl Fn(&str) -> bool, lines: &[String]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path).unwrap();
    let all: Vec<&str> = text.lines().collect();
    let first = all.iter().position(|line| line.starts_with(start)).unwrap();
    let count = all[first..].iter().take_while(|line| belongs(line)).count();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let new = [
            all[..first].iter().map(|l| (*l).to_owned()).collect(),
            lines.to_vec(),
            all[first + count..].iter().map(|l| (*l).to_owned()).collect(),
        ];
        std::fs::write(&path, new.concat().join("\n") + "\n").unwrap();
    } else {
        let hint = "UPDATE_GOLDEN=1 cargo test architecture writes it";
        assert_eq!(
            all[first..first + count].join("\n"),
            lines.join("\n"),
            "{}: {hint}",
            path.display()
        );
    }
}

#[test]
fn the_documents_have_these_layers() {
    let mut table = vec!["//! | modules | what they are |".to_owned(), "//! |---|---|".to_owned()];
    let mut block = Vec::new();
    for (names, about) in LAYERS {
        let code: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        table.push(format!("//! | {} | {about} |", code.join(", ")));
        block.push(format!("    {:28}{about}", names.join("  ")));
    }
    same_lines("src/lib.rs", "//! |", |line| line.starts_with("//! |"), &table);
    same_lines(
        "docs/architecture.md",
        "    bin ",
        |line| line.starts_with("    "),
        &block,
    );
}

#[test]
fn the_core_has_no_browser_no_clock_and_no_files() {
    let forbidden = [
        "yew",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "SystemTime",
        "Instant",
        "std :: fs",
        "std :: env",
        "std :: net :: TcpStream",
        "rand",
    ];
    // The command may access the system and connect to servers, but only in these files.
    let allowed = [
        "cli/native.rs",
        "cli/node.rs",
        "connect/ask.rs",
        "connect/dial.rs",
        "connect/download.rs",
        "connect/handshake.rs",
        "connect/tunnel.rs",
    ];
    let all = Crate::read();
    let is_core = |s: &&Source| {
        let top = s.module.first().map_or("", String::as_str);
        !["", "bin", "web"].contains(&top) && !allowed.contains(&s.path.as_str())
    };
    let mut wrong = Vec::new();
    for source in all.sources.iter().filter(is_core) {
        for word in forbidden {
            if source.mentions(word) {
                wrong.push(format!("src/{}: {word}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A crate built from a few short files.
fn small(files: &[(&str, &str)]) -> Crate {
    Crate::new(
        files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned())),
    )
}

#[test]
fn a_re_export_counts_as_the_file_that_defines_the_item() {
    let all = small(&[
        ("lib.rs", "pub mod cert; pub mod chain;"),
        (
            "cert/mod.rs",
            "mod name; mod key; pub use name::Name; pub struct Certificate;",
        ),
        ("cert/name.rs", "use super::Certificate; pub struct Name;"),
        ("cert/key.rs", "use super::Name;"),
        (
            "chain.rs",
            "use crate::cert::{self, Name as Other}; fn f() { cert::Name::new(); }",
        ),
    ]);
    let imports: Vec<Vec<&str>> = all
        .imports()
        .iter()
        .map(|of| of.iter().map(|i| all.sources[*i].path.as_str()).collect())
        .collect();
    assert_eq!(
        imports,
        [
            vec![],
            vec![],
            vec!["cert/mod.rs"],
            vec!["cert/name.rs"],
            vec!["cert/mod.rs", "cert/name.rs"]
        ]
    );
    assert_eq!(cycles(&all), Vec::<String>::new());
}

#[test]
fn cycles_and_upward_imports_are_found_in_every_form() {
    let name = "pub struct Name; pub fn f() {}";
    for (key, what) in [
        ("use super::name::Name;", "use"),
        ("fn g() { super::name::f(); }", "path"),
        ("use super::name; fn g() { name::f(); }", "module"),
        ("fn g() { println!(\"{}\", crate::cert::name::f()); }", "macro"),
        ("use super::name::*; fn g(_: Name) {}", "glob"),
        ("pub use super::name::Name; fn g(_: Name) {}", "re-export that is used"),
        ("mod inner { fn g() { super::super::name::f(); } }", "inner module"),
    ] {
        let back = format!("{name} use super::key::KEY;");
        let key = format!("pub const KEY: u8 = 0; {key}");
        let mods = "mod name; mod key;";
        let all = small(&[
            ("lib.rs", "mod cert;"),
            ("cert/mod.rs", mods),
            ("cert/name.rs", &back),
            ("cert/key.rs", &key),
        ]);
        assert_eq!(cycles(&all).len(), 1, "{what}");
    }
    for test in [
        "#[cfg(test)] mod tests { use super::super::name::Name; }",
        "pub use super::name::Name;",
    ] {
        let key = format!("pub const KEY: u8 = 0; {test}");
        let all = small(&[
            ("lib.rs", "mod cert;"),
            ("cert/mod.rs", "mod name; mod key;"),
            ("cert/name.rs", "use super::key::KEY; pub struct Name;"),
            ("cert/key.rs", &key),
        ]);
        assert_eq!(cycles(&all), Vec::<String>::new(), "{test}");
    }
    let all = small(&[
        ("lib.rs", "mod cert; mod chain;"),
        ("cert.rs", "use crate::chain::Chain;"),
        ("chain.rs", "pub struct Chain;"),
    ]);
    assert_eq!(upward_imports(&all), ["src/cert.rs imports src/chain.rs"]);
}

#[test]
fn lines_of_functions_are_counted() {
    let all = small(&[(
        "lib.rs",
        "fn a() {\n  let x = 1;\n}\nfn b(x: u8) -> u8 {\n  match x {\n    _ => 1,\n  }\n}\n",
    )]);
    let functions: Vec<(&str, usize, bool)> = all.sources[0]
        .functions
        .iter()
        .map(|f| (f.name.as_str(), f.lines, f.is_match))
        .collect();
    assert_eq!(functions, [("a", 3, false), ("b", 5, true)]);
}
