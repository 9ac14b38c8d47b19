//! What is known: the bridge from the entries of a case to the subjects of conditions.

use crate::base::{ItemId, Now, Stamp};
use crate::case::tracks::Track;
use crate::case::{CallOutcome, Fact};
use crate::judge::evidence::counting::Counting;
use crate::judge::truth::applies::Judgements;
use crate::judge::truth::completion;
use crate::judge::truth::ending::Before;
use crate::judge::truth::newest::{newest, saw};
use crate::judge::truth::per_row;
use crate::judge::types::answer::Answer;
use crate::judge::verdict::{Atom, Is, Verdict, evaluate};
use crate::playbook::condition::{Condition, Subject};
use crate::playbook::item::{After, Decision, Suggestion};
use crate::playbook::{Body, Item, Playbook};

/// A playbook and a case together, read-only. What conditions come to is worked out once.
pub struct Knowledge<'a> {
    pub playbook: &'a Playbook,
    pub state: Counting<'a>,
    pub(in crate::judge) rows: per_row::Memo,
    pub(super) judgements: Judgements,
    now: Option<Now>,
    /// The case without the end that a rule makes, where the playbook has such rules.
    pub(in crate::judge) before: Option<Box<Before<'a>>>,
}

impl<'a> Knowledge<'a> {
    /// Looks at a case with the eyes of a playbook, for what is known alone.
    pub fn new(playbook: &'a Playbook, state: impl Into<Counting<'a>>) -> Self {
        let (rows, judgements) = Default::default();
        Self { playbook, state: state.into(), rows, judgements, now: None, before: None }
    }

    /// The same for a reader, in whose zone times are shown, with the end that a rule makes of the case.
    pub fn read_at(playbook: &'a Playbook, state: impl Into<Counting<'a>>, now: Now) -> Self {
        let state = state.into();
        let plain = || Self { now: Some(now), ..Self::new(playbook, state) };
        let before = (!playbook.ends().is_empty()).then(|| Box::new(Before::of(plain())));
        Self { before, ..plain() }
    }

    /// The present moment and the zone of the reader; `None` where only what is recorded is looked at.
    pub fn now(&self) -> Option<Now> {
        self.now
    }

    pub fn show(&self, answer: &Answer, asked: &crate::playbook::question::Question) -> String {
        let opened = || self.state.opening.as_ref().map_or_else(Stamp::epoch, |opening| opening.at);
        answer.show(asked, self.now.unwrap_or_else(|| opened().into()))
    }

    pub fn short(&self, at: crate::base::EventTime) -> String {
        let own = at.earliest().unwrap_or_else(Stamp::epoch);
        at.short_in(self.now.unwrap_or_else(|| own.into()))
    }

    /// The verdict on an optional condition; none is always yes.
    pub fn holds(&self, condition: Option<&Condition>) -> Verdict {
        condition.map_or(Verdict::constant(true), |condition| evaluate(&condition.root, self))
    }

    /// The current answer to a question as it was answered, without rows that were added one by one; `None` while there is none or
    /// while two contradict each other.
    pub(in crate::judge) fn answered(&self, question: &str) -> Option<Answer> {
        if self.is_hidden(question) {
            return None;
        }
        let track = self.state.answers(question)?;
        let asked = self.playbook.question(question).filter(|asked| asked.for_each.is_none())?;
        let mut current = track.current.iter().map(|at| match &self.state.at(*at).fact {
            Fact::Answered { value, .. } => (value, self.state.at(*at).at),
            _ => unreachable!("the track of a question holds answers only"),
        });
        let (value, at) = current.next()?;
        if current.any(|(other, _)| other != value) {
            return None;
        }
        // A stored value that the frozen playbook cannot read any more counts as not known, and stays readable in the log.
        Some(Answer::parse_typed(asked, value, at).unwrap_or(Answer::Unknown))
    }

    /// Whether two people gave different answers without having seen each other.
    pub fn is_contradicted(&self, question: &str) -> bool {
        let value = |at: &usize| match &self.state.at(*at).fact {
            Fact::Answered { value, .. } => value.clone(),
            _ => String::new(),
        };
        self.state.answers(question).is_some_and(|track| {
            let mut values = track.current.iter().map(value);
            let first = values.next();
            values.any(|other| Some(other) != first)
        })
    }

    /// Whether a suggestion is to be shown: it holds, not by elimination, and everything that it rests on was at least asked,
    /// where it arises. What nobody was asked yet suggests nothing; "not known yet" may.
    pub fn suggests(&self, suggestion: &Suggestion) -> bool {
        let verdict = self.holds(Some(&suggestion.condition)).on_record();
        let asked = |atom: &Atom| match &atom.about {
            Subject::Answer(id) => atom.is == Is::NotSo || self.state.answers(id.as_str()).is_some(),
            _ => true,
        };
        verdict.value == Some(true) && verdict.because.iter().all(asked)
    }

    /// Whether what holds suggests two options or more: the criteria point both ways, and people decide.
    pub fn points_both_ways(&self, decision: &Decision) -> bool {
        let mut options = decision.suggestions.iter().filter(|one| self.suggests(one)).map(|one| &one.option);
        let first = options.next();
        options.any(|other| Some(other) != first)
    }

    /// What one seat chose; `None` while it has not, or when two entries for it disagree.
    pub fn seat_choice(&self, decision: &ItemId, role: &ItemId) -> Option<ItemId> {
        let records = self.seat_records(decision, role);
        let mut options = records.iter().map(|at| match &self.state.at(*at).fact {
            Fact::Decided { option, .. } => Some(option.clone()),
            _ => None,
        });
        let first = options.next()??;
        options.all(|other| other.as_ref() == Some(&first)).then_some(first)
    }

    /// The latest attempt by which a call reached somebody.
    pub fn reached(&self, call: &str) -> Option<usize> {
        newest(&self.state, &self.reaching(call).collect::<Vec<_>>())
    }

    /// The attempts by which a call reached somebody, oldest first.
    fn reaching(&self, call: &str) -> impl DoubleEndedIterator<Item = usize> {
        let reached =
            |at: &usize| matches!(&self.state.at(*at).fact, Fact::Called { outcome: CallOutcome::Reached, .. });
        self.state.attempts(call).iter().copied().filter(reached)
    }

    /// What stands in the way of recording a task as done: the playbook's words, and what is missing.
    pub fn obstacle<'i>(&self, item: &'i Item) -> Option<(&'i str, Vec<Subject>)> {
        let Body::Task(task) = &item.body else { return None };
        let After { say, .. } = task.after.as_ref()?;
        Some((say.as_str(), self.before(item)?.missing))
    }

    /// The verdict on what has to come before a task; `None` where nothing has to, or it has come.
    pub fn before(&self, item: &Item) -> Option<Verdict> {
        let Body::Task(task) = &item.body else { return None };
        if per_row::waits_by_row(item) {
            return per_row::before(&*self.targets(item)?);
        }
        let verdict = completion::done(&task.after.as_ref()?.condition, self);
        (verdict.value != Some(true)).then_some(verdict)
    }

    /// The entries that speak about a subject itself, as positions in the log, those that were set aside among them.
    pub fn entries_about(&self, subject: &Subject) -> Vec<usize> {
        let mut entries = self.counting_about(subject);
        entries.extend(self.state.set_aside(subject.id().as_str()));
        entries
    }

    fn counting_about(&self, subject: &Subject) -> Vec<usize> {
        let id = subject.id().as_str();
        let all = |track: Option<&Track>| track.map(|track| track.all.clone()).unwrap_or_default();
        match subject {
            Subject::Answer(_) => all(self.state.answers(id)),
            Subject::Task(_) => all(self.state.outcomes(id)),
            Subject::Call(_) => {
                let ended = all(self.state.outcomes(id));
                ended.into_iter().chain(self.state.attempts(id).iter().copied()).collect()
            }
            Subject::Silence(_) => all(self.state.silence(id)),
            Subject::Decision(decision) | Subject::Split(decision) => self.seat_entries(decision),
            Subject::Scale(_) | Subject::Gap(_) => {
                let decision = self.playbook.scale(id).and_then(|scale| scale.decided_by.clone());
                decision.map(|decision| self.seat_entries(&decision)).unwrap_or_default()
            }
            Subject::Rule(_) | Subject::Late(_) => Vec::new(),
            Subject::Rows(_) => all(self.state.answers(id)).into_iter().chain(self.state.counting(id)).collect(),
            Subject::Row(_) => self.counting_about(&subject.of_all_rows()),
        }
    }

    fn seat_entries(&self, decision: &ItemId) -> Vec<usize> {
        match self.playbook.item(decision.as_str()).map(|item| &item.body) {
            Some(Body::Decision(body)) => {
                let tracks = body.seats.iter().filter_map(|role| self.state.seat(decision, role));
                tracks.flat_map(|track| track.all.iter().copied()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether the last word on a task, call, document or register as a whole is that it is not needed.
    pub(in crate::judge) fn is_ruled_out(&self, item: &str) -> bool {
        let last = self.outcome(item).map(|at| &self.state.at(at).fact);
        matches!(last, Some(Fact::TaskRuledOut { target, .. }) if target.0.is_empty())
    }

    /// The entry that says that an answer cannot be found out, unless one was given since.
    pub fn given_up(&self, question: &str) -> Option<usize> {
        let last = self.outcome(question)?;
        let ruled_out = matches!(self.state.at(last).fact, Fact::TaskRuledOut { .. });
        let answered = self.state.answers(question).map(|track| track.current.as_slice()).unwrap_or_default();
        (ruled_out && answered.iter().all(|answered| saw(&self.state, last, *answered))).then_some(last)
    }

    /// Whether a verdict waits, and in the end only for answers that cannot be found out.
    pub fn is_undecided_for_good(&self, verdict: &Verdict) -> bool {
        let given_up = |subject: &Subject| {
            matches!(subject, Subject::Answer(id) if self.playbook.question(id.as_str()).is_some())
                && self.given_up(subject.id().as_str()).is_some()
        };
        let waits = if verdict.value.is_none() { self.waits_for(verdict) } else { Vec::new() };
        !waits.is_empty() && waits.iter().all(given_up)
    }

    /// The entry since which a track says what it says now. Saying the same again, perhaps in better words, moves no moment,
    /// unless the repetition states a time of its own.
    fn since(&self, track: &Track) -> Option<usize> {
        self.since_in(&track.all)
    }

    /// The same of what became of something.
    fn since_outcome(&self, id: &str) -> Option<usize> {
        let at = self.outcome(id)?;
        let all = &self.state.outcomes(id)?.all;
        self.since_in(&all[..=all.binary_search(&at).ok()?])
    }

    /// The same for any entries about one thing, oldest first.
    pub(in crate::judge) fn since_in(&self, all: &[usize]) -> Option<usize> {
        let mut latest_first = all.iter().rev().copied();
        let mut since = latest_first.next()?;
        for earlier in latest_first {
            let (later, before) = (self.state.at(since), self.state.at(earlier));
            if later.who.happened.is_some() || !says_the_same(&later.fact, &before.fact) {
                break;
            }
            since = earlier;
        }
        Some(since)
    }

    /// The entry that decides a subject now, and the moment it happened.
    pub fn deciding_entry(&self, subject: &Subject) -> Option<(usize, Stamp)> {
        let id = subject.id().as_str();
        let at = match subject {
            Subject::Task(_) | Subject::Call(_) if self.with_rows(subject).is_some() => {
                self.targets(self.with_rows(subject)?)?.since()
            }
            Subject::Answer(_) if self.playbook.register(id).is_some() => self.state.counting(id).next(),
            Subject::Answer(_) => self.since(self.state.answers(id)?),
            Subject::Task(_) => self.since_outcome(id),
            // The first time: a later talk does not undo it.
            Subject::Call(_) => self.reaching(id).next().or_else(|| self.since_outcome(id)),
            Subject::Silence(_) => self.since(self.state.silence(id)?),
            Subject::Decision(decision) | Subject::Split(decision) => {
                let Body::Decision(body) = &self.playbook.item(id)?.body else { return None };
                match self.settled_by(decision, body) {
                    Some(settled) => Some(settled.at),
                    None => body.seats.iter().filter_map(|role| self.since(self.state.seat(decision, role)?)).max(),
                }
            }
            // Time decides it, and no entry.
            Subject::Late(_) => return None,
            Subject::Rule(_) | Subject::Scale(_) | Subject::Gap(_) => {
                let verdict = match subject {
                    Subject::Rule(_) => self.rule(id)?.verdict,
                    _ => self.scale(id)?.verdict,
                };
                return verdict
                    .decided_by()
                    .filter_map(|subject| self.deciding_entry(subject))
                    .max_by_key(|(_, at)| *at);
            }
            Subject::Rows(_) => self.state.answers(id).and_then(Track::last).max(self.state.counting(id).next_back()),
            // For which row, is not asked of the case.
            Subject::Row(_) => None,
        }?;
        Some((at, self.state.at(at).happened().earliest()?))
    }
}

/// Whether two entries of one track come to the same, whatever their words.
fn says_the_same(one: &Fact, other: &Fact) -> bool {
    match (one, other) {
        (Fact::Answered { value: one, .. }, Fact::Answered { value: other, .. }) => one == other,
        (Fact::Decided { option: one, .. }, Fact::Decided { option: other, .. }) => one == other,
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}
