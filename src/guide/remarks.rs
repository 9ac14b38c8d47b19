//! What has to be said beside a receipt: what was recorded is on the record, and this about it should not be overlooked.

use super::answer::Answer;
use super::closing;
use super::telling;
use super::{Assessment, Knowledge, Standing};
use super::{advice, boundary};
use crate::base::text::inert_line;
use crate::base::{ItemId, Now, span};
use crate::case::{CallOutcome, CaseState, Fact, Recorded};
use crate::journal::EntryId;
use crate::playbook::{Playbook, Verb};

/// Sentences about an entry that was just recorded. `state` and `assessment` are those after it.
pub fn remarks(
    (playbook, state, now): (&Playbook, &CaseState, Now),
    assessment: &Assessment,
    recorded: &Recorded,
) -> Vec<String> {
    let mut said = match &recorded.fact {
        Fact::TimeChecked { watch, .. } => vec![clock(recorded.reading.wall.seconds_since(*watch))],
        Fact::Answered { question, .. } => {
            let answer = Knowledge::new(playbook, state).answer(question.as_str());
            let on_the_line = answer.filter(|answer| boundary::is_on_the_line(playbook, question, answer));
            let say = |answer: Answer| {
                format!(
                    "{} is an estimate, and the policy draws its line exactly there. It is compared by its value until \
                     it is counted, or recorded as a range.",
                    upper_first(&answer.to_text())
                )
            };
            on_the_line.map(say).into_iter().collect()
        }
        Fact::Closed { role, .. } => closed(playbook, assessment, role),
        Fact::TaskDone { follow_up, .. } | Fact::NecessityFound { follow_up, .. } => {
            let past = follow_up.due.filter(|due| *due < recorded.reading.wall.date());
            past.map(|due| format!("The day {due} has passed already: the point is overdue.")).into_iter().collect()
        }
        Fact::Called { outcome: CallOutcome::Reached, calls, .. } => {
            let items = calls.iter().filter_map(|id| playbook.item(id.as_str()));
            let unadvised = items.filter(|item| item.verb == Verb::IfAdvised && !advice::is_on_record(state, item));
            unadvised
                .map(|item| {
                    format!(
                        "The policy wants {} only \"if so advised\", and {}. It stays open until that is recorded.",
                        item.id,
                        advice::UNADVISED
                    )
                })
                .collect()
        }
        Fact::TaskRuledOut { item, target: None, .. } => {
            let reached = Knowledge::new(playbook, state).reached(item.as_str()).is_some();
            let status = assessment.item(playbook, item.as_str());
            let stands = status.is_some_and(|status| matches!(status.standing, Standing::Reached | Standing::Covered));
            let say = "Somebody was reached all the same: the call stays reached, and the record says both.";
            if reached && stands { vec![say.to_owned()] } else { Vec::new() }
        }
        Fact::StruckOut { .. } => struck(playbook, state, &recorded.id, now),
        Fact::RowsImported { register, import } => {
            vec![format!("Taken in: {}.", super::registers::say_import(Some(playbook), register, import))]
        }
        _ => Vec::new(),
    };
    said.extend(counts(playbook, state, assessment, &recorded.fact));
    said
}

/// What was struck out, and what counts in its place.
fn struck(playbook: &Playbook, state: &CaseState, strike: &EntryId, now: Now) -> Vec<String> {
    let Some(at) = state.log.iter().rposition(|row| row.recorded.id == *strike) else { return Vec::new() };
    let named = |at: usize| telling::named(Some(playbook), state, at, now);
    let mut said = Vec::new();
    for struck in telling::struck_entries(state, at) {
        said.push(format!("Struck out: {}.", named(struck)));
        let again: Vec<_> = match &state.at(struck).fact {
            Fact::StruckOut { .. } => {
                let of = telling::struck_entries(state, struck);
                of.filter(|at| state.struck_by(&state.at(*at).id).is_none()).map(named).collect()
            }
            fact => {
                telling::track(state, fact).into_iter().flat_map(|track| &track.current).map(|at| named(*at)).collect()
            }
        };
        if !again.is_empty() {
            said.push(format!("Counts now: {}.", again.join("; ")));
        }
    }
    said
}

fn upper_first(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

/// How far the computer's clock is from the watch.
fn clock(ahead: i64) -> String {
    let by = span::short(ahead.saturating_abs());
    match ahead {
        0 => "The computer's clock agrees with the watch.".to_owned(),
        1.. => format!("The computer's clock is {by} ahead of the watch."),
        _ => format!("The computer's clock is {by} behind the watch."),
    }
}

/// Who closed the case, and what nobody may do even now.
fn closed(playbook: &Playbook, assessment: &Assessment, role: &str) -> Vec<String> {
    let by = match closing::role(playbook, role) {
        Some(known) => format!("Closed by: {} ({}).", known.title.trim_end_matches('.'), known.id),
        None => format!("Closed by: \"{}\", which is no role of this playbook.", inert_line(role)),
    };
    let mut said = vec![by];
    said.extend(closing::still_in_force(playbook, assessment));
    said
}

/// What cannot be true of the two counts together, where the entry speaks about one of them or its list, or closes the case.
fn counts(playbook: &Playbook, state: &CaseState, assessment: &Assessment, fact: &Fact) -> Vec<String> {
    let Some(counts) = &playbook.counts else { return Vec::new() };
    let list = counts.list.as_ref().map(|list| &list.register);
    let ours = |id: &ItemId| *id == counts.persons || *id == counts.residents || Some(id) == list;
    if !matches!(fact, Fact::Closed { .. }) && !fact.subject().is_some_and(ours) {
        return Vec::new();
    }
    super::counts::work_out(playbook, state, assessment).map(|status| status.doubts).unwrap_or_default()
}
