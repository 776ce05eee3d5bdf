//! Deviations of what the client trusts.

use super::super::builder::*;
use super::super::der::{octet_string, seq, tlv};
use super::super::moments::{AT, DAY, time};
use super::super::names::{dns, plain};
use super::*;

/// Another root with the anchor's name, and `key`, trusted as well.
fn namesake(w: &mut World, key: &'static str) -> usize {
    let root = w.root_index();
    let i = w.copy(root);
    w.certs[i].issuer = i;
    w.certs[i].key = key;
    i
}

pub fn list() -> Vec<Deviation> {
    deviations! { &["ec-1", "ec-2", "rsa-1"];
        /// The leaf itself is trusted: accepted without checks.
        "trust/leaf" => |w| { w.anchors = vec![0]; }
        /// Both the leaf and the root are trusted.
        "trust/leaf-and-root" => |w| { w.anchors.push(0); }
        /// The trusted leaf is expired.
        "trust/leaf-expired" => |w| { w.leaf().not_after = time(AT - DAY); w.anchors = vec![0]; }
        /// The trusted leaf's signature is broken.
        "trust/leaf-broken" => |w| { w.leaf().on_signature.push(|s| if let Some(b) = s.last_mut() { *b ^= 1 }); w.anchors = vec![0]; }
        /// The trusted leaf is for another host.
        "trust/leaf-other-host" => |w| { w.host = Some("other.example.org".into()); w.anchors = vec![0]; }
        /// The trusted leaf is for clients only, with a key usage that forbids signing and an
        /// unknown critical extension: none is checked.
        "trust/leaf-wrong-usage" => |w| { w.leaf().put(EXTENDED_KEY_USAGE, true, seq(&[super::super::der::oid("1.3.6.1.5.5.7.3.2")])); w.leaf().put(KEY_USAGE, true, named(&[2])); w.leaf().add("1.3.6.1.4.1.55555.1.1", true, tlv(5, &[])); w.anchors = vec![0]; }
        /// A self-signed server certificate that is trusted.
        "trust/self-signed-leaf" => |w| { w.certs[0].issuer = 0; w.sent.truncate(1); w.anchors = vec![0]; }
        /// A self-signed, trusted server certificate sent twice.
        "trust/self-signed-leaf-twice" => |w| { w.certs[0].issuer = 0; w.sent.truncate(1); w.sent.push(Sent::Cert(0)); w.anchors = vec![0]; }
        /// The store has a re-issued copy of the self-signed leaf: same name and key, other bytes,
        /// and it is no CA.
        "trust/self-signed-leaf-reissued" => |w| { w.certs[0].issuer = 0; w.sent.truncate(1); let c = w.copy(0); w.certs[c].issuer = c; w.certs[c].remove(AUTHORITY_KEY_ID); w.certs[0].remove(AUTHORITY_KEY_ID); w.anchors = vec![c]; }
        /// The same with a copy that says CA:TRUE and keyCertSign.
        "trust/self-signed-leaf-reissued-ca" => |w| { w.certs[0].issuer = 0; w.sent.truncate(1); let c = w.copy(0); w.certs[c].issuer = c; w.certs[c].put(KEY_USAGE, true, named(&[0, 5])); w.certs[c].put(BASIC_CONSTRAINTS, true, super::extensions::good(BASIC_CONSTRAINTS)); w.anchors = vec![c]; }
        /// The store has a re-issued copy of the leaf, under the same CA.
        "trust/leaf-reissued" => |w| { let c = w.copy(0); w.anchors = vec![c]; }
        /// The issuing intermediate is trusted: it ends the path.
        "trust/intermediate" => |w| { w.issuing()?; w.anchors = vec![1]; }
        /// The trusted intermediate is not sent.
        "trust/intermediate-not-sent" => |w| { w.issuing()?; w.anchors = vec![1]; w.sent.truncate(1); }
        /// The trusted intermediate is expired.
        "trust/intermediate-expired" => |w| { w.issuing()?.not_after = time(AT - DAY); w.anchors = vec![1]; }
        /// The trusted intermediate is no CA.
        "trust/intermediate-no-ca" => |w| { w.issuing()?.remove(BASIC_CONSTRAINTS); w.anchors = vec![1]; }
        /// The trusted intermediate may not sign certificates.
        "trust/intermediate-no-cert-sign" => |w| { w.issuing()?.put(KEY_USAGE, true, named(&[0])); w.anchors = vec![1]; }
        /// The trusted intermediate's signature is broken.
        "trust/intermediate-broken" => |w| { w.issuing()?.on_signature.push(|s| if let Some(b) = s.last_mut() { *b ^= 1 }); w.anchors = vec![1]; }
        /// The trusted intermediate has an unknown critical extension.
        "trust/intermediate-critical" => |w| { w.issuing()?.add("1.3.6.1.4.1.55555.1.1", true, tlv(5, &[])); w.anchors = vec![1]; }
        /// Root and intermediate are trusted, the intermediate is expired: it is met first and ends
        /// the path.
        "trust/both-intermediate-expired" => |w| { w.issuing()?.not_after = time(AT - DAY); w.anchors.push(1); }
        /// Root and intermediate are trusted, the intermediate is no CA.
        "trust/both-intermediate-no-ca" => |w| { w.issuing()?.remove(BASIC_CONSTRAINTS); w.anchors.push(1); }
        /// Root and intermediate are trusted, the root is sent second: the builder decides.
        "trust/both-unordered" => |w| { w.issuing()?; w.anchors.push(1); let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// The store has a copy of the intermediate, same name and key.
        "trust/intermediate-copy" => |w| { w.issuing()?; let c = w.copy(1); w.anchors = vec![c]; }
        /// The same, the chain out of order.
        "trust/intermediate-copy-unordered" => |w| { w.issuing()?; let c = w.copy(1); w.anchors = vec![c]; let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// The store has the topmost intermediate, sent out of order.
        "trust/top-unordered" => |w| { w.top()?; w.anchors = vec![2]; w.swap_intermediates()?; }
        /// The store has the topmost intermediate, expired, sent out of order.
        "trust/top-expired-unordered" => |w| { w.top()?.not_after = time(AT - DAY); w.anchors = vec![2]; w.swap_intermediates()?; }
        /// The store has a root that has nothing to do with the chain.
        "trust/stranger-only" => |w| { let s = w.stranger("Stranger", "p256-f"); w.anchors = vec![s]; }
        /// The store has the root and five unrelated certificates.
        "trust/strangers-too" => |w| { for (n, k) in [("A", "p256-f"), ("B", "p256-e"), ("C", "p384-a"), ("D", "p521-a"), ("E", "rsa2048-f")] { let s = w.stranger(n, k); w.anchors.push(s); } }
        /// Two anchors with the same name, the right one and one with another key.
        "trust/namesake" => |w| { let n = namesake(w, "p256-f"); w.anchors.push(n); }
        /// The same, and no key identifier distinguishes them.
        "trust/namesake-without-ids" => |w| { let n = namesake(w, "p256-f"); w.certs[n].remove(SUBJECT_KEY_ID); w.root().remove(SUBJECT_KEY_ID); w.anchors.push(n); }
        /// Only the namesake is trusted.
        "trust/namesake-only" => |w| { let n = namesake(w, "p256-f"); w.anchors = vec![n]; }
        /// Only the namesake is trusted, and no key identifier reveals it.
        "trust/namesake-only-without-ids" => |w| { let n = namesake(w, "p256-f"); w.certs[n].remove(SUBJECT_KEY_ID); w.anchors = vec![n]; }
        /// Only the namesake is trusted, and the real root is sent.
        "trust/namesake-only-root-sent" => |w| { let n = namesake(w, "p256-f"); w.certs[n].remove(SUBJECT_KEY_ID); w.anchors = vec![n]; let r = w.root_index(); w.sent.push(Sent::Cert(r)); }
        /// Two anchors of the same name and key, one of them no CA.
        "trust/copy-no-ca" => |w| { let k = w.root().key; let n = namesake(w, k); w.certs[n].remove(BASIC_CONSTRAINTS); w.anchors = vec![n]; }
        /// The anchor is expired and the chain in order: not checked.
        "trust/root-expired" => |w| { w.root().not_after = time(AT - DAY); }
        /// The anchor is expired and sent along.
        "trust/root-expired-sent" => |w| { w.root().not_after = time(AT - DAY); let r = w.root_index(); w.sent.push(Sent::Cert(r)); }
        /// The anchor is expired and the chain out of order: the builder checks it from the second
        /// level on.
        "trust/root-expired-unordered" => |w| { w.root().not_after = time(AT - DAY); let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// The anchor issued the leaf, is expired, and is met by the builder.
        "trust/root-expired-unordered-direct" => |w| { w.root().not_after = time(AT - DAY); let r = w.root_index(); w.certs[0].issuer = r; let s = w.stranger("Stranger", "p256-f"); w.sent.truncate(1); w.sent.push(Sent::Cert(s)); }
        /// The anchor is not yet valid, the chain out of order.
        "trust/root-not-yet-valid-unordered" => |w| { w.root().not_before = time(AT + DAY); let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// The anchor's own signature is broken.
        "trust/root-broken" => |w| { w.root().on_signature.push(|s| if let Some(b) = s.last_mut() { *b ^= 1 }); }
        /// The anchor is no CA, the chain out of order.
        "trust/root-no-ca-unordered" => |w| { w.root().remove(BASIC_CONSTRAINTS); let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// The anchor may not sign certificates, the chain out of order.
        "trust/root-no-cert-sign-unordered" => |w| { w.root().put(KEY_USAGE, true, named(&[0])); let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// The anchor has an unknown critical extension, the chain out of order.
        "trust/root-critical-unordered" => |w| { w.root().add("1.3.6.1.4.1.55555.1.1", true, tlv(5, &[])); let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// The anchor's path length is exceeded, the chain out of order.
        "trust/root-path-length-unordered" => |w| { w.root().put(BASIC_CONSTRAINTS, true, seq(&[super::super::der::boolean(true), super::super::der::int(0)])); let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// A version 1 anchor, the chain in order.
        "trust/root-v1" => |w| { w.root().make_v1(); }
        /// A version 1 anchor, the chain out of order.
        "trust/root-v1-unordered" => |w| { w.root().make_v1(); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// A version 1 anchor that ends before the certificate below it does, the chain out of
        /// order.
        "trust/root-v1-ends-early-unordered" => |w| { w.root().make_v1(); w.root().not_after = time(AT + 30 * DAY); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The same in order.
        "trust/root-v1-ends-early" => |w| { w.root().make_v1(); w.root().not_after = time(AT + 30 * DAY); }
        /// A version 1 anchor that begins after the certificate below it, the chain out of order.
        "trust/root-v1-begins-late-unordered" => |w| { w.root().make_v1(); w.root().not_before = time(AT - 30 * DAY); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// A version 1 anchor that is expired.
        "trust/root-v1-expired" => |w| { w.root().make_v1(); w.root().not_after = time(AT - DAY); }
        /// An unrelated last certificate makes Java use the builder, which finds the usual path.
        "trust/builder-plain" => |w| { let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, and the leaf is a CA.
        "trust/builder-leaf-ca" => |w| { w.leaf().put(BASIC_CONSTRAINTS, true, super::extensions::good(BASIC_CONSTRAINTS)); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, and the leaf may not sign.
        "trust/builder-leaf-usage" => |w| { w.leaf().put(KEY_USAGE, true, named(&[2])); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, and the leaf is for another host.
        "trust/builder-other-host" => |w| { w.leaf().put(SUBJECT_ALT_NAME, false, seq(&[dns("other.example.org")])); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, and the leaf's signature is broken.
        "trust/builder-leaf-broken" => |w| { w.leaf().on_signature.push(|s| if let Some(b) = s.last_mut() { *b ^= 1 }); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, and the leaf is expired.
        "trust/builder-leaf-expired" => |w| { w.leaf().not_after = time(AT - DAY); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, and no AKI fits.
        "trust/builder-aki" => |w| { for i in 0..=w.depth() { w.certs[i].put(AUTHORITY_KEY_ID, false, seq(&[super::super::der::ctx_prim(0, &[i as u8; 20])])); } let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, an explicit policy is required, and no certificate has one.
        "trust/builder-policy" => |w| { let t = w.depth(); w.certs[t].put(POLICY_CONSTRAINTS, true, seq(&[super::super::der::ctx_prim(0, &[0])])); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The builder, name constraints that refuse the leaf.
        "trust/builder-constraints" => |w| { let t = w.depth(); w.certs[t].put(NAME_CONSTRAINTS, true, seq(&[super::super::der::ctx(0, &[seq(&[dns("example.org")])])])); let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// The store has the anchor with an SKI of its own choice, the chain's AKI follows the key
        /// instead.
        "trust/root-ski-differs" => |w| { let t = w.depth(); let id = super::super::keys::key_id(&w.root().spki()); w.root().put(SUBJECT_KEY_ID, false, octet_string(&[0x31; 20])); w.certs[t].put(AUTHORITY_KEY_ID, false, seq(&[super::super::der::ctx_prim(0, &id)])); }
        /// The anchor has the leaf's name.
        "trust/root-called-like-leaf" => |w| { w.root().subject = plain(HOST); let n = plain(HOST); w.root().issuer_name = Some(n); }
        /// The validation time is fifty years ahead.
        "time/fifty-years-ahead" => |w| { w.at = AT + 50 * 365 * DAY; }
        /// The validation time is before every notBefore.
        "time/in-1990" => |w| { w.at = 631_152_000; }
        /// The validation time is the last second of the leaf.
        "time/last-second-of-leaf" => |w| { w.at = AT + 400 * DAY; }
        /// The validation time is the second after.
        "time/second-after-leaf" => |w| { w.at = AT + 400 * DAY + 1; }
        /// The validation time is the first second of the leaf.
        "time/first-second-of-leaf" => |w| { w.at = AT - 165 * DAY; }
        /// The validation time is the second before.
        "time/second-before-leaf" => |w| { w.at = AT - 165 * DAY - 1; }
        /// Leaf and intermediates are out of date, the anchor is not.
        "time/all-but-root-expired" => |w| { w.at = AT + 2000 * DAY; }
    }
}
