//! The search field, the filters, and the buttons that save the rows.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::export::FileFormat;
use crate::fleet::Query;
use crate::i18n::{FleetText, Locale, UiText, ViewText};
use crate::report::{RuleId, Verdict};
use crate::trust::ClientId;
use crate::web::ui::components::basic::choice::Choice;
use crate::web::ui::components::basic::icon::{Sign, icon};

/// The search field and the filters.
pub(super) fn tools(locale: Locale, client: ClientId, query: &Query, on_query: &Callback<Query>) -> Html {
    let oninput = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                on_query.emit(Query {
                    text: input.value(),
                    ..query.clone()
                });
            }
        })
    };
    const VERDICTS: [Option<Verdict>; 4] = [
        None,
        Some(Verdict::Fail),
        Some(Verdict::Inconclusive),
        Some(Verdict::Pass),
    ];
    let rules: Vec<Option<RuleId>> = std::iter::once(None).chain(RuleId::ALL.map(Some)).collect();
    let all = locale.fleet(FleetText::Any);
    let verdict_names = VERDICTS.map(|verdict| AttrValue::from(verdict.map_or(all, |verdict| locale.verdict(verdict))));
    let rule_names: Vec<_> = rules
        .iter()
        .map(|rule| AttrValue::from(rule.map_or(all, |rule| locale.rule_name_for(client, rule))))
        .collect();
    let chosen_rule = rules.iter().position(|rule| *rule == query.rule).unwrap_or_default();
    let on_verdict = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |place: usize| {
            on_query.emit(Query {
                verdict: VERDICTS.get(place).copied().flatten(),
                ..query.clone()
            });
        })
    };
    let on_rule = {
        let (query, on_query) = (query.clone(), on_query.clone());
        Callback::from(move |place: usize| {
            on_query.emit(Query {
                rule: rules.get(place).copied().flatten(),
                ..query.clone()
            });
        })
    };
    html! {
        <div class="fleet__tools">
            <div class="field">
                <label class="field__label" for="fleet-search">{ locale.view(ViewText::AuthoritiesSearch) }</label>
                <input class="input" type="search" id="fleet-search" autocomplete="off" spellcheck="false" {oninput}
                    value={query.text.clone()} aria-describedby="fleet-search-hint" />
                <span class="field__hint" id="fleet-search-hint">{ locale.fleet(FleetText::SearchHint) }</span>
            </div>
            <Choice id="fleet-verdict" label={locale.fleet(FleetText::Verdict)} options={verdict_names.to_vec()}
                chosen={VERDICTS.iter().position(|verdict| *verdict == query.verdict).unwrap_or_default()} on_choose={on_verdict} />
            <Choice id="fleet-rule" label={locale.fleet(FleetText::NotMet)} options={rule_names} chosen={chosen_rule} on_choose={on_rule} />
        </div>
    }
}

/// The buttons that save the rows as a file.
pub(super) fn save_row(locale: Locale, saving: bool, on_save: &Callback<FileFormat>) -> Html {
    html! {
        <p class="fleet__save">
            <span>{ locale.fleet(FleetText::Export) }{ locale.ui(UiText::Colon) }</span>
            for form in FileFormat::ALL {
                <button type="button" class="button button--small" disabled={saving} onclick={on_save.reform(move |_: MouseEvent| form)}>
                    { icon(Sign::Download) }{ form.name() }
                </button>
            }
            <span role="status">if saving { { locale.fleet(FleetText::Exporting) } }</span>
        </p>
    }
}
