//! Judge: playbook and case together, what is so. Pure; the heart of the program.
//!
//! Each value is made once, by a pure function of what stands above it; nothing overwrites a status, and no item looks at another
//! item's status. The parts, in the order of evaluation: a condition gets a three-valued [`verdict`] on what [`truth`] finds in
//! the [`evidence`], less what has [`fallen`]; the [`call_tree`] says who holds each role today; [`items`] are worked out, [`marks`]
//! say what is to be looked at again; the [`picture`] holds phases, clocks, silences and the agenda; [`assess`](mod@assess) does it all.

pub mod again;
pub mod assess;
pub mod call_tree;
pub mod evidence;
pub mod fallen;
pub mod import;
pub mod items;
pub mod marks;
pub mod picture;
pub mod truth;
pub mod types;
pub mod verdict;
pub mod view;

pub use assess::{Picture, assess, assess_with};
pub use truth::lookup::Knowledge;
pub use types::answer::Answer;
pub use types::standing::Standing;
pub use view::as_it_was::Moment;
pub use view::moment::View;
