//! The chain that the most clients accept.

use super::*;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{ClientChain, Input, MostClients, best_of, most_clients_with};
use sslengine_doctor::trust::{ClientId, Clients};

fn everyone() -> Vec<ClientId> {
    ClientId::all()
        .filter(|client| *client != ClientId::TRUSTSTORE)
        .collect()
}

fn client(id: &str) -> ClientId {
    ClientId::parse(id).unwrap()
}

fn most(input: &str, at: &str, wanted: &[ClientId], verifier: &impl Verifier) -> Option<MostClients> {
    let options = options(at);
    let input = Input::paste(input.to_owned().into(), &Passwords::none()).unwrap();
    let plan = input.into_plan(&options, TrustStore::embedded());
    let report = judge(&plan, &verifier.verify_all(plan.checks()));
    most_clients_with(&plan, &report, (wanted, Some(Clients::embedded())), verifier, load)
}

/// A leaf directly under this CA certificate of the pool, and the verifier that accepts it.
fn leaf_below(label: &str) -> (String, leaf::Pretends) {
    let key = decode(&der_of(&made_block("leaf-2048"))).unwrap();
    let mut all = (0..=u8::MAX).flat_map(certificates);
    let issuer = all.find(|c| c.subject.label() == label).unwrap();
    let leaf: Bytes = leaf::below(&issuer, &key).into();
    let tbs = decode(&leaf).unwrap().tbs;
    (pem_of(&leaf), leaf::Pretends(vec![(tbs, issuer.spki)]))
}

fn labels(chain: &ClientChain) -> Vec<&str> {
    chain.chain.iter().map(|c| c.label.as_str()).collect()
}

#[test]
fn explore() {
    for name in [
        "ISRG Root X2",
        "Root YE",
        "GlobalSign Root R46",
        "SSL.com TLS RSA Root CA 2022",
        "HARICA TLS RSA Root CA 2021",
        "Telia RSA TLS Root CA v3",
        "TWCA CYBER Root CA",
        "Certum Trusted Root CA",
    ] {
        let (leaf, verifier) = leaf_below(name);
        let found = most(&leaf, NOW, &everyone(), &verifier);
        let Some(found) = found else {
            eprintln!("{name} none");
            continue;
        };
        let best = &found.best;
        eprintln!(
            "{name}: {} of {}, as sent {}: {:?} {:?}",
            best.table.accepted(),
            best.table.rows.len(),
            found.as_sent,
            labels(best),
            best.table
                .remaining()
                .rows
                .iter()
                .map(|r| (r.client.as_str(), r.reason.as_ref().map(|f| f.detail.code())))
                .collect::<Vec<_>>()
        );
    }
    panic!();
}
