//! The check of an input.

use super::job::Job;
use crate::ingest::{DropReason, Dropped};
use crate::web::protocol::response::{Checked, Outcome};
use crate::web::webcrypto;

/// Checks the input as one chain, or counts its servers.
pub(super) async fn check(job: &Job, as_one_chain: bool) -> Checked {
    if let Some(why) = job.truststore_error() {
        return Checked {
            incomplete: cfg!(not(feature = "containers")),
            ..Checked::new(Outcome::Truststore(why.clone()))
        };
    }
    let input = job.input.as_deref();
    let mut checked = match input.map(|input| &input.servers) {
        Some(Ok(servers)) if servers.len() > 1 && !as_one_chain => {
            Checked::new(Outcome::Servers(u32::try_from(servers.len()).unwrap_or(u32::MAX)))
        }
        Some(Err(why)) => Checked::new(Outcome::InputError(why.clone())),
        Some(Ok(_)) | None => report(job).await,
    };
    checked.incomplete |= may_have_more(checked.dropped());
    checked.redacted = input.and_then(|input| input.redacted.clone());
    checked
}

async fn report(job: &Job) -> Checked {
    let Some(mut plan) = job.plan().await else {
        return Checked::new(Outcome::InputError(crate::engine::InputError::Empty));
    };
    let answers = webcrypto::answers(plan.checks()).await;
    let open = plan.checks().iter().zip(&answers).any(webcrypto::is_open);
    Checked {
        incomplete: open && cfg!(not(feature = "rust-verifier")),
        ..Checked::new(Outcome::Report(Box::new(job.judge(&mut plan, &answers).await)))
    }
}

/// Whether the full engine may find more certificates: this one cannot open keystores and archives.
pub(super) fn may_have_more(dropped: &[Dropped]) -> bool {
    let is_container = |dropped: &Dropped| {
        matches!(
            dropped.reason,
            DropReason::Pkcs12 | DropReason::JavaKeyStore { .. } | DropReason::Zip
        )
    };
    cfg!(not(feature = "containers")) && dropped.iter().any(is_container)
}
