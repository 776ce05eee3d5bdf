//! All texts in all languages, in `tests/golden/<subject>.<language>.txt`, so that a diff shows
//! every change of wording.
//!
//! A text without a sample does not compile (`tests/native/samples`). After an intended change:
//! `UPDATE_GOLDEN=1 cargo test golden`.

use crate::samples;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use crate::samples::{good_report, hostname, phrases, report, report_with};
use sslengine_doctor::i18n::{
    AnswerText, CliText, Explanation, FleetText, GuideText, KindText, Locale, Nothing, ReportText, Step, UiText,
    ViewText, verdict_sentence,
};
use sslengine_doctor::ingest::{Dropped, LogKind};
use sslengine_doctor::report::*;
use sslengine_doctor::share::Summary;

/// The texts of one file: keys and texts, in the order of the samples.
#[derive(Default)]
struct Page {
    text: String,
    seen: BTreeMap<String, u32>,
}

impl Page {
    /// Adds the paragraphs of one text. Texts with the same key are numbered.
    fn add(&mut self, key: &str, paragraphs: &[&str]) {
        let seen = self.seen.entry(key.to_owned()).or_default();
        *seen += 1;
        self.text.push_str(key);
        if *seen > 1 {
            self.text.push_str(&format!(" ({seen})"));
        }
        self.text.push('\n');
        for line in paragraphs.iter().flat_map(|p| p.lines()) {
            self.text.push_str(&format!("    {line}\n"));
        }
        self.text.push('\n');
    }

    /// Adds a clause and its explanation.
    fn words(&mut self, key: &str, words: &Explanation) {
        self.add(key, &[words.clause(), words.explanation()]);
    }

    /// Adds the text of a value, under the name of its variant.
    fn value(&mut self, value: &impl std::fmt::Debug, text: &str) {
        self.add(&variant(value), &[text]);
    }
}

/// The name of a value's variant.
fn variant(value: &impl std::fmt::Debug) -> String {
    let text = format!("{value:?}");
    text.chars().take_while(|c| c.is_alphanumeric()).collect()
}

/// Clauses, explanations and what to do.
fn findings(locale: Locale) -> Page {
    let (mut page, report) = (Page::default(), good_report());
    for (detail, _) in samples::details() {
        let finding = Finding::on(CertIndex(0), detail);
        page.words(finding.detail.code(), &locale.finding(&report, &finding));
    }
    for index in [0, 1, 2, 9] {
        page.add("certificate", &[&locale.certificate(&report, CertIndex(index))]);
    }
    page
}

fn fixes(locale: Locale) -> Page {
    let (mut page, report) = (Page::default(), good_report());
    for (fix, _) in samples::fixes() {
        page.value(&fix, &locale.fix(&report, &fix));
    }
    page
}

/// The four requirements and the texts of the verdict.
fn verdict(locale: Locale) -> Page {
    let mut page = Page::default();
    for rule in RuleId::ALL {
        let texts = [locale.rule_name(rule), locale.rule_title(rule), locale.rule_why(rule)];
        page.value(&rule, &texts.join("\n"));
    }
    for (outcome, _) in phrases::outcomes() {
        page.add(&format!("Outcome::{outcome:?}"), &[locale.outcome(outcome)]);
    }
    for (severity, _) in phrases::severities() {
        page.add(&format!("Severity::{severity:?}"), &[locale.severity(severity)]);
    }
    for (verdict, _) in phrases::verdicts() {
        page.add(&format!("Verdict::{verdict:?}"), &[locale.verdict(verdict)]);
    }
    for (status, _) in phrases::validities() {
        page.add(&format!("Validity::{status:?}"), &[locale.validity(status)]);
    }
    for (status, _) in phrases::signatures() {
        page.add(&format!("Signature::{status:?}"), &[locale.signature(status)]);
    }
    let names: Vec<String> = (0..8).map(|i| format!("n{i}.example")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let hosts = [
        hostname(true, NameSource::SanDns, &["*.example.org"]),
        hostname(false, NameSource::SanDns, &["a.example"]),
        hostname(false, NameSource::SanDns, &names),
        hostname(false, NameSource::SanIp, &[]),
        hostname(false, NameSource::SanIp, &["10.0.0.1"]),
        hostname(false, NameSource::CommonName, &["api.example.com"]),
    ];
    for host in &hosts {
        page.words("host name", &locale.hostname(&report(), host));
    }
    let mut sentence =
        |key: &str, report: &Report| page.add(&format!("sentence: {key}"), &[&verdict_sentence(report, locale)]);
    sentence("nothing wrong", &good_report());
    for host in &hosts {
        let mut report = report_with(&[], host.accepted);
        report.hostname = Some(host.clone());
        sentence("host name", &report);
    }
    sentence("everything wrong", &report());
    for (detail, _) in samples::details() {
        for accepted in [true, false] {
            let key = format!("{}, {}", detail.code(), if accepted { "accepted" } else { "refused" });
            let report = report_with(&[Finding::on(CertIndex(0), detail.clone())], accepted);
            sentence(&key, &report);
        }
    }
    page
}

fn repair(locale: Locale) -> Page {
    let mut page = Page::default();
    for (repair, _) in phrases::repairs() {
        page.words(&variant(&repair.status), &locale.repair_status(&repair));
    }
    for (change, _) in phrases::changes() {
        page.value(&change, &locale.repair_change(&change));
    }
    page
}

/// Remarks about the input: repairs, dropped items, findings.
fn input(locale: Locale) -> Page {
    let mut page = Page::default();
    for (note, _) in samples::notes() {
        page.value(&note, &locale.note(&[], &note));
    }
    for (dropped, _) in samples::dropped() {
        page.value(&dropped.reason, &locale.dropped(&[], &dropped));
    }
    let files = [String::new(), "a/b.pem".to_owned()];
    for (dropped, _) in samples::dropped().into_iter().take(1) {
        let in_file = Dropped {
            at: samples::FILE,
            ..dropped
        };
        page.add("in a file", &[&locale.dropped(&[], &in_file)]);
        page.add("in a file", &[&locale.dropped(&files, &in_file)]);
    }
    for (nothing, key) in [
        (Nothing::Empty, "nothing: empty"),
        (
            Nothing::NoCertificate(&InputReport::default()),
            "nothing: no certificate",
        ),
        (
            Nothing::NoCertificate(&report().input),
            "nothing: no certificate, but other things",
        ),
    ] {
        page.add(key, &[&locale.nothing(&nothing)]);
    }
    page
}

fn log_messages(locale: Locale) -> Page {
    let mut page = Page::default();
    for (message, _) in samples::log_messages() {
        page.words(&variant(&message.kind), &locale.log_message(&message));
    }
    for message in samples::explained_messages() {
        let key = match &message.kind {
            LogKind::Known {
                meaning, tool: None, ..
            } => format!("{meaning:?}"),
            LogKind::Known { tool: Some(tool), .. } => format!("{tool:?}"),
            LogKind::OtherAlert { alert, side, .. } => format!("alert {alert}, received by {side:?}"),
            other => format!("{other:?}"),
        };
        page.words(&key, &locale.log_message(&message));
    }
    page
}

/// Descriptions of certificates, and logs that contradict the check.
fn evidence(locale: Locale) -> Page {
    let mut page = Page::default();
    page.add("heading", &[locale.described_heading()]);
    let mut input = report().input;
    for (described, _) in samples::described() {
        input.hints.described = vec![described.clone()];
        for note in sslengine_doctor::evidence::descriptions(&input, None, None) {
            page.value(&described.tool, &locale.described(&[], &note));
        }
    }
    for (observation, _) in samples::observations() {
        page.value(&observation, &samples::with_observation(locale, &observation));
    }
    for (conflict, _) in samples::log_conflicts() {
        page.value(&conflict, &locale.log_conflict(&[], &conflict));
    }
    input.dropped.clear();
    page.add("nothing: messages", &[&locale.nothing(&Nothing::NoCertificate(&input))]);
    for (message, _) in samples::log_messages().into_iter().take(2) {
        page.value(&message.kind, &locale.log_text(&message, true));
    }
    page
}

/// The texts about share links.
fn links(locale: Locale) -> Page {
    let mut page = Page::default();
    for (error, _) in phrases::link_errors() {
        page.value(&error, &locale.link_error(&error));
    }
    for (error, _) in phrases::encode_errors() {
        page.add(&format!("encode: {}", variant(&error)), &[&locale.encode_error(&error)]);
    }
    for (error, _) in phrases::qr_errors() {
        page.add(
            &format!("code to scan: {}", variant(&error)),
            &[&locale.qr_error(&error)],
        );
    }
    for (why, _) in phrases::unresolved() {
        page.value(&why, &locale.link_unresolved(&why));
    }
    let (then, expired) = (
        good_report(),
        samples::details().into_iter().find(|(d, _)| d.code() == "expired"),
    );
    let mut now = report_with(&[Finding::on(CertIndex(0), expired.unwrap().0)], false);
    now.tool.trust_list_version = "2031-01-02".into();
    now.tool.version = "9.8.7".to_owned();
    let mut supplied = now.clone();
    supplied.tool.trust_list_version = "supplied:398".into();
    for (a, b) in [(&then, &then), (&then, &now), (&now, &then), (&then, &supplied)] {
        page.add("changes", &[&locale.link_changes(&Summary::of(a).changes(b))]);
    }
    page
}

/// The texts that the page needs for its first answer.
fn page(locale: Locale) -> Page {
    let mut page = Page::default();
    for text in UiText::ALL {
        page.value(text, locale.ui(*text));
    }
    for text in KindText::ALL {
        page.value(text, locale.kind(*text));
    }
    for (phrase, _) in phrases::page() {
        page.value(&phrase, &locale.phrase(&phrase));
    }
    page
}

/// The answer: verdict, next step, chain, row of requirements.
fn answer(locale: Locale) -> Page {
    let mut page = Page::default();
    for text in AnswerText::ALL {
        page.value(text, locale.answer(*text));
    }
    for (phrase, _) in phrases::answer() {
        page.value(&phrase, &locale.answer_phrase(&phrase));
    }
    for (instruction, _) in phrases::instructions() {
        page.value(&instruction, &locale.step(&good_report(), &Step::Say(instruction)));
    }
    page
}

/// The report below the four requirements.
fn details(locale: Locale) -> Page {
    let mut page = Page::default();
    for text in ReportText::ALL {
        page.value(text, locale.report(*text));
    }
    for (phrase, _) in phrases::report() {
        page.value(&phrase, &locale.report_phrase(&phrase));
    }
    page
}

fn fleet(locale: Locale) -> Page {
    let mut page = Page::default();
    for text in FleetText::ALL {
        page.value(text, locale.fleet(*text));
    }
    for (phrase, _) in phrases::fleet() {
        page.value(&phrase, &locale.fleet_phrase(&phrase));
    }
    page
}

fn views(locale: Locale) -> Page {
    let mut page = Page::default();
    for text in ViewText::ALL {
        page.value(text, locale.view(*text));
    }
    page.add("rows", &[&locale.rows_of(12, 235)]);
    page
}

fn guide(locale: Locale) -> Page {
    let mut page = Page::default();
    for text in GuideText::ALL {
        page.value(text, locale.guide(*text));
    }
    for (phrase, _) in phrases::guide() {
        page.value(&phrase, &locale.guide_phrase(&phrase));
    }
    page
}

fn command(locale: Locale) -> Page {
    let mut page = Page::default();
    for text in CliText::ALL {
        page.value(text, locale.cli(*text));
    }
    for (phrase, _) in phrases::command() {
        page.value(&phrase, &locale.cli_phrase(&phrase));
    }
    page
}

#[test]
fn texts_are_those_of_the_golden_files() {
    type Subject = (&'static str, fn(Locale) -> Page);
    let subjects: [Subject; 15] = [
        ("findings", findings),
        ("fixes", fixes),
        ("verdict", verdict),
        ("repair", repair),
        ("input", input),
        ("log-messages", log_messages),
        ("evidence", evidence),
        ("links", links),
        ("page", page),
        ("answer", answer),
        ("report", details),
        ("fleet", fleet),
        ("views", views),
        ("guide", guide),
        ("command", command),
    ];
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    for (subject, texts) in subjects {
        for locale in Locale::ALL {
            let name = format!("{subject}.{}.txt", locale.tag());
            let path = folder.join(&name);
            let text = texts(locale).text;
            let kept = crate::common::golden(&path, &text);
            let kept: BTreeSet<&str> = kept.split("\n\n").collect();
            let now: BTreeSet<&str> = text.split("\n\n").collect();
            wrong.extend(kept.difference(&now).map(|t| format!("{name}: no longer\n{t}")));
            wrong.extend(now.difference(&kept).map(|t| format!("{name}: new\n{t}")));
            names.insert(name);
        }
    }
    let files = std::fs::read_dir(&folder).unwrap().map(|f| f.unwrap());
    for file in files.filter(|f| f.path().extension().is_some_and(|e| e == "txt")) {
        let name = file.file_name().into_string().unwrap();
        if !names.contains(&name) {
            wrong.push(format!("{name} belongs to no subject and language: delete it"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n\nIf this is intended: UPDATE_GOLDEN=1 cargo test golden",
        wrong.join("\n")
    );
}
