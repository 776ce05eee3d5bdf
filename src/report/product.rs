//! Products that serve a certificate which API Gateway does not accept, or not for the user's host.

use borsh::{BorshDeserialize, BorshSerialize};
use serde::Serialize;

/// A product whose own certificate a server may send instead of the one for the requested host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DefaultProduct {
    /// "Kubernetes Ingress Controller Fake Certificate" of ingress-nginx.
    IngressNginx,
    /// "TRAEFIK DEFAULT CERT".
    Traefik,
    /// Plesk's default certificate.
    Plesk,
    /// cPanel's or WHM's own certificate.
    Cpanel,
    /// A certificate for `localhost`.
    Localhost,
    /// A certificate of an ACM private CA.
    AcmPrivateCa,
    /// Debian's "snakeoil" certificate or openssl's sample organisation.
    Snakeoil,
    /// A proxy that inspects TLS (Zscaler, Netskope, Fortinet, …).
    InspectionProxy,
    /// Cloudflare's origin certificate, which only Cloudflare trusts.
    CloudflareOrigin,
    /// Let's Encrypt's staging environment.
    LetsEncryptStaging,
    /// A reverse proxy or ingress controller that chooses the certificate by server name.
    ReverseProxy,
    /// A control panel, an appliance or a device: the certificate of its administration interface.
    Appliance,
    /// The API server of a Kubernetes cluster.
    KubernetesApi,
    /// A Java application server, `keytool`, or another server that makes its own certificate.
    ApplicationServer,
    /// The wildcard certificate of a hosting platform, for names below the platform's domain.
    Platform,
    /// Another private CA.
    PrivateCa,
}

/// What is known about a product in general.
impl DefaultProduct {
    /// Whether another certificate has to be configured where the product's own one is served.
    #[must_use]
    pub fn is_default(self) -> bool {
        matches!(
            self,
            Self::IngressNginx
                | Self::Traefik
                | Self::Plesk
                | Self::Cpanel
                | Self::Localhost
                | Self::Snakeoil
                | Self::ReverseProxy
                | Self::Appliance
                | Self::KubernetesApi
                | Self::ApplicationServer
        )
    }
}

/// Who owns a host name that no certificate of the user can contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameOwner {
    /// An Elastic Load Balancer: `*.elb.amazonaws.com`.
    LoadBalancer,
    /// A VPC endpoint: `vpce-….vpce.amazonaws.com`.
    VpcEndpoint,
    /// An API of API Gateway: `*.execute-api.REGION.amazonaws.com`.
    ExecuteApi,
    /// A CloudFront distribution.
    CloudFront,
    /// An EC2 instance: `*.compute.amazonaws.com`, `*.compute.internal`.
    Instance,
    /// Another name of AWS.
    Aws,
    /// A hosting platform, such as `*.azurewebsites.net`.
    Platform,
    /// Nobody: a name that exists only in a private network, such as `*.svc.cluster.local`.
    PrivateNetwork,
    /// Nobody: an IP address.
    Address,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn platforms_and_private_cas_are_no_defaults() {
        assert!(DefaultProduct::IngressNginx.is_default() && DefaultProduct::Snakeoil.is_default());
        for product in [
            DefaultProduct::Platform,
            DefaultProduct::PrivateCa,
            DefaultProduct::AcmPrivateCa,
            DefaultProduct::InspectionProxy,
            DefaultProduct::CloudflareOrigin,
            DefaultProduct::LetsEncryptStaging,
        ] {
            assert!(!product.is_default(), "{product:?}");
        }
    }
}
