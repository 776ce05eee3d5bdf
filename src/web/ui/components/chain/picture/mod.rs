//! The chain as boxes and lines with coordinates, from the leaf at the top to the root at the bottom.
//!
//! Pure: a report, a language and a width in pixels give the same drawing everywhere. One unit is one CSS pixel, so that
//! letters have their size on every screen. [`nodes`] says what stands in a box, [`shapes`] what a drawing is made of, this file where everything stands.

mod nodes;
mod shapes;
#[cfg(test)]
mod tests;

use super::measure::{Face, width as width_of, wrap};
use crate::i18n::{Locale, ReportPhrase, ReportText, UiText};
use crate::report::Report;
use crate::web::ui::components::basic::icon::Sign;
use crate::web::ui::components::chain::model::{Aside, Link, Mark, Stop, beside, draw};
use nodes::{Content, of_aside, of_stop};
pub(crate) use nodes::{key_words, role_words, status_of, until};
pub(crate) use shapes::{Frame, Hold, Kind, MarkText, Node, Picture, Text, Tone, Wire};

/// The narrowest and the widest drawing, in pixels.
pub(crate) const WIDTHS: (f64, f64) = (264.0, 560.0);

/// How many stops of the path are drawn: from the leaf, and up to the root.
const FIRST_STOPS: usize = 8;
const LAST_STOPS: usize = 4;
/// How many cross-signs and how many other certificates are drawn.
const MAX_CROSSES: usize = 3;
const MAX_ASIDES: usize = 4;

const PAD: f64 = 16.0;
/// Where the line from box to box runs, and how far a cross-sign is set in.
const SPINE: f64 = 27.0;
const INDENT: f64 = 52.0;
/// The room that a sign takes before its text.
const SIGN: f64 = 24.0;

/// Draws the chain, `width` pixels wide as far as [`WIDTHS`] allows.
pub(crate) fn lay_out(locale: Locale, report: &Report, width: f64) -> Picture {
    let mut pen = Pen {
        locale,
        report,
        picture: Picture {
            width: width.clamp(WIDTHS.0, WIDTHS.1).floor(),
            height: 0.0,
            nodes: Vec::new(),
            wires: Vec::new(),
            marks: Vec::new(),
            heading: None,
            sentence: String::new(),
        },
        y: 1.0,
    };
    let stops = draw(report);
    let asides = beside(report);
    let (crosses, others): (Vec<Aside>, Vec<Aside>) = asides.iter().partition(|a| matches!(a, Aside::Cross { .. }));
    let left_out = others.len().saturating_sub(MAX_ASIDES) + crosses.len().saturating_sub(MAX_CROSSES);
    let crosses: Vec<Aside> = crosses.into_iter().take(MAX_CROSSES).collect();

    pen.picture.sentence = sentence(locale, report, &stops);
    let hidden = stops.len().saturating_sub(FIRST_STOPS + LAST_STOPS);
    for (i, (stop, link)) in stops.iter().enumerate() {
        if hidden > 0 && (FIRST_STOPS..FIRST_STOPS + hidden).contains(&i) {
            if i == FIRST_STOPS {
                pen.more(hidden);
                pen.bare_wire(Hold::Open);
            }
            continue;
        }
        let bottom = pen.node(of_stop(locale, report, stop), 0.5);
        for aside in &crosses {
            if matches!((aside, stop), (Aside::Cross { twin, .. }, Stop::Sent(index)) if twin == index) {
                pen.cross(*aside, bottom);
            }
        }
        match (stops.get(i + 1), link) {
            (None, _) => {}
            (Some(_), _) if hidden > 0 && i + 1 == FIRST_STOPS => pen.bare_wire(Hold::Open),
            (Some(_), Some(link)) => pen.link(*link, bottom),
            (Some(_), None) => pen.bare_wire(Hold::Open),
        }
    }
    pen.beside(&others, left_out);
    pen.picture.height = (pen.y + 1.0).ceil();
    pen.picture
}

struct Pen<'a> {
    locale: Locale,
    report: &'a Report,
    picture: Picture,
    /// Where the next thing begins.
    y: f64,
}

impl Pen<'_> {
    /// Draws a box from `x` to the right edge; its bottom.
    fn node(&mut self, content: Content, x: f64) -> f64 {
        let frame_width = self.picture.width - x - 0.5;
        let room = frame_width - 2.0 * PAD;
        let top = self.y;
        let mut y = top + 11.0;
        let mut texts = Vec::new();
        let mut place = None;
        let mut is_cut = false;
        for (i, line) in content.lines.iter().enumerate() {
            let (size, height, face) = line.tone.metrics();
            let indent = if line.sign.is_some() { SIGN } else { 0.0 };
            let number = content
                .index
                .filter(|_| i == 0)
                .map(|index| format!("#{}", index.0.saturating_add(1)));
            let taken = number.as_ref().map_or(0.0, |n| width_of(n, size, Face::Bold) + 12.0);
            let broken = wrap(&line.text, room - indent - taken, size, face, line.lines);
            // Broken lines lose blanks only.
            is_cut |= broken.concat().replace(' ', "") != line.text.replace(' ', "");
            for (j, text) in broken.into_iter().enumerate() {
                let baseline = (y + height * 0.74).round();
                if let Some(number) = number.as_ref().filter(|_| j == 0) {
                    place = Some((x + frame_width - PAD, baseline, number.clone()));
                }
                texts.push(Text {
                    x: x + PAD + indent,
                    y: baseline,
                    text,
                    tone: line.tone,
                    sign: line.sign.filter(|_| j == 0),
                });
                y += height;
            }
        }
        let frame = Frame {
            x,
            y: top,
            width: frame_width,
            height: (y + 12.0 - top).round(),
        };
        self.y = frame.bottom();
        self.picture.nodes.push(Node {
            kind: content.kind,
            frame,
            texts,
            place,
            index: content.index,
            faulty: content.faulty,
            label: content.label,
            is_cut,
        });
        self.y
    }

    /// A line down without marks.
    fn bare_wire(&mut self, hold: Hold) {
        let top = self.y;
        self.y += 28.0;
        self.picture.wires.push(Wire {
            d: format!("M{SPINE} {top}V{}", self.y),
            hold,
        });
    }

    /// A cross-sign, set in under its twin, whose box ends at `from`.
    fn cross(&mut self, aside: Aside, from: f64) {
        self.y += 12.0;
        let top = self.y;
        let bottom = self.node(of_aside(self.locale, self.report, aside), INDENT);
        let middle = (top + (bottom - top) / 2.0).round();
        self.picture.wires.push(Wire {
            d: format!("M{SPINE} {from}V{middle}H{INDENT}"),
            hold: Hold::Open,
        });
    }

    /// The line to the issuer, from `from` down past whatever was set in, with its three marks beside.
    fn link(&mut self, link: Link, from: f64) {
        let whole = [link.name, link.key_id, link.signature];
        self.y += 11.0;
        for (what, mark) in [
            (ReportText::LinkName, link.name),
            (ReportText::LinkKeyId, link.key_id),
            (ReportText::LinkSignature, link.signature),
        ] {
            let word = match mark {
                Mark::Holds => ReportText::MarkHolds,
                Mark::Broken => ReportText::MarkBroken,
                Mark::Untold => ReportText::MarkUntold,
            };
            let text = [
                self.locale.report(what),
                self.locale.ui(UiText::Colon),
                self.locale.report(word),
            ]
            .concat();
            let tone = if mark == Mark::Broken { Tone::Bad } else { Tone::Fact };
            let (size, height, face) = tone.metrics();
            let x = INDENT + SIGN;
            let mut texts = Vec::new();
            for (j, text) in wrap(&text, self.picture.width - x, size, face, 2)
                .into_iter()
                .enumerate()
            {
                texts.push(Text {
                    x,
                    y: (self.y + height * 0.74).round(),
                    text,
                    tone,
                    sign: Some(sign_of(mark)).filter(|_| j == 0),
                });
                self.y += height + 1.0;
            }
            self.picture.marks.push(MarkText { mark, texts });
        }
        self.y += 11.0;
        self.picture.wires.push(Wire {
            d: format!("M{SPINE} {from}V{}", self.y),
            hold: if whole.contains(&Mark::Broken) {
                Hold::Broken
            } else {
                Hold::Whole
            },
        });
    }

    /// What stands for the stops that are not drawn.
    fn more(&mut self, number: usize) {
        let content = Content::more(self.locale.report_phrase(&ReportPhrase::MoreCertificates(number)));
        self.node(content, 0.5);
    }

    /// Copies, strays and the like, below the chain and not joined to it.
    fn beside(&mut self, asides: &[Aside], left_out: usize) {
        if asides.is_empty() && left_out == 0 {
            return;
        }
        self.y += 26.0;
        self.picture.heading = Some(Text {
            x: 0.0,
            y: self.y + 14.0,
            text: self.locale.report(ReportText::BesideHeading).to_owned(),
            tone: Tone::Role,
            sign: None,
        });
        self.y += 26.0;
        for aside in asides.iter().take(MAX_ASIDES) {
            self.node(of_aside(self.locale, self.report, *aside), 0.5);
            self.y += 8.0;
        }
        if left_out > 0 {
            self.more(left_out);
        } else {
            self.y -= 8.0;
        }
    }
}

pub(crate) fn sign_of(mark: Mark) -> Sign {
    match mark {
        Mark::Holds => Sign::Pass,
        Mark::Broken => Sign::Fail,
        Mark::Untold => Sign::Gap,
    }
}

/// The chain in one sentence, with the first and the last stops where it is long.
fn sentence(locale: Locale, report: &Report, stops: &[(Stop, Option<Link>)]) -> String {
    let hidden = stops.len().saturating_sub(FIRST_STOPS + LAST_STOPS);
    let mut words = Vec::new();
    for (i, (stop, _)) in stops.iter().enumerate() {
        if hidden == 0 || !(FIRST_STOPS..FIRST_STOPS + hidden).contains(&i) {
            words.push(nodes::words_of(locale, report, stop));
        } else if i == FIRST_STOPS {
            words.push(locale.report_phrase(&ReportPhrase::MoreCertificates(hidden)));
        }
    }
    locale.report_phrase(&ReportPhrase::ChainOf(&words))
}
