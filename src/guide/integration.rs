//! Differences between the kinds of integration: which name is verified, and which settings exist.
//!
//! # References
//! - AWS, API Gateway Developer Guide: "Set up a private integration" (VPC link V1 and V2), "Create
//!   private integrations for HTTP APIs", "x-amazon-apigateway-integration.tlsConfig object".
//! - AWS CDK, `aws-apigateway`: `AlbIntegration` and its integration test, read 2026-11.
//! - AWS re:Post, `api-gateway-500-error-vpc` and `api-gateway-private-integration-errors`.

use super::TlsSetting;
use crate::i18n::KindText;

/// How API Gateway reaches the backend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum IntegrationKind {
    /// A REST API, over the internet.
    #[default]
    RestPublic,
    /// A REST API, through a VPC link of the first kind (Network Load Balancer).
    RestVpcLinkV1,
    /// A REST API, through a VPC link V2 (Application or Network Load Balancer).
    RestVpcLinkV2,
    /// An HTTP API, over the internet.
    HttpApiPublic,
    /// An HTTP API, through a VPC link.
    HttpApiPrivate,
}

/// A remark on a kind of integration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The text.
    pub text: KindText,
    /// Whether it is inferred from users' reports and code; otherwise AWS documents it.
    pub inferred: bool,
}

impl IntegrationKind {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::RestPublic,
        Self::RestVpcLinkV1,
        Self::RestVpcLinkV2,
        Self::HttpApiPublic,
        Self::HttpApiPrivate,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> KindText {
        match self {
            Self::RestPublic => KindText::KindRestPublic,
            Self::RestVpcLinkV1 => KindText::KindRestVpcLinkV1,
            Self::RestVpcLinkV2 => KindText::KindRestVpcLinkV2,
            Self::HttpApiPublic => KindText::KindHttpApiPublic,
            Self::HttpApiPrivate => KindText::KindHttpApiPrivate,
        }
    }

    /// A hint on what to enter in the host field.
    #[must_use]
    pub fn host_hint(self) -> KindText {
        match self {
            Self::RestPublic | Self::HttpApiPublic => KindText::HostOfUrl,
            Self::RestVpcLinkV1 => KindText::HostOfVpcLinkV1,
            Self::RestVpcLinkV2 => KindText::HostOfVpcLinkV2,
            Self::HttpApiPrivate => KindText::HostOfServerName,
        }
    }

    /// The property of `tlsConfig` that this kind has.
    #[must_use]
    pub fn setting(self) -> Option<TlsSetting> {
        match self {
            Self::RestPublic | Self::RestVpcLinkV1 | Self::RestVpcLinkV2 => Some(TlsSetting::InsecureSkipVerification),
            Self::HttpApiPrivate => Some(TlsSetting::ServerNameToVerify),
            Self::HttpApiPublic => None,
        }
    }

    /// The remarks on this kind.
    #[must_use]
    pub fn remarks(self) -> &'static [Remark] {
        const fn aws(text: KindText) -> Remark {
            Remark { text, inferred: false }
        }
        const fn seen(text: KindText) -> Remark {
            Remark { text, inferred: true }
        }
        match self {
            Self::RestPublic => const { &[aws(KindText::SkipExists)] },
            Self::RestVpcLinkV1 => {
                const {
                    &[
                        aws(KindText::UriNotRouted),
                        seen(KindText::TlsListener),
                        seen(KindText::TcpListener),
                        seen(KindText::NoServerName),
                        aws(KindText::SkipExists),
                    ]
                }
            }
            Self::RestVpcLinkV2 => {
                const {
                    &[
                        aws(KindText::SecureUri),
                        aws(KindText::CdkAlbIntegration),
                        seen(KindText::TlsListener),
                        seen(KindText::TcpListener),
                        aws(KindText::SkipExists),
                    ]
                }
            }
            Self::HttpApiPublic => const { &[aws(KindText::NoSkip), seen(KindText::ServerNameNoEffect)] },
            Self::HttpApiPrivate => {
                const {
                    &[
                        aws(KindText::PlainByDefault),
                        aws(KindText::PlainToHttps),
                        aws(KindText::NoSkip),
                        seen(KindText::TlsListener),
                        seen(KindText::TcpListener),
                    ]
                }
            }
        }
    }
}
