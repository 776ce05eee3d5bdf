//! The next step for a rejected chain: which fixes belong together, and what to do first.

use super::{FixGroup, NextStep, Reason, Repaired, StepButton, Tone, findings, untrustworthy};
use crate::i18n::{Instruction, NewCertificate, Step, decisive_of};
use crate::report::{
    CertIndex, DefaultProduct, Detail, Finding, Fix, Outcome, PathStep, Repair, RepairStatus, Report, RuleId, Severity,
    Verdict,
};

/// The reason, the instruction and the buttons for a rejected chain.
struct Choice<'a> {
    reason: Option<Reason<'a>>,
    step: Step<'a>,
    primary: StepButton,
    second: Option<StepButton>,
}

pub(super) fn rejected<'a>(report: &'a Report, repaired: Repaired<'_>, tone: Tone) -> NextStep<'a> {
    let group = report.fixes.iter().map(group_of_fix).min();
    let choice = match (untrustworthy(report), group) {
        (Some(finding), _) => Choice {
            reason: Some(Reason::Finding(finding)),
            step: match &finding.detail {
                Detail::KeyCompromised { label } => Step::Say(Instruction::ReplaceNow(label)),
                _ => Step::Explain(finding),
            },
            primary: StepButton::CopyForTicket,
            second: None,
        },
        (None, Some(FixGroup::Configure)) => configure(report),
        (None, Some(FixGroup::NewCertificate)) => new_certificate(report),
        (None, Some(FixGroup::Client)) => client(report),
        (None, Some(FixGroup::File)) => other_file(report, repaired),
        (None, None) => no_fix(report),
    };
    let wrong_host = || {
        report
            .hostname
            .as_ref()
            .filter(|host| !host.accepted)
            .map(Reason::HostName)
    };
    let any = || decisive_of(report, &|_| true).map(Reason::Finding);
    let reason = choice
        .reason
        .or_else(wrong_host)
        .or_else(any)
        .unwrap_or(Reason::JavaMessage);
    NextStep {
        tone,
        reason,
        also: others(report, group, reason),
        warning: None,
        group,
        step: choice.step,
        primary: choice.primary,
        second: choice.second,
    }
}

/// The kind of a fix.
#[must_use]
pub fn group_of_fix(fix: &Fix) -> FixGroup {
    match fix {
        Fix::ConfigureCertificate { .. }
        | Fix::BypassProxy { .. }
        | Fix::UseCloudflare {}
        | Fix::RequestProduction {} => FixGroup::Configure,
        Fix::Renew { .. }
        | Fix::SmallerKey {}
        | Fix::MatchHostname { .. }
        | Fix::UseOwnName { .. }
        | Fix::UseSupportedCa {}
        | Fix::ReplacePrivateCa { .. }
        | Fix::Reissue { .. } => FixGroup::NewCertificate,
        Fix::ImportCa { .. } => FixGroup::Client,
        Fix::SendIssuer { .. }
        | Fix::Reorder { .. }
        | Fix::ReplaceIntermediate { .. }
        | Fix::ReplaceRoot { .. }
        | Fix::Remove { .. }
        | Fix::SendRoot { .. }
        | Fix::TurnOffSkipVerification {} => FixGroup::File,
    }
}

/// The kind of fix for an error.
fn group_of_error(report: &Report, finding: &Finding) -> FixGroup {
    let on_leaf = finding.certificate == Some(leaf(report));
    match finding.detail {
        Detail::IssuerMissing { .. } | Detail::RootNotSent { .. } => FixGroup::File,
        _ if on_leaf || finding.detail.rule() != RuleId::Chain && finding.detail.rule() != RuleId::Validity => {
            FixGroup::NewCertificate
        }
        _ => FixGroup::File,
    }
}

/// The position of the server certificate.
fn leaf(report: &Report) -> CertIndex {
    match report.path.first() {
        Some(PathStep::Certificate(index)) => *index,
        _ => CertIndex(0),
    }
}

/// The server sent a product's own certificate. Nothing else matters until it sends the right one.
fn configure(report: &Report) -> Choice<'_> {
    let is_product = |finding: &&Finding| {
        matches!(
            finding.detail,
            Detail::DefaultCertificate { .. } | Detail::ProductCertificate { .. }
        )
    };
    let fix = report.fixes.iter().find(|fix| group_of_fix(fix) == FixGroup::Configure);
    let host = report.asked.hostname.as_deref();
    let (step, primary, second) = match fix {
        // The product chooses the certificate by the host's name, or has none for it.
        Some(Fix::ConfigureCertificate {
            product:
                DefaultProduct::IngressNginx
                | DefaultProduct::Traefik
                | DefaultProduct::ReverseProxy
                | DefaultProduct::Localhost
                | DefaultProduct::Snakeoil,
            ..
        })
        | None => (
            Step::Say(Instruction::Configure(host)),
            StepButton::CopyCommand,
            Some(StepButton::HowToConfigure),
        ),
        // The chain that API Gateway gets has to be fetched in another way or from another address.
        Some(
            fix @ (Fix::BypassProxy { .. }
            | Fix::ConfigureCertificate {
                product: DefaultProduct::KubernetesApi | DefaultProduct::Appliance | DefaultProduct::Platform,
                ..
            }),
        ) => (Step::Fix(fix), StepButton::CopyCommand, None),
        Some(fix @ Fix::ConfigureCertificate { .. }) => (
            Step::Fix(fix),
            StepButton::CopyCommand,
            Some(StepButton::HowToConfigure),
        ),
        Some(fix) => (Step::Fix(fix), StepButton::CopyForTicket, None),
    };
    Choice {
        reason: findings(report).find(is_product).map(Reason::Finding),
        step,
        primary,
        second,
    }
}

/// The client has to trust the CA, or the server needs a certificate of another one.
fn client(report: &Report) -> Choice<'_> {
    let of_ca = |finding: &Finding| finding.detail.rule() == RuleId::SupportedCa;
    let fix = report.fixes.iter().find(|fix| group_of_fix(fix) == FixGroup::Client);
    Choice {
        reason: decisive_of(report, &of_ca).map(Reason::Finding),
        step: fix.map_or(Step::Say(Instruction::SeeMessage), Step::Fix),
        primary: StepButton::CopyForTicket,
        second: None,
    }
}

/// All that the new certificate has to be, in one instruction.
fn new_certificate(report: &Report) -> Choice<'_> {
    let in_group = |finding: &Finding| group_of_error(report, finding) == FixGroup::NewCertificate;
    let reason = decisive_of(report, &in_group);
    let mut needs = NewCertificate {
        java_accepts: report.handshake.accepted,
        ..NewCertificate::default()
    };
    for fix in &report.fixes {
        match fix {
            Fix::Renew { certificate } => {
                let certificate = report.certificates.get(certificate.get());
                needs.renew = certificate.map(|certificate| certificate.subject_label.as_str());
            }
            Fix::SmallerKey {} => needs.smaller_key = true,
            Fix::MatchHostname { hostname } => needs.hostname = Some(hostname),
            Fix::UseSupportedCa {} | Fix::ReplacePrivateCa { .. } => needs.public_ca = true,
            Fix::Reissue { .. } => needs.reissue = true,
            Fix::SendIssuer { .. } | Fix::ReplaceIntermediate { .. } | Fix::ReplaceRoot { .. } => {
                needs.with_intermediate = true;
            }
            _ => {}
        }
    }
    let begins = findings(report).find_map(|finding| match finding.detail {
        Detail::NotYetValid { not_before, .. } if finding.certificate == Some(leaf(report)) => Some(not_before),
        _ => None,
    });
    let second = if needs.renew.is_some() && begins.is_none() {
        Some(StepButton::CheckNew)
    } else if needs.public_ca && !report.asked.insecure_skip_verification {
        Some(StepButton::SkipCaCheck)
    } else {
        None
    };
    let is_alone = |fix: &&Fix| match fix {
        Fix::Reissue { .. } => needs.is_only_reissue(),
        Fix::ReplacePrivateCa { acm } => *acm && needs.is_only_public_ca(),
        Fix::UseOwnName { .. } => needs.is_nothing(),
        _ => false,
    };
    let step = match (begins, report.fixes.iter().find(is_alone)) {
        (Some(begins), _) if needs.is_only_renewal() => Step::Say(Instruction::Wait(begins)),
        (_, Some(fix)) => Step::Fix(fix),
        _ => Step::Say(Instruction::NewCertificate(needs)),
    };
    Choice {
        reason: reason.map(Reason::Finding),
        step,
        primary: StepButton::CopyForTicket,
        second,
    }
}

/// Another file helps, if API Gateway would accept the repaired chain.
fn other_file<'a>(report: &'a Report, repaired: Repaired<'_>) -> Choice<'a> {
    let in_group = |finding: &Finding| group_of_error(report, finding) == FixGroup::File;
    let first = report.fixes.iter().find(|fix| group_of_fix(fix) == FixGroup::File);
    let of_fix = first.map_or(Step::Say(Instruction::InstallRepaired), Step::Fix);
    let by_hand = Choice {
        reason: decisive_of(report, &in_group).map(Reason::Finding),
        step: of_fix,
        primary: StepButton::CopyForTicket,
        second: None,
    };
    let repair = match repaired {
        Repaired::Failed => return by_hand,
        Repaired::Pending => None,
        Repaired::Done(repair) if helps(repair) => Some(repair),
        Repaired::Done(repair) => {
            let remains = |finding: &Finding| {
                let rules = RuleId::ALL.into_iter().zip(repair.outcomes);
                let mut failing = rules.filter(|(_, outcome)| *outcome == Outcome::Fail);
                group_of_error(report, finding) != FixGroup::File
                    && failing.any(|(rule, _)| rule == finding.detail.rule())
            };
            return match decisive_of(report, &remains) {
                Some(finding) => Choice {
                    reason: Some(Reason::Finding(finding)),
                    step: Step::Explain(finding),
                    ..by_hand
                },
                None => by_hand,
            };
        }
    };
    Choice {
        step: install(report, repair),
        primary: StepButton::Download,
        second: Some(StepButton::HowToInstall),
        ..by_hand
    }
}

/// What the file to install contains.
fn install<'a>(report: &'a Report, repair: Option<&Repair>) -> Step<'a> {
    let is = |wanted: fn(&Fix) -> bool| report.fixes.iter().any(wanted);
    let file_only = |wanted: fn(&Fix) -> bool| {
        let mut file = report.fixes.iter().filter(|fix| group_of_fix(fix) == FixGroup::File);
        file.all(wanted)
    };
    if repair.is_some_and(|repair| repair.root_recommended) {
        return Step::Say(Instruction::InstallWithRoot);
    }
    if file_only(|fix| matches!(fix, Fix::Reorder { .. })) {
        Step::Say(Instruction::InstallReordered)
    } else if is(|fix| matches!(fix, Fix::SendIssuer { .. }))
        && !is(|fix| matches!(fix, Fix::ReplaceIntermediate { .. }))
    {
        Step::Say(Instruction::InstallMissing)
    } else {
        Step::Say(Instruction::InstallRepaired)
    }
}

/// Whether API Gateway would accept the repaired chain, and it differs from the input.
#[must_use]
pub fn helps(repair: &Repair) -> bool {
    let met = |outcome: &Outcome| matches!(outcome, Outcome::Pass | Outcome::Warn | Outcome::NotApplicable);
    repair.status == (RepairStatus::Complete {}) && repair.verdict == Verdict::Pass && repair.outcomes.iter().all(met)
}

fn no_fix(report: &Report) -> Choice<'_> {
    let reason = decisive_of(report, &|_| true);
    let incomplete = |finding: &Finding| matches!(finding.detail, Detail::LeafMissing {});
    Choice {
        reason: reason.map(Reason::Finding),
        step: reason.map_or(Step::Say(Instruction::SeeMessage), Step::Explain),
        primary: if reason.is_some_and(incomplete) {
            StepButton::CopyCommand
        } else {
            StepButton::CopyForTicket
        },
        second: None,
    }
}

/// The problems besides the reason. A default certificate explains all others, a private CA those
/// of the CA and of the chain.
fn others<'a>(report: &'a Report, group: Option<FixGroup>, reason: Reason<'a>) -> Vec<Reason<'a>> {
    let mut out: Vec<Reason<'a>> = Vec::new();
    if group == Some(FixGroup::Configure) {
        return out;
    }
    let said = match reason {
        Reason::Finding(finding) | Reason::Undecided(finding) => Some(finding),
        Reason::HostName(_) | Reason::ValidFor(_) | Reason::JavaMessage => None,
    };
    let private_ca = said.is_some_and(|finding| matches!(finding.detail, Detail::DefaultCertificate { .. }));
    let follows = |finding: &Finding| {
        // Java's own "no path" is a consequence.
        matches!(finding.detail, Detail::NoPath {})
            || private_ca && matches!(finding.detail.rule(), RuleId::SupportedCa | RuleId::Chain)
    };
    let mut codes: Vec<&str> = said.into_iter().map(|finding| finding.detail.code()).collect();
    let errors = report.handshake.reason.iter().chain(findings(report));
    for finding in errors.filter(|finding| finding.detail.severity() == Severity::Error) {
        let code = finding.detail.code();
        if !follows(finding) && !codes.contains(&code) {
            codes.push(code);
            out.push(Reason::Finding(finding));
        }
    }
    if let Some(host) = report.hostname.as_ref().filter(|host| !host.accepted)
        && !matches!(reason, Reason::HostName(_))
    {
        out.push(Reason::HostName(host));
    }
    out
}
