//! Finds the host that an input is about, in a command, a URL or a log line.

use memchr::memmem;

use super::phrase_hits::Seen;
use crate::ingest::report::hint::Host;
use crate::ingest::text::excerpt::{after_phrase, line, number};

/// Returns the host in a command, a URL or a message. The name sent as SNI takes precedence over
/// the address.
pub(crate) fn host(text: &[u8], seen: &Seen) -> Option<Host> {
    let behind = |at: usize, phrase: &str| parse_host(text.get(at + phrase.len()..)?);
    let first = |phrase: &str| seen.places(phrase).find_map(|at| behind(at, phrase));
    let connect = first("-connect ")
        .or_else(|| first("-sslserver "))
        .or_else(|| first("-connect="));
    if let Some(name) = first("-servername ") {
        return Some(Host {
            port: connect.and_then(|host| host.port),
            ..name
        });
    }
    connect
        .or_else(|| first("s_client "))
        .or_else(|| {
            let mut places = memmem::find_iter(text, "-host ").take(8);
            places.find_map(|at| behind(at, "-host "))
        })
        .or_else(|| first("Sending request to https://"))
        .or_else(|| first("Endpoint request URI: https://"))
        .or_else(|| {
            memmem::find_iter(text, "curl")
                .take(8)
                .find_map(|at| parse_host(after_phrase(line(text.get(at..)?), "https://")?))
        })
        .or_else(|| {
            let at = seen.places("* Connected to ").next()?;
            let words = line(text.get(at + 15..)?);
            let port = after_phrase(words, " port ")
                .and_then(number)
                .and_then(|(port, _)| u16::try_from(port).ok());
            parse_host(words).map(|host| Host { port, ..host })
        })
        .or_else(|| first("Host name '"))
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
