//! Certificate policies: harmless until one is required.

use super::super::builder::*;
use super::super::der::{ctx_prim, int, oid, seq, tlv};
use super::*;

const ANY: &str = "2.5.29.32.0";
const A: &str = "1.3.6.1.4.1.55555.5.1";
const B: &str = "1.3.6.1.4.1.55555.5.2";

fn policies(ids: &[&str]) -> Vec<u8> {
    let list: Vec<Vec<u8>> = ids.iter().map(|i| seq(&[oid(i)])).collect();
    seq(&list)
}

fn require(skip: u8) -> Vec<u8> {
    seq(&[ctx_prim(0, &[skip])])
}

fn inhibit_mapping(skip: u8) -> Vec<u8> {
    seq(&[ctx_prim(1, &[skip])])
}

fn mappings(pairs: &[(&str, &str)]) -> Vec<u8> {
    let list: Vec<Vec<u8>> = pairs.iter().map(|(a, b)| seq(&[oid(a), oid(b)])).collect();
    seq(&list)
}

/// The policies of leaf, issuing and topmost intermediate (`None`: no extension). On a base with
/// fewer intermediates, the topmost's policies go to the certificate in that place.
fn give(w: &mut World, leaf: Option<&[&str]>, issuing: Option<&[&str]>, top: Option<&[&str]>) -> Option<()> {
    for (index, ids) in [(0, leaf), (1, issuing), (w.depth(), top)] {
        if let Some(ids) = ids
            && (index != 1 || w.depth() > 0)
        {
            w.certs[index].put(POLICIES, false, policies(ids));
        }
    }
    Some(())
}

pub fn list() -> Vec<Deviation> {
    let mut list = Vec::new();
    for skip in 0..4u8 {
        list.push(Deviation::new(
            format!("policies/required-{skip}-none"),
            format!("The topmost CA requires an explicit policy after {skip} more certificates; nobody has one."),
            &["ec-1", "ec-2", "ec-3"],
            move |w| {
                let top = w.depth();
                w.certs[top].put(POLICY_CONSTRAINTS, true, require(skip));
                Some(())
            },
        ));
        list.push(Deviation::new(
            format!("policies/required-{skip}-all"),
            format!(
                "The topmost CA requires an explicit policy after {skip} more certificates; all have the same one."
            ),
            &["ec-2"],
            move |w| {
                let top = w.depth();
                w.certs[top].put(POLICY_CONSTRAINTS, true, require(skip));
                give(w, Some(&[A]), Some(&[A]), Some(&[A]))
            },
        ));
        list.push(Deviation::new(format!("policies/inhibit-any-{skip}"), format!("anyPolicy is inhibited after {skip} certificates, an explicit policy required, and the leaf has only anyPolicy."), &["ec-1", "ec-2"], move |w| {
            let top = w.depth();
            w.certs[top].put(POLICY_CONSTRAINTS, true, require(0));
            w.certs[top].put(INHIBIT_ANY_POLICY, true, int(i64::from(skip)));
            give(w, Some(&[ANY]), Some(&[ANY]), Some(&[A, ANY]))
        }));
        list.push(Deviation::new(format!("policies/inhibit-mapping-{skip}"), format!("Mapping is inhibited after {skip} certificates, an explicit policy required, and the issuing CA maps A to B."), &["ec-2", "ec-3"], move |w| {
            let top = w.depth();
            w.certs[top].put(POLICY_CONSTRAINTS, true, seq(&[ctx_prim(0, &[0]), ctx_prim(1, &[skip])]));
            w.issuing()?.put(POLICY_MAPPINGS, true, mappings(&[(A, B)]));
            for i in 2..=w.depth() {
                w.certs[i].put(POLICIES, false, policies(&[A]));
            }
            give(w, Some(&[B]), Some(&[A]), None)
        }));
    }
    list.extend(deviations! { TWO;
        /// Leaf and intermediate have different policies and none is required: accepted.
        "policies/differ-not-required" => |w| { give(w, Some(&[A]), Some(&[B]), None)?; }
        /// Critical policies on every certificate.
        "policies/critical-everywhere" => |w| { for i in 0..=w.depth() { w.certs[i].put(POLICIES, true, policies(&[A])); } }
        /// Required, and leaf and intermediate differ: the policy tree is empty.
        "policies/required-differ" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); give(w, Some(&[A]), Some(&[B]), Some(&[B]))?; }
        /// Required, the intermediate has anyPolicy, the leaf a policy.
        "policies/required-any-above" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); give(w, Some(&[A]), Some(&[ANY]), Some(&[ANY]))?; }
        /// Required, the intermediate has a policy, the leaf anyPolicy.
        "policies/required-any-below" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); give(w, Some(&[ANY]), Some(&[A]), Some(&[A]))?; }
        /// Required, and the leaf has no policies.
        "policies/required-leaf-without" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); give(w, None, Some(&[A]), Some(&[A]))?; }
        /// Required, and the issuing intermediate has no policies.
        "policies/required-intermediate-without" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); give(w, Some(&[A]), None, None)?; }
        /// Required by the leaf itself, 0: counts (RFC 5280 §6.1.5).
        "policies/required-by-leaf-0" => |w| { w.leaf().put(POLICY_CONSTRAINTS, true, require(0)); }
        /// Required by the leaf itself, 1: does not count.
        "policies/required-by-leaf-1" => |w| { w.leaf().put(POLICY_CONSTRAINTS, true, require(1)); }
        /// Required by the leaf itself, which has a policy.
        "policies/required-by-leaf-has-one" => |w| { w.leaf().put(POLICY_CONSTRAINTS, true, require(0)); give(w, Some(&[A]), Some(&[A]), Some(&[A]))?; }
        /// Required by constraints that are not critical.
        "policies/required-plain" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, false, require(0)); }
        /// Required by the anchor: not used.
        "anchor/policies-required" => |w| { w.root().put(POLICY_CONSTRAINTS, true, require(0)); }
        /// A mapping from anyPolicy (RFC 5280 §4.2.1.5 forbids it).
        "policies/mapping-from-any" => |w| { w.issuing()?.put(POLICY_MAPPINGS, true, mappings(&[(ANY, A)])); give(w, Some(&[A]), Some(&[ANY]), Some(&[ANY]))?; }
        /// A mapping to anyPolicy.
        "policies/mapping-to-any" => |w| { w.issuing()?.put(POLICY_MAPPINGS, true, mappings(&[(A, ANY)])); give(w, Some(&[A]), Some(&[A]), Some(&[A]))?; }
        /// A forbidden mapping after all policies are invalid: not checked.
        "policies/mapping-from-any-dead" => |w| { w.issuing()?.put(POLICY_MAPPINGS, true, mappings(&[(ANY, A)])); }
        /// A mapping on the leaf: not used.
        "leaf/policy-mapping-from-any" => |w| { w.leaf().put(POLICY_MAPPINGS, true, mappings(&[(ANY, A)])); give(w, Some(&[A]), Some(&[A]), Some(&[A]))?; }
        /// Required, A mapped to B, the leaf has B.
        "policies/required-mapped" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); w.issuing()?.put(POLICY_MAPPINGS, true, mappings(&[(A, B)])); give(w, Some(&[B]), Some(&[A]), Some(&[A]))?; }
        /// Required, A mapped to B, the leaf still has A.
        "policies/required-mapped-away" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); w.issuing()?.put(POLICY_MAPPINGS, true, mappings(&[(A, B)])); give(w, Some(&[A]), Some(&[A]), Some(&[A]))?; }
        /// Required, anyPolicy mapped through: the intermediate has anyPolicy and maps A to B.
        "policies/required-mapped-under-any" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); w.issuing()?.put(POLICY_MAPPINGS, true, mappings(&[(A, B)])); give(w, Some(&[B]), Some(&[ANY]), Some(&[ANY]))?; }
        /// Qualifiers on a critical policy: allowed by default.
        "policies/critical-qualifier" => |w| { w.leaf().put(POLICIES, true, seq(&[seq(&[oid(A), seq(&[seq(&[oid("1.3.6.1.5.5.7.2.1"), tlv(0x16, b"http://cps.example.com")])])])])); }
        /// anyPolicy inhibited by an extension that is not critical: Java cannot read it then, and
        /// ignores it.
        "policies/inhibit-any-plain" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, require(0)); w.certs[t].put(INHIBIT_ANY_POLICY, false, int(0)); give(w, Some(&[ANY]), Some(&[ANY]), Some(&[A, ANY]))?; }
        /// Mapping inhibited without anything to map.
        "policies/inhibit-mapping-alone" => |w| { w.issuing()?.put(POLICY_CONSTRAINTS, true, inhibit_mapping(0)); }
    });
    list
}
