//! Generates the embedded data from `trust/`: reads everything, checks all hashes and signatures,
//! then encodes.
//!
//! Input: the project's folder. Output: the files of [`Generated`], reproducible byte for byte. Any
//! mismatch is an error, and nothing is written. `tests/native/trust.rs` includes this module to
//! compare the committed files with the generated ones.

pub mod certificate;
pub mod clients;
pub mod dates;
pub mod java;
pub mod list;
pub mod moved;
pub mod pem;
pub mod pool;
pub mod signature;
pub mod source;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use source::Source;
use sslengine_doctor::cert::Fingerprint;

/// All problems, one line each.
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
    /// `value` if there are no problems.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }
}

/// The generated files.
pub struct Generated {
    /// Path in the project, separated by `/`, and content.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Remarks for the user; none of them is a problem.
    pub notes: Vec<String>,
}

/// Reads and checks `trust/` in `project`, and encodes it.
pub fn generate(project: &Path) -> Result<Generated, Problems> {
    let source = Source::read(&project.join("trust"))?;
    let list = list::Table::new(&source);
    let (pool, mut notes) = pool::Graph::new(&source, &list.rows).pool()?;
    notes.push(source.summary());
    let rows = list.encode()?;
    // The pool belongs to the lists of one release: an older pool lacks roots that were listed
    // later.
    let release = Fingerprint::of(&rows).0.first_chunk().copied().unwrap_or_default();
    let mut files = BTreeMap::from([
        (
            "src/trust/data/aws.bin".to_owned(),
            [list::head(release), rows].concat(),
        ),
        ("src/trust/data/aws-sha1.bin".to_owned(), list.encode_sha1()),
        ("src/trust/data/aws-facts.bin".to_owned(), list.encode_facts()?),
        ("src/trust/dates.rs".to_owned(), dates::generate(&source)),
        (
            "src/trust/java/lists.rs".to_owned(),
            java::generate(&project.join("trust"))?,
        ),
    ]);
    let lists = clients::Lists::read(&project.join("trust"), &source)?;
    notes.push(lists.summary());
    let moved = moved::Moved::read(&project.join("trust"), &source, &lists)?;
    notes.push(moved.summary());
    files.extend(pool.heads(release, &moved)?);
    files.extend(lists.files(&source, &list, release)?);
    files.extend(pool.certificates()?);
    Ok(Generated { files, notes })
}

impl Generated {
    /// The files in `project` that are missing or differ.
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

fn u16_be(number: usize) -> Result<[u8; 2], Problems> {
    u16::try_from(number)
        .map(u16::to_be_bytes)
        .map_err(|_| format!("{number} does not fit into two bytes").into())
}

fn u8_of(number: usize) -> Result<u8, Problems> {
    u8::try_from(number).map_err(|_| format!("{number} does not fit into one byte").into())
}
