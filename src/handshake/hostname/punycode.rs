//! Encodes and decodes Punycode ([RFC 3492](https://www.rfc-editor.org/rfc/rfc3492)), for single
//! labels without their prefix.
//!
//! No input makes it panic or overflow. The work is quadratic in the length of the label, which has
//! at most [`MAX_CHARACTERS`].

/// The longest label in characters. A label of a host name has at most 63 bytes, but texts in
/// certificates may be longer.
const MAX_CHARACTERS: usize = 256;

/// The parameters of RFC 3492 §5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 128;

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

/// Encodes a label; `None` if it is too long.
pub(super) fn encode(label: &str) -> Option<String> {
    if label.chars().count() > MAX_CHARACTERS {
        return None;
    }
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(out.len()).ok()?;
    let mut handled = basic;
    if basic > 0 {
        out.push('-');
    }
    let (mut n, mut delta, mut bias) = (FIRST_CODE, 0u32, FIRST_BIAS);
    let total = u32::try_from(label.chars().count()).ok()?;
    while handled < total {
        let next = label.chars().map(u32::from).filter(|c| *c >= n).min()?;
        delta = delta.checked_add(next.checked_sub(n)?.checked_mul(handled + 1)?)?;
        n = next;
        for c in label.chars().map(u32::from) {
            if c < n {
                delta = delta.checked_add(1)?;
            }
            if c != n {
                continue;
            }
            let mut q = delta;
            let mut k = BASE;
            while q >= threshold(k, bias) {
                let t = threshold(k, bias);
                out.push(digit(t + (q - t) % (BASE - t))?);
                q = (q - t) / (BASE - t);
                k += BASE;
            }
            out.push(digit(q)?);
            bias = adapt(delta, handled + 1, handled == basic);
            delta = 0;
            handled += 1;
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(out)
}

/// Decodes a label; `None` if it is too long or not valid Punycode.
pub(super) fn decode(encoded: &str) -> Option<String> {
    if !encoded.is_ascii() || encoded.len() > MAX_CHARACTERS {
        return None;
    }
    let (basic, extended) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut out: Vec<char> = basic.chars().collect();
    let mut digits = extended.chars();
    let (mut n, mut i, mut bias) = (FIRST_CODE, 0u32, FIRST_BIAS);
    let mut more = digits.next();
    while let Some(mut c) = more {
        let (before, mut weight, mut k) = (i, 1u32, BASE);
        loop {
            let value = value(c)?;
            i = i.checked_add(value.checked_mul(weight)?)?;
            let t = threshold(k, bias);
            if value < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
            k += BASE;
            c = digits.next()?;
        }
        let points = u32::try_from(out.len()).ok()? + 1;
        bias = adapt(i - before, points, before == 0);
        n = n.checked_add(i / points)?;
        i %= points;
        out.insert(usize::try_from(i).ok()?, char::from_u32(n)?);
        i += 1;
        more = digits.next();
    }
    Some(out.into_iter().collect())
}

fn digit(value: u32) -> Option<char> {
    match u8::try_from(value).ok()? {
        letter @ 0..26 => Some(char::from(b'a' + letter)),
        number @ 26..36 => Some(char::from(b'0' + (number - 26))),
        _ => None,
    }
}

fn value(digit: char) -> Option<u32> {
    match digit.to_ascii_lowercase() {
        letter @ 'a'..='z' => Some(u32::from(letter) - u32::from('a')),
        number @ '0'..='9' => Some(u32::from(number) - u32::from('0') + 26),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bias_is_divided_only_above_the_limit_of_the_rfc() {
        // RFC 3492 §6.1: the limit is ((36 - 1) * 26) / 2 = 455.
        assert_eq!(adapt(910, 1000, false), 36 * 455 / (455 + 38));
        assert_eq!(adapt(912, 1000, false), 36 + 36 * 13 / (13 + 38));
    }

    #[test]
    fn labels_round_trip() {
        for (label, encoded) in [
            ("bücher", "bcher-kva"),
            ("mañana", "maana-pta"),
            ("例え", "r8jz45g"),
            ("münchen", "mnchen-3ya"),
            // RFC 3492 §7.1.
            ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
            ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
            ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
            ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
            (
                "Hello-Another-Way-それぞれの場所",
                "Hello-Another-Way--fc4qua05auwb3674vfr0b",
            ),
            ("MajiでKoiする5秒前", "MajiKoi5-783gue6qz075azm5e"),
            ("パフィーdeルンバ", "de-jg4avhby1noc0d"),
        ] {
            assert_eq!(encode(label).as_deref(), Some(encoded));
            assert_eq!(decode(encoded).as_deref(), Some(label));
        }
        assert_eq!(decode("*"), None);
        assert_eq!(decode("99999999999"), None);
    }

    #[test]
    fn labels_up_to_the_limit_are_converted() {
        let longest = "a".repeat(MAX_CHARACTERS - 1) + "ü";
        assert!(encode(&longest).is_some());
        assert_eq!(encode(&(longest + "b")), None);
        let encoded = "-".repeat(MAX_CHARACTERS - 3) + "kva";
        assert!(decode(&encoded).is_some());
        assert_eq!(decode(&["-", &encoded].concat()), None);
    }
}
