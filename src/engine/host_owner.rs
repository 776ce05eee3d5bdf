//! Recognizes host names that no certificate of the user can contain: AWS or a platform owns them,
//! or no public CA issues certificates for them.

use std::net::IpAddr;

use crate::report::NameOwner;
use crate::rules::platform_of;

/// Top-level domains that exist only in private networks (RFC 6761, RFC 6762, RFC 8375, ICANN's
/// `.internal`), and names that are often used there.
const PRIVATE: [&str; 12] = [
    "local",
    "internal",
    "localhost",
    "localdomain",
    "lan",
    "corp",
    "home",
    "intranet",
    "private",
    "svc",
    "test",
    "home.arpa",
];

/// The owner of a host name; `None` if a certificate of the user can contain it.
pub(super) fn owner_of(host: &str) -> Option<NameOwner> {
    let host = host.trim_end_matches('.').trim_matches(['[', ']']).to_ascii_lowercase();
    if host.parse::<IpAddr>().is_ok() {
        return Some(NameOwner::Address);
    }
    let below = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    if below("amazonaws.com") || below("amazonaws.com.cn") || below("on.aws") {
        let label = |wanted: &str| host.split('.').any(|label| label == wanted);
        return Some(if label("elb") {
            NameOwner::LoadBalancer
        } else if label("vpce") || host.starts_with("vpce-") {
            NameOwner::VpcEndpoint
        } else if label("execute-api") {
            NameOwner::ExecuteApi
        } else if label("compute") || host.contains(".compute-") {
            NameOwner::Instance
        } else {
            NameOwner::Aws
        });
    }
    if below("cloudfront.net") {
        return Some(NameOwner::CloudFront);
    }
    if below("compute.internal") || below("ec2.internal") {
        return Some(NameOwner::Instance);
    }
    if platform_of(&host).is_some() {
        return Some(NameOwner::Platform);
    }
    let private = !host.contains('.') || PRIVATE.iter().any(|domain| below(domain));
    private.then_some(NameOwner::PrivateNetwork)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_aws_platforms_and_private_networks_have_an_owner() {
        for (host, owner) in [
            ("internal-app-1.eu-west-1.elb.amazonaws.com", NameOwner::LoadBalancer),
            ("app-0a1b.elb.us-east-1.amazonaws.com", NameOwner::LoadBalancer),
            ("APP-0a1b.elb.cn-north-1.amazonaws.com.cn.", NameOwner::LoadBalancer),
            (
                "vpce-1-2.vpce-svc-3.eu-west-1.vpce.amazonaws.com",
                NameOwner::VpcEndpoint,
            ),
            (
                "bucket.vpce-1-2.s3.eu-west-1.vpce.amazonaws.com",
                NameOwner::VpcEndpoint,
            ),
            (
                "vpce-1-2.execute-api.eu-west-1.vpce.amazonaws.com",
                NameOwner::VpcEndpoint,
            ),
            ("a1b2.execute-api.eu-west-1.amazonaws.com", NameOwner::ExecuteApi),
            ("d111.cloudfront.net", NameOwner::CloudFront),
            ("ec2-1-2-3-4.eu-west-1.compute.amazonaws.com", NameOwner::Instance),
            ("ec2-1-2-3-4.compute-1.amazonaws.com", NameOwner::Instance),
            ("ip-10-0-0-1.eu-west-1.compute.internal", NameOwner::Instance),
            ("ip-10-0-0-1.ec2.internal", NameOwner::Instance),
            ("bucket.s3.amazonaws.com", NameOwner::Aws),
            ("abc.lambda-url.eu-west-1.on.aws", NameOwner::Aws),
            ("app.azurewebsites.net", NameOwner::Platform),
            ("app.up.railway.app", NameOwner::Platform),
            ("api.default.svc.cluster.local", NameOwner::PrivateNetwork),
            ("backend", NameOwner::PrivateNetwork),
            ("10.0.0.7", NameOwner::Address),
            ("[2001:db8::1]", NameOwner::Address),
        ] {
            assert_eq!(owner_of(host), Some(owner), "{host}");
        }
        for host in [
            "api.example.com",
            "elb.amazonaws.com.example.org",
            "amazonaws.com",
            "myherokuapp.com",
        ] {
            assert_eq!(owner_of(host), None, "{host}");
        }
    }
}
