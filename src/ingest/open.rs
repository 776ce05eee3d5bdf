//! Opens key stores and archives ([`crate::containers`]) and hands on what is in them. Contract: certificates become
//! blocks with their alias and their path, files of archives go through the same door as any other, and private keys
//! are named and left where they are. Rounds, inflated bytes and archives in archives are bounded by [`Limits`].

use std::collections::BTreeMap;

use bytes::Bytes;
use zeroize::Zeroize;

use crate::containers::zip::{self, Content};
use crate::containers::{self, Bounds, ContainerError, ContainerKind, Integrity, KeyForm};

use super::der::{Shape, classify};
use super::scan::{Place, Scan, reason};
use super::{Container, DropReason, InputNote, LimitKind, Limits, PrivateKeyKind};
use crate::num::small;

/// What opening has come to, over all inputs of a call.
pub(crate) struct Opening {
    /// Rounds of key derivation left.
    rounds: u64,
    /// Bytes that may still be inflated.
    room: usize,
    /// Archives around what is read.
    depth: u8,
    /// Path in its archives of the file that is read.
    pub entry: Option<String>,
    /// Files given.
    given: usize,
    /// Files read out of archives: the file given that they come from, their path.
    inner: Vec<(Option<u32>, String)>,
}

/// Where a file stands among all: the file given, then the file in it.
type Standing = (Option<u32>, Option<u32>);

impl Opening {
    pub fn new(limits: &Limits, given: usize) -> Self {
        Self {
            rounds: limits.rounds,
            room: limits.inflated_bytes,
            depth: 0,
            entry: None,
            given,
            inner: Vec::new(),
        }
    }

    /// The file given that `file` is or comes from.
    fn given_file(&self, file: Option<u32>) -> Option<u32> {
        let index = file
            .and_then(|file| usize::try_from(file).ok())
            .and_then(|file| file.checked_sub(self.given));
        match index.and_then(|index| self.inner.get(index)) {
            Some((from, _)) => *from,
            None => file,
        }
    }

    /// The number of a file that is read out of an archive.
    fn file(&mut self, from: Option<u32>, path: String) -> u32 {
        self.inner.push((from, path));
        small(self.given + self.inner.len() - 1)
    }

    /// The names of all files, and where each stands among them: what came out of an archive, in the archive's place.
    pub fn finish(&mut self, mut files: Vec<String>) -> (Vec<String>, impl Fn(Option<u32>) -> Standing + use<>) {
        let mut outer = BTreeMap::new();
        for (index, (from, path)) in std::mem::take(&mut self.inner).into_iter().enumerate() {
            outer.insert(small(self.given + index), from);
            let name = from.and_then(|file| files.get(usize::try_from(file).ok()?));
            files.push(name.map_or(path.clone(), |name| format!("{name}/{path}")));
        }
        let place = move |file: Option<u32>| match file.and_then(|file| outer.get(&file)) {
            Some(from) => (*from, file),
            None => (file, None),
        };
        (files, place)
    }
}

/// Clears a container's bytes, where nothing else holds them.
pub(crate) fn clear(data: Bytes) {
    if let Ok(mut data) = data.try_into_mut() {
        data.as_mut().zeroize();
    }
}

impl Scan<'_, '_, '_> {
    /// Opens `data` where it is a container; gives `reason` back where it is none, or not to be opened.
    pub fn open(&mut self, data: &Bytes, place: &Place, reason: DropReason) -> Option<DropReason> {
        match reason {
            DropReason::Pkcs12 => self.key_store(data, place, ContainerKind::Pkcs12, Container::Pkcs12),
            DropReason::JavaKeyStore { .. } => {
                self.key_store(data, place, ContainerKind::JavaKeyStore, Container::JavaKeyStore);
            }
            DropReason::Zip if self.sink.open.depth < self.sink.limits.archives => self.archive(data, place),
            other => return Some(other),
        }
        None
    }

    fn key_store(&mut self, data: &Bytes, place: &Place, kind: ContainerKind, container: Container) {
        let limits = self.sink.limits;
        let mut bounds = Bounds {
            certificates: limits.certificates.saturating_sub(self.sink.blocks.len()),
            rounds: self.sink.open.rounds,
            max_rounds: limits.rounds,
        };
        let opened = containers::open(kind, data, &self.sink.passwords.texts(), &mut bounds);
        self.sink.open.rounds = bounds.rounds;
        let opened = match opened {
            Ok(opened) => opened,
            Err(why) => return self.drop_place(place, shut(kind, why)),
        };
        let inside = Place {
            container,
            ..place.clone()
        };
        let mut certificates = 0u32;
        for stored in opened.certificates {
            match classify(&stored.der) {
                Shape::Certificate => {
                    certificates = certificates.saturating_add(1);
                    self.block_named(stored.der, &inside, stored.alias);
                }
                shape => {
                    let why = reason(shape, None, stored.der.len(), stored.der.len());
                    // A store in a store is not opened.
                    self.drop_at(place.offset, stored.alias, why);
                }
            }
        }
        self.sink.more_certificates += opened.more_certificates;
        for (form, alias) in opened.keys {
            let kind = match form {
                KeyForm::Encrypted => PrivateKeyKind::EncryptedPkcs8,
                KeyForm::Plain => PrivateKeyKind::Pkcs8,
                KeyForm::Secret => PrivateKeyKind::Other,
            };
            self.drop_at(place.offset, alias, DropReason::PrivateKey { kind });
        }
        if certificates > 0 {
            let at = self.at(place.offset);
            self.sink.notes.push(InputNote::ContainerOpened {
                kind,
                certificates,
                integrity: opened.integrity,
                at,
            });
        } else if opened.more_certificates == 0 {
            self.drop_place(place, DropReason::ContainerWithoutCertificates { kind });
        }
        if let Some(why) = opened.shut {
            self.drop_place(place, shut(kind, why));
        }
    }

    fn archive(&mut self, data: &Bytes, place: &Place) {
        const KIND: ContainerKind = ContainerKind::Zip;
        let before = self.sink.blocks.len();
        let outer = self.sink.open.entry.take();
        let from = self.sink.open.given_file(self.file);
        if self.sink.open.depth == 0 {
            self.sink.open.room = self.sink.open.room.saturating_add(data.len());
        }
        let granted = self.sink.open.room;
        let mut room = granted;
        let (mut files, mut whole, mut left_out) = (0u32, true, 0u64);
        self.sink.open.depth += 1;
        let read = zip::entries(data, &mut room, |entry, room| {
            files = files.saturating_add(1);
            let path = outer
                .as_ref()
                .map_or(entry.name.clone(), |outer| format!("{outer}/{}", entry.name));
            match entry.content {
                Content::File { data, whole: right } => {
                    let file = self.sink.open.file(from, path.clone());
                    self.sink.open.entry = Some(path.clone());
                    self.sink.open.room = *room;
                    self.sink.read(Bytes::from(data), Some(file));
                    *room = self.sink.open.room;
                    if !right {
                        whole = false;
                        self.drop_at(place.offset, Some(path), shut(KIND, ContainerError::Damaged));
                    }
                }
                Content::Encrypted => self.drop_at(place.offset, Some(path), DropReason::EncryptedEntry),
                Content::Unreadable(why) => self.drop_at(place.offset, Some(path), shut(KIND, why)),
                Content::TooLarge { len } => left_out = left_out.saturating_add(len),
            }
        });
        let open = &mut self.sink.open;
        (open.depth, open.room, open.entry) = (open.depth.saturating_sub(1), room, outer);
        if let Err(why) = read {
            whole = false;
            self.drop_place(place, shut(KIND, why));
        } else if files == 0 {
            self.drop_place(place, DropReason::ContainerWithoutCertificates { kind: KIND });
        }
        if left_out > 0 {
            let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
            let seen = wide(granted.saturating_sub(room)).saturating_add(left_out);
            let reason = DropReason::LimitExceeded {
                limit: LimitKind::InflatedBytes,
                max: wide(granted),
                seen,
            };
            self.drop_place(place, reason);
        }
        let certificates = small(self.sink.blocks.len().saturating_sub(before));
        if certificates > 0 {
            let integrity = if whole { Integrity::Verified } else { Integrity::Failed };
            let at = self.at(place.offset);
            self.sink.notes.push(InputNote::ContainerOpened {
                kind: KIND,
                certificates,
                integrity,
                at,
            });
        }
    }
}

/// Why a container, or a part of it, stays shut.
fn shut(kind: ContainerKind, why: ContainerError) -> DropReason {
    match why {
        ContainerError::PasswordNeeded { wrong } => DropReason::PasswordNeeded { kind, wrong },
        why => DropReason::UnreadableContainer { kind, why },
    }
}
