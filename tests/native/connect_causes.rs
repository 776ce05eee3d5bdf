//! The first line of `--connect` names the cause, for each kind of broken server; and what is read
//! from servers with which rustls cannot negotiate.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use serde_json::Value;

use crate::connect::{Answer, FOLDER, GOOD, NAME, answering, connect, free_port, json, relay, run, server, server_at};

/// The first line of the report, or the error of a server that cannot be reached.
fn first(answer: &Answer) -> &str {
    if answer.out.is_empty() {
        answer.err.lines().next().unwrap_or_default()
    } else {
        answer.first_line()
    }
}

#[test]
fn the_first_line_names_the_cause_for_each_kind_of_server() {
    let old = "ALL:@SECLEVEL=0";
    let wrong_name = ["-cert", "other.pem", "-key", "other.key", "-cert_chain", "ca.pem"];
    let expired = ["-cert", "expired.pem", "-key", "expired.key", "-cert_chain", "ca.pem"];
    let skip: &[&str] = &["--skip-verification"];
    let rows: &[(&[&str], &[&str], &str, i32)] = &[
        (&expired, skip, "expired", 1),
        (&["-cert", "good.pem", "-key", "good.key"], &[], "Private Test CA", 1),
        (&["-cert", "self.pem", "-key", "self.key"], &[], "self-signed", 1),
        (&wrong_name, skip, "not valid for “api.example.com”", 1),
        (
            &[&GOOD[..], &["-Verify", "1", "-verify_return_error"]].concat(),
            skip,
            "requires a client certificate",
            1,
        ),
        (
            &[&GOOD[..], &["-tls1", "-cipher", old]].concat(),
            &[],
            "old TLS version (TLS 1.0)",
            1,
        ),
        (
            &[&GOOD[..], &["-tls1_1", "-cipher", old]].concat(),
            skip,
            "old TLS version (TLS 1.1)",
            1,
        ),
        (
            &[&GOOD[..], &["-tls1_2", "-cipher", "AES128-SHA"]].concat(),
            skip,
            "Java 17 does not offer (TLS_RSA_WITH_AES_128_CBC_SHA)",
            1,
        ),
        (
            &["-nocert", "-psk", "00", "-tls1_2", "-cipher", "PSK-AES128-GCM-SHA256"],
            skip,
            "no cipher suite or TLS version in common",
            1,
        ),
        (
            &[&GOOD[..], &["-tls1_2", "-cipher", "ECDHE-ARIA128-GCM-SHA256"]].concat(),
            skip,
            "no cipher suite or TLS version in common",
            1,
        ),
        (
            &["-cert", "large.pem", "-key", "large.key", "-cert_chain", "ca.pem"],
            skip,
            "has 4096 bits",
            1,
        ),
        (
            &["-cert", "ca.pem", "-key", "ca.key", "-cert_chain", "good.pem"],
            skip,
            "not valid for “api.example.com”",
            1,
        ),
        // The server knows another name only.
        (
            &[
                &GOOD[..],
                &[
                    "-cert2",
                    "other.pem",
                    "-key2",
                    "other.key",
                    "-servername",
                    "x.example",
                    "-servername_fatal",
                ],
            ]
            .concat(),
            skip,
            "the server refuses the server name (SNI) “api.example.com”",
            1,
        ),
        // Clients behind a VPC link may send no name.
        (
            &[
                "-cert",
                "other.pem",
                "-key",
                "other.key",
                "-cert2",
                "good.pem",
                "-key2",
                "good.key",
                "-CAfile",
                "ca.pem",
                "-servername",
                NAME,
            ],
            skip,
            "Without the server name (SNI), the server sends another chain; its first certificate is “other”.",
            0,
        ),
        // The handshake cannot be completed, so whether a certificate is required is unknown.
        (
            &[
                &GOOD[..],
                &[
                    "-tls1_2",
                    "-cipher",
                    "ECDHE-RSA-AES128-SHA",
                    "-Verify",
                    "1",
                    "-verify_return_error",
                ],
            ]
            .concat(),
            skip,
            "asks for a client certificate, and may require one",
            0,
        ),
        // Java 17 can connect, so only the chain counts.
        (
            &[&GOOD[..], &["-tls1_2", "-cipher", "ECDHE-RSA-AES128-SHA"]].concat(),
            &[],
            "Private Test CA",
            1,
        ),
        (
            &[&GOOD[..], &["-tls1_2", "-cipher", "ECDHE-RSA-AES128-SHA"]].concat(),
            skip,
            "Accepted",
            0,
        ),
        (
            &[&GOOD[..], &["-tls1_2", "-cipher", "DHE-RSA-AES128-GCM-SHA256"]].concat(),
            skip,
            "Accepted",
            0,
        ),
        // Another name than that of the certificate for the name that is sent.
        (
            &[
                &wrong_name[..],
                &[
                    "-cert2",
                    "good-chain.pem",
                    "-key2",
                    "good.key",
                    "-servername",
                    "x.example",
                ],
            ]
            .concat(),
            skip,
            "not valid for “api.example.com”",
            1,
        ),
    ];
    for (arguments, options, words, status) in rows {
        let server = server(arguments);
        let answer = connect(server.port, options);
        assert!(
            first(&answer).contains(words),
            "{arguments:?} {words}: {}\n{}",
            answer.out,
            answer.err
        );
        assert_eq!(answer.status, *status, "{arguments:?}: {}", answer.out);
    }
}

#[test]
fn the_first_line_names_the_cause_without_tls() {
    let http = answering(|mut stream| {
        let _ = stream.read(&mut [0; 64]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        std::thread::sleep(std::time::Duration::from_millis(200));
    });
    let mut kept = Vec::new();
    let silent = answering(move |stream| kept.push(stream));
    for (port, words) in [
        (http, "without TLS"),
        (silent, "in time"),
        (free_port(), "nothing accepts connections"),
    ] {
        let answer = run(&["--connect", &format!("127.0.0.1:{port}"), "--timeout", "1"]);
        assert!(first(&answer).contains(words), "{words}: {}{}", answer.out, answer.err);
    }
}

#[test]
fn a_chain_that_only_the_beginning_shows_is_checked_and_compared_with_java() {
    let rsa = server(&[&GOOD[..], &["-tls1_2", "-cipher", "AES128-SHA"]].concat());
    let value = json(&connect(rsa.port, &["--skip-verification", "--format", "json"]));
    assert_eq!(value["report"]["verdict"], "pass", "{value}");
    assert_eq!(value["report"]["certificates"].as_array().unwrap().len(), 2);
    assert_eq!(value["error"]["code"], "handshake-failed");
    let attempts = value["connection"]["attempts"].as_array().unwrap();
    let legacy = attempts.iter().find(|attempt| attempt["how"] == "legacy").unwrap();
    assert_eq!(legacy["cipher"], "TLS_RSA_WITH_AES_128_CBC_SHA");
    assert_eq!(value["connection"]["notes"][0]["java"], "formerly");
    connect(rsa.port, &[]).says("17.0.21.1 no longer does");
    connect(rsa.port, &["--lang", "fr"]).says("ne le propose plus");

    let cbc = server(&[&GOOD[..], &["-tls1_2", "-cipher", "ECDHE-RSA-AES256-SHA384"]].concat());
    let value = json(&connect(cbc.port, &["--skip-verification", "--format", "json"]));
    assert_eq!(value["error"], Value::Null, "{value}");
    assert_eq!(value["connection"]["notes"][0]["java"], "offered");
}

#[test]
fn a_difference_without_the_name_fails_only_if_warnings_do() {
    let server = server(&[
        "-cert",
        "other.pem",
        "-key",
        "other.key",
        "-cert2",
        "good.pem",
        "-key2",
        "good.key",
        "-servername",
        NAME,
        "-CAfile",
        "ca.pem",
    ]);
    let with = |more: &[&str]| connect(server.port, &[&["--skip-verification"], more].concat());
    assert_eq!(with(&["--fail-on", "inconclusive"]).status, 0);
    let strict = with(&["--fail-on", "warning"]);
    assert_eq!(strict.status, 1, "{}{}", strict.out, strict.err);
    assert!(strict.err.contains("Without the server name (SNI)"), "{}", strict.err);
    let sarif = json(&with(&["--format", "sarif"]));
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results[0]["ruleId"], "other-without-name");
    assert_eq!(results[0]["level"], "warning");
    let strict = with(&["--format", "junit", "--fail-on", "warning"]);
    assert_eq!(strict.status, 1);
    assert!(
        strict.out.contains("<failure type=\"other-without-name\""),
        "{}",
        strict.out
    );
}

#[test]
fn a_server_that_refuses_the_name_with_another_alert_is_recognized() {
    let kept = server(&GOOD);
    let backend = kept.port;
    // Ends the handshake with handshake_failure if the ClientHello has the name.
    let port = answering(move |mut client| {
        std::thread::spawn(move || {
            let mut hello = [0; 4096];
            let length = client.peek(&mut hello).unwrap_or(0);
            if hello[..length].windows(NAME.len()).any(|part| part == NAME.as_bytes()) {
                let _ = client.read(&mut hello);
                let _ = client.write_all(&[21, 3, 3, 0, 2, 2, 40]);
            } else {
                relay(client, backend);
            }
        });
    });
    let answer = connect(port, &["--skip-verification"]);
    assert_eq!(answer.status, 1, "{}", answer.out);
    assert!(
        answer
            .first_line()
            .contains("refuses the server name (SNI) “api.example.com”"),
        "{}",
        answer.out
    );
    answer.says("the server sends a chain; its first certificate is “good”");
}

#[test]
fn ipv6_and_names_in_unicode_are_supported() {
    if TcpListener::bind("[::1]:0").is_err() {
        eprintln!("this machine has no IPv6");
        return;
    }
    let server = server_at(
        "[::1]",
        &["-cert", "idn.pem", "-key", "idn.key", "-cert_chain", "ca.pem"],
    );
    let target = format!("[::1]:{}", server.port);
    let asked = ["--connect", &target, "--skip-verification", "--timeout", "3"];
    let answer = run(&[&asked[..], &["--server-name", "bücher.example"]].concat());
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    assert!(answer.first_line().contains("xn--bcher-kva.example"), "{}", answer.out);
    answer.says(&format!("Connection  {target} · "));
    let answer = run(&asked);
    assert_eq!(answer.status, 1, "{}", answer.out);
    assert!(answer.first_line().contains("not valid for “::1”"), "{}", answer.out);
}

#[test]
fn the_output_for_the_page_gives_the_same_report() {
    let server = server(&[
        "-cert",
        "other.pem",
        "-key",
        "other.key",
        "-cert2",
        "good.pem",
        "-key2",
        "good.key",
        "-cert_chain",
        "ca.pem",
        "-servername",
        NAME,
    ]);
    let at = ["--at", "2026-11-29T12:00:00Z"];
    let connected = json(&connect(server.port, &[&at[..], &["--format", "json"]].concat()));
    let pem = connect(server.port, &["--format", "pem"]);
    assert!(pem.out.starts_with(&format!(
        "Output of sslengine-doctor --connect 127.0.0.1:{} for {NAME}\n",
        server.port
    )));
    assert!(
        pem.out.contains("Another chain without the server name (SNI) (other)"),
        "{}",
        pem.out
    );
    let file = FOLDER.join("paste.txt");
    std::fs::write(&file, &pem.out).unwrap();
    let pasted = run(&[&at[..], &["--format", "json", file.to_str().unwrap()]].concat());
    let pasted: Value = serde_json::from_str(&pasted.out).unwrap();
    for key in ["verdict", "rules", "handshake", "hostname", "path", "asked", "fixes"] {
        assert_eq!(pasted[key], connected["report"][key], "{key}");
    }
    assert_eq!(pasted["input"]["hints"]["hostFrom"]["origin"], "handshake");
    let meanings: Vec<&Value> = pasted["input"]["hints"]["messages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|message| &message["kind"]["meaning"])
        .collect();
    assert_eq!(meanings, ["other-chain-without-name"]);

    // A host that is an address, and a chain that begins with a CA.
    let ca = crate::connect::server(&["-cert", "ca.pem", "-key", "ca.key"]);
    let target = format!("127.0.0.1:{}", ca.port);
    let connected = json(&run(&[&at[..], &["--connect", &target, "--format", "json"]].concat()));
    std::fs::write(&file, run(&["--connect", &target, "--format", "pem"]).out).unwrap();
    let pasted = run(&[&at[..], &["--format", "json", file.to_str().unwrap()]].concat());
    let pasted: Value = serde_json::from_str(&pasted.out).unwrap();
    assert_eq!(pasted["asked"]["hostname"], "127.0.0.1");
    assert_eq!(pasted["rules"], connected["report"]["rules"]);

    let alone = run(&["--format", "pem", file.to_str().unwrap()]);
    assert!(alone.status == 2 && alone.err.contains("--connect"), "{}", alone.err);
}
