//! French: the list of CAs and the trust page.

use super::{ViewText, ViewWords};
use crate::i18n::format::{say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count};

impl ViewWords for French {
    fn text(&self, text: ViewText) -> &'static str {
        match text {
            ViewText::AuthoritiesHint => {
                "Les autorités de certification (AC) prises en charge par API Gateway, selon la liste d’AWS. Cherchez par nom, alias, clé ou empreinte."
            }
            ViewText::AuthoritiesSearch => "Rechercher",
            ViewText::AuthoritiesSearchHint => {
                "Une empreinte sous toute forme : avec ou sans deux-points, SHA-1 ou SHA-256"
            }
            ViewText::AuthoritiesNone => "Aucune AC de cette liste ne correspond.",
            ViewText::AuthoritiesAlias => "Alias",
            ViewText::AuthoritiesName => "Nom",
            ViewText::AuthoritiesKey => "Clé",
            ViewText::AuthoritiesUntil => "Jusqu’au",
            ViewText::AuthoritiesPaste => "Utiliser une liste plus récente",
            ViewText::AuthoritiesPasteHint => {
                "Ouvrez la page d’AWS des AC prises en charge, sélectionnez tout, copiez et collez ici. La liste est utilisée jusqu’à la fermeture de cette page."
            }
            ViewText::AuthoritiesBad => {
                "Ce texte ne contient aucune entrée lisible de la liste d’AWS. Une entrée a un alias, son SHA-1 et son SHA-256."
            }
            ViewText::AuthoritiesFingerprintOnly => "Seule son empreinte est connue",
            ViewText::TrustStays => "Ce que vous collez reste ici",
            ViewText::TrustStaysText => {
                "La vérification se fait dans cet onglet, en WebAssembly. Une politique dans la page (Content-Security-Policy) ne permet au navigateur de se connecter qu’aux fichiers de cette page. Rien de votre saisie n’est enregistré. Le navigateur ne garde que votre choix de langue et de couleurs, et les fichiers de cette page, pour qu’elle s’ouvre hors ligne. Il n’y a ni cookies, ni compteur de visites, ni polices ou scripts d’autres sites."
            }
            ViewText::TrustCheck => "Vérifiez par vous-même",
            ViewText::TrustCheckText => {
                "Ouvrez les outils de développement de votre navigateur, choisissez Réseau, et collez une chaîne : aucune requête ne contient quoi que ce soit de celle-ci. La page ne télécharge que ses propres fichiers, dont un ou deux des 512 fichiers de clés et de certificats d’AC. Ou coupez le réseau une minute après l’ouverture de la page, et continuez."
            }
            ViewText::TrustKeys => "Clés privées",
            ViewText::TrustKeysText => {
                "Aucune vérification n’en a besoin. Si votre saisie contient une clé privée, la page la supprime avant que tout autre code ne la lise, et remplace le texte du cadre. Il est tout de même plus sûr de remplacer une clé qui a été collée quelque part."
            }
            ViewText::TrustRight => "Le résultat est-il juste ?",
            ViewText::TrustRightText => {
                "Il a été comparé à un vrai client Java sur des milliers de chaînes. Le projet documente les différences entre cette page et Java. API Gateway lui-même n’est pas public : la documentation d’AWS et le comportement de Java sont les meilleures sources disponibles. Chaque exigence indique des commandes openssl qui permettent de la vérifier."
            }
            ViewText::TrustFile => "Utiliser la page hors ligne",
            ViewText::TrustFileText => {
                "La page entière en un seul fichier fonctionne depuis un disque, sans aucun réseau. Comparez son SHA-256 après le téléchargement."
            }
            ViewText::TrustFileDownload => "Télécharger la page en un seul fichier",
        }
    }

    fn rows_of(&self, shown: usize, total: usize) -> String {
        say!(
            "{0} sur {1}",
            self.number(whole(shown)),
            count(whole(total), "certificat", "certificats")
        )
    }
}
