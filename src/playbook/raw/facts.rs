//! The table of the facts that everybody asks for, as it is written.

use crate::source::shape::shape;
use crate::source::value::Line;

shape! {
    /// Which questions answer what everybody asks for, whatever the policy calls it.
    RawFacts = "[facts]" {
        /// The `when` question since when people have been aware; a clock without `from` starts there.
        optional aware: Line,
    }
}
