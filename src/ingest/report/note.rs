//! Notes on what was repaired or ignored: one for each kind of repair, with a count.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::hint::HostOrigin;
use super::location::Location;
use crate::containers::{ContainerKind, Integrity};

/// Something that the reader of a report should know about the input, although nothing was lost.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum InputNote {
    /// Blocks had an unusual layout that was understood.
    Repaired {
        /// The kind of layout.
        repair: Repair,
        /// The number of blocks.
        blocks: u32,
        /// The first of them.
        at: Location,
        /// The depth of an indentation, or the line width, in characters.
        columns: Option<u32>,
    },
    /// The input was UTF-16.
    Utf16 {
        /// Whether the high byte comes first.
        big_endian: bool,
        /// Whether there was a byte order mark.
        marked: bool,
        /// The input.
        at: Location,
    },
    /// Lines that are neither a certificate nor a hint were ignored.
    #[serde(rename = "passed-over-lines")]
    IgnoredLines {
        /// How many, blank lines not counted.
        count: u32,
        /// What they look like.
        kind: NoiseKind,
        /// The input.
        at: Location,
    },
    /// `openssl s_client` listed more certificates than it printed, because `-showcerts` was
    /// missing.
    OpensslWithoutShowcerts {
        /// Certificates the server sent, as listed.
        listed: u32,
        /// Certificates that are present as blocks.
        present: u32,
        /// Subject names of the others, as openssl wrote them (cut at 256 bytes, at most 32).
        missing: Vec<String>,
        /// Issuer name of the last listed certificate, as openssl wrote it.
        last_issuer: Option<String>,
        /// The line `Certificate chain`.
        at: Location,
    },
    /// openssl's verify error, which depends on the machine where it ran.
    OpensslVerifyError {
        /// openssl's error number.
        number: u32,
        /// openssl's message, cut at 200 bytes.
        text: String,
        /// Depth in the chain, if it was printed.
        depth: Option<u32>,
        /// Its line.
        at: Location,
    },
    /// The input has the output of more than one session.
    SeveralChains {
        /// How many.
        count: u32,
        /// The first.
        at: Location,
    },
    /// Certificates came from a PKCS#7 set, which has no order.
    UnorderedSet {
        /// How many.
        certificates: u32,
        /// Whether indefinite lengths (BER) were used.
        ber: bool,
        /// Where the PKCS#7 object begins.
        at: Location,
    },
    /// A keystore or an archive was opened.
    ContainerOpened {
        /// What it is.
        kind: ContainerKind,
        /// The number of certificates in it.
        certificates: u32,
        /// Whether it is intact.
        integrity: Integrity,
        /// Where it begins.
        at: Location,
    },
    /// OpenSSL's trust settings in a `TRUSTED CERTIFICATE` were ignored.
    TrustSettingsDropped {
        /// The block.
        at: Location,
    },
    /// Bytes after the certificate's end, in the same block, were ignored.
    TrailingBytes {
        /// How many.
        count: u32,
        /// The block.
        at: Location,
    },
    /// The label is not `CERTIFICATE`, but the block contains certificates.
    UnusualLabel {
        /// The label as pasted.
        label: String,
        /// The block.
        at: Location,
    },
    /// The labels of BEGIN and END differ, but the content is complete.
    LabelMismatch {
        /// Label of the BEGIN line.
        begin: String,
        /// Label of the END line.
        end: String,
        /// The BEGIN line.
        at: Location,
    },
    /// The check uses a host name that the input mentions, because the user gave none.
    HostFromInput {
        /// The host name.
        host: String,
        /// What names it.
        origin: HostOrigin,
        /// Where.
        at: Location,
    },
    /// The input contains a diff: its new side was read, and its old side ignored.
    Diff {
        /// Where it begins.
        at: Location,
    },
    /// The input has the stack trace of a Java application and no words of API Gateway: another
    /// client may be meant.
    JavaStackTrace {
        /// Its first frame.
        at: Location,
    },
    /// Certificates were read from a link to another tool.
    Link {
        /// The tool.
        tool: LinkTool,
        /// The link.
        at: Location,
    },
}

impl InputNote {
    /// Whether it says what was checked or ignored. Other notes are about forms that were read
    /// without problems.
    #[must_use]
    pub fn affects_result(&self) -> bool {
        matches!(
            self,
            Self::HostFromInput { .. }
                | Self::Diff { .. }
                | Self::JavaStackTrace { .. }
                | Self::OpensslWithoutShowcerts { .. }
                | Self::SeveralChains { .. }
                | Self::UnorderedSet { .. }
                | Self::LabelMismatch { .. }
        )
    }
}

/// A form other than plain PEM that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Repair {
    /// Lines end in carriage returns.
    CarriageReturns,
    /// A UTF-8 byte order mark, or zero-width characters.
    ByteOrderMark,
    /// Lines are indented.
    Indentation,
    /// Lines begin with `>` or another mail or comment prefix.
    QuoteMarks,
    /// Lines begin with their number.
    LineNumbers,
    /// Line ends are written `\n`.
    EscapedNewlines,
    /// The whole block is on one line.
    OneLine,
    /// Lines are wider or narrower than 64 characters.
    LineWidth,
    /// Spaces at line ends.
    TrailingSpaces,
    /// Blank lines inside the block.
    BlankLines,
    /// Dashes were replaced by typographic ones.
    TypographicDashes,
    /// Some dashes of a marker are missing.
    MissingDashes,
    /// A backslash or backtick of Markdown.
    MarkdownEscapes,
    /// HTML tags or entities.
    HtmlMarkup,
    /// Percent-encoding, as in links.
    PercentEncoding,
    /// Header lines inside the block.
    PemHeaders,
    /// Quotation marks of a programming language around the lines.
    StringQuotes,
    /// Soft line ends of quoted-printable mail.
    QuotedPrintable,
    /// Characters that are not base64 were skipped; the length is right without them.
    StrayCharacters,
    /// The BEGIN line is missing.
    BeginMarkerMissing,
    /// The END line is missing or broken; the certificate is complete.
    EndMarkerMissing,
    /// Base64 without any marker.
    BareBase64,
    /// PEM that was encoded in base64 once more.
    EncodedPem,
    /// Hexadecimal digits.
    Hex,
    /// A hex dump with offsets.
    HexDump,
    /// Binary certificates among text.
    BinaryInText,
    /// Lines begin with a time stamp, a level or a name, as in logs.
    LinePrefixes,
    /// Color codes of a terminal.
    ColorCodes,
}

/// What the ignored lines look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoiseKind {
    /// `openssl s_client`.
    OpensslOutput,
    /// `openssl x509 -text`.
    X509Text,
    /// `openssl pkcs12`: bag attributes.
    BagAttributes,
    /// `keytool`.
    KeytoolOutput,
    /// Markup.
    Html,
    /// JSON.
    Json,
    /// An execution log or a stack trace.
    Log,
    /// Anything else.
    Text,
}

/// A page or tool whose links contain certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LinkTool {
    /// Firefox's `about:certificate`.
    AboutCertificate,
    /// asn1js.
    Asn1js,
    /// CyberChef.
    CyberChef,
    /// Any other link with the certificate in its query or fragment.
    Other,
}
