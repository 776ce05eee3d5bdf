//! French: connections.

use super::ConnectionWords;
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::fr::French;
use crate::report::{ConnectionNote, DownloadTrouble, JavaOffer, Verdict};

impl ConnectionWords for French {
    fn heading(&self) -> &'static str {
        "Connexion"
    }

    fn note(&self, note: &ConnectionNote<'_>, why: &str) -> String {
        match note {
            ConnectionNote::ClientCertificate { required: Some(true) } => {
                "Le serveur exige un certificat client.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: None } => {
                "Le serveur demande un certificat client, et en exige peut-être un.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: Some(false) } => {
                "Le serveur demande un certificat client, et accepte les connexions sans certificat.".to_owned()
            }
            ConnectionNote::OtherWithoutName { label } => say!(
                "Sans le nom du serveur (SNI), le serveur envoie une autre chaîne, dont le premier certificat est «\u{a0}{0}\u{a0}».",
                shown(label)
            ),
            ConnectionNote::TroubleWithoutName { .. } => {
                say!("Sans le nom du serveur (SNI), la négociation échoue\u{a0}: {0}.", why)
            }
            ConnectionNote::OnlyVersion { protocol } => say!("Le serveur ne prend en charge que {0}.", *protocol),
            ConnectionNote::OtherAtAddress { address, label } => say!(
                "L’adresse {0} envoie une autre chaîne, dont le premier certificat est «\u{a0}{1}\u{a0}».",
                shown(address),
                shown(label)
            ),
            ConnectionNote::TroubleAtAddress { address, .. } => {
                say!(
                    "À l’adresse {0}, la négociation échoue\u{a0}: {1}.",
                    shown(address),
                    why
                )
            }
            ConnectionNote::Downloaded { label, url } => say!(
                "Le serveur n’a pas envoyé «\u{a0}{0}\u{a0}». Ce certificat a été téléchargé depuis {1}\u{202f}; API Gateway ne le télécharge pas.",
                shown(label),
                shown(url)
            ),
            ConnectionNote::NotDownloaded { url, .. } => say!(
                "Un certificat manquant n’a pas pu être téléchargé depuis {0}\u{a0}: {1}.",
                shown(url),
                why
            ),
            ConnectionNote::WithDownloads { verdict } => match verdict {
                Verdict::Pass => {
                    "Avec les certificats téléchargés, API Gateway accepterait la chaîne. --repair l’écrit."
                }
                Verdict::Fail => "API Gateway refuserait la chaîne même avec les certificats téléchargés.",
                Verdict::Inconclusive => {
                    "On ne sait pas si API Gateway accepterait la chaîne avec les certificats téléchargés."
                }
            }
            .to_owned(),
            ConnectionNote::NotCompleted { protocol, cipher, java } => {
                let how = match java {
                    JavaOffer::Offered => say!(
                        "Le serveur a choisi {0} avec {1}. Ce programme ne peut pas achever cette négociation, mais Java 17 le peut.",
                        *protocol,
                        *cipher
                    ),
                    JavaOffer::Formerly => say!(
                        "Le serveur a choisi {0}, qui utilise RSA statique. Java 17.0.9 le propose, Java 17.0.21.1 ne le propose plus. Activez des suites avec ECDHE.",
                        *cipher
                    ),
                    JavaOffer::NotTheCipher => {
                        say!("Java 17 ne propose pas {0}. Activez des suites avec ECDHE.", *cipher)
                    }
                    JavaOffer::NotTheVersion => say!(
                        "Le serveur a choisi {0}. Java 17 ne propose que TLS 1.2 et 1.3. Activez TLS 1.2.",
                        *protocol
                    ),
                };
                how + " La chaîne a été lue au début de la négociation."
            }
            ConnectionNote::OnlyWithoutName { label } => say!(
                "Sans le nom du serveur (SNI), le serveur envoie une chaîne, dont le premier certificat est «\u{a0}{0}\u{a0}».",
                shown(label)
            ),
        }
    }

    fn more(&self, note: &ConnectionNote<'_>) -> &'static str {
        match note {
            ConnectionNote::ClientCertificate {
                required: Some(true) | None,
            } => "API Gateway n’en envoie un que si l’étape de l’API en a un, et le serveur doit l’accepter.",
            ConnectionNote::OtherWithoutName { .. } => {
                "Un client qui n’envoie pas de nom, ou un autre nom, reçoit cette chaîne. API Gateway envoie l’hôte de l’URI de l’intégration."
            }
            ConnectionNote::OtherAtAddress { .. } => {
                "Corrigez aussi cette machine\u{a0}: les clients atteignent n’importe laquelle."
            }
            _ => "",
        }
    }

    fn download_trouble(&self, trouble: DownloadTrouble) -> String {
        match trouble {
            DownloadTrouble::NotHttp => "seules les adresses http:// sont utilisées".to_owned(),
            DownloadTrouble::Unreachable => "l’hôte est injoignable".to_owned(),
            DownloadTrouble::TooSlow => "la réponse n’est pas arrivée à temps".to_owned(),
            DownloadTrouble::TooLarge { limit } => {
                say!("la réponse dépasse {0} octets", self.number(limit.into()))
            }
            DownloadTrouble::Status { status } => say!("la réponse a le statut {0}", status.to_string()),
            DownloadTrouble::Redirect => "elle redirige trop souvent, ou pas vers une adresse http://".to_owned(),
            DownloadTrouble::NotCertificate => "la réponse ne contient pas de certificat".to_owned(),
            DownloadTrouble::OtherCertificate => "la réponse contient un autre certificat".to_owned(),
            DownloadTrouble::TooMany { limit } => {
                say!("la limite de {0} téléchargements est atteinte", limit.to_string())
            }
        }
    }

    fn failed(&self, server: &str, why: &str) -> String {
        say!("Pas de connexion à {0}\u{a0}: {1}.", server, why)
    }
}
