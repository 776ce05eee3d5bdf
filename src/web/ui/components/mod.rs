//! The parts of the page, one folder for each subject.

pub(super) mod answer;
pub(super) mod authorities;
pub(super) mod basic;
pub(super) mod certificates;
pub(super) mod chain;
pub(super) mod clients;
pub(super) mod fleet;
pub(super) mod input;
pub(super) mod next_steps;
pub(super) mod rules;
pub(super) mod verdict;
