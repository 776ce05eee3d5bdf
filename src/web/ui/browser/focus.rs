//! Scrolls to a section of the page.

use std::cell::Cell;

use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

thread_local! {
    /// The number of jumps so far. A newer jump replaces an older one.
    static JUMPS: Cell<u32> = const { Cell::new(0) };
}

/// Scrolls to a section of the page, opens it, and moves the focus into it. The address stays the
/// same. Waits up to 5 seconds for a section whose code is still being loaded.
pub(crate) fn jump(id: &'static str) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        soon(move || show(id));
    })
}

/// Repeats a jump until it returns true, for up to 5 seconds.
fn soon(jump: impl Fn() -> bool + 'static) {
    let this = JUMPS.get().wrapping_add(1);
    JUMPS.set(this);
    spawn_local(async move {
        // If the code cannot be loaded, its place on the page shows a message.
        for _ in 0..50 {
            if JUMPS.get() != this || jump() {
                return;
            }
            TimeoutFuture::new(100).await;
        }
    });
}

/// Whether no element has the focus.
pub(crate) fn is_lost() -> bool {
    active().is_none_or(|element| element.tag_name() == "BODY")
}

/// Whether the focus is in the element with this id.
pub(crate) fn is_in(id: &str) -> bool {
    let selector = ["#", id].concat();
    active().is_some_and(|element| element.closest(&selector).ok().flatten().is_some())
}

/// Whether the target of an event is in the element with this id.
pub(crate) fn is_target_in(event: &web_sys::Event, id: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.closest(&["#", id].concat()).ok().flatten().is_some())
}

/// Moves the focus to the element with this id as soon as it is on the page. Waits up to 5 seconds
/// for its code.
pub(crate) fn focus_soon(id: &'static str) {
    soon(move || focus(id));
}

/// Moves the focus to the element with this id; `false` if it does not exist.
pub(crate) fn focus(id: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let element = document.and_then(|d| d.get_element_by_id(id));
    let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) else {
        return false;
    };
    // If this fails, the element is still visible.
    let _ = element.focus();
    true
}

fn active() -> Option<web_sys::Element> {
    web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.active_element())
}

/// Shows a section; `false` if it does not exist.
fn show(id: &str) -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    let Some(section) = document.and_then(|d| d.get_element_by_id(id)) else {
        return false;
    };
    if section.tag_name() == "DETAILS" {
        // Setting an attribute of that name cannot fail.
        let _ = section.set_attribute("open", "");
    }
    section.scroll_into_view();
    let inside = section.query_selector("summary, button, input, a[href]").ok().flatten();
    if let Some(Ok(target)) = inside.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
        let _ = target.focus();
    }
    true
}
