//! Private keys stay inside: no sequence of their bytes appears in any output, for any option.

use bytes::Bytes;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{Input, InputError, Options, judge};
use sslengine_doctor::trust::TrustStore;
use sslengine_doctor::verify::SignatureAnswer;

use super::{containers, fixture, pem_blocks, read};

/// Half of the sixteen consecutive bytes that must not appear: sixteen bytes contain eight that
/// start at a multiple of eight.
const RUN: usize = 8;
const PASSWORDS: [&str; 2] = ["changeit", "p\u{e4}ssw\u{f6}rd"];

/// The key's secret bytes: in PKCS#8, the scalar of P-256 starts at offset 36.
fn secret() -> Vec<u8> {
    let pkcs8 = pem_blocks(&String::from_utf8(fixture("keys.pem")).unwrap()).remove(0);
    assert_eq!(pkcs8[34..36], [4, 32]);
    pkcs8[36..68].to_vec()
}

/// The forms in which bytes appear in text: hex, decimal lists, base64 at three alignments,
/// escaped.
fn traces(run: &[u8]) -> Vec<String> {
    use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine as _};
    let hex: String = run.iter().map(|b| format!("{b:02x}")).collect();
    let escaped = format!("{:?}", Bytes::copy_from_slice(run));
    let base64 = (0..3).map(|skip| BASE64_STANDARD_NO_PAD.encode(&run[skip..run.len() - (run.len() - skip) % 3]));
    let decimals = [", ", ","].map(|comma| run.iter().map(u8::to_string).collect::<Vec<_>>().join(comma));
    let escaped = escaped[2..escaped.len() - 1].to_owned();
    [hex.to_uppercase(), hex, escaped]
        .into_iter()
        .chain(base64)
        .chain(decimals)
        .collect()
}

fn assert_silent(what: &str, text: &str, secret: &[u8]) {
    for run in secret.chunks(RUN) {
        for trace in traces(run) {
            assert!(!text.contains(&trace), "{what} contains a key's bytes as {trace}");
        }
    }
}

#[test]
fn the_search_finds_what_it_looks_for() {
    let secret = secret();
    let shown = format!("{:?} {:?}", Bytes::from(secret.clone()), &secret[..RUN]);
    assert!(
        traces(&secret[..RUN])
            .iter()
            .filter(|trace| shown.contains(*trace))
            .count()
            >= 2
    );
}

#[test]
fn no_byte_of_a_key_comes_out() {
    let secret = secret();
    let at = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap();
    for name in containers() {
        for passwords in [&PASSWORDS[..], &["wrong"], &[]] {
            let ingested = read(fixture(&name), passwords);
            assert_silent(&name, &format!("{ingested:?}"), &secret);
            assert_silent(&name, &serde_json::to_string(&ingested).unwrap(), &secret);
            for block in &ingested.blocks {
                assert!(
                    secret
                        .chunks(RUN)
                        .all(|run| !block.der.windows(RUN).any(|part| part == run)),
                    "{name}"
                );
            }
            let given = Passwords::new(passwords.iter().map(|p| (*p).to_owned()));
            let text = match Input::paste(fixture(&name).into(), &given) {
                Ok(input) => {
                    let plan = input.plan(&Options::at(at), TrustStore::embedded());
                    if name == "openssl-no-password.p12" {
                        assert_silent("the plan", &format!("{plan:?}"), &secret);
                    }
                    let answers = vec![SignatureAnswer::Unsupported; plan.checks().len()];
                    let report = judge(&plan, &answers);
                    format!("{report:?} {}", serde_json::to_string(&report).unwrap())
                }
                Err(InputError::NoCertificate { input }) => {
                    format!("{input:?} {}", serde_json::to_string(&input).unwrap())
                }
                Err(other) => panic!("{name}: {other}"),
            };
            assert_silent(&name, &text, &secret);
            for password in PASSWORDS {
                assert!(!text.contains(password), "{name}: the password is in the report");
            }
        }
    }
}

#[test]
fn the_memory_of_a_keystore_is_cleared_if_nobody_else_uses_it() {
    let shared = Bytes::from(fixture("openssl-no-password.p12"));
    // The caller's own handle, which the caller has to clear.
    let kept = shared.clone();
    let ingested = sslengine_doctor::ingest::ingest(shared, &Default::default());
    assert_eq!(ingested.blocks.len(), 3);
    assert_eq!(kept, fixture("openssl-no-password.p12"));
}
