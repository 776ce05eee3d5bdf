//! What a drawing is made of: boxes, texts, lines, all in pixels.

use super::super::measure::Face;
use crate::report::CertIndex;
use crate::web::ui::components::basic::icon::Sign;
use crate::web::ui::components::chain::model::Mark;

/// How a line of text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    Role,
    Name,
    Fact,
    Bad,
    Code,
}

impl Tone {
    /// Size in pixels, height of a line in pixels, and face.
    pub(super) fn metrics(self) -> (f64, f64, Face) {
        match self {
            Self::Role => (13.5, 20.0, Face::Bold),
            Self::Name => (16.0, 22.0, Face::Bold),
            Self::Fact => (13.5, 20.0, Face::Plain),
            Self::Bad => (13.5, 20.0, Face::Bold),
            Self::Code => (13.0, 19.0, Face::Mono),
        }
    }
}

/// A line of text, its baseline's left end at `x`, `y`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Text {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) text: String,
    pub(crate) tone: Tone,
    /// A sign of 18 pixels left of it, in the box's colour.
    pub(crate) sign: Option<Sign>,
}

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

impl Frame {
    pub(crate) fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// What a box stands for, which decides its look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sent,
    Anchor,
    Missing,
    Beyond,
    Unknown,
    Cross,
    Aside,
    More,
}

/// A box with its texts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    pub(crate) frame: Frame,
    pub(crate) texts: Vec<Text>,
    /// `#2`, its baseline's right end.
    pub(crate) place: Option<(f64, f64, String)>,
    /// The certificate whose card tells more.
    pub(crate) index: Option<CertIndex>,
    /// True where it is out of date, or a root that is not on AWS's list.
    pub(crate) faulty: bool,
    /// All that the box says, names of up to 300 characters.
    pub(crate) label: String,
    /// True where the drawing has not all of it.
    pub(crate) is_cut: bool,
}

/// What holds two boxes together: a path of lines.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wire {
    pub(crate) d: String,
    pub(crate) hold: Hold,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    Whole,
    Broken,
    Open,
}

/// One mark of a link with its word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MarkText {
    pub(crate) mark: Mark,
    pub(crate) texts: Vec<Text>,
}

/// The drawing, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picture {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) nodes: Vec<Node>,
    pub(crate) wires: Vec<Wire>,
    pub(crate) marks: Vec<MarkText>,
    /// The heading of what stands beside the chain.
    pub(crate) heading: Option<Text>,
    /// The chain in one sentence.
    pub(crate) sentence: String,
}
