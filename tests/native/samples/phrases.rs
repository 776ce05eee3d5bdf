//! Samples of texts with values: of the page, the guide, the command, repairs and share links.

use super::Sample;
use super::{LEAF, list, s, time};
use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::i18n::{
    AnswerPhrase, CliPhrase, FileTrouble, FleetPhrase, GuidePhrase, Instruction, NewCertificate, ReportPhrase, UiPhrase,
};
use sslengine_doctor::report::*;
use sslengine_doctor::share::{EncodeError, LinkError, MissingCertificate, MissingReason, QrError, Unresolved};
use sslengine_doctor::trust::ClientId;

fn moment() -> UnixTime {
    time("2026-11-23T07:00:00Z")
}

fn names(items: &[&str]) -> &'static [String] {
    list(items).leak()
}

fn ignored() -> Vec<IgnoredEntry> {
    let entry = |name, why| IgnoredEntry { name: s(name), why };
    vec![
        entry("root (Root CA)", IgnoredWhy::NotMarked),
        entry("leaf (CA)", IgnoredWhy::ChainOfKey),
        entry("twice (CA)", IgnoredWhy::SameAlias),
    ]
}

samples! {
    /// Phrases that the page needs for its first answer.
    page: UiPhrase<'static> {
        Certificates => [Certificates(1) => ["1"], Certificates(3) => ["3"]],
        ListVersion => [
            ListVersion(Box::leak(Box::new("2022-01-24".into()))) => ["2022", "2026"],
            ListVersion(Box::leak(Box::new("supplied:398".into()))) => ["398"],
            ListVersion(Box::leak(Box::new("client:debian-12".into()))) => ["debian-12"],
            ListVersion(Box::leak(Box::new("truststore:3".into()))) => ["3"],
        ],
        CheckedAt => [CheckedAt(moment()) => ["07:00:00 UTC"]],
        ListTaken => [
            ListTaken { entries: 398, problems: &[] } => ["398"],
            ListTaken { entries: 1, problems: &[7] } => ["1", "7"],
            ListTaken { entries: 12, problems: &[1, 2, 3, 4, 5, 6] } => ["12", "1, 2, 3, 4, 5"],
        ],
        Files => [Files(1) => ["1"], Files(7) => ["7"]],
        FilesRead => [FilesRead { done: 2, of: 40 } => ["2", "40"]],
        FilesFound => [FilesFound(1) => ["1"], FilesFound(40) => ["40"]],
        Size => [Size(999) => ["999"], Size(4_001) => ["5"], Size(67_108_864) => ["68"]],
        LeftOut => [
            LeftOut { names: names(&["a.pem"]), max: 67_108_864 } => ["a.pem", "68"],
            LeftOut { names: names(&["a", "b", "c", "d", "e", "f", "g"]), max: 67_108_864 } => ["a, b, c, d, e", "2"],
        ],
        TooLarge => [TooLarge { name: "a.pem", bytes: 70_000_000, max: 67_108_864 } => ["a.pem", "70", "68"]],
        FleetFound => [FleetFound(3) => ["3"]],
    }
}

samples! {
    /// Phrases of the answer.
    answer: AnswerPhrase<'static> {
        ValidFor => [
            ValidFor { days: 87, hostname: None } => ["87"],
            ValidFor { days: 400, hostname: Some("h.example") } => ["13", "h.example"],
        ],
        Also => [Also("x is missing") => ["x is missing"]],
        Warning => [Warning("x expires") => ["x expires"]],
        NotCompleted => [NotCompleted("x is unknown") => ["x is unknown"]],
        AndMore => [AndMore(1) => ["1"], AndMore(4) => ["4"]],
        Now => [Now(moment()) => ["2026"]],
        AsOf => [AsOf(moment()) => ["2026"]],
        Key => [Key { algorithm: "RSA", size: "2048" } => ["RSA", "2048"]],
        Until => [
            Until { not_after: moment(), days: 12 } => ["2026", "12"],
            Until { not_after: moment(), days: 4000 } => ["2026"],
            Until { not_after: moment(), days: -12 } => ["2026", "12"],
        ],
        From => [From(moment()) => ["2026"]],
        TimeLeft => [TimeLeft(1) => ["1"], TimeLeft(87) => ["87"], TimeLeft(400) => ["13"], TimeLeft(4000) => ["10"]],
        MoreNames => [MoreNames(1) => ["1"], MoreNames(7) => ["7"]],
        Outside => [Outside(4) => ["4"]],
        MoreInChain => [MoreInChain(1) => ["1"], MoreInChain(84) => ["84"]],
        CopyOf => [CopyOf(2) => ["2"]],
        RootListed => [RootListed("Top CA") => ["Top CA"]],
        RootNotListed => [RootNotListed("Top CA") => ["Top CA"]],
        WasNotSent => [WasNotSent("Sub CA") => ["Sub CA"]],
        KeyBits => [KeyBits { bits: 2048, most: true } => ["2048"], KeyBits { bits: 1024, most: false } => ["1024"]],
        Colours => [Colours("x") => ["x"]],
        Line => [Line(43) => ["43"]],
    }
}

samples! {
    /// Instructions of the next step.
    instructions: Instruction<'static> {
        InstallMissing => [InstallMissing => []],
        InstallReordered => [InstallReordered => []],
        InstallRepaired => [InstallRepaired => []],
        InstallWithRoot => [InstallWithRoot => []],
        Wait => [Wait(moment()) => ["2026"]],
        NewCertificate => [
            NewCertificate(self::NewCertificate { renew: Some("X"), ..Default::default() }) => ["X"],
            NewCertificate(self::NewCertificate { public_ca: true, with_intermediate: true, ..Default::default() }) => ["ACM"],
            NewCertificate(self::NewCertificate { smaller_key: true, java_accepts: true, ..Default::default() }) => ["2048", "P-256", "Java"],
            NewCertificate(self::NewCertificate { hostname: Some("h.example"), ..Default::default() }) => ["h.example"],
            NewCertificate(self::NewCertificate { renew: Some("X"), public_ca: true, smaller_key: true, hostname: Some("h.example"), reissue: true, with_intermediate: true, java_accepts: false }) => ["ACM", "2048", "h.example"],
        ],
        Configure => [Configure(Some("h.example")) => ["h.example", "SNI"], Configure(None) => ["SNI"]],
        CallsStillFail => [CallsStillFail => []],
        HostNotChecked => [HostNotChecked => []],
        SeeMessage => [SeeMessage => ["Java"]],
        ReplaceNow => [ReplaceNow("Sub CA") => ["Sub CA"]],
        OtherCa => [OtherCa(Box::leak(Box::new([s("21"), s("25")]))) => ["21", "25", "AWS"]],
    }
}

samples! {
    /// Phrases of the parts that are loaded after the first answer.
    report: ReportPhrase<'static> {
        KeyBits => [KeyBits { algorithm: "RSA", bits: 2048 } => ["RSA", "2048"]],
        Bytes => [Bytes(1) => ["1"], Bytes(1200) => ["1200"]],
        AllCharacters => [AllCharacters(999) => ["999"]],
        AllNames => [AllNames(51) => ["51"]],
        IssuerChanged => [IssuerChanged { before: "R3", now: "R10" } => ["R3", "R10"]],
        CurrentValidity => [
            CurrentValidity { status: ValidityStatus::Valid, days: 12 } => ["12"],
            CurrentValidity { status: ValidityStatus::Expired, days: 12 } => ["12"],
            CurrentValidity { status: ValidityStatus::NotYetValid, days: 12 } => ["12"],
        ],
        Requirement => [Requirement { number: 2, name: "Name" } => ["2", "Name"]],
        PlaceOf => [PlaceOf { place: 1, total: 3 } => ["1", "3"]],
        Version => [Version("0.1.0") => ["0.1.0"]],
        FromInput => [FromInput(4) => ["4"]],
        LinkLength => [LinkLength(1) => ["1"], LinkLength(12_345) => ["12", "345"]],
        IgnoredEntry => [
            IgnoredEntry(&ignored().leak()[0]) => ["root (Root CA)", "keytool -importcert"],
            IgnoredEntry(&ignored().leak()[1]) => ["leaf (CA)"],
            IgnoredEntry(&ignored().leak()[2]) => ["twice (CA)", "alias"],
        ],
        MostClients => [
            MostClients { accepted: 22, of: 24, as_sent: 7 } => ["22", "24", "7"],
            MostClients { accepted: 22, of: 24, as_sent: 22 } => ["22", "24"],
        ],
        PrintUntil => [PrintUntil { start: "AB:CD", until: moment() } => ["AB:CD", "2026"]],
    }
}

samples! {
    /// Phrases of the table of many servers.
    fleet: FleetPhrase {
        Servers => [Servers(1) => ["1"], Servers(7) => ["7"]],
        Verdicts => [
            Verdicts { passed: 8, failed: 2, open: 0 } => ["8", "2"],
            Verdicts { passed: 8, failed: 2, open: 5 } => ["8", "2", "5"],
        ],
        Progress => [
            Progress { servers: 40, seconds: None } => ["40"],
            Progress { servers: 40, seconds: Some(12) } => ["40", "12"],
            Progress { servers: 40, seconds: Some(170) } => ["40", "3"],
        ],
        Rows => [Rows { shown: 5, total: 40 } => ["5", "40"]],
        Month => [Month { year: 2026, month: 12 } => ["2026"]],
        Left => [Left(1) => ["1"], Left(3) => ["3"]],
    }
}

samples! {
    /// Phrases of the guide.
    guide: GuidePhrase<'static> {
        ReminderSummary => [ReminderSummary { host: "api.example.com" } => ["api.example.com", "TLS"]],
        ReminderDescription => [
            ReminderDescription { certificate: "R12", not_after: moment() } => ["07:00:00 UTC", "R12"],
        ],
        WrittenBy => [WrittenBy { version: "0.1.0" } => ["0.1.0", "SSLEngine Doctor"]],
        VerifyError => [VerifyError { number: 20, text: "no issuer" } => ["20", "no issuer"]],
    }
}

samples! {
    /// Reasons why the command cannot read or write a file.
    file_troubles: FileTrouble {
        NotFound => [NotFound => []],
        Denied => [Denied => []],
        IsFolder => [IsFolder => []],
        Exists => [Exists => []],
        Other => [Other(s("disk\u{1b}full")) => ["full"]],
    }
}

samples! {
    /// Phrases of the command, except those from [`file_troubles`].
    plain_command: CliPhrase<'static> {
        UnknownArgument => [
            UnknownArgument { argument: "--host", similar: None } => ["--host"],
            UnknownArgument { argument: "--hots", similar: Some("--host") } => ["--host", "--hots"],
        ],
        MissingValue => [MissingValue("--host") => ["--host"]],
        BadValue => [
            BadValue { argument: "--format", value: "yaml", possible: names(&["text", "json"]) } => ["--format", "yaml", "text", "json"],
            BadValue { argument: "--each", value: "1", possible: &[] } => ["--each", "1"],
        ],
        Conflict => [Conflict { argument: "--host", with: "--each" } => ["--host", "--each"]],
        Twice => [Twice("--host") => ["--host"]],
        BadServer => [BadServer("a b") => ["a b", "api.example.com:8443"]],
        BadServerLine => [BadServerLine { line: 7, text: "a b" } => ["7", "a b"]],
        CannotConnect => [CannotConnect("openssl s_client -connect x:443") => ["openssl s_client -connect x:443"]],
        Unreadable => [Unreadable { name: "a.pem", why: &FileTrouble::NotFound } => ["a.pem"]],
        Unwritable => [Unwritable { name: "a.pem", why: &FileTrouble::NotFound } => ["a.pem"]],
        TooManyFiles => [TooManyFiles { name: "servers", max: 20_000 } => ["servers", "000"]],
        SkippedFiles => [SkippedFiles(1) => ["1"], SkippedFiles(12) => ["12"]],
        PrivateKey => [PrivateKey("a.pem") => ["a.pem"]],
        BadLine => [BadLine(12) => ["12", "JSON", "pem"]],
        Line => [Line(12) => ["12"]],
        BadList => [BadList("list.txt") => ["list.txt", "SHA-256"]],
        ListProblems => [
            ListProblems { name: "list.txt", lines: &[7] } => ["list.txt", "7"],
            ListProblems { name: "list.txt", lines: &[1, 2, 3, 4, 5, 6] } => ["list.txt", "1, 2, 3, 4, 5, …"],
        ],
        TruststorePassword => [
            TruststorePassword { name: "trust.p12", tried: true } => ["trust.p12", "--password-file"],
            TruststorePassword { name: "trust.p12", tried: false } => ["trust.p12", "--password-file", "changeit"],
        ],
        NoTruststore => [NoTruststore("trust.p12") => ["trust.p12", "PKCS#12", "keytool -list -rfc"]],
        TruststoreWritten => [TruststoreWritten("trust.p12") => ["trust.p12", "backend-ca", "changeit"]],
        NothingTrusted => [NothingTrusted { name: "trust.p12", certificates: 2 } => ["trust.p12", "2", "keytool -importcert"]],
        TruststoreIgnored => [TruststoreIgnored { name: "trust.p12", ignored: ignored().leak() } => ["trust.p12", "Root CA"]],
        ExpiresWithin => [
            ExpiresWithin { label: "api.example.com", days: 1, within: 14 } => ["api.example.com", "1", "14"],
            ExpiresWithin { label: "api.example.com", days: 0, within: 30 } => ["api.example.com", "0", "30"],
        ],
        MetWithWarning => [MetWithWarning("Complete chain") => ["Complete chain"]],
        RepairWritten => [RepairWritten("out.pem") => ["out.pem"]],
        Passed => [Passed { passed: 2, of: 3 } => ["2", "3"]],
        More => [More(1) => ["1"], More(4) => ["4"]],
    }
}

/// Phrases of the command.
pub fn command() -> Vec<Sample<CliPhrase<'static>>> {
    let mut all = plain_command();
    for (trouble, _) in file_troubles() {
        let why: &'static FileTrouble = Box::leak(Box::new(trouble));
        all.push((CliPhrase::Unreadable { name: "a.pem", why }, &["a.pem"]));
        all.push((CliPhrase::Unwritable { name: "a.pem", why }, &["a.pem"]));
    }
    all
}

samples! {
    /// Outcomes of a requirement.
    outcomes: Outcome {
        Pass => [Pass => []],
        Warn => [Warn => []],
        Fail => [Fail => []],
        Unknown => [Unknown => []],
        NotApplicable => [NotApplicable => []],
    }
}

samples! {
    /// Severities of findings.
    severities: Severity {
        Info => [Info => []],
        Warning => [Warning => []],
        Error => [Error => []],
    }
}

samples! {
    /// Verdicts.
    verdicts: Verdict {
        Pass => [Pass => []],
        Fail => [Fail => []],
        Inconclusive => [Inconclusive => []],
    }
}

samples! {
    /// Whether a certificate is within its validity dates.
    validities: ValidityStatus {
        Valid => [Valid => []],
        Expired => [Expired => []],
        NotYetValid => [NotYetValid => []],
    }
}

samples! {
    /// Whether a signature is valid.
    signatures: SignatureStatus {
        Valid => [Valid => []],
        Invalid => [Invalid => []],
        NotChecked => [NotChecked => []],
    }
}

fn missing_issuer(key_id: Option<&str>, locations: &[&str]) -> MissingIssuer {
    MissingIssuer {
        issuer: s("CN=R12,O=Let’s \u{202E}Encrypt"),
        label: s("R12"),
        key_id: key_id.map(s),
        locations: list(locations),
    }
}

samples! {
    /// Reasons why no chain can be built.
    obstacles: Obstacle {
        LeafMissing => [LeafMissing {} => []],
        SelfSigned => [SelfSigned { label: s("R12") } => ["R12", "API Gateway"]],
        RootNotListed => [RootNotListed { label: s("R12") } => ["R12", "API Gateway"]],
    }
}

samples! {
    /// Results of a repair, except those from [`obstacles`].
    plain_repair_statuses: RepairStatus {
        Complete => [Complete {} => []],
        AlreadyComplete => [AlreadyComplete {} => []],
        Incomplete => [
            Incomplete { missing: missing_issuer(Some("00:B5:29"), &["http://i.lencr.org/"]) } => ["R12", "00:B5:29", "http://i.lencr.org/"],
            Incomplete { missing: missing_issuer(None, &[]) } => ["R12", "CN=R12,O=Let’s [U+202E]Encrypt"],
        ],
        Impossible => [Impossible { obstacle: Obstacle::LeafMissing {} } => []],
    }
}

/// Repairs with texts of their own.
pub fn repairs() -> Vec<Sample<Repair>> {
    let repair = |status: RepairStatus, accepted: bool, verdict: Verdict| Repair {
        client: ClientId::API_GATEWAY,
        status,
        chain: Vec::new(),
        root: None,
        root_recommended: false,
        changes: Vec::new(),
        accepted,
        verdict,
        outcomes: [Outcome::Pass; 4],
        unavailable: Vec::new(),
    };
    let (pass, fail) = (Verdict::Pass, Verdict::Fail);
    let complete = || RepairStatus::Complete {};
    let mut all: Vec<Sample<Repair>> = vec![
        (repair(complete(), true, pass), &["API Gateway"]),
        (repair(complete(), true, fail), &[]),
        (repair(complete(), false, fail), &["API Gateway"]),
        (repair(complete(), false, Verdict::Inconclusive), &["API Gateway"]),
        (repair(RepairStatus::AlreadyComplete {}, true, pass), &[]),
    ];
    for (status, needles) in plain_repair_statuses() {
        if !matches!(status, RepairStatus::Complete {} | RepairStatus::Impossible { .. }) {
            all.push((repair(status, false, fail), needles));
        }
    }
    let mut unavailable = repair(
        RepairStatus::Incomplete {
            missing: missing_issuer(Some("00:B5:29"), &[]),
        },
        false,
        fail,
    );
    unavailable.unavailable = vec![7];
    all.push((unavailable, &["R12"]));
    for (obstacle, needles) in obstacles() {
        let accepted = matches!(obstacle, Obstacle::RootNotListed { .. });
        all.push((repair(RepairStatus::Impossible { obstacle }, accepted, fail), needles));
    }
    all
}

samples! {
    /// Reasons why a repair removed a certificate.
    removals: Removal {
        Duplicate => [Duplicate { of: LEAF } => ["R12", "3", "1"]],
        Stray => [Stray {} => ["R12"]],
        Expired => [Expired { not_after: time("2026-06-15T12:00:00Z") } => ["R12", "2026"]],
        NotYetValid => [NotYetValid { not_before: time("2026-07-01T00:00:00Z") } => ["R12", "2026"]],
        WrongKey => [WrongKey {} => ["R12"]],
        Unfit => [Unfit {} => ["R12", "Java"]],
        NotNeeded => [NotNeeded {} => ["R12"]],
    }
}

samples! {
    /// Changes of a repair, except those from [`removals`].
    plain_changes: Change {
        Added => [Added { to: 1, label: s("R12") } => ["R12", "2"]],
        Removed => [Removed { certificate: CertIndex(2), label: s("R12"), why: Removal::Stray {} } => ["R12"]],
        Moved => [Moved { certificate: LEAF, label: String::new(), to: 3 } => ["1", "4"]],
        RootApart => [RootApart { certificate: CertIndex(2), label: s("R12") } => ["R12", "3"]],
        UnreadableRemoved => [UnreadableRemoved {} => []],
    }
}

/// Changes of a repair.
pub fn changes() -> Vec<Sample<Change>> {
    let removed = removals().into_iter().map(|(why, needles)| {
        let (certificate, label) = (CertIndex(2), s("R12"));
        (
            Change::Removed {
                certificate,
                label,
                why,
            },
            needles,
        )
    });
    let others = plain_changes().into_iter();
    others
        .filter(|(change, _)| !matches!(change, Change::Removed { .. }))
        .chain(removed)
        .collect()
}

samples! {
    /// Reasons why a share link cannot be read.
    link_errors: LinkError {
        NoLink => [NoLink => ["#v1."]],
        Newer => [Newer { version: 2 } => ["2"]],
        Truncated => [
            Truncated { characters: 41, expected: 312 } => ["41", "312"],
            Truncated { characters: 1, expected: 0 } => ["1"],
            Truncated { characters: 5, expected: 0 } => ["5"],
        ],
        Damaged => [Damaged => []],
        TooLong => [TooLong { max: 300 } => ["300"]],
        TooLarge => [TooLarge { max: 301 } => ["301"]],
        TooManyCertificates => [TooManyCertificates { max: 100 } => ["100"]],
        Malformed => [Malformed => []],
        NotACertificate => [NotACertificate { index: 0 } => ["1"], NotACertificate { index: 6 } => ["7"]],
    }
}

samples! {
    /// Reasons why a share link cannot be encoded.
    encode_errors: EncodeError {
        NoCertificate => [NoCertificate => []],
        NotACertificate => [NotACertificate { index: 6 } => ["7"]],
        TooManyCertificates => [TooManyCertificates { max: 100 } => ["100"]],
        TextTooLong => [TextTooLong { max: 302 } => ["302"]],
        TooLarge => [TooLarge { max: 303 } => ["303"]],
    }
}

samples! {
    /// Reasons why there is no QR code.
    qr_errors: QrError {
        TooLong => [TooLong { characters: 999, max: 120 } => ["999", "120"]],
    }
}

samples! {
    /// Reasons why a known certificate of a link is unavailable.
    missing_reasons: MissingReason {
        NotLoaded => [NotLoaded => ["2", "AB:CD:00"]],
        NotFound => [NotFound => ["2", "AB:CD:00"]],
    }
}

/// Unavailable known certificates of a link: one for each reason, and one for both.
pub fn unresolved() -> Vec<Sample<Unresolved>> {
    let missing = |index, reason| MissingCertificate {
        index,
        shard: 0x3f,
        sha256_start: [0xab, 0xcd, 0, 0, 0, 0, 0, 1],
        reason,
    };
    let mut all: Vec<Sample<Unresolved>> = Vec::new();
    for (reason, needles) in missing_reasons() {
        let missing = vec![missing(1, reason)];
        all.push((Unresolved { missing, total: 3 }, needles));
    }
    let missing = vec![
        missing(1, MissingReason::NotFound),
        missing(2, MissingReason::NotLoaded),
    ];
    all.push((Unresolved { missing, total: 3 }, &["2", "3"]));
    all
}
