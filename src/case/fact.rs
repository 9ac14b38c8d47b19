//! Facts: what was recorded, in the past tense. Each kind of entry in a journal is one of these.

use super::{FollowUp, Import};
use crate::base::{ItemId, Stamp};
use crate::journal::EntryId;

/// One recorded fact. Values are text in their stored form; their meaning belongs to the playbook.
#[derive(Clone, PartialEq, Debug)]
pub enum Fact {
    /// The case was opened.
    Opened {
        /// Title given by the responder.
        title: String,
        /// Playbook id.
        playbook: String,
        /// Playbook title, so that the log can be read without it.
        playbook_title: String,
        /// Version of the source document, if it prints one.
        source_version: Option<String>,
        /// Every file of the folder `playbook` with its SHA-256; empty in older cases.
        files: Vec<String>,
    },
    /// A question was answered.
    Answered {
        /// The question.
        question: ItemId,
        /// Stored form of the answer; `unknown` is "not known yet".
        value: String,
        /// Where the answer comes from ("phone call with A. Ruiz", "mail log").
        source: Option<String>,
        /// Answers that contradicted each other and are settled by this one.
        settles: Vec<EntryId>,
    },
    /// Something was done. For a continuous task: an update was given.
    TaskDone {
        /// The task.
        task: ItemId,
        /// What was done: a value, not "done".
        value: String,
        /// The row for which it was done, where it has to be done for each row of a list.
        target: Option<String>,
        /// In a review: whose it is, and when it is looked at again.
        follow_up: FollowUp,
    },
    /// A task was found not to apply, or not to be necessary.
    TaskRuledOut {
        /// The task, call or document.
        item: ItemId,
        /// Why.
        reason: String,
        /// Who advised against it, for "if so advised".
        adviser: Option<String>,
        /// The row for which it is not needed; `None` is all of them.
        target: Option<String>,
    },
    /// Somebody found that an "if necessary" or "if so advised" item is needed.
    NecessityFound {
        /// The item.
        item: ItemId,
        /// Who advised, for "if so advised".
        adviser: Option<String>,
        /// Why it is needed.
        reason: String,
        /// The row for which it is needed; `None` is all of them.
        target: Option<String>,
        /// In a review, where a point is found not to be in order: whose it is, and by when.
        follow_up: FollowUp,
    },
    /// The persons in a seat decided.
    Decided {
        /// The decision.
        decision: ItemId,
        /// The chosen option.
        option: ItemId,
        /// The role that decided.
        role: ItemId,
        /// Why.
        reason: String,
        /// Who advised.
        adviser: Option<String>,
        /// Who sat in the seat; `None` is not stated. Never taken from who writes it down.
        person: Option<String>,
        /// In whose place, where that person stood in for somebody.
        standing_in: Option<String>,
    },
    /// Somebody tried to reach somebody.
    Called {
        /// The role that was called.
        role: ItemId,
        /// The person, as far as known.
        person: Option<String>,
        /// The channel that was used ("mobile 555-0100").
        channel: Option<String>,
        /// How it ended.
        outcome: CallOutcome,
        /// Every call of the tree that this attempt was made for; one person reached is credited to all.
        calls: Vec<ItemId>,
        /// What was said or left.
        said: Option<String>,
        /// The row for which the call was made, where it has to be made for each row of a list.
        target: Option<String>,
    },
    /// Somebody else was asked to make calls, and reports back what they came to.
    PassedOn {
        /// The calls of the tree.
        calls: Vec<ItemId>,
        /// Who was asked.
        to: String,
        /// What was agreed: by when, under which number to report back.
        said: Option<String>,
        /// The row for which the call is to be made; `None` is all of them.
        target: Option<String>,
    },
    /// Something was added to a counter, to time spent or to an amount of money.
    Counted {
        /// The register.
        register: ItemId,
        /// How much: a whole number, a span of time, or money, as an answer of that type is stored.
        amount: String,
        /// What it was.
        what: Option<String>,
    },
    /// A row was added to a list.
    RowAdded {
        /// The register.
        register: ItemId,
        /// The name, then `; column=value`.
        row: String,
    },
    /// A file of rows was taken in.
    RowsImported {
        /// The register.
        register: ItemId,
        /// What was counted in it.
        import: Import,
    },
    /// Entries were struck out: they stay readable, and count no more.
    StruckOut {
        /// The entries, each of which the writer had seen.
        of: Vec<EntryId>,
        /// Why; `None` only for what was recorded by mistake a moment before.
        reason: Option<String>,
    },
    /// Seen: a prohibition was read by the person at the keyboard.
    ProhibitionSeen {
        /// The prohibition.
        item: ItemId,
    },
    /// A prohibition was not kept; the record says how.
    ProhibitionBroken {
        /// The prohibition.
        item: ItemId,
        /// What happened.
        what: String,
    },
    /// A note.
    Noted {
        /// What it is about; `None` is the case as a whole.
        about: Option<ItemId>,
        /// The words.
        text: String,
    },
    /// An item was put off.
    Deferred {
        /// The item.
        item: ItemId,
        /// Comes back at this time ...
        until: Option<Stamp>,
        /// ... or when this item has a record.
        event: Option<ItemId>,
        /// Why.
        reason: Option<String>,
    },
    /// People decided something on which the policy is silent.
    SilenceDecided {
        /// The silence.
        silence: ItemId,
        /// What they decided.
        value: String,
        /// The role that decided.
        role: Option<ItemId>,
    },
    /// The person or the channel of a role was filled in for this case.
    ContactSet {
        /// The role.
        role: ItemId,
        /// Who holds it.
        person: Option<String>,
        /// How to reach them.
        channel: Option<String>,
    },
    /// The keyboard changed hands.
    HandedOver {
        /// Who leaves.
        from: String,
        /// Who takes over.
        to: String,
        /// A second person who was there.
        witness: Option<String>,
    },
    /// The laptop's clock was compared with a watch.
    TimeChecked {
        /// What the watch said.
        watch: Stamp,
        /// Who looked.
        checked_by: Option<String>,
    },
    /// The laptop's clock jumped while the program ran; written by the program itself.
    ClockStepped {
        /// By how many milliseconds, forward or back.
        by_ms: i64,
    },
    /// The case was closed.
    Closed {
        /// Role of the closer.
        role: String,
        /// Why now.
        reason: String,
        /// Everything that was still open, by name.
        still_open: Vec<String>,
    },
    /// A closed case was opened again.
    Reopened {
        /// Why.
        reason: String,
    },
    /// The program ended in the ordinary way.
    SessionEnded,
    /// A kind that this version does not know; kept and shown as it is.
    Other {
        /// Its kind.
        kind: String,
        /// Its fields, for reading.
        text: String,
    },
}

impl Fact {
    /// The item or silence that it is about; for a call, the one that was made.
    pub fn subject(&self) -> Option<&ItemId> {
        match self {
            Self::Answered { question: id, .. }
            | Self::TaskDone { task: id, .. }
            | Self::TaskRuledOut { item: id, .. }
            | Self::NecessityFound { item: id, .. }
            | Self::Decided { decision: id, .. }
            | Self::ProhibitionSeen { item: id }
            | Self::ProhibitionBroken { item: id, .. }
            | Self::Deferred { item: id, .. }
            | Self::Counted { register: id, .. }
            | Self::RowAdded { register: id, .. }
            | Self::RowsImported { register: id, .. }
            | Self::SilenceDecided { silence: id, .. } => Some(id),
            Self::Called { calls, .. } | Self::PassedOn { calls, .. } => calls.first(),
            Self::Noted { about, .. } => about.as_ref(),
            _ => None,
        }
    }
}

/// How a call ended. The list of the field's call sheets.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallOutcome {
    /// The person was reached and told.
    Reached,
    /// A message was left.
    Voicemail,
    /// It rang out.
    NoAnswer,
    /// Engaged.
    Busy,
    /// Somebody else's number.
    WrongNumber,
    /// No such number.
    Disconnected,
    /// The person would not take the call.
    Refused,
    /// Out of office.
    OutOfOffice,
    /// Somebody answered but could not be identified.
    IdentityNotVerified,
}

impl CallOutcome {
    /// Every outcome, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::Reached,
        Self::Voicemail,
        Self::NoAnswer,
        Self::Busy,
        Self::WrongNumber,
        Self::Disconnected,
        Self::Refused,
        Self::OutOfOffice,
        Self::IdentityNotVerified,
    ];

    /// Stored form, and what the command line takes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::Voicemail => "voicemail",
            Self::NoAnswer => "no_answer",
            Self::Busy => "busy",
            Self::WrongNumber => "wrong_number",
            Self::Disconnected => "disconnected",
            Self::Refused => "refused",
            Self::OutOfOffice => "out_of_office",
            Self::IdentityNotVerified => "identity_not_verified",
        }
    }

    /// For people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reached => "Reached",
            Self::Voicemail => "Voicemail left",
            Self::NoAnswer => "No answer",
            Self::Busy => "Busy",
            Self::WrongNumber => "Wrong number",
            Self::Disconnected => "Disconnected",
            Self::Refused => "Refused",
            Self::OutOfOffice => "Out of office",
            Self::IdentityNotVerified => "Identity not verified",
        }
    }

    /// Reads the stored form, the label, or its number in the form (1 to 9); case and `-`, `_`, space do not matter.
    pub fn parse_typed(text: &str) -> Option<Self> {
        let plain = |t: &str| t.trim().to_ascii_lowercase().replace(['-', ' '], "_");
        let typed = plain(text);
        Self::ALL
            .into_iter()
            .enumerate()
            .find(|(at, o)| {
                plain(o.word()) == typed || plain(o.label()) == typed || (at + 1).to_string() == typed
            })
            .map(|(_, outcome)| outcome)
    }
}
