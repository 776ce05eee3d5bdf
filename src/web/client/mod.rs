//! The page's side of the engine: how it is started, asked, and asked by many at once.

pub mod boot;
mod engine;
mod oneshot;
pub mod pool;
mod request;
pub(crate) mod timer;

pub use engine::{Client, Failure, Limits, Place};
pub use request::{Asking, Input};
