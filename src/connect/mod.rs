//! Makes TLS handshakes with a server and records what they show. Only native programs with the
//! feature `connect` can; others have the types.
//!
//! Input: a [`Target`] and [`Settings`]. Output: a [`Probe`]: the chain as sent, and a
//! [`Connection`]. Nothing but the handshake is sent, and before it a CONNECT request if there is a
//! proxy. Certificates are recorded and not verified: the core checks them.
//!
//! All waiting ends after [`Settings::timeout`] per handshake; the handshakes that are compared
//! with the usual one run at the same time. STARTTLS is not supported.
//!
//! rustls makes the handshakes: it is maintained, has no C dependency besides ring's own code, and
//! lets a program accept any certificate and see it. It supports TLS 1.2 with ECDHE and AEAD cipher
//! suites, and TLS 1.3. If it cannot negotiate, the certificates are read from the beginning of a
//! handshake in TLS 1.2 or older (`hello`), which is not completed.

#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
mod ask;
#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
mod dial;
#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
mod download;
#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
mod handshake;
#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
mod hello;
#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
mod probe;
mod proxy;
mod target;
#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
mod tunnel;

use std::net::IpAddr;
use std::time::Duration;

use bytes::Bytes;

#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
pub use download::download;
#[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
pub use probe::{probe, probe_all};
pub use proxy::Proxy;
pub use target::Target;

use crate::report::Connection;

/// How to connect.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The name to send instead of the target's host.
    pub server_name: Option<String>,
    /// The address to connect to instead of those of the host.
    pub address: Option<IpAddr>,
    /// The proxy.
    pub proxy: Option<Proxy>,
    /// The longest time for one handshake, and for resolving the name.
    pub timeout: Duration,
}

/// What the handshakes with a server showed.
#[derive(Clone, Debug)]
pub struct Probe {
    /// The handshakes.
    pub connection: Connection,
    /// The certificates of the usual handshake, as sent.
    pub chain: Vec<Bytes>,
}
