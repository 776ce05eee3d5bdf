//! basicConstraints: who is a CA, and how long the path below may be.

use super::super::builder::*;
use super::super::der::{boolean, int, seq, tlv};
use super::*;

fn ca(path_length: i64) -> Vec<u8> {
    seq(&[boolean(true), int(path_length)])
}

pub fn list() -> Vec<Deviation> {
    let mut list = per_certificate! { ALL;
        /// No basicConstraints: nothing states that this is a CA.
        "no-basic-constraints" => |c| { c.remove(BASIC_CONSTRAINTS); }
        /// basicConstraints with cA FALSE.
        "ca-false" => |c| { c.put(BASIC_CONSTRAINTS, true, tlv(0x30, &[])); }
    };
    list.extend(per_certificate! { &["ec-1"];
        /// cA FALSE spelled out, which DER forbids for a default value.
        "ca-false-explicit" => |c| { c.put(BASIC_CONSTRAINTS, true, seq(&[boolean(false)])); }
        /// cA FALSE with a path length, which means nothing.
        "ca-false-path-length" => |c| { c.put(BASIC_CONSTRAINTS, true, seq(&[boolean(false), int(3)])); }
        /// CA:TRUE, not critical (RFC 5280 §4.2.1.9 wants it critical).
        "ca-plain" => |c| { c.put(BASIC_CONSTRAINTS, false, seq(&[boolean(true)])); }
        /// Neither basicConstraints nor keyUsage.
        "no-basic-constraints-no-usage" => |c| { c.remove(BASIC_CONSTRAINTS); c.remove(KEY_USAGE); }
        /// Neither a CA nor allowed to sign certificates: which is reported?
        "ca-false-no-cert-sign" => |c| { c.put(BASIC_CONSTRAINTS, true, tlv(0x30, &[])); c.put(KEY_USAGE, true, named(&[0])); }
        /// A negative path length of −1.
        "path-length-minus-1" => |c| { c.put(BASIC_CONSTRAINTS, true, ca(-1)); }
        /// A negative path length of −2.
        "path-length-minus-2" => |c| { c.put(BASIC_CONSTRAINTS, true, ca(-2)); }
        /// A path length of 2^31 − 1.
        "path-length-max" => |c| { c.put(BASIC_CONSTRAINTS, true, ca(0x7fff_ffff)); }
        /// A path length of 2^31, beyond what Java's int holds.
        "path-length-over-int" => |c| { c.put(BASIC_CONSTRAINTS, true, ca(0x8000_0000)); }
        /// A path length of 2^31 that is not critical.
        "path-length-over-int-plain" => |c| { c.put(BASIC_CONSTRAINTS, false, ca(0x8000_0000)); }
    });
    for limit in 0..4i64 {
        for (place, about) in [
            ("issuing", "the intermediate above the leaf"),
            ("top", "the topmost intermediate"),
            ("anchor", "the anchor"),
        ] {
            list.push(Deviation::new(
                format!("{place}/path-length-{limit}"),
                format!(
                    "{about} allows {limit} more intermediates below it: exact, exceeded or ample, as the base is long."
                ),
                &["ec-1", "ec-2", "ec-3"],
                move |w| {
                    let cert = match place {
                        "issuing" => w.issuing()?,
                        "top" => w.top()?,
                        _ => w.root(),
                    };
                    cert.put(BASIC_CONSTRAINTS, true, ca(limit));
                    Some(())
                },
            ));
        }
    }
    list.extend(deviations! { DEEP;
        /// Each CA allows exactly what is below it.
        "chain/path-lengths-exact" => |w| { for i in 1..=w.depth() { let n = i as i64 - 1; w.certs[i].put(BASIC_CONSTRAINTS, true, ca(n)); } }
        /// A lower CA allows more than the one above it: the stricter limit applies.
        "chain/path-lengths-widen" => |w| { w.top()?.put(BASIC_CONSTRAINTS, true, ca(1)); w.issuing()?.put(BASIC_CONSTRAINTS, true, ca(7)); }
        /// The limit of the topmost intermediate is exceeded, and the leaf is expired as well.
        "chain/path-length-and-expired" => |w| { w.top()?.put(BASIC_CONSTRAINTS, true, ca(0)); w.leaf().not_after = super::super::moments::time(0); }
    });
    list.extend(deviations! { &["ec-1", "ec-2"];
        /// A self-issued certificate (same subject and issuer, other key) between intermediate and
        /// leaf: not counted (RFC 5280 §4.2.1.9).
        "chain/self-issued-not-counted" => |w| {
            w.issuing()?.put(BASIC_CONSTRAINTS, true, ca(0));
            let mut roll = w.certs[1].clone();
            roll.issuer = 1;
            roll.key = "p256-e";
            roll.serial = vec![0x61];
            let i = w.push(roll);
            w.certs[0].issuer = i;
            w.send_at(1, Sent::Cert(i));
        }
        /// The same, but the self-issued certificate has cA FALSE.
        "chain/self-issued-no-ca" => |w| {
            w.issuing()?;
            let mut roll = w.certs[1].clone();
            roll.issuer = 1;
            roll.key = "p256-e";
            roll.serial = vec![0x61];
            roll.put(BASIC_CONSTRAINTS, true, tlv(0x30, &[]));
            let i = w.push(roll);
            w.certs[0].issuer = i;
            w.send_at(1, Sent::Cert(i));
        }
        /// Two self-issued certificates in a row, sent in order: the validator accepts them.
        "chain/self-issued-twice" => |w| {
            w.issuing()?;
            let mut below = 1;
            for (n, key) in ["p256-e", "p256-f"].into_iter().enumerate() {
                let mut roll = w.certs[1].clone();
                roll.issuer = below;
                roll.key = key;
                roll.serial = vec![0x61 + n as u8];
                below = w.push(roll);
                w.send_at(1, Sent::Cert(below));
            }
            w.certs[0].issuer = below;
        }
        /// The leaf itself is self-issued: it has its issuer's name.
        "leaf/self-issued" => |w| { let n = w.issuing()?.subject.clone(); w.leaf().subject = n; }
        /// The leaf is self-issued, and its issuer allows no intermediates: a leaf never counts.
        "leaf/self-issued-path-length-0" => |w| { let ca0 = ca(0); let i = w.issuing()?; i.put(BASIC_CONSTRAINTS, true, ca0); let n = i.subject.clone(); w.leaf().subject = n; }
    });
    list
}
