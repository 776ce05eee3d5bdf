//! French: the guide.

use super::{GuidePhrase, GuideText, GuideWords};
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::French;

impl GuideWords for French {
    fn text(&self, text: GuideText) -> &'static str {
        match text {
            GuideText::WordsHeading => "Comment d’autres outils l’appellent",
            GuideText::CommandsHeading => "Vérifiez vous-même",
            GuideText::CommandsNote => {
                "Pour OpenSSL 1.1.1 ou plus récent. La commande openssl fournie avec macOS est LibreSSL : certaines options y manquent."
            }
            GuideText::FilesNote => "Les commandes lisent ces fichiers : enregistrez-les d’abord dans un même dossier.",
            GuideText::RootFileNote => {
                "Le serveur n’a pas envoyé la racine : procurez-vous root.pem auprès de son autorité. Son empreinte dira si c’est la bonne."
            }
            GuideText::PurposeFingerprintSha256 => "Empreinte SHA-256 de l’autorité, à chercher dans la liste d’AWS",
            GuideText::PurposeFingerprintSha1 => "Empreinte SHA-1 de l’autorité, à chercher dans la liste d’AWS",
            GuideText::PurposeIssuer => "Qui a émis le dernier certificat envoyé",
            GuideText::PurposeDates => "Pas avant et Pas après (Not Before, Not After)",
            GuideText::PurposeWholeText => "Tout ce que dit le certificat du serveur",
            GuideText::PurposeStillGood => "Le certificat sera-t-il encore valide dans 30 jours ?",
            GuideText::PurposeShowChain => "La chaîne telle que le serveur l’envoie",
            GuideText::PurposeSubjectsAndIssuers => "Sujet et émetteur de chaque certificat, dans l’ordre d’envoi",
            GuideText::PurposeVerifyLinks => "Chaque certificat est-il signé par le suivant ? Sans réseau",
            GuideText::PurposeVerifyToRoot => "La chaîne mène-t-elle à la racine ? Sans réseau",
            GuideText::PurposeKeySize => "Taille de la clé du serveur",
            GuideText::PurposeNames => "Les noms pour lesquels le certificat est valable",
            GuideText::PurposeCheckHost => "Le certificat est-il valable pour le nom d’hôte ?",
            GuideText::ExpectPrints => "Doit afficher",
            GuideText::ExpectInOrder => "Doit afficher ces sujets, dans cet ordre",
            GuideText::ExpectVerified => "Doit finir par OK",
            GuideText::ExpectRefused => "Doit refuser avec",
            GuideText::LookIssuer => {
                "Cette autorité n’a pas été envoyée : procurez-vous son certificat, et cherchez dans la liste d’AWS l’empreinte de la racine au-dessus d’elle."
            }
            GuideText::LookMatch => "La réponse dit si le nom correspond au certificat (does match certificate).",
            GuideText::LookList => "À comparer avec l’entrée de la liste d’AWS.",
            GuideText::LookCheckEnd => "C’est l’horloge de votre machine qui compte, non le moment choisi ici.",
            GuideText::LookText => "Cherchez Not Before, Not After, Subject Alternative Name et Public-Key.",
            GuideText::LookSameChain => "À comparer avec ce qui a été collé : la chaîne doit être la même.",
            GuideText::LookKey => "Cherchez la ligne Public-Key.",
            GuideText::LookVerify => {
                "OpenSSL ne vérifie pas tout à fait ce que Java vérifie ici : sa réponse peut différer."
            }
            GuideText::UnseenHeading => "Ce que cette page ne peut pas voir",
            GuideText::UnseenServedChain => "Ce que le serveur envoie réellement",
            GuideText::UnseenServedChainText => {
                "Seul ce qui a été collé est jugé. Derrière un équilibreur de charge, chaque nœud peut avoir son propre certificat, et dans le VPC un autre serveur peut répondre qu’ici : interrogez-le plusieurs fois, et de là d’où API Gateway l’interroge."
            }
            GuideText::UnseenServerName => "Nom de serveur (SNI)",
            GuideText::UnseenServerNameText => {
                "Un serveur de plusieurs hôtes choisit le certificat d’après le nom que le client envoie ; sans nom, il répond avec celui par défaut. Les deux commandes doivent montrer le même certificat."
            }
            GuideText::UnseenProtocols => "Versions de TLS",
            GuideText::UnseenProtocolsText => {
                "Si le serveur n’offre aucune version que le client accepte, le journal indique l’alerte « protocol_version » ou « handshake_failure » (Received fatal alert), et aucun certificat n’est examiné. TLS 1.2 doit fonctionner."
            }
            GuideText::UnseenCiphers => "Suites de chiffrement",
            GuideText::UnseenCiphersText => {
                "S’il n’y en a aucune en commun, le journal indique l’alerte « handshake_failure » (Received fatal alert). AWS ne publie pas de liste pour ce trajet ; une suite avec ECDHE et AES-GCM est une offre sûre."
            }
            GuideText::UnseenClientCertificate => "Certificat client",
            GuideText::UnseenClientCertificateText => {
                "Un serveur qui en exige un refuse ceux qui n’en ont pas. La réponse nomme alors les « Acceptable client certificate CA names ». Le certificat client d’API Gateway est auto-signé : le serveur doit faire confiance à ce certificat même."
            }
            GuideText::UnseenRevocation => "Révocation",
            GuideText::UnseenRevocationText => {
                "Rien ici ne passe par le réseau : on ne sait donc pas si un certificat a été révoqué. La première commande affiche l’adresse à interroger, la troisième celle de la liste de révocation. Toutes les autorités n’offrent pas les deux."
            }
            GuideText::UnseenNetworkPath => "Le chemin jusqu’au serveur",
            GuideText::UnseenNetworkPathText => {
                "Les groupes de sécurité, le lien VPC, l’écouteur et l’état des cibles peuvent arrêter un appel avant tout certificat. Le journal d’exécution parle alors d’une erreur interne ou d’un délai dépassé, non de SSL."
            }
            GuideText::UnseenClock => "L’heure",
            GuideText::UnseenClockText => {
                "Sauf autre moment choisi, les dates sont jugées à l’horloge de votre machine ; API Gateway suit la sienne."
            }
            GuideText::InstallHeading => "Installer la chaîne réparée",
            GuideText::InstallFullChain => {
                "Le fichier doit contenir toute la chaîne, et pas seulement le certificat du serveur."
            }
            GuideText::InstallApache => {
                "Depuis Apache 2.4.8, la chaîne va dans SSLCertificateFile ; les versions antérieures la lisent dans SSLCertificateChainFile."
            }
            GuideText::InstallHaProxy => {
                "Un seul fichier : d’abord la chaîne, puis la clé. Seul root doit pouvoir le lire."
            }
            GuideText::InstallLoadBalancer => {
                "ACM veut le certificat du serveur et le reste de la chaîne dans deux fichiers. Importez-les dans la région de l’équilibreur de charge ; avec --certificate-arn, le certificat est remplacé sur place. Les certificats émis par ACM lui-même sont déjà complets."
            }
            GuideText::InstallKubernetes => {
                "Le secret doit être dans l’espace de noms de l’Ingress. Si le client n’envoie pas de nom de serveur, le contrôleur répond avec son propre certificat par défaut : faites de celui-ci le défaut, ou veillez à ce que le nom soit envoyé."
            }
            GuideText::InstallTomcat => {
                "keytool doit montrer une chaîne de plus d’un certificat. Un magasin où seul le certificat du serveur a été importé n’envoie aucun intermédiaire."
            }
            GuideText::InstallIis => {
                "À exécuter en administrateur. Windows envoie les intermédiaires qu’il trouve dans le magasin « Autorités de certification intermédiaires » de l’ordinateur (Cert:\\LocalMachine\\CA) : ils doivent y être, et non dans « Personnel ». Remplacez THUMBPRINT par l’empreinte numérique du nouveau certificat."
            }
            GuideText::InstallDefaultToo => {
                "Il devient aussi le certificat par défaut, celui que reçoivent les clients qui n’envoient pas de nom de serveur."
            }
            GuideText::TlsConfigHeading => "tlsConfig de l’intégration",
            GuideText::SkipWarning => {
                "AWS ne recommande pas insecureSkipVerification, surtout pour des points de terminaison HTTPS publics : le risque d’attaques de type homme du milieu augmente."
            }
            GuideText::SkipWhere => {
                "API REST uniquement, et seulement pour les intégrations de type HTTP et HTTP_PROXY."
            }
            GuideText::SkipStillChecked => {
                "API Gateway vérifie encore la date d’expiration, le nom d’hôte et la présence d’une autorité racine dans la chaîne : le serveur doit envoyer sa racine."
            }
            GuideText::SkipRootDemands => {
                "La racine doit avoir keyCertSign dans son extension keyUsage et CA:TRUE dans ses basicConstraints."
            }
            GuideText::SkipByBody => {
                "AWS::ApiGateway::Method n’a pas cette propriété ; le réglage passe par le corps OpenAPI de l’API."
            }
            GuideText::Redeploy => "Une modification prend effet au prochain déploiement de l’étape.",
            GuideText::ServerNameWhat => {
                "API Gateway compare le certificat à ce nom et l’envoie dans la négociation TLS (SNI). Avec un tlsConfig, l’intégration parle HTTPS ; sans lui, HTTP."
            }
            GuideText::ServerNameWhere => "Intégrations privées des API HTTP uniquement.",
            GuideText::CdkNlbToo => "HttpNlbIntegration et HttpServiceDiscoveryIntegration ont la même propriété.",
            GuideText::ColumnRequirement => "Exigence",
            GuideText::ColumnResult => "Résultat",
            GuideText::ColumnFinding => "Constat",
            GuideText::ColumnCode => "Code",
            GuideText::ColumnPlace => "N°",
            GuideText::ColumnRole => "Rôle",
            GuideText::ColumnName => "Nom",
            GuideText::ColumnIssuedBy => "Émis par",
            GuideText::ColumnValidUntil => "Valide jusqu’au",
            GuideText::ColumnKey => "Clé",
        }
    }

    fn phrase(&self, phrase: &GuidePhrase<'_>) -> String {
        match phrase {
            GuidePhrase::ReminderSummary { host } => say!("Le certificat TLS de {0} expire", shown(host)),
            GuidePhrase::ReminderDescription { certificate, not_after } => say!(
                "Le {0} est valide jusqu’au {1}. Installez le nouveau, avec ses intermédiaires, avant cette date ; sinon API Gateway refusera le serveur.",
                certificate,
                self.date_time(*not_after)
            ),
            GuidePhrase::WrittenBy { version } => say!("Établi par SSLEngine Doctor {0}", shown(version)),
            GuidePhrase::VerifyError { number, text } => say!("l’erreur {0} ({1})", number.to_string(), text),
        }
    }
}
