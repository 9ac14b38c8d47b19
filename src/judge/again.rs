//! Why something is asked again, or has to be looked at again: one line over one record.
//!
//! Pure: what the writer of the record had seen, what is recorded now and the time go in; whether the line fires, and by what, comes
//! out. Every order in which entries arrive gives the same.

use crate::base::{Now, Stamp};
use crate::judge::types::cause::Cause;
use crate::judge::types::said::{Said, differs};
use crate::playbook::again::{Again, Named};
use crate::playbook::condition::{Condition, Subject};

/// A record as its lines look at it.
pub trait Record {
    /// What a thing said when its writer looked at it last.
    fn was(&self, of: &Named) -> Said;

    /// What it says now, whether it counts or fell.
    fn is(&self, of: &Named) -> Said;

    /// Whether a condition holds on what is recorded now. There the item's own name is what this record says.
    fn holds(&self, condition: &Condition) -> Option<bool>;

    /// The first entry that its writer had not seen, of something that a condition names, right after which it held.
    fn held(&self, condition: &Condition) -> Option<(usize, Subject)>;

    /// When it happened, at the earliest, or when it was confirmed last.
    fn since(&self) -> Option<Stamp>;
}

/// Whether a line fires after a record, and by what. `place` is that of the line among those of its item.
pub fn fires(line: &Again, place: usize, record: &impl Record, now: Now) -> Option<Cause> {
    match (&line.within, &line.condition) {
        (None, Some(condition)) if line.on.is_empty() => {
            let (entry, of) = record.held(condition)?;
            Some(Cause::Held { line: place, entry, of })
        }
        (Some(within), _) => {
            let since = record.since()?;
            let at = ends(line, record, now)?;
            (at <= now.at).then_some(Cause::Over { line: place, within: *within, since, at })
        }
        (None, _) => {
            let found = line.on.iter().find_map(|of| {
                let (was, is) = (record.was(of), record.is(of));
                differs(&was, &is).then(|| Cause::Differs { line: place, of: of.clone(), was, is })
            })?;
            (!is_out(line, record)).then_some(found)
        }
    }
}

/// When the length of a line is over, whether that has come or not; `None` for other lines, and while it is out.
pub fn ends(line: &Again, record: &impl Record, now: Now) -> Option<Stamp> {
    let at = line.within?.end(record.since()?, now.zone)?;
    (!is_out(line, record)).then_some(at)
}

/// Whether the condition beside another trigger is known not to hold.
fn is_out(line: &Again, record: &impl Record) -> bool {
    line.condition.as_ref().is_some_and(|condition| record.holds(condition) == Some(false))
}
