//! One page for each client with a list of its own: what it trusts, since when, and the source.
//!
//! Everything comes from the data in `trust/` and from the table of clients. The pages are in
//! English, like `docs/clients.md`, whose ids link to them.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use sslengine_doctor::i18n::Locale;
use sslengine_doctor::trust::client::Anchors;
use sslengine_doctor::trust::{ClientId, Clients, Entry, TrustStore};

use super::layout::{Assets, Frame};
use super::{Files, markdown, pages, read};

/// The page of a client; `None` if it has no list of its own.
pub fn path(id: &str) -> Option<String> {
    let client = ClientId::parse(id)?.client();
    matches!(client.anchors, Anchors::List(_)).then(|| format!("{}/clients/{id}.html", Locale::En.tag()))
}

/// Adds the pages.
///
/// # Errors
/// A list has no file in `trust/clients`, or the page table has no page of clients.
pub fn pages(project: &Path, assets: &Assets, files: &mut Files) -> Result<(), Box<dyn Error>> {
    let place = pages::PAGES.iter().find(|page| page.name == "clients");
    let place = place.ok_or("no page for the clients")?;
    let moved: Value = serde_json::from_str(&read(project, "trust/moved-cas.json")?)?;
    for client in ClientId::all() {
        let (Some(path), Anchors::List(list)) = (path(client.as_str()), client.client().anchors) else {
            continue;
        };
        let text = text(project, client, list, &moved)?;
        let content = markdown::page(&text, "docs/clients.md", &path, Locale::En)?;
        let title = Locale::En.client_name(client);
        let frame = Frame {
            assets,
            page: place,
            locale: Locale::En,
            path: &path,
            title: Some(&title),
        };
        files.insert(path.clone(), frame.html(&content).into_bytes());
    }
    Ok(())
}

fn store(client: ClientId) -> Result<TrustStore, String> {
    TrustStore::of(client, Some(Clients::embedded())).ok_or_else(|| format!("no list of {}", client.as_str()))
}

fn text(project: &Path, client: ClientId, list: &str, moved: &Value) -> Result<String, Box<dyn Error>> {
    let row = client.client();
    let store = store(client)?;
    let source = read(project, &format!("trust/clients/{list}.txt"))?;
    let source = source
        .lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("# ")
        .to_owned();
    let aws = TrustStore::embedded();
    let shared = store
        .entries()
        .iter()
        .filter(|entry| aws.by_sha256(&entry.sha256).is_some());
    let mut out = format!(
        "# {}\n\n    sslengine-doctor --client {} chain.pem\n\n\
         - **Trusts** {} certificates, {} of which are on AWS's list, too.\n\
         - **Predicted as** Java {}{}.\n\
         - **Source**: {}.\n",
        Locale::En.client_name(client),
        row.id,
        store.entries().len(),
        shared.count(),
        row.java,
        if row.jdk_roots {
            ", which rejects SHA-1 signatures under these roots"
        } else {
            ""
        },
        plain(&source),
    );
    changes(client, &store, &mut out)?;
    lacking(&store, moved, &mut out);
    out.push_str("\n## What it trusts\n\n| Certificate | SHA-256 |\n| --- | --- |\n");
    let mut entries: Vec<&Entry> = store.entries().iter().collect();
    entries.sort_by_key(|entry| (entry.first_alias().to_lowercase(), entry.sha256));
    for entry in entries {
        writeln!(out, "| {} | `{}` |", plain(entry.first_alias()), entry.sha256)?;
    }
    out.push_str("\nSee [all clients](clients.md).\n");
    Ok(out)
}

/// What changed since the list before this one of the same kind, such as `mozilla-2025-11`.
fn changes(client: ClientId, store: &TrustStore, out: &mut String) -> Result<(), Box<dyn Error>> {
    let kind = |id: &str| id.split_once("-20").map(|(kind, _)| kind.to_owned());
    let own = client.as_str();
    let before = ClientId::all()
        .map(ClientId::as_str)
        .filter(|id| kind(id).is_some() && kind(id) == kind(own) && *id < own)
        .max();
    let Some(before) = before.and_then(ClientId::parse) else {
        return Ok(());
    };
    let older = self::store(before)?;
    let new = |entry: &&Entry| older.by_sha256(&entry.sha256).is_none();
    let gone = |entry: &&Entry| store.by_sha256(&entry.sha256).is_none();
    let added: BTreeSet<&str> = store.entries().iter().filter(new).map(Entry::first_alias).collect();
    let removed: BTreeSet<&str> = older.entries().iter().filter(gone).map(Entry::first_alias).collect();
    writeln!(out, "\n## Since `{}`\n", before.as_str())?;
    for (what, names) in [("Added", added), ("Removed", removed)] {
        let names: Vec<String> = names.into_iter().map(plain).collect();
        let names = if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(" · ")
        };
        writeln!(out, "- {what}: {names}")?;
    }
    Ok(())
}

/// The CAs that issue under a root that the client lacks.
fn lacking(store: &TrustStore, moved: &Value, out: &mut String) {
    let has = |subject: &str| {
        let name = subject.split(',').next().unwrap_or_default().trim_start_matches("CN=");
        store.entries().iter().any(|entry| entry.first_alias() == name)
    };
    let rows = moved.pointer("/cas").and_then(Value::as_array);
    let text = |row: &Value, name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let missing: Vec<String> = rows
        .into_iter()
        .flatten()
        .filter(|row| !has(&text(row, "subject")))
        .map(|row| {
            let subject = text(row, "subject");
            let name = subject.split(',').next().unwrap_or_default().trim_start_matches("CN=");
            format!("- {}: {}\n", plain(&text(row, "ca")), plain(name))
        })
        .collect();
    if !missing.is_empty() {
        out.push_str(
            "\n## Roots in use that it lacks\n\nThe server must send a cross-signed version (`ca-moved`).\n\n",
        );
        out.extend(missing);
    }
}

/// A name as Markdown text.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if "\\`*_[]<>|#".contains(character) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}
