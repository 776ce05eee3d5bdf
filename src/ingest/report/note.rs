//! What was repaired or ignored, as typed codes: one note for each kind of repair, with a count.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::location::Location;
use crate::containers::{ContainerKind, Integrity};

/// Something the reader of a report should know about the input, though nothing was lost by it.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum InputNote {
    /// Blocks were not in the plain form and were put right.
    Repaired {
        /// What was put right.
        repair: Repair,
        /// In how many blocks.
        blocks: u32,
        /// The first of them.
        at: Location,
        /// Width in characters, for indentation (its depth) and for line width.
        columns: Option<u32>,
    },
    /// The input was UTF-16.
    Utf16 {
        /// Whether the high byte comes first.
        big_endian: bool,
        /// Whether a byte order mark said so.
        marked: bool,
        /// The input.
        at: Location,
    },
    /// Lines that are neither a certificate nor a hint were ignored.
    PassedOverLines {
        /// How many, blank lines not counted.
        count: u32,
        /// What they look like.
        kind: NoiseKind,
        /// The input.
        at: Location,
    },
    /// `openssl s_client` listed more certificates than it printed: `-showcerts` was not given.
    OpensslWithoutShowcerts {
        /// Certificates the server sent, as listed.
        listed: u32,
        /// Certificates that are here as blocks.
        present: u32,
        /// Subject names of those that are not, as openssl wrote them (cut at 256 bytes, 32 at
        /// most).
        missing: Vec<String>,
        /// Issuer name of the last listed certificate, as openssl wrote it.
        last_issuer: Option<String>,
        /// The line `Certificate chain`.
        at: Location,
    },
    /// openssl's own verdict, which is about the machine it ran on.
    OpensslVerifyError {
        /// openssl's error number.
        number: u32,
        /// openssl's words, cut at 200 bytes.
        text: String,
        /// Depth in the chain, where it was printed.
        depth: Option<u32>,
        /// Its line.
        at: Location,
    },
    /// More than one session's output is here.
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
    /// A key store or an archive was opened.
    ContainerOpened {
        /// What it is.
        kind: ContainerKind,
        /// Certificates that came out of it.
        certificates: u32,
        /// Whether it is as it was written.
        integrity: Integrity,
        /// Where it begins.
        at: Location,
    },
    /// OpenSSL's trust settings after a `TRUSTED CERTIFICATE` were left out.
    TrustSettingsDropped {
        /// The block.
        at: Location,
    },
    /// Bytes after the certificate's end, in the same block, were left out.
    TrailingBytes {
        /// How many.
        count: u32,
        /// The block.
        at: Location,
    },
    /// The label is not `CERTIFICATE`, the content is certificates all the same.
    UnusualLabel {
        /// The label as pasted.
        label: String,
        /// The block.
        at: Location,
    },
    /// BEGIN and END name different things; the content is whole.
    LabelMismatch {
        /// Label of the BEGIN line.
        begin: String,
        /// Label of the END line.
        end: String,
        /// The BEGIN line.
        at: Location,
    },
    /// Certificates were read out of a link to another tool.
    Link {
        /// The tool.
        tool: LinkTool,
        /// The link.
        at: Location,
    },
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
    /// Dashes were turned into typographic ones.
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
    /// Characters that are not base64, left out; the length is right without them.
    StrayCharacters,
    /// The BEGIN line is missing.
    BeginMarkerMissing,
    /// The END line is missing or broken; the certificate is whole.
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
}

/// What passed-over lines look like.
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

/// A page or tool whose links carry certificates.
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
