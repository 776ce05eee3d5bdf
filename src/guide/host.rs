//! Parses the host field: what people type or paste, as host name and port.

/// A host name and a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Name or address, without brackets.
    pub name: String,
    /// Port; 443 by default.
    pub port: u16,
}

/// Reads a host name, `host:port`, or a URL with either in it. `None` if there is no usable host.
///
/// It accepts only characters of host names and addresses, so the result is safe in a shell
/// command.
#[must_use]
pub fn parse(text: &str) -> Option<Endpoint> {
    let text = text.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.split(['/', '?', '#']).next()?;
    let text = text.rsplit_once('@').map_or(text, |(_, rest)| rest);
    let (name, port) = match text.strip_prefix('[') {
        Some(rest) => {
            let (name, after) = rest.split_once(']')?;
            (name, after.strip_prefix(':'))
        }
        None if text.matches(':').count() > 1 => (text, None),
        None => text
            .split_once(':')
            .map_or((text, None), |(name, port)| (name, Some(port))),
    };
    let port = match port {
        None | Some("") => 443,
        Some(digits) => digits.parse().ok().filter(|port| *port != 0)?,
    };
    let name = name.trim_end_matches('.');
    let fit = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':');
    let plain = !name.is_empty() && name.len() <= 253 && name.chars().all(fit) && !name.starts_with('-');
    plain.then(|| Endpoint {
        name: name.to_owned(),
        port,
    })
}

impl Endpoint {
    /// The placeholder in a command if the host is not known.
    #[must_use]
    pub fn placeholder() -> Self {
        Self {
            name: "HOST".to_owned(),
            port: 443,
        }
    }

    /// The name as written in a URL: an IPv6 address in brackets (RFC 3986 §3.2.2).
    #[must_use]
    pub fn bracketed(&self) -> String {
        if self.name.contains(':') {
            ["[", &self.name, "]"].concat()
        } else {
            self.name.clone()
        }
    }

    /// Name and port, such as `example.com:443` or `[2001:db8::1]:443`.
    #[must_use]
    pub fn target(&self) -> String {
        [&self.bracketed(), ":", &self.port.to_string()].concat()
    }

    /// Whether the name is an IPv4 or IPv6 address.
    #[must_use]
    pub fn is_address(&self) -> bool {
        self.name.parse::<std::net::IpAddr>().is_ok()
    }

    /// The option for the server name, with a space before it. Empty for an address: clients never
    /// send one as a server name (RFC 6066 §3).
    #[must_use]
    pub fn sni(&self) -> String {
        if self.is_address() {
            String::new()
        } else {
            [" -servername ", &self.name].concat()
        }
    }
}

/// The command whose output the user pastes, for this host or for a placeholder.
#[must_use]
pub fn command(host: Option<&Endpoint>) -> String {
    let host = host.cloned().unwrap_or_else(Endpoint::placeholder);
    let parts = [
        "openssl s_client -connect ",
        &host.target(),
        &host.sni(),
        " -showcerts </dev/null",
    ];
    parts.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(name: &str, port: u16) -> Option<Endpoint> {
        Some(Endpoint {
            name: name.into(),
            port,
        })
    }

    #[test]
    fn reads_what_people_paste() {
        assert_eq!(parse(" api.example.com "), host("api.example.com", 443));
        assert_eq!(parse("api.example.com:8443"), host("api.example.com", 8443));
        assert_eq!(
            parse("https://user@api.example.com:8443/v1?x#y"),
            host("api.example.com", 8443)
        );
        assert_eq!(parse("192.0.2.1"), host("192.0.2.1", 443));
        assert_eq!(parse("2001:db8::1"), host("2001:db8::1", 443));
        assert_eq!(parse("https://[2001:db8::1]:444/"), host("2001:db8::1", 444));
        assert_eq!(parse("example.com."), host("example.com", 443));
    }

    #[test]
    fn rejects_characters_that_are_special_in_a_shell() {
        for text in [
            "",
            "a b",
            "$(reboot)",
            "a;b",
            "-servername",
            "a:port",
            "a:0",
            "`x`",
            "a'b",
            &"a".repeat(300),
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn writes_the_command() {
        assert_eq!(
            command(parse("example.com").as_ref()),
            "openssl s_client -connect example.com:443 -servername example.com -showcerts </dev/null"
        );
        assert_eq!(
            command(parse("2001:db8::1").as_ref()),
            "openssl s_client -connect [2001:db8::1]:443 -showcerts </dev/null"
        );
        assert!(command(None).contains("-connect HOST:443 -servername HOST"));
    }
}
