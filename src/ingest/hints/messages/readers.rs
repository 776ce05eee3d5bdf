//! Reads the arguments of messages.

use memchr::memmem;

use super::known;
use super::place::{Place, name, quoted};
use crate::ingest::report::hint::LogKind;
use crate::ingest::report::meaning::{Alert, Meaning, Side, Tool};
use crate::ingest::text::excerpt::{after_phrase, argument, excerpt, non_empty, number, until};

/// A message with a meaning and a name.
fn named(meaning: Meaning, tool: Option<Tool>, name: Option<String>) -> LogKind {
    LogKind::Known {
        meaning,
        tool,
        side: Side::Unknown,
        name,
    }
}

pub(super) fn validity(place: &Place<'_>) -> Option<LogKind> {
    let date = |phrase| after_phrase(place.after(), phrase).and_then(|rest| non_empty(until(rest, b"\r\n'\\,;")));
    Some(LogKind::ValidityCheckFailed {
        not_after: date("NotAfter: "),
        not_before: date("NotBefore: "),
    })
}

/// `Host name 'x' does not match the certificate subject provided by the peer (CN=y)`.
pub(super) fn host_name(place: &Place<'_>) -> Option<LogKind> {
    const WORDS: &[u8] = b"' does not match";
    let rest = place.after();
    let len = rest.iter().take(256).take_while(|byte| !b"'\n".contains(byte)).count();
    let words = place.folded.get(place.end + len..)?;
    // The line may be cut off, but a name between quotation marks alone is no such message.
    let on_line = rest.get(len..)?.iter().take_while(|byte| **byte != b'\n').count();
    let is_cut = WORDS.starts_with(words.get(..on_line)?) && on_line != 1;
    let is_cut = is_cut && (on_line > 1 || place.is_after("configuration error"));
    if !words.starts_with(WORDS) && !is_cut {
        return None;
    }
    let subject = after_phrase(place.after(), "peer (").or_else(|| after_phrase(place.after(), "peer\n("));
    Some(LogKind::HostNameMismatch {
        host: name(rest.get(..len)?),
        subject: subject.and_then(|rest| non_empty(until(rest, b")\r\n"))),
    })
}

/// `No name matching x found`, `No subject alternative DNS name matching x found.`
pub(super) fn no_name(place: &Place<'_>) -> Option<LogKind> {
    Some(LogKind::NoSubjectAlternativeName { host: place.name() })
}

/// `another chain at the address 192.0.2.1`, by this program's `--connect`.
pub(super) fn other_address(place: &Place<'_>) -> Option<LogKind> {
    Some(named(Meaning::OtherChainAtAddress, None, place.name()))
}

/// A host name after the phrase.
pub(super) fn host_after(place: &Place<'_>) -> Option<LogKind> {
    Some(named(Meaning::HostName, None, place.name()))
}

/// curl: `no alternative certificate subject name matches target host name 'x'`.
pub(super) fn target_host(place: &Place<'_>) -> Option<LogKind> {
    let host = ["host name ", "hostname ", "ip address ", "ipv4 address "]
        .iter()
        .find_map(|words| place.name_after(words));
    Some(named(Meaning::HostName, None, host))
}

/// curl: `certificate subject name 'y' does not match target host name 'x'`.
pub(super) fn host_after_name(place: &Place<'_>) -> Option<LogKind> {
    Some(named(
        Meaning::HostName,
        None,
        place.name_after("name ").or_else(|| place.name()),
    ))
}

/// nginx: `upstream SSL certificate does not match "x"`.
pub(super) fn nginx_upstream_name(place: &Place<'_>) -> Option<LogKind> {
    Some(LogKind::Known {
        meaning: Meaning::HostName,
        tool: Some(Tool::Nginx),
        side: Side::Client,
        name: place.name(),
    })
}

/// nginx: `client SSL certificate verify error: (20:unable to get local issuer certificate)`.
pub(super) fn nginx_client(_: &Place<'_>) -> Option<LogKind> {
    Some(LogKind::Known {
        meaning: Meaning::ClientCertificateRejected,
        tool: Some(Tool::Nginx),
        side: Side::Server,
        name: None,
    })
}

/// Python: `hostname 'x' doesn't match 'y'`.
pub(super) fn python_host(place: &Place<'_>) -> Option<LogKind> {
    let is_name = place.is_after("hostname '");
    is_name.then(|| named(Meaning::HostName, Some(Tool::Python), place.name_before()))
}

/// Ruby: `hostname "x" does not match the server certificate`.
pub(super) fn ruby(place: &Place<'_>) -> Option<LogKind> {
    Some(named(Meaning::HostName, Some(Tool::Ruby), place.name_before()))
}

/// PHP: ``Peer certificate CN=`y' did not match expected CN=`x'``.
pub(super) fn php(place: &Place<'_>) -> Option<LogKind> {
    Some(named(Meaning::HostName, Some(Tool::Php), place.name()))
}

/// PostgreSQL: `server certificate for "y" does not match host name "x"`.
pub(super) fn postgres(place: &Place<'_>) -> Option<LogKind> {
    Some(named(Meaning::HostName, Some(Tool::Postgres), place.name()))
}

/// OkHttp: `Hostname x not verified:`.
pub(super) fn not_verified(place: &Place<'_>) -> Option<LogKind> {
    let before = place.before();
    let near = before.get(before.len().saturating_sub(270)..)?;
    memmem::rfind(near, b"hostname ")?;
    Some(named(Meaning::HostName, Some(Tool::OkHttp), place.name_before()))
}

/// Apache HttpClient: `Certificate for <x> doesn't match any of the subject alternative names`.
pub(super) fn certificate_for(place: &Place<'_>) -> Option<LogKind> {
    let rest = place.folded_after();
    let matches = ["doesn't match", "does not match", "no common name", "didn't match"];
    let is_mismatch = matches
        .iter()
        .any(|words| memmem::find(rest, words.as_bytes()).is_some());
    is_mismatch.then(|| named(Meaning::HostName, Some(Tool::HttpClient), place.name()))
}

/// Node.js: `Hostname/IP does not match certificate's altnames: Host: x. is not in …`.
pub(super) fn altnames(place: &Place<'_>) -> Option<LogKind> {
    let host = place.name_after("host: ").or_else(|| place.name_after("ip: "));
    Some(named(Meaning::HostName, Some(Tool::Node), host))
}

/// Go: `certificate is valid for a, b, not x`.
pub(super) fn go_valid_for(place: &Place<'_>) -> Option<LogKind> {
    let at = memmem::rfind(place.folded_line(), b" not ")?;
    Some(named(
        Meaning::HostName,
        Some(Tool::Go),
        name(place.line().get(at + 5..)?),
    ))
}

/// Go: `certificate has expired or is not yet valid: current time … is after …`.
pub(super) fn go_dates(place: &Place<'_>) -> Option<LogKind> {
    let meaning = if place.is_before("is before") {
        Meaning::NotYetValid
    } else if place.is_before("is after") {
        Meaning::Expired
    } else {
        Meaning::OutOfDate
    };
    Some(known(meaning, Some(Tool::Go)))
}

/// `The server selected protocol version TLS10 is not accepted by client preferences`.
pub(super) fn server_version(place: &Place<'_>) -> Option<LogKind> {
    Some(named(Meaning::OldTls, None, place.name()))
}

/// OkHttp: `HTTPS hostname wrong:  should be <x>`.
pub(super) fn https_wrong(place: &Place<'_>) -> Option<LogKind> {
    Some(named(Meaning::HostName, None, place.name_after("should be ")))
}

/// Java 8: `Server chose TLSv1, but that protocol version is not enabled`.
pub(super) fn server_chose(place: &Place<'_>) -> Option<LogKind> {
    let is_version = place.is_before("protocol version is not enabled");
    is_version.then(|| named(Meaning::OldTls, None, place.name()))
}

/// `Illegal given domain name: x`, `Not a formal name x`.
pub(super) fn illegal_name(place: &Place<'_>) -> Option<LogKind> {
    let line = until(place.after(), b"\r\n'\\,;");
    Some(named(Meaning::IllegalHostName, None, non_empty(line)))
}

fn alert_of(words: &[u8], tool: Option<Tool>) -> Option<LogKind> {
    let alert = match Alert::of_words(words) {
        Some(alert) => alert.name().to_owned(),
        // A name that is not in the table, as the tool wrote it.
        None => {
            let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'_';
            let len = words.iter().take(48).take_while(is_name).count();
            argument(words.get(..len)?)
        }
    };
    (alert.len() > 4).then_some(LogKind::OtherAlert {
        alert,
        side: Side::Unknown,
        tool,
    })
}

/// `Received fatal alert: handshake_failure`.
pub(super) fn alert(place: &Place<'_>) -> Option<LogKind> {
    alert_of(place.after(), None)
}

/// openssl: `tlsv1 alert unknown ca`. Only known alerts: the line has a number, too.
pub(super) fn openssl_alert(place: &Place<'_>) -> Option<LogKind> {
    Alert::of_words(place.after())?;
    alert_of(place.after(), None)
}

/// curl: `TLSv1.2 (IN), TLS alert, unknown CA (560):`. An alert that curl sent is no message.
pub(super) fn traced_alert(place: &Place<'_>) -> Option<LogKind> {
    if place.is_after("(out)") {
        return None;
    }
    openssl_alert(place)
}

/// Go: `remote error: tls: bad certificate`.
pub(super) fn go_alert(place: &Place<'_>) -> Option<LogKind> {
    Alert::of_words(place.after())?;
    alert_of(place.after(), Some(Tool::Go))
}

/// `SSL alert number 46`, `fatal alert code is 46`, `Received alert [40]`.
pub(super) fn alert_number(place: &Place<'_>) -> Option<LogKind> {
    let (number, _) = number(place.after())?;
    Some(LogKind::OtherAlert {
        alert: Alert::of_number(number).map_or_else(|| number.to_string(), |alert| alert.name().to_owned()),
        side: Side::Unknown,
        tool: None,
    })
}

/// `tlsv1 unrecognized name`, `tlsv1 bad certificate status response`: without the word alert.
pub(super) fn tlsv1_alert(place: &Place<'_>) -> Option<LogKind> {
    alert_of(place.shown.get(place.at + 6..)?, None)
}

/// Chrome: `ERR_SSL_UNRECOGNIZED_NAME_ALERT`.
pub(super) fn unrecognized_name(_: &Place<'_>) -> Option<LogKind> {
    Some(LogKind::OtherAlert {
        alert: Alert::UnrecognizedName.name().to_owned(),
        side: Side::Client,
        tool: Some(Tool::Chrome),
    })
}

/// GnuTLS: `A TLS fatal alert has been received.: Handshake failed`.
pub(super) fn gnutls_alert(place: &Place<'_>) -> Option<LogKind> {
    match Alert::of_words(place.after()) {
        Some(alert) => Some(LogKind::OtherAlert {
            alert: alert.name().to_owned(),
            side: Side::Unknown,
            tool: Some(Tool::GnuTls),
        }),
        None => Some(known(Meaning::HandshakeFailed, Some(Tool::GnuTls))),
    }
}

/// Firefox: `SSL_ERROR_BAD_CERT_ALERT`.
pub(super) fn nss_alert(place: &Place<'_>) -> Option<LogKind> {
    const NAMES: [(&str, Alert); 14] = [
        ("bad cert alert", Alert::BadCertificate),
        ("rx certificate required alert", Alert::CertificateRequired),
        ("unknown ca alert", Alert::UnknownCa),
        ("certificate unknown alert", Alert::CertificateUnknown),
        ("expired cert alert", Alert::CertificateExpired),
        ("revoked cert alert", Alert::CertificateRevoked),
        ("unsupported cert alert", Alert::UnsupportedCertificate),
        ("handshake failure alert", Alert::HandshakeFailure),
        ("protocol version alert", Alert::ProtocolVersion),
        ("insufficient security alert", Alert::InsufficientSecurity),
        ("internal error alert", Alert::InternalError),
        ("inappropriate fallback alert", Alert::InappropriateFallback),
        ("unrecognized name alert", Alert::UnrecognizedName),
        ("access denied alert", Alert::AccessDenied),
    ];
    let words = place.folded_after();
    let (_, alert) = NAMES.iter().find(|(name, _)| words.starts_with(name.as_bytes()))?;
    Some(LogKind::OtherAlert {
        alert: alert.name().to_owned(),
        side: Side::Client,
        tool: Some(Tool::Firefox),
    })
}

/// Returns what openssl's verify error means.
///
/// # References
/// - OpenSSL 3.5, `include/openssl/x509_vfy.h.in`.
fn verify_meaning(number: u32) -> Meaning {
    match number {
        2 => Meaning::IssuerMissing,
        3 | 33 | 44 => Meaning::RevocationUnknown,
        4..=8 => Meaning::SignatureInvalid,
        9 => Meaning::NotYetValid,
        10 => Meaning::Expired,
        11 | 12 | 15 | 16 => Meaning::RevocationUnknown,
        13 | 14 => Meaning::Unreadable,
        18 => Meaning::SelfSigned,
        19 => Meaning::PrivateRoot,
        20 | 27 | 28 | 29 | 30 | 31 => Meaning::UnknownIssuer,
        21 => Meaning::FirstUnverified,
        22 => Meaning::PathTooLong,
        23 => Meaning::Revoked,
        24 | 79 => Meaning::NotACa,
        25 | 38 | 80 => Meaning::PathTooLong,
        26 => Meaning::ExtendedKeyUsage,
        32 | 35 | 37 | 81 | 82 | 92 => Meaning::NoKeyCertSign,
        34 => Meaning::CriticalExtension,
        36 | 39 | 40 | 41 | 42 | 43 => Meaning::Policy,
        47..=53 => Meaning::NameConstraints,
        62..=64 => Meaning::HostName,
        66..=68 => Meaning::Weak,
        70..=73 => Meaning::StapledResponse,
        _ => Meaning::VerifyFailed,
    }
}

/// `verify error:num=20:unable to get local issuer certificate`.
pub(super) fn verify_error(place: &Place<'_>) -> Option<LogKind> {
    let (number_, rest) = number(place.after())?;
    let before = place.before();
    let depth = memmem::rfind(before, b"depth=")
        .and_then(|at| number(before.get(at + 6..)?))
        .map(|(depth, _)| depth);
    let line = until(rest.strip_prefix(b":").unwrap_or(rest), b"\n");
    Some(verify(number_, line, depth))
}

fn verify(number: u32, text: &[u8], depth: Option<u32>) -> LogKind {
    LogKind::OpensslVerifyError {
        number,
        text: excerpt(text, 200),
        depth,
        meaning: verify_meaning(number),
    }
}

/// `Verify return code: 20 (unable to get local issuer certificate)`, also `Verification error`.
pub(super) fn verify_return(place: &Place<'_>) -> Option<LogKind> {
    let (number, rest) = number(place.after()).filter(|(number, _)| *number != 0)?;
    let text = until(rest.strip_prefix(b" (").unwrap_or(rest), b")\n");
    Some(verify(number, text, None))
}

/// `error 20 at 0 depth lookup: unable to get local issuer certificate`, of `openssl verify`.
pub(super) fn depth_lookup(place: &Place<'_>) -> Option<LogKind> {
    let before = place.before();
    let at = memmem::rfind(before, b"error ")?;
    let (number_, rest) = number(before.get(at + 6..)?)?;
    let (depth, _) = number(rest.strip_prefix(b" at ")?)?;
    let after = place.after();
    let text = until(after.strip_prefix(b":").unwrap_or(after), b"\n");
    Some(verify(number_, text, Some(depth)))
}

/// nginx: `upstream SSL certificate verify error: (21:unable to verify the first certificate)`.
pub(super) fn nginx_upstream(place: &Place<'_>) -> Option<LogKind> {
    let rest = place.after();
    let meaning = number(rest).map_or(Meaning::VerifyFailed, |(number, _)| verify_meaning(number));
    Some(LogKind::Known {
        meaning,
        tool: Some(Tool::Nginx),
        side: Side::Client,
        name: None,
    })
}

/// `error:0A000086:SSL routines::certificate verify failed`.
pub(super) fn ssl_routine(place: &Place<'_>) -> Option<LogKind> {
    Some(LogKind::OpensslError {
        text: argument(until(place.after(), b"\n)'")),
        meaning: Meaning::HandshakeFailed,
    })
}

/// Returns what curl's exit code means.
///
/// # References
/// - curl, "libcurl error codes" (<https://curl.se/libcurl/c/libcurl-errors.html>), read 2026-11.
fn curl_meaning(number: u32) -> Meaning {
    match number {
        1 | 3 => Meaning::BadUrl,
        5 | 97 => Meaning::Proxy,
        6 => Meaning::Dns,
        7 => Meaning::Refused,
        22 => Meaning::HttpError,
        28 => Meaning::Timeout,
        35 => Meaning::HandshakeFailed,
        51 => Meaning::HostName,
        52 => Meaning::EmptyReply,
        55 | 56 => Meaning::Reset,
        58 => Meaning::ClientCertificateFile,
        59 => Meaning::NoSharedCipher,
        60 => Meaning::VerifyFailed,
        77 | 82 => Meaning::CaFile,
        90 => Meaning::Pinned,
        91 => Meaning::StapledResponse,
        98 => Meaning::ClientCertificateMissing,
        _ => Meaning::ToolProblem,
    }
}

/// `curl: (60) SSL certificate problem: …`.
pub(super) fn curl(place: &Place<'_>) -> Option<LogKind> {
    let (number, rest) = number(place.after())?;
    let rest = rest.strip_prefix(b")").or_else(|| rest.strip_prefix(b":"))?;
    let text = argument(until(rest, b"\n"));
    Some(LogKind::CurlError {
        number,
        text,
        meaning: curl_meaning(number),
    })
}

/// .NET: the flags of `X509ChainStatusFlags` and `SslPolicyErrors` that follow.
pub(super) fn dot_net(place: &Place<'_>) -> Option<LogKind> {
    const FLAGS: [(&str, Meaning); 9] = [
        ("remotecertificatenamemismatch", Meaning::HostName),
        ("nottimevalid", Meaning::OutOfDate),
        ("partialchain", Meaning::UnknownIssuer),
        ("untrustedroot", Meaning::PrivateRoot),
        ("notsignaturevalid", Meaning::SignatureInvalid),
        ("revoked", Meaning::Revoked),
        ("offlinerevocation", Meaning::RevocationUnknown),
        ("revocationstatusunknown", Meaning::RevocationUnknown),
        ("remotecertificatenotavailable", Meaning::NoPeerCertificate),
    ];
    let words = place.folded_after();
    let meaning = FLAGS
        .iter()
        .find(|(flag, _)| memmem::find(words, flag.as_bytes()).is_some());
    Some(known(
        meaning.map_or(Meaning::VerifyFailed, |(_, meaning)| *meaning),
        Some(Tool::DotNet),
    ))
}

/// `{"message":"Forbidden"}`, `{"message": "Internal server error"}`: API Gateway's own responses.
pub(super) fn response(place: &Place<'_>) -> Option<LogKind> {
    const RESPONSES: [(&str, Meaning); 9] = [
        ("forbidden", Meaning::Forbidden),
        ("internal server error", Meaning::InternalServerError),
        ("endpoint request timed out", Meaning::IntegrationTimeout),
        ("service unavailable", Meaning::IntegrationTimeout),
        ("too many requests", Meaning::Throttled),
        ("limit exceeded", Meaning::Throttled),
        ("unauthorized", Meaning::Authorizer),
        ("missing authentication token", Meaning::MissingToken),
        ("not found", Meaning::MissingToken),
    ];
    let words = place.folded_after();
    let start = words.iter().take(4).take_while(|byte| b" :'".contains(byte)).count();
    let words = words.get(start..)?;
    let (_, meaning) = RESPONSES.iter().find(|(text, _)| {
        let rest = words.strip_prefix(text.as_bytes());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b"'"))
    })?;
    Some(known(*meaning, None))
}

/// The execution log's prefix: `Execution failed due to configuration error:`.
pub(super) fn unknown(place: &Place<'_>) -> Option<LogKind> {
    let is_prefix = place.is_after("execution failed due to") || place.is_after("cution a ");
    let rest = place.line();
    let start = rest.iter().take(8).take_while(|byte| b" :".contains(byte)).count();
    is_prefix.then(|| LogKind::UnknownExecutionFailure {
        text: quoted(rest.get(start..).unwrap_or_default()),
    })
}

/// Access logs: `"integrationErrorMessage":"…"`. `-` and an empty value are no message.
pub(super) fn integration_error(place: &Place<'_>) -> Option<LogKind> {
    let rest = place.line();
    let skip = |from: usize, marks: &[u8]| {
        let rest = rest.get(from..).unwrap_or_default().iter().take(4);
        from + rest.take_while(|byte| marks.contains(byte)).count()
    };
    let key = skip(0, b"' ");
    let start = skip(key, b":= ");
    let value = rest.get(start..)?;
    let text = quoted(value.strip_prefix(b"'").unwrap_or(value));
    // A number is a status; a format's variable is no value.
    let is_text = text.len() > 3 && !text.starts_with('$') && !text.bytes().all(|byte| byte.is_ascii_digit());
    (start > key && is_text).then_some(LogKind::UnknownExecutionFailure { text })
}
