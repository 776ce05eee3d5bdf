//! Finding a listed certificate by what a person has: an alias, a name, a fingerprint in any form.

use super::TrustStore;
use super::anchor::{Anchor, FingerprintOnly};
use crate::cert::{Fingerprint, Name};
use crate::num::{hex_values, push_hex};
use crate::order;

/// The shortest text that is also looked for at the head of fingerprints, in hexadecimal digits.
const MIN_DIGITS: usize = 6;

/// One certificate of the list.
#[derive(Clone, Copy, Debug)]
pub enum Listed<'a> {
    /// Its bytes are known.
    Anchor(&'a Anchor),
    /// Its fingerprints are known, its bytes are not.
    FingerprintOnly(&'a FingerprintOnly),
}

impl<'a> Listed<'a> {
    /// The first name under which the list has it.
    #[must_use]
    pub fn first_alias(&self) -> &'a str {
        let aliases = match self {
            Self::Anchor(anchor) => &anchor.aliases,
            Self::FingerprintOnly(listed) => &listed.aliases,
        };
        aliases.first().map_or("", AsRef::as_ref)
    }

    /// SHA-256 of the certificate.
    #[must_use]
    pub fn sha256(&self) -> Fingerprint {
        match self {
            Self::Anchor(anchor) => anchor.sha256,
            Self::FingerprintOnly(listed) => listed.sha256,
        }
    }

    fn has_alias(&self, folded: &str) -> bool {
        let aliases = match self {
            Self::Anchor(anchor) => &anchor.aliases,
            Self::FingerprintOnly(listed) => &listed.aliases,
        };
        aliases.iter().any(|alias| alias.to_lowercase().contains(folded))
    }

    fn has_name(&self, folded: &str) -> bool {
        let subject = match self {
            Self::Anchor(anchor) => anchor.subject(),
            Self::FingerprintOnly(_) => None,
        };
        subject
            .map(Name::rfc4514)
            .is_some_and(|name| name.to_lowercase().contains(folded))
    }

    fn has_fingerprint(&self, digits: &str) -> bool {
        let sha1 = match self {
            Self::Anchor(anchor) => Some(anchor.sha1()),
            Self::FingerprintOnly(listed) => listed.sha1,
        };
        plain_hex(&self.sha256().0).starts_with(digits)
            || sha1.is_some_and(|sha1| plain_hex(&sha1.0).starts_with(digits))
    }
}

impl TrustStore {
    /// Every certificate of the list, in the order of the first aliases.
    #[must_use]
    pub fn listed(&self) -> Vec<Listed<'_>> {
        let anchors = self.anchors().iter().map(Listed::Anchor);
        let mut all: Vec<_> = anchors
            .chain(self.fingerprints_only().iter().map(Listed::FingerprintOnly))
            .collect();
        order::by_key(&mut all, |listed| listed.first_alias());
        all
    }

    /// The listed certificates of which an alias or the name (RFC 4514) contains the text, without regard to case, or of
    /// which a fingerprint (SHA-1 or SHA-256) begins with it: with colons or without, in either case, and as openssl
    /// prints it (`sha256 Fingerprint=…`). All of them for an empty text; in the order of the first aliases.
    #[must_use]
    pub fn search(&self, text: &str) -> Vec<Listed<'_>> {
        let folded = text.trim().to_lowercase();
        let value = text.rsplit_once('=').map_or(text, |(_, value)| value);
        let digits = hex_values(value).filter(|digits| digits.len() >= MIN_DIGITS);
        let digits: Option<String> = digits.map(|digits| {
            digits
                .iter()
                .filter_map(|digit| char::from_digit(u32::from(*digit), 16))
                .collect()
        });
        let mut found = self.listed();
        found.retain(|listed| {
            digits.as_ref().is_some_and(|digits| listed.has_fingerprint(digits))
                || listed.has_alias(&folded)
                || listed.has_name(&folded)
        });
        found
    }
}

fn plain_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(64), |mut text, byte| {
        push_hex(&mut text, *byte);
        text
    })
}
