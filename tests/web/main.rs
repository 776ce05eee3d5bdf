//! All tests that run on a page in a browser.
//!
//! Without libtest (`harness = false`), because some Rust toolchains lack it for wasm32. The runner
//! finds the tests by export.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test may panic"
)]

#[cfg(target_arch = "wasm32")]
mod client;
#[cfg(target_arch = "wasm32")]
#[path = "../common/vectors/mod.rs"]
mod vectors;
#[cfg(target_arch = "wasm32")]
mod verify;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn main() {}
