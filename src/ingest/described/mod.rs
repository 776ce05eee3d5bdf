//! Reads descriptions of certificates: what `openssl x509 -text`, `keytool -list -v`, Java's
//! debug output and similar tools print instead of the certificate itself.
//!
//! It reads the lines around the phrases of descriptions, once. Each line is a label and a value.
//! A label that the current description already has begins the next one. keytool translates its
//! labels, so its descriptions are recognized by the line with two dates.

mod dates;
mod label;
mod source;
mod table;

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::hints::leads::{CHAIN, DESCRIBED as LEADS, DIGEST, KEYSTORE, PRINTCERT, X509};
use super::hints::phrase_hits::Seen;
use super::report::described::{Described, DescribedBy, DescribedSource};
use super::report::location::Location;
use super::scan::Scan;
use super::text::excerpt::excerpt;
use super::text::view::like;
use super::text::work::step;
use dates::{moment, period};
use label::{Label, label};
use table::{Line, Table};

/// The most descriptions that are kept, and names of each.
const MAX_DESCRIBED: usize = 16;
const MAX_NAMES: usize = 100;
/// The most bytes of a line that are read: names of a certificate for many hosts.
const MAX_LINE: usize = 16 * 1024;

/// What ends a container's name. Every line is searched for it, so the searcher is made once.
static BAR: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(" | "));

/// Leads of other readers that may precede a description.
const OTHER_LEADS: [&str; 2] = [DIGEST, CHAIN];

/// The most bytes before a label that a log puts there.
const MAX_PREFIX: usize = 256;

/// The description that is being read, and the lines before it.
struct Reader<'s, 'r, 'l, 't> {
    scan: &'s mut Scan<'r, 'l, 't>,
    /// What a log puts before each line.
    prefix: Option<&'t [u8]>,
    current: Option<Described>,
    /// Where it begins.
    start: usize,
    /// The last three lines that were not blank, the newest last; keytool's first three fields.
    before: [(usize, &'t [u8]); 3],
    /// Whether the lines describe certificates that the server did not send, such as those of a
    /// truststore.
    foreign: bool,
    /// Whether the next line continues this label of this tool.
    open: Option<(Label, Option<DescribedBy>)>,
    /// The table of a database that is being read.
    table: Table,
}

/// Reads the descriptions in a text.
pub(crate) fn read(scan: &mut Scan<'_, '_, '_>, spans: &[(usize, usize, bool)], seen: &Seen) {
    if seen.described.ranges().is_empty() {
        return;
    }
    let text = scan.hinting();
    let source = source::source(text, seen);
    let first = scan.sink.hints.described.len();
    let mut reader = Reader {
        scan,
        prefix: prefix(text, seen),
        current: None,
        start: 0,
        before: [(0, b""); 3],
        foreign: false,
        open: None,
        table: Table::default(),
    };
    let mut spans = spans.iter().peekable();
    for (start, end) in seen.described.ranges() {
        reader.begin_part();
        // Begin with a whole line.
        let head = text.get(*start..).unwrap_or_default();
        let mut pos = match *start {
            0 => 0,
            start => start + memchr::memchr2(b'\n', b'\r', head).map_or(head.len(), |line_end| line_end + 1),
        };
        while pos < text.len().min(*end) && !reader.is_full() {
            let rest = text.get(pos..).unwrap_or_default();
            let len = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            while spans.peek().is_some_and(|(_, end, _)| *end <= pos) {
                spans.next();
            }
            let inside = spans.peek().is_some_and(|(start, ..)| *start <= pos);
            if !inside {
                let line = rest.get(..len.min(MAX_LINE)).unwrap_or_default();
                if !reader.table(line, pos) {
                    reader.line(line, pos);
                }
            }
            pos += len + 1;
        }
    }
    reader.end();
    reader.end_table();
    for described in scan.sink.hints.described.iter_mut().skip(first) {
        described.source = source::of(described.tool, &source);
    }
}

impl<'t> Reader<'_, '_, '_, 't> {
    /// Forgets the lines before another part of the text.
    fn begin_part(&mut self) {
        self.end();
        self.end_table();
        self.foreign = false;
        self.before = [(0, b""); 3];
    }

    /// Reads a line of a table; returns whether it is one.
    fn table(&mut self, line: &[u8], at: usize) -> bool {
        step();
        match self.table.line(line, at) {
            Line::Other => return false,
            Line::Part => self.end(),
            Line::Row(described, at) => self.keep_row(*described, at),
        }
        true
    }

    fn end_table(&mut self) {
        if let Some((described, at)) = self.table.take() {
            self.keep_row(described, at);
        }
    }

    fn keep_row(&mut self, described: Described, at: usize) {
        self.end();
        self.start = at;
        self.current = Some(described);
        self.end();
    }

    fn line(&mut self, line: &'t [u8], at: usize) {
        step();
        let line = self.without_log(line);
        if line.is_empty() {
            return;
        }
        if label::is_foreign(line) {
            self.end();
            self.foreign = true;
        } else if label::is_start(line) {
            self.end();
            self.foreign = false;
        } else if label::is_next(line) {
            self.end();
        } else if !self.foreign {
            self.field(line, at);
        }
        self.before.rotate_left(1);
        let [.., last] = &mut self.before;
        *last = (at, line);
    }

    /// Returns a line without what a log or another program puts around it.
    fn without_log(&self, line: &'t [u8]) -> &'t [u8] {
        let plain = without_prefix(line);
        let is_bare = || label(plain).is_some() || label::is_start(plain) || label::is_next(plain);
        let Some(prefix) = self.prefix.filter(|_| !is_bare()) else {
            return plain;
        };
        let Some(rest) = like(prefix, line).and_then(|len| line.get(len..)) else {
            return plain;
        };
        // The string of a log in JSON ends on the line, too.
        let end = memchr::memrchr(b'"', rest).filter(|_| prefix.trim_ascii_end().ends_with(b"\""));
        without_prefix(rest.get(..end.unwrap_or(rest.len())).unwrap_or_default())
    }

    fn field(&mut self, line: &'t [u8], at: usize) {
        if let Some((label, value, tool)) = label(line) {
            self.open = value.is_empty().then_some((label, tool));
            if !value.is_empty() {
                self.put(label, value, tool, at);
            }
            return;
        }
        if let Some((label, tool)) = self.open.take() {
            return self.put(label, line, tool.filter(|tool| *tool == DescribedBy::Windows), at);
        }
        if let Some(fields) = label::gnutls(line) {
            let described = self.begin(DescribedBy::Gnutls, at);
            fields.for_each(|(label, value)| described.put(label, value));
            return self.end();
        }
        let short = line.get(..line.len().min(512)).unwrap_or_default();
        let colons = memchr::memchr_iter(b':', short).count();
        if colons >= 4
            && let Some((from, until)) = period(&String::from_utf8_lossy(short))
        {
            return self.keytool(from, until);
        }
        if let Some(described) = &mut self.current
            && described.tool == DescribedBy::Keytool
            && described.key_bits.is_none()
            && let Some((algorithm, bits)) = label::keytool_key(short)
        {
            (described.key_algorithm, described.key_bits) = (Some(algorithm), Some(bits));
        }
    }

    /// Begins the description whose fields are in the three lines before keytool's dates.
    fn keytool(&mut self, from: &str, until: &str) {
        let value = |place: usize| {
            let (_, line) = self.before.get(place).copied().unwrap_or_default();
            let colon = memchr::memchr(b':', line)?;
            Some(excerpt(line.get(colon + 1..)?, 256)).filter(|value| !value.is_empty())
        };
        let named = |name: &Option<String>| name.as_ref().is_some_and(|name| name.contains('='));
        let (subject, issuer, serial) = (value(0), value(1), value(2));
        if !named(&subject) || !named(&issuer) {
            return;
        }
        let [(first, _), ..] = self.before;
        // The issuer's English label has begun a description of its own.
        self.current = self.current.take().filter(|current| current.not_after.is_some());
        let described = self.begin(DescribedBy::Keytool, first);
        (described.subject, described.issuer) = (subject, issuer);
        described.serial = serial.and_then(|serial| label::serial(serial.as_bytes()));
        described.put_date(from, true);
        described.put_date(until, false);
    }

    fn begin(&mut self, tool: DescribedBy, at: usize) -> &mut Described {
        self.end();
        self.start = at;
        self.current.insert(Described::new(tool))
    }

    fn put(&mut self, label: Label, value: &[u8], tool: Option<DescribedBy>, at: usize) {
        let next = match (&self.current, tool) {
            (Some(current), Some(tool)) => current.has(label) || !current.may_be(tool),
            (Some(current), None) => current.has(label),
            (None, _) => true,
        };
        // A mail has a subject, too. A name has a type.
        if matches!(label, Label::Subject | Label::Issuer) && !value.contains(&b'=') {
            return;
        }
        if next {
            // Names, keys and CA flags do not begin a description.
            if label.is_detail() {
                return;
            }
            self.begin(tool.unwrap_or(DescribedBy::OpensslText), at);
        }
        if let Some(current) = &mut self.current {
            if let Some(tool) = tool {
                current.tool = current.tool.more_specific(tool);
            }
            current.put(label, value);
        }
    }

    fn is_full(&self) -> bool {
        self.scan.sink.hints.described.len() >= MAX_DESCRIBED
    }

    /// Keeps the current description if it says enough.
    fn end(&mut self) {
        self.open = None;
        let Some(mut described) = self.current.take().filter(Described::is_enough) else {
            return;
        };
        described.at = self.scan.at(self.start);
        let all = &mut self.scan.sink.hints.described;
        let known = |other: &Described| {
            let same = other.subject == described.subject && other.issuer == described.issuer;
            same && (other.serial == described.serial || other.serial.is_none() || described.serial.is_none())
        };
        if all.len() < MAX_DESCRIBED && !all.iter().any(known) {
            all.push(described);
        }
    }
}

impl Described {
    fn new(tool: DescribedBy) -> Self {
        Self {
            at: Location::default(),
            tool,
            source: DescribedSource::default(),
            subject: None,
            issuer: None,
            serial: None,
            not_before: None,
            not_after: None,
            utc: true,
            key_algorithm: None,
            key_bits: None,
            names: Vec::new(),
            all_names: true,
            is_ca: None,
        }
    }

    /// Whether this is a certificate and not a word of prose: there are two names, or one with the
    /// end of the validity period, or that end in the words of `openssl x509`.
    fn is_enough(&self) -> bool {
        let dated = self.not_after.is_some();
        let named = self.subject.is_some() || self.issuer.is_some();
        let both = self.subject.is_some() && self.issuer.is_some();
        both || (dated && (named || self.tool == DescribedBy::OpensslFields))
    }

    fn has(&self, label: Label) -> bool {
        match label {
            Label::Subject => self.subject.is_some(),
            Label::Issuer => self.issuer.is_some(),
            Label::Serial => self.serial.is_some(),
            Label::NotBefore => self.not_before.is_some(),
            Label::NotAfter => self.not_after.is_some(),
            Label::Algorithm | Label::KeyBits | Label::Key | Label::Names | Label::Name | Label::Ca => false,
        }
    }

    /// Whether a line of `tool` can belong to this description.
    fn may_be(&self, tool: DescribedBy) -> bool {
        use DescribedBy::{JavaDebug, Keytool, OpensslText, Windows};
        self.tool == tool
            || matches!(
                (self.tool, tool),
                (OpensslText, JavaDebug | Windows) | (JavaDebug | Windows, OpensslText) | (Keytool, JavaDebug)
            )
    }

    fn put_date(&mut self, text: &str, first: bool) {
        let Some((moment, utc)) = moment(text) else { return };
        self.utc &= utc;
        *(if first {
            &mut self.not_before
        } else {
            &mut self.not_after
        }) = Some(moment);
    }

    fn put(&mut self, label: Label, value: &[u8]) {
        let text = || Some(excerpt(value, 256)).filter(|text| !text.is_empty());
        match label {
            Label::Subject => self.subject = text(),
            Label::Issuer => self.issuer = text(),
            Label::Serial => self.serial = label::serial(value),
            Label::NotBefore => {
                let value = excerpt(value, 128);
                self.put_date(&value, true);
                // s_client prints both dates on one line.
                if let Some((_, after)) = value.split_once("NotAfter: ") {
                    self.put_date(after, false);
                }
            }
            Label::NotAfter => self.put_date(&excerpt(value, 64), false),
            Label::Algorithm => {
                self.key_algorithm.get_or_insert(excerpt(value, 64));
            }
            Label::KeyBits => self.key_bits = self.key_bits.or(label::bits(value)),
            Label::Key => {
                let (algorithm, bits) = label::key(value);
                self.key_algorithm = self.key_algorithm.take().or(algorithm);
                self.key_bits = self.key_bits.or(bits);
            }
            Label::Name => self.add_name(value),
            Label::Names => {
                for name in value.split(|byte| *byte == b',') {
                    let name = name.trim_ascii();
                    let dns = name.strip_prefix(b"DNS:").or(name.strip_prefix(b"IP Address:"));
                    dns.into_iter().for_each(|name| self.add_name(name));
                }
                self.all_names &= value.len() < MAX_LINE - 256;
            }
            Label::Ca => {
                self.is_ca = Some(
                    value
                        .trim_ascii()
                        .get(..4)
                        .is_some_and(|v| v.eq_ignore_ascii_case(b"true")),
                )
            }
        }
    }

    fn add_name(&mut self, name: &[u8]) {
        step();
        let name = excerpt(name, 253);
        if self.names.len() >= MAX_NAMES {
            self.all_names = false;
        } else if !name.is_empty() && !self.names.contains(&name) {
            self.names.push(name);
        }
    }
}

impl DescribedBy {
    /// Of two tools that print a line alike, the one that the other lines show.
    fn more_specific(self, other: Self) -> Self {
        if self == Self::OpensslText && matches!(other, Self::JavaDebug | Self::Windows) {
            other
        } else {
            self
        }
    }
}

/// Returns what precedes the first label of a description on its line; `None` if that is nothing
/// but blanks and quote marks, or does not end before a word.
fn prefix<'t>(text: &'t [u8], seen: &Seen) -> Option<&'t [u8]> {
    let labels = LEADS.iter().chain(&OTHER_LEADS);
    let labels = labels.filter(|lead| ![X509, KEYSTORE, PRINTCERT].contains(lead));
    let at = labels.flat_map(|lead| seen.places(lead)).min()?;
    let before = text.get(at.saturating_sub(MAX_PREFIX)..at)?;
    let line = memchr::memrchr2(b'\n', b'\r', before).map_or(before, |end| before.get(end + 1..).unwrap_or_default());
    let is_log = line.iter().any(|byte| !b" \t>*#|".contains(byte));
    is_log.then_some(line)
}

/// A line without spaces around it, and without what a mail program, curl or a container's log puts
/// before it.
fn without_prefix(line: &[u8]) -> &[u8] {
    let head = line.get(..line.len().min(48)).unwrap_or_default();
    let bar = BAR.find(head).map_or(0, |at| at + BAR.needle().len());
    let line = line.get(bar..).unwrap_or_default();
    let prefix = line.iter().take_while(|byte| b" \t>*#".contains(byte)).count();
    line.get(prefix..).unwrap_or_default().trim_ascii_end()
}
