//! Share links: opening a link, which a first result may need, and making one, which it does not.

mod en;
mod es;
mod fr;

use crate::share::{Changes, EncodeError, LinkError, QrError, Unresolved};

/// The texts for opening a link in one language.
pub(crate) trait LinkWords: Sync {
    /// Why a link cannot be read, and what to do.
    fn link_error(&self, why: &LinkError) -> String;
    /// Which known certificates of a link could not be loaded, and what to do.
    fn link_unresolved(&self, why: &Unresolved) -> String;
    /// The differences between the result in a link and the current result.
    fn link_changes(&self, changes: &Changes) -> String;
}

/// The texts for making a link in one language.
pub(crate) trait ShareWords: Sync {
    /// Why no link can be made, and what to do.
    fn encode_error(&self, why: &EncodeError) -> String;
    /// Why no code to scan can be made, and what to do.
    fn qr_error(&self, why: &QrError) -> String;
}
