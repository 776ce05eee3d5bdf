//! The form in which requests and responses are posted: `{ id, body, attachments }`.
//!
//! `body` is packed with borsh. Compared to plain objects, this takes a tenth of the code to read
//! and avoids an object for each field of ten thousand certificates. `attachments` are buffers and
//! blobs, which are posted without a copy.

use borsh::{BorshDeserialize, BorshSerialize};
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Blob;
use zeroize::Zeroize;

use super::js::{field, number, object};
use super::request::ToEngine;
use super::response::{Response, ResponseBody};

fn pack(id: u32, body: &impl BorshSerialize, attachments: &Array) -> Result<Object, JsValue> {
    let mut packed = borsh::to_vec(body).map_err(|why| JsValue::from_str(&why.to_string()))?;
    let message = object([
        ("id", id.into()),
        ("body", Uint8Array::from(packed.as_slice()).into()),
        ("attachments", attachments.into()),
    ]);
    // The bytes may hold passwords.
    packed.zeroize();
    message
}

fn unpack<T: BorshDeserialize>(message: &JsValue) -> Result<(T, Array), String> {
    let body = field(message, "body").dyn_into::<Uint8Array>();
    let body = body.map_err(|_| "a message without a body")?;
    let mut packed = body.to_vec();
    let read = borsh::from_slice(&packed).map_err(|why| why.to_string());
    packed.zeroize();
    let attachments = field(message, "attachments").dyn_into::<Array>().unwrap_or_default();
    Ok((read?, attachments))
}

impl ToEngine {
    /// Packs the message with its attachments.
    ///
    /// # Errors
    /// If JavaScript has no memory left.
    pub fn pack(&self, attachments: &Array) -> Result<Object, JsValue> {
        let id = match self {
            Self::Request { request, .. } => request.id,
            Self::DataFiles { id, .. } => *id,
        };
        pack(id, self, attachments)
    }

    /// Reads a message and its attachments, and clears the packed form.
    ///
    /// # Errors
    /// If the message has another form, such as that of another build.
    pub fn unpack(message: &JsValue) -> Result<(Self, Array), String> {
        let read = unpack(message);
        if let Ok(body) = field(message, "body").dyn_into::<Uint8Array>() {
            body.fill(0, 0, body.length());
        }
        read
    }
}

impl<T: BorshSerialize> Response<T> {
    /// Packs the response.
    ///
    /// # Errors
    /// If JavaScript has no memory left.
    pub fn pack(self) -> Result<Object, JsValue> {
        pack(self.id, &self.body, &self.blobs.into_iter().collect())
    }
}

impl<T: BorshDeserialize> Response<T> {
    /// Reads a response.
    ///
    /// # Errors
    /// If the message has another form, such as that of another build.
    pub fn unpack(message: &JsValue) -> Result<Self, String> {
        let (body, attachments): (ResponseBody<T>, Array) = unpack(message)?;
        Ok(Self {
            id: number(message, "id").ok_or("a response without a number")?,
            body,
            blobs: attachments
                .iter()
                .filter_map(|blob| blob.dyn_into::<Blob>().ok())
                .collect(),
        })
    }
}
