//! The next step after a check: one reason, one instruction, and the buttons that help.
//!
//! Several fixes are often one act: a new certificate can be renewed, have a smaller key and
//! another name at once. So the fixes form groups, and the first group that applies gives the
//! reason and the instruction. The repaired chain is offered only if API Gateway would accept it.

mod headline;
mod rejected;

pub use headline::{badge_text, reason_sentence};
pub use rejected::{group_of_fix, helps};

use rejected::rejected;

use crate::i18n::{Instruction, Step};
use crate::report::{Detail, Finding, HostnameReport, PathStep, Repair, Report, Severity, Verdict};

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
    /// Make the client trust the CA; not for API Gateway.
    Client,
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
