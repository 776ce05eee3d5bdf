//! Spanish: the guide.

use super::{GuidePhrase, GuideText, GuideWords};
use crate::i18n::format::{say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::Spanish;

impl GuideWords for Spanish {
    fn text(&self, text: GuideText) -> &'static str {
        match text {
            GuideText::WordsHeading => "Cómo lo llaman otras herramientas",
            GuideText::CommandsHeading => "Compruébelo por su cuenta",
            GuideText::CommandsNote => {
                "Para OpenSSL 1.1.1 o posterior. El openssl incluido en macOS es LibreSSL y no tiene algunas de las opciones."
            }
            GuideText::FilesNote => "Los comandos leen estos archivos; guárdelos antes en una misma carpeta.",
            GuideText::RootFileNote => {
                "El servidor no ha enviado la raíz: obtenga root.pem de su CA. Su huella digital muestra si es la correcta."
            }
            GuideText::PurposeFingerprintSha256 => "Huella digital SHA-256 de la CA, para buscarla en la lista de AWS",
            GuideText::PurposeFingerprintSha1 => "Huella digital SHA-1 de la CA, para buscarla en la lista de AWS",
            GuideText::PurposeIssuer => "Emisor del último certificado enviado",
            GuideText::PurposeDates => "No antes de y No después de (Not Before, Not After)",
            GuideText::PurposeWholeText => "Todo lo que contiene el certificado del servidor",
            GuideText::PurposeStillGood => "¿Seguirá siendo válido el certificado dentro de 30 días?",
            GuideText::PurposeShowChain => "La cadena tal como la envía el servidor",
            GuideText::PurposeSubjectsAndIssuers => "Sujeto y emisor de cada certificado, en el orden de envío",
            GuideText::PurposeVerifyLinks => "¿Está cada certificado firmado por el siguiente? Sin usar la red",
            GuideText::PurposeVerifyToRoot => "¿Lleva la cadena hasta la raíz? Sin usar la red",
            GuideText::PurposeKeySize => "Tamaño de la clave del certificado del servidor",
            GuideText::PurposeNames => "Los nombres para los que es válido el certificado",
            GuideText::PurposeCheckHost => "¿Es válido el certificado para el nombre de host?",
            GuideText::ExpectPrints => "Debe mostrar",
            GuideText::ExpectInOrder => "Debe mostrar estos sujetos, en este orden",
            GuideText::ExpectVerified => "Debe terminar en OK",
            GuideText::ExpectRejected => "Debe fallar con",
            GuideText::LookIssuer => {
                "El certificado de esta CA no se ha enviado. Obténgalo y busque en la lista de AWS la huella digital de la raíz que está por encima."
            }
            GuideText::LookMatch => "Indica si el nombre coincide con el certificado (does match certificate).",
            GuideText::LookList => "Compárela con la entrada de la lista de AWS.",
            GuideText::LookCheckEnd => "Utiliza el reloj de su máquina, no la fecha elegida aquí.",
            GuideText::LookText => "Busque Not Before, Not After, Subject Alternative Name y Public-Key.",
            GuideText::LookSameChain => "Compárela con su entrada: debe ser la misma cadena.",
            GuideText::LookKey => "Busque la línea Public-Key.",
            GuideText::LookVerify => {
                "OpenSSL no comprueba exactamente lo mismo que Java, así que su resultado puede ser distinto."
            }
            GuideText::TrustHeading => "Hacer que el cliente confíe en la CA",
            GuideText::TrustKeytool => "Importar el certificado de la CA en un truststore",
            GuideText::TrustProperties => {
                "Iniciar el cliente con el truststore. Sustituye al de la JVM, así que debe contener todas las CA que el cliente necesita"
            }
            GuideText::TrustImage => "Importar la CA en el truststore de una imagen",
            GuideText::TrustKubernetes => "Montar el truststore en un pod",
            GuideText::TrustPassword => {
                "El archivo solo contiene certificados de CA y ninguna clave privada. Su contraseña es «changeit»."
            }
            GuideText::PurposeTruststore => "Los certificados de confianza de la JVM del cliente",
            GuideText::LookTruststore => "La lista contiene la huella de la raíz.",
            GuideText::UnseenHeading => "Qué no puede comprobar esta página",
            GuideText::UnseenConnection => "La propia conexión",
            GuideText::UnseenConnectionText => {
                "El comando nativo se conecta al servidor y comprueba la cadena que este envía. Indica qué cambia sin el nombre del servidor (SNI), solo con TLS 1.2 o 1.3, y en cada dirección del host; también si se pide un certificado de cliente, una alerta, un puerto sin TLS y un tiempo de espera agotado. Pegue la salida del segundo comando en esta página: utiliza su host, sus direcciones y estas diferencias."
            }
            GuideText::UnseenServedChain => "Lo que el servidor envía realmente",
            GuideText::UnseenServedChainText => {
                "Solo se comprueba su entrada. Detrás de un equilibrador de carga, cada nodo puede tener su propio certificado, y dentro de la VPC puede responder otro servidor. Ejecute el comando varias veces, y desde la red desde la que se conecta API Gateway."
            }
            GuideText::UnseenServerName => "Nombre del servidor (SNI)",
            GuideText::UnseenServerNameText => {
                "Un servidor con varios hosts elige el certificado según el nombre que envía el cliente; si no envía ninguno, responde con el predeterminado. Los dos comandos deben mostrar el mismo certificado."
            }
            GuideText::UnseenProtocols => "Versiones de TLS",
            GuideText::UnseenProtocolsText => {
                "Si el backend no ofrece ninguna versión que el cliente acepte, el registro indica «Received fatal alert: protocol_version» o «handshake_failure» y no se comprueba ningún certificado. TLS 1.2 debe funcionar."
            }
            GuideText::UnseenCiphers => "Conjuntos de cifrado",
            GuideText::UnseenCiphersText => {
                "Si no hay ninguno en común, el registro indica «Received fatal alert: handshake_failure». AWS no publica una lista para las conexiones con los backends. Un conjunto con ECDHE y AES-GCM es una opción segura."
            }
            GuideText::UnseenClientCertificate => "Certificado de cliente",
            GuideText::UnseenClientCertificateText => {
                "Un backend que exige un certificado de cliente rechaza a los clientes que no lo tienen. La salida muestra entonces «Acceptable client certificate CA names». El certificado de cliente de API Gateway está autofirmado, así que el backend debe confiar en ese mismo certificado."
            }
            GuideText::UnseenRevocation => "Revocación",
            GuideText::UnseenRevocationText => {
                "Esta página no utiliza la red, así que no sabe si un certificado está revocado. El primer comando muestra la dirección a la que preguntar; el tercero, la de la lista de certificados revocados. No todas las CA ofrecen ambas."
            }
            GuideText::UnseenNetworkPath => "Ruta de red hasta el backend",
            GuideText::UnseenNetworkPathText => {
                "Los grupos de seguridad, el enlace de VPC, el agente de escucha y el estado de los destinos pueden detener una llamada antes de que se envíe un certificado. El registro de ejecución indica entonces un error interno o un tiempo de espera agotado, no un error SSL."
            }
            GuideText::UnseenClock => "La hora",
            GuideText::UnseenClockText => {
                "Si no elige otra fecha, las fechas se comprueban con el reloj de su máquina. API Gateway utiliza el suyo."
            }
            GuideText::ClientCertificate => "Es un certificado de cliente",
            GuideText::ClientCertificateHint => {
                "Comprobarlo según las reglas de AWS para el certificado que una etapa de API REST envía al backend."
            }
            GuideText::ClientCertificateAccepted => "API Gateway puede utilizar este certificado de cliente",
            GuideText::ClientCertificateRejected => "API Gateway no puede utilizar este certificado de cliente",
            GuideText::ClientCertificateNext => {
                "Impórtelo en ACM con su cadena, vincule su ARN a la etapa e implemente la etapa. El backend debe confiar en su emisor, lo que no se comprueba aquí."
            }
            GuideText::ClientCertificateSource => "Las reglas de AWS para los certificados de cliente",
            GuideText::InstallHeading => "Instalar la cadena reparada",
            GuideText::InstallFullChain => {
                "El archivo debe contener toda la cadena, no solo el certificado del servidor."
            }
            GuideText::InstallApache => {
                "Desde Apache 2.4.8, la cadena va en SSLCertificateFile; las versiones anteriores la leen de SSLCertificateChainFile."
            }
            GuideText::InstallHaProxy => {
                "Un solo archivo: primero la cadena y después la clave. Solo root debe poder leerlo."
            }
            GuideText::InstallLoadBalancer => {
                "ACM necesita el certificado del servidor y el resto de la cadena en dos archivos. Impórtelos en la región del equilibrador de carga; con --certificate-arn el certificado se sustituye en su sitio. Los certificados emitidos por ACM ya están completos."
            }
            GuideText::InstallKubernetes => {
                "El secreto debe estar en el espacio de nombres del Ingress. Si el cliente no envía el nombre del servidor, el controlador envía su propio certificado predeterminado. Configure este certificado como predeterminado o asegúrese de que se envíe el nombre."
            }
            GuideText::InstallTomcat => {
                "keytool debe mostrar una cadena de más de un certificado. Con un keystore que solo contiene el certificado del servidor, Tomcat no envía ningún intermedio."
            }
            GuideText::InstallIis => {
                "Ejecútelo como administrador. Windows envía los intermedios que encuentra en el almacén «Entidades de certificación intermedias» del equipo (Cert:\\LocalMachine\\CA): deben estar ahí, no en «Personal». Sustituya THUMBPRINT por la huella digital del certificado nuevo."
            }
            GuideText::InstallDefaultToo => {
                "También pasa a ser el certificado predeterminado, que es el que reciben los clientes que no envían el nombre del servidor."
            }
            GuideText::TlsConfigHeading => "tlsConfig de la integración",
            GuideText::SkipWarning => {
                "AWS no recomienda insecureSkipVerification, y menos aún para puntos de enlace HTTPS públicos: aumenta el riesgo de ataques de intermediario (man-in-the-middle)."
            }
            GuideText::SkipWhere => "Solo en las API REST, y solo en integraciones de tipo HTTP y HTTP_PROXY.",
            GuideText::SkipStillChecked => {
                "API Gateway sigue comprobando la fecha de caducidad, el nombre de host y que la cadena contenga una CA raíz. El servidor debe enviar su raíz."
            }
            GuideText::SkipRootDemands => "La raíz debe tener keyCertSign en keyUsage y CA:TRUE en basicConstraints.",
            GuideText::SkipByBody => {
                "AWS::ApiGateway::Method no tiene esta propiedad. Indíquela en el cuerpo OpenAPI de la API."
            }
            GuideText::Redeploy => "Un cambio surte efecto con el siguiente despliegue de la etapa.",
            GuideText::ServerNameWhat => {
                "API Gateway comprueba el certificado para este nombre y lo envía en la negociación TLS (SNI). La integración utiliza HTTPS si se define tlsConfig; si no, HTTP."
            }
            GuideText::ServerNameWhere => "Solo en las integraciones privadas de las API HTTP.",
            GuideText::CdkNlbToo => "HttpNlbIntegration y HttpServiceDiscoveryIntegration tienen la misma propiedad.",
            GuideText::ColumnRequirement => "Requisito",
            GuideText::ColumnResult => "Resultado",
            GuideText::ColumnFinding => "Hallazgo",
            GuideText::ColumnCode => "Código",
            GuideText::ColumnPlace => "N.º",
            GuideText::ColumnRole => "Función",
            GuideText::ColumnName => "Nombre",
            GuideText::ColumnIssuedBy => "Emitido por",
            GuideText::ColumnValidUntil => "Válido hasta",
            GuideText::ColumnKey => "Clave",
        }
    }

    fn phrase(&self, phrase: &GuidePhrase<'_>) -> String {
        match phrase {
            GuidePhrase::ReminderSummary { host } => say!("El certificado TLS de {0} caduca", shown(host)),
            GuidePhrase::ReminderDescription { certificate, not_after } => say!(
                "El {0} es válido hasta el {1}. Instale el nuevo, con sus intermedios, antes de esa fecha. De lo contrario, API Gateway rechazará el backend.",
                certificate,
                self.date_time(*not_after)
            ),
            GuidePhrase::WrittenBy { version } => say!("Generado por SSLEngine Doctor {0}", shown(version)),
            GuidePhrase::VerifyError { number, text } => say!("el error {0} ({1})", number.to_string(), text),
        }
    }
}
