//! English.
//!
//! Clauses begin small and end without a full stop; explanations are whole sentences. Plain words, no blame.

use super::text::{append, capitalised, grouped, listed, say, shown, size, some_of, two, whole};
use super::verdict::Sentence;
use super::{KindText, Nothing, Phrases, Role, Teller, UiPhrase, UiText, Words, guide_en};
use crate::cert::{DecodeError, UnixTime};
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::ingest::{
    At, DropReason, Dropped, InputNote, LimitKind, LinkTool, LogKind, LogMessage, NoiseKind, PrivateKeyKind, Repair,
};
#[cfg(feature = "share")]
use crate::num::colon_hex;
use crate::report::{
    DefaultProduct, Defect, Detail, Fix, HostnameReport, NameKind, NameSource, Outcome, RuleId, Severity, Verdict,
};
#[cfg(feature = "share")]
use crate::share::{Changes, LinkError, MissingReason, Unresolved};
use crate::trust::Edition;

/// The language.
pub(super) struct English;

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A count with its noun.
pub(super) fn count(number: i64, one: &str, other: &str) -> String {
    say!("{0} {1}", grouped(number, ','), if number == 1 { one } else { other })
}

pub(super) fn aliases(t: &Teller<'_>, aliases: &[String]) -> String {
    t.list(aliases)
}

/// The list that was judged by, as it stands within a sentence.
fn list_of(edition: &Edition) -> String {
    match edition {
        Edition::Published { date } => say!("AWS’s list of {0}", shown(date)),
        Edition::Supplied { entries } => say!(
            "the supplied list ({0})",
            count(i64::from(*entries), "entry", "entries")
        ),
    }
}

fn product(product: DefaultProduct) -> (&'static str, &'static str) {
    const NO_NAME: &str = "Usually the client sent no server name (SNI), or no host of that name is configured, so that the default one answered.";
    match product {
        DefaultProduct::IngressNginx => (
            "the default certificate of the Kubernetes ingress controller (ingress-nginx)",
            NO_NAME,
        ),
        DefaultProduct::Traefik => ("the default certificate of Traefik", NO_NAME),
        DefaultProduct::Plesk => ("the default certificate of Plesk", NO_NAME),
        DefaultProduct::Cpanel => ("cPanel’s or WHM’s own certificate", NO_NAME),
        DefaultProduct::Localhost => (
            "a certificate for localhost",
            "It was made for tests on one machine; the certificate meant for this host is not configured.",
        ),
        DefaultProduct::AcmPrivateCa => (
            "from a private CA of AWS Certificate Manager",
            "API Gateway supports the public CA of ACM, but no private one, unless insecureSkipVerification is set.",
        ),
        DefaultProduct::Snakeoil => (
            "a sample certificate that came with the operating system or with OpenSSL",
            "The certificate meant for this host is not configured.",
        ),
        DefaultProduct::InspectionProxy => (
            "from a proxy that inspects TLS",
            "This is not what API Gateway sees: fetch the chain from a network without that proxy.",
        ),
        DefaultProduct::CloudflareOrigin => (
            "an origin certificate of Cloudflare",
            "Only Cloudflare trusts it. Let API Gateway call the host through Cloudflare, or install a certificate from a public CA.",
        ),
        DefaultProduct::LetsEncryptStaging => (
            "from the staging environment of Let’s Encrypt",
            "Staging certificates are for tests, and nobody trusts them. Request the certificate again from the production environment.",
        ),
    }
}

fn defect(defect: Defect) -> &'static str {
    match defect {
        Defect::EmptyIssuer => "its issuer has no name (RFC 5280 §4.1.2.4)",
        Defect::EmptySubject => {
            "its subject is empty, and no critical subject alternative name stands for it (RFC 5280 §4.1.2.6)"
        }
        Defect::DuplicateExtension => "it has the same extension twice (RFC 5280 §4.2)",
        Defect::ExtensionsInOldVersion => {
            "it has extensions or unique identifiers, which its version does not allow (RFC 5280 §4.1.2.9)"
        }
        Defect::AlgorithmMismatch => "it names two different signature algorithms (RFC 5280 §4.1.1.2)",
        Defect::UnreadableCriticalExtension => "the content of a critical extension is broken",
        Defect::UnreadableKey => "its public key has a form or parameters that Java does not take",
        Defect::UnreadableTime => "its dates are broken",
        Defect::UnreadableAlgorithm => "the parameters of its signature algorithm are broken",
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

impl Phrases for English {
    fn date(&self, moment: UnixTime) -> String {
        let (year, month, day, ..) = moment.civil();
        let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
        say!("{0} {1} {2}", day.to_string(), month, year.to_string())
    }

    fn date_time(&self, moment: UnixTime) -> String {
        let (.., hour, minute, second) = moment.civil();
        say!(
            "{0}, {1}:{2}:{3} UTC",
            self.date(moment),
            two(hour),
            two(minute),
            two(second)
        )
    }

    fn number(&self, number: i64) -> String {
        grouped(number, ',')
    }

    fn list(&self, items: &[String]) -> String {
        listed(items, " and ")
    }

    fn days(&self, days: i64) -> String {
        count(days, "day", "days")
    }

    fn certificate(&self, role: Role, label: Option<&str>, place: Option<&str>) -> String {
        let mut text = match role {
            Role::Leaf => "server certificate",
            Role::Intermediate => "intermediate",
            Role::Root => "root",
            Role::Other => "certificate",
        }
        .to_owned();
        if let Some(label) = label {
            text.push_str(&say!(" “{0}”", label));
        }
        if let Some(place) = place {
            text.push_str(&say!(" (no. {0})", place));
        }
        text
    }

    fn unnamed(&self) -> &'static str {
        "without a name"
    }

    fn detail(&self, t: &Teller<'_>, c: &str, detail: &Detail) -> Words {
        let (clause, more) = match detail {
            // ---- supported-ca
            Detail::AnchorListed { aliases: a, subject: _, label, sha256: _, sent } => (
                say!("the chain ends at the root “{0}”, which API Gateway supports", t.name(label)),
                say!(
                    "AWS lists it as {0}; name, key and signature agree. {1}",
                    aliases(t, a),
                    if *sent { "The server sent it along." } else { "The server did not send it, and need not." }
                ),
            ),
            Detail::AnchorReissued { aliases: a, listed_sha256 } => (
                say!("the {0} is another edition of a root that API Gateway supports", c),
                say!(
                    "It has the name and the key of the root that AWS lists as {0} (SHA-256 {1}). Java compares name and key, so it takes the one for the other.",
                    aliases(t, a),
                    shown(listed_sha256)
                ),
            ),
            Detail::ListedByFingerprint { aliases: a } => (
                say!("the {0} is on AWS’s list by its fingerprint", c),
                say!("AWS lists it as {0}. Only the fingerprint of this CA is known, so nothing more can be compared.", aliases(t, a)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition } => (
                say!("the root “{0}” is not a CA that API Gateway supports", t.name(label)),
                say!(
                    "{0} does not have it. To look it up in a later edition, search for its SHA-256 fingerprint {1}.",
                    capitalised(&list_of(edition)),
                    shown(sha256)
                ),
            ),
            Detail::SelfSignedLeaf { sha256, edition } => (
                say!("the {0} is self-signed, and API Gateway does not know it", c),
                say!(
                    "No CA on {0} vouches for it. Its SHA-256 fingerprint is {1}.",
                    list_of(edition),
                    shown(sha256)
                ),
            ),
            Detail::IssuerNotListed { issuer, label, edition } => (
                say!("the issuer “{0}” is not a CA that API Gateway supports", t.name(label)),
                say!(
                    "It issued the {0}. {1} does not have “{2}”, and no way from it to a listed root is known.",
                    c,
                    capitalised(&list_of(edition)),
                    shown(issuer)
                ),
            ),
            Detail::IssuerUnknown { issuer, label } => (
                say!("whether API Gateway supports the CA behind “{0}” cannot be told", t.name(label)),
                say!("Only the server’s own certificate is here, and nothing is known of its issuer “{0}”. Add the rest of the chain.", shown(issuer)),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases: a } => (
                say!("the CA is one that API Gateway supports, once the right certificate of “{0}” is sent", t.name(label)),
                say!("There is one that leads to a root that AWS lists as {0}.", aliases(t, a)),
            ),
            Detail::AnchorKeyMismatch { aliases: a, subject: _, label } => (
                say!("the key behind “{0}” is not that of the supported CA of this name", t.name(label)),
                say!(
                    "AWS lists a root of that name as {0}. Either the CA has changed its key, or the {1} is not what it claims to be.",
                    aliases(t, a),
                    c
                ),
            ),
            Detail::DefaultCertificate { product: p, label } => {
                let (what, more) = product(*p);
                (say!("the certificate “{0}” is {1}", t.name(label), what), more.to_owned())
            }
            Detail::ListWaived {} => (
                "the option insecureSkipVerification waives AWS’s list of CAs".to_owned(),
                "API Gateway then still checks the dates, the host name, and that a root CA is in the chain.".to_owned(),
            ),
            Detail::RootNotSent { issuer, label } => (
                "no root was sent, and insecureSkipVerification wants one in the chain".to_owned(),
                say!("In this mode API Gateway takes no root from its list. The topmost certificate is the {0}; the server must send the certificates above it too, from “{1}” ({2}) to the root.", c, t.name(label), shown(issuer)),
            ),
            Detail::RootNotCa {} => (
                say!("the {0} lacks basicConstraints CA:TRUE", c),
                "With insecureSkipVerification, AWS requires this of the root.".to_owned(),
            ),
            Detail::RootWithoutKeyCertSign { key_usage } => (
                say!("the {0} lacks keyCertSign in its keyUsage", c),
                match key_usage {
                    Some(usage) => say!("With insecureSkipVerification, AWS says that the root must have it; this one has: {0}.", t.list(usage)),
                    None => "With insecureSkipVerification, AWS says that the root must have it; this one has no keyUsage at all, which Java itself would accept.".to_owned(),
                },
            ),
            Detail::PrivateRootSent { subject: _, label, sha256 } => (
                say!("the root “{0}” was sent, as insecureSkipVerification wants", t.name(label)),
                say!("It has basicConstraints CA:TRUE and keyCertSign. Its SHA-256 fingerprint is {0}.", shown(sha256)),
            ),

            // ---- validity
            Detail::InDate { not_before, not_after, days_left } => (
                say!("the {0} is in date", c),
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
                    "Its last valid second was {0}. The check is for {1}, {2} later.",
                    t.time(*not_after),
                    t.time(*at),
                    if *days_ago < 1 { "less than a day".to_owned() } else { t.days(*days_ago) }
                ),
            ),
            Detail::NotYetValid { not_before, at, days_ahead } => (
                say!("the {0} is not valid before {1}", c, self.date(*not_before)),
                say!(
                    "Its first valid second is {0}. The check is for {1}, {2} earlier.",
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
                say!("Its last valid second is {0}. Renew it before then.", t.time(*not_after)),
            ),
            Detail::AnchorOutOfDate { label, not_before, not_after } => (
                say!("the root “{0}” is out of date", t.name(label)),
                say!(
                    "It was valid from {0} to {1}. AWS’s article wants every certificate in date; Java does not look at the dates of a root that it knows.",
                    t.time(*not_before),
                    t.time(*not_after)
                ),
            ),

            // ---- chain
            Detail::ChainComplete { length, root_sent } => (
                say!("the chain is complete, {0} from the server to the root", count(i64::from(*length), "certificate", "certificates")),
                if *root_sent {
                    "Each one is issued by the next. The root was sent along.".to_owned()
                } else {
                    "Each one is issued by the next. The root itself was not sent, as is usual: API Gateway has its own copy.".to_owned()
                },
            ),
            Detail::IssuerMissing { issuer, label, authority_key_id, locations, known } => {
                let mut more = say!("API Gateway does not fetch missing certificates; the server must send this one right after the {0}.", c);
                append(&mut more, &say!("Its subject is “{0}”.", shown(issuer)));
                if let Some(id) = authority_key_id {
                    append(&mut more, &say!("Its subject key identifier is {0}.", shown(id)));
                }
                if let Some(location) = locations.first() {
                    append(&mut more, &say!("The CA offers it at {0}", shown(location)));
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
                say!("the {0} was not signed by the key of the {1}", c, t.issuer(issuer, label)),
                say!(
                    "The names fit, but the signature ({0}) does not: the issuer has another edition with another key, or the certificate was altered. Send the edition that signed it.",
                    shown(algorithm)
                ),
            ),
            Detail::SignatureUnchecked { issuer, label, algorithm } => (
                say!("the signature on the {0} could not be checked", c),
                say!(
                    "It was made with {0}, which cannot be verified here. By its name the issuer is the {1}.",
                    shown(algorithm),
                    t.issuer(issuer, label)
                ),
            ),
            Detail::LeafMissing {} => (
                "the server’s own certificate is missing".to_owned(),
                "Only CA certificates are here. The server’s certificate comes first in the chain, before those of the CAs.".to_owned(),
            ),
            Detail::LeafNotFirst { leaf } => (
                say!("the {0} does not come first", t.at(*leaf)),
                "A TLS client takes the first certificate for the server’s own. Put it at the top.".to_owned(),
            ),
            Detail::WrongOrder { order } => (
                "the certificates are not in the order of the chain".to_owned(),
                say!("From the server’s certificate upwards the order is: {0}. Java finds its way all the same; other clients may not.", t.places(order)),
            ),
            Detail::Duplicate { of } => (
                say!("the {0} is here a second time", c),
                say!("It is an exact copy of no. {0}. Java passes over it.", t.place(*of)),
            ),
            Detail::Stray { label } => (
                say!("the certificate “{0}” is not part of the chain", t.name(label)),
                "No link of the chain needs it. Java passes over it; leave it out all the same.".to_owned(),
            ),
            Detail::RootSent {} => (
                say!("the {0} was sent along", c),
                "That does no harm, but only insecureSkipVerification needs it: API Gateway has the supported roots itself.".to_owned(),
            ),
            Detail::NotACa { has_basic_constraints } => (
                say!("the {0} stands as an issuer in the chain, but is not a CA", c),
                if *has_basic_constraints {
                    "Its basicConstraints do not say CA:TRUE (RFC 5280 §4.2.1.9).".to_owned()
                } else {
                    "It has no basicConstraints, which every CA certificate needs (RFC 5280 §4.2.1.9).".to_owned()
                },
            ),
            Detail::OldVersion { version } => (
                say!("the {0} is of X.509 version {1} and cannot be an intermediate", c, t.number(*version)),
                "Only version 3 can say that a certificate belongs to a CA; Java asks for that.".to_owned(),
            ),
            Detail::PathLengthExceeded { limit, below } => (
                say!(
                    "the {0} allows {1} below it, and there are {2}",
                    c,
                    count(*limit, "CA certificate", "CA certificates"),
                    t.number(*below)
                ),
                "The limit is the pathLenConstraint in its basicConstraints (RFC 5280 §4.2.1.9).".to_owned(),
            ),
            Detail::NoKeyCertSign { key_usage } => (
                say!("the {0} may not sign certificates", c),
                say!("Its keyUsage has {0}, but not keyCertSign (RFC 5280 §4.2.1.3).", usages(t, key_usage)),
            ),
            Detail::LeafKeyUsage { key_usage, needed } => (
                say!("the keyUsage of the {0} does not allow {1}", c, shown(needed)),
                say!("It has {0}. Java’s TLS client asks for {1}.", usages(t, key_usage), shown(needed)),
            ),
            Detail::EmptyKeyUsage {} => (
                say!("the {0} has a keyUsage that allows nothing", c),
                "At least one bit must be set (RFC 5280 §4.2.1.3).".to_owned(),
            ),
            Detail::LeafExtendedKeyUsage { usages: u } => (
                say!("the {0} is not meant for a TLS server", c),
                say!("Its extendedKeyUsage has {0}, but not serverAuth (RFC 5280 §4.2.1.12).", usages(t, u)),
            ),
            Detail::NetscapeCertType {} => (
                say!("the Netscape certificate type of the {0} does not allow a TLS server", c),
                "The extension is long out of use, but Java still goes by it.".to_owned(),
            ),
            Detail::NameConstraint { kind, name, constrained_by, excluded } => (
                if *excluded {
                    say!("the {0} “{1}” is excluded by a CA above it", name_kind(*kind), shown(name))
                } else {
                    say!("the {0} “{1}” is outside what a CA above it permits", name_kind(*kind), shown(name))
                },
                say!(
                    "The name stands in the {0}; the name constraints stand in the {1} (RFC 5280 §4.2.1.10).",
                    c,
                    t.at(*constrained_by)
                ),
            ),
            Detail::NameConstraintUnsupported { constrained_by } => (
                say!("the name constraints of the {0} are of a kind that Java cannot apply", t.at(*constrained_by)),
                "Java refuses what it cannot check.".to_owned(),
            ),
            Detail::PolicyRequired {} => (
                "a CA in the chain demands a certificate policy that the chain does not have".to_owned(),
                "Its policyConstraints say requireExplicitPolicy (RFC 5280 §4.2.1.11), and no policy holds for the whole chain.".to_owned(),
            ),
            Detail::PolicyMappingAny {} => (
                say!("the {0} maps a certificate policy from or to anyPolicy", c),
                "RFC 5280 §4.2.1.5 forbids this, and Java refuses it.".to_owned(),
            ),
            Detail::PolicyQualifiersCritical {} => (
                say!("the {0} has critical certificate policies with qualifiers", c),
                "Java refuses these where the extension is marked critical.".to_owned(),
            ),
            Detail::UnknownCriticalExtension { oids } => (
                say!("the {0} has a critical extension that Java does not know", c),
                say!("It is {0}. What is marked critical and not understood must be refused (RFC 5280 §4.2).", t.list(oids)),
            ),
            Detail::WeakSignature { algorithm } => (
                say!("the {0} is signed with {1}, which Java has disabled", c, shown(algorithm)),
                "The algorithm is too weak. The CA must issue the certificate anew, signed with SHA-256 or better.".to_owned(),
            ),
            Detail::SignatureNotOffered { algorithm } => (
                say!("the {0} is signed with {1}, which Java’s TLS client does not take", c, shown(algorithm)),
                "Have it issued anew with RSA and SHA-256, or with ECDSA.".to_owned(),
            ),
            Detail::WeakKey { algorithm, bits, minimum } => (
                say!("the key of the {0} is too short: {1} with {2} bits", c, shown(algorithm), t.number(*bits)),
                say!("Java takes no {0} key under {1} bits.", shown(algorithm), t.number(*minimum)),
            ),
            Detail::CurveUnsupported { curve } => (
                say!("the key of the {0} is on the curve {1}, with which Java cannot verify", c, shown(curve)),
                "Java’s TLS client knows P-256, P-384 and P-521.".to_owned(),
            ),
            Detail::Malformed { defect: d } => (
                say!("Java cannot read the {0}: {1}", c, defect(*d)),
                "A certificate that Java cannot read ends the handshake, even where the chain does not need it.".to_owned(),
            ),
            Detail::TooManyCertificates { count: n, limit } => (
                say!("there are {0}, more than the {1} that Java takes in one handshake", count(i64::from(*n), "certificate", "certificates"), t.number(*limit)),
                "Send only the chain: the server’s certificate and its intermediates.".to_owned(),
            ),
            Detail::MessageTooLarge { bytes, limit } => (
                say!("the certificates take {0} bytes, more than the {1} that Java takes in one handshake", t.number(*bytes), t.number(*limit)),
                "Send only the chain: the server’s certificate and its intermediates.".to_owned(),
            ),
            Detail::PathTooLong { limit } => (
                say!("the chain has more than {0} intermediates, which is as far as Java looks", t.number(*limit)),
                "Ask the CA for a shorter chain.".to_owned(),
            ),
            Detail::KeyIdentifierMismatch { issuer, expected, found } => (
                say!("the {0} asks for another edition of its issuer, by key identifier", c),
                say!(
                    "It names {0}; the {1} has {2}. This is a hint only: the signature decides.",
                    shown(expected),
                    t.issuer(issuer, ""),
                    shown(found)
                ),
            ),
            Detail::AnchorIdentifierMismatch { label, expected, found } => (
                say!("the {0} asks for another edition of the root “{1}” than the one that is listed", c, t.name(label)),
                say!("It names {0}; the listed root has {1}. Java then does not try the listed one.", shown(expected), shown(found)),
            ),
            Detail::NoPath {} => (
                "Java finds no way from the server’s certificate to a root that it trusts".to_owned(),
                "The other findings say why.".to_owned(),
            ),
            Detail::SearchEnded { limit } => (
                say!("the search for a way to a root was ended at its bound of {0} tries", t.number(*limit)),
                "So many certificates of the same name are not a real server’s chain. Send only the chain itself.".to_owned(),
            ),
            Detail::AnchorUnfit { label, is_ca } => (
                say!("Java does not take the root “{0}” as one to trust", t.name(label)),
                if *is_ca {
                    "Its keyUsage lacks keyCertSign.".to_owned()
                } else {
                    "It lacks basicConstraints CA:TRUE.".to_owned()
                },
            ),

            // ---- key-size
            Detail::KeyWithinLimit { algorithm, bits, max } => (
                say!("the key of the {0} has {1} bits", c, t.number(*bits)),
                say!("It is an {0} key within AWS’s limit of {1} bits.", shown(algorithm), t.number(*max)),
            ),
            Detail::KeyTooLarge { algorithm, bits, max } => (
                say!("the key of the {0} has {1} bits, more than the {2} that AWS’s article allows", c, t.number(*bits), t.number(*max)),
                say!("It is an {0} key. Java itself sets no upper bound, and no report of a backend refused for its key size is known: this alone may not be what breaks.", shown(algorithm)),
            ),
            Detail::EllipticKey { curve, bits } => (
                say!("the key of the {0} is on the elliptic curve {1}", c, shown(curve)),
                say!("It has {0} bits. AWS’s limit of 2048 bits is written for RSA keys; a key on a curve is as strong with far fewer.", t.number(*bits)),
            ),
            Detail::OtherKey { algorithm } => (
                say!("the key of the {0} is an {1} key", c, shown(algorithm)),
                "AWS’s limit of 2048 bits is written for RSA keys.".to_owned(),
            ),
            Detail::CaKey { algorithm, bits } => (
                say!("the key of the {0} is {1} with {2} bits", c, shown(algorithm), t.number(*bits)),
                "AWS’s limit is for the server’s certificate; the keys of CAs may be longer.".to_owned(),
            ),
        };
        Words::new(clause, more)
    }

    fn fix(&self, t: &Teller<'_>, fix: &Fix) -> String {
        match fix {
            Fix::SendIssuer { issuer: _, label, locations } => {
                let mut text = say!("Add the certificate of “{0}” to what the server sends, right after the certificate that it issued.", t.name(label));
                if let Some(location) = locations.first() {
                    append(&mut text, &say!("The CA offers it at {0}", shown(location)));
                    text.push('.');
                }
                text
            }
            Fix::Reorder { order } => say!("Send the certificates in this order, and no others: {0}.", t.places(order)),
            Fix::UseSupportedCa {} => "Have the certificate issued by a CA on API Gateway’s list, such as Let’s Encrypt or the public CA of ACM. With a private CA, REST APIs can set insecureSkipVerification, which AWS does not recommend.".to_owned(),
            Fix::Renew { certificate } => say!("Renew the {0} and install the new one with its intermediates.", t.at(*certificate)),
            Fix::ReplaceIntermediate { certificate } => say!("Replace the {0} by the one that the CA offers today.", t.at(*certificate)),
            Fix::SmallerKey {} => "Issue the server’s certificate anew with an RSA key of 2048 bits, or with a key on P-256.".to_owned(),
            Fix::SendRoot { label } => say!("Let the server send the certificates of its CA too, from “{0}” up to the root: insecureSkipVerification wants the root in the chain.", t.name(label)),
            Fix::MatchHostname { hostname } => say!("Issue the server’s certificate anew with “{0}” among its names, or call the backend by a name that it has.", shown(hostname)),
            Fix::Reissue { certificate } => say!("Have the {0} issued anew: what is wrong with it is part of the certificate itself.", t.at(*certificate)),
            Fix::ConfigureCertificate {} => "Configure the certificate that is meant for this host, and make it the default one where clients send no server name (SNI).".to_owned(),
        }
    }

    fn hostname(&self, t: &Teller<'_>, report: &HostnameReport) -> Words {
        let asked = shown(&report.asked);
        if report.accepted {
            let more = match &report.matched {
                Some(name) => say!("It matches the name “{0}”.", shown(name)),
                None => String::new(),
            };
            return Words::new(say!("the server certificate is good for “{0}”", asked), more);
        }
        let mut more = String::new();
        if report.presented.is_empty() {
            append(&mut more, "It has no name of this kind at all.");
        } else {
            let first: Vec<String> = report.presented.iter().take(SHOWN_NAMES).cloned().collect();
            let rest = report.presented.len().saturating_sub(first.len());
            if rest == 0 {
                append(&mut more, &say!("Its names are: {0}.", t.list(&first)));
            } else {
                append(
                    &mut more,
                    &say!(
                        "Its names are: {0}, and {1} more.",
                        first.iter().map(|n| shown(n)).collect::<Vec<_>>().join(", "),
                        t.number(u64::try_from(rest).unwrap_or(u64::MAX))
                    ),
                );
            }
        }
        match report.source {
            Some(NameSource::CommonName) => append(
                &mut more,
                "The common name is compared, since there is no DNS name among the subject alternative names.",
            ),
            Some(NameSource::SanDns | NameSource::SanIp) | None => {}
        }
        Words::new(say!("the server certificate does not name “{0}”", asked), more)
    }

    fn rule_name(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "Supported CA",
            RuleId::Validity => "In date",
            RuleId::Chain => "Complete chain",
            RuleId::KeySize => "Key size",
        }
    }

    fn rule_title(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "A certificate authority that API Gateway supports",
            RuleId::Validity => "A valid certificate that isn’t expired",
            RuleId::Chain => "A complete chain, each issuer being the subject of the next, up to a root",
            RuleId::KeySize => "A certificate that doesn’t exceed 2048 bits",
        }
    }

    fn rule_why(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => {
                "For HTTP, HTTP proxy and private integrations API Gateway trusts only the CAs on its own list. A CA that browsers trust but the list lacks, a private CA, or a self-signed certificate ends the handshake before any request is sent."
            }
            RuleId::Validity => {
                "API Gateway refuses a server certificate or an intermediate outside its dates; Not Before counts as well as Not After. Java does not look at the dates of a root that it knows, but AWS’s article wants every certificate in date."
            }
            RuleId::Chain => {
                "API Gateway must be able to go from the server’s certificate to a root: the subject of the intermediate matches the issuer of the server’s certificate, and so on. It fetches nothing that is missing. Browsers often do, so a site can look fine there and fail here."
            }
            RuleId::KeySize => {
                "AWS’s article asks for a certificate that doesn’t exceed 2048 bits, and means the key of the server’s certificate. Java itself sets no upper bound. The keys of CAs may be longer: many of the supported roots have 4096 bits."
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Pass => "Pass",
            Outcome::Warn => "Pass, with a warning",
            Outcome::Fail => "Fail",
            Outcome::Unknown => "Cannot tell",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Info => "Remark",
            Severity::Warning => "Warning",
            Severity::Error => "Error",
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => "Accepted",
            Verdict::Fail => "Refused",
        }
    }

    fn sentence(&self, sentence: &Sentence<'_>) -> String {
        let also_unmet = |also: &[String]| {
            if also.is_empty() {
                String::new()
            } else {
                say!("Not met either: {0}.", listed(also, " and "))
            }
        };
        match sentence {
            Sentence::Accepted { hostname, mind } => {
                let mut text = match hostname {
                    Some(name) => say!("API Gateway would accept this chain for “{0}”.", shown(name)),
                    None => "API Gateway would accept this chain.".to_owned(),
                };
                if let Some(mind) = mind {
                    append(&mut text, &say!("One thing to watch: {0}.", mind));
                }
                text
            }
            Sentence::Undecided { why } => say!(
                "Nothing here speaks against this chain, but not everything can be told: {0}.",
                why
            ),
            Sentence::Refused { why, also, hostname } => {
                let mut text = say!("API Gateway will refuse this chain: {0}.", why);
                append(&mut text, &also_unmet(also));
                if let Some(name) = hostname {
                    append(
                        &mut text,
                        &say!("Nor does the server certificate name “{0}”.", shown(name)),
                    );
                }
                text
            }
            Sentence::AgainstRequirement { why, also } => {
                let mut text = say!("This chain does not meet AWS’s requirements: {0}.", why);
                append(&mut text, &also_unmet(also));
                append(&mut text, "Java’s TLS client would accept it all the same.");
                text
            }
            Sentence::WrongHost { why } => say!(
                "API Gateway will refuse this connection: {0}. The chain itself would be accepted.",
                why
            ),
            Sentence::RefusedPlainly => "API Gateway will refuse this chain; Java’s own words say why.".to_owned(),
        }
    }

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

    #[cfg(feature = "share")]
    fn link_error(&self, why: &LinkError) -> String {
        match why {
            LinkError::NoLink => "There is no share link of this page here. One has #v1. and many letters behind the page’s address.".to_owned(),
            LinkError::Newer { version } => say!("A newer version of this page made this link (form {0}). Reload the page, and open the link again.", version.to_string()),
            LinkError::Truncated { characters, expected: 0 } => say!("The link is cut off: only {0} of it came. Copy it whole, or ask for it anew, as a file perhaps.", count(i64::from(*characters), "character", "characters")),
            LinkError::Truncated { characters, expected } => say!("The link is cut off: {0} of its {1} characters came. Copy it whole, or ask for it anew, as a file perhaps.", self.number(i64::from(*characters)), self.number(i64::from(*expected))),
            LinkError::Damaged => "The link is damaged: a character was changed or is missing on its way. Copy it again, or ask for it anew.".to_owned(),
            LinkError::TooLong { max } => say!("The link is too long: {0} characters are the limit.", self.number(i64::from(*max))),
            LinkError::TooLarge { max } => say!("The link holds too much: {0} bytes are the limit. This page did not make it.", self.number(i64::from(*max))),
            LinkError::TooManyCertificates { max } => say!("The link holds too many certificates: {0} are the limit. This page did not make it.", self.number(i64::from(*max))),
            LinkError::Malformed => "The link cannot be read, though nothing was lost on its way. This page did not make it.".to_owned(),
            LinkError::NotACertificate { index } => say!("Certificate no. {0} of the link cannot be read. This page did not make it.", self.number(i64::from(*index).saturating_add(1))),
        }
    }

    #[cfg(feature = "share")]
    fn link_unresolved(&self, why: &Unresolved) -> String {
        let names: Vec<String> = why
            .missing
            .iter()
            .map(|missing| {
                say!(
                    "no. {0} (SHA-256 {1} …)",
                    self.number(i64::from(missing.index).saturating_add(1)),
                    colon_hex(&missing.sha256_start)
                )
            })
            .collect();
        let names = self.list(&names);
        if why
            .missing
            .iter()
            .any(|missing| missing.reason == MissingReason::NotLoaded)
        {
            say!(
                "The link only names certificates that this page knows, and they could not be loaded: {0}. Check the network, and open the link again.",
                names
            )
        } else {
            say!(
                "The link only names certificates that this page should know, and they are not among those it has: {0}. Reload the page, or ask for the chain as a file.",
                names
            )
        }
    }

    #[cfg(feature = "share")]
    fn link_changes(&self, changes: &Changes) -> String {
        let then = self.date_time(changes.moment.before);
        if changes.is_empty() {
            return say!(
                "The answer is the same as in the link, where it was given for {0}.",
                then
            );
        }
        let mut text = match changes.verdict {
            Some(verdict) => say!(
                "The answer has changed since the link was made. In the link, for {0}: “{1}”. Now: “{2}”.",
                then,
                self.verdict(verdict.before),
                self.verdict(verdict.now)
            ),
            None => say!(
                "The verdict is the same as in the link, where it was given for {0}, but not each requirement came out as it did there.",
                then
            ),
        };
        for (rule, outcome) in &changes.outcomes {
            let (before, now) = (self.outcome(outcome.before), self.outcome(outcome.now));
            append(
                &mut text,
                &say!(
                    "“{0}”: “{1}” in the link, “{2}” now.",
                    self.rule_name(*rule),
                    before,
                    now
                ),
            );
        }
        match changes.accepted.map(|accepted| accepted.now) {
            Some(true) => append(&mut text, "Java’s handshake was refused and would go on now."),
            Some(false) => append(&mut text, "Java’s handshake went on and would be refused now."),
            None => (),
        }
        if let Some(edition) = &changes.edition {
            append(
                &mut text,
                &say!(
                    "It was judged by {0}, and is by {1} now.",
                    list_of(&edition.before),
                    list_of(&edition.now)
                ),
            );
        }
        if let Some(version) = &changes.version {
            append(
                &mut text,
                &say!(
                    "Version {0} of this page answered in the link, version {1} now.",
                    shown(&version.before),
                    shown(&version.now)
                ),
            );
        }
        text
    }

    fn kind(&self, text: KindText) -> &'static str {
        guide_en::kind(text)
    }

    fn ui(&self, text: UiText) -> &'static str {
        match text {
            UiText::Title => "SSLEngine Doctor",
            UiText::Tagline => "Why API Gateway says “General SSLEngine problem”",
            UiText::Promise => {
                "Paste the certificate chain of your backend: this page says whether API Gateway would accept it, and if not, why and what to do. Nothing leaves your browser."
            }
            UiText::SkipToContent => "Skip to content",
            UiText::Language => "Language",
            UiText::Theme => "Theme",
            UiText::ThemeSystem => "System",
            UiText::ThemeLight => "Light",
            UiText::ThemeDark => "Dark",
            UiText::Examples => "Examples",
            UiText::InputLabel => "Certificate chain",
            UiText::InputPlaceholder => {
                "-----BEGIN CERTIFICATE-----\n…\n\nor the whole output of openssl s_client -showcerts"
            }
            UiText::InputHint => {
                "Paste, or drop a file: PEM, DER, PKCS#7, the output of openssl, JSON from the AWS CLI, or a line from the execution log."
            }
            UiText::CommandLabel => "This command shows the chain that your server sends",
            UiText::CommandHint => "Run it, copy all of its output, and paste it here.",
            UiText::HostLabel => "Host name",
            UiText::HostPlaceholder => "api.example.com",
            UiText::AsOfLabel => "As of",
            UiText::AsOfNow => "Now",
            UiText::IntegrationLabel => "Integration",
            UiText::SkipVerificationLabel => "insecureSkipVerification is set",
            UiText::SkipVerificationHint => {
                "REST APIs with HTTP and HTTP proxy integrations only. AWS does not recommend it."
            }
            UiText::ChooseFile => "Choose a file",
            UiText::DropHere => "Drop the file here",
            UiText::Edit => "Edit",
            UiText::Clear => "Clear",
            UiText::Copy => "Copy",
            UiText::Copied => "Copied",
            UiText::CopyFailed => "The browser did not allow copying. Select the text and copy it by hand.",
            UiText::Download => "Download",
            UiText::Checking => "Checking…",
            UiText::EngineFailed => "The checker could not start",
            UiText::EngineFailedHint => {
                "Your text is still in the box. Reload the page; if that does not help, check that the browser allows WebAssembly."
            }
            UiText::PartMissing => "The rest of the page could not be loaded. Check your connection, then try again.",
            UiText::TooSlow => "The check was stopped because it took too long",
            UiText::Retry => "Try again",
            UiText::JavaSays => "Java’s message",
            UiText::JavaSaysLegacy => "In older logs",
            UiText::JavaAccepts => "Java’s TLS client would accept this chain.",
            UiText::RulesHeading => "AWS’s four requirements",
            UiText::FixesHeading => "What to do",
            UiText::InputHeading => "About your input",
            UiText::DroppedHeading => "Left out",
            UiText::PrivateKeyWarning => {
                "There was a private key in your input. It was deleted at once and went nowhere. No check ever needs it; if you have pasted it anywhere else, replace it."
            }
            UiText::Fold => "Done",
            UiText::PastedText => "Pasted text",
            UiText::ExampleComplete => "Complete chain",
            UiText::ExampleMissing => "Missing intermediate",
            UiText::ExampleExpired => "Expired",
            UiText::ExampleLargeKey => "4096-bit key",
            UiText::ExampleSelfSigned => "Self-signed",
            UiText::AsOfHint => "UTC; empty: now",
            UiText::FooterPrivacy => {
                "Everything happens in this browser tab: nothing you paste is sent or stored. Your choice of language and colours is all that is ever remembered."
            }
            UiText::PrivateKeyNote => "A private key was removed from this text.",
            UiText::Colon => ": ",
            UiText::ExampleOrder => "Wrong order",
            UiText::ExamplePrivate => "Private CA",
            UiText::ExampleHost => "Wrong host name",
            UiText::ExampleDefault => "Default certificate",
            UiText::IntegrationHint => "What differs",
            UiText::Inferred => "Not from AWS’s documents: seen in practice.",
            UiText::RepairDownload => "Download the repaired chain",
            UiText::ShareHeading => "Share",
            UiText::SharedHeading => "You opened a link",
            UiText::LinkOpening => "Opening the link…",
            UiText::TakeHeading => "Take the report along",
            UiText::Authorities => "Supported CAs",
            UiText::AuthoritiesReset => "Use the built-in list again",
            UiText::Trust => "How can I trust this page?",
            UiText::Back => "Back to the check",
            UiText::UpdateReady => "A new version of this page is ready.",
            UiText::UpdateNow => "Reload now",
            UiText::FleetHeading => "Many servers",
            UiText::FleetApart => "Judge each server by itself",
            UiText::UpdateHint => "What is in the box will have to be pasted again.",
            UiText::ChooseFolder => "Choose a folder",
            UiText::Cancel => "Stop",
            UiText::PasswordLabel => "Password of the key store",
            UiText::PasswordHint => {
                "It is used here, in your browser, and kept nowhere. Only certificates are taken out."
            }
            UiText::PasswordOpen => "Open",
            UiText::PasswordWrong => "This password does not open it. Try another one.",
            UiText::FileUnreadable => "A file could not be read.",
            UiText::FileUnreadableHint => "It may have been moved or changed since. Choose it again.",
            UiText::MessagesHeading => "The messages in your input",
            UiText::LimitsHeading => "What this cannot see",
            UiText::LimitsText => {
                "TLS versions, cipher suites, server name indication (SNI), revocation, and what the server really sends to API Gateway."
            }
        }
    }

    fn phrase(&self, phrase: &UiPhrase<'_>) -> String {
        match phrase {
            UiPhrase::Certificates(number) => count(i64::from(*number), "certificate", "certificates"),
            UiPhrase::ListEdition(edition) => capitalised(&list_of(edition)),
            UiPhrase::JudgedAt(moment) => say!("As of {0}", self.date_time(*moment)),
            UiPhrase::ListTaken { entries, problems } => {
                let taken = say!(
                    "Judging by the list that you pasted: {0}.",
                    count(whole(*entries), "entry", "entries")
                );
                if problems.is_empty() {
                    taken
                } else {
                    let lines: Vec<String> = problems.iter().map(|line| self.number(i64::from(*line))).collect();
                    say!(
                        "{0} These lines of it could not be read: {1}.",
                        taken,
                        some_of(&lines, " and ", |more| count(more, "more", "more"))
                    )
                }
            }
            UiPhrase::Files(number) => count(whole(*number), "file", "files"),
            UiPhrase::FilesRead { done, of } => say!(
                "Reading: {0} of {1} files",
                self.number(whole(*done)),
                self.number(whole(*of))
            ),
            UiPhrase::FilesFound(number) => {
                say!(
                    "Looking through the folder: {0} so far",
                    count(whole(*number), "file", "files")
                )
            }
            UiPhrase::Size(bytes) => size(*bytes, ["B", "kB", "MB"], " "),
            UiPhrase::LeftOut { names, max } => say!(
                "Not read, since all files together may have {0}: {1}. Check the rest by itself.",
                size(*max, ["B", "kB", "MB"], " "),
                some_of(names, " and ", |more| count(more, "more file", "more files"))
            ),
            UiPhrase::FleetFound(number) => say!("This input holds {0}.", count(whole(*number), "server", "servers")),
            UiPhrase::TooLarge { name, bytes, max } => say!(
                "“{0}” has {1}. At most {2} are read at once. Choose the file that holds the certificates.",
                shown(name),
                size(*bytes, ["B", "kB", "MB"], " "),
                size(*max, ["B", "kB", "MB"], " ")
            ),
        }
    }
}

/// How many names of a certificate a sentence lists.
const SHOWN_NAMES: usize = 5;

fn usages(t: &Teller<'_>, usages: &[String]) -> String {
    if usages.is_empty() {
        "nothing".to_owned()
    } else {
        t.list(usages)
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

/// Where something stands in the input.
fn container(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Pkcs12 => "this PKCS#12 file",
        ContainerKind::JavaKeyStore => "this Java key store",
        ContainerKind::Zip => "this ZIP archive",
    }
}

/// A line, and the file where there are several or it has a name.
pub(super) fn place(files: &[String], at: &At) -> String {
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
