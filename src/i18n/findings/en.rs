//! English: findings, requirements and verdicts.

use super::FindingWords;
use super::Sentence;
use crate::i18n::format::{Words, append, capitalised, listed, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count, list_of};
use crate::i18n::names::Teller;
use crate::report::{
    DefaultProduct, Defect, Detail, Fix, HostnameReport, NameKind, NameSource, Outcome, RuleId, Severity, Verdict,
};

impl FindingWords for English {
    fn detail(&self, t: &Teller<'_>, c: &str, detail: &Detail) -> Words {
        let (clause, more) = match detail {
            // ---- supported-ca
            Detail::AnchorListed { aliases: a, subject: _, label, sha256: _, sent } => (
                say!("the chain ends at the root “{0}”, which API Gateway supports", t.name(label)),
                say!(
                    "AWS lists it as {0}; name, key and signature agree. {1}",
                    t.list(a),
                    if *sent { "The server sent it along." } else { "The server did not send it, and need not." }
                ),
            ),
            Detail::AnchorReissued { aliases: a, listed_sha256 } => (
                say!("the {0} is another edition of a root that API Gateway supports", c),
                say!(
                    "It has the name and the key of the root that AWS lists as {0} (SHA-256 {1}). Java compares name and key, so it takes the one for the other.",
                    t.list(a),
                    shown(listed_sha256)
                ),
            ),
            Detail::ListedByFingerprint { aliases: a } => (
                say!("the {0} is on AWS’s list by its fingerprint", c),
                say!("AWS lists it as {0}. Only the fingerprint of this CA is known, so nothing more can be compared.", t.list(a)),
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
                say!("There is one that leads to a root that AWS lists as {0}.", t.list(a)),
            ),
            Detail::AnchorKeyMismatch { aliases: a, subject: _, label } => (
                say!("the key behind “{0}” is not that of the supported CA of this name", t.name(label)),
                say!(
                    "AWS lists a root of that name as {0}. Either the CA has changed its key, or the {1} is not what it claims to be.",
                    t.list(a),
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
}

/// How many names of a certificate a sentence lists.
const SHOWN_NAMES: usize = 5;

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

fn usages(t: &Teller<'_>, usages: &[String]) -> String {
    if usages.is_empty() {
        "nothing".to_owned()
    } else {
        t.list(usages)
    }
}
