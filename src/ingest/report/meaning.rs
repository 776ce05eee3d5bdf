//! What a recognized message means, whichever tool wrote it. Types and facts only, no texts.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// How a message relates to API Gateway's check of the server certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relevance {
    /// API Gateway makes the same check.
    SameCheck,
    /// API Gateway makes the same check, but with its own list of CAs.
    OwnList,
    /// The handshake failed for a reason that certificates do not show.
    Handshake,
    /// The cause is on the machine where the message was written.
    ThisMachine,
    /// The cause is how a certificate was given to an AWS service or a tool.
    Setup,
    /// Neither a certificate nor TLS is the cause.
    NotCertificate,
}

/// Declares the meanings: each with its relevance, and the codes of the findings that it belongs
/// to.
macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident $relevance:ident [$($code:literal),*];)*) => {
        /// What a message means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Meaning {
            $($(#[$doc])* $name,)*
        }

        impl Meaning {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// How it relates to API Gateway's check.
            #[must_use]
            pub fn relevance(self) -> Relevance {
                match self {
                    $(Self::$name => Relevance::$relevance,)*
                }
            }

            /// The codes of the findings that a chain with this problem has. `hostname` is the
            /// check of the host name.
            #[must_use]
            pub fn finding_codes(self) -> &'static [&'static str] {
                match self {
                    $(Self::$name => &[$($code),*],)*
                }
            }
        }
    };
}

meanings! {
    // A certificate or the chain was rejected.
    /// `Path does not chain with any of the trust anchors`.
    NotChained SameCheck ["anchor-identifier-mismatch", "anchor-key-mismatch", "anchor-unfit", "issuer-not-listed", "root-not-listed", "signature-invalid", "no-path"];
    /// `signature check failed`.
    SignatureInvalid SameCheck ["signature-invalid", "signature-not-offered", "curve-unsupported", "anchor-key-mismatch", "weak-signature"];
    /// `this is not a CA certificate`.
    NotACa SameCheck ["not-a-ca", "old-version", "root-not-ca", "anchor-unfit", "self-signed-leaf"];
    /// `pathLenConstraint violated`.
    PathTooLong SameCheck ["path-length-exceeded", "path-too-long"];
    /// `keyCertSign bit is not set`.
    NoKeyCertSign SameCheck ["no-key-cert-sign", "root-without-key-cert-sign", "empty-key-usage", "anchor-unfit"];
    /// `KeyUsage does not allow digital signatures`.
    LeafKeyUsage SameCheck ["leaf-key-usage", "empty-key-usage"];
    /// `Extended key usage does not permit use for TLS server authentication`.
    ExtendedKeyUsage SameCheck ["leaf-extended-key-usage"];
    /// `Netscape cert type does not permit use for SSL server`.
    NetscapeCertType SameCheck ["netscape-cert-type"];
    /// `name constraints check failed`.
    NameConstraints SameCheck ["name-constraint", "name-constraint-unsupported"];
    /// `non-null policy tree required and policy tree is null`.
    Policy SameCheck ["policy-required", "policy-mapping-any", "policy-qualifiers-critical"];
    /// `unrecognized critical extension(s)`.
    CriticalExtension SameCheck ["unknown-critical-extension"];
    /// `Failed to parse server certificates`.
    Unreadable SameCheck ["malformed", "old-version", "curve-unsupported", "other-key"];
    /// An unexpected Java exception while a certificate is checked.
    JavaException SameCheck ["malformed", "name-constraint", "name-constraint-unsupported", "hostname", "message-too-large", "empty-key-usage", "leaf-key-usage"];
    /// `The certificate chain length (11) exceeds the maximum allowed length (10)`.
    TooManyCertificates SameCheck ["too-many-certificates"];
    /// `The size of the handshake message (…) exceeds the maximum allowed size (32768)`.
    MessageTooLarge SameCheck ["message-too-large"];
    /// `Illegal given domain name`: Java cannot check the host name that was asked for.
    IllegalHostName SameCheck ["hostname"];
    /// The certificate is for other names.
    HostName SameCheck ["hostname"];
    /// Only the common name has the host; the client requires a subject alternative name.
    CommonNameOnly ThisMachine ["hostname"];
    /// A certificate has expired.
    Expired SameCheck ["expired"];
    /// A certificate is not valid yet.
    NotYetValid SameCheck ["not-yet-valid"];
    /// A certificate has expired or is not valid yet.
    OutOfDate SameCheck ["expired", "not-yet-valid"];
    /// No trusted CA issued the chain, or an intermediate is missing.
    UnknownIssuer OwnList ["issuer-missing", "issuer-not-listed", "issuer-unknown", "root-not-listed", "supported-once-sent", "no-path"];
    /// The issuer of a CA certificate is missing.
    IssuerMissing OwnList ["issuer-missing", "issuer-not-listed", "issuer-unknown", "root-not-listed", "supported-once-sent"];
    /// The server sent only its own certificate, whose issuer is unknown there.
    FirstUnverified OwnList ["issuer-missing", "issuer-not-listed", "issuer-unknown", "supported-once-sent"];
    /// The server certificate is self-signed.
    SelfSigned OwnList ["self-signed-leaf"];
    /// The chain ends at a root that is not trusted there.
    PrivateRoot OwnList ["root-not-listed"];
    /// The check of the certificate failed; the message has no reason.
    VerifyFailed OwnList [];
    /// A key or a signature is too weak.
    Weak SameCheck ["weak-key", "weak-signature"];
    /// Java no longer trusts the root of the chain, whatever the truststore contains.
    Distrusted SameCheck ["anchor-distrusted"];
    /// A certificate is on the client's list of blocked certificates.
    Blocked SameCheck ["certificate-blocked"];
    /// A certificate was revoked.
    Revoked ThisMachine [];
    /// The revocation status is unknown.
    RevocationUnknown ThisMachine [];
    /// The stapled OCSP response is missing or bad.
    StapledResponse ThisMachine [];

    // The handshake failed.
    /// The server did not send a certificate.
    NoPeerCertificate Handshake [];
    /// `peer not authenticated`: the handshake failed earlier.
    PeerNotAuthenticated Handshake [];
    /// The server requires a client certificate and got none.
    ClientCertificateMissing Handshake [];
    /// `--connect` of this program: without the server name, the server sends another chain, or
    /// none.
    OtherChainWithoutName Handshake [];
    /// `--connect` of this program: another address of the host sends another chain, or none.
    OtherChainAtAddress Handshake [];
    /// `--connect` of this program: the server refuses the server name (SNI) that is sent.
    ServerNameRefused Handshake [];
    /// The server rejected the client's certificate.
    ClientCertificateRejected Handshake [];
    /// The client cannot use its own certificate or key.
    ClientCertificateFile ThisMachine [];
    /// The port answered without TLS.
    NotTls Handshake [];
    /// Plain HTTP arrived at a TLS port.
    HttpToTls Handshake [];
    /// Client and server have no cipher suite or signature algorithm in common.
    NoSharedCipher Handshake [];
    /// The server offers only an old TLS version.
    OldTls Handshake [];
    /// Client and server have no TLS version in common.
    NoCommonTls Handshake [];
    /// The client allows no TLS version or cipher suite.
    NoProtocol ThisMachine [];
    /// The connection was closed during the handshake.
    ClosedEarly Handshake [];
    /// The handshake failed; the message has no reason.
    HandshakeFailed Handshake [];
    /// The server's Diffie-Hellman key is too small.
    DhTooSmall Handshake [];
    /// The server does not support secure renegotiation.
    LegacyRenegotiation Handshake [];

    // The machine where the message was written.
    /// `the trustAnchors parameter must be non-empty`.
    NoTrustAnchors ThisMachine [];
    /// The file with the CAs is missing or unreadable.
    CaFile ThisMachine [];
    /// The certificate does not match the pinned key.
    Pinned ThisMachine [];
    /// The password of a keystore is wrong, or the keystore is damaged.
    KeystorePassword ThisMachine [];
    /// A file is not a certificate in PEM.
    NotPem Setup [];
    /// The private key does not belong to the certificate.
    KeyMismatch Setup [];
    /// A certificate or key file is missing or not readable.
    FileMissing Setup [];
    /// Another problem of the tool itself.
    ToolProblem ThisMachine [];

    // The network.
    /// The host name could not be resolved.
    Dns NotCertificate [];
    /// Nothing accepts connections on that port.
    Refused NotCertificate [];
    /// The other side did not answer in time.
    Timeout NotCertificate [];
    /// There is no route to the host.
    Unreachable NotCertificate [];
    /// A proxy refused the connection.
    Proxy NotCertificate [];
    /// The connection was reset.
    Reset Handshake [];
    /// The server closed the connection without a response.
    EmptyReply NotCertificate [];
    /// The URL is malformed, or its scheme is not supported.
    BadUrl NotCertificate [];
    /// The server answered with an HTTP error.
    HttpError NotCertificate [];

    // API Gateway, apart from certificates.
    /// `No match for output mapping`.
    NoOutputMapping NotCertificate [];
    /// `Output mapping refers to an invalid method response`.
    InvalidMethodResponse NotCertificate [];
    /// `Unable to transform request`, `Unable to transform response`.
    Transform NotCertificate [];
    /// `Illegal character in path`.
    IllegalUrl NotCertificate [];
    /// An authorizer failed or denied the request.
    Authorizer NotCertificate [];
    /// `Forbidden`: AWS WAF, a resource policy or an authorizer denied the request.
    Forbidden NotCertificate [];
    /// `Missing Authentication Token`: no such route, or the request is not signed.
    MissingToken NotCertificate [];
    /// The request's signature or credentials are wrong.
    Credentials NotCertificate [];
    /// The API key is missing or invalid.
    ApiKey NotCertificate [];
    /// The request was throttled.
    Throttled NotCertificate [];
    /// The Lambda function failed.
    Lambda NotCertificate [];
    /// API Gateway's role or a policy does not allow the call.
    Permissions NotCertificate [];
    /// The payload is larger than allowed.
    TooLarge NotCertificate [];
    /// `Endpoint request timed out`.
    IntegrationTimeout NotCertificate [];
    /// The VPC link is not available.
    VpcLink NotCertificate [];
    /// `Internal server error`: the response to the client, without the cause.
    InternalServerError Handshake [];

    // Certificates in AWS services and in infrastructure as code.
    /// ACM: `The certificate field contains more than one certificate`.
    AcmSeveralCertificates Setup [];
    /// ACM or IAM: the chain does not belong to the certificate or is out of order.
    AcmChain Setup ["wrong-order", "issuer-missing"];
    /// ACM or IAM: not a certificate in PEM.
    AcmPem Setup [];
    /// ACM or IAM: the private key does not belong to the certificate.
    AcmKeyMismatch Setup [];
    /// ACM: the key's size or algorithm is not supported.
    AcmKeyLength Setup [];
    /// ACM: the private key is encrypted or not supported.
    AcmPrivateKey Setup [];
    /// ACM: the quota is exhausted.
    AcmQuota NotCertificate [];
    /// `Invalid base64: "-----BEGIN`.
    Base64Input Setup [];
    /// A tool or template does not know `tlsConfig` at this place.
    TlsConfigUnknown Setup [];
    /// `tlsConfig` is not allowed for this kind of integration.
    TlsConfigRejected Setup [];
}

/// Which side wrote a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The side that connects, such as API Gateway or curl.
    Client,
    /// The side that is connected to, such as the backend.
    Server,
    /// The message does not show it.
    #[default]
    Unknown,
}

/// Declares the tools: each with its name, the same in every language.
macro_rules! tools {
    ($($name:ident $text:literal,)*) => {
        /// The program that wrote a message.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "each is a tool's name")]
        pub enum Tool {
            $($name,)*
        }

        impl Tool {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The tool's name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

tools! {
    Acm "ACM",
    Android "Android",
    Apache "Apache",
    Chrome "Chrome",
    Curl "curl",
    DotNet ".NET",
    Envoy "Envoy",
    Firefox "Firefox",
    Git "git",
    GnuTls "GnuTLS",
    Go "Go",
    HaProxy "HAProxy",
    HttpClient "Apache HttpClient",
    Iam "IAM",
    Infrastructure "Terraform / CloudFormation / CDK",
    Keytool "keytool",
    Nginx "nginx",
    Node "Node.js",
    OkHttp "OkHttp",
    Openssl "OpenSSL",
    Php "PHP",
    Postgres "PostgreSQL",
    Python "Python",
    Ruby "Ruby",
    Rust "Rust",
    Schannel "Windows (Schannel)",
    Wget "wget",
}

impl Tool {
    /// Whether the tool also connects to other servers on behalf of its own clients.
    #[must_use]
    pub fn is_proxy(self) -> bool {
        matches!(self, Self::Nginx | Self::Envoy | Self::HaProxy | Self::Apache)
    }
}

/// Declares the alerts: each with its number and its name in the TLS standards.
macro_rules! alerts {
    ($($name:ident $number:literal $text:literal,)*) => {
        /// An alert of TLS that ends a handshake.
        ///
        /// # References
        /// - RFC 8446, section 6.2; RFC 5246, section 7.2; RFC 6066, section 3; RFC 7507, section
        ///   3; RFC 7301, section 3.2.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is an alert's name")]
        pub enum Alert {
            $($name,)*
        }

        impl Alert {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Its name, such as `certificate_unknown`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The number that is sent.
            #[must_use]
            pub fn number(self) -> u32 {
                match self {
                    $(Self::$name => $number,)*
                }
            }
        }
    };
}

alerts! {
    UnexpectedMessage 10 "unexpected_message",
    BadRecordMac 20 "bad_record_mac",
    HandshakeFailure 40 "handshake_failure",
    BadCertificate 42 "bad_certificate",
    UnsupportedCertificate 43 "unsupported_certificate",
    CertificateRevoked 44 "certificate_revoked",
    CertificateExpired 45 "certificate_expired",
    CertificateUnknown 46 "certificate_unknown",
    IllegalParameter 47 "illegal_parameter",
    UnknownCa 48 "unknown_ca",
    AccessDenied 49 "access_denied",
    DecodeError 50 "decode_error",
    DecryptError 51 "decrypt_error",
    ProtocolVersion 70 "protocol_version",
    InsufficientSecurity 71 "insufficient_security",
    InternalError 80 "internal_error",
    InappropriateFallback 86 "inappropriate_fallback",
    MissingExtension 109 "missing_extension",
    UnrecognizedName 112 "unrecognized_name",
    BadCertificateStatusResponse 113 "bad_certificate_status_response",
    CertificateRequired 116 "certificate_required",
    NoApplicationProtocol 120 "no_application_protocol",
}

impl Alert {
    /// Returns the alert with this name in TLS.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|alert| alert.name() == name)
    }

    /// Whether the sender of the alert rejects the other side's certificate.
    #[must_use]
    pub fn rejects_certificate(self) -> bool {
        matches!(
            self,
            Self::BadCertificate
                | Self::UnsupportedCertificate
                | Self::CertificateRevoked
                | Self::CertificateExpired
                | Self::CertificateUnknown
                | Self::UnknownCa
        )
    }

    /// Returns the alert with this number.
    #[must_use]
    pub fn of_number(number: u32) -> Option<Self> {
        Self::ALL.iter().copied().find(|alert| alert.number() == number)
    }

    /// Returns the alert that a tool's words begin with, whatever separates the words:
    /// `certificate unknown`, `CERTIFICATE_UNKNOWN`, `CertificateUnknown`, or Go's `unknown
    /// certificate`.
    #[must_use]
    pub fn of_words(words: &[u8]) -> Option<Self> {
        let squeezed: Vec<u8> = words
            .iter()
            .take(48)
            .filter(|byte| byte.is_ascii_alphabetic())
            .map(u8::to_ascii_lowercase)
            .collect();
        let begins = |name: &str| {
            let name = name.bytes().filter(|byte| *byte != b'_' && *byte != b' ');
            let mut rest = squeezed.iter();
            name.into_iter().all(|byte| rest.next() == Some(&byte))
        };
        let others = OTHER_NAMES.iter().filter(|(name, _)| begins(name));
        let own = Self::ALL.iter().filter(|alert| begins(alert.name()));
        // The longest name: `bad certificate status response` begins with `bad certificate`.
        others
            .map(|(name, alert)| (name.len(), *alert))
            .chain(own.map(|alert| (alert.name().len(), *alert)))
            .max_by_key(|(len, _)| *len)
            .map(|(_, alert)| alert)
            .or_else(|| Self::cut_off(&squeezed))
    }

    /// Returns the only alert whose name begins with these letters: the message was cut off.
    fn cut_off(letters: &[u8]) -> Option<Self> {
        let begins = |alert: &&Self| {
            let mut name = alert.name().bytes().filter(|byte| *byte != b'_');
            letters.iter().all(|letter| name.next() == Some(*letter))
        };
        let mut fits = Self::ALL.iter().filter(begins);
        let alert = fits.next().filter(|_| letters.len() >= 7)?;
        fits.next().is_none().then_some(*alert)
    }
}

/// Names that tools give to alerts instead of the standard's.
const OTHER_NAMES: [(&str, Alert); 20] = [
    ("unknown certificate authority", Alert::UnknownCa),
    ("unknown certificate", Alert::CertificateUnknown),
    ("expired certificate", Alert::CertificateExpired),
    ("revoked certificate", Alert::CertificateRevoked),
    ("error decrypting message", Alert::DecryptError),
    ("error decoding message", Alert::DecodeError),
    ("protocol version not supported", Alert::ProtocolVersion),
    ("unsupported protocol version", Alert::ProtocolVersion),
    ("error in protocol version", Alert::ProtocolVersion),
    ("insufficient security level", Alert::InsufficientSecurity),
    ("handshake failed", Alert::HandshakeFailure),
    ("certificate is bad", Alert::BadCertificate),
    ("certificate is not supported", Alert::UnsupportedCertificate),
    ("certificate was revoked", Alert::CertificateRevoked),
    ("certificate is expired", Alert::CertificateExpired),
    ("ca is unknown", Alert::UnknownCa),
    ("access was denied", Alert::AccessDenied),
    ("certificate is required", Alert::CertificateRequired),
    ("the server name sent was not recognized", Alert::UnrecognizedName),
    ("no supported application protocol", Alert::NoApplicationProtocol),
];
