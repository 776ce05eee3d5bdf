//! Collects the certificates among the objects of a block, and drops the others with a reason.

use bytes::Bytes;

use crate::cert::{list_issuer, request_subject};
use crate::containers::MAX_NAME;
use crate::der::header::header;
use crate::der::tag::SEQUENCE;
use crate::ingest::object::file_kind::bouncy_castle;
use crate::ingest::object::label;
use crate::ingest::object::outline::{Shape, classify, cms, promising};
use crate::ingest::object::pkcs7;
use crate::ingest::report::dropped::{BouncyCastle, DropReason};
use crate::ingest::report::found::Container;
use crate::ingest::report::note::InputNote;
use crate::ingest::scan::{Origin, Scan};
use crate::num::small;

impl Scan<'_, '_, '_> {
    /// Collects or drops the consecutive objects in `data`; returns where the last one ends.
    pub fn objects(&mut self, data: &Bytes, origin: &Origin, trusted: bool) -> usize {
        self.objects_until(data, origin, trusted, None)
    }

    /// Does the same for decoded data: `last` is the offset of its last character in the text.
    /// `None` means that `data` is a part of the text itself.
    pub fn objects_until(&mut self, data: &Bytes, origin: &Origin, trusted: bool, last: Option<usize>) -> usize {
        let mut pos = 0;
        while let Some(rest) = data.get(pos..).filter(|rest| !rest.is_empty()) {
            let offset = if last.is_none() {
                origin.offset + pos
            } else {
                origin.offset
            };
            let origin = Origin {
                offset,
                ..origin.clone()
            };
            let strong = promising(rest).is_some() || rest.first() == Some(&SEQUENCE) && pos == 0;
            if !strong {
                if pos > 0 && last.is_some() {
                    let at = self.at(offset);
                    let note = if trusted {
                        InputNote::TrustSettingsDropped { at }
                    } else {
                        InputNote::TrailingBytes {
                            count: small(rest.len()),
                            at,
                        }
                    };
                    self.sink.notes.push(note);
                } else if pos == 0 {
                    self.drop_origin(&origin, not_asn1(origin.container));
                }
                break;
            }
            if trusted && pos > 0 {
                let at = self.at(offset);
                self.sink.notes.push(InputNote::TrustSettingsDropped { at });
                break;
            }
            let total = header(rest).ok().and_then(|head| head.total());
            if let Some(set) = pkcs7::certificate_set(rest, self.sink.limits.certificates) {
                let len = set.end.min(rest.len());
                self.certificate_set(
                    &data.slice(pos..pos + rest.len()),
                    &origin,
                    set,
                    last.unwrap_or(offset + len),
                );
                pos += len;
                continue;
            }
            if let Some(content) = cms(rest) {
                self.drop_origin(&origin, DropReason::Cms { content });
                return data.len();
            }
            match total {
                Some(total) if total <= rest.len() => {
                    let der = data.slice(pos..pos + total);
                    match classify(&der) {
                        Shape::Certificate => self.block(der, &origin),
                        _ if bouncy_castle(&der).is_some() => {
                            let format = BouncyCastle::Bcfks;
                            self.drop_origin(&origin, DropReason::BouncyCastleKeyStore { format });
                        }
                        shape => {
                            self.foreign(&der, &origin, reason(shape, origin.label.as_deref(), total, rest.len()));
                        }
                    }
                    pos += total;
                }
                Some(total) => {
                    let missing = missing_characters(total, rest.len(), origin.container);
                    let last_line = self.at(last.unwrap_or(offset + rest.len())).line;
                    let (declared, present) = (small(total), small(rest.len()));
                    self.drop_origin(
                        &origin,
                        DropReason::EndsEarly {
                            missing_characters: missing,
                            last_line,
                            declared,
                            present,
                            end_marker: false,
                        },
                    );
                    return data.len();
                }
                None => {
                    self.drop_origin(&origin, not_asn1(origin.container));
                    return data.len();
                }
            }
        }
        pos
    }

    fn certificate_set(&mut self, data: &Bytes, origin: &Origin, set: pkcs7::CertificateSet, last: usize) {
        let inner = Origin {
            container: Container::Pkcs7,
            ..origin.clone()
        };
        let mut certificates = 0u32;
        for member in &set.members {
            let der = data.slice(member.clone());
            match classify(&der) {
                Shape::Certificate => {
                    certificates = certificates.saturating_add(1);
                    self.block(der, &inner);
                }
                // Tags [1] and [2] are attribute certificates, [3] other formats (RFC 5652
                // §10.2.2).
                _ if der.first() != Some(&SEQUENCE) => self.drop_origin(&inner, DropReason::AttributeCertificate),
                shape => self.drop_origin(&inner, reason(shape, None, der.len(), der.len())),
            }
        }
        let at = self.at(origin.offset);
        if certificates > 0 {
            self.sink.notes.push(InputNote::UnorderedSet {
                certificates,
                ber: set.ber,
                at,
            });
        } else if !set.cut {
            self.drop_origin(origin, DropReason::Pkcs7WithoutCertificates);
        }
        if set.cut {
            let declared = header(data).ok().and_then(|head| head.total()).unwrap_or(data.len());
            let missing = missing_characters(declared, data.len(), origin.container);
            let last_line = self.at(last).line;
            let reason = DropReason::EndsEarly {
                missing_characters: missing,
                last_line,
                declared: small(declared),
                present: small(data.len()),
                end_marker: false,
            };
            self.drop_origin(origin, reason);
        }
    }

    /// Opens a container, or drops anything else.
    pub fn foreign(&mut self, data: &Bytes, origin: &Origin, reason: DropReason) {
        #[cfg(feature = "containers")]
        let reason = match self.open(data, origin, reason) {
            Some(reason) => reason,
            None => return,
        };
        let label = owner(data, &reason).or_else(|| origin.label.clone());
        self.drop_at(origin.offset, label, reason);
    }
}

/// Returns the name in a certificate request or a revocation list, cut at [`MAX_NAME`] characters.
fn owner(data: &Bytes, reason: &DropReason) -> Option<String> {
    let name = match reason {
        DropReason::CertificateRequest => request_subject(data)?,
        DropReason::RevocationList => list_issuer(data)?,
        _ => return None,
    };
    Some(name.rfc4514().chars().take(MAX_NAME).collect())
}

/// Returns what an object is that is not a certificate. The label is more specific than the
/// outline, if the two agree.
pub(crate) fn reason(shape: Shape, label: Option<&str>, declared: usize, present: usize) -> DropReason {
    match (shape, label) {
        (Shape::Request, _) => DropReason::CertificateRequest,
        (Shape::Crl, _) => DropReason::RevocationList,
        (Shape::AttributeCertificate, _) => DropReason::AttributeCertificate,
        (Shape::Pkcs12, _) => DropReason::Pkcs12,
        (_, Some(name)) if label::by_label(name).is_some() => {
            label::by_label(name).unwrap_or(DropReason::NotACertificate)
        }
        (Shape::PublicKey, _) => DropReason::PublicKey,
        (Shape::Curve, _) => DropReason::EcParameters,
        (Shape::Parameters, _) => DropReason::DhParameters,
        (Shape::Pkcs7, _) => DropReason::Pkcs7WithoutCertificates,
        (Shape::Inconsistent, _) => DropReason::LengthMismatch {
            declared: small(declared),
            present: small(present),
        },
        (Shape::Certificate | Shape::Other, _) => DropReason::NotACertificate,
    }
}

/// Returns the reason for data that is not ASN.1.
fn not_asn1(container: Container) -> DropReason {
    match container {
        Container::Pem | Container::Base64 => DropReason::NotDer,
        _ => DropReason::UnknownBinary,
    }
}

/// Returns how many characters the missing bytes would take in the given form.
pub(crate) fn missing_characters(declared: usize, present: usize, container: Container) -> u32 {
    small(match container {
        Container::Pem | Container::Base64 => declared
            .div_ceil(3)
            .saturating_mul(4)
            .saturating_sub((present.saturating_mul(4)).div_ceil(3)),
        Container::Hex => declared.saturating_sub(present).saturating_mul(2),
        Container::Der | Container::Pkcs7 | Container::Pkcs12 | Container::JavaKeyStore => {
            declared.saturating_sub(present)
        }
    })
}
