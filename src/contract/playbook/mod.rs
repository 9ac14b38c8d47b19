//! A playbook in words, to be read beside its policy: the same tree that is its JSON, so that nothing is in one of them alone, and the
//! checklist of each role.

mod roles;
mod text;
mod words;

pub use roles::by_role;
pub use text::to_text;
