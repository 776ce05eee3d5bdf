//! Decrypts block ciphers in CBC mode.
//!
//! It decrypts a copy, which is cleared when dropped. If the padding is wrong, it returns nothing.

use cbc::cipher::block_padding::Pkcs7;
use cbc::cipher::{BlockModeDecrypt, InnerIvInit, KeyIvInit};
use zeroize::Zeroizing;

/// The ciphers of PKCS#12 files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cipher {
    Aes128,
    Aes192,
    Aes256,
    /// With two or three keys.
    TripleDes {
        keys: u8,
    },
    /// The key length in bits is also the effective key length.
    Rc2 {
        bits: u8,
    },
}

impl Cipher {
    /// Returns the length of the key in bytes.
    pub fn key_size(self) -> usize {
        match self {
            Self::Aes128 => 16,
            Self::Aes192 | Self::TripleDes { keys: 3 } => 24,
            Self::Aes256 => 32,
            Self::TripleDes { .. } => 16,
            Self::Rc2 { bits } => usize::from(bits / 8),
        }
    }

    /// Returns the length of the initialisation vector in bytes.
    pub fn iv_size(self) -> usize {
        match self {
            Self::Aes128 | Self::Aes192 | Self::Aes256 => 16,
            Self::TripleDes { .. } | Self::Rc2 { .. } => 8,
        }
    }

    /// Decrypts `data`; `None` if the length of the key or vector, or the padding, is wrong.
    pub fn decrypt(self, key: &[u8], iv: &[u8], data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        fn run<C: BlockModeDecrypt>(mode: Option<C>, mut buffer: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
            let len = mode?.decrypt_padded::<Pkcs7>(&mut buffer).ok()?.len();
            buffer.truncate(len);
            Some(buffer)
        }
        let buffer = Zeroizing::new(data.to_vec());
        match self {
            Self::Aes128 => run(cbc::Decryptor::<aes::Aes128>::new_from_slices(key, iv).ok(), buffer),
            Self::Aes192 => run(cbc::Decryptor::<aes::Aes192>::new_from_slices(key, iv).ok(), buffer),
            Self::Aes256 => run(cbc::Decryptor::<aes::Aes256>::new_from_slices(key, iv).ok(), buffer),
            Self::TripleDes { keys: 3 } => run(cbc::Decryptor::<des::TdesEde3>::new_from_slices(key, iv).ok(), buffer),
            Self::TripleDes { .. } => run(cbc::Decryptor::<des::TdesEde2>::new_from_slices(key, iv).ok(), buffer),
            Self::Rc2 { bits } if key.len() == usize::from(bits / 8) => {
                let inner = rc2::Rc2::new_with_eff_key_len(key, usize::from(bits));
                run(cbc::Decryptor::inner_iv_slice_init(inner, iv).ok(), buffer)
            }
            Self::Rc2 { .. } => None,
        }
    }
}
