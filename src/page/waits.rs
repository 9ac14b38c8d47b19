//! Nothing can be done now, and something waits: for whom or for what, and what ends the waiting.

use super::document::{Block, Document, Does, Link, Row};
use super::line::{Line, Tone};
use super::state::{State, stands, tally, title_of, waits_for};
use super::words::value;
use crate::base::text::counted;
use crate::judge::items::Waits;
use crate::judge::picture::agenda::Target;
use crate::judge::verdict::Verdict;
use crate::judge::{Knowledge, Standing, View};
use crate::playbook::Body;
use crate::playbook::condition::Subject;
use crate::record::verbs;
use std::collections::HashMap;

/// How many things that wait for the same are named one by one, and how many that each waits for.
const NAMED: usize = 3;

/// Things that wait for the same.
struct Waiting {
    /// Places among the items.
    items: Vec<usize>,
    /// What ends it, and where that is recorded; the item itself, where nothing else does.
    ends: (Option<Subject>, Target),
}

/// Where whatever ends the waiting is recorded: what Enter opens.
pub fn leads_to(view: &View<'_>) -> Option<Target> {
    waiting(view).first().map(|first| first.ends.1)
}

/// What waits, with what is open beside it and can only be finished by what it waits for.
pub fn page(view: &View<'_>) -> Document {
    let (mut document, tally, groups) = (Document::default(), tally(view), waiting(view));
    let says = counted(tally.waits, "thing waits", "things wait");
    document.add(Row::sides(Line::strong("NOTHING TO DO NOW"), Line::quiet(says)).into()).gap();
    for (at, group) in groups.iter().take(NAMED).enumerate() {
        one(view, group, at == 0, &mut document);
    }
    if groups.len() > NAMED {
        let more = groups.iter().skip(NAMED).map(|group| group.items.len()).sum();
        document.text(Line::quiet(format!("And {} for something else.", counted(more, "thing waits", "things wait"))));
        document.gap();
    }
    for (at, (item, status)) in view.items().enumerate() {
        if matches!(item.body, Body::Document(_)) && status.standing == Standing::Needed {
            document.add(row(view, at).into());
        }
    }
    document.gap();
    let lifted = view.items().filter(|(_, status)| status.standing == Standing::Lifted).count();
    let mut figures = format!("{} done · {}", tally.done, counted(tally.waits, "waits", "wait"));
    if lifted > 0 {
        figures.push_str(&format!(" · {} ended", counted(lifted, "DO NOT", "DO NOTs")));
    }
    document.text(Line::quiet(figures));
    document
}

fn one(view: &View<'_>, group: &Waiting, first: bool, document: &mut Document) {
    for at in group.items.iter().take(NAMED) {
        document.add(row(view, *at).into());
    }
    if group.items.len() > NAMED {
        document.text(Line::quiet(format!("  and {} more", group.items.len() - NAMED)));
    }
    let about = group.items[0];
    for what in waits_for(view, about) {
        document.text(match view.picture.items[about].standing {
            // The policy's own sentence.
            Standing::Held if view.hold(about).is_some() => what,
            Standing::Deferred => format!("waits {what}"),
            _ => format!("waits for {what}"),
        });
    }
    let (ends, target) = &group.ends;
    let knowledge = view.knowledge();
    if let Some(ends) = ends {
        let known = knowledge.entries_about(ends).last().map(|at| view.state.at(*at)).map(|entry| {
            let at = entry.happened().short_in(view.now);
            format!("{}, {at}, {}", value(ends, &knowledge), entry.recorder())
        });
        if let Some(known) = known {
            document.text(Line::quiet(known));
        }
    }
    document.gap();
    let does = |verb, label: String| Does { verb, preset: None, label };
    let opens = match (ends, target) {
        (None, Target::Item(at)) if view.picture.items[*at].standing == Standing::PassedOn => {
            "record what was reported back".to_owned()
        }
        (None, _) => format!("open it all the same: {}", title_of(view, *target)),
        (Some(Subject::Answer(_)), _) => format!("answer: {}", title_of(view, *target)),
        (Some(_), _) => format!("go to: {}", title_of(view, *target)),
    };
    if first {
        let put_off = does(&verbs::defer::VERB, "ask me again at a time".into());
        document.add(Block::Does(vec![does(&verbs::answer::VERB, opens), put_off])).gap();
    } else {
        let line = Line::of(Tone::Text, format!("Then {opens}"));
        document.add(Row { what: line, to: Some(Link::from(*target)), ..Row::default() }.into()).gap();
    }
}

fn row(view: &View<'_>, at: usize) -> Row {
    let stands = stands(view, Target::Item(at));
    let shown = stands.shown();
    let word = if stands.state == State::Waits { String::new() } else { stands.word };
    let what = view.playbook.items[at].title.as_str().into();
    Row { state: Some(shown), what, word: word.into(), to: Some(Link::Item(at)), ..Row::default() }
}

/// What waits, by what ends it; the group of the first item first.
fn waiting(view: &View<'_>) -> Vec<Waiting> {
    let knowledge = view.knowledge();
    let mut groups: Vec<Waiting> = Vec::new();
    for (at, (item, status)) in view.items().enumerate() {
        let waits = stands(view, Target::Item(at)).state == State::Waits;
        if !waits || matches!(item.body, Body::Prohibition(_)) {
            continue;
        }
        let ends = match status.standing {
            Standing::Pending => status.applies.missing.iter().find_map(|missing| recorded_at(missing, &knowledge, 0)),
            Standing::Held => match view.hold(at) {
                Some(hold) => {
                    let verdict = knowledge.holds(Some(&hold.condition));
                    verdict.decided_by().rev().find_map(|because| recorded_at(because, &knowledge, 0))
                }
                None => knowledge.before(item).and_then(|verdict| {
                    let mut all = verdict.missing.iter().chain(verdict.decided_by());
                    all.find_map(|next| recorded_at(next, &knowledge, 0))
                }),
            },
            Standing::Deferred => status.deferred.as_ref().and_then(|(_, event)| {
                let at = view.playbook.items.iter().position(|item| Some(&item.id) == event.as_ref())?;
                let subject = Subject::Task(view.playbook.items[at].id.clone());
                Some((subject, Target::Item(at)))
            }),
            _ => None,
        };
        let ends = ends.map_or((None, Target::Item(at)), |(subject, target)| (Some(subject), target));
        match groups.iter_mut().find(|group| group.ends == ends) {
            Some(group) => group.items.push(at),
            None => groups.push(Waiting { items: vec![at], ends }),
        }
    }
    groups
}

/// The items that wait for what is recorded here, as places in their order: for its answer, as the ground of a hold, before them, or
/// until it has a record. Each item is looked at once, and each test and scale on the way once.
pub(super) fn waiters(view: &View<'_>, target: Target) -> Vec<usize> {
    let knowledge = view.knowledge();
    let mut known = HashMap::new();
    let mut leads = |about: &Subject| leads_to_it(about, &knowledge, target, &mut known, 0);
    let mut waits_for_it = |at: usize| {
        let (item, status) = (&view.playbook.items[at], &view.picture.items[at]);
        let Some(waits) = status.waits().filter(|_| !matches!(item.body, Body::Prohibition(_))) else { return false };
        match waits {
            Waits::Answer(missing) => missing.iter().any(&mut leads),
            Waits::Hold(held) => held
                .of(view.playbook, item)
                .is_some_and(|hold| knowledge.holds(Some(&hold.condition)).decided_by().any(&mut leads)),
            Waits::After(_) => knowledge
                .before(item)
                .is_some_and(|verdict| verdict.missing.iter().chain(verdict.decided_by()).any(&mut leads)),
            Waits::Time(_, Some(event)) => matches!(target, Target::Item(at) if view.playbook.items[at].id == *event),
            Waits::Time(_, None) | Waits::Person => false,
        }
    };
    (0..view.playbook.items.len()).filter(|at| Target::Item(*at) != target && waits_for_it(*at)).collect()
}

/// Whether something hangs on what is recorded at a target, by itself or by the tests and scales that it asks about.
fn leads_to_it(
    about: &Subject,
    knowledge: &Knowledge<'_>,
    target: Target,
    known: &mut HashMap<Subject, bool>,
    depth: usize,
) -> bool {
    let Some(verdict) = test(about, knowledge) else {
        return recorded_at(about, knowledge, DEPTH).is_some_and(|(_, at)| at == target);
    };
    if let Some(leads) = known.get(about) {
        return *leads;
    }
    // What asks about itself again leads nowhere by that.
    known.insert(about.clone(), false);
    let mut all = verdict.missing.iter().chain(verdict.decided_by()).filter(|_| depth < DEPTH);
    let leads = all.any(|next| leads_to_it(next, knowledge, target, known, depth + 1));
    known.insert(about.clone(), leads);
    leads
}

/// How a test or a scale stands; nothing for what is recorded by itself.
fn test(about: &Subject, knowledge: &Knowledge<'_>) -> Option<Verdict> {
    match about {
        Subject::Rule(id) => knowledge.rule(id.as_str()).map(|status| status.verdict),
        Subject::Scale(id) | Subject::Gap(id) => knowledge.scale(id.as_str()).map(|status| status.verdict),
        _ => None,
    }
}

/// How many tests that hang on tests are looked through.
const DEPTH: usize = 8;

/// The answer, decision or act on which something hangs in the end, and where it is recorded: tests and scales hang on others.
fn recorded_at(about: &Subject, knowledge: &Knowledge<'_>, depth: usize) -> Option<(Subject, Target)> {
    let (id, playbook) = (about.id().as_str(), knowledge.playbook);
    let verdict = match about {
        Subject::Rule(_) | Subject::Scale(_) | Subject::Gap(_) => test(about, knowledge),
        Subject::Silence(_) => {
            let at = playbook.silences.iter().position(|silence| silence.id.as_str() == id)?;
            return Some((about.clone(), Target::Silence(at)));
        }
        _ => {
            let at = playbook.items.iter().position(|item| item.id.as_str() == id)?;
            return Some((about.clone(), Target::Item(at)));
        }
    };
    let verdict = verdict.filter(|_| depth < DEPTH)?;
    let all = verdict.missing.iter().chain(verdict.decided_by());
    all.into_iter().find_map(|next| recorded_at(next, knowledge, depth + 1))
}
