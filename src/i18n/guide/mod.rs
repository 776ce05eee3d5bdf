//! The guide's own words: what a command shows, what to mind, and the headings of the report to
//! take away.

mod en;
mod es;
mod fr;

use super::format::texts;
use crate::cert::UnixTime;

texts! {
    /// A text of the guide. Its name begins with the part of the guide that shows it.
    GuideText:
    // ---- words of other tools
    WordsHeading,
    // ---- check it yourself
    CommandsHeading,
    CommandsNote,
    FilesNote,
    RootFileNote,
    PurposeFingerprintSha256,
    PurposeFingerprintSha1,
    PurposeIssuer,
    PurposeDates,
    PurposeWholeText,
    PurposeStillGood,
    PurposeShowChain,
    PurposeSubjectsAndIssuers,
    PurposeVerifyLinks,
    PurposeVerifyToRoot,
    PurposeKeySize,
    PurposeNames,
    PurposeCheckHost,
    ExpectPrints,
    ExpectInOrder,
    ExpectVerified,
    ExpectRefused,
    LookIssuer,
    LookMatch,
    LookList,
    LookCheckEnd,
    LookText,
    LookSameChain,
    LookKey,
    LookVerify,
    // ---- what cannot be seen
    UnseenHeading,
    UnseenServedChain,
    UnseenServedChainText,
    UnseenServerName,
    UnseenServerNameText,
    UnseenProtocols,
    UnseenProtocolsText,
    UnseenCiphers,
    UnseenCiphersText,
    UnseenClientCertificate,
    UnseenClientCertificateText,
    UnseenRevocation,
    UnseenRevocationText,
    UnseenNetworkPath,
    UnseenNetworkPathText,
    UnseenClock,
    UnseenClockText,
    // ---- install the chain
    InstallHeading,
    InstallFullChain,
    InstallApache,
    InstallHaProxy,
    InstallLoadBalancer,
    InstallKubernetes,
    InstallTomcat,
    InstallIis,
    InstallDefaultToo,
    // ---- tlsConfig
    TlsConfigHeading,
    SkipWarning,
    SkipWhere,
    SkipStillChecked,
    SkipRootDemands,
    SkipByBody,
    Redeploy,
    ServerNameWhat,
    ServerNameWhere,
    CdkNlbToo,
    // ---- the report to take away
    ColumnRequirement,
    ColumnResult,
    ColumnFinding,
    ColumnCode,
    ColumnPlace,
    ColumnRole,
    ColumnName,
    ColumnIssuedBy,
    ColumnValidUntil,
    ColumnKey,
}

/// Words of the guide with values in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuidePhrase<'a> {
    /// The title of the reminder.
    ReminderSummary {
        /// The host, or what the server's certificate is called.
        host: &'a str,
    },
    /// The reminder's text.
    ReminderDescription {
        /// The certificate by role, label and place.
        certificate: &'a str,
        /// Its last second.
        not_after: UnixTime,
    },
    /// Which program wrote this.
    WrittenBy {
        /// Its version.
        version: &'a str,
    },
    /// What openssl refuses with.
    VerifyError {
        /// Its number.
        number: u16,
        /// Its text.
        text: &'a str,
    },
}

/// What a language says in the guide.
pub(crate) trait GuideWords: Sync {
    /// A text of the guide.
    fn text(&self, text: GuideText) -> &'static str;
    /// A text of the guide with values in it.
    fn phrase(&self, phrase: &GuidePhrase<'_>) -> String;
}
