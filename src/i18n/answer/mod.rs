//! The texts of the page's answer: verdict, next step, chain, and the row of requirements.

mod en;
mod es;
mod fr;

use super::format::{capitalised, texts};
use crate::cert::UnixTime;
use crate::report::{Finding, Fix, LogConflict};

texts! {
    /// A label of the answer.
    AnswerText:
    // ---- verdict
    BadgeAccepted,
    BadgeRejected,
    BadgeOutsideLimits,
    BadgeOpen,
    TitleOutsideLimits,
    SeeJavaMessage,
    // ---- next step
    NextStep,
    CopyForTicket,
    CopyCommand,
    CheckNew,
    CheckHost,
    HowToInstall,
    HowToConfigure,
    SkipCaCheck,
    Remind,
    NamesOfCertificate,
    InLog,
    // ---- the chain
    ChainHeading,
    ServerRole,
    IntermediateRole,
    RootRole,
    OtherRole,
    IssuerRole,
    NotSent,
    OnList,
    NotOnList,
    Expired,
    NotYetValid,
    UnknownIssuer,
    InRepaired,
    NeedNotSend,
    CrossSigned,
    AboveRoot,
    LinkNameFails,
    LinkKeyFails,
    LinkSignatureFails,
    NotInLink,
    // ---- requirements
    GistCa,
    GistValidity,
    GistChain,
    GistKey,
    GistAllSent,
    MetOnceSent,
    ByHand,
    // ---- the line above the answer
    Host,
    HostNotChecked,
    HostFromInput,
    NowChecked,
    CheckSkipped,
    Change,
    NewCheck,
    // ---- start
    NoChainYet,
    Files,
    // ---- without a chain
    ErrorNotCause,
    OtherCause,
    OnlyDescribed,
    GetChainNow,
    PrintNow,
    NoCertificate,
    WasPrivateKey,
    // ---- footer
    NothingLeaves,
    Documentation,
    Privacy,
    Report,
    Close,
}

/// A label of the answer with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerPhrase<'a> {
    /// An accepted chain: for how long, and for which host.
    ValidFor {
        /// Days until the first expiry.
        days: i64,
        /// The checked host name, which matches.
        hostname: Option<&'a str>,
    },
    /// Another problem, as a clause.
    Also(&'a str),
    /// A warning, as a clause.
    Warning(&'a str),
    /// A check that could not be completed, as a clause.
    NotCompleted(&'a str),
    /// How many more problems there are.
    AndMore(usize),
    /// The date of the check.
    Now(UnixTime),
    /// The date of the check, if the user chose it.
    AsOf(UnixTime),
    /// A key: algorithm, and its size or curve.
    Key {
        /// `RSA`, `EC`, …
        algorithm: &'a str,
        /// `2048`, `P-256`, …
        size: &'a str,
    },
    /// The end of a validity period, and the time left or passed.
    Until {
        /// Last second of validity.
        not_after: UnixTime,
        /// Days from the check to it; negative if it has passed.
        days: i64,
    },
    /// The start of a validity period in the future.
    From(UnixTime),
    /// The time until the first expiry.
    TimeLeft(i64),
    /// How many names are not shown.
    MoreNames(usize),
    /// How many certificates are not part of the chain.
    Outside(usize),
    /// How many certificates of the chain are not shown.
    MoreInChain(usize),
    /// A copy of the certificate at this place, from 1.
    CopyOf(usize),
    /// A root on the list, by name.
    RootListed(&'a str),
    /// A root that is not on the list, by name.
    RootNotListed(&'a str),
    /// A certificate that was not sent, by name.
    WasNotSent(&'a str),
    /// The size of a key within the limit.
    KeyBits {
        /// Its bits.
        bits: u32,
        /// Whether this is the most that is allowed.
        most: bool,
    },
    /// A colour scheme, by name.
    Colours(&'a str),
    /// A line of the input, from 1.
    Line(usize),
}

/// What the new certificate has to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NewCertificate<'a> {
    /// The name of the certificate to renew.
    pub renew: Option<&'a str>,
    /// From a public CA.
    pub public_ca: bool,
    /// With a smaller key.
    pub smaller_key: bool,
    /// For this host name.
    pub hostname: Option<&'a str>,
    /// Without the fault of the current one.
    pub reissue: bool,
    /// The intermediate is missing too.
    pub with_intermediate: bool,
    /// Whether Java accepts the current one.
    pub java_accepts: bool,
}

impl NewCertificate<'_> {
    /// Whether a renewal is enough.
    #[must_use]
    pub fn is_only_renewal(&self) -> bool {
        self.renew.is_some() && Self { renew: None, ..*self }.is_nothing()
    }

    /// Whether the certificate only has to be issued again.
    #[must_use]
    pub fn is_only_reissue(&self) -> bool {
        self.reissue
            && Self {
                reissue: false,
                ..*self
            }
            .is_nothing()
    }

    /// Whether the certificate only has to be from a public CA.
    #[must_use]
    pub fn is_only_public_ca(&self) -> bool {
        self.public_ca
            && Self {
                public_ca: false,
                ..*self
            }
            .is_nothing()
    }

    /// Whether the certificate does not have to be anything else.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.renew.is_none() && !self.public_ca && !self.smaller_key && self.hostname.is_none() && !self.reissue
    }
}

/// An instruction with its own text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instruction<'a> {
    /// Install the repaired chain, which adds what was missing.
    InstallMissing,
    /// Install the repaired chain, which has the right order.
    InstallReordered,
    /// Install the repaired chain, which replaces certificates.
    InstallRepaired,
    /// Install the repaired chain with the root.
    InstallWithRoot,
    /// Wait for the start of the validity period.
    Wait(UnixTime),
    /// Get a new certificate.
    NewCertificate(NewCertificate<'a>),
    /// Configure the certificate for this host.
    Configure(Option<&'a str>),
    /// The chain is accepted, but calls may still fail.
    CallsStillFail,
    /// The chain is accepted, but the host name was not checked.
    HostNotChecked,
    /// Only Java's message says why.
    SeeMessage,
    /// Replace the certificate of this name: its private key is public.
    ReplaceNow(&'a str),
    /// Use another CA: these releases of Java distrust the root.
    OtherCa(&'a [String]),
}

/// The instruction of a next step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<'a> {
    /// An instruction with its own text.
    Say(Instruction<'a>),
    /// A fix of the report.
    Fix(&'a Fix),
    /// The explanation of a finding.
    Explain(&'a Finding),
    /// A log contradicts the check.
    Compare(&'a LogConflict),
}

/// The texts of the answer in one language.
pub(crate) trait AnswerWords: Sync {
    /// A label.
    fn text(&self, text: AnswerText) -> &'static str;
    /// A label with values in it.
    fn phrase(&self, phrase: &AnswerPhrase<'_>) -> String;
    /// An instruction, in sentences.
    fn instruction(&self, instruction: &Instruction<'_>) -> String;
}

/// A clause as a sentence.
#[must_use]
pub fn as_sentence(clause: &str) -> String {
    let mut text = capitalised(clause);
    text.push('.');
    text
}

/// The whole months of a number of days.
fn months(days: i64) -> i64 {
    days.saturating_mul(12).saturating_div(365)
}

/// A length of time: up to 90 days in days, up to 24 months in months, then in years.
enum Span {
    Days(i64),
    Months(i64),
    Years(i64),
}

fn span(days: i64) -> Span {
    match days {
        ..=90 => Span::Days(days),
        91..=730 => Span::Months(months(days)),
        _ => Span::Years(days.saturating_div(365)),
    }
}
