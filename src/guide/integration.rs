//! What differs between the kinds of integration: which name is verified, and which settings there are.
//!
//! # References
//! - AWS, API Gateway Developer Guide: "Set up a private integration" (VPC link V1 and V2), "Create private integrations for
//!   HTTP APIs", "x-amazon-apigateway-integration.tlsConfig object".
//! - AWS re:Post, `api-gateway-500-error-vpc` and `api-gateway-private-integration-errors`.

use super::TlsSetting;
use crate::i18n::GuideText;

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
    /// What is said.
    pub text: GuideText,
    /// True where it is drawn from what users and code show; false where AWS says so.
    pub inferred: bool,
}

impl IntegrationKind {
    /// All of them, in the order in which the page offers them.
    pub const ALL: [Self; 5] = [
        Self::RestPublic,
        Self::RestVpcLinkV1,
        Self::RestVpcLinkV2,
        Self::HttpApiPublic,
        Self::HttpApiPrivate,
    ];

    /// Its name.
    #[must_use]
    pub fn name(self) -> GuideText {
        match self {
            Self::RestPublic => GuideText::KindRestPublic,
            Self::RestVpcLinkV1 => GuideText::KindRestVpcLinkV1,
            Self::RestVpcLinkV2 => GuideText::KindRestVpcLinkV2,
            Self::HttpApiPublic => GuideText::KindHttpApiPublic,
            Self::HttpApiPrivate => GuideText::KindHttpApiPrivate,
        }
    }

    /// What the host field should hold.
    #[must_use]
    pub fn host_hint(self) -> GuideText {
        match self {
            Self::RestPublic | Self::HttpApiPublic => GuideText::HostOfUrl,
            Self::RestVpcLinkV1 => GuideText::HostOfVpcLinkV1,
            Self::RestVpcLinkV2 => GuideText::HostOfVpcLinkV2,
            Self::HttpApiPrivate => GuideText::HostOfServerName,
        }
    }

    /// The property of `tlsConfig` that exists here.
    #[must_use]
    pub fn setting(self) -> Option<TlsSetting> {
        match self {
            Self::RestPublic | Self::RestVpcLinkV1 | Self::RestVpcLinkV2 => Some(TlsSetting::InsecureSkipVerification),
            Self::HttpApiPrivate => Some(TlsSetting::ServerNameToVerify),
            Self::HttpApiPublic => None,
        }
    }

    /// What applies here.
    #[must_use]
    pub fn remarks(self) -> &'static [Remark] {
        const fn aws(text: GuideText) -> Remark {
            Remark { text, inferred: false }
        }
        const fn seen(text: GuideText) -> Remark {
            Remark { text, inferred: true }
        }
        match self {
            Self::RestPublic => const { &[aws(GuideText::SkipExists)] },
            Self::RestVpcLinkV1 => {
                const {
                    &[
                        aws(GuideText::UriNotRouted),
                        seen(GuideText::TlsListener),
                        seen(GuideText::TcpListener),
                        seen(GuideText::NoServerName),
                        aws(GuideText::SkipExists),
                    ]
                }
            }
            Self::RestVpcLinkV2 => {
                const {
                    &[
                        aws(GuideText::SecureUri),
                        seen(GuideText::TlsListener),
                        seen(GuideText::TcpListener),
                        aws(GuideText::SkipExists),
                    ]
                }
            }
            Self::HttpApiPublic => const { &[aws(GuideText::NoSkip), seen(GuideText::ServerNameNoEffect)] },
            Self::HttpApiPrivate => {
                const {
                    &[
                        aws(GuideText::PlainByDefault),
                        aws(GuideText::PlainToHttps),
                        aws(GuideText::NoSkip),
                        seen(GuideText::TlsListener),
                        seen(GuideText::TcpListener),
                    ]
                }
            }
        }
    }
}
