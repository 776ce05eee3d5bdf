//! The page's state, and the one function that changes it. No browser in here: tested natively.

use std::rc::Rc;

use yew::Reducible;

use super::host;
use crate::cert::UnixTime;
use crate::engine::{InputError, Options};
use crate::i18n::Locale;
use crate::report::Report;

/// What the person gave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nothing.
    #[default]
    None,
    /// The text of the box.
    Text(Rc<str>),
    /// Files, or a text too long for the box: kept outside the state, by number.
    Large(Large),
}

/// Something too large for the box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Large {
    /// Where it is kept.
    pub id: u32,
    /// Its name; empty for a pasted text.
    pub name: String,
    /// Its size in bytes.
    pub bytes: u64,
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

    /// What the engine is asked.
    #[must_use]
    pub fn options(&self, now: UnixTime) -> Options {
        Options {
            at: self.moment().unwrap_or(now),
            hostname: host::parse(&self.host).map(|host| host.name),
            insecure_skip_verification: self.skip,
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
}

/// How far the question is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    /// Nothing asked.
    #[default]
    Idle,
    /// Asked; the former judgement stays on the page meanwhile.
    Checking {
        /// The former judgement.
        before: Option<Rc<Report>>,
    },
    /// Judged.
    Done {
        /// The judgement.
        report: Rc<Report>,
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
    /// Colours.
    pub theme: Theme,
    /// True where a private key was taken out of what the person gave.
    pub key_removed: bool,
    /// True while the time and host fields hold an example's values, which must not judge the next input.
    pub from_example: bool,
    /// True once the host field was filled from what was pasted: a person who empties it again means it.
    pub host_taken: bool,
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub enum Action {
    /// The box's text changed under the person's fingers.
    Typed(Rc<str>),
    /// A whole text came at once: pasted, or an example.
    Gave(Rc<str>),
    /// Files came, or a text too long for the box.
    GaveLarge(Large),
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
        outcome: Result<Rc<Report>, Why>,
        /// The input without its private keys, where it had some.
        redacted: Option<Rc<str>>,
    },
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
    pub fn report(&self) -> Option<&Rc<Report>> {
        match &self.phase {
            Phase::Done { report } | Phase::Checking { before: Some(report) } => Some(report),
            _ => None,
        }
    }

    /// The fields as they are without an example's moment and host name, where they hold one's.
    fn without_example(self) -> Self {
        let skip = self.asked.skip;
        if self.from_example {
            Self {
                asked: Asked {
                    skip,
                    ..Asked::default()
                },
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
            Source::Large(_) => true,
        }
    }

    /// Asks anew about what is there now.
    fn ask(mut self) -> Self {
        self.seq = self.seq.saturating_add(1);
        let before = self.report().cloned();
        if self.has_source() {
            self.phase = Phase::Checking { before };
        } else {
            self.phase = Phase::Idle;
            self.folded = false;
        }
        self
    }

    /// The state after `action`.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let next = self.clone();
        match action {
            // The same text again (a browser tells it of a redraw) asks nothing.
            Action::Typed(text) if matches!(&next.source, Source::Text(now) if *now == text) => next,
            Action::Typed(text) => Self {
                source: Source::Text(text),
                key_removed: false,
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
            Action::GaveLarge(large) => Self {
                source: Source::Large(large),
                key_removed: false,
                folded: true,
                ..next.without_example()
            }
            .forget()
            .ask(),
            Action::Example { text, at, host } => {
                let asked = Asked {
                    host: host.to_owned(),
                    at: at.to_owned(),
                    ..next.asked.clone()
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
            Action::Again => next.ask(),
            Action::Answered { seq, outcome, redacted } => next.answered(seq, outcome, redacted),
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
                ..next
            }
            .forget()
            .ask(),
            Action::Locale(locale) => Self { locale, ..next },
            Action::Theme(theme) => Self { theme, ..next },
        }
    }

    /// Another input's judgement must not stand beside this one.
    fn forget(self) -> Self {
        Self {
            phase: Phase::Idle,
            host_taken: false,
            ..self
        }
    }

    fn answered(self, seq: u32, outcome: Result<Rc<Report>, Why>, redacted: Option<Rc<str>>) -> Self {
        if seq != self.seq || !matches!(self.phase, Phase::Checking { .. }) {
            return self;
        }
        let mut next = self;
        if let Some(text) = redacted {
            next.source = Source::Text(text);
            next.key_removed = true;
        }
        match outcome {
            Ok(report) => {
                let host = report
                    .input
                    .hints
                    .host
                    .as_ref()
                    .filter(|_| !next.host_taken && next.asked.host.is_empty());
                let host = host.map(|host| match host.port {
                    Some(port) if port != 443 => format!("{}:{port}", host.name),
                    _ => host.name.clone(),
                });
                next.phase = Phase::Done { report };
                if let Some(host) = host.filter(|host| host::parse(host).is_some()) {
                    next.asked.host = host;
                    next.host_taken = true;
                    return next.ask();
                }
            }
            Err(why) => {
                // What cannot be judged is to be looked at and mended, so the box is shown.
                next.folded = false;
                next.phase = Phase::Failed { why };
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
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod tests {
    use super::*;
    use crate::ingest::{Hints, Host};
    use crate::report::{Asked as ReportAsked, Handshake, InputReport, SCHEMA_VERSION, Tool, Verdict};

    fn report(host: Option<&str>) -> Rc<Report> {
        Rc::new(Report {
            schema_version: SCHEMA_VERSION,
            tool: Tool {
                version: "0".into(),
                trust_list_edition: "2022-01-24".into(),
            },
            at: UnixTime::from_seconds(0),
            asked: ReportAsked::default(),
            verdict: Verdict::Pass,
            rules: vec![],
            handshake: Handshake {
                accepted: true,
                message: None,
                legacy_message: None,
                reason: None,
            },
            hostname: None,
            path: vec![],
            certificates: vec![],
            input: InputReport {
                files: Vec::new(),
                notes: vec![],
                dropped: vec![],
                hints: Hints {
                    host: host.map(|name| Host {
                        name: name.into(),
                        port: None,
                    }),
                    ..Hints::default()
                },
            },
            fixes: vec![],
        })
    }

    fn gave(text: &str) -> State {
        State::default().after(Action::Gave(text.into()))
    }

    fn answer(state: &State, seq: u32) -> State {
        state.after(Action::Answered {
            seq,
            outcome: Ok(report(None)),
            redacted: None,
        })
    }

    #[test]
    fn a_paste_is_asked_about_and_folds_the_box() {
        let state = gave("chain");
        assert_eq!((state.seq, state.folded), (1, true));
        assert_eq!(state.phase, Phase::Checking { before: None });
        assert!(matches!(answer(&state, 1).phase, Phase::Done { .. }));
    }

    #[test]
    fn an_answer_to_an_older_question_is_dropped() {
        let state = gave("one").after(Action::Gave("two".into()));
        assert_eq!(answer(&state, 1), state);
        let done = answer(&state, 2);
        assert!(matches!(done.phase, Phase::Done { .. }));
        assert_eq!(answer(&done, 2), done, "an answer comes once");
    }

    #[test]
    fn a_changed_field_asks_anew_and_keeps_the_judgement_meanwhile() {
        let done = answer(&gave("chain"), 1);
        for action in [
            Action::Host("a.example".into()),
            Action::At("2026-01-01T00:00".into()),
            Action::Skip(true),
        ] {
            let state = done.after(action);
            assert_eq!(state.seq, 2);
            assert!(matches!(&state.phase, Phase::Checking { before: Some(_) }));
            assert!(state.report().is_some());
        }
    }

    #[test]
    fn another_paste_forgets_the_former_judgement() {
        let state = answer(&gave("one"), 1).after(Action::Gave("two".into()));
        assert!(state.report().is_none());
    }

    #[test]
    fn language_and_colours_change_nothing_else() {
        let done = answer(&gave("chain"), 1);
        let french = done.after(Action::Locale(Locale::Fr)).after(Action::Theme(Theme::Dark));
        assert_eq!(
            State {
                locale: done.locale,
                theme: done.theme,
                ..french
            },
            done
        );
    }

    #[test]
    fn a_failure_keeps_the_text_and_shows_the_box() {
        let state = gave("not a chain").after(Action::Answered {
            seq: 1,
            outcome: Err(Why::TooLong),
            redacted: None,
        });
        assert_eq!(state.source, Source::Text("not a chain".into()));
        assert!(!state.folded);
        assert_eq!(state.phase, Phase::Failed { why: Why::TooLong });
    }

    #[test]
    fn a_private_key_is_replaced_without_asking_again() {
        let state = gave("chain and key");
        let action = Action::Answered {
            seq: 1,
            outcome: Ok(report(None)),
            redacted: Some("chain".into()),
        };
        let state = state.after(action);
        assert_eq!(
            (state.source, state.seq, state.key_removed),
            (Source::Text("chain".into()), 1, true)
        );
    }

    #[test]
    fn a_host_seen_in_the_paste_fills_the_field_once() {
        let told = |state: &State, seq| {
            state.after(Action::Answered {
                seq,
                outcome: Ok(report(Some("api.example.com"))),
                redacted: None,
            })
        };
        let state = told(&gave("chain"), 1);
        assert_eq!((state.asked.host.as_str(), state.seq), ("api.example.com", 2));
        let emptied = told(&state, 2).after(Action::Host(String::new()));
        let state = told(&emptied, 3);
        assert_eq!((state.asked.host.as_str(), state.seq), ("", 3));
        assert!(matches!(state.phase, Phase::Done { .. }));
    }

    #[test]
    fn nothing_is_asked_about_blanks() {
        let state = gave("chain").after(Action::Typed("  \n".into()));
        assert_eq!((state.phase, state.folded), (Phase::Idle, false));
        let example = Action::Example {
            text: "pem".into(),
            at: "2023-06-15T12:00:00",
            host: "crates.io",
        };
        let after_example = State::default().after(example).after(Action::Gave("chain".into()));
        assert_eq!(
            after_example.asked,
            Asked::default(),
            "an example's moment must not judge the next paste"
        );
        let state = gave("chain").after(Action::Clear);
        assert_eq!(
            (state.phase, state.source, state.folded),
            (Phase::Idle, Source::None, false)
        );
    }

    #[test]
    fn reads_the_time_field() {
        let at = |text: &str| {
            Asked {
                at: text.into(),
                ..Asked::default()
            }
            .moment()
            .map(UnixTime::seconds)
        };
        assert_eq!(at("1970-01-01T00:01"), Some(60));
        assert_eq!(at("1970-01-01T00:01:05"), Some(65));
        assert_eq!(at(""), None);
        assert_eq!(at("soon"), None);
        let now = UnixTime::from_seconds(7);
        assert_eq!(Asked::default().options(now).at, now);
    }

    #[test]
    fn only_a_usable_host_is_asked_about() {
        let hostname = |text: &str| {
            Asked {
                host: text.into(),
                ..Asked::default()
            }
            .options(UnixTime::from_seconds(0))
            .hostname
        };
        assert_eq!(
            hostname("https://api.example.com:8443/x"),
            Some("api.example.com".into())
        );
        assert_eq!(hostname("$(x)"), None);
    }
}
