//! The page: one state, one reducer, and components that get values and callbacks. The engine
//! checks chains, not the page.

mod app;
mod browser;
mod callbacks;
mod components;
mod content;
mod effects;
mod files;
mod intake;
mod lazy;
mod notices;
mod session;
pub mod shared;
pub mod state;
pub mod text;

pub use app::{App, start};
