//! What is to be done after a drill: the talk, what only people can judge, ratings, an action for each gap, and who signs. Each step may
//! be left and taken up again; whoever asks, the full screen or a line at a time, asks these.

use super::account::{Account, Noted};
use super::expect::{Counts, Expected, Found};
use crate::base::ItemId;
use crate::case::{CaseState, Tag};
use crate::playbook::{Body, Playbook};

/// What is answered by notes, a line each.
#[derive(PartialEq, Eq, Debug)]
pub struct Question {
    /// As a draft names it.
    pub word: &'static str,
    pub asks: &'static str,
    pub tag: Tag,
    /// What stands in the note before what was typed.
    pub before: &'static str,
}

const fn question(word: &'static str, asks: &'static str, tag: Tag, before: &'static str) -> Question {
    Question { word, asks, tag, before }
}

/// The hot wash, in its order.
pub static TALK: [Question; 4] = [
    question("well", "What went well?", Tag::Strength, ""),
    question("badly", "What did not go well?", Tag::Gap, ""),
    question("surprise", "What surprised you?", Tag::HotWash, "Surprise: "),
    question("playbook", "What should the playbook say?", Tag::HotWash, "For the playbook: "),
];

/// Who answers for the report.
pub static SIGNS: Question = question("signed", "Who signs the report? Name and role.", Tag::Signed, "");

impl Question {
    pub fn of_word(word: &str) -> Option<&'static Self> {
        TALK.iter().chain([&SIGNS]).find(|one| one.word == word)
    }
}

/// One step, with how far it has come.
#[derive(Debug)]
pub enum Step<'a> {
    /// A question of the hot wash.
    Talk(Said<'a>),
    /// An expectation that only a person can judge, and nobody has.
    Judge(&'a Expected),
    /// An objective, by its place among the figures, with what was seen of it.
    Rate(usize, Vec<Noted<'a>>),
    /// A gap, with the row of the action that is for it: the place of the entry that added it.
    Improve(Noted<'a>, Option<usize>),
    Sign(Said<'a>),
}

/// What was noted for a question, without the words that stand before it.
#[derive(Debug)]
pub struct Said<'a> {
    pub question: &'static Question,
    pub texts: Vec<&'a str>,
    /// Whether any of it was said after the exercise and not only noted while it lasted.
    pub after: bool,
}

/// What of a review is still to come.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Left {
    /// Nothing was noted after the exercise of what went well, what did not, or what surprised.
    pub talk: bool,
    /// Expectations that nobody judged.
    pub judge: usize,
    /// Objectives that nobody rated.
    pub rate: usize,
    /// Gaps without an improvement action.
    pub improve: usize,
    pub sign: bool,
}

impl Left {
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl<'a> Account<'a> {
    /// Every step in its order; of expectations only those that are not judged.
    pub fn steps(&'a self) -> Vec<Step<'a>> {
        let mut steps: Vec<Step<'_>> = TALK.iter().map(|question| Step::Talk(self.said(question))).collect();
        steps.extend(self.not_judged().map(Step::Judge));
        let rated = self.figures.objectives.iter().enumerate();
        steps.extend(
            rated.map(|(at, one)| Step::Rate(at, self.observed(&self.played.script.objectives[one.objective].id))),
        );
        steps.extend(self.gaps().map(|(gap, row)| Step::Improve(gap, row)));
        steps.push(Step::Sign(self.said(&SIGNS)));
        steps
    }

    /// What of it is still to come.
    pub fn left(&self) -> Left {
        let after = |question: &'static Question| self.said(question).after;
        Left {
            talk: !TALK.iter().any(after),
            judge: self.not_judged().count(),
            rate: self.figures.objectives.iter().filter(|rated| rated.rating.is_none()).count(),
            improve: self.gaps().filter(|(_, row)| row.is_none()).count(),
            sign: !after(&SIGNS),
        }
    }

    /// What was noted for a question.
    pub fn said(&self, question: &'static Question) -> Said<'a> {
        let mut said = Said { question, texts: Vec::new(), after: false };
        for note in self.noted(question.tag) {
            if let Some(text) = note.text.strip_prefix(question.before) {
                said.texts.push(text);
                said.after |= !note.in_control;
            }
        }
        said
    }

    /// What only a person can judge and nobody has.
    pub fn not_judged(&self) -> impl Iterator<Item = &Expected> {
        let script = self.played.script;
        self.course.expected.iter().filter(move |one| {
            let waits = one.found == Found::Open && one.of(script).binding.is_by_hand();
            one.counts() == Counts::NotJudged || one.counts() == Counts::Open && waits
        })
    }

    /// The gaps that were noted, each with the row that says it is for it.
    pub fn gaps(&self) -> impl Iterator<Item = (Noted<'a>, Option<usize>)> {
        let (case, list) = (self.played.case, improvements_of(self.played.playbook));
        self.noted(Tag::Gap).into_iter().map(move |gap| {
            let rows = case.rows(list.as_str()).filter(|row| case.counts(row.at));
            let row = rows.filter(|row| case.cell(row, "why").text() == gap.text).map(|row| row.at).next();
            (gap, row)
        })
    }

    /// The entry of the case that a note comes from: itself, or the inject with which it was seen. Of what was seen with no inject the
    /// case has none.
    pub fn origin(&self, note: &Noted<'_>) -> Option<usize> {
        if !note.in_control {
            return Some(note.at);
        }
        self.played.sent(note.inject?).map(|sent| sent.at)
    }
}

/// The preset of the list of actions, and its id where no list of the playbook adopts it.
const ACTIONS: &str = "actions";

/// The list that improvement actions are rows of: the one of the playbook that adopts it, else the one that every case has.
///
/// # Panics
/// Never: the id of that list is a valid one.
pub fn improvements_of(playbook: &Playbook) -> ItemId {
    let adopts = |body: &Body| match body {
        Body::Register(register) => register.preset.is_some_and(|preset| preset.id.as_str() == ACTIONS),
        _ => false,
    };
    let found = playbook.items.iter().find(|item| adopts(&item.body)).map(|item| item.id.clone());
    found.or_else(|| ItemId::new(ACTIONS)).expect("a valid identifier")
}

/// What of a review the case alone tells, which has no judgement and no rating in it.
pub fn left_in(case: &CaseState) -> Left {
    let said = |question: &Question| !super::account::noted(case, question.tag).is_empty();
    Left { talk: !TALK.iter().any(said), sign: !said(&SIGNS), ..Left::default() }
}
