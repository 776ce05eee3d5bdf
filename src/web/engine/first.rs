//! The headline of an answer, before the interface is loaded.
//!
//! On a slow connection the engine arrives earlier than the interface. `static/boot.js` then asks
//! for the headline on the pasted text, and shows it until the interface shows the whole answer. It
//! is the same check, with the options of an untouched form.

use bytes::Bytes;
use js_sys::{Function, Object, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::check;
use super::input::{self, Files};
use super::job::Job;
use super::jobs::{DataFiles, Loaded, Running};
use crate::cert::UnixTime;
use crate::containers::Passwords;
use crate::engine::Options;
use crate::guide::{Repaired, Tone, badge_text, next_step, reason_sentence};
use crate::i18n::{HeadlineWords, Locale};
use crate::report::Report;
use crate::web::protocol::js::object;
use crate::web::protocol::request::Request;
use crate::web::protocol::response::Outcome;
use crate::web::split::{Missing, loaded};

/// Writes the headline of a report as a JavaScript object.
type Write = fn(&Report) -> Result<Object, JsValue>;

loaded!(first_en, load_english, Write, |report| headline(
    report,
    &HeadlineWords::english()
));
loaded!(first_fr, load_french, Write, |report| headline(
    report,
    &HeadlineWords::french()
));
loaded!(first_es, load_spanish, Write, |report| headline(
    report,
    &HeadlineWords::spanish()
));

async fn load_words(locale: Locale) -> Result<Write, Missing> {
    match locale {
        Locale::En => load_english().await,
        Locale::Fr => load_french().await,
        Locale::Es => load_spanish().await,
    }
}

fn headline(report: &Report, words: &HeadlineWords) -> Result<Object, JsValue> {
    let step = next_step(report, Repaired::Pending);
    let tone = match step.tone {
        Tone::Accepted => "tone-pass",
        Tone::Rejected => "tone-fail",
        Tone::OutsideLimits | Tone::Open => "tone-warn",
    };
    let reason = reason_sentence(words, report, step.reason);
    object([
        ("verdict", report.verdict.as_str().into()),
        ("tone", tone.into()),
        ("badge", words.label(badge_text(step.tone)).into()),
        ("reason", reason.into()),
    ])
}

/// Checks a pasted text at `now` (seconds since 1970) and returns the headline in the language of
/// this tag: `{ verdict, tone, badge, reason }`, where `tone` is a class of the page.
///
/// Returns undefined if only the interface can answer: the text holds no certificate or several
/// servers, or needs the full engine. `load` gets the path of a data file and returns a promise of
/// its bytes.
///
/// # Errors
/// If a part of the engine cannot be loaded.
#[wasm_bindgen(js_name = firstAnswer)]
pub async fn first_answer(text: String, language: String, now: f64, load: Function) -> Result<JsValue, JsValue> {
    // Seconds of any date are far below 2^53.
    #[allow(clippy::cast_possible_truncation)]
    let at = UnixTime::from_seconds(now as i64);
    let request = Request {
        options: Options {
            hostname_from_input: true,
            ..Options::at(at)
        },
        ..Request::default()
    };
    let files = Files {
        named: vec![(String::new(), Bytes::from(text))],
        passwords: Passwords::default(),
    };
    let data = DataFiles::default();
    let for_job = data.clone();
    let mut checked: Running<_> = Box::pin(async move {
        let input = input::read(request.input, files).await?;
        let job = Job::with_input(request, Some(input), for_job);
        Ok::<_, JsValue>(check::check(&job, false).await)
    });
    let checked = loop {
        match data.run(&mut checked).await {
            Ok(checked) => break checked?,
            Err(wanted) => {
                // Request all files before waiting for the first one.
                let requested: Vec<_> = wanted.iter().map(|file| request_file(&load, &file.path())).collect();
                let mut loaded = Loaded::new();
                for (file, promise) in wanted.into_iter().zip(requested) {
                    loaded.push((file, bytes_of(promise).await));
                }
                data.give(loaded);
            }
        }
    };
    match checked.outcome {
        Outcome::Report(report) if !checked.incomplete => {
            let write = load_words(Locale::from_tag(&language).unwrap_or_default()).await?;
            Ok(write(&report)?.into())
        }
        _ => Ok(JsValue::UNDEFINED),
    }
}

/// Requests a data file; `None` if `load` returns no promise.
fn request_file(load: &Function, path: &str) -> Option<Promise> {
    load.call1(&JsValue::NULL, &path.into()).ok()?.dyn_into().ok()
}

/// The bytes of a data file; `None` if it cannot be loaded.
async fn bytes_of(promise: Option<Promise>) -> Option<Bytes> {
    let bytes: Uint8Array = JsFuture::from(promise?).await.ok()?.dyn_into().ok()?;
    Some(Bytes::from(bytes.to_vec()))
}
