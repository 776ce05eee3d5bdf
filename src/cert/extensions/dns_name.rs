//! Checks DNS names as the JDK's `DNSName(String)` does.

/// Whether the JDK's constructor `DNSName(String)` accepts `name`.
///
/// It is stricter than the JDK's parser of certificates: labels have 1 to 63 letters, digits and
/// inner hyphens, and a name has at most 253 characters.
#[must_use]
pub fn strict_dns_name(name: &str) -> bool {
    let label_ok = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    name.len() <= 253 && name.split('.').all(label_ok)
}
