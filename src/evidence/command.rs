//! The commands that print a certificate that was only described.

use crate::ingest::{Described, DescribedBy, DescribedSource, Host};

/// `openssl s_client` for this host or for a placeholder. `sni` sends its name to the server.
pub(super) fn connect(host: Option<&Host>, sni: bool) -> String {
    let name = host.map_or("HOST", |host| host.name.as_str());
    let port = host.and_then(|host| host.port).unwrap_or(443).to_string();
    let address = name.parse::<std::net::IpAddr>();
    let bracketed = if name.contains(':') {
        ["[", name, "]"].concat()
    } else {
        name.to_owned()
    };
    let option = match (sni, address.is_ok()) {
        (true, false) => [" -servername ", name].concat(),
        (true, true) => String::new(),
        (false, _) => " -noservername".to_owned(),
    };
    [
        "openssl s_client -connect ",
        &bracketed,
        ":",
        &port,
        &option,
        " -showcerts </dev/null",
    ]
    .concat()
}

/// The command that prints the described certificate itself, from the same source.
pub(super) fn print(described: &Described, host: Option<&Host>) -> String {
    let openssl = matches!(described.tool, DescribedBy::OpensslText | DescribedBy::OpensslFields);
    match (&described.source, described.tool) {
        (DescribedSource::File { path }, DescribedBy::Keytool) => ["keytool -printcert -rfc -file ", path].concat(),
        (DescribedSource::File { path }, _) => ["openssl x509 -in ", path].concat(),
        (DescribedSource::Keystore { path }, _) => ["keytool -list -rfc -keystore ", path].concat(),
        (DescribedSource::Unknown, DescribedBy::Keytool) => "keytool -list -rfc -keystore FILE".to_owned(),
        (DescribedSource::Unknown, _) if openssl => "openssl x509 -in FILE".to_owned(),
        (DescribedSource::Unknown | DescribedSource::Server, _) => connect(host, true),
    }
}
