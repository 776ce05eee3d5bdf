//! Tables of many servers.

use super::*;

pub(super) fn many() -> State {
    State::default()
        .after(Action::NewFiles(kept(3)))
        .after(Action::Several { id: 1, redacted: None })
}

#[test]
fn several_servers_show_a_table_whose_rows_open_and_close() {
    let table = many();
    assert!(table.shows_table());
    assert_eq!(table.phase, Phase::Idle);
    let given = table.source.clone();
    let row = table.after(Action::OpenRow {
        row: 7,
        source: Source::Text("row".into()),
    });
    assert!(!row.shows_table());
    assert!(row.is_together(), "a row is one chain");
    assert!(matches!(row.phase, Phase::Checking { before: None, .. }));
    assert_eq!(row.fleet.as_ref().and_then(|fleet| fleet.open), Some(7));
    let back = answer(&row, row.request.id).after(Action::CloseRow);
    assert!(back.shows_table());
    assert_eq!(
        (back.source.clone(), back.report(), back.former.clone()),
        (given, None, None)
    );
    let late = answer(&row.after(Action::CloseRow), row.request.id);
    assert!(late.shows_table(), "a late answer does not open the row again");
    assert_eq!(late.report(), None);
}

#[test]
fn the_user_can_switch_between_the_table_and_one_chain() {
    let one = many().after(Action::Together(3));
    assert!(!one.shows_table() && one.is_together());
    assert_eq!(one.servers, 3);
    assert!(matches!(one.phase, Phase::Checking { .. }));
    let done = answer(&one, one.request.id);
    assert!(done.report().is_some());
    let asked = done.after(Action::Apart);
    assert!(!asked.is_together());
    assert!(matches!(asked.phase, Phase::Checking { before: None, .. }));
    let several = asked.after(Action::Several {
        id: asked.request.id,
        redacted: None,
    });
    assert!(several.shows_table());
}

#[test]
fn changed_options_keep_the_table_and_another_input_closes_it() {
    let table = many();
    let moved = table.after(Action::At("2027-01-01T00:00".into()));
    assert!(moved.shows_table());
    assert_eq!(moved.phase, Phase::Idle);
    let run = |state: &State| state.fleet.as_ref().map(|fleet| fleet.run);
    assert_ne!(run(&table), run(&table.after(Action::Again)));
    for action in [
        Action::Typed("x".into()),
        Action::NewText("x".into()),
        Action::NewFiles(kept(2)),
        Action::Clear,
        Action::Opening,
    ] {
        assert_eq!(table.after(action.clone()).fleet, None, "{action:?}");
        let one = table.after(Action::Together(3)).after(action.clone());
        assert!(!one.is_together() || matches!(action, Action::Typed(_)), "{action:?}");
    }
}

#[test]
fn many_files_show_a_table_immediately_and_a_late_count_is_ignored() {
    let state = State::default().after(Action::NewFiles(kept(MANY_FILES + 1)));
    assert!(state.shows_table());
    let few = State::default().after(Action::NewFiles(kept(MANY_FILES)));
    assert!(!few.shows_table());
    let late = few
        .after(Action::NewText("x".into()))
        .after(Action::Several { id: 1, redacted: None });
    assert!(!late.shows_table());
    let keys = few.after(Action::Several {
        id: 1,
        redacted: Some("without".into()),
    });
    assert!(keys.key_removed);
    assert_eq!(keys.source, Source::Text("without".into()));
}

#[test]
fn the_table_is_made_for_another_client_and_waits_for_a_truststore() {
    let java = many().after(Action::Client(client("java-8")));
    assert!(java.shows_table());
    assert_eq!(
        (java.phase.clone(), java.request.options.client),
        (Phase::Idle, client("java-8"))
    );
    let lacks = java.after(Action::Client(ClientId::TRUSTSTORE));
    assert_eq!(lacks.phase, Phase::Failed { why: Why::NoTruststore });
    let given = lacks.after(Action::Truststore("cacerts".into()));
    assert!(given.is_checking() && given.shows_table());
    assert_eq!(given.request.kind, RequestKind::Check { as_one_chain: false });
    let read = given.after(Action::Several {
        id: given.request.id,
        redacted: None,
    });
    assert!(read.shows_table());
    assert_eq!(read.phase, Phase::Idle);
    assert_ne!(read.fleet.map(|fleet| fleet.run), given.fleet.map(|fleet| fleet.run));
}
