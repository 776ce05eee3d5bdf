//! Opens keystores and archives with [`crate::containers`] and reads their content.
//!
//! Certificates become blocks with their alias and path. The files of an archive go on the work
//! list and are read like any other. Private keys are reported but never extracted.
//! [`Limits`](crate::ingest::Limits) bounds the iterations, the inflated bytes and the depth of
//! nested archives.

use bytes::Bytes;

use crate::containers::zip::{self, Content};
use crate::containers::{self, Bounds, ContainerError, ContainerKind, KeyForm};

use super::objects::reason;
use super::opening::{ArchivedFile, OpenedArchive};
use crate::ingest::object::outline::{Shape, classify};
use crate::ingest::report::dropped::{DropReason, PrivateKeyKind};
use crate::ingest::report::found::Container;
use crate::ingest::report::limits::LimitKind;
use crate::ingest::report::note::InputNote;
use crate::ingest::scan::{Origin, Scan};

impl Scan<'_, '_, '_> {
    /// Opens `data` if it is a container. Returns `reason` if it is not, or must not be opened.
    pub fn open(&mut self, data: &Bytes, origin: &Origin, reason: DropReason) -> Option<DropReason> {
        match reason {
            DropReason::Pkcs12 => self.key_store(data, origin, ContainerKind::Pkcs12, Container::Pkcs12),
            DropReason::JavaKeyStore { .. } => {
                self.key_store(data, origin, ContainerKind::JavaKeyStore, Container::JavaKeyStore);
            }
            DropReason::Zip if self.source.archives < self.sink.limits.archives => self.archive(data, origin),
            other => return Some(other),
        }
        None
    }

    fn key_store(&mut self, data: &Bytes, origin: &Origin, kind: ContainerKind, container: Container) {
        let limits = self.sink.limits;
        let mut bounds = Bounds {
            certificates: limits.certificates.saturating_sub(self.sink.blocks.len()),
            iterations: self.sink.opening.iterations,
            max_iterations: limits.iterations,
        };
        let opened = containers::open(kind, data, &self.sink.passwords.texts(), &mut bounds);
        self.sink.opening.iterations = bounds.iterations;
        let opened = match opened {
            Ok(opened) => opened,
            Err(why) => return self.drop_origin(origin, unread(kind, why)),
        };
        let inside = Origin {
            container,
            ..origin.clone()
        };
        let mut certificates = 0u32;
        for stored in opened.certificates {
            match classify(&stored.der) {
                Shape::Certificate => {
                    certificates = certificates.saturating_add(1);
                    self.block_named(stored.der, &inside, stored.alias, Some(stored.trusted));
                }
                shape => {
                    let why = reason(shape, None, stored.der.len(), stored.der.len());
                    // A keystore in a keystore is not opened.
                    self.drop_at(origin.offset, stored.alias, why);
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
            self.drop_at(origin.offset, alias, DropReason::PrivateKey { kind });
        }
        if certificates > 0 {
            let at = self.at(origin.offset);
            self.sink.notes.push(InputNote::ContainerOpened {
                kind,
                certificates,
                integrity: opened.integrity,
                at,
            });
        } else if opened.more_certificates == 0 {
            self.drop_origin(origin, DropReason::ContainerWithoutCertificates { kind });
        }
        if let Some(why) = opened.unread {
            self.drop_origin(origin, unread(kind, why));
        }
    }

    /// Unpacks an archive and puts its files on the work list.
    fn archive(&mut self, data: &Bytes, origin: &Origin) {
        const KIND: ContainerKind = ContainerKind::Zip;
        let opening = &mut self.sink.opening;
        if self.source.archives == 0 {
            opening.room = opening.room.saturating_add(data.len());
        }
        let granted = opening.room;
        let given = opening.given_file(self.source.file);
        let mut room = granted;
        let (mut entries, mut left_out) = (0u32, 0u64);
        let mut archive = OpenedArchive {
            files: Vec::new(),
            is_whole: true,
            at: self.at(origin.offset),
        };
        let read = zip::entries(data, &mut room, |entry, _| {
            entries = entries.saturating_add(1);
            let path = match &self.source.entry {
                Some(outer) => format!("{outer}/{}", entry.name),
                None => entry.name,
            };
            match entry.content {
                Content::File { data, whole } => {
                    archive.files.push(ArchivedFile {
                        given,
                        path: path.clone(),
                        archives: self.source.archives.saturating_add(1),
                        data: Bytes::from(data),
                    });
                    if !whole {
                        archive.is_whole = false;
                        self.drop_at(origin.offset, Some(path), unread(KIND, ContainerError::Damaged));
                    }
                }
                Content::Encrypted => self.drop_at(origin.offset, Some(path), DropReason::EncryptedEntry),
                Content::Unreadable(why) => self.drop_at(origin.offset, Some(path), unread(KIND, why)),
                Content::TooLarge { len } => left_out = left_out.saturating_add(len),
            }
        });
        self.sink.opening.room = room;
        if let Err(why) = read {
            archive.is_whole = false;
            self.drop_origin(origin, unread(KIND, why));
        } else if entries == 0 {
            self.drop_origin(origin, DropReason::ContainerWithoutCertificates { kind: KIND });
        }
        if left_out > 0 {
            let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
            let seen = wide(granted.saturating_sub(room)).saturating_add(left_out);
            let reason = DropReason::LimitExceeded {
                limit: LimitKind::InflatedBytes,
                max: wide(granted),
                seen,
            };
            self.drop_origin(origin, reason);
        }
        self.sink.opening.archives.push(archive);
    }
}

/// Returns why a container, or a part of it, cannot be read.
fn unread(kind: ContainerKind, why: ContainerError) -> DropReason {
    match why {
        ContainerError::PasswordNeeded { wrong } => DropReason::PasswordNeeded { kind, wrong },
        why => DropReason::UnreadableContainer { kind, why },
    }
}
