//! French: clients.

use super::{ClientPageText, ClientText, ClientWords};
use crate::i18n::format::say;
use crate::i18n::grammar::fr::French;
use crate::trust::client::ClientKind;

impl ClientWords for French {
    fn name(&self, kind: &ClientKind) -> String {
        match kind {
            ClientKind::ApiGateway => "API Gateway".to_owned(),
            ClientKind::Java { version, build } => say!("Java {0} ({1})", version, build),
            ClientKind::OpenJdk(month) => say!("Java (truststore d’OpenJDK, {0})", month),
            ClientKind::Mozilla(month) => say!("Java (magasin de Mozilla, {0})", month),
            ClientKind::Browser(month) => say!(
                "Dernier magasin de Mozilla ({0}), pour comparer avec les navigateurs",
                month
            ),
            ClientKind::Truststore => "Java avec votre truststore".to_owned(),
        }
    }

    fn text(&self, text: ClientText) -> &'static str {
        match text {
            ClientText::Client => "Client",
            ClientText::TrustedCa => "AC de confiance",
            ClientText::TrustedCaTitle => "Une autorité de certification à laquelle le client fait confiance",
            ClientText::TrustedCaWhy => {
                "Java ne fait confiance qu’aux certificats de son truststore. Si la chaîne ne mène à aucun d’eux, la négociation TLS échoue avant toute requête."
            }
            ClientText::KeyLimitWhy => {
                "AWS limite la clé à 2048 bits pour API Gateway. Les autres clients Java n’ont pas de limite supérieure."
            }
            ClientText::SideBySide => "Autres clients",
            ClientText::Answer => "Réponse",
            ClientText::Reason => "Raison",
            ClientText::Accepts => "accepte",
            ClientText::Rejects => "refuse",
            ClientText::OutsideLimits => "hors des limites d’AWS",
            ClientText::NeedsTruststore => {
                "Cette chaîne a été vérifiée avec un truststore, qu’un lien ne contient jamais. Ajoutez le truststore pour la vérifier de nouveau."
            }
            ClientText::WhichJava => {
                "Cela ressemble à une application Java. Indiquez laquelle, car son truststore diffère de celui d’API Gateway."
            }
        }
    }

    fn page_text(&self, text: ClientPageText) -> &'static str {
        match text {
            ClientPageText::Builds => "Versions de Java",
            ClientPageText::OpenJdk => "Java avec le truststore d’OpenJDK",
            ClientPageText::Mozilla => "Java avec le magasin de Mozilla",
            ClientPageText::Browsers => "Navigateurs",
            ClientPageText::OwnTruststore => "Mon truststore…",
            ClientPageText::TruststoreFile => "Truststore",
            ClientPageText::TruststoreChoose => "Choisir le fichier",
            ClientPageText::TruststoreHint => {
                "Ou déposez-le ici : JKS, PKCS#12, cacerts, PEM ou la sortie de keytool -list -rfc. Il reste dans cet onglet et ne fait jamais partie d’un lien."
            }
            ClientPageText::TruststoreMissing => "Choisissez le truststore à utiliser pour la vérification.",
            ClientPageText::TruststoreUnreadable => "Impossible de lire le truststore.",
            ClientPageText::TruststoreEmpty => {
                "Java ne fait confiance à aucun certificat de ce truststore : aucun n’est une entrée de confiance."
            }
            ClientPageText::ChooseClient => "Choisir le client",
            ClientPageText::Compare => "Comparer les clients",
            ClientPageText::CompareNote => {
                "La même chaîne, le même moment et le même hôte, vérifiés pour d’autres clients."
            }
            ClientPageText::CompareAll => "Afficher tous les clients",
            ClientPageText::Comparing => "Vérification pour chaque client…",
            ClientPageText::CompareFailed => "Impossible de comparer les clients.",
            ClientPageText::DownloadTruststore => "Télécharger truststore.p12",
            ClientPageText::DownloadCa => "Télécharger ca.pem",
            ClientPageText::DownloadFailed => "Impossible de créer le truststore.",
            ClientPageText::CaNotSent => {
                "Le serveur n’envoie pas la racine de l’AC. Demandez-la aux responsables de l’AC et enregistrez-la sous le nom ca.pem."
            }
        }
    }

    fn other_words(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                " Avec une AC privée, une API REST peut activer insecureSkipVerification, ce qu’AWS ne recommande pas.",
                "",
            ),
            (
                "Pour garder l’AC privée, une API REST peut activer insecureSkipVerification, ce qu’AWS ne recommande pas ; le serveur doit alors envoyer la racine.",
                "Pour garder l’AC privée, importez sa racine dans le truststore du client.",
            ),
            (
                "Demandez un certificat public dans ACM (aws acm request-certificate sans --certificate-authority-arn) et configurez-le sur l’équilibreur de charge.",
                "Installez un certificat d’une AC publique à laquelle le client fait confiance.",
            ),
            (
                "API Gateway prend en charge l’AC publique d’ACM, mais aucune AC privée, sauf avec insecureSkipVerification.",
                "Le client ne fait confiance à aucune AC privée, sauf si sa racine est dans le truststore.",
            ),
            (
                "API Gateway ne prend en charge aucune AC privée, sauf avec insecureSkipVerification.",
                "Le client ne fait confiance à aucune AC privée, sauf si sa racine est dans le truststore.",
            ),
            (
                "Cela ne gêne pas, mais seul insecureSkipVerification en a besoin : sans cette option, API Gateway utilise sa propre copie de la racine.",
                "Cela ne gêne pas, mais Java n’en a pas besoin : il utilise sa propre copie de la racine.",
            ),
            (
                "Indiquez dans l’URI de l’intégration un nom de votre propre domaine que le certificat contient, et faites-le pointer vers le serveur avec un enregistrement DNS (CNAME ou alias Route 53). Avec un lien VPC, API Gateway compare au certificat le nom de l’URI, ou tlsConfig.serverNameToVerify pour une API HTTP.",
                "Appelez le serveur par un nom de votre propre domaine que le certificat contient, et faites-le pointer vers le serveur avec un enregistrement DNS.",
            ),
            ("Si un lien VPC n’envoie pas de nom", "Si le client n’envoie pas de nom"),
            ("l’URI de l’intégration", "l’URL du client"),
            ("L’URI de l’intégration", "L’URL du client"),
            (", par exemple dans AWS CloudShell,", ""),
            (", comme Let’s Encrypt ou l’AC publique d’ACM", ", comme Let’s Encrypt"),
            (" (comme Let’s Encrypt ou ACM)", " (comme Let’s Encrypt)"),
            ("comme Let’s Encrypt ou ACM", "comme Let’s Encrypt"),
            (
                "L’article d’AWS exige que tous les certificats soient en cours de validité, mais Java ne vérifie pas les dates d’une racine de confiance.",
                "Java ne vérifie pas les dates d’un certificat de confiance.",
            ),
            (
                "Java ne vérifie pas les dates d’une racine de confiance, mais l’article d’AWS exige que tous les certificats soient en cours de validité.",
                "Java ne vérifie pas les dates d’un certificat de confiance.",
            ),
            (
                "même si Java et la liste d’AWS l’acceptent encore",
                "même si Java l’accepte encore",
            ),
            (
                "AWS liste une racine de ce nom sous",
                "Le truststore contient une racine de ce nom :",
            ),
            ("qu’AWS liste sous", "que le truststore contient sous"),
            ("AWS le liste sous", "Le truststore le contient sous"),
            ("AWS la liste sous", "Le truststore la contient sous"),
            (
                "n’est pas prise en charge par API Gateway, mais une version signée par une autre AC l’est",
                "n’est pas dans le truststore, mais une version signée par une autre AC mène à une racine de confiance",
            ),
            (
                "n’est pas prise en charge, mais une version signée par une autre AC l’est",
                "n’est pas de confiance, mais une version signée par une autre AC l’est",
            ),
            (
                "n’est pas une AC prise en charge par API Gateway",
                "n’est pas une AC à laquelle Java fait confiance",
            ),
            (
                "n’est pas prise en charge par API Gateway",
                "n’est pas dans le truststore",
            ),
            ("pris en charge par API Gateway", "auquel Java fait confiance"),
            ("prise en charge par API Gateway", "à laquelle Java fait confiance"),
            ("si API Gateway prend en charge l’AC", "si Java fait confiance à l’AC"),
            (
                "API Gateway ne prend pas en charge cette AC",
                "Java ne fait pas confiance à cette AC",
            ),
            ("l’AC prise en charge", "l’AC de confiance"),
            ("racine prise en charge", "racine de confiance"),
            ("absent de la liste d’API Gateway", "absent du truststore"),
            ("absente de la liste d’API Gateway", "absente du truststore"),
            ("de la liste d’API Gateway", "du truststore"),
            ("n’est pas dans la liste d’API Gateway", "n’est pas dans le truststore"),
            ("dans la liste d’API Gateway", "dans le truststore"),
            ("dans la liste d’AWS", "dans le truststore"),
            ("sur la liste d’AWS", "dans le truststore"),
            ("de la liste d’AWS", "du truststore"),
            ("la liste d’AWS", "le truststore"),
            ("n’est pas sur la liste", "n’est pas dans le truststore"),
            ("est sur la liste", "est dans le truststore"),
            ("est absente de la liste", "est absente du truststore"),
            ("racine listée", "racine de confiance"),
            ("un autre réseau", "le réseau du client"),
            ("d’API Gateway", "de {0}"),
            ("qu’API Gateway", "que {0}"),
            ("l’URL de l’intégration", "l’URL du client"),
            ("Hôte de l’intégration", "Hôte"),
            ("API Gateway", "{0}"),
        ]
    }
}
