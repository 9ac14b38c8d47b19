//! What the readiness reviews found, and the answers that a new case takes over from them.

use super::{Kept, Oddity, Session};
use crate::base::{Reading, SessionId, Stamp};
use crate::case::{Attribution, CaseState, Fact, Recorded, joined};
use crate::judge::types::answer::Answer;
use crate::judge::view::review::{Counts, Finding, FoundIn, Point, points};
use crate::judge::{Knowledge, Picture, assess};
use crate::playbook::question::Question;
use crate::playbook::{Body, Item, Playbook};
use crate::record::own;
use crate::store::{Library, Review, StoreError};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What all reviews of one readiness playbook say together: each point by its latest finding, whichever review it is from.
pub struct Reviewed {
    /// The newest of them that can be read.
    pub review: Review,
    pub playbook: Playbook,
    pub state: CaseState,
    pub assessment: Picture,
    /// The others, the newest first.
    pub earlier: Vec<Review>,
    /// In which of them a run of the program recorded: 0 is the newest.
    runs: BTreeMap<SessionId, usize>,
    /// The day that points are judged on.
    today: chrono::NaiveDate,
}

impl Reviewed {
    /// Reads the reviews of one playbook, the newest first, as they stand at a moment. A review that is begun wipes out nothing:
    /// what was found earlier stands until that point is reviewed anew. What could not be read is said in sentences.
    pub fn read(reviews: Vec<Review>, now: Stamp) -> (Option<Self>, Vec<String>) {
        let mut remarks = Vec::new();
        let mut newest: Option<Playbook> = None;
        let (mut kept, mut states, mut runs) = (Vec::new(), Vec::new(), BTreeMap::new());
        for review in reviews {
            let unread = |why: String| format!("The review {} could not be read. {why}", review.folder.name());
            if newest.is_none() {
                match Kept::of_folder(&review.folder) {
                    Ok(kept) if kept.absent => {
                        remarks.push(unread("Its playbook cannot be read.".into()));
                        continue;
                    }
                    Ok(kept) => newest = Some(kept.playbook),
                    Err(error) => {
                        remarks.push(unread(error.to_string()));
                        continue;
                    }
                }
            }
            match review.folder.read() {
                Ok(journals) => {
                    let state = CaseState::of(&journals.order());
                    runs.extend(state.log.iter().map(|row| (row.recorded.id.session.clone(), kept.len())));
                    states.push(state);
                    kept.push(review);
                }
                Err(error) => remarks.push(unread(error.to_string())),
            }
        }
        let mut kept = kept.into_iter();
        let (Some(review), Some(playbook)) = (kept.next(), newest) else { return (None, remarks) };
        let state = joined(states);
        let assessment = assess(&playbook, &state, now);
        let earlier = kept.collect();
        (Some(Self { review, playbook, state, assessment, earlier, runs, today: now.date() }), remarks)
    }

    /// Its points, in walking order, each with the review that its finding is from.
    pub fn points(&self) -> Vec<(&Item, Point)> {
        let mut found =
            points(&self.playbook, &self.assessment.items, self.assessment.counting(&self.state), self.today);
        for (item, point) in &mut found {
            let status = self.assessment.item(&self.playbook, item.id.as_str());
            point.found_in = status.and_then(|status| status.entry).map(|at| self.found_in(at));
        }
        found
    }

    /// The review that an entry is from, and the day on which it was recorded.
    fn found_in(&self, at: usize) -> FoundIn {
        let recorded = self.state.at(at);
        FoundIn { review: self.source(recorded).folder.name(), day: recorded.at.date() }
    }

    /// The review that an entry is from.
    fn source(&self, recorded: &Recorded) -> &Review {
        let place = self.runs.get(&recorded.id.session).copied().unwrap_or(0);
        place.checked_sub(1).and_then(|at| self.earlier.get(at)).unwrap_or(&self.review)
    }

    /// Those of the earlier reviews whose findings still count, the newest first.
    pub fn still_counting(&self) -> Vec<&Review> {
        let named: BTreeSet<String> =
            self.points().into_iter().filter_map(|(_, point)| Some(point.found_in?.review)).collect();
        self.earlier.iter().filter(|review| named.contains(&review.folder.name())).collect()
    }

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

/// What the reviews of each readiness playbook say, and sentences about those that could not be read.
pub fn latest(library: &Library, now: Stamp) -> Result<(Vec<Reviewed>, Vec<String>), StoreError> {
    Ok(latest_of(library.reviews(None)?, now))
}

/// The same of these reviews, in the order of [`Library::reviews`].
pub fn latest_of(reviews: Vec<Review>, now: Stamp) -> (Vec<Reviewed>, Vec<String>) {
    let mut of_each: Vec<Vec<Review>> = Vec::new();
    for review in reviews {
        match of_each.last_mut() {
            Some(same) if same[0].playbook == review.playbook => same.push(review),
            _ => of_each.push(vec![review]),
        }
    }
    let (mut read, mut remarks) = (Vec::new(), Vec::new());
    for reviews in of_each {
        let (reviewed, unread) = Reviewed::read(reviews, now);
        read.extend(reviewed);
        remarks.extend(unread);
    }
    (read, remarks)
}

impl Session {
    /// Records what the latest review answers, as answers of this case that can be corrected like any other.
    ///
    /// A case is opened whatever becomes of this: what could not be taken over stands in [`Session::odd`].
    pub(super) fn take_over(&mut self, library: &Path, reading: &Reading) {
        let Some(id) = self.playbook.review.clone() else { return };
        let asked = |item: &Item| matches!(&item.body, Body::Question(q) if q.from_review.is_some());
        if !self.playbook.items.iter().any(asked) {
            return;
        }
        let reviews = match Library::at(library).reviews(Some(id.as_str())) {
            Ok(reviews) => reviews,
            Err(error) => return self.remark(&format!("the reviews could not be read. {error}")),
        };
        let (reviewed, unread) = Reviewed::read(reviews, reading.wall);
        for why in unread {
            self.remark(&why);
        }
        let Some(reviewed) = reviewed else { return };
        for review in std::iter::once(&reviewed.review).chain(&reviewed.earlier).filter(|one| one.damaged) {
            let name = review.folder.name();
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
            if let Err(error) = self.record(&who, &taken.fact, reading.clone()) {
                let why = error.why();
                return self.remark(&format!(
                    "not every answer of {} could be recorded: {why}. Answer them in this case.",
                    taken.review
                ));
            }
        }
    }

    fn remark(&mut self, text: &str) {
        self.odd.push(Oddity::Review(text.to_owned()));
    }
}

/// An answer of a review, as a fact of the new case.
struct Taken {
    fact: Fact,
    /// Who gave it in the review.
    actor: String,
    review: String,
}

/// For each question that takes an answer over and is known in the review: the answer, or why it cannot be taken.
fn answers(playbook: &Playbook, reviewed: &Reviewed) -> Vec<Result<Taken, String>> {
    let questions = playbook.items.iter().filter_map(|item| match &item.body {
        Body::Question(question) => Some((item, question, question.from_review.as_ref()?)),
        _ => None,
    });
    questions.filter_map(|(item, question, from)| answer(item, question, from.as_str(), reviewed)).collect()
}

fn answer(item: &Item, question: &Question, from: &str, reviewed: &Reviewed) -> Option<Result<Taken, String>> {
    let name = reviewed.review.folder.name();
    let Some(asked) = reviewed.playbook.question(from) else {
        return Some(Err(format!(
            "the question {from} is not asked in {name}, so nothing was taken over for {}.",
            item.id
        )));
    };
    let known = Knowledge::new(&reviewed.playbook, reviewed.assessment.counting(&reviewed.state)).answer(from)?;
    if known == Answer::Unknown {
        return None;
    }
    let recorded: &Recorded = reviewed.state.at(reviewed.state.answers(from)?.last()?);
    let Fact::Answered { value, .. } = &recorded.fact else { return None };
    let name = reviewed.source(recorded).folder.name();
    let fits = question.takes_answers_of(asked);
    let read = Answer::parse_typed(question, value, recorded.at).ok().filter(|_| fits);
    let Some(read) = read.filter(|read| *read != Answer::Unknown) else {
        return Some(Err(format!(
            "{name} answers {from} with another kind of answer than {} takes, so it was not taken over.",
            item.id
        )));
    };
    let day = recorded.at.date();
    let source = format!("Readiness review of {day} ({name})");
    let fact = own::taken_over(&item.id, read.to_text(), source);
    let actor = recorded.who.actor.as_ref().unwrap_or(&recorded.who.by).clone();
    Some(Ok(Taken { fact, actor, review: name }))
}
