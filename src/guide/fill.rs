//! Filling templates of commands and snippets: one function for all of them, which keeps the wasm small.

/// Puts values into a template's places, written `@name@`; an unknown place stays as it is.
///
/// Braces, percent and dollar signs mean something in most of the languages that are written here; `@` in none of them.
pub(super) fn put(template: &str, values: &[(&str, &str)]) -> String {
    let room = values.iter().map(|(_, value)| value.len()).sum::<usize>();
    let mut out = String::with_capacity(template.len().saturating_add(room));
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('@') {
        out.push_str(before);
        let place = after.split_once('@');
        let found = place.and_then(|(name, tail)| Some((values.iter().find(|(n, _)| *n == name)?.1, tail)));
        match found {
            Some((value, tail)) => {
                out.push_str(value);
                rest = tail;
            }
            None => {
                out.push('@');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::put;

    #[test]
    fn places_are_filled_once_and_unknown_ones_kept() {
        let values = [("host", "a.example"), ("port", "@host@")];
        assert_eq!(put("x @host@:@port@ y", &values), "x a.example:@host@ y");
        assert_eq!(put("me@mail @other@ @host@", &values), "me@mail @other@ a.example");
        assert_eq!(put("", &values), "");
        assert_eq!(put("@", &values), "@");
    }
}
