//! One attribute of a distinguished name.

/// An attribute of a name, such as `CN=example.com`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Object identifier in dotted form, such as `2.5.4.3`.
    pub oid: String,
    /// ASN.1 tag of the value: 12 UTF8String, 19 PrintableString, 22 IA5String, 20 T61String, 30
    /// BMPString.
    pub tag: u32,
    /// The value as text, with U+FFFD for bytes that cannot be decoded. `#` and the hexadecimal of
    /// its DER if the value is not a string (RFC 4514 §2.4).
    pub text: String,
    /// The value as in the certificate, without tag and length.
    pub raw: Vec<u8>,
}

impl Attribute {
    /// Whether the value is a string.
    #[must_use]
    pub fn is_string(&self) -> bool {
        matches!(self.tag, 12 | 18..=20 | 22 | 26..=28 | 30)
    }

    /// Whether the JDK reads the value as text (`DerValue.getAsString`).
    #[must_use]
    pub fn is_text_for_java(&self) -> bool {
        matches!(self.tag, 12 | 19 | 20 | 22 | 27 | 28 | 30)
    }
}
