//! The user's truststore, kept for the next request.
//!
//! Only the engine has it: the page's state holds its number, and no link contains it.

use std::cell::RefCell;
use std::rc::Rc;

use bytes::Bytes;
use wasm_bindgen::prelude::*;

use crate::containers::Passwords;
use crate::engine::{self, Truststore, TruststoreError};
use crate::trust::Clients;
use crate::web::split::loaded;

/// A truststore, or why it cannot be used.
pub(super) type Read = Result<Truststore, TruststoreError>;

/// Reads a truststore.
type ReadTruststore = fn(&[(String, Bytes)], &Passwords, Option<&Clients>) -> Read;

loaded!(aside, load_read, ReadTruststore, engine::truststore);

thread_local! {
    static NEWEST: RefCell<Option<(u32, Rc<Read>)>> = const { RefCell::new(None) };
}

/// Whether the truststore of this number is kept. Number 0 is none.
pub(super) fn has(number: u32) -> bool {
    number == 0 || newest(number).is_some()
}

/// The truststore of this number, if it is kept.
pub(super) fn newest(number: u32) -> Option<Rc<Read>> {
    NEWEST.with_borrow(|kept| {
        let (_, read) = kept.as_ref().filter(|(other, _)| *other == number)?;
        Some(Rc::clone(read))
    })
}

/// Reads a truststore and keeps it in place of the previous one.
///
/// # Errors
/// If a part of the engine cannot be loaded.
pub(super) async fn read(number: u32, name: String, bytes: Bytes, passwords: &[String]) -> Result<(), JsValue> {
    let passwords = Passwords::new(passwords.iter().cloned());
    let read = (load_read().await?)(&[(name, bytes)], &passwords, None);
    NEWEST.with_borrow_mut(|kept| *kept = Some((number, Rc::new(read))));
    Ok(())
}
