//! The requests of the page to an engine.

use std::rc::Rc;

use borsh::{BorshDeserialize, BorshSerialize};

use super::data_file::DataFile;
use crate::cert::UnixTime;
use crate::engine::Options;
use crate::report::CertIndex;
use crate::trust::ClientId;

/// A request to an engine, answered with one [`super::response::Response`].
///
/// The bytes of the input are sent with it (`super::message`), but only once: an engine keeps the
/// newest input that it has read. Passwords are sent with it too, not in it: the page's state holds
/// the request and must not hold passwords.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Request {
    /// The number of this request, which its response repeats.
    pub id: u32,
    /// The kind of request.
    pub kind: RequestKind,
    /// The number of the input. An engine does not read the same input twice.
    pub input: u32,
    /// The options of the check.
    pub options: Options,
    /// The text of a pasted AWS list to check against.
    pub list: Option<Rc<str>>,
    /// The number of the user's truststore, from 1; 0 if there is none. An engine does not read the
    /// same truststore twice.
    pub truststore: u32,
}

impl Default for Request {
    fn default() -> Self {
        Self {
            id: 0,
            kind: RequestKind::Check { as_one_chain: false },
            input: 0,
            options: Options::at(UnixTime::MIN),
            list: None,
            truststore: 0,
        }
    }
}

impl Request {
    /// The same request with another kind.
    #[must_use]
    pub fn of_kind(&self, kind: RequestKind) -> Self {
        Self { kind, ..self.clone() }
    }
}

/// The kind of a request. Each kind has its own type of answer.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum RequestKind {
    /// Check the input. Answer: [`super::response::Checked`].
    Check {
        /// Whether to check the whole input as one chain. Otherwise, if the input has several
        /// server certificates, the answer is their number.
        as_one_chain: bool,
    },
    /// Check many servers. Answer: a row for each, in a [`crate::fleet::Batch`].
    Rows(FleetInput),
    /// Make the reports behind these rows. Answer: a list of [`crate::report::Report`].
    Reports(FleetInput),
    /// Split a large file. Answer: a [`crate::fleet::SplitFile`], with each
    /// [`crate::fleet::Part`] as a blob.
    Split,
    /// Repair the chain. Answer: a [`crate::report::Repair`].
    Repair,
    /// Make share links to the report. Answer: a [`super::response::MadeLink`], from the full
    /// engine only.
    MakeLink {
        /// The tag of the page's language.
        language: String,
        /// The address of the page that opens the link, for QR codes.
        address: Option<String>,
        /// Whether the link holds the moment of the check.
        with_moment: bool,
    },
    /// Read the share link with this text. Answer: an [`super::response::OpenedLink`], from the
    /// full engine only.
    OpenLink(String),
    /// Check the chain for these clients too. Answer: a [`crate::report::ClientTable`].
    Compare(Vec<ClientId>),
    /// Look for the chain that the most of these clients accept. Answer: a
    /// [`crate::report::MostClients`], or as `Err` the [`crate::report::Repair`] if no client
    /// accepts any chain.
    MostClients(Vec<ClientId>),
    /// Write a truststore with these certificates of the input. Answer: the bytes of a PKCS#12
    /// file, from the full engine only.
    Truststore(Vec<CertIndex>),
    /// List the entries of the user's truststore that Java ignores. Answer: an
    /// [`super::response::IgnoredEntries`].
    IgnoredEntries,
    /// List the supported CAs. Answer: [`super::response::Authorities`].
    Authorities,
}

impl RequestKind {
    /// Whether this is a check of the page's input. A newer check replaces an older one.
    #[must_use]
    pub fn is_check(&self) -> bool {
        matches!(self, Self::Check { .. })
    }

    /// Whether the request is about an input.
    #[must_use]
    pub fn has_input(&self) -> bool {
        !matches!(self, Self::OpenLink(_) | Self::Authorities | Self::IgnoredEntries)
    }

    /// Whether the engine keeps the input that it reads for this request.
    #[must_use]
    pub fn keeps_input(&self) -> bool {
        matches!(
            self,
            Self::Check { .. }
                | Self::Repair
                | Self::MakeLink { .. }
                | Self::Compare(_)
                | Self::MostClients(_)
                | Self::Truststore(_)
        )
    }
}

/// The form in which many servers are sent to an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum FleetInput {
    /// Files that are checked separately.
    Files,
    /// One [`crate::fleet::Part`] of a large file.
    Part,
}

/// A message that the page posts to an engine.
#[derive(Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum ToEngine {
    /// A new request.
    Request {
        /// The request.
        request: Request,
        /// Passwords to try on keystores.
        passwords: Vec<String>,
        /// The names of the files, whose bytes are the attachments; `None` if the engine has read
        /// this input. Pasted text is one file without a name.
        files: Option<Vec<String>>,
        /// The name and the bytes of the user's truststore; `None` if there is none, or if the
        /// engine has read the one of this number.
        truststore: Option<(String, Vec<u8>)>,
    },
    /// Data files for a request that waits for them. The attachments are the bytes of the loaded
    /// ones.
    DataFiles {
        /// The number of the request.
        id: u32,
        /// Each file, and whether it could be loaded.
        files: Vec<(DataFile, bool)>,
    },
}
