//! How much room a text takes in a drawing, judged without a browser, and texts broken or cut to fit.
//!
//! SVG breaks no lines, and which font the visitor's system brings is not known. The widths are those of a rather wide one:
//! a text that fits here fits everywhere, at worst it is broken a word too early.

/// A way to set text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Plain,
    Bold,
    Mono,
}

/// The width of `text` at `size` pixels, in pixels.
pub(crate) fn width(text: &str, size: f64, face: Face) -> f64 {
    let all: f64 = text.chars().map(|c| share(c, face)).sum();
    all * size
}

/// A character's width as a share of the font's size.
fn share(c: char, face: Face) -> f64 {
    let wide = match c {
        '\u{300}'..='\u{36F}' => return 0.0,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' => true,
        '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' | '\u{1F000}'..='\u{3FFFF}' => true,
        _ => false,
    };
    if wide {
        return 1.05;
    }
    let plain = match face {
        Face::Mono => return 0.61,
        Face::Plain | Face::Bold => match c {
            'i' | 'j' | 'l' | 'I' | '\'' | '|' | '’' => 0.30,
            ' ' | '\u{A0}' | '\u{202F}' | '.' | ',' | ':' | ';' | '!' | '/' => 0.34,
            'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' => 0.41,
            'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 0.99,
            c if c.is_ascii_digit() => 0.64,
            c if c.is_ascii_uppercase() => 0.74,
            c if c.is_ascii() || c.is_lowercase() => 0.62,
            _ => 0.80,
        },
    };
    if face == Face::Bold { plain * 1.14 } else { plain }
}

/// `text` in at most `lines` lines of `room` pixels each, the last ending in `…` where that is not all.
///
/// Lines break at blanks, and within a word only where it has no room by itself.
pub(crate) fn wrap(text: &str, room: f64, size: f64, face: Face, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let gap = if line.is_empty() { 0.0 } else { width(" ", size, face) };
        let long = width(word, size, face);
        if used + gap + long <= room {
            if gap > 0.0 {
                line.push(' ');
            }
            line.push_str(word);
            used += gap + long;
            continue;
        }
        if !line.is_empty() {
            out.push(std::mem::take(&mut line));
        }
        used = 0.0;
        for c in word.chars() {
            let next = share(c, face) * size;
            if used + next > room && !line.is_empty() {
                let rest = after_separator(&mut line);
                out.push(std::mem::replace(&mut line, rest));
                used = width(&line, size, face);
            }
            line.push(c);
            used += next;
        }
        if out.len() > lines {
            break;
        }
    }
    if !line.is_empty() {
        out.push(line);
    }
    if out.len() > lines {
        out.truncate(lines);
        if let Some(last) = out.last_mut() {
            shorten(last, room, size, face);
        }
    }
    out
}

/// What stands after the line's last separator, taken off it; nothing where there is none near the end.
fn after_separator(line: &mut String) -> String {
    let near = line.char_indices().rev().take(12);
    let mut separators = near.filter(|(_, c)| matches!(c, ':' | '/' | '.' | '-' | ','));
    match separators.next() {
        Some((at, c)) if at > 0 => line.split_off(at + c.len_utf8()),
        _ => String::new(),
    }
}

/// `text` on one line of `room` pixels, cut with `…` where it is longer.
pub(crate) fn cut(text: &str, room: f64, size: f64, face: Face) -> String {
    if width(text, size, face) <= room {
        return text.to_owned();
    }
    let mut out = text.to_owned();
    shorten(&mut out, room, size, face);
    out
}

/// Takes characters off the end until `…` has room too.
fn shorten(text: &mut String, room: f64, size: f64, face: Face) {
    let mut left = width(text, size, face) + share('…', face) * size;
    while left > room {
        let Some(c) = text.pop() else { break };
        left -= share(c, face) * size;
    }
    text.truncate(text.trim_end().len());
    text.push('…');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing, reason = "tests")]
    use super::*;

    #[test]
    fn nothing_is_wider_than_its_room() {
        let texts = [
            "DigiCert Global G2 TLS RSA SHA256 2020 CA1",
            "averyveryveryveryverylongnamewithoutanyblank.example.org",
            "日本語の証明書日本語の証明書日本語の証明書日本語の証明書",
            "a b",
            "",
        ];
        for text in texts {
            for room in [60.0, 120.0, 300.0] {
                for face in [Face::Plain, Face::Bold, Face::Mono] {
                    let lines = wrap(text, room, 15.0, face, 2);
                    assert!(lines.len() <= 2);
                    for line in lines.iter().chain([&cut(text, room, 15.0, face)]) {
                        assert!(width(line, 15.0, face) <= room, "{line:?} in {room}");
                    }
                }
            }
        }
    }

    #[test]
    fn breaks_at_blanks_and_marks_what_is_left_out() {
        assert_eq!(
            wrap("Amazon RSA 2048 M02", 200.0, 10.0, Face::Plain, 2),
            ["Amazon RSA 2048 M02"]
        );
        assert_eq!(wrap("one two three", 47.0, 10.0, Face::Plain, 3), ["one two", "three"]);
        let cut_off = wrap("one two three four", 47.0, 10.0, Face::Plain, 2);
        assert_eq!(cut_off[0], "one two");
        assert!(cut_off[1].ends_with('…'), "{cut_off:?}");
        assert_eq!(wrap("aaaa", 6.1, 10.0, Face::Mono, 9), ["a", "a", "a", "a"]);
        assert_eq!(
            wrap("C0:31:52:CD:5A", 40.0, 10.0, Face::Mono, 9),
            ["C0:31:", "52:CD:", "5A"]
        );
        assert_eq!(cut("short", 99.0, 10.0, Face::Plain), "short");
        assert!(cut("not so short", 40.0, 10.0, Face::Plain).ends_with('…'));
    }

    #[test]
    fn a_long_text_without_blanks_costs_little() {
        assert_eq!(wrap(&"x".repeat(500_000), 300.0, 15.0, Face::Plain, 2).len(), 2);
    }
}
