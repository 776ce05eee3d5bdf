//! Many servers: a table with a row for each one. A row opens its server's full report.

mod controller;
mod diagrams;
mod export;
mod model;
mod open;
mod summary;
mod table;
mod tools;
pub(in crate::web::ui) mod view;
