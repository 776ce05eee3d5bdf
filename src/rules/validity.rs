//! Requirement 2: validity dates.
//!
//! **What it checks.** Every certificate of the path at the chosen time; both ends of the validity
//! period are inclusive. **Why API Gateway cares.** Java answers "validity check failed" for a leaf
//! or an intermediate out of date. **What it does not check.** Strays. A root out of date, sent or
//! listed, is a warning: the article says every certificate, but Java does not look at its anchor's
//! dates.

use super::context::Context;
use super::rule::{ARTICLE, Citation, Rule, Source};
use crate::cert::Certificate;
use crate::handshake::out_of_date;
use crate::report::{Detail, Finding, RuleId};

/// Days before expiry at which the warnings begin.
pub const SOON_DAYS: i64 = 30;

pub(super) const RULE: Rule = Rule {
    id: RuleId::Validity,
    citations: &[
        ARTICLE,
        Citation {
            source: Source::Rfc5280 { section: "4.1.2.5" },
            url: "https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5",
            read: "2026-11-23",
        },
    ],
    check,
};

fn check(context: &Context<'_>) -> Vec<Finding> {
    let length = context.handshake.path.len();
    let mut findings = Vec::new();
    for (position, (at, certificate)) in context.path().enumerate() {
        let (not_before, not_after) = (certificate.not_before, certificate.not_after);
        let days_left = context.at.days_until(not_after);
        let is_root = position > 0 && position + 1 == length && context.is_root(at, certificate);
        let detail = match out_of_date(certificate, context.at) {
            Some(_) if is_root || is_trusted(context, certificate) => Detail::AnchorOutOfDate {
                label: certificate.subject.label(),
                not_before,
                not_after,
            },
            Some(detail) => detail,
            None if days_left < SOON_DAYS => Detail::ExpiresSoon { not_after, days_left },
            None => Detail::InDate {
                not_before,
                not_after,
                days_left,
            },
        };
        findings.push(context.finding(at, detail));
    }
    findings.extend(anchor_out_of_date(context));
    findings
}

/// Whether the certificate itself is in the truststore of a client other than API Gateway. Java
/// does not check its dates then, even if it is the server's. It checks those of another version.
fn is_trusted(context: &Context<'_>, certificate: &Certificate) -> bool {
    let anchor = context.anchor().filter(|_| !context.client.is_api_gateway());
    anchor.is_some_and(|anchor| anchor.is(certificate))
}

/// The finding if the anchor is out of date and not on the path. It is about the sent copy of the
/// anchor if there is one, or else about the listed root.
fn anchor_out_of_date(context: &Context<'_>) -> Option<Finding> {
    let anchor = context.anchor()?;
    let sent = context.sent_root();
    let dates = sent.and_then(|at| context.chain.certificates.get(at));
    let (not_before, not_after) = dates.map_or((anchor.not_before, anchor.not_after), |c| (c.not_before, c.not_after));
    let in_date = not_before <= context.at && context.at <= not_after;
    if in_date || context.path().any(|(_, c)| anchor.is(c)) {
        return None;
    }
    let label = anchor.subject.label();
    let detail = match dates.filter(|sent| anchor.in_date(context.at) && !anchor.is(sent)) {
        Some(version) => Detail::RootVersionOutOfDate {
            label,
            issuer: version.issuer.label(),
            cross_signed: !version.is_self_issued(),
            expired: version.not_after < context.at,
            not_before,
            not_after,
        },
        None => Detail::AnchorOutOfDate {
            label,
            not_before,
            not_after,
        },
    };
    Some(Finding {
        certificate: sent.map(|at| context.index(at)),
        detail,
    })
}
