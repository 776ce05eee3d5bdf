//! The inputs of the command: standard input, files, and the files in folders.

use bytes::Bytes;

use super::{Command, Kind, MAX_BYTES, Status, Stream, warn};
use crate::i18n::{CliPhrase, CliText, FileTrouble};

/// The name that means standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// The most files that are read from one folder and its subfolders. Ten thousand servers fit.
const MAX_FILES: usize = 20_000;

/// The most levels of subfolders that are searched.
const MAX_DEPTH: u8 = 16;

/// One input, not yet read.
pub(super) struct Input {
    /// Its path, or [`STANDARD_INPUT`].
    pub(super) name: String,
    /// Whether it was found in a folder. It is then no error if it contains no certificate.
    pub(super) from_folder: bool,
}

/// All inputs.
pub(super) struct Found {
    pub(super) inputs: Vec<Input>,
    /// Whether a folder was given.
    pub(super) from_folder: bool,
    /// [`Status::Unusable`] if a folder could not be read.
    pub(super) status: Status,
}

impl Command<'_> {
    /// The inputs in the given order; the files of a folder are sorted by path.
    pub(super) fn find_inputs(&self) -> Found {
        let mut found = Found {
            inputs: Vec::new(),
            from_folder: false,
            status: Status::Pass,
        };
        for name in &self.asked.inputs {
            if name != STANDARD_INPUT && self.host.kind(name) == Kind::Folder {
                found.from_folder = true;
                self.walk(name, &mut found);
            } else {
                found.inputs.push(Input {
                    name: name.clone(),
                    from_folder: false,
                });
            }
        }
        if self.asked.inputs.is_empty() {
            found.inputs.push(Input {
                name: STANDARD_INPUT.to_owned(),
                from_folder: false,
            });
        }
        found
    }

    fn walk(&self, folder: &str, found: &mut Found) {
        let mut open = vec![(folder.to_owned(), Kind::Folder, 0_u8)];
        let mut files = 0_usize;
        while let Some((path, kind, depth)) = open.pop() {
            if kind != Kind::Folder {
                if files == MAX_FILES {
                    let words = CliPhrase::TooManyFiles {
                        name: folder,
                        max: MAX_FILES,
                    };
                    warn(self.host, self.locale, &self.locale.cli_phrase(&words));
                    return;
                }
                files = files.saturating_add(1);
                found.inputs.push(Input {
                    name: path,
                    from_folder: true,
                });
                continue;
            }
            if depth >= MAX_DEPTH {
                continue;
            }
            match self.host.entries(&path) {
                Ok(entries) => {
                    let below = entries.into_iter().rev();
                    open.extend(below.map(|(path, kind)| (path, kind, depth.saturating_add(1))));
                }
                Err(why) => {
                    found.status = Status::Unusable;
                    self.unreadable(&path, &why);
                }
            }
        }
    }

    /// Reads an input. If that fails, prints an error and returns `None`.
    pub(super) fn read(&self, name: &str) -> Option<Bytes> {
        let read = if name == STANDARD_INPUT {
            if self.host.is_terminal(Stream::Input) {
                let words = self.locale.cli(CliText::WaitingForInput);
                self.host.print(Stream::Error, &[words, "\n"].concat());
            }
            self.host.read_input(MAX_BYTES)
        } else {
            self.host.read(name, MAX_BYTES)
        };
        read.map_err(|why| self.unreadable(name, &why)).ok()
    }

    pub(super) fn unreadable(&self, name: &str, why: &FileTrouble) {
        let shown = self.name(name);
        let words = self.locale.cli_phrase(&CliPhrase::Unreadable { name: shown, why });
        self.error(&words);
        if self.collects() {
            self.collect_trouble(name, "unreadable", words);
        }
    }
}
