//! Numbers as text, in decimal and hexadecimal.

mod decimal;
mod hex;

pub(crate) use decimal::{push_decimal, push_padded};
pub use hex::{colon_hex, parse_hex};
pub(crate) use hex::{count_hex, hex_value, hex_values, push_hex};

/// Converts `count` to 32 bits; larger counts become `u32::MAX`.
pub(crate) const fn small(count: usize) -> u32 {
    if count > u32::MAX as usize {
        u32::MAX
    } else {
        count as u32
    }
}
