//! Checks whether the JDK can read the extensions whose values are not kept. One that it cannot
//! read counts as absent, or ends the handshake if it is critical.

use bytes::Bytes;

use super::general_name::{general_names, names_in};
use super::read::{access_locations, tagged};
use crate::cert::name::is_relative_name;
use crate::cert::time::UnixTime;
use crate::der::lenient::{self, Reader, Tlv};
use crate::der::tag::{GENERALIZED_TIME, INTEGER, SEQUENCE};

const ENUMERATED: u8 = 0x0a;

/// Whether the JDK can read an extension whose value is not kept. It accepts any value of a kind
/// that it has no class for.
pub(super) fn readable(id: &str, value: &Bytes) -> bool {
    let read = || {
        match id {
            "2.5.29.16" => private_key_period(value)?,
            "2.5.29.18" | "2.5.29.29" => drop(general_names(value)?),
            "2.5.29.20" | "2.5.29.27" => drop(tagged(value, INTEGER)?.content.first()?),
            "2.5.29.21" => drop(lenient::int(&tagged(value, ENUMERATED)?.content)?),
            "2.5.29.28" => issuing_point(value)?,
            "2.5.29.31" | "2.5.29.46" => lenient::sequence(value)?.iter().try_for_each(distribution_point)?,
            "1.3.6.1.5.5.7.1.11" => drop(access_locations(value)?),
            _ => {}
        }
        Some(())
    };
    read().is_some()
}

fn private_key_period(value: &Bytes) -> Option<()> {
    let (mut before, mut after) = (false, false);
    // The JDK ignores bytes after the SEQUENCE.
    for tlv in lenient::elements(&Reader::new(value.clone()).take_tag(SEQUENCE)?.content)? {
        let seen = match tlv.tag {
            0x80 => &mut before,
            0x81 => &mut after,
            _ => return None,
        };
        if std::mem::replace(seen, true) {
            return None;
        }
        UnixTime::from_asn1(u32::from(GENERALIZED_TIME), &tlv.content).ok()?;
    }
    Some(())
}

/// Reads a distribution point. It needs a name or an issuer; no part may be repeated.
fn distribution_point(tlv: &Tlv) -> Option<()> {
    let (mut named, mut reasons, mut issuer) = (false, false, false);
    if tlv.tag != SEQUENCE {
        return None;
    }
    for part in lenient::elements(&tlv.content)? {
        let seen = match part.tag {
            0xa0 => {
                point_name(&Reader::new(part.content.clone()).take()?)?;
                &mut named
            }
            0x81 => {
                lenient::bits(&part.content)?;
                &mut reasons
            }
            0xa2 => {
                names_in(&part.content)?;
                &mut issuer
            }
            _ => return None,
        };
        if std::mem::replace(seen, true) {
            return None;
        }
    }
    (named || issuer).then_some(())
}

fn point_name(tlv: &Tlv) -> Option<()> {
    match tlv.tag {
        0xa0 => names_in(&tlv.content).map(drop),
        0xa1 => is_relative_name(&tlv.content).then_some(()),
        _ => None,
    }
}

fn issuing_point(value: &Bytes) -> Option<()> {
    lenient::sequence(value)?.iter().try_for_each(|part| match part.tag {
        0xa0 => point_name(&Reader::new(part.content.clone()).take()?),
        0x81 | 0x82 | 0x84 | 0x85 => lenient::boolean(&part.content).map(drop),
        0x83 => lenient::bits(&part.content).map(drop),
        _ => None,
    })
}
