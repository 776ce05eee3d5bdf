//! Passwords on their way to a container. Contract: never shown, never written, cleared when dropped.

use zeroize::{Zeroize, Zeroizing};

/// Passwords to try, in order.
///
/// `Debug` tells only how many there are, there is no `Serialize`, and dropping clears them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passwords(Vec<Zeroizing<String>>);

impl Passwords {
    /// No password: what is not encrypted, or encrypted under the empty password, opens all the same.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// These passwords.
    #[must_use]
    pub fn new(passwords: impl IntoIterator<Item = String>) -> Self {
        Self(passwords.into_iter().map(Zeroizing::new).collect())
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One more, to be tried last.
    pub fn push(&mut self, password: String) {
        self.0.push(Zeroizing::new(password));
    }

    /// Forgets all but the last `count`.
    pub fn keep_last(&mut self, count: usize) {
        self.0.drain(..self.0.len().saturating_sub(count));
    }

    /// The passwords themselves, to pass them on.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        self.0.iter().map(|password| password.as_str()).collect()
    }

    /// Forgets them at once.
    pub fn clear(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
        self.0.clear();
    }
}

impl std::fmt::Debug for Passwords {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Passwords({})", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_not_shown() {
        let passwords = Passwords::new(["changeit".to_owned(), "other".to_owned()]);
        assert_eq!(format!("{passwords:?}"), "Passwords(2)");
    }

    #[test]
    fn the_newest_are_kept() {
        let mut passwords = Passwords::new(["a".to_owned(), "b".to_owned()]);
        passwords.push("c".to_owned());
        passwords.keep_last(2);
        assert_eq!(passwords.texts(), ["b", "c"]);
        passwords.keep_last(5);
        assert_eq!(passwords.len(), 2);
    }
}
