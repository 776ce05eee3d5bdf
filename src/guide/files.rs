//! The files that the commands use: the page offers them for download, the command line writes
//! them.

use super::Guide;
use crate::report::{CertIndex, CertificateReport, PathStep};

/// A file that a command reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideFile {
    /// Its name, which works on every system and in every shell.
    pub name: String,
    /// Its certificate, if that is in the input.
    pub certificate: Option<CertIndex>,
    /// Its content as PEM; `None` for a listed root that was not sent, which the user downloads
    /// from its CA.
    pub pem: Option<String>,
}

/// The server's own certificate.
pub(super) const LEAF: &str = "leaf.pem";
/// The root at the end of the path.
pub(super) const ROOT: &str = "root.pem";
/// All sent certificates, in that order. It is not `fullchain.pem`, which is the repaired chain of
/// `install`.
pub(super) const SENT: &str = "sent.pem";

impl Guide<'_> {
    /// Every file that the commands of this report use: `leaf.pem`, the CAs of the path from the
    /// leaf upwards as `ca-1.pem`, `ca-2.pem`, …, `root.pem`, and `sent.pem` with all sent
    /// certificates.
    #[must_use]
    pub fn files(&self) -> Vec<GuideFile> {
        let mut files: Vec<GuideFile> = self
            .path()
            .map(|c| GuideFile {
                name: self.file_of(c),
                certificate: Some(c.index),
                pem: Some(c.pem.clone()),
            })
            .collect();
        if self.anchor_not_sent() {
            files.push(GuideFile {
                name: ROOT.to_owned(),
                certificate: None,
                pem: None,
            });
        }
        files.push(GuideFile {
            name: SENT.to_owned(),
            certificate: None,
            pem: Some(self.report.certificates.iter().map(|c| c.pem.as_str()).collect()),
        });
        files
    }

    /// Whether the input has certificates other than the server's own.
    pub(super) fn sent_more_than_leaf(&self) -> bool {
        let leaf = self.leaf().map(|c| c.sha256.as_str());
        self.report.certificates.iter().any(|c| Some(c.sha256.as_str()) != leaf)
    }

    /// The file of a certificate of the path.
    pub(super) fn file_of(&self, certificate: &CertificateReport) -> String {
        let has_leaf = self.leaf().is_some();
        let place = self
            .path()
            .position(|c| c.index == certificate.index)
            .unwrap_or_default();
        match place {
            0 if has_leaf => LEAF.to_owned(),
            _ if self.is_root(certificate.index) => ROOT.to_owned(),
            _ => {
                let number = if has_leaf { place } else { place.saturating_add(1) };
                ["ca-", &number.to_string(), ".pem"].concat()
            }
        }
    }

    /// Whether the path ends at a listed root that is not in the input.
    pub(super) fn anchor_not_sent(&self) -> bool {
        matches!(self.report.path.last(), Some(PathStep::Anchor { .. }))
    }
}
