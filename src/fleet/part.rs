//! A part of a large input: its certificates, each once, and which of them each server sends.

use borsh::{BorshDeserialize, BorshSerialize};

/// A certificate and the line on which it begins.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Member {
    /// The line, from 1.
    pub line: u32,
    /// The certificate.
    pub der: Vec<u8>,
}

/// What one server sends: indices in [`Part::certificates`], `None` for something unreadable.
pub type Server = Vec<Option<u32>>;

/// Some servers of an input.
#[derive(Clone, Debug, Default, PartialEq, Eq, BorshSerialize, BorshDeserialize)]
pub struct Part {
    /// Their certificates, each once.
    pub certificates: Vec<Member>,
    /// The servers.
    pub servers: Vec<Server>,
}

impl Part {
    /// Encodes the part.
    #[must_use]
    pub fn pack(&self) -> Vec<u8> {
        // Writing to memory does not fail.
        borsh::to_vec(self).unwrap_or_default()
    }

    /// Decodes a part; `None` if the bytes are not one.
    #[must_use]
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        borsh::from_slice(bytes).ok()
    }

    /// The certificates that one server sends, in order.
    pub fn of(&self, server: usize) -> impl Iterator<Item = &Member> {
        let members = self.servers.get(server).map(Vec::as_slice).unwrap_or_default();
        let place = |member: &Option<u32>| usize::try_from((*member)?).ok();
        members.iter().filter_map(move |m| self.certificates.get(place(m)?))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_part_survives_a_round_trip_and_other_bytes_are_rejected() {
        let member = |line, byte| Member {
            line,
            der: vec![byte; 3],
        };
        let part = Part {
            certificates: vec![member(1, 7), member(9, 8)],
            servers: vec![vec![Some(1), None, Some(0)], vec![Some(5)]],
        };
        let bytes = part.pack();
        assert_eq!(Part::unpack(&bytes).as_ref(), Some(&part));
        assert_eq!(Part::unpack(bytes.get(1..).unwrap()), None);
        let lines = |server| part.of(server).map(|m| m.line).collect::<Vec<_>>();
        assert_eq!(lines(0), [9, 1]);
        assert_eq!(lines(1), [0_u32; 0], "an index out of range is skipped");
        assert_eq!(lines(2), [0_u32; 0]);
    }
}
