//! French: the page.

use super::{KindText, PageWords, UiPhrase, UiText};
use crate::i18n::format::{capitalised, say, shown, size, some_of, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::{French, count, list_of};

impl PageWords for French {
    fn text(&self, text: UiText) -> &'static str {
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

    fn kind(&self, text: KindText) -> &'static str {
        match text {
            KindText::KindRestPublic => "API REST, publique",
            KindText::KindRestVpcLinkV1 => "API REST, lien VPC vers un NLB (V1)",
            KindText::KindRestVpcLinkV2 => "API REST, lien VPC V2 (ALB ou NLB)",
            KindText::KindHttpApiPublic => "API HTTP, publique",
            KindText::KindHttpApiPrivate => "API HTTP, privée (lien VPC)",
            KindText::HostOfUrl => "L’hôte de l’URL de l’intégration.",
            KindText::HostOfVpcLinkV1 => {
                "L’hôte de l’URI de l’intégration, qui n’est pas forcément celui de l’équilibreur de charge : c’est le nom que le certificat doit porter."
            }
            KindText::HostOfVpcLinkV2 => "Le nom de serveur sécurisé de l’URI de l’intégration.",
            KindText::HostOfServerName => {
                "Le nom de serveur sécurisé : serverNameToVerify dans le tlsConfig de l’intégration."
            }
            KindText::SkipExists => "insecureSkipVerification peut être activé ici, ce qu’AWS ne recommande pas.",
            KindText::NoSkip => {
                "insecureSkipVerification n’existe pas ici : le certificat doit venir d’une autorité prise en charge par API Gateway."
            }
            KindText::UriNotRouted => {
                "L’URI n’achemine pas l’appel, c’est le lien VPC qui le fait. En HTTPS, son hôte devient l’en-tête Host, et le certificat doit porter ce nom."
            }
            KindText::TlsListener => {
                "Si l’écouteur de l’équilibreur de charge termine TLS, c’est son certificat qui compte."
            }
            KindText::TcpListener => {
                "Un écouteur TCP laisse passer TLS : le certificat qui compte est celui de la cible derrière lui."
            }
            KindText::NoServerName => {
                "Des utilisateurs rapportent qu’aucun nom de serveur (SNI) n’est envoyé ici : le bon certificat doit être celui par défaut du serveur."
            }
            KindText::SecureUri => "HTTP est le défaut. Pour HTTPS, l’URI doit contenir un nom de serveur sécurisé.",
            KindText::ServerNameNoEffect => "serverNameToVerify n’a pas d’effet connu sur les intégrations publiques.",
            KindText::PlainByDefault => "HTTP est le défaut. HTTPS n’est utilisé que si un tlsConfig est défini.",
            KindText::PlainToHttps => {
                "La réponse « 400 The plain HTTP request was sent to HTTPS port » signifie que le tlsConfig manque."
            }
        }
    }
}
