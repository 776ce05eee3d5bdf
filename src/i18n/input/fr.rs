//! French: notes on the input, and ignored data.

use super::{InputWords, Nothing};
use crate::cert::DecodeError;
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::i18n::format::{append, capitalised, grouped, say, shown};
use crate::i18n::grammar::fr::{French, NARROW, count};
use crate::ingest::{
    BouncyCastle, CmsContent, DropReason, Dropped, HostOrigin, InputNote, LimitKind, LinkTool, Location, NoiseKind,
    PrivateKeyKind, Repair,
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
            } => "La saisie était du texte UTF-16, comme PowerShell en écrit, et a été lue comme tel.".to_owned(),
            InputNote::IgnoredLines { count: n, kind, at: _ } => {
                let lines = count(i64::from(*n), "ligne ignorée", "lignes ignorées");
                match kind {
                    NoiseKind::OpensslOutput => say!("{0} (sortie d’openssl).", lines),
                    NoiseKind::X509Text => say!(
                        "{0} (sortie d’openssl x509 -text) : seuls les certificats eux-mêmes sont lus.",
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
                "La sortie d’openssl énumère {0} ({1}), mais n’en contient que {2}. Relancez la commande avec -showcerts, qui les affiche tous.",
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
                "OpenSSL a signalé « {0} » (erreur {1}, {2}).",
                shown(text),
                number.to_string(),
                place(files, at)
            ),
            InputNote::SeveralChains { count: n, at: _ } => say!(
                "Votre saisie contient la sortie de {0}. Un seul serveur est vérifié : celui du premier certificat de serveur.",
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
                    Integrity::Unchecked => append(&mut text, "L’intégrité du fichier n’a pas été vérifiée."),
                    Integrity::Failed => append(
                        &mut text,
                        "Sa somme de contrôle est incorrecte : le mot de passe est celui d’un autre fichier, ou le fichier a été modifié.",
                    ),
                }
                text
            }
            InputNote::TrustSettingsDropped { at } => say!(
                "Les réglages de confiance d’OpenSSL, après le certificat, ont été ignorés : {0}.",
                place(files, at)
            ),
            InputNote::TrailingBytes { count: n, at } => say!(
                "Après la fin du certificat, {0} : {1}.",
                count(i64::from(*n), "octet a été ignoré", "octets ont été ignorés"),
                place(files, at)
            ),
            InputNote::UnusualLabel { label, at } => say!(
                "Le bloc est étiqueté « {0} », mais contient des certificats : {1}.",
                shown(label),
                place(files, at)
            ),
            InputNote::LabelMismatch { begin, end, at } => say!(
                "Le bloc commence par « {0} » et finit par « {1} », mais son contenu est complet : {2}.",
                shown(begin),
                shown(end),
                place(files, at)
            ),
            InputNote::HostFromInput { host, origin, at } => say!(
                "Vérifié pour le nom d’hôte « {0} », qui figure dans votre saisie ({1} : {2}). Si API Gateway appelle un autre hôte, saisissez-le (avec la commande : --host).",
                shown(host),
                place(files, at),
                host_origin(*origin)
            ),
            InputNote::Diff { at } => say!(
                "Ceci est un diff. Le nouveau côté a été analysé : les lignes ajoutées et les lignes inchangées. L’ancien côté a été ignoré : {0}.",
                place(files, at)
            ),
            InputNote::JavaStackTrace { at } => say!(
                "Cela ressemble à une application Java et non à API Gateway : {0} fait partie de sa pile d’appels. Choisissez le client (avec la commande : --client ; --list-clients les énumère).",
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
            DropReason::PrivateKey { kind } => say!(
                "il y avait ici une clé privée ({0}). Elle a été supprimée immédiatement et n’a été envoyée nulle part. Aucune vérification n’en a besoin. Si vous l’avez collée ailleurs, remplacez la clé.",
                private_key(*kind)
            ),
            DropReason::CertificateRequest => {
                "c’est une demande de signature de certificat (CSR). Collez le certificat que l’AC a émis en réponse."
                    .to_owned()
            }
            DropReason::RevocationList => "c’est une liste de révocation de certificats, pas un certificat.".to_owned(),
            DropReason::PublicKey => "c’est une clé publique sans son certificat.".to_owned(),
            DropReason::Pkcs12 => {
                "c’est un fichier PKCS#12. Pour en extraire les certificats, lancez openssl pkcs12 -nokeys -in FICHIER."
                    .to_owned()
            }
            DropReason::JavaKeyStore { jceks } => {
                if *jceks {
                    "c’est un keystore Java (JCEKS). Pour en extraire les certificats, lancez keytool -list -rfc -storetype JCEKS -keystore FICHIER.".to_owned()
                } else {
                    "c’est un keystore Java (JKS). Pour en extraire les certificats, lancez keytool -list -rfc -keystore FICHIER.".to_owned()
                }
            }
            DropReason::BouncyCastleKeyStore { format } => say!(
                "c’est un keystore Bouncy Castle ({0}), qui ne peut pas être ouvert ici. Convertissez-le en PKCS#12 et ajoutez ce fichier : keytool -importkeystore -srckeystore FICHIER -srcstoretype {0} -destkeystore chain.p12 -deststoretype PKCS12 -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar.",
                match format {
                    BouncyCastle::Bcfks => "BCFKS",
                    BouncyCastle::Bks => "BKS",
                    BouncyCastle::Uber => "UBER",
                }
            ),
            DropReason::Cms {
                content: CmsContent::TimeStamp,
            } => "c’est un horodatage (RFC 3161), pas un certificat pour TLS.".to_owned(),
            DropReason::Cms { content } => say!(
                "c’est un objet CMS ({0}), pas un certificat. Collez les certificats que le serveur envoie.",
                content.name()
            ),
            DropReason::Zip => "c’est une archive ZIP. Décompressez-la et ajoutez les certificats.".to_owned(),
            DropReason::PasswordNeeded { kind, wrong } => {
                if *wrong {
                    say!(
                        "le mot de passe de {0} est incorrect. Essayez-en un autre.",
                        container(*kind)
                    )
                } else {
                    say!(
                        "il faut le mot de passe de {0}. Seuls les certificats en sont extraits ; les clés privées restent chiffrées.",
                        container(*kind)
                    )
                }
            }
            DropReason::UnreadableContainer { kind, why } => {
                let what = match &dropped.label {
                    Some(name) if *kind == ContainerKind::Zip => {
                        say!("« {0} », dans {1},", shown(name), container(*kind))
                    }
                    _ => container(*kind).to_owned(),
                };
                match why {
                    ContainerError::PasswordNeeded { wrong: _ } => {
                        say!("{0} ne s’ouvre qu’avec son mot de passe.", what)
                    }
                    ContainerError::Truncated => say!("{0} est tronqué. Copiez de nouveau le fichier entier.", what),
                    ContainerError::Damaged => {
                        say!("{0} est endommagé. Copiez ou exportez de nouveau le fichier.", what)
                    }
                    ContainerError::Unsupported { algorithm } => {
                        say!(
                            "{0} utilise une méthode qui n’est pas prise en charge ici ({1}).",
                            what,
                            shown(algorithm)
                        )
                    }
                    ContainerError::TooManyIterations { iterations, max } => say!(
                        "{0} exige {1} itérations de dérivation de clé ; {2} au plus sont permises ici.",
                        what,
                        grouped(i64::try_from(*iterations).unwrap_or(i64::MAX), NARROW),
                        grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW)
                    ),
                }
            }
            DropReason::ContainerWithoutCertificates { kind } => {
                say!("il n’y a pas de certificat dans {0}.", container(*kind))
            }
            DropReason::EncryptedEntry => match &dropped.label {
                Some(name) => say!(
                    "le fichier « {0} » de cette archive ZIP est chiffré. Décompressez-le et ajoutez-le séparément.",
                    shown(name)
                ),
                None => {
                    "un fichier de cette archive ZIP est chiffré. Décompressez-le et ajoutez-le séparément.".to_owned()
                }
            },
            DropReason::Compressed => {
                "c’est un fichier compressé. Décompressez-le et ajoutez les certificats.".to_owned()
            }
            DropReason::Pdf => "c’est un document PDF. Copiez les certificats sous forme de texte.".to_owned(),
            DropReason::Image => "c’est une image. Collez les certificats sous forme de texte.".to_owned(),
            DropReason::Pgp => "c’est un message ou une clé PGP, pas un certificat pour TLS.".to_owned(),
            DropReason::SshKey => "c’est une clé SSH, pas un certificat pour TLS.".to_owned(),
            DropReason::EcParameters => {
                "ce sont les paramètres d’une courbe elliptique, qui appartiennent à une clé privée.".to_owned()
            }
            DropReason::DhParameters => "ce sont des paramètres Diffie-Hellman ou DSA, pas un certificat.".to_owned(),
            DropReason::TlsSession => "c’est une session TLS, pas un certificat.".to_owned(),
            DropReason::AttributeCertificate => {
                "c’est un certificat d’attributs, qui n’a pas de clé et n’est pas utilisé en TLS.".to_owned()
            }
            DropReason::Pkcs7WithoutCertificates => "c’est un objet PKCS#7 sans aucun certificat.".to_owned(),
            DropReason::NotACertificate => "c’est de l’ASN.1 bien formé, mais pas un certificat.".to_owned(),
            DropReason::UnknownBinary => "ce sont des données binaires d’un type inconnu.".to_owned(),
            DropReason::Empty => "ce bloc est vide.".to_owned(),
            DropReason::EndsEarly {
                missing_characters,
                last_line,
                declared: _,
                present: _,
                end_marker,
            } => {
                let missing = count(i64::from(*missing_characters), "caractère", "caractères");
                let line = grouped(i64::from(*last_line), NARROW);
                if *end_marker {
                    say!(
                        "le bloc est incomplet : il manque {0} avant sa ligne END (ligne {1}). Copiez de nouveau le bloc entier.",
                        missing,
                        line
                    )
                } else {
                    say!(
                        "le bloc est coupé : il manque {0} après la ligne {1}. Copiez de nouveau le bloc entier, avec sa ligne END.",
                        missing,
                        line
                    )
                }
            }
            DropReason::BadCharacter {
                line,
                column,
                character,
            } => say!(
                "le caractère « {0} », ligne {1}, colonne {2}, n’est pas du base64. Copiez de nouveau le bloc.",
                shown(&character.to_string()),
                grouped(i64::from(*line), NARROW),
                grouped(i64::from(*column), NARROW)
            ),
            DropReason::LengthMismatch { declared, present } => say!(
                "les longueurs indiquées à l’intérieur ne concordent pas : {0} annoncés, {1} présents. Copiez-le ou exportez-le de nouveau.",
                count(i64::from(*declared), "octet", "octets"),
                grouped(i64::from(*present), NARROW)
            ),
            DropReason::NotDer => "le base64 est correct, mais son contenu n’est pas un certificat. Exportez de nouveau le certificat, au format PEM.".to_owned(),
            DropReason::NotBase64 { line, found } => say!(
                "la ligne {0} contient « {1} » au lieu de base64. Copiez de nouveau le bloc entier, de sa ligne BEGIN à sa ligne END.",
                grouped(i64::from(*line), NARROW),
                shown(found)
            ),
            DropReason::LabelMismatch { begin, end } => say!(
                "le bloc commence par « {0} » et finit par « {1} », et son contenu est incomplet. Copiez de nouveau le bloc entier.",
                shown(begin),
                shown(end)
            ),
            DropReason::BeginMarkerMissing => {
                "il y a une ligne END sans sa ligne BEGIN. Copiez de nouveau le bloc entier, avec sa ligne BEGIN."
                    .to_owned()
            }
            DropReason::UnreadableCertificate { part } => say!(
                "{0}. Java ne pourrait pas lire ce certificat non plus.",
                unreadable(*part)
            ),
            DropReason::LimitExceeded { limit, max, seen } => {
                let max = grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW);
                let seen = grouped(i64::try_from(*seen).unwrap_or(i64::MAX), NARROW);
                match limit {
                    LimitKind::InputBytes => say!("seuls les {0} premiers octets ont été lus, sur {1}.", max, seen),
                    LimitKind::Certificates => {
                        say!("seuls les {0} premiers certificats ont été lus, sur {1}.", max, seen)
                    }
                    LimitKind::InflatedBytes => say!(
                        "seuls {0} octets des archives sont décompressés ; elles en contiennent {1}.",
                        max,
                        seen
                    ),
                    LimitKind::Dropped => say!(
                        "seuls les {0} premiers éléments ignorés sont énumérés, sur {1}.",
                        max,
                        seen
                    ),
                }
            }
        };
        say!("{0} : {1}", capitalised(&place(files, &dropped.at)), what)
    }

    fn nothing(&self, why: &Nothing<'_>) -> String {
        match why {
            Nothing::Empty => "Il n’y a rien à vérifier. Collez la chaîne de certificats de votre serveur, ou la sortie de openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts.".to_owned(),
            Nothing::NoCertificate(input) => {
                let mut text = "Aucun certificat trouvé.".to_owned();
                if let Some(first) = input.dropped.first() {
                    append(&mut text, &self.dropped(&input.files, first));
                } else {
                    append(&mut text, "Un certificat commence par la ligne -----BEGIN CERTIFICATE-----. La commande openssl s_client -connect HÔTE:443 -servername HÔTE -showcerts affiche les certificats qu’un serveur envoie.");
                }
                text
            }
        }
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::CarriageReturns => "Retours chariot en fin de ligne supprimés",
        Repair::ByteOrderMark => "Indicateur d’ordre des octets ou caractères sans largeur supprimés",
        Repair::Indentation => "Indentation supprimée",
        Repair::QuoteMarks => "Marques de citation ou de commentaire en début de ligne supprimées",
        Repair::LineNumbers => "Numéros de ligne supprimés",
        Repair::EscapedNewlines => "\\n lu comme fin de ligne",
        Repair::OneLine => "Le bloc entier était sur une seule ligne",
        Repair::LineWidth => "Les lignes n’avaient pas 64 caractères",
        Repair::TrailingSpaces => "Espaces en fin de ligne supprimés",
        Repair::BlankLines => "Lignes vides à l’intérieur du bloc supprimées",
        Repair::TypographicDashes => "Tirets typographiques lus comme des traits d’union",
        Repair::MissingDashes => "Tirets manquants d’une ligne BEGIN ou END ajoutés",
        Repair::MarkdownEscapes => "Barres obliques inverses ou accents graves de Markdown supprimés",
        Repair::HtmlMarkup => "Balises ou entités HTML supprimées",
        Repair::PercentEncoding => "Encodage-pourcent décodé",
        Repair::PemHeaders => "Lignes d’en-tête à l’intérieur du bloc supprimées",
        Repair::StringQuotes => "Guillemets autour des lignes supprimés",
        Repair::QuotedPrintable => "Fins de ligne d’un courriel quoted-printable décodées",
        Repair::StrayCharacters => "Caractères étrangers au base64 supprimés",
        Repair::BeginMarkerMissing => "La ligne BEGIN manquait, mais le contenu est complet",
        Repair::EndMarkerMissing => "La ligne END manquait ou était endommagée, mais le contenu est complet",
        Repair::BareBase64 => "Le base64 n’avait pas de lignes BEGIN et END",
        Repair::EncodedPem => "Le PEM était encodé deux fois en base64",
        Repair::Hex => "Le certificat était écrit en hexadécimal",
        Repair::HexDump => "Le certificat était écrit sous forme de vidage hexadécimal",
        Repair::LinePrefixes => "Horodatages, niveaux ou noms en début de ligne supprimés",
        Repair::ColorCodes => "Codes de couleur d’un terminal supprimés",
        Repair::BinaryInText => "Un certificat binaire se trouvait dans du texte",
    }
}

fn unreadable(part: DecodeError) -> &'static str {
    match part {
        DecodeError::Outer => "cela ressemble à un certificat, mais sa structure extérieure est endommagée",
        DecodeError::Body => "cela ressemble à un certificat, mais l’un de ses champs manque ou est endommagé",
        DecodeError::Name => "cela ressemble à un certificat, mais son sujet ou son émetteur est endommagé",
        DecodeError::Dates => "cela ressemble à un certificat, mais ses dates sont endommagées",
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
        ContainerKind::JavaKeyStore => "ce keystore Java",
        ContainerKind::Zip => "ce fichier ZIP",
    }
}

/// A line, with the file if there are several or it has a name.
fn host_origin(origin: HostOrigin) -> &'static str {
    match origin {
        HostOrigin::Request => "le journal de la requête",
        HostOrigin::ServerName => "l’option -servername",
        HostOrigin::Connect => "l’adresse de la connexion",
        HostOrigin::Url => "l’adresse donnée à curl",
        HostOrigin::Message => "le message d’erreur",
        HostOrigin::Handshake => "la sortie de --connect",
    }
}

pub(in crate::i18n) fn place(files: &[String], at: &Location) -> String {
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
