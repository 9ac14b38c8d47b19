//! The two counts of a case: everybody affected, and those of them who live in the home jurisdiction.
//!
//! What was answered stands beside what is listed one by one. Where both cannot be true, a sentence says so; the program
//! corrects nothing. Nothing recorded is not known, never 0.

use crate::base::{Count, ItemId};
use crate::case::{CaseState, Fact};
use crate::judge::assess::Picture;
use crate::judge::truth::lookup::Knowledge;
use crate::judge::types::answer::Answer;
use crate::judge::types::standing::Standing;
use crate::playbook::counts::CountedList;
use crate::playbook::reference::Basis;
use crate::playbook::register::Home;
use crate::playbook::{Playbook, Strength};
use serde::Serialize;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountsStatus {
    pub home: String,
    pub persons: CountStatus,
    pub residents: CountStatus,
    /// Rows of the list that do not say clearly where the person lives.
    pub unclear: u64,
    pub doubts: Vec<Doubt>,
}

/// Two counts that cannot both be true.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doubt {
    MoreAtHomeThanInAll(Count, Count),
    MoreListedThanCounted(u64, Count),
    MoreListedAtHomeThanCounted(u64, Count),
}

impl Doubt {
    pub fn words(self, home: &str) -> String {
        match self {
            Self::MoreAtHomeThanInAll(here, all) => format!(
                "More people are counted in {home} ({}) than are affected in all ({}); at least one of the two is off.",
                here.to_text(),
                all.to_text()
            ),
            Self::MoreListedThanCounted(rows, counted) => {
                format!("More persons are listed ({rows}) than are counted as affected ({}).", counted.to_text())
            }
            Self::MoreListedAtHomeThanCounted(rows, counted) => {
                format!("More persons are listed in {home} ({rows}) than are counted there ({}).", counted.to_text())
            }
        }
    }
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CountStatus {
    pub question: ItemId,
    /// The answer that counts now; `None` while there is none, "not known yet" or two that contradict each other.
    pub value: Option<Count>,
    pub state: Standing,
    /// Whether somebody said that it is not known yet.
    #[serde(skip)]
    pub said_unknown: bool,
    /// [`Basis::Policy`] where the policy asks for it, [`Basis::Local`] where it is kept beside the policy.
    pub basis: Basis,
    /// How many of them are listed one by one, as far as the rows say it; `None` while nothing is listed.
    pub listed: Option<u64>,
}

pub fn work_out(playbook: &Playbook, state: &CaseState, assessment: &Picture) -> Option<CountsStatus> {
    let counts = playbook.counts.as_ref()?;
    let listed = counts.list.as_ref().and_then(|list| Listed::of(list, playbook, state));
    let one = |question: &ItemId, listed: Option<u64>| {
        let at = playbook.position(question.as_str())?;
        let answer = Knowledge::new(playbook, assessment.counting(state)).answer(question.as_str());
        let local = playbook.items[at].verb == Strength::Local;
        Some(CountStatus {
            question: question.clone(),
            value: match answer {
                Some(Answer::Number(count)) => Some(count),
                _ => None,
            },
            state: assessment.items[at].standing,
            said_unknown: answer == Some(Answer::Unknown),
            basis: if local { Basis::Local } else { Basis::Policy },
            listed,
        })
    };
    let mut status = CountsStatus {
        home: counts.home.clone(),
        persons: one(&counts.persons, listed.as_ref().map(|listed| listed.all))?,
        residents: one(&counts.residents, listed.as_ref().and_then(Listed::at_home))?,
        unclear: listed.as_ref().map_or(0, |listed| listed.unclear),
        doubts: Vec::new(),
    };
    status.doubts = doubts(&status.persons, &status.residents);
    Some(status)
}

struct Listed {
    all: u64,
    home: u64,
    unclear: u64,
}

impl Listed {
    /// Reads every row that counts. `None` before the first.
    fn of(list: &CountedList, playbook: &Playbook, state: &CaseState) -> Option<Self> {
        let home = playbook.register(list.register.as_str())?.home.as_ref()?;
        let mut listed = Self { all: 0, home: 0, unclear: 0 };
        let mut entries = state.counting(list.register.as_str()).peekable();
        entries.peek()?;
        for at in entries {
            match &state.at(at).fact {
                Fact::RowAdded { .. } => {
                    let cell = state.row(&state.at(at).id).map(|row| state.cell(row, list.column.as_str()));
                    listed.add(home, cell.map_or("", |cell| cell.text().trim()), 1);
                }
                Fact::RowsImported { import, .. } => {
                    let mine = import.tallies.iter().filter(|tallied| tallied.column == list.column);
                    let told: u64 = mine.clone().map(|tallied| tallied.rows).fold(0, u64::saturating_add);
                    for tallied in mine {
                        // Values that are not told apart in a file count as nothing said.
                        listed.add(home, tallied.value.as_deref().unwrap_or_default(), tallied.rows);
                    }
                    listed.add(home, "", import.rows.saturating_sub(told));
                }
                _ => {}
            }
        }
        Some(listed)
    }

    fn add(&mut self, home: &Home, residence: &str, rows: u64) {
        self.all = self.all.saturating_add(rows);
        if residence.trim().is_empty() {
            self.unclear = self.unclear.saturating_add(rows);
        } else if home.is(residence) {
            self.home = self.home.saturating_add(rows);
        }
    }

    /// How many live at home; nothing while no row says it and some are not clear.
    fn at_home(&self) -> Option<u64> {
        (self.home > 0 || self.unclear == 0).then_some(self.home)
    }
}

/// What cannot be true together; nothing where it is not sure.
fn doubts(persons: &CountStatus, residents: &CountStatus) -> Vec<Doubt> {
    let both = persons.value.zip(residents.value);
    let too_many = both.filter(|(all, here)| here.bounds().0 > all.bounds().1);
    let over = |one: &CountStatus| {
        let (value, listed) = one.value.zip(one.listed)?;
        (listed > value.bounds().1).then_some((listed, value))
    };
    [
        too_many.map(|(all, here)| Doubt::MoreAtHomeThanInAll(here, all)),
        over(persons).map(|(listed, value)| Doubt::MoreListedThanCounted(listed, value)),
        over(residents).map(|(listed, value)| Doubt::MoreListedAtHomeThanCounted(listed, value)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl CountStatus {
    /// The count for people: `about 480`, `80 to 120`, `not counted`.
    pub fn words(&self) -> String {
        match (self.value, self.state) {
            (Some(value), _) => value.to_text(),
            (None, Standing::Conflict) => "two entries contradict each other".to_owned(),
            (None, _) if self.said_unknown => "not known yet".to_owned(),
            (None, _) => "not counted".to_owned(),
        }
    }
}

impl CountsStatus {
    /// A label and the words of each count, for columns: `persons`, `about 480 (512 listed)`; `in Missouri`, `not counted`.
    pub fn in_words(&self) -> [(String, String); 2] {
        let persons = self.persons.words() + &self.persons_listed();
        [("persons".to_owned(), persons), (format!("in {}", self.home), self.residents_in_words())]
    }

    fn persons_listed(&self) -> String {
        self.persons.listed.map(|rows| format!(" ({rows} listed)")).unwrap_or_default()
    }

    /// Everybody affected: `about 480 persons (512 listed)`.
    fn persons_in_words(&self) -> String {
        let words = match self.persons.value {
            Some(value) => value.counted("person", "persons"),
            None => self.persons.words(),
        };
        words + &self.persons_listed()
    }

    /// Those at home: `300 (at least 298 listed)`.
    fn residents_in_words(&self) -> String {
        let least = if self.unclear > 0 { "at least " } else { "" };
        let listed = self.residents.listed.map(|rows| format!(" ({least}{rows} listed)"));
        self.residents.words() + &listed.unwrap_or_default()
    }

    /// `Affected: about 480 persons; in Missouri: not counted`.
    pub fn line(&self) -> String {
        format!("Affected: {}; in {}: {}", self.persons_in_words(), self.home, self.residents_in_words())
    }

    /// The counts that the policy does not ask for, by their question.
    pub fn beside_the_policy(&self) -> Vec<&ItemId> {
        let both = [&self.persons, &self.residents].into_iter();
        both.filter(|one| one.basis == Basis::Local).map(|one| &one.question).collect()
    }

    pub fn doubts_in_words(&self) -> Vec<String> {
        self.doubts.iter().map(|doubt| doubt.words(&self.home)).collect()
    }

    /// All doubts in one text; `None` where there is none.
    pub fn doubt(&self) -> Option<String> {
        (!self.doubts.is_empty()).then(|| self.doubts_in_words().join(" "))
    }
}
