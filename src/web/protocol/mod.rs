//! The messages between the page and an engine: requests and responses.

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

/// Marks the place of a removed private key in a text. The page replaces it with words in its
/// language.
pub const KEY_REMOVED: &str = "\u{FFFC}private-key\u{FFFC}";
