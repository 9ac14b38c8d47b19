//! Declared, but of no effect: clauses nobody works on, roles nobody names, texts nobody sees, phases without items. Nothing is said of
//! what may seem unused only because what uses it could not be read.

use super::FILE;
use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::source::{Code, Problem, Problems};

/// Keys under which clauses are cited, or something stands that cites them.
const CITING: &[&str] = &[
    FILE,
    "cite",
    "held_cite",
    "clauses",
    "options",
    "suggest",
    "contents",
    "methods",
    "pauses",
    "levels",
    "gaps",
    "any",
    "all",
    "unless",
    "question",
    "task",
    "prohibition",
    "decision",
    "call",
    "document",
    "register",
    "rule",
    "scale",
    "role",
    "clock",
    "definition",
    "reference",
    "faq",
    "silence",
    "readiness",
    "phase",
];
/// Keys under which roles are named, or something stands that names them.
const NAMING: &[&str] = &[
    FILE,
    "role",
    "alternates",
    "told_by",
    "seats",
    "to",
    "decide_by",
    "task",
    "decision",
    "call",
    "document",
    "silence",
];

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    if problems.spared(CITING, &[Code::UnknownClause, Code::NothingToWalk]) {
        clauses(places, problems);
    }
    if problems.spared(NAMING, &[Code::UnknownRole]) {
        for (role, span) in places.roles.iter().filter(|(id, _)| !places.named_roles.contains(*id)) {
            problems.add(Problem::new(Code::UnusedRole, *span, format!("Nothing names the role `{role}`.")));
        }
    }
    if problems.spared(&["used_by"], &[Code::UnknownItem, Code::UnsuitableItem]) {
        texts(playbook, places, problems);
    }
    if problems.spared(
        &[FILE, "phase", "question", "task", "prohibition", "decision", "call", "document", "register"],
        &[Code::UnknownPhase],
    ) {
        phases(playbook, places, problems);
    }
}

fn clauses(places: &Places, problems: &mut Problems) {
    for (clause, span) in places.clauses.iter().filter(|(id, _)| !places.cited.contains(*id)) {
        let message = format!("Nothing does the work of clause `{clause}`.");
        problems.add(Problem::new(Code::ClauseNotCited, *span, message));
    }
    let decorates = |id: &str| places.cited.contains(id) && !places.carried.contains(id);
    for (clause, span) in places.clauses.iter().filter(|(id, _)| decorates(id)) {
        let message = format!("Clause `{clause}` is cited only by a phase or a `local` question.");
        problems.add(Problem::new(Code::ClauseOnlyDecorates, *span, message));
    }
}

fn texts(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let definitions = playbook.definitions.iter().map(|d| (&d.id, &d.used_by, "definition"));
    let references = playbook.references.iter().map(|r| (&r.id, &r.used_by, "reference"));
    for (id, used_by, what) in definitions.chain(references) {
        if used_by.is_empty() {
            let message = format!("No item shows the {what} `{id}`.");
            problems.add(Problem::new(Code::UnusedText, places.declared(id.as_str()), message));
        }
    }
}

fn phases(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    let walked: std::collections::BTreeSet<usize> = playbook.items.iter().map(|item| item.phase).collect();
    for (_, phase) in playbook.phases.iter().enumerate().filter(|(at, _)| !walked.contains(at)) {
        let span = places.phases.get(phase.id.as_str()).copied().unwrap_or_default();
        problems.add(Problem::new(Code::EmptyPhase, span, format!("The phase `{}` has no items.", phase.id)));
    }
}
