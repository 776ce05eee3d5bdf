//! What became of the input: repairs, and what could not be read.

use yew::prelude::*;

use super::{Icon, Sign};
use crate::i18n::{Locale, UiText};
use crate::ingest::LogMessage;
use crate::report::InputReport;

/// How many of a kind are told one by one.
const SHOWN: usize = 20;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) input: InputReport,
    /// True where a private key was taken out.
    pub(crate) key_removed: bool,
}

/// The notes.
#[component]
pub(crate) fn InputNotes(props: &Props) -> Html {
    let Props {
        locale,
        input,
        key_removed,
    } = props;
    let locale = *locale;
    html! {
        <>
            if *key_removed {
                <p class="notice notice--warn" role="alert">
                    <Icon sign={Sign::Key} />{ locale.ui(UiText::PrivateKeyWarning) }
                </p>
            }
            if !input.dropped.is_empty() {
                <section class="notes notes--dropped" aria-labelledby="dropped-title">
                    <h2 class="notes__title" id="dropped-title">{ locale.ui(UiText::DroppedHeading) }</h2>
                    <ul>
                        for dropped in input.dropped.iter().take(SHOWN) { <li>{ locale.dropped(dropped) }</li> }
                        if input.dropped.len() > SHOWN { <li>{ format!("+ {}", input.dropped.len().saturating_sub(SHOWN)) }</li> }
                    </ul>
                </section>
            }
            if !input.hints.messages.is_empty() {
                <section class="notes" aria-labelledby="messages-title">
                    <h2 class="notes__title" id="messages-title">{ locale.ui(UiText::MessagesHeading) }</h2>
                    <ul>
                        for message in input.hints.messages.iter().take(SHOWN) { { log_message(locale, message) } }
                    </ul>
                </section>
            }
            if !input.notes.is_empty() {
                <details class="notes">
                    <summary class="notes__title">
                        { locale.ui(UiText::InputHeading) }{ format!(" ({})", input.notes.len()) }
                    </summary>
                    <ul>
                        for note in input.notes.iter().take(SHOWN) { <li>{ locale.note(note) }</li> }
                    </ul>
                </details>
            }
        </>
    }
}

fn log_message(locale: Locale, message: &LogMessage) -> Html {
    html! { <li>{ locale.log_message(message).sentence() }</li> }
}
