//! What an input contained. Types only.

pub(crate) mod about;
pub(crate) mod described;
pub(crate) mod dropped;
pub(crate) mod found;
pub(crate) mod hint;
pub(crate) mod limits;
pub(crate) mod location;
pub(crate) mod meaning;
pub(crate) mod note;
