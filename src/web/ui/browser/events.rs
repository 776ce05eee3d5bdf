//! Event listeners of the window and the document.

use wasm_bindgen::prelude::*;

/// Listens to an event of the window or of the document, until the result is called: what an effect gives back.
pub(crate) fn listen<E: JsCast + 'static>(
    target: Option<web_sys::EventTarget>,
    event: &'static str,
    mut heard: impl FnMut(E) + 'static,
) -> impl FnOnce() {
    let listener =
        Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| heard(event.unchecked_into()));
    if let Some(target) = &target {
        let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    }
    move || {
        if let Some(target) = target {
            let _ = target.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
    }
}

/// The window, to be listened to.
pub(crate) fn window() -> Option<web_sys::EventTarget> {
    web_sys::window().map(Into::into)
}

pub(crate) fn document() -> Option<web_sys::EventTarget> {
    web_sys::window().and_then(|w| w.document()).map(Into::into)
}
