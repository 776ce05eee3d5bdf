//! The answer: verdict, next step, row of requirements, and what replaces it without a chain.

pub(in crate::web::ui) mod client_certificate;
pub(in crate::web::ui) mod frame;
mod gist;
pub(in crate::web::ui) mod nothing;
pub(in crate::web::ui) mod requirements;
mod step;
pub(in crate::web::ui) mod strip;
pub(in crate::web::ui) mod verdict;
