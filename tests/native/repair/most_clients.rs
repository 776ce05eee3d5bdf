//! The chain that the most clients accept.

use super::*;
use sslengine_doctor::containers::Passwords;
use sslengine_doctor::engine::{Input, best_of, most_clients_with};
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::json::MostClientsView;
use sslengine_doctor::trust::{ClientId, Clients};

fn everyone() -> Vec<ClientId> {
    ClientId::all()
        .filter(|client| *client != ClientId::TRUSTSTORE)
        .collect()
}

fn client(id: &str) -> ClientId {
    ClientId::parse(id).unwrap()
}

fn most(input: &str, at: &str, wanted: &[ClientId], verifier: &impl Verifier) -> Result<MostClients, Box<Repair>> {
    let options = options(at);
    let input = Input::paste(input.to_owned().into(), &Passwords::none()).unwrap();
    let plan = input.into_plan(&options, TrustStore::embedded());
    let report = judge(&plan, &verifier.verify_all(plan.checks()));
    most_clients_with(&plan, &report, (wanted, Some(Clients::embedded())), verifier, load)
}

/// A leaf directly under this CA certificate of the pool, and the verifier that accepts it.
fn leaf_below(label: &str) -> (String, leaf::Pretends) {
    let key = made_certificate("leaf-2048");
    let issuer = known(label);
    let leaf: Bytes = leaf::below(&issuer, &key).into();
    let tbs = decode(&leaf).unwrap().tbs;
    (pem_of(&leaf), leaf::Pretends(vec![(tbs, issuer.spki)]))
}

fn labels(chain: &ClientChain) -> Vec<&str> {
    chain.chain.iter().map(|c| c.label.as_str()).collect()
}

fn verdicts(table: &ClientTable) -> Vec<(ClientId, Verdict)> {
    table.rows.iter().map(|row| (row.client, row.verdict)).collect()
}

#[test]
fn a_cross_signed_version_satisfies_more_clients_than_the_chain_as_sent() {
    let (leaf, verifier) = leaf_below("ISRG Root X2");
    let found = most(&leaf, NOW, &everyone(), &verifier).unwrap();
    let best = &found.best;
    assert_eq!(labels(best), ["leaf.example.com", "ISRG Root X2"]);
    assert!(best.table.accepts(ClientId::API_GATEWAY));
    // The clients that have the root accept the leaf alone.
    assert!(found.as_sent > 0);
    assert!(best.table.accepted() > found.as_sent, "{found:#?}");
    let repair = best.repair.as_ref().unwrap();
    assert_eq!(repair.recommended(), best.pem());
    // The written chain has the same answers as input.
    let again = most(&best.pem(), NOW, &everyone(), &verifier).unwrap();
    assert_eq!(again.as_sent, best.table.accepted());
    assert_eq!(again.best.pem(), best.pem());
    assert_eq!(verdicts(&again.best.table), verdicts(&best.table));
}

#[test]
fn a_client_remains_with_its_reason() {
    let sent = real("cloudflare-dns-2021");
    let leaf = blocks(&sent).remove(0);
    let wanted = ["debian-12", "mozilla-2026-07", "temurin-21.0.8"].map(client);
    let found = most(&leaf, "2022-01-01T00:00:00Z", &wanted, &Remembering).unwrap();
    assert_eq!((found.as_sent, found.best.table.accepted()), (0, 2));
    let remaining = found.best.table.remaining();
    let [row] = &remaining.rows[..] else {
        panic!("{remaining:#?}")
    };
    assert_eq!(row.client, client("mozilla-2026-07"));
    let reason = row.reason.as_ref().unwrap();
    let text = Locale::En.client_reason(&found.best.report, row);
    assert!(text.contains("DigiCert Global Root CA"), "{text}: {reason:?}");
    // The repair for a client that accepts no chain is not a candidate, although it also leaves the
    // certificate out that does not belong to the chain.
    let order = ["mozilla-2026-07", "debian-12"].map(client);
    let with_other = sent.clone() + &made_block("self-signed");
    let found = most(&with_other, "2022-01-01T00:00:00Z", &order, &Remembering).unwrap();
    assert_eq!(found.best.chain.len(), 2);
    assert_eq!(
        found.best.repair.map(|repair| repair.status),
        Some(RepairStatus::Complete {})
    );
    // Without a leaf, or with a chain that nobody accepts, there is no such chain.
    let above = blocks(&sent).remove(1);
    let none = most(&above, "2022-01-01T00:00:00Z", &wanted, &Remembering).unwrap_err();
    let obstacle = Obstacle::LeafMissing {};
    assert_eq!(none.status, RepairStatus::Impossible { obstacle });
    let none = most(&sent, "2035-01-01T00:00:00Z", &wanted, &Remembering).unwrap_err();
    assert_eq!((none.client, none.verdict), (ClientId::API_GATEWAY, Verdict::Fail));
}

/// The page has no embedded heads: the search requests every file, each once.
#[test]
fn the_page_requests_each_file_once_and_finds_the_same_chain() {
    let leaf = blocks(&real("cloudflare-dns-2021")).remove(0);
    let options = options("2022-01-01T00:00:00Z");
    let input = Input::paste(leaf.clone().into(), &Passwords::none()).unwrap();
    let mut plan = input.into_plan(&options, TrustStore::aws());
    let mut requested: Vec<PoolFile> = Vec::new();
    while let Some(file) = plan.missing_files().first().copied() {
        requested.push(file);
        plan.add_file(file, &load(file).unwrap()).unwrap();
    }
    let report = judge(&plan, &Remembering.verify_all(plan.checks()));
    let requested = RefCell::new(requested);
    let once = |file: PoolFile| {
        assert!(!requested.borrow().contains(&file), "{file:?}");
        requested.borrow_mut().push(file);
        load(file)
    };
    let wanted = everyone();
    let clients = (&wanted[..], Some(Clients::embedded()));
    let found = most_clients_with(&plan, &report, clients, &Remembering, once).unwrap();
    let embedded = most(&leaf, "2022-01-01T00:00:00Z", &wanted, &Remembering).unwrap();
    assert_eq!(
        (found.best.pem(), found.as_sent),
        (embedded.best.pem(), embedded.as_sent)
    );
    let verdicts = |found: &MostClients| -> Vec<_> { found.best.table.rows.iter().map(|row| row.verdict).collect() };
    assert_eq!(verdicts(&found), verdicts(&embedded));
    let is_head = |file: &PoolFile| matches!(file, PoolFile::Head(_) | PoolFile::MoreHead(_));
    assert!(requested.borrow().iter().any(is_head) && !requested.borrow().iter().all(is_head));
    // Without any file no chain is found, and the repair says what is missing.
    let none = most_clients_with(&plan, &report, clients, &Remembering, |_| None).unwrap_err();
    assert!(matches!(none.status, RepairStatus::Incomplete { .. }), "{none:?}");
    assert!(!none.unavailable.is_empty());
}

#[test]
fn the_json_form_has_the_chain_its_answers_and_its_repair() {
    let leaf = blocks(&real("cloudflare-dns-2021")).remove(0);
    let wanted = ["debian-12", "mozilla-2026-07"].map(client);
    let found = most(&leaf, "2022-01-01T00:00:00Z", &wanted, &Remembering).unwrap();
    let json = serde_json::to_value(MostClientsView::new(Ok(&found), Locale::En)).unwrap();
    assert_eq!((&json["accepted"], &json["acceptedAsSent"]), (&1.into(), &0.into()));
    assert_eq!(json["recommended"], found.best.pem());
    assert_eq!(json["chain"].as_array().unwrap().len(), found.best.chain.len());
    let answers: Vec<_> = json["clients"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["verdict"].clone())
        .collect();
    assert_eq!(answers, ["pass", "fail"]);
    assert!(
        json["clients"][1]["message"]
            .as_str()
            .unwrap()
            .contains("DigiCert Global Root CA")
    );
    assert_eq!(json["repair"]["client"], "debian-12");
    assert!(json["message"].as_str().unwrap().contains("1 of 2 clients"), "{json}");
    let none = most(&leaf, "2035-01-01T00:00:00Z", &wanted, &Remembering).unwrap_err();
    let json = serde_json::to_value(MostClientsView::new(Err(&none), Locale::Fr)).unwrap();
    assert_eq!((&json["accepted"], &json["recommended"]), (&0.into(), &"".into()));
    assert!(json["repair"]["status"]["code"].is_string());
    assert!(json["message"].as_str().unwrap().starts_with("Aucun client"), "{json}");
}

#[test]
fn of_equal_chains_api_gateways_is_taken_then_the_shortest_then_the_first() {
    let (leaf, verifier) = leaf_below("ISRG Root X2");
    let wanted = [ClientId::API_GATEWAY, client("debian-12"), client("temurin-21.0.8")];
    let made = most(&leaf, NOW, &wanted, &verifier).unwrap().best;
    let certificate = made.chain[0].clone();
    let chain = |name: &str, length: usize, accepting: [bool; 3]| {
        let mut one = made.clone();
        one.chain = vec![certificate.clone(); length];
        one.chain[0].label = name.to_owned();
        for (row, accepts) in one.table.rows.iter_mut().zip(accepting) {
            row.verdict = if accepts { Verdict::Pass } else { Verdict::Fail };
        }
        one
    };
    let best = |chains: Vec<ClientChain>| best_of(chains).map(|best| best.chain[0].label.clone());
    let (more, api, others) = ([true; 3], [true, true, false], [false, true, true]);
    let all = [
        chain("others", 1, others),
        chain("api long", 3, api),
        chain("api", 2, api),
        chain("api too", 2, api),
        chain("more", 4, more),
    ];
    assert_eq!(best(all.to_vec()).unwrap(), "more");
    assert_eq!(best(all[..4].to_vec()).unwrap(), "api");
    assert_eq!(best(all[..2].to_vec()).unwrap(), "api long");
    assert_eq!(best(vec![chain("none", 1, [false; 3])]), None);
    assert_eq!(best(Vec::new()), None);
}

#[test]
fn files_that_are_loaded_when_needed_give_the_same_answer() {
    let (leaf, verifier) = leaf_below("ISRG Root X2");
    let wanted = everyone();
    let expected = most(&leaf, NOW, &wanted, &verifier).unwrap();
    // As on the page: neither the heads nor the lists are part of the program.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/authorities/clients.bin");
    let lists = Clients::decode(std::fs::read(file).unwrap().into()).unwrap();
    let input = Input::paste(leaf.into(), &Passwords::none()).unwrap();
    let mut plan = input.into_plan(&options(NOW), TrustStore::aws());
    for file in plan.missing_files().to_vec() {
        plan.add_file(file, &load(file).unwrap()).unwrap();
    }
    let report = judge(&plan, &verifier.verify_all(plan.checks()));
    let clients = (&wanted[..], Some(&lists));
    let loaded = most_clients_with(&plan, &report, clients, &verifier, load).unwrap();
    assert_eq!(loaded.as_sent, expected.as_sent);
    assert_eq!(loaded.best.pem(), expected.best.pem());
    assert_eq!(verdicts(&loaded.best.table), verdicts(&expected.best.table));
}
