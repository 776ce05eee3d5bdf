//! French: dates, numbers, lists, and the names of certificates.
//!
//! Typography: U+00A0 before `:` and inside « », U+202F before `;`, `!` and `?`, the apostrophe
//! `’`. The tests check it. Terms are those of AWS's French article and of Firefox's certificate
//! viewer. Names of certificates are masculine and have no article (`certificat du serveur`),
//! so they fit every sentence.

use super::{Grammar, day};
use crate::cert::UnixTime;
use crate::i18n::format::{grouped, listed, say, two};
use crate::i18n::role::Role;
use crate::trust::ListVersion;

/// French.
pub(crate) struct French;

pub(crate) const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Between groups of three digits, and before `;`, `!` and `?`.
pub(crate) const NARROW: char = '\u{202F}';

/// A count with its noun; in French 0 and 1 are singular.
pub(crate) fn count(number: i64, one: &str, other: &str) -> String {
    say!(
        "{0}\u{A0}{1}",
        grouped(number, NARROW),
        if number.unsigned_abs() < 2 { one } else { other }
    )
}

/// The checked list, as part of a sentence.
pub(crate) fn list_of(edition: &ListVersion) -> String {
    match edition {
        ListVersion::Published { date } => say!("la liste d’AWS du {0}", day(&French, date)),
        ListVersion::Client { list } => say!("le truststore « {0} »", list),
        ListVersion::Truststore { entries } => say!(
            "votre truststore ({0})",
            count(i64::from(*entries), "entrée", "entrées")
        ),
        ListVersion::Supplied { entries } => say!(
            "la liste fournie ({0})",
            count(i64::from(*entries), "entrée", "entrées")
        ),
    }
}

impl Grammar for French {
    fn date(&self, moment: UnixTime) -> String {
        let (year, month, day, ..) = moment.civil();
        let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
        let day = if day == 1 { "1er".to_owned() } else { day.to_string() };
        say!("{0} {1} {2}", day, month, year.to_string())
    }

    fn date_time(&self, moment: UnixTime) -> String {
        let (.., hour, minute, second) = moment.civil();
        say!(
            "{0} à {1}:{2}:{3} UTC",
            self.date(moment),
            two(hour),
            two(minute),
            two(second)
        )
    }

    fn number(&self, number: i64) -> String {
        grouped(number, NARROW)
    }

    fn list(&self, items: &[String]) -> String {
        listed(items, " et ")
    }

    fn days(&self, days: i64) -> String {
        count(days, "jour", "jours")
    }

    fn certificate(&self, role: Role, label: Option<&str>, place: Option<&str>) -> String {
        let mut text = match role {
            Role::Leaf => "certificat du serveur",
            Role::Client => "certificat client",
            Role::Intermediate => "certificat intermédiaire",
            Role::Root => "certificat racine",
            Role::Other => "certificat",
        }
        .to_owned();
        if let Some(label) = label {
            text.push_str(&say!(" « {0} »", label));
        }
        if let Some(place) = place {
            text.push_str(&say!(" (n° {0})", place));
        }
        text
    }

    fn unnamed(&self) -> &'static str {
        "sans nom"
    }
}
