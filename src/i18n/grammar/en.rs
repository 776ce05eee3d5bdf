//! English: dates, numbers, lists, and the names of certificates.
//!
//! Clauses start in lowercase and have no full stop; explanations are whole sentences.

use super::{Grammar, day};
use crate::cert::UnixTime;
use crate::i18n::format::{grouped, listed, say, two};
use crate::i18n::role::Role;
use crate::trust::ListVersion;

/// English.
pub(crate) struct English;

pub(crate) const MONTHS: [&str; 12] = [
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
pub(crate) fn count(number: i64, one: &str, other: &str) -> String {
    say!("{0} {1}", grouped(number, ','), if number == 1 { one } else { other })
}

/// The checked list, as part of a sentence.
pub(crate) fn list_of(edition: &ListVersion) -> String {
    match edition {
        ListVersion::Published { date } => say!("AWS’s list of {0}", day(&English, date)),
        ListVersion::Client { list } => say!("the truststore “{0}”", list),
        ListVersion::Truststore { entries } => {
            say!("your truststore ({0})", count(i64::from(*entries), "entry", "entries"))
        }
        ListVersion::Supplied { entries } => say!(
            "the supplied list ({0})",
            count(i64::from(*entries), "entry", "entries")
        ),
    }
}

impl Grammar for English {
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
            Role::Client => "client certificate",
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
}
