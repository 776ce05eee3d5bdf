//! A reminder of the first expiry as an iCalendar file.
//!
//! # References
//! - [RFC 5545](https://www.rfc-editor.org/rfc/rfc5545): §3.1 lines and folding, §3.3.11 escaping,
//!   §3.6.1 events, §3.6.6 alarms.

use super::Guide;
use crate::cert::UnixTime;
use crate::i18n::{GuidePhrase, Locale, shown};
use crate::report::CertificateReport;

/// The most bytes in a line, without the line break (RFC 5545 §3.1).
const LINE: usize = 75;

impl<'a> Guide<'a> {
    /// The certificate of the path that expires first, except the root: Java does not check a
    /// root's dates. `None` if one has already expired.
    #[must_use]
    pub fn first_expiry(&self) -> Option<&'a CertificateReport> {
        let first = self
            .path()
            .filter(|c| !self.is_root(c.index))
            .min_by_key(|c| c.not_after)?;
        (first.not_after >= self.report.at).then_some(first)
    }

    /// An event at the first expiry with alarms 30 and 7 days before, as `text/calendar`; `None` if
    /// [`Guide::first_expiry`] is `None`. The same report and language give the same bytes: the
    /// event's timestamp is the time of the report.
    #[must_use]
    pub fn calendar(&self, locale: Locale) -> Option<String> {
        let first = self.first_expiry()?;
        let leaf = self.leaf().or_else(|| self.path().next())?;
        let uid: String = leaf.sha256.chars().filter(char::is_ascii_hexdigit).collect();
        let host = self
            .host()
            .map_or_else(|| shown(&leaf.subject_label), |h| h.name.clone());
        let certificate = locale.certificate(self.report, first.index);
        let summary = locale.guide_phrase(&GuidePhrase::ReminderSummary { host: &host });
        let description = locale.guide_phrase(&GuidePhrase::ReminderDescription {
            certificate: &certificate,
            not_after: first.not_after,
        });
        let (summary, description) = (escaped(&summary), escaped(&description));
        let mut out = String::with_capacity(1024);
        let mut line = |name: &str, value: &str| fold(&mut out, &[name, ":", value].concat());
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//SSLEngine Doctor//sslengine-doctor//EN");
        line("BEGIN", "VEVENT");
        line("UID", &[&uid.to_ascii_lowercase(), "@sslengine-doctor"].concat());
        line("DTSTAMP", &stamp(self.report.at));
        line("DTSTART", &stamp(first.not_after));
        line("SUMMARY", &summary);
        line("DESCRIPTION", &description);
        line("TRANSP", "TRANSPARENT");
        for trigger in ["-P30D", "-P7D"] {
            line("BEGIN", "VALARM");
            line("ACTION", "DISPLAY");
            line("TRIGGER", trigger);
            line("DESCRIPTION", &summary);
            line("END", "VALARM");
        }
        line("END", "VEVENT");
        line("END", "VCALENDAR");
        Some(out)
    }
}

/// Formats a time in UTC: `20260601T000000Z` (RFC 5545 §3.3.5).
fn stamp(moment: UnixTime) -> String {
    let (year, month, day, hour, minute, second) = moment.civil();
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// Escapes a value of type TEXT (RFC 5545 §3.3.11); control characters become spaces.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// Adds a line, folded between characters into parts of at most 75 bytes (RFC 5545 §3.1).
fn fold(out: &mut String, text: &str) {
    let mut used = 0_usize;
    for c in text.chars() {
        if used.saturating_add(c.len_utf8()) > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used = used.saturating_add(c.len_utf8());
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_bytes_between_characters() {
        let text = ["SUMMARY:", &"é".repeat(100)].concat();
        let mut out = String::new();
        fold(&mut out, &text);
        let lines: Vec<&str> = out.split_terminator("\r\n").collect();
        assert!(lines.len() > 2 && lines.iter().all(|l| l.len() <= 75), "{lines:?}");
        assert_eq!(out.replace("\r\n ", "").trim_end(), text);
        let mut exact = String::new();
        fold(&mut exact, &"x".repeat(75));
        assert_eq!(exact, "x".repeat(75) + "\r\n");
    }

    #[test]
    fn text_cannot_end_a_line_or_a_value() {
        assert_eq!(escaped("a;b,c\\d\r\nEND:VEVENT"), "a\\;b\\,c\\\\d \\nEND:VEVENT");
    }
}
