//! Spanish: the list of CAs and the trust page.

use super::{ViewText, ViewWords};
use crate::i18n::format::{say, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::{Spanish, count};

impl ViewWords for Spanish {
    fn text(&self, text: ViewText) -> &'static str {
        match text {
            ViewText::AuthoritiesHint => {
                "Las autoridades de certificación (CA) que admite API Gateway, según la lista de AWS. Busque por nombre, alias, clave o huella digital."
            }
            ViewText::AuthoritiesSearch => "Buscar",
            ViewText::AuthoritiesSearchHint => {
                "Una huella digital en cualquier formato: con o sin dos puntos, SHA-1 o SHA-256"
            }
            ViewText::AuthoritiesNone => "Ninguna CA de esta lista coincide.",
            ViewText::AuthoritiesAlias => "Alias",
            ViewText::AuthoritiesName => "Nombre",
            ViewText::AuthoritiesKey => "Clave",
            ViewText::AuthoritiesUntil => "Hasta",
            ViewText::AuthoritiesPaste => "Usar una lista más reciente",
            ViewText::AuthoritiesPasteHint => {
                "Abra la página de AWS con las CA admitidas, seleccione todo, cópielo y péguelo aquí. La lista se utiliza hasta que cierre esta página."
            }
            ViewText::AuthoritiesBad => {
                "Este texto no contiene ninguna entrada legible de la lista de AWS. Una entrada tiene un alias, su SHA-1 y su SHA-256."
            }
            ViewText::AuthoritiesFingerprintOnly => "Solo se conoce su huella digital",
            ViewText::TrustStays => "Lo que pega se queda aquí",
            ViewText::TrustStaysText => {
                "La comprobación se ejecuta en esta pestaña, en WebAssembly. Una política incluida en la página (Content-Security-Policy) solo permite que el navegador se conecte a los archivos de esta página. No se guarda nada de su entrada. El navegador solo conserva su elección de idioma y colores, y los archivos de esta página para que se abra sin conexión. No hay cookies, ni contadores de visitas, ni fuentes o scripts de otros sitios."
            }
            ViewText::TrustCheck => "Compruébelo",
            ViewText::TrustCheckText => {
                "Abra las herramientas de desarrollo del navegador, elija Red y pegue una cadena: ninguna solicitud contiene nada de ella. La página solo descarga más archivos propios, entre ellos uno o dos de los 512 archivos con claves y certificados de CA. O desconecte la red un minuto después de abrir la página y siga trabajando."
            }
            ViewText::TrustKeys => "Claves privadas",
            ViewText::TrustKeysText => {
                "Ninguna comprobación necesita una. Si su entrada contiene una clave privada, la página la elimina antes de que la lea cualquier otro código y sustituye el texto del cuadro. Aun así, es más seguro sustituir una clave que se haya pegado en cualquier sitio."
            }
            ViewText::TrustRight => "¿Es correcto el resultado?",
            ViewText::TrustRightText => {
                "Se ha comparado con un cliente Java real en miles de cadenas. El proyecto documenta las diferencias entre esta página y Java. API Gateway no es público: la documentación de AWS y el comportamiento de Java son las mejores fuentes disponibles. Cada requisito muestra comandos de openssl con los que puede comprobarlo."
            }
            ViewText::TrustFile => "Usar la página sin conexión",
            ViewText::TrustFileText => {
                "La página completa en un solo archivo funciona desde un disco, sin ninguna red. Compare su SHA-256 después de descargarla."
            }
            ViewText::TrustFileDownload => "Descargar la página en un solo archivo",
        }
    }

    fn rows_of(&self, shown: usize, total: usize) -> String {
        say!(
            "{0} de {1}",
            self.number(whole(shown)),
            count(whole(total), "certificado", "certificados")
        )
    }
}
