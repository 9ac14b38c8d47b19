//! Letters on paper: what stands for each name in a text, the filled text, and its parts as a page has them.

mod blocks;
mod fill;
mod said;
mod sheet;

pub use blocks::blocks;
pub use fill::{Filled, NotFilled, fill};
pub use said::{long_day, said};
pub use sheet::letter;
