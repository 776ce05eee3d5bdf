//! Whether a release can read a certificate. The reader of this program lists what the newest 17
//! rejects ([`Certificate::defects`]); this adds how the others differ.

use std::borrow::Cow;

use crate::cert::extensions::{Extension, NameConstraints};
use crate::cert::{Certificate, Defect, GeneralName, is_readable_as_odd};
use crate::der::lenient::has_redundant_length;
use crate::trust::java::{JavaRelease, JavaTraits};

/// Returns why `release` cannot read the certificate; `None` if it can.
#[must_use]
pub fn unreadable(certificate: &Certificate, release: &JavaRelease<'_>) -> Option<Defect> {
    let traits = release.traits();
    if traits.rejects_redundant_lengths && has_redundant_length(&certificate.der) {
        return Some(Defect::Structure);
    }
    if traits.requires_edi_party && lacks_party_in_critical(certificate) {
        return Some(Defect::UnreadableCriticalExtension);
    }
    let list = &certificate.extensions.list;
    if traits.rejects_indefinite_names && list.iter().any(|e| e.critical && e.has_indefinite_directory()) {
        return Some(Defect::UnreadableCriticalExtension);
    }
    let names = [&certificate.issuer, &certificate.subject];
    // Surrogates in names are one defect of the structure, however many there are.
    let mut excused = traits.reads_surrogates && names.into_iter().any(|name| name.has_surrogates());
    let mut defects = certificate.defects.iter().copied();
    defects.find(|defect| match defect {
        Defect::Structure => !std::mem::take(&mut excused),
        Defect::UnreadableKey | Defect::NumberTooLarge => {
            !(traits.reads_odd_keys && is_readable_as_odd(&certificate.spki))
        }
        Defect::UnreadableCriticalExtension if traits.reads_odd_zones => list
            .iter()
            .any(|e| e.critical && !e.readable && !e.is_readable_with_old_zones()),
        _ => true,
    })
}

/// Returns the certificate's alternative names; `None` if there are none that the release can read.
pub(super) fn alternative_names<'a>(
    certificate: &'a Certificate,
    traits: &JavaTraits,
) -> Option<Cow<'a, [GeneralName]>> {
    use crate::cert::extensions::oid;
    let extensions = &certificate.extensions;
    let mut values = extensions.list.iter().filter(|e| e.oid == oid::SAN);
    let readable = |e: &Extension| {
        if traits.rejects_indefinite_names && e.has_indefinite_directory() {
            None
        } else if e.readable {
            extensions.san.as_deref().map(Cow::Borrowed)
        } else {
            let names = traits.reads_odd_zones.then(|| e.names_with_old_zones());
            names.flatten().map(Cow::Owned)
        }
    };
    // A certificate with two of them cannot be read at all.
    values.find_map(readable)
}

/// Returns the certificate's name constraints; `None` if the release cannot read them.
pub(super) fn name_constraints<'a>(certificate: &'a Certificate, traits: &JavaTraits) -> Option<&'a NameConstraints> {
    use crate::cert::extensions::oid;
    let list = &certificate.extensions.list;
    let indefinite = || {
        let mut constraints = list.iter().filter(|e| e.oid == oid::NAME_CONSTRAINTS);
        constraints.any(Extension::has_indefinite_directory)
    };
    let constraints = certificate.extensions.name_constraints.as_ref()?;
    let unreadable =
        traits.requires_edi_party && constraints.lacks_edi_party() || traits.rejects_indefinite_names && indefinite();
    (!unreadable).then_some(constraints)
}

fn lacks_party_in_critical(certificate: &Certificate) -> bool {
    use crate::cert::extensions::oid;
    let extensions = &certificate.extensions;
    let critical = |id: &str| extensions.list.iter().any(|e| e.critical && e.readable && e.oid == id);
    let constraints = extensions.name_constraints.as_ref();
    has_nameless_party(certificate) && critical(oid::SAN)
        || constraints.is_some_and(|c| c.lacks_edi_party()) && critical(oid::NAME_CONSTRAINTS)
}

fn has_nameless_party(certificate: &Certificate) -> bool {
    let names = certificate.extensions.san.iter().flatten();
    names.into_iter().any(GeneralName::lacks_edi_party)
}

/// Returns the text of the exception if a release that requires a readable leaf cannot read this
/// kind of extension in it.
pub(super) fn unreadable_in_leaf(leaf: &Certificate, kind: &str, traits: &JavaTraits) -> Option<String> {
    use crate::cert::extensions::{oid, unreadable_reason};
    if !traits.requires_readable_leaf {
        return None;
    }
    if kind == oid::SAN && has_nameless_party(leaf) {
        return Some("party cannot be missing".to_owned());
    }
    let of_kind = || leaf.extensions.list.iter().filter(|e| e.oid == kind);
    let broken = of_kind().find(|e| !e.readable)?;
    (!of_kind().any(|e| e.readable)).then(|| unreadable_reason(kind, &broken.value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cert::extensions::oid;
    use crate::cert::made;
    use crate::trust::java::NEWEST_17;

    #[test]
    fn a_nameless_party_makes_the_alternative_names_of_a_leaf_unreadable() {
        let traits = JavaTraits {
            requires_readable_leaf: true,
            ..NEWEST_17.traits()
        };
        let mut leaf = made::leaf();
        assert_eq!(unreadable_in_leaf(&leaf, oid::SAN, &traits), None);
        leaf.extensions.san = Some(vec![GeneralName::Other {
            tag: 5,
            listable: false,
        }]);
        let reason = unreadable_in_leaf(&leaf, oid::SAN, &traits);
        assert_eq!(reason.as_deref(), Some("party cannot be missing"));
        assert_eq!(unreadable_in_leaf(&leaf, oid::EXTENDED_KEY_USAGE, &traits), None);
    }
}
