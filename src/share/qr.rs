//! Draws a link as a QR code.
//!
//! # References
//! - ISO/IEC 18004: level L (7 % of the code may be unreadable), a quiet zone of four modules.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;
use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use super::QrError;
use crate::num::small;

/// The longest link that becomes a code, in characters. For longer ones the modules would be too
/// small for a phone's camera.
pub const MAX_QR_CHARACTERS: usize = 1_200;

/// The margin that scanners need, in modules.
const QUIET: i32 = 4;

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
pub struct Qr {
    /// The width in modules, including the margin of four on each side: the width of the SVG's view
    /// box.
    pub modules: u32,
    /// The dark modules as the `d` of an SVG path, one unit per module.
    pub path: String,
}

/// Draws the QR code of `link`, a whole address.
///
/// # Errors
/// [`QrError::TooLong`] if the link has more than [`MAX_QR_CHARACTERS`] characters.
pub fn qr(link: &str) -> Result<Qr, QrError> {
    let too_long = QrError::TooLong {
        characters: small(link.chars().count()),
        max: small(MAX_QR_CHARACTERS),
    };
    if link.len() > MAX_QR_CHARACTERS {
        return Err(too_long);
    }
    let code = QrCode::encode_text(link, QrCodeEcc::Low).map_err(|_| too_long)?;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                // Writing into a string cannot fail.
                let _ = write!(path, "M{},{}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += i32::try_from(run).unwrap_or(i32::MAX).saturating_add(1);
        }
    }
    Ok(Qr {
        modules: u32::try_from(code.size() + 2 * QUIET).unwrap_or_default(),
        path,
    })
}
