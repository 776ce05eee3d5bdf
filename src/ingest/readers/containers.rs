//! Opens key stores and archives ([`crate::containers`]) and hands on what is in them. Contract: certificates become
//! blocks with their alias and their path, files of archives go through the same door as any other, and private keys
//! are named and left where they are. Rounds, inflated bytes and archives in archives are bounded by [`Limits`].

use bytes::Bytes;

use crate::containers::zip::{self, Content};
use crate::containers::{self, Bounds, ContainerError, ContainerKind, Integrity, KeyForm};

use super::objects::reason;
use crate::ingest::object::outline::{Shape, classify};
use crate::ingest::report::dropped::{DropReason, PrivateKeyKind};
use crate::ingest::report::found::Container;
use crate::ingest::report::limits::LimitKind;
use crate::ingest::report::location::small;
use crate::ingest::report::note::InputNote;
use crate::ingest::scan::{Place, Scan};

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
