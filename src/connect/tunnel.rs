//! Opens connections through an HTTP proxy: CONNECT (RFC 9110 section 9.3.6).

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use base64::Engine as _;

use super::dial::{self, Limited};
use super::{Proxy, Settings, Target};
use crate::ingest::Meaning;

/// The longest answer to CONNECT.
const MAX_ANSWER: usize = 16 * 1024;

/// Opens a connection through a proxy, to the address of the settings or to the host of `target`.
pub(super) fn open(
    proxy: &Proxy,
    target: &Target,
    settings: &Settings,
    limited: impl FnOnce(TcpStream) -> Limited,
) -> Result<Limited, Meaning> {
    let timeout = settings.timeout;
    let addresses = dial::resolve(&proxy.target.host, proxy.target.port, timeout).map_err(|_| Meaning::Proxy)?;
    let stream = addresses
        .into_iter()
        .find_map(|address| dial::connect(address, timeout).ok())
        .ok_or(Meaning::Proxy)?;
    let mut connection = limited(stream);
    let name = match settings.address {
        Some(address) => SocketAddr::new(address, target.port).to_string(),
        None => target.name(),
    };
    let mut request = format!("CONNECT {name} HTTP/1.1\r\nHost: {name}\r\n");
    if let Some(credentials) = &proxy.credentials {
        let encoded = base64::engine::general_purpose::STANDARD.encode(credentials);
        request.push_str("Proxy-Authorization: Basic ");
        request.push_str(&encoded);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");
    connection
        .write_all(request.as_bytes())
        .map_err(|error| dial::meaning(&error))?;
    let mut answer: Vec<u8> = Vec::new();
    let mut byte = [0];
    // One byte at a time: the bytes after the answer belong to TLS.
    while !answer.ends_with(b"\r\n\r\n") {
        match connection.read(&mut byte) {
            Ok(1) if answer.len() < MAX_ANSWER => answer.extend_from_slice(&byte),
            Ok(_) => return Err(Meaning::Proxy),
            Err(error) => return Err(dial::meaning(&error)),
        }
    }
    connection.first.clear();
    let accepted = answer.starts_with(b"HTTP/1.") && answer.get(8..12).is_some_and(|status| status.starts_with(b" 2"));
    if accepted { Ok(connection) } else { Err(Meaning::Proxy) }
}
