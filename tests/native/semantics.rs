//! Guarantees besides the agreement with Java: every problem is reported once, the deciding one
//! first; all work is bounded; damaged bytes cause no panic.

use crate::common::corpus;
use crate::common::*;
use sslengine_doctor::cert::decode;
use sslengine_doctor::report::{Detail, Report, RuleId};

fn all_codes(report: &Report) -> Vec<String> {
    RuleId::ALL.iter().flat_map(|rule| codes(report, *rule)).collect()
}

#[test]
fn every_problem_is_reported_and_the_deciding_one_is_the_reason() {
    let report = report_made(&["leaf-2049", "not-ca", "root"], "2027-01-01T00:00:00Z");
    assert_eq!(codes(&report, RuleId::Chain)[0], "not-a-ca");
    assert!(matches!(
        report.handshake.reason.as_ref().unwrap().detail,
        Detail::NotACa { .. }
    ));
    let reported = all_codes(&report);
    for code in ["expired", "key-too-large"] {
        assert!(reported.contains(&code.to_owned()), "{code}: {reported:?}");
    }
    for rule in &report.rules {
        for (i, finding) in rule.findings.iter().enumerate() {
            assert!(!rule.findings[..i].contains(finding), "reported twice: {finding:?}");
        }
    }
}

#[test]
fn a_missing_link_is_not_also_reported_as_a_missing_path() {
    for names in [&["leaf-2048"][..], &["leaf-2048", "intermediate"]] {
        let reported = codes(&report(&made(names), MADE), RuleId::Chain);
        assert!(reported.contains(&"issuer-missing".to_owned()), "{reported:?}");
        assert!(!reported.contains(&"no-path".to_owned()), "{reported:?}");
    }
}

#[test]
fn a_hundred_certificates_give_a_finding() {
    let hundred = report_made(&["leaf-2048"; 100], MADE);
    assert_eq!(codes(&hundred, RuleId::Chain)[0], "message-too-large");
    let ten = report_made(&[&["leaf-2048", "intermediate"][..], &["root"; 8]].concat(), MADE);
    assert!(ten.handshake.accepted, "{:?}", ten.handshake);
    let eleven = report_made(&[&["leaf-2048", "intermediate"][..], &["root"; 9]].concat(), MADE);
    assert_eq!(codes(&eleven, RuleId::Chain)[0], "too-many-certificates");
    let refusal = "The certificate chain length (11) exceeds the maximum allowed length (10)";
    assert_eq!(eleven.handshake.message.as_deref(), Some(refusal));
}

#[test]
fn damaged_certificates_are_read_or_rejected() {
    let cases = corpus::corpus();
    let mut seen = 0;
    for (n, der) in cases.iter().step_by(23).filter_map(|c| c.chain.first()).enumerate() {
        for round in 0..24usize {
            let mut damaged = der.clone();
            let at = (n * 7919 + round * 104_729) % damaged.len().max(1);
            match round % 4 {
                0 => damaged.truncate(at),
                1 => damaged[at] ^= 1 << (round % 8),
                2 => damaged[at] = 0x80,
                _ => drop(damaged.splice(at..at, [0x30, 0x80])),
            }
            seen += 1;
            if let Ok(certificate) = decode(&damaged.into()) {
                let _ = (certificate.subject.java(), certificate.issuer.rfc4514());
            }
        }
    }
    assert!(seen > 3000, "{seen}");
}
