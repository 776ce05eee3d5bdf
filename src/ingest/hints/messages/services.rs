//! Messages about certificates of ACM and IAM, and about `tlsConfig` of Terraform, CloudFormation
//! and CDK.

use super::Row;
use crate::ingest::report::meaning::{Meaning as M, Tool as T};

pub(super) const ROWS: &[Row] = &[
    // ACM.
    Row::by(
        "certificate field contains more than one certificate",
        M::AcmSeveralCertificates,
        T::Acm,
    ),
    Row::by(
        "can specify only one certificate in this field",
        M::AcmSeveralCertificates,
        T::Acm,
    ),
    Row::by(
        "could not validate the certificate with the certificate chain",
        M::AcmChain,
        T::Acm,
    ),
    Row::by("unable to validate certificate chain", M::AcmChain, T::Acm),
    Row::by("could not validate the certificate chain", M::AcmChain, T::Acm),
    Row::by("certificate chain contains an invalid certificate", M::AcmChain, T::Acm),
    Row::by("certificate chain is not valid", M::AcmChain, T::Acm),
    Row::by("unable to parse certificate. please ensure", M::AcmPem, T::Acm),
    Row::by("could not parse certificate. please ensure", M::AcmPem, T::Acm),
    Row::by("ensure the certificate is in pem format", M::AcmPem, T::Acm),
    Row::by("is not in a valid pem format", M::AcmPem, T::Acm),
    Row::by("is not in pem format", M::AcmPem, T::Acm),
    Row::by("unable to parse certificate", M::AcmPem, T::Acm),
    Row::by("unable to parse certificate chain", M::AcmPem, T::Acm),
    Row::by("certificate chain field contains", M::AcmPem, T::Acm),
    Row::by("private key does not match the certificate", M::AcmKeyMismatch, T::Acm),
    Row::by("private key doesn't match the certificate", M::AcmKeyMismatch, T::Acm),
    Row::by("certificate and private key do not match", M::AcmKeyMismatch, T::Acm),
    Row::by("does not match the private key", M::AcmKeyMismatch, T::Acm),
    Row::by("private key length is not supported", M::AcmKeyLength, T::Acm),
    Row::by("private key length", M::AcmKeyLength, T::Acm),
    Row::by("is not supported for key algorithm", M::AcmKeyLength, T::Acm),
    Row::by("key algorithm is not supported", M::AcmKeyLength, T::Acm),
    Row::by("the private key is not supported", M::AcmPrivateKey, T::Acm),
    Row::by("private key is encrypted", M::AcmPrivateKey, T::Acm),
    Row::by("unable to parse private key", M::AcmPrivateKey, T::Acm),
    Row::by("could not parse private key", M::AcmPrivateKey, T::Acm),
    Row::by("reached the maximum number of certificates", M::AcmQuota, T::Acm),
    Row::by("certificate is not yet valid or has expired", M::OutOfDate, T::Acm),
    Row::by(
        "not a valid self signed. please provide either a valid self-signed certificate or certificate chain",
        M::AcmChain,
        T::Acm,
    ),
    Row::by("is not a valid self signed", M::AcmChain, T::Acm),
    // IAM.
    Row::by(
        "certificate chain must start with the immediate signing certificate",
        M::AcmChain,
        T::Iam,
    ),
    Row::by("malformedcertificate", M::AcmPem, T::Iam),
    Row::by(
        "unable to parse key; the body must be encoded in pem",
        M::AcmPrivateKey,
        T::Iam,
    ),
    Row::by("keypairmismatch", M::AcmKeyMismatch, T::Iam),
    Row::by("invalid public key certificate", M::AcmPem, T::Iam),
    // The AWS CLI.
    Row::means("invalid base64: '-----begin", M::Base64Input),
    Row::means("invalid base64:", M::Base64Input),
    // Infrastructure as code.
    Row::by("blocks of type 'tls ", M::TlsConfigUnknown, T::Infrastructure),
    Row::by("argument named 'tls ", M::TlsConfigUnknown, T::Infrastructure),
    Row::by("argument named 'insecure skip", M::TlsConfigUnknown, T::Infrastructure),
    Row::by(
        "argument named 'server name to verify",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by(
        "'insecureskipverification' does not exist in type",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by(
        "'tlsconfig' does not exist in type",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by(
        "'tlsconfig' does not exist on type",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by(
        "'servernametoverify' does not exist in type",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by("unsupported property tlsconfig", M::TlsConfigUnknown, T::Infrastructure),
    Row::by(
        "unsupported property insecureskipverification",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by(
        "unsupported property servernametoverify",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by("extraneous key [tlsconfig]", M::TlsConfigUnknown, T::Infrastructure),
    Row::by(
        "extraneous key [insecureskipverification]",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by("unknown parameter in tlsconfig", M::TlsConfigUnknown, T::Infrastructure),
    Row::by(
        "unknown parameter in input: 'tlsconfig'",
        M::TlsConfigUnknown,
        T::Infrastructure,
    ),
    Row::by("invalid patch path /tlsconfig", M::TlsConfigRejected, T::Infrastructure),
    Row::by(
        "invalid patch path '/tlsconfig",
        M::TlsConfigRejected,
        T::Infrastructure,
    ),
    Row::by("tlsconfig is only supported", M::TlsConfigRejected, T::Infrastructure),
    Row::by("tlsconfig is not supported", M::TlsConfigRejected, T::Infrastructure),
    Row::by("tlsconfig can only be", M::TlsConfigRejected, T::Infrastructure),
    Row::by("tls config is only supported", M::TlsConfigRejected, T::Infrastructure),
    Row::by("tls config is not supported", M::TlsConfigRejected, T::Infrastructure),
    Row::by("invalid tlsconfig", M::TlsConfigRejected, T::Infrastructure),
    Row::by(
        "insecureskipverification is not supported",
        M::TlsConfigRejected,
        T::Infrastructure,
    ),
    Row::by(
        "insecureskipverification is only supported",
        M::TlsConfigRejected,
        T::Infrastructure,
    ),
];
