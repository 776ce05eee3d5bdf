//! `Options::client_certificate`: the rules for the client certificate of a REST API's stage.

use std::process::Command;

use sslengine_doctor::engine::{Options, judge, plan};
use sslengine_doctor::guide::Guide;
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::{Report, RuleId, Verdict};
use sslengine_doctor::verify::{Verifier as _, native::NativeVerifier};

use crate::connect::{FOLDER, run};

/// Makes a certificate with an issuer, and returns the path of both.
fn made(name: &str, key: &str, usage: &str) -> std::path::PathBuf {
    let folder = FOLDER.join(format!("client-{name}"));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(
        folder.join("leaf.cnf"),
        format!("subjectAltName=DNS:client.example.com\n{usage}\n"),
    )
    .unwrap();
    let script = format!(
        "set -e
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ca.key -out ca.pem \\
            -subj '/O=Example/CN=Example Client CA' -days 90 -addext keyUsage=critical,keyCertSign
        openssl req -newkey {key} -nodes -keyout leaf.key -out leaf.csr -subj /CN=client
        openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -days 60 -extfile leaf.cnf -out leaf.pem
        cat leaf.pem ca.pem > chain.pem"
    );
    let done = Command::new("sh")
        .args(["-c", &script])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    folder.join("chain.pem")
}

fn report(pem: Vec<u8>) -> Report {
    let now = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let options = Options {
        client_certificate: true,
        ..Options::at(sslengine_doctor::cert::UnixTime::from_seconds(now.try_into().unwrap()))
    };
    let plan = plan(pem.into(), &options).unwrap();
    judge(&plan, &NativeVerifier.verify_all(plan.checks()))
}

fn codes(report: &Report) -> Vec<&'static str> {
    let findings = report.rules.iter().flat_map(|rule| &rule.findings);
    let codes = findings.map(|finding| finding.detail.code());
    codes.filter(|code| code.starts_with("client-")).collect()
}

const USAGE: &str = "extendedKeyUsage=clientAuth";

#[test]
fn every_supported_key_is_accepted() {
    for (name, key) in [
        ("rsa-2048", "rsa:2048"),
        ("rsa-4096", "rsa:4096"),
        ("p256", "ec -pkeyopt ec_paramgen_curve:prime256v1"),
        ("p384", "ec -pkeyopt ec_paramgen_curve:secp384r1"),
        ("p521", "ec -pkeyopt ec_paramgen_curve:secp521r1"),
    ] {
        let report = report(std::fs::read(made(name, key, USAGE)).unwrap());
        assert_eq!(report.verdict, Verdict::Pass, "{name}: {report:?}");
        assert_eq!(codes(&report), Vec::<&str>::new(), "{name}");
        assert!(report.asked.client_certificate && report.handshake.accepted && report.hostname.is_none());
    }
}

#[test]
fn every_rule_has_its_finding() {
    for (name, key, usage, code) in [
        ("rsa-1024", "rsa:1024", USAGE, "client-key-unsupported"),
        (
            "k256",
            "ec -pkeyopt ec_paramgen_curve:secp256k1",
            USAGE,
            "client-key-unsupported",
        ),
        ("ed25519", "ed25519", USAGE, "client-key-unsupported"),
        (
            "server",
            "rsa:2048",
            "extendedKeyUsage=serverAuth",
            "client-usage-missing",
        ),
        ("no-usage", "rsa:2048", "", "client-usage-missing"),
    ] {
        let report = report(std::fs::read(made(name, key, usage)).unwrap());
        assert_eq!(report.verdict, Verdict::Fail, "{name}");
        assert_eq!(codes(&report), [code], "{name}");
    }
    let both = std::fs::read(made("both", "rsa:2048", "extendedKeyUsage=serverAuth,clientAuth")).unwrap();
    assert_eq!(codes(&report(both.clone())), Vec::<&str>::new());
    // Five certificates are allowed, six are not.
    let others = (0..5).map(|number| {
        made(
            &format!("filler-{number}"),
            "ec -pkeyopt ec_paramgen_curve:prime256v1",
            USAGE,
        )
    });
    let fillers: Vec<Vec<u8>> = others
        .map(|path| std::fs::read(path.with_file_name("ca.pem")).unwrap())
        .collect();
    let five = report([both.clone(), fillers[..3].concat()].concat());
    assert_eq!(codes(&five), Vec::<&str>::new());
    let six = report([both, fillers[..4].concat()].concat());
    assert_eq!(codes(&six), ["client-chain-too-long"]);
    let public = include_bytes!("../fixtures/real/amazon-rsa2048.pem");
    let public = report(public.to_vec());
    assert!(
        codes(&public).contains(&"client-public-certificate"),
        "{:?}",
        codes(&public)
    );
}

#[test]
fn the_command_says_that_it_is_a_client_certificate() {
    let good = made("command", "rsa:2048", USAGE);
    let answer = run(&["--client-certificate", good.to_str().unwrap()]);
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    answer.says("API Gateway can send this client certificate to the backend.");
    answer.says("The client certificate “client” (no. 1) is within its validity dates");
    assert!(!answer.out.contains("Java"), "{}", answer.out);
    let markdown = run(&["--client-certificate", "--format", "markdown", good.to_str().unwrap()]);
    markdown
        .says("## AWS’s rules for client certificates")
        .says("| 1 | Client certificate | client |");
    let checked = report(std::fs::read(&good).unwrap());
    let plain = Guide::new(&checked).plain_text(Locale::En);
    for text in [&markdown.out, &plain] {
        for words in ["Java", "Supported CA", "s_client", "erver certificate"] {
            assert!(!text.contains(words), "{words}: {text}");
        }
    }
    let bad = made("command-bad", "rsa:2048", "extendedKeyUsage=serverAuth");
    let answer = run(&["--client-certificate", "--format", "junit", bad.to_str().unwrap()]);
    assert_eq!(answer.status, 1);
    answer.says("client-usage-missing");
    for options in [["--host", "x.example"], ["--connect", "x.example"], ["--repair", "-"]] {
        assert_eq!(run(&[&["--client-certificate"][..], &options].concat()).status, 2);
    }
    let report = report(std::fs::read(good).unwrap());
    assert_eq!(report.rules.len(), RuleId::ALL.len());
}
