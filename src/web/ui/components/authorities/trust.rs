//! "How can I trust this page?": what the page does with its input, and how to verify that.

use yew::prelude::*;

use crate::i18n::{Locale, UiText, ViewText};
use crate::web::ui::browser::host as page;
use crate::web::ui::components::basic::icon::{Sign, icon};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
}

/// The view with the explanations.
#[component]
pub(crate) fn TrustView(props: &Props) -> Html {
    let locale = props.locale;
    let digest = use_state_eq(|| None::<String>);
    {
        let digest = digest.clone();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                let line = page::own_file("sslengine-doctor.html.sha256").await;
                digest.set(line.and_then(|line| line.split_whitespace().next().map(str::to_owned)));
            });
        });
    }
    let part = |heading: ViewText, text: ViewText| {
        html! {
            <>
                <h2 class="subtitle">{ locale.view(heading) }</h2>
                <p>{ locale.view(text) }</p>
            </>
        }
    };
    html! {
        <section class="panel prose" aria-labelledby="trust-title">
            <h1 class="title" id="trust-title">{ locale.ui(UiText::Trust) }</h1>
            { part(ViewText::TrustStays, ViewText::TrustStaysText) }
            { part(ViewText::TrustCheck, ViewText::TrustCheckText) }
            { part(ViewText::TrustKeys, ViewText::TrustKeysText) }
            { part(ViewText::TrustRight, ViewText::TrustRightText) }
            if let Some(digest) = (*digest).clone().filter(|_| !page::is_one_file()) {
                { part(ViewText::TrustFile, ViewText::TrustFileText) }
                <p>
                    <a class="button" href="sslengine-doctor.html" download="sslengine-doctor.html" id="one-file">
                        { icon(Sign::Download) }{ locale.view(ViewText::TrustFileDownload) }
                    </a>
                </p>
                <p>{ "SHA-256 " }<code class="authorities__print">{ digest }</code></p>
            }
        </section>
    }
}
