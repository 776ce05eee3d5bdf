//! All native tests in one program: they are linked once, and `cargo test WORD` selects by name.
//!
//! One file or folder for each subject. `common` has shared helpers, `samples` a value of
//! everything that has a text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test may panic"
)]

#[path = "../common/mod.rs"]
mod common;
mod samples;
mod sarif;

mod answers;
mod architecture;
mod cli;
mod client_certificate;
mod clients;
mod commands;
mod connect;
mod connect_causes;
mod connections;
mod containers;
mod distrust;
mod docs;
mod download;
mod end_entity;
mod evidence;
mod export;
mod fixes;
mod fuzz_replay;
mod golden;
mod i18n;
mod ingest;
mod known_issuers;
mod learned_keys;
mod links;
mod memory;
mod next_step;
mod oracle;
mod pipelines;
mod properties;
mod repair;
mod report_schema;
mod rules;
mod semantics;
mod share;
mod text;
mod trust;
mod trust_list;
mod verify;
mod waived;
