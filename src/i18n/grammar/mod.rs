//! Dates, numbers, lists and names of certificates in each language.

pub(crate) mod en;
pub(crate) mod es;
pub(crate) mod fr;

use super::format::shown;
use super::role::Role;
use crate::cert::UnixTime;

/// How a language writes dates, numbers, lists, and the names of certificates.
pub(crate) trait Grammar: Sync {
    /// Day, month and year.
    fn date(&self, moment: UnixTime) -> String;
    /// Day, month, year, hour, minute, second and time zone.
    fn date_time(&self, moment: UnixTime) -> String;
    /// A whole number in groups of three.
    fn number(&self, number: i64) -> String;
    /// Items separated by commas, with the language's “and” before the last one.
    fn list(&self, items: &[String]) -> String;
    /// A number of days.
    fn days(&self, days: i64) -> String;
    /// A certificate without article: role, label, and its place from 1 if given.
    fn certificate(&self, role: Role, label: Option<&str>, place: Option<&str>) -> String;
    /// The replacement for an empty label.
    fn unnamed(&self) -> &'static str;
}

/// The date of AWS's list, such as `2022-01-24`, in a language.
#[must_use]
fn list_date(date: &str, words: &dyn Grammar) -> String {
    let moment = UnixTime::parse_rfc3339(&[date, "T00:00:00Z"].concat());
    moment.map_or_else(|_| shown(date), |moment| words.date(moment))
}

/// A label made safe for a sentence, or the replacement for an empty one.
#[must_use]
pub(in crate::i18n) fn named(words: &dyn Grammar, label: &str) -> String {
    let text = shown(label);
    if text.is_empty() {
        words.unnamed().to_owned()
    } else {
        text
    }
}
