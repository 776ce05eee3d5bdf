//! Parses IP literals as the JDK does (`IPAddressUtil`).

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Parses an IP literal as the JDK does: IPv4 may have fewer than four parts, and IPv6 may have a
/// zone.
pub(crate) fn read(text: &str) -> Option<IpAddr> {
    if let Some((v6, _zone)) = text.split_once('%') {
        return v6.parse::<Ipv6Addr>().ok().map(canonical);
    }
    if let Ok(v6) = text.parse::<Ipv6Addr>() {
        return Some(canonical(v6));
    }
    if text.len() > 15 {
        return None;
    }
    let parts: Vec<&str> = text.split('.').collect();
    let (last, heads) = parts.split_last()?;
    if heads.len() > 3
        || !parts
            .iter()
            .all(|p| !p.is_empty() && p.len() <= 10 && p.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    let mut value: u32 = 0;
    for head in heads {
        value = value << 8 | u32::from(head.parse::<u8>().ok()?);
    }
    let tail_bits = 32 - 8 * u32::try_from(heads.len()).ok()?;
    let tail: u64 = last.parse().ok()?;
    if tail >= 1u64 << tail_bits {
        return None;
    }
    let tail = u32::try_from(tail).ok()?;
    let head = if tail_bits == 32 { 0 } else { value << tail_bits };
    Some(IpAddr::V4(Ipv4Addr::from(head | tail)))
}

/// Converts an IPv4-mapped IPv6 address to IPv4; other addresses stay IPv6.
pub(crate) fn canonical(v6: Ipv6Addr) -> IpAddr {
    v6.to_ipv4_mapped().map_or(IpAddr::V6(v6), IpAddr::V4)
}

/// Returns the bytes of an address.
pub(crate) fn bytes(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(v4) => v4.octets().to_vec(),
        IpAddr::V6(v6) => v6.octets().to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_addresses_like_java() {
        assert_eq!(read("1.2.3"), "1.2.0.3".parse().ok());
        assert_eq!(read("16909060"), "1.2.3.4".parse().ok());
        assert_eq!(read("192.168.100.200"), "192.168.100.200".parse().ok());
        assert_eq!(read("0000000000001.2.3.4"), None, "longer than an address");
        assert_eq!(read("::ffff:1.2.3.4"), "1.2.3.4".parse().ok());
        assert_eq!(read("fe80::1%eth0"), "fe80::1".parse().ok());
        assert_eq!(read("1.2.3.256"), None);
        assert_eq!(read("0000000001"), "0.0.0.1".parse().ok());
        for text in ["example.com", "1.2.3.4.5", "1..3", "00000000001", "1.+2", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
