//! `--format junit`: one `testsuite` per server, one `testcase` per requirement.
//!
//! There is no standard. The elements and attributes are those that Jenkins, GitLab and GitHub's
//! actions read: the schema `junit-10.xsd` of Jenkins' xUnit plugin allows them.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::arguments::NAME;
use super::checked::{Case, CaseResult, Checked, Level};
use crate::visible::visible;

/// The whole document, with a line feed at the end.
pub(super) fn document(checked: &[Checked]) -> String {
    let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 2));
    xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    let all = || checked.iter().flat_map(|one| &one.cases);
    xml.open(
        "testsuites",
        &[("name", NAME.to_owned())]
            .into_iter()
            .chain(counts(all()))
            .collect::<Vec<_>>(),
    );
    for one in checked {
        let name = [("name", one.name.clone())];
        let file = one.file.iter().map(|file| ("file", file.clone()));
        let skipped = [("skipped", count(one.cases.iter(), CaseResult::Unknown))];
        let attributes = name
            .into_iter()
            .chain(counts(one.cases.iter()))
            .chain(skipped)
            .chain(file);
        xml.open("testsuite", &attributes.collect::<Vec<_>>());
        for case in &one.cases {
            xml.case(&one.name, case);
        }
        xml.close("testsuite");
    }
    xml.close("testsuites");
    // The writer gets only strings.
    String::from_utf8(xml.0.into_inner()).unwrap_or_default() + "\n"
}

fn count<'c>(cases: impl Iterator<Item = &'c Case>, result: CaseResult) -> String {
    cases.filter(|case| case.result == result).count().to_string()
}

fn counts<'c>(cases: impl Iterator<Item = &'c Case> + Clone) -> [(&'static str, String); 3] {
    [
        ("tests", cases.clone().count().to_string()),
        ("failures", count(cases.clone(), CaseResult::Failed)),
        ("errors", count(cases, CaseResult::Error)),
    ]
}

struct Xml(Writer<Vec<u8>>);

impl Xml {
    fn event(&mut self, event: Event<'_>) {
        // A vector accepts everything.
        let _ = self.0.write_event(event);
    }

    fn start<'n>(name: &'n str, attributes: &[(&str, String)]) -> BytesStart<'n> {
        let mut start = BytesStart::new(name);
        for (name, value) in attributes {
            start.push_attribute((*name, visible(value).as_str()));
        }
        start
    }

    fn open(&mut self, name: &str, attributes: &[(&str, String)]) {
        self.event(Event::Start(Self::start(name, attributes)));
    }

    fn close(&mut self, name: &str) {
        self.event(Event::End(BytesEnd::new(name)));
    }

    fn element(&mut self, name: &str, attributes: &[(&str, String)], text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(&visible(text))));
        self.close(name);
    }

    fn case(&mut self, class: &str, case: &Case) {
        let attributes = [("name", case.name.clone()), ("classname", class.to_owned())];
        if case.result == CaseResult::Passed && case.problems.is_empty() {
            self.event(Event::Empty(Self::start("testcase", &attributes)));
            return;
        }
        self.open("testcase", &attributes);
        let element = match case.result {
            CaseResult::Passed => None,
            CaseResult::Failed => Some("failure"),
            CaseResult::Unknown => Some("skipped"),
            CaseResult::Error => Some("error"),
        };
        let decides = |level: Level| case.result == CaseResult::Unknown || level == Level::Error;
        let (main, notes): (Vec<_>, Vec<_>) = match element {
            Some(_) => case.problems.iter().partition(|problem| decides(problem.level)),
            None => (Vec::new(), case.problems.iter().collect()),
        };
        if let Some(element) = element {
            let first = main.first();
            let message = first.map(|problem| problem.message.clone()).unwrap_or_default();
            let code = first.map(|problem| problem.code.clone()).unwrap_or_default();
            let all: Vec<&str> = main.iter().map(|problem| problem.message.as_str()).collect();
            self.element(element, &[("type", code), ("message", message)], &all.join(" | "));
        }
        for note in notes {
            self.element("system-out", &[], &note.message);
        }
        self.close("testcase");
    }
}
