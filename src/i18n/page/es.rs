//! Spanish: the page.

use super::{KindText, PageWords, UiPhrase, UiText};
use crate::i18n::format::{capitalised, say, shown, size, some_of, whole};
use crate::i18n::grammar::es::{Spanish, count, list_of};
use crate::i18n::grammar::{Grammar as _, day};

impl PageWords for Spanish {
    fn text(&self, text: UiText) -> &'static str {
        match text {
            UiText::Title => "SSLEngine Doctor",
            UiText::Tagline => "Por qué API Gateway indica «General SSLEngine problem»",
            UiText::Promise => {
                "Pegue la cadena de certificados de su backend. Una frase le dice si API Gateway la acepta y, si no, qué hacer. Nada sale de esta pestaña."
            }
            UiText::SkipToContent => "Ir al contenido",
            UiText::Language => "Idioma",
            UiText::ThemeSystem => "Sistema",
            UiText::ThemeLight => "Claro",
            UiText::ThemeDark => "Oscuro",
            UiText::Examples => "Ver un ejemplo",
            UiText::InputLabel => "Pegue la cadena",
            UiText::InputPlaceholder => {
                "-----BEGIN CERTIFICATE-----\n…\n\n… o toda la salida de openssl, o la línea del registro"
            }
            UiText::CommandHint => "Ejecútelo y pegue toda la salida. También se comprueba el nombre de host.",
            UiText::HostLabel => "Nombre de host",
            UiText::HostPlaceholder => "Host de la integración, p. ej. api.ejemplo.es",
            UiText::AsOfLabel => "Fecha y hora",
            UiText::AsOfNow => "Ahora",
            UiText::IntegrationLabel => "Integración",
            UiText::SkipVerificationLabel => "insecureSkipVerification está activado",
            UiText::SkipVerificationHint => {
                "Solo en las API REST con integraciones HTTP y de proxy HTTP. AWS no lo recomienda."
            }
            UiText::ChooseFile => "Elegir archivos",
            UiText::DropHere => "Suelte los archivos en cualquier lugar",
            UiText::Copy => "Copiar",
            UiText::Copied => "Copiado",
            UiText::CopyFailed => "El navegador no ha permitido copiar. Seleccione el texto y cópielo a mano.",
            UiText::Download => "Descargar",
            UiText::Checking => "Comprobando…",
            UiText::EngineFailed => "El comprobador no se ha podido iniciar",
            UiText::EngineFailedHint => {
                "Su texto sigue en el cuadro. Vuelva a cargar la página. Si no sirve, compruebe que el navegador permite WebAssembly."
            }
            UiText::PartMissing => {
                "No se ha podido cargar el resto de la página. Compruebe la conexión e inténtelo de nuevo."
            }
            UiText::TooSlow => "La comprobación se ha detenido porque tardaba demasiado",
            UiText::Retry => "Reintentar",
            UiText::JavaSays => "Mensaje de Java",
            UiText::JavaSaysLegacy => "En registros antiguos",
            UiText::JavaAccepts => "El cliente TLS de Java aceptaría esta cadena.",
            UiText::JavaRejects => "El cliente TLS de Java rechazaría esta cadena con una excepción sin mensaje.",
            UiText::RulesHeading => "Los cuatro requisitos de AWS",
            UiText::FixesHeading => "Qué hacer",
            UiText::InputHeading => "Acerca de su entrada",
            UiText::DroppedHeading => "Ignorado",
            UiText::PrivateKeyWarning => {
                "Su entrada contenía una clave privada. Se ha eliminado de inmediato y no ha salido de su navegador. Ninguna comprobación la necesita. Si la ha pegado en algún otro sitio, sustituya la clave."
            }
            UiText::PastedText => "Texto pegado",
            UiText::ExampleComplete => "aceptada",
            UiText::ExampleMissing => "falta un intermedio",
            UiText::ExampleExpired => "caducado",
            UiText::ExampleLargeKey => "clave de 4096 bits",
            UiText::ExampleSelfSigned => "autofirmado",
            UiText::AsOfHint => "En UTC. Déjelo vacío para usar la hora actual.",
            UiText::PrivateKeyNote => "Se ha eliminado una clave privada de este texto.",
            UiText::Colon => ": ",
            UiText::ExampleOrder => "orden incorrecto",
            UiText::ExamplePrivate => "CA privada",
            UiText::ExampleHost => "nombre de host incorrecto",
            UiText::ExampleDefault => "certificado predeterminado",
            UiText::IntegrationHint => "Qué cambia",
            UiText::Inferred => "No documentado por AWS: se ha observado en la práctica.",
            UiText::RepairDownload => "Descargar la cadena reparada",
            UiText::ShareHeading => "Compartir",
            UiText::SharedHeading => "Ha abierto un enlace",
            UiText::LinkOpening => "Abriendo el enlace…",
            UiText::Authorities => "CA admitidas",
            UiText::AuthoritiesReset => "Volver a usar la lista incorporada",
            UiText::Trust => "¿Por qué puedo confiar en esta página?",
            UiText::Back => "Volver a la comprobación",
            UiText::UpdateReady => "Hay una versión nueva de esta página.",
            UiText::UpdateNow => "Recargar ahora",
            UiText::FleetHeading => "Varios servidores",
            UiText::FleetApart => "Comprobar cada servidor por separado",
            UiText::UpdateHint => "Habrá que volver a pegar lo que hay en el cuadro.",
            UiText::ChooseFolder => "Elegir una carpeta",
            UiText::Cancel => "Detener",
            UiText::PasswordLabel => "Contraseña del keystore",
            UiText::PasswordHint => "Solo se utiliza en su navegador y no se guarda. Solo se extraen los certificados.",
            UiText::PasswordOpen => "Abrir",
            UiText::PasswordWrong => "Contraseña incorrecta. Pruebe con otra.",
            UiText::FileUnreadable => "No se ha podido leer un archivo.",
            UiText::FileUnreadableHint => "Puede que se haya movido o modificado. Elíjalo de nuevo.",
            UiText::MessagesHeading => "Mensajes en su entrada",
        }
    }

    fn phrase(&self, phrase: &UiPhrase<'_>) -> String {
        match phrase {
            UiPhrase::Certificates(number) => count(i64::from(*number), "certificado", "certificados"),
            UiPhrase::ListVersion(edition) => {
                let list = capitalised(list_of(edition).trim_start_matches("la "));
                match edition.unchanged_on() {
                    Some(date) => say!("{0}, sin cambios el {1}", list, day(self, date)),
                    None => list,
                }
            }
            UiPhrase::CheckedAt(moment) => say!("Para el {0}", self.date_time(*moment)),
            UiPhrase::ListTaken { entries, problems } => {
                let taken = say!(
                    "Se comprueba con la lista que ha pegado: {0}.",
                    count(whole(*entries), "entrada", "entradas")
                );
                if problems.is_empty() {
                    taken
                } else {
                    let lines: Vec<String> = problems.iter().map(|line| self.number(i64::from(*line))).collect();
                    say!(
                        "{0} No se han podido leer estas líneas: {1}.",
                        taken,
                        some_of(&lines, " y ", |more| count(more, "más", "más"))
                    )
                }
            }
            UiPhrase::Files(number) => count(whole(*number), "archivo", "archivos"),
            UiPhrase::FilesRead { done, of } => say!(
                "Lectura: {0} archivos de {1}",
                self.number(whole(*done)),
                self.number(whole(*of))
            ),
            UiPhrase::FilesFound(number) => {
                say!(
                    "Buscando en la carpeta: {0} hasta ahora",
                    count(whole(*number), "archivo", "archivos")
                )
            }
            UiPhrase::Size(bytes) => size(*bytes, ["B", "kB", "MB"], "\u{a0}"),
            UiPhrase::LeftOut { names, max } => say!(
                "Ignorados, porque todos los archivos juntos no pueden superar {0}: {1}. Compruébelos por separado.",
                size(*max, ["B", "kB", "MB"], "\u{a0}"),
                some_of(names, " y ", |more| count(more, "archivo más", "archivos más"))
            ),
            UiPhrase::FleetFound(number) => {
                say!(
                    "Esta entrada contiene {0}.",
                    count(whole(*number), "servidor", "servidores")
                )
            }
            UiPhrase::TooLarge { name, bytes, max } => say!(
                "«{0}» ocupa {1}, pero solo se pueden leer {2} de una vez. Elija el archivo que contiene los certificados.",
                shown(name),
                size(*bytes, ["B", "kB", "MB"], "\u{a0}"),
                size(*max, ["B", "kB", "MB"], "\u{a0}")
            ),
        }
    }

    fn kind(&self, text: KindText) -> &'static str {
        match text {
            KindText::KindRestPublic => "API REST, pública",
            KindText::KindRestVpcLinkV1 => "API REST, enlace de VPC a un NLB (V1)",
            KindText::KindRestVpcLinkV2 => "API REST, enlace de VPC V2 (ALB o NLB)",
            KindText::KindHttpApiPublic => "API HTTP, pública",
            KindText::KindHttpApiPrivate => "API HTTP, privada (enlace de VPC)",
            KindText::HostOfUrl => "El host de la URL de la integración.",
            KindText::HostOfVpcLinkV1 => {
                "El host del URI de la integración. El certificado se comprueba para este nombre, que puede ser distinto del nombre del equilibrador de carga."
            }
            KindText::HostOfVpcLinkV2 => "El nombre de servidor seguro del URI de la integración.",
            KindText::HostOfServerName => {
                "El nombre de servidor seguro: serverNameToVerify en el tlsConfig de la integración."
            }
            KindText::SkipExists => "Aquí se puede activar insecureSkipVerification, pero AWS no lo recomienda.",
            KindText::NoSkip => {
                "insecureSkipVerification no está disponible aquí: el certificado debe proceder de una CA admitida por API Gateway."
            }
            KindText::UriNotRouted => {
                "La llamada la dirige el enlace de VPC, no el URI. Con HTTPS, el host del URI pasa a ser el encabezado Host y el certificado debe contener ese nombre."
            }
            KindText::TlsListener => {
                "Si el agente de escucha del equilibrador de carga termina TLS, API Gateway comprueba su certificado."
            }
            KindText::TcpListener => {
                "Un agente de escucha TCP deja pasar TLS: API Gateway comprueba el certificado del destino."
            }
            KindText::NoServerName => {
                "Según algunos usuarios, aquí no se envía el nombre del servidor (SNI). Configure el certificado correcto como predeterminado del servidor."
            }
            KindText::SecureUri => {
                "HTTP es el valor predeterminado. Para usar HTTPS, uri debe empezar por https:// y contener un nombre que cubra el certificado: ese nombre es el que se verifica. integrationTarget solo elige el equilibrador de carga."
            }
            KindText::CdkAlbIntegration => {
                "AlbIntegration de CDK pone en uri el nombre DNS del equilibrador de carga, que ningún certificado suyo cubre. Indique su nombre en loadBalancerDnsName."
            }
            KindText::ServerNameNoEffect => {
                "serverNameToVerify no tiene ningún efecto conocido en las integraciones públicas."
            }
            KindText::PlainByDefault => {
                "HTTP es el valor predeterminado. HTTPS solo se utiliza si se define tlsConfig."
            }
            KindText::PlainToHttps => {
                "La respuesta «400 The plain HTTP request was sent to HTTPS port» significa que falta tlsConfig."
            }
        }
    }
}
