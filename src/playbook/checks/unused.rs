//! Declared, but of no effect: clauses nobody works on, roles nobody names, texts nobody sees, phases without items.

use crate::playbook::model::Playbook;
use crate::playbook::places::Places;
use crate::source::{Code, Problem, Problems};

pub(super) fn check(playbook: &Playbook, places: &Places, problems: &mut Problems) {
    for (clause, span) in places.clauses.iter().filter(|(id, _)| !places.cited.contains(*id)) {
        let message = format!("Nothing does the work of clause `{clause}`.");
        problems.add(Problem::new(Code::ClauseNotCited, *span, message));
    }
    let decorates = |id: &str| places.cited.contains(id) && !places.carried.contains(id);
    for (clause, span) in places.clauses.iter().filter(|(id, _)| decorates(id)) {
        let message = format!("Clause `{clause}` is cited only by a phase or a `local` question.");
        problems.add(Problem::new(Code::ClauseOnlyDecorates, *span, message));
    }
    for (role, span) in places.roles.iter().filter(|(id, _)| !places.named_roles.contains(*id)) {
        problems.add(Problem::new(Code::UnusedRole, *span, format!("Nothing names the role `{role}`.")));
    }
    let definitions = playbook.definitions.iter().map(|d| (&d.id, &d.used_by, "definition"));
    let references = playbook.references.iter().map(|r| (&r.id, &r.used_by, "reference"));
    for (id, used_by, what) in definitions.chain(references) {
        if used_by.is_empty() {
            let message = format!("No item shows the {what} `{id}`.");
            problems.add(Problem::new(Code::UnusedText, places.declared(id.as_str()), message));
        }
    }
    for (at, phase) in playbook.phases.iter().enumerate() {
        if playbook.items.iter().all(|item| item.phase != at) {
            let span = places.phases.get(phase.id.as_str()).copied().unwrap_or_default();
            problems.add(Problem::new(Code::EmptyPhase, span, format!("The phase `{}` has no items.", phase.id)));
        }
    }
}
