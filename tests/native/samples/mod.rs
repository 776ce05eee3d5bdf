//! At least one value of everything that has a text, each with the strings that its text must
//! contain.
//!
//! The matches have no `_` arm: a variant without a sample does not compile.

use sslengine_doctor::cert::{DecodeError, UnixTime};
use sslengine_doctor::containers::{ContainerError, ContainerKind, Integrity};
use sslengine_doctor::ingest::{
    Accepted, AcceptedBy, Alert, BlockSource, BouncyCastle, CmsContent, Container, Described, DescribedBy,
    DescribedSource, DropReason, Dropped, Hints, Host, HostFrom, HostOrigin, InputNote, LimitKind, LinkTool, Location,
    LogKind, LogMessage, Meaning, NoiseKind, PrivateKeyKind, Repair, Side, Tool,
};
use sslengine_doctor::report::*;
use sslengine_doctor::rules::outcome_of;

/// A value, and the strings that its text must contain.
pub type Sample<T> = (T, &'static [&'static str]);

macro_rules! samples {
    ($(#[$doc:meta])* $name:ident: $ty:ident $(<$life:lifetime>)? { $($variant:ident => [$($value:expr => $needles:expr),+ $(,)?],)* }) => {
        $(#[$doc])*
        pub fn $name() -> Vec<Sample<$ty $(<$life>)?>> {
            fn has_sample(value: &$ty) {
                match value {
                    $($ty::$variant { .. } => (),)*
                }
            }
            let mut all: Vec<Sample<$ty $(<$life>)?>> = Vec::new();
            $($(
                let value = { use $ty::*; $value };
                assert!(matches!(value, $ty::$variant { .. }), "the sample is listed under another variant");
                has_sample(&value);
                all.push((value, &$needles));
            )+)*
            all
        }
    };
}

pub mod phrases;

fn s(text: &str) -> String {
    text.to_owned()
}

fn list(items: &[&str]) -> Vec<String> {
    items.iter().map(|i| s(i)).collect()
}

pub fn time(text: &str) -> UnixTime {
    UnixTime::parse_rfc3339(text).unwrap()
}

const LEAF: CertIndex = CertIndex(0);
const MIDDLE: CertIndex = CertIndex(1);
const ROOT: CertIndex = CertIndex(2);

samples! {
    /// Findings.
    details: Detail {
        AnchorListed => [
            AnchorListed { aliases: list(&["alias-a", "alias-b"]), subject: s("CN=Top"), label: s("Top CA"), sha256: s("AA:01"), sent: false } => ["Top CA", "alias-a", "alias-b"],
            AnchorListed { aliases: list(&["alias-a"]), subject: s("CN=Top"), label: s("Top CA"), sha256: s("AA:01"), sent: true } => ["Top CA", "alias-a"],
        ],
        AnchorReissued => [AnchorReissued { aliases: list(&["alias-a"]), listed_sha256: s("AA:02") } => ["alias-a", "AA:02", "api.example.com"]],
        ListedByFingerprint => [ListedByFingerprint { aliases: list(&["alias-a"]) } => ["alias-a", "api.example.com"]],
        RootNotListed => [
            RootNotListed { subject: s("CN=Top"), label: s("Top CA"), sha256: s("AA:03"), edition: "2022-01-24".into(), cross_signed: false } => ["Top CA", "AA:03", "24", "2022"],
            RootNotListed { subject: s("CN=Top"), label: s("Top CA"), sha256: s("AA:03"), edition: "2022-01-24".into(), cross_signed: true } => ["Top CA", "AA:03", "24", "2022"],
            RootNotListed { subject: s("CN=Top"), label: s("Top CA"), sha256: s("AA:03"), edition: "supplied:1398".into(), cross_signed: false } => ["Top CA", "AA:03", "398"],
        ],
        SelfSignedLeaf => [SelfSignedLeaf { sha256: s("AA:04"), edition: "2022-01-24".into() } => ["api.example.com", "AA:04", "24", "2022"]],
        IssuerNotListed => [IssuerNotListed { issuer: s("CN=Sub,O=Org"), label: s("Sub CA"), edition: "2022-01-24".into() } => ["Sub CA", "CN=Sub,O=Org", "24", "2022", "api.example.com"]],
        IssuerUnknown => [IssuerUnknown { issuer: s("CN=Sub,O=Org"), label: s("Sub CA") } => ["Sub CA", "CN=Sub,O=Org"]],
        SupportedOnceSent => [
            SupportedOnceSent { issuer: s("CN=Sub"), label: s("Sub CA"), aliases: list(&["alias-a"]), cross_signed: false } => ["Sub CA", "alias-a"],
            SupportedOnceSent { issuer: s("CN=Top"), label: s("Top CA"), aliases: list(&["alias-a"]), cross_signed: true } => ["Top CA", "alias-a", "api.example.com"],
        ],
        AnchorKeyMismatch => [AnchorKeyMismatch { aliases: list(&["alias-a"]), subject: s("CN=Top"), label: s("Top CA") } => ["Top CA", "alias-a", "api.example.com"]],
        DefaultCertificate => [
            DefaultCertificate { product: DefaultProduct::IngressNginx, vendor: None, label: s("Fake") } => ["Fake", "ingress-nginx", "SNI"],
            DefaultCertificate { product: DefaultProduct::Traefik, vendor: None, label: s("Fake") } => ["Fake", "Traefik", "SNI"],
            DefaultCertificate { product: DefaultProduct::Plesk, vendor: None, label: s("Fake") } => ["Fake", "Plesk"],
            DefaultCertificate { product: DefaultProduct::Cpanel, vendor: None, label: s("Fake") } => ["Fake", "cPanel"],
            DefaultCertificate { product: DefaultProduct::Localhost, vendor: None, label: s("Fake") } => ["Fake", "localhost"],
            DefaultCertificate { product: DefaultProduct::AcmPrivateCa, vendor: None, label: s("Fake") } => ["Fake", "AWS Certificate Manager"],
            DefaultCertificate { product: DefaultProduct::Snakeoil, vendor: None, label: s("Fake") } => ["Fake", "OpenSSL"],
            DefaultCertificate { product: DefaultProduct::InspectionProxy, vendor: None, label: s("Fake") } => ["Fake", "proxy"],
            DefaultCertificate { product: DefaultProduct::CloudflareOrigin, vendor: None, label: s("Fake") } => ["Fake", "Cloudflare"],
            DefaultCertificate { product: DefaultProduct::LetsEncryptStaging, vendor: None, label: s("Fake") } => ["Fake", "Let’s Encrypt"],
            DefaultCertificate { product: DefaultProduct::InspectionProxy, vendor: Some(s("Zscaler")), label: s("Fake") } => ["Fake", "proxy", "Zscaler"],
            DefaultCertificate { product: DefaultProduct::ReverseProxy, vendor: Some(s("Kong")), label: s("Fake") } => ["Fake", "Kong", "SNI"],
            DefaultCertificate { product: DefaultProduct::Appliance, vendor: Some(s("UniFi")), label: s("Fake") } => ["Fake", "UniFi", "URI"],
            DefaultCertificate { product: DefaultProduct::KubernetesApi, vendor: None, label: s("Fake") } => ["Fake", "Kubernetes", "URI"],
            DefaultCertificate { product: DefaultProduct::ApplicationServer, vendor: Some(s("Jenkins")), label: s("Fake") } => ["Fake", "Jenkins"],
            DefaultCertificate { product: DefaultProduct::Platform, vendor: Some(s("Heroku")), label: s("Fake") } => ["Fake", "Heroku"],
            DefaultCertificate { product: DefaultProduct::PrivateCa, vendor: Some(s("mkcert")), label: s("Fake") } => ["Fake", "mkcert", "insecureSkipVerification"],
        ],
        ListWaived => [ListWaived {} => ["insecureSkipVerification"]],
        RootNotSent => [RootNotSent { issuer: s("CN=Sub,O=Org"), label: s("Sub CA") } => ["Sub CA", "CN=Sub,O=Org", "insecureSkipVerification"]],
        ListedRootNotSent => [ListedRootNotSent { aliases: list(&["alias-a"]), label: s("Top CA") } => ["Top CA", "alias-a", "insecureSkipVerification"]],
        RootNotCa => [RootNotCa {} => ["CA:TRUE", "api.example.com"]],
        RootWithoutKeyCertSign => [
            RootWithoutKeyCertSign { key_usage: Some(list(&["cRLSign"])) } => ["keyCertSign", "cRLSign"],
            RootWithoutKeyCertSign { key_usage: None } => ["keyCertSign", "Java"],
        ],
        PrivateRootSent => [PrivateRootSent { subject: s("CN=Top"), label: s("Top CA"), sha256: s("AA:05") } => ["Top CA", "AA:05"]],
        AnchorDistrusted => [
            AnchorDistrusted { label: s("Top CA"), issued_after: None, releases: list(&["17.0.21.1"]) } => ["Top CA", "Java", "17.0.21.1"],
            AnchorDistrusted { label: s("Top CA"), issued_after: Some(s("2024-11-11")), releases: list(&["17.0.15", "21.0.8"]) } => ["Top CA", "2024-11-11", "17.0.15", "21.0.8"],
        ],
        InDate => [
            InDate { not_before: time("2026-01-02T03:04:05Z"), not_after: time("2027-01-02T03:04:05Z"), days_left: 40 } => ["2026", "2027", "03:04:05 UTC", "40"],
            InDate { not_before: time("2026-01-02T03:04:05Z"), not_after: time("2027-01-02T03:04:05Z"), days_left: 0 } => ["2027"],
        ],
        Expired => [
            Expired { not_after: time("2026-03-01T23:59:59Z"), at: time("2026-11-23T07:00:00Z"), days_ago: 266 } => ["2026", "23:59:59 UTC", "07:00:00 UTC", "266", "api.example.com"],
            Expired { not_after: time("2026-11-23T06:59:59Z"), at: time("2026-11-23T07:00:00Z"), days_ago: 0 } => ["06:59:59 UTC"],
            Expired { not_after: time("2026-11-22T06:59:59Z"), at: time("2026-11-23T07:00:00Z"), days_ago: 1 } => ["06:59:59 UTC", "1"],
        ],
        NotYetValid => [
            NotYetValid { not_before: time("2027-03-01T00:00:00Z"), at: time("2026-11-23T07:00:00Z"), days_ahead: 97 } => ["2027", "00:00:00 UTC", "07:00:00 UTC", "97"],
            NotYetValid { not_before: time("2026-11-23T07:00:01Z"), at: time("2026-11-23T07:00:00Z"), days_ahead: 0 } => ["07:00:01 UTC"],
        ],
        ExpiresSoon => [
            ExpiresSoon { not_after: time("2026-11-30T00:00:00Z"), days_left: 6 } => ["2026", "6", "api.example.com"],
            ExpiresSoon { not_after: time("2026-11-23T08:00:00Z"), days_left: 0 } => ["08:00:00"],
        ],
        AnchorOutOfDate => [AnchorOutOfDate { label: s("Top CA"), not_before: time("2000-01-01T00:00:00Z"), not_after: time("2021-09-30T14:01:15Z") } => ["Top CA", "2000", "2021", "14:01:15"]],
        ChainComplete => [
            ChainComplete { length: 3, root_sent: false } => ["3"],
            ChainComplete { length: 1, root_sent: true } => ["1"],
        ],
        IssuerMissing => [
            IssuerMissing { issuer: s("CN=Sub,O=Org"), label: s("Sub CA"), authority_key_id: Some(s("0A:0B")), locations: list(&["http://ca.example/sub.der"]), known: true, useful: true } => ["Sub CA", "CN=Sub,O=Org", "0A:0B", "http://ca.example/sub.der", "api.example.com"],
            IssuerMissing { issuer: s("CN=Sub,O=Org"), label: s("Sub CA"), authority_key_id: None, locations: vec![], known: false, useful: true } => ["Sub CA", "CN=Sub,O=Org"],
            IssuerMissing { issuer: s("CN=Sub,O=Org"), label: s("Sub CA"), authority_key_id: None, locations: vec![], known: false, useful: false } => ["Sub CA", "CN=Sub,O=Org", "API Gateway"],
        ],
        SignatureInvalid => [
            SignatureInvalid { issuer: IssuerRef::Certificate(MIDDLE), label: s("Intermediate Two"), algorithm: s("SHA256withRSA") } => ["Intermediate Two", "2", "SHA256withRSA", "api.example.com"],
            SignatureInvalid { issuer: IssuerRef::Anchor(s("alias-a")), label: s("Top CA"), algorithm: s("SHA256withRSA") } => ["Top CA"],
        ],
        SignatureUnchecked => [SignatureUnchecked { issuer: IssuerRef::Anchor(s("alias-a")), label: s(""), algorithm: s("SHA1withDSA") } => ["alias-a", "SHA1withDSA"]],
        LeafMissing => [LeafMissing {} => []],
        LeafNotFirst => [LeafNotFirst { leaf: LEAF } => ["api.example.com", "1"]],
        WrongOrder => [WrongOrder { order: vec![LEAF, ROOT, MIDDLE] } => ["1, 3, 2", "Java"]],
        Duplicate => [Duplicate { of: MIDDLE } => ["2", "api.example.com"]],
        Stray => [Stray { label: s("Stray CA") } => ["Stray CA"]],
        RootSent => [RootSent {} => ["api.example.com", "insecureSkipVerification"]],
        NotACa => [
            NotACa { has_basic_constraints: true } => ["CA:TRUE", "api.example.com"],
            NotACa { has_basic_constraints: false } => ["api.example.com"],
        ],
        OldVersion => [OldVersion { version: 1 } => ["1", "3", "X.509"]],
        PathLengthExceeded => [
            PathLengthExceeded { limit: 0, below: 2 } => ["0", "2", "pathLenConstraint"],
            PathLengthExceeded { limit: 1, below: 2 } => ["1", "2"],
        ],
        NoKeyCertSign => [NoKeyCertSign { key_usage: list(&["cRLSign"]) } => ["cRLSign", "keyCertSign"]],
        LeafKeyUsage => [LeafKeyUsage { key_usage: list(&["keyEncipherment"]), needed: s("digitalSignature") } => ["keyEncipherment", "digitalSignature"]],
        EmptyKeyUsage => [EmptyKeyUsage {} => ["keyUsage"]],
        LeafExtendedKeyUsage => [
            LeafExtendedKeyUsage { usages: list(&["clientAuth"]) } => ["clientAuth", "serverAuth"],
            LeafExtendedKeyUsage { usages: vec![] } => ["serverAuth"],
        ],
        NetscapeCertType => [NetscapeCertType {} => ["Netscape"]],
        NameConstraint => [
            NameConstraint { kind: NameKind::Dns, name: s("a.example"), constrained_by: MIDDLE, excluded: true } => ["a.example", "DNS", "Intermediate Two"],
            NameConstraint { kind: NameKind::Ip, name: s("10.0.0.1"), constrained_by: MIDDLE, excluded: false } => ["10.0.0.1", "IP"],
            NameConstraint { kind: NameKind::Directory, name: s("CN=x"), constrained_by: MIDDLE, excluded: false } => ["CN=x"],
            NameConstraint { kind: NameKind::Email, name: s("a@b.c"), constrained_by: MIDDLE, excluded: true } => ["a@b.c"],
            NameConstraint { kind: NameKind::Uri, name: s("http://u"), constrained_by: MIDDLE, excluded: true } => ["http://u", "URI"],
            NameConstraint { kind: NameKind::Other, name: s("other"), constrained_by: MIDDLE, excluded: true } => ["other"],
        ],
        NameConstraintUnsupported => [NameConstraintUnsupported { constrained_by: MIDDLE } => ["Intermediate Two", "Java"]],
        PolicyRequired => [PolicyRequired {} => ["requireExplicitPolicy"]],
        PolicyMappingAny => [PolicyMappingAny {} => ["anyPolicy"]],
        PolicyQualifiersCritical => [PolicyQualifiersCritical {} => ["api.example.com", "Java"]],
        UnknownCriticalExtension => [UnknownCriticalExtension { oids: list(&["1.2.3.4"]) } => ["1.2.3.4", "Java"]],
        WeakSignature => [WeakSignature { algorithm: s("MD5withRSA") } => ["MD5withRSA", "Java"]],
        Sha1Signature => [Sha1Signature { algorithm: s("SHA1withRSA") } => ["SHA1withRSA", "api.example.com", "cacerts", "jdk.certpath.disabledAlgorithms"]],
        Sha1UnderJdkRoot => [Sha1UnderJdkRoot { algorithm: s("SHA1withRSA") } => ["SHA1withRSA", "api.example.com", "SHA-256"]],
        AnchorDistrustedHere => [
            AnchorDistrustedHere { label: s("Top CA"), issued_after: None, release: s("25.0.3") } => ["Top CA", "25.0.3", "Java"],
            AnchorDistrustedHere { label: s("Top CA"), issued_after: Some(s("2024-11-11")), release: s("21.0.8") } => ["Top CA", "21.0.8", "2024-11-11"],
        ],
        CaMoved => [
            CaMoved {
                ca: s("Example CA"),
                root: s("New Root"),
                instead: Some(InsteadOfRoot { label: s("Sub CA"), signed_by: s("Cross CA"), root: s("Old Root") }),
                acme: true,
            } => ["Example CA", "New Root", "Sub CA", "Cross CA", "--preferred-chain", "Old Root"],
            CaMoved {
                ca: s("Example CA"),
                root: s("New Root"),
                instead: Some(InsteadOfRoot { label: s("Sub CA"), signed_by: s("Cross CA"), root: s("Old Root") }),
                acme: false,
            } => ["Example CA", "New Root", "Sub CA", "Cross CA", "Old Root"],
            CaMoved { ca: s("Example CA"), root: s("New Root"), instead: None, acme: true } => ["Example CA", "New Root"],
        ],
        SkipVerificationNotApplicable => [SkipVerificationNotApplicable {} => ["insecureSkipVerification"]],
        KeyLimitNotApplicable => [KeyLimitNotApplicable {} => ["2048"]],
        ClientPublicCertificate => [ClientPublicCertificate { issuer: s("Amazon RSA 2048 M02") } => ["Amazon RSA 2048 M02", "2025", "ACM"]],
        ClientChainTooLong => [ClientChainTooLong { length: 6, limit: 5 } => ["6", "5"]],
        ClientUsageMissing => [
            ClientUsageMissing { usages: vec![] } => ["api.example.com", "clientAuth"],
            ClientUsageMissing { usages: list(&["serverAuth"]) } => ["api.example.com", "serverAuth", "clientAuth"],
        ],
        ClientKeyUnsupported => [ClientKeyUnsupported { algorithm: s("RSA"), bits: 1024 } => ["RSA", "1024", "P-521"]],
        SignatureNotOffered => [SignatureNotOffered { algorithm: s("SHA224withRSA") } => ["SHA224withRSA", "Java"]],
        WeakKey => [WeakKey { algorithm: s("RSA"), bits: 768, minimum: 1024 } => ["RSA", "768", "1024"]],
        CurveUnsupported => [CurveUnsupported { curve: s("secp256k1") } => ["secp256k1", "P-256"]],
        Malformed => [
            Malformed { defect: Defect::EmptyIssuer } => ["RFC 5280 §4.1.2.4", "Java"],
            Malformed { defect: Defect::EmptySubject } => ["RFC 5280 §4.1.2.6"],
            Malformed { defect: Defect::DuplicateExtension } => ["RFC 5280 §4.2"],
            Malformed { defect: Defect::ExtensionsInOldVersion } => ["RFC 5280 §4.1.2.9"],
            Malformed { defect: Defect::AlgorithmMismatch } => ["RFC 5280 §4.1.1.2"],
            Malformed { defect: Defect::UnreadableCriticalExtension } => ["Java"],
            Malformed { defect: Defect::UnreadableKey } => ["Java"],
            Malformed { defect: Defect::NumberTooLarge } => ["Java", "Integer exceeds maximum valid value"],
            Malformed { defect: Defect::UnreadableTime } => ["Java"],
            Malformed { defect: Defect::UnreadableAlgorithm } => ["Java"],
            Malformed { defect: Defect::Structure } => ["Java"],
        ],
        TooManyCertificates => [TooManyCertificates { count: 12, limit: 10 } => ["12", "10", "Java"]],
        MessageTooLarge => [MessageTooLarge { bytes: 40_000, limit: 32_768 } => ["000", "768", "Java"]],
        PathTooLong => [PathTooLong { limit: 5 } => ["5", "Java"]],
        KeyIdentifierMismatch => [KeyIdentifierMismatch { issuer: IssuerRef::Certificate(MIDDLE), expected: s("0A:01"), found: s("0A:02") } => ["0A:01", "0A:02", "Intermediate Two"]],
        AnchorIdentifierMismatch => [AnchorIdentifierMismatch { label: s("Top CA"), expected: s("0A:01"), found: s("0A:02") } => ["Top CA", "0A:01", "0A:02"]],
        NoPath => [NoPath {} => ["Java"]],
        SearchEnded => [SearchEnded { limit: 1000 } => ["1000"]],
        AnchorUnfit => [
            AnchorUnfit { label: s("Top CA"), is_ca: false } => ["Top CA", "CA:TRUE"],
            AnchorUnfit { label: s("Top CA"), is_ca: true } => ["Top CA", "keyCertSign"],
        ],
        CertificateBlocked => [CertificateBlocked { label: s("Middle CA") } => ["Middle CA", "Java"]],
        KeyCompromised => [KeyCompromised { label: s("Middle CA") } => ["Middle CA", "Java"]],
        KeyWithinLimit => [KeyWithinLimit { algorithm: s("RSA"), bits: 1024, max: 2048 } => ["RSA", "1024", "2048", "api.example.com"]],
        KeyTooLarge => [KeyTooLarge { algorithm: s("RSA"), bits: 4096, max: 2048 } => ["RSA", "4096", "2048", "Java", "api.example.com"]],
        EllipticKey => [EllipticKey { curve: s("P-256"), bits: 256 } => ["P-256", "256", "2048", "RSA"]],
        OtherKey => [OtherKey { algorithm: s("Ed25519") } => ["Ed25519"]],
        CaKey => [
            CaKey { algorithm: s("RSA"), bits: 4096 } => ["RSA", "4096"],
            CaKey { algorithm: s("ML-DSA-65"), bits: 0 } => ["ML-DSA-65", "api.example.com"],
        ],
        ProductCertificate => [ProductCertificate { product: DefaultProduct::Platform, vendor: Some(s("Heroku")), label: s("*.herokuapp.com") } => ["*.herokuapp.com", "Heroku"], ProductCertificate { product: DefaultProduct::IngressNginx, vendor: None, label: s("Fake") } => ["Fake", "ingress-nginx"]],
        RootVersionOutOfDate => [
            RootVersionOutOfDate { label: s("Top CA"), issuer: s("Old CA"), cross_signed: true, expired: true, not_before: time("2000-01-01T00:00:00Z"), not_after: time("2021-09-30T14:01:15Z") } => ["Top CA", "Old CA", "2021", "api.example.com"],
            RootVersionOutOfDate { label: s("Top CA"), issuer: s("Old CA"), cross_signed: true, expired: false, not_before: time("2030-01-01T00:00:00Z"), not_after: time("2031-09-30T14:01:15Z") } => ["Top CA", "Old CA", "2030"],
            RootVersionOutOfDate { label: s("Top CA"), issuer: s("Top CA"), cross_signed: false, expired: true, not_before: time("2000-01-01T00:00:00Z"), not_after: time("2021-09-30T14:01:15Z") } => ["Top CA", "2021"],
            RootVersionOutOfDate { label: s("Top CA"), issuer: s("Top CA"), cross_signed: false, expired: false, not_before: time("2030-01-01T00:00:00Z"), not_after: time("2031-09-30T14:01:15Z") } => ["Top CA", "2030"],
        ],
        WrongIntermediate => [WrongIntermediate { label: s("Other CA"), needed: s("Sub CA") } => ["Sub CA", "api.example.com"]],
        KeyUnknown => [
            KeyUnknown { algorithm: s("RSA"), why: KeyTrouble::Unreadable } => ["RSA", "Java", "api.example.com"],
            KeyUnknown { algorithm: s("EC"), why: KeyTrouble::ExplicitParameters } => ["EC", "openssl ecparam"],
            KeyUnknown { algorithm: s("ML-DSA-65"), why: KeyTrouble::NotInJava } => ["ML-DSA-65", "Java 17"],
            KeyUnknown { algorithm: s("X25519"), why: KeyTrouble::NoSignature } => ["X25519", "TLS"],
        ],
        SelfIssuedPair => [SelfIssuedPair { label: s("Top CA") } => ["Top CA", "Java", "api.example.com"]],
    }
}

samples! {
    /// Things to do.
    fixes: Fix {
        SendIssuer => [
            SendIssuer { issuer: s("CN=Sub"), label: s("Sub CA"), locations: list(&["http://ca.example/sub.der"]), instead_of: vec![] } => ["Sub CA", "http://ca.example/sub.der"],
            SendIssuer { issuer: s("CN=Sub"), label: s("Sub CA"), locations: vec![], instead_of: vec![MIDDLE] } => ["Sub CA", "2"],
        ],
        Reorder => [Reorder { order: vec![LEAF, ROOT, MIDDLE] } => ["1, 3, 2"]],
        UseSupportedCa => [UseSupportedCa {} => ["API Gateway", "insecureSkipVerification"]],
        Renew => [Renew { certificate: LEAF } => ["api.example.com"]],
        ReplaceIntermediate => [ReplaceIntermediate { certificate: MIDDLE } => ["Intermediate Two"]],
        SmallerKey => [SmallerKey {} => ["2048", "P-256"]],
        SendRoot => [SendRoot { label: s("Top CA") } => ["Top CA"]],
        MatchHostname => [MatchHostname { hostname: s("www.example.org") } => ["www.example.org"]],
        Reissue => [Reissue { certificate: LEAF } => ["api.example.com"]],
        ConfigureCertificate => [
            ConfigureCertificate { product: DefaultProduct::IngressNginx, vendor: None, setting: Some(s("--option")) } => ["ingress-nginx", "SNI", "(--option)"],
            ConfigureCertificate { product: DefaultProduct::Traefik, vendor: None, setting: None } => ["Traefik"],
            ConfigureCertificate { product: DefaultProduct::Plesk, vendor: None, setting: None } => ["Plesk"],
            ConfigureCertificate { product: DefaultProduct::Cpanel, vendor: None, setting: None } => ["cPanel"],
            ConfigureCertificate { product: DefaultProduct::Snakeoil, vendor: None, setting: None } => ["SNI"],
            ConfigureCertificate { product: DefaultProduct::KubernetesApi, vendor: None, setting: None } => ["URI"],
            ConfigureCertificate { product: DefaultProduct::ReverseProxy, vendor: Some(s("Kong")), setting: None } => ["Kong"],
            ConfigureCertificate { product: DefaultProduct::Appliance, vendor: Some(s("UniFi")), setting: Some(s("--option")) } => ["UniFi", "(--option)"],
            ConfigureCertificate { product: DefaultProduct::ApplicationServer, vendor: Some(s("Jenkins")), setting: None } => ["Jenkins"],
            ConfigureCertificate { product: DefaultProduct::Platform, vendor: Some(s("Heroku")), setting: None } => ["Heroku"],
        ],
        BypassProxy => [
            BypassProxy { vendor: Some(s("Zscaler")) } => ["Zscaler", "AWS CloudShell"],
            BypassProxy { vendor: None } => ["proxy"],
        ],
        UseCloudflare => [UseCloudflare {} => ["Cloudflare", "DNS"]],
        RequestProduction => [RequestProduction {} => ["Let’s Encrypt", "--staging"]],
        ReplacePrivateCa => [
            ReplacePrivateCa { acm: true } => ["aws acm request-certificate", "insecureSkipVerification"],
            ReplacePrivateCa { acm: false } => ["API Gateway", "insecureSkipVerification"],
        ],
        ReplaceRoot => [ReplaceRoot { certificate: ROOT, label: s("Top CA") } => ["Top CA", "3"]],
        Remove => [Remove { certificate: MIDDLE } => ["Intermediate Two", "2"]],
        ImportCa => [ImportCa { label: s("Top CA") } => ["Top CA", "keytool -importcert"]],
        TurnOffSkipVerification => [TurnOffSkipVerification {} => ["insecureSkipVerification", "false"]],
        UseOwnName => [
            UseOwnName { hostname: s("a.elb.amazonaws.com"), owner: NameOwner::LoadBalancer } => ["a.elb.amazonaws.com", "AWS", "URI"],
            UseOwnName { hostname: s("a.herokuapp.com"), owner: NameOwner::Platform } => ["a.herokuapp.com", "URI"],
            UseOwnName { hostname: s("api.svc.cluster.local"), owner: NameOwner::PrivateNetwork } => ["api.svc.cluster.local", "URI"],
            UseOwnName { hostname: s("10.0.0.7"), owner: NameOwner::Address } => ["10.0.0.7", "IP", "URI"],
        ],
    }
}

pub const PASTE: Location = Location { file: None, line: 12 };
pub const FILE: Location = Location { file: Some(1), line: 3 };

samples! {
    /// Input formats that were repaired.
    repairs: Repair {
        CarriageReturns => [CarriageReturns => []],
        ByteOrderMark => [ByteOrderMark => []],
        Indentation => [Indentation => []],
        QuoteMarks => [QuoteMarks => []],
        LineNumbers => [LineNumbers => []],
        EscapedNewlines => [EscapedNewlines => ["\\n"]],
        OneLine => [OneLine => []],
        LineWidth => [LineWidth => ["64"]],
        TrailingSpaces => [TrailingSpaces => []],
        BlankLines => [BlankLines => []],
        TypographicDashes => [TypographicDashes => []],
        MissingDashes => [MissingDashes => ["BEGIN"]],
        MarkdownEscapes => [MarkdownEscapes => ["Markdown"]],
        HtmlMarkup => [HtmlMarkup => ["HTML"]],
        PercentEncoding => [PercentEncoding => []],
        PemHeaders => [PemHeaders => []],
        StringQuotes => [StringQuotes => []],
        QuotedPrintable => [QuotedPrintable => ["quoted-printable"]],
        StrayCharacters => [StrayCharacters => ["base64"]],
        BeginMarkerMissing => [BeginMarkerMissing => ["BEGIN"]],
        EndMarkerMissing => [EndMarkerMissing => ["END"]],
        BareBase64 => [BareBase64 => ["base64", "BEGIN"]],
        EncodedPem => [EncodedPem => ["PEM", "base64"]],
        Hex => [Hex => []],
        HexDump => [HexDump => []],
        BinaryInText => [BinaryInText => []],
        LinePrefixes => [LinePrefixes => []],
        ColorCodes => [ColorCodes => []],
    }
}

samples! {
    /// Kinds of ignored lines.
    noise: NoiseKind {
        OpensslOutput => [OpensslOutput => ["openssl"]],
        X509Text => [X509Text => ["openssl x509 -text"]],
        BagAttributes => [BagAttributes => ["PKCS#12"]],
        KeytoolOutput => [KeytoolOutput => ["keytool"]],
        Html => [Html => ["HTML"]],
        Json => [Json => ["JSON"]],
        Log => [Log => []],
        Text => [Text => []],
    }
}

samples! {
    /// Remarks, except those from [`repairs`] and [`noise`].
    plain_notes: InputNote {
        Repaired => [Repaired { repair: Repair::Indentation, blocks: 3, at: FILE, columns: Some(4) } => ["3", "4", "2"]],
        Utf16 => [Utf16 { big_endian: false, marked: true, at: PASTE } => ["UTF-16"]],
        IgnoredLines => [IgnoredLines { count: 1, kind: NoiseKind::OpensslOutput, at: PASTE } => ["1"]],
        OpensslWithoutShowcerts => [OpensslWithoutShowcerts { listed: 3, present: 1, missing: list(&["CN = Sub"]), last_issuer: Some(s("CN = Top")), at: PASTE } => ["3", "1", "12", "-showcerts"]],
        OpensslVerifyError => [OpensslVerifyError { number: 20, text: s("unable to get local issuer certificate"), depth: Some(0), at: PASTE } => ["20", "unable to get local issuer certificate", "12"]],
        SeveralChains => [SeveralChains { count: 2, at: PASTE } => ["2"]],
        UnorderedSet => [UnorderedSet { certificates: 3, ber: true, at: PASTE } => ["3", "PKCS#7", "12"]],
        ContainerOpened => [
            ContainerOpened { kind: ContainerKind::Pkcs12, certificates: 3, integrity: Integrity::Verified, at: PASTE } => ["3", "PKCS#12", "12"],
            ContainerOpened { kind: ContainerKind::JavaKeyStore, certificates: 1, integrity: Integrity::Unchecked, at: PASTE } => ["1", "Java", "12"],
            ContainerOpened { kind: ContainerKind::Zip, certificates: 2, integrity: Integrity::Failed, at: PASTE } => ["2", "ZIP", "12"],
        ],
        TrustSettingsDropped => [TrustSettingsDropped { at: PASTE } => ["OpenSSL", "12"]],
        TrailingBytes => [TrailingBytes { count: 5, at: PASTE } => ["5", "12"]],
        UnusualLabel => [UnusualLabel { label: s("X509 CERTIFICATE"), at: PASTE } => ["X509 CERTIFICATE", "12"]],
        LabelMismatch => [LabelMismatch { begin: s("CERTIFICATE"), end: s("PKCS7"), at: PASTE } => ["CERTIFICATE", "PKCS7", "12"]],
        HostFromInput => [
            HostFromInput { host: s("api.example.com"), origin: HostOrigin::Request, at: PASTE } => ["api.example.com", "12", "--host"],
            HostFromInput { host: s("api.example.com"), origin: HostOrigin::ServerName, at: PASTE } => ["-servername"],
            HostFromInput { host: s("api.example.com"), origin: HostOrigin::Connect, at: PASTE } => ["12"],
            HostFromInput { host: s("api.example.com"), origin: HostOrigin::Url, at: PASTE } => ["curl"],
            HostFromInput { host: s("api.example.com"), origin: HostOrigin::Message, at: PASTE } => ["12"],
        ],
        Diff => [Diff { at: PASTE } => ["diff", "12"]],
        JavaStackTrace => [JavaStackTrace { at: PASTE } => ["Java", "12", "--client", "--list-clients"]],
        Link => [
            Link { tool: LinkTool::AboutCertificate, at: PASTE } => ["Firefox", "12"],
            Link { tool: LinkTool::Asn1js, at: PASTE } => ["asn1js"],
            Link { tool: LinkTool::CyberChef, at: PASTE } => ["CyberChef"],
            Link { tool: LinkTool::Other, at: PASTE } => ["12"],
        ],
    }
}

/// All remarks.
pub fn notes() -> Vec<Sample<InputNote>> {
    let mut all = plain_notes();
    all.extend(repairs().into_iter().map(|(repair, needles)| {
        (
            InputNote::Repaired {
                repair,
                blocks: 1,
                at: PASTE,
                columns: None,
            },
            needles,
        )
    }));
    all.extend(noise().into_iter().map(|(kind, needles)| {
        (
            InputNote::IgnoredLines {
                count: 41,
                kind,
                at: PASTE,
            },
            needles,
        )
    }));
    all
}

samples! {
    /// Kinds of private keys.
    private_keys: PrivateKeyKind {
        Pkcs8 => [Pkcs8 => ["PKCS#8"]],
        EncryptedPkcs8 => [EncryptedPkcs8 => ["PKCS#8"]],
        Rsa => [Rsa => ["RSA"]],
        Ec => [Ec => ["EC"]],
        Dsa => [Dsa => ["DSA"]],
        OpenSsh => [OpenSsh => ["OpenSSH"]],
        Pgp => [Pgp => ["PGP"]],
        Putty => [Putty => ["PuTTY"]],
        TextDump => [TextDump => []],
        Other => [Other => []],
    }
}

samples! {
    /// Reasons for dropped items, except those from [`private_keys`].
    plain_reasons: DropReason {
        PrivateKey => [PrivateKey { kind: PrivateKeyKind::Rsa } => ["RSA"]],
        CertificateRequest => [CertificateRequest => []],
        RevocationList => [RevocationList => []],
        PublicKey => [PublicKey => []],
        Pkcs12 => [Pkcs12 => ["PKCS#12", "openssl pkcs12"]],
        JavaKeyStore => [
            JavaKeyStore { jceks: true } => ["JCEKS", "keytool"],
            JavaKeyStore { jceks: false } => ["JKS", "keytool"],
        ],
        BouncyCastleKeyStore => [
            BouncyCastleKeyStore { format: BouncyCastle::Bcfks } => ["BCFKS", "keytool", "PKCS#12"],
            BouncyCastleKeyStore { format: BouncyCastle::Bks } => ["-srcstoretype BKS"],
            BouncyCastleKeyStore { format: BouncyCastle::Uber } => ["-srcstoretype UBER"],
        ],
        Cms => [
            Cms { content: CmsContent::EncryptedData } => ["CMS", "EncryptedData"],
            Cms { content: CmsContent::EnvelopedData } => ["EnvelopedData"],
            Cms { content: CmsContent::AuthenticatedData } => ["AuthenticatedData"],
            Cms { content: CmsContent::DigestedData } => ["DigestedData"],
            Cms { content: CmsContent::CompressedData } => ["CompressedData"],
            Cms { content: CmsContent::TimeStamp } => ["3161"],
        ],
        Zip => [Zip => ["ZIP"]],
        PasswordNeeded => [
            PasswordNeeded { kind: ContainerKind::Pkcs12, wrong: false } => ["PKCS#12"],
            PasswordNeeded { kind: ContainerKind::JavaKeyStore, wrong: true } => ["Java"],
        ],
        UnreadableContainer => [
            UnreadableContainer { kind: ContainerKind::Pkcs12, why: ContainerError::PasswordNeeded { wrong: true } } => ["PKCS#12"],
            UnreadableContainer { kind: ContainerKind::JavaKeyStore, why: ContainerError::Truncated } => ["Java"],
            UnreadableContainer { kind: ContainerKind::Zip, why: ContainerError::Damaged } => ["ZIP"],
            UnreadableContainer { kind: ContainerKind::Pkcs12, why: ContainerError::Unsupported { algorithm: s("1.2.840.113549.1.12.1.1") } } => ["1.2.840.113549.1.12.1.1"],
            UnreadableContainer { kind: ContainerKind::Pkcs12, why: ContainerError::TooManyIterations { iterations: 999, max: 100 } } => ["999", "100"],
        ],
        ContainerWithoutCertificates => [ContainerWithoutCertificates { kind: ContainerKind::Zip } => ["ZIP"]],
        EncryptedEntry => [EncryptedEntry => ["ZIP"]],
        Compressed => [Compressed => []],
        Pdf => [Pdf => ["PDF"]],
        Image => [Image => []],
        Pgp => [Pgp => ["PGP"]],
        SshKey => [SshKey => ["SSH"]],
        EcParameters => [EcParameters => []],
        DhParameters => [DhParameters => ["Diffie-Hellman"]],
        TlsSession => [TlsSession => ["TLS"]],
        AttributeCertificate => [AttributeCertificate => []],
        Pkcs7WithoutCertificates => [Pkcs7WithoutCertificates => ["PKCS#7"]],
        NotACertificate => [NotACertificate => ["ASN.1"]],
        UnknownBinary => [UnknownBinary => []],
        Empty => [Empty => []],
        EndsEarly => [
            EndsEarly { missing_characters: 77, last_line: 30, declared: 900, present: 800, end_marker: false } => ["77", "30"],
            EndsEarly { missing_characters: 1, last_line: 30, declared: 900, present: 899, end_marker: true } => ["1", "30", "END"],
        ],
        BadCharacter => [BadCharacter { line: 14, column: 5, character: '§' } => ["14", "5", "§", "base64"]],
        LengthMismatch => [LengthMismatch { declared: 900, present: 800 } => ["900", "800"]],
        NotDer => [NotDer => ["base64", "PEM"]],
        NotBase64 => [NotBase64 { line: 14, found: s("<snip>") } => ["14", "<snip>", "base64", "BEGIN"]],
        LabelMismatch => [LabelMismatch { begin: s("CERTIFICATE"), end: s("PKCS7") } => ["CERTIFICATE", "PKCS7"]],
        BeginMarkerMissing => [BeginMarkerMissing => ["BEGIN", "END"]],
        UnreadableCertificate => [
            UnreadableCertificate { part: DecodeError::Outer } => ["Java"],
            UnreadableCertificate { part: DecodeError::Body } => ["Java"],
            UnreadableCertificate { part: DecodeError::Name } => ["Java"],
            UnreadableCertificate { part: DecodeError::Dates } => ["Java"],
        ],
        LimitExceeded => [
            LimitExceeded { limit: LimitKind::InputBytes, max: 67_108_864, seen: 70_000_000 } => ["108"],
            LimitExceeded { limit: LimitKind::Certificates, max: 100_000, seen: 100_001 } => ["100"],
            LimitExceeded { limit: LimitKind::Dropped, max: 1_000, seen: 1_200 } => ["1000", "1200"],
            LimitExceeded { limit: LimitKind::InflatedBytes, max: 1_000, seen: 1_200 } => ["1", "200"],
        ],
    }
}

/// All dropped items.
pub fn dropped() -> Vec<Sample<Dropped>> {
    let keys = private_keys()
        .into_iter()
        .map(|(kind, needles)| (DropReason::PrivateKey { kind }, needles));
    plain_reasons()
        .into_iter()
        .chain(keys)
        .map(|(reason, needles)| {
            (
                Dropped {
                    at: PASTE,
                    label: None,
                    reason,
                },
                needles,
            )
        })
        .collect()
}

samples! {
    /// Lines of logs and tools.
    log_kinds: LogKind {
        GeneralSslEngineProblem => [GeneralSslEngineProblem => ["General SSLEngine problem"]],
        PathBuildingFailed => [PathBuildingFailed => ["1", "3"]],
        ValidityCheckFailed => [
            ValidityCheckFailed { not_after: Some(s("Sun Apr 12 23:59:59 UTC 2015")), not_before: None } => ["Sun Apr 12 23:59:59 UTC 2015", "2"],
            ValidityCheckFailed { not_after: None, not_before: Some(s("Sun Apr 12 23:59:59 UTC 2035")) } => ["Sun Apr 12 23:59:59 UTC 2035"],
            ValidityCheckFailed { not_after: None, not_before: None } => ["2"],
        ],
        PathValidationFailed => [PathValidationFailed => ["Java"]],
        AlgorithmConstraints => [AlgorithmConstraints => ["Java"]],
        HostNameMismatch => [
            HostNameMismatch { host: Some(s("a.example")), subject: Some(s("CN=b.example")) } => ["a.example", "CN=b.example"],
            HostNameMismatch { host: None, subject: None } => [],
        ],
        NoSubjectAlternativeName => [
            NoSubjectAlternativeName { host: Some(s("a.example")) } => ["a.example"],
            NoSubjectAlternativeName { host: None } => [],
        ],
        ExtendedKeyUsage => [ExtendedKeyUsage => ["serverAuth"]],
        HandshakeFailure => [HandshakeFailure => []],
        ProtocolVersion => [ProtocolVersion => ["TLS 1.2"]],
        OtherAlert => [
            OtherAlert { alert: s("certificate_unknown"), side: Side::Server, tool: Some(Tool::Nginx) } => ["certificate_unknown", "46", "nginx", "General SSLEngine problem"],
            OtherAlert { alert: s("handshake_failure"), side: Side::Client, tool: Some(Tool::Nginx) } => ["handshake_failure", "40", "nginx", "SNI"],
            OtherAlert { alert: s("bad_certificate"), side: Side::Unknown, tool: None } => ["bad_certificate", "42"],
            OtherAlert { alert: s("user_canceled"), side: Side::Unknown, tool: None } => ["user_canceled"],
        ],
        PlaintextConnection => [PlaintextConnection => ["TLS"]],
        RemoteHostClosed => [RemoteHostClosed => ["SNI"]],
        ConnectionReset => [ConnectionReset => []],
        PlainHttpToHttpsPort => [PlainHttpToHttpsPort => ["https", "tlsConfig"]],
        InternalError => [InternalError => ["VPC"]],
        NetworkError => [NetworkError => ["API Gateway"]],
        InvalidEndpointAddress => [InvalidEndpointAddress => []],
        MalformedLambdaProxyResponse => [MalformedLambdaProxyResponse => ["Lambda"]],
        LambdaPermissions => [LambdaPermissions => ["Lambda"]],
        HeaderAlreadyPresent => [HeaderAlreadyPresent => []],
        RoleNotAssumable => [RoleNotAssumable => ["API Gateway"]],
        UnknownExecutionFailure => [UnknownExecutionFailure { text: s("Strange thing") } => ["Strange thing"]],
        OpensslVerifyError => [
            OpensslVerifyError { number: 20, text: s("unable to get"), depth: Some(7), meaning: Meaning::UnknownIssuer } => ["20", "unable to get", "7", "1", "3"],
            OpensslVerifyError { number: 10, text: s("has expired"), depth: None, meaning: Meaning::Expired } => ["10", "has expired", "2"],
        ],
        OpensslError => [OpensslError { text: s("digest check failed"), meaning: Meaning::HandshakeFailed } => ["digest check failed"]],
        CurlError => [
            CurlError { number: 60, text: s("SSL certificate problem"), meaning: Meaning::VerifyFailed } => ["60", "SSL certificate problem"],
            CurlError { number: 6, text: s("Could not resolve host"), meaning: Meaning::Dns } => ["6", "Could not resolve host", "DNS"],
        ],
        Known => [
            Known { meaning: Meaning::HostName, tool: Some(Tool::Go), side: Side::Unknown, name: Some(s("a.example")) } => ["a.example", "Go"],
            Known { meaning: Meaning::OldTls, tool: None, side: Side::Client, name: Some(s("TLS10")) } => ["TLS10", "TLS 1.2"],
            Known { meaning: Meaning::IllegalHostName, tool: None, side: Side::Client, name: Some(s("a_b.example")) } => ["a_b.example", "Java"],
            Known { meaning: Meaning::FirstUnverified, tool: Some(Tool::Nginx), side: Side::Client, name: None } => ["nginx", "3"],
        ],
    }
}

/// Known lines.
pub fn log_messages() -> Vec<Sample<LogMessage>> {
    log_kinds()
        .into_iter()
        .map(|(kind, needles)| {
            (
                LogMessage {
                    at: PASTE,
                    execution_failed: true,
                    kind,
                },
                needles,
            )
        })
        .collect()
}

/// A message for every meaning, every tool, and every alert and side.
pub fn explained_messages() -> Vec<LogMessage> {
    let meanings = Meaning::ALL.iter().map(|meaning| LogKind::Known {
        meaning: *meaning,
        tool: None,
        side: Side::Unknown,
        name: None,
    });
    let sides = [Side::Client, Side::Server, Side::Unknown];
    let alerts = Alert::ALL.iter().flat_map(|alert| {
        sides.map(|side| LogKind::OtherAlert {
            alert: alert.name().to_owned(),
            side,
            tool: None,
        })
    });
    let tools = Tool::ALL.iter().map(|tool| LogKind::Known {
        meaning: Meaning::UnknownIssuer,
        tool: Some(*tool),
        side: Side::Client,
        name: None,
    });
    let message = |kind| LogMessage {
        at: PASTE,
        execution_failed: false,
        kind,
    };
    meanings.chain(tools).chain(alerts).map(message).collect()
}

fn certificate(index: CertIndex, label: &str, is_ca: bool, self_issued: bool) -> CertificateReport {
    CertificateReport {
        index,
        source: BlockSource {
            at: PASTE,
            offset: 40,
            label: Some(s("CERTIFICATE")),
            container: Container::Pem,
            entry: None,
            alias: None,
        },
        subject: format!("CN={label}"),
        subject_label: s(label),
        issuer: s("CN=Issuer"),
        issuer_label: s("Issuer"),
        serial: s("01:02"),
        version: 3,
        not_before: time("2026-01-01T00:00:00Z"),
        not_after: time("2027-01-01T00:00:00Z"),
        key: KeyReport {
            algorithm: s("RSA"),
            bits: 2048,
            curve: None,
            exponent: Some(s("65537")),
        },
        signature_algorithm: s("SHA256withRSA"),
        sha1: s("AA:BB"),
        sha256: s("AA:BB"),
        subject_alt_names: vec![SanReport {
            kind: s("dns"),
            value: s(label),
        }],
        is_ca,
        path_len: is_ca.then_some(0),
        self_issued,
        key_usage: Some(list(&["digitalSignature"])),
        extended_key_usage: None,
        subject_key_id: None,
        authority_key_id: Some(s("0A:0B")),
        issuer_locations: vec![],
        extensions: vec![ExtensionReport {
            oid: s("2.5.29.15"),
            name: Some(s("keyUsage")),
            critical: true,
            bytes: 4,
        }],
        defects: vec![Defect::Structure],
        validity: ValidityStatus::Valid,
        issued_by: Some(if self_issued {
            IssuedBy::Anchor
        } else {
            IssuedBy::Certificate(MIDDLE)
        }),
        signature: SignatureStatus::Valid,
        aliases: vec![],
        duplicate_of: None,
        pem: s("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"),
    }
}

/// A report of three certificates that contains every sample.
pub fn report() -> Report {
    let findings: Vec<Finding> = details()
        .into_iter()
        .map(|(detail, _)| Finding::on(LEAF, detail))
        .collect();
    let rules = RuleId::ALL
        .into_iter()
        .map(|rule| {
            let findings: Vec<Finding> = findings.iter().filter(|f| f.detail.rule() == rule).cloned().collect();
            RuleReport {
                rule,
                outcome: outcome_of(&findings),
                findings,
            }
        })
        .collect();
    Report {
        client: Default::default(),
        java: "17.0.21.1".to_owned(),
        schema_version: SCHEMA_VERSION,
        tool: sslengine_doctor::report::Tool {
            version: s("0.1.0"),
            trust_list_version: "2022-01-24".into(),
        },
        at: time("2026-11-23T07:00:00Z"),
        asked: CheckedFor {
            hostname: Some(s("www.example.org")),
            insecure_skip_verification: false,
            client_certificate: false,
        },
        verdict: Verdict::Fail,
        rules,
        handshake: Handshake {
            accepted: false,
            message: Some(s("PKIX path building failed")),
            legacy_message: Some(s("General SSLEngine problem")),
            reason: Some(Finding::overall(Detail::NoPath {})),
        },
        hostname: Some(hostname(false, NameSource::CommonName, &["api.example.com"])),
        path: vec![
            PathStep::Certificate(LEAF),
            PathStep::Certificate(MIDDLE),
            PathStep::Anchor {
                anchor: AnchorReport {
                    aliases: list(&["alias-a"]),
                    subject: s("CN=Root Three"),
                    label: s("Root Three"),
                    sha256: s("AA:BB"),
                    not_before: time("2000-01-01T00:00:00Z"),
                    not_after: time("2040-01-01T00:00:00Z"),
                },
            },
        ],
        certificates: vec![
            certificate(LEAF, "api.example.com", false, false),
            certificate(MIDDLE, "Intermediate Two", true, false),
            certificate(ROOT, "Root Three", true, true),
        ],
        input: InputReport {
            files: Vec::new(),
            notes: notes().into_iter().map(|(n, _)| n).collect(),
            dropped: dropped().into_iter().map(|(d, _)| d).collect(),
            hints: Hints {
                host: Some(Host {
                    name: s("www.example.org"),
                    port: Some(443),
                }),
                host_from: Some(HostFrom {
                    origin: HostOrigin::Connect,
                    at: PASTE,
                }),
                accepted: Some(Accepted {
                    by: AcceptedBy::ApiGateway,
                    at: PASTE,
                }),
                described: described().into_iter().map(|(d, _)| d).collect(),
                messages: log_messages()
                    .into_iter()
                    .map(|(message, _)| message)
                    .chain(explained_messages())
                    .collect(),
                aws_list: false,
                share_link: Some(s("v1.x")),
            },
        },
        log_conflict: Some(LogConflict::Accepted {
            at: PASTE,
            by: AcceptedBy::Openssl,
        }),
        fixes: fixes().into_iter().map(|(f, _)| f).collect(),
    }
}

/// A host name's comparison.
pub fn hostname(accepted: bool, source: NameSource, presented: &[&str]) -> HostnameReport {
    HostnameReport {
        asked: s("www.example.org"),
        accepted,
        matched: accepted.then(|| s("*.example.org")),
        presented: list(presented),
        source: Some(source),
        message: (!accepted).then(|| s("No name matching www.example.org found")),
    }
}

/// A report without problems.
pub fn good_report() -> Report {
    let rules = RuleId::ALL
        .into_iter()
        .map(|rule| RuleReport {
            rule,
            outcome: Outcome::Pass,
            findings: vec![],
        })
        .collect();
    Report {
        verdict: Verdict::Pass,
        rules,
        handshake: Handshake {
            accepted: true,
            message: None,
            legacy_message: None,
            reason: None,
        },
        hostname: None,
        asked: CheckedFor::default(),
        input: InputReport::default(),
        log_conflict: None,
        fixes: vec![],
        ..report()
    }
}

/// A report with only these findings; Java rejects the chain unless `accepted`.
pub fn report_with(findings: &[Finding], accepted: bool) -> Report {
    let mut report = good_report();
    for rule in &mut report.rules {
        rule.findings = findings
            .iter()
            .filter(|f| f.detail.rule() == rule.rule)
            .cloned()
            .collect();
        if !rule.findings.is_empty() {
            rule.outcome = outcome_of(&rule.findings);
        }
    }
    let open = |f: &Finding| f.detail.kind().undecided || matches!(f.detail, Detail::AnchorDistrusted { .. });
    if report.rules.iter().any(|r| r.outcome == Outcome::Fail) || !accepted {
        report.verdict = Verdict::Fail;
    } else if findings.iter().any(open) {
        report.verdict = Verdict::Inconclusive;
    }
    if !accepted {
        report.handshake = Handshake {
            accepted: false,
            message: Some(s("PKIX path building failed")),
            legacy_message: Some(s("General SSLEngine problem")),
            reason: findings
                .iter()
                .find(|f| f.detail.severity() == Severity::Error)
                .cloned(),
        };
    }
    report
}

fn description(tool: DescribedBy, source: DescribedSource) -> Described {
    Described {
        at: PASTE,
        tool,
        source,
        subject: Some(s("CN=api.example.com")),
        issuer: Some(s("CN=Sub CA,O=Org")),
        serial: Some(s("4d2")),
        not_before: Some(time("2025-01-02T03:04:05Z")),
        not_after: Some(time("2026-01-02T03:04:05Z")),
        utc: true,
        key_algorithm: Some(s("rsaEncryption")),
        key_bits: Some(4096),
        names: list(&["api.example.com", "*.example.org"]),
        all_names: true,
        is_ca: Some(false),
    }
}

/// Descriptions of certificates: one of each tool and source.
pub fn described() -> Vec<Sample<Described>> {
    use DescribedBy::*;
    let path = || s("conf/server.pem");
    let bare = Described {
        subject: None,
        issuer: None,
        not_before: None,
        key_bits: None,
        names: vec![],
        ..description(OpensslFields, DescribedSource::Unknown)
    };
    vec![
        (
            description(OpensslText, DescribedSource::File { path: path() }),
            &[
                "12",
                "*.example.org",
                "2026",
                "CN=Sub CA,O=Org",
                "openssl x509 -in conf/server.pem",
            ],
        ),
        (bare, &["2026", "rsaEncryption", "openssl x509 -in FILE"]),
        (
            description(OpensslSession, DescribedSource::Server),
            &["-connect www.example.org:443"],
        ),
        (
            description(Keytool, DescribedSource::Keystore { path: path() }),
            &["keytool -list -rfc -keystore conf/server.pem"],
        ),
        (
            description(Keytool, DescribedSource::File { path: path() }),
            &["keytool -printcert -rfc -file conf/server.pem"],
        ),
        (
            description(JavaDebug, DescribedSource::Server),
            &["Java", "-servername www.example.org"],
        ),
        (description(Curl, DescribedSource::Server), &["curl", "-showcerts"]),
        (
            description(Windows, DescribedSource::Unknown),
            &["PowerShell", "-showcerts"],
        ),
        (
            description(Gnutls, DescribedSource::Server),
            &["gnutls-cli", "-showcerts"],
        ),
        (
            description(Table, DescribedSource::Unknown),
            &["CN=Sub CA", "-showcerts"],
        ),
    ]
}

/// The text of a description without facts that shows this.
pub fn with_observation(locale: sslengine_doctor::i18n::Locale, observation: &Observation) -> String {
    let described = Described {
        subject: None,
        issuer: None,
        not_before: None,
        not_after: None,
        key_algorithm: None,
        names: vec![],
        ..description(DescribedBy::OpensslText, DescribedSource::Unknown)
    };
    let note = sslengine_doctor::evidence::DescriptionNote {
        described: &described,
        observations: vec![observation.clone()],
        command: s("openssl x509 -in FILE"),
    };
    locale.described(&[], &note)
}

samples! {
    /// What a description shows.
    observations: Observation {
        Recognized => [
            Recognized { kind: RecognizedKind::Default, product: s("ingress-nginx") } => ["ingress-nginx", "SNI"],
            Recognized { kind: RecognizedKind::Proxy, product: s("Zscaler") } => ["Zscaler", "proxy"],
            Recognized { kind: RecognizedKind::Staging, product: s("Let’s Encrypt") } => ["Let’s Encrypt"],
            Recognized { kind: RecognizedKind::CloudflareOrigin, product: s("Cloudflare") } => ["Cloudflare"],
        ],
        Expired => [Expired { not_after: time("2026-01-02T03:04:05Z"), at: time("2026-11-23T07:00:00Z") } => ["2026", "2"]],
        NotYetValid => [NotYetValid { not_before: time("2027-01-02T03:04:05Z"), at: time("2026-11-23T07:00:00Z") } => ["2027", "2"]],
        OtherHost => [OtherHost { host: s("www.example.org") } => ["www.example.org"]],
        SelfSigned => [SelfSigned {} => ["1"]],
        KeyTooLarge => [KeyTooLarge { bits: 4096 } => ["4096", "2048", "4"]],
    }
}

samples! {
    /// Contradictions between a log and the check.
    log_conflicts: LogConflict {
        Rejected => [
            Rejected { at: PASTE, instead: Instead::ChainAccepted, by_api_gateway: true, command: s("openssl s_client") } => ["12", "SNI", "openssl s_client"],
            Rejected { at: PASTE, instead: Instead::OtherReason, by_api_gateway: true, command: s("openssl s_client") } => ["12", "SNI"],
            Rejected { at: PASTE, instead: Instead::HostNameAccepted, by_api_gateway: true, command: s("openssl s_client") } => ["12", "SNI"],
            Rejected { at: PASTE, instead: Instead::ChainAccepted, by_api_gateway: false, command: s("openssl s_client") } => ["12", "truststore"],
        ],
        Accepted => [
            Accepted { at: PASTE, by: AcceptedBy::ApiGateway } => ["12", "API Gateway", "SNI"],
            Accepted { at: PASTE, by: AcceptedBy::Openssl } => ["12", "OpenSSL", "AWS"],
            Accepted { at: PASTE, by: AcceptedBy::Curl } => ["12", "curl", "AWS"],
        ],
    }
}
