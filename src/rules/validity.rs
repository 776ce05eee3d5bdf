//! Requirement 2: certificates in date.
//!
//! **What it checks.** Every certificate of the path at the chosen moment; both ends of validity count, to the second.
//! **Why API Gateway cares.** Java answers "validity check failed" for a leaf or an intermediate out of date.
//! **What it does not check.** Strays. A root out of date, sent or listed, is a warning: the article says every
//! certificate, but Java does not look at its anchor's dates.

use super::meta::{ARTICLE, Citation, RuleMeta, Source};
use super::{Context, Rule};
use crate::handshake::out_of_date;
use crate::report::{Detail, Finding, RuleId};

/// Days before expiry from which on a warning is given.
pub const SOON_DAYS: i64 = 30;

pub(super) struct Validity;

const META: RuleMeta = RuleMeta {
    id: RuleId::Validity,
    citations: &[
        ARTICLE,
        Citation {
            source: Source::Rfc5280 { section: "4.1.2.5" },
            url: "https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5",
            read: "2026-11-23",
        },
    ],
};

impl Rule for Validity {
    fn meta(&self) -> &'static RuleMeta {
        &META
    }

    fn check(&self, context: &Context<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let path = &context.handshake.path;
        for (position, &at) in path.iter().enumerate() {
            let Some(certificate) = context.chain.certificates.get(at) else {
                continue;
            };
            let (not_before, not_after) = (certificate.not_before, certificate.not_after);
            let index = context.index(at);
            let is_root = position > 0 && position + 1 == path.len() && certificate.is_self_issued();
            let detail = match out_of_date(certificate, context.at) {
                Some(_) if is_root => Detail::AnchorOutOfDate {
                    label: certificate.subject.label(),
                    not_before,
                    not_after,
                },
                Some(detail) => detail,
                None => {
                    let days_left = context.at.days_until(not_after);
                    if days_left < SOON_DAYS {
                        Detail::ExpiresSoon { not_after, days_left }
                    } else {
                        Detail::InDate {
                            not_before,
                            not_after,
                            days_left,
                        }
                    }
                }
            };
            findings.push(Finding::on(index, detail));
        }
        if let Some(anchor) = context.anchor() {
            let sent = context
                .sent_root()
                .and_then(|at| Some((at, context.chain.certificates.get(at)?)));
            let (not_before, not_after) = sent.map_or((anchor.not_before, anchor.not_after), |(_, c)| {
                (c.not_before, c.not_after)
            });
            let in_path = path
                .iter()
                .any(|at| context.chain.certificates.get(*at).is_some_and(|c| anchor.is(c)));
            if !in_path && (context.at > not_after || context.at < not_before) {
                let detail = Detail::AnchorOutOfDate {
                    label: anchor.subject.label(),
                    not_before,
                    not_after,
                };
                findings.push(Finding {
                    certificate: sent.map(|(at, _)| context.index(at)),
                    detail,
                });
            }
        }
        findings
    }
}
