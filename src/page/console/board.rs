//! What a console looks at.

use crate::drill::Played;
use crate::drill::expect::Course;
use crate::drill::plan::Plan;
use crate::judge::View;

/// Everything that a console shows, at one look.
pub struct Board<'a> {
    /// The case.
    pub view: View<'a>,
    pub played: Played<'a>,
    pub plan: Plan<'a>,
    pub course: Course,
}
