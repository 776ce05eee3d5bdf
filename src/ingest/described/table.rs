//! Rows of a table that describe certificates: what `psql`, `mysql` and Markdown print of columns
//! such as subject, issuer and not_after.
//!
//! The line with the names of the columns, or the line before a record in the extended form, begins
//! the table. A line with another number of cells ends it.

use super::label::Label;
use crate::cert::UnixTime;
use crate::ingest::report::described::{Described, DescribedBy};
use crate::ingest::text::excerpt::excerpt;

/// The most columns of a table.
const MAX_COLUMNS: usize = 64;

/// What a column says about the certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// What a line of a description says, too.
    Field(Label),
    /// The common name of the subject.
    CommonName,
}

/// The names of columns, in lowercase and without separators.
const COLUMNS: &[(&[&str], Column)] = &[
    (
        &[
            "subject",
            "subjectdn",
            "subjectname",
            "certsubject",
            "certificatesubject",
        ],
        Column::Field(Label::Subject),
    ),
    (&["cn", "commonname", "subjectcn"], Column::CommonName),
    (
        &[
            "issuer",
            "issuerdn",
            "issuername",
            "issuercn",
            "certissuer",
            "certificateissuer",
            "issuedby",
        ],
        Column::Field(Label::Issuer),
    ),
    (&["serial", "serialnumber", "serialno"], Column::Field(Label::Serial)),
    (
        &["notbefore", "validfrom", "validafter", "notvalidbefore"],
        Column::Field(Label::NotBefore),
    ),
    (
        &[
            "notafter",
            "validto",
            "validuntil",
            "notvalidafter",
            "expiresat",
            "expirydate",
            "expirationdate",
        ],
        Column::Field(Label::NotAfter),
    ),
    (
        &["keyalgorithm", "keytype", "publickeyalgorithm"],
        Column::Field(Label::Algorithm),
    ),
    (&["keysize", "keybits", "keylength"], Column::Field(Label::KeyBits)),
    (
        &[
            "san",
            "sans",
            "subjectaltname",
            "subjectaltnames",
            "dnsnames",
            "altnames",
            "namevalue",
        ],
        Column::Field(Label::Name),
    ),
];

/// The table that is being read.
#[derive(Debug, Default)]
pub(super) struct Table {
    columns: Vec<Option<Column>>,
    /// The record that is being read in the extended form.
    record: Option<(Described, usize)>,
}

/// What a line of a table is.
pub(super) enum Line {
    /// Not part of a table.
    Other,
    /// Part of a table.
    Part,
    /// The last line of a description, which begins at this place.
    Row(Box<Described>, usize),
}

impl Table {
    /// Reads the next line, which begins at `at`.
    pub fn line(&mut self, line: &[u8], at: usize) -> Line {
        let line = line.trim_ascii();
        if is_record(line) {
            let ended = self.take();
            self.record = Some((Described::new(DescribedBy::Table), at));
            return ended.map_or(Line::Part, |(described, at)| Line::Row(Box::new(described), at));
        }
        if self.record.is_some() {
            return self.field(line);
        }
        if !line.contains(&b'|') {
            if !is_rule(line) {
                self.columns.clear();
            }
            return if self.columns.is_empty() {
                Line::Other
            } else {
                Line::Part
            };
        }
        let cells = || cells(line).take(MAX_COLUMNS);
        if self.columns.is_empty() {
            let columns: Vec<Option<Column>> = cells().map(column).collect();
            if !says_enough(&columns) {
                return Line::Other;
            }
            self.columns = columns;
            return Line::Part;
        }
        if is_rule(line) {
            return Line::Part;
        }
        if cells().count() != self.columns.len() {
            self.columns.clear();
            return Line::Other;
        }
        let mut row = Described::new(DescribedBy::Table);
        for (column, value) in self.columns.iter().zip(cells()) {
            row.put_cell(*column, value);
        }
        // A row of words is no certificate.
        if row.not_after.is_none() && self.columns.contains(&Some(Column::Field(Label::NotAfter))) {
            return Line::Part;
        }
        Line::Row(Box::new(row), at)
    }

    /// Ends the table; returns the record that is open and where it begins.
    pub fn take(&mut self) -> Option<(Described, usize)> {
        self.columns.clear();
        self.record.take()
    }

    /// Reads a line of a record: the name of a column and its value.
    fn field(&mut self, line: &[u8]) -> Line {
        let separator = line.iter().position(|byte| matches!(byte, b'|' | b':'));
        let parts = separator.and_then(|at| Some((line.get(..at)?, line.get(at + 1..)?)));
        let (Some((name, value)), Some((row, _))) = (parts, &mut self.record) else {
            let ended = self.take();
            return ended.map_or(Line::Other, |(described, at)| Line::Row(Box::new(described), at));
        };
        row.put_cell(column(name), value.trim_ascii());
        Line::Part
    }
}

impl Described {
    fn put_cell(&mut self, column: Option<Column>, value: &[u8]) {
        if value.is_empty() || value.eq_ignore_ascii_case(b"null") {
            return;
        }
        match column {
            Some(Column::Field(Label::NotBefore)) => self.put_moment(value, true),
            Some(Column::Field(Label::NotAfter)) => self.put_moment(value, false),
            Some(Column::Field(Label::Name)) => {
                // `{a,b}`, `["a", "b"]`, `DNS:a, DNS:b`.
                for name in value.split(|byte| b"{}[],\"' ".contains(byte)) {
                    self.add_name(name.strip_prefix(b"DNS:").unwrap_or(name));
                }
            }
            Some(Column::Field(label)) => self.put(label, value),
            Some(Column::CommonName) if self.subject.is_none() => {
                self.put(Label::Subject, &[b"CN=", value].concat());
            }
            Some(Column::CommonName) | None => {}
        }
    }

    /// Reads a date of a database, such as `2026-10-30 12:00:00+00`, or of openssl.
    fn put_moment(&mut self, value: &[u8], first: bool) {
        let text = excerpt(value, 64);
        let Some((moment, utc)) = iso(&text) else {
            return self.put_date(&text, first);
        };
        self.utc &= utc;
        *(if first {
            &mut self.not_before
        } else {
            &mut self.not_after
        }) = Some(moment);
    }
}

/// Reads a date, perhaps with a time and a zone; also returns whether it is in UTC. An offset other
/// than zero counts as another zone.
fn iso(text: &str) -> Option<(UnixTime, bool)> {
    let day = text.get(..10)?;
    let rest = text.get(10..)?;
    let clock = rest.trim_start_matches([' ', 'T']).get(..8).unwrap_or("00:00:00");
    let moment = UnixTime::parse_rfc3339(&[day, "T", clock, "Z"].concat()).ok()?;
    let utc = ["Z", "UTC", "GMT", "+00", "+00:00", "+0000"]
        .iter()
        .any(|zone| rest.len() > 8 && rest.ends_with(zone));
    Some((moment, utc))
}

/// The cells of a line, without blanks around them. A `|` at either end is the table's frame.
fn cells(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    let line = line.strip_prefix(b"|").unwrap_or(line);
    let line = line.strip_suffix(b"|").unwrap_or(line);
    line.split(|byte| *byte == b'|').map(<[u8]>::trim_ascii)
}

/// What the column of this name says about a certificate.
fn column(name: &[u8]) -> Option<Column> {
    let name = name.get(..name.len().min(64))?;
    let plain = name.iter().filter(|byte| byte.is_ascii_alphanumeric());
    let plain: String = plain.map(|byte| char::from(byte.to_ascii_lowercase())).collect();
    let (_, column) = COLUMNS.iter().find(|(names, _)| names.contains(&plain.as_str()))?;
    Some(*column)
}

/// Whether these are the columns of certificates: two names, or a name and the last date.
fn says_enough(columns: &[Option<Column>]) -> bool {
    let has = |column: Column| columns.contains(&Some(column));
    let subject = has(Column::Field(Label::Subject)) || has(Column::CommonName);
    let issuer = has(Column::Field(Label::Issuer));
    (subject && issuer) || ((subject || issuer) && has(Column::Field(Label::NotAfter)))
}

/// Whether the line separates rows: `----+----`, `+----+`, `|:---|---:|`.
fn is_rule(line: &[u8]) -> bool {
    line.contains(&b'-') && line.iter().all(|byte| b"-+|:= ".contains(byte))
}

/// Whether the line precedes a record: `-[ RECORD 1 ]---` of psql, `*** 1. row ***` of mysql.
fn is_record(line: &[u8]) -> bool {
    let words = |start: &[u8], part: &[u8]| line.starts_with(start) && memchr::memmem::find(line, part).is_some();
    words(b"-[ RECORD ", b" ]") || words(b"****", b". row ****")
}
