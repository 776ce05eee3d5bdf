//! The next step after a check: one reason, one instruction, and the buttons that help.
//!
//! Several fixes are often one act: a new certificate can be renewed, have a smaller key and
//! another name at once. So the fixes form groups, and the first group that applies gives the
//! reason and the instruction. The repaired chain is offered only if API Gateway would accept it.

use crate::i18n::{Instruction, NewCertificate, Step, decisive_of};
use crate::report::{
    CertIndex, DefaultProduct, Detail, Finding, Fix, HostnameReport, Outcome, PathStep, Repair, RepairStatus, Report,
    RuleId, Severity, Verdict,
};

/// The overall result, as the page colours it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// API Gateway accepts the chain.
    Accepted,
    /// API Gateway rejects the chain or the host name.
    Rejected,
    /// Java accepts the chain, but it does not meet one of AWS's requirements.
    OutsideLimits,
    /// Nothing failed, but a check could not be completed.
    Open,
}

/// The kinds of fixes, in the order in which they take precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FixGroup {
    /// Configure the server.
    Configure,
    /// Get a new certificate.
    NewCertificate,
    /// Install another file, made from existing certificates.
    File,
}

/// What the headline says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason<'a> {
    /// A problem.
    Finding(&'a Finding),
    /// The certificate is for another host.
    HostName(&'a HostnameReport),
    /// A check that could not be completed.
    Undecided(&'a Finding),
    /// The chain is accepted for this many more days.
    ValidFor(i64),
    /// Java rejects the chain for a reason without a code.
    JavaMessage,
}

/// What a button next to the instruction does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepButton {
    /// Downloads the repaired chain.
    Download,
    /// Shows how to install the repaired chain.
    HowToInstall,
    /// Shows how to configure the server's certificate.
    HowToConfigure,
    /// Copies the report for the people who can act.
    CopyForTicket,
    /// Copies the command that shows the chain.
    CopyCommand,
    /// Opens the box for the renewed certificate.
    CheckNew,
    /// Shows how to skip the CA check, which only REST APIs can.
    SkipCaCheck,
    /// Downloads a calendar entry for the expiry.
    Remind,
    /// Checks a host name, with a field for it.
    CheckHost,
}

/// The repaired chain, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub enum Repaired<'a> {
    /// It is being made.
    Pending,
    /// It could not be made.
    Failed,
    /// The result.
    Done(&'a Repair),
}

/// The next step after a check.
#[derive(Clone, Debug, PartialEq)]
pub struct NextStep<'a> {
    /// The overall result.
    pub tone: Tone,
    /// What the headline says.
    pub reason: Reason<'a>,
    /// The other problems, most important first, without consequences of the reason.
    pub also: Vec<Reason<'a>>,
    /// The first warning of an accepted chain.
    pub warning: Option<&'a Finding>,
    /// The kind of fix; `None` if there is none.
    pub group: Option<FixGroup>,
    /// The instruction.
    pub step: Step<'a>,
    /// The button that helps most.
    pub primary: StepButton,
    /// Another button.
    pub second: Option<StepButton>,
}

/// Chooses the next step for a report.
#[must_use]
pub fn next_step<'a>(report: &'a Report, repaired: Repaired<'_>) -> NextStep<'a> {
    match tone(report) {
        Tone::Accepted => accepted(report),
        Tone::Open => open(report),
        tone @ (Tone::Rejected | Tone::OutsideLimits) => rejected(report, repaired, tone),
    }
}

/// The overall result of a report.
#[must_use]
pub fn tone(report: &Report) -> Tone {
    let host_fits = report.hostname.as_ref().is_none_or(|host| host.accepted);
    match report.verdict {
        Verdict::Pass => Tone::Accepted,
        Verdict::Inconclusive => Tone::Open,
        Verdict::Fail if report.handshake.accepted && host_fits && untrustworthy(report).is_none() => {
            Tone::OutsideLimits
        }
        Verdict::Fail => Tone::Rejected,
    }
}

/// The days until the first certificate of the path expires. The root does not count.
#[must_use]
pub fn days_valid(report: &Report) -> i64 {
    let path = report.path.iter().filter_map(|step| match step {
        PathStep::Certificate(index) => report.certificates.get(index.get()),
        PathStep::Anchor { .. } => None,
    });
    let ends = path.enumerate().filter(|(place, c)| *place == 0 || !c.self_issued);
    let days = ends.map(|(_, certificate)| report.at.days_until(certificate.not_after));
    days.min().unwrap_or_default().max(0)
}

fn findings(report: &Report) -> impl Iterator<Item = &Finding> {
    report.rules.iter().flat_map(|rule| &rule.findings)
}

/// The finding about a certificate that nobody should rely on, whatever else is wrong.
fn untrustworthy(report: &Report) -> Option<&Finding> {
    findings(report).find(|finding| {
        matches!(
            finding.detail,
            Detail::KeyCompromised { .. } | Detail::CertificateBlocked { .. }
        )
    })
}

fn accepted(report: &Report) -> NextStep<'_> {
    let warning = findings(report).find(|finding| finding.detail.severity() == Severity::Warning);
    let (step, primary, second) = match (&report.log_conflict, &report.hostname) {
        // API Gateway was sent another chain.
        (Some(conflict), _) => (Step::Compare(conflict), StepButton::CopyCommand, None),
        (None, Some(_)) => (
            Step::Say(Instruction::CallsStillFail),
            StepButton::CopyCommand,
            Some(StepButton::Remind),
        ),
        (None, None) => (Step::Say(Instruction::HostNotChecked), StepButton::CheckHost, None),
    };
    NextStep {
        tone: Tone::Accepted,
        reason: Reason::ValidFor(days_valid(report)),
        also: Vec::new(),
        warning,
        group: None,
        step,
        primary,
        second,
    }
}

fn open(report: &Report) -> NextStep<'_> {
    let distrusted = findings(report).find_map(|finding| match &finding.detail {
        Detail::AnchorDistrusted { releases, .. } => Some((finding, releases)),
        _ => None,
    });
    let undecided = findings(report).find(|finding| finding.detail.kind().undecided);
    let (reason, step, primary) = match (distrusted, undecided) {
        (Some((finding, releases)), _) => (
            Reason::Finding(finding),
            Step::Say(Instruction::OtherCa(releases)),
            StepButton::CopyForTicket,
        ),
        (None, Some(finding)) => (
            Reason::Undecided(finding),
            Step::Explain(finding),
            StepButton::CopyCommand,
        ),
        (None, None) => (
            Reason::JavaMessage,
            Step::Say(Instruction::CallsStillFail),
            StepButton::CopyCommand,
        ),
    };
    NextStep {
        tone: Tone::Open,
        reason,
        also: Vec::new(),
        warning: None,
        group: None,
        step,
        primary,
        second: None,
    }
}

/// The reason, the instruction and the buttons for a rejected chain.
struct Choice<'a> {
    reason: Option<Reason<'a>>,
    step: Step<'a>,
    primary: StepButton,
    second: Option<StepButton>,
}

fn rejected<'a>(report: &'a Report, repaired: Repaired<'_>, tone: Tone) -> NextStep<'a> {
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
        Fix::SendIssuer { .. }
        | Fix::Reorder { .. }
        | Fix::ReplaceIntermediate { .. }
        | Fix::ReplaceRoot { .. }
        | Fix::Remove { .. }
        | Fix::SendRoot { .. } => FixGroup::File,
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
    let met = |outcome: &Outcome| matches!(outcome, Outcome::Pass | Outcome::Warn);
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
