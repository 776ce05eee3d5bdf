//! The engine: the exports of `engine.js` to a worker or, if no worker runs, to the page.
//!
//! Every message gets a response (`messages`). A request that needs data files waits for them
//! (`jobs`). The input is kept for the next request (`input`). A panic ends the engine: the
//! callback given to `onPanic` is called, and the page starts another engine.

mod answer_cache;
mod authorities;
mod check;
#[cfg(feature = "headline")]
mod first;
mod fleet;
mod input;
mod job;
mod jobs;
#[cfg(feature = "share")]
mod links;
mod messages;
mod rare;
mod side_requests;
mod truststore;

#[doc(hidden)]
pub use self::input::inputs_read;

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::protocol::BUILD_ID;

thread_local! {
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// The build of this engine. The page does not use an engine of another build.
#[wasm_bindgen(js_name = buildId)]
#[must_use]
pub fn build_id() -> String {
    BUILD_ID.to_owned()
}

/// Sets the callback that gets a text when the engine panics. After that, the engine must not be
/// used.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: Function) {
    ON_PANIC.with_borrow_mut(|slot| *slot = Some(callback));
    std::panic::set_hook(Box::new(|info| {
        let text = info.to_string();
        ON_PANIC.with_borrow(|slot| {
            if let Some(callback) = slot {
                // If the page is gone, the failure does not matter.
                let _ = callback.call1(&JsValue::NULL, &text.into());
            }
        });
    }));
}

/// Answers one message, packed as [`ToEngine`](super::protocol::request::ToEngine), with a packed
/// [`Response`](super::protocol::response::Response).
///
/// # Errors
/// If the message is from another build, or a part of the engine cannot be loaded.
#[wasm_bindgen]
pub async fn answer(message: JsValue) -> Result<JsValue, JsValue> {
    Ok((messages::load_answer().await?)(message).await?.into())
}

/// Does nothing. A binary that calls it includes this module's exports.
pub fn link() {}
