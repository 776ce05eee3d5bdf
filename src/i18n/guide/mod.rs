//! The texts of the guide: what a command shows, what to watch out for, and the headings of the
//! exported report.

mod en;
mod es;
mod fr;

use super::format::texts;
use crate::cert::UnixTime;

texts! {
    /// A text of the guide. Its name begins with the part of the guide that shows it.
    GuideText:
    // ---- terms of other tools
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
    ExpectRejected,
    LookIssuer,
    LookMatch,
    LookList,
    LookCheckEnd,
    LookText,
    LookSameChain,
    LookKey,
    LookVerify,
    // ---- make a client trust the CA
    TrustHeading,
    TrustKeytool,
    TrustProperties,
    TrustImage,
    TrustKubernetes,
    TrustPassword,
    PurposeTruststore,
    LookTruststore,
    // ---- what the page cannot check
    UnseenHeading,
    UnseenConnection,
    UnseenConnectionText,
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
    // ---- a client certificate
    ClientCertificate,
    ClientCertificateHint,
    ClientCertificateAccepted,
    ClientCertificateRejected,
    ClientCertificateNext,
    ClientCertificateSource,
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
    // ---- the exported report
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

/// A text of the guide with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuidePhrase<'a> {
    /// The title of the reminder.
    ReminderSummary {
        /// The host, or the name of the server certificate.
        host: &'a str,
    },
    /// The reminder's text.
    ReminderDescription {
        /// The certificate by role, label and place.
        certificate: &'a str,
        /// The last second of its validity.
        not_after: UnixTime,
    },
    /// The program that wrote the report.
    WrittenBy {
        /// Its version.
        version: &'a str,
    },
    /// An error of `openssl verify`.
    VerifyError {
        /// Its number.
        number: u16,
        /// Its text.
        text: &'a str,
    },
}

/// The texts of the guide in one language.
pub(crate) trait GuideWords: Sync {
    /// A text of the guide.
    fn text(&self, text: GuideText) -> &'static str;
    /// A text of the guide with values in it.
    fn phrase(&self, phrase: &GuidePhrase<'_>) -> String;
}
