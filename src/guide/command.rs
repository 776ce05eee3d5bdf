//! A command to run, what it shows, and its expected output.

use super::VerifyError;
use crate::i18n::GuideText;
use crate::report::CertIndex;

/// The operating system whose shell a command is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum System {
    /// Linux and macOS: any POSIX shell.
    #[default]
    Unix,
    /// Windows: the command prompt and PowerShell.
    Windows,
}

impl System {
    /// Both, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Unix, Self::Windows];

    /// Its name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unix => "Linux, macOS",
            Self::Windows => "Windows",
        }
    }

    /// Returns an `s_client` command with these options that exits immediately after the handshake.
    /// PowerShell has no `<`, so on Windows `Q` is piped in to quit.
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
    /// The SHA-256 fingerprint of a CA, to look up in AWS's list.
    FingerprintSha256,
    /// The SHA-1 fingerprint of a CA, to look up in AWS's list.
    FingerprintSha1,
    /// The issuer of the topmost sent certificate: the CA to look up.
    Issuer,
    /// Not Before and Not After.
    Dates,
    /// The whole content of the server's certificate.
    WholeText,
    /// Whether the certificate is still valid in 30 days.
    StillGoodIn30Days,
    /// The chain as the server sends it.
    ShowChain,
    /// Subject and issuer of each certificate, in the order sent.
    SubjectsAndIssuers,
    /// Whether each sent certificate was signed by the next one.
    VerifyLinks,
    /// Whether the sent certificates lead to the root.
    VerifyToRoot,
    /// The size of the server's key.
    KeySize,
    /// The names for which the certificate is valid.
    Names,
    /// Whether the certificate is valid for the host name.
    CheckHost,
    /// The trusted certificates of a Java client.
    Truststore,
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
            Self::Truststore => GuideText::PurposeTruststore,
        }
    }
}

/// The output of openssl if it gets the same certificates as this program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// The output contains each of these.
    Prints(Vec<String>),
    /// The subjects of these certificates, in this order.
    InOrder(Vec<CertIndex>),
    /// `openssl verify` prints the file's name and `OK`.
    Verified,
    /// `openssl verify` reports this error first.
    Rejected(VerifyError),
    /// Unknown; the text says what to look for.
    Look(GuideText),
}

/// A command that checks one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShellCommand {
    /// What it shows.
    pub purpose: CommandPurpose,
    /// The certificate it is about, if that is in the input.
    pub certificate: Option<CertIndex>,
    /// The command line.
    pub text: String,
    /// Its output if this program is right.
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
