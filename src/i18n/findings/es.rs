//! Spanish: findings, requirements and verdicts.

use super::FindingWords;
use super::Sentence;
use crate::i18n::format::{Explanation, append, capitalised, fill, listed, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::{Spanish, count, list_of};
use crate::i18n::names::Renderer;
use crate::report::{
    DefaultProduct, Defect, Detail, Fix, HostnameReport, KeyTrouble, NameKind, NameOwner, NameSource, Outcome, RuleId,
    Severity, Verdict,
};

impl FindingWords for Spanish {
    fn detail(&self, t: &Renderer<'_>, c: &str, detail: &Detail) -> Explanation {
        let (clause, more) = match detail {
            // ---- supported-ca
            Detail::AnchorListed { aliases, subject: _, label, sha256: _, sent } => (
                say!("la cadena termina en la raíz «{0}», que API Gateway admite", t.name(label)),
                say!(
                    "AWS la incluye en su lista como {0}. El nombre, la clave y la firma coinciden. {1}",
                    t.list(aliases),
                    if *sent { "El servidor también la ha enviado." } else { "El servidor no la ha enviado y no necesita hacerlo." }
                ),
            ),
            Detail::AnchorReissued { aliases, listed_sha256 } => (
                say!("el {0} es una versión reemitida de una raíz admitida", c),
                say!(
                    "Tiene el nombre y la clave de la raíz que AWS incluye en su lista como {0} (SHA-256 {1}). Java compara el nombre y la clave, así que acepta esta versión como la raíz.",
                    t.list(aliases),
                    shown(listed_sha256)
                ),
            ),
            Detail::ListedByFingerprint { aliases } => (
                say!("la huella digital del {0} está en la lista de AWS", c),
                say!("AWS lo incluye como {0}. De esta CA solo se conoce la huella digital, así que no se pueden comparar su nombre ni su clave.", t.list(aliases)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition, cross_signed: true } => (
                say!("la raíz autofirmada «{0}» no es una CA admitida por API Gateway, pero una versión firmada por otra CA sí lo es", t.name(label)),
                say!("Se conoce un certificado con el mismo nombre y la misma clave firmado por una raíz de la lista de AWS. Solo la versión autofirmada no está en {0}. Su huella digital SHA-256 es {1}.", list_of(edition), shown(sha256)),
            ),
            Detail::RootNotListed { subject: _, label, sha256, edition, cross_signed: false } => (
                say!("la raíz «{0}» no es una CA admitida por API Gateway", t.name(label)),
                say!(
                    "{0} no la contiene. Para buscarla en una lista más reciente, utilice su huella digital SHA-256: {1}.",
                    capitalised(&list_of(edition)),
                    shown(sha256)
                ),
            ),
            Detail::SelfSignedLeaf { sha256, edition } => (
                say!("el {0} está autofirmado y no está en la lista de API Gateway", c),
                say!(
                    "No lo emitió ninguna CA de {0}. Su huella digital SHA-256 es {1}.",
                    list_of(edition),
                    shown(sha256)
                ),
            ),
            Detail::IssuerNotListed { issuer, label, edition } => (
                say!("el emisor «{0}» no es una CA admitida por API Gateway", t.name(label)),
                say!(
                    "Emitió el {0}. {1} no contiene «{2}» y no se conoce ningún certificado que lo vincule con una raíz de la lista.",
                    c,
                    capitalised(&list_of(edition)),
                    shown(issuer)
                ),
            ),
            Detail::IssuerUnknown { issuer, label } => (
                say!("no se puede determinar si API Gateway admite la CA de «{0}»", t.name(label)),
                say!("Solo se ha proporcionado el certificado del servidor y su emisor «{0}» es desconocido. Añada el resto de la cadena.", shown(issuer)),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases, cross_signed: true } => (
                say!("la versión autofirmada de «{0}» no está admitida, pero una versión firmada por otra CA sí lo está", t.name(label)),
                say!("Se conoce la versión con el mismo nombre y la misma clave firmada por una raíz de la lista de AWS ({0}). El servidor debe enviarla en lugar del {1}.", t.list(aliases), c),
            ),
            Detail::SupportedOnceSent { issuer: _, label, aliases, cross_signed: false } => (
                say!("API Gateway aceptará esta CA cuando se envíe el certificado correcto de «{0}»", t.name(label)),
                say!("Con él, la cadena termina en una raíz de la lista de AWS ({0}).", t.list(aliases)),
            ),
            Detail::AnchorKeyMismatch { aliases, subject: _, label } => (
                say!("la clave de «{0}» no es la de la CA admitida que lleva ese nombre", t.name(label)),
                say!(
                    "AWS incluye en su lista una raíz con ese nombre ({0}). O bien la CA ha cambiado de clave, o bien el {1} no es lo que dice ser.",
                    t.list(aliases),
                    c
                ),
            ),
            Detail::DefaultCertificate { product: p, vendor, label }
            | Detail::ProductCertificate { product: p, vendor, label } => {
                let (what, more) = product(*p, vendor.as_deref());
                (say!("el certificado «{0}» es {1}", t.name(label), what), more.to_owned())
            }
            Detail::ListWaived {} => (
                "la opción insecureSkipVerification desactiva la comprobación de la lista de CA de AWS".to_owned(),
                "Aun así, API Gateway comprueba las fechas, el nombre de host y que la cadena contenga una CA raíz.".to_owned(),
            ),
            Detail::RootNotSent { issuer, label } => (
                "no se ha enviado ninguna raíz, pero insecureSkipVerification exige una en la cadena".to_owned(),
                say!("La cadena tampoco termina en una raíz de la lista de AWS. El certificado superior es el {0}. El servidor debe enviar también los que están por encima, desde «{1}» ({2}) hasta la raíz.", c, t.name(label), shown(issuer)),
            ),
            Detail::ListedRootNotSent { aliases, label } => (
                say!("no se ha enviado la raíz «{0}», pero insecureSkipVerification está activado", t.name(label)),
                say!("La documentación de AWS exige una CA raíz en la cadena. No dice si las raíces de la lista de AWS cuentan en este modo; esta raíz está en la lista ({0}). Desactive insecureSkipVerification, porque esta cadena no lo necesita, o envíe la raíz.", t.list(aliases)),
            ),
            Detail::RootNotCa {} => (
                say!("al {0} le falta CA:TRUE en basicConstraints", c),
                "Con insecureSkipVerification, AWS lo exige en la raíz.".to_owned(),
            ),
            Detail::RootWithoutKeyCertSign { key_usage } => (
                say!("al {0} le falta keyCertSign en keyUsage", c),
                match key_usage {
                    Some(usage) => say!("Con insecureSkipVerification, AWS lo exige en la raíz. Esta tiene: {0}.", t.list(usage)),
                    None => "Con insecureSkipVerification, AWS lo exige en la raíz. Esta no tiene keyUsage, algo que Java por sí solo aceptaría.".to_owned(),
                },
            ),
            Detail::PrivateRootSent { subject: _, label, sha256 } => (
                say!("se ha enviado la raíz «{0}», como exige insecureSkipVerification", t.name(label)),
                say!("Tiene CA:TRUE en basicConstraints y keyCertSign. Su huella digital SHA-256 es {0}.", shown(sha256)),
            ),
            Detail::CaMoved { ca, root, instead, acme } => (
                say!("{0} emite ahora sus certificados bajo la raíz «{1}», que API Gateway no tiene", t.name(ca), t.name(root)),
                match instead {
                    Some(one) => {
                        let mut more = say!(
                            "El servidor debe enviar la versión de «{0}» firmada por «{1}»: esa cadena termina en «{2}», que API Gateway tiene.",
                            t.name(&one.label),
                            t.name(&one.signed_by),
                            t.name(&one.root)
                        );
                        if *acme {
                            append(&mut more, &say!("Si un cliente ACME obtuvo el certificado, pida esa cadena con --preferred-chain «{0}».", shown(&one.root)));
                        }
                        more
                    }
                    None => "No se conoce ninguna versión suya que termine en una raíz que API Gateway tenga.".to_owned(),
                },
            ),
            Detail::AnchorDistrustedHere { label, issued_after, release } => (
                say!("Java ya no confía en la raíz «{0}»", t.name(label)),
                say!(
                    "{0} Así lo hace Java {1}, sea cual sea el contenido de su truststore. Obtenga un certificado de otra CA.",
                    match issued_after {
                        Some(day) => say!("Java rechaza los certificados de servidor emitidos bajo ella después del {0}.", shown(day)),
                        None => "Java rechaza todos los certificados de servidor emitidos bajo ella.".to_owned(),
                    },
                    shown(release)
                ),
            ),
            Detail::SkipVerificationNotApplicable {} => (
                "la opción insecureSkipVerification no se aplica a este cliente".to_owned(),
                "Solo una API REST puede omitir la verificación de la CA. Aquí la cadena se verificó como siempre.".to_owned(),
            ),
            Detail::AnchorDistrusted { label, issued_after, releases } => (
                say!("Java ya no confía en la raíz «{0}»", t.name(label)),
                say!(
                    "{0} AWS no publica qué versión de Java usa API Gateway. Obtenga un certificado de otra CA. Versiones de Java que rechazan la cadena, contenga lo que contenga su truststore: {1}.",
                    match issued_after {
                        Some(day) => say!("Java rechaza los certificados de servidor emitidos bajo esta raíz después del {0}.", shown(day)),
                        None => "Java rechaza todos los certificados de servidor emitidos bajo esta raíz.".to_owned(),
                    },
                    t.list(releases)
                ),
            ),

            // ---- validity
            Detail::InDate { not_before, not_after, days_left } => (
                say!("el {0} está dentro de sus fechas de validez", c),
                say!(
                    "Es válido desde el {0} hasta el {1}. Tiempo restante: {2}.",
                    t.time(*not_before),
                    t.time(*not_after),
                    if *days_left < 1 { "menos de un día".to_owned() } else { t.days(*days_left) }
                ),
            ),
            Detail::Expired { not_after, at, days_ago } => (
                say!("el {0} caducó el {1}", c, self.date(*not_after)),
                say!(
                    "Fue válido hasta el {0}. La comprobación es para el {1}, {2} más tarde.",
                    t.time(*not_after),
                    t.time(*at),
                    if *days_ago < 1 { "menos de un día".to_owned() } else { t.days(*days_ago) }
                ),
            ),
            Detail::NotYetValid { not_before, at, days_ahead } => (
                say!("el {0} no es válido antes del {1}", c, self.date(*not_before)),
                say!(
                    "Es válido a partir del {0}. La comprobación es para el {1}, {2} antes.",
                    t.time(*not_before),
                    t.time(*at),
                    if *days_ahead < 1 { "menos de un día".to_owned() } else { t.days(*days_ahead) }
                ),
            ),
            Detail::ExpiresSoon { not_after, days_left } => (
                if *days_left < 1 {
                    say!("el {0} caduca en menos de un día", c)
                } else {
                    say!("el {0} caduca dentro de {1}", c, t.days(*days_left))
                },
                say!("Es válido hasta el {0}. Renuévelo antes de esa fecha.", t.time(*not_after)),
            ),
            Detail::AnchorOutOfDate { label, not_before, not_after } => (
                say!("la raíz «{0}» está fuera de sus fechas de validez", t.name(label)),
                say!(
                    "Es válida desde el {0} hasta el {1}. El artículo de AWS exige fechas válidas en todos los certificados, pero Java no comprueba las fechas de una raíz de confianza.",
                    t.time(*not_before),
                    t.time(*not_after)
                ),
            ),
            Detail::RootVersionOutOfDate { label, issuer, cross_signed, expired, not_before, not_after } => (
                match (*cross_signed, *expired) {
                    (true, true) => say!("la versión de «{0}» firmada por «{1}» caducó el {2}", t.name(label), t.name(issuer), self.date(*not_after)),
                    (true, false) => say!("la versión de «{0}» firmada por «{1}» no es válida antes del {2}", t.name(label), t.name(issuer), self.date(*not_before)),
                    (false, true) => say!("la versión de la raíz «{0}» que está en la cadena caducó el {1}", t.name(label), self.date(*not_after)),
                    (false, false) => say!("la versión de la raíz «{0}» que está en la cadena no es válida antes del {1}", t.name(label), self.date(*not_before)),
                },
                say!("La propia raíz «{0}» está dentro de sus fechas de validez y API Gateway tiene su propia copia. Por eso Java acepta la cadena, pero otros clientes pueden rechazarla. Quite el {1}.", t.name(label), c),
            ),

            // ---- chain
            Detail::ChainComplete { length, root_sent } => (
                say!("la cadena está completa: {0} desde el servidor hasta la raíz", count(i64::from(*length), "certificado", "certificados")),
                if *root_sent {
                    "Cada certificado está emitido por el siguiente. También se ha enviado la raíz.".to_owned()
                } else {
                    "Cada certificado está emitido por el siguiente. La raíz no se ha enviado, lo cual es normal: API Gateway tiene su propia copia.".to_owned()
                },
            ),
            Detail::IssuerMissing { issuer, label, authority_key_id, locations, known, useful } => {
                let mut more = if *useful {
                    say!("API Gateway no descarga los certificados que faltan, así que el servidor debe enviar este justo después del {0}.", c)
                } else {
                    "No sirve de nada enviarlo: API Gateway no admite esta CA.".to_owned()
                };
                append(&mut more, &say!("Su sujeto es «{0}».", shown(issuer)));
                if let Some(id) = authority_key_id {
                    append(&mut more, &say!("Su identificador de clave del sujeto es {0}.", shown(id)));
                }
                if let Some(location) = locations.first().filter(|_| *useful) {
                    append(&mut more, &say!("Se puede descargar de {0}", shown(location)));
                }
                let clause = if *known {
                    say!("falta el certificado intermedio «{0}»", t.name(label))
                } else {
                    say!("falta el certificado del emisor «{0}»", t.name(label))
                };
                (clause, more)
            }
            Detail::SignatureInvalid { issuer, label, algorithm } => (
                say!("el {0} no se firmó con la clave del {1}", c, t.issuer(issuer, label)),
                say!(
                    "Los nombres coinciden, pero la firma ({0}) no: el emisor ha cambiado de clave, o el certificado se ha alterado. Envíe la versión del certificado del emisor cuya clave hizo la firma.",
                    shown(algorithm)
                ),
            ),
            Detail::SignatureUnchecked { issuer, label, algorithm } => (
                say!("no se ha podido verificar la firma del {0}", c),
                say!(
                    "Esta herramienta no puede verificar firmas {0}. Según su nombre, el emisor es el {1}.",
                    shown(algorithm),
                    t.issuer(issuer, label)
                ),
            ),
            Detail::LeafMissing {} => (
                "falta el certificado del servidor".to_owned(),
                "Solo se han proporcionado certificados de CA. El certificado del servidor debe ser el primero de la cadena.".to_owned(),
            ),
            Detail::LeafNotFirst { leaf } => (
                say!("el {0} no es el primer certificado", t.at(*leaf)),
                "Los clientes TLS usan el primer certificado como certificado del servidor. Colóquelo al principio.".to_owned(),
            ),
            Detail::WrongOrder { order } => (
                "los certificados no están en el orden de la cadena".to_owned(),
                say!("El orden a partir del certificado del servidor es: {0}. Java encuentra la ruta de todos modos; puede que otros clientes no.", t.places(order)),
            ),
            Detail::Duplicate { of } => (
                say!("el {0} está duplicado", c),
                say!("Es una copia exacta del n.º {0}. Java lo ignora.", t.place(*of)),
            ),
            Detail::Stray { label } => (
                say!("el certificado «{0}» no forma parte de la cadena", t.name(label)),
                "La cadena no lo necesita y Java lo ignora. Aun así, es mejor no enviarlo.".to_owned(),
            ),
            Detail::RootSent {} => (
                say!("también se ha enviado el {0}", c),
                "No causa problemas, pero solo lo necesita insecureSkipVerification: sin esa opción, API Gateway utiliza su propia copia de la raíz.".to_owned(),
            ),
            Detail::NotACa { has_basic_constraints } => (
                say!("el {0} es un emisor de la cadena, pero no es una CA", c),
                if *has_basic_constraints {
                    "Su extensión basicConstraints no contiene CA:TRUE (RFC 5280 §4.2.1.9).".to_owned()
                } else {
                    "No tiene basicConstraints, que todo certificado de CA debe tener (RFC 5280 §4.2.1.9).".to_owned()
                },
            ),
            Detail::OldVersion { version } => (
                say!("el {0} es de la versión {1} de X.509 y no puede ser un certificado intermedio", c, t.number(*version)),
                "Java exige la versión 3: solo esa versión puede indicar que un certificado es de una CA.".to_owned(),
            ),
            Detail::PathLengthExceeded { limit, below } => (
                say!(
                    "el {0} permite {1} por debajo, pero hay {2}",
                    c,
                    count(*limit, "certificado de CA", "certificados de CA"),
                    t.number(*below)
                ),
                "El límite es el valor pathLenConstraint de su extensión basicConstraints (RFC 5280 §4.2.1.9).".to_owned(),
            ),
            Detail::NoKeyCertSign { key_usage } => (
                say!("el {0} no está autorizado a firmar certificados", c),
                say!("Sus usos de la clave (keyUsage) son: {0}; falta keyCertSign (RFC 5280 §4.2.1.3).", usages(t, key_usage)),
            ),
            Detail::LeafKeyUsage { key_usage, needed } => (
                say!("los usos de la clave del {0} no permiten {1}", c, shown(needed)),
                say!("Son: {0}. El cliente TLS de Java exige {1}.", usages(t, key_usage), shown(needed)),
            ),
            Detail::EmptyKeyUsage {} => (
                say!("los usos de la clave del {0} no permiten nada", c),
                "Al menos un bit de keyUsage debe estar activado (RFC 5280 §4.2.1.3).".to_owned(),
            ),
            Detail::LeafExtendedKeyUsage { usages: u } => (
                say!("el {0} no está destinado a un servidor TLS", c),
                say!("Sus usos extendidos de la clave (extendedKeyUsage) son: {0}; falta serverAuth (RFC 5280 §4.2.1.12).", usages(t, u)),
            ),
            Detail::NetscapeCertType {} => (
                say!("el tipo de certificado de Netscape del {0} no permite un servidor TLS", c),
                "Esta extensión es obsoleta desde hace mucho, pero Java aún la comprueba.".to_owned(),
            ),
            Detail::NameConstraint { kind, name, constrained_by, excluded } => (
                if *excluded {
                    say!("una CA de la cadena excluye el {0} «{1}»", name_kind(*kind), shown(name))
                } else {
                    say!("una CA de la cadena no permite el {0} «{1}»", name_kind(*kind), shown(name))
                },
                say!(
                    "El nombre está en el {0}. Las restricciones de nombres están en el {1} (RFC 5280 §4.2.1.10).",
                    c,
                    t.at(*constrained_by)
                ),
            ),
            Detail::NameConstraintUnsupported { constrained_by } => (
                say!("Java no puede aplicar las restricciones de nombres del {0}", t.at(*constrained_by)),
                "Java rechaza lo que no puede comprobar.".to_owned(),
            ),
            Detail::PolicyRequired {} => (
                "una CA de la cadena exige una política de certificados que la cadena no tiene".to_owned(),
                "Su extensión policyConstraints contiene requireExplicitPolicy (RFC 5280 §4.2.1.11) y ninguna política es válida para toda la cadena.".to_owned(),
            ),
            Detail::PolicyMappingAny {} => (
                say!("el {0} asigna una política de certificados desde o hacia anyPolicy", c),
                "RFC 5280 §4.2.1.5 lo prohíbe y Java lo rechaza.".to_owned(),
            ),
            Detail::PolicyQualifiersCritical {} => (
                say!("el {0} tiene políticas de certificados críticas con calificadores", c),
                "Java rechaza los calificadores si la extensión está marcada como crítica.".to_owned(),
            ),
            Detail::UnknownCriticalExtension { oids } => (
                say!("el {0} tiene una extensión crítica que Java no conoce", c),
                say!("OID: {0}. Un cliente debe rechazar una extensión crítica que no conoce (RFC 5280 §4.2).", t.list(oids)),
            ),
            Detail::WeakSignature { algorithm } => (
                say!("el {0} está firmado con {1}, que Java desactiva", c, shown(algorithm)),
                "El algoritmo es demasiado débil. Solicite a la CA que vuelva a emitir el certificado, firmado con SHA-256 o superior.".to_owned(),
            ),
            Detail::Sha1Signature { algorithm } => (
                say!("el {0} está firmado con {1}, que usa SHA-1", c, shown(algorithm)),
                "Java lo acepta aquí. Solo rechaza SHA-1 en la cadena de un servidor bajo las raíces de su propio truststore cacerts (jdk.certpath.disabledAlgorithms: SHA1 jdkCA & usage TLSServer). Los navegadores lo rechazan. Solicite a la CA que vuelva a emitir el certificado, firmado con SHA-256 o superior.".to_owned(),
            ),
            Detail::ClientPublicCertificate { issuer } => (
                say!("ACM emitió este certificado público ({0}), que no puede ser un certificado de cliente", shown(issuer)),
                "Desde el 11 de junio de 2025, ACM emite los certificados públicos sin clientAuth. Importe en ACM un certificado de su propia CA, o emita uno con AWS Private CA.".to_owned(),
            ),
            Detail::ClientChainTooLong { length, limit } => (
                say!("la cadena tiene {0} certificados", t.number(*length)),
                say!("Para un certificado de cliente, API Gateway acepta {0} como máximo. Quite los certificados que no pertenecen a la cadena, o use un emisor más cercano a la raíz.", t.number(*limit)),
            ),
            Detail::ClientUsageMissing { usages } => (
                say!("{0} no tiene el uso extendido clientAuth", c),
                if usages.is_empty() {
                    "No tiene uso extendido de la clave. Pida que se emita con clientAuth (autenticación de cliente TLS).".to_owned()
                } else {
                    say!("Tiene {0}. Pida que se emita con clientAuth (autenticación de cliente TLS).", t.list(usages))
                },
            ),
            Detail::ClientKeyUnsupported { algorithm, bits } => (
                say!("{0} tiene una clave no admitida: {1} de {2} bits", c, shown(algorithm), t.number(*bits)),
                "Para un certificado de cliente, API Gateway acepta claves RSA de 2048 a 4096 bits, y claves en P-256, P-384 y P-521.".to_owned(),
            ),
            Detail::SignatureNotOffered { algorithm } => (
                say!("el {0} está firmado con {1}, que el cliente TLS de Java no acepta", c, shown(algorithm)),
                "Solicite que se vuelva a emitir con RSA y SHA-256, o con ECDSA.".to_owned(),
            ),
            Detail::WeakKey { algorithm, bits, minimum } => (
                say!("la clave del {0} es demasiado corta: {1} de {2} bits", c, shown(algorithm), t.number(*bits)),
                say!("Java no acepta ninguna clave {0} de menos de {1} bits.", shown(algorithm), t.number(*minimum)),
            ),
            Detail::CurveUnsupported { curve } => (
                say!("la clave del {0} está en la curva {1}, que Java no admite", c, shown(curve)),
                "El cliente TLS de Java admite P-256, P-384 y P-521.".to_owned(),
            ),
            Detail::Malformed { defect: d } => (
                say!("Java no puede leer el {0}: {1}", c, defect(*d)),
                "Un certificado que Java no puede leer pone fin a la negociación TLS, aunque la cadena no lo necesite.".to_owned(),
            ),
            Detail::TooManyCertificates { count: n, limit } => (
                say!("hay {0}, más de los {1} que Java acepta en una negociación TLS", count(i64::from(*n), "certificado", "certificados"), t.number(*limit)),
                "Envíe solo la cadena: el certificado del servidor y sus certificados intermedios.".to_owned(),
            ),
            Detail::MessageTooLarge { bytes, limit } => (
                say!("los certificados ocupan {0} bytes, más de los {1} que Java acepta en una negociación TLS", t.number(*bytes), t.number(*limit)),
                "Envíe solo la cadena: el certificado del servidor y sus certificados intermedios.".to_owned(),
            ),
            Detail::PathTooLong { limit } => (
                say!("la cadena tiene más de {0} certificados intermedios, el máximo que Java prueba", t.number(*limit)),
                "Pida a la CA una cadena más corta.".to_owned(),
            ),
            Detail::KeyIdentifierMismatch { issuer, expected, found } => (
                say!("el identificador de clave de autoridad del {0} no coincide con su emisor", c),
                say!(
                    "Es {0}, pero el {1} tiene {2}. Es solo un indicio: lo que decide es la firma.",
                    shown(expected),
                    t.issuer(issuer, ""),
                    shown(found)
                ),
            ),
            Detail::AnchorIdentifierMismatch { label, expected, found } => (
                say!("el {0} se refiere a otra versión de la raíz «{1}», distinta de la que está en la lista", c, t.name(label)),
                say!("Se refiere a {0}, pero la raíz de la lista tiene {1}. Por eso Java no prueba la raíz de la lista.", shown(expected), shown(found)),
            ),
            Detail::NoPath {} => (
                "Java no encuentra ninguna ruta desde el certificado del servidor hasta una raíz de confianza".to_owned(),
                "Los demás hallazgos explican por qué.".to_owned(),
            ),
            Detail::SearchEnded { limit } => (
                say!("la búsqueda de una ruta hasta una raíz se detuvo al llegar a su límite de {0} intentos", t.number(*limit)),
                "La cadena de un servidor real no tiene tantos certificados con el mismo nombre. Envíe solo la cadena.".to_owned(),
            ),
            Detail::AnchorUnfit { label, is_ca } => (
                say!("Java no acepta «{0}» como raíz de confianza", t.name(label)),
                if *is_ca {
                    "A su extensión keyUsage le falta keyCertSign.".to_owned()
                } else {
                    "Le falta CA:TRUE en basicConstraints.".to_owned()
                },
            ),
            Detail::CertificateBlocked { label } => (
                say!("Java bloquea el certificado «{0}»", t.name(label)),
                "Java tiene una lista de certificados bloqueados y no acepta ninguna cadena que contenga uno. Pida a la CA un certificado de otra CA intermedia, o use otra CA.".to_owned(),
            ),
            Detail::Sha1UnderJdkRoot { algorithm } => (
                say!("el {0} está firmado con {1}, que esta versión de Java rechaza", c, shown(algorithm)),
                "Java rechaza SHA-1 bajo las raíces de su propio truststore. Haga que se vuelva a emitir el certificado con SHA-256.".to_owned(),
            ),
            Detail::KeyCompromised { label } => (
                say!("la clave privada de «{0}» es pública", t.name(label)),
                "Cualquiera puede emitir certificados con esta clave. Sustituya el certificado, aunque Java y la lista de AWS todavía lo acepten: pida a la CA uno de otra CA intermedia, o use otra CA.".to_owned(),
            ),

            Detail::SelfIssuedPair { label } => (
                say!("Java detiene su búsqueda en el {0}", c),
                say!("El certificado anterior pertenece a la misma CA, «{0}», y tiene otra clave. Tras dos certificados de este tipo seguidos, Java no prueba la raíz de su lista. Quite este certificado.", t.name(label)),
            ),
            Detail::WrongIntermediate { label: _, needed } => (
                say!("el {0} no pertenece a la cadena", c),
                say!("No emitió el certificado anterior; el emisor es «{0}». Probablemente es un resto de un certificado anterior.", t.name(needed)),
            ),

            // ---- key-size
            Detail::KeyLimitNotApplicable {} => (
                "la clave no tiene límite superior".to_owned(),
                "El límite de 2048 bits no se aplica a este cliente.".to_owned(),
            ),
            Detail::KeyWithinLimit { algorithm, bits, max } => (
                say!("la clave del {0} tiene {1} bits", c, t.number(*bits)),
                say!("Es una clave {0} y no supera el límite de {1} bits de AWS.", shown(algorithm), t.number(*max)),
            ),
            Detail::KeyTooLarge { algorithm, bits, max } => (
                say!("la clave del {0} tiene {1} bits, más de los {2} que permite el artículo de AWS", c, t.number(*bits), t.number(*max)),
                say!("Es una clave {0}. Java no fija ningún límite superior y no se conoce ningún backend rechazado solo por el tamaño de su clave. El fallo puede tener otra causa.", shown(algorithm)),
            ),
            Detail::EllipticKey { curve, bits } => (
                say!("la clave del {0} está en la curva elíptica {1}", c, shown(curve)),
                say!("Tiene {0} bits. El límite de 2048 bits de AWS se refiere a las claves RSA; una clave de curva elíptica es igual de segura con muchos menos.", t.number(*bits)),
            ),
            Detail::OtherKey { algorithm } => (
                say!("la clave del {0} es de tipo {1}", c, shown(algorithm)),
                "El límite de 2048 bits de AWS se refiere a las claves RSA.".to_owned(),
            ),
            Detail::KeyUnknown { algorithm, why } => (
                say!("la clave del {0} es de tipo {1} y su tamaño no se puede comparar con el límite de AWS", c, shown(algorithm)),
                match why {
                    KeyTrouble::Unreadable => "Java no puede leer esta clave. Solicite que se vuelva a emitir el certificado con una clave RSA de 2048 bits o con una clave P-256.",
                    KeyTrouble::ExplicitParameters => "La clave contiene los parámetros de su curva en lugar del nombre de la curva, y Java solo lee curvas con nombre. Cree una clave nueva con openssl ecparam -name prime256v1 -genkey -noout y solicite que se vuelva a emitir el certificado.",
                    KeyTrouble::NotInJava => "Java 17 no tiene este algoritmo, así que la conexión TLS falla. Solicite que se vuelva a emitir el certificado con una clave RSA de 2048 bits o con una clave P-256.",
                    KeyTrouble::NoSignature => "Una clave de este tipo no puede firmar, así que un servidor TLS no puede usarla. Solicite que se vuelva a emitir el certificado con una clave RSA de 2048 bits o con una clave P-256.",
                }
                .to_owned(),
            ),
            Detail::CaKey { algorithm, bits } => (
                if *bits == 0 {
                    say!("la clave del {0} es de tipo {1}", c, shown(algorithm))
                } else {
                    say!("la clave del {0} es de tipo {1} y tiene {2} bits", c, shown(algorithm), t.number(*bits))
                },
                "El límite de AWS se refiere al certificado del servidor; las claves de las CA pueden ser más largas.".to_owned(),
            ),
        };
        Explanation::new(clause, more)
    }

    fn fix(&self, t: &Renderer<'_>, fix: &Fix) -> String {
        match fix {
            Fix::SendIssuer { issuer: _, label, locations, instead_of } => {
                let mut text = if instead_of.is_empty() {
                    say!("Añada el certificado de «{0}» a la cadena del servidor, justo después del certificado que emitió.", t.name(label))
                } else {
                    say!("Sustituya el certificado n.º {0} por el certificado de «{1}».", t.places(instead_of), t.name(label))
                };
                if let Some(location) = locations.first() {
                    append(&mut text, &say!("Se puede descargar de {0}", shown(location)));
                }
                text
            }
            Fix::Reorder { order } => say!("Envíe los certificados en este orden, y ningún otro: {0}.", t.places(order)),
            Fix::UseSupportedCa {} => "Obtenga un certificado de una CA de la lista de API Gateway, como Let’s Encrypt o la CA pública de ACM. Con una CA privada, una API REST puede activar insecureSkipVerification, algo que AWS no recomienda.".to_owned(),
            Fix::Renew { certificate } => say!("Renueve el {0} e instale el nuevo con sus certificados intermedios.", t.at(*certificate)),
            Fix::ReplaceIntermediate { certificate } => say!("Sustituya el {0} por la versión actual de la CA.", t.at(*certificate)),
            Fix::SmallerKey {} => "Vuelva a emitir el certificado del servidor con una clave RSA de 2048 bits o con una clave P-256.".to_owned(),
            Fix::SendRoot { label } => say!("Configure el servidor para que envíe también los certificados de su CA, desde «{0}» hasta la raíz: insecureSkipVerification exige que la raíz esté en la cadena.", t.name(label)),
            Fix::MatchHostname { hostname } => say!("Vuelva a emitir el certificado del servidor con «{0}» entre sus nombres, o llame al backend por un nombre de su certificado.", shown(hostname)),
            Fix::Reissue { certificate } => say!("Solicite que se vuelva a emitir el {0}: el defecto está en el propio certificado.", t.at(*certificate)),
            Fix::ConfigureCertificate { product, vendor, setting } => configure(*product, vendor.as_deref(), setting.as_deref()),
            Fix::BypassProxy { vendor } => say!("Vuelva a ejecutar el comando desde una red sin {0}, por ejemplo en AWS CloudShell, y compruebe esa cadena.", vendor.as_deref().map_or("este proxy".to_owned(), shown)),
            Fix::UseCloudflare {} => "Llame al host a través de Cloudflare (un registro DNS con proxy) o instale en el servidor de origen un certificado de una CA pública, como Let’s Encrypt.".to_owned(),
            Fix::RequestProduction {} => "Vuelva a solicitar el certificado al entorno de producción de Let’s Encrypt, sin --staging ni --test-cert (https://acme-v02.api.letsencrypt.org/directory), e instálelo.".to_owned(),
            Fix::ReplacePrivateCa { acm: true } => "Solicite un certificado público en ACM (aws acm request-certificate sin --certificate-authority-arn) y configúrelo en el equilibrador de carga. Para conservar la CA privada, una API REST puede activar insecureSkipVerification, algo que AWS no recomienda; el servidor debe enviar entonces la raíz.".to_owned(),
            Fix::ReplacePrivateCa { acm: false } => "Instale un certificado de una CA pública de la lista de API Gateway, como Let’s Encrypt o la CA pública de ACM. Para conservar la CA privada, una API REST puede activar insecureSkipVerification, algo que AWS no recomienda; el servidor debe enviar entonces la raíz.".to_owned(),
            Fix::ReplaceRoot { certificate, label } => say!("Sustituya el {0} por la versión de «{1}» que firmó una raíz de la lista de AWS. La cadena reparada la contiene.", t.at(*certificate), t.name(label)),
            Fix::Remove { certificate } => say!("Quite el {0}.", t.at(*certificate)),
            Fix::ImportCa { label } => say!("Importe «{0}» en el truststore del cliente (keytool -importcert), utilice una versión más reciente de Java cuyo truststore la contenga, u obtenga un certificado de una CA en la que el cliente confíe.", t.name(label)),
            Fix::TurnOffSkipVerification {} => "Ponga insecureSkipVerification en false: la cadena termina en una raíz de la lista de AWS y no lo necesita. De lo contrario, configure el servidor para que envíe también la raíz.".to_owned(),
            Fix::UseOwnName { hostname, owner } => {
                let host = shown(hostname);
                let mut text = match owner {
                    NameOwner::LoadBalancer | NameOwner::VpcEndpoint | NameOwner::ExecuteApi | NameOwner::CloudFront | NameOwner::Instance | NameOwner::Aws => say!("Ningún certificado suyo puede contener «{0}»: el nombre pertenece a AWS.", host),
                    NameOwner::Platform => say!("Ningún certificado suyo puede contener «{0}»: el nombre pertenece a la plataforma de alojamiento.", host),
                    NameOwner::PrivateNetwork => say!("Ninguna CA pública emite un certificado para «{0}»: el nombre solo existe en una red privada.", host),
                    NameOwner::Address => say!("Las CA públicas rara vez emiten certificados para una dirección IP como «{0}».", host),
                };
                append(&mut text, "Ponga en el URI de la integración un nombre de su propio dominio que el certificado contenga, y haga que apunte al backend con un registro DNS (CNAME o alias de Route 53). Con un enlace de VPC, API Gateway compara con el certificado el nombre del URI, o tlsConfig.serverNameToVerify de una API HTTP.");
                text
            }
        }
    }

    fn hostname(&self, t: &Renderer<'_>, report: &HostnameReport) -> Explanation {
        let asked = shown(&report.asked);
        if report.accepted {
            let more = match &report.matched {
                Some(name) => say!("Coincide con el nombre «{0}».", shown(name)),
                None => String::new(),
            };
            return Explanation::new(say!("el certificado del servidor es válido para «{0}»", asked), more);
        }
        let mut more = String::new();
        if report.presented.is_empty() {
            append(&mut more, "No contiene ningún nombre de este tipo.");
        } else {
            let first: Vec<String> = report.presented.iter().take(SHOWN_NAMES).cloned().collect();
            let rest = report.presented.len().saturating_sub(first.len());
            if rest == 0 {
                append(&mut more, &say!("Sus nombres son: {0}.", t.list(&first)));
            } else {
                let first: Vec<String> = first.iter().map(|n| shown(n)).collect();
                let rest = count(i64::try_from(rest).unwrap_or(i64::MAX), "más", "más");
                append(&mut more, &say!("Sus nombres son: {0} y {1}.", first.join(", "), rest));
            }
        }
        match report.source {
            Some(NameSource::CommonName) => append(
                &mut more,
                "Se compara el nombre común, porque no hay ningún nombre DNS entre los nombres alternativos del sujeto.",
            ),
            Some(NameSource::SanDns | NameSource::SanIp) | None => {}
        }
        Explanation::new(say!("el certificado del servidor no es válido para «{0}»", asked), more)
    }

    fn rule_name(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "CA admitida",
            RuleId::Validity => "Fechas de validez",
            RuleId::Chain => "Cadena completa",
            RuleId::KeySize => "Tamaño de la clave",
        }
    }

    fn rule_title(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => "Una autoridad de certificación admitida por API Gateway",
            RuleId::Validity => "Un certificado válido que no haya caducado",
            RuleId::Chain => "Una cadena completa hasta una raíz: cada emisor es el sujeto del certificado siguiente",
            RuleId::KeySize => "Un certificado que no supere los 2048 bits",
        }
    }

    fn rule_why(&self, rule: RuleId) -> &'static str {
        match rule {
            RuleId::SupportedCa => {
                "En las integraciones HTTP, de proxy HTTP y privadas, API Gateway solo confía en las CA de su propia lista. Con un certificado autofirmado, una CA privada o una CA pública que no está en la lista, la negociación TLS falla antes de que se envíe ninguna solicitud."
            }
            RuleId::Validity => {
                "API Gateway rechaza un certificado del servidor o un certificado intermedio fuera de sus fechas, tanto antes de «No antes de» como después de «No después de». Java no comprueba las fechas de una raíz de confianza, pero el artículo de AWS exige fechas válidas en todos los certificados."
            }
            RuleId::Chain => {
                "API Gateway debe encontrar una ruta desde el certificado del servidor hasta una raíz: el sujeto del certificado intermedio coincide con el emisor del certificado del servidor, y así sucesivamente. No descarga los certificados que faltan. Los navegadores suelen hacerlo, así que un sitio puede funcionar en un navegador y fallar en API Gateway."
            }
            RuleId::KeySize => {
                "El artículo de AWS exige un certificado que no supere los 2048 bits, es decir, la clave del certificado del servidor. Java no fija ningún límite superior. Las claves de las CA pueden ser más largas: muchas de las raíces admitidas tienen claves de 4096 bits."
            }
        }
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Pass => "Cumplido",
            Outcome::Warn => "Cumplido, con advertencia",
            Outcome::Fail => "No cumplido",
            Outcome::Unknown => "Indeterminado",
            Outcome::NotApplicable => "No se aplica",
        }
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Info => "Nota",
            Severity::Warning => "Advertencia",
            Severity::Error => "Error",
        }
    }

    fn verdict(&self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Pass => "Aceptada",
            Verdict::Fail => "Rechazada",
            Verdict::Inconclusive => "No concluyente",
        }
    }

    fn sentence(&self, sentence: &Sentence<'_>) -> String {
        let also_unmet = |also: &[String]| {
            if also.is_empty() {
                String::new()
            } else {
                say!("Tampoco se cumple: {0}.", listed(also, " y "))
            }
        };
        match sentence {
            Sentence::ClientAccepted { warning } => {
                let mut text = "API Gateway puede enviar este certificado de cliente al backend.".to_owned();
                if let Some(warning) = warning {
                    append(&mut text, &say!("A tener en cuenta: {0}.", *warning));
                }
                text
            }
            Sentence::ClientRejected { why } => say!(
                "{0}. API Gateway no puede usar este certificado como certificado de cliente de una etapa.",
                capitalised(why)
            ),
            Sentence::Accepted { hostname, warning } => {
                let mut text = match hostname {
                    Some(name) => say!("API Gateway aceptaría esta cadena para «{0}».", shown(name)),
                    None => "API Gateway aceptaría esta cadena.".to_owned(),
                };
                if let Some(warning) = warning {
                    append(&mut text, &say!("Un punto que conviene vigilar: {0}.", warning));
                }
                text
            }
            Sentence::Undecided { why } => say!(
                "No se ha encontrado ningún problema, pero no se ha podido completar una comprobación: {0}.",
                why
            ),
            Sentence::DependsOnRelease { why } => say!(
                "{0}. API Gateway acepta o rechaza esta cadena según su versión de Java, que AWS no publica. Obtenga un certificado de otra CA.",
                capitalised(why)
            ),
            Sentence::Rejected { why, also, hostname } => {
                let mut text = say!("{0}. API Gateway rechazará esta cadena.", capitalised(why));
                append(&mut text, &also_unmet(also));
                if let Some(name) = hostname {
                    append(
                        &mut text,
                        &say!(
                            "Además, el certificado del servidor no es válido para «{0}».",
                            shown(name)
                        ),
                    );
                }
                text
            }
            Sentence::AgainstRequirement { why, also } => {
                let mut text = say!("{0}.", capitalised(why));
                append(&mut text, &also_unmet(also));
                append(
                    &mut text,
                    "Esta cadena está fuera de los límites de AWS, pero el cliente TLS de Java la aceptaría.",
                );
                text
            }
            Sentence::Compromised { why, also } => {
                let mut text = say!("{0}.", capitalised(why));
                append(&mut text, &also_unmet(also));
                append(
                    &mut text,
                    "El cliente TLS de Java aceptaría esta cadena, pero nadie debería confiar en ella.",
                );
                text
            }
            Sentence::WrongHost { why } => say!(
                "{0}. API Gateway rechazará esta conexión, aunque aceptaría la cadena en sí.",
                capitalised(why)
            ),
            Sentence::RejectedWithoutCode => {
                "API Gateway rechazará esta cadena. El mensaje de Java indica por qué.".to_owned()
            }
        }
    }
}

/// The number of certificate names that a sentence lists.
const SHOWN_NAMES: usize = 5;

fn product(product: DefaultProduct, vendor: Option<&str>) -> (String, &'static str) {
    const NO_NAME: &str = "Normalmente el cliente no envió el nombre del servidor (SNI), o no hay ningún host configurado con ese nombre, así que respondió el host predeterminado.";
    let vendor = vendor.map(shown).unwrap_or_default();
    let of = |template: &str| fill(template, &[&vendor]);
    let (what, more) = match product {
        DefaultProduct::IngressNginx => ("el certificado predeterminado de ingress-nginx", NO_NAME),
        DefaultProduct::Traefik => ("el certificado predeterminado de Traefik", NO_NAME),
        DefaultProduct::Plesk => ("el certificado predeterminado de Plesk", NO_NAME),
        DefaultProduct::Cpanel => ("el certificado integrado de cPanel o WHM", NO_NAME),
        DefaultProduct::Localhost => (
            "un certificado para localhost",
            "Está destinado a pruebas en una sola máquina. El certificado de este host no está configurado.",
        ),
        DefaultProduct::AcmPrivateCa => (
            "de una CA privada de AWS Certificate Manager",
            "API Gateway admite la CA pública de ACM, pero ninguna CA privada, salvo con insecureSkipVerification.",
        ),
        DefaultProduct::Snakeoil => (
            "un certificado de ejemplo incluido con el sistema operativo o con OpenSSL",
            "El certificado de este host no está configurado.",
        ),
        DefaultProduct::InspectionProxy => {
            let what = if vendor.is_empty() {
                "de un proxy que inspecciona el tráfico TLS".to_owned()
            } else {
                of("de un proxy que inspecciona el tráfico TLS ({0})")
            };
            return (
                what,
                "El proxy está en su red y sustituye el certificado del servidor. API Gateway no ve este certificado.",
            );
        }
        DefaultProduct::CloudflareOrigin => (
            "un certificado de origen de Cloudflare",
            "Solo Cloudflare confía en él. Haga que API Gateway llame al host a través de Cloudflare, o instale un certificado de una CA pública.",
        ),
        DefaultProduct::LetsEncryptStaging => (
            "del entorno de pruebas (staging) de Let’s Encrypt",
            "Esos certificados son para pruebas y ningún cliente confía en ellos. Vuelva a solicitar el certificado al entorno de producción.",
        ),
        DefaultProduct::ReverseProxy => return (of("el certificado predeterminado de {0}"), NO_NAME),
        DefaultProduct::Appliance => {
            return (
                of("el certificado integrado de {0}"),
                "El URI de la integración lleva a una interfaz de administración, o el certificado de este host no está configurado.",
            );
        }
        DefaultProduct::KubernetesApi => (
            "el certificado del servidor de API de un clúster de Kubernetes",
            "El URI de la integración lleva a la API del clúster y no a su servicio.",
        ),
        DefaultProduct::ApplicationServer => {
            return (
                of("un certificado creado por {0}"),
                "El certificado de este host no está configurado.",
            );
        }
        DefaultProduct::Platform => {
            return (
                of("el certificado general de {0}"),
                "Solo es válido para los nombres del dominio de la plataforma. El host no está configurado allí como dominio personalizado, o el cliente no envió el nombre del servidor (SNI).",
            );
        }
        DefaultProduct::PrivateCa => {
            return (
                of("de una CA privada ({0})"),
                "API Gateway no admite ninguna CA privada, salvo con insecureSkipVerification.",
            );
        }
    };
    (what.to_owned(), more)
}

/// How to configure the certificate for the host in a product.
fn configure(product: DefaultProduct, vendor: Option<&str>, setting: Option<&str>) -> String {
    let mut place = match product {
        DefaultProduct::IngressNginx => "ingress-nginx".to_owned(),
        DefaultProduct::Traefik => "Traefik".to_owned(),
        DefaultProduct::Plesk => "Plesk".to_owned(),
        DefaultProduct::Cpanel => "cPanel".to_owned(),
        _ => vendor.map(shown).unwrap_or_default(),
    };
    if let Some(setting) = setting {
        place.push_str(" (");
        place.push_str(&shown(setting));
        place.push(')');
    }
    match product {
        DefaultProduct::IngressNginx | DefaultProduct::Traefik | DefaultProduct::ReverseProxy => say!("Configure el certificado de este host en {0}. Compruebe que el URI de la integración contiene un nombre de host configurado allí: API Gateway envía ese nombre (SNI). Si un enlace de VPC no envía ningún nombre, póngalo como certificado predeterminado.", place),
        DefaultProduct::Plesk | DefaultProduct::Cpanel | DefaultProduct::ApplicationServer => say!("Instale el certificado de este host en {0}.", place),
        DefaultProduct::Appliance => say!("Compruebe el host y el puerto del URI de la integración. Si son correctos, instale el certificado de este host en {0}.", place),
        DefaultProduct::Platform => say!("Añada el host como dominio personalizado de la aplicación en {0} y espere a que tenga certificado, o ponga en el URI de la integración el nombre de la aplicación en la plataforma.", place),
        DefaultProduct::KubernetesApi => "Ponga en el URI de la integración la dirección del Ingress o del equilibrador de carga de su servicio.".to_owned(),
        DefaultProduct::Localhost
        | DefaultProduct::Snakeoil
        | DefaultProduct::AcmPrivateCa
        | DefaultProduct::PrivateCa
        | DefaultProduct::InspectionProxy
        | DefaultProduct::CloudflareOrigin
        | DefaultProduct::LetsEncryptStaging => "Configure el certificado de este host. Si los clientes no envían el nombre del servidor (SNI), póngalo como predeterminado.".to_owned(),
    }
}

fn defect(defect: Defect) -> &'static str {
    match defect {
        Defect::EmptyIssuer => "su emisor no tiene nombre (RFC 5280 §4.1.2.4)",
        Defect::EmptySubject => {
            "su sujeto está vacío y no tiene ningún nombre alternativo del sujeto crítico (RFC 5280 §4.1.2.6)"
        }
        Defect::DuplicateExtension => "contiene la misma extensión dos veces (RFC 5280 §4.2)",
        Defect::ExtensionsInOldVersion => {
            "contiene extensiones o identificadores únicos que su versión no permite (RFC 5280 §4.1.2.9)"
        }
        Defect::AlgorithmMismatch => "indica dos algoritmos de firma distintos (RFC 5280 §4.1.1.2)",
        Defect::UnreadableCriticalExtension => "el contenido de una extensión crítica está dañado",
        Defect::UnreadableKey => "su clave pública tiene un formato o unos parámetros que Java no acepta",
        Defect::NumberTooLarge => {
            "su clave pública contiene un número demasiado grande para Java («Integer exceeds maximum valid value»)"
        }
        Defect::UnreadableTime => "sus fechas están dañadas",
        Defect::UnreadableAlgorithm => "los parámetros de su algoritmo de firma están dañados",
        Defect::Structure => "su estructura no es la de un certificado",
    }
}

fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Dns => "nombre DNS",
        NameKind::Ip => "nombre de tipo dirección IP",
        NameKind::Directory => "nombre de directorio",
        NameKind::Email => "nombre de tipo correo electrónico",
        NameKind::Uri => "nombre de tipo URI",
        NameKind::Other => "nombre",
    }
}

fn usages(t: &Renderer<'_>, usages: &[String]) -> String {
    if usages.is_empty() {
        "ninguno".to_owned()
    } else {
        t.list(usages)
    }
}
