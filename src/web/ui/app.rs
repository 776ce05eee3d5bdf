//! The page as a whole: from the state to what is shown, from what happens to actions.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ClipboardEvent, HtmlTextAreaElement};
use yew::prelude::*;

use super::browser::preferences;
use super::components::basic::header::header;
use super::components::basic::icon::{Sign, icon};
use super::components::input::command_line::command_line;
use super::components::input::examples::examples;
use super::components::input::fields::fields;
use super::components::input::notes::input_notes;
use super::components::input::panel::InputPanel;
use super::components::rules::card::rule_cards;
use super::components::verdict::banner::verdict_banner;
use super::effects;
use super::files::{self, Dropped, Named, Wanted};
use super::lazy::load::load_words;
use super::lazy::part::{Part, Seen};
use super::lazy::slot::Later;
use super::notices::{
    failure, left_out, list_in_use, only_waits, passed_over, servers_found, under_way, update, words_of,
};
use super::session::Session;
use super::state::{Action, Phase, State, View, Why};
use super::take_in::{take_files, take_paste};
use crate::engine::InputError;
use crate::i18n::{UiText, verdict_sentence};

/// What the static page held when the interface started.
#[derive(Clone, Debug, Default, PartialEq, Properties)]
pub struct Props {
    /// A paste made before.
    #[prop_or_default]
    pub early: Option<AttrValue>,
}

/// Shows the page in the element `#app`, with what was pasted before.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show_broken();
    }));
    let Some(document) = web_sys::window().and_then(|w| w.document()) else {
        return;
    };
    let Some(root) = document.get_element_by_id("app") else {
        return;
    };
    spawn_local(async move {
        load_words(preferences::first_locale()).await;
        let area = document
            .get_element_by_id("input")
            .and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok());
        let early = area
            .map(|area| area.value())
            .filter(|text| !text.trim().is_empty())
            .map(AttrValue::from);
        yew::Renderer::<App>::with_root_and_props(root, Props { early }).render();
    });
}

/// The message of the static page that something went wrong; the box stays as it is.
fn show_broken() {
    let broken = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id("broken"));
    if let Some(broken) = broken {
        // The page is in pieces already: there is nobody to tell of a second failure.
        let _ = broken.remove_attribute("hidden");
    }
}

/// The page.
#[component]
pub fn App(props: &Props) -> Html {
    let state = use_reducer_eq(|| State {
        locale: preferences::first_locale(),
        chosen_locale: preferences::chosen_locale(),
        theme: preferences::first_theme(),
        system: preferences::first_system(),
        ..State::default()
    });
    let session = use_memo((), |()| Session::new());
    let store = &session.store;
    let collecting = use_memo((), |()| Wanted::default());
    let dragging = use_state_eq(|| false);
    effects::use_checking(&state, &session);
    effects::use_repairing(&state, &session);
    effects::use_links(&state, &session);
    effects::use_document(&state);
    {
        let (state, early) = (state.clone(), props.early.clone());
        use_effect_with((), move |()| {
            if let Some(text) = early {
                state.dispatch(Action::Gave(Rc::from(text.as_str())));
            }
        });
    }
    let on = {
        let (dispatcher, store, collecting) = (state.dispatcher(), store.clone(), Rc::clone(&collecting));
        use_callback((), move |action: Action, ()| {
            match &action {
                Action::Gave(_) | Action::Example { .. } | Action::Clear => {
                    collecting.end();
                    store.forget();
                }
                Action::Cancel => collecting.end(),
                Action::Locale(locale) => {
                    preferences::remember("locale", Some(locale.tag()));
                    let dispatcher = dispatcher.clone();
                    let locale = *locale;
                    return spawn_local(async move {
                        load_words(locale).await;
                        dispatcher.dispatch(Action::Locale(locale));
                    });
                }
                Action::Theme(theme) => preferences::remember("theme", theme.word()),
                _ => {}
            }
            dispatcher.dispatch(action);
        })
    };
    let on_files = {
        let (store, collecting) = (store.clone(), Rc::clone(&collecting));
        use_callback(on.clone(), move |files: Vec<Named>, on| {
            take_files(&store, files, on, collecting.begin())
        })
    };
    let on_password = {
        let store = store.clone();
        use_callback(on.clone(), move |password: String, on| {
            store.add_password(password);
            on.emit(Action::Again);
        })
    };
    let on_text = {
        let store = store.clone();
        use_callback(
            (on.clone(), on_files.clone()),
            move |event: ClipboardEvent, (on, on_files)| {
                take_paste(&store, &event, on, on_files);
            },
        )
    };
    effects::use_paste_anywhere(on_text.clone());
    effects::use_handed_over(&on, &on_files);

    let ondragover = {
        let dragging = dragging.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(true);
        })
    };
    let ondragleave = {
        let dragging = dragging.clone();
        // Only where the pointer leaves the page: moving from one element to another also fires this.
        Callback::from(move |event: DragEvent| {
            if event.related_target().is_none() {
                dragging.set(false);
            }
        })
    };
    let ondrop = {
        let (dragging, on, on_files) = (dragging.clone(), on.clone(), on_files.clone());
        let collecting = Rc::clone(&collecting);
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            dragging.set(false);
            let Some(data) = event.data_transfer() else { return };
            let wanted = collecting.begin();
            match files::of_drop(&data) {
                Some(Dropped::Files(files)) => on_files.emit(files),
                Some(Dropped::Entries(entries)) => {
                    let (on, on_files) = (on.clone(), on_files.clone());
                    on.emit(Action::Collecting(0));
                    spawn_local(async move {
                        let found = |count| {
                            if wanted() {
                                on.emit(Action::Collecting(count));
                            }
                            wanted()
                        };
                        if let Some(files) = files::collect(entries, found).await {
                            on_files.emit(files);
                        }
                    });
                }
                None => {
                    if let Some(text) = data.get_data("text/plain").ok().filter(|text| !text.trim().is_empty()) {
                        on.emit(Action::Gave(Rc::from(text)));
                    }
                }
            }
        })
    };
    let doors = Doors {
        on: on.clone(),
        on_text,
        on_files,
        on_password,
        session: (*session).clone(),
    };
    html! {
        <div class={classes!("page", dragging.then_some("page--dragging"))} {ondragover} {ondragleave} {ondrop}>
            <a class="skip" href="#main">{ state.locale.ui(UiText::SkipToContent) }</a>
            { header(state.locale, state.theme, state.view, &on) }
            { main(&state, &doors) }
            <footer class="footer">
                <p>{ state.locale.ui(UiText::FooterPrivacy) }</p>
                <p><strong>{ state.locale.ui(UiText::LimitsHeading) }{ state.locale.ui(UiText::Colon) }</strong>{ state.locale.ui(UiText::LimitsText) }</p>
            </footer>
            if *dragging { <div class="drop" aria-hidden="true">{ state.locale.ui(UiText::DropHere) }</div> }
        </div>
    }
}

/// The ways in which something comes from the person.
struct Doors {
    on: Callback<Action>,
    on_text: Callback<ClipboardEvent>,
    on_files: Callback<Vec<Named>>,
    on_password: Callback<String>,
    session: Session,
}

fn main(state: &UseReducerHandle<State>, doors: &Doors) -> Html {
    let Doors {
        on,
        on_text,
        on_files,
        on_password,
        session,
    } = doors;
    let locale = state.locale;
    let report = state.report().cloned();
    let failed = match &state.phase {
        Phase::Failed { why } => Some(why),
        _ => None,
    };
    let input = report.as_ref().map(|report| &report.input).or(match failed {
        Some(Why::Input(InputError::NoCertificate { input })) => Some(&**input),
        _ => None,
    });
    let checking = matches!(state.phase, Phase::Checking { .. });
    let announcement = match (&state.phase, failed) {
        (Phase::Done { report }, _) => verdict_sentence(report, locale),
        (_, Some(why)) => words_of(state, why),
        (
            Phase::Checking {
                before: Some(report), ..
            },
            _,
        ) => verdict_sentence(report, locale),
        _ => String::new(),
    };
    let certificates = report
        .as_ref()
        .map(|report| u32::try_from(report.certificates.len()).unwrap_or(u32::MAX));
    let started = report.is_some() || state.folded;
    let fields = fields(locale, &state.form, report.is_some(), on);
    let back = html! {
        <p>
            <button type="button" class="button button--small" id="back" onclick={on.reform(|_: MouseEvent| Action::View(View::Check))}>
                { locale.ui(UiText::Back) }
            </button>
        </p>
    };
    let seen = Seen {
        part: Part::View,
        state: state.clone(),
        session: session.clone(),
        report: report.clone(),
        on: on.clone(),
        on_password: on_password.clone(),
    };
    let other_view = match state.view {
        View::Check => None,
        View::Authorities | View::Trust => Some(html! { <Later part={Part::View} ..seen.clone() /> }),
    };
    if let Some(view) = other_view {
        return html! { <main class="main" id="main" tabindex="-1">{ back }{ view }</main> };
    }
    html! {
        <main class="main" id="main" tabindex="-1" aria-busy={if checking { "true" } else { "false" }}>
            <p class="visually-hidden" role="status" aria-live="polite">{ announcement }</p>
            if state.update_ready { { update(locale) } }
            if let Some(list) = &state.request.list { { list_in_use(locale, list, report.as_ref(), on) } }
            if state.shared_verdict.is_some() {
                <Later part={Part::Shared} ..seen.clone() />
            } else if !started {
                <div class="hero">
                    <h1 class="hero__title">{ locale.ui(UiText::Tagline) }</h1>
                    <p class="hero__promise">{ locale.ui(UiText::Promise) }</p>
                </div>
            }
            <InputPanel {locale} source={state.source.clone()} folded={state.folded} {certificates}
                passed_over={passed_over(state, input)} key_removed={state.key_removed} on={on.clone()}
                on_text={on_text.clone()} on_files={on_files.clone()} />
            if let Some(why) = failed.filter(|why| !only_waits(why)) { { failure(state, why, on) } }
            if let (Some(input), true) = (input, report.is_none()) {
                { input_notes(locale, input, state.key_removed, on_password) }
            }
            { under_way(state, on) }
            if state.fleet.is_some() {
                <Later part={Part::Fleet} ..seen.clone() />
            } else {
                { left_out(state) }
                { servers_found(state, on) }
            }
            if let Some(report) = &report {
                if let Some(shared) = &state.shared {
                    <section class="notice notice--info" id="shared">
                        { icon(Sign::Share) }
                        <p><strong>{ locale.ui(UiText::SharedHeading) }{ "." }</strong>{ " " }{ locale.link_changes(&shared.changes(report)) }</p>
                    </section>
                }
                { verdict_banner(locale, report, &state.repair, checking) }
                if state.former.is_some() { <Later part={Part::Compare} ..seen.clone() /> }
                { fields }
                { input_notes(locale, &report.input, state.key_removed, on_password) }
                <div class="judged">
                    { rule_cards(locale, report, &|part| html! { <Later {part} ..seen.clone() /> }) }
                    <Later part={Part::Pictures} ..seen.clone() />
                </div>
                <Later part={Part::Below} ..seen />
            } else if state.shows_table() {
                { fields }
            } else if !checking && !matches!(state.phase, Phase::Collecting { .. } | Phase::Opening) {
                { examples(locale, on) }
                { command_line(locale, &state.form.host) }
                { fields }
            }
        </main>
    }
}
