//! Values that people recorded, as they are read, and the words for how a thing stands.

pub mod answer;
pub mod cells;
pub mod standing;
