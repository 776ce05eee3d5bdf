//! Memory use of reading, counted by the allocator: at most four times the input plus 16 MB.
//!
//! All native tests share the allocator, so the test restarts its program to run alone.

use std::process::Command;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use bytes::Bytes;
use peak_alloc::PeakAlloc;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, plan};
use sslengine_doctor::ingest::{Limits, ingest};

/// Counts the bytes in use. It is in its own crate, because counting needs `unsafe`.
#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const MB: usize = 1024 * 1024;
/// Size of most inputs. Together with three inputs of 16 MB it covers the rest: nothing grows
/// faster than the input.
const SIZE: usize = 2 * MB;
const LARGE: usize = 16 * MB;

/// The peak number of bytes in use while `work` runs, including its input.
fn peak(input: Vec<u8>, work: impl FnOnce(Bytes)) -> (usize, usize) {
    let size = input.len();
    let before = ALLOCATOR.current_usage() - input.capacity();
    ALLOCATOR.reset_peak_usage();
    work(Bytes::from(input));
    (size, ALLOCATOR.peak_usage() - before)
}

fn fill(piece: &[u8]) -> Vec<u8> {
    fill_to(SIZE, piece)
}

fn fill_to(size: usize, piece: &[u8]) -> Vec<u8> {
    let mut all = piece.repeat(size / piece.len());
    all.shrink_to_fit();
    all
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn length(len: usize) -> Vec<u8> {
    [&[0x84][..], &u32::try_from(len).unwrap().to_be_bytes()].concat()
}

fn tlv(tag: u8, content: &[u8]) -> Vec<u8> {
    [&[tag][..], &length(content.len()), content].concat()
}

/// A certificate with many alternative names (2 header bytes and `name`) and the subject `subject`.
fn certificate(names: &[u8], subject: &[u8]) -> Vec<u8> {
    let pem = String::from_utf8(fixture("made/leaf-p256.pem")).unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let der = BASE64_STANDARD.decode(body).unwrap();
    // The encoded key.
    let at = der.windows(4).position(|w| w == [0x30, 0x59, 0x30, 0x13]).unwrap();
    let key = &der[at..at + 91];
    let algorithm = [0x30, 0x0a, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
    let common_name = |text: &[u8]| {
        tlv(
            0x30,
            &tlv(0x31, &tlv(0x30, &[&[6, 3, 0x55, 4, 3][..], &tlv(0x0c, text)].concat())),
        )
    };
    let validity = tlv(0x30, b"\x17\x0d250101000000Z\x17\x0d350101000000Z");
    let san = tlv(
        0x30,
        &[&[6, 3, 0x55, 0x1d, 0x11][..], &tlv(4, &tlv(0x30, names))].concat(),
    );
    let parts = [
        &[0xa0, 3, 2, 1, 2, 2, 1, 1][..],
        &algorithm,
        &common_name(b"issuer"),
        &validity,
        &common_name(subject),
        key,
        &tlv(0xa3, &tlv(0x30, &san)),
    ];
    tlv(
        0x30,
        &[&tlv(0x30, &parts.concat())[..], &algorithm, &[3, 3, 0, 0x30, 0]].concat(),
    )
}

fn inputs() -> Vec<(&'static str, Vec<u8>)> {
    let chain = fixture("ingest/chain.pem");
    let text = fixture("ingest/s_client-3.0-showcerts.txt");
    let names: Vec<u8> = (0..10_000u32)
        .flat_map(|n| tlv(0x82, format!("host{n}.example.com").as_bytes()))
        .collect();
    let body: String = String::from_utf8(chain.clone())
        .unwrap()
        .lines()
        .filter(|l| !l.starts_with('-'))
        .collect();
    vec![
        ("certificates in PEM", fill(&chain)),
        ("certificates in PEM, 16 MB", fill_to(LARGE, &chain)),
        (
            "binary, 16 MB",
            fill_to(LARGE, &[0x30, 0x82, 1, 0, 0x30, 0x82, 0, 0xf0]),
        ),
        ("sessions of openssl", fill(&text)),
        ("text", fill(b"a line of some log, 2026-01-01 12:00:00\n")),
        ("one line", fill(b"a")),
        ("BEGIN markers", fill(b"-----BEGIN ")),
        ("BEGIN lines", fill(b"-----BEGIN CERTIFICATE-----\n")),
        (
            "empty blocks",
            fill(b"-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"),
        ),
        (
            "private keys",
            fill(b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
        ),
        ("bare base64", fill(body.as_bytes())),
        ("words that begin a certificate", fill(b"MIIB ")),
        ("hex", fill(b"3082")),
        ("zeros", fill(&[0])),
        ("binary", fill(&[0x30, 0x82, 1, 0, 0x30, 0x82, 0, 0xf0])),
        (
            "UTF-16",
            fill(
                &"-----BEGIN CERTIFICATE-----\n"
                    .encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect::<Vec<_>>(),
            ),
        ),
        ("nested ASN.1", fill(&[0x30, 0x80])),
        (
            "nested strings",
            [&[0x30, 0x80, 2, 1, 3, 0x30, 0x80][..], &fill(&[0x24, 0x80])].concat(),
        ),
        ("giant lengths", fill(&[0x30, 0x84, 0xff, 0xff, 0xff, 0xff])),
        (
            "PKCS#7",
            [
                &[
                    0x30, 0x80, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2, 0xa0, 0x80, 0x30, 0x80, 2, 1, 1,
                    0x31, 0, 0x30, 0, 0xa0, 0x80,
                ][..],
                &fill(&[0x30, 0]),
            ]
            .concat(),
        ),
        ("a certificate with 10,000 names", certificate(&names, b"x")),
        ("certificates with 10,000 names", fill(&certificate(&names, b"x"))),
        (
            "certificates with names of 64 KB",
            fill(&certificate(&tlv(0x82, &vec![b'a'; 65_536]), &vec![b'b'; 65_536])),
        ),
        ("one name of 16 MB", certificate(&tlv(0x82, b"a"), &vec![b'b'; LARGE])),
        ("links", fill(b"https://example.com/#MIIB&x=MIIC\n")),
        (
            "log lines",
            fill(b"Execution failed due to configuration error: General SSLEngine problem\n"),
        ),
    ]
}

fn containers() -> Vec<(&'static str, Vec<u8>)> {
    let bag = {
        let oid = [6, 11, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 12, 10, 1, 3];
        let x509 = [6, 10, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 9, 22, 1];
        let value = move |content: &[u8]| tlv(0xa0, &tlv(0x30, &[&x509[..], &tlv(0xa0, &tlv(4, content))].concat()));
        move |content: &[u8]| tlv(0x30, &[&oid[..], &value(content)].concat())
    };
    let info = |content: &[u8]| {
        let oid = [6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1];
        tlv(0x30, &[&oid[..], &tlv(0xa0, &tlv(4, content))].concat())
    };
    let p12 = |bags: &[u8]| {
        tlv(
            0x30,
            &[&[2, 1, 3][..], &info(&tlv(0x30, &info(&tlv(0x30, bags))))].concat(),
        )
    };
    let names: Vec<u8> = (0..100u32)
        .flat_map(|n| tlv(0x82, format!("host{n}.example.com").as_bytes()))
        .collect();
    let jks = |entry: &[u8]| [&[0xfe, 0xed, 0xfe, 0xed, 0, 0, 0, 2, 0x7f, 0, 0, 0][..], entry].concat();
    let entry = |der: &[u8]| {
        let size = u32::try_from(der.len()).unwrap().to_be_bytes();
        [
            &[0, 0, 0, 2, 0, 1, b'a', 0, 0, 0, 0, 0, 0, 0, 0, 0, 5][..],
            b"X.509",
            &size,
            der,
        ]
        .concat()
    };
    let zip = |data: &[u8]| {
        let body = miniz_oxide::deflate::compress_to_vec(data, 6);
        let [size, len] = [body.len(), data.len()].map(|n| u32::try_from(n).unwrap().to_le_bytes());
        let common = [
            &[20, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..],
            &size,
            &len,
            &[1, 0, 0, 0],
        ]
        .concat();
        let local = [&b"PK\x03\x04"[..], &common, b"x", &body].concat();
        let central = [&b"PK\x01\x02\x14\0"[..], &common, &[0; 14], b"x"].concat();
        let [at, length] = [local.len(), central.len()].map(|n| u32::try_from(n).unwrap().to_le_bytes());
        [
            local,
            central,
            [&b"PK\x05\x06\0\0\0\0\x01\0\x01\0"[..], &length, &at, &[0, 0]].concat(),
        ]
        .concat()
    };
    // The maximum size that is inflated.
    let four = |piece: &[u8]| fill_to(4 * MB, piece);
    vec![
        ("PKCS#12 of small things", p12(&fill(&bag(&[0x30, 0])))),
        ("PKCS#12 of small things, 16 MB", p12(&fill_to(LARGE, &bag(&[0x30, 0])))),
        ("PKCS#12 of certificates", p12(&fill(&bag(&certificate(&names, b"x"))))),
        ("a keystore of small things", jks(&fill(&entry(&[0x30, 0])))),
        (
            "a keystore of certificates",
            jks(&fill(&entry(&certificate(&names, b"x")))),
        ),
        ("a ZIP of markers", zip(&four(b"-----BEGIN CERTIFICATE-----\n"))),
        ("a ZIP of certificates", zip(&four(&fixture("ingest/chain.pem")))),
        (
            "a ZIP of UTF-16",
            zip(&four(
                &"MIIB\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
            )),
        ),
        ("a ZIP of base64", zip(&four(b"MIICMIICMIIC"))),
        ("a ZIP bomb", zip(&vec![0; 64 * MB])),
    ]
}

/// Set in the process that measures.
const ALONE: &str = "SSLENGINE_DOCTOR_MEASURE_MEMORY";

#[test]
fn reading_takes_at_most_four_times_the_input_and_16_mb() {
    if std::env::var_os(ALONE).is_none() {
        let test = "memory::reading_takes_at_most_four_times_the_input_and_16_mb";
        let alone = Command::new(std::env::current_exe().unwrap())
            .args([test, "--exact", "--nocapture"])
            .env(ALONE, "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&alone.stdout);
        assert!(
            alone.status.success() && said.contains("1 passed"),
            "{said}{}",
            String::from_utf8_lossy(&alone.stderr)
        );
        return;
    }
    let mut wrong = Vec::new();
    for (what, input) in inputs().into_iter().chain(containers()) {
        let (size, most) = peak(input, |input| drop(ingest(input, &Limits::default())));
        println!(
            "{what}: {:.1} MB for {:.1} MB",
            most as f64 / MB as f64,
            size as f64 / MB as f64
        );
        // Inputs that are unpacked or have many small items need the 16 MB; the others get one.
        let slack = if what.contains("ZIP") || what.contains("small") {
            16 * MB
        } else {
            MB
        };
        if most > 4 * size + slack {
            wrong.push(format!("{what}: {most} bytes for {size}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // The whole plan, for input that decodes.
    let options = Options::at(UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap());
    let names: Vec<u8> = (0..10_000u32)
        .flat_map(|n| tlv(0x82, format!("host{n}.example.com").as_bytes()))
        .collect();
    let one = certificate(&names, &vec![b'b'; 65_536]);
    assert!(
        plan(one.clone().into(), &options).is_ok(),
        "the certificate made here is readable"
    );
    let (size, most) = peak(one, |input| drop(plan(input, &options)));
    println!("plan: {most} bytes for {size}");
    assert!(most <= 4 * size + 16 * MB);
}
