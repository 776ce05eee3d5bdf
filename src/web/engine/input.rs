//! The input that the engine has read, kept for the next request about it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use bytes::Bytes;
use wasm_bindgen::prelude::*;

use super::rare;
use crate::containers::Passwords;
use crate::engine::{self, InputError, Servers};
use crate::ingest::Dropped;
use crate::web::protocol::response::dropped_of;
use crate::web::split::loaded;

/// Reads other inputs than plain PEM.
type Read = fn(&[(String, Bytes)], &Passwords) -> Result<engine::Input, InputError>;

loaded!(reader, load_reader, Read, engine::Input::read_other);

/// Files with their names, and the passwords to try on keystores. A paste is one file without a
/// name.
#[derive(Default)]
pub(super) struct Files {
    pub(super) named: Vec<(String, Bytes)>,
    pub(super) passwords: Passwords,
}

/// An input that was read: its certificates, without private keys.
pub(super) struct Input {
    pub(super) servers: Result<Servers, InputError>,
    /// The text of the only file without its private keys; `None` if it had none.
    pub(super) redacted: Option<String>,
}

thread_local! {
    static NEWEST: RefCell<Option<(u32, Rc<Input>)>> = const { RefCell::new(None) };
    static READ: Cell<u32> = const { Cell::new(0) };
}

/// Whether the input of this number is kept.
pub(super) fn has(number: u32) -> bool {
    newest(number).is_some()
}

/// The input of this number, if it is kept.
pub(super) fn newest(number: u32) -> Option<Rc<Input>> {
    NEWEST.with_borrow(|kept| {
        let (_, input) = kept.as_ref().filter(|(other, _)| *other == number)?;
        Some(Rc::clone(input))
    })
}

/// Reads an input and keeps it in place of the previous one.
///
/// # Errors
/// If a part of the engine cannot be loaded.
pub(super) async fn read(number: u32, files: Files) -> Result<Rc<Input>, JsValue> {
    NEWEST.with_borrow_mut(|kept| *kept = None);
    READ.set(READ.get().wrapping_add(1));
    let servers = read_any(&files).await?.map(Servers::of);
    let dropped = match &servers {
        Ok(servers) => &servers.report().dropped,
        Err(why) => dropped_of(why),
    };
    let redacted = match files.named.as_slice() {
        [(_, bytes)] if dropped.iter().any(Dropped::is_private_key) => {
            (rare::load_rare().await?.redacted)(bytes.clone())
        }
        _ => None,
    };
    let input = Rc::new(Input { servers, redacted });
    NEWEST.with_borrow_mut(|kept| *kept = Some((number, Rc::clone(&input))));
    Ok(input)
}

/// Reads an input. The code for other inputs than certificates in plain PEM is loaded when there is
/// one.
async fn read_any(files: &Files) -> Result<Result<engine::Input, InputError>, JsValue> {
    match engine::Input::read_plain(&files.named) {
        Some(read) => Ok(read),
        None => Ok((load_reader().await?)(&files.named, &files.passwords)),
    }
}

/// How many inputs this engine has read, for tests.
#[must_use]
pub fn inputs_read() -> u32 {
    READ.get()
}
