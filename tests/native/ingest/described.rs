//! Descriptions of certificates, as tools print them.

use sslengine_doctor::ingest::{Described, DescribedBy, DescribedSource};

use super::{fixture, read, text};

const OPENSSL: &str = "Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number:
            06:f1:e5:d0:69:0a
        Signature Algorithm: sha256WithRSAEncryption
        Issuer: C = US, O = Zscaler Inc., CN = Zscaler Intermediate Root CA (zscloud.net)
        Validity
            Not Before: Nov  9 10:19:31 2025 GMT
            Not After : Dec 29 10:19:31 2025 GMT
        Subject: C = US, O = Acme, CN = api.example.com
        Subject Public Key Info:
            Public Key Algorithm: rsaEncryption
                Public-Key: (3072 bit)
                Modulus:
                    00:a0:e1:d8:78:87:33:a4:ed:65:6b:5a:bd:41:99:
                Exponent: 65537 (0x10001)
        X509v3 extensions:
            X509v3 Subject Alternative Name:
                DNS:api.example.com, DNS:*.example.org, IP Address:10.0.0.1
            X509v3 Basic Constraints: critical
                CA:FALSE
    Signature Algorithm: sha256WithRSAEncryption
";

/// OpenSSL 1.0 and LibreSSL.
const OLD_OPENSSL: &str = "Certificate:
    Data:
        Version: 3 (0x2)
        Serial Number: 7590 (0x1da6)
    Signature Algorithm: sha256WithRSAEncryption
        Issuer: C=US, O=Acme, CN=Acme Sub CA
        Validity
            Not Before: Nov  9 10:19:31 2025 GMT
            Not After : Dec 29 10:19:31 2025 GMT
        Subject: C=US, O=Acme, CN=api.example.com/emailAddress=a@example.com
        Subject Public Key Info:
            Public Key Algorithm: id-ecPublicKey
                Public-Key: (256 bit)
                pub:
                    04:18:dc:e1:b2
                ASN1 OID: prime256v1
        X509v3 extensions:
            X509v3 Subject Alternative Name:
                DNS:api.example.com
";

fn described(input: &str) -> Vec<Described> {
    read(input).hints.described
}

#[track_caller]
fn one(input: &str) -> Described {
    let all = described(input);
    let [one] = all.as_slice() else {
        panic!("{} descriptions: {all:?}", all.len())
    };
    one.clone()
}

fn opt(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn date(moment: Option<sslengine_doctor::cert::UnixTime>) -> String {
    moment.map(|moment| moment.to_string()).unwrap_or_default()
}

#[test]
fn openssl_text_is_read_in_each_layout() {
    for (before, after) in [
        ("", ""),
        ("$ openssl x509 -in conf/api.pem -text -noout\n", "$ "),
        ("> hello\n\n", "\n"),
    ] {
        let one = one(&[before, OPENSSL, after].concat());
        assert_eq!(one.tool, DescribedBy::OpensslText);
        assert_eq!(one.subject, opt("C = US, O = Acme, CN = api.example.com"));
        assert_eq!(
            one.issuer,
            opt("C = US, O = Zscaler Inc., CN = Zscaler Intermediate Root CA (zscloud.net)")
        );
        assert_eq!(one.serial, opt("6f1e5d0690a"));
        assert_eq!(
            (date(one.not_before), date(one.not_after)),
            ("2025-11-09T10:19:31Z".into(), "2025-12-29T10:19:31Z".into())
        );
        assert_eq!(
            (one.key_algorithm.as_deref(), one.key_bits, one.is_ca),
            (Some("rsaEncryption"), Some(3072), Some(false))
        );
        assert_eq!(one.names, ["api.example.com", "*.example.org", "10.0.0.1"]);
        let path = DescribedSource::File {
            path: "conf/api.pem".to_owned(),
        };
        assert_eq!(
            one.source,
            if before.starts_with('$') {
                path
            } else {
                DescribedSource::Unknown
            }
        );
    }
    let old = one(OLD_OPENSSL);
    assert_eq!((old.serial, old.key_bits), (opt("1da6"), Some(256)));
    assert_eq!(
        old.subject,
        opt("C=US, O=Acme, CN=api.example.com/emailAddress=a@example.com")
    );
}

#[test]
fn wrappings_do_not_hide_a_description() {
    let quoted: String = OPENSSL.lines().map(|line| format!("> {line}\n")).collect();
    let compose: String = OPENSSL.lines().map(|line| format!("backend_1  | {line}\n")).collect();
    for input in [quoted, compose, OPENSSL.replace('\n', "\r\n")] {
        assert_eq!(one(&input).key_bits, Some(3072), "{input}");
    }
    // Only the lines that matter were copied.
    let part: String = OPENSSL
        .lines()
        .skip(6)
        .take(5)
        .map(|line| format!("{line}\n"))
        .collect();
    assert_eq!(date(one(&part).not_after), "2025-12-29T10:19:31Z");
}

#[test]
fn logs_do_not_hide_a_description() {
    let fields = "subject=CN=api.example.com\nissuer=CN=Sub\nnotAfter=Dec 29 10:19:31 2025 GMT\n";
    let keytool = keytool(&KEYTOOL[0], "UTC");
    type Prefix = fn(usize) -> String;
    let prefixes: [(Prefix, &str); 9] = [
        (|at| format!("2025-11-25T08:20:11.{:03}Z ", at * 7), ""),
        (|at| format!("[2025-11-25 08:20:{:02}] INFO  ", at % 60), ""),
        (|at| format!("Nov 25 08:20:11 ip-10-0 app[{at}]: "), ""),
        (|_| "[pod/web-7d9f8b6c5-x2x4z/web] ".to_owned(), ""),
        (|_| "[INFO] ".to_owned(), ""),
        (|_| "remote: ".to_owned(), ""),
        (|at| format!("#12 {at}.345 "), ""),
        (|_| "app: ".to_owned(), ""),
        (|at| format!("{{\"time\":\"{at}\",\"msg\":\""), "\"}"),
    ];
    for (prefix, after) in prefixes {
        let log = |text: &str| -> String {
            let lines = text.lines().enumerate();
            lines
                .map(|(at, line)| [&prefix(at), line, after, "\n"].concat())
                .collect()
        };
        let openssl = one(&log(OPENSSL));
        assert_eq!(
            openssl,
            Described {
                at: openssl.at,
                ..one(OPENSSL)
            },
            "{}",
            log(OPENSSL)
        );
        let short = one(&log(fields));
        assert_eq!(
            short,
            Described {
                at: short.at,
                ..one(fields)
            },
            "{}",
            log(fields)
        );
        let java = one(&log(&keytool));
        assert_eq!(
            java,
            Described {
                at: java.at,
                ..one(&keytool)
            },
            "{}",
            log(&keytool)
        );
    }
    // Words before the first label only.
    let prose = ["Note: ", fields].concat();
    assert_eq!(one(&prose).issuer, opt("CN=Sub"));
}

#[test]
fn descriptions_far_apart_are_read() {
    let noise = "2026-06-15T12:00:00Z INFO GET /orders/4711 200\n".repeat(3_000);
    let input = [&noise, OPENSSL, &noise, OLD_OPENSSL, &noise].concat();
    let all = described(&input);
    let serials: Vec<_> = all.iter().filter_map(|one| one.serial.as_deref()).collect();
    assert_eq!(serials, ["6f1e5d0690a", "1da6"]);
    assert_eq!(all[1].names, ["api.example.com"]);
    assert_eq!(all[0].at.line, 3_000 + one(OPENSSL).at.line);
}

#[test]
fn several_descriptions_are_separated() {
    let both = [OPENSSL, OLD_OPENSSL].concat();
    let serials: Vec<_> = described(&both).into_iter().filter_map(|one| one.serial).collect();
    assert_eq!(serials, ["6f1e5d0690a", "1da6"]);
    // Without the line above each.
    let both = both.replace("Certificate:\n    Data:\n        Version: 3 (0x2)\n", "");
    assert_eq!(described(&both).len(), 2);
    // The same description again.
    assert_eq!(described(&OPENSSL.repeat(3)).len(), 1);
}

#[test]
fn the_fields_of_openssl_are_read() {
    for input in [
        "subject=C = US, CN = api.example.com\nissuer=C = US, O = Acme, CN = Sub\nnotBefore=Nov  9 10:19:31 2025 GMT\nnotAfter=Dec 29 10:19:31 2025 GMT\nserial=06F1E5D0690A\n",
        "notBefore=Nov  9 10:19:31 2025 GMT\nnotAfter=Dec 29 10:19:31 2025 GMT\n",
        "subject= /C=US/CN=api.example.com\nissuer= /C=US/O=Acme/CN=Sub\nnotAfter=Dec 29 10:19:31 2025 GMT",
    ] {
        let one = one(input);
        assert_eq!(
            (one.tool, date(one.not_after)),
            (DescribedBy::OpensslFields, "2025-12-29T10:19:31Z".into()),
            "{input}"
        );
        assert_eq!(one.subject.is_some(), input.contains("subject"), "{input}");
    }
}

/// keytool's labels for owner, issuer, serial number, start and end, as the JDK translates them.
const KEYTOOL: [[&str; 6]; 9] = [
    [
        "Owner: ",
        "Issuer: ",
        "Serial number: ",
        "Valid from: ",
        " until: ",
        "Subject Public Key Algorithm: 3072-bit RSA key",
    ],
    [
        "Eigentümer: ",
        "Aussteller: ",
        "Seriennummer: ",
        "Gültig von: ",
        " bis: ",
        "Public Key-Algorithmus von Subject: 3072-Bit-RSA-Schlüssel",
    ],
    [
        "所有者: ",
        "発行者: ",
        "シリアル番号: ",
        "有効期間の開始日: ",
        "終了日: ",
        "サブジェクト公開キー・アルゴリズム: 3072ビットRSAキー",
    ],
    [
        "所有者: ",
        "发布者: ",
        "序列号: ",
        "生效时间: ",
        ", 失效时间: ",
        "主体公共密钥算法: 3072 位 RSA 密钥",
    ],
    [
        "Propriétaire\u{a0}: ",
        "Emetteur\u{a0}: ",
        "Numéro de série\u{a0}: ",
        "Valide du ",
        " au ",
        "Algorithme de clé publique du sujet\u{a0}: Clé RSA 3072 bits",
    ],
    [
        "Propietario: ",
        "Emisor: ",
        "Número de serie: ",
        "Válido desde: ",
        " hasta: ",
        "Algoritmo de clave pública de asunto: Clave RSA de 3072 bits",
    ],
    [
        "Proprietario: ",
        "Autorità emittente: ",
        "Numero di serie: ",
        "Valido da: ",
        " a: ",
        "Algoritmo di chiave pubblica soggetto: chiave RSA a 3072 bit",
    ],
    [
        "소유자: ",
        "발행자: ",
        "일련 번호: ",
        "적합한 시작 날짜: ",
        " 종료 날짜: ",
        "주체 공용 키 알고리즘: 3072비트 RSA 키",
    ],
    [
        "Proprietário: ",
        "Emissor: ",
        "Número de série: ",
        "Válido de: ",
        " a: ",
        "Algoritmo de Chave Pública do Assunto: Chave RSA de 3072 bits",
    ],
];

fn keytool(labels: &[&str; 6], zone: &str) -> String {
    let [owner, issuer, serial, from, until, key] = labels;
    format!(
        "{owner}CN=api.example.com, O=Acme, C=US\n{issuer}CN=Sub, O=Acme, C=US\n{serial}6f1e5d0690a\n{from}Sun Nov 09 10:19:31 {zone} 2025{until}Mon Dec 29 10:19:31 {zone} 2025\nX:\n\t SHA1: 53:2C\n\t SHA256: 2D:9C\nX: SHA256withRSA\n{key}\nX: 3\n\nX: \n\n#1: ObjectId: 2.5.29.17 Criticality=false\nSubjectAlternativeName [\n  DNSName: api.example.com\n  IPAddress: 10.0.0.1\n]\n"
    )
}

#[test]
fn keytool_is_read_in_any_language() {
    for labels in &KEYTOOL {
        let output = keytool(labels, "UTC");
        for input in [
            output.clone(),
            ["Alias: x\n\n", &output].concat(),
            output.replace('\n', "\r\n"),
        ] {
            let one = one(&input);
            assert_eq!(one.tool, DescribedBy::Keytool);
            assert_eq!(one.subject, opt("CN=api.example.com, O=Acme, C=US"), "{input}");
            assert_eq!(
                (one.issuer, one.serial),
                (opt("CN=Sub, O=Acme, C=US"), opt("6f1e5d0690a")),
                "{input}"
            );
            assert_eq!(
                (date(one.not_before), date(one.not_after)),
                ("2025-11-09T10:19:31Z".into(), "2025-12-29T10:19:31Z".into())
            );
            assert_eq!(
                (one.key_algorithm.as_deref(), one.key_bits),
                (Some("RSA"), Some(3072)),
                "{input}"
            );
            assert_eq!(one.names, ["api.example.com", "10.0.0.1"]);
            assert!(one.utc);
        }
        // A chain: each certificate is described.
        let chain = [
            "Certificate[1]:\n",
            &output,
            "Certificate[2]:\n",
            &output.replace("6f1e5d0690a", "7").replace("CN=api", "CN=sub"),
        ]
        .concat();
        assert_eq!(described(&chain).len(), 2, "{chain}");
    }
    assert!(!one(&keytool(&KEYTOOL[1], "CEST")).utc);
}

#[test]
fn keytool_in_another_encoding_is_read() {
    let mut bytes: Vec<u8> = Vec::new();
    for c in keytool(&KEYTOOL[5], "UTC").chars() {
        bytes.push(u8::try_from(u32::from(c)).unwrap());
    }
    let all = read(bytes).hints.described;
    assert_eq!((all.len(), all[0].issuer.clone()), (1, opt("CN=Sub, O=Acme, C=US")));
}

#[test]
fn the_commands_of_keytool_are_read() {
    let output = keytool(&KEYTOOL[0], "UTC");
    let source = |command: &str| one(&format!("$ {command}\n{output}")).source;
    let path = || "conf/trust.jks".to_owned();
    assert_eq!(
        source("keytool -list -v -keystore conf/trust.jks -storepass x"),
        DescribedSource::Keystore { path: path() }
    );
    assert_eq!(
        source("keytool -printcert -file conf/trust.jks"),
        DescribedSource::File { path: path() }
    );
    assert_eq!(
        source("keytool -printcert -sslserver api.example.com:443"),
        DescribedSource::Server
    );
    // Unsafe in a shell.
    assert_eq!(source("keytool -list -v -keystore a;reboot"), DescribedSource::Unknown);
    assert_eq!(source("keytool -list -v -keystore $(x)"), DescribedSource::Unknown);
}

const JAVA_8: &str = "*** Certificate chain
chain [0] = [
[
  Version: V3
  Subject: CN=api.example.com, O=Acme
  Signature Algorithm: SHA256withRSA, OID = 1.2.840.113549.1.1.11

  Key:  Sun RSA public key, 3072 bits
  modulus: 3651024405805880677886511851
  public exponent: 65537
  Validity: [From: Sun Nov 09 10:19:31 UTC 2025,
               To: Mon Dec 29 10:19:31 UTC 2025]
  Issuer: CN=Sub, O=Acme
  SerialNumber: [    06f1e5d0 690a]

Certificate Extensions: 1
[1]: ObjectId: 2.5.29.17 Criticality=false
SubjectAlternativeName [
  DNSName: api.example.com
]
]
  Algorithm: [SHA256withRSA]
  Signature:
0000: 31 E1 6F 9B
]
chain [1] = [
[
  Version: V3
  Subject: CN=Sub, O=Acme
  Key:  Sun RSA public key, 2048 bits
  Validity: [From: Sun Nov 09 10:19:31 UTC 2025,
               To: Mon Dec 29 10:19:31 UTC 2025]
  Issuer: CN=Root, O=Acme
  SerialNumber: [    07]
]
]
***
Found trusted certificate:
[
[
  Version: V3
  Subject: CN=Root, O=Acme
  Issuer: CN=Root, O=Acme
  SerialNumber: [    01]
]
]
";

const JAVA_17: &str = "javax.net.ssl|DEBUG|10|main|2025-12-01 10:00:00.000 UTC|X509TrustManagerImpl.java:79|adding as trusted certificates (
  \"certificate\" : {
    \"version\"            : \"v3\",
    \"serial number\"      : \"01\",
    \"issuer\"             : \"CN=Root, O=Acme\",
    \"not before\"         : \"2020-11-09 10:19:31.000 UTC\",
    \"not  after\"         : \"2040-11-09 10:19:31.000 UTC\",
    \"subject\"            : \"CN=Root, O=Acme\",
    \"subject public key\" : \"RSA\"}
)
javax.net.ssl|DEBUG|10|main|2025-12-01 10:00:00.000 UTC|CertificateMessage.java:1172|Consuming server Certificate handshake message (
\"Certificates\": [
  \"certificate\" : {
    \"version\"            : \"v3\",
    \"serial number\"      : \"06 F1 E5 D0 69 0A\",
    \"signature algorithm\": \"SHA256withRSA\",
    \"issuer\"             : \"CN=Sub, O=Acme\",
    \"not before\"         : \"2025-11-09 10:19:31.000 UTC\",
    \"not  after\"         : \"2025-12-29 10:19:31.000 UTC\",
    \"subject\"            : \"CN=api.example.com, O=Acme\",
    \"subject public key\" : \"RSA\",
    \"extensions\"         : [
      {
        ObjectId: 2.5.29.17 Criticality=false
        SubjectAlternativeName [
          DNSName: api.example.com
        ]
      },
    ]},
  \"certificate\" : {
    \"version\"            : \"v3\",
    \"serial number\"      : \"07\",
    \"issuer\"             : \"CN=Root, O=Acme\",
    \"not before\"         : \"2025-11-09 10:19:31.000 UTC\",
    \"not  after\"         : \"2025-12-29 10:19:31.000 UTC\",
    \"subject\"            : \"CN=Sub, O=Acme\",
    \"subject public key\" : \"RSA\"}
]
)
";

#[test]
fn javas_debug_output_is_read_without_its_truststore() {
    for input in [JAVA_8, JAVA_17] {
        let all = described(input);
        let subjects: Vec<_> = all.iter().filter_map(|one| one.subject.as_deref()).collect();
        assert_eq!(subjects, ["CN=api.example.com, O=Acme", "CN=Sub, O=Acme"], "{all:?}");
        assert!(
            all.iter()
                .all(|one| one.tool == DescribedBy::JavaDebug && one.source == DescribedSource::Server)
        );
        assert_eq!((all[0].serial.as_deref(), all[0].names.len()), (Some("6f1e5d0690a"), 1));
        assert_eq!(date(all[0].not_after), "2025-12-29T10:19:31Z");
    }
    assert_eq!(described(JAVA_8)[0].key_bits, Some(3072));
    // A certificate that a program printed, in the form of newer versions.
    let printed = JAVA_8
        .replace("*** Certificate chain\nchain [0] = ", "")
        .replace("[    06f1e5d0 690a]", "06:f1:e5:d0:69:0a");
    assert_eq!(described(&printed)[0].serial.as_deref(), Some("6f1e5d0690a"));
}

#[test]
fn the_lists_of_s_client_and_curl_are_read() {
    let session = one(
        "CONNECTED(00000003)\n---\nCertificate chain\n 0 s:CN = api.example.com\n   i:C = US, O = Acme, CN = Sub\n   a:PKEY: rsaEncryption, 2048 (bit); sigalg: RSA-SHA256\n   v:NotBefore: Nov  9 10:19:31 2025 GMT; NotAfter: Dec 29 10:19:31 2025 GMT\n---\nServer certificate\nsubject=CN = api.example.com\n\nissuer=C = US, O = Acme, CN = Sub\n---\n",
    );
    assert_eq!(
        (session.tool, session.key_bits),
        (DescribedBy::OpensslSession, Some(2048))
    );
    assert_eq!(date(session.not_after), "2025-12-29T10:19:31Z");
    let curl = one(
        "* Server certificate:\n*  subject: CN=api.example.com\n*  start date: Nov  9 10:19:31 2025 GMT\n*  expire date: Dec 29 10:19:31 2025 GMT\n*  issuer: C=US; O=Acme; CN=Sub\n*  SSL certificate problem: x\n",
    );
    assert_eq!(
        (curl.tool, date(curl.not_after)),
        (DescribedBy::Curl, "2025-12-29T10:19:31Z".into())
    );
}

/// What database clients print of one certificate.
const TABLES: [&str; 6] = [
    " id |            subject             |           issuer            |       not_before       |       not_after        | serial \n----+--------------------------------+-----------------------------+------------------------+------------------------+--------\n  7 | CN=api.example.com,O=Acme,C=US | CN=Zscaler Intermediate,C=US | 2025-11-09 10:19:31+00 | 2025-12-29 10:19:31+00 | 6f1e5d\n(1 row)\n",
    "mysql> SELECT * FROM certs;\n+----+--------------------------------+------------------------------+---------------------+---------------------+---------------+\n| id | Subject                        | Issuer                       | valid_from          | VALID_TO            | serial_number |\n+----+--------------------------------+------------------------------+---------------------+---------------------+---------------+\n|  7 | CN=api.example.com,O=Acme,C=US | CN=Zscaler Intermediate,C=US | 2025-11-09 10:19:31 | 2025-12-29 10:19:31 | 06:f1:e5:d0   |\n+----+--------------------------------+------------------------------+---------------------+---------------------+---------------+\n1 row in set (0.00 sec)\n",
    "-[ RECORD 1 ]----------------------------\nid         | 7\nsubject    | CN=api.example.com,O=Acme,C=US\nissuer     | CN=Zscaler Intermediate,C=US\nnot_before | 2025-11-09T10:19:31Z\nnot_after  | 2025-12-29T10:19:31Z\nserial     | 6f1e5d\n",
    "*************************** 1. row ***************************\n        id: 7\n   subject: CN=api.example.com,O=Acme,C=US\n    issuer: CN=Zscaler Intermediate,C=US\nnot_before: 2025-11-09 10:19:31\n not_after: 2025-12-29 10:19:31\n    serial: 6f1e5d\n1 row in set (0,00 sec)\n",
    "| subject | issuer | not_before | expires_at | serial |\n|:---|---|---|---:|---|\n| CN=api.example.com,O=Acme,C=US | CN=Zscaler Intermediate,C=US | Nov  9 10:19:31 2025 GMT | Dec 29 10:19:31 2025 GMT | 6f1e5d |\n",
    "issuer_name|subject|not_before|not_after|serial\nCN=Zscaler Intermediate,C=US|CN=api.example.com,O=Acme,C=US|2025-11-09 10:19:31 UTC|2025-12-29 10:19:31 UTC|6f1e5d\n",
];

#[test]
fn the_tools_of_windows_and_gnutls_are_read() {
    use DescribedBy::{Gnutls, Windows};
    for (tool, dated, input) in [
        (
            Windows,
            false,
            "PS> $c | fl\n\nSubject      : CN=api.example.com\nIssuer       : CN=Zscaler Intermediate, O=Zscaler Inc.\nThumbprint   : ABCDEF\nFriendlyName :\nNotBefore    : 09/11/2025 10:19:31\nNotAfter     : 29/12/2025 10:19:31\n",
        ),
        (
            Windows,
            true,
            "Subject  : CN=api.example.com\nIssuer   : CN=Zscaler Intermediate, O=Zscaler Inc.\nNotAfter : 2025-12-29 10:19:31\n",
        ),
        (
            Windows,
            false,
            "[Subject]\r\n  CN=api.example.com\r\n\r\n[Issuer]\r\n  CN=Zscaler Intermediate, O=Zscaler Inc.\r\n\r\n[Serial Number]\r\n  06F1E5D0690A\r\n\r\n[Not Before]\r\n  09.11.2025 10:19:31\r\n\r\n[Not After]\r\n  29.12.2025 10:19:31\r\n",
        ),
        (
            Windows,
            false,
            "================ Certificate 0 ================\nSerial Number: 06f1e5d0690a\nIssuer: CN=Zscaler Intermediate, O=Zscaler Inc.\n NotBefore: 11/9/2025 10:19 AM\n NotAfter: 12/29/2025 10:19 AM\nSubject: CN=api.example.com\nCert Hash(sha1): 00\n",
        ),
        (
            Gnutls,
            true,
            "- Certificate[0] info:\n - subject `CN=api.example.com', issuer `CN=Zscaler Intermediate, O=Zscaler Inc.', serial 0x06f1, RSA key 2048 bits, signed using RSA-SHA256, activated `2025-11-09 10:19:31 UTC', expires `2025-12-29 10:19:31 UTC', pin-sha256=\"AA=\"\n",
        ),
    ] {
        let one = one(input);
        assert_eq!(one.tool, tool, "{input}");
        assert_eq!(one.subject, opt("CN=api.example.com"), "{input}");
        assert_eq!(one.issuer, opt("CN=Zscaler Intermediate, O=Zscaler Inc."), "{input}");
        let expected = if dated { "2025-12-29T10:19:31Z" } else { "" };
        assert_eq!(date(one.not_after), expected, "{input}");
    }
}

#[test]
fn rows_of_tables_are_read() {
    for table in TABLES {
        for (before, after) in [("", ""), ("Hello,\n\nthis is what we store:\n", "\nBye | me\n")] {
            let one = one(&[before, table, after].concat());
            assert_eq!(one.tool, DescribedBy::Table, "{table}");
            assert_eq!(one.subject, opt("CN=api.example.com,O=Acme,C=US"), "{table}");
            assert_eq!(one.issuer, opt("CN=Zscaler Intermediate,C=US"), "{table}");
            assert_eq!(
                (date(one.not_before), date(one.not_after)),
                ("2025-11-09T10:19:31Z".into(), "2025-12-29T10:19:31Z".into()),
                "{table}"
            );
            let utc = ["+00 ", "Z\n", "GMT", "UTC"].iter().any(|zone| table.contains(zone));
            assert_eq!(one.utc, utc, "{table}");
            assert!(one.serial.is_some_and(|serial| serial.starts_with("6f1e5d")), "{table}");
        }
    }
}

#[test]
fn each_row_is_a_description() {
    let header = "common_name | issuer | not_after | dns_names | key_size\n---+---+---+---+---\n";
    let row = |n: u32| {
        format!("host{n}.example.com | CN=Sub | 2026-10-{n:02} | {{host{n}.example.com,www.example.com}} | 2048\n")
    };
    let rows: String = (1..=9).map(row).collect();
    let all = described(&[header, &rows, "(9 rows)\n"].concat());
    assert_eq!(all.len(), 9);
    assert_eq!(all[1].subject, opt("CN=host2.example.com"));
    assert_eq!(all[1].names, ["host2.example.com", "www.example.com"]);
    assert_eq!(
        (all[8].key_bits, date(all[8].not_after)),
        (Some(2048), "2026-10-09T00:00:00Z".into())
    );
    // Two records, and values that are missing.
    let records = "-[ RECORD 1 ]-\nsubject | CN=a\nissuer | \nnot_after | 2026-10-01\n-[ RECORD 2 ]-\nsubject | CN=b\nissuer | CN=Sub\nnot_after | NULL\n\nsubject | CN=c\n";
    let all = described(records);
    assert_eq!(
        all.iter().map(|one| one.subject.clone()).collect::<Vec<_>>(),
        [opt("CN=a"), opt("CN=b")]
    );
}

#[test]
fn other_tables_are_no_descriptions() {
    for input in [
        "| subject | issuer | not_after |\n|---|---|---|\n| The owner | Who signed | When it ends |\n",
        " id | name | not_after\n----+------+-----------\n 1 | a=b | 2026-10-01\n",
        "subject | body | expires_at\n---+---+---\nHello | text | never\n",
        "subject | issuer | not_after\n---+---+---\na | b\nCN=a | CN=b | 2026-10-01\n",
        "-[ RECORD 1 ]-\nid | 7\nvalid_to | 2026-10-01\n",
        "web-1 | subject | CN=a\nweb-1 | issuer | CN=b\nweb-1 | not_after | 2026-10-01\n",
    ] {
        assert_eq!(described(input), [], "{input}");
    }
}

#[test]
fn other_texts_are_no_descriptions() {
    for input in [
        "From: a@example.com\nTo: b@example.com\nSubject: SSL problem\n\nThe issuer: see below. notAfter=soon\n",
        "Certificate Request:\n    Data:\n        Subject: CN = api.example.com\n        Not Before: x\n",
        "Certificate Revocation List (CRL):\n        Issuer: C = US, CN = Sub\n        Last Update: Nov  9 10:19:31 2025 GMT\nNot Before: x",
        "subject=hello issuer=world",
        "Alias name: abc\nSHA1: 00:11\nSHA256: 22:33\n",
    ] {
        assert_eq!(described(input), [], "{input}");
    }
}

#[test]
fn limits_hold() {
    let many: String = (0..40)
        .map(|n| OLD_OPENSSL.replace("0x1da6", &format!("0x{n:x}1")))
        .collect();
    assert_eq!(described(&many).len(), 16);
    let names = "DNS:a.example, ".repeat(4000);
    let one = one(&OPENSSL.replace("DNS:api.example.com, ", &names));
    assert!(!one.all_names && one.names.len() <= 100);
    let numbered: String = (0..200).map(|n| format!("DNS:a{n}.example, ")).collect();
    assert!(!self::one(&OPENSSL.replace("DNS:api.example.com, ", &numbered)).all_names);
}

#[test]
fn a_certificate_that_is_also_there_is_not_described() {
    use sslengine_doctor::containers::Passwords;
    use sslengine_doctor::engine::Input;
    let with_text = text("x509-text.txt");
    let input = [with_text.as_str(), OPENSSL].concat();
    let paste = |text: String| {
        let at = sslengine_doctor::cert::UnixTime::from_seconds(0);
        let input = Input::paste(text.into_bytes().into(), &Passwords::none()).unwrap();
        let plan = input.into_plan(
            &sslengine_doctor::engine::Options::at(at),
            sslengine_doctor::trust::TrustStore::embedded(),
        );
        sslengine_doctor::engine::judge(&plan, &[]).input.hints.described
    };
    assert_eq!(paste(with_text), []);
    assert_eq!(paste(input).len(), 1);
    let _ = fixture("x509-text.txt");
}
