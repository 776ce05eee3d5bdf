//! The oracle's corpus: chains that are valid by default, each with one or two deviations.
//!
//! In: nothing but this code, the keys in `keys/` and [`SEED`]. Out: [`corpus`], the same bytes on every run, so that only
//! the *answers* of a real JDK are stored (`tests/oracle/answers.jsonl`) and the certificates are made again when they are needed.
//! Knows nothing of the library under test: it must be able to make what a certificate library would refuse to write.
//!
//! Map: `der` writes bytes, `names` distinguished names, `moments` dates, `keys` signs, `builder` is the valid-by-default
//! world, `encode` its bytes, `deviations` is the written list of what can be wrong, `draw` combines them.
#![allow(
    dead_code,
    unused_imports,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

pub mod builder;
pub mod der;
pub mod deviations;
mod draw;
mod encode;
pub mod keys;
pub mod moments;
pub mod names;

pub use draw::{Case, SEED, corpus};
