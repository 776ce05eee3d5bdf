//! Share links: made from what was judged, and opened. See [`crate::share`].

use super::{Asked, issuers};
use crate::engine;
use crate::share::{self, Link, Shards};
use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::response::{MadeLink, OpenedLink, Side};
use crate::web::webcrypto;

/// Links to the chain as it was judged, and to the verdict alone; none where there is nothing to judge.
pub(super) async fn make(asked: &Asked) -> Side<MadeLink> {
    let trust = asked.trust();
    let Ok(plan) = asked.plan(trust) else {
        return Side::of(asked.seq, None);
    };
    let wanted = share::wanted(&plan.ders()).into_iter().map(DataFile::Shard);
    let needs = asked.not_sent(wanted.chain(issuers(plan.missing_files())));
    if !needs.is_empty() {
        return Side::needing(asked.seq, needs);
    }
    let report = engine::judge(&plan, &webcrypto::answers(plan.checks()).await);
    let shared = plan.shared(&report, !asked.now, asked.language.clone());
    let (chain, verdict) = (
        share::encode(&shared, &Shards::of(&asked.shards)),
        share::encode_verdict(&report),
    );
    let code = |link: &str| share::qr(&format!("{}#{link}", asked.address)).ok();
    let made = MadeLink {
        chain_code: chain.as_deref().ok().and_then(code),
        verdict_code: code(&verdict),
        chain,
        verdict,
    };
    Side::of(asked.seq, Some(made))
}

/// What a link holds.
pub(super) fn open(asked: &Asked) -> Side<OpenedLink> {
    let text = asked.files.first().map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let opened = match share::decode(&text.unwrap_or_default()) {
        Err(why) => OpenedLink::Unreadable(why),
        Ok(Link::Verdict(verdict)) => OpenedLink::Verdict(verdict),
        Ok(Link::Certificates(link)) => {
            let needs = asked.not_sent(link.wanted_shards().into_iter().map(DataFile::Shard));
            if !needs.is_empty() {
                return Side::needing(asked.seq, needs);
            }
            match link.resolve(&Shards::of(&asked.shards)) {
                Ok(shared) => OpenedLink::Chain {
                    pem: shared.pem(),
                    asked: shared.asked,
                    answer: shared.answer,
                },
                Err(why) => OpenedLink::Unresolved(why),
            }
        }
    };
    Side::of(asked.seq, Some(opened))
}
