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
    let detail = if input.release_is_known {
        distrusted_by(anchor, leaf, input.at, input.release)?
    } else {
        distrusted(anchor, leaf, input.at, input.release)?
    };
    Some(Problem::with_reason(at, detail, message(&distrust, anchor)))
}

/// Java's message.
fn message(distrust: &Distrust<'_>, anchor: &Anchor) -> String {
    let (ca, name) = (distrust.ca, anchor.subject.java());
    let issued = distrust
        .issued_after
        .map_or(String::new(), |day| format!(" issued after {day} and"));
    format!("TLS Server certificate{issued} anchored by a distrusted legacy {ca} root CA: {name}")
}

/// Returns the finding if a recorded release rejects `leaf` under `anchor`. `release` takes the
/// place of the recorded one of its version, and says which date of issue counts, if it rejects
/// the leaf.
#[must_use]
pub fn distrusted<'a>(
    anchor: &Anchor,
    leaf: &Certificate,
    at: UnixTime,
    release: &'a JavaRelease<'a>,
) -> Option<Detail> {
    let reject = |r: &JavaRelease<'a>| r.distrusts(&anchor.sha256, leaf.not_before, at);
    let mut releases = Vec::new();
    let mut latest = None;
    for recorded in RELEASES {
        let asked: &JavaRelease<'a> = if recorded.version == release.version {
            release
        } else {
            recorded
        };
        if let Some(distrust) = reject(asked) {
            releases.push(asked.version.to_owned());
            latest = Some(distrust);
        }
    }
    let distrust = reject(release).or(latest)?;
    Some(Detail::AnchorDistrusted {
        label: anchor.subject.label(),
        issued_after: distrust.issued_after.map(str::to_owned),
        releases,
    })
}

/// Returns the finding if this release rejects `leaf` under `anchor`.
#[must_use]
pub fn distrusted_by(anchor: &Anchor, leaf: &Certificate, at: UnixTime, release: &JavaRelease<'_>) -> Option<Detail> {
    let distrust = release.distrusts(&anchor.sha256, leaf.not_before, at)?;
    Some(Detail::AnchorDistrustedHere {
        label: anchor.subject.label(),
        issued_after: distrust.issued_after.map(str::to_owned),
        release: release.version.to_owned(),
    })
}
