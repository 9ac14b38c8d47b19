//! What a record switched: a card where it is several things, a sentence where it is one.

use super::clock::late_by;
use super::state::stands;
use super::{Block, Document, Line, Row, State};
use super::{log, look_again, receipt};
use crate::base::text::{counted, sentence};
use crate::case::Fact;
use crate::judge::picture::agenda::Target;
use crate::judge::picture::changes::{Change, Silent, Way};
use crate::judge::picture::clocks::ClockState;
use crate::judge::types::rule::RuleState;
use crate::judge::{Standing, View};
use crate::playbook::Body;
use crate::record::Receipt;
use std::collections::BTreeSet;

/// Most lines of names of one kind, unless all are asked for.
const NAMED: usize = 3;

/// How many names are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Names {
    /// Counts, and names while they fit.
    Few,
    /// Every name.
    All,
}

/// The card of what a record switched; `None` where the line at the foot can say it. What takes a duty away by a correction or a
/// strike is told even where it is one thing.
pub fn card(view: &View<'_>, receipt: &Receipt, names: Names) -> Option<Document> {
    let corrects = matches!(receipt.recorded.fact, Fact::StruckOut { .. } | Fact::RowChanged { .. })
        || !receipt.recorded.who.settles.is_empty();
    if !is_told(view, &receipt.changes, corrects) {
        return None;
    }
    let at = view.state.log.iter().rposition(|row| row.recorded.id == receipt.recorded.id);
    let mut page = Document::default();
    let what = at.map_or_else(String::new, |at| decided(view, receipt).unwrap_or_else(|| log::in_short(view, at)));
    page.add(Row::sides(Line::strong("WHAT CHANGED"), what).into()).gap();
    page.append(between(view, &receipt.changes, names));
    if receipt.recorded.who.actor.as_ref().is_some_and(|actor| *actor != receipt.recorded.who.by)
        || matches!(receipt.recorded.fact, Fact::Decided { .. })
    {
        let decided = match &receipt.recorded.fact {
            Fact::Decided { person: Some(person), .. } => format!("decided by {person}, "),
            _ => String::new(),
        };
        page.gap().text(Line::quiet(format!("{}.", sentence(&(decided + &log::who(&receipt.recorded))))));
    }
    Some(page)
}

/// `Decided: Escalate to the response team`, of a decision.
fn decided(view: &View<'_>, receipt: &Receipt) -> Option<String> {
    let Fact::Decided { decision, option, .. } = &receipt.recorded.fact else { return None };
    let Body::Decision(body) = &view.playbook.item(decision.as_str())?.body else { return None };
    let chosen = body.options.iter().find(|known| known.id == *option)?;
    Some(format!("Decided: {}", chosen.label))
}

/// The card of what others' records switched, where that takes a duty away: none disappears without a word.
pub fn by_others(view: &View<'_>, changes: &[Change], says: &str) -> Option<Document> {
    changes.iter().any(takes_away).then(|| {
        let mut page = Document::default();
        page.add(Row::sides(Line::strong("WHAT CHANGED"), says).into()).gap();
        page.append(between(view, changes, Names::Few));
        page
    })
}

/// The one thing that a record switched, in a sentence, where no card tells it.
pub fn one(view: &View<'_>, receipt: &Receipt) -> Option<String> {
    let first = receipt.changes.iter().find(|change| counts(view, change))?;
    let told = between(view, std::slice::from_ref(first), Names::Few).blocks.into_iter().next();
    match told? {
        Block::Labelled(label, line) => Some(format!("{label}: {}", line.words())),
        _ => None,
    }
}

/// Whether changes are told by a card: two things or more, or a duty that is gone where `corrects` says that a correction, a strike
/// or somebody else's record did it.
pub fn is_told(view: &View<'_>, changes: &[Change], corrects: bool) -> bool {
    let switched = changes.iter().filter(|change| counts(view, change)).count();
    switched > 1 || (corrects && changes.iter().any(takes_away))
}

/// Whether it is a duty, a call, a DO NOT, a clock or a test that was switched on or off. A question that is asked next is none.
fn counts(view: &View<'_>, change: &Change) -> bool {
    match change {
        Change::Item { at, .. } => {
            let switched = change.way() == Way::On || takes_away(change);
            switched && !matches!(view.playbook.items[*at].body, Body::Question(_))
        }
        Change::Rule { from, to, .. } => *from == RuleState::Met || *to == RuleState::Met,
        Change::Scale { from, to, .. } => from.at != to.at,
        Change::Clock { from, to, .. } => *from == ClockState::Running || *to == ClockState::Running,
        Change::Unmarked { .. } | Change::Silence { to: Silent::Stands, .. } => false,
        Change::Mark { .. } | Change::Silence { .. } => true,
    }
}

/// Whether something that was wanted is wanted no more, and was not done.
fn takes_away(change: &Change) -> bool {
    let Change::Item { from, to, .. } = change else { return false };
    let wanted = from.is_open() || matches!(from, Standing::InForce | Standing::Held);
    wanted && matches!(to, Standing::NotApplicable | Standing::Pending | Standing::Held | Standing::Lifted)
}

/// What stands otherwise than before, in the order in which it matters. `view` is of afterwards.
pub fn between(view: &View<'_>, changes: &[Change], names: Names) -> Document {
    let switched = Switched { view, changes, names };
    let mut page = Document::default();
    switched.do_nots(&mut page);
    switched.calls(&mut page);
    switched.steps(&mut page);
    switched.clocks(&mut page);
    switched.fell_away(&mut page);
    switched.look_again(&mut page);
    switched.tests(&mut page);
    page
}

struct Switched<'a> {
    view: &'a View<'a>,
    changes: &'a [Change],
    names: Names,
}

impl Switched<'_> {
    fn items(&self, wanted: impl Fn(&Change, &Body) -> bool) -> Vec<usize> {
        let body = |at: usize| &self.view.playbook.items[at].body;
        let found = self.changes.iter().filter_map(|change| match change {
            Change::Item { at, .. } if wanted(change, body(*at)) => Some(*at),
            _ => None,
        });
        found.collect()
    }

    fn title(&self, at: usize) -> &str {
        self.view.playbook.items[at].title.trim_end_matches('.')
    }

    /// A count in front, and a name a line.
    fn list(&self, page: &mut Document, label: &str, names: Vec<String>) {
        let (all, shown) = (names.len(), if self.names == Names::All { usize::MAX } else { NAMED });
        // One name more takes the line that would say how many are left.
        let shown = if all <= shown.saturating_add(1) { all } else { shown };
        for (at, name) in names.into_iter().take(shown).enumerate() {
            page.labelled(if at == 0 { label } else { "" }, name);
        }
        if all > shown {
            page.labelled("", format!("and {} more", all - shown));
        }
    }

    fn do_nots(&self, page: &mut Document) {
        let prohibits = |body: &Body| matches!(body, Body::Prohibition(_));
        let on = self.items(|change, body| prohibits(body) && change.way() == Way::On);
        let off = self
            .items(|change, body| prohibits(body) && matches!(change, Change::Item { from: Standing::InForce, .. }));
        for (items, label) in [(on, "in force"), (off, "ended")] {
            let count = counted(items.len(), "DO NOT", "DO NOTs");
            let names = items.iter().map(|at| self.title(*at).to_owned());
            self.list(page, &format!("{count} {label}"), names.collect());
        }
    }

    fn calls(&self, page: &mut Document) {
        let on = self.items(|change, body| matches!(body, Body::Call(_)) && change.way() == Way::On);
        // Whether it is needed is asked first.
        let asked = |at: &usize| self.view.picture.items[*at].standing == Standing::Choice;
        let (perhaps, calls): (Vec<usize>, Vec<usize>) = on.into_iter().partition(asked);
        let names = calls.iter().map(|at| {
            let word = stands(self.view, Target::Item(*at)).word;
            let whom = word.strip_prefix("call ").unwrap_or(&word);
            format!("{} {} · {whom}", State::ToDo.sign(), self.title(*at))
        });
        self.list(page, &format!("{} to make", counted(calls.len(), "call", "calls")), names.collect());
        let names = perhaps.iter().map(|at| format!("{} {}", State::ToDo.sign(), self.title(*at)));
        let label = format!("{} perhaps needed", counted(perhaps.len(), "call", "calls"));
        if self.names == Names::Few && perhaps.len() > 1 {
            page.labelled("", format!("{label}: asked one by one"));
        } else {
            self.list(page, &label, names.collect());
        }
    }

    /// Steps of which all that is open was switched on by this, in one line; in others what there is to do now.
    fn steps(&self, page: &mut Document) {
        let prohibits = |body: &Body| matches!(body, Body::Prohibition(_));
        let on = self.items(|change, body| !prohibits(body) && change.way() == Way::On);
        let phase = |at: usize| self.view.playbook.items[at].phase;
        let stays = |step: usize| {
            let open = self.view.items().enumerate().filter(|(_, (item, status))| {
                item.phase == step && status.standing.is_open() && !prohibits(&item.body)
            });
            open.map(|(at, _)| at).any(|at| !on.contains(&at))
        };
        let steps: BTreeSet<usize> = on.iter().map(|at| phase(*at)).filter(|step| !stays(*step)).collect();
        let inside = on.iter().filter(|at| steps.contains(&phase(**at))).count();
        let titles: Vec<_> = steps.iter().map(|step| self.view.playbook.phases[*step].title.as_str()).collect();
        if !titles.is_empty() {
            let label = format!("{} opened", counted(titles.len(), "step", "steps"));
            page.labelled(&label, format!("{}: {inside} to do", titles.join(" · ")));
        }
        let is_call = |at: usize| matches!(self.view.playbook.items[at].body, Body::Call(_));
        let others: Vec<_> = on.iter().filter(|at| !steps.contains(&phase(**at)) && !is_call(**at)).collect();
        let names = others.iter().map(|at| format!("{} {}", State::ToDo.sign(), self.title(**at)));
        self.list(page, &format!("{} more to do", others.len()), names.collect());
    }

    fn clocks(&self, page: &mut Document) {
        let words = [
            (ClockState::Running, "started"),
            (ClockState::Suspended, "paused"),
            (ClockState::Stopped, "stopped"),
            (ClockState::Maybe, "not known to count any more"),
            (ClockState::Waiting, "set back"),
            (ClockState::NotApplicable, "fell away"),
        ];
        for (state, word) in words {
            let names = self.changes.iter().filter_map(|change| match change {
                Change::Clock { at, to, late_s, .. } if *to == state => {
                    let clock = &self.view.playbook.clocks[*at];
                    let late = late_s.map_or_else(String::new, |late| format!(", {}", late_by(late)));
                    Some(format!("“{}” {}{late}", clock.word, clock.title.trim_end_matches('.')))
                }
                _ => None,
            });
            let names: Vec<_> = names.collect();
            self.list(page, &format!("{} {word}", counted(names.len(), "clock", "clocks")), names);
        }
    }

    fn fell_away(&self, page: &mut Document) {
        let gone = self.items(|change, body| {
            let off = change.way() == Way::Off || takes_away(change);
            off && !matches!(body, Body::Prohibition(_))
        });
        let gone: BTreeSet<usize> = gone.into_iter().collect();
        let (mut names, mut steps) = (Vec::new(), 0);
        for (step, phase) in self.view.playbook.phases.iter().enumerate() {
            let all = || self.view.items().enumerate().filter(move |(_, (item, _))| item.phase == step);
            let inside: Vec<_> = gone.iter().filter(|at| self.view.playbook.items[**at].phase == step).collect();
            let whole = inside.len() > 1 && all().all(|(_, (_, status))| status.standing.is_outside());
            if whole {
                steps += 1;
                names.push((inside.len(), format!("{} {}: {} things", State::Off.sign(), phase.title, inside.len())));
            } else {
                names.extend(inside.iter().map(|at| (1, format!("{} {}", State::Off.sign(), self.title(**at)))));
            }
        }
        names.extend(self.changes.iter().filter_map(|change| match change {
            Change::Silence { at, to: Silent::Over } => {
                let topic = self.view.playbook.silences[*at].topic.trim_end_matches('.');
                Some((1, format!("{} {topic}", State::Off.sign())))
            }
            _ => None,
        }));
        let count: usize = names.iter().map(|(count, _)| count).sum();
        let label = if steps == names.len() && steps > 0 {
            format!("{} fell away", counted(steps, "step", "steps"))
        } else {
            format!("{count} fell away")
        };
        self.list(page, &label, names.into_iter().map(|(_, name)| name).collect());
    }

    fn look_again(&self, page: &mut Document) {
        let again = self.items(|change, _| !matches!(change.way(), Way::Off));
        let again = again.into_iter().map(|at| (at, stands(self.view, Target::Item(at))));
        let again: Vec<_> = again.filter(|(_, stands)| stands.state == State::LookAgain).collect();
        let names = again.iter().map(|(at, how)| format!("{} {} · {}", how.state.sign(), self.title(*at), how.word));
        let marks = self.changes.iter().filter_map(|change| match change {
            Change::Mark { at, mark, .. } if !again.iter().any(|(other, _)| other == at) => {
                let of = look_again::of(self.view, mark).map_or_else(String::new, |of| format!(" ({of})"));
                let why = look_again::in_short(self.view, mark);
                Some(format!("{} {}{of} · {why}", State::LookAgain.sign(), self.title(*at)))
            }
            Change::Silence { at, to: Silent::LookAgain } => {
                let topic = self.view.playbook.silences[*at].topic.trim_end_matches('.');
                Some(format!("{} {topic} · {}", State::LookAgain.sign(), look_again::DECIDED_NO_LONGER))
            }
            _ => None,
        });
        let names: Vec<_> = names.chain(marks).collect();
        self.list(page, &format!("{} to look again", names.len()), names);
    }

    fn tests(&self, page: &mut Document) {
        let rules = |wanted: fn(RuleState, RuleState) -> bool| -> Vec<String> {
            let found = self.changes.iter().filter_map(|change| match change {
                Change::Rule { at, from, to } if wanted(*from, *to) => {
                    Some(self.view.playbook.rules[*at].title.clone())
                }
                _ => None,
            });
            found.collect()
        };
        let met = rules(|_, to| to == RuleState::Met);
        let no_more = rules(|from, _| from == RuleState::Met);
        let are = |names: &[String], word: &str| match names.len() {
            1 => format!("1 test is {word}"),
            many => format!("{many} tests are {word}"),
        };
        for (names, word) in [(met, "met"), (no_more, "not met now")] {
            self.list(page, &are(&names, word), names);
        }
        let moved = |count| if count == 1 { "1 test moved".to_owned() } else { format!("{count} tests moved") };
        let levels: Vec<_> = self.changes.iter().filter(|change| matches!(change, Change::Scale { .. })).collect();
        let names = levels.iter().filter_map(|change| receipt::level(self.view.playbook, change));
        let names: Vec<_> = names.collect();
        self.list(page, &moved(names.len()), names);
    }
}
