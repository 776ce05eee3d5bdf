//! The page's side of the engine: it starts engines, sends them requests, and restarts those that
//! fail.

pub mod boot;
mod engine;
mod input;
mod limits;
mod message;
mod pending;
pub mod pool;
mod worker;

pub use engine::Client;
pub use input::{Attachments, Input, TruststoreFile};
pub use limits::{Limits, Location};
pub use pending::Failure;
