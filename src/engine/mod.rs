//! The only entry point of the core: read, plan, verify, report.
//!
//! 1. [`Input::read`] finds and decodes the certificates, once;
//! 2. [`Input::plan`] lists the signature checks for one set of [`Options`], and the data files
//!    that still have to be loaded;
//! 3. a verifier runs the checks: the browser's own crypto, or Rust crates ([`crate::verify`]);
//! 4. [`judge`] makes the report. It is pure: the same plan and results give the same report
//!    everywhere.
//!
//! It reads no clock, does no I/O and does not panic; the time is an argument. Work is limited by
//! [`crate::ingest::Limits`], [`crate::chain::MAX_CHECKS`] and the limits of [`crate::handshake`].
//!
//! # Example
//! ```
//! use sslengine_doctor::engine::{Options, judge, plan};
//! use sslengine_doctor::cert::UnixTime;
//! use sslengine_doctor::verify::SignatureAnswer;
//!
//! let options = Options::at(UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap());
//! match plan("no certificate here".into(), &options) {
//!     Ok(plan) => {
//!         let answers = vec![SignatureAnswer::Unsupported; plan.checks().len()];
//!         println!("{:?}", judge(&plan, &answers).verdict);
//!     }
//!     Err(why) => println!("{why}"),
//! }
//! ```

mod compare;
mod fixes;
mod helper;
mod host_owner;
mod input;
mod judge;
mod most_clients;
mod options;
mod plan;
mod present;
pub mod repair;
mod servers;
mod side_by_side;
mod truststore;

pub use compare::{Difference, Issuers, compare};
pub use helper::{Helper, LoadedFiles};
pub use input::{Input, plan, plan_with};
pub use judge::{judge, judge_with_missing};
pub use most_clients::{best_of, most_clients, most_clients_with};
pub use options::{InputError, Options};
pub use plan::Plan;
pub use present::pem;
pub use repair::{repair_by, repair_with};
pub use servers::{Servers, plan_servers};
pub use side_by_side::{SideBySide, side_by_side};
pub use truststore::{Truststore, TruststoreError, truststore};
