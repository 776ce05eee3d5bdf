//! The beginning of a handshake in TLS 1.2 or older: enough to read the certificates of a server
//! with which rustls cannot negotiate.
//!
//! Up to TLS 1.2 the server sends its certificates in clear text, directly after its hello
//! (RFC 5246 section 7.3). So one ClientHello is sent, the server's messages are read up to
//! ServerHelloDone, and the connection is closed. Nothing is verified here.

use std::io::{self, Read as _, Write as _};

use bytes::{Buf as _, BufMut as _, Bytes, BytesMut};
use rustls::crypto::ring::default_provider;

use super::ask::{Ask, Handshake, known};
use super::dial::{self, Limited};
use crate::ingest::{Alert, LogKind, Meaning, Side};

/// The most bytes of the server's messages.
const MAX_BYTES: usize = 256 * 1024;

/// The suites that are offered, with their names (IANA, "TLS Cipher Suites"): those of Java 17 in
/// its order, then those that it no longer offers.
const SUITES: &[(u16, &str)] = &[
    (0xC02C, "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384"),
    (0xC02B, "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"),
    (0xCCA9, "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"),
    (0xC030, "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"),
    (0xCCA8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
    (0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
    (0x009F, "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384"),
    (0xCCAA, "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
    (0x00A3, "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384"),
    (0x009E, "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256"),
    (0x00A2, "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256"),
    (0xC024, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384"),
    (0xC028, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384"),
    (0xC023, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256"),
    (0xC027, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"),
    (0x006B, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256"),
    (0x006A, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA256"),
    (0x0067, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256"),
    (0x0040, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA256"),
    (0xC00A, "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"),
    (0xC014, "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA"),
    (0xC009, "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"),
    (0xC013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
    (0x0039, "TLS_DHE_RSA_WITH_AES_256_CBC_SHA"),
    (0x0038, "TLS_DHE_DSS_WITH_AES_256_CBC_SHA"),
    (0x0033, "TLS_DHE_RSA_WITH_AES_128_CBC_SHA"),
    (0x0032, "TLS_DHE_DSS_WITH_AES_128_CBC_SHA"),
    (0x009D, "TLS_RSA_WITH_AES_256_GCM_SHA384"),
    (0x009C, "TLS_RSA_WITH_AES_128_GCM_SHA256"),
    (0x003D, "TLS_RSA_WITH_AES_256_CBC_SHA256"),
    (0x003C, "TLS_RSA_WITH_AES_128_CBC_SHA256"),
    (0x0035, "TLS_RSA_WITH_AES_256_CBC_SHA"),
    (0x002F, "TLS_RSA_WITH_AES_128_CBC_SHA"),
    (0xC012, "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"),
    (0x0016, "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA"),
    (0x000A, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
    (0x0005, "TLS_RSA_WITH_RC4_128_SHA"),
];

/// TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746 section 3.3).
const NO_RENEGOTIATION: u16 = 0x00FF;

/// What the server sent.
#[derive(Default)]
struct Seen {
    version: Option<&'static str>,
    suite: Option<&'static str>,
    chain: Vec<Bytes>,
    client_certificate: bool,
}

/// Reads the certificates of a server.
pub(super) fn attempt(ask: &Ask<'_>) -> Handshake {
    Handshake::over(ask, |result, mut stream| {
        let mut seen = Seen::default();
        let ended = exchange(&mut stream, ask.server_name, &mut seen);
        result.attempt.trouble = ended.err();
        result.attempt.protocol = seen.version;
        result.attempt.cipher = seen.suite.map(str::to_owned);
        result.attempt.client_certificate = seen.client_certificate;
        result.record(seen.chain);
    })
}

fn exchange(stream: &mut Limited, server_name: Option<&str>, seen: &mut Seen) -> Result<(), LogKind> {
    let of_network = |error: io::Error| known(dial::meaning(&error));
    let hello = client_hello(server_name);
    stream.write_all(&hello).map_err(of_network)?;
    let mut messages = BytesMut::new();
    let mut total = 0_usize;
    loop {
        let mut header = [0_u8; 5];
        stream.read_exact(&mut header).map_err(of_network)?;
        let [kind, major, _, high, low] = header;
        if !matches!(kind, 21 | 22) || major != 3 {
            return Err(known(Meaning::NotTls));
        }
        let mut body = vec![0_u8; usize::from(u16::from_be_bytes([high, low]))];
        stream.read_exact(&mut body).map_err(of_network)?;
        total = total.saturating_add(body.len());
        if kind == 21 {
            let number = body.get(1).copied().unwrap_or_default();
            return Err(alert(number));
        }
        if total > MAX_BYTES {
            return Err(known(Meaning::HandshakeFailed));
        }
        messages.extend_from_slice(&body);
        while let Some((kind, message)) = next_message(&mut messages) {
            match kind {
                2 => server_hello(message, seen),
                11 => seen.chain = certificates(message).unwrap_or_default(),
                13 => seen.client_certificate = true,
                // ServerHelloDone.
                14 => return Ok(()),
                _ => {}
            }
        }
    }
}

fn alert(number: u8) -> LogKind {
    LogKind::OtherAlert {
        alert: Alert::of_number(number.into()).map_or_else(|| number.to_string(), |alert| alert.name().to_owned()),
        side: Side::Client,
        tool: None,
    }
}

/// Takes the next whole handshake message: its type and its body.
fn next_message(messages: &mut BytesMut) -> Option<(u8, Bytes)> {
    let [kind, high, middle, low] = *messages.first_chunk::<4>()?;
    let length = usize::try_from(u32::from_be_bytes([0, high, middle, low])).ok()?;
    if messages.len() < length.checked_add(4)? {
        return None;
    }
    messages.advance(4);
    Some((kind, messages.split_to(length).freeze()))
}

/// Reads version and cipher suite (RFC 5246 section 7.4.1.3).
fn server_hello(mut message: Bytes, seen: &mut Seen) {
    seen.version = match message.try_get_u16() {
        Ok(0x0303) => Some("TLS 1.2"),
        Ok(0x0302) => Some("TLS 1.1"),
        Ok(0x0301) => Some("TLS 1.0"),
        Ok(0x0300) => Some("SSL 3.0"),
        _ => None,
    };
    if message.len() < 32 {
        return;
    }
    message.advance(32);
    let session = message.try_get_u8().map(usize::from).unwrap_or_default();
    if message.len() < session {
        return;
    }
    message.advance(session);
    let suite = message.try_get_u16().unwrap_or_default();
    seen.suite = SUITES
        .iter()
        .find(|(number, _)| *number == suite)
        .map(|(_, name)| *name);
}

/// Reads the certificates (RFC 5246 section 7.4.2). `None` if a length is wrong.
fn certificates(mut message: Bytes) -> Option<Vec<Bytes>> {
    let all = length24(&mut message)?;
    let mut list = (message.len() >= all).then(|| message.split_to(all))?;
    let mut certificates = Vec::new();
    while !list.is_empty() {
        let length = length24(&mut list)?;
        certificates.push((list.len() >= length).then(|| list.split_to(length))?);
    }
    Some(certificates)
}

fn length24(bytes: &mut Bytes) -> Option<usize> {
    usize::try_from(bytes.try_get_uint(3).ok()?).ok()
}

/// The record with the ClientHello (RFC 5246 section 7.4.1.2).
fn client_hello(server_name: Option<&str>) -> Vec<u8> {
    let mut random = [0_u8; 32];
    // The random bytes protect nothing here: the handshake is never completed.
    let _ = default_provider().secure_random.fill(&mut random);
    let mut body: Vec<u8> = Vec::new();
    body.put_u16(0x0303);
    body.put_slice(&random);
    body.put_u8(0);
    vector16(&mut body, |suites| {
        SUITES.iter().for_each(|(number, _)| suites.put_u16(*number));
        suites.put_u16(NO_RENEGOTIATION);
    });
    body.put_slice(&[1, 0]);
    vector16(&mut body, |extensions| {
        if let Some(name) = server_name {
            extension(extensions, 0, |data| {
                vector16(data, |list| {
                    list.put_u8(0);
                    vector16(list, |host| host.put_slice(name.as_bytes()));
                });
            });
        }
        // supported_groups: x25519, secp256r1, secp384r1, secp521r1, ffdhe2048, ffdhe3072.
        extension(extensions, 10, |data| {
            vector16(data, |groups| {
                for group in [0x001D, 0x0017, 0x0018, 0x0019, 0x0100, 0x0101] {
                    groups.put_u16(group);
                }
            });
        });
        // ec_point_formats: uncompressed.
        extension(extensions, 11, |data| data.put_slice(&[1, 0]));
        // signature_algorithms: ECDSA, RSA-PSS, RSA, DSA, and SHA-1 for old servers.
        extension(extensions, 13, |data| {
            vector16(data, |algorithms| {
                for algorithm in [
                    0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0402, 0x0203, 0x0201,
                    0x0202,
                ] {
                    algorithms.put_u16(algorithm);
                }
            });
        });
        // extended_master_secret (RFC 7627).
        extension(extensions, 23, |_| {});
    });
    let mut record: Vec<u8> = Vec::new();
    // The version of the record is that of TLS 1.0, which every server accepts here.
    record.put_slice(&[22, 3, 1]);
    vector16(&mut record, |record| {
        record.put_u8(1);
        record.put_uint(u64::try_from(body.len()).unwrap_or_default(), 3);
        record.put_slice(&body);
    });
    record
}

/// Appends a vector with a length of two bytes.
fn vector16(out: &mut Vec<u8>, fill: impl FnOnce(&mut Vec<u8>)) {
    let mut inner = Vec::new();
    fill(&mut inner);
    out.put_u16(u16::try_from(inner.len()).unwrap_or(u16::MAX));
    out.put_slice(&inner);
}

fn extension(out: &mut Vec<u8>, number: u16, fill: impl FnOnce(&mut Vec<u8>)) {
    out.put_u16(number);
    vector16(out, fill);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn broken_messages_give_no_certificates() {
        for message in [
            &b""[..],
            b"\0",
            b"\0\0\x05\0\0\x01a",
            b"\0\0\x04\0\0\x09a",
            b"\0\0\x01a",
        ] {
            assert_eq!(certificates(Bytes::from_static(message)), None, "{message:?}");
        }
        let two = Bytes::from_static(b"\0\0\x09\0\0\x01a\0\0\x02bc");
        assert_eq!(certificates(two).unwrap(), ["a", "bc"]);
        assert_eq!(
            certificates(Bytes::from_static(b"\0\0\0")).unwrap(),
            Vec::<Bytes>::new()
        );
        let mut seen = Seen::default();
        server_hello(Bytes::from_static(b"\x03"), &mut seen);
        server_hello(Bytes::from_static(b"\x03\x01short"), &mut seen);
        assert_eq!((seen.version, seen.suite), (Some("TLS 1.0"), None));
        let mut part = BytesMut::from(&b"\x0b\0\0\x02a"[..]);
        assert_eq!(next_message(&mut part), None);
        part.put_u8(b'b');
        assert_eq!(next_message(&mut part).unwrap(), (11, Bytes::from_static(b"ab")));
    }
}
