//! DNS names as the JDK's `DNSName` accepts them.

/// Whether the JDK's own reader of DNS names (`DNSName(String)`) accepts `name`. It is stricter
/// than the JDK is with names in certificates: labels of letters, digits and inner hyphens, at most
/// 63 long, at most 253 in all.
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
