//! Saves the rows of the table as a file, in portions between which the page can redraw.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, JSON};
use web_sys::Blob;

use super::model::Model;
use crate::cert::UnixTime;
use crate::fleet;
use crate::i18n::Locale;
use crate::json::{ReportView, ServerView};
use crate::web::client::pool;
use crate::web::clock::millis;
use crate::web::protocol::js;
use crate::web::ui::browser::output::download_parts;

/// The formats in which rows can be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileFormat {
    Csv,
    JsonLines,
    Markdown,
}

impl FileFormat {
    pub(super) const ALL: [Self; 3] = [Self::Csv, Self::JsonLines, Self::Markdown];

    /// The format's name, the same in every language.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::JsonLines => "JSON Lines",
            Self::Markdown => "Markdown",
        }
    }

    fn file(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("servers.csv", "text/csv"),
            Self::JsonLines => ("servers.jsonl", "application/jsonl"),
            Self::Markdown => ("servers.md", "text/markdown"),
        }
    }
}

/// The time of one portion, in milliseconds.
const PORTION: f64 = 12.0;
/// After this many lines, the text is moved into a blob.
const LINES: usize = 500;

/// Collects text in blobs, which are outside the page's memory.
struct Writer {
    parts: Array,
    text: String,
    lines: usize,
    since: f64,
}

impl Writer {
    fn new() -> Self {
        Self {
            parts: Array::new(),
            text: String::new(),
            lines: 0,
            since: millis(),
        }
    }

    /// Adds a piece of text, and pauses if the portion has taken too long.
    async fn put(&mut self, text: &str) {
        self.text.push_str(text);
        self.lines = self.lines.saturating_add(1);
        if self.lines.is_multiple_of(LINES) {
            self.flush();
        }
        if millis() - self.since > PORTION {
            TimeoutFuture::new(0).await;
            self.since = millis();
        }
    }

    fn flush(&mut self) {
        let part = Array::of1(&std::mem::take(&mut self.text).into());
        if let Ok(blob) = Blob::new_with_str_sequence(&part) {
            self.parts.push(&blob);
        }
    }
}

/// Saves the rows that the table shows.
pub(super) async fn save(model: Rc<RefCell<Model>>, form: FileFormat, locale: Locale) {
    let mut writer = Writer::new();
    let at = model.borrow().totals.as_ref().map_or(UnixTime::MIN, fleet::Totals::at);
    let client = model.borrow().client();
    match form {
        FileFormat::JsonLines => reports(&model, &mut writer, locale).await,
        FileFormat::Csv => {
            writer.put(fleet::csv_head()).await;
            rows(&model, &mut writer, |row| fleet::csv(row, at, client)).await;
        }
        FileFormat::Markdown => {
            let head = model
                .borrow()
                .totals
                .as_ref()
                .map(|totals| fleet::markdown_head(totals, client, locale));
            writer.put(&head.unwrap_or_default()).await;
            rows(&model, &mut writer, |row| fleet::markdown(row, at, locale)).await;
        }
    }
    writer.flush();
    let (name, kind) = form.file();
    download_parts(name, kind, &writer.parts);
}

async fn rows(model: &Rc<RefCell<Model>>, writer: &mut Writer, line: impl Fn(&fleet::Row) -> String) {
    let shown = model.borrow().shown();
    for place in 0..shown {
        let text = {
            let model = model.borrow();
            model.place(place).and_then(|place| model.rows.get(place)).map(&line)
        };
        if let Some(text) = text {
            writer.put(&text).await;
        }
    }
}

/// Writes the reports of the rows in the table. The page keeps no reports, so it requests them
/// again, job by job.
async fn reports(model: &Rc<RefCell<Model>>, writer: &mut Writer, locale: Locale) {
    let (jobs, request, order) = {
        let model = model.borrow();
        (model.jobs.clone(), model.request.clone(), model.order.clone())
    };
    let (Some(client), Some(request)) = (pool::client(), request) else {
        return;
    };
    let mut wanted = vec![order.is_none(); model.borrow().rows.len()];
    for place in order.iter().flat_map(|order| order.iter()) {
        if let Some(wanted) = usize::try_from(*place).ok().and_then(|place| wanted.get_mut(place)) {
            *wanted = true;
        }
    }
    for checked in jobs {
        let after = checked.first.saturating_add(checked.rows);
        let own = wanted.get(checked.first..after).unwrap_or_default();
        if !own.contains(&true) {
            continue;
        }
        let Some(reports) = pool::reports(&client, &checked.job, &request, checked.full).await else {
            continue;
        };
        for (place, report) in (checked.first..after).zip(reports) {
            if wanted.get(place) != Some(&true) {
                continue;
            }
            let name = model
                .borrow()
                .rows
                .get(place)
                .map(|row| row.path.clone())
                .unwrap_or_default();
            let view = ServerView {
                name: Some(&name),
                outcome: Ok(ReportView::new(&report, locale)),
            };
            let line = js::to_js(&view).ok().and_then(|value| JSON::stringify(&value).ok());
            if let Some(line) = line.and_then(|line| line.as_string()) {
                writer.put(&(line + "\n")).await;
            }
        }
    }
}
