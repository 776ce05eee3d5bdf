//! Reads and writes ASN.1 tags, lengths and values.
//!
//! Input: any bytes. Output: slices, or elements that share the buffer. No function panics, and
//! every nesting depth is bounded.
//!
//! | file | use |
//! |---|---|
//! | `header` | reads and writes the tag and length of an element |
//! | `indefinite` | finds the end of elements of indefinite length, or gives them definite ones |
//! | `lenient` | reads certificates as leniently as the JDK |
//! | `ber` | reads BER without copying, for PKCS#12 |
//! | `strict` | reads and writes strict DER, for keys and signatures |
//! | `oid` | writes an object identifier in its dotted form |

#[cfg(feature = "containers")]
pub(crate) mod ber;
pub(crate) mod header;
mod indefinite;
pub(crate) mod lenient;
pub(crate) mod oid;
pub(crate) mod strict;
pub(crate) mod tag;
