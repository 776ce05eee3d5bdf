//! Writes rows as text: CSV for programs and spreadsheets, Markdown for a ticket. First the header,
//! then each row.
//!
//! # References
//! - [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180): commas, CRLF, doubled quotation marks.
//! - [OWASP, CSV injection](https://owasp.org/www-community/attacks/CSV_Injection): fields that a
//!   spreadsheet runs as formulas.

use super::{Row, Totals};
use crate::cert::UnixTime;
use crate::guide::escaped;
use crate::i18n::{ClientText, FleetPhrase, FleetText, Locale, UiPhrase, UiText};
use crate::report::{Outcome, RuleId};
use crate::trust::ClientId;
use crate::visible::visible;

/// The header line. The names are those of the JSON report and do not depend on the language.
#[must_use]
pub fn csv_head() -> &'static str {
    "file,line,name,verdict,supported-ca,validity,chain,key-size,anchor,not-after,days-left,reason,client\r\n"
}

/// Writes a row as a line. `client` is the one for which the servers were checked.
#[must_use]
pub fn csv(row: &Row, at: UnixTime, client: ClientId) -> String {
    let [ca, validity, chain, key] = row.outcomes.map(outcome);
    let number = |value: Option<String>| value.unwrap_or_default();
    let fields = [
        &field(&row.path),
        &number(row.line.map(|line| line.to_string())),
        &field(&row.name),
        row.verdict.as_str(),
        ca,
        validity,
        chain,
        key,
        &field(&row.anchor),
        &number(row.not_after.map(|end| end.to_string())),
        &number(row.days(at).map(|days| days.to_string())),
        &row.reason,
        client.as_str(),
    ];
    [&fields.join(","), "\r\n"].concat()
}

/// Writes untrusted text as a field. Text that a spreadsheet would run as a formula gets an
/// apostrophe, so it stays text; line breaks and invisible characters are replaced by visible ones.
fn field(text: &str) -> String {
    let mut text = visible(text.trim());
    if text.starts_with(['=', '+', '-', '@', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}']) {
        text.insert(0, '\'');
    }
    if text.contains([',', '"', ';', '\'']) {
        ["\"", &text.replace('"', "\"\""), "\""].concat()
    } else {
        text
    }
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Pass => "pass",
        Outcome::Warn => "warn",
        Outcome::Fail => "fail",
        Outcome::Unknown => "unknown",
        Outcome::NotApplicable => "not-applicable",
    }
}

/// Writes heading, client, totals and the table's header.
#[must_use]
pub fn markdown_head(totals: &Totals, client: ClientId, locale: Locale) -> String {
    let mut out = ["## ", locale.ui(UiText::FleetHeading), "\n\n"].concat();
    let line = locale.fleet_phrase(&FleetPhrase::Verdicts {
        passed: totals.passed,
        failed: totals.failed,
        open: totals.open,
    });
    out.push_str(&[&line, " ", &locale.phrase(&UiPhrase::CheckedAt(totals.at())), ".\n\n"].concat());
    if client != ClientId::API_GATEWAY {
        let name = locale.client_name(client);
        let label = locale.client_text(ClientText::Client);
        out.push_str(&[label, locale.ui(UiText::Colon), " ", &escaped(&name), "\n\n"].concat());
    }
    out.push_str(&[locale.fleet(FleetText::FailsMost), locale.ui(UiText::Colon), "\n\n"].concat());
    for (rule, failing) in RuleId::ALL.into_iter().zip(totals.rules) {
        let count = locale.fleet_phrase(&FleetPhrase::Servers(failing));
        out.push_str(
            &[
                "- ",
                locale.rule_name_for(client, rule),
                locale.ui(UiText::Colon),
                " ",
                &count,
                "\n",
            ]
            .concat(),
        );
    }
    out.push_str("\n|");
    let own = [FleetText::Verdict, FleetText::Name].map(|text| locale.fleet(text));
    let rules = RuleId::ALL.map(|rule| locale.rule_name_for(client, rule));
    let rest = [FleetText::Anchor, FleetText::Days, FleetText::File].map(|text| locale.fleet(text));
    for name in own.iter().chain(&rules).chain(&rest) {
        out.push_str(&[" ", name, " |"].concat());
    }
    out.push_str("\n|");
    out.push_str(&" --- |".repeat(9));
    out.push('\n');
    out
}

/// Writes a row as a line of the table.
#[must_use]
pub fn markdown(row: &Row, at: UnixTime, locale: Locale) -> String {
    let days = row.days(at).map(|days| locale.number(days)).unwrap_or_default();
    let mut cells = vec![locale.verdict(row.verdict).to_owned(), escaped(&row.name)];
    cells.extend(row.outcomes.map(|outcome| locale.outcome(outcome).to_owned()));
    cells.extend([escaped(&row.anchor), days, escaped(&row.place())]);
    ["| ", &cells.join(" | "), " |\n"].concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::samples::row;
    use super::*;
    use crate::report::Verdict;

    fn at() -> UnixTime {
        UnixTime::parse_rfc3339("2026-11-23T07:00:00Z").unwrap()
    }

    #[test]
    fn a_row_has_as_many_fields_as_the_header_and_ends_in_crlf() {
        let mut one = row("shop.example", Verdict::Fail, -3);
        one.line = Some(31);
        assert_eq!(
            csv(&one, at(), ClientId::API_GATEWAY),
            "shop.example.pem,31,shop.example,fail,pass,pass,fail,pass,Amazon Root CA 1,2026-11-20T07:00:10Z,-3,issuer-missing,api-gateway\r\n"
        );
        let of_client = csv(&one, at(), ClientId::parse("java-8").unwrap());
        assert!(of_client.ends_with(",java-8\r\n"), "{of_client}");
        assert_eq!(csv_head().matches(',').count(), of_client.matches(',').count());
    }

    #[test]
    fn formulas_become_text() {
        for (text, expected) in [
            ("=1+1", "\"'=1+1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\""),
            ("-2", "\"'-2\""),
            ("  =1", "\"'=1\""),
            ("\t=1", "\"'=1\""),
            ("＝1", "\"'＝1\""),
            ("a,b", "\"a,b\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("a\r\n=1", "a[U+000D][U+000A]=1"),
            (" blank", "blank"),
            ("plain.example", "plain.example"),
        ] {
            assert_eq!(field(text), expected, "{text:?}");
        }
    }

    #[test]
    fn markdown_is_a_table_and_hostile_names_stay_in_their_cell() {
        let mut totals = Totals::new(at());
        let hostile = row("a|b <img src=x> [x](y)", Verdict::Fail, 5);
        totals.add(&hostile);
        for locale in Locale::ALL {
            let head = markdown_head(&totals, ClientId::API_GATEWAY, locale);
            let java = ClientId::parse("temurin-21.0.8").unwrap();
            let of_java = markdown_head(&totals, java, locale);
            assert!(
                of_java.contains(&locale.client_name(java)) && !of_java.contains("API Gateway"),
                "{of_java}"
            );
            assert!(
                of_java.contains(locale.rule_name_for(java, RuleId::SupportedCa)),
                "{of_java}"
            );
            let line = markdown(&hostile, at(), locale);
            let bars = |text: &str| text.replace("\\|", "").matches('|').count();
            assert_eq!(bars(head.lines().last().unwrap()), 10, "{head}");
            assert_eq!(bars(&line), 10, "{line}");
            assert_eq!(bars(head.lines().rev().nth(1).unwrap()), 10);
            assert!(!line.contains('<') && line.contains("\\[x\\](y) |"), "{line}");
        }
    }
}
