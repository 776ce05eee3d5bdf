//! Passwords for keystores. They are never shown, never serialised, and cleared when dropped.

use zeroize::{Zeroize, Zeroizing};

/// Passwords to try, in order.
///
/// `Debug` prints only their number.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Passwords(Vec<Zeroizing<String>>);

impl Passwords {
    /// Creates an empty list. Files that are not encrypted, or use the empty password, still open.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Creates a list of passwords.
    #[must_use]
    pub fn new(passwords: impl IntoIterator<Item = String>) -> Self {
        Self(passwords.into_iter().map(Zeroizing::new).collect())
    }

    /// Returns the number of passwords.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the list is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a password at the end.
    pub fn push(&mut self, password: String) {
        self.0.push(Zeroizing::new(password));
    }

    /// Removes all but the last `count` passwords.
    pub fn keep_last(&mut self, count: usize) {
        self.0.drain(..self.0.len().saturating_sub(count));
    }

    /// Returns the passwords in plain text.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        self.0.iter().map(|password| password.as_str()).collect()
    }

    /// Clears the passwords from memory now.
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
    fn keep_last_keeps_the_newest() {
        let mut passwords = Passwords::new(["a".to_owned(), "b".to_owned()]);
        passwords.push("c".to_owned());
        passwords.keep_last(2);
        assert_eq!(passwords.texts(), ["b", "c"]);
        passwords.keep_last(5);
        assert_eq!(passwords.len(), 2);
    }
}
