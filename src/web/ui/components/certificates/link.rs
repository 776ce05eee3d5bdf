//! Links within the page to a certificate's card.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlDetailsElement, HtmlElement};

/// The address of a card within the page; `number` counts from 1.
pub(in crate::web::ui) fn card_id(number: usize) -> String {
    format!("certificate-{number}")
}

/// Opens a card and goes there; false where the list does not show it yet.
pub(in crate::web::ui) fn show_card(number: usize) -> bool {
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
