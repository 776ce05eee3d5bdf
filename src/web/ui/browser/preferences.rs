//! The language, the colours and the system with which the page starts.

use crate::guide::System;
use crate::i18n::Locale;
use crate::web::ui::state::Theme;

/// The language that the user chose earlier.
pub(crate) fn chosen_locale() -> Option<Locale> {
    let chosen = storage().and_then(|s| s.get_item("locale").ok().flatten());
    chosen.as_deref().and_then(Locale::from_tag)
}

/// The language at the start: the chosen one, or the browser's.
pub(crate) fn first_locale() -> Locale {
    if let Some(locale) = chosen_locale() {
        return locale;
    }
    let preferred: Vec<String> = web_sys::window()
        .map(|w| {
            w.navigator()
                .languages()
                .iter()
                .filter_map(|tag| tag.as_string())
                .collect()
        })
        .unwrap_or_default();
    Locale::from_preferences(preferred.iter().map(String::as_str))
}

/// The colours at the start.
pub(crate) fn first_theme() -> Theme {
    Theme::from_word(storage().and_then(|s| s.get_item("theme").ok().flatten()).as_deref())
}

/// The user's system, from the browser's user agent.
pub(crate) fn first_system() -> System {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    match agent {
        Some(agent) if agent.contains("Windows") => System::Windows,
        _ => System::Unix,
    }
}

/// The media query for a window that is wide enough for two columns, as in the style sheets.
pub(crate) const WIDE: &str = "(min-width: 46rem)";

/// Whether a media query matches now.
pub(crate) fn matches(query: &str) -> bool {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// Whether the device has a mouse or the like: a focused box then opens no keyboard on the screen.
pub(crate) fn has_fine_pointer() -> bool {
    matches("(pointer: fine)")
}

/// Stores a choice of language or colours. The page stores nothing else. Does nothing if the
/// browser forbids storage.
pub(crate) fn remember(key: &str, value: Option<&str>) {
    if let Some(storage) = storage() {
        let _ = match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        };
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
