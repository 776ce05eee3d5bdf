//! Writes numbers in decimal, digit by digit.
//!
//! A certificate has about thirty identifiers and dates. The standard library's formatting takes
//! several times as long for each.

/// Appends `number` in decimal.
pub(crate) fn push_decimal(out: &mut String, number: u64) {
    if number >= 10 {
        push_decimal(out, number / 10);
    }
    push_digit(out, number % 10);
}

/// Appends the last `places` decimal digits of `number`.
pub(crate) fn push_padded(out: &mut String, number: u64, places: u32) {
    if places > 1 {
        push_padded(out, number / 10, places - 1);
    }
    push_digit(out, number % 10);
}

fn push_digit(out: &mut String, digit: u64) {
    out.push(char::from(b'0' + u8::try_from(digit).unwrap_or(0)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_matches_the_standard_library() {
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
    }
}
