//! French: the page.

use super::{KindText, PageWords, UiPhrase, UiText};
use crate::i18n::format::{capitalised, say, shown, size, some_of, whole};
use crate::i18n::grammar::fr::{French, count, list_of};
use crate::i18n::grammar::{Grammar as _, day};

impl PageWords for French {
    fn text(&self, text: UiText) -> &'static str {
        match text {
            UiText::Title => "SSLEngine Doctor",
            UiText::Tagline => "Pourquoi API Gateway dit « General SSLEngine problem »",
            UiText::Promise => {
                "Collez la chaîne de certificats de votre serveur. Une phrase vous dit si API Gateway l’accepte et, sinon, que faire. Rien ne quitte cet onglet."
            }
            UiText::SkipToContent => "Aller au contenu",
            UiText::Language => "Langue",
            UiText::ThemeSystem => "Système",
            UiText::ThemeLight => "Clair",
            UiText::ThemeDark => "Sombre",
            UiText::Examples => "Voir un exemple",
            UiText::InputLabel => "Collez la chaîne",
            UiText::InputPlaceholder => {
                "-----BEGIN CERTIFICATE-----\n…\n\n… ou toute la sortie d’openssl, ou la ligne du journal"
            }
            UiText::CommandHint => "Lancez-la, puis collez toute la sortie. Le nom d’hôte est vérifié aussi.",
            UiText::HostLabel => "Nom d’hôte",
            UiText::HostPlaceholder => "Hôte de l’intégration, p. ex. api.exemple.fr",
            UiText::AsOfLabel => "À la date du",
            UiText::AsOfNow => "Maintenant",
            UiText::IntegrationLabel => "Intégration",
            UiText::SkipVerificationLabel => "insecureSkipVerification est activé",
            UiText::SkipVerificationHint => {
                "Uniquement pour les API REST avec une intégration HTTP ou proxy HTTP. AWS ne le recommande pas."
            }
            UiText::ChooseFile => "Choisir des fichiers",
            UiText::DropHere => "Déposez les fichiers n’importe où",
            UiText::Copy => "Copier",
            UiText::Copied => "Copié",
            UiText::CopyFailed => {
                "Le navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le à la main."
            }
            UiText::Download => "Télécharger",
            UiText::Checking => "Vérification…",
            UiText::EngineFailed => "Le moteur de vérification n’a pas pu démarrer",
            UiText::EngineFailedHint => {
                "Votre texte est toujours dans le cadre. Rechargez la page. Si cela ne suffit pas, vérifiez que le navigateur autorise WebAssembly."
            }
            UiText::PartMissing => {
                "La suite de la page n’a pas pu être chargée. Vérifiez votre connexion, puis réessayez."
            }
            UiText::TooSlow => "La vérification a été arrêtée, car elle durait trop longtemps",
            UiText::Retry => "Réessayer",
            UiText::JavaSays => "Message de Java",
            UiText::JavaSaysLegacy => "Dans les anciens journaux",
            UiText::JavaAccepts => "Le client TLS de Java accepterait cette chaîne.",
            UiText::JavaRejects => "Le client TLS de Java refuserait cette chaîne avec une exception sans message.",
            UiText::RulesHeading => "Les quatre exigences d’AWS",
            UiText::FixesHeading => "Que faire",
            UiText::InputHeading => "À propos de votre saisie",
            UiText::DroppedHeading => "Ignoré",
            UiText::PrivateKeyWarning => {
                "Votre saisie contenait une clé privée. Elle a été supprimée immédiatement et n’a pas quitté votre navigateur. Aucune vérification n’en a besoin. Si vous l’avez collée ailleurs, remplacez la clé."
            }
            UiText::PastedText => "Texte collé",
            UiText::ExampleComplete => "acceptée",
            UiText::ExampleMissing => "intermédiaire manquant",
            UiText::ExampleExpired => "expiré",
            UiText::ExampleLargeKey => "clé de 4096 bits",
            UiText::ExampleSelfSigned => "auto-signé",
            UiText::AsOfHint => "En UTC. Laissez vide pour l’heure actuelle.",
            UiText::PrivateKeyNote => "Une clé privée a été supprimée de ce texte.",
            UiText::Colon => " : ",
            UiText::ExampleOrder => "mauvais ordre",
            UiText::ExamplePrivate => "AC privée",
            UiText::ExampleHost => "mauvais nom d’hôte",
            UiText::ExampleDefault => "certificat par défaut",
            UiText::IntegrationHint => "Ce qui diffère",
            UiText::Inferred => "Non documenté par AWS : constaté en pratique.",
            UiText::RepairDownload => "Télécharger la chaîne réparée",
            UiText::ShareHeading => "Partager",
            UiText::SharedHeading => "Vous avez ouvert un lien",
            UiText::LinkOpening => "Ouverture du lien…",
            UiText::Authorities => "AC prises en charge",
            UiText::AuthoritiesReset => "Revenir à la liste intégrée",
            UiText::Trust => "Pourquoi faire confiance à cette page ?",
            UiText::Back => "Retour à la vérification",
            UiText::UpdateReady => "Une nouvelle version de cette page est prête.",
            UiText::UpdateNow => "Recharger maintenant",
            UiText::FleetHeading => "Plusieurs serveurs",
            UiText::FleetApart => "Vérifier chaque serveur séparément",
            UiText::UpdateHint => "Il faudra coller de nouveau le contenu du cadre.",
            UiText::ChooseFolder => "Choisir un dossier",
            UiText::Cancel => "Arrêter",
            UiText::PasswordLabel => "Mot de passe du keystore",
            UiText::PasswordHint => {
                "Il n’est utilisé que dans votre navigateur et n’est pas enregistré. Seuls les certificats sont extraits."
            }
            UiText::PasswordOpen => "Ouvrir",
            UiText::PasswordWrong => "Mot de passe incorrect. Essayez-en un autre.",
            UiText::FileUnreadable => "Un fichier n’a pas pu être lu.",
            UiText::FileUnreadableHint => "Il a peut-être été déplacé ou modifié. Choisissez-le de nouveau.",
            UiText::MessagesHeading => "Messages dans votre saisie",
        }
    }

    fn phrase(&self, phrase: &UiPhrase<'_>) -> String {
        match phrase {
            UiPhrase::Certificates(number) => count(i64::from(*number), "certificat", "certificats"),
            UiPhrase::ListVersion(edition) => {
                let list = capitalised(list_of(edition).trim_start_matches("la "));
                match edition.unchanged_on() {
                    Some(date) => say!("{0}, inchangée le {1}", list, day(self, date)),
                    None => list,
                }
            }
            UiPhrase::CheckedAt(moment) => say!("À la date du {0}", self.date_time(*moment)),
            UiPhrase::ListTaken { entries, problems } => {
                let taken = say!(
                    "Vérification avec la liste que vous avez collée : {0}.",
                    count(whole(*entries), "entrée", "entrées")
                );
                if problems.is_empty() {
                    taken
                } else {
                    let lines: Vec<String> = problems.iter().map(|line| self.number(i64::from(*line))).collect();
                    say!(
                        "{0} Les lignes suivantes n’ont pas pu être lues : {1}.",
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
                    "Recherche dans le dossier : {0} pour l’instant",
                    count(whole(*number), "fichier", "fichiers")
                )
            }
            UiPhrase::Size(bytes) => size(*bytes, ["o", "ko", "Mo"], "\u{a0}"),
            UiPhrase::LeftOut { names, max } => say!(
                "Ignorés, car la taille totale des fichiers ne peut dépasser {0} : {1}. Vérifiez-les séparément.",
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
                "« {0} » fait {1}, mais {2} au plus peuvent être lus à la fois. Choisissez le fichier qui contient les certificats.",
                shown(name),
                size(*bytes, ["o", "ko", "Mo"], "\u{a0}"),
                size(*max, ["o", "ko", "Mo"], "\u{a0}")
            ),
        }
    }

    fn kind(&self, text: KindText) -> &'static str {
        match text {
            KindText::KindRestPublic => "API REST, publique",
            KindText::KindRestVpcLinkV1 => "API REST, lien VPC vers un NLB (V1)",
            KindText::KindRestVpcLinkV2 => "API REST, lien VPC V2 (ALB ou NLB)",
            KindText::KindHttpApiPublic => "API HTTP, publique",
            KindText::KindHttpApiPrivate => "API HTTP, privée (lien VPC)",
            KindText::HostOfUrl => "L’hôte de l’URL de l’intégration.",
            KindText::HostOfVpcLinkV1 => {
                "L’hôte de l’URI de l’intégration. Le certificat est vérifié pour ce nom, qui peut différer de celui de l’équilibreur de charge."
            }
            KindText::HostOfVpcLinkV2 => "Le nom de serveur sécurisé de l’URI de l’intégration.",
            KindText::HostOfServerName => {
                "Le nom de serveur sécurisé : serverNameToVerify dans le tlsConfig de l’intégration."
            }
            KindText::SkipExists => "insecureSkipVerification peut être activé ici, mais AWS ne le recommande pas.",
            KindText::NoSkip => {
                "insecureSkipVerification n’est pas disponible ici : le certificat doit provenir d’une AC prise en charge par API Gateway."
            }
            KindText::UriNotRouted => {
                "L’appel est acheminé par le lien VPC, pas par l’URI. En HTTPS, l’hôte de l’URI devient l’en-tête Host, et le certificat doit porter ce nom."
            }
            KindText::TlsListener => {
                "Si l’écouteur de l’équilibreur de charge termine TLS, c’est son certificat qu’API Gateway vérifie."
            }
            KindText::TcpListener => {
                "Un écouteur TCP laisse passer TLS : API Gateway vérifie le certificat de la cible."
            }
            KindText::NoServerName => {
                "Selon des utilisateurs, aucun nom de serveur (SNI) n’est envoyé ici. Faites du bon certificat le certificat par défaut du serveur."
            }
            KindText::SecureUri => {
                "HTTP est utilisé par défaut. Pour HTTPS, uri doit commencer par https:// et contenir un nom que le certificat couvre\u{a0}: c’est ce nom qui est vérifié. integrationTarget ne fait que choisir le load balancer."
            }
            KindText::CdkAlbIntegration => {
                "AlbIntegration de CDK met dans uri le nom DNS du load balancer, qu’aucun de vos certificats ne couvre. Indiquez votre nom dans loadBalancerDnsName."
            }
            KindText::ServerNameNoEffect => "serverNameToVerify n’a pas d’effet connu sur les intégrations publiques.",
            KindText::PlainByDefault => "HTTP est utilisé par défaut. HTTPS n’est utilisé que si tlsConfig est défini.",
            KindText::PlainToHttps => {
                "La réponse « 400 The plain HTTP request was sent to HTTPS port » signifie qu’il manque tlsConfig."
            }
        }
    }
}
