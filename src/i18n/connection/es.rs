//! Spanish: connections.

use super::ConnectionWords;
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::es::Spanish;
use crate::report::ConnectionNote;

impl ConnectionWords for Spanish {
    fn heading(&self) -> &'static str {
        "Conexión"
    }

    fn note(&self, note: &ConnectionNote<'_>, why: &str) -> String {
        match note {
            ConnectionNote::ClientCertificate { required: true } => {
                "El servidor exige un certificado de cliente. API Gateway solo envía uno si la etapa de la API lo tiene, y el servidor debe aceptarlo.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: false } => {
                "El servidor pide un certificado de cliente, y acepta conexiones sin él.".to_owned()
            }
            ConnectionNote::OtherWithoutName { label } => say!(
                "Sin el nombre del servidor (SNI), el servidor envía otra cadena; su primer certificado es «{0}». Un cliente que no envía nombre, o envía otro, recibe esa cadena. API Gateway envía el host del URI de la integración.",
                shown(label)
            ),
            ConnectionNote::TroubleWithoutName { .. } => {
                say!("Sin el nombre del servidor (SNI), la negociación falla: {0}.", why)
            }
            ConnectionNote::OnlyVersion { protocol } => say!("El servidor solo admite {0}.", *protocol),
            ConnectionNote::OtherAtAddress { address, label } => say!(
                "La dirección {0} envía otra cadena; su primer certificado es «{1}». Corrija también esa máquina: los clientes llegan a cualquiera de ellas.",
                shown(address),
                shown(label)
            ),
            ConnectionNote::TroubleAtAddress { address, .. } => {
                say!("En la dirección {0}, la negociación falla: {1}.", shown(address), why)
            }
            ConnectionNote::JavaOffersMore { command } => say!(
                "Este comando ofrece TLS 1.3, y TLS 1.2 con ECDHE y AES-GCM o ChaCha20. Java 17 ofrece además TLS 1.2 con CBC, DHE y RSA estático, así que es posible que API Gateway se conecte. Obtenga la cadena con: {0}",
                shown(command)
            ),
        }
    }

    fn failed(&self, server: &str, why: &str) -> String {
        say!("Sin conexión a {0}: {1}.", server, why)
    }
}
