//! Beside a question: the test of which it is an element, element by element, with what is known so far. People decide.

use super::document::{Block, Document, Link, Row};
use super::element::{arms, cites, few, places, row};
use super::line::{Line, Tone};
use super::state::{State, stands};
use super::words::level;
use crate::base::ClauseId;
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::judge::truth::rules::{ArmStatus, RuleStatus};
use crate::judge::truth::scales::ScaleState;
use crate::judge::types::rule::{Group, RuleState};
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::item::Decision;
use crate::playbook::rule::{Effect, Rule};
use crate::playbook::scale::Scale;
use crate::playbook::{Body, Item};

/// Most elements that stand beside a question; the others are counted.
const ELEMENTS: usize = 4;

/// The test that a question is an element of; `None` where it is of none, or is all that the test looks at.
pub fn criteria(view: &View<'_>, item: usize) -> Option<Document> {
    let asked = view.playbook.items.get(item).filter(|item| matches!(item.body, Body::Question(_)))?;
    of_rules(view, asked).or_else(|| of_scales(view, asked)).or_else(|| of_decisions(view, asked))
}

fn looks_at(condition: &Condition, asked: &Item) -> bool {
    condition.root.subjects().iter().any(|subject| matches!(subject, Subject::Answer(id) if *id == asked.id))
}

/// A test that supports a decision goes before one that informs.
fn of_rules(view: &View<'_>, asked: &Item) -> Option<Document> {
    let all = view.playbook.rules.iter().zip(&view.picture.rules);
    let mine = all.filter(|(rule, status)| {
        let mut conditions = rule.any.iter().chain(&rule.all).chain(&rule.unless).map(|arm| &arm.condition);
        status.state != RuleState::NotApplicable
            && conditions.clone().any(|condition| looks_at(condition, asked))
            && conditions.any(|condition| !looks_at(condition, asked))
    });
    let (rule, status) = mine.min_by_key(|(rule, _)| rule.effect != Effect::Suggests)?;
    let shown = arms(rule, status).map(|(arm, own)| {
        let title = if own.group == Group::Unless { format!("Unless: {}", arm.title) } else { arm.title.clone() };
        (looks_at(&arm.condition, asked), row(view, title, &own.verdict))
    });
    let document = block(view, &heading(view, rule), &rule.cite, shown.collect());
    Some(closed(document, rule_so_far(view, rule, status)))
}

/// `Security breach in law (3.a): all eight, unless PR-3b applies`.
fn heading(view: &View<'_>, rule: &Rule) -> String {
    let unless = rule.unless.first().map_or_else(String::new, |arm| {
        format!(", unless {} applies", places(view, arm.cite.get(..1).unwrap_or_default()))
    });
    match (rule.any.len(), rule.all.len()) {
        (any, 0) => match rule.then_of_any() {
            Some(then) => format!("Any yes of {}: {then}{unless}", few(any)),
            None => format!("{}: one of {}{unless}", rule.title, few(any)),
        },
        (0, 2) => format!("{}: both{unless}", rule.title),
        (0, all) => format!("{}: all {}{unless}", rule.title, few(all)),
        _ => format!("{}{unless}", rule.title),
    }
}

fn rule_so_far(view: &View<'_>, rule: &Rule, status: &RuleStatus) -> String {
    let counted = |arm: &&ArmStatus| arm.group != Group::Unless;
    let yes = status.arms.iter().filter(counted).filter(|arm| arm.verdict.value == Some(true)).count();
    let mut says = format!("{yes} yes so far.");
    if rule.any.is_empty() && rule.all.len() > 1 {
        says.push_str(" A no ends this test only.");
    }
    let rests = |decision: &Decision| {
        let on = |condition: &Condition| condition.root.subjects().contains(&Subject::Rule(rule.id.clone()));
        decision.suggestions.iter().any(|suggestion| on(&suggestion.condition))
    };
    says.push_str(
        &decisions(view)
            .find(|(_, decision)| rests(decision))
            .map_or_else(String::new, |(_, decision)| format!(" {}", who_decides(view, decision))),
    );
    says
}

fn decisions<'v>(view: &View<'v>) -> impl Iterator<Item = (&'v Item, &'v Decision)> {
    view.playbook.items.iter().filter_map(|item| match &item.body {
        Body::Decision(decision) => Some((item, decision)),
        _ => None,
    })
}

/// `They help; the Privacy Officer decides.`
fn who_decides(view: &View<'_>, decision: &Decision) -> String {
    let seats: Vec<_> = decision.seats.iter().map(|seat| view.playbook.role_title(seat.as_str())).collect();
    match seats[..] {
        [] => "They help; people decide.".into(),
        [one] => format!("They help; the {one} decides."),
        _ => format!("They help; {} decide.", seats.join(" and ")),
    }
}

/// A scale: its levels, those marked that the question moves.
fn of_scales(view: &View<'_>, asked: &Item) -> Option<Document> {
    let all = view.playbook.scales.iter().zip(&view.picture.scales);
    let (scale, status) = all.filter(|(_, status)| status.state != ScaleState::NotApplicable).find(|(scale, _)| {
        let arms = || scale.levels.iter().flat_map(|level| level.any.iter().chain(&level.all).chain(&level.unless));
        arms().any(|arm| looks_at(&arm.condition, asked)) && arms().any(|arm| !looks_at(&arm.condition, asked))
    })?;
    let shown = scale.levels.iter().zip(&status.levels).map(|(level, verdict)| {
        let mut arms = level.any.iter().chain(&level.all).chain(&level.unless);
        (arms.any(|arm| looks_at(&arm.condition, asked)), row(view, level.title.clone(), verdict))
    });
    let document = block(view, &scale.title, &scale.cite, shown.collect());
    Some(closed(document, scale_so_far(view, scale, level(&status.said(), scale))))
}

fn scale_so_far(view: &View<'_>, scale: &Scale, known: String) -> String {
    let decided_by = scale.decided_by.as_ref();
    let decision = decided_by.and_then(|id| decisions(view).find(|(item, _)| item.id == *id));
    let who = decision.map_or_else(String::new, |(_, decision)| format!(" {}", who_decides(view, decision)));
    format!("So far: {known}.{who}")
}

/// The questions on which the suggestions of a decision rest.
fn of_decisions(view: &View<'_>, asked: &Item) -> Option<Document> {
    let (item, decision) =
        decisions(view).find(|(_, decision)| decision.suggestions.iter().any(|one| looks_at(&one.condition, asked)))?;
    let mut asks = Vec::new();
    for subject in decision.suggestions.iter().flat_map(|suggestion| suggestion.condition.root.subjects()) {
        let at = view.playbook.position(subject.id().as_str());
        asks.extend(at.filter(|at| matches!(subject, Subject::Answer(_)) && !asks.contains(at)));
    }
    if asks.len() < 2 {
        return None;
    }
    let shown = asks.iter().map(|at| {
        let stands = stands(view, Target::Item(*at));
        let shown = stands.shown();
        let word = if stands.state == State::ToDo { Line::default() } else { stands.word.into() };
        let what = view.playbook.items[*at].title.clone().into();
        let row = Row { state: Some(shown), what, word, ..Row::default() }.to(Link::Item(*at));
        (view.playbook.items[*at].id == asked.id, row)
    });
    let mut cite: Vec<ClauseId> = Vec::new();
    for id in decision.suggestions.iter().flat_map(|suggestion| &suggestion.cite) {
        if !cite.contains(id) {
            cite.push(id.clone());
        }
    }
    let title = format!("They lead to a suggestion: {}", item.title);
    Some(closed(block(view, &title, &cite, shown.collect()), who_decides(view, decision)))
}

/// The heading and the elements around those that are asked for now.
fn block(view: &View<'_>, title: &str, cite: &[ClauseId], shown: Vec<(bool, Row)>) -> Document {
    let mut document = Document::default();
    document.add(Row::sides(title, cites(view, cite)).into());
    let current = shown.iter().position(|(current, _)| *current).unwrap_or(0);
    let from = current.saturating_sub(1).min(shown.len().saturating_sub(ELEMENTS));
    let more = shown.len().saturating_sub(ELEMENTS);
    let mut rows: Vec<Row> = shown.into_iter().skip(from).take(ELEMENTS).map(marked).collect();
    if let Some(last) = rows.last_mut().filter(|_| more > 0) {
        last.word = Line::quiet(format!("{more} more"));
    }
    document.blocks.extend(rows.into_iter().map(Block::Row));
    document
}

/// What is asked now bears the mark in the place of its sign.
fn marked((current, row): (bool, Row)) -> Row {
    if !current {
        return row;
    }
    let mut what = Line::of(Tone::Accent, "▸ ");
    what.0.extend(row.what.0);
    Row { state: None, what, word: row.word, to: row.to, level: row.level }
}

fn closed(mut document: Document, says: String) -> Document {
    document.text(Line::quiet(says));
    document
}
