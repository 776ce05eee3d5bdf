//! What to do on the client if it does not trust the CA: import the CA, or use another truststore.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::guide::{TRUST_SETUPS, import_ca};
use crate::i18n::{ClientPageText, GuideText};
use crate::report::Report;
use crate::web::ui::browser::output;
use crate::web::ui::components::basic::code_block::CodeBlock;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::State;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) report: Shared<Report>,
}

/// The files to import, and the ways to import them.
#[component]
pub(crate) fn ImportView(props: &Props) -> Html {
    let Props { state, session, report } = props;
    let locale = state.locale;
    let failed = use_state_eq(|| false);
    let files = import_ca(report).map(|ca| {
        let pem = ca.pem.clone();
        let on_pem = Callback::from(move |_: MouseEvent| output::download("ca.pem", "application/x-pem-file", &pem));
        let (state, session, index, setter) = (state.clone(), session.clone(), ca.index, failed.setter());
        let on_truststore = Callback::from(move |_: MouseEvent| {
            let (state, session, failed) = (state.clone(), session.clone(), setter.clone());
            spawn_local(async move {
                let file = session.write_truststore(&state, vec![index]).await;
                failed.set(file.is_none());
                if let Some(bytes) = file {
                    output::download_bytes("truststore.p12", "application/x-pkcs12", &bytes);
                }
            });
        });
        html! {
            <>
                <p class="import__files">
                    <button type="button" class="button" id="download-truststore" onclick={on_truststore}>
                        { icon(Sign::Download) }{ locale.client_page(ClientPageText::DownloadTruststore) }
                    </button>
                    <button type="button" class="button" id="download-ca" onclick={on_pem}>
                        { icon(Sign::Download) }{ locale.client_page(ClientPageText::DownloadCa) }
                    </button>
                </p>
                <p class="soft">{ locale.guide(GuideText::TrustPassword) }</p>
                if *failed { <p role="alert">{ locale.client_page(ClientPageText::DownloadFailed) }</p> }
            </>
        }
    });
    html! {
        <details class="fold" id="import-ca">
            <summary class="fold__head"><h2 class="fold__title">{ locale.guide(GuideText::TrustHeading) }</h2></summary>
            <div class="fold__body">
                if let Some(files) = files { { files } } else { <p>{ locale.client_page(ClientPageText::CaNotSent) }</p> }
                for setup in TRUST_SETUPS {
                    <h3 class="subtitle">{ locale.guide(setup.tool.text()) }</h3>
                    <CodeBlock {locale} text={setup.text} file={setup.file.map(AttrValue::from)} what={locale.guide(setup.tool.text())} />
                }
            </div>
        </details>
    }
}
