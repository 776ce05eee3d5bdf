//! Checks name constraints (RFC 5280 §4.2.1.10) as the JDK does.
//!
//! Input: the certificates of a path, from the top. Output: the first violation of each.
//! Constraints are merged on the way down, as in the JDK. If the JDK would throw because it cannot
//! merge or compare, this returns a [`ConstraintError`]. [`MAX_COMPARISONS`] limits the work.
//!
//! # References
//! - JDK 17, `NameConstraintsExtension.verify`.

mod merge;
mod names;
mod per_ca;
mod relation;

use super::hostname;
use crate::cert::Certificate;
use crate::cert::extensions::Subtree;
use crate::report::NameKind;
use crate::trust::java::JavaTraits;
use names::{Base, names_of};
pub(super) use per_ca::allows;
pub(super) use relation::ConstraintError;
use relation::Relation;

/// The most name comparisons for one path. JDK 17 has no limit. A hundred subtrees and a
/// certificate with a hundred names need 10,000.
pub(super) const MAX_COMPARISONS: u32 = 200_000;

/// A subtree, and the index of the certificate that it comes from.
#[derive(Clone, Debug)]
struct Tree {
    base: Base,
    minimum: bool,
    maximum: bool,
    by: usize,
}

/// A violation of name constraints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Violation {
    /// The name is outside every permitted subtree of its kind, or inside an excluded one.
    Name {
        kind: NameKind,
        name: String,
        excluded: bool,
        by: usize,
    },
    /// A subtree has a distance, which Java does not support.
    Distance { maximum: bool, by: usize },
}

/// The constraints that apply to the next certificate of a path.
#[derive(Clone, Debug)]
pub(super) struct Constraints {
    traits: JavaTraits,
    permitted: Option<Vec<Tree>>,
    excluded: Option<Vec<Tree>>,
    any: bool,
    comparisons: u32,
}

impl Constraints {
    /// Creates the constraints of an anchor: none.
    pub(super) fn new(traits: JavaTraits) -> Self {
        Self {
            traits,
            permitted: None,
            excluded: None,
            any: false,
            comparisons: 0,
        }
    }

    /// Returns the first violation by `certificate`.
    pub(super) fn violation(&mut self, certificate: &Certificate) -> Result<Option<Violation>, ConstraintError> {
        if !self.any {
            return Ok(None);
        }
        let trees = || self.excluded.iter().flatten().chain(self.permitted.iter().flatten());
        let distance = |maximum: bool| {
            trees()
                .find(|t| if maximum { t.maximum } else { t.minimum })
                .map(|t| t.by)
        };
        for maximum in [false, true] {
            if let Some(by) = distance(maximum) {
                return Ok(Some(Violation::Distance { maximum, by }));
            }
        }
        for (name, shown) in names_of(certificate, &self.traits) {
            if let Some((excluded, by)) = self.forbidden(&name)? {
                return Ok(Some(Violation::Name {
                    kind: name.kind(),
                    name: shown,
                    excluded,
                    by,
                }));
            }
        }
        Ok(None)
    }

    /// Whether `name` is excluded (true) or not permitted (false), and by which certificate; `None`
    /// if it is allowed.
    fn forbidden(&mut self, name: &Base) -> Result<Option<(bool, usize)>, ConstraintError> {
        let count = self
            .excluded
            .iter()
            .flatten()
            .chain(self.permitted.iter().flatten())
            .count();
        self.spend(count)?;
        let wildcards = self.traits.constrains_wildcards;
        for tree in self.excluded.iter().flatten() {
            let stands_for =
                |base: &str, name: &str| wildcards && name.contains('*') && hostname::matches(base, name, false);
            let covered = matches!((&tree.base, name), (Base::Dns(base), Base::Dns(name)) if stands_for(base, name));
            if covered || matches!(self.relation(&tree.base, name)?, Relation::Match | Relation::Narrows) {
                return Ok(Some((true, tree.by)));
            }
        }
        let mut outside = None;
        for tree in self.permitted.iter().flatten() {
            match self.relation(&tree.base, name)? {
                Relation::Different => {}
                Relation::Match | Relation::Narrows => return Ok(None),
                Relation::Widens | Relation::Same => outside = Some((false, tree.by)),
            }
        }
        Ok(outside)
    }

    /// Compares `name` with `base`.
    fn relation(&self, base: &Base, name: &Base) -> Result<Relation, ConstraintError> {
        relation::of(base, name, self.traits.dots_in_dns_constraints)
    }

    /// Counts comparisons before they are made.
    ///
    /// # Errors
    /// [`ConstraintError::StepLimit`] if the limit is reached.
    fn spend(&mut self, comparisons: usize) -> Result<(), ConstraintError> {
        let more = u32::try_from(comparisons).unwrap_or(u32::MAX);
        self.comparisons = self.comparisons.saturating_add(more);
        if self.comparisons > MAX_COMPARISONS {
            Err(ConstraintError::StepLimit)
        } else {
            Ok(())
        }
    }
}

fn trees(subtrees: &[Subtree], by: usize) -> Vec<Tree> {
    subtrees
        .iter()
        .map(|s| Tree {
            base: Base::of_constraint(&s.base),
            minimum: s.minimum,
            maximum: s.maximum,
            by,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trust::java::NEWEST_17;

    #[test]
    fn as_many_comparisons_as_the_limit_are_allowed() {
        let mut constraints = Constraints::new(NEWEST_17.traits());
        assert_eq!(constraints.spend(MAX_COMPARISONS as usize), Ok(()));
        assert_eq!(constraints.spend(1), Err(ConstraintError::StepLimit));
    }
}
