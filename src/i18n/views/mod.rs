//! The list of CAs, and the page that says why the tool can be trusted.

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

/// What a language says in the list of CAs and on the trust page.
pub(crate) trait ViewWords: Sync {
    /// A label.
    fn text(&self, text: ViewText) -> &'static str;
    /// How many certificates of how many a search shows.
    fn rows_of(&self, shown: usize, total: usize) -> String;
}
