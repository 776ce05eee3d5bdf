//! Share links as people make, mangle and open them.

mod forms;
mod golden;
mod hostile;
mod seeds;
mod sizes;
pub mod tools;
mod trips;
