//! The result stored in a link, and how it differs from the result now.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

use super::LinkError;
use super::fields::{ANSWER, CLIENT, EDITION, VERSION, Writer, push_signed, take_array, take_moment, text};
use crate::cert::UnixTime;
use crate::report::{Outcome, Report, RuleId, Tool, Verdict};
use crate::trust::{ClientId, ListVersion};

/// The result at the time when a link was made.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// The time that was checked.
    pub judged_at: UnixTime,
    /// The overall result.
    pub verdict: Verdict,
    /// The rules' outcomes, in the order of [`RuleId::ALL`].
    pub outcomes: [Outcome; 4],
    /// Whether Java accepts the chain.
    pub accepted: bool,
    /// The versions of the program and of AWS's list.
    pub tool: Tool,
    /// The client that checks the certificates.
    pub client: ClientId,
}

/// A value that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
pub struct Change<T> {
    /// The value in the link.
    pub before: T,
    /// The value now.
    pub now: T,
}

impl<T: PartialEq> Change<T> {
    fn between(before: T, now: T) -> Option<Self> {
        (before != now).then_some(Self { before, now })
    }
}

/// The differences between the result in a link and the result now.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// The two times that were checked, even if they are equal.
    pub moment: Change<UnixTime>,
    /// The overall result.
    pub verdict: Option<Change<Verdict>>,
    /// The rules whose outcomes differ, in order.
    pub outcomes: Vec<(RuleId, Change<Outcome>)>,
    /// Whether Java accepts the chain.
    pub accepted: Option<Change<bool>>,
    /// The version of AWS's list.
    pub edition: Option<Change<ListVersion>>,
    /// The version of this program.
    pub version: Option<Change<String>>,
}

impl Changes {
    /// Whether the result is the same; program, list and time may differ.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.verdict.is_none() && self.outcomes.is_empty() && self.accepted.is_none()
    }
}

impl Summary {
    /// Creates a summary of a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        Self {
            judged_at: report.at,
            verdict: report.verdict,
            outcomes: report.outcomes(),
            accepted: report.handshake.accepted,
            tool: report.tool.clone(),
            client: report.client.id,
        }
    }

    /// Returns the differences to `report`, a new report on the same certificates.
    #[must_use]
    pub fn changes(&self, report: &Report) -> Changes {
        let now = Self::of(report);
        let outcomes = RuleId::ALL.into_iter().zip(self.outcomes).zip(now.outcomes);
        Changes {
            moment: Change {
                before: self.judged_at,
                now: now.judged_at,
            },
            verdict: Change::between(self.verdict, now.verdict),
            outcomes: outcomes
                .filter_map(|((rule, before), now)| Some((rule, Change::between(before, now)?)))
                .collect(),
            accepted: Change::between(self.accepted, now.accepted),
            edition: Change::between(self.tool.trust_list_version.clone(), now.tool.trust_list_version),
            version: Change::between(self.tool.version.clone(), now.tool.version),
        }
    }

    pub(super) fn write(&self, writer: &mut Writer) {
        // Older releases read only the first bit: to them, an inconclusive verdict is a rejection.
        let verdict = match self.verdict {
            Verdict::Fail => 0,
            Verdict::Pass => 1,
            Verdict::Inconclusive => 4,
        };
        let outcomes = self.outcomes.iter().rev().fold(0, |bits, o| bits << 2 | bits_of(*o));
        let mut answer = vec![verdict | u8::from(self.accepted) << 1, outcomes];
        push_signed(&mut answer, self.judged_at.seconds());
        writer.field(ANSWER, &answer);
        writer.field(VERSION, self.tool.version.as_bytes());
        writer.field(EDITION, self.tool.trust_list_version.to_string().as_bytes());
        if self.client != ClientId::API_GATEWAY {
            writer.field(CLIENT, self.client.as_str().as_bytes());
        }
    }
}

fn bits_of(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Pass => 0,
        Outcome::Warn => 1,
        Outcome::Fail => 2,
        // The client says which requirements do not apply.
        Outcome::Unknown | Outcome::NotApplicable => 3,
    }
}

fn outcome(bits: u8) -> Outcome {
    match bits & 3 {
        0 => Outcome::Pass,
        1 => Outcome::Warn,
        2 => Outcome::Fail,
        _ => Outcome::Unknown,
    }
}

/// The parts of a summary, read from fields.
#[derive(Default)]
pub(super) struct Parts {
    answer: Option<(UnixTime, Verdict, [Outcome; 4], bool)>,
    version: String,
    edition: String,
    client: ClientId,
}

impl Parts {
    /// Reads a field; false if it is not part of a summary.
    pub(super) fn take(&mut self, number: u8, mut content: &[u8]) -> Result<bool, LinkError> {
        match number {
            ANSWER => {
                let [bits, outcomes] = take_array(&mut content)?;
                let verdict = match (bits & 1, bits & 4) {
                    (1, _) => Verdict::Pass,
                    (_, 4) => Verdict::Inconclusive,
                    _ => Verdict::Fail,
                };
                let outcomes = [0, 2, 4, 6].map(|shift| outcome(outcomes >> shift));
                self.answer = Some((take_moment(&mut content)?, verdict, outcomes, bits & 2 == 2));
            }
            VERSION => self.version = text(content)?,
            EDITION => self.edition = text(content)?,
            CLIENT => {
                let client = ClientId::parse(&text(content)?);
                self.client = client.ok_or(LinkError::Newer { version: 1 })?;
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    pub(super) fn summary(self) -> Result<Summary, LinkError> {
        let (judged_at, verdict, mut outcomes, accepted) = self.answer.ok_or(LinkError::Malformed)?;
        if let ([.., key_size], false) = (&mut outcomes, self.client == ClientId::API_GATEWAY) {
            *key_size = Outcome::NotApplicable;
        }
        Ok(Summary {
            judged_at,
            verdict,
            outcomes,
            accepted,
            tool: Tool {
                version: self.version,
                trust_list_version: self.edition.into(),
            },
            client: self.client,
        })
    }
}
