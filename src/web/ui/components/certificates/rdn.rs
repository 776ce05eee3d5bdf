//! Splits a name in RFC 4514's form into its attributes, for display only.

/// The attributes of `name` in order, each with its type and its value without backslash escapes.
///
/// Parts without `=` are skipped. A value in hexadecimal (`#…`) or with escaped bytes is unchanged.
#[must_use]
pub fn attributes(name: &str) -> Vec<(String, String)> {
    let mut parts = vec![String::new()];
    let mut escaped = false;
    for c in name.chars() {
        match c {
            ',' | '+' if !escaped => parts.push(String::new()),
            _ => {
                if let Some(part) = parts.last_mut() {
                    part.push(c);
                }
            }
        }
        escaped = c == '\\' && !escaped;
    }
    parts
        .iter()
        .filter_map(|part| part.split_once('='))
        .map(|(kind, value)| (kind.trim().to_owned(), plain(value)))
        .collect()
}

/// Removes the backslash before a special character, but not before two hexadecimal digits.
fn plain(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value.chars().peekable();
    while let Some(c) = rest.next() {
        let special = rest.peek().is_some_and(|next| !next.is_ascii_hexdigit());
        if c == '\\' && special {
            out.extend(rest.next());
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(name: &str) -> Vec<String> {
        attributes(name).into_iter().map(|(k, v)| format!("{k}|{v}")).collect()
    }

    #[test]
    fn splits_names_into_attributes() {
        assert_eq!(
            pairs("CN=a.example,O=Example,C=DE"),
            ["CN|a.example", "O|Example", "C|DE"]
        );
        assert_eq!(pairs("CN=a+OU=b,O=c"), ["CN|a", "OU|b", "O|c"]);
        assert_eq!(pairs("O=A\\, B\\+C\\\\,CN=x=y"), ["O|A, B+C\\", "CN|x=y"]);
        assert_eq!(
            pairs("CN=\\E2\\80\\AE,2.5.4.97=#0c0141"),
            ["CN|\\E2\\80\\AE", "2.5.4.97|#0c0141"]
        );
        assert_eq!(pairs(""), Vec::<String>::new());
        assert_eq!(pairs("no attribute,\\"), Vec::<String>::new());
    }
}
