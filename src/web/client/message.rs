//! The messages that are posted to an engine for a request.

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen_futures::JsFuture;

use super::boot::text_of;
use super::input::Attachments;
use super::pending::Failure;
use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::request::{Request, ToEngine};

/// Data files with their bytes; `None` for one that could not be loaded.
pub(super) type Loaded = Vec<(DataFile, Option<Uint8Array>)>;

/// What an engine has read and keeps.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct KeptByEngine {
    /// The number of the input.
    pub(super) input: Option<u32>,
    /// The number of the user's truststore; 0 if there is none.
    pub(super) truststore: u32,
}

/// One message: the request itself, or data files that the engine requested for it.
#[derive(Clone, Copy)]
pub(super) struct Message<'a> {
    pub(super) request: &'a Request,
    pub(super) with: &'a Attachments<'a>,
    pub(super) data: Option<&'a Loaded>,
}

impl Message<'_> {
    /// Packs the message and lists its buffers that can be transferred. What the engine has `kept`
    /// is not sent again.
    ///
    /// # Errors
    /// [`Failure`] if a file cannot be read, or if `is_replaced` reports that a newer check has
    /// come.
    pub(super) async fn pack(
        self,
        kept: KeptByEngine,
        is_replaced: &dyn Fn() -> bool,
    ) -> Result<(Object, Array), Failure> {
        let Message { request, with, data } = self;
        let (attachments, transfer) = (Array::new(), Array::new());
        let message = if let Some(data) = data {
            let files = data.iter().map(|(file, bytes)| {
                if let Some(bytes) = bytes {
                    attachments.push(bytes);
                }
                (*file, bytes.is_some())
            });
            ToEngine::DataFiles {
                id: request.id,
                files: files.collect(),
            }
        } else {
            let is_kept = request.kind.keeps_input() && kept.input == Some(request.input);
            let names = if is_kept || !request.kind.has_input() {
                None
            } else {
                let files = read(with, is_replaced).await?;
                for (_, bytes) in &files {
                    transfer.push(&bytes.buffer());
                    attachments.push(bytes);
                }
                Some(files.into_iter().map(|(name, _)| name).collect())
            };
            ToEngine::Request {
                request: request.clone(),
                passwords: with.passwords.texts().into_iter().map(str::to_owned).collect(),
                files: names,
                truststore: truststore(request, with, kept).await?,
            }
        };
        let packed = message.pack(&attachments);
        let packed = packed.map_err(|why| Failure::Crashed(text_of(&why)))?;
        Ok((packed, transfer))
    }
}

/// Reads the truststore of a request, unless the engine has read it.
async fn truststore(
    request: &Request,
    with: &Attachments<'_>,
    kept: KeptByEngine,
) -> Result<Option<(String, Vec<u8>)>, Failure> {
    let wanted = request.truststore != 0 && request.truststore != kept.truststore;
    let Some((name, blob)) = with.truststore.filter(|_| wanted) else {
        return Ok(None);
    };
    let buffer = JsFuture::from(blob.array_buffer()).await;
    let buffer = buffer.map_err(|why| Failure::Unreadable(text_of(&why)))?;
    Ok(Some((name.clone(), Uint8Array::new(&buffer).to_vec())))
}

/// Reads the files of the input.
async fn read(with: &Attachments<'_>, is_replaced: &dyn Fn() -> bool) -> Result<Vec<(String, Uint8Array)>, Failure> {
    let of = with.input.count();
    let mut files = Vec::with_capacity(of);
    while files.len() < of {
        let read = with.input.read(files.len()).await;
        files.extend(read.map_err(|why| Failure::Unreadable(text_of(&why)))?);
        if is_replaced() {
            return Err(Failure::Superseded);
        }
        (with.progress)(files.len(), of);
    }
    Ok(files)
}
