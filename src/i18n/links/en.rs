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
            LinkError::NoLink => "There is no share link of this page here. One has #v1. and many letters behind the page’s address.".to_owned(),
            LinkError::Newer { version } => say!("A newer version of this page made this link (form {0}). Reload the page, and open the link again.", version.to_string()),
            LinkError::Truncated { characters, expected: 0 } => say!("The link is cut off: only {0} of it came. Copy it whole, or ask for it anew, as a file perhaps.", count(i64::from(*characters), "character", "characters")),
            LinkError::Truncated { characters, expected } => say!("The link is cut off: {0} of its {1} characters came. Copy it whole, or ask for it anew, as a file perhaps.", self.number(i64::from(*characters)), self.number(i64::from(*expected))),
            LinkError::Damaged => "The link is damaged: a character was changed or is missing on its way. Copy it again, or ask for it anew.".to_owned(),
            LinkError::TooLong { max } => say!("The link is too long: {0} characters are the limit.", self.number(i64::from(*max))),
            LinkError::TooLarge { max } => say!("The link holds too much: {0} bytes are the limit. This page did not make it.", self.number(i64::from(*max))),
            LinkError::TooManyCertificates { max } => say!("The link holds too many certificates: {0} are the limit. This page did not make it.", self.number(i64::from(*max))),
            LinkError::Malformed => "The link cannot be read, though nothing was lost on its way. This page did not make it.".to_owned(),
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
                "The link only names certificates that this page knows, and they could not be loaded: {0}. Check the network, and open the link again.",
                names
            )
        } else {
            say!(
                "The link only names certificates that this page should know, and they are not among those it has: {0}. Reload the page, or ask for the chain as a file.",
                names
            )
        }
    }

    fn link_changes(&self, changes: &Changes) -> String {
        let then = self.date_time(changes.moment.before);
        if changes.is_empty() {
            return say!(
                "The answer is the same as in the link, where it was given for {0}.",
                then
            );
        }
        let mut text = match changes.verdict {
            Some(verdict) => say!(
                "The answer has changed since the link was made. In the link, for {0}: “{1}”. Now: “{2}”.",
                then,
                self.verdict(verdict.before),
                self.verdict(verdict.now)
            ),
            None => say!(
                "The verdict is the same as in the link, where it was given for {0}, but not each requirement came out as it did there.",
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
            Some(true) => append(&mut text, "Java’s handshake was refused and would go on now."),
            Some(false) => append(&mut text, "Java’s handshake went on and would be refused now."),
            None => (),
        }
        if let Some(edition) = &changes.edition {
            append(
                &mut text,
                &say!(
                    "It was judged by {0}, and is by {1} now.",
                    list_of(&edition.before),
                    list_of(&edition.now)
                ),
            );
        }
        if let Some(version) = &changes.version {
            append(
                &mut text,
                &say!(
                    "Version {0} of this page answered in the link, version {1} now.",
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
                "No link can be made: certificate no. {0} cannot be read.",
                self.number(i64::from(*index).saturating_add(1))
            ),
            EncodeError::TooManyCertificates { max } => say!(
                "No link can be made: it holds {0} certificates at most. Share the chain of one server.",
                self.number(i64::from(*max))
            ),
            EncodeError::TextTooLong { max } => say!(
                "No link can be made: a host name or another text is longer than {0} bytes.",
                self.number(i64::from(*max))
            ),
            EncodeError::TooLarge { max } => say!(
                "No link can be made: it would be longer than {0} characters. Share the chain of one server, or the verdict alone.",
                self.number(i64::from(*max))
            ),
        }
    }

    fn qr_error(&self, why: &QrError) -> String {
        match why {
            QrError::TooLong { characters, max } => say!(
                "The link is too long to scan: it has {0} characters, {1} are the limit. Share it as a text, or share the verdict alone.",
                self.number(i64::from(*characters)),
                self.number(i64::from(*max))
            ),
        }
    }
}
