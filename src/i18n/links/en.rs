//! English: share links.

use super::{LinkWords, ShareWords};
use crate::i18n::findings::FindingWords as _;
use crate::i18n::format::{append, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count, list_of};
use crate::num::colon_hex;
use crate::share::{Changes, EncodeError, LinkError, MissingReason, QrError, Unresolved};

impl LinkWords for English {
    fn link_error(&self, why: &LinkError) -> String {
        match why {
            LinkError::NoLink => "This is not a share link of this page. A share link has #v1. and many characters after the page’s address.".to_owned(),
            LinkError::Newer { version } => say!("A newer version of this page made this link (format {0}). Reload the page, then open the link again.", version.to_string()),
            LinkError::Truncated { characters, expected: 0 } => say!("The link is cut off: only {0} arrived. Copy the whole link, or ask the sender again, for example for a file.", count(i64::from(*characters), "character", "characters")),
            LinkError::Truncated { characters, expected } => say!("The link is cut off: {0} of its {1} characters arrived. Copy the whole link, or ask the sender again, for example for a file.", self.number(i64::from(*characters)), self.number(i64::from(*expected))),
            LinkError::Damaged => "The link is damaged: a character was changed or lost. Copy the link again, or ask the sender again.".to_owned(),
            LinkError::TooLong { max } => say!("The link is too long: the limit is {0} characters.", self.number(i64::from(*max))),
            LinkError::TooLarge { max } => say!("The link contains too much data: the limit is {0} bytes. This page did not make it.", self.number(i64::from(*max))),
            LinkError::TooManyCertificates { max } => say!("The link contains too many certificates: the limit is {0}. This page did not make it.", self.number(i64::from(*max))),
            LinkError::Malformed => "The link cannot be read, although nothing was lost in transit. This page did not make it.".to_owned(),
            LinkError::NotACertificate { index } => say!("Certificate no. {0} of the link cannot be read. This page did not make it.", self.number(i64::from(*index).saturating_add(1))),
        }
    }

    fn link_unresolved(&self, why: &Unresolved) -> String {
        let names: Vec<String> = why
            .missing
            .iter()
            .map(|missing| {
                say!(
                    "no. {0} (SHA-256 {1} …)",
                    self.number(i64::from(missing.index).saturating_add(1)),
                    colon_hex(&missing.sha256_start)
                )
            })
            .collect();
        let names = self.list(&names);
        if why
            .missing
            .iter()
            .any(|missing| missing.reason == MissingReason::NotLoaded)
        {
            say!(
                "The link refers to certificates that this page knows, but they could not be loaded: {0}. Check the network, then open the link again.",
                names
            )
        } else {
            say!(
                "The link refers to certificates that this page should know but does not have: {0}. Reload the page, or ask for the chain as a file.",
                names
            )
        }
    }

    fn link_changes(&self, changes: &Changes) -> String {
        let then = self.date_time(changes.moment.before);
        if changes.is_empty() {
            return say!(
                "The result is the same as in the link, which was checked for {0}.",
                then
            );
        }
        let mut text = match changes.verdict {
            Some(verdict) => say!(
                "The result has changed since the link was made. In the link, for {0}: “{1}”. Now: “{2}”.",
                then,
                self.verdict(verdict.before),
                self.verdict(verdict.now)
            ),
            None => say!(
                "The verdict is the same as in the link, which was checked for {0}, but the results of some requirements differ.",
                then
            ),
        };
        for (rule, outcome) in &changes.outcomes {
            let (before, now) = (self.outcome(outcome.before), self.outcome(outcome.now));
            append(
                &mut text,
                &say!(
                    "“{0}”: “{1}” in the link, “{2}” now.",
                    self.rule_name(*rule),
                    before,
                    now
                ),
            );
        }
        match changes.accepted.map(|accepted| accepted.now) {
            Some(true) => append(&mut text, "Java’s handshake failed and would succeed now."),
            Some(false) => append(&mut text, "Java’s handshake succeeded and would fail now."),
            None => (),
        }
        if let Some(edition) = &changes.edition {
            append(
                &mut text,
                &say!(
                    "The link used {0}; this check uses {1}.",
                    list_of(&edition.before),
                    list_of(&edition.now)
                ),
            );
        }
        if let Some(version) = &changes.version {
            append(
                &mut text,
                &say!(
                    "The link was made by version {0} of this page; this check is by version {1}.",
                    shown(&version.before),
                    shown(&version.now)
                ),
            );
        }
        text
    }
}

impl ShareWords for English {
    fn encode_error(&self, why: &EncodeError) -> String {
        match why {
            EncodeError::NoCertificate => "There is no certificate to share.".to_owned(),
            EncodeError::NotACertificate { index } => say!(
                "Cannot make a link: certificate no. {0} cannot be read.",
                self.number(i64::from(*index).saturating_add(1))
            ),
            EncodeError::TooManyCertificates { max } => say!(
                "Cannot make a link: it can contain at most {0} certificates. Share the chain of one server.",
                self.number(i64::from(*max))
            ),
            EncodeError::TextTooLong { max } => say!(
                "Cannot make a link: a host name or another text is longer than {0} bytes.",
                self.number(i64::from(*max))
            ),
            EncodeError::TooLarge { max } => say!(
                "Cannot make a link: it would be longer than {0} characters. Share the chain of one server, or only the verdict.",
                self.number(i64::from(*max))
            ),
        }
    }

    fn qr_error(&self, why: &QrError) -> String {
        match why {
            QrError::TooLong { characters, max } => say!(
                "The link is too long to scan: it has {0} characters, and the limit is {1}. Share it as text, or share only the verdict.",
                self.number(i64::from(*characters)),
                self.number(i64::from(*max))
            ),
        }
    }
}
