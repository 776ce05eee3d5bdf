//! Requirement 4: a key of at most 2048 bits.
//!
//! **What it checks.** The leaf's key: the article names the "device certificate" and reads its
//! `Public-Key`. **Why API Gateway cares.** AWS's article says so; a stock JDK has no upper limit,
//! and no report of a backend rejected for this reason is known. The finding says both. **What it
//! does not check.** CA certificates: more than a third of the listed roots have 4096 bits, so the
//! limit cannot apply to them. Elliptic curve keys: the limit is stated for RSA. A key that cannot
//! be read, or of an algorithm that Java does not have, leaves the outcome unknown.

use super::context::Context;
use super::rule::{ARTICLE, Rule};
use crate::cert::{KeyInfo, KeyKind};
use crate::report::{Detail, Finding, KeyTrouble, RuleId};

/// The largest RSA key of a leaf, in bits of the modulus.
pub const MAX_BITS: u32 = 2048;

pub(super) const RULE: Rule = Rule {
    id: RuleId::KeySize,
    citations: &[ARTICLE],
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    if !context.client.is_api_gateway() {
        return vec![Finding::overall(Detail::KeyLimitNotApplicable {})];
    }
    let chain = context.chain;
    let Some(leaf) = chain.leaf().filter(|_| !chain.leaf_missing) else {
        return Vec::new();
    };
    let mut findings = vec![context.finding(chain.leaf, leaf_key(leaf.key.as_ref()))];
    let cas = context.handshake.path.iter().skip(1).copied();
    for at in cas.chain(context.sent_root()) {
        if let Some(key) = chain.certificates.get(at).and_then(|c| c.key.as_ref()) {
            let detail = Detail::CaKey {
                algorithm: key.name().to_owned(),
                bits: key.bits().unwrap_or(0),
            };
            findings.push(context.finding(at, detail));
        }
    }
    findings
}

/// Why a key that is not of a common kind cannot be compared with the limit.
fn trouble(key: Option<&KeyInfo>) -> KeyTrouble {
    match key {
        Some(key) if key.has_explicit_curve() => KeyTrouble::ExplicitParameters,
        Some(key) if key.cannot_sign() => KeyTrouble::NoSignature,
        Some(key) if matches!(key.kind, KeyKind::Unknown { .. }) => KeyTrouble::NotInJava,
        _ => KeyTrouble::Unreadable,
    }
}

fn leaf_key(key: Option<&KeyInfo>) -> Detail {
    let algorithm = key.map_or("unknown", KeyInfo::name).to_owned();
    let bits = match key.map(|key| &key.kind) {
        Some(KeyKind::Rsa(size) | KeyKind::RsaPss { size, .. }) => size.bits,
        Some(KeyKind::Dsa { bits: Some(bits) }) if *bits > MAX_BITS => *bits,
        Some(KeyKind::Ec { curve }) => {
            return match curve.bits() {
                Some(bits) => Detail::EllipticKey {
                    curve: curve.name().to_owned(),
                    bits,
                },
                None => Detail::KeyUnknown {
                    algorithm: ["EC ", curve.name()].concat(),
                    why: KeyTrouble::Unreadable,
                },
            };
        }
        Some(KeyKind::Ed25519 | KeyKind::Ed448 | KeyKind::Dsa { bits: Some(_) }) => {
            return Detail::OtherKey { algorithm };
        }
        _ => {
            return Detail::KeyUnknown {
                algorithm,
                why: trouble(key),
            };
        }
    };
    let max = MAX_BITS;
    if bits > max {
        Detail::KeyTooLarge { algorithm, bits, max }
    } else {
        Detail::KeyWithinLimit { algorithm, bits, max }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cert::Curve;
    use crate::cert::made::rsa;

    #[test]
    fn the_limit_is_that_of_rsa_and_large_dsa_keys() {
        let pss = |bits| KeyKind::RsaPss {
            size: rsa(bits),
            restriction: None,
        };
        for (kind, code) in [
            (KeyKind::Rsa(rsa(2048)), "key-within-limit"),
            (KeyKind::Rsa(rsa(2049)), "key-too-large"),
            (pss(2048), "key-within-limit"),
            (pss(4096), "key-too-large"),
            (KeyKind::Dsa { bits: Some(2048) }, "other-key"),
            (KeyKind::Dsa { bits: Some(3072) }, "key-too-large"),
            (KeyKind::Dsa { bits: None }, "key-unknown"),
            (KeyKind::Ec { curve: Curve::P521 }, "elliptic-key"),
            (KeyKind::Ed25519, "other-key"),
        ] {
            let key = KeyInfo { kind };
            assert_eq!(leaf_key(Some(&key)).code(), code, "{key:?}");
        }
        assert_eq!(leaf_key(None).code(), "key-unknown");
    }

    #[test]
    fn an_unknown_key_has_its_reason() {
        let unreadable = |oid: &str| KeyKind::Unreadable { oid: oid.to_owned() };
        let unknown = |oid: &str| KeyKind::Unknown { oid: oid.to_owned() };
        for (kind, why) in [
            (unreadable("1.2.840.10045.2.1"), KeyTrouble::ExplicitParameters),
            (unreadable("1.2.840.113549.1.1.1"), KeyTrouble::Unreadable),
            (unknown("1.3.101.110"), KeyTrouble::NoSignature),
            (unknown("2.16.840.1.101.3.4.3.18"), KeyTrouble::NotInJava),
            (KeyKind::Dsa { bits: None }, KeyTrouble::Unreadable),
        ] {
            let key = KeyInfo { kind };
            assert_eq!(trouble(Some(&key)), why, "{key:?}");
        }
        assert_eq!(trouble(None), KeyTrouble::Unreadable);
    }
}
