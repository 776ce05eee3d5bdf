//! How to make a Java client trust a CA: keytool, system properties, a container image, Kubernetes.
//!
//! No text contains a name from a certificate: those are untrusted.

use crate::i18n::GuideText;
use crate::report::{CertificateReport, PathStep, Report};

/// The alias of the CA in the truststore and in [`TRUST_SETUPS`].
pub const TRUST_ALIAS: &str = "backend-ca";

/// The certificate to import: the root of the chain, or a self-signed server certificate. An
/// intermediate is not offered, because Java would then trust it, too, if it is sent without its
/// root.
#[must_use]
pub fn import_ca(report: &Report) -> Option<&CertificateReport> {
    match report.path.last()? {
        PathStep::Certificate(index) => report.certificates.get(index.get()).filter(|ca| ca.self_issued),
        PathStep::Anchor { .. } => None,
    }
}

/// Where a client gets its truststore from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrustTool {
    /// `keytool -importcert`.
    Keytool,
    /// The JVM's system properties.
    SystemProperties,
    /// A container image.
    Dockerfile,
    /// A Kubernetes secret, mounted into the pod.
    Kubernetes,
}

impl TrustTool {
    /// What it does, in words.
    #[must_use]
    pub fn text(self) -> GuideText {
        match self {
            Self::Keytool => GuideText::TrustKeytool,
            Self::SystemProperties => GuideText::TrustProperties,
            Self::Dockerfile => GuideText::TrustImage,
            Self::Kubernetes => GuideText::TrustKubernetes,
        }
    }
}

/// Commands or lines of a file that make a client trust a CA.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustSetup {
    /// What they are for.
    pub tool: TrustTool,
    /// The file that contains them; `None` for commands.
    pub file: Option<&'static str>,
    /// The commands or lines.
    pub text: &'static str,
}

/// The ways to make a client trust the CA in `ca.pem`, or the certificates of `truststore.p12`.
pub const TRUST_SETUPS: [TrustSetup; 4] = [
    TrustSetup {
        tool: TrustTool::Keytool,
        file: None,
        text: "keytool -importcert -noprompt -alias backend-ca -file ca.pem -keystore truststore.p12 -storetype PKCS12 -storepass changeit\n\
            keytool -list -keystore truststore.p12 -storepass changeit\n",
    },
    TrustSetup {
        tool: TrustTool::SystemProperties,
        file: None,
        text: "java -Djavax.net.ssl.trustStore=truststore.p12 -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit -jar app.jar\n",
    },
    TrustSetup {
        tool: TrustTool::Dockerfile,
        file: Some("Dockerfile"),
        text: "COPY ca.pem /tmp/ca.pem\n\
            RUN keytool -importcert -noprompt -cacerts -storepass changeit -alias backend-ca -file /tmp/ca.pem\n",
    },
    TrustSetup {
        tool: TrustTool::Kubernetes,
        file: Some("deployment.yaml"),
        text: "# kubectl create secret generic truststore --from-file=truststore.p12\n\
            spec:\n  template:\n    spec:\n      volumes:\n        - name: truststore\n          secret:\n            secretName: truststore\n      \
            containers:\n        - name: app\n          env:\n            - name: JAVA_TOOL_OPTIONS\n              \
            value: -Djavax.net.ssl.trustStore=/truststore/truststore.p12 -Djavax.net.ssl.trustStorePassword=changeit\n          \
            volumeMounts:\n            - name: truststore\n              mountPath: /truststore\n              readOnly: true\n",
    },
];
