//! Code that is loaded when it is needed.
//!
//! `scripts/split.mjs` takes what `loaded!` names, and all that only it calls, out of a wasm file into one of its own.
//! Without the feature `split` everything is in one file, and is there at once.

/// The file of a part could not be loaded.
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

/// `loaded!(FILE, NAME, TYPE, VALUE)` makes `async fn NAME() -> Result<TYPE, Missing>`: its value, function pointers as a
/// rule, is all that the first file knows of the code behind it.
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
