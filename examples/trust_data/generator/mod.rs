//! From `trust/` to the embedded data: everything is read, re-hashed and re-checked, then encoded.
//!
//! In: the project's folder. Out: the files of [`Generated`], the same bytes each time. One mismatch anywhere is an
//! error, and nothing is written. `tests/native/trust.rs` includes this module to compare the committed files with what would
//! be generated.

pub mod certificate;
pub mod intermediates;
pub mod pem;
pub mod roots;
pub mod signature;
pub mod source;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use source::Source;
use sslengine_doctor::trust::issuers;

/// Everything that is wrong, one line each.
#[derive(Debug, Default)]
pub struct Problems(pub Vec<String>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join("\n"))
    }
}

impl std::error::Error for Problems {}

impl From<String> for Problems {
    fn from(problem: String) -> Self {
        Self(vec![problem])
    }
}

impl Problems {
    /// `value` where nothing is wrong.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// What is generated.
pub struct Generated {
    /// Path in the project, with `/` between, and content.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What a person should know; nothing is wrong with it.
    pub notes: Vec<String>,
}

/// Reads and checks `trust/` in `project`, and encodes it.
pub fn generate(project: &Path) -> Result<Generated, Problems> {
    let source = Source::read(&project.join("trust"))?;
    let roots = roots::Table::new(&source);
    let (known, mut notes) = intermediates::Graph::new(&source, &roots).index()?;
    notes.push(source.summary());
    let table = roots.encode()?;
    let issuers = known.issuers(&table)?;
    let mut files = BTreeMap::from([
        ("src/trust/data/roots.bin".to_owned(), table),
        ("src/trust/data/root-sha1.bin".to_owned(), roots.encode_sha1()),
        ("src/trust/data/root-keys.bin".to_owned(), roots.encode_keys()?),
        ("src/trust/data/known.bin".to_owned(), known.encode()?),
    ]);
    for (number, file) in issuers {
        files.insert(format!("static/{}", issuers::path(number)), file);
    }
    for (name, shard) in known.shards()? {
        files.insert(format!("static/intermediates/{name}"), shard);
    }
    Ok(Generated { files, notes })
}

impl Generated {
    /// The files that are not in `project` as they should be.
    pub fn differences(&self, project: &Path) -> Vec<&str> {
        let same = |path: &str, content: &[u8]| fs::read(project.join(path)).is_ok_and(|found| found == content);
        self.files
            .iter()
            .filter(|(path, content)| !same(path, content))
            .map(|(path, _)| path.as_str())
            .collect()
    }

    /// Writes every file that differs.
    pub fn write(&self, project: &Path) -> io::Result<()> {
        for path in self.differences(project) {
            let target = project.join(path);
            if let Some(folder) = target.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(target, self.files.get(path).map_or(&[][..], Vec::as_slice))?;
        }
        Ok(())
    }
}

/// Writes a column of cells: all lengths (two bytes each), then all contents.
fn cells<'a>(out: &mut Vec<u8>, cells: impl Iterator<Item = &'a [u8]> + Clone) -> Result<(), Problems> {
    for cell in cells.clone() {
        out.extend_from_slice(&u16_be(cell.len())?);
    }
    out.extend(cells.flatten());
    Ok(())
}

fn u16_be(number: usize) -> Result<[u8; 2], Problems> {
    u16::try_from(number)
        .map(u16::to_be_bytes)
        .map_err(|_| format!("{number} does not fit into two bytes").into())
}

fn u8_of(number: usize) -> Result<u8, Problems> {
    u8::try_from(number).map_err(|_| format!("{number} does not fit into one byte").into())
}
