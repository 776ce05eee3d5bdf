//! The list of CAs, and the page that explains why the tool can be trusted.

mod en;
mod es;
mod fr;

use super::format::texts;

texts! {
    /// A label of the list of CAs or of the trust page.
    ViewText:
    AuthoritiesHint,
    AuthoritiesSearch,
    AuthoritiesSearchHint,
    AuthoritiesNone,
    AuthoritiesAlias,
    AuthoritiesName,
    AuthoritiesKey,
    AuthoritiesUntil,
    AuthoritiesPaste,
    AuthoritiesPasteHint,
    AuthoritiesBad,
    AuthoritiesFingerprintOnly,
    TrustStays,
    TrustStaysText,
    TrustCheck,
    TrustCheckText,
    TrustKeys,
    TrustKeysText,
    TrustRight,
    TrustRightText,
    TrustFile,
    TrustFileText,
    TrustFileDownload,
}

/// The texts of the list of CAs and of the trust page in one language.
pub(crate) trait ViewWords: Sync {
    /// A label.
    fn text(&self, text: ViewText) -> &'static str;
    /// How many of the certificates a search shows.
    fn rows_of(&self, shown: usize, total: usize) -> String;
}
