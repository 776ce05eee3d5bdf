//! The texts of the findings' pages: title, meaning, why API Gateway cares, and what to do.
//!
//! The library does not contain them.

mod en;
mod es;
mod fr;

use sslengine_doctor::i18n::Locale;
use sslengine_doctor::report::Detail;

/// The texts of one page, each one paragraph of Markdown. A code in backticks becomes a link to its
/// page.
pub struct Explanation {
    pub title: &'static str,
    pub meaning: &'static str,
    pub why: &'static str,
    pub todo: &'static str,
}

fn words(title: &'static str, meaning: &'static str, why: &'static str, todo: &'static str) -> Explanation {
    Explanation {
        title,
        meaning,
        why,
        todo,
    }
}

/// The texts for a finding's code, independent of its evidence.
pub fn of(locale: Locale, detail: &Detail) -> Explanation {
    match locale {
        Locale::En => en::english(detail),
        Locale::Fr => fr::french(detail),
        Locale::Es => es::spanish(detail),
    }
}
