//! What tests share: a desk on a case, the real program in an empty world, screens in memory, and pages that are printed anew.

pub mod desk;
pub mod facilitator;
pub mod failing_disk;
pub mod imports;
pub mod masked;
pub mod memory_disk;
pub mod names;
pub mod pages;
pub mod policies;
pub mod program;
pub mod reasons;
pub mod say;
pub mod shown;
pub mod stage;
pub mod tables;
pub mod voice;
