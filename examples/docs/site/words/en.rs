//! English: the pages of the findings.

use sslengine_doctor::report::Detail;

use super::{Explanation, words};

/// The texts for a finding's code. A code without texts does not compile.
#[rustfmt::skip]
pub fn english(detail: &Detail) -> Explanation {
    match detail {
        // ---- supported-ca
        Detail::AnchorListed { .. } => words(
            "The chain ends at a supported root",
            "The topmost certificate is a root on AWS’s list or was issued by one. Its name and key match the list, and the signature was verified with that key.",
            "Requirement 1 asks for this. API Gateway has its own copy of the root, so the server does not need to send it.",
            "Nothing.",
        ),
        Detail::AnchorReissued { .. } => words(
            "A reissued or cross-signed version of a supported root",
            "A certificate in the chain has the name and key of a listed root but another fingerprint. It is a reissued version, or a cross-signed version from another CA.",
            "Java compares the name and the key, not the fingerprint, so it accepts the certificate as the root and ends the chain there. If you compare fingerprints by hand, as AWS’s article shows, you do not find it on the list.",
            "Nothing. The chain is fine as it is.",
        ),
        Detail::ListedByFingerprint { .. } => words(
            "Listed only by its fingerprint",
            "The list contains the fingerprint of this certificate, but nothing else is known about it. Either its entry came with a pasted list, or it is one of the twelve listed certificates that are not public.",
            "Such a certificate counts as supported. A chain that ends below it cannot be recognised, because its name and key are not in this tool’s data.",
            "Nothing, if the certificate itself is part of your input. If you paste your own list, paste the CA’s certificate with the chain.",
        ),
        Detail::RootNotListed { .. } => words(
            "A root that is not on AWS’s list",
            "The chain is complete, but API Gateway does not support the root at its end.",
            "API Gateway trusts only its own list, whatever browsers or your operating system trust. A private CA, or a public root that is newer than the list, ends the handshake.",
            "Get a certificate from a listed CA, such as Let’s Encrypt or Amazon (ACM). If the CA is public, ask it for a version of its certificate that is cross-signed by an older root, and let the server send that too. For a private CA, a REST API can set `insecureSkipVerification`. The list may have grown since: search for the fingerprint on AWS’s page.",
        ),
        Detail::SelfSignedLeaf { .. } => words(
            "A self-signed server certificate",
            "The server certificate is its own issuer. No CA issued it.",
            "Its fingerprint is not on AWS’s list, and you cannot add it: API Gateway has no truststore of your own for backends. Many products serve such a certificate until a real one is configured.",
            "Install a certificate from a listed CA. If a load balancer is in front of the server, an ACM certificate on its listener is enough.",
        ),
        Detail::IssuerNotListed { .. } => words(
            "The issuer is not on AWS’s list",
            "The topmost certificate of the chain names an issuer that is not on the list. None of the 1,408 public intermediates known to this tool links that issuer to a listed root.",
            "Without a path to a listed root, API Gateway rejects the chain. No certificate is known that you could add to complete it.",
            "If this is a private CA, see `root-not-listed`. If it is public, it may be newer than this tool’s data: send its whole chain, including the cross-signed versions that it offers, and check again.",
        ),
        Detail::IssuerUnknown { .. } => words(
            "Not enough certificates to determine the CA",
            "Only the server certificate was provided, and its issuer is unknown.",
            "Requirement 1 is about the root. With an unknown issuer, nobody can determine which root the chain would end at.",
            "Paste everything that the server sends: `openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null`. If the server sends nothing else, the chain is incomplete: see `issuer-missing`.",
        ),
        Detail::SupportedOnceSent { .. } => words(
            "Met once the intermediate is sent",
            "The missing issuer is a public intermediate known to this tool, and it leads to a root on AWS’s list.",
            "The CA is not the problem; the incomplete chain is. Java fetches nothing, so API Gateway cannot reach the root until the server sends the intermediate.",
            "Add the intermediate. The page offers the repaired chain.",
        ),
        Detail::AnchorKeyMismatch { .. } => words(
            "The name of a listed root, but not its key",
            "The issuer has the name of a listed root, but the signature was not made with that root’s key.",
            "The key decides, not the name. Either the CA has a newer root with the same name, or somebody created a CA with that name. API Gateway rejects both.",
            "Check where the certificate came from. If the CA has changed its key, ask it for a chain to a listed root.",
        ),
        Detail::DefaultCertificate { .. } => words(
            "A product’s default certificate",
            "A product created this certificate to use until a real one is configured, or for another purpose. Examples are an ingress controller’s fake certificate, `localhost`, a control panel’s certificate, a proxy that inspects TLS, a CDN’s origin certificate, and a staging environment.",
            "The server has no certificate for the requested host, or no host was requested. This happens if the client sends no server name (SNI), or if the request reached the wrong machine.",
            "Configure the certificate for the host that API Gateway calls, and make it the default certificate too. Compare the output of `openssl s_client` with `-servername HOST` and with `-noservername`.",
        ),
        Detail::ListWaived { .. } => words(
            "The list is not checked",
            "The option `insecureSkipVerification` is set, so API Gateway does not check whether the CA is on its list.",
            "AWS offers the option for REST APIs with HTTP and HTTP proxy integrations, and does not recommend it: anyone who can redirect the traffic can pose as the backend. API Gateway still checks the dates, the host name, and that the chain contains a root.",
            "Prefer a certificate from a listed CA. If you need the option, let the server send the root.",
        ),
        Detail::RootNotSent { .. } => words(
            "The root must be sent but is missing",
            "With `insecureSkipVerification`, the chain that the server sends must contain the root. The topmost certificate here is not a root.",
            "No root on AWS’s list issued the chain, so it must end at a root that the server sends. AWS speaks of the “presence of a root certificate authority”.",
            "Add the certificates above the topmost one, up to the self-signed root, to the server’s chain.",
        ),
        Detail::ListedRootNotSent { .. } => words(
            "The root is on AWS’s list but was not sent",
            "`insecureSkipVerification` is set, and the chain ends at a root on AWS’s list that the server does not send.",
            "AWS’s documentation says that API Gateway then checks the “presence of a root certificate authority”. It does not say whether the roots on AWS’s list count. The chain does not need the option, because its CA is supported.",
            "Set `insecureSkipVerification` to `false`. If you need the option, configure the server to send the root too.",
        ),
        Detail::RootNotCa { .. } => words(
            "The root is not marked as a CA",
            "The root that was sent lacks basicConstraints with `CA:TRUE`.",
            "With `insecureSkipVerification`, AWS requires this of the root. Java checks it too, unless the root is itself the server certificate. Self-signed server certificates often fail here.",
            "Create the root again with `basicConstraints=critical,CA:TRUE` and `keyUsage=critical,keyCertSign,cRLSign`, and issue the server certificate from it.",
        ),
        Detail::RootWithoutKeyCertSign { .. } => words(
            "The root’s key is not allowed to sign certificates",
            "The root that was sent has no keyUsage with `keyCertSign`.",
            "With `insecureSkipVerification`, AWS requires it. Java itself rejects only a keyUsage without that bit. It accepts a root without any keyUsage, and API Gateway may accept it too.",
            "Create the root again with `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::PrivateRootSent { .. } => words(
            "A private root, as the option requires",
            "`insecureSkipVerification` is set, and the server sent the root. The root has what AWS requires: `CA:TRUE` and `keyCertSign`.",
            "This mode requires nothing else of the CA.",
            "Nothing. Remember that this mode accepts any CA’s root.",
        ),
        Detail::AnchorDistrusted { .. } => words(
            "A root that Java no longer trusts",
            "AWS’s list has the root of the chain, but some Java releases reject server certificates under it, whatever their truststore contains.",
            "Java has a list of roots whose CA lost the trust of browsers: of Symantec, Entrust, Camerfirma and Chunghwa. Depending on the release, Java rejects certificates issued after a day, or all of them. AWS does not publish which Java release API Gateway runs, so API Gateway may accept or reject the chain.",
            "Get a certificate from another CA on AWS’s list.",
        ),

        // ---- validity
        Detail::InDate { .. } => words(
            "Within its validity dates",
            "The time of the check is between the certificate’s Not Before and Not After dates.",
            "Requirement 2 asks for this in every certificate of the chain.",
            "Nothing. The page offers a calendar reminder for the first expiry date.",
        ),
        Detail::Expired { .. } => words(
            "Expired",
            "The certificate’s Not After date is before the time of the check.",
            "Java rejects a server certificate or an intermediate after its Not After date. An expired intermediate often remains when only the server certificate is renewed.",
            "Renew the certificate and install it with the CA’s current intermediates. Then check what the server actually sends: many servers must be reloaded, and behind a load balancer you must check every machine.",
        ),
        Detail::NotYetValid { .. } => words(
            "Not yet valid",
            "The certificate’s Not Before date is after the time of the check.",
            "Java rejects it until then. CAs usually set Not Before slightly in the past. If not, a clock was wrong when the certificate was issued.",
            "Wait, or have it reissued with an earlier Not Before date. If you chose another time for the check on purpose, nothing is wrong.",
        ),
        Detail::ExpiresSoon { .. } => words(
            "Expires within 30 days",
            "The certificate is valid, but expires soon.",
            "API Gateway accepts it until its Not After date and rejects it afterwards.",
            "Renew it, or check that the automatic renewal works and reloads the server.",
        ),
        Detail::AnchorOutOfDate { .. } => words(
            "The root is outside its validity dates",
            "The root at the end of the chain has expired or is not yet valid.",
            "AWS’s article requires valid dates in every certificate. A stock Java client does not check the dates of a trusted root: 74 of the listed roots have expired, and a real JDK accepted chains to them in our tests. Other clients are stricter.",
            "Nothing urgent. At the next renewal, use a chain to a root that has not expired.",
        ),

        // ---- chain
        Detail::ChainComplete { .. } => words(
            "The chain is complete",
            "Every issuer is present, from the server certificate to a root, and every signature is valid.",
            "Requirement 3 asks for this.",
            "Nothing.",
        ),
        Detail::IssuerMissing { .. } => words(
            "An issuer’s certificate is missing",
            "A certificate names an issuer whose certificate the server does not send, and which is not a root on AWS’s list.",
            "This is the most common fault. Java fetches nothing and ignores the download address in the certificate (AIA). Browsers fetch the certificate, or have it from another site, so the site works there.",
            "Configure the server to send the intermediate right after its own certificate. Most CAs deliver a file called `fullchain.pem`, `ca-bundle` or “chain”. In Apache, put the whole chain in `SSLCertificateFile`; in nginx, in `ssl_certificate`. The page creates the file for you.",
        ),
        Detail::SignatureInvalid { .. } => words(
            "A signature that is not valid",
            "The issuer’s name matches, but the certificate was not signed with its key.",
            "Java verifies every signature on the path to the root. AWS’s article compares only names, so its commands show no fault in such a chain.",
            "CAs reissue their intermediates under the same name with another key. Find the version whose key identifier matches your certificate. If the signature is still not valid, the certificate was altered.",
        ),
        Detail::SignatureUnchecked { .. } => words(
            "A signature that could not be verified",
            "This tool cannot verify this type of signature, such as Ed448.",
            "Whether API Gateway accepts it depends on its Java version. The signature may be valid; it was only not verified.",
            "Ask the CA for a certificate signed with SHA-256 and RSA or ECDSA, which every client can verify.",
        ),
        Detail::LeafMissing { .. } => words(
            "The server certificate is missing",
            "Only CA certificates were provided.",
            "The first certificate that a server sends must be its own. Without it, there is nothing to check.",
            "Put the server certificate at the top. If you pasted your CA’s bundle, paste what the server sends instead.",
        ),
        Detail::LeafNotFirst { .. } => words(
            "The server certificate is not the first",
            "The input contains a server certificate, but another certificate comes before it.",
            "TLS requires the server certificate to come first, and clients use the first certificate as such (RFC 5246 §7.4.2). Your input may only be in another order than what the server sends.",
            "Put it at the top of the file, followed by its intermediates.",
        ),
        Detail::WrongOrder { .. } => words(
            "The certificates are out of order",
            "All the necessary certificates are present, but one is not followed by its issuer.",
            "Java finds a path through certificates in any order, so API Gateway accepts the chain. RFC 5246 requires each certificate to certify the one before it, and some clients reject any other order.",
            "Sort the file: the server certificate, its issuer, and so on. The page does this for you.",
        ),
        Detail::Duplicate { .. } => words(
            "The same certificate twice",
            "A certificate is an exact copy of an earlier one. This often happens when two files that start with the same certificate are joined.",
            "Java ignores it. It adds bytes to every handshake and uses one of the ten places that Java allows.",
            "Remove the copy.",
        ),
        Detail::Stray { .. } => words(
            "A certificate that is not needed",
            "The chain does not use this certificate: it issued none of the certificates on the path to the root. It is left over from an earlier chain, or belongs to a second path to an old root.",
            "Java ignores it. It adds bytes to every handshake and uses one of the ten places that Java allows.",
            "Remove it, unless it is a cross-signed version that older clients need.",
        ),
        Detail::RootSent { .. } => words(
            "The root was also sent",
            "The chain that the server sends ends with the root itself.",
            "A client trusts its own copy of the root and never one that was sent, so sending it has no effect. Only with `insecureSkipVerification` must the server send the root.",
            "Remove it from the file or leave it; it does no harm.",
        ),
        Detail::NotACa { .. } => words(
            "The issuer is not a CA",
            "A certificate is used as an issuer in the chain but is not marked as a CA (basicConstraints with `CA:TRUE`).",
            "If clients allowed this, anyone with a server certificate could issue others. Java rejects it (RFC 5280 §4.2.1.9, §6.1.4).",
            "Have the intermediate reissued as a CA: `basicConstraints=critical,CA:TRUE`. If it is actually a server certificate, the chain was put together incorrectly.",
        ),
        Detail::OldVersion { .. } => words(
            "An intermediate of version 1 or 2",
            "The certificate has an old X.509 version that has no extensions.",
            "Without extensions, a certificate cannot be marked as a CA, so Java does not accept it as an intermediate. Java accepts old version 1 roots, because it trusts them already.",
            "Create it again as version 3 with basicConstraints. With openssl, use an extension file (`-extfile`), or `req -x509` with a configuration.",
        ),
        Detail::PathLengthExceeded { .. } => words(
            "Too many CAs below this one",
            "The basicConstraints of a CA set a pathLenConstraint, and the chain has more CA certificates below that CA than it allows.",
            "The constraint limits how many further CAs this CA can create below it. Java counts them and rejects the chain (RFC 5280 §4.2.1.9).",
            "Issue the server certificate from a CA that is high enough in the chain, or have the limited CA reissued with a larger number.",
        ),
        Detail::NoKeyCertSign { .. } => words(
            "An intermediate that is not allowed to sign certificates",
            "The intermediate has a keyUsage without `keyCertSign`.",
            "keyUsage defines what a key may be used for. Java rejects certificates signed with a key that is not allowed to sign them (RFC 5280 §4.2.1.3).",
            "Have the intermediate reissued with `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::LeafKeyUsage { .. } => words(
            "The server’s key is not meant for TLS",
            "The keyUsage of the server certificate lacks the bit that the key exchange needs: `digitalSignature`, or `keyEncipherment` for RSA without it.",
            "Java’s client requires the bit that the cipher suite needs and otherwise rejects the certificate.",
            "Have it reissued with `keyUsage=digitalSignature,keyEncipherment` (for elliptic-curve keys, `digitalSignature` alone).",
        ),
        Detail::EmptyKeyUsage { .. } => words(
            "A keyUsage that allows nothing",
            "The extension is present, but none of the bits that Java knows is set.",
            "A key that may be used for nothing may not be used for TLS. RFC 5280 §4.2.1.3 requires at least one bit.",
            "Have the certificate reissued with a correct keyUsage, or without one.",
        ),
        Detail::LeafExtendedKeyUsage { .. } => words(
            "The certificate is not meant for servers",
            "The extendedKeyUsage of the server certificate lists purposes, but not serverAuth.",
            "A certificate for clients, code signing or mail is not valid for a TLS server (RFC 5280 §4.2.1.12). Java reports “Extended key usage does not permit use for TLS server authentication”.",
            "Have it reissued with `extendedKeyUsage=serverAuth`. Internal CAs often have a “Web Server” template for this.",
        ),
        Detail::NetscapeCertType { .. } => words(
            "A Netscape type without servers",
            "The certificate has Netscape’s old certificate type extension, and the SSL server bit is not set.",
            "Nobody else has used this extension for twenty years, but Java still checks it.",
            "Have the certificate reissued without `nsCertType`.",
        ),
        Detail::NameConstraint { .. } => words(
            "A name that the CA is not allowed to certify",
            "A CA in the chain is limited to certain names. A name in a certificate below it is outside them or explicitly excluded.",
            "Name constraints limit a CA that belongs to one organisation. Java applies them to the subject and to every alternative name (RFC 5280 §4.2.1.10).",
            "Have the certificate issued by a CA that may certify the name, or leave the name out.",
        ),
        Detail::NameConstraintUnsupported { .. } => words(
            "Name constraints that Java cannot apply",
            "The name constraints of a CA use a type of name, a minimum or a maximum that Java does not support.",
            "The extension is a limit, so a client must reject what it cannot check (RFC 5280 §4.2.1.10).",
            "Have the CA’s certificate reissued with constraints on DNS names, addresses or directory names, and without minimum and maximum.",
        ),
        Detail::PolicyRequired { .. } => words(
            "A required policy is missing",
            "A CA requires the whole chain to have a certificate policy in common (policyConstraints, requireExplicitPolicy), but it has none.",
            "Java builds the policy tree of RFC 5280 §6.1 and rejects the chain if the tree is empty at the end.",
            "Have the certificates issued with the policy that the CA requires, or by a CA that requires none.",
        ),
        Detail::PolicyMappingAny { .. } => words(
            "A mapping from or to “any policy”",
            "A CA maps a certificate policy to anyPolicy, or anyPolicy to another policy.",
            "RFC 5280 §4.2.1.5 forbids this, because it would make all policies equal. Java rejects the chain.",
            "Have the CA’s certificate reissued without that mapping.",
        ),
        Detail::PolicyQualifiersCritical { .. } => words(
            "Critical policies with qualifiers",
            "The certificate’s policies are marked critical and have qualifiers, such as the address of a practice statement.",
            "If the extension is critical and Java has to search for a path, Java rejects qualifiers. Public CAs do not mark the extension critical.",
            "Have the certificate reissued with the extension not critical.",
        ),
        Detail::UnknownCriticalExtension { .. } => words(
            "A critical extension that Java does not know",
            "An extension is marked critical, and Java does not support it.",
            "“Critical” means that a client must reject the certificate if it does not understand the extension (RFC 5280 §4.2). Java does so.",
            "Have the certificate reissued with that extension not critical, or without it.",
        ),
        Detail::WeakSignature { .. } => words(
            "Signed with a disabled algorithm",
            "The certificate is signed with MD5 or MD2.",
            "Such signatures can be forged. The JDK disables them for every chain (`jdk.certpath.disabledAlgorithms`).",
            "Have the certificate reissued, signed with SHA-256 or better.",
        ),
        Detail::CaMoved { .. } => words(
            "The CA uses a root that the client does not have",
            "The CA is a well-known public one, but it issues under a newer root that is not on AWS’s list, or not in the truststore of the client.",
            "New roots take years to reach every truststore. Until then, CAs also offer a cross-signed version: the same name and key, signed by an older root. Java does not fetch it, so the server must send it.",
            "Send the cross-signed version that the finding names; the page and `--repair` add it. With an ACME client, request that chain, for example `certbot renew --preferred-chain \"ISRG Root X1\"`. The CA must offer it. If none is named, no cross-signed version leads to a root of the client: use a newer Java release, import the root, or use another CA.",
        ),
        Detail::AnchorDistrustedHere { .. } => words(
            "Distrusted by this release of Java",
            "The chain ends at a root in the client’s truststore, but the client’s release of Java rejects server certificates under it.",
            "The JDK has policies against some CAs (`sun.security.validator.CADistrustPolicy`), which apply whatever the truststore contains. The release of the client is known, so this rejects the chain. For API Gateway, whose release is not public, the finding is `anchor-distrusted`.",
            "Get a certificate from another CA.",
        ),
        Detail::SkipVerificationNotApplicable { .. } => words(
            "The CA check cannot be skipped",
            "The option `insecureSkipVerification` was set, but only a REST API has it. The chain was checked as usual.",
            "Other Java clients have no such option: they trust what is in their truststore.",
            "To trust a private CA, import its root into the client’s truststore.",
        ),
        Detail::Sha1UnderJdkRoot { .. } => words(
            "Signed with SHA-1, under a root of the JDK’s own",
            "A certificate below the root is signed with SHA-1, and the root is marked as one of the JDK’s own.",
            "Java disables SHA-1 for TLS servers under such roots (`jdk.certpath.disabledAlgorithms`: `SHA1 jdkCA & usage TLSServer`). Under other roots it is only a remark: `sha1-signature`.",
            "Have the certificate reissued, signed with SHA-256 or better.",
        ),
        Detail::KeyLimitNotApplicable { .. } => words(
            "No upper limit for the key",
            "The report is for a client other than API Gateway.",
            "The limit of 2048 bits is in AWS’s article about API Gateway. Java itself has no upper limit.",
            "Nothing.",
        ),
        Detail::Sha1Signature { .. } => words(
            "Signed with SHA-1",
            "A certificate below the root is signed with SHA-1. This is a remark: it does not fail a requirement.",
            "Java disables SHA-1 for TLS servers only under the roots of its own truststore `cacerts` (`jdk.certpath.disabledAlgorithms`: `SHA1 jdkCA & usage TLSServer`). API Gateway has AWS’s list as its truststore, so the rule does not apply. In TLS 1.3, Java does not offer SHA-1. Browsers reject such certificates, because SHA-1 signatures can be forged.",
            "Have the certificate reissued, signed with SHA-256 or better.",
        ),
        Detail::ClientPublicCertificate { .. } => words(
            "A public certificate of ACM",
            "The certificate was issued by one of Amazon’s public CAs, and is meant as the client certificate of a stage.",
            "A REST API’s stage can send a certificate from ACM to the backend. It needs the extended key usage clientAuth, which ACM’s public certificates no longer have since 11 June 2025. [AWS’s page](https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-acm-client-certificates.html) excludes them.",
            "Import a certificate of your own CA into ACM, or issue one with AWS Private CA.",
        ),
        Detail::ClientChainTooLong { .. } => words(
            "The client certificate’s chain is too long",
            "The client certificate and the certificates above it are more than five.",
            "API Gateway accepts at most five certificates in the chain of the certificate that a stage sends to the backend.",
            "Remove certificates that do not belong to the chain. If all do, use an issuer closer to the root.",
        ),
        Detail::ClientUsageMissing { .. } => words(
            "The client certificate lacks clientAuth",
            "The extended key usage does not contain clientAuth.",
            "API Gateway requires clientAuth of the certificate that a stage sends to the backend. Servers check it, too (RFC 5280 §4.2.1.12).",
            "Have the certificate issued with `extendedKeyUsage = clientAuth`.",
        ),
        Detail::ClientKeyUnsupported { .. } => words(
            "The client certificate’s key is not supported",
            "The key is neither RSA with 2048 to 4096 bits nor on the curves P-256, P-384 or P-521.",
            "API Gateway accepts only these keys in the certificate that a stage sends to the backend.",
            "Generate a new key of a supported kind, and have the certificate issued for it.",
        ),
        Detail::SignatureNotOffered { .. } => words(
            "A signature that Java’s client does not accept",
            "The certificate is signed with an algorithm that Java’s client does not offer in its handshake.",
            "In its first message, the client lists the algorithms that it accepts. It rejects a chain with any other algorithm, even one that Java can verify.",
            "Have the certificate reissued with RSA and SHA-256, or with ECDSA.",
        ),
        Detail::WeakKey { .. } => words(
            "A key that is too short",
            "The key is shorter than Java’s minimum: 1024 bits for RSA and DSA, 224 for elliptic curves.",
            "Keys of that size can be broken. The JDK disables them for every chain (`jdk.certpath.disabledAlgorithms`).",
            "Create a new key, RSA with 2048 bits or P-256, and have the certificate issued for it.",
        ),
        Detail::CurveUnsupported { .. } => words(
            "A curve that Java does not support",
            "The key is on an elliptic curve other than P-256, P-384 and P-521.",
            "Java has removed the other curves, so it cannot verify a signature made with such a key.",
            "Create a new key on P-256 and have the certificate issued for it.",
        ),
        Detail::Malformed { .. } => words(
            "A certificate that Java cannot read",
            "The certificate breaks an encoding rule that Java enforces.",
            "Java reads every certificate in the message before it searches for a path. A certificate that it cannot read ends the handshake, even if the chain does not need it. Other programs may accept it.",
            "Have the certificate reissued with a common tool. If the chain does not need it, remove it.",
        ),
        Detail::TooManyCertificates { .. } => words(
            "More than ten certificates",
            "The server sends more certificates than Java accepts in one handshake (`jdk.tls.maxCertificateChainLength`).",
            "Java counts the certificates before it reads them. This happens if a whole bundle of roots is configured as the chain.",
            "Send the server certificate and its intermediates, three or four in all.",
        ),
        Detail::MessageTooLarge { .. } => words(
            "More than 32 kB of certificates",
            "The certificate message is longer than Java accepts in one handshake (`jdk.tls.maxHandshakeMessageSize`).",
            "Java rejects it without reading it. This happens with a bundle of roots as the chain, or with a certificate for hundreds of names.",
            "Send only the chain. If a single certificate is that large, split its names over several certificates.",
        ),
        Detail::PathTooLong { .. } => words(
            "More intermediates than Java tries",
            "The path to the root has more than five intermediates, and the certificates are not in order.",
            "Java’s path builder stops at five intermediates, so it never reaches the root.",
            "Send the certificates in order, or have the certificate issued by a CA closer to the root.",
        ),
        Detail::KeyIdentifierMismatch { .. } => words(
            "The key identifiers differ",
            "The certificate identifies its issuer’s key by a key identifier, but the issuer’s certificate has another one.",
            "Key identifiers only help to find the issuer. The signature decides, and it is valid. Java accepts such a chain; openssl rejects it.",
            "Nothing for API Gateway. For other clients, have the certificate reissued with the issuer’s identifier.",
        ),
        Detail::AnchorIdentifierMismatch { .. } => words(
            "The listed root has another identifier",
            "A root with the right name is trusted, but the certificate refers to one with another key identifier or serial number.",
            "Java skips trusted roots whose identifier differs. It then finds no path, although the signature may be valid.",
            "Have the certificate reissued with the root’s identifier as its authority key identifier, or without one.",
        ),
        Detail::NoPath { .. } => words(
            "Java finds no path to a root",
            "All the necessary certificates seem to be present, but Java’s path builder finds no path from the server certificate to a trusted root.",
            "This happens if the certificates are out of order and the only path uses a certificate that Java skips, such as an expired copy of the root. The message is “unable to find valid certification path to requested target”.",
            "Send the certificates in order, without copies and certificates that the chain does not need. Any other problem has its own finding.",
        ),
        Detail::SearchEnded { .. } => words(
            "The search hit its limit",
            "The certificates allow so many paths, or so many comparisons of names with constraints, that the check stopped at its step limit.",
            "Java has no such limit and would continue for a long time. No real server’s chain needs that much. The chain counts as rejected.",
            "Send only the chain. If a CA with hundreds of name constraints issued a certificate with hundreds of names, reduce one of the two.",
        ),
        Detail::AnchorUnfit { .. } => words(
            "A root that Java does not accept as a root",
            "The chain ends at a trusted root that is not allowed to act as a CA: it has basicConstraints without `CA:TRUE`, or a keyUsage without `keyCertSign`.",
            "The JDK also checks this in the root at the end of a path. The roots on AWS’s list meet it; private roots sent with `insecureSkipVerification` may not.",
            "Create the root again with `basicConstraints=critical,CA:TRUE` and `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::CertificateBlocked { .. } => words(
            "A certificate that Java blocks",
            "A certificate of the chain is on Java’s list of blocked certificates.",
            "The JDK has a file of certificates that it never accepts, because they were issued by mistake or their key was stolen. No path may contain one.",
            "Ask the CA for a certificate from another intermediate, or use another CA. Then install it with the intermediates that belong to it.",
        ),
        Detail::KeyCompromised { .. } => words(
            "A key that everyone has",
            "The private key of a certificate of the chain is public.",
            "Anyone can issue certificates with this key, also for your host. Java and AWS’s list do not know that, but other clients reject such a chain. This tool has a list of these keys.",
            "Replace the certificate now: ask the CA for one from another intermediate, or use another CA.",
        ),

        // ---- key-size
        Detail::KeyWithinLimit { .. } => words(
            "The key is within the limit",
            "The server’s RSA key has at most 2048 bits.",
            "Requirement 4 asks for this.",
            "Nothing.",
        ),
        Detail::KeyTooLarge { .. } => words(
            "A server key over 2048 bits",
            "The server’s RSA key has more bits than AWS’s article allows.",
            "The article says that the certificate must not exceed 2048 bits. Java sets no upper limit, and no backend is known to have been rejected for this alone. The failure may have another cause, so look at the other findings first.",
            "Have the certificate reissued for a 2048-bit RSA key or a P-256 key. The keys of the CAs above it may be longer.",
        ),
        Detail::EllipticKey { .. } => words(
            "An elliptic-curve key",
            "The server’s key is not RSA but on an elliptic curve, such as P-256.",
            "AWS’s limit of 2048 bits is meant for RSA. A 256-bit elliptic-curve key is as strong as a 3072-bit RSA key and within the limit. Java accepts P-256, P-384 and P-521.",
            "Nothing.",
        ),
        Detail::OtherKey { .. } => words(
            "A key of another type",
            "The server’s key is neither RSA nor on a common elliptic curve. It is Ed25519 or DSA, for example.",
            "AWS’s limit does not mention such keys. Whether a handshake succeeds depends on what API Gateway’s Java offers, which cannot be determined from a certificate.",
            "To be safe, use RSA with 2048 bits or P-256.",
        ),
        Detail::CaKey { .. } => words(
            "The key of a CA",
            "The key size of an intermediate or a root, for information only.",
            "AWS’s limit applies to the server certificate: 59 of the unexpired roots on AWS’s own list have 4096-bit keys.",
            "Nothing.",
        ),

        // ---- later additions
        Detail::ProductCertificate { .. } => words(
            "The certificate of a product or a hosting platform",
            "The server certificate belongs to a product or is the general certificate of a hosting platform, such as `*.herokuapp.com`.",
            "It is not the reason for a rejection by itself: the option `insecureSkipVerification` is set, or a listed CA issued it. It is not valid for your own host name, though.",
            "Configure the certificate for the host that API Gateway calls. On a platform, add the host as a custom domain, or call the application by its name on the platform.",
        ),
        Detail::RootVersionOutOfDate { .. } => words(
            "A version of the root that is out of date",
            "The server sends a reissued or cross-signed version of the root at the end of the chain. That version has expired or is not yet valid; the root on AWS’s list is in date.",
            "Java ends the chain at its own copy of the root and does not check the dates of the sent version. Other clients, such as OpenSSL 1.0, stop at the expired version.",
            "Remove that certificate from the server’s chain.",
        ),
        Detail::WrongIntermediate { .. } => words(
            "An intermediate that does not belong to the chain",
            "The issuer of the server certificate is missing. The server sends another CA certificate in its place, which issued none of the certificates.",
            "This happens if a renewed certificate comes from another intermediate and the chain file was not replaced.",
            "Replace this certificate with the missing issuer. The page offers the repaired chain.",
        ),
        Detail::KeyUnknown { .. } => words(
            "A key whose size is unknown",
            "The server’s key is of a type that cannot be compared with the limit, or Java cannot read it.",
            "Requirement 4 is about the size of the key. Java 17 has no ML-DSA, SLH-DSA or GOST, reads no curves with explicit parameters, and cannot use keys that cannot sign, such as X25519.",
            "Have the certificate reissued for a 2048-bit RSA key or a P-256 key.",
        ),
        Detail::SelfIssuedPair { .. } => words(
            "Two self-issued certificates in a row",
            "A CA has changed its key and signed its new certificate with the old key and its old certificate with the new key. The server sends both.",
            "If the certificates are not in order, Java searches a path. After two self-issued certificates in a row it gives up, although a path to the listed root exists.",
            "Remove the certificate, or put the chain in order.",
        ),
    }
}
