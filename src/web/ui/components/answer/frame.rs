//! The frame of an answer: its colour, its badge and its heading.

use yew::prelude::*;

use crate::guide::{Tone, badge_text};
use crate::i18n::{AnswerText, Locale};
use crate::report::Verdict;
use crate::trust::ClientId;
use crate::web::ui::components::basic::icon::{Sign, icon};

/// The class with the colours of a result.
pub(in crate::web::ui) fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Accepted => "tone-pass",
        Tone::Rejected => "tone-fail",
        Tone::OutsideLimits | Tone::Open => "tone-warn",
    }
}

/// The result for a client in a few words, with its sign.
pub(in crate::web::ui) fn badge(locale: Locale, tone: Tone, client: ClientId) -> Html {
    let sign = match tone {
        Tone::Accepted => Sign::Pass,
        Tone::Rejected => Sign::Fail,
        Tone::OutsideLimits | Tone::Open => Sign::Warn,
    };
    let words = locale.text_for_named(client, locale.answer(badge_text(tone)));
    html! {
        <span class="badge">
            { icon(sign) }{ words }<span class="visually-hidden">{ ". " }</span>
        </span>
    }
}

/// The result in the title of the window. It has no names, because titles enter the history.
pub(in crate::web::ui) fn title(locale: Locale, tone: Tone) -> &'static str {
    match tone {
        Tone::Accepted => locale.verdict(Verdict::Pass),
        Tone::Rejected => locale.verdict(Verdict::Fail),
        Tone::OutsideLimits => locale.answer(AnswerText::TitleOutsideLimits),
        Tone::Open => locale.answer(AnswerText::BadgeOpen),
    }
}
