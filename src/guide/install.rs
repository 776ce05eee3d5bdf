//! How to install the repaired chain: commands and configuration for common servers behind API
//! Gateway.
//!
//! `fullchain.pem` is the repaired chain, server certificate first; `leaf.pem` and `chain.pem` are
//! its two parts. `key.pem` is the private key, which never leaves its machine.
//!
//! # References
//! - nginx `ssl_certificate`; Apache `SSLCertificateFile` (the chain in it since 2.4.8); HAProxy
//!   `bind … crt`; Tomcat 9 and later, "SSL/TLS Configuration How-To"; Caddy `tls`; Traefik "TLS",
//!   "Certificates Definition"; Envoy `DownstreamTlsContext`.
//! - Microsoft, `Import-PfxCertificate`, `New-WebBinding`; Kubernetes "TLS Secrets"; AWS CLI `acm
//!   import-certificate`, `elbv2 modify-listener`.

use super::{Endpoint, files};
use crate::i18n::GuideText;
use crate::i18n::format::fill;

/// The product that terminates TLS, in front of the backend or in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each name is that of the product")]
pub enum ServerKind {
    Nginx,
    Apache,
    HaProxy,
    /// An Application or Network Load Balancer, with a certificate imported into ACM.
    LoadBalancer,
    /// A Kubernetes ingress of any controller.
    Kubernetes,
    Tomcat,
    Iis,
    Caddy,
    Traefik,
    Envoy,
}

impl ServerKind {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 10] = [
        Self::Nginx,
        Self::Apache,
        Self::LoadBalancer,
        Self::Kubernetes,
        Self::HaProxy,
        Self::Tomcat,
        Self::Iis,
        Self::Caddy,
        Self::Traefik,
        Self::Envoy,
    ];

    /// The product's name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "Apache",
            Self::HaProxy => "HAProxy",
            Self::LoadBalancer => "AWS ALB, NLB (ACM)",
            Self::Kubernetes => "Kubernetes Ingress",
            Self::Tomcat => "Tomcat, keytool",
            Self::Iis => "IIS",
            Self::Caddy => "Caddy",
            Self::Traefik => "Traefik",
            Self::Envoy => "Envoy",
        }
    }
}

/// A piece of configuration, or commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The file that contains it; `None` for commands.
    pub file: Option<&'static str>,
    /// Its lines, each ending in a line feed.
    pub text: String,
}

/// How to install the chain in one kind of server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Install {
    /// The kind of server.
    pub server: ServerKind,
    /// The steps, in order.
    pub snippets: Vec<Snippet>,
    /// A remark on the steps.
    pub remark: GuideText,
}

/// How to install the repaired chain, with the host's name if it is known.
#[must_use]
pub fn install(server: ServerKind, host: Option<&Endpoint>) -> Install {
    let host = host.cloned().unwrap_or_else(Endpoint::placeholder);
    let target = host.target();
    let port = host.port.to_string();
    let values = [host.name.as_str(), &port, &target, files::LEAF, CHAIN, FULL_CHAIN];
    let (templates, remark) = template(server);
    let snippet = |(file, text): &(Option<&'static str>, &str)| Snippet {
        file: *file,
        text: fill(text, &values),
    };
    Install {
        server,
        snippets: templates.iter().map(snippet).collect(),
        remark,
    }
}

/// The repaired chain, the server's certificate first.
const FULL_CHAIN: &str = "fullchain.pem";
/// The repaired chain without the server's certificate.
const CHAIN: &str = "chain.pem";

/// A file's name and its text, or commands. Placeholders: {0} host name, {1} port, {2} host with
/// port, and the files of {3} the server's certificate, {4} the rest of the chain, {5} the whole
/// chain.
type Template = (Option<&'static str>, &'static str);

/// Creates a PKCS#12 file of key, certificate and chain; openssl prompts for the password.
const PKCS12: Template = (
    None,
    "openssl pkcs12 -export -inkey key.pem -in {3} -certfile {4} -name {0} -out server.p12\n",
);

fn template(server: ServerKind) -> (&'static [Template], GuideText) {
    match server {
        ServerKind::Nginx => (
            &[
                (
                    Some("nginx.conf"),
                    "server {\n    listen {1} ssl;\n    server_name {0};\n    ssl_certificate     /etc/nginx/tls/{5};\n    ssl_certificate_key /etc/nginx/tls/key.pem;\n}\n",
                ),
                (None, "nginx -t && nginx -s reload\n"),
            ],
            GuideText::InstallFullChain,
        ),
        ServerKind::Apache => (
            &[
                (
                    Some("httpd.conf"),
                    "<VirtualHost *:{1}>\n    ServerName {0}\n    SSLEngine on\n    SSLCertificateFile    /etc/apache2/tls/{5}\n    SSLCertificateKeyFile /etc/apache2/tls/key.pem\n</VirtualHost>\n",
                ),
                (None, "apachectl configtest && apachectl graceful\n"),
            ],
            GuideText::InstallApache,
        ),
        ServerKind::HaProxy => (
            &[
                (
                    None,
                    "cat {5} key.pem > /etc/haproxy/tls/{0}.pem\nchmod 600 /etc/haproxy/tls/{0}.pem\n",
                ),
                (
                    Some("haproxy.cfg"),
                    "frontend https\n    bind :{1} ssl crt /etc/haproxy/tls/{0}.pem\n",
                ),
                (
                    None,
                    "haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl reload haproxy\n",
                ),
            ],
            GuideText::InstallHaProxy,
        ),
        ServerKind::LoadBalancer => (
            &[
                (
                    None,
                    "aws acm import-certificate --certificate fileb://{3} --private-key fileb://key.pem --certificate-chain fileb://{4}\n",
                ),
                (
                    None,
                    "aws elbv2 modify-listener --listener-arn LISTENER_ARN --certificates CertificateArn=CERTIFICATE_ARN\n",
                ),
            ],
            GuideText::InstallLoadBalancer,
        ),
        ServerKind::Kubernetes => (
            &[
                (
                    None,
                    "kubectl create secret tls backend-tls --cert={5} --key=key.pem --dry-run=client -o yaml | kubectl apply -f -\n",
                ),
                (
                    Some("ingress.yaml"),
                    "spec:\n  tls:\n    - hosts:\n        - {0}\n      secretName: backend-tls\n",
                ),
            ],
            GuideText::InstallKubernetes,
        ),
        ServerKind::Tomcat => (
            &[
                PKCS12,
                (None, "keytool -list -v -storetype PKCS12 -keystore server.p12\n"),
                (
                    Some("server.xml"),
                    "<Connector port=\"{1}\" SSLEnabled=\"true\" scheme=\"https\" secure=\"true\">\n  <SSLHostConfig>\n    <Certificate certificateKeystoreFile=\"conf/server.p12\" certificateKeystoreType=\"PKCS12\"\n                 certificateKeystorePassword=\"PASSWORD\" />\n  </SSLHostConfig>\n</Connector>\n",
                ),
            ],
            GuideText::InstallTomcat,
        ),
        ServerKind::Iis => (
            &[
                PKCS12,
                (
                    None,
                    "$password = Read-Host -AsSecureString\nImport-PfxCertificate -FilePath server.p12 -CertStoreLocation Cert:\\LocalMachine\\My -Password $password\nGet-ChildItem Cert:\\LocalMachine\\CA\n",
                ),
                (
                    None,
                    "New-WebBinding -Name \"Default Web Site\" -Protocol https -Port {1} -HostHeader {0} -SslFlags 1\n(Get-WebBinding -Name \"Default Web Site\" -Protocol https -HostHeader {0}).AddSslCertificate(\"THUMBPRINT\", \"My\")\n",
                ),
            ],
            GuideText::InstallIis,
        ),
        ServerKind::Caddy => (
            &[
                (
                    Some("Caddyfile"),
                    "{2} {\n    tls /etc/caddy/tls/{5} /etc/caddy/tls/key.pem\n}\n",
                ),
                (None, "caddy reload --config /etc/caddy/Caddyfile\n"),
            ],
            GuideText::InstallFullChain,
        ),
        ServerKind::Traefik => (
            &[(
                Some("dynamic.yaml"),
                "tls:\n  certificates:\n    - certFile: /etc/traefik/tls/{5}\n      keyFile: /etc/traefik/tls/key.pem\n  stores:\n    default:\n      defaultCertificate:\n        certFile: /etc/traefik/tls/{5}\n        keyFile: /etc/traefik/tls/key.pem\n",
            )],
            GuideText::InstallDefaultToo,
        ),
        ServerKind::Envoy => (
            &[(
                Some("envoy.yaml"),
                "transport_socket:\n  name: envoy.transport_sockets.tls\n  typed_config:\n    \"@type\": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext\n    common_tls_context:\n      tls_certificates:\n        - certificate_chain: { filename: /etc/envoy/tls/{5} }\n          private_key: { filename: /etc/envoy/tls/key.pem }\n",
            )],
            GuideText::InstallFullChain,
        ),
    }
}

impl Install {
    /// The command that shows whether the server now sends the whole chain.
    #[must_use]
    pub fn check(host: Option<&Endpoint>) -> String {
        super::host::command(host)
    }
}
