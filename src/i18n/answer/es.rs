//! Spanish: the answer.

use super::{AnswerPhrase, AnswerText, AnswerWords, Instruction, NewCertificate, Span, span};
use crate::cert::UnixTime;
use crate::i18n::format::{append, listed, say, shown, whole};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::{Spanish, count};
use crate::i18n::grammar::named;

impl Spanish {
    fn span(&self, days: i64) -> String {
        match span(days) {
            Span::Days(days) => self.days(days),
            Span::Months(months) => count(months, "mes", "meses"),
            Span::Years(years) => count(years, "año", "años"),
        }
    }

    fn new_certificate(&self, needs: &NewCertificate<'_>) -> String {
        let mut parts: Vec<String> = Vec::new();
        if needs.public_ca {
            parts.push("de una CA pública (como Let’s Encrypt o ACM)".to_owned());
        }
        if let Some(name) = needs.hostname {
            parts.push(say!("para «{0}»", shown(name)));
        }
        if needs.smaller_key {
            parts.push("con una clave RSA de 2048 bits o una clave P-256".to_owned());
        }
        if needs.reissue {
            parts.push("sin el fallo indicado arriba".to_owned());
        }
        let several = parts.len() > 1 || needs.renew.is_some();
        let mut text = match (needs.renew, needs) {
            (Some(name), _) if parts.is_empty() => say!(
                "Renueve «{0}» e instale el certificado nuevo con su intermedio.",
                named(self, name)
            ),
            (_, NewCertificate { public_ca: true, .. }) if !several => {
                "Obtenga un certificado de una CA pública, como Let’s Encrypt o ACM.".to_owned()
            }
            (
                _,
                NewCertificate {
                    hostname: Some(name), ..
                },
            ) if !several => say!(
                "Llame al backend por un nombre de su certificado u obtenga un certificado para «{0}».",
                shown(name)
            ),
            _ => say!("Obtenga un certificado nuevo {0}.", listed(&parts, " y ")),
        };
        if needs.with_intermediate && !(needs.renew.is_some() && parts.is_empty()) {
            append(&mut text, "Instálelo con su intermedio.");
        }
        if needs.smaller_key && !several && needs.java_accepts {
            append(&mut text, "El propio Java acepta este.");
        }
        if needs.renew.is_some() {
            append(
                &mut text,
                "¿Ya lo renovó? Entonces el servidor aún envía el antiguo: recargue su configuración.",
            );
        }
        text
    }
}

fn year(moment: UnixTime) -> String {
    moment.civil().0.to_string()
}

impl AnswerWords for Spanish {
    fn text(&self, text: AnswerText) -> &'static str {
        match text {
            AnswerText::BadgeAccepted => "API Gateway aceptará esta cadena",
            AnswerText::BadgeRejected => "API Gateway rechazará esta cadena",
            AnswerText::BadgeOutsideLimits | AnswerText::TitleOutsideLimits => "Fuera de los límites de AWS",
            AnswerText::BadgeOpen => "No concluyente",
            AnswerText::SeeJavaMessage => "El mensaje de Java dice por qué",
            AnswerText::NextStep => "Qué hacer",
            AnswerText::CopyForTicket => "Copiar para un tique",
            AnswerText::CopyCommand => "Copiar el comando",
            AnswerText::CheckNew => "Comprobar el nuevo",
            AnswerText::CheckHost => "Comprobar",
            AnswerText::HowToInstall => "Cómo instalarla",
            AnswerText::HowToConfigure => "Cómo configurarlo",
            AnswerText::SkipCaCheck => "Omitir la comprobación de la CA…",
            AnswerText::Remind => "Recordármelo antes de que caduque (.ics)",
            AnswerText::NamesOfCertificate => "Nombres del certificado",
            AnswerText::InLog => "En el registro",
            AnswerText::ChainHeading => "La cadena recibida",
            AnswerText::ServerRole => "Servidor",
            AnswerText::IntermediateRole => "Intermedio",
            AnswerText::RootRole => "Raíz",
            AnswerText::OtherRole => "Certificado",
            AnswerText::IssuerRole => "Emisor",
            AnswerText::NotSent => "no enviado",
            AnswerText::OnList => "en la lista de AWS",
            AnswerText::NotOnList => "no está en la lista de AWS",
            AnswerText::Expired => "caducado",
            AnswerText::NotYetValid => "aún no válido",
            AnswerText::UnknownIssuer => "desconocido",
            AnswerText::InRepaired => "Incluido en la cadena reparada",
            AnswerText::NeedNotSend => "no hace falta enviarla",
            AnswerText::CrossSigned => "misma clave, firmada por otra CA",
            AnswerText::AboveRoot => "por encima de la raíz, innecesario",
            AnswerText::LinkNameFails => "el nombre del emisor no coincide",
            AnswerText::LinkKeyFails => "el identificador de clave no coincide",
            AnswerText::LinkSignatureFails => "la firma no coincide",
            AnswerText::NotInLink => "No está en este enlace",
            AnswerText::GistCa => "La raíz está en la lista de AWS",
            AnswerText::GistValidity => "No caducado y ya válido",
            AnswerText::GistChain => "Se envían todos los intermedios, en orden",
            AnswerText::GistKey => "2048 bits como máximo (RSA)",
            AnswerText::GistAllSent => "Se enviaron todos los intermedios",
            AnswerText::MetOnceSent => "Se cumplirá cuando se envíe",
            AnswerText::ByHand => "Comprobar a mano",
            AnswerText::Host => "host",
            AnswerText::HostNotChecked => "sin comprobar",
            AnswerText::HostFromInput => "según la entrada",
            AnswerText::NowChecked => "ahora",
            AnswerText::CheckSkipped => "comprobación de la CA omitida",
            AnswerText::Change => "Cambiar",
            AnswerText::NewCheck => "Nueva comprobación",
            AnswerText::NoChainYet => "¿Aún sin cadena? Pídala al servidor",
            AnswerText::Files => "o suéltelos en cualquier lugar: PEM, DER, P7B, P12, JKS, ZIP, carpetas",
            AnswerText::ErrorNotCause => "Este es el error, no su causa.",
            AnswerText::OtherCause => "Este error tiene otra causa que la cadena del servidor.",
            AnswerText::OnlyDescribed => "Falta el certificado en sí.",
            AnswerText::GetChainNow => "Pida ahora la cadena al servidor",
            AnswerText::PrintNow => "Muestre ahora los certificados",
            AnswerText::NoCertificate => "No hay ningún certificado en este texto.",
            AnswerText::WasPrivateKey => {
                "Eso era una clave privada. Se eliminó de inmediato y no salió de su navegador. Si la ha pegado en otro sitio, sustitúyala."
            }
            AnswerText::NothingLeaves => "Nada de lo que pega sale de esta pestaña.",
            AnswerText::Documentation => "Documentación",
            AnswerText::Privacy => "Privacidad",
            AnswerText::Report => "Informe",
            AnswerText::Close => "Cerrar",
        }
    }

    fn phrase(&self, phrase: &AnswerPhrase<'_>) -> String {
        match phrase {
            AnswerPhrase::ValidFor { days, hostname: None } => say!("Válida durante {0} más.", self.span(*days)),
            AnswerPhrase::ValidFor {
                days,
                hostname: Some(name),
            } => {
                say!("Válida para «{0}» durante {1} más.", shown(name), self.span(*days))
            }
            AnswerPhrase::Also(clause) => say!("Además: {0}.", clause),
            AnswerPhrase::Warning(clause) => say!("Aviso: {0}.", clause),
            AnswerPhrase::NotCompleted(clause) => say!("Una comprobación no pudo completarse: {0}.", clause),
            AnswerPhrase::AndMore(more) => say!("y {0} más", self.number(whole(*more))),
            AnswerPhrase::Now(moment) => say!("ahora: {0}", self.date(*moment)),
            AnswerPhrase::AsOf(moment) => say!("a fecha de {0}", self.date(*moment)),
            AnswerPhrase::Key { algorithm, size } => say!("{0} {1}", shown(algorithm), shown(size)),
            AnswerPhrase::Until { not_after, days } => match (*days, span(days.saturating_abs())) {
                (..0, _) => say!(
                    "hasta el {0}, hace {1}",
                    self.date(*not_after),
                    self.span(days.saturating_neg())
                ),
                (_, Span::Years(_)) => say!("hasta {0}", year(*not_after)),
                _ => say!(
                    "hasta el {0}, {1}",
                    self.date(*not_after),
                    self.phrase(&AnswerPhrase::TimeLeft(*days))
                ),
            },
            AnswerPhrase::From(moment) => say!("desde el {0}", self.date(*moment)),
            AnswerPhrase::TimeLeft(1) => say!("queda {0}", self.span(1)),
            AnswerPhrase::TimeLeft(days) => say!("quedan {0}", self.span(*days)),
            AnswerPhrase::MoreNames(more) => say!("y {0} más", self.number(whole(*more))),
            AnswerPhrase::Outside(number) => {
                say!("Enviados, pero fuera de la cadena ({0})", self.number(whole(*number)))
            }
            AnswerPhrase::MoreInChain(number) => count(whole(*number), "certificado más", "certificados más"),
            AnswerPhrase::CopyOf(place) => say!("copia del n.º {0}", place.to_string()),
            AnswerPhrase::RootListed(name) => say!("La raíz «{0}» está en la lista", named(self, name)),
            AnswerPhrase::RootNotListed(name) => say!("La raíz «{0}» no está en la lista", named(self, name)),
            AnswerPhrase::WasNotSent(name) => say!("«{0}» no se envió", named(self, name)),
            AnswerPhrase::KeyBits { bits, most: true } => say!("{0} bits, el máximo", bits.to_string()),
            AnswerPhrase::KeyBits { bits, most: false } => say!("{0} bits", bits.to_string()),
            AnswerPhrase::Colours(scheme) => say!("Colores: {0}", scheme),
            AnswerPhrase::Line(number) => say!("línea {0}", self.number(whole(*number))),
        }
    }

    fn instruction(&self, instruction: &Instruction<'_>) -> String {
        match instruction {
            Instruction::InstallMissing => "Instale este archivo en el servidor en lugar del actual: su certificado y después el intermedio que falta.".to_owned(),
            Instruction::InstallReordered => "Instale este archivo en el servidor en lugar del actual: los mismos certificados, en el orden correcto.".to_owned(),
            Instruction::InstallRepaired => "Instale este archivo en el servidor en lugar del actual: su certificado y después los intermedios correctos.".to_owned(),
            Instruction::InstallWithRoot => "Instale este archivo en el servidor en lugar del actual: su certificado, sus intermedios y la raíz.".to_owned(),
            Instruction::Wait(moment) => say!("Espere hasta el {0} o instale un certificado que ya sea válido.", self.date(*moment)),
            Instruction::NewCertificate(needs) => self.new_certificate(needs),
            Instruction::Configure(Some(host)) => say!("El servidor envió su certificado predeterminado. Configure el de «{0}», también para los clientes que no envían nombre de servidor (SNI).", shown(host)),
            Instruction::Configure(None) => "El servidor envió su certificado predeterminado. Configure el de su host, también para los clientes que no envían nombre de servidor (SNI).".to_owned(),
            Instruction::CallsStillFail => "¿Las llamadas siguen fallando? Entonces API Gateway recibe otra cadena: ejecute el comando desde otra red.".to_owned(),
            Instruction::HostNotChecked => "El nombre de host no se ha comprobado.".to_owned(),
            Instruction::ReplaceNow(label) => say!("Sustituya este certificado de inmediato: la clave privada de «{0}» es pública.", named(self, label)),
            Instruction::OtherCa(releases) => say!("Obtenga un certificado de otra CA. AWS incluye esta raíz en su lista, pero algunas versiones de Java la rechazan ({0}), y AWS no publica qué versión usa API Gateway.", self.list(releases)),
            Instruction::SeeMessage => "Lea el mensaje de Java en la línea del registro de abajo.".to_owned(),
        }
    }
}
