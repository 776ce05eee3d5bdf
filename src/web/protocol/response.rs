//! What the engine answers to a request.

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::data_file::DataFile;
use super::js::{field, number, object};
use crate::engine::InputError;
use crate::ingest::Dropped;
use crate::report::Report;
use crate::trust::Edition;

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
