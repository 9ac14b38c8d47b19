//! How many expectations were met, and how the objectives were rated.

use crate::base::ItemId;
use crate::case::{Fact, Verdict};
use crate::drill::expect::{Counts, Expected, judged};
use crate::drill::played::Played;

/// Three counts, and what is outside them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Totals {
    pub met: usize,
    pub partly: usize,
    pub missed: usize,
    pub not_reached: usize,
    pub not_applicable: usize,
    pub not_judged: usize,
    /// Not decided yet.
    pub open: usize,
}

/// Some of all. It is printed as a fraction, and as a percentage only from 5 on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    pub part: usize,
    pub of: usize,
}

/// The fewest of which a percentage says anything.
const PERCENT_FROM: usize = 5;

impl Share {
    fn of(part: usize, of: usize) -> Option<Self> {
        (of > 0).then_some(Self { part, of })
    }

    /// Whole per cent, half up; `None` for so few that it says nothing.
    pub fn percent(self) -> Option<usize> {
        (self.of >= PERCENT_FROM).then(|| (self.part * 200 + self.of) / (self.of * 2))
    }
}

impl Totals {
    pub fn of<'e>(expected: impl IntoIterator<Item = &'e Expected>) -> Self {
        let mut totals = Self::default();
        for one in expected {
            let count = match one.counts() {
                Counts::Met => &mut totals.met,
                Counts::Partly => &mut totals.partly,
                Counts::Missed => &mut totals.missed,
                Counts::NotReached => &mut totals.not_reached,
                Counts::NotApplicable => &mut totals.not_applicable,
                Counts::NotJudged => &mut totals.not_judged,
                Counts::Open => &mut totals.open,
            };
            *count += 1;
        }
        totals
    }

    /// Those that were met, partly met or missed; what was not reached, not judged or does not apply is outside.
    pub fn judged(self) -> usize {
        self.met + self.partly + self.missed
    }

    pub fn share_met(self) -> Option<Share> {
        Share::of(self.met, self.judged())
    }

    pub fn share_met_or_partly(self) -> Option<Share> {
        Share::of(self.met + self.partly, self.judged())
    }
}

/// An objective with what its expectations came to, and how a person rated it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rated {
    /// Its place in the script.
    pub objective: usize,
    pub totals: Totals,
    /// `P`, `S`, `M` or `U`; `None` while nobody rated it, or where no observation stands for it.
    pub rating: Option<Rating>,
    /// What was seen of it: the places of the entries in the log of the control folder.
    pub observations: Vec<usize>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rating {
    pub verdict: Verdict,
    pub at: usize,
    pub because: Option<String>,
}

/// The objectives of the script in its order.
pub fn objectives(played: &Played<'_>, expected: &[Expected]) -> Vec<Rated> {
    let of = |(at, one): (usize, &crate::drill::script::Objective)| {
        let own = expected.iter().filter(|expected| expected.of(played.script).objective == one.id);
        let observations = observed(played, &one.id);
        let rating = judged(played, &one.id).filter(|found| is_rating(found.verdict) && !observations.is_empty());
        let rating = rating.map(|found| Rating { verdict: found.verdict, at: found.at, because: found.because });
        Rated { objective: at, totals: Totals::of(own), rating, observations }
    };
    played.script.objectives.iter().enumerate().map(of).collect()
}

/// What was seen of an objective and counts, as places in the log of the control folder.
pub fn observed(played: &Played<'_>, objective: &ItemId) -> Vec<usize> {
    let control = played.control;
    let all = control.drill().iter().copied().filter(|at| control.counts(*at));
    all.filter(|at| matches!(&control.at(*at).fact, Fact::Observed { objective: Some(of), .. } if of == objective))
        .collect()
}

fn is_rating(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Performed | Verdict::Some | Verdict::Major | Verdict::Unable)
}
