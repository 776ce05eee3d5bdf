//! French: findings, requirements and verdicts.

use super::FindingWords;
use super::Sentence;
use crate::i18n::format::{Explanation, append, capitalised, fill, listed, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count, list_of};
use crate::i18n::names::Renderer;
use crate::report::{
    DefaultProduct, Defect, Detail, Fix, HostnameReport, KeyTrouble, NameKind, NameOwner, NameSource, Outcome, RuleId,
    Severity, Verdict,
};

impl FindingWords for French {
    fn detail(&self, t: &Renderer<'_>, c: &str, detail: &Detail) -> Explanation {
        let (clause, more) = match detail {
            // ---- supported-ca
            Detail::AnchorListed { aliases, subject: _, label, sha256: _, sent } => (
                say!("la chaîne aboutit au certificat racine « {0} », pris en charge par API Gateway", t.name(label)),
                say!(
                    "AWS le liste sous {0}. Le nom, la clé et la signature concordent. {1}",
                    t.list(aliases),
                    if *sent { "Le serveur l’a aussi envoyé." } else { "Le serveur ne l’a pas envoyé et n’a pas à le faire." }
                ),
            ),
            Detail::AnchorReissued { aliases, listed_sha256 } => (
                say!("le {0} est une version réémise d’une racine prise en charge", c),
                say!(
                    "Il porte le nom et la clé de la racine qu’AWS liste sous {0} (SHA-256 {1}). Java compare le nom et la clé ; il accepte donc cette version comme racine.",
                    t.list(aliases),
                    shown(listed_sha256)
                ),
            ),
            Detail::ListedByFingerprint { aliases } => (
                say!("l’empreinte du {0} figure dans la liste d’AWS", c),
                say!("AWS le liste sous {0}. Seule l’empreinte de cette AC est connue : son nom et sa clé ne peuvent pas être comparés.", t.list(aliases)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition, cross_signed: true } => (
                say!("l’AC racine auto-signée « {0} » n’est pas prise en charge par API Gateway, mais une version signée par une autre AC l’est", t.name(label)),
                say!("On connaît un certificat de même nom et de même clé qu’une racine de la liste d’AWS a signé. Seule la version auto-signée est absente de {0}. Son empreinte SHA-256 est {1}.", list_of(edition), shown(sha256)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition, cross_signed: false } => (
                say!("l’AC racine « {0} » n’est pas prise en charge par API Gateway", t.name(label)),
                say!(
                    "{0} ne la contient pas. Pour la chercher dans une liste plus récente, utilisez son empreinte SHA-256 : {1}.",
                    capitalised(&list_of(edition)),
                    shown(sha256)
                ),
            ),
            Detail::SelfSignedLeaf { sha256, edition } => (
                say!("le {0} est auto-signé et absent de la liste d’API Gateway", c),
                say!(
                    "Il n’a été émis par aucune AC de {0}. Son empreinte SHA-256 est {1}.",
                    list_of(edition),
                    shown(sha256)
                ),
            ),
            Detail::IssuerNotListed { issuer, label, edition } => (
                say!("l’émetteur « {0} » n’est pas une AC prise en charge par API Gateway", t.name(label)),
                say!(
                    "Il a émis le {0}. {1} ne contient pas « {2} », et aucun certificat connu ne le relie à une racine de la liste.",
                    c,
                    capitalised(&list_of(edition)),
                    shown(issuer)
                ),
            ),
            Detail::IssuerUnknown { issuer, label } => (
                say!("impossible de déterminer si API Gateway prend en charge l’AC de « {0} »", t.name(label)),
                say!("Seul le certificat du serveur a été fourni, et son émetteur « {0} » est inconnu. Ajoutez le reste de la chaîne.", shown(issuer)),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases, cross_signed: true } => (
                say!("la version auto-signée de « {0} » n’est pas prise en charge, mais une version signée par une autre AC l’est", t.name(label)),
                say!("On connaît la version de même nom et de même clé qu’une racine de la liste d’AWS ({0}) a signée. Le serveur doit l’envoyer à la place du {1}.", t.list(aliases), c),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases, cross_signed: false } => (
                say!("API Gateway acceptera cette AC une fois envoyé le bon certificat de « {0} »", t.name(label)),
                say!("Avec lui, la chaîne aboutit à une racine de la liste d’AWS ({0}).", t.list(aliases)),
            ),
            Detail::AnchorKeyMismatch { aliases, subject: _, label } => (
                say!("la clé de « {0} » n’est pas celle de l’AC prise en charge qui porte ce nom", t.name(label)),
                say!(
                    "AWS liste une racine de ce nom sous {0}. Soit l’AC a changé de clé, soit le {1} n’est pas ce qu’il prétend être.",
                    t.list(aliases),
                    c
                ),
            ),
            Detail::DefaultCertificate { product: p, vendor, label }
            | Detail::ProductCertificate { product: p, vendor, label } => {
                let (what, more) = product(*p, vendor.as_deref());
                (say!("le certificat « {0} » est {1}", t.name(label), what), more.to_owned())
            }
            Detail::ListWaived {} => (
                "l’option insecureSkipVerification désactive la vérification de la liste d’AWS".to_owned(),
                "API Gateway vérifie encore les dates, le nom d’hôte et la présence d’une AC racine dans la chaîne.".to_owned(),
            ),
            Detail::RootNotSent { issuer, label } => (
                "aucune racine n’a été envoyée, alors qu’insecureSkipVerification en exige une dans la chaîne".to_owned(),
                say!("La chaîne n’aboutit pas non plus à une racine de la liste d’AWS. Le dernier certificat de la chaîne est le {0}. Le serveur doit aussi envoyer les certificats suivants, de « {1} » ({2}) jusqu’à la racine.", c, t.name(label), shown(issuer)),
            ),
            Detail::ListedRootNotSent { aliases, label } => (
                say!("le certificat racine « {0} » n’a pas été envoyé, alors qu’insecureSkipVerification est activé", t.name(label)),
                say!("La documentation d’AWS exige une AC racine dans la chaîne. Elle ne dit pas si les racines de la liste d’AWS comptent dans ce mode ; celle-ci figure dans la liste ({0}). Désactivez insecureSkipVerification, dont cette chaîne n’a pas besoin, ou envoyez la racine.", t.list(aliases)),
            ),
            Detail::RootNotCa {} => (
                say!("il manque CA:TRUE dans les basicConstraints du {0}", c),
                "Avec insecureSkipVerification, AWS l’exige du certificat racine.".to_owned(),
            ),
            Detail::RootWithoutKeyCertSign { key_usage } => (
                say!("il manque keyCertSign dans le keyUsage du {0}", c),
                match key_usage {
                    Some(usage) => say!("Avec insecureSkipVerification, AWS l’exige du certificat racine. Celui-ci contient : {0}.", t.list(usage)),
                    None => "Avec insecureSkipVerification, AWS l’exige du certificat racine. Celui-ci n’a pas de keyUsage, ce que Java accepterait.".to_owned(),
                },
            ),
            Detail::PrivateRootSent { subject: _, label, sha256 } => (
                say!("le certificat racine « {0} » a été envoyé, comme l’exige insecureSkipVerification", t.name(label)),
                say!("Ses basicConstraints contiennent CA:TRUE et son keyUsage keyCertSign. Son empreinte SHA-256 est {0}.", shown(sha256)),
            ),
            Detail::CaMoved { ca, root, instead, acme } => (
                say!("{0} émet désormais ses certificats sous la racine « {1} », qu’API Gateway ne possède pas", t.name(ca), t.name(root)),
                match instead {
                    Some(one) => {
                        let mut more = say!(
                            "Le serveur doit envoyer la version de « {0} » signée par « {1} » : cette chaîne aboutit à « {2} », qu’API Gateway possède.",
                            t.name(&one.label),
                            t.name(&one.signed_by),
                            t.name(&one.root)
                        );
                        if *acme {
                            append(&mut more, &say!("Si un client ACME a obtenu le certificat, demandez cette chaîne avec --preferred-chain « {0} ».", shown(&one.root)));
                        }
                        more
                    }
                    None => "Aucune version connue de cette racine n’aboutit à une racine qu’API Gateway possède.".to_owned(),
                },
            ),
            Detail::AnchorDistrustedHere { label, issued_after, release } => (
                say!("Java ne fait plus confiance à la racine « {0} »", t.name(label)),
                say!(
                    "{0} C’est le cas de Java {1}, quel que soit le contenu de son truststore. Obtenez un certificat d’une autre AC.",
                    match issued_after {
                        Some(day) => say!("Java refuse les certificats de serveur émis sous cette racine après le {0}.", shown(day)),
                        None => "Java refuse tous les certificats de serveur émis sous cette racine.".to_owned(),
                    },
                    shown(release)
                ),
            ),
            Detail::SkipVerificationNotApplicable {} => (
                "l’option insecureSkipVerification ne concerne pas ce client".to_owned(),
                "Seule une API REST peut ignorer la vérification de l’AC. Ici, la chaîne a été vérifiée normalement.".to_owned(),
            ),
            Detail::AnchorDistrusted { label, issued_after, releases } => (
                say!("Java ne fait plus confiance à la racine « {0} »", t.name(label)),
                say!(
                    "{0} AWS ne publie pas la version de Java qu’utilise API Gateway. Obtenez un certificat d’une autre AC. Versions de Java qui refusent la chaîne, quel que soit le contenu de leur truststore : {1}.",
                    match issued_after {
                        Some(day) => say!("Java refuse les certificats de serveur émis sous cette racine après le {0}.", shown(day)),
                        None => "Java refuse tous les certificats de serveur émis sous cette racine.".to_owned(),
                    },
                    t.list(releases)
                ),
            ),

            // ---- validity
            Detail::InDate { not_before, not_after, days_left } => (
                say!("le {0} est en cours de validité", c),
                say!(
                    "Il est valide du {0} au {1} : il reste {2}.",
                    t.time(*not_before),
                    t.time(*not_after),
                    if *days_left < 1 { "moins d’un jour".to_owned() } else { t.days(*days_left) }
                ),
            ),
            Detail::Expired { not_after, at, days_ago } => (
                say!("le {0} a expiré le {1}", c, self.date(*not_after)),
                say!(
                    "Il était valide jusqu’au {0}. La vérification porte sur le {1}, soit {2} plus tard.",
                    t.time(*not_after),
                    t.time(*at),
                    if *days_ago < 1 { "moins d’un jour".to_owned() } else { t.days(*days_ago) }
                ),
            ),
            Detail::NotYetValid { not_before, at, days_ahead } => (
                say!("le {0} n’est pas valide avant le {1}", c, self.date(*not_before)),
                say!(
                    "Il est valide à partir du {0}. La vérification porte sur le {1}, soit {2} plus tôt.",
                    t.time(*not_before),
                    t.time(*at),
                    if *days_ahead < 1 { "moins d’un jour".to_owned() } else { t.days(*days_ahead) }
                ),
            ),
            Detail::ExpiresSoon { not_after, days_left } => (
                if *days_left < 1 {
                    say!("le {0} expire dans moins d’un jour", c)
                } else {
                    say!("le {0} expire dans {1}", c, t.days(*days_left))
                },
                say!("Il est valide jusqu’au {0}. Renouvelez-le avant cette date.", t.time(*not_after)),
            ),
            Detail::AnchorOutOfDate { label, not_before, not_after } => (
                say!("le certificat racine « {0} » n’est pas en cours de validité", t.name(label)),
                say!(
                    "Il est valide du {0} au {1}. L’article d’AWS exige que tous les certificats soient en cours de validité, mais Java ne vérifie pas les dates d’une racine de confiance.",
                    t.time(*not_before),
                    t.time(*not_after)
                ),
            ),
            Detail::RootVersionOutOfDate { label, issuer, cross_signed, expired, not_before, not_after } => (
                match (*cross_signed, *expired) {
                    (true, true) => say!("la version de « {0} » signée par « {1} » a expiré le {2}", t.name(label), t.name(issuer), self.date(*not_after)),
                    (true, false) => say!("la version de « {0} » signée par « {1} » n’est pas valide avant le {2}", t.name(label), t.name(issuer), self.date(*not_before)),
                    (false, true) => say!("la version de la racine « {0} » présente dans la chaîne a expiré le {1}", t.name(label), self.date(*not_after)),
                    (false, false) => say!("la version de la racine « {0} » présente dans la chaîne n’est pas valide avant le {1}", t.name(label), self.date(*not_before)),
                },
                say!("La racine « {0} » elle-même est valide à cette date, et API Gateway en a sa propre copie. Java accepte donc la chaîne, mais d’autres clients peuvent la refuser. Retirez le {1}.", t.name(label), c),
            ),

            // ---- chain
            Detail::ChainComplete { length, root_sent } => (
                say!("la chaîne est complète, avec {0} du serveur à la racine", count(i64::from(*length), "certificat", "certificats")),
                if *root_sent {
                    "Chaque certificat est émis par le suivant. La racine a aussi été envoyée.".to_owned()
                } else {
                    "Chaque certificat est émis par le suivant. La racine n’a pas été envoyée, ce qui est normal : API Gateway en a sa propre copie.".to_owned()
                },
            ),
            Detail::IssuerMissing { issuer, label, authority_key_id, locations, known, useful } => {
                let mut more = if *useful {
                    say!("API Gateway ne télécharge pas les certificats manquants ; le serveur doit donc envoyer celui-ci juste après le {0}.", c)
                } else {
                    "Inutile de l’envoyer : API Gateway ne prend pas en charge cette AC.".to_owned()
                };
                append(&mut more, &say!("Son sujet est « {0} ».", shown(issuer)));
                if let Some(id) = authority_key_id {
                    append(&mut more, &say!("Son identifiant de clé du sujet est {0}.", shown(id)));
                }
                if let Some(location) = locations.first().filter(|_| *useful) {
                    append(&mut more, &say!("Téléchargez-le depuis {0}", shown(location)));
                }
                let clause = if *known {
                    say!("le certificat intermédiaire « {0} » est manquant", t.name(label))
                } else {
                    say!("le certificat de l’émetteur « {0} » est manquant", t.name(label))
                };
                (clause, more)
            }
            Detail::SignatureInvalid { issuer, label, algorithm } => (
                say!("le {0} n’a pas été signé avec la clé du {1}", c, t.issuer(issuer, label)),
                say!(
                    "Les noms concordent, mais pas la signature ({0}) : l’émetteur a changé de clé, ou le certificat a été modifié. Envoyez la version du certificat de l’émetteur dont la clé a signé ce certificat.",
                    shown(algorithm)
                ),
            ),
            Detail::SignatureUnchecked { issuer, label, algorithm } => (
                say!("la signature du {0} n’a pas pu être vérifiée", c),
                say!(
                    "Cet outil ne sait pas vérifier une signature {0}. D’après son nom, l’émetteur est le {1}.",
                    shown(algorithm),
                    t.issuer(issuer, label)
                ),
            ),
            Detail::LeafMissing {} => (
                "le certificat du serveur est manquant".to_owned(),
                "Seuls des certificats d’AC ont été fournis. Le certificat du serveur doit venir en premier dans la chaîne.".to_owned(),
            ),
            Detail::LeafNotFirst { leaf } => (
                say!("le {0} n’est pas le premier certificat", t.at(*leaf)),
                "Les clients TLS utilisent le premier certificat comme certificat du serveur. Placez-le en tête.".to_owned(),
            ),
            Detail::WrongOrder { order } => (
                "les certificats ne sont pas dans l’ordre de la chaîne".to_owned(),
                say!("À partir du certificat du serveur, l’ordre est : {0}. Java trouve quand même le chemin ; d’autres clients pourraient échouer.", t.places(order)),
            ),
            Detail::Duplicate { of } => (
                say!("le {0} est en double", c),
                say!("C’est une copie exacte du n° {0}. Java l’ignore.", t.place(*of)),
            ),
            Detail::Stray { label } => (
                say!("le certificat « {0} » ne fait pas partie de la chaîne", t.name(label)),
                "La chaîne n’en a pas besoin, et Java l’ignore. Mieux vaut toutefois ne pas l’envoyer.".to_owned(),
            ),
            Detail::RootSent {} => (
                say!("le {0} a aussi été envoyé", c),
                "Cela ne gêne pas, mais seul insecureSkipVerification en a besoin : sans cette option, API Gateway utilise sa propre copie de la racine.".to_owned(),
            ),
            Detail::NotACa { has_basic_constraints } => (
                say!("le {0} est un émetteur dans la chaîne, mais n’est pas une AC", c),
                if *has_basic_constraints {
                    "Ses basicConstraints ne contiennent pas CA:TRUE (RFC 5280 §4.2.1.9).".to_owned()
                } else {
                    "Il n’a pas de basicConstraints, que tout certificat d’AC doit avoir (RFC 5280 §4.2.1.9).".to_owned()
                },
            ),
            Detail::OldVersion { version } => (
                say!("le {0} est en version {1} de X.509 et ne peut pas être un certificat intermédiaire", c, t.number(*version)),
                "Java exige la version 3 : seule cette version permet d’indiquer qu’un certificat est celui d’une AC.".to_owned(),
            ),
            Detail::PathLengthExceeded { limit, below } => (
                say!(
                    "le {0} permet {1} en dessous de lui, mais il y en a {2}",
                    c,
                    count(*limit, "certificat d’AC", "certificats d’AC"),
                    t.number(*below)
                ),
                "La limite est le pathLenConstraint de ses basicConstraints (RFC 5280 §4.2.1.9).".to_owned(),
            ),
            Detail::NoKeyCertSign { key_usage } => (
                say!("le {0} n’a pas le droit de signer des certificats", c),
                say!("Son keyUsage contient : {0}. Il manque keyCertSign (RFC 5280 §4.2.1.3).", usages(t, key_usage)),
            ),
            Detail::LeafKeyUsage { key_usage, needed } => (
                say!("le keyUsage du {0} ne permet pas {1}", c, shown(needed)),
                say!("Il contient : {0}. Le client TLS de Java exige {1}.", usages(t, key_usage), shown(needed)),
            ),
            Detail::EmptyKeyUsage {} => (
                say!("le keyUsage du {0} ne permet rien", c),
                "Au moins un bit de keyUsage doit être activé (RFC 5280 §4.2.1.3).".to_owned(),
            ),
            Detail::LeafExtendedKeyUsage { usages: u } => (
                say!("le {0} n’est pas destiné à un serveur TLS", c),
                say!("Son extendedKeyUsage contient : {0}. Il manque serverAuth (RFC 5280 §4.2.1.12).", usages(t, u)),
            ),
            Detail::NetscapeCertType {} => (
                say!("le type de certificat Netscape du {0} ne permet pas un serveur TLS", c),
                "Cette extension est obsolète depuis longtemps, mais Java la vérifie encore.".to_owned(),
            ),
            Detail::NameConstraint { kind, name, constrained_by, excluded } => (
                if *excluded {
                    say!("une AC de la chaîne exclut le {0} « {1} »", name_kind(*kind), shown(name))
                } else {
                    say!("une AC de la chaîne ne permet pas le {0} « {1} »", name_kind(*kind), shown(name))
                },
                say!(
                    "Ce nom se trouve dans le {0}. Les contraintes de noms se trouvent dans le {1} (RFC 5280 §4.2.1.10).",
                    c,
                    t.at(*constrained_by)
                ),
            ),
            Detail::NameConstraintUnsupported { constrained_by } => (
                say!("Java ne sait pas appliquer les contraintes de noms du {0}", t.at(*constrained_by)),
                "Java refuse ce qu’il ne peut pas vérifier.".to_owned(),
            ),
            Detail::PolicyRequired {} => (
                "une AC de la chaîne exige une politique de certification que la chaîne n’a pas".to_owned(),
                "Ses policyConstraints contiennent requireExplicitPolicy (RFC 5280 §4.2.1.11), et aucune politique n’est valide pour toute la chaîne.".to_owned(),
            ),
            Detail::PolicyMappingAny {} => (
                say!("le {0} associe une politique de certification à anyPolicy, ou l’inverse", c),
                "La RFC 5280 §4.2.1.5 l’interdit, et Java le refuse.".to_owned(),
            ),
            Detail::PolicyQualifiersCritical {} => (
                say!("le {0} a des politiques de certification critiques avec qualificateurs", c),
                "Java refuse les qualificateurs quand l’extension est marquée critique.".to_owned(),
            ),
            Detail::UnknownCriticalExtension { oids } => (
                say!("le {0} a une extension critique que Java ne connaît pas", c),
                say!("OID : {0}. Un client doit refuser une extension critique qu’il ne connaît pas (RFC 5280 §4.2).", t.list(oids)),
            ),
            Detail::WeakSignature { algorithm } => (
                say!("le {0} est signé avec {1}, que Java désactive", c, shown(algorithm)),
                "L’algorithme est trop faible. Demandez à l’AC de réémettre le certificat, signé avec SHA-256 ou mieux.".to_owned(),
            ),
            Detail::Sha1Signature { algorithm } => (
                say!("le {0} est signé avec {1}, qui utilise SHA-1", c, shown(algorithm)),
                "Java l’accepte ici. Il ne refuse SHA-1 dans la chaîne d’un serveur que sous les racines de son propre truststore cacerts (jdk.certpath.disabledAlgorithms : SHA1 jdkCA & usage TLSServer). Les navigateurs le refusent. Demandez à l’AC de réémettre le certificat, signé avec SHA-256 ou mieux.".to_owned(),
            ),
            Detail::ClientPublicCertificate { issuer } => (
                say!("ACM a émis ce certificat public ({0}), qui ne peut pas être un certificat client", shown(issuer)),
                "Depuis le 11 juin 2025, ACM émet les certificats publics sans clientAuth. Importez dans ACM un certificat de votre propre AC, ou émettez-en un avec AWS Private CA.".to_owned(),
            ),
            Detail::ClientChainTooLong { length, limit } => (
                say!("la chaîne a {0} certificats", t.number(*length)),
                say!("Pour un certificat client, API Gateway en accepte {0} au plus. Retirez les certificats qui n’appartiennent pas à la chaîne, ou utilisez un émetteur plus proche de la racine.", t.number(*limit)),
            ),
            Detail::ClientUsageMissing { usages } => (
                say!("{0} n’a pas l’usage étendu clientAuth", c),
                if usages.is_empty() {
                    "Il n’a pas d’usage étendu de la clé. Faites-le émettre avec clientAuth (authentification de client TLS).".to_owned()
                } else {
                    say!("Il a {0}. Faites-le émettre avec clientAuth (authentification de client TLS).", t.list(usages))
                },
            ),
            Detail::ClientKeyUnsupported { algorithm, bits } => (
                say!("{0} a une clé qui n’est pas prise en charge\u{a0}: {1} de {2}\u{a0}bits", c, shown(algorithm), t.number(*bits)),
                "Pour un certificat client, API Gateway accepte les clés RSA de 2048 à 4096\u{a0}bits, et les clés sur P-256, P-384 et P-521.".to_owned(),
            ),
            Detail::SignatureNotOffered { algorithm } => (
                say!("le {0} est signé avec {1}, que le client TLS de Java n’accepte pas", c, shown(algorithm)),
                "Faites-le réémettre avec RSA et SHA-256, ou avec ECDSA.".to_owned(),
            ),
            Detail::WeakKey { algorithm, bits, minimum } => (
                say!("la clé du {0} est trop courte : {1} de {2} bits", c, shown(algorithm), t.number(*bits)),
                say!("Java n’accepte aucune clé {0} de moins de {1} bits.", shown(algorithm), t.number(*minimum)),
            ),
            Detail::CurveUnsupported { curve } => (
                say!("la clé du {0} est sur la courbe {1}, que Java ne prend pas en charge", c, shown(curve)),
                "Le client TLS de Java prend en charge P-256, P-384 et P-521.".to_owned(),
            ),
            Detail::Malformed { defect: d } => (
                say!("Java ne peut pas lire le {0} : {1}", c, defect(*d)),
                "Un certificat que Java ne peut pas lire met fin à la négociation TLS, même si la chaîne n’en a pas besoin.".to_owned(),
            ),
            Detail::TooManyCertificates { count: n, limit } => (
                say!("il y a {0}, plus que les {1} que Java accepte dans une négociation TLS", count(i64::from(*n), "certificat", "certificats"), t.number(*limit)),
                "N’envoyez que la chaîne : le certificat du serveur et ses certificats intermédiaires.".to_owned(),
            ),
            Detail::MessageTooLarge { bytes, limit } => (
                say!("les certificats font {0} octets, plus que les {1} que Java accepte dans une négociation TLS", t.number(*bytes), t.number(*limit)),
                "N’envoyez que la chaîne : le certificat du serveur et ses certificats intermédiaires.".to_owned(),
            ),
            Detail::PathTooLong { limit } => (
                say!("la chaîne a plus de {0} certificats intermédiaires, le maximum que Java essaie", t.number(*limit)),
                "Demandez à l’AC une chaîne plus courte.".to_owned(),
            ),
            Detail::KeyIdentifierMismatch { issuer, expected, found } => (
                say!("l’identifiant de clé de l’autorité du {0} ne correspond pas à son émetteur", c),
                say!(
                    "C’est {0}, mais le {1} a {2}. Ce n’est qu’un indice : c’est la signature qui décide.",
                    shown(expected),
                    t.issuer(issuer, ""),
                    shown(found)
                ),
            ),
            Detail::AnchorIdentifierMismatch { label, expected, found } => (
                say!("le {0} désigne une autre version de la racine « {1} » que celle de la liste", c, t.name(label)),
                say!("Il désigne {0}, mais la racine de la liste a {1}. Java n’essaie donc pas celle de la liste.", shown(expected), shown(found)),
            ),
            Detail::NoPath {} => (
                "Java ne trouve aucun chemin du certificat du serveur à une racine de confiance".to_owned(),
                "Les autres constats expliquent pourquoi.".to_owned(),
            ),
            Detail::SearchEnded { limit } => (
                say!("la recherche d’un chemin vers une racine s’est arrêtée à sa limite de {0} essais", t.number(*limit)),
                "La chaîne d’un vrai serveur n’a pas autant de certificats du même nom. N’envoyez que la chaîne.".to_owned(),
            ),
            Detail::AnchorUnfit { label, is_ca } => (
                say!("Java n’accepte pas « {0} » comme racine de confiance", t.name(label)),
                if *is_ca {
                    "Il manque keyCertSign dans son keyUsage.".to_owned()
                } else {
                    "Il manque CA:TRUE dans ses basicConstraints.".to_owned()
                },
            ),
            Detail::CertificateBlocked { label } => (
                say!("Java bloque le certificat « {0} »", t.name(label)),
                "Java a une liste de certificats bloqués et n’accepte aucune chaîne qui en contient un. Demandez à l’AC un certificat émis par une autre AC intermédiaire, ou changez d’AC.".to_owned(),
            ),
            Detail::Sha1UnderJdkRoot { algorithm } => (
                say!("le {0} est signé avec {1}, que cette version de Java refuse", c, shown(algorithm)),
                "Java refuse SHA-1 sous les racines de son propre truststore. Faites réémettre le certificat avec SHA-256.".to_owned(),
            ),
            Detail::KeyCompromised { label } => (
                say!("la clé privée de « {0} » est publique", t.name(label)),
                "N’importe qui peut émettre des certificats avec cette clé. Remplacez le certificat, même si Java et la liste d’AWS l’acceptent encore : demandez à l’AC un certificat émis par une autre AC intermédiaire, ou changez d’AC.".to_owned(),
            ),

            Detail::SelfIssuedPair { label } => (
                say!("Java arrête sa recherche au {0}", c),
                say!("Le certificat précédent appartient à la même AC, « {0} », et a une autre clé. Après deux certificats de ce type à la suite, Java n’essaie pas la racine de sa liste. Retirez ce certificat.", t.name(label)),
            ),
            Detail::WrongIntermediate { label: _, needed } => (
                say!("le {0} n’appartient pas à la chaîne", c),
                say!("Il n’a pas émis le certificat précédent ; l’émetteur est « {0} ». Il reste probablement d’un ancien certificat.", t.name(needed)),
            ),

            // ---- key-size
            Detail::KeyLimitNotApplicable {} => (
                "la clé n’a pas de limite supérieure".to_owned(),
                "La limite de 2048 bits ne concerne pas ce client.".to_owned(),
            ),
            Detail::KeyWithinLimit { algorithm, bits, max } => (
                say!("la clé du {0} a {1} bits", c, t.number(*bits)),
                say!("C’est une clé {0}, dans la limite de {1} bits fixée par AWS.", shown(algorithm), t.number(*max)),
            ),
            Detail::KeyTooLarge { algorithm, bits, max } => (
                say!("la clé du {0} a {1} bits, plus que les {2} que permet l’article d’AWS", c, t.number(*bits), t.number(*max)),
                say!("C’est une clé {0}. Java ne fixe aucune limite supérieure, et on ne connaît aucun serveur refusé pour la seule taille de sa clé. La panne peut avoir une autre cause.", shown(algorithm)),
            ),
            Detail::EllipticKey { curve, bits } => (
                say!("la clé du {0} est sur la courbe elliptique {1}", c, shown(curve)),
                say!("Elle a {0} bits. La limite de 2048 bits d’AWS vise les clés RSA ; une clé sur courbe elliptique est aussi sûre avec bien moins de bits.", t.number(*bits)),
            ),
            Detail::OtherKey { algorithm } => (
                say!("la clé du {0} est de type {1}", c, shown(algorithm)),
                "La limite de 2048 bits d’AWS vise les clés RSA.".to_owned(),
            ),
            Detail::KeyUnknown { algorithm, why } => (
                say!("la clé du {0} est de type {1}, et sa taille ne peut pas être comparée à la limite d’AWS", c, shown(algorithm)),
                match why {
                    KeyTrouble::Unreadable => "Java ne peut pas lire cette clé. Faites réémettre le certificat avec une clé RSA de 2048 bits ou une clé P-256.",
                    KeyTrouble::ExplicitParameters => "La clé contient les paramètres de sa courbe au lieu du nom de la courbe, et Java ne lit que les courbes nommées. Créez une nouvelle clé avec openssl ecparam -name prime256v1 -genkey -noout, et faites réémettre le certificat.",
                    KeyTrouble::NotInJava => "Java 17 ne dispose pas de cet algorithme ; la connexion TLS échoue donc. Faites réémettre le certificat avec une clé RSA de 2048 bits ou une clé P-256.",
                    KeyTrouble::NoSignature => "Une clé de ce type ne peut pas signer ; un serveur TLS ne peut donc pas l’utiliser. Faites réémettre le certificat avec une clé RSA de 2048 bits ou une clé P-256.",
                }
                .to_owned(),
            ),
            Detail::CaKey { algorithm, bits } => (
                if *bits == 0 {
                    say!("la clé du {0} est de type {1}", c, shown(algorithm))
                } else {
                    say!("la clé du {0} est de type {1} et a {2} bits", c, shown(algorithm), t.number(*bits))
                },
                "La limite d’AWS vise le certificat du serveur ; les clés des AC peuvent être plus longues.".to_owned(),
            ),
        };
        Explanation::new(clause, more)
    }

    fn fix(&self, t: &Renderer<'_>, fix: &Fix) -> String {
        match fix {
            Fix::SendIssuer { issuer: _, label, locations, instead_of } => {
                let mut text = if instead_of.is_empty() {
                    say!("Ajoutez le certificat de « {0} » à la chaîne du serveur, juste après le certificat qu’il a émis.", t.name(label))
                } else {
                    say!("Remplacez le certificat n° {0} par le certificat de « {1} ».", t.places(instead_of), t.name(label))
                };
                if let Some(location) = locations.first() {
                    append(&mut text, &say!("Téléchargez-le depuis {0}", shown(location)));
                }
                text
            }
            Fix::Reorder { order } => say!("Envoyez les certificats dans cet ordre, et aucun autre : {0}.", t.places(order)),
            Fix::UseSupportedCa {} => "Obtenez un certificat d’une AC de la liste d’API Gateway, comme Let’s Encrypt ou l’AC publique d’ACM. Avec une AC privée, une API REST peut activer insecureSkipVerification, ce qu’AWS ne recommande pas.".to_owned(),
            Fix::Renew { certificate } => say!("Renouvelez le {0} et installez le nouveau avec ses certificats intermédiaires.", t.at(*certificate)),
            Fix::ReplaceIntermediate { certificate } => say!("Remplacez le {0} par la version actuelle de l’AC.", t.at(*certificate)),
            Fix::SmallerKey {} => "Faites réémettre le certificat du serveur avec une clé RSA de 2048 bits ou une clé P-256.".to_owned(),
            Fix::SendRoot { label } => say!("Configurez le serveur pour qu’il envoie aussi les certificats de son AC, de « {0} » jusqu’à la racine : insecureSkipVerification exige la racine dans la chaîne.", t.name(label)),
            Fix::MatchHostname { hostname } => say!("Faites réémettre le certificat du serveur avec « {0} » parmi ses noms, ou appelez le serveur par un nom de son certificat.", shown(hostname)),
            Fix::Reissue { certificate } => say!("Faites réémettre le {0} : le défaut est dans le certificat lui-même.", t.at(*certificate)),
            Fix::ConfigureCertificate { product, vendor, setting } => configure(*product, vendor.as_deref(), setting.as_deref()),
            Fix::BypassProxy { vendor } => say!("Relancez la commande depuis un réseau sans {0}, par exemple dans AWS CloudShell, et vérifiez cette chaîne-là.", vendor.as_deref().map_or("ce proxy".to_owned(), shown)),
            Fix::UseCloudflare {} => "Faites passer l’appel par Cloudflare (enregistrement DNS en mode proxy), ou installez sur le serveur d’origine un certificat d’une AC publique, comme Let’s Encrypt.".to_owned(),
            Fix::RequestProduction {} => "Redemandez le certificat à l’environnement de production de Let’s Encrypt, sans --staging ni --test-cert (https://acme-v02.api.letsencrypt.org/directory), et installez-le.".to_owned(),
            Fix::ReplacePrivateCa { acm: true } => "Demandez un certificat public dans ACM (aws acm request-certificate sans --certificate-authority-arn) et configurez-le sur l’équilibreur de charge. Pour garder l’AC privée, une API REST peut activer insecureSkipVerification, ce qu’AWS ne recommande pas ; le serveur doit alors envoyer la racine.".to_owned(),
            Fix::ReplacePrivateCa { acm: false } => "Installez un certificat d’une AC publique de la liste d’API Gateway, comme Let’s Encrypt ou l’AC publique d’ACM. Pour garder l’AC privée, une API REST peut activer insecureSkipVerification, ce qu’AWS ne recommande pas ; le serveur doit alors envoyer la racine.".to_owned(),
            Fix::ReplaceRoot { certificate, label } => say!("Remplacez le {0} par la version de « {1} » qu’une racine de la liste d’AWS a signée. La chaîne réparée la contient.", t.at(*certificate), t.name(label)),
            Fix::Remove { certificate } => say!("Retirez le {0}.", t.at(*certificate)),
            Fix::ImportCa { label } => say!("Importez « {0} » dans le truststore du client (keytool -importcert), utilisez une version plus récente de Java dont le truststore la contient, ou obtenez un certificat d’une AC à laquelle le client fait confiance.", t.name(label)),
            Fix::TurnOffSkipVerification {} => "Mettez insecureSkipVerification à false : la chaîne aboutit à une racine de la liste d’AWS et n’en a pas besoin. Sinon, configurez le serveur pour qu’il envoie aussi la racine.".to_owned(),
            Fix::UseOwnName { hostname, owner } => {
                let host = shown(hostname);
                let mut text = match owner {
                    NameOwner::LoadBalancer | NameOwner::VpcEndpoint | NameOwner::ExecuteApi | NameOwner::CloudFront | NameOwner::Instance | NameOwner::Aws => say!("Aucun de vos certificats ne peut contenir « {0} » : ce nom appartient à AWS.", host),
                    NameOwner::Platform => say!("Aucun de vos certificats ne peut contenir « {0} » : ce nom appartient à la plateforme d’hébergement.", host),
                    NameOwner::PrivateNetwork => say!("Aucune AC publique n’émet de certificat pour « {0} » : ce nom n’existe que dans un réseau privé.", host),
                    NameOwner::Address => say!("Les AC publiques émettent rarement des certificats pour une adresse IP comme « {0} ».", host),
                };
                append(&mut text, "Indiquez dans l’URI de l’intégration un nom de votre propre domaine que le certificat contient, et faites-le pointer vers le serveur avec un enregistrement DNS (CNAME ou alias Route 53). Avec un lien VPC, API Gateway compare au certificat le nom de l’URI, ou tlsConfig.serverNameToVerify pour une API HTTP.");
                text
            }
        }
    }

    fn hostname(&self, t: &Renderer<'_>, report: &HostnameReport) -> Explanation {
        let asked = shown(&report.asked);
        if report.accepted {
            let more = match &report.matched {
                Some(name) => say!("Il correspond au nom « {0} ».", shown(name)),
                None => String::new(),
            };
            return Explanation::new(say!("le certificat du serveur est valide pour « {0} »", asked), more);
        }
        let mut more = String::new();
        if report.presented.is_empty() {
            append(&mut more, "Il ne contient aucun nom de ce type.");
        } else {
            let first: Vec<String> = report.presented.iter().take(SHOWN_NAMES).cloned().collect();
            let rest = report.presented.len().saturating_sub(first.len());
            if rest == 0 {
                append(&mut more, &say!("Ses noms sont : {0}.", t.list(&first)));
            } else {
                let first: Vec<String> = first.iter().map(|n| shown(n)).collect();
                let rest = count(i64::try_from(rest).unwrap_or(i64::MAX), "autre", "autres");
                append(&mut more, &say!("Ses noms sont : {0} et {1}.", first.join(", "), rest));
            }
        }
        match report.source {
            Some(NameSource::CommonName) => append(
                &mut more,
                "Le nom courant est comparé, car les noms alternatifs du sujet ne contiennent aucun nom DNS.",
            ),
            Some(NameSource::SanDns | NameSource::SanIp) | None => {}
        }
        Explanation::new(
            say!("le certificat du serveur n’est pas valide pour « {0} »", asked),
            more,
        )
    }

    fn rule_name(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "AC prise en charge",
            RuleId::Validity => "Dates de validité",
            RuleId::Chain => "Chaîne complète",
            RuleId::KeySize => "Taille de clé",
        }
    }

    fn rule_title(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "Une autorité de certification prise en charge par API Gateway",
            RuleId::Validity => "Un certificat valide qui n’a pas expiré",
            RuleId::Chain => {
                "Une chaîne complète jusqu’à une racine : chaque émetteur est le sujet du certificat suivant"
            }
            RuleId::KeySize => "Un certificat ne dépassant pas 2048 bits",
        }
    }

    fn rule_why(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => {
                "Pour les intégrations HTTP, proxy HTTP et privées, API Gateway ne fait confiance qu’aux AC de sa propre liste. Avec un certificat auto-signé, une AC privée ou une AC publique absente de la liste, la négociation TLS échoue avant toute requête."
            }
            RuleId::Validity => {
                "API Gateway refuse un certificat du serveur ou un certificat intermédiaire hors de ses dates, avant « Pas avant » comme après « Pas après ». Java ne vérifie pas les dates d’une racine de confiance, mais l’article d’AWS exige que tous les certificats soient en cours de validité."
            }
            RuleId::Chain => {
                "API Gateway doit trouver un chemin du certificat du serveur à une racine : le sujet du certificat intermédiaire correspond à l’émetteur du certificat du serveur, et ainsi de suite. API Gateway ne télécharge pas les certificats manquants. Les navigateurs le font souvent : un site peut fonctionner dans un navigateur et échouer dans API Gateway."
            }
            RuleId::KeySize => {
                "L’article d’AWS exige un certificat ne dépassant pas 2048 bits, c’est-à-dire la clé du certificat du serveur. Java ne fixe aucune limite supérieure. Les clés des AC peuvent être plus longues : beaucoup de racines prises en charge ont une clé de 4096 bits."
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Pass => "Respectée",
            Outcome::Warn => "Respectée, avec avertissement",
            Outcome::Fail => "Non respectée",
            Outcome::Unknown => "Indéterminé",
            Outcome::NotApplicable => "Sans objet",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Info => "Remarque",
            Severity::Warning => "Avertissement",
            Severity::Error => "Erreur",
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => "Acceptée",
            Verdict::Fail => "Refusée",
            Verdict::Inconclusive => "Non concluant",
        }
    }

    fn sentence(&self, sentence: &Sentence<'_>) -> String {
        let also_unmet = |also: &[String]| {
            if also.is_empty() {
                String::new()
            } else {
                say!("Autres exigences non respectées : {0}.", listed(also, " et "))
            }
        };
        match sentence {
            Sentence::ClientAccepted { warning } => {
                let mut text = "API Gateway peut envoyer ce certificat client au backend.".to_owned();
                if let Some(warning) = warning {
                    append(&mut text, &say!("À surveiller\u{a0}: {0}.", *warning));
                }
                text
            }
            Sentence::ClientRejected { why } => say!(
                "{0}. API Gateway ne peut pas utiliser ce certificat comme certificat client d’une étape.",
                capitalised(why)
            ),
            Sentence::Accepted { hostname, warning } => {
                let mut text = match hostname {
                    Some(name) => say!("API Gateway accepterait cette chaîne pour « {0} ».", shown(name)),
                    None => "API Gateway accepterait cette chaîne.".to_owned(),
                };
                if let Some(warning) = warning {
                    append(&mut text, &say!("Un point à surveiller : {0}.", warning));
                }
                text
            }
            Sentence::Undecided { why } => say!(
                "Aucun problème trouvé, mais une vérification n’a pas pu aboutir : {0}.",
                why
            ),
            Sentence::DependsOnRelease { why } => say!(
                "{0}. API Gateway accepte ou refuse cette chaîne selon sa version de Java, qu’AWS ne publie pas. Obtenez un certificat d’une autre AC.",
                capitalised(why)
            ),
            Sentence::Rejected { why, also, hostname } => {
                let mut text = say!("{0}. API Gateway refusera cette chaîne.", capitalised(why));
                append(&mut text, &also_unmet(also));
                if let Some(name) = hostname {
                    append(
                        &mut text,
                        &say!(
                            "De plus, le certificat du serveur n’est pas valide pour « {0} ».",
                            shown(name)
                        ),
                    );
                }
                text
            }
            Sentence::AgainstRequirement { why, also } => {
                let mut text = say!("{0}.", capitalised(why));
                append(&mut text, &also_unmet(also));
                append(
                    &mut text,
                    "Cette chaîne est hors des limites d’AWS, mais le client TLS de Java l’accepterait.",
                );
                text
            }
            Sentence::Compromised { why, also } => {
                let mut text = say!("{0}.", capitalised(why));
                append(&mut text, &also_unmet(also));
                append(
                    &mut text,
                    "Le client TLS de Java accepterait cette chaîne, mais personne ne devrait s’y fier.",
                );
                text
            }
            Sentence::WrongHost { why } => say!(
                "{0}. API Gateway refusera cette connexion, alors qu’il accepterait la chaîne elle-même.",
                capitalised(why)
            ),
            Sentence::RejectedWithoutCode => {
                "API Gateway refusera cette chaîne. Le message de Java indique pourquoi.".to_owned()
            }
        }
    }
}

/// The number of certificate names that a sentence lists.
const SHOWN_NAMES: usize = 5;

fn product(product: DefaultProduct, vendor: Option<&str>) -> (String, &'static str) {
    const NO_NAME: &str = "En général, le client n’a pas envoyé de nom de serveur (SNI), ou aucun hôte de ce nom n’est configuré ; l’hôte par défaut a donc répondu.";
    let vendor = vendor.map(shown).unwrap_or_default();
    let of = |template: &str| fill(template, &[&vendor]);
    let (what, more) = match product {
        DefaultProduct::IngressNginx => ("le certificat par défaut d’ingress-nginx", NO_NAME),
        DefaultProduct::Traefik => ("le certificat par défaut de Traefik", NO_NAME),
        DefaultProduct::Plesk => ("le certificat par défaut de Plesk", NO_NAME),
        DefaultProduct::Cpanel => ("le certificat intégré de cPanel ou de WHM", NO_NAME),
        DefaultProduct::Localhost => (
            "un certificat pour localhost",
            "Il est destiné à des essais sur une seule machine. Le certificat de cet hôte n’est pas configuré.",
        ),
        DefaultProduct::AcmPrivateCa => (
            "celui d’une AC privée d’AWS Certificate Manager",
            "API Gateway prend en charge l’AC publique d’ACM, mais aucune AC privée, sauf avec insecureSkipVerification.",
        ),
        DefaultProduct::Snakeoil => (
            "un certificat d’exemple, livré avec le système ou avec OpenSSL",
            "Le certificat de cet hôte n’est pas configuré.",
        ),
        DefaultProduct::InspectionProxy => {
            let what = if vendor.is_empty() {
                "celui d’un proxy qui inspecte le trafic TLS".to_owned()
            } else {
                of("celui d’un proxy qui inspecte le trafic TLS ({0})")
            };
            return (
                what,
                "Le proxy est dans votre réseau et remplace le certificat du serveur. API Gateway ne voit pas ce certificat.",
            );
        }
        DefaultProduct::CloudflareOrigin => (
            "un certificat d’origine de Cloudflare",
            "Seul Cloudflare lui fait confiance. Faites passer l’appel d’API Gateway par Cloudflare, ou installez un certificat d’une AC publique.",
        ),
        DefaultProduct::LetsEncryptStaging => (
            "celui de l’environnement de test (staging) de Let’s Encrypt",
            "Ces certificats sont destinés aux tests, et aucun client ne leur fait confiance. Redemandez le certificat à l’environnement de production.",
        ),
        DefaultProduct::ReverseProxy => return (of("le certificat par défaut de {0}"), NO_NAME),
        DefaultProduct::Appliance => {
            return (
                of("le certificat intégré de {0}"),
                "L’URI de l’intégration mène à une interface d’administration, ou le certificat de cet hôte n’est pas configuré.",
            );
        }
        DefaultProduct::KubernetesApi => (
            "celui du serveur d’API d’un cluster Kubernetes",
            "L’URI de l’intégration mène à l’API du cluster et non à votre service.",
        ),
        DefaultProduct::ApplicationServer => {
            return (
                of("un certificat créé par {0}"),
                "Le certificat de cet hôte n’est pas configuré.",
            );
        }
        DefaultProduct::Platform => {
            return (
                of("le certificat général de {0}"),
                "Il n’est valide que pour les noms du domaine de la plateforme. L’hôte n’y est pas configuré comme domaine personnalisé, ou le client n’a pas envoyé de nom de serveur (SNI).",
            );
        }
        DefaultProduct::PrivateCa => {
            return (
                of("celui d’une AC privée ({0})"),
                "API Gateway ne prend en charge aucune AC privée, sauf avec insecureSkipVerification.",
            );
        }
    };
    (what.to_owned(), more)
}

/// How to configure the certificate for the host in a product.
fn configure(product: DefaultProduct, vendor: Option<&str>, setting: Option<&str>) -> String {
    let mut place = match product {
        DefaultProduct::IngressNginx => "ingress-nginx".to_owned(),
        DefaultProduct::Traefik => "Traefik".to_owned(),
        DefaultProduct::Plesk => "Plesk".to_owned(),
        DefaultProduct::Cpanel => "cPanel".to_owned(),
        _ => vendor.map(shown).unwrap_or_default(),
    };
    if let Some(setting) = setting {
        place.push_str(" (");
        place.push_str(&shown(setting));
        place.push(')');
    }
    match product {
        DefaultProduct::IngressNginx | DefaultProduct::Traefik | DefaultProduct::ReverseProxy => say!("Configurez le certificat de cet hôte dans {0}. Vérifiez que l’URI de l’intégration contient un nom d’hôte qui y est configuré : API Gateway envoie ce nom (SNI). Si un lien VPC n’envoie pas de nom, faites de ce certificat le certificat par défaut.", place),
        DefaultProduct::Plesk | DefaultProduct::Cpanel | DefaultProduct::ApplicationServer => say!("Installez le certificat de cet hôte dans {0}.", place),
        DefaultProduct::Appliance => say!("Vérifiez l’hôte et le port dans l’URI de l’intégration. S’ils sont corrects, installez le certificat de cet hôte dans {0}.", place),
        DefaultProduct::Platform => say!("Ajoutez l’hôte comme domaine personnalisé de l’application sur {0} et attendez son certificat, ou indiquez dans l’URI de l’intégration le nom de l’application sur la plateforme.", place),
        DefaultProduct::KubernetesApi => "Indiquez dans l’URI de l’intégration l’adresse de l’Ingress ou de l’équilibreur de charge de votre service.".to_owned(),
        DefaultProduct::Localhost
        | DefaultProduct::Snakeoil
        | DefaultProduct::AcmPrivateCa
        | DefaultProduct::PrivateCa
        | DefaultProduct::InspectionProxy
        | DefaultProduct::CloudflareOrigin
        | DefaultProduct::LetsEncryptStaging => "Configurez le certificat de cet hôte. Si les clients n’envoient pas de nom de serveur (SNI), faites-en le certificat par défaut.".to_owned(),
    }
}

fn defect(defect: Defect) -> &'static str {
    match defect {
        Defect::EmptyIssuer => "son émetteur n’a pas de nom (RFC 5280 §4.1.2.4)",
        Defect::EmptySubject => {
            "son sujet est vide, et il n’a aucun nom alternatif du sujet marqué critique (RFC 5280 §4.1.2.6)"
        }
        Defect::DuplicateExtension => "il contient deux fois la même extension (RFC 5280 §4.2)",
        Defect::ExtensionsInOldVersion => {
            "il contient des extensions ou des identifiants uniques que sa version ne permet pas (RFC 5280 §4.1.2.9)"
        }
        Defect::AlgorithmMismatch => "il indique deux algorithmes de signature différents (RFC 5280 §4.1.1.2)",
        Defect::UnreadableCriticalExtension => "le contenu d’une extension critique est illisible",
        Defect::UnreadableKey => "sa clé publique a une forme ou des paramètres que Java n’accepte pas",
        Defect::NumberTooLarge => {
            "sa clé publique contient un nombre trop grand pour Java (« Integer exceeds maximum valid value »)"
        }
        Defect::UnreadableTime => "ses dates sont illisibles",
        Defect::UnreadableAlgorithm => "les paramètres de son algorithme de signature sont illisibles",
        Defect::Structure => "sa structure n’est pas celle d’un certificat",
    }
}

fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Dns => "nom DNS",
        NameKind::Ip => "nom de type adresse IP",
        NameKind::Directory => "nom d’annuaire",
        NameKind::Email => "nom de type adresse électronique",
        NameKind::Uri => "nom de type URI",
        NameKind::Other => "nom",
    }
}

fn usages(t: &Renderer<'_>, usages: &[String]) -> String {
    if usages.is_empty() {
        "rien".to_owned()
    } else {
        t.list(usages)
    }
}
