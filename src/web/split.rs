//! Loads parts of the code when they are needed.
//!
//! `scripts/split.mjs` moves the function that `loaded!` names, with all code that only it calls,
//! into a wasm file of its own. Without the feature `split`, all code is in one file.

/// The error if the file of a part cannot be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "engine-module")]
impl From<Missing> for wasm_bindgen::JsValue {
    fn from(_: Missing) -> Self {
        "a part of the engine could not be loaded".into()
    }
}

/// `loaded!(FILE, NAME, TYPE, VALUE)` defines `async fn NAME() -> Result<TYPE, Missing>`.
///
/// The first file reaches the code of the part only through this value, usually a function pointer.
macro_rules! loaded {
    ($file:ident, $visible:vis $name:ident, $type:ty, $value:expr) => {
        #[cfg(feature = "split")]
        #[wasm_split_helpers::wasm_split($file, fallible)]
        $visible fn $name() -> Result<$type, $crate::web::split::Missing> {
            Ok($value)
        }

        #[cfg(not(feature = "split"))]
        $visible async fn $name() -> Result<$type, $crate::web::split::Missing> {
            Ok($value)
        }
    };
}

pub(crate) use loaded;
