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
                "Pour OpenSSL 1.1.1 ou plus récent. La commande openssl de macOS est LibreSSL, à laquelle il manque certaines options."
            }
            GuideText::FilesNote => "Les commandes lisent ces fichiers. Enregistrez-les d’abord dans un même dossier.",
            GuideText::RootFileNote => {
                "Le serveur n’a pas envoyé la racine : procurez-vous root.pem auprès de son AC. Son empreinte indique si c’est la bonne."
            }
            GuideText::PurposeFingerprintSha256 => "Empreinte SHA-256 de l’AC, à chercher dans la liste d’AWS",
            GuideText::PurposeFingerprintSha1 => "Empreinte SHA-1 de l’AC, à chercher dans la liste d’AWS",
            GuideText::PurposeIssuer => "Émetteur du dernier certificat envoyé",
            GuideText::PurposeDates => "Pas avant et Pas après (Not Before, Not After)",
            GuideText::PurposeWholeText => "Tout le contenu du certificat du serveur",
            GuideText::PurposeStillGood => "Le certificat sera-t-il encore valide dans 30 jours ?",
            GuideText::PurposeShowChain => "La chaîne telle que le serveur l’envoie",
            GuideText::PurposeSubjectsAndIssuers => "Sujet et émetteur de chaque certificat, dans l’ordre d’envoi",
            GuideText::PurposeVerifyLinks => "Chaque certificat est-il signé par le suivant ? Sans réseau",
            GuideText::PurposeVerifyToRoot => "La chaîne mène-t-elle à la racine ? Sans réseau",
            GuideText::PurposeKeySize => "Taille de la clé du certificat du serveur",
            GuideText::PurposeNames => "Les noms pour lesquels le certificat est valide",
            GuideText::PurposeCheckHost => "Le certificat est-il valide pour le nom d’hôte ?",
            GuideText::ExpectPrints => "Doit afficher",
            GuideText::ExpectInOrder => "Doit afficher ces sujets, dans cet ordre",
            GuideText::ExpectVerified => "Doit finir par OK",
            GuideText::ExpectRejected => "Doit échouer avec",
            GuideText::LookIssuer => {
                "Le certificat de cette AC n’a pas été envoyé. Procurez-vous ce certificat, et cherchez dans la liste d’AWS l’empreinte de la racine au-dessus."
            }
            GuideText::LookMatch => {
                "La sortie indique si le nom correspond au certificat (« does match certificate »)."
            }
            GuideText::LookList => "Comparez-la à l’entrée de la liste d’AWS.",
            GuideText::LookCheckEnd => "La commande utilise l’horloge de votre machine, pas la date choisie ici.",
            GuideText::LookText => "Cherchez Not Before, Not After, Subject Alternative Name et Public-Key.",
            GuideText::LookSameChain => "Comparez-la à votre saisie : la chaîne doit être la même.",
            GuideText::LookKey => "Cherchez la ligne Public-Key.",
            GuideText::LookVerify => {
                "OpenSSL ne vérifie pas exactement ce que Java vérifie ici : son résultat peut différer."
            }
            GuideText::TrustHeading => "Faire confiance à l’AC dans le client",
            GuideText::TrustKeytool => "Importer le certificat de l’AC dans un truststore",
            GuideText::TrustProperties => {
                "Démarrer le client avec le truststore. Il remplace celui de la JVM : il doit donc contenir toutes les AC dont le client a besoin"
            }
            GuideText::TrustImage => "Importer l’AC dans le truststore d’une image",
            GuideText::TrustKubernetes => "Monter le truststore dans un pod",
            GuideText::TrustPassword => {
                "Le fichier ne contient que des certificats d’AC et aucune clé privée. Son mot de passe est « changeit »."
            }
            GuideText::PurposeTruststore => "Les certificats de confiance de la JVM du client",
            GuideText::LookTruststore => "La liste contient l’empreinte de la racine.",
            GuideText::UnseenHeading => "Ce que cette page ne peut pas vérifier",
            GuideText::UnseenConnection => "La connexion elle-même",
            GuideText::UnseenConnectionText => {
                "La commande native se connecte au serveur et vérifie la chaîne qu’il envoie. Elle indique ce qui change sans le nom de serveur (SNI), avec TLS 1.2 ou 1.3 uniquement, et à chaque adresse de l’hôte\u{202f}; elle signale aussi une demande de certificat client, une alerte, un port sans TLS et un délai dépassé. Collez la sortie de la deuxième commande dans cette page\u{a0}: elle en utilise l’hôte, les adresses et ces différences."
            }
            GuideText::UnseenServedChain => "Ce que le serveur envoie réellement",
            GuideText::UnseenServedChainText => {
                "Seule votre saisie est vérifiée. Derrière un équilibreur de charge, chaque nœud peut avoir son propre certificat, et un autre serveur peut répondre à l’intérieur du VPC. Lancez la commande plusieurs fois, et depuis le réseau à partir duquel API Gateway se connecte."
            }
            GuideText::UnseenServerName => "Nom de serveur (SNI)",
            GuideText::UnseenServerNameText => {
                "Un serveur de plusieurs hôtes choisit le certificat d’après le nom envoyé par le client. Si le client n’en envoie pas, le serveur envoie son certificat par défaut. Les deux commandes doivent afficher le même certificat."
            }
            GuideText::UnseenProtocols => "Versions de TLS",
            GuideText::UnseenProtocolsText => {
                "Si le serveur n’offre aucune version que le client accepte, le journal indique l’alerte « protocol_version » ou « handshake_failure » (Received fatal alert), et aucun certificat n’est vérifié. TLS 1.2 doit fonctionner."
            }
            GuideText::UnseenCiphers => "Suites de chiffrement",
            GuideText::UnseenCiphersText => {
                "S’il n’y en a aucune en commun, le journal indique l’alerte « handshake_failure » (Received fatal alert). AWS ne publie pas de liste pour les connexions aux serveurs. Une suite avec ECDHE et AES-GCM est un choix sûr."
            }
            GuideText::UnseenClientCertificate => "Certificat client",
            GuideText::UnseenClientCertificateText => {
                "Un serveur qui exige un certificat client refuse les clients qui n’en ont pas. La sortie contient alors « Acceptable client certificate CA names ». Le certificat client d’API Gateway est auto-signé : le serveur doit faire confiance à ce certificat lui-même."
            }
            GuideText::UnseenRevocation => "Révocation",
            GuideText::UnseenRevocationText => {
                "Cette page n’utilise pas le réseau : elle ne sait pas si un certificat a été révoqué. La première commande affiche l’adresse à interroger, la troisième celle de la liste de révocation. Toutes les AC ne fournissent pas les deux."
            }
            GuideText::UnseenNetworkPath => "Chemin réseau jusqu’au serveur",
            GuideText::UnseenNetworkPathText => {
                "Les groupes de sécurité, le lien VPC, l’écouteur et l’état des cibles peuvent bloquer un appel avant l’envoi d’un certificat. Le journal d’exécution indique alors une erreur interne ou un délai dépassé, pas une erreur SSL."
            }
            GuideText::UnseenClock => "L’heure",
            GuideText::UnseenClockText => {
                "Sauf si vous choisissez une autre date, les dates sont vérifiées avec l’horloge de votre machine. API Gateway utilise la sienne."
            }
            GuideText::ClientCertificate => "C’est un certificat client",
            GuideText::ClientCertificateHint => {
                "Le vérifier selon les règles d’AWS pour le certificat qu’une étape d’API REST envoie au serveur."
            }
            GuideText::ClientCertificateAccepted => "API Gateway peut utiliser ce certificat client",
            GuideText::ClientCertificateRejected => "API Gateway ne peut pas utiliser ce certificat client",
            GuideText::ClientCertificateNext => {
                "Importez-le dans ACM avec sa chaîne, associez son ARN à l’étape, puis déployez l’étape. Le serveur doit faire confiance à son émetteur, ce qui n’est pas vérifié ici."
            }
            GuideText::ClientCertificateSource => "Les règles d’AWS pour les certificats client",
            GuideText::InstallHeading => "Installer la chaîne réparée",
            GuideText::InstallFullChain => {
                "Le fichier doit contenir toute la chaîne, et pas seulement le certificat du serveur."
            }
            GuideText::InstallApache => {
                "Depuis Apache 2.4.8, la chaîne va dans SSLCertificateFile. Les versions antérieures la lisent dans SSLCertificateChainFile."
            }
            GuideText::InstallHaProxy => {
                "Un seul fichier : d’abord la chaîne, puis la clé. Seul root doit pouvoir le lire."
            }
            GuideText::InstallLoadBalancer => {
                "ACM exige le certificat du serveur et le reste de la chaîne dans deux fichiers. Importez-les dans la région de l’équilibreur de charge. Avec --certificate-arn, le certificat est remplacé sur place. Les certificats émis par ACM lui-même sont déjà complets."
            }
            GuideText::InstallKubernetes => {
                "Le secret doit être dans l’espace de noms de l’Ingress. Si le client n’envoie pas de nom de serveur, le contrôleur envoie son propre certificat par défaut. Faites de ce certificat celui par défaut, ou veillez à ce que le nom soit envoyé."
            }
            GuideText::InstallTomcat => {
                "keytool doit afficher une chaîne de plus d’un certificat. Avec un keystore qui ne contient que le certificat du serveur, Tomcat n’envoie aucun certificat intermédiaire."
            }
            GuideText::InstallIis => {
                "À exécuter en tant qu’administrateur. Windows envoie les certificats intermédiaires qu’il trouve dans le magasin « Autorités de certification intermédiaires » de l’ordinateur (Cert:\\LocalMachine\\CA) : ils doivent y être, et non dans « Personnel ». Remplacez THUMBPRINT par l’empreinte numérique du nouveau certificat."
            }
            GuideText::InstallDefaultToo => {
                "Il devient aussi le certificat par défaut, envoyé aux clients qui n’envoient pas de nom de serveur."
            }
            GuideText::TlsConfigHeading => "tlsConfig de l’intégration",
            GuideText::SkipWarning => {
                "AWS ne recommande pas insecureSkipVerification, surtout pour des points de terminaison HTTPS publics : cette option augmente le risque d’attaques de type homme du milieu."
            }
            GuideText::SkipWhere => {
                "API REST uniquement, et seulement pour les intégrations de type HTTP et HTTP_PROXY."
            }
            GuideText::SkipStillChecked => {
                "API Gateway vérifie encore la date d’expiration, le nom d’hôte et la présence d’une AC racine dans la chaîne. Le serveur doit envoyer sa racine."
            }
            GuideText::SkipRootDemands => {
                "La racine doit avoir keyCertSign dans son extension keyUsage et CA:TRUE dans ses basicConstraints."
            }
            GuideText::SkipByBody => {
                "AWS::ApiGateway::Method n’a pas cette propriété. Définissez-la dans le corps OpenAPI de l’API."
            }
            GuideText::Redeploy => "Une modification prend effet au prochain déploiement de l’étape.",
            GuideText::ServerNameWhat => {
                "API Gateway vérifie le certificat pour ce nom et l’envoie dans la négociation TLS (SNI). L’intégration utilise HTTPS si tlsConfig est défini, sinon HTTP."
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
                "Le {0} est valide jusqu’au {1}. Installez le nouveau, avec ses certificats intermédiaires, avant cette date. Sinon, API Gateway refusera le serveur.",
                certificate,
                self.date_time(*not_after)
            ),
            GuidePhrase::WrittenBy { version } => say!("Établi par SSLEngine Doctor {0}", shown(version)),
            GuidePhrase::VerifyError { number, text } => say!("l’erreur {0} ({1})", number.to_string(), text),
        }
    }
}
