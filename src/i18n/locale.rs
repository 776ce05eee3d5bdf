//! The table of languages and their texts.

use serde::Serialize;

use super::answer::AnswerWords;
use super::clients::ClientWords;
#[cfg(feature = "cli")]
use super::command::CommandWords;
#[cfg(feature = "cli")]
use super::connection::ConnectionWords;
use super::evidence::EvidenceWords;
use super::findings::FindingWords;
use super::fleet::FleetWords;
use super::grammar::Grammar;
use super::grammar::en::English;
use super::grammar::es::Spanish;
use super::grammar::fr::French;
use super::guide::GuideWords;
use super::input::InputWords;
#[cfg(feature = "share")]
use super::links::{LinkWords, ShareWords};
use super::messages::MessageWords;
use super::page::PageWords;
use super::report::ReportWords;
use super::views::ViewWords;

/// The languages besides English, one row each: variant, tag (BCP 47), own name, type, and the name
/// of the wasm part that `scripts/split.mjs` makes of its texts (`words_` and the tag).
///
/// English is in the first file of each program. The page loads another language when the user
/// chooses it.
macro_rules! languages {
    ($then:ident) => {
        $then! {
            /// French.
            Fr "fr" "Français" French words_fr,
            /// Spanish.
            Es "es" "Español" Spanish words_es,
        }
    };
}
#[cfg(all(feature = "split", feature = "page"))]
pub(crate) use languages;

/// All texts of a language. A missing text does not compile.
pub(crate) trait Language:
    Grammar
    + FindingWords
    + InputWords
    + EvidenceWords
    + MessageWords
    + AnswerWords
    + PageWords
    + ReportWords
    + FleetWords
    + ViewWords
    + GuideWords
    + ClientWords
    + LinkLanguage
    + CommandLanguage
{
}

#[cfg(feature = "share")]
pub(crate) trait LinkLanguage: LinkWords + ShareWords {}
#[cfg(not(feature = "share"))]
pub(crate) trait LinkLanguage {}
#[cfg(feature = "cli")]
pub(crate) trait CommandLanguage: CommandWords + ConnectionWords {}
#[cfg(not(feature = "cli"))]
pub(crate) trait CommandLanguage {}

macro_rules! table {
    ($($(#[$about:meta])* $variant:ident $tag:literal $name:literal $language:ident $part:ident,)*) => {
        /// A language of the page and of the messages.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Locale {
            /// English.
            #[default]
            En,
            $($(#[$about])* $variant,)*
        }

        impl Locale {
            /// All languages, in the order in which the page offers them.
            pub const ALL: [Self; 1 + [$($tag),*].len()] = [Self::En, $(Self::$variant),*];

            /// The language's tag (BCP 47), as in the page's `lang` attribute.
            #[must_use]
            pub fn tag(self) -> &'static str {
                match self {
                    Self::En => "en",
                    $(Self::$variant => $tag,)*
                }
            }

            /// The language's name for itself.
            #[must_use]
            pub fn own_name(self) -> &'static str {
                match self {
                    Self::En => "English",
                    $(Self::$variant => $name,)*
                }
            }

            /// The language's texts; `None` for English and for a language that is not loaded yet.
            fn language(self) -> Option<&'static dyn Language> {
                #[cfg(feature = "split")]
                return LOADED.get(self as usize)?.get().map(|catalogue| catalogue.0);
                #[cfg(not(feature = "split"))]
                match self {
                    Self::En => None,
                    $(Self::$variant => Some(&$language),)*
                }
            }
        }

        #[cfg(feature = "split")]
        impl Catalogue {
            $(
                /// The texts of this language. The caller's wasm file contains them.
                #[must_use]
                pub fn $part() -> Self {
                    Self(&$language)
                }
            )*
        }

        $(
            impl Language for $language {}
            impl LinkLanguage for $language {}
            impl CommandLanguage for $language {}
        )*
    };
}
languages!(table);

/// The texts of a loaded language.
#[cfg(feature = "split")]
#[derive(Clone, Copy)]
pub struct Catalogue(&'static dyn Language);

/// The loaded languages, by the number of their variant.
#[cfg(feature = "split")]
static LOADED: [std::sync::OnceLock<Catalogue>; Locale::ALL.len()] =
    [const { std::sync::OnceLock::new() }; Locale::ALL.len()];

/// Makes an accessor for each subject. A program contains only the English texts of the subjects
/// that it uses.
macro_rules! subjects {
    ($($(#[$condition:meta])* $name:ident $words:ident,)*) => {
        impl Locale {
            $(
                $(#[$condition])*
                pub(in crate::i18n) fn $name(self) -> &'static dyn $words {
                    match self.language() {
                        Some(words) => words,
                        None => &English,
                    }
                }
            )*
        }
    };
}

subjects! {
    grammar Grammar,
    finding_words FindingWords,
    input_words InputWords,
    evidence_words EvidenceWords,
    message_words MessageWords,
    answer_words AnswerWords,
    page_words PageWords,
    report_words ReportWords,
    fleet_words FleetWords,
    view_words ViewWords,
    guide_words GuideWords,
    client_words ClientWords,
    #[cfg(feature = "share")]
    link_words LinkWords,
    #[cfg(feature = "share")]
    share_words ShareWords,
    #[cfg(feature = "cli")]
    command_words CommandWords,
    #[cfg(feature = "cli")]
    connection_words ConnectionWords,
}

impl Locale {
    /// The language of a tag such as `fr`, `fr-CA` or `FR_ca`; `None` if it is not supported.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|l| l.tag().eq_ignore_ascii_case(primary))
    }

    /// The first supported language of the user's list (such as `navigator.languages`), or English.
    #[must_use]
    pub fn from_preferences<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(Self::from_tag).unwrap_or_default()
    }

    /// Whether the language's texts are loaded; until then its texts are English.
    #[cfg(feature = "split")]
    #[must_use]
    pub fn is_loaded(self) -> bool {
        self == Self::En || self.language().is_some()
    }

    /// Stores the texts of a loaded language.
    #[cfg(feature = "split")]
    pub fn keep(self, catalogue: Catalogue) {
        // A second load has the same texts.
        let _ = LOADED.get(self as usize).map(|slot| slot.set(catalogue));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_browser_tags() {
        assert_eq!(Locale::from_tag("fr-CA"), Some(Locale::Fr));
        assert_eq!(Locale::from_tag(" EN_us"), Some(Locale::En));
        assert_eq!(Locale::from_tag("frp"), None);
        assert_eq!(Locale::from_tag(""), None);
        assert_eq!(Locale::from_preferences(["de-DE", "fr", "en"]), Locale::Fr);
        assert_eq!(Locale::from_preferences(["de"]), Locale::En);
    }
}
