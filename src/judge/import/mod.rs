//! A file of rows, taken into a list: which heading is which column, what each row holds, and what has to be asked before anything is
//! recorded. It is read as a stream; what is kept of it are counts, the first mistakes, and a short digest of who was in it.
//!
//! Reading order: [`wanted`](mod@wanted) says what the caller asks for and [`preview`](mod@preview) what comes out; [`look`](mod@look)
//! reads, and [`kept`] reads again what was taken in; [`headings`] and [`synonyms`] find the columns, `reach` says which methods are open to a row, `doubles` who was there
//! before, `tally` counts values.

mod cells;
pub mod doubles;
mod head;
pub mod headings;
pub mod kept;
pub mod look;
pub mod preview;
mod reach;
pub mod synonyms;
mod tally;
pub mod wanted;

pub use doubles::Known;
pub use look::look;
pub use preview::{Bad, NotTaken, Preview, Question, Refused};
pub use wanted::{Keeps, Wanted};
