//! The top line: name, other views, language, colours.

use yew::prelude::*;

use super::icon::{Sign, icon};
use crate::i18n::{AnswerPhrase, AnswerText, Locale, UiText};
use crate::web::ui::browser::host as page;
use crate::web::ui::state::{Action, Theme, View};

/// The top line.
pub(crate) fn header(locale: Locale, chosen: Theme, shown: View, on: &Callback<Action>) -> Html {
    let scheme = locale.ui(match chosen {
        Theme::System => UiText::ThemeSystem,
        Theme::Light => UiText::ThemeLight,
        Theme::Dark => UiText::ThemeDark,
    });
    let colours = locale.answer_phrase(&AnswerPhrase::Colours(scheme));
    html! {
        <header class="header">
            <div class="header__row">
                <a class="header__name" href={if page::is_one_file() { "" } else { "./" }}>
                    <svg class="header__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                        <rect width="32" height="32" rx="7" />
                        <path d="M8 16.500l5 5L24 10.500" />
                    </svg>
                    { "SSLEngine Doctor" }
                </a>
                { views(locale, shown, "header__nav", on) }
                <div class="header__languages" role="group" aria-label={locale.ui(UiText::Language)}>
                    for other in Locale::ALL.into_iter().filter(|other| *other != locale) { { language(other, on) } }
                </div>
                <button type="button" class="button button--small header__theme" id="theme" aria-label={colours.clone()} title={colours}
                    onclick={on.reform(move |_: MouseEvent| Action::Theme(chosen.next()))}>
                    { icon(match chosen { Theme::System => Sign::HalfMoon, Theme::Light => Sign::Sun, Theme::Dark => Sign::Moon }) }
                </button>
            </div>
        </header>
    }
}

/// The button for another language. On a phone it shows the first two letters of the name.
fn language(other: Locale, on: &Callback<Action>) -> Html {
    let name = other.own_name();
    let rest = name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
    let (start, rest) = name.split_at_checked(rest).unwrap_or((name, ""));
    html! {
        <button type="button" class="button button--small header__language" lang={other.tag()} data-language={other.tag()}
            onclick={on.reform(move |_: MouseEvent| Action::Locale(other))}>
            { start }<span class="header__rest">{ rest }</span>
        </button>
    }
}

/// Buttons for the other views. On a phone they are in the footer.
pub(crate) fn views(locale: Locale, shown: View, class: &'static str, on: &Callback<Action>) -> Html {
    let labels = [
        (View::Authorities, locale.ui(UiText::Authorities)),
        (View::Trust, locale.answer(AnswerText::Privacy)),
    ];
    html! {
        <nav {class} aria-label="SSLEngine Doctor">
            for (view, label) in labels {
                <button type="button" class="link-button" aria-pressed={if view == shown { "true" } else { "false" }}
                    onclick={on.reform(move |_: MouseEvent| Action::View(view))}>{ label }</button>
            }
        </nav>
    }
}
