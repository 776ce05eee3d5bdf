//! The notes about the input: what was repaired, what could not be read, and known log messages.

use yew::prelude::*;

use super::password_field::PasswordField;
use crate::cert::UnixTime;
use crate::evidence;
use crate::i18n::{Locale, UiText};
use crate::ingest::{DropReason, Dropped, InputNote};
use crate::report::{InputReport, Report};
use crate::web::ui::components::basic::icon::{Sign, icon};

/// How many notes of one kind are listed.
const SHOWN: usize = 20;

/// A warning about a removed private key, and the field for a keystore's password, whatever else
/// the input holds. `alone` says that the page shows nothing else. `on_password` gets the password.
pub(crate) fn urgent(
    locale: Locale,
    input: &InputReport,
    key_removed: bool,
    alone: bool,
    on_password: &Callback<String>,
) -> Html {
    // The password field names the files that need a password.
    let locked = input.dropped.iter().find(|dropped| needs_password(dropped));
    let wrong = locked.is_some_and(|dropped| matches!(dropped.reason, DropReason::PasswordNeeded { wrong: true, .. }));
    html! {
        <>
            if key_removed {
                <p class="notice notice--warn" role="alert">
                    { icon(Sign::Key) }<span>{ locale.ui(UiText::PrivateKeyWarning) }</span>
                </p>
            }
            if let Some(locked) = locked {
                <PasswordField {locale} what={locale.dropped(&input.files, locked)} {wrong} {alone} {on_password} />
            }
        </>
    }
}

/// What was ignored or could not be read, what affects the result, known messages of a log, and
/// descriptions of certificates, next to the answer for a chain.
pub(crate) fn remarks(locale: Locale, report: &Report) -> Html {
    let input = &report.input;
    let dropped: Vec<String> = input
        .dropped
        .iter()
        .filter(|dropped| !needs_password(dropped))
        .map(|dropped| locale.dropped(&input.files, dropped))
        .collect();
    let notes = input.notes.iter().filter(|note| is_next_to_answer(note));
    let notes: Vec<String> = notes.map(|note| locale.note(&input.files, note)).collect();
    let described = descriptions(locale, input, report.asked.hostname.as_deref(), report.at);
    html! {
        <>
            { list("dropped-title", locale.ui(UiText::DroppedHeading), &dropped) }
            { list("messages-title", locale.ui(UiText::MessagesHeading), &messages(locale, input, true)) }
            { list("described-title", locale.described_heading(), &described) }
            { list("remarks-title", locale.ui(UiText::InputHeading), &notes) }
        </>
    }
}

/// A heading with a list; nothing if the list is empty.
pub(crate) fn list(id: &'static str, heading: &'static str, items: &[String]) -> Html {
    if items.is_empty() {
        return html! {};
    }
    let more = items.len().saturating_sub(SHOWN);
    html! {
        <section class="notes" aria-labelledby={id}>
            <h2 class="notes__title" {id}>{ heading }</h2>
            <ul>
                for text in items.iter().take(SHOWN) { <li>{ text }</li> }
                if more > 0 { <li>{ format!("+ {more}") }</li> }
            </ul>
        </section>
    }
}

/// The messages of a log as texts, each once. With a chain, they do not ask for the chain.
pub(crate) fn messages(locale: Locale, input: &InputReport, with_chain: bool) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for message in evidence::messages(input) {
        let text = locale.log_text(message, with_chain);
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts
}

/// The descriptions of certificates as texts.
fn descriptions(locale: Locale, input: &InputReport, host: Option<&str>, at: UnixTime) -> Vec<String> {
    let notes = evidence::descriptions(input, host, Some(at));
    notes.iter().map(|note| locale.described(&input.files, note)).collect()
}

/// How the input was read, for the fields.
pub(crate) fn repairs(locale: Locale, input: &InputReport) -> Html {
    // The messages explain openssl's errors.
    let is_message = |note: &InputNote| matches!(note, InputNote::OpensslVerifyError { .. });
    let notes = input
        .notes
        .iter()
        .filter(|note| !is_message(note) && !is_next_to_answer(note));
    let notes: Vec<String> = notes.map(|note| locale.note(&input.files, note)).collect();
    list("notes-title", locale.ui(UiText::InputHeading), &notes)
}

/// Whether a note is next to the answer. The line above the answer names the host and its source.
fn is_next_to_answer(note: &InputNote) -> bool {
    note.affects_result() && !matches!(note, InputNote::HostFromInput { .. } | InputNote::JavaStackTrace { .. })
}

/// Whether the item was dropped because it needs a password or another one.
pub(crate) fn needs_password(dropped: &Dropped) -> bool {
    matches!(dropped.reason, DropReason::PasswordNeeded { .. })
}
