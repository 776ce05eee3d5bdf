//! Links within the page to a certificate's card.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlDetailsElement, HtmlElement};
use yew::prelude::*;

/// The id of a certificate's card; `number` counts from 1.
pub(crate) fn card_id(number: usize) -> String {
    ["certificate-", &number.to_string()].concat()
}

/// Opens a card, scrolls to it, and focuses it; `false` if the list does not show it yet.
pub(crate) fn show_card(number: usize) -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let card = document
        .and_then(|d| d.get_element_by_id(&card_id(number)))
        .and_then(|e| e.dyn_into::<HtmlDetailsElement>().ok());
    let Some(card) = card else { return false };
    card.set_open(true);
    card.scroll_into_view();
    let head = card.query_selector("summary").ok().flatten();
    if let Some(head) = head.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // Without focus the card is still in view.
        let _ = head.focus();
    }
    true
}

/// The click handler of a link to a card. If the list does not show the card yet, the browser
/// changes the address, and the list then grows.
pub(crate) fn open_card(number: usize) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if show_card(number) {
            event.prevent_default();
        }
    })
}
