//! A report among components: compared by identity, so that a re-render does not compare ten thousand certificates.

use std::ops::Deref;
use std::rc::Rc;

use crate::report::Report;

/// A shared report.
#[derive(Clone)]
pub(crate) struct Shared(pub(crate) Rc<Report>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = Report;

    fn deref(&self) -> &Report {
        &self.0
    }
}
