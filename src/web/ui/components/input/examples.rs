//! Example chains, with the moments for which they are checked.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::i18n::{Locale, UiText};
use crate::web::ui::browser::host as page;
use crate::web::ui::state::Action;

struct Example {
    label: UiText,
    address: &'static str,
    at: &'static str,
    host: &'static str,
}

/// The files and their moments. `static/examples/README.md` names the source of each.
const EXAMPLES: &[Example] = &[
    Example {
        label: UiText::ExampleMissing,
        address: "examples/missing-intermediate.pem",
        at: "2023-06-15T12:00:00",
        host: "crates.io",
    },
    Example {
        label: UiText::ExampleExpired,
        address: "examples/expired.pem",
        at: "2024-06-15T12:00:00",
        host: "",
    },
    Example {
        label: UiText::ExamplePrivate,
        address: "examples/private-ca.pem",
        at: "2021-06-15T12:00:00",
        host: "",
    },
    Example {
        label: UiText::ExampleSelfSigned,
        address: "examples/self-signed.pem",
        at: "2026-06-15T12:00:00",
        host: "",
    },
    Example {
        label: UiText::ExampleDefault,
        address: "examples/default-certificate.pem",
        at: "2026-06-15T12:00:00",
        host: "api.example.com",
    },
    Example {
        label: UiText::ExampleLargeKey,
        address: "examples/large-key.pem",
        at: "2025-04-01T12:00:00",
        host: "",
    },
    Example {
        label: UiText::ExampleHost,
        address: "examples/complete.pem",
        at: "2023-06-15T12:00:00",
        host: "api.example.com",
    },
    Example {
        label: UiText::ExampleOrder,
        address: "examples/wrong-order.pem",
        at: "2023-06-15T12:00:00",
        host: "crates.io",
    },
    Example {
        label: UiText::ExampleComplete,
        address: "examples/complete.pem",
        at: "2023-06-15T12:00:00",
        host: "crates.io",
    },
];

/// A button for each example, in one line of text.
pub(crate) fn examples(locale: Locale, on: &Callback<Action>) -> Html {
    html! {
        <p class="examples" role="group" aria-labelledby="examples-title">
            <span class="examples__title" id="examples-title">{ locale.ui(UiText::Examples) }{ locale.ui(UiText::Colon) }</span>
            for (place, example) in EXAMPLES.iter().enumerate() {
                <span class="examples__one">
                    <button type="button" class="link-button" onclick={choose(example, on)}>{ locale.ui(example.label) }</button>
                    if place + 1 < EXAMPLES.len() { <span aria-hidden="true">{ " ·" }</span> }
                </span>
                { " " }
            }
        </p>
    }
}

fn choose(example: &'static Example, on: &Callback<Action>) -> Callback<MouseEvent> {
    let on = on.clone();
    Callback::from(move |_| {
        let on = on.clone();
        spawn_local(async move {
            if let Some(text) = page::own_file(example.address).await {
                on.emit(Action::Example {
                    text: Rc::from(text),
                    at: example.at,
                    host: example.host,
                });
            }
        });
    })
}
