//! Spanish: descriptions of certificates, and logs that contradict the check.

use super::{EvidenceWords, Fact};
use crate::i18n::format::{append, say, shown};
use crate::i18n::grammar::Grammar;
use crate::i18n::grammar::es::Spanish;
use crate::ingest::{AcceptedBy, DescribedBy, Location};
use crate::report::{Instead, LogConflict, Observation, RecognizedKind};

impl EvidenceWords for Spanish {
    fn heading(&self) -> &'static str {
        "Certificados descritos"
    }

    fn described(&self, place: &str, tool: DescribedBy) -> String {
        let tool = match tool {
            DescribedBy::OpensslText => "la salida de openssl x509 -text",
            DescribedBy::OpensslFields => "la salida de openssl x509",
            DescribedBy::OpensslSession => "la salida de openssl s_client",
            DescribedBy::Keytool => "la salida de keytool",
            DescribedBy::JavaDebug => "la salida de depuración de Java",
            DescribedBy::Curl => "la salida de curl",
        };
        say!(
            "{0}: {1} describe un certificado, pero no lo contiene. Es un indicio, no una cadena comprobada.",
            place,
            tool
        )
    }

    fn fact(&self, fact: &Fact<'_>) -> String {
        match fact {
            Fact::Subject(name) => say!("Sujeto: {0}.", name),
            Fact::Issuer(name) => say!("Emisor: {0}.", name),
            Fact::Validity(Some(from), Some(until)) => say!("Válido del {0} al {1}.", from, until),
            Fact::Validity(Some(from), None) => say!("Válido desde el {0}.", from),
            Fact::Validity(None, until) => say!("Válido hasta el {0}.", until.unwrap_or_default()),
            Fact::Key(algorithm, Some(bits)) => say!("Clave: {0}, {1} bits.", algorithm, bits),
            Fact::Key(algorithm, None) => say!("Clave: {0}.", algorithm),
            Fact::Names(names) => say!("Nombres: {0}.", names),
        }
    }

    fn observation(&self, observation: &Observation, grammar: &dyn Grammar) -> String {
        match observation {
            Observation::Recognized { kind, product } => match kind {
                RecognizedKind::Default => say!(
                    "Es el certificado predeterminado de {0}: el cliente no envió ningún nombre de servidor (SNI) o no hay ningún certificado configurado para este host. Configure en el servidor el certificado de este host.",
                    shown(product)
                ),
                RecognizedKind::Proxy => say!(
                    "El emisor es {0}, un proxy que inspecciona TLS: ha sustituido el certificado del servidor. Obtenga la cadena desde una red sin este proxy.",
                    shown(product)
                ),
                RecognizedKind::Staging => say!(
                    "Es un certificado de prueba del entorno de pruebas (staging) de {0}. Vuelva a solicitarlo en el entorno de producción.",
                    shown(product)
                ),
                RecognizedKind::CloudflareOrigin => say!(
                    "Solo {0} confía en este certificado. Llame al host a través de {0} o instale un certificado de una CA admitida.",
                    shown(product)
                ),
            },
            Observation::Expired { not_after, at: _ } => say!(
                "Caducó el {0}, por lo que no se cumple el requisito 2. Renueve el certificado.",
                grammar.date(*not_after)
            ),
            Observation::NotYetValid { not_before, at: _ } => say!(
                "No es válido hasta el {0}, por lo que no se cumple el requisito 2.",
                grammar.date(*not_before)
            ),
            Observation::OtherHost { host } => say!(
                "Ninguno de estos nombres corresponde a «{0}»: API Gateway rechaza este certificado para ese host.",
                shown(host)
            ),
            Observation::SelfSigned {} => {
                "El sujeto y el emisor son iguales: es autofirmado y no lo emitió ninguna CA admitida (requisito 1)."
                    .to_owned()
            }
            Observation::KeyTooLarge { bits } => say!(
                "Su clave RSA tiene {0} bits. El requisito 4 de AWS permite 2048 como máximo.",
                grammar.number(i64::from(*bits))
            ),
        }
    }

    fn print(&self, command: &str) -> String {
        say!(
            "Para comprobar la cadena, muestre los certificados mismos y péguelos: {0}",
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
                        "Probablemente API Gateway recibió otra cadena de certificados: sin un nombre de servidor (SNI), el servidor puede enviar su certificado predeterminado; otra máquina o dirección puede responder con este nombre; o el certificado se renovó después de escribirse el registro."
                    } else {
                        "Probablemente el programa que lo rechazó recibió otra cadena de certificados (sin nombre de servidor (SNI), otra máquina o dirección con este nombre, renovación posterior) o usa otro truststore."
                    },
                );
                append(
                    &mut text,
                    &say!(
                        "Pida al operador del backend que compruebe cada máquina que responde con ese nombre. Este comando muestra lo que envía el servidor sin un nombre de servidor: {0}",
                        command
                    ),
                );
                text
            }
            LogConflict::Accepted { at: _, by } => {
                let (who, why) = match by {
                    AcceptedBy::ApiGateway => ("Según el registro, API Gateway", API_GATEWAY),
                    AcceptedBy::Openssl => ("OpenSSL", TOOL),
                    AcceptedBy::Curl => ("curl", TOOL),
                };
                let mut text = say!(
                    "{1} aceptó los certificados del servidor ({0}), pero la cadena de su entrada se rechaza.",
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
                "Probablemente API Gateway recibió otra cadena. El comando muestra lo que envía el servidor sin nombre de servidor (SNI); ejecútelo para cada máquina que responde con ese nombre."
            } else {
                "Probablemente el programa recibió otra cadena o usa otro truststore. El comando muestra lo que envía el servidor sin nombre de servidor (SNI); ejecútelo para cada máquina que responde con ese nombre."
            },
        );
        text
    }

    fn only_evidence(&self, command: Option<&str>) -> String {
        match command {
            Some(command) => say!(
                "No se encontró ningún certificado, por lo que no se puede comprobar la cadena. Su entrada contiene mensajes o descripciones, que se explican por separado. Para comprobar la cadena, pegue la salida de {0}",
                command
            ),
            None => "No se encontró ningún certificado. Su entrada contiene mensajes, que se explican por separado."
                .to_owned(),
        }
    }

    fn place(&self, files: &[String], at: &Location) -> String {
        crate::i18n::input::es::place(files, at)
    }
}

/// Why API Gateway accepted a server whose chain is rejected here.
const API_GATEWAY: &str = "Probablemente la cadena procede de otra máquina o de otro momento, el nombre de servidor (SNI) es distinto o insecureSkipVerification está activado. Obtenga la cadena de nuevo y compárela.";

/// Why a tool accepted a server whose chain is rejected here.
const TOOL: &str = "La máquina donde se ejecutó confía en otras CA o tiene ella misma el certificado intermedio que falta. API Gateway solo usa la lista de AWS y los certificados que envía el servidor.";

/// What the log says, and what the check found.
fn contradiction(place: &str, instead: Instead) -> String {
    match instead {
        Instead::ChainAccepted => say!(
            "Java aceptaría la cadena de su entrada, pero el registro indica que se rechazó ({0}).",
            place
        ),
        Instead::HostNameAccepted => say!(
            "El certificado del servidor de su entrada es válido para el nombre de host, pero el registro indica lo contrario ({0}).",
            place
        ),
        Instead::OtherReason => say!(
            "El registro indica un error ({0}) distinto del que causa la cadena de su entrada.",
            place
        ),
    }
}
