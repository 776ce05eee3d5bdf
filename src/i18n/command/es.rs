//! Spanish: the command.

use super::{CliPhrase, CliText, CommandWords, FileTrouble, numbers};
use crate::i18n::format::{capitalised, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::Spanish;

impl CommandWords for Spanish {
    fn text(&self, text: CliText) -> &'static str {
        match text {
            CliText::About => {
                "Explica por qué API Gateway responde «General SSLEngine problem»: comprueba la cadena de certificados de un backend con los cuatro requisitos de AWS e indica qué haría el cliente TLS de Java. No se envía nada a ningún sitio."
            }
            CliText::HeadingUsage => "Uso:",
            CliText::HeadingInput => "Entrada",
            CliText::HeadingQuestion => "Opciones de comprobación",
            CliText::HeadingOutput => "Salida",
            CliText::HeadingOther => "Otras",
            CliText::After => {
                "Ejemplos:
  openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null | sslengine-doctor --host HOST
  sslengine-doctor chain.pem --repair fullchain.pem
  sslengine-doctor --format jsonl servidores/ | jq -r 'select(.report.verdict != \"pass\").name'

Código de salida: 0 si todo se acepta; 1 si se rechaza algo; 2 si el uso es incorrecto o la entrada no se puede leer.
Con --repair es el de la cadena reparada."
            }
            CliText::ValueInput => "ENTRADA",
            CliText::ValueHost => "HOST",
            CliText::ValueTime => "FECHA",
            CliText::ValuePassword => "CONTRASEÑA",
            CliText::ValueFile => "ARCHIVO",
            CliText::ValueFormat => "FORMATO",
            CliText::ValueLanguage => "IDIOMA",
            CliText::ValueQuery => "TEXTO",
            CliText::ValueOut => "SALIDA",
            CliText::ValueShell => "SHELL",
            CliText::ValueWhen => "CUÁNDO",
            CliText::ArgInput => {
                "Archivos o carpetas con certificados en cualquier formato: PEM, DER, PKCS#7, PKCS#12, almacenes de claves de Java, ZIP, la salida de openssl s_client; - o nada para la entrada estándar. Si hay varios archivos, cada uno se comprueba por separado"
            }
            CliText::ArgHost => "El nombre de host para el que debe ser válido el certificado",
            CliText::ArgAt => {
                "El momento para el que se comprueba, como 2026-11-23 o 2026-11-23T07:00:00Z; si se omite, ahora"
            }
            CliText::ArgSkipVerification => "Comprobar como con tlsConfig.insecureSkipVerification",
            CliText::ArgPassword => {
                "Una contraseña para probar en los almacenes de claves; se puede repetir. Otros usuarios de esta máquina podrían verla: es preferible --password-file"
            }
            CliText::ArgPasswordFile => {
                "Un archivo con contraseñas para probar en los almacenes de claves, una por línea"
            }
            CliText::ArgList => {
                "Una edición más reciente de la lista de AWS de autoridades admitidas, guardada como texto, con la que comprobar"
            }
            CliText::ArgEach => {
                "Comprobar cada servidor de cada entrada: una cadena va del certificado de un servidor al siguiente"
            }
            CliText::ArgTogether => {
                "Leer todos los archivos como una sola entrada, por ejemplo un certificado y su cadena"
            }
            CliText::ArgLines => {
                "Leer líneas JSON de la entrada estándar, objetos con «pem» y, si se desea, «id» y «host»; responder a cada una con una línea que contiene «id», «report» y «error»"
            }
            CliText::ArgFormat => "text, json, jsonl (una línea por servidor) o markdown; si se omite, text",
            CliText::ArgFull => "El texto completo de cada servidor, también si hay varios",
            CliText::ArgLang => "en, fr o es; si se omite, el de LC_ALL, LC_MESSAGES o LANG",
            CliText::ArgColor => {
                "auto, always (siempre) o never (nunca); si se omite, auto: en un terminal y sin NO_COLOR"
            }
            CliText::ArgRepair => {
                "Escribir la cadena reparada en este archivo, - para la salida estándar: ordenada y con lo que faltaba"
            }
            CliText::ArgForce => "Con --repair: sobrescribir el archivo",
            CliText::ArgListCas => {
                "Mostrar las autoridades admitidas; con TEXTO, aquellas cuyo nombre, alias o huella digital lo contiene"
            }
            CliText::ArgCompletions => "Mostrar el autocompletado para bash, elvish, fish, powershell o zsh",
            CliText::ArgHelp => "Mostrar esta ayuda",
            CliText::ArgVersion => "Mostrar la versión y la edición de la lista",
            CliText::Error => "error: ",
            CliText::Warning => "advertencia: ",
            CliText::SeeHelp => "Consulte sslengine-doctor --help.",
            CliText::StandardInput => "la entrada estándar",
            CliText::WaitingForInput => {
                "Leyendo la entrada estándar: pegue los certificados y termine con Ctrl-D (Windows: Ctrl-Z e Intro)."
            }
            CliText::RepairTakesOne => "--repair admite un solo servidor. Indique un solo archivo, sin --each.",
            CliText::RepairNotWritten => "No se ha escrito la cadena reparada: no hay ninguna.",
            CliText::ForceNeedsRepair => "--force requiere --repair.",
            CliText::BadTime => {
                "--at admite una fecha o una hora en formato RFC 3339, como 2026-11-23 o 2026-11-23T07:00:00Z."
            }
            CliText::NoFiles => "No hay ningún certificado de servidor en la carpeta.",
        }
    }

    fn phrase(&self, phrase: &CliPhrase<'_>) -> String {
        match phrase {
            CliPhrase::UnknownArgument { argument, similar } => match similar {
                Some(similar) => say!(
                    "La opción {0} no existe. ¿Quería decir {1}?",
                    shown(argument),
                    shown(similar)
                ),
                None => say!("La opción {0} no existe.", shown(argument)),
            },
            CliPhrase::MissingValue(argument) => say!("{0} necesita un valor.", shown(argument)),
            CliPhrase::BadValue {
                argument,
                value,
                possible,
            } => {
                if possible.is_empty() {
                    say!("{0} no admite «{1}».", shown(argument), shown(value))
                } else {
                    say!(
                        "{0} no admite «{1}»; admite {2}.",
                        shown(argument),
                        shown(value),
                        listed(possible, " o ")
                    )
                }
            }
            CliPhrase::Conflict { argument, with } => {
                say!("{0} y {1} no se pueden usar a la vez.", shown(argument), shown(with))
            }
            CliPhrase::Twice(argument) => say!("{0} solo se puede indicar una vez.", shown(argument)),
            CliPhrase::Unreadable { name, why } => say!("No se puede leer {0}: {1}.", shown(name), trouble(why)),
            CliPhrase::Unwritable { name, why } => say!("No se puede escribir {0}: {1}.", shown(name), trouble(why)),
            CliPhrase::TooManyFiles { name, max } => say!(
                "De la carpeta {0} solo se han leído los primeros {1} archivos.",
                shown(name),
                self.number(whole(*max))
            ),
            CliPhrase::PassedOver(1) => "Se ha ignorado 1 archivo sin certificado de servidor.".to_owned(),
            CliPhrase::PassedOver(count) => say!(
                "Se han ignorado {0} archivos sin certificado de servidor.",
                self.number(whole(*count))
            ),
            CliPhrase::PrivateKey(name) => say!(
                "Hay una clave privada en {0}. Se ha ignorado: ninguna comprobación la necesita y la respuesta no contiene nada de ella. Si otras personas pueden leer esta entrada, sustituya la clave.",
                shown(name)
            ),
            CliPhrase::BadLine(number) => say!(
                "{0} no es un objeto JSON con la cadena como texto en «pem».",
                capitalised(&self.phrase(&CliPhrase::Line(*number)))
            ),
            CliPhrase::Line(number) => say!("la línea {0}", self.number(whole(*number))),
            CliPhrase::BadList(name) => say!(
                "No se ha podido leer ninguna entrada de la lista de AWS en {0}. Una entrada tiene un alias, su SHA-1 y su SHA-256.",
                shown(name)
            ),
            CliPhrase::ListProblems { name, lines } => say!(
                "No se ha podido leer toda la lista de {0}: consulte {1} {2}.",
                shown(name),
                if lines.len() == 1 { "la línea" } else { "las líneas" },
                numbers(lines, " y ")
            ),
            CliPhrase::RepairWritten(name) => say!("La cadena reparada está en {0}.", shown(name)),
            CliPhrase::Passed { passed, of } => say!(
                "Aceptados: {0} de {1}.",
                self.number(whole(*passed)),
                self.number(whole(*of))
            ),
            CliPhrase::More(count) => say!("y {0} más", self.number(whole(*count))),
        }
    }
}

fn trouble(why: &FileTrouble) -> String {
    match why {
        FileTrouble::NotFound => "no existe".to_owned(),
        FileTrouble::Denied => "permiso denegado".to_owned(),
        FileTrouble::IsFolder => "es una carpeta".to_owned(),
        FileTrouble::Exists => "ya existe (--force lo sobrescribe)".to_owned(),
        FileTrouble::Other(words) => shown(words.trim_end_matches('.')),
    }
}
