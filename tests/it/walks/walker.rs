//! Somebody who answers at random: always something that is asked, never the same twice in a row.

use super::typed;
use crate::support::say::{self, Deed, FOR, v};
use breachbook::base::{Clock as _, FixedClock, ItemId, Now, Reading, SessionId, Stamp, ids::base32_128};
use breachbook::case::{CaseState, Recorded, Row};
use breachbook::journal::{EntryId, Mark, Past, Seen};
use breachbook::judge::View;
use breachbook::judge::picture::agenda::Target;
use breachbook::judge::types::standing::Standing;
use breachbook::judge::{Picture, assess};
use breachbook::playbook::condition::{OfRow, Subject};
use breachbook::playbook::item::Decision;
use breachbook::playbook::question::Question;
use breachbook::playbook::register::RegisterKind;
use breachbook::playbook::{Body, Item, Playbook};
use breachbook::record::{Draft, Refusal, decide};
use std::collections::{BTreeMap, BTreeSet};

/// Most entries of one walk; a walk that needs more goes in circles.
pub const MOST_STEPS: usize = 2_000;

/// A small source of chance that gives the same walk on every machine (Marsaglia's xorshift, 64 bits).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    pub fn pick<'t, T>(&mut self, from: &'t [T]) -> &'t T {
        &from[self.below(from.len())]
    }
}

/// A walk: the case in memory, and what was seen on the way.
pub struct Walker<'p> {
    pub playbook: &'p Playbook,
    pub state: CaseState,
    pub picture: Picture,
    /// Items that stood open, or had a record, at some moment.
    pub reached: BTreeSet<usize>,
    /// How often an item or silence was dealt with; somebody patient settles in the end what was left open at first.
    times: BTreeMap<String, usize>,
    reading: Reading,
    session: SessionId,
    chance: Chance,
    seed: u64,
    /// Whether "not known yet" may stay the last word.
    pub leaves_unknown: bool,
}

impl<'p> Walker<'p> {
    pub fn new(playbook: &'p Playbook, seed: u64) -> Self {
        let now = Stamp::parse("2026-11-22T02:13:44.120+10:30").unwrap();
        let state = CaseState::default();
        let picture = assess(playbook, &state, now);
        let mut chance = Chance::new(seed);
        let leaves_unknown = chance.one_in(3);
        Self {
            playbook,
            state,
            picture,
            reached: BTreeSet::new(),
            times: BTreeMap::new(),
            reading: FixedClock::at(now).read(),
            session: SessionId::new(&base32_128([5; 16])).unwrap(),
            chance,
            seed,
            leaves_unknown,
        }
    }

    /// Walks until nothing is asked any more. What is left is what the last picture shows.
    pub fn walk(&mut self) {
        for _ in 0..MOST_STEPS {
            if !self.goes_on() {
                return;
            }
        }
        let next: Vec<_> = self.picture.next.iter().take(5).map(|next| format!("{:?}", next.target)).collect();
        panic!("the walk through {} goes in circles at {next:?}", self.playbook.id);
    }

    fn look(&mut self) {
        for (at, status) in self.picture.items.iter().enumerate() {
            // What the policy does not ask is only reached by somebody who goes there.
            let stands_open = !status.standing.is_outside() && status.standing != Standing::Optional;
            if stands_open || status.entry.is_some() {
                self.reached.insert(at);
            }
        }
    }

    pub fn view(&self) -> View<'_> {
        View {
            playbook: self.playbook,
            state: &self.state,
            picture: &self.picture,
            now: self.now(),
            reading: &self.reading,
            mode: breachbook::journal::Mode::Live,
            person: "R. Okafor",
            role: None,
            head: None,
            at: None,
            real: None,
        }
    }

    fn record(&mut self, command: &Draft) {
        let draft = self.draft(command);
        if let Err(refusal) = self.take(&draft) {
            panic!("{}: {command:?}: {refusal:?}", self.playbook.id);
        }
    }

    fn draft(&self, command: &Draft) -> Draft {
        let mut draft = command.clone();
        if draft.verb == &v::answer::VERB {
            let at = self.playbook.position(&draft.on);
            let at = at.filter(|at| self.playbook.items[*at].body.for_each().is_some());
            return draft.with_some(&FOR, at.and_then(|at| self.waiting_row(at)));
        }
        typed::fill(self.playbook, &mut draft);
        draft
    }

    /// Records a draft, unless it is refused.
    pub fn take(&mut self, draft: &Draft) -> Result<(), Refusal> {
        let (who, fact) = decide(&self.view(), draft)?;
        let id = EntryId::new(self.session.clone(), self.state.log.len() as u64 + 1);
        let recorded = Recorded::new(id.clone(), self.reading.clone(), who, fact);
        self.state.apply(Row { recorded, past: Past::new(Mark { run: 0, seq: id.seq }, Seen::default()) });
        self.picture = assess(self.playbook, &self.state, self.now());
        Ok(())
    }

    pub fn now(&self) -> Now {
        Now::from(self.reading.wall).under(&self.playbook.jurisdiction)
    }

    /// Whether what is missing hangs on something that cannot be found out, as somebody said, or on a cell that stands empty.
    pub fn is_for_good(&self, missing: &[Subject]) -> bool {
        let (mut asked, mut open) = (BTreeSet::new(), missing.to_vec());
        while let Some(of) = open.pop() {
            if !asked.insert(of.clone()) {
                continue;
            }
            if matches!(of, Subject::Row(OfRow::Cell { .. })) {
                return true;
            }
            let id = of.id().as_str();
            if let Some(status) = self.picture.item(self.playbook, id) {
                if status.standing == Standing::RuledOut {
                    return true;
                }
                open.extend(status.applies.missing.iter().cloned());
            }
            let rule = self.playbook.rules.iter().position(|rule| rule.id.as_str() == id);
            open.extend(rule.into_iter().flat_map(|at| self.picture.rules[at].verdict.missing.clone()));
        }
        false
    }

    /// Lets time pass.
    pub fn passes(&mut self, seconds: i64) {
        self.reading = FixedClock::at(self.reading.wall.plus_seconds(seconds)).read();
        self.picture = assess(self.playbook, &self.state, self.now());
    }

    /// Records something by chance, asked for or not; what is refused is not recorded.
    pub fn anything(&mut self) {
        let mut chance = Chance(self.chance.0);
        chance.below(2);
        let draft = super::anything::anything(&self.view(), &mut chance);
        self.chance = chance;
        let _refused = self.take(&draft);
    }

    /// One step of the walk: whether there was one.
    pub fn goes_on(&mut self) -> bool {
        self.look();
        let command = self.step();
        if let Some(command) = &command {
            self.record(command);
        }
        command.is_some()
    }

    /// The next thing to record: mostly the first of the agenda, sometimes another, now and then what the policy does not ask.
    fn step(&mut self) -> Option<Draft> {
        let optional = self.optional();
        if !optional.is_empty() && self.chance.one_in(12) {
            let at = *self.chance.pick(&optional);
            return self.command(Target::Item(at));
        }
        let mut open: Vec<Target> = self.picture.next.iter().map(|next| next.target).collect();
        open.extend(self.documents());
        open.retain(|target| !self.is_left(*target));
        while !open.is_empty() {
            let at = if self.chance.one_in(4) { self.chance.below(open.len()) } else { 0 };
            let target = open.remove(at);
            if let Some(command) = self.command(target) {
                return Some(command);
            }
        }
        None
    }

    /// Questions that the policy does not ask and nobody has answered.
    fn optional(&self) -> Vec<usize> {
        let items = self.picture.items.iter().enumerate();
        items
            .filter(|(_, status)| status.standing == Standing::Optional && status.entry.is_none())
            .map(|(at, _)| at)
            .collect()
    }

    /// Documents are no steps of the agenda; when they have their contents, somebody sends them.
    fn documents(&self) -> Vec<Target> {
        let items = self.picture.items.iter().enumerate();
        items.filter(|(_, status)| status.standing == Standing::Drafted).map(|(at, _)| Target::Item(at)).collect()
    }

    /// Whether "not known yet" is left standing, as on a night on which nobody finds out.
    fn is_left(&self, target: Target) -> bool {
        let Target::Item(at) = target else { return false };
        self.leaves_unknown && self.picture.items[at].standing == Standing::NotKnown
    }

    fn command(&mut self, target: Target) -> Option<Draft> {
        let id = match target {
            Target::Item(at) => self.playbook.items[at].id.to_string(),
            Target::Silence(at) => self.playbook.silences[at].id.to_string(),
        };
        let times = self.times.entry(id.clone()).or_default();
        *times += 1;
        let times = *times;
        match target {
            Target::Silence(_) => Some(say::silence(id, "Decided among those present.")),
            Target::Item(at) => {
                let playbook = self.playbook;
                let item = &playbook.items[at];
                if let Some(mark) = self.picture.mark_of(at).filter(|_| !self.picture.items[at].standing.is_open()) {
                    let (target, role) = (mark.row.clone(), mark.seat.as_ref().map(ToString::to_string));
                    return Some(
                        say::confirm(id)
                            .with_some(&FOR, target)
                            .with_some(&v::confirm::ROLE, role)
                            .with(&v::confirm::REASON, "Looked at again."),
                    );
                }
                let knowledge = breachbook::judge::Knowledge::new(playbook, self.picture.counting(&self.state));
                if knowledge.obstacle(item).is_some() {
                    // Where nothing takes the obstacle away, people find another way and say so.
                    let reason = "Another way was taken.".to_owned();
                    let outcome = Deed::RuledOut { reason, adviser: None };
                    return (times > 8).then_some(say::task(id, outcome));
                }
                // Every row is settled, and more are expected: these are all, as somebody says in the end.
                let list = item.body.for_each().filter(|_| {
                    let rows = &self.picture.items[at].targets;
                    !rows.is_empty() && rows.iter().all(|row| row.is_settled())
                });
                if let Some(list) = list {
                    let (id, reason) = (list.to_string(), Some("These are all.".into()));
                    return Some(say::confirm(id).with_some(&v::confirm::REASON, reason));
                }
                Some(self.for_item(item, at, times))
            }
        }
    }

    fn for_item(&mut self, item: &Item, at: usize, times: usize) -> Draft {
        let id = item.id.to_string();
        let target = self.waiting_row(at);
        let standing = self.picture.items[at].standing;
        match &item.body {
            Body::Question(question) => {
                let value = self.answer(question, times);
                say::answer(id, value)
            }
            Body::Decision(body) => {
                // Each walk has one option that the seats come round to in the end; before that they may differ.
                let options = self.options(item, body);
                let preferred = options[(self.seed as usize / 2 + at) % options.len()];
                let open =
                    body.seats.iter().find(|role| self.picture.counting(&self.state).seat(&item.id, role).is_none());
                let strays = open.is_some() && self.chance.one_in(4);
                let option = if strays { *self.chance.pick(&options) } else { preferred };
                let role = open.unwrap_or_else(|| {
                    let knowledge =
                        breachbook::judge::Knowledge::new(self.playbook, self.picture.counting(&self.state));
                    let wanted = &body.options[preferred].id;
                    let differs = |role: &&ItemId| knowledge.seat_choice(&item.id, role).as_ref() != Some(wanted);
                    body.seats.iter().find(differs).unwrap_or(&body.seats[0])
                });
                say::decided(id, body.options[option].id.to_string())
                    .with(&v::decision::SEAT, role.to_string())
                    .with(&v::decision::REASON, "As discussed.")
                    .with(&v::decision::ADVISER, "Counsel")
            }
            Body::Call(_) if standing != Standing::Choice && !self.chance.one_in(12) => {
                let missed = times < 3 && self.chance.one_in(4);
                let outcome =
                    if missed { *self.chance.pick(&["no_answer", "voicemail", "out_of_office"]) } else { "reached" };
                say::call(id, outcome).with(&v::call::SAID, "What is known.").with_some(&FOR, target)
            }
            Body::Register(register) if !self.chance.one_in(6) => match register.kind {
                // Somebody patient says in the end that the list is complete as it stands.
                RegisterKind::List if times > 2 => say::confirm(id).with(&v::confirm::REASON, "These are all."),
                RegisterKind::List => say::row(id, format!("A. Example {times}")),
                RegisterKind::Count => say::count(id, "14"),
                RegisterKind::Hours => say::count(id, "3h"),
                RegisterKind::Money => say::count(id, "1,500.00"),
            },
            _ => {
                let reason = || "By those present.".to_owned();
                let adviser = || Some("Counsel".to_owned());
                let outcome = match (standing, self.chance.below(6)) {
                    (Standing::Choice, 0..=3) => Deed::Needed { reason: reason(), adviser: adviser() },
                    (_, 0) | (Standing::Choice, _) => Deed::RuledOut { reason: reason(), adviser: adviser() },
                    _ if matches!(item.body, Body::Call(_) | Body::Register(_)) => {
                        Deed::RuledOut { reason: reason(), adviser: adviser() }
                    }
                    _ => Deed::Done("At 02:20 by A. Ruiz: the mail gateway.".into()),
                };
                say::task(id, outcome).with_some(&FOR, target)
            }
        }
    }

    /// What can be chosen: in the gap of a scale only the levels between which the case lies.
    fn options(&self, item: &Item, body: &Decision) -> Vec<usize> {
        let scales = self.playbook.scales.iter().zip(&self.picture.scales);
        let settles = scales.filter(|(scale, _)| scale.decided_by.as_ref() == Some(&item.id));
        let between: Vec<_> =
            settles.flat_map(|(scale, status)| status.gaps.iter().flat_map(|gap| &scale.gaps[*gap].between)).collect();
        let open = |at: &usize| between.is_empty() || between.contains(&&body.options[*at].id);
        (0..body.options.len()).filter(open).collect()
    }

    /// The first row of a list for which an item still waits.
    fn waiting_row(&self, at: usize) -> Option<String> {
        let knowledge = breachbook::judge::Knowledge::new(self.playbook, self.picture.counting(&self.state));
        let rows = knowledge.targets(&self.playbook.items[at])?;
        rows.iter().find(|row| !row.is_settled()).map(|row| row.name.to_owned())
    }

    /// An answer of the right type, or that it is not known yet.
    fn answer(&mut self, question: &Question, times: usize) -> String {
        let may_be_unknown = self.leaves_unknown || times < 3;
        if may_be_unknown && self.chance.one_in(6) {
            return "unknown".into();
        }
        typed::value(question, &mut self.chance)
    }
}
