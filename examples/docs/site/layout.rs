//! The frame of every page: head, contents and language links.

use std::fmt::Write as _;

use sslengine_doctor::i18n::Locale;

use super::labels::labels;
use super::markdown::Content;
use super::pages::{Group, PAGES, Page, first};
use super::{escape, relative};

/// Paths of the files that every page loads.
pub struct Assets {
    pub style: String,
    pub script: String,
}

/// The frame of one page.
pub struct Frame<'a> {
    pub assets: &'a Assets,
    pub page: &'a Page,
    pub locale: Locale,
    pub path: &'a str,
    /// The page's own title, if it is below a page of the contents.
    pub title: Option<&'a str>,
}

/// Content security policy: only files of this site, and no forms. It is in the page because a host
/// may not send a policy.
const POLICY: &str =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'";

impl Frame<'_> {
    /// The whole page around its text.
    pub fn html(&self, content: &Content) -> String {
        let words = labels(self.locale);
        let title = self.title.unwrap_or(&content.title);
        let mut out = self.head(title);
        let _ = write!(
            out,
            "<body>\n<a class=\"skip visually-hidden\" href=\"#main\">{}</a>\n<header class=\"top\">\n\
             <p class=\"top__name\"><a href=\"{}\">SSLEngine Doctor</a> <a href=\"{}\">{}</a></p>\n\
             <p class=\"top__tools\"><a class=\"top__contents\" href=\"#contents\">{}</a> {}</p>\n</header>\n\
             <div class=\"columns\">\n<main id=\"main\" tabindex=\"-1\">\n",
            words.skip,
            self.checker(),
            relative(self.path, &first(self.locale)),
            words.documentation,
            words.contents,
            self.languages(),
        );
        if content.headings.len() > 2 {
            let (above, below) = after_title(&content.html);
            out.push_str(above);
            let _ = write!(
                out,
                "<nav class=\"within\" aria-label=\"{}\">\n<ul>\n",
                words.on_this_page
            );
            for (id, text) in &content.headings {
                let _ = writeln!(out, "<li><a href=\"#{}\">{}</a></li>", escape(id), escape(text));
            }
            out.push_str("</ul>\n</nav>\n");
            out.push_str(below);
        } else {
            out.push_str(&content.html);
        }
        let _ = write!(out, "</main>\n{}</div>\n</body>\n</html>\n", self.contents());
        out
    }

    fn head(&self, title: &str) -> String {
        let mut out = head(self.assets, self.locale, self.path, title);
        for locale in Locale::ALL.into_iter().filter(|locale| self.is_in(*locale)) {
            let _ = writeln!(
                out,
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">",
                locale.tag(),
                relative(self.path, &self.path_in(locale))
            );
        }
        out.push_str("</head>\n");
        out
    }

    /// The relative path of the checker, which is above the documentation.
    fn checker(&self) -> String {
        "../".repeat(self.path.split('/').count())
    }

    fn is_in(&self, locale: Locale) -> bool {
        self.page.language(locale) == locale
    }

    /// This page in another language.
    fn path_in(&self, locale: Locale) -> String {
        let rest = self.path.split_once('/').map_or(self.path, |(_, rest)| rest);
        format!("{}/{rest}", locale.tag())
    }

    /// Links to this page in the other languages, or to the first page if it is not translated.
    fn languages(&self) -> String {
        let mut out = String::new();
        for locale in Locale::ALL.into_iter().filter(|locale| *locale != self.locale) {
            let there = if self.is_in(locale) {
                self.path_in(locale)
            } else {
                first(locale)
            };
            let tag = locale.tag();
            let way = relative(self.path, &there);
            let _ = write!(
                out,
                "<a href=\"{way}\" lang=\"{tag}\" hreflang=\"{tag}\">{}</a>",
                locale.own_name()
            );
        }
        out
    }

    /// The contents.
    fn contents(&self) -> String {
        let words = labels(self.locale);
        let mut out = format!(
            "<nav class=\"contents\" id=\"contents\" aria-label=\"{}\">\n",
            words.contents
        );
        let _ = writeln!(out, "<p><a href=\"{}\">{}</a></p>", self.checker(), words.checker);
        for (group, heading) in [Group::Use, Group::Reference, Group::Project]
            .into_iter()
            .zip(words.groups)
        {
            let _ = write!(out, "<p class=\"contents__group\">{heading}</p>\n<ul>\n");
            for page in PAGES.iter().filter(|page| page.group == group) {
                let way = relative(self.path, &page.path(self.locale));
                let current = match (page.name == self.page.name, self.title) {
                    (true, None) => " aria-current=\"page\"",
                    (true, Some(_)) => " aria-current=\"true\"",
                    (false, _) => "",
                };
                let language = page.language(self.locale);
                let (other, note) = if language == self.locale {
                    (String::new(), String::new())
                } else {
                    (
                        format!(" hreflang=\"{}\"", language.tag()),
                        format!(" <span class=\"soft\">({})</span>", words.english_only),
                    )
                };
                let _ = writeln!(
                    out,
                    "<li><a href=\"{way}\"{current}{other}>{}</a>{note}</li>",
                    page.label(self.locale)
                );
            }
            out.push_str("</ul>\n");
        }
        out.push_str("</nav>\n");
        out
    }
}

fn head(assets: &Assets, locale: Locale, path: &str, title: &str) -> String {
    let to = |file: &str| relative(path, file);
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{} · SSLEngine Doctor</title>\n<link rel=\"icon\" type=\"image/svg+xml\" href=\"{}\">\n\
         <script src=\"{}\"></script>\n<link rel=\"stylesheet\" href=\"{}\">\n",
        locale.tag(),
        escape(title),
        to("favicon.svg"),
        to(&assets.script),
        to(&assets.style),
    )
}

/// The site's first page, where the reader chooses a language.
pub fn languages(assets: &Assets) -> String {
    let mut out = head(assets, Locale::En, "index.html", "Documentation");
    out.push_str(
        "</head>\n<body>\n<main id=\"main\" class=\"alone\">\n<h1>SSLEngine Doctor: documentation</h1>\n<ul>\n",
    );
    for locale in Locale::ALL {
        let tag = locale.tag();
        let _ = writeln!(
            out,
            "<li><a href=\"{}\" lang=\"{tag}\" hreflang=\"{tag}\">{}</a></li>",
            first(locale),
            locale.own_name()
        );
    }
    out.push_str("</ul>\n</main>\n</body>\n</html>\n");
    out
}

/// Splits the text after its title.
fn after_title(html: &str) -> (&str, &str) {
    let end = html.find("</h1>").map_or(0, |at| at.saturating_add("</h1>".len()));
    html.split_at_checked(end).unwrap_or((html, ""))
}
