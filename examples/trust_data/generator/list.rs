//! Encodes `aws.bin`, `aws-sha1.bin` and `aws-facts.bin`. Their reader, `src/trust/entry.rs`,
//! describes the formats.

use sha1::{Digest as _, Sha1};
use sslengine_doctor::cert::Fingerprint;
use sslengine_doctor::trust::entry::FACTS_MAGIC;
use sslengine_doctor::trust::key;
use sslengine_doctor::trust::pool::{flag, tag};
use sslengine_doctor::trust::release::MAGIC;

use super::certificate::{Certificate, Key};
use super::source::{Listed, Source};
use super::{Problems, u8_of, u16_be};

/// The listed certificates in the order of the embedded table.
pub struct Table<'a> {
    edition: &'a str,
    /// Those in the pool, in the order of the list's rows.
    pub rows: Vec<&'a Certificate>,
    /// All listed certificates: those in the pool, then those that are not publicly available.
    listed: Vec<(&'a Fingerprint, &'a Listed)>,
}

impl<'a> Table<'a> {
    /// Sorts the rows by key algorithm, key length, subject and SHA-256.
    pub fn new(source: &'a Source) -> Self {
        let mut rows: Vec<_> = source.roots.values().collect();
        rows.sort_by_key(|root| {
            (
                matches!(root.key, Key::Ec(_)),
                root.spki.len(),
                root.subject.der(),
                root.sha256,
            )
        });
        let at_hand = rows.iter().filter_map(|root| source.listed.get_key_value(&root.sha256));
        let others = source
            .listed
            .iter()
            .filter(|(sha256, _)| !source.roots.contains_key(sha256));
        let listed = at_hand.chain(others).collect();
        Self {
            edition: &source.edition,
            rows,
            listed,
        }
    }

    /// The list as bytes, without its magic and the release id.
    pub fn encode(&self) -> Result<Vec<u8>, Problems> {
        let mut out = vec![u8_of(self.edition.len())?];
        out.extend_from_slice(self.edition.as_bytes());
        out.extend(u16_be(self.rows.len())?);
        out.extend(u16_be(self.listed.len() - self.rows.len())?);
        for root in &self.rows {
            let [high, low, ..] = tag::name_tag(root.subject.canonical());
            out.extend([high, low]);
        }
        out.extend(self.listed.iter().flat_map(|(sha256, _)| sha256.0));
        for (_, listed) in &self.listed {
            out.push(u8_of(listed.aliases.len())?);
        }
        for (_, listed) in self.listed.iter().skip(self.rows.len()) {
            out.extend(listed.sha1.map_or([0; 20], |sha1| sha1.0));
        }
        let aliases: Vec<&str> = self
            .listed
            .iter()
            .flat_map(|(_, listed)| &listed.aliases)
            .map(String::as_str)
            .collect();
        let aliases = aliases.join("\n");
        out.extend(u16_be(aliases.len())?);
        out.extend_from_slice(aliases.as_bytes());
        Ok(out)
    }

    /// The SHA-1 of each certificate in the pool.
    pub fn encode_sha1(&self) -> Vec<u8> {
        self.rows.iter().flat_map(|root| root.sha1.0).collect()
    }

    /// The details shown in the view of the list, as bytes.
    pub fn encode_facts(&self) -> Result<Vec<u8>, Problems> {
        let mut out = FACTS_MAGIC.to_vec();
        for root in &self.rows {
            facts(&mut out, root)?;
        }
        Ok(out)
    }
}

/// The first bytes of a list of this release.
pub fn head(release: [u8; 8]) -> Vec<u8> {
    [MAGIC, &release].concat()
}

/// Writes the facts of a root; the format is in `src/trust/pool/root.rs`.
pub fn facts(out: &mut Vec<u8>, root: &Certificate) -> Result<(), Problems> {
    out.push(flags(root));
    out.extend(u16_be(root.key.bits())?);
    moment(out, root.not_before)?;
    moment(out, root.not_after)?;
    out.extend(u16_be(root.subject.der().len())?);
    out.extend_from_slice(root.subject.der());
    Ok(())
}

/// The key identifier of a root, if it is not derived from the key.
pub fn stored_identifier(root: &Certificate) -> &[u8] {
    let stored = root.key_identifier.as_deref().filter(|_| !has_derived_identifier(root));
    stored.unwrap_or_default()
}

fn has_derived_identifier(root: &Certificate) -> bool {
    let derived = key::key_bits(&root.spki).map(|bits| Sha1::digest(bits).to_vec());
    root.key_identifier.is_some() && root.key_identifier == derived
}

fn flags(root: &Certificate) -> u8 {
    let bit = |is: bool, bit: u8| if is { bit } else { 0 };
    bit(root.v1, flag::V1)
        | bit(root.subject.der() == root.issuer.der(), flag::SELF_ISSUED)
        | bit(root.basic_constraints.is_some_and(|(ca, _)| ca), flag::CA)
        | bit(root.key_cert_sign.is_some(), flag::KEY_USAGE)
        | bit(root.key_cert_sign == Some(true), flag::KEY_CERT_SIGN)
        | bit(has_derived_identifier(root), flag::DERIVED_KEY_IDENTIFIER)
        | bit(matches!(root.key, Key::Ec(_)), flag::EC)
}

fn moment(out: &mut Vec<u8>, moment: i64) -> Result<(), Problems> {
    let days = u16::try_from(moment.div_euclid(86_400));
    out.extend(
        days.map_err(|_| format!("{moment} is not between 1970 and 2149"))?
            .to_be_bytes(),
    );
    let seconds = u32::try_from(moment.rem_euclid(86_400)).unwrap_or_default();
    out.extend(seconds.to_be_bytes().into_iter().skip(1));
    Ok(())
}
