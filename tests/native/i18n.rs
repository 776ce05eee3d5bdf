//! Texts: everything has a text in every language, contains its evidence, and follows the
//! language's typography.

use crate::common::typography::{fault, setting_fault};
use crate::samples;
use crate::samples::{good_report, hostname, phrases, report, report_with, time};
use sslengine_doctor::i18n::{
    AnswerPhrase, AnswerText, FleetText, GuideText, KindText, Locale, Nothing, ReportPhrase, ReportText, Step,
    UiPhrase, UiText, ViewText, verdict_sentence,
};
use sslengine_doctor::ingest::Dropped;
use sslengine_doctor::report::*;

const LEAF: CertIndex = CertIndex(0);

/// Checks a text in all languages: well formed, different, and with its evidence.
fn check(what: &str, needles: &[&str], words: impl Fn(Locale) -> String) {
    check_words(what, needles, &[], words);
}

/// Like [`check`], but exactly these pairs of languages share the same text.
fn check_words(what: &str, needles: &[&str], shared: &[(Locale, Locale)], words: impl Fn(Locale) -> String) {
    for locale in Locale::ALL {
        let text = words(locale);
        if let Some(fault) = fault(&text, locale) {
            panic!("{what}, {locale:?}: {fault}: {text:?}");
        }
        for needle in needles {
            assert!(
                text.contains(needle),
                "{what}, {locale:?}: {needle:?} is not in {text:?}"
            );
        }
    }
    assert_eq!(same(words), shared, "{what}: the languages with the same text");
}

/// The pairs of languages that have the same text.
fn same<T: PartialEq>(words: impl Fn(Locale) -> T) -> Vec<(Locale, Locale)> {
    let pairs = Locale::ALL.into_iter().enumerate().flat_map(|(i, one)| {
        let others = Locale::ALL.into_iter().skip(i + 1);
        others.map(move |other| (one, other))
    });
    pairs.filter(|(one, other)| words(*one) == words(*other)).collect()
}

fn is_sentence(text: &str) {
    let first = text.chars().next().unwrap();
    assert!(first.is_uppercase() || !first.is_alphabetic(), "no capital: {text:?}");
    assert!(
        text.ends_with('.') || text.contains("http://"),
        "no full stop: {text:?}"
    );
}

#[test]
fn findings() {
    let report = good_report();
    for (detail, needles) in samples::details() {
        let finding = Finding::on(LEAF, detail);
        check(&format!("{:?}", finding.detail), needles, |locale| {
            locale.finding(&report, &finding).sentence()
        });
        for locale in Locale::ALL {
            let words = locale.finding(&report, &finding);
            is_sentence(&words.sentence());
            let clause = words.clause().replace("(no. ", "");
            assert!(!clause.ends_with('.') && !clause.contains(". "), "{clause:?}");
            assert!(
                words.sentence().chars().count() <= 520,
                "too long: {}",
                words.sentence()
            );
            assert!(
                words.headline().chars().count() <= 180,
                "too long: {}",
                words.headline()
            );
        }
        // A finding about the whole chain has a text, too.
        for locale in Locale::ALL {
            let whole = Finding::overall(finding.detail.clone());
            assert_eq!(fault(&locale.finding(&report, &whole).sentence(), locale), None);
        }
    }
}

#[test]
fn certificates_are_named_by_role_label_and_place() {
    let report = good_report();
    let names = |locale: Locale| [0, 1, 2, 9].map(|i| locale.certificate(&report, CertIndex(i)));
    assert_eq!(
        names(Locale::En),
        [
            "server certificate “api.example.com” (no. 1)",
            "intermediate “Intermediate Two” (no. 2)",
            "root “Root Three” (no. 3)",
            "certificate (no. 10)",
        ]
    );
    assert_eq!(
        names(Locale::Fr)[1],
        "certificat intermédiaire «\u{A0}Intermediate Two\u{A0}» (n°\u{A0}2)"
    );
    assert_eq!(
        names(Locale::Es)[0],
        "certificado del servidor «api.example.com» (n.º\u{A0}1)"
    );
}

#[test]
fn labels_cannot_break_a_sentence() {
    let mut report = report();
    report.certificates[0].subject_label = "a\u{202E}b\n{0}".to_owned() + &"x".repeat(10_000);
    report.certificates[1].subject_label = " ".to_owned();
    let name = Locale::En.certificate(&report, LEAF);
    assert!(
        name.contains("a[U+202E]b[U+000A]{0}xxx") && name.chars().count() < 200,
        "{name}"
    );
    assert_eq!(
        Locale::Fr.certificate(&report, CertIndex(1)),
        "certificat intermédiaire «\u{A0}sans nom\u{A0}» (n°\u{A0}2)"
    );
}

#[test]
fn things_to_do() {
    let report = good_report();
    for (fix, needles) in samples::fixes() {
        check(&format!("{fix:?}"), needles, |locale| locale.fix(&report, &fix));
        is_sentence(&Locale::Fr.fix(&report, &fix));
    }
}

#[test]
fn notes_and_dropped_items() {
    for (note, needles) in samples::notes() {
        check(&format!("{note:?}"), needles, |locale| locale.note(&[], &note));
        is_sentence(&Locale::En.note(&[], &note));
    }
    for (thing, needles) in samples::dropped() {
        check(&format!("{thing:?}"), needles, |locale| locale.dropped(&[], &thing));
        check(&format!("{thing:?}"), &["12"], |locale| locale.dropped(&[], &thing));
        let in_file = Dropped {
            at: samples::FILE,
            ..thing
        };
        check(&format!("{in_file:?}"), &["2", "3"], |locale| {
            locale.dropped(&[], &in_file)
        });
        let files = [String::new(), "a/b.pem".to_owned()];
        check(&format!("{in_file:?}"), &["a/b.pem", "3"], |locale| {
            locale.dropped(&files, &in_file)
        });
    }
    let mut input = report().input;
    for (described, needles) in samples::described() {
        input.hints.described = vec![described];
        let notes = sslengine_doctor::evidence::descriptions(&input, None, None);
        check(&format!("{:?}", input.hints.described), needles, |locale| {
            locale.described(&[], &notes[0])
        });
    }
    for (observation, needles) in samples::observations() {
        check(&format!("{observation:?}"), needles, |locale| {
            samples::with_observation(locale, &observation)
        });
    }
    for (conflict, needles) in samples::log_conflicts() {
        check(&format!("{conflict:?}"), needles, |locale| {
            locale.log_conflict(&[], &conflict)
        });
    }
    for (message, needles) in samples::log_messages() {
        check(&format!("{message:?}"), needles, |locale| {
            locale.log_message(&message).sentence()
        });
    }
}

#[test]
fn every_meaning_and_every_alert_has_a_text() {
    for message in samples::explained_messages() {
        check(&format!("{message:?}"), &[], |locale| {
            let words = locale.log_message(&message);
            is_sentence(&words.sentence());
            assert!(
                !words.clause().ends_with('.') && words.headline().chars().count() <= 180,
                "{words:?}"
            );
            assert!(
                words.sentence().chars().count() <= 600,
                "too long: {}",
                words.sentence()
            );
            words.sentence()
        });
    }
}

#[test]
fn a_message_next_to_a_chain_does_not_ask_for_it() {
    let messages = samples::log_messages().into_iter().map(|(message, _)| message);
    let (mut asked, mut all) = (0, 0);
    for message in messages.chain(samples::explained_messages()) {
        for (locale, ask) in Locale::ALL
            .into_iter()
            .zip(["Paste the chain", "Collez la chaîne", "Pegue la cadena"])
        {
            assert!(
                !locale.log_message_with_chain(&message).sentence().contains(ask),
                "{message:?}"
            );
            asked += usize::from(locale.log_message(&message).sentence().contains(ask));
            all += 1;
        }
    }
    assert!(asked > 60 && asked < all, "{asked} of {all}");
}

#[test]
fn nothing_to_check() {
    check("empty", &["openssl s_client", "-showcerts"], |l| {
        l.nothing(&Nothing::Empty)
    });
    let input = InputReport::default();
    check("no certificate", &["-----BEGIN CERTIFICATE-----"], |l| {
        l.nothing(&Nothing::NoCertificate(&input))
    });
    let input = report().input;
    check("no certificate but a key", &["RSA"], |l| {
        l.nothing(&Nothing::NoCertificate(&input))
    });
}

/// Checks a label in all languages; `shared` collects the languages with the same text.
fn label(text: &impl std::fmt::Debug, shared: &mut Vec<String>, words: impl Fn(Locale) -> &'static str) {
    for locale in Locale::ALL {
        // The placeholder of the input box has several lines.
        let words = words(locale).replace('\n', " ").replace("  ", " ");
        assert_eq!(fault(&words, locale), None, "{text:?}, {locale:?}: {words:?}");
    }
    for (one, other) in same(words) {
        shared.push(format!("{text:?} {} {}", one.tag(), other.tag()));
    }
}

#[test]
fn labels_of_the_page_and_of_the_report() {
    let mut shared = Vec::new();
    // A colon has only spaces and one character, which the check of labels would reject.
    assert_eq!(
        Locale::ALL.map(|locale| locale.ui(UiText::Colon)),
        [": ", "\u{a0}: ", ": "]
    );
    for text in UiText::ALL.iter().filter(|text| **text != UiText::Colon) {
        label(text, &mut shared, |locale| locale.ui(*text));
    }
    for text in AnswerText::ALL {
        label(text, &mut shared, |locale| locale.answer(*text));
    }
    for text in ReportText::ALL {
        label(text, &mut shared, |locale| locale.report(*text));
    }
    for text in FleetText::ALL {
        label(text, &mut shared, |locale| locale.fleet(*text));
    }
    for text in ViewText::ALL {
        label(text, &mut shared, |locale| locale.view(*text));
    }
    for text in KindText::ALL {
        label(text, &mut shared, |locale| locale.kind(*text));
    }
    for text in GuideText::ALL {
        label(text, &mut shared, |locale| locale.guide(*text));
        for locale in Locale::ALL {
            assert!(
                locale.guide(*text).chars().count() <= 340,
                "{text:?}, {locale:?}: too long"
            );
        }
    }
    // Texts that two languages share are listed here, so that an untranslated text fails the test.
    assert_eq!(
        shared,
        [
            "Title en fr",
            "Title en es",
            "Title fr es",
            "Host en es",
            "Documentation en fr",
            "Version en fr",
            "SignatureCheck en fr",
            "Extensions en fr",
            "No en es",
            "Sha256 en fr",
            "Sha256 en es",
            "Sha256 fr es",
            "Sha1 en fr",
            "Sha1 en es",
            "Sha1 fr es",
            "Verdict en fr",
            "AuthoritiesAlias en fr",
            "AuthoritiesAlias en es",
            "AuthoritiesAlias fr es",
            "ColumnCode en fr",
        ]
    );
    for rule in RuleId::ALL {
        check("rule's name", &[], |l| l.rule_name(rule).to_owned());
        check("rule's title", &[], |l| l.rule_title(rule).to_owned());
        check(
            "rule's reason",
            &["AWS"][..usize::from(matches!(rule, RuleId::Validity | RuleId::KeySize))],
            |l| l.rule_why(rule).to_owned(),
        );
    }
    for (outcome, _) in phrases::outcomes() {
        check("outcome", &[], |l| l.outcome(outcome).to_owned());
    }
    for (severity, _) in phrases::severities() {
        let shared: &[_] = match severity {
            Severity::Error => &[(Locale::En, Locale::Es)],
            Severity::Info | Severity::Warning => &[],
        };
        check_words("severity", &[], shared, |l| l.severity(severity).to_owned());
    }
    let mut of_codes = Vec::new();
    for kind in FindingKind::ALL {
        label(&kind.code, &mut of_codes, |locale| locale.code(kind.number));
        assert!(
            Locale::ALL
                .iter()
                .all(|locale| locale.code(kind.number).chars().count() <= 55)
        );
    }
    assert_eq!(of_codes, [""; 0], "no text is shared by two languages");
    for (verdict, _) in phrases::verdicts() {
        check("verdict", &[], |l| l.verdict(verdict).to_owned());
    }
    for (status, _) in phrases::validities() {
        check("validity", &[], |l| l.validity(status).to_owned());
    }
    for (status, _) in phrases::signatures() {
        check("signature", &[], |l| l.signature(status).to_owned());
    }
}

#[test]
fn phrases_of_the_page() {
    const EN_FR: (Locale, Locale) = (Locale::En, Locale::Fr);
    const EN_ES: (Locale, Locale) = (Locale::En, Locale::Es);
    const FR_ES: (Locale, Locale) = (Locale::Fr, Locale::Es);
    for (phrase, needles) in phrases::report() {
        let shared: &[_] = match phrase {
            ReportPhrase::Version(_) => &[EN_FR],
            ReportPhrase::Requirement { .. } => &[EN_FR, EN_ES, FR_ES],
            ReportPhrase::KeyBits { .. } => &[FR_ES],
            _ => &[],
        };
        check_words(&format!("{phrase:?}"), needles, shared, |l| l.report_phrase(&phrase));
    }
    for (phrase, needles) in phrases::fleet() {
        check(&format!("{phrase:?}"), needles, |l| l.fleet_phrase(&phrase));
    }
    check("rows", &["5", "40"], |l| l.rows_of(5, 40));
    for (phrase, needles) in phrases::answer() {
        let shared: &[_] = match phrase {
            AnswerPhrase::Key { .. } => &[EN_FR, EN_ES, FR_ES],
            AnswerPhrase::KeyBits { most: false, .. } => &[EN_FR, EN_ES, FR_ES],
            _ => &[],
        };
        check_words(&format!("{phrase:?}"), needles, shared, |l| l.answer_phrase(&phrase));
    }
    let report = good_report();
    for (instruction, needles) in phrases::instructions() {
        let step = Step::Say(instruction);
        check(&format!("{instruction:?}"), needles, |l| l.step(&report, &step));
    }
    for (phrase, needles) in phrases::page() {
        check(&format!("{phrase:?}"), needles, |l| l.phrase(&phrase));
    }
}

#[test]
fn plurals_dates_numbers_and_lists() {
    let certificates = |l: Locale, n| l.phrase(&UiPhrase::Certificates(n));
    assert_eq!(
        [0, 1, 2].map(|n| certificates(Locale::En, n)),
        ["0 certificates", "1 certificate", "2 certificates"]
    );
    assert_eq!(
        [0, 1, 2].map(|n| certificates(Locale::Fr, n)),
        ["0\u{A0}certificat", "1\u{A0}certificat", "2\u{A0}certificats"]
    );
    assert_eq!(
        [0, 1, 2].map(|n| certificates(Locale::Es, n)),
        ["0\u{A0}certificados", "1\u{A0}certificado", "2\u{A0}certificados"]
    );
    let moment = time("2026-11-01T07:00:09Z");
    assert_eq!(Locale::Es.date_time(moment), "1 de noviembre de 2026, 07:00:09 UTC");
    assert_eq!(Locale::Es.date(time("2026-06-15T00:00:00Z")), "15 de junio de 2026");
    assert_eq!(Locale::Es.number(1_234_567), "1\u{202F}234\u{202F}567");
    assert_eq!([0, 1].map(|n| Locale::Es.days(n)), ["0\u{A0}días", "1\u{A0}día"]);
    let names = |last: &str| Locale::Es.list(&["a", last].map(str::to_owned));
    assert_eq!(names("b"), "a y b");
    assert_eq!(names("identrust"), "a e identrust");
    assert_eq!(names("hierro"), "a y hierro");
    assert_eq!(Locale::En.date_time(moment), "1 November 2026, 07:00:09 UTC");
    assert_eq!(Locale::Fr.date_time(moment), "1er novembre 2026 à 07:00:09 UTC");
    assert_eq!(
        Locale::En.date_time(time("2026-11-23T07:00:00Z")),
        "23 November 2026, 07:00:00 UTC"
    );
    assert_eq!(
        Locale::Fr.date_time(time("2026-11-23T07:00:00Z")),
        "23 novembre 2026 à 07:00:00 UTC"
    );
    assert_eq!(Locale::En.number(1_234_567), "1,234,567");
    assert_eq!(Locale::Fr.number(1_234_567), "1\u{202F}234\u{202F}567");
    assert_eq!(
        (Locale::En.days(1), Locale::Fr.days(0)),
        ("1 day".to_owned(), "0\u{A0}jour".to_owned())
    );
    let items = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(
        (Locale::En.list(&items), Locale::Fr.list(&items)),
        ("a, b and c".to_owned(), "a, b et c".to_owned())
    );
    for (number, month) in (1..=12).zip([
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]) {
        assert_eq!(
            Locale::En.date(time(&format!("2026-{number:02}-15T00:00:00Z"))),
            format!("15 {month} 2026")
        );
    }
}

// ---- the verdict sentence

fn missing() -> Finding {
    Finding::on(
        LEAF,
        Detail::IssuerMissing {
            issuer: "CN=Amazon RSA 2048 M02,O=Amazon,C=US".to_owned(),
            label: "Amazon RSA 2048 M02".to_owned(),
            authority_key_id: None,
            locations: vec![],
            known: true,
            useful: true,
        },
    )
}

fn too_large() -> Finding {
    Finding::on(
        LEAF,
        Detail::KeyTooLarge {
            algorithm: "RSA".to_owned(),
            bits: 4096,
            max: 2048,
        },
    )
}

fn expired() -> Finding {
    let (not_after, at) = (time("2026-03-01T23:59:59Z"), time("2026-11-23T07:00:00Z"));
    Finding::on(
        LEAF,
        Detail::Expired {
            not_after,
            at,
            days_ago: 266,
        },
    )
}

#[test]
fn verdict_names_the_missing_intermediate() {
    let report = report_with(&[missing()], false);
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "The intermediate “Amazon RSA 2048 M02” is missing. API Gateway will reject this chain."
    );
    assert_eq!(
        verdict_sentence(&report, Locale::Fr),
        "Le certificat intermédiaire «\u{A0}Amazon RSA 2048 M02\u{A0}» est manquant. API Gateway refusera cette chaîne."
    );
    assert_eq!(
        verdict_sentence(&report, Locale::Es),
        "Falta el certificado intermedio «Amazon RSA 2048 M02». API Gateway rechazará esta cadena."
    );
}

#[test]
fn verdict_of_a_good_chain() {
    let mut report = good_report();
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "API Gateway would accept this chain."
    );
    report.hostname = Some(hostname(true, NameSource::SanDns, &["*.example.org"]));
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "API Gateway would accept this chain for “www.example.org”."
    );
    let soon = Detail::ExpiresSoon {
        not_after: time("2026-11-30T00:00:00Z"),
        days_left: 6,
    };
    let report = report_with(&[Finding::on(LEAF, soon)], true);
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "API Gateway would accept this chain. One thing to watch: the server certificate “api.example.com” expires in 6 days."
    );
    let unknown = Detail::IssuerUnknown {
        issuer: "CN=Sub".to_owned(),
        label: "Sub CA".to_owned(),
    };
    let report = report_with(&[Finding::on(LEAF, unknown)], true);
    assert!(
        verdict_sentence(&report, Locale::En)
            .starts_with("No problem found, but one check could not be completed: cannot")
    );
}

#[test]
fn verdict_of_a_good_chain_for_another_host() {
    let mut report = report_with(&[], false);
    report.hostname = Some(hostname(false, NameSource::SanDns, &["api.example.com"]));
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "The server certificate is not valid for “www.example.org”. API Gateway will reject this connection, although it would accept the chain itself."
    );
}

#[test]
fn verdict_if_only_awss_limits_are_exceeded() {
    let report = report_with(&[too_large()], true);
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "The key of the server certificate “api.example.com” has 4096 bits, more than the 2048 that AWS’s article allows. This chain is outside AWS’s limits, but Java’s TLS client would accept it."
    );
}

#[test]
fn verdict_of_several_failures_starts_with_the_deciding_one() {
    let mut report = report_with(&[expired(), too_large(), missing()], false);
    report.hostname = Some(hostname(false, NameSource::SanDns, &["api.example.com"]));
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "The intermediate “Amazon RSA 2048 M02” is missing. API Gateway will reject this chain. Also not met: Validity dates and Key size. The server certificate is also not valid for “www.example.org”."
    );
    // If the chain only exceeds AWS's limit, the host name is what Java rejects.
    let mut report = report_with(&[too_large()], true);
    report.hostname = Some(hostname(false, NameSource::SanDns, &["api.example.com"]));
    report.handshake.accepted = false;
    assert_eq!(
        verdict_sentence(&report, Locale::En),
        "The server certificate is not valid for “www.example.org”. API Gateway will reject this chain. Also not met: Key size."
    );
}

#[test]
fn verdict_sentences_are_sound_for_every_finding() {
    for (detail, _) in samples::details() {
        for accepted in [true, false] {
            let report = report_with(&[Finding::on(LEAF, detail.clone())], accepted);
            check(&format!("{detail:?}"), &[], |l| verdict_sentence(&report, l));
        }
    }
    for locale in Locale::ALL {
        assert_eq!(fault(&verdict_sentence(&report(), locale), locale), None);
    }
}

#[test]
fn host_names() {
    let report = report();
    let many: Vec<String> = (0..8).map(|i| format!("n{i}.example")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for (host, needles) in [
        (
            hostname(true, NameSource::SanDns, &["*.example.org"]),
            &["www.example.org", "*.example.org"][..],
        ),
        (
            hostname(false, NameSource::SanDns, &["a.example", "b.example"]),
            &["www.example.org", "a.example", "b.example"],
        ),
        (hostname(false, NameSource::SanIp, &[]), &["www.example.org"]),
        (hostname(false, NameSource::SanDns, &many), &["n4.example", "3"]),
    ] {
        check(&format!("{host:?}"), needles, |l| l.hostname(&report, &host).sentence());
    }
    let common = hostname(false, NameSource::CommonName, &["api.example.com"]);
    assert!(Locale::En.hostname(&report, &common).sentence().contains("common name"));
    assert!(Locale::Fr.hostname(&report, &common).sentence().contains("nom courant"));
}

#[test]
fn repairs_and_their_changes() {
    let mut seen = std::collections::HashSet::new();
    for (repair, needles) in phrases::repairs() {
        check(&format!("{:?}", repair.status), needles, |locale| {
            locale.repair_status(&repair).sentence()
        });
        for locale in Locale::ALL {
            let words = locale.repair_status(&repair);
            is_sentence(&words.sentence());
            assert!(!words.clause().ends_with('.') && !words.clause().contains(". "));
            assert!(seen.insert(words.sentence()), "said twice: {}", words.sentence());
        }
    }

    for (change, needles) in phrases::changes() {
        check(&format!("{change:?}"), needles, |locale| locale.repair_change(&change));
        for locale in Locale::ALL {
            let text = locale.repair_change(&change);
            assert!(!text.ends_with('.') && text.starts_with(char::is_uppercase), "{text:?}");
            assert!(seen.insert(text.clone()), "said twice: {text}");
        }
    }
}

#[cfg(feature = "share")]
mod links {
    use super::*;
    use sslengine_doctor::share::*;

    fn sound(what: &str, needles: &[&str], words: impl Fn(Locale) -> String) {
        check(what, needles, &words);
        for locale in Locale::ALL {
            is_sentence(&words(locale));
        }
    }

    #[test]
    fn errors_of_links() {
        for (error, needles) in phrases::link_errors() {
            sound(&format!("{error:?}"), needles, |locale| locale.link_error(&error));
        }
        for (error, needles) in phrases::encode_errors() {
            sound(&format!("{error:?}"), needles, |locale| locale.encode_error(&error));
        }
        for (error, needles) in phrases::qr_errors() {
            sound(&format!("{error:?}"), needles, |locale| locale.qr_error(&error));
        }
    }

    #[test]
    fn unavailable_certificates() {
        for (why, needles) in phrases::unresolved() {
            sound(&format!("{why:?}"), needles, |locale| locale.link_unresolved(&why));
        }
    }

    #[test]
    fn a_supplied_list_is_not_called_awss() {
        let list = |edition: &str, locale: Locale| locale.phrase(&UiPhrase::ListVersion(&edition.into()));
        assert_eq!(
            list("2022-01-24", Locale::En),
            "AWS’s list of 24 January 2022, unchanged on 9 April 2026"
        );
        assert_eq!(
            list("2022-01-24", Locale::Fr),
            "Liste d’AWS du 24 janvier 2022, inchangée le 9 avril 2026"
        );
        assert_eq!(list("supplied:1", Locale::En), "The supplied list (1 entry)");
        assert_eq!(list("supplied:398", Locale::Fr), "Liste fournie (398\u{a0}entrées)");
        // The version in a link can be any text.
        assert!(!list("\u{202E}x", Locale::En).contains('\u{202E}'));
        let report = good_report();
        let mut now = report_with(&[expired()], false);
        now.tool.trust_list_version = "supplied:1398".into();
        let changes = Summary::of(&report).changes(&now);
        sound("another list", &["2022", "398"], |locale| locale.link_changes(&changes));
    }

    #[test]
    fn changes_since_the_link() {
        let report = good_report();
        let then = Summary::of(&report);
        let same = then.changes(&report);
        sound("the same", &["2026"], |locale| locale.link_changes(&same));
        let mut now = report_with(&[expired()], false);
        now.tool.trust_list_version = "2031-01-02".into();
        now.tool.version = "9.8.7".to_owned();
        let all = then.changes(&now);
        let needles = ["2031", "9.8.7", "2022", &report.tool.version];
        sound("all of it", &needles, |locale| locale.link_changes(&all));
        for locale in Locale::ALL {
            let text = locale.link_changes(&all);
            for word in [
                locale.verdict(Verdict::Pass),
                locale.verdict(Verdict::Fail),
                locale.rule_name(RuleId::Validity),
                locale.outcome(Outcome::Fail),
            ] {
                assert!(text.contains(word), "{locale:?}: {word} is not in {text}");
            }
        }
        let back = Summary::of(&now).changes(&report);
        sound("the other way", &[], |locale| locale.link_changes(&back));
        assert_ne!(Locale::En.link_changes(&all), Locale::En.link_changes(&back));
        // One more warning, and nothing else.
        let mut warned = report.clone();
        warned.rules[1].outcome = Outcome::Warn;
        let one = then.changes(&warned);
        assert_eq!((one.verdict, one.outcomes.len()), (None, 1));
        sound("one rule", &[], |locale| locale.link_changes(&one));
        // Another version with the same answer is not a change.
        let mut other = report.clone();
        other.tool.version = "9.8.7".to_owned();
        assert_eq!(
            Locale::En.link_changes(&then.changes(&other)),
            Locale::En.link_changes(&same)
        );
    }
}

#[test]
fn phrases_of_the_guide() {
    for (phrase, needles) in phrases::guide() {
        check(&format!("{phrase:?}"), needles, |l| l.guide_phrase(&phrase));
    }
}

#[cfg(feature = "cli")]
#[test]
fn words_of_the_command() {
    use sslengine_doctor::i18n::CliText;

    let mut shared = Vec::new();
    for text in CliText::ALL {
        // The last part of the help contains shell commands.
        if *text == CliText::After {
            for locale in Locale::ALL {
                assert_eq!(setting_fault(locale.cli(*text), locale), None);
            }
            assert_eq!(same(|locale| locale.cli(*text)), []);
            continue;
        }
        label(text, &mut shared, |locale| locale.cli(*text).trim());
        for locale in Locale::ALL {
            assert!(
                locale.cli(*text).chars().count() <= 340,
                "{text:?}, {locale:?}: too long"
            );
        }
    }
    assert_eq!(
        shared,
        [
            "ValueOption en fr",
            "ValueHost en es",
            "ValueFormat en fr",
            "ValueShell en fr",
            "ValueShell en es",
            "ValueShell fr es",
            "ValueProxy en fr",
            "ValueProxy en es",
            "ValueProxy fr es",
            "ValueClient en fr",
        ]
    );
    for (phrase, needles) in phrases::command() {
        check(&format!("{phrase:?}"), needles, |l| {
            let words = l.cli_phrase(&phrase);
            assert!(!words.contains('\u{1b}'), "{words:?}");
            words
        });
    }
}
