//! The state after each action.

use std::rc::Rc;

use yew::Reducible;

use super::action::Action;
use super::form::Form;
use super::page::{State, Truststore};
use super::phase::{Phase, Repairing, Why};
use super::settings::{OpenRule, View};
use super::source::{Kept, Source};
use crate::cert::UnixTime;
use crate::engine::InputError;
use crate::guide::IntegrationKind;
use crate::guide::host;
use crate::i18n::Locale;
use crate::report::{Report, Verdict};
use crate::share::{SharedOptions, Summary};
use crate::trust::ClientId;
use crate::web::protocol::request::RequestKind;
use crate::web::ui::shared::Shared;

impl State {
    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        // A retry reads the input again, for example with one more password. A text from which
        // private keys were removed counts as the same input.
        let retry = matches!(action, Action::Again);
        let same = matches!(action, Action::Answered { .. } | Action::Several { .. });
        let mut next = self.clone();
        next.apply(action);
        next.kept_open &= !next.folded;
        if retry || (!same && next.source != self.source) {
            next.request.input = next.request.input.wrapping_add(1);
        }
        next
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Typed(text) => self.typed(Source::Text(text)),
            Action::NewText(text) => self.take(Source::Text(text)),
            Action::NewFiles(kept) => self.take_files(kept),
            Action::Collecting(found) => self.phase = Phase::Collecting { found },
            Action::Read { id, done, of } => self.read(id, done, of),
            Action::Cancel => self.cancel(),
            Action::Example { text, at, host } => {
                self.forget();
                self.source = Source::Text(text);
                self.key_removed = false;
                self.folded = true;
                self.from_example = true;
                self.form = Form {
                    host: host.to_owned(),
                    at: at.to_owned(),
                    ..Form::default()
                };
                self.start_check();
            }
            Action::Host(host) => {
                let changed = host::parse(&self.form.host) != host::parse(&host);
                self.form.host = host;
                if changed {
                    self.start_check();
                }
            }
            Action::At(at) => {
                self.form.at = at;
                self.start_check();
            }
            Action::Skip(skip) => {
                self.form.skip = skip;
                self.start_check();
            }
            Action::ClientCertificate(is_one) => {
                self.form.client_certificate = is_one;
                self.start_check();
            }
            Action::Kind(kind) => {
                let skipped = self.form.skips();
                self.form.kind = kind;
                if self.form.skips() != skipped {
                    self.start_check();
                }
            }
            Action::Client(client) => self.choose_client(client),
            Action::Truststore(name) => {
                self.truststore = Some(Truststore { number: 0, name });
                self.renew_truststore();
                self.choose_client(ClientId::TRUSTSTORE);
            }
            Action::ChooseClient => {
                self.choosing = true;
                self.folded = false;
                self.kept_open = true;
            }
            Action::Rule(rule) => {
                let open = self.open_rule() == Some(rule);
                self.rule = OpenRule::Chosen((!open).then_some(rule));
            }
            Action::Wide(wide) => self.wide = wide,
            Action::Sharing(sharing) => self.sharing = sharing,
            Action::View(view) => self.view = view,
            Action::WantRepair => self.repair = Repairing::Making,
            Action::Repaired { id, repair } => {
                if id == self.request.id {
                    self.repair = repair.map_or(Repairing::Failed, Repairing::Done);
                }
            }
            Action::ForgetFormer => self.former = None,
            Action::List(list) => {
                self.request.list = list;
                self.start_check();
            }
            Action::Opening => {
                self.clear();
                self.folded = false;
                self.phase = Phase::Opening;
            }
            Action::Opened { pem, asked, answer } => self.open(pem, asked, answer),
            Action::OpenedVerdict(verdict) => {
                self.phase = Phase::Idle;
                self.shared_verdict = Some(verdict);
            }
            Action::NotOpened(why) => self.fail(why),
            Action::System(system) => self.system = system,
            Action::UpdateReady => self.update_ready = true,
            Action::Again => {
                self.renew_truststore();
                self.check_table_again();
                self.start_check();
            }
            Action::Several { id, redacted } => self.several(id, redacted),
            Action::OpenRow { row, source } => self.open_row(row, source),
            Action::CloseRow => self.close_row(),
            Action::Together(servers) => self.one_chain(servers),
            Action::Apart => self.apart(),
            Action::Answered {
                id,
                outcome,
                key_removed,
                redacted,
            } => self.answered(id, outcome, key_removed, redacted),
            Action::Unfold => {
                self.folded = false;
                self.kept_open = true;
            }
            Action::Fold => self.folded = self.has_source(),
            Action::Clear => {
                self.clear();
                self.from_example = false;
                self.former = None;
                self.truststore = None;
                self.start_check();
            }
            Action::Locale(locale) => {
                self.locale = locale;
                self.chosen_locale = Some(locale);
            }
            Action::Theme(theme) => self.theme = theme,
        }
    }

    /// Checks the text that the user is editing. A browser reports the same text again after it
    /// redraws.
    fn typed(&mut self, text: Source) {
        if self.source != text {
            self.source = text;
            self.key_removed = false;
            self.fleet = None;
            self.start_check();
        }
    }

    /// Checks a new input.
    fn take(&mut self, source: Source) {
        // The moment and host name of an example do not apply to the new input.
        if self.from_example {
            let Form { skip, kind, client, .. } = self.form;
            self.form = Form {
                skip,
                kind,
                client,
                ..Form::default()
            };
            self.former = None;
            self.from_example = false;
        }
        self.forget();
        self.source = source;
        self.key_removed = false;
        self.folded = true;
        self.start_check();
    }

    fn take_files(&mut self, kept: Kept) {
        self.take(Source::Files(kept.clone()));
        if kept.count == 0 {
            self.fail(Why::TooLarge(kept));
        } else if kept.is_many() && !self.lacks_truststore() {
            self.show_table();
        }
    }

    /// Removes the input and its fields.
    fn clear(&mut self) {
        self.forget();
        self.source = Source::None;
        self.form = Form::default();
        self.key_removed = false;
    }

    /// Checks the chain for another client, or again for the same one.
    fn choose_client(&mut self, client: ClientId) {
        self.form.client = client;
        self.choosing = true;
        self.start_check();
    }

    /// Gives the truststore the next number, so that an engine reads it again.
    fn renew_truststore(&mut self) {
        if let Some(own) = &mut self.truststore {
            self.truststores = self.truststores.saturating_add(1);
            own.number = self.truststores;
        }
    }

    /// Takes the next request number. Responses to earlier numbers are dropped.
    pub(super) fn next_request(&mut self) {
        self.request.id = self.request.id.saturating_add(1);
    }

    /// Starts a check of the input. If the user chose no moment, the session sets it.
    pub(super) fn start_check(&mut self) {
        self.next_request();
        self.request.kind = RequestKind::Check {
            as_one_chain: self.is_together() && !self.shows_table(),
        };
        self.request.options = self.form.options(UnixTime::MIN);
        let own = self.truststore.as_ref();
        let own = own.filter(|_| self.form.client == ClientId::TRUSTSTORE);
        self.request.truststore = own.map_or(0, |own| own.number);
        if let Some(filled) = &self.host_filled {
            // The report says that the host is from the input, as long as the user leaves it.
            let options = &mut self.request.options;
            options.hostname_from_input = self.form.host == *filled;
            options.hostname = options.hostname.take().filter(|_| !options.hostname_from_input);
        }
        let before = self.report().cloned();
        self.phase = Phase::Idle;
        if !self.has_source() {
            self.folded = false;
            return;
        }
        self.repair = Repairing::Idle;
        if self.lacks_truststore() {
            self.fail(Why::NoTruststore);
        } else if !self.shows_table() || self.request.truststore != 0 {
            // The table of servers waits until the engine has read the truststore.
            self.phase = Phase::Checking { before, read: None };
        }
    }

    /// Removes the report, and keeps it to compare with the next one.
    pub(super) fn forget(&mut self) {
        if let Some(report) = self.report().cloned() {
            self.former = Some(report);
        }
        self.phase = Phase::Idle;
        self.host_filled = None;
        self.repair = Repairing::Idle;
        self.shared = None;
        self.shared_verdict = None;
        self.rule = OpenRule::Default;
        self.sharing = false;
        self.view = View::Check;
        self.fleet = None;
        self.together = false;
        self.servers = 0;
        self.choosing = false;
    }

    /// Checks a link's chain with the options of the shared check.
    fn open(&mut self, pem: Rc<str>, asked: SharedOptions, answer: Shared<Summary>) {
        let at = asked.at.map(|at| at.to_string().trim_end_matches('Z').to_owned());
        let language = asked.language.as_deref().and_then(Locale::from_tag);
        self.forget();
        self.source = Source::Text(pem);
        self.form = Form {
            host: asked.hostname.unwrap_or_default(),
            at: at.unwrap_or_default(),
            skip: asked.insecure_skip_verification,
            kind: IntegrationKind::default(),
            client: asked.client,
            client_certificate: asked.client_certificate,
        };
        // The truststore of the tab is not that of the link.
        self.truststore = None;
        self.folded = true;
        self.locale = self.chosen_locale.or(language).unwrap_or(self.locale);
        self.shared = Some(answer);
        self.former = None;
        self.start_check();
    }

    fn read(&mut self, id: u32, done: usize, of: usize) {
        if let (true, Phase::Checking { read, .. }) = (id == self.request.id, &mut self.phase) {
            *read = Some((done, of)).filter(|_| of > 1);
        }
    }

    /// Stops the work: shows the former report again, or the box with its text.
    fn cancel(&mut self) {
        let before = match &self.phase {
            Phase::Checking { before, .. } => before.clone(),
            Phase::Collecting { .. } | Phase::Opening => None,
            _ => return,
        };
        self.next_request();
        match before {
            Some(report) => self.show(report),
            None => {
                self.phase = Phase::Idle;
                self.folded = false;
            }
        }
    }

    /// Shows a report. Makes the repaired chain immediately if a server's chain is rejected,
    /// otherwise on request.
    fn show(&mut self, report: Shared<Report>) {
        self.repair = match report.verdict {
            Verdict::Fail if !report.asked.client_certificate => Repairing::Making,
            Verdict::Fail | Verdict::Pass | Verdict::Inconclusive => Repairing::Idle,
        };
        self.phase = Phase::Done { report };
    }

    /// Shows why there is no report. What was pasted stays folded: the answer says what to paste
    /// instead.
    fn fail(&mut self, why: Why) {
        self.folded &= matches!(why, Why::Input(_));
        self.phase = Phase::Failed { why };
    }

    fn answered(
        &mut self,
        id: u32,
        outcome: Result<Shared<Report>, Why>,
        key_removed: bool,
        redacted: Option<Rc<str>>,
    ) {
        if id != self.request.id || !self.is_checking() {
            return;
        }
        if let Some(text) = redacted {
            self.source = Source::Text(text);
        }
        self.key_removed |= key_removed;
        match outcome {
            Ok(report) => {
                if let Some(host) = self.host_of(&report) {
                    self.form.host.clone_from(&host);
                    self.host_filled = Some(host);
                }
                self.show(report);
            }
            Err(why) => match (&why, &self.source) {
                // The input is only an AWS list: use it, and wait for the chain.
                (Why::Input(InputError::NoCertificate { input }), Source::Text(text)) if input.hints.aws_list => {
                    self.request.list = Some(Rc::clone(text));
                    self.source = Source::None;
                    self.folded = false;
                    self.phase = Phase::Idle;
                }
                _ => self.fail(why),
            },
        }
    }

    /// The host from the input for which the report was made, if it should fill the host field.
    fn host_of(&self, report: &Report) -> Option<String> {
        let name = report.asked.hostname.as_ref()?;
        // Another row has another host.
        if self.host_filled.is_some() || !self.form.host.is_empty() || self.fleet.is_some() {
            return None;
        }
        let port = report.input.hints.host.as_ref().and_then(|host| host.port);
        let host = match port {
            Some(port) if port != 443 => format!("{name}:{port}"),
            _ => name.clone(),
        };
        host::parse(&host).is_some().then_some(host)
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
