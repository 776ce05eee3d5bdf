//! rustls-webpki with ring: verifies each server certificate up to the last certificate of its
//! input, the root. It returns only a verdict for each, without details, and does not read a list.

use std::time::Duration;

use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage, anchor_from_trusted_cert};

use crate::{Case, Way};

/// Returns how many server certificates chain to the root, such as `17 of 17`.
pub(crate) fn run(case: &Case) -> String {
    let seconds = sslengine_doctor::cert::UnixTime::parse_rfc3339(&case.at)
        .expect("a moment")
        .seconds();
    let now = UnixTime::since_unix_epoch(Duration::from_secs(seconds.unsigned_abs()));
    let (mut accepted, mut all) = (0, 0);
    for input in &case.inputs {
        let certificates: Vec<CertificateDer<'_>> = CertificateDer::pem_slice_iter(input)
            .collect::<Result<_, _>>()
            .expect("PEM");
        let (root, others) = certificates.split_last().expect("a root");
        let anchors = [anchor_from_trusted_cert(root).expect("an anchor")];
        // A bundle ends with ten issuing CAs before the root; a chain has one leaf.
        let leaves = if case.way == Way::Bundle { others.len() - 10 } else { 1 };
        let (leaves, intermediates) = others.split_at(leaves);
        for leaf in leaves {
            let leaf = EndEntityCert::try_from(leaf).expect("a leaf");
            let verified = leaf.verify_for_usage(
                ALL_VERIFICATION_ALGS,
                &anchors,
                intermediates,
                now,
                KeyUsage::server_auth(),
                None,
                None,
            );
            accepted += u32::from(verified.is_ok());
            all += 1;
        }
    }
    format!("{accepted} of {all}")
}
