//! Opening a row: from the table to the report of one server.

use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;
use yew::prelude::*;

use super::controller::Controller;
use crate::engine;
use crate::fleet::{Part, Row};
use crate::web::client::pool::{self, Job};
use crate::web::ui::session::Session;
use crate::web::ui::state::{Action, Source};

/// Opens a row: its file, or its certificates from a larger file.
pub(super) fn open(table: &Controller, place: usize, session: &Session, on: &Callback<Action>) {
    let model = table.model.borrow();
    let Some(row) = model.rows.get(place) else { return };
    let Some(checked) = usize::try_from(row.job).ok().and_then(|job| model.jobs.get(job)) else {
        return;
    };
    let file = |files: &Rc<[pool::Named]>| usize::try_from(row.file).ok().and_then(|file| files.get(file)).cloned();
    match &checked.job {
        Job::Files(files) if row.line.is_none() => {
            if let Some(file) = file(files).filter(|(name, _)| !name.is_empty()) {
                let source = Source::Files(session.store.keep_row(file));
                on.emit(Action::OpenRow { row: place, source });
                return;
            }
            if let Some((_, blob)) = file(files) {
                open_text(blob, place, on);
            }
        }
        Job::Part((_, blob)) => open_part(blob.clone(), row, place, on),
        Job::Files(files) => {
            let (file, row, request, full) = (file(files), row.clone(), model.request.clone(), checked.full);
            let on = on.clone();
            spawn_local(async move {
                let (Some(file), Some(request), Some(client)) = (file, request, pool::client()) else {
                    return;
                };
                if let Some((blob, server)) = pool::part_with(&client, file, row.server, &request, full).await {
                    open_part(blob, &Row { server, ..row }, place, &on);
                }
            });
        }
    }
}

fn open_text(blob: Blob, place: usize, on: &Callback<Action>) {
    let on = on.clone();
    spawn_local(async move {
        if let Some(text) = JsFuture::from(blob.text()).await.ok().and_then(|text| text.as_string()) {
            let source = Source::Text(Rc::from(text));
            on.emit(Action::OpenRow { row: place, source });
        }
    });
}

/// The certificates of one server, as text for the box.
fn open_part(blob: Blob, row: &Row, place: usize, on: &Callback<Action>) {
    let (on, server) = (on.clone(), usize::try_from(row.server).unwrap_or(usize::MAX));
    spawn_local(async move {
        let Ok(buffer) = JsFuture::from(blob.array_buffer()).await else {
            return;
        };
        let Some(part) = Part::unpack(&Uint8Array::new(&buffer).to_vec()) else {
            return;
        };
        let text: String = part.of(server).map(|member| engine::pem(&member.der)).collect();
        let source = Source::Text(Rc::from(text));
        on.emit(Action::OpenRow { row: place, source });
    });
}
