//! Times as people type and see them. One reader stands behind the screens, the plain walk, the command line and the files.
//!
//! A moment that was typed has the offset of its zone on that day. What could mean two things is refused with both, or, in the hour
//! that comes twice, taken by a rule that is said. What is shown reads back as the same moment.

mod hour;
mod now;
mod parts;
mod read;
mod show;
mod unread;
mod window;
mod words;
mod zone;

pub use now::Now;
pub use read::{Typed, is_time_of_day};
pub(super) use show::day as show_day;
pub use unread::{FORMS, Neither, Unread};
pub use zone::{Gap, Moments, Zone};
