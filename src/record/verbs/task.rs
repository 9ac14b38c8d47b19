//! What became of a task, a document or a call: done, not needed, or needed. In a readiness review: in order or not, whose it is,
//! and when it is due again.

use super::{call, decision};
use crate::base::{Stamp, Unread};
use crate::case::{EntryKind, Fact, FollowUp};
use crate::judge::types::answer::Answer;
use crate::judge::verdict::Verdict;
use crate::judge::{Standing, View};
use crate::playbook::condition::Subject;
use crate::playbook::model::Kind;
use crate::playbook::{Body, Item, Strength};
use crate::record::ask::{Ask, Asked, Choice, Preface};
use crate::record::common::{self, WHOLE_TEXT};
use crate::record::draft::{Draft, bounded, missing};
use crate::record::field::{Field, FieldKind};
use crate::record::refusal::{Named, Reason, Refusal, quoted};
use crate::record::rows::{self, FOR, FOR_REST};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub const DONE: &str = "done";
pub const NEEDED: &str = "needed";
pub const RULED_OUT: &str = "not-needed";

pub static OUTCOME: Field =
    Field::new(FieldKind::Pick, "outcome", "What became of it").prompt("Is it needed?").ordered().help(
        "OUTCOME",
        "done, not-needed (also na, not-applicable) or needed (in a review also missing); or directly what was done.",
    );
pub static WORDS: Field = Field::new(FieldKind::Words, "words", "Why?")
    .hint(WHOLE_TEXT)
    .last()
    .help("WORDS", "What was done, or the reason; - reads it from standard input.")
    .noun("What was done");
pub static ADVISED: Field = Field::new(FieldKind::Line, "adviser", "Who advised it")
    .prompt("Who advised it?")
    .hint("Needed where the policy says \"if so advised\".")
    .help("NAME", "Who advised it, for what is done \"if so advised\".")
    .noun("The adviser");
pub static OWNER: Field = Field::new(FieldKind::Line, "owner", "Whose it is")
    .prompt("Whose is it?")
    .help("NAME", "In a readiness review: whose it is.")
    .noun("The owner");
pub static DUE: Field = Field::new(FieldKind::Line, "due", "Due again, or due by")
    .prompt("When is it due? Write 2027-01-31.")
    .help("DATE", "In a readiness review: the day by which it is to be in order or looked at again, as 2027-01-31.");

static NOT_AN_OUTCOME: Reason = Reason::new(
    "not-an-outcome-of-a-task",
    "\"{0}\" is not an outcome of a task.",
    "Write done, not-needed, needed or missing and then the words; or the words alone, in quotation marks.",
);
static FIRST: Reason = Reason::new(
    "first-another",
    "{0}",
    "First record: {list}. What was done all the same can be written as a note on it.",
);
static IN_ITS_WAY: Reason = Reason::new(
    "in-its-way",
    "{0}",
    "This stands in its way: {list}. Change it, or record this as not applicable with a reason. What was done all the same can be \
     written as a note on it.",
);
static NOT_YET: Reason = Reason::new(
    "not-yet",
    "{0}",
    "Record it as not applicable with a reason. What was done all the same can be written as a note on it.",
);
static NOT_FOR_THE_ROW: Reason = Reason::new(
    "not-yet-for-the-row",
    "{0}: {1}",
    "For this row first record: {list}. What was done all the same can be written as a note on it.",
);
static NOT_ADVISED: Reason = Reason::new(
    "not-advised",
    "The policy wants this only \"if so advised\", and nobody is named who advised it.",
    "Name the adviser{field}.",
);
static NO_REVIEW: Reason = Reason::new(
    "no-review",
    "An owner and a due date belong to the points of a readiness review, and this is none.",
    "Leave them out here, and say it in the words of the record.",
);
static RULED_OUT_DUE: Reason = Reason::new(
    "ruled-out-due",
    "What is not needed has no owner and no due date.",
    "Leave them out, or record that it is missing.",
);
static NOT_A_DAY: Reason =
    Reason::new("not-a-day", "\"{0}\" is not a day.", "Write year, month and day: 2027-01-31, or 31 Jan 2027.");
static ROW_AND_OWNER: Reason = Reason::new(
    "row-and-owner",
    "What is settled for each row of a list has no one owner and no one day.",
    "Leave out one of the two.",
);

pub static VERB: Verb = Verb {
    word: "task",
    title: "What became of it",
    help: "Say what became of a task, a call or a document: what was done, or why it is not needed.",
    on: Target { kind: TargetKind::Item, value: "ID", help: "The task, call or document." },
    fields: &[&OUTCOME, &WORDS, &ADVISED, &FOR, &FOR_REST, &OWNER, &DUE],
    around: common::AROUND,
    who: "Done by",
    leads_on: true,
    when_closed: false,
    records: &[EntryKind::TaskDone, EntryKind::TaskRuledOut, EntryKind::NecessityFound],
    beside: Beside::Replaces,
    offers,
    ask,
    decide,
};

static A_QUESTION: Reason = Reason::new(
    "task-on-a-question",
    "{0} is a question, not a task.",
    "It is answered; that it is not known yet is an answer, too.",
);
static ANSWERED: Reason = Reason::new(
    "answer-is-known",
    "{0} is answered, so it was found out.",
    "Put the answer right, or answer \"not known yet\" first.",
);
static A_DECISION: Reason =
    Reason::new("task-on-a-decision", "{0} is a decision, not a task.", "It is recorded either way.");
static A_SPLIT: Reason = Reason::new(
    "settle-a-split",
    "The seats of {0} do not agree, or not all have recorded.",
    "Record which option counts, and by which role it was settled.",
);
static A_PROHIBITION: Reason =
    Reason::new("task-on-a-prohibition", "{0} is a DO NOT, not a task.", "It ends only when what lifts it happens.");

fn offers(view: &View<'_>, on: &On) -> Result<(), Refusal> {
    let item = common::item_of(view, on);
    let named = || Named::Item(item.id.clone());
    match item.body {
        Body::Question(_) if item.verb != Strength::Local => Ok(()),
        Body::Question(_) => Err(A_QUESTION.about(named()).instead_of(&item.id)),
        Body::Decision(_) if decision::is_split(view, item) => Err(A_SPLIT.about(named()).instead_of(&item.id)),
        Body::Decision(_) => Err(A_DECISION.about(named()).instead_of(&item.id)),
        Body::Prohibition(_) => Err(A_PROHIBITION.about(named()).instead_of(&item.id)),
        _ => Ok(()),
    }
}

/// A question is answered; beside that it can be said that the answer cannot be found out.
fn given_up(view: &View<'_>, item: &Item, outcome: &str) -> Result<(), Refusal> {
    if !matches!(item.body, Body::Question(_)) {
        return Ok(());
    }
    if outcome != RULED_OUT {
        return Err(A_QUESTION.about(Named::Item(item.id.clone())).instead_of(&item.id));
    }
    let answer = view.knowledge().answer(item.id.as_str());
    match answer.filter(|answer| *answer != Answer::Unknown) {
        Some(_) => Err(ANSWERED.about(Named::Item(item.id.clone())).instead_of(&item.id)),
        None => Ok(()),
    }
}

/// A call is logged and a register is added to: neither is simply done.
fn is_done_elsewhere(item: &Item) -> bool {
    matches!(item.body, Body::Call(_) | Body::Register(_) | Body::Decision(_))
}

/// Whether the item is a point of a review. What is settled row by row has no one owner and no one day.
fn is_point(view: &View<'_>, item: &Item) -> bool {
    view.playbook.kind == Kind::Readiness && matches!(item.body, Body::Task(_)) && item.body.for_each().is_none()
}

fn ask(view: &View<'_>, on: &On, draft: &Draft) -> Asked {
    let item = common::item_of(view, on);
    if matches!(item.body, Body::Question(_)) {
        let choice = Choice::new(RULED_OUT, "It cannot be found out");
        return Asked::titled(&item.title)
            .above([Preface::Says(
                "It is not asked any more and stays unknown. An answer that is given later counts again.",
            )])
            .ask(Ask::of(&OUTCOME).choices([choice]).offers(RULED_OUT.to_owned()).clear(true))
            .ask(Ask::of(&WORDS).label("Why can it not be found out?").needed(true))
            .begins(&WORDS);
    }
    let choices = outcomes(view, item);
    let row = rows::chosen(view, item, draft);
    let standing = row.map(|row| row.standing).or_else(|| view.status(item).map(|status| status.standing));
    let first = match standing {
        Some(Standing::Choice) => None,
        _ if !is_done_elsewhere(item) => Some(DONE.to_owned()),
        _ => Some(choices.last().map(|choice| choice.id.clone()).unwrap_or_default()),
    };
    let chosen = draft.text(&OUTCOME).map(str::to_owned).or_else(|| first.clone());
    let review = is_point(view, item);
    let begins = match &chosen {
        Some(_) => &WORDS,
        None => &OUTCOME,
    };
    let prompt_of = if review { "Is it in order?" } else { OUTCOME.prompt };
    let outcome = Ask { prompt: prompt_of.into(), ..Ask::of(&OUTCOME) }
        .choices(choices)
        .clear(chosen.is_some() && !review)
        .offers(first);
    let ways = match item.body {
        Body::Call(_) => vec![(&call::VERB, "A call was made"), (&VERB, "Say whether it is needed")],
        _ => Vec::new(),
    };
    Asked { ways, ..Asked::titled(&item.title) }
        .above(item.detail.clone().map(Preface::Detail))
        .ask(rows::ask(view, item, Some("All of them, if not needed or needed")))
        .ask(outcome)
        .ask(Ask::of(&WORDS).label(prompt(item, review, chosen.as_deref())).needed(true))
        .ask(review.then(|| points(item)).into_iter().flatten().filter(|_| chosen.as_deref() != Some(RULED_OUT)))
        .ask((item.verb == Strength::IfAdvised && chosen.as_deref() != Some(DONE)).then(|| Ask::of(&ADVISED)))
        .begins(begins)
}

fn outcomes(view: &View<'_>, item: &Item) -> Vec<Choice> {
    let continuous = matches!(&item.body, Body::Task(task) if task.continuous);
    let mut choices = Vec::new();
    if is_point(view, item) {
        choices.push(Choice::new(DONE, "In order"));
        choices.push(Choice::new(NEEDED, "Not in order: it stays to do"));
    } else {
        if !is_done_elsewhere(item) {
            let label = if continuous { "An update: it goes on until the case is closed" } else { "Done" };
            choices.push(Choice::new(DONE, label));
        }
        if item.verb.asks_necessity() || !item.verb.is_duty() {
            choices.push(Choice::new(NEEDED, "It is needed, and not done yet"));
        }
    }
    choices.push(Choice::new(RULED_OUT, "Not needed, or does not apply"));
    choices
}

/// What the words are to say.
fn prompt(item: &Item, review: bool, outcome: Option<&str>) -> String {
    match (&item.body, outcome) {
        (_, Some(RULED_OUT)) => "Why is it not needed?".to_owned(),
        (Body::Task(_), Some(NEEDED)) if review => "What is missing?".to_owned(),
        (_, Some(NEEDED)) => "Why is it needed?".to_owned(),
        (Body::Task(task), _) if review => format!("{} Or what is missing.", task.record),
        (Body::Task(task), Some(_)) if !task.record.is_empty() => task.record.clone(),
        (Body::Task(task), None) if !task.record.is_empty() => {
            format!("{} Or why it is or is not needed.", task.record)
        }
        (Body::Document(_), _) => "Who has it now, by which means, and since when?".to_owned(),
        _ => "Why?".to_owned(),
    }
}

/// Owner and day of a point of a review.
fn points(item: &Item) -> [Ask; 2] {
    let every = match &item.body {
        Body::Task(task) => task.every,
        _ => None,
    };
    let due = match every {
        Some(every) => format!("2027-01-31. Empty: {}.", every.words()),
        None => "2027-01-31. May stay empty.".to_owned(),
    };
    let prompt = format!("When is it due? Write {due}");
    [Ask::of(&OWNER), Ask { prompt, ..Ask::of(&DUE) }.hint(due)]
}

/// What was typed as the outcome: one of the three, or directly what was done.
fn outcome(draft: &Draft) -> Result<(&'static str, Option<&str>), Refusal> {
    let typed = draft.text(&OUTCOME).unwrap_or(DONE);
    let words = draft.text(&WORDS);
    Ok(match typed.to_ascii_lowercase().replace('_', "-").as_str() {
        DONE => (DONE, words),
        RULED_OUT | "na" | "not-applicable" => (RULED_OUT, words),
        NEEDED | "missing" => (NEEDED, words),
        _ if words.is_none() => (DONE, Some(typed)),
        _ => return Err(NOT_AN_OUTCOME.about(quoted(typed)).needs(&OUTCOME)),
    })
}

fn decide(view: &View<'_>, on: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let item = common::item_of(view, on);
    let (outcome, words) = outcome(draft)?;
    given_up(view, item, outcome)?;
    let follow_up = follow_up(view, draft, outcome)?;
    let target = rows::named(view, item, draft)?;
    let words = |noun: &str| match words {
        Some(text) => bounded(text, &WORDS),
        None => Err(missing(&WORDS, noun)),
    };
    let adviser = draft.line(&ADVISED)?;
    if outcome == RULED_OUT {
        return Ok(Fact::TaskRuledOut { item: item.id.clone(), reason: words("The reason")?, adviser, target });
    }
    if outcome == NEEDED {
        if item.verb == Strength::IfAdvised && adviser.is_none() {
            return Err(NOT_ADVISED.refuse().needs(&ADVISED));
        }
        return Ok(Fact::NecessityFound {
            item: item.id.clone(),
            adviser,
            reason: words("The reason")?,
            target,
            follow_up,
        });
    }
    if is_done_elsewhere(item) {
        return Err(common::wrong_kind(item, "task"));
    }
    let known = view.knowledge();
    if let Some((say, missing)) = known.obstacle(item) {
        return Err(what_stands_there(view, item, say, &missing));
    }
    let target = rows::needed(view, item, draft)?;
    if let Some((row, say, verdict)) = known.row_in_the_way(item, &target) {
        return Err(first_for_the_row(&row, &say, &verdict));
    }
    Ok(Fact::TaskDone { task: item.id.clone(), value: words(WORDS.noun)?, target, follow_up })
}

fn follow_up(view: &View<'_>, draft: &Draft, outcome: &str) -> Result<FollowUp, Refusal> {
    let day = |typed: &str| {
        // A day that has passed is taken: what should have been in order by then is overdue.
        Stamp::read_day_ahead(typed, view.now).map_err(|why| match why {
            Unread::NotATime(typed) => NOT_A_DAY.about(quoted(&typed)).needs(&DUE),
            why => Refusal::from(why).needs(&DUE),
        })
    };
    let found = FollowUp { owner: draft.line(&OWNER)?, due: draft.text(&DUE).map(day).transpose()? };
    if found == FollowUp::default() {
        return Ok(found);
    }
    if rows::is_given(draft) {
        return Err(ROW_AND_OWNER.refuse().needs(&OWNER));
    }
    // Taken silently, nothing would ever come back to the date.
    if view.playbook.kind != Kind::Readiness {
        return Err(NO_REVIEW.refuse().needs(&OWNER));
    }
    if outcome == RULED_OUT { Err(RULED_OUT_DUE.refuse().needs(&OWNER)) } else { Ok(found) }
}

/// The same of one row.
fn first_for_the_row(row: &str, say: &str, verdict: &Verdict) -> Refusal {
    let against = verdict.because.iter().map(|atom| &atom.about).filter(|_| verdict.missing.is_empty());
    let titles = verdict.missing.iter().chain(against).map(|subject| Named::Titled(subject.id().clone()));
    NOT_FOR_THE_ROW.about(quoted(row)).and(say).list(titles).needs(&FOR)
}

/// What to do about an obstacle: what is missing or stands against it.
fn what_stands_there(view: &View<'_>, item: &Item, say: &str, missing: &[Subject]) -> Refusal {
    let named = |subject: &Subject| {
        let title = view.playbook.subject_title(subject);
        Named::Called(title.trim_end_matches(['.', '?']).to_owned(), subject.id().clone())
    };
    if !missing.is_empty() {
        return FIRST.about(say).list(missing.iter().map(named));
    }
    let after = match &item.body {
        Body::Task(task) => task.after.as_ref().map(|after| view.knowledge().holds(Some(&after.condition))),
        _ => None,
    };
    let against = after.as_ref().map(|verdict| verdict.decided_by().collect::<Vec<_>>()).unwrap_or_default();
    let reason = if against.is_empty() { &NOT_YET } else { &IN_ITS_WAY };
    reason.about(say).list(against.into_iter().map(named))
}
