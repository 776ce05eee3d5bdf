//! What an input contains: candidate certificates, notes, dropped objects and hints. Types only.

use borsh::{BorshDeserialize, BorshSerialize};
use bytes::Bytes;
use serde::Serialize;

use super::dropped::Dropped;
use super::hint::Hints;
use super::location::Location;
use super::note::InputNote;

/// The form in which a certificate was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Container {
    /// Between PEM markers.
    Pem,
    /// As binary DER.
    Der,
    /// As base64 without markers, or as PEM that was encoded once more.
    Base64,
    /// As hex digits.
    Hex,
    /// In a PKCS#7 object, in any form.
    Pkcs7,
    /// In a PKCS#12 file.
    Pkcs12,
    /// In a Java keystore (JKS or JCEKS).
    JavaKeyStore,
}

/// Where a candidate certificate was found.
#[derive(Clone, Debug, PartialEq, Eq, BorshSerialize, BorshDeserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockSource {
    /// File and line.
    pub at: Location,
    /// Offset in bytes from the start of the input, or of its UTF-8 form if it was UTF-16. For PEM
    /// it is the offset of the BEGIN marker; inside encoded text it is that of the encoded text.
    pub offset: u32,
    /// The PEM label, if there was one.
    pub label: Option<String>,
    /// The form; for a file in an archive, that of the file.
    pub container: Container,
    /// The path of its file in an archive, cut at 256 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<String>,
    /// Its alias or friendly name in a keystore, cut at 256 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias: Option<String>,
}

/// One candidate certificate: a whole DER SEQUENCE with a certificate's outline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// The DER; shares memory with the input if that was binary.
    #[serde(skip)]
    pub der: Bytes,
    /// Where it was found.
    pub source: BlockSource,
    /// Whether Java trusts it if its keystore is the truststore; `None` if it is in no keystore.
    #[serde(skip)]
    pub trusted: Option<bool>,
}

/// What an input contains.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ingested {
    /// Names of the given files, then of the files from archives (`bundle.zip/leaf.crt`); indexed
    /// by [`Location::file`].
    pub files: Vec<String>,
    /// Candidate certificates, in input order.
    pub blocks: Vec<Block>,
    /// Repairs and remarks.
    pub notes: Vec<InputNote>,
    /// What was dropped, and why.
    pub dropped: Vec<Dropped>,
    /// Host, log messages and other hints.
    pub hints: Hints,
}
