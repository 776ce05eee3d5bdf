//! All handshakes with one server, and several servers at a time.

use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use super::ask::{Ask, Handshake, known};
use super::{Probe, Settings, Target, dial, handshake, hello};
use crate::ingest::{LogKind, Meaning};
use crate::report::{Attempt, Connection, How};

/// The most addresses of a host that are compared.
const MAX_ADDRESSES: usize = 8;

/// The most servers that are connected to at the same time.
const MAX_AT_ONCE: usize = 16;

/// Connects to several servers, 16 at a time. Passes each result with its index to
/// `done`, in order.
pub fn probe_all(servers: &[(Target, Settings)], done: &mut dyn FnMut(usize, Probe)) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        let (send, receive) = mpsc::channel();
        for _ in 0..servers.len().min(MAX_AT_ONCE) {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((target, settings)) = servers.get(at) else {
                        return;
                    };
                    if send.send((at, probe(target, settings))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(send);
        let mut early: std::collections::BTreeMap<usize, Probe> = std::collections::BTreeMap::new();
        let mut turn = 0_usize;
        for (at, result) in receive {
            early.insert(at, result);
            while let Some(result) = early.remove(&turn) {
                done(turn, result);
                turn = turn.saturating_add(1);
            }
        }
    });
}

/// Connects to `target` in every way that is compared.
#[must_use]
pub fn probe(target: &Target, settings: &Settings) -> Probe {
    let asked = settings.server_name.as_deref().unwrap_or(&target.host);
    let server_name = Some(asked).filter(|name| name.parse::<IpAddr>().is_err());
    let mut connection = Connection {
        host: target.host.clone(),
        port: target.port,
        server_name: server_name.map(str::to_owned),
        proxy: settings.proxy.as_ref().map(ToString::to_string),
        attempts: Vec::new(),
        downloads: Vec::new(),
        with_downloads: None,
    };
    let addresses = match addresses(target, settings) {
        Ok(addresses) => addresses,
        Err(meaning) => {
            let failed = Handshake::failed(How::Usual, None, known(meaning));
            connection.attempts.push(failed.attempt);
            return Probe {
                connection,
                chain: Vec::new(),
            };
        }
    };
    let attempt = |how: How, address: Option<SocketAddr>| {
        let ask = Ask {
            how,
            target,
            address,
            server_name: server_name.filter(|_| how != How::WithoutName),
            settings,
        };
        match how {
            How::Legacy => hello::attempt(&ask),
            _ => handshake::attempt(&ask),
        }
    };
    // The first address that accepts the connection is the usual one, as in Java.
    let mut tried: Vec<Handshake> = Vec::new();
    let mut left = addresses.iter().copied();
    for address in left.by_ref() {
        let one = attempt(How::Usual, address);
        let connected = one.connected;
        tried.push(one);
        if connected {
            break;
        }
    }
    let Some(usual) = tried.pop() else {
        return Probe {
            connection,
            chain: Vec::new(),
        };
    };
    let mut others: Vec<(How, Option<SocketAddr>)> = Vec::new();
    if usual.connected {
        let same = usual.address;
        if server_name.is_some() {
            others.push((How::WithoutName, same));
        }
        if !usual.chain.is_empty() {
            others.extend([(How::Tls12, same), (How::Tls13, same)]);
            others.extend(left.map(|address| (How::Usual, address)));
        }
    }
    // rustls cannot negotiate everything that Java can.
    let mut chain = usual.chain;
    let legacy = (usual.connected && chain.is_empty()).then(|| attempt(How::Legacy, usual.address));
    let refused = |legacy: &Handshake| matches!(legacy.attempt.trouble, Some(LogKind::OtherAlert { .. }));
    let legacy = legacy.filter(|legacy| !legacy.chain.is_empty() || refused(legacy));
    let legacy = legacy.map(|legacy| {
        chain = legacy.chain;
        legacy.attempt
    });
    let others: Vec<Attempt> = std::thread::scope(|scope| {
        let running: Vec<_> = others
            .into_iter()
            .map(|(how, address)| scope.spawn(move || attempt(how, address).attempt))
            .collect();
        running.into_iter().filter_map(|one| one.join().ok()).collect()
    });
    connection.attempts.push(usual.attempt);
    connection.attempts.extend(tried.into_iter().map(|one| one.attempt));
    connection.attempts.extend(others);
    connection.attempts.extend(legacy);
    Probe { connection, chain }
}

/// The addresses to connect to; `None` stands for "whatever the proxy finds".
fn addresses(target: &Target, settings: &Settings) -> Result<Vec<Option<SocketAddr>>, Meaning> {
    if settings.proxy.is_some() {
        return Ok(vec![None]);
    }
    if let Some(address) = settings.address {
        return Ok(vec![Some(SocketAddr::new(address, target.port))]);
    }
    let found = dial::resolve(&target.host, target.port, settings.timeout)?;
    Ok(found.into_iter().take(MAX_ADDRESSES).map(Some).collect())
}
