//! Answers that the page's engine and the npm package share: the repaired chain, the chain that the
//! most clients accept, and share links.

use super::webcrypto;
use crate::engine::{self, Helper, LoadedFiles, Plan};
use crate::report::{MostClients, Repair, Report};
use crate::trust::{ClientId, Clients, PoolFile};
use crate::verify::{SignatureAnswer, SignatureCheck};

#[cfg(feature = "share")]
use bytes::Bytes;

#[cfg(feature = "share")]
use super::protocol::response::OpenedLink;
#[cfg(feature = "share")]
use crate::share::{self, EncodeError, Link, Shards};

/// Loads files of the pool, from the page or through the package's `load` option.
pub(crate) trait LoadFiles {
    /// Loads these files; `None` for one that cannot be loaded.
    async fn files(&self, files: Vec<PoolFile>) -> LoadedFiles;
}

/// Loads the certificate files of these buckets.
#[cfg(feature = "share")]
async fn certificates(data: &impl LoadFiles, buckets: Vec<u8>) -> Vec<(u8, Option<Bytes>)> {
    let files = buckets.into_iter().map(PoolFile::Certificates);
    let loaded = data.files(files.collect()).await.into_iter();
    loaded.map(|(file, bytes)| (file.bucket(), bytes)).collect()
}

/// Verifies with WebCrypto, and loads files from the page or through the package's `load` option.
struct Web<'d, D>(&'d D);

impl<D: LoadFiles> Helper for Web<'_, D> {
    async fn answers(&self, checks: &[SignatureCheck]) -> Vec<SignatureAnswer> {
        webcrypto::answers(checks).await
    }

    async fn files(&self, files: Vec<PoolFile>) -> LoadedFiles {
        self.0.files(files).await
    }
}

/// Makes the chain to send instead of the one that was checked.
pub(crate) async fn repair(plan: &Plan<'_>, report: &Report, data: &impl LoadFiles) -> Repair {
    engine::repair_by(plan, report, &Web(data)).await
}

/// Looks for the chain that the most of these clients accept.
///
/// # Errors
/// The repaired chain if no client accepts any.
pub(crate) async fn most_clients(
    plan: &Plan<'_>,
    report: &Report,
    clients: (&[ClientId], Option<&Clients>),
    data: &impl LoadFiles,
) -> Result<MostClients, Box<Repair>> {
    engine::most_clients(plan, report, clients, &Web(data)).await
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
