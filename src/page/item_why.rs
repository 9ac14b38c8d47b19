//! What stands folded on a card: why it is asked, the clauses in full, what the policy does not say, what was recorded before.

use super::because::because;
use super::document::{Block, Callout, Document, Row};
use super::line::{Line, Tone};
use super::log;
use super::state::{self, State};
use super::waits::waiters;
use crate::base::ids::cited;
use crate::base::{ClauseId, ItemId};
use crate::judge::View;
use crate::judge::picture::agenda::Target;
use crate::playbook::Body;

/// Most earlier records that are shown.
const EARLIER: usize = 8;

pub(super) fn item(view: &View<'_>, at: usize) -> Document {
    let item = &view.playbook.items[at];
    let mut why = Document::default();
    reasons(&mut why, view, Target::Item(at), item.why.as_deref());
    waits(&mut why, view, at);
    clauses(&mut why, view, &item.cite);
    waited_for(&mut why, view, Target::Item(at));
    belongs(&mut why, view, &item.id);
    if let Body::Question(question) = &item.body {
        for (at, prompt) in question.prompts.iter().enumerate() {
            why.labelled(if at == 0 { "Think of" } else { "" }, prompt.as_str());
        }
    }
    earlier(&mut why, view, at);
    notes(&mut why, view, item.id.as_str());
    why
}

/// Why it is asked, with the names of the clauses.
pub(super) fn in_short(view: &View<'_>, at: usize) -> Document {
    let item = &view.playbook.items[at];
    let mut why = Document::default();
    reasons(&mut why, view, Target::Item(at), item.why.as_deref());
    if !why.is_empty() {
        why.add(Row::sides("", Line::quiet(cited(&item.cite))).into());
    }
    why
}

pub(super) fn silence(view: &View<'_>, at: usize) -> Document {
    let silence = &view.playbook.silences[at];
    let mut why = Document::default();
    clauses(&mut why, view, &silence.cite);
    waited_for(&mut why, view, Target::Silence(at));
    let all = view.state.silence(silence.id.as_str()).into_iter().flat_map(|track| track.all.iter().rev());
    for entry in all.copied().take(EARLIER) {
        record(&mut why, view, entry, view.picture.silences[at].decided == Some(entry));
    }
    notes(&mut why, view, silence.id.as_str());
    why
}

fn reasons(why: &mut Document, view: &View<'_>, target: Target, own: Option<&str>) {
    let next = view.picture.next.iter().find(|next| next.target == target);
    let reasons = match next {
        Some(_) => because(view, target),
        None => own.into_iter().map(str::to_owned).collect(),
    };
    for (at, reason) in reasons.into_iter().enumerate() {
        why.labelled(if at == 0 { "Why" } else { "" }, reason);
    }
}

/// All that an item waits for, and what then still has to come before it; the card names the first.
fn waits(why: &mut Document, view: &View<'_>, at: usize) {
    let waits = state::waits_for(view, at);
    for (at, what) in waits.iter().enumerate().filter(|_| waits.len() > 1) {
        why.labelled(if at == 0 { "Waits for" } else { "" }, what.as_str());
    }
    if let Body::Task(task) = &view.playbook.items[at].body
        && let Some(after) = &task.after
        && state::stands(view, Target::Item(at)).state == State::Waits
        && view.knowledge().holds(Some(&after.condition)).value != Some(true)
    {
        why.labelled("Not yet", after.say.as_str());
    }
}

/// Who waits for what is recorded here: the first by its title, the others counted.
fn waited_for(why: &mut Document, view: &View<'_>, target: Target) {
    let all = waiters(view, target);
    let Some((first, more)) = all.split_first() else { return };
    let title = view.playbook.items[*first].title.trim_end_matches('.');
    let says = if more.is_empty() { title.to_owned() } else { format!("{title} and {} more", more.len()) };
    why.text(format!("Waits for this: {says}"));
}

fn clauses(why: &mut Document, view: &View<'_>, cite: &[ClauseId]) {
    for id in cite {
        let text = match view.playbook.clause(id.as_str()) {
            Some(clause) => format!("{} ({})", clause.text, clause.at),
            None => "not in this playbook".into(),
        };
        why.labelled(id.as_str(), Line::quiet(text));
    }
}

/// Words that an item uses, help, where to read on, and what the policy does not say about it.
fn belongs(why: &mut Document, view: &View<'_>, id: &ItemId) {
    let mine = |used_by: &[ItemId]| used_by.contains(id);
    let playbook = view.playbook;
    for found in playbook.definitions.iter().filter(|found| mine(&found.used_by)) {
        why.labelled(&found.term, found.text.as_str());
    }
    let faqs: Vec<_> = playbook.faqs.iter().filter(|found| mine(&found.used_by)).collect();
    if !faqs.is_empty() {
        let knowledge = view.knowledge();
        for found in faqs {
            if knowledge.holds(found.when.as_ref()).value == Some(true) {
                why.text(Line::strong(found.ask.as_str())).text(found.text.as_str());
            }
        }
    }
    for found in playbook.references.iter().filter(|found| mine(&found.used_by)) {
        why.labelled("See", format!("{}. {}", found.title, found.text));
    }
    for (found, status) in playbook.silences.iter().zip(&view.picture.silences) {
        if !mine(&found.used_by) || status.applies.value == Some(false) {
            continue;
        }
        let mut inside = vec![Block::Text(found.say.as_str().into())];
        if let Some(suggestion) = &found.suggestion {
            inside.push(Block::Labelled("Not the policy's".into(), suggestion.as_str().into()));
        }
        if let Some(fill) = &status.fill_in {
            inside.push(Block::Text(fill.shown().into()));
        }
        if let Some(at) = status.decided {
            inside.push(Block::Text(Line::quiet(log::line(view, at))));
        }
        why.add(Block::Callout(Callout::Silence, inside));
    }
}

/// What was recorded about an item, the latest first: what counts now, and what it replaced.
fn earlier(why: &mut Document, view: &View<'_>, at: usize) {
    let (item, state) = (&view.playbook.items[at], view.counting());
    let id = item.id.as_str();
    let (mut entries, mut current): (Vec<usize>, Vec<usize>) = Default::default();
    let seats: Vec<_> = match &item.body {
        Body::Decision(body) => body.seats.iter().map(|seat| state.seat(&item.id, seat)).collect(),
        _ => Vec::new(),
    };
    let tracks = [state.answers(id), state.outcomes(id), state.deferral(id)];
    for track in tracks.into_iter().chain(seats).flatten() {
        entries.extend(&track.all);
        current.extend(&track.current);
    }
    for calls in [state.attempts(id), state.passed_on(id)] {
        entries.extend(calls);
        current.extend(calls);
    }
    entries.extend(state.set_aside(id));
    entries.sort_unstable_by(|a, b| b.cmp(a));
    for entry in entries.into_iter().take(EARLIER) {
        record(why, view, entry, current.contains(&entry));
    }
}

fn record(why: &mut Document, view: &View<'_>, entry: usize, counts: bool) {
    let tone = if counts { Tone::Text } else { Tone::Struck };
    why.labelled(&view.state.name(entry), Line::of(tone, log::line(view, entry)));
}

fn notes(why: &mut Document, view: &View<'_>, id: &str) {
    for at in view.state.notes(id).iter().rev() {
        why.labelled(&view.state.name(*at), log::line(view, *at));
    }
}
