//! Name resolution and TCP, with a time limit.

use std::io;
use std::net::{SocketAddr, TcpStream, ToSocketAddrs as _};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::ingest::Meaning;

/// Returns the addresses of a host, each once, in the system's order.
pub(super) fn resolve(host: &str, port: u16, timeout: Duration) -> Result<Vec<SocketAddr>, Meaning> {
    let (send, receive) = mpsc::channel();
    let name = host.to_owned();
    // The system's resolver has no time limit of its own, so the thread may outlive this call.
    std::thread::spawn(move || {
        let found = (name.as_str(), port).to_socket_addrs().map(Iterator::collect::<Vec<_>>);
        let _ = send.send(found);
    });
    let found = match receive.recv_timeout(timeout) {
        Ok(found) => found.map_err(|_| Meaning::Dns)?,
        Err(_) => return Err(Meaning::Timeout),
    };
    let mut addresses: Vec<SocketAddr> = Vec::new();
    for address in found {
        if !addresses.contains(&address) {
            addresses.push(address);
        }
    }
    if addresses.is_empty() {
        Err(Meaning::Dns)
    } else {
        Ok(addresses)
    }
}

/// Opens a TCP connection.
pub(super) fn connect(address: SocketAddr, timeout: Duration) -> Result<TcpStream, Meaning> {
    let stream = TcpStream::connect_timeout(&address, timeout).map_err(|error| meaning(&error))?;
    let _ = stream.set_nodelay(true);
    Ok(stream)
}

/// What an error of the network means.
pub(super) fn meaning(error: &io::Error) -> Meaning {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => Meaning::Refused,
        io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => Meaning::Timeout,
        io::ErrorKind::ConnectionReset | io::ErrorKind::ConnectionAborted | io::ErrorKind::BrokenPipe => Meaning::Reset,
        io::ErrorKind::UnexpectedEof => Meaning::ClosedEarly,
        _ => Meaning::Unreachable,
    }
}

/// A TCP connection that ends at a moment, and keeps the first bytes that it received.
#[derive(Debug)]
pub(super) struct Limited {
    pub(super) stream: TcpStream,
    pub(super) until: Instant,
    pub(super) first: Vec<u8>,
}

/// How many of the first bytes are kept.
const KEPT: usize = 16;

impl Limited {
    pub(super) fn new(stream: TcpStream, until: Instant) -> Self {
        Self {
            stream,
            until,
            first: Vec::new(),
        }
    }

    fn left(&self) -> io::Result<Duration> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        Ok(left)
    }
}

impl io::Read for Limited {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(self.left()?))?;
        let count = self.stream.read(buffer)?;
        let room = KEPT.saturating_sub(self.first.len());
        self.first
            .extend_from_slice(buffer.get(..count.min(room)).unwrap_or_default());
        Ok(count)
    }
}

impl io::Write for Limited {
    fn write(&mut self, buffer: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(self.left()?))?;
        self.stream.write(buffer)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
