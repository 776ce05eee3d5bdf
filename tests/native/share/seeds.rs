//! Writes seeds for `fuzz/fuzz_targets/link.rs`; `fuzz/seed.sh` runs this.

use sslengine_doctor::share::{Shards, SharedOptions, encode, encode_verdict, wanted};

use crate::share::tools::*;

#[test]
#[ignore = "writes the fuzzer's seeds into the folder SHARE_SEEDS"]
fn write() {
    let folder = std::env::var("SHARE_SEEDS").unwrap();
    let mut count = 0;
    let mut seed = |how: u8, content: &[u8]| {
        count += 1;
        std::fs::write(format!("{folder}/{count:02}"), [&[how], content].concat()).unwrap();
    };
    for file in ["made/leaf-p256.pem", "real/amazon-p256.pem", "real/crates-io.pem"] {
        let asked = SharedOptions {
            hostname: Some("api.example.com".to_owned()),
            ..SharedOptions::default()
        };
        let (shared, report) = shared(chain(file), asked, at("2026-06-15T12:00:00Z"));
        let whole = encode(&shared, &Shards::default()).unwrap();
        let named = encode(&shared, &shipped(&wanted(&shared.certificates))).unwrap();
        for link in [whole, named, encode_verdict(&report)] {
            let lines: Vec<&str> = link
                .as_bytes()
                .chunks(70)
                .map(|l| std::str::from_utf8(l).unwrap())
                .collect();
            for text in [
                link.clone(),
                format!("See <https://example.com/#{link}>."),
                format!("> https://example.com/#{}", lines.join("\n> ")),
                format!("https%3A%2F%2Fexample.com%2F%2523{link}&amp;data=1"),
                link[..link.len() / 2].to_owned(),
            ] {
                seed(0, text.as_bytes());
            }
        }
        let leaf = &shared.certificates[0];
        let fields = [
            field(1, leaf),
            field(2, &[7; 9]),
            field(4, b"api.example.com"),
            field(5, &[3]),
            answer(),
        ];
        seed(1 | 1 << 2, &fields.concat());
        seed(1 | 1 << 2, &[fields[0].clone(), answer(), field(99, b"later")].concat());
        let fields = [answer(), field(32, &[1, 6, 7]), field(33, &[1, 2, 3, 4, 5])].concat();
        seed(1 | 2 << 2, &fields);
        seed(2 | 1 << 2, &miniz_oxide::deflate::compress_to_vec(&fields, 6));
    }
    seed(0, b"#v2.abcdefgh");
    assert!(count > 20);
}
