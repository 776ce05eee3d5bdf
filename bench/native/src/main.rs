//! Answers and times the benchmark's cases natively. Each line of standard input is a request:
//! `time` or `answer`, contender, way, time of validation, file, number of repetitions. Each
//! response is a line of JSON.

mod ours;
mod webpki_ring;

use std::io::{BufRead, Write};
use std::time::Instant;

use bytes::Bytes;

/// The kind of a case: a chain, a bundle of certificates, or many chains in a JSON list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Chain,
    Bundle,
    Chains,
}

/// A case.
pub(crate) struct Case {
    pub(crate) way: Way,
    /// Time of validation, RFC 3339.
    pub(crate) at: String,
    /// One input, or one for each chain.
    pub(crate) inputs: Vec<Bytes>,
}

fn read(way: &str, at: &str, file: &str) -> Case {
    let content = std::fs::read(file).expect("an input that make.mjs made");
    let (way, inputs) = match way {
        "chains" => {
            let chains: Vec<String> = serde_json::from_slice(&content).expect("a list of texts");
            (Way::Chains, chains.into_iter().map(Bytes::from).collect())
        }
        "bundle" => (Way::Bundle, vec![content.into()]),
        _ => (Way::Chain, vec![content.into()]),
    };
    Case {
        way,
        at: at.to_owned(),
        inputs,
    }
}

fn main() {
    let mut last: Option<(String, Case)> = None;
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line");
        let words: Vec<&str> = line.split(' ').collect();
        let [what, contender, way, at, file, times] = words[..] else {
            panic!("not six words: {line}");
        };
        let key = format!("{way} {at} {file}");
        if last.as_ref().is_none_or(|(k, _)| *k != key) {
            last = Some((key, read(way, at, file)));
        }
        let (_, case) = last.as_ref().expect("just read");
        let run = || match contender {
            "ours" => ours::run(case),
            _ => webpki_ring::run(case),
        };
        let reply = if what == "answer" {
            serde_json::Value::from(run())
        } else {
            let times: u32 = times.parse().expect("a number");
            let began = Instant::now();
            for _ in 0..times {
                std::hint::black_box(run());
            }
            serde_json::Value::from(began.elapsed().as_secs_f64() * 1000.0)
        };
        let mut out = std::io::stdout();
        writeln!(out, "{reply}")
            .and_then(|()| out.flush())
            .expect("standard output");
    }
}
