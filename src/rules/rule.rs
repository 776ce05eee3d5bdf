//! What a rule is: its identity, its sources and its check.

use super::context::Context;
use crate::report::{Finding, RuleId};

/// One of the four requirements.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Which of the four.
    pub id: RuleId,
    /// Its sources; the first one decides.
    pub citations: &'static [Citation],
    /// Checks a chain; the findings are in any order.
    pub check: fn(&Context<'_>) -> Vec<Finding>,
}

/// A source with its address and the day on which it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The kind of text.
    pub source: Source,
    /// Its address.
    pub url: &'static str,
    /// The day on which it was read, `YYYY-MM-DD`.
    pub read: &'static str,
}

/// The kind of text that a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// AWS's article on the error.
    AwsArticle,
    /// A page of the API Gateway Developer Guide.
    AwsDeveloperGuide,
    /// A section of RFC 5280.
    Rfc5280 {
        /// The section's number.
        section: &'static str,
    },
}

/// AWS's article.
pub(super) const ARTICLE: Citation = Citation {
    source: Source::AwsArticle,
    url: "https://repost.aws/knowledge-center/api-gateway-ssl-error",
    read: "2026-11-23",
};
