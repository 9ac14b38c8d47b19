//! Whatever people record, asked for or not: another answer, a deed that is done twice or too early, a strike, a row more, a
//! put-off, a confirmation. What is refused was not recorded.

use super::Chance;
use super::typed::value;
use breachbook::judge::View;
use breachbook::playbook::question::AnswerType;
use breachbook::playbook::register::RegisterKind;
use breachbook::playbook::{Body, Item};
use breachbook::record::Draft;

/// A draft by chance; things that are recorded already come up more often than others.
pub fn anything(view: &View<'_>, chance: &mut Chance) -> Draft {
    let (playbook, log) = (view.playbook, &view.state.log);
    let draft = crate::verbs::draft;
    let at = chance.below(playbook.items.len());
    let id = playbook.items[at].id.as_str();
    match chance.below(14) {
        0 | 1 if log.len() > 1 => {
            let entry = view.state.name(1 + chance.below(log.len() - 1));
            draft("strike", &entry, &[("reason", "A slip.")])
        }
        2 => {
            let until = view.now.at.plus_seconds(3600 * (1 + i64::try_from(chance.below(40)).unwrap())).to_text();
            draft("defer", id, &[("until", &until)])
        }
        3 if !view.picture.marks.is_empty() => {
            let mark = &view.picture.marks[chance.below(view.picture.marks.len())];
            let mut texts = vec![("reason", "Looked at again.")];
            texts.extend(mark.row.as_deref().map(|row| ("for", row)));
            texts.extend(mark.seat.as_ref().map(|seat| ("role", seat.as_str())));
            draft("confirm", playbook.items[mark.item].id.as_str(), &texts)
        }
        4 if !playbook.silences.is_empty() => {
            let silence = &playbook.silences[chance.below(playbook.silences.len())];
            draft("silence", silence.id.as_str(), &[("value", "As those present decided.")])
        }
        5 if !playbook.rules.is_empty() => {
            // What decides a rule is answered anew: the rules that end a case are reached by few answers alone.
            let rule = &playbook.rules[chance.below(playbook.rules.len())];
            let asked =
                rule.any.iter().chain(&rule.all).chain(&rule.unless).flat_map(|one| one.condition.root.subjects());
            let asked: Vec<usize> = asked.filter_map(|of| playbook.position(of.id().as_str())).collect();
            let at = if asked.is_empty() { at } else { asked[chance.below(asked.len())] };
            of_item(view, &playbook.items[at], chance)
        }
        _ => {
            let recorded: Vec<usize> = (0..playbook.items.len())
                .filter(|at| view.state.about(playbook.items[*at].id.as_str()).is_some())
                .collect();
            let at = if recorded.is_empty() || chance.one_in(2) { at } else { recorded[chance.below(recorded.len())] };
            of_item(view, &playbook.items[at], chance)
        }
    }
}

fn of_item(view: &View<'_>, item: &Item, chance: &mut Chance) -> Draft {
    let (draft, id) = (crate::verbs::draft, item.id.as_str());
    let not_needed = [("outcome", "not-needed"), ("words", "By those present."), ("adviser", "Counsel")];
    let number = chance.below(6);
    let drawn = match &item.body {
        Body::Question(question) if number < 5 => {
            // A list of rows grows by a row, too.
            if matches!(question.answer, AnswerType::People | AnswerType::Parties | AnswerType::Places) && number < 3 {
                draft("row", id, &[("name", &format!("Example {}", chance.below(9)))])
            } else {
                draft("answer", id, &[("value", &value(question, chance))])
            }
        }
        Body::Decision(body) => {
            let option = body.options[chance.below(body.options.len())].id.as_str();
            let seat = body.seats[chance.below(body.seats.len())].as_str();
            draft(
                "decision",
                id,
                &[("option", option), ("role", seat), ("reason", "As discussed."), ("adviser", "Counsel")],
            )
        }
        Body::Call(_) if number == 0 => draft("pass-on", id, &[("to", "Pat Lee")]),
        Body::Call(_) if number < 5 => {
            let outcome = ["reached", "reached", "no_answer"][chance.below(3)];
            draft("call", id, &[("outcome", outcome), ("said", "What is known.")])
        }
        Body::Register(register) if number < 5 => match register.kind {
            RegisterKind::List => draft("row", id, &[("name", &format!("Example {}", chance.below(9)))]),
            RegisterKind::Count => draft("count", id, &[("amount", "14")]),
            RegisterKind::Hours => draft("count", id, &[("amount", "3h")]),
            RegisterKind::Money => draft("count", id, &[("amount", "1,500.00")]),
        },
        Body::Prohibition(_) => draft("prohibition", id, &[]),
        _ if number < 4 => draft("task", id, &[("outcome", "done"), ("words", "At 02:20 by A. Ruiz.")]),
        _ => draft("task", id, &not_needed),
    };
    if item.body.for_each().is_none() {
        return drawn;
    }
    let at = view.playbook.position(id).unwrap();
    let rows: Vec<&str> = view.picture.items[at].targets.iter().map(|row| row.name).collect();
    let mut drawn = drawn;
    match rows.as_slice() {
        [] => {}
        _ if chance.one_in(2) && drawn.verb.all_fields().any(|field| field.name == "for-rest") => {
            drawn.give_named("for-rest", "yes");
        }
        rows => drawn.give_named("for", rows[chance.below(rows.len())]),
    }
    drawn
}
