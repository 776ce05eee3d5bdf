//! The table's rows. Only the visible rows are in the page.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::model::Model;
use crate::cert::UnixTime;
use crate::fleet::{Column, Query, Row, Totals};
use crate::i18n::{AnswerPhrase, FleetText, Locale, UiText};
use crate::report::{Outcome, RuleId, Verdict};
use crate::trust::ClientId;
use crate::visible::visible;
use crate::web::ui::components::basic::icon::{Sign, icon};

/// How many rows above and below the visible ones are in the page too.
const MARGIN: usize = 12;
/// The height of a row in pixels until one is measured.
const HEIGHT: f64 = 48.0;
/// The height of the frame until it is measured.
const FRAME: f64 = 600.0;

#[derive(Properties)]
pub(super) struct Props {
    pub(super) locale: Locale,
    pub(super) model: Rc<RefCell<Model>>,
    /// The model's version: the table is drawn again when it changes.
    pub(super) version: u32,
    pub(super) query: Query,
    pub(super) on_sort: Callback<Column>,
    pub(super) on_open: Callback<usize>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        (self.locale, self.version, &self.query) == (other.locale, other.version, &other.query)
    }
}

/// The columns with their names.
fn columns(locale: Locale, client: ClientId) -> Vec<(Column, &'static str)> {
    let mut columns = vec![
        (Column::Verdict, locale.fleet(FleetText::Verdict)),
        (Column::Name, locale.fleet(FleetText::Name)),
    ];
    columns.extend(RuleId::ALL.map(|rule| (Column::Rule(rule), locale.rule_name_for(client, rule))));
    columns.push((Column::Anchor, locale.fleet(FleetText::Anchor)));
    columns.push((Column::Days, locale.fleet(FleetText::Days)));
    columns
}

/// The table.
#[component]
pub(super) fn FleetTable(props: &Props) -> Html {
    let shown = props.model.borrow().shown();
    let layout = Layout {
        frame: use_node_ref(),
        body: use_node_ref(),
        first: use_state_eq(|| 0_usize),
        measured: use_state_eq(|| (HEIGHT, FRAME)),
        wanted: use_mut_ref(|| None::<usize>),
        shown,
    };
    let (from, until) = layout.range();
    {
        let layout = layout.clone();
        use_effect_with(
            (from, until, shown, props.version, *layout.measured),
            move |&(from, until, ..)| layout.apply(from, until),
        );
    }
    let onscroll = {
        let layout = layout.clone();
        Callback::from(move |_: Event| layout.scrolled())
    };
    let onkeydown = {
        let layout = layout.clone();
        Callback::from(move |event: KeyboardEvent| layout.key(&event))
    };
    let (locale, model) = (props.locale, props.model.borrow());
    let at = model.totals.as_ref().map_or(UnixTime::MIN, Totals::at);
    html! {
        <div class="fleet__frame" ref={layout.frame} {onscroll} {onkeydown}>
            <div class="fleet__table" role="table" aria-labelledby="fleet-title" aria-rowcount={shown.saturating_add(1).to_string()}>
                <div role="rowgroup" class="fleet__head">
                    <div role="row" class="fleet__row" aria-rowindex="1">
                        for (column, name) in columns(locale, model.client()) { { head(column, name, &props.query, &props.on_sort) } }
                    </div>
                </div>
                <div role="rowgroup" class="fleet__body" ref={layout.body}>
                    for shown in from..until {
                        if let Some((place, row)) = model.place(shown).and_then(|place| Some((place, model.rows.get(place)?))) {
                            { row_view(locale, model.client(), shown, row, row.days(at), &props.on_open.reform(move |_: MouseEvent| place)) }
                        }
                    }
                </div>
            </div>
        </div>
    }
}

/// The rows that are in the page, and the measurements that decide it.
#[derive(Clone)]
struct Layout {
    frame: NodeRef,
    body: NodeRef,
    /// The first visible row.
    first: UseStateHandle<usize>,
    /// The height of a row and of the frame, in pixels.
    measured: UseStateHandle<(f64, f64)>,
    /// The row that gets the focus as soon as it is in the page.
    wanted: Rc<RefCell<Option<usize>>>,
    /// How many rows there are.
    shown: usize,
}

impl Layout {
    /// The rows that are in the page: the visible ones and some around them.
    fn range(&self) -> (usize, usize) {
        let (height, room) = *self.measured;
        let fitting = whole(room / height).saturating_add(1);
        let from = (*self.first).min(self.shown.saturating_sub(1)).saturating_sub(MARGIN);
        let until = (*self.first).saturating_add(fitting).saturating_add(MARGIN);
        (from, self.shown.min(until))
    }

    /// Reserves the room of the other rows, measures, and moves the focus.
    fn apply(&self, from: usize, until: usize) {
        let Some(body) = self.body.cast::<HtmlElement>() else {
            return;
        };
        let height = self.measured.0;
        let style = body.style();
        // Setting a property of that name cannot fail.
        let _ = style.set_property("padding-block-start", &pixels(from, height));
        let _ = style.set_property("padding-block-end", &pixels(self.shown.saturating_sub(until), height));
        let row = body.query_selector("[role=row]").ok().flatten();
        let row = row.and_then(|row| row.dyn_into::<HtmlElement>().ok());
        let real = row.map(|row| f64::from(row.offset_height()));
        let room = self
            .frame
            .cast::<Element>()
            .map(|frame| f64::from(frame.client_height()));
        self.measured.set((
            real.filter(|real| *real > 1.0).unwrap_or(height),
            room.filter(|room| *room > 1.0).unwrap_or(FRAME),
        ));
        let place = *self.wanted.borrow();
        if let Some(button) = place.and_then(|place| button_of(&body, place)) {
            let _ = button.focus();
            self.wanted.take();
        }
    }

    fn scrolled(&self) {
        if let Some(frame) = self.frame.cast::<Element>() {
            let top = whole(f64::from(frame.scroll_top()) / self.measured.0);
            // In steps of four rows, because each change redraws the table.
            self.first.set(top / 4 * 4);
        }
    }

    /// Moves the focus from row to row.
    fn key(&self, event: &KeyboardEvent) {
        let Some(focused) = place_of(event) else { return };
        let (height, room) = *self.measured;
        let page = whole(room / height).max(2).saturating_sub(1);
        let last = self.shown.saturating_sub(1);
        let target = match event.key().as_str() {
            "ArrowDown" => focused.saturating_add(1),
            "ArrowUp" => focused.saturating_sub(1),
            "PageDown" => focused.saturating_add(page),
            "PageUp" => focused.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        let target = target.min(last);
        let (Some(frame), Some(body)) = (self.frame.cast::<Element>(), self.body.cast::<HtmlElement>()) else {
            return;
        };
        show(&frame, &body, target, height);
        match button_of(&body, target) {
            Some(button) => {
                let _ = button.focus();
            }
            None => *self.wanted.borrow_mut() = Some(target),
        }
    }
}

fn head(column: Column, name: &'static str, query: &Query, on_sort: &Callback<Column>) -> Html {
    let (sort, mark) = match (query.column == column, query.descending) {
        (false, _) => ("none", ""),
        (true, false) => ("ascending", "▲"),
        (true, true) => ("descending", "▼"),
    };
    html! {
        <div role="columnheader" class="fleet__cell" aria-sort={sort}>
            <button type="button" class="fleet__sort" onclick={on_sort.reform(move |_: MouseEvent| column)}>
                { name }<span class="fleet__mark" aria-hidden="true">{ mark }</span>
            </button>
        </div>
    }
}

fn row_view(
    locale: Locale,
    client: ClientId,
    shown: usize,
    row: &Row,
    days: Option<i64>,
    onclick: &Callback<MouseEvent>,
) -> Html {
    let tone = match row.verdict {
        Verdict::Pass => "fleet__verdict fleet__verdict--pass",
        Verdict::Fail => "fleet__verdict fleet__verdict--fail",
        Verdict::Inconclusive => "fleet__verdict fleet__verdict--open",
    };
    let name = if row.name.trim().is_empty() {
        locale.fleet(FleetText::Unnamed).to_owned()
    } else {
        visible(&row.name)
    };
    let late = days.is_some_and(|days| days < 30);
    html! {
        <div role="row" class="fleet__row" key={shown} aria-rowindex={shown.saturating_add(2).to_string()} data-row={shown.to_string()}>
            <div role="cell" class={classes!("fleet__cell", tone)}>{ icon(Sign::from(row.verdict)) }{ locale.verdict(row.verdict) }</div>
            <div role="rowheader" class="fleet__cell fleet__name">
                <button type="button" class="fleet__open" {onclick}>{ name }</button>
                <span class="fleet__file">{ file_of(locale, row) }</span>
            </div>
            for (number, rule) in (1..).zip(RuleId::ALL) {
                { outcome_view(locale, number, locale.rule_name_for(client, rule), row.outcome(rule)) }
             }
            <div role="cell" class="fleet__cell fleet__anchor">{ visible(&row.anchor) }</div>
            <div role="cell" class={classes!("fleet__cell", "fleet__days", late.then_some("fleet__days--late"))}>
                <span class="fleet__label">{ locale.fleet(FleetText::Days) }{ locale.ui(UiText::Colon) }</span>
                { days.map(|days| locale.number(days)) }
            </div>
        </div>
    }
}

/// The name of the file and the line; of a pasted text, the line.
pub(super) fn file_of(locale: Locale, row: &Row) -> String {
    if row.path.is_empty() {
        match row.line.and_then(|line| usize::try_from(line).ok()) {
            Some(line) => locale.answer_phrase(&AnswerPhrase::Line(line)),
            None => locale.ui(UiText::PastedText).to_owned(),
        }
    } else {
        row.place()
    }
}

fn outcome_view(locale: Locale, number: u32, name: &str, outcome: Outcome) -> Html {
    let tone = match outcome {
        Outcome::Pass => "fleet__outcome--pass",
        Outcome::Warn => "fleet__outcome--warn",
        Outcome::Fail => "fleet__outcome--fail",
        Outcome::Unknown | Outcome::NotApplicable => "fleet__outcome--unknown",
    };
    let words = locale.outcome(outcome);
    html! {
        <div role="cell" class={classes!("fleet__cell", "fleet__outcome", tone)} title={format!("{name}{}{words}", locale.ui(UiText::Colon))}>
            <span class="fleet__label" aria-hidden="true">{ number }</span>
            { icon(Sign::from(outcome)) }
            <span class="visually-hidden">{ words }</span>
        </div>
    }
}

fn pixels(rows: usize, height: f64) -> String {
    #[allow(clippy::cast_precision_loss, reason = "a hundred thousand rows")]
    let length = rows as f64 * height;
    format!("{length}px")
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a number of rows, not negative"
)]
fn whole(rows: f64) -> usize {
    rows.max(0.0) as usize
}

/// The position among the visible rows of the event's element.
fn place_of(event: &KeyboardEvent) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let row = element.closest("[data-row]").ok().flatten()?;
    row.get_attribute("data-row")?.parse().ok()
}

fn button_of(body: &HtmlElement, place: usize) -> Option<HtmlElement> {
    let found = body
        .query_selector(&format!("[data-row=\"{place}\"] button"))
        .ok()
        .flatten();
    found.and_then(|button| button.dyn_into().ok())
}

/// Scrolls until a row is visible.
fn show(frame: &Element, body: &HtmlElement, place: usize, height: f64) {
    #[allow(clippy::cast_precision_loss, reason = "a hundred thousand rows")]
    let above = place as f64 * height;
    let head = f64::from(body.offset_top());
    let (top, room) = (f64::from(frame.scroll_top()), f64::from(frame.client_height()));
    // The head covers the top of the frame.
    let target = if above < top {
        above
    } else if above + height > top + room - head {
        above + height + head - room
    } else {
        return;
    };
    #[allow(clippy::cast_possible_truncation, reason = "pixels")]
    frame.set_scroll_top(target.ceil() as i32);
}
