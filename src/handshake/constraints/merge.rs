//! Merges a certificate's name constraints into those above it, in the same steps as the JDK
//! (`NameConstraintsExtension.merge`).
//!
//! Excluded subtrees are united. Permitted ones are intersected, each kind separately. If two sets
//! of a kind do not overlap, the JDK tries to exclude every name of that kind. It needs a name for
//! that, which it can create for directory names only.
//!
//! # References
//! - JDK 17, `GeneralSubtrees.intersect`, `union`, `minimize`, `reduce`.

use super::names::Base;
use super::relation::{ConstraintError, Relation};
use super::{Constraints, Tree, trees};
use crate::cert::Name;
use crate::cert::extensions::NameConstraints;
use crate::handshake::thrown::{NO_ADDRESS, Thrown};

impl Constraints {
    /// Merges the constraints of the certificate at index `by`.
    pub(in crate::handshake) fn merge(&mut self, new: &NameConstraints, by: usize) -> Result<(), ConstraintError> {
        let excluded = new.excluded.as_deref().map(|list| trees(list, by));
        let permitted = new.permitted.as_deref().map(|list| trees(list, by));
        if !std::mem::replace(&mut self.any, true) {
            self.excluded = excluded;
            self.permitted = permitted;
            return Ok(());
        }
        self.exclude(excluded)?;
        let nothing_left = match (self.permitted.take(), permitted) {
            (None, new) => {
                self.permitted = new;
                None
            }
            (Some(old), None) => {
                self.permitted = Some(old);
                None
            }
            (Some(mut old), Some(mut new)) => {
                let outcome = self.intersect(&mut old, &mut new);
                self.permitted = Some(old);
                outcome?
            }
        };
        self.exclude(nothing_left)?;
        self.reduce()
    }

    fn exclude(&mut self, more: Option<Vec<Tree>>) -> Result<(), ConstraintError> {
        let Some(more) = more else { return Ok(()) };
        let mut all = match self.excluded.take() {
            None => {
                self.excluded = Some(more);
                return Ok(());
            }
            Some(all) => all,
        };
        all.extend(more);
        let outcome = self.minimize(&mut all);
        self.excluded = Some(all);
        outcome
    }

    /// Removes subtrees that another one covers.
    fn minimize(&mut self, list: &mut Vec<Tree>) -> Result<(), ConstraintError> {
        let mut i = 0;
        while i + 1 < list.len() {
            let mut j = i + 1;
            let mut covered = false;
            while let (Some(current), Some(later)) = (list.get(i), list.get(j)) {
                self.spend(1)?;
                match self.relation(&current.base, &later.base)? {
                    Relation::Different | Relation::Same => j += 1,
                    Relation::Narrows => drop(list.remove(j)),
                    Relation::Match | Relation::Widens => {
                        covered = true;
                        break;
                    }
                }
            }
            if covered {
                list.remove(i);
            } else {
                i += 1;
            }
        }
        Ok(())
    }

    /// Keeps in `ours` the names that both lists permit. Returns the subtrees to exclude instead.
    fn intersect(
        &mut self,
        ours: &mut Vec<Tree>,
        theirs: &mut Vec<Tree>,
    ) -> Result<Option<Vec<Tree>>, ConstraintError> {
        if ours.is_empty() {
            ours.append(theirs);
            self.minimize(ours)?;
            return Ok(None);
        }
        self.minimize(ours)?;
        self.minimize(theirs)?;
        let mut narrower = Vec::new();
        let mut nothing_left: Option<Vec<Tree>> = None;
        let mut i = 0;
        while let Some(own) = ours.get(i).cloned() {
            let mut alike = false;
            let mut found = None;
            for their in theirs.iter() {
                self.spend(1)?;
                match self.relation(&own.base, &their.base)? {
                    Relation::Different => {}
                    Relation::Same => alike = true,
                    relation => {
                        found = Some((relation, their));
                        break;
                    }
                }
            }
            match found {
                Some((Relation::Narrows, their)) => {
                    narrower.push(their.clone());
                    ours.remove(i);
                }
                Some(_) => i += 1,
                None if alike => {
                    if !self.meet(ours, theirs, &own.base)? {
                        let widest = widest(&own)?;
                        let list = nothing_left.get_or_insert_with(Vec::new);
                        if !list.iter().any(|t| t.base.is_like(&widest.base)) {
                            list.push(widest);
                        }
                    }
                    ours.remove(i);
                }
                None => i += 1,
            }
        }
        if !narrower.is_empty() {
            ours.append(&mut narrower);
            self.minimize(ours)?;
        }
        for their in theirs.iter() {
            self.spend(ours.len())?;
            let other_kind = !ours.is_empty() && !ours.iter().any(|own| own.base.is_like(&their.base));
            if other_kind {
                ours.push(their.clone());
            }
        }
        Ok(nothing_left)
    }

    /// Whether any two subtrees of `base`'s kind overlap.
    fn meet(&mut self, ours: &[Tree], theirs: &[Tree], base: &Base) -> Result<bool, ConstraintError> {
        for own in ours.iter().filter(|own| own.base.is_like(base)) {
            for their in theirs {
                self.spend(1)?;
                if matches!(
                    self.relation(&own.base, &their.base)?,
                    Relation::Match | Relation::Widens | Relation::Narrows
                ) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// Removes permitted subtrees that are completely excluded.
    fn reduce(&mut self) -> Result<(), ConstraintError> {
        let (Some(permitted), Some(excluded)) = (self.permitted.clone(), self.excluded.clone()) else {
            return Ok(());
        };
        self.spend(permitted.len().saturating_mul(excluded.len()))?;
        let mut left = Vec::with_capacity(permitted.len());
        for tree in permitted {
            let mut gone = false;
            for out in &excluded {
                gone |= matches!(
                    self.relation(&out.base, &tree.base)?,
                    Relation::Match | Relation::Narrows
                );
            }
            if !gone {
                left.push(tree);
            }
        }
        self.permitted = Some(left);
        Ok(())
    }
}

/// Returns the subtree of every name of a kind, or the JDK's exception if it cannot create one.
fn widest(tree: &Tree) -> Result<Tree, ConstraintError> {
    let thrown = match &tree.base {
        Base::Directory(_) => {
            let everything = Name::from_der(&[0x30, 0]).map_err(|_| ConstraintError::StepLimit)?;
            return Ok(Tree {
                base: Base::Directory(everything),
                minimum: false,
                maximum: false,
                by: tree.by,
            });
        }
        Base::Dns(_) => Thrown::Text("Unexpected error: java.io.IOException: DNSName must not be null or empty"),
        Base::Email(_) => Thrown::Text("Unexpected error: java.io.IOException: RFC822Name may not be null or empty"),
        Base::Uri { .. } => Thrown::Text("Unexpected error: java.io.IOException: URI name must include scheme:"),
        Base::Ip(_) => NO_ADDRESS,
        Base::RegisteredId(_) | Base::Other(_) => Thrown::Text("Unexpected error"),
    };
    Err(ConstraintError::Uncaught(thrown))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::cert::GeneralName;
    use crate::cert::extensions::Subtree;
    use crate::cert::made::{dns_subtrees as dns, name, subtree};
    use crate::trust::java::NEWEST_17;

    fn permitting(permitted: Option<Vec<Subtree>>) -> NameConstraints {
        NameConstraints {
            permitted,
            excluded: None,
        }
    }

    fn excluding(excluded: Option<Vec<Subtree>>) -> NameConstraints {
        NameConstraints {
            permitted: None,
            excluded,
        }
    }

    fn merged(above: &NameConstraints, below: &NameConstraints) -> Result<Constraints, ConstraintError> {
        let mut constraints = Constraints::new(NEWEST_17.traits());
        constraints.merge(above, 0)?;
        constraints.merge(below, 1)?;
        Ok(constraints)
    }

    fn shown(list: Option<Vec<Tree>>) -> Vec<String> {
        let of = |tree: Tree| match tree.base {
            Base::Dns(name) => name,
            other => format!("{other:?}"),
        };
        list.unwrap_or_default().into_iter().map(of).collect()
    }

    #[test]
    fn excluded_subtrees_are_united_and_the_widest_are_kept() {
        for (above, below, kept) in [
            (
                &["a.example"][..],
                &["www.a.example", "b.example"][..],
                &["a.example", "b.example"][..],
            ),
            (
                &["www.a.example", "b.example"],
                &["a.example"],
                &["b.example", "a.example"],
            ),
            (
                &["b.example", "a.example"],
                &["www.a.example"],
                &["b.example", "a.example"],
            ),
        ] {
            let constraints = merged(&excluding(dns(above)), &excluding(dns(below))).unwrap();
            assert_eq!(shown(constraints.excluded), kept, "{above:?} and {below:?}");
        }
    }

    #[test]
    fn permitted_subtrees_of_one_kind_are_intersected() {
        for (above, below, kept) in [
            (
                &["a.example"][..],
                &["www.a.example", "b.example"][..],
                &["www.a.example"][..],
            ),
            (&["www.a.example"], &["a.example"], &["www.a.example"]),
            (
                &["a.example", "b.example"],
                &["a.example", "b.example"],
                &["a.example", "b.example"],
            ),
            (&[], &["a.example"], &["a.example"]),
        ] {
            let constraints = merged(&permitting(dns(above)), &permitting(dns(below))).unwrap();
            assert_eq!(shown(constraints.permitted), kept, "{above:?} and {below:?}");
            assert!(constraints.excluded.is_none());
        }
        let apart = merged(&permitting(dns(&["a.example"])), &permitting(dns(&["b.example"])));
        assert!(matches!(apart, Err(ConstraintError::Uncaught(_))), "{apart:?}");
    }

    #[test]
    fn permitted_subtrees_of_another_kind_are_added() {
        let address = || GeneralName::Ip(vec![10, 0, 0, 0, 255, 0, 0, 0]);
        let both = merged(
            &permitting(dns(&["a.example"])),
            &permitting(Some(vec![subtree(address())])),
        )
        .unwrap();
        assert_eq!(
            shown(both.permitted),
            ["a.example", &format!("{:?}", Base::of_name(&address()))]
        );
    }

    #[test]
    fn directory_names_that_do_not_overlap_exclude_all_of_them() {
        let empty = Name::from_der(&[0x30, 0]).unwrap();
        let named = |common_name| GeneralName::Directory(name(&[("CN", common_name)]));
        let above = permitting(Some(vec![subtree(named("a"))]));
        let constraints = merged(&above, &permitting(Some(vec![subtree(named("b"))]))).unwrap();
        assert_eq!(shown(constraints.permitted), [""; 0]);
        assert_eq!(shown(constraints.excluded), [format!("{:?}", Base::Directory(empty))]);
    }

    #[test]
    fn excluded_subtrees_are_no_longer_permitted() {
        let above = permitting(dns(&["www.a.example", "b.example"]));
        let constraints = merged(&above, &excluding(dns(&["a.example"]))).unwrap();
        assert_eq!(shown(constraints.permitted), ["b.example"]);
        assert_eq!(shown(constraints.excluded), ["a.example"]);
    }
}
