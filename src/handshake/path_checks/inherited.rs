//! What certificates impose on those below them: name constraints and policies.

use super::super::constraints::{Halt, MAX_COMPARISONS, Violation};
use super::super::policy;
use super::{Problem, Walk};
use crate::cert::Certificate;
use crate::report::Detail;

impl Walk<'_> {
    pub(super) fn name_constraints(&mut self, at: usize, certificate: &Certificate, is_leaf: bool) {
        if is_leaf || !certificate.is_self_issued() {
            match self.constraints.violation(certificate) {
                Ok(None) => {}
                Ok(Some(violation)) => self.violates(at, violation),
                Err(halt) => self.halt(at, halt),
            }
        }
        let own = certificate.extensions.name_constraints.as_ref();
        if let Some(Err(halt)) = own.map(|own| self.constraints.join(own, at)) {
            self.halt(at, halt);
        }
    }

    fn violates(&mut self, at: usize, violation: Violation) {
        match violation {
            Violation::Name {
                kind,
                name,
                excluded,
                by,
            } => {
                let constrained_by = self.judged.index(by);
                let detail = Detail::NameConstraint {
                    kind,
                    name,
                    constrained_by,
                    excluded,
                };
                self.add(at, detail, "name constraints check failed");
            }
            Violation::Distance { maximum, by } => {
                let which = if maximum { "Maximum" } else { "Non-zero minimum" };
                let detail = Detail::NameConstraintUnsupported {
                    constrained_by: self.judged.index(by),
                };
                self.add(
                    at,
                    detail,
                    format!("java.io.IOException: {which} BaseDistance in name constraints not supported"),
                );
            }
        }
    }

    fn halt(&mut self, at: usize, halt: Halt) {
        match halt {
            Halt::Thrown(reason) => {
                let detail = Detail::NameConstraintUnsupported {
                    constrained_by: self.judged.index(at),
                };
                self.problems.push(Problem {
                    certificate: at,
                    detail,
                    reason,
                    thrown: true,
                });
            }
            Halt::Bound if !self.ended => {
                self.ended = true;
                self.add(
                    at,
                    Detail::SearchEnded { limit: MAX_COMPARISONS },
                    "name constraints check failed",
                );
            }
            Halt::Bound => {}
        }
    }

    pub(super) fn policies(&mut self, at: usize, certificate: &Certificate, is_leaf: bool) {
        let Err(refusal) = self.policies.check(certificate, is_leaf) else {
            return;
        };
        let (detail, reason) = match refusal {
            policy::Refusal::Required => (
                Detail::PolicyRequired {},
                "non-null policy tree required and policy tree is null",
            ),
            policy::Refusal::MapsFromAny => (
                Detail::PolicyMappingAny {},
                "encountered an issuerDomainPolicy of ANY_POLICY",
            ),
            policy::Refusal::MapsToAny => (
                Detail::PolicyMappingAny {},
                "encountered a subjectDomainPolicy of ANY_POLICY",
            ),
            policy::Refusal::Qualifiers => (
                Detail::PolicyQualifiersCritical {},
                "critical policy qualifiers present in certificate",
            ),
        };
        self.add(at, detail, reason);
    }
}
