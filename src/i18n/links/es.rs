//! Spanish: share links.

use super::{LinkWords, ShareWords};
use crate::i18n::findings::FindingWords as _;
use crate::i18n::format::{append, say, shown};
use crate::i18n::grammar::Grammar as _;
use crate::i18n::grammar::es::{Spanish, count, list_of};
use crate::num::colon_hex;
use crate::share::{Changes, EncodeError, LinkError, MissingReason, QrError, Unresolved};

impl LinkWords for Spanish {
    fn link_error(&self, why: &LinkError) -> String {
        match why {
            LinkError::NoLink => "No es un enlace para compartir de esta página. Un enlace de ese tipo contiene #v1. y muchos caracteres después de la dirección de la página.".to_owned(),
            LinkError::Newer { version } => say!("Una versión más reciente de esta página creó este enlace (formato {0}). Vuelva a cargar la página y abra el enlace otra vez.", version.to_string()),
            LinkError::Truncated { characters, expected: 0 } => say!("El enlace está cortado: solo ha llegado {0}. Cópielo completo, o pida que se lo envíen de nuevo, por ejemplo como archivo.", count(i64::from(*characters), "carácter", "caracteres")),
            LinkError::Truncated { characters, expected } => say!("El enlace está cortado: han llegado {0} de sus {1} caracteres. Cópielo completo, o pida que se lo envíen de nuevo, por ejemplo como archivo.", self.number(i64::from(*characters)), self.number(i64::from(*expected))),
            LinkError::Damaged => "El enlace está dañado: un carácter se modificó o se perdió por el camino. Cópielo otra vez, o pida que se lo envíen de nuevo.".to_owned(),
            LinkError::TooLong { max } => say!("El enlace es demasiado largo: el límite es de {0} caracteres.", self.number(i64::from(*max))),
            LinkError::TooLarge { max } => say!("El enlace contiene demasiados datos: el límite es de {0} bytes. No lo creó esta página.", self.number(i64::from(*max))),
            LinkError::TooManyCertificates { max } => say!("El enlace contiene demasiados certificados: el límite es {0}. No lo creó esta página.", self.number(i64::from(*max))),
            LinkError::Malformed => "El enlace no se puede leer, aunque no se perdió nada por el camino. No lo creó esta página.".to_owned(),
            LinkError::NotACertificate { index } => say!("El certificado n.º\u{A0}{0} del enlace no se puede leer. No lo creó esta página.", self.number(i64::from(*index).saturating_add(1))),
        }
    }

    fn link_unresolved(&self, why: &Unresolved) -> String {
        let names: Vec<String> = why
            .missing
            .iter()
            .map(|missing| {
                say!(
                    "n.º\u{A0}{0} (SHA-256 {1} …)",
                    self.number(i64::from(missing.index).saturating_add(1)),
                    colon_hex(&missing.sha256_start)
                )
            })
            .collect();
        let names = self.list(&names);
        if why
            .missing
            .iter()
            .any(|missing| missing.reason == MissingReason::NotLoaded)
        {
            say!(
                "El enlace hace referencia a certificados que esta página conoce, pero que no se han podido cargar: {0}. Compruebe la red y abra el enlace otra vez.",
                names
            )
        } else {
            say!(
                "El enlace hace referencia a certificados que esta página debería conocer, pero que no tiene: {0}. Vuelva a cargar la página, o pida la cadena como archivo.",
                names
            )
        }
    }

    fn link_changes(&self, changes: &Changes) -> String {
        let then = self.date_time(changes.moment.before);
        if changes.is_empty() {
            return say!(
                "El resultado es el mismo que en el enlace, comprobado para el {0}.",
                then
            );
        }
        let mut text = match changes.verdict {
            Some(verdict) => say!(
                "El resultado ha cambiado desde que se creó el enlace. En el enlace, para el {0}: «{1}». Ahora: «{2}».",
                then,
                self.verdict(verdict.before),
                self.verdict(verdict.now)
            ),
            None => say!(
                "El veredicto es el mismo que en el enlace, comprobado para el {0}, pero algunos requisitos tienen otro resultado.",
                then
            ),
        };
        for (rule, outcome) in &changes.outcomes {
            let (before, now) = (self.outcome(outcome.before), self.outcome(outcome.now));
            append(
                &mut text,
                &say!(
                    "«{0}»: «{1}» en el enlace, «{2}» ahora.",
                    self.rule_name(*rule),
                    before,
                    now
                ),
            );
        }
        match changes.accepted.map(|accepted| accepted.now) {
            Some(true) => append(&mut text, "La negociación TLS de Java fallaba y ahora se completaría."),
            Some(false) => append(&mut text, "La negociación TLS de Java se completaba y ahora fallaría."),
            None => (),
        }
        if let Some(edition) = &changes.edition {
            append(
                &mut text,
                &say!(
                    "El enlace utilizó {0}; esta comprobación utiliza {1}.",
                    list_of(&edition.before),
                    list_of(&edition.now)
                ),
            );
        }
        if let Some(version) = &changes.version {
            append(
                &mut text,
                &say!(
                    "El enlace se creó con la versión {0} de esta página; esta comprobación es de la versión {1}.",
                    shown(&version.before),
                    shown(&version.now)
                ),
            );
        }
        text
    }
}

impl ShareWords for Spanish {
    fn encode_error(&self, why: &EncodeError) -> String {
        match why {
            EncodeError::NoCertificate => "No hay ningún certificado que compartir.".to_owned(),
            EncodeError::NotACertificate { index } => say!(
                "No se puede crear el enlace: el certificado n.º\u{A0}{0} no se puede leer.",
                self.number(i64::from(*index).saturating_add(1))
            ),
            EncodeError::TooManyCertificates { max } => say!(
                "No se puede crear el enlace: admite {0} certificados como máximo. Comparta la cadena de un solo servidor.",
                self.number(i64::from(*max))
            ),
            EncodeError::TextTooLong { max } => say!(
                "No se puede crear el enlace: un nombre de host u otro texto supera los {0} bytes.",
                self.number(i64::from(*max))
            ),
            EncodeError::TooLarge { max } => say!(
                "No se puede crear el enlace: superaría los {0} caracteres. Comparta la cadena de un solo servidor, o solo el veredicto.",
                self.number(i64::from(*max))
            ),
        }
    }

    fn qr_error(&self, why: &QrError) -> String {
        match why {
            QrError::TooLong { characters, max } => say!(
                "El enlace es demasiado largo para escanearlo: tiene {0} caracteres y el límite es de {1}. Compártalo como texto, o comparta solo el veredicto.",
                self.number(i64::from(*characters)),
                self.number(i64::from(*max))
            ),
        }
    }
}
