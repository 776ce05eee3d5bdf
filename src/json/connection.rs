//! The JSON form of what `--connect` found out about a server.

use serde::{Serialize, Serializer};

use super::{ReportView, WithMessage};
use crate::i18n::Locale;
use crate::report::{ClientTable, Connection, ConnectionNote, Report};

/// A server that was connected to: `{ name, connection, report, error }`.
///
/// `connection` has the handshakes and the notes about them. `error` is set if the usual handshake
/// failed, and `report` is null if no chain came.
#[derive(Clone, Copy, Debug)]
pub struct ConnectedView<'a> {
    /// The handshakes.
    pub connection: &'a Connection,
    /// The report on the chain.
    pub report: Option<&'a Report>,
    /// The answers of several clients about the chain, part of `report`.
    pub clients: Option<&'a ClientTable>,
    /// The language of the texts.
    pub locale: Locale,
}

impl Serialize for ConnectedView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Form<'a> {
            name: String,
            connection: ConnectionForm<'a>,
            report: Option<ReportView<'a>>,
            error: Option<Error>,
        }
        #[derive(Serialize)]
        struct ConnectionForm<'a> {
            #[serde(flatten)]
            connection: &'a Connection,
            notes: Vec<WithMessage<ConnectionNote<'a>>>,
        }
        #[derive(Serialize)]
        struct Error {
            code: &'static str,
            message: String,
        }
        let notes = self.connection.notes().into_iter().map(|note| WithMessage {
            message: self.locale.connection_note(&note),
            value: note,
        });
        let report = |report| ReportView::new(report, self.locale).with_clients(self.clients);
        Form {
            name: self.connection.name(),
            connection: ConnectionForm {
                connection: self.connection,
                notes: notes.collect(),
            },
            report: self.report.map(report),
            error: self
                .locale
                .connection_trouble(self.connection)
                .map(|(sentence, more)| Error {
                    code: "handshake-failed",
                    message: if more.is_empty() {
                        sentence
                    } else {
                        [sentence, more].join(" ")
                    },
                }),
        }
        .serialize(serializer)
    }
}
