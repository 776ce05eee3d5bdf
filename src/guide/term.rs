//! Another tool's words for a defect.

/// Whose words these are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glossary {
    /// `openssl verify` and `openssl s_client`.
    OpenSsl,
    /// Java, and with it API Gateway's execution log.
    Java,
    /// Qualys SSL Labs' server test, under "Chain issues".
    SslLabs,
    /// Firefox's error page.
    Firefox,
    /// The error page of Chrome and its relatives.
    Chrome,
    /// curl, with OpenSSL below it.
    Curl,
}

impl Glossary {
    /// The tool's name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenSsl => "OpenSSL",
            Self::Java => "Java",
            Self::SslLabs => "SSL Labs",
            Self::Firefox => "Firefox",
            Self::Chrome => "Chrome",
            Self::Curl => "curl",
        }
    }
}

/// A tool's words for a defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// Whose words.
    pub glossary: Glossary,
    /// The tool's number for it: openssl's verify error.
    pub number: Option<u16>,
    /// The words; for Java the unchanging part of the message.
    pub text: &'static str,
}

/// An error of `openssl verify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyError {
    /// As `error 20 at …` prints it.
    pub number: u16,
    /// As OpenSSL 3.0 words it.
    pub text: &'static str,
}
