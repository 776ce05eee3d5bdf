//! What a finding's page says beside the catalogue's own sentences: a title, what the finding means, why API Gateway cares,
//! what to do. No part of the library, so that no program carries it.

use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::Detail;

use super::words_en::english;
use super::words_fr::french;

/// The words of one page, as Markdown without blocks. A code in backticks becomes a link to its page.
pub struct Words {
    pub title: &'static str,
    pub meaning: &'static str,
    pub why: &'static str,
    pub todo: &'static str,
}

pub(super) fn words(title: &'static str, meaning: &'static str, why: &'static str, todo: &'static str) -> Words {
    Words {
        title,
        meaning,
        why,
        todo,
    }
}

/// The words for a finding's code; its evidence makes no difference.
pub fn of(locale: Locale, detail: &Detail) -> Words {
    match locale {
        Locale::En => english(detail),
        Locale::Fr => french(detail),
    }
}
