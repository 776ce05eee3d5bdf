//! SSLEngine Doctor: why API Gateway answers "General SSLEngine problem", told from a backend's certificates.
//!
//! # The way of an input
//! 1. [`ingest`] finds certificates in whatever was pasted, and clears private keys before anything else sees them;
//! 2. [`cert`] decodes them, once, into values that the rest understands;
//! 3. [`chain`] finds the leaf, the order, and every link whose signature could matter;
//! 4. [`verify`] answers those checks: Rust crates natively, the browser's own crypto on the page;
//! 5. [`handshake`] says what Java's TLS client would do, [`rules`] judge AWS's four requirements against [`trust`],
//!    the list of supported authorities;
//! 6. [`report`] carries the findings as codes with evidence; [`i18n`] alone turns them into text;
//!    [`share`] puts a chain or a verdict into a link;
//! 7. [`guide`] says beside them how to check and how to mend it, and writes the report for a ticket;
//!    [`fleet`] keeps what a table of many servers shows.
//!
//! [`engine`] is the only door: `plan`, then a verifier, then `judge`. Everything up to there knows no browser, no clock
//! and no I/O, takes any bytes, and never panics. Around it, thin, lie `web`: the engine's module for the page, the
//! JavaScript API, and the page itself; and `cli`: the command.
//!
//! # Layers
//! A file imports only from its own module and from lines below; `tests/native/architecture` checks it.
//!
//! | modules | what they are |
//! |---|---|
//! | `bin` | the programs: app · engine · engine-full · sslengine-doctor |
//! | `web::ui` | the page: state, hooks, components |
//! | `cli`, `web` | the command · worker client, engine module, WebCrypto, JavaScript API |
//! | `fleet` | tables of many servers |
//! | `engine`, `guide`, `json` | plan, judge, repair · commands and documents · the JSON form |
//! | `i18n`, `rules` | texts in each language · the four requirements |
//! | `handshake` | what Java’s TLS client does |
//! | `chain` | leaf, order, links |
//! | `share` | share links |
//! | `report`, `verify` | the findings and the report’s types · signature checks |
//! | `trust` | AWS’s list |
//! | `ingest` | finds certificates in any input |
//! | `containers` | key stores and archives |
//! | `cert` | one certificate |
//! | `der` | tags, lengths and values of ASN.1 |
//! | `num`, `order`, `visible` | decimal and hexadecimal · sorting · hidden characters |
//!
//! # Example
//! ```no_run
//! # #[cfg(feature = "rust-verifier")] {
//! use sslengine_doctor::cert::UnixTime;
//! use sslengine_doctor::engine::{Options, judge, plan};
//! use sslengine_doctor::verify::{Verifier, native::NativeVerifier};
//!
//! let pem = std::fs::read("chain.pem").unwrap();
//! let at = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap();
//! let plan = plan(pem.into(), &Options::at(at)).unwrap();
//! let answers = NativeVerifier.verify_all(plan.checks());
//! println!("{:?}", judge(&plan, &answers).verdict);
//! # }
//! ```
#![forbid(unsafe_code)]

pub mod cert;
pub mod chain;
#[cfg(feature = "cli")]
pub mod cli;
pub mod containers;
mod der;
pub mod engine;
pub mod fleet;
pub mod guide;
pub mod handshake;
pub mod i18n;
pub mod ingest;
pub mod json;
mod num;
mod order;
pub mod report;
pub mod rules;
#[cfg(feature = "share")]
pub mod share;
pub mod trust;
pub mod verify;
mod visible;
#[cfg(feature = "browser")]
pub mod web;
