//! Converts Markdown to HTML. Links between project files become links between pages, and finding
//! codes link to their pages.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::FindingKind;

use super::labels::labels;
use super::pages::{FILES, PAGES};
use super::{escape, relative};

/// A rendered page with its headings.
pub struct Content {
    pub title: String,
    pub html: String,
    /// Identifier and text of each heading of the second level.
    pub headings: Vec<(String, String)>,
}

struct Renderer<'a> {
    /// The Markdown file's path in the project; links are relative to it.
    source: &'a str,
    /// The path of the generated page.
    path: &'a str,
    locale: Locale,
}

/// Renders a whole file.
///
/// # Errors
/// The Markdown contains a picture or HTML.
pub fn page(text: &str, source: &str, path: &str, locale: Locale) -> Result<Content, String> {
    Renderer { source, path, locale }.render(text)
}

/// Renders one paragraph without `<p>`.
///
/// # Errors
/// As [`page`].
pub fn inline(text: &str, path: &str, locale: Locale) -> Result<String, String> {
    let content = Renderer {
        source: "",
        path,
        locale,
    }
    .render(text)?;
    let bare = content
        .html
        .trim()
        .strip_prefix("<p>")
        .and_then(|html| html.strip_suffix("</p>"));
    Ok(bare.ok_or_else(|| format!("more than a paragraph: {text}"))?.to_owned())
}

impl Renderer<'_> {
    fn render(&self, text: &str) -> Result<Content, String> {
        let events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
        let mut out: Vec<Event<'_>> = Vec::with_capacity(events.len());
        let (mut title, mut headings, mut ids) = (String::new(), Vec::new(), BTreeSet::new());
        // A code inside a link or a heading gets no link of its own.
        let mut inside = 0_usize;
        let mut dropped_links = Vec::new();
        let mut tables = 0_usize;
        for (at, event) in events.iter().enumerate() {
            match event.clone() {
                Event::Start(Tag::Heading { level, .. }) => {
                    inside += 1;
                    let words = text_of(events.get(at..).unwrap_or_default());
                    let id = identifier(&words, &mut ids);
                    match level {
                        HeadingLevel::H1 if title.is_empty() => title = words,
                        HeadingLevel::H2 => headings.push((id.clone(), words)),
                        _ => {}
                    }
                    let tag = Tag::Heading {
                        level,
                        id: Some(id.into()),
                        classes: Vec::new(),
                        attrs: Vec::new(),
                    };
                    out.push(Event::Start(tag));
                }
                Event::End(TagEnd::Heading(level)) => {
                    inside = inside.saturating_sub(1);
                    out.push(Event::End(TagEnd::Heading(level)));
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) => {
                    inside += 1;
                    let target = self.target(&dest_url);
                    dropped_links.push(target.is_none());
                    if let Some(target) = target {
                        out.push(Event::Start(Tag::Link {
                            link_type,
                            dest_url: target.into(),
                            title,
                            id,
                        }));
                    }
                }
                Event::End(TagEnd::Link) => {
                    inside = inside.saturating_sub(1);
                    if dropped_links.pop() == Some(false) {
                        out.push(Event::End(TagEnd::Link));
                    }
                }
                Event::Code(code) if inside == 0 => out.push(self.code(code)),
                Event::Start(Tag::Table(columns)) => {
                    tables += 1;
                    let name = format!("{} {tables}", labels(self.locale).table);
                    out.push(html_event(format!(
                        "<div class=\"table\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">"
                    )));
                    out.push(Event::Start(Tag::Table(columns)));
                }
                Event::End(TagEnd::Table) => {
                    out.push(Event::End(TagEnd::Table));
                    out.push(html_event("</div>".to_owned()));
                }
                Event::Start(Tag::CodeBlock(_)) => out.push(Event::Start(Tag::CodeBlock(CodeBlockKind::Indented))),
                Event::Start(Tag::Image { .. }) => return Err("a picture, which pages do not show".to_owned()),
                // Comments mark examples for the tests. Other HTML is not supported.
                Event::Html(text) | Event::InlineHtml(text) if text.trim().starts_with("<!--") => {}
                Event::Html(text) | Event::InlineHtml(text) => return Err(format!("HTML in Markdown: {text}")),
                event => out.push(event),
            }
        }
        let mut rendered = String::new();
        html::push_html(&mut rendered, out.into_iter());
        // Makes long lines scrollable with the keyboard. An empty cell is not a heading.
        let html = rendered
            .replace("<pre>", "<pre tabindex=\"0\">")
            .replace("<th></th>", "<td></td>");
        Ok(Content { title, html, headings })
    }

    /// The target of a link in the site; `None` for a file that is only in the project.
    fn target(&self, link: &str) -> Option<String> {
        if link.contains("://") || link.starts_with('#') {
            return Some(link.to_owned());
        }
        let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
        let mut parts: Vec<&str> = self.source.split('/').collect();
        parts.pop();
        for part in file.split('/') {
            match part {
                "." | "" => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        let file = parts.join("/");
        let page = PAGES
            .iter()
            .find(|page| page.sources.iter().any(|(_, path)| *path == file));
        let to = match page {
            Some(page) => page.path(self.locale),
            // The source file of the codes; the site has a list of them.
            None if file == "src/report/findings.rs" => format!("{}/findings/index.html", self.locale.tag()),
            None => FILES.iter().find(|path| **path == file)?.rsplit('/').next()?.to_owned(),
        };
        let way = relative(self.path, &to);
        Some(if fragment.is_empty() {
            way
        } else {
            format!("{way}#{fragment}")
        })
    }

    fn code<'e>(&self, code: CowStr<'e>) -> Event<'e> {
        let known = FindingKind::ALL.iter().any(|kind| kind.code == &*code);
        let to = if known {
            Some(format!("{}/findings/{code}.html", self.locale.tag()))
        } else {
            super::clients::path(&code)
        };
        let Some(to) = to.filter(|to| to != self.path) else {
            return Event::Code(code);
        };
        html_event(format!(
            "<a href=\"{}\"><code>{}</code></a>",
            relative(self.path, &to),
            escape(&code)
        ))
    }
}

fn html_event<'e>(text: String) -> Event<'e> {
    Event::InlineHtml(text.into())
}

/// The text of the heading that starts here.
fn text_of(events: &[Event<'_>]) -> String {
    let inside = events
        .iter()
        .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))));
    let texts = inside.filter_map(|event| match event {
        Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
        _ => None,
    });
    texts.collect()
}

/// The identifier that GitHub gives a heading, so links work in both places.
fn identifier(text: &str, taken: &mut BTreeSet<String>) -> String {
    let kept = text.to_lowercase();
    let kept = kept
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    let id: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
    let mut unique = id.clone();
    let mut number = 1;
    while !taken.insert(unique.clone()) || matches!(unique.as_str(), "main" | "contents") {
        unique = format!("{id}-{number}");
        number += 1;
    }
    unique
}
