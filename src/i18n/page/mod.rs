//! The texts that the page needs for a first result: labels, texts with values, and the kinds of
//! integration.

mod en;
mod es;
mod fr;

use super::format::texts;
use crate::cert::UnixTime;
use crate::trust::ListVersion;

texts! {
    /// A label of the page.
    UiText:
    // ---- frame
    Title,
    Tagline,
    Promise,
    SkipToContent,
    Language,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    Examples,
    // ---- input
    InputLabel,
    InputPlaceholder,
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
    Copy,
    Copied,
    CopyFailed,
    Download,
    // ---- states
    Checking,
    EngineFailed,
    EngineFailedHint,
    PartMissing,
    TooSlow,
    Retry,
    // ---- verdict and rules
    JavaSays,
    JavaSaysLegacy,
    JavaAccepts,
    JavaRejects,
    RulesHeading,
    FixesHeading,
    // ---- input report
    InputHeading,
    DroppedHeading,
    PrivateKeyWarning,
    // ---- what the page cannot check
    // ---- added by the page
    PastedText,
    ExampleComplete,
    ExampleMissing,
    ExampleExpired,
    ExampleLargeKey,
    ExampleSelfSigned,
    AsOfHint,
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
    // ---- next to the verdict
    Colon,
    ExampleOrder,
    ExamplePrivate,
    ExampleHost,
    ExampleDefault,
    IntegrationHint,
    Inferred,
    RepairDownload,
    ShareHeading,
    SharedHeading,
    LinkOpening,
    Authorities,
    AuthoritiesReset,
    Trust,
    Back,
    UpdateReady,
    UpdateNow,
    UpdateHint,
    // ---- many servers
    FleetHeading,
    FleetApart,
}

/// A label with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UiPhrase<'a> {
    /// How many certificates were found.
    Certificates(u32),
    /// The version of AWS's list.
    ListVersion(&'a ListVersion),
    /// The time that is checked.
    CheckedAt(UnixTime),
    /// A pasted list is used: its number of entries, and the lines that could not be read.
    ListTaken {
        /// Entries on the list.
        entries: usize,
        /// Unreadable lines, from 1.
        problems: &'a [u32],
    },
    /// A number of files.
    Files(usize),
    /// How many files have been read.
    FilesRead {
        /// Read so far.
        done: usize,
        /// In all.
        of: usize,
    },
    /// Files found so far in a folder.
    FilesFound(usize),
    /// A size in bytes, shown in B, kB or MB.
    Size(u64),
    /// Files that were skipped because of the size limit for all files together.
    LeftOut {
        /// Their names.
        names: &'a [String],
        /// The limit in bytes.
        max: u64,
    },
    /// A file that exceeds the size limit, or several that exceed it together.
    TooLarge {
        /// The name of the first file.
        name: &'a str,
        /// Their size in bytes.
        bytes: u64,
        /// The limit in bytes.
        max: u64,
    },
    /// An input that was checked as one chain but contains several servers.
    FleetFound(usize),
}

texts! {
    /// A kind of integration, or a remark on it.
    KindText:
    KindRestPublic,
    KindRestVpcLinkV1,
    KindRestVpcLinkV2,
    KindHttpApiPublic,
    KindHttpApiPrivate,
    HostOfUrl,
    HostOfVpcLinkV1,
    HostOfVpcLinkV2,
    HostOfServerName,
    SkipExists,
    NoSkip,
    UriNotRouted,
    TlsListener,
    TcpListener,
    NoServerName,
    SecureUri,
    CdkAlbIntegration,
    ServerNameNoEffect,
    PlainByDefault,
    PlainToHttps,
}

/// The texts of the page in one language.
pub(crate) trait PageWords: Sync {
    /// A label.
    fn text(&self, text: UiText) -> &'static str;
    /// A label with values in it.
    fn phrase(&self, phrase: &UiPhrase<'_>) -> String;
    /// A kind of integration, or a remark on it.
    fn kind(&self, text: KindText) -> &'static str;
}
