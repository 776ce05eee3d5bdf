//! A command to run, what it shows, and what it should answer.

use super::VerifyError;
use crate::i18n::GuideText;
use crate::report::CertIndex;

/// Whose shell a command is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum System {
    /// Linux and macOS: any POSIX shell.
    #[default]
    Unix,
    /// Windows: the command prompt and PowerShell.
    Windows,
}

impl System {
    /// Both, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::Unix, Self::Windows];

    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unix => "Linux, macOS",
            Self::Windows => "Windows",
        }
    }

    /// `s_client` with these options, which ends at once. PowerShell has no `<`, so Windows gets
    /// the letter that quits.
    pub(super) fn s_client(self, options: &str) -> String {
        match self {
            Self::Unix => ["openssl s_client ", options, " </dev/null"].concat(),
            Self::Windows => ["echo Q | openssl s_client ", options].concat(),
        }
    }
}

/// What a command shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CommandPurpose {
    /// The SHA-256 fingerprint of a CA, to be looked up in AWS's list.
    FingerprintSha256,
    /// The SHA-1 fingerprint of a CA, to be looked up in AWS's list.
    FingerprintSha1,
    /// Who issued the topmost certificate that was sent: the CA to be looked up.
    Issuer,
    /// Not Before and Not After.
    Dates,
    /// Everything that the server's certificate says.
    WholeText,
    /// Whether the certificate is still good in 30 days.
    StillGoodIn30Days,
    /// The chain as the server sends it.
    ShowChain,
    /// Subject and issuer of each certificate, in the order sent.
    SubjectsAndIssuers,
    /// Whether the certificates that were sent are linked by signatures.
    VerifyLinks,
    /// Whether they lead to the root.
    VerifyToRoot,
    /// The size of the server's key.
    KeySize,
    /// The names for which the certificate is good.
    Names,
    /// Whether it is good for the host name.
    CheckHost,
}

impl CommandPurpose {
    /// What the command shows, in words.
    #[must_use]
    pub fn text(self) -> GuideText {
        match self {
            Self::FingerprintSha256 => GuideText::PurposeFingerprintSha256,
            Self::FingerprintSha1 => GuideText::PurposeFingerprintSha1,
            Self::Issuer => GuideText::PurposeIssuer,
            Self::Dates => GuideText::PurposeDates,
            Self::WholeText => GuideText::PurposeWholeText,
            Self::StillGoodIn30Days => GuideText::PurposeStillGood,
            Self::ShowChain => GuideText::PurposeShowChain,
            Self::SubjectsAndIssuers => GuideText::PurposeSubjectsAndIssuers,
            Self::VerifyLinks => GuideText::PurposeVerifyLinks,
            Self::VerifyToRoot => GuideText::PurposeVerifyToRoot,
            Self::KeySize => GuideText::PurposeKeySize,
            Self::Names => GuideText::PurposeNames,
            Self::CheckHost => GuideText::PurposeCheckHost,
        }
    }
}

/// What openssl answers if it sees what this program saw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The output contains each of these.
    Prints(Vec<String>),
    /// The subjects of these certificates, in this order.
    InOrder(Vec<CertIndex>),
    /// `openssl verify` prints the file's name and `OK`.
    Verified,
    /// `openssl verify` refuses with this error first.
    Refused(VerifyError),
    /// Nothing certain; the words say what to look at.
    Look(GuideText),
}

/// A command to check one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShellCommand {
    /// What it shows.
    pub purpose: CommandPurpose,
    /// The certificate concerned, where it is one of the input.
    pub certificate: Option<CertIndex>,
    /// The command line.
    pub text: String,
    /// What it answers if this program is right.
    pub expect: Expected,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_needs_no_redirection() {
        assert_eq!(
            System::Windows.s_client("-connect a:1"),
            "echo Q | openssl s_client -connect a:1"
        );
        assert_eq!(
            System::Unix.s_client("-connect a:1"),
            "openssl s_client -connect a:1 </dev/null"
        );
    }
}
