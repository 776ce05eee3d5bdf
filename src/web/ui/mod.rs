//! The page: one state, one reducer, and components that get values and callbacks. Nothing here checks a chain.

mod app;
mod browser;
mod callbacks;
mod components;
mod content;
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
