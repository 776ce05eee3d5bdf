//! The page's own files, address and updates.

use crate::web::client::boot::Boot;

/// Switches to the newer version of the page.
pub(crate) fn apply_update() {
    if let Some(boot) = Boot::of_page() {
        // If this fails, the old version stays and works.
        let _ = boot.apply_update();
    }
}

/// Whether the page is one file.
pub(crate) fn is_one_file() -> bool {
    Boot::of_page().and_then(|boot| boot.form()).as_deref() == Some("file")
}

/// Loads the text of one of the page's own files, by its address relative to the page.
pub(crate) async fn own_file(address: &str) -> Option<String> {
    let bytes = Boot::of_page()?.file(address).await?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// The page's address without query and fragment.
pub(crate) fn page_address() -> String {
    crate::web::client::boot::address()
}
