//! The oracle's corpus: chains that are valid by default, each with one or two deviations.
//!
//! Input: this code, the keys in `keys/` and [`SEED`]. Output: [`corpus`], the same bytes on every
//! run. So only the *answers* of a real JDK are stored (`tests/oracle/answers.jsonl`), and the
//! certificates are generated again when needed. It does not use the library under test: it must
//! write certificates that a certificate library would reject.
//!
//! Map: `der` writes bytes, `names` distinguished names, `moments` dates, `keys` signs, `builder`
//! is the valid-by-default world, `encode` its bytes, `deviations` is the written list of what can
//! be wrong, `draw` combines them. `real` has chains of real certificates under AWS's roots.
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
pub mod real;

pub use draw::{Case, SEED, corpus};
