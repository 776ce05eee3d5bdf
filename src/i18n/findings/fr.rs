//! French: findings, requirements and verdicts.

use super::FindingWords;
use super::Sentence;
use crate::i18n::format::{Words, append, capitalised, listed, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count, list_of};
use crate::i18n::names::Teller;
use crate::report::{
    DefaultProduct, Defect, Detail, Fix, HostnameReport, NameKind, NameSource, Outcome, RuleId, Severity, Verdict,
};

impl FindingWords for French {
    fn detail(&self, t: &Teller<'_>, c: &str, detail: &Detail) -> Words {
        let (clause, more) = match detail {
            // ---- supported-ca
            Detail::AnchorListed { aliases, subject: _, label, sha256: _, sent } => (
                say!("la chaîne aboutit au certificat racine « {0} », pris en charge par API Gateway", t.name(label)),
                say!(
                    "Il figure dans la liste d’AWS sous {0} ; le nom, la clé et la signature concordent. {1}",
                    t.list(aliases),
                    if *sent { "Le serveur l’a envoyé aussi." } else { "Le serveur ne l’a pas envoyé, et n’a pas à le faire." }
                ),
            ),
            Detail::AnchorReissued { aliases, listed_sha256 } => (
                say!("le {0} est une autre édition d’une racine prise en charge par API Gateway", c),
                say!(
                    "Il porte le nom et la clé de la racine qu’AWS liste sous {0} (SHA-256 {1}). Java compare le nom et la clé : l’un vaut l’autre.",
                    t.list(aliases),
                    shown(listed_sha256)
                ),
            ),
            Detail::ListedByFingerprint { aliases } => (
                say!("le {0} figure dans la liste d’AWS par son empreinte", c),
                say!("AWS le liste sous {0}. De cette autorité, seule l’empreinte est connue : rien d’autre ne peut être comparé.", t.list(aliases)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition } => (
                say!("l’autorité racine « {0} » n’est pas prise en charge par API Gateway", t.name(label)),
                say!(
                    "{0} ne la contient pas. Pour la chercher dans une édition plus récente, voici son empreinte SHA-256 : {1}.",
                    capitalised(&list_of(edition)),
                    shown(sha256)
                ),
            ),
            Detail::SelfSignedLeaf { sha256, edition } => (
                say!("le {0} est auto-signé, et API Gateway ne le connaît pas", c),
                say!(
                    "Aucune autorité de {0} ne répond de lui. Son empreinte SHA-256 est {1}.",
                    list_of(edition),
                    shown(sha256)
                ),
            ),
            Detail::IssuerNotListed { issuer, label, edition } => (
                say!("l’émetteur « {0} » n’est pas une autorité prise en charge par API Gateway", t.name(label)),
                say!(
                    "Il a émis le {0}. {1} ne contient pas « {2} », et on ne lui connaît aucun chemin vers une racine listée.",
                    c,
                    capitalised(&list_of(edition)),
                    shown(issuer)
                ),
            ),
            Detail::IssuerUnknown { issuer, label } => (
                say!("impossible de dire si API Gateway prend en charge l’autorité derrière « {0} »", t.name(label)),
                say!("Seul le certificat du serveur est là, et l’on ne sait rien de son émetteur « {0} ». Ajoutez le reste de la chaîne.", shown(issuer)),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases } => (
                say!("l’autorité est prise en charge par API Gateway, dès que le bon certificat de « {0} » est envoyé", t.name(label)),
                say!("Il en existe un qui mène à une racine qu’AWS liste sous {0}.", t.list(aliases)),
            ),
            Detail::AnchorKeyMismatch { aliases, subject: _, label } => (
                say!("la clé derrière « {0} » n’est pas celle de l’autorité prise en charge de ce nom", t.name(label)),
                say!(
                    "AWS liste une racine de ce nom sous {0}. Soit l’autorité a changé de clé, soit le {1} n’est pas ce qu’il prétend être.",
                    t.list(aliases),
                    c
                ),
            ),
            Detail::DefaultCertificate { product: p, label } => {
                let (what, more) = product(*p);
                (say!("le certificat « {0} » est {1}", t.name(label), what), more.to_owned())
            }
            Detail::ListWaived {} => (
                "l’option insecureSkipVerification dispense de la liste d’AWS".to_owned(),
                "API Gateway vérifie encore les dates, le nom d’hôte et la présence d’une autorité racine dans la chaîne.".to_owned(),
            ),
            Detail::RootNotSent { issuer, label } => (
                "aucune racine n’a été envoyée, alors qu’insecureSkipVerification en veut une dans la chaîne".to_owned(),
                say!("Dans ce mode, API Gateway ne tire aucune racine de sa liste. Le dernier maillon est le {0} ; le serveur doit envoyer aussi ceux du dessus, de « {1} » ({2}) jusqu’à la racine.", c, t.name(label), shown(issuer)),
            ),
            Detail::RootNotCa {} => (
                say!("il manque au {0} la contrainte de base CA:TRUE", c),
                "Avec insecureSkipVerification, AWS l’exige du certificat racine (basicConstraints).".to_owned(),
            ),
            Detail::RootWithoutKeyCertSign { key_usage } => (
                say!("il manque keyCertSign aux utilisations de la clé du {0}", c),
                match key_usage {
                    Some(usage) => say!("Avec insecureSkipVerification, AWS l’exige du certificat racine (keyUsage) ; celui-ci indique : {0}.", t.list(usage)),
                    None => "Avec insecureSkipVerification, AWS l’exige du certificat racine ; celui-ci n’a pas de keyUsage du tout, ce que Java accepterait.".to_owned(),
                },
            ),
            Detail::PrivateRootSent { subject: _, label, sha256 } => (
                say!("le certificat racine « {0} » a été envoyé, comme le veut insecureSkipVerification", t.name(label)),
                say!("Il a la contrainte de base CA:TRUE et l’utilisation de clé keyCertSign. Son empreinte SHA-256 est {0}.", shown(sha256)),
            ),

            // ---- validity
            Detail::InDate { not_before, not_after, days_left } => (
                say!("le {0} est en cours de validité", c),
                say!(
                    "Il est valable du {0} au {1} : il reste {2}.",
                    t.time(*not_before),
                    t.time(*not_after),
                    if *days_left < 1 { "moins d’un jour".to_owned() } else { t.days(*days_left) }
                ),
            ),
            Detail::Expired { not_after, at, days_ago } => (
                say!("le {0} a expiré le {1}", c, self.date(*not_after)),
                say!(
                    "Sa dernière seconde de validité est passée le {0}. La vérification porte sur le {1}, soit {2} plus tard.",
                    t.time(*not_after),
                    t.time(*at),
                    if *days_ago < 1 { "moins d’un jour".to_owned() } else { t.days(*days_ago) }
                ),
            ),
            Detail::NotYetValid { not_before, at, days_ahead } => (
                say!("le {0} n’est pas valable avant le {1}", c, self.date(*not_before)),
                say!(
                    "Sa première seconde de validité est le {0}. La vérification porte sur le {1}, soit {2} plus tôt.",
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
                say!("Sa dernière seconde de validité est le {0}. Renouvelez-le avant.", t.time(*not_after)),
            ),
            Detail::AnchorOutOfDate { label, not_before, not_after } => (
                say!("le certificat racine « {0} » n’est pas en cours de validité", t.name(label)),
                say!(
                    "Il était valable du {0} au {1}. L’article d’AWS veut que tous les certificats le soient encore ; Java ne regarde pas les dates d’une racine qu’il connaît.",
                    t.time(*not_before),
                    t.time(*not_after)
                ),
            ),

            // ---- chain
            Detail::ChainComplete { length, root_sent } => (
                say!("la chaîne est complète, {0} du serveur à la racine", count(i64::from(*length), "certificat", "certificats")),
                if *root_sent {
                    "Chacun est émis par le suivant. La racine a été envoyée aussi.".to_owned()
                } else {
                    "Chacun est émis par le suivant. La racine n’a pas été envoyée, comme d’habitude : API Gateway en a sa propre copie.".to_owned()
                },
            ),
            Detail::IssuerMissing { issuer, label, authority_key_id, locations, known } => {
                let mut more = say!("API Gateway ne va pas chercher les certificats manquants ; le serveur doit envoyer celui-ci juste après le {0}.", c);
                append(&mut more, &say!("Son sujet est « {0} ».", shown(issuer)));
                if let Some(id) = authority_key_id {
                    append(&mut more, &say!("Son identifiant de clé du sujet est {0}.", shown(id)));
                }
                if let Some(location) = locations.first() {
                    append(&mut more, &say!("L’autorité le propose ici : {0}", shown(location)));
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
                    "Les noms concordent, mais pas la signature ({0}) : l’émetteur existe dans une autre édition, avec une autre clé, ou le certificat a été modifié. Envoyez l’édition qui l’a signé.",
                    shown(algorithm)
                ),
            ),
            Detail::SignatureUnchecked { issuer, label, algorithm } => (
                say!("la signature du {0} n’a pas pu être vérifiée", c),
                say!(
                    "Elle est de type {0}, qui ne peut pas être vérifié ici. D’après son nom, l’émetteur est le {1}.",
                    shown(algorithm),
                    t.issuer(issuer, label)
                ),
            ),
            Detail::LeafMissing {} => (
                "le certificat du serveur lui-même est manquant".to_owned(),
                "Il n’y a ici que des certificats d’autorités. Celui du serveur vient en premier dans la chaîne, avant ceux des autorités.".to_owned(),
            ),
            Detail::LeafNotFirst { leaf } => (
                say!("le {0} ne vient pas en premier", t.at(*leaf)),
                "Un client TLS prend le premier certificat pour celui du serveur. Placez-le en tête.".to_owned(),
            ),
            Detail::WrongOrder { order } => (
                "les certificats ne sont pas dans l’ordre de la chaîne".to_owned(),
                say!("À partir du certificat du serveur, l’ordre est : {0}. Java s’y retrouve quand même ; d’autres clients pourraient échouer.", t.places(order)),
            ),
            Detail::Duplicate { of } => (
                say!("le {0} est là une seconde fois", c),
                say!("C’est la copie exacte du n° {0}. Java passe outre.", t.place(*of)),
            ),
            Detail::Stray { label } => (
                say!("le certificat « {0} » ne fait pas partie de la chaîne", t.name(label)),
                "Aucun maillon n’en a besoin. Java passe outre ; mieux vaut ne pas l’envoyer.".to_owned(),
            ),
            Detail::RootSent {} => (
                say!("le {0} a été envoyé aussi", c),
                "Cela ne gêne pas, mais seul insecureSkipVerification en a besoin : API Gateway possède déjà les racines prises en charge.".to_owned(),
            ),
            Detail::NotACa { has_basic_constraints } => (
                say!("le {0} tient lieu d’émetteur dans la chaîne, mais n’est pas une autorité", c),
                if *has_basic_constraints {
                    "Ses contraintes de base n’indiquent pas CA:TRUE (RFC 5280 §4.2.1.9).".to_owned()
                } else {
                    "Il n’a pas de contraintes de base, que tout certificat d’autorité doit avoir (RFC 5280 §4.2.1.9).".to_owned()
                },
            ),
            Detail::OldVersion { version } => (
                say!("le {0} est en version {1} de X.509 et ne peut pas être un intermédiaire", c, t.number(*version)),
                "Seule la version 3 permet de dire qu’un certificat est celui d’une autorité ; Java le demande.".to_owned(),
            ),
            Detail::PathLengthExceeded { limit, below } => (
                say!(
                    "le {0} permet {1} en dessous de lui, et il y en a {2}",
                    c,
                    count(*limit, "certificat d’autorité", "certificats d’autorités"),
                    t.number(*below)
                ),
                "La limite est le pathLenConstraint de ses contraintes de base (RFC 5280 §4.2.1.9).".to_owned(),
            ),
            Detail::NoKeyCertSign { key_usage } => (
                say!("le {0} n’a pas le droit de signer des certificats", c),
                say!("Ses utilisations de la clé (keyUsage) sont : {0} ; il manque keyCertSign (RFC 5280 §4.2.1.3).", usages(t, key_usage)),
            ),
            Detail::LeafKeyUsage { key_usage, needed } => (
                say!("les utilisations de la clé du {0} ne permettent pas {1}", c, shown(needed)),
                say!("Elles sont : {0}. Le client TLS de Java demande {1}.", usages(t, key_usage), shown(needed)),
            ),
            Detail::EmptyKeyUsage {} => (
                say!("les utilisations de la clé du {0} ne permettent rien", c),
                "Au moins un bit de keyUsage doit être positionné (RFC 5280 §4.2.1.3).".to_owned(),
            ),
            Detail::LeafExtendedKeyUsage { usages: u } => (
                say!("le {0} n’est pas destiné à un serveur TLS", c),
                say!("Ses utilisations étendues de la clé (extendedKeyUsage) sont : {0} ; il manque serverAuth (RFC 5280 §4.2.1.12).", usages(t, u)),
            ),
            Detail::NetscapeCertType {} => (
                say!("le type de certificat Netscape du {0} ne permet pas un serveur TLS", c),
                "Cette extension n’a plus cours depuis longtemps, mais Java en tient encore compte.".to_owned(),
            ),
            Detail::NameConstraint { kind, name, constrained_by, excluded } => (
                if *excluded {
                    say!("le {0} « {1} » est exclu par une autorité placée au-dessus", name_kind(*kind), shown(name))
                } else {
                    say!("le {0} « {1} » sort de ce que permet une autorité placée au-dessus", name_kind(*kind), shown(name))
                },
                say!(
                    "Ce nom se trouve dans le {0} ; les contraintes de noms sont celles du {1} (RFC 5280 §4.2.1.10).",
                    c,
                    t.at(*constrained_by)
                ),
            ),
            Detail::NameConstraintUnsupported { constrained_by } => (
                say!("les contraintes de noms du {0} sont d’un type que Java ne sait pas appliquer", t.at(*constrained_by)),
                "Java refuse ce qu’il ne peut pas vérifier.".to_owned(),
            ),
            Detail::PolicyRequired {} => (
                "une autorité de la chaîne exige une politique de certification que la chaîne n’a pas".to_owned(),
                "Ses contraintes de politique indiquent requireExplicitPolicy (RFC 5280 §4.2.1.11), et aucune politique ne vaut pour toute la chaîne.".to_owned(),
            ),
            Detail::PolicyMappingAny {} => (
                say!("le {0} fait correspondre une politique de certification à anyPolicy", c),
                "La RFC 5280 §4.2.1.5 l’interdit, et Java le refuse.".to_owned(),
            ),
            Detail::PolicyQualifiersCritical {} => (
                say!("le {0} a des politiques de certification critiques avec qualificatifs", c),
                "Java les refuse quand l’extension est marquée critique.".to_owned(),
            ),
            Detail::UnknownCriticalExtension { oids } => (
                say!("le {0} a une extension critique que Java ne connaît pas", c),
                say!("Il s’agit de {0}. Ce qui est marqué critique et n’est pas compris doit être refusé (RFC 5280 §4.2).", t.list(oids)),
            ),
            Detail::WeakSignature { algorithm } => (
                say!("le {0} est signé avec {1}, que Java a désactivé", c, shown(algorithm)),
                "L’algorithme est trop faible. L’autorité doit émettre à nouveau le certificat, signé avec SHA-256 ou mieux.".to_owned(),
            ),
            Detail::SignatureNotOffered { algorithm } => (
                say!("le {0} est signé avec {1}, que le client TLS de Java n’accepte pas", c, shown(algorithm)),
                "Faites-le émettre à nouveau avec RSA et SHA-256, ou avec ECDSA.".to_owned(),
            ),
            Detail::WeakKey { algorithm, bits, minimum } => (
                say!("la clé du {0} est trop courte : {1} de {2} bits", c, shown(algorithm), t.number(*bits)),
                say!("Java n’accepte aucune clé {0} de moins de {1} bits.", shown(algorithm), t.number(*minimum)),
            ),
            Detail::CurveUnsupported { curve } => (
                say!("la clé du {0} est sur la courbe {1}, avec laquelle Java ne sait pas vérifier", c, shown(curve)),
                "Le client TLS de Java connaît P-256, P-384 et P-521.".to_owned(),
            ),
            Detail::Malformed { defect: d } => (
                say!("Java ne peut pas lire le {0} : {1}", c, defect(*d)),
                "Un certificat que Java ne peut pas lire met fin à la négociation TLS, même si la chaîne n’en a pas besoin.".to_owned(),
            ),
            Detail::TooManyCertificates { count: n, limit } => (
                say!("il y a {0}, plus que les {1} que Java accepte dans une négociation TLS", count(i64::from(*n), "certificat", "certificats"), t.number(*limit)),
                "N’envoyez que la chaîne : le certificat du serveur et ses intermédiaires.".to_owned(),
            ),
            Detail::MessageTooLarge { bytes, limit } => (
                say!("les certificats font {0} octets, plus que les {1} que Java accepte dans une négociation TLS", t.number(*bytes), t.number(*limit)),
                "N’envoyez que la chaîne : le certificat du serveur et ses intermédiaires.".to_owned(),
            ),
            Detail::PathTooLong { limit } => (
                say!("la chaîne a plus de {0} certificats intermédiaires, et Java ne cherche pas plus loin", t.number(*limit)),
                "Demandez à l’autorité une chaîne plus courte.".to_owned(),
            ),
            Detail::KeyIdentifierMismatch { issuer, expected, found } => (
                say!("le {0} désigne une autre édition de son émetteur, par l’identifiant de clé", c),
                say!(
                    "Il indique {0} ; le {1} a {2}. Ce n’est qu’un indice : c’est la signature qui décide.",
                    shown(expected),
                    t.issuer(issuer, ""),
                    shown(found)
                ),
            ),
            Detail::AnchorIdentifierMismatch { label, expected, found } => (
                say!("le {0} désigne une autre édition de la racine « {1} » que celle de la liste", c, t.name(label)),
                say!("Il indique {0} ; la racine de la liste a {1}. Java n’essaie alors pas celle de la liste.", shown(expected), shown(found)),
            ),
            Detail::NoPath {} => (
                "Java ne trouve aucun chemin du certificat du serveur à une racine de confiance".to_owned(),
                "Les autres constats disent pourquoi.".to_owned(),
            ),
            Detail::SearchEnded { limit } => (
                say!("la recherche d’un chemin vers une racine a été arrêtée à sa limite de {0} essais", t.number(*limit)),
                "Tant de certificats du même nom ne sont pas la chaîne d’un vrai serveur. N’envoyez que la chaîne elle-même.".to_owned(),
            ),
            Detail::AnchorUnfit { label, is_ca } => (
                say!("Java n’accepte pas « {0} » comme racine de confiance", t.name(label)),
                if *is_ca {
                    "Il manque keyCertSign à ses utilisations de la clé.".to_owned()
                } else {
                    "Il lui manque la contrainte de base CA:TRUE.".to_owned()
                },
            ),

            // ---- key-size
            Detail::KeyWithinLimit { algorithm, bits, max } => (
                say!("la clé du {0} a {1} bits", c, t.number(*bits)),
                say!("C’est une clé {0}, dans la limite de {1} bits fixée par AWS.", shown(algorithm), t.number(*max)),
            ),
            Detail::KeyTooLarge { algorithm, bits, max } => (
                say!("la clé du {0} a {1} bits, plus que les {2} que permet l’article d’AWS", c, t.number(*bits), t.number(*max)),
                say!("C’est une clé {0}. Java lui-même ne fixe aucune limite supérieure, et l’on ne connaît aucun serveur refusé pour la taille de sa clé : il se peut que la panne ne vienne pas de là.", shown(algorithm)),
            ),
            Detail::EllipticKey { curve, bits } => (
                say!("la clé du {0} est sur la courbe elliptique {1}", c, shown(curve)),
                say!("Elle a {0} bits. La limite de 2048 bits d’AWS vise les clés RSA ; une clé sur courbe est aussi sûre avec bien moins de bits.", t.number(*bits)),
            ),
            Detail::OtherKey { algorithm } => (
                say!("la clé du {0} est de type {1}", c, shown(algorithm)),
                "La limite de 2048 bits d’AWS vise les clés RSA.".to_owned(),
            ),
            Detail::CaKey { algorithm, bits } => (
                say!("la clé du {0} est de type {1} et a {2} bits", c, shown(algorithm), t.number(*bits)),
                "La limite d’AWS vise le certificat du serveur ; les clés des autorités peuvent être plus longues.".to_owned(),
            ),
        };
        Words::new(clause, more)
    }

    fn fix(&self, t: &Teller<'_>, fix: &Fix) -> String {
        match fix {
            Fix::SendIssuer { issuer: _, label, locations } => {
                let mut text = say!("Ajoutez le certificat de « {0} » à ce que le serveur envoie, juste après celui qu’il a émis.", t.name(label));
                if let Some(location) = locations.first() {
                    append(&mut text, &say!("L’autorité le propose ici : {0}", shown(location)));
                }
                text
            }
            Fix::Reorder { order } => say!("Envoyez les certificats dans cet ordre, et aucun autre : {0}.", t.places(order)),
            Fix::UseSupportedCa {} => "Faites émettre le certificat par une autorité de la liste d’API Gateway, comme Let’s Encrypt ou l’autorité publique d’ACM. Avec une autorité privée, les API REST peuvent activer insecureSkipVerification, ce qu’AWS ne recommande pas.".to_owned(),
            Fix::Renew { certificate } => say!("Renouvelez le {0} et installez le nouveau avec ses intermédiaires.", t.at(*certificate)),
            Fix::ReplaceIntermediate { certificate } => say!("Remplacez le {0} par celui que l’autorité propose aujourd’hui.", t.at(*certificate)),
            Fix::SmallerKey {} => "Faites émettre à nouveau le certificat du serveur avec une clé RSA de 2048 bits, ou avec une clé P-256.".to_owned(),
            Fix::SendRoot { label } => say!("Faites envoyer aussi les certificats de l’autorité, de « {0} » jusqu’à la racine : insecureSkipVerification veut la racine dans la chaîne.", t.name(label)),
            Fix::MatchHostname { hostname } => say!("Faites émettre à nouveau le certificat du serveur avec « {0} » parmi ses noms, ou appelez le serveur par un nom qu’il porte.", shown(hostname)),
            Fix::Reissue { certificate } => say!("Faites émettre à nouveau le {0} : le défaut est dans le certificat lui-même.", t.at(*certificate)),
            Fix::ConfigureCertificate {} => "Configurez le certificat destiné à cet hôte, et faites-en le certificat par défaut si les clients n’envoient pas de nom de serveur (SNI).".to_owned(),
        }
    }

    fn hostname(&self, t: &Teller<'_>, report: &HostnameReport) -> Words {
        let asked = shown(&report.asked);
        if report.accepted {
            let more = match &report.matched {
                Some(name) => say!("Il correspond au nom « {0} ».", shown(name)),
                None => String::new(),
            };
            return Words::new(say!("le certificat du serveur est valable pour « {0} »", asked), more);
        }
        let mut more = String::new();
        if report.presented.is_empty() {
            append(&mut more, "Il ne porte aucun nom de ce type.");
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
                "C’est le nom courant qui est comparé, faute de nom DNS parmi les noms alternatifs du sujet.",
            ),
            Some(NameSource::SanDns | NameSource::SanIp) | None => {}
        }
        Words::new(
            say!("le certificat du serveur ne porte pas le nom « {0} »", asked),
            more,
        )
    }

    fn rule_name(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "Autorité prise en charge",
            RuleId::Validity => "Dates de validité",
            RuleId::Chain => "Chaîne complète",
            RuleId::KeySize => "Taille de la clé",
        }
    }

    fn rule_title(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "Une autorité de certification prise en charge par API Gateway",
            RuleId::Validity => "Un certificat valide qui n’a pas expiré",
            RuleId::Chain => "Une chaîne complète, où chaque émetteur est le sujet du suivant, jusqu’à une racine",
            RuleId::KeySize => "Un certificat ne dépassant pas 2048 bits",
        }
    }

    fn rule_why(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => {
                "Pour les intégrations HTTP, proxy HTTP et privées, API Gateway ne fait confiance qu’aux autorités de sa propre liste. Une autorité connue des navigateurs mais absente de la liste, une autorité privée ou un certificat auto-signé mettent fin à la négociation TLS avant toute requête."
            }
            RuleId::Validity => {
                "API Gateway refuse un certificat de serveur ou un intermédiaire hors de ses dates ; « Pas avant » compte autant que « Pas après ». Java ne regarde pas les dates d’une racine qu’il connaît, mais l’article d’AWS veut que tous les certificats soient en cours de validité."
            }
            RuleId::Chain => {
                "API Gateway doit pouvoir remonter du certificat du serveur à une racine : le sujet du certificat intermédiaire correspond à l’émetteur du certificat du serveur, et ainsi de suite. Il ne va rien chercher de ce qui manque. Les navigateurs le font souvent : un site peut y paraître sain et échouer ici."
            }
            RuleId::KeySize => {
                "L’article d’AWS demande « un certificat ne dépassant pas 2048 bits » et vise la clé du certificat du serveur. Java lui-même ne fixe aucune limite supérieure. Les clés des autorités peuvent être plus longues : bien des racines prises en charge ont 4096 bits."
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Pass => "Conforme",
            Outcome::Warn => "Conforme, avec réserve",
            Outcome::Fail => "Non conforme",
            Outcome::Unknown => "Indéterminé",
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
        }
    }

    fn sentence(&self, sentence: &Sentence<'_>) -> String {
        let also_unmet = |also: &[String]| {
            if also.is_empty() {
                String::new()
            } else {
                say!("Exigences également non satisfaites : {0}.", listed(also, " et "))
            }
        };
        match sentence {
            Sentence::Accepted { hostname, mind } => {
                let mut text = match hostname {
                    Some(name) => say!("API Gateway accepterait cette chaîne pour « {0} ».", shown(name)),
                    None => "API Gateway accepterait cette chaîne.".to_owned(),
                };
                if let Some(mind) = mind {
                    append(&mut text, &say!("Un point à surveiller : {0}.", mind));
                }
                text
            }
            Sentence::Undecided { why } => say!(
                "Rien ici ne s’oppose à cette chaîne, mais tout ne peut pas être établi : {0}.",
                why
            ),
            Sentence::Refused { why, also, hostname } => {
                let mut text = say!("API Gateway refusera cette chaîne : {0}.", why);
                append(&mut text, &also_unmet(also));
                if let Some(name) = hostname {
                    append(
                        &mut text,
                        &say!(
                            "De plus, le certificat du serveur ne porte pas le nom « {0} ».",
                            shown(name)
                        ),
                    );
                }
                text
            }
            Sentence::AgainstRequirement { why, also } => {
                let mut text = say!("Cette chaîne ne satisfait pas aux exigences d’AWS : {0}.", why);
                append(&mut text, &also_unmet(also));
                append(&mut text, "Le client TLS de Java l’accepterait pourtant.");
                text
            }
            Sentence::WrongHost { why } => say!(
                "API Gateway refusera cette connexion : {0}. La chaîne elle-même serait acceptée.",
                why
            ),
            Sentence::RefusedPlainly => {
                "API Gateway refusera cette chaîne ; le message de Java dit pourquoi.".to_owned()
            }
        }
    }
}

/// How many names of a certificate a sentence lists.
const SHOWN_NAMES: usize = 5;

fn product(product: DefaultProduct) -> (&'static str, &'static str) {
    const NO_NAME: &str = "En général, le client n’a pas envoyé de nom de serveur (SNI), ou aucun hôte de ce nom n’est configuré : c’est alors l’hôte par défaut qui répond.";
    match product {
        DefaultProduct::IngressNginx => (
            "le certificat par défaut du contrôleur d’entrée de Kubernetes (ingress-nginx)",
            NO_NAME,
        ),
        DefaultProduct::Traefik => ("le certificat par défaut de Traefik", NO_NAME),
        DefaultProduct::Plesk => ("le certificat par défaut de Plesk", NO_NAME),
        DefaultProduct::Cpanel => ("le certificat propre à cPanel ou à WHM", NO_NAME),
        DefaultProduct::Localhost => (
            "un certificat pour localhost",
            "Il a été créé pour des essais sur une seule machine ; le certificat destiné à cet hôte n’est pas configuré.",
        ),
        DefaultProduct::AcmPrivateCa => (
            "celui d’une autorité privée d’AWS Certificate Manager",
            "API Gateway prend en charge l’autorité publique d’ACM, mais aucune autorité privée, sauf avec insecureSkipVerification.",
        ),
        DefaultProduct::Snakeoil => (
            "un certificat d’exemple, livré avec le système ou avec OpenSSL",
            "Le certificat destiné à cet hôte n’est pas configuré.",
        ),
        DefaultProduct::InspectionProxy => (
            "celui d’un proxy qui inspecte le trafic TLS",
            "Ce n’est pas ce que voit API Gateway : relevez la chaîne depuis un réseau sans ce proxy.",
        ),
        DefaultProduct::CloudflareOrigin => (
            "un certificat d’origine de Cloudflare",
            "Seul Cloudflare lui fait confiance. Faites passer l’appel d’API Gateway par Cloudflare, ou installez un certificat d’une autorité publique.",
        ),
        DefaultProduct::LetsEncryptStaging => (
            "celui de l’environnement de test (staging) de Let’s Encrypt",
            "Personne ne fait confiance à ces certificats d’essai. Redemandez le certificat à l’environnement de production.",
        ),
    }
}

fn defect(defect: Defect) -> &'static str {
    match defect {
        Defect::EmptyIssuer => "son émetteur n’a pas de nom (RFC 5280 §4.1.2.4)",
        Defect::EmptySubject => {
            "son sujet est vide, et aucun nom alternatif du sujet marqué critique ne le remplace (RFC 5280 §4.1.2.6)"
        }
        Defect::DuplicateExtension => "il contient deux fois la même extension (RFC 5280 §4.2)",
        Defect::ExtensionsInOldVersion => {
            "il contient des extensions ou des identifiants uniques que sa version ne permet pas (RFC 5280 §4.1.2.9)"
        }
        Defect::AlgorithmMismatch => "il indique deux algorithmes de signature différents (RFC 5280 §4.1.1.2)",
        Defect::UnreadableCriticalExtension => "le contenu d’une extension critique est illisible",
        Defect::UnreadableKey => "sa clé publique a une forme ou des paramètres que Java n’accepte pas",
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

fn usages(t: &Teller<'_>, usages: &[String]) -> String {
    if usages.is_empty() {
        "aucune".to_owned()
    } else {
        t.list(usages)
    }
}
