//! The cases as Home lists them: names at once, and what stands in them one case after another, between two inputs.
//!
//! What was read is kept with the fingerprint of its folder, so that coming back to Home reads only what has changed.

use super::glance::{self, Glance};
use crate::base::{Now, Reading, Stamp};
use crate::journal::Mode;
use crate::session::reviews::{self, Reviewed};
use crate::store::{CaseFolder, CasePlace, CaseSummary, Fingerprint, Library, StoreError, reviews_among};
use chrono::NaiveDate;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// A case on Home.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// Its folder.
    pub place: CasePlace,
    /// What stands in it; `None` while it was not read.
    pub known: Option<CaseSummary>,
    /// How it stood when it was read, where its playbook can be read.
    pub glance: Option<Glance>,
    /// How the folder looked when it was read; `None` where that cannot be told.
    stamp: Option<Fingerprint>,
}

/// What was looked at for the reviews: those cases as they were, and the day on which points are judged.
type Judged = (Vec<(PathBuf, Option<Fingerprint>)>, NaiveDate);

/// The cases on this computer and the latest reviews among them.
#[derive(Default)]
pub struct Shelf {
    cases: Vec<Shelved>,
    /// Still to be looked at, in this order.
    waiting: VecDeque<PathBuf>,
    reviews: Option<Vec<Reviewed>>,
    judged: Option<Judged>,
    /// Whether the reviews are still to be looked at.
    judging: bool,
}

/// What became of the rows by one look.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Looked {
    /// A row that went to another place, or to none because its case is gone.
    pub moved: Option<(usize, Option<usize>)>,
    /// What could not be read, as sentences.
    pub remarks: Vec<String>,
}

impl Shelf {
    /// Live cases, reviews, exercises, then closed ones; in each group the latest first.
    pub fn cases(&self) -> &[Shelved] {
        &self.cases
    }

    /// The latest review of each readiness playbook; `None` while they were not read.
    pub fn reviews(&self) -> Option<&[Reviewed]> {
        self.reviews.as_deref()
    }

    /// Looks which cases there are. What is known of them stays until they are looked at.
    ///
    /// # Errors
    /// If the folder of cases cannot be listed; everything stays as it was.
    pub fn list(&mut self, library: &Library) -> Result<(), StoreError> {
        let places = library.places()?;
        self.waiting = places.iter().map(|place| place.path.clone()).collect();
        let before = std::mem::take(&mut self.cases).into_iter();
        let mut before: BTreeMap<_, _> = before.map(|case| (case.place.path.clone(), case)).collect();
        let shelve = |place: CasePlace| match before.remove(&place.path) {
            Some(case) => Shelved { place, ..case },
            None => Shelved { place, known: None, glance: None, stamp: None },
        };
        self.cases = places.into_iter().map(shelve).collect();
        self.cases.sort_by_key(Shelved::order);
        self.judging = true;
        Ok(())
    }

    /// Whether something is still to be looked at.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty() || self.judging
    }

    /// Looks at the next case, or at the reviews once all cases are known.
    pub fn look(&mut self, reading: &Reading, now: &Now) -> Looked {
        match self.waiting.pop_front() {
            Some(path) => Looked { moved: self.look_at(&path, reading, now), ..Looked::default() },
            None => {
                self.judging = false;
                Looked { remarks: self.judge(now.at), ..Looked::default() }
            }
        }
    }

    fn look_at(&mut self, path: &Path, reading: &Reading, now: &Now) -> Option<(usize, Option<usize>)> {
        let from = self.cases.iter().position(|case| case.place.path.as_os_str() == path.as_os_str())?;
        // Taken before the reading: what arrives meanwhile is news at the next look.
        let stamp = CaseFolder::open(path).and_then(|folder| folder.stamp()).ok();
        let known = &self.cases[from];
        if stamp.is_some() && known.stamp == stamp && known.glance.as_ref().is_none_or(Glance::is_as_it_was) {
            return None;
        }
        let mut case = self.cases.remove(from);
        let Some((known, glance)) = glance::at(path, reading, now) else { return Some((from, None)) };
        (case.stamp, case.known, case.glance) = (stamp, Some(known), glance);
        let order = case.order();
        let to = self.cases.partition_point(|other| other.order() <= order);
        self.cases.insert(to, case);
        Some((from, Some(to)))
    }

    /// Reads the reviews, unless they are as they were.
    fn judge(&mut self, now: Stamp) -> Vec<String> {
        let counts = |known: &CaseSummary| known.review && known.mode == Mode::Live;
        let found = self.cases.iter().filter(|case| case.known.as_ref().is_some_and(counts));
        let mut as_they_are: Vec<_> = found.map(|case| (case.place.path.clone(), case.stamp)).collect();
        as_they_are.sort_by(|a, b| a.0.cmp(&b.0));
        let judged = (as_they_are, now.date());
        if self.reviews.is_some() && self.judged.as_ref() == Some(&judged) {
            return Vec::new();
        }
        let folders = judged.0.iter().filter_map(|(path, _)| CaseFolder::open(path).ok());
        let (reviews, remarks) = reviews::latest_of(reviews_among(folders, None), now);
        self.reviews = Some(reviews);
        self.judged = Some(judged);
        remarks
    }
}

impl Shelved {
    /// What decides the place in the list: the group, then when something was last recorded, as far as that is known.
    fn order(&self) -> impl Ord + use<> {
        let group = match &self.known {
            Some(CaseSummary { closed: true, .. }) => 3,
            Some(CaseSummary { mode: Mode::Exercise, .. }) => 2,
            Some(CaseSummary { review: true, .. }) => 1,
            None if self.place.name.starts_with("ex-") => 2,
            _ => 0,
        };
        let written = self.place.changed.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis() as i64);
        let last = match &self.known {
            Some(known) => known.last.map(|last| last.instant().timestamp_millis()),
            None => Some(written),
        };
        (group, std::cmp::Reverse((last, self.place.name.clone())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, FixedClock};
    use crate::playbook::bundled;
    use crate::playbook::load::load;
    use crate::session::{NewSession, PlaybookFiles, Session};
    use crate::source::Source;

    fn now() -> Stamp {
        Stamp::parse("2026-11-22T02:13:44+10:30").unwrap()
    }

    fn case(library: &Library, playbook: &str, mode: Mode) -> Session {
        let text = bundled::bundled_text(playbook).unwrap();
        let name = format!("{playbook}.toml");
        let files = vec![(name.clone(), text.as_bytes().to_vec())];
        let playbook = load(&[Source::new(name, text)]).playbook.unwrap();
        let playbook = PlaybookFiles { playbook, files };
        let new = NewSession { playbook, title: "", person: "R. Okafor", mode };
        Session::start(library.root(), new, Box::new(FixedClock::at(now()))).unwrap()
    }

    fn look(shelf: &mut Shelf) -> Looked {
        let clock = FixedClock::at(now());
        shelf.look(&clock.read(), &clock.now())
    }

    fn reads_all(shelf: &mut Shelf, library: &Library) -> usize {
        shelf.list(library).unwrap();
        let mut read = 0;
        while shelf.is_waiting() {
            read += usize::from(look(shelf).moved.is_some());
        }
        read
    }

    #[test]
    fn only_what_has_changed_is_read_again() {
        let home = tempfile::tempdir().unwrap();
        let library = Library::at(home.path());
        let (mut first, second) = (case(&library, "trinity", Mode::Live), case(&library, "shepherd", Mode::Live));
        let mut shelf = Shelf::default();
        assert_eq!(reads_all(&mut shelf, &library), 2);
        assert_eq!(reads_all(&mut shelf, &library), 0);
        first.end().unwrap();
        assert_eq!(reads_all(&mut shelf, &library), 1);
        std::fs::remove_dir_all(second.folder().path()).unwrap();
        assert_eq!((reads_all(&mut shelf, &library), shelf.cases().len()), (0, 1));
    }

    #[test]
    fn a_case_that_goes_away_while_others_are_read_leaves_its_row() {
        let home = tempfile::tempdir().unwrap();
        let library = Library::at(home.path());
        let gone = case(&library, "trinity", Mode::Live);
        let mut shelf = Shelf::default();
        shelf.list(&library).unwrap();
        std::fs::remove_dir_all(gone.folder().path()).unwrap();
        assert_eq!(look(&mut shelf).moved, Some((0, None)));
        assert!(shelf.cases().is_empty());
    }

    #[test]
    fn cases_stand_by_group_once_they_are_read_whatever_order_they_were_written_in() {
        let home = tempfile::tempdir().unwrap();
        let library = Library::at(home.path());
        let live = case(&library, "trinity", Mode::Live).folder().name();
        let drill = case(&library, "trinity", Mode::Exercise).folder().name();
        let review = case(&library, "trinity_readiness", Mode::Live).folder().name();
        let mut shelf = Shelf::default();
        reads_all(&mut shelf, &library);
        let names: Vec<_> = shelf.cases().iter().map(|case| case.place.name.clone()).collect();
        assert_eq!(names, [live, review, drill]);
        assert_eq!(shelf.reviews().unwrap().len(), 1);
    }
}
