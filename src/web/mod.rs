//! The browser's side: what moves the question to the engine and the answer to the page, and the page itself.
//!
//! `worker` is the page's client of the engine, `pool` several of them, `engine_module` the engine's own door, `codec` the form in
//! which messages cross between them, [`webcrypto`] the browser as verifier, `js_api` the npm package's face. `clock` alone
//! reads the time. `ui` shows, and never judges.

#[cfg(feature = "page")]
pub mod clock;
#[cfg(any(feature = "page", feature = "engine-module"))]
pub mod codec;
#[cfg(feature = "engine-module")]
pub mod engine_module;
#[cfg(feature = "js-api")]
pub mod js_api;
#[cfg(feature = "page")]
mod oneshot;
#[cfg(any(feature = "page", feature = "engine-module"))]
mod part;
#[cfg(feature = "page")]
pub mod pool;
#[cfg(feature = "page")]
pub mod ui;
pub mod webcrypto;
#[cfg(feature = "page")]
pub mod worker;
