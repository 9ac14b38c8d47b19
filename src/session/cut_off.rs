//! A run of this computer that has no closing entry, told to whoever opens the case next: what was typed last in it may be lost.

use crate::base::Now;
use crate::base::text::inert_line;
use crate::case::CaseState;
use crate::journal::CLEAN_END;
use crate::store::Journals;

/// A sentence, if the last run that recorded on this computer has no closing entry. Whether its program still runs cannot be known:
/// computers share names, and a case may be open in two windows. So the sentence leaves that open.
pub(super) fn remark(journals: &Journals, state: &CaseState, device: &str, now: Now) -> Option<String> {
    let runs = journals.files.iter().filter_map(|file| {
        let header = &file.scan.header.as_ref()?.header;
        // The console of an exercise is open beside the players; whoever leads is told of another one when a console opens.
        (header.device == device && !header.is_facilitator()).then_some((header, file.scan.entries.last()?))
    });
    let (header, last) = runs.max_by_key(|(_, last)| last.entry.reading.wall.instant())?;
    if last.entry.kind == CLEAN_END {
        return None;
    }
    let by = match header.person.as_str() {
        "" => String::new(),
        person => format!(" by {}", inert_line(person)),
    };
    Some(format!(
        "The last run on {}, {}{by}, has no closing entry: it is still open in another window, or it was cut off after {}. If it \
         was cut off, look whether its last words are in the log.",
        inert_line(device),
        state.names.run(&header.session),
        last.entry.reading.wall.short_in(now)
    ))
}
