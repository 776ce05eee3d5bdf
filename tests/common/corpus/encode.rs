//! Encodes a [`World`]'s certificates.

use super::builder::{Cert, Extension, SUBJECT_KEY_ID, Value, World};
use super::der::{bits, boolean, ctx, ctx_prim, int, octet_string, oid, seq, tlv};
use super::keys::{key_id, sign, usual};

impl World {
    /// The certificate's bytes.
    pub fn encode(&self, index: usize) -> Vec<u8> {
        let cert = &self.certs[index];
        let issuer = &self.certs[cert.issuer];
        let signer = cert.signer.unwrap_or(issuer.key);
        let alg = cert.alg.clone().unwrap_or_else(|| usual(signer));
        let mut tbs: Vec<Vec<u8>> = Vec::new();
        tbs.extend(cert.version.map(|v| ctx(0, &[int(v)])));
        tbs.push(tlv(2, &cert.serial));
        tbs.push(cert.inner_alg.clone().unwrap_or_else(|| alg.identifier.clone()));
        tbs.push(cert.issuer_name.clone().unwrap_or_else(|| issuer.subject.clone()));
        tbs.push(
            cert.validity
                .clone()
                .unwrap_or_else(|| seq(&[&cert.not_before, &cert.not_after])),
        );
        tbs.push(cert.subject.clone());
        tbs.push(cert.spki());
        tbs.push(cert.unique_ids.clone());
        match &cert.raw_extensions {
            Some(raw) => tbs.push(raw.clone()),
            None if cert.extensions.is_empty() => {}
            None => {
                let list: Vec<Vec<u8>> = cert
                    .extensions
                    .iter()
                    .map(|e| self.extension(cert, issuer, e))
                    .collect();
                tbs.push(ctx(3, &[seq(&list)]));
            }
        }
        tbs.push(cert.tail.clone());
        let mut tbs = seq(&tbs);
        cert.before_signing.iter().for_each(|change| change(&mut tbs));
        let mut signature = sign(signer, &alg.how, &tbs);
        cert.on_signature.iter().for_each(|change| change(&mut signature));
        let outer = cert.outer_alg.clone().unwrap_or_else(|| alg.identifier.clone());
        let mut done = seq(&[tbs, outer, bits(cert.signature_unused, &signature)]);
        cert.after_signing.iter().for_each(|change| change(&mut done));
        done
    }

    fn extension(&self, cert: &Cert, issuer: &Cert, extension: &Extension) -> Vec<u8> {
        if let Some(raw) = &extension.raw {
            return raw.clone();
        }
        let value = match &extension.value {
            Value::Bytes(bytes) => bytes.clone(),
            Value::OwnKeyId => octet_string(&key_id(&cert.spki())),
            Value::IssuerKeyId => seq(&[ctx_prim(0, &self.subject_key_id(issuer))]),
            Value::IssuerAndSerial { key_id } => {
                let above = &self.certs[issuer.issuer];
                let name = issuer.issuer_name.clone().unwrap_or_else(|| above.subject.clone());
                let mut parts = Vec::new();
                if *key_id {
                    parts.push(ctx_prim(0, &self.subject_key_id(issuer)));
                }
                parts.push(ctx(1, &[ctx(4, &[name])]));
                parts.push(ctx_prim(2, &issuer.serial));
                seq(&parts)
            }
        };
        let mut parts = vec![oid(extension.oid)];
        if extension.critical {
            parts.push(boolean(true));
        }
        parts.push(octet_string(&value));
        seq(&parts)
    }

    /// A certificate's key identifier: from its extension, or the default one.
    fn subject_key_id(&self, cert: &Cert) -> Vec<u8> {
        let own = cert
            .extensions
            .iter()
            .find(|e| e.oid == SUBJECT_KEY_ID)
            .and_then(|e| match &e.value {
                Value::Bytes(bytes) if bytes.first() == Some(&4) => bytes.get(2..).map(<[u8]>::to_vec),
                _ => None,
            });
        own.unwrap_or_else(|| key_id(&cert.spki()))
    }
}
