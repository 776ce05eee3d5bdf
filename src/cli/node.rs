//! The system, through the functions that `npm/command.js` provides in Node.
//!
//! A function that fails returns Node's error code, such as `ENOENT`, instead of its result.

use bytes::Bytes;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use super::{Host, Kind, Stream, run};
use crate::cert::UnixTime;
use crate::i18n::FileTrouble;
use crate::trust::PoolFile;

#[wasm_bindgen]
extern "C" {
    /// The functions that [`Host`] needs.
    pub type NodeSystem;

    #[wasm_bindgen(method)]
    fn now(this: &NodeSystem) -> f64;
    #[wasm_bindgen(method)]
    fn variable(this: &NodeSystem, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = isTerminal)]
    fn is_terminal(this: &NodeSystem, stream: u8) -> bool;
    #[wasm_bindgen(method, js_name = hasColours)]
    fn has_colours(this: &NodeSystem) -> bool;
    #[wasm_bindgen(method)]
    fn kind(this: &NodeSystem, path: &str) -> String;
    #[wasm_bindgen(method)]
    fn entries(this: &NodeSystem, folder: &str) -> JsValue;
    #[wasm_bindgen(method)]
    fn read(this: &NodeSystem, path: &str, max: f64) -> JsValue;
    #[wasm_bindgen(method, js_name = readInput)]
    fn read_input(this: &NodeSystem, max: f64) -> JsValue;
    #[wasm_bindgen(method, js_name = readLine)]
    fn read_line(this: &NodeSystem, max: f64) -> JsValue;
    #[wasm_bindgen(method)]
    fn write(this: &NodeSystem, path: &str, content: &[u8], overwrite: bool) -> Option<String>;
    #[wasm_bindgen(method)]
    fn print(this: &NodeSystem, stream: u8, text: &str);
    #[wasm_bindgen(method)]
    fn certificates(this: &NodeSystem, name: &str) -> Option<Uint8Array>;
}

/// Runs the command in Node and returns its exit status.
#[wasm_bindgen(js_name = runCommand)]
#[must_use]
pub fn run_command(arguments: Vec<String>, system: NodeSystem) -> u8 {
    run(&arguments, &Node(system)).code()
}

struct Node(NodeSystem);

fn number(stream: Stream) -> u8 {
    match stream {
        Stream::Input => 0,
        Stream::Output => 1,
        Stream::Error => 2,
    }
}

fn trouble(code: &str) -> FileTrouble {
    match code {
        "ENOENT" => FileTrouble::NotFound,
        "EACCES" | "EPERM" => FileTrouble::Denied,
        "EISDIR" => FileTrouble::IsFolder,
        "EEXIST" => FileTrouble::Exists,
        other => FileTrouble::Other(other.to_owned()),
    }
}

fn bytes(answer: &JsValue) -> Result<Bytes, FileTrouble> {
    match answer.dyn_ref::<Uint8Array>() {
        Some(bytes) => Ok(bytes.to_vec().into()),
        None => Err(trouble(&answer.as_string().unwrap_or_default())),
    }
}

fn kind(text: &str) -> Kind {
    match text {
        "file" => Kind::File,
        "folder" => Kind::Folder,
        _ => Kind::Absent,
    }
}

#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "sizes and seconds are far below 2^53"
)]
impl Host for Node {
    fn now(&self) -> UnixTime {
        UnixTime::from_seconds((self.0.now() / 1000.0).floor() as i64)
    }

    fn variable(&self, name: &str) -> Option<String> {
        self.0.variable(name).filter(|value| !value.is_empty())
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        self.0.is_terminal(number(stream))
    }

    fn has_colours(&self) -> bool {
        self.0.has_colours()
    }

    fn kind(&self, path: &str) -> Kind {
        kind(&self.0.kind(path))
    }

    fn entries(&self, folder: &str) -> Result<Vec<(String, Kind)>, FileTrouble> {
        let answer = self.0.entries(folder);
        let Some(list) = answer.dyn_ref::<Array>() else {
            return Err(trouble(&answer.as_string().unwrap_or_default()));
        };
        let pair = |entry: JsValue| {
            let entry: Array = entry.dyn_into().ok()?;
            Some((entry.get(0).as_string()?, kind(&entry.get(1).as_string()?)))
        };
        Ok(list.iter().filter_map(pair).collect())
    }

    fn read(&self, path: &str, max: u64) -> Result<Bytes, FileTrouble> {
        bytes(&self.0.read(path, max as f64))
    }

    fn read_input(&self, max: u64) -> Result<Bytes, FileTrouble> {
        bytes(&self.0.read_input(max as f64))
    }

    fn read_line(&self, max: u64) -> Result<Option<Bytes>, FileTrouble> {
        let answer = self.0.read_line(max as f64);
        if answer.is_null() {
            Ok(None)
        } else {
            bytes(&answer).map(Some)
        }
    }

    fn write(&self, path: &str, content: &[u8], overwrite: bool) -> Result<(), FileTrouble> {
        match self.0.write(path, content, overwrite) {
            Some(code) => Err(trouble(&code)),
            None => Ok(()),
        }
    }

    fn print(&self, stream: Stream, text: &str) {
        self.0.print(number(stream), text);
    }

    fn certificates(&self, file: PoolFile) -> Option<Bytes> {
        self.0.certificates(&file.name()).map(|file| file.to_vec().into())
    }
}
