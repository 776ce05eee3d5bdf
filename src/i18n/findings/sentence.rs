//! The forms of the verdict sentence.

/// The forms of the verdict sentence. Clauses are already in the language.
pub(crate) enum Sentence<'a> {
    /// API Gateway accepts the chain and every requirement is met.
    Accepted {
        /// The checked host name, which matches.
        hostname: Option<&'a str>,
        /// A warning, as a clause.
        warning: Option<&'a str>,
    },
    /// API Gateway can send the client certificate.
    ClientAccepted {
        /// A warning, as a clause.
        warning: Option<&'a str>,
    },
    /// API Gateway cannot send the client certificate.
    ClientRejected {
        /// Why, as a clause.
        why: &'a str,
    },
    /// No requirement failed, but one could not be checked.
    Undecided {
        /// What could not be determined, as a clause.
        why: &'a str,
    },
    /// Releases of Java differ about the chain.
    DependsOnRelease {
        /// Why, as a clause.
        why: &'a str,
    },
    /// API Gateway rejects the chain.
    Rejected {
        /// The decisive reason, as a clause.
        why: &'a str,
        /// Other requirements that are not met, by name.
        also: &'a [String],
        /// The checked host name, if it does not match either.
        hostname: Option<&'a str>,
    },
    /// Java accepts the chain, but it does not meet one of AWS's requirements.
    AgainstRequirement {
        /// The decisive reason, as a clause.
        why: &'a str,
        /// Other requirements that are not met, by name.
        also: &'a [String],
    },
    /// Java accepts the chain, but the private key of one of its certificates is public.
    Compromised {
        /// The reason, as a clause.
        why: &'a str,
        /// Other requirements that are not met, by name.
        also: &'a [String],
    },
    /// Every requirement is met, but the certificate is for another host.
    WrongHost {
        /// The reason, as a clause.
        why: &'a str,
    },
    /// API Gateway rejects the chain for a reason without a code. Java's message explains it.
    RejectedWithoutCode,
}
