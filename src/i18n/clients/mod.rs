//! Texts for clients other than API Gateway: their names, and how a text about API Gateway reads
//! for them.
//!
//! Most texts of a report say what API Gateway does. Another client does the same with its own
//! truststore, so its texts are the same sentences in other words. Each language has a table of
//! those words ([`ClientWords::other_words`]). `tests/native/clients.rs` checks that no text of a
//! report for another client is about AWS.

mod en;
mod es;
mod fr;
mod locale;

use crate::trust::client::ClientKind;

/// A label about clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClientText {
    /// The heading of the choice of a client.
    Client,
    /// Requirement 1 for other clients.
    TrustedCa,
    /// Requirement 1 for other clients, as a requirement.
    TrustedCaTitle,
    /// Why other clients require a trusted CA.
    TrustedCaWhy,
    /// Why AWS's limit does not apply.
    KeyLimitWhy,
    /// The heading of the table of clients.
    SideBySide,
    /// The column of the answer.
    Answer,
    /// The column of the reason.
    Reason,
    /// The client accepts the chain.
    Accepts,
    /// The client rejects the chain.
    Rejects,
    /// The client accepts the chain, but it is outside AWS's limits.
    OutsideLimits,
    /// The user's truststore is not in a link.
    NeedsTruststore,
    /// A stack trace of another Java program.
    WhichJava,
}

/// A label of the page about clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClientPageText {
    /// The group of builds of Java.
    Builds,
    /// The group of OpenJDK's own truststores.
    OpenJdk,
    /// The group of Mozilla's stores.
    Mozilla,
    /// The group of browsers.
    Browsers,
    /// The choice of a truststore of the user's.
    OwnTruststore,
    /// The field for the file of the truststore.
    TruststoreFile,
    /// The button of this field.
    TruststoreChoose,
    /// What the file can be, and that it stays in the tab.
    TruststoreHint,
    /// No truststore was given yet.
    TruststoreMissing,
    /// The truststore cannot be read.
    TruststoreUnreadable,
    /// Java trusts no certificate of the truststore.
    TruststoreEmpty,
    /// The button that opens the choice of a client.
    ChooseClient,
    /// The heading of the table of clients.
    Compare,
    /// What the table does not contain.
    CompareNote,
    /// The button for all clients.
    CompareAll,
    /// The table is being made.
    Comparing,
    /// The table could not be made.
    CompareFailed,
    /// The button for the truststore.
    DownloadTruststore,
    /// The button for the CA as PEM.
    DownloadCa,
    /// The truststore could not be made.
    DownloadFailed,
    /// The input does not contain the CA.
    CaNotSent,
}

/// A language's texts about clients.
pub(crate) trait ClientWords: Sync {
    /// The name of a client.
    fn name(&self, kind: &ClientKind) -> String;
    /// A label.
    fn text(&self, text: ClientText) -> &'static str;
    /// A label of the page.
    fn page_text(&self, text: ClientPageText) -> &'static str;
    /// Phrases about API Gateway, and what they are for another client: longer ones first. `{0}` is
    /// the client.
    fn other_words(&self) -> &'static [(&'static str, &'static str)];
}
