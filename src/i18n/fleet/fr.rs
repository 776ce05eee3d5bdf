//! French: the table of many servers.

use super::{FleetPhrase, FleetText, FleetWords};
use crate::i18n::format::{remaining, say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, MONTHS, count};

impl FleetWords for French {
    fn text(&self, text: FleetText) -> &'static str {
        match text {
            FleetText::Hint => {
                "Chaque fichier est vérifié séparément, et chaque certificat de serveur avec les certificats qui l’accompagnent. Choisissez un serveur pour lire son rapport complet."
            }
            FleetText::Shared => {
                "Les certificats d’AC sont regroupés dans cette saisie : chaque serveur a été vérifié comme s’il envoyait ceux qui sont au-dessus du sien."
            }
            FleetText::Together => "Même serveur ? Vérifier comme une seule chaîne",
            FleetText::SearchHint => "Mots d’un nom, d’un fichier, d’une racine ou d’une raison",
            FleetText::Any => "Tous",
            FleetText::NotMet => "Exigence non respectée",
            FleetText::Verdict => "Verdict",
            FleetText::Name => "Serveur",
            FleetText::Anchor => "Racine",
            FleetText::Days => "Jours restants",
            FleetText::File => "Fichier",
            FleetText::None => "Aucun serveur ne correspond.",
            FleetText::FailsMost => "Échecs les plus fréquents",
            FleetText::Expiry => "Expirations par mois",
            FleetText::Expired => "Expirés",
            FleetText::Later => "Plus tard",
            FleetText::Otherwise => "Refusés pour une autre raison",
            FleetText::Stopped => "Arrêté. Voici les serveurs vérifiés jusqu’ici.",
            FleetText::Authorities => "Certificats d’AC seulement",
            FleetText::Nothing => "Aucun certificat",
            FleetText::Back => "Retour au tableau",
            FleetText::Unnamed => "(sans nom)",
            FleetText::Export => "Enregistrer ce qui est affiché",
            FleetText::Exporting => "Écriture du fichier…",
            FleetText::Host => "Le nom d’hôte n’est pas vérifié tant qu’il y a plusieurs serveurs.",
            FleetText::Keys => {
                "Certains de ces fichiers contenaient une clé privée. Les clés ont été supprimées et n’ont pas quitté votre navigateur. Ne les confiez à aucune page."
            }
        }
    }

    fn phrase(&self, phrase: &FleetPhrase) -> String {
        match phrase {
            FleetPhrase::Servers(number) => count(whole(*number), "serveur", "serveurs"),
            FleetPhrase::Verdicts { passed, failed, open } => {
                let mut text = say!(
                    "{0}, {1}",
                    count(whole(*passed), "chaîne acceptée", "chaînes acceptées"),
                    count(whole(*failed), "chaîne refusée", "chaînes refusées")
                );
                if *open > 0 {
                    text.push_str(&say!(
                        ", {0}",
                        count(whole(*open), "chaîne non concluante", "chaînes non concluantes")
                    ));
                }
                text
            }
            FleetPhrase::Progress { servers, seconds } => {
                let checked = count(whole(*servers), "serveur vérifié", "serveurs vérifiés");
                match seconds {
                    None => checked,
                    Some(seconds) => {
                        let left = match remaining(*seconds) {
                            (number, false) => count(number, "seconde", "secondes"),
                            (number, true) => count(number, "minute", "minutes"),
                        };
                        say!("{0}, encore {1} environ", checked, left)
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
