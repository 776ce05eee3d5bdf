//! The state after each action.

use std::rc::Rc;

use yew::Reducible;

use super::action::Action;
use super::form::Form;
use super::page::State;
use super::phase::{Phase, Repairing, Why};
use super::settings::View;
use super::source::Source;
use crate::cert::UnixTime;
use crate::engine::InputError;
use crate::guide::IntegrationKind;
use crate::guide::host;
use crate::i18n::Locale;
use crate::report::{Report, Verdict};
use crate::share::{SharedOptions, Summary};
use crate::web::protocol::request::RequestKind;
use crate::web::ui::shared::Shared;

impl State {
    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        // A retry reads the input again, for example with one more password. The text without its private keys is the same
        // input, which the engine has read.
        let retry = matches!(action, Action::Again);
        let same = matches!(action, Action::Answered { .. } | Action::Several { .. });
        let mut next = self.reduced(action);
        if retry || (!same && next.source != self.source) {
            next.request.input = next.request.input.wrapping_add(1);
        }
        next
    }

    /// Clears the moment and host name of an example.
    fn without_example(self) -> Self {
        let Form { skip, kind, .. } = self.form;
        if self.from_example {
            Self {
                form: Form {
                    skip,
                    kind,
                    ..Form::default()
                },
                former: None,
                from_example: false,
                ..self
            }
        } else {
            self
        }
    }

    /// The number of the next request.
    pub(super) fn next_request(mut self) -> Self {
        self.request.id = self.request.id.saturating_add(1);
        self
    }

    fn with_list(mut self, list: Option<Rc<str>>) -> Self {
        self.request.list = list;
        self
    }

    /// Checks the input. The session sets the moment, if the user has chosen none.
    pub(super) fn ask(self) -> Self {
        let mut next = self.next_request();
        next.request.kind = RequestKind::Check {
            as_one_chain: next.is_together(),
        };
        next.request.options = next.form.options(UnixTime::MIN);
        let before = next.report().cloned();
        if next.has_source() {
            next.repair = Repairing::Idle;
            next.phase = if next.shows_table() {
                Phase::Idle
            } else {
                Phase::Checking { before, read: None }
            };
        } else {
            next.phase = Phase::Idle;
            next.folded = false;
        }
        next
    }

    fn reduced(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            // A browser reports the same text again after it redraws.
            Action::Typed(text) if matches!(&next.source, Source::Text(now) if *now == text) => next,
            Action::Typed(text) => Self {
                source: Source::Text(text),
                key_removed: false,
                fleet: None,
                ..next
            }
            .ask(),
            Action::Gave(text) => Self {
                source: Source::Text(text),
                key_removed: false,
                folded: true,
                ..next.without_example()
            }
            .forget()
            .ask(),
            Action::GaveFiles(kept) => {
                let too_large = kept.count == 0;
                let next = Self {
                    source: Source::Files(kept.clone()),
                    key_removed: false,
                    folded: !too_large,
                    ..next.without_example()
                }
                .forget()
                .ask();
                if too_large {
                    next.failed(Why::TooLarge(kept))
                } else if kept.is_many() {
                    next.table()
                } else {
                    next
                }
            }
            Action::Collecting(found) => Self {
                phase: Phase::Collecting { found },
                ..next
            },
            Action::Read { id, done, of } => next.read(id, done, of),
            Action::Cancel => next.cancelled(),
            Action::Example { text, at, host } => {
                let form = Form {
                    host: host.to_owned(),
                    at: at.to_owned(),
                    ..Form::default()
                };
                Self {
                    source: Source::Text(text),
                    form,
                    key_removed: false,
                    folded: true,
                    from_example: true,
                    ..next
                }
                .forget()
                .ask()
            }
            Action::Host(host) => {
                let before = host::parse(&next.form.host);
                let changed = before != host::parse(&host);
                let next = Self {
                    form: Form {
                        host,
                        ..next.form.clone()
                    },
                    ..next
                };
                if changed { next.ask() } else { next }
            }
            Action::At(at) => Self {
                form: Form {
                    at,
                    ..next.form.clone()
                },
                ..next
            }
            .ask(),
            Action::Skip(skip) => Self {
                form: Form {
                    skip,
                    ..next.form.clone()
                },
                ..next
            }
            .ask(),
            Action::Kind(kind) => {
                let skipped = next.form.skips();
                let next = Self {
                    form: Form {
                        kind,
                        ..next.form.clone()
                    },
                    ..next
                };
                if next.form.skips() == skipped { next } else { next.ask() }
            }
            Action::View(view) => Self { view, ..next },
            Action::WantRepair => Self {
                repair: Repairing::Making,
                ..next
            },
            Action::Repaired { id, .. } if id != next.request.id => next,
            Action::Repaired { repair, .. } => Self {
                repair: repair.map_or(Repairing::Failed, Repairing::Done),
                ..next
            },
            Action::ForgetFormer => Self { former: None, ..next },
            Action::List(list) => next.with_list(list).ask(),
            Action::Opening => Self {
                source: Source::None,
                form: Form::default(),
                folded: false,
                key_removed: false,
                view: View::Check,
                phase: Phase::Opening,
                ..next.forget()
            },
            Action::Opened { pem, asked, answer } => next.opened(pem, asked, answer),
            Action::OpenedVerdict(verdict) => Self {
                phase: Phase::Idle,
                shared_verdict: Some(verdict),
                ..next
            },
            Action::NotOpened(why) => next.failed(why),
            Action::System(system) => Self { system, ..next },
            Action::UpdateReady => Self {
                update_ready: true,
                ..next
            },
            Action::Again => {
                if let (Some(fleet), true) = (&mut next.fleet, self.shows_table()) {
                    fleet.run = fleet.run.wrapping_add(1);
                }
                next.ask()
            }
            Action::Several { id, redacted } => next.several(id, redacted),
            Action::OpenRow { row, source } => next.opened_row(row, source),
            Action::CloseRow => next.closed_row(),
            Action::Together(servers) => next.one_chain(servers),
            Action::Apart => next.apart(),
            Action::Answered {
                id,
                outcome,
                key_removed,
                redacted,
            } => next.answered(id, outcome, key_removed, redacted),
            Action::Unfold => Self { folded: false, ..next },
            Action::Fold => Self {
                folded: self.has_source(),
                ..next
            },
            Action::Clear => Self {
                source: Source::None,
                form: Form::default(),
                key_removed: false,
                from_example: false,
                former: None,
                ..next.forget()
            }
            .ask(),
            Action::Locale(locale) => Self {
                locale,
                chosen_locale: Some(locale),
                ..next
            },
            Action::Theme(theme) => Self { theme, ..next },
        }
    }

    /// Takes the report of the former input away; it is kept to compare with.
    pub(super) fn forget(self) -> Self {
        let former = self.report().cloned().or_else(|| self.former.clone());
        Self {
            phase: Phase::Idle,
            host_taken: false,
            repair: Repairing::Idle,
            shared: None,
            shared_verdict: None,
            view: View::Check,
            former,
            fleet: None,
            together: false,
            servers: 0,
            ..self
        }
    }

    /// Checks a link's chain with the options of the shared check.
    fn opened(self, pem: Rc<str>, asked: SharedOptions, answer: Shared<Summary>) -> Self {
        let at = asked.at.map(|at| at.to_string().trim_end_matches('Z').to_owned());
        let language = asked.language.as_deref().and_then(Locale::from_tag);
        Self {
            source: Source::Text(pem),
            form: Form {
                host: asked.hostname.unwrap_or_default(),
                at: at.unwrap_or_default(),
                skip: asked.insecure_skip_verification,
                kind: IntegrationKind::default(),
            },
            folded: true,
            locale: self.chosen_locale.or(language).unwrap_or(self.locale),
            ..self.forget()
        }
        .with_shared(answer)
        .ask()
    }

    fn with_shared(self, answer: Shared<Summary>) -> Self {
        Self {
            shared: Some(answer),
            former: None,
            ..self
        }
    }

    fn read(mut self, id: u32, done: usize, of: usize) -> Self {
        if let (true, Phase::Checking { read, .. }) = (id == self.request.id, &mut self.phase) {
            *read = Some((done, of)).filter(|_| of > 1);
        }
        self
    }

    /// Stops: shows the former report again, or the box with its text.
    fn cancelled(self) -> Self {
        let before = match &self.phase {
            Phase::Checking { before, .. } => before.clone(),
            Phase::Collecting { .. } | Phase::Opening => None,
            _ => return self,
        };
        let next = self.next_request();
        match before {
            Some(report) => next.judged(report),
            None => Self {
                phase: Phase::Idle,
                folded: false,
                ..next
            },
        }
    }

    /// Shows a report. If something is wrong, makes the repaired chain at once, otherwise on request.
    fn judged(self, report: Shared<Report>) -> Self {
        let repair = match report.verdict {
            Verdict::Fail => Repairing::Making,
            Verdict::Pass => Repairing::Idle,
        };
        Self {
            repair,
            phase: Phase::Done { report },
            ..self
        }
    }

    /// Shows the box, so that the user can correct the input.
    fn failed(self, why: Why) -> Self {
        Self {
            folded: false,
            phase: Phase::Failed { why },
            ..self
        }
    }

    fn answered(
        self,
        id: u32,
        outcome: Result<Shared<Report>, Why>,
        key_removed: bool,
        redacted: Option<Rc<str>>,
    ) -> Self {
        if id != self.request.id || !matches!(self.phase, Phase::Checking { .. }) {
            return self;
        }
        let mut next = self;
        if let Some(text) = redacted {
            next.source = Source::Text(text);
        }
        next.key_removed |= key_removed;
        match outcome {
            Ok(report) => {
                let host = report
                    .input
                    .hints
                    .host
                    .as_ref()
                    .filter(|_| !next.host_taken && next.form.host.is_empty())
                    // The host of one row is not that of the next one.
                    .filter(|_| next.fleet.is_none());
                let host = host.map(|host| match host.port {
                    Some(port) if port != 443 => format!("{}:{port}", host.name),
                    _ => host.name.clone(),
                });
                next = next.judged(report);
                if let Some(host) = host.filter(|host| host::parse(host).is_some()) {
                    next.form.host = host;
                    next.host_taken = true;
                    return next.ask();
                }
            }
            Err(why) => {
                // A newer list alone: use it, and wait for the chain.
                if let (Why::Input(InputError::NoCertificate { input }), Source::Text(text)) = (&why, &next.source)
                    && input.hints.aws_list
                {
                    let list = Rc::clone(text);
                    return Self {
                        source: Source::None,
                        folded: false,
                        phase: Phase::Idle,
                        ..next.with_list(Some(list))
                    };
                }
                return next.failed(why);
            }
        }
        next
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}
