//! The pages of the findings: one per code, and the list of all codes.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use sslengine_doctor::guide::vocabulary;
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::json::ReportView;
use sslengine_doctor::report::{FindingKind, RuleId};

use super::examples::{Example, Mode, example};
use super::labels::labels;
use super::layout::{Assets, Frame};
use super::markdown::{Content, inline};
use super::pages::{PAGES, Page};
use super::{escape, pages, relative, words};

/// Longer inputs, in bytes, are not shown on the page; the reader can download them.
const LONGEST_PEM: usize = 9_000;

fn place() -> Result<&'static Page, Box<dyn Error>> {
    Ok(PAGES
        .iter()
        .find(|page| page.name == "findings/index")
        .ok_or("no page for the findings")?)
}

/// Path and content of a code's page.
///
/// # Errors
/// The page table or the report lacks what the page needs.
pub fn page(
    assets: &Assets,
    locale: Locale,
    code: &str,
    example: &Example,
) -> Result<(String, String), Box<dyn Error>> {
    let path = format!("{}/findings/{code}.html", locale.tag());
    let label = labels(locale);
    let detail = &example.finding.detail;
    let text = words::of(locale, detail);
    let rule = RuleId::ALL
        .into_iter()
        .position(|rule| rule == detail.rule())
        .unwrap_or_default();
    let mut out = format!("<h1>{}</h1>\n<dl class=\"facts\">\n", text.title);
    let requirements = relative(&path, &pages::path("requirements", locale));
    for (name, value) in [
        (label.code, format!("<code>{code}</code>")),
        (label.severity, escape(locale.severity(detail.severity()))),
        (
            label.requirement,
            format!(
                "<a href=\"{requirements}\">{}. {}</a>",
                rule.saturating_add(1),
                escape(locale.rule_name(detail.rule()))
            ),
        ),
    ] {
        let _ = writeln!(out, "<div><dt>{name}</dt><dd>{value}</dd></div>");
    }
    out.push_str("</dl>\n");
    for (heading, text) in [
        (label.meaning, text.meaning),
        (label.why, text.why),
        (label.todo, text.todo),
    ] {
        let _ = writeln!(out, "<h2>{heading}</h2>\n<p>{}</p>", inline(text, &path, locale)?);
    }
    if example.reserved {
        let _ = writeln!(
            out,
            "<h2>{}</h2>\n<p>{}</p>",
            label.example,
            inline(label.reserved, &path, locale)?
        );
    } else {
        shown(&mut out, &path, locale, code, example);
    }
    let terms = vocabulary(detail);
    if !terms.is_empty() {
        let _ = write!(out, "<h2>{}</h2>\n<dl class=\"terms\">\n", label.elsewhere);
        for term in terms {
            let number = term.number.map(|number| format!("{number} ")).unwrap_or_default();
            let _ = writeln!(
                out,
                "<div><dt>{}</dt><dd lang=\"en\">{number}{}</dd></div>",
                escape(term.glossary.name()),
                escape(term.text)
            );
        }
        out.push_str("</dl>\n");
    }
    if !example.reserved {
        let json = escape(&serde_json::to_string_pretty(&in_json(locale, code, example)?)?);
        let _ = write!(
            out,
            "<h2>{}</h2>\n<p>{}</p>\n<pre class=\"wrap\"><code>{json}</code></pre>\n<p class=\"soft\">{}</p>\n",
            label.in_json, label.in_json_note, label.generated,
        );
    }
    let frame = Frame {
        assets,
        page: place()?,
        locale,
        path: &path,
        title: Some(text.title),
    };
    let content = Content {
        title: String::new(),
        html: out,
        headings: Vec::new(),
    };
    let html = frame.html(&content);
    Ok((path, html))
}

/// Adds the example: how it was checked, the finding, and how to open it.
fn shown(out: &mut String, path: &str, locale: Locale, code: &str, example: &Example) {
    let label = labels(locale);
    let report = &example.report;
    let mut how = format!("{} {}", label.checked_for, locale.date_time(report.at));
    match example.mode {
        Mode::Plain => {}
        Mode::Skip => how = format!("{how}, {}", label.with_skip),
        Mode::Client(_) => how = format!("{how}, {}", escape(&locale.client_name(report.client.id))),
        Mode::Listed => how = format!("{how}, {}", label.with_list),
        Mode::ClientCertificate => how = format!("{how}, {}", label.as_client),
    }
    let words = locale.finding(report, &example.finding);
    let _ = write!(
        out,
        "<h2>{}</h2>\n<p>{how}.</p>\n<p>{}</p>\n",
        label.example, label.says
    );
    let _ = write!(
        out,
        "<blockquote>\n<p><strong>{}.</strong></p>\n",
        escape(&words.headline())
    );
    if !words.explanation().is_empty() {
        let _ = writeln!(out, "<p>{}</p>", escape(words.explanation()));
    }
    out.push_str("</blockquote>\n");
    match &report.handshake.message {
        Some(message) => {
            let _ = write!(
                out,
                "<p>{}</p>\n<pre class=\"wrap\"><code>{}</code></pre>\n",
                label.java,
                escape(message)
            );
        }
        None => {
            let _ = writeln!(out, "<p>{}</p>", label.java_accepts);
        }
    }
    if !report.fixes.is_empty() {
        let _ = write!(out, "<p>{}</p>\n<ul>\n", label.advice);
        for fix in &report.fixes {
            let _ = writeln!(out, "<li>{}</li>", escape(&locale.fix(report, fix)));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("<p class=\"actions\">");
    if let Some(link) = &example.link {
        let above = "../".repeat(path.split('/').count());
        let _ = write!(out, "<a href=\"{above}#{link}\">{}</a> ", label.open);
    }
    let file = relative(path, &format!("examples/{code}.pem"));
    let _ = writeln!(out, "<a href=\"{file}\" download>{}</a></p>", label.save);
    if example.mode != Mode::Listed {
        let skip = match example.mode {
            Mode::Skip => " --skip-verification".to_owned(),
            Mode::Client(id) => format!(" --client {id} --skip-verification"),
            Mode::ClientCertificate => " --client-certificate".to_owned(),
            Mode::Plain | Mode::Listed => String::new(),
        };
        let _ = write!(
            out,
            "<p>{}</p>\n<pre class=\"wrap\"><code>sslengine-doctor --at {}{skip} {code}.pem</code></pre>\n",
            label.by_command, example.at
        );
    }
    if example.pem.len() <= LONGEST_PEM {
        let _ = write!(
            out,
            "<details>\n<summary>{}</summary>\n<pre tabindex=\"0\"><code>{}</code></pre>\n</details>\n",
            label.certificates, example.pem
        );
    }
}

/// The finding in the JSON report.
fn in_json(locale: Locale, code: &str, example: &Example) -> Result<Value, Box<dyn Error>> {
    let report = serde_json::to_value(ReportView::new(&example.report, locale))?;
    let rules = report
        .get("rules")
        .and_then(Value::as_array)
        .ok_or("a report without rules")?;
    let mut findings = rules
        .iter()
        .filter_map(|rule| rule.get("findings")?.as_array())
        .flatten();
    let found = findings.find(|finding| finding.get("code").and_then(Value::as_str) == Some(code));
    Ok(found.ok_or("a finding that the report does not have")?.clone())
}

/// Path and content of the list of all codes.
///
/// # Errors
/// As [`page`].
pub fn index(project: &Path, assets: &Assets, locale: Locale) -> Result<(String, String), Box<dyn Error>> {
    let path = format!("{}/findings/index.html", locale.tag());
    let label = labels(locale);
    let mut out = format!("<h1>{}</h1>\n<p>{}</p>\n", label.findings, label.findings_intro);
    let mut headings = Vec::new();
    let mut all = Vec::new();
    for code in FindingKind::ALL.iter().map(|kind| kind.code) {
        all.push((code, example(project, code)?.finding.detail));
    }
    for (place, rule) in RuleId::ALL.into_iter().enumerate() {
        let heading = format!("{}. {}", place.saturating_add(1), locale.rule_name(rule));
        let id = format!("requirement-{}", place.saturating_add(1));
        let _ = write!(
            out,
            "<h2 id=\"{id}\">{}</h2>\n<p>{}</p>\n<ul class=\"codes\">\n",
            escape(&heading),
            escape(locale.rule_why(rule))
        );
        headings.push((id, heading));
        for (code, detail) in all.iter().filter(|(_, detail)| detail.rule() == rule) {
            let _ = writeln!(
                out,
                "<li><a href=\"{code}.html\">{}</a> <code>{code}</code> <span class=\"soft\">{}</span></li>",
                words::of(locale, detail).title,
                escape(locale.severity(detail.severity())),
            );
        }
        out.push_str("</ul>\n");
    }
    let frame = Frame {
        assets,
        page: place()?,
        locale,
        path: &path,
        title: None,
    };
    let content = Content {
        title: label.findings.to_owned(),
        html: out,
        headings,
    };
    let html = frame.html(&content);
    Ok((path, html))
}
