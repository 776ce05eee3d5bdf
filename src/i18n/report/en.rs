//! English: the report below the four requirements.

use super::{ReportPhrase, ReportText, ReportWords};
use crate::i18n::format::{Explanation, append, grouped, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count};
use crate::i18n::grammar::named;
use crate::report::{
    Change, IgnoredEntry, IgnoredWhy, Obstacle, Removal, Repair, RepairStatus, SignatureStatus, ValidityStatus, Verdict,
};

impl ReportWords for English {
    fn text(&self, text: ReportText) -> &'static str {
        match text {
            ReportText::HostHeading => "Host name",
            ReportText::PathHeading => "Chain",
            ReportText::NotSent => "Not sent",
            ReportText::ListedAs => "Listed as",
            ReportText::Leaf => "Server certificate",
            ReportText::Intermediate => "Intermediate",
            ReportText::Root => "Root",
            ReportText::Certificate => "Certificate",
            ReportText::Subject => "Subject",
            ReportText::Issuer => "Issuer",
            ReportText::SerialNumber => "Serial number",
            ReportText::Version => "Version",
            ReportText::ValidFrom => "Not before",
            ReportText::ValidUntil => "Not after",
            ReportText::Key => "Public key",
            ReportText::Exponent => "Exponent",
            ReportText::SignatureAlgorithm => "Signature algorithm",
            ReportText::SignatureCheck => "Signature",
            ReportText::SignedBy => "Signed by",
            ReportText::SubjectAltNames => "Subject alternative names",
            ReportText::IsCa => "Certificate authority",
            ReportText::PathLength => "CA certificates allowed below",
            ReportText::KeyUsage => "Key usage",
            ReportText::ExtendedKeyUsage => "Extended key usage",
            ReportText::SubjectKeyId => "Subject key identifier",
            ReportText::AuthorityKeyId => "Authority key identifier",
            ReportText::IssuerLocations => "URL of the issuer’s certificate",
            ReportText::Extensions => "Extensions",
            ReportText::Critical => "Critical",
            ReportText::ExtensionsNotDecoded => {
                "Their content cannot be decoded, because the certificate is not encoded in strict DER."
            }
            ReportText::Yes => "Yes",
            ReportText::No => "No",
            ReportText::None => "None",
            ReportText::Unknown => "Unknown",
            ReportText::ExplainFields => "Explain the fields",
            ReportText::CopyPlain => "Copy without colons",
            ReportText::EncodingFaults => "Encoding errors",
            ReportText::ExplainSubject => {
                "The name of the certificate’s owner. The certificates that it signs must have this name as their issuer, or Java finds no path."
            }
            ReportText::ExplainIssuer => {
                "The name of the CA that signed the certificate. API Gateway follows this name from certificate to certificate, up to a root on AWS’s list."
            }
            ReportText::ExplainSubjectAltNames => {
                "The host names and IP addresses that the certificate is valid for. They must include the endpoint’s host name. If there is a DNS name here, the common name is ignored."
            }
            ReportText::ExplainValidFrom => {
                "The certificate is not valid before this time. API Gateway rejects it until then: requirement 2."
            }
            ReportText::ExplainValidUntil => {
                "The certificate is not valid after this time. API Gateway then rejects the chain: requirement 2."
            }
            ReportText::ExplainKey => {
                "The public half of the owner’s key pair. For the server certificate, requirement 4 allows RSA keys of up to 2048 bits. CA keys may be longer."
            }
            ReportText::ExplainExponent => {
                "The public exponent of an RSA key, almost always 65537. API Gateway does not restrict it."
            }
            ReportText::ExplainSignatureAlgorithm => {
                "The algorithm that the issuer signed with. Java, and therefore API Gateway, rejects MD2 and MD5."
            }
            ReportText::ExplainSignatureCheck => {
                "Whether the issuer’s key made this signature. This can be verified only if the issuer’s certificate is available. A wrong signature breaks the chain."
            }
            ReportText::ExplainSignedBy => {
                "The certificate whose key made the signature: another one in your input, or a root on AWS’s list."
            }
            ReportText::ExplainListedAs => "The aliases of this key on AWS’s list of supported CAs: requirement 1.",
            ReportText::ExplainSerialNumber => {
                "The number that the issuer assigned, unique for that issuer. Quote it when you ask your CA about this certificate."
            }
            ReportText::ExplainVersion => {
                "The version of the certificate format. Only version 3 can mark a certificate as a CA, so Java rejects older intermediates."
            }
            ReportText::ExplainIsCa => {
                "Whether the certificate may sign other certificates (basicConstraints). Every certificate above the server certificate must be a CA."
            }
            ReportText::ExplainPathLength => {
                "How many other CA certificates are allowed below this one. If there are more, Java rejects the chain."
            }
            ReportText::ExplainKeyUsage => {
                "What the key may be used for. A CA needs keyCertSign. A server with an RSA key needs digitalSignature or keyEncipherment."
            }
            ReportText::ExplainExtendedKeyUsage => {
                "Restricts what the certificate may be used for. If a server certificate has this field, it must contain serverAuth."
            }
            ReportText::ExplainSubjectKeyId => {
                "A short identifier of the certificate’s key. It distinguishes CAs with the same name."
            }
            ReportText::ExplainAuthorityKeyId => {
                "The short identifier of the issuer’s key. Use it to find the right certificate if an intermediate is missing."
            }
            ReportText::ExplainIssuerLocations => {
                "Where to download the issuer’s certificate. Browsers often do this automatically. API Gateway does not, so the server must send it."
            }
            ReportText::ExplainSha256 => {
                "The fingerprint of the certificate: two certificates with the same fingerprint are identical. Look it up in AWS’s list of supported CAs."
            }
            ReportText::ExplainSha1 => {
                "The older fingerprint, which AWS’s list also contains. Use it to look up a certificate, not to prove that it is the right one."
            }
            ReportText::ExplainExtensions => {
                "The other fields of the certificate. Java rejects a certificate with a critical extension that it does not know."
            }
            ReportText::ExplainEncodingFaults => {
                "Where the bytes break the rules of the format. Java stops reading there, and the handshake fails."
            }
            ReportText::ExplainPem => "The whole certificate as text, in the format that servers and ACM accept.",
            ReportText::Sha256 => "SHA-256",
            ReportText::Sha1 => "SHA-1",
            ReportText::OnTheList => "Root on AWS’s list",
            ReportText::FindingDocs => "What this means, with an example",
            ReportText::CommandsFor => "Commands for",
            ReportText::RepairInstall => "Install the repaired chain",
            ReportText::RepairInOrder => "Copy this chain in order",
            ReportText::RepairHeading => "The chain to install",
            ReportText::RepairShow => "Show the chain to install",
            ReportText::RepairLooking => "Looking for the missing certificates…",
            ReportText::RepairFailed => "The chain could not be repaired.",
            ReportText::MostClientsFind => "Find the chain that most clients accept",
            ReportText::MostClientsLooking => "Checking the possible chains for each client…",
            ReportText::MostClientsFailed => "The chains could not be checked.",
            ReportText::RemainingClients => "These clients do not accept it:",
            ReportText::NoClientAccepts => "No client accepts the chain as sent or a repaired one.",
            ReportText::TruststoreIgnored => "Entries of the truststore that Java ignores",
            ReportText::DownloadFullChain => "Download fullchain.pem",
            ReportText::DownloadWithRoot => "Download with the root",
            ReportText::FormWithoutRoot => {
                "Without the root: what a server normally sends. Clients already have the root."
            }
            ReportText::FormWithRoot => {
                "With the root: required for insecureSkipVerification, because the root must then be in the chain."
            }
            ReportText::FromData => "from this tool’s data",
            ReportText::ChangesHeading => "Changes to your input",
            ReportText::AfterRepair => "With this chain",
            ReportText::AcmHeading => "For AWS Certificate Manager",
            ReportText::AcmBody => "Certificate body",
            ReportText::AcmKey => "Certificate private key",
            ReportText::AcmKeyHint => "Only you have it. Paste it only into ACM, never here.",
            ReportText::AcmChain => "Certificate chain",
            ReportText::GetMissing => "How to get the missing certificate",
            ReportText::InstallHeading => "How to install it",
            ReportText::InstallFor => "Server",
            ReportText::TlsConfigHeading => "tlsConfig of the integration",
            ReportText::TlsConfigFor => "Tool",
            ReportText::CompareHeading => "Compared with your previous input",
            ReportText::CompareFixed => "Fixed",
            ReportText::CompareLeft => "Still there",
            ReportText::CompareNew => "New",
            ReportText::CompareSame => "There was no problem before, and there is none now.",
            ReportText::CompareForget => "Stop comparing",
            ReportText::ShareChain => "Link with the certificates",
            ReportText::ShareChainHint => {
                "Contains the certificates, the host name and the options. Your colleague’s page checks them again."
            }
            ReportText::ShareVerdict => "Link with the verdict only",
            ReportText::ShareVerdictHint => "Contains only results and codes: no names, hosts or certificates.",
            ReportText::SharePrivacy => {
                "All data comes after the # of the address, which browsers do not send to any server. Anyone who has the link can read it."
            }
            ReportText::ShareLong => {
                "Chat programs may cut off a link as long as this one. It is safer to send the chain as a file."
            }
            ReportText::ShareMaking => "Making the link…",
            ReportText::ShareFailed => "The link could not be made.",
            ReportText::ShareCode => "Code to scan",
            ReportText::SharedVerdictHeading => "A shared verdict",
            ReportText::SharedVerdictHint => {
                "This link contains only the verdict. To see the reasons, paste the chain, or ask for a link with the certificates."
            }
            ReportText::ExportMarkdown => "Markdown, for a ticket",
            ReportText::ExportPlain => "Text, for a chat",
            ReportText::ExportJson => "JSON, for programs",
            ReportText::ExportPrint => "Print",
            ReportText::ExportCalendar => "Reminder of the first expiry (.ics)",
        }
    }

    fn phrase(&self, phrase: &ReportPhrase<'_>) -> String {
        match phrase {
            ReportPhrase::KeyBits { algorithm, bits: 0 } => shown(algorithm),
            ReportPhrase::KeyBits { algorithm, bits } => {
                say!("{0}, {1} bits", shown(algorithm), self.number(i64::from(*bits)))
            }
            ReportPhrase::Bytes(number) => count(i64::from(*number), "byte", "bytes"),
            ReportPhrase::AllCharacters(number) => say!("Show all ({0} characters)", self.number(whole(*number))),
            ReportPhrase::IssuerChanged { before, now } => say!(
                "The renewal changed the issuer: “{0}” issued the previous server certificate, “{1}” the new one. Replace the intermediates in the server’s chain, too.",
                shown(before),
                shown(now)
            ),
            ReportPhrase::AllNames(number) => say!("Show all ({0} names)", self.number(whole(*number))),
            ReportPhrase::CurrentValidity { status, days } => match status {
                ValidityStatus::Valid => say!("{0} left", self.days(*days)),
                ValidityStatus::Expired => say!("expired {0} ago", self.days(*days)),
                ValidityStatus::NotYetValid => say!("not yet valid, starts in {0}", self.days(*days)),
            },
            ReportPhrase::Requirement { number, name } => say!("{0}. {1}", number.to_string(), name),
            ReportPhrase::PlaceOf { place, total } => say!(
                "No. {0} of {1}",
                self.number(i64::from(*place)),
                self.number(i64::from(*total))
            ),
            ReportPhrase::Version(version) => say!("Version {0}", version),
            ReportPhrase::FromInput(place) => say!("no. {0} of your input", self.number(i64::from(*place))),
            ReportPhrase::LinkLength(length) => count(whole(*length), "character", "characters"),
            ReportPhrase::IgnoredEntry(IgnoredEntry { name, why }) => {
                let name = shown(name);
                match why {
                    IgnoredWhy::NotMarked => say!(
                        "{0}: the file does not mark it as trusted (keytool -importcert does)",
                        name
                    ),
                    IgnoredWhy::ChainOfKey => {
                        say!("{0}: only the first certificate of a private key’s chain counts", name)
                    }
                    IgnoredWhy::SameAlias => say!("{0}: a later entry has the same alias", name),
                }
            }
            ReportPhrase::MostClients { accepted, of, as_sent } if accepted > as_sent => say!(
                "This chain is accepted by {0} of {1} clients, the chain as sent by {2}.",
                self.number(whole(*accepted)),
                self.number(whole(*of)),
                self.number(whole(*as_sent))
            ),
            ReportPhrase::MostClients { accepted, of, .. } => say!(
                "No chain was found that more clients accept than the chain as sent: {0} of {1}.",
                self.number(whole(*accepted)),
                self.number(whole(*of))
            ),
            ReportPhrase::PrintUntil { start, until } => {
                say!("SHA-256 {0} …, until {1}", shown(start), self.date(*until))
            }
        }
    }

    fn repair_status(&self, repair: &Repair) -> Explanation {
        let name = |label: &str| named(self, label);
        let (clause, mut more) = match (&repair.status, repair.accepted, repair.verdict) {
            (RepairStatus::Complete {}, _, Verdict::Pass) => ("the chain is repaired, and API Gateway would accept it".to_owned(), String::new()),
            (RepairStatus::Complete {}, true, Verdict::Fail) => (
                "the chain is repaired, but a requirement is still not met".to_owned(),
                "Another chain cannot fix this: see the requirements.".to_owned(),
            ),
            (RepairStatus::Complete {}, false, Verdict::Fail) => (
                "the chain is repaired, but API Gateway would still reject it".to_owned(),
                "The cause is a certificate itself or the host name, and another chain cannot fix it: see the findings.".to_owned(),
            ),
            (RepairStatus::Complete {}, _, Verdict::Inconclusive) => (
                "the chain is repaired, but it is unknown whether API Gateway would accept it".to_owned(),
                "Another chain cannot change that: see the findings.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Pass) => (
                "the chain is complete and in order".to_owned(),
                "There is nothing to repair.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Fail | Verdict::Inconclusive) => (
                "the chain itself is complete and in order".to_owned(),
                "The problem is elsewhere, and another chain cannot fix it: see the findings.".to_owned(),
            ),
            (RepairStatus::Incomplete { missing }, ..) => {
                let clause = if repair.unavailable.is_empty() {
                    say!("the certificate of “{0}” is missing, and this tool has no matching one", name(&missing.label))
                } else {
                    say!("the certificate of “{0}” is missing, and part of this tool’s data could not be loaded", name(&missing.label))
                };
                let mut more = say!("Its subject is {0}.", name(&missing.issuer));
                if let Some(key_id) = &missing.key_id {
                    append(&mut more, &say!("Its subject key identifier should be {0}.", shown(key_id)));
                }
                append(
                    &mut more,
                    &match missing.locations.first() {
                        Some(location) => say!("Download it from {0}", shown(location)),
                        None => "Get it from the CA that issued the certificate.".to_owned(),
                    },
                );
                (clause, more)
            }
            (RepairStatus::Impossible { obstacle }, ..) => match obstacle {
                Obstacle::LeafMissing {} => (
                    "the server certificate is missing".to_owned(),
                    "Only CA certificates were provided. Add the server certificate, and the chain can be put in order.".to_owned(),
                ),
                Obstacle::SelfSigned { label } => (
                    "a self-signed certificate has no chain".to_owned(),
                    say!("“{0}” is its own issuer. Get a certificate from a CA on API Gateway’s list.", name(label)),
                ),
                Obstacle::RootNotListed { label } => (
                    say!("the chain ends at “{0}”, which is not on API Gateway’s list", name(label)),
                    "This tool knows no certificate of that CA that leads to a supported root. The certificates are in the right order.".to_owned(),
                ),
            },
        };
        if repair.root_recommended && repair.root.is_some() {
            append(
                &mut more,
                "Also send the root: insecureSkipVerification requires it in the chain.",
            );
        }
        Explanation::new(clause, more)
    }

    fn repair_change(&self, change: &Change) -> String {
        let at = |place: u32| grouped(i64::from(place).saturating_add(1), ',');
        match change {
            Change::Added { to, label } => say!(
                "Added: “{0}” as no. {1}, from this tool’s data",
                named(self, label),
                at(*to)
            ),
            Change::Moved { certificate, label, to } => {
                say!(
                    "Moved: no. {0} “{1}”, to place {2}",
                    at(certificate.0),
                    named(self, label),
                    at(*to)
                )
            }
            Change::RootApart { certificate, label } => {
                say!(
                    "Kept separate: no. {0} “{1}”, the root, which a server does not need to send",
                    at(certificate.0),
                    named(self, label)
                )
            }
            Change::UnreadableRemoved {} => "Removed: data that could not be read as a certificate".to_owned(),
            Change::Removed {
                certificate,
                label,
                why,
            } => {
                let why = match why {
                    Removal::Duplicate { of } => say!("a copy of no. {0}", at(of.0)),
                    Removal::Stray {} => "which is unrelated to the server certificate".to_owned(),
                    Removal::Expired { not_after } => say!("expired on {0}", self.date(*not_after)),
                    Removal::NotYetValid { not_before } => say!("not valid before {0}", self.date(*not_before)),
                    Removal::WrongKey {} => "whose key did not sign the certificate below".to_owned(),
                    Removal::Unfit {} => "which Java does not accept as an issuer".to_owned(),
                    Removal::NotNeeded {} => "which the chain does not need".to_owned(),
                };
                say!(
                    "Removed: no. {0} “{1}”, {2}",
                    at(certificate.0),
                    named(self, label),
                    why
                )
            }
        }
    }

    fn code(&self, code: &str) -> &'static str {
        super::codes::english(code)
    }

    fn validity(&self, status: ValidityStatus) -> &'static str {
        match status {
            ValidityStatus::Valid => "Valid",
            ValidityStatus::Expired => "Expired",
            ValidityStatus::NotYetValid => "Not yet valid",
        }
    }

    fn signature(&self, status: SignatureStatus) -> &'static str {
        match status {
            SignatureStatus::Valid => "Signature verified",
            SignatureStatus::Invalid => "Signature does not match",
            SignatureStatus::NotChecked => "Signature not verified",
        }
    }
}
