//! Filters and sorts rows in steps of a few milliseconds, so a hundred thousand rows do not block
//! the page.

use std::cmp::Ordering;

use super::Row;
use crate::report::{Outcome, RuleId, Verdict};

/// Rows filtered in one step.
const LOOKED_AT: usize = 4_000;
/// Rows sorted at once, before the sorted runs are merged.
const RUN: usize = 500;
/// Rows merged in one step, unless a single merge has more.
const MERGED: usize = 8_000;

/// The column by which rows are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// File and line. They also order rows that are otherwise equal, so the table does not depend
    /// on which engine was faster.
    #[default]
    Input,
    /// The verdict, rejected first.
    Verdict,
    /// A rule's outcome, the worst first.
    Rule(RuleId),
    /// The certificate's name.
    Name,
    /// The root's name.
    Anchor,
    /// The days left.
    Days,
}

/// A filter for rows, and their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words that must all occur in a row's name, file, root or reason.
    pub text: String,
    /// Only rows with this verdict.
    pub verdict: Option<Verdict>,
    /// Only rows that do not meet this rule.
    pub rule: Option<RuleId>,
    /// The column to sort by.
    pub column: Column,
    /// Whether the order is reversed.
    pub descending: bool,
}

impl Query {
    /// Whether the query matches every row.
    #[must_use]
    pub fn takes_all(&self) -> bool {
        self.text.trim().is_empty() && self.verdict.is_none() && self.rule.is_none()
    }

    /// Whether the query matches every row and keeps the input's order.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.takes_all() && self.column == Column::Input && !self.descending
    }

    /// Sorts by `column`. If the query already sorts by it, reverses the order.
    #[must_use]
    pub fn sorted_by(&self, column: Column) -> Self {
        Self {
            column,
            descending: self.column == column && !self.descending,
            ..self.clone()
        }
    }

    fn takes(&self, row: &Row, words: &[String]) -> bool {
        let has = |word: &String| {
            [&row.name, &row.path, &row.anchor, &row.reason]
                .iter()
                .any(|text| contains(text, word))
        };
        self.verdict.is_none_or(|verdict| row.verdict == verdict)
            && self.rule.is_none_or(|rule| row.outcome(rule) == Outcome::Fail)
            && words.iter().all(has)
    }

    fn compare(&self, a: &Row, b: &Row) -> Ordering {
        let direct = |order: Ordering| if self.descending { order.reverse() } else { order };
        match self.column {
            Column::Input => direct(by_place(a, b)),
            Column::Verdict => direct(rank_of(a.verdict).cmp(&rank_of(b.verdict))),
            Column::Rule(rule) => direct(rank(a.outcome(rule)).cmp(&rank(b.outcome(rule)))),
            Column::Name => named(&a.name, &b.name, direct),
            Column::Anchor => named(&a.anchor, &b.anchor, direct),
            Column::Days => match (a.not_after, b.not_after) {
                (Some(one), Some(other)) => direct(one.cmp(&other)),
                (one, other) => other.is_some().cmp(&one.is_some()),
            },
        }
        .then_with(|| by_place(a, b))
    }
}

/// Rows without a name come last in both directions.
fn named(a: &str, b: &str, direct: impl Fn(Ordering) -> Ordering) -> Ordering {
    match (a.is_empty(), b.is_empty()) {
        (false, false) => direct(ignoring_case(a, b)),
        (empty, other) => empty.cmp(&other),
    }
}

/// Compares by file, line and server.
fn by_place(a: &Row, b: &Row) -> Ordering {
    ignoring_case(&a.path, &b.path).then_with(|| (a.line, a.server).cmp(&(b.line, b.server)))
}

/// Compares without regard to case. Digits are not compared as numbers.
fn ignoring_case(a: &str, b: &str) -> Ordering {
    let letters = |text: &str| -> Vec<char> { text.chars().flat_map(char::to_lowercase).collect() };
    if a.is_ascii() && b.is_ascii() {
        let lower = |byte: u8| byte.to_ascii_lowercase();
        a.bytes().map(lower).cmp(b.bytes().map(lower))
    } else {
        letters(a).cmp(&letters(b))
    }
}

fn rank_of(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Fail => 0,
        Verdict::Inconclusive => 1,
        Verdict::Pass => 2,
    }
}

fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Fail => 0,
        Outcome::Unknown => 1,
        Outcome::Warn => 2,
        Outcome::Pass => 3,
        Outcome::NotApplicable => 4,
    }
}

/// Whether `text` contains `word`, which is in lower case, ignoring case.
fn contains(text: &str, word: &str) -> bool {
    if text.is_ascii() && word.is_ascii() {
        let word = word.as_bytes();
        text.as_bytes()
            .windows(word.len().max(1))
            .any(|part| part.eq_ignore_ascii_case(word))
            || word.is_empty()
    } else {
        text.to_lowercase().contains(word)
    }
}

/// A search in progress. Call [`Self::step`] until it returns true, with the same rows; more may
/// have been added at the end.
#[derive(Clone, Debug)]
pub struct Search {
    query: Query,
    words: Vec<String>,
    /// The number of rows to filter, and how many have been.
    rows: usize,
    seen: usize,
    found: Vec<u32>,
    /// The merged runs.
    merged: Vec<u32>,
    /// The length of the sorted runs; 0 until all rows have been filtered.
    run: usize,
    /// The position up to which the runs have been sorted or merged.
    done: usize,
}

impl Search {
    /// Starts a search over the first `rows` rows.
    #[must_use]
    pub fn new(query: Query, rows: usize) -> Self {
        Self {
            words: query.text.split_whitespace().map(str::to_lowercase).collect(),
            query,
            rows,
            seen: 0,
            found: Vec::new(),
            merged: Vec::new(),
            run: 0,
            done: 0,
        }
    }

    /// Does a part of the work; returns true when the search is complete.
    pub fn step(&mut self, rows: &[Row]) -> bool {
        if self.seen < self.rows {
            self.look(rows);
            false
        } else if self.run == 0 {
            self.sort_runs(rows);
            false
        } else if self.run < self.found.len() {
            self.merge_runs(rows);
            false
        } else {
            true
        }
    }

    /// The indices of the rows that match, in order.
    #[must_use]
    pub fn order(self) -> Vec<u32> {
        self.found
    }

    fn look(&mut self, rows: &[Row]) {
        let end = self.rows.min(self.seen.saturating_add(LOOKED_AT));
        for place in self.seen..end {
            if let (Some(row), Ok(number)) = (rows.get(place), u32::try_from(place))
                && self.query.takes(row, &self.words)
            {
                self.found.push(number);
            }
        }
        self.seen = end;
    }

    fn sort_runs(&mut self, rows: &[Row]) {
        let end = self.found.len().min(self.done.saturating_add(LOOKED_AT));
        let query = &self.query;
        if let Some(part) = self.found.get_mut(self.done..end) {
            for run in part.chunks_mut(RUN) {
                run.sort_by(|a, b| compare(query, rows, *a, *b));
            }
        }
        self.done = end;
        if end == self.found.len() {
            (self.run, self.done) = (RUN, 0);
        }
    }

    fn merge_runs(&mut self, rows: &[Row]) {
        let mut merged = 0;
        while self.done < self.found.len() && merged < MERGED {
            let rest = self.found.get(self.done..).unwrap_or_default();
            let (mut left, tail) = rest.split_at(self.run.min(rest.len()));
            let (mut right, _) = tail.split_at(self.run.min(tail.len()));
            let length = left.len().saturating_add(right.len());
            while let (Some((a, after_a)), Some((b, after_b))) = (left.split_first(), right.split_first()) {
                // The merge is stable: of equal rows, the left run's comes first.
                if compare(&self.query, rows, *a, *b) == Ordering::Greater {
                    self.merged.push(*b);
                    right = after_b;
                } else {
                    self.merged.push(*a);
                    left = after_a;
                }
            }
            self.merged.extend_from_slice(left);
            self.merged.extend_from_slice(right);
            self.done = self.done.saturating_add(length);
            merged = merged.saturating_add(length);
        }
        if self.done >= self.found.len() {
            self.found = std::mem::take(&mut self.merged);
            self.run = self.run.saturating_mul(2);
            self.done = 0;
        }
    }
}

fn compare(query: &Query, rows: &[Row], a: u32, b: u32) -> Ordering {
    let row = |place: u32| usize::try_from(place).ok().and_then(|place| rows.get(place));
    match (row(a), row(b)) {
        (Some(a), Some(b)) => query.compare(a, b),
        _ => Ordering::Equal,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::super::samples::row;
    use super::*;

    fn found(rows: &[Row], query: Query) -> Vec<u32> {
        let mut search = Search::new(query, rows.len());
        let mut steps = 0;
        while !search.step(rows) {
            steps += 1;
            assert!(steps < 100_000, "the search does not end");
        }
        search.order()
    }

    fn rows() -> Vec<Row> {
        let mut rows = vec![
            row("b.example", Verdict::Pass, 90),
            row("A.example", Verdict::Fail, -3),
            row("é.example", Verdict::Pass, 5),
            row("", Verdict::Fail, 400),
            row("c.example", Verdict::Fail, 30),
        ];
        rows[4].anchor = String::new();
        rows[3].not_after = None;
        rows
    }

    fn query(column: Column, descending: bool) -> Query {
        Query {
            column,
            descending,
            ..Query::default()
        }
    }

    #[test]
    fn sorts_by_every_column_both_ways_and_rows_without_a_value_come_last() {
        for (column, up, down) in [
            (Column::Input, [3, 1, 0, 4, 2], [2, 4, 0, 1, 3]),
            (Column::Verdict, [3, 1, 4, 0, 2], [0, 2, 3, 1, 4]),
            (Column::Rule(RuleId::Chain), [3, 1, 4, 0, 2], [0, 2, 3, 1, 4]),
            (Column::Rule(RuleId::Validity), [3, 1, 0, 4, 2], [3, 1, 0, 4, 2]),
            (Column::Name, [1, 0, 4, 2, 3], [2, 4, 0, 1, 3]),
            (Column::Anchor, [3, 1, 0, 2, 4], [3, 1, 0, 2, 4]),
            (Column::Days, [1, 2, 4, 0, 3], [0, 4, 2, 1, 3]),
        ] {
            assert_eq!(found(&rows(), query(column, false)), up, "{column:?}");
            assert_eq!(found(&rows(), query(column, true)), down, "{column:?}, reversed");
        }
    }

    #[test]
    fn filters_by_words_verdict_and_rule() {
        let text = |text: &str| Query {
            text: text.to_owned(),
            ..Query::default()
        };
        assert_eq!(found(&rows(), text("")), [3, 1, 0, 4, 2]);
        assert_eq!(found(&rows(), text(" a.EXAMPLE")), [1]);
        assert_eq!(found(&rows(), text("É amazon")), [2]);
        assert_eq!(found(&rows(), text("issuer-missing .pem")), [3, 1, 4]);
        assert_eq!(found(&rows(), text("b.example nothing")), [0; 0]);
        let refused = Query {
            verdict: Some(Verdict::Fail),
            ..query(Column::Days, false)
        };
        assert_eq!(found(&rows(), refused.clone()), [1, 4, 3]);
        assert!(!refused.takes_all());
        let rule = |rule| Query {
            rule: Some(rule),
            ..Query::default()
        };
        assert_eq!(found(&rows(), rule(RuleId::Chain)), [3, 1, 4]);
        assert_eq!(found(&rows(), rule(RuleId::KeySize)), [0; 0]);
    }

    #[test]
    fn many_rows_are_sorted_as_the_standard_library_sorts_them() {
        for count in [0_usize, 1, 499, 500, 501, 12_345, 33_000] {
            let rows: Vec<Row> = (0..count)
                .map(|i| row(&format!("n{}", i * 7_919 % 1_000), Verdict::Pass, 1))
                .collect();
            let mut expected: Vec<u32> = (0..u32::try_from(count).unwrap()).collect();
            expected.sort_by(|a, b| rows[*a as usize].name.cmp(&rows[*b as usize].name));
            assert_eq!(found(&rows, query(Column::Name, false)), expected, "{count}");
        }
    }

    #[test]
    fn a_second_click_on_a_column_reverses_the_order() {
        let once = Query::default().sorted_by(Column::Name);
        assert!(!once.descending);
        assert!(once.sorted_by(Column::Name).descending);
        assert!(!once.sorted_by(Column::Name).sorted_by(Column::Days).descending);
    }

    #[test]
    fn rows_added_during_a_search_do_not_affect_it() {
        let mut all = rows();
        let mut search = Search::new(query(Column::Name, false), 2);
        search.step(&all);
        all.push(row("0", Verdict::Pass, 1));
        while !search.step(&all) {}
        assert_eq!(search.order(), [1, 0]);
    }
}
