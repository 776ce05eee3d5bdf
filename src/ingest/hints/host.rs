//! Finds the host that an input is about, in a command, a URL or a log line.

use memchr::memmem;

use super::leads::OWN_OUTPUT;
use super::phrase_hits::Seen;
use crate::ingest::report::hint::{Host, HostOrigin};
use crate::ingest::text::excerpt::{after_phrase, line, number, until};

/// A host, where it is in the text, and what names it.
pub(crate) type Found = (Host, usize, HostOrigin);

/// Returns the host in a log line, a command, a URL or a message. What API Gateway requests comes
/// first, then the name sent as SNI, then addresses.
pub(crate) fn host(text: &[u8], seen: &Seen) -> Option<Found> {
    let own = seen.places(OWN_OUTPUT).find_map(|at| {
        Some((
            own_output(line(text.get(at + OWN_OUTPUT.len()..)?))?,
            at,
            HostOrigin::Handshake,
        ))
    });
    if own.is_some() {
        return own;
    }
    let behind = |at: usize, phrase: &str| parse_host(text.get(at + phrase.len()..)?);
    let first = |phrase: &str, origin: HostOrigin| {
        let mut places = seen.places(phrase);
        places.find_map(|at| Some((behind(at, phrase)?, at, origin)))
    };
    let requested = |phrase: &str| {
        let hosts = seen.places(phrase).filter_map(|at| Some((behind(at, phrase)?, at)));
        let mut hosts = hosts.map(|(host, at)| (host, at, HostOrigin::Request));
        hosts.find(|(host, ..)| !is_lambda(&host.name))
    };
    let requested = requested("Sending request to https://").or_else(|| requested("Endpoint request URI: https://"));
    if requested.is_some() {
        return requested;
    }
    let connect = first("-connect ", HostOrigin::Connect)
        .or_else(|| first("-sslserver ", HostOrigin::Connect))
        .or_else(|| first("-connect=", HostOrigin::Connect));
    if let Some((name, at, origin)) = first("-servername ", HostOrigin::ServerName) {
        let port = connect.and_then(|(host, ..)| host.port);
        return Some((Host { port, ..name }, at, origin));
    }
    connect
        .or_else(|| first("s_client ", HostOrigin::Connect))
        .or_else(|| {
            let mut places = memmem::find_iter(text, "-host ").take(8);
            places.find_map(|at| Some((behind(at, "-host ")?, at, HostOrigin::Connect)))
        })
        .or_else(|| {
            let mut places = memmem::find_iter(text, "curl").take(8);
            places.find_map(|at| Some((curl(line(text.get(at..)?))?, at, HostOrigin::Url)))
        })
        .or_else(|| {
            let at = seen.places("* Connected to ").next()?;
            let words = line(text.get(at + 15..)?);
            let port = after_phrase(words, " port ")
                .and_then(number)
                .and_then(|(port, _)| u16::try_from(port).ok());
            Some((
                Host {
                    port,
                    ..parse_host(words)?
                },
                at,
                HostOrigin::Url,
            ))
        })
        .or_else(|| first("Host name '", HostOrigin::Message))
}

/// Returns the host that was checked, with the port of the server, from the first line of this
/// program's own output.
fn own_output(line: &[u8]) -> Option<Host> {
    let server = parse_host(line)?;
    let name = after_phrase(line, " for ")?.trim_ascii();
    let fits = |byte: &u8| byte.is_ascii_alphanumeric() || b".-_:".contains(byte);
    let is_name = !name.is_empty() && name.len() <= 253 && name.iter().all(fits);
    is_name.then(|| Host {
        name: String::from_utf8_lossy(name).into_owned(),
        port: server.port,
    })
}

/// Returns the host of a curl command; `None` if it downloads a certificate or a list.
fn curl(command: &[u8]) -> Option<Host> {
    const DOWNLOADS: [&[u8]; 8] = [b".pem", b".crt", b".cer", b".der", b".p7b", b".p7c", b".zip", b".txt"];
    let address = after_phrase(command, "https://")?;
    let address = until(address, b" \t'\"|>;)");
    let download = DOWNLOADS.iter().any(|ending| address.ends_with(ending));
    parse_host(address).filter(|_| !download)
}

/// Whether this is the Lambda service, which API Gateway calls for an integration with a function.
fn is_lambda(name: &str) -> bool {
    name.starts_with("lambda.") && name.contains(".amazonaws.")
}

/// Parses `name`, `name:port` or `[v6]:port`, with or without a scheme before it.
fn parse_host(bytes: &[u8]) -> Option<Host> {
    let bytes = bytes.get(..bytes.len().min(300))?;
    let blanks = bytes.iter().take_while(|byte| b" \t'\"".contains(byte)).count();
    let bytes = bytes.get(blanks..)?;
    let bytes = bytes.strip_prefix(b"https://").unwrap_or(bytes);
    let (name, rest) = match bytes.strip_prefix(b"[") {
        Some(inner) => {
            let len = inner.iter().position(|byte| *byte == b']')?;
            let name = inner.get(..len)?;
            if !name
                .iter()
                .all(|byte| byte.is_ascii_hexdigit() || b":.%".contains(byte))
            {
                return None;
            }
            (name, inner.get(len + 1..)?)
        }
        None => {
            let len = bytes
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(byte))
                .count();
            bytes.split_at(len)
        }
    };
    let first = name.first()?;
    let plausible = first.is_ascii_alphanumeric() || *first == b':';
    if !plausible || name.len() > 253 || !(name.contains(&b'.') || name.contains(&b':') || rest.first() == Some(&b':'))
    {
        return None;
    }
    let port = rest
        .strip_prefix(b":")
        .and_then(number)
        .and_then(|(port, _)| u16::try_from(port).ok());
    Some(Host {
        name: String::from_utf8_lossy(name).into_owned(),
        port,
    })
}
