//! The differential test: compares our answers with those of a real JDK 17, recorded in
//! `oracle/answers.jsonl`.
//!
//! The corpus is generated again from its seed; a recorded answer counts only for exactly the same
//! bytes. Accept or reject must agree for every case, the kind of message for at least 98 of 100.
//! Each recorded message, pasted as a log line, must be recognized and belong to the finding that
//! its chain has. [`DIFFERENCES`] lists each remaining difference with its reason; an entry that no
//! longer differs must be removed.

use crate::common::corpus;
use std::collections::{BTreeMap, BTreeSet};

use crate::common::corpus::Case;
use serde_json::Value;
use sslengine_doctor::cert::{Certificate, UnixTime, decode};
use sslengine_doctor::chain::{Anchor, Chain, Links, Signatures};
use sslengine_doctor::handshake::{HandshakeInput, check};
use sslengine_doctor::ingest::{Limits, ingest};
use sslengine_doctor::verify::Verifier as _;
use sslengine_doctor::verify::native::NativeVerifier;

/// Cases in which only the message differs: the start of the id, and the reason.
const DIFFERENCES: &[(&str, &str)] = &[(
    "leaf/key-ec-point-short+length/20-strangers@",
    "no key for this leaf, so the oracle asked the trust manager, which has no limit of ten certificates; a handshake has",
)];

struct Answer {
    accepted: bool,
    message: Option<String>,
    /// The code of the decisive finding; `hostname` for the check of the host name.
    code: Option<&'static str>,
}

fn ours(case: &Case) -> Answer {
    let mut certificates: Vec<Certificate> = Vec::new();
    let mut unreadable = false;
    for der in &case.chain {
        match decode(&der.clone().into()) {
            Ok(certificate) => certificates.push(certificate),
            Err(_) => unreadable = true,
        }
    }
    // An anchor that the JDK cannot read is not in the oracle's store either.
    let anchors: Vec<Anchor> = case
        .anchors
        .iter()
        .filter_map(|der| decode(&der.clone().into()).ok())
        .filter(|c| c.defects.is_empty())
        .map(|c| Anchor::of_certificate(&c))
        .collect();
    let chain = Chain::new(certificates, true);
    let links = Links::find(&chain.certificates, &anchors);
    let answers = NativeVerifier.verify_all(links.checks());
    let sent = chain.sent();
    let input = HandshakeInput {
        certificates: &chain.certificates,
        first_seen: &chain.first_seen,
        sent: &sent,
        unreadable,
        anchors: &anchors,
        signatures: Signatures::new(&links, &answers),
        at: UnixTime::from_seconds(case.at),
    };
    let result = check(&input, case.host.as_deref());
    let name = result.hostname.filter(|_| result.accepted);
    let code = match (&result.reason, &name) {
        (Some(finding), _) => Some(finding.detail.code()),
        (None, Some(name)) if !name.accepted => Some("hostname"),
        _ => None,
    };
    Answer {
        accepted: result.accepted && name.as_ref().is_none_or(|n| n.accepted),
        message: result.message.or_else(|| name.and_then(|n| n.message)),
        code,
    }
}

/// Feeds a message back: pasted alone and after API Gateway's prefix, it must be recognized, and
/// belong to the finding that the chain has. Returns what is wrong.
fn message_fault(message: &str, code: &str) -> Option<String> {
    const PREFIX: &str = "(id) Execution failed due to configuration error: ";
    for text in [
        message.to_owned(),
        format!("{PREFIX}{message}"),
        format!("SSLHandshakeException: {message}\n\tat x"),
    ] {
        let messages = ingest(text.clone().into_bytes().into(), &Limits::default())
            .hints
            .messages;
        let [found] = messages.as_slice() else {
            return Some(format!("{code}: {text}\n  {messages:?}"));
        };
        if found.execution_failed != text.starts_with(PREFIX) || !found.kind.finding_codes().contains(&code) {
            return Some(format!(
                "{code}: {text}\n  {:?} {:?}",
                found.kind,
                found.kind.finding_codes()
            ));
        }
    }
    None
}

fn recorded() -> BTreeMap<String, Value> {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracle/answers.jsonl");
    let text = std::fs::read_to_string(file).unwrap();
    text.lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .map(|value| (value["id"].as_str().unwrap().to_owned(), value))
        .collect()
}

#[test]
fn our_answers_agree_with_a_real_jdk() {
    let recorded = recorded();
    let cases = corpus::corpus();
    assert!(cases.len() >= 1500, "{} cases", cases.len());
    let (mut answer_differs, mut message_differs) = (Vec::new(), Vec::new());
    let mut refused = 0;
    let mut messages: BTreeSet<(String, &'static str)> = BTreeSet::new();
    for case in &cases {
        let theirs = recorded
            .get(&case.id)
            .unwrap_or_else(|| panic!("{}: no answer recorded, run `make oracle`", case.id));
        assert_eq!(
            theirs["sha256"].as_str().unwrap(),
            case.digest(),
            "{}: the recorded answer is for other bytes",
            case.id
        );
        let accepted = theirs["accepted"].as_bool().unwrap();
        let ours = ours(case);
        if ours.accepted != accepted {
            answer_differs.push(format!(
                "{}\n  JDK {:?}\n  we  {:?}",
                case.id, theirs["message"], ours.message
            ));
        } else if !accepted {
            refused += 1;
            if let (Some(message), Some(code)) = (theirs["message"].as_str(), ours.code)
                && ours.message.as_deref() == Some(message)
            {
                messages.insert((message.to_owned(), code));
            }
            let ours = ours.message.unwrap_or_default();
            // With several anchors the JDK may report any of several messages: accept each of them.
            let others = theirs["alternatives"].as_array();
            let same = theirs["message"].as_str() == Some(ours.as_str())
                || others.is_some_and(|list| list.iter().any(|m| m.as_str() == Some(ours.as_str())));
            if !same {
                message_differs.push((
                    case.id.clone(),
                    format!("{}\n  JDK {:?}\n  we  {ours:?}", case.id, theirs["message"]),
                ));
            }
        }
    }
    let wrong: Vec<String> = messages
        .iter()
        .filter_map(|(message, code)| message_fault(message, code))
        .collect();
    assert!(messages.len() >= 120, "{} messages", messages.len());
    assert!(
        wrong.is_empty(),
        "{} messages are not recognized:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    let unexplained: Vec<&str> = message_differs
        .iter()
        .filter(|(id, _)| !DIFFERENCES.iter().any(|(start, _)| id.starts_with(start)))
        .map(|(_, text)| text.as_str())
        .collect();
    let stale: Vec<&str> = DIFFERENCES
        .iter()
        .map(|(start, _)| *start)
        .filter(|start| !message_differs.iter().any(|(id, _)| id.starts_with(start)))
        .collect();
    println!(
        "{} cases: {} differ in the answer; of {refused} refused by both {} differ in the message",
        cases.len(),
        answer_differs.len(),
        message_differs.len()
    );
    assert!(
        answer_differs.is_empty(),
        "{} answers differ:\n{}",
        answer_differs.len(),
        answer_differs.join("\n")
    );
    assert!(
        unexplained.is_empty(),
        "{} messages differ:\n{}",
        unexplained.len(),
        unexplained.join("\n")
    );
    assert!(stale.is_empty(), "no longer different: {stale:?}");
    assert!(message_differs.len() * 50 <= refused, "over 2 in 100 messages differ");
}
