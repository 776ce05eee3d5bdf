//! Checks many servers separately: those of each file, or those of a part of a large file.

use std::collections::{BTreeSet, HashMap};

use bytes::Bytes;
use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::Blob;

use super::answer_cache;
use super::check::may_have_more;
use super::job::Job;
use super::jobs::Answer;
use crate::engine::{self, Input, Plan, Servers};
use crate::fleet::{Batch, FileWithoutServer, Member, OtherContent, Part, Row, SplitFile};
use crate::ingest::Dropped;
use crate::order;
use crate::report::{Detail, Report, RuleId};
use crate::verify::SignatureAnswer;
use crate::web::protocol::request::{FleetInput, RequestKind};
use crate::web::protocol::response::{Response, ResponseBody, dropped_of};
use crate::web::split::loaded;
use crate::web::webcrypto;

loaded!(rows, pub(super) load_rows, fn(Job) -> Answer, |job| Box::pin(respond(job)));

async fn respond(job: Job) -> Result<Object, JsValue> {
    match &job.request.kind {
        // The page checks the truststore before it asks for rows. Never use another one instead.
        RequestKind::Rows(_) | RequestKind::Reports(_) if job.truststore_error().is_some() => {
            job.response(ResponseBody::<()>::Nothing).pack()
        }
        RequestKind::Rows(input) => job.response(rows(&job, *input).await).pack(),
        RequestKind::Reports(input) => job.response(reports(&job, *input).await).pack(),
        RequestKind::Split => cut(&job).pack(),
        _ => Err("not a request about many servers".into()),
    }
}

/// How many servers one part of a large input has: at most half a second of work, so the engines
/// finish together.
const SERVERS_IN_PART: usize = 250;

/// One server to check.
struct Server {
    file: u32,
    server: u32,
    several: bool,
}

/// Makes a row for each server.
async fn rows(job: &Job, input: FleetInput) -> ResponseBody<Batch> {
    let mut batch = Batch::default();
    let Some(read) = read(job, input, &mut batch) else {
        return ResponseBody::Nothing;
    };
    let row = |place: &Server, report: Report| {
        if has_server(&report) {
            Ok(Row::of(&report, place.file, place.server, place.several))
        } else {
            Err(FileWithoutServer {
                file: place.file,
                what: OtherContent::Authorities,
            })
        }
    };
    let (checked, incomplete) = check(job, &read, row).await;
    batch.incomplete |= incomplete;
    for one in checked {
        match one {
            Ok(row) => batch.rows.push(row),
            Err(left) => batch.without_server.push(left),
        }
    }
    order::by_key(&mut batch.without_server, |left| left.file);
    ResponseBody::Answer(batch)
}

/// Makes the reports behind the rows of [`rows`], in the same order.
async fn reports(job: &Job, input: FleetInput) -> ResponseBody<Vec<Report>> {
    let read = read(job, input, &mut Batch::default()).unwrap_or_default();
    let (reports, _) = check(job, &read, |_, report| has_server(&report).then_some(report)).await;
    ResponseBody::Answer(reports.into_iter().flatten().collect())
}

/// Reads each file, with its number, and records private keys and files without servers in `batch`;
/// `None` if the part of a large file is damaged.
fn read(job: &Job, input: FleetInput, batch: &mut Batch) -> Option<Vec<(u32, Servers)>> {
    if input == FleetInput::Part {
        return Some(vec![(0, part_of(job)?)]);
    }
    let mut read = Vec::new();
    for (file, named) in (0..).zip(&job.files.named) {
        match Input::read(std::slice::from_ref(named), &job.files.passwords).map(Servers::of) {
            Ok(servers) => {
                note(batch, file, &servers.report().dropped);
                batch.shared |= servers.is_bundle();
                read.push((file, servers));
            }
            Err(why) => {
                let dropped = dropped_of(&why);
                note(batch, file, dropped);
                batch.without_server.push(FileWithoutServer {
                    file,
                    what: instead(dropped),
                });
            }
        }
    }
    Some(read)
}

/// Splits a large file into parts.
fn cut(job: &Job) -> Response<SplitFile> {
    let mut cut = SplitFile::default();
    let mut blobs = Vec::new();
    match Input::read(&job.files.named, &job.files.passwords).map(Servers::of) {
        Ok(servers) => {
            note_cut(&mut cut, &servers.report().dropped);
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
            note_cut(&mut cut, dropped);
            cut.other = Some(instead(dropped));
        }
    }
    Response {
        blobs,
        ..job.response(ResponseBody::Answer(cut))
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

fn part_of(job: &Job) -> Option<Servers> {
    let (_, bytes) = job.files.named.first()?;
    let part = Part::unpack(bytes)?;
    let certificates = part
        .certificates
        .into_iter()
        .map(|member| (member.line, Bytes::from(member.der)));
    Some(Servers::of_parts(certificates, &part.servers))
}

/// Checks every server, and verifies all their signatures together.
///
/// `keep` extracts the result from each report. Also returns whether the full engine could check
/// more.
async fn check<T>(job: &Job, read: &[(u32, Servers)], keep: impl Fn(&Server, Report) -> T) -> (Vec<T>, bool) {
    let plans = plan(job, read).await;
    let checks = plans.iter().flat_map(|(_, plan)| plan.checks()).cloned();
    let answers = answer_cache::answers(checks.collect()).await;
    let mut rest = answers.as_slice();
    let mut incomplete = false;
    let mut checked = Vec::with_capacity(plans.len());
    let mut missing = BTreeSet::new();
    for (server, plan) in &plans {
        let (own, others): (&[SignatureAnswer], _) = rest.split_at(plan.checks().len().min(rest.len()));
        rest = others;
        incomplete |= plan.checks().iter().zip(own).any(webcrypto::is_open);
        let (report, lacks) = engine::judge_with_missing(plan, own);
        checked.push(if lacks.is_empty() {
            Ok(keep(server, report))
        } else {
            Err(own)
        });
        missing.extend(lacks);
    }
    // Without the file the report is the same, but cannot say to which root a missing issuer leads.
    job.load(missing.into_iter().collect()).await;
    let pool = job.pool();
    let finish = |((server, mut plan), checked): ((Server, Plan<'_>), Result<T, &[SignatureAnswer]>)| {
        checked.unwrap_or_else(|answers| {
            plan.set_files(pool.clone());
            keep(&server, engine::judge(&plan, answers))
        })
    };
    let kept = plans.into_iter().zip(checked).map(finish).collect();
    (kept, incomplete && cfg!(not(feature = "rust-verifier")))
}

/// Plans the check of every server, with the keys of all CAs that it may need.
async fn plan<'j>(job: &'j Job, read: &[(u32, Servers)]) -> Vec<(Server, Plan<'j>)> {
    loop {
        let mut missing = BTreeSet::new();
        let mut plans = Vec::new();
        let pool = job.pool();
        for (file, servers) in read {
            for (place, server) in (0..servers.len()).zip(0_u32..) {
                let plan = servers.plan(place, &job.request.options, job.trust(), &pool);
                missing.extend(plan.missing_files().iter().copied());
                let server = Server {
                    file: *file,
                    server,
                    several: servers.len() > 1,
                };
                plans.push((server, plan));
            }
        }
        if missing.is_empty() {
            return plans;
        }
        job.load_again(missing.into_iter().collect()).await;
    }
}

/// Whether the chain has a server certificate, not only CA certificates.
fn has_server(report: &Report) -> bool {
    let findings = report.rule(RuleId::Chain).map(|rule| rule.findings.as_slice());
    !findings
        .unwrap_or_default()
        .iter()
        .any(|finding| matches!(finding.detail, Detail::LeafMissing {}))
}

/// What a file holds instead of a certificate: the first dropped item.
fn instead(dropped: &[Dropped]) -> OtherContent {
    dropped
        .first()
        .map_or(OtherContent::Nothing, |dropped| OtherContent::Other(dropped.clone()))
}

fn note(batch: &mut Batch, file: u32, dropped: &[Dropped]) {
    if dropped.iter().any(Dropped::is_private_key) {
        batch.keys.push(file);
    }
    batch.incomplete |= may_have_more(dropped);
}

fn note_cut(cut: &mut SplitFile, dropped: &[Dropped]) {
    cut.key = dropped.iter().any(Dropped::is_private_key);
    cut.incomplete = may_have_more(dropped);
}
