//! Spanish: the table of many servers.

use super::{FleetPhrase, FleetText, FleetWords};
use crate::i18n::format::{remaining, say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::{MONTHS, Spanish, count};

impl FleetWords for Spanish {
    fn text(&self, text: FleetText) -> &'static str {
        match text {
            FleetText::Hint => {
                "Cada archivo se comprueba por separado, y cada certificado de servidor con los certificados que lo acompañan. Elija un servidor para leer su informe completo."
            }
            FleetText::Shared => {
                "Los certificados de CA están agrupados en esta entrada, así que cada servidor se ha comprobado como si enviara los que están por encima del suyo."
            }
            FleetText::Together => "¿Mismo servidor? Comprobar como una sola cadena",
            FleetText::SearchHint => "Palabras de un nombre, un archivo, una raíz o un motivo",
            FleetText::Any => "Todos",
            FleetText::NotMet => "Requisito no cumplido",
            FleetText::Verdict => "Veredicto",
            FleetText::Name => "Servidor",
            FleetText::Anchor => "Raíz",
            FleetText::Days => "Días restantes",
            FleetText::File => "Archivo",
            FleetText::None => "Ningún servidor coincide.",
            FleetText::FailsMost => "Errores más frecuentes",
            FleetText::Expiry => "Caducidad por mes",
            FleetText::Expired => "Caducados",
            FleetText::Later => "Más tarde",
            FleetText::Otherwise => "Rechazados por otro motivo",
            FleetText::Stopped => "Detenido. Estos son los servidores comprobados hasta ahora.",
            FleetText::Authorities => "Solo certificados de CA",
            FleetText::Nothing => "No contiene ningún certificado",
            FleetText::Back => "Volver a la tabla",
            FleetText::Unnamed => "(sin nombre)",
            FleetText::Export => "Guardar lo que se muestra",
            FleetText::Exporting => "Escribiendo el archivo…",
            FleetText::Host => "El nombre de host no se comprueba mientras haya varios servidores.",
            FleetText::Keys => {
                "Algunos de estos archivos contenían una clave privada. Las claves se han eliminado y no han salido de su navegador. No las confíe a ninguna página."
            }
        }
    }

    fn phrase(&self, phrase: &FleetPhrase) -> String {
        match phrase {
            FleetPhrase::Servers(number) => count(whole(*number), "servidor", "servidores"),
            FleetPhrase::Verdicts { passed, failed, open } => {
                let mut text = say!(
                    "{0}, {1}",
                    count(whole(*passed), "cadena aceptada", "cadenas aceptadas"),
                    count(whole(*failed), "cadena rechazada", "cadenas rechazadas")
                );
                if *open > 0 {
                    text.push_str(&say!(
                        ", {0}",
                        count(whole(*open), "cadena no concluyente", "cadenas no concluyentes")
                    ));
                }
                text
            }
            FleetPhrase::Progress { servers, seconds } => {
                let checked = count(whole(*servers), "servidor comprobado", "servidores comprobados");
                match seconds {
                    None => checked,
                    Some(seconds) => {
                        let left = match remaining(*seconds) {
                            (number, false) => count(number, "segundo", "segundos"),
                            (number, true) => count(number, "minuto", "minutos"),
                        };
                        say!("{0}, unos {1} más", checked, left)
                    }
                }
            }
            FleetPhrase::Rows { shown, total } => say!(
                "{0} de {1}",
                self.number(whole(*shown)),
                count(whole(*total), "servidor", "servidores")
            ),
            FleetPhrase::Month { year, month } => {
                let name = MONTHS.get(usize::from(*month).saturating_sub(1)).unwrap_or(&"");
                say!("{0} de {1}", name, year.to_string())
            }
            FleetPhrase::Left(number) => say!(
                "{0} sin certificado de servidor",
                count(whole(*number), "archivo", "archivos")
            ),
        }
    }
}
