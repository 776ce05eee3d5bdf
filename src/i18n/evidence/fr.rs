//! French: descriptions of certificates, and logs that contradict the check.

use super::{EvidenceWords, Fact};
use crate::i18n::format::{append, say, shown};
use crate::i18n::grammar::Grammar;
use crate::i18n::grammar::fr::French;
use crate::ingest::{AcceptedBy, DescribedBy, Location};
use crate::report::{Instead, LogConflict, Observation, RecognizedKind};

impl EvidenceWords for French {
    fn heading(&self) -> &'static str {
        "Certificats décrits"
    }

    fn described(&self, place: &str, tool: DescribedBy) -> String {
        let tool = match tool {
            DescribedBy::OpensslText => "la sortie d’openssl x509 -text",
            DescribedBy::OpensslFields => "la sortie d’openssl x509",
            DescribedBy::OpensslSession => "la sortie d’openssl s_client",
            DescribedBy::Keytool => "la sortie de keytool",
            DescribedBy::JavaDebug => "la sortie de débogage de Java",
            DescribedBy::Curl => "la sortie de curl",
        };
        say!(
            "{0} : {1} décrit un certificat mais ne le contient pas. C’est un indice, pas une chaîne vérifiée.",
            place,
            tool
        )
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Subject(name) => say!("Sujet : {0}.", name),
            Fact::Issuer(name) => say!("Émetteur : {0}.", name),
            Fact::Validity(Some(from), Some(until)) => say!("Valide du {0} au {1}.", from, until),
            Fact::Validity(Some(from), None) => say!("Valide à partir du {0}.", from),
            Fact::Validity(None, until) => say!("Valide jusqu’au {0}.", until.unwrap_or_default()),
            Fact::Key(algorithm, Some(bits)) => say!("Clé : {0}, {1} bits.", algorithm, bits),
            Fact::Key(algorithm, None) => say!("Clé : {0}.", algorithm),
            Fact::Names(names) => say!("Noms : {0}.", names),
        }
    }

    fn observation(&self, observation: &Observation, grammar: &dyn Grammar) -> String {
        match observation {
            Observation::Recognized { kind, product } => match kind {
                RecognizedKind::Default => say!("C’est le certificat par défaut de {0} : le client n’a pas envoyé de nom de serveur (SNI), ou aucun certificat n’est configuré pour cet hôte. Configurez le certificat de cet hôte sur le serveur.", shown(product)),
                RecognizedKind::Proxy => say!("L’émetteur est {0}, un proxy qui inspecte TLS : il a remplacé le certificat du serveur. Récupérez la chaîne depuis un réseau sans ce proxy.", shown(product)),
                RecognizedKind::Staging => say!("C’est un certificat de test de l’environnement de préproduction (staging) de {0}. Redemandez-le à l’environnement de production.", shown(product)),
                RecognizedKind::CloudflareOrigin => say!("Seul {0} fait confiance à ce certificat. Appelez l’hôte par {0}, ou installez un certificat d’une AC prise en charge.", shown(product)),
            },
            Observation::Expired { not_after, at: _ } => say!("Il a expiré le {0} : l’exigence 2 n’est pas respectée. Renouvelez le certificat.", grammar.date(*not_after)),
            Observation::NotYetValid { not_before, at: _ } => say!("Il n’est pas valide avant le {0} : l’exigence 2 n’est pas respectée.", grammar.date(*not_before)),
            Observation::OtherHost { host } => say!("Aucun de ces noms ne correspond à « {0} » : API Gateway refuse ce certificat pour cet hôte.", shown(host)),
            Observation::SelfSigned {} => "Le sujet et l’émetteur sont identiques : il est autosigné, aucune AC prise en charge ne l’a émis (exigence 1).".to_owned(),
            Observation::KeyTooLarge { bits } => say!("Sa clé RSA fait {0} bits. L’exigence 4 d’AWS autorise 2048 bits au plus.", grammar.number(i64::from(*bits))),
        }
    }

    fn print(&self, command: &str) -> String {
        say!(
            "Pour vérifier la chaîne, affichez les certificats eux-mêmes et collez-les : {0}",
            command
        )
    }

    fn conflict(&self, place: &str, conflict: &LogConflict) -> String {
        match conflict {
            LogConflict::Rejected {
                at: _,
                instead,
                by_api_gateway,
                command,
            } => {
                let mut text = contradiction(place, *instead);
                append(
                    &mut text,
                    if *by_api_gateway {
                        "API Gateway a sans doute reçu une autre chaîne de certificats : sans nom de serveur (SNI), le serveur peut envoyer son certificat par défaut, une autre machine ou une autre adresse peut répondre sous ce nom, ou le certificat a été renouvelé depuis l’écriture du journal."
                    } else {
                        "Le programme qui l’a refusé a sans doute reçu une autre chaîne de certificats (pas de nom de serveur (SNI), autre machine ou adresse sous ce nom, renouvellement depuis), ou il utilise un autre truststore."
                    },
                );
                append(
                    &mut text,
                    &say!(
                        "Demandez à l’exploitant du serveur de vérifier chaque machine derrière ce nom. Cette commande montre ce que le serveur envoie sans nom de serveur : {0}",
                        command
                    ),
                );
                text
            }
            LogConflict::Accepted { at: _, by } => {
                let (who, why) = match by {
                    AcceptedBy::ApiGateway => ("D’après le journal, API Gateway", API_GATEWAY),
                    AcceptedBy::Openssl => ("OpenSSL", TOOL),
                    AcceptedBy::Curl => ("curl", TOOL),
                };
                let mut text = say!(
                    "{1} a accepté les certificats du serveur ({0}), mais la chaîne de votre saisie est refusée.",
                    place,
                    who
                );
                append(&mut text, why);
                text
            }
        }
    }

    fn compare(&self, place: &str, instead: Instead, by_api_gateway: bool) -> String {
        let mut text = contradiction(place, instead);
        append(
            &mut text,
            if by_api_gateway {
                "API Gateway a sans doute reçu une autre chaîne. La commande montre ce que le serveur envoie sans nom de serveur (SNI) ; lancez-la pour chaque machine derrière ce nom."
            } else {
                "Le programme a sans doute reçu une autre chaîne, ou il utilise un autre truststore. La commande montre ce que le serveur envoie sans nom de serveur (SNI) ; lancez-la pour chaque machine derrière ce nom."
            },
        );
        text
    }

    fn only_evidence(&self, command: Option<&str>) -> String {
        match command {
            Some(command) => say!(
                "Aucun certificat trouvé : la chaîne ne peut pas être vérifiée. Votre saisie contient des messages ou des descriptions, expliqués séparément. Pour vérifier la chaîne, collez la sortie de {0}",
                command
            ),
            None => "Aucun certificat trouvé. Votre saisie contient des messages, expliqués séparément.".to_owned(),
        }
    }

    fn place(&self, files: &[String], at: &Location) -> String {
        crate::i18n::input::fr::place(files, at)
    }
}

/// Why API Gateway accepted a server whose chain is rejected here.
const API_GATEWAY: &str = "La chaîne vient sans doute d’une autre machine ou d’un autre moment, le nom de serveur (SNI) est différent, ou insecureSkipVerification est activé. Récupérez de nouveau la chaîne et comparez.";

/// Why a tool accepted a server whose chain is rejected here.
const TOOL: &str = "La machine où il a été lancé fait confiance à d’autres AC ou possède elle-même le certificat intermédiaire manquant. API Gateway n’utilise que la liste d’AWS et les certificats que le serveur envoie.";

/// What the log says, and what the check found.
fn contradiction(place: &str, instead: Instead) -> String {
    match instead {
        Instead::ChainAccepted => say!(
            "Java accepterait la chaîne de votre saisie, mais le journal indique qu’elle a été refusée ({0}).",
            place
        ),
        Instead::HostNameAccepted => say!(
            "Le certificat du serveur de votre saisie est valable pour le nom d’hôte, mais le journal indique le contraire ({0}).",
            place
        ),
        Instead::OtherReason => say!(
            "Le journal signale une autre erreur ({0}) que celle que cause la chaîne de votre saisie.",
            place
        ),
    }
}
