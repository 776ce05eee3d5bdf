pub(super) fn head(_: u8) -> Option<&'static [u8]> { None }
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn certificates(_: u8) -> Option<&'static [u8]> { None }
