//! Compares the name constraints of one CA with the names below it, as the path builder of older
//! releases does (`X509CertSelector.matchPathToNames`). It does not merge constraints and ignores
//! distances.

use std::borrow::Cow;

use super::names::Base;
use super::relation::{self, Relation};
use crate::cert::extensions::{NameConstraints, Subtree};
use crate::cert::{Certificate, GeneralName};
use crate::handshake::readable::alternative_names;
use crate::trust::java::JavaTraits;

/// Whether a CA with these constraints may be above `path`, in which the leaf is first.
///
/// Counts the subjects and the alternative names of the leaf and of the certificates that are not
/// self-issued. The JDK does not catch an exception here; none is possible for names that it can
/// compare, so others count as allowed.
pub(in crate::handshake) fn allows<'a>(
    constraints: &NameConstraints,
    path: impl Iterator<Item = &'a Certificate>,
    traits: &JavaTraits,
) -> bool {
    let trees = |list: &Option<Vec<Subtree>>| -> Vec<Base> {
        let trees = list.iter().flatten();
        trees.map(|tree| Base::of_constraint(&tree.base)).collect()
    };
    let (permitted, excluded) = (trees(&constraints.permitted), trees(&constraints.excluded));
    let allowed = |name: GeneralName| {
        let name = Base::of_name(&name);
        let alike = |base: &&Base| base.is_like(&name);
        let within = |base: &Base| {
            let relation = relation::of(&name, base, traits.dots_in_dns_constraints);
            matches!(relation, Ok(Relation::Match | Relation::Widens))
        };
        !excluded.iter().filter(alike).any(within)
            && (!permitted.iter().any(|base| alike(&base)) || permitted.iter().filter(alike).any(within))
    };
    path.enumerate()
        .filter(|(place, certificate)| *place == 0 || !certificate.is_self_issued())
        .flat_map(|(_, certificate)| {
            let subject = GeneralName::Directory(certificate.subject.clone());
            let others = alternative_names(certificate, traits).map(Cow::into_owned);
            std::iter::once(subject).chain(others.unwrap_or_default())
        })
        .all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cert::made::{self, dns_subtrees as dns};
    use crate::trust::java::NEWEST_17;

    #[test]
    fn a_name_needs_a_permitted_subtree_of_its_kind_and_no_excluded_one() {
        let mut leaf = made::leaf();
        leaf.extensions.san = Some(vec![GeneralName::Dns("api.a.example".to_owned())]);
        let address = || Some(vec![made::subtree(GeneralName::Ip(vec![10, 0, 0, 0, 255, 0, 0, 0]))]);
        for (permitted, excluded, expected) in [
            (None, None, true),
            (dns(&["a.example"]), None, true),
            (dns(&["b.example", "a.example"]), None, true),
            (dns(&["b.example"]), None, false),
            (None, dns(&["a.example"]), false),
            (None, dns(&["b.example"]), true),
            (dns(&["a.example"]), dns(&["api.a.example"]), false),
            (address(), None, true),
        ] {
            let constraints = NameConstraints { permitted, excluded };
            let found = allows(&constraints, std::iter::once(&leaf), &NEWEST_17.traits());
            assert_eq!(found, expected, "{constraints:?}");
        }
        // Names of self-issued certificates count only in the leaf.
        let constraints = NameConstraints {
            permitted: dns(&["a.example"]),
            excluded: None,
        };
        let allowed = |path: &[&Certificate]| allows(&constraints, path.iter().copied(), &NEWEST_17.traits());
        let mut other = leaf.clone();
        other.extensions.san = Some(vec![GeneralName::Dns("b.example".to_owned())]);
        assert!(!allowed(&[&leaf, &other]) && !allowed(&[&other, &leaf]));
        other.issuer = other.subject.clone();
        assert!(allowed(&[&leaf, &other]) && !allowed(&[&other, &leaf]));
    }
}
