//! The command as people and pipelines use it: its output and exit status.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::engine::{Options, judge, plan};
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::json::ReportView;
use sslengine_doctor::verify::{Verifier as _, native::NativeVerifier};

const AT: [&str; 2] = ["--at", "2023-06-01"];
const MADE_AT: [&str; 2] = ["--at", "2026-06-15T12:00:00Z"];
/// The chain of crates.io, accepted at [`AT`].
const GOOD: &str = "tests/fixtures/real/crates-io.pem";
/// A private chain, valid at [`MADE_AT`].
const OUTPUT: &str = "tests/fixtures/made/s_client-showcerts.txt";

struct Answer {
    status: i32,
    out: String,
    err: String,
}

impl Answer {
    #[track_caller]
    fn status(self, status: i32) -> Self {
        assert_eq!(self.status, status, "out: {}\nerr: {}", self.out, self.err);
        self
    }

    #[track_caller]
    fn says(self, words: &str) -> Self {
        assert!(self.out.contains(words), "{words:?} is not in: {}", self.out);
        self
    }

    #[track_caller]
    fn complains(self, words: &str) -> Self {
        assert!(self.err.contains(words), "{words:?} is not in: {}", self.err);
        self
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|why| panic!("{why}: {}", self.out))
    }
}

fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sslengine-doctor"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR"] {
        command.env_remove(name);
    }
    command
}

fn run_in(mut command: Command, input: &[u8]) -> Answer {
    let streams = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = streams.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // A command that needs no input may exit before all of it is written.
    let _ = writer.join().unwrap();
    Answer {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn run_with(arguments: &[&str], input: &[u8]) -> Answer {
    let mut command = command();
    command.args(arguments);
    run_in(command, input)
}

fn run(arguments: &[&str]) -> Answer {
    run_with(arguments, b"")
}

fn file(path: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The first certificate of the crates.io chain.
fn leaf() -> Vec<u8> {
    let text = String::from_utf8(file(GOOD)).unwrap();
    let (first, _) = text.split_once("-----END CERTIFICATE-----").unwrap();
    [first, "-----END CERTIFICATE-----\n"].concat().into_bytes()
}

/// Creates an empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn a_good_chain_passes() {
    let answer = run(&[GOOD, AT[0], AT[1], "--host", "crates.io"]).status(0);
    assert!(
        answer
            .out
            .starts_with("Accepted  API Gateway would accept this chain for “crates.io”.\n"),
        "{}",
        answer.out
    );
    assert_eq!(answer.err, "");
    let rules: Vec<&str> = answer.out.lines().skip(2).take(4).collect();
    for (rule, name) in rules
        .iter()
        .zip(["1 Supported CA", "2 Validity dates", "3 Complete chain", "4 Key size"])
    {
        assert!(rule.starts_with(name) && rule.contains("  Met  "), "{rule}");
    }
    answer
        .says("Java’s TLS client would accept this chain.")
        .says("As of 1 June 2023");
}

#[test]
fn a_missing_intermediate_is_reported_with_javas_message_and_the_fix() {
    let answer = run_with(&AT, &leaf()).status(1);
    assert!(answer.out.starts_with(
        "Rejected  The intermediate “Amazon RSA 2048 M02” is missing. API Gateway will reject this chain.\n"
    ));
    answer
        .says("3 Complete chain  Not met")
        .says("1 Supported CA    Unknown")
        .says("Java’s message  (certificate_unknown) PKIX path building failed")
        .says("In older logs  General SSLEngine problem")
        .says("What to do\n1. Add the certificate of “Amazon RSA 2048 M02”")
        .says("does not fetch missing certificates");
}

#[test]
fn the_output_of_openssl_is_read_from_a_pipe_with_and_without_a_dash() {
    let input = file(OUTPUT);
    let dash = run_with(&["-", MADE_AT[0], MADE_AT[1]], &input).status(1);
    assert!(
        dash.out.contains("is not a CA that API Gateway supports"),
        "{}",
        dash.out
    );
    assert_eq!(run_with(&MADE_AT, &input).status(1).out, dash.out);
}

#[test]
fn json_is_the_report_byte_for_byte() {
    let at = UnixTime::parse_rfc3339("2023-06-01T00:00:00Z").unwrap();
    for locale in Locale::ALL {
        let plan = plan(file(GOOD).into(), &Options::at(at)).unwrap();
        let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
        let view = serde_json::to_string_pretty(&ReportView::new(&report, locale)).unwrap();
        let answer = run(&[GOOD, AT[0], AT[1], "--format", "json", "--lang", locale.tag()]).status(0);
        assert_eq!(answer.out, view + "\n");
    }
}

#[test]
fn one_line_of_json_for_each_server() {
    let folder = folder("lines");
    let bad = folder.join("bad.pem");
    std::fs::write(&bad, leaf()).unwrap();
    let none = folder.join("none.txt");
    std::fs::write(&none, "nothing here").unwrap();
    let answer = run(&[GOOD, text(&bad), text(&none), AT[0], AT[1], "--format", "jsonl"]).status(2);
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0]["name"], GOOD);
    assert_eq!(lines[0]["report"]["verdict"], "pass");
    assert_eq!(lines[0]["error"], Value::Null);
    assert_eq!(lines[1]["report"]["verdict"], "fail");
    assert_eq!(lines[1]["line"], 4, "{}", lines[1]["line"]);
    assert_eq!(lines[2]["report"], Value::Null);
    assert_eq!(lines[2]["error"]["code"], "no-certificate");
    // A single file gives the same line.
    let alone = run(&[GOOD, AT[0], AT[1], "--format", "jsonl"]).status(0);
    assert_eq!(alone.json(), lines[0]);
}

#[test]
fn json_of_several_is_one_array() {
    let answer = run(&[GOOD, GOOD, AT[0], AT[1], "--format", "json"]).status(0);
    let value = answer.json();
    assert_eq!(value.as_array().unwrap().len(), 2);
    // The array is formatted as if written at once.
    let rows: Vec<Value> = answer
        .out
        .lines()
        .filter(|line| line.starts_with("    \"name\""))
        .map(Value::from)
        .collect();
    assert_eq!(rows.len(), 2, "the elements are indented one level deeper");
    assert!(answer.out.starts_with("[\n  {\n    \"name\"") && answer.out.ends_with("\n  }\n]\n"));
}

#[test]
fn each_file_has_a_row_and_the_worst_result_decides() {
    let folder = folder("rows");
    let bad = folder.join("bad.pem");
    std::fs::write(&bad, leaf()).unwrap();
    let answer = run(&[GOOD, text(&bad), AT[0], AT[1]]).status(1);
    let rows: Vec<&str> = answer.out.lines().collect();
    assert_eq!(rows.len(), 3, "{}", answer.out);
    assert_eq!(
        rows[0],
        format!("Accepted        {GOOD}  API Gateway would accept this chain.")
    );
    assert!(
        rows[1].starts_with(&format!("Rejected        {}  The intermediate", text(&bad))),
        "{}",
        rows[1]
    );
    assert_eq!(rows[2], "1 of 2 accepted.");
    let full = run(&[GOOD, text(&bad), AT[0], AT[1], "--full"]).status(1);
    assert_eq!(full.out.matches("Java’s").count(), 2, "{}", full.out);
    run(&[GOOD, "absent.pem", AT[0], AT[1]])
        .status(2)
        .complains("sslengine-doctor: cannot read ‘absent.pem’: No such file or directory\n")
        .says("1 of 1 accepted.");
}

#[test]
fn every_server_of_one_input() {
    let both = [file(GOOD), file(OUTPUT)].concat();
    let answer = run_with(&["--each", MADE_AT[0], MADE_AT[1], "--format", "jsonl"], &both).status(1);
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    let labels: Vec<&str> = lines
        .iter()
        .map(|line| line["report"]["certificates"][0]["subjectLabel"].as_str().unwrap())
        .collect();
    assert_eq!(labels[0], "crates.io");
    assert_ne!(labels[1], "crates.io");
    let rows = run_with(&["--each", MADE_AT[0], MADE_AT[1]], &both).status(1);
    assert!(
        rows.out.contains(&format!("standard input:{}  ", lines[1]["line"])),
        "{}",
        rows.out
    );
    // Without --each, the first certificate is the server's.
    let first = run_with(&["--format", "json", MADE_AT[0], MADE_AT[1]], &both).status(1);
    assert_eq!(first.json()["path"][0], 0);
}

#[test]
fn a_certificate_and_its_chain_in_two_files() {
    let folder = folder("together");
    let pem = String::from_utf8(file(GOOD)).unwrap();
    let end = "-----END CERTIFICATE-----";
    let (first, rest) = pem.split_once(end).unwrap();
    let (cert, chain) = (folder.join("cert.pem"), folder.join("chain.pem"));
    std::fs::write(&cert, [first, end].concat()).unwrap();
    std::fs::write(&chain, rest).unwrap();
    let both = [text(&cert), text(&chain), AT[0], AT[1]];
    run(&both).status(1);
    let answer = run(&[&both[..], &["--together", "--format", "json"]].concat()).status(0);
    assert_eq!(answer.json()["input"]["files"].as_array().unwrap().len(), 2);
    run(&[&both[..], &["--together", "--each"]].concat())
        .status(0)
        .says("1 of 1 accepted.");
}

#[test]
fn a_folder_is_searched_and_files_without_a_server_are_ignored() {
    let folder = folder("search");
    std::fs::create_dir_all(folder.join("deep/er")).unwrap();
    std::fs::create_dir_all(folder.join(".git")).unwrap();
    std::fs::write(folder.join("deep/er/fullchain.pem"), file(GOOD)).unwrap();
    std::fs::write(folder.join("deep/root.pem"), file("tests/fixtures/made/root.pem")).unwrap();
    std::fs::write(
        folder.join("deep/two.pem"),
        [
            file("tests/fixtures/made/root.pem"),
            file("tests/fixtures/made/intermediate.pem"),
        ]
        .concat(),
    )
    .unwrap();
    std::fs::write(folder.join("notes.txt"), "no certificate").unwrap();
    std::fs::write(folder.join("privkey.pem"), file("tests/fixtures/ingest/key-pkcs8.pem")).unwrap();
    std::fs::write(folder.join(".git/hidden.pem"), leaf()).unwrap();
    let answer = run(&[text(&folder), AT[0], AT[1], "--format", "jsonl"]);
    let names: Vec<String> = answer
        .out
        .lines()
        .map(|line| {
            serde_json::from_str::<Value>(line).unwrap()["name"]
                .as_str()
                .unwrap()
                .to_owned()
        })
        .map(|name| name.rsplit(['/', '\\']).next().unwrap().to_owned())
        .collect();
    // A self-signed CA certificate alone is checked: many servers use one.
    assert_eq!(names, ["fullchain.pem", "root.pem"]);
    answer
        .status(1)
        .complains("Skipped 3 files without a server certificate.")
        .complains("privkey.pem: ignored a private key.");
    let empty = folder.join(".git/none");
    std::fs::create_dir_all(&empty).unwrap();
    run(&[text(&empty)])
        .status(2)
        .complains("sslengine-doctor: no server certificate found in the folder");
}

#[cfg(unix)]
#[test]
fn links_to_folders_cause_no_loops_and_odd_names_are_read() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = folder("links");
    std::os::unix::fs::symlink(&folder, folder.join("circle")).unwrap();
    std::fs::create_dir_all(folder.join("archive")).unwrap();
    std::fs::write(folder.join("archive/chain1.pem"), file(GOOD)).unwrap();
    // Like certbot: the current certificate is a symbolic link.
    std::os::unix::fs::symlink("archive/chain1.pem", folder.join("fullchain.pem")).unwrap();
    let odd = folder.join(std::ffi::OsStr::from_bytes(b"odd-\xff\x1b[31m.pem"));
    std::fs::write(&odd, file(GOOD)).unwrap();
    let answer = run(&[text(&folder), AT[0], AT[1]]).status(0).says("3 of 3 accepted.");
    assert!(!answer.out.contains('\u{1b}'), "{:?}", answer.out);
    let mut by_name = command();
    by_name.arg(&odd).args(AT);
    assert_eq!(run_in(by_name, b"").status(0).err, "");
}

#[test]
fn hostile_names_are_escaped_on_the_terminal() {
    let dir = folder("hostile");
    let config = dir.join("c.cnf");
    std::fs::write(
        &config,
        "[req]\nprompt=no\nutf8=yes\nstring_mask=utf8only\ndistinguished_name=d\n[d]\nCN=a\u{1b}[2Jb\u{202e}c\n",
    )
    .unwrap();
    let out = dir.join("c.pem");
    let made = Command::new("openssl")
        .args([
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-utf8", "-days", "3650", "-keyout",
        ])
        .arg(dir.join("key.pem"))
        .arg("-config")
        .arg(&config)
        .arg("-out")
        .arg(&out)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    for format in ["text", "markdown"] {
        let answer = run(&[text(&out), "--format", format]).status(1);
        assert!(
            answer.out.contains("a[U+001B][2Jb") || answer.out.contains(r"a\[U+001B\]\[2Jb"),
            "{:?}",
            answer.out
        );
        assert!(!answer.out.contains(['\u{1b}', '\u{202e}']), "{:?}", answer.out);
    }
    let name = "\u{1b}]0;x\u{7}.pem";
    let answer = run(&[name]).status(2);
    assert!(!answer.err.contains(['\u{1b}', '\u{7}']), "{:?}", answer.err);
}

#[test]
fn a_private_key_causes_a_warning_and_is_never_printed() {
    let key = file("tests/fixtures/ingest/key-pkcs8.pem");
    let body = String::from_utf8(key.clone()).unwrap();
    let secret = body.lines().nth(1).unwrap().to_owned();
    let input = [file(GOOD), key.clone()].concat();
    for format in ["text", "json", "jsonl", "markdown"] {
        let answer = run_with(&["--format", format, AT[0], AT[1]], &input)
            .status(0)
            .complains("sslengine-doctor: warning: standard input: ignored a private key.");
        assert!(
            !answer.out.contains(&secret) && !answer.err.contains(&secret),
            "{format}"
        );
    }
    let alone = run_with(&["--format", "json"], &key)
        .status(2)
        .complains("warning: standard input: ignored a private key");
    assert!(!alone.out.contains(&secret) && !alone.err.contains(&secret));
}

#[test]
fn input_without_a_certificate_is_reported() {
    run_with(&[], b" \n")
        .status(2)
        .complains("sslengine-doctor: standard input: There is nothing to check.");
    let none = run_with(&["--format", "json"], b"hello").status(2);
    assert_eq!(none.json()["code"], "no-certificate");
    assert!(none.err.contains("No certificate found."), "{}", none.err);
    let empty = run_with(&["--format", "json"], b"").status(2);
    assert_eq!(empty.json()["input"], Value::Null);
    run(&["tests"]).status(1);
    let mut there = command();
    there.arg("absent.pem");
    let absent = run_in(there, b"").status(2);
    assert_eq!(
        (absent.out.as_str(), absent.err.as_str()),
        (
            "",
            "sslengine-doctor: cannot read ‘absent.pem’: No such file or directory\n"
        )
    );
}

#[cfg(unix)]
#[test]
fn endless_input_is_bounded() {
    run(&["--list", "/dev/zero", GOOD])
        .status(2)
        .complains("‘/dev/zero’ contains no readable entry of AWS’s list");
}

#[test]
fn options_reach_the_check() {
    run(&[GOOD, AT[0], AT[1], "--host", "example.org"])
        .status(1)
        .says("not valid for “example.org”");
    run(&[GOOD, "--at", "2030-01-01T00:00:00+01:00"])
        .status(1)
        .says("As of 31 December 2029, 23:00:00 UTC");
    let skip = run(&[
        OUTPUT,
        MADE_AT[0],
        MADE_AT[1],
        "--skip-verification",
        "--format",
        "json",
    ]);
    assert_eq!(skip.json()["asked"]["insecureSkipVerification"], true);
    skip.status(0);
    let now = run(&[GOOD, "--format", "json"]).json();
    let then = UnixTime::parse_rfc3339(now["at"].as_str().unwrap()).unwrap().seconds();
    let clock = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_secs();
    assert!(clock.abs_diff(u64::try_from(then).unwrap()) < 60, "{then} {clock}");
}

#[test]
fn passwords_open_keystores() {
    let store = "tests/fixtures/containers/openssl-3.p12";
    let made = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/containers/make.sh"))
        .unwrap();
    assert!(made.contains("changeit"), "the password of the fixtures has changed");
    run(&[store, AT[0], AT[1]]).status(2);
    let by_argument = run(&[
        store,
        AT[0],
        AT[1],
        "--password",
        "wrong",
        "--password",
        "changeit",
        "--format",
        "json",
    ]);
    assert!(
        by_argument.json()["certificates"]
            .as_array()
            .is_some_and(|list| !list.is_empty()),
        "{}",
        by_argument.err
    );
    let list = folder("passwords").join("passwords.txt");
    std::fs::write(&list, "wrong\r\n\r\nchangeit\r\n").unwrap();
    let by_file = run(&[store, AT[0], AT[1], "--password-file", text(&list), "--format", "json"]);
    assert_eq!(by_file.out, by_argument.out);
    assert!(!by_file.out.contains("changeit"));
    run(&[store, "--password-file", "absent"])
        .status(2)
        .complains("cannot read ‘absent’: No such file or directory");
}

#[test]
fn a_newer_list_is_used() {
    let folder = folder("list");
    let entry =
        |alias: &str, sha1: &str, sha256: &str| format!("Alias name: {alias}\n\tSHA1: {sha1}\n\tSHA256: {sha256}\n");
    let listed = run(&["--list-cas", "isrgrootx1", "--format", "json"]).status(0).json();
    let row = &listed["authorities"][0];
    let list = folder.join("list.txt");
    let isrg = entry(
        "isrgrootx1",
        row["sha1"].as_str().unwrap(),
        row["sha256"].as_str().unwrap(),
    );
    std::fs::write(&list, &isrg).unwrap();
    // Amazon's root is not on this list.
    run(&[GOOD, AT[0], AT[1], "--list", text(&list)])
        .status(1)
        .says("The supplied list (1 entry)");
    run(&["--list-cas", "--list", text(&list)])
        .status(0)
        .says("isrgrootx1")
        .says("1 of 1 certificate");
    std::fs::write(
        &list,
        [isrg, "Alias name: broken\n\tSHA256: 12:34\n".to_owned()].concat(),
    )
    .unwrap();
    run(&["--list-cas", "--list", text(&list)])
        .status(0)
        .complains("sslengine-doctor: warning: cannot read line");
    std::fs::write(&list, "nothing").unwrap();
    run(&[GOOD, "--list", text(&list)])
        .status(2)
        .complains("contains no readable entry of AWS’s list");
}

#[test]
fn the_list_of_cas_can_be_searched() {
    let all = run(&["--list-cas", "--format", "json"]).status(0).json();
    assert_eq!(all["edition"], "2022-01-24");
    assert_eq!(all["authorities"].as_array().unwrap().len(), 247);
    let found = run(&["--list-cas", "ISRG Root X1"]).status(0);
    found
        .says("isrgrootx1\n  ISRG Root X1 · RSA, 4096 bits · Until 4 June 2035\n  SHA-256 96:BC:EC:06")
        .says("1 of 247 certificates");
    let line = run(&["--list-cas", "96:BC:EC:06", "--format", "jsonl"])
        .status(0)
        .json();
    assert_eq!(line["aliases"][0], "isrgrootx1");
    run(&["--list-cas", "no such authority"])
        .status(1)
        .says("No CA on this list matches.");
}

#[test]
fn the_repaired_chain_is_written_once() {
    let folder = folder("repair");
    let (given, out) = (folder.join("given.pem"), folder.join("fullchain.pem"));
    std::fs::write(&given, leaf()).unwrap();
    let arguments = [text(&given), AT[0], AT[1], "--repair", text(&out)];
    run(&arguments)
        .status(0)
        .says("Rejected  The intermediate “Amazon RSA 2048 M02” is missing. API Gateway will reject this chain")
        .says("The chain is repaired")
        .says("Added: “Amazon RSA 2048 M02”")
        .says("Wrote the repaired chain to ‘");
    run(&[text(&out), AT[0], AT[1]]).status(0);
    let written = std::fs::read_to_string(&out).unwrap();
    assert_eq!(written.matches("BEGIN CERTIFICATE").count(), 2);
    // The file is not overwritten, not even by a second run.
    std::fs::write(&out, "mine").unwrap();
    run(&arguments)
        .status(2)
        .complains(": File exists (use --force to overwrite it)");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "mine");
    run(&[&arguments[..], &["--force"]].concat()).status(0);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), written);
    // Standard output contains only the chain.
    let piped = run(&[text(&given), AT[0], AT[1], "--repair", "-"])
        .status(0)
        .complains("Added: “Amazon RSA 2048 M02”");
    assert_eq!(piped.out, written);
    // JSON output is still JSON.
    let json = run(&[&arguments[..], &["--force", "--format", "json"]].concat()).status(0);
    assert_eq!(json.json()["verdict"], "fail");
}

#[test]
fn the_chain_that_the_most_clients_accept_is_written() {
    let chain = "tests/fixtures/real/cloudflare-dns-2021.pem";
    let sent = String::from_utf8(file(chain)).unwrap();
    let (leaf, _) = sent.split_once("-----END CERTIFICATE-----").unwrap();
    let leaf = [leaf, "-----END CERTIFICATE-----\n"].concat();
    let options = ["--at", "2022-01-01", "--compare", "--repair", "-"];
    let written = run_with(&options, leaf.as_bytes())
        .status(0)
        .complains("This chain is accepted by 22 of 24 clients, the chain as sent by 0.\n")
        .complains("These clients do not accept it:\n  Java (Mozilla’s store, 2026-07) ")
        .complains("  rejects  the certificate of the issuer “DigiCert Global Root CA” is missing\n")
        .complains("- Added: “");
    assert_eq!(written.out.matches("BEGIN CERTIFICATE").count(), 2);
    // The written chain is the best one, also as input.
    let again = run_with(&options, written.out.as_bytes())
        .status(0)
        .complains("No chain was found that more clients accept than the chain as sent: 22 of 24.\n");
    assert_eq!(again.out, written.out);
    // Only the given clients count. The status is that of the first one.
    let mozilla = [
        "--at",
        "2022-01-01",
        "--client",
        "mozilla-2026-07",
        "--client",
        "debian-12",
        "--repair",
        "-",
    ];
    let of_two = run_with(&mozilla, leaf.as_bytes())
        .status(1)
        .complains("This chain is accepted by 1 of 2 clients, the chain as sent by 0.\n");
    assert_eq!(of_two.out, written.out);
    // JSON is that of the chain as sent, and the text goes to standard error.
    let out = folder("most-clients").join("fullchain.pem");
    let json = [
        "--at",
        "2022-01-01",
        "--compare",
        "--format",
        "json",
        "--repair",
        text(&out),
    ];
    let json = run_with(&json, leaf.as_bytes()).status(0).complains("22 of 24 clients");
    assert_eq!(json.json()["clients"][0]["accepted"], false);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), written.out);
}

#[test]
fn the_full_reports_of_several_files_have_the_table_of_clients() {
    let compared = [GOOD, GOOD, AT[0], AT[1], "--compare"];
    let ask = |more: &[&str]| run(&[&compared[..], more].concat()).status(0);
    let tables = |answer: Answer| answer.out.matches("Other clients\n").count();
    assert_eq!(tables(ask(&[])), 0);
    assert_eq!(tables(ask(&["--full"])), 2);
    assert_eq!(tables(ask(&["--format", "markdown"])), 2);
    for server in ask(&["--format", "json"]).json().as_array().unwrap() {
        assert_eq!(server["report"]["clients"][0]["client"], "api-gateway");
    }
}

#[test]
fn a_chain_that_no_client_accepts_is_repaired_as_without_the_comparison() {
    let options = [
        "tests/fixtures/real/private-wpt.pem",
        "--at",
        "2021-10-15",
        "--compare",
        "--repair",
        "-",
    ];
    let answer = run(&options)
        .status(1)
        .complains("No client accepts the chain as sent or a repaired one.\n")
        .complains("The chain could not be repaired, so nothing was written.");
    assert_eq!(answer.out, "");
}

#[test]
fn an_incomplete_repair_is_not_written() {
    let out = folder("hopeless").join("out.pem");
    run(&[
        "tests/fixtures/made/self-signed.pem",
        MADE_AT[0],
        MADE_AT[1],
        "--repair",
        text(&out),
    ])
    .status(1)
    .says("The chain could not be repaired, so nothing was written.");
    assert!(!out.exists());
    run(&[GOOD, GOOD, "--repair", text(&out)])
        .status(2)
        .complains("--repair requires a single server");
    run(&[GOOD, "--force"])
        .status(2)
        .complains("sslengine-doctor: --force requires --repair or --write-truststore\n");
    let nowhere = out.join("no/such/folder.pem");
    run(&[GOOD, AT[0], AT[1], "--repair", text(&nowhere)])
        .status(2)
        .complains("cannot write ‘")
        .complains("no/such/folder.pem’: No such file or directory\n");
}

#[test]
fn a_chain_with_an_expired_leaf_is_sorted_but_does_not_pass() {
    let out = folder("expired").join("out.pem");
    run(&[GOOD, "--at", "2030-01-01", "--repair", text(&out)]).status(1);
}

#[test]
fn markdown_is_the_exported_report() {
    run(&[GOOD, AT[0], AT[1], "--format", "markdown"])
        .status(0)
        .says("# SSLEngine Doctor – Accepted\n")
        .says("| Requirement | Result |");
    let two = run(&[GOOD, GOOD, AT[0], AT[1], "--format", "markdown"]).status(0);
    assert_eq!(two.out.matches("# SSLEngine Doctor").count(), 2);
}

#[test]
fn french_by_argument_and_by_environment() {
    let sentence = "Le certificat intermédiaire «\u{a0}Amazon RSA 2048 M02\u{a0}» est manquant. API Gateway refusera cette chaîne.";
    run_with(&["--lang", "fr", AT[0], AT[1]], &leaf())
        .status(1)
        .says(sentence)
        .says("Que faire\n1. ");
    for (name, value) in [
        ("LC_ALL", "fr_FR.UTF-8"),
        ("LANG", "fr.UTF-8"),
        ("LC_MESSAGES", "fr_CA@euro"),
    ] {
        let mut french = command();
        french.args(AT).env(name, value);
        run_in(french, &leaf()).status(1).says(sentence);
    }
    for (name, value) in [("LANG", "C"), ("LANG", ""), ("LANG", "de_DE.UTF-8")] {
        let mut english = command();
        english.args(AT).env(name, value);
        run_in(english, &leaf()).status(1).says("API Gateway will reject");
    }
    let mut first = command();
    first.args(AT).env("LC_ALL", "en_US").env("LANG", "fr_FR");
    run_in(first, &leaf()).says("API Gateway will reject");
    run(&["--lang=fr", "--hots"])
        .status(2)
        .complains("sslengine-doctor: option inconnue --hots\u{202f}; vouliez-vous dire --host\u{202f}?");
    run(&["--lang", "fr", "--help"])
        .status(0)
        .says("Utilisation\u{a0}: sslengine-doctor")
        .says("Sortie\u{a0}:");
    run(&["--lang", "fr", "absent"]).status(2).complains(
        "sslengine-doctor: impossible de lire «\u{a0}absent\u{a0}»\u{a0}: Aucun fichier ou dossier de ce nom",
    );
}

#[test]
fn without_a_terminal_colours_need_an_option() {
    let good = [GOOD, AT[0], AT[1]];
    assert!(!run(&good).out.contains('\u{1b}'));
    assert!(!run(&[&good[..], &["--color", "never"]].concat()).out.contains('\u{1b}'));
    let bold = run(&[&good[..], &["--color", "always"]].concat()).status(0);
    assert!(
        bold.out.starts_with("\u{1b}[1;32mAccepted\u{1b}[0m  "),
        "{:?}",
        bold.out
    );
    let plain: String = bold
        .out
        .split('\u{1b}')
        .map(|part| part.split_once('m').map_or(part, |(_, rest)| rest))
        .collect();
    // The first part has no escape sequence before it, and is empty here.
    assert_eq!(plain, run(&good).out);
    let json = run(&[&good[..], &["--color=always", "--format", "json"]].concat());
    assert!(!json.out.contains('\u{1b}'));
}

#[test]
fn wrong_usage_exits_with_2_and_a_message() {
    for (arguments, words) in [
        (vec!["--hots", "x"], "unknown option --hots; did you mean --host?"),
        (vec!["-x"], "unknown option -x\n"),
        (vec!["--host"], "--host requires a value"),
        (vec!["--host", "a", "--host", "b"], "--host can be given only once"),
        (
            vec!["--format", "yaml"],
            "invalid value ‘yaml’ for --format; use text, json, jsonl, markdown, junit, sarif or pem",
        ),
        (vec!["--lang", "de"], "invalid value ‘de’ for --lang; use en, fr or es"),
        (
            vec!["--color", "x"],
            "invalid value ‘x’ for --color; use auto, always or never",
        ),
        (
            vec!["--completions", "tcsh"],
            "; use bash, elvish, fish, powershell or zsh",
        ),
        (vec!["--each=yes"], "--each does not accept the value ‘yes’"),
        (
            vec!["--at", "tomorrow"],
            "--at requires a date or a time in RFC 3339 format",
        ),
    ] {
        let answer = run(&arguments)
            .status(2)
            .complains("sslengine-doctor: ")
            .complains(words);
        assert_eq!(answer.out, "", "{arguments:?}");
    }
}

#[test]
fn help_version_and_completions() {
    let help = run(&["--help"]).status(0);
    assert_eq!(run(&["-h"]).out, help.out);
    for argument in [
        "--host",
        "--at",
        "--skip-verification",
        "--password",
        "--password-file",
        "--list",
        "--each",
        "--together",
        "--format",
        "--full",
        "--lang",
        "--color",
        "--repair",
        "--force",
        "--list-cas",
        "--completions",
        "--help",
        "--version",
        "Exit status:",
    ] {
        assert!(help.out.contains(argument), "{argument}");
    }
    // The French help contains none of clap's English.
    let french = run(&["--help", "--lang", "fr"]).status(0).out;
    for english in ["Usage", "Options", "possible values", "default", "Print"] {
        assert!(!french.contains(english), "{english}");
    }
    let version = run(&["--version"]).status(0);
    assert_eq!(
        version.out,
        format!(
            "sslengine-doctor {} (AWS’s list of 24 January 2022, unchanged on 9 April 2026)\n",
            env!("CARGO_PKG_VERSION")
        )
    );
    assert_eq!(run(&["-V"]).out, version.out);
    for (shell, mark) in [
        ("bash", "sslengine-doctor"),
        ("zsh", "#compdef sslengine-doctor"),
        ("fish", "complete -c sslengine-doctor"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        run(&["--completions", shell])
            .status(0)
            .says(mark)
            .says("skip-verification");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_it_quietly() {
    let mut command = command();
    command
        .args(["--list-cas", "--format", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(141), Vec::new()));
}

#[test]
fn json_lines_are_answered_line_by_line() {
    let chain = String::from_utf8(file(GOOD)).unwrap();
    let line = |value: Value| value.to_string() + "\n";
    let input = [
        line(serde_json::json!({ "id": "good", "pem": chain, "host": "crates.io", "more": [1] })),
        // Returned as it was written, even if JavaScript has no such number.
        format!(
            "{{\"pem\":{},\"id\":12345678901234567890123}}\n",
            Value::from(chain.as_str())
        ),
        "\n".to_owned(),
        line(serde_json::json!({ "id": { "shard": 3 }, "pem": chain, "host": "other.example" })),
        line(serde_json::json!({ "id": null, "pem": "nothing" })),
        line(serde_json::json!({ "id": 5 })),
        "not JSON\n".to_owned(),
        line(serde_json::json!({ "id": "last", "pem": chain }))
            .trim_end()
            .to_owned(),
    ]
    .concat();
    let answer = fed(&["--lines", AT[0], AT[1]], &input).status(2);
    let lines: Vec<&str> = answer.out.lines().collect();
    assert_eq!(lines.len(), 7, "{}", answer.out);
    assert!(
        lines[1].starts_with("{\"id\":12345678901234567890123,\"report\":{"),
        "{}",
        lines[1]
    );
    let answers: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).unwrap()).collect();
    let verdicts: Vec<&str> = answers
        .iter()
        .map(|line| line["report"]["verdict"].as_str().unwrap_or("none"))
        .collect();
    assert_eq!(verdicts, ["pass", "pass", "fail", "none", "none", "none", "pass"]);
    assert_eq!(answers[2]["id"], serde_json::json!({ "shard": 3 }));
    assert_eq!(
        (&answers[3]["id"], &answers[3]["error"]["code"]),
        (&Value::Null, &"no-certificate".into())
    );
    // Numbered as in the input; the blank line counts.
    for (place, number) in [(4, "Line 6"), (5, "Line 7")] {
        assert_eq!(answers[place]["error"]["code"], "bad-line");
        assert!(
            answers[place]["error"]["message"].as_str().unwrap().starts_with(number),
            "{}",
            lines[place]
        );
    }
    // The report equals that of the same input alone.
    let alone = fed(&["--format", "json", "--host", "crates.io", AT[0], AT[1]], &chain).json();
    assert_eq!(answers[0]["report"], alone);
    // Options apply to lines without their own; a line without options is not an error.
    fed(
        &["--lines", "--host", "crates.io", AT[0], AT[1]],
        lines_of(&chain, 2).as_str(),
    )
    .status(0);
    fed(
        &["--lines", "--host", "other.example", AT[0], AT[1]],
        lines_of(&chain, 1).as_str(),
    )
    .status(1);
    fed(&["--lines"], "").status(0);
    fed(&["--lines", "--lang", "fr"], "x\n")
        .status(2)
        .says("La ligne\u{a0}1 n’est pas un objet JSON");
    fed(&["--lines", GOOD], "").status(2).complains("cannot be used with");
    let key = String::from_utf8(file("tests/fixtures/ingest/key-pkcs8.pem")).unwrap();
    fed(&["--lines"], &line(serde_json::json!({ "pem": key })))
        .status(2)
        .complains("line 1: ignored a private key");
}

fn fed(arguments: &[&str], input: &str) -> Answer {
    run_with(arguments, input.as_bytes())
}

fn lines_of(chain: &str, count: usize) -> String {
    (serde_json::json!({ "pem": chain }).to_string() + "\n").repeat(count)
}

/// A line of API Gateway's execution log.
fn log(message: &str) -> String {
    format!("Wed Jun 10 08:20:11 UTC 2026 : Execution failed due to configuration error: {message}\n")
}

const NO_PATH: &str = "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target";

/// A log or another text, then the crates.io chain.
fn with_chain(before: &str) -> Vec<u8> {
    [before.as_bytes(), b"\n", &file(GOOD)].concat()
}

#[test]
fn the_host_name_in_the_input_is_checked() {
    let inputs = [
        ("Sending request to https://crates.io/api/v1?x=1\n", 0),
        ("Sending request to https://api.example.com/v1\n", 1),
        (
            "$ openssl s_client -connect 10.0.0.1:443 -servername api.example.com -showcerts\n",
            1,
        ),
        (
            "Host name 'api.example.com' does not match the certificate subject provided by the peer (CN=crates.io)\n",
            1,
        ),
        ("$ curl -v https://api.example.com/health\n", 1),
        // Not the host that API Gateway requests.
        ("$ openssl s_client -connect 10.0.0.1:443 -showcerts\n", 0),
        ("$ openssl s_client -connect localhost:8443 -showcerts\n", 0),
        ("$ curl https://letsencrypt.example/certs/ca.pem -o ca.pem\n", 0),
        (
            "Endpoint request URI: https://lambda.us-east-1.amazonaws.com/2015-03-31/functions/x\n",
            0,
        ),
    ];
    for (before, status) in inputs {
        let input = with_chain(before);
        let answer = run_with(&AT, &input).status(status);
        let named = before.contains("api.example.com") || before.contains("crates.io/");
        assert_eq!(answer.out.contains("line 1"), named, "{}", answer.out);
        // Each format has the same answer.
        for format in ["json", "markdown", "jsonl"] {
            let other = run_with(&[AT[0], AT[1], "--format", format], &input).status(status);
            assert_eq!(other.out.contains("line 1"), named, "{}", other.out);
        }
        run_with(&[AT[0], AT[1], "--each"], &input).status(status);
        // The option decides, also an empty one.
        run_with(&[AT[0], AT[1], "--host", "crates.io"], &input).status(0);
        let none = run_with(&[AT[0], AT[1], "--host", ""], &input).status(0);
        assert!(!none.out.contains("Checked for the host name"), "{}", none.out);
    }
}

#[test]
fn a_host_name_is_not_used_for_several_servers() {
    let other = file("tests/fixtures/real/amazon-rsa2048.pem");
    let input = [with_chain("Sending request to https://api.example.com/v1\n"), other].concat();
    let answer = run_with(&[AT[0], AT[1], "--each", "--format", "json"], &input);
    let reports = answer.json();
    assert!(reports.as_array().unwrap().len() > 1);
    for report in reports.as_array().unwrap() {
        assert!(report["report"]["asked"]["hostname"].is_null(), "{report}");
    }
}

#[test]
fn a_log_that_contradicts_the_chain_is_reported() {
    let good = |before: &str| run_with(&AT, &with_chain(before));
    for message in [
        NO_PATH,
        "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed",
    ] {
        let before = ["Sending request to https://crates.io/x\n", &log(message)].concat();
        let answer = good(&before)
            .status(0)
            .says("SNI")
            .says("line 2")
            .says("-connect crates.io:443 -noservername");
        assert!(!answer.out.contains("Paste the chain"), "{}", answer.out);
        let json = run_with(&[AT[0], AT[1], "--format", "json"], &with_chain(&before)).json();
        assert_eq!(json["logConflict"]["code"], "rejected");
        assert_eq!(json["logConflict"]["byApiGateway"], true);
        let words = json["logConflict"]["message"].as_str().unwrap();
        assert!(answer.out.contains(words), "{words}");
        run_with(&[AT[0], AT[1], "--format", "markdown"], &with_chain(&before)).says("SNI");
    }
    // The host name in the log fits the certificate.
    good(&log(
        "Host name 'crates.io' does not match the certificate subject provided by the peer (CN=x)",
    ))
    .status(0)
    .says("SNI");
    // Another client may have another truststore.
    good(&format!("Caused by: {NO_PATH}\n")).says("truststore");
    // A chain that has expired does not cause this message.
    let expired = run_with(&["--at", "2025-06-01"], &with_chain(&log(NO_PATH))).status(1);
    expired.says("another error (line 1)").says("SNI");
    // A rejected chain explains the log.
    let input = [log(NO_PATH).as_bytes(), &leaf()].concat();
    let json = run_with(&[AT[0], AT[1], "--format", "json"], &input).json();
    assert!(json["logConflict"].is_null());
}

/// Text and Markdown have the same notes about the input, with a chain and without one.
#[test]
fn notes_about_the_input_are_in_text_and_markdown() {
    let diff = |lines: &str| -> String {
        let lines: String = lines.lines().map(|line| format!("+{line}\n")).collect();
        format!("diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,40 @@\n-old\n{lines}")
    };
    let chain = diff(&String::from_utf8(file(GOOD)).unwrap());
    let log = diff(&[&log(NO_PATH), "-----BEGIN CERTIFICATE-----"].concat());
    let session = "CONNECTED(00000003)\nCertificate chain\n 0 s:CN = a\n   i:CN = b\n 1 s:CN = b\n   i:CN = c\n---\nServer certificate\n";
    let session = [session.as_bytes(), &leaf()].concat();
    for (name, input, words) in [
        ("chain", chain.as_bytes(), "diff"),
        ("log", log.as_bytes(), "diff"),
        ("session", &session, "-showcerts"),
        (
            "host",
            &with_chain("Sending request to https://crates.io/x\n"),
            "crates.io",
        ),
    ] {
        for format in ["text", "markdown"] {
            let answer = run_with(&[AT[0], AT[1], "--format", format], input);
            let heading = answer.out.find("About your input");
            let notes = heading.and_then(|at| answer.out.get(at..)).unwrap_or_default();
            assert!(notes.contains(words), "{name}, {format}: {}", answer.out);
        }
    }
}

#[test]
fn a_log_that_accepted_a_rejected_chain_is_reported() {
    for (line, who) in [
        ("    Verify return code: 0 (ok)\n", "OpenSSL accepted"),
        ("*  SSL certificate verify ok.\n", "curl accepted"),
        (
            "(x) Received response. Status: 200, Integration latency: 20 ms\n",
            "API Gateway accepted",
        ),
    ] {
        let input = [line.as_bytes(), &leaf()].concat();
        run_with(&AT, &input).status(1).says(who).says("line 1");
        let good = run_with(&AT, &with_chain(line)).status(0);
        assert!(!good.out.contains(who), "{}", good.out);
    }
}

#[test]
fn each_message_is_explained_once() {
    let trace =
        format!("javax.net.ssl.SSLHandshakeException: General SSLEngine problem\nCaused by: {NO_PATH}\n").repeat(4);
    for input in [trace.clone().into_bytes(), [trace.as_bytes(), &leaf()].concat()] {
        let answer = run_with(&AT, &input);
        let lines = |words: &str| {
            answer
                .out
                .lines()
                .filter(|line| line.starts_with("- ") && line.contains(words))
                .count()
        };
        assert_eq!(
            (lines("found no path"), lines("without saying why")),
            (1, 0),
            "{}",
            answer.out
        );
        let json = run_with(&[AT[0], AT[1], "--format", "json"], &input).json();
        let input = if json["input"].is_object() {
            &json["input"]
        } else {
            &json["report"]["input"]
        };
        assert_eq!(input["hints"]["messages"].as_array().unwrap().len(), 2, "{json}");
    }
}

#[test]
fn a_log_alone_is_explained_in_every_format() {
    let input = log(NO_PATH);
    run_with(&AT, input.as_bytes())
        .status(2)
        .says("Messages in your input\n- ")
        .says("found no path")
        .complains("standard input: No certificate found");
    run_with(&[AT[0], AT[1], "--format", "markdown"], input.as_bytes())
        .status(2)
        .says("## Messages in your input")
        .says("found no path")
        .says("# ");
    let french = run_with(&[AT[0], AT[1], "--lang", "fr"], input.as_bytes()).status(2);
    assert!(french.out.contains("Messages dans votre saisie"), "{}", french.out);
    // Nothing is known about other texts.
    assert_eq!(run_with(&AT, b"hello").status(2).out, "");
    // The command has the host of the input.
    let with_host = ["Sending request to https://api.example.com:8443/x\n", &input].concat();
    run_with(&AT, with_host.as_bytes())
        .status(2)
        .complains("-connect api.example.com:8443 -servername api.example.com -showcerts");
}

const STORES: &str = "tests/fixtures/truststores";

#[test]
fn a_truststore_that_cannot_be_used_is_explained() {
    let check = |name: &str, more: &[&str]| {
        let store = format!("{STORES}/{name}");
        let chain = format!("{STORES}/chain.pem");
        run(&[&["--trust-store", &store, &chain][..], more].concat())
    };
    let needs = "root.p12’ needs its password; give it with --password or --password-file";
    check("root.p12", &[]).status(2).complains(needs);
    let wrong = "none of the given passwords opens ‘tests/fixtures/truststores/root.p12’";
    check("root.p12", &["--password", "wrong"]).status(2).complains(wrong);
    assert_eq!(check("root.p12", &["--password", "changeit"]).status, 0);
    check("../../../Cargo.toml", &[])
        .status(2)
        .complains("Cargo.toml’ contains no certificate; --trust-store reads JKS");
    check("missing.jks", &[])
        .status(2)
        .complains("cannot read ‘tests/fixtures/truststores/missing.jks’");
}

#[test]
fn a_truststore_with_the_root_is_written_once_and_read_again() {
    let folder = folder("write-truststore");
    let out = folder.join("truststore.p12");
    let made = ["leaf-2048", "intermediate", "root"].map(|name| file(&format!("tests/fixtures/made/{name}.pem")));
    let chain = made.concat();
    let write = |more: &[&str], chain: &[u8]| {
        let options = [
            &MADE_AT[..],
            &["--client", "debian-12", "--write-truststore", text(&out)],
            more,
        ]
        .concat();
        run_with(&options, chain)
    };
    // The client does not trust the private root.
    write(&[], &chain)
        .status(1)
        .says("password changeit, no private key")
        .says("keytool -importcert")
        .says("-Djavax.net.ssl.trustStore=truststore.p12")
        .says("secretName: truststore");
    let first = std::fs::read(&out).unwrap();
    write(&[], &chain).status(2).complains("cannot write");
    assert_eq!(std::fs::read(&out).unwrap(), first);
    write(&["--force"], &chain).status(1);
    // With it, the client accepts the chain.
    let with = [&MADE_AT[..], &["--trust-store", text(&out), "--password", "changeit"]].concat();
    assert_eq!(run_with(&with, &chain).status, 0);
    std::fs::remove_file(&out).unwrap();
    write(&[], &made[..2].concat())
        .status(2)
        .complains("the chain does not contain its root");
    assert!(!out.exists());
    write(&[], &chain).status(1);
    let keytool = Command::new("keytool")
        .args(["-list", "-storepass", "changeit", "-keystore", text(&out)])
        .output();
    match keytool {
        Ok(list) => {
            let list = String::from_utf8_lossy(&list.stdout).into_owned();
            assert!(
                list.contains("backend-ca") && list.contains("trustedCertEntry"),
                "{list}"
            );
        }
        Err(why) => println!("keytool did not read the truststore: {why}"),
    }
}

#[test]
fn the_result_of_several_names_the_client() {
    let both = run(&[&AT[..], &["--client", "temurin-17.0.9", GOOD, GOOD]].concat());
    assert!(
        both.out.contains("2 of 2 accepted. · Java 17 (Temurin 17.0.9)"),
        "{}",
        both.out
    );
    let of_aws = run(&[&AT[..], &[GOOD, GOOD]].concat());
    assert!(of_aws.out.ends_with("2 of 2 accepted.\n"), "{}", of_aws.out);
}

#[test]
fn a_stack_trace_of_another_application_asks_for_the_client() {
    let trace = "javax.net.ssl.SSLHandshakeException: PKIX path building failed: \
        sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to \
        requested target\n\tat java.base/sun.security.ssl.Alert.createSSLException(Alert.java:131)\n";
    let asks = "This looks like a Java application and not like API Gateway: line 2";
    let answer = run_with(&[], trace.as_bytes()).status(2).says(asks);
    assert!(answer.out.contains("--client") && answer.out.contains("--list-clients"));
    let notes = run_with(&["--format", "json"], trace.as_bytes()).status(2);
    assert!(notes.out.contains("\"java-stack-trace\""), "{}", notes.out);
    // The client is known.
    let chosen = run_with(&["--client", "debian-12"], trace.as_bytes()).status(2);
    assert!(!chosen.out.contains(asks) && !chosen.out.is_empty(), "{}", chosen.out);
    let of_aws = ["Execution failed due to configuration error\n", trace].concat();
    assert!(!run_with(&[], of_aws.as_bytes()).status(2).out.contains(asks));
}

#[test]
fn a_description_is_explained_but_not_checked() {
    let description = "Certificate:\n    Data:\n        Issuer: C = US, O = Zscaler Inc., CN = Zscaler CA\n        Validity\n            Not Before: Nov  9 10:19:31 2022 GMT\n            Not After : Jan 29 10:19:31 2023 GMT\n        Subject: CN = api.example.com\n        Subject Public Key Info:\n            Public Key Algorithm: rsaEncryption\n                Public-Key: (4096 bit)\n        X509v3 extensions:\n            X509v3 Subject Alternative Name:\n                DNS:api.example.com\n";
    let input = ["$ openssl x509 -in conf/api.pem -text -noout\n", description].concat();
    let host = ["--at", "2023-06-01", "--host", "www.example.org"];
    let answer = run_with(&host, input.as_bytes()).status(2);
    for words in [
        "Zscaler, a proxy",
        "It expired on 29 January 2023",
        "4096 bits",
        "“www.example.org”",
        "openssl x509 -in conf/api.pem",
    ] {
        assert!(answer.out.contains(words), "{words}: {}", answer.out);
    }
    let before = run_with(&["--at", "2022-12-01", "--host", "api.example.com"], input.as_bytes()).status(2);
    for words in ["expired", "None of these names"] {
        assert!(!before.out.contains(words), "{words}: {}", before.out);
    }
    let json = run_with(&["--at", "2023-06-01", "--format", "json"], input.as_bytes())
        .status(2)
        .json();
    let described = &json["input"]["hints"]["described"][0];
    assert_eq!(
        (&described["tool"], &described["keyBits"]),
        (&"openssl-text".into(), &4096.into())
    );
    let codes: Vec<_> = described["observations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|o| o["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["recognized", "expired", "key-too-large"]);
    // Next to another chain it is still evidence.
    run_with(&AT, &with_chain(&input)).says("Zscaler, a proxy");
}

#[test]
fn a_default_certificate_is_named_in_every_format() {
    let input = file("static/examples/default-certificate.pem");
    for format in ["text", "markdown", "json"] {
        run_with(&[MADE_AT[0], MADE_AT[1], "--format", format], &input)
            .status(1)
            .says("SNI");
    }
}
