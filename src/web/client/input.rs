//! Data that is sent with a request: the bytes of the input, and passwords.

use std::rc::Rc;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::containers::Passwords;

/// The input of a check. It can be read several times, for example for another engine.
#[derive(Clone, Debug)]
pub enum Input {
    /// Text from the box.
    Text(Rc<str>),
    /// Files with their names; a text too long for the box is a file without a name.
    Files(Rc<[(String, web_sys::Blob)]>),
}

/// How many files are read at a time.
const AT_ONCE: usize = 64;

impl Input {
    /// How many files there are to read.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Text(_) => 1,
            Self::Files(files) => files.len(),
        }
    }

    /// Reads the files from number `from` on, at most [`AT_ONCE`], into buffers that can be
    /// transferred.
    pub(super) async fn read(&self, from: usize) -> Result<Vec<(String, Uint8Array)>, JsValue> {
        let files = match self {
            Self::Text(text) => return Ok(vec![(String::new(), Uint8Array::from(text.as_bytes()))]),
            Self::Files(files) => files.iter().skip(from).take(AT_ONCE),
        };
        let promises: Array = files.clone().map(|(_, blob)| blob.array_buffer()).collect();
        let buffers: Array = JsFuture::from(Promise::all(&promises)).await?.unchecked_into();
        let named = files.zip(buffers.iter());
        Ok(named
            .map(|((name, _), buffer)| (name.clone(), Uint8Array::new(&buffer)))
            .collect())
    }
}

/// The file of the user's truststore: its name and its bytes.
pub type TruststoreFile = (String, web_sys::Blob);

/// Data that is sent with a request.
#[derive(Clone, Copy)]
pub struct Attachments<'a> {
    /// The input.
    pub input: &'a Input,
    /// Passwords to try on keystores.
    pub passwords: &'a Passwords,
    /// The user's truststore, for requests that name one.
    pub truststore: Option<&'a TruststoreFile>,
    /// Called with the number of files read and the number of files.
    pub progress: &'a dyn Fn(usize, usize),
}
