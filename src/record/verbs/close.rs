//! The case is closed, with everything that is still open.

use crate::base::text::{counted, cut};
use crate::case::{EntryKind, Fact};
use crate::judge::truth::rules::RuleState;
use crate::judge::view::closing::still_in_force;
use crate::judge::{Standing, View};
use crate::record::ask::{Ask, Asked, Preface};
use crate::record::common::WHOLE_TEXT;
use crate::record::draft::{Draft, ON};
use crate::record::field::{Field, FieldKind};
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
    around: crate::record::common::AROUND,
    who: "",
    leads_on: false,
    when_closed: false,
    records: &[EntryKind::Closed],
    beside: Beside::Closes,
    offers: |_, _| Ok(()),
    ask,
    decide,
};

fn ask(view: &View<'_>, _: &On, _: &Draft) -> Asked {
    let open = still_open(view);
    let (why, button) = if open.is_empty() {
        ("Why now", "Close the case")
    } else {
        ("Why close all the same (needed)", "Close anyway")
    };
    let needed = !open.is_empty();
    Asked { button, ..Asked::titled("Close the case") }
        .above([Preface::StillOpen(open.into_iter().map(|open| open.title).collect())])
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
    let open: Vec<String> = still_open(view).into_iter().map(|open| open.line).collect();
    let reason = draft.line(&REASON)?;
    if !open.is_empty() && (!draft.is_on(&ANYWAY) || reason.is_none()) {
        let count = counted(open.len(), "thing is", "things are");
        let (reason, needs) = if draft.is_on(&ANYWAY) { (&WHY_ANYWAY, &REASON) } else { (&STILL_OPEN, &ANYWAY) };
        let lines = open.into_iter().map(|line| format!("  {line}"));
        let lines = lines.chain(still_in_force(view.playbook, view.picture.prohibitions())).collect();
        return Err(Refusal { lines, ..reason.about(count) }.needs(needs));
    }
    let reason = reason.unwrap_or_else(|| "Nothing is open.".into());
    Ok(Fact::Closed { role, reason, still_open: kept(open) })
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

/// Something that is open.
pub struct StillOpen {
    /// For the record, and for those who look it up: kind, id, title and state.
    pub line: String,
    /// For whoever reads: title and state.
    pub title: String,
}

/// Everything that is open: the closing gate lists it, and the closing entry keeps it.
pub fn still_open(view: &View<'_>) -> Vec<StillOpen> {
    let (playbook, picture) = (view.playbook, view.picture);
    let open = |kind: &str, id: &str, title: &str, state: &str| {
        let title = format!("{title} ({state})");
        StillOpen { line: format!("{kind} {id}: {title}"), title }
    };
    let waits = |standing: Standing| standing.is_open() || matches!(standing, Standing::Deferred | Standing::Held);
    let items = playbook.items.iter().zip(&picture.items).filter(|(_, status)| waits(status.standing));
    let items = items.map(|(item, it)| open(item.body.kind(), item.id.as_str(), &item.title, it.standing.label()));
    let silences = playbook.silences.iter().zip(&picture.silences).filter(|(silence, it)| it.is_asked(silence));
    let silences = silences.map(|(silence, _)| open("silence", silence.id.as_str(), &silence.topic, "not decided"));
    let rules = playbook.rules.iter().zip(&picture.rules).filter(|(_, status)| status.state == RuleState::Pending);
    let rules = rules.map(|(rule, _)| open("rule", rule.id.as_str(), &rule.title, "pending"));
    items.chain(silences).chain(rules).collect()
}
