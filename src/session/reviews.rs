//! The latest readiness reviews, and the answers that a new case takes over from one.

use super::{Session, frozen_playbook};
use crate::base::{Reading, Stamp};
use crate::case::{Attribution, CaseState, Fact, Recorded, envelope};
use crate::guide::answer::Answer;
use crate::guide::review::{Counts, Finding, Point, points};
use crate::guide::{Assessment, Knowledge, assess};
use crate::playbook::question::Question;
use crate::playbook::{Body, Item, Playbook};
use crate::store::{Library, Review, StoreError};
use std::path::Path;

/// What remarks about reviews begin with.
pub(super) const REMARK: &str = "review:";

/// A review with its playbook and its entries.
pub struct Reviewed {
    /// Where it is.
    pub review: Review,
    /// Its playbook, as it was frozen.
    pub playbook: Playbook,
    /// Its entries.
    pub state: CaseState,
    /// The picture.
    pub assessment: Assessment,
    /// The day that points are judged on.
    today: chrono::NaiveDate,
}

impl Reviewed {
    /// Reads a review as it stands at a moment.
    ///
    /// # Errors
    /// A sentence, if its playbook or its journals cannot be read.
    pub fn read(review: Review, now: Stamp) -> Result<Self, String> {
        let playbook = frozen_playbook(&review.folder).map_err(|error| error.to_string())?;
        let journals = review.folder.read().map_err(|error| error.to_string())?;
        let state = CaseState::of(&journals.order(), &playbook.renewals);
        let assessment = assess(&playbook, &state, now);
        Ok(Self { review, playbook, state, assessment, today: now.date() })
    }

    /// Its points, in walking order.
    pub fn points(&self) -> Vec<(&Item, Point)> {
        points(&self.playbook, &self.assessment.items, &self.state, self.today)
    }

    /// How many points stand how.
    pub fn counts(&self) -> Counts {
        Counts::of(self.points().iter().map(|(_, point)| point))
    }

    /// The points that people have to come back to: overdue ones first, then what is not in order, then what nobody reviewed.
    pub fn waiting(&self) -> Vec<(&Item, Point)> {
        let mut waiting: Vec<_> = self.points().into_iter().filter(|(_, point)| point.waits()).collect();
        waiting.sort_by_key(|(_, point)| (!point.overdue, point.finding != Finding::NotInOrder));
        waiting
    }
}

/// The latest review of each readiness playbook, and sentences about those that could not be read.
///
/// # Errors
/// If the folder of cases cannot be listed.
pub fn latest(library: &Library, now: Stamp) -> Result<(Vec<Reviewed>, Vec<String>), StoreError> {
    let (mut read, mut remarks) = (Vec::new(), Vec::new());
    for review in library.latest_reviews()? {
        let name = review.folder.name();
        match Reviewed::read(review, now) {
            Ok(reviewed) => read.push(reviewed),
            Err(why) => remarks.push(format!("The review {name} could not be read. {why}")),
        }
    }
    Ok((read, remarks))
}

impl Session {
    /// Records what the latest review answers, as answers of this case that can be corrected like any other.
    ///
    /// A case is opened whatever becomes of this: what could not be taken over stands in [`Session::remarks`].
    pub(super) fn take_over(&mut self, library: &Path, reading: &Reading) {
        let Some(id) = self.playbook.review.clone() else { return };
        let asked = |item: &Item| matches!(&item.body, Body::Question(q) if q.from_review.is_some());
        if !self.playbook.items.iter().any(asked) {
            return;
        }
        let found = Library::at(library).latest_review(id.as_str()).map_err(|error| error.to_string());
        let read = found.and_then(|review| review.map(|it| Reviewed::read(it, reading.wall)).transpose());
        let reviewed = match read {
            Ok(None) => return,
            Ok(Some(reviewed)) => reviewed,
            Err(why) => return self.remark(&format!("the latest review could not be read. {why}")),
        };
        let name = reviewed.review.folder.name();
        if reviewed.review.damaged {
            self.remark(&format!("something in {name} is damaged; only what is sound was taken over."));
        }
        for found in answers(&self.playbook, &reviewed) {
            let taken = match found {
                Ok(taken) => taken,
                Err(why) => {
                    self.remark(&why);
                    continue;
                }
            };
            let who = Attribution {
                by: self.person.clone(),
                actor: Some(taken.actor).filter(|actor| !actor.is_empty() && *actor != self.person),
                ..Attribution::default()
            };
            if let Err(error) = self.record(&envelope::encode(&who, &taken.fact), reading.clone()) {
                return self.remark(&format!("not every answer of {name} could be recorded. {error}"));
            }
        }
    }

    fn remark(&mut self, text: &str) {
        self.remarks.push(format!("{REMARK} {text}"));
    }
}

/// An answer of a review, as a fact of the new case.
struct Taken {
    fact: Fact,
    /// Who gave it in the review.
    actor: String,
}

/// For each question that takes an answer over and is known in the review: the answer, or why it cannot be taken.
fn answers(playbook: &Playbook, reviewed: &Reviewed) -> Vec<Result<Taken, String>> {
    let questions = playbook.items.iter().filter_map(|item| match &item.body {
        Body::Question(question) => Some((item, question, question.from_review.as_ref()?)),
        _ => None,
    });
    questions.filter_map(|(item, question, from)| answer(item, question, from.as_str(), reviewed)).collect()
}

fn answer(
    item: &Item,
    question: &Question,
    from: &str,
    reviewed: &Reviewed,
) -> Option<Result<Taken, String>> {
    let name = reviewed.review.folder.name();
    let Some(asked) = reviewed.playbook.question(from) else {
        return Some(Err(format!(
            "the question {from} is not asked in {name}, so nothing was taken over for {}.",
            item.id
        )));
    };
    let known = Knowledge::new(&reviewed.playbook, &reviewed.state).answer(from)?;
    if known == Answer::Unknown {
        return None;
    }
    let recorded: &Recorded = reviewed.state.at(reviewed.state.answers(from)?.last()?);
    let Fact::Answered { value, .. } = &recorded.fact else { return None };
    let fits = question.takes_answers_of(asked);
    let read = Answer::parse_typed(question, value, recorded.reading.wall).ok().filter(|_| fits);
    let Some(read) = read.filter(|read| *read != Answer::Unknown) else {
        return Some(Err(format!(
            "{name} answers {from} with another kind of answer than {} takes, so it was not taken over.",
            item.id
        )));
    };
    let day = recorded.reading.wall.date();
    let fact = Fact::Answered {
        question: item.id.clone(),
        value: read.to_text(),
        source: Some(format!("Readiness review of {day} ({name})")),
        settles: Vec::new(),
    };
    let actor = recorded.who.actor.as_ref().unwrap_or(&recorded.who.by).clone();
    Some(Ok(Taken { fact, actor }))
}
