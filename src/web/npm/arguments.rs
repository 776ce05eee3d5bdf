//! The arguments of the package's functions: the input, and the options.

use std::borrow::Cow;
use std::collections::HashSet;

use bytes::Bytes;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::errors::failure;
use super::string_bytes;
use crate::cert::UnixTime;
use crate::containers::Passwords;
use crate::engine::{self, Options};
use crate::i18n::{Locale, ViewText, shown};
use crate::trust::{AwsList, ClientId, Clients, TrustStore};
use crate::web::protocol::request::{Request, RequestKind};

/// The input of a call.
pub(super) enum Input {
    /// One text or file.
    Paste(Bytes),
    /// Several files with their names.
    Files(Vec<(Option<String>, Bytes)>),
}

impl Input {
    /// Reads a string, a `Uint8Array`, or an array of them or of `{ name, data }`.
    pub(super) fn read(input: &JsValue) -> Result<Self, JsValue> {
        if let Some(list) = input.dyn_ref::<Array>() {
            let files: Option<Vec<_>> = list.iter().map(|file| read_file(&file)).collect();
            return files.map(Self::Files).ok_or_else(bad_input);
        }
        read_data(input).map(Self::Paste).ok_or_else(bad_input)
    }

    /// All files, with their names if they have one.
    pub(super) fn files(&self) -> Vec<(Option<&str>, &Bytes)> {
        match self {
            Self::Paste(data) => vec![(None, data)],
            Self::Files(files) => files.iter().map(|(name, data)| (name.as_deref(), data)).collect(),
        }
    }

    /// All files with names: a file without one gets its position as name, from 1.
    pub(super) fn named(&self) -> Vec<(String, Bytes)> {
        let name = |place: usize, name: Option<&str>| match name {
            Some(name) => name.to_owned(),
            None => place.to_string(),
        };
        let files = (1..).zip(self.files());
        files
            .map(|(place, (given, data))| (name(place, given), data.clone()))
            .collect()
    }
}

fn read_data(value: &JsValue) -> Option<Bytes> {
    if let Some(text) = string_bytes::bytes(value) {
        return Some(text.into());
    }
    let bytes = value.dyn_ref::<Uint8Array>()?;
    Some(bytes.to_vec().into())
}

fn read_file(value: &JsValue) -> Option<(Option<String>, Bytes)> {
    if let Some(data) = read_data(value) {
        return Some((None, data));
    }
    let data = read_data(&Reflect::get(value, &"data".into()).ok()?)?;
    let name = Reflect::get(value, &"name".into()).ok()?;
    if name.is_undefined() || name.is_null() {
        return Some((None, data));
    }
    Some((Some(name.as_string()?), data))
}

fn bad_input() -> JsValue {
    let message = "The input must be a string or a Uint8Array, or an array of them or of { name, data }.";
    failure("bad-input", message).into()
}

/// The arguments of one call.
pub(super) struct Arguments {
    /// The request that the call makes.
    pub(super) request: Request,
    /// The language of messages.
    pub(super) locale: Locale,
    pub(super) passwords: Passwords,
    pub(super) trust: Cow<'static, TrustStore>,
    /// The bytes of the caller's truststore.
    trust_store: Option<Bytes>,
    /// The caller's function that loads data files.
    pub(super) load: Option<Function>,
    /// Whether the option `clients` is given.
    names_clients: bool,
    /// Whether a link leaves out the certificates.
    #[cfg_attr(not(feature = "share"), allow(dead_code, reason = "only links have it"))]
    pub(super) verdict_only: bool,
}

impl Arguments {
    /// Reads the options of a call. Its `kind` decides which options it accepts.
    pub(super) fn read(kind: RequestKind, given: &JsValue) -> Result<Self, JsValue> {
        let mut arguments = Self {
            request: Request {
                kind,
                options: Options::at(now()),
                ..Request::default()
            },
            locale: Locale::default(),
            passwords: Passwords::none(),
            trust: Cow::Borrowed(TrustStore::embedded()),
            trust_store: None,
            load: None,
            names_clients: false,
            verdict_only: false,
        };
        if given.is_undefined() || given.is_null() {
            return Ok(arguments);
        }
        let Some(given) = given.dyn_ref::<Object>().filter(|g| g.dyn_ref::<Array>().is_none()) else {
            return Err(bad_option("The options must be an object."));
        };
        for key in Object::keys(given).iter() {
            let name = key.as_string().unwrap_or_default();
            let value = Reflect::get(given, &key)?;
            if !value.is_undefined() {
                arguments.take(&name, &value)?;
            }
        }
        arguments.choose_store()?;
        Ok(arguments)
    }

    /// Chooses what to check against once all options are read.
    fn choose_store(&mut self) -> Result<(), JsValue> {
        let client = self.request.options.client;
        if let Some(data) = self.trust_store.take() {
            let files = [(String::new(), data)];
            let read = engine::truststore(&files, &self.passwords, Some(Clients::embedded()));
            let read = read.map_err(|why| failure("bad-truststore", &why.to_string()))?;
            self.trust = Cow::Owned(read.store);
        } else if client != ClientId::API_GATEWAY {
            let store = TrustStore::of(client, Some(Clients::embedded()));
            let store = store.ok_or_else(|| bad_option("The client truststore needs the option trustStore."))?;
            self.trust = Cow::Owned(store);
        }
        Ok(())
    }

    /// The clients to compare: those of the option `clients` or all, and always `own`.
    pub(super) fn clients(&self, own: ClientId) -> Vec<ClientId> {
        let mut clients: Vec<ClientId> = match &self.request.kind {
            RequestKind::MostClients(given) if self.names_clients => given.clone(),
            _ => ClientId::all()
                .filter(|client| *client != ClientId::TRUSTSTORE)
                .collect(),
        };
        if !clients.contains(&own) {
            clients.insert(0, own);
        }
        clients
    }

    /// Whether the call accepts the option `load`.
    fn loads(&self) -> bool {
        !matches!(self.request.kind, RequestKind::Check { .. } | RequestKind::Rows(_))
    }

    fn take(&mut self, name: &str, value: &JsValue) -> Result<(), JsValue> {
        match name {
            "at" => {
                let moment = value.as_string().and_then(|text| UnixTime::parse_rfc3339(&text).ok());
                self.request.options.at = moment.ok_or_else(|| {
                    bad_option("The option at must be a time in RFC 3339 form, such as 2026-11-23T07:00:00Z.")
                })?;
                if let RequestKind::MakeLink { with_moment, .. } = &mut self.request.kind {
                    *with_moment = true;
                }
            }
            "hostname" => {
                let hostname = value.as_string().map(|name| name.trim().to_owned());
                let hostname = hostname.ok_or_else(|| bad_option("The option hostname must be a string."))?;
                self.request.options.hostname = Some(hostname).filter(|name| !name.is_empty());
                self.request.options.hostname_from_input = false;
            }
            "insecureSkipVerification" => {
                self.request.options.insecure_skip_verification = value
                    .as_bool()
                    .ok_or_else(|| bad_option("The option insecureSkipVerification must be a boolean."))?;
            }
            "clientCertificate" => {
                self.request.options.client_certificate = value
                    .as_bool()
                    .ok_or_else(|| bad_option("The option clientCertificate must be a boolean."))?;
            }
            "lang" => {
                let locale = value.as_string().and_then(|tag| Locale::from_tag(&tag));
                self.locale = locale.ok_or_else(|| {
                    let tags = Locale::ALL.map(Locale::tag).join(", ");
                    bad_option(&["The option lang must be one of ", &tags, "."].concat())
                })?;
            }
            "passwords" => {
                let list = value.dyn_ref::<Array>();
                let texts: Option<Vec<String>> = list.and_then(|list| list.iter().map(|p| p.as_string()).collect());
                let texts = texts.ok_or_else(|| bad_option("The option passwords must be an array of strings."))?;
                self.passwords = Passwords::new(texts);
            }
            "list" => {
                let text = value.as_string();
                let text = text.ok_or_else(|| bad_option("The option list must be a string."))?;
                let list = AwsList::parse(&text);
                if list.entries.is_empty() {
                    return Err(failure("bad-list", self.locale.view(ViewText::AuthoritiesBad)).into());
                }
                self.trust = Cow::Owned(TrustStore::embedded().listing(&list));
            }
            "client" => {
                let client = client_of(value);
                self.request.options.client = client.ok_or_else(|| bad_client("client must be one of "))?;
            }
            "trustStore" => {
                let data = read_data(value);
                let data = data.ok_or_else(|| bad_option("The option trustStore must be a string or a Uint8Array."))?;
                self.trust_store = Some(data);
            }
            "load" if self.loads() => {
                let load = value.dyn_ref::<Function>().cloned();
                self.load = Some(load.ok_or_else(|| bad_option("The option load must be a function."))?);
            }
            _ => return self.take_of_kind(name, value),
        }
        Ok(())
    }

    /// Reads an option that only some calls have.
    fn take_of_kind(&mut self, name: &str, value: &JsValue) -> Result<(), JsValue> {
        match (name, &mut self.request.kind) {
            ("address", RequestKind::MakeLink { address, .. }) => {
                let given = value.as_string();
                *address = Some(given.ok_or_else(|| bad_option("The option address must be a string."))?);
            }
            ("verdictOnly", RequestKind::MakeLink { .. }) => {
                let only = value.as_bool();
                self.verdict_only = only.ok_or_else(|| bad_option("The option verdictOnly must be a boolean."))?;
            }
            ("clients", RequestKind::MostClients(clients)) => {
                let list = value.dyn_ref::<Array>();
                let ids: Option<Vec<ClientId>> = list.and_then(|list| list.iter().map(|id| client_of(&id)).collect());
                let mut ids = ids.ok_or_else(|| bad_client("clients must be an array of these ids: "))?;
                let mut seen = HashSet::new();
                ids.retain(|id| seen.insert(*id));
                *clients = ids;
                self.names_clients = true;
            }
            _ => return Err(self.unknown(name)),
        }
        Ok(())
    }

    fn unknown(&self, name: &str) -> JsValue {
        let shares = matches!(self.request.kind, RequestKind::MakeLink { .. });
        let compares = matches!(self.request.kind, RequestKind::MostClients(_));
        let message = [
            "Unknown option ",
            &shown(name),
            ". The options are at, hostname, insecureSkipVerification, clientCertificate, lang, passwords, client, trustStore",
            if self.loads() { ", load" } else { "" },
            if shares { ", address, verdictOnly" } else { "" },
            if compares { ", clients" } else { "" },
            " and list.",
        ];
        bad_option(&message.concat())
    }
}

fn client_of(id: &JsValue) -> Option<ClientId> {
    ClientId::parse(&id.as_string()?)
}

fn bad_client(what: &str) -> JsValue {
    let ids: Vec<&str> = ClientId::all().map(ClientId::as_str).collect();
    bad_option(&["The option ", what, &ids.join(", "), "."].concat())
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "milliseconds since 1970 are a whole number far below 2^53"
)]
fn now() -> UnixTime {
    UnixTime::from_seconds((js_sys::Date::now() / 1000.0).floor() as i64)
}

fn bad_option(message: &str) -> JsValue {
    failure("bad-option", message).into()
}
