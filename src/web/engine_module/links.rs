//! Share links: made from what was judged, and opened. See [`crate::share`].

use bytes::Bytes;

use super::{Asked, answers};
use crate::engine;
use crate::share::{self, Link, Shards, Shared, SharedOptions, Summary};
use crate::web::codec::{MadeLink, OpenedLink, Side};

/// Links to the chain as it was judged, and to the verdict alone; none where there is nothing to judge.
pub(super) async fn make(asked: &Asked) -> Side<MadeLink> {
    let side = |needs, value| Side {
        seq: asked.seq,
        needs,
        value,
    };
    let trust = asked.trust();
    let Ok(plan) = asked.plan(&trust) else {
        return side(Vec::new(), None);
    };
    let certificates: Vec<Bytes> = plan.certificates().map(|certificate| certificate.der.clone()).collect();
    let needs = missing(asked, share::wanted(&certificates));
    if !needs.is_empty() {
        return side(needs, None);
    }
    let report = engine::judge(&plan, &answers(plan.checks()).await.0);
    let shared = Shared {
        certificates,
        asked: SharedOptions {
            at: (!asked.now).then_some(asked.options.at),
            hostname: asked.options.hostname.clone(),
            insecure_skip_verification: asked.options.insecure_skip_verification,
            first_is_leaf: asked.options.first_is_leaf,
            language: asked.language.clone(),
        },
        answer: Summary::of(&report),
    };
    let (chain, verdict) = (share::encode(&shared, &shards(asked)), share::encode_verdict(&report));
    let code = |link: &str| share::qr(&format!("{}#{link}", asked.address)).ok();
    let made = MadeLink {
        chain_code: chain.as_deref().ok().and_then(code),
        verdict_code: code(&verdict),
        chain,
        verdict,
    };
    side(Vec::new(), Some(made))
}

/// What a link holds.
pub(super) fn open(asked: &Asked) -> Side<OpenedLink> {
    let text = asked.files.first().map(|(_, bytes)| String::from_utf8_lossy(bytes));
    let (needs, opened) = match share::decode(&text.unwrap_or_default()) {
        Err(why) => (Vec::new(), OpenedLink::Unreadable(why)),
        Ok(Link::Verdict(verdict)) => (Vec::new(), OpenedLink::Verdict(verdict)),
        Ok(Link::Certificates(link)) => {
            let needs = missing(asked, link.wanted_shards());
            let opened = match link.resolve(&shards(asked)) {
                Ok(shared) => OpenedLink::Chain {
                    pem: shared.pem(),
                    asked: shared.asked,
                    answer: shared.answer,
                },
                Err(why) => OpenedLink::Unresolved(why),
            };
            (needs, opened)
        }
    };
    let value = needs.is_empty().then_some(opened);
    Side {
        seq: asked.seq,
        needs,
        value,
    }
}

/// Of these data files those that were not sent along yet.
fn missing(asked: &Asked, mut numbers: Vec<u8>) -> Vec<u8> {
    numbers.retain(|number| !asked.shards.iter().any(|(of, _)| of == number));
    numbers
}

fn shards(asked: &Asked) -> Shards {
    let mut shards = Shards::default();
    for (number, bytes) in &asked.shards {
        if let Some(bytes) = bytes {
            // One that is no data file is as good as absent: what it should have held is named as not found.
            let _ = shards.insert(*number, bytes);
        }
    }
    shards
}
