//! The reducer, action by action.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod many_servers;

use std::rc::Rc;

use super::*;
use crate::cert::UnixTime;
use crate::engine::{InputError, TruststoreError};
use crate::guide::IntegrationKind;
use crate::i18n::Locale;
use crate::ingest::{Hints, Host};
use crate::report::Report;
use crate::report::{CheckedFor, Handshake, InputReport, Outcome, RuleId, RuleReport, SCHEMA_VERSION, Tool, Verdict};
use crate::share::{SharedOptions, Summary};
use crate::trust::ClientId;
use crate::web::protocol::request::RequestKind;
use crate::web::ui::shared::Shared;

fn report(host: Option<&str>) -> Shared<Report> {
    Shared::from(Report {
        client: Default::default(),
        java: "17.0.21.1".to_owned(),
        schema_version: SCHEMA_VERSION,
        tool: Tool {
            version: "0".into(),
            trust_list_version: "2022-01-24".into(),
        },
        at: UnixTime::from_seconds(0),
        asked: CheckedFor {
            hostname: host.map(str::to_owned),
            ..CheckedFor::default()
        },
        verdict: Verdict::Pass,
        rules: vec![],
        handshake: Handshake {
            accepted: true,
            message: None,
            legacy_message: None,
            reason: None,
        },
        hostname: None,
        path: vec![],
        certificates: vec![],
        input: InputReport {
            files: Vec::new(),
            notes: vec![],
            dropped: vec![],
            hints: Hints {
                host: host.map(|name| Host {
                    name: name.into(),
                    port: None,
                }),
                ..Hints::default()
            },
        },
        log_conflict: None,
        fixes: vec![],
    })
}

fn gave(text: &str) -> State {
    State::default().after(Action::NewText(text.into()))
}

fn answer(state: &State, id: u32) -> State {
    state.after(Action::Answered {
        id,
        outcome: Ok(report(None)),
        key_removed: false,
        redacted: None,
    })
}

#[test]
fn a_paste_is_checked_and_folds_the_box() {
    let state = gave("chain");
    assert_eq!((state.request.id, state.folded), (1, true));
    assert_eq!(
        state.phase,
        Phase::Checking {
            before: None,
            read: None
        }
    );
    assert!(matches!(answer(&state, 1).phase, Phase::Done { .. }));
}

#[test]
fn an_answer_to_an_older_check_is_dropped() {
    let state = gave("one").after(Action::NewText("two".into()));
    assert_eq!(answer(&state, 1), state);
    let done = answer(&state, 2);
    assert!(matches!(done.phase, Phase::Done { .. }));
    assert_eq!(answer(&done, 2), done, "a second answer is dropped");
}

#[test]
fn a_changed_field_starts_a_check_and_the_former_report_stays_visible() {
    let done = answer(&gave("chain"), 1);
    for action in [
        Action::Host("a.example".into()),
        Action::At("2026-01-01T00:00".into()),
        Action::Skip(true),
    ] {
        let state = done.after(action);
        assert_eq!(state.request.id, 2);
        assert!(matches!(&state.phase, Phase::Checking { before: Some(_), .. }));
        assert!(state.report().is_some());
    }
}

#[test]
fn another_paste_removes_the_former_report() {
    let state = answer(&gave("one"), 1).after(Action::NewText("two".into()));
    assert!(state.report().is_none());
}

#[test]
fn language_and_colours_change_nothing_else() {
    let done = answer(&gave("chain"), 1);
    let french = done.after(Action::Locale(Locale::Fr)).after(Action::Theme(Theme::Dark));
    assert_eq!(
        State {
            locale: done.locale,
            chosen_locale: done.chosen_locale,
            theme: done.theme,
            ..french
        },
        done
    );
}

#[test]
fn a_failure_keeps_the_text_and_shows_the_box() {
    let state = gave("not a chain").after(Action::Answered {
        id: 1,
        outcome: Err(Why::TooLong),
        key_removed: false,
        redacted: None,
    });
    assert_eq!(state.source, Source::Text("not a chain".into()));
    assert!(!state.folded);
    assert_eq!(state.phase, Phase::Failed { why: Why::TooLong });
}

#[test]
fn a_private_key_is_replaced_without_a_new_check() {
    let state = gave("chain and key");
    let action = Action::Answered {
        id: 1,
        outcome: Ok(report(None)),
        key_removed: true,
        redacted: Some("chain".into()),
    };
    let state = state.after(action);
    assert_eq!(
        (state.source, state.request.id, state.key_removed),
        (Source::Text("chain".into()), 1, true)
    );
}

#[test]
fn a_host_in_the_paste_fills_the_field_once() {
    let answer_with_host = |state: &State, id| {
        state.after(Action::Answered {
            id,
            outcome: Ok(report(Some("api.example.com"))),
            key_removed: false,
            redacted: None,
        })
    };
    let state = answer_with_host(&gave("chain"), 1);
    assert_eq!((state.form.host.as_str(), state.request.id), ("api.example.com", 1));
    assert!(matches!(state.phase, Phase::Done { .. }));
    // The report names the input as the source of the host until the user changes it.
    let again = state.after(Action::Skip(true)).request.options;
    assert_eq!((again.hostname.as_deref(), again.hostname_from_input), (None, true));
    let changed = state.after(Action::Host("b.example".into())).request.options;
    assert_eq!(
        (changed.hostname.as_deref(), changed.hostname_from_input),
        (Some("b.example"), false)
    );
    let emptied = state.after(Action::Host(String::new()));
    assert!(!emptied.request.options.hostname_from_input);
    let answered = emptied.after(Action::Answered {
        id: 2,
        outcome: Ok(report(None)),
        key_removed: false,
        redacted: None,
    });
    assert_eq!((answered.form.host.as_str(), answered.request.id), ("", 2));
    assert!(matches!(answered.phase, Phase::Done { .. }));
}

#[test]
fn blank_text_starts_no_check() {
    let state = gave("chain").after(Action::Typed("  \n".into()));
    assert_eq!((state.phase, state.folded), (Phase::Idle, false));
    let example = Action::Example {
        text: "pem".into(),
        at: "2023-06-15T12:00:00",
        host: "crates.io",
    };
    let after_example = State::default().after(example).after(Action::NewText("chain".into()));
    assert_eq!(
        after_example.form,
        Form::default(),
        "an example's moment does not apply to the next paste"
    );
    let state = gave("chain").after(Action::Clear);
    assert_eq!(
        (state.phase, state.source, state.folded),
        (Phase::Idle, Source::None, false)
    );
}

#[test]
fn reads_the_time_field() {
    let at = |text: &str| {
        Form {
            at: text.into(),
            ..Form::default()
        }
        .moment()
        .map(UnixTime::seconds)
    };
    assert_eq!(at("1970-01-01T00:01"), Some(60));
    assert_eq!(at("1970-01-01T00:01:05"), Some(65));
    assert_eq!(at(""), None);
    assert_eq!(at("soon"), None);
    let now = UnixTime::from_seconds(7);
    assert_eq!(Form::default().options(now).at, now);
}

#[test]
fn only_a_valid_host_is_checked() {
    let hostname = |text: &str| {
        Form {
            host: text.into(),
            ..Form::default()
        }
        .options(UnixTime::from_seconds(0))
        .hostname
    };
    assert_eq!(
        hostname("https://api.example.com:8443/x"),
        Some("api.example.com".into())
    );
    assert_eq!(hostname("$(x)"), None);
}

fn kept(count: usize) -> Kept {
    Kept {
        id: 1,
        name: "chain.pem".into(),
        count,
        bytes: 1,
        all: count,
        all_bytes: 100,
        left_out: Rc::from([]),
    }
}

#[test]
fn reading_many_files_shows_progress_and_can_be_stopped() {
    let state = State::default()
        .after(Action::Collecting(3))
        .after(Action::NewFiles(kept(3)));
    let read = |done| Action::Read { id: 1, done, of: 3 };
    let reading = state.after(read(2));
    assert_eq!(
        reading.phase,
        Phase::Checking {
            before: None,
            read: Some((2, 3))
        }
    );
    let stopped = reading.after(Action::Cancel);
    assert_eq!(
        (&stopped.phase, stopped.folded, stopped.request.id),
        (&Phase::Idle, false, 2)
    );
    assert_eq!(stopped.after(read(3)), stopped);
    assert_eq!(answer(&stopped, 1), stopped, "a late answer is dropped");
    let done = answer(&state, 1);
    let again = done.after(Action::Skip(true)).after(Action::Cancel);
    assert_eq!(again.phase, done.phase, "the former report is shown again");
}

#[test]
fn a_box_that_the_user_opened_stays_open_until_something_is_pasted() {
    let opened = answer(&gave("chain"), 1).after(Action::Unfold);
    let changed = answer(&opened.after(Action::Skip(true)), 2);
    assert_eq!((changed.folded, changed.kept_open), (false, true));
    let pasted = changed.after(Action::NewText("another".into()));
    assert_eq!((pasted.folded, pasted.kept_open), (true, false));
    assert!(!State::default().after(Action::Typed("a line".into())).kept_open);
}

#[test]
fn an_input_without_a_certificate_stays_folded_if_it_was_pasted() {
    let nothing = || Action::Answered {
        id: 1,
        outcome: Err(Why::Input(InputError::NoCertificate {
            input: Box::new(report(None).input.clone()),
        })),
        key_removed: false,
        redacted: None,
    };
    assert!(gave("a line of a log").after(nothing()).folded, "the answer is first");
    let typed = State::default().after(Action::Typed("a line".into()));
    assert!(!typed.after(nothing()).folded, "the user is writing");
}

#[test]
fn in_a_wide_window_the_first_unmet_requirement_is_explained() {
    let outcomes = [Outcome::Pass, Outcome::Fail, Outcome::Fail, Outcome::Pass];
    let rules = RuleId::ALL.into_iter().zip(outcomes);
    let rules = rules.map(|(rule, outcome)| RuleReport {
        rule,
        outcome,
        findings: vec![],
    });
    let report = Report {
        rules: rules.collect(),
        ..Report::clone(&report(None))
    };
    let done = gave("chain").after(Action::Answered {
        id: 1,
        outcome: Ok(Shared::from(report)),
        key_removed: false,
        redacted: None,
    });
    assert_eq!(done.open_rule(), None);
    let wide = done.after(Action::Wide(true));
    assert_eq!(wide.open_rule(), Some(RuleId::Validity));
    let other = wide.after(Action::Rule(RuleId::KeySize));
    assert_eq!(other.open_rule(), Some(RuleId::KeySize));
    let closed = other.after(Action::Rule(RuleId::KeySize));
    assert_eq!(closed.open_rule(), None);
    assert_eq!(wide.after(Action::Rule(RuleId::Validity)).open_rule(), None);
    let next = closed.after(Action::NewText("other".into()));
    assert_eq!(next.rule, OpenRule::Default, "the next answer opens its own");
}

#[test]
fn the_colours_change_in_a_circle() {
    let all = [Theme::System, Theme::Light, Theme::Dark];
    assert_eq!(all.map(Theme::next), [Theme::Light, Theme::Dark, Theme::System]);
}

#[test]
fn files_that_are_all_too_large_are_refused() {
    let state = State::default().after(Action::NewFiles(kept(0)));
    assert!(matches!(&state.phase, Phase::Failed { why: Why::TooLarge(kept) } if kept.name == "chain.pem"));
    assert!(!state.folded);
}

#[test]
fn a_private_key_in_a_file_is_reported() {
    let state = State::default()
        .after(Action::NewFiles(kept(1)))
        .after(Action::Answered {
            id: 1,
            outcome: Ok(report(None)),
            key_removed: true,
            redacted: None,
        });
    assert_eq!((state.key_removed, state.source), (true, Source::Files(kept(1))));
}

#[test]
fn the_switch_counts_only_for_integrations_that_have_it() {
    let mut asked = Form {
        skip: true,
        ..Form::default()
    };
    assert!(asked.skips());
    asked.kind = IntegrationKind::HttpApiPrivate;
    assert!(!asked.skips());
    let done = answer(&gave("chain").after(Action::Skip(true)), 2);
    assert_eq!(done.after(Action::Kind(IntegrationKind::RestVpcLinkV1)).request.id, 2);
    assert_eq!(done.after(Action::Kind(IntegrationKind::HttpApiPublic)).request.id, 3);
}

#[test]
fn the_previous_report_is_kept_to_compare_with() {
    let first = answer(&gave("one"), 1);
    let second = answer(&first.after(Action::NewText("two".into())), 2);
    assert!(second.former.is_some());
    assert!(second.after(Action::ForgetFormer).former.is_none());
    assert!(second.after(Action::Clear).former.is_none());
}

#[test]
fn a_repair_of_an_older_check_is_dropped() {
    let passed = answer(&gave("chain"), 1);
    assert_eq!(
        passed.repair,
        Repairing::Idle,
        "an accepted chain is repaired on request"
    );
    let refused = gave("chain").after(Action::Answered {
        id: 1,
        outcome: Ok(Shared::from(Report {
            verdict: Verdict::Fail,
            ..Report::clone(&report(None))
        })),
        key_removed: false,
        redacted: None,
    });
    assert_eq!(
        refused.repair,
        Repairing::Making,
        "a rejected chain is repaired immediately"
    );
    let wanted = passed.after(Action::WantRepair);
    assert_eq!(wanted.repair, Repairing::Making);
    let late = wanted.after(Action::Repaired { id: 0, repair: None });
    assert_eq!(late.repair, Repairing::Making);
    let failed = wanted.after(Action::Repaired { id: 1, repair: None });
    assert_eq!(failed.repair, Repairing::Failed);
    assert_eq!(wanted.after(Action::Skip(true)).repair, Repairing::Idle);
}

#[test]
fn a_pasted_list_is_used_and_the_box_waits_for_a_chain() {
    let input = InputReport {
        hints: Hints {
            aws_list: true,
            ..Hints::default()
        },
        ..InputReport::default()
    };
    let state = gave("Alias name: …").after(Action::Answered {
        id: 1,
        outcome: Err(Why::Input(InputError::NoCertificate { input: Box::new(input) })),
        key_removed: false,
        redacted: None,
    });
    assert_eq!(
        (state.request.list.as_deref(), &state.phase),
        (Some("Alias name: …"), &Phase::Idle)
    );
    assert_eq!(state.source, Source::None);
}

#[test]
fn an_opened_link_is_checked_with_its_shared_options() {
    let answer = Shared::from(Summary::of(&report(None)));
    let asked = SharedOptions {
        at: UnixTime::parse_rfc3339("2026-01-02T03:04:05Z").ok(),
        hostname: Some("api.example.com".into()),
        insecure_skip_verification: true,
        language: Some("fr".into()),
        ..SharedOptions::default()
    };
    let opened = Action::Opened {
        pem: "pem".into(),
        asked,
        answer,
    };
    let state = State::default().after(Action::Opening).after(opened.clone());
    assert_eq!(
        (state.form.at.as_str(), state.form.host.as_str()),
        ("2026-01-02T03:04:05", "api.example.com")
    );
    assert!(state.form.skips() && state.shared.is_some());
    assert_eq!(state.locale, Locale::Fr);
    let english = State::default().after(Action::Locale(Locale::En)).after(opened);
    assert_eq!(english.locale, Locale::En, "the language that the user chose stays");
}

#[test]
fn the_request_has_the_users_options() {
    let state = gave("chain")
        .after(Action::Skip(true))
        .after(Action::At("2026-01-01T00:00".into()));
    assert!(state.request.options.insecure_skip_verification);
    let at = UnixTime::parse_rfc3339("2026-01-01T00:00:00Z").unwrap();
    let now = UnixTime::from_seconds(7);
    assert_eq!(state.timed_request(now).options.at, at);
    assert_eq!(gave("chain").timed_request(now).options.at, now);
    let listed = state.after(Action::List(Some("Alias name: x".into())));
    assert_eq!(listed.request.list.as_deref(), Some("Alias name: x"));
    let together = many_servers::many().after(Action::Together(3));
    assert_eq!(together.request.kind, RequestKind::Check { as_one_chain: true });
}

#[test]
fn an_input_keeps_its_number_until_it_has_to_be_read_again() {
    let first = answer(&gave("chain"), 1);
    let same = first.after(Action::Skip(true)).after(Action::Host("a.example".into()));
    assert_eq!(same.request.input, first.request.input);
    let redacted = gave("chain and key").after(Action::Answered {
        id: 1,
        outcome: Ok(report(Some("api.example.com"))),
        key_removed: true,
        redacted: Some("chain".into()),
    });
    let again = redacted.after(Action::Host("b.example".into()));
    assert_eq!((again.request.id, again.request.input), (2, 1));
    for action in [
        Action::Typed("other".into()),
        Action::NewText("other".into()),
        Action::NewFiles(kept(1)),
        Action::Clear,
        Action::Again,
    ] {
        assert_ne!(
            first.after(action.clone()).request.input,
            first.request.input,
            "{action:?}"
        );
    }
}

fn client(id: &str) -> ClientId {
    ClientId::parse(id).unwrap()
}

#[test]
fn another_client_is_checked_without_the_options_of_api_gateway() {
    let state = answer(&gave("chain").after(Action::Skip(true)), 2);
    assert!(state.request.options.insecure_skip_verification);
    let java = state.after(Action::Client(client("temurin-17.0.9")));
    assert_eq!(
        (java.request.id, java.request.options.client),
        (3, client("temurin-17.0.9"))
    );
    assert!(!java.request.options.insecure_skip_verification && java.is_checking());
    let back = java.after(Action::Client(ClientId::API_GATEWAY));
    assert!(back.request.options.insecure_skip_verification);
}

#[test]
fn a_client_certificate_is_checked_as_one_until_the_client_changes() {
    let state = answer(&gave("chain"), 1).after(Action::ClientCertificate(true));
    assert!(state.request.options.client_certificate && state.is_checking());
    let java = state.after(Action::Client(client("java-8")));
    assert!(!java.request.options.client_certificate);
    let back = java.after(Action::Client(ClientId::API_GATEWAY));
    assert!(back.request.options.client_certificate);
    let off = back.after(Action::ClientCertificate(false));
    assert!(!off.request.options.client_certificate);

    // There is no repair for it.
    let mut rejected = Report::clone(&report(None));
    rejected.verdict = Verdict::Fail;
    rejected.asked.client_certificate = true;
    let answered = |report: Report| {
        state.after(Action::Answered {
            id: state.request.id,
            outcome: Ok(Shared::from(report)),
            key_removed: false,
            redacted: None,
        })
    };
    assert_eq!(answered(rejected.clone()).repair, Repairing::Idle);
    rejected.asked.client_certificate = false;
    assert_eq!(answered(rejected).repair, Repairing::Making);
}

#[test]
fn the_client_stays_for_the_next_chain_and_a_new_check_forgets_it() {
    let state = answer(&gave("chain").after(Action::Client(client("java-8"))), 2);
    let next = state.after(Action::NewText("other".into()));
    assert_eq!(next.request.options.client, client("java-8"));
    let new = state.after(Action::Clear);
    assert_eq!((new.form.client, new.truststore), (ClientId::API_GATEWAY, None));
}

#[test]
fn a_truststore_is_required_before_a_check_and_has_a_number_of_its_own() {
    let state = answer(&gave("chain"), 1).after(Action::Client(ClientId::TRUSTSTORE));
    assert_eq!(state.phase, Phase::Failed { why: Why::NoTruststore });
    assert!(state.shows_fields() && state.request.truststore == 0);
    let given = state.after(Action::Truststore("cacerts".into()));
    assert!(given.is_checking() && given.shows_fields());
    assert_eq!(given.request.truststore, 1);
    assert_eq!(given.request.input, state.request.input, "the chain is not read again");
    // The password makes the engine read it again, and another client does not need it.
    assert_eq!(given.after(Action::Again).request.truststore, 2);
    let other = given.after(Action::Client(ClientId::API_GATEWAY));
    assert_eq!(other.request.truststore, 0);
    let again = other.after(Action::Client(ClientId::TRUSTSTORE));
    assert_eq!(again.request.truststore, 1, "the same file");
    assert_eq!(given.after(Action::Truststore("other".into())).request.truststore, 2);
}

#[test]
fn a_truststore_that_cannot_be_used_keeps_the_fields() {
    let state = gave("chain").after(Action::Truststore("cacerts".into()));
    let why = Why::Truststore(TruststoreError::NothingTrusted { certificates: 2 });
    let failed = state.after(Action::Answered {
        id: state.request.id,
        outcome: Err(why.clone()),
        key_removed: false,
        redacted: None,
    });
    assert_eq!(failed.phase, Phase::Failed { why });
    assert!(failed.shows_fields() && !failed.folded);
}

#[test]
fn a_link_opens_for_its_client_and_asks_for_a_truststore() {
    let open = |client| {
        let asked = SharedOptions {
            client,
            ..SharedOptions::default()
        };
        let state = State::default().after(Action::Truststore("cacerts".into()));
        state.after(Action::Opening).after(Action::Opened {
            pem: "chain".into(),
            asked,
            answer: Shared::from(Summary::of(&report(None))),
        })
    };
    let java = open(client("debian-12"));
    assert_eq!(java.request.options.client, client("debian-12"));
    assert!(java.is_checking());
    let own = open(ClientId::TRUSTSTORE);
    assert_eq!(own.phase, Phase::Failed { why: Why::NoTruststore });
    assert_eq!(
        own.truststore, None,
        "the truststore of the tab is not that of the link"
    );
    assert!(!own.folded && own.shows_fields());
}

#[test]
fn choosing_a_client_shows_the_fields_without_a_verdict() {
    let failed = gave("a stack trace").after(Action::Answered {
        id: 1,
        outcome: Err(Why::Input(InputError::Empty)),
        key_removed: false,
        redacted: None,
    });
    assert!(!failed.shows_fields());
    let choosing = failed.after(Action::ChooseClient);
    assert!(choosing.shows_fields() && !choosing.folded);
    let chosen = choosing.after(Action::Client(client("java-8")));
    let pasted = chosen.after(Action::NewText("chain".into()));
    assert_eq!(pasted.request.options.client, client("java-8"));
    assert!(pasted.folded && !pasted.shows_fields());
}
