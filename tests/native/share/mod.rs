//! Share links as people create, damage and open them.

mod forms;
mod golden;
mod hostile;
mod seeds;
mod sizes;
pub mod tools;
mod trips;
