//! Links to the report.

use yew::prelude::*;

use crate::i18n::{Locale, ReportPhrase, ReportText};
use crate::share::Qr;
use crate::web::protocol::response::MadeLink;
use crate::web::ui::browser::host as page;
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::session::Session;
use crate::web::ui::state::State;

/// Some chat programs cut longer links, in characters.
const LONG: usize = 8_000;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    /// The page's state, from which the link is made.
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
}

#[derive(Clone, PartialEq)]
enum LinkRequest {
    Running,
    Done(Box<MadeLink>),
    Failed,
}

/// The links. They are made when the dialog opens.
#[component]
pub(crate) fn ShareView(props: &Props) -> Html {
    let locale = props.locale;
    let making = use_state_eq(|| LinkRequest::Running);
    {
        let (making, state, session) = (making.clone(), props.state.clone(), props.session.clone());
        use_effect_with(props.state.request.id, move |_| {
            wasm_bindgen_futures::spawn_local(async move {
                let made = session.make_link(&state).await;
                making.set(made.map_or(LinkRequest::Failed, |made| LinkRequest::Done(Box::new(made))));
            });
        });
    }
    let body = match &*making {
        LinkRequest::Running => html! { <p role="status">{ locale.report(ReportText::ShareMaking) }</p> },
        LinkRequest::Failed => html! { <p role="status">{ locale.report(ReportText::ShareFailed) }</p> },
        LinkRequest::Done(made) => html! {
            <div class="share__kinds">
                { match &made.chain {
                    Ok(link) => kind(locale, "share-chain", (ReportText::ShareChain, ReportText::ShareChainHint), link, made.chain_code.as_ref()),
                    Err(why) => html! { <p>{ locale.encode_error(why) }</p> },
                } }
                { kind(locale, "share-verdict", (ReportText::ShareVerdict, ReportText::ShareVerdictHint), &made.verdict, made.verdict_code.as_ref()) }
            </div>
        },
    };
    html! {
        <>
            <p class="soft">{ locale.report(ReportText::SharePrivacy) }</p>
            { body }
        </>
    }
}

fn kind(
    locale: Locale,
    id: &'static str,
    (label, hint): (ReportText, ReportText),
    link: &str,
    code: Option<&Qr>,
) -> Html {
    let address = AttrValue::from(page::page_address() + "#" + link);
    let length = address.chars().count();
    html! {
        <div class="share__kind">
            <label class="field__label" for={id}>{ locale.report(label) }</label>
            <p class="soft">{ locale.report(hint) }</p>
            <div class="field__row">
                <input class="input share__link" type="text" readonly=true {id} value={address.clone()} />
                <CopyButton {locale} text={address} what={locale.report(label)} />
            </div>
            <p class="soft">{ locale.report_phrase(&ReportPhrase::LinkLength(length)) }</p>
            if length > LONG {
                <p class="share__long">{ icon(Sign::Warn) }{ locale.report(ReportText::ShareLong) }</p>
            }
            if let Some(code) = code {
                <details class="more">
                    <summary>{ locale.report(ReportText::ShareCode) }</summary>
                    { picture(locale, code) }
                </details>
            }
        </div>
    }
}

/// The QR code, black on white in every theme: cameras cannot read the opposite.
fn picture(locale: Locale, code: &Qr) -> Html {
    let side = code.modules.saturating_add(8);
    html! {
        <svg class="qr" viewBox={format!("-4 -4 {side} {side}")} role="img" aria-label={locale.report(ReportText::ShareCode)}>
            <rect class="qr__ground" x="-4" y="-4" width={side.to_string()} height={side.to_string()} />
            <path class="qr__modules" d={code.path.clone()} />
        </svg>
    }
}
