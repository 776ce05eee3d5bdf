//! HTTP proxies, as users and the environment name them.

use std::fmt;

use super::target::Target;

/// An HTTP proxy.
#[derive(Clone, PartialEq, Eq)]
pub struct Proxy {
    pub(super) target: Target,
    /// `user:password`.
    pub(super) credentials: Option<String>,
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Without the credentials.
impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.target.name())
    }
}

impl Proxy {
    /// The address of the proxy with its credentials, which are percent-encoded.
    #[cfg(all(feature = "connect", not(target_arch = "wasm32")))]
    pub(super) fn url(&self) -> String {
        let encoded = |text: &str| -> String {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
            let one = |byte: u8| {
                if plain(byte) {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            };
            text.bytes().map(one).collect()
        };
        let credentials = match self
            .credentials
            .as_deref()
            .map(|text| text.split_once(':').unwrap_or((text, "")))
        {
            Some((user, password)) => [&encoded(user), ":", &encoded(password), "@"].concat(),
            None => String::new(),
        };
        ["http://", &credentials, &self.target.name()].concat()
    }

    /// Parses `[http://][USER:PASSWORD@]HOST[:PORT]`, port 1080 by default as in curl. `None` if it
    /// is not an HTTP proxy.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = match text.split_once("://") {
            Some((scheme, rest)) => scheme.eq_ignore_ascii_case("http").then_some(rest)?,
            None => text,
        };
        let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (credentials, host) = match rest.rsplit_once('@') {
            Some((credentials, host)) => (Some(percent_decoded(credentials)), host),
            None => (None, rest),
        };
        let mut target = Target::parse(host)?;
        let has_port = host
            .rsplit_once(':')
            .is_some_and(|(_, port)| !port.contains(']') && !port.is_empty());
        if !has_port || host.parse::<std::net::Ipv6Addr>().is_ok() {
            target.port = 1080;
        }
        Some(Self { target, credentials })
    }

    /// Returns the proxy that curl would use for `host`: of `https_proxy`, `HTTPS_PROXY`,
    /// `all_proxy` or `ALL_PROXY`, unless `no_proxy` or `NO_PROXY` excludes the host.
    ///
    /// # Errors
    /// The variable that names something else than an HTTP proxy.
    pub fn of_environment(host: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Option<Self>, &'static str> {
        let first = |names: &[&'static str]| {
            names.iter().find_map(|name| {
                // curl ignores an empty variable, too.
                let text = variable(name).filter(|text| !text.is_empty())?;
                Some((*name, text))
            })
        };
        if first(&["no_proxy", "NO_PROXY"]).is_some_and(|(_, list)| excludes(&list, host)) {
            return Ok(None);
        }
        match first(&["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]) {
            Some((name, text)) => Self::parse(&text).map(Some).ok_or(name),
            None => Ok(None),
        }
    }
}

/// Whether a `no_proxy` list contains the host or a domain above it.
fn excludes(list: &str, host: &str) -> bool {
    list.split([',', ' ']).map(str::trim).any(|entry| {
        let domain = entry
            .trim_start_matches("*.")
            .trim_start_matches('.')
            .to_ascii_lowercase();
        entry == "*"
            || !domain.is_empty()
                && (host == domain || host.strip_suffix(&domain).is_some_and(|rest| rest.ends_with('.')))
    })
}

fn percent_decoded(text: &str) -> String {
    let mut out = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex
            .and_then(|hex| u8::from_str_radix(hex, 16).ok())
            .filter(|_| *first == b'%')
        {
            Some(byte) => {
                out.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                out.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_is_read_as_curl_reads_it() {
        for (text, name, credentials) in [
            ("proxy.example:3128", "proxy.example:3128", None),
            ("http://proxy.example", "proxy.example:1080", None),
            (
                "HTTP://u:p%40ss@proxy.example:8080/",
                "proxy.example:8080",
                Some("u:p@ss"),
            ),
            ("http://[::1]:8080", "[::1]:8080", None),
            ("http://[::1]", "[::1]:1080", None),
        ] {
            let proxy = Proxy::parse(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (proxy.to_string().as_str(), proxy.credentials.as_deref()),
                (name, credentials),
                "{text}"
            );
            assert!(!format!("{proxy:?}").contains("p@ss"));
        }
        for text in ["", "socks5://proxy.example:1", "https://proxy.example", "http://"] {
            assert_eq!(Proxy::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_environment_is_read_as_curl_reads_it() {
        let proxy = |host: &str, variables: &[(&str, &str)]| {
            let find = |name: &str| variables.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
            Proxy::of_environment(host, &find)
                .unwrap()
                .map(|proxy| proxy.to_string())
        };
        let one = ("HTTPS_PROXY", "p.example:1");
        assert_eq!(proxy("a.example", &[one]).unwrap(), "p.example:1");
        assert_eq!(
            proxy("a.example", &[("https_proxy", "q.example:2"), one]).unwrap(),
            "q.example:2"
        );
        assert_eq!(
            proxy("a.example", &[("ALL_PROXY", "p.example:1")]).unwrap(),
            "p.example:1"
        );
        assert_eq!(proxy("a.example", &[("http_proxy", "p.example:1")]), None);
        for list in ["a.example", ".example", "*", "x, example", "*.example"] {
            assert_eq!(proxy("a.example", &[one, ("NO_PROXY", list)]), None, "{list}");
        }
        // curl ignores an empty variable.
        let empty = [("https_proxy", ""), ("all_proxy", "p.example:1")];
        assert_eq!(proxy("a.example", &empty).unwrap(), "p.example:1");
        let socks = |name: &str| (name == "ALL_PROXY").then(|| "socks5://user:secret@p.example".to_owned());
        assert_eq!(Proxy::of_environment("a.example", &socks), Err("ALL_PROXY"));
        for list in ["ample", "b.example", ""] {
            assert!(proxy("a.example", &[one, ("NO_PROXY", list)]).is_some(), "{list}");
        }
    }
}
