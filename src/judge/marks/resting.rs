//! What a record rests on, by its lines and without any key, and whether that is something else than its writer had seen.

use super::Cause;
use super::then::then;
use crate::base::{ItemId, Now, Stamp};
use crate::case::{CallOutcome, Fact};
use crate::judge::again::{ends, fires};
use crate::judge::evidence::texts;
use crate::judge::fallen::judged::sooner;
use crate::judge::fallen::record::{Ground, OnRecord};
use crate::judge::fallen::roots::Roots;
use crate::judge::fallen::sight::Sight;
use crate::judge::items::{ItemStatus, came, chosen, is_complete};
use crate::judge::truth::completion::settled;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::truth::says as said;
use crate::judge::types::said::contents;
use crate::judge::types::standing::Standing;
use crate::judge::verdict::Verdict;
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::item::{Decision, Document};
use crate::playbook::{Body, Item};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What all records of a case rest on.
pub struct Resting<'r, 'a> {
    pub ground: &'r Ground<'a>,
    truth: &'r Knowledge<'a>,
    items: &'r [ItemStatus],
    /// The records behind what a verdict was decided by, through rules and scales.
    behind: RefCell<BTreeMap<Subject, Rc<BTreeSet<ItemId>>>>,
}

impl<'r, 'a> Resting<'r, 'a> {
    pub fn of(ground: &'r Ground<'a>, truth: &'r Knowledge<'a>, items: &'r [ItemStatus]) -> Self {
        Self { ground, truth, items, behind: RefCell::default() }
    }

    /// Why a record that settles an item has to be looked at again, and when more comes by time alone.
    pub fn causes(&self, record: &OnRecord<'r, 'a>, status: &ItemStatus, now: Now) -> (Vec<Cause>, Option<Stamp>) {
        let (mut causes, mut turns_at) = (Vec::new(), None);
        let item = record.item;
        // What an ending switches off counts on.
        let went_on = self.truth.as_if_it_went_on().zip(self.ground.playbook.position(item.id.as_str()));
        let applies = went_on.map_or(status.applies.value, |(went_on, at)| went_on.applies(at).value);
        let is_act = !matches!(item.body, Body::Question(_)) && status.standing != Standing::RuledOut;
        if applies == Some(false) {
            if is_act && self.applied(record) != Some(false) {
                causes.push(Cause::NoLonger);
            }
            return (causes, None);
        }
        if is_act && applies == Some(true) && self.misses(&status.applies, &record.sight) {
            causes.extend((self.applied(record) == Some(false)).then_some(Cause::BeforeItApplied));
        }
        for (place, line) in item.again.iter().enumerate().filter(|(_, line)| !line.hard) {
            causes.extend(fires(line, place, record, now));
            let at = ends(line, record, now).filter(|at| *at > now.at);
            turns_at = sooner(turns_at, at);
        }
        match &item.body {
            Body::Task(task) if status.standing != Standing::RuledOut => {
                let fails = task.after.as_ref().is_some_and(|after| self.fails(record, &after.condition));
                causes.extend(fails.then_some(Cause::AfterFails));
            }
            Body::Decision(body) => causes.extend(self.suggested(record, body)),
            Body::Document(body) if matches!(status.standing, Standing::Final | Standing::Approved) => {
                causes.extend(self.contents(record));
                causes.extend(self.chosen(record, body));
            }
            _ => {}
        }
        let (put_off, comes) = self.put_off(record, now);
        causes.extend(put_off);
        (causes, sooner(turns_at, comes))
    }

    /// Whether the item applied for whoever wrote the record.
    pub fn applied(&self, record: &OnRecord<'r, 'a>) -> Option<bool> {
        let item = record.item;
        let lane = self.ground.playbook.phases.get(item.phase).and_then(|phase| phase.when.as_ref());
        let named: Vec<ItemId> = lane.into_iter().chain(&item.when).flat_map(Roots::named).collect();
        self.then(record, &named, |then| then.playbook.position(item.id.as_str()).and_then(|at| then.applies(at).value))
    }

    /// Whether the document was complete, and what makes it final was so, for whoever wrote the record.
    pub fn was_final(&self, record: &OnRecord<'r, 'a>, body: &Document, condition: &Condition) -> bool {
        let contents = body.contents.iter().map(|content| content.from.clone());
        let named: Vec<ItemId> = Roots::named(condition).into_iter().chain(contents).collect();
        self.then(record, &named, |then| settled(condition, then).value == Some(true) && is_complete(then, body))
    }

    /// What was so for whoever wrote the record.
    fn then<T>(&self, record: &OnRecord<'r, 'a>, named: &[ItemId], ask: impl FnOnce(&Knowledge<'_>) -> T) -> T {
        then(self.ground, self.truth, &record.sight, named, ask)
    }

    fn truth(&self) -> &Knowledge<'a> {
        self.truth
    }

    /// What had to come before it was so, and is known not to be so any more.
    fn fails(&self, record: &OnRecord<'r, 'a>, condition: &Condition) -> bool {
        self.truth().holds(Some(condition)).value == Some(false)
            && self.then(record, &Roots::named(condition), |then| then.holds(Some(condition)).value) == Some(true)
    }

    /// Of a seat: its option is not suggested any more, and another is that was not then.
    fn suggested(&self, record: &OnRecord<'r, 'a>, body: &Decision) -> Option<Cause> {
        let Fact::Decided { option: chosen, .. } = &self.ground.state.at(record.entry).fact else { return None };
        let suggested = |knowledge: &Knowledge<'_>| -> BTreeSet<ItemId> {
            let holds = body.suggestions.iter().filter(|suggestion| knowledge.suggests(suggestion));
            holds.map(|suggestion| suggestion.option.clone()).collect()
        };
        let is = suggested(self.truth());
        if is.is_empty() || is.contains(chosen) {
            return None;
        }
        let named: Vec<ItemId> = body.suggestions.iter().flat_map(|one| Roots::named(&one.condition)).collect();
        let was = self.then(record, &named, suggested);
        is.into_iter().find(|option| !was.contains(option)).map(|option| Cause::Suggested { option })
    }

    fn contents(&self, record: &OnRecord<'r, 'a>) -> Vec<Cause> {
        let Body::Document(body) = &record.item.body else { return Vec::new() };
        let named: Vec<ItemId> = body.contents.iter().map(|content| content.from.clone()).collect();
        if !named.iter().any(|id| record.sight.misses(id.as_str())) {
            return Vec::new();
        }
        let mut is = said::contents(self.truth(), &body.contents);
        is.retain(|at, _| !self.truth().is_out(body.contents[*at].from.as_str()));
        let was = self.then(record, &named, |then| said::contents(then, &body.contents));
        let differ = contents(&was, &is);
        differ.map(|(content, was, is)| Cause::Content { content, was: was.clone(), is: is.clone() }).collect()
    }

    /// The document has another text now than for whoever wrote the record.
    fn chosen(&self, record: &OnRecord<'r, 'a>, body: &Document) -> Option<Cause> {
        if body.texts.is_empty() {
            return None;
        }
        let named: Vec<ItemId> = body.texts.iter().flat_map(|text| Roots::named(&text.when)).collect();
        let is = chosen(self.truth(), body).ok().flatten()?;
        let was = self.then(record, &named, |then| chosen(then, body).ok().flatten().cloned())?;
        (was != *is).then(|| Cause::Text { was, is: is.clone() })
    }

    /// The entries by which the text of a document is approved.
    pub fn approved_by(&self, item: &Item) -> Vec<usize> {
        let Body::Document(body) = &item.body else { return Vec::new() };
        texts::approvals(self.truth().state, &item.id, body)
    }

    /// The entries by which a document went out: where it was sent, its own record, or what makes it final.
    pub fn final_by(&self, item: &Item, status: &ItemStatus) -> Vec<usize> {
        let state = self.truth().state;
        let sent = texts::standing_sendings(state, item.id.as_str());
        if !sent.is_empty() {
            return sent;
        }
        let own = state.outcomes(item.id.as_str()).map(|track| track.current.clone());
        let own = own.filter(|_| status.entry.is_some_and(|at| matches!(state.at(at).fact, Fact::TaskDone { .. })));
        let Body::Document(body) = &item.body else { return Vec::new() };
        own.unwrap_or_else(|| {
            let verdict =
                body.final_when.as_ref().map(|condition| settled(condition, self.truth())).unwrap_or_default();
            // Its contents are answers; it went out by what was done, where anything was.
            let (answers, acts): (Vec<_>, Vec<_>) =
                verdict.decided_by().partition(|of| matches!(of, Subject::Answer(_)));
            let by = if acts.is_empty() { answers } else { acts };
            let mut entries: Vec<usize> = by.into_iter().filter_map(|of| self.newest(of)).collect();
            entries.sort_unstable();
            entries.dedup();
            entries
        })
    }

    /// The entry that says it last.
    fn newest(&self, of: &Subject) -> Option<usize> {
        let state = self.truth().state;
        let about = state.about(of.id().as_str())?;
        let reached = |at: &&usize| matches!(state.at(**at).fact, Fact::Called { outcome: CallOutcome::Reached, .. });
        match of {
            Subject::Call(_) => about.attempts.iter().rev().find(reached).copied().or_else(|| about.outcomes.last()),
            Subject::Answer(_) => about.answers.last(),
            Subject::Decision(_) => about.seats.values().filter_map(crate::case::tracks::Track::last).max(),
            Subject::Silence(_) => about.silence.last(),
            _ => about.outcomes.last(),
        }
    }

    /// What is done was put off until now; or the time until which it is put off.
    fn put_off(&self, record: &OnRecord<'r, 'a>, now: Now) -> (Option<Cause>, Option<Stamp>) {
        let state = self.truth().state;
        let (mut causes, mut comes) = (Vec::new(), None);
        // Two who had not seen each other can have put it off: the first time that comes brings it back.
        let current = state.deferral(record.item.id.as_str()).map(|track| track.current.as_slice()).unwrap_or_default();
        for at in current.iter().copied().filter(|at| !record.sight.sees(*at)) {
            let Fact::Deferred { until, event, .. } = &state.at(at).fact else { continue };
            let is_back = until.is_some_and(|until| now.at >= until)
                || event.as_ref().is_some_and(|event| came(self.truth(), at, event));
            if is_back {
                causes.push((*until, Cause::PutOff { until: *until, event: event.clone() }));
            }
            comes = sooner(comes, until.filter(|until| *until > now.at));
        }
        let first = causes.into_iter().min_by_key(|(until, _)| (until.is_none(), *until));
        (first.map(|(_, cause)| cause), comes)
    }

    /// Whether something was not seen of what decided a verdict. Where all of it was, the verdict was the same.
    fn misses(&self, verdict: &Verdict, sight: &Sight<'_>) -> bool {
        verdict.decided_by().any(|of| self.behind(of).iter().any(|id| sight.misses(id.as_str())))
    }

    fn behind(&self, of: &Subject) -> Rc<BTreeSet<ItemId>> {
        if let Some(known) = self.behind.borrow().get(of) {
            return Rc::clone(known);
        }
        let (mut found, mut asked, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![of.clone()]);
        while let Some(of) = open.pop() {
            if !asked.insert(of.clone()) {
                continue;
            }
            let id = of.id();
            let mut follow = |verdict: &Verdict| open.extend(verdict.decided_by().cloned());
            if let Some(at) = self.ground.playbook.position(id.as_str()) {
                found.insert(id.clone());
                if self.items[at].applies.value == Some(false) {
                    follow(&self.items[at].applies);
                }
            } else if let Some(rule) = self.truth().rule(id.as_str()) {
                follow(&rule.verdict);
            } else if let Some(scale) = self.truth().scale(id.as_str()) {
                follow(&scale.verdict);
            } else {
                found.insert(id.clone());
            }
        }
        let found = Rc::new(found);
        self.behind.borrow_mut().insert(of.clone(), Rc::clone(&found));
        found
    }
}
