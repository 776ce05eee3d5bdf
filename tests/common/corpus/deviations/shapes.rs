//! The certificates sent and their order; several paths, loops, and long paths.

use super::super::builder::*;
use super::super::der::{boolean, int, octet_string, seq, tlv};
use super::super::moments::{AT, DAY, time};
use super::super::names::plain;
use super::*;

/// Adds a second certificate for the issuing intermediate (same name, `key`), and returns its
/// index.
fn twin(w: &mut World, key: &'static str) -> Option<usize> {
    w.issuing()?;
    let i = w.copy(1);
    w.certs[i].key = key;
    Some(i)
}

/// A root with the name and key of the anchor, signed again by itself with another serial and other
/// dates.
fn reissued_root(w: &mut World) -> usize {
    let root = w.root_index();
    let i = w.copy(root);
    w.certs[i].issuer = i;
    w.certs[i].not_before = time(AT - 10 * DAY);
    i
}

/// The anchor's name and key, signed by another root that is not trusted.
fn cross_signed_root(w: &mut World) -> (usize, usize) {
    let other = w.stranger("Other Root", "p256-f");
    let root = w.root_index();
    let i = w.copy(root);
    w.certs[i].issuer = other;
    (i, other)
}

pub fn list() -> Vec<Deviation> {
    let mut list = deviations! { &["ec-1", "ec-2", "ec-3", "rsa-2"];
        /// Root last, in its place.
        "chain/root-sent" => |w| { let r = w.root_index(); w.sent.push(Sent::Cert(r)); }
        /// Everything in reverse, the leaf last: the first certificate is checked as the server's.
        "chain/reversed" => |w| { w.sent.reverse(); }
        /// The leaf first, the rest in reverse.
        "chain/rest-reversed" => |w| { w.reverse_rest(); }
        /// Root first among the CAs.
        "chain/root-second" => |w| { let r = w.root_index(); w.send_at(1, Sent::Cert(r)); }
        /// Root first of all.
        "chain/root-first" => |w| { let r = w.root_index(); w.send_at(0, Sent::Cert(r)); }
        /// The leaf twice at the beginning.
        "chain/leaf-twice" => |w| { w.send_at(0, Sent::Cert(0)); }
        /// The leaf once more at the end.
        "chain/leaf-again-last" => |w| { w.sent.push(Sent::Cert(0)); }
        /// The issuing intermediate twice in a row.
        "chain/intermediate-twice" => |w| { w.issuing()?; w.send_at(1, Sent::Cert(1)); }
        /// The whole list twice.
        "chain/everything-twice" => |w| { let again = w.sent.clone(); w.sent.extend(again); }
        /// The root sent twice.
        "chain/root-twice" => |w| { let r = w.root_index(); w.sent.push(Sent::Cert(r)); w.sent.push(Sent::Cert(r)); }
        /// The issuing intermediate is missing.
        "chain/intermediate-missing" => |w| { w.issuing()?; w.unsend(1)?; }
        /// The issuing intermediate is missing, the root is sent.
        "chain/intermediate-missing-root-sent" => |w| { w.issuing()?; w.unsend(1)?; let r = w.root_index(); w.sent.push(Sent::Cert(r)); }
        /// The leaf alone.
        "chain/leaf-only" => |w| { w.sent.truncate(1); }
        /// The topmost intermediate is missing.
        "chain/top-missing" => |w| { w.top()?; w.sent.pop(); }
        /// The leaf is missing.
        "chain/leaf-missing" => |w| { w.issuing()?; w.unsend(0)?; }
        /// A stranger after the chain.
        "chain/stranger-last" => |w| { let s = w.stranger("Stranger", "p256-f"); w.sent.push(Sent::Cert(s)); }
        /// A stranger between leaf and intermediate.
        "chain/stranger-second" => |w| { let s = w.stranger("Stranger", "p256-f"); w.send_at(1, Sent::Cert(s)); }
        /// A stranger before everything.
        "chain/stranger-first" => |w| { let s = w.stranger("Stranger", "p256-f"); w.send_at(0, Sent::Cert(s)); }
        /// An expired stranger after the chain.
        "chain/stranger-expired-last" => |w| { let s = w.stranger("Stranger", "p256-f"); w.certs[s].not_after = time(AT - DAY); w.sent.push(Sent::Cert(s)); }
        /// An unreadable unrelated certificate after the chain: still fatal.
        "chain/stranger-unreadable-last" => |w| { w.sent.push(Sent::Raw(vec![0x30, 3, 1, 2, 3])); }
        /// Only random bytes after the chain.
        "chain/text-last" => |w| { w.sent.push(Sent::Raw(b"not a certificate".to_vec())); }
        /// Another server's leaf after the chain.
        "chain/other-leaf-last" => |w| { let l = w.copy(0); w.certs[l].subject = plain("other.example.com"); w.sent.push(Sent::Cert(l)); }
        /// Another server's leaf between.
        "chain/other-leaf-second" => |w| { let l = w.copy(0); w.certs[l].subject = plain("other.example.com"); w.send_at(1, Sent::Cert(l)); }
        /// The root with the same name and key, issued again, sent in its place: as good as the
        /// anchor.
        "chain/root-reissued-sent" => |w| { let r = reissued_root(w); w.sent.push(Sent::Cert(r)); }
        /// The re-issued root is sent before the intermediates.
        "chain/root-reissued-second" => |w| { let r = reissued_root(w); w.send_at(1, Sent::Cert(r)); }
        /// The re-issued root is expired: it is still cut off.
        "chain/root-reissued-expired" => |w| { let r = reissued_root(w); w.certs[r].not_after = time(AT - DAY); w.sent.push(Sent::Cert(r)); }
        /// The anchor's name and key under another root, sent last.
        "chain/root-cross-signed-sent" => |w| { let (c, _) = cross_signed_root(w); w.sent.push(Sent::Cert(c)); }
        /// The same, with that other root.
        "chain/root-cross-signed-with-other" => |w| { let (c, o) = cross_signed_root(w); w.sent.push(Sent::Cert(c)); w.sent.push(Sent::Cert(o)); }
        /// The same out of order.
        "chain/root-cross-signed-unordered" => |w| { let (c, o) = cross_signed_root(w); w.send_at(1, Sent::Cert(o)); w.send_at(1, Sent::Cert(c)); }
        /// A self-signed root with the anchor's name but another key, which signed nothing here.
        "chain/false-root-sent" => |w| { let r = w.root_index(); let i = w.copy(r); w.certs[i].issuer = i; w.certs[i].key = "p256-f"; w.sent.push(Sent::Cert(i)); }
        /// The chain really goes up to a false root with the anchor's name.
        "chain/up-to-false-root" => |w| { let r = w.root_index(); let i = w.copy(r); w.certs[i].issuer = i; w.certs[i].key = "p256-f"; let t = w.depth(); w.certs[t].issuer = i; }
        /// The same, with the false root sent.
        "chain/up-to-false-root-sent" => |w| { let r = w.root_index(); let i = w.copy(r); w.certs[i].issuer = i; w.certs[i].key = "p256-f"; let t = w.depth(); w.certs[t].issuer = i; w.sent.push(Sent::Cert(i)); }
        /// The chain goes up to a root that is not trusted, which is not sent.
        "chain/untrusted-root" => |w| { let s = w.stranger("Untrusted Root", "p256-f"); let t = w.depth(); w.certs[t].issuer = s; }
        /// The same with the root sent: a self-signed certificate in the chain.
        "chain/untrusted-root-sent" => |w| { let s = w.stranger("Untrusted Root", "p256-f"); let t = w.depth(); w.certs[t].issuer = s; w.sent.push(Sent::Cert(s)); }
        /// An unknown self-signed server certificate.
        "leaf/self-signed" => |w| { w.certs[0].issuer = 0; w.sent.truncate(1); }
        /// A self-signed server certificate followed by a chain that it has nothing to do with.
        "leaf/self-signed-with-chain" => |w| { w.certs[0].issuer = 0; }
    };
    list.extend(several_paths());
    list.extend(lengths());
    list
}

fn several_paths() -> Vec<Deviation> {
    deviations! { &["ec-1", "ec-2", "rsa-1"];
        /// Two intermediates of the same name, the wrong key first.
        "paths/same-name-wrong-first" => |w| { let t = twin(w, "p256-f")?; w.send_at(1, Sent::Cert(t)); }
        /// Two intermediates of the same name, the right key first.
        "paths/same-name-right-first" => |w| { let t = twin(w, "p256-f")?; w.send_at(2, Sent::Cert(t)); }
        /// The intermediate twice with the same key, the first copy expired.
        "paths/expired-copy-first" => |w| { w.issuing()?; let t = w.copy(1); w.certs[t].not_after = time(AT - DAY); w.send_at(1, Sent::Cert(t)); }
        /// The intermediate twice with the same key, the second copy expired.
        "paths/expired-copy-second" => |w| { w.issuing()?; let t = w.copy(1); w.certs[t].not_after = time(AT - DAY); w.send_at(2, Sent::Cert(t)); }
        /// The copy that comes first has a broken signature.
        "paths/broken-copy-first" => |w| { w.issuing()?; let t = w.copy(1); w.certs[t].on_signature.push(|s| if let Some(b) = s.last_mut() { *b ^= 1 }); w.send_at(1, Sent::Cert(t)); }
        /// The copy that comes first may not sign certificates.
        "paths/no-sign-copy-first" => |w| { w.issuing()?; let t = w.copy(1); w.certs[t].put(KEY_USAGE, true, named(&[0])); w.send_at(1, Sent::Cert(t)); }
        /// The copy that comes first is no CA.
        "paths/no-ca-copy-first" => |w| { w.issuing()?; let t = w.copy(1); w.certs[t].remove(BASIC_CONSTRAINTS); w.send_at(1, Sent::Cert(t)); }
        /// The copy that comes first has an unknown critical extension.
        "paths/critical-copy-first" => |w| { w.issuing()?; let t = w.copy(1); w.certs[t].add("1.3.6.1.4.1.55555.1.1", true, tlv(5, &[])); w.send_at(1, Sent::Cert(t)); }
        /// The copy that comes first allows fewer intermediates than there are.
        "paths/path-length-copy-first" => |w| { w.top()?; let t = w.copy(2); w.certs[t].put(BASIC_CONSTRAINTS, true, seq(&[boolean(true), int(0)])); w.send_at(1, Sent::Cert(t)); }
        /// The intermediate has a copy under a root that is not trusted; that copy comes first.
        "paths/cross-signed-untrusted-first" => |w| { w.issuing()?; let s = w.stranger("Other Root", "p256-f"); let t = w.copy(1); w.certs[t].issuer = s; w.send_at(1, Sent::Cert(t)); }
        /// The same, and that root is sent as well.
        "paths/cross-signed-untrusted-first-with-root" => |w| { w.issuing()?; let s = w.stranger("Other Root", "p256-f"); let t = w.copy(1); w.certs[t].issuer = s; w.send_at(1, Sent::Cert(s)); w.send_at(1, Sent::Cert(t)); }
        /// Only the copy under the root that is not trusted is sent.
        "paths/cross-signed-untrusted-only" => |w| { w.issuing()?; let s = w.stranger("Other Root", "p256-f"); let t = w.copy(1); w.certs[t].issuer = s; w.sent.truncate(1); w.sent.push(Sent::Cert(t)); w.sent.push(Sent::Cert(s)); }
        /// Two intermediates sign each other, and nobody is above them.
        "paths/loop" => |w| { w.issuing()?; let b = w.stranger("Loop B", "p256-f"); w.certs[b].issuer = 1; w.certs[1].issuer = b; w.sent.truncate(1); w.sent.push(Sent::Cert(1)); w.sent.push(Sent::Cert(b)); }
        /// The same loop, closed by sending the first one again.
        "paths/loop-closed" => |w| { w.issuing()?; let b = w.stranger("Loop B", "p256-f"); w.certs[b].issuer = 1; w.certs[1].issuer = b; w.sent.truncate(1); w.sent.push(Sent::Cert(1)); w.sent.push(Sent::Cert(b)); w.sent.push(Sent::Cert(1)); }
        /// Two intermediates sign each other, and one of them has a second certificate under the
        /// anchor.
        "paths/loop-with-exit" => |w| { w.issuing()?; let b = w.stranger("Loop B", "p256-f"); w.certs[b].issuer = 1; let a2 = w.copy(1); w.certs[a2].issuer = b; w.send_at(1, Sent::Cert(b)); w.send_at(1, Sent::Cert(a2)); }
        /// A bridge: the intermediate is certified by a bridge CA, which is certified by the
        /// anchor.
        "paths/bridge" => |w| { w.issuing()?; let r = w.root_index(); let b = w.stranger("Bridge", "p256-f"); w.certs[b].issuer = r; w.certs[1].issuer = b; w.sent.truncate(1); w.sent.push(Sent::Cert(1)); w.sent.push(Sent::Cert(b)); }
        /// The same out of order.
        "paths/bridge-unordered" => |w| { w.issuing()?; let r = w.root_index(); let b = w.stranger("Bridge", "p256-f"); w.certs[b].issuer = r; w.certs[1].issuer = b; w.sent.truncate(1); w.sent.push(Sent::Cert(b)); w.sent.push(Sent::Cert(1)); }
        /// The root's new key is certified by its old one (a rollover), and the chain hangs on the
        /// new key; in order.
        "paths/rollover" => |w| { let r = w.root_index(); let n = w.copy(r); w.certs[n].key = "p256-f"; let t = w.depth(); w.certs[t].issuer = n; w.sent.push(Sent::Cert(n)); }
        /// The same rollover out of order.
        "paths/rollover-unordered" => |w| { let r = w.root_index(); let n = w.copy(r); w.certs[n].key = "p256-f"; let t = w.depth(); w.certs[t].issuer = n; w.send_at(1, Sent::Cert(n)); }
        /// Two rollovers in a row, in order.
        "paths/two-rollovers" => |w| { let r = w.root_index(); let n = w.copy(r); w.certs[n].key = "p256-f"; let m = w.copy(r); w.certs[m].key = "p256-e"; w.certs[m].issuer = n; let t = w.depth(); w.certs[t].issuer = m; w.sent.push(Sent::Cert(m)); w.sent.push(Sent::Cert(n)); }
        /// Two rollovers out of order: two self-issued certificates in a row end the builder's
        /// search there.
        "paths/two-rollovers-unordered" => |w| { let r = w.root_index(); let n = w.copy(r); w.certs[n].key = "p256-f"; let m = w.copy(r); w.certs[m].key = "p256-e"; w.certs[m].issuer = n; let t = w.depth(); w.certs[t].issuer = m; w.sent.push(Sent::Cert(n)); w.sent.push(Sent::Cert(m)); }
        /// The rollover certificate of version 1.
        "paths/rollover-v1" => |w| { let r = w.root_index(); let n = w.copy(r); w.certs[n].key = "p256-f"; w.certs[n].make_v1(); let t = w.depth(); w.certs[t].issuer = n; w.certs[t].remove(AUTHORITY_KEY_ID); w.sent.push(Sent::Cert(n)); }
        /// Six candidates of the same name, only the last is right.
        "paths/six-candidates" => |w| { for k in ["p256-f", "p256-e", "p384-a", "p521-a", "p384-c"] { let t = twin(w, k)?; w.send_at(1, Sent::Cert(t)); } }
        /// A candidate of the right name whose SKI is the one asked for, but whose key is wrong.
        "paths/false-ski" => |w| { let t = twin(w, "p256-f")?; let id = super::super::keys::key_id(&w.certs[1].spki()); w.certs[t].put(SUBJECT_KEY_ID, false, octet_string(&id)); w.send_at(1, Sent::Cert(t)); }
    }
}

fn lengths() -> Vec<Deviation> {
    let mut list = Vec::new();
    for count in 2..=11usize {
        for (id, about, order) in [
            ("", "in order", 0),
            ("-unordered", "the intermediates in reverse", 1),
            ("-root-second", "the root second", 2),
            ("-root-sent", "with the root at the end", 3),
        ] {
            list.push(Deviation::new(
                format!("length/{count}{id}"),
                format!("{count} intermediates more than the base has, {about}: the builder goes over five, a handshake over ten certificates."),
                ONE,
                move |w| {
                    w.lengthen(count);
                    let root = w.root_index();
                    match order {
                        1 => w.reverse_rest(),
                        2 => w.send_at(1, Sent::Cert(root)),
                        3 => w.sent.push(Sent::Cert(root)),
                        _ => {}
                    }
                    Some(())
                },
            ));
        }
    }
    for count in [8usize, 9, 10, 11, 20, 100] {
        list.push(Deviation::new(
            format!("length/{count}-strangers"),
            format!("{count} strangers after the chain."),
            ONE,
            move |w| {
                let s = w.stranger("Stranger", "p256-f");
                for _ in 0..count {
                    w.sent.push(Sent::Cert(s));
                }
                Some(())
            },
        ));
    }
    // A handshake message holds 3 bytes, and 3 more a certificate. RSA, because its signatures
    // always have the same length.
    for (id, over) in [("exact", 0i64), ("one-over", 1), ("far-over", 30_000)] {
        list.push(Deviation::new(
            format!("size/32768-{id}"),
            "The certificates' message is as large as a handshake allows, or larger.",
            &["rsa-1"],
            move |w| {
                const PAD: &str = "1.3.6.1.4.1.55555.9.1";
                w.leaf().put(PAD, false, vec![0x42; 31_000]);
                let now: i64 = 3 + w.chain().iter().map(|c| c.len() as i64 + 3).sum::<i64>();
                w.leaf()
                    .put(PAD, false, vec![0x42; (31_000 + 32_768 - now + over) as usize]);
                Some(())
            },
        ));
    }
    list
}
