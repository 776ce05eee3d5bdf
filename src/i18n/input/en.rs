//! English: notes on the input, ignored data and log messages.

use super::{InputWords, Nothing};
use crate::cert::DecodeError;
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::i18n::format::{Words, append, capitalised, grouped, say, shown};
use crate::i18n::grammar::en::{English, count};
use crate::ingest::{
    DropReason, Dropped, InputNote, LimitKind, LinkTool, Location, LogKind, LogMessage, NoiseKind, PrivateKeyKind,
    Repair,
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
            } => "The input was UTF-16 text, as PowerShell writes it, and was read as such.".to_owned(),
            InputNote::PassedOverLines { count: n, kind, at: _ } => {
                let lines = count(i64::from(*n), "line", "lines");
                match kind {
                    NoiseKind::OpensslOutput => say!("{0} of openssl output passed over.", lines),
                    NoiseKind::X509Text => say!(
                        "{0} of the readable form by openssl x509 -text passed over: the certificates themselves count.",
                        lines
                    ),
                    NoiseKind::BagAttributes => say!("{0} of PKCS#12 bag attributes passed over.", lines),
                    NoiseKind::KeytoolOutput => say!("{0} of keytool output passed over.", lines),
                    NoiseKind::Html => say!("{0} of HTML passed over.", lines),
                    NoiseKind::Json => say!("{0} of JSON passed over.", lines),
                    NoiseKind::Log => say!("{0} of log passed over.", lines),
                    NoiseKind::Text => say!("{0} of other text passed over.", lines),
                }
            }
            InputNote::OpensslWithoutShowcerts {
                listed,
                present,
                missing: _,
                last_issuer: _,
                at,
            } => say!(
                "The output of openssl lists {0} ({1}) but holds only {2}. Run the command again with -showcerts, so that it prints them all.",
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
                "OpenSSL said “{0}” (error {1}, {2}). That is about the machine on which it ran and the CAs known there, not about API Gateway.",
                shown(text),
                number.to_string(),
                place(files, at)
            ),
            InputNote::SeveralChains { count: n, at: _ } => say!(
                "The output of {0} is here. One server is judged: the one of the first server certificate.",
                count(i64::from(*n), "connection", "connections")
            ),
            InputNote::UnorderedSet {
                certificates,
                ber: _,
                at,
            } => say!(
                "{0} came out of a PKCS#7 set, which has no order of its own: {1}.",
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
                    "{0} came out of {1}: {2}.",
                    count(i64::from(*certificates), "certificate", "certificates"),
                    container(*kind),
                    place(files, at)
                );
                match integrity {
                    Integrity::Verified => {}
                    Integrity::Unchecked => append(&mut text, "Whether the file is unchanged was not checked."),
                    Integrity::Failed => append(
                        &mut text,
                        "Its checksum is wrong: the password belongs to another file, or the file was changed.",
                    ),
                }
                text
            }
            InputNote::TrustSettingsDropped { at } => say!(
                "OpenSSL’s trust settings after the certificate were left out: {0}.",
                place(files, at)
            ),
            InputNote::TrailingBytes { count: n, at } => say!(
                "{0} after the end of the certificate left out: {1}.",
                count(i64::from(*n), "byte", "bytes"),
                place(files, at)
            ),
            InputNote::UnusualLabel { label, at } => say!(
                "The block is labelled “{0}” but holds certificates all the same: {1}.",
                shown(label),
                place(files, at)
            ),
            InputNote::LabelMismatch { begin, end, at } => say!(
                "The block begins as “{0}” and ends as “{1}”; its content is whole: {2}.",
                shown(begin),
                shown(end),
                place(files, at)
            ),
            InputNote::Link { tool, at } => say!(
                "The certificates were read out of a link to {0}: {1}.",
                link_tool(*tool),
                place(files, at)
            ),
        }
    }

    fn dropped(&self, files: &[String], dropped: &Dropped) -> String {
        let what = match &dropped.reason {
            DropReason::PrivateKey { kind } => say!(
                "a private key ({0}) was here. It was deleted at once and went nowhere. No check ever needs it; if you have pasted it anywhere else, replace it.",
                private_key(*kind)
            ),
            DropReason::CertificateRequest => {
                "this is a certificate signing request. The CA answers it with a certificate: paste that one."
                    .to_owned()
            }
            DropReason::RevocationList => "this is a certificate revocation list, not a certificate.".to_owned(),
            DropReason::PublicKey => "this is a public key without its certificate.".to_owned(),
            DropReason::Pkcs12 => {
                "this is a PKCS#12 file. To take the certificates out, run openssl pkcs12 -nokeys -in FILE.".to_owned()
            }
            DropReason::JavaKeyStore { jceks } => {
                if *jceks {
                    "this is a Java key store (JCEKS). To take the certificates out, run keytool -list -rfc -storetype JCEKS -keystore FILE.".to_owned()
                } else {
                    "this is a Java key store (JKS). To take the certificates out, run keytool -list -rfc -keystore FILE.".to_owned()
                }
            }
            DropReason::Zip => "this is a ZIP archive. Unpack it and add the certificates.".to_owned(),
            DropReason::PasswordNeeded { kind, wrong } => {
                if *wrong {
                    say!("the password does not open {0}. Try another one.", container(*kind))
                } else {
                    say!(
                        "{0} needs its password. Only certificates are taken out; private keys stay locked.",
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
                    ContainerError::Truncated => say!("{0} ends early. Copy it again, whole.", what),
                    ContainerError::Damaged => say!("{0} is damaged. Copy it again, or export it again.", what),
                    ContainerError::Unsupported { algorithm } => {
                        say!("{0} uses a method that is not read here ({1}).", what, shown(algorithm))
                    }
                    ContainerError::TooManyRounds { rounds, max } => say!(
                        "{0} asks for {1} rounds of key derivation; at most {2} are done here.",
                        what,
                        grouped(i64::try_from(*rounds).unwrap_or(i64::MAX), ','),
                        grouped(i64::try_from(*max).unwrap_or(i64::MAX), ',')
                    ),
                }
            }
            DropReason::ContainerWithoutCertificates { kind } => {
                say!("there is no certificate in {0}.", container(*kind))
            }
            DropReason::EncryptedEntry => match &dropped.label {
                Some(name) => say!(
                    "the file “{0}” in this ZIP archive is encrypted. Unpack it and add it by itself.",
                    shown(name)
                ),
                None => "a file in this ZIP archive is encrypted. Unpack it and add it by itself.".to_owned(),
            },
            DropReason::Compressed => "this is a compressed file. Unpack it and add the certificates.".to_owned(),
            DropReason::Pdf => "this is a PDF document. Copy the certificates out of it as text.".to_owned(),
            DropReason::Image => "this is a picture. Paste the certificates as text.".to_owned(),
            DropReason::Pgp => "this is a PGP message or key, not a certificate for TLS.".to_owned(),
            DropReason::SshKey => "this is an SSH key, not a certificate for TLS.".to_owned(),
            DropReason::EcParameters => {
                "these are the parameters of an elliptic curve, which go with a private key.".to_owned()
            }
            DropReason::DhParameters => "these are Diffie-Hellman or DSA parameters, not a certificate.".to_owned(),
            DropReason::TlsSession => "this is a TLS session, not a certificate.".to_owned(),
            DropReason::AttributeCertificate => {
                "this is an attribute certificate, which has no key and no part in TLS.".to_owned()
            }
            DropReason::Pkcs7WithoutCertificates => "this is a PKCS#7 object without any certificate.".to_owned(),
            DropReason::NotACertificate => "this is well-formed ASN.1, but no certificate.".to_owned(),
            DropReason::UnknownBinary => "this is binary data of an unknown kind.".to_owned(),
            DropReason::Empty => "there is nothing in this block.".to_owned(),
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
                        "the block has a gap: {0} missing before its END line (line {1}). Copy it again, whole.",
                        missing,
                        line
                    )
                } else {
                    say!(
                        "the block is cut off: {0} missing after line {1}. Copy it again, down to its END line.",
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
                "the lengths inside do not add up: {0} declared, {1} there. Copy it again, or export it again.",
                count(i64::from(*declared), "byte", "bytes"),
                grouped(i64::from(*present), ',')
            ),
            DropReason::NotDer => "the base64 is fine, but what it encodes is no certificate.".to_owned(),
            DropReason::LabelMismatch { begin, end } => say!(
                "the block begins as “{0}” and ends as “{1}”, and its content is not whole. Copy it again.",
                shown(begin),
                shown(end)
            ),
            DropReason::BeginMarkerMissing => {
                "there is an END line without its BEGIN line. Copy the block again, from its BEGIN line.".to_owned()
            }
            DropReason::UnreadableCertificate { part } => {
                say!("{0}. Java could not read this certificate either.", unreadable(*part))
            }
            DropReason::LimitExceeded { limit, max, seen } => {
                let max = grouped(i64::try_from(*max).unwrap_or(i64::MAX), ',');
                let seen = grouped(i64::try_from(*seen).unwrap_or(i64::MAX), ',');
                match limit {
                    LimitKind::InputBytes => say!("only the first {0} bytes were read, of {1}.", max, seen),
                    LimitKind::Certificates => say!("only the first {0} certificates were taken, of {1}.", max, seen),
                    LimitKind::InflatedBytes => {
                        say!("only {0} bytes are unpacked out of archives; they hold {1}.", max, seen)
                    }
                    LimitKind::Dropped => say!("only the first {0} things left out are named, of {1}.", max, seen),
                }
            }
        };
        say!("{0}: {1}", capitalised(&place(files, &dropped.at)), what)
    }

    fn log_message(&self, message: &LogMessage) -> Words {
        const OTHER_MATTER: &str = "This is no matter of certificates.";
        let (clause, more) = match &message.kind {
            LogKind::GeneralSslEngineProblem => (
                "Java refused the server’s certificate without saying why".to_owned(),
                "“General SSLEngine problem” is what older Java says of every such failure: a CA that is not supported, a missing intermediate, a date, a host name. Paste the chain to see which.".to_owned(),
            ),
            LogKind::PathBuildingFailed => (
                "Java found no way from the server’s certificate to a CA that it trusts".to_owned(),
                "Either the CA is not supported (requirement 1), or an intermediate was not sent (requirement 3). Paste the chain to see which.".to_owned(),
            ),
            LogKind::ValidityCheckFailed { not_after, not_before } => (
                match (not_after, not_before) {
                    (Some(date), _) => say!("a certificate of the chain has expired ({0})", shown(date)),
                    (None, Some(date)) => say!("a certificate of the chain is not yet valid ({0})", shown(date)),
                    (None, None) => "a certificate of the chain has expired or is not yet valid".to_owned(),
                },
                "This is requirement 2. Paste the chain to see which certificate it is.".to_owned(),
            ),
            LogKind::PathValidationFailed => (
                "Java found the way to a root, but refuses a certificate on it".to_owned(),
                "Paste the chain to see which one, and why.".to_owned(),
            ),
            LogKind::AlgorithmConstraints => (
                "a key or a signature in the chain is too weak for Java".to_owned(),
                "Paste the chain to see which one.".to_owned(),
            ),
            LogKind::HostNameMismatch { host, subject } => (
                match host {
                    Some(host) => say!("the server’s certificate is not for “{0}”", shown(host)),
                    None => "the server’s certificate is for another host name".to_owned(),
                },
                match subject {
                    Some(subject) => say!("It is for “{0}”. Either the name in the integration is wrong, or the server chose a certificate for another host. Paste the chain and enter the host name.", shown(subject)),
                    None => "Either the name in the integration is wrong, or the server chose a certificate for another host. Paste the chain and enter the host name.".to_owned(),
                },
            ),
            LogKind::NoSubjectAlternativeName { host } => (
                match host {
                    Some(host) => say!("the server’s certificate does not name “{0}”", shown(host)),
                    None => "the server’s certificate does not name the host".to_owned(),
                },
                "The name must stand among its subject alternative names. Paste the chain and enter the host name.".to_owned(),
            ),
            LogKind::ExtendedKeyUsage => (
                "the server’s certificate is not meant for a TLS server".to_owned(),
                "Its extendedKeyUsage lacks serverAuth. Paste the chain to see what it has.".to_owned(),
            ),
            LogKind::HandshakeFailure => (
                "the backend ended the handshake".to_owned(),
                "It found no cipher suite in common, or it asks for a client certificate. The chain cannot show that; the backend’s own log can.".to_owned(),
            ),
            LogKind::ProtocolVersion => (
                "the backend and API Gateway have no version of TLS in common".to_owned(),
                "The backend must offer TLS 1.2 or later. The chain cannot show that.".to_owned(),
            ),
            LogKind::OtherAlert { alert } => (
                say!("the backend ended the handshake with the alert “{0}”", shown(alert)),
                "This is the backend’s decision; its own log says more.".to_owned(),
            ),
            LogKind::PlaintextConnection => (
                "the backend answered without TLS".to_owned(),
                "That port does not speak TLS. Check the port, or whether the integration’s address should begin with http.".to_owned(),
            ),
            LogKind::RemoteHostClosed => (
                "the backend hung up during the handshake".to_owned(),
                "It may want a server name (SNI) or a client certificate, or something on the way blocks the connection. The chain cannot show that.".to_owned(),
            ),
            LogKind::ConnectionReset => (
                "the connection was reset".to_owned(),
                "A firewall, a proxy or the backend cut it. The chain cannot show that.".to_owned(),
            ),
            LogKind::PlainHttpToHttpsPort => (
                "plain HTTP was sent to a port that speaks TLS".to_owned(),
                "Let the integration’s address begin with https, or set tlsConfig on a private integration of an HTTP API.".to_owned(),
            ),
            LogKind::InternalError => (
                "API Gateway could not reach the backend".to_owned(),
                say!("With a VPC link, look at the health of its targets and at the security groups. {0}", OTHER_MATTER),
            ),
            LogKind::NetworkError => (
                "API Gateway could not reach the backend in time".to_owned(),
                say!("Look at the address, the port, the firewall and the time limit. {0}", OTHER_MATTER),
            ),
            LogKind::InvalidEndpointAddress => (
                "the integration’s address is not valid".to_owned(),
                say!("Correct the address of the backend. {0}", OTHER_MATTER),
            ),
            LogKind::MalformedLambdaProxyResponse => ("the Lambda function answered in a form that API Gateway does not take".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::LambdaPermissions => ("API Gateway may not call the Lambda function".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::HeaderAlreadyPresent => ("a header was set twice".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::RoleNotAssumable => ("API Gateway may not take on the role that it was given".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::UnknownExecutionFailure { text } => (
                say!("the execution failed with “{0}”", shown(text)),
                "This message is not one that is known here. Paste the chain: if its certificates are to blame, that will show.".to_owned(),
            ),
            LogKind::OpensslVerifyError { number, text, depth } => (
                match depth {
                    Some(depth) => say!("OpenSSL said “{0}” (error {1}, at depth {2})", shown(text), number.to_string(), depth.to_string()),
                    None => say!("OpenSSL said “{0}” (error {1})", shown(text), number.to_string()),
                },
                "That is about the machine on which it ran and the CAs known there, not about API Gateway.".to_owned(),
            ),
            LogKind::OpensslError { text } => (
                say!("OpenSSL said “{0}”", shown(text)),
                "The connection failed before a certificate came. Check host and port.".to_owned(),
            ),
            LogKind::CurlError { number, text } => (
                say!("an error of curl: “{0}” (exit code {1})", shown(text), number.to_string()),
                "That is about the machine on which it ran and the CAs known there, not about API Gateway.".to_owned(),
            ),
        };
        Words::new(clause, more)
    }

    fn nothing(&self, why: &Nothing<'_>) -> String {
        match why {
            Nothing::Empty => "There is nothing to check. Paste the certificate chain of your backend, or the output of openssl s_client -connect HOST:443 -servername HOST -showcerts.".to_owned(),
            Nothing::NoCertificate(input) => {
                let mut text = "There is no certificate here.".to_owned();
                if let Some(first) = input.dropped.first() {
                    append(&mut text, &self.dropped(&input.files, first));
                } else {
                    append(&mut text, "A certificate begins with the line -----BEGIN CERTIFICATE-----. The command openssl s_client -connect HOST:443 -servername HOST -showcerts prints those that a server sends.");
                }
                text
            }
        }
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::CarriageReturns => "Carriage returns at line ends were left out",
        Repair::ByteOrderMark => "A byte order mark or characters of no width were left out",
        Repair::Indentation => "The indentation was taken off",
        Repair::QuoteMarks => "Quote or comment marks before the lines were taken off",
        Repair::LineNumbers => "Line numbers were taken off",
        Repair::EscapedNewlines => "Line ends written as \\n were read as line ends",
        Repair::OneLine => "The whole block stood on one line",
        Repair::LineWidth => "The lines were not 64 characters wide",
        Repair::TrailingSpaces => "Spaces at line ends were left out",
        Repair::BlankLines => "Blank lines inside the block were left out",
        Repair::TypographicDashes => "Typographic dashes were read as hyphens",
        Repair::MissingDashes => "Missing dashes of a BEGIN or END line were filled in",
        Repair::MarkdownEscapes => "Markdown’s backslashes or backticks were left out",
        Repair::HtmlMarkup => "HTML tags or entities were left out",
        Repair::PercentEncoding => "Percent-encoding was undone",
        Repair::PemHeaders => "Header lines inside the block were left out",
        Repair::StringQuotes => "Quotation marks around the lines were left out",
        Repair::QuotedPrintable => "The line ends of quoted-printable mail were undone",
        Repair::StrayCharacters => "Characters that are not base64 were left out",
        Repair::BeginMarkerMissing => "The BEGIN line was missing; the content is whole",
        Repair::EndMarkerMissing => "The END line was missing or broken; the content is whole",
        Repair::BareBase64 => "The base64 stood without BEGIN and END lines",
        Repair::EncodedPem => "The PEM was encoded in base64 once more",
        Repair::Hex => "The certificate was written in hexadecimal",
        Repair::HexDump => "The certificate was written as a hex dump",
        Repair::BinaryInText => "A binary certificate stood among text",
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
        ContainerKind::JavaKeyStore => "this Java key store",
        ContainerKind::Zip => "this ZIP archive",
    }
}

/// A line, and the file where there are several or it has a name.
fn place(files: &[String], at: &Location) -> String {
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
