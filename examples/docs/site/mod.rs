//! The documentation's site: the Markdown of the project and a page for each code of a finding, as HTML.
//!
//! In: the project's folder. Out: path and content of every file, the same bytes each time. `tests/native/docs.rs` includes this
//! module. Pages load their own style sheet and a script of three lines from beside them, and nothing else.

pub mod examples;
mod findings;
mod help;
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

/// Makes the whole site.
///
/// # Errors
/// What is missing or contradicts itself in the sources.
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
                let text = read(project, source)?.replace("<!-- help -->", &help::block(locale));
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

/// The style sheet, of the page's own colours and elements, and the script, under names by their content.
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

/// Text as HTML shows it.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The way from one page to another file of the site.
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
