//! Spanish: the pages of the findings.

use sslengine_doctor::report::Detail;

use super::{Explanation, words};

/// The texts for a finding's code. A code without texts does not compile.
#[rustfmt::skip]
pub fn spanish(detail: &Detail) -> Explanation {
    match detail {
        // ---- supported-ca
        Detail::AnchorListed { .. } => words(
            "La cadena termina en una raíz admitida",
            "El certificado superior es una raíz de la lista de AWS o lo emitió una de ellas. Su nombre y su clave son los de la lista, y la firma se verificó con esa clave.",
            "El requisito 1 lo pide. API Gateway tiene su propia copia de la raíz, así que el servidor no tiene que enviarla.",
            "Nada.",
        ),
        Detail::AnchorReissued { .. } => words(
            "Una raíz admitida, reemitida o firmada por otra CA",
            "Un certificado de la cadena tiene el nombre y la clave de una raíz de la lista, pero otra huella digital. Es una versión reemitida, o una versión firmada por otra CA.",
            "Java compara el nombre y la clave, no las huellas digitales, así que acepta el certificado como raíz y termina ahí la cadena. Si compara las huellas a mano, como muestra el artículo de AWS, no lo encontrará en la lista.",
            "Nada. La cadena es correcta tal como está.",
        ),
        Detail::ListedByFingerprint { .. } => words(
            "En la lista solo por su huella digital",
            "La lista contiene la huella digital de este certificado, pero no se sabe nada más de él. Su entrada procede de una lista pegada, o es uno de los doce certificados de la lista que no son públicos.",
            "Un certificado así cuenta como admitido. Una cadena que termina por debajo de él no se puede reconocer, porque su nombre y su clave no están en los datos de esta herramienta.",
            "Nada, si el propio certificado está en lo que ha pegado. Si pega una lista propia, pegue el certificado de la CA junto con la cadena.",
        ),
        Detail::RootNotListed { .. } => words(
            "Una raíz que no está en la lista de AWS",
            "La cadena está completa, pero API Gateway no admite la raíz en la que termina.",
            "API Gateway solo confía en su propia lista, aunque los navegadores o el sistema operativo confíen en otras CA. Una CA privada, o una raíz pública más reciente que la lista, pone fin a la negociación TLS.",
            "Obtenga un certificado de una CA de la lista, como Let’s Encrypt o Amazon (ACM). Si la CA es pública, pídale una versión de su certificado firmada por una raíz más antigua y haga que el servidor también la envíe. Con una CA privada, una API REST puede activar `insecureSkipVerification`. Puede que la lista haya crecido desde entonces: busque la huella digital en la página de AWS.",
        ),
        Detail::SelfSignedLeaf { .. } => words(
            "Un certificado del servidor autofirmado",
            "El certificado del servidor es su propio emisor. Ninguna CA lo emitió.",
            "Su huella digital no está en la lista de AWS y no la puede añadir: API Gateway no tiene un truststore suyo para los backends. Muchos productos presentan un certificado así hasta que se configura uno de verdad.",
            "Instale un certificado de una CA de la lista. Si hay un equilibrador de carga delante del servidor, basta con un certificado de ACM en su agente de escucha.",
        ),
        Detail::IssuerNotListed { .. } => words(
            "El emisor no está en la lista de AWS",
            "El certificado superior de la cadena nombra a un emisor que no está en la lista. Ninguno de los 1408 certificados intermedios públicos que conoce esta herramienta vincula a ese emisor con una raíz de la lista.",
            "Sin una ruta hasta una raíz de la lista, API Gateway rechaza la cadena. No se conoce ningún certificado que se pueda añadir para completarla.",
            "Si es una CA privada, consulte `root-not-listed`. Si es pública, puede ser más reciente que los datos de esta herramienta: envíe su cadena completa con las versiones firmadas por otras CA que ofrezca e inténtelo de nuevo.",
        ),
        Detail::IssuerUnknown { .. } => words(
            "Faltan certificados para determinar la CA",
            "Solo se ha proporcionado el certificado del servidor y su emisor es desconocido.",
            "El requisito 1 se refiere a la raíz. Con un emisor desconocido, no se puede determinar en qué raíz terminaría la cadena.",
            "Pegue todo lo que envía el servidor: `openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null`. Si el servidor no envía nada más, la cadena está incompleta: consulte `issuer-missing`.",
        ),
        Detail::SupportedOnceSent { .. } => words(
            "Cumplido cuando se envíe el certificado intermedio",
            "El emisor que falta es una CA intermedia pública que conoce esta herramienta y que lleva a una raíz de la lista de AWS.",
            "El problema no es la CA, sino la cadena incompleta: Java no descarga nada, así que API Gateway no puede llegar a la raíz hasta que el servidor envíe el certificado intermedio.",
            "Añada el certificado intermedio. La página ofrece la cadena reparada.",
        ),
        Detail::AnchorKeyMismatch { .. } => words(
            "El nombre de una raíz de la lista, pero no su clave",
            "El emisor tiene el nombre de una raíz de la lista, pero la firma no se hizo con la clave de esa raíz.",
            "Lo que decide es la clave, no el nombre. O bien la CA tiene una raíz más reciente con el mismo nombre, o bien alguien creó una CA que usa ese nombre. API Gateway rechaza ambas.",
            "Compruebe de dónde procede el certificado. Si la CA ha cambiado de clave, pídale una cadena hasta una raíz de la lista.",
        ),
        Detail::DefaultCertificate { .. } => words(
            "El certificado predeterminado de un producto",
            "Un producto creó este certificado para usarlo hasta que se configure uno de verdad, o para otro fin. Ejemplos: el certificado ficticio de un controlador de Ingress, `localhost`, el certificado de un panel de control, un proxy que inspecciona TLS, el certificado de origen de una CDN, un entorno de pruebas.",
            "El servidor no tiene certificado para el host solicitado, o no se solicitó ningún host. Ocurre cuando el cliente no envía el nombre del servidor (SNI), o cuando la solicitud llega a una máquina distinta de la prevista.",
            "Configure el certificado del host al que llama API Gateway y póngalo también como predeterminado. Compare la salida de `openssl s_client` con `-servername HOST` y con `-noservername`.",
        ),
        Detail::ListWaived { .. } => words(
            "No se comprueba la lista",
            "La opción `insecureSkipVerification` está activada, así que API Gateway no comprueba si la CA está en su lista.",
            "AWS la ofrece para las API REST con integraciones HTTP y de proxy HTTP, y no la recomienda: cualquiera que pueda desviar el tráfico puede hacerse pasar por el backend. API Gateway sigue comprobando las fechas, el nombre de host y que la cadena contenga una raíz.",
            "Es preferible un certificado de una CA de la lista. Si necesita la opción, haga que el servidor envíe la raíz.",
        ),
        Detail::RootNotSent { .. } => words(
            "Falta la raíz que hay que enviar",
            "Con `insecureSkipVerification`, la cadena que envía el servidor debe contener la raíz. Aquí el certificado superior no es una raíz.",
            "Ninguna raíz de la lista de AWS emitió la cadena, así que esta debe terminar en una raíz que envíe el servidor. AWS habla de la «presencia de una autoridad de certificación raíz».",
            "Añada a la cadena del servidor los certificados que están por encima del superior, hasta la raíz autofirmada.",
        ),
        Detail::ListedRootNotSent { .. } => words(
            "La raíz está en la lista de AWS, pero no se ha enviado",
            "`insecureSkipVerification` está activado, y la cadena termina en una raíz de la lista de AWS que el servidor no envía.",
            "Según la documentación de AWS, API Gateway comprueba entonces la «presencia de una autoridad de certificación raíz». No dice si cuentan las raíces de la lista de AWS. La cadena no necesita la opción, porque su CA es compatible.",
            "Ponga `insecureSkipVerification` en `false`. Si necesita la opción, configure el servidor para que envíe también la raíz.",
        ),
        Detail::RootNotCa { .. } => words(
            "La raíz no está marcada como CA",
            "A la raíz que se envió le falta basicConstraints con `CA:TRUE`.",
            "Con `insecureSkipVerification`, AWS lo exige en la raíz. Java también lo comprueba, salvo si la raíz es el propio certificado del servidor. Los certificados del servidor autofirmados suelen fallar aquí.",
            "Vuelva a crear la raíz con `basicConstraints=critical,CA:TRUE` y `keyUsage=critical,keyCertSign,cRLSign`, y emita con ella el certificado del servidor.",
        ),
        Detail::RootWithoutKeyCertSign { .. } => words(
            "La clave de la raíz no puede firmar certificados",
            "La raíz que se envió no tiene keyUsage con `keyCertSign`.",
            "Con `insecureSkipVerification`, AWS lo exige. Java por sí solo rechaza únicamente un keyUsage sin ese bit. Acepta una raíz sin keyUsage, y puede que API Gateway también.",
            "Vuelva a crear la raíz con `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::PrivateRootSent { .. } => words(
            "Una raíz privada, como exige la opción",
            "`insecureSkipVerification` está activado y el servidor envió la raíz. La raíz tiene lo que AWS exige: `CA:TRUE` y `keyCertSign`.",
            "Este modo no exige nada más de la CA.",
            "Nada. Tenga en cuenta que este modo acepta la raíz de cualquier CA.",
        ),
        Detail::AnchorDistrusted { .. } => words(
            "Una raíz en la que Java ya no confía",
            "La raíz de la cadena está en la lista de AWS, pero algunas versiones de Java rechazan los certificados de servidor emitidos bajo ella, contenga lo que contenga su truststore.",
            "Java tiene una lista de raíces de CA en las que los navegadores ya no confían: de Symantec, Entrust, Camerfirma y Chunghwa. Según la versión, Java rechaza los certificados emitidos después de una fecha, o todos. AWS no publica qué versión de Java usa API Gateway, así que API Gateway puede aceptar o rechazar la cadena.",
            "Obtenga un certificado de otra CA de la lista de AWS.",
        ),

        // ---- validity
        Detail::InDate { .. } => words(
            "Dentro de sus fechas de validez",
            "El momento de la comprobación está entre las fechas de inicio (Not Before) y de fin (Not After) del certificado.",
            "El requisito 2 lo pide en todos los certificados de la cadena.",
            "Nada. La página ofrece un recordatorio de calendario para la primera fecha de caducidad.",
        ),
        Detail::Expired { .. } => words(
            "Caducado",
            "La fecha «No después de» (Not After) del certificado es anterior al momento de la comprobación.",
            "Java rechaza un certificado del servidor o un certificado intermedio después de esa fecha. Es frecuente que quede un certificado intermedio caducado cuando solo se renueva el certificado del servidor.",
            "Renueve el certificado e instálelo con los certificados intermedios actuales de la CA. Después compruebe lo que el servidor envía realmente: muchos servidores hay que recargarlos, y detrás de un equilibrador de carga hay que comprobar cada máquina.",
        ),
        Detail::NotYetValid { .. } => words(
            "Aún no válido",
            "La fecha «No antes de» (Not Before) del certificado es posterior al momento de la comprobación.",
            "Java lo rechaza hasta entonces. Las CA suelen fijar la fecha de inicio un poco en el pasado. Si no es así, algún reloj estaba mal cuando se emitió.",
            "Espere, o solicite que se vuelva a emitir con una fecha de inicio anterior. Si ha elegido otro momento a propósito, no hay ningún problema.",
        ),
        Detail::ExpiresSoon { .. } => words(
            "Caduca en menos de 30 días",
            "El certificado es válido, pero caduca pronto.",
            "API Gateway lo acepta hasta su fecha de fin (Not After) y después lo rechaza.",
            "Renuévelo, o compruebe que la renovación automática funciona y que recarga el servidor.",
        ),
        Detail::AnchorOutOfDate { .. } => words(
            "La raíz está fuera de sus fechas de validez",
            "La raíz en la que termina la cadena ha caducado o aún no es válida.",
            "El artículo de AWS exige fechas válidas en todos los certificados. Un cliente Java estándar no comprueba las fechas de una raíz de confianza: 74 de las raíces de la lista han caducado, y en nuestras pruebas un JDK real aceptó cadenas hasta ellas. Otros clientes son más estrictos.",
            "Nada urgente. En la próxima renovación, utilice una cadena hasta una raíz que no haya caducado.",
        ),

        // ---- chain
        Detail::ChainComplete { .. } => words(
            "La cadena está completa",
            "Están todos los emisores, desde el certificado del servidor hasta una raíz, y todas las firmas son válidas.",
            "El requisito 3 lo pide.",
            "Nada.",
        ),
        Detail::IssuerMissing { .. } => words(
            "Falta el certificado de un emisor",
            "Un certificado nombra a un emisor cuyo certificado no envía el servidor y que no es una raíz de la lista de AWS.",
            "Es el fallo más frecuente. Java no descarga nada e ignora la dirección de descarga del certificado (AIA). Los navegadores descargan el certificado que falta, o ya lo tienen de otro sitio, y por eso el sitio funciona en ellos.",
            "Configure el servidor para que envíe el certificado intermedio justo después del suyo. La mayoría de las CA entregan un archivo llamado `fullchain.pem`, `ca-bundle` o «chain». En Apache, ponga toda la cadena en `SSLCertificateFile`; en nginx, en `ssl_certificate`. La página crea el archivo.",
        ),
        Detail::SignatureInvalid { .. } => words(
            "Una firma que no es válida",
            "El nombre del emisor coincide, pero el certificado no se firmó con su clave.",
            "Java verifica todas las firmas de la ruta hasta la raíz. El artículo de AWS solo compara nombres, así que sus comandos no muestran ningún fallo.",
            "Las CA vuelven a emitir sus certificados intermedios con el mismo nombre y otra clave. Busque la versión cuyo identificador de clave coincide con su certificado. Si la firma sigue sin ser válida, el certificado se ha alterado.",
        ),
        Detail::SignatureUnchecked { .. } => words(
            "Una firma que no se pudo verificar",
            "Esta herramienta no puede verificar este tipo de firma, como Ed448.",
            "Que API Gateway la acepte depende de su versión de Java. La firma puede ser válida; solo que no se verificó.",
            "Pida a la CA un certificado firmado con SHA-256 y RSA o ECDSA, que todos los clientes pueden verificar.",
        ),
        Detail::LeafMissing { .. } => words(
            "Falta el certificado del servidor",
            "Solo se han proporcionado certificados de CA.",
            "El primer certificado que envía un servidor debe ser el suyo. Sin él no hay nada que comprobar.",
            "Ponga el certificado del servidor al principio. Si ha pegado un paquete de su CA, pegue en su lugar lo que envía el servidor.",
        ),
        Detail::LeafNotFirst { .. } => words(
            "El certificado del servidor no es el primero",
            "El certificado del servidor está presente, pero otro certificado lo precede.",
            "TLS exige que el certificado del servidor vaya el primero, y los clientes usan el primero como tal (RFC 5246 §7.4.2). Puede que lo pegado solo esté en un orden distinto del que envía el servidor.",
            "Póngalo al principio del archivo, seguido de sus certificados intermedios.",
        ),
        Detail::WrongOrder { .. } => words(
            "Los certificados están desordenados",
            "Están todos los certificados necesarios, pero a uno no le sigue su emisor.",
            "Java encuentra la ruta con los certificados en cualquier orden, así que API Gateway la acepta. RFC 5246 exige que cada uno certifique el anterior, y algunos clientes rechazan cualquier otro orden.",
            "Ordene el archivo: el certificado del servidor, su emisor, y así sucesivamente. La página lo hace.",
        ),
        Detail::Duplicate { .. } => words(
            "El mismo certificado dos veces",
            "Un certificado es una copia exacta de uno anterior. Suele ocurrir cuando se unen dos archivos que empiezan por el mismo certificado.",
            "Java lo ignora. Ocupa bytes en cada negociación TLS y uno de los diez lugares que Java permite.",
            "Quite la copia.",
        ),
        Detail::Stray { .. } => words(
            "Un certificado que no hace falta",
            "La cadena no utiliza este certificado: no emitió ninguno de los certificados de la ruta hasta la raíz. Es un resto de una cadena anterior, o de una segunda ruta hasta una raíz antigua.",
            "Java lo ignora. Ocupa bytes en cada negociación TLS y uno de los diez lugares que Java permite.",
            "Quítelo, salvo que sea una versión firmada por otra CA que necesitan clientes más antiguos.",
        ),
        Detail::RootSent { .. } => words(
            "También se envió la raíz",
            "La cadena que envía el servidor termina con la propia raíz.",
            "Un cliente confía en su propia copia de la raíz, nunca en una que se le envía, así que enviarla no sirve de nada. El servidor solo debe enviar la raíz con `insecureSkipVerification`.",
            "Quítela del archivo, o déjela; no causa problemas.",
        ),
        Detail::NotACa { .. } => words(
            "El emisor no es una CA",
            "Un certificado se usa como emisor en la cadena, pero no está marcado como CA (basicConstraints con `CA:TRUE`).",
            "Si los clientes lo permitieran, cualquiera con un certificado del servidor podría emitir otros. Java lo rechaza (RFC 5280 §4.2.1.9, §6.1.4).",
            "Solicite que se vuelva a emitir el certificado intermedio como CA: `basicConstraints=critical,CA:TRUE`. Si en realidad es un certificado del servidor, la cadena se montó mal.",
        ),
        Detail::OldVersion { .. } => words(
            "Un certificado intermedio de la versión 1 o 2",
            "El certificado tiene una versión antigua de X.509 que no admite extensiones.",
            "Sin extensiones, un certificado no se puede marcar como CA, así que Java no lo acepta como certificado intermedio. Java acepta las raíces antiguas de la versión 1, porque ya confía en ellas.",
            "Vuelva a crearlo como versión 3 con basicConstraints. Con openssl, use un archivo de extensiones (`-extfile`), o `req -x509` con una configuración.",
        ),
        Detail::PathLengthExceeded { .. } => words(
            "Más CA por debajo de las permitidas",
            "La extensión basicConstraints de una CA fija un pathLenConstraint, y la cadena tiene más certificados de CA por debajo de los que permite.",
            "Este límite restringe cuántas CA puede crear por debajo. Java las cuenta y rechaza la cadena (RFC 5280 §4.2.1.9).",
            "Emita el certificado del servidor con una CA que esté lo bastante arriba en la cadena, o solicite que se vuelva a emitir la CA limitada con un número mayor.",
        ),
        Detail::NoKeyCertSign { .. } => words(
            "Un certificado intermedio no autorizado a firmar certificados",
            "El certificado intermedio tiene un keyUsage sin `keyCertSign`.",
            "keyUsage indica para qué se puede usar una clave. Java rechaza los certificados firmados con una clave que no está autorizada para ello (RFC 5280 §4.2.1.3).",
            "Solicite que se vuelva a emitir el certificado intermedio con `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::LeafKeyUsage { .. } => words(
            "La clave del servidor no está destinada a TLS",
            "Al keyUsage del certificado del servidor le falta el bit que necesita el intercambio de claves: `digitalSignature`, o `keyEncipherment` para RSA sin él.",
            "El cliente de Java exige el bit que necesita el conjunto de cifrado y, si falta, rechaza el certificado.",
            "Solicite que se vuelva a emitir con `keyUsage=digitalSignature,keyEncipherment` (para claves de curva elíptica basta `digitalSignature`).",
        ),
        Detail::EmptyKeyUsage { .. } => words(
            "Un keyUsage que no permite nada",
            "La extensión está presente, pero no tiene activado ninguno de los bits que Java conoce.",
            "Una clave que no se puede usar para nada tampoco se puede usar para TLS. RFC 5280 §4.2.1.3 exige al menos un bit.",
            "Solicite que se vuelva a emitir el certificado con un keyUsage correcto, o sin él.",
        ),
        Detail::LeafExtendedKeyUsage { .. } => words(
            "El certificado no está destinado a servidores",
            "El extendedKeyUsage del certificado del servidor enumera usos, pero no serverAuth.",
            "Un certificado para clientes, firma de código o correo no es válido para un servidor TLS (RFC 5280 §4.2.1.12). Java indica «Extended key usage does not permit use for TLS server authentication».",
            "Solicite que se vuelva a emitir con `extendedKeyUsage=serverAuth`. Las CA internas suelen tener una plantilla «Servidor web» para esto.",
        ),
        Detail::NetscapeCertType { .. } => words(
            "Un tipo de Netscape sin servidores",
            "El certificado contiene la antigua extensión de Netscape para el tipo de certificado, y el bit de servidor SSL no está activado.",
            "Nadie más usa esta extensión desde hace veinte años, pero Java aún la comprueba.",
            "Solicite que se vuelva a emitir el certificado sin `nsCertType`.",
        ),
        Detail::NameConstraint { .. } => words(
            "Un nombre que la CA no puede certificar",
            "Una CA de la cadena está limitada a ciertos nombres. Un nombre de un certificado por debajo de ella queda fuera o está excluido expresamente.",
            "Las restricciones de nombres limitan una CA que pertenece a una sola organización. Java las aplica al sujeto y a todos los nombres alternativos (RFC 5280 §4.2.1.10).",
            "Solicite el certificado a una CA que pueda certificar ese nombre, o sin ese nombre.",
        ),
        Detail::NameConstraintUnsupported { .. } => words(
            "Restricciones de nombres que Java no puede aplicar",
            "Las restricciones de nombres de una CA usan un tipo de nombre, un mínimo o un máximo que Java no admite.",
            "La extensión es un límite, así que un cliente debe rechazar lo que no puede comprobar (RFC 5280 §4.2.1.10).",
            "Solicite que se vuelva a emitir el certificado de la CA con restricciones sobre nombres DNS, direcciones o nombres de directorio, y sin mínimo ni máximo.",
        ),
        Detail::PolicyRequired { .. } => words(
            "Falta una política exigida",
            "Una CA exige que toda la cadena tenga una política de certificados en común (policyConstraints, requireExplicitPolicy), pero no tiene ninguna.",
            "Java construye el árbol de políticas de RFC 5280 §6.1 y rechaza la cadena si queda vacío.",
            "Solicite los certificados con la política que exige la CA, o a una CA que no exija ninguna.",
        ),
        Detail::PolicyMappingAny { .. } => words(
            "Una asignación desde o hacia «cualquier política»",
            "Una CA asigna una política de certificados a anyPolicy, o anyPolicy a otra.",
            "RFC 5280 §4.2.1.5 lo prohíbe, porque haría que todas las políticas fueran iguales. Java rechaza la cadena.",
            "Solicite que se vuelva a emitir el certificado de la CA sin esa asignación.",
        ),
        Detail::PolicyQualifiersCritical { .. } => words(
            "Políticas críticas con calificadores",
            "Las políticas del certificado están marcadas como críticas y llevan calificadores, como la dirección de una declaración de prácticas.",
            "Si la extensión es crítica y Java tiene que buscar una ruta, rechaza los calificadores. Las CA públicas no la marcan como crítica.",
            "Solicite que se vuelva a emitir el certificado con la extensión no crítica.",
        ),
        Detail::UnknownCriticalExtension { .. } => words(
            "Una extensión crítica que Java no conoce",
            "Una extensión está marcada como crítica y Java no la admite.",
            "«Crítica» significa que un cliente debe rechazar el certificado si no entiende la extensión (RFC 5280 §4.2). Java lo hace.",
            "Solicite que se vuelva a emitir el certificado con esa extensión no crítica, o sin ella.",
        ),
        Detail::WeakSignature { .. } => words(
            "Firmado con un algoritmo desactivado",
            "El certificado está firmado con MD5 o MD2.",
            "Esas firmas se pueden falsificar. El JDK las desactiva para todas las cadenas (`jdk.certpath.disabledAlgorithms`).",
            "Solicite que se vuelva a emitir el certificado, firmado con SHA-256 o superior.",
        ),
        Detail::CaMoved { .. } => words(
            "La CA usa una raíz que el cliente no tiene",
            "La CA es pública y conocida, pero emite bajo una raíz más reciente que no está en la lista de AWS o en el truststore del cliente.",
            "Una raíz nueva tarda años en llegar a todos los truststores. Mientras tanto, las CA ofrecen también una versión con firma cruzada: el mismo nombre y la misma clave, firmada por una raíz más antigua. Java no la descarga, así que el servidor debe enviarla.",
            "Envíe la versión que nombra el hallazgo; la página y `--repair` la añaden. Con un cliente ACME, pida esa cadena, por ejemplo `certbot renew --preferred-chain \"ISRG Root X1\"`. La CA debe ofrecerla. Si no se nombra ninguna, ninguna versión conocida termina en una raíz del cliente: utilice una versión más reciente de Java, importe la raíz o use otra CA.",
        ),
        Detail::AnchorDistrustedHere { .. } => words(
            "Rechazada por esta versión de Java",
            "La cadena termina en una raíz del truststore del cliente, pero la versión de Java del cliente rechaza los certificados de servidor emitidos bajo ella.",
            "El JDK tiene reglas contra algunas CA (`sun.security.validator.CADistrustPolicy`), que se aplican sea cual sea el contenido del truststore. La versión del cliente se conoce, así que la cadena se rechaza. Para API Gateway, cuya versión no es pública, el hallazgo es `anchor-distrusted`.",
            "Obtenga un certificado de otra CA.",
        ),
        Detail::SkipVerificationNotApplicable { .. } => words(
            "La comprobación de la CA no se puede omitir",
            "La opción `insecureSkipVerification` estaba activada, pero solo la tienen las API REST. La cadena se verificó como siempre.",
            "Los demás clientes de Java no tienen esa opción: confían en el contenido de su truststore.",
            "Para confiar en una CA privada, importe su raíz en el truststore del cliente.",
        ),
        Detail::Sha1UnderJdkRoot { .. } => words(
            "Firmado con SHA-1, bajo una raíz del JDK",
            "Un certificado por debajo de la raíz está firmado con SHA-1, y la raíz está marcada como propia del JDK.",
            "Java desactiva SHA-1 para los servidores TLS bajo esas raíces (`jdk.certpath.disabledAlgorithms`: `SHA1 jdkCA & usage TLSServer`). Bajo otras raíces es solo una observación: `sha1-signature`.",
            "Solicite que se vuelva a emitir el certificado, firmado con SHA-256 o superior.",
        ),
        Detail::KeyLimitNotApplicable { .. } => words(
            "Sin límite superior para la clave",
            "El informe es para un cliente distinto de API Gateway.",
            "El límite de 2048 bits está en el artículo de AWS sobre API Gateway. Java no tiene límite superior.",
            "Nada.",
        ),
        Detail::Sha1Signature { .. } => words(
            "Firmado con SHA-1",
            "Un certificado por debajo de la raíz está firmado con SHA-1. Es una observación: no incumple ningún requisito.",
            "Java solo desactiva SHA-1 para los servidores TLS bajo las raíces de su propio truststore `cacerts` (`jdk.certpath.disabledAlgorithms`: `SHA1 jdkCA & usage TLSServer`). El truststore de API Gateway es la lista de AWS, así que la regla no se aplica. En TLS 1.3, Java no ofrece SHA-1. Los navegadores rechazan esos certificados, porque una firma SHA-1 se puede falsificar.",
            "Solicite que se vuelva a emitir el certificado, firmado con SHA-256 o superior.",
        ),
        Detail::ClientPublicCertificate { .. } => words(
            "Un certificado público de ACM",
            "El certificado lo emitió una CA pública de Amazon, y debe servir de certificado de cliente de una etapa.",
            "La etapa de una API REST puede enviar un certificado de ACM al backend. Necesita el uso extendido clientAuth, que los certificados públicos de ACM ya no tienen desde el 11 de junio de 2025. La [página de AWS](https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-acm-client-certificates.html) los excluye.",
            "Importe en ACM un certificado de su propia CA, o emita uno con AWS Private CA.",
        ),
        Detail::ClientChainTooLong { .. } => words(
            "La cadena del certificado de cliente es demasiado larga",
            "El certificado de cliente y los certificados por encima de él son más de cinco.",
            "API Gateway acepta como máximo cinco certificados en la cadena del certificado que una etapa envía al backend.",
            "Quite los certificados que no pertenecen a la cadena. Si todos pertenecen, use un emisor más cercano a la raíz.",
        ),
        Detail::ClientUsageMissing { .. } => words(
            "El certificado de cliente no tiene clientAuth",
            "El uso extendido de la clave no contiene clientAuth.",
            "API Gateway exige clientAuth en el certificado que una etapa envía al backend. Los servidores también lo comprueban (RFC 5280 §4.2.1.12).",
            "Pida que el certificado se emita con `extendedKeyUsage = clientAuth`.",
        ),
        Detail::ClientKeyUnsupported { .. } => words(
            "La clave del certificado de cliente no se admite",
            "La clave no es RSA de 2048 a 4096 bits ni está en las curvas P-256, P-384 o P-521.",
            "API Gateway solo acepta estas claves en el certificado que una etapa envía al backend.",
            "Genere una clave nueva de un tipo admitido, y pida que el certificado se emita para ella.",
        ),
        Detail::SignatureNotOffered { .. } => words(
            "Una firma que el cliente de Java no acepta",
            "El certificado está firmado con un algoritmo que el cliente de Java no ofrece en la negociación TLS.",
            "En su primer mensaje, el cliente enumera los algoritmos que acepta. Rechaza una cadena con cualquier otro, aunque Java pueda verificarlo.",
            "Solicite que se vuelva a emitir el certificado con RSA y SHA-256, o con ECDSA.",
        ),
        Detail::WeakKey { .. } => words(
            "Una clave demasiado corta",
            "La clave es más corta que el mínimo de Java: 1024 bits para RSA y DSA, 224 para curvas elípticas.",
            "Las claves de ese tamaño se pueden romper. El JDK las desactiva para todas las cadenas (`jdk.certpath.disabledAlgorithms`).",
            "Cree una clave nueva, RSA de 2048 bits o P-256, y solicite el certificado para ella.",
        ),
        Detail::CurveUnsupported { .. } => words(
            "Una curva que Java no admite",
            "La clave está en una curva elíptica distinta de P-256, P-384 y P-521.",
            "Java eliminó las demás curvas, así que no puede verificar una firma hecha con una clave de ese tipo.",
            "Cree una clave nueva en P-256 y solicite el certificado para ella.",
        ),
        Detail::Malformed { .. } => words(
            "Un certificado que Java no puede leer",
            "El certificado incumple una regla de codificación que Java exige.",
            "Java lee todos los certificados del mensaje antes de buscar una ruta. Un certificado que no puede leer pone fin a la negociación TLS, aunque la cadena no lo necesite. Otros programas pueden aceptarlo.",
            "Solicite que se vuelva a emitir el certificado con una herramienta habitual. Si la cadena no lo necesita, quítelo.",
        ),
        Detail::TooManyCertificates { .. } => words(
            "Más de diez certificados",
            "El servidor envía más certificados de los que Java acepta en una negociación TLS (`jdk.tls.maxCertificateChainLength`).",
            "Java cuenta los certificados antes de leerlos. Ocurre cuando se configura como cadena un paquete entero de raíces.",
            "Envíe el certificado del servidor y sus certificados intermedios, tres o cuatro en total.",
        ),
        Detail::MessageTooLarge { .. } => words(
            "Más de 32 kB de certificados",
            "El mensaje con los certificados es más largo de lo que Java acepta en una negociación TLS (`jdk.tls.maxHandshakeMessageSize`).",
            "Java lo rechaza sin leerlo. Ocurre con un paquete de raíces como cadena, o con un certificado para cientos de nombres.",
            "Envíe solo la cadena. Si un solo certificado es así de grande, reparta sus nombres entre varios certificados.",
        ),
        Detail::PathTooLong { .. } => words(
            "Más certificados intermedios de los que Java prueba",
            "La ruta hasta la raíz tiene más de cinco certificados intermedios, y los certificados no están en orden.",
            "El constructor de rutas de Java se detiene en cinco certificados intermedios, así que nunca llega a la raíz.",
            "Envíe los certificados en orden, o solicite el certificado a una CA más cercana a la raíz.",
        ),
        Detail::KeyIdentifierMismatch { .. } => words(
            "Los identificadores de clave son distintos",
            "El certificado identifica la clave de su emisor con un identificador de clave, pero el certificado del emisor tiene otro.",
            "Los identificadores de clave solo ayudan a encontrar al emisor. Lo que decide es la firma, y es válida. Java acepta una cadena así; openssl la rechaza.",
            "Nada para API Gateway. Para otros clientes, solicite que se vuelva a emitir el certificado con el identificador del emisor.",
        ),
        Detail::AnchorIdentifierMismatch { .. } => words(
            "La raíz de la lista tiene otro identificador",
            "Se confía en una raíz con el nombre correcto, pero el certificado se refiere a una con otro identificador de clave u otro número de serie.",
            "Java ignora las raíces de confianza que tienen otro identificador. Entonces no encuentra ninguna ruta, aunque la firma pueda ser válida.",
            "Solicite que se vuelva a emitir el certificado con el identificador de la raíz como identificador de clave de autoridad, o sin él.",
        ),
        Detail::NoPath { .. } => words(
            "Java no encuentra ninguna ruta hasta una raíz",
            "Parece que están todos los certificados necesarios, pero el constructor de rutas de Java no encuentra ninguna ruta desde el certificado del servidor hasta una raíz de confianza.",
            "Ocurre cuando los certificados están desordenados y la única ruta pasa por un certificado que Java ignora, como una copia caducada de la raíz. El mensaje es «unable to find valid certification path to requested target».",
            "Envíe los certificados en orden, sin copias ni certificados que la cadena no necesite. Cualquier otro problema tiene su propio hallazgo.",
        ),
        Detail::SearchEnded { .. } => words(
            "La búsqueda llegó a su límite",
            "Los certificados permiten tantas rutas, o tantas comparaciones de nombres con restricciones, que la comprobación se detuvo en su límite de pasos.",
            "Java no tiene ese límite y seguiría durante mucho tiempo. La cadena de un servidor real nunca necesita tanto. La cadena cuenta como rechazada.",
            "Envíe solo la cadena. Si una CA con cientos de restricciones de nombres emitió un certificado con cientos de nombres, reduzca unos u otras.",
        ),
        Detail::AnchorUnfit { .. } => words(
            "Una raíz que Java no acepta como tal",
            "La cadena termina en una raíz de confianza que no está autorizada a actuar como CA: tiene basicConstraints sin `CA:TRUE`, o un keyUsage sin `keyCertSign`.",
            "El JDK también lo comprueba en la raíz, al final de una ruta. Las raíces de la lista de AWS lo cumplen; las privadas que se envían con `insecureSkipVerification` pueden no cumplirlo.",
            "Vuelva a crear la raíz con `basicConstraints=critical,CA:TRUE` y `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::CertificateBlocked { .. } => words(
            "Un certificado que Java bloquea",
            "Un certificado de la cadena está en la lista de certificados bloqueados de Java.",
            "El JDK contiene un archivo de certificados que nunca acepta, porque se emitieron por error o alguien robó su clave. Ninguna ruta puede contener uno.",
            "Pida a la CA un certificado de otra CA intermedia, o use otra CA. Después instálelo con los intermedios que le corresponden.",
        ),
        Detail::KeyCompromised { .. } => words(
            "Una clave que todos tienen",
            "La clave privada de un certificado de la cadena es pública.",
            "Cualquiera puede emitir certificados con esta clave, también para su host. Java y la lista de AWS no lo saben, pero otros clientes rechazan una cadena así. Esta herramienta tiene una lista de esas claves.",
            "Sustituya el certificado ya: pida a la CA uno de otra CA intermedia, o use otra CA.",
        ),

        // ---- key-size
        Detail::KeyWithinLimit { .. } => words(
            "La clave está dentro del límite",
            "La clave RSA del servidor tiene 2048 bits como máximo.",
            "El requisito 4 lo pide.",
            "Nada.",
        ),
        Detail::KeyTooLarge { .. } => words(
            "Una clave del servidor de más de 2048 bits",
            "La clave RSA del servidor tiene más bits de los que permite el artículo de AWS.",
            "El artículo indica que el certificado no debe superar los 2048 bits. Java no fija ningún límite superior y no se conoce ningún backend rechazado solo por esto. El fallo puede tener otra causa: consulte antes los demás hallazgos.",
            "Solicite que se vuelva a emitir el certificado para una clave RSA de 2048 bits o una clave P-256. Las claves de las CA superiores pueden ser más largas.",
        ),
        Detail::EllipticKey { .. } => words(
            "Una clave de curva elíptica",
            "La clave del servidor no es RSA, sino de una curva como P-256.",
            "El límite de 2048 bits de AWS está pensado para RSA. Una clave de curva elíptica de 256 bits es tan segura como una clave RSA de 3072 bits y está dentro del límite. Java acepta P-256, P-384 y P-521.",
            "Nada.",
        ),
        Detail::OtherKey { .. } => words(
            "Una clave de otro tipo",
            "La clave del servidor no es RSA ni de una curva elíptica habitual. Es, por ejemplo, Ed25519 o DSA.",
            "El límite de AWS no menciona esas claves. Que la negociación TLS se complete depende de lo que ofrezca la versión de Java de API Gateway, algo que ningún certificado muestra.",
            "Para mayor seguridad, use RSA de 2048 bits o P-256.",
        ),
        Detail::CaKey { .. } => words(
            "La clave de una CA",
            "El tamaño de la clave de un certificado intermedio o de una raíz, solo como información.",
            "El límite de AWS se refiere al certificado del servidor: 59 de las raíces no caducadas de la lista de AWS tienen claves de 4096 bits.",
            "Nada.",
        ),

        // ---- later additions
        Detail::ProductCertificate { .. } => words(
            "El certificado de un producto o de una plataforma",
            "El certificado del servidor es de un producto, o es el certificado general de una plataforma de alojamiento, como `*.herokuapp.com`.",
            "Por sí solo no explica un rechazo: la opción `insecureSkipVerification` está activada, o lo emitió una CA de la lista. Pero no es válido para su propio nombre de host.",
            "Configure el certificado del host al que llama API Gateway. En una plataforma, añada el host como dominio personalizado, o llame a la aplicación por su nombre en la plataforma.",
        ),
        Detail::RootVersionOutOfDate { .. } => words(
            "Una versión caducada de la raíz",
            "El servidor envía una versión reemitida o firmada por otra CA de la raíz en la que termina la cadena. Esa versión ha caducado o aún no es válida; la raíz de la lista de AWS está dentro de sus fechas de validez.",
            "Java termina la cadena en su propia copia de la raíz y no comprueba las fechas de la versión enviada. Otros clientes, como OpenSSL 1.0, se detienen en la versión caducada.",
            "Quite ese certificado de la cadena del servidor.",
        ),
        Detail::WrongIntermediate { .. } => words(
            "Un certificado intermedio ajeno a la cadena",
            "Falta el emisor del certificado del servidor. El servidor envía en su lugar otro certificado de CA, que no emitió ninguno de los certificados.",
            "Ocurre cuando el certificado renovado procede de otro certificado intermedio y no se sustituyó el archivo de la cadena.",
            "Sustituya este certificado por el emisor que falta. La página ofrece la cadena reparada.",
        ),
        Detail::KeyUnknown { .. } => words(
            "Una clave de tamaño desconocido",
            "La clave del servidor es de un tipo que no se puede comparar con el límite, o Java no puede leerla.",
            "El requisito 4 se refiere al tamaño de la clave. Java 17 no tiene ML-DSA, SLH-DSA ni GOST, no lee curvas con parámetros explícitos y no puede usar claves que no pueden firmar, como X25519.",
            "Solicite que se vuelva a emitir el certificado para una clave RSA de 2048 bits o una clave P-256.",
        ),
        Detail::SelfIssuedPair { .. } => words(
            "Dos certificados autoemitidos seguidos",
            "Una CA cambió de clave: firmó su certificado nuevo con la clave antigua y su certificado antiguo con la nueva. El servidor envía ambos.",
            "Si los certificados no están en orden, Java busca una ruta. Tras dos certificados autoemitidos seguidos abandona, aunque exista una ruta hasta la raíz de la lista.",
            "Quite el certificado, u ordene la cadena.",
        ),
    }
}
