//! French: share links.

use super::{LinkWords, ShareWords};
use crate::i18n::findings::FindingWords as _;
use crate::i18n::format::{append, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count, list_of};
use crate::num::colon_hex;
use crate::share::{Changes, EncodeError, LinkError, MissingReason, QrError, Unresolved};

impl LinkWords for French {
    fn link_error(&self, why: &LinkError) -> String {
        match why {
            LinkError::NoLink => "Ce n’est pas un lien de partage de cette page. Un tel lien contient #v1. et de nombreux caractères après l’adresse de la page.".to_owned(),
            LinkError::Newer { version } => say!("Ce lien a été créé par une version plus récente de cette page (format {0}). Rechargez la page, puis rouvrez le lien.", version.to_string()),
            LinkError::Truncated { characters, expected: 0 } => say!("Le lien est tronqué : seulement {0} reçus. Copiez tout le lien, ou redemandez-le à l’expéditeur, par exemple sous forme de fichier.", count(i64::from(*characters), "caractère", "caractères")),
            LinkError::Truncated { characters, expected } => say!("Le lien est tronqué : {0} caractères reçus sur {1}. Copiez tout le lien, ou redemandez-le à l’expéditeur, par exemple sous forme de fichier.", self.number(i64::from(*characters)), self.number(i64::from(*expected))),
            LinkError::Damaged => "Le lien est endommagé : un caractère a été modifié ou perdu. Copiez de nouveau le lien, ou redemandez-le à l’expéditeur.".to_owned(),
            LinkError::TooLong { max } => say!("Le lien est trop long : la limite est de {0} caractères.", self.number(i64::from(*max))),
            LinkError::TooLarge { max } => say!("Le lien contient trop de données : la limite est de {0} octets. Il n’a pas été créé par cette page.", self.number(i64::from(*max))),
            LinkError::TooManyCertificates { max } => say!("Le lien contient trop de certificats : la limite est de {0}. Il n’a pas été créé par cette page.", self.number(i64::from(*max))),
            LinkError::Malformed => "Le lien est illisible, alors que rien n’a été perdu en chemin. Il n’a pas été créé par cette page.".to_owned(),
            LinkError::NotACertificate { index } => say!("Le certificat n° {0} du lien est illisible. Il n’a pas été créé par cette page.", self.number(i64::from(*index).saturating_add(1))),
        }
    }

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
                "Le lien renvoie à des certificats que cette page connaît, mais qui n’ont pas pu être chargés : {0}. Vérifiez le réseau, puis rouvrez le lien.",
                names
            )
        } else {
            say!(
                "Le lien renvoie à des certificats que cette page devrait connaître, mais qu’elle n’a pas : {0}. Rechargez la page, ou demandez la chaîne sous forme de fichier.",
                names
            )
        }
    }

    fn link_changes(&self, changes: &Changes) -> String {
        let then = self.date_time(changes.moment.before);
        if changes.is_empty() {
            return say!("Le résultat est le même que dans le lien, vérifié pour le {0}.", then);
        }
        let mut text = match changes.verdict {
            Some(verdict) => say!(
                "Le résultat a changé depuis la création du lien. Dans le lien, pour le {0} : « {1} ». Maintenant : « {2} ».",
                then,
                self.verdict(verdict.before),
                self.verdict(verdict.now)
            ),
            None => say!(
                "Le verdict est le même que dans le lien, vérifié pour le {0}, mais certaines exigences ont un autre résultat.",
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
                    "Le lien utilisait {0} ; cette vérification utilise {1}.",
                    list_of(&edition.before),
                    list_of(&edition.now)
                ),
            );
        }
        if let Some(version) = &changes.version {
            append(
                &mut text,
                &say!(
                    "Le lien a été créé par la version {0} de cette page ; cette vérification est faite par la version {1}.",
                    shown(&version.before),
                    shown(&version.now)
                ),
            );
        }
        text
    }
}

impl ShareWords for French {
    fn encode_error(&self, why: &EncodeError) -> String {
        match why {
            EncodeError::NoCertificate => "Il n’y a pas de certificat à partager.".to_owned(),
            EncodeError::NotACertificate { index } => say!(
                "Impossible de créer un lien : le certificat n° {0} est illisible.",
                self.number(i64::from(*index).saturating_add(1))
            ),
            EncodeError::TooManyCertificates { max } => say!(
                "Impossible de créer un lien : il peut contenir au plus {0} certificats. Partagez la chaîne d’un seul serveur.",
                self.number(i64::from(*max))
            ),
            EncodeError::TextTooLong { max } => say!(
                "Impossible de créer un lien : un nom d’hôte ou un autre texte dépasse {0} octets.",
                self.number(i64::from(*max))
            ),
            EncodeError::TooLarge { max } => say!(
                "Impossible de créer un lien : il dépasserait {0} caractères. Partagez la chaîne d’un seul serveur, ou seulement le verdict.",
                self.number(i64::from(*max))
            ),
        }
    }

    fn qr_error(&self, why: &QrError) -> String {
        match why {
            QrError::TooLong { characters, max } => say!(
                "Le lien est trop long pour être scanné : il a {0} caractères, et la limite est de {1}. Partagez-le sous forme de texte, ou partagez seulement le verdict.",
                self.number(i64::from(*characters)),
                self.number(i64::from(*max))
            ),
        }
    }
}
