//! Times: what people type and what they are shown, by the rules of twenty zones, through every door.

mod clocks;
mod doors;
mod rules;
mod shown_and_typed;
mod typed;
mod zones;
