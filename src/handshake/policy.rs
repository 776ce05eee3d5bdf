//! Processes certificate policies as the JDK does by default: any policy is accepted, and none is
//! required at the start.
//!
//! # References
//! - [RFC 5280 §6.1.3 (d) to §6.1.5](https://www.rfc-editor.org/rfc/rfc5280#section-6.1.3).
//! - JDK 17, `PolicyChecker`, for the order of steps and of counting.

use std::collections::BTreeSet;

use crate::cert::Certificate;

const ANY_POLICY: &str = "2.5.29.32.0";

/// The most nodes of a policy tree; further nodes are not added. The tree of a path of ten
/// certificates has fewer than a hundred.
const MAX_NODES: usize = 4096;

/// Why policies reject a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PolicyError {
    /// A policy is required, but none is valid.
    Required,
    /// A mapping maps from anyPolicy.
    MapsFromAny,
    /// A mapping maps to anyPolicy.
    MapsToAny,
    /// Critical policies have qualifiers.
    Qualifiers,
}

#[derive(Clone, Debug)]
struct Node {
    depth: usize,
    parent: Option<usize>,
    policy: String,
    expected: BTreeSet<String>,
    /// Whether no mapping has replaced the first expected policy.
    expected_is_original: bool,
    alive: bool,
}

/// The state on the way down a path.
#[derive(Clone, Debug)]
pub(crate) struct Policies {
    /// The policy tree; `None` if no policy is valid.
    nodes: Option<Vec<Node>>,
    depth: usize,
    explicit: i64,
    mapping: i64,
    inhibit_any: i64,
}

impl Policies {
    /// Creates the state at the anchor of a path of `length` certificates.
    pub(crate) fn new(length: usize) -> Self {
        let unlimited = i64::try_from(length).unwrap_or(i64::MAX - 1) + 1;
        let root = Node {
            depth: 0,
            parent: None,
            policy: ANY_POLICY.to_owned(),
            expected: BTreeSet::from([ANY_POLICY.to_owned()]),
            expected_is_original: true,
            alive: true,
        };
        Self {
            nodes: Some(vec![root]),
            depth: 0,
            explicit: unlimited,
            mapping: unlimited,
            inhibit_any: unlimited,
        }
    }

    /// Processes the next certificate down the path.
    pub(crate) fn check(&mut self, certificate: &Certificate, is_leaf: bool) -> Result<(), PolicyError> {
        self.depth += 1;
        let extensions = &certificate.extensions;
        let self_issued = certificate.is_self_issued();
        match (&extensions.policies, self.nodes.is_some()) {
            (Some(policies), true) => {
                if extensions.policies_critical
                    && policies.iter().any(|(oid, qualified)| *qualified && oid != ANY_POLICY)
                {
                    return Err(PolicyError::Qualifiers);
                }
                for (policy, _) in policies.iter().filter(|(policy, _)| policy != ANY_POLICY) {
                    if !self.grow(policy, false) {
                        self.grow(policy, true);
                    }
                }
                let any_allowed = self.inhibit_any > 0 || (!is_leaf && self_issued);
                if any_allowed && policies.iter().any(|(policy, _)| policy == ANY_POLICY) {
                    self.grow_any();
                }
                self.prune();
            }
            (None, _) => self.nodes = None,
            (Some(_), false) => {}
        }
        if self.nodes.is_some() && !is_leaf {
            self.map(&extensions.policy_mappings)?;
        }
        let constraints = extensions.policy_constraints.unwrap_or_default();
        if is_leaf {
            self.count_explicit(self_issued);
            if constraints.require_explicit == Some(0) {
                self.explicit = 0;
            }
        }
        if self.explicit == 0 && self.nodes.is_none() {
            return Err(PolicyError::Required);
        }
        if !is_leaf {
            self.count_explicit(self_issued);
            for (counter, limit) in [
                (&mut self.explicit, constraints.require_explicit),
                (&mut self.mapping, constraints.inhibit_mapping),
                (&mut self.inhibit_any, extensions.inhibit_any_policy),
            ] {
                // The counters have been decremented already. −1 is the JDK's value for "no limit".
                if let Some(limit) = limit.filter(|l| *l != -1) {
                    *counter = (*counter).min(limit);
                }
            }
        }
        Ok(())
    }

    fn count_explicit(&mut self, self_issued: bool) {
        if self_issued {
            return;
        }
        self.explicit -= i64::from(self.explicit > 0);
        // The other two counters are decremented for the same certificates, before their limits are
        // merged.
        self.mapping -= i64::from(self.mapping > 0);
        self.inhibit_any -= i64::from(self.inhibit_any > 0);
    }

    /// Adds `policy` under every parent that expects it, or, with `match_any`, under every parent
    /// that expects anyPolicy. Returns whether there was one.
    fn grow(&mut self, policy: &str, match_any: bool) -> bool {
        let depth = self.depth;
        let wanted = if match_any { ANY_POLICY } else { policy };
        let Some(nodes) = &mut self.nodes else { return false };
        let parents: Vec<usize> = at_depth(nodes, depth - 1)
            .filter(|i| expects(nodes, *i, wanted))
            .collect();
        for parent in &parents {
            push(nodes, depth, *parent, policy);
        }
        !parents.is_empty()
    }

    /// Processes anyPolicy: adds a child for every expected policy that has none.
    fn grow_any(&mut self) {
        let depth = self.depth;
        let Some(nodes) = &mut self.nodes else { return };
        let parents: Vec<usize> = at_depth(nodes, depth - 1).collect();
        for parent in parents {
            let expected = nodes.get(parent).map(|n| n.expected.clone()).unwrap_or_default();
            for policy in expected {
                let present = nodes
                    .iter()
                    .any(|n| n.alive && n.parent == Some(parent) && n.policy == policy);
                if !present {
                    push(nodes, depth, parent, &policy);
                }
            }
        }
    }

    /// Forgets the tree if no branch reaches the current depth. The JDK also removes the branches
    /// that end above; nothing looks at them again.
    fn prune(&mut self) {
        let depth = self.depth;
        if self
            .nodes
            .as_ref()
            .is_some_and(|nodes| at_depth(nodes, depth).next().is_none())
        {
            self.nodes = None;
        }
    }

    fn map(&mut self, mappings: &[(String, String)]) -> Result<(), PolicyError> {
        for (from, to) in mappings {
            if from == ANY_POLICY {
                return Err(PolicyError::MapsFromAny);
            }
            if to == ANY_POLICY {
                return Err(PolicyError::MapsToAny);
            }
            let (depth, mapping) = (self.depth, self.mapping);
            let Some(nodes) = &mut self.nodes else { return Ok(()) };
            let with = |nodes: &[Node], policy: &str| -> Vec<usize> {
                at_depth(nodes, depth)
                    .filter(|i| nodes.get(*i).is_some_and(|n| n.policy == policy))
                    .collect()
            };
            let valid = with(nodes, from);
            if valid.is_empty() {
                if mapping != 0 {
                    for any in with(nodes, ANY_POLICY) {
                        let Some(parent) = nodes.get(any).and_then(|n| n.parent) else {
                            continue;
                        };
                        push(nodes, depth, parent, from);
                        if let Some(node) = nodes.last_mut() {
                            node.expected = BTreeSet::from([to.clone()]);
                            node.expected_is_original = false;
                        }
                    }
                }
                continue;
            }
            for i in valid {
                let Some(node) = nodes.get_mut(i) else { continue };
                if mapping == 0 {
                    node.alive = false;
                } else {
                    if std::mem::take(&mut node.expected_is_original) {
                        node.expected.clear();
                    }
                    node.expected.insert(to.clone());
                }
            }
            if mapping == 0 {
                self.prune();
            }
        }
        Ok(())
    }
}

fn at_depth(nodes: &[Node], depth: usize) -> impl Iterator<Item = usize> + '_ {
    nodes
        .iter()
        .enumerate()
        .filter(move |(_, n)| n.alive && n.depth == depth)
        .map(|(i, _)| i)
}

fn expects(nodes: &[Node], i: usize, policy: &str) -> bool {
    nodes.get(i).is_some_and(|n| n.expected.contains(policy))
}

fn push(nodes: &mut Vec<Node>, depth: usize, parent: usize, policy: &str) {
    if nodes.len() < MAX_NODES {
        nodes.push(Node {
            depth,
            parent: Some(parent),
            policy: policy.to_owned(),
            expected: BTreeSet::from([policy.to_owned()]),
            expected_is_original: true,
            alive: true,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::PolicyError::{MapsFromAny, MapsToAny, Qualifiers, Required};
    use super::*;
    use crate::cert::made;

    fn with(policies: &[&str]) -> Certificate {
        let mut certificate = made::intermediate();
        certificate.extensions.policies = Some(policies.iter().map(|policy| ((*policy).to_owned(), false)).collect());
        certificate
    }

    fn mapping(mut certificate: Certificate, pairs: &[(&str, &str)]) -> Certificate {
        let owned = |(from, to): &(&str, &str)| ((*from).to_owned(), (*to).to_owned());
        certificate.extensions.policy_mappings = pairs.iter().map(owned).collect();
        certificate
    }

    fn requiring(explicit: i64, mut certificate: Certificate) -> Certificate {
        let constraints = certificate.extensions.policy_constraints.get_or_insert_default();
        constraints.require_explicit = Some(explicit);
        certificate
    }

    fn inhibiting_mapping(limit: i64, mut certificate: Certificate) -> Certificate {
        let constraints = certificate.extensions.policy_constraints.get_or_insert_default();
        constraints.inhibit_mapping = Some(limit);
        certificate
    }

    fn inhibiting_any(limit: i64, mut certificate: Certificate) -> Certificate {
        certificate.extensions.inhibit_any_policy = Some(limit);
        certificate
    }

    fn self_issued(mut certificate: Certificate) -> Certificate {
        certificate.issuer = certificate.subject.clone();
        certificate
    }

    fn critical(mut certificate: Certificate) -> Certificate {
        certificate.extensions.policies_critical = true;
        for (_, qualified) in certificate.extensions.policies.iter_mut().flatten() {
            *qualified = true;
        }
        certificate
    }

    /// Checks a path, the CA below the anchor first.
    fn result<const N: usize>(path: [Certificate; N]) -> Result<(), PolicyError> {
        let mut state = Policies::new(N);
        let mut all = path.iter().enumerate();
        all.try_for_each(|(at, certificate)| state.check(certificate, at + 1 == N))
    }

    #[test]
    fn any_policy_adds_the_expected_policies_that_are_not_named() {
        let two = || requiring(0, mapping(with(&["1.1"]), &[("1.1", "1.2"), ("1.1", "1.3")]));
        let named = || with(&["1.2", ANY_POLICY]);
        assert_eq!(result([two(), named(), with(&["1.2"])]), Ok(()));
        assert_eq!(result([two(), named(), with(&["1.3"])]), Ok(()));
        assert_eq!(result([two(), named(), with(&["1.1"])]), Err(Required));
        assert_eq!(result([two(), with(&["1.2"]), with(&["1.3"])]), Err(Required));
    }

    #[test]
    fn a_limit_of_no_certificates_stays_in_force() {
        let first = || requiring(0, with(&["1.1"]));
        let any = || requiring(0, with(&[ANY_POLICY]));
        assert_eq!(result([first(), with(&["1.1"]), with(&["1.2"])]), Err(Required));
        assert_eq!(result([first(), with(&["1.1"]), with(&["1.1"])]), Ok(()));
        let maps = || mapping(with(&["1.1"]), &[("1.1", "1.2")]);
        let below = |top| result([top, with(&["1.1"]), maps(), with(&["1.2"])]);
        assert_eq!(below(first()), Ok(()));
        assert_eq!(below(inhibiting_mapping(0, first())), Err(Required));
        assert_eq!(below(inhibiting_mapping(1, first())), Err(Required));
        assert_eq!(below(inhibiting_mapping(2, first())), Ok(()));
        let below = |top| result([top, with(&["1.1"]), with(&[ANY_POLICY]), with(&["1.1"])]);
        assert_eq!(below(any()), Ok(()));
        assert_eq!(below(inhibiting_any(0, any())), Err(Required));
        assert_eq!(below(inhibiting_any(1, any())), Err(Required));
        assert_eq!(below(inhibiting_any(2, any())), Ok(()));
    }

    #[test]
    fn a_required_policy_is_counted_down_by_certificates_that_others_issued() {
        let path = |explicit, second| result([requiring(explicit, with(&["1.1"])), second, with(&["1.2"])]);
        for (explicit, by_another, by_itself) in [
            (0, Err(Required), Err(Required)),
            (1, Err(Required), Err(Required)),
            (2, Err(Required), Ok(())),
            (3, Ok(()), Ok(())),
        ] {
            assert_eq!(path(explicit, with(&["1.1"])), by_another, "{explicit}");
            assert_eq!(path(explicit, self_issued(with(&["1.1"]))), by_itself, "{explicit}");
        }
        // The server certificate's own limit counts only if it is 0.
        let leaf = |explicit| result([with(&["1.1"]), requiring(explicit, with(&["1.2"]))]);
        assert_eq!((leaf(0), leaf(1)), (Err(Required), Ok(())));
        // Without the extension, no policy is valid.
        let mut none = with(&[]);
        none.extensions.policies = None;
        assert_eq!(path(0, none.clone()), Err(Required));
        assert_eq!(result([with(&["1.1"]), none]), Ok(()));
    }

    #[test]
    fn qualifiers_and_mappings_of_any_policy_are_errors() {
        let leaf = || with(&["1.1"]);
        let mapped = |pair| result([mapping(with(&["1.1"]), &[pair]), leaf()]);
        assert_eq!(mapped((ANY_POLICY, "1.1")), Err(MapsFromAny));
        assert_eq!(mapped(("1.1", ANY_POLICY)), Err(MapsToAny));
        assert_eq!(mapped(("1.1", "1.2")), Ok(()));
        let of_leaf = mapping(leaf(), &[(ANY_POLICY, "1.1")]);
        assert_eq!(result([with(&["1.1"]), of_leaf]), Ok(()), "a leaf maps nothing");
        assert_eq!(result([critical(with(&["1.1"])), leaf()]), Err(Qualifiers));
        assert_eq!(result([critical(with(&[ANY_POLICY])), leaf()]), Ok(()));
        let mut qualified = critical(with(&["1.1"]));
        qualified.extensions.policies_critical = false;
        assert_eq!(result([qualified, leaf()]), Ok(()));
    }

    #[test]
    fn a_self_issued_ca_may_have_any_policy_despite_the_limit() {
        let below = |second| {
            let top = inhibiting_any(0, requiring(0, with(&["1.1"])));
            result([top, second, with(&["1.1"])])
        };
        assert_eq!(below(self_issued(with(&[ANY_POLICY]))), Ok(()));
        assert_eq!(below(with(&[ANY_POLICY])), Err(Required));
        let top = inhibiting_any(0, requiring(0, with(&["1.1"])));
        assert_eq!(result([top, self_issued(with(&[ANY_POLICY]))]), Err(Required), "a leaf");
    }

    #[test]
    fn a_mapping_that_is_not_allowed_fails_at_its_own_certificate() {
        let mut state = Policies::new(3);
        let first = inhibiting_mapping(0, requiring(0, with(&["1.1"])));
        assert_eq!(state.check(&first, false), Ok(()));
        let maps = mapping(with(&["1.1"]), &[("1.1", "1.2")]);
        assert_eq!(state.check(&maps, false), Err(Required));
    }

    #[test]
    fn a_policy_below_any_policy_can_be_mapped() {
        let any = requiring(0, with(&[ANY_POLICY]));
        let maps = mapping(with(&[ANY_POLICY]), &[("1.1", "1.2")]);
        let below = |leaf: &str| result([any.clone(), maps.clone(), with(&["1.2"]), with(&[leaf])]);
        assert_eq!(below("1.2"), Ok(()));
        assert_eq!(below("1.3"), Err(Required));
    }
}
