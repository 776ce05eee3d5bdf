//! English: the answer.

use super::{AnswerPhrase, AnswerText, AnswerWords, Instruction, NewCertificate, Span, span};
use crate::cert::UnixTime;
use crate::i18n::format::{append, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count};
use crate::i18n::grammar::named;

impl English {
    fn span(&self, days: i64) -> String {
        match span(days) {
            Span::Days(days) => self.days(days),
            Span::Months(months) => count(months, "month", "months"),
            Span::Years(years) => count(years, "year", "years"),
        }
    }

    fn new_certificate(&self, needs: &NewCertificate<'_>) -> String {
        let mut parts: Vec<String> = Vec::new();
        if needs.public_ca {
            parts.push("from a public CA (such as Let’s Encrypt or ACM)".to_owned());
        }
        if let Some(name) = needs.hostname {
            parts.push(say!("for “{0}”", shown(name)));
        }
        if needs.smaller_key {
            parts.push("with a 2048-bit RSA key or a P-256 key".to_owned());
        }
        if needs.reissue {
            parts.push("without the fault above".to_owned());
        }
        let several = parts.len() > 1 || needs.renew.is_some();
        let mut text = match (needs.renew, needs) {
            (Some(name), _) if parts.is_empty() => say!(
                "Renew “{0}” and install the new certificate with its intermediate.",
                named(self, name)
            ),
            (_, NewCertificate { public_ca: true, .. }) if !several => {
                "Get a certificate from a public CA, such as Let’s Encrypt or ACM.".to_owned()
            }
            (
                _,
                NewCertificate {
                    hostname: Some(name), ..
                },
            ) if !several => say!(
                "Call the backend by a name on its certificate, or get a certificate for “{0}”.",
                shown(name)
            ),
            _ => say!("Get a new certificate {0}.", listed(&parts, " and ")),
        };
        if needs.with_intermediate && !(needs.renew.is_some() && parts.is_empty()) {
            append(&mut text, "Install it with its intermediate.");
        }
        if needs.smaller_key && !several && needs.java_accepts {
            append(&mut text, "Java itself accepts this one.");
        }
        if needs.renew.is_some() {
            append(
                &mut text,
                "Already renewed? Then the server still sends the old one: reload it.",
            );
        }
        text
    }
}

fn year(moment: UnixTime) -> String {
    moment.civil().0.to_string()
}

impl AnswerWords for English {
    fn text(&self, text: AnswerText) -> &'static str {
        match text {
            AnswerText::BadgeAccepted => "API Gateway will accept this chain",
            AnswerText::BadgeRejected => "API Gateway will reject this chain",
            AnswerText::BadgeOutsideLimits | AnswerText::TitleOutsideLimits => "Outside AWS’s limits",
            AnswerText::BadgeOpen => "Not conclusive",
            AnswerText::SeeJavaMessage => "Java’s message says why",
            AnswerText::NextStep => "Next step",
            AnswerText::CopyForTicket => "Copy for a ticket",
            AnswerText::CopyCommand => "Copy the command",
            AnswerText::CheckNew => "Check the new one",
            AnswerText::CheckHost => "Check",
            AnswerText::HowToInstall => "How to install it",
            AnswerText::HowToConfigure => "How to configure it",
            AnswerText::SkipCaCheck => "Skip the CA check…",
            AnswerText::Remind => "Remind me before it expires (.ics)",
            AnswerText::NamesOfCertificate => "Names on the certificate",
            AnswerText::InLog => "In the log",
            AnswerText::ChainHeading => "The chain as sent",
            AnswerText::ServerRole => "Server",
            AnswerText::IntermediateRole => "Intermediate",
            AnswerText::RootRole => "Root",
            AnswerText::OtherRole => "Certificate",
            AnswerText::IssuerRole => "Issuer",
            AnswerText::NotSent => "not sent",
            AnswerText::OnList => "on AWS’s list",
            AnswerText::NotOnList => "not on AWS’s list",
            AnswerText::Expired => "expired",
            AnswerText::NotYetValid => "not yet valid",
            AnswerText::UnknownIssuer => "not known",
            AnswerText::InRepaired => "Included in the repaired chain",
            AnswerText::NeedNotSend => "no need to send it",
            AnswerText::CrossSigned => "same key, signed by another CA",
            AnswerText::AboveRoot => "above the root, not needed",
            AnswerText::LinkNameFails => "the issuer’s name does not match",
            AnswerText::LinkKeyFails => "the key identifier does not match",
            AnswerText::LinkSignatureFails => "the signature does not match",
            AnswerText::NotInLink => "Not in this link",
            AnswerText::GistCa => "The root is on AWS’s list",
            AnswerText::GistValidity => "Not expired and already valid",
            AnswerText::GistChain => "Every intermediate is sent, in order",
            AnswerText::GistKey => "At most 2048 bits (RSA)",
            AnswerText::GistAllSent => "Every intermediate was sent",
            AnswerText::MetOnceSent => "Met once it is sent",
            AnswerText::ByHand => "Check it by hand",
            AnswerText::Host => "host",
            AnswerText::HostNotChecked => "not checked",
            AnswerText::HostFromInput => "from your input",
            AnswerText::NowChecked => "now",
            AnswerText::CheckSkipped => "CA check skipped",
            AnswerText::Change => "Change",
            AnswerText::NewCheck => "New check",
            AnswerText::NoChainYet => "No chain yet? Get it from your backend",
            AnswerText::Files => "or drop them anywhere: PEM, DER, P7B, P12, JKS, ZIP, folders",
            AnswerText::ErrorNotCause => "This is the error, not its cause.",
            AnswerText::OtherCause => "This error has another cause than the server’s chain.",
            AnswerText::OnlyDescribed => "The certificate itself is missing.",
            AnswerText::GetChainNow => "Now get the chain from your backend",
            AnswerText::PrintNow => "Now print the certificates themselves",
            AnswerText::NoCertificate => "No certificate found in this text.",
            AnswerText::WasPrivateKey => {
                "That was a private key. It was removed immediately and never left your browser. If you have pasted it anywhere else, replace the key."
            }
            AnswerText::NothingLeaves => "Nothing you paste leaves this tab.",
            AnswerText::Documentation => "Documentation",
            AnswerText::Privacy => "Privacy",
            AnswerText::Report => "Report",
            AnswerText::Close => "Close",
        }
    }

    fn phrase(&self, phrase: &AnswerPhrase<'_>) -> String {
        match phrase {
            AnswerPhrase::ValidFor { days, hostname: None } => say!("Valid for another {0}.", self.span(*days)),
            AnswerPhrase::ValidFor {
                days,
                hostname: Some(name),
            } => {
                say!("Valid for “{0}” for another {1}.", shown(name), self.span(*days))
            }
            AnswerPhrase::Also(clause) => say!("Also: {0}.", clause),
            AnswerPhrase::Warning(clause) => say!("Warning: {0}.", clause),
            AnswerPhrase::NotCompleted(clause) => say!("One check could not be completed: {0}.", clause),
            AnswerPhrase::AndMore(more) => say!("and {0} more", self.number(whole(*more))),
            AnswerPhrase::Now(moment) => say!("now: {0}", self.date(*moment)),
            AnswerPhrase::AsOf(moment) => say!("as of {0}", self.date(*moment)),
            AnswerPhrase::Key { algorithm, size } => say!("{0} {1}", shown(algorithm), shown(size)),
            AnswerPhrase::Until { not_after, days } => match (*days, span(days.saturating_abs())) {
                (..0, _) => say!(
                    "until {0}, {1} ago",
                    self.date(*not_after),
                    self.span(days.saturating_neg())
                ),
                (_, Span::Years(_)) => say!("until {0}", year(*not_after)),
                _ => say!(
                    "until {0}, {1}",
                    self.date(*not_after),
                    self.phrase(&AnswerPhrase::TimeLeft(*days))
                ),
            },
            AnswerPhrase::From(moment) => say!("from {0}", self.date(*moment)),
            AnswerPhrase::TimeLeft(days) => say!("{0} left", self.span(*days)),
            AnswerPhrase::MoreNames(more) => say!("and {0} more", self.number(whole(*more))),
            AnswerPhrase::Outside(number) => say!("Sent, but not part of the chain ({0})", self.number(whole(*number))),
            AnswerPhrase::MoreInChain(number) => count(whole(*number), "more certificate", "more certificates"),
            AnswerPhrase::CopyOf(place) => say!("copy of #{0}", place.to_string()),
            AnswerPhrase::RootListed(name) => say!("The root “{0}” is on the list", named(self, name)),
            AnswerPhrase::RootNotListed(name) => say!("The root “{0}” is not on the list", named(self, name)),
            AnswerPhrase::WasNotSent(name) => say!("“{0}” was not sent", named(self, name)),
            AnswerPhrase::KeyBits { bits, most: true } => say!("{0} bits, the maximum", bits.to_string()),
            AnswerPhrase::KeyBits { bits, most: false } => say!("{0} bits", bits.to_string()),
            AnswerPhrase::Colours(scheme) => say!("Colours: {0}", scheme),
            AnswerPhrase::Line(number) => say!("line {0}", self.number(whole(*number))),
        }
    }

    fn instruction(&self, instruction: &Instruction<'_>) -> String {
        match instruction {
            Instruction::InstallMissing => "Install this file on the server in place of the current one: your certificate, then the missing intermediate.".to_owned(),
            Instruction::InstallReordered => "Install this file on the server in place of the current one: the same certificates, in the right order.".to_owned(),
            Instruction::InstallRepaired => "Install this file on the server in place of the current one: your certificate, then the right intermediates.".to_owned(),
            Instruction::InstallWithRoot => "Install this file on the server in place of the current one: your certificate, its intermediates and the root.".to_owned(),
            Instruction::Wait(moment) => say!("Wait until {0}, or install a certificate that is already valid.", self.date(*moment)),
            Instruction::NewCertificate(needs) => self.new_certificate(needs),
            Instruction::Configure(Some(host)) => say!("The server sent its default certificate. Configure the one for “{0}”, including for clients that send no server name (SNI).", shown(host)),
            Instruction::Configure(None) => "The server sent its default certificate. Configure the one for your host, including for clients that send no server name (SNI).".to_owned(),
            Instruction::CallsStillFail => "Calls still fail? Then API Gateway gets a different chain: run the command from another network.".to_owned(),
            Instruction::HostNotChecked => "The host name has not been checked.".to_owned(),
            Instruction::ReplaceNow(label) => say!("Replace this certificate now: the private key of “{0}” is public.", named(self, label)),
            Instruction::OtherCa(releases) => say!("Get a certificate from another CA. AWS lists this root, but some Java releases reject it ({0}), and AWS does not say which release API Gateway runs.", self.list(releases)),
            Instruction::SeeMessage => "Read Java’s message in the log line below.".to_owned(),
        }
    }
}
