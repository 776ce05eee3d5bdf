//! Share links: opening one, which a first answer may need, and making one, which it does not.

mod en;
mod es;
mod fr;

use crate::share::{Changes, EncodeError, LinkError, QrError, Unresolved};

/// What a language says when a link is opened.
pub(crate) trait LinkWords: Sync {
    /// Why a link cannot be read, and what to do.
    fn link_error(&self, why: &LinkError) -> String;
    /// Which known certificates of a link could not be loaded, and what to do.
    fn link_unresolved(&self, why: &Unresolved) -> String;
    /// What differs between the answer in a link and the answer now.
    fn link_changes(&self, changes: &Changes) -> String;
}

/// What a language says when a link is made.
pub(crate) trait ShareWords: Sync {
    /// Why no link can be made, and what to do.
    fn encode_error(&self, why: &EncodeError) -> String;
    /// Why there is no code to scan, and what to do.
    fn qr_error(&self, why: &QrError) -> String;
}
