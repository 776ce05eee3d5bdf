//! What the pages of the findings say in Spanish, next to the program's own sentences.

use sslengine_doctor::report::Detail;

use super::{Words, words};

/// The words for a finding's code; a code without words does not compile.
#[rustfmt::skip]
pub fn spanish(detail: &Detail) -> Words {
    match detail {
        // ---- supported-ca
        Detail::AnchorListed { .. } => words(
            "La cadena termina en una raíz admitida",
            "El certificado superior lo emitió una raíz de la lista de AWS, o es una de ellas: el nombre y la clave son los de la lista, y la firma se verificó con esa clave.",
            "Es lo que pide el requisito 1. API Gateway tiene su propia copia de la raíz; el servidor no tiene que enviarla.",
            "Nada.",
        ),
        Detail::AnchorReissued { .. } => words(
            "Una versión reemitida de una raíz admitida",
            "Un certificado de la cadena tiene el nombre y la clave de una raíz de la lista, pero otra huella digital: es una versión posterior, o una versión firmada por otra CA.",
            "Java compara el nombre y la clave, no las huellas digitales, así que acepta el certificado como raíz y termina ahí la cadena. Si se comparan las huellas a mano, como muestra el artículo de AWS, no se encuentra en la lista.",
            "Nada. La cadena es correcta tal como está.",
        ),
        Detail::ListedByFingerprint { .. } => words(
            "En la lista solo por su huella digital",
            "La lista contiene la huella digital de este certificado y aquí no se sabe nada más de él: su entrada procede de una lista pegada, o es una de las doce cuyo certificado no es público.",
            "Un certificado así cuenta como admitido. Una cadena que termina por debajo de él no se puede reconocer, porque su nombre y su clave no están en los datos de esta herramienta.",
            "Nada, siempre que el propio certificado esté en lo que se ha pegado. Si pega una lista propia, pegue el certificado de la CA junto con la cadena.",
        ),
        Detail::RootNotListed { .. } => words(
            "Una raíz que no está en la lista de AWS",
            "La cadena está completa, pero la raíz en la que termina no es una de las autoridades que admite API Gateway.",
            "API Gateway confía en su propia lista y en nada más, sea cual sea la confianza de los navegadores o del sistema operativo. Una CA privada, la de una empresa o una raíz pública más reciente que la lista ponen fin a la negociación TLS.",
            "Solicite el certificado a una CA de la lista, como Let’s Encrypt o Amazon (ACM). Si la CA es pública, pídale una versión firmada por una raíz más antigua y haga que el servidor también la envíe. Con una CA privada, una API REST puede activar `insecureSkipVerification`. Puede que la lista haya crecido desde entonces: busque la huella digital en la página de AWS.",
        ),
        Detail::SelfSignedLeaf { .. } => words(
            "Un certificado de servidor autofirmado",
            "El certificado del servidor es su propio emisor. Ninguna autoridad responde por él.",
            "Su huella digital no está en la lista de AWS y no se puede añadir: API Gateway no tiene un almacén de confianza propio para los backends. Muchos productos presentan un certificado así hasta que se configura uno de verdad.",
            "Instale un certificado de una CA de la lista. Si hay un equilibrador de carga delante del servidor, basta con un certificado de ACM en su agente de escucha.",
        ),
        Detail::IssuerNotListed { .. } => words(
            "La lista de AWS no contiene al emisor",
            "El certificado superior de la cadena nombra a un emisor que no está en la lista, y ninguno de los 1408 intermedios públicos que se conocen aquí lleva desde él hasta una raíz de la lista.",
            "Sin una ruta hasta una raíz de la lista, API Gateway rechaza la cadena, y no se conoce ningún certificado que se pueda añadir.",
            "Si es una CA privada, consulte `root-not-listed`. Si es pública, puede ser más reciente que los datos de esta herramienta: envíe su cadena completa con las versiones firmadas por otras CA que ofrezca e inténtelo de nuevo.",
        ),
        Detail::IssuerUnknown { .. } => words(
            "Faltan datos para determinar la CA",
            "Solo se ha indicado el certificado del servidor y no se sabe nada de su emisor.",
            "El requisito 1 se refiere a la raíz. Con un certificado de servidor cuyo emisor se desconoce, no se puede determinar dónde terminaría la cadena.",
            "Pegue todo lo que envía el servidor: `openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null`. Si eso es todo lo que envía, la cadena está incompleta: consulte `issuer-missing`.",
        ),
        Detail::SupportedOnceSent { .. } => words(
            "Admitida cuando se envíe el intermedio",
            "El emisor que falta es un intermedio público que se conoce aquí y que lleva a una raíz de la lista de AWS.",
            "El problema no es la CA, sino la cadena incompleta: Java no descarga nada, así que API Gateway no puede llegar a la raíz tal como están las cosas.",
            "Añada el intermedio. La página ofrece la cadena reparada.",
        ),
        Detail::AnchorKeyMismatch { .. } => words(
            "El nombre de una raíz de la lista, pero no su clave",
            "El nombre del emisor es el de una raíz de la lista, pero la firma no se hizo con la clave de esa raíz.",
            "Los nombres no demuestran nada; la clave, sí. O bien la CA tiene una raíz más reciente con el mismo nombre, o bien alguien creó una CA que usa ese nombre. API Gateway rechaza ambas.",
            "Compruebe de dónde procede el certificado. Si la CA ha cambiado realmente de clave, pídale una cadena hasta una raíz de la lista.",
        ),
        Detail::DefaultCertificate { .. } => words(
            "El certificado predeterminado de un producto",
            "Un producto crea este certificado para el tiempo anterior a que se configure uno de verdad, o para otro fin: el certificado ficticio de un controlador de Ingress, `localhost`, el propio de un panel de control, un proxy que inspecciona TLS, un certificado de origen de una CDN, un entorno de pruebas.",
            "Se preguntó al servidor por un host para el que no tiene certificado, o por ninguno. Ocurre cuando un cliente no envía el nombre del servidor (SNI), o cuando la solicitud llegó a una máquina distinta de la prevista.",
            "Configure el certificado del host al que llama API Gateway y póngalo también como predeterminado. Compare la salida de `openssl s_client` con `-servername HOST` y con `-noservername`.",
        ),
        Detail::ListWaived { .. } => words(
            "No se exige la lista",
            "Se ha elegido la opción `insecureSkipVerification`: en ese caso API Gateway no pregunta si la CA está en su lista.",
            "AWS la ofrece para las API REST con integraciones HTTP y de proxy HTTP, y no la recomienda: cualquiera que pueda desviar el tráfico puede hacerse pasar por el backend. Se siguen comprobando las fechas, el nombre de host y que haya una raíz en la cadena.",
            "Es preferible un certificado de una CA de la lista. Si necesita la opción, haga que el servidor envíe la raíz.",
        ),
        Detail::RootNotSent { .. } => words(
            "Falta la raíz, y hay que enviarla",
            "Con `insecureSkipVerification`, la raíz debe estar en la cadena que envía el servidor, y aquí el certificado superior no es una raíz.",
            "En este modo, API Gateway no toma ninguna raíz de su lista, así que la cadena solo puede terminar en una raíz que se haya enviado. AWS habla de la «presencia de una autoridad de certificación raíz».",
            "Añada a lo que envía el servidor los certificados que están por encima del superior, hasta la raíz autofirmada.",
        ),
        Detail::RootNotCa { .. } => words(
            "La raíz no indica que sea una CA",
            "A la raíz que se envió le falta basicConstraints con `CA:TRUE`.",
            "Con `insecureSkipVerification`, AWS lo exige para la raíz y Java lo comprueba. Un certificado de servidor autofirmado suele fallar aquí.",
            "Vuelva a crear la raíz con `basicConstraints=critical,CA:TRUE` y `keyUsage=critical,keyCertSign,cRLSign`, y emita con ella el certificado del servidor.",
        ),
        Detail::RootWithoutKeyCertSign { .. } => words(
            "La clave de la raíz no puede firmar certificados",
            "La raíz que se envió no tiene keyUsage con `keyCertSign`.",
            "Con `insecureSkipVerification`, AWS lo exige. Java por sí solo rechaza únicamente un keyUsage presente sin ese bit; una raíz sin ningún keyUsage pasa en Java y puede pasar en API Gateway.",
            "Vuelva a crear la raíz con `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::PrivateRootSent { .. } => words(
            "Una raíz privada, como exige la opción",
            "`insecureSkipVerification` está activado y la cadena termina en una raíz que se envió y que indica lo que AWS exige: `CA:TRUE` y `keyCertSign`.",
            "Es todo lo que este modo pide a la CA.",
            "Nada. Tenga en cuenta que en este modo serviría la raíz de cualquiera.",
        ),

        // ---- validity
        Detail::InDate { .. } => words(
            "Vigente",
            "El momento de la comprobación está entre las fechas del certificado.",
            "El requisito 2 lo pide para todos los certificados de la cadena.",
            "Nada. La página ofrece un recordatorio de calendario para la primera caducidad.",
        ),
        Detail::Expired { .. } => words(
            "Caducado",
            "La fecha «No después de» (Not After) del certificado es anterior al momento de la comprobación.",
            "Java rechaza un certificado de servidor o un intermedio cuyo último segundo ya ha pasado. Es frecuente que quede un intermedio caducado cuando solo se renueva el certificado del servidor.",
            "Renueve el certificado e instálelo con los intermedios que la CA entrega hoy. Después compruebe lo que el servidor envía realmente: muchos servidores hay que recargarlos, y detrás de un equilibrador de carga cuenta cada máquina.",
        ),
        Detail::NotYetValid { .. } => words(
            "Aún no válido",
            "La fecha «No antes de» (Not Before) del certificado es posterior al momento de la comprobación.",
            "Java lo rechaza hasta entonces. Un certificado nuevo suele empezar un poco en el pasado; si no es así, algún reloj estaba mal cuando se emitió.",
            "Espere, o solicite que se vuelva a emitir con un inicio anterior. Si ha preguntado por otro momento a propósito, no hay ningún problema.",
        ),
        Detail::ExpiresSoon { .. } => words(
            "Caduca en menos de 30 días",
            "El certificado es válido, pero no por mucho tiempo.",
            "API Gateway lo acepta hasta su último segundo, no después.",
            "Renuévelo, o compruebe que la renovación automática funciona y que recarga el servidor.",
        ),
        Detail::AnchorOutOfDate { .. } => words(
            "La raíz no está vigente",
            "La raíz en la que termina la cadena ha caducado, o su validez aún no ha empezado.",
            "El artículo de AWS pide que todos los certificados estén vigentes. Un cliente Java estándar no comprueba las fechas de una raíz en la que confía: entre las raíces de la lista hay 74 caducadas, y las cadenas hasta ellas se aceptaron en nuestras pruebas con un JDK real. Otros clientes son más estrictos.",
            "Nada urgente. En la próxima renovación, elija una cadena hasta una raíz vigente.",
        ),

        // ---- chain
        Detail::ChainComplete { .. } => words(
            "La cadena está completa",
            "A partir del certificado del servidor están todos los emisores, hasta una raíz, y todas las firmas son correctas.",
            "Es lo que pide el requisito 3.",
            "Nada.",
        ),
        Detail::IssuerMissing { .. } => words(
            "Falta el certificado de un emisor",
            "Un certificado nombra a un emisor cuyo propio certificado el servidor no envía y que no es una raíz de la lista de AWS.",
            "Es el fallo más frecuente. Java no descarga nada: la dirección del certificado (AIA) no se utiliza. Los navegadores sí lo descargan, o ya lo tienen de otro sitio, y por eso el sitio parece correcto en ellos.",
            "Haga que el servidor envíe el intermedio justo después de su propio certificado. La mayoría de las CA entregan un archivo llamado `fullchain.pem`, `ca-bundle` o «chain»; en Apache es `SSLCertificateFile` con toda la cadena y en nginx, `ssl_certificate`. La página prepara el archivo.",
        ),
        Detail::SignatureInvalid { .. } => words(
            "Una firma que no es correcta",
            "El nombre del emisor coincide, pero el certificado no se firmó con su clave.",
            "Java verifica todas las firmas hasta la raíz. El artículo de AWS solo compara nombres, así que con sus comandos una cadena así parece correcta.",
            "Las CA renuevan sus intermedios con el mismo nombre y otra clave: elija, por el identificador de clave, la versión que firmó su certificado. Si sigue sin coincidir, el certificado se alteró por el camino.",
        ),
        Detail::SignatureUnchecked { .. } => words(
            "Una firma que no se pudo comprobar",
            "La firma es de un tipo que esta herramienta no calcula, como Ed448.",
            "Lo que haga API Gateway depende de su versión de Java. Nada indica aquí que la firma sea incorrecta, solo que no se verificó.",
            "Pida a la CA un certificado firmado con SHA-256 y RSA o ECDSA, que todos los clientes verifican.",
        ),
        Detail::LeafMissing { .. } => words(
            "Falta el propio certificado del servidor",
            "Solo se han indicado certificados de CA.",
            "El primer certificado que envía un servidor debe ser el suyo; sin él no hay nada que comprobar.",
            "Ponga el certificado del servidor al principio. Si ha pegado un paquete de su CA, pegue en su lugar lo que envía el servidor.",
        ),
        Detail::LeafNotFirst { .. } => words(
            "El certificado del servidor no es el primero",
            "Entre los certificados hay uno de servidor, pero otro va delante.",
            "TLS exige que el certificado del servidor vaya el primero, y los clientes toman el primero por él (RFC 5246 §7.4.2). Puede que lo pegado solo esté en un orden distinto del que envía el servidor.",
            "Póngalo al principio del archivo, seguido de sus intermedios.",
        ),
        Detail::WrongOrder { .. } => words(
            "Los certificados están desordenados",
            "Aquí está todo lo necesario, pero a un certificado no le sigue su emisor.",
            "Java encuentra la ruta con los certificados en cualquier orden, así que API Gateway la acepta. RFC 5246 exige que cada uno certifique el anterior, y algunos clientes lo exigen también.",
            "Ordene el archivo: el servidor, su emisor, y así sucesivamente. La página lo hace.",
        ),
        Detail::Duplicate { .. } => words(
            "El mismo certificado dos veces",
            "Un certificado es una copia exacta de uno anterior, normalmente porque se unieron dos archivos que empiezan por él.",
            "Java lo ignora. Ocupa bytes en cada negociación TLS y uno de los diez lugares que Java permite.",
            "Quite la copia.",
        ),
        Detail::Stray { .. } => words(
            "Un certificado que no hace falta",
            "No emitió ninguno de los que llevan a la raíz y ningún eslabón de la cadena lo utiliza: es un resto de una cadena anterior, o una segunda ruta hasta una raíz antigua.",
            "Java lo ignora. Ocupa bytes y uno de los diez lugares que Java permite.",
            "Quítelo, salvo que sea una versión firmada por otra CA que conserva para clientes más antiguos.",
        ),
        Detail::RootSent { .. } => words(
            "También se envió la raíz",
            "La cadena que envía el servidor termina con la propia raíz.",
            "Un cliente confía en su propia copia de la raíz, nunca en una que se le envía, así que enviarla no sirve de nada. Con `insecureSkipVerification` es distinto: en ese caso la raíz debe enviarse.",
            "Quítela del archivo, o déjela; no causa problemas.",
        ),
        Detail::NotACa { .. } => words(
            "El emisor no es una CA",
            "Un certificado está por encima de otro en la cadena, pero no indica que sea de una CA (basicConstraints con `CA:TRUE`).",
            "Si se permitiera, cualquiera con un certificado de servidor podría emitir otros. Java lo rechaza (RFC 5280 §4.2.1.9, §6.1.4).",
            "Solicite que se vuelva a crear el intermedio como CA: `basicConstraints=critical,CA:TRUE`. Si en realidad es un certificado de servidor, la cadena se montó mal.",
        ),
        Detail::OldVersion { .. } => words(
            "Un intermedio de la versión 1 o 2",
            "El certificado tiene un formato antiguo de X.509 que no admite extensiones.",
            "Sin extensiones no puede indicar que es de una CA, y Java no acepta un intermedio así. Las raíces antiguas de la versión 1 se aceptan, porque el cliente ya las conoce.",
            "Vuelva a crearlo como versión 3 con basicConstraints. Con openssl hace falta un archivo de extensiones (`-extfile`), o `req -x509` con una configuración.",
        ),
        Detail::PathLengthExceeded { .. } => words(
            "Más CA por debajo de las permitidas",
            "La extensión basicConstraints de una CA fija un pathLenConstraint, y la cadena tiene más certificados de CA por debajo de los que permite.",
            "El límite obliga a quien recibió la CA. Java cuenta y rechaza (RFC 5280 §4.2.1.9).",
            "Emita el certificado del servidor con una CA que esté lo bastante arriba, o solicite que se vuelva a crear la CA limitada con un número mayor.",
        ),
        Detail::NoKeyCertSign { .. } => words(
            "Un intermedio que no puede firmar certificados",
            "El intermedio tiene keyUsage, pero sin `keyCertSign`.",
            "keyUsage indica para qué se puede usar una clave. Java rechaza los certificados firmados con una clave que no está destinada a ello (RFC 5280 §4.2.1.3).",
            "Solicite que se vuelva a crear el intermedio con `keyUsage=critical,keyCertSign,cRLSign`.",
        ),
        Detail::LeafKeyUsage { .. } => words(
            "La clave del servidor no está destinada a TLS",
            "Al keyUsage del certificado del servidor le falta el bit que necesita el intercambio de claves: `digitalSignature`, o `keyEncipherment` para RSA sin él.",
            "El cliente de Java exige el bit que corresponde al conjunto de cifrado y, si falta, rechaza el certificado.",
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
            "El extendedKeyUsage del certificado del servidor enumera usos, y serverAuth no está entre ellos.",
            "Un certificado para clientes, código o correo no es para un servidor TLS (RFC 5280 §4.2.1.12). Java indica «Extended key usage does not permit use for TLS server authentication».",
            "Solicite que se vuelva a emitir con `extendedKeyUsage=serverAuth`. Las CA internas suelen tener una plantilla «Servidor web» además de la que se utilizó.",
        ),
        Detail::NetscapeCertType { .. } => words(
            "Un tipo de Netscape sin servidores",
            "El certificado contiene la antigua extensión de Netscape para su tipo, y el tipo de servidor SSL no está activado.",
            "Nadie más tiene en cuenta esta extensión desde hace veinte años; Java, sí.",
            "Solicite que se vuelva a emitir el certificado sin `nsCertType`.",
        ),
        Detail::NameConstraint { .. } => words(
            "Un nombre que la CA no puede certificar",
            "Una CA de la cadena está limitada a ciertos nombres, y un nombre por debajo de ella queda fuera o está excluido expresamente.",
            "Las restricciones de nombres acotan una CA que se entregó a una organización. Java las aplica al sujeto y a todos los nombres alternativos (RFC 5280 §4.2.1.10).",
            "Solicite el certificado a una CA que pueda certificar ese nombre, o sin el nombre que queda fuera.",
        ),
        Detail::NameConstraintUnsupported { .. } => words(
            "Restricciones de nombres que Java no puede aplicar",
            "Las restricciones de nombres de una CA usan un tipo de nombre, o un mínimo o un máximo, con los que Java no trabaja.",
            "Lo que un cliente no puede comprobar debe rechazarlo, porque la extensión es un límite (RFC 5280 §4.2.1.10).",
            "Solicite que se vuelva a crear el certificado de la CA con restricciones sobre nombres DNS, direcciones o nombres de directorio, y sin mínimo ni máximo.",
        ),
        Detail::PolicyRequired { .. } => words(
            "Se exige una política que falta",
            "Una CA exige que toda la cadena tenga una política de certificados en común (policyConstraints, requireExplicitPolicy), y no tiene ninguna.",
            "Java construye el árbol de políticas como indica RFC 5280 §6.1 y rechaza la cadena si queda vacío.",
            "Solicite los certificados con la política que exige la CA, o a una CA que no exija ninguna.",
        ),
        Detail::PolicyMappingAny { .. } => words(
            "Una asignación desde o hacia «cualquier política»",
            "Una CA asigna una política de certificados a anyPolicy, o anyPolicy a otra.",
            "RFC 5280 §4.2.1.5 lo prohíbe, porque haría que todas las políticas fueran iguales. Java rechaza la cadena.",
            "Solicite que se vuelva a crear el certificado de la CA sin esa asignación.",
        ),
        Detail::PolicyQualifiersCritical { .. } => words(
            "Políticas críticas con calificadores",
            "Las políticas del certificado están marcadas como críticas y llevan calificadores, como la dirección de una declaración de prácticas.",
            "Si la extensión es crítica y hay que buscar una ruta, Java rechaza los calificadores. Las CA públicas no la marcan como crítica.",
            "Solicite que se vuelva a emitir el certificado con la extensión no crítica.",
        ),
        Detail::UnknownCriticalExtension { .. } => words(
            "Una extensión crítica que Java no conoce",
            "Una extensión está marcada como crítica y Java no tiene código para ella.",
            "«Crítica» significa que un cliente que no la entiende no debe usar el certificado (RFC 5280 §4.2). Java lo cumple.",
            "Solicite que se vuelva a emitir el certificado con esa extensión no crítica, o sin ella.",
        ),
        Detail::WeakSignature { .. } => words(
            "Firmado con un algoritmo desactivado",
            "El certificado está firmado con MD5 o MD2.",
            "Esas firmas se pueden falsificar. El JDK las desactiva para todas las cadenas (`jdk.certpath.disabledAlgorithms`).",
            "Solicite que se vuelva a emitir el certificado, firmado con SHA-256 o superior.",
        ),
        Detail::SignatureNotOffered { .. } => words(
            "Una firma que el cliente de Java no acepta",
            "El certificado está firmado con un algoritmo que Java quizá puede calcular, pero que no ofrece en la negociación TLS.",
            "Al comenzar, el cliente enumera lo que acepta, y rechaza una cadena con cualquier otra cosa.",
            "Solicite que se vuelva a emitir el certificado con RSA y SHA-256, o con ECDSA.",
        ),
        Detail::WeakKey { .. } => words(
            "Una clave demasiado corta",
            "La clave no llega al límite inferior de Java: 1024 bits para RSA y DSA, 224 para curvas elípticas.",
            "Las claves de ese tamaño se pueden romper. El JDK las desactiva para todas las cadenas (`jdk.certpath.disabledAlgorithms`).",
            "Cree una clave nueva, RSA de 2048 bits o P-256, y solicite el certificado para ella.",
        ),
        Detail::CurveUnsupported { .. } => words(
            "Una curva que Java no conoce",
            "La clave está en una curva elíptica distinta de P-256, P-384 y P-521.",
            "Java eliminó las demás, así que no puede verificar una firma hecha con una clave de ese tipo.",
            "Cree una clave nueva en P-256 y solicite el certificado para ella.",
        ),
        Detail::Malformed { .. } => words(
            "Un certificado que Java no puede leer",
            "El certificado incumple una regla de su codificación que el lector de Java exige.",
            "Java lee todos los certificados del mensaje antes de buscar una ruta. Uno que no puede leer pone fin a la negociación TLS, aunque sobre. Otros programas pueden ser más tolerantes.",
            "Solicite que se vuelva a emitir el certificado con una herramienta habitual. Si no hace falta en la cadena, quítelo.",
        ),
        Detail::TooManyCertificates { .. } => words(
            "Más de diez certificados",
            "El servidor envía más certificados de los que Java lee en una negociación TLS (`jdk.tls.maxCertificateChainLength`).",
            "Java los cuenta antes de leer ninguno. Ocurre cuando se configuró como cadena un paquete entero de raíces.",
            "Envíe el certificado del servidor y sus intermedios, tres o cuatro en total.",
        ),
        Detail::MessageTooLarge { .. } => words(
            "Más de 32 kB de certificados",
            "El mensaje con los certificados es más largo de lo que Java lee en una negociación TLS (`jdk.tls.maxHandshakeMessageSize`).",
            "Java lo rechaza sin leerlo. Ocurre con un paquete de raíces como cadena, o con un certificado para cientos de nombres.",
            "Envíe solo la cadena. Si un solo certificado es así de grande, reparta sus nombres entre varios.",
        ),
        Detail::PathTooLong { .. } => words(
            "Más intermedios de los que Java prueba",
            "La ruta hasta la raíz tiene más de cinco intermedios y los certificados no están en orden.",
            "El constructor de rutas de Java no busca más allá, así que nunca llega a la raíz.",
            "Envíe los certificados en orden, o solicite el certificado a una CA más cercana a la raíz.",
        ),
        Detail::KeyIdentifierMismatch { .. } => words(
            "Los identificadores de clave son distintos",
            "El certificado nombra la clave de su emisor con un identificador, y el emisor llama a su clave de otra forma.",
            "Los identificadores ayudan a encontrar al emisor; lo que decide es la firma, y es correcta. Java continúa; openssl rechaza una cadena así.",
            "Nada para API Gateway. Para otros clientes, solicite que se vuelva a emitir el certificado con el identificador del emisor.",
        ),
        Detail::AnchorIdentifierMismatch { .. } => words(
            "La raíz de la lista tiene otro identificador",
            "Se confía en una raíz con el nombre correcto, pero el certificado pide una con otro identificador de clave u otro número de serie.",
            "Cuando Java elige entre las raíces, ignora las que tienen otro identificador y entonces no encuentra ninguna ruta, aunque la firma pueda coincidir.",
            "Solicite que se vuelva a emitir el certificado con el identificador de clave de la raíz, o sin él.",
        ),
        Detail::NoPath { .. } => words(
            "Java no encuentra ninguna ruta hasta una raíz",
            "Parece que está todo lo necesario, pero el constructor de rutas de Java no llega desde el certificado del servidor hasta una raíz de confianza.",
            "Ocurre cuando los certificados están desordenados y la única ruta pasa por uno que Java no utiliza, como una copia caducada de la raíz. El mensaje es «unable to find valid certification path to requested target».",
            "Envíe los certificados en orden, sin copias ni certificados que sobren; lo que siga mal tiene su propio hallazgo.",
        ),
        Detail::SearchEnded { .. } => words(
            "La búsqueda se detuvo",
            "Los certificados permiten tantas rutas, o tantas comparaciones de nombres con restricciones, que la comprobación se detuvo al llegar a su límite de trabajo.",
            "Java no tiene ese límite y seguiría durante mucho tiempo; la cadena de ningún servidor lo necesita. La cadena cuenta como rechazada.",
            "Envíe solo la cadena. Si una CA con cientos de restricciones de nombres emitió un certificado con cientos de nombres, reduzca unos u otras.",
        ),
        Detail::AnchorUnfit { .. } => words(
            "Una raíz que Java no acepta como tal",
            "La cadena termina en una raíz de confianza que, sin embargo, niega ser una CA: basicConstraints sin `CA:TRUE`, o un keyUsage sin `keyCertSign`.",
            "El JDK también lo comprueba en la raíz, al final de una ruta. Las raíces de la lista de AWS son aptas; las privadas que se envían con `insecureSkipVerification` pueden no serlo.",
            "Vuelva a crear la raíz con `basicConstraints=critical,CA:TRUE` y `keyUsage=critical,keyCertSign,cRLSign`.",
        ),

        // ---- key-size
        Detail::KeyWithinLimit { .. } => words(
            "La clave no supera el límite",
            "La clave RSA del servidor tiene 2048 bits como máximo.",
            "Es lo que pide el requisito 4.",
            "Nada.",
        ),
        Detail::KeyTooLarge { .. } => words(
            "Una clave de servidor de más de 2048 bits",
            "La clave RSA del servidor tiene más bits de los que permite el artículo de AWS.",
            "El artículo indica que el certificado no debe superar los 2048 bits. Java no fija ningún límite superior y no se conoce ningún backend rechazado solo por esto: es un requisito sobre el papel y quizá no sea la causa del fallo. Consulte antes los demás hallazgos.",
            "Solicite que se vuelva a emitir el certificado para una clave RSA de 2048 bits, o para una en P-256. Las claves de las CA superiores pueden ser más largas.",
        ),
        Detail::EllipticKey { .. } => words(
            "Una clave de curva elíptica",
            "La clave del servidor no es RSA, sino de una curva como P-256.",
            "El límite de 2048 bits de AWS está pensado para RSA; 256 bits en una curva son tan seguros como 3072 de RSA y quedan por debajo de ese número. Java acepta P-256, P-384 y P-521.",
            "Nada.",
        ),
        Detail::OtherKey { .. } => words(
            "Una clave de otro tipo",
            "La clave del servidor no es RSA ni de una curva habitual; por ejemplo, Ed25519 o DSA.",
            "El límite de AWS no la menciona. Que la negociación TLS se complete depende de lo que ofrezca la versión de Java de API Gateway, algo que ningún certificado muestra.",
            "Para mayor seguridad, use RSA de 2048 bits o P-256.",
        ),
        Detail::CaKey { .. } => words(
            "La clave de una CA",
            "El tamaño de la clave de un intermedio o de una raíz, como información.",
            "El límite de AWS se refiere al certificado del servidor: 59 de las raíces no caducadas de su propia lista tienen 4096 bits.",
            "Nada.",
        ),
    }
}
