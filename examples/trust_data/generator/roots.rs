//! Writes `roots.bin`, `root-keys.bin` and `root-sha1.bin`; their format is described where it is read, in `src/trust/catalogue.rs`.

use sha1::{Digest as _, Sha1};
use sslengine_doctor::cert::Fingerprint;
use sslengine_doctor::trust::catalogue::{KEYS_MAGIC, MAGIC, NO_PATH_LEN, flag};
use sslengine_doctor::trust::{key, tag};

use super::certificate::{Certificate, Key};
use super::source::{Listed, Source};
use super::{Problems, cells, u8_of, u16_be};

/// The listed certificates in the order of the embedded table.
pub struct Table<'a> {
    edition: &'a str,
    /// Those at hand; the place here is the row to which the index of intermediates refers.
    pub rows: Vec<&'a Certificate>,
    /// All: those at hand, then those that are not.
    listed: Vec<(&'a Fingerprint, &'a Listed)>,
}

impl<'a> Table<'a> {
    /// Sorts the rows so that like stands beside like: key algorithm, key length, subject, SHA-256.
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

    /// The table as bytes.
    pub fn encode(&self) -> Result<Vec<u8>, Problems> {
        let rows = &self.rows;
        let mut out = MAGIC.to_vec();
        out.push(u8_of(self.edition.len())?);
        out.extend_from_slice(self.edition.as_bytes());
        out.extend(u16_be(rows.len())?);
        out.extend(u16_be(self.listed.len() - rows.len())?);
        cells(&mut out, rows.iter().map(|root| root.subject.der().as_ref()))?;
        let stored = |root: &'a Certificate| root.key_identifier.as_deref().filter(|_| !has_derived_identifier(root));
        cells(&mut out, rows.iter().map(|root| stored(root).unwrap_or_default()))?;
        for root in rows {
            out.extend(u16_be(root.key.bits())?);
        }
        for root in rows {
            let [high, low, ..] = tag::name_tag(root.subject.canonical());
            out.extend([high, low]);
        }
        out.extend(rows.iter().map(|root| flags(root)));
        for root in rows {
            let path_len = root.basic_constraints.and_then(|(_, path_len)| path_len);
            out.push(match path_len.map(u8::try_from) {
                None => NO_PATH_LEN,
                Some(Ok(path_len)) if path_len != NO_PATH_LEN => path_len,
                Some(_) => return Err(format!("{}: pathLen does not fit", root.sha256).into()),
            });
        }
        moments(&mut out, rows.iter().map(|root| root.not_before))?;
        moments(&mut out, rows.iter().map(|root| root.not_after))?;
        self.encode_listed(&mut out)?;
        Ok(out)
    }

    /// The table of the keys as bytes.
    pub fn encode_keys(&self) -> Result<Vec<u8>, Problems> {
        let mut out = KEYS_MAGIC.to_vec();
        cells(&mut out, self.rows.iter().map(|root| root.spki.as_slice()))?;
        cells(&mut out, self.rows.iter().map(|root| root.serial.as_slice()))?;
        Ok(out)
    }

    /// The SHA-1 of each certificate at hand.
    pub fn encode_sha1(&self) -> Vec<u8> {
        self.rows.iter().flat_map(|root| root.sha1.0).collect()
    }

    fn encode_listed(&self, out: &mut Vec<u8>) -> Result<(), Problems> {
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
        cells(out, std::iter::once(aliases.join("\n").as_bytes()))
    }
}

fn has_derived_identifier(root: &Certificate) -> bool {
    let derived = key::key_bits(&root.spki).map(|bits| Sha1::digest(bits).to_vec());
    root.key_identifier.is_some() && root.key_identifier == derived
}

fn flags(root: &Certificate) -> u8 {
    let bit = |is: bool, bit: u8| if is { bit } else { 0 };
    bit(root.v1, flag::V1)
        | bit(root.subject.der() == root.issuer.der(), flag::SELF_ISSUED)
        | bit(root.basic_constraints.is_some(), flag::BASIC_CONSTRAINTS)
        | bit(root.basic_constraints.is_some_and(|(ca, _)| ca), flag::CA)
        | bit(root.key_cert_sign.is_some(), flag::KEY_USAGE)
        | bit(root.key_cert_sign == Some(true), flag::KEY_CERT_SIGN)
        | bit(has_derived_identifier(root), flag::DERIVED_KEY_IDENTIFIER)
        | bit(matches!(root.key, Key::Ec(_)), flag::EC)
}

/// Two columns: days since 1970, seconds of the day.
fn moments(out: &mut Vec<u8>, moments: impl Iterator<Item = i64> + Clone) -> Result<(), Problems> {
    for moment in moments.clone() {
        let days = u16::try_from(moment.div_euclid(86_400));
        out.extend(
            days.map_err(|_| format!("{moment} is not between 1970 and 2149"))?
                .to_be_bytes(),
        );
    }
    for moment in moments {
        let seconds = u32::try_from(moment.rem_euclid(86_400)).unwrap_or_default();
        out.extend(seconds.to_be_bytes().into_iter().skip(1));
    }
    Ok(())
}
