//! This library: produces the whole report, as in JavaScript.

use sslengine_doctor::cert::UnixTime;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{Options, judge, Input};
use sslengine_doctor::report::{CertificateReport, SignatureStatus, ValidityStatus};
use sslengine_doctor::trust::TrustStore;
use sslengine_doctor::verify::Verifier;
use sslengine_doctor::verify::native::NativeVerifier;

use crate::Case;

fn line(certificate: &CertificateReport) -> String {
    format!(
        "{} {} {} {} {} {}",
        certificate.sha256.replace(':', "").to_lowercase(),
        certificate.key.algorithm,
        certificate.key.bits,
        certificate.validity == ValidityStatus::Valid,
        match certificate.signature {
            SignatureStatus::Valid => "valid",
            SignatureStatus::Invalid => "invalid",
            SignatureStatus::NotChecked => "none",
        },
        !certificate.aliases.is_empty()
    )
}

/// One line for each certificate, in the format of `asText`.
pub(crate) fn run(case: &Case) -> String {
    let options = Options::at(UnixTime::parse_rfc3339(&case.at).expect("a moment"));
    let mut lines = Vec::new();
    for input in &case.inputs {
        let read = Input::paste(input.clone(), &Passwords::none());
        let plan = read.expect("certificates").into_plan(&options, TrustStore::embedded());
        let report = judge(&plan, &NativeVerifier.verify_all(plan.checks()));
        lines.extend(report.certificates.iter().map(line));
    }
    lines.join("\n")
}
