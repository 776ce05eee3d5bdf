//! English: the list of CAs and the trust page.

use super::{ViewText, ViewWords};
use crate::i18n::format::{say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::en::{English, count};

impl ViewWords for English {
    fn text(&self, text: ViewText) -> &'static str {
        match text {
            ViewText::AuthoritiesHint => {
                "The certificate authorities that API Gateway supports, by AWS’s list. Search by name, alias, key or fingerprint."
            }
            ViewText::AuthoritiesSearch => "Search",
            ViewText::AuthoritiesSearchHint => "A fingerprint in any form: with or without colons, SHA-1 or SHA-256",
            ViewText::AuthoritiesNone => "Nothing like this is on this edition of the list.",
            ViewText::AuthoritiesAlias => "Alias",
            ViewText::AuthoritiesName => "Name",
            ViewText::AuthoritiesKey => "Key",
            ViewText::AuthoritiesUntil => "Until",
            ViewText::AuthoritiesPaste => "Judge by a newer list",
            ViewText::AuthoritiesPasteHint => {
                "Open AWS’s page of supported authorities, select all, copy, and paste it here. It is used from then on, until you close this page."
            }
            ViewText::AuthoritiesBad => {
                "No entry of AWS’s list could be read in this text. An entry has an alias, and its SHA-1 and SHA-256."
            }
            ViewText::AuthoritiesFingerprintOnly => "Known by its fingerprint only",
            ViewText::TrustStays => "What you paste stays here",
            ViewText::TrustStaysText => {
                "The check runs in this tab, in WebAssembly. A policy inside the page (Content-Security-Policy) lets the browser talk to nothing but this page’s own files. Of your work nothing is stored: the browser keeps your choice of language and colours, and this page’s own files, so that it opens without a network. No cookies, no counting of visits, no fonts or scripts from elsewhere."
            }
            ViewText::TrustCheck => "See for yourself",
            ViewText::TrustCheckText => {
                "Open your browser’s developer tools, choose Network, and paste a chain: no request holds anything of it. The page only fetches more of its own files, among them one or two of 512 with keys and certificates of CAs. Or cut the network a minute after the page has opened, and go on."
            }
            ViewText::TrustKeys => "Private keys",
            ViewText::TrustKeysText => {
                "No check needs one. A private key that comes along is deleted before anything else sees it, and the text in the box is replaced. All the same: a key that was pasted anywhere is better replaced."
            }
            ViewText::TrustRight => "Is the answer right?",
            ViewText::TrustRightText => {
                "It was compared with a real Java client on thousands of chains; where this page and Java differ is written down in the project. API Gateway itself is not public: AWS’s texts and Java’s behaviour are the best that is known. Every rule shows the openssl commands with which you can check it."
            }
            ViewText::TrustFile => "Carry it along",
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
