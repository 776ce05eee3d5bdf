//! Many servers: each file, or each server of a part of a large one, judged by itself.

use std::collections::{BTreeSet, HashMap};

use bytes::Bytes;
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::{Answer, Asked, answer_cache, is_shut_container};
use crate::engine::{self, Input, InputError, Servers};
use crate::fleet::{Batch, Cut, Instead, Left, Member, Part, Row};
use crate::ingest::Dropped;
use crate::order;
use crate::report::{Detail, Report, RuleId};
use crate::verify::SignatureAnswer;
use crate::web::protocol::data_file::DataFile;
use crate::web::protocol::request::Want;
use crate::web::protocol::response::{Side, pack};
use crate::web::split::loaded;
use crate::web::webcrypto;

loaded!(rows, pub(super) rows, fn(Asked) -> Answer, |asked| Box::pin(answer(asked)));

async fn answer(asked: Asked) -> Result<Object, JsValue> {
    match asked.want {
        Want::Rows => pack(of_files(&asked).await),
        Want::RowsOfPart => pack(of_part(&asked).await),
        Want::Reports => pack(reports_of_files(&asked).await),
        Want::ReportsOfPart => pack(reports_of_part(&asked).await),
        Want::Cut => pack(cut(&asked)),
        _ => Err("that is not about many servers".into()),
    }
}

/// Servers in one part of a large input: half a second's work at most, so that the end of the work is shared well.
const SERVERS_IN_PART: usize = 250;

/// One server to be judged.
struct Place {
    file: u32,
    server: u32,
    several: bool,
}

/// Each file by itself.
async fn of_files(asked: &Asked) -> Side<Batch> {
    let mut batch = Batch::default();
    let mut read = Vec::new();
    for (file, named) in (0..).zip(&asked.files) {
        match Input::read(std::slice::from_ref(named), &asked.passwords).map(Servers::of) {
            Ok(servers) => {
                note(&mut batch, file, &servers.report().dropped);
                batch.shared |= servers.is_bundle();
                read.push((file, servers));
            }
            Err(why) => {
                let dropped = dropped_of(&why);
                note(&mut batch, file, dropped);
                batch.left.push(Left {
                    file,
                    what: instead(dropped),
                });
            }
        }
    }
    if let Err(needs) = judge_into(asked, &read, &mut batch).await {
        return Side::needing(asked.seq, needs);
    }
    order::by_key(&mut batch.left, |left| left.file);
    Side::of(asked.seq, Some(batch))
}

/// Each server of a part.
async fn of_part(asked: &Asked) -> Side<Batch> {
    let mut batch = Batch::default();
    let Some(servers) = part_of(asked) else {
        return Side::of(asked.seq, None);
    };
    if let Err(needs) = judge_into(asked, &[(0, servers)], &mut batch).await {
        return Side::needing(asked.seq, needs);
    }
    Side::of(asked.seq, Some(batch))
}

/// The reports of which [`of_files`] gives rows.
async fn reports_of_files(asked: &Asked) -> Side<Vec<Report>> {
    let read = |(file, named)| {
        let input = Input::read(std::slice::from_ref(named), &asked.passwords).ok()?;
        Some((file, Servers::of(input)))
    };
    reports(asked, (0..).zip(&asked.files).filter_map(read).collect()).await
}

/// The reports of which [`of_part`] gives rows.
async fn reports_of_part(asked: &Asked) -> Side<Vec<Report>> {
    reports(asked, part_of(asked).map(|servers| (0, servers)).into_iter().collect()).await
}

async fn reports(asked: &Asked, read: Vec<(u32, Servers)>) -> Side<Vec<Report>> {
    match judge(asked, &read, |_, report| has_server(&report).then_some(report)).await {
        Ok((judged, _)) => Side::of(asked.seq, Some(judged.into_iter().flatten().collect())),
        Err(needs) => Side::needing(asked.seq, needs),
    }
}

/// A large file, taken apart.
fn cut(asked: &Asked) -> Side<Cut> {
    let mut cut = Cut::default();
    let mut blobs = Vec::new();
    match Input::read(&asked.files, &asked.passwords).map(Servers::of) {
        Ok(servers) => {
            tell(&mut cut, &servers.report().dropped);
            cut.shared = servers.is_bundle();
            let mut first = 0;
            while first < servers.len() {
                let after = servers.len().min(first.saturating_add(SERVERS_IN_PART));
                let bytes = pack_part(&servers, first..after);
                if let Ok(blob) = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes.as_slice()))) {
                    cut.servers
                        .push(u32::try_from(after.saturating_sub(first)).unwrap_or(0));
                    blobs.push(blob);
                }
                first = after;
            }
        }
        Err(why) => {
            let dropped = dropped_of(&why);
            tell(&mut cut, dropped);
            cut.left = Some(instead(dropped));
        }
    }
    Side {
        parts: blobs,
        ..Side::of(asked.seq, Some(cut))
    }
}

fn pack_part(servers: &Servers, places: std::ops::Range<usize>) -> Vec<u8> {
    let mut part = Part::default();
    let mut known: HashMap<Bytes, u32> = HashMap::new();
    for server in places {
        let sent = servers.sent(server).map(|member| {
            let (line, der) = member?;
            let next = u32::try_from(part.certificates.len()).ok()?;
            Some(*known.entry(der).or_insert_with_key(|der| {
                let der = der.to_vec();
                part.certificates.push(Member { line, der });
                next
            }))
        });
        let sent = sent.collect();
        part.servers.push(sent);
    }
    part.pack()
}

fn part_of(asked: &Asked) -> Option<Servers> {
    let (_, bytes) = asked.files.first()?;
    let part = Part::unpack(bytes)?;
    let certificates = part
        .certificates
        .into_iter()
        .map(|member| (member.line, Bytes::from(member.der)));
    Some(Servers::of_parts(certificates, &part.servers))
}

/// # Errors
/// See [`judge`].
async fn judge_into(asked: &Asked, read: &[(u32, Servers)], batch: &mut Batch) -> Result<(), Vec<DataFile>> {
    let keep = |place: &Place, report: Report| {
        if has_server(&report) {
            Ok(Row::of(&report, place.file, place.server, place.several))
        } else {
            Err(Left {
                file: place.file,
                what: Instead::Authorities,
            })
        }
    };
    let (judged, incomplete) = judge(asked, read, keep).await?;
    batch.incomplete |= incomplete;
    for one in judged {
        match one {
            Ok(row) => batch.rows.push(row),
            Err(left) => batch.left.push(left),
        }
    }
    Ok(())
}

/// Judges every server, all their signatures together; `keep` takes what is wanted of each report. True where the full
/// engine could tell more.
///
/// # Errors
/// The data files that are needed first.
async fn judge<T>(
    asked: &Asked,
    read: &[(u32, Servers)],
    keep: impl Fn(&Place, Report) -> T,
) -> Result<(Vec<T>, bool), Vec<DataFile>> {
    let trust = asked.trust();
    let mut lacking = BTreeSet::new();
    let mut plans = Vec::new();
    let mut checks = Vec::new();
    for (file, servers) in read {
        for (place, server) in (0..servers.len()).zip(0_u32..) {
            let plan = servers.plan(place, &asked.options, trust);
            lacking.extend(plan.missing_files().iter().copied());
            checks.extend_from_slice(plan.checks());
            let place = Place {
                file: *file,
                server,
                several: servers.len() > 1,
            };
            plans.push((place, plan));
        }
    }
    if !lacking.is_empty() {
        return Err(lacking.into_iter().map(DataFile::Issuers).collect());
    }
    let answers = answer_cache::answers(checks).await;
    let mut rest = answers.as_slice();
    let mut incomplete = false;
    let mut judged = Vec::with_capacity(plans.len());
    for (place, plan) in plans {
        let (own, others): (&[SignatureAnswer], _) = rest.split_at(plan.checks().len().min(rest.len()));
        rest = others;
        incomplete |= plan.checks().iter().zip(own).any(webcrypto::is_open);
        let (report, lacks) = engine::judge_with_missing(&plan, own);
        lacking.extend(lacks);
        judged.push(keep(&place, report));
    }
    // What cannot be had is done without.
    let needs = asked.not_sent(lacking.into_iter().map(DataFile::Issuers));
    if !needs.is_empty() {
        return Err(needs);
    }
    Ok((judged, incomplete && cfg!(not(feature = "rust-verifier"))))
}

/// False where all certificates are those of CAs.
fn has_server(report: &Report) -> bool {
    let findings = report.rule(RuleId::Chain).map(|rule| rule.findings.as_slice());
    !findings
        .unwrap_or_default()
        .iter()
        .any(|finding| matches!(finding.detail, Detail::LeafMissing {}))
}

fn dropped_of(why: &InputError) -> &[Dropped] {
    match why {
        InputError::Empty => &[],
        InputError::NoCertificate { input } => &input.dropped,
    }
}

/// What is told of a file without a certificate: the first thing in it that is none.
fn instead(dropped: &[Dropped]) -> Instead {
    dropped
        .first()
        .map_or(Instead::Nothing, |dropped| Instead::Other(dropped.clone()))
}

fn may_have_more(dropped: &[Dropped]) -> bool {
    cfg!(not(feature = "containers")) && dropped.iter().any(is_shut_container)
}

fn note(batch: &mut Batch, file: u32, dropped: &[Dropped]) {
    if dropped.iter().any(Dropped::is_private_key) {
        batch.keys.push(file);
    }
    batch.incomplete |= may_have_more(dropped);
}

fn tell(cut: &mut Cut, dropped: &[Dropped]) {
    cut.key = dropped.iter().any(Dropped::is_private_key);
    cut.incomplete = may_have_more(dropped);
}
