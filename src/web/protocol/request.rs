//! What the page asks of an engine.

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;

use super::data_file::Fetched;
use super::js::{field, object};
use crate::engine::Options;

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

/// What is wanted, and what is asked about the input, of a [`Question`] that came.
///
/// # Errors
/// Where it has another form: that of another build.
pub fn asked(question: &JsValue) -> Result<(Want, Options), JsValue> {
    let bytes = field(question, "asked").dyn_into::<Uint8Array>();
    let bytes = bytes.map_err(|_| "a question that asks nothing")?.to_vec();
    borsh::from_slice(&bytes).map_err(|why| why.to_string().into())
}
