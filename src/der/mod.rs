//! Tags, lengths and values of ASN.1: one place for all code that reads or writes them.
//!
//! Input: any bytes. Output: slices, or elements that share the buffer. Nothing here panics, and
//! every depth is bounded.
//!
//! | file | use |
//! |---|---|
//! | `header` | reads and writes the tag and the length that begin an element |
//! | `indefinite` | finds the end of an element of indefinite length, or rewrites it with a definite one |
//! | `lenient` | reads what the JDK reads: certificates |
//! | `ber` | reads borrowed BER without copying: PKCS#12 |
//! | `strict` | reads and writes DER only: keys and signatures |
//! | `oid` | writes an object identifier in its dotted form |

#[cfg(feature = "containers")]
pub(crate) mod ber;
pub(crate) mod header;
mod indefinite;
pub(crate) mod lenient;
pub(crate) mod oid;
pub(crate) mod strict;
pub(crate) mod tag;
