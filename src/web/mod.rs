//! Everything that runs in a browser: the page, the engine, and the messages between them.
//!
//! `protocol` has the messages between page and engine, `client` sends them, `engine` answers them. [`webcrypto`] is the
//! browser as verifier, `npm` the exports of the package. Only `clock` reads the time. `ui` is the page.

#[cfg(any(feature = "engine-module", feature = "js-api"))]
mod answers;
#[cfg(feature = "page")]
pub mod client;
#[cfg(feature = "page")]
pub mod clock;
#[cfg(feature = "engine-module")]
pub mod engine;
#[cfg(feature = "js-api")]
pub mod npm;
#[cfg(any(feature = "page", feature = "engine-module", feature = "js-api"))]
pub mod protocol;
#[cfg(any(feature = "page", feature = "engine-module"))]
mod split;
#[cfg(feature = "page")]
pub mod ui;
pub mod webcrypto;
