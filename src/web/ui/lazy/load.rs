//! Code and texts that the interface loads when it needs them.

use std::future::Future;
use std::pin::Pin;

use yew::prelude::*;

use crate::guide::{Endpoint, Guide};
use crate::i18n::Locale;
use crate::report::{Repair, Report};
use crate::web::split::loaded;
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, State};

/// The result of code that was loaded.
type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// Defines `load_words`, and a loader for each language whose texts are a separate wasm part.
#[cfg(feature = "split")]
macro_rules! word_loaders {
    ($($(#[$about:meta])* $variant:ident $tag:literal $name:literal $language:ident $part:ident,)*) => {
        $(loaded!($part, $part, crate::i18n::Catalogue, crate::i18n::Catalogue::$part());)*

        /// Loads a language's texts if they are missing. If that fails, the page continues in
        /// English.
        pub(crate) async fn load_words(locale: Locale) {
            if locale.is_loaded() {
                return;
            }
            let catalogue = match locale {
                Locale::En => return,
                $(Locale::$variant => $part().await,)*
            };
            if let Ok(catalogue) = catalogue {
                locale.keep(catalogue);
            }
        }
    };
}
#[cfg(feature = "split")]
crate::i18n::languages!(word_loaders);

/// Does nothing: without the feature `split`, the page's file has the texts of every language.
#[cfg(not(feature = "split"))]
pub(crate) async fn load_words(_: Locale) {}

loaded!(
    report,
    pub(crate) load_repairing,
    fn(Session, UseReducerHandle<State>) -> Pending<Option<Shared<Repair>>>,
    |session, state| Box::pin(async move { session.repair(&state).await.map(Shared::from) })
);

loaded!(
    report,
    pub(crate) load_opening,
    fn(Session, String, UseReducerHandle<State>) -> Pending<Action>,
    |session, link, state| Box::pin(async move { session.open(link, &state).await })
);

loaded!(
    report,
    pub(crate) load_ticket,
    fn(&Report, Option<Endpoint>, Locale) -> String,
    |report, host, locale| Guide::new(report).with_host(host).markdown(locale)
);

loaded!(
    report,
    pub(crate) load_calendar,
    fn(&Report, Option<Endpoint>, Locale) -> Option<String>,
    |report, host, locale| Guide::new(report).with_host(host).calendar(locale)
);
