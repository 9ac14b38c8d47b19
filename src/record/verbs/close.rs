//! The case is closed, with everything that is still open.

use crate::base::text::{counted, cut};
use crate::base::{Stamp, span};
use crate::case::{EntryKind, Fact};
use crate::judge::types::rule::RuleState;
use crate::judge::view::closing::still_in_force;
use crate::judge::{Standing, View};
use crate::playbook::condition::Subject;
use crate::playbook::{Body, Item};
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::{Draft, ON};
use crate::record::field::{Field, FieldKind};
use crate::record::heading::Heading;
use crate::record::refusal::{Reason, Refusal, quoted};
use crate::record::verb::{Beside, On, Target, TargetKind, Verb};

pub static ROLE: Field = Field::new(FieldKind::Line, "role", "Who closes (role)")
    .always()
    .help("ROLE", "Role of the person who closes it.")
    .noun("The role of the closer");
pub static REASON: Field = Field::new(FieldKind::Words, "reason", "Why now")
    .hint(WHOLE_TEXT)
    .help("REASON", "Why; needed when something is still to do.")
    .noun("The reason");
pub static ANYWAY: Field =
    Field::new(FieldKind::Switch, "anyway", "Close anyway").help("", "Close it although something is still to do.");

static CLOSED_ALREADY: Reason =
    Reason::new("closed-already", "The case is closed already.", "A note can be added at any time.");
static NAMES_NOBODY: Reason = Reason::new(
    "closer-names-nobody",
    "\"{0}\" names nobody, and a case is closed by somebody.",
    "Say in which role you close it{field}.",
);
static STILL_OPEN: Reason =
    Reason::new("still-open", "{0} still to do.", "Settle them, or close anyway{field}, with the reason.");
static WHY_ANYWAY: Reason =
    Reason::new("why-anyway", "{0} still to do, and no reason is given for closing anyway.", "Say why{field}.");

pub static VERB: Verb = Verb {
    word: "close",
    title: "Close the case",
    help: "Close the case. What is left to do is listed.",
    on: Target { kind: TargetKind::Case, value: "", help: "" },
    fields: &[&ROLE, &REASON, &ANYWAY],
    around: crate::record::common::AROUND_CLOSED,
    who: "",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::Closed],
    beside: Beside::Closes,
    offers: |view, _| if view.picture.closed { Err(CLOSED_ALREADY.refuse()) } else { Ok(()) },
    ask,
    decide,
};

fn ask(view: &View<'_>, _: &On, _: &Draft) -> Asked {
    let all = left(view);
    let open: Vec<_> = all.iter().filter(|one| one.heading.keeps_open()).collect();
    let (why, button) = if open.is_empty() {
        ("Why now", "Close the case")
    } else {
        ("Why close all the same (needed)", "Close anyway")
    };
    let needed = !open.is_empty();
    Asked { button, ..Asked::titled("Close the case") }
        .above(view.picture.ending.as_ref().map(|ending| Preface::EndsAs(ending.title(view.playbook))))
        .above([Preface::StillOpen(open.iter().map(|open| (open.heading, open.title.clone())).collect())])
        .above(beside(&all))
        .ask(Ask::of(&ROLE))
        .ask(Ask::of(&REASON).label(why).needed(needed))
        // Whoever has read what is open and says why closes it; elsewhere that is said.
        .ask(needed.then(|| Ask::of(&ANYWAY).shows(ON.to_owned()).aside()))
}

fn decide(view: &View<'_>, _: &On, draft: &Draft) -> Result<Fact, Refusal> {
    let role = draft.words(&ROLE)?;
    if names_nobody(&role) {
        return Err(NAMES_NOBODY.about(quoted(&role)).needs(&ROLE));
    }
    let all = left(view);
    let open: Vec<String> = all.iter().filter(|one| one.heading.keeps_open()).map(|open| open.line.clone()).collect();
    let reason = draft.line(&REASON)?;
    if !open.is_empty() && (!draft.is_on(&ANYWAY) || reason.is_none()) {
        let count = counted(open.len(), "thing is", "things are");
        let (reason, needs) = if draft.is_on(&ANYWAY) { (&WHY_ANYWAY, &REASON) } else { (&STILL_OPEN, &ANYWAY) };
        let lines =
            lines(view, &all).into_iter().chain(still_in_force(view.playbook, view.picture.prohibitions())).collect();
        return Err(Refusal { lines, ..reason.about(count) }.needs(needs));
    }
    let reason = reason.unwrap_or_else(|| "Nothing is open.".into());
    let ending = view.picture.ending.as_ref().map(|ending| ending.title(view.playbook));
    Ok(Fact::Closed { role, reason, still_open: kept(open), ending })
}

/// What is left and keeps no case open.
fn beside(all: &[StillOpen]) -> Option<Preface> {
    let beside = all.iter().filter(|one| !one.heading.keeps_open());
    let beside: Vec<_> = beside.map(|one| (one.heading, one.title.clone())).collect();
    (!beside.is_empty()).then_some(Preface::Beside(beside))
}

/// Words that are typed where no role is meant. Policies rarely say who closes a case, so any other words are taken, and the
/// receipt says whether they are a role of the playbook.
fn names_nobody(role: &str) -> bool {
    const NOBODY: [&str; 9] = ["nobody", "no one", "noone", "none", "no", "n/a", "na", "unknown", "not known"];
    let plain = role.to_lowercase();
    !plain.chars().any(char::is_alphabetic) || NOBODY.contains(&plain.as_str())
}

/// Lines that the closing entry keeps; a block holds 64 KiB, and the reason needs its place too.
const KEPT_LINES: usize = 150;

fn kept(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(KEPT_LINES);
    lines.truncate(KEPT_LINES);
    for line in &mut lines {
        if let std::borrow::Cow::Owned(short) = cut(line, 160) {
            *line = short;
        }
    }
    if more > 0 {
        lines.push(format!("and {more} more"));
    }
    lines
}

/// Something that is left.
pub struct StillOpen {
    pub heading: Heading,
    /// For the record, and for those who look it up: kind, id, title and state.
    pub line: String,
    /// For whoever reads: title and state.
    pub title: String,
}

impl StillOpen {
    fn of(heading: Heading, (kind, id): (&str, &str), title: &str, state: &str) -> Self {
        let title = format!("{title} ({state})");
        Self { heading, line: format!("{kind} {id}: {title}"), title }
    }
}

/// Everything that keeps the case open: the closing gate lists it, and the closing entry keeps it.
pub fn still_open(view: &View<'_>) -> Vec<StillOpen> {
    left(view).into_iter().filter(|one| one.heading.keeps_open()).collect()
}

/// Everything that is left, by its headings.
pub fn left(view: &View<'_>) -> Vec<StillOpen> {
    let (playbook, picture) = (view.playbook, view.picture);
    let waits = |standing: Standing| standing.is_open() || matches!(standing, Standing::Deferred | Standing::Held);
    let kind = |item: &'_ Item| (item.body.kind(), item.id.clone());
    let mut all = Vec::new();
    let mut add = |heading, (kind, id): (&str, &str), title: &str, state: &str| {
        all.push(StillOpen::of(heading, (kind, id), title, state));
    };
    for (item, it) in view.items().filter(|(_, it)| waits(it.standing)) {
        let (kind, id) = kind(item);
        add(Heading::Open, (kind, id.as_str()), &item.title, it.standing.label());
    }
    for (silence, _) in playbook.silences.iter().zip(&picture.silences).filter(|(silence, it)| it.is_asked(silence)) {
        add(Heading::Open, ("silence", silence.id.as_str()), &silence.topic, "not decided");
    }
    let pending = || playbook.rules.iter().zip(&picture.rules).filter(|(_, it)| it.state == RuleState::Pending);
    for (rule, _) in pending().filter(|(_, it)| !it.for_good) {
        add(Heading::Open, ("rule", rule.id.as_str()), &rule.title, "pending");
    }
    for mark in picture.marks.iter().filter(|mark| !waits(picture.items[mark.item].standing)) {
        let (kind, id) = kind(&playbook.items[mark.item]);
        add(Heading::LookAgain, (kind, id.as_str()), &playbook.items[mark.item].title, "look again");
    }
    for (silence, _) in playbook.silences.iter().zip(&picture.silences).filter(|(_, it)| it.is_marked()) {
        add(Heading::LookAgain, ("silence", silence.id.as_str()), &silence.topic, "look again");
    }
    for (item, until) in running(view) {
        let (kind, id) = kind(item);
        add(Heading::Runs, (kind, id.as_str()), &item.title, &format!("until {}", until.short_in(view.now)));
    }
    for (rule, _) in pending().filter(|(_, it)| it.for_good) {
        add(Heading::Undecided, ("rule", rule.id.as_str()), &rule.title, "cannot be found out");
    }
    for (clock, it) in playbook.clocks.iter().zip(&picture.clocks) {
        if let Some(late) = it.late_s {
            add(Heading::Late, ("clock", clock.id.as_str()), &clock.title, &format!("{} late", span::short(late)));
        }
    }
    all
}

/// Decisions that are looked at again after a time that is not over, and when it is.
fn running<'a>(view: &View<'a>) -> Vec<(&'a Item, Stamp)> {
    let knowledge = view.knowledge();
    let until = |item: &'a Item| {
        let (_, since) = knowledge.deciding_entry(&Subject::Decision(item.id.clone()))?;
        let lines = item.again.iter().filter(|line| knowledge.holds(line.condition.as_ref()).value != Some(false));
        let ends = lines.filter_map(|line| line.within?.end(since, view.now.zone));
        ends.filter(|end| *end > view.now.at).min()
    };
    let decided = view.items().filter(|(item, it)| {
        let timed = item.again.iter().any(|line| line.within.is_some());
        timed && matches!(item.body, Body::Decision(_)) && it.standing == Standing::Decided
    });
    decided.filter_map(|(item, _)| Some((item, until(item)?))).collect()
}

/// Lines of what is left, each heading before its own; one heading alone is not said.
fn lines(view: &View<'_>, all: &[StillOpen]) -> Vec<String> {
    let ending = view.picture.ending.as_ref().map(|ending| format!("  Ends as: {}", ending.title(view.playbook)));
    let several = all.iter().any(|one| one.heading != Heading::Open);
    let mut lines: Vec<String> = ending.into_iter().collect();
    let mut last = None;
    for one in all {
        if several && last != Some(one.heading) {
            lines.push(format!("  {}:", one.heading.words()));
            last = Some(one.heading);
        }
        lines.push(format!("{}{}", if several { "    " } else { "  " }, one.line));
    }
    lines
}
