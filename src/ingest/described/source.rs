//! Finds where a tool read a certificate, in the command above its output.

use crate::ingest::hints::leads::{KEYSTORE, PRINTCERT, X509};
use crate::ingest::hints::phrase_hits::Seen;
use crate::ingest::report::described::{DescribedBy, DescribedSource};

/// What the commands in a text name.
pub(super) struct Commands {
    file: Option<String>,
    keystore: Option<String>,
    printed: Option<String>,
    server: bool,
}

/// Reads the commands in a text.
pub(super) fn source(text: &[u8], seen: &Seen) -> Commands {
    let first = |phrase: &str| {
        let mut places = seen.places(phrase);
        places.find_map(|at| path(text.get(at + phrase.len()..)?))
    };
    Commands {
        file: first(X509),
        keystore: first(KEYSTORE),
        printed: first(PRINTCERT),
        server: seen.has("-sslserver ") || seen.has("s_client"),
    }
}

/// Returns where the tool read the certificate.
pub(super) fn of(tool: DescribedBy, commands: &Commands) -> DescribedSource {
    let file = |path: &String| DescribedSource::File { path: path.clone() };
    let keystore = |path: &String| DescribedSource::Keystore { path: path.clone() };
    let named = match tool {
        DescribedBy::OpensslText | DescribedBy::OpensslFields => commands.file.as_ref().map(file),
        DescribedBy::Keytool => {
            let printed = commands.printed.as_ref().map(file);
            printed.or_else(|| commands.keystore.as_ref().map(keystore))
        }
        DescribedBy::OpensslSession | DescribedBy::JavaDebug | DescribedBy::Curl | DescribedBy::Gnutls => {
            Some(DescribedSource::Server)
        }
        DescribedBy::Table | DescribedBy::Windows => return DescribedSource::Unknown,
    };
    let server = commands.server.then_some(DescribedSource::Server);
    named.or(server).unwrap_or_default()
}

/// Reads a path without quotation marks that has only characters that are safe in a shell.
fn path(text: &[u8]) -> Option<String> {
    let len = text
        .iter()
        .take(257)
        .take_while(|byte| !byte.is_ascii_whitespace())
        .count();
    let path = std::str::from_utf8(text.get(..len)?).ok()?;
    let safe = |c: char| c.is_ascii_alphanumeric() || "/._-+@%:~".contains(c);
    let plain = !path.is_empty() && len <= 256 && !path.starts_with('-') && path.chars().all(safe);
    plain.then(|| path.to_owned())
}
