//! English: the report below the four requirements.

use super::{ReportPhrase, ReportText, ReportWords};
use crate::i18n::format::{Words, append, grouped, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count};
use crate::i18n::grammar::named;
use crate::report::{Change, Obstacle, Removal, Repair, RepairStatus, SignatureStatus, ValidityStatus, Verdict};

impl ReportWords for English {
    fn text(&self, text: ReportText) -> &'static str {
        match text {
            ReportText::HostHeading => "Host name",
            ReportText::PathHeading => "Chain",
            ReportText::CertificatesHeading => "Certificates",
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
            ReportText::Validity => "Validity",
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
            ReportText::IssuerLocations => "Issuer’s certificate at",
            ReportText::Extensions => "Extensions",
            ReportText::Critical => "Critical",
            ReportText::ExtensionsNotDecoded => {
                "Their content cannot be decoded: the certificate is not encoded in strict DER."
            }
            ReportText::Yes => "Yes",
            ReportText::No => "No",
            ReportText::None => "None",
            ReportText::Unknown => "Unknown",
            ReportText::CrossSigned => "Cross-signed: same name and key, other issuer",
            ReportText::StrayHere => "Not part of this chain",
            ReportText::AboveTrusted => "Above the trusted root, not needed",
            ReportText::BesideHeading => "Beside the chain",
            ReportText::NotOnTheList => "Not on AWS’s list",
            ReportText::AvailableAt => "To be had at",
            ReportText::MarkHolds => "holds",
            ReportText::MarkBroken => "broken",
            ReportText::MarkUntold => "cannot be told",
            ReportText::TimelineHeading => "Validity over time",
            ReportText::ExplainFields => "Explain the fields",
            ReportText::CopyPlain => "Copy without colons",
            ReportText::EncodingFaults => "Faults of encoding",
            ReportText::ExplainSubject => {
                "Whom the certificate is for. The certificates that it signs must name it so as their issuer, or Java finds no path."
            }
            ReportText::ExplainIssuer => {
                "Who signed it. API Gateway follows this name from certificate to certificate, up to a root on AWS’s list."
            }
            ReportText::ExplainSubjectAltNames => {
                "The host names and addresses for which it is good. The endpoint’s host name must be among them; where there is a DNS name here, the common name does not count."
            }
            ReportText::ExplainValidFrom => {
                "The first second at which it is valid. A server that uses it earlier is refused: requirement 2."
            }
            ReportText::ExplainValidUntil => {
                "The last second at which it is valid. After it, API Gateway refuses the chain: requirement 2."
            }
            ReportText::ExplainKey => {
                "The key whose secret half the server holds. In the server’s own certificate, requirement 4 allows RSA up to 2048 bits; keys of CAs may be larger."
            }
            ReportText::ExplainExponent => {
                "The public number of an RSA key, nearly always 65537. API Gateway asks nothing of it."
            }
            ReportText::ExplainSignatureAlgorithm => {
                "How the issuer signed. Java, and so API Gateway, refuses MD2 and MD5."
            }
            ReportText::ExplainSignatureCheck => {
                "Whether the issuer’s key really made this signature, as far as its certificate is at hand. A wrong one breaks the chain."
            }
            ReportText::ExplainSignedBy => {
                "The certificate whose key made the signature: another one of your input, or a root of AWS’s list."
            }
            ReportText::ExplainListedAs => {
                "The names under which AWS’s list of supported authorities has this key: requirement 1."
            }
            ReportText::ExplainSerialNumber => {
                "The issuer’s number for it, unique with that issuer. Give it to your CA when you ask about this certificate."
            }
            ReportText::ExplainVersion => {
                "The version of the format. Only version 3 can say that a certificate is a CA’s, so that Java refuses older intermediates."
            }
            ReportText::ExplainIsCa => {
                "Whether it may sign other certificates (basicConstraints). Every certificate above the server’s must say yes."
            }
            ReportText::ExplainPathLength => {
                "How many further CA certificates may stand below this one. With more of them, Java refuses the chain."
            }
            ReportText::ExplainKeyUsage => {
                "What the key may be used for. A CA needs keyCertSign; a server with an RSA key digitalSignature or keyEncipherment."
            }
            ReportText::ExplainExtendedKeyUsage => {
                "Narrows what it is for. Where it stands in a server’s certificate, serverAuth must be in it."
            }
            ReportText::ExplainSubjectKeyId => "A short name of its key. It tells apart authorities of the same name.",
            ReportText::ExplainAuthorityKeyId => {
                "The short name of the issuer’s key: by it you find the right one when an intermediate is missing."
            }
            ReportText::ExplainIssuerLocations => {
                "Where the issuer’s certificate can be downloaded. Browsers do so by themselves; API Gateway does not, so the server must send it."
            }
            ReportText::ExplainSha256 => {
                "The certificate’s fingerprint: two certificates with the same one are the same. Look it up in AWS’s list of supported authorities."
            }
            ReportText::ExplainSha1 => {
                "The older fingerprint, which AWS’s list gives too. Good for looking up, not for proving."
            }
            ReportText::ExplainExtensions => {
                "Everything that it says besides. Java refuses a certificate with a critical extension that it does not know."
            }
            ReportText::ExplainEncodingFaults => {
                "Where the bytes break the format’s rules. Java’s reader stops there, and with it the handshake."
            }
            ReportText::ExplainPem => "The whole certificate as text, as servers and ACM take it.",
            ReportText::ShowMore => "Show more",
            ReportText::CopyOf => "Copy of",
            ReportText::Sha256 => "SHA-256",
            ReportText::Sha1 => "SHA-1",
            ReportText::LinkName => "name",
            ReportText::LinkKeyId => "key identifier",
            ReportText::LinkSignature => "signature",
            ReportText::NotSentUsual => "not sent, as is usual",
            ReportText::OnTheList => "Root on AWS’s list",
            ReportText::MissingHere => "Missing: was not sent",
            ReportText::UnknownIssuer => "Issuer not sent, and not known here",
            ReportText::FindingDocs => "What this means, with an example",
            ReportText::CommandsFor => "Commands for",
            ReportText::RepairHeading => "The chain to install",
            ReportText::RepairShow => "Show the chain to install",
            ReportText::RepairLooking => "Looking for the certificates that are missing…",
            ReportText::RepairFailed => "The repair could not be made.",
            ReportText::DownloadFullChain => "Download fullchain.pem",
            ReportText::DownloadWithRoot => "Download with the root",
            ReportText::FormWithoutRoot => {
                "Without the root: what a server normally sends. Clients have the root already."
            }
            ReportText::FormWithRoot => {
                "With the root: what insecureSkipVerification wants, since the root must then be in the chain."
            }
            ReportText::FromData => "from this tool’s data",
            ReportText::ChangesHeading => "What changed against your input",
            ReportText::AfterRepair => "With this chain",
            ReportText::AcmHeading => "For AWS Certificate Manager",
            ReportText::AcmBody => "Certificate body",
            ReportText::AcmKey => "Certificate private key",
            ReportText::AcmKeyHint => "Only you have it. It belongs in ACM, never here.",
            ReportText::AcmChain => "Certificate chain",
            ReportText::GetMissing => "How to get the missing certificate",
            ReportText::InstallHeading => "How to install it",
            ReportText::InstallFor => "Server",
            ReportText::TlsConfigHeading => "tlsConfig of the integration",
            ReportText::TlsConfigFor => "Tool",
            ReportText::CompareHeading => "Compared with your input before",
            ReportText::CompareFixed => "Fixed",
            ReportText::CompareLeft => "Still there",
            ReportText::CompareNew => "New",
            ReportText::CompareSame => "Nothing was wrong before, and nothing is now.",
            ReportText::CompareForget => "Stop comparing",
            ReportText::ShareChain => "Link with the certificates",
            ReportText::ShareChainHint => {
                "Holds the certificates, the host name and what was asked. Your colleague’s page judges them anew."
            }
            ReportText::ShareVerdict => "Link with the verdict alone",
            ReportText::ShareVerdictHint => "Holds outcomes and codes: no name, no host, no certificate.",
            ReportText::SharePrivacy => {
                "Everything stands behind the # of the address, which browsers send to no server. Whoever has the link can read it."
            }
            ReportText::ShareLong => {
                "Chat programs may cut links as long as this. Sending the chain as a file is safer."
            }
            ReportText::ShareMake => "Make a link",
            ReportText::ShareMaking => "Making the link…",
            ReportText::ShareFailed => "The link could not be made.",
            ReportText::ShareCode => "Code to scan",
            ReportText::SharedVerdictHeading => "A shared verdict",
            ReportText::SharedVerdictHint => {
                "This link holds the verdict alone. To see the reasons, paste the chain itself, or ask for a link with the certificates."
            }
            ReportText::TakeMarkdown => "Markdown, for a ticket",
            ReportText::TakePlain => "Text, for a chat",
            ReportText::TakeJson => "JSON, for programs",
            ReportText::TakePrint => "Print",
            ReportText::TakeCalendar => "Reminder of the first expiry (.ics)",
        }
    }

    fn phrase(&self, phrase: &ReportPhrase<'_>) -> String {
        match phrase {
            ReportPhrase::Until { not_after, days } => {
                let date = self.date(*not_after);
                if *days < 0 {
                    say!("Until {0}, {1} ago", date, self.days(days.saturating_neg()))
                } else {
                    say!("Until {0}, {1} left", date, self.days(*days))
                }
            }
            ReportPhrase::KeyBits { algorithm, bits } => {
                say!("{0}, {1} bits", shown(algorithm), self.number(i64::from(*bits)))
            }
            ReportPhrase::Bytes(number) => count(i64::from(*number), "byte", "bytes"),
            ReportPhrase::MoreCertificates(number) => count(whole(*number), "more certificate", "more certificates"),
            ReportPhrase::AllCharacters(number) => say!("Show all ({0} characters)", self.number(whole(*number))),
            ReportPhrase::AllNames(number) => say!("Show all ({0} names)", self.number(whole(*number))),
            ReportPhrase::Standing { status, days } => match status {
                ValidityStatus::Valid => say!("{0} left", self.days(*days)),
                ValidityStatus::Expired => say!("expired {0} ago", self.days(*days)),
                ValidityStatus::NotYetValid => say!("not yet valid, begins in {0}", self.days(*days)),
            },
            ReportPhrase::IssuedByName(name) => say!("Issued by “{0}”", shown(name)),
            ReportPhrase::Requirement { number, name } => say!("{0}. {1}", number.to_string(), name),
            ReportPhrase::ListedAs(aliases) => say!("Listed as {0}", listed(aliases, " and ")),
            ReportPhrase::PlaceOf { place, total } => say!(
                "No. {0} of {1}",
                self.number(i64::from(*place)),
                self.number(i64::from(*total))
            ),
            ReportPhrase::Version(version) => say!("Version {0}", version),
            ReportPhrase::FromInput(place) => say!("no. {0} of your input", self.number(i64::from(*place))),
            ReportPhrase::LinkLength(length) => count(whole(*length), "character", "characters"),
            ReportPhrase::PrintUntil { start, until } => {
                say!("SHA-256 {0} …, until {1}", shown(start), self.date(*until))
            }
        }
    }

    fn repair_status(&self, repair: &Repair) -> Words {
        let name = |label: &str| named(self, label);
        let (clause, mut more) = match (&repair.status, repair.accepted, repair.verdict) {
            (RepairStatus::Complete {}, _, Verdict::Pass) => ("the chain is repaired, and API Gateway would accept it".to_owned(), String::new()),
            (RepairStatus::Complete {}, true, Verdict::Fail) => (
                "the chain is repaired, but a requirement is still not met".to_owned(),
                "No chain can mend that: see the requirements.".to_owned(),
            ),
            (RepairStatus::Complete {}, false, Verdict::Fail) => (
                "the chain is repaired, but API Gateway would still refuse it".to_owned(),
                "The reason is in a certificate itself or in the host name, and no other chain helps: see the findings.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Pass) => (
                "the chain is complete and in order".to_owned(),
                "There is nothing to repair.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Fail) => (
                "the chain itself is complete and in order".to_owned(),
                "What fails is something else, and no other chain helps: see the findings.".to_owned(),
            ),
            (RepairStatus::Incomplete { missing }, ..) => {
                let clause = if repair.unavailable.is_empty() {
                    say!("the certificate of “{0}” is missing, and this tool does not have one that fits", name(&missing.label))
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
                        Some(location) => say!("The CA offers it at {0}", shown(location)),
                        None => "Get it from the CA that issued the certificate.".to_owned(),
                    },
                );
                (clause, more)
            }
            (RepairStatus::Impossible { obstacle }, ..) => match obstacle {
                Obstacle::LeafMissing {} => (
                    "the server’s own certificate is missing".to_owned(),
                    "All certificates here are those of authorities. Add the server’s certificate, and the chain can be put in order.".to_owned(),
                ),
                Obstacle::SelfSigned { label } => (
                    "no chain can be made for a self-signed certificate".to_owned(),
                    say!("“{0}” is its own issuer. Have the certificate issued by a CA on API Gateway’s list.", name(label)),
                ),
                Obstacle::RootNotListed { label } => (
                    say!("the chain ends in “{0}”, which is not on API Gateway’s list", name(label)),
                    "No certificate of that authority that leads to a supported root is known here. The certificates are in order all the same.".to_owned(),
                ),
            },
        };
        if repair.root_recommended && repair.root.is_some() {
            append(
                &mut more,
                "Send the root too: insecureSkipVerification wants it in the chain.",
            );
        }
        Words::new(clause, more)
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
                    "Set apart: no. {0} “{1}”, the root, which a server need not send",
                    at(certificate.0),
                    named(self, label)
                )
            }
            Change::UnreadableRemoved {} => "Removed: what could not be read as a certificate".to_owned(),
            Change::Removed {
                certificate,
                label,
                why,
            } => {
                let why = match why {
                    Removal::Duplicate { of } => say!("a copy of no. {0}", at(of.0)),
                    Removal::Stray {} => "which has nothing to do with the server’s certificate".to_owned(),
                    Removal::Expired { not_after } => say!("expired on {0}", self.date(*not_after)),
                    Removal::NotYetValid { not_before } => say!("not valid before {0}", self.date(*not_before)),
                    Removal::WrongKey {} => "whose key did not sign the certificate below".to_owned(),
                    Removal::Unfit {} => "which Java does not take as an issuer".to_owned(),
                    Removal::NotNeeded {} => "which the chain does without".to_owned(),
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

    fn validity(&self, status: ValidityStatus) -> &'static str {
        match status {
            ValidityStatus::Valid => "In date",
            ValidityStatus::Expired => "Expired",
            ValidityStatus::NotYetValid => "Not yet valid",
        }
    }

    fn signature(&self, status: SignatureStatus) -> &'static str {
        match status {
            SignatureStatus::Valid => "Signature verified",
            SignatureStatus::Invalid => "Signature does not match",
            SignatureStatus::NotChecked => "Signature not checked",
        }
    }
}
