//! Spanish: connections.

use super::ConnectionWords;
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::Spanish;
use crate::report::{ConnectionNote, DownloadTrouble, JavaOffer, Verdict};

impl ConnectionWords for Spanish {
    fn heading(&self) -> &'static str {
        "Conexión"
    }

    fn note(&self, note: &ConnectionNote<'_>, why: &str) -> String {
        match note {
            ConnectionNote::ClientCertificate { required: Some(true) } => {
                "El servidor exige un certificado de cliente.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: None } => {
                "El servidor pide un certificado de cliente, y quizá lo exija.".to_owned()
            }
            ConnectionNote::ClientCertificate { required: Some(false) } => {
                "El servidor pide un certificado de cliente, y acepta conexiones sin él.".to_owned()
            }
            ConnectionNote::OtherWithoutName { label } => say!(
                "Sin el nombre del servidor (SNI), el servidor envía otra cadena; su primer certificado es «{0}».",
                shown(label)
            ),
            ConnectionNote::TroubleWithoutName { .. } => {
                say!("Sin el nombre del servidor (SNI), la negociación falla: {0}.", why)
            }
            ConnectionNote::OnlyVersion { protocol } => say!("El servidor solo admite {0}.", *protocol),
            ConnectionNote::OtherAtAddress { address, label } => say!(
                "La dirección {0} envía otra cadena; su primer certificado es «{1}».",
                shown(address),
                shown(label)
            ),
            ConnectionNote::TroubleAtAddress { address, .. } => {
                say!("En la dirección {0}, la negociación falla: {1}.", shown(address), why)
            }
            ConnectionNote::Downloaded { label, url } => say!(
                "El servidor no envió «{0}». Este certificado se descargó de {1}; API Gateway no lo descarga.",
                shown(label),
                shown(url)
            ),
            ConnectionNote::NotDownloaded { url, .. } => {
                say!(
                    "No se pudo descargar de {0} un certificado que falta: {1}.",
                    shown(url),
                    why
                )
            }
            ConnectionNote::WithDownloads { verdict } => match verdict {
                Verdict::Pass => {
                    "Con los certificados descargados, API Gateway aceptaría la cadena. --repair la escribe."
                }
                Verdict::Fail => "API Gateway rechazaría la cadena incluso con los certificados descargados.",
                Verdict::Inconclusive => {
                    "No se sabe si API Gateway aceptaría la cadena con los certificados descargados."
                }
            }
            .to_owned(),
            ConnectionNote::NotCompleted { protocol, cipher, java } => {
                let how = match java {
                    JavaOffer::Offered => say!(
                        "El servidor eligió {0} con {1}. Este programa no puede completar esa negociación, pero Java 17 sí.",
                        *protocol,
                        *cipher
                    ),
                    JavaOffer::Formerly => say!(
                        "El servidor eligió {0}, que usa RSA estático. Java 17.0.9 lo ofrece, Java 17.0.21.1 ya no. Active conjuntos de cifrado con ECDHE.",
                        *cipher
                    ),
                    JavaOffer::NotTheCipher => {
                        say!("Java 17 no ofrece {0}. Active conjuntos de cifrado con ECDHE.", *cipher)
                    }
                    JavaOffer::NotTheVersion => say!(
                        "El servidor eligió {0}. Java 17 solo ofrece TLS 1.2 y 1.3. Active TLS 1.2.",
                        *protocol
                    ),
                };
                how + " La cadena se leyó al principio de la negociación."
            }
            ConnectionNote::OnlyWithoutName { label } => say!(
                "Sin el nombre del servidor (SNI), el servidor envía una cadena; su primer certificado es «{0}».",
                shown(label)
            ),
        }
    }

    fn more(&self, note: &ConnectionNote<'_>) -> &'static str {
        match note {
            ConnectionNote::ClientCertificate {
                required: Some(true) | None,
            } => "API Gateway solo envía uno si la etapa de la API lo tiene, y el servidor debe aceptarlo.",
            ConnectionNote::OtherWithoutName { .. } => {
                "Un cliente que no envía nombre, o envía otro, recibe esa cadena. API Gateway envía el host del URI de la integración."
            }
            ConnectionNote::OtherAtAddress { .. } => {
                "Corrija también esa máquina: los clientes llegan a cualquiera de ellas."
            }
            _ => "",
        }
    }

    fn download_trouble(&self, trouble: DownloadTrouble) -> String {
        match trouble {
            DownloadTrouble::NotHttp => "solo se usan direcciones http://".to_owned(),
            DownloadTrouble::Unreachable => "no se puede acceder al host".to_owned(),
            DownloadTrouble::TooSlow => "la respuesta no llegó a tiempo".to_owned(),
            DownloadTrouble::TooLarge { limit } => {
                say!("la respuesta tiene más de {0} bytes", self.number(limit.into()))
            }
            DownloadTrouble::Status { status } => say!("la respuesta tiene el estado {0}", status.to_string()),
            DownloadTrouble::Redirect => "redirige demasiadas veces, o no a una dirección http://".to_owned(),
            DownloadTrouble::NotCertificate => "la respuesta no contiene ningún certificado".to_owned(),
            DownloadTrouble::OtherCertificate => "la respuesta contiene otro certificado".to_owned(),
            DownloadTrouble::TooMany { limit } => {
                say!("se alcanzó el límite de {0} descargas", limit.to_string())
            }
        }
    }

    fn failed(&self, server: &str, why: &str) -> String {
        say!("Sin conexión a {0}: {1}.", server, why)
    }
}
