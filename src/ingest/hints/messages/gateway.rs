//! Messages of API Gateway that name no problem of a certificate.

use super::{Row, readers};
use crate::ingest::report::hint::LogKind;
use crate::ingest::report::meaning::Meaning as M;

const INTERNAL: &LogKind = &LogKind::InternalError;
const NETWORK: &LogKind = &LogKind::NetworkError;
const ADDRESS: &LogKind = &LogKind::InvalidEndpointAddress;
const MALFORMED: &LogKind = &LogKind::MalformedLambdaProxyResponse;
const LAMBDA: &LogKind = &LogKind::LambdaPermissions;
const HEADER: &LogKind = &LogKind::HeaderAlreadyPresent;
const ROLE: &LogKind = &LogKind::RoleNotAssumable;

pub(super) const ROWS: &[Row] = &[
    Row::is("internal error while executing your request", INTERNAL),
    Row::is("network error communicating with endpoint", NETWORK),
    Row::is("execution failed due to a timeout error", NETWORK),
    Row::is("connect timed out", NETWORK),
    Row::is("invalid endpoint address", ADDRESS),
    Row::is("malformed lambda proxy response", MALFORMED),
    Row::is("malformed lambda response", MALFORMED),
    Row::is("invalid permissions on lambda function", LAMBDA),
    Row::is("header already present", HEADER),
    Row::is("permission to assume the provided role", ROLE),
    Row::read("configuration error:", readers::unknown),
    Row::read("erreur de configuration", readers::unknown),
    Row::read("integrationerrormessage", readers::integration_error),
    Row::read("integrationerror", readers::integration_error),
    Row::read("integration error'", readers::integration_error),
    Row::read("integration.error", readers::integration_error),
    // Mapping.
    Row::means("no match for output mapping", M::NoOutputMapping),
    Row::means(
        "output mapping refers to an invalid method response",
        M::InvalidMethodResponse,
    ),
    Row::means("unable to transform request", M::Transform),
    Row::means("unable to transform response", M::Transform),
    Row::means("invalid mapping expression", M::Transform),
    Row::means("invalid mapping template", M::Transform),
    Row::means("illegal character in ", M::IllegalUrl),
    Row::means("malformed escape pair", M::IllegalUrl),
    Row::means("expected authority at index", M::IllegalUrl),
    // Authorization.
    Row::means("authorizerconfigurationexception", M::Authorizer),
    Row::means("authorizer configuration error", M::Authorizer),
    Row::means("authorizer error", M::Authorizer),
    Row::means("authorizer result body before parsing", M::Authorizer),
    Row::means("failed to authorize request", M::Authorizer),
    Row::means("the client is not authorized to perform this operation", M::Authorizer),
    Row::means("is not authorized to access this resource", M::Authorizer),
    Row::means("with an explicit deny", M::Authorizer),
    Row::means("is not authorized to perform: execute-api", M::Authorizer),
    Row::means("execution failed due to an unauthorized request", M::Authorizer),
    Row::means("is not authorized because the method's resource policy", M::Forbidden),
    Row::means("waf filtered", M::Forbidden),
    Row::means("request filtered by waf", M::Forbidden),
    Row::means("missing authentication token", M::MissingToken),
    Row::means("signature we calculated does not match", M::Credentials),
    Row::means("security token included in the request is", M::Credentials),
    Row::means("credential should be scoped", M::Credentials),
    Row::means("unrecognizedclientexception", M::Credentials),
    Row::means("invalidsignatureexception", M::Credentials),
    Row::means("invalid api key", M::ApiKey),
    Row::means("api key is required", M::ApiKey),
    Row::means("not authorized because method's api key", M::ApiKey),
    // Limits.
    Row::means("toomanyrequestsexception", M::Throttled),
    Row::means("throttlingexception", M::Throttled),
    Row::means("rate exceeded", M::Throttled),
    Row::means("usage plan quota exceeded", M::Throttled),
    Row::means("key throttle limit exceeded", M::Throttled),
    Row::means("quota limit exceeded", M::Throttled),
    Row::means("larger than allowed maximum of", M::TooLarge),
    Row::means("request entity too large", M::TooLarge),
    Row::means("request too long", M::TooLarge),
    Row::means("http content length exceeded", M::TooLarge),
    // The integration.
    Row::means("lambda execution failed with status", M::Lambda),
    Row::means("lambda invocation failed with status", M::Lambda),
    Row::means("lambda function failed", M::Lambda),
    Row::means("the lambda function returned the following error", M::Lambda),
    Row::means("lambda function was throttled", M::Lambda),
    Row::means("task timed out after", M::Lambda),
    Row::means("runtime exited with error", M::Lambda),
    Row::means("have permissions to call the integration", M::Permissions),
    Row::means("invalid credentials configured on the integration", M::Permissions),
    Row::means("is not authorized to perform: lambda:invokefunction", M::Permissions),
    Row::means("is not authorized to perform: ", M::Permissions),
    Row::means("api gateway was unable to assume", M::Permissions),
    Row::means("access denied due to invalid credentials", M::Permissions),
    Row::means("endpoint request timed out", M::IntegrationTimeout),
    Row::means("execution failed due to timeout", M::IntegrationTimeout),
    Row::means("integration timed out", M::IntegrationTimeout),
    Row::means("invalid vpc link", M::VpcLink),
    Row::means("vpc link is not available", M::VpcLink),
    Row::means("vpc link is inactive", M::VpcLink),
    Row::means("vpclink is not", M::VpcLink),
    Row::read("'message'", readers::response),
    Row::read("'error.message'", readers::response),
    Row::read("'errormessage'", readers::response),
];
