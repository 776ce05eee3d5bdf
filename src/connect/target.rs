//! The server to connect to, as users write it.

use std::net::Ipv6Addr;

use crate::handshake::ascii_host;

/// A host and a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The host name in ASCII, or the IP address without brackets.
    pub host: String,
    /// The port.
    pub port: u16,
}

impl Target {
    /// Parses `HOST`, `HOST:PORT`, `[IPv6]:PORT`, an IPv6 address, or the address of a page, whose
    /// path is ignored. Names in Unicode are converted as Java does. `None` if it is none of these.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.split_once("://").map_or(text, |(_, rest)| rest);
        let text = text.split(['/', '?', '#']).next().unwrap_or_default();
        if let Ok(address) = text.parse::<Ipv6Addr>() {
            return Some(Self {
                host: address.to_string(),
                port: 443,
            });
        }
        if let Some(rest) = text.strip_prefix('[') {
            let (address, rest) = rest.split_once(']')?;
            let port = match rest {
                "" => 443,
                rest => port(rest.strip_prefix(':')?)?,
            };
            let host = address.parse::<Ipv6Addr>().ok()?.to_string();
            return Some(Self { host, port });
        }
        let (host, port) = match text.split_once(':') {
            Some((host, digits)) => (host, port(digits)?),
            None => (text, 443),
        };
        let host = ascii_host(host.strip_suffix('.').unwrap_or(host))?.to_ascii_lowercase();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
        let is_host = !host.is_empty() && host.len() <= 253 && host.chars().all(fits) && !host.starts_with('-');
        is_host.then_some(Self { host, port })
    }

    /// `host:port`, with brackets around an IPv6 address.
    #[must_use]
    pub fn name(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}

/// A port from 1 to 65535.
fn port(digits: &str) -> Option<u16> {
    digits
        .parse()
        .ok()
        .filter(|port| *port > 0 && digits.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_server_is_read() {
        for (text, host, port) in [
            ("api.example.com", "api.example.com", 443),
            ("API.Example.com:8443", "api.example.com", 8443),
            (" https://api.example.com:8443/x?y#z ", "api.example.com", 8443),
            ("https://api.example.com", "api.example.com", 443),
            ("api.example.com.", "api.example.com", 443),
            ("bücher.example", "xn--bcher-kva.example", 443),
            ("127.0.0.1:1", "127.0.0.1", 1),
            ("::1", "::1", 443),
            ("[::1]", "::1", 443),
            ("[2001:DB8::0:1]:8443", "2001:db8::1", 8443),
            ("my_service.local", "my_service.local", 443),
        ] {
            let target = Target::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((target.host.as_str(), target.port), (host, port), "{text}");
            assert_eq!(Target::parse(&target.name()).unwrap(), target, "{text}");
        }
    }

    #[test]
    fn other_text_is_no_server() {
        for text in [
            "",
            ":443",
            "https://",
            "a b",
            "host:0",
            "host:65536",
            "host:x",
            "host:+1",
            "[::1",
            "[::1]8443",
            "[host]:1",
            "a..b",
            "user@host",
            "host:1:2",
            "-----BEGIN",
            "ho\u{202e}st",
        ] {
            assert_eq!(Target::parse(text), None, "{text}");
        }
    }
}
