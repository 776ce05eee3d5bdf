//! English: findings, requirements and verdicts.

use super::FindingWords;
use super::Sentence;
use crate::i18n::format::{Explanation, append, capitalised, fill, listed, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count, list_of};
use crate::i18n::names::Renderer;
use crate::report::{
    DefaultProduct, Defect, Detail, Fix, HostnameReport, KeyTrouble, NameKind, NameOwner, NameSource, Outcome, RuleId,
    Severity, Verdict,
};

impl FindingWords for English {
    fn detail(&self, t: &Renderer<'_>, c: &str, detail: &Detail) -> Explanation {
        let (clause, more) = match detail {
            // ---- supported-ca
            Detail::AnchorListed { aliases: a, subject: _, label, sha256: _, sent } => (
                say!("the chain ends at the root “{0}”, which API Gateway supports", t.name(label)),
                say!(
                    "AWS lists it as {0}. Name, key and signature match. {1}",
                    t.list(a),
                    if *sent { "The server also sent it." } else { "The server did not send it and does not need to." }
                ),
            ),
            Detail::AnchorReissued { aliases: a, listed_sha256 } => (
                say!("the {0} is a reissued version of a supported root", c),
                say!(
                    "It has the name and the key of the root that AWS lists as {0} (SHA-256 {1}). Java compares the name and the key, so it accepts this version as the root.",
                    t.list(a),
                    shown(listed_sha256)
                ),
            ),
            Detail::ListedByFingerprint { aliases: a } => (
                say!("the fingerprint of the {0} is on AWS’s list", c),
                say!("AWS lists it as {0}. Only the fingerprint of this CA is known, so its name and key cannot be compared.", t.list(a)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition, cross_signed: true } => (
                say!("the self-signed root “{0}” is not a CA that API Gateway supports, but a cross-signed version of it is", t.name(label)),
                say!("A certificate with the same name and key is known that a root on AWS’s list has signed. Only the self-signed version is not on {0}. Its SHA-256 fingerprint is {1}.", list_of(edition), shown(sha256)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition, cross_signed: false } => (
                say!("the root “{0}” is not a CA that API Gateway supports", t.name(label)),
                say!(
                    "{0} does not contain it. To look for it in a newer list, use its SHA-256 fingerprint: {1}.",
                    capitalised(&list_of(edition)),
                    shown(sha256)
                ),
            ),
            Detail::SelfSignedLeaf { sha256, edition } => (
                say!("the {0} is self-signed and not on API Gateway’s list", c),
                say!(
                    "It was not issued by any CA on {0}. Its SHA-256 fingerprint is {1}.",
                    list_of(edition),
                    shown(sha256)
                ),
            ),
            Detail::IssuerNotListed { issuer, label, edition } => (
                say!("the issuer “{0}” is not a CA that API Gateway supports", t.name(label)),
                say!(
                    "It issued the {0}. {1} does not contain “{2}”, and no certificate is known that links it to a listed root.",
                    c,
                    capitalised(&list_of(edition)),
                    shown(issuer)
                ),
            ),
            Detail::IssuerUnknown { issuer, label } => (
                say!("cannot determine whether API Gateway supports the CA behind “{0}”", t.name(label)),
                say!("Only the server certificate was provided, and its issuer “{0}” is unknown. Add the rest of the chain.", shown(issuer)),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases: a, cross_signed: true } => (
                say!("the self-signed version of “{0}” is not supported, but a cross-signed version is", t.name(label)),
                say!("The version with the same name and key that a root on AWS’s list ({0}) has signed is known. The server must send it instead of the {1}.", t.list(a), c),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases: a, cross_signed: false } => (
                say!("API Gateway will accept this CA once the right certificate of “{0}” is sent", t.name(label)),
                say!("With it, the chain ends at a root on AWS’s list ({0}).", t.list(a)),
            ),
            Detail::AnchorKeyMismatch { aliases: a, subject: _, label } => (
                say!("the key of “{0}” is not the key of the supported CA with this name", t.name(label)),
                say!(
                    "AWS lists a root with this name as {0}. Either the CA has changed its key, or the {1} is not what it claims to be.",
                    t.list(a),
                    c
                ),
            ),
            Detail::DefaultCertificate { product: p, vendor, label }
            | Detail::ProductCertificate { product: p, vendor, label } => {
                let (what, more) = product(*p, vendor.as_deref());
                (say!("the certificate “{0}” is {1}", t.name(label), what), more.to_owned())
            }
            Detail::ListWaived {} => (
                "the option insecureSkipVerification turns off the check against AWS’s list of CAs".to_owned(),
                "API Gateway still checks the dates, the host name, and that the chain contains a root CA.".to_owned(),
            ),
            Detail::RootNotSent { issuer, label } => (
                "no root was sent, but insecureSkipVerification requires one in the chain".to_owned(),
                say!("The chain does not end at a root on AWS’s list either. The topmost certificate is the {0}. The server must also send the certificates above it, from “{1}” ({2}) to the root.", c, t.name(label), shown(issuer)),
            ),
            Detail::ListedRootNotSent { aliases, label } => (
                say!("the root “{0}” was not sent, but insecureSkipVerification is set", t.name(label)),
                say!("AWS’s documentation requires a root CA in the chain. It does not say whether the roots on AWS’s list count in this mode; this root is on the list ({0}). Turn insecureSkipVerification off, because this chain does not need it, or send the root.", t.list(aliases)),
            ),
            Detail::RootNotCa {} => (
                say!("the {0} lacks basicConstraints CA:TRUE", c),
                "With insecureSkipVerification, AWS requires it in the root.".to_owned(),
            ),
            Detail::RootWithoutKeyCertSign { key_usage } => (
                say!("the {0} lacks keyCertSign in its keyUsage", c),
                match key_usage {
                    Some(usage) => say!("With insecureSkipVerification, AWS requires it in the root. This root has: {0}.", t.list(usage)),
                    None => "With insecureSkipVerification, AWS requires it in the root. This root has no keyUsage, which Java itself would accept.".to_owned(),
                },
            ),
            Detail::PrivateRootSent { subject: _, label, sha256 } => (
                say!("the root “{0}” was sent, as insecureSkipVerification requires", t.name(label)),
                say!("It has basicConstraints CA:TRUE and keyCertSign. Its SHA-256 fingerprint is {0}.", shown(sha256)),
            ),
            Detail::CaMoved { ca, root, instead, acme } => (
                say!("{0} now issues certificates under the root “{1}”, which API Gateway does not have", t.name(ca), t.name(root)),
                match instead {
                    Some(one) => {
                        let mut more = say!(
                            "The server must send the version of “{0}” that “{1}” has signed: that chain ends at “{2}”, which API Gateway has.",
                            t.name(&one.label),
                            t.name(&one.signed_by),
                            t.name(&one.root)
                        );
                        if *acme {
                            append(&mut more, &say!("If an ACME client obtained the certificate, request that chain with --preferred-chain “{0}”.", shown(&one.root)));
                        }
                        more
                    }
                    None => "No version of it is known that leads to a root that API Gateway has.".to_owned(),
                },
            ),
            Detail::AnchorDistrustedHere { label, issued_after, release } => (
                say!("Java no longer trusts the root “{0}”", t.name(label)),
                say!(
                    "{0} So does Java {1}, whatever its truststore contains. Get a certificate from another CA.",
                    match issued_after {
                        Some(day) => say!("Java rejects server certificates under it that were issued after {0}.", shown(day)),
                        None => "Java rejects every server certificate under it.".to_owned(),
                    },
                    shown(release)
                ),
            ),
            Detail::SkipVerificationNotApplicable {} => (
                "the option insecureSkipVerification does not apply to this client".to_owned(),
                "Only a REST API can skip the verification of the CA. Here the chain was checked as usual.".to_owned(),
            ),
            Detail::AnchorDistrusted { label, issued_after, releases } => (
                say!("Java no longer trusts the root “{0}”", t.name(label)),
                say!(
                    "{0} AWS does not publish which Java release API Gateway runs. Get a certificate from another CA. Java releases that reject the chain, whatever their truststore contains: {1}.",
                    match issued_after {
                        Some(day) => say!("Java rejects server certificates under it that were issued after {0}.", shown(day)),
                        None => "Java rejects every server certificate under it.".to_owned(),
                    },
                    t.list(releases)
                ),
            ),

            // ---- validity
            Detail::InDate { not_before, not_after, days_left } => (
                say!("the {0} is within its validity dates", c),
                say!(
                    "It is valid from {0} to {1}: {2} left.",
                    t.time(*not_before),
                    t.time(*not_after),
                    if *days_left < 1 { "less than a day".to_owned() } else { t.days(*days_left) }
                ),
            ),
            Detail::Expired { not_after, at, days_ago } => (
                say!("the {0} expired on {1}", c, self.date(*not_after)),
                say!(
                    "It was valid until {0}. It was checked for {1}, {2} later.",
                    t.time(*not_after),
                    t.time(*at),
                    if *days_ago < 1 { "less than a day".to_owned() } else { t.days(*days_ago) }
                ),
            ),
            Detail::NotYetValid { not_before, at, days_ahead } => (
                say!("the {0} is not valid before {1}", c, self.date(*not_before)),
                say!(
                    "It is valid from {0}. It was checked for {1}, {2} earlier.",
                    t.time(*not_before),
                    t.time(*at),
                    if *days_ahead < 1 { "less than a day".to_owned() } else { t.days(*days_ahead) }
                ),
            ),
            Detail::ExpiresSoon { not_after, days_left } => (
                if *days_left < 1 {
                    say!("the {0} expires in less than a day", c)
                } else {
                    say!("the {0} expires in {1}", c, t.days(*days_left))
                },
                say!("It is valid until {0}. Renew it before then.", t.time(*not_after)),
            ),
            Detail::AnchorOutOfDate { label, not_before, not_after } => (
                say!("the root “{0}” is outside its validity dates", t.name(label)),
                say!(
                    "It is valid from {0} to {1}. AWS’s article requires valid dates in every certificate, but Java does not check the dates of a trusted root.",
                    t.time(*not_before),
                    t.time(*not_after)
                ),
            ),
            Detail::RootVersionOutOfDate { label, issuer, cross_signed, expired, not_before, not_after } => (
                match (*cross_signed, *expired) {
                    (true, true) => say!("the version of “{0}” that “{1}” signed expired on {2}", t.name(label), t.name(issuer), self.date(*not_after)),
                    (true, false) => say!("the version of “{0}” that “{1}” signed is not valid before {2}", t.name(label), t.name(issuer), self.date(*not_before)),
                    (false, true) => say!("the version of the root “{0}” in the chain expired on {1}", t.name(label), self.date(*not_after)),
                    (false, false) => say!("the version of the root “{0}” in the chain is not valid before {1}", t.name(label), self.date(*not_before)),
                },
                say!("The root “{0}” itself is in date, and API Gateway has its own copy of it. Java therefore accepts the chain, but other clients may not. Leave out the {1}.", t.name(label), c),
            ),

            // ---- chain
            Detail::ChainComplete { length, root_sent } => (
                say!("the chain is complete, with {0} from the server to the root", count(i64::from(*length), "certificate", "certificates")),
                if *root_sent {
                    "Each certificate is issued by the next one. The root was also sent.".to_owned()
                } else {
                    "Each certificate is issued by the next one. The root was not sent, which is normal: API Gateway has its own copy.".to_owned()
                },
            ),
            Detail::IssuerMissing { issuer, label, authority_key_id, locations, known, useful } => {
                let mut more = if *useful {
                    say!("API Gateway does not fetch missing certificates, so the server must send this one right after the {0}.", c)
                } else {
                    "Sending it does not help: API Gateway does not support this CA.".to_owned()
                };
                append(&mut more, &say!("Its subject is “{0}”.", shown(issuer)));
                if let Some(id) = authority_key_id {
                    append(&mut more, &say!("Its subject key identifier is {0}.", shown(id)));
                }
                if let Some(location) = locations.first().filter(|_| *useful) {
                    append(&mut more, &say!("Download it from {0}", shown(location)));
                    more.push('.');
                }
                let clause = if *known {
                    say!("the intermediate “{0}” is missing", t.name(label))
                } else {
                    say!("the certificate of the issuer “{0}” is missing", t.name(label))
                };
                (clause, more)
            }
            Detail::SignatureInvalid { issuer, label, algorithm } => (
                say!("the {0} was not signed with the key of the {1}", c, t.issuer(issuer, label)),
                say!(
                    "The names match but the signature ({0}) does not: the issuer changed its key, or the certificate was altered. Send the version of the issuer’s certificate whose key made the signature.",
                    shown(algorithm)
                ),
            ),
            Detail::SignatureUnchecked { issuer, label, algorithm } => (
                say!("the signature on the {0} could not be verified", c),
                say!(
                    "This tool cannot verify {0} signatures. According to its name, the issuer is the {1}.",
                    shown(algorithm),
                    t.issuer(issuer, label)
                ),
            ),
            Detail::LeafMissing {} => (
                "the server certificate is missing".to_owned(),
                "Only CA certificates were provided. The server certificate must come first in the chain.".to_owned(),
            ),
            Detail::LeafNotFirst { leaf } => (
                say!("the {0} is not the first certificate", t.at(*leaf)),
                "TLS clients use the first certificate as the server certificate. Put it at the top.".to_owned(),
            ),
            Detail::WrongOrder { order } => (
                "the certificates are not in chain order".to_owned(),
                say!("From the server certificate up, the order is: {0}. Java finds the path anyway, but other clients may not.", t.places(order)),
            ),
            Detail::Duplicate { of } => (
                say!("the {0} is a duplicate", c),
                say!("It is an exact copy of no. {0}. Java ignores it.", t.place(*of)),
            ),
            Detail::Stray { label } => (
                say!("the certificate “{0}” is not part of the chain", t.name(label)),
                "The chain does not need it, and Java ignores it. It is still better not to send it.".to_owned(),
            ),
            Detail::RootSent {} => (
                say!("the {0} was also sent", c),
                "This does no harm, but only insecureSkipVerification needs it: otherwise API Gateway uses its own copy of the root.".to_owned(),
            ),
            Detail::NotACa { has_basic_constraints } => (
                say!("the {0} is an issuer in the chain but is not a CA", c),
                if *has_basic_constraints {
                    "Its basicConstraints do not contain CA:TRUE (RFC 5280 §4.2.1.9).".to_owned()
                } else {
                    "It has no basicConstraints, which every CA certificate must have (RFC 5280 §4.2.1.9).".to_owned()
                },
            ),
            Detail::OldVersion { version } => (
                say!("the {0} has X.509 version {1} and cannot be an intermediate", c, t.number(*version)),
                "Java requires version 3: only that version can mark a certificate as a CA.".to_owned(),
            ),
            Detail::PathLengthExceeded { limit, below } => (
                say!(
                    "the {0} allows {1} below it, but there are {2}",
                    c,
                    count(*limit, "CA certificate", "CA certificates"),
                    t.number(*below)
                ),
                "The limit is the pathLenConstraint in its basicConstraints (RFC 5280 §4.2.1.9).".to_owned(),
            ),
            Detail::NoKeyCertSign { key_usage } => (
                say!("the {0} is not allowed to sign certificates", c),
                say!("Its keyUsage contains: {0}. keyCertSign is missing (RFC 5280 §4.2.1.3).", usages(t, key_usage)),
            ),
            Detail::LeafKeyUsage { key_usage, needed } => (
                say!("the keyUsage of the {0} does not allow {1}", c, shown(needed)),
                say!("It contains: {0}. Java’s TLS client requires {1}.", usages(t, key_usage), shown(needed)),
            ),
            Detail::EmptyKeyUsage {} => (
                say!("the {0} has a keyUsage that allows nothing", c),
                "At least one bit must be set (RFC 5280 §4.2.1.3).".to_owned(),
            ),
            Detail::LeafExtendedKeyUsage { usages: u } => (
                say!("the {0} is not meant for TLS servers", c),
                say!("Its extendedKeyUsage contains: {0}. serverAuth is missing (RFC 5280 §4.2.1.12).", usages(t, u)),
            ),
            Detail::NetscapeCertType {} => (
                say!("the Netscape certificate type of the {0} does not allow a TLS server", c),
                "The extension has long been obsolete, but Java still checks it.".to_owned(),
            ),
            Detail::NameConstraint { kind, name, constrained_by, excluded } => (
                if *excluded {
                    say!("a CA in the chain excludes the {0} “{1}”", name_kind(*kind), shown(name))
                } else {
                    say!("a CA in the chain does not permit the {0} “{1}”", name_kind(*kind), shown(name))
                },
                say!(
                    "The name is in the {0}. The name constraints are in the {1} (RFC 5280 §4.2.1.10).",
                    c,
                    t.at(*constrained_by)
                ),
            ),
            Detail::NameConstraintUnsupported { constrained_by } => (
                say!("Java cannot apply the name constraints of the {0}", t.at(*constrained_by)),
                "Java rejects what it cannot check.".to_owned(),
            ),
            Detail::PolicyRequired {} => (
                "a CA in the chain requires a certificate policy that the chain does not have".to_owned(),
                "Its policyConstraints contain requireExplicitPolicy (RFC 5280 §4.2.1.11), and no policy is valid for the whole chain.".to_owned(),
            ),
            Detail::PolicyMappingAny {} => (
                say!("the {0} maps a certificate policy from or to anyPolicy", c),
                "RFC 5280 §4.2.1.5 forbids this, and Java rejects it.".to_owned(),
            ),
            Detail::PolicyQualifiersCritical {} => (
                say!("the {0} has critical certificate policies with qualifiers", c),
                "Java rejects the qualifiers if the extension is marked critical.".to_owned(),
            ),
            Detail::UnknownCriticalExtension { oids } => (
                say!("the {0} has a critical extension that Java does not know", c),
                say!("OID: {0}. A client must reject a critical extension that it does not know (RFC 5280 §4.2).", t.list(oids)),
            ),
            Detail::WeakSignature { algorithm } => (
                say!("the {0} is signed with {1}, which Java disables", c, shown(algorithm)),
                "The algorithm is too weak. Ask the CA to reissue the certificate, signed with SHA-256 or better.".to_owned(),
            ),
            Detail::Sha1Signature { algorithm } => (
                say!("the {0} is signed with {1}, which uses SHA-1", c, shown(algorithm)),
                "Java accepts this here. It rejects SHA-1 in a server’s chain only under the roots of its own truststore cacerts (jdk.certpath.disabledAlgorithms: SHA1 jdkCA & usage TLSServer). Browsers reject it. Ask the CA to reissue the certificate, signed with SHA-256 or better.".to_owned(),
            ),
            Detail::ClientPublicCertificate { issuer } => (
                say!("ACM issued this public certificate ({0}), which cannot be a client certificate", shown(issuer)),
                "Since 11 June 2025, ACM issues public certificates without clientAuth. Import a certificate of your own CA into ACM, or issue one with AWS Private CA.".to_owned(),
            ),
            Detail::ClientChainTooLong { length, limit } => (
                say!("the chain has {0} certificates", t.number(*length)),
                say!("For a client certificate, API Gateway accepts at most {0}. Remove certificates that do not belong to the chain, or use an issuer closer to the root.", t.number(*limit)),
            ),
            Detail::ClientUsageMissing { usages } => (
                say!("the {0} has no extended key usage clientAuth", c),
                if usages.is_empty() {
                    "It has no extended key usage. Have it issued with clientAuth (TLS Web Client Authentication).".to_owned()
                } else {
                    say!("It has {0}. Have it issued with clientAuth (TLS Web Client Authentication).", t.list(usages))
                },
            ),
            Detail::ClientKeyUnsupported { algorithm, bits } => (
                say!("the key of the {0} is not supported: {1} with {2} bits", c, shown(algorithm), t.number(*bits)),
                "For a client certificate, API Gateway accepts RSA keys of 2048 to 4096 bits, and keys on P-256, P-384 and P-521.".to_owned(),
            ),
            Detail::SignatureNotOffered { algorithm } => (
                say!("the {0} is signed with {1}, which Java’s TLS client does not accept", c, shown(algorithm)),
                "Have it reissued with RSA and SHA-256, or with ECDSA.".to_owned(),
            ),
            Detail::WeakKey { algorithm, bits, minimum } => (
                say!("the key of the {0} is too short: {1} with {2} bits", c, shown(algorithm), t.number(*bits)),
                say!("Java accepts no {0} key shorter than {1} bits.", shown(algorithm), t.number(*minimum)),
            ),
            Detail::CurveUnsupported { curve } => (
                say!("the key of the {0} is on the curve {1}, which Java does not support", c, shown(curve)),
                "Java’s TLS client supports P-256, P-384 and P-521.".to_owned(),
            ),
            Detail::Malformed { defect: d } => (
                say!("Java cannot read the {0}: {1}", c, defect(*d)),
                "A certificate that Java cannot read ends the handshake, even if the chain does not need it.".to_owned(),
            ),
            Detail::TooManyCertificates { count: n, limit } => (
                say!("there are {0}, more than the {1} that Java accepts in one handshake", count(i64::from(*n), "certificate", "certificates"), t.number(*limit)),
                "Send only the chain: the server’s certificate and its intermediates.".to_owned(),
            ),
            Detail::MessageTooLarge { bytes, limit } => (
                say!("the certificates take {0} bytes, more than the {1} that Java accepts in one handshake", t.number(*bytes), t.number(*limit)),
                "Send only the chain: the server’s certificate and its intermediates.".to_owned(),
            ),
            Detail::PathTooLong { limit } => (
                say!("the chain has more than {0} intermediates, the most that Java tries", t.number(*limit)),
                "Ask the CA for a shorter chain.".to_owned(),
            ),
            Detail::KeyIdentifierMismatch { issuer, expected, found } => (
                say!("the authority key identifier of the {0} does not match its issuer", c),
                say!(
                    "It is {0}, but the {1} has {2}. This is only a hint: the signature decides.",
                    shown(expected),
                    t.issuer(issuer, ""),
                    shown(found)
                ),
            ),
            Detail::AnchorIdentifierMismatch { label, expected, found } => (
                say!("the {0} refers to another version of the root “{1}” than the listed one", c, t.name(label)),
                say!("It refers to {0}, but the listed root has {1}. Java therefore does not try the listed root.", shown(expected), shown(found)),
            ),
            Detail::NoPath {} => (
                "Java finds no path from the server certificate to a trusted root".to_owned(),
                "The other findings explain why.".to_owned(),
            ),
            Detail::SearchEnded { limit } => (
                say!("the search for a path to a root stopped at its limit of {0} attempts", t.number(*limit)),
                "A real server’s chain does not have so many certificates with the same name. Send only the chain.".to_owned(),
            ),
            Detail::AnchorUnfit { label, is_ca } => (
                say!("Java does not accept “{0}” as a trusted root", t.name(label)),
                if *is_ca {
                    "Its keyUsage lacks keyCertSign.".to_owned()
                } else {
                    "It lacks basicConstraints CA:TRUE.".to_owned()
                },
            ),
            Detail::CertificateBlocked { label } => (
                say!("Java blocks the certificate “{0}”", t.name(label)),
                "Java has a list of blocked certificates and accepts no chain with one of them. Ask the CA for a certificate from another intermediate, or use another CA.".to_owned(),
            ),
            Detail::Sha1UnderJdkRoot { algorithm } => (
                say!("the {0} is signed with {1}, which this Java rejects", c, shown(algorithm)),
                "Java rejects SHA-1 under the roots of its own truststore. Have the certificate reissued with SHA-256.".to_owned(),
            ),
            Detail::KeyCompromised { label } => (
                say!("the private key of “{0}” is public", t.name(label)),
                "Anyone can use this key to issue certificates. Replace the certificate, even if Java and AWS’s list still accept it: ask the CA for one from another intermediate, or use another CA.".to_owned(),
            ),

            Detail::SelfIssuedPair { label } => (
                say!("Java stops its search at the {0}", c),
                say!("The certificate below it belongs to the same CA, “{0}”, and has another key. After two such certificates in a row, Java does not try the root on its list. Leave this certificate out.", t.name(label)),
            ),
            Detail::WrongIntermediate { label: _, needed } => (
                say!("the {0} does not belong to the chain", c),
                say!("It did not issue the certificate below it; the issuer is “{0}”. It is probably left over from an earlier certificate.", t.name(needed)),
            ),

            // ---- key-size
            Detail::KeyLimitNotApplicable {} => (
                "there is no upper limit for the key".to_owned(),
                "The limit of 2048 bits does not apply to this client.".to_owned(),
            ),
            Detail::KeyWithinLimit { algorithm, bits, max } => (
                say!("the key of the {0} has {1} bits", c, t.number(*bits)),
                say!("It is an {0} key, within AWS’s limit of {1} bits.", shown(algorithm), t.number(*max)),
            ),
            Detail::KeyTooLarge { algorithm, bits, max } => (
                say!("the key of the {0} has {1} bits, more than the {2} that AWS’s article allows", c, t.number(*bits), t.number(*max)),
                say!("It is an {0} key. Java sets no upper limit, and no backend is known to have been rejected for its key size alone. The failure may have another cause.", shown(algorithm)),
            ),
            Detail::EllipticKey { curve, bits } => (
                say!("the key of the {0} is on the elliptic curve {1}", c, shown(curve)),
                say!("It has {0} bits. AWS’s limit of 2048 bits is meant for RSA keys; an elliptic-curve key is as strong with far fewer bits.", t.number(*bits)),
            ),
            Detail::OtherKey { algorithm } => (
                say!("the key of the {0} is of type {1}", c, shown(algorithm)),
                "AWS’s limit of 2048 bits is meant for RSA keys.".to_owned(),
            ),
            Detail::KeyUnknown { algorithm, why } => (
                say!("the key of the {0} is of type {1}, and its size cannot be compared with AWS’s limit", c, shown(algorithm)),
                match why {
                    KeyTrouble::Unreadable => "Java cannot read this key. Have the certificate reissued with a 2048-bit RSA key or a P-256 key.",
                    KeyTrouble::ExplicitParameters => "The key contains the parameters of its curve instead of the curve’s name, and Java reads only named curves. Create a new key with openssl ecparam -name prime256v1 -genkey -noout, and have the certificate reissued.",
                    KeyTrouble::NotInJava => "Java 17 does not have this algorithm, so the TLS connection fails. Have the certificate reissued with a 2048-bit RSA key or a P-256 key.",
                    KeyTrouble::NoSignature => "A key of this type cannot sign, so a TLS server cannot use it. Have the certificate reissued with a 2048-bit RSA key or a P-256 key.",
                }
                .to_owned(),
            ),
            Detail::CaKey { algorithm, bits } => (
                if *bits == 0 {
                    say!("the key of the {0} is of type {1}", c, shown(algorithm))
                } else {
                    say!("the key of the {0} is {1} with {2} bits", c, shown(algorithm), t.number(*bits))
                },
                "AWS’s limit applies to the server certificate; CA keys may be longer.".to_owned(),
            ),
        };
        Explanation::new(clause, more)
    }

    fn fix(&self, t: &Renderer<'_>, fix: &Fix) -> String {
        match fix {
            Fix::SendIssuer { issuer: _, label, locations, instead_of } => {
                let mut text = if instead_of.is_empty() {
                    say!("Add the certificate of “{0}” to the server’s chain, right after the certificate that it issued.", t.name(label))
                } else {
                    say!("Replace no. {0} with the certificate of “{1}”.", t.places(instead_of), t.name(label))
                };
                if let Some(location) = locations.first() {
                    append(&mut text, &say!("Download it from {0}", shown(location)));
                    text.push('.');
                }
                text
            }
            Fix::Reorder { order } => say!("Send the certificates in this order, and no others: {0}.", t.places(order)),
            Fix::UseSupportedCa {} => "Get a certificate from a CA on API Gateway’s list, such as Let’s Encrypt or ACM’s public CA. With a private CA, a REST API can set insecureSkipVerification, which AWS does not recommend.".to_owned(),
            Fix::Renew { certificate } => say!("Renew the {0} and install the new one with its intermediates.", t.at(*certificate)),
            Fix::ReplaceIntermediate { certificate } => say!("Replace the {0} with the CA’s current version.", t.at(*certificate)),
            Fix::SmallerKey {} => "Reissue the server certificate with a 2048-bit RSA key or a P-256 key.".to_owned(),
            Fix::SendRoot { label } => say!("Configure the server to also send its CA’s certificates, from “{0}” up to the root: insecureSkipVerification requires the root in the chain.", t.name(label)),
            Fix::MatchHostname { hostname } => say!("Reissue the server certificate with “{0}” among its names, or call the backend by a name in its certificate.", shown(hostname)),
            Fix::Reissue { certificate } => say!("Have the {0} reissued: the fault is in the certificate itself.", t.at(*certificate)),
            Fix::ConfigureCertificate { product, vendor, setting } => configure(*product, vendor.as_deref(), setting.as_deref()),
            Fix::BypassProxy { vendor } => say!("Run the command again from a network without {0}, for example in AWS CloudShell, and check that chain.", vendor.as_deref().map_or("this proxy".to_owned(), shown)),
            Fix::UseCloudflare {} => "Call the host through Cloudflare (a proxied DNS record), or install a certificate from a public CA, such as Let’s Encrypt, on the origin server.".to_owned(),
            Fix::RequestProduction {} => "Request the certificate again from the production environment of Let’s Encrypt, without --staging or --test-cert (https://acme-v02.api.letsencrypt.org/directory), and install it.".to_owned(),
            Fix::ReplacePrivateCa { acm: true } => "Request a public certificate in ACM (aws acm request-certificate without --certificate-authority-arn) and configure it on the load balancer. To keep the private CA, a REST API can set insecureSkipVerification, which AWS does not recommend; the server must then send the root.".to_owned(),
            Fix::ReplacePrivateCa { acm: false } => "Install a certificate from a public CA on API Gateway’s list, such as Let’s Encrypt or ACM’s public CA. To keep the private CA, a REST API can set insecureSkipVerification, which AWS does not recommend; the server must then send the root.".to_owned(),
            Fix::ReplaceRoot { certificate, label } => say!("Replace the {0} with the version of “{1}” that a root on AWS’s list has signed. The repaired chain contains it.", t.at(*certificate), t.name(label)),
            Fix::Remove { certificate } => say!("Leave out the {0}.", t.at(*certificate)),
            Fix::ImportCa { label } => say!("Import “{0}” into the client’s truststore (keytool -importcert), use a newer Java release whose truststore has it, or get a certificate from a CA that the client trusts.", t.name(label)),
            Fix::TurnOffSkipVerification {} => "Set insecureSkipVerification to false: the chain ends at a root on AWS’s list and does not need it. Otherwise, configure the server to send the root too.".to_owned(),
            Fix::UseOwnName { hostname, owner } => {
                let host = shown(hostname);
                let mut text = match owner {
                    NameOwner::LoadBalancer | NameOwner::VpcEndpoint | NameOwner::ExecuteApi | NameOwner::CloudFront | NameOwner::Instance | NameOwner::Aws => say!("No certificate of yours can contain “{0}”: the name belongs to AWS.", host),
                    NameOwner::Platform => say!("No certificate of yours can contain “{0}”: the name belongs to the hosting platform.", host),
                    NameOwner::PrivateNetwork => say!("No public CA issues a certificate for “{0}”: the name exists only in a private network.", host),
                    NameOwner::Address => say!("Public CAs rarely issue certificates for an IP address such as “{0}”.", host),
                };
                append(&mut text, "Put a name of your own domain that the certificate contains into the integration’s URI, and point it to the backend with a DNS record (CNAME or Route 53 alias). With a VPC link, API Gateway compares the name in the URI, or tlsConfig.serverNameToVerify of an HTTP API, with the certificate.");
                text
            }
        }
    }

    fn hostname(&self, t: &Renderer<'_>, report: &HostnameReport) -> Explanation {
        let asked = shown(&report.asked);
        if report.accepted {
            let more = match &report.matched {
                Some(name) => say!("It matches the name “{0}”.", shown(name)),
                None => String::new(),
            };
            return Explanation::new(say!("the server certificate is valid for “{0}”", asked), more);
        }
        let mut more = String::new();
        if report.presented.is_empty() {
            append(&mut more, "It contains no name of this type.");
        } else {
            let first: Vec<String> = report.presented.iter().take(SHOWN_NAMES).cloned().collect();
            let rest = report.presented.len().saturating_sub(first.len());
            if rest == 0 {
                append(&mut more, &say!("Its names are: {0}.", t.list(&first)));
            } else {
                append(
                    &mut more,
                    &say!(
                        "Its names are: {0} and {1} more.",
                        first.iter().map(|n| shown(n)).collect::<Vec<_>>().join(", "),
                        t.number(u64::try_from(rest).unwrap_or(u64::MAX))
                    ),
                );
            }
        }
        match report.source {
            Some(NameSource::CommonName) => append(
                &mut more,
                "The common name is compared because the subject alternative names contain no DNS name.",
            ),
            Some(NameSource::SanDns | NameSource::SanIp) | None => {}
        }
        Explanation::new(say!("the server certificate is not valid for “{0}”", asked), more)
    }

    fn rule_name(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "Supported CA",
            RuleId::Validity => "Validity dates",
            RuleId::Chain => "Complete chain",
            RuleId::KeySize => "Key size",
        }
    }

    fn rule_title(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "A certificate authority that API Gateway supports",
            RuleId::Validity => "A valid certificate that isn’t expired",
            RuleId::Chain => "A complete chain up to a root: each issuer is the subject of the next certificate",
            RuleId::KeySize => "A certificate that doesn’t exceed 2048 bits",
        }
    }

    fn rule_why(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => {
                "For HTTP, HTTP proxy and private integrations, API Gateway trusts only the CAs on its own list. With a self-signed certificate, a private CA, or a public CA that is not on the list, the handshake fails before any request is sent."
            }
            RuleId::Validity => {
                "API Gateway rejects a server certificate or an intermediate outside its dates, before Not Before as well as after Not After. Java does not check the dates of a trusted root, but AWS’s article requires valid dates in every certificate."
            }
            RuleId::Chain => {
                "API Gateway must find a path from the server certificate to a root: the subject of the intermediate matches the issuer of the server certificate, and so on. It does not fetch missing certificates. Browsers often do, so a site can work in a browser and fail in API Gateway."
            }
            RuleId::KeySize => {
                "AWS’s article requires a certificate that doesn’t exceed 2048 bits. This means the key of the server certificate. Java sets no upper limit. CA keys may be longer: many of the supported roots have 4096-bit keys."
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Pass => "Met",
            Outcome::Warn => "Met, with a warning",
            Outcome::Fail => "Not met",
            Outcome::Unknown => "Unknown",
            Outcome::NotApplicable => "Does not apply",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Info => "Note",
            Severity::Warning => "Warning",
            Severity::Error => "Error",
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => "Accepted",
            Verdict::Fail => "Rejected",
            Verdict::Inconclusive => "Not conclusive",
        }
    }

    fn sentence(&self, sentence: &Sentence<'_>) -> String {
        let also_unmet = |also: &[String]| {
            if also.is_empty() {
                String::new()
            } else {
                say!("Also not met: {0}.", listed(also, " and "))
            }
        };
        match sentence {
            Sentence::ClientAccepted { warning } => {
                let mut text = "API Gateway can send this client certificate to the backend.".to_owned();
                if let Some(warning) = warning {
                    append(&mut text, &say!("One thing to watch: {0}.", *warning));
                }
                text
            }
            Sentence::ClientRejected { why } => say!(
                "{0}. API Gateway cannot use this as the client certificate of a stage.",
                capitalised(why)
            ),
            Sentence::Accepted { hostname, warning } => {
                let mut text = match hostname {
                    Some(name) => say!("API Gateway would accept this chain for “{0}”.", shown(name)),
                    None => "API Gateway would accept this chain.".to_owned(),
                };
                if let Some(warning) = warning {
                    append(&mut text, &say!("One thing to watch: {0}.", warning));
                }
                text
            }
            Sentence::Undecided { why } => say!("No problem found, but one check could not be completed: {0}.", why),
            Sentence::DependsOnRelease { why } => say!(
                "{0}. Whether API Gateway accepts this chain depends on its Java release, which AWS does not publish. Get a certificate from another CA.",
                capitalised(why)
            ),
            Sentence::Rejected { why, also, hostname } => {
                let mut text = say!("{0}. API Gateway will reject this chain.", capitalised(why));
                append(&mut text, &also_unmet(also));
                if let Some(name) = hostname {
                    append(
                        &mut text,
                        &say!("The server certificate is also not valid for “{0}”.", shown(name)),
                    );
                }
                text
            }
            Sentence::AgainstRequirement { why, also } => {
                let mut text = say!("{0}.", capitalised(why));
                append(&mut text, &also_unmet(also));
                append(
                    &mut text,
                    "This chain is outside AWS’s limits, but Java’s TLS client would accept it.",
                );
                text
            }
            Sentence::Compromised { why, also } => {
                let mut text = say!("{0}.", capitalised(why));
                append(&mut text, &also_unmet(also));
                append(
                    &mut text,
                    "Java’s TLS client would accept this chain, but nobody should rely on it.",
                );
                text
            }
            Sentence::WrongHost { why } => say!(
                "{0}. API Gateway will reject this connection, although it would accept the chain itself.",
                capitalised(why)
            ),
            Sentence::RejectedWithoutCode => "API Gateway will reject this chain. Java’s message says why.".to_owned(),
        }
    }
}

/// The number of certificate names that a sentence lists.
const SHOWN_NAMES: usize = 5;

fn product(product: DefaultProduct, vendor: Option<&str>) -> (String, &'static str) {
    const NO_NAME: &str = "Usually the client sent no server name (SNI), or no host with that name is configured, so the default host answered.";
    let vendor = vendor.map(shown).unwrap_or_default();
    let of = |template: &str| fill(template, &[&vendor]);
    let (what, more) = match product {
        DefaultProduct::IngressNginx => ("the default certificate of ingress-nginx", NO_NAME),
        DefaultProduct::Traefik => ("the default certificate of Traefik", NO_NAME),
        DefaultProduct::Plesk => ("the default certificate of Plesk", NO_NAME),
        DefaultProduct::Cpanel => ("the built-in certificate of cPanel or WHM", NO_NAME),
        DefaultProduct::Localhost => (
            "a certificate for localhost",
            "It is meant for tests on one machine. The certificate for this host is not configured.",
        ),
        DefaultProduct::AcmPrivateCa => (
            "from a private CA of AWS Certificate Manager",
            "API Gateway supports ACM’s public CA, but no private CA unless insecureSkipVerification is set.",
        ),
        DefaultProduct::Snakeoil => (
            "a sample certificate from the operating system or from OpenSSL",
            "The certificate for this host is not configured.",
        ),
        DefaultProduct::InspectionProxy => {
            let what = if vendor.is_empty() {
                "from a proxy that inspects TLS".to_owned()
            } else {
                of("from a proxy that inspects TLS ({0})")
            };
            return (
                what,
                "The proxy is in your network and replaces the server’s certificate. API Gateway does not see this certificate.",
            );
        }
        DefaultProduct::CloudflareOrigin => (
            "an origin certificate of Cloudflare",
            "Only Cloudflare trusts it. Let API Gateway call the host through Cloudflare, or install a certificate from a public CA.",
        ),
        DefaultProduct::LetsEncryptStaging => (
            "from the staging environment of Let’s Encrypt",
            "Staging certificates are for tests, and no client trusts them. Request the certificate again from the production environment.",
        ),
        DefaultProduct::ReverseProxy => return (of("the default certificate of {0}"), NO_NAME),
        DefaultProduct::Appliance => {
            return (
                of("the built-in certificate of {0}"),
                "The integration’s URI leads to an administration interface, or the certificate for this host is not configured.",
            );
        }
        DefaultProduct::KubernetesApi => (
            "the certificate of the API server of a Kubernetes cluster",
            "The integration’s URI leads to the cluster’s API and not to your service.",
        ),
        DefaultProduct::ApplicationServer => {
            return (
                of("a certificate that {0} created itself"),
                "The certificate for this host is not configured.",
            );
        }
        DefaultProduct::Platform => {
            return (
                of("the general certificate of {0}"),
                "It is valid only for names below the platform’s own domain. The host is not configured there as a custom domain, or the client sent no server name (SNI).",
            );
        }
        DefaultProduct::PrivateCa => {
            return (
                of("from a private CA ({0})"),
                "API Gateway supports no private CA unless insecureSkipVerification is set.",
            );
        }
    };
    (what.to_owned(), more)
}

/// How to configure the certificate for the host in a product.
fn configure(product: DefaultProduct, vendor: Option<&str>, setting: Option<&str>) -> String {
    let mut place = match product {
        DefaultProduct::IngressNginx => "ingress-nginx".to_owned(),
        DefaultProduct::Traefik => "Traefik".to_owned(),
        DefaultProduct::Plesk => "Plesk".to_owned(),
        DefaultProduct::Cpanel => "cPanel".to_owned(),
        _ => vendor.map(shown).unwrap_or_default(),
    };
    if let Some(setting) = setting {
        place.push_str(" (");
        place.push_str(&shown(setting));
        place.push(')');
    }
    match product {
        DefaultProduct::IngressNginx | DefaultProduct::Traefik | DefaultProduct::ReverseProxy => say!("Configure the certificate for this host in {0}. Check that the integration’s URI contains a host name that is configured there: API Gateway sends this name (SNI). If a VPC link sends no name, make the certificate the default one.", place),
        DefaultProduct::Plesk | DefaultProduct::Cpanel | DefaultProduct::ApplicationServer => say!("Install the certificate for this host in {0}.", place),
        DefaultProduct::Appliance => say!("Check the host and the port in the integration’s URI. If they are right, install the certificate for this host in {0}.", place),
        DefaultProduct::Platform => say!("Add the host as a custom domain to the application on {0} and wait for its certificate, or put the application’s name on the platform into the integration’s URI.", place),
        DefaultProduct::KubernetesApi => "Put the address of your service’s ingress or load balancer into the integration’s URI.".to_owned(),
        DefaultProduct::Localhost
        | DefaultProduct::Snakeoil
        | DefaultProduct::AcmPrivateCa
        | DefaultProduct::PrivateCa
        | DefaultProduct::InspectionProxy
        | DefaultProduct::CloudflareOrigin
        | DefaultProduct::LetsEncryptStaging => "Configure the certificate for this host. If clients send no server name (SNI), make it the default certificate.".to_owned(),
    }
}

fn defect(defect: Defect) -> &'static str {
    match defect {
        Defect::EmptyIssuer => "its issuer has no name (RFC 5280 §4.1.2.4)",
        Defect::EmptySubject => {
            "its subject is empty, and it has no critical subject alternative name (RFC 5280 §4.1.2.6)"
        }
        Defect::DuplicateExtension => "it has the same extension twice (RFC 5280 §4.2)",
        Defect::ExtensionsInOldVersion => {
            "it has extensions or unique identifiers, which its version does not allow (RFC 5280 §4.1.2.9)"
        }
        Defect::AlgorithmMismatch => "it names two different signature algorithms (RFC 5280 §4.1.1.2)",
        Defect::UnreadableCriticalExtension => "the content of a critical extension is malformed",
        Defect::UnreadableKey => "its public key has a format or parameters that Java does not accept",
        Defect::NumberTooLarge => {
            "its public key contains a number that is too large for Java (“Integer exceeds maximum valid value”)"
        }
        Defect::UnreadableTime => "its dates are malformed",
        Defect::UnreadableAlgorithm => "the parameters of its signature algorithm are malformed",
        Defect::Structure => "its structure is not that of a certificate",
    }
}

fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Dns => "DNS name",
        NameKind::Ip => "IP address",
        NameKind::Directory => "directory name",
        NameKind::Email => "e-mail address",
        NameKind::Uri => "URI",
        NameKind::Other => "name",
    }
}

fn usages(t: &Renderer<'_>, usages: &[String]) -> String {
    if usages.is_empty() {
        "nothing".to_owned()
    } else {
        t.list(usages)
    }
}
