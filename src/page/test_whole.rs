//! A test element by element: what each came to, who said so and when, and by which clause.

use super::calls::when;
use super::document::{Block, Callout, Document, Link, Row};
use super::element::{arms, cites, places, row, said};
use super::line::{Line, Tone};
use super::state::{State, stands};
use super::test::{Test, counts};
use super::words::{level, subject_and_value, value};
use super::{do_not, roughly};
use crate::base::ClauseId;
use crate::base::text::sentence;
use crate::judge::picture::agenda::Target;
use crate::judge::truth::rules::{ArmStatus, RuleStatus};
use crate::judge::truth::scales::{ScaleState, ScaleStatus};
use crate::judge::types::rule::{Group, RuleState};
use crate::judge::verdict::{Is, Verdict};
use crate::judge::{Knowledge, Standing, View};
use crate::playbook::condition::Subject;
use crate::playbook::question::AnswerType;
use crate::playbook::rule::{Arm, Effect, Rule};
use crate::playbook::scale::Scale;

/// The width of sign and answer, but for the two columns that follow a label.
const ANSWER: usize = 5;

/// The whole test; with `clauses` also the text of every clause.
pub fn whole(view: &View<'_>, test: Test, clauses: bool) -> Document {
    let mut page = Document::default();
    let knowledge = view.knowledge();
    let cite = match test {
        Test::DoNot(at) => of_do_not(view, at, &mut page),
        Test::Rule(at) => {
            of_rule(view, &knowledge, (&view.playbook.rules[at], &view.picture.rules[at]), clauses, &mut page)
        }
        Test::Scale(at) => {
            of_scale(view, &knowledge, (&view.playbook.scales[at], &view.picture.scales[at]), clauses, &mut page)
        }
        Test::Counts => of_counts(view, &mut page),
    };
    if clauses {
        page.gap();
        for id in cite.iter().filter(|id| !stands_below_an_element(view, test, id)) {
            if let Some(clause) = view.playbook.clause(id.as_str()) {
                page.text(Line::quiet(format!("{id} ({}) {}", clause.at, clause.text)));
            }
        }
    }
    page
}

fn stands_below_an_element(view: &View<'_>, test: Test, id: &ClauseId) -> bool {
    let cites = |arms: &[Arm]| arms.iter().any(|arm| arm.cite.contains(id));
    let among = |any: &[Arm], all: &[Arm], unless: &[Arm]| cites(any) || cites(all) || cites(unless);
    match test {
        Test::Rule(at) => {
            let rule = &view.playbook.rules[at];
            among(&rule.any, &rule.all, &rule.unless)
        }
        Test::Scale(at) => {
            let mut levels = view.playbook.scales[at].levels.iter();
            levels.any(|level| among(&level.any, &level.all, &level.unless))
        }
        Test::DoNot(_) | Test::Counts => false,
    }
}

fn heading(view: &View<'_>, title: &str, cite: &[ClauseId], page: &mut Document) {
    page.add(Row::sides(Line::strong(title), cites(view, cite)).into());
}

fn of_rule<'v>(
    view: &View<'v>,
    knowledge: &Knowledge<'_>,
    (rule, status): (&'v Rule, &RuleStatus),
    clauses: bool,
    page: &mut Document,
) -> &'v [ClauseId] {
    heading(view, &rule.title, &rule.cite, page);
    page.text(came_to(rule, status, knowledge));
    // What only supports a decision says no more than its title; what follows from others has to be read.
    if status.state == RuleState::Met && (clauses || rule.effect != Effect::Suggests) {
        page.text(rule.say.as_str());
    }
    let seen = |about: &&Subject| status.arms.iter().any(|arm| arm.verdict.missing.contains(about));
    for about in status.verdict.missing.iter().filter(|about| !seen(about)) {
        page.labelled("waits for", subject_and_value(about, knowledge));
    }
    let grouped = [&rule.all, &rule.any, &rule.unless].iter().filter(|arms| !arms.is_empty()).count() > 1;
    let mut group = None;
    for (arm, own) in arms(rule, status) {
        if grouped && group != Some(own.group) {
            page.text(Line::quiet(match own.group {
                Group::All => "All of these:",
                Group::Any => "Any one of these:",
                Group::Unless => "Unless one of these:",
            }));
        }
        group = Some(own.group);
        one(view, knowledge, (0, arm, own), clauses, page);
    }
    &rule.cite
}

/// `Met by 2 of 4; one is enough. It suggests; people decide.`
fn came_to(rule: &Rule, status: &RuleStatus, knowledge: &Knowledge<'_>) -> String {
    let of = |group: Group| status.arms.iter().filter(move |arm| arm.group == group);
    let yes = |group: Group| of(group).filter(|arm| arm.verdict.value == Some(true)).count();
    let (any, all) = (rule.any.len(), rule.all.len());
    let (some, every, lone) = (yes(Group::Any), yes(Group::All), any + all == 1);
    let said = match status.state {
        RuleState::Met if lone || any * all > 0 => "Met.".to_owned(),
        RuleState::Met if all == 0 => format!("Met by {some} of {any}; one is enough."),
        RuleState::Met => format!("Met by all {all}; all are needed."),
        RuleState::NotMet if yes(Group::Unless) > 0 => "Not met: an exception holds.".to_owned(),
        RuleState::NotMet if lone || any * all > 0 => "Not met.".to_owned(),
        RuleState::NotMet if all == 0 => format!("Not met by any of {any}; one would be enough."),
        RuleState::NotMet => {
            let no = of(Group::All).filter(|arm| arm.verdict.value == Some(false)).count();
            format!("Not met: {no} of {all} said no; all are needed.")
        }
        RuleState::Pending if lone || any * all > 0 => "Waits for answers.".to_owned(),
        RuleState::Pending if all == 0 && some == 0 => format!("Waits: no yes among {any} so far; one is enough."),
        RuleState::Pending if all == 0 => format!("Waits, with {some} of {any}; one is enough."),
        RuleState::Pending => format!("Waits: {every} of {all} so far; all are needed."),
        RuleState::NotApplicable => {
            let why = status.verdict.decided_by().map(|about| subject_and_value(about, knowledge));
            let why = why.collect::<Vec<_>>().join("; ");
            return if why.is_empty() { "Does not apply.".into() } else { format!("Does not apply. {why}.") };
        }
    };
    format!("{said} {}", effect(rule.effect))
}

fn effect(effect: Effect) -> String {
    match effect {
        Effect::Suggests => "It suggests; people decide.".into(),
        other => format!("{}.", sentence(other.label())),
    }
}

/// An element, so deep below its level, with the answers on which it rests.
fn one(
    view: &View<'_>,
    knowledge: &Knowledge<'_>,
    (deep, arm, own): (u8, &Arm, &ArmStatus),
    clauses: bool,
    page: &mut Document,
) {
    let element = row(view, arm.title.as_str(), &own.verdict);
    page.add(Row { level: deep, word: cites(view, &arm.cite), ..element }.into());
    // What is said of it stands below its title.
    let mut below = |text: String| {
        page.add(Block::Labelled(" ".repeat(ANSWER + usize::from(deep) * 2), Line::quiet(text)));
    };
    let rough = if own.verdict.value.is_none() { knowledge.leans(&arm.condition.root) } else { Vec::new() };
    for one in &rough {
        below(roughly::element(one));
    }
    if rough.is_empty() && said(view, &own.verdict).0 == State::LookAgain {
        below(match &arm.unknown_leans {
            Some(leans) => format!("not known yet. {leans}"),
            None => "not known yet".into(),
        });
    }
    for atom in &own.verdict.because {
        below(match atom.is {
            Is::Record => answered(view, knowledge, &atom.about),
            Is::NotSo => subject_and_value(&atom.about, knowledge),
        });
    }
    for subject in own.verdict.missing.iter().filter(|_| clauses) {
        below(subject_and_value(subject, knowledge));
    }
    if clauses {
        for id in &arm.cite {
            if let Some(clause) = view.playbook.clause(id.as_str()) {
                below(format!("{id} ({}) {}", clause.at, clause.text));
            }
        }
    }
}

/// `Pat Lee 22:12`; where the answer is more than yes or no, the answer first.
fn answered(view: &View<'_>, knowledge: &Knowledge<'_>, subject: &Subject) -> String {
    let at = view.playbook.position(subject.id().as_str());
    let entry = at.and_then(|at| view.picture.items[at].entry).map(|entry| view.state.at(entry));
    let who = entry.map(|entry| format!("{} {}", entry.beside(), when(view, entry.happened())));
    let asks = view.playbook.question(subject.id().as_str()).map(|asked| asked.answer);
    match (asks, who) {
        (Some(AnswerType::YesNo), Some(who)) => who,
        (Some(_), Some(who)) => format!("{}, {who}", value(subject, knowledge)),
        (_, Some(who)) => format!("{}, {who}", subject_and_value(subject, knowledge)),
        (_, None) => subject_and_value(subject, knowledge),
    }
}

fn of_scale<'v>(
    view: &View<'v>,
    knowledge: &Knowledge<'_>,
    (scale, status): (&'v Scale, &ScaleStatus),
    clauses: bool,
    page: &mut Document,
) -> &'v [ClauseId] {
    heading(view, &scale.title, &scale.cite, page);
    page.text(format!("{}.", sentence(&level(&status.said(), scale))));
    if let Some(may) = may_decide(view, scale, status) {
        page.text(may);
    }
    if let Some(about) = &scale.about {
        page.text(about.as_str());
    }
    for at in &status.gaps {
        let gap = &scale.gaps[*at];
        let mut inside = vec![Block::Text(format!("{} ({})", gap.say, places(view, &gap.cite)).into())];
        let suggested = gap.suggest.as_ref().and_then(|id| scale.level(id.as_str()));
        if let Some(suggested) = suggested.filter(|_| status.state == ScaleState::Gap) {
            inside.push(Block::Text(format!("Suggested: {}. People decide.", scale.levels[suggested].title).into()));
        }
        page.add(Block::Callout(Callout::Silence, inside));
    }
    for (level, (verdict, own)) in scale.levels.iter().zip(status.levels.iter().zip(&status.arms)) {
        page.gap();
        let (state, word) = said(view, verdict);
        let what = Line::of(Tone::Text, format!("{word:<5}")).and(Tone::Strong, level.title.as_str());
        page.add(Row { state: Some(state), what, word: cites(view, &level.cite), ..Row::default() }.into());
        for (arm, own) in level.any.iter().chain(&level.all).chain(&level.unless).zip(own) {
            one(view, knowledge, (1, arm, own), clauses, page);
        }
    }
    if scale.levels.is_empty() {
        judged(view, &status.verdict, page);
    }
    &scale.cite
}

/// That people may decide already, where nothing is missing but a number that is known roughly.
fn may_decide(view: &View<'_>, scale: &Scale, status: &ScaleStatus) -> Option<String> {
    let decision = scale.decided_by.as_ref().filter(|_| status.state == ScaleState::Pending)?;
    let about = status.while_about.iter().map(|(title, answer)| format!("“{title}” is {answer}"));
    let about = Some(about.collect::<Vec<_>>().join(" and ")).filter(|about| !about.is_empty())?;
    let among = status.possible.iter().map(|at| scale.levels[*at].title.as_str()).collect::<Vec<_>>().join(" or ");
    let title = view.playbook.title(decision.as_str()).unwrap_or_default().trim_end_matches('.').to_owned();
    Some(format!(
        "Nothing is missing but a closer number. While {about}, people may decide already: {title} {among}. It counts no more \
         once the number decides."
    ))
}

/// A scale without levels: people judge from these answers.
fn judged(view: &View<'_>, verdict: &Verdict, page: &mut Document) {
    page.gap().text("The policy names no levels: people judge from these.");
    for subject in verdict.decided_by().chain(&verdict.missing) {
        if let Some(at) = view.playbook.position(subject.id().as_str()) {
            page.add(item(view, at).into());
        }
    }
}

fn item(view: &View<'_>, at: usize) -> Row {
    let stands = stands(view, Target::Item(at));
    let what = view.playbook.items[at].title.as_str().into();
    Row { state: Some(stands.shown()), what, word: stands.word.into(), ..Row::default() }.to(Link::Item(at))
}

fn of_counts<'v>(view: &View<'v>, page: &mut Document) -> &'v [ClauseId] {
    let Some(counts) = counts(view) else { return &[] };
    page.add(Row::sides(Line::strong("Affected"), "").into());
    page.text(format!("Everybody, and those who live in {}; neither stands for the other.", counts.home));
    for doubt in counts.doubts_in_words() {
        page.add(Block::Callout(Callout::Warning, vec![Block::Text(doubt.into())]));
    }
    let neither = counts.beside_the_policy().len() == 2;
    for (one, (label, words)) in [&counts.persons, &counts.residents].into_iter().zip(counts.in_words()) {
        let Some(at) = view.playbook.position(one.question.as_str()) else { continue };
        page.gap();
        let row = item(view, at);
        let what = Line::strong(format!("{label}: {words}"));
        page.add(Row { what, word: Line::default(), ..row }.into());
        let asked = &view.playbook.items[at];
        page.add(Block::Labelled(String::new(), Line::quiet(asked.title.as_str())));
        if let Some(caution) = asked.verb.caution().filter(|_| !neither) {
            page.add(Block::Labelled(String::new(), Line::quiet(caution)));
        }
    }
    if neither {
        page.gap().text("The policy asks for neither. Both are kept beside it, and nothing waits for them.");
    }
    &[]
}

fn of_do_not<'v>(view: &View<'v>, at: usize, page: &mut Document) -> &'v [ClauseId] {
    let item = &view.playbook.items[at];
    let what = match view.picture.items[at].standing {
        Standing::InForce => do_not::row(view, at).what,
        _ => Line::strong(item.title.as_str()),
    };
    page.add(Row::sides(what, cites(view, &item.cite)).into());
    let standing = view.picture.items[at].standing;
    let ends = do_not::until(view, at);
    page.text(match standing {
        Standing::InForce => format!("In force {ends}."),
        Standing::Lifted => "It has ended.".into(),
        Standing::Pending => format!("Not known yet whether it is in force. It would be, {ends}."),
        _ => "It does not apply.".into(),
    });
    if let Some(detail) = &item.detail {
        page.text(detail.as_str());
    }
    let knowledge = view.knowledge();
    for subject in view.picture.items[at].applies.missing.iter().filter(|_| standing == Standing::Pending) {
        page.labelled("waits for", subject_and_value(subject, &knowledge));
    }
    &item.cite
}
