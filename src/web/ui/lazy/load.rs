//! Code and words that the interface loads when it needs them.

use std::future::Future;
use std::pin::Pin;

use yew::prelude::*;

#[cfg(feature = "split")]
use crate::i18n::Catalogue;
use crate::i18n::Locale;
use crate::report::Repair;
use crate::web::protocol::request::Want;
#[cfg(feature = "split")]
use crate::web::split::Missing;
use crate::web::split::loaded;
use crate::web::ui::session::Session;
use crate::web::ui::shared::Shared;
use crate::web::ui::state::{Action, State};

/// What comes later.
type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// Loads a language's words, where they are not at hand. Where that cannot be, the page goes on in English.
pub(crate) async fn load_words(locale: Locale) {
    #[cfg(feature = "split")]
    if !locale.is_at_hand()
        && let Ok(words) = load_french().await
    {
        Locale::hand_over_french(words);
    }
    #[cfg(not(feature = "split"))]
    let _ = locale;
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(french, fallible)]
fn load_french() -> Result<Catalogue, Missing> {
    Ok(Catalogue::french())
}

loaded!(
    report,
    pub(crate) load_repairing,
    fn(Session, UseReducerHandle<State>) -> Pending<Option<Shared<Repair>>>,
    |session, state| Box::pin(async move {
        let repair = session.side::<Repair>(Want::Repair, &state, false).await;
        repair.map(Shared::from)
    })
);

loaded!(
    report,
    pub(crate) load_opening,
    fn(Session, String, UseReducerHandle<State>) -> Pending<Action>,
    |session, link, state| Box::pin(async move { session.open(&link, &state).await })
);
