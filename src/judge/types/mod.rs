//! Values that people recorded, as they are read, the words for how a thing stands, and what a mark says. Everything else in judge
//! rests on these.

pub mod answer;
pub mod cause;
pub mod cells;
pub mod listed;
pub mod mark;
pub mod rule;
pub mod said;
pub mod standing;
