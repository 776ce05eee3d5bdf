//! Recognizes links that contain certificates: this tool's and those of other tools.

use memchr::memmem;

use super::share_link::{fragment_behind, marks};
use crate::ingest::report::note::LinkTool;
use crate::ingest::scan::Scan;
use crate::ingest::text::prefilter::Mark;

/// The most bytes before the data that are searched for the beginning of the link.
const BEFORE: usize = 512;

/// Returns the tool whose link contains the word at `at`, if a link does.
pub(crate) fn tool_before(text: &[u8], at: usize) -> Option<LinkTool> {
    let before = text.get(at.saturating_sub(BEFORE)..at).unwrap_or_default();
    let from = before
        .iter()
        .rposition(|byte| byte.is_ascii_whitespace())
        .map_or(0, |pos| pos + 1);
    let link = before.get(from..)?;
    let has = |needle: &str| memmem::find(link, needle.as_bytes()).is_some();
    if has("about:certificate") || link.ends_with(b"&cert=") {
        Some(LinkTool::AboutCertificate)
    } else if has("asn1js") {
        Some(LinkTool::Asn1js)
    } else if has("CyberChef") || has("#recipe=") {
        Some(LinkTool::CyberChef)
    } else if has("://") {
        Some(LinkTool::Other)
    } else {
        None
    }
}

/// Finds a share link of this tool, and keeps its fragment for [`crate::share`].
pub(crate) fn share_link(scan: &mut Scan<'_, '_, '_>) {
    if scan.sink.hints.share_link.is_none() {
        let sifted = scan.sieve.sifted(scan.text);
        let marks = sifted.ranges(Mark::Link).flat_map(|range| marks(scan.text, range));
        scan.sink.hints.share_link = fragment_behind(scan.text, marks).map(|found| found.text());
    }
}
