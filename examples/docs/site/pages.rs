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
    /// In the order of [`Locale::ALL`].
    pub labels: [&'static str; Locale::ALL.len()],
    /// Where the Markdown is, for the languages in which it is written; empty for a page that is generated.
    pub sources: &'static [(Locale, &'static str)],
}

const fn page(
    name: &'static str,
    group: Group,
    labels: [&'static str; Locale::ALL.len()],
    sources: &'static [(Locale, &'static str)],
) -> Page {
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
    page("index", Group::Use, ["Overview", "Présentation", "Introducción"], &[(Locale::En, "docs/index.md"), (Locale::Fr, "docs/fr/index.md")]),
    page("guide", Group::Use, ["User guide", "Guide d’utilisation", "Guía de uso"], &[(Locale::En, "docs/guide.md"), (Locale::Fr, "docs/fr/guide.md")]),
    page("requirements", Group::Use, ["The four requirements", "Les quatre exigences", "Los cuatro requisitos"], &[(Locale::En, "docs/requirements.md"), (Locale::Fr, "docs/fr/requirements.md")]),
    page("findings/index", Group::Use, ["Findings", "Constats", "Hallazgos"], &[]),
    page("command", Group::Reference, ["The command", "La commande", "El comando"], &[(Locale::En, "docs/command.md"), (Locale::Fr, "docs/fr/command.md")]),
    page("npm", Group::Reference, ["The npm package", "Le paquet npm", "El paquete npm"], &[(Locale::En, "npm/README.md")]),
    page("share-links", Group::Reference, ["Share links", "Liens de partage", "Enlaces para compartir"], &[(Locale::En, "docs/share-links.md")]),
    page("semantics", Group::Reference, ["How Java judges", "Comment Java juge", "Cómo comprueba Java"], &[(Locale::En, "docs/semantics.md")]),
    page("jdk", Group::Reference, ["The JDK, check by check", "Le JDK, pas à pas", "El JDK, paso a paso"], &[(Locale::En, "tests/oracle/FINDINGS.md")]),
    page("trust-data", Group::Reference, ["The list of authorities", "La liste des autorités", "La lista de autoridades"], &[(Locale::En, "trust/README.md")]),
    page("self-hosting", Group::Reference, ["Self-hosting", "Héberger la page", "Alojar la página"], &[(Locale::En, "docs/self-hosting.md")]),
    page("contributing", Group::Project, ["Contributing", "Contribuer", "Contribuir"], &[(Locale::En, "CONTRIBUTING.md")]),
    page("architecture", Group::Project, ["Architecture", "Architecture", "Arquitectura"], &[(Locale::En, "docs/architecture.md")]),
    page("dependencies", Group::Project, ["Dependencies", "Dépendances", "Dependencias"], &[(Locale::En, "docs/dependencies.md")]),
    page("toolchain", Group::Project, ["Toolchain", "Outils", "Herramientas"], &[(Locale::En, "docs/toolchain.md")]),
    page("security", Group::Project, ["Security", "Sécurité", "Seguridad"], &[(Locale::En, "SECURITY.md")]),
    page("changelog", Group::Project, ["Changelog", "Journal des versions", "Registro de cambios"], &[(Locale::En, "CHANGELOG.md")]),
];

/// Files of the project that lie beside the pages.
pub const FILES: &[&str] = &["docs/report.schema.json", "static/icons/favicon.svg"];

impl Page {
    /// Its Markdown in a language; `None` if it is generated, or not written in that language.
    pub fn source(&self, locale: Locale) -> Option<&'static str> {
        let source = self.sources.iter().find(|(language, _)| *language == locale);
        source.map(|(_, path)| *path)
    }

    /// Its label in a language.
    pub fn label(&self, locale: Locale) -> &'static str {
        let labels = Locale::ALL.into_iter().zip(self.labels);
        labels
            .filter(|(language, _)| *language == locale)
            .map(|(_, label)| label)
            .next()
            .unwrap_or(self.name)
    }

    /// The language in which a reader of `locale` gets it.
    pub fn language(&self, locale: Locale) -> Locale {
        if self.sources.is_empty() || self.source(locale).is_some() {
            locale
        } else {
            Locale::En
        }
    }

    /// Its path in the site.
    pub fn path(&self, locale: Locale) -> String {
        format!("{}/{}.html", self.language(locale).tag(), self.name)
    }
}

/// The path of a page, by its name, for readers of a language.
pub fn path(name: &str, locale: Locale) -> String {
    let page = PAGES.iter().find(|page| page.name == name);
    page.map_or_else(|| format!("{}/{name}.html", Locale::En.tag()), |page| page.path(locale))
}

/// The first page of a language: the overview, or the findings if the overview is not written in that language.
pub fn first(locale: Locale) -> String {
    let here = PAGES.iter().find(|page| page.language(locale) == locale);
    here.map_or_else(String::new, |page| page.path(locale))
}
