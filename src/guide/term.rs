//! Another tool's message for a defect.

/// The tool that a message comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glossary {
    /// `openssl verify` and `openssl s_client`.
    OpenSsl,
    /// Java, and so API Gateway's execution log.
    Java,
    /// Qualys SSL Labs' server test, under "Chain issues".
    SslLabs,
    /// Firefox's error page.
    Firefox,
    /// The error page of Chrome and other Chromium browsers.
    Chrome,
    /// curl, built with OpenSSL.
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

/// A tool's message for a defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The tool.
    pub glossary: Glossary,
    /// The number of openssl's verify error; `None` for other tools.
    pub number: Option<u16>,
    /// The message; for Java the part that does not vary.
    pub text: &'static str,
}

/// An error of `openssl verify`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerifyError {
    /// The number, as in `error 20 at …`.
    pub number: u16,
    /// The text of OpenSSL 3.0.
    pub text: &'static str,
}
