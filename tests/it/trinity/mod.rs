//! The Trinity Lutheran College playbook: its clauses, and whole incidents.

mod incidents;
mod policy;
mod stories;
