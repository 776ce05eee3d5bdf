//! An input that is read and decoded once, and can then be planned any number of times.

use bytes::Bytes;

use super::options::{InputError, Options};
use super::plan::{Item, Plan};
use crate::cert::{UnixTime, decode};
use crate::containers::Passwords;
use crate::ingest::{self, Described, DropReason, Dropped, Ingested, Limits};
use crate::report::InputReport;
use crate::trust::{PoolFiles, TrustStore};

/// An input that has been read: its decoded certificates, and a report on the rest.
///
/// Reading is the expensive part. Keep the value to plan again with other options, or once more
/// data files are loaded.
#[derive(Clone, Debug)]
pub struct Input {
    pub(super) items: Vec<Item>,
    pub(super) report: InputReport,
}

impl Input {
    /// Reads named files as one input, in the given order. A single file without a name is a paste.
    ///
    /// The passwords are tried on keystores. They are a separate argument and not in [`Options`],
    /// because options are stored and shared.
    ///
    /// # Errors
    /// [`InputError`] if there is no readable certificate. Its report contains
    /// [`DropReason::PasswordNeeded`] if a password would help, and [`DropReason::Pkcs12`] or a
    /// similar reason if this build cannot open the keystore.
    pub fn read(files: &[(String, Bytes)], passwords: &Passwords) -> Result<Self, InputError> {
        Self::read_plain(files).unwrap_or_else(|| Self::read_other(files, passwords))
    }

    /// Reads files that [`Input::read_plain`] refuses.
    ///
    /// # Errors
    /// See [`Input::read`].
    pub fn read_other(files: &[(String, Bytes)], passwords: &Passwords) -> Result<Self, InputError> {
        Self::of_ingested(ingest::ingest_files_with(files, &Limits::default(), passwords))
    }

    /// Does the same as [`Input::read`] if the files contain only certificates in plain PEM, or
    /// nothing; `None` if there is something else. The code that reads the rest is large, so a page
    /// can load it only then.
    ///
    /// # Errors
    /// See [`Input::read`].
    pub fn read_plain(files: &[(String, Bytes)]) -> Option<Result<Self, InputError>> {
        if is_blank(files) {
            return Some(Err(InputError::Empty));
        }
        ingest::ingest_plain(files, &Limits::default()).map(Self::of_ingested)
    }

    fn of_ingested(ingested: Ingested) -> Result<Self, InputError> {
        #[cfg(test)]
        tests::READS.set(tests::READS.get() + 1);
        let mut report = InputReport {
            files: ingested.files,
            notes: ingested.notes,
            dropped: ingested.dropped,
            hints: ingested.hints,
        };
        let mut items = Vec::new();
        for block in ingested.blocks {
            match decode(&block.der) {
                Ok(certificate) => items.push(Some((certificate, block.source))),
                Err(why) => {
                    items.push(None);
                    report.dropped.push(Dropped {
                        at: block.source.at,
                        label: block.source.label,
                        reason: DropReason::UnreadableCertificate { part: why },
                    });
                }
            }
        }
        // A certificate that is also there needs no description.
        if !report.hints.described.is_empty() {
            let known: Vec<(String, UnixTime)> = items
                .iter()
                .flatten()
                .map(|(c, _)| (serial(&c.serial.text()), c.not_after))
                .collect();
            let same = |described: &Described, (own, end): &(String, UnixTime)| match &described.serial {
                Some(serial) => serial == own,
                None => described.not_after.is_none_or(|not_after| not_after == *end),
            };
            let other = |described: &Described| !known.iter().any(|certificate| same(described, certificate));
            report.hints.described.retain(other);
        }
        if items.iter().all(Option::is_none) {
            return Err(InputError::NoCertificate {
                input: Box::new(report),
            });
        }
        Ok(Self { items, report })
    }

    /// Reads a single paste or file without a name.
    ///
    /// # Errors
    /// See [`Input::read`].
    pub fn paste(data: Bytes, passwords: &Passwords) -> Result<Self, InputError> {
        Self::read(&[(String::new(), data)], passwords)
    }

    /// Plans the check of all certificates as one chain.
    #[must_use]
    pub fn plan<'t>(&self, options: &Options, trust: &'t TrustStore) -> Plan<'t> {
        self.clone().into_plan(options, trust)
    }

    /// Does the same as [`Input::plan`] without copying the certificates.
    #[must_use]
    pub fn into_plan<'t>(self, options: &Options, trust: &'t TrustStore) -> Plan<'t> {
        self.into_plan_with(options, trust, PoolFiles::default())
    }

    /// Does the same as [`Input::into_plan`], with pool files that the caller has already loaded.
    #[must_use]
    pub fn into_plan_with<'t>(self, options: &Options, trust: &'t TrustStore, files: PoolFiles) -> Plan<'t> {
        Plan::of_items(self.items, self.report, options, trust, files)
    }
}

fn is_blank(files: &[(String, Bytes)]) -> bool {
    files.iter().all(|(_, data)| data.iter().all(u8::is_ascii_whitespace))
}

/// A serial number as a description has it: hex digits in lowercase, without leading zeros.
fn serial(text: &str) -> String {
    let digits = text.replace(':', "").to_ascii_lowercase();
    digits.trim_start_matches('0').to_owned()
}

/// Reads `input` and plans its check against the embedded version of AWS's list.
///
/// # Errors
/// [`InputError`] if there is no readable certificate.
pub fn plan(input: Bytes, options: &Options) -> Result<Plan<'static>, InputError> {
    plan_with(input, options, TrustStore::embedded())
}

/// Does the same as [`plan`], against another list.
///
/// # Errors
/// [`InputError`] if there is no readable certificate.
pub fn plan_with<'t>(input: Bytes, options: &Options, trust: &'t TrustStore) -> Result<Plan<'t>, InputError> {
    Ok(Input::paste(input, &Passwords::none())?.into_plan(options, trust))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::cell::Cell;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::engine::{Servers, judge};
    use crate::verify::SignatureAnswer;

    fn fixture(name: &str) -> PathBuf {
        let real = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/real");
        Path::new(real).join(name)
    }

    thread_local! {
        /// How often this thread has ingested an input.
        pub(super) static READS: Cell<u32> = const { Cell::new(0) };
    }

    #[test]
    fn a_paste_is_ingested_once_for_any_number_of_plans() {
        let before = READS.get();
        let input = Input::paste(
            std::fs::read(fixture("crates-io.pem")).unwrap().into(),
            &Passwords::none(),
        )
        .unwrap();
        let report = |options: &Options| {
            let plan = input.plan(options, TrustStore::embedded());
            judge(&plan, &vec![SignatureAnswer::Valid; plan.checks().len()])
        };
        let options = Options::at(UnixTime::from_seconds(1_685_577_600));
        let other = Options {
            hostname: Some("other.example".to_owned()),
            ..options.clone()
        };
        assert_eq!(report(&options), report(&options));
        assert_ne!(report(&options), report(&other));
        assert_eq!(Servers::of(input.clone()).into_input().report, input.report);
        assert_eq!(READS.get(), before + 1);
    }

    #[test]
    fn plain_certificates_are_read_without_the_other_readers() {
        let read = |text: &str| Input::read_plain(&[(String::new(), Bytes::from(text.to_owned()))]);
        let pem = std::fs::read_to_string(fixture("entrust-2019.pem")).unwrap();
        let found = read(&pem).unwrap().unwrap();
        assert_eq!(found.items.len(), pem.matches("BEGIN").count());
        assert!(read(&["CONNECTED(00000003)\n", &pem].concat()).is_none());
        assert!(read("General SSLEngine problem").is_none());
        assert_eq!(read(" \n").unwrap().err(), Some(InputError::Empty));
    }
}
