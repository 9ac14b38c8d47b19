//! The ground floor: small values that every other room uses. Knows nothing of playbooks or cases.
//!
//! Nothing here reads a clock, a file, the environment or a terminal.

pub mod channel;
pub mod clock;
pub mod count;
pub mod digest;
pub mod digits;
pub mod event_time;
pub mod exercise;
pub mod ids;
pub mod length;
pub mod money;
pub mod numbers;
pub mod packed;
pub mod quantity;
pub mod room;
pub mod side;
pub mod span;
pub mod stamp;
pub mod text;
pub mod time;
pub(crate) mod written;

pub use channel::ChannelKind;
pub use clock::{Clock, FixedClock, Reading};
pub use count::Count;
pub use event_time::{EventTime, Precision};
pub use exercise::{Delivery, Plays};
pub use ids::{CaseId, ClauseId, ItemId, ScriptId, SessionId};
pub use length::Length;
pub use money::{Money, NO_CURRENCY, Sum};
pub use numbers::RealNumbers;
pub use quantity::Quantity;
pub use room::Room;
pub use side::{Facilitator, OtherSide, Players, Side};
pub use stamp::Stamp;
pub use time::{Now, Typed, Unread, Zone};
