//! The table of formats: each gives the same certificates, with its repairs named and nothing
//! dropped.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sslengine_doctor::ingest::{Container, InputNote, LinkTool, NoiseKind, Repair, ingest_files};

use super::{body, der, fixture, found, pems, read, repairs, text};

/// A format: its name, the input, the expected certificates, the expected repairs.
struct Form(&'static str, Vec<u8>, &'static [usize], &'static [Repair]);

const ALL: &[usize] = &[0, 1, 2];

fn utf16(text: &str, big: bool, mark: bool) -> Vec<u8> {
    let mark = mark.then_some(0xfeffu16);
    let units = mark.into_iter().chain(text.encode_utf16());
    units
        .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
        .collect()
}

fn lines(text: &str, each: impl Fn(usize, &str) -> String) -> Vec<u8> {
    let lines: Vec<String> = text
        .lines()
        .enumerate()
        .map(|(index, line)| each(index + 1, line))
        .collect();
    (lines.join("\n") + "\n").into_bytes()
}

fn columns(width: usize) -> Vec<u8> {
    let mut text = String::new();
    for pem in pems() {
        text += "-----BEGIN CERTIFICATE-----\n";
        for line in body(&pem).replace('\n', "").as_bytes().chunks(width) {
            text += std::str::from_utf8(line).unwrap();
            text += "\n";
        }
        text += "-----END CERTIFICATE-----\n";
    }
    text.into_bytes()
}

fn hex(bytes: &[u8], between: &str, prefix: &str) -> String {
    bytes
        .iter()
        .map(|byte| format!("{prefix}{byte:02x}"))
        .collect::<Vec<_>>()
        .join(between)
}

/// openssl's dump format (`BIO_dump`): offset, sixteen bytes with a dash in the middle, text.
fn bio_dump(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (index, row) in bytes.chunks(16).enumerate() {
        let cells: Vec<String> = row.iter().map(|byte| format!("{byte:02x}")).collect();
        let (left, right) = cells.split_at(cells.len().min(8));
        let middle = if right.is_empty() { "" } else { "-" };
        let row: String = row
            .iter()
            .map(|byte| {
                if byte.is_ascii_graphic() {
                    char::from(*byte)
                } else {
                    '.'
                }
            })
            .collect();
        let data = format!("{}{middle}{}", left.join(" "), right.join(" "));
        text += &format!("{:04x} - {data:<47}   {row}\n", index * 16);
    }
    text
}

fn percent(text: &str) -> String {
    text.replace('%', "%25")
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D")
        .replace('\n', "%0A")
        .replace(' ', "%20")
}

fn forms() -> Vec<Form> {
    use Repair::*;
    let chain = text("chain.pem");
    let one = pems();
    let ders: Vec<Vec<u8>> = one.iter().map(|pem| der(pem)).collect();
    let json = |newline: &str| {
        let escaped = |text: &str| text.replace('\n', newline);
        let (leaf, rest) = (escaped(&one[0]), escaped(&one[1..].join("\n")));
        format!("{{\n    \"Certificate\": \"{leaf}\",\n    \"CertificateChain\": \"{rest}{newline}\"\n}}\n")
            .into_bytes()
    };
    let dash = |with: &str| chain.replace("-----", with).into_bytes();
    let flat = |text: &str| body(text).replace('\n', "");
    let labelled = |label: &str| chain.replace("CERTIFICATE", label).into_bytes();
    vec![
        Form("plain", chain.clone().into_bytes(), ALL, &[]),
        Form("no final line end", chain.trim().into(), ALL, &[]),
        Form("CRLF", chain.replace('\n', "\r\n").into(), ALL, &[CarriageReturns]),
        Form("CR", chain.replace('\n', "\r").into(), ALL, &[CarriageReturns]),
        Form("UTF-8 mark", format!("\u{feff}{chain}").into(), ALL, &[]),
        Form("UTF-16LE with mark", utf16(&chain, false, true), ALL, &[]),
        Form("UTF-16BE with mark", utf16(&chain, true, true), ALL, &[]),
        Form("UTF-16LE", utf16(&chain, false, false), ALL, &[]),
        Form(
            "UTF-16BE, CRLF",
            utf16(&chain.replace('\n', "\r\n"), true, false),
            ALL,
            &[CarriageReturns],
        ),
        Form(
            "trailing spaces",
            lines(&chain, |_, line| format!("{line}  ")),
            ALL,
            &[TrailingSpaces],
        ),
        Form(
            "blank lines between lines",
            chain.replace('\n', "\n\n").into(),
            ALL,
            &[BlankLines],
        ),
        Form(
            "indented by spaces",
            lines(&chain, |_, line| format!("    {line}")),
            ALL,
            &[Indentation],
        ),
        Form(
            "indented by tabs",
            lines(&chain, |_, line| format!("\t\t{line}")),
            ALL,
            &[Indentation],
        ),
        Form(
            "quoted",
            lines(&chain, |_, line| format!("> {line}")),
            ALL,
            &[QuoteMarks],
        ),
        Form(
            "quoted twice",
            lines(&chain, |_, line| format!("> > {line}")),
            ALL,
            &[QuoteMarks],
        ),
        Form(
            "quoted twice, tight",
            lines(&chain, |_, line| format!(">>{line}")),
            ALL,
            &[QuoteMarks],
        ),
        Form(
            "commented",
            lines(&chain, |_, line| format!("# {line}")),
            ALL,
            &[QuoteMarks],
        ),
        Form(
            "numbered 12:",
            lines(&chain, |number, line| format!("{number}: {line}")),
            ALL,
            &[LineNumbers],
        ),
        Form(
            "numbered 12 |",
            lines(&chain, |number, line| format!("{number:>3} | {line}")),
            ALL,
            &[LineNumbers],
        ),
        Form(
            "cat -n",
            lines(&chain, |number, line| format!("{number:>6}\t{line}")),
            ALL,
            &[LineNumbers],
        ),
        Form(
            "nl, spaces",
            lines(&chain, |number, line| format!("{number:>4}  {line}")),
            ALL,
            &[LineNumbers],
        ),
        Form("aws acm get-certificate", json("\\n"), ALL, &[EscapedNewlines]),
        Form("JSON, CRLF", json("\\r\\n"), ALL, &[EscapedNewlines]),
        Form("JSON in JSON", json("\\\\n"), ALL, &[EscapedNewlines]),
        Form(
            "JSON, slashes escaped",
            String::from_utf8(json("\\n")).unwrap().replace('/', "\\/").into(),
            ALL,
            &[EscapedNewlines],
        ),
        Form("JSON, \\u escapes", json("\\u000a"), ALL, &[EscapedNewlines]),
        Form("one line, spaces", chain.replace('\n', " ").into(), ALL, &[OneLine]),
        Form("one line, nothing", chain.replace('\n', "").into(), ALL, &[OneLine]),
        Form("76 columns", columns(76), ALL, &[LineWidth]),
        Form("1 column", columns(1), ALL, &[LineWidth]),
        Form("13 columns", columns(13), ALL, &[LineWidth]),
        Form("unwrapped", columns(100_000), ALL, &[LineWidth]),
        Form("em dashes", dash("—–"), ALL, &[TypographicDashes]),
        Form("Medium's dashes", dash("— — -"), ALL, &[TypographicDashes]),
        Form("en dashes", dash("–––––"), ALL, &[TypographicDashes]),
        Form("hyphens U+2010", dash("‐‐‐‐‐"), ALL, &[TypographicDashes]),
        Form("minus U+2212", dash("−−−−−"), ALL, &[TypographicDashes]),
        Form("four dashes", dash("----"), ALL, &[MissingDashes]),
        Form(
            "markdown-escaped",
            chain
                .replace("-----BEGIN", "\\-----BEGIN")
                .replace("-----END", "\\-----END")
                .into(),
            ALL,
            &[MarkdownEscapes],
        ),
        Form(
            "backticks",
            lines(&chain, |_, line| format!("`{line}`")),
            ALL,
            &[MarkdownEscapes],
        ),
        Form("code fence", format!("```\n{chain}```\n").into(), ALL, &[]),
        Form(
            "HTML pre",
            format!("<html><pre>{}</pre></html>", chain.replace('+', "&#43;")).into(),
            ALL,
            &[HtmlMarkup],
        ),
        Form(
            "HTML br",
            format!("<p>{}</p>", chain.replace('\n', "<br>")).into(),
            ALL,
            &[HtmlMarkup],
        ),
        Form(
            "HTML br with lines",
            chain.replace('\n', "<br/>\r\n").into(),
            ALL,
            &[CarriageReturns, HtmlMarkup],
        ),
        Form("X509 CERTIFICATE", labelled("X509 CERTIFICATE"), ALL, &[]),
        Form("another label", labelled("CERT"), ALL, &[]),
        Form("TRUSTED CERTIFICATE", fixture("trusted.pem"), &[0], &[]),
        Form("PKCS7", fixture("pkcs7.pem"), ALL, &[]),
        Form("CMS", text("pkcs7.pem").replace("PKCS7", "CMS").into(), ALL, &[]),
        Form(
            "PKCS #7 SIGNED DATA",
            text("pkcs7.pem").replace("PKCS7", "PKCS #7 SIGNED DATA").into(),
            ALL,
            &[],
        ),
        Form(
            "PKCS#7 labelled CERTIFICATE",
            text("pkcs7.pem").replace("PKCS7", "CERTIFICATE").into(),
            ALL,
            &[],
        ),
        Form("PKCS#7 DER", fixture("chain.p7b"), ALL, &[]),
        Form(
            "PKCS#7 base64",
            BASE64_STANDARD.encode(fixture("chain.p7b")).into(),
            ALL,
            &[BareBase64],
        ),
        Form("Bag Attributes", fixture("pkcs12-bags.txt"), &[0, 1], &[]),
        Form(
            "headers inside",
            chain
                .replace("CERTIFICATE-----\nMII", "CERTIFICATE-----\nX-Note: a\nY-Note: b\n\nMII")
                .into(),
            ALL,
            &[BlankLines, PemHeaders],
        ),
        Form("bare base64", flat(&one[0]).into(), &[0], &[BareBase64]),
        Form("bare base64, wrapped", body(&one[0]).into(), &[0], &[BareBase64]),
        Form(
            "bare base64, several",
            one.iter().map(|pem| flat(pem)).collect::<Vec<_>>().join("\n").into(),
            ALL,
            &[BareBase64],
        ),
        Form(
            "bare base64, several, wrapped",
            one.iter().map(|pem| body(pem)).collect::<Vec<_>>().join("\n\n").into(),
            ALL,
            &[BlankLines, BareBase64],
        ),
        Form(
            "bare base64, several, padding lost",
            one.iter()
                .map(|pem| body(pem).replace('=', ""))
                .collect::<Vec<_>>()
                .join("\n")
                .into(),
            ALL,
            &[BareBase64],
        ),
        Form(
            "base64 of concatenated DER",
            BASE64_STANDARD.encode(ders.concat()).into(),
            ALL,
            &[BareBase64],
        ),
        Form(
            "base64 in XML",
            format!("<X509Certificate>{}</X509Certificate>", body(&one[1])).into(),
            &[1],
            &[BareBase64],
        ),
        Form(
            "base64 in JSON (x5c)",
            format!("{{\"x5c\":[\"{}\",\"{}\"]}}", flat(&one[0]), flat(&one[1])).into(),
            &[0, 1],
            &[BareBase64],
        ),
        Form(
            "data URI",
            format!("data:application/x-x509-ca-cert;base64,{}", flat(&one[2])).into(),
            &[2],
            &[BareBase64],
        ),
        Form(
            "kubectl secret",
            format!(
                "apiVersion: v1\ndata:\n  ca.crt: {}\n  tls.crt: {}\nkind: Secret\n",
                BASE64_STANDARD.encode(&one[2]),
                BASE64_STANDARD.encode(one[..2].join("\n"))
            )
            .into(),
            &[2, 0, 1],
            &[EncodedPem],
        ),
        Form("hex", hex(&ders[0], "", "").into(), &[0], &[Hex]),
        Form(
            "hex, colons",
            hex(&ders[0], ":", "").to_uppercase().into(),
            &[0],
            &[Hex],
        ),
        Form("hex, spaces", hex(&ders[0], " ", "").into(), &[0], &[Hex]),
        Form("hex, 0x", hex(&ders[0], ", ", "0x").into(), &[0], &[Hex]),
        Form("hex, \\x", hex(&ders[0], "", "\\x").into(), &[0], &[Hex]),
        Form(
            "hex, wrapped",
            lines(&hex(&ders[1], "\n", ""), |_, line| line.to_owned()),
            &[1],
            &[Hex],
        ),
        Form(
            "hex, several",
            ders.iter()
                .map(|der| hex(der, "", ""))
                .collect::<Vec<_>>()
                .join("\n")
                .into(),
            ALL,
            &[Hex],
        ),
        Form("xxd", fixture("xxd.txt"), &[1], &[HexDump]),
        Form("hexdump -C", fixture("hexdump.txt"), &[1], &[HexDump]),
        Form("openssl dump", bio_dump(&ders[1]).into(), &[1], &[HexDump]),
        Form("DER", ders[0].clone(), &[0], &[]),
        Form("DER, several", ders.concat(), ALL, &[]),
        Form(
            "DER, then PEM",
            [&ders[0][..], b"\n", one[1].as_bytes()].concat(),
            &[0, 1],
            &[],
        ),
        Form(
            "PEM, then DER, then PEM",
            [one[0].as_bytes(), b"\n", &ders[1], b"\n", one[2].as_bytes()].concat(),
            ALL,
            &[BinaryInText],
        ),
        Form("x509 -text", fixture("x509-text.txt"), &[0], &[]),
        Form("keytool -rfc", fixture("keytool-rfc.txt"), &[1, 2], &[CarriageReturns]),
        Form(
            "nginx",
            format!("ssl_certificate <<EOF;\n{chain}EOF\nlisten 443 ssl; # BEGIN of server\n").into(),
            ALL,
            &[],
        ),
        Form(
            "terraform heredoc",
            format!(
                "certificate = <<-EOT\n{}  EOT\n",
                String::from_utf8(lines(&chain, |_, line| format!("      {line}"))).unwrap()
            )
            .into(),
            ALL,
            &[Indentation],
        ),
        Form(
            "Java strings",
            lines(&chain, |_, line| format!("    \"{line}\\n\" +")),
            ALL,
            &[Indentation, EscapedNewlines, StringQuotes],
        ),
        Form(
            "JavaScript array",
            lines(&chain, |_, line| format!("  '{line}',")),
            ALL,
            &[Indentation, StringQuotes],
        ),
        Form(
            "shell continuation",
            lines(&chain, |_, line| format!("{line} \\")),
            ALL,
            &[],
        ),
        Form("percent-encoded", percent(&chain).into(), ALL, &[PercentEncoding]),
        Form(
            "quoted-printable",
            String::from_utf8(columns(100_000))
                .unwrap()
                .lines()
                .map(|line| {
                    let line = line.replace('=', "=3D");
                    line.as_bytes()
                        .chunks(75)
                        .map(|part| std::str::from_utf8(part).unwrap())
                        .collect::<Vec<_>>()
                        .join("=\r\n")
                        + "\r\n"
                })
                .collect::<String>()
                .into(),
            ALL,
            &[CarriageReturns, LineWidth, QuotedPrintable],
        ),
        Form(
            "END missing",
            chain.replacen("-----END CERTIFICATE-----\n", "", 1).into(),
            ALL,
            &[EndMarkerMissing],
        ),
        Form(
            "last END missing",
            chain.trim_end().trim_end_matches("-----END CERTIFICATE-----").into(),
            ALL,
            &[EndMarkerMissing],
        ),
        Form(
            "END broken",
            chain.replacen("-----END CERT", "-----ED CERT", 1).into(),
            ALL,
            &[EndMarkerMissing],
        ),
        Form(
            "BEGIN missing",
            chain.replacen("-----BEGIN CERTIFICATE-----\n", "", 1).into(),
            ALL,
            &[BeginMarkerMissing, BareBase64],
        ),
        Form(
            "stray characters",
            chain.replacen("MII", "MI\u{2026}I", 1).into(),
            ALL,
            &[StrayCharacters],
        ),
        Form(
            "about:certificate",
            format!(
                "about:certificate?cert={}&cert={}",
                percent(&flat(&one[0])),
                percent(&flat(&one[1]))
            )
            .into(),
            &[0, 1],
            &[PercentEncoding],
        ),
        Form(
            "asn1js base64",
            format!("https://lapo.it/asn1js/#{}", flat(&one[0])).into(),
            &[0],
            &[],
        ),
        Form(
            "asn1js base64url",
            format!(
                "https://lapo.it/asn1js/#{}",
                flat(&one[0]).replace('+', "-").replace('/', "_").replace('=', "")
            )
            .into(),
            &[0],
            &[],
        ),
        Form(
            "asn1js hex",
            format!("https://lapo.it/asn1js/#{}", hex(&ders[0], "", "")).into(),
            &[0],
            &[Hex],
        ),
        Form(
            "CyberChef PEM",
            format!(
                "https://gchq.github.io/CyberChef/#recipe=Parse_X.509_certificate('PEM')&input={}",
                BASE64_STANDARD.encode(&chain).replace('=', "")
            )
            .into(),
            ALL,
            &[],
        ),
        Form(
            "CyberChef base64",
            format!(
                "https://gchq.github.io/CyberChef/#recipe=From_Base64('x')&input={}",
                BASE64_STANDARD.encode(flat(&one[0]))
            )
            .into(),
            &[0],
            &[BareBase64],
        ),
        Form(
            "CyberChef hex",
            format!(
                "https://gchq.github.io/CyberChef/#recipe=From_Hex()&input={}",
                BASE64_STANDARD.encode(hex(&ders[0], "", ""))
            )
            .into(),
            &[0],
            &[Hex],
        ),
        Form("s_client 3.0", fixture("s_client-3.0-showcerts.txt"), &[0, 1], &[]),
        Form(
            "s_client 3.0, TLS 1.2",
            fixture("s_client-3.0-tls12-showcerts.txt"),
            &[0, 1],
            &[],
        ),
        Form(
            "s_client 3.0, Windows",
            text("s_client-3.0-showcerts.txt").replace('\n', "\r\n").into(),
            &[0, 1],
            &[CarriageReturns],
        ),
        Form(
            "s_client 3.0, PowerShell",
            utf16(&text("s_client-3.0-showcerts.txt").replace('\n', "\r\n"), false, true),
            &[0, 1],
            &[CarriageReturns],
        ),
        Form("s_client 0.9.8", fixture("s_client-0.9.8-showcerts.txt"), &[0, 1], &[]),
        Form("s_client 1.0", fixture("s_client-1.0-showcerts.txt"), &[0, 1], &[]),
        Form("s_client 1.1", fixture("s_client-1.1-showcerts.txt"), &[0, 1], &[]),
        Form(
            "s_client LibreSSL",
            fixture("s_client-libressl-showcerts.txt"),
            &[0, 1],
            &[],
        ),
    ]
}

#[test]
fn every_form_alone() {
    let mut wrong = Vec::new();
    for Form(name, input, expected, notes) in forms() {
        let ingested = read(input);
        let (got, made) = (found(&ingested), repairs(&ingested));
        if got != expected || made != notes || !ingested.dropped.is_empty() {
            wrong.push(format!("{name}: {got:?} {made:?} {:?}", ingested.dropped));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Places every text format before, between and after plain blocks, at an offset.
#[test]
fn every_form_among_others() {
    let one = pems();
    let mut wrong = Vec::new();
    for Form(name, input, expected, _) in forms() {
        // UTF-16 and binary formats cover a whole file.
        if name.starts_with("UTF-16") || name.contains("PowerShell") || name.contains("DER") && !name.contains("base64")
        {
            continue;
        }
        // A format truncated at its end would swallow the following text.
        let after = if name.contains("last END") {
            String::new()
        } else {
            format!("\nand then\n{}\nbye", one[1])
        };
        let input = String::from_utf8(input).unwrap();
        let mixed = format!("hello, here is it\n{}\nand\n{input}{after}", one[2]);
        let expected: Vec<usize> = [2]
            .into_iter()
            .chain(expected.iter().copied())
            .chain((!after.is_empty()).then_some(1))
            .collect();
        let ingested = read(mixed);
        let got = found(&ingested);
        if got != expected || !ingested.dropped.is_empty() {
            wrong.push(format!("{name}: {got:?}, not {expected:?}; {:?}", ingested.dropped));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ber_with_indefinite_lengths() {
    let ingested = read(fixture("streamed-ber.p7s"));
    let mut got = found(&ingested);
    got.sort_unstable();
    assert_eq!(got, ALL, "a DER encoder sorts a set by content");
    assert!(matches!(
        ingested.notes[0],
        InputNote::UnorderedSet {
            certificates: 3,
            ber: true,
            ..
        }
    ));
    assert!(ingested.dropped.is_empty());
    let encoded = read(BASE64_STANDARD.encode(fixture("streamed-ber.p7s")));
    assert_eq!(found(&encoded).len(), 3, "{:?}", encoded.dropped);
}

#[test]
fn places_are_exact() {
    let ingested = read(format!("x\n\n{}", text("chain.pem")));
    let places: Vec<(u32, u32)> = ingested
        .blocks
        .iter()
        .map(|block| (block.source.offset, block.source.at.line))
        .collect();
    let chain = format!("x\n\n{}", text("chain.pem"));
    for (offset, line) in places {
        let before = &chain[..offset as usize];
        assert!(chain[offset as usize..].starts_with("-----BEGIN"));
        assert_eq!(before.matches('\n').count() + 1, line as usize);
    }
    assert_eq!(ingested.blocks[0].source.label.as_deref(), Some("CERTIFICATE"));
    assert_eq!(read(fixture("chain.p7b")).blocks[0].source.container, Container::Pkcs7);
}

#[test]
fn notes_carry_their_numbers() {
    let ingested = read(lines(&text("chain.pem"), |_, line| format!("    {line}")));
    let expected = |note: &InputNote| {
        matches!(
            note,
            InputNote::Repaired {
                repair: Repair::Indentation,
                blocks: 3,
                columns: Some(4),
                ..
            }
        )
    };
    assert!(ingested.notes.iter().any(expected), "{:?}", ingested.notes);
    let ingested = read(columns(76));
    let expected = |note: &InputNote| {
        matches!(
            note,
            InputNote::Repaired {
                repair: Repair::LineWidth,
                columns: Some(76),
                ..
            }
        )
    };
    assert!(ingested.notes.iter().any(expected));
    let ingested = read(fixture("trusted.pem"));
    assert!(matches!(ingested.notes[0], InputNote::TrustSettingsDropped { .. }));
    let ingested = read(text("chain.pem").replace("CERTIFICATE", "X509 CERTIFICATE"));
    assert!(matches!(&ingested.notes[0], InputNote::UnusualLabel { label, .. } if label == "X509 CERTIFICATE"));
    let link = read(format!(
        "about:certificate?cert={}",
        percent(&body(&pems()[0]).replace('\n', ""))
    ));
    let expected = |note: &InputNote| {
        matches!(
            note,
            InputNote::Link {
                tool: LinkTool::AboutCertificate,
                ..
            }
        )
    };
    assert!(link.notes.iter().any(expected), "{:?}", link.notes);
    let noise = read(fixture("s_client-3.0-showcerts.txt"));
    let expected = |note: &InputNote| {
        matches!(
            note,
            InputNote::IgnoredLines {
                count: 20..,
                kind: NoiseKind::OpensslOutput,
                ..
            }
        )
    };
    assert!(noise.notes.iter().any(expected), "{:?}", noise.notes);
}

#[test]
fn several_files_are_one_input() {
    let one = pems();
    let files: Vec<(String, bytes::Bytes)> = vec![
        ("root.der".to_owned(), der(&one[2]).into()),
        ("leaf.pem".to_owned(), one[0].clone().into()),
        ("leaf.csr".to_owned(), fixture("leaf.csr").into()),
    ];
    let ingested = ingest_files(&files, &Default::default());
    assert_eq!(found(&ingested), [2, 0]);
    assert_eq!(ingested.blocks[1].source.at.file, Some(1));
    assert_eq!(ingested.dropped[0].at.file, Some(2));
    assert_eq!(ingested.files.len(), 3);
}
