//! What every entry carries besides its fact: who wrote it down, who did it, when it happened, and a remark.

use super::Fact;
use super::stored::Stored;
use crate::base::{EventTime, Reading, Stamp};
use crate::journal::{EntryId, Fields};
use std::borrow::Cow;

/// Who and when, as typed; recorder and actor are apart, and so are the times.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Attribution {
    /// Who wrote it down.
    pub by: String,
    /// Who did it or said it, where that is somebody else.
    pub actor: Option<String>,
    /// When it happened, where that is not when it was recorded.
    pub happened: Option<EventTime>,
    pub note: Option<String>,
    /// Why it was written down so long after it happened.
    pub late_reason: Option<String>,
    /// The paper from which it was copied: "action record no. 7 line 3". Whoever copied it is not who wrote that.
    pub copied_from: Option<String>,
    /// The entries in whose place it stands, whatever they had seen: they are put right, or one of them was chosen.
    pub settles: Vec<EntryId>,
    /// Whether it is a row of a sheet recorded together: it counts once the end of the sheet is there, too.
    pub in_sheet: bool,
}

/// An entry as people read it: the fact with everything around it.
#[derive(Clone, PartialEq, Debug)]
pub struct Recorded {
    pub id: EntryId,
    /// What the clocks of the laptop said: real time.
    pub reading: Reading,
    /// When it was recorded in the time of the case: the laptop's wall clock; in an exercise, the time of the exercise.
    pub at: Stamp,
    /// Whether a facilitator's console wrote it.
    pub facilitator: bool,
    pub who: Attribution,
    pub fact: Fact,
}

/// The key of a row of a sheet.
const IN_SHEET: &str = "in_sheet";

/// An event time this much before the recording makes the entry a late one, in seconds. Shown, never judged.
pub const LATE_AFTER_S: i64 = 5 * 60;

impl Recorded {
    /// An entry of a run that is no facilitator's, placed by the clock of its laptop until it is folded.
    pub fn new(id: EntryId, reading: Reading, who: Attribution, fact: Fact) -> Self {
        Self { id, at: reading.wall, reading, facilitator: false, who, fact }
    }

    /// Reads a stored entry. Never fails: what is not understood is kept as [`Fact::Other`].
    pub fn from_entry(entry: &crate::journal::Entry) -> Self {
        let text = |key: &str| entry.fields.get_text(key).map(str::to_owned);
        let wall = entry.reading.wall;
        Self {
            id: entry.id.clone(),
            reading: entry.reading.clone(),
            at: wall,
            facilitator: false,
            who: Attribution {
                by: text("by").unwrap_or_default(),
                actor: text("actor"),
                happened: entry.fields.get_text("happened").and_then(|text| happened(text, wall)),
                note: text("note"),
                late_reason: text("late_reason"),
                copied_from: text("copied_from"),
                settles: Stored::read("settles", &entry.fields).unwrap_or_default(),
                in_sheet: entry.fields.get_flag(IN_SHEET).unwrap_or_default(),
            },
            fact: Fact::decode(&entry.kind, &entry.fields),
        }
    }

    /// When it happened: the event time where one was given, else the moment of recording.
    pub fn happened(&self) -> EventTime {
        self.who.happened.unwrap_or(EventTime::Point(self.at, crate::base::Precision::Exact))
    }

    /// Whether it was written down long after it happened.
    pub fn is_late(&self) -> bool {
        self.happened().earliest().is_some_and(|at| self.at.seconds_since(at) > LATE_AFTER_S)
    }

    /// Who acted, for people: whoever sat in the seat of a decision, the actor where one was named, else the recorder; "nobody
    /// named" where neither was.
    pub fn actor(&self) -> &str {
        let sat = match &self.fact {
            Fact::Decided { person, .. } => person.as_deref(),
            _ => None,
        };
        sat.or(self.who.actor.as_deref()).unwrap_or_else(|| self.recorder())
    }

    /// Who stands beside what was recorded. The recorder of a decision is not taken for the one who decided.
    pub fn beside(&self) -> Cow<'_, str> {
        match &self.fact {
            Fact::Decided { person: None, .. } if self.who.actor.is_none() => {
                format!("written down by {}", self.recorder()).into()
            }
            Fact::Decided { person: Some(person), .. } if *person != self.who.by => {
                format!("written down by {}", self.recorder()).into()
            }
            _ => self.actor().into(),
        }
    }

    /// Who wrote it down, for people.
    pub fn recorder(&self) -> &str {
        if self.who.by.is_empty() { "nobody named" } else { &self.who.by }
    }
}

/// Reads the stored form. A journal that other hands wrote may hold a time as people type it, with the offset of its entry.
fn happened(text: &str, wall: Stamp) -> Option<EventTime> {
    EventTime::parse(text).or_else(|| EventTime::read(text, wall).ok().map(|read| read.value))
}

pub fn encode(who: &Attribution, fact: &Fact) -> (String, Fields) {
    let (kind, fields) = fact.encode();
    let fields = fields
        .text("by", &who.by)
        .text_if("actor", who.actor.as_deref())
        .text_if("happened", who.happened.map(EventTime::to_text))
        .text_if("note", who.note.as_deref())
        .text_if("late_reason", who.late_reason.as_deref())
        .text_if("copied_from", who.copied_from.as_deref());
    let fields = if who.settles.is_empty() { fields } else { Stored::put(&who.settles, "settles", fields) };
    (kind.to_owned(), if who.in_sheet { fields.flag(IN_SHEET, true) } else { fields })
}
