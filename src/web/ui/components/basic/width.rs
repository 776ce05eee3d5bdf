//! How wide an element is, so that a drawing can be made for it.

use crate::web::ui::browser::events;
use web_sys::Element;
use yew::prelude::*;

/// A reference for an element, and its inner width in pixels: `first` until it is known, then as the window changes.
#[hook]
pub(crate) fn use_width(first: f64) -> (NodeRef, f64) {
    let node = use_node_ref();
    let width = use_state_eq(|| first);
    {
        let (node, width) = (node.clone(), width.setter());
        use_effect_with((), move |()| {
            let measure = move || {
                // An element that is not shown has no width: the drawing stays as it was.
                let inner = node.cast::<Element>().map(|element| element.client_width());
                if let Some(inner) = inner.filter(|inner| *inner > 0) {
                    width.set(f64::from(inner));
                }
            };
            measure();
            events::listen(events::window(), "resize", move |_: web_sys::Event| measure())
        });
    }
    (node, *width)
}
