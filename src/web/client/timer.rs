//! Timers.

use wasm_bindgen::prelude::*;

use super::oneshot::Oneshot;

/// Waits for so many milliseconds.
pub(crate) async fn sleep(milliseconds: i32) {
    let over = Oneshot::new();
    let end = over.clone();
    after(milliseconds, move || end.settle(()));
    over.await;
}

/// Calls `then` after so many milliseconds.
pub(super) fn after(milliseconds: i32, then: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = web_sys::window() {
        // Without a timer there is only no time limit.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}
