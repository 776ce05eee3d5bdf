//! A DER writer that also writes invalid values, and the little reading that the keys need.

/// One value: tag, length in its shortest form, contents.
pub fn tlv(tag: u8, contents: &[u8]) -> Vec<u8> {
    let mut out = vec![tag];
    let n = contents.len();
    if n < 0x80 {
        out.push(n as u8);
    } else {
        let bytes = n.to_be_bytes();
        let skip = bytes.iter().take_while(|b| **b == 0).count();
        out.push(0x80 | (bytes.len() - skip) as u8);
        out.extend_from_slice(&bytes[skip..]);
    }
    out.extend_from_slice(contents);
    out
}

/// A constructed value of the given parts.
pub fn cons<P: AsRef<[u8]>>(tag: u8, parts: &[P]) -> Vec<u8> {
    let body: Vec<u8> = parts.iter().flat_map(|p| p.as_ref().iter().copied()).collect();
    tlv(tag, &body)
}

pub fn seq<P: AsRef<[u8]>>(parts: &[P]) -> Vec<u8> {
    cons(0x30, parts)
}

pub fn set<P: AsRef<[u8]>>(parts: &[P]) -> Vec<u8> {
    cons(0x31, parts)
}

/// `[n]` constructed.
pub fn ctx<P: AsRef<[u8]>>(n: u8, parts: &[P]) -> Vec<u8> {
    cons(0xa0 | n, parts)
}

/// `[n]` primitive.
pub fn ctx_prim(n: u8, contents: &[u8]) -> Vec<u8> {
    tlv(0x80 | n, contents)
}

/// An OID from its dotted form.
pub fn oid(dotted: &str) -> Vec<u8> {
    let arcs: Vec<u64> = dotted
        .split('.')
        .map(|a| a.parse().expect("an arc is a number"))
        .collect();
    let mut body = Vec::new();
    let mut push = |arc: u64| {
        let mut groups = vec![(arc & 0x7f) as u8];
        let mut rest = arc >> 7;
        while rest > 0 {
            groups.push(0x80 | (rest & 0x7f) as u8);
            rest >>= 7;
        }
        body.extend(groups.iter().rev());
    };
    push(arcs[0] * 40 + arcs[1]);
    arcs[2..].iter().for_each(|a| push(*a));
    tlv(6, &body)
}

/// An INTEGER in its shortest two's-complement form.
pub fn int(value: i64) -> Vec<u8> {
    let bytes = value.to_be_bytes();
    let mut start = 0;
    while start < 7
        && ((bytes[start] == 0 && bytes[start + 1] < 0x80) || (bytes[start] == 0xff && bytes[start + 1] >= 0x80))
    {
        start += 1;
    }
    tlv(2, &bytes[start..])
}

/// An INTEGER from unsigned big-endian bytes.
pub fn uint(magnitude: &[u8]) -> Vec<u8> {
    let skip = magnitude.iter().take_while(|b| **b == 0).count();
    let mut body = magnitude[skip..].to_vec();
    if body.first().is_none_or(|b| *b >= 0x80) {
        body.insert(0, 0);
    }
    tlv(2, &body)
}

pub fn boolean(value: bool) -> Vec<u8> {
    tlv(1, &[if value { 0xff } else { 0 }])
}

pub fn null() -> Vec<u8> {
    vec![5, 0]
}

pub fn octet_string(contents: &[u8]) -> Vec<u8> {
    tlv(4, contents)
}

/// A BIT STRING whose last byte has `unused` bits that do not count.
pub fn bits(unused: u8, contents: &[u8]) -> Vec<u8> {
    let mut body = vec![unused];
    body.extend_from_slice(contents);
    tlv(3, &body)
}

/// A BIT STRING with the named bits set (0 is the first), without trailing zero bits, as DER
/// requires for named bit lists.
pub fn named_bits(set: &[usize]) -> Vec<u8> {
    let Some(top) = set.iter().max() else {
        return bits(0, &[]);
    };
    let mut body = vec![0u8; top / 8 + 1];
    for bit in set {
        body[bit / 8] |= 0x80 >> (bit % 8);
    }
    bits(7 - (top % 8) as u8, &body)
}

/// Splits a value into tag, contents and what follows it. Only for our own key files: panics on
/// other input.
pub fn split(input: &[u8]) -> (u8, &[u8], &[u8]) {
    let (mut len, mut at) = (usize::from(input[1]), 2);
    if len >= 0x80 {
        let n = len & 0x7f;
        len = input[2..2 + n].iter().fold(0, |acc, b| acc << 8 | usize::from(*b));
        at += n;
    }
    (input[0], &input[at..at + len], &input[at + len..])
}

/// The contents of the values inside a constructed one.
pub fn children(mut body: &[u8]) -> Vec<(u8, &[u8])> {
    let mut out = Vec::new();
    while !body.is_empty() {
        let (tag, contents, rest) = split(body);
        out.push((tag, contents));
        body = rest;
    }
    out
}

/// The contents of both INTEGERs of an ECDSA signature; `None` if another deviation has changed it.
pub fn ecdsa_parts(signature: &[u8]) -> Option<[&[u8]; 2]> {
    let body = match signature {
        [0x30, 0x81, len, body @ ..] | [0x30, len, body @ ..] if body.len() == usize::from(*len) => body,
        _ => return None,
    };
    let [2, len, rest @ ..] = body else { return None };
    let (first, rest) = rest.split_at_checked(usize::from(*len))?;
    let [2, len, second @ ..] = rest else { return None };
    (second.len() == usize::from(*len)).then_some([first, second])
}
