//! The top line: name, language, colours.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::i18n::{Locale, UiText};
use crate::web::ui::browser::host as page;
use crate::web::ui::state::{Action, Theme, View};

/// The top line.
pub(crate) fn header(locale: Locale, chosen: Theme, shown: View, on: &Callback<Action>) -> Html {
    let on_theme = on.reform(|event: Event| {
        let word = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.value());
        Action::Theme(Theme::from_word(word.as_deref()))
    });
    let themes = [
        (Theme::System, UiText::ThemeSystem),
        (Theme::Light, UiText::ThemeLight),
        (Theme::Dark, UiText::ThemeDark),
    ];
    html! {
        <header class="header">
            <a class="header__name" href={if page::is_one_file() { "" } else { "./" }}>
                <svg class="header__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                    <rect width="32" height="32" rx="7" />
                    <path d="M8 16.500l5 5L24 10.500" />
                </svg>
                { "SSLEngine Doctor" }
            </a>
            <nav class="header__nav" aria-label="SSLEngine Doctor">
                for (view, label) in [(View::Authorities, UiText::Authorities), (View::Trust, UiText::Trust)] {
                    <button type="button" class="link-button" aria-pressed={if view == shown { "true" } else { "false" }}
                        onclick={on.reform(move |_: MouseEvent| Action::View(view))}>{ locale.ui(label) }</button>
                }
            </nav>
            <div class="header__tools">
                <div class="switch" role="group" aria-label={locale.ui(UiText::Language)}>
                    for choice in Locale::ALL {
                        <button type="button" class="switch__choice" lang={choice.tag()} title={choice.own_name()}
                            aria-pressed={if choice == locale { "true" } else { "false" }}
                            onclick={on.reform(move |_: MouseEvent| Action::Locale(choice))}>
                            <span aria-hidden="true">{ choice.tag().to_uppercase() }</span>
                            <span class="visually-hidden">{ choice.own_name() }</span>
                        </button>
                    }
                </div>
                <label class="header__theme">
                    <span class="visually-hidden">{ locale.ui(UiText::Theme) }</span>
                    <select class="select" onchange={on_theme}>
                        for (theme, label) in themes {
                            <option value={theme.word().unwrap_or("system")} selected={theme == chosen}>
                                { locale.ui(label) }
                            </option>
                        }
                    </select>
                </label>
            </div>
        </header>
    }
}
