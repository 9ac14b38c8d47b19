//! The table of facts: what can be recorded, in the past tense. Each kind of entry in a journal is one of these.

use super::drill_facts::with_drill_facts;
use super::stored::as_text;
use super::tracks::Keeps as _;
use super::{
    Attendance, CallOutcome, Cells, ClockAction, Finding, FollowUp, ForRows, Import, MoreCells, Planning, RealStep,
    Tag, Verdict,
};
use crate::base::{ItemId, Stamp};
use crate::journal::{EntryId, Fields};

with_drill_facts! {
    /// The case was opened; `files` lists every file of the folder `playbook` with its SHA-256.
    Opened = "opened" {
        /// Title given by the responder.
        needed title: String,
        /// Playbook id.
        needed playbook: String,
        /// Playbook title, so that the log can be read without it.
        needed playbook_title: String,
        /// Version of the source document, if it prints one.
        optional source_version: String,
        /// Every file of the folder `playbook` with its SHA-256; empty in older cases.
        many files: String,
    },
    /// A question was answered; `unknown` is "not known yet".
    Answered = "answered" about question on answers {
        /// The question.
        needed question: ItemId,
        /// Stored form of the answer.
        needed value: String,
        /// Where the answer comes from ("phone call with A. Ruiz", "mail log").
        optional source: String,
        /// The rows for which it was answered, where it is asked for each row of a list.
        flat target: ForRows,
    },
    /// Something was done; the value says what, and the target for which row of a list. In a review: whose it is, and the day
    /// it is looked at again.
    TaskDone = "task_done" about task on outcomes {
        /// The task.
        needed task: ItemId,
        /// What was done: a value, not "done". For a continuous task: the update that was given.
        needed value: String,
        /// The row for which it was done, where it has to be done for each row of a list.
        flat target: ForRows,
        /// In a review: whose it is, and when it is looked at again.
        flat follow_up: FollowUp,
    },
    /// A task, call, document or register was found not to apply or not to be needed.
    TaskRuledOut = "ruled_out" about item on outcomes {
        /// The task, call, document or register.
        needed item: ItemId,
        /// Why.
        needed reason: String,
        /// Who advised against it, for "if so advised".
        optional adviser: String,
        /// The row for which it is not needed; `None` is all of them.
        flat target: ForRows,
    },
    /// An "if necessary" or "if so advised" item was found to be needed; in a review, a point was found not to be in order.
    NecessityFound = "necessity_found" about item on outcomes {
        /// The item.
        needed item: ItemId,
        /// Who advised, for "if so advised".
        optional adviser: String,
        /// Why it is needed.
        needed reason: String,
        /// The row for which it is needed; `None` is all of them.
        flat target: ForRows,
        /// In a review: whose it is, and by when.
        flat follow_up: FollowUp,
    },
    /// A seat decided: who sat there, and in whose place, where that was said; `by` is who wrote it down.
    Decided = "decided" about decision on seats by role {
        /// The decision.
        needed decision: ItemId,
        /// The chosen option.
        needed option: ItemId,
        /// The role that decided.
        needed role: ItemId,
        /// Why.
        needed reason: String,
        /// Who advised.
        optional adviser: String,
        /// Who sat in the seat; `None` is not stated. Never taken from who writes it down.
        optional person: String,
        /// In whose place, where that person stood in for somebody.
        optional standing_in: String,
    },
    /// Somebody tried to reach somebody; `calls` lists every call it counts for.
    Called = "called" about calls on attempts {
        /// The role that was called.
        needed role: ItemId,
        /// The person, as far as known.
        optional person: String,
        /// The channel that was used ("mobile 555-0100").
        optional channel: String,
        /// How it ended.
        needed outcome: CallOutcome,
        /// Every call of the tree that this attempt was made for; one person reached is credited to all.
        needed calls: Vec<ItemId>,
        /// What was said or left.
        optional said: String,
        /// The row for which the call was made, where it has to be made for each row of a list.
        flat target: ForRows,
    },
    /// Somebody else was asked to make the calls. A later `called` by that person (`actor`) is the report back.
    PassedOn = "passed_on" about calls on passed_on {
        /// The calls of the tree.
        needed calls: Vec<ItemId>,
        /// Who was asked.
        needed to: String,
        /// What was agreed: by when, under which number to report back.
        optional said: String,
        /// The row for which the call is to be made; `None` is all of them.
        flat target: ForRows,
    },
    /// Something was added to a counter, to time spent or to an amount of money.
    Counted = "counted" about register on register {
        /// The register.
        needed register: ItemId,
        /// What people call it: `C-3`. It never moves.
        optional label: String,
        /// How much: a whole number, a span of time, or money, as an answer of that type is stored.
        needed amount: String,
        /// What it was.
        optional what: String,
        /// What stands in its columns.
        flat cells: MoreCells,
    },
    /// A row was added to a list; this entry names it for ever. `cells` holds what stands in which of `columns`, the name in the
    /// column `name`. Earlier versions: register, row (the name, then `; column=value`).
    RowAdded = "row_added" about register on register {
        /// The register.
        needed register: ItemId,
        /// What people call it, and what stands on the bag: `E-3`. It never moves.
        optional label: String,
        /// What stands in it.
        flat cells: Cells,
    },
    /// Cells of a row or of an amount were changed; `row` is the entry that added it. A cell that is not named stays, an empty one is emptied.
    RowChanged = "row_changed" {
        /// The row.
        needed row: EntryId,
        /// What changed in it.
        flat cells: Cells,
        /// Why.
        needed reason: String,
    },
    /// A file of rows was taken in. It lies in the case as `files/<sha256>.csv`; here stand only counts: `480
    /// residence=Missouri`, `480 letter`.
    RowsImported = "rows_imported" about register on register {
        /// The register.
        needed register: ItemId,
        /// What was counted in it.
        flat import: Import,
    },
    /// A text of a document was drafted. It lies in the case as `documents/<document>-v<version>.md`; this entry has its SHA-256.
    Drafted = "drafted" about document on drafts {
        /// The document.
        needed document: ItemId,
        /// Which draft of it: 1 is the first.
        needed version: i64,
        /// SHA-256 of the filled text, as 64 lower-case hex digits.
        needed text_digest: String,
        /// SHA-256 of the text with braces that it was filled from.
        optional template_digest: String,
    },
    /// A role looked at one exact text of a document: it is right, or it wants a change.
    Approved = "approved" about document on findings {
        /// The document.
        needed document: ItemId,
        /// SHA-256 of the text that was looked at.
        needed text_digest: String,
        /// The role that looked at it.
        needed role: ItemId,
        /// `ok` or `change`.
        needed finding: Finding,
        /// What is to be changed.
        optional words: String,
        /// Who advised.
        optional adviser: String,
    },
    /// A document was sent.
    Sent = "sent" about document on sendings {
        /// The document.
        needed document: ItemId,
        /// To whom.
        needed to: String,
        /// How.
        needed channel: String,
        /// What shows it: the number of a receipt, a confirmation.
        optional proof: String,
        /// SHA-256 of the text that was sent, where it was drafted in this case.
        optional text_digest: String,
        /// To how many.
        optional count: i64,
        /// SHA-256 of the list of the persons to whom it was sent.
        optional list: String,
    },
    /// The entries `of` count no more, as if they had never been recorded; they stay readable. Earlier versions: register,
    /// entry, reason.
    StruckOut = "struck_out" {
        /// The entries, each of which the writer had seen.
        flat of: Vec<EntryId>,
        /// Why; `None` only for what was recorded by mistake a moment before.
        optional reason: String,
    },
    /// A prohibition was read by the person at the keyboard.
    ProhibitionSeen = "prohibition_seen" about item on outcomes {
        /// The prohibition.
        needed item: ItemId,
    },
    /// A prohibition was not kept.
    ProhibitionBroken = "prohibition_broken" about item on outcomes {
        /// The prohibition.
        needed item: ItemId,
        /// What happened.
        needed what: String,
    },
    /// A note.
    Noted = "noted" about about on notes {
        /// What it is about; `None` is the case as a whole.
        optional about: ItemId,
        /// The words.
        needed text: String,
        /// In an exercise, what the facilitator noted it as: `strength`, `gap`, `hot-wash`, `signed`, `time-up`.
        optional tag: Tag,
        /// Of a gap: what was behind it, as far as it was known then.
        optional because: String,
    },
    /// An item was put off until a time or until another item has a record.
    Deferred = "deferred" about item on deferral {
        /// The item.
        needed item: ItemId,
        /// Comes back at this time ...
        optional until: Stamp,
        /// ... or when this item has a record.
        optional event: ItemId,
        /// Why.
        optional reason: String,
    },
    /// What was recorded was looked at again and is still right: from then on the named entries have seen what the writer of
    /// this had.
    Confirmed = "confirmed" about item on confirmed {
        /// The item, or the rule that doubts it, or the list that is complete as it stands.
        needed item: ItemId,
        /// The rows for which it is still right; `None` is all of them.
        flat target: ForRows,
        /// The seat whose decision is still right.
        optional role: ItemId,
        /// The entries that are still right, each of which the writer had seen.
        needed entries: Vec<EntryId>,
        /// Why. Needed where it was done and does not apply any more.
        optional reason: String,
    },
    /// People decided something on which the policy does not say.
    SilenceDecided = "decided_outside_policy" about silence on silence {
        /// The silence.
        needed silence: ItemId,
        /// What they decided.
        needed value: String,
        /// The role that decided.
        optional role: ItemId,
    },
    /// The person or channel of a role was filled in for this case.
    ContactSet = "contact_set" on contact {
        /// The role.
        needed role: ItemId,
        /// Who holds it.
        optional person: String,
        /// How to reach them.
        optional channel: String,
    },
    /// The keyboard changed hands.
    HandedOver = "handed_over" {
        /// Who leaves.
        needed from: String,
        /// Who takes over.
        needed to: String,
        /// A second person who was there.
        optional witness: String,
    },
    /// The laptop's clock was compared with a watch.
    TimeChecked = "time_checked" {
        /// What the watch said.
        needed watch: Stamp,
        /// Who looked.
        optional checked_by: String,
    },
    /// The laptop's clock jumped while the program ran; written by the program itself.
    ClockStepped = "clock_stepped" {
        /// By how many milliseconds, forward or back.
        needed by_ms: i64,
    },
    /// The case was closed, with everything that was still open.
    Closed = "closed" {
        /// Role of the closer.
        needed role: String,
        /// Why now.
        needed reason: String,
        /// Everything that was still open, by name.
        needed still_open: Vec<String>,
        /// As what it ended, where a rule of the playbook said so: "No breach".
        optional ending: String,
    },
    /// A closed case was opened again.
    Reopened = "reopened" {
        /// Why.
        needed reason: String,
    },
    /// A page, list or document left the program as a file. The entry follows the file, and `heads` and `as_of` say what it was
    /// made from: the same program makes the same bytes again.
    Exported = "exported" {
        /// The page, list or document: `action-record`, `list:evidence`, `document:notice_letter`; `entries` and `case` for programs.
        needed what: String,
        /// `md`, `html`, `pdf`, `docx`, `csv` or `json`.
        needed format: String,
        /// `full`, or `released` for what may leave the house.
        needed profile: String,
        /// What is framed on each page: `EXERCISE`, `DRAFT, not approved`.
        many bands: String,
        /// `sha256:` and the SHA-256 of the file.
        needed digest: String,
        /// How many bytes it has.
        needed bytes: i64,
        /// The name of the file, without its folder; `-` where it was written to standard output.
        needed name: String,
        /// The moment at which the case stood as the file shows it.
        needed as_of: Stamp,
        /// The last block of every run that went into it.
        many heads: String,
        /// How else it was asked for: `order=happened`.
        many options: String,
        /// To whom it goes.
        optional to: String,
        /// Who released it, where it may leave the house.
        optional released_by: String,
        /// The program that made it, with its version.
        needed program: String,
        /// Digest of the fonts, for a PDF.
        optional fonts: String,
    },
    /// The end of a sheet: the `rows` entries before it in this run, each with `in_sheet`, were recorded together and count.
    SheetEnded = "sheet_ended" {
        /// How many entries the sheet has besides its end.
        needed rows: i64,
    },
    /// The program ended in the ordinary way.
    SessionEnded = "session_ended",
}

impl Fact {
    /// The fact that is stored; an unknown kind, or a known kind with a field missing, is kept as it stands.
    pub(super) fn decode(kind: &str, fields: &Fields) -> Self {
        let kept = || Self::Other { kind: kind.to_owned(), text: as_text(fields) };
        Self::read(kind, fields).unwrap_or_else(kept)
    }

    /// Whether it belongs to an exercise that somebody leads, or to its control folder.
    pub(super) fn is_of_a_drill(&self) -> bool {
        matches!(
            self,
            Self::DrillOpened { .. }
                | Self::Released { .. }
                | Self::MessageTaken { .. }
                | Self::RollCalled { .. }
                | Self::RealEvent { .. }
                | Self::ExerciseClock { .. }
                | Self::ControlOpened { .. }
                | Self::Planned { .. }
                | Self::Judged { .. }
                | Self::Observed { .. }
        )
    }

    /// The item or silence that it is about; for a call, the first of those that it was made for.
    pub fn subject(&self) -> Option<&ItemId> {
        self.subjects().first()
    }
}
