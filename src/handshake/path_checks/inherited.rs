//! Checks what certificates require of those below them: name constraints and policies.

use super::PathCheck;
use crate::cert::Certificate;
use crate::handshake::constraints::{ConstraintError, MAX_COMPARISONS, Violation};
use crate::handshake::policy::PolicyError;
use crate::handshake::readable;
use crate::handshake::result::Problem;
use crate::report::Detail;

impl PathCheck<'_> {
    /// Checks the certificate's names against the constraints above it, then adds its own
    /// constraints.
    pub(super) fn name_constraints(&mut self, certificate: &Certificate, is_leaf: bool) {
        if is_leaf || !certificate.is_self_issued() {
            match self.constraints.violation(certificate) {
                Ok(None) => {}
                Ok(Some(violation)) => self.violates(violation),
                Err(error) => self.constraint_error(error),
            }
        }
        let own = readable::name_constraints(certificate, &self.traits);
        if let Some(Err(error)) = own.map(|own| self.constraints.merge(own, self.at)) {
            self.constraint_error(error);
        }
    }

    fn violates(&mut self, violation: Violation) {
        match violation {
            Violation::Name {
                kind,
                name,
                excluded,
                by,
            } => {
                let detail = Detail::NameConstraint {
                    kind,
                    name,
                    constrained_by: self.input.index(by),
                    excluded,
                };
                self.add(detail, "name constraints check failed");
            }
            Violation::Distance { maximum, by } => {
                let which = if maximum { "Maximum" } else { "Non-zero minimum" };
                let constrained_by = self.input.index(by);
                let reason = format!("java.io.IOException: {which} BaseDistance in name constraints not supported");
                self.add(Detail::NameConstraintUnsupported { constrained_by }, reason);
            }
        }
    }

    fn constraint_error(&mut self, error: ConstraintError) {
        match error {
            ConstraintError::Uncaught(thrown) => {
                let constrained_by = self.input.index(self.at);
                let detail = Detail::NameConstraintUnsupported { constrained_by };
                let problem = Problem::with_reason(self.at, detail, thrown.text(&self.traits));
                self.problems.push(Problem {
                    uncaught: true,
                    ..problem
                });
            }
            ConstraintError::StepLimit => {
                if !std::mem::replace(&mut self.limit_reported, true) {
                    let limit = MAX_COMPARISONS;
                    self.add(Detail::SearchEnded { limit }, "name constraints check failed");
                }
            }
        }
    }

    /// Checks the certificate's policies.
    pub(super) fn policies(&mut self, certificate: &Certificate, is_leaf: bool) {
        let Err(error) = self.policies.check(certificate, is_leaf) else {
            return;
        };
        let (detail, reason) = match error {
            PolicyError::Required => (
                Detail::PolicyRequired {},
                "non-null policy tree required and policy tree is null",
            ),
            PolicyError::MapsFromAny => (
                Detail::PolicyMappingAny {},
                "encountered an issuerDomainPolicy of ANY_POLICY",
            ),
            PolicyError::MapsToAny => (
                Detail::PolicyMappingAny {},
                "encountered a subjectDomainPolicy of ANY_POLICY",
            ),
            PolicyError::Qualifiers => (
                Detail::PolicyQualifiersCritical {},
                "critical policy qualifiers present in certificate",
            ),
        };
        self.add(detail, reason);
    }
}
