//! How it is said: every telling once, in the words of the voice that says it.

pub mod arrived;
pub mod preface;
pub mod receipt;
pub mod refusal;
mod remark;
