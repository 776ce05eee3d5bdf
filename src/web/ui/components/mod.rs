//! One component a file; each gets values and callbacks.

mod cert_body;
mod cert_card;
mod chain_view;
mod command_line;
mod copy_button;
mod examples;
mod fields;
mod header;
mod icon;
mod input_notes;
mod input_panel;
mod long_text;
mod password_field;
mod rule_card;
mod shared;
mod timeline;
mod verdict_banner;
mod width;

pub(crate) use cert_card::CertList;
pub(crate) use chain_view::ChainView;
pub(crate) use command_line::CommandLine;
pub(crate) use examples::Examples;
pub(crate) use fields::Fields;
pub(crate) use header::Header;
pub(crate) use icon::{Icon, Sign};
pub(crate) use input_notes::{InputNotes, waits};
pub(crate) use input_panel::InputPanel;
pub(crate) use password_field::PasswordField;
pub(crate) use rule_card::RuleCards;
pub(crate) use shared::Shared;
pub(crate) use timeline::Timeline;
pub(crate) use verdict_banner::VerdictBanner;
