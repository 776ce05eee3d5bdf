//! PEM blocks with something around each line: logs, source code, diffs.

use sslengine_doctor::ingest::{DropReason, InputNote, Repair};

use super::{body, der, found, pems, read, repairs, text};

/// The lines of the chain, each changed.
fn each(change: impl Fn(usize, &str) -> String) -> String {
    let chain = text("chain.pem");
    let lines = chain.trim_end().lines().enumerate();
    lines.map(|(number, line)| change(number, line) + "\n").collect()
}

pub(super) fn with(before: &str, text: &str) -> String {
    text.lines().map(|line| format!("{before}{line}\n")).collect()
}

fn is_diff(ingested: &sslengine_doctor::ingest::Ingested) -> bool {
    ingested.notes.iter().any(|note| matches!(note, InputNote::Diff { .. }))
}

/// Asserts that the input gives these certificates, with nothing dropped.
fn assert_read(name: &str, input: String, expected: &[usize], diff: bool) {
    let ingested = read(input.clone());
    assert_eq!(found(&ingested), expected, "{name}: {:?}\n{input}", ingested.dropped);
    assert_eq!(ingested.dropped, [], "{name}");
    assert_eq!(is_diff(&ingested), diff, "{name}");
    // The same with Windows line ends.
    let ingested = read(input.replace('\n', "\r\n"));
    assert_eq!(found(&ingested), expected, "{name}, CRLF: {:?}", ingested.dropped);
}

#[test]
fn what_logs_put_in_front_of_lines() {
    let levels = ["INFO ", "WARN ", "DEBUG"];
    for (name, input) in [
        ("docker compose", each(|_, line| format!("web-1       | {line}"))),
        (
            "kubectl",
            each(|_, line| format!("[pod/web-7d9f8b6c5-x2x4z/web] {line}")),
        ),
        (
            "kubectl with times",
            each(|at, line| {
                format!(
                    "[pod/web-7d9f8b6c5-x2x4z/web] 2026-03-25T08:20:11.{}Z {line}",
                    at * at * 7
                )
            }),
        ),
        (
            "docker logs -t",
            each(|at, line| format!("2026-03-25T08:20:11.{:09}Z {line}", at * 12_345)),
        ),
        (
            "journald",
            each(|at, line| format!("Mar {:2} 08:20:11 ip-10-0-1-7 app[{at}]: {line}", at / 10 + 5)),
        ),
        (
            "syslog",
            each(|_, line| format!("<13>1 2026-03-25T08:20:11Z host app 12 - - {line}")),
        ),
        ("Maven", each(|_, line| format!("[INFO] {line}"))),
        (
            "Gradle",
            each(|_, line| format!("2026-03-25T08:20:11.123+0000 [QUIET] [system.out] {line}")),
        ),
        ("BuildKit", each(|at, line| format!("#12 {}.345 {line}", at))),
        (
            "Go",
            each(|at, line| format!("2026/03/25 08:20:{:02} main.go:{}: {line}", at % 60, at + 9)),
        ),
        (
            "Spring",
            each(|at, line| format!("2026-03-25 08:20:11.{at:03}  INFO 1 --- [   main] c.e.App     : {line}")),
        ),
        (
            "levels",
            each(|at, line| format!("{} [main] app: {line}", levels[at % 3])),
        ),
        (
            "levels with a dash",
            each(|at, line| format!("{} app - {line}", levels[at % 3])),
        ),
        ("git", each(|_, line| format!("remote: {line}"))),
        (
            "GitHub Actions",
            each(|at, line| format!("build\tRun\t2026-03-25T08:20:11.{at:07}Z {line}")),
        ),
        (
            "Jenkins",
            each(|at, line| format!("[2026-03-25T08:20:11.{at:03}Z] {line}")),
        ),
        ("no space", each(|_, line| format!("app[1]:{line}"))),
        (
            "json-file",
            each(|at, line| format!("{{\"log\":\"{line}\\n\",\"stream\":\"stdout\",\"time\":\"{at}\"}}")),
        ),
        (
            "JSON",
            each(|at, line| format!("{{\"time\":\"{at}\",\"level\":\"info\",\"msg\":\"{line}\"}}")),
        ),
        (
            "logfmt",
            each(|_, line| format!("time=2026-03-25T08:20:11Z level=info msg=\"{line}\"")),
        ),
        ("grep", each(|at, line| format!("a/b.pem:{at}:{line}"))),
        (
            "grep -A",
            each(|at, line| format!("{at}{}{line}", if line.contains("BEGIN") { ':' } else { '-' })),
        ),
        (
            "first line only",
            format!(
                "2026-03-25 08:20:11.123  INFO 1 --- [main] c.e.App : {}",
                text("chain.pem")
            ),
        ),
    ] {
        assert_read(name, input, &[0, 1, 2], false);
    }
    assert_eq!(
        repairs(&read(each(|_, line| format!("web | {line}")))),
        [Repair::LinePrefixes]
    );
}

/// The lines as a cell of a table that psql prints: padded to 64 characters, then the sign.
fn psql(first: &str, others: &str, sign: &str, after: &str) -> String {
    let chain = text("chain.pem");
    let last = chain.trim_end().lines().count() - 1;
    let rows = chain.trim_end().lines().enumerate().map(|(at, line)| {
        let before = if at == 0 { first } else { others };
        let sign = if at == last { " " } else { sign };
        format!("{before}{line:64}{sign}{after}\n")
    });
    rows.collect()
}

#[test]
fn cells_of_tables() {
    let rule = "-".repeat(66);
    for (name, input) in [
        (
            "one column",
            format!("                  pem\n{rule}\n{}(1 row)\n", psql(" ", " ", "+", "")),
        ),
        (
            "several columns",
            format!(
                " id | name | pem | n\n----+------+{rule}+---\n{}(1 row)\n",
                psql("  1 | é    | ", "    |      | ", "+", "| 7")
            ),
        ),
        (
            "several lines in another cell",
            psql("  1 | a   +| ", "    | b   +| ", "+", "|"),
        ),
        (
            "records",
            format!("-[ RECORD 1 ]-----\nid  | 1\n{}", psql("pem | ", "    | ", "+", "")),
        ),
        ("Unicode", psql("│  1 │ ", "│    │ ", "↵", "│")),
        ("Markdown", psql("| pem | ", "|     | ", " ", "|")),
        (
            "MySQL",
            format!(
                "+----+-----+\n| id | pem |\n| 1  | {} |\n",
                text("chain.pem").trim_end()
            ),
        ),
    ] {
        assert_read(name, input, &[0, 1, 2], false);
    }
    assert_eq!(
        repairs(&read(psql("  1 | ", "    | ", "+", ""))),
        [Repair::LinePrefixes]
    );
}

#[test]
fn colors() {
    for (name, input) in [
        ("green", each(|_, line| format!("\x1b[32m{line}"))),
        (
            "with reset",
            each(|_, line| format!("\x1b[1;38;5;10m{line}\x1b[0m\x1b[K")),
        ),
        ("caret", each(|_, line| format!("^[[32m{line}^[[0m"))),
        ("JSON", each(|_, line| format!("\\u001b[32m{line}\\u001b[0m"))),
        ("shell", each(|_, line| format!("\\033[32m{line}\\033[0m"))),
        ("rsyslog", each(|_, line| format!("#033[32m{line}#033[0m"))),
        ("without the escape character", each(|_, line| format!("[32m{line}[0m"))),
        (
            "inside a line",
            each(|_, line| format!("{}\x1b[0m{}", &line[..20.min(line.len())], &line[20.min(line.len())..])),
        ),
        ("name", each(|_, line| format!("\x1b[36mweb-1  |\x1b[0m {line}"))),
    ] {
        let input = input.replace("-----BEGIN CERTIFIC\x1b[0mATE", "-----BEGIN CERTIFICATE");
        assert_read(name, input, &[0, 1, 2], false);
    }
    assert_eq!(
        repairs(&read(each(|_, line| format!("\x1b[32m{line}")))),
        [Repair::ColorCodes]
    );
}

#[test]
fn lines_of_others_between() {
    let one = pems();
    // Other lines of the same log.
    let input = with("web-1  | ", &one[0]).replace('\n', "\ndb-1   | LOG:  checkpoint complete\ndb-1   | ready\n");
    assert_read("another container", input, &[0], false);
    // Two containers that print at the same time.
    let (first, second) = (with("web-1  | ", &one[0]), with("db-1   | ", &one[1]));
    let mut lines: Vec<&str> = Vec::new();
    let (mut left, mut right) = (first.lines(), second.lines());
    loop {
        let pair = [left.next(), right.next()];
        if pair == [None, None] {
            break;
        }
        lines.extend(pair.into_iter().flatten());
    }
    let input = lines.join("\n");
    let ingested = read(input.clone());
    assert_eq!(found(&ingested), [0, 1], "{:?}\n{input}", ingested.dropped);
    assert_eq!(ingested.blocks[1].source.at.line, 2);
}

#[test]
fn source_code() {
    let one = pems();
    let code = |first: &str, middle: &str, last: &str| {
        let count = one[0].lines().count();
        let line = |(number, text): (usize, &str)| {
            let form = match number {
                0 => first,
                _ if number + 1 == count => last,
                _ => middle,
            };
            form.replace("%s", text) + "\n"
        };
        one[0].lines().enumerate().map(line).collect::<String>()
    };
    for (name, first, middle, last) in [
        ("Java", "s = \"%s\\n\" +", "  \"%s\\n\" +", "  \"%s\\n\";"),
        ("Java, in front", "s =\n  \"%s\\n\"", "  + \"%s\\n\"", "  + \"%s\\n\";"),
        ("Java, at the margin", "+ \"%s\\n\"", "+ \"%s\\n\"", "+ \"%s\\n\";"),
        (
            "Java, separator",
            "s = \"%s\" + System.lineSeparator() +",
            "\"%s\" + System.lineSeparator() +",
            "\"%s\";",
        ),
        (
            "append",
            "b.append(\"%s\\n\");",
            "b.append(\"%s\\n\");",
            "b.append(\"%s\\n\");",
        ),
        (
            "append twice",
            "b.append(\"%s\").append('\\n')",
            ".append(\"%s\").append('\\n')",
            ".append(\"%s\");",
        ),
        (
            "println",
            "System.out.println(\"%s\");",
            "System.out.println(\"%s\");",
            "System.out.println(\"%s\");",
        ),
        (
            "C#",
            "var s = @\"%s\" + Environment.NewLine",
            "  + \"%s\" + Environment.NewLine",
            "  + \"%s\";",
        ),
        ("Go", "fmt.Sprintln(\"%s\",", "  \"%s\",", "  \"%s\")"),
        ("Go, raw", "x := `%s` + \"\\n\" +", "`%s` + \"\\n\" +", "`%s`"),
        (
            "Basic",
            "s = \"%s\" & vbCrLf & _",
            "    \"%s\" & vbCrLf & _",
            "    \"%s\"",
        ),
        (
            "Basic, again",
            "s = \"%s\" & vbLf",
            "s = s & \"%s\" & vbLf",
            "s = s & \"%s\"",
        ),
        ("SQL", "v := '%s' || CHR(10) ||", "  '%s' || CHR(10) ||", "  '%s';"),
        (
            "SQL, in front",
            "SELECT '%s'",
            "  || chr(10) || '%s'",
            "  || chr(10) || '%s'",
        ),
        ("PHP", "$s = '%s' . \"\\n\" .", "  '%s' . \"\\n\" .", "  '%s';"),
        ("PHP, in front", "$s = \"%s\\n\"", "  . \"%s\\n\"", "  . \"%s\\n\";"),
        ("Python", "s = ('%s\\n'", "     '%s\\n'", "     '%s\\n')"),
        ("Python bytes", "b'%s\\n'", "b'%s\\n'", "b'%s\\n'"),
        ("JavaScript", "const s = ['%s',", "  '%s',", "  '%s'].join('\\n')"),
        (
            "C++",
            "out << \"%s\" << std::endl",
            "    << \"%s\" << std::endl",
            "    << \"%s\" << std::endl;",
        ),
        ("shell", "echo '%s' > a.pem", "echo '%s' >> a.pem", "echo '%s' >> a.pem"),
        ("batch", "echo %s> a.pem", "echo %s>> a.pem", "echo %s>> a.pem"),
        ("printf", "printf '%b\\n' '%s' \\", "  '%s' \\", "  '%s'"),
        ("macro", "#define S \"%s\\n\" \\", "  \"%s\\n\" \\", "  \"%s\\n\""),
        (
            "escaped",
            "x = \\\"%s\\\\n\\\" +",
            "  \\\"%s\\\\n\\\" +",
            "  \\\"%s\\\"",
        ),
    ] {
        assert_read(name, code(first, middle, last), &[0], false);
    }
    let joined = one[0].replace('\n', "\\n\" + \"");
    assert_read("one line", format!("x = \"{joined}\";"), &[0], false);
    assert_read(
        "one array",
        format!("['{}\\n']", one[0].replace('\n', "\\n', '")),
        &[0],
        false,
    );
}

/// The new side of a diff is read, and the note says so.
#[test]
fn diffs() {
    let one = pems();
    let (old, new) = (&one[0], &one[1]);
    let middle = |sign: &str, pem: &str| with(sign, &body(pem));
    let (begin, end) = ("-----BEGIN CERTIFICATE-----\n", "-----END CERTIFICATE-----\n");
    let both = with("-", old) + &with("+", new);
    let header = "diff --git a/x b/x\nindex 1..2 100644\n--- a/x\n+++ b/x\n@@ -1,20 +1,20 @@ x\n";
    let color = |code: &str, text: &str| -> String {
        text.lines()
            .map(|line| format!("\x1b[{code}m{}\x1b[m\x1b[{code}m{}\x1b[m\n", &line[..1], &line[1..]))
            .collect()
    };
    let escaped = |pem: &str| format!("{}\\n", pem.replace('\n', "\\n"));
    for (name, input) in [
        ("git", format!("{header}{both}")),
        (
            "git, colors",
            format!(
                "{header}{}{}",
                color("31", &with("-", old)),
                color("32", &with("+", new))
            ),
        ),
        ("git, in a quotation", with("> ", &format!("{header}{both}"))),
        ("git, indented", with("    ", &format!("{header}{both}"))),
        (
            "svn",
            format!("Index: x\n=====\n--- x\t(revision 1)\n+++ x\t(working copy)\n@@ -1,20 +1,20 @@\n{both}"),
        ),
        (
            "markers unchanged",
            format!("{header} {begin}{}{} {end}", middle("-", old), middle("+", new)),
        ),
        (
            "two old sides",
            format!(
                "@@@ -1,20 -1,20 +1,20 @@@\n{}{}{}",
                with("- ", old),
                with(" -", old),
                with("++", new)
            ),
        ),
        ("without a header", both.clone()),
        ("added lines only", with("+", new)),
        (
            "a new file",
            format!("--- /dev/null\n+++ b/x\n@@ -0,0 +1,20 @@\n{}", with("+", new)),
        ),
        (
            "markers unchanged, without a header",
            format!(" {begin}{}{} {end}", middle("-", old), middle("+", new)),
        ),
        (
            "the same, trimmed",
            format!("{begin}{}{}{end}", middle("-", old), middle("+", new)),
        ),
        (
            "without options",
            format!("1,20c1,20\n{}---\n{}", with("< ", old), with("> ", new)),
        ),
        ("without options, added", format!("0a1,20\n{}", with("> ", new))),
        (
            "source code",
            format!(
                "{}{}",
                with("-    + \"", &escaped(old)),
                with("+    + \"", &escaped(new))
            ),
        ),
        (
            "Terraform",
            format!(
                "  ~ x = <<-EOT\n{}{}        EOT\n",
                with("          - ", old),
                with("          + ", new)
            ),
        ),
        (
            "Terraform, markers unchanged",
            format!(
                "  ~ x = <<-EOT\n            {begin}{}{}            {end}        EOT\n",
                middle("          - ", old),
                middle("          + ", new)
            ),
        ),
        (
            "Terraform, one line",
            format!(
                "  ~ x = \"{}\" -> \"{}\" # forces replacement\n",
                escaped(old),
                escaped(new)
            ),
        ),
        (
            "Terraform, old",
            format!(
                "  x: \"{0}{0}\" => \"{1}\" (forces new resource)\n",
                escaped(old),
                escaped(new)
            ),
        ),
        ("Atlantis", with("-           ", old) + &with("+           ", new)),
    ] {
        assert_read(name, input, &[1], true);
    }
    // Without markers: secrets and bare base64.
    use base64::prelude::{BASE64_STANDARD, Engine as _};
    let secret = |pem: &str| BASE64_STANDARD.encode(pem);
    let input = format!(
        "@@ -1,3 +1,3 @@\n data:\n-  tls.crt: {}\n+  tls.crt: {}\n",
        secret(old),
        secret(new)
    );
    assert_read("secret", input, &[1], true);
    assert_read("base64", middle("-", old) + &middle("+", new), &[1], true);
    // Unchanged lines belong to the new side.
    let input = format!("{header}{}{both}", with(" ", &one[2]));
    assert_read("a context", input, &[2, 1], true);
}

#[test]
fn what_is_no_diff() {
    let one = pems();
    let chain = one.join("\n");
    assert_read("a quotation", with("> ", &chain), &[0, 1, 2], false);
    assert_read("a list", with("  - ", &chain), &[0, 1, 2], false);
    assert_read("a list at the margin", with("- ", &chain), &[0, 1, 2], false);
    assert_read(
        "a new resource",
        format!("  + x = <<-EOT\n{}    EOT", with("        ", &one[0])),
        &[0],
        false,
    );
    assert_read(
        "operators",
        with("  + ", &one[0]).replace("+ ", "+ \"").replace('\n', "\\n\"\n"),
        &[0],
        false,
    );
}

/// Nothing is left to check on the new side.
#[test]
fn a_removed_certificate_is_not_read() {
    let one = pems();
    for input in [
        format!("--- a/x\n+++ /dev/null\n@@ -1,20 +0,0 @@\n{}", with("-", &one[0])),
        format!("  - x = \"{}\\n\" -> null\n", one[0].replace('\n', "\\n")),
        format!("1,20d0\n{}", with("< ", &one[0])),
    ] {
        let ingested = read(input.clone());
        assert!(found(&ingested).is_empty(), "{input}");
        assert!(is_diff(&ingested), "{input}");
    }
}

/// Places in the report are those in the input.
#[test]
fn places_are_those_of_the_input() {
    let one = pems();
    let input = format!("x\n@@ -1,2 +1,2 @@\n{}{}", with("-", &one[0]), with("+", &one[1]));
    let ingested = read(input.clone());
    let at = input.find("+-----BEGIN").unwrap() + 1;
    assert_eq!(ingested.blocks[0].source.offset as usize, at);
    let line = input[..at].matches('\n').count() + 1;
    assert_eq!(ingested.blocks[0].source.at.line as usize, line);
    // A fault behind a prefix.
    let mut lines: Vec<String> = one[0].lines().map(str::to_owned).collect();
    lines[3].replace_range(9..10, "*");
    let prefix = "\x1b[36mweb |\x1b[0m ";
    let ingested = read(with(prefix, &lines.join("\n")));
    let [dropped] = &ingested.dropped[..] else {
        panic!("{:?}", ingested.dropped)
    };
    assert_eq!(dropped.at.line, 1);
    let column = u32::try_from(prefix.len() + 10).unwrap();
    let expected = DropReason::BadCharacter {
        line: 4,
        column,
        character: '*',
    };
    assert_eq!(dropped.reason, expected);
}

#[test]
fn tokens_and_the_base64_of_links() {
    use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine as _};
    let one = pems();
    let url: Vec<String> = one.iter().map(|pem| BASE64_URL_SAFE_NO_PAD.encode(der(pem))).collect();
    assert!(url.iter().any(|text| text.contains('_') || text.contains('-')));
    let flat = |pem: &str| body(pem).replace('\n', "");
    let header = format!(
        "{{\"alg\":\"RS256\",\"x5c\":[\"{}\",\"{}\"]}}",
        flat(&one[0]),
        flat(&one[1])
    );
    let token = format!("{}.eyJzdWIiOiJ4In0.c2ln", BASE64_URL_SAFE_NO_PAD.encode(&header));
    assert_read("token", format!("Authorization: Bearer {token}\n"), &[0, 1], false);
    assert_read("x5c, escaped", header.replace('/', "\\/"), &[0, 1], false);
    for (index, url) in url.iter().enumerate().take(3) {
        assert_read("bare", format!("\"cert\": \"{url}\"\n"), &[index], false);
        let lines: Vec<&str> = url
            .as_bytes()
            .chunks(64)
            .map(|line| std::str::from_utf8(line).unwrap())
            .collect();
        let input = format!(
            "-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n",
            lines.join("\n")
        );
        assert_read("between markers", input, &[index], false);
    }
}

#[test]
fn a_plus_sign_of_base64_is_not_the_sign_of_a_diff() {
    let all = include_str!("../../../trust/intermediates.pem");
    let marks = "-----END CERTIFICATE-----\n";
    let blocks: Vec<&str> = all
        .split_inclusive(marks)
        .filter(|block| block.ends_with(marks))
        .collect();
    let signs = blocks.iter().filter(|block| block.contains("\n+M")).count();
    assert!(signs > 2, "{signs}");
    for block in blocks
        .iter()
        .filter(|block| block.contains("\n+") || block.contains("\n/"))
    {
        let read = read(block.as_bytes().to_vec());
        assert_eq!((read.blocks.len(), read.dropped.len()), (1, 0), "{block}");
    }
    assert_eq!(read(all.as_bytes().to_vec()).blocks.len(), blocks.len());
}
