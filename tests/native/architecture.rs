//! Imports point one way, towards the core, and the core knows no browser and no clock.

use std::path::{Path, PathBuf};

/// The layers of `src/lib.rs`, outermost first; modules of one layer do not import one another.
const LAYERS: [&[&str]; 16] = [
    &["bin"],
    &["web::ui"],
    &["cli", "web"],
    &["fleet"],
    &["engine", "guide", "json"],
    &["i18n", "rules"],
    &["handshake"],
    &["chain"],
    &["share"],
    &["report", "verify"],
    &["trust"],
    &["ingest"],
    &["containers"],
    &["cert"],
    &["der"],
    &["num", "order", "visible"],
];

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

fn module_of(path: &Path) -> String {
    let inside = path
        .strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .unwrap();
    let parts: Vec<String> = inside
        .with_extension("")
        .components()
        .map(|c| c.as_os_str().to_string_lossy().into_owned())
        .collect();
    if parts.starts_with(&["web".to_owned(), "ui".to_owned()]) {
        "web::ui".to_owned()
    } else {
        parts[0].clone()
    }
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|line| line.contains(&module))
}

/// The top-level modules that a file's code (tests and comments apart) names after `crate::` or the package's name.
fn imports(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let mut out = Vec::new();
    for line in code.lines().filter(|l| !l.trim_start().starts_with("//")) {
        for start in ["crate::", "sslengine_doctor::"] {
            for (at, _) in line.match_indices(start) {
                let rest = &line[at + start.len()..];
                let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let ui = rest.starts_with("web::ui");
                out.push(if ui { "web::ui".to_owned() } else { name });
            }
        }
    }
    out
}

#[test]
fn imports_point_towards_the_core() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files {
        let module = module_of(&file);
        if module == "lib" {
            continue;
        }
        let own = layer(&module)
            .unwrap_or_else(|| panic!("{} belongs to no layer: name it in src/lib.rs and here", file.display()));
        for import in imports(&std::fs::read_to_string(&file).unwrap()) {
            let Some(other) = layer(&import) else { continue };
            seen += 1;
            if import != module && other <= own {
                wrong.push(format!("{}: {module} imports {import}", file.display()));
            }
        }
    }
    assert!(seen > 50, "the search for imports finds nothing: {seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_core_knows_no_browser_no_clock_and_no_files() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let forbidden = [
        "yew",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "SystemTime",
        "Instant::now",
        "std::fs",
        "std::env",
        "std::net::Tcp",
        "rand::",
    ];
    let mut wrong = Vec::new();
    // The command may, in the two files that are its doors to the system.
    let doors = ["cli/native.rs", "cli/node.rs"];
    for file in files.iter().filter(|f| {
        !["bin", "web", "web::ui", "lib"].contains(&module_of(f).as_str()) && !doors.iter().any(|d| f.ends_with(d))
    }) {
        let text = std::fs::read_to_string(file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|l| !l.trim_start().starts_with("//")) {
            for word in forbidden {
                if line.contains(word) {
                    wrong.push(format!("{}: {}", file.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
