//! English: notes on the input, and ignored data.

use super::{InputWords, Nothing};
use crate::cert::DecodeError;
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::i18n::format::{append, capitalised, grouped, say, shown};
use crate::i18n::grammar::en::{English, count};
use crate::ingest::{
    BouncyCastle, CmsContent, DropReason, Dropped, HostOrigin, InputNote, LimitKind, LinkTool, Location, NoiseKind,
    PrivateKeyKind, Repair,
};

impl InputWords for English {
    fn note(&self, files: &[String], note: &InputNote) -> String {
        match note {
            InputNote::Repaired {
                repair: r,
                blocks,
                at,
                columns,
            } => {
                let what = match columns {
                    Some(columns) => say!(
                        "{0} ({1})",
                        repair(*r),
                        count(i64::from(*columns), "character", "characters")
                    ),
                    None => repair(*r).to_owned(),
                };
                if *blocks > 1 {
                    say!(
                        "{0}: {1}, from {2}.",
                        what,
                        count(i64::from(*blocks), "block", "blocks"),
                        place(files, at)
                    )
                } else {
                    say!("{0}: {1}.", what, place(files, at))
                }
            }
            InputNote::Utf16 {
                big_endian: _,
                marked: _,
                at: _,
            } => "The input was UTF-16 text, which PowerShell writes, and was read as UTF-16.".to_owned(),
            InputNote::IgnoredLines { count: n, kind, at: _ } => {
                let lines = count(i64::from(*n), "line", "lines");
                match kind {
                    NoiseKind::OpensslOutput => say!("Ignored {0} of openssl output.", lines),
                    NoiseKind::X509Text => say!(
                        "Ignored {0} of openssl x509 -text output: only the certificates themselves are read.",
                        lines
                    ),
                    NoiseKind::BagAttributes => say!("Ignored {0} of PKCS#12 bag attributes.", lines),
                    NoiseKind::KeytoolOutput => say!("Ignored {0} of keytool output.", lines),
                    NoiseKind::Html => say!("Ignored {0} of HTML.", lines),
                    NoiseKind::Json => say!("Ignored {0} of JSON.", lines),
                    NoiseKind::Log => say!("Ignored {0} of log output.", lines),
                    NoiseKind::Text => say!("Ignored {0} of other text.", lines),
                }
            }
            InputNote::OpensslWithoutShowcerts {
                listed,
                present,
                missing: _,
                last_issuer: _,
                at,
            } => say!(
                "The openssl output lists {0} ({1}) but contains only {2}. Run the command again with -showcerts, which prints all of them.",
                count(i64::from(*listed), "certificate", "certificates"),
                place(files, at),
                grouped(i64::from(*present), ',')
            ),
            InputNote::OpensslVerifyError {
                number,
                text,
                depth: _,
                at,
            } => say!(
                "OpenSSL reported “{0}” (error {1}, {2}).",
                shown(text),
                number.to_string(),
                place(files, at)
            ),
            InputNote::SeveralChains { count: n, at: _ } => say!(
                "Your input contains the output of {0}. Only one server is checked: the one with the first server certificate.",
                count(i64::from(*n), "connection", "connections")
            ),
            InputNote::UnorderedSet {
                certificates,
                ber: _,
                at,
            } => say!(
                "{0} came from a PKCS#7 set, which has no order: {1}.",
                count(i64::from(*certificates), "certificate", "certificates"),
                place(files, at)
            ),
            InputNote::ContainerOpened {
                kind,
                certificates,
                integrity,
                at,
            } => {
                let mut text = say!(
                    "{0} came from {1}: {2}.",
                    count(i64::from(*certificates), "certificate", "certificates"),
                    container(*kind),
                    place(files, at)
                );
                match integrity {
                    Integrity::Verified => {}
                    Integrity::Unchecked => append(&mut text, "The integrity of the file was not checked."),
                    Integrity::Failed => append(
                        &mut text,
                        "Its checksum is wrong: the password is for another file, or the file was changed.",
                    ),
                }
                text
            }
            InputNote::TrustSettingsDropped { at } => say!(
                "Ignored OpenSSL’s trust settings after the certificate: {0}.",
                place(files, at)
            ),
            InputNote::TrailingBytes { count: n, at } => say!(
                "Ignored {0} after the end of the certificate: {1}.",
                count(i64::from(*n), "byte", "bytes"),
                place(files, at)
            ),
            InputNote::UnusualLabel { label, at } => say!(
                "The block is labelled “{0}” but contains certificates: {1}.",
                shown(label),
                place(files, at)
            ),
            InputNote::LabelMismatch { begin, end, at } => say!(
                "The block begins as “{0}” and ends as “{1}”, but its content is complete: {2}.",
                shown(begin),
                shown(end),
                place(files, at)
            ),
            InputNote::HostFromInput { host, origin, at } => say!(
                "Checked for the host name “{0}”, which your input contains ({1}: {2}). If API Gateway requests another host, enter that one (in the command: --host).",
                shown(host),
                place(files, at),
                host_origin(*origin)
            ),
            InputNote::Diff { at } => say!(
                "This is a diff. Its new side was checked: the added and the unchanged lines. Its old side was ignored: {0}.",
                place(files, at)
            ),
            InputNote::JavaStackTrace { at } => say!(
                "This looks like a Java application and not like API Gateway: {0} is part of its stack trace. Choose the client (in the command: --client; --list-clients lists them).",
                place(files, at)
            ),
            InputNote::Link { tool, at } => say!(
                "The certificates were read from a link to {0}: {1}.",
                link_tool(*tool),
                place(files, at)
            ),
        }
    }

    fn dropped(&self, files: &[String], dropped: &Dropped) -> String {
        let what = match &dropped.reason {
            DropReason::PrivateKey { kind } => say!(
                "a private key ({0}) was here. It was removed immediately and not sent anywhere. No check needs it. If you have pasted it anywhere else, replace the key.",
                private_key(*kind)
            ),
            DropReason::CertificateRequest => {
                "this is a certificate signing request. Paste the certificate that the CA issued for it.".to_owned()
            }
            DropReason::RevocationList => "this is a certificate revocation list, not a certificate.".to_owned(),
            DropReason::PublicKey => "this is a public key without its certificate.".to_owned(),
            DropReason::Pkcs12 => {
                "this is a PKCS#12 file. To extract the certificates, run openssl pkcs12 -nokeys -in FILE.".to_owned()
            }
            DropReason::JavaKeyStore { jceks } => {
                if *jceks {
                    "this is a Java keystore (JCEKS). To extract the certificates, run keytool -list -rfc -storetype JCEKS -keystore FILE.".to_owned()
                } else {
                    "this is a Java keystore (JKS). To extract the certificates, run keytool -list -rfc -keystore FILE."
                        .to_owned()
                }
            }
            DropReason::BouncyCastleKeyStore { format } => say!(
                "this is a Bouncy Castle keystore ({0}), which is not opened here. Convert it to PKCS#12 and add that file: keytool -importkeystore -srckeystore FILE -srcstoretype {0} -destkeystore chain.p12 -deststoretype PKCS12 -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar.",
                match format {
                    BouncyCastle::Bcfks => "BCFKS",
                    BouncyCastle::Bks => "BKS",
                    BouncyCastle::Uber => "UBER",
                }
            ),
            DropReason::Cms {
                content: CmsContent::TimeStamp,
            } => "this is a timestamp (RFC 3161), not a certificate for TLS.".to_owned(),
            DropReason::Cms { content } => say!(
                "this is a CMS object ({0}), not a certificate. Paste the certificates that the server sends.",
                content.name()
            ),
            DropReason::Zip => "this is a ZIP archive. Unpack it and add the certificates.".to_owned(),
            DropReason::PasswordNeeded { kind, wrong } => {
                if *wrong {
                    say!("the password for {0} is wrong. Try another one.", container(*kind))
                } else {
                    say!(
                        "{0} needs its password. Only certificates are extracted; private keys stay encrypted.",
                        container(*kind)
                    )
                }
            }
            DropReason::UnreadableContainer { kind, why } => {
                let what = match &dropped.label {
                    Some(name) if *kind == ContainerKind::Zip => say!("“{0}” in {1}", shown(name), container(*kind)),
                    _ => container(*kind).to_owned(),
                };
                match why {
                    ContainerError::PasswordNeeded { wrong: _ } => say!("{0} needs its password.", what),
                    ContainerError::Truncated => say!("{0} ends early. Copy the whole file again.", what),
                    ContainerError::Damaged => say!("{0} is damaged. Copy or export it again.", what),
                    ContainerError::Unsupported { algorithm } => {
                        say!(
                            "{0} uses a method that is not supported here ({1}).",
                            what,
                            shown(algorithm)
                        )
                    }
                    ContainerError::TooManyIterations { iterations, max } => say!(
                        "{0} requires {1} iterations of key derivation, but at most {2} are allowed here.",
                        what,
                        grouped(i64::try_from(*iterations).unwrap_or(i64::MAX), ','),
                        grouped(i64::try_from(*max).unwrap_or(i64::MAX), ',')
                    ),
                }
            }
            DropReason::ContainerWithoutCertificates { kind } => {
                say!("there is no certificate in {0}.", container(*kind))
            }
            DropReason::EncryptedEntry => match &dropped.label {
                Some(name) => say!(
                    "the file “{0}” in this ZIP archive is encrypted. Unpack it and add it separately.",
                    shown(name)
                ),
                None => "a file in this ZIP archive is encrypted. Unpack it and add it separately.".to_owned(),
            },
            DropReason::Compressed => "this is a compressed file. Unpack it and add the certificates.".to_owned(),
            DropReason::Pdf => "this is a PDF document. Copy the certificates from it as text.".to_owned(),
            DropReason::Image => "this is an image. Paste the certificates as text.".to_owned(),
            DropReason::Pgp => "this is a PGP message or key, not a certificate for TLS.".to_owned(),
            DropReason::SshKey => "this is an SSH key, not a certificate for TLS.".to_owned(),
            DropReason::EcParameters => {
                "these are elliptic-curve parameters, which belong to a private key.".to_owned()
            }
            DropReason::DhParameters => "these are Diffie-Hellman or DSA parameters, not a certificate.".to_owned(),
            DropReason::TlsSession => "this is a TLS session, not a certificate.".to_owned(),
            DropReason::AttributeCertificate => {
                "this is an attribute certificate, which has no key and is not used in TLS.".to_owned()
            }
            DropReason::Pkcs7WithoutCertificates => "this is a PKCS#7 object without certificates.".to_owned(),
            DropReason::NotACertificate => "this is well-formed ASN.1, but not a certificate.".to_owned(),
            DropReason::UnknownBinary => "this is binary data of an unknown kind.".to_owned(),
            DropReason::Empty => "this block is empty.".to_owned(),
            DropReason::EndsEarly {
                missing_characters,
                last_line,
                declared: _,
                present: _,
                end_marker,
            } => {
                let missing = count(i64::from(*missing_characters), "character is", "characters are");
                let line = grouped(i64::from(*last_line), ',');
                if *end_marker {
                    say!(
                        "the block has a gap: {0} missing before its END line (line {1}). Copy the whole block again.",
                        missing,
                        line
                    )
                } else {
                    say!(
                        "the block is cut off: {0} missing after line {1}. Copy the whole block again, including its END line.",
                        missing,
                        line
                    )
                }
            }
            DropReason::BadCharacter {
                line,
                column,
                character,
            } => say!(
                "the character “{0}” in line {1}, column {2} is not base64. Copy the block again.",
                shown(&character.to_string()),
                grouped(i64::from(*line), ','),
                grouped(i64::from(*column), ',')
            ),
            DropReason::LengthMismatch { declared, present } => say!(
                "the lengths inside do not match: {0} declared, {1} present. Copy or export it again.",
                count(i64::from(*declared), "byte", "bytes"),
                grouped(i64::from(*present), ',')
            ),
            DropReason::NotDer => "the base64 is correct, but its content is not a certificate. Export the certificate again, in PEM format.".to_owned(),
            DropReason::NotBase64 { line, found } => say!(
                "line {0} contains “{1}” instead of base64. Copy the whole block again, from its BEGIN line to its END line.",
                grouped(i64::from(*line), ','),
                shown(found)
            ),
            DropReason::LabelMismatch { begin, end } => say!(
                "the block begins as “{0}” and ends as “{1}”, and its content is incomplete. Copy the whole block again.",
                shown(begin),
                shown(end)
            ),
            DropReason::BeginMarkerMissing => {
                "there is an END line without its BEGIN line. Copy the whole block again, including its BEGIN line."
                    .to_owned()
            }
            DropReason::UnreadableCertificate { part } => {
                say!("{0}. Java could not read this certificate either.", unreadable(*part))
            }
            DropReason::LimitExceeded { limit, max, seen } => {
                let max = grouped(i64::try_from(*max).unwrap_or(i64::MAX), ',');
                let seen = grouped(i64::try_from(*seen).unwrap_or(i64::MAX), ',');
                match limit {
                    LimitKind::InputBytes => say!("only the first {0} of {1} bytes were read.", max, seen),
                    LimitKind::Certificates => say!("only the first {0} of {1} certificates were read.", max, seen),
                    LimitKind::InflatedBytes => {
                        say!(
                            "only {0} bytes are unpacked from archives, which contain {1}.",
                            max,
                            seen
                        )
                    }
                    LimitKind::Dropped => say!("only the first {0} of {1} ignored items are listed.", max, seen),
                }
            }
        };
        say!("{0}: {1}", capitalised(&place(files, &dropped.at)), what)
    }

    fn nothing(&self, why: &Nothing<'_>) -> String {
        match why {
            Nothing::Empty => "There is nothing to check. Paste the certificate chain of your backend, or the output of openssl s_client -connect HOST:443 -servername HOST -showcerts.".to_owned(),
            Nothing::NoCertificate(input) => {
                let mut text = "No certificate found.".to_owned();
                if let Some(first) = input.dropped.first() {
                    append(&mut text, &self.dropped(&input.files, first));
                } else {
                    append(&mut text, "A certificate begins with the line -----BEGIN CERTIFICATE-----. The command openssl s_client -connect HOST:443 -servername HOST -showcerts prints the certificates that a server sends.");
                }
                text
            }
        }
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::CarriageReturns => "Removed carriage returns at line ends",
        Repair::ByteOrderMark => "Removed a byte order mark or zero-width characters",
        Repair::Indentation => "Removed the indentation",
        Repair::QuoteMarks => "Removed quote or comment marks at line starts",
        Repair::LineNumbers => "Removed line numbers",
        Repair::EscapedNewlines => "Read \\n as a line end",
        Repair::OneLine => "The whole block was on one line",
        Repair::LineWidth => "The lines were not 64 characters wide",
        Repair::TrailingSpaces => "Removed spaces at line ends",
        Repair::BlankLines => "Removed blank lines inside the block",
        Repair::TypographicDashes => "Read typographic dashes as hyphens",
        Repair::MissingDashes => "Added missing dashes to a BEGIN or END line",
        Repair::MarkdownEscapes => "Removed Markdown backslashes or backticks",
        Repair::HtmlMarkup => "Removed HTML tags or entities",
        Repair::PercentEncoding => "Decoded percent-encoding",
        Repair::PemHeaders => "Removed header lines inside the block",
        Repair::StringQuotes => "Removed quotation marks around the lines",
        Repair::QuotedPrintable => "Decoded the line ends of quoted-printable mail",
        Repair::StrayCharacters => "Removed characters that are not base64",
        Repair::BeginMarkerMissing => "The BEGIN line was missing, but the content is complete",
        Repair::EndMarkerMissing => "The END line was missing or broken, but the content is complete",
        Repair::BareBase64 => "The base64 had no BEGIN and END lines",
        Repair::EncodedPem => "The PEM was encoded in base64 twice",
        Repair::Hex => "The certificate was written in hexadecimal",
        Repair::HexDump => "The certificate was written as a hex dump",
        Repair::LinePrefixes => "Removed the time stamps, levels or names at line starts",
        Repair::ColorCodes => "Removed the color codes of a terminal",
        Repair::BinaryInText => "A binary certificate was among text",
    }
}

fn unreadable(part: DecodeError) -> &'static str {
    match part {
        DecodeError::Outer => "this looks like a certificate, but its outermost structure is broken",
        DecodeError::Body => "this looks like a certificate, but one of its fields is missing or broken",
        DecodeError::Name => "this looks like a certificate, but its subject or issuer is broken",
        DecodeError::Dates => "this looks like a certificate, but its dates are broken",
    }
}

fn link_tool(tool: LinkTool) -> &'static str {
    match tool {
        LinkTool::AboutCertificate => "Firefox’s certificate viewer",
        LinkTool::Asn1js => "asn1js",
        LinkTool::CyberChef => "CyberChef",
        LinkTool::Other => "another page",
    }
}

fn private_key(kind: PrivateKeyKind) -> &'static str {
    match kind {
        PrivateKeyKind::Pkcs8 => "PKCS#8",
        PrivateKeyKind::EncryptedPkcs8 => "PKCS#8, encrypted",
        PrivateKeyKind::Rsa => "RSA",
        PrivateKeyKind::Ec => "EC",
        PrivateKeyKind::Dsa => "DSA",
        PrivateKeyKind::OpenSsh => "OpenSSH",
        PrivateKeyKind::Pgp => "PGP",
        PrivateKeyKind::Putty => "PuTTY",
        PrivateKeyKind::TextDump => "printed as text",
        PrivateKeyKind::Other => "of another kind",
    }
}

/// A container as part of a sentence.
fn container(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Pkcs12 => "this PKCS#12 file",
        ContainerKind::JavaKeyStore => "this Java keystore",
        ContainerKind::Zip => "this ZIP archive",
    }
}

/// A line, with the file if there are several or it has a name.
fn host_origin(origin: HostOrigin) -> &'static str {
    match origin {
        HostOrigin::Request => "the log of the request",
        HostOrigin::ServerName => "the option -servername",
        HostOrigin::Connect => "the address of the connection",
        HostOrigin::Url => "the address given to curl",
        HostOrigin::Message => "the error message",
        HostOrigin::Handshake => "the output of --connect",
    }
}

pub(in crate::i18n) fn place(files: &[String], at: &Location) -> String {
    let line = grouped(i64::from(at.line), ',');
    let name = at.file.and_then(|file| files.get(usize::try_from(file).ok()?));
    match (name, at.file) {
        (Some(name), _) => say!("“{0}”, line {1}", shown(name), line),
        (None, Some(file)) => say!(
            "file {0}, line {1}",
            grouped(i64::from(file).saturating_add(1), ','),
            line
        ),
        (None, None) => say!("line {0}", line),
    }
}
