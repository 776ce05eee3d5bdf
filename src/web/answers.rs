//! Answers that the page's engine and the npm package share: the repaired chain and share links.

use bytes::Bytes;

use super::webcrypto;
use crate::engine::Plan;
use crate::engine::repair::{Need, Repairer};
use crate::report::{Repair, Report};
use crate::trust::PoolFile;

#[cfg(feature = "share")]
use super::protocol::response::OpenedLink;
#[cfg(feature = "share")]
use crate::share::{self, EncodeError, Link, Shards};

/// Loads files of the pool, from the page or through the package's `load` option.
pub(crate) trait LoadFiles {
    /// Loads these files; `None` for one that cannot be loaded.
    async fn files(&self, files: Vec<PoolFile>) -> Vec<(PoolFile, Option<Bytes>)>;
}

/// Loads the certificate files of these buckets.
#[cfg(feature = "share")]
async fn certificates(data: &impl LoadFiles, buckets: Vec<u8>) -> Vec<(u8, Option<Bytes>)> {
    let files = buckets.into_iter().map(PoolFile::Certificates);
    let loaded = data.files(files.collect()).await.into_iter();
    loaded.map(|(file, bytes)| (file.bucket(), bytes)).collect()
}

/// Makes the chain to send instead of the one that was checked.
pub(crate) async fn repair(plan: &Plan<'_>, report: &Report, data: &impl LoadFiles) -> Repair {
    let mut repairer = Repairer::new(plan, report);
    loop {
        let answers = match repairer.next() {
            Need::Files(files) => Err(files.to_vec()),
            Need::Answers(checks) => Ok(webcrypto::answers(checks).await),
            Need::Done => return repairer.finish(),
        };
        match answers {
            Ok(answers) => repairer.give_answers(answers),
            Err(files) => repairer.give_files(&data.files(files).await),
        }
    }
}

/// Makes a share link to the chain and its check: the part after the `#`.
///
/// # Errors
/// If the chain does not fit into a link.
#[cfg(feature = "share")]
pub(crate) async fn link(
    plan: &Plan<'_>,
    report: &Report,
    with_moment: bool,
    language: &str,
    data: &impl LoadFiles,
) -> Result<String, EncodeError> {
    let loaded = certificates(data, share::wanted(&plan.ders())).await;
    let shared = plan.shared(report, with_moment, Some(language.to_owned()));
    share::encode(&shared, &Shards::of(&loaded))
}

/// Reads a share link.
#[cfg(feature = "share")]
pub(crate) async fn open_link(text: &str, data: &impl LoadFiles) -> OpenedLink {
    let link = match share::decode(text) {
        Err(why) => return OpenedLink::Unreadable(why),
        Ok(Link::Verdict(verdict)) => return OpenedLink::Verdict(verdict),
        Ok(Link::Certificates(link)) => link,
    };
    let loaded = certificates(data, link.wanted_shards()).await;
    match link.resolve(&Shards::of(&loaded)) {
        Ok(shared) => OpenedLink::Chain {
            pem: shared.pem(),
            asked: shared.asked,
            answer: shared.answer,
        },
        Err(why) => OpenedLink::Unresolved(why),
    }
}
