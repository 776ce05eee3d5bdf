//! The answer to an input without a certificate: what it is, and the command that gets the chain.

use yew::prelude::*;

use crate::evidence::{self, DescriptionNote};
use crate::guide::host;
use crate::i18n::{AnswerText, ClientPageText, ClientText, UiText};
use crate::ingest::{Dropped, InputNote};
use crate::report::InputReport;
use crate::trust::ClientId;
use crate::web::clock;
use crate::web::ui::browser::focus;
use crate::web::ui::components::basic::copy_button::CopyButton;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::components::input::notes::{messages, needs_password};
use crate::web::ui::state::{Action, State};

/// How many items of one kind are listed.
const SHOWN: usize = 20;

/// What an input without a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A line of a log whose cause the chain shows.
    Log,
    /// A line of a log that says the cause itself.
    Cause,
    /// Descriptions of certificates.
    Described,
    /// A private key, which was removed.
    Key,
    /// Something else.
    Other,
}

impl Kind {
    fn of(input: &InputReport, key_removed: bool) -> Self {
        let known = evidence::is_known(input);
        match (known, input.hints.messages.is_empty()) {
            (true, false) if evidence::needs_chain(input) => Self::Log,
            (true, false) => Self::Cause,
            (true, true) => Self::Described,
            (false, _) if key_removed => Self::Key,
            (false, _) => Self::Other,
        }
    }

    /// For scripts that read the page.
    fn word(self) -> &'static str {
        match self {
            Self::Log => "log",
            Self::Cause => "cause",
            Self::Described => "described",
            Self::Key => "key",
            Self::Other => "other",
        }
    }
}

/// The answer for the state's input.
pub(in crate::web::ui) fn nothing(state: &State, input: &InputReport, on: &Callback<Action>) -> Html {
    let locale = state.locale;
    let kind = Kind::of(input, state.key_removed);
    let (tone, sign, title) = match kind {
        Kind::Log => ("tone-info", Sign::Info, AnswerText::ErrorNotCause),
        Kind::Cause => ("tone-info", Sign::Info, AnswerText::OtherCause),
        Kind::Described => ("tone-info", Sign::Info, AnswerText::OnlyDescribed),
        Kind::Key => ("tone-warn", Sign::Key, AnswerText::WasPrivateKey),
        Kind::Other => ("tone-warn", Sign::Warn, AnswerText::NoCertificate),
    };
    // The first sentence of the words about a key is the heading.
    let words = locale.answer(title);
    let (heading, rest) = match (kind, words.split_once(". ")) {
        (Kind::Key, Some((heading, rest))) => ([heading, "."].concat(), rest),
        _ => (words.to_owned(), ""),
    };
    let at = state.form.moment().unwrap_or_else(clock::now);
    let described = evidence::descriptions(input, state.request.options.hostname.as_deref(), Some(at));
    html! {
        <section class={classes!("answer", "answer--nothing", tone)} aria-labelledby="verdict-title" data-nothing={kind.word()}>
            <div class="verdict">
                <h1 class="verdict__title" id="verdict-title" tabindex="-1">{ icon(sign) }<span class="verdict__reason">{ heading }</span></h1>
                if !rest.is_empty() { <p>{ rest }</p> }
                { explanation(state, input, kind, &described) }
                if kind != Kind::Other { { which_client(state, input, on) } }
                { match (kind, described.first()) {
                    (Kind::Cause, _) => html! {},
                    (Kind::Described, Some(first)) => command(state, AnswerText::PrintNow, first.command.clone()),
                    _ => command(state, AnswerText::GetChainNow, connect(state, input)),
                } }
            </div>
        </section>
    }
}

/// Asks for the client if the text is from a Java application, and says which one is chosen.
fn which_client(state: &State, input: &InputReport, on: &Callback<Action>) -> Html {
    let (locale, client) = (state.locale, state.form.client);
    let is_trace = |note: &InputNote| matches!(note, InputNote::JavaStackTrace { .. });
    if !input.notes.iter().any(is_trace) {
        return html! {};
    }
    let choose = on.reform(|_: MouseEvent| {
        focus::focus_soon("client");
        Action::ChooseClient
    });
    html! {
        <p class="which-client" id="which-client">
            if client == ClientId::API_GATEWAY {
                { locale.client_text(ClientText::WhichJava) }
            } else {
                { locale.client_text(ClientText::Client) }{ locale.ui(UiText::Colon) }<strong>{ locale.client_name(client) }</strong>
            }
            { " " }
            <button type="button" class="button button--small" id="choose-client" onclick={choose}>
                { locale.client_page(ClientPageText::ChooseClient) }
            </button>
        </p>
    }
}

/// The command that gets the chain from the host of the field or of the input.
fn connect(state: &State, input: &InputReport) -> String {
    let named = input.hints.host.as_ref().map(|host| {
        host.port
            .map_or_else(|| host.name.clone(), |port| format!("{}:{port}", host.name))
    });
    let endpoint = host::parse(&state.form.host).or_else(|| named.as_deref().and_then(host::parse));
    host::command(endpoint.as_ref())
}

/// What to do next: run a command and paste its output.
fn command(state: &State, heading: AnswerText, command: String) -> Html {
    let locale = state.locale;
    let command = AttrValue::from(command);
    html! {
        <div class="next">
            <h2 class="label">{ locale.answer(heading) }</h2>
            <pre class="code__text command__text" tabindex="0">{ command.clone() }</pre>
            <div class="next__buttons">
                <CopyButton {locale} text={command} word={locale.answer(AnswerText::CopyCommand)} first=true large=true id="copy-command" />
            </div>
            <p class="soft">{ locale.ui(UiText::CommandHint) }</p>
        </div>
    }
}

fn explanation(state: &State, input: &InputReport, kind: Kind, described: &[DescriptionNote<'_>]) -> Html {
    let locale = state.locale;
    // A removed key and a password field have their own places.
    let dropped = |dropped: &&Dropped| !needs_password(dropped) && kind != Kind::Key;
    let dropped: Vec<&Dropped> = input.dropped.iter().filter(dropped).collect();
    // The command below is that of the first description.
    let facts = |(place, note): (usize, &DescriptionNote<'_>)| match place {
        0 if kind == Kind::Described => locale.description_facts(&input.files, note),
        _ => locale.described(&input.files, note),
    };
    html! {
        <>
            for text in messages(locale, input, false).iter().take(SHOWN) { <p>{ text }</p> }
            for text in described.iter().enumerate().map(facts).take(SHOWN) { <p class="described">{ text }</p> }
            if !dropped.is_empty() {
                <ul class="remarks">
                    for one in dropped.iter().take(SHOWN) { <li>{ locale.dropped(&input.files, one) }</li> }
                </ul>
            }
        </>
    }
}
