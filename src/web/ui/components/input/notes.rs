//! The notes about the input: what was repaired, what could not be read, and known log messages.

use yew::prelude::*;

use super::password_field::PasswordField;
use crate::i18n::{Locale, UiText};
use crate::ingest::{DropReason, Dropped, LogMessage};
use crate::report::InputReport;
use crate::web::ui::components::basic::icon::{Sign, icon};

/// How many notes of one kind are listed.
const SHOWN: usize = 20;

/// The notes. `key_removed` warns of a removed private key; `on_password` gets a keystore's
/// password.
pub(crate) fn input_notes(
    locale: Locale,
    input: &InputReport,
    key_removed: bool,
    on_password: &Callback<String>,
) -> Html {
    // The password field names the files that need a password.
    let locked = input.dropped.iter().find(|dropped| needs_password(dropped));
    let wrong = locked.is_some_and(|dropped| matches!(dropped.reason, DropReason::PasswordNeeded { wrong: true, .. }));
    let dropped: Vec<&Dropped> = input
        .dropped
        .iter()
        .filter(|dropped| !needs_password(dropped))
        .collect();
    html! {
        <>
            if key_removed {
                <p class="notice notice--warn" role="alert">
                    { icon(Sign::Key) }{ locale.ui(UiText::PrivateKeyWarning) }
                </p>
            }
            if let Some(locked) = locked {
                <PasswordField {locale} what={locale.dropped(&input.files, locked)} {wrong} {on_password} />
            }
            if !dropped.is_empty() {
                <section class="notes notes--dropped" aria-labelledby="dropped-title">
                    <h2 class="notes__title" id="dropped-title">{ locale.ui(UiText::DroppedHeading) }</h2>
                    <ul>
                        for dropped in dropped.iter().take(SHOWN) { <li>{ locale.dropped(&input.files, dropped) }</li> }
                        if dropped.len() > SHOWN { <li>{ format!("+ {}", dropped.len().saturating_sub(SHOWN)) }</li> }
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
                        for note in input.notes.iter().take(SHOWN) { <li>{ locale.note(&input.files, note) }</li> }
                    </ul>
                </details>
            }
        </>
    }
}

/// Whether the item was dropped because it needs a password or another one.
pub(crate) fn needs_password(dropped: &Dropped) -> bool {
    matches!(dropped.reason, DropReason::PasswordNeeded { .. })
}

fn log_message(locale: Locale, message: &LogMessage) -> Html {
    html! { <li>{ locale.log_message(message).sentence() }</li> }
}
