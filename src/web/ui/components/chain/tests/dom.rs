//! The output of a component as plain data.

use yew::virtual_dom::VNode;

/// An element of the drawn lists.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) tag: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

/// A child of an element.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

/// Reads the nodes that Yew would put into the page.
pub(super) fn read(node: &VNode, into: &mut Vec<Node>) {
    match node {
        VNode::VTag(tag) => {
            let mut children = Vec::new();
            if let Some(inner) = tag.children() {
                read(inner, &mut children);
            }
            let attribute = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
            into.push(Node::Element(Element {
                tag: tag.tag().to_owned(),
                attributes: tag.attributes.iter().map(attribute).collect(),
                children,
            }));
        }
        VNode::VText(text) => into.push(Node::Text(text.text.to_string())),
        VNode::VList(list) => list.iter().for_each(|node| read(node, into)),
        other => panic!("{other:?} is neither an element nor a text"),
    }
}

impl Element {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    pub(super) fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|own| own.split(' ').any(|own| own == class))
    }

    pub(super) fn elements(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for child in &self.children {
            if let Node::Element(child) = child {
                all.extend(child.elements());
            }
        }
        all
    }

    pub(super) fn all(&self, class: &str) -> Vec<&Element> {
        self.elements().into_iter().filter(|e| e.has_class(class)).collect()
    }

    /// The text as a screen reader reads it, with a space between elements.
    pub(super) fn text(&self) -> String {
        let parts: Vec<String> = self
            .children
            .iter()
            .map(|child| match child {
                Node::Element(child) => child.text(),
                Node::Text(text) => text.clone(),
            })
            .collect();
        parts.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn texts(&self, class: &str) -> Vec<String> {
        self.all(class).iter().map(|element| element.text()).collect()
    }
}
