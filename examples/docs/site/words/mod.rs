//! The texts of a finding's page: a title, what the finding means, why API Gateway cares, and what
//! to do.
//!
//! They are not part of the library, so no program contains them.

mod en;
mod es;
mod fr;

use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::Detail;

/// The words of one page, as Markdown without blocks. A code in backticks becomes a link to its
/// page.
pub struct Words {
    pub title: &'static str,
    pub meaning: &'static str,
    pub why: &'static str,
    pub todo: &'static str,
}

fn words(title: &'static str, meaning: &'static str, why: &'static str, todo: &'static str) -> Words {
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
        Locale::En => en::english(detail),
        Locale::Fr => fr::french(detail),
        Locale::Es => es::spanish(detail),
    }
}
