//! What the page asks of an engine.

use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::data_file::DataFile;
use crate::cert::UnixTime;
use crate::engine::Options;

/// A request: the page's state holds it, and an engine answers it with one [`super::response::Response`].
///
/// The bytes of the input travel next to it (`super::message`), and only once: an engine keeps what it has read of the
/// newest input. Passwords travel next to it too, so that nothing that holds a request holds a password.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Request {
    /// The number of this request, which its response repeats.
    pub id: u32,
    /// What is wanted.
    pub kind: RequestKind,
    /// The number of the input. An engine that has read this input does not read it again.
    pub input: u32,
    /// The options of the check.
    pub options: Options,
    /// A newer AWS list, as pasted, to check against.
    pub list: Option<Rc<str>>,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            id: 0,
            kind: RequestKind::Check { as_one_chain: false },
            input: 0,
            options: Options::at(UnixTime::MIN),
            list: None,
        }
    }
}

impl Request {
    /// The same request for something else.
    #[must_use]
    pub fn of_kind(&self, kind: RequestKind) -> Self {
        Self { kind, ..self.clone() }
    }
}

/// What is wanted of an engine. Each kind has its own type of answer.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum RequestKind {
    /// A report, [`super::response::Checked`].
    Check {
        /// Whether the whole input is one chain, however many server certificates it has. Otherwise the answer for an
        /// input with several servers is how many there are.
        as_one_chain: bool,
    },
    /// A row for each server of each file, a [`crate::fleet::Batch`].
    Rows(FleetInput),
    /// The reports behind these rows, a list of [`crate::report::Report`].
    Reports(FleetInput),
    /// A large file in parts, a [`crate::fleet::Cut`] with each [`crate::fleet::Part`] as a blob.
    Cut,
    /// The repaired chain, a [`crate::report::Repair`].
    Repair,
    /// Share links to the report, a [`super::response::MadeLink`]. Only the full engine answers this.
    MakeLink {
        /// The tag of the page's language.
        language: String,
        /// The address of the page that opens the link, for codes to scan.
        address: Option<String>,
        /// Whether the link keeps the moment of the check.
        with_moment: bool,
    },
    /// The content of the share link with this text, an [`super::response::OpenedLink`]. Only the full engine answers
    /// this.
    OpenLink(String),
    /// The supported CAs, an [`super::response::Authorities`].
    Authorities,
}

impl RequestKind {
    /// Whether this is the check of the page's input. A newer check replaces an older one.
    #[must_use]
    pub fn is_check(&self) -> bool {
        matches!(self, Self::Check { .. })
    }

    /// Whether the request is about an input.
    #[must_use]
    pub fn has_input(&self) -> bool {
        !matches!(self, Self::OpenLink(_) | Self::Authorities)
    }

    /// Whether the engine keeps the input that it reads for this.
    #[must_use]
    pub fn keeps_input(&self) -> bool {
        matches!(self, Self::Check { .. } | Self::Repair | Self::MakeLink { .. })
    }
}

/// In which form many servers reach an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum FleetInput {
    /// As files, each checked separately.
    Files,
    /// As one [`crate::fleet::Part`] of a large file.
    Part,
}

/// What the page posts to an engine.
#[derive(Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ToEngine {
    /// A new request.
    Request {
        /// The request.
        request: Request,
        /// Passwords to try on keystores.
        passwords: Vec<String>,
        /// The names of the files, whose bytes are the attachments; `None` if the engine has read this input. A paste is
        /// one file without a name.
        files: Option<Vec<String>>,
    },
    /// Data files for a request that waits for them. Attachments are the bytes of those that could be loaded.
    DataFiles {
        /// The number of the request.
        id: u32,
        /// Each file, and whether it could be loaded.
        files: Vec<(DataFile, bool)>,
    },
}
