//! The command whose output to paste, with the host from the field.

use yew::prelude::*;

use crate::guide::host;
use crate::i18n::{Locale, UiText};
use crate::web::ui::components::basic::copy_button::CopyButton;

/// The command with a button that copies it.
pub(crate) fn command_line(locale: Locale, host: &str) -> Html {
    let command = AttrValue::from(host::command(host::parse(host).as_ref()));
    html! {
        <div class="command">
            <p class="command__label">{ locale.ui(UiText::CommandLabel) }</p>
            <div class="command__row">
                <code class="command__text" tabindex="0">{ command.clone() }</code>
                <CopyButton {locale} text={command} what={locale.ui(UiText::CommandLabel)} />
            </div>
            <p class="command__hint">{ locale.ui(UiText::CommandHint) }</p>
        </div>
    }
}
