//! French: notes on the input, ignored data and log messages.

use super::{InputWords, Nothing};
use crate::cert::DecodeError;
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::i18n::format::{Words, append, capitalised, grouped, say, shown};
use crate::i18n::grammar::fr::{French, NARROW, count};
use crate::ingest::{
    DropReason, Dropped, InputNote, LimitKind, LinkTool, Location, LogKind, LogMessage, NoiseKind, PrivateKeyKind,
    Repair,
};

impl InputWords for French {
    fn note(&self, files: &[String], note: &InputNote) -> String {
        match note {
            InputNote::Repaired {
                repair: r,
                blocks,
                at,
                columns,
            } => {
                let what = match columns {
                    Some(columns) => say!(
                        "{0} ({1})",
                        repair(*r),
                        count(i64::from(*columns), "caractère", "caractères")
                    ),
                    None => repair(*r).to_owned(),
                };
                if *blocks > 1 {
                    say!(
                        "{0} : {1}, à partir de la {2}.",
                        what,
                        count(i64::from(*blocks), "bloc", "blocs"),
                        place(files, at)
                    )
                } else {
                    say!("{0} : {1}.", what, place(files, at))
                }
            }
            InputNote::Utf16 {
                big_endian: _,
                marked: _,
                at: _,
            } => "La saisie était du texte UTF-16, comme PowerShell l’écrit, et a été lue comme tel.".to_owned(),
            InputNote::PassedOverLines { count: n, kind, at: _ } => {
                let lines = count(i64::from(*n), "ligne laissée de côté", "lignes laissées de côté");
                match kind {
                    NoiseKind::OpensslOutput => say!("{0} (sortie d’openssl).", lines),
                    NoiseKind::X509Text => say!(
                        "{0} (forme lisible d’openssl x509 -text) : seuls comptent les certificats eux-mêmes.",
                        lines
                    ),
                    NoiseKind::BagAttributes => say!("{0} (attributs PKCS#12).", lines),
                    NoiseKind::KeytoolOutput => say!("{0} (sortie de keytool).", lines),
                    NoiseKind::Html => say!("{0} (HTML).", lines),
                    NoiseKind::Json => say!("{0} (JSON).", lines),
                    NoiseKind::Log => say!("{0} (journal).", lines),
                    NoiseKind::Text => say!("{0} (autre texte).", lines),
                }
            }
            InputNote::OpensslWithoutShowcerts {
                listed,
                present,
                missing: _,
                last_issuer: _,
                at,
            } => say!(
                "La sortie d’openssl énumère {0} ({1}), mais n’en contient que {2}. Relancez la commande avec -showcerts, pour qu’il les affiche tous.",
                count(i64::from(*listed), "certificat", "certificats"),
                place(files, at),
                grouped(i64::from(*present), NARROW)
            ),
            InputNote::OpensslVerifyError {
                number,
                text,
                depth: _,
                at,
            } => say!(
                "OpenSSL a dit « {0} » (erreur {1}, {2}). Cela concerne la machine où il a tourné et les autorités qu’elle connaît, pas API Gateway.",
                shown(text),
                number.to_string(),
                place(files, at)
            ),
            InputNote::SeveralChains { count: n, at: _ } => say!(
                "Il y a ici la sortie de {0}. Un seul serveur est jugé : celui du premier certificat de serveur.",
                count(i64::from(*n), "connexion", "connexions")
            ),
            InputNote::UnorderedSet {
                certificates,
                ber: _,
                at,
            } => say!(
                "Contenu d’un ensemble PKCS#7, qui n’a pas d’ordre propre : {0}, {1}.",
                count(i64::from(*certificates), "certificat", "certificats"),
                place(files, at)
            ),
            InputNote::ContainerOpened {
                kind,
                certificates,
                integrity,
                at,
            } => {
                let mut text = say!(
                    "Contenu de {0} : {1}, {2}.",
                    container(*kind),
                    count(i64::from(*certificates), "certificat", "certificats"),
                    place(files, at)
                );
                match integrity {
                    Integrity::Verified => {}
                    Integrity::Unchecked => append(&mut text, "Que le fichier soit inchangé n’a pas été vérifié."),
                    Integrity::Failed => append(
                        &mut text,
                        "Sa somme de contrôle est fausse : le mot de passe est celui d’un autre fichier, ou le fichier a été modifié.",
                    ),
                }
                text
            }
            InputNote::TrustSettingsDropped { at } => say!(
                "Les réglages de confiance d’OpenSSL, après le certificat, ont été laissés de côté : {0}.",
                place(files, at)
            ),
            InputNote::TrailingBytes { count: n, at } => say!(
                "Après la fin du certificat, {0} : {1}.",
                count(
                    i64::from(*n),
                    "octet a été laissé de côté",
                    "octets ont été laissés de côté"
                ),
                place(files, at)
            ),
            InputNote::UnusualLabel { label, at } => say!(
                "Le bloc est étiqueté « {0} », mais contient bien des certificats : {1}.",
                shown(label),
                place(files, at)
            ),
            InputNote::LabelMismatch { begin, end, at } => say!(
                "Le bloc commence par « {0} » et finit par « {1} » ; son contenu est entier : {2}.",
                shown(begin),
                shown(end),
                place(files, at)
            ),
            InputNote::Link { tool, at } => say!(
                "Les certificats ont été lus dans un lien vers {0} : {1}.",
                link_tool(*tool),
                place(files, at)
            ),
        }
    }

    fn dropped(&self, files: &[String], dropped: &Dropped) -> String {
        let what = match &dropped.reason {
            DropReason::PrivateKey { kind } => say!("il y avait ici une clé privée ({0}). Elle a été effacée aussitôt et n’est allée nulle part. Aucune vérification n’en a besoin ; si vous l’avez collée ailleurs, remplacez-la.", private_key(*kind)),
            DropReason::CertificateRequest => "c’est une demande de signature de certificat (CSR). L’autorité y répond par un certificat : collez celui-là.".to_owned(),
            DropReason::RevocationList => "c’est une liste de révocation de certificats, pas un certificat.".to_owned(),
            DropReason::PublicKey => "c’est une clé publique sans son certificat.".to_owned(),
            DropReason::Pkcs12 => "c’est un fichier PKCS#12. Pour en extraire les certificats, lancez openssl pkcs12 -nokeys -in FICHIER.".to_owned(),
            DropReason::JavaKeyStore { jceks } => {
                if *jceks {
                    "c’est un magasin de clés Java (JCEKS). Pour en extraire les certificats, lancez keytool -list -rfc -storetype JCEKS -keystore FICHIER.".to_owned()
                } else {
                    "c’est un magasin de clés Java (JKS). Pour en extraire les certificats, lancez keytool -list -rfc -keystore FICHIER.".to_owned()
                }
            }
            DropReason::Zip => "c’est une archive ZIP. Décompressez-la et ajoutez les certificats.".to_owned(),
            DropReason::PasswordNeeded { kind, wrong } => {
                if *wrong {
                    say!("le mot de passe n’ouvre pas {0}. Essayez-en un autre.", container(*kind))
                } else {
                    say!(
                        "il faut le mot de passe de {0}. Seuls les certificats en sont extraits ; les clés privées restent verrouillées.",
                        container(*kind)
                    )
                }
            }
            DropReason::UnreadableContainer { kind, why } => {
                let what = match &dropped.label {
                    Some(name) if *kind == ContainerKind::Zip => say!("« {0} », dans {1},", shown(name), container(*kind)),
                    _ => container(*kind).to_owned(),
                };
                match why {
                    ContainerError::PasswordNeeded { wrong: _ } => say!("{0} ne s’ouvre qu’avec son mot de passe.", what),
                    ContainerError::Truncated => say!("{0} finit trop tôt. Copiez le fichier à nouveau, en entier.", what),
                    ContainerError::Damaged => say!("{0} est abîmé. Copiez ou exportez le fichier à nouveau.", what),
                    ContainerError::Unsupported { algorithm } => {
                        say!("{0} emploie une méthode qui n’est pas lue ici ({1}).", what, shown(algorithm))
                    }
                    ContainerError::TooManyRounds { rounds, max } => say!(
                        "{0} demande {1} tours de dérivation de clé ; {2} au plus sont faits ici.",
                        what,
                        grouped(i64::try_from(*rounds).unwrap_or(i64::MAX), NARROW),
                        grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW)
                    ),
                }
            }
            DropReason::ContainerWithoutCertificates { kind } => say!("il n’y a pas de certificat dans {0}.", container(*kind)),
            DropReason::EncryptedEntry => match &dropped.label {
                Some(name) => say!(
                    "le fichier « {0} » de cette archive ZIP est chiffré. Décompressez-le et ajoutez-le seul.",
                    shown(name)
                ),
                None => "un fichier de cette archive ZIP est chiffré. Décompressez-le et ajoutez-le seul.".to_owned(),
            },
            DropReason::Compressed => "c’est un fichier compressé. Décompressez-le et ajoutez les certificats.".to_owned(),
            DropReason::Pdf => "c’est un document PDF. Copiez-en les certificats sous forme de texte.".to_owned(),
            DropReason::Image => "c’est une image. Collez les certificats sous forme de texte.".to_owned(),
            DropReason::Pgp => "c’est un message ou une clé PGP, pas un certificat pour TLS.".to_owned(),
            DropReason::SshKey => "c’est une clé SSH, pas un certificat pour TLS.".to_owned(),
            DropReason::EcParameters => "ce sont les paramètres d’une courbe elliptique, qui accompagnent une clé privée.".to_owned(),
            DropReason::DhParameters => "ce sont des paramètres Diffie-Hellman ou DSA, pas un certificat.".to_owned(),
            DropReason::TlsSession => "c’est une session TLS, pas un certificat.".to_owned(),
            DropReason::AttributeCertificate => "c’est un certificat d’attributs, qui n’a pas de clé et ne sert pas en TLS.".to_owned(),
            DropReason::Pkcs7WithoutCertificates => "c’est un objet PKCS#7 sans aucun certificat.".to_owned(),
            DropReason::NotACertificate => "c’est de l’ASN.1 bien formé, mais pas un certificat.".to_owned(),
            DropReason::UnknownBinary => "ce sont des données binaires d’un type inconnu.".to_owned(),
            DropReason::Empty => "ce bloc est vide.".to_owned(),
            DropReason::EndsEarly { missing_characters, last_line, declared: _, present: _, end_marker } => {
                let missing = count(i64::from(*missing_characters), "caractère", "caractères");
                let line = grouped(i64::from(*last_line), NARROW);
                if *end_marker {
                    say!("le bloc a une lacune : il manque {0} avant sa ligne END (ligne {1}). Copiez-le à nouveau, en entier.", missing, line)
                } else {
                    say!("le bloc est coupé : il manque {0} après la ligne {1}. Copiez-le à nouveau, jusqu’à sa ligne END.", missing, line)
                }
            }
            DropReason::BadCharacter { line, column, character } => say!(
                "le caractère « {0} », ligne {1}, colonne {2}, n’est pas du base64. Copiez le bloc à nouveau.",
                shown(&character.to_string()),
                grouped(i64::from(*line), NARROW),
                grouped(i64::from(*column), NARROW)
            ),
            DropReason::LengthMismatch { declared, present } => say!(
                "les longueurs indiquées à l’intérieur ne concordent pas : {0} annoncés, {1} présents. Copiez-le ou exportez-le à nouveau.",
                count(i64::from(*declared), "octet", "octets"),
                grouped(i64::from(*present), NARROW)
            ),
            DropReason::NotDer => "le base64 est correct, mais ce qu’il code n’est pas un certificat.".to_owned(),
            DropReason::LabelMismatch { begin, end } => say!("le bloc commence par « {0} » et finit par « {1} », et son contenu n’est pas entier. Copiez-le à nouveau.", shown(begin), shown(end)),
            DropReason::BeginMarkerMissing => "il y a une ligne END sans sa ligne BEGIN. Copiez le bloc à nouveau, depuis sa ligne BEGIN.".to_owned(),
            DropReason::UnreadableCertificate { part } => say!("{0}. Java ne pourrait pas lire ce certificat non plus.", unreadable(*part)),
            DropReason::LimitExceeded { limit, max, seen } => {
                let max = grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW);
                let seen = grouped(i64::try_from(*seen).unwrap_or(i64::MAX), NARROW);
                match limit {
                    LimitKind::InputBytes => say!("seuls les {0} premiers octets ont été lus, sur {1}.", max, seen),
                    LimitKind::Certificates => say!("seuls les {0} premiers certificats ont été pris, sur {1}.", max, seen),
                    LimitKind::InflatedBytes => say!("seuls {0} octets sont décompressés des archives ; elles en contiennent {1}.", max, seen),
                    LimitKind::Dropped => say!("seuls les {0} premiers éléments laissés de côté sont nommés, sur {1}.", max, seen),
                }
            }
        };
        say!("{0} : {1}", capitalised(&place(files, &dropped.at)), what)
    }

    fn log_message(&self, message: &LogMessage) -> Words {
        const OTHER_MATTER: &str = "Ce n’est pas une question de certificats.";
        let (clause, more) = match &message.kind {
            LogKind::GeneralSslEngineProblem => (
                "Java a refusé le certificat du serveur sans dire pourquoi".to_owned(),
                "« General SSLEngine problem » est ce que les anciennes versions de Java disent de tout échec de ce genre : autorité non prise en charge, intermédiaire manquant, date, nom d’hôte. Collez la chaîne pour savoir lequel.".to_owned(),
            ),
            LogKind::PathBuildingFailed => (
                "Java n’a trouvé aucun chemin du certificat du serveur à une autorité de confiance".to_owned(),
                "Soit l’autorité n’est pas prise en charge (exigence 1), soit un intermédiaire n’a pas été envoyé (exigence 3). Collez la chaîne pour le savoir.".to_owned(),
            ),
            LogKind::ValidityCheckFailed { not_after, not_before } => (
                match (not_after, not_before) {
                    (Some(date), _) => say!("un certificat de la chaîne a expiré ({0})", shown(date)),
                    (None, Some(date)) => say!("un certificat de la chaîne n’est pas encore valable ({0})", shown(date)),
                    (None, None) => "un certificat de la chaîne a expiré ou n’est pas encore valable".to_owned(),
                },
                "C’est l’exigence 2. Collez la chaîne pour voir de quel certificat il s’agit.".to_owned(),
            ),
            LogKind::PathValidationFailed => (
                "Java a trouvé le chemin vers une racine, mais refuse un certificat sur ce chemin".to_owned(),
                "Collez la chaîne pour voir lequel, et pourquoi.".to_owned(),
            ),
            LogKind::AlgorithmConstraints => (
                "une clé ou une signature de la chaîne est trop faible pour Java".to_owned(),
                "Collez la chaîne pour voir laquelle.".to_owned(),
            ),
            LogKind::HostNameMismatch { host, subject } => (
                match host {
                    Some(host) => say!("le certificat du serveur n’est pas pour « {0} »", shown(host)),
                    None => "le certificat du serveur est pour un autre nom d’hôte".to_owned(),
                },
                match subject {
                    Some(subject) => say!("Il est pour « {0} ». Soit le nom indiqué dans l’intégration est faux, soit le serveur a choisi le certificat d’un autre hôte. Collez la chaîne et indiquez le nom d’hôte.", shown(subject)),
                    None => "Soit le nom indiqué dans l’intégration est faux, soit le serveur a choisi le certificat d’un autre hôte. Collez la chaîne et indiquez le nom d’hôte.".to_owned(),
                },
            ),
            LogKind::NoSubjectAlternativeName { host } => (
                match host {
                    Some(host) => say!("le certificat du serveur ne porte pas le nom « {0} »", shown(host)),
                    None => "le certificat du serveur ne porte pas le nom de l’hôte".to_owned(),
                },
                "Ce nom doit figurer parmi ses noms alternatifs du sujet. Collez la chaîne et indiquez le nom d’hôte.".to_owned(),
            ),
            LogKind::ExtendedKeyUsage => (
                "le certificat du serveur n’est pas destiné à un serveur TLS".to_owned(),
                "Il manque serverAuth à ses utilisations étendues de la clé. Collez la chaîne pour voir ce qu’il indique.".to_owned(),
            ),
            LogKind::HandshakeFailure => (
                "le serveur a mis fin à la négociation TLS".to_owned(),
                "Il n’a trouvé aucune suite de chiffrement commune, ou il demande un certificat de client. La chaîne ne peut pas le montrer ; le journal du serveur, si.".to_owned(),
            ),
            LogKind::ProtocolVersion => (
                "le serveur et API Gateway n’ont aucune version de TLS en commun".to_owned(),
                "Le serveur doit proposer TLS 1.2 ou plus récent. La chaîne ne peut pas le montrer.".to_owned(),
            ),
            LogKind::OtherAlert { alert } => (
                say!("le serveur a mis fin à la négociation TLS par l’alerte « {0} »", shown(alert)),
                "C’est une décision du serveur ; son journal en dit plus.".to_owned(),
            ),
            LogKind::PlaintextConnection => (
                "le serveur a répondu sans TLS".to_owned(),
                "Ce port ne parle pas TLS. Vérifiez le port, ou si l’adresse de l’intégration doit commencer par http.".to_owned(),
            ),
            LogKind::RemoteHostClosed => (
                "le serveur a raccroché pendant la négociation TLS".to_owned(),
                "Il veut peut-être un nom de serveur (SNI) ou un certificat de client, ou quelque chose bloque la connexion en chemin. La chaîne ne peut pas le montrer.".to_owned(),
            ),
            LogKind::ConnectionReset => (
                "la connexion a été réinitialisée".to_owned(),
                "Un pare-feu, un proxy ou le serveur l’a coupée. La chaîne ne peut pas le montrer.".to_owned(),
            ),
            LogKind::PlainHttpToHttpsPort => (
                "du HTTP sans chiffrement a été envoyé à un port qui parle TLS".to_owned(),
                "Faites commencer l’adresse de l’intégration par https, ou activez tlsConfig sur l’intégration privée d’une API HTTP.".to_owned(),
            ),
            LogKind::InternalError => (
                "API Gateway n’a pas pu joindre le serveur".to_owned(),
                say!("Avec un lien VPC, regardez l’état de santé des cibles et les groupes de sécurité. {0}", OTHER_MATTER),
            ),
            LogKind::NetworkError => (
                "API Gateway n’a pas pu joindre le serveur à temps".to_owned(),
                say!("Regardez l’adresse, le port, le pare-feu et le délai. {0}", OTHER_MATTER),
            ),
            LogKind::InvalidEndpointAddress => (
                "l’adresse de l’intégration n’est pas valide".to_owned(),
                say!("Corrigez l’adresse du serveur. {0}", OTHER_MATTER),
            ),
            LogKind::MalformedLambdaProxyResponse => ("la fonction Lambda a répondu sous une forme qu’API Gateway n’accepte pas".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::LambdaPermissions => ("API Gateway n’a pas le droit d’appeler la fonction Lambda".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::HeaderAlreadyPresent => ("un en-tête a été défini deux fois".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::RoleNotAssumable => ("API Gateway n’a pas le droit d’endosser le rôle indiqué".to_owned(), OTHER_MATTER.to_owned()),
            LogKind::UnknownExecutionFailure { text } => (
                say!("l’exécution a échoué avec « {0} »", shown(text)),
                "Ce message n’est pas connu ici. Collez la chaîne : si ses certificats sont en cause, cela se verra.".to_owned(),
            ),
            LogKind::OpensslVerifyError { number, text, depth } => (
                match depth {
                    Some(depth) => say!("OpenSSL a dit « {0} » (erreur {1}, profondeur {2})", shown(text), number.to_string(), depth.to_string()),
                    None => say!("OpenSSL a dit « {0} » (erreur {1})", shown(text), number.to_string()),
                },
                "Cela concerne la machine où il a tourné et les autorités qu’elle connaît, pas API Gateway.".to_owned(),
            ),
            LogKind::OpensslError { text } => (
                say!("OpenSSL a dit « {0} »", shown(text)),
                "La connexion a échoué avant l’arrivée d’un certificat. Vérifiez l’hôte et le port.".to_owned(),
            ),
            LogKind::CurlError { number, text } => (
                say!("une erreur de curl : « {0} » (code de sortie {1})", shown(text), number.to_string()),
                "Cela concerne la machine où il a tourné et les autorités qu’elle connaît, pas API Gateway.".to_owned(),
            ),
        };
        Words::new(clause, more)
    }

    fn nothing(&self, why: &Nothing<'_>) -> String {
        match why {
            Nothing::Empty => "Il n’y a rien à vérifier. Collez la chaîne de certificats de votre serveur, ou la sortie de openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts.".to_owned(),
            Nothing::NoCertificate(input) => {
                let mut text = "Il n’y a pas de certificat ici.".to_owned();
                if let Some(first) = input.dropped.first() {
                    append(&mut text, &self.dropped(&input.files, first));
                } else {
                    append(&mut text, "Un certificat commence par la ligne -----BEGIN CERTIFICATE-----. La commande openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts affiche ceux qu’un serveur envoie.");
                }
                text
            }
        }
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::CarriageReturns => "Des retours chariot en fin de ligne ont été retirés",
        Repair::ByteOrderMark => "Un indicateur d’ordre des octets ou des caractères sans largeur ont été retirés",
        Repair::Indentation => "L’indentation a été retirée",
        Repair::QuoteMarks => "Des marques de citation ou de commentaire devant les lignes ont été retirées",
        Repair::LineNumbers => "Des numéros de ligne ont été retirés",
        Repair::EscapedNewlines => "Des fins de ligne écrites \\n ont été lues comme telles",
        Repair::OneLine => "Le bloc entier tenait sur une ligne",
        Repair::LineWidth => "Les lignes n’avaient pas 64 caractères",
        Repair::TrailingSpaces => "Des espaces en fin de ligne ont été retirées",
        Repair::BlankLines => "Des lignes vides à l’intérieur du bloc ont été retirées",
        Repair::TypographicDashes => "Des tirets typographiques ont été lus comme des traits d’union",
        Repair::MissingDashes => "Des tirets manquants d’une ligne BEGIN ou END ont été ajoutés",
        Repair::MarkdownEscapes => "Des barres obliques inverses ou des accents graves de Markdown ont été retirés",
        Repair::HtmlMarkup => "Des balises ou des entités HTML ont été retirées",
        Repair::PercentEncoding => "Un encodage-pourcent a été défait",
        Repair::PemHeaders => "Des lignes d’en-tête à l’intérieur du bloc ont été retirées",
        Repair::StringQuotes => "Des guillemets autour des lignes ont été retirés",
        Repair::QuotedPrintable => "Les fins de ligne d’un courriel (quoted-printable) ont été rétablies",
        Repair::StrayCharacters => "Des caractères étrangers au base64 ont été retirés",
        Repair::BeginMarkerMissing => "La ligne BEGIN manquait ; le contenu est entier",
        Repair::EndMarkerMissing => "La ligne END manquait ou était abîmée ; le contenu est entier",
        Repair::BareBase64 => "Le base64 n’avait pas de lignes BEGIN et END",
        Repair::EncodedPem => "Le PEM était encodé une seconde fois en base64",
        Repair::Hex => "Le certificat était écrit en hexadécimal",
        Repair::HexDump => "Le certificat était écrit comme un vidage hexadécimal",
        Repair::BinaryInText => "Un certificat binaire se trouvait dans du texte",
    }
}

fn unreadable(part: DecodeError) -> &'static str {
    match part {
        DecodeError::Outer => "cela ressemble à un certificat, mais sa structure extérieure est abîmée",
        DecodeError::Body => "cela ressemble à un certificat, mais l’un de ses champs manque ou est abîmé",
        DecodeError::Name => "cela ressemble à un certificat, mais son sujet ou son émetteur est abîmé",
        DecodeError::Dates => "cela ressemble à un certificat, mais ses dates sont abîmées",
    }
}

fn link_tool(tool: LinkTool) -> &'static str {
    match tool {
        LinkTool::AboutCertificate => "l’afficheur de certificats de Firefox",
        LinkTool::Asn1js => "asn1js",
        LinkTool::CyberChef => "CyberChef",
        LinkTool::Other => "une autre page",
    }
}

fn private_key(kind: PrivateKeyKind) -> &'static str {
    match kind {
        PrivateKeyKind::Pkcs8 => "PKCS#8",
        PrivateKeyKind::EncryptedPkcs8 => "PKCS#8, chiffrée",
        PrivateKeyKind::Rsa => "RSA",
        PrivateKeyKind::Ec => "EC",
        PrivateKeyKind::Dsa => "DSA",
        PrivateKeyKind::OpenSsh => "OpenSSH",
        PrivateKeyKind::Pgp => "PGP",
        PrivateKeyKind::Putty => "PuTTY",
        PrivateKeyKind::TextDump => "affichée en texte",
        PrivateKeyKind::Other => "d’un autre type",
    }
}

/// A container as part of a sentence.
fn container(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Pkcs12 => "ce fichier PKCS#12",
        ContainerKind::JavaKeyStore => "ce fichier de clés Java",
        ContainerKind::Zip => "ce fichier ZIP",
    }
}

/// A line, and the file where there are several or it has a name.
fn place(files: &[String], at: &Location) -> String {
    let line = grouped(i64::from(at.line), NARROW);
    let name = at.file.and_then(|file| files.get(usize::try_from(file).ok()?));
    match (name, at.file) {
        (Some(name), _) => say!("« {0} », ligne {1}", shown(name), line),
        (None, Some(file)) => say!(
            "fichier {0}, ligne {1}",
            grouped(i64::from(file).saturating_add(1), NARROW),
            line
        ),
        (None, None) => say!("ligne {0}", line),
    }
}
