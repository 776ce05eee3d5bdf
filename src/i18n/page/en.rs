//! English: the page.

use super::{KindText, PageWords, UiPhrase, UiText};
use crate::i18n::format::{capitalised, say, shown, size, some_of, whole};
use crate::i18n::grammar::en::{English, count, list_of};
use crate::i18n::grammar::{Grammar as _, day};

impl PageWords for English {
    fn text(&self, text: UiText) -> &'static str {
        match text {
            UiText::Title => "SSLEngine Doctor",
            UiText::Tagline => "Why API Gateway says “General SSLEngine problem”",
            UiText::Promise => {
                "Paste your backend’s certificate chain. One sentence tells you whether API Gateway accepts it and, if not, what to do. Nothing leaves this browser tab."
            }
            UiText::SkipToContent => "Skip to content",
            UiText::Language => "Language",
            UiText::ThemeSystem => "System",
            UiText::ThemeLight => "Light",
            UiText::ThemeDark => "Dark",
            UiText::Examples => "See an example",
            UiText::InputLabel => "Paste the chain",
            UiText::InputPlaceholder => {
                "-----BEGIN CERTIFICATE-----\n…\n\n… or the full openssl output, or the log line"
            }
            UiText::CommandHint => "Run it, then paste the full output. The host name is checked too.",
            UiText::HostLabel => "Host name",
            UiText::HostPlaceholder => "Integration host, e.g. api.example.com",
            UiText::AsOfLabel => "As of",
            UiText::AsOfNow => "Now",
            UiText::IntegrationLabel => "Integration",
            UiText::SkipVerificationLabel => "insecureSkipVerification is set",
            UiText::SkipVerificationHint => {
                "Only for REST APIs with HTTP and HTTP proxy integrations. AWS does not recommend it."
            }
            UiText::ChooseFile => "Choose files",
            UiText::DropHere => "Drop files anywhere",
            UiText::Copy => "Copy",
            UiText::Copied => "Copied",
            UiText::CopyFailed => "The browser did not allow copying. Select the text and copy it by hand.",
            UiText::Download => "Download",
            UiText::Checking => "Checking…",
            UiText::EngineFailed => "The checker could not start",
            UiText::EngineFailedHint => {
                "Your text is still in the box. Reload the page. If that does not help, check that the browser allows WebAssembly."
            }
            UiText::PartMissing => "The rest of the page could not be loaded. Check your connection, then try again.",
            UiText::TooSlow => "The check was stopped because it took too long",
            UiText::Retry => "Try again",
            UiText::JavaSays => "Java’s message",
            UiText::JavaSaysLegacy => "In older logs",
            UiText::JavaAccepts => "Java’s TLS client would accept this chain.",
            UiText::JavaRejects => "Java’s TLS client would reject this chain with an exception that has no message.",
            UiText::RulesHeading => "AWS’s four requirements",
            UiText::FixesHeading => "What to do",
            UiText::InputHeading => "About your input",
            UiText::DroppedHeading => "Ignored",
            UiText::PrivateKeyWarning => {
                "Your input contained a private key. It was removed immediately and never left your browser. No check needs it. If you have pasted it anywhere else, replace the key."
            }
            UiText::PastedText => "Pasted text",
            UiText::ExampleComplete => "accepted",
            UiText::ExampleMissing => "missing intermediate",
            UiText::ExampleExpired => "expired",
            UiText::ExampleLargeKey => "4096-bit key",
            UiText::ExampleSelfSigned => "self-signed",
            UiText::AsOfHint => "In UTC. Leave empty for now.",
            UiText::PrivateKeyNote => "A private key was removed from this text.",
            UiText::Colon => ": ",
            UiText::ExampleOrder => "wrong order",
            UiText::ExamplePrivate => "private CA",
            UiText::ExampleHost => "wrong host name",
            UiText::ExampleDefault => "default certificate",
            UiText::IntegrationHint => "What differs",
            UiText::Inferred => "Not documented by AWS: observed in practice.",
            UiText::RepairDownload => "Download the repaired chain",
            UiText::ShareHeading => "Share",
            UiText::SharedHeading => "You opened a link",
            UiText::LinkOpening => "Opening the link…",
            UiText::Authorities => "Supported CAs",
            UiText::AuthoritiesReset => "Use the built-in list again",
            UiText::Trust => "How can I trust this page?",
            UiText::Back => "Back to the check",
            UiText::UpdateReady => "A new version of this page is ready.",
            UiText::UpdateNow => "Reload now",
            UiText::FleetHeading => "Many servers",
            UiText::FleetApart => "Check each server separately",
            UiText::UpdateHint => "You will have to paste the content of the box again.",
            UiText::ChooseFolder => "Choose a folder",
            UiText::Cancel => "Stop",
            UiText::PasswordLabel => "Keystore password",
            UiText::PasswordHint => {
                "It is used only in your browser and is not stored. Only certificates are extracted."
            }
            UiText::PasswordOpen => "Open",
            UiText::PasswordWrong => "Wrong password. Try another one.",
            UiText::FileUnreadable => "A file could not be read.",
            UiText::FileUnreadableHint => "It may have been moved or changed. Choose it again.",
            UiText::MessagesHeading => "Messages in your input",
        }
    }

    fn phrase(&self, phrase: &UiPhrase<'_>) -> String {
        match phrase {
            UiPhrase::Certificates(number) => count(i64::from(*number), "certificate", "certificates"),
            UiPhrase::ListVersion(edition) => {
                let list = capitalised(&list_of(edition));
                match edition.unchanged_on() {
                    Some(date) => say!("{0}, unchanged on {1}", list, day(self, date)),
                    None => list,
                }
            }
            UiPhrase::CheckedAt(moment) => say!("As of {0}", self.date_time(*moment)),
            UiPhrase::ListTaken { entries, problems } => {
                let taken = say!(
                    "Using the list that you pasted: {0}.",
                    count(whole(*entries), "entry", "entries")
                );
                if problems.is_empty() {
                    taken
                } else {
                    let lines: Vec<String> = problems.iter().map(|line| self.number(i64::from(*line))).collect();
                    say!(
                        "{0} These lines could not be read: {1}.",
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
                    "Searching the folder: {0} so far",
                    count(whole(*number), "file", "files")
                )
            }
            UiPhrase::Size(bytes) => size(*bytes, ["B", "kB", "MB"], " "),
            UiPhrase::LeftOut { names, max } => say!(
                "Skipped, because all files together may not exceed {0}: {1}. Check them separately.",
                size(*max, ["B", "kB", "MB"], " "),
                some_of(names, " and ", |more| count(more, "more file", "more files"))
            ),
            UiPhrase::FleetFound(number) => {
                say!("This input contains {0}.", count(whole(*number), "server", "servers"))
            }
            UiPhrase::TooLarge { name, bytes, max } => say!(
                "“{0}” has {1}, but at most {2} can be read at once. Choose the file that contains the certificates.",
                shown(name),
                size(*bytes, ["B", "kB", "MB"], " "),
                size(*max, ["B", "kB", "MB"], " ")
            ),
        }
    }

    fn kind(&self, text: KindText) -> &'static str {
        match text {
            KindText::KindRestPublic => "REST API, public",
            KindText::KindRestVpcLinkV1 => "REST API, VPC link to an NLB (V1)",
            KindText::KindRestVpcLinkV2 => "REST API, VPC link V2 (ALB or NLB)",
            KindText::KindHttpApiPublic => "HTTP API, public",
            KindText::KindHttpApiPrivate => "HTTP API, private (VPC link)",
            KindText::HostOfUrl => "The host of the integration’s URL.",
            KindText::HostOfVpcLinkV1 => {
                "The host of the integration’s URI. The certificate is checked for this name, which can differ from that of the load balancer."
            }
            KindText::HostOfVpcLinkV2 => "The secure server name in the integration’s URI.",
            KindText::HostOfServerName => "The secure server name: serverNameToVerify in the integration’s tlsConfig.",
            KindText::SkipExists => "insecureSkipVerification can be set here, but AWS does not recommend it.",
            KindText::NoSkip => {
                "insecureSkipVerification is not available here: the certificate must come from a CA that API Gateway supports."
            }
            KindText::UriNotRouted => {
                "The VPC link routes the call, not the URI. With HTTPS, the host of the URI becomes the Host header, and the certificate must contain that name."
            }
            KindText::TlsListener => {
                "If the listener of the load balancer terminates TLS, API Gateway checks the listener’s certificate."
            }
            KindText::TcpListener => {
                "A TCP listener passes TLS through: API Gateway checks the certificate of the target behind it."
            }
            KindText::NoServerName => {
                "Users report that no server name (SNI) is sent here. Make the right certificate the default certificate of the server."
            }
            KindText::SecureUri => {
                "HTTP is the default. For HTTPS, uri must begin with https:// and contain a name that the certificate covers: this name is verified. integrationTarget only selects the load balancer."
            }
            KindText::CdkAlbIntegration => {
                "CDK’s AlbIntegration puts the load balancer’s own DNS name into uri, which no certificate of yours covers. Set its loadBalancerDnsName to your name."
            }
            KindText::ServerNameNoEffect => "serverNameToVerify has no known effect on public integrations.",
            KindText::PlainByDefault => "HTTP is the default. HTTPS is used only if tlsConfig is set.",
            KindText::PlainToHttps => {
                "The response “400 The plain HTTP request was sent to HTTPS port” means that tlsConfig is missing."
            }
        }
    }
}
