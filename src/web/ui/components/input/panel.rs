//! The box for certificates: pasted, dropped, or from files.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::i18n::{AnswerText, Locale, UiPhrase, UiText};
use crate::web::ui::browser::{focus, preferences};
use crate::web::ui::files::{self, Named};
use crate::web::ui::intake::BOX_LIMIT;
use crate::web::ui::state::{Action, Kept, Source};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) source: Source,
    /// Whether there is a verdict.
    pub(crate) has_verdict: bool,
    pub(crate) on: Callback<Action>,
    /// A whole text was pasted.
    pub(crate) on_text: Callback<ClipboardEvent>,
    pub(crate) on_files: Callback<Vec<Named>>,
}

fn text_area(event: &impl AsRef<web_sys::Event>) -> Option<HtmlTextAreaElement> {
    event.as_ref().target()?.dyn_into().ok()
}

/// Whether a paste replaces all text: the box is empty, or its whole text is selected.
fn replaces_all(area: &HtmlTextAreaElement) -> bool {
    let length = area.value().encode_utf16().count();
    let position = |at: Result<Option<u32>, _>| at.ok().flatten().and_then(|at| usize::try_from(at).ok());
    length == 0 || (position(area.selection_start()) == Some(0) && position(area.selection_end()) >= Some(length))
}

/// The box. It takes the focus at the start on devices with a pointer, and when it is opened.
#[component]
pub(crate) fn InputPanel(props: &Props) -> Html {
    let area = use_node_ref();
    {
        let (area, has_verdict) = (area.clone(), props.has_verdict);
        use_effect_with((), move |()| {
            let wanted = has_verdict || (preferences::has_fine_pointer() && focus::is_lost());
            if let Some(element) = area.cast::<HtmlElement>().filter(|_| wanted) {
                // If this fails, the user can still click the box.
                let _ = element.focus();
            }
        });
    }
    open_box(props, area)
}

/// Handles a paste that replaces all text. The browser handles a paste within the text.
fn on_paste(props: &Props) -> Callback<Event> {
    let on_text = props.on_text.clone();
    Callback::from(move |event: Event| {
        let Ok(event) = event.dyn_into::<ClipboardEvent>() else {
            return;
        };
        let data = event.clipboard_data();
        let long = data
            .as_ref()
            .and_then(|data| data.get_data("text/plain").ok())
            .is_some_and(|text| text.len() > usize::try_from(BOX_LIMIT).unwrap_or(usize::MAX));
        let files = data
            .and_then(|data| data.files())
            .is_some_and(|files| files.length() > 0);
        if long || files || text_area(&event).is_some_and(|area| replaces_all(&area)) {
            on_text.emit(event);
        }
    })
}

fn on_choose(props: &Props) -> Callback<Event> {
    let on_files = props.on_files.clone();
    Callback::from(move |event: Event| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            if let Some(files) = input.files().filter(|files| files.length() > 0) {
                on_files.emit(files::of_list(&files));
            }
            // Lets the user choose the same file again after it has changed.
            input.set_value("");
        }
    })
}

fn open_box(props: &Props, area: NodeRef) -> Html {
    let locale = props.locale;
    let oninput = {
        let on = props.on.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(area) = text_area(&event) {
                on.emit(Action::Typed(Rc::from(area.value())));
            }
        })
    };
    let onchange = on_choose(props);
    let text = match &props.source {
        Source::Text(text) => text.to_string(),
        Source::None | Source::Files(_) => String::new(),
    };
    html! {
        <div class="box">
            <label class="box__label" for="input">{ locale.ui(UiText::InputLabel) }</label>
            <textarea class="box__text" id="input" ref={area} spellcheck="false" autocomplete="off"
                autocapitalize="off" wrap="off" aria-describedby="input-hint"
                placeholder={locale.ui(UiText::InputPlaceholder)} value={text} {oninput} onpaste={on_paste(props)} />
            <div class="box__foot">
                <label class="button button--small box__file">
                    <span>{ locale.ui(UiText::ChooseFile) }</span>
                    <input class="visually-hidden" type="file" id="file" multiple=true onchange={onchange.clone()} />
                </label>
                <label class="button button--small box__file box__folder" hidden={!props.has_verdict}>
                    <span>{ locale.ui(UiText::ChooseFolder) }</span>
                    <input class="visually-hidden" type="file" id="folder" webkitdirectory=true multiple=true {onchange} />
                </label>
                if let Source::Files(kept) = &props.source { <span class="box__large">{ kept_words(locale, kept) }</span> }
                <span class="box__hint" id="input-hint">{ locale.answer(AnswerText::Files) }</span>
            </div>
        </div>
    }
}

/// Files by name and size.
pub(in crate::web::ui) fn kept_words(locale: Locale, kept: &Kept) -> String {
    let name = match (kept.name.as_str(), kept.all) {
        (_, 2..) => locale.phrase(&UiPhrase::Files(kept.all)),
        ("", _) => locale.ui(UiText::PastedText).to_owned(),
        (name, _) => name.to_owned(),
    };
    format!("{name}, {}", locale.phrase(&UiPhrase::Size(kept.all_bytes)))
}
