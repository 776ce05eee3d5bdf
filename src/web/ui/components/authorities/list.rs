//! The CAs that API Gateway supports, with a search, and a field for a newer list to check against.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::i18n::{Locale, ReportText, UiPhrase, UiText, ViewText};
use crate::visible::visible;
use crate::web::protocol::response::Authorities;
use crate::web::ui::components::authorities::search::matches;
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::session::Session;
use crate::web::ui::state::{Action, State};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) state: UseReducerHandle<State>,
    pub(crate) session: Session,
    pub(crate) on: Callback<Action>,
}

/// The table of CAs.
#[component]
pub(crate) fn AuthoritiesView(props: &Props) -> Html {
    let Props { locale, on, .. } = props;
    let locale = *locale;
    let table = use_state_eq(|| None::<Rc<Authorities>>);
    let query = use_state_eq(String::new);
    {
        let (table, state, session) = (table.clone(), props.state.clone(), props.session.clone());
        use_effect_with(props.state.request.list.clone(), move |_| {
            wasm_bindgen_futures::spawn_local(async move {
                let rows = session.authorities(&state).await;
                table.set(rows.map(Rc::new));
            });
        });
    }
    let oninput = {
        let query = query.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                query.set(input.value());
            }
        })
    };
    let search = use_node_ref();
    {
        let search = search.clone();
        use_effect_with((), move |()| {
            if let Some(search) = search.cast::<HtmlInputElement>() {
                // If this fails, the user can still click the field.
                let _ = search.focus();
            }
        });
    }
    let area = use_node_ref();
    let on_list = {
        let (area, on) = (area.clone(), on.clone());
        Callback::from(move |_: InputEvent| {
            if let Some(area) = area.cast::<HtmlTextAreaElement>() {
                on.emit(Action::List(
                    Some(Rc::from(area.value())).filter(|text: &Rc<str>| !text.trim().is_empty()),
                ));
            }
        })
    };
    let own_list = props.state.request.list.is_some();
    html! {
        <section class="panel authorities" aria-labelledby="authorities-title">
            <h1 class="title" id="authorities-title">{ locale.ui(UiText::Authorities) }</h1>
            <p class="soft">{ locale.view(ViewText::AuthoritiesHint) }</p>
            <div class="field">
                <label class="field__label" for="authorities-search">{ locale.view(ViewText::AuthoritiesSearch) }</label>
                <input class="input" type="search" id="authorities-search" autocomplete="off" spellcheck="false" {oninput}
                    value={(*query).clone()} aria-describedby="authorities-hint" ref={search} />
                <span class="field__hint" id="authorities-hint">{ locale.view(ViewText::AuthoritiesSearchHint) }</span>
            </div>
            <details class="more">
                <summary>{ locale.view(ViewText::AuthoritiesPaste) }</summary>
                <label class="soft" for="authorities-list">{ locale.view(ViewText::AuthoritiesPasteHint) }</label>
                <textarea class="box__text" id="authorities-list" rows="5" spellcheck="false" ref={area} oninput={on_list} />
                if own_list {
                    <button type="button" class="button button--small" onclick={on.reform(|_: MouseEvent| Action::List(None))}>
                        { locale.ui(UiText::AuthoritiesReset) }
                    </button>
                }
            </details>
            if let Some(table) = &*table { { rows(locale, table, &query, own_list) } }
        </section>
    }
}

/// A fingerprint in eight groups of eight digits.
fn groups(print: &str) -> String {
    let digits: Vec<char> = print.chars().filter(char::is_ascii_hexdigit).collect();
    let groups: Vec<String> = digits.chunks(8).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

fn rows(locale: Locale, table: &Authorities, query: &str, own_list: bool) -> Html {
    let found: Vec<_> = table.rows.iter().filter(|row| matches(row, query)).collect();
    let edition = match (own_list, table.rows.is_empty()) {
        (true, true) => locale.view(ViewText::AuthoritiesBad).to_owned(),
        (true, false) => locale.phrase(&UiPhrase::ListTaken {
            entries: table.aliases,
            problems: &table.problems,
        }),
        (false, _) => locale.phrase(&UiPhrase::ListVersion(&table.edition)),
    };
    html! {
        <>
            <p class="authorities__edition" role="status">
                { edition }{ " · " }
                { locale.rows_of(found.len(), table.rows.len()) }
            </p>
            if found.is_empty() {
                <p class="notice notice--warn">{ locale.view(ViewText::AuthoritiesNone) }</p>
            } else {
                <div class="authorities__frame" tabindex="0" role="group" aria-label={locale.ui(UiText::Authorities)}>
                    <table class="authorities__table">
                        <thead><tr>
                            <th scope="col">{ locale.view(ViewText::AuthoritiesName) }</th>
                            <th scope="col">{ locale.view(ViewText::AuthoritiesAlias) }</th>
                            <th scope="col">{ locale.view(ViewText::AuthoritiesKey) }</th>
                            <th scope="col">{ locale.view(ViewText::AuthoritiesUntil) }</th>
                            <th scope="col">{ locale.report(ReportText::Sha256) }</th>
                        </tr></thead>
                        <tbody>
                            for row in found {
                                <tr key={row.sha256.clone()}>
                                    <th scope="row">
                                        if row.label.is_empty() {
                                            <span class="soft">{ locale.view(ViewText::AuthoritiesFingerprintOnly) }</span>
                                        } else { { visible(&row.label) } }
                                    </th>
                                    <td>for alias in &row.aliases { <code class="tag">{ visible(alias) }</code>{ " " } }</td>
                                    <td>{ row.key.clone() }</td>
                                    <td>{ row.not_after.map(|moment| locale.date(moment)) }</td>
                                    <td class="authorities__last">
                                        <code class="authorities__print">{ groups(&row.sha256) }</code>
                                        <CopyButton {locale} text={row.sha256.clone()} what={visible(&row.label)} sign_only=true />
                                    </td>
                                </tr>
                            }
                        </tbody>
                    </table>
                </div>
            }
        </>
    }
}
