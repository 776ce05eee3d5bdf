//! Anchors under which Java rejects server certificates, whatever truststore they come from
//! (`CADistrustPolicy`, the last check of `EndEntityChecker`).

use super::input::HandshakeInput;
use super::result::Problem;
use crate::cert::{Certificate, UnixTime};
use crate::chain::Anchor;
use crate::report::Detail;
use crate::trust::java::{Distrust, JavaRelease, RELEASES};

/// The problem with `leaf`, at index `at`, under `anchor`, if the predicted release has one.
pub(super) fn problem(input: &HandshakeInput<'_>, at: usize, leaf: &Certificate, anchor: &Anchor) -> Option<Problem> {
    let distrust = input.release.distrusts(&anchor.sha256, leaf.not_before, input.at)?;
    let detail = distrusted(anchor, leaf, input.at, input.release)?;
    Some(Problem::with_reason(at, detail, message(&distrust, anchor)))
}

/// Java's message.
fn message(distrust: &Distrust<'_>, anchor: &Anchor) -> String {
    let (ca, name) = (distrust.ca, anchor.subject.java());
    let issued = distrust.issued_after.map_or(String::new(), |day| format!(" issued after {day} and"));
    format!("TLS Server certificate{issued} anchored by a distrusted legacy {ca} root CA: {name}")
}

/// Returns the finding if `release`, or any other recorded one, rejects `leaf` under `anchor`.
#[must_use]
pub fn distrusted(anchor: &Anchor, leaf: &Certificate, at: UnixTime, release: &JavaRelease<'_>) -> Option<Detail> {
    let others = RELEASES.iter().filter(|other| other.version != release.version);
    let asked = || others.clone().chain([release]);
    let reject = |r: &JavaRelease<'_>| r.distrusts(&anchor.sha256, leaf.not_before, at).is_some();
    let distrust = asked().filter_map(|r| r.distrusts(&anchor.sha256, leaf.not_before, at)).last()?;
    Some(Detail::AnchorDistrusted {
        label: anchor.subject.label(),
        issued_after: distrust.issued_after.map(str::to_owned),
        releases: asked().filter(|r| reject(r)).map(|r| r.version.to_owned()).collect(),
    })
}
