//! Certificates and their parts for unit tests.
#![allow(clippy::unwrap_used)]

use bytes::Bytes;

use super::extensions::Subtree;
use super::key::RsaSize;
use super::{Certificate, GeneralName, Name, decode};

/// Decodes the server certificate `tests/fixtures/made/leaf-2048.pem`.
pub(crate) fn leaf() -> Certificate {
    decode(&Bytes::from_static(include_bytes!(
        "../../tests/fixtures/made/leaf-2048.pem"
    )))
    .unwrap()
}

/// Decodes the CA certificate `tests/fixtures/made/intermediate.pem`.
pub(crate) fn intermediate() -> Certificate {
    decode(&Bytes::from_static(include_bytes!(
        "../../tests/fixtures/made/intermediate.pem"
    )))
    .unwrap()
}

/// Makes a name of attributes `O=…`, `OU=…` and `CN=…`, in this order.
pub(crate) fn name(attributes: &[(&str, &str)]) -> Name {
    let wrap = |tag: u8, inside: &[u8]| [&[tag, u8::try_from(inside.len()).unwrap()], inside].concat();
    let rdn = |(key, value): &(&str, &str)| {
        let kind = match *key {
            "CN" => 3,
            "O" => 10,
            "OU" => 11,
            _ => 7,
        };
        let attribute = [&[6, 3, 0x55, 4, kind][..], &wrap(12, value.as_bytes())].concat();
        wrap(0x31, &wrap(0x30, &attribute))
    };
    let rdns: Vec<u8> = attributes.iter().flat_map(rdn).collect();
    Name::from_der(&wrap(0x30, &rdns)).unwrap()
}

/// The sizes of an RSA key with this many bits.
pub(crate) fn rsa(bits: u32) -> RsaSize {
    RsaSize {
        bits,
        exponent_bits: 17,
        exponent: Some(65_537),
    }
}

/// Makes a subtree of name constraints.
pub(crate) fn subtree(base: GeneralName) -> Subtree {
    Subtree {
        base,
        minimum: false,
        maximum: false,
    }
}

/// Makes a list of subtrees of DNS names.
pub(crate) fn dns_subtrees(names: &[&str]) -> Option<Vec<Subtree>> {
    let of = |name: &&str| subtree(GeneralName::Dns((*name).to_owned()));
    Some(names.iter().map(of).collect())
}
