//! Share links to a report. See [`crate::share`].

use super::job::Job;
use crate::share;
use crate::web::answers;
use crate::web::protocol::response::{MadeLink, ResponseBody};
use crate::web::webcrypto;

/// Makes a link to the chain and its check, and a link to the verdict alone.
pub(super) async fn make(job: &Job, language: &str, address: &str, with_moment: bool) -> ResponseBody<MadeLink> {
    let Some(plan) = job.plan().await else {
        return ResponseBody::Nothing;
    };
    let report = crate::engine::judge(&plan, &webcrypto::answers(plan.checks()).await);
    let chain = answers::link(&plan, &report, with_moment, language, job).await;
    let verdict = share::encode_verdict(&report);
    let code = |link: &str| share::qr(&[address, "#", link].concat()).ok();
    ResponseBody::Answer(MadeLink {
        chain_code: chain.as_deref().ok().and_then(code),
        verdict_code: code(&verdict),
        chain,
        verdict,
    })
}
