//! Share links in the package. See [`crate::share`].

use js_sys::Function;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::arguments::{Arguments, Input};
use super::chain::{DataFiles, plan, report};
use super::errors::{failure, with};
use super::to_js::to_js;
use crate::share::{self, SharedOptions, Summary, VerdictLink};
use crate::web::answers;
use crate::web::protocol::request::RequestKind;
use crate::web::protocol::response::OpenedLink;

/// Makes a link to the chain, or with `verdictOnly` to the verdict. Without `address` it returns
/// only the part after the `#`.
#[wasm_bindgen(js_name = encodeLink, unchecked_return_type = "Promise<string>")]
pub async fn encode_link(input: JsValue, options: JsValue, load: Function) -> Result<JsValue, JsValue> {
    let kind = RequestKind::MakeLink {
        language: String::new(),
        address: None,
        with_moment: false,
    };
    let arguments = Arguments::read(kind, &options)?;
    let data = DataFiles(arguments.load.clone().unwrap_or(load));
    let plan = plan(&Input::read(&input)?, &arguments)?;
    let report = report(&plan).await;
    let (address, with_moment) = match &arguments.request.kind {
        RequestKind::MakeLink {
            address, with_moment, ..
        } => (address.as_deref(), *with_moment),
        _ => (None, false),
    };
    let fragment = if arguments.verdict_only {
        share::encode_verdict(&report)
    } else {
        let link = answers::link(&plan, &report, with_moment, arguments.locale.tag(), &data).await;
        link.map_err(|why| {
            let message = arguments.locale.encode_error(&why);
            with_reason(failure("cannot-share", &message), &why)
        })?
    };
    let whole = match address {
        Some(address) => [address.split('#').next().unwrap_or_default(), "#", &fragment].concat(),
        None => fragment,
    };
    Ok(whole.into())
}

/// The content of a link.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Opened<'a> {
    Chain {
        pem: &'a str,
        asked: &'a SharedOptions,
        answer: &'a Summary,
    },
    Verdict(&'a VerdictLink),
}

/// Reads a link in a text: the chain with the options and the answer of its check, or the verdict
/// alone.
#[wasm_bindgen(js_name = decodeLink, unchecked_return_type = "Promise<unknown>")]
pub async fn decode_link(text: JsValue, options: JsValue, load: Function) -> Result<JsValue, JsValue> {
    let arguments = Arguments::read(RequestKind::OpenLink(String::new()), &options)?;
    let data = DataFiles(arguments.load.clone().unwrap_or(load));
    let Some(text) = text.as_string() else {
        return Err(failure("bad-input", "The link must be a string.").into());
    };
    match answers::open_link(&text, &data).await {
        OpenedLink::Chain { pem, asked, answer } => to_js(&Opened::Chain {
            pem: &pem,
            asked: &asked,
            answer: &answer,
        }),
        OpenedLink::Verdict(verdict) => to_js(&Opened::Verdict(&verdict)),
        OpenedLink::Unreadable(why) => {
            let message = arguments.locale.link_error(&why);
            Err(with_reason(failure("bad-link", &message), &why))
        }
        OpenedLink::Unresolved(why) => {
            let message = arguments.locale.link_unresolved(&why);
            Err(with_reason(failure("link-unresolved", &message), &why))
        }
    }
}

fn with_reason(error: js_sys::Error, why: &impl Serialize) -> JsValue {
    with(error, "reason", to_js(why).unwrap_or(JsValue::NULL))
}
