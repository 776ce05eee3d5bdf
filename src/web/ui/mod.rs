//! What the person sees: one state, one reducer, and components that get values and callbacks. Nothing here judges.

mod app;
mod components;
mod files;
mod hooks;
pub(crate) mod later;
pub mod shared;
pub mod state;
pub mod text;

pub use crate::guide::host;
pub use app::{App, start};
