//! The account of a drill: what was expected, what became of it, the figures, and what was noted, for whoever tells of it.

use super::expect::{Course, Watch};
use super::figures::Figures;
use super::played::Played;
use crate::base::ItemId;
use crate::case::{CaseState, Fact, Tag};

pub struct Account<'a> {
    pub played: Played<'a>,
    pub course: Course,
    pub figures: Figures,
}

/// A note with a tag, in either folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Noted<'a> {
    /// Whether it lies in the control folder.
    pub in_control: bool,
    /// The place of the entry in the log of its folder.
    pub at: usize,
    pub text: &'a str,
    pub tag: Tag,
    pub inject: Option<&'a str>,
    pub objective: Option<&'a ItemId>,
    /// Of a gap: what was behind it, where somebody said so.
    pub because: Option<&'a str>,
}

impl<'a> Account<'a> {
    /// Works everything out once.
    pub fn of(played: Played<'a>) -> Self {
        let mut watch = Watch::default();
        watch.follow(played.script, played.playbook, played.case);
        Self::with(played, &watch)
    }

    /// From a watch that followed the case up to now.
    pub fn with(played: Played<'a>, watch: &Watch) -> Self {
        let course = Course::of(&played, watch);
        let figures = Figures::of(&played, watch, &course);
        Self { played, course, figures }
    }

    /// What was seen of an objective and counts, oldest first.
    pub fn observed(&self, objective: &ItemId) -> Vec<Noted<'a>> {
        let all = Tag::ALL.into_iter().flat_map(|tag| observed(self.played.control, tag));
        let mut found: Vec<_> = all.filter(|note| note.objective == Some(objective)).collect();
        found.sort_by_key(|note| note.at);
        found
    }

    /// What was noted with a tag: in the control folder while the exercise lasted, in the case afterwards; oldest first.
    pub fn noted(&self, tag: Tag) -> Vec<Noted<'a>> {
        let Played { case, control, .. } = self.played;
        let mut found = observed(control, tag);
        found.extend(noted(case, tag));
        found
    }
}

fn observed(control: &CaseState, wanted: Tag) -> Vec<Noted<'_>> {
    let all = control.drill().iter().copied().filter(|at| control.counts(*at));
    all.filter_map(|at| match &control.at(at).fact {
        Fact::Observed { text, tag, inject, objective } if *tag == wanted => Some(Noted {
            in_control: true,
            at,
            text,
            tag: *tag,
            inject: inject.as_deref(),
            objective: objective.as_ref(),
            because: None,
        }),
        _ => None,
    })
    .collect()
}

/// What was noted with a tag in the case alone, oldest first.
pub fn noted(case: &CaseState, wanted: Tag) -> Vec<Noted<'_>> {
    let all = (0..case.log.len()).filter(|at| case.counts(*at));
    all.filter_map(|at| match &case.at(at).fact {
        Fact::Noted { text, tag: Some(tag), because, .. } if *tag == wanted => {
            let because = because.as_deref();
            Some(Noted { in_control: false, at, text, tag: *tag, inject: None, objective: None, because })
        }
        _ => None,
    })
    .collect()
}
