//! French: the list of CAs and the trust page.

use super::{ViewText, ViewWords};
use crate::i18n::format::{say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count};

impl ViewWords for French {
    fn text(&self, text: ViewText) -> &'static str {
        match text {
            ViewText::AuthoritiesHint => {
                "Les autorités de certification prises en charge par API Gateway, selon la liste d’AWS. Cherchez par nom, alias, clé ou empreinte."
            }
            ViewText::AuthoritiesSearch => "Rechercher",
            ViewText::AuthoritiesSearchHint => {
                "Une empreinte sous toute forme : avec ou sans deux-points, SHA-1 ou SHA-256"
            }
            ViewText::AuthoritiesNone => "Rien de tel sur cette édition de la liste.",
            ViewText::AuthoritiesAlias => "Alias",
            ViewText::AuthoritiesName => "Nom",
            ViewText::AuthoritiesKey => "Clé",
            ViewText::AuthoritiesUntil => "Jusqu’au",
            ViewText::AuthoritiesPaste => "Juger selon une liste plus récente",
            ViewText::AuthoritiesPasteHint => {
                "Ouvrez la page d’AWS des autorités prises en charge, sélectionnez tout, copiez et collez ici. Elle sert dès lors, jusqu’à la fermeture de cette page."
            }
            ViewText::AuthoritiesBad => {
                "Aucune entrée de la liste d’AWS n’a pu être lue dans ce texte. Une entrée a un alias, et ses empreintes SHA-1 et SHA-256."
            }
            ViewText::AuthoritiesFingerprintOnly => "Connue par son empreinte seulement",
            ViewText::TrustStays => "Ce que vous collez reste ici",
            ViewText::TrustStaysText => {
                "La vérification se fait dans cet onglet, en WebAssembly. Une politique dans la page (Content-Security-Policy) ne laisse le navigateur parler qu’aux fichiers de cette page. Rien de votre travail n’est enregistré : le navigateur garde votre choix de langue et de couleurs, et les fichiers de cette page, pour qu’elle s’ouvre sans réseau. Ni témoins de connexion, ni comptage des visites, ni polices ou scripts venus d’ailleurs."
            }
            ViewText::TrustCheck => "Vérifiez par vous-même",
            ViewText::TrustCheckText => {
                "Ouvrez les outils de développement de votre navigateur, choisissez Réseau, et collez une chaîne : aucune requête n’en contient quoi que ce soit. La page ne charge que d’autres fichiers à elle, dont un ou deux parmi 512 avec des clés et des certificats de CA. Ou coupez le réseau une minute après l’ouverture de la page, et continuez."
            }
            ViewText::TrustKeys => "Clés privées",
            ViewText::TrustKeysText => {
                "Aucune vérification n’en a besoin. Une clé privée qui se glisse dans la saisie est effacée avant que quoi que ce soit ne la voie, et le texte du cadre est remplacé. Il vaut tout de même mieux remplacer une clé qui a été collée quelque part."
            }
            ViewText::TrustRight => "La réponse est-elle juste ?",
            ViewText::TrustRightText => {
                "Elle a été comparée à un vrai client Java sur des milliers de chaînes ; les différences entre cette page et Java sont consignées dans le projet. API Gateway lui-même n’est pas public : les textes d’AWS et le comportement de Java sont ce que l’on sait de mieux. Chaque règle montre les commandes openssl avec lesquelles vous pouvez la vérifier."
            }
            ViewText::TrustFile => "L’emporter",
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
