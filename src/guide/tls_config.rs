//! How to set `tlsConfig` of an integration in common tools.
//!
//! # References
//! - AWS, "x-amazon-apigateway-integration.tlsConfig object" (API Gateway Developer Guide): both
//!   properties, the warning, and what is still checked.
//! - AWS CLI `apigateway update-integration` with the patch path
//!   `/tlsConfig/insecureSkipVerification` (AWS's article `api-gateway-ssl-certificate-errors`);
//!   `apigatewayv2 update-integration --tls-config`.
//! - CloudFormation: `AWS::ApiGateway::Method Integration` has no `TlsConfig`, so the snippet sets
//!   it in the API's OpenAPI body; `AWS::ApiGatewayV2::Integration TlsConfig` has
//!   `ServerNameToVerify`.
//! - Terraform AWS provider 3.24.0 and later: `aws_api_gateway_integration`,
//!   `aws_apigatewayv2_integration`.

use super::{Endpoint, Snippet};
use crate::i18n::GuideText;
use crate::i18n::format::fill;

/// A property of `tlsConfig`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TlsSetting {
    /// `insecureSkipVerification`: REST APIs, types HTTP and HTTP_PROXY.
    InsecureSkipVerification,
    /// `serverNameToVerify`: private integrations of HTTP APIs.
    ServerNameToVerify,
}

impl TlsSetting {
    /// Both.
    pub const ALL: [Self; 2] = [Self::InsecureSkipVerification, Self::ServerNameToVerify];

    /// AWS's name for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InsecureSkipVerification => "insecureSkipVerification",
            Self::ServerNameToVerify => "serverNameToVerify",
        }
    }

    /// What AWS documents: what the property does, where it exists, what is still checked, and the
    /// warning.
    #[must_use]
    pub fn remarks(self) -> &'static [GuideText] {
        match self {
            Self::InsecureSkipVerification => &[
                GuideText::SkipWarning,
                GuideText::SkipWhere,
                GuideText::SkipStillChecked,
                GuideText::SkipRootDemands,
                GuideText::Redeploy,
            ],
            Self::ServerNameToVerify => &[GuideText::ServerNameWhat, GuideText::ServerNameWhere],
        }
    }
}

/// The tool that creates the integration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each name is that of the tool")]
pub enum TlsTool {
    OpenApi,
    AwsCli,
    CloudFormation,
    Cdk,
    Terraform,
}

impl TlsTool {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 5] = [
        Self::AwsCli,
        Self::OpenApi,
        Self::CloudFormation,
        Self::Cdk,
        Self::Terraform,
    ];

    /// The tool's name, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenApi => "OpenAPI",
            Self::AwsCli => "AWS CLI",
            Self::CloudFormation => "CloudFormation",
            Self::Cdk => "AWS CDK (TypeScript)",
            Self::Terraform => "Terraform",
        }
    }
}

/// A setting as written in one tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsConfig {
    /// The setting.
    pub setting: TlsSetting,
    /// The tool.
    pub tool: TlsTool,
    /// Its text.
    pub snippet: Snippet,
    /// A remark on this tool.
    pub remark: Option<GuideText>,
}

/// Returns a setting as written in one tool, with the host's name if it is known.
#[must_use]
pub fn tls_config(setting: TlsSetting, tool: TlsTool, host: Option<&Endpoint>) -> TlsConfig {
    let host = host.cloned().unwrap_or_else(Endpoint::placeholder);
    let authority = match host.port {
        443 => host.bracketed(),
        _ => host.target(),
    };
    let values = [host.name.as_str(), &authority];
    let (file, template, remark) = template(setting, tool);
    TlsConfig {
        setting,
        tool,
        snippet: Snippet {
            file,
            text: fill(template, &values),
        },
        remark,
    }
}

/// Returns the file, the text and the remark. Placeholders in the text: {0} host name, {1} host
/// with port unless that is 443.
fn template(setting: TlsSetting, tool: TlsTool) -> (Option<&'static str>, &'static str, Option<GuideText>) {
    match (setting, tool) {
        (TlsSetting::InsecureSkipVerification, TlsTool::OpenApi) => (
            Some("openapi.yaml"),
            "x-amazon-apigateway-integration:\n  type: http_proxy\n  httpMethod: ANY\n  uri: https://{1}/\n  tlsConfig:\n    insecureSkipVerification: true\n",
            None,
        ),
        (TlsSetting::InsecureSkipVerification, TlsTool::AwsCli) => (
            None,
            "aws apigateway update-integration --rest-api-id API_ID --resource-id RESOURCE_ID --http-method ANY --patch-operations op=replace,path=/tlsConfig/insecureSkipVerification,value=true\naws apigateway create-deployment --rest-api-id API_ID --stage-name STAGE\n",
            None,
        ),
        (TlsSetting::InsecureSkipVerification, TlsTool::CloudFormation) => (
            Some("template.yaml"),
            "Api:\n  Type: AWS::ApiGateway::RestApi\n  Properties:\n    Body:\n      openapi: 3.0.1\n      info: { title: backend, version: '1' }\n      paths:\n        /:\n          x-amazon-apigateway-any-method:\n            x-amazon-apigateway-integration:\n              type: http_proxy\n              httpMethod: ANY\n              uri: https://{1}/\n              tlsConfig:\n                insecureSkipVerification: true\n",
            Some(GuideText::SkipByBody),
        ),
        (TlsSetting::InsecureSkipVerification, TlsTool::Cdk) => (
            Some("stack.ts"),
            "new apigateway.SpecRestApi(this, 'Api', {\n  apiDefinition: apigateway.ApiDefinition.fromInline({\n    openapi: '3.0.1',\n    info: { title: 'backend', version: '1' },\n    paths: {\n      '/': {\n        'x-amazon-apigateway-any-method': {\n          'x-amazon-apigateway-integration': {\n            type: 'http_proxy',\n            httpMethod: 'ANY',\n            uri: 'https://{1}/',\n            tlsConfig: { insecureSkipVerification: true },\n          },\n        },\n      },\n    },\n  }),\n});\n",
            Some(GuideText::SkipByBody),
        ),
        (TlsSetting::InsecureSkipVerification, TlsTool::Terraform) => (
            Some("main.tf"),
            "resource \"aws_api_gateway_integration\" \"backend\" {\n  rest_api_id             = aws_api_gateway_rest_api.api.id\n  resource_id             = aws_api_gateway_resource.backend.id\n  http_method             = aws_api_gateway_method.backend.http_method\n  type                    = \"HTTP_PROXY\"\n  integration_http_method = \"ANY\"\n  uri                     = \"https://{1}/\"\n\n  tls_config {\n    insecure_skip_verification = true\n  }\n}\n",
            None,
        ),
        (TlsSetting::ServerNameToVerify, TlsTool::OpenApi) => (
            Some("openapi.yaml"),
            "x-amazon-apigateway-integration:\n  type: http_proxy\n  httpMethod: ANY\n  payloadFormatVersion: '1.0'\n  connectionType: VPC_LINK\n  connectionId: VPC_LINK_ID\n  uri: LISTENER_ARN\n  tlsConfig:\n    serverNameToVerify: {0}\n",
            None,
        ),
        (TlsSetting::ServerNameToVerify, TlsTool::AwsCli) => (
            None,
            "aws apigatewayv2 update-integration --api-id API_ID --integration-id INTEGRATION_ID --tls-config ServerNameToVerify={0}\n",
            None,
        ),
        (TlsSetting::ServerNameToVerify, TlsTool::CloudFormation) => (
            Some("template.yaml"),
            "Integration:\n  Type: AWS::ApiGatewayV2::Integration\n  Properties:\n    ApiId: !Ref Api\n    IntegrationType: HTTP_PROXY\n    IntegrationMethod: ANY\n    PayloadFormatVersion: '1.0'\n    ConnectionType: VPC_LINK\n    ConnectionId: !Ref VpcLink\n    IntegrationUri: !Ref Listener\n    TlsConfig:\n      ServerNameToVerify: {0}\n",
            None,
        ),
        (TlsSetting::ServerNameToVerify, TlsTool::Cdk) => (
            Some("stack.ts"),
            "new HttpAlbIntegration('Backend', listener, {\n  secureServerName: '{0}',\n});\n",
            Some(GuideText::CdkNlbToo),
        ),
        (TlsSetting::ServerNameToVerify, TlsTool::Terraform) => (
            Some("main.tf"),
            "resource \"aws_apigatewayv2_integration\" \"backend\" {\n  api_id             = aws_apigatewayv2_api.api.id\n  integration_type   = \"HTTP_PROXY\"\n  integration_method = \"ANY\"\n  integration_uri    = aws_lb_listener.backend.arn\n  connection_type    = \"VPC_LINK\"\n  connection_id      = aws_apigatewayv2_vpc_link.link.id\n\n  tls_config {\n    server_name_to_verify = \"{0}\"\n  }\n}\n",
            None,
        ),
    }
}
