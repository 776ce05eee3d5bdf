//! `--connect` against `openssl s_server` and small servers on the loopback.
//!
//! Needs OpenSSL 3 on the path. All waiting ends after a few seconds.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use bytes::Bytes;
use serde_json::Value;
use sslengine_doctor::cert::{Fingerprint, UnixTime};
use sslengine_doctor::cli::{Host, Kind, Status, Stream};
use sslengine_doctor::i18n::FileTrouble;
use sslengine_doctor::ingest::{LogKind, Meaning, Side};
use sslengine_doctor::report::{Attempt, Connection, ConnectionNote, How};
use sslengine_doctor::trust::PoolFile;

pub(crate) const NAME: &str = "api.example.com";

/// Certificates for this run: `good` (with its CA), `other`, `expired`, `idn`, `large`, `self`.
pub(crate) static FOLDER: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("sslengine-doctor-{}-connect", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let script = "set -e
        leaf() { # name, SAN, days, bits
            openssl req -newkey rsa:${4:-2048} -nodes -keyout $1.key -out $1.csr -subj /CN=$1
            printf 'subjectAltName=DNS:%s\\n' $2 > $1.cnf
            openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -days $3 -extfile $1.cnf -out $1.pem
            cat $1.pem ca.pem > $1-chain.pem
        }
        openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj '/CN=Private Test CA' -days 90 \\
            -addext keyUsage=critical,keyCertSign
        leaf good api.example.com 60
        leaf other other.example.com 60
        leaf expired api.example.com -1
        leaf idn xn--bcher-kva.example 60
        leaf large api.example.com 60 4096
        openssl req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -subj /CN=self \\
            -addext subjectAltName=DNS:api.example.com -days 60";
    let made = Command::new("sh")
        .args(["-c", script])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    folder
});

/// A process that is ended on drop.
pub(crate) struct Server {
    process: Child,
    pub(crate) port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Starts `openssl s_server` and waits until it accepts connections.
pub(crate) fn server(arguments: &[&str]) -> Server {
    server_at("127.0.0.1", arguments)
}

/// Starts `openssl s_server` at an address of the loopback.
pub(crate) fn server_at(address: &str, arguments: &[&str]) -> Server {
    let folder: &Path = &FOLDER;
    let port = free_port();
    let mut process = Command::new("openssl")
        .args(["s_server", "-accept", &format!("{address}:{port}")])
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // It prints ACCEPT when it listens.
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let listens = lines.any(|line| line.is_ok_and(|line| line.starts_with("ACCEPT")));
    assert!(listens, "openssl s_server {arguments:?} did not start");
    std::thread::spawn(move || lines.for_each(drop));
    Server { process, port }
}

pub(crate) const GOOD: [&str; 6] = ["-cert", "good.pem", "-key", "good.key", "-cert_chain", "ca.pem"];

pub(crate) struct Answer {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Answer {
    pub(crate) fn first_line(&self) -> &str {
        self.out.lines().next().unwrap_or_default()
    }

    #[track_caller]
    pub(crate) fn says(&self, words: &str) -> &Self {
        assert!(
            self.out.contains(words),
            "{words:?} is not in: {}\n{}",
            self.out,
            self.err
        );
        self
    }
}

/// Runs the command without the environment's proxies.
pub(crate) fn run(arguments: &[&str]) -> Answer {
    run_in(arguments, &[])
}

pub(crate) fn run_in(arguments: &[&str], environment: &[(&str, &str)]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sslengine-doctor"));
    for name in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "https_proxy",
        "HTTPS_PROXY",
        "all_proxy",
        "ALL_PROXY",
        "no_proxy",
        "NO_PROXY",
    ] {
        command.env_remove(name);
    }
    let started = Instant::now();
    let output = command
        .args(arguments)
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(started.elapsed() < Duration::from_secs(30), "{arguments:?}");
    Answer {
        status: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Connects to a port of the loopback as `api.example.com`.
pub(crate) fn connect(port: u16, more: &[&str]) -> Answer {
    let target = format!("127.0.0.1:{port}");
    let arguments = [&["--connect", &target, "--server-name", NAME, "--timeout", "3"], more].concat();
    run(&arguments)
}

pub(crate) fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.out).unwrap_or_else(|why| panic!("{why}: {} {}", answer.out, answer.err))
}

fn note_codes(json: &Value) -> Vec<&str> {
    let notes = json["connection"]["notes"].as_array().unwrap();
    notes.iter().map(|note| note["code"].as_str().unwrap()).collect()
}

#[test]
fn a_good_chain_is_taken_and_accepted() {
    let server = server(&GOOD);
    let answer = connect(server.port, &["--skip-verification"]);
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    assert!(answer.first_line().starts_with("Accepted"), "{}", answer.out);
    answer.says(&format!(
        "Connection  127.0.0.1:{} · TLS 1.3 · TLS_AES_256_GCM_SHA384",
        server.port
    ));
    let json = json(&connect(server.port, &["--skip-verification", "--format", "json"]));
    assert_eq!(json["report"]["verdict"], "pass");
    assert_eq!(json["report"]["certificates"].as_array().unwrap().len(), 2);
    assert_eq!(json["error"], Value::Null);
    let attempts = json["connection"]["attempts"].as_array().unwrap();
    let how: Vec<&str> = attempts
        .iter()
        .map(|attempt| attempt["how"].as_str().unwrap())
        .collect();
    assert_eq!(how, ["usual", "without-name", "tls12", "tls13"]);
    assert_eq!(attempts[2]["protocol"], "TLS 1.2");
    assert!(note_codes(&json).is_empty(), "{json}");
}

#[test]
fn the_first_line_names_what_is_wrong_with_the_chain() {
    for (arguments, words) in [
        (&["-cert", "good.pem", "-key", "good.key"][..], "Private Test CA"),
        (
            &["-cert", "expired.pem", "-key", "expired.key", "-cert_chain", "ca.pem"],
            "expired",
        ),
        (&["-cert", "self.pem", "-key", "self.key"], "self-signed"),
        (
            &["-cert", "other.pem", "-key", "other.key", "-cert_chain", "ca.pem"],
            "not valid for “api.example.com”",
        ),
    ] {
        let server = server(arguments);
        let needs_trust = words == "expired" || words.starts_with("not valid");
        let skip: &[&str] = if needs_trust { &["--skip-verification"] } else { &[] };
        let answer = connect(server.port, skip);
        assert_eq!(answer.status, 1, "{}", answer.out);
        assert!(answer.first_line().contains(words), "{words}: {}", answer.out);
    }
}

#[test]
fn another_certificate_without_sni_is_reported() {
    // The default certificate, and the one for the name.
    let server = server(&[
        "-cert",
        "other.pem",
        "-key",
        "other.key",
        "-cert2",
        "good-chain.pem",
        "-key2",
        "good.key",
        "-servername",
        NAME,
    ]);
    let json = json(&connect(server.port, &["--format", "json"]));
    assert_eq!(note_codes(&json), ["other-without-name"]);
    assert_eq!(json["connection"]["notes"][0]["label"], "other");
    assert!(
        json["connection"]["notes"][0]["message"]
            .as_str()
            .unwrap()
            .contains("SNI")
    );
    connect(server.port, &[]).says("its first certificate is “other”");
    connect(server.port, &["--lang", "fr"]).says("une autre chaîne");
}

#[test]
fn a_single_tls_version_is_reported() {
    for (option, words) in [("-tls1_2", "TLS 1.2 only"), ("-tls1_3", "TLS 1.3 only")] {
        let server = server(&[&GOOD[..], &[option]].concat());
        let answer = connect(server.port, &["--skip-verification"]);
        assert_eq!(answer.status, 0, "{}", answer.out);
        answer.says(words);
    }
}

#[test]
fn a_server_that_requires_a_client_certificate_is_named_in_the_first_line() {
    for version in ["-tls1_2", "-tls1_3"] {
        let required = server(&[&GOOD[..], &["-Verify", "1", "-verify_return_error", version]].concat());
        let answer = connect(required.port, &["--skip-verification"]);
        assert_eq!(answer.status, 1, "{}", answer.out);
        assert!(
            answer.first_line().contains("requires a client certificate"),
            "{version}: {}",
            answer.out
        );
        // Java checks the server's chain before it sends a certificate of its own.
        let answer = connect(required.port, &[]);
        assert!(
            answer.first_line().contains("Private Test CA"),
            "{version}: {}",
            answer.out
        );
        answer.says("requires a client certificate");
    }
    let optional = server(&[&GOOD[..], &["-verify", "1"]].concat());
    let answer = connect(optional.port, &["--skip-verification"]);
    assert_eq!(answer.status, 0, "{}", answer.out);
    answer.says("asks for a client certificate");
}

/// Answers connections to a port of the loopback in a thread of its own.
pub(crate) fn answering(mut answer: impl FnMut(TcpStream) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || listener.incoming().flatten().for_each(&mut answer));
    port
}

#[test]
fn a_port_without_tls_is_named_in_the_first_line() {
    for greeting in [
        &b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"[..],
        b"220 mail.example.com ESMTP\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
    ] {
        let port = answering(move |mut stream| {
            let _ = stream.read(&mut [0; 64]);
            let _ = stream.write_all(greeting);
            std::thread::sleep(Duration::from_millis(200));
        });
        let answer = connect(port, &[]);
        assert_eq!(answer.status, 1, "{}{}", answer.out, answer.err);
        assert!(answer.first_line().contains("without TLS"), "{}", answer.out);
    }
}

#[test]
fn a_server_that_closes_or_stays_silent_ends_in_time() {
    let closes = answering(drop);
    let answer = connect(closes, &[]);
    assert_eq!(answer.status, 1, "{}{}", answer.out, answer.err);
    assert!(
        answer.first_line().contains("closed") || answer.first_line().contains("reset"),
        "{}",
        answer.out
    );
    let mut kept = Vec::new();
    let silent = answering(move |stream| kept.push(stream));
    let started = Instant::now();
    let answer = run(&["--connect", &format!("127.0.0.1:{silent}"), "--timeout", "1"]);
    assert_eq!(answer.status, 2, "{}{}", answer.out, answer.err);
    assert!(answer.err.contains("in time"), "{}", answer.err);
    assert!(started.elapsed() < Duration::from_secs(10));
}

#[test]
fn a_server_that_cannot_be_reached_is_an_unusable_input() {
    let refused = connect(free_port(), &[]);
    assert_eq!(refused.status, 2);
    assert!(
        refused.err.contains("nothing accepts connections") && refused.out.is_empty(),
        "{}",
        refused.err
    );
    let unknown = run(&["--connect", "no-such-host.invalid", "--timeout", "5"]);
    assert_eq!(unknown.status, 2);
    assert!(
        unknown.err.contains("could not be resolved") || unknown.err.contains("in time"),
        "{}",
        unknown.err
    );
    for bad in ["a b", "host:0", "[::1", ""] {
        let answer = run(&["--connect", bad]);
        assert_eq!(answer.status, 2);
        assert!(answer.err.contains("HOST:PORT"), "{bad}: {}", answer.err);
    }
    let alone = run(&["--timeout", "3", "--server-name", NAME]);
    assert_eq!(alone.status, 2);
    assert!(alone.err.contains("--connect"), "{}", alone.err);
}

#[test]
fn a_proxy_is_used_and_its_refusal_reported() {
    let server = server(&GOOD);
    let port = server.port;
    let proxy = answering(move |client| {
        std::thread::spawn(move || tunnel(client, port));
    });
    let target = format!("{NAME}:443");
    let url = format!("http://user:secret@127.0.0.1:{proxy}");
    let answer = run(&[
        "--connect",
        &target,
        "--proxy",
        &url,
        "--skip-verification",
        "--timeout",
        "3",
    ]);
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    answer.says(&format!("127.0.0.1:{proxy}"));
    assert!(!answer.out.contains("secret"));
    let environment = [("https_proxy", url.as_str())];
    let answer = run_in(
        &["--connect", &target, "--skip-verification", "--timeout", "3"],
        &environment,
    );
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    let without = [environment[0], ("no_proxy", "example.com")];
    let answer = run_in(
        &["--connect", "127.0.0.1:1", "--timeout", "3"],
        &[without[0], ("no_proxy", "127.0.0.1")],
    );
    assert!(answer.err.contains("nothing accepts"), "{}", answer.err);
    let refusing = answering(|mut client| {
        let _ = client.read(&mut [0; 512]);
        let _ = client.write_all(b"HTTP/1.1 403 Forbidden\r\n\r\n");
    });
    let answer = run(&[
        "--connect",
        &target,
        "--proxy",
        &format!("127.0.0.1:{refusing}"),
        "--timeout",
        "3",
    ]);
    assert_eq!(answer.status, 2, "{}", answer.out);
    assert!(answer.err.contains("proxy"), "{}", answer.err);
}

/// Answers one CONNECT with its credentials, then passes bytes on to `port`.
fn tunnel(mut client: TcpStream, port: u16) {
    let mut request = Vec::new();
    let mut byte = [0];
    while !request.ends_with(b"\r\n\r\n") && client.read(&mut byte).unwrap_or(0) == 1 {
        request.push(byte[0]);
    }
    let request = String::from_utf8(request).unwrap();
    // user:secret
    let right = request.starts_with("CONNECT api.example.com:443 HTTP/1.1\r\n")
        && request.contains("Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
    if !right {
        let _ = client.write_all(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
        return;
    }
    let _ = client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n");
    relay(client, port);
}

/// Passes bytes on to `port`, and its bytes back.
pub(crate) fn relay(mut client: TcpStream, port: u16) {
    let server = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let (mut from, mut to) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    std::thread::spawn(move || {
        let _ = std::io::copy(&mut from, &mut to);
        let _ = to.shutdown(std::net::Shutdown::Write);
    });
    let _ = std::io::copy(&mut { server }, &mut client);
}

#[test]
fn an_address_is_used_through_a_proxy_and_other_proxies_are_refused() {
    let (send, asked) = std::sync::mpsc::channel();
    let proxy = answering(move |mut client| {
        let mut request = [0; 512];
        let length = client.read(&mut request).unwrap_or(0);
        let _ = send.send(String::from_utf8_lossy(&request[..length]).into_owned());
    });
    let url = format!("http://127.0.0.1:{proxy}");
    let target = ["--connect", "api.example.com:8443", "--timeout", "3"];
    run(&[&target[..], &["--address", "192.0.2.7", "--proxy", &url]].concat());
    let request = asked.recv().unwrap();
    assert!(request.starts_with("CONNECT 192.0.2.7:8443 HTTP/1.1\r\n"), "{request}");
    let answer = run_in(&target, &[("ALL_PROXY", "socks5://user:secret@127.0.0.1:1")]);
    assert_eq!(answer.status, 2, "{}", answer.out);
    assert!(
        answer.err.contains("ALL_PROXY") && !answer.err.contains("secret"),
        "{}",
        answer.err
    );
    // --proxy '' connects directly.
    let direct = ["--connect", "127.0.0.1:1", "--timeout", "3", "--proxy", ""];
    let answer = run_in(&direct, &[("ALL_PROXY", "socks5://127.0.0.1:1")]);
    assert!(answer.err.contains("nothing accepts"), "{}", answer.err);
}

/// A program that cannot connect, like the npm package's.
struct Unconnected(std::cell::RefCell<String>);

impl Host for Unconnected {
    fn now(&self) -> UnixTime {
        UnixTime::from_seconds(0)
    }
    fn variable(&self, _name: &str) -> Option<String> {
        None
    }
    fn is_terminal(&self, _stream: Stream) -> bool {
        false
    }
    fn has_colours(&self) -> bool {
        false
    }
    fn kind(&self, _path: &str) -> Kind {
        Kind::Absent
    }
    fn entries(&self, _folder: &str) -> Result<Vec<(String, Kind)>, FileTrouble> {
        Err(FileTrouble::NotFound)
    }
    fn read(&self, _path: &str, _max: u64) -> Result<Bytes, FileTrouble> {
        Err(FileTrouble::NotFound)
    }
    fn read_input(&self, _max: u64) -> Result<Bytes, FileTrouble> {
        Err(FileTrouble::NotFound)
    }
    fn read_line(&self, _max: u64) -> Result<Option<Bytes>, FileTrouble> {
        Err(FileTrouble::NotFound)
    }
    fn write(&self, _path: &str, _content: &[u8], _overwrite: bool) -> Result<(), FileTrouble> {
        Err(FileTrouble::Denied)
    }
    fn print(&self, stream: Stream, text: &str) {
        assert_eq!(stream, Stream::Error);
        self.0.borrow_mut().push_str(text);
    }
    fn certificates(&self, _file: PoolFile) -> Option<Bytes> {
        None
    }
}

#[test]
fn a_program_that_cannot_connect_prints_the_openssl_command() {
    let host = Unconnected(std::cell::RefCell::default());
    let arguments = ["--connect", "api.example.com:8443"].map(str::to_owned);
    assert_eq!(sslengine_doctor::cli::run(&arguments, &host), Status::Unusable);
    let said = host.0.take();
    assert!(said.contains("cannot connect"), "{said}");
    let command = "openssl s_client -connect api.example.com:8443 -servername api.example.com -showcerts </dev/null";
    assert!(said.contains(command), "{said}");
}

#[test]
fn a_list_of_servers_gives_one_line_each_in_order() {
    let good = server(&GOOD);
    let refused = free_port();
    let list = FOLDER.join("servers");
    let text = format!("# ours\n127.0.0.1:{}\n\n127.0.0.1:{refused} # down\n", good.port);
    std::fs::write(&list, text).unwrap();
    let list = list.to_str().unwrap();
    let arguments = [
        "--connect-list",
        list,
        "--server-name",
        NAME,
        "--skip-verification",
        "--timeout",
        "3",
    ];
    let answer = run(&arguments);
    assert_eq!(answer.status, 2, "{}", answer.out);
    assert!(answer.first_line().starts_with("Accepted"), "{}", answer.out);
    assert!(answer.err.contains(&refused.to_string()), "{}", answer.err);
    let lines = run(&[&arguments[..], &["--format", "jsonl"]].concat());
    let lines: Vec<Value> = lines
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["name"], format!("127.0.0.1:{}", good.port));
    assert_eq!(lines[1]["report"], Value::Null);
    assert_eq!(lines[1]["error"]["code"], "handshake-failed");
    let all = run(&[&arguments[..], &["--format", "json"]].concat());
    assert_eq!(json(&all).as_array().unwrap().len(), 2);
    std::fs::write(FOLDER.join("bad"), "a.example\nb c\n").unwrap();
    let bad = run(&["--connect-list", FOLDER.join("bad").to_str().unwrap()]);
    assert!(bad.status == 2 && bad.err.contains("line 2"), "{}", bad.err);
}

#[test]
fn the_repair_works_on_what_the_server_sent() {
    let server = server(&[&GOOD[..4], &["-cert_chain", "ca.pem"]].concat());
    let out = FOLDER.join("repaired.pem");
    let answer = connect(
        server.port,
        &["--skip-verification", "--repair", out.to_str().unwrap(), "--force"],
    );
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    assert_eq!(
        std::fs::read_to_string(out)
            .unwrap()
            .matches("BEGIN CERTIFICATE")
            .count(),
        2
    );
}

/// Connects with the test's CA as truststore, compares all clients, and repairs.
fn compare_and_repair(port: u16, out: &str, more: &[&str]) -> Answer {
    let ca = FOLDER.join("ca.pem");
    let repair = ["--compare", "--repair", out, "--force"];
    let store = ["--trust-store", ca.to_str().unwrap()];
    connect(port, &[&store[..], &repair, more].concat())
}

#[test]
fn the_chain_that_the_most_clients_accept_is_found_for_a_server() {
    let leaf = std::fs::read_to_string(FOLDER.join("good.pem")).unwrap();
    let other = std::fs::read_to_string(FOLDER.join("other.pem")).unwrap();
    // Java accepts at most ten certificates, so nobody accepts the chain as sent.
    std::fs::write(FOLDER.join("strays.pem"), other.repeat(11)).unwrap();
    let long = server(&[&GOOD[..5], &["strays.pem"]].concat());
    let out = FOLDER.join("most-clients.pem");
    let answer = compare_and_repair(long.port, out.to_str().unwrap(), &[]);
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    answer
        .says("This chain is accepted by 1 of 25 clients, the chain as sent by 0.")
        .says("These clients do not accept it:\n  API Gateway ")
        .says("- Removed: no. 2 “other”, ")
        .says("Wrote the repaired chain to ‘");
    let pem = |text: &str| text.split("-----").nth(2).map(|base64| base64.replace('\n', ""));
    let written = std::fs::read_to_string(&out).unwrap();
    assert_eq!(written.matches("BEGIN CERTIFICATE").count(), 1);
    assert_eq!(pem(&written), pem(&leaf));
    // On standard output there is only the chain. The report and the rest are on standard error.
    let piped = compare_and_repair(long.port, "-", &["--format", "json"]);
    assert_eq!((piped.status, &piped.out), (0, &written), "{}", piped.err);
    assert!(piped.err.contains("accepted by 1 of 25 clients"), "{}", piped.err);
    // The clients can be named, and the texts are in each language.
    let few = compare_and_repair(long.port, "-", &["--lang", "fr", "--client", "truststore"]);
    assert_eq!(few.out, written);
    assert!(
        few.err.contains("Cette chaîne est acceptée par 1 des 25 clients"),
        "{}",
        few.err
    );
}

#[test]
fn the_table_of_clients_belongs_to_the_report_of_each_server() {
    let ca = FOLDER.join("ca.pem");
    let good = server(&GOOD);
    let compared = ["--compare", "--trust-store", ca.to_str().unwrap()];
    let ask = |more: &[&str]| connect(good.port, &[&compared[..], more].concat());
    let heading = "Other clients\n  Java with your truststore ";
    ask(&[]).says(heading);
    ask(&["--format", "markdown"]).says("## Other clients\n");
    let one = json(&ask(&["--format", "json"]));
    assert_eq!(one["report"]["clients"].as_array().unwrap().len(), 25);
    assert_eq!(one["report"]["clients"][0]["client"], "truststore");
    // Of several servers, only the full reports have it.
    let again = format!("127.0.0.1:{}", good.port);
    let both = ["--connect", &again];
    assert!(!ask(&both).out.contains("Other clients"));
    let full = ask(&[&both[..], &["--full"]].concat());
    assert_eq!(full.out.matches(heading).count(), 2, "{}", full.out);
    // Without the option there is no table.
    let alone = json(&connect(good.port, &["--format", "json"]));
    assert_eq!(alone["report"].get("clients"), None);
}

#[test]
fn a_server_whose_chain_is_already_the_best_one_or_that_no_client_accepts() {
    let bare = server(&GOOD[..4]);
    let out = FOLDER.join("already-best.pem");
    let answer = compare_and_repair(bare.port, out.to_str().unwrap(), &[]);
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    answer.says("No chain was found that more clients accept than the chain as sent: 1 of 25.");
    assert_eq!(
        std::fs::read_to_string(&out)
            .unwrap()
            .matches("BEGIN CERTIFICATE")
            .count(),
        1
    );
    // Without the truststore, no client trusts the CA.
    let none = FOLDER.join("no-client.pem");
    let answer = connect(bare.port, &["--compare", "--repair", none.to_str().unwrap()]);
    assert_eq!(answer.status, 1, "{}{}", answer.out, answer.err);
    answer
        .says("No client accepts the chain as sent or a repaired one.")
        .says("The certificate of “Private Test CA” is missing")
        .says("The chain could not be repaired, so nothing was written.");
    assert!(!none.exists());
}

#[test]
fn addresses_and_versions_are_compared() {
    let attempt = |how: How, address: &str, certificate: u8, trouble: Option<Meaning>| Attempt {
        how,
        address: Some(address.to_owned()),
        protocol: None,
        cipher: None,
        certificates: if certificate == 0 {
            vec![]
        } else {
            vec![Fingerprint([certificate; 32])]
        },
        label: Some(format!("no {certificate}")),
        client_certificate: false,
        trouble: trouble.map(|meaning| LogKind::Known {
            meaning,
            tool: None,
            side: Side::Client,
            name: None,
        }),
    };
    let connection = |attempts| Connection {
        host: NAME.to_owned(),
        port: 443,
        server_name: Some(NAME.to_owned()),
        proxy: None,
        attempts,
        downloads: Vec::new(),
        with_downloads: None,
    };
    let usual = attempt(How::Usual, "192.0.2.1", 1, None);
    let all = connection(vec![
        usual.clone(),
        attempt(How::WithoutName, "192.0.2.1", 0, Some(Meaning::Reset)),
        attempt(How::Usual, "192.0.2.2", 2, None),
        attempt(How::Usual, "192.0.2.3", 0, Some(Meaning::Refused)),
        attempt(How::Tls12, "192.0.2.1", 1, None),
        attempt(How::Tls13, "192.0.2.1", 0, Some(Meaning::HandshakeFailed)),
    ]);
    let notes = all.notes();
    assert!(
        matches!(notes[0], ConnectionNote::TroubleWithoutName { .. }),
        "{notes:?}"
    );
    assert!(
        matches!(
            notes[1],
            ConnectionNote::OtherAtAddress {
                address: "192.0.2.2",
                label: "no 2"
            }
        ),
        "{notes:?}"
    );
    assert!(
        matches!(
            notes[2],
            ConnectionNote::TroubleAtAddress {
                address: "192.0.2.3",
                ..
            }
        ),
        "{notes:?}"
    );
    assert_eq!(notes[3], ConnectionNote::OnlyVersion { protocol: "TLS 1.2" });
    assert_eq!(notes.len(), 4);
    let same = connection(vec![usual.clone(), attempt(How::Usual, "192.0.2.2", 1, None)]);
    assert_eq!(same.notes(), []);
    assert_eq!(connection(vec![]).notes(), []);
}
