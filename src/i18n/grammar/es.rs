//! Spanish: dates, numbers, lists, and the names of certificates.
//!
//! Typography: « » without spaces, ¿ and ¡ at the start, U+202F between groups of three digits. The
//! tests check it. The tone is that of AWS's Spanish documentation: imperatives without a pronoun.
//! Names of certificates are masculine and have no article (`certificado del servidor`), so they
//! fit every sentence.

use super::{Grammar, day};
use crate::cert::UnixTime;
use crate::i18n::format::{grouped, listed, say, two};
use crate::i18n::role::Role;
use crate::trust::ListVersion;

/// Spanish.
pub(crate) struct Spanish;

pub(crate) const MONTHS: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

/// Between groups of three digits.
pub(crate) const NARROW: char = '\u{202F}';

/// A count with its noun.
pub(crate) fn count(number: i64, one: &str, other: &str) -> String {
    say!(
        "{0}\u{A0}{1}",
        grouped(number, NARROW),
        if number == 1 { one } else { other }
    )
}

/// The checked list, as part of a sentence.
pub(crate) fn list_of(edition: &ListVersion) -> String {
    match edition {
        ListVersion::Published { date } => say!("la lista de AWS del {0}", day(&Spanish, date)),
        ListVersion::Client { list } => say!("el truststore «{0}»", list),
        ListVersion::Truststore { entries } => {
            say!("su truststore ({0})", count(i64::from(*entries), "entrada", "entradas"))
        }
        ListVersion::Supplied { entries } => say!(
            "la lista proporcionada ({0})",
            count(i64::from(*entries), "entrada", "entradas")
        ),
    }
}

impl Grammar for Spanish {
    fn date(&self, moment: UnixTime) -> String {
        let (year, month, day, ..) = moment.civil();
        let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
        say!("{0} de {1} de {2}", day.to_string(), month, year.to_string())
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
        grouped(number, NARROW)
    }

    fn list(&self, items: &[String]) -> String {
        // «y» becomes «e» before the sound i: «a e identrust», but «a y hierro».
        let last = items.last().map_or("", String::as_str).trim_start_matches(['h', 'H']);
        let diphthong = last.chars().nth(1).is_some_and(|c| "aeo".contains(c));
        let sounds_i = last.starts_with(['i', 'I', 'í', 'Í']) && !diphthong;
        listed(items, if sounds_i { " e " } else { " y " })
    }

    fn days(&self, days: i64) -> String {
        count(days, "día", "días")
    }

    fn certificate(&self, role: Role, label: Option<&str>, place: Option<&str>) -> String {
        let mut text = match role {
            Role::Leaf => "certificado del servidor",
            Role::Client => "certificado de cliente",
            Role::Intermediate => "certificado intermedio",
            Role::Root => "certificado raíz",
            Role::Other => "certificado",
        }
        .to_owned();
        if let Some(label) = label {
            text.push_str(&say!(" «{0}»", label));
        }
        if let Some(place) = place {
            text.push_str(&say!(" (n.º\u{A0}{0})", place));
        }
        text
    }

    fn unnamed(&self) -> &'static str {
        "sin nombre"
    }
}
