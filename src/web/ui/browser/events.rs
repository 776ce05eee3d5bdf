//! Event listeners of the window and the document.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::EventTarget;

/// Listens to an event until the returned function is called, as an effect's cleanup does.
pub(crate) fn listen<E: JsCast + 'static>(
    target: Option<EventTarget>,
    name: &'static str,
    mut on_event: impl FnMut(E) + 'static,
) -> impl FnOnce() {
    let listener = target.map(|target| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&target, name, options, move |event| {
            on_event(event.clone().unchecked_into());
        })
    });
    move || drop(listener)
}

/// The window, as the target of a listener.
pub(crate) fn window() -> Option<EventTarget> {
    web_sys::window().map(Into::into)
}

/// The document, as the target of a listener.
pub(crate) fn document() -> Option<EventTarget> {
    web_sys::window().and_then(|w| w.document()).map(Into::into)
}
