//! What is said of a thing, so that it can be compared with what was said before.

use crate::base::{EventTime, ItemId, Precision};
use crate::judge::types::answer::Answer;
use crate::judge::types::rule::{Group, RuleState};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, PartialEq, Debug)]
pub enum Said {
    /// Nothing is recorded, or nothing follows yet.
    Nothing,
    /// Entries contradict each other and are not settled, or seats do not agree.
    Unsettled,
    /// "Not known yet".
    NotKnown,
    Answer(Answer),
    Option(ItemId),
    Outcome(Outcome),
    /// Row by row: which are settled, by their names.
    Settled(BTreeMap<String, Outcome>),
    /// Row by row: what was answered, as it is shown, by the names of the rows.
    Answers(BTreeMap<String, String>),
    /// What people decided where the policy is silent.
    Words(String),
    Kept(Kept),
    /// The contents of a document that arise, by their places.
    Contents(BTreeMap<usize, Said>),
    Rule(Elements),
    Level(Level),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    Done,
    Reached,
    NotNeeded,
}

/// What a register holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Kept {
    /// The entries that count, by run and number.
    pub entries: BTreeSet<(usize, u64)>,
    /// Everything together, for people; `None` without an entry.
    pub total: Option<String>,
}

/// The state of a rule, and the elements that are met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elements {
    pub state: RuleState,
    pub met: Vec<(Group, usize)>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Level {
    /// At no level; the scale does not apply.
    None,
    At(ItemId),
    /// Left to people: the gaps that hold, by their places.
    Gaps(Vec<usize>),
}

/// Whether what is recorded now is something else than what was seen. What is not known on either side is no difference, and
/// neither is what lies within what was said before.
pub fn differs(was: &Said, is: &Said) -> bool {
    match (was, is) {
        (Said::Nothing | Said::Unsettled, _) | (_, Said::Nothing | Said::Unsettled | Said::NotKnown) => false,
        (Said::NotKnown, _) => true,
        (Said::Answer(was), Said::Answer(is)) => !is_within(was, is),
        (Said::Words(was), Said::Words(is)) => plain(was) != plain(is),
        // What is settled for a row that was open is the case going on.
        (Said::Settled(was), Said::Settled(is)) => was.iter().any(|(row, before)| is.get(row) != Some(before)),
        // An answer for a row that had none is the case going on; a row that was struck is history.
        (Said::Answers(was), Said::Answers(is)) => row_differs(was, is).is_some(),
        (Said::Contents(was), Said::Contents(is)) => contents(was, is).next().is_some(),
        (Said::Rule(was), Said::Rule(is)) => rule_differs(was, is),
        (was, is) => was != is,
    }
}

/// The first row that was answered otherwise, with both answers.
pub fn row_differs<'s>(
    was: &'s BTreeMap<String, String>,
    is: &'s BTreeMap<String, String>,
) -> Option<(&'s str, &'s str, &'s str)> {
    let both = was.iter().filter_map(|(row, was)| Some((row.as_str(), was.as_str(), is.get(row)?.as_str())));
    both.into_iter().find(|(_, was, is)| plain(was) != plain(is))
}

/// The contents that differ, each with what it said and says.
pub fn contents<'s>(
    was: &'s BTreeMap<usize, Said>,
    is: &'s BTreeMap<usize, Said>,
) -> impl Iterator<Item = (usize, &'s Said, &'s Said)> {
    was.iter().filter_map(|(at, was)| Some((*at, was, is.get(at)?))).filter(|(_, was, is)| differs(was, is))
}

/// While a rule is pending, only an element that is met beyond those that were is a difference.
fn rule_differs(was: &Elements, is: &Elements) -> bool {
    let pending = |of: &Elements| of.state == RuleState::Pending;
    if pending(was) || pending(is) {
        let nothing = was.met.is_empty() && pending(was);
        return !nothing && is.met.iter().any(|element| !was.met.contains(element));
    }
    was != is
}

/// Letters and blanks that make no difference.
fn plain(text: &str) -> String {
    text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether an answer lies within one that was given before: the same, or the same more exactly.
fn is_within(was: &Answer, is: &Answer) -> bool {
    match (was, is) {
        (Answer::Number(was), Answer::Number(is)) => was == is || holds(was.bounds(), is.bounds()),
        (Answer::Money(was), Answer::Money(is)) => {
            was.currency() == is.currency() && (was == is || holds(was.bounds(), is.bounds()))
        }
        (Answer::When(was), Answer::When(is)) => was == is || is_in_window(*was, *is),
        (Answer::Text(was), Answer::Text(is)) | (Answer::One(was), Answer::One(is)) => plain(was) == plain(is),
        (Answer::Many(was), Answer::Many(is)) | (Answer::Rows(was), Answer::Rows(is)) => set(was) == set(is),
        _ => was == is,
    }
}

fn holds<T: Ord>((low, high): (T, T), (from, to): (T, T)) -> bool {
    low <= from && to <= high
}

/// How far a time that is known "about" reaches, in seconds.
const ABOUT_S: i64 = 30 * 60;

/// Whether a time lies within the window that was said before.
fn is_in_window(was: EventTime, is: EventTime) -> bool {
    let ends = |time: EventTime| match time {
        EventTime::Point(at, Precision::Exact) => (Some(at), Some(at)),
        EventTime::Point(at, Precision::About) => (Some(at.plus_seconds(-ABOUT_S)), Some(at.plus_seconds(ABOUT_S))),
        EventTime::Window(from, to) => (from, to),
    };
    let ((low, high), (from, to)) = (ends(was), ends(is));
    let after = low.is_none_or(|low| from.is_some_and(|from| low <= from));
    after && high.is_none_or(|high| to.is_some_and(|to| to <= high))
}

fn set(list: &[String]) -> BTreeSet<String> {
    list.iter().map(|one| plain(one)).collect()
}
