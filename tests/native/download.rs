//! `--fetch-missing` against HTTP servers on the loopback.

use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::connect::{FOLDER, answering, connect, json, server};

/// Makes a root, an intermediate and a server certificate in the folder `name`. The server
/// certificate names `urls` as addresses of the intermediate, which names `root_url`.
fn made(name: &str, urls: &[String], root_url: &str) -> std::path::PathBuf {
    let folder = FOLDER.join(name);
    std::fs::create_dir_all(&folder).unwrap();
    let aia = |urls: &[String]| {
        let list: Vec<String> = urls.iter().map(|url| format!("caIssuers;URI:{url}")).collect();
        format!("authorityInfoAccess={}\n", list.join(","))
    };
    let write = |file: &str, text: String| std::fs::write(folder.join(file), text).unwrap();
    let ca = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n";
    write("inter.cnf", ca.to_owned() + &aia(&[root_url.to_owned()]));
    write(
        "leaf.cnf",
        "subjectAltName=DNS:api.example.com\n".to_owned() + &aia(urls),
    );
    let script = "set -e
        key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'
        openssl req -x509 $key -keyout root.key -out root.pem -subj '/CN=Download Root' -days 90 -addext keyUsage=critical,keyCertSign
        openssl req $key -keyout inter.key -out inter.csr -subj '/CN=Download Intermediate'
        openssl x509 -req -in inter.csr -CA root.pem -CAkey root.key -days 80 -extfile inter.cnf -out inter.pem
        openssl req $key -keyout leaf.key -out leaf.csr -subj /CN=api
        openssl x509 -req -in leaf.csr -CA inter.pem -CAkey inter.key -days 60 -extfile leaf.cnf -out leaf.pem
        openssl x509 -in inter.pem -outform DER -out inter.der
        openssl crl2pkcs7 -nocrl -certfile root.pem -outform DER -out root.p7c";
    let done = Command::new("sh")
        .args(["-c", script])
        .current_dir(&folder)
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    folder
}

/// An HTTP server: the answer to a path, as status line, headers and body. Returns its port and the
/// number of requests so far.
fn http(mut answer: impl FnMut(&str) -> Vec<u8> + Send + 'static) -> (u16, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let port = answering(move |mut stream| {
        let mut request = Vec::new();
        let mut byte = [0];
        while !request.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap_or(0) == 1 {
            request.push(byte[0]);
        }
        counted.fetch_add(1, Ordering::Relaxed);
        let request = String::from_utf8(request).unwrap();
        let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
        let _ = stream.write_all(&answer(&path));
    });
    (port, count)
}

fn ok(body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn redirect(to: &str) -> Vec<u8> {
    format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").into_bytes()
}

fn serve(folder: &Path) -> crate::connect::Server {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    server(&["-cert", &path("leaf.pem"), "-key", &path("leaf.key")])
}

#[test]
fn missing_certificates_are_downloaded_and_the_repair_uses_them() {
    let folder = FOLDER.join("download-good");
    let files = folder.clone();
    let (port, count) = http(move |path| match path {
        "/inter.der" => ok(&std::fs::read(files.join("inter.der")).unwrap()),
        "/root.p7c" => ok(&std::fs::read(files.join("root.p7c")).unwrap()),
        "/moved" => redirect("/inter.der"),
        _ => b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".to_vec(),
    });
    let url = |path: &str| format!("http://127.0.0.1:{port}{path}");
    // The first address fails, the second redirects.
    made("download-good", &[url("/none"), url("/moved")], &url("/root.p7c"));
    let server = serve(&folder);
    let without = json(&connect(server.port, &["--skip-verification", "--format", "json"]));
    assert_eq!(count.load(Ordering::Relaxed), 0);
    assert_eq!(without["connection"]["downloads"], Value::Array(vec![]));
    let options = ["--skip-verification", "--fetch-missing"];
    let answer = connect(server.port, &options);
    assert_eq!(answer.status, 1, "{}", answer.out);
    answer
        .says("the answer has the status 404")
        .says("“Download Intermediate”")
        .says("“Download Root”")
        .says("With the downloaded certificates, API Gateway would accept the chain");
    let value = json(&connect(server.port, &[&options[..], &["--format", "json"]].concat()));
    // The verdict is that on the chain as sent.
    assert_eq!(value["report"]["verdict"], "fail");
    assert_eq!(value["report"]["certificates"].as_array().unwrap().len(), 1);
    assert_eq!(value["connection"]["withDownloads"], "pass");
    assert_eq!(value["connection"]["downloads"][0]["trouble"]["code"], "status");
    assert_eq!(value["connection"]["downloads"][2]["label"], "Download Root");
    let out = folder.join("repaired.pem");
    let repaired = connect(
        server.port,
        &[&options[..], &["--repair", out.to_str().unwrap(), "--force"]].concat(),
    );
    assert_eq!(repaired.status, 0, "{}{}", repaired.out, repaired.err);
    assert_eq!(
        std::fs::read_to_string(out)
            .unwrap()
            .matches("BEGIN CERTIFICATE")
            .count(),
        3
    );
    // What was downloaded is not what the server sent.
    let pem = connect(server.port, &[&options[..], &["--format", "pem"]].concat());
    assert_eq!(pem.out.matches("BEGIN CERTIFICATE").count(), 1);
}

#[test]
fn every_failed_download_is_named() {
    let slow = answering(|stream| {
        std::thread::sleep(Duration::from_secs(20));
        drop(stream);
    });
    let trickle = answering(|mut stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
        for _ in 0..200 {
            if stream.write_all(b"x").is_err() {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    });
    let (port, count) = http(move |path| match path {
        "/large" => ok(&vec![b'x'; 70_000]),
        "/endless" => {
            // Without a length: chunks that would not end.
            let chunk = [&b"1000\r\n"[..], &[b'x'; 4096], b"\r\n"].concat();
            [
                &b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"[..],
                &chunk.repeat(40),
            ]
            .concat()
        }
        "/loop" => redirect("/loop"),
        "/away" => redirect("https://127.0.0.1:1/x"),
        "/html" => ok(b"<html>Not found</html>"),
        "/other" => ok(&std::fs::read(FOLDER.join("ca.pem")).unwrap()),
        _ => ok(b""),
    });
    let url = |path: &str| format!("http://127.0.0.1:{port}{path}");
    let rows = [
        ("large", url("/large"), "too-large"),
        ("endless", url("/endless"), "too-large"),
        ("slow", format!("http://127.0.0.1:{slow}/"), "too-slow"),
        ("trickle", format!("http://127.0.0.1:{trickle}/"), "too-slow"),
        ("loop", url("/loop"), "redirect"),
        ("away", url("/away"), "redirect"),
        ("https", "https://127.0.0.1:1/x".to_owned(), "not-http"),
        ("ldap", "ldap://127.0.0.1:1/x".to_owned(), "not-http"),
        ("refused", "http://127.0.0.1:1/x".to_owned(), "unreachable"),
        ("html", url("/html"), "not-certificate"),
        ("other", url("/other"), "other-certificate"),
        ("empty", url("/empty"), "not-certificate"),
    ];
    for (name, address, code) in rows {
        let folder = made(&format!("download-{name}"), std::slice::from_ref(&address), &address);
        let server = serve(&folder);
        let started = Instant::now();
        let before = count.load(Ordering::Relaxed);
        let value = json(&connect(
            server.port,
            &["--skip-verification", "--fetch-missing", "--format", "json"],
        ));
        assert!(started.elapsed() < Duration::from_secs(15), "{name}");
        assert!(count.load(Ordering::Relaxed) - before <= 3, "{name}");
        let downloads = value["connection"]["downloads"].as_array().unwrap();
        assert_eq!(downloads.len(), 1, "{name}: {value}");
        assert_eq!(downloads[0]["url"], address, "{name}");
        assert_eq!(downloads[0]["trouble"]["code"], code, "{name}: {}", downloads[0]);
        assert_eq!(value["connection"]["withDownloads"], Value::Null, "{name}");
    }
}

#[test]
fn the_number_of_downloads_is_limited() {
    let (port, count) = http(|_| b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec());
    let urls: Vec<String> = (0..20)
        .map(|number| format!("http://127.0.0.1:{port}/{number}"))
        .collect();
    let folder = made("download-many", &[urls.clone(), urls.clone()].concat(), &urls[0]);
    let server = serve(&folder);
    let value = json(&connect(
        server.port,
        &["--skip-verification", "--fetch-missing", "--format", "json"],
    ));
    let downloads = value["connection"]["downloads"].as_array().unwrap();
    assert_eq!(downloads.len(), 7, "{value}");
    assert_eq!(downloads[6]["trouble"]["code"], "too-many");
    assert_eq!(count.load(Ordering::Relaxed), 6);
}
