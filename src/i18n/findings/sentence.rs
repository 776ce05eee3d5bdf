//! The forms of the verdict sentence.

/// The verdict sentence's forms; clauses are in the language already.
pub(crate) enum Sentence<'a> {
    /// Accepted, every requirement met.
    Accepted {
        /// The host name that was asked for and matches.
        hostname: Option<&'a str>,
        /// What to mind, as a clause.
        mind: Option<&'a str>,
    },
    /// No requirement fails, but one could not be checked.
    Undecided {
        /// What could not be determined, as a clause.
        why: &'a str,
    },
    /// Refused.
    Refused {
        /// The decisive reason, as a clause.
        why: &'a str,
        /// Other requirements that are not met, by name.
        also: &'a [String],
        /// The host name that does not match either.
        hostname: Option<&'a str>,
    },
    /// Java would go on, but one of AWS's requirements is not met.
    AgainstRequirement {
        /// The decisive reason, as a clause.
        why: &'a str,
        /// Other requirements that are not met, by name.
        also: &'a [String],
    },
    /// Every requirement met, but the certificate is for another host.
    WrongHost {
        /// The reason, as a clause.
        why: &'a str,
    },
    /// Refused for a reason that has no code; Java's message is shown with it.
    RefusedPlainly,
}
