//! Tests: are we over the line, and why? Each rule, scale, count and prohibition as a row of a list.

use super::do_not;
use super::document::{Link, Row};
use super::element::leads_to as decides;
use super::line::{Line, Tone};
use super::words::level;
use crate::base::ItemId;
use crate::base::text::counted;
use crate::judge::picture::agenda::{Next, Target};
use crate::judge::picture::counts::{CountsStatus, work_out};
use crate::judge::truth::rules::{ArmStatus, RuleStatus};
use crate::judge::truth::scales::{ScaleState, ScaleStatus};
use crate::judge::types::rule::{Group, RuleState};
use crate::judge::verdict::Verdict;
use crate::judge::{Standing, View};
use crate::playbook::rule::{Effect, Rule};

/// What a row is of, by its place in the playbook.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Test {
    DoNot(usize),
    Rule(usize),
    /// A scale is a test with levels.
    Scale(usize),
    /// How many are affected, in all and at home.
    Counts,
}

/// How a test stands, in the order of the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Stands {
    Forbidden,
    Met,
    /// Something of it is known.
    Begun,
    Waits,
    Counted,
    NotMet,
    Off,
}

impl Stands {
    fn word(self) -> &'static str {
        match self {
            Self::Forbidden => "",
            Self::Met => "met",
            Self::Begun | Self::Waits => "waits",
            Self::Counted => "count",
            Self::NotMet => "not met",
            Self::Off => "off",
        }
    }
}

/// Every test with its row: what is forbidden now, what is met, what waits, what is not met, what does not apply.
pub fn rows(view: &View<'_>) -> Vec<(Test, Row)> {
    let mut all: Vec<_> = tests(view).map(|test| (stands(view, test), test)).collect();
    all.sort_by_key(|(stands, _)| *stands);
    all.into_iter().map(|(stands, test)| (test, row(view, test, stands))).collect()
}

fn tests<'a>(view: &View<'a>) -> impl Iterator<Item = Test> + use<'a> {
    let playbook = view.playbook;
    let (items, of) = (0..playbook.items.len(), *view);
    let do_nots = items.filter(move |at| do_not::is_one(&of, Target::Item(*at))).map(Test::DoNot);
    let scales = (0..playbook.scales.len()).map(Test::Scale);
    do_nots
        .chain(scales)
        .chain((0..playbook.rules.len()).map(Test::Rule))
        .chain(playbook.counts.iter().map(|_| Test::Counts))
}

fn stands(view: &View<'_>, test: Test) -> Stands {
    match test {
        Test::DoNot(at) if view.picture.items[at].standing == Standing::InForce => Stands::Forbidden,
        Test::DoNot(at) if view.picture.items[at].standing == Standing::Pending => Stands::Waits,
        Test::DoNot(_) => Stands::Off,
        // That the case does not end, or that nothing is doubtful, is no test that failed.
        Test::Rule(at) if is_beside(&view.playbook.rules[at]) && view.picture.rules[at].state == RuleState::NotMet => {
            Stands::Off
        }
        Test::Rule(at) => of_rule(&view.picture.rules[at]),
        Test::Scale(at) => of_scale(&view.picture.scales[at]),
        Test::Counts => Stands::Counted,
    }
}

fn is_beside(rule: &Rule) -> bool {
    matches!(rule.effect, Effect::Ends | Effect::Doubts)
}

fn of_rule(status: &RuleStatus) -> Stands {
    match status.state {
        RuleState::Met => Stands::Met,
        RuleState::NotMet => Stands::NotMet,
        RuleState::NotApplicable => Stands::Off,
        RuleState::Pending if status.leans.is_some() => Stands::Begun,
        RuleState::Pending if status.arms.iter().any(is_known) => Stands::Begun,
        RuleState::Pending => Stands::Waits,
    }
}

/// An exception that nobody claims is not the beginning of a test.
fn is_known(arm: &ArmStatus) -> bool {
    arm.group != Group::Unless && arm.verdict.value.is_some()
}

fn of_scale(status: &ScaleStatus) -> Stands {
    match status.state {
        ScaleState::DecidedByRule | ScaleState::DecidedByPerson => Stands::Met,
        ScaleState::Gap => Stands::Begun,
        ScaleState::Pending if status.level.is_some() => Stands::Begun,
        ScaleState::NoScale if status.verdict.value.is_some() => Stands::Begun,
        ScaleState::Pending | ScaleState::NoScale => Stands::Waits,
        ScaleState::NotApplicable => Stands::Off,
    }
}

fn row(view: &View<'_>, test: Test, stands: Stands) -> Row {
    let what = |title: &str| {
        let tone = if stands >= Stands::NotMet { Tone::Quiet } else { Tone::Text };
        Line::of(tone, format!("{:<9}", stands.word())).and(tone, title)
    };
    match test {
        Test::DoNot(at) if stands == Stands::Forbidden => do_not::row(view, at),
        Test::DoNot(at) => {
            let Row { word, to, .. } = do_not::row(view, at);
            Row { what: what(&view.playbook.items[at].title), word, to, ..Row::default() }
        }
        Test::Rule(at) => {
            let leans = if view.picture.rules[at].leans.is_some() { "leans to yes" } else { "" };
            Row::sides(what(&view.playbook.rules[at].title), leans).to(Link::Rule(at))
        }
        Test::Scale(at) => {
            let (scale, status) = (&view.playbook.scales[at], &view.picture.scales[at]);
            let known = if matches!(stands, Stands::Met | Stands::Begun) {
                level(&status.said(), scale)
            } else {
                String::new()
            };
            Row::sides(what(&scale.title), known).to(Link::Scale(at))
        }
        Test::Counts => Row::sides(what(&counts(view).map(|counts| counts.line()).unwrap_or_default()), ""),
    }
}

/// The two counts of a case; `None` where its playbook names none.
pub fn counts(view: &View<'_>) -> Option<CountsStatus> {
    work_out(view.playbook, view.state, view.picture)
}

/// `5 met · 2 not met · 1 waits`; before any is decided, how many wait and what the first waits for.
pub fn title(view: &View<'_>) -> String {
    let all: Vec<_> = tests(view).filter(|test| !matches!(test, Test::DoNot(_) | Test::Counts)).collect();
    let count = |wanted: &[Stands]| all.iter().filter(|test| wanted.contains(&stands(view, **test))).count();
    let (met, not_met) = (count(&[Stands::Met]), count(&[Stands::NotMet]));
    let (waits, off) = (count(&[Stands::Begun, Stands::Waits]), count(&[Stands::Off]));
    if all.is_empty() {
        return "This playbook has no tests.".into();
    }
    if met + not_met == 0 && waits > 0 {
        let missing: Vec<_> = all.iter().filter_map(|test| verdict(view, *test)).flat_map(|own| &own.missing).collect();
        let asks = |next: &Next| match next.target {
            Target::Item(at) => missing.iter().any(|about| *about.id() == view.playbook.items[at].id).then_some(at),
            Target::Silence(_) => None,
        };
        let first = view.picture.next.iter().find_map(asks);
        let first = first.map_or_else(String::new, |at| format!("; first: {}", view.playbook.items[at].title));
        return format!("None decided yet. {}{first}", counted(waits, "waits", "wait"));
    }
    let parts = [(met, "met"), (not_met, "not met"), (waits, if waits == 1 { "waits" } else { "wait" }), (off, "off")];
    let named = parts.iter().enumerate().filter(|(at, (n, _))| *n > 0 || *at < 2);
    named.map(|(_, (n, word))| format!("{n} {word}")).collect::<Vec<_>>().join(" · ")
}

pub(super) fn verdict<'a>(view: &View<'a>, test: Test) -> Option<&'a Verdict> {
    match test {
        Test::Rule(at) => Some(&view.picture.rules[at].verdict),
        Test::Scale(at) => Some(&view.picture.scales[at].verdict),
        Test::DoNot(_) | Test::Counts => None,
    }
}

/// Where Enter leads: the first thing that it still needs, else the first that decided it.
pub fn leads_to(view: &View<'_>, test: Test) -> Option<Link> {
    match test {
        Test::DoNot(at) => Some(Link::Item(at)),
        Test::Scale(at) if view.picture.scales[at].state == ScaleState::Gap => {
            let decided_by = view.playbook.scales[at].decided_by.as_ref();
            let decision = decided_by.and_then(|id| view.playbook.position(id.as_str())).map(Link::Item);
            decision.or_else(|| decides(view, &view.picture.scales[at].verdict))
        }
        Test::Counts => {
            let counts = counts(view)?;
            let both = [&counts.persons, &counts.residents];
            let wanted = both.iter().find(|one| one.value.is_none()).unwrap_or(&both[0]);
            view.playbook.position(wanted.question.as_str()).map(Link::Item)
        }
        _ => decides(view, verdict(view, test)?),
    }
}

/// The item whose record decided it.
pub fn decided_by(view: &View<'_>, test: Test) -> Option<usize> {
    let verdict = verdict(view, test)?;
    let mut items = verdict.decided_by().filter_map(|subject| view.playbook.position(subject.id().as_str()));
    items.find(|at| view.picture.items[*at].entry.is_some())
}

/// The identifier under which notes about it are kept.
pub fn id<'a>(view: &View<'a>, test: Test) -> Option<&'a ItemId> {
    match test {
        Test::DoNot(at) => view.playbook.items.get(at).map(|item| &item.id),
        Test::Rule(at) => view.playbook.rules.get(at).map(|rule| &rule.id),
        Test::Scale(_) => None,
        Test::Counts => view.playbook.counts.as_ref().map(|counts| &counts.persons),
    }
}
