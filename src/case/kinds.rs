//! The kinds of entry, as a reader of the journal meets them; the manual's table is printed from this one.

/// A kind of entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kind {
    /// The stored word.
    pub word: &'static str,
    /// Its own fields; those in brackets may be missing.
    pub fields: &'static str,
    /// What it says.
    pub meaning: &'static str,
}

const fn kind(word: &'static str, fields: &'static str, meaning: &'static str) -> Kind {
    Kind { word, fields, meaning }
}

/// Every kind that this version writes.
pub const KINDS: [Kind; 24] = [
    kind(
        "opened",
        "title, playbook, playbook_title, [source_version], [files]",
        "The case was opened; `files` lists every file of the folder `playbook` with its SHA-256.",
    ),
    kind(
        "answered",
        "question, value, [source], [settles]",
        "A question was answered; `unknown` is \"not known yet\".",
    ),
    kind(
        "task_done",
        "task, value, [target], [owner], [due]",
        "Something was done; the value says what, and the target for which row of a list. In a review: whose it is, and the day it is looked at again.",
    ),
    kind(
        "ruled_out",
        "item, reason, [adviser], [target]",
        "A task, call, document or register was found not to apply or not to be needed.",
    ),
    kind(
        "necessity_found",
        "item, [adviser], reason, [target], [owner], [due]",
        "An \"if necessary\" or \"if so advised\" item was found to be needed; in a review, a point was found not to be in order.",
    ),
    kind(
        "decided",
        "decision, option, role, reason, [adviser], [person], [standing_in]",
        "A seat decided: who sat there, and in whose place, where that was said; `by` is who wrote it down.",
    ),
    kind(
        "called",
        "role, [person], [channel], outcome, calls, [said], [target]",
        "Somebody tried to reach somebody; `calls` lists every call it counts for.",
    ),
    kind(
        "passed_on",
        "calls, to, [said], [target]",
        "Somebody else was asked to make the calls. A later `called` by that person (`actor`) is the report back.",
    ),
    kind(
        "counted",
        "register, amount, [what]",
        "Something was added to a counter, to time spent or to an amount of money.",
    ),
    kind("row_added", "register, row", "A row was added to a list: its name, then `; column=value`."),
    kind(
        "rows_imported",
        "register, file, digest, bytes, rows, tallies, methods, no_method, ignored",
        "A file of rows was taken in. It lies in the case as `files/<sha256>.csv`; here stand only counts: `480 residence=Missouri`, `480 letter`.",
    ),
    kind(
        "struck_out",
        "of, [reason]",
        "The entries `of` count no more, as if they had never been recorded; they stay readable. Earlier versions: register, entry, reason.",
    ),
    kind("prohibition_seen", "item", "A prohibition was read by the person at the keyboard."),
    kind("prohibition_broken", "item, what", "A prohibition was not kept."),
    kind("noted", "[about], text", "A note."),
    kind(
        "deferred",
        "item, [until], [event], [reason]",
        "An item was put off until a time or until another item has a record.",
    ),
    kind(
        "decided_outside_policy",
        "silence, value, [role]",
        "People decided something on which the policy is silent.",
    ),
    kind(
        "contact_set",
        "role, [person], [channel]",
        "The person or channel of a role was filled in for this case.",
    ),
    kind("handed_over", "from, to, [witness]", "The keyboard changed hands."),
    kind("time_checked", "watch, [checked_by]", "The laptop's clock was compared with a watch."),
    kind(
        "clock_stepped",
        "by_ms",
        "The laptop's clock jumped while the program ran; written by the program itself.",
    ),
    kind("closed", "role, reason, still_open", "The case was closed, with everything that was still open."),
    kind("reopened", "reason", "A closed case was opened again."),
    kind(crate::journal::CLEAN_END, "", "The program ended in the ordinary way."),
];
