//! What is said of a thing, as it is compared with what was said before.

use crate::case::{Fact, tracks::Track};
use crate::judge::evidence::registers;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::per_row::key;
use crate::judge::truth::scales::ScaleState;
use crate::judge::types::answer::Answer;
use crate::judge::types::rule::RuleState;
use crate::judge::types::said::{Elements, Kept, Level, Outcome, Said};
use crate::judge::types::standing::Standing;
use crate::playbook::again::Named;
use crate::playbook::condition::Subject;
use crate::playbook::item::Content;
use crate::playbook::{Body, Item};
use std::collections::BTreeMap;

/// What is recorded of a thing, or what follows for it.
pub(in crate::judge) fn said(knowledge: &Knowledge<'_>, of: &Named) -> Said {
    let id = of.id().as_str();
    match of {
        Named::Register(_) => kept(knowledge, id),
        Named::Document(_) => match knowledge.playbook.item(id).map(|item| &item.body) {
            Some(Body::Document(document)) => Said::Contents(contents(knowledge, &document.contents)),
            _ => Said::Nothing,
        },
        Named::Subject(subject) => match subject {
            Subject::Answer(_) => match knowledge.playbook.item(id) {
                Some(item) if item.body.for_each().is_some() => answers(knowledge, item),
                _ => answer(knowledge, id),
            },
            Subject::Decision(_) | Subject::Split(_) => option(knowledge, id),
            Subject::Task(_) | Subject::Call(_) => match knowledge.playbook.item(id) {
                Some(item) if item.body.for_each().is_some() => settled(knowledge, item),
                Some(item) => outcome(knowledge, item),
                None => Said::Nothing,
            },
            Subject::Silence(_) => {
                let last = knowledge.state.silence(id).and_then(Track::last);
                match last.map(|at| &knowledge.state.at(at).fact) {
                    Some(Fact::SilenceDecided { value, .. }) => Said::Words(value.clone()),
                    _ => Said::Nothing,
                }
            }
            Subject::Rule(_) => rule(knowledge, id),
            Subject::Scale(_) | Subject::Gap(_) => level(knowledge, id),
            Subject::Rows(_) | Subject::Row(_) | Subject::Late(_) => Said::Nothing,
        },
    }
}

fn answer(knowledge: &Knowledge<'_>, id: &str) -> Said {
    if knowledge.is_contradicted(id) {
        return Said::Unsettled;
    }
    match knowledge.answer(id) {
        Some(Answer::Unknown) => Said::NotKnown,
        Some(answer) => Said::Answer(answer),
        None => kept(knowledge, id),
    }
}

fn answers(knowledge: &Knowledge<'_>, item: &Item) -> Said {
    let Some(targets) = knowledge.targets(item) else { return Said::Nothing };
    let answered = targets.iter().filter(|target| target.standing == Standing::Answered);
    let rows: BTreeMap<_, _> =
        answered.filter_map(|target| Some((key(target.name), target.value.as_deref()?.to_owned()))).collect();
    if rows.is_empty() { Said::Nothing } else { Said::Answers(rows) }
}

fn option(knowledge: &Knowledge<'_>, id: &str) -> Said {
    match knowledge.decided(id) {
        Some(option) => Said::Option(option),
        None if knowledge.state.about(id).is_some_and(|about| !about.seats.is_empty()) => Said::Unsettled,
        None => Said::Nothing,
    }
}

fn outcome(knowledge: &Knowledge<'_>, item: &Item) -> Said {
    let id = item.id.as_str();
    if knowledge.reached(id).is_some() {
        return Said::Outcome(Outcome::Reached);
    }
    match knowledge.outcome(id).map(|at| &knowledge.state.at(at).fact) {
        Some(Fact::TaskDone { .. }) => Said::Outcome(Outcome::Done),
        Some(Fact::TaskRuledOut { .. }) => Said::Outcome(Outcome::NotNeeded),
        _ => Said::Nothing,
    }
}

fn settled(knowledge: &Knowledge<'_>, item: &Item) -> Said {
    let Some(targets) = knowledge.targets(item) else { return Said::Nothing };
    let outcome = |standing| match standing {
        Standing::RuledOut => Outcome::NotNeeded,
        Standing::Reached | Standing::Covered => Outcome::Reached,
        _ => Outcome::Done,
    };
    let settled = targets.iter().filter(|target| target.is_settled());
    let rows: BTreeMap<_, _> = settled.map(|target| (key(target.name), outcome(target.standing))).collect();
    if rows.is_empty() { Said::Nothing } else { Said::Settled(rows) }
}

fn kept(knowledge: &Knowledge<'_>, id: &str) -> Said {
    let state = knowledge.state;
    let entries: Vec<usize> = state.counting(id).collect();
    let register = knowledge.playbook.register(id);
    if register.is_none() && entries.is_empty() {
        return Said::Nothing;
    }
    let total = register.and_then(|register| {
        let held = registers::work_out(&knowledge.playbook.item(id)?.id, register, state);
        registers::say(register, &held)
    });
    let adds = |at: &usize| !matches!(state.at(*at).fact, Fact::RowChanged { .. });
    let own = |at: usize| {
        let mark = state.log[at].past.own();
        (mark.run, mark.seq)
    };
    Said::Kept(Kept { entries: entries.into_iter().filter(adds).map(own).collect(), total })
}

/// What the contents of a document say, those that are recorded.
pub(in crate::judge) fn contents(knowledge: &Knowledge<'_>, contents: &[Content]) -> BTreeMap<usize, Said> {
    let each = contents.iter().enumerate().map(|(at, content)| (at, content_said(knowledge, content)));
    each.filter(|(_, said)| *said != Said::Nothing).collect()
}

fn content_said(knowledge: &Knowledge<'_>, content: &Content) -> Said {
    let id = content.from.clone();
    let of = match knowledge.playbook.item(id.as_str()).map(|item| &item.body) {
        Some(Body::Question(_)) => Named::Subject(Subject::Answer(id)),
        Some(Body::Decision(_)) => Named::Subject(Subject::Decision(id)),
        Some(Body::Register(_)) => Named::Register(id),
        _ => Named::Subject(Subject::Task(id)),
    };
    said(knowledge, &of)
}

fn rule(knowledge: &Knowledge<'_>, id: &str) -> Said {
    let Some(status) = knowledge.rule(id) else { return Said::Nothing };
    let met = status.arms.iter().filter(|arm| arm.verdict.value == Some(true)).map(|arm| (arm.group, arm.index));
    Said::Rule(match status.state {
        // Nothing follows from either.
        RuleState::NotApplicable => Elements { state: RuleState::NotMet, met: Vec::new() },
        state => Elements { state, met: met.collect() },
    })
}

fn level(knowledge: &Knowledge<'_>, id: &str) -> Said {
    let Some((status, scale)) = knowledge.scale(id).zip(knowledge.playbook.scale(id)) else { return Said::Nothing };
    Said::Level(match (status.state, status.level) {
        (ScaleState::Pending | ScaleState::NoScale, _) => return Said::Nothing,
        (ScaleState::NotApplicable, _) => Level::None,
        (_, Some(at)) => Level::At(scale.levels[at].id.clone()),
        (_, None) if status.gaps.is_empty() => Level::None,
        (_, None) => Level::Gaps(status.gaps),
    })
}
