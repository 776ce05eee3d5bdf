//! Spanish: messages of logs and tools.

use super::{Closing, MessageWords, Text};
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::es::Spanish;
use crate::ingest::{Alert, LogKind, Meaning, Side};

fn text(clause: &str, more: &str) -> Text {
    (clause.to_owned(), more.to_owned())
}

impl MessageWords for Spanish {
    fn own(&self, kind: &LogKind) -> Text {
        match kind {
            LogKind::GeneralSslEngineProblem => text(
                "Java rechazó el certificado del servidor sin indicar el motivo",
                "Las versiones antiguas de Java muestran «General SSLEngine problem» en todos estos casos: una CA no admitida, un certificado intermedio que falta, una fecha, un nombre de host.",
            ),
            LogKind::PathBuildingFailed => text(
                "Java no encontró ninguna ruta del certificado del servidor a una CA de confianza",
                "O bien la CA no está admitida (requisito 1), o bien no se envió un certificado intermedio (requisito 3).",
            ),
            LogKind::ValidityCheckFailed { not_after, not_before } => (
                match (not_after, not_before) {
                    (Some(date), _) => say!("un certificado de la cadena ha caducado ({0})", shown(date)),
                    (None, Some(date)) => say!("un certificado de la cadena todavía no es válido ({0})", shown(date)),
                    (None, None) => "un certificado de la cadena ha caducado o todavía no es válido".to_owned(),
                },
                "Es el requisito 2. Sustituya ese certificado en el backend.".to_owned(),
            ),
            LogKind::PathValidationFailed => text(
                "Java encontró una ruta hasta una raíz, pero rechazó uno de sus certificados",
                "El motivo sigue en el mensaje o en la siguiente línea «Caused by».",
            ),
            LogKind::AlgorithmConstraints => text(
                "una clave o una firma de la cadena usa un algoritmo que Java tiene desactivado",
                "Por ejemplo, MD5, RSA de menos de 1024 bits o EC de menos de 224 bits. Vuelva a emitir ese certificado con SHA-256 y RSA 2048.",
            ),
            LogKind::HostNameMismatch { host, subject } => (
                match host {
                    Some(host) => say!("el certificado del servidor no es válido para «{0}»", shown(host)),
                    None => "el certificado del servidor es de otro nombre de host".to_owned(),
                },
                match subject {
                    Some(subject) => say!("Es para «{0}». O bien el nombre de la integración es incorrecto, o bien el servidor envió el certificado de otro host.", shown(subject)),
                    None => "O bien el nombre de la integración es incorrecto, o bien el servidor envió el certificado de otro host.".to_owned(),
                },
            ),
            LogKind::NoSubjectAlternativeName { host } => (
                match host {
                    Some(host) => say!("el certificado del servidor no contiene el nombre «{0}»", shown(host)),
                    None => "el certificado del servidor no contiene el nombre del host".to_owned(),
                },
                "Use un nombre que esté en el certificado, o vuelva a emitirlo con este nombre entre los nombres alternativos del sujeto.".to_owned(),
            ),
            LogKind::ExtendedKeyUsage => text(
                "el certificado del servidor no está previsto para servidores TLS",
                "En su extendedKeyUsage falta serverAuth. Vuelva a emitirlo para servidores.",
            ),
            LogKind::HandshakeFailure => text(
                "el backend puso fin a la negociación TLS con la alerta «handshake_failure» (40)",
                "No encontró ningún conjunto de cifrado común, o exige un certificado de cliente o un nombre de servidor (SNI). El registro del backend indica cuál de ellos.",
            ),
            LogKind::ProtocolVersion => text(
                "el backend y API Gateway no tienen ninguna versión de TLS en común",
                "El backend debe ofrecer TLS 1.2 o posterior.",
            ),
            LogKind::PlaintextConnection => text(
                "el servidor respondió sin TLS",
                "Ese puerto no utiliza TLS. Compruebe el puerto, y si la URL debe empezar por http.",
            ),
            LogKind::RemoteHostClosed => text(
                "el servidor cerró la conexión durante la negociación TLS",
                "Puede que exija un nombre de servidor (SNI) o un certificado de cliente, o que algo bloquee la conexión por el camino.",
            ),
            LogKind::ConnectionReset => text(
                "la conexión se restableció",
                "La cortó un firewall, un proxy o el backend.",
            ),
            LogKind::PlainHttpToHttpsPort => text(
                "se envió HTTP sin cifrar a un puerto TLS",
                "Haga que la URL de la integración empiece por https, o configure tlsConfig en una integración privada de una API HTTP.",
            ),
            LogKind::InternalError => text(
                "API Gateway no pudo conectar con el backend",
                "Con un enlace de VPC, compruebe el estado de sus destinos y los grupos de seguridad.",
            ),
            LogKind::NetworkError => text(
                "API Gateway no pudo conectar a tiempo con el backend",
                "Compruebe la dirección, el puerto, el firewall y el tiempo de espera.",
            ),
            LogKind::InvalidEndpointAddress => text(
                "la dirección de la integración no es válida",
                "Corrija la dirección del backend.",
            ),
            LogKind::MalformedLambdaProxyResponse => text(
                "la función de Lambda respondió en un formato que API Gateway no acepta",
                "La función debe devolver statusCode, headers y una cadena como body.",
            ),
            LogKind::LambdaPermissions => text(
                "API Gateway no tiene permiso para llamar a la función de Lambda",
                "Añada a la función un permiso para apigateway.amazonaws.com (aws lambda add-permission).",
            ),
            LogKind::HeaderAlreadyPresent => text(
                "un encabezado se estableció dos veces",
                "Quite el encabezado de la respuesta del backend o de la asignación.",
            ),
            LogKind::RoleNotAssumable => text(
                "API Gateway no tiene permiso para asumir el rol configurado",
                "La política de confianza del rol debe permitir apigateway.amazonaws.com.",
            ),
            LogKind::UnknownExecutionFailure { text } => (
                say!("la ejecución falló con «{0}»", shown(text)),
                "Esta herramienta no conoce este mensaje.".to_owned(),
            ),
            LogKind::OtherAlert { .. }
            | LogKind::OpensslVerifyError { .. }
            | LogKind::OpensslError { .. }
            | LogKind::CurlError { .. }
            | LogKind::Known { .. } => Text::default(),
        }
    }

    fn meaning(&self, meaning: Meaning, name: Option<&str>) -> Text {
        let (clause, more) = match (meaning, name) {
            (Meaning::HostName, Some(name)) => {
                let clause = say!("el certificado del servidor no es válido para «{0}»", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::OldTls, Some(name)) => {
                let clause = say!("el servidor solo ofrece una versión antigua de TLS ({0})", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::IllegalHostName, Some(name)) => {
                let clause = say!("Java no acepta «{0}» como nombre de host", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::NoSharedCipher, Some(name)) => {
                let clause = say!(
                    "el servidor eligió un conjunto de cifrado que Java 17 no ofrece ({0})",
                    shown(name)
                );
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::ServerNameRefused, Some(name)) => {
                let clause = say!("el servidor rechaza el nombre del servidor (SNI) «{0}»", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            (Meaning::OtherChainAtAddress, Some(name)) => {
                let clause = say!("la dirección {0} envía otra cadena, o ninguna", shown(name));
                return (clause, plain(meaning).1.to_owned());
            }
            _ => plain(meaning),
        };
        text(clause, more)
    }

    fn reported(&self, kind: &LogKind) -> String {
        match kind {
            LogKind::OpensslVerifyError {
                number,
                text,
                depth: Some(depth),
                ..
            } => say!(
                "OpenSSL indicó «{0}» (error {1}, profundidad {2})",
                shown(text),
                number.to_string(),
                depth.to_string()
            ),
            LogKind::OpensslVerifyError { number, text, .. } => {
                say!("OpenSSL indicó «{0}» (error {1})", shown(text), number.to_string())
            }
            LogKind::CurlError { number, text, .. } => {
                say!(
                    "curl indicó «{0}» (código de salida {1})",
                    shown(text),
                    number.to_string()
                )
            }
            LogKind::OpensslError { text, .. } => say!("OpenSSL indicó «{0}»", shown(text)),
            _ => String::new(),
        }
    }

    fn by(&self, clause: &str, tool: &str, as_client: bool) -> String {
        if as_client {
            say!("{0} ({1}, como cliente)", clause, tool)
        } else {
            say!("{0} ({1})", clause, tool)
        }
    }

    fn alert(&self, name: &str, number: Option<u32>, side: Side) -> String {
        let who = match side {
            Side::Client => "el servidor puso fin a la negociación TLS",
            Side::Server => "el cliente puso fin a la negociación TLS",
            Side::Unknown => "la otra parte puso fin a la negociación TLS",
        };
        match number {
            Some(number) => say!("{0} con la alerta «{1}» ({2})", who, shown(name), number.to_string()),
            None => say!("{0} con la alerta «{1}»", who, shown(name)),
        }
    }

    fn alert_meaning(&self, alert: Option<Alert>, received_by_server: bool) -> &'static str {
        match (alert, received_by_server) {
            (Some(Alert::HandshakeFailure), false) => {
                "No encontró ningún conjunto de cifrado común, o exige un certificado de cliente, un nombre de servidor (SNI) u otro cifrado. El registro del servidor indica cuál de ellos."
            }
            (Some(Alert::HandshakeFailure), true) => {
                "El cliente no encontró ningún conjunto de cifrado ni algoritmo de firma común. Compare la configuración TLS del servidor con la del cliente."
            }
            (Some(Alert::BadCertificate), false) => {
                "Rechazó el certificado de cliente, o exige uno que no se envió. Envíe un certificado de cliente de una CA que el servidor acepte."
            }
            (Some(Alert::BadCertificate), true) => {
                "El cliente rechazó el certificado del servidor por dañado o incorrecto. El operador del servidor debe corregir la cadena que envía."
            }
            (Some(Alert::UnsupportedCertificate), false) => {
                "No admite el tipo o el uso del certificado de cliente. Envíe uno para clientAuth."
            }
            (Some(Alert::UnsupportedCertificate), true) => {
                "El cliente no acepta el tipo o el uso del certificado del servidor. Vuelva a emitirlo para servidores (serverAuth)."
            }
            (Some(Alert::CertificateRevoked), false) => {
                "Indica que el certificado de cliente fue revocado. Sustituya el certificado de cliente."
            }
            (Some(Alert::CertificateRevoked), true) => {
                "El cliente indica que el certificado del servidor fue revocado. Sustituya el certificado del servidor."
            }
            (Some(Alert::CertificateExpired), false) => {
                "Indica que el certificado de cliente ha caducado. Renueve el certificado de cliente."
            }
            (Some(Alert::CertificateExpired), true) => {
                "El cliente indica que un certificado del servidor ha caducado. Renuévelo; es el requisito 2."
            }
            (Some(Alert::CertificateUnknown), false) => {
                "Rechazó el certificado de cliente. Su operador debe indicar qué certificados de cliente acepta."
            }
            (Some(Alert::CertificateUnknown), true) => {
                "El cliente rechazó el certificado del servidor. Java y API Gateway envían esta alerta cuando muestran «General SSLEngine problem» o «PKIX path building failed»."
            }
            (Some(Alert::UnknownCa), false) => {
                "No conoce la CA del certificado de cliente. Su operador debe añadir esa CA, o hay que usar un certificado de otra."
            }
            (Some(Alert::UnknownCa), true) => {
                "El cliente no conoce la CA del certificado del servidor, o el servidor no envió un certificado intermedio (requisitos 1 y 3)."
            }
            (Some(Alert::AccessDenied), false) => {
                "Aceptó el certificado, pero denegó el acceso. Su operador debe permitir este cliente."
            }
            (Some(Alert::AccessDenied), true) => {
                "El cliente aceptó el certificado, pero denegó el acceso. Consulte el registro del cliente."
            }
            (Some(Alert::DecryptError), false) => {
                "Una firma de la negociación era incorrecta: puede que el certificado de cliente y su clave privada no se correspondan."
            }
            (Some(Alert::DecryptError), true) => {
                "Una firma de la negociación era incorrecta: puede que el certificado del servidor y su clave privada no se correspondan."
            }
            (Some(Alert::ProtocolVersion), false) => {
                "No acepta la versión de TLS que ofrece el cliente. Para API Gateway, el servidor debe ofrecer TLS 1.2 o posterior."
            }
            (Some(Alert::ProtocolVersion), true) => {
                "El cliente no acepta la versión de TLS del servidor. Active TLS 1.2 o posterior en el servidor."
            }
            (Some(Alert::InsufficientSecurity), false) => {
                "Exige conjuntos de cifrado más fuertes que los del cliente. Active en el servidor uno que el cliente también tenga."
            }
            (Some(Alert::InsufficientSecurity), true) => {
                "El cliente exige conjuntos de cifrado más fuertes que los del servidor. Actualice la configuración TLS del servidor."
            }
            (Some(Alert::InternalError), false) => {
                "Algo falló en el servidor, por ejemplo la elección de un certificado para el nombre de servidor (SNI). Consulte el registro del servidor."
            }
            (Some(Alert::InternalError), true) => "Algo falló en el cliente. Consulte el registro del cliente.",
            (Some(Alert::InappropriateFallback), false) => {
                "El cliente lo intentó de nuevo con una versión de TLS más antigua, aunque el servidor admite una más reciente. Algo perturba el primer intento."
            }
            (Some(Alert::UnrecognizedName), false) => {
                "No tiene ese nombre de host. Compruebe el nombre de servidor (SNI) que se envía, o añada el nombre al servidor."
            }
            (Some(Alert::CertificateRequired), false) => {
                "Exige un certificado de cliente y no se envió ninguno. Configure un certificado de cliente para API Gateway, o no lo exija."
            }
            (Some(Alert::NoApplicationProtocol), false) => {
                "No admite ninguno de los protocolos de aplicación que ofrece el cliente (ALPN), como h2 o http/1.1. Active http/1.1 en el servidor."
            }
            (Some(Alert::BadCertificateStatusResponse), _) => {
                "La respuesta OCSP grapada faltaba o era incorrecta. Corrija el grapado OCSP en el servidor."
            }
            (Some(Alert::MissingExtension), _) => {
                "Falta una extensión de TLS obligatoria, a menudo el nombre de servidor (SNI)."
            }
            (
                Some(Alert::IllegalParameter | Alert::DecodeError | Alert::UnexpectedMessage | Alert::BadRecordMac),
                _,
            ) => {
                "Una parte no entiende los mensajes TLS de la otra. Puede que un proxy los cambie, o que una de las dos tenga un fallo: actualice su biblioteca TLS."
            }
            (
                Some(
                    Alert::InappropriateFallback
                    | Alert::UnrecognizedName
                    | Alert::CertificateRequired
                    | Alert::NoApplicationProtocol,
                )
                | None,
                _,
            ) => "Es una decisión de esa parte. Consulte su registro para saber el motivo.",
        }
    }

    fn either(&self, client: &str, server: &str) -> String {
        if client == server {
            client.to_owned()
        } else {
            say!(
                "Si lo registró un servidor: {0} Si lo registró un cliente, la alerta viene del servidor: {1}",
                server,
                client
            )
        }
    }

    fn closing(&self, closing: Closing) -> &'static str {
        match closing {
            Closing::SameCheck => "API Gateway hace la misma comprobación.",
            Closing::OwnList => "API Gateway hace la misma comprobación, con su propia lista de CA.",
            Closing::NotInChain => "La cadena no puede mostrar la causa.",
            Closing::ThisMachine => "Se refiere a la máquina en la que se escribió el mensaje, no a API Gateway.",
            Closing::NotCertificate => "No es un problema de certificados.",
            Closing::PasteChain => "Pegue la cadena que envía el servidor para ver la causa.",
            Closing::PasteChainAndHost => "Pegue la cadena que envía el servidor e introduzca el nombre de host.",
        }
    }
}

fn plain(meaning: Meaning) -> (&'static str, &'static str) {
    match meaning {
        Meaning::NotChained => (
            "ninguna raíz de confianza tiene la clave que firmó la cadena",
            "Java no encontró ninguna ruta de la cadena a una raíz de la lista: puede que los nombres coincidan, pero la raíz tiene otra clave, o la cadena lleva a otra CA. Envíe una cadena que lleve a una raíz de la lista (requisitos 1 y 3).",
        ),
        Meaning::SignatureInvalid => (
            "una firma de la cadena no corresponde a la clave de su emisor",
            "El emisor se volvió a emitir con otra clave, o se modificó un certificado. Envíe el certificado intermedio que firmó el que está por debajo (requisito 3).",
        ),
        Meaning::NotACa => (
            "un certificado de la cadena emitió otros sin ser un certificado de CA",
            "En sus basicConstraints falta CA:TRUE. El operador de la CA debe volver a emitirlo (requisito 3).",
        ),
        Meaning::PathTooLong => (
            "la cadena tiene más certificados de CA de los que permite uno de ellos",
            "Se supera su pathLenConstraint o el límite del cliente. El operador de la CA debe volver a emitirlo, o hay que usar una cadena más corta (requisito 3).",
        ),
        Meaning::NoKeyCertSign => (
            "un certificado de CA no puede firmar certificados",
            "En su keyUsage falta keyCertSign. El operador de la CA debe volver a emitirlo (requisito 3).",
        ),
        Meaning::LeafKeyUsage => (
            "el keyUsage del certificado del servidor no permite esta negociación TLS",
            "Le falta digitalSignature o keyEncipherment. Vuelva a emitirlo con ambos.",
        ),
        Meaning::ExtendedKeyUsage => (
            "el certificado del servidor no está previsto para servidores TLS",
            "En su extendedKeyUsage falta serverAuth. Vuelva a emitirlo para servidores.",
        ),
        Meaning::NetscapeCertType => (
            "el certificado del servidor no está previsto para servidores TLS",
            "Su tipo de certificado Netscape no incluye «SSL server». Vuelva a emitirlo sin esa extensión antigua.",
        ),
        Meaning::NameConstraints => (
            "una CA no puede emitir certificados para este nombre",
            "Las nameConstraints de un certificado de CA excluyen el nombre, o Java no puede comprobarlas. Use otra CA u otro nombre (requisito 3).",
        ),
        Meaning::Policy => (
            "las políticas de certificación de la cadena no son compatibles",
            "Un certificado de CA exige una política que falta en otro. El operador de la CA debe corregirlo (requisito 3).",
        ),
        Meaning::CriticalExtension => (
            "un certificado tiene una extensión crítica que el cliente no conoce",
            "Un cliente debe rechazar un certificado así. Vuelva a emitirlo sin esa extensión, o con la extensión no crítica (requisito 3).",
        ),
        Meaning::Unreadable => (
            "un certificado no se puede leer",
            "Uno de sus campos no cumple la norma. Vuelva a emitir ese certificado.",
        ),
        Meaning::JavaException => (
            "Java falló de forma inesperada al comprobar el certificado",
            "La causa es un nombre de host, un certificado o una extensión poco habituales. Use un nombre de host normal y vuelva a emitir el certificado.",
        ),
        Meaning::TooManyCertificates => (
            "el servidor envía más certificados de los que Java acepta",
            "Java acepta diez. Envíe solo el certificado del servidor y sus certificados intermedios (requisito 3).",
        ),
        Meaning::MessageTooLarge => (
            "los certificados ocupan más de lo que Java acepta",
            "Java acepta un mensaje de negociación de 32 768 bytes. Envíe solo el certificado del servidor y sus certificados intermedios.",
        ),
        Meaning::IllegalHostName => (
            "Java no acepta el nombre de host de la integración",
            "Contiene un carácter que un nombre de host no puede tener, como un guion bajo. Use otro nombre para el backend.",
        ),
        Meaning::HostName => (
            "el certificado del servidor es de otro nombre de host",
            "O bien el nombre de host de la solicitud es incorrecto, o bien el servidor envió el certificado de otro host. Use un nombre que esté en el certificado, o vuelva a emitirlo con este nombre entre los nombres alternativos del sujeto.",
        ),
        Meaning::CommonNameOnly => (
            "el nombre de host solo está en el nombre común del certificado",
            "Este cliente exige un nombre alternativo del sujeto. Java acepta el nombre común si no hay nombres alternativos; de todos modos, vuelva a emitir el certificado con uno.",
        ),
        Meaning::Expired => (
            "un certificado ha caducado",
            "El operador del servidor debe renovarlo (requisito 2).",
        ),
        Meaning::NotYetValid => (
            "un certificado todavía no es válido",
            "Espere a que lo sea, vuelva a emitirlo o corrija el reloj de la máquina (requisito 2).",
        ),
        Meaning::OutOfDate => (
            "un certificado ha caducado o todavía no es válido",
            "El operador del servidor debe renovarlo, o el reloj de la máquina es incorrecto (requisito 2).",
        ),
        Meaning::UnknownIssuer => (
            "este cliente no conoce al emisor de un certificado",
            "O bien no se envió un certificado intermedio (requisito 3), o bien el cliente no confía en la CA (requisito 1).",
        ),
        Meaning::IssuerMissing => (
            "falta el emisor de un certificado de CA",
            "El servidor no lo envió y este cliente no confía en él (requisitos 1 y 3).",
        ),
        Meaning::FirstUnverified => (
            "el emisor del certificado del servidor falta o no se conoce",
            "Probablemente el servidor envió solo su propio certificado: también debe enviar el certificado intermedio (requisito 3).",
        ),
        Meaning::SelfSigned => (
            "el certificado del servidor es autofirmado",
            "Puede ser un certificado predeterminado. Instale en el servidor un certificado de una CA pública (requisito 1).",
        ),
        Meaning::PrivateRoot => (
            "la cadena termina en una raíz en la que este cliente no confía",
            "Es la raíz de una CA privada o de un proxy de inspección TLS en el camino. Llame al servidor desde otra red, o use una CA pública (requisito 1).",
        ),
        Meaning::VerifyFailed => (
            "el cliente rechazó el certificado del servidor",
            "El motivo está junto a este mensaje: un emisor desconocido, una fecha o un nombre de host.",
        ),
        Meaning::Weak => (
            "una clave o una firma de la cadena es demasiado débil",
            "Vuelva a emitir ese certificado con SHA-256 y al menos RSA 2048 o EC P-256. Los límites de Java son más bajos: RSA 1024, EC 224, sin MD5.",
        ),
        Meaning::Distrusted => (
            "esta versión de Java ya no confía en la raíz de la cadena",
            "Un truststore que contenga la raíz no ayuda. Obtenga un certificado de otra CA.",
        ),
        Meaning::Blocked => (
            "un certificado de la cadena está en la lista de certificados bloqueados de Java",
            "Pida a la CA un certificado de otro intermedio, o use otra CA.",
        ),
        Meaning::Revoked => (
            "un certificado fue revocado",
            "El operador del servidor debe sustituirlo. AWS no dice si API Gateway comprueba la revocación.",
        ),
        Meaning::RevocationUnknown => (
            "no se sabe si un certificado fue revocado",
            "El cliente no pudo conectar con el servidor OCSP o la lista de revocación de la CA. Permita esa conexión o desactive la comprobación.",
        ),
        Meaning::StapledResponse => (
            "la respuesta OCSP grapada falta o es incorrecta",
            "Corrija el grapado OCSP en el servidor.",
        ),
        Meaning::NoPeerCertificate => (
            "el servidor no envió ningún certificado",
            "La negociación TLS falló antes, o el puerto no utiliza TLS. Compruebe el puerto, el nombre de servidor (SNI) y las versiones de TLS.",
        ),
        Meaning::PeerNotAuthenticated => (
            "la negociación TLS falló antes, así que no hay certificado del servidor",
            "La causa está más arriba en el registro: busque SSLHandshakeException. Para ver el motivo completo, inicie Java con -Djavax.net.debug=ssl,handshake.",
        ),
        Meaning::ClientCertificateMissing => (
            "el servidor exige un certificado de cliente y no lo recibió",
            "Configure un certificado de cliente para API Gateway y haga que el servidor lo acepte, o no lo exija.",
        ),
        Meaning::OtherChainWithoutName => (
            "el servidor envía otra cadena, o ninguna, si el cliente no envía el nombre del servidor (SNI)",
            "Un cliente que no envía nombre, o envía otro, recibe esa cadena. API Gateway envía el host del URI de la integración.",
        ),
        Meaning::OtherChainAtAddress => (
            "otra dirección del host envía otra cadena, o ninguna",
            "Corrija también esa máquina: los clientes llegan a cualquiera de ellas.",
        ),
        Meaning::ServerNameRefused => (
            "el servidor rechaza el nombre del servidor (SNI) que envía el cliente",
            "No está configurado para ese nombre. Corrija el host del URI de la integración, o añada el nombre al servidor.",
        ),
        Meaning::ClientCertificateRejected => (
            "el servidor rechazó el certificado del cliente",
            "El operador del servidor debe aceptar la CA del certificado de cliente, o el cliente debe enviar otro.",
        ),
        Meaning::ClientCertificateFile => (
            "el cliente no puede usar su propio certificado o su clave",
            "Compruebe los archivos del certificado de cliente, su contraseña y su formato.",
        ),
        Meaning::NotTls => (
            "el servidor respondió sin TLS",
            "Ese puerto no utiliza TLS. Compruebe el puerto, y si la URL debe empezar por http.",
        ),
        Meaning::HttpToTls => (
            "se envió HTTP sin cifrar a un puerto TLS",
            "Haga que la URL empiece por https.",
        ),
        Meaning::NoSharedCipher => (
            "el cliente y el servidor no tienen ningún conjunto de cifrado ni versión de TLS en común",
            "Active en el servidor TLS 1.2 y un conjunto con ECDHE adecuado al tipo de su clave.",
        ),
        Meaning::OldTls => (
            "el servidor solo ofrece una versión antigua de TLS",
            "Active TLS 1.2 o posterior en el servidor.",
        ),
        Meaning::NoCommonTls => (
            "el cliente y el servidor no tienen ninguna versión de TLS en común",
            "Uno de los dos solo ofrece versiones antiguas. Active en él TLS 1.2 o posterior.",
        ),
        Meaning::NoProtocol => (
            "el cliente no permite ninguna versión de TLS o ningún conjunto de cifrado",
            "Su configuración los desactiva todos, por ejemplo jdk.tls.disabledAlgorithms o https.protocols en Java.",
        ),
        Meaning::ClosedEarly => (
            "el servidor cerró la conexión durante la negociación TLS",
            "Puede que exija un nombre de servidor (SNI) o un certificado de cliente, o que algo bloquee la conexión por el camino.",
        ),
        Meaning::HandshakeFailed => (
            "la negociación TLS falló",
            "El motivo está junto a este mensaje o en el registro del servidor. Compruebe el host, el puerto y las versiones de TLS.",
        ),
        Meaning::DhTooSmall => (
            "la clave Diffie-Hellman del servidor es demasiado pequeña",
            "Use en el servidor conjuntos con ECDHE, o parámetros Diffie-Hellman de 2048 bits.",
        ),
        Meaning::LegacyRenegotiation => (
            "el servidor no admite la renegociación segura",
            "Actualice la biblioteca TLS del servidor. Java se conecta de todos modos; OpenSSL 3 no.",
        ),
        Meaning::NoTrustAnchors => (
            "el truststore de Java está vacío o no se encontró",
            "Compruebe la ruta de javax.net.ssl.trustStore y el tipo del archivo.",
        ),
        Meaning::CaFile => (
            "no se puede leer el archivo de las CA de confianza",
            "Instale el paquete ca-certificates o corrija la ruta del archivo.",
        ),
        Meaning::Pinned => (
            "la clave del servidor no es la que espera el cliente",
            "El cliente exige una clave concreta (pinning). Actualícela, o averigüe si un proxy en el camino cambia el certificado.",
        ),
        Meaning::KeystorePassword => (
            "la contraseña o el formato del keystore es incorrecto",
            "Introduzca la contraseña correcta, o indique el tipo con -storetype PKCS12 o JKS.",
        ),
        Meaning::NotPem => (
            "el archivo no es un certificado en PEM",
            "Debe empezar por -----BEGIN CERTIFICATE-----. Convierta el DER con openssl x509 -inform DER -in ARCHIVO.",
        ),
        Meaning::KeyMismatch => (
            "la clave privada no corresponde al certificado",
            "Use la clave para la que se emitió el certificado, o solicite de nuevo el certificado.",
        ),
        Meaning::FileMissing => (
            "no se puede leer un archivo de certificado o de clave",
            "Compruebe su ruta, sus permisos y su contenido en el servidor.",
        ),
        Meaning::ToolProblem => (
            "la propia herramienta no pudo hacerlo",
            "Su mensaje indica el motivo. Puede que otros clientes se conecten de todos modos.",
        ),
        Meaning::Dns => (
            "no se pudo resolver el nombre de host",
            "Compruebe el nombre y su registro DNS. Un nombre privado necesita el DNS de la VPC.",
        ),
        Meaning::Refused => (
            "nada acepta conexiones en esta dirección y este puerto",
            "Compruebe el puerto, si el servidor está en marcha y los grupos de seguridad.",
        ),
        Meaning::Timeout => (
            "la otra parte no respondió a tiempo",
            "Compruebe la dirección, el puerto, el firewall y los grupos de seguridad.",
        ),
        Meaning::Unreachable => (
            "no hay ruta hasta el host",
            "Compruebe la dirección, las rutas y la VPC.",
        ),
        Meaning::Proxy => (
            "un proxy no abrió la conexión",
            "Compruebe la dirección y las credenciales del proxy, o evítelo.",
        ),
        Meaning::Reset => (
            "la conexión se restableció",
            "La cortó un firewall, un proxy o el servidor.",
        ),
        Meaning::EmptyReply => (
            "el servidor cerró la conexión sin responder",
            "Compruebe el puerto, y si espera http o https. Consulte el registro del servidor.",
        ),
        Meaning::BadUrl => ("la URL está mal formada o no se admite su esquema", "Corrija la URL."),
        Meaning::HttpError => (
            "el servidor respondió con un error HTTP",
            "La negociación TLS funcionó. Consulte el registro del servidor.",
        ),
        Meaning::NoOutputMapping => (
            "ninguna respuesta de integración corresponde al estado del backend",
            "Añada una respuesta de integración predeterminada, o una para este estado.",
        ),
        Meaning::InvalidMethodResponse => (
            "una respuesta de integración indica un estado que el método no tiene",
            "Añada la respuesta de método para este estado.",
        ),
        Meaning::Transform => (
            "falló una plantilla de asignación",
            "Corrija la plantilla de asignación o el tipo de contenido del mensaje.",
        ),
        Meaning::IllegalUrl => (
            "la URL de la integración contiene un carácter no permitido",
            "Codifique los espacios y los caracteres especiales, y compruebe los parámetros de la ruta.",
        ),
        Meaning::Authorizer => (
            "un autorizador denegó la solicitud o falló",
            "Compruebe el resultado del autorizador y su registro.",
        ),
        Meaning::Forbidden => (
            "API Gateway denegó la solicitud",
            "La causa es AWS WAF, una política de recursos, una clave de API o la falta de asignación del dominio personalizado.",
        ),
        Meaning::MissingToken => (
            "API Gateway no tiene esa ruta, o la solicitud no está firmada",
            "Compruebe la ruta, el método y la etapa, y si la API está implementada.",
        ),
        Meaning::Credentials => (
            "la firma o las credenciales de la solicitud son incorrectas",
            "Compruebe la clave de acceso, la región y el reloj del cliente.",
        ),
        Meaning::ApiKey => (
            "la clave de API falta o no es válida",
            "Envíela como x-api-key y añádala a un plan de uso de la etapa.",
        ),
        Meaning::Throttled => (
            "API Gateway limitó la solicitud",
            "Aumente los límites de la etapa o del plan de uso, o envíe menos solicitudes.",
        ),
        Meaning::Lambda => (
            "la función de Lambda falló",
            "Consulte el registro de la función en CloudWatch.",
        ),
        Meaning::Permissions => (
            "un rol o una política no permite esta llamada",
            "Permita la acción en el rol que usa la integración.",
        ),
        Meaning::TooLarge => (
            "el mensaje es mayor de lo que API Gateway permite",
            "El límite es de 10 MB. Haga que el cliente lea los archivos grandes de Amazon S3.",
        ),
        Meaning::IntegrationTimeout => (
            "el backend no respondió a tiempo",
            "API Gateway espera 29 o 30 segundos de forma predeterminada. Compruebe cuánto tarda el backend y si API Gateway puede conectar con él.",
        ),
        Meaning::VpcLink => (
            "el enlace de VPC no está disponible",
            "Compruebe su estado y sus destinos, y créelo de nuevo si está inactivo.",
        ),
        Meaning::InternalServerError => (
            "API Gateway oculta la causa al cliente",
            "Active el registro de ejecución de la etapa, o $context.integrationErrorMessage en el registro de acceso. Después pegue la línea con el error.",
        ),
        Meaning::AcmSeveralCertificates => (
            "el campo del certificado contiene más de uno",
            "Ponga solo el certificado del servidor en el cuerpo del certificado (Certificate, certificate_body), y todos los demás en la cadena (CertificateChain, certificate_chain).",
        ),
        Meaning::AcmChain => (
            "la cadena no corresponde al certificado o está desordenada",
            "La cadena empieza por el certificado intermedio que emitió el certificado del servidor, y cada certificado sigue al que emitió. No incluya el propio certificado del servidor.",
        ),
        Meaning::AcmPem => (
            "un campo no es un certificado en PEM",
            "Cada campo empieza por -----BEGIN CERTIFICATE----- y no contiene otro texto. Para un archivo, escriba fileb://ARCHIVO.",
        ),
        Meaning::AcmKeyMismatch => (
            "la clave privada no corresponde al certificado",
            "Use la clave con la que se solicitó el certificado. Compare las salidas de openssl x509 -noout -pubkey y openssl pkey -pubout.",
        ),
        Meaning::AcmKeyLength => (
            "no se admite el tamaño o el tipo de la clave",
            "Use RSA 2048 para API Gateway y vuelva a emitir el certificado.",
        ),
        Meaning::AcmPrivateKey => (
            "la clave privada está cifrada o no tiene el formato correcto",
            "Quite la contraseña con openssl pkey -in CLAVE -out CLAVE-SIN-CIFRAR y mantenga ese archivo en secreto.",
        ),
        Meaning::AcmQuota => (
            "la cuota de certificados está agotada",
            "Elimine los certificados que no se usan, o pida a AWS una cuota mayor.",
        ),
        Meaning::Base64Input => (
            "la AWS CLI esperaba base64, pero recibió PEM",
            "Escriba fileb://ARCHIVO en lugar de file://ARCHIVO o del propio texto.",
        ),
        Meaning::TlsConfigUnknown => (
            "esta versión o este recurso no tiene tlsConfig en este lugar",
            "Las API REST tienen insecureSkipVerification y las API HTTP serverNameToVerify. En Terraform es tls_config de aws_api_gateway_integration o aws_apigatewayv2_integration; actualice el proveedor o la biblioteca. CloudFormation no tiene TlsConfig para AWS::ApiGateway::Method: use una definición OpenAPI.",
        ),
        Meaning::TlsConfigRejected => (
            "no se permite tlsConfig en esta integración",
            "insecureSkipVerification es para las integraciones HTTP y HTTP_PROXY de las API REST, serverNameToVerify para las integraciones privadas de las API HTTP.",
        ),
    }
}
