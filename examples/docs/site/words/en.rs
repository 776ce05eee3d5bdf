//! What the pages of the findings say in English, next to the program's own sentences.

use sslengine_doctor::report::Detail;

use super::{Words, words};

/// The words for a finding's code; a code without words does not compile.
#[rustfmt::skip]
pub fn english(detail: &Detail) -> Words {
    match detail {
        // ---- supported-ca
        Detail::AnchorListed { .. } => words(
            "The chain ends at a supported root",
            "The topmost certificate was issued by a root of AWS’s list, or is one: name and key are the listed ones, and the signature was verified with that key.",
            "This is what requirement 1 asks for. API Gateway has its own copy of the root; the server need not send it.",
            "Nothing.",
        ),
        Detail::AnchorReissued { .. } => words(
            "Another edition of a supported root",
            "A certificate in the chain has the name and the key of a listed root, but another fingerprint: a later edition of it, or a cross-sign by another CA.",
            "Java compares name and key, not fingerprints, so it takes the certificate for the root and ends the chain there. Whoever compares fingerprints by hand, as AWS’s article shows, does not find it on the list.",
            "Nothing. The chain is good as it is.",
        ),
        Detail::ListedByFingerprint { .. } => words(
            "Listed by its fingerprint alone",
            "The list has the fingerprint of this certificate, and nothing else is known of it here: its entry came with a pasted list, or is one of the twelve whose certificate is not public.",
            "Such a certificate counts as supported. A chain that ends below it cannot be recognised, since its name and key are not in this tool’s data.",
            "Nothing, as long as the certificate itself stands in what was pasted. If you paste a list of your own, paste the CA’s certificate with the chain.",
        ),
        Detail::RootNotListed { .. } => words(
            "A root that is not on AWS’s list",
            "The chain is complete, but the root at its top is not among the authorities that API Gateway supports.",
            "API Gateway trusts its own list and nothing else, whatever browsers or your operating system trust. A private CA, one of a company, or a public root that is younger than the list ends the handshake.",
            "Have the certificate issued by a listed CA, such as Let’s Encrypt or Amazon (ACM). If the CA is public, ask it for a cross-sign by an older root and let the server send that, too. For a private CA, a REST API can set `insecureSkipVerification`. The list may have grown since: look the fingerprint up on AWS’s page.",
        ),
        Detail::SelfSignedLeaf { .. } => words(
            "A self-signed server certificate",
            "The server’s certificate is its own issuer. No authority vouches for it.",
            "Its fingerprint is not on AWS’s list, and it cannot be put there: API Gateway has no trust store of your own for backends. Many products serve such a certificate until a real one is configured.",
            "Install a certificate from a listed CA. With a load balancer in front of the server, a certificate of ACM on its listener will do.",
        ),
        Detail::IssuerNotListed { .. } => words(
            "The issuer is unknown to AWS’s list",
            "The topmost certificate of the chain names an issuer that is not on the list, and none of the 1,408 public intermediates known here leads from it to a listed root.",
            "Without a way to a listed root API Gateway refuses the chain, and no certificate that could be added to it is known.",
            "If this is a private CA, see `root-not-listed`. If it is a public one, it may be newer than this tool’s data: send its whole chain with the cross-signs that it offers, and try again.",
        ),
        Detail::IssuerUnknown { .. } => words(
            "Too little is here to tell the CA",
            "Only the server’s own certificate was given, and nothing is known of its issuer.",
            "Requirement 1 speaks of the root. From a leaf whose issuer is unknown nobody can say where the chain would end.",
            "Paste all that the server sends: `openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null`. If that is all it sends, the chain is incomplete: see `issuer-missing`.",
        ),
        Detail::SupportedOnceSent { .. } => words(
            "Supported, once the intermediate is sent",
            "The issuer that is missing is a public intermediate known here, and it leads to a root of AWS’s list.",
            "The CA is not the problem, the incomplete chain is: Java fetches nothing, so for API Gateway the root cannot be reached as things stand.",
            "Add the intermediate. The page offers the repaired chain.",
        ),
        Detail::AnchorKeyMismatch { .. } => words(
            "The name of a listed root, but not its key",
            "The issuer’s name is that of a listed root, yet the signature was not made with the listed root’s key.",
            "Names prove nothing; the key does. Either the CA has a newer root of the same name, or somebody made a CA that borrows the name. API Gateway refuses both.",
            "Check where the certificate came from. If the CA really has changed its key, ask it for a chain to a root that is listed.",
        ),
        Detail::DefaultCertificate { .. } => words(
            "A product’s default certificate",
            "This certificate is made by a product for the time before a real one is configured, or for another purpose: an ingress controller’s fake certificate, `localhost`, a control panel’s own, a proxy that inspects TLS, an origin certificate of a CDN, a staging environment.",
            "The server was asked for a host for which it has no certificate, or for none at all. That happens where a client sends no server name (SNI), or where the request ended at another machine than was meant.",
            "Configure the certificate for the host that API Gateway calls, and make it the default one as well. Compare the output of `openssl s_client` with `-servername HOST` and with `-noservername`.",
        ),
        Detail::ListWaived { .. } => words(
            "The list is waived",
            "The option `insecureSkipVerification` was chosen: API Gateway then does not ask whether the CA is on its list.",
            "AWS offers it for REST APIs with HTTP and HTTP proxy integrations, and does not recommend it: whoever can redirect the traffic can pass for the backend. Dates, host name, and that there is a root in the chain are still checked.",
            "Prefer a certificate from a listed CA. Where you need the option, let the server send the root.",
        ),
        Detail::RootNotSent { .. } => words(
            "No root, where one must be sent",
            "With `insecureSkipVerification` the root must be in the chain that the server sends, and the topmost certificate here is not one.",
            "In this mode API Gateway takes no root from its list, so the only one that it can end at is one that was sent. AWS speaks of the “presence of a root certificate authority”.",
            "Append the certificates above the topmost one, up to the self-signed root, to what the server sends.",
        ),
        Detail::RootNotCa { .. } => words(
            "The root does not say that it is a CA",
            "The root that was sent lacks basicConstraints with `CA:TRUE`.",
            "With `insecureSkipVerification` AWS demands this of the root, and Java checks it. A self-signed server certificate usually fails here.",
            "Make the root anew with `basicConstraints=critical,CA:TRUE` and `keyUsage=critical,keyCertSign,cRLSign`, and issue the server’s certificate from it.",
        ),
        Detail::RootWithoutKeyCertSign { .. } => words(
            "The root’s key may not sign certificates",
            "The root that was sent has no keyUsage with `keyCertSign`.",
            "With `insecureSkipVerification` AWS demands it. Java itself refuses only a keyUsage that is there without that bit; a root without any keyUsage passes in Java, and may pass in API Gateway.",
            "Make the root anew with `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::PrivateRootSent { .. } => words(
            "A private root, as the option wants it",
            "`insecureSkipVerification` is set, and the chain ends at a root that was sent and that says what AWS demands: `CA:TRUE` and `keyCertSign`.",
            "That is all that this mode asks of the CA.",
            "Nothing. Keep in mind that in this mode anybody’s root would do.",
        ),

        // ---- validity
        Detail::InDate { .. } => words(
            "In date",
            "The moment of the check lies within the certificate’s dates.",
            "Requirement 2 asks for this of every certificate of the chain.",
            "Nothing. The page offers a calendar reminder for the first expiry.",
        ),
        Detail::Expired { .. } => words(
            "Expired",
            "The certificate’s Not After lies before the moment of the check.",
            "Java refuses a server certificate or an intermediate whose last second has passed. An expired intermediate often stays behind when only the server’s certificate is renewed.",
            "Renew the certificate and install it with the intermediates that the CA gives today. Then look at what the server really sends: many servers must be reloaded, and behind a load balancer every machine counts.",
        ),
        Detail::NotYetValid { .. } => words(
            "Not yet valid",
            "The certificate’s Not Before lies after the moment of the check.",
            "Java refuses it until then. A new certificate begins a little in the past as a rule; where it does not, a clock was wrong when it was issued.",
            "Wait, or have it issued anew with an earlier beginning. If you asked about another moment on purpose, nothing is wrong.",
        ),
        Detail::ExpiresSoon { .. } => words(
            "Expires within 30 days",
            "The certificate is valid, but not for much longer.",
            "API Gateway accepts it up to its last second, and not after.",
            "Renew it, or check that the automatic renewal works and that the server is reloaded by it.",
        ),
        Detail::AnchorOutOfDate { .. } => words(
            "The root is out of date",
            "The root at which the chain ends has expired, or has not begun yet.",
            "AWS’s article wants every certificate in date. A stock Java client does not look at the dates of a root that it trusts: the listed roots hold 74 expired ones, and chains to them were accepted in our tests with a real JDK. Other clients are stricter.",
            "Nothing in a hurry. At the next renewal take a chain to a root that is in date.",
        ),

        // ---- chain
        Detail::ChainComplete { .. } => words(
            "The chain is complete",
            "From the server’s certificate every issuer is there, up to a root, and every signature holds.",
            "This is what requirement 3 asks for.",
            "Nothing.",
        ),
        Detail::IssuerMissing { .. } => words(
            "An issuer’s certificate is missing",
            "A certificate names an issuer whose own certificate the server does not send, and which is no root of AWS’s list.",
            "This is the commonest fault. Java fetches nothing: the address in the certificate (AIA) is not used. Browsers do fetch it or have it from another site, and so the site looks fine there.",
            "Let the server send the intermediate right after its own certificate. Most CAs deliver a file called `fullchain.pem`, `ca-bundle` or “chain”; in Apache it is `SSLCertificateFile` with the whole chain, in nginx `ssl_certificate`. The page makes the file for you.",
        ),
        Detail::SignatureInvalid { .. } => words(
            "A signature that does not hold",
            "The issuer’s name fits, but the certificate was not signed with its key.",
            "Java verifies every signature on the way to the root. AWS’s article compares names only, so by its commands such a chain looks right.",
            "CAs renew their intermediates under the same name with another key: take the edition that signed your certificate, by its key identifier. If it still does not fit, the certificate was altered on its way.",
        ),
        Detail::SignatureUnchecked { .. } => words(
            "A signature that could not be checked",
            "The signature is of a kind that this tool does not compute, such as Ed448.",
            "What API Gateway makes of it depends on its Java. Nothing here says that the signature is wrong, only that it was not verified.",
            "Ask the CA for a certificate signed with SHA-256 and RSA or ECDSA, which every client verifies.",
        ),
        Detail::LeafMissing { .. } => words(
            "The server’s own certificate is missing",
            "Only certificates of CAs were given.",
            "The first certificate that a server sends must be its own; without it there is nothing to judge.",
            "Put the server’s certificate at the top. If you pasted a bundle of your CA, paste what the server sends instead.",
        ),
        Detail::LeafNotFirst { .. } => words(
            "The server’s certificate is not the first",
            "Among the certificates is one of a server, but another one stands before it.",
            "TLS wants the server’s own certificate first, and clients take the first one for it (RFC 5246 §7.4.2). What was pasted may only be in another order than what the server sends.",
            "Put it at the top of the file, followed by its intermediates.",
        ),
        Detail::WrongOrder { .. } => words(
            "The certificates are out of order",
            "All that is needed is here, but a certificate is not followed by its issuer.",
            "Java finds its way through certificates in any order, so API Gateway accepts it. RFC 5246 wants each to certify the one before it, and some clients insist.",
            "Sort the file: server, its issuer, and so on. The page does it.",
        ),
        Detail::Duplicate { .. } => words(
            "The same certificate twice",
            "A certificate is an exact copy of an earlier one, typically because two files that both begin with it were joined.",
            "Java passes over it. It costs bytes in every handshake, and one of the ten places that Java allows.",
            "Take the copy out.",
        ),
        Detail::Stray { .. } => words(
            "A certificate that nobody needs",
            "It issued none of the others that lead to the root, and no link of the chain uses it: a leftover of an earlier chain, or a second way to an old root.",
            "Java passes over it. It costs bytes, and one of the ten places that Java allows.",
            "Take it out, unless it is a cross-sign that you keep for older clients.",
        ),
        Detail::RootSent { .. } => words(
            "The root was sent along",
            "The chain that the server sends ends with the root itself.",
            "A client trusts its own copy of the root, never a sent one, so sending it is of no use. With `insecureSkipVerification` it is different: there the root must be sent.",
            "Leave it out of the file, or leave it; it does no harm.",
        ),
        Detail::NotACa { .. } => words(
            "The issuer is no CA",
            "A certificate stands above another one in the chain, but does not say that it belongs to a CA (basicConstraints with `CA:TRUE`).",
            "If this were allowed, everyone with a server certificate could issue others. Java refuses it (RFC 5280 §4.2.1.9, §6.1.4).",
            "Have the intermediate made anew as a CA: `basicConstraints=critical,CA:TRUE`. If it is really a server’s certificate, the chain was put together wrongly.",
        ),
        Detail::OldVersion { .. } => words(
            "An intermediate of version 1 or 2",
            "The certificate is in an old form of X.509 that has no extensions.",
            "Without extensions it cannot say that it belongs to a CA, and Java takes no such intermediate. Old roots of version 1 are accepted, since the client knows them.",
            "Make it anew as version 3 with basicConstraints. With openssl that means an extension file (`-extfile`), or `req -x509` with a configuration.",
        ),
        Detail::PathLengthExceeded { .. } => words(
            "More CAs below than are allowed",
            "A CA’s basicConstraints set a pathLenConstraint, and the chain has more CA certificates below it than that.",
            "The limit binds whoever was given the CA. Java counts and refuses (RFC 5280 §4.2.1.9).",
            "Issue the server’s certificate from a CA that stands high enough, or have the limited CA made anew with a larger number.",
        ),
        Detail::NoKeyCertSign { .. } => words(
            "An intermediate that may not sign certificates",
            "The intermediate’s keyUsage is there, without `keyCertSign`.",
            "keyUsage says for what a key may be used. Java refuses certificates signed by a key that is not meant for it (RFC 5280 §4.2.1.3).",
            "Have the intermediate made anew with `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::LeafKeyUsage { .. } => words(
            "The server’s key is not meant for TLS",
            "The server certificate’s keyUsage lacks the bit that the key exchange needs: `digitalSignature`, or `keyEncipherment` for RSA without it.",
            "Java’s client asks for the bit that belongs to the cipher suite and refuses the certificate otherwise.",
            "Have it issued anew with `keyUsage=digitalSignature,keyEncipherment` (for keys on curves `digitalSignature` alone).",
        ),
        Detail::EmptyKeyUsage { .. } => words(
            "A keyUsage that allows nothing",
            "The extension is there, but none of the bits that Java knows is set.",
            "A key that may be used for nothing may not be used for TLS either. RFC 5280 §4.2.1.3 demands at least one bit.",
            "Have the certificate issued anew with a proper keyUsage, or with none.",
        ),
        Detail::LeafExtendedKeyUsage { .. } => words(
            "The certificate is not meant for servers",
            "The server certificate’s extendedKeyUsage lists purposes, and serverAuth is not among them.",
            "A certificate for clients, code or mail is not one for a TLS server (RFC 5280 §4.2.1.12). Java says “Extended key usage does not permit use for TLS server authentication”.",
            "Have it issued anew with `extendedKeyUsage=serverAuth`. Internal CAs often have a template “Web Server” beside the one that was used.",
        ),
        Detail::NetscapeCertType { .. } => words(
            "A Netscape type without servers",
            "The certificate carries Netscape’s old extension for its type, and SSL server is not set in it.",
            "Nobody else has looked at this extension for twenty years; Java still does.",
            "Have the certificate issued anew without `nsCertType`.",
        ),
        Detail::NameConstraint { .. } => words(
            "A name that the CA may not certify",
            "A CA in the chain is limited to certain names, and a name below it is outside of them, or explicitly excluded.",
            "Name constraints fence in a CA that was given to an organisation. Java applies them to the subject and to every alternative name (RFC 5280 §4.2.1.10).",
            "Have the certificate issued by a CA that may certify the name, or without the name that is outside.",
        ),
        Detail::NameConstraintUnsupported { .. } => words(
            "Name constraints that Java cannot apply",
            "The name constraints of a CA use a kind of name or a minimum or maximum with which Java does not work.",
            "What a client cannot check it must refuse, since the extension is a limit (RFC 5280 §4.2.1.10).",
            "Have the CA’s certificate made anew with constraints on DNS names, addresses or directory names, and without minimum and maximum.",
        ),
        Detail::PolicyRequired { .. } => words(
            "A policy is demanded, and missing",
            "A CA demands that the whole chain has a certificate policy in common (policyConstraints, requireExplicitPolicy), and it has none.",
            "Java builds the tree of policies as RFC 5280 §6.1 tells, and refuses the chain where it ends up empty.",
            "Have the certificates issued with the policy that the CA demands, or from a CA that demands none.",
        ),
        Detail::PolicyMappingAny { .. } => words(
            "A mapping from or to “any policy”",
            "A CA maps a certificate policy to anyPolicy, or anyPolicy to another one.",
            "RFC 5280 §4.2.1.5 forbids it, since it would make every policy equal to every other one. Java refuses the chain.",
            "Have the CA’s certificate made anew without that mapping.",
        ),
        Detail::PolicyQualifiersCritical { .. } => words(
            "Critical policies with qualifiers",
            "The certificate’s policies are marked critical and carry qualifiers, such as the address of a practice statement.",
            "Where the extension is critical and has to be searched for a path, Java refuses qualifiers. Public CAs do not mark it critical.",
            "Have the certificate issued anew with the extension not critical.",
        ),
        Detail::UnknownCriticalExtension { .. } => words(
            "A critical extension that Java does not know",
            "An extension is marked critical, and Java has no code for it.",
            "“Critical” means: whoever does not understand this must not use the certificate (RFC 5280 §4.2). Java keeps to that.",
            "Have the certificate issued anew with that extension not critical, or without it.",
        ),
        Detail::WeakSignature { .. } => words(
            "Signed with a disabled algorithm",
            "The certificate is signed with MD5 or MD2.",
            "Such signatures can be forged. The JDK disables them for every chain (`jdk.certpath.disabledAlgorithms`).",
            "Have the certificate issued anew, signed with SHA-256 or better.",
        ),
        Detail::SignatureNotOffered { .. } => words(
            "A signature that Java’s client does not take",
            "The certificate is signed with an algorithm that Java can compute, perhaps, but does not offer in its handshake.",
            "In its greeting the client lists what it takes, and refuses a chain with anything else.",
            "Have the certificate issued anew with RSA and SHA-256, or with ECDSA.",
        ),
        Detail::WeakKey { .. } => words(
            "A key that is too short",
            "The key is below the lower limit of Java: 1024 bits for RSA and DSA, 224 for curves.",
            "Keys of that size can be broken. The JDK disables them for every chain (`jdk.certpath.disabledAlgorithms`).",
            "Make a new key, RSA with 2048 bits or P-256, and have the certificate issued for it.",
        ),
        Detail::CurveUnsupported { .. } => words(
            "A curve that Java does not know",
            "The key is on an elliptic curve other than P-256, P-384 and P-521.",
            "Java removed the others, so that it cannot verify a signature made with such a key.",
            "Make a new key on P-256 and have the certificate issued for it.",
        ),
        Detail::Malformed { .. } => words(
            "A certificate that Java cannot read",
            "The certificate breaks a rule of its encoding, which Java’s reader insists on.",
            "Java reads every certificate of the message before it looks for a path. One that it cannot read ends the handshake, even a superfluous one. Other programs may be more patient.",
            "Have the certificate issued anew with a common tool. If it is not needed in the chain, take it out.",
        ),
        Detail::TooManyCertificates { .. } => words(
            "More than ten certificates",
            "The server sends more certificates than Java reads in one handshake (`jdk.tls.maxCertificateChainLength`).",
            "Java counts before it looks at any of them. It happens where a whole bundle of roots was configured as the chain.",
            "Send the server’s certificate and its intermediates, three or four in all.",
        ),
        Detail::MessageTooLarge { .. } => words(
            "More than 32 kB of certificates",
            "The message with the certificates is longer than Java reads in one handshake (`jdk.tls.maxHandshakeMessageSize`).",
            "Java refuses it unread. It happens with a bundle of roots as the chain, or with a certificate for hundreds of names.",
            "Send only the chain. Where a single certificate is that large, spread its names over several.",
        ),
        Detail::PathTooLong { .. } => words(
            "More intermediates than Java tries",
            "The way to the root has more than five intermediates, and the certificates are not in order.",
            "Java’s path builder looks no further than that, so it never reaches the root.",
            "Send the certificates in order, or have the certificate issued from a CA nearer to the root.",
        ),
        Detail::KeyIdentifierMismatch { .. } => words(
            "The key identifiers differ",
            "The certificate names the key of its issuer by an identifier, and the issuer calls its key otherwise.",
            "Identifiers are a help in finding the issuer; the signature decides, and it holds. Java goes on; openssl refuses such a chain.",
            "Nothing for API Gateway. For others, have the certificate issued anew with the issuer’s identifier.",
        ),
        Detail::AnchorIdentifierMismatch { .. } => words(
            "The listed root has another identifier",
            "A root of the right name is trusted, but the certificate asks for one with another key identifier or serial number.",
            "When Java chooses among roots it passes over those whose identifier differs, and then finds no way, although the signature may fit.",
            "Have the certificate issued anew, with an authority key identifier that is the root’s, or without one.",
        ),
        Detail::NoPath { .. } => words(
            "Java finds no way to a root",
            "All that is needed seems to be there, but Java’s path builder does not get from the server’s certificate to a root that it trusts.",
            "It happens where the certificates are out of order and the only way leads over one that Java does not use, such as an expired copy of the root. The message is “unable to find valid certification path to requested target”.",
            "Send the certificates in order, without copies and strays; what is then still wrong has a finding of its own.",
        ),
        Detail::SearchEnded { .. } => words(
            "The search was ended",
            "The certificates allow so many ways, or so many comparisons of names with constraints, that the judgement was ended at its bound of work.",
            "Java has no such bound and would go on for long; no server’s chain needs it. The chain counts as refused.",
            "Send only the chain itself. Where a CA with hundreds of name constraints issued a certificate with hundreds of names, use fewer of either.",
        ),
        Detail::AnchorUnfit { .. } => words(
            "A root that Java does not take as one",
            "The chain ends at a root that is trusted, but that denies being a CA: basicConstraints without `CA:TRUE`, or a keyUsage without `keyCertSign`.",
            "The JDK checks this of the root, too, at the end of a path. The roots on AWS’s list are fit; private ones sent with `insecureSkipVerification` may not be.",
            "Make the root anew with `basicConstraints=critical,CA:TRUE` and `keyUsage=critical,keyCertSign,cRLSign`.",
        ),

        // ---- key-size
        Detail::KeyWithinLimit { .. } => words(
            "The key is within the limit",
            "The server’s RSA key has at most 2048 bits.",
            "This is what requirement 4 asks for.",
            "Nothing.",
        ),
        Detail::KeyTooLarge { .. } => words(
            "A server key over 2048 bits",
            "The server’s RSA key has more bits than AWS’s article allows.",
            "The article says that the certificate must not exceed 2048 bits. Java itself sets no upper bound, and no report of a backend refused for this alone is known: it is a requirement on paper, and perhaps not what breaks. Look at the other findings first.",
            "Have the certificate issued anew for an RSA key of 2048 bits, or for one on P-256. The keys of the CAs above may be longer.",
        ),
        Detail::EllipticKey { .. } => words(
            "A key on an elliptic curve",
            "The server’s key is not RSA, but on a curve such as P-256.",
            "AWS’s limit of 2048 bits is written with RSA in mind; 256 bits on a curve are as strong as 3072 of RSA, and are below the number. Java takes P-256, P-384 and P-521.",
            "Nothing.",
        ),
        Detail::OtherKey { .. } => words(
            "A key of another kind",
            "The server’s key is neither RSA nor on a curve of the usual kind, for example Ed25519 or DSA.",
            "AWS’s limit does not speak of it. Whether a handshake succeeds depends on what API Gateway’s Java offers, which no certificate shows.",
            "To be safe, use RSA with 2048 bits or P-256.",
        ),
        Detail::CaKey { .. } => words(
            "The key of a CA",
            "The size of an intermediate’s or a root’s key, for information.",
            "AWS’s limit is meant for the server’s certificate: 59 of the unexpired roots on its own list have 4096 bits.",
            "Nothing.",
        ),
    }
}
