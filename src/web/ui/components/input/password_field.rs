//! The field for the password of a keystore. It is cleared when the password is submitted.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::{Locale, UiText};
use crate::web::ui::components::basic::icon::{Sign, icon};

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    /// Which file needs a password, as a sentence.
    pub(crate) what: AttrValue,
    /// Whether the passwords so far do not open it.
    pub(crate) wrong: bool,
    /// Whether the page shows nothing else, so that the field needs its heading.
    pub(crate) alone: bool,
    pub(crate) on_password: Callback<String>,
}

/// The field.
#[component]
pub(crate) fn PasswordField(props: &Props) -> Html {
    let Props { locale, wrong, .. } = props;
    let (locale, wrong) = (*locale, *wrong);
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(input) = field.cast::<HtmlInputElement>() {
                // If this fails, the user can still click the field.
                let _ = input.focus();
            }
        });
    }
    let onsubmit = {
        let (field, on_password) = (field.clone(), props.on_password.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = field.cast::<HtmlInputElement>() {
                let password = input.value();
                input.set_value("");
                on_password.emit(password);
            }
        })
    };
    html! {
        <form class="notice notice--warn password" {onsubmit}>
            { icon(Sign::Key) }
            <div>
                if props.alone { <h1>{ props.what.clone() }</h1> } else { <p>{ props.what.clone() }</p> }
                <label class="field__label" for="password">{ locale.ui(UiText::PasswordLabel) }</label>
                <div class="field__row">
                    <input class="input" type="password" id="password" ref={field} autocomplete="off" spellcheck="false"
                        aria-describedby="password-hint" aria-invalid={wrong.then_some("true")} />
                    <button type="submit" class="button">{ locale.ui(UiText::PasswordOpen) }</button>
                </div>
                <span class="field__hint" id="password-hint" role={wrong.then_some("alert")}>
                    { locale.ui(if wrong { UiText::PasswordWrong } else { UiText::PasswordHint }) }
                </span>
            </div>
        </form>
    }
}
