//! Reads the dates that openssl, curl and Java print.

use crate::cert::UnixTime;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Reads a date at the start of `text`: `Aug 22 00:00:00 2023 GMT` (openssl, curl),
/// `Tue Aug 22 00:00:00 UTC 2023` (Java), or `2023-08-22 00:00:00.000 UTC` (Java 11 and later).
/// Also returns whether it is in UTC.
pub(super) fn moment(text: &str) -> Option<(UnixTime, bool)> {
    let (mut year, mut month, mut day, mut clock, mut utc) = (None, None, None, None, false);
    let words = text
        .split([' ', '\t', ',', ';', ']', '"'])
        .filter(|word| !word.is_empty());
    // A translation may follow the year without a space.
    let words = words.map(|word| word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()));
    for word in words.take(6) {
        let digits = word.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(place) = MONTHS.iter().position(|name| *name == word) {
            month = Some(place.saturating_add(1).to_string());
        } else if word.len() == 10 && word.matches('-').count() == 2 {
            let mut parts = word.split('-').map(str::to_owned);
            (year, month, day) = (parts.next(), parts.next(), parts.next());
        } else if word.matches(':').count() == 2 {
            clock = word.get(..8);
        } else if digits && word.len() == 4 {
            year = Some(word.to_owned());
        } else if digits && word.len() < 3 && day.is_none() {
            day = Some(word.to_owned());
        } else if matches!(word, "GMT" | "UTC" | "Z") {
            utc = true;
        } else if year.is_some() && month.is_some() && day.is_some() && clock.is_some() {
            break;
        }
    }
    let mut stamp = year?;
    for part in [month?, day?] {
        stamp.push_str(if part.len() < 2 { "-0" } else { "-" });
        stamp.push_str(&part);
    }
    stamp.push('T');
    stamp.push_str(clock?);
    stamp.push('Z');
    Some((UnixTime::parse_rfc3339(&stamp).ok()?, utc))
}

/// Finds the two dates of keytool's line on the validity period, whatever its language.
pub(super) fn period(line: &str) -> Option<(&str, &str)> {
    let from = date(line)?;
    let first = line.get(from..)?;
    let until = 3 + date(first.get(3..)?)?;
    Some((first, first.get(until..)?))
}

/// Finds where one of Java's dates begins.
fn date(line: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(colon) = line.get(from..)?.find(' ') {
        let blank = from + colon;
        let day = blank.checked_sub(3).and_then(|start| line.get(start..blank));
        let month = line.get(blank + 1..blank + 4);
        let is_date = day.is_some_and(|day| DAYS.contains(&day)) && month.is_some_and(|month| MONTHS.contains(&month));
        if is_date {
            return blank.checked_sub(3);
        }
        from = blank + 1;
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_dates_of_each_tool() {
        for (text, expected, utc) in [
            ("Aug 22 00:00:00 2023 GMT", "2023-08-22T00:00:00Z", true),
            ("Aug  2 10:20:30 2023 GMT", "2023-08-02T10:20:30Z", true),
            (
                "Aug 22 00:00:00 2023 GMT; NotAfter: Sep 1 00:00:00 2024 GMT",
                "2023-08-22T00:00:00Z",
                true,
            ),
            ("Tue Aug 22 00:00:00 UTC 2023 until: Sun", "2023-08-22T00:00:00Z", true),
            ("Tue Aug 22 02:00:00 CEST 2023,", "2023-08-22T02:00:00Z", false),
            ("2023-08-22 00:00:00.000 UTC\",", "2023-08-22T00:00:00Z", true),
            ("2023-08-22 09:00:00.000 JST", "2023-08-22T09:00:00Z", false),
        ] {
            let (moment, is_utc) = moment(text).unwrap();
            assert_eq!((moment.to_string().as_str(), is_utc), (expected, utc), "{text}");
        }
        for text in [
            "",
            "Aug 22",
            "Foo 22 00:00:00 2023 GMT",
            "Aug 99 00:00:00 2023 GMT",
            "12:00:00",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    #[test]
    fn finds_both_dates_in_any_language() {
        for line in [
            "Valid from: Tue Aug 22 00:00:00 UTC 2023 until: Sun Sep 01 00:00:00 UTC 2024",
            "有効期間の開始日: Tue Aug 22 00:00:00 UTC 2023終了日: Sun Sep 01 00:00:00 UTC 2024",
            "Gültig von: Tue Aug 22 00:00:00 CEST 2023 bis: Sun Sep 01 00:00:00 CEST 2024",
        ] {
            let (from, until) = period(line).unwrap();
            assert!(from.starts_with("Tue Aug") && until.starts_with("Sun Sep"), "{line}");
        }
        assert_eq!(period("Tue Aug 22 00:00:00 UTC 2023"), None);
    }
}
