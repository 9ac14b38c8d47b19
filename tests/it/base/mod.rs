//! The small values: numbers, amounts, identifiers, instants, texts.

mod ids;
mod numbers;
mod room;
mod stamp;
mod text;
