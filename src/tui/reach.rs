//! Who holds a role and how to reach them, as the screens show it.

pub use crate::page::calls::{Reach, now, reach};
