//! SSLEngine Doctor explains API Gateway's "General SSLEngine problem" from a backend's
//! certificates.
//!
//! # Data flow
//! 1. [`ingest`] removes private keys from the pasted bytes and finds the certificates in them.
//! 2. [`cert`] decodes each certificate once.
//! 3. [`chain`] finds the leaf, the order, and every link whose signature could matter.
//! 4. [`verify`] checks the signatures: Rust crates natively, WebCrypto in the browser.
//! 5. [`handshake`] predicts what Java's TLS client does. [`rules`] check AWS's four requirements
//!    against [`trust`], the list of supported CAs.
//! 6. [`report`] holds the findings as codes with evidence. Only [`i18n`] turns them into text.
//!    [`share`] puts a chain or a verdict into a link.
//! 7. [`guide`] produces the commands that check and repair a chain, and the report for a ticket.
//!    [`fleet`] holds the table of many servers.
//!
//! [`engine`] is the only entry point: `plan`, then a verifier, then `judge`. The core below it
//! uses no browser, no clock and no I/O. It accepts any bytes and never panics. Two thin layers use
//! it: `web` (the page, its engine module and the JavaScript API) and `cli` (the command).
//!
//! # Layers
//! A file imports only from its own module and from lines further down this table.
//! `tests/native/architecture` checks that.
//!
//! | modules | what they are |
//! |---|---|
//! | `bin` | the programs: app · engine · engine-full · sslengine-doctor |
//! | `web::ui` | the page: state, hooks, components |
//! | `cli`, `web` | the command · worker client, engine module, WebCrypto, JavaScript API |
//! | `connect` | TLS handshakes with a server |
//! | `fleet` | tables of many servers |
//! | `engine`, `guide`, `json` | plan, check, repair · commands and documents · the JSON form |
//! | `i18n`, `rules` | texts in each language · the four requirements |
//! | `handshake` | predicts what Java’s TLS client does |
//! | `chain` | leaf, order, links |
//! | `share` | share links |
//! | `evidence` | what logs and descriptions show |
//! | `report`, `verify` | the findings and the report’s types · signature checks |
//! | `trust` | AWS’s list, other truststores, Java’s releases |
//! | `ingest` | finds certificates in any input |
//! | `containers` | keystores and archives |
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
#[cfg(feature = "cli")]
pub mod connect;
pub mod containers;
mod der;
pub mod engine;
pub mod evidence;
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
