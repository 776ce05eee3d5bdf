//! How to download a certificate that this tool does not have, from the address in the certificate
//! below it.
//!
//! # References
//! - RFC 5280 §4.2.2.1: caIssuers points to one certificate in DER or to a PKCS#7 of several
//!   (`.p7c`).

use crate::i18n::format::say;

/// The longest address used in a command, in bytes.
const LONGEST: usize = 300;

/// The commands that download the issuer from these addresses (AIA caIssuers) to `missing.pem`. An
/// address is untrusted text: only http and https addresses without characters that are special in
/// a shell are used.
#[must_use]
pub fn fetch_commands(locations: &[String]) -> Vec<String> {
    let plain = locations.iter().filter(|location| is_plain(location));
    plain
        .map(|location| {
            let path = location
                .split(['?', '#'])
                .next()
                .unwrap_or(location)
                .to_ascii_lowercase();
            if path.ends_with(".p7c") || path.ends_with(".p7b") {
                say!(
                    "curl -sS {0} | openssl pkcs7 -inform der -print_certs -out missing.pem",
                    location
                )
            } else {
                say!("curl -sS {0} | openssl x509 -inform der -out missing.pem", location)
            }
        })
        .collect()
}

fn is_plain(location: &str) -> bool {
    let rest = location
        .strip_prefix("http://")
        .or_else(|| location.strip_prefix("https://"));
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"._~:/%+-".contains(&byte);
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(fit)) && location.len() <= LONGEST
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn fetches_one_certificate_or_several() {
        let of = |location: &str| fetch_commands(&[location.to_owned()]);
        assert_eq!(
            of("http://crt.r2m02.amazontrust.com/r2m02.cer"),
            ["curl -sS http://crt.r2m02.amazontrust.com/r2m02.cer | openssl x509 -inform der -out missing.pem"]
        );
        assert!(of("http://pki.example/ca.P7C")[0].contains("openssl pkcs7"));
    }

    #[test]
    fn rejects_characters_that_are_special_in_a_shell() {
        for location in [
            "http://a/$(reboot)",
            "http://a/`x`",
            "http://a/;x",
            "http://a/x y",
            "http://a/'x",
            "http://a/&x",
            "ldap://a/x",
            "file:///etc/passwd",
            "http://",
            "-o/etc/x",
        ] {
            assert!(fetch_commands(&[location.to_owned()]).is_empty(), "{location}");
        }
    }
}
