//! English: the words of what is loaded after a first answer.

use super::en::{English, MONTHS, count};
use super::text::{append, grouped, listed, named, remaining, say, shown, whole};
use super::{ChainRepair, GuidePhrase, GuideText, LaterPhrase, LaterPhrases, LaterText, Phrases as _, Words, guide_en};
use crate::report::{Change, Obstacle, Removal, RepairStatus, SignatureStatus, ValidityStatus, Verdict};
#[cfg(feature = "share")]
use crate::share::{EncodeError, QrError};

impl LaterPhrases for English {
    fn later(&self, text: LaterText) -> &'static str {
        match text {
            LaterText::HostHeading => "Host name",
            LaterText::PathHeading => "Chain",
            LaterText::CertificatesHeading => "Certificates",
            LaterText::NotSent => "Not sent",
            LaterText::ListedAs => "Listed as",
            LaterText::Leaf => "Server certificate",
            LaterText::Intermediate => "Intermediate",
            LaterText::Root => "Root",
            LaterText::Certificate => "Certificate",
            LaterText::Subject => "Subject",
            LaterText::Issuer => "Issuer",
            LaterText::SerialNumber => "Serial number",
            LaterText::Version => "Version",
            LaterText::ValidFrom => "Not before",
            LaterText::ValidUntil => "Not after",
            LaterText::Validity => "Validity",
            LaterText::Key => "Public key",
            LaterText::Exponent => "Exponent",
            LaterText::SignatureAlgorithm => "Signature algorithm",
            LaterText::SignatureCheck => "Signature",
            LaterText::SignedBy => "Signed by",
            LaterText::SubjectAltNames => "Subject alternative names",
            LaterText::IsCa => "Certificate authority",
            LaterText::PathLength => "CA certificates allowed below",
            LaterText::KeyUsage => "Key usage",
            LaterText::ExtendedKeyUsage => "Extended key usage",
            LaterText::SubjectKeyId => "Subject key identifier",
            LaterText::AuthorityKeyId => "Authority key identifier",
            LaterText::IssuerLocations => "Issuer’s certificate at",
            LaterText::Extensions => "Extensions",
            LaterText::Critical => "Critical",
            LaterText::Yes => "Yes",
            LaterText::No => "No",
            LaterText::None => "None",
            LaterText::Unknown => "Unknown",
            LaterText::CrossSigned => "Cross-signed: same name and key, other issuer",
            LaterText::StrayHere => "Not part of this chain",
            LaterText::AboveTrusted => "Above the trusted root, not needed",
            LaterText::BesideHeading => "Beside the chain",
            LaterText::NotOnTheList => "Not on AWS’s list",
            LaterText::AvailableAt => "To be had at",
            LaterText::MarkHolds => "holds",
            LaterText::MarkBroken => "broken",
            LaterText::MarkUntold => "cannot be told",
            LaterText::TimelineHeading => "Validity over time",
            LaterText::ExplainFields => "Explain the fields",
            LaterText::CopyPlain => "Copy without colons",
            LaterText::EncodingFaults => "Faults of encoding",
            LaterText::ExplainSubject => {
                "Whom the certificate is for. The certificates that it signs must name it so as their issuer, or Java finds no path."
            }
            LaterText::ExplainIssuer => {
                "Who signed it. API Gateway follows this name from certificate to certificate, up to a root on AWS’s list."
            }
            LaterText::ExplainSubjectAltNames => {
                "The host names and addresses for which it is good. The endpoint’s host name must be among them; where there is a DNS name here, the common name does not count."
            }
            LaterText::ExplainValidFrom => {
                "The first second at which it is valid. A server that uses it earlier is refused: requirement 2."
            }
            LaterText::ExplainValidUntil => {
                "The last second at which it is valid. After it, API Gateway refuses the chain: requirement 2."
            }
            LaterText::ExplainKey => {
                "The key whose secret half the server holds. In the server’s own certificate, requirement 4 allows RSA up to 2048 bits; keys of CAs may be larger."
            }
            LaterText::ExplainExponent => {
                "The public number of an RSA key, nearly always 65537. API Gateway asks nothing of it."
            }
            LaterText::ExplainSignatureAlgorithm => {
                "How the issuer signed. Java, and so API Gateway, refuses MD2 and MD5."
            }
            LaterText::ExplainSignatureCheck => {
                "Whether the issuer’s key really made this signature, as far as its certificate is at hand. A wrong one breaks the chain."
            }
            LaterText::ExplainSignedBy => {
                "The certificate whose key made the signature: another one of your input, or a root of AWS’s list."
            }
            LaterText::ExplainListedAs => {
                "The names under which AWS’s list of supported authorities has this key: requirement 1."
            }
            LaterText::ExplainSerialNumber => {
                "The issuer’s number for it, unique with that issuer. Give it to your CA when you ask about this certificate."
            }
            LaterText::ExplainVersion => {
                "The version of the format. Only version 3 can say that a certificate is a CA’s, so that Java refuses older intermediates."
            }
            LaterText::ExplainIsCa => {
                "Whether it may sign other certificates (basicConstraints). Every certificate above the server’s must say yes."
            }
            LaterText::ExplainPathLength => {
                "How many further CA certificates may stand below this one. With more of them, Java refuses the chain."
            }
            LaterText::ExplainKeyUsage => {
                "What the key may be used for. A CA needs keyCertSign; a server with an RSA key digitalSignature or keyEncipherment."
            }
            LaterText::ExplainExtendedKeyUsage => {
                "Narrows what it is for. Where it stands in a server’s certificate, serverAuth must be in it."
            }
            LaterText::ExplainSubjectKeyId => "A short name of its key. It tells apart authorities of the same name.",
            LaterText::ExplainAuthorityKeyId => {
                "The short name of the issuer’s key: by it you find the right one when an intermediate is missing."
            }
            LaterText::ExplainIssuerLocations => {
                "Where the issuer’s certificate can be downloaded. Browsers do so by themselves; API Gateway does not, so the server must send it."
            }
            LaterText::ExplainSha256 => {
                "The certificate’s fingerprint: two certificates with the same one are the same. Look it up in AWS’s list of supported authorities."
            }
            LaterText::ExplainSha1 => {
                "The older fingerprint, which AWS’s list gives too. Good for looking up, not for proving."
            }
            LaterText::ExplainExtensions => {
                "Everything that it says besides. Java refuses a certificate with a critical extension that it does not know."
            }
            LaterText::ExplainEncodingFaults => {
                "Where the bytes break the format’s rules. Java’s reader stops there, and with it the handshake."
            }
            LaterText::ExplainPem => "The whole certificate as text, as servers and ACM take it.",
            LaterText::ShowMore => "Show more",
            LaterText::CopyOf => "Copy of",
            LaterText::Sha256 => "SHA-256",
            LaterText::Sha1 => "SHA-1",
            LaterText::LinkName => "name",
            LaterText::LinkKeyId => "key identifier",
            LaterText::LinkSignature => "signature",
            LaterText::NotSentUsual => "not sent, as is usual",
            LaterText::OnTheList => "Root on AWS’s list",
            LaterText::MissingHere => "Missing: was not sent",
            LaterText::UnknownIssuer => "Issuer not sent, and not known here",
            LaterText::FindingDocs => "What this means, with an example",
            LaterText::CommandsFor => "Commands for",
            LaterText::RepairHeading => "The chain to install",
            LaterText::RepairShow => "Show the chain to install",
            LaterText::RepairLooking => "Looking for the certificates that are missing…",
            LaterText::RepairFailed => "The repair could not be made.",
            LaterText::DownloadFullChain => "Download fullchain.pem",
            LaterText::DownloadWithRoot => "Download with the root",
            LaterText::FormWithoutRoot => {
                "Without the root: what a server normally sends. Clients have the root already."
            }
            LaterText::FormWithRoot => {
                "With the root: what insecureSkipVerification wants, since the root must then be in the chain."
            }
            LaterText::FromData => "from this tool’s data",
            LaterText::ChangesHeading => "What changed against your input",
            LaterText::AfterRepair => "With this chain",
            LaterText::AcmHeading => "For AWS Certificate Manager",
            LaterText::AcmBody => "Certificate body",
            LaterText::AcmKey => "Certificate private key",
            LaterText::AcmKeyHint => "Only you have it. It belongs in ACM, never here.",
            LaterText::AcmChain => "Certificate chain",
            LaterText::GetMissing => "How to get the missing certificate",
            LaterText::InstallHeading => "How to install it",
            LaterText::InstallFor => "Server",
            LaterText::TlsConfigHeading => "tlsConfig of the integration",
            LaterText::TlsConfigFor => "Tool",
            LaterText::CompareHeading => "Compared with your input before",
            LaterText::CompareFixed => "Fixed",
            LaterText::CompareLeft => "Still there",
            LaterText::CompareNew => "New",
            LaterText::CompareSame => "Nothing was wrong before, and nothing is now.",
            LaterText::CompareForget => "Stop comparing",
            LaterText::ShareChain => "Link with the certificates",
            LaterText::ShareChainHint => {
                "Holds the certificates, the host name and what was asked. Your colleague’s page judges them anew."
            }
            LaterText::ShareVerdict => "Link with the verdict alone",
            LaterText::ShareVerdictHint => "Holds outcomes and codes: no name, no host, no certificate.",
            LaterText::SharePrivacy => {
                "Everything stands behind the # of the address, which browsers send to no server. Whoever has the link can read it."
            }
            LaterText::ShareLong => {
                "Chat programs may cut links as long as this. Sending the chain as a file is safer."
            }
            LaterText::ShareMake => "Make a link",
            LaterText::ShareMaking => "Making the link…",
            LaterText::ShareFailed => "The link could not be made.",
            LaterText::ShareCode => "Code to scan",
            LaterText::SharedVerdictHeading => "A shared verdict",
            LaterText::SharedVerdictHint => {
                "This link holds the verdict alone. To see the reasons, paste the chain itself, or ask for a link with the certificates."
            }
            LaterText::TakeMarkdown => "Markdown, for a ticket",
            LaterText::TakePlain => "Text, for a chat",
            LaterText::TakeJson => "JSON, for programs",
            LaterText::TakePrint => "Print",
            LaterText::TakeCalendar => "Reminder of the first expiry (.ics)",
            LaterText::AuthoritiesHint => {
                "The certificate authorities that API Gateway supports, by AWS’s list. Search by name, alias, key or fingerprint."
            }
            LaterText::AuthoritiesSearch => "Search",
            LaterText::AuthoritiesSearchHint => "A fingerprint in any form: with or without colons, SHA-1 or SHA-256",
            LaterText::AuthoritiesNone => "Nothing like this is on this edition of the list.",
            LaterText::AuthoritiesAlias => "Alias",
            LaterText::AuthoritiesName => "Name",
            LaterText::AuthoritiesKey => "Key",
            LaterText::AuthoritiesUntil => "Until",
            LaterText::AuthoritiesPaste => "Judge by a newer list",
            LaterText::AuthoritiesPasteHint => {
                "Open AWS’s page of supported authorities, select all, copy, and paste it here. It is used from then on, until you close this page."
            }
            LaterText::AuthoritiesBad => {
                "No entry of AWS’s list could be read in this text. An entry has an alias, and its SHA-1 and SHA-256."
            }
            LaterText::AuthoritiesFingerprintOnly => "Known by its fingerprint only",
            LaterText::TrustStays => "What you paste stays here",
            LaterText::TrustStaysText => {
                "The check runs in this tab, in WebAssembly. A policy inside the page (Content-Security-Policy) lets the browser talk to nothing but this page’s own files. Of your work nothing is stored: the browser keeps your choice of language and colours, and this page’s own files, so that it opens without a network. No cookies, no counting of visits, no fonts or scripts from elsewhere."
            }
            LaterText::TrustCheck => "See for yourself",
            LaterText::TrustCheckText => {
                "Open your browser’s developer tools, choose Network, and paste a chain: no request holds anything of it. The page only fetches more of its own files, among them one or two of 512 with keys and certificates of CAs. Or cut the network a minute after the page has opened, and go on."
            }
            LaterText::TrustKeys => "Private keys",
            LaterText::TrustKeysText => {
                "No check needs one. A private key that comes along is deleted before anything else sees it, and the text in the box is replaced. All the same: a key that was pasted anywhere is better replaced."
            }
            LaterText::TrustRight => "Is the answer right?",
            LaterText::TrustRightText => {
                "It was compared with a real Java client on thousands of chains; where this page and Java differ is written down in the project. API Gateway itself is not public: AWS’s texts and Java’s behaviour are the best that is known. Every rule shows the openssl commands with which you can check it."
            }
            LaterText::TrustFile => "Carry it along",
            LaterText::TrustFileText => {
                "The whole page as one file works from a disk, without any network. Compare its SHA-256 after the download."
            }
            LaterText::TrustFileDownload => "Download the page as one file",
            LaterText::FleetHint => {
                "Each file is judged by itself, each server’s certificate with what comes with it. Choose a server to read its full report."
            }
            LaterText::FleetShared => {
                "The CA certificates stand together in this input, so each server was judged as if it sent those above its own."
            }
            LaterText::FleetTogether => "Judge all as one chain",
            LaterText::FleetSearchHint => "Words of a name, a file, a root or a reason",
            LaterText::FleetAny => "All",
            LaterText::FleetNotMet => "Requirement not met",
            LaterText::FleetVerdict => "Verdict",
            LaterText::FleetName => "Server",
            LaterText::FleetAnchor => "Root",
            LaterText::FleetDays => "Days left",
            LaterText::FleetFile => "File",
            LaterText::FleetNone => "No server is like this.",
            LaterText::FleetFailsMost => "What fails most",
            LaterText::FleetExpiry => "Expiry by month",
            LaterText::FleetExpired => "Expired",
            LaterText::FleetLater => "Later",
            LaterText::FleetOtherwise => "Refused for something else",
            LaterText::FleetStopped => "Stopped. These are the servers that were judged so far.",
            LaterText::FleetAuthorities => "CA certificates only",
            LaterText::FleetNothing => "No certificate in it",
            LaterText::FleetBack => "Back to the table",
            LaterText::FleetUnnamed => "(no name)",
            LaterText::FleetExport => "Save what is shown",
            LaterText::FleetExporting => "Writing the file…",
            LaterText::FleetHost => "The host name is not compared while there are many servers.",
            LaterText::FleetKeys => {
                "Some of these files hold a private key. The keys were left out; keep them away from any page."
            }
        }
    }

    fn later_phrase(&self, phrase: &LaterPhrase<'_>) -> String {
        match phrase {
            LaterPhrase::Until { not_after, days } => {
                let date = self.date(*not_after);
                if *days < 0 {
                    say!("Until {0}, {1} ago", date, self.days(days.saturating_neg()))
                } else {
                    say!("Until {0}, {1} left", date, self.days(*days))
                }
            }
            LaterPhrase::KeyBits { algorithm, bits } => {
                say!("{0}, {1} bits", shown(algorithm), self.number(i64::from(*bits)))
            }
            LaterPhrase::Bytes(number) => count(i64::from(*number), "byte", "bytes"),
            LaterPhrase::MoreCertificates(number) => count(whole(*number), "more certificate", "more certificates"),
            LaterPhrase::AllCharacters(number) => say!("Show all ({0} characters)", self.number(whole(*number))),
            LaterPhrase::AllNames(number) => say!("Show all ({0} names)", self.number(whole(*number))),
            LaterPhrase::ChainOf(stops) => say!("The chain, from the server upwards: {0}", stops.join("; ")),
            LaterPhrase::Standing { status, days } => match status {
                ValidityStatus::Valid => say!("{0} left", self.days(*days)),
                ValidityStatus::Expired => say!("expired {0} ago", self.days(*days)),
                ValidityStatus::NotYetValid => say!("not yet valid, begins in {0}", self.days(*days)),
            },
            LaterPhrase::IssuedByName(name) => say!("Issued by “{0}”", shown(name)),
            LaterPhrase::Requirement { number, name } => say!("{0}. {1}", number.to_string(), name),
            LaterPhrase::ListedAs(aliases) => say!("Listed as {0}", listed(aliases, " and ")),
            LaterPhrase::PlaceOf { place, total } => say!(
                "No. {0} of {1}",
                self.number(i64::from(*place)),
                self.number(i64::from(*total))
            ),
            LaterPhrase::Version(version) => say!("Version {0}", version),
            LaterPhrase::FromInput(place) => say!("no. {0} of your input", self.number(i64::from(*place))),
            LaterPhrase::RowsOf { shown, total } => say!(
                "{0} of {1}",
                self.number(whole(*shown)),
                count(whole(*total), "certificate", "certificates")
            ),
            LaterPhrase::LinkLength(length) => count(whole(*length), "character", "characters"),
            LaterPhrase::PrintUntil { start, until } => {
                say!("SHA-256 {0} …, until {1}", shown(start), self.date(*until))
            }
            LaterPhrase::FleetServers(number) => count(whole(*number), "server", "servers"),
            LaterPhrase::FleetVerdicts { passed, failed } => say!(
                "{0} accepted, {1} refused",
                self.number(whole(*passed)),
                self.number(whole(*failed))
            ),
            LaterPhrase::FleetProgress { servers, seconds } => {
                let judged = say!("{0} judged", count(whole(*servers), "server", "servers"));
                match seconds {
                    None => judged,
                    Some(seconds) => {
                        let left = match remaining(*seconds) {
                            (number, false) => count(number, "second", "seconds"),
                            (number, true) => count(number, "minute", "minutes"),
                        };
                        say!("{0}, about {1} left", judged, left)
                    }
                }
            }
            LaterPhrase::FleetRows { shown, total } => say!(
                "{0} of {1}",
                self.number(whole(*shown)),
                count(whole(*total), "server", "servers")
            ),
            LaterPhrase::FleetMonth { year, month } => {
                let name = MONTHS.get(usize::from(*month).saturating_sub(1)).unwrap_or(&"");
                say!("{0} {1}", name, year.to_string())
            }
            LaterPhrase::FleetLeft(number) => say!(
                "{0} without a server’s certificate",
                count(whole(*number), "file", "files")
            ),
        }
    }

    fn repair_status(&self, repair: &ChainRepair) -> Words {
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

    #[cfg(feature = "share")]
    fn encode_error(&self, why: &EncodeError) -> String {
        match why {
            EncodeError::NoCertificate => "There is no certificate to share.".to_owned(),
            EncodeError::NotACertificate { index } => say!(
                "No link can be made: certificate no. {0} cannot be read.",
                self.number(i64::from(*index).saturating_add(1))
            ),
            EncodeError::TooManyCertificates { max } => say!(
                "No link can be made: it holds {0} certificates at most. Share the chain of one server.",
                self.number(i64::from(*max))
            ),
            EncodeError::TextTooLong { max } => say!(
                "No link can be made: a host name or another text is longer than {0} bytes.",
                self.number(i64::from(*max))
            ),
            EncodeError::TooLarge { max } => say!(
                "No link can be made: it would be longer than {0} characters. Share the chain of one server, or the verdict alone.",
                self.number(i64::from(*max))
            ),
        }
    }

    #[cfg(feature = "share")]
    fn qr_error(&self, why: &QrError) -> String {
        match why {
            QrError::TooLong { characters, max } => say!(
                "The link is too long to scan: it has {0} characters, {1} are the limit. Share it as a text, or share the verdict alone.",
                self.number(i64::from(*characters)),
                self.number(i64::from(*max))
            ),
        }
    }

    fn guide_phrase(&self, phrase: &GuidePhrase<'_>) -> String {
        guide_en::phrase(phrase)
    }

    #[cfg(feature = "cli")]
    fn cli(&self, text: super::CliText) -> &'static str {
        super::cli_en::text(text)
    }

    #[cfg(feature = "cli")]
    fn cli_phrase(&self, phrase: &super::CliPhrase<'_>) -> String {
        super::cli_en::phrase(phrase)
    }

    fn guide(&self, text: GuideText) -> &'static str {
        guide_en::text(text)
    }
}
