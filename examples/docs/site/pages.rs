//! The table of pages: name, labels, and source files.

use sslengine_doctor::i18n::Locale;

/// The heading of a page in the contents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Group {
    Use,
    Reference,
    Project,
}

/// A page of the site.
pub struct Page {
    /// The name in addresses.
    pub name: &'static str,
    pub group: Group,
    /// One per language, in the order of [`Locale::ALL`].
    pub labels: [&'static str; Locale::ALL.len()],
    /// Languages and Markdown files; empty for a generated page.
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

/// All pages, in the order of the contents. The pages of the findings are generated.
#[rustfmt::skip]
pub const PAGES: &[Page] = &[
    page("index", Group::Use, ["Overview", "Présentation", "Introducción"], &[(Locale::En, "docs/index.md"), (Locale::Fr, "docs/fr/index.md"), (Locale::Es, "docs/es/index.md")]),
    page("guide", Group::Use, ["User guide", "Guide d’utilisation", "Guía de uso"], &[(Locale::En, "docs/guide.md"), (Locale::Fr, "docs/fr/guide.md"), (Locale::Es, "docs/es/guide.md")]),
    page("requirements", Group::Use, ["The four requirements", "Les quatre exigences", "Los cuatro requisitos"], &[(Locale::En, "docs/requirements.md"), (Locale::Fr, "docs/fr/requirements.md"), (Locale::Es, "docs/es/requirements.md")]),
    page("findings/index", Group::Use, ["Findings", "Constats", "Hallazgos"], &[]),
    page("clients", Group::Use, ["Clients", "Clients", "Clientes"], &[(Locale::En, "docs/clients.md")]),
    page("command", Group::Reference, ["The command", "La commande", "El comando"], &[(Locale::En, "docs/command.md"), (Locale::Fr, "docs/fr/command.md"), (Locale::Es, "docs/es/command.md")]),
    page("ci", Group::Reference, ["In pipelines", "Dans un pipeline", "En un pipeline"], &[(Locale::En, "docs/ci.md")]),
    page("npm", Group::Reference, ["The npm package", "Le paquet npm", "El paquete npm"], &[(Locale::En, "npm/README.md")]),
    page("share-links", Group::Reference, ["Share links", "Liens de partage", "Enlaces para compartir"], &[(Locale::En, "docs/share-links.md")]),
    page("semantics", Group::Reference, ["How Java checks", "Comment Java vérifie", "Cómo comprueba Java"], &[(Locale::En, "docs/semantics.md")]),
    page("jdk", Group::Reference, ["The JDK, check by check", "Le JDK, vérification par vérification", "El JDK, comprobación por comprobación"], &[(Locale::En, "tests/oracle/FINDINGS.md")]),
    page("trust-data", Group::Reference, ["The CA list", "La liste des AC", "La lista de CA"], &[(Locale::En, "trust/README.md")]),
    page("self-hosting", Group::Reference, ["Self-hosting", "Héberger la page", "Alojar la página"], &[(Locale::En, "docs/self-hosting.md")]),
    page("contributing", Group::Project, ["Contributing", "Contribuer", "Contribuir"], &[(Locale::En, "CONTRIBUTING.md")]),
    page("architecture", Group::Project, ["Architecture", "Architecture", "Arquitectura"], &[(Locale::En, "docs/architecture.md")]),
    page("dependencies", Group::Project, ["Dependencies", "Dépendances", "Dependencias"], &[(Locale::En, "docs/dependencies.md")]),
    page("toolchain", Group::Project, ["Toolchain", "Outils", "Herramientas"], &[(Locale::En, "docs/toolchain.md")]),
    page("security", Group::Project, ["Security", "Sécurité", "Seguridad"], &[(Locale::En, "SECURITY.md")]),
    page("changelog", Group::Project, ["Changelog", "Journal des versions", "Registro de cambios"], &[(Locale::En, "CHANGELOG.md")]),
];

/// Project files that are copied next to the pages.
pub const FILES: &[&str] = &["docs/report.schema.json", "static/icons/favicon.svg"];

impl Page {
    /// Its Markdown file in a language; `None` if the page is generated or not translated.
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

    /// The language that a reader of `locale` gets: English if the page is not translated.
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

/// The path of a page by name, for a reader of `locale`.
pub fn path(name: &str, locale: Locale) -> String {
    let page = PAGES.iter().find(|page| page.name == name);
    page.map_or_else(|| format!("{}/{name}.html", Locale::En.tag()), |page| page.path(locale))
}

/// The path of the first page in a language: the overview, or the findings if the overview is
/// not translated.
pub fn first(locale: Locale) -> String {
    let here = PAGES.iter().find(|page| page.language(locale) == locale);
    here.map_or_else(String::new, |page| page.path(locale))
}
