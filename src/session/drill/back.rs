//! Coming back: how long nobody led the exercise here, who else leads it, and what has to be settled.

use super::conduct::Conduct;
use crate::base::{Reading, Stamp};
use crate::case::exercise::ClockState;
use crate::journal::CLEAN_END;

/// A gap between two looks at the clocks after which a laptop is taken to have slept, in milliseconds.
const SLEPT_MS: u64 = 60_000;

/// Nobody led here for a while.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Away {
    /// How long, in real milliseconds.
    pub ms: u64,
    /// Whether the clock ran meanwhile.
    pub ran: bool,
}

/// Another console of this exercise, which has not said that it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherConsole {
    pub person: String,
    pub device: String,
    /// The name of its run.
    pub run: String,
    /// When it recorded last, by its own clock.
    pub last: Stamp,
}

/// What somebody should know who takes the console up again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Back {
    /// `None` where nobody has led it yet.
    pub away: Option<Away>,
    pub others: Vec<OtherConsole>,
    /// Clock entries contradict each other, and the clock counts as paused until somebody settles it.
    pub unsettled: bool,
}

impl Conduct {
    /// What is told when a console is opened on an exercise that is under way.
    pub fn back(&self) -> Back {
        let now = self.case.reading();
        let span = |then: &Reading| self.exercise().map_or_else(|| now.ms_since(then), |e| e.span_ms(then, &now));
        let own = self.case.head().map(|head| &head.session);
        let led = self.case.state().log.iter().chain(&self.control.state().log).filter(|row| row.recorded.facilitator);
        let led = led.filter(|row| Some(&row.recorded.id.session) != own);
        let away = led.map(|row| span(&row.recorded.reading)).min();
        let begun = self.exercise().is_some_and(|exercise| exercise.state() != ClockState::NotStarted);
        Back {
            away: away.filter(|_| begun).map(|ms| Away { ms, ran: self.runs() }),
            others: self.other_consoles(),
            unsettled: self.exercise().is_some_and(|exercise| exercise.unsettled().next().is_some()),
        }
    }

    fn runs(&self) -> bool {
        self.exercise().is_some_and(|exercise| exercise.state() == ClockState::Running)
    }

    /// Consoles that have no closing entry: open in another window or on another laptop, or cut off.
    pub fn other_consoles(&self) -> Vec<OtherConsole> {
        let Ok(journals) = self.case.folder().read() else { return Vec::new() };
        let own = self.case.head().map(|head| head.session.clone());
        let mut runs: std::collections::BTreeMap<_, (&crate::journal::Header, &crate::journal::Entry)> =
            std::collections::BTreeMap::new();
        for scan in journals.files.iter().map(|file| &file.scan) {
            let (Some(header), Some(last)) = (&scan.header, scan.entries.last()) else { continue };
            let header = &header.header;
            if header.is_facilitator() && Some(&header.session) != own.as_ref() {
                let known = runs.entry(&header.session).or_insert((header, &last.entry));
                if last.entry.seq > known.1.seq {
                    *known = (header, &last.entry);
                }
            }
        }
        let open = runs.into_values().filter(|(_, last)| last.kind != CLEAN_END);
        open.map(|(header, last)| OtherConsole {
            person: header.person.clone(),
            device: header.device.clone(),
            run: self.case.state().names.run(&header.session).to_owned(),
            last: last.reading.wall,
        })
        .collect()
    }

    /// A tick of whoever draws: takes in what arrived, and says if the laptop slept since the last one.
    ///
    /// # Errors
    /// If a folder cannot be read.
    pub fn tick(&mut self) -> Result<(bool, Option<Away>), crate::store::StoreError> {
        let changed = self.refresh()?;
        let now = self.case.reading();
        let gap = now.ms_since(&self.before);
        self.before = now;
        let begun = self.exercise().is_some_and(|exercise| exercise.state() != ClockState::NotStarted);
        Ok((changed, (gap > SLEPT_MS && begun).then(|| Away { ms: gap, ran: self.runs() })))
    }
}
