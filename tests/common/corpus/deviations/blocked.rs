//! Deviations of what the client blocks by fingerprint: certificates of its list of blocked ones,
//! and anchors that it distrusts.

use super::super::builder::*;
use super::super::der::{oid, seq, tlv};
use super::super::moments::{AT, DAY, time};
use super::super::names::dns;
use super::*;

/// Makes Java use the builder: an unrelated certificate comes last.
fn unordered(w: &mut World) {
    let s = w.stranger("Stranger", "p256-f");
    w.sent.push(Sent::Cert(s));
}

/// Breaks a certificate's signature.
fn broken(c: &mut Cert) {
    c.on_signature.push(|s| {
        if let Some(b) = s.last_mut() {
            *b ^= 1;
        }
    });
}

pub fn list() -> Vec<Deviation> {
    let mut list = distrusted();
    list.extend(blocked());
    list
}

fn distrusted() -> Vec<Deviation> {
    deviations! { &["ec-0", "ec-1", "ec-2", "rsa-1"];
        /// The anchor is distrusted.
        "distrusted/anchor" => |w| { let r = w.root_index(); w.distrusted = vec![r]; }
        /// The distrusted anchor is sent as well.
        "distrusted/anchor-sent" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.sent.push(Sent::Cert(r)); }
        /// The builder finds the path to the distrusted anchor.
        "distrusted/anchor-unordered" => |w| { let r = w.root_index(); w.distrusted = vec![r]; unordered(w); }
        /// The distrusted certificate is sent, but the store has another copy of it.
        "distrusted/sent-copy" => |w| { let r = w.root_index(); let c = w.copy(r); w.certs[c].issuer = c; w.certs[c].serial = vec![0x44]; w.distrusted = vec![c]; w.sent.push(Sent::Cert(c)); }
        /// The store has the distrusted certificate, and another copy of it is sent.
        "distrusted/stored-copy" => |w| { let r = w.root_index(); let c = w.copy(r); w.certs[c].issuer = c; w.certs[c].serial = vec![0x44]; w.distrusted = vec![r]; w.sent.push(Sent::Cert(c)); }
        /// The issuing intermediate is the distrusted anchor.
        "distrusted/intermediate-trusted" => |w| { w.issuing()?; w.anchors = vec![1]; w.distrusted = vec![1]; }
        /// The issuing intermediate is distrusted, but it is no anchor.
        "distrusted/intermediate" => |w| { w.issuing()?; w.distrusted = vec![1]; }
        /// The leaf is the anchor, and distrusted: accepted without checks.
        "distrusted/leaf-trusted" => |w| { w.anchors = vec![0]; w.distrusted = vec![0]; }
        /// The anchor is distrusted, and the leaf's key usage is wrong.
        "distrusted/leaf-usage" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.leaf().put(KEY_USAGE, true, named(&[2])); }
        /// The anchor is distrusted, and the leaf is for clients only.
        "distrusted/leaf-purpose" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.leaf().put(EXTENDED_KEY_USAGE, false, seq(&[oid("1.3.6.1.5.5.7.3.2")])); }
        /// The anchor is distrusted, and the leaf's Netscape type is wrong.
        "distrusted/leaf-netscape" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.leaf().add(NETSCAPE_CERT_TYPE, false, tlv(3, &[7, 0x80])); }
        /// The anchor is distrusted, and the leaf is for another host.
        "distrusted/other-host" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.leaf().put(SUBJECT_ALT_NAME, false, seq(&[dns("other.example.org")])); }
        /// The anchor is distrusted, and the leaf is expired.
        "distrusted/leaf-expired" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.leaf().not_after = time(AT - DAY); }
        /// The anchor is distrusted, and it is no CA.
        "distrusted/anchor-no-ca" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.root().remove(BASIC_CONSTRAINTS); }
        /// A version 1 anchor is distrusted.
        "distrusted/anchor-v1" => |w| { let r = w.root_index(); w.distrusted = vec![r]; w.root().make_v1(); }
        /// The distrusted anchor's signature is broken, which Java does not check.
        "distrusted/anchor-broken" => |w| { let r = w.root_index(); w.distrusted = vec![r]; broken(w.root()); }
        /// The anchor is distrusted, and the leaf's signature is broken.
        "distrusted/leaf-broken" => |w| { let r = w.root_index(); w.distrusted = vec![r]; broken(w.leaf()); }
    }
}

fn blocked() -> Vec<Deviation> {
    deviations! { &["ec-0", "ec-1", "ec-2", "rsa-1"];
        /// The leaf is blocked.
        "blocked/leaf" => |w| { w.blocked = vec![0]; }
        /// The issuing intermediate is blocked.
        "blocked/intermediate" => |w| { w.issuing()?; w.blocked = vec![1]; }
        /// The topmost intermediate is blocked.
        "blocked/top" => |w| { w.top()?; let t = w.depth(); w.blocked = vec![t]; }
        /// The anchor is blocked.
        "blocked/anchor" => |w| { let r = w.root_index(); w.blocked = vec![r]; }
        /// The blocked anchor is sent.
        "blocked/anchor-sent" => |w| { let r = w.root_index(); w.blocked = vec![r]; w.sent.push(Sent::Cert(r)); }
        /// A blocked copy of the anchor is sent.
        "blocked/anchor-copy-sent" => |w| { let r = w.root_index(); let c = w.copy(r); w.certs[c].issuer = c; w.certs[c].serial = vec![0x44]; w.blocked = vec![c]; w.sent.push(Sent::Cert(c)); }
        /// The leaf is blocked, and the builder runs.
        "blocked/leaf-unordered" => |w| { w.blocked = vec![0]; unordered(w); }
        /// The intermediate is blocked, and the builder runs.
        "blocked/intermediate-unordered" => |w| { w.issuing()?; w.blocked = vec![1]; unordered(w); }
        /// The anchor is blocked, and the builder runs.
        "blocked/anchor-unordered" => |w| { let r = w.root_index(); w.blocked = vec![r]; unordered(w); }
        /// An unrelated certificate that is sent is blocked.
        "blocked/stranger" => |w| { unordered(w); let s = w.certs.len() - 1; w.blocked = vec![s]; }
        /// A blocked copy of the intermediate comes first, and a good one later.
        "blocked/intermediate-with-good-copy" => |w| { w.issuing()?; let c = w.copy(1); w.certs[c].serial = vec![0x44]; w.blocked = vec![1]; w.sent.push(Sent::Cert(c)); }
        /// A good copy of the intermediate comes first, and a blocked one later.
        "blocked/later-copy-of-intermediate" => |w| { w.issuing()?; let c = w.copy(1); w.certs[c].serial = vec![0x44]; w.blocked = vec![c]; w.sent.push(Sent::Cert(c)); }
        /// The leaf is trusted, and blocked: accepted without checks.
        "blocked/leaf-trusted" => |w| { w.anchors = vec![0]; w.blocked = vec![0]; }
        /// The intermediate is blocked, and its signature is broken.
        "blocked/intermediate-broken" => |w| { broken(w.issuing()?); w.blocked = vec![1]; }
        /// The leaf is blocked, and the intermediate's signature is broken.
        "blocked/leaf-intermediate-broken" => |w| { broken(w.issuing()?); w.blocked = vec![0]; }
        /// The leaf is blocked and expired.
        "blocked/leaf-expired" => |w| { w.leaf().not_after = time(AT - DAY); w.blocked = vec![0]; }
        /// The leaf is blocked, and its own key usage bits are all unset.
        "blocked/leaf-empty-usage" => |w| { w.leaf().put(KEY_USAGE, true, tlv(3, &[0])); w.blocked = vec![0]; }
        /// The anchor is blocked, and it is no CA.
        "blocked/anchor-no-ca" => |w| { w.root().remove(BASIC_CONSTRAINTS); let r = w.root_index(); w.blocked = vec![r]; }
        /// The leaf is blocked, the anchor distrusted, and the leaf is for another host.
        "blocked/leaf-and-distrusted-anchor" => |w| { let r = w.root_index(); w.blocked = vec![0]; w.distrusted = vec![r]; w.leaf().put(SUBJECT_ALT_NAME, false, seq(&[dns("other.example.org")])); }
    }
}
