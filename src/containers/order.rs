//! Sorts the certificates of a keystore.
//!
//! Certificates that belong to a key come first, each followed by its issuers. The others keep
//! their order. It finds issuers by the bytes of their names, in linear time.

use std::collections::{HashMap, VecDeque};

use super::Stored;
use super::attribute::Attributes;
use crate::der::ber::Reader;
use crate::der::tag::{CONTEXT_0, SEQUENCE};

/// A certificate with the attributes of its bag.
pub(crate) struct Labelled {
    pub stored: Stored,
    pub attributes: Attributes,
}

/// Sorts the certificates; `key_ids` are the identifiers of the private keys.
pub(crate) fn sort(certificates: Vec<Labelled>, key_ids: &[Vec<u8>]) -> Vec<Stored> {
    let owns = |c: &Labelled| c.attributes.key_id.as_ref().is_some_and(|id| key_ids.contains(id));
    let (mut own, others): (Vec<Labelled>, Vec<Labelled>) = certificates.into_iter().partition(owns);
    for certificate in &mut own {
        certificate.stored.trusted = true;
    }
    if own.is_empty() {
        return others.into_iter().map(|c| c.stored).collect();
    }
    let mut by_subject: HashMap<Vec<u8>, VecDeque<usize>> = HashMap::new();
    let mut others: Vec<Option<Stored>> = others.into_iter().map(|c| Some(c.stored)).collect();
    for (index, stored) in others.iter().enumerate() {
        if let Some((_, subject)) = stored.as_ref().and_then(|stored| names(&stored.der)) {
            by_subject.entry(subject.to_vec()).or_default().push_back(index);
        }
    }
    let mut sorted = Vec::new();
    for Labelled { stored, .. } in own {
        let mut issuer = names(&stored.der).map(|(issuer, _)| issuer.to_vec());
        sorted.push(stored);
        while let Some(next) = issuer.and_then(|name| by_subject.get_mut(&name)?.pop_front()) {
            let Some(stored) = others.get_mut(next).and_then(Option::take) else {
                break;
            };
            issuer = names(&stored.der).map(|(issuer, _)| issuer.to_vec());
            sorted.push(stored);
        }
    }
    sorted.extend(others.into_iter().flatten());
    sorted
}

/// Returns the issuer and the subject of a certificate, as bytes.
fn names(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut tbs = Reader::new(der).enter(SEQUENCE).ok()?.enter(SEQUENCE).ok()?;
    if tbs.peek() == Some(CONTEXT_0) {
        tbs.next().ok()?;
    }
    tbs.next().ok()?;
    tbs.take(SEQUENCE).ok()?;
    let issuer = tbs.take(SEQUENCE).ok()?;
    tbs.take(SEQUENCE).ok()?;
    Some((issuer, tbs.take(SEQUENCE).ok()?))
}
