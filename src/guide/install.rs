//! How the repaired chain gets into the server: commands and configuration for what commonly stands behind API Gateway.
//!
//! `fullchain.pem` is the repaired chain, the server's certificate first; `leaf.pem` and `chain.pem` are its two parts,
//! `key.pem` is the private key, which never leaves its machine.
//!
//! # References
//! - nginx `ssl_certificate`; Apache `SSLCertificateFile` (the chain in it since 2.4.8); HAProxy `bind … crt`;
//!   Tomcat 9 and later, "SSL/TLS Configuration How-To"; Caddy `tls`; Traefik "TLS", "Certificates Definition"; Envoy
//!   `DownstreamTlsContext`.
//! - Microsoft, `Import-PfxCertificate`, `New-WebBinding`; Kubernetes "TLS Secrets"; AWS CLI `acm import-certificate`,
//!   `elbv2 modify-listener`.

use super::fill::put;
use super::{Host, files};
use crate::i18n::GuideText;

/// What ends TLS in front of, or in, the backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each name is that of the product")]
pub enum Server {
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

impl Server {
    /// All of them, in the order in which the page offers them.
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
    /// The file in which it stands; none for commands.
    pub file: Option<&'static str>,
    /// Its lines, ending in a line feed each.
    pub text: String,
}

/// How to install the chain in one kind of server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Install {
    /// Which.
    pub server: Server,
    /// What to do, in this order.
    pub snippets: Vec<Snippet>,
    /// What to mind.
    pub remark: GuideText,
}

/// How to install the repaired chain, with the host's name where it is known.
#[must_use]
pub fn install(server: Server, host: Option<&Host>) -> Install {
    let host = host.cloned().unwrap_or_else(Host::stand_in);
    let (target, sni) = (host.target(), host.sni());
    let port = host.port.to_string();
    let values = [
        ("host", host.name.as_str()),
        ("port", &port),
        ("target", &target),
        ("sni", &sni),
        ("leaf", files::LEAF),
        ("chain", CHAIN),
        ("full", FULL_CHAIN),
    ];
    let (templates, remark) = template(server);
    let snippet = |(file, text): &(Option<&'static str>, &str)| Snippet {
        file: *file,
        text: put(text, &values),
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

type Template = (Option<&'static str>, &'static str);

/// A PKCS#12 file of key, certificate and chain; the password is asked for.
const PKCS12: Template = (
    None,
    "openssl pkcs12 -export -inkey key.pem -in @leaf@ -certfile @chain@ -name @host@ -out server.p12\n",
);

fn template(server: Server) -> (&'static [Template], GuideText) {
    match server {
        Server::Nginx => (
            &[
                (
                    Some("nginx.conf"),
                    "server {\n    listen @port@ ssl;\n    server_name @host@;\n    ssl_certificate     /etc/nginx/tls/@full@;\n    ssl_certificate_key /etc/nginx/tls/key.pem;\n}\n",
                ),
                (None, "nginx -t && nginx -s reload\n"),
            ],
            GuideText::InstallFullChain,
        ),
        Server::Apache => (
            &[
                (
                    Some("httpd.conf"),
                    "<VirtualHost *:@port@>\n    ServerName @host@\n    SSLEngine on\n    SSLCertificateFile    /etc/apache2/tls/@full@\n    SSLCertificateKeyFile /etc/apache2/tls/key.pem\n</VirtualHost>\n",
                ),
                (None, "apachectl configtest && apachectl graceful\n"),
            ],
            GuideText::InstallApache,
        ),
        Server::HaProxy => (
            &[
                (
                    None,
                    "cat @full@ key.pem > /etc/haproxy/tls/@host@.pem\nchmod 600 /etc/haproxy/tls/@host@.pem\n",
                ),
                (
                    Some("haproxy.cfg"),
                    "frontend https\n    bind :@port@ ssl crt /etc/haproxy/tls/@host@.pem\n",
                ),
                (
                    None,
                    "haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl reload haproxy\n",
                ),
            ],
            GuideText::InstallHaProxy,
        ),
        Server::LoadBalancer => (
            &[
                (
                    None,
                    "aws acm import-certificate --certificate fileb://@leaf@ --private-key fileb://key.pem --certificate-chain fileb://@chain@\n",
                ),
                (
                    None,
                    "aws elbv2 modify-listener --listener-arn LISTENER_ARN --certificates CertificateArn=CERTIFICATE_ARN\n",
                ),
            ],
            GuideText::InstallLoadBalancer,
        ),
        Server::Kubernetes => (
            &[
                (
                    None,
                    "kubectl create secret tls backend-tls --cert=@full@ --key=key.pem --dry-run=client -o yaml | kubectl apply -f -\n",
                ),
                (
                    Some("ingress.yaml"),
                    "spec:\n  tls:\n    - hosts:\n        - @host@\n      secretName: backend-tls\n",
                ),
            ],
            GuideText::InstallKubernetes,
        ),
        Server::Tomcat => (
            &[
                PKCS12,
                (None, "keytool -list -v -storetype PKCS12 -keystore server.p12\n"),
                (
                    Some("server.xml"),
                    "<Connector port=\"@port@\" SSLEnabled=\"true\" scheme=\"https\" secure=\"true\">\n  <SSLHostConfig>\n    <Certificate certificateKeystoreFile=\"conf/server.p12\" certificateKeystoreType=\"PKCS12\"\n                 certificateKeystorePassword=\"PASSWORD\" />\n  </SSLHostConfig>\n</Connector>\n",
                ),
            ],
            GuideText::InstallTomcat,
        ),
        Server::Iis => (
            &[
                PKCS12,
                (
                    None,
                    "$password = Read-Host -AsSecureString\nImport-PfxCertificate -FilePath server.p12 -CertStoreLocation Cert:\\LocalMachine\\My -Password $password\nGet-ChildItem Cert:\\LocalMachine\\CA\n",
                ),
                (
                    None,
                    "New-WebBinding -Name \"Default Web Site\" -Protocol https -Port @port@ -HostHeader @host@ -SslFlags 1\n(Get-WebBinding -Name \"Default Web Site\" -Protocol https -HostHeader @host@).AddSslCertificate(\"THUMBPRINT\", \"My\")\n",
                ),
            ],
            GuideText::InstallIis,
        ),
        Server::Caddy => (
            &[
                (
                    Some("Caddyfile"),
                    "@target@ {\n    tls /etc/caddy/tls/@full@ /etc/caddy/tls/key.pem\n}\n",
                ),
                (None, "caddy reload --config /etc/caddy/Caddyfile\n"),
            ],
            GuideText::InstallFullChain,
        ),
        Server::Traefik => (
            &[(
                Some("dynamic.yaml"),
                "tls:\n  certificates:\n    - certFile: /etc/traefik/tls/@full@\n      keyFile: /etc/traefik/tls/key.pem\n  stores:\n    default:\n      defaultCertificate:\n        certFile: /etc/traefik/tls/@full@\n        keyFile: /etc/traefik/tls/key.pem\n",
            )],
            GuideText::InstallDefaultToo,
        ),
        Server::Envoy => (
            &[(
                Some("envoy.yaml"),
                "transport_socket:\n  name: envoy.transport_sockets.tls\n  typed_config:\n    \"@type\": type.googleapis.com/envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext\n    common_tls_context:\n      tls_certificates:\n        - certificate_chain: { filename: /etc/envoy/tls/@full@ }\n          private_key: { filename: /etc/envoy/tls/key.pem }\n",
            )],
            GuideText::InstallFullChain,
        ),
    }
}

impl Install {
    /// The command that shows whether the server now sends the whole chain.
    #[must_use]
    pub fn check(host: Option<&Host>) -> String {
        super::host::command(host)
    }
}
