//! English: the table of many servers.

use super::{FleetPhrase, FleetText, FleetWords};
use crate::i18n::format::{remaining, say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, MONTHS, count};

impl FleetWords for English {
    fn text(&self, text: FleetText) -> &'static str {
        match text {
            FleetText::Hint => {
                "Each file is judged by itself, each server’s certificate with what comes with it. Choose a server to read its full report."
            }
            FleetText::Shared => {
                "The CA certificates stand together in this input, so each server was judged as if it sent those above its own."
            }
            FleetText::Together => "Judge all as one chain",
            FleetText::SearchHint => "Words of a name, a file, a root or a reason",
            FleetText::Any => "All",
            FleetText::NotMet => "Requirement not met",
            FleetText::Verdict => "Verdict",
            FleetText::Name => "Server",
            FleetText::Anchor => "Root",
            FleetText::Days => "Days left",
            FleetText::File => "File",
            FleetText::None => "No server is like this.",
            FleetText::FailsMost => "What fails most",
            FleetText::Expiry => "Expiry by month",
            FleetText::Expired => "Expired",
            FleetText::Later => "Later",
            FleetText::Otherwise => "Refused for something else",
            FleetText::Stopped => "Stopped. These are the servers that were judged so far.",
            FleetText::Authorities => "CA certificates only",
            FleetText::Nothing => "No certificate in it",
            FleetText::Back => "Back to the table",
            FleetText::Unnamed => "(no name)",
            FleetText::Export => "Save what is shown",
            FleetText::Exporting => "Writing the file…",
            FleetText::Host => "The host name is not compared while there are many servers.",
            FleetText::Keys => {
                "Some of these files hold a private key. The keys were left out; keep them away from any page."
            }
        }
    }

    fn phrase(&self, phrase: &FleetPhrase) -> String {
        match phrase {
            FleetPhrase::Servers(number) => count(whole(*number), "server", "servers"),
            FleetPhrase::Verdicts { passed, failed } => say!(
                "{0} accepted, {1} refused",
                self.number(whole(*passed)),
                self.number(whole(*failed))
            ),
            FleetPhrase::Progress { servers, seconds } => {
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
            FleetPhrase::Rows { shown, total } => say!(
                "{0} of {1}",
                self.number(whole(*shown)),
                count(whole(*total), "server", "servers")
            ),
            FleetPhrase::Month { year, month } => {
                let name = MONTHS.get(usize::from(*month).saturating_sub(1)).unwrap_or(&"");
                say!("{0} {1}", name, year.to_string())
            }
            FleetPhrase::Left(number) => say!(
                "{0} without a server’s certificate",
                count(whole(*number), "file", "files")
            ),
        }
    }
}
