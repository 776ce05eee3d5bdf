//! What the person sees: one state, one reducer, and components that get values and callbacks. Nothing here judges.

mod app;
mod browser;
mod components;
mod effects;
mod files;
mod lazy;
mod notices;
mod session;
pub mod shared;
pub mod state;
mod take_in;
pub mod text;

pub use app::{App, start};
