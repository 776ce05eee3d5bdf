//! The report below the four requirements: the chain, the certificates, the repair, sharing and
//! exporting.

mod codes;
mod en;
mod es;
mod fr;

use super::format::{Explanation, texts};
use crate::cert::UnixTime;
use crate::report::{Change, IgnoredEntry, Repair, SignatureStatus, ValidityStatus};

texts! {
    /// A label of the report below the four requirements.
    ReportText:
    // ---- verdict and rules
    HostHeading,
    // ---- certificates
    PathHeading,
    NotSent,
    ListedAs,
    Leaf,
    Intermediate,
    Root,
    Certificate,
    Subject,
    Issuer,
    SerialNumber,
    Version,
    ValidFrom,
    ValidUntil,
    Key,
    Exponent,
    SignatureAlgorithm,
    SignatureCheck,
    SignedBy,
    SubjectAltNames,
    IsCa,
    PathLength,
    KeyUsage,
    ExtendedKeyUsage,
    SubjectKeyId,
    AuthorityKeyId,
    IssuerLocations,
    Extensions,
    Critical,
    ExtensionsNotDecoded,
    Yes,
    No,
    None,
    Unknown,
    // ---- chain, time line and cards
    ExplainFields,
    CopyPlain,
    EncodingFaults,
    ExplainSubject,
    ExplainIssuer,
    ExplainSubjectAltNames,
    ExplainValidFrom,
    ExplainValidUntil,
    ExplainKey,
    ExplainExponent,
    ExplainSignatureAlgorithm,
    ExplainSignatureCheck,
    ExplainSignedBy,
    ExplainListedAs,
    ExplainSerialNumber,
    ExplainVersion,
    ExplainIsCa,
    ExplainPathLength,
    ExplainKeyUsage,
    ExplainExtendedKeyUsage,
    ExplainSubjectKeyId,
    ExplainAuthorityKeyId,
    ExplainIssuerLocations,
    ExplainSha256,
    ExplainSha1,
    ExplainExtensions,
    ExplainEncodingFaults,
    ExplainPem,
    // ---- added by the page
    Sha256,
    Sha1,
    OnTheList,
    // ---- next to the verdict
    FindingDocs,
    CommandsFor,
    RepairHeading,
    RepairInstall,
    RepairInOrder,
    RepairShow,
    RepairLooking,
    RepairFailed,
    MostClientsFind,
    MostClientsLooking,
    MostClientsFailed,
    RemainingClients,
    NoClientAccepts,
    TruststoreIgnored,
    DownloadFullChain,
    DownloadWithRoot,
    FormWithoutRoot,
    FormWithRoot,
    FromData,
    ChangesHeading,
    AfterRepair,
    AcmHeading,
    AcmBody,
    AcmKey,
    AcmKeyHint,
    AcmChain,
    GetMissing,
    InstallHeading,
    InstallFor,
    TlsConfigHeading,
    TlsConfigFor,
    CompareHeading,
    CompareFixed,
    CompareLeft,
    CompareNew,
    CompareSame,
    CompareForget,
    ShareChain,
    ShareChainHint,
    ShareVerdict,
    ShareVerdictHint,
    SharePrivacy,
    ShareLong,
    ShareMaking,
    ShareFailed,
    ShareCode,
    SharedVerdictHeading,
    SharedVerdictHint,
    ExportMarkdown,
    ExportPlain,
    ExportJson,
    ExportPrint,
    ExportCalendar,
}

/// A label with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPhrase<'a> {
    /// A key: algorithm and size.
    KeyBits {
        /// `RSA`, `EC`, …
        algorithm: &'a str,
        /// Bits of the modulus or of the field; 0 if unknown.
        bits: u32,
    },
    /// A size in bytes.
    Bytes(u32),
    /// The length in characters of a text that is shown only in part.
    AllCharacters(usize),
    /// The number of names in a list that is shown only in part.
    AllNames(usize),
    /// A renewed server certificate has another issuer.
    IssuerChanged {
        /// What a person would call the earlier issuer.
        before: &'a str,
        /// What a person would call the new issuer.
        now: &'a str,
    },
    /// How the time of the check relates to a validity period.
    CurrentValidity {
        /// Valid, expired or not yet valid.
        status: ValidityStatus,
        /// Whole days until the end, since the end, or until the start; never negative.
        days: i64,
    },
    /// The requirement's number and name.
    Requirement {
        /// From 1.
        number: u32,
        /// Its short name.
        name: &'a str,
    },
    /// A certificate's place in the input, from 1, and how many there are.
    PlaceOf {
        /// From 1.
        place: u32,
        /// All certificates.
        total: u32,
    },
    /// The program's version.
    Version(&'a str),
    /// A certificate of the repaired chain that was sent, by its place from 1.
    FromInput(u32),
    /// The length of a link in characters.
    LinkLength(usize),
    /// A certificate of a truststore that Java does not trust, and why: a line without a full stop.
    IgnoredEntry(&'a IgnoredEntry),
    /// How many clients accept the chosen chain.
    MostClients {
        /// The clients that accept it.
        accepted: usize,
        /// All compared clients.
        of: usize,
        /// The clients that accept the chain as sent.
        as_sent: usize,
    },
    /// When a certificate of a shared verdict expires. Only the start of its fingerprint is known.
    PrintUntil {
        /// The first bytes of its SHA-256, hexadecimal with colons.
        start: &'a str,
        /// The day on which it expires.
        until: UnixTime,
    },
}

/// The texts of the report below the four requirements in one language.
pub(crate) trait ReportWords: Sync {
    /// A label.
    fn text(&self, text: ReportText) -> &'static str;
    /// A label with values in it.
    fn phrase(&self, phrase: &ReportPhrase<'_>) -> String;
    /// The result of the repair, and what to do with it.
    fn repair_status(&self, repair: &Repair) -> Explanation;
    /// One difference between the input and the repaired chain: a line of a list, without a full
    /// stop.
    fn repair_change(&self, change: &Change) -> String;
    /// What a finding's code says without its values; empty for an unknown code.
    fn code(&self, code: &str) -> &'static str;
    /// A certificate's validity in a word or two.
    fn validity(&self, status: ValidityStatus) -> &'static str;
    /// The result of a signature check in a few words.
    fn signature(&self, status: SignatureStatus) -> &'static str;
}
