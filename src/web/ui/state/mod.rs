//! The page's state, and the one function that changes it. No browser in here: tested natively.

mod fleet;

pub use fleet::{Fleet, MANY_FILES};

use std::rc::Rc;

use yew::Reducible;

use super::host;
use super::shared::Shared;
use crate::cert::UnixTime;
use crate::engine::{InputError, Options};
use crate::guide::{IntegrationKind, System, TlsSetting};
use crate::i18n::Locale;
use crate::report::{Repair, Report, Verdict};
use crate::share::{LinkError, SharedOptions, Summary, Unresolved, VerdictLink};

/// What the person gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nothing.
    #[default]
    None,
    /// The text of the box.
    Text(Rc<str>),
    /// Files, or a text too long for the box: kept outside the state, by number.
    Files(Kept),
}

/// Files kept outside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where they are kept.
    pub id: u32,
    /// The first one's name, made fit to be shown; empty for a pasted text too long for the box.
    pub name: String,
    /// How many there are.
    pub count: usize,
    /// Their size in bytes.
    pub bytes: u64,
    /// How many were given.
    pub all: usize,
    /// The size in bytes of all that were given.
    pub all_bytes: u64,
    /// Names of files left out, since all together may not be larger than what can be read at once.
    pub left_out: Rc<[String]>,
}

/// What is asked beside the certificates, as the fields hold it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The host field.
    pub host: String,
    /// The time field: `YYYY-MM-DDTHH:MM` with or without seconds, in UTC; empty for now.
    pub at: String,
    /// `insecureSkipVerification`.
    pub skip: bool,
    /// How API Gateway reaches the backend.
    pub kind: IntegrationKind,
}

impl Asked {
    /// The chosen moment; none for now, also where the field holds no time.
    #[must_use]
    pub fn moment(&self) -> Option<UnixTime> {
        let at = self.at.trim();
        UnixTime::parse_rfc3339(&format!("{at}Z"))
            .or_else(|_| UnixTime::parse_rfc3339(&format!("{at}:00Z")))
            .ok()
    }

    /// True where `insecureSkipVerification` is set, and exists for this kind of integration.
    #[must_use]
    pub fn skips(&self) -> bool {
        self.skip && self.kind.setting() == Some(TlsSetting::InsecureSkipVerification)
    }

    /// What the engine is asked.
    #[must_use]
    pub fn options(&self, now: UnixTime) -> Options {
        Options {
            at: self.moment().unwrap_or(now),
            hostname: host::parse(&self.host).map(|host| host.name),
            insecure_skip_verification: self.skips(),
            first_is_leaf: false,
        }
    }
}

/// Why a question has no judgement.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The input holds nothing to judge.
    Input(InputError),
    /// The time limit passed.
    TooLong,
    /// The engine ended unexpectedly.
    Crashed(String),
    /// The engine could not be loaded.
    Unavailable(String),
    /// A file could not be read.
    Unreadable(String),
    /// None of the files is small enough to be read.
    TooLarge(Kept),
    /// A share link that cannot be read.
    Link(LinkError),
    /// A share link some of whose certificates are not at hand.
    Unresolved(Unresolved),
}

/// What the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The check.
    #[default]
    Check,
    /// The list of supported authorities.
    Authorities,
    /// How the page can be trusted.
    Trust,
}

/// How far the repaired chain is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Repairing {
    /// Not wanted yet.
    #[default]
    Idle,
    /// Being made.
    Making,
    /// Made.
    Done(Shared<Repair>),
    /// It could not be made.
    Failed,
}

/// How far the question is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing asked.
    #[default]
    Idle,
    /// A folder is being looked through.
    Collecting {
        /// Files found so far.
        found: usize,
    },
    /// A share link is being opened.
    Opening,
    /// Asked; the former judgement stays on the page meanwhile.
    Checking {
        /// The former judgement.
        before: Option<Shared<Report>>,
        /// Files read, of how many; none where there is only one.
        read: Option<(usize, usize)>,
    },
    /// Judged.
    Done {
        /// The judgement.
        report: Shared<Report>,
    },
    /// No judgement.
    Failed {
        /// The reason.
        why: Why,
    },
}

/// The colours that the person chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word in storage and in the `data-theme` attribute; none for the system's.
    #[must_use]
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::System => None,
            Self::Light => Some("light"),
            Self::Dark => Some("dark"),
        }
    }

    /// From the word in storage.
    #[must_use]
    pub fn from_word(word: Option<&str>) -> Self {
        match word {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::System,
        }
    }
}

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the person gave.
    pub source: Source,
    /// What is asked beside.
    pub asked: Asked,
    /// How far the question is.
    pub phase: Phase,
    /// The number of the current question; 0 before the first.
    pub seq: u32,
    /// True while the box is a line.
    pub folded: bool,
    /// Language.
    pub locale: Locale,
    /// The language that the person chose, now or before: a link's does not take its place.
    pub chosen_locale: Option<Locale>,
    /// Colours.
    pub theme: Theme,
    /// True where a private key was taken out of what the person gave.
    pub key_removed: bool,
    /// True while the time and host fields hold an example's values, which must not judge the next input.
    pub from_example: bool,
    /// What is shown.
    pub view: View,
    /// The repaired chain of what is judged.
    pub repair: Repairing,
    /// The judgement of the input before, to compare with.
    pub former: Option<Shared<Report>>,
    /// A newer AWS list, as pasted, to judge by.
    pub list: Option<Rc<str>>,
    /// The answer that came along with an opened link.
    pub shared: Option<Shared<Summary>>,
    /// A verdict that came without certificates.
    pub shared_verdict: Option<Shared<VerdictLink>>,
    /// For which system commands are shown.
    pub system: System,
    /// True where a newer version of the page lies ready.
    pub update_ready: bool,
    /// True once the host field was filled from what was pasted: a person who empties it again means it.
    pub host_taken: bool,
    /// Where there are many servers: their table, and what is open of it.
    pub fleet: Option<Fleet>,
    /// True where all is to be judged as one chain, however many servers there are.
    pub together: bool,
    /// How many servers were found in what is judged as one chain.
    pub servers: usize,
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The box's text changed under the person's fingers.
    Typed(Rc<str>),
    /// A whole text came at once: pasted, or an example.
    Gave(Rc<str>),
    /// Files came, or a text too long for the box.
    GaveFiles(Kept),
    /// A folder came, of which so many files have been found.
    Collecting(usize),
    /// Of the files of that question so many, of so many, have been read.
    Read {
        /// Which question.
        seq: u32,
        /// Files read.
        done: usize,
        /// Files in all.
        of: usize,
    },
    /// Stop what is under way.
    Cancel,
    /// An example, with its moment and its host name.
    Example {
        /// The PEM text.
        text: Rc<str>,
        /// The time field's value.
        at: &'static str,
        /// The host field's value.
        host: &'static str,
    },
    /// The host field changed.
    Host(String),
    /// The time field changed.
    At(String),
    /// The switch was moved.
    Skip(bool),
    /// An answer to the question of that number.
    Answered {
        /// Which question.
        seq: u32,
        /// The judgement, or why there is none.
        outcome: Result<Shared<Report>, Why>,
        /// True where the input held a private key.
        key_removed: bool,
        /// The text without its private keys, where it had some.
        redacted: Option<Rc<str>>,
    },
    /// What is there holds several servers.
    Several {
        /// Which question.
        seq: u32,
        /// The text without its private keys, where it had some.
        redacted: Option<Rc<str>>,
    },
    /// Open a row of the table.
    OpenRow {
        /// Its place.
        row: usize,
        /// What holds its certificates.
        source: Source,
    },
    /// Back to the table.
    CloseRow,
    /// Judge all as one chain; it holds so many servers.
    Together(usize),
    /// Judge each server by itself.
    Apart,
    /// Another kind of integration.
    Kind(IntegrationKind),
    /// Another view.
    View(View),
    /// The repaired chain is wanted.
    WantRepair,
    /// The repaired chain of that question.
    Repaired {
        /// Which question.
        seq: u32,
        /// The chain; none where it could not be made.
        repair: Option<Shared<Repair>>,
    },
    /// Compare with the input before no longer.
    ForgetFormer,
    /// Judge by a newer AWS list, or by the built-in one again.
    List(Option<Rc<str>>),
    /// A share link is being opened.
    Opening,
    /// A share link was opened.
    Opened {
        /// The certificates as PEM.
        pem: Rc<str>,
        /// What was asked about them.
        asked: SharedOptions,
        /// What was answered.
        answer: Shared<Summary>,
    },
    /// A share link with a verdict alone was opened.
    OpenedVerdict(Shared<VerdictLink>),
    /// A share link could not be opened.
    NotOpened(Why),
    /// Commands for another system.
    System(System),
    /// A newer version of the page lies ready.
    UpdateReady,
    /// Ask the same again.
    Again,
    /// Show the box.
    Unfold,
    /// Show the box as a line.
    Fold,
    /// Begin anew.
    Clear,
    /// Another language.
    Locale(Locale),
    /// Other colours.
    Theme(Theme),
}

impl State {
    /// The judgement on the page, the former one while a new one is under way.
    #[must_use]
    pub fn report(&self) -> Option<&Shared<Report>> {
        match &self.phase {
            Phase::Done { report }
            | Phase::Checking {
                before: Some(report), ..
            } => Some(report),
            _ => None,
        }
    }

    /// The fields as they are without an example's moment and host name, where they hold one's.
    fn without_example(self) -> Self {
        let Asked { skip, kind, .. } = self.asked;
        if self.from_example {
            Self {
                asked: Asked {
                    skip,
                    kind,
                    ..Asked::default()
                },
                former: None,
                from_example: false,
                ..self
            }
        } else {
            self
        }
    }

    fn has_source(&self) -> bool {
        match &self.source {
            Source::None => false,
            Source::Text(text) => !text.trim().is_empty(),
            Source::Files(kept) => kept.count > 0,
        }
    }

    /// Asks anew about what is there now.
    fn ask(mut self) -> Self {
        self.seq = self.seq.saturating_add(1);
        let before = self.report().cloned();
        if self.has_source() {
            self.repair = Repairing::Idle;
            self.phase = if self.shows_table() {
                Phase::Idle
            } else {
                Phase::Checking { before, read: None }
            };
        } else {
            self.phase = Phase::Idle;
            self.folded = false;
        }
        self
    }

    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            // The same text again (a browser tells it of a redraw) asks nothing.
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
            Action::Read { seq, done, of } => next.read(seq, done, of),
            Action::Cancel => next.cancelled(),
            Action::Example { text, at, host } => {
                let asked = Asked {
                    host: host.to_owned(),
                    at: at.to_owned(),
                    ..Asked::default()
                };
                Self {
                    source: Source::Text(text),
                    asked,
                    key_removed: false,
                    folded: true,
                    from_example: true,
                    ..next
                }
                .forget()
                .ask()
            }
            Action::Host(host) => {
                let before = host::parse(&next.asked.host);
                let changed = before != host::parse(&host);
                let next = Self {
                    asked: Asked {
                        host,
                        ..next.asked.clone()
                    },
                    ..next
                };
                if changed { next.ask() } else { next }
            }
            Action::At(at) => Self {
                asked: Asked {
                    at,
                    ..next.asked.clone()
                },
                ..next
            }
            .ask(),
            Action::Skip(skip) => Self {
                asked: Asked {
                    skip,
                    ..next.asked.clone()
                },
                ..next
            }
            .ask(),
            Action::Kind(kind) => {
                let skipped = next.asked.skips();
                let next = Self {
                    asked: Asked {
                        kind,
                        ..next.asked.clone()
                    },
                    ..next
                };
                if next.asked.skips() == skipped {
                    next
                } else {
                    next.ask()
                }
            }
            Action::View(view) => Self { view, ..next },
            Action::WantRepair => Self {
                repair: Repairing::Making,
                ..next
            },
            Action::Repaired { seq, .. } if seq != next.seq => next,
            Action::Repaired { repair, .. } => Self {
                repair: repair.map_or(Repairing::Failed, Repairing::Done),
                ..next
            },
            Action::ForgetFormer => Self { former: None, ..next },
            Action::List(list) => Self { list, ..next }.ask(),
            Action::Opening => Self {
                source: Source::None,
                asked: Asked::default(),
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
            Action::Several { seq, redacted } => next.several(seq, redacted),
            Action::OpenRow { row, source } => next.opened_row(row, source),
            Action::CloseRow => next.closed_row(),
            Action::Together(servers) => next.one_chain(servers),
            Action::Apart => next.apart(),
            Action::Answered {
                seq,
                outcome,
                key_removed,
                redacted,
            } => next.answered(seq, outcome, key_removed, redacted),
            Action::Unfold => Self { folded: false, ..next },
            Action::Fold => Self {
                folded: self.has_source(),
                ..next
            },
            Action::Clear => Self {
                source: Source::None,
                asked: Asked::default(),
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

    /// Another input's judgement must not stand beside this one; it is kept to compare with.
    fn forget(self) -> Self {
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

    /// A link's chain is asked about as it was by whoever shared it.
    fn opened(self, pem: Rc<str>, asked: SharedOptions, answer: Shared<Summary>) -> Self {
        let at = asked.at.map(|at| at.to_string().trim_end_matches('Z').to_owned());
        let language = asked.language.as_deref().and_then(Locale::from_tag);
        Self {
            source: Source::Text(pem),
            asked: Asked {
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

    fn read(mut self, seq: u32, done: usize, of: usize) -> Self {
        if let (true, Phase::Checking { read, .. }) = (seq == self.seq, &mut self.phase) {
            *read = Some((done, of)).filter(|_| of > 1);
        }
        self
    }

    /// Stopped: the former judgement stands again, or the box is shown with what is in it.
    fn cancelled(self) -> Self {
        let before = match &self.phase {
            Phase::Checking { before, .. } => before.clone(),
            Phase::Collecting { .. } | Phase::Opening => None,
            _ => return self,
        };
        let next = Self {
            seq: self.seq.saturating_add(1),
            ..self
        };
        match before {
            Some(report) => next.judged(report),
            None => Self {
                phase: Phase::Idle,
                folded: false,
                ..next
            },
        }
    }

    /// Judged. Where something is wrong the repaired chain is wanted at once, else when it is asked for.
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

    /// What cannot be judged is to be looked at and mended, so the box is shown.
    fn failed(self, why: Why) -> Self {
        Self {
            folded: false,
            phase: Phase::Failed { why },
            ..self
        }
    }

    fn answered(
        self,
        seq: u32,
        outcome: Result<Shared<Report>, Why>,
        key_removed: bool,
        redacted: Option<Rc<str>>,
    ) -> Self {
        if seq != self.seq || !matches!(self.phase, Phase::Checking { .. }) {
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
                    .filter(|_| !next.host_taken && next.asked.host.is_empty())
                    // One row's host is not the next one's.
                    .filter(|_| next.fleet.is_none());
                let host = host.map(|host| match host.port {
                    Some(port) if port != 443 => format!("{}:{port}", host.name),
                    _ => host.name.clone(),
                });
                next = next.judged(report);
                if let Some(host) = host.filter(|host| host::parse(host).is_some()) {
                    next.asked.host = host;
                    next.host_taken = true;
                    return next.ask();
                }
            }
            Err(why) => {
                // A newer list alone: it is taken, and the chain may come.
                if let (Why::Input(InputError::NoCertificate { input }), Source::Text(text)) = (&why, &next.source)
                    && input.hints.aws_list
                {
                    return Self {
                        list: Some(Rc::clone(text)),
                        source: Source::None,
                        folded: false,
                        phase: Phase::Idle,
                        ..next
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

#[cfg(test)]
mod tests;
