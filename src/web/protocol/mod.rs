//! The messages between the page and an engine: a request one way, a response back.

pub mod data_file;
pub mod js;
mod message;
pub mod request;
pub mod response;

/// The build of the page or engine. The page does not use an engine of another build.
pub const BUILD_ID: &str = match option_env!("SSLENGINE_DOCTOR_BUILD") {
    Some(id) => id,
    None => env!("CARGO_PKG_VERSION"),
};

/// Marks in a redacted text where a private key was; the page replaces it with words of its language.
pub const KEY_REMOVED: &str = "\u{FFFC}private-key\u{FFFC}";
