//! The guide to a report: other tools' messages, commands to check it by hand, causes that a pasted
//! chain cannot show, how to install the repaired chain, and the exported report.
//!
//! Input: a [`Report`], and the host name and port if they are known. Output: commands and snippets
//! as text, explained by [`GuideText`](crate::i18n::GuideText)s, and whole documents in a
//! [`Locale`](crate::i18n::Locale). It checks nothing itself.
//!
//! A command contains a host name only if [`host::parse`] accepts it, and never a name from a
//! certificate: those are untrusted text.
//!
//! # Example
//! ```no_run
//! use sslengine_doctor::guide::{Guide, System};
//! use sslengine_doctor::report::{Report, RuleId};
//!
//! fn print(report: &Report) {
//!     for command in Guide::new(report).commands(RuleId::Chain, System::Unix) {
//!         println!("{}", command.text);
//!     }
//! }
//! ```

mod calendar;
mod command;
mod commands;
mod export;
mod fetch;
mod files;
pub mod host;
mod install;
mod integration;
mod next_step;
mod term;
mod tls_config;
mod truststore;
mod unseen;
mod verify;
mod vocabulary;

pub use command::{CommandPurpose, Expected, ShellCommand, System};
pub(crate) use export::escaped;
pub use export::{clients_markdown, evidence_markdown, inline};
pub use fetch::fetch_commands;
pub use files::GuideFile;
pub use host::Endpoint;
pub use install::{Install, ServerKind, Snippet, install};
pub use integration::{IntegrationKind, Remark};
pub use next_step::{
    FixGroup, NextStep, Reason, Repaired, StepButton, Tone, badge_text, days_valid, group_of_fix, helps, next_step,
    reason_sentence, tone,
};
pub use term::{Glossary, Term, VerifyError};
pub use tls_config::{TlsConfig, TlsSetting, TlsTool, tls_config};
pub use truststore::{TRUST_ALIAS, TRUST_SETUPS, TrustSetup, TrustTool, import_ca};
pub use unseen::{Unseen, UnseenEntry};
pub use vocabulary::{vocabulary, vocabulary_of_hostname};

use crate::report::{CertIndex, CertificateReport, Detail, PathStep, Report, RuleId};

/// The guide to one report.
#[derive(Clone, Debug)]
pub struct Guide<'a> {
    report: &'a Report,
    host: Option<Endpoint>,
}

impl<'a> Guide<'a> {
    /// Creates a guide, with the report's host name if it is safe in a command. The port is that of
    /// a pasted command or address for the same host, or else 443.
    #[must_use]
    pub fn new(report: &'a Report) -> Self {
        // Only a plain name is used: a command for a part of the typed text could connect to
        // another host.
        let plain = |asked: &str| {
            let bare = asked.trim_start_matches('[').trim_end_matches(['.', ']']);
            host::parse(asked).filter(|host| host.name == bare)
        };
        let mut host = report.asked.hostname.as_deref().and_then(plain);
        let hint = report.input.hints.host.as_ref();
        if let (Some(host), Some(hint)) = (&mut host, hint)
            && hint.name.eq_ignore_ascii_case(&host.name)
        {
            host.port = hint.port.unwrap_or(host.port);
        }
        Self { report, host }
    }

    /// The same guide with another host, such as one with a port from the host field.
    #[must_use]
    pub fn with_host(self, host: Option<Endpoint>) -> Self {
        Self { host, ..self }
    }

    /// The host in the commands; `None` if they contain a placeholder.
    #[must_use]
    pub fn host(&self) -> Option<&Endpoint> {
        self.host.as_ref()
    }

    /// The host, or the placeholder.
    fn host_or_placeholder(&self) -> Endpoint {
        self.host.clone().unwrap_or_else(Endpoint::placeholder)
    }

    /// The certificates of the path, leaf first, without a root that was not sent.
    fn path(&self) -> impl DoubleEndedIterator<Item = &'a CertificateReport> {
        let report = self.report;
        report.path.iter().filter_map(move |step| match step {
            PathStep::Certificate(index) => report.certificates.get(index.get()),
            PathStep::Anchor { .. } => None,
        })
    }

    /// The server's own certificate; `None` if the input has only CA certificates.
    fn leaf(&self) -> Option<&'a CertificateReport> {
        let missing = |f: &crate::report::Finding| matches!(f.detail, Detail::LeafMissing {});
        let chain = self.report.rule(RuleId::Chain);
        if chain.is_some_and(|rule| rule.findings.iter().any(missing)) {
            return None;
        }
        self.path().next()
    }

    /// Whether the certificate is the last of the path and its own issuer.
    fn is_root(&self, index: CertIndex) -> bool {
        let last = self.path().next_back();
        last.is_some_and(|c| c.index == index && c.self_issued && c.is_ca)
    }
}
