//! What every record has besides: who did it, when it happened, a remark; and the fields and reasons that several verbs share.

use super::draft::Draft;
use super::field::{Field, FieldKind};
use super::keyboard;
use super::refusal::{Instead, Named, Reason, Refusal};
use crate::base::EventTime;
use crate::case::Attribution;
use crate::case::envelope::LATE_AFTER_S;
use crate::judge::View;
use crate::playbook::Item;

pub static ACTOR: Field = Field::new(FieldKind::Line, "actor", "Done or said by")
    .hint("Only if it was somebody else than you.")
    .help("WHO", "Who did it or said it, if that is somebody else.")
    .noun("The name");
pub static AT: Field = Field::new(FieldKind::Happened, "at", "When it happened")
    .hint("Empty means now. 02:13, 20m ago, about 01:00, 22:00 to 02:13")
    .help(
        "WHEN",
        "When it happened, if that is not now: 02:13, yesterday 23:40, 20m ago, about 01:00, 22:00 to 02:13, 16:37 UTC, 15 Jun 2017.",
    )
    .noun("The time");
pub static REMARK: Field =
    Field::new(FieldKind::Line, "note", "Remark").help("TEXT", "A remark that goes with the entry.").noun("The note");

pub static LATE_REASON: Field = Field::new(FieldKind::Line, "late-reason", "Why it is written down so late")
    .hint("May stay empty; then the page says that no reason was given.")
    .help("REASON", "Why it is written down so long after it happened.")
    .noun("The reason why it is late");
pub static FROM_PAPER: Field = Field::new(FieldKind::Line, "from-paper", "Copied from paper")
    .hint("Which form and line: action record no. 7 line 3.")
    .help(
        "PAPER",
        "The paper from which it is copied, such as \"action record no. 7 line 3\". Say when it happened, too.",
    )
    .noun("The paper");

pub static REOPEN: Field = Field::new(FieldKind::Words, "reopen", "Why the case is opened again")
    .hint(WHOLE_TEXT)
    .help("REASON", "Where the case is closed: why it is opened again. That and the entry are recorded together.")
    .noun("The reason to open the case again");

pub static SETTLES: Field = Field::new(FieldKind::Entry, "settles", "In the place of")
    .hint("The name of the entry that it puts right, such as k4-12.")
    .help("ENTRY", "Correct or settle that entry: this one stands in its place. Can be given several times.")
    .noun("The entry");

/// Who, when, a remark, and what it puts right.
pub static AROUND_CLOSED: &[&Field] = &[&ACTOR, &AT, &REMARK, &LATE_REASON, &FROM_PAPER, &SETTLES];

/// The same for what opens a closed case again.
pub static AROUND: &[&Field] = &[&ACTOR, &AT, &REMARK, &LATE_REASON, &FROM_PAPER, &SETTLES, &REOPEN];

pub const WHOLE_TEXT: &str = "Ctrl-J is a new line; Enter goes on.";

static CLOSED: Reason =
    Reason::new("closed", "The case is closed.", "Say why it is opened again{field}, or add a note.");
static PAST: Reason = Reason::new("past", "This is {0}.", "{back}");
static FUTURE: Reason = Reason::new(
    "future",
    "{0} lies in the future; the laptop says {1}.",
    "Correct the time, or record a time check if the laptop's clock is wrong.",
);
static COPIED_WITHOUT_TIME: Reason = Reason::new(
    "copied-without-time",
    "What is copied from paper happened before now.",
    "Say when it happened, as the paper has it{field}.",
);
static WRONG_KIND: Reason = Reason::new("wrong-kind", "{0} is a {1}, not a {2}.", "");

/// What is said of a closed case, in which nothing can be settled any more.
pub fn is_closed() -> Refusal {
    Refusal { instead: Some(Instead::Reopening), ..CLOSED.refuse() }
}

/// Why nothing can be recorded in a moment of the past; `None` in the present.
pub fn is_past(view: &View<'_>) -> Option<Refusal> {
    view.at.map(|_| PAST.about(view.now.clock_in(view.now)))
}

/// Who records, who did it, when, and what is remarked.
pub fn attribution(view: &View<'_>, draft: &Draft) -> Result<Attribution, Refusal> {
    let happened = match draft.text(&AT) {
        None => None,
        Some(typed) => {
            let time = EventTime::read(typed, view.now).map_err(|why| Refusal::from(why).needs(&AT))?.value;
            not_ahead(view, time).map_err(|why| why.needs(&AT))?;
            Some(time)
        }
    };
    if draft.text(&FROM_PAPER).is_some() && happened.is_none() {
        return Err(COPIED_WITHOUT_TIME.refuse().needs(&AT));
    }
    let given = |field| if draft.given(field).is_some() { draft.line(field) } else { Ok(None) };
    let by = keyboard::name(draft.by.as_deref().unwrap_or(view.person))?;
    Ok(Attribution {
        by,
        actor: given(&ACTOR)?,
        happened,
        note: given(&REMARK)?,
        late_reason: given(&LATE_REASON)?,
        copied_from: given(&FROM_PAPER)?,
        ..Attribution::default()
    })
}

/// Whether what a draft says happened so long ago that it is a late entry.
pub fn is_late(view: &View<'_>, draft: &Draft) -> bool {
    let typed = draft.text(&AT).and_then(|typed| EventTime::read(typed, view.now).ok());
    let at = typed.and_then(|read| read.value.earliest());
    at.is_some_and(|at| view.now.at.seconds_since(at) > LATE_AFTER_S)
}

/// What has happened cannot lie in the future.
pub fn not_ahead(view: &View<'_>, time: EventTime) -> Result<(), Refusal> {
    let latest = match time {
        EventTime::Point(at, _) => Some(at),
        // A day that has begun may last until tonight.
        EventTime::Window(from, _) if time.is_whole_days(view.now) => from,
        EventTime::Window(from, to) => to.or(from),
    };
    // One minute of grace: the watch on the wall and the laptop rarely agree to the second.
    if latest.is_some_and(|at| at.seconds_since(view.now.at) > 60) {
        return Err(FUTURE.about(time.short_in(view.now)).and(view.now.at.short_in(view.now)));
    }
    Ok(())
}

/// What the item is, and how it is recorded instead.
pub fn wrong_kind(item: &Item, wanted: &'static str) -> Refusal {
    WRONG_KIND.about(Named::Item(item.id.clone())).and(item.body.noun()).and(wanted).instead_of(&item.id)
}

/// The item that a verb of items is on.
///
/// # Panics
/// If the item was not found in this playbook before.
pub fn item_of<'a>(view: &View<'a>, on: &super::verb::On) -> &'a Item {
    let found = match on {
        super::verb::On::Item(id) => view.playbook.item_or_list(id.as_str()),
        _ => None,
    };
    found.expect("a verb of items is on an item that was found")
}
