//! The valid-by-default world that a deviation changes.
//!
//! A [`World`] describes the certificates, the path through them, what the server sends, and what
//! the client trusts.
//! [`World::finish`] encodes it, so a deviation may change a CA's key or name before and its
//! children follow.

use super::der::{boolean, named_bits, oid, seq};
use super::keys::{Alg, key};
use super::moments::{AT, DAY, time};
use super::names::{dns, plain};

pub const BASIC_CONSTRAINTS: &str = "2.5.29.19";
pub const KEY_USAGE: &str = "2.5.29.15";
pub const EXTENDED_KEY_USAGE: &str = "2.5.29.37";
pub const SUBJECT_ALT_NAME: &str = "2.5.29.17";
pub const ISSUER_ALT_NAME: &str = "2.5.29.18";
pub const SUBJECT_KEY_ID: &str = "2.5.29.14";
pub const AUTHORITY_KEY_ID: &str = "2.5.29.35";
pub const NAME_CONSTRAINTS: &str = "2.5.29.30";
pub const CRL_POINTS: &str = "2.5.29.31";
pub const POLICIES: &str = "2.5.29.32";
pub const POLICY_MAPPINGS: &str = "2.5.29.33";
pub const POLICY_CONSTRAINTS: &str = "2.5.29.36";
pub const INHIBIT_ANY_POLICY: &str = "2.5.29.54";
pub const FRESHEST_CRL: &str = "2.5.29.46";
pub const PRIVATE_KEY_PERIOD: &str = "2.5.29.16";
pub const AUTHORITY_INFO: &str = "1.3.6.1.5.5.7.1.1";
pub const SUBJECT_INFO: &str = "1.3.6.1.5.5.7.1.11";
pub const NETSCAPE_CERT_TYPE: &str = "2.16.840.1.113730.1.1";
pub const OCSP_NO_CHECK: &str = "1.3.6.1.5.5.7.48.1.5";

/// The value of a key usage with the named bits, for deviations.
pub fn named(set: &[usize]) -> Vec<u8> {
    named_bits(set)
}

pub const DIGITAL_SIGNATURE: usize = 0;
pub const KEY_ENCIPHERMENT: usize = 2;
pub const KEY_CERT_SIGN: usize = 5;
pub const CRL_SIGN: usize = 6;

/// The default host: requested by the client and named in the server certificate.
pub const HOST: &str = "www.example.com";

/// Contents of an extension; some are known only once the issuer is known.
#[derive(Clone, Debug)]
pub enum Value {
    Bytes(Vec<u8>),
    /// The key's own identifier.
    OwnKeyId,
    /// An AuthorityKeyIdentifier with the issuer's key identifier.
    IssuerKeyId,
    /// An AuthorityKeyIdentifier with the issuer's issuer and serial, and perhaps its key
    /// identifier.
    IssuerAndSerial {
        key_id: bool,
    },
}

#[derive(Clone, Debug)]
pub struct Extension {
    pub oid: &'static str,
    pub critical: bool,
    pub value: Value,
    /// The whole encoded extension, if the three fields above cannot express it.
    pub raw: Option<Vec<u8>>,
}

/// A certificate to be made. Indices are places in [`World::certs`].
#[derive(Clone)]
pub struct Cert {
    /// The INTEGER in `[0]`; absent for a v1 certificate.
    pub version: Option<i64>,
    /// The INTEGER's contents.
    pub serial: Vec<u8>,
    pub issuer: usize,
    pub issuer_name: Option<Vec<u8>>,
    /// The key that signs, when it is not the issuer's.
    pub signer: Option<&'static str>,
    pub alg: Option<Alg>,
    pub inner_alg: Option<Vec<u8>>,
    pub outer_alg: Option<Vec<u8>>,
    pub not_before: Vec<u8>,
    pub not_after: Vec<u8>,
    /// The whole Validity, if two dates cannot express it.
    pub validity: Option<Vec<u8>>,
    pub subject: Vec<u8>,
    pub key: &'static str,
    pub spki: Option<Vec<u8>>,
    /// Encoded `[1]` and `[2]`.
    pub unique_ids: Vec<u8>,
    pub extensions: Vec<Extension>,
    /// The encoding in place of `[3]`, if the list above cannot express it.
    pub raw_extensions: Option<Vec<u8>>,
    /// Bytes after the last field of the TBSCertificate.
    pub tail: Vec<u8>,
    /// Changes to the TBSCertificate before it is signed.
    pub before_signing: Vec<fn(&mut Vec<u8>)>,
    /// Changes to the signature's bits.
    pub on_signature: Vec<fn(&mut Vec<u8>)>,
    /// Unused bits that the signature's BIT STRING claims.
    pub signature_unused: u8,
    /// Changes to the finished certificate.
    pub after_signing: Vec<fn(&mut Vec<u8>)>,
}

impl Cert {
    fn new(common_name: &str, key: &'static str, issuer: usize, serial: u8) -> Self {
        Self {
            version: Some(2),
            serial: vec![0x10, serial],
            issuer,
            issuer_name: None,
            signer: None,
            alg: None,
            inner_alg: None,
            outer_alg: None,
            not_before: time(AT - 165 * DAY),
            not_after: time(AT + 400 * DAY),
            validity: None,
            subject: plain(common_name),
            key,
            spki: None,
            unique_ids: Vec::new(),
            extensions: Vec::new(),
            raw_extensions: None,
            tail: Vec::new(),
            before_signing: Vec::new(),
            on_signature: Vec::new(),
            signature_unused: 0,
            after_signing: Vec::new(),
        }
    }

    /// A server's certificate for [`HOST`].
    pub fn server(key: &'static str, issuer: usize) -> Self {
        let mut cert = Self::new(HOST, key, issuer, 1);
        let usage: &[usize] = if key.starts_with("rsa") {
            &[DIGITAL_SIGNATURE, KEY_ENCIPHERMENT]
        } else {
            &[DIGITAL_SIGNATURE]
        };
        cert.put(KEY_USAGE, true, named_bits(usage));
        cert.put(EXTENDED_KEY_USAGE, false, seq(&[oid("1.3.6.1.5.5.7.3.1")]));
        cert.put(SUBJECT_ALT_NAME, false, seq(&[dns(HOST)]));
        cert.extensions.push(Extension {
            oid: SUBJECT_KEY_ID,
            critical: false,
            value: Value::OwnKeyId,
            raw: None,
        });
        cert.extensions.push(Extension {
            oid: AUTHORITY_KEY_ID,
            critical: false,
            value: Value::IssuerKeyId,
            raw: None,
        });
        cert
    }

    /// A CA certificate without a path length limit.
    pub fn authority(common_name: &str, key: &'static str, issuer: usize, serial: u8) -> Self {
        let mut cert = Self::new(common_name, key, issuer, serial);
        cert.put(BASIC_CONSTRAINTS, true, seq(&[boolean(true)]));
        cert.put(KEY_USAGE, true, named_bits(&[KEY_CERT_SIGN, CRL_SIGN]));
        cert.extensions.push(Extension {
            oid: SUBJECT_KEY_ID,
            critical: false,
            value: Value::OwnKeyId,
            raw: None,
        });
        cert.extensions.push(Extension {
            oid: AUTHORITY_KEY_ID,
            critical: false,
            value: Value::IssuerKeyId,
            raw: None,
        });
        cert
    }

    /// Replaces the extension, or adds it at the end.
    pub fn put(&mut self, oid: &'static str, critical: bool, value: Vec<u8>) {
        let new = Extension {
            oid,
            critical,
            value: Value::Bytes(value),
            raw: None,
        };
        match self.extensions.iter_mut().find(|e| e.oid == oid) {
            Some(old) => *old = new,
            None => self.extensions.push(new),
        }
    }

    /// Adds the extension even if there is one already.
    pub fn add(&mut self, oid: &'static str, critical: bool, value: Vec<u8>) {
        self.extensions.push(Extension {
            oid,
            critical,
            value: Value::Bytes(value),
            raw: None,
        });
    }

    pub fn remove(&mut self, oid: &str) {
        self.extensions.retain(|e| e.oid != oid);
    }

    pub fn extension(&mut self, oid: &str) -> Option<&mut Extension> {
        self.extensions.iter_mut().find(|e| e.oid == oid)
    }

    /// Makes it a certificate of the first version: no version field, no extensions.
    pub fn make_v1(&mut self) {
        self.version = None;
        self.extensions.clear();
    }

    pub fn spki(&self) -> Vec<u8> {
        self.spki.clone().unwrap_or_else(|| key(self.key).spki.clone())
    }
}

/// An entry of the server's list.
#[derive(Clone)]
pub enum Sent {
    Cert(usize),
    Raw(Vec<u8>),
}

/// A topology with its kind of keys, from which every chain starts.
pub struct Base {
    pub id: &'static str,
    /// Keys from the leaf to the root.
    pub keys: &'static [&'static str],
}

/// The bases; the digit is the number of intermediates.
pub const BASES: &[Base] = &[
    Base {
        id: "ec-0",
        keys: &["p256-a", "p256-d"],
    },
    Base {
        id: "ec-1",
        keys: &["p256-a", "p256-b", "p256-d"],
    },
    Base {
        id: "ec-2",
        keys: &["p256-a", "p256-b", "p256-c", "p256-d"],
    },
    Base {
        id: "ec-3",
        keys: &["p256-a", "p256-b", "p256-c", "p384-b", "p256-d"],
    },
    Base {
        id: "rsa-0",
        keys: &["rsa2048-a", "rsa2048-d"],
    },
    Base {
        id: "rsa-1",
        keys: &["rsa2048-a", "rsa2048-b", "rsa2048-d"],
    },
    Base {
        id: "rsa-2",
        keys: &["rsa2048-a", "rsa2048-b", "rsa2048-c", "rsa2048-d"],
    },
    Base {
        id: "mixed-1",
        keys: &["p256-a", "rsa2048-b", "rsa4096"],
    },
    Base {
        id: "p384-1",
        keys: &["p384-a", "p384-b", "p384-c"],
    },
];

pub struct World {
    pub certs: Vec<Cert>,
    /// From the leaf to the root.
    pub path: Vec<usize>,
    pub sent: Vec<Sent>,
    pub anchors: Vec<usize>,
    pub host: Option<String>,
    /// The validation time, seconds UTC.
    pub at: i64,
    /// Certificates that the client's list of blocked certificates has.
    pub blocked: Vec<usize>,
    /// Certificates that the client distrusts as anchors.
    pub distrusted: Vec<usize>,
}

impl World {
    pub fn new(base: &Base) -> Self {
        let last = base.keys.len() - 1;
        let certs = base.keys.iter().enumerate().map(|(i, key)| match i {
            0 => Cert::server(key, 1),
            i if i == last => {
                let mut root = Cert::authority("Example Root", key, i, 9);
                root.remove(AUTHORITY_KEY_ID);
                root.not_before = time(AT - 3000 * DAY);
                root.not_after = time(AT + 3000 * DAY);
                root
            }
            i => {
                let mut ca = Cert::authority(&format!("Example Issuing {i}"), key, i + 1, 1 + i as u8);
                ca.not_before = time(AT - 1000 * DAY);
                ca.not_after = time(AT + 1000 * DAY);
                ca
            }
        });
        Self {
            certs: certs.collect(),
            path: (0..=last).collect(),
            sent: (0..last).map(Sent::Cert).collect(),
            anchors: vec![last],
            host: Some(HOST.into()),
            at: AT,
            blocked: Vec::new(),
            distrusted: Vec::new(),
        }
    }

    pub fn leaf(&mut self) -> &mut Cert {
        &mut self.certs[0]
    }

    pub fn root_index(&self) -> usize {
        self.path[self.path.len() - 1]
    }

    pub fn root(&mut self) -> &mut Cert {
        let i = self.root_index();
        &mut self.certs[i]
    }

    /// Number of intermediates.
    pub fn depth(&self) -> usize {
        self.path.len() - 2
    }

    /// The intermediate that issued the leaf, if there is one.
    pub fn issuing(&mut self) -> Option<&mut Cert> {
        (self.depth() > 0).then(|| &mut self.certs[1])
    }

    /// The topmost intermediate, when there are two or more.
    pub fn top(&mut self) -> Option<&mut Cert> {
        let i = self.depth();
        (i > 1).then(|| &mut self.certs[i])
    }

    /// Sends the second and third certificate in the other order.
    pub fn swap_intermediates(&mut self) -> Option<()> {
        (self.sent.len() > 2).then(|| self.sent.swap(1, 2))
    }

    /// Sends one more certificate, at that place or last.
    pub fn send_at(&mut self, place: usize, what: Sent) {
        self.sent.insert(place.min(self.sent.len()), what);
    }

    pub fn unsend(&mut self, place: usize) -> Option<()> {
        (self.sent.len() > place).then(|| {
            self.sent.remove(place);
        })
    }

    /// Everything after the first certificate in reverse.
    pub fn reverse_rest(&mut self) {
        if let Some(rest) = self.sent.get_mut(1..) {
            rest.reverse();
        }
    }

    pub fn push(&mut self, cert: Cert) -> usize {
        self.certs.push(cert);
        self.certs.len() - 1
    }

    /// A copy of a certificate, with another serial number.
    pub fn copy(&mut self, index: usize) -> usize {
        let mut cert = self.certs[index].clone();
        cert.serial = vec![0x20 + self.certs.len() as u8, 0x33];
        self.push(cert)
    }

    /// An unrelated self-signed CA certificate.
    pub fn stranger(&mut self, common_name: &str, key: &'static str) -> usize {
        let i = self.certs.len();
        let mut cert = Cert::authority(common_name, key, i, 0x40 + i as u8);
        cert.remove(AUTHORITY_KEY_ID);
        self.push(cert)
    }

    /// Puts `count` more intermediates below the root, each with one of a few keys, the chain sent
    /// in order.
    pub fn lengthen(&mut self, count: usize) {
        let keys = ["p256-e", "p256-f", "p384-a", "p521-a", "p256-c"];
        let root = self.root_index();
        let mut below = self.path[self.path.len() - 2];
        self.path.pop();
        for i in 0..count {
            let new = self.certs.len();
            let mut ca = Cert::authority(
                &format!("Example Extra {i}"),
                keys[i % keys.len()],
                root,
                0x50 + i as u8,
            );
            ca.not_before = time(AT - 1000 * DAY);
            ca.not_after = time(AT + 1000 * DAY);
            self.push(ca);
            self.certs[below].issuer = new;
            self.path.push(new);
            below = new;
        }
        self.path.push(root);
        self.sent = self.path[..self.path.len() - 1]
            .iter()
            .map(|i| Sent::Cert(*i))
            .collect();
    }

    /// The list as the server sends it.
    pub fn chain(&self) -> Vec<Vec<u8>> {
        self.sent
            .iter()
            .map(|s| match s {
                Sent::Cert(i) => self.encode(*i),
                Sent::Raw(bytes) => bytes.clone(),
            })
            .collect()
    }

    /// The key of the first certificate sent, if a server can use it.
    pub fn server_key(&self) -> Option<&'static str> {
        match self.sent.first()? {
            Sent::Cert(i) if self.certs[*i].spki.is_none() => Some(self.certs[*i].key),
            _ => None,
        }
    }

    /// Whether the leaf's key is one that signs with ECDSA or EdDSA, as a TLS 1.2 server's
    /// `ECDHE_ECDSA` wants.
    pub fn is_ecdsa(&self) -> bool {
        let key = match self.sent.first() {
            Some(Sent::Cert(i)) => self.certs[*i].key,
            _ => self.certs[0].key,
        };
        !key.starts_with("rsa")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_chain_is_made_twice_with_the_same_bytes() {
        let world = World::new(&BASES[1]);
        assert_eq!(world.chain(), World::new(&BASES[1]).chain());
        assert_eq!(world.chain().len(), 2);
    }
}
