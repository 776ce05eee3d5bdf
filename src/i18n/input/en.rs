//! English: notes on the input, ignored data and log messages.

use super::{InputWords, Nothing};
use crate::cert::DecodeError;
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::i18n::format::{Explanation, append, capitalised, grouped, say, shown};
use crate::i18n::grammar::en::{English, count};
use crate::ingest::{
    DropReason, Dropped, HostOrigin, InputNote, LimitKind, LinkTool, Location, LogKind, LogMessage, NoiseKind,
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
                "OpenSSL reported “{0}” (error {1}, {2}). This is about the machine where it ran and the CAs known there, not about API Gateway.",
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
            DropReason::NotDer => "the base64 is correct, but its content is not a certificate.".to_owned(),
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

    fn log_message(&self, message: &LogMessage) -> Explanation {
        const OTHER_MATTER: &str = "This is not a certificate problem.";
        let (clause, more) = match &message.kind {
            LogKind::GeneralSslEngineProblem => (
                "Java rejected the server certificate without saying why".to_owned(),
                "Older Java versions report “General SSLEngine problem” for every such failure: an unsupported CA, a missing intermediate, a date, a host name. Paste the chain to see the cause.".to_owned(),
            ),
            LogKind::PathBuildingFailed => (
                "Java found no path from the server certificate to a trusted CA".to_owned(),
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
                "Java found a path to a root but rejected a certificate on it".to_owned(),
                "Paste the chain to see which one, and why.".to_owned(),
            ),
            LogKind::AlgorithmConstraints => (
                "a key or a signature in the chain is too weak for Java".to_owned(),
                "Paste the chain to see which one.".to_owned(),
            ),
            LogKind::HostNameMismatch { host, subject } => (
                match host {
                    Some(host) => say!("the server certificate is not valid for “{0}”", shown(host)),
                    None => "the server certificate is for another host name".to_owned(),
                },
                match subject {
                    Some(subject) => say!("It is for “{0}”. Either the name in the integration is wrong, or the server sent the certificate of another host. Paste the chain and enter the host name.", shown(subject)),
                    None => "Either the name in the integration is wrong, or the server sent the certificate of another host. Paste the chain and enter the host name.".to_owned(),
                },
            ),
            LogKind::NoSubjectAlternativeName { host } => (
                match host {
                    Some(host) => say!("the server certificate does not contain the name “{0}”", shown(host)),
                    None => "the server certificate does not contain the name of the host".to_owned(),
                },
                "The name must be among its subject alternative names. Paste the chain and enter the host name.".to_owned(),
            ),
            LogKind::ExtendedKeyUsage => (
                "the server certificate is not meant for TLS servers".to_owned(),
                "Its extendedKeyUsage lacks serverAuth. Paste the chain to see what it contains.".to_owned(),
            ),
            LogKind::HandshakeFailure => (
                "the backend ended the handshake".to_owned(),
                "It found no common cipher suite, or it requires a client certificate. The chain cannot show that, but the backend’s own log can.".to_owned(),
            ),
            LogKind::ProtocolVersion => (
                "the backend and API Gateway have no TLS version in common".to_owned(),
                "The backend must offer TLS 1.2 or later. The chain cannot show that.".to_owned(),
            ),
            LogKind::OtherAlert { alert } => (
                say!("the backend ended the handshake with the alert “{0}”", shown(alert)),
                "The backend made this decision. See its log for the reason.".to_owned(),
            ),
            LogKind::PlaintextConnection => (
                "the backend answered without TLS".to_owned(),
                "That port does not use TLS. Check the port, and whether the URL of the integration should begin with http.".to_owned(),
            ),
            LogKind::RemoteHostClosed => (
                "the backend closed the connection during the handshake".to_owned(),
                "It may require a server name (SNI) or a client certificate, or something on the network may block the connection. The chain cannot show that.".to_owned(),
            ),
            LogKind::ConnectionReset => (
                "the connection was reset".to_owned(),
                "A firewall, a proxy or the backend closed it. The chain cannot show that.".to_owned(),
            ),
            LogKind::PlainHttpToHttpsPort => (
                "plain HTTP was sent to a TLS port".to_owned(),
                "Make the URL of the integration begin with https, or set tlsConfig on a private integration of an HTTP API.".to_owned(),
            ),
            LogKind::InternalError => (
                "API Gateway could not reach the backend".to_owned(),
                say!("With a VPC link, check the health of its targets and the security groups. {0}", OTHER_MATTER),
            ),
            LogKind::NetworkError => (
                "API Gateway could not reach the backend in time".to_owned(),
                say!("Check the address, the port, the firewall and the timeout. {0}", OTHER_MATTER),
            ),
            LogKind::InvalidEndpointAddress => (
                "the integration’s address is not valid".to_owned(),
                say!("Correct the address of the backend. {0}", OTHER_MATTER),
            ),
            LogKind::MalformedLambdaProxyResponse => ("the Lambda function responded in a format that API Gateway does not accept".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::LambdaPermissions => ("API Gateway is not allowed to call the Lambda function".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::HeaderAlreadyPresent => ("a header was set twice".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::RoleNotAssumable => ("API Gateway is not allowed to assume the configured role".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::UnknownExecutionFailure { text } => (
                say!("the execution failed with “{0}”", shown(text)),
                "This tool does not know this message. Paste the chain to see whether its certificates are the cause.".to_owned(),
            ),
            LogKind::OpensslVerifyError { number, text, depth } => (
                match depth {
                    Some(depth) => say!("OpenSSL reported “{0}” (error {1}, at depth {2})", shown(text), number.to_string(), depth.to_string()),
                    None => say!("OpenSSL reported “{0}” (error {1})", shown(text), number.to_string()),
                },
                "This is about the machine where it ran and the CAs known there, not about API Gateway.".to_owned(),
            ),
            LogKind::OpensslError { text } => (
                say!("OpenSSL reported “{0}”", shown(text)),
                "The connection failed before the server sent a certificate. Check the host and the port.".to_owned(),
            ),
            LogKind::CurlError { number, text } => (
                say!("curl reported “{0}” (exit code {1})", shown(text), number.to_string()),
                "This is about the machine where it ran and the CAs known there, not about API Gateway.".to_owned(),
            ),
        };
        Explanation::new(clause, more)
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
