//! Reads and writes the tag and length of an element. All readers use this implementation.
//!
//! # References
//! - ITU-T X.690 §8.1.2 (identifiers), §8.1.3 (lengths)

/// A tag and a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// The identifier byte.
    pub tag: u8,
    /// The size of tag and length in bytes.
    pub size: usize,
    /// The length of the content in bytes; `None` for the indefinite form.
    pub len: Option<usize>,
}

impl Header {
    /// Returns the size of header and content together; `None` if the length is indefinite or too
    /// large.
    pub fn total(&self) -> Option<usize> {
        self.size.checked_add(self.len?)
    }
}

/// Why a header could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HeaderError {
    /// More bytes are needed.
    Short,
    /// The tag number is above 30, or the length has more than four bytes or is too large.
    Bad,
}

/// Reads the header at the start of `data`: tag numbers up to 30, lengths of up to four bytes.
pub(crate) fn header(data: &[u8]) -> Result<Header, HeaderError> {
    let tag = *data.first().ok_or(HeaderError::Short)?;
    if tag & 0x1f == 0x1f {
        return Err(HeaderError::Bad);
    }
    any_tag(data)
}

/// Reads a header as [`header`] does, but accepts any first byte as the tag.
pub(super) fn any_tag(data: &[u8]) -> Result<Header, HeaderError> {
    let [tag, first, rest @ ..] = data else {
        return Err(HeaderError::Short);
    };
    let (size, len) = match first {
        0..=0x7f => (2, Some(usize::from(*first))),
        0x80 => (2, None),
        0x81..=0x84 => {
            let count = usize::from(first & 0x7f);
            let digits = rest.get(..count).ok_or(HeaderError::Short)?;
            let len = digits
                .iter()
                .try_fold(0usize, |n, digit| n.checked_mul(256)?.checked_add(usize::from(*digit)));
            (2 + count, Some(len.ok_or(HeaderError::Bad)?))
        }
        _ => return Err(HeaderError::Bad),
    };
    Ok(Header { tag: *tag, size, len })
}

/// Splits off the element at the start of `data`: returns its tag, its content and the rest of the
/// data. Accepts definite lengths only.
pub(crate) fn split(data: &[u8]) -> Option<(u8, &[u8], &[u8])> {
    let head = header(data).ok()?;
    let total = head.total()?;
    Some((head.tag, data.get(head.size..total)?, data.get(total..)?))
}

/// Returns how many bytes [`push_header`] writes for a content of this length.
pub(crate) fn minimal_size(length: usize) -> usize {
    match length {
        0..0x80 => 2,
        _ => 2 + length_digits(length),
    }
}

/// Appends a tag and the shortest form of a length.
pub(crate) fn push_header(out: &mut Vec<u8>, tag: u8, length: usize) {
    out.push(tag);
    match u8::try_from(length) {
        Ok(short @ 0..=0x7f) => out.push(short),
        _ => {
            let digits = length_digits(length);
            out.push(0x80 | u8::try_from(digits).unwrap_or(0));
            let bytes = length.to_be_bytes();
            out.extend_from_slice(bytes.get(bytes.len() - digits..).unwrap_or_default());
        }
    }
}

/// Returns how many bytes a number has without its leading zeros.
fn length_digits(length: usize) -> usize {
    size_of::<usize>() - (length.leading_zeros() / 8) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_every_length_form() {
        let head = |tag, size, len| Ok(Header { tag, size, len });
        assert_eq!(header(&[0x30, 0x05]), head(0x30, 2, Some(5)));
        assert_eq!(header(&[0x30, 0x80]), head(0x30, 2, None));
        assert_eq!(header(&[0x30, 0x82, 1, 2]), head(0x30, 4, Some(258)));
        assert_eq!(header(&[0x30, 0x82, 1]), Err(HeaderError::Short));
        assert_eq!(header(&[0x30]), Err(HeaderError::Short));
        assert_eq!(header(&[0x30, 0x85, 0, 0, 0, 0, 1]), Err(HeaderError::Bad));
        assert_eq!(header(&[0x3f, 0x85]), Err(HeaderError::Bad));
        assert_eq!(any_tag(&[0x3f, 0x05]), head(0x3f, 2, Some(5)));
    }

    #[test]
    fn written_headers_are_minimal_and_are_read_back() {
        for length in [0, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000, 0xff_ffff, 0x100_0000] {
            let mut written = Vec::new();
            push_header(&mut written, 0x30, length);
            assert_eq!(written.len(), minimal_size(length), "{length}");
            assert_eq!(header(&written).map(|head| head.len), Ok(Some(length)), "{length}");
        }
    }
}
