//! The table of clients.
//!
//! A release that was not recorded is predicted as the recorded one that is nearest to the date of
//! its list. Java 8 was not recorded either: it is predicted as Java 11, with the lists of the
//! update of the same day (April 2026).

use std::sync::LazyLock;

use super::super::java::{JavaRelease, NEWEST_17, RELEASES};
use super::{Anchors, Client, ClientKind};

/// The version of [`NEWEST_17`].
const NEWEST: &str = NEWEST_17.version;

/// API Gateway.
pub(super) const API_GATEWAY: Client = Client {
    id: "api-gateway",
    kind: ClientKind::ApiGateway,
    anchors: Anchors::Aws,
    java: NEWEST,
    jdk_roots: false,
};

/// Java 8, with the lists of the newest recorded release of April 2026.
static JAVA_8: LazyLock<JavaRelease<'static>> = LazyLock::new(|| JavaRelease {
    version: "8",
    alert_in_message: false,
    ..*recorded("25.0.3")
});

/// The release with this version.
pub(super) fn release(version: &str) -> &'static JavaRelease<'static> {
    if version == "8" { &JAVA_8 } else { recorded(version) }
}

/// The recorded release with this version; the newest 17 if there is none.
fn recorded(version: &str) -> &'static JavaRelease<'static> {
    let mut releases = RELEASES.iter();
    releases.find(|release| release.version == version).unwrap_or(NEWEST_17)
}

/// A build of Java: its id is that of its list.
const fn java(
    list: &'static str,
    version: &'static str,
    build: &'static str,
    java: &'static str,
    jdk_roots: bool,
) -> Client {
    let kind = ClientKind::Java { version, build };
    Client {
        id: list,
        kind,
        anchors: Anchors::List(list),
        java,
        jdk_roots,
    }
}

/// Java with OpenJDK's own truststore.
const fn openjdk(list: &'static str, month: &'static str, java: &'static str) -> Client {
    let kind = ClientKind::OpenJdk(month);
    Client {
        id: list,
        kind,
        anchors: Anchors::List(list),
        java,
        jdk_roots: true,
    }
}

/// Java with Mozilla's store.
const fn mozilla(list: &'static str, month: &'static str, java: &'static str) -> Client {
    let kind = ClientKind::Mozilla(month);
    Client {
        id: list,
        kind,
        anchors: Anchors::List(list),
        java,
        jdk_roots: false,
    }
}

/// All clients. The first two have fixed places; the others may change their order.
#[rustfmt::skip]
pub const CLIENTS: &[Client] = &[
    API_GATEWAY,
    Client {
        id: "truststore",
        kind: ClientKind::Truststore,
        anchors: Anchors::Own,
        java: NEWEST,
        jdk_roots: false,
    },
    Client { id: "java-8", ..java("openjdk-2026-04", "8", "OpenJDK, 2026-04", "8", true) },
    java("temurin-11.0.13", "11", "Temurin 11.0.13", "11.0.13", false),
    java("temurin-17.0.9", "17", "Temurin 17.0.9", "17.0.9", true),
    java("temurin-21.0.8", "21", "Temurin 21.0.8", "21.0.8", true),
    java("temurin-25.0.2", "25", "Temurin 25.0.2", "25.0.2", false),
    java("debian-12", "17", "Debian 12", NEWEST, false),
    openjdk("openjdk-2020-06", "2020-06", "11.0.13"),
    openjdk("openjdk-2021-01", "2021-01", "11.0.13"),
    openjdk("openjdk-2022-01", "2022-01", "11.0.13"),
    openjdk("openjdk-2023-01", "2023-01", "17.0.9"),
    openjdk("openjdk-2024-01", "2024-01", "17.0.9"),
    openjdk("openjdk-2025-01", "2025-01", "17.0.15"),
    openjdk("openjdk-2025-08", "2025-08", "21.0.8"),
    openjdk("openjdk-2025-11", "2025-11", "25.0.2"),
    openjdk("openjdk-2026-04", "2026-04", "25.0.3"),
    mozilla("mozilla-2020-12", "2020-12", "11.0.13"),
    mozilla("mozilla-2021-10", "2021-10", "11.0.13"),
    mozilla("mozilla-2022-12", "2022-12", "17.0.9"),
    mozilla("mozilla-2023-11", "2023-11", "17.0.9"),
    mozilla("mozilla-2024-12", "2024-12", "17.0.15"),
    mozilla("mozilla-2025-11", "2025-11", "25.0.2"),
    mozilla("mozilla-2026-07", "2026-07", "25.0.3"),
    Client { kind: ClientKind::Browser("2026-10"), ..mozilla("mozilla-2026-10", "2026-10", NEWEST) },
];
