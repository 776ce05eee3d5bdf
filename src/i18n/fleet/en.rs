//! English: the table of many servers.

use super::{FleetPhrase, FleetText, FleetWords};
use crate::i18n::format::{remaining, say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, MONTHS, count};

impl FleetWords for English {
    fn text(&self, text: FleetText) -> &'static str {
        match text {
            FleetText::Hint => {
                "Each file is checked separately, and each server certificate with the certificates that come with it. Choose a server to read its full report."
            }
            FleetText::Shared => {
                "The CA certificates are grouped together in this input, so each server was checked as if it sent those above its own."
            }
            FleetText::Together => "Same server? Check as one chain",
            FleetText::SearchHint => "Words of a name, a file, a root or a reason",
            FleetText::Any => "All",
            FleetText::NotMet => "Requirement not met",
            FleetText::Verdict => "Verdict",
            FleetText::Name => "Server",
            FleetText::Anchor => "Root",
            FleetText::Days => "Days left",
            FleetText::File => "File",
            FleetText::None => "No server matches.",
            FleetText::FailsMost => "Most common failures",
            FleetText::Expiry => "Expiry by month",
            FleetText::Expired => "Expired",
            FleetText::Later => "Later",
            FleetText::Otherwise => "Rejected for another reason",
            FleetText::Stopped => "Stopped. These servers were checked so far.",
            FleetText::Authorities => "CA certificates only",
            FleetText::Nothing => "No certificate",
            FleetText::Back => "Back to the table",
            FleetText::Unnamed => "(no name)",
            FleetText::Export => "Save what is shown",
            FleetText::Exporting => "Writing the file…",
            FleetText::Host => "The host name is not checked while there are several servers.",
            FleetText::Keys => {
                "Some of these files contained a private key. The keys were removed and never left your browser. Do not give them to any page."
            }
        }
    }

    fn phrase(&self, phrase: &FleetPhrase) -> String {
        match phrase {
            FleetPhrase::Servers(number) => count(whole(*number), "server", "servers"),
            FleetPhrase::Verdicts { passed, failed, open } => {
                let mut text = say!(
                    "{0} accepted, {1} rejected",
                    self.number(whole(*passed)),
                    self.number(whole(*failed))
                );
                if *open > 0 {
                    text.push_str(&say!(", {0} not conclusive", self.number(whole(*open))));
                }
                text
            }
            FleetPhrase::Progress { servers, seconds } => {
                let checked = say!("{0} checked", count(whole(*servers), "server", "servers"));
                match seconds {
                    None => checked,
                    Some(seconds) => {
                        let left = match remaining(*seconds) {
                            (number, false) => count(number, "second", "seconds"),
                            (number, true) => count(number, "minute", "minutes"),
                        };
                        say!("{0}, about {1} left", checked, left)
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
                "{0} without a server certificate",
                count(whole(*number), "file", "files")
            ),
        }
    }
}
