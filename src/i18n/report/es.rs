//! Spanish: the report below the four requirements.

use super::{ReportPhrase, ReportText, ReportWords};
use crate::i18n::format::{Explanation, append, grouped, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::{NARROW, Spanish, count};
use crate::i18n::grammar::named;
use crate::report::{
    Change, IgnoredEntry, IgnoredWhy, Obstacle, Removal, Repair, RepairStatus, SignatureStatus, ValidityStatus, Verdict,
};

impl ReportWords for Spanish {
    fn text(&self, text: ReportText) -> &'static str {
        match text {
            ReportText::HostHeading => "Nombre de host",
            ReportText::PathHeading => "Cadena",
            ReportText::NotSent => "No enviado",
            ReportText::ListedAs => "En la lista como",
            ReportText::Leaf => "Certificado del servidor",
            ReportText::Intermediate => "Certificado intermedio",
            ReportText::Root => "Certificado raíz",
            ReportText::Certificate => "Certificado",
            ReportText::Subject => "Sujeto",
            ReportText::Issuer => "Emisor",
            ReportText::SerialNumber => "Número de serie",
            ReportText::Version => "Versión",
            ReportText::ValidFrom => "No antes de",
            ReportText::ValidUntil => "No después de",
            ReportText::Key => "Clave pública",
            ReportText::Exponent => "Exponente",
            ReportText::SignatureAlgorithm => "Algoritmo de firma",
            ReportText::SignatureCheck => "Firma",
            ReportText::SignedBy => "Firmado por",
            ReportText::SubjectAltNames => "Nombres alternativos del sujeto",
            ReportText::IsCa => "Autoridad de certificación",
            ReportText::PathLength => "Certificados de CA permitidos por debajo",
            ReportText::KeyUsage => "Usos de la clave",
            ReportText::ExtendedKeyUsage => "Usos extendidos de la clave",
            ReportText::SubjectKeyId => "Identificador de clave del sujeto",
            ReportText::AuthorityKeyId => "Identificador de clave de la autoridad",
            ReportText::IssuerLocations => "URL del certificado del emisor",
            ReportText::Extensions => "Extensiones",
            ReportText::ExtensionsNotDecoded => {
                "Su contenido no se puede descodificar, porque el certificado no está codificado en DER estricto."
            }
            ReportText::Critical => "Crítica",
            ReportText::Yes => "Sí",
            ReportText::No => "No",
            ReportText::None => "Ninguno",
            ReportText::Unknown => "Desconocido",
            ReportText::ExplainFields => "Explicar los campos",
            ReportText::CopyPlain => "Copiar sin dos puntos",
            ReportText::EncodingFaults => "Errores de codificación",
            ReportText::ExplainSubject => {
                "El nombre del titular del certificado. Los certificados que firma deben tener este nombre como emisor; si no, Java no encuentra ninguna ruta."
            }
            ReportText::ExplainIssuer => {
                "El nombre de la CA que firmó el certificado. API Gateway sigue este nombre de certificado en certificado, hasta una raíz de la lista de AWS."
            }
            ReportText::ExplainSubjectAltNames => {
                "Los nombres de host y las direcciones IP para los que el certificado es válido. Deben incluir el nombre de host del backend. Si aquí hay un nombre DNS, el nombre común se ignora."
            }
            ReportText::ExplainValidFrom => {
                "El certificado no es válido antes de esta fecha. Hasta entonces, API Gateway lo rechaza: requisito 2."
            }
            ReportText::ExplainValidUntil => {
                "El certificado no es válido después de esta fecha. A partir de entonces, API Gateway rechaza la cadena: requisito 2."
            }
            ReportText::ExplainKey => {
                "La parte pública del par de claves del titular. Para el certificado del servidor, el requisito 4 permite claves RSA de hasta 2048 bits. Las claves de las CA pueden ser más largas."
            }
            ReportText::ExplainExponent => {
                "El exponente público de una clave RSA, casi siempre 65537. API Gateway no lo limita."
            }
            ReportText::ExplainSignatureAlgorithm => {
                "El algoritmo con el que firmó el emisor. Java, y por tanto API Gateway, rechaza MD2 y MD5."
            }
            ReportText::ExplainSignatureCheck => {
                "Indica si la clave del emisor hizo esta firma. Solo se puede comprobar si el certificado del emisor está disponible. Una firma incorrecta rompe la cadena."
            }
            ReportText::ExplainSignedBy => {
                "El certificado cuya clave hizo la firma: otro de su entrada o una raíz de la lista de AWS."
            }
            ReportText::ExplainListedAs => "Los alias de esta clave en la lista de CA admitidas de AWS: requisito 1.",
            ReportText::ExplainSerialNumber => {
                "El número que le asignó el emisor, único para ese emisor. Indíquelo cuando consulte a su CA sobre este certificado."
            }
            ReportText::ExplainVersion => {
                "La versión del formato del certificado. Solo la versión 3 puede indicar que un certificado es de una CA, por lo que Java rechaza los intermedios más antiguos."
            }
            ReportText::ExplainIsCa => {
                "Indica si el certificado puede firmar otros certificados (basicConstraints). Todos los certificados superiores al del servidor deben ser de una CA."
            }
            ReportText::ExplainPathLength => {
                "Cuántos certificados de CA más se permiten por debajo de este. Si hay más, Java rechaza la cadena."
            }
            ReportText::ExplainKeyUsage => {
                "Para qué se puede usar la clave. Una CA necesita keyCertSign. Un servidor con una clave RSA necesita digitalSignature o keyEncipherment."
            }
            ReportText::ExplainExtendedKeyUsage => {
                "Limita los usos del certificado. Si el certificado de un servidor tiene este campo, debe contener serverAuth."
            }
            ReportText::ExplainSubjectKeyId => {
                "Un identificador corto de la clave del certificado. Distingue las CA que tienen el mismo nombre."
            }
            ReportText::ExplainAuthorityKeyId => {
                "El identificador corto de la clave del emisor. Sirve para encontrar el certificado correcto si falta un intermedio."
            }
            ReportText::ExplainIssuerLocations => {
                "Dónde se puede descargar el certificado del emisor. Los navegadores suelen hacerlo de forma automática. API Gateway no lo hace, así que el servidor debe enviarlo."
            }
            ReportText::ExplainSha256 => {
                "La huella digital del certificado: dos certificados con la misma huella son idénticos. Búsquela en la lista de CA admitidas de AWS."
            }
            ReportText::ExplainSha1 => {
                "La huella digital más antigua, que la lista de AWS también incluye. Sirve para buscar un certificado, no para demostrar que es el correcto."
            }
            ReportText::ExplainExtensions => {
                "Los demás campos del certificado. Java rechaza un certificado con una extensión crítica que no conoce."
            }
            ReportText::ExplainEncodingFaults => {
                "Dónde los bytes incumplen las reglas del formato. Java deja de leer ahí y la negociación TLS falla."
            }
            ReportText::ExplainPem => {
                "El certificado completo como texto, en el formato que aceptan los servidores y ACM."
            }
            ReportText::Sha256 => "SHA-256",
            ReportText::Sha1 => "SHA-1",
            ReportText::OnTheList => "Raíz de la lista de AWS",
            ReportText::FindingDocs => "Qué significa, con un ejemplo",
            ReportText::CommandsFor => "Comandos para",
            ReportText::RepairInstall => "Instalar la cadena reparada",
            ReportText::RepairInOrder => "Copiar esta cadena en orden",
            ReportText::RepairHeading => "La cadena que hay que instalar",
            ReportText::RepairShow => "Mostrar la cadena que hay que instalar",
            ReportText::RepairLooking => "Buscando los certificados que faltan…",
            ReportText::RepairFailed => "No se ha podido reparar la cadena.",
            ReportText::MostClientsFind => "Buscar la cadena que aceptan más clientes",
            ReportText::MostClientsLooking => "Comprobando las cadenas posibles para cada cliente…",
            ReportText::MostClientsFailed => "No se han podido comprobar las cadenas.",
            ReportText::RemainingClients => "Estos clientes no la aceptan:",
            ReportText::NoClientAccepts => "Ningún cliente acepta la cadena, ni tal como se envía ni reparada.",
            ReportText::TruststoreIgnored => "Entradas del truststore que Java ignora",
            ReportText::DownloadFullChain => "Descargar fullchain.pem",
            ReportText::DownloadWithRoot => "Descargar con la raíz",
            ReportText::FormWithoutRoot => {
                "Sin la raíz: lo que un servidor envía normalmente. Los clientes ya tienen la raíz."
            }
            ReportText::FormWithRoot => {
                "Con la raíz: lo que exige insecureSkipVerification, porque en ese caso la raíz debe estar en la cadena."
            }
            ReportText::FromData => "de los datos de esta herramienta",
            ReportText::ChangesHeading => "Cambios respecto a su entrada",
            ReportText::AfterRepair => "Con esta cadena",
            ReportText::AcmHeading => "Para AWS Certificate Manager",
            ReportText::AcmBody => "Cuerpo del certificado",
            ReportText::AcmKey => "Clave privada del certificado",
            ReportText::AcmKeyHint => "Solo la tiene usted. Péguela únicamente en ACM, nunca aquí.",
            ReportText::AcmChain => "Cadena de certificados",
            ReportText::GetMissing => "Cómo obtener el certificado que falta",
            ReportText::InstallHeading => "Cómo instalarla",
            ReportText::InstallFor => "Servidor",
            ReportText::TlsConfigHeading => "tlsConfig de la integración",
            ReportText::TlsConfigFor => "Herramienta",
            ReportText::CompareHeading => "Comparación con su entrada anterior",
            ReportText::CompareFixed => "Corregido",
            ReportText::CompareLeft => "Sigue ahí",
            ReportText::CompareNew => "Nuevo",
            ReportText::CompareSame => "Antes no había ningún problema y ahora tampoco.",
            ReportText::CompareForget => "Dejar de comparar",
            ReportText::ShareChain => "Enlace con los certificados",
            ReportText::ShareChainHint => {
                "Contiene los certificados, el nombre de host y las opciones. La página de la persona que lo abra los comprueba de nuevo."
            }
            ReportText::ShareVerdict => "Enlace solo con el veredicto",
            ReportText::ShareVerdictHint => "Contiene resultados y códigos: ningún nombre, host ni certificado.",
            ReportText::SharePrivacy => {
                "Todos los datos van después del # de la dirección, que los navegadores no envían a ningún servidor. Cualquiera que tenga el enlace puede leerlos."
            }
            ReportText::ShareLong => {
                "Los programas de mensajería pueden cortar enlaces tan largos. Es más seguro enviar la cadena como archivo."
            }
            ReportText::ShareMaking => "Creando el enlace…",
            ReportText::ShareFailed => "No se ha podido crear el enlace.",
            ReportText::ShareCode => "Código para escanear",
            ReportText::SharedVerdictHeading => "Un veredicto compartido",
            ReportText::SharedVerdictHint => {
                "Este enlace contiene solo el veredicto. Para ver los motivos, pegue la cadena o pida un enlace con los certificados."
            }
            ReportText::ExportMarkdown => "Markdown, para un ticket",
            ReportText::ExportPlain => "Texto, para un chat",
            ReportText::ExportJson => "JSON, para programas",
            ReportText::ExportPrint => "Imprimir",
            ReportText::ExportCalendar => "Recordatorio de la primera caducidad (.ics)",
        }
    }

    fn phrase(&self, phrase: &ReportPhrase<'_>) -> String {
        match phrase {
            ReportPhrase::KeyBits { algorithm, bits: 0 } => shown(algorithm),
            ReportPhrase::KeyBits { algorithm, bits } => {
                say!("{0}, {1}\u{A0}bits", shown(algorithm), self.number(i64::from(*bits)))
            }
            ReportPhrase::Bytes(number) => count(i64::from(*number), "byte", "bytes"),
            ReportPhrase::AllCharacters(number) => say!("Mostrar todo ({0} caracteres)", self.number(whole(*number))),
            ReportPhrase::IssuerChanged { before, now } => say!(
                "La renovación cambió el emisor: «{0}» emitió el certificado del servidor anterior y «{1}» el nuevo. Sustituya también los certificados intermedios de la cadena del servidor.",
                shown(before),
                shown(now)
            ),
            ReportPhrase::AllNames(number) => say!("Mostrar todo ({0} nombres)", self.number(whole(*number))),
            ReportPhrase::CurrentValidity { status, days } => match status {
                ValidityStatus::Valid => say!("caduca dentro de {0}", self.days(*days)),
                ValidityStatus::Expired => say!("caducó hace {0}", self.days(*days)),
                ValidityStatus::NotYetValid => say!("aún no es válido, empieza dentro de {0}", self.days(*days)),
            },
            ReportPhrase::Requirement { number, name } => say!("{0}. {1}", number.to_string(), name),
            ReportPhrase::PlaceOf { place, total } => say!(
                "N.º\u{A0}{0} de {1}",
                self.number(i64::from(*place)),
                self.number(i64::from(*total))
            ),
            ReportPhrase::Version(version) => say!("Versión {0}", version),
            ReportPhrase::FromInput(place) => say!("n.º\u{A0}{0} de su entrada", self.number(i64::from(*place))),
            ReportPhrase::LinkLength(length) => count(whole(*length), "carácter", "caracteres"),
            ReportPhrase::IgnoredEntry(IgnoredEntry { name, why }) => {
                let name = shown(name);
                match why {
                    IgnoredWhy::NotMarked => say!(
                        "{0}: el archivo no lo marca como de confianza (keytool -importcert lo hace)",
                        name
                    ),
                    IgnoredWhy::ChainOfKey => say!(
                        "{0}: está en la cadena de una clave privada, de la que solo cuenta el primer certificado",
                        name
                    ),
                    IgnoredWhy::SameAlias => say!("{0}: una entrada posterior tiene el mismo alias", name),
                }
            }
            ReportPhrase::MostClients { accepted, of, as_sent } if accepted > as_sent => say!(
                "Aceptan esta cadena {0} de {1} clientes; la cadena tal como se envía, {2}.",
                self.number(whole(*accepted)),
                self.number(whole(*of)),
                self.number(whole(*as_sent))
            ),
            ReportPhrase::MostClients { accepted, of, .. } => say!(
                "No se ha encontrado ninguna cadena que acepten más clientes que la cadena tal como se envía: {0} de {1}.",
                self.number(whole(*accepted)),
                self.number(whole(*of))
            ),
            ReportPhrase::PrintUntil { start, until } => {
                say!("SHA-256 {0} …, hasta el {1}", shown(start), self.date(*until))
            }
        }
    }

    fn repair_status(&self, repair: &Repair) -> Explanation {
        let name = |label: &str| named(self, label);
        let (clause, mut more) = match (&repair.status, repair.accepted, repair.verdict) {
            (RepairStatus::Complete {}, _, Verdict::Pass) => ("la cadena está reparada y API Gateway la aceptaría".to_owned(), String::new()),
            (RepairStatus::Complete {}, true, Verdict::Fail) => (
                "la cadena está reparada, pero sigue sin cumplirse un requisito".to_owned(),
                "Otra cadena no lo corregiría: consulte los requisitos.".to_owned(),
            ),
            (RepairStatus::Complete {}, false, Verdict::Fail) => (
                "la cadena está reparada, pero API Gateway seguiría rechazándola".to_owned(),
                "La causa es un certificado o el nombre de host, y otra cadena no lo corregiría: consulte los hallazgos.".to_owned(),
            ),
            (RepairStatus::Complete {}, _, Verdict::Inconclusive) => (
                "la cadena está reparada, pero no se sabe si API Gateway la aceptaría".to_owned(),
                "Otra cadena no lo cambiaría: consulte los hallazgos.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Pass) => (
                "la cadena está completa y en el orden correcto".to_owned(),
                "No hay nada que reparar.".to_owned(),
            ),
            (RepairStatus::AlreadyComplete {}, _, Verdict::Fail | Verdict::Inconclusive) => (
                "la cadena en sí está completa y en el orden correcto".to_owned(),
                "El problema es otro y otra cadena no lo corregiría: consulte los hallazgos.".to_owned(),
            ),
            (RepairStatus::Incomplete { missing }, ..) => {
                let clause = if repair.unavailable.is_empty() {
                    say!("falta el certificado de «{0}» y esta herramienta no tiene ninguno que coincida", name(&missing.label))
                } else {
                    say!("falta el certificado de «{0}» y no se ha podido cargar una parte de los datos de esta herramienta", name(&missing.label))
                };
                let mut more = say!("Su sujeto es {0}.", name(&missing.issuer));
                if let Some(key_id) = &missing.key_id {
                    append(&mut more, &say!("Su identificador de clave del sujeto debería ser {0}.", shown(key_id)));
                }
                append(
                    &mut more,
                    &match missing.locations.first() {
                        Some(location) => say!("Descárguelo de {0}", shown(location)),
                        None => "Solicítelo a la CA que emitió el certificado.".to_owned(),
                    },
                );
                (clause, more)
            }
            (RepairStatus::Impossible { obstacle }, ..) => match obstacle {
                Obstacle::LeafMissing {} => (
                    "falta el certificado del servidor".to_owned(),
                    "Solo se han proporcionado certificados de CA. Añada el certificado del servidor y se podrá ordenar la cadena.".to_owned(),
                ),
                Obstacle::SelfSigned { label } => (
                    "un certificado autofirmado no tiene cadena".to_owned(),
                    say!("«{0}» es su propio emisor. Obtenga un certificado de una CA de la lista de API Gateway.", name(label)),
                ),
                Obstacle::RootNotListed { label } => (
                    say!("la cadena termina en «{0}», que no está en la lista de API Gateway", name(label)),
                    "Esta herramienta no conoce ningún certificado de esa CA que lleve a una raíz admitida. Los certificados están en el orden correcto.".to_owned(),
                ),
            },
        };
        if repair.root_recommended && repair.root.is_some() {
            append(
                &mut more,
                "Envíe también la raíz: insecureSkipVerification exige que esté en la cadena.",
            );
        }
        Explanation::new(clause, more)
    }

    fn repair_change(&self, change: &Change) -> String {
        let at = |place: u32| grouped(i64::from(place).saturating_add(1), NARROW);
        match change {
            Change::Added { to, label } => say!(
                "Añadido: «{0}» como n.º\u{A0}{1}, de los datos de esta herramienta",
                named(self, label),
                at(*to)
            ),
            Change::Moved { certificate, label, to } => {
                say!(
                    "Movido: n.º\u{A0}{0} «{1}», a la posición {2}",
                    at(certificate.0),
                    named(self, label),
                    at(*to)
                )
            }
            Change::RootApart { certificate, label } => {
                say!(
                    "Separado: n.º\u{A0}{0} «{1}», la raíz, que un servidor no tiene que enviar",
                    at(certificate.0),
                    named(self, label)
                )
            }
            Change::UnreadableRemoved {} => "Eliminado: datos que no se pudieron leer como certificado".to_owned(),
            Change::Removed {
                certificate,
                label,
                why,
            } => {
                let why = match why {
                    Removal::Duplicate { of } => say!("copia del n.º\u{A0}{0}", at(of.0)),
                    Removal::Stray {} => "que no tiene relación con el certificado del servidor".to_owned(),
                    Removal::Expired { not_after } => say!("que caducó el {0}", self.date(*not_after)),
                    Removal::NotYetValid { not_before } => {
                        say!("que no es válido antes del {0}", self.date(*not_before))
                    }
                    Removal::WrongKey {} => "cuya clave no firmó el certificado inferior".to_owned(),
                    Removal::Unfit {} => "que Java no acepta como emisor".to_owned(),
                    Removal::NotNeeded {} => "que la cadena no necesita".to_owned(),
                };
                say!(
                    "Eliminado: n.º\u{A0}{0} «{1}», {2}",
                    at(certificate.0),
                    named(self, label),
                    why
                )
            }
        }
    }

    fn code(&self, code: &str) -> &'static str {
        super::codes::spanish(code)
    }

    fn validity(&self, status: ValidityStatus) -> &'static str {
        match status {
            ValidityStatus::Valid => "Vigente",
            ValidityStatus::Expired => "Caducado",
            ValidityStatus::NotYetValid => "Aún no válido",
        }
    }

    fn signature(&self, status: SignatureStatus) -> &'static str {
        match status {
            SignatureStatus::Valid => "Firma verificada",
            SignatureStatus::Invalid => "La firma no coincide",
            SignatureStatus::NotChecked => "Firma no verificada",
        }
    }
}
