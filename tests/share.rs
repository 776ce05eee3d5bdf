//! Share links as people make, mangle and open them.
#![cfg(feature = "share")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

#[path = "share/forms.rs"]
mod forms;
#[path = "share/golden.rs"]
mod golden;
#[path = "share/hostile.rs"]
mod hostile;
mod samples;
#[path = "share/seeds.rs"]
mod seeds;
#[path = "share/sizes.rs"]
mod sizes;
#[path = "share/tools.rs"]
mod tools;
#[path = "share/trips.rs"]
mod trips;
