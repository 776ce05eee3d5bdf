//! A link as a code to scan.
//!
//! # References
//! - ISO/IEC 18004: level L (7 % of the code may be unreadable), a quiet zone of four modules.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;
use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

use super::QrError;
use crate::num::small;

/// The most characters of a link that become a code: beyond it the modules are too fine for a
/// telephone's camera.
pub const MAX_QR_CHARACTERS: usize = 1_200;

/// The margin that scanners want, in modules.
const QUIET: i32 = 4;

/// A code to scan.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
pub struct Qr {
    /// Modules on a side, the quiet zone of four on each side included: the side of the SVG's view
    /// box.
    pub modules: u32,
    /// The dark modules as an SVG path's `d`, one unit a module, ink on the background of its
    /// element.
    pub path: String,
}

/// The code of `link`, a whole address.
///
/// # Errors
/// [`QrError::TooLong`] beyond [`MAX_QR_CHARACTERS`].
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
