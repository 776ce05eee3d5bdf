//! Share links in the package. See [`crate::share`].

use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::arguments::{Asked, Input};
use super::{failure, load_all, plan, report, to_js, with};
use crate::share::{self, Link, Shards, SharedOptions, Summary, VerdictLink};

/// A link to the chain, or with `verdictOnly` to the verdict: its fragment, or with `address` the whole of it.
#[wasm_bindgen(js_name = encodeLink, unchecked_return_type = "Promise<string>")]
pub async fn encode_link(input: JsValue, options: JsValue, load: Function) -> Result<JsValue, JsValue> {
    let asked = Asked::read_for(&options, true, true)?;
    let load = asked.load.clone().unwrap_or(load);
    let plan = plan(&Input::read(&input)?, &asked)?;
    let report = report(&plan).await;
    let fragment = if asked.verdict_only {
        share::encode_verdict(&report)
    } else {
        let shards = Shards::of(&load_all(&load, &share::wanted(&plan.ders())).await);
        let shared = plan.shared(&report, asked.at_given, Some(asked.locale.tag().to_owned()));
        share::encode(&shared, &shards).map_err(|why| {
            let reason = to_js(&why).unwrap_or(JsValue::NULL);
            with(
                failure("cannot-share", &asked.locale.encode_error(&why)),
                "reason",
                reason,
            )
        })?
    };
    let whole = match &asked.address {
        Some(address) => [address.split('#').next().unwrap_or_default(), "#", &fragment].concat(),
        None => fragment,
    };
    Ok(whole.into())
}

/// What a link holds.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Opened<'a> {
    Chain {
        pem: String,
        asked: &'a SharedOptions,
        answer: &'a Summary,
    },
    Verdict(&'a VerdictLink),
}

/// What a link in a text holds: the chain with what was asked and answered, or the verdict alone.
#[wasm_bindgen(js_name = decodeLink, unchecked_return_type = "Promise<unknown>")]
pub async fn decode_link(text: JsValue, options: JsValue, load: Function) -> Result<JsValue, JsValue> {
    let asked = Asked::read(&options, true)?;
    let load = asked.load.clone().unwrap_or(load);
    let Some(text) = text.as_string() else {
        return Err(failure("bad-input", "The link must be a string.").into());
    };
    let link = share::decode(&text).map_err(|why| {
        let reason = to_js(&why).unwrap_or(JsValue::NULL);
        with(failure("bad-link", &asked.locale.link_error(&why)), "reason", reason)
    })?;
    match link {
        Link::Verdict(verdict) => to_js(&Opened::Verdict(&verdict)),
        Link::Certificates(link) => {
            let shards = Shards::of(&load_all(&load, &link.wanted_shards()).await);
            let shared = link.resolve(&shards).map_err(|why| {
                let reason = to_js(&why).unwrap_or(JsValue::NULL);
                with(
                    failure("link-unresolved", &asked.locale.link_unresolved(&why)),
                    "reason",
                    reason,
                )
            })?;
            to_js(&Opened::Chain {
                pem: shared.pem(),
                asked: &shared.asked,
                answer: &shared.answer,
            })
        }
    }
}
