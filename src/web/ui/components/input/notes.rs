//! The notes about the input: what was repaired, what could not be read, and known log messages.

use yew::prelude::*;

use super::password_field::PasswordField;
use crate::cert::UnixTime;
use crate::evidence;
use crate::i18n::{Locale, UiText};
use crate::ingest::{DropReason, Dropped, InputNote};
use crate::report::InputReport;
use crate::web::ui::components::basic::icon::{Sign, icon};

/// How many notes of one kind are listed.
const SHOWN: usize = 20;

/// What the input was checked for.
#[derive(Clone, Copy)]
pub(crate) struct Checked<'a> {
    /// Whether there is a report on a chain.
    pub(crate) with_chain: bool,
    /// The time of the check.
    pub(crate) at: UnixTime,
    /// The host name.
    pub(crate) hostname: Option<&'a str>,
}

/// The notes. `key_removed` warns of a removed private key; `on_password` gets a keystore's
/// password.
pub(crate) fn input_notes(
    locale: Locale,
    input: &InputReport,
    checked: Checked<'_>,
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
    let mut messages: Vec<String> = Vec::new();
    for message in evidence::messages(input) {
        let text = locale.log_text(message, checked.with_chain);
        if !messages.contains(&text) {
            messages.push(text);
        }
    }
    let described = evidence::descriptions(input, checked.hostname, Some(checked.at));
    let described: Vec<String> = described
        .iter()
        .map(|note| locale.described(&input.files, note))
        .collect();
    // The messages explain openssl's errors.
    let is_message = |note: &&InputNote| matches!(note, InputNote::OpensslVerifyError { .. });
    let notes: Vec<&InputNote> = input.notes.iter().filter(|note| !is_message(note)).collect();
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
            if !messages.is_empty() {
                <section class="notes" aria-labelledby="messages-title">
                    <h2 class="notes__title" id="messages-title">{ locale.ui(UiText::MessagesHeading) }</h2>
                    <ul>
                        for message in messages.iter().take(SHOWN) { <li>{ message }</li> }
                    </ul>
                </section>
            }
            if !described.is_empty() {
                <section class="notes" id="described" aria-labelledby="described-title">
                    <h2 class="notes__title" id="described-title">{ locale.described_heading() }</h2>
                    <ul>
                        for text in &described { <li>{ text }</li> }
                    </ul>
                </section>
            }
            if !notes.is_empty() {
                <details class="notes">
                    <summary class="notes__title">
                        { locale.ui(UiText::InputHeading) }{ format!(" ({})", notes.len()) }
                    </summary>
                    <ul>
                        for note in notes.iter().take(SHOWN) { <li>{ locale.note(&input.files, note) }</li> }
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
