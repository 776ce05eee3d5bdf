//! What handshakes with a server mean: `tests/golden/answers/connections.txt` has a line for each
//! usual handshake with each handshake besides it. `connect.rs` makes real connections; these need
//! none.
//!
//! After an intended change: `UPDATE_GOLDEN=1 cargo test connections`, then read the difference.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use sslengine_doctor::cert::Fingerprint;
use sslengine_doctor::engine::Options;
use sslengine_doctor::ingest::{LogKind, Meaning, Side};
use sslengine_doctor::report::{Attempt, Connection, ConnectionNote, Download, DownloadTrouble, How, Verdict};

use crate::common::{MADE, ask, golden, made, made_list, options};

/// A handshake that succeeds, with the certificate of this number.
fn shows(how: How, certificate: u8) -> Attempt {
    Attempt {
        how,
        address: Some(format!("192.0.2.{certificate}")),
        protocol: Some("TLS 1.3"),
        cipher: Some("TLS_AES_128_GCM_SHA256".to_owned()),
        certificates: vec![Fingerprint([certificate; 32])],
        label: Some(format!("chain {certificate}")),
        client_certificate: false,
        trouble: None,
    }
}

/// A handshake that ends before a certificate.
fn fails(how: How, trouble: LogKind) -> Attempt {
    Attempt {
        protocol: None,
        cipher: None,
        certificates: Vec::new(),
        label: None,
        trouble: Some(trouble),
        ..shows(how, 1)
    }
}

fn alert(name: &str) -> LogKind {
    LogKind::OtherAlert {
        alert: name.to_owned(),
        tool: None,
        side: Side::Client,
    }
}

fn refused() -> LogKind {
    LogKind::Known {
        meaning: Meaning::Refused,
        tool: None,
        side: Side::Client,
        name: None,
    }
}

fn asking(attempt: Attempt) -> Attempt {
    Attempt {
        client_certificate: true,
        ..attempt
    }
}

fn with_trouble(attempt: Attempt, trouble: LogKind) -> Attempt {
    Attempt {
        trouble: Some(trouble),
        ..attempt
    }
}

fn with_cipher(protocol: &'static str, cipher: &str) -> Attempt {
    Attempt {
        protocol: Some(protocol),
        cipher: Some(cipher.to_owned()),
        ..shows(How::Legacy, 1)
    }
}

type Named<T> = (&'static str, T);

/// The usual handshakes.
fn usual() -> Vec<Named<Attempt>> {
    let ok = || shows(How::Usual, 1);
    let fails = |trouble| fails(How::Usual, trouble);
    vec![
        ("succeeds", ok()),
        ("asks for a client certificate", asking(ok())),
        (
            "requires a client certificate",
            with_trouble(asking(ok()), alert("certificate_required")),
        ),
        ("fails after the chain", with_trouble(ok(), alert("handshake_failure"))),
        (
            "asks for a client certificate, shows none",
            asking(fails(alert("handshake_failure"))),
        ),
        ("handshake_failure", fails(alert("handshake_failure"))),
        ("insufficient_security", fails(alert("insufficient_security"))),
        ("unrecognized_name", fails(alert("unrecognized_name"))),
        ("protocol_version", fails(LogKind::ProtocolVersion)),
        ("refused", fails(refused())),
        (
            "ends without a reason",
            Attempt {
                trouble: None,
                ..fails(refused())
            },
        ),
    ]
}

/// The handshakes besides the usual one.
fn besides() -> Vec<Named<Vec<Attempt>>> {
    let closed = || alert("internal_error");
    let offered = || with_cipher("TLS 1.2", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA");
    let without_name = |certificate| shows(How::WithoutName, certificate);
    let versions = |tls12: bool, tls13: bool| {
        let tried = |how, works: bool| {
            if works {
                shows(how, 1)
            } else {
                fails(how, LogKind::ProtocolVersion)
            }
        };
        vec![tried(How::Tls12, tls12), tried(How::Tls13, tls13)]
    };
    let legacy_refused = || fails(How::Legacy, alert("handshake_failure"));
    vec![
        ("none", vec![]),
        ("no name: the same", vec![without_name(1)]),
        ("no name: another", vec![without_name(2)]),
        ("no name: fails", vec![fails(How::WithoutName, closed())]),
        ("address: the same", vec![shows(How::Usual, 1)]),
        ("address: another", vec![shows(How::Usual, 2)]),
        ("address: fails", vec![fails(How::Usual, refused())]),
        ("both versions", versions(true, true)),
        ("TLS 1.2 only", versions(true, false)),
        ("TLS 1.3 only", versions(false, true)),
        ("neither version alone", versions(false, false)),
        ("TLS 1.2 not tried", versions(true, true).split_off(1)),
        ("older: Java offers it", vec![offered()]),
        ("older: Java offers it, asks", vec![asking(offered())]),
        (
            "older: static RSA",
            vec![with_cipher("TLS 1.2", "TLS_RSA_WITH_AES_128_CBC_SHA")],
        ),
        (
            "older: 3DES, asks",
            vec![asking(with_cipher("TLS 1.2", "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA"))],
        ),
        (
            "older: RC4",
            vec![with_cipher("TLS 1.2", "TLS_ECDHE_RSA_WITH_RC4_128_SHA")],
        ),
        ("older: cipher not known", vec![with_cipher("TLS 1.2", "")]),
        (
            "older: TLS 1.0",
            vec![with_cipher("TLS 1.0", "TLS_RSA_WITH_AES_128_CBC_SHA")],
        ),
        ("older: refused", vec![legacy_refused()]),
        ("older: not reached", vec![fails(How::Legacy, refused())]),
        (
            "no name: another; older: refused",
            vec![without_name(2), legacy_refused()],
        ),
        (
            "no name: another; older: Java offers it",
            vec![without_name(2), offered()],
        ),
    ]
}

fn connection(attempts: Vec<Attempt>) -> Connection {
    Connection {
        host: "api.example.com".to_owned(),
        port: 443,
        server_name: Some("api.example.com".to_owned()),
        proxy: None,
        attempts,
        downloads: Vec::new(),
        with_downloads: None,
    }
}

/// `code(arguments)`.
fn note(note: &ConnectionNote<'_>) -> String {
    let mut json = serde_json::to_value(note).unwrap();
    let entries = json.as_object_mut().unwrap();
    assert_eq!(entries.remove("code"), Some(Value::from(note.code())));
    let caveat = if note.is_caveat() { " (caveat)" } else { "" };
    format!("{}{}{caveat}", note.code(), serde_json::to_string(entries).unwrap())
}

fn described(connection: &Connection) -> String {
    let trouble = connection.trouble().map(|kind| serde_json::to_string(&kind).unwrap());
    let notes: Vec<String> = connection.notes().iter().map(note).collect();
    format!(
        "trouble={} early={} notes={}",
        trouble.unwrap_or_default(),
        connection.fails_early(),
        notes.join("; ")
    )
}

#[test]
fn each_combination_of_handshakes_means_what_is_recorded() {
    let mut text = String::new();
    for (name, usual) in usual() {
        writeln!(text, "{name}").unwrap();
        for (other, besides) in besides() {
            let connection = connection([vec![usual.clone()], besides].concat());
            writeln!(text, "  {other}: {}", described(&connection)).unwrap();
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/answers/connections.txt");
    let kept = golden(&path, &text);
    for (now, kept) in text.lines().zip(kept.lines()) {
        assert_eq!(now, kept, "if this is intended: UPDATE_GOLDEN=1 cargo test connections");
    }
    assert_eq!(text.lines().count(), kept.lines().count());
}

#[test]
fn a_connection_without_handshakes_says_nothing() {
    let none = connection(Vec::new());
    assert_eq!(none.trouble(), None);
    assert!(none.notes().is_empty() && !none.fails_early());
}

#[test]
fn downloads_are_notes_in_their_order() {
    let download = |label: Option<&str>, trouble| Download {
        url: "http://ca.example/ca.crt".to_owned(),
        label: label.map(str::to_owned),
        sha256: None,
        trouble,
    };
    let downloads = vec![
        download(Some("CA"), None),
        download(None, Some(DownloadTrouble::TooSlow)),
        download(None, None),
    ];
    let of = |usual: Attempt| Connection {
        downloads: downloads.clone(),
        with_downloads: Some(Verdict::Pass),
        ..connection(vec![usual])
    };
    let codes = |connection: Connection| -> Vec<String> { connection.notes().iter().map(note).collect() };
    let expected = [
        r#"downloaded{"label":"CA","url":"http://ca.example/ca.crt"}"#,
        r#"not-downloaded{"trouble":{"code":"too-slow"},"url":"http://ca.example/ca.crt"}"#,
        r#"not-downloaded{"trouble":{"code":"not-certificate"},"url":"http://ca.example/ca.crt"}"#,
        r#"with-downloads{"verdict":"pass"}"#,
    ];
    assert_eq!(codes(of(shows(How::Usual, 1))), expected);
    assert_eq!(codes(of(fails(How::Usual, refused()))), expected);
}

#[test]
fn names_and_commands_have_brackets_around_an_ipv6_address() {
    let named = connection(Vec::new());
    assert_eq!(named.name(), "api.example.com:443");
    assert_eq!(
        named.openssl(),
        "openssl s_client -connect api.example.com:443 -servername api.example.com -showcerts </dev/null"
    );
    let address = Connection {
        host: "2001:db8::1".to_owned(),
        port: 8443,
        server_name: None,
        ..named
    };
    assert_eq!(address.name(), "[2001:db8::1]:8443");
    assert_eq!(
        address.openssl(),
        "openssl s_client -connect [2001:db8::1]:8443 -showcerts </dev/null"
    );
}

#[test]
fn the_chain_in_the_output_of_connect_is_in_the_servers_order() {
    let output = "Output of sslengine-doctor --connect api.example.com:443 for api.example.com\n\
                  Address 192.0.2.1:443 TLS 1.3 TLS_AES_128_GCM_SHA256\n";
    let chain = made(&["intermediate", "leaf-2048", "root"]);
    let in_order = Options {
        first_is_leaf: true,
        ..options(MADE)
    };
    let rules = |text: &str, options: &Options| ask(text, options, &made_list()).unwrap().rules;
    let sent = rules(&chain, &in_order);
    assert_ne!(rules(&chain, &options(MADE)), sent);
    assert_eq!(rules(&[output, &chain].concat(), &options(MADE)), sent);
    assert_eq!(rules(&[output, &chain].concat(), &in_order), sent);
}
