//! Builds the documentation site: `docs FOLDER` replaces the site in that folder. See
//! `scripts/docs.sh`.

mod site;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(folder), None) = (arguments.next(), arguments.next()) else {
        eprintln!("usage: docs FOLDER");
        return ExitCode::from(2);
    };
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let files = site::build(Path::new(env!("CARGO_MANIFEST_DIR")))?;
    if folder.exists() {
        // Delete only this program's output: the folder could contain other files.
        if !folder.join("report.schema.json").exists() {
            return Err(format!("{} exists and does not contain the documentation", folder.display()).into());
        }
        std::fs::remove_dir_all(folder)?;
    }
    let mut bytes = 0;
    for (path, content) in &files {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(folder))?;
        std::fs::write(&file, content)?;
        bytes += content.len();
    }
    println!("    {} files of documentation, {} kB", files.len(), bytes / 1000);
    Ok(())
}
