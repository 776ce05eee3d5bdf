//! What the person sees: one state, one reducer, and components that get values and callbacks. Nothing here judges.

mod app;
mod components;
mod files;
mod hooks;
pub mod host;
pub mod link;
mod measure;
mod periods;
mod picture;
pub mod rdn;
pub mod state;
pub mod text;

pub use app::{App, start};
