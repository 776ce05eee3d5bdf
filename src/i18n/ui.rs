//! The page's own words that a first answer needs: labels, and phrases with values in them. What stands in the parts that are
//! loaded later has words of its own ([`LaterText`](super::LaterText)), which come with them.

use crate::cert::UnixTime;
use crate::trust::Edition;

macro_rules! texts {
    ($(#[$about:meta])* $kind:ident: $($name:ident,)*) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs, reason = "each name is its English text, or says where it stands")]
        pub enum $kind {
            $($name,)*
        }

        impl $kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}
pub(super) use texts;

texts! {
    /// A label of the page.
    UiText:
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
    RulesHeading,
    FixesHeading,
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
    ExampleComplete,
    ExampleMissing,
    ExampleExpired,
    ExampleLargeKey,
    ExampleSelfSigned,
    AsOfHint,
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
    TakeHeading,
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
    /// The list's edition.
    ListEdition(&'a Edition),
    /// The moment for which it was judged.
    JudgedAt(UnixTime),
    /// A newer list was taken: how many entries it has, and the lines that could not be read.
    ListTaken {
        /// Aliases on it.
        entries: usize,
        /// Unreadable lines, from 1.
        problems: &'a [u32],
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
    /// An input judged as one chain that holds several servers.
    FleetFound(usize),
}
