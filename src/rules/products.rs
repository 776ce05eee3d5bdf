//! Recognizes certificates that a product made, or a CA that is not for the public: default
//! certificates, proxies that inspect TLS, private and test CAs, hosting platforms.
//!
//! Names are compared without regard to case. A row matches if the text occurs in the subject or the
//! issuer in the form of RFC 4514. The rules use the result only if no listed root is known for the
//! chain, so a public CA with a similar name is not affected.

use crate::cert::{Certificate, GeneralName};
use crate::report::DefaultProduct;
use DefaultProduct as P;

/// A recognized product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    /// The kind.
    pub kind: DefaultProduct,
    /// The product's name, if the kind has several.
    pub vendor: Option<&'static str>,
    /// Where the product's certificate is configured: a menu, an option or a file.
    pub setting: Option<&'static str>,
}

/// Where a row's text is searched.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    /// In the subject of the leaf.
    Subject,
    /// In the issuer of any certificate of the path.
    Issuer,
    /// In the subject of the leaf, which has to be self-signed or issued under a related name.
    OwnSubject,
}
use In::{Issuer, OwnSubject, Subject};

type Row = (In, &'static str, DefaultProduct, &'static str, &'static str);

/// Place, text in lower case, kind, name, setting; the first match counts.
#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Reverse proxies and ingress controllers.
    (Subject, "kubernetes ingress controller fake certificate", P::IngressNginx, "", "spec.tls, --default-ssl-certificate=NAMESPACE/SECRET"),
    (Subject, "traefik default cert", P::Traefik, "", "tls.stores.default.defaultCertificate"),
    (Subject, "letsencrypt-nginx-proxy-companion", P::ReverseProxy, "nginx-proxy (acme-companion)", "LETSENCRYPT_HOST, VIRTUAL_HOST"),
    (Subject, "cn=acme-companion", P::ReverseProxy, "nginx-proxy (acme-companion)", "LETSENCRYPT_HOST, VIRTUAL_HOST"),
    (Subject, "cn=nginxingresscontroller", P::ReverseProxy, "NGINX Ingress Controller", "spec.tls, -default-server-tls-secret"),
    (Subject, "haproxy ingress", P::ReverseProxy, "HAProxy Ingress", "spec.tls, --default-ssl-certificate"),
    (Subject, "o=haproxy technologies", P::ReverseProxy, "HAProxy", "bind … ssl crt"),
    (Subject, "ou=it department,o=kong", P::ReverseProxy, "Kong", "ssl_cert, ssl_cert_key"),
    (Subject, "o=kong", P::ReverseProxy, "Kong", "ssl_cert, ssl_cert_key"),
    (Subject, "apisix", P::ReverseProxy, "Apache APISIX", "ssls"),
    (Subject, "o=datawire", P::ReverseProxy, "Emissary-ingress", "Host, TLSContext"),
    (Issuer, "cn=ingress-operator@", P::ReverseProxy, "OpenShift", "spec.defaultCertificate"),
    // Administration interfaces.
    (Subject, "cn=plesk", P::Plesk, "", "Websites & Domains > SSL/TLS Certificates"),
    (OwnSubject, "o=plesk", P::Plesk, "", "Websites & Domains > SSL/TLS Certificates"),
    (OwnSubject, "cpanel", P::Cpanel, "", "SSL/TLS Status > Run AutoSSL"),
    (Issuer, "o=synology", P::Appliance, "Synology DSM", "Control Panel > Security > Certificate"),
    (Subject, "o=synology", P::Appliance, "Synology DSM", "Control Panel > Security > Certificate"),
    (Subject, "o=qnap", P::Appliance, "QNAP", "Control Panel > Security > Certificate & Private Key"),
    (OwnSubject, "ubnt", P::Appliance, "UniFi", "UniFi OS > Console Settings"),
    (OwnSubject, "ubiquiti", P::Appliance, "UniFi", "UniFi OS > Console Settings"),
    (OwnSubject, "unifi", P::Appliance, "UniFi", "UniFi OS > Console Settings"),
    (Issuer, "proxmox virtual environment", P::Appliance, "Proxmox VE", "Node > System > Certificates"),
    (Issuer, "pve cluster manager ca", P::Appliance, "Proxmox VE", "Node > System > Certificates"),
    (Subject, "proxmox", P::Appliance, "Proxmox", "Certificates"),
    (Subject, "pfsense", P::Appliance, "pfSense", "System > Certificates"),
    (Subject, "opnsense", P::Appliance, "OPNsense", "System > Trust > Certificates"),
    (Issuer, "vmware", P::Appliance, "VMware ESXi/vCenter", "Certificate Management"),
    (Issuer, "cn=ca,dc=vsphere,dc=local", P::Appliance, "VMware vCenter", "Certificate Management"),
    (Issuer, "dc=vsphere", P::Appliance, "VMware vCenter", "Certificate Management"),
    (OwnSubject, "o=mycompany", P::Appliance, "F5 BIG-IP", "System > Certificate Management"),
    (OwnSubject, "citrix ang", P::Appliance, "NetScaler", "Traffic Management > SSL > Certificates"),
    (OwnSubject, "cn=ns-server-certificate", P::Appliance, "NetScaler", "Traffic Management > SSL > Certificates"),
    (OwnSubject, "webmin", P::Appliance, "Webmin", "Webmin Configuration > SSL Encryption"),
    (OwnSubject, "vesta control panel", P::Appliance, "VestaCP", "Web > SSL"),
    (OwnSubject, "hestia", P::Appliance, "HestiaCP", "Web > SSL"),
    (OwnSubject, "ispconfig", P::Appliance, "ISPConfig", "Sites > SSL"),
    (OwnSubject, "directadmin", P::Appliance, "DirectAdmin", "SSL Certificates"),
    (OwnSubject, "cyberpanel", P::Appliance, "CyberPanel", "SSL > Manage SSL"),
    (OwnSubject, "cn=mikrotik", P::Appliance, "MikroTik", "System > Certificates"),
    (OwnSubject, "dd-wrt", P::Appliance, "DD-WRT", "Services"),
    (OwnSubject, "openwrt", P::Appliance, "OpenWrt", "/etc/uhttpd.crt"),
    (OwnSubject, "fritz.box", P::Appliance, "FRITZ!Box", "Internet > Permit Access"),
    (OwnSubject, "cn=wmsvc", P::Appliance, "IIS (Web Management Service)", "Site Bindings"),
    (OwnSubject, "idrac", P::Appliance, "iDRAC", "iDRAC Settings"),
    (Issuer, "o=hewlett packard enterprise,ou=iss", P::Appliance, "HPE iLO", "Security > SSL Certificate"),
    // Kubernetes.
    (Subject, "cn=kube-apiserver", P::KubernetesApi, "", ""),
    (Issuer, "cn=kubernetes", P::KubernetesApi, "", ""),
    (Issuer, "k3s-server-ca", P::KubernetesApi, "", ""),
    (Issuer, "rke2-server-ca", P::KubernetesApi, "", ""),
    (Issuer, "kube-apiserver", P::KubernetesApi, "", ""),
    (Issuer, "kube-ca", P::KubernetesApi, "", ""),
    (Issuer, "minikubeca", P::KubernetesApi, "", ""),
    // Application servers.
    (OwnSubject, "ou=glassfish", P::ApplicationServer, "GlassFish", "keystore.jks (s1as)"),
    (OwnSubject, "o=jboss", P::ApplicationServer, "JBoss/WildFly", "server-ssl-context"),
    (OwnSubject, "wildfly", P::ApplicationServer, "JBoss/WildFly", "server-ssl-context"),
    (Issuer, "certgenca", P::ApplicationServer, "WebLogic", "Keystores > Custom Identity"),
    (OwnSubject, "for testing only", P::ApplicationServer, "WebLogic", "Keystores > Custom Identity"),
    (Issuer, "ou=root certificate,o=ibm", P::ApplicationServer, "WebSphere", "SSL certificate and key management"),
    (OwnSubject, "ou=root certificate", P::ApplicationServer, "WebSphere", "SSL certificate and key management"),
    (OwnSubject, "cn=test site", P::ApplicationServer, "Jenkins", "--httpsKeyStore"),
    (OwnSubject, "jenkins", P::ApplicationServer, "Jenkins", "--httpsKeyStore"),
    (OwnSubject, "tomcat", P::ApplicationServer, "Tomcat", "server.xml: <Certificate>"),
    (OwnSubject, "o=unknown", P::ApplicationServer, "Java (Tomcat, Jenkins, keytool)", "server.xml: <Certificate>"),
    (OwnSubject, "ou=unknown", P::ApplicationServer, "Java (Tomcat, Jenkins, keytool)", "server.xml: <Certificate>"),
    (OwnSubject, "cn=unknown", P::ApplicationServer, "Java (Tomcat, Jenkins, keytool)", "server.xml: <Certificate>"),
    // Test CAs, and CAs for one client only.
    (Issuer, "cloudflare origin", P::CloudflareOrigin, "", ""),
    (Issuer, "(staging)", P::LetsEncryptStaging, "", ""),
    (Issuer, "fake le ", P::LetsEncryptStaging, "", ""),
    (Issuer, "happy hacker fake ca", P::LetsEncryptStaging, "", ""),
    (Issuer, "h2ppy h2cker fake ca", P::LetsEncryptStaging, "", ""),
    (Issuer, "cn=pebble intermediate ca", P::LetsEncryptStaging, "", ""),
    (Issuer, "cn=pebble root ca", P::LetsEncryptStaging, "", ""),
    // Proxies that inspect TLS.
    (Issuer, "zscaler", P::InspectionProxy, "Zscaler", ""),
    (Issuer, "netskope", P::InspectionProxy, "Netskope", ""),
    (Issuer, "goskope", P::InspectionProxy, "Netskope", ""),
    (Issuer, "fortinet", P::InspectionProxy, "FortiGate", ""),
    (Issuer, "fortigate", P::InspectionProxy, "FortiGate", ""),
    (Issuer, "fortiguard", P::InspectionProxy, "FortiGate", ""),
    (Issuer, "palo alto", P::InspectionProxy, "Palo Alto Networks", ""),
    (Issuer, "paloalto", P::InspectionProxy, "Palo Alto Networks", ""),
    (Issuer, "prisma access", P::InspectionProxy, "Palo Alto Networks", ""),
    (Issuer, "blue coat", P::InspectionProxy, "Blue Coat (Symantec)", ""),
    (Issuer, "bluecoat", P::InspectionProxy, "Blue Coat (Symantec)", ""),
    (Issuer, "proxysg", P::InspectionProxy, "Blue Coat (Symantec)", ""),
    (Issuer, "symantec web security", P::InspectionProxy, "Symantec", ""),
    (Issuer, "symantec cloud", P::InspectionProxy, "Symantec", ""),
    (Issuer, "mcafee", P::InspectionProxy, "McAfee (Skyhigh)", ""),
    (Issuer, "skyhigh", P::InspectionProxy, "McAfee (Skyhigh)", ""),
    (Issuer, "trellix", P::InspectionProxy, "Trellix", ""),
    (Issuer, "sophos", P::InspectionProxy, "Sophos", ""),
    (Issuer, "check point", P::InspectionProxy, "Check Point", ""),
    (Issuer, "checkpoint", P::InspectionProxy, "Check Point", ""),
    (Issuer, "cisco umbrella", P::InspectionProxy, "Cisco Umbrella", ""),
    (Issuer, "ironport", P::InspectionProxy, "Cisco", ""),
    (Issuer, "cisco secure", P::InspectionProxy, "Cisco", ""),
    (Issuer, "forcepoint", P::InspectionProxy, "Forcepoint", ""),
    (Issuer, "websense", P::InspectionProxy, "Forcepoint", ""),
    (Issuer, "kaspersky", P::InspectionProxy, "Kaspersky", ""),
    (Issuer, "eset ssl filter", P::InspectionProxy, "ESET", ""),
    (Issuer, "o=eset", P::InspectionProxy, "ESET", ""),
    (Issuer, "avast", P::InspectionProxy, "Avast", ""),
    (Issuer, "avg web/mail", P::InspectionProxy, "AVG", ""),
    (Issuer, "bitdefender", P::InspectionProxy, "Bitdefender", ""),
    (Issuer, "norton web/mail", P::InspectionProxy, "Norton", ""),
    (Issuer, "dr.web", P::InspectionProxy, "Dr.Web", ""),
    (Issuer, "adguard", P::InspectionProxy, "AdGuard", ""),
    (Issuer, "trend micro", P::InspectionProxy, "Trend Micro", ""),
    (Issuer, "barracuda", P::InspectionProxy, "Barracuda", ""),
    (Issuer, "watchguard", P::InspectionProxy, "WatchGuard", ""),
    (Issuer, "fireware", P::InspectionProxy, "WatchGuard", ""),
    (Issuer, "sonicwall", P::InspectionProxy, "SonicWall", ""),
    (Issuer, "iboss", P::InspectionProxy, "iboss", ""),
    (Issuer, "menlo security", P::InspectionProxy, "Menlo Security", ""),
    (Issuer, "smoothwall", P::InspectionProxy, "Smoothwall", ""),
    (Issuer, "untangle", P::InspectionProxy, "Untangle", ""),
    (Issuer, "lightspeed", P::InspectionProxy, "Lightspeed", ""),
    (Issuer, "securly", P::InspectionProxy, "Securly", ""),
    (Issuer, "cato networks", P::InspectionProxy, "Cato Networks", ""),
    (Issuer, "gateway ca - cloudflare", P::InspectionProxy, "Cloudflare Gateway", ""),
    (Issuer, "cloudflare for teams", P::InspectionProxy, "Cloudflare Gateway", ""),
    (Issuer, "cloudflare, inc.,ou=cloudflare gateway", P::InspectionProxy, "Cloudflare Gateway", ""),
    (Issuer, "mitmproxy", P::InspectionProxy, "mitmproxy", ""),
    (Issuer, "charles proxy", P::InspectionProxy, "Charles", ""),
    (Issuer, "fiddler", P::InspectionProxy, "Fiddler", ""),
    (Issuer, "portswigger", P::InspectionProxy, "Burp Suite", ""),
    (Issuer, "zed attack proxy", P::InspectionProxy, "ZAP", ""),
    (Issuer, "proxyman", P::InspectionProxy, "Proxyman", ""),
    (Issuer, "http toolkit", P::InspectionProxy, "HTTP Toolkit", ""),
    (Issuer, "squid", P::InspectionProxy, "Squid", ""),
    (Issuer, "web gateway", P::InspectionProxy, "", ""),
    (Issuer, "ssl inspection", P::InspectionProxy, "", ""),
    (Issuer, "tls inspection", P::InspectionProxy, "", ""),
    (Issuer, "https inspection", P::InspectionProxy, "", ""),
    (Issuer, "deep inspection", P::InspectionProxy, "", ""),
    (Issuer, "ssl decrypt", P::InspectionProxy, "", ""),
    (Issuer, "tls decrypt", P::InspectionProxy, "", ""),
    (Issuer, "ssl interception", P::InspectionProxy, "", ""),
    (Issuer, "tls interception", P::InspectionProxy, "", ""),
    (Issuer, "forward trust", P::InspectionProxy, "Palo Alto Networks", ""),
    (Issuer, "forward untrust", P::InspectionProxy, "Palo Alto Networks", ""),
    (Issuer, "man-in-the-middle", P::InspectionProxy, "", ""),
    // Private CAs.
    (Issuer, "mkcert", P::PrivateCa, "mkcert", ""),
    (Issuer, "minica root ca", P::PrivateCa, "minica", ""),
    (Issuer, "caddy local authority", P::PrivateCa, "Caddy", ""),
    (Issuer, "smallstep", P::PrivateCa, "step-ca", ""),
    (Issuer, "easy-rsa", P::PrivateCa, "Easy-RSA", ""),
    (Issuer, "cn=cert-manager", P::PrivateCa, "cert-manager", ""),
    (Issuer, "o=cluster.local", P::PrivateCa, "Istio", ""),
    (Issuer, "managementca", P::PrivateCa, "EJBCA", ""),
    (Issuer, "cn=elastic certificate", P::PrivateCa, "Elasticsearch", ""),
    (Issuer, "o=hashicorp", P::PrivateCa, "HashiCorp Vault", ""),
    (Issuer, "cn=puppet ca", P::PrivateCa, "Puppet", ""),
    // Samples.
    (OwnSubject, "internet widgits", P::Snakeoil, "", ""),
    (OwnSubject, "snake oil", P::Snakeoil, "", ""),
    (OwnSubject, "snakeoil", P::Snakeoil, "", ""),
    (OwnSubject, "o=someorganization", P::Snakeoil, "", ""),
    (OwnSubject, "default company ltd", P::Snakeoil, "", ""),
    (OwnSubject, "o=acme co", P::Snakeoil, "", ""),
];

/// Hosting platforms: the domain of their applications, the platform's name.
#[rustfmt::skip]
const PLATFORMS: &[(&str, &str)] = &[
    ("herokuapp.com", "Heroku"),
    ("azurewebsites.net", "Azure App Service"),
    ("azurecontainerapps.io", "Azure Container Apps"),
    ("azurestaticapps.net", "Azure Static Web Apps"),
    ("azurefd.net", "Azure Front Door"),
    ("azureedge.net", "Azure CDN"),
    ("azure-api.net", "Azure API Management"),
    ("cloudapp.net", "Azure"),
    ("cloudapp.azure.com", "Azure"),
    ("trafficmanager.net", "Azure Traffic Manager"),
    ("railway.app", "Railway"),
    ("onrender.com", "Render"),
    ("fly.dev", "Fly.io"),
    ("vercel.app", "Vercel"),
    ("now.sh", "Vercel"),
    ("netlify.app", "Netlify"),
    ("netlify.com", "Netlify"),
    ("run.app", "Google Cloud Run"),
    ("appspot.com", "Google App Engine"),
    ("cloudfunctions.net", "Google Cloud Functions"),
    ("web.app", "Firebase"),
    ("firebaseapp.com", "Firebase"),
    ("amplifyapp.com", "AWS Amplify"),
    ("awsapprunner.com", "AWS App Runner"),
    ("elasticbeanstalk.com", "AWS Elastic Beanstalk"),
    ("pages.dev", "Cloudflare Pages"),
    ("workers.dev", "Cloudflare Workers"),
    ("trycloudflare.com", "Cloudflare Tunnel"),
    ("github.io", "GitHub Pages"),
    ("gitlab.io", "GitLab Pages"),
    ("ondigitalocean.app", "DigitalOcean"),
    ("koyeb.app", "Koyeb"),
    ("deno.dev", "Deno Deploy"),
    ("northflank.app", "Northflank"),
    ("platform.sh", "Platform.sh"),
    ("platformsh.site", "Platform.sh"),
    ("scalingo.io", "Scalingo"),
    ("cleverapps.io", "Clever Cloud"),
    ("appdomain.cloud", "IBM Cloud"),
    ("mybluemix.net", "IBM Cloud"),
    ("cfapps.io", "Cloud Foundry"),
    ("ondemand.com", "SAP BTP"),
    ("outsystemscloud.com", "OutSystems"),
    ("ngrok.io", "ngrok"),
    ("ngrok.app", "ngrok"),
    ("ngrok.dev", "ngrok"),
    ("ngrok-free.app", "ngrok"),
    ("ngrok-free.dev", "ngrok"),
    ("loca.lt", "localtunnel"),
    ("replit.app", "Replit"),
    ("repl.co", "Replit"),
    ("glitch.me", "Glitch"),
    ("hf.space", "Hugging Face Spaces"),
    ("streamlit.app", "Streamlit"),
    ("pythonanywhere.com", "PythonAnywhere"),
    ("wpengine.com", "WP Engine"),
    ("kinsta.cloud", "Kinsta"),
    ("pantheonsite.io", "Pantheon"),
    ("myshopify.com", "Shopify"),
    ("fastly.net", "Fastly"),
    ("akamaized.net", "Akamai"),
    ("akamai.net", "Akamai"),
    ("edgekey.net", "Akamai"),
];

/// The product that made the leaf of a path, by the names in it; `path` is leaf first.
#[must_use]
pub fn product(path: &[&Certificate]) -> Option<Product> {
    let leaf = path.first()?;
    let lower = |text: String| text.to_ascii_lowercase();
    let subject = lower(leaf.subject.rfc4514());
    let issuers: Vec<String> = path.iter().map(|c| lower(c.issuer.rfc4514())).collect();
    let own = leaf.is_self_issued();
    let found = ROWS.iter().find(|(place, text, ..)| match place {
        Subject => contains(&subject, text),
        OwnSubject => own && contains(&subject, text),
        Issuer => issuers.iter().any(|issuer| contains(issuer, text)),
    });
    let named = |text: &'static str| (!text.is_empty()).then_some(text);
    if let Some((_, _, kind, vendor, setting)) = found {
        return Some(Product {
            kind: *kind,
            vendor: named(vendor),
            setting: named(setting),
        });
    }
    let plain = |kind| {
        Some(Product {
            kind,
            vendor: None,
            setting: None,
        })
    };
    if let Some(found) = path.iter().find_map(|c| private_ca(c)) {
        return Some(found);
    }
    let common_name = leaf.subject.label();
    if own && matches!(common_name.as_str(), "ubuntu" | "debian") {
        return plain(P::Snakeoil);
    }
    let local = matches!(common_name.as_str(), "localhost" | "localhost.localdomain");
    if local { plain(P::Localhost) } else { None }
}

/// A private CA that certificates name in their addresses: of ACM, Google's CA Service, or Active
/// Directory.
fn private_ca(certificate: &Certificate) -> Option<Product> {
    let in_extensions = |text: &str| {
        let list = &certificate.extensions.list;
        list.iter().any(|e| memory_contains(&e.value, text.as_bytes()))
    };
    let (kind, vendor) = if in_extensions("acm-pca.") || in_extensions("acm-pca-") {
        (P::AcmPrivateCa, None)
    } else if in_extensions("privateca-content-") {
        (P::PrivateCa, Some("Google Certificate Authority Service"))
    } else if in_extensions("CN=Public%20Key%20Services") || in_extensions("CN=Public Key Services") {
        (P::PrivateCa, Some("Active Directory Certificate Services"))
    } else {
        return None;
    };
    let setting = None;
    Some(Product { kind, vendor, setting })
}

/// The hosting platform whose general certificate this is: it has a wildcard below the platform's
/// domain, which all applications share.
#[must_use]
pub fn platform_certificate(leaf: &Certificate) -> Option<&'static str> {
    leaf.extensions.san.iter().flatten().find_map(|name| match name {
        GeneralName::Dns(name) => name.strip_prefix("*.").and_then(shared_platform),
        _ => None,
    })
}

/// The platform that serves all its applications below `domain`, such as `up.railway.app`.
fn shared_platform(domain: &str) -> Option<&'static str> {
    let domain = domain.to_ascii_lowercase();
    let is = |own: &str| domain == own || domain.strip_suffix(own).is_some_and(|rest| rest.ends_with('.'));
    PLATFORMS.iter().find(|(own, _)| is(own)).map(|(_, name)| *name)
}

/// The hosting platform to whose domain a host name belongs.
#[must_use]
pub fn platform_of(host: &str) -> Option<&'static str> {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let below = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    PLATFORMS
        .iter()
        .find(|(domain, _)| below(domain))
        .map(|(_, name)| *name)
}

fn contains(text: &str, part: &str) -> bool {
    memory_contains(text.as_bytes(), part.as_bytes())
}

/// Whether `bytes` contain `text`. Both are short: setting up a `memmem` searcher would take longer
/// than the search.
fn memory_contains(bytes: &[u8], text: &[u8]) -> bool {
    let first = text.first();
    bytes.windows(text.len()).any(|w| w.first() == first && w == text)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::cert::{Name, decode};

    /// Makes a name of attributes `O=…`, `OU=…` and `CN=…`, in this order.
    fn name(attributes: &[(&str, &str)]) -> Name {
        let wrap = |tag: u8, inside: &[u8]| [&[tag, u8::try_from(inside.len()).unwrap()], inside].concat();
        let rdn = |(key, value): &(&str, &str)| {
            let kind = match *key {
                "CN" => 3,
                "O" => 10,
                "OU" => 11,
                _ => 7,
            };
            let attribute = [&[6, 3, 0x55, 4, kind][..], &wrap(12, value.as_bytes())].concat();
            wrap(0x31, &wrap(0x30, &attribute))
        };
        let rdns: Vec<u8> = attributes.iter().flat_map(rdn).collect();
        Name::from_der(&wrap(0x30, &rdns)).unwrap()
    }

    fn certificate(subject: &[(&str, &str)], issuer: &[(&str, &str)]) -> Certificate {
        let pem = include_str!("../../tests/fixtures/made/leaf-2048.pem");
        let mut made = decode(&bytes::Bytes::copy_from_slice(pem.as_bytes())).unwrap();
        made.subject = name(subject);
        made.issuer = name(issuer);
        made
    }

    fn of(subject: &[(&str, &str)], issuer: &[(&str, &str)]) -> Option<(DefaultProduct, Option<&'static str>)> {
        product(&[&certificate(subject, issuer)]).map(|found| (found.kind, found.vendor))
    }

    #[test]
    fn issuers_of_proxies_and_test_cas_are_recognized_in_any_case() {
        let host = &[("CN", "api.example.com")][..];
        for (issuer, kind, vendor) in [
            (
                &[
                    ("O", "Zscaler Inc."),
                    ("CN", "Zscaler Intermediate Root CA (zscalerthree.net)"),
                ][..],
                P::InspectionProxy,
                Some("Zscaler"),
            ),
            (
                &[("CN", "ca.example.eu.goskope.com")],
                P::InspectionProxy,
                Some("Netskope"),
            ),
            (
                &[("O", "FORTINET"), ("CN", "FGT60F0000000001")],
                P::InspectionProxy,
                Some("FortiGate"),
            ),
            (
                &[("CN", "DO_NOT_TRUST_FiddlerRoot")],
                P::InspectionProxy,
                Some("Fiddler"),
            ),
            (
                &[("O", "PortSwigger"), ("CN", "PortSwigger CA")],
                P::InspectionProxy,
                Some("Burp Suite"),
            ),
            (
                &[("O", "Cisco"), ("CN", "Cisco Umbrella Secondary SubCA ams-SG")],
                P::InspectionProxy,
                Some("Cisco Umbrella"),
            ),
            (&[("CN", "ESET SSL Filter CA")], P::InspectionProxy, Some("ESET")),
            (&[("CN", "Example Corp TLS Inspection CA")], P::InspectionProxy, None),
            (
                &[
                    ("O", "(STAGING) Let's Encrypt"),
                    ("CN", "(STAGING) Wannabe Watercress R11"),
                ],
                P::LetsEncryptStaging,
                None,
            ),
            (&[("CN", "Fake LE Intermediate X1")], P::LetsEncryptStaging, None),
            (
                &[
                    ("O", "CloudFlare, Inc."),
                    ("OU", "CloudFlare Origin SSL ECC Certificate Authority"),
                ],
                P::CloudflareOrigin,
                None,
            ),
            (&[("CN", "kubernetes")], P::KubernetesApi, None),
            (
                &[("O", "PVE Cluster Manager CA"), ("CN", "Proxmox Virtual Environment")],
                P::Appliance,
                Some("Proxmox VE"),
            ),
            (
                &[("O", "Caddy"), ("CN", "Caddy Local Authority - ECC Intermediate")],
                P::PrivateCa,
                Some("Caddy"),
            ),
        ] {
            assert_eq!(of(host, issuer), Some((kind, vendor)), "{issuer:?}");
        }
        // Public CAs and private ones without a known name.
        for issuer in [
            "R12",
            "Symantec Class 3 Secure Server CA - G4",
            "Amazon RSA 2048 M01",
            "Example Issuing CA",
        ] {
            assert_eq!(of(host, &[("CN", issuer)]), None, "{issuer}");
        }
    }

    #[test]
    fn default_certificates_are_recognized_by_their_subject() {
        for (subject, kind, vendor) in [
            (
                &[
                    ("O", "Acme Co"),
                    ("CN", "Kubernetes Ingress Controller Fake Certificate"),
                ][..],
                P::IngressNginx,
                None,
            ),
            (&[("CN", "TRAEFIK DEFAULT CERT")], P::Traefik, None),
            (
                &[("CN", "letsencrypt-nginx-proxy-companion")],
                P::ReverseProxy,
                Some("nginx-proxy (acme-companion)"),
            ),
            (
                &[("CN", "acme-companion")],
                P::ReverseProxy,
                Some("nginx-proxy (acme-companion)"),
            ),
            (
                &[("O", "Synology Inc."), ("CN", "synology")],
                P::Appliance,
                Some("Synology DSM"),
            ),
            (
                &[("O", "Ubiquiti Inc."), ("CN", "unifi.local")],
                P::Appliance,
                Some("UniFi"),
            ),
            (
                &[
                    ("O", "pfSense webConfigurator Self-Signed Certificate"),
                    ("CN", "pfSense-1"),
                ],
                P::Appliance,
                Some("pfSense"),
            ),
            (
                &[("O", "Unknown"), ("OU", "Unknown"), ("CN", "build.example.com")],
                P::ApplicationServer,
                Some("Java (Tomcat, Jenkins, keytool)"),
            ),
            (&[("O", "Internet Widgits Pty Ltd")], P::Snakeoil, None),
            (&[("CN", "localhost")], P::Localhost, None),
            (&[("CN", "ubuntu")], P::Snakeoil, None),
        ] {
            assert_eq!(of(subject, subject), Some((kind, vendor)), "{subject:?}");
        }
        assert_eq!(of(&[("CN", "api.example.com")], &[("CN", "api.example.com")]), None);
        // These names count only in a self-signed certificate.
        assert_eq!(
            of(&[("O", "Unknown"), ("CN", "a.example.com")], &[("CN", "Some CA")]),
            None
        );
    }

    #[test]
    fn the_issuer_of_an_intermediate_counts() {
        let leaf = certificate(&[("CN", "api.example.com")], &[("CN", "Corporate CA 7")]);
        let above = certificate(
            &[("CN", "Corporate CA 7")],
            &[("O", "Zscaler Inc."), ("CN", "Zscaler Root CA")],
        );
        assert_eq!(product(&[&leaf]), None);
        assert_eq!(product(&[&leaf, &above]).unwrap().vendor, Some("Zscaler"));
    }

    #[test]
    fn platforms_own_the_names_below_their_domains() {
        assert_eq!(platform_of("app.herokuapp.com"), Some("Heroku"));
        assert_eq!(platform_of("App.Up.Railway.App."), Some("Railway"));
        assert_eq!(platform_of("herokuapp.com"), None);
        assert_eq!(platform_of("myherokuapp.com"), None);
        assert_eq!(shared_platform("up.railway.app"), Some("Railway"));
        assert_eq!(shared_platform("azurewebsites.net"), Some("Azure App Service"));
        assert_eq!(shared_platform("example.com"), None);
    }
}
