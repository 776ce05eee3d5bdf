//! French: messages of logs and tools.

use super::{Closing, MessageWords, Text};
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::fr::French;
use crate::ingest::{Alert, LogKind, Meaning, Side};

fn text(clause: &str, more: &str) -> Text {
    (clause.to_owned(), more.to_owned())
}

impl MessageWords for French {
    fn own(&self, kind: &LogKind) -> Text {
        match kind {
            LogKind::GeneralSslEngineProblem => text(
                "Java a refusé le certificat du serveur sans dire pourquoi",
                "Les anciennes versions de Java affichent « General SSLEngine problem » pour tous ces échecs : une AC non prise en charge, un certificat intermédiaire manquant, une date, un nom d’hôte.",
            ),
            LogKind::PathBuildingFailed => text(
                "Java n’a trouvé aucun chemin du certificat du serveur à une AC de confiance",
                "Soit l’AC n’est pas prise en charge (exigence 1), soit un certificat intermédiaire n’a pas été envoyé (exigence 3).",
            ),
            LogKind::ValidityCheckFailed { not_after, not_before } => (
                match (not_after, not_before) {
                    (Some(date), _) => say!("un certificat de la chaîne a expiré ({0})", shown(date)),
                    (None, Some(date)) => say!("un certificat de la chaîne n’est pas encore valide ({0})", shown(date)),
                    (None, None) => "un certificat de la chaîne a expiré ou n’est pas encore valide".to_owned(),
                },
                "C’est l’exigence 2. Remplacez ce certificat sur le serveur.".to_owned(),
            ),
            LogKind::PathValidationFailed => text(
                "Java a trouvé un chemin vers une racine, mais a refusé un de ses certificats",
                "La raison suit dans le message ou dans la ligne « Caused by » suivante.",
            ),
            LogKind::AlgorithmConstraints => text(
                "une clé ou une signature de la chaîne utilise un algorithme que Java a désactivé",
                "Par exemple MD5, RSA de moins de 1024 bits ou EC de moins de 224 bits. Réémettez ce certificat avec SHA-256 et RSA 2048.",
            ),
            LogKind::HostNameMismatch { host, subject } => (
                match host {
                    Some(host) => say!("le certificat du serveur n’est pas valable pour « {0} »", shown(host)),
                    None => "le certificat du serveur est celui d’un autre nom d’hôte".to_owned(),
                },
                match subject {
                    Some(subject) => say!("Il est émis pour « {0} ». Soit le nom dans l’intégration est faux, soit le serveur a envoyé le certificat d’un autre hôte.", shown(subject)),
                    None => "Soit le nom dans l’intégration est faux, soit le serveur a envoyé le certificat d’un autre hôte.".to_owned(),
                },
            ),
            LogKind::NoSubjectAlternativeName { host } => (
                match host {
                    Some(host) => say!("le certificat du serveur ne contient pas le nom « {0} »", shown(host)),
                    None => "le certificat du serveur ne contient pas le nom de l’hôte".to_owned(),
                },
                "Utilisez un nom qui figure dans le certificat, ou réémettez-le avec ce nom parmi les noms alternatifs du sujet.".to_owned(),
            ),
            LogKind::ExtendedKeyUsage => text(
                "le certificat du serveur n’est pas prévu pour les serveurs TLS",
                "Il manque serverAuth dans son extendedKeyUsage. Réémettez-le pour un serveur.",
            ),
            LogKind::HandshakeFailure => text(
                "le serveur a mis fin à la négociation TLS avec l’alerte « handshake_failure » (40)",
                "Il n’a trouvé aucune suite cryptographique commune, ou il exige un certificat client ou un nom de serveur (SNI). Le journal du serveur le précise.",
            ),
            LogKind::ProtocolVersion => text(
                "le serveur et API Gateway n’ont aucune version de TLS en commun",
                "Le serveur doit proposer TLS 1.2 ou une version ultérieure.",
            ),
            LogKind::PlaintextConnection => text(
                "le serveur a répondu sans TLS",
                "Ce port n’utilise pas TLS. Vérifiez le port, et si l’URL doit commencer par http.",
            ),
            LogKind::RemoteHostClosed => text(
                "le serveur a fermé la connexion pendant la négociation TLS",
                "Il exige peut-être un nom de serveur (SNI) ou un certificat client, ou un élément du réseau bloque la connexion.",
            ),
            LogKind::ConnectionReset => text(
                "la connexion a été réinitialisée",
                "Un pare-feu, un proxy ou le serveur l’a coupée.",
            ),
            LogKind::PlainHttpToHttpsPort => text(
                "du HTTP en clair a été envoyé à un port TLS",
                "Faites commencer l’URL de l’intégration par https, ou définissez tlsConfig sur l’intégration privée d’une API HTTP.",
            ),
            LogKind::InternalError => text(
                "API Gateway n’a pas pu joindre le serveur",
                "Avec un lien VPC, vérifiez l’état de santé des cibles et les groupes de sécurité.",
            ),
            LogKind::NetworkError => text(
                "API Gateway n’a pas pu joindre le serveur à temps",
                "Vérifiez l’adresse, le port, le pare-feu et le délai d’attente.",
            ),
            LogKind::InvalidEndpointAddress => text(
                "l’adresse de l’intégration n’est pas valide",
                "Corrigez l’adresse du serveur.",
            ),
            LogKind::MalformedLambdaProxyResponse => text(
                "la fonction Lambda a répondu dans un format qu’API Gateway n’accepte pas",
                "La fonction doit renvoyer statusCode, headers et une chaîne de caractères comme body.",
            ),
            LogKind::LambdaPermissions => text(
                "API Gateway n’a pas le droit d’appeler la fonction Lambda",
                "Ajoutez à la fonction une autorisation pour apigateway.amazonaws.com (aws lambda add-permission).",
            ),
            LogKind::HeaderAlreadyPresent => text(
                "un en-tête a été défini deux fois",
                "Supprimez l’en-tête de la réponse du serveur ou du mappage.",
            ),
            LogKind::RoleNotAssumable => text(
                "API Gateway n’a pas le droit d’assumer le rôle configuré",
                "La politique d’approbation du rôle doit autoriser apigateway.amazonaws.com.",
            ),
            LogKind::UnknownExecutionFailure { text } => (
                say!("l’exécution a échoué avec « {0} »", shown(text)),
                "Cet outil ne connaît pas ce message.".to_owned(),
            ),
            LogKind::OtherAlert { .. }
            | LogKind::OpensslVerifyError { .. }
            | LogKind::OpensslError { .. }
            | LogKind::CurlError { .. }
            | LogKind::Known { .. } => Text::default(),
        }
    }

    fn meaning(&self, meaning: Meaning, name: Option<&str>) -> Text {
        let (clause, more) = match (meaning, name) {
            (Meaning::HostName, Some(name)) => {
                let clause = say!("le certificat du serveur n’est pas valable pour « {0} »", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::OldTls, Some(name)) => {
                let clause = say!(
                    "le serveur ne propose qu’une ancienne version de TLS ({0})",
                    shown(name)
                );
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::IllegalHostName, Some(name)) => {
                let clause = say!("Java n’accepte pas « {0} » comme nom d’hôte", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::NoSharedCipher, Some(name)) => {
                let clause = say!(
                    "le serveur a choisi une suite de chiffrement que Java 17 ne propose pas ({0})",
                    shown(name)
                );
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::ServerNameRefused, Some(name)) => {
                let clause = say!(
                    "le serveur refuse le nom de serveur (SNI) «\u{a0}{0}\u{a0}»",
                    shown(name)
                );
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::OtherChainAtAddress, Some(name)) => {
                let clause = say!("l’adresse {0} envoie une autre chaîne, ou aucune", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            _ => plain(meaning),
        };
        text(clause, more)
    }

    fn reported(&self, kind: &LogKind) -> String {
        match kind {
            LogKind::OpensslVerifyError {
                number,
                text,
                depth: Some(depth),
                ..
            } => say!(
                "OpenSSL a signalé « {0} » (erreur {1}, profondeur {2})",
                shown(text),
                number.to_string(),
                depth.to_string()
            ),
            LogKind::OpensslVerifyError { number, text, .. } => {
                say!(
                    "OpenSSL a signalé « {0} » (erreur {1})",
                    shown(text),
                    number.to_string()
                )
            }
            LogKind::CurlError { number, text, .. } => {
                say!(
                    "curl a signalé « {0} » (code de sortie {1})",
                    shown(text),
                    number.to_string()
                )
            }
            LogKind::OpensslError { text, .. } => say!("OpenSSL a signalé « {0} »", shown(text)),
            _ => String::new(),
        }
    }

    fn by(&self, clause: &str, tool: &str, as_client: bool) -> String {
        if as_client {
            say!("{0} ({1}, en tant que client)", clause, tool)
        } else {
            say!("{0} ({1})", clause, tool)
        }
    }

    fn alert(&self, name: &str, number: Option<u32>, side: Side) -> String {
        let who = match side {
            Side::Client => "le serveur a mis fin à la négociation TLS",
            Side::Server => "le client a mis fin à la négociation TLS",
            Side::Unknown => "l’autre partie a mis fin à la négociation TLS",
        };
        match number {
            Some(number) => say!("{0} avec l’alerte « {1} » ({2})", who, shown(name), number.to_string()),
            None => say!("{0} avec l’alerte « {1} »", who, shown(name)),
        }
    }

    fn alert_meaning(&self, alert: Option<Alert>, received_by_server: bool) -> &'static str {
        match (alert, received_by_server) {
            (Some(Alert::HandshakeFailure), false) => {
                "Il n’a trouvé aucune suite cryptographique commune, ou il exige un certificat client, un nom de serveur (SNI) ou une autre suite. Le journal du serveur le précise."
            }
            (Some(Alert::HandshakeFailure), true) => {
                "Le client n’a trouvé aucune suite cryptographique ni aucun algorithme de signature en commun. Comparez les réglages TLS du serveur avec ceux du client."
            }
            (Some(Alert::BadCertificate), false) => {
                "Il a refusé le certificat client, ou il en exige un qui n’a pas été envoyé. Envoyez un certificat client d’une AC que le serveur accepte."
            }
            (Some(Alert::BadCertificate), true) => {
                "Le client a refusé le certificat du serveur, endommagé ou inadapté. L’exploitant du serveur doit corriger la chaîne envoyée."
            }
            (Some(Alert::UnsupportedCertificate), false) => {
                "Il n’accepte pas le type ou l’usage du certificat client. Envoyez-en un pour clientAuth."
            }
            (Some(Alert::UnsupportedCertificate), true) => {
                "Le client n’accepte pas le type ou l’usage du certificat du serveur. Réémettez-le pour un serveur (serverAuth)."
            }
            (Some(Alert::CertificateRevoked), false) => {
                "Il indique que le certificat client a été révoqué. Remplacez le certificat client."
            }
            (Some(Alert::CertificateRevoked), true) => {
                "Le client indique que le certificat du serveur a été révoqué. Remplacez le certificat du serveur."
            }
            (Some(Alert::CertificateExpired), false) => {
                "Il indique que le certificat client a expiré. Renouvelez le certificat client."
            }
            (Some(Alert::CertificateExpired), true) => {
                "Le client indique qu’un certificat du serveur a expiré. Renouvelez-le ; c’est l’exigence 2."
            }
            (Some(Alert::CertificateUnknown), false) => {
                "Il a refusé le certificat client. Son exploitant doit indiquer quels certificats clients il accepte."
            }
            (Some(Alert::CertificateUnknown), true) => {
                "Le client a refusé le certificat du serveur. Java et API Gateway envoient cette alerte lorsqu’ils affichent « General SSLEngine problem » ou « PKIX path building failed »."
            }
            (Some(Alert::UnknownCa), false) => {
                "Il ne connaît pas l’AC du certificat client. Son exploitant doit ajouter cette AC, ou il faut un certificat d’une autre AC."
            }
            (Some(Alert::UnknownCa), true) => {
                "Le client ne connaît pas l’AC du certificat du serveur, ou le serveur n’a pas envoyé un certificat intermédiaire (exigences 1 et 3)."
            }
            (Some(Alert::AccessDenied), false) => {
                "Il a accepté le certificat mais refusé l’accès. Son exploitant doit autoriser ce client."
            }
            (Some(Alert::AccessDenied), true) => {
                "Le client a accepté le certificat mais refusé l’accès. Consultez le journal du client."
            }
            (Some(Alert::DecryptError), false) => {
                "Une signature de la négociation était fausse : le certificat client et sa clé privée ne vont peut-être pas ensemble."
            }
            (Some(Alert::DecryptError), true) => {
                "Une signature de la négociation était fausse : le certificat du serveur et sa clé privée ne vont peut-être pas ensemble."
            }
            (Some(Alert::ProtocolVersion), false) => {
                "Il n’accepte pas la version de TLS que le client propose. Pour API Gateway, le serveur doit proposer TLS 1.2 ou une version ultérieure."
            }
            (Some(Alert::ProtocolVersion), true) => {
                "Le client n’accepte pas la version de TLS du serveur. Activez TLS 1.2 ou une version ultérieure sur le serveur."
            }
            (Some(Alert::InsufficientSecurity), false) => {
                "Il exige des suites cryptographiques plus fortes que celles du client. Activez sur le serveur une suite que le client connaît."
            }
            (Some(Alert::InsufficientSecurity), true) => {
                "Le client exige des suites cryptographiques plus fortes que celles du serveur. Mettez à jour les réglages TLS du serveur."
            }
            (Some(Alert::InternalError), false) => {
                "Quelque chose a échoué sur le serveur, par exemple le choix d’un certificat pour le nom de serveur (SNI). Consultez le journal du serveur."
            }
            (Some(Alert::InternalError), true) => {
                "Quelque chose a échoué dans le client. Consultez le journal du client."
            }
            (Some(Alert::InappropriateFallback), false) => {
                "Le client a réessayé avec une version plus ancienne de TLS alors que le serveur en accepte une plus récente. Quelque chose perturbe la première tentative."
            }
            (Some(Alert::UnrecognizedName), false) => {
                "Il ne connaît pas ce nom d’hôte. Vérifiez le nom de serveur (SNI) envoyé, ou ajoutez ce nom au serveur."
            }
            (Some(Alert::CertificateRequired), false) => {
                "Il exige un certificat client, et aucun n’a été envoyé. Configurez un certificat client pour API Gateway, ou n’en exigez pas."
            }
            (Some(Alert::NoApplicationProtocol), false) => {
                "Il n’accepte aucun des protocoles applicatifs que le client propose (ALPN), comme h2 ou http/1.1. Activez http/1.1 sur le serveur."
            }
            (Some(Alert::BadCertificateStatusResponse), _) => {
                "La réponse OCSP agrafée manquait ou était fausse. Corrigez l’agrafage OCSP sur le serveur."
            }
            (Some(Alert::MissingExtension), _) => {
                "Une extension TLS obligatoire manque, souvent le nom de serveur (SNI)."
            }
            (
                Some(Alert::IllegalParameter | Alert::DecodeError | Alert::UnexpectedMessage | Alert::BadRecordMac),
                _,
            ) => {
                "Une partie ne comprend pas les messages TLS de l’autre. Un proxy les modifie peut-être, ou l’une des deux a un défaut : mettez à jour sa bibliothèque TLS."
            }
            (
                Some(
                    Alert::InappropriateFallback
                    | Alert::UnrecognizedName
                    | Alert::CertificateRequired
                    | Alert::NoApplicationProtocol,
                )
                | None,
                _,
            ) => "Cette partie a pris la décision. Consultez son journal pour en connaître la raison.",
        }
    }

    fn either(&self, client: &str, server: &str) -> String {
        if client == server {
            client.to_owned()
        } else {
            say!(
                "Si un serveur a écrit ce message : {0} Si un client l’a écrit, l’alerte vient du serveur : {1}",
                server,
                client
            )
        }
    }

    fn closing(&self, closing: Closing) -> &'static str {
        match closing {
            Closing::SameCheck => "API Gateway fait la même vérification.",
            Closing::OwnList => "API Gateway fait la même vérification, avec sa propre liste d’AC.",
            Closing::NotInChain => "La chaîne ne peut pas montrer la cause.",
            Closing::ThisMachine => "Cela concerne la machine où le message a été écrit, pas API Gateway.",
            Closing::NotCertificate => "Ce n’est pas un problème de certificat.",
            Closing::PasteChain => "Collez la chaîne que le serveur envoie pour voir la cause.",
            Closing::PasteChainAndHost => "Collez la chaîne que le serveur envoie, et saisissez le nom d’hôte.",
        }
    }
}

fn plain(meaning: Meaning) -> (&'static str, &'static str) {
    match meaning {
        Meaning::NotChained => (
            "aucune racine de confiance n’a la clé qui a signé la chaîne",
            "Java n’a trouvé aucun chemin de la chaîne vers une racine de la liste : les noms correspondent peut-être, mais la racine a une autre clé, ou la chaîne mène à une autre AC. Envoyez une chaîne qui mène à une racine de la liste (exigences 1 et 3).",
        ),
        Meaning::SignatureInvalid => (
            "une signature de la chaîne ne correspond pas à la clé de son émetteur",
            "L’émetteur a été réémis avec une autre clé, ou un certificat a été modifié. Envoyez le certificat intermédiaire qui a signé le certificat situé au-dessous (exigence 3).",
        ),
        Meaning::NotACa => (
            "un certificat de la chaîne en a émis d’autres sans être un certificat d’AC",
            "Il manque CA:TRUE dans ses basicConstraints. L’exploitant de l’AC doit le réémettre (exigence 3).",
        ),
        Meaning::PathTooLong => (
            "la chaîne a plus de certificats d’AC que l’un d’eux ne le permet",
            "Son pathLenConstraint ou la limite du client est dépassé. L’exploitant de l’AC doit le réémettre, ou il faut une chaîne plus courte (exigence 3).",
        ),
        Meaning::NoKeyCertSign => (
            "un certificat d’AC n’a pas le droit de signer des certificats",
            "Il manque keyCertSign dans son keyUsage. L’exploitant de l’AC doit le réémettre (exigence 3).",
        ),
        Meaning::LeafKeyUsage => (
            "le keyUsage du certificat du serveur ne permet pas cette négociation TLS",
            "Il y manque digitalSignature ou keyEncipherment. Réémettez-le avec les deux.",
        ),
        Meaning::ExtendedKeyUsage => (
            "le certificat du serveur n’est pas prévu pour les serveurs TLS",
            "Il manque serverAuth dans son extendedKeyUsage. Réémettez-le pour un serveur.",
        ),
        Meaning::NetscapeCertType => (
            "le certificat du serveur n’est pas prévu pour les serveurs TLS",
            "Son type de certificat Netscape n’inclut pas « SSL server ». Réémettez-le sans cette ancienne extension.",
        ),
        Meaning::NameConstraints => (
            "une AC n’a pas le droit d’émettre des certificats pour ce nom",
            "Les nameConstraints d’un certificat d’AC excluent ce nom, ou Java ne sait pas les vérifier. Utilisez une autre AC ou un autre nom (exigence 3).",
        ),
        Meaning::Policy => (
            "les politiques de certification de la chaîne sont incompatibles",
            "Un certificat d’AC exige une politique qui manque dans un autre. L’exploitant de l’AC doit le corriger (exigence 3).",
        ),
        Meaning::CriticalExtension => (
            "un certificat a une extension critique que le client ne connaît pas",
            "Un client doit refuser un tel certificat. Réémettez-le sans cette extension, ou avec l’extension non critique (exigence 3).",
        ),
        Meaning::Unreadable => (
            "un certificat est illisible",
            "Un de ses champs ne respecte pas la norme. Réémettez ce certificat.",
        ),
        Meaning::JavaException => (
            "Java a échoué de façon inattendue pendant la vérification du certificat",
            "Un nom d’hôte, un certificat ou une extension inhabituels en sont la cause. Utilisez un nom d’hôte ordinaire et réémettez le certificat.",
        ),
        Meaning::TooManyCertificates => (
            "le serveur envoie plus de certificats que Java n’en accepte",
            "Java en accepte dix. N’envoyez que le certificat du serveur et ses certificats intermédiaires (exigence 3).",
        ),
        Meaning::MessageTooLarge => (
            "les certificats sont plus volumineux que Java ne l’accepte",
            "Java accepte un message de négociation de 32 768 octets. N’envoyez que le certificat du serveur et ses certificats intermédiaires.",
        ),
        Meaning::IllegalHostName => (
            "Java n’accepte pas le nom d’hôte de l’intégration",
            "Il contient un caractère interdit dans un nom d’hôte, comme un tiret bas. Utilisez un autre nom pour le serveur.",
        ),
        Meaning::HostName => (
            "le certificat du serveur est celui d’un autre nom d’hôte",
            "Soit le nom d’hôte de la requête est faux, soit le serveur a envoyé le certificat d’un autre hôte. Utilisez un nom qui figure dans le certificat, ou réémettez-le avec ce nom parmi les noms alternatifs du sujet.",
        ),
        Meaning::CommonNameOnly => (
            "le nom d’hôte ne figure que dans le nom courant du certificat",
            "Ce client exige un nom alternatif du sujet. Java accepte le nom courant s’il n’y a pas de nom alternatif ; réémettez tout de même le certificat avec un nom alternatif.",
        ),
        Meaning::Expired => (
            "un certificat a expiré",
            "L’exploitant du serveur doit le renouveler (exigence 2).",
        ),
        Meaning::NotYetValid => (
            "un certificat n’est pas encore valide",
            "Attendez qu’il le soit, réémettez-le, ou corrigez l’horloge de la machine (exigence 2).",
        ),
        Meaning::OutOfDate => (
            "un certificat a expiré ou n’est pas encore valide",
            "L’exploitant du serveur doit le renouveler, ou l’horloge de la machine est fausse (exigence 2).",
        ),
        Meaning::UnknownIssuer => (
            "ce client ne connaît pas l’émetteur d’un certificat",
            "Soit un certificat intermédiaire n’a pas été envoyé (exigence 3), soit le client ne fait pas confiance à l’AC (exigence 1).",
        ),
        Meaning::IssuerMissing => (
            "l’émetteur d’un certificat d’AC manque",
            "Le serveur ne l’a pas envoyé, et ce client ne lui fait pas confiance (exigences 1 et 3).",
        ),
        Meaning::FirstUnverified => (
            "l’émetteur du certificat du serveur manque ou est inconnu",
            "Le serveur n’a probablement envoyé que son propre certificat : il doit aussi envoyer le certificat intermédiaire (exigence 3).",
        ),
        Meaning::SelfSigned => (
            "le certificat du serveur est autosigné",
            "C’est peut-être un certificat par défaut. Installez sur le serveur un certificat d’une AC publique (exigence 1).",
        ),
        Meaning::PrivateRoot => (
            "la chaîne mène à une racine à laquelle ce client ne fait pas confiance",
            "C’est la racine d’une AC privée ou d’un proxy d’inspection TLS sur le trajet. Appelez le serveur depuis un autre réseau, ou utilisez une AC publique (exigence 1).",
        ),
        Meaning::VerifyFailed => (
            "le client a refusé le certificat du serveur",
            "La raison est à côté de ce message : un émetteur inconnu, une date ou un nom d’hôte.",
        ),
        Meaning::Weak => (
            "une clé ou une signature de la chaîne est trop faible",
            "Réémettez ce certificat avec SHA-256 et au moins RSA 2048 ou EC P-256. Les limites de Java sont plus basses : RSA 1024, EC 224, pas de MD5.",
        ),
        Meaning::Distrusted => (
            "cette version de Java ne fait plus confiance à la racine de la chaîne",
            "Un truststore qui contient la racine n’y change rien. Demandez un certificat à une autre AC.",
        ),
        Meaning::Blocked => (
            "un certificat de la chaîne est sur la liste des certificats bloqués de Java",
            "Demandez à l’AC un certificat d’un autre intermédiaire, ou changez d’AC.",
        ),
        Meaning::Revoked => (
            "un certificat a été révoqué",
            "L’exploitant du serveur doit le remplacer. AWS ne dit pas si API Gateway vérifie la révocation.",
        ),
        Meaning::RevocationUnknown => (
            "on ne sait pas si un certificat a été révoqué",
            "Le client n’a pas pu joindre le serveur OCSP ou la liste de révocation de l’AC. Autorisez cette connexion, ou désactivez la vérification.",
        ),
        Meaning::StapledResponse => (
            "la réponse OCSP agrafée manque ou est fausse",
            "Corrigez l’agrafage OCSP sur le serveur.",
        ),
        Meaning::NoPeerCertificate => (
            "le serveur n’a pas envoyé de certificat",
            "La négociation TLS a échoué avant, ou ce port n’utilise pas TLS. Vérifiez le port, le nom de serveur (SNI) et les versions de TLS.",
        ),
        Meaning::PeerNotAuthenticated => (
            "la négociation TLS a échoué plus tôt, il n’y a donc pas de certificat du serveur",
            "La cause est plus haut dans le journal : cherchez SSLHandshakeException. Pour la raison complète, démarrez Java avec -Djavax.net.debug=ssl,handshake.",
        ),
        Meaning::ClientCertificateMissing => (
            "le serveur exige un certificat client et n’en a pas reçu",
            "Configurez un certificat client pour API Gateway et faites-le accepter par le serveur, ou n’en exigez pas.",
        ),
        Meaning::OtherChainWithoutName => (
            "le serveur envoie une autre chaîne, ou aucune, si le client n’envoie pas de nom de serveur (SNI)",
            "Un client qui n’envoie pas de nom, ou un autre nom, reçoit cette chaîne. API Gateway envoie l’hôte de l’URI de l’intégration.",
        ),
        Meaning::OtherChainAtAddress => (
            "une autre adresse de l’hôte envoie une autre chaîne, ou aucune",
            "Corrigez aussi cette machine : les clients atteignent n’importe laquelle.",
        ),
        Meaning::ServerNameRefused => (
            "le serveur refuse le nom de serveur (SNI) que le client envoie",
            "Il n’est pas configuré pour ce nom. Corrigez l’hôte de l’URI de l’intégration, ou ajoutez ce nom au serveur.",
        ),
        Meaning::ClientCertificateRejected => (
            "le serveur a refusé le certificat du client",
            "L’exploitant du serveur doit accepter l’AC du certificat client, ou le client doit en envoyer un autre.",
        ),
        Meaning::ClientCertificateFile => (
            "le client ne peut pas utiliser son propre certificat ou sa clé",
            "Vérifiez les fichiers du certificat client, leur mot de passe et leur format.",
        ),
        Meaning::NotTls => (
            "le serveur a répondu sans TLS",
            "Ce port n’utilise pas TLS. Vérifiez le port, et si l’URL doit commencer par http.",
        ),
        Meaning::HttpToTls => (
            "du HTTP en clair a été envoyé à un port TLS",
            "Faites commencer l’URL par https.",
        ),
        Meaning::NoSharedCipher => (
            "le client et le serveur n’ont aucune suite cryptographique ni version de TLS en commun",
            "Activez sur le serveur TLS 1.2 et une suite avec ECDHE qui convient au type de sa clé.",
        ),
        Meaning::OldTls => (
            "le serveur ne propose qu’une ancienne version de TLS",
            "Activez TLS 1.2 ou une version ultérieure sur le serveur.",
        ),
        Meaning::NoCommonTls => (
            "le client et le serveur n’ont aucune version de TLS en commun",
            "L’un des deux ne propose que d’anciennes versions. Activez-y TLS 1.2 ou une version ultérieure.",
        ),
        Meaning::NoProtocol => (
            "le client n’autorise aucune version de TLS ou aucune suite cryptographique",
            "Ses réglages les désactivent toutes, par exemple jdk.tls.disabledAlgorithms ou https.protocols en Java.",
        ),
        Meaning::ClosedEarly => (
            "le serveur a fermé la connexion pendant la négociation TLS",
            "Il exige peut-être un nom de serveur (SNI) ou un certificat client, ou un élément du réseau bloque la connexion.",
        ),
        Meaning::HandshakeFailed => (
            "la négociation TLS a échoué",
            "La raison est à côté de ce message ou dans le journal du serveur. Vérifiez l’hôte, le port et les versions de TLS.",
        ),
        Meaning::DhTooSmall => (
            "la clé Diffie-Hellman du serveur est trop petite",
            "Utilisez sur le serveur des suites avec ECDHE, ou des paramètres Diffie-Hellman de 2048 bits.",
        ),
        Meaning::LegacyRenegotiation => (
            "le serveur ne prend pas en charge la renégociation sécurisée",
            "Mettez à jour la bibliothèque TLS du serveur. Java se connecte quand même ; OpenSSL 3 ne le fait pas.",
        ),
        Meaning::NoTrustAnchors => (
            "le truststore de Java est vide ou introuvable",
            "Vérifiez le chemin dans javax.net.ssl.trustStore et le type du fichier.",
        ),
        Meaning::CaFile => (
            "le fichier des AC de confiance est illisible",
            "Installez le paquet ca-certificates, ou corrigez le chemin du fichier.",
        ),
        Meaning::Pinned => (
            "la clé du serveur n’est pas celle que le client attend",
            "Le client exige une clé précise (pinning). Mettez-la à jour, ou cherchez si un proxy sur le trajet change le certificat.",
        ),
        Meaning::KeystorePassword => (
            "le mot de passe ou le format du keystore est faux",
            "Saisissez le bon mot de passe, ou indiquez le type avec -storetype PKCS12 ou JKS.",
        ),
        Meaning::NotPem => (
            "le fichier n’est pas un certificat au format PEM",
            "Il doit commencer par -----BEGIN CERTIFICATE-----. Convertissez le DER avec openssl x509 -inform DER -in FICHIER.",
        ),
        Meaning::KeyMismatch => (
            "la clé privée ne va pas avec le certificat",
            "Utilisez la clé pour laquelle le certificat a été émis, ou demandez de nouveau le certificat.",
        ),
        Meaning::FileMissing => (
            "un fichier de certificat ou de clé est illisible",
            "Vérifiez son chemin, ses droits et son contenu sur le serveur.",
        ),
        Meaning::ToolProblem => (
            "l’outil lui-même n’a pas pu le faire",
            "Son message dit pourquoi. D’autres clients se connectent peut-être quand même.",
        ),
        Meaning::Dns => (
            "le nom d’hôte n’a pas pu être résolu",
            "Vérifiez le nom et son enregistrement DNS. Un nom privé exige le DNS du VPC.",
        ),
        Meaning::Refused => (
            "rien n’accepte de connexion à cette adresse et à ce port",
            "Vérifiez le port, si le serveur fonctionne, et les groupes de sécurité.",
        ),
        Meaning::Timeout => (
            "l’autre partie n’a pas répondu à temps",
            "Vérifiez l’adresse, le port, le pare-feu et les groupes de sécurité.",
        ),
        Meaning::Unreachable => (
            "il n’y a pas de route vers l’hôte",
            "Vérifiez l’adresse, les routes et le VPC.",
        ),
        Meaning::Proxy => (
            "un proxy n’a pas ouvert la connexion",
            "Vérifiez l’adresse et les identifiants du proxy, ou contournez-le.",
        ),
        Meaning::Reset => (
            "la connexion a été réinitialisée",
            "Un pare-feu, un proxy ou le serveur l’a coupée.",
        ),
        Meaning::EmptyReply => (
            "le serveur a fermé la connexion sans réponse",
            "Vérifiez le port, et s’il attend http ou https. Consultez le journal du serveur.",
        ),
        Meaning::BadUrl => (
            "l’URL est mal formée ou son schéma n’est pas pris en charge",
            "Corrigez l’URL.",
        ),
        Meaning::HttpError => (
            "le serveur a répondu par une erreur HTTP",
            "La négociation TLS a réussi. Consultez le journal du serveur.",
        ),
        Meaning::NoOutputMapping => (
            "aucune réponse d’intégration ne convient au statut du serveur",
            "Ajoutez une réponse d’intégration par défaut, ou une pour ce statut.",
        ),
        Meaning::InvalidMethodResponse => (
            "une réponse d’intégration indique un statut que la méthode n’a pas",
            "Ajoutez la réponse de méthode pour ce statut.",
        ),
        Meaning::Transform => (
            "un modèle de mappage a échoué",
            "Corrigez le modèle de mappage ou le type de contenu du message.",
        ),
        Meaning::IllegalUrl => (
            "l’URL de l’intégration contient un caractère interdit",
            "Encodez les espaces et les caractères spéciaux, et vérifiez les paramètres du chemin.",
        ),
        Meaning::Authorizer => (
            "un mécanisme d’autorisation a refusé la requête ou a échoué",
            "Vérifiez son résultat et son journal.",
        ),
        Meaning::Forbidden => (
            "API Gateway a refusé la requête",
            "AWS WAF, une politique de ressources, une clé d’API ou l’absence de mappage du domaine personnalisé en est la cause.",
        ),
        Meaning::MissingToken => (
            "API Gateway n’a pas cette route, ou la requête n’est pas signée",
            "Vérifiez le chemin, la méthode et l’étape, et si l’API est déployée.",
        ),
        Meaning::Credentials => (
            "la signature ou les identifiants de la requête sont faux",
            "Vérifiez la clé d’accès, la région et l’horloge de l’appelant.",
        ),
        Meaning::ApiKey => (
            "la clé d’API manque ou n’est pas valide",
            "Envoyez-la dans x-api-key, et ajoutez-la à un plan d’utilisation de l’étape.",
        ),
        Meaning::Throttled => (
            "API Gateway a limité la requête",
            "Augmentez les limites de l’étape ou du plan d’utilisation, ou envoyez moins de requêtes.",
        ),
        Meaning::Lambda => (
            "la fonction Lambda a échoué",
            "Consultez le journal de la fonction dans CloudWatch.",
        ),
        Meaning::Permissions => (
            "un rôle ou une politique n’autorise pas cet appel",
            "Autorisez l’action dans le rôle que l’intégration utilise.",
        ),
        Meaning::TooLarge => (
            "le message dépasse la taille qu’API Gateway autorise",
            "La limite est de 10 Mo. Faites lire les gros fichiers au client depuis Amazon S3.",
        ),
        Meaning::IntegrationTimeout => (
            "le serveur n’a pas répondu à temps",
            "API Gateway attend 29 ou 30 secondes par défaut. Vérifiez la durée du traitement et si API Gateway peut joindre le serveur.",
        ),
        Meaning::VpcLink => (
            "le lien VPC n’est pas disponible",
            "Vérifiez son statut et ses cibles, et recréez-le s’il est inactif.",
        ),
        Meaning::InternalServerError => (
            "API Gateway cache la cause au client",
            "Activez le journal d’exécution de l’étape, ou $context.integrationErrorMessage dans le journal d’accès. Collez ensuite la ligne de l’erreur.",
        ),
        Meaning::AcmSeveralCertificates => (
            "le champ du certificat en contient plusieurs",
            "Mettez seulement le certificat du serveur dans le corps du certificat (Certificate, certificate_body), et tous les autres dans la chaîne (CertificateChain, certificate_chain).",
        ),
        Meaning::AcmChain => (
            "la chaîne ne va pas avec le certificat ou n’est pas dans l’ordre",
            "La chaîne commence par le certificat intermédiaire qui a émis le certificat du serveur, et chaque certificat suit celui qu’il a émis. N’y mettez pas le certificat du serveur.",
        ),
        Meaning::AcmPem => (
            "un champ n’est pas un certificat au format PEM",
            "Chaque champ commence par -----BEGIN CERTIFICATE----- et ne contient pas d’autre texte. Pour un fichier, écrivez fileb://FICHIER.",
        ),
        Meaning::AcmKeyMismatch => (
            "la clé privée ne va pas avec le certificat",
            "Utilisez la clé avec laquelle le certificat a été demandé. Comparez les sorties de openssl x509 -noout -pubkey et openssl pkey -pubout.",
        ),
        Meaning::AcmKeyLength => (
            "la taille ou le type de la clé n’est pas pris en charge",
            "Utilisez RSA 2048 pour API Gateway, et réémettez le certificat.",
        ),
        Meaning::AcmPrivateKey => (
            "la clé privée est chiffrée ou n’a pas le bon format",
            "Retirez le mot de passe avec openssl pkey -in CLÉ -out CLÉ-EN-CLAIR, et gardez ce fichier secret.",
        ),
        Meaning::AcmQuota => (
            "le quota de certificats est épuisé",
            "Supprimez les certificats inutilisés, ou demandez à AWS un quota plus élevé.",
        ),
        Meaning::Base64Input => (
            "l’AWS CLI attendait du base64 mais a reçu du PEM",
            "Écrivez fileb://FICHIER au lieu de file://FICHIER ou du texte lui-même.",
        ),
        Meaning::TlsConfigUnknown => (
            "cette version ou cette ressource n’a pas tlsConfig à cet endroit",
            "Les API REST ont insecureSkipVerification, les API HTTP serverNameToVerify. Dans Terraform, c’est tls_config de aws_api_gateway_integration ou aws_apigatewayv2_integration ; mettez à jour le fournisseur ou la bibliothèque. CloudFormation n’a pas de TlsConfig pour AWS::ApiGateway::Method : utilisez une définition OpenAPI.",
        ),
        Meaning::TlsConfigRejected => (
            "tlsConfig n’est pas autorisé pour cette intégration",
            "insecureSkipVerification est pour les intégrations HTTP et HTTP_PROXY des API REST, serverNameToVerify pour les intégrations privées des API HTTP.",
        ),
    }
}
