//! French.
//!
//! Typography: U+00A0 before `:` and inside « », U+202F before `;`, `!` and `?`, the apostrophe `’`. The tests check it.
//! Terms are those of AWS's French article and of Firefox's certificate viewer. Certificates are named by masculine
//! words without article (`certificat du serveur`), so that any sentence can take them.

use super::text::{append, capitalised, grouped, listed, say, shown, size, some_of, two, whole};
use super::verdict::Sentence;
use super::{KindText, Nothing, Phrases, Role, Teller, UiPhrase, UiText, Words, guide_fr};
use crate::cert::{DecodeError, UnixTime};
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::ingest::{
    At, DropReason, Dropped, InputNote, LimitKind, LinkTool, LogKind, LogMessage, NoiseKind, PrivateKeyKind, Repair,
};
#[cfg(feature = "share")]
use crate::num::colon_hex;
use crate::report::{
    DefaultProduct, Defect, Detail, Fix, HostnameReport, NameKind, NameSource, Outcome, RuleId, Severity, Verdict,
};
#[cfg(feature = "share")]
use crate::share::{Changes, LinkError, MissingReason, Unresolved};
use crate::trust::Edition;

/// The language.
pub(super) struct French;

pub(super) const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// Between groups of three digits, and before `;`, `!` and `?`.
pub(super) const NARROW: char = '\u{202F}';

/// A count with its noun; in French 0 and 1 are singular.
pub(super) fn count(number: i64, one: &str, other: &str) -> String {
    say!(
        "{0}\u{A0}{1}",
        grouped(number, NARROW),
        if number.unsigned_abs() < 2 { one } else { other }
    )
}

/// The list that was judged by, as it stands within a sentence.
fn list_of(edition: &Edition) -> String {
    match edition {
        Edition::Published { date } => say!("la liste d’AWS du {0}", shown(date)),
        Edition::Supplied { entries } => say!(
            "la liste fournie ({0})",
            count(i64::from(*entries), "entrée", "entrées")
        ),
    }
}

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

impl Phrases for French {
    fn date(&self, moment: UnixTime) -> String {
        let (year, month, day, ..) = moment.civil();
        let month = MONTHS.get(usize::from(month).saturating_sub(1)).unwrap_or(&"");
        let day = if day == 1 { "1er".to_owned() } else { day.to_string() };
        say!("{0} {1} {2}", day, month, year.to_string())
    }

    fn date_time(&self, moment: UnixTime) -> String {
        let (.., hour, minute, second) = moment.civil();
        say!(
            "{0} à {1}:{2}:{3} UTC",
            self.date(moment),
            two(hour),
            two(minute),
            two(second)
        )
    }

    fn number(&self, number: i64) -> String {
        grouped(number, NARROW)
    }

    fn list(&self, items: &[String]) -> String {
        listed(items, " et ")
    }

    fn days(&self, days: i64) -> String {
        count(days, "jour", "jours")
    }

    fn certificate(&self, role: Role, label: Option<&str>, place: Option<&str>) -> String {
        let mut text = match role {
            Role::Leaf => "certificat du serveur",
            Role::Intermediate => "certificat intermédiaire",
            Role::Root => "certificat racine",
            Role::Other => "certificat",
        }
        .to_owned();
        if let Some(label) = label {
            text.push_str(&say!(" « {0} »", label));
        }
        if let Some(place) = place {
            text.push_str(&say!(" (n° {0})", place));
        }
        text
    }

    fn unnamed(&self) -> &'static str {
        "sans nom"
    }

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

    fn note(&self, files: &[String], note: &InputNote) -> String {
        match note {
            InputNote::Repaired {
                repair: r,
                blocks,
                at,
                columns,
            } => {
                let what = match columns {
                    Some(columns) => say!(
                        "{0} ({1})",
                        repair(*r),
                        count(i64::from(*columns), "caractère", "caractères")
                    ),
                    None => repair(*r).to_owned(),
                };
                if *blocks > 1 {
                    say!(
                        "{0} : {1}, à partir de la {2}.",
                        what,
                        count(i64::from(*blocks), "bloc", "blocs"),
                        place(files, at)
                    )
                } else {
                    say!("{0} : {1}.", what, place(files, at))
                }
            }
            InputNote::Utf16 {
                big_endian: _,
                marked: _,
                at: _,
            } => "La saisie était du texte UTF-16, comme PowerShell l’écrit, et a été lue comme tel.".to_owned(),
            InputNote::PassedOverLines { count: n, kind, at: _ } => {
                let lines = count(i64::from(*n), "ligne laissée de côté", "lignes laissées de côté");
                match kind {
                    NoiseKind::OpensslOutput => say!("{0} (sortie d’openssl).", lines),
                    NoiseKind::X509Text => say!(
                        "{0} (forme lisible d’openssl x509 -text) : seuls comptent les certificats eux-mêmes.",
                        lines
                    ),
                    NoiseKind::BagAttributes => say!("{0} (attributs PKCS#12).", lines),
                    NoiseKind::KeytoolOutput => say!("{0} (sortie de keytool).", lines),
                    NoiseKind::Html => say!("{0} (HTML).", lines),
                    NoiseKind::Json => say!("{0} (JSON).", lines),
                    NoiseKind::Log => say!("{0} (journal).", lines),
                    NoiseKind::Text => say!("{0} (autre texte).", lines),
                }
            }
            InputNote::OpensslWithoutShowcerts {
                listed,
                present,
                missing: _,
                last_issuer: _,
                at,
            } => say!(
                "La sortie d’openssl énumère {0} ({1}), mais n’en contient que {2}. Relancez la commande avec -showcerts, pour qu’il les affiche tous.",
                count(i64::from(*listed), "certificat", "certificats"),
                place(files, at),
                grouped(i64::from(*present), NARROW)
            ),
            InputNote::OpensslVerifyError {
                number,
                text,
                depth: _,
                at,
            } => say!(
                "OpenSSL a dit « {0} » (erreur {1}, {2}). Cela concerne la machine où il a tourné et les autorités qu’elle connaît, pas API Gateway.",
                shown(text),
                number.to_string(),
                place(files, at)
            ),
            InputNote::SeveralChains { count: n, at: _ } => say!(
                "Il y a ici la sortie de {0}. Un seul serveur est jugé : celui du premier certificat de serveur.",
                count(i64::from(*n), "connexion", "connexions")
            ),
            InputNote::UnorderedSet {
                certificates,
                ber: _,
                at,
            } => say!(
                "Contenu d’un ensemble PKCS#7, qui n’a pas d’ordre propre : {0}, {1}.",
                count(i64::from(*certificates), "certificat", "certificats"),
                place(files, at)
            ),
            InputNote::ContainerOpened {
                kind,
                certificates,
                integrity,
                at,
            } => {
                let mut text = say!(
                    "Contenu de {0} : {1}, {2}.",
                    container(*kind),
                    count(i64::from(*certificates), "certificat", "certificats"),
                    place(files, at)
                );
                match integrity {
                    Integrity::Verified => {}
                    Integrity::Unchecked => append(&mut text, "Que le fichier soit inchangé n’a pas été vérifié."),
                    Integrity::Failed => append(
                        &mut text,
                        "Sa somme de contrôle est fausse : le mot de passe est celui d’un autre fichier, ou le fichier a été modifié.",
                    ),
                }
                text
            }
            InputNote::TrustSettingsDropped { at } => say!(
                "Les réglages de confiance d’OpenSSL, après le certificat, ont été laissés de côté : {0}.",
                place(files, at)
            ),
            InputNote::TrailingBytes { count: n, at } => say!(
                "Après la fin du certificat, {0} : {1}.",
                count(
                    i64::from(*n),
                    "octet a été laissé de côté",
                    "octets ont été laissés de côté"
                ),
                place(files, at)
            ),
            InputNote::UnusualLabel { label, at } => say!(
                "Le bloc est étiqueté « {0} », mais contient bien des certificats : {1}.",
                shown(label),
                place(files, at)
            ),
            InputNote::LabelMismatch { begin, end, at } => say!(
                "Le bloc commence par « {0} » et finit par « {1} » ; son contenu est entier : {2}.",
                shown(begin),
                shown(end),
                place(files, at)
            ),
            InputNote::Link { tool, at } => say!(
                "Les certificats ont été lus dans un lien vers {0} : {1}.",
                link_tool(*tool),
                place(files, at)
            ),
        }
    }

    fn dropped(&self, files: &[String], dropped: &Dropped) -> String {
        let what = match &dropped.reason {
            DropReason::PrivateKey { kind } => say!("il y avait ici une clé privée ({0}). Elle a été effacée aussitôt et n’est allée nulle part. Aucune vérification n’en a besoin ; si vous l’avez collée ailleurs, remplacez-la.", private_key(*kind)),
            DropReason::CertificateRequest => "c’est une demande de signature de certificat (CSR). L’autorité y répond par un certificat : collez celui-là.".to_owned(),
            DropReason::RevocationList => "c’est une liste de révocation de certificats, pas un certificat.".to_owned(),
            DropReason::PublicKey => "c’est une clé publique sans son certificat.".to_owned(),
            DropReason::Pkcs12 => "c’est un fichier PKCS#12. Pour en extraire les certificats, lancez openssl pkcs12 -nokeys -in FICHIER.".to_owned(),
            DropReason::JavaKeyStore { jceks } => {
                if *jceks {
                    "c’est un magasin de clés Java (JCEKS). Pour en extraire les certificats, lancez keytool -list -rfc -storetype JCEKS -keystore FICHIER.".to_owned()
                } else {
                    "c’est un magasin de clés Java (JKS). Pour en extraire les certificats, lancez keytool -list -rfc -keystore FICHIER.".to_owned()
                }
            }
            DropReason::Zip => "c’est une archive ZIP. Décompressez-la et ajoutez les certificats.".to_owned(),
            DropReason::PasswordNeeded { kind, wrong } => {
                if *wrong {
                    say!("le mot de passe n’ouvre pas {0}. Essayez-en un autre.", container(*kind))
                } else {
                    say!(
                        "il faut le mot de passe de {0}. Seuls les certificats en sont extraits ; les clés privées restent verrouillées.",
                        container(*kind)
                    )
                }
            }
            DropReason::UnreadableContainer { kind, why } => {
                let what = match &dropped.label {
                    Some(name) if *kind == ContainerKind::Zip => say!("« {0} », dans {1},", shown(name), container(*kind)),
                    _ => container(*kind).to_owned(),
                };
                match why {
                    ContainerError::PasswordNeeded { wrong: _ } => say!("{0} ne s’ouvre qu’avec son mot de passe.", what),
                    ContainerError::Truncated => say!("{0} finit trop tôt. Copiez le fichier à nouveau, en entier.", what),
                    ContainerError::Damaged => say!("{0} est abîmé. Copiez ou exportez le fichier à nouveau.", what),
                    ContainerError::Unsupported { algorithm } => {
                        say!("{0} emploie une méthode qui n’est pas lue ici ({1}).", what, shown(algorithm))
                    }
                    ContainerError::TooManyRounds { rounds, max } => say!(
                        "{0} demande {1} tours de dérivation de clé ; {2} au plus sont faits ici.",
                        what,
                        grouped(i64::try_from(*rounds).unwrap_or(i64::MAX), NARROW),
                        grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW)
                    ),
                }
            }
            DropReason::ContainerWithoutCertificates { kind } => say!("il n’y a pas de certificat dans {0}.", container(*kind)),
            DropReason::EncryptedEntry => match &dropped.label {
                Some(name) => say!(
                    "le fichier « {0} » de cette archive ZIP est chiffré. Décompressez-le et ajoutez-le seul.",
                    shown(name)
                ),
                None => "un fichier de cette archive ZIP est chiffré. Décompressez-le et ajoutez-le seul.".to_owned(),
            },
            DropReason::Compressed => "c’est un fichier compressé. Décompressez-le et ajoutez les certificats.".to_owned(),
            DropReason::Pdf => "c’est un document PDF. Copiez-en les certificats sous forme de texte.".to_owned(),
            DropReason::Image => "c’est une image. Collez les certificats sous forme de texte.".to_owned(),
            DropReason::Pgp => "c’est un message ou une clé PGP, pas un certificat pour TLS.".to_owned(),
            DropReason::SshKey => "c’est une clé SSH, pas un certificat pour TLS.".to_owned(),
            DropReason::EcParameters => "ce sont les paramètres d’une courbe elliptique, qui accompagnent une clé privée.".to_owned(),
            DropReason::DhParameters => "ce sont des paramètres Diffie-Hellman ou DSA, pas un certificat.".to_owned(),
            DropReason::TlsSession => "c’est une session TLS, pas un certificat.".to_owned(),
            DropReason::AttributeCertificate => "c’est un certificat d’attributs, qui n’a pas de clé et ne sert pas en TLS.".to_owned(),
            DropReason::Pkcs7WithoutCertificates => "c’est un objet PKCS#7 sans aucun certificat.".to_owned(),
            DropReason::NotACertificate => "c’est de l’ASN.1 bien formé, mais pas un certificat.".to_owned(),
            DropReason::UnknownBinary => "ce sont des données binaires d’un type inconnu.".to_owned(),
            DropReason::Empty => "ce bloc est vide.".to_owned(),
            DropReason::EndsEarly { missing_characters, last_line, declared: _, present: _, end_marker } => {
                let missing = count(i64::from(*missing_characters), "caractère", "caractères");
                let line = grouped(i64::from(*last_line), NARROW);
                if *end_marker {
                    say!("le bloc a une lacune : il manque {0} avant sa ligne END (ligne {1}). Copiez-le à nouveau, en entier.", missing, line)
                } else {
                    say!("le bloc est coupé : il manque {0} après la ligne {1}. Copiez-le à nouveau, jusqu’à sa ligne END.", missing, line)
                }
            }
            DropReason::BadCharacter { line, column, character } => say!(
                "le caractère « {0} », ligne {1}, colonne {2}, n’est pas du base64. Copiez le bloc à nouveau.",
                shown(&character.to_string()),
                grouped(i64::from(*line), NARROW),
                grouped(i64::from(*column), NARROW)
            ),
            DropReason::LengthMismatch { declared, present } => say!(
                "les longueurs indiquées à l’intérieur ne concordent pas : {0} annoncés, {1} présents. Copiez-le ou exportez-le à nouveau.",
                count(i64::from(*declared), "octet", "octets"),
                grouped(i64::from(*present), NARROW)
            ),
            DropReason::NotDer => "le base64 est correct, mais ce qu’il code n’est pas un certificat.".to_owned(),
            DropReason::LabelMismatch { begin, end } => say!("le bloc commence par « {0} » et finit par « {1} », et son contenu n’est pas entier. Copiez-le à nouveau.", shown(begin), shown(end)),
            DropReason::BeginMarkerMissing => "il y a une ligne END sans sa ligne BEGIN. Copiez le bloc à nouveau, depuis sa ligne BEGIN.".to_owned(),
            DropReason::UnreadableCertificate { part } => say!("{0}. Java ne pourrait pas lire ce certificat non plus.", unreadable(*part)),
            DropReason::LimitExceeded { limit, max, seen } => {
                let max = grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW);
                let seen = grouped(i64::try_from(*seen).unwrap_or(i64::MAX), NARROW);
                match limit {
                    LimitKind::InputBytes => say!("seuls les {0} premiers octets ont été lus, sur {1}.", max, seen),
                    LimitKind::Certificates => say!("seuls les {0} premiers certificats ont été pris, sur {1}.", max, seen),
                    LimitKind::InflatedBytes => say!("seuls {0} octets sont décompressés des archives ; elles en contiennent {1}.", max, seen),
                    LimitKind::Dropped => say!("seuls les {0} premiers éléments laissés de côté sont nommés, sur {1}.", max, seen),
                }
            }
        };
        say!("{0} : {1}", capitalised(&place(files, &dropped.at)), what)
    }

    fn nothing(&self, why: &Nothing<'_>) -> String {
        match why {
            Nothing::Empty => "Il n’y a rien à vérifier. Collez la chaîne de certificats de votre serveur, ou la sortie de openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts.".to_owned(),
            Nothing::NoCertificate(input) => {
                let mut text = "Il n’y a pas de certificat ici.".to_owned();
                if let Some(first) = input.dropped.first() {
                    append(&mut text, &self.dropped(&input.files, first));
                } else {
                    append(&mut text, "Un certificat commence par la ligne -----BEGIN CERTIFICATE-----. La commande openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts affiche ceux qu’un serveur envoie.");
                }
                text
            }
        }
    }

    fn log_message(&self, message: &LogMessage) -> Words {
        const OTHER_MATTER: &str = "Ce n’est pas une question de certificats.";
        let (clause, more) = match &message.kind {
            LogKind::GeneralSslEngineProblem => (
                "Java a refusé le certificat du serveur sans dire pourquoi".to_owned(),
                "« General SSLEngine problem » est ce que les anciennes versions de Java disent de tout échec de ce genre : autorité non prise en charge, intermédiaire manquant, date, nom d’hôte. Collez la chaîne pour savoir lequel.".to_owned(),
            ),
            LogKind::PathBuildingFailed => (
                "Java n’a trouvé aucun chemin du certificat du serveur à une autorité de confiance".to_owned(),
                "Soit l’autorité n’est pas prise en charge (exigence 1), soit un intermédiaire n’a pas été envoyé (exigence 3). Collez la chaîne pour le savoir.".to_owned(),
            ),
            LogKind::ValidityCheckFailed { not_after, not_before } => (
                match (not_after, not_before) {
                    (Some(date), _) => say!("un certificat de la chaîne a expiré ({0})", shown(date)),
                    (None, Some(date)) => say!("un certificat de la chaîne n’est pas encore valable ({0})", shown(date)),
                    (None, None) => "un certificat de la chaîne a expiré ou n’est pas encore valable".to_owned(),
                },
                "C’est l’exigence 2. Collez la chaîne pour voir de quel certificat il s’agit.".to_owned(),
            ),
            LogKind::PathValidationFailed => (
                "Java a trouvé le chemin vers une racine, mais refuse un certificat sur ce chemin".to_owned(),
                "Collez la chaîne pour voir lequel, et pourquoi.".to_owned(),
            ),
            LogKind::AlgorithmConstraints => (
                "une clé ou une signature de la chaîne est trop faible pour Java".to_owned(),
                "Collez la chaîne pour voir laquelle.".to_owned(),
            ),
            LogKind::HostNameMismatch { host, subject } => (
                match host {
                    Some(host) => say!("le certificat du serveur n’est pas pour « {0} »", shown(host)),
                    None => "le certificat du serveur est pour un autre nom d’hôte".to_owned(),
                },
                match subject {
                    Some(subject) => say!("Il est pour « {0} ». Soit le nom indiqué dans l’intégration est faux, soit le serveur a choisi le certificat d’un autre hôte. Collez la chaîne et indiquez le nom d’hôte.", shown(subject)),
                    None => "Soit le nom indiqué dans l’intégration est faux, soit le serveur a choisi le certificat d’un autre hôte. Collez la chaîne et indiquez le nom d’hôte.".to_owned(),
                },
            ),
            LogKind::NoSubjectAlternativeName { host } => (
                match host {
                    Some(host) => say!("le certificat du serveur ne porte pas le nom « {0} »", shown(host)),
                    None => "le certificat du serveur ne porte pas le nom de l’hôte".to_owned(),
                },
                "Ce nom doit figurer parmi ses noms alternatifs du sujet. Collez la chaîne et indiquez le nom d’hôte.".to_owned(),
            ),
            LogKind::ExtendedKeyUsage => (
                "le certificat du serveur n’est pas destiné à un serveur TLS".to_owned(),
                "Il manque serverAuth à ses utilisations étendues de la clé. Collez la chaîne pour voir ce qu’il indique.".to_owned(),
            ),
            LogKind::HandshakeFailure => (
                "le serveur a mis fin à la négociation TLS".to_owned(),
                "Il n’a trouvé aucune suite de chiffrement commune, ou il demande un certificat de client. La chaîne ne peut pas le montrer ; le journal du serveur, si.".to_owned(),
            ),
            LogKind::ProtocolVersion => (
                "le serveur et API Gateway n’ont aucune version de TLS en commun".to_owned(),
                "Le serveur doit proposer TLS 1.2 ou plus récent. La chaîne ne peut pas le montrer.".to_owned(),
            ),
            LogKind::OtherAlert { alert } => (
                say!("le serveur a mis fin à la négociation TLS par l’alerte « {0} »", shown(alert)),
                "C’est une décision du serveur ; son journal en dit plus.".to_owned(),
            ),
            LogKind::PlaintextConnection => (
                "le serveur a répondu sans TLS".to_owned(),
                "Ce port ne parle pas TLS. Vérifiez le port, ou si l’adresse de l’intégration doit commencer par http.".to_owned(),
            ),
            LogKind::RemoteHostClosed => (
                "le serveur a raccroché pendant la négociation TLS".to_owned(),
                "Il veut peut-être un nom de serveur (SNI) ou un certificat de client, ou quelque chose bloque la connexion en chemin. La chaîne ne peut pas le montrer.".to_owned(),
            ),
            LogKind::ConnectionReset => (
                "la connexion a été réinitialisée".to_owned(),
                "Un pare-feu, un proxy ou le serveur l’a coupée. La chaîne ne peut pas le montrer.".to_owned(),
            ),
            LogKind::PlainHttpToHttpsPort => (
                "du HTTP sans chiffrement a été envoyé à un port qui parle TLS".to_owned(),
                "Faites commencer l’adresse de l’intégration par https, ou activez tlsConfig sur l’intégration privée d’une API HTTP.".to_owned(),
            ),
            LogKind::InternalError => (
                "API Gateway n’a pas pu joindre le serveur".to_owned(),
                say!("Avec un lien VPC, regardez l’état de santé des cibles et les groupes de sécurité. {0}", OTHER_MATTER),
            ),
            LogKind::NetworkError => (
                "API Gateway n’a pas pu joindre le serveur à temps".to_owned(),
                say!("Regardez l’adresse, le port, le pare-feu et le délai. {0}", OTHER_MATTER),
            ),
            LogKind::InvalidEndpointAddress => (
                "l’adresse de l’intégration n’est pas valide".to_owned(),
                say!("Corrigez l’adresse du serveur. {0}", OTHER_MATTER),
            ),
            LogKind::MalformedLambdaProxyResponse => ("la fonction Lambda a répondu sous une forme qu’API Gateway n’accepte pas".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::LambdaPermissions => ("API Gateway n’a pas le droit d’appeler la fonction Lambda".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::HeaderAlreadyPresent => ("un en-tête a été défini deux fois".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::RoleNotAssumable => ("API Gateway n’a pas le droit d’endosser le rôle indiqué".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::UnknownExecutionFailure { text } => (
                say!("l’exécution a échoué avec « {0} »", shown(text)),
                "Ce message n’est pas connu ici. Collez la chaîne : si ses certificats sont en cause, cela se verra.".to_owned(),
            ),
            LogKind::OpensslVerifyError { number, text, depth } => (
                match depth {
                    Some(depth) => say!("OpenSSL a dit « {0} » (erreur {1}, profondeur {2})", shown(text), number.to_string(), depth.to_string()),
                    None => say!("OpenSSL a dit « {0} » (erreur {1})", shown(text), number.to_string()),
                },
                "Cela concerne la machine où il a tourné et les autorités qu’elle connaît, pas API Gateway.".to_owned(),
            ),
            LogKind::OpensslError { text } => (
                say!("OpenSSL a dit « {0} »", shown(text)),
                "La connexion a échoué avant l’arrivée d’un certificat. Vérifiez l’hôte et le port.".to_owned(),
            ),
            LogKind::CurlError { number, text } => (
                say!("une erreur de curl : « {0} » (code de sortie {1})", shown(text), number.to_string()),
                "Cela concerne la machine où il a tourné et les autorités qu’elle connaît, pas API Gateway.".to_owned(),
            ),
        };
        Words::new(clause, more)
    }

    #[cfg(feature = "share")]
    fn link_error(&self, why: &LinkError) -> String {
        match why {
            LinkError::NoLink => "Il n’y a pas de lien de partage de cette page ici. Un tel lien porte #v1. et beaucoup de lettres derrière l’adresse de la page.".to_owned(),
            LinkError::Newer { version } => say!("Ce lien vient d’une version plus récente de cette page (forme {0}). Rechargez la page, puis rouvrez le lien.", version.to_string()),
            LinkError::Truncated { characters, expected: 0 } => say!("Le lien est tronqué : il n’en est arrivé que {0}. Copiez-le en entier, ou redemandez-le, par exemple sous forme de fichier.", count(i64::from(*characters), "caractère", "caractères")),
            LinkError::Truncated { characters, expected } => say!("Le lien est tronqué : {0} de ses {1} caractères sont arrivés. Copiez-le en entier, ou redemandez-le, par exemple sous forme de fichier.", self.number(i64::from(*characters)), self.number(i64::from(*expected))),
            LinkError::Damaged => "Le lien est abîmé : un caractère a été modifié ou perdu en chemin. Recopiez-le, ou redemandez-le.".to_owned(),
            LinkError::TooLong { max } => say!("Le lien est trop long : la limite est de {0} caractères.", self.number(i64::from(*max))),
            LinkError::TooLarge { max } => say!("Le lien contient trop de données : la limite est de {0} octets. Il ne vient pas de cette page.", self.number(i64::from(*max))),
            LinkError::TooManyCertificates { max } => say!("Le lien contient trop de certificats : la limite est de {0}. Il ne vient pas de cette page.", self.number(i64::from(*max))),
            LinkError::Malformed => "Le lien est illisible, bien que rien n’ait été perdu en chemin. Il ne vient pas de cette page.".to_owned(),
            LinkError::NotACertificate { index } => say!("Le certificat n° {0} du lien est illisible. Il ne vient pas de cette page.", self.number(i64::from(*index).saturating_add(1))),
        }
    }

    #[cfg(feature = "share")]
    fn link_unresolved(&self, why: &Unresolved) -> String {
        let names: Vec<String> = why
            .missing
            .iter()
            .map(|missing| {
                say!(
                    "n° {0} (SHA-256 {1} …)",
                    self.number(i64::from(missing.index).saturating_add(1)),
                    colon_hex(&missing.sha256_start)
                )
            })
            .collect();
        let names = self.list(&names);
        if why
            .missing
            .iter()
            .any(|missing| missing.reason == MissingReason::NotLoaded)
        {
            say!(
                "Le lien ne fait que nommer des certificats que cette page connaît, et ils n’ont pas pu être chargés : {0}. Vérifiez le réseau, puis rouvrez le lien.",
                names
            )
        } else {
            say!(
                "Le lien ne fait que nommer des certificats que cette page devrait connaître, et ils ne sont pas parmi les siens : {0}. Rechargez la page, ou demandez la chaîne sous forme de fichier.",
                names
            )
        }
    }

    #[cfg(feature = "share")]
    fn link_changes(&self, changes: &Changes) -> String {
        let then = self.date_time(changes.moment.before);
        if changes.is_empty() {
            return say!(
                "La réponse est la même que dans le lien, où elle a été donnée pour le {0}.",
                then
            );
        }
        let mut text = match changes.verdict {
            Some(verdict) => say!(
                "La réponse a changé depuis la création du lien. Dans le lien, pour le {0} : « {1} ». Maintenant : « {2} ».",
                then,
                self.verdict(verdict.before),
                self.verdict(verdict.now)
            ),
            None => say!(
                "Le verdict est le même que dans le lien, où il a été donné pour le {0}, mais toutes les exigences ne donnent pas le même résultat.",
                then
            ),
        };
        for (rule, outcome) in &changes.outcomes {
            let (before, now) = (self.outcome(outcome.before), self.outcome(outcome.now));
            append(
                &mut text,
                &say!(
                    "« {0} » : « {1} » dans le lien, « {2} » maintenant.",
                    self.rule_name(*rule),
                    before,
                    now
                ),
            );
        }
        match changes.accepted.map(|accepted| accepted.now) {
            Some(true) => append(
                &mut text,
                "La négociation TLS de Java échouait et aboutirait maintenant.",
            ),
            Some(false) => append(
                &mut text,
                "La négociation TLS de Java aboutissait et échouerait maintenant.",
            ),
            None => (),
        }
        if let Some(edition) = &changes.edition {
            append(
                &mut text,
                &say!(
                    "Le jugement suivait {0}, il suit maintenant {1}.",
                    list_of(&edition.before),
                    list_of(&edition.now)
                ),
            );
        }
        if let Some(version) = &changes.version {
            append(
                &mut text,
                &say!(
                    "Dans le lien, c’est la version {0} de cette page qui a répondu, maintenant c’est la version {1}.",
                    shown(&version.before),
                    shown(&version.now)
                ),
            );
        }
        text
    }

    fn kind(&self, text: KindText) -> &'static str {
        guide_fr::kind(text)
    }

    fn ui(&self, text: UiText) -> &'static str {
        match text {
            UiText::Title => "SSLEngine Doctor",
            UiText::Tagline => "Pourquoi API Gateway répond « General SSLEngine problem »",
            UiText::Promise => {
                "Collez la chaîne de certificats de votre serveur : cette page dit si API Gateway l’accepterait et, sinon, pourquoi et que faire. Rien ne quitte votre navigateur."
            }
            UiText::SkipToContent => "Aller au contenu",
            UiText::Language => "Langue",
            UiText::Theme => "Thème",
            UiText::ThemeSystem => "Système",
            UiText::ThemeLight => "Clair",
            UiText::ThemeDark => "Sombre",
            UiText::Examples => "Exemples",
            UiText::InputLabel => "Chaîne de certificats",
            UiText::InputPlaceholder => {
                "-----BEGIN CERTIFICATE-----\n…\n\nou toute la sortie de openssl s_client -showcerts"
            }
            UiText::InputHint => {
                "Collez, ou déposez un fichier : PEM, DER, PKCS#7, la sortie d’openssl, le JSON de l’AWS CLI, ou une ligne du journal d’exécution."
            }
            UiText::CommandLabel => "Cette commande affiche la chaîne que votre serveur envoie",
            UiText::CommandHint => "Lancez-la, copiez toute sa sortie et collez-la ici.",
            UiText::HostLabel => "Nom d’hôte",
            UiText::HostPlaceholder => "api.exemple.fr",
            UiText::AsOfLabel => "À la date du",
            UiText::AsOfNow => "Maintenant",
            UiText::IntegrationLabel => "Intégration",
            UiText::SkipVerificationLabel => "insecureSkipVerification est activé",
            UiText::SkipVerificationHint => {
                "API REST seulement, avec une intégration HTTP ou proxy HTTP. AWS ne le recommande pas."
            }
            UiText::ChooseFile => "Choisir un fichier",
            UiText::DropHere => "Déposez le fichier ici",
            UiText::Edit => "Modifier",
            UiText::Clear => "Effacer",
            UiText::Copy => "Copier",
            UiText::Copied => "Copié",
            UiText::CopyFailed => {
                "Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le à la main."
            }
            UiText::Download => "Télécharger",
            UiText::Checking => "Vérification…",
            UiText::EngineFailed => "Le moteur de vérification n’a pas pu démarrer",
            UiText::EngineFailedHint => {
                "Votre texte est toujours dans le cadre. Rechargez la page ; si cela ne suffit pas, vérifiez que le navigateur autorise WebAssembly."
            }
            UiText::PartMissing => {
                "La suite de la page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez."
            }
            UiText::TooSlow => "La vérification a été arrêtée, car elle durait trop longtemps",
            UiText::Retry => "Réessayer",
            UiText::JavaSays => "Message de Java",
            UiText::JavaSaysLegacy => "Dans les anciens journaux",
            UiText::JavaAccepts => "Le client TLS de Java accepterait cette chaîne.",
            UiText::RulesHeading => "Les quatre exigences d’AWS",
            UiText::FixesHeading => "Que faire",
            UiText::InputHeading => "À propos de votre saisie",
            UiText::DroppedHeading => "Laissé de côté",
            UiText::PrivateKeyWarning => {
                "Votre saisie contenait une clé privée. Elle a été effacée aussitôt et n’est allée nulle part. Aucune vérification n’en a besoin ; si vous l’avez collée ailleurs, remplacez-la."
            }
            UiText::Fold => "Terminé",
            UiText::PastedText => "Texte collé",
            UiText::ExampleComplete => "Chaîne complète",
            UiText::ExampleMissing => "Intermédiaire manquant",
            UiText::ExampleExpired => "Expiré",
            UiText::ExampleLargeKey => "Clé de 4096 bits",
            UiText::ExampleSelfSigned => "Auto-signé",
            UiText::AsOfHint => "UTC ; vide : maintenant",
            UiText::FooterPrivacy => {
                "Tout se passe dans cet onglet : rien de ce que vous collez n’est envoyé ni conservé. Seul votre choix de langue et de couleurs est mémorisé."
            }
            UiText::PrivateKeyNote => "Une clé privée a été retirée de ce texte.",
            UiText::Colon => " : ",
            UiText::ExampleOrder => "Mauvais ordre",
            UiText::ExamplePrivate => "AC privée",
            UiText::ExampleHost => "Mauvais nom d’hôte",
            UiText::ExampleDefault => "Certificat par défaut",
            UiText::IntegrationHint => "Ce qui diffère",
            UiText::Inferred => "Ne vient pas de la documentation d’AWS : constaté en pratique.",
            UiText::RepairDownload => "Télécharger la chaîne réparée",
            UiText::ShareHeading => "Partager",
            UiText::SharedHeading => "Vous avez ouvert un lien",
            UiText::LinkOpening => "Ouverture du lien…",
            UiText::TakeHeading => "Emporter le rapport",
            UiText::Authorities => "AC prises en charge",
            UiText::AuthoritiesReset => "Reprendre la liste intégrée",
            UiText::Trust => "Comment me fier à cette page ?",
            UiText::Back => "Retour à la vérification",
            UiText::UpdateReady => "Une nouvelle version de cette page est prête.",
            UiText::UpdateNow => "Recharger maintenant",
            UiText::FleetHeading => "Plusieurs serveurs",
            UiText::FleetApart => "Juger chaque serveur à part",
            UiText::UpdateHint => "Il faudra coller à nouveau le contenu du cadre.",
            UiText::ChooseFolder => "Choisir un dossier",
            UiText::Cancel => "Arrêter",
            UiText::PasswordLabel => "Mot de passe du magasin de clés",
            UiText::PasswordHint => {
                "Il sert ici, dans votre navigateur, et n’est conservé nulle part. Seuls les certificats sont extraits."
            }
            UiText::PasswordOpen => "Ouvrir",
            UiText::PasswordWrong => "Ce mot de passe ne l’ouvre pas. Essayez-en un autre.",
            UiText::FileUnreadable => "Un fichier n’a pas pu être lu.",
            UiText::FileUnreadableHint => "Il a peut-être été déplacé ou modifié depuis. Choisissez-le de nouveau.",
            UiText::MessagesHeading => "Les messages de votre texte",
            UiText::LimitsHeading => "Ce que cette page ne peut pas voir",
            UiText::LimitsText => {
                "Les versions de TLS, les suites de chiffrement, le nom de serveur (SNI), la révocation, et ce que le serveur envoie réellement à API Gateway."
            }
        }
    }

    fn phrase(&self, phrase: &UiPhrase<'_>) -> String {
        match phrase {
            UiPhrase::Certificates(number) => count(i64::from(*number), "certificat", "certificats"),
            UiPhrase::ListEdition(edition) => capitalised(list_of(edition).trim_start_matches("la ")),
            UiPhrase::JudgedAt(moment) => say!("À la date du {0}", self.date_time(*moment)),
            UiPhrase::ListTaken { entries, problems } => {
                let taken = say!(
                    "Jugé selon la liste que vous avez collée : {0}.",
                    count(whole(*entries), "entrée", "entrées")
                );
                if problems.is_empty() {
                    taken
                } else {
                    let lines: Vec<String> = problems.iter().map(|line| self.number(i64::from(*line))).collect();
                    say!(
                        "{0} Ces lignes n’ont pas pu être lues : {1}.",
                        taken,
                        some_of(&lines, " et ", |more| count(more, "autre", "autres"))
                    )
                }
            }
            UiPhrase::Files(number) => count(whole(*number), "fichier", "fichiers"),
            UiPhrase::FilesRead { done, of } => say!(
                "Lecture : {0} fichiers sur {1}",
                self.number(whole(*done)),
                self.number(whole(*of))
            ),
            UiPhrase::FilesFound(number) => {
                say!(
                    "Parcours du dossier : {0} jusqu’ici",
                    count(whole(*number), "fichier", "fichiers")
                )
            }
            UiPhrase::Size(bytes) => size(*bytes, ["o", "ko", "Mo"], "\u{a0}"),
            UiPhrase::LeftOut { names, max } => say!(
                "Non lus, car tous les fichiers ensemble ne peuvent dépasser {0} : {1}. Vérifiez le reste à part.",
                size(*max, ["o", "ko", "Mo"], "\u{a0}"),
                some_of(names, " et ", |more| count(more, "autre fichier", "autres fichiers"))
            ),
            UiPhrase::FleetFound(number) => {
                say!(
                    "Cette saisie contient {0}.",
                    count(whole(*number), "serveur", "serveurs")
                )
            }
            UiPhrase::TooLarge { name, bytes, max } => say!(
                "« {0} » fait {1}. On lit au plus {2} à la fois. Choisissez le fichier qui contient les certificats.",
                shown(name),
                size(*bytes, ["o", "ko", "Mo"], "\u{a0}"),
                size(*max, ["o", "ko", "Mo"], "\u{a0}")
            ),
        }
    }
}

/// How many names of a certificate a sentence lists.
const SHOWN_NAMES: usize = 5;

fn usages(t: &Teller<'_>, usages: &[String]) -> String {
    if usages.is_empty() {
        "aucune".to_owned()
    } else {
        t.list(usages)
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::CarriageReturns => "Des retours chariot en fin de ligne ont été retirés",
        Repair::ByteOrderMark => "Un indicateur d’ordre des octets ou des caractères sans largeur ont été retirés",
        Repair::Indentation => "L’indentation a été retirée",
        Repair::QuoteMarks => "Des marques de citation ou de commentaire devant les lignes ont été retirées",
        Repair::LineNumbers => "Des numéros de ligne ont été retirés",
        Repair::EscapedNewlines => "Des fins de ligne écrites \\n ont été lues comme telles",
        Repair::OneLine => "Le bloc entier tenait sur une ligne",
        Repair::LineWidth => "Les lignes n’avaient pas 64 caractères",
        Repair::TrailingSpaces => "Des espaces en fin de ligne ont été retirées",
        Repair::BlankLines => "Des lignes vides à l’intérieur du bloc ont été retirées",
        Repair::TypographicDashes => "Des tirets typographiques ont été lus comme des traits d’union",
        Repair::MissingDashes => "Des tirets manquants d’une ligne BEGIN ou END ont été ajoutés",
        Repair::MarkdownEscapes => "Des barres obliques inverses ou des accents graves de Markdown ont été retirés",
        Repair::HtmlMarkup => "Des balises ou des entités HTML ont été retirées",
        Repair::PercentEncoding => "Un encodage-pourcent a été défait",
        Repair::PemHeaders => "Des lignes d’en-tête à l’intérieur du bloc ont été retirées",
        Repair::StringQuotes => "Des guillemets autour des lignes ont été retirés",
        Repair::QuotedPrintable => "Les fins de ligne d’un courriel (quoted-printable) ont été rétablies",
        Repair::StrayCharacters => "Des caractères étrangers au base64 ont été retirés",
        Repair::BeginMarkerMissing => "La ligne BEGIN manquait ; le contenu est entier",
        Repair::EndMarkerMissing => "La ligne END manquait ou était abîmée ; le contenu est entier",
        Repair::BareBase64 => "Le base64 n’avait pas de lignes BEGIN et END",
        Repair::EncodedPem => "Le PEM était encodé une seconde fois en base64",
        Repair::Hex => "Le certificat était écrit en hexadécimal",
        Repair::HexDump => "Le certificat était écrit comme un vidage hexadécimal",
        Repair::BinaryInText => "Un certificat binaire se trouvait dans du texte",
    }
}

fn unreadable(part: DecodeError) -> &'static str {
    match part {
        DecodeError::Outer => "cela ressemble à un certificat, mais sa structure extérieure est abîmée",
        DecodeError::Body => "cela ressemble à un certificat, mais l’un de ses champs manque ou est abîmé",
        DecodeError::Name => "cela ressemble à un certificat, mais son sujet ou son émetteur est abîmé",
        DecodeError::Dates => "cela ressemble à un certificat, mais ses dates sont abîmées",
    }
}

fn link_tool(tool: LinkTool) -> &'static str {
    match tool {
        LinkTool::AboutCertificate => "l’afficheur de certificats de Firefox",
        LinkTool::Asn1js => "asn1js",
        LinkTool::CyberChef => "CyberChef",
        LinkTool::Other => "une autre page",
    }
}

fn private_key(kind: PrivateKeyKind) -> &'static str {
    match kind {
        PrivateKeyKind::Pkcs8 => "PKCS#8",
        PrivateKeyKind::EncryptedPkcs8 => "PKCS#8, chiffrée",
        PrivateKeyKind::Rsa => "RSA",
        PrivateKeyKind::Ec => "EC",
        PrivateKeyKind::Dsa => "DSA",
        PrivateKeyKind::OpenSsh => "OpenSSH",
        PrivateKeyKind::Pgp => "PGP",
        PrivateKeyKind::Putty => "PuTTY",
        PrivateKeyKind::TextDump => "affichée en texte",
        PrivateKeyKind::Other => "d’un autre type",
    }
}

/// Where something stands in the input.
fn container(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Pkcs12 => "ce fichier PKCS#12",
        ContainerKind::JavaKeyStore => "ce fichier de clés Java",
        ContainerKind::Zip => "ce fichier ZIP",
    }
}

/// A line, and the file where there are several or it has a name.
pub(super) fn place(files: &[String], at: &At) -> String {
    let line = grouped(i64::from(at.line), NARROW);
    let name = at.file.and_then(|file| files.get(usize::try_from(file).ok()?));
    match (name, at.file) {
        (Some(name), _) => say!("« {0} », ligne {1}", shown(name), line),
        (None, Some(file)) => say!(
            "fichier {0}, ligne {1}",
            grouped(i64::from(file).saturating_add(1), NARROW),
            line
        ),
        (None, None) => say!("ligne {0}", line),
    }
}
