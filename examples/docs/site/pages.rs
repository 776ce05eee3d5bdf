//! Which pages there are, and where their text lies.

use sslengine_doctor::i18n::Locale;

/// Under which heading a page stands in the list of contents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Use,
    Reference,
    Project,
}

/// A page: its name in addresses, its label by language, its Markdown by language.
pub struct Page {
    pub name: &'static str,
    pub group: Group,
    pub labels: [&'static str; 2],
    pub sources: [Option<&'static str>; 2],
}

const fn page(name: &'static str, group: Group, labels: [&'static str; 2], sources: [Option<&'static str>; 2]) -> Page {
    Page {
        name,
        group,
        labels,
        sources,
    }
}

/// All, in the order of the list of contents. The findings' pages are made, not written.
#[rustfmt::skip]
pub const PAGES: &[Page] = &[
    page("index", Group::Use, ["Overview", "Présentation"], [Some("docs/index.md"), Some("docs/fr/index.md")]),
    page("guide", Group::Use, ["User guide", "Guide d’utilisation"], [Some("docs/guide.md"), Some("docs/fr/guide.md")]),
    page("requirements", Group::Use, ["The four requirements", "Les quatre exigences"], [Some("docs/requirements.md"), Some("docs/fr/requirements.md")]),
    page("findings/index", Group::Use, ["Findings", "Constats"], [None, None]),
    page("command", Group::Reference, ["The command", "La commande"], [Some("docs/command.md"), Some("docs/fr/command.md")]),
    page("npm", Group::Reference, ["The npm package", "Le paquet npm"], [Some("npm/README.md"), None]),
    page("share-links", Group::Reference, ["Share links", "Liens de partage"], [Some("docs/share-links.md"), None]),
    page("semantics", Group::Reference, ["How Java judges", "Comment Java juge"], [Some("docs/semantics.md"), None]),
    page("jdk", Group::Reference, ["The JDK, check by check", "Le JDK, pas à pas"], [Some("tests/oracle/FINDINGS.md"), None]),
    page("trust-data", Group::Reference, ["The list of authorities", "La liste des autorités"], [Some("trust/README.md"), None]),
    page("self-hosting", Group::Reference, ["Self-hosting", "Héberger la page"], [Some("docs/self-hosting.md"), None]),
    page("contributing", Group::Project, ["Contributing", "Contribuer"], [Some("CONTRIBUTING.md"), None]),
    page("architecture", Group::Project, ["Architecture", "Architecture"], [Some("docs/architecture.md"), None]),
    page("dependencies", Group::Project, ["Dependencies", "Dépendances"], [Some("docs/dependencies.md"), None]),
    page("toolchain", Group::Project, ["Toolchain", "Outils"], [Some("docs/toolchain.md"), None]),
    page("security", Group::Project, ["Security", "Sécurité"], [Some("SECURITY.md"), None]),
    page("changelog", Group::Project, ["Changelog", "Journal des versions"], [Some("CHANGELOG.md"), None]),
];

/// Files of the project that lie beside the pages.
pub const FILES: &[&str] = &["docs/report.schema.json", "static/icons/favicon.svg"];

impl Page {
    /// Its Markdown in a language; none where it is made, or written in English only.
    pub fn source(&self, locale: Locale) -> Option<&'static str> {
        let [english, french] = self.sources;
        match locale {
            Locale::En => english,
            Locale::Fr => french,
        }
    }

    pub fn label(&self, locale: Locale) -> &'static str {
        let [english, french] = self.labels;
        match locale {
            Locale::En => english,
            Locale::Fr => french,
        }
    }

    /// The language in which a reader of `locale` gets it.
    pub fn language(&self, locale: Locale) -> Locale {
        let made = self.sources.iter().all(Option::is_none);
        if made || self.source(locale).is_some() {
            locale
        } else {
            Locale::En
        }
    }

    /// Where it lies in the site.
    pub fn path(&self, locale: Locale) -> String {
        format!("{}/{}.html", self.language(locale).tag(), self.name)
    }
}
