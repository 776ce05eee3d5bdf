//! Hints around certificates: hosts and log messages. Types only.
//!
//! Texts from the input are cut to a documented length. Other modules decide which rule a message
//! belongs to.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::described::Described;
use super::location::Location;
use super::meaning::{Alert, Meaning, Relevance, Side, Tool};

/// Hints found in the input.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hints {
    /// The host the input is about, from a command, a URL or a log line.
    pub host: Option<Host>,
    /// What names that host, and where.
    pub host_from: Option<HostFrom>,
    /// Recognized messages, in order, at most 100.
    pub messages: Vec<LogMessage>,
    /// The line that says that a client accepted the server's certificates.
    pub accepted: Option<Accepted>,
    /// Certificates that the input describes but does not contain, at most 16.
    pub described: Vec<Described>,
    /// Whether AWS's list of certificate authorities was pasted: at least three of its entries.
    pub aws_list: bool,
    /// The fragment of one of this tool's share links, without inserted characters, from `v1.` (or
    /// a later version) on. It may be cut off.
    pub share_link: Option<String>,
}

impl Hints {
    /// The host name that the client requests, as far as the input shows it.
    ///
    /// An address or `localhost` in a command is where somebody connected to, perhaps through a
    /// tunnel; it does not show which name API Gateway requests.
    #[must_use]
    pub fn hostname(&self) -> Option<(&str, HostFrom)> {
        let (host, from) = (self.host.as_ref()?, self.host_from?);
        let name = host.name.trim_end_matches('.');
        let local = name == "localhost" || name.parse::<std::net::IpAddr>().is_ok();
        let asked = !local
            || matches!(
                from.origin,
                HostOrigin::Request | HostOrigin::Message | HostOrigin::Handshake
            );
        (asked && !name.is_empty()).then_some((name, from))
    }
}

/// A line that says that a client accepted the server's certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Accepted {
    /// The client.
    pub by: AcceptedBy,
    /// Where it is.
    pub at: Location,
}

/// The client that accepted the server's certificates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AcceptedBy {
    /// API Gateway, which received a response.
    ApiGateway,
    /// OpenSSL: `Verify return code: 0 (ok)`.
    Openssl,
    /// curl: `SSL certificate verify ok`.
    Curl,
}

/// What names the host of an input, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HostFrom {
    /// What names it.
    pub origin: HostOrigin,
    /// Where it is.
    pub at: Location,
}

/// What names the host of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HostOrigin {
    /// API Gateway's execution log: `Sending request to`, `Endpoint request URI`.
    Request,
    /// The option `-servername`.
    ServerName,
    /// The address that a tool connected to: `-connect`, `-sslserver`.
    Connect,
    /// A URL given to curl, or curl's output.
    Url,
    /// An error message that names the host.
    Message,
    /// The output of this program's `--connect`: a handshake was made for this host.
    Handshake,
}

/// A host, as written in the input.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Host {
    /// Name or address, 253 characters at most.
    pub name: String,
    /// Port, if one was written.
    pub port: Option<u16>,
}

/// A recognized line of a log, a stack trace or a tool.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LogMessage {
    /// Where it is.
    pub at: Location,
    /// Whether `Execution failed due to configuration error:` precedes it on its line, in English
    /// or French.
    pub execution_failed: bool,
    /// What it says.
    pub kind: LogKind,
}

/// The meaning of a recognized message. Texts are cut at 256 bytes.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum LogKind {
    /// `General SSLEngine problem`.
    GeneralSslEngineProblem,
    /// `PKIX path building failed`, `unable to find valid certification path`.
    PathBuildingFailed,
    /// `validity check failed`, `timestamp check failed`, `CertificateExpiredException`, `NotAfter:
    /// …`.
    ValidityCheckFailed {
        /// The date after `NotAfter:`, as written.
        not_after: Option<String>,
        /// The date after `NotBefore:`, as written.
        not_before: Option<String>,
    },
    /// `PKIX path validation failed` for another reason.
    PathValidationFailed,
    /// `algorithm constraints check failed`.
    AlgorithmConstraints,
    /// `Host name 'x' does not match the certificate subject provided by the peer (CN=y)`.
    HostNameMismatch {
        /// The host asked for.
        host: Option<String>,
        /// The certificate's subject.
        subject: Option<String>,
    },
    /// `No subject alternative DNS name matching x found`, `No subject alternative names present`.
    NoSubjectAlternativeName {
        /// The host asked for.
        host: Option<String>,
    },
    /// `Extended key usage does not permit use for TLS server authentication`.
    ExtendedKeyUsage,
    /// `Received fatal alert: handshake_failure`.
    HandshakeFailure,
    /// `Received fatal alert: protocol_version`, `no protocols in common`.
    ProtocolVersion,
    /// Another alert, or one of these two if the side is not the client.
    OtherAlert {
        /// The alert's name in TLS, such as `certificate_unknown`; as written if it has none.
        alert: String,
        /// The side that received the alert. The other side ended the handshake.
        side: Side,
        /// The program that wrote the message, if it is known.
        tool: Option<Tool>,
    },
    /// `Unrecognized SSL message, plaintext connection?`.
    PlaintextConnection,
    /// `Remote host closed connection during handshake`, `Remote host terminated the handshake`.
    RemoteHostClosed,
    /// `Connection reset`.
    ConnectionReset,
    /// `The plain HTTP request was sent to HTTPS port`.
    PlainHttpToHttpsPort,
    /// `There was an internal error while executing your request`.
    InternalError,
    /// A timeout or another network error on the way to the endpoint.
    NetworkError,
    /// `Invalid endpoint address`.
    InvalidEndpointAddress,
    /// `Malformed Lambda proxy response`: nothing to do with TLS.
    MalformedLambdaProxyResponse,
    /// `Invalid permissions on Lambda function`: nothing to do with TLS.
    LambdaPermissions,
    /// `… header already present`: nothing to do with TLS.
    HeaderAlreadyPresent,
    /// `does not have permission to assume the provided role`: nothing to do with TLS.
    RoleNotAssumable,
    /// The execution-log prefix with an unknown message.
    UnknownExecutionFailure {
        /// The message.
        text: String,
    },
    /// openssl's verify error: `verify error:num=…`, `Verify return code: …`, `error 20 at 0 depth
    /// lookup`.
    OpensslVerifyError {
        /// openssl's number.
        number: u32,
        /// openssl's message.
        text: String,
        /// Depth in the chain.
        depth: Option<u32>,
        /// What it means.
        meaning: Meaning,
    },
    /// Another openssl error line.
    OpensslError {
        /// The part that explains it.
        text: String,
        /// What it means.
        meaning: Meaning,
    },
    /// curl's error.
    CurlError {
        /// curl's exit code.
        number: u32,
        /// curl's message.
        text: String,
        /// What it means.
        meaning: Meaning,
    },
    /// A message that is explained by its meaning.
    Known {
        /// What it means.
        meaning: Meaning,
        /// The program that wrote it, if the message shows it.
        tool: Option<Tool>,
        /// The side that wrote it.
        side: Side,
        /// The host, version or field that the message names.
        name: Option<String>,
    },
}

impl LogKind {
    /// Returns what the message means; `None` for a kind with a text of its own.
    #[must_use]
    pub fn meaning(&self) -> Option<Meaning> {
        match self {
            Self::OpensslVerifyError { meaning, .. }
            | Self::OpensslError { meaning, .. }
            | Self::CurlError { meaning, .. }
            | Self::Known { meaning, .. } => Some(*meaning),
            _ => None,
        }
    }

    /// Returns how the message relates to API Gateway's check of the server certificate.
    #[must_use]
    pub fn relevance(&self) -> Relevance {
        match self {
            Self::GeneralSslEngineProblem
            | Self::PathBuildingFailed
            | Self::ValidityCheckFailed { .. }
            | Self::PathValidationFailed
            | Self::AlgorithmConstraints
            | Self::HostNameMismatch { .. }
            | Self::NoSubjectAlternativeName { .. }
            | Self::ExtendedKeyUsage
            | Self::UnknownExecutionFailure { .. } => Relevance::SameCheck,
            Self::OtherAlert { alert, side, .. } => match Alert::of_name(alert) {
                Some(alert) if *side != Side::Client && alert.rejects_certificate() => Relevance::SameCheck,
                _ => Relevance::Handshake,
            },
            Self::HandshakeFailure
            | Self::ProtocolVersion
            | Self::PlaintextConnection
            | Self::RemoteHostClosed
            | Self::ConnectionReset
            | Self::PlainHttpToHttpsPort => Relevance::Handshake,
            Self::InternalError
            | Self::NetworkError
            | Self::InvalidEndpointAddress
            | Self::MalformedLambdaProxyResponse
            | Self::LambdaPermissions
            | Self::HeaderAlreadyPresent
            | Self::RoleNotAssumable => Relevance::NotCertificate,
            Self::OpensslVerifyError { meaning, .. }
            | Self::OpensslError { meaning, .. }
            | Self::CurlError { meaning, .. }
            | Self::Known { meaning, .. } => meaning.relevance(),
        }
    }

    /// Returns the codes of the findings that a chain with this problem has; `hostname` is the
    /// check of the host name. Empty if the message names no problem of the certificates.
    #[must_use]
    pub fn finding_codes(&self) -> &'static [&'static str] {
        match self {
            Self::PathBuildingFailed | Self::PathValidationFailed => PATH_BUILDING,
            Self::ValidityCheckFailed { .. } => &["expired", "not-yet-valid"],
            Self::AlgorithmConstraints => ALGORITHMS,
            Self::HostNameMismatch { .. } | Self::NoSubjectAlternativeName { .. } => &["hostname"],
            Self::ExtendedKeyUsage => &["leaf-extended-key-usage"],
            other => other.meaning().map_or(&[], Meaning::finding_codes),
        }
    }
}

/// Findings for which Java reports `PKIX path building failed`, or `PKIX path validation failed`
/// for a path whose end is an anchor. If each of several paths has a problem, Java reports none of
/// the problems.
const PATH_BUILDING: &[&str] = &[
    "curve-unsupported",
    "malformed",
    "weak-signature",
    "signature-not-offered",
    "self-issued-pair",
    "certificate-blocked",
    "netscape-cert-type",
    "old-version",
    "weak-key",
    "issuer-missing",
    "issuer-not-listed",
    "issuer-unknown",
    "supported-once-sent",
    "root-not-listed",
    "self-signed-leaf",
    "root-not-sent",
    "no-path",
    "path-too-long",
    "search-ended",
    "anchor-identifier-mismatch",
    "anchor-unfit",
    "anchor-key-mismatch",
    "expired",
    "not-yet-valid",
    "not-a-ca",
    "no-key-cert-sign",
    "path-length-exceeded",
    "empty-key-usage",
    "leaf-key-usage",
    "name-constraint",
    "name-constraint-unsupported",
    "policy-required",
    "signature-invalid",
    "unknown-critical-extension",
];

/// Findings for which Java reports disabled algorithms.
const ALGORITHMS: &[&str] = &[
    "weak-key",
    "weak-signature",
    "signature-not-offered",
    "curve-unsupported",
];
