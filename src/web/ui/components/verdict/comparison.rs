//! The differences from the previous input: what is fixed, what is left, what is new.

use yew::prelude::*;

use crate::engine::{Difference, compare};
use crate::i18n::{Locale, ReportPhrase, ReportText};
use crate::report::Report;
use crate::web::ui::components::basic::icon::{Sign, icon};
use crate::web::ui::shared::Shared;
use crate::web::ui::state::Action;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) former: Shared<Report>,
    pub(crate) report: Shared<Report>,
    pub(crate) on: Callback<Action>,
}

/// The three lists of findings.
#[component]
pub(crate) fn CompareView(props: &Props) -> Html {
    let Props {
        locale,
        former,
        report,
        on,
    } = props;
    let locale = *locale;
    let Difference {
        fixed,
        left,
        new,
        issuers,
    } = compare(former, report);
    let list = |heading: ReportText,
                sign: Sign,
                tone: &'static str,
                of: &Shared<Report>,
                findings: &[&crate::report::Finding]| {
        if findings.is_empty() {
            return html! {};
        }
        html! {
            <div class={classes!("compare__part", tone)}>
                <h3 class="subtitle">{ icon(sign) }{ locale.report(heading) }</h3>
                <ul>
                    for finding in findings { <li>{ locale.finding(of, finding).headline() }{ "." }</li> }
                </ul>
            </div>
        }
    };
    html! {
        <section class="panel compare" aria-labelledby="compare-title">
            <h2 class="title" id="compare-title">{ locale.report(ReportText::CompareHeading) }</h2>
            if let Some(issuers) = issuers {
                <p>{ locale.report_phrase(&ReportPhrase::IssuerChanged { before: issuers.before, now: issuers.now }) }</p>
            }
            if issuers.is_none() && fixed.is_empty() && left.is_empty() && new.is_empty() { <p>{ locale.report(ReportText::CompareSame) }</p> }
            <div class="compare__parts">
                { list(ReportText::CompareFixed, Sign::Pass, "compare__part--fixed", former, &fixed) }
                { list(ReportText::CompareLeft, Sign::Fail, "compare__part--left", report, &left) }
                { list(ReportText::CompareNew, Sign::Warn, "compare__part--new", report, &new) }
            </div>
            <button type="button" class="button button--small" onclick={on.reform(|_: MouseEvent| Action::ForgetFormer)}>
                { locale.report(ReportText::CompareForget) }
            </button>
        </section>
    }
}
