//! The table of clients: the answer of each, and the reason.

use yew::prelude::*;

use crate::i18n::{ClientText, Locale, as_sentence};
use crate::report::{ClientAnswer, ClientTable, Report, Verdict};
use crate::visible::visible;
use crate::web::ui::components::basic::icon::{Sign, icon};

/// The table, with a label for screen readers. On a phone each row becomes a small block, so the
/// roles are written out.
pub(crate) fn table(locale: Locale, label: &'static str, report: &Report, answers: &ClientTable) -> Html {
    let head = |text: ClientText| html! { <th role="columnheader" scope="col">{ locale.client_text(text) }</th> };
    html! {
        <table class="clients" role="table" aria-label={label}>
            <thead role="rowgroup">
                <tr role="row">{ head(ClientText::Client) }{ head(ClientText::Answer) }{ head(ClientText::Reason) }</tr>
            </thead>
            <tbody role="rowgroup">
                for answer in &answers.rows { { row(locale, report, answer) } }
            </tbody>
        </table>
    }
}

fn row(locale: Locale, report: &Report, answer: &ClientAnswer) -> Html {
    let own = answer.client == report.client.id;
    let sign = match (answer.verdict, answer.accepted) {
        (Verdict::Fail, true) => Sign::Warn,
        (verdict, _) => Sign::from(verdict),
    };
    let tone = match sign {
        Sign::Pass => "clients__answer clients__answer--pass",
        Sign::Fail => "clients__answer clients__answer--fail",
        _ => "clients__answer clients__answer--warn",
    };
    let reason = locale.client_reason(report, answer);
    let reason = if reason.is_empty() {
        reason
    } else {
        as_sentence(&reason)
    };
    html! {
        <tr role="row" class={own.then_some("clients__own")} data-client={answer.client.as_str()} data-answer={answer.verdict.as_str()}>
            <th role="rowheader" scope="row">{ locale.client_name(answer.client) }</th>
            <td role="cell" class={tone}>{ icon(sign) }{ locale.client_answer(answer) }</td>
            <td role="cell" class="clients__reason">{ visible(&reason) }</td>
        </tr>
    }
}
