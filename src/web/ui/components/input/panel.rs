//! The box for certificates: pasted, dropped, or from files. After the check it folds to a line.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::i18n::{Locale, UiPhrase, UiText};
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::files::{self, Named};
use crate::web::ui::intake::BOX_LIMIT;
use crate::web::ui::state::{Action, Kept, Source};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) source: Source,
    pub(crate) folded: bool,
    /// How many certificates were found; `None` before the check.
    pub(crate) certificates: Option<u32>,
    /// A note on ignored lines; may be empty.
    pub(crate) ignored_lines: AttrValue,
    pub(crate) key_removed: bool,
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

/// The box, or if it is folded, a line about its content.
#[component]
pub(crate) fn InputPanel(props: &Props) -> Html {
    let (edit, area) = (use_node_ref(), use_node_ref());
    use_focus(props.folded, edit.clone(), area.clone());
    if props.folded {
        line(props, edit)
    } else {
        open_box(props, area)
    }
}

/// If the box or the line had the focus and was replaced, moves the focus to the other one.
/// Keyboard users keep their place.
#[hook]
fn use_focus(folded: bool, edit: NodeRef, area: NodeRef) {
    let was_folded = use_mut_ref(|| folded);
    use_effect_with(folded, move |&folded| {
        let before = was_folded.replace(folded);
        let target = if folded { &edit } else { &area };
        if before != folded
            && focus_is_lost()
            && let Some(element) = target.cast::<HtmlElement>()
        {
            let _ = element.focus();
        }
    });
}

fn clear_button(props: &Props) -> Html {
    html! {
        <button type="button" class="button button--small" onclick={props.on.reform(|_: MouseEvent| Action::Clear)}>
            { icon(Sign::Clear) }{ props.locale.ui(UiText::Clear) }
        </button>
    }
}

/// The line in place of the box: its content, and buttons to edit or clear it.
fn line(props: &Props, edit: NodeRef) -> Html {
    let locale = props.locale;
    let mut parts: Vec<String> = Vec::new();
    if let Source::Files(kept) = &props.source {
        parts.push(kept_words(locale, kept));
    }
    parts.extend(
        props
            .certificates
            .map(|count| locale.phrase(&UiPhrase::Certificates(count))),
    );
    if !props.ignored_lines.is_empty() {
        parts.push(props.ignored_lines.to_string());
    }
    if parts.is_empty() {
        parts.push(locale.ui(UiText::Checking).to_owned());
    }
    html! {
        <section class="line" aria-label={locale.ui(UiText::InputLabel)}>
            <p class="line__text">{ parts.join("; ") }</p>
            <button type="button" class="button button--small" ref={edit} id="edit"
                onclick={props.on.reform(|_: MouseEvent| Action::Unfold)}>
                { icon(Sign::Edit) }{ locale.ui(UiText::Edit) }
            </button>
            { clear_button(props) }
        </section>
    }
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
        <section class="box">
            <label class="box__label" for="input">{ locale.ui(UiText::InputLabel) }</label>
            <textarea class="box__text" id="input" ref={area} rows="9" spellcheck="false" autocomplete="off"
                autocapitalize="off" wrap="off" aria-describedby="input-hint"
                placeholder={locale.ui(UiText::InputPlaceholder)} value={text} {oninput} onpaste={on_paste(props)} />
            <div class="box__foot">
                <label class="button box__file">
                    { icon(Sign::File) }
                    <span>{ locale.ui(UiText::ChooseFile) }</span>
                    <input class="visually-hidden" type="file" id="file" multiple=true onchange={onchange.clone()} />
                </label>
                <label class="button box__file box__folder">
                    { icon(Sign::Folder) }
                    <span>{ locale.ui(UiText::ChooseFolder) }</span>
                    <input class="visually-hidden" type="file" id="folder" webkitdirectory=true multiple=true {onchange} />
                </label>
                if let Source::Files(kept) = &props.source { <span class="box__large">{ kept_words(locale, kept) }</span> }
                <span class="box__hint" id="input-hint">{ locale.ui(UiText::InputHint) }</span>
                if !matches!(props.source, Source::None) {
                    if props.certificates.is_some() {
                        <button type="button" class="button button--small"
                            onclick={props.on.reform(|_: MouseEvent| Action::Fold)}>{ locale.ui(UiText::Fold) }</button>
                    }
                    { clear_button(props) }
                }
            </div>
        </section>
    }
}

fn kept_words(locale: Locale, kept: &Kept) -> String {
    let name = match (kept.name.as_str(), kept.all) {
        (_, 2..) => locale.phrase(&UiPhrase::Files(kept.all)),
        ("", _) => locale.ui(UiText::PastedText).to_owned(),
        (name, _) => name.to_owned(),
    };
    format!("{name}, {}", locale.phrase(&UiPhrase::Size(kept.all_bytes)))
}

fn focus_is_lost() -> bool {
    let document = web_sys::window().and_then(|w| w.document());
    document
        .and_then(|d| d.active_element())
        .is_none_or(|element| element.tag_name() == "BODY")
}
