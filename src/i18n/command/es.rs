//! Spanish: the command.

use super::{CliPhrase, CliText, CommandWords, FileTrouble, numbers, reasons};
use crate::i18n::format::{listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::{Spanish, count};

impl CommandWords for Spanish {
    fn text(&self, text: CliText) -> &'static str {
        match text {
            CliText::About => {
                "Explica el error «General SSLEngine problem» de API Gateway: comprueba la cadena de certificados de un backend con los cuatro requisitos de AWS e indica qué haría el cliente TLS de Java. Solo utiliza la red con --connect."
            }
            CliText::HeadingUsage => "Uso:",
            CliText::HeadingInput => "Entrada",
            CliText::HeadingConnection => "Conexión",
            CliText::HeadingChecks => "Comprobaciones",
            CliText::HeadingOutput => "Salida",
            CliText::HeadingRepair => "Reparación",
            CliText::HeadingOther => "Otras",
            CliText::After => {
                "Ejemplos:
  openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null |
    sslengine-doctor --host HOST
  sslengine-doctor chain.pem --repair fullchain.pem
  sslengine-doctor --format jsonl servidores/ |
    jq -r 'select(.report.verdict != \"pass\").name'

Código de salida:
  0  se aceptan todas las cadenas
  1  una cadena se rechaza o está fuera de los límites de AWS, --fail-on o
     --expires-within la hacen fallar, o --list-cas no encuentra ninguna CA
  2  uso incorrecto, entrada que no se puede leer, o servidor inaccesible
  3  no se rechaza ninguna cadena, pero de alguna no se sabe la respuesta
Con --repair, el código de salida es el de la cadena reparada."
            }
            CliText::ValueOption => "OPCIÓN",
            CliText::ValueInput => "ENTRADA",
            CliText::ValueHost => "HOST",
            CliText::ValueTime => "FECHA",
            CliText::ValuePassword => "CONTRASEÑA",
            CliText::ValueFile => "ARCHIVO",
            CliText::ValueFormat => "FORMATO",
            CliText::ValueLanguage => "IDIOMA",
            CliText::ValueQuery => "TEXTO",
            CliText::ValueOut => "ARCHIVO",
            CliText::ValueShell => "SHELL",
            CliText::ValueWhen => "CUÁNDO",
            CliText::ValueServer => "HOST[:PUERTO]",
            CliText::ValueAddress => "DIRECCIÓN",
            CliText::ValueProxy => "URL",
            CliText::ValueSeconds => "SEGUNDOS",
            CliText::ArgInput => {
                "Archivos o carpetas con certificados en cualquier formato: PEM, DER, PKCS#7, PKCS#12, keystores de Java, ZIP, salida de openssl s_client. Sin ENTRADA, o si es -, se lee la entrada estándar. Cada archivo se comprueba por separado"
            }
            CliText::ArgHost => "Comprobar que el certificado es válido para este nombre de host",
            CliText::ArgAt => {
                "Comprobar para esta fecha u hora, como 2026-11-23 o 2026-11-23T07:00:00Z (valor predeterminado: ahora)"
            }
            CliText::ArgSkipVerification => "Comprobar como si se hubiera activado tlsConfig.insecureSkipVerification",
            CliText::ArgPassword => {
                "Contraseña para probar en los keystores; se puede repetir. Otros usuarios de esta máquina podrían verla: es preferible --password-file"
            }
            CliText::ArgPasswordFile => {
                "Archivo con contraseñas para probar en los keystores, una por línea; se puede repetir"
            }
            CliText::ValueClient => "CLIENTE",
            CliText::ArgClient => {
                "Comprobar para este cliente en lugar de API Gateway: un identificador de --list-clients. Varias veces: compararlos"
            }
            CliText::ArgTrustStore => {
                "Comprobar con este truststore de un cliente de Java: JKS, PKCS#12, cacerts, PEM o la salida de «keytool -list -rfc»"
            }
            CliText::ArgCompare => {
                "Mostrar también la respuesta de otros clientes; con --repair, escribir la cadena que más clientes aceptan"
            }
            CliText::ArgListClients => {
                "Listar los clientes: API Gateway y los clientes de Java, por versión y por truststore"
            }
            CliText::ListNeedsApiGateway => "--list exige API Gateway como cliente",
            CliText::TruststoreNeeded => "el cliente «truststore» exige --trust-store",
            CliText::ArgList => {
                "Utilizar esta versión más reciente de la lista de AWS de CA admitidas, guardada como texto"
            }
            CliText::ArgEach => {
                "Comprobar cada servidor de cada entrada: cada certificado de servidor inicia una cadena nueva"
            }
            CliText::ArgTogether => {
                "Leer todos los archivos como una sola entrada, por ejemplo un certificado y su cadena"
            }
            CliText::ArgLines => {
                "Leer líneas JSON de la entrada estándar: objetos con «pem» y, de forma opcional, «id» y «host». Por cada línea, mostrar una línea con «id», «report» y «error»"
            }
            CliText::ArgFormat => {
                "text, json, jsonl (una línea por servidor), markdown, junit, sarif, o con --connect pem: la cadena enviada, su host y las diferencias, para pegar en la página (valor predeterminado: text)"
            }
            CliText::ArgFull => "Mostrar el texto completo de cada servidor, aunque haya varios",
            CliText::ArgLang => "en, fr o es (valor predeterminado: según LC_ALL, LC_MESSAGES o LANG)",
            CliText::ArgColor => {
                "auto, always (siempre) o never (nunca) (valor predeterminado: auto, en un terminal si no se ha definido NO_COLOR)"
            }
            CliText::ArgRepair => {
                "Escribir la cadena reparada, en orden y con los certificados que faltan, en este archivo (-: salida estándar)"
            }
            CliText::ArgForce => "Con --repair y --write-truststore: sobrescribir un archivo existente",
            CliText::ArgWriteTruststore => {
                "Escribir la raíz de la cadena en este archivo como truststore para Java (PKCS#12, contraseña «changeit») y mostrar cómo se usa"
            }
            CliText::WriteTruststoreTakesOne => {
                "--write-truststore exige una sola entrada: un archivo o la entrada estándar"
            }
            CliText::TruststoreWithoutRoot => {
                "no se ha escrito el truststore, porque la cadena no contiene su raíz; pídala a quien administra la CA y añádala a la entrada"
            }
            CliText::ArgListCas => {
                "Mostrar las CA admitidas; con TEXTO, aquellas cuyo nombre o alias lo contiene o cuya huella digital empieza por él"
            }
            CliText::ArgCompletions => "Mostrar el autocompletado para bash, elvish, fish, powershell o zsh",
            CliText::ArgHelp => "Mostrar esta ayuda",
            CliText::ArgVersion => "Mostrar la versión y la fecha de la lista de CA",
            CliText::ArgConnect => {
                "Conectarse a este servidor, tomar la cadena que envía y compararla sin SNI, solo con TLS 1.2 y 1.3, y en cada dirección del host; se puede repetir. Solo se envía la negociación TLS. El puerto es 443 si no se indica; STARTTLS no se admite"
            }
            CliText::ArgConnectList => {
                "Conectarse a cada servidor de este archivo, un HOST[:PUERTO] por línea (-: entrada estándar)"
            }
            CliText::ArgServerName => "Enviar este nombre de servidor (SNI) y comprobarlo, en lugar del host",
            CliText::ArgAddress => "Conectarse a esta dirección IP en lugar de las del host",
            CliText::ArgProxy => {
                "Conectarse a través de este proxy HTTP (por defecto: https_proxy, all_proxy y no_proxy del entorno, como curl)"
            }
            CliText::ArgTimeout => "Duración máxima de cada negociación y de cada descarga (por defecto: 10)",
            CliText::ArgFetchMissing => {
                "Descargar los certificados que faltan de las direcciones que indica la cadena (solo http, como máximo 6 archivos de 64 kB) y decir qué cambian. El veredicto sigue siendo el de la cadena enviada"
            }
            CliText::ArgClientCertificate => {
                "Comprobar un certificado de cliente que la etapa de una API REST envía al backend, según sus reglas"
            }
            CliText::ArgFailOn => {
                "Con inconclusive, un veredicto no concluyente es un fallo con código de salida 1; con warning, también lo son un requisito que se cumple con una advertencia y un servidor que envía otra cadena sin SNI o en otra dirección"
            }
            CliText::ArgExpiresWithin => {
                "Fallar con código de salida 1 si un certificado de la cadena caduca en este número de días"
            }
            CliText::ArgMan => "Mostrar la página de manual (roff)",
            CliText::ValueDays => "DÍAS",
            CliText::ValueLevel => "NIVEL",
            CliText::PemNeedsConnect => "--format pem necesita --connect o --connect-list",
            CliText::Warning => "advertencia: ",
            CliText::SeeHelp => "Consulte sslengine-doctor --help.",
            CliText::StandardInput => "entrada estándar",
            CliText::WaitingForInput => {
                "Leyendo la entrada estándar: pegue los certificados y pulse Ctrl-D (Windows: Ctrl-Z e Intro)."
            }
            CliText::RepairTakesOne => "--repair requiere un solo servidor: indique un solo archivo, sin --each",
            CliText::RepairNotWritten => "No se ha podido reparar la cadena, así que no se ha escrito nada.",
            CliText::ForceNeedsRepair => "--force requiere --repair o --write-truststore",
            CliText::BadTime => {
                "--at requiere una fecha o una hora en formato RFC 3339, como 2026-11-23 o 2026-11-23T07:00:00Z"
            }
            CliText::NoFiles => "no se ha encontrado ningún certificado de servidor en la carpeta",
            CliText::NoServers => "la lista no contiene ningún servidor",
            CliText::RepairTakesOneServer => "--repair necesita un solo servidor: indique un solo --connect",
            CliText::NeedsConnect => {
                "--server-name, --address, --proxy, --timeout y --fetch-missing necesitan --connect o --connect-list"
            }
        }
    }

    fn phrase(&self, phrase: &CliPhrase<'_>) -> String {
        match phrase {
            CliPhrase::UnknownArgument { argument, similar } => match similar {
                Some(similar) => say!(
                    "opción desconocida {0}; ¿quería decir {1}?",
                    shown(argument),
                    shown(similar)
                ),
                None => say!("opción desconocida {0}", shown(argument)),
            },
            CliPhrase::MissingValue(argument) => say!("{0} requiere un valor", shown(argument)),
            CliPhrase::BadValue {
                argument,
                value,
                possible,
            } => {
                if possible.is_empty() {
                    say!("{0} no admite el valor «{1}»", shown(argument), shown(value))
                } else {
                    say!(
                        "valor «{0}» no válido para {1}; utilice {2}",
                        shown(value),
                        shown(argument),
                        listed(possible, " o ")
                    )
                }
            }
            CliPhrase::Conflict { argument, with } => {
                say!("{0} no se puede usar con {1}", shown(argument), shown(with))
            }
            CliPhrase::Twice(argument) => say!("{0} solo se puede indicar una vez", shown(argument)),
            CliPhrase::BadServer(text) => say!(
                "«{0}» no es un servidor; escriba HOST o HOST:PUERTO, por ejemplo api.example.com:8443 o [::1]:443",
                shown(text)
            ),
            CliPhrase::BadServerLine { line, text } => say!(
                "la línea {0} de la lista, «{1}», no es un servidor; escriba HOST o HOST:PUERTO",
                self.number(whole(*line)),
                shown(text)
            ),
            CliPhrase::CannotConnect(command) => say!(
                "el paquete npm no puede conectarse a servidores. Instale el comando nativo, o ejecute: {0} | sslengine-doctor",
                shown(command)
            ),
            CliPhrase::Unreadable { name, why } => say!("no se puede leer «{0}»: {1}", shown(name), trouble(why)),
            CliPhrase::Unwritable { name, why } => say!("no se puede escribir «{0}»: {1}", shown(name), trouble(why)),
            CliPhrase::TooManyFiles { name, max } => say!(
                "solo se han leído los primeros {0} archivos de «{1}»",
                self.number(whole(*max)),
                shown(name)
            ),
            CliPhrase::SkippedFiles(1) => "Se ha ignorado 1 archivo sin certificado de servidor.".to_owned(),
            CliPhrase::SkippedFiles(count) => say!(
                "Se han ignorado {0} archivos sin certificado de servidor.",
                self.number(whole(*count))
            ),
            CliPhrase::PrivateKey(name) => say!(
                "{0}: se ha ignorado una clave privada. Ninguna comprobación la necesita y la salida no la contiene. Si otras personas pueden leer esta entrada, sustituya la clave",
                shown(name)
            ),
            CliPhrase::BadLine(number) => say!(
                "La línea {0} no es un objeto JSON con la cadena como texto en «pem».",
                self.number(whole(*number))
            ),
            CliPhrase::Line(number) => say!("línea {0}", self.number(whole(*number))),
            CliPhrase::BadList(name) => say!(
                "«{0}» no contiene ninguna entrada legible de la lista de AWS; una entrada tiene un alias, su SHA-1 y su SHA-256",
                shown(name)
            ),
            CliPhrase::ListProblems { name, lines } => say!(
                "no se puede leer {0} {1} de la lista de «{2}»",
                if lines.len() == 1 { "la línea" } else { "las líneas" },
                numbers(lines, " y "),
                shown(name)
            ),
            CliPhrase::NothingTrusted { name, certificates } => say!(
                "«{0}» no tiene ningún certificado en el que Java confiaría ({1} sin confianza); importe uno con keytool -importcert, o utilice openssl pkcs12 -jdktrust anyExtendedKeyUsage",
                shown(name),
                count(i64::from(*certificates), "certificado", "certificados")
            ),
            CliPhrase::TruststorePassword { name, tried: true } => say!(
                "ninguna de las contraseñas indicadas abre «{0}»; indique la suya con --password o --password-file",
                shown(name)
            ),
            CliPhrase::TruststorePassword { name, tried: false } => say!(
                "«{0}» necesita su contraseña; indíquela con --password o --password-file (la habitual de Java es changeit)",
                shown(name)
            ),
            CliPhrase::NoTruststore(name) => say!(
                "«{0}» no contiene ningún certificado; --trust-store lee keystores JKS y PKCS#12, archivos cacerts, certificados PEM o DER y la salida de keytool -list -rfc",
                shown(name)
            ),
            CliPhrase::TruststoreWritten(name) => say!(
                "Se ha escrito la raíz de la cadena en «{0}»: PKCS#12, alias backend-ca, contraseña changeit, sin clave privada. Las líneas siguientes lo llaman truststore.p12; ca.pem es el mismo certificado en PEM.",
                shown(name)
            ),
            CliPhrase::TruststoreIgnored { name, ignored } => say!(
                "Java no confía en estos certificados de «{0}»: {1}",
                shown(name),
                reasons(self, ignored, "; ")
            ),
            CliPhrase::RepairWritten(name) => say!("Cadena reparada escrita en «{0}».", shown(name)),
            CliPhrase::Passed { passed, of } => say!(
                "Aceptados: {0} de {1}.",
                self.number(whole(*passed)),
                self.number(whole(*of))
            ),
            CliPhrase::ExpiresWithin { label, days, within } => say!(
                "«{0}» caduca en {1}; --expires-within exige al menos {2}",
                shown(label),
                self.days(*days),
                self.days(*within)
            ),
            CliPhrase::MetWithWarning(rule) => say!(
                "{0}: se cumple con una advertencia, que --fail-on trata como un fallo",
                *rule
            ),
            CliPhrase::More(count) => say!("y {0} más", self.number(whole(*count))),
        }
    }
}

fn trouble(why: &FileTrouble) -> String {
    match why {
        FileTrouble::NotFound => "No existe el archivo o el directorio".to_owned(),
        FileTrouble::Denied => "Permiso denegado".to_owned(),
        FileTrouble::IsFolder => "Es un directorio".to_owned(),
        FileTrouble::Exists => "El archivo ya existe (--force lo sobrescribe)".to_owned(),
        FileTrouble::Other(words) => shown(words.trim_end_matches('.')),
    }
}
