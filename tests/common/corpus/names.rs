//! Distinguished names and general names, in any encoding.

use super::der::{ctx, ctx_prim, oid, seq, set, tlv};

pub const UTF8: u8 = 0x0c;
pub const PRINTABLE: u8 = 0x13;
pub const T61: u8 = 0x14;
pub const IA5: u8 = 0x16;
pub const GENERAL: u8 = 0x1b;
pub const UNIVERSAL: u8 = 0x1c;
pub const BMP: u8 = 0x1e;

pub const CN: &str = "2.5.4.3";
pub const SURNAME: &str = "2.5.4.4";
pub const SERIAL: &str = "2.5.4.5";
pub const C: &str = "2.5.4.6";
pub const L: &str = "2.5.4.7";
pub const ST: &str = "2.5.4.8";
pub const STREET: &str = "2.5.4.9";
pub const O: &str = "2.5.4.10";
pub const OU: &str = "2.5.4.11";
pub const TITLE: &str = "2.5.4.12";
pub const EMAIL: &str = "1.2.840.113549.1.9.1";
pub const UID: &str = "0.9.2342.19200300.100.1.1";
pub const DC: &str = "0.9.2342.19200300.100.1.25";
pub const ODD: &str = "1.3.6.1.4.1.55555.1.7";

/// One attribute, with the text encoded for the string type.
pub fn ava(kind: &str, tag: u8, text: &str) -> Vec<u8> {
    let bytes: Vec<u8> = match tag {
        BMP => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        UNIVERSAL => text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(),
        T61 => text.chars().map(|c| u32::from(c) as u8).collect(),
        _ => text.as_bytes().to_vec(),
    };
    seq(&[oid(kind), tlv(tag, &bytes)])
}

/// A name of single-valued RDNs in the given order (least specific first).
pub fn name(attributes: &[(&str, u8, &str)]) -> Vec<u8> {
    let rdns: Vec<Vec<u8>> = attributes.iter().map(|(k, t, s)| set(&[ava(k, *t, s)])).collect();
    seq(&rdns)
}

/// A name of RDNs that are already encoded.
pub fn of_rdns(rdns: &[Vec<u8>]) -> Vec<u8> {
    seq(rdns)
}

/// The default name of every certificate in the corpus.
pub fn plain(common_name: &str) -> Vec<u8> {
    name(&[
        (C, PRINTABLE, "US"),
        (O, UTF8, "Example Trust"),
        (CN, UTF8, common_name),
    ])
}

pub fn dns(text: &str) -> Vec<u8> {
    ctx_prim(2, text.as_bytes())
}

pub fn email(text: &str) -> Vec<u8> {
    ctx_prim(1, text.as_bytes())
}

pub fn uri(text: &str) -> Vec<u8> {
    ctx_prim(6, text.as_bytes())
}

pub fn ip(bytes: &[u8]) -> Vec<u8> {
    ctx_prim(7, bytes)
}

pub fn directory(name: &[u8]) -> Vec<u8> {
    ctx(4, &[name])
}

pub fn registered_id(dotted: &str) -> Vec<u8> {
    let value = oid(dotted);
    ctx_prim(8, &value[2..])
}

pub fn other_name() -> Vec<u8> {
    ctx(
        0,
        &[oid("1.3.6.1.4.1.311.20.2.3"), ctx(0, &[tlv(UTF8, b"user@example.com")])],
    )
}
