//! Spanish: clients.

use super::{ClientPageText, ClientText, ClientWords};
use crate::i18n::format::say;
use crate::i18n::grammar::es::Spanish;
use crate::trust::client::ClientKind;

impl ClientWords for Spanish {
    fn name(&self, kind: &ClientKind) -> String {
        match kind {
            ClientKind::ApiGateway => "API Gateway".to_owned(),
            ClientKind::Java { version, build } => say!("Java {0} ({1})", version, build),
            ClientKind::OpenJdk(month) => say!("Java (truststore de OpenJDK, {0})", month),
            ClientKind::Mozilla(month) => say!("Java (almacén de Mozilla, {0})", month),
            ClientKind::Browser(month) => say!(
                "Almacén más reciente de Mozilla ({0}), para comparar con los navegadores",
                month
            ),
            ClientKind::Truststore => "Java con su truststore".to_owned(),
        }
    }

    fn text(&self, text: ClientText) -> &'static str {
        match text {
            ClientText::Client => "Cliente",
            ClientText::TrustedCa => "CA de confianza",
            ClientText::TrustedCaTitle => "Una autoridad de certificación en la que el cliente confía",
            ClientText::TrustedCaWhy => {
                "Java solo confía en los certificados de su truststore. Si la cadena no lleva a ninguno de ellos, la negociación TLS falla antes de que se envíe ninguna solicitud."
            }
            ClientText::KeyLimitWhy => {
                "AWS limita la clave a 2048 bits para API Gateway. Los demás clientes de Java no tienen límite superior."
            }
            ClientText::SideBySide => "Otros clientes",
            ClientText::Answer => "Respuesta",
            ClientText::Reason => "Motivo",
            ClientText::Accepts => "acepta",
            ClientText::Rejects => "rechaza",
            ClientText::OutsideLimits => "fuera de los límites de AWS",
            ClientText::NeedsTruststore => {
                "Esta cadena se verificó con un truststore, que un enlace nunca contiene. Añada el truststore para verificarla de nuevo."
            }
            ClientText::WhichJava => {
                "Parece una aplicación Java. Elija cuál, porque su truststore es distinto del de API Gateway."
            }
        }
    }

    fn page_text(&self, text: ClientPageText) -> &'static str {
        match text {
            ClientPageText::Builds => "Versiones de Java",
            ClientPageText::OpenJdk => "Java con el truststore de OpenJDK",
            ClientPageText::Mozilla => "Java con el almacén de Mozilla",
            ClientPageText::Browsers => "Navegadores",
            ClientPageText::OwnTruststore => "Mi truststore…",
            ClientPageText::TruststoreFile => "Truststore",
            ClientPageText::TruststoreChoose => "Elegir el archivo",
            ClientPageText::TruststoreHint => {
                "O suéltelo aquí: JKS, PKCS#12, cacerts, PEM o la salida de keytool -list -rfc. Se queda en esta pestaña y nunca forma parte de un enlace."
            }
            ClientPageText::TruststoreMissing => "Elija el truststore con el que comprobar la cadena.",
            ClientPageText::TruststoreUnreadable => "No se puede leer el truststore.",
            ClientPageText::TruststoreEmpty => {
                "Java no confía en ningún certificado de este truststore: ninguno es una entrada de confianza."
            }
            ClientPageText::ChooseClient => "Elegir el cliente",
            ClientPageText::Compare => "Comparar clientes",
            ClientPageText::CompareNote => {
                "La misma cadena, la misma hora y el mismo host, comprobados para otros clientes."
            }
            ClientPageText::CompareAll => "Mostrar todos los clientes",
            ClientPageText::Comparing => "Comprobando para cada cliente…",
            ClientPageText::CompareFailed => "No se han podido comparar los clientes.",
            ClientPageText::DownloadTruststore => "Descargar truststore.p12",
            ClientPageText::DownloadCa => "Descargar ca.pem",
            ClientPageText::DownloadFailed => "No se ha podido crear el truststore.",
            ClientPageText::CaNotSent => {
                "El servidor no envía la raíz de la CA. Pídala a los responsables de la CA y guárdela como ca.pem."
            }
        }
    }

    fn other_words(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                " Con una CA privada, una API REST puede activar insecureSkipVerification, algo que AWS no recomienda.",
                "",
            ),
            (
                "Para conservar la CA privada, una API REST puede activar insecureSkipVerification, algo que AWS no recomienda; el servidor debe enviar entonces la raíz.",
                "Para conservar la CA privada, importe su raíz en el truststore del cliente.",
            ),
            (
                "Con un enlace de VPC, API Gateway compara con el certificado el nombre del URI, o tlsConfig.serverNameToVerify de una API HTTP.",
                "",
            ),
            (
                "Solicite un certificado público en ACM (aws acm request-certificate sin --certificate-authority-arn) y configúrelo en el equilibrador de carga.",
                "Instale un certificado de una CA pública en la que el cliente confíe.",
            ),
            (
                "No causa problemas, pero solo lo necesita insecureSkipVerification: sin esa opción, API Gateway utiliza su propia copia de la raíz.",
                "No causa problemas, pero Java no lo necesita: utiliza su propia copia de la raíz.",
            ),
            (
                "El artículo de AWS exige fechas válidas en todos los certificados, pero Java no comprueba las fechas de una raíz de confianza.",
                "Java no comprueba las fechas de un certificado de confianza.",
            ),
            (
                "Java no comprueba las fechas de una raíz de confianza, pero el artículo de AWS exige fechas válidas en todos los certificados.",
                "Java no comprueba las fechas de un certificado de confianza.",
            ),
            (
                "aunque Java y la lista de AWS todavía lo acepten",
                "aunque Java todavía lo acepte",
            ),
            (
                "AWS incluye en su lista una raíz con ese nombre",
                "El truststore contiene una raíz con ese nombre",
            ),
            ("que AWS incluye en su lista como", "que el truststore contiene como"),
            ("AWS la incluye en su lista como", "El truststore la contiene como"),
            ("AWS lo incluye como", "El truststore lo contiene como"),
            ("la lista de CA de AWS", "el truststore"),
            (
                "Si un enlace de VPC no envía ningún nombre",
                "Si el cliente no envía ningún nombre",
            ),
            (" (CNAME o alias de Route 53)", ""),
            (
                "Ponga en el URI de la integración un nombre",
                "Llame al servidor por un nombre",
            ),
            ("el URI de la integración", "la URL del cliente"),
            ("El URI de la integración", "La URL del cliente"),
            (
                "API Gateway admite la CA pública de ACM, pero ninguna CA privada, salvo con insecureSkipVerification.",
                "El cliente no confía en ninguna CA privada, salvo que su raíz esté en el truststore.",
            ),
            (
                "API Gateway no admite ninguna CA privada, salvo con insecureSkipVerification.",
                "El cliente no confía en ninguna CA privada, salvo que su raíz esté en el truststore.",
            ),
            (", por ejemplo en AWS CloudShell,", ""),
            (", como Let’s Encrypt o la CA pública de ACM", ", como Let’s Encrypt"),
            (" (como Let’s Encrypt o ACM)", " (como Let’s Encrypt)"),
            ("como Let’s Encrypt o ACM", "como Let’s Encrypt"),
            ("n la lista de API Gateway", "n el truststore"),
            ("de la lista de API Gateway", "del truststore"),
            ("en la lista de AWS", "en el truststore"),
            ("de la lista de AWS", "del truststore"),
            ("la lista de AWS", "el truststore"),
            ("no está en la lista", "no está en el truststore"),
            ("está en la lista", "está en el truststore"),
            ("raíz admitida", "raíz de confianza"),
            ("CA admitida por API Gateway", "CA en la que Java confía"),
            ("admitida por API Gateway", "en la que Java confía"),
            ("admitido por API Gateway", "en el que Java confía"),
            ("que API Gateway admite", "en la que Java confía"),
            ("si API Gateway admite", "si Java confía en"),
            ("API Gateway no admite", "Java no confía en"),
            ("la CA admitida", "la CA de confianza"),
            ("otra red", "la red del cliente"),
            ("URL de la integración", "URL del cliente"),
            ("Host de la integración", "Host"),
            ("API Gateway", "{0}"),
        ]
    }
}
