//! French: connections.

use super::ConnectionWords;
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::fr::French;
use crate::report::ConnectionNote;

impl ConnectionWords for French {
    fn heading(&self) -> &'static str {
        "Connexion"
    }

    fn note(&self, note: &ConnectionNote<'_>, why: &str) -> String {
        match note {
            ConnectionNote::ClientCertificate { required: true } => {
                "Le serveur exige un certificat client. API Gateway n’en envoie un que si l’étape de l’API en a un, et le serveur doit l’accepter.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: false } => {
                "Le serveur demande un certificat client, et accepte les connexions sans certificat.".to_owned()
            }
            ConnectionNote::OtherWithoutName { label } => say!(
                "Sans le nom du serveur (SNI), le serveur envoie une autre chaîne, dont le premier certificat est «\u{a0}{0}\u{a0}». Un client qui n’envoie pas de nom, ou un autre nom, reçoit cette chaîne. API Gateway envoie l’hôte de l’URI de l’intégration.",
                shown(label)
            ),
            ConnectionNote::TroubleWithoutName { .. } => {
                say!("Sans le nom du serveur (SNI), la négociation échoue\u{a0}: {0}.", why)
            }
            ConnectionNote::OnlyVersion { protocol } => say!("Le serveur ne prend en charge que {0}.", *protocol),
            ConnectionNote::OtherAtAddress { address, label } => say!(
                "L’adresse {0} envoie une autre chaîne, dont le premier certificat est «\u{a0}{1}\u{a0}». Corrigez aussi cette machine\u{a0}: les clients atteignent n’importe laquelle.",
                shown(address),
                shown(label)
            ),
            ConnectionNote::TroubleAtAddress { address, .. } => {
                say!("À l’adresse {0}, la négociation échoue\u{a0}: {1}.", shown(address), why)
            }
            ConnectionNote::JavaOffersMore { command } => say!(
                "Cette commande propose TLS 1.3, et TLS 1.2 avec ECDHE et AES-GCM ou ChaCha20. Java 17 propose aussi TLS 1.2 avec CBC, DHE et RSA statique\u{a0}: API Gateway peut donc se connecter. Obtenez la chaîne avec\u{a0}: {0}",
                shown(command)
            ),
        }
    }

    fn failed(&self, server: &str, why: &str) -> String {
        say!("Pas de connexion à {0}\u{a0}: {1}.", server, why)
    }
}
