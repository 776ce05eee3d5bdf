//! Which certificates a repair finds, and which it leaves out.

use super::*;
use crate::common::corpus::builder::{BASES, BASIC_CONSTRAINTS, Cert, KEY_USAGE, SUBJECT_KEY_ID, World};
use crate::common::corpus::der::{boolean, int, octet_string, seq};
use crate::common::corpus::moments::{AT, DAY, time};

/// These certificates as PEM.
fn pem(world: &World, places: &[usize]) -> String {
    places.iter().map(|at| pem_of(&world.encode(*at))).collect()
}

/// The repair of the `sent` certificates, with the `known` ones as data and the root on the list.
fn mend(world: &World, sent: &[usize], known: &[usize]) -> Repair {
    let known: Vec<String> = known.iter().map(|at| pem(world, &[*at])).collect();
    let trust = list_of(&world.encode(world.root_index()));
    run(&pem(world, sent), &options(MADE), &trust, &Remembering, data(&known))
}

/// The places of the certificates of the repaired chain, with its root if `rooted`.
fn chain_of(world: &World, repair: &Repair, rooted: bool) -> Vec<usize> {
    let made: Vec<String> = (0..world.certs.len()).map(|at| pem(world, &[at])).collect();
    let root = repair.root.iter().filter(|_| rooted);
    let place = |c: &RepairedCertificate| made.iter().position(|pem| *pem == c.pem).unwrap();
    repair.chain.iter().chain(root).map(place).collect()
}

#[test]
fn of_many_issuers_with_one_name_the_one_with_the_key_identifier_counts() {
    let mut world = World::new(&BASES[1]);
    let other = |n: u8| Cert::authority("Example Issuing 1", "p256-e", 2, 0x60 + n);
    let others: Vec<usize> = (0..20).map(|n| world.push(other(n))).collect();
    let sent = [&[0], &others[..], &[1, 2]].concat();
    let mended = mend(&world, &sent, &[]);
    assert_eq!(chain_of(&world, &mended, false), [0, 1], "{:?}", mended.status);
    assert!(mended.accepted);
}

#[test]
fn a_known_issuer_with_another_key_identifier_is_used_only_if_there_is_no_better_one() {
    let mut world = World::new(&BASES[1]);
    let other = world.copy(1);
    world.certs[other].put(SUBJECT_KEY_ID, false, octet_string(&[7; 20]));
    // By its dates, it would be preferred.
    world.certs[other].not_after = time(AT + 2000 * DAY);
    for known in [[1, other], [other, 1]] {
        let mended = mend(&world, &[0, 2], &known);
        assert_eq!(chain_of(&world, &mended, false), [0, 1]);
    }
    let mended = mend(&world, &[0, 2], &[other]);
    assert_eq!(chain_of(&world, &mended, false), [0, other]);
    assert_eq!(mended.status, RepairStatus::Complete {});
}

/// Sent certificates have a limit of their own.
#[test]
fn many_sent_certificates_leave_room_for_known_ones() {
    let sent = blocks(&real("crates-io"));
    let mut above: Vec<Certificate> = sent[1..].iter().map(|pem| decode(&der_of(pem)).unwrap()).collect();
    let top = above.last().unwrap().issuer.clone();
    let mut named = certificates(pool::bucket(top.canonical())).into_iter();
    above.push(named.find(|c| c.subject == top).unwrap());
    // The names are right, the keys are wrong.
    let mut input = sent[0].clone();
    for certificate in &above {
        let spki = &certificate.spki;
        let at = certificate.der.windows(spki.len()).position(|part| part == &spki[..]);
        for n in 0..16 {
            let mut der = certificate.der.to_vec();
            der[at.unwrap() + 60] ^= n + 1;
            input += &pem_of(&der);
        }
    }
    let mended = repair(&input, "2023-06-01T00:00:00Z");
    assert_eq!(mended.status, RepairStatus::Complete {});
    assert_eq!(mended.chain.len(), 2);
    assert!(mended.chain[1].from == Origin::Known && mended.accepted);
}

#[test]
fn a_chain_of_cas_is_not_accepted_although_java_accepts_its_first_certificate() {
    let mut world = World::new(&BASES[1]);
    world.certs[1].remove(KEY_USAGE);
    let trust = list_of(&world.encode(2));
    let input = pem(&world, &[1, 2]);
    assert!(ask(&input, &options(MADE), &trust).unwrap().handshake.accepted);
    let mended = mend(&world, &[1, 2], &[]);
    let obstacle = Obstacle::LeafMissing {};
    assert_eq!(mended.status, RepairStatus::Impossible { obstacle });
    assert_eq!((mended.accepted, mended.verdict), (false, Verdict::Fail));
}

/// A world with a version of its root that another root signed, and the places of both.
fn cross_signed(base: usize) -> (World, usize, usize) {
    let mut world = World::new(&BASES[base]);
    let other = world.stranger("Example Other Root", "p256-f");
    let version = world.push(Cert::authority("Example Root", "p256-d", other, 0x71));
    (world, version, other)
}

#[test]
fn a_rejected_chain_gets_no_known_version_of_its_root() {
    let (mut world, version, other) = cross_signed(2);
    // No other issuer of the leaf helps.
    let no_ca_below = seq(&[boolean(true), int(0)]);
    world.certs[2].put(BASIC_CONSTRAINTS, true, no_ca_below);
    let mended = mend(&world, &[0, 1, 2, 3], &[version, other]);
    assert!(!mended.accepted);
    assert_eq!(chain_of(&world, &mended, true), [0, 1, 2, 3]);
    assert_eq!(mended.status, RepairStatus::AlreadyComplete {});
}

#[test]
fn a_sent_version_of_the_root_stays_unless_it_makes_the_chain_too_large() {
    let (mut world, version, _) = cross_signed(1);
    let kept = mend(&world, &[0, 1, version, 2], &[]);
    assert_eq!(chain_of(&world, &kept, false), [0, 1, version]);
    assert!(kept.accepted);
    world.certs[version].put("1.3.6.1.4.1.55555.1.9", false, octet_string(&[0; 33_000]));
    let mended = mend(&world, &[0, 1, version, 2], &[]);
    assert_eq!(chain_of(&world, &mended, false), [0, 1]);
    assert!(mended.accepted);
}
