//! French: the table of many servers.

use super::{FleetPhrase, FleetText, FleetWords};
use crate::i18n::format::{remaining, say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, MONTHS, count};

impl FleetWords for French {
    fn text(&self, text: FleetText) -> &'static str {
        match text {
            FleetText::Hint => {
                "Chaque fichier est jugé à part, le certificat de chaque serveur avec ce qui l’accompagne. Choisissez un serveur pour lire son rapport complet."
            }
            FleetText::Shared => {
                "Les certificats d’AC se trouvent ensemble dans cette saisie : chaque serveur a été jugé comme s’il envoyait ceux qui sont au-dessus du sien."
            }
            FleetText::Together => "Tout juger comme une seule chaîne",
            FleetText::SearchHint => "Mots d’un nom, d’un fichier, d’une racine ou d’une cause",
            FleetText::Any => "Tous",
            FleetText::NotMet => "Exigence non remplie",
            FleetText::Verdict => "Décision",
            FleetText::Name => "Serveur",
            FleetText::Anchor => "Racine",
            FleetText::Days => "Jours restants",
            FleetText::File => "Fichier",
            FleetText::None => "Aucun serveur ne correspond.",
            FleetText::FailsMost => "Ce qui échoue le plus",
            FleetText::Expiry => "Expirations par mois",
            FleetText::Expired => "Expirés",
            FleetText::Later => "Plus tard",
            FleetText::Otherwise => "Refusés pour une autre cause",
            FleetText::Stopped => "Arrêté. Voici les serveurs jugés jusque-là.",
            FleetText::Authorities => "Des certificats d’AC seulement",
            FleetText::Nothing => "Aucun certificat",
            FleetText::Back => "Retour au tableau",
            FleetText::Unnamed => "(sans nom)",
            FleetText::Export => "Enregistrer ce qui est affiché",
            FleetText::Exporting => "Écriture du fichier…",
            FleetText::Host => "Le nom d’hôte n’est pas comparé tant qu’il y a plusieurs serveurs.",
            FleetText::Keys => {
                "Certains de ces fichiers contiennent une clé privée. Les clés ont été écartées ; ne les confiez à aucune page."
            }
        }
    }

    fn phrase(&self, phrase: &FleetPhrase) -> String {
        match phrase {
            FleetPhrase::Servers(number) => count(whole(*number), "serveur", "serveurs"),
            FleetPhrase::Verdicts { passed, failed } => say!(
                "{0}, {1}",
                count(whole(*passed), "chaîne acceptée", "chaînes acceptées"),
                count(whole(*failed), "chaîne refusée", "chaînes refusées")
            ),
            FleetPhrase::Progress { servers, seconds } => {
                let judged = count(whole(*servers), "serveur jugé", "serveurs jugés");
                match seconds {
                    None => judged,
                    Some(seconds) => {
                        let left = match remaining(*seconds) {
                            (number, false) => count(number, "seconde", "secondes"),
                            (number, true) => count(number, "minute", "minutes"),
                        };
                        say!("{0}, encore {1} environ", judged, left)
                    }
                }
            }
            FleetPhrase::Rows { shown, total } => say!(
                "{0} sur {1}",
                self.number(whole(*shown)),
                count(whole(*total), "serveur", "serveurs")
            ),
            FleetPhrase::Month { year, month } => {
                let name = MONTHS.get(usize::from(*month).saturating_sub(1)).unwrap_or(&"");
                say!("{0} {1}", name, year.to_string())
            }
            FleetPhrase::Left(number) => say!(
                "{0} sans certificat de serveur",
                count(whole(*number), "fichier", "fichiers")
            ),
        }
    }
}
