//! How paper leaves the program: a case is read as it was, a page is made of it, the file is written, and the record says so.
//!
//! The file comes first and whole, the entry follows it. Where the case cannot be written to, the file is there all the same and
//! whoever asked is told that the record does not name it.

mod again;
mod file_name;
mod leave;
mod make;
mod merge;
mod merge_words;
mod options;
mod order;
mod unmerged;
mod was;
mod words;

pub use again::{Again, Differs};
pub use file_name::file_name;
pub use leave::{Left, NotLeft, Place, blank_form, form};
pub use make::{Made, Unmade, make};
pub use merge::Merge;
pub use order::{Order, Print};
pub use unmerged::Unmerged;
pub use was::{Stand, Unfound, Was};
