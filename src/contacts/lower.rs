//! From the tables as written to the list as used: identifiers resolved, days compared, texts made inert. A table with a
//! mistake is reported and left out.

use super::channel::{Channel, channel};
use super::model::{Away, FillIn, Holder, Party, PhoneList, Target};
use super::raw::{RawAway, RawChannel, RawList};
use crate::base::ItemId;
use crate::base::text::{inert_block, inert_line};
use crate::source::reading::Placed;
use crate::source::value::Line;
use crate::source::{Code, Problem, Problems, Span};
use std::collections::BTreeSet;

/// Most people for one role, channels of one person, and absences of one person: more than anybody calls through.
const MOST_EACH: usize = 20;

struct Lowering<'a> {
    problems: &'a mut Problems,
    list: PhoneList,
}

pub(super) fn lower(raw: &RawList, problems: &mut Problems) -> PhoneList {
    let mut lowering = Lowering { problems, list: PhoneList::default() };
    lowering.head(raw);
    lowering.parties(raw);
    lowering.absences(raw);
    lowering.holders(raw);
    lowering.fill_ins(raw);
    lowering.targets(raw);
    lowering.list
}

fn text(line: &Line) -> String {
    inert_line(&line.text).into_owned()
}

impl Lowering<'_> {
    /// A channel; `None` where it cannot be used, which is reported.
    fn channel(&mut self, raw: &RawChannel) -> Option<Channel> {
        let (channel, problem) = channel(raw)?;
        let lost = problem.as_ref().is_some_and(Problem::is_error);
        if let Some(problem) = problem {
            self.problems.add(problem);
        }
        Some(channel).filter(|_| !lost)
    }

    fn head(&mut self, raw: &RawList) {
        let Some(head) = &raw.list else { return };
        self.list.title = head.title.as_ref().map(text);
        self.list.dated = head.dated.map(|day| day.date);
        self.list.stale_after_months =
            head.stale_after_months.filter(|months| months.sound).map(|months| months.number);
        for id in &head.playbooks {
            let known = self.id(id).map(|known| (known, id.span));
            self.list.playbooks.extend(known);
        }
    }

    /// An identifier that obeys the rule; a missing one is reported already.
    fn id(&mut self, line: &Line) -> Option<ItemId> {
        if line.is_missing() {
            return None;
        }
        let id = ItemId::new(&line.text);
        if id.is_none() {
            let message = format!("An identifier must be {}.", ItemId::RULE);
            self.problems.add(Problem::new(Code::BadId, line.span, message));
        }
        id
    }

    fn parties(&mut self, raw: &RawList) {
        let people = raw.person.iter().map(|one| (&one.id, &one.name, &one.channels, &[][..], false));
        let outside = raw.organisation.iter().map(|one| (&one.id, &one.name, &one.channels, &one.places[..], true));
        let mut names = BTreeSet::new();
        for (id, name, channels, places, outside) in people.chain(outside) {
            let Some(known) = self.id(id) else { continue };
            if self.list.by_id.contains_key(&known) {
                let message = format!("`{known}` is the identifier of somebody above.");
                self.problems.add(Problem::new(Code::DuplicateId, id.span, message));
                continue;
            }
            if !name.is_missing() && !names.insert(name.text.to_lowercase()) {
                let message = format!("{} is the name of somebody above, too.", name.text);
                self.problems.add(Problem::new(Code::SameName, name.span, message));
            }
            let shown = if name.is_missing() { known.to_string() } else { text(name) };
            let channels = self.bounded(channels, id.span, "ways to reach somebody");
            let channels = channels.iter().filter_map(|raw| self.channel(raw)).collect();
            let party = Party {
                id: known.clone(),
                name: shown,
                channels,
                away: Vec::new(),
                places: self.bounded(places, id.span, "places").iter().map(text).collect(),
                outside,
                span: id.span,
            };
            self.list.by_id.insert(known, self.list.parties.len());
            self.list.parties.push(party);
        }
    }

    /// A list of at most [`MOST_EACH`] entries; the rest is reported and left out.
    fn bounded<'t, T>(&mut self, entries: &'t [T], span: Span, what: &str) -> &'t [T] {
        if entries.len() > MOST_EACH {
            let message =
                format!("Here are {} {what}; {MOST_EACH} are allowed, and the rest is left out.", entries.len());
            self.problems.add(Problem::new(Code::TooManyEntries, span, message));
        }
        &entries[..entries.len().min(MOST_EACH)]
    }

    /// After all people are known, for a deputy may stand further down.
    fn absences(&mut self, raw: &RawList) {
        for person in &raw.person {
            let Some(at) = ItemId::new(&person.id.text).and_then(|id| self.list.by_id.get(&id).copied()) else {
                continue;
            };
            // Of two tables with one identifier, only the first is in the list.
            if self.list.parties[at].span != person.id.span {
                continue;
            }
            let mut lowered = Vec::new();
            for away in self.bounded(&person.away, person.id.span, "absences") {
                lowered.extend(self.absence(away, &person.id));
            }
            lowered.sort_by_key(|away| (away.from, away.to));
            self.list.parties[at].away = lowered;
        }
    }

    fn absence(&mut self, away: &RawAway, own: &Line) -> Option<Away> {
        // A day that is missing or is no day is reported already.
        let given = |span: Span| span != Span::default();
        if !(given(away.from.span) && given(away.to.span)) {
            return None;
        }
        if away.to.date < away.from.date {
            let message = format!("This absence ends on {} and begins on {}.", away.to.date, away.from.date);
            self.problems.add(Problem::new(Code::AwayReversed, away.to.span, message));
            return None;
        }
        let deputy = away.deputy.as_ref().and_then(|line| {
            if line.text == own.text {
                let message = format!("`{}` cannot stand in for themselves.", line.text);
                self.problems.add(Problem::new(Code::OwnDeputy, line.span, message));
                return None;
            }
            self.known(line)
        });
        Some(Away { from: away.from.date, to: away.to.date, deputy, span: away.place() })
    }

    /// The identifier of somebody in the list.
    fn known(&mut self, line: &Line) -> Option<ItemId> {
        let id = self.id(line)?;
        if self.list.by_id.contains_key(&id) {
            return Some(id);
        }
        let message = format!("`{id}` is neither a person nor an organisation of this list.");
        let problem = Problem::new(Code::UnknownPerson, line.span, message);
        self.problems.add_similar(problem, id.as_str(), self.list.by_id.keys().map(ItemId::as_str));
        None
    }

    fn holders(&mut self, raw: &RawList) {
        let mut seen = BTreeSet::new();
        for holder in &raw.holder {
            let Some(role) = self.id(&holder.role) else { continue };
            let playbook = match &holder.playbook {
                None => None,
                Some(line) => match self.id(line) {
                    Some(id) => Some(id),
                    None => continue,
                },
            };
            if !seen.insert((role.clone(), playbook.clone())) {
                let message = format!("`{role}` has a [[holder]] above; this one is not used.");
                self.problems.add(Problem::new(Code::HolderTwice, holder.role.span, message));
                continue;
            }
            let mut people = Vec::new();
            for line in self.bounded(&holder.people, holder.role.span, "people for one role") {
                let Some(id) = self.known(line) else { continue };
                if people.contains(&id) {
                    let message = format!("`{id}` stands here twice.");
                    self.problems.add(Problem::new(Code::Twice, line.span, message));
                } else {
                    people.push(id);
                }
            }
            self.list.holders.push(Holder { role, playbook, people, span: holder.role.span });
        }
    }

    fn fill_ins(&mut self, raw: &RawList) {
        for fill in &raw.fill_in {
            let (Some(playbook), Some(silence)) = (self.id(&fill.playbook), self.id(&fill.silence)) else {
                continue;
            };
            if fill.value.is_missing() || fill.decided_by.is_missing() || fill.dated.span == Span::default() {
                continue;
            }
            if self.list.fill_in(playbook.as_str(), silence.as_str()).is_some() {
                let message = format!("`{silence}` is filled in above.");
                self.problems.add(Problem::new(Code::Twice, fill.silence.span, message));
                continue;
            }
            self.list.fill_ins.push(FillIn {
                playbook,
                silence,
                value: inert_block(&fill.value.text).into_owned(),
                decided_by: text(&fill.decided_by),
                dated: fill.dated.date,
                span: fill.silence.span,
            });
        }
    }

    fn targets(&mut self, raw: &RawList) {
        for target in &raw.target {
            let (Some(playbook), Some(clock)) = (self.id(&target.playbook), self.id(&target.clock)) else {
                continue;
            };
            if !target.hours.sound {
                continue;
            }
            if self.list.target(playbook.as_str(), clock.as_str()).is_some() {
                let message = format!("`{clock}` has a target above.");
                self.problems.add(Problem::new(Code::Twice, target.clock.span, message));
                continue;
            }
            let hours = target.hours.number;
            self.list.targets.push(Target { playbook, clock, hours, span: target.clock.span });
        }
    }
}
