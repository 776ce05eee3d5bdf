//! English: the list of CAs and the trust page.

use super::{ViewText, ViewWords};
use crate::i18n::format::{say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count};

impl ViewWords for English {
    fn text(&self, text: ViewText) -> &'static str {
        match text {
            ViewText::AuthoritiesHint => {
                "The certificate authorities (CAs) that API Gateway supports, according to AWS’s list. Search by name, alias, key or fingerprint."
            }
            ViewText::AuthoritiesSearch => "Search",
            ViewText::AuthoritiesSearchHint => "A fingerprint in any form: with or without colons, SHA-1 or SHA-256",
            ViewText::AuthoritiesNone => "No CA on this list matches.",
            ViewText::AuthoritiesAlias => "Alias",
            ViewText::AuthoritiesName => "Name",
            ViewText::AuthoritiesKey => "Key",
            ViewText::AuthoritiesUntil => "Until",
            ViewText::AuthoritiesPaste => "Use a newer list",
            ViewText::AuthoritiesPasteHint => {
                "Open AWS’s page of supported CAs, select all, copy, and paste it here. This page uses it until you close it."
            }
            ViewText::AuthoritiesBad => {
                "This text contains no readable entry of AWS’s list. An entry has an alias, and its SHA-1 and SHA-256."
            }
            ViewText::AuthoritiesFingerprintOnly => "Only its fingerprint is known",
            ViewText::TrustStays => "What you paste stays here",
            ViewText::TrustStaysText => {
                "The check runs in this tab, in WebAssembly. A policy in the page (Content-Security-Policy) lets the browser connect only to this page’s own files. None of your input is stored. The browser keeps only your choice of language and colours, and this page’s own files, so that the page opens offline. There are no cookies, no visit counters, and no fonts or scripts from other sites."
            }
            ViewText::TrustCheck => "See for yourself",
            ViewText::TrustCheckText => {
                "Open your browser’s developer tools, choose Network, and paste a chain: no request contains any of it. The page only downloads more of its own files, including one or two of 512 files with CA keys and certificates. Or disconnect from the network a minute after the page has opened, and continue."
            }
            ViewText::TrustKeys => "Private keys",
            ViewText::TrustKeysText => {
                "No check needs one. If your input contains a private key, the page removes it before any other code reads it, and replaces the text in the box. It is still safer to replace a key that was pasted anywhere."
            }
            ViewText::TrustRight => "Is the result right?",
            ViewText::TrustRightText => {
                "It was compared with a real Java client on thousands of chains. The project documents where this page and Java differ. API Gateway itself is not public: AWS’s documentation and Java’s behaviour are the best sources available. Every requirement shows openssl commands that you can check it with."
            }
            ViewText::TrustFile => "Use it offline",
            ViewText::TrustFileText => {
                "The whole page as one file works from a disk, without any network. Compare its SHA-256 after the download."
            }
            ViewText::TrustFileDownload => "Download the page as one file",
        }
    }

    fn rows_of(&self, shown: usize, total: usize) -> String {
        say!(
            "{0} of {1}",
            self.number(whole(shown)),
            count(whole(total), "certificate", "certificates")
        )
    }
}
