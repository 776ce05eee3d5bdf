//! The time line of a real chain at several moments.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use super::scale::YEAR;
use super::*;
use crate::engine::{Options, judge, plan};
use crate::verify::{Verifier, native::NativeVerifier};

const CRATES_IO: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/fixtures/real/crates-io.pem"
));

fn report(at: &str) -> Report {
    let options = Options::at(UnixTime::parse_rfc3339(at).unwrap());
    let plan = plan(CRATES_IO.into(), &options).unwrap();
    judge(&plan, &NativeVerifier.verify_all(plan.checks()))
}

fn drawing(at: &str, width: f64) -> Drawing {
    lay_out(Locale::En, &report(at), width)
}

fn years(drawing: &Drawing) -> Vec<i32> {
    drawing.ticks.iter().map(|tick| tick.year).collect()
}

/// Nothing leaves the drawing, rows stand one under the other, ticks keep their distance.
fn is_sound(drawing: &Drawing) {
    let inside = |label: &Label, size: f64, face: Face| {
        let end = label.x + width_of(&label.text, size, face);
        assert!(label.x >= 0.0 && end <= drawing.width + 0.01, "{label:?} ends at {end}");
    };
    let mut above = drawing.span.0;
    for row in &drawing.rows {
        inside(&row.name, 14.5, Face::Bold);
        assert!(!row.words.is_empty());
        for line in &row.words {
            inside(line, SIZE, Face::Bold);
            assert!(!line.text.ends_with('…') && line.y < drawing.span.1, "{line:?}");
        }
        assert!(
            row.track.y > above + 8.0 && row.track.bottom() < drawing.span.1,
            "{row:?}"
        );
        above = row.words.last().unwrap().y.max(row.track.bottom());
        assert!(row.track.x >= 0.0 && row.track.x + row.track.width <= drawing.width);
    }
    inside(&drawing.now_label, SIZE, Face::Bold);
    let first = drawing.rows[0].track;
    assert!(drawing.now > first.x && drawing.now < first.x + first.width);
    for pair in drawing.ticks.windows(2) {
        assert!(pair[1].x - pair[0].x >= 40.0, "{pair:?}");
    }
}

#[test]
fn the_scale_shows_some_years_and_breaks_a_roots_decades() {
    let drawing = drawing("2023-06-15T12:00:00Z", 358.0);
    is_sound(&drawing);
    // 2022 begins too near to the edge for its number.
    assert_eq!(years(&drawing), [2023, 2024, 2025]);
    let names: Vec<&str> = drawing.rows.iter().map(|row| row.name.text.as_str()).collect();
    assert_eq!(names, ["crates.io", "Amazon RSA 2048 M02", "Amazon Root CA 1"]);
    let cuts: Vec<(bool, bool)> = drawing.rows.iter().map(|row| row.cut).collect();
    assert_eq!(cuts, [(false, false), (false, true), (true, true)]);
    assert_eq!(drawing.rows[0].words[0].text, "253 days left");
    // One piece where the bar is whole, two more at each broken end.
    let pieces: Vec<usize> = drawing.rows.iter().map(|row| row.bar.matches('M').count()).collect();
    assert_eq!(pieces, [1, 3, 5]);
    assert!(drawing.rows.iter().all(|row| !row.rest.is_empty()));
}

#[test]
fn expired_and_early_are_told_in_words() {
    let late = drawing("2025-06-15T12:00:00Z", 358.0);
    is_sound(&late);
    assert_eq!(late.rows[0].status, ValidityStatus::Expired);
    assert_eq!(late.rows[0].words[0].text, "expired 477 days ago");
    assert!(late.rows[0].rest.is_empty());

    let early = drawing("2021-06-15T12:00:00Z", 358.0);
    is_sound(&early);
    assert_eq!(early.rows[0].words[0].text, "not yet valid, begins in 588 days");

    let soon = drawing("2024-02-20T12:00:00Z", 358.0);
    assert!(soon.rows[0].soon && !soon.rows[1].soon);
}

#[test]
fn a_period_far_away_is_an_arrow_at_the_edge() {
    let drawing = drawing("2060-06-15T12:00:00Z", 358.0);
    is_sound(&drawing);
    assert!(drawing.rows.iter().all(|row| row.off == Some(Off::Before)));
    let track = drawing.rows[0].track;
    assert!(
        drawing.rows[0].bar.contains(&format!("L{:.1} ", track.x)),
        "{}",
        drawing.rows[0].bar
    );
}

#[test]
fn is_sound_at_every_width_in_every_language_at_every_moment() {
    for at in [
        "0001-01-01T00:00:00Z",
        "2015-01-01T00:00:00Z",
        "2023-06-15T12:00:00Z",
        "9999-12-31T00:00:00Z",
    ] {
        let report = report(at);
        for locale in Locale::ALL {
            for width in [0.0, 288.0, 358.0, 643.0, 700.0, 1200.0, 5000.0] {
                is_sound(&lay_out(locale, &report, width));
            }
        }
    }
}

#[test]
fn wide_rows_have_name_bar_and_words_side_by_side() {
    let drawing = drawing("2023-06-15T12:00:00Z", 1200.0);
    let row = &drawing.rows[0];
    assert!(row.name.x < row.track.x && row.track.x + row.track.width < row.words[0].x);
    assert!((row.name.y - row.words[0].y).abs() < 0.01);
}

#[test]
fn a_bar_lies_where_its_dates_do() {
    let scale = Scale {
        from: 0,
        until: 100,
        left: 10.0,
        right: 210.0,
    };
    assert!(
        (scale.x(0) - 10.0).abs() < 1e-9 && (scale.x(25) - 60.0).abs() < 1e-9 && (scale.x(100) - 210.0).abs() < 1e-9
    );
    let at = UnixTime::parse_rfc3339("2026-06-15T12:00:00Z").unwrap().seconds();
    let period = |from: i64, until: i64| Period {
        name: String::new(),
        from: UnixTime::from_seconds(at + from * YEAR),
        until: UnixTime::from_seconds(at + until * YEAR),
        status: ValidityStatus::Valid,
        index: None,
    };
    let wide = super::scale::scale(at, &[period(-6, 7), period(-20, 20)], 0.0, 300.0);
    assert!(
        wide.from < at - 6 * YEAR && wide.from > at - 7 * YEAR,
        "the leaf's whole period, not the root's"
    );
    assert!(wide.until > at + 7 * YEAR && wide.until < at + 8 * YEAR);
}
