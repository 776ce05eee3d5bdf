//! Everything that runs in a browser: the page, the engine, and the messages between them.
//!
//! `protocol` defines the messages between page and engine. `client` sends requests and `engine`
//! responds. [`webcrypto`] verifies signatures with the browser's crypto. `npm` has the exports of
//! the package, and `ui` is the page. Only `clock` reads the time of the page.

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
