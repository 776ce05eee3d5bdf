//! The messages between the page and an engine: a request one way, a response back.

pub mod data_file;
pub mod js;
pub mod request;
pub mod response;

/// What both ends must agree on. An engine of another build is not asked.
pub const BUILD_ID: &str = match option_env!("SSLENGINE_DOCTOR_BUILD") {
    Some(id) => id,
    None => env!("CARGO_PKG_VERSION"),
};

/// What stands in a redacted text where a private key was; the page puts words of its language in its place.
pub const KEY_REMOVED: &str = "\u{FFFC}private-key\u{FFFC}";
