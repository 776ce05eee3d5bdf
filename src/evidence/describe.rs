//! What the description of a certificate shows.

use super::command;
use crate::cert::UnixTime;
use crate::ingest::Described;
use crate::report::product_tables::{In, ROWS};
use crate::report::{DefaultProduct, InputReport, Observation, RecognizedKind};

/// Half a day and more: the difference between UTC and any other time zone.
const ZONE: i64 = 14 * 3600;

/// The largest RSA key of requirement 4, in bits.
const MAX_BITS: u32 = 2048;

/// A description, what it shows, and the command that prints the certificate.
#[derive(Clone, Debug, PartialEq)]
pub struct DescriptionNote<'a> {
    /// The description.
    pub described: &'a Described,
    /// What it shows.
    pub observations: Vec<Observation>,
    /// The command whose output to paste.
    pub command: String,
}

/// The descriptions of an input, with what they show at the time `at`. `hostname` is the host name
/// that the user gave, if any.
#[must_use]
pub fn descriptions<'a>(
    input: &'a InputReport,
    hostname: Option<&str>,
    at: Option<UnixTime>,
) -> Vec<DescriptionNote<'a>> {
    let hints = &input.hints;
    let hostname = hostname.or(hints.hostname().map(|(name, _)| name));
    let notes = (0_usize..)
        .zip(&hints.described)
        .map(|(place, described)| DescriptionNote {
            described,
            observations: observe(described, hostname.filter(|_| place == 0), place == 0, at),
            command: command::print(described, hints.host.as_ref()),
        });
    notes.collect()
}

/// Returns what a description shows for certain. The first one is that of the server, unless it is
/// a CA.
fn observe(described: &Described, hostname: Option<&str>, first: bool, at: Option<UnixTime>) -> Vec<Observation> {
    let mut found = Vec::new();
    // A self-signed certificate of a server is often a CA, too; a CA of its own has no host names.
    let server = first && (described.is_ca != Some(true) || !described.names.is_empty());
    let recognized = recognize(described);
    if let Some((kind, product)) = recognized {
        let product = product.to_owned();
        found.push(Observation::Recognized { kind, product });
    }
    if let Some(at) = at {
        let zone = if described.utc { 0 } else { ZONE };
        let shifted = |moment: UnixTime, by: i64| moment.seconds().saturating_add(by);
        match (described.not_before, described.not_after) {
            (_, Some(end)) if shifted(end, zone) < at.seconds() => {
                found.push(Observation::Expired { not_after: end, at });
            }
            (Some(start), _) if shifted(start, -zone) > at.seconds() => {
                found.push(Observation::NotYetValid { not_before: start, at });
            }
            _ => {}
        }
    }
    if let (true, Some(host)) = (server, hostname)
        && !may_be_for(described, host)
    {
        found.push(Observation::OtherHost { host: host.to_owned() });
    }
    let self_signed = described.subject.is_some() && described.subject == described.issuer;
    if server && self_signed && recognized.is_none() {
        found.push(Observation::SelfSigned {});
    }
    let rsa = described
        .key_algorithm
        .as_deref()
        .is_some_and(|name| name.to_ascii_lowercase().contains("rsa"));
    if let (true, true, Some(bits)) = (server, rsa, described.key_bits)
        && bits > MAX_BITS
    {
        found.push(Observation::KeyTooLarge { bits });
    }
    found
}

/// Whether a certificate with these names may be for this host. True if that is not certain.
fn may_be_for(described: &Described, host: &str) -> bool {
    let names = &described.names;
    let plain = |name: &str| name.is_ascii() && !name.to_ascii_lowercase().contains("xn--");
    let address = host.parse::<std::net::IpAddr>().is_ok();
    if !described.all_names || names.is_empty() || address || !plain(host) || !names.iter().all(|name| plain(name)) {
        return true;
    }
    let fits = |name: &String| {
        let name = name.trim_end_matches('.');
        if name.eq_ignore_ascii_case(host) {
            return true;
        }
        match (name.split_once('.'), host.split_once('.')) {
            (Some((first, rest)), Some((_, domain))) => first.contains('*') && rest.eq_ignore_ascii_case(domain),
            _ => name.contains('*'),
        }
    };
    names.iter().any(fits)
}

/// Recognizes who made the certificate, by the names in it.
fn recognize(described: &Described) -> Option<(RecognizedKind, &'static str)> {
    let (subject, issuer) = (names(described.subject.as_ref()), names(described.issuer.as_ref()));
    ROWS.iter().find_map(|(place, text, product, vendor, _)| {
        let found = match place {
            In::Subject => subject.contains(text),
            In::Issuer => issuer.contains(text),
            // Words that are certain only in a certificate that was checked.
            In::OwnSubject => false,
        };
        recognized(*product, vendor).filter(|_| found)
    })
}

/// Returns a name as the table has it: in lowercase, and without the spaces that tools write.
fn names(name: Option<&String>) -> String {
    let name = name.map(|name| name.to_ascii_lowercase()).unwrap_or_default();
    name.replace(" = ", "=").replace(", ", ",")
}

/// Returns what a product shows by itself, and its name.
fn recognized(product: DefaultProduct, vendor: &'static str) -> Option<(RecognizedKind, &'static str)> {
    match product {
        DefaultProduct::IngressNginx => Some((RecognizedKind::Default, "ingress-nginx")),
        DefaultProduct::Traefik => Some((RecognizedKind::Default, "Traefik")),
        DefaultProduct::ReverseProxy => Some((RecognizedKind::Default, vendor)),
        DefaultProduct::CloudflareOrigin => Some((RecognizedKind::CloudflareOrigin, "Cloudflare")),
        DefaultProduct::LetsEncryptStaging => Some((RecognizedKind::Staging, "Let’s Encrypt")),
        DefaultProduct::InspectionProxy => {
            Some((RecognizedKind::Proxy, vendor)).filter(|(_, vendor)| !vendor.is_empty())
        }
        DefaultProduct::Plesk
        | DefaultProduct::Cpanel
        | DefaultProduct::Localhost
        | DefaultProduct::AcmPrivateCa
        | DefaultProduct::Snakeoil
        | DefaultProduct::KubernetesApi
        | DefaultProduct::ApplicationServer
        | DefaultProduct::Appliance
        | DefaultProduct::PrivateCa
        | DefaultProduct::Platform => None,
    }
}
