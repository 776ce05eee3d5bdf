//! Numbers as text, digit by digit: a certificate has some thirty identifiers and dates, and the formatting machinery of the
//! standard library takes several times as long for each.

/// Appends `number` in decimal.
pub(super) fn push_decimal(out: &mut String, number: u64) {
    if number >= 10 {
        push_decimal(out, number / 10);
    }
    push_digit(out, number % 10);
}

/// Appends the last `places` decimal digits of `number`.
pub(super) fn push_padded(out: &mut String, number: u64, places: u32) {
    if places > 1 {
        push_padded(out, number / 10, places - 1);
    }
    push_digit(out, number % 10);
}

fn push_digit(out: &mut String, digit: u64) {
    out.push(char::from(b'0' + u8::try_from(digit).unwrap_or(0)));
}

/// Appends a byte as two hexadecimal digits, lower case.
pub(crate) fn push_hex(out: &mut String, byte: u8) {
    out.push(hex_digit(byte >> 4, b'a'));
    out.push(hex_digit(byte & 0xf, b'a'));
}

/// One hexadecimal digit for a value below 16, `ten` being that for ten.
pub(super) fn hex_digit(value: u8, ten: u8) -> char {
    char::from(if value < 10 { b'0' + value } else { ten + value - 10 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_writes_them() {
        for number in [0, 7, 10, 99, 100, 4_294_967_296, u64::MAX] {
            let mut out = String::new();
            push_decimal(&mut out, number);
            assert_eq!(out, number.to_string());
        }
        let mut out = String::new();
        push_padded(&mut out, 7, 4);
        push_padded(&mut out, 2026, 4);
        push_padded(&mut out, 11, 2);
        assert_eq!(out, "0007202611");
        for byte in [0, 9, 0x0a, 0xa0, 0xff] {
            let mut out = String::new();
            push_hex(&mut out, byte);
            assert_eq!(out, format!("{byte:02x}"));
        }
    }
}
