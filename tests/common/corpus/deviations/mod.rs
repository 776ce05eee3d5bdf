//! The list of deviations: everything in a chain that can be wrong, odd, or only look wrong.
//!
//! A deviation has a stable id (`place/what`), the topologies it applies to, and a change to the
//! valid-by-default world. The comment above each explains it and is kept as data
//! ([`Deviation::about`]) for reports. Never rename an id: recorded answers contain it.
//!
//! To add one: write it into the file of its topic, run `tests/oracle/run.sh`, review the answer,
//! commit both.

mod anchors;
mod blocked;
mod extensions;
mod fields;
mod hosts;
mod later;
mod limits;
mod linking;
mod malformed;
mod name_constraints;
mod policies;
mod public_keys;
mod shapes;
mod signatures;
mod usage;

use super::builder::{Cert, World};

/// One way in which a chain differs from the valid one.
pub struct Deviation {
    pub id: String,
    /// What is wrong and why it is interesting.
    pub about: String,
    /// The bases it applies to, by id.
    pub bases: &'static [&'static str],
    /// Changes to certificates come before changes to what is sent and trusted.
    pub stage: Stage,
    /// The change; `None` if the base has no place for it.
    pub apply: Change,
}

/// A change to the world.
pub type Change = Box<dyn Fn(&mut World) -> Option<()> + Send + Sync>;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    Contents,
    Shape,
}

pub const ALL: &[&str] = &["ec-1", "rsa-1", "ec-2", "ec-0"];
pub const MAIN: &[&str] = &["ec-1", "rsa-1"];
pub const TWO: &[&str] = &["ec-1", "ec-2"];
pub const ONE: &[&str] = &["ec-1"];
pub const DEEP: &[&str] = &["ec-2", "rsa-2", "ec-3"];

impl Deviation {
    fn new(
        id: impl Into<String>,
        about: impl Into<String>,
        bases: &'static [&'static str],
        apply: impl Fn(&mut World) -> Option<()> + Send + Sync + 'static,
    ) -> Self {
        let about: String = about.into();
        let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            id: id.into(),
            about,
            bases,
            stage: Stage::Contents,
            apply: Box::new(apply),
        }
    }
}

/// `deviations! { BASES; /// why "id" => |w| { change } … }`: the comments become
/// [`Deviation::about`].
macro_rules! deviations {
    ($bases:expr; $($(#[doc = $about:literal])+ $id:literal => |$w:ident| $body:block)+) => {
        vec![$(Deviation::new($id, concat!($($about, " "),+), $bases, |$w: &mut World| -> Option<()> { $body; Some(()) })),+]
    };
}

/// `per_certificate! { BASES; /// why "what" => |c| { change } … }`: each applies to the leaf, the
/// issuing intermediate, the topmost of several intermediates and the anchor.
macro_rules! per_certificate {
    ($bases:expr; $($(#[doc = $about:literal])+ $id:literal => |$c:ident| $body:block)+) => {{
        let mut list = Vec::new();
        $(list.extend(super::everywhere($id, concat!($($about, " "),+), $bases, |$c: &mut Cert| { $body }));)+
        list
    }};
}

use {deviations, per_certificate};

fn everywhere(what: &str, about: &str, bases: &'static [&'static str], change: fn(&mut Cert)) -> Vec<Deviation> {
    vec![
        Deviation::new(
            format!("leaf/{what}"),
            format!("{about} Here: the leaf."),
            bases,
            move |w| {
                change(w.leaf());
                Some(())
            },
        ),
        Deviation::new(
            format!("intermediate/{what}"),
            format!("{about} Here: the issuing intermediate."),
            bases,
            move |w| {
                change(w.issuing()?);
                Some(())
            },
        ),
        Deviation::new(
            format!("top/{what}"),
            format!("{about} Here: the topmost of two intermediates."),
            &["ec-2"],
            move |w| {
                change(w.top()?);
                Some(())
            },
        ),
        Deviation::new(
            format!("anchor/{what}"),
            format!("{about} Here: the anchor."),
            bases,
            move |w| {
                change(w.root());
                Some(())
            },
        ),
    ]
}

/// Deviations that were added later, which are drawn apart from [`all`].
pub fn later() -> Vec<Deviation> {
    later::list()
}

/// Deviations of which no pairs are drawn.
pub fn alone() -> Vec<Deviation> {
    later::alone()
}

/// The list from which the first pairs are drawn.
pub fn all() -> Vec<Deviation> {
    let contents = [
        fields::list(),
        signatures::list(),
        public_keys::list(),
        extensions::list(),
        malformed::list(),
        usage::list(),
        limits::list(),
        name_constraints::list(),
        policies::list(),
        linking::list(),
        hosts::list(),
    ];
    let shapes = [shapes::list(), anchors::list(), blocked::list()];
    let mut all: Vec<Deviation> = contents.into_iter().flatten().collect();
    all.extend(shapes.into_iter().flatten().map(|d| Deviation {
        stage: Stage::Shape,
        ..d
    }));
    all
}
