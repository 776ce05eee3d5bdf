//! The clients that a chain can be checked for: API Gateway, and other programs that run on Java.
//!
//! A client is a row of [`CLIENTS`]: what it trusts, which release of Java it is, and whether AWS's
//! requirements apply to it. What it trusts is a list of [`lists`], or a truststore of the user's.
//! `trust/README.md` says how to add a client.

pub mod lists;
mod table;

pub use lists::Clients;
pub use table::CLIENTS;

use std::io;

use borsh::{BorshDeserialize, BorshSerialize};
use serde::{Serialize, Serializer};

use super::java::JavaRelease;

/// A client.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its stable name in links, in the command and in JSON.
    pub id: &'static str,
    /// What it is, for its name in each language.
    pub kind: ClientKind,
    /// What it trusts.
    pub anchors: Anchors,
    /// The version of Java whose behaviour is predicted.
    pub java: &'static str,
    /// Whether its own roots are marked as the JDK's (`[jdk]` in the alias). Java then rejects
    /// SHA-1 signatures under these roots.
    pub jdk_roots: bool,
}

/// What a client is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClientKind {
    /// API Gateway.
    ApiGateway,
    /// A build of a major version of Java with its own truststore.
    Java {
        /// The major version.
        version: &'static str,
        /// Who built it, and which update it is.
        build: &'static str,
    },
    /// Java with OpenJDK's own truststore of a month, `YYYY-MM`.
    OpenJdk(&'static str),
    /// Java with Mozilla's store of a month, `YYYY-MM`, as Linux distributions ship it.
    Mozilla(&'static str),
    /// Mozilla's newest store, of a month, `YYYY-MM`: the reference for browsers.
    Browser(&'static str),
    /// A truststore of the user's.
    Truststore,
}

/// What a client trusts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchors {
    /// AWS's list.
    Aws,
    /// The list with this name.
    List(&'static str),
    /// The user's truststore.
    Own,
}

impl Client {
    /// The release of Java whose behaviour is predicted.
    #[must_use]
    pub fn release(&self) -> &'static JavaRelease<'static> {
        table::release(self.java)
    }

    /// Whether AWS's requirements apply to it.
    #[must_use]
    pub fn is_api_gateway(&self) -> bool {
        self.anchors == Anchors::Aws
    }
}

/// A client by its position in [`CLIENTS`]. In JSON it is the id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClientId(u8);

impl ClientId {
    /// API Gateway, the default.
    pub const API_GATEWAY: Self = Self(0);
    /// The user's own truststore.
    pub const TRUSTSTORE: Self = Self(1);

    /// The client with this id.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        let at = CLIENTS.iter().position(|client| client.id == id)?;
        u8::try_from(at).ok().map(Self)
    }

    /// All clients, in the table's order.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).zip(CLIENTS).map(|(at, _)| Self(at))
    }

    /// The client's row.
    #[must_use]
    pub fn client(self) -> &'static Client {
        CLIENTS.get(usize::from(self.0)).unwrap_or(&table::API_GATEWAY)
    }

    /// The client's id.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.client().id
    }
}

impl Serialize for ClientId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl BorshSerialize for ClientId {
    fn serialize<W: io::Write>(&self, writer: &mut W) -> io::Result<()> {
        BorshSerialize::serialize(&self.0, writer)
    }
}

impl BorshDeserialize for ClientId {
    fn deserialize_reader<R: io::Read>(reader: &mut R) -> io::Result<Self> {
        u8::deserialize_reader(reader).map(Self)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_the_fixed_ones_are_first() {
        let mut ids: Vec<&str> = CLIENTS.iter().map(|client| client.id).collect();
        assert_eq!(ids.get(..2), Some(&["api-gateway", "truststore"][..]));
        for id in &ids {
            let known = ClientId::parse(id).unwrap();
            assert_eq!(known.as_str(), *id);
            let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
            assert!(id.chars().all(fits), "{id}");
        }
        assert_eq!(ClientId::default(), ClientId::API_GATEWAY);
        assert_eq!(ClientId::parse("netscape"), None);
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), CLIENTS.len());
    }

    #[test]
    fn every_client_has_its_list_and_a_recorded_or_derived_release() {
        let lists = Clients::embedded();
        for client in CLIENTS {
            if let Anchors::List(list) = client.anchors {
                assert!(lists.list(list).unwrap().len() > 80, "{}", client.id);
            }
            assert_eq!(client.release().version, client.java, "{}", client.id);
        }
        for name in lists.names() {
            let used = |client: &Client| client.anchors == Anchors::List(name);
            assert!(CLIENTS.iter().any(used), "no client has the list {name}");
        }
    }
}
