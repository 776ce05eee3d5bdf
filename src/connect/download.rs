//! Downloads of missing certificates over HTTP.
//!
//! The addresses come from certificates that a server sent, so each download is limited: `http`
//! only, [`MAX_BYTES`], [`MAX_REDIRECTS`], and the time of [`Settings::timeout`] including
//! redirects. The answer needs no protection: a certificate is signed, and the core checks it.

use std::time::{Duration, Instant};

use bytes::Bytes;
use ureq::http::header::LOCATION;
use ureq::{Agent, Error};

use super::Settings;
use crate::report::DownloadTrouble;

/// The most bytes of an answer. Bundles of CAs (PKCS#7) have a few kilobytes.
pub(super) const MAX_BYTES: u32 = 64 * 1024;

/// The most redirects of one download.
const MAX_REDIRECTS: usize = 2;

/// Downloads a certificate.
///
/// # Errors
/// Why there is no answer.
pub fn download(url: &str, settings: &Settings) -> Result<Bytes, DownloadTrouble> {
    if !is_http(url) {
        return Err(DownloadTrouble::NotHttp);
    }
    let until = Instant::now().checked_add(settings.timeout);
    let agent: Agent = agent(settings)?;
    let mut address = url.to_owned();
    for _ in 0..=MAX_REDIRECTS {
        let left = until.map_or(Duration::ZERO, |until| until.saturating_duration_since(Instant::now()));
        if left.is_zero() {
            return Err(DownloadTrouble::TooSlow);
        }
        let request = agent.get(&address).config().timeout_global(Some(left)).build();
        let mut response = request.call().map_err(|error| trouble(&error))?;
        let status = response.status();
        if status.is_redirection() {
            let to = response.headers().get(LOCATION).and_then(|to| to.to_str().ok());
            address = to
                .and_then(|to| target(&address, to))
                .ok_or(DownloadTrouble::Redirect)?;
            continue;
        }
        if status.as_u16() != 200 {
            return Err(DownloadTrouble::Status {
                status: status.as_u16(),
            });
        }
        let body = response.body_mut().with_config().limit(MAX_BYTES.into()).read_to_vec();
        return body.map(Bytes::from).map_err(|error| trouble(&error));
    }
    Err(DownloadTrouble::Redirect)
}

fn agent(settings: &Settings) -> Result<Agent, DownloadTrouble> {
    let proxy = match &settings.proxy {
        Some(proxy) => Some(ureq::Proxy::new(&proxy.url()).map_err(|_| DownloadTrouble::Unreachable)?),
        None => None,
    };
    let config = Agent::config_builder()
        .proxy(proxy)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .user_agent(concat!("sslengine-doctor/", env!("CARGO_PKG_VERSION")))
        .accept("application/pkix-cert, application/pkcs7-mime")
        .build();
    Ok(config.into())
}

fn is_http(url: &str) -> bool {
    url.get(..7)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("http://"))
}

/// Where a redirect leads: an `http` address, or a path on the same host.
fn target(from: &str, to: &str) -> Option<String> {
    if is_http(to) {
        return Some(to.to_owned());
    }
    if !to.starts_with('/') || to.starts_with("//") {
        return None;
    }
    let host = from.get(7..)?.split(['/', '?', '#']).next()?;
    Some(["http://", host, to].concat())
}

fn trouble(error: &Error) -> DownloadTrouble {
    match error {
        Error::Timeout(_) => DownloadTrouble::TooSlow,
        Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) => DownloadTrouble::TooLarge { limit: MAX_BYTES },
        Error::Io(error) if error.kind() == std::io::ErrorKind::TimedOut => DownloadTrouble::TooSlow,
        _ => DownloadTrouble::Unreachable,
    }
}
