//! Other JSON forms: certificates without a check, a repaired chain, and one of several servers.

use serde::{Serialize, Serializer};

use super::{AnswerForm, Context, InputErrorView, InputForm, ReportView, WithMessage, input_form};
use crate::cert::UnixTime;
use crate::i18n::{Locale, ReportPhrase, ReportText};
use crate::report::{CertificateReport, Change, MostClients, PathStep, Repair, RepairedCertificate, Report, Tool};
use crate::trust::ClientId;

/// The certificates of an input and the notes about it, without a check: `{ schemaVersion, tool,
/// at, certificates, input }`.
#[derive(Clone, Copy, Debug)]
pub struct InspectionView<'a> {
    report: &'a Report,
    certificates: &'a [CertificateReport],
    locale: Locale,
}

impl<'a> InspectionView<'a> {
    /// Creates a view of the certificates and the input of `report`, in the language `locale`.
    #[must_use]
    pub fn new(report: &'a Report, locale: Locale) -> Self {
        Self {
            report,
            certificates: &report.certificates,
            locale,
        }
    }

    /// Returns this view without certificates, for callers that write them one by one.
    #[must_use]
    pub fn without_certificates(self) -> Self {
        Self {
            certificates: &[],
            ..self
        }
    }
}

impl Serialize for InspectionView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Form<'a> {
            schema_version: u32,
            tool: &'a Tool,
            at: UnixTime,
            certificates: &'a [CertificateReport],
            input: InputForm<'a>,
        }
        let report = self.report;
        Form {
            schema_version: report.schema_version,
            tool: &report.tool,
            at: report.at,
            certificates: self.certificates,
            input: input_form(&report.input, Context::of_report(report, self.locale)),
        }
        .serialize(serializer)
    }
}

/// A repaired chain with texts in one language and its PEM files.
///
/// The PEM files: `fullChain` (leaf and intermediates), `fullChainWithRoot`, `recommended`
/// (whichever of the two the server should send), `acmCertificate`, `acmChain`.
#[derive(Clone, Copy, Debug)]
pub struct RepairView<'a> {
    repair: &'a Repair,
    locale: Locale,
}

impl<'a> RepairView<'a> {
    /// Creates a view of `repair` in the language `locale`.
    #[must_use]
    pub fn new(repair: &'a Repair, locale: Locale) -> Self {
        Self { repair, locale }
    }
}

impl Serialize for RepairView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Form<'a> {
            client: ClientId,
            status: WithMessage<&'a crate::report::RepairStatus>,
            chain: &'a [RepairedCertificate],
            root: Option<&'a RepairedCertificate>,
            root_recommended: bool,
            changes: Vec<WithMessage<&'a Change>>,
            accepted: bool,
            verdict: crate::report::Verdict,
            outcomes: &'a [crate::report::Outcome; 4],
            unavailable: &'a [u8],
            full_chain: String,
            full_chain_with_root: String,
            recommended: String,
            acm_certificate: String,
            acm_chain: String,
        }
        // Destructure: a new field does not compile until it is handled here.
        let Repair {
            client,
            status,
            chain,
            root,
            root_recommended,
            changes,
            accepted,
            verdict,
            outcomes,
            unavailable,
        } = self.repair;
        let change = |change| WithMessage {
            value: change,
            message: self.locale.repair_change(change),
        };
        Form {
            client: *client,
            status: WithMessage {
                value: status,
                message: self.locale.repair_status(self.repair).sentence(),
            },
            chain,
            root: root.as_ref(),
            root_recommended: *root_recommended,
            changes: changes.iter().map(change).collect(),
            accepted: *accepted,
            verdict: *verdict,
            outcomes,
            unavailable,
            full_chain: self.repair.full_chain(),
            full_chain_with_root: self.repair.full_chain_with_root(),
            recommended: self.repair.recommended(),
            acm_certificate: self.repair.acm_certificate(),
            acm_chain: self.repair.acm_chain(),
        }
        .serialize(serializer)
    }
}

/// The chain that the most clients accept, with texts in one language: `{ accepted,
/// acceptedAsSent, message, chain, recommended, clients, repair }`.
///
/// If no client accepts any chain, `accepted` is 0, `chain` is empty, and `repair` says why.
#[derive(Clone, Copy, Debug)]
pub struct MostClientsView<'a> {
    found: Result<&'a MostClients, &'a Repair>,
    locale: Locale,
}

impl<'a> MostClientsView<'a> {
    /// Creates a view of the chain, or of the repair if there is none, in the language `locale`.
    #[must_use]
    pub fn new(found: Result<&'a MostClients, &'a Repair>, locale: Locale) -> Self {
        Self { found, locale }
    }
}

impl Serialize for MostClientsView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Form<'a> {
            accepted: usize,
            accepted_as_sent: usize,
            message: String,
            chain: &'a [RepairedCertificate],
            recommended: String,
            clients: Vec<AnswerForm<'a>>,
            repair: Option<RepairView<'a>>,
        }
        let locale = self.locale;
        let form = match self.found {
            Ok(MostClients { best, as_sent }) => Form {
                accepted: best.table.accepted(),
                accepted_as_sent: *as_sent,
                message: locale.report_phrase(&ReportPhrase::MostClients {
                    accepted: best.table.accepted(),
                    of: best.table.rows.len(),
                    as_sent: *as_sent,
                }),
                chain: &best.chain,
                recommended: best.pem(),
                clients: ReportView::new(&best.report, locale).answers(&best.table),
                repair: best.repair.as_ref().map(|repair| RepairView::new(repair, locale)),
            },
            Err(repair) => Form {
                accepted: 0,
                accepted_as_sent: 0,
                message: locale.report(ReportText::NoClientAccepts).to_owned(),
                chain: &[],
                recommended: String::new(),
                clients: Vec::new(),
                repair: Some(RepairView::new(repair, locale)),
            },
        };
        form.serialize(serializer)
    }
}

/// One server of several: `{ name, line, report, error }`. Either `report` or `error` is null.
#[derive(Clone, Copy, Debug)]
pub struct ServerView<'a> {
    /// The name of the input, if it has one.
    pub name: Option<&'a str>,
    /// The report, or why there is none.
    pub outcome: Result<ReportView<'a>, InputErrorView<'a>>,
}

/// Returns the line of the input, from 1, where the server's certificate begins; `None` if the
/// report has no path.
#[must_use]
pub fn line_of_server(report: &Report) -> Option<u32> {
    match report.path.first() {
        Some(PathStep::Certificate(index)) => report.certificates.get(index.get()).map(|c| c.source.at.line),
        _ => None,
    }
}

impl Serialize for ServerView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Form<'a> {
            name: Option<&'a str>,
            line: Option<u32>,
            report: Option<&'a ReportView<'a>>,
            error: Option<&'a InputErrorView<'a>>,
        }
        let report = self.outcome.as_ref().ok();
        Form {
            name: self.name,
            line: report.and_then(|view| line_of_server(view.report)),
            report,
            error: self.outcome.as_ref().err(),
        }
        .serialize(serializer)
    }
}
