//! The first line of `--connect` names the cause, for each kind of broken server; and what is read
//! from servers with which rustls cannot negotiate.

use std::io::{Read as _, Write as _};

use serde_json::Value;

use crate::connect::{Answer, FOLDER, GOOD, NAME, answering, connect, free_port, json, run, server};

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

    // Without a certificate there is nothing to read.
    let psk = server(&["-nocert", "-psk", "00", "-tls1_2", "-cipher", "PSK-AES128-GCM-SHA256"]);
    connect(psk.port, &[]).says("Java 17 also offers");
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
