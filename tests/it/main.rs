//! The program and its rooms from outside: the record, playbooks, the guide, phone lists, screens in memory, the real program run as
//! people and scripts run it, and the house rules. What needs a real terminal is in `tests/terminal`.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

pub mod again;
mod base;
mod ceilings;
mod circles;
mod cli;
mod contacts;
mod corpus;
mod drills;
mod entries_page;
pub mod export;
mod incidents;
mod judge;
mod judged;
mod letters;
mod lists;
mod modot;
mod morenet;
mod msu;
mod playbook;
mod printing;
mod record;
mod refusals;
mod replay;
mod report;
mod reviews;
mod screens;
mod shepherd;
mod support;
mod three_doors;
mod tidy;
mod times;
mod trinity;
mod verbs;
mod walks;
