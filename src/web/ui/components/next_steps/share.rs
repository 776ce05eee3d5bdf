//! Links to the report, made only when asked for.

use yew::prelude::*;

use crate::i18n::{Locale, ReportPhrase, ReportText, UiText};
use crate::share::Qr;
use crate::web::protocol::response::MadeLink;
use crate::web::ui::browser::host as page;
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::session::Session;
use crate::web::ui::state::State;

/// Links longer than this are cut by some chat programs, in characters.
const LONG: usize = 8_000;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    /// The state that is shared: a link is made of what is judged when it is asked for.
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
}

#[derive(Clone, PartialEq)]
enum Making {
    Idle,
    Under,
    Done(Box<MadeLink>),
    Failed,
}

/// The section.
#[component]
pub(crate) fn ShareView(props: &Props) -> Html {
    let locale = props.locale;
    let making = use_state_eq(|| Making::Idle);
    {
        // A link to another question must not stand here.
        let making = making.clone();
        use_effect_with(props.state.request.id, move |_| making.set(Making::Idle));
    }
    let onclick = {
        let (making, state, session) = (making.clone(), props.state.clone(), props.session.clone());
        Callback::from(move |_: MouseEvent| {
            let (making, state, session) = (making.clone(), state.clone(), session.clone());
            making.set(Making::Under);
            wasm_bindgen_futures::spawn_local(async move {
                let made = session.make_link(&state).await;
                making.set(made.map_or(Making::Failed, |made| Making::Done(Box::new(made))));
            });
        })
    };
    let body = match &*making {
        Making::Idle => html! {
            <button type="button" class="button" id="make-link" {onclick}>
                { icon(Sign::Share) }{ locale.report(ReportText::ShareMake) }
            </button>
        },
        Making::Under => html! { <p role="status">{ locale.report(ReportText::ShareMaking) }</p> },
        Making::Failed => html! { <p role="status">{ locale.report(ReportText::ShareFailed) }</p> },
        Making::Done(made) => html! {
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
        <section class="panel share" id="share" aria-labelledby="share-title">
            <h2 class="title" id="share-title">{ locale.ui(UiText::ShareHeading) }</h2>
            <p class="soft">{ locale.report(ReportText::SharePrivacy) }</p>
            { body }
        </section>
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

/// The code, black on white in every theme: that is what cameras read.
fn picture(locale: Locale, code: &Qr) -> Html {
    let side = code.modules.saturating_add(8);
    html! {
        <svg class="qr" viewBox={format!("-4 -4 {side} {side}")} role="img" aria-label={locale.report(ReportText::ShareCode)}>
            <rect class="qr__ground" x="-4" y="-4" width={side.to_string()} height={side.to_string()} />
            <path class="qr__modules" d={code.path.clone()} />
        </svg>
    }
}
