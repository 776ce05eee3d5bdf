//! The languages that there are.

use serde::{Deserialize, Serialize};

use super::{LaterPhrases, Phrases, en, fr};

/// A language's words, where they are handed over instead of being at hand from the start.
#[cfg(feature = "split")]
#[derive(Clone, Copy)]
pub struct Catalogue(&'static dyn LaterPhrases);

#[cfg(feature = "split")]
impl Catalogue {
    /// The words in French. Whoever names this function carries them.
    #[must_use]
    pub fn french() -> Self {
        Self(&fr::French)
    }
}

/// French, once it was handed over.
#[cfg(feature = "split")]
static FRENCH: std::sync::OnceLock<Catalogue> = std::sync::OnceLock::new();

/// The words in French, where they are at hand.
fn french() -> Option<&'static dyn LaterPhrases> {
    #[cfg(feature = "split")]
    return FRENCH.get().map(|catalogue| catalogue.0);
    #[cfg(not(feature = "split"))]
    Some(&fr::French)
}

/// A language of the page and of the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Locale {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

impl Locale {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Self; 2] = [Self::En, Self::Fr];

    /// The language's tag (BCP 47), as the page's `lang` attribute has it.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
        }
    }

    /// The language's name for itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Fr => "Français",
        }
    }

    /// The language of a tag such as `fr`, `fr-CA` or `FR_ca`; none where it is another.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|l| l.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language of a reader's list (such as `navigator.languages`) that there is, else English.
    #[must_use]
    pub fn from_preferences<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter().find_map(Self::from_tag).unwrap_or_default()
    }

    /// Its catalogue.
    #[must_use]
    pub(super) fn phrases(self) -> &'static dyn Phrases {
        match self {
            Self::En => &en::English,
            Self::Fr => match french() {
                Some(words) => words,
                None => &en::English,
            },
        }
    }

    /// The same with the words of what is loaded later. Not the one way for both: whoever names this carries those words.
    #[must_use]
    pub(super) fn later_phrases(self) -> &'static dyn LaterPhrases {
        match self {
            Self::En => &en::English,
            Self::Fr => match french() {
                Some(words) => words,
                None => &en::English,
            },
        }
    }

    /// True where its words are at hand; until then its text is English.
    #[cfg(feature = "split")]
    #[must_use]
    pub fn is_at_hand(self) -> bool {
        self == Self::En || french().is_some()
    }

    /// Hands over the words in French.
    #[cfg(feature = "split")]
    pub fn hand_over_french(catalogue: Catalogue) {
        // Words that are there already are the same ones.
        let _ = FRENCH.set(catalogue);
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
