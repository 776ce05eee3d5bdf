//! The chain as a picture, leaf to root: what holds each link, what is missing, and the root of AWS's list.

use yew::prelude::*;

use crate::i18n::{Locale, ReportText};
use crate::report::Report;
use crate::web::ui::components::basic::icon::Sign;
use crate::web::ui::components::basic::icon::strokes;
use crate::web::ui::components::basic::width::use_width;
use crate::web::ui::components::certificates::link::{card_id, show_card};
use crate::web::ui::components::chain::model::Mark;
use crate::web::ui::components::chain::picture::{Hold, Kind, MarkText, Node, Text, Tone, lay_out};
use crate::web::ui::shared::Shared;

/// The width for which the picture is drawn until its place is measured, in pixels.
const FIRST_WIDTH: f64 = 380.0;
/// The size of a sign, in pixels, and how far it stands left of its text.
const SIGN: f64 = 18.0;
const SIGN_GAP: f64 = 24.0;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) report: Shared<Report>,
}

/// The picture. Every box of a certificate leads to its card.
#[component]
pub(crate) fn ChainView(props: &Props) -> Html {
    let Props { locale, report } = props;
    let (place, width) = use_width(FIRST_WIDTH);
    let picture = lay_out(*locale, report, width);
    html! {
        <section class="chain" aria-labelledby="chain-title">
            <h2 class="title" id="chain-title">{ locale.report(ReportText::PathHeading) }</h2>
            <div class="chain__place" ref={place}>
                <svg class="picture" viewBox={format!("0 0 {} {}", picture.width, picture.height)} width={picture.width.to_string()}
                    height={picture.height.to_string()} role="group" aria-label={picture.sentence.clone()}>
                    for wire in &picture.wires { <path class={wire_class(wire.hold)} d={wire.d.clone()} /> }
                    for node in &picture.nodes { { node_view(node) } }
                    for mark in &picture.marks { { mark_view(mark) } }
                    if let Some(heading) = &picture.heading { { text_view(heading) } }
                </svg>
            </div>
        </section>
    }
}

fn wire_class(hold: Hold) -> &'static str {
    match hold {
        Hold::Whole => "wire",
        Hold::Broken => "wire wire--broken",
        Hold::Open => "wire wire--open",
    }
}

fn node_view(node: &Node) -> Html {
    let kind = match node.kind {
        Kind::Sent => "stop--sent",
        Kind::Anchor => "stop--anchor",
        Kind::Missing => "stop--missing",
        Kind::Beyond => "stop--anchor stop--beyond",
        Kind::Unknown => "stop--unknown",
        Kind::Cross => "stop--aside stop--cross",
        Kind::Aside => "stop--aside",
        Kind::More => "stop--more",
    };
    let class = classes!("stop", kind, node.faulty.then_some("stop--faulty"));
    let frame = &node.frame;
    let inside = html! {
        <>
            <rect class="stop__frame" x={frame.x.to_string()} y={frame.y.to_string()} width={frame.width.to_string()}
                height={frame.height.to_string()} rx="10">
                if node.is_cut { <title>{ node.label.clone() }</title> }
            </rect>
            // The blanks keep the words of one line from those of the next where a reader strings them together.
            for text in &node.texts { { text_view(text) }{ " " } }
            if let Some((x, y, words)) = &node.place {
                <text class="stop__place" x={x.to_string()} y={y.to_string()}>{ words.clone() }</text>
            }
        </>
    };
    match node.index {
        Some(index) => {
            let number = index.get().saturating_add(1);
            let onclick = Callback::from(move |event: MouseEvent| {
                if show_card(number) {
                    event.prevent_default();
                }
            });
            html! { <a {class} href={format!("#{}", card_id(number))} {onclick}>{ inside }</a> }
        }
        None => html! { <g {class} role="img" aria-label={node.label.clone()}>{ inside }</g> },
    }
}

fn mark_view(mark: &MarkText) -> Html {
    let class = match mark.mark {
        Mark::Holds => "mark mark--holds",
        Mark::Broken => "mark mark--broken",
        Mark::Untold => "mark mark--untold",
    };
    html! { <g {class}>for text in &mark.texts { { text_view(text) } }</g> }
}

fn text_view(text: &Text) -> Html {
    let class = match text.tone {
        Tone::Role => "stop__role",
        Tone::Name => "stop__name",
        Tone::Fact => "stop__fact",
        Tone::Bad => "stop__fact stop__bad",
        Tone::Code => "stop__code",
    };
    html! {
        <>
            if let Some(sign) = text.sign { { sign_view(sign, text.x - SIGN_GAP, text.y, text.tone == Tone::Bad) } }
            <text {class} x={text.x.to_string()} y={text.y.to_string()}>{ text.text.clone() }</text>
        </>
    }
}

/// A sign beside a text whose baseline is at `y`.
pub(super) fn sign_view(sign: Sign, x: f64, y: f64, bad: bool) -> Html {
    let scale = SIGN / 24.0;
    let class = if bad { "sign sign--bad" } else { "sign" };
    html! {
        <g {class} transform={format!("translate({x} {}) scale({scale})", y - 13.5)} aria-hidden="true">
            <path d={strokes(sign)} />
        </g>
    }
}
