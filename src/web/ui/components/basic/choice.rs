//! A list from which one value is chosen, such as a server, a tool, or a system.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) id: &'static str,
    pub(crate) label: AttrValue,
    pub(crate) options: Vec<AttrValue>,
    /// The position of the chosen option.
    pub(crate) chosen: usize,
    pub(crate) on_choose: Callback<usize>,
    #[prop_or_default]
    pub(crate) describedby: Option<&'static str>,
}

/// The list with its label.
#[component]
pub(crate) fn Choice(props: &Props) -> Html {
    let onchange = props.on_choose.reform(|event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>();
        chosen
            .and_then(|select| usize::try_from(select.selected_index()).ok())
            .unwrap_or_default()
    });
    html! {
        <div class="choice">
            <label class="choice__label" for={props.id}>{ props.label.clone() }</label>
            <select class="select" id={props.id} {onchange} aria-describedby={props.describedby}>
                for (place, option) in props.options.iter().enumerate() {
                    <option selected={place == props.chosen}>{ option.clone() }</option>
                }
            </select>
        </div>
    }
}
