//! Spanish: notes on the input, and ignored data.

use super::{InputWords, Nothing};
use crate::cert::DecodeError;
use crate::containers::{ContainerError, ContainerKind, Integrity};
use crate::i18n::format::{append, capitalised, grouped, say, shown};
use crate::i18n::grammar::es::{NARROW, Spanish, count};
use crate::ingest::{
    BouncyCastle, CmsContent, DropReason, Dropped, HostOrigin, InputNote, LimitKind, LinkTool, Location, NoiseKind,
    PrivateKeyKind, Repair,
};

impl InputWords for Spanish {
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
                        count(i64::from(*columns), "carácter", "caracteres")
                    ),
                    None => repair(*r).to_owned(),
                };
                if *blocks > 1 {
                    say!(
                        "{0}: {1}, a partir de la {2}.",
                        what,
                        count(i64::from(*blocks), "bloque", "bloques"),
                        place(files, at)
                    )
                } else {
                    say!("{0}: {1}.", what, place(files, at))
                }
            }
            InputNote::Utf16 {
                big_endian: _,
                marked: _,
                at: _,
            } => "La entrada era texto UTF-16, como el que escribe PowerShell, y se ha leído como tal.".to_owned(),
            InputNote::IgnoredLines { count: n, kind, at: _ } => {
                let lines = count(i64::from(*n), "línea ignorada", "líneas ignoradas");
                match kind {
                    NoiseKind::OpensslOutput => say!("{0} (salida de openssl).", lines),
                    NoiseKind::X509Text => say!(
                        "{0} (salida de openssl x509 -text): solo se leen los propios certificados.",
                        lines
                    ),
                    NoiseKind::BagAttributes => say!("{0} (atributos PKCS#12).", lines),
                    NoiseKind::KeytoolOutput => say!("{0} (salida de keytool).", lines),
                    NoiseKind::Html => say!("{0} (HTML).", lines),
                    NoiseKind::Json => say!("{0} (JSON).", lines),
                    NoiseKind::Log => say!("{0} (registro).", lines),
                    NoiseKind::Text => say!("{0} (otro texto).", lines),
                }
            }
            InputNote::OpensslWithoutShowcerts {
                listed,
                present,
                missing: _,
                last_issuer: _,
                at,
            } => say!(
                "La salida de openssl enumera {0} ({1}), pero solo contiene {2}. Vuelva a ejecutar el comando con -showcerts para que los muestre todos.",
                count(i64::from(*listed), "certificado", "certificados"),
                place(files, at),
                grouped(i64::from(*present), NARROW)
            ),
            InputNote::OpensslVerifyError {
                number,
                text,
                depth: _,
                at,
            } => say!(
                "OpenSSL indicó «{0}» (error {1}, {2}).",
                shown(text),
                number.to_string(),
                place(files, at)
            ),
            InputNote::SeveralChains { count: n, at: _ } => say!(
                "Su entrada contiene la salida de {0}. Solo se comprueba un servidor: el del primer certificado de servidor.",
                count(i64::from(*n), "conexión", "conexiones")
            ),
            InputNote::UnorderedSet {
                certificates,
                ber: _,
                at,
            } => say!(
                "Contenido de un conjunto PKCS#7, que no tiene un orden propio: {0}, {1}.",
                count(i64::from(*certificates), "certificado", "certificados"),
                place(files, at)
            ),
            InputNote::ContainerOpened {
                kind,
                certificates,
                integrity,
                at,
            } => {
                let mut text = say!(
                    "Contenido de {0}: {1}, {2}.",
                    container(*kind),
                    count(i64::from(*certificates), "certificado", "certificados"),
                    place(files, at)
                );
                match integrity {
                    Integrity::Verified => {}
                    Integrity::Unchecked => append(&mut text, "No se ha comprobado la integridad del archivo."),
                    Integrity::Failed => append(
                        &mut text,
                        "Su suma de comprobación no es correcta: la contraseña es de otro archivo, o el archivo se ha modificado.",
                    ),
                }
                text
            }
            InputNote::TrustSettingsDropped { at } => say!(
                "Se han ignorado los ajustes de confianza de OpenSSL que siguen al certificado: {0}.",
                place(files, at)
            ),
            InputNote::TrailingBytes { count: n, at } => say!(
                "Después del final del certificado, {0}: {1}.",
                count(i64::from(*n), "byte ignorado", "bytes ignorados"),
                place(files, at)
            ),
            InputNote::UnusualLabel { label, at } => say!(
                "El bloque lleva la etiqueta «{0}», pero contiene certificados: {1}.",
                shown(label),
                place(files, at)
            ),
            InputNote::LabelMismatch { begin, end, at } => say!(
                "El bloque empieza como «{0}» y termina como «{1}», pero su contenido está completo: {2}.",
                shown(begin),
                shown(end),
                place(files, at)
            ),
            InputNote::HostFromInput { host, origin, at } => say!(
                "Comprobado para el nombre de host «{0}», que aparece en la entrada ({1}: {2}). Si API Gateway solicita otro host, indíquelo (en el comando: --host).",
                shown(host),
                place(files, at),
                host_origin(*origin)
            ),
            InputNote::Diff { at } => say!(
                "Esto es un diff. Se ha comprobado el lado nuevo: las líneas añadidas y las que no cambian. Se ha ignorado el lado antiguo: {0}.",
                place(files, at)
            ),
            InputNote::JavaStackTrace { at } => say!(
                "Parece una aplicación Java y no API Gateway: {0} forma parte de su traza de pila. Elija el cliente (en el comando: --client; --list-clients los enumera).",
                place(files, at)
            ),
            InputNote::Link { tool, at } => say!(
                "Los certificados se han leído de un enlace a {0}: {1}.",
                link_tool(*tool),
                place(files, at)
            ),
        }
    }

    fn dropped(&self, files: &[String], dropped: &Dropped) -> String {
        let what = match &dropped.reason {
            DropReason::PrivateKey { kind } => say!(
                "aquí había una clave privada ({0}). Se ha eliminado de inmediato y no se ha enviado a ningún sitio. Ninguna comprobación la necesita. Si la ha pegado en algún otro sitio, sustituya la clave.",
                private_key(*kind)
            ),
            DropReason::CertificateRequest => {
                "es una solicitud de firma de certificado (CSR). Pegue el certificado que emitió la CA.".to_owned()
            }
            DropReason::RevocationList => "es una lista de revocación de certificados, no un certificado.".to_owned(),
            DropReason::PublicKey => "es una clave pública sin su certificado.".to_owned(),
            DropReason::Pkcs12 => {
                "es un archivo PKCS#12. Para extraer los certificados, ejecute openssl pkcs12 -nokeys -in ARCHIVO."
                    .to_owned()
            }
            DropReason::JavaKeyStore { jceks } => {
                if *jceks {
                    "es un keystore de Java (JCEKS). Para extraer los certificados, ejecute keytool -list -rfc -storetype JCEKS -keystore ARCHIVO.".to_owned()
                } else {
                    "es un keystore de Java (JKS). Para extraer los certificados, ejecute keytool -list -rfc -keystore ARCHIVO.".to_owned()
                }
            }
            DropReason::BouncyCastleKeyStore { format } => say!(
                "es un keystore de Bouncy Castle ({0}), que aquí no se abre. Conviértalo a PKCS#12 y añada ese archivo: keytool -importkeystore -srckeystore ARCHIVO -srcstoretype {0} -destkeystore chain.p12 -deststoretype PKCS12 -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider -providerpath bcprov.jar.",
                match format {
                    BouncyCastle::Bcfks => "BCFKS",
                    BouncyCastle::Bks => "BKS",
                    BouncyCastle::Uber => "UBER",
                }
            ),
            DropReason::Cms {
                content: CmsContent::TimeStamp,
            } => "es un sello de tiempo (RFC 3161), no un certificado para TLS.".to_owned(),
            DropReason::Cms { content } => say!(
                "es un objeto CMS ({0}), no un certificado. Pegue los certificados que envía el servidor.",
                content.name()
            ),
            DropReason::Zip => "es un archivo ZIP. Descomprímalo y añada los certificados.".to_owned(),
            DropReason::PasswordNeeded { kind, wrong } => {
                if *wrong {
                    say!("la contraseña de {0} es incorrecta. Pruebe con otra.", container(*kind))
                } else {
                    say!(
                        "se necesita la contraseña de {0}. Solo se extraen los certificados; las claves privadas siguen cifradas.",
                        container(*kind)
                    )
                }
            }
            DropReason::UnreadableContainer { kind, why } => {
                let what = match &dropped.label {
                    Some(name) if *kind == ContainerKind::Zip => say!("«{0}», en {1},", shown(name), container(*kind)),
                    _ => container(*kind).to_owned(),
                };
                match why {
                    ContainerError::PasswordNeeded { wrong: _ } => say!("{0} necesita su contraseña.", what),
                    ContainerError::Truncated => say!(
                        "{0} termina antes de tiempo. Vuelva a copiar el archivo completo.",
                        what
                    ),
                    ContainerError::Damaged => say!("{0} está dañado. Vuelva a copiar o a exportar el archivo.", what),
                    ContainerError::Unsupported { algorithm } => {
                        say!(
                            "{0} utiliza un método que aquí no se admite ({1}).",
                            what,
                            shown(algorithm)
                        )
                    }
                    ContainerError::TooManyIterations { iterations, max } => say!(
                        "{0} requiere {1} iteraciones de derivación de clave; aquí se permiten {2} como máximo.",
                        what,
                        grouped(i64::try_from(*iterations).unwrap_or(i64::MAX), NARROW),
                        grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW)
                    ),
                }
            }
            DropReason::ContainerWithoutCertificates { kind } => {
                say!("no hay ningún certificado en {0}.", container(*kind))
            }
            DropReason::EncryptedEntry => match &dropped.label {
                Some(name) => say!(
                    "el archivo «{0}» de este archivo ZIP está cifrado. Descomprímalo y añádalo por separado.",
                    shown(name)
                ),
                None => "un archivo de este archivo ZIP está cifrado. Descomprímalo y añádalo por separado.".to_owned(),
            },
            DropReason::Compressed => "es un archivo comprimido. Descomprímalo y añada los certificados.".to_owned(),
            DropReason::Pdf => "es un documento PDF. Copie de él los certificados como texto.".to_owned(),
            DropReason::Image => "es una imagen. Pegue los certificados como texto.".to_owned(),
            DropReason::Pgp => "es un mensaje o una clave PGP, no un certificado para TLS.".to_owned(),
            DropReason::SshKey => "es una clave SSH, no un certificado para TLS.".to_owned(),
            DropReason::EcParameters => {
                "son los parámetros de una curva elíptica, que acompañan a una clave privada.".to_owned()
            }
            DropReason::DhParameters => "son parámetros Diffie-Hellman o DSA, no un certificado.".to_owned(),
            DropReason::TlsSession => "es una sesión TLS, no un certificado.".to_owned(),
            DropReason::AttributeCertificate => {
                "es un certificado de atributos, que no tiene clave y no se utiliza en TLS.".to_owned()
            }
            DropReason::Pkcs7WithoutCertificates => "es un objeto PKCS#7 sin ningún certificado.".to_owned(),
            DropReason::NotACertificate => "es ASN.1 bien formado, pero no un certificado.".to_owned(),
            DropReason::UnknownBinary => "son datos binarios de un tipo desconocido.".to_owned(),
            DropReason::Empty => "este bloque está vacío.".to_owned(),
            DropReason::EndsEarly {
                missing_characters,
                last_line,
                declared: _,
                present: _,
                end_marker,
            } => {
                let missing = count(i64::from(*missing_characters), "carácter", "caracteres");
                let line = grouped(i64::from(*last_line), NARROW);
                if *end_marker {
                    say!(
                        "al bloque le falta una parte: {0} antes de su línea END (línea {1}). Vuelva a copiarlo completo.",
                        missing,
                        line
                    )
                } else {
                    say!(
                        "el bloque está cortado: falta texto ({0}) después de la línea {1}. Vuelva a copiarlo hasta su línea END.",
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
                "el carácter «{0}» de la línea {1}, columna {2}, no es base64. Vuelva a copiar el bloque.",
                shown(&character.to_string()),
                grouped(i64::from(*line), NARROW),
                grouped(i64::from(*column), NARROW)
            ),
            DropReason::LengthMismatch { declared, present } => say!(
                "las longitudes internas no coinciden: se declaran {0} y hay {1}. Vuelva a copiarlo o a exportarlo.",
                count(i64::from(*declared), "byte", "bytes"),
                grouped(i64::from(*present), NARROW)
            ),
            DropReason::NotDer => "el base64 es correcto, pero su contenido no es un certificado. Vuelva a exportar el certificado en formato PEM.".to_owned(),
            DropReason::NotBase64 { line, found } => say!(
                "la línea {0} contiene «{1}» en lugar de base64. Vuelva a copiar el bloque completo, desde su línea BEGIN hasta su línea END.",
                grouped(i64::from(*line), NARROW),
                shown(found)
            ),
            DropReason::LabelMismatch { begin, end } => say!(
                "el bloque empieza como «{0}» y termina como «{1}», y su contenido no está completo. Vuelva a copiarlo.",
                shown(begin),
                shown(end)
            ),
            DropReason::BeginMarkerMissing => {
                "hay una línea END sin su línea BEGIN. Vuelva a copiar el bloque desde su línea BEGIN.".to_owned()
            }
            DropReason::UnreadableCertificate { part } => {
                say!("{0}. Java tampoco podría leer este certificado.", unreadable(*part))
            }
            DropReason::LimitExceeded { limit, max, seen } => {
                let max = grouped(i64::try_from(*max).unwrap_or(i64::MAX), NARROW);
                let seen = grouped(i64::try_from(*seen).unwrap_or(i64::MAX), NARROW);
                match limit {
                    LimitKind::InputBytes => say!("solo se han leído los primeros {0} bytes, de {1}.", max, seen),
                    LimitKind::Certificates => {
                        say!("solo se han leído los primeros {0} certificados, de {1}.", max, seen)
                    }
                    LimitKind::InflatedBytes => say!(
                        "solo se descomprimen {0} bytes de los archivos comprimidos; contienen {1}.",
                        max,
                        seen
                    ),
                    LimitKind::Dropped => say!(
                        "solo se enumeran los primeros {0} elementos ignorados, de {1}.",
                        max,
                        seen
                    ),
                }
            }
        };
        say!("{0}: {1}", capitalised(&place(files, &dropped.at)), what)
    }

    fn nothing(&self, why: &Nothing<'_>) -> String {
        match why {
            Nothing::Empty => "No hay nada que comprobar. Pegue la cadena de certificados de su backend, o la salida de openssl s_client -connect HOST:443 -servername HOST -showcerts.".to_owned(),
            Nothing::NoCertificate(input) => {
                let mut text = "No se ha encontrado ningún certificado.".to_owned();
                if let Some(first) = input.dropped.first() {
                    append(&mut text, &self.dropped(&input.files, first));
                } else {
                    append(&mut text, "Un certificado empieza por la línea -----BEGIN CERTIFICATE-----. El comando openssl s_client -connect HOST:443 -servername HOST -showcerts muestra los certificados que envía un servidor.");
                }
                text
            }
        }
    }
}

fn repair(repair: Repair) -> &'static str {
    match repair {
        Repair::CarriageReturns => "Se han eliminado los retornos de carro del final de las líneas",
        Repair::ByteOrderMark => "Se ha eliminado una marca de orden de bytes o caracteres de ancho cero",
        Repair::Indentation => "Se ha eliminado la sangría",
        Repair::QuoteMarks => "Se han eliminado las marcas de cita o de comentario del principio de las líneas",
        Repair::LineNumbers => "Se han eliminado los números de línea",
        Repair::EscapedNewlines => "Se ha leído \\n como final de línea",
        Repair::OneLine => "Todo el bloque estaba en una sola línea",
        Repair::LineWidth => "Las líneas no tenían 64 caracteres",
        Repair::TrailingSpaces => "Se han eliminado los espacios del final de las líneas",
        Repair::BlankLines => "Se han eliminado las líneas en blanco del interior del bloque",
        Repair::TypographicDashes => "Las rayas tipográficas se han leído como guiones",
        Repair::MissingDashes => "Se han añadido los guiones que faltaban en una línea BEGIN o END",
        Repair::MarkdownEscapes => "Se han eliminado las barras invertidas o los acentos graves de Markdown",
        Repair::HtmlMarkup => "Se han eliminado etiquetas o entidades HTML",
        Repair::PercentEncoding => "Se ha descodificado la codificación con porcentajes",
        Repair::PemHeaders => "Se han eliminado las líneas de encabezado del interior del bloque",
        Repair::StringQuotes => "Se han eliminado las comillas que rodeaban las líneas",
        Repair::QuotedPrintable => "Se han descodificado los finales de línea de un correo quoted-printable",
        Repair::StrayCharacters => "Se han eliminado caracteres que no son base64",
        Repair::BeginMarkerMissing => "Faltaba la línea BEGIN, pero el contenido está completo",
        Repair::EndMarkerMissing => "La línea END faltaba o estaba dañada, pero el contenido está completo",
        Repair::BareBase64 => "El base64 no tenía líneas BEGIN y END",
        Repair::EncodedPem => "El PEM estaba codificado dos veces en base64",
        Repair::Hex => "El certificado estaba escrito en hexadecimal",
        Repair::HexDump => "El certificado estaba escrito como un volcado hexadecimal",
        Repair::LinePrefixes => "Se han eliminado las horas, los niveles o los nombres del principio de las líneas",
        Repair::ColorCodes => "Se han eliminado los códigos de color de un terminal",
        Repair::BinaryInText => "Había un certificado binario entre el texto",
    }
}

fn unreadable(part: DecodeError) -> &'static str {
    match part {
        DecodeError::Outer => "parece un certificado, pero su estructura exterior está dañada",
        DecodeError::Body => "parece un certificado, pero uno de sus campos falta o está dañado",
        DecodeError::Name => "parece un certificado, pero su sujeto o su emisor está dañado",
        DecodeError::Dates => "parece un certificado, pero sus fechas están dañadas",
    }
}

fn link_tool(tool: LinkTool) -> &'static str {
    match tool {
        LinkTool::AboutCertificate => "el visor de certificados de Firefox",
        LinkTool::Asn1js => "asn1js",
        LinkTool::CyberChef => "CyberChef",
        LinkTool::Other => "otra página",
    }
}

fn private_key(kind: PrivateKeyKind) -> &'static str {
    match kind {
        PrivateKeyKind::Pkcs8 => "PKCS#8",
        PrivateKeyKind::EncryptedPkcs8 => "PKCS#8, cifrada",
        PrivateKeyKind::Rsa => "RSA",
        PrivateKeyKind::Ec => "EC",
        PrivateKeyKind::Dsa => "DSA",
        PrivateKeyKind::OpenSsh => "OpenSSH",
        PrivateKeyKind::Pgp => "PGP",
        PrivateKeyKind::Putty => "PuTTY",
        PrivateKeyKind::TextDump => "mostrada como texto",
        PrivateKeyKind::Other => "de otro tipo",
    }
}

/// A container as part of a sentence.
fn container(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Pkcs12 => "este archivo PKCS#12",
        ContainerKind::JavaKeyStore => "este keystore de Java",
        ContainerKind::Zip => "este archivo ZIP",
    }
}

/// A line, with the file if there are several or it has a name.
fn host_origin(origin: HostOrigin) -> &'static str {
    match origin {
        HostOrigin::Request => "el registro de la solicitud",
        HostOrigin::ServerName => "la opción -servername",
        HostOrigin::Connect => "la dirección de la conexión",
        HostOrigin::Url => "la dirección indicada a curl",
        HostOrigin::Message => "el mensaje de error",
        HostOrigin::Handshake => "la salida de --connect",
    }
}

pub(in crate::i18n) fn place(files: &[String], at: &Location) -> String {
    let line = grouped(i64::from(at.line), NARROW);
    let name = at.file.and_then(|file| files.get(usize::try_from(file).ok()?));
    match (name, at.file) {
        (Some(name), _) => say!("«{0}», línea {1}", shown(name), line),
        (None, Some(file)) => say!(
            "archivo {0}, línea {1}",
            grouped(i64::from(file).saturating_add(1), NARROW),
            line
        ),
        (None, None) => say!("línea {0}", line),
    }
}
