//! The page's state, and the function that changes it. It needs no browser, so native tests cover
//! it.

mod action;
mod fleet;
mod form;
mod page;
mod phase;
mod reduce;
mod settings;
mod source;

pub use action::Action;
pub use form::Form;
pub use page::{Fleet, State, Truststore};
pub use phase::{Phase, Repairing, Why};
pub use settings::{OpenRule, Theme, View};
pub use source::{Kept, MANY_FILES, Source};

#[cfg(test)]
mod tests;
