//! Generates the documentation site: the project's Markdown and one page per finding code, as HTML.
//!
//! Input: the project folder. Output: path and content of every file, with the same bytes each
//! time. Pages load only the site's style sheet and a script of three lines. `tests/native/docs.rs`
//! includes this module.

pub mod clients;
pub mod examples;
mod findings;
pub mod help;
mod labels;
mod layout;
mod markdown;
mod pages;
pub mod words;

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

use sha2::{Digest as _, Sha256};
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::FindingKind;

use layout::{Assets, Frame};
use pages::PAGES;

/// Path and content of every file.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Generates the whole site.
///
/// # Errors
/// A source file is missing, or an example does not show its code.
pub fn build(project: &Path) -> Result<Files, Box<dyn Error>> {
    let mut files = Files::new();
    let assets = assets(project, &mut files)?;
    for page in PAGES {
        for locale in Locale::ALL {
            if let Some(source) = page.source(locale) {
                let path = page.path(locale);
                let frame = Frame {
                    assets: &assets,
                    page,
                    locale,
                    path: &path,
                    title: None,
                };
                let text = help::filled(&read(project, source)?, locale);
                let content = markdown::page(&text, source, &path, locale).map_err(|why| format!("{source}: {why}"))?;
                files.insert(path.clone(), frame.html(&content).into_bytes());
            }
        }
    }
    let mut wrong = Vec::new();
    for code in FindingKind::ALL.iter().map(|kind| kind.code) {
        let example = match examples::example(project, code) {
            Ok(example) => example,
            Err(why) => {
                wrong.push(why.to_string());
                continue;
            }
        };
        for locale in Locale::ALL {
            let (path, html) = findings::page(&assets, locale, code, &example)?;
            files.insert(path, html.into_bytes());
        }
        files.insert(format!("examples/{code}.pem"), example.pem.into_bytes());
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n").into());
    }
    for locale in Locale::ALL {
        let (path, html) = findings::index(project, &assets, locale)?;
        files.insert(path, html.into_bytes());
    }
    clients::pages(project, &assets, &mut files)?;
    files.insert("index.html".to_owned(), layout::languages(&assets).into_bytes());
    for asset in pages::FILES {
        let name = asset.rsplit('/').next().unwrap_or(asset);
        files.insert(
            name.to_owned(),
            std::fs::read(project.join(asset)).map_err(|why| format!("{asset}: {why}"))?,
        );
    }
    Ok(files)
}

/// Adds the style sheet and the script, under names that contain a hash of their content. The
/// style sheet includes the checker's colours and elements.
fn assets(project: &Path, files: &mut Files) -> Result<Assets, Box<dyn Error>> {
    let mut put = |name: &str, kind: &str, sources: &[&str]| -> Result<String, Box<dyn Error>> {
        let mut content = String::new();
        for source in sources {
            content.push_str(&read(project, source)?);
        }
        let digest: String = Sha256::digest(content.as_bytes())
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let path = format!("{name}-{digest}.{kind}");
        files.insert(path.clone(), content.into_bytes());
        Ok(path)
    };
    Ok(Assets {
        style: put(
            "style",
            "css",
            &[
                "static/css/tokens.css",
                "static/css/base.css",
                "examples/docs/assets/docs.css",
            ],
        )?,
        script: put("theme", "js", &["examples/docs/assets/theme.js"])?,
    })
}

fn read(project: &Path, path: &str) -> Result<String, String> {
    std::fs::read_to_string(project.join(path)).map_err(|why| format!("{path}: {why}"))
}

/// Escapes text for HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The relative path from one file of the site to another.
pub fn relative(from: &str, to: &str) -> String {
    let folders = |path: &str| -> Vec<String> {
        let mut parts: Vec<String> = path.split('/').map(str::to_owned).collect();
        parts.pop();
        parts
    };
    let (here, there) = (folders(from), folders(to));
    let common = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    let mut way = "../".repeat(here.len().saturating_sub(common));
    for folder in there.iter().skip(common) {
        way.push_str(folder);
        way.push('/');
    }
    way.push_str(to.rsplit('/').next().unwrap_or(to));
    way
}
