//! The form in which a question and its answer cross between page and engine.
//!
//! A [`Question`] goes one way, an object with buffers; a [`Reply`] or, where no judgement is wanted, a [`Side`] comes back, packed
//! ([`pack`]). A paste is one file without a name.

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::{Array, Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use crate::engine::{InputError, Options};
use crate::ingest::Dropped;
use crate::report::Report;
use crate::trust::{Edition, issuers, shard};

/// What both ends must agree on. An engine of another build is not asked.
pub const BUILD_ID: &str = match option_env!("SSLENGINE_DOCTOR_BUILD") {
    Some(id) => id,
    None => env!("CARGO_PKG_VERSION"),
};

/// What stands in a redacted text where a private key was; the page puts words of its language in its place.
pub const KEY_REMOVED: &str = "\u{FFFC}private-key\u{FFFC}";

/// One of the page's own data files, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum DataFile {
    /// What judging needs of authorities ([`issuers`]).
    Issuers(u8),
    /// Certificates ([`shard`]).
    Shard(u8),
}

impl DataFile {
    /// Its path among the page's files.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Issuers(number) => issuers::path(number),
            Self::Shard(number) => ["intermediates/", &shard::file_name(number)].concat(),
        }
    }

    /// As it crosses: below 256 a file of issuers.
    fn code(self) -> u16 {
        match self {
            Self::Issuers(number) => u16::from(number),
            Self::Shard(number) => 256 | u16::from(number),
        }
    }

    /// As it crossed; none for what is no such number.
    #[must_use]
    pub fn of_code(code: u32) -> Option<Self> {
        match u16::try_from(code).ok()?.to_be_bytes() {
            [0, number] => Some(Self::Issuers(number)),
            [1, number] => Some(Self::Shard(number)),
            _ => None,
        }
    }
}

/// A data file as it was fetched; none where it could not be had.
pub type Fetched = (DataFile, Option<Uint8Array>);

/// An answer of the engine.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Reply {
    /// The number of the question; it stands beside the packed answer.
    #[borsh(skip)]
    pub seq: u32,
    /// The judgement.
    pub ok: Option<Report>,
    /// Or why there is none.
    pub err: Option<InputError>,
    /// Data files to be sent along with the same question: what the judgement depends on lies there.
    pub needs: Vec<DataFile>,
    /// True where this engine could not check a signature or open a container, but the full one may.
    pub incomplete: bool,
    /// The input as text without its private keys, where it had some: takes the place of what is in the box.
    pub redacted: Option<String>,
    /// How many servers the input holds, where that was asked and there are several: then there is no judgement.
    pub servers: u32,
}

impl Reply {
    /// A judgement.
    #[must_use]
    pub fn judged(seq: u32, report: Report, incomplete: bool) -> Self {
        Self {
            seq,
            ok: Some(report),
            incomplete,
            ..Self::several(seq, 0)
        }
    }

    /// An input that cannot be judged.
    #[must_use]
    pub fn refused(seq: u32, why: InputError) -> Self {
        Self {
            err: Some(why),
            ..Self::several(seq, 0)
        }
    }

    /// An input of so many servers.
    #[must_use]
    pub fn several(seq: u32, servers: u32) -> Self {
        Self {
            seq,
            ok: None,
            err: None,
            needs: Vec::new(),
            incomplete: false,
            redacted: None,
            servers,
        }
    }

    /// Data files are needed first.
    #[must_use]
    pub fn needing(seq: u32, needs: Vec<DataFile>) -> Self {
        Self {
            needs,
            ..Self::several(seq, 0)
        }
    }

    /// What was left out of the input, judged or not.
    #[must_use]
    pub fn dropped(&self) -> &[Dropped] {
        match (&self.ok, &self.err) {
            (Some(report), _) => &report.input.dropped,
            (None, Some(InputError::NoCertificate { input })) => &input.dropped,
            _ => &[],
        }
    }

    /// True where a private key was met, and cleared.
    #[must_use]
    pub fn holds_private_key(&self) -> bool {
        self.dropped().iter().any(Dropped::is_private_key)
    }

    /// The judgement or the reason; `None` for a reply with neither, which only another build can send.
    #[must_use]
    pub fn outcome(self) -> Option<Result<Report, InputError>> {
        match (self.ok, self.err) {
            (Some(report), _) => Some(Ok(report)),
            (None, Some(why)) => Some(Err(why)),
            (None, None) => None,
        }
    }
}

/// An answer that knows its question.
pub trait Numbered: BorshSerialize + BorshDeserialize {
    /// The question's number.
    fn seq(&mut self) -> &mut u32;

    /// What goes along without passing through the page's memory.
    fn parts(&mut self) -> Option<&mut Vec<Blob>> {
        None
    }
}

impl Numbered for Reply {
    fn seq(&mut self) -> &mut u32 {
        &mut self.seq
    }
}

impl<T: BorshSerialize + BorshDeserialize> Numbered for Side<T> {
    fn seq(&mut self) -> &mut u32 {
        &mut self.seq
    }

    fn parts(&mut self) -> Option<&mut Vec<Blob>> {
        Some(&mut self.parts)
    }
}

/// An answer as it is posted: `{ seq, body, parts }`, the body packed with borsh. A tenth of the code that plain objects take,
/// and no object for each field of ten thousand certificates.
///
/// # Errors
/// Where JavaScript refuses memory.
pub fn pack<T: Numbered>(mut answer: T) -> Result<Object, JsValue> {
    let body = borsh::to_vec(&answer).map_err(|why| JsValue::from_str(&why.to_string()))?;
    let parts: Array = answer
        .parts()
        .map(|parts| parts.drain(..).collect())
        .unwrap_or_default();
    object([
        ("seq", (*answer.seq()).into()),
        ("body", Uint8Array::from(body.as_slice()).into()),
        ("parts", parts.into()),
    ])
}

/// An answer as it came.
///
/// # Errors
/// Where it has another form: that of another build.
pub fn unpack<T: Numbered>(message: &JsValue) -> Result<T, String> {
    let body = field(message, "body").dyn_into::<Uint8Array>();
    let body = body.map_err(|_| "an answer without a body")?.to_vec();
    let mut answer: T = borsh::from_slice(&body).map_err(|why| why.to_string())?;
    *answer.seq() = number(message, "seq").ok_or("an answer without a number")?;
    if let (Some(parts), Ok(came)) = (answer.parts(), field(message, "parts").dyn_into::<Array>()) {
        parts.extend(came.iter().filter_map(|part| part.dyn_into::<Blob>().ok()));
    }
    Ok(answer)
}

/// A value as a plain JavaScript object.
///
/// # Errors
/// Where the value holds something JSON cannot say, which no type of this crate does.
pub fn to_js<T: Serialize>(value: &T) -> Result<JsValue, serde_wasm_bindgen::Error> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())
}

/// What is wanted of the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub enum Want {
    /// A judgement: [`Reply`].
    Verdict,
    /// A judgement, or where there are several servers how many: [`Reply`].
    Either,
    /// Each file judged by itself, each server of it: [`Side`] of a [`crate::fleet::Batch`].
    Rows,
    /// The same of servers that were told apart before, the only file being a [`crate::fleet::Part`].
    RowsOfPart,
    /// The reports of which the former two give rows: [`Side`] of a list of [`Report`]s.
    Reports,
    /// Likewise, of a [`crate::fleet::Part`].
    ReportsOfPart,
    /// A large file taken apart into [`crate::fleet::Part`]s, which come beside: [`Side`] of a [`crate::fleet::Cut`].
    Cut,
    /// The repaired chain of what is judged: [`Side`] of a [`crate::report::Repair`].
    Repair,
    /// A share link of what is judged: [`Side`] of a [`MadeLink`]. The full engine only.
    Link,
    /// What a share link holds, its text being the only file: [`Side`] of an [`OpenedLink`]. The full engine only.
    Opened,
    /// The supported authorities: [`Side`] of [`Authorities`].
    Authorities,
}

/// An answer beside the judgement.
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct Side<T> {
    /// The number of the question; it stands beside the packed answer.
    #[borsh(skip)]
    pub seq: u32,
    /// Data files to be sent along with the same question; empty with an answer.
    pub needs: Vec<DataFile>,
    /// The answer.
    pub value: Option<T>,
    /// What goes along without passing through the page's memory.
    #[borsh(skip)]
    pub parts: Vec<Blob>,
}

impl<T> Side<T> {
    /// The answer; none where there is nothing to answer about.
    #[must_use]
    pub fn of(seq: u32, value: Option<T>) -> Self {
        Self {
            seq,
            needs: Vec::new(),
            value,
            parts: Vec::new(),
        }
    }

    /// Data files are needed first.
    #[must_use]
    pub fn needing(seq: u32, needs: Vec<DataFile>) -> Self {
        Self {
            seq,
            needs,
            value: None,
            parts: Vec::new(),
        }
    }
}

/// A share link, or why there is none.
#[cfg(feature = "share")]
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub struct MadeLink {
    /// What stands after the `#`: the chain with what was asked.
    pub chain: Result<String, crate::share::EncodeError>,
    /// The same for the verdict alone.
    pub verdict: String,
    /// The whole address with the chain's link as a code to scan.
    pub chain_code: Option<crate::share::Qr>,
    /// The same for the verdict alone.
    pub verdict_code: Option<crate::share::Qr>,
}

/// What a share link holds.
#[cfg(feature = "share")]
#[derive(Clone, Debug, PartialEq, BorshSerialize, BorshDeserialize)]
pub enum OpenedLink {
    /// A chain, to be judged anew.
    Chain {
        /// The certificates as PEM.
        pem: String,
        /// What was asked about them.
        asked: crate::share::SharedOptions,
        /// The answer that was shared.
        answer: crate::share::Summary,
    },
    /// A verdict without certificates.
    Verdict(crate::share::VerdictLink),
    /// Nothing: it cannot be read.
    Unreadable(crate::share::LinkError),
    /// A chain of which some certificates are not at hand.
    Unresolved(crate::share::Unresolved),
}

/// The supported authorities of one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Authorities {
    /// The edition.
    pub edition: Edition,
    /// How many aliases it has.
    pub aliases: usize,
    /// One row for each certificate.
    pub rows: Vec<Authority>,
    /// Lines of a pasted list that could not be read.
    pub problems: Vec<u32>,
}

/// A certificate of the list.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Authority {
    /// Every alias that it has there.
    pub aliases: Vec<String>,
    /// What a person would call it; empty where only the fingerprint is known.
    pub label: String,
    /// Its subject as RFC 4514 writes it; empty likewise.
    pub subject: String,
    /// `RSA 2048`, `EC 384`; empty likewise.
    pub key: String,
    /// Last second of its validity.
    pub not_after: Option<crate::cert::UnixTime>,
    /// SHA-256, colons between.
    pub sha256: String,
    /// SHA-1, colons between, where it is known.
    pub sha1: Option<String>,
}

/// Everything that a question says.
pub struct Question<'a> {
    /// Its number.
    pub seq: u32,
    /// What is wanted.
    pub want: Want,
    /// Files with their names; a paste is one without a name.
    pub files: &'a [(String, Uint8Array)],
    /// What is asked about them.
    pub options: &'a Options,
    /// Passwords to try on key stores.
    pub passwords: &'a [&'a str],
    /// A newer AWS list to judge by, as pasted.
    pub list: Option<&'a str>,
    /// The page's language.
    pub language: &'a str,
    /// The page's address, for codes to scan.
    pub address: &'a str,
    /// True where the time is the present moment, not a chosen one.
    pub now: bool,
    /// Data files that were asked for.
    pub data: &'a [Fetched],
}

impl Question<'_> {
    /// The question as it is posted, and the buffers in it that may be given away.
    ///
    /// # Errors
    /// Where JavaScript refuses memory.
    pub fn to_message(&self) -> Result<(Object, Array), JsValue> {
        let asked = borsh::to_vec(&(self.want, self.options)).map_err(|why| JsValue::from_str(&why.to_string()))?;
        let (files, data, buffers) = (Array::new(), Array::new(), Array::new());
        for (name, bytes) in self.files {
            files.push(object([("name", name.into()), ("bytes", bytes.into())])?.as_ref());
            buffers.push(&bytes.buffer());
        }
        for (file, bytes) in self.data {
            let bytes = bytes.as_ref().map_or(JsValue::NULL, JsValue::from);
            data.push(object([("code", file.code().into()), ("bytes", bytes)])?.as_ref());
        }
        let passwords: Array = self
            .passwords
            .iter()
            .map(|password| JsValue::from_str(password))
            .collect();
        let message = object([
            ("seq", self.seq.into()),
            ("files", files.into()),
            ("asked", Uint8Array::from(asked.as_slice()).into()),
            ("passwords", passwords.into()),
            ("list", self.list.map_or(JsValue::NULL, JsValue::from_str)),
            ("language", self.language.into()),
            ("address", self.address.into()),
            ("now", self.now.into()),
            ("data", data.into()),
        ])?;
        Ok((message, buffers))
    }
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object)
}

/// A field of a JavaScript object; undefined where it has none or is no object.
#[must_use]
pub fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A whole number in a field.
#[must_use]
pub fn number(object: &JsValue, name: &str) -> Option<u32> {
    let number = field(object, name).as_f64()?;
    let whole = (0.0..=f64::from(u32::MAX)).contains(&number) && number.fract() == 0.0;
    // Within bounds and whole: nothing is lost.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    whole.then_some(number as u32)
}

/// What is wanted, and what is asked about the input, of a [`Question`] that came.
///
/// # Errors
/// Where it has another form: that of another build.
pub fn asked(question: &JsValue) -> Result<(Want, Options), JsValue> {
    let bytes = field(question, "asked").dyn_into::<Uint8Array>();
    let bytes = bytes.map_err(|_| "a question that asks nothing")?.to_vec();
    borsh::from_slice(&bytes).map_err(|why| why.to_string().into())
}
