//! The labels before the values of a description, and the lines around descriptions.

use std::sync::LazyLock;

use memchr::memmem::{self, Finder};

use crate::ingest::report::described::DescribedBy;
use crate::ingest::text::excerpt::{excerpt, number};

/// What a line says about the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Subject,
    Issuer,
    Serial,
    NotBefore,
    NotAfter,
    /// The key's algorithm.
    Algorithm,
    /// The key's size: `2048 bit)`.
    KeyBits,
    /// Both in one text: `Sun RSA public key, 2048 bits`.
    Key,
    /// Alternative names in one line.
    Names,
    /// One alternative name.
    Name,
    /// Whether it is a CA.
    Ca,
}

use DescribedBy::{Curl, JavaDebug, OpensslFields, OpensslSession, OpensslText, Windows};
use Label::{Algorithm, Ca, Issuer, Key, KeyBits, Name, Names, NotAfter, NotBefore, Serial, Subject};

/// A line's beginning, its meaning, and the tool that prints it; `None` if several do.
const LABELS: &[(&str, Label, Option<DescribedBy>)] = &[
    ("Subject: ", Subject, Some(OpensslText)),
    ("Issuer: ", Issuer, Some(OpensslText)),
    ("Serial Number:", Serial, Some(OpensslText)),
    ("Not Before:", NotBefore, Some(OpensslText)),
    ("Not After :", NotAfter, Some(OpensslText)),
    ("Not After:", NotAfter, Some(OpensslText)),
    ("Public Key Algorithm:", Algorithm, None),
    ("Public-Key: (", KeyBits, None),
    ("RSA Public-Key: (", KeyBits, None),
    ("RSA Public Key: (", KeyBits, None),
    ("DNS:", Names, None),
    ("IP Address:", Names, None),
    ("CA:", Ca, None),
    ("DNSName: ", Name, None),
    ("IPAddress: ", Name, None),
    ("subject=", Subject, Some(OpensslFields)),
    ("issuer=", Issuer, Some(OpensslFields)),
    ("serial=", Serial, Some(OpensslFields)),
    ("notBefore=", NotBefore, Some(OpensslFields)),
    ("notAfter=", NotAfter, Some(OpensslFields)),
    ("i:", Issuer, Some(OpensslSession)),
    ("a:PKEY: ", Key, Some(OpensslSession)),
    ("v:NotBefore: ", NotBefore, Some(OpensslSession)),
    ("subject: ", Subject, Some(Curl)),
    ("issuer: ", Issuer, Some(Curl)),
    ("NotBefore: ", NotBefore, Some(Windows)),
    ("NotAfter: ", NotAfter, Some(Windows)),
    ("[Subject]", Subject, Some(Windows)),
    ("[Issuer]", Issuer, Some(Windows)),
    ("[Serial Number]", Serial, Some(Windows)),
    ("[Not Before]", NotBefore, Some(Windows)),
    ("[Not After]", NotAfter, Some(Windows)),
    ("start date: ", NotBefore, Some(Curl)),
    ("expire date: ", NotAfter, Some(Curl)),
    ("Key: ", Key, Some(JavaDebug)),
    ("SerialNumber: ", Serial, Some(JavaDebug)),
    ("Validity: [From: ", NotBefore, Some(JavaDebug)),
    ("To: ", NotAfter, Some(JavaDebug)),
    ("\"serial number\"", Serial, Some(JavaDebug)),
    ("\"issuer\"", Issuer, Some(JavaDebug)),
    ("\"not before\"", NotBefore, Some(JavaDebug)),
    ("\"not  after\"", NotAfter, Some(JavaDebug)),
    ("\"subject\"", Subject, Some(JavaDebug)),
    ("\"subject public key\"", Algorithm, Some(JavaDebug)),
];

impl Label {
    /// Whether a description cannot begin with it.
    pub fn is_detail(self) -> bool {
        matches!(self, Algorithm | KeyBits | Key | Names | Name | Ca)
    }
}

/// Reads the label of a line; returns it with its value and its tool.
pub(super) fn label(line: &[u8]) -> Option<(Label, &[u8], Option<DescribedBy>)> {
    // `0 s:CN=…`, the list of s_client.
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let rest = line.get(digits..).unwrap_or_default();
    if let (1..3, Some(value)) = (digits, rest.strip_prefix(b" s:")) {
        return Some((Subject, value.trim_ascii(), Some(OpensslSession)));
    }
    if let Some(found) = property(line) {
        return Some(found);
    }
    let first = line.first()?;
    let fits = |text: &&str| text.as_bytes().first() == Some(first) && line.starts_with(text.as_bytes());
    let (text, label, tool) = LABELS.iter().find(|(text, ..)| fits(text))?;
    let value = line.get(text.len()..).unwrap_or_default().trim_ascii();
    if *first != b'"' {
        // The names of a line of OpenSSL need their first type, too.
        let value = if *label == Names { line } else { value };
        return Some((*label, value, *tool));
    }
    let value = value.strip_prefix(b":")?.trim_ascii().strip_prefix(b"\"")?;
    let value = value.strip_suffix(b",").unwrap_or(value);
    Some((*label, value.strip_suffix(b"\"").unwrap_or(value), *tool))
}

/// Reads a property that PowerShell prints: `NotAfter     : 29/12/2025 10:19:31`.
fn property(line: &[u8]) -> Option<(Label, &[u8], Option<DescribedBy>)> {
    const PROPERTIES: [(&[u8], Label); 5] = [
        (b"Subject", Subject),
        (b"Issuer", Issuer),
        (b"SerialNumber", Serial),
        (b"NotBefore", NotBefore),
        (b"NotAfter", NotAfter),
    ];
    let (name, label) = PROPERTIES.iter().find(|(name, _)| line.starts_with(name))?;
    let rest = line.get(name.len()..)?;
    let blanks = rest.iter().take(64).take_while(|byte| **byte == b' ').count();
    let value = rest.get(blanks..)?.strip_prefix(b":")?;
    (blanks > 0).then_some((*label, value.trim_ascii(), Some(Windows)))
}

/// Reads what gnutls-cli prints of a certificate in one line: `subject `…', issuer `…', …`.
pub(super) fn gnutls(line: &[u8]) -> Option<impl Iterator<Item = (Label, &[u8])>> {
    const FIELDS: [(&[u8], Label); 4] = [
        (b"subject `", Subject),
        (b"issuer `", Issuer),
        (b"activated `", NotBefore),
        (b"expires `", NotAfter),
    ];
    let value = |start: &[u8]| {
        let value = line.get(memmem::find(line, start)? + start.len()..)?;
        value.get(..memmem::find(value, b"',").or_else(|| memchr::memchr(b'\'', value))?)
    };
    value(b"subject `").and(value(b"issuer `"))?;
    let fields = FIELDS.iter();
    Some(fields.filter_map(move |(start, label)| Some((*label, value(start)?))))
}

/// Words of lines that describe something else. Every line is searched for them, so the searchers
/// are made once.
static FOREIGN: LazyLock<[Finder<'static>; 7]> = LazyLock::new(|| {
    [
        "Certificate Request:",
        "Certificate Revocation List",
        "adding as trusted cert",
        "Found trusted certificate",
        "found key for",
        "Produced client Certificate",
        "Produced CertificateVerify",
    ]
    .map(Finder::new)
});

/// The words before the certificates that Java received.
static RECEIVED: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("Consuming server Certificate"));

/// Whether the line begins a description, or what the server sent.
pub(super) fn is_start(line: &[u8]) -> bool {
    const EXACT: [&[u8]; 3] = [b"Certificate:", b"Certificate chain", b"Server certificate:"];
    EXACT.contains(&line) || line.starts_with(b"chain [") || RECEIVED.find(head(line)).is_some()
}

/// Whether the line is the first of a certificate that Java printed, sent or trusted.
pub(super) fn is_next(line: &[u8]) -> bool {
    line.starts_with(b"Version: V")
}

/// Whether the lines that follow describe something else: a request, a list, or certificates that
/// the server did not send.
pub(super) fn is_foreign(line: &[u8]) -> bool {
    FOREIGN.iter().any(|words| words.find(head(line)).is_some())
}

/// The part of a line that is searched.
fn head(line: &[u8]) -> &[u8] {
    line.get(..line.len().min(512)).unwrap_or_default()
}

fn has(line: &[u8], phrase: &[u8]) -> bool {
    memmem::find(head(line), phrase).is_some()
}

/// Reads a serial number: decimal with its hexadecimal form in parentheses, or hexadecimal with
/// separators.
pub(super) fn serial(value: &[u8]) -> Option<String> {
    let value = value.get(..value.len().min(256))?;
    let value = value.strip_prefix(b"[").unwrap_or(value);
    let value = match memmem::find(value, b"(0x") {
        Some(at) => value.get(at + 3..)?,
        None => value,
    };
    let digits = value
        .iter()
        .take_while(|byte| byte.is_ascii_hexdigit() || b": \t".contains(byte));
    let digits = digits.filter(|byte| byte.is_ascii_hexdigit());
    let digits: String = digits.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let digits = digits.trim_start_matches('0');
    (!digits.is_empty()).then(|| digits.to_owned())
}

/// Reads a size: `2048 bit)`.
pub(super) fn bits(value: &[u8]) -> Option<u32> {
    number(value).map(|(bits, _)| bits)
}

/// Reads Java's `Sun RSA public key, 2048 bits` and openssl's `rsaEncryption, 2048 (bit)`.
pub(super) fn key(value: &[u8]) -> (Option<String>, Option<u32>) {
    let value = value.get(..value.len().min(256)).unwrap_or_default();
    let (name, rest) = match memchr::memchr(b',', value) {
        Some(comma) => (value.get(..comma), value.get(comma + 1..)),
        None => (Some(value), None),
    };
    let name = excerpt(name.unwrap_or_default(), 64);
    let name = name.trim_start_matches("Sun ").trim_end_matches(" public key");
    let bits = rest.and_then(|rest| bits(rest.trim_ascii_start()));
    (Some(name.to_owned()).filter(|name| !name.is_empty()), bits)
}

/// Reads keytool's line on the key, in any language: `2048-bit RSA key`, `Clé RSA 2048 bits`.
pub(super) fn keytool_key(line: &[u8]) -> Option<(String, u32)> {
    const ALGORITHMS: [&str; 6] = ["RSASSA-PSS", "RSA", "DSA", "EC", "EdDSA", "Ed25519"];
    // A hex dump begins with its offset. A signature's algorithm has a digest.
    if line.first().is_some_and(u8::is_ascii_digit) && line.get(4) == Some(&b':') {
        return None;
    }
    if [&b"SHA"[..], b"MD5", b"with"].iter().any(|part| has(line, part)) {
        return None;
    }
    let algorithm = ALGORITHMS.into_iter().find(|name| has(line, name.as_bytes()))?;
    let mut rest = line;
    while let Some(at) = rest.iter().position(u8::is_ascii_digit) {
        let digits = rest.get(at..)?;
        let len = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if let Some((bits, _)) = number(digits)
            && (160..=16_384).contains(&bits)
            && bits != 25_519
        {
            return Some((algorithm.to_owned(), bits));
        }
        rest = digits.get(len..)?;
    }
    None
}
