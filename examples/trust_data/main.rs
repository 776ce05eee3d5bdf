//! Converts the source data in `trust/` to the embedded lists in `src/trust/data/` and the pool of
//! CA certificates in `static/authorities/`; see `trust/README.md`.
//!
//! Run it in the project's folder, with `--features rust-verifier`:
//!
//! - `generate` checks everything and writes the data;
//! - `check` does the same without writing, and fails if the committed data differs;
//! - `update LIST --version YYYY-MM-DD [--certificates FILE-OR-FOLDER …]` imports AWS's page, as
//!   HTML, Markdown or copied text, into `trust/`, then generates.

mod generator;
mod update;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
usage: trust_data generate
       trust_data check
       trust_data update LIST --version YYYY-MM-DD [--certificates FILE-OR-FOLDER ...]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let result = match arguments.as_slice() {
        ["generate"] => generate(project),
        ["check"] => check(project),
        ["update", list, "--version", version] => {
            update::update(project, list, version, &[]).and_then(|()| generate(project))
        }
        ["update", list, "--version", version, "--certificates", bundles @ ..] => {
            update::update(project, list, version, bundles).and_then(|()| generate(project))
        }
        _ => Err(USAGE.into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(project: &Path) -> Result<(), Box<dyn Error>> {
    let generated = generator::generate(project)?;
    report(&generated);
    let changed = generated.differences(project).len();
    generated.write(project)?;
    println!("{} files, {changed} of them changed", generated.files.len());
    Ok(())
}

fn check(project: &Path) -> Result<(), Box<dyn Error>> {
    let generated = generator::generate(project)?;
    report(&generated);
    let differences = generated.differences(project);
    if differences.is_empty() {
        println!("{} files are up to date", generated.files.len());
        return Ok(());
    }
    Err(format!(
        "these files differ from the generated ones (run `generate`):\n{}",
        differences.join("\n")
    )
    .into())
}

fn report(generated: &generator::Generated) {
    for note in &generated.notes {
        println!("{note}");
    }
}
