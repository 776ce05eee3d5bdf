//! The page's own words: labels, and phrases with values in them. The page adds entries; every language must follow.

use crate::cert::UnixTime;
use crate::report::ValidityStatus;
use crate::trust::Edition;

macro_rules! ui_texts {
    ($($name:ident,)*) => {
        /// A label of the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each name is its English text, or says where it stands")]
        pub enum UiText {
            $($name,)*
        }

        impl UiText {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

ui_texts! {
    // ---- frame
    Title,
    Tagline,
    Promise,
    SkipToContent,
    Language,
    Theme,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Examples,
    Privacy,
    SourceCode,
    // ---- input
    InputLabel,
    InputPlaceholder,
    InputHint,
    CommandLabel,
    CommandHint,
    HostLabel,
    HostPlaceholder,
    AsOfLabel,
    AsOfNow,
    IntegrationLabel,
    SkipVerificationLabel,
    SkipVerificationHint,
    ChooseFile,
    DropHere,
    Edit,
    Clear,
    Copy,
    Copied,
    CopyFailed,
    Download,
    // ---- states
    Loading,
    Checking,
    EngineFailed,
    EngineFailedHint,
    PartMissing,
    TooSlow,
    Retry,
    NoJavaScript,
    // ---- verdict and rules
    VerdictHeading,
    JavaSays,
    JavaSaysLegacy,
    JavaAccepts,
    JavaRefuses,
    RulesHeading,
    WhyItMatters,
    Evidence,
    FixesHeading,
    HostHeading,
    // ---- certificates
    PathHeading,
    CertificatesHeading,
    NotSent,
    Missing,
    ListedAs,
    Supported,
    Leaf,
    Intermediate,
    Root,
    Certificate,
    Subject,
    Issuer,
    CommonName,
    SerialNumber,
    Version,
    ValidFrom,
    ValidUntil,
    Validity,
    Key,
    KeyAlgorithm,
    KeySize,
    Curve,
    Exponent,
    SignatureAlgorithm,
    SignatureCheck,
    SignedBy,
    Fingerprints,
    SubjectAltNames,
    BasicConstraints,
    IsCa,
    IsNotCa,
    PathLength,
    KeyUsage,
    ExtendedKeyUsage,
    SubjectKeyId,
    AuthorityKeyId,
    IssuerLocations,
    Extensions,
    Critical,
    NotCritical,
    Pem,
    Yes,
    No,
    None,
    Unknown,
    Details,
    // ---- picture, time line and cards
    CrossSigned,
    StrayHere,
    AboveTrusted,
    BesideHeading,
    NotOnTheList,
    AvailableAt,
    MarkHolds,
    MarkBroken,
    MarkUntold,
    TimelineHeading,
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
    // ---- input report
    InputHeading,
    DroppedHeading,
    PrivateKeyWarning,
    // ---- what the page cannot see
    LimitsHeading,
    LimitsText,
    // ---- added by the page
    Fold,
    PastedText,
    ShowMore,
    CopyOf,
    Sha256,
    Sha1,
    LinkName,
    LinkKeyId,
    LinkSignature,
    LinkHolds,
    LinkBroken,
    LinkUntold,
    NotSentUsual,
    OnTheList,
    MissingHere,
    UnknownIssuer,
    ExampleComplete,
    ExampleMissing,
    ExampleExpired,
    ExampleLargeKey,
    ExampleSelfSigned,
    AsOfHint,
    HostHint,
    FieldsHeading,
    CommandHeading,
    FooterPrivacy,
    PrivateKeyNote,
    MessagesHeading,
    // ---- files and passwords
    ChooseFolder,
    Cancel,
    PasswordLabel,
    PasswordHint,
    PasswordOpen,
    PasswordWrong,
    FileUnreadable,
    FileUnreadableHint,
    // ---- beside the verdict
    Colon,
    FindingDocs,
    ExampleOrder,
    ExamplePrivate,
    ExampleHost,
    ExampleDefault,
    IntegrationHint,
    Inferred,
    CommandsFor,
    RepairHeading,
    RepairShow,
    RepairLooking,
    RepairFailed,
    RepairDownload,
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
    ShareHeading,
    ShareChain,
    ShareChainHint,
    ShareVerdict,
    ShareVerdictHint,
    SharePrivacy,
    ShareLong,
    ShareMake,
    ShareMaking,
    ShareFailed,
    ShareCode,
    SharedHeading,
    SharedVerdictHeading,
    SharedVerdictHint,
    LinkOpening,
    TakeHeading,
    TakeMarkdown,
    TakePlain,
    TakeJson,
    TakePrint,
    TakeCalendar,
    Authorities,
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
    AuthoritiesReset,
    AuthoritiesBad,
    AuthoritiesFingerprintOnly,
    Trust,
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
    Back,
    UpdateReady,
    UpdateNow,
    UpdateHint,
    // ---- many servers
    FleetHeading,
    FleetHint,
    FleetShared,
    FleetTogether,
    FleetApart,
    FleetSearchHint,
    FleetAny,
    FleetNotMet,
    FleetVerdict,
    FleetName,
    FleetAnchor,
    FleetDays,
    FleetFile,
    FleetNone,
    FleetFailsMost,
    FleetExpiry,
    FleetExpired,
    FleetLater,
    FleetOtherwise,
    FleetStopped,
    FleetAuthorities,
    FleetNothing,
    FleetBack,
    FleetUnnamed,
    FleetExport,
    FleetExporting,
    FleetHost,
    FleetKeys,
}

/// A label with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UiPhrase<'a> {
    /// How many certificates were found.
    Certificates(u32),
    /// How many findings a rule has.
    Findings(u32),
    /// The list's edition.
    ListEdition(&'a Edition),
    /// The moment for which it was judged.
    JudgedAt(UnixTime),
    /// A certificate's last moment and the days that are left.
    Until {
        /// The last second of validity.
        not_after: UnixTime,
        /// Days from the moment of the check; negative where it has passed.
        days: i64,
    },
    /// A key: algorithm and size.
    KeyBits {
        /// `RSA`, `EC`, …
        algorithm: &'a str,
        /// Bits of the modulus or of the field.
        bits: u32,
    },
    /// A size in bytes.
    Bytes(u32),
    /// How many certificates are not drawn.
    MoreCertificates(usize),
    /// A text that is shown in part: how many characters all of it has.
    AllCharacters(usize),
    /// A list that is shown in part: how many names all of it has.
    AllNames(usize),
    /// The chain in one sentence, for those who do not see the picture: its stops, leaf first.
    ChainOf(&'a [String]),
    /// How a validity period lies to the moment of the check.
    Standing {
        /// In date or not.
        status: ValidityStatus,
        /// Whole days to the end, since the end, or to the beginning; never negative.
        days: i64,
    },
    /// Who issued a certificate, by a name that has been made fit to be seen.
    IssuedByName(&'a str),
    /// A validity period.
    Period {
        /// First moment.
        from: UnixTime,
        /// Last second.
        until: UnixTime,
    },
    /// The requirement's number and name.
    Requirement {
        /// From 1.
        number: u32,
        /// Its short name.
        name: &'a str,
    },
    /// A list of aliases under which AWS lists a root.
    ListedAs(&'a [String]),
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
    /// A newer list was taken: how many entries it has, and the lines that could not be read.
    ListTaken {
        /// Aliases on it.
        entries: usize,
        /// Unreadable lines, from 1.
        problems: &'a [u32],
    },
    /// How many rows of how many a search shows.
    RowsOf {
        /// Shown.
        shown: usize,
        /// In all.
        total: usize,
    },
    /// How long a link is.
    LinkLength(usize),
    /// The expected end of a certificate of a shared verdict, which is known by the beginning of its fingerprint.
    PrintUntil {
        /// The first bytes of its SHA-256, hexadecimal with colons.
        start: &'a str,
        /// The day on which it ends.
        until: UnixTime,
    },
    /// How many files there are.
    Files(usize),
    /// Files read, of how many.
    FilesRead {
        /// Read so far.
        done: usize,
        /// In all.
        of: usize,
    },
    /// Files found so far in a folder.
    FilesFound(usize),
    /// A size, in bytes or in thousands or millions of them.
    Size(u64),
    /// Files that were left out, and the most that is read of all together, in bytes.
    LeftOut {
        /// Their names.
        names: &'a [String],
        /// The bound in bytes.
        max: u64,
    },
    /// A file, or all files, larger than what is read.
    TooLarge {
        /// The first one's name.
        name: &'a str,
        /// Their size in bytes.
        bytes: u64,
        /// The bound in bytes.
        max: u64,
    },
    /// How many servers there are.
    FleetServers(usize),
    /// How many of them are accepted and refused.
    FleetVerdicts {
        /// Accepted.
        passed: usize,
        /// Refused.
        failed: usize,
    },
    /// How far the judgement of many servers is.
    FleetProgress {
        /// Servers judged.
        servers: usize,
        /// Seconds that are left, as far as it can be told.
        seconds: Option<u64>,
    },
    /// How many servers of how many the table shows.
    FleetRows {
        /// Shown.
        shown: usize,
        /// In all.
        total: usize,
    },
    /// A month.
    FleetMonth {
        /// The year.
        year: i32,
        /// From 1.
        month: u8,
    },
    /// How many files have no server's certificate.
    FleetLeft(usize),
    /// An input judged as one chain that holds several servers.
    FleetFound(usize),
}
