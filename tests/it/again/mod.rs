//! What brings a record back: what is asked again, what has to be looked at again, and what takes a mark away.

mod changes;
mod deeds;
mod joined;
mod night;
mod times;

pub use night::TEXT;
